/**
 * A round in SQLite, row by row: one row a unit, a self-assessment, an entry of the ledger, an act. What is stored was
 * judged by `updateRound`, and a ledger that was written is never written again: the database itself refuses it.
 */
import sqlite from "node-sqlite3-wasm";
import {
  type CriteriaSet,
  type Readable,
  type Round,
  type RoundPartsInput,
  readRound,
  type UpdatedRound,
  updateRound,
} from "par-index";
import { criteriaSet } from "par-index/criteria";

/** A round that is kept in a file. */
export interface Store {
  readonly set: CriteriaSet;
  /** The round as it stands, with the number of the last change. */
  readonly now: () => { readonly round: Round; readonly version: number };
  /** Puts parts in where `updateRound` finds no error in them. */
  readonly save: (parts: Readable<RoundPartsInput>) => UpdatedRound;
  readonly close: () => void;
}

/** The lists of a round with the keys that tell their parts apart; entries of the ledger have none, they are only added. */
const lists: Readonly<Record<string, readonly string[]>> = {
  units: ["id"],
  councils: ["id"],
  selfAssessments: ["unit"],
  ledger: [],
  acts: ["council", "stage"],
  statistics: ["unit", "item"],
  targets: ["unit", "item"],
  findings: ["id"],
  extensions: ["unit", "deadline"],
};

type Row = ReturnType<typeof rowsOf>[number];

/** A row for each part of each list; the tally, and what else a round has, are a row each. */
function rowsOf({ tally, ...others }: Round) {
  const head = Object.fromEntries(Object.entries(others).filter(([name]) => !Object.hasOwn(lists, name)));
  const rows = Object.entries(lists).flatMap(([list, keys]) => {
    const parts: readonly object[] = Reflect.get(others, list);
    return parts.map((part) => ({
      list,
      key: keys.map((key) => Reflect.get(part, key)).join(" ") || null,
      part,
    }));
  });
  return [{ list: "head", key: "", part: head }, { list: "tally", key: "", part: tally }, ...rows];
}

const layout = `
  CREATE TABLE IF NOT EXISTS parts (at INTEGER PRIMARY KEY, list TEXT NOT NULL, key TEXT, version INTEGER NOT NULL,
    data TEXT NOT NULL, UNIQUE (list, key));
  CREATE TRIGGER IF NOT EXISTS written_once BEFORE UPDATE ON parts WHEN old.list = 'ledger'
    BEGIN SELECT raise(ABORT, 'entries are only added'); END;
  CREATE TRIGGER IF NOT EXISTS never_deleted BEFORE DELETE ON parts WHEN old.list = 'ledger'
    BEGIN SELECT raise(ABORT, 'entries are only added'); END;`;

/**
 * Opens the file of a round; a new one begins with the round of `seed`.
 *
 * @param file The path of the database, or `":memory:"`.
 * @param seed The JSON text of a round.
 */
export function openStore(file: string, seed: string): Store {
  const db = new sqlite.Database(file);
  db.exec(layout);

  const versionNow = (): number =>
    Number(db.get("SELECT max(version) AS latest FROM parts")?.["latest"] ?? 0);
  const partsOf = (list: string) =>
    db
      .all("SELECT data FROM parts WHERE list = ? ORDER BY at", list)
      .map(({ data }) => JSON.parse(String(data)));

  function write(rows: readonly Row[], version: number): void {
    for (const { list, key, part } of rows)
      db.run(
        `INSERT INTO parts (list, key, version, data) VALUES (?, ?, ?, ?)
         ON CONFLICT (list, key) DO UPDATE SET version = excluded.version, data = excluded.data`,
        [list, key, version, JSON.stringify(part)],
      );
  }

  function whole<T>(change: () => T): T {
    db.exec("BEGIN IMMEDIATE");
    try {
      const given = change();
      db.exec("COMMIT");
      return given;
    } catch (error) {
      db.exec("ROLLBACK");
      throw error;
    }
  }

  function read(version: number) {
    const parts = Object.fromEntries(Object.keys(lists).map((list) => [list, partsOf(list)]));
    const [[head], [tally]] = [partsOf("head"), partsOf("tally")];
    const set = criteriaSet(head.set, { edition: head.edition });
    return { set, version, round: readRound(set, { ...head, ...parts, tally }) };
  }

  if (versionNow() === 0) {
    const first = JSON.parse(seed);
    const round = readRound(criteriaSet(first.set, { edition: first.edition }), first);
    whole(() => write(rowsOf(round), 1));
  }
  let kept = read(versionNow());

  // Another process may have stored something: then the rows are read anew.
  function now() {
    const version = versionNow();
    if (version !== kept.version) kept = read(version);
    return kept;
  }

  function save(parts: Readable<RoundPartsInput>): UpdatedRound {
    return whole(() => {
      const { set, round, version } = now();
      const updated = updateRound(set, round, parts);
      if (updated.round === undefined) return updated;
      // What the parts do not touch is shared with the round before, so that the rest is what is new.
      const [before, after] = [rowsOf(round), rowsOf(updated.round)];
      const old = new Set(before.map(({ part }) => part));
      const placeOf = ({ list, key }: Row): string => `${list} ${key}`;
      const taken = new Set(after.map(placeOf));
      for (const row of before.filter((it) => !taken.has(placeOf(it))))
        db.run("DELETE FROM parts WHERE list = ? AND key = ?", [row.list, row.key]);
      write(
        after.filter(({ part }) => !old.has(part)),
        version + 1,
      );
      kept = { set, round: updated.round, version: version + 1 };
      return updated;
    });
  }

  return { set: kept.set, now, save, close: () => db.close() };
}
