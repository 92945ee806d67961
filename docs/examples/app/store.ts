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

/** A part of the round and where it is kept; an entry of the ledger has no key, since nothing takes its place. */
interface Row {
  readonly table: string;
  readonly key: string | null;
  readonly part: object;
}

function rowsOf(round: Round): readonly Row[] {
  const { units, councils, selfAssessments, ledger, acts, tally, ...others } = round;
  const { statistics, targets, findings, extensions, ...head } = others;
  const rows = <T extends object>(table: string, parts: readonly T[], keyOf: (part: T) => string | null) =>
    parts.map((part) => ({ table, key: keyOf(part), part }));
  return [
    { table: "tally", key: "", part: tally },
    ...rows("units", units, ({ id }) => id),
    ...rows("councils", councils, ({ id }) => id),
    ...rows("selfAssessments", selfAssessments, ({ unit }) => unit),
    ...rows("ledger", ledger, () => null),
    ...rows("acts", acts, ({ council, stage }) => `${council} ${stage}`),
    ...rows("statistics", statistics, ({ unit, item }) => `${unit} ${item}`),
    ...rows("targets", targets, ({ unit, item }) => `${unit} ${item}`),
    ...rows("findings", findings, ({ id }) => id),
    ...rows("extensions", extensions, ({ unit, deadline }) => `${unit} ${deadline}`),
    { table: "head", key: "", part: head },
  ];
}

const lists = "units councils selfAssessments ledger acts statistics targets findings extensions".split(" ");

const tables = ["head", "tally", ...lists].map(
  (table) =>
    `CREATE TABLE IF NOT EXISTS ${table} (at INTEGER PRIMARY KEY, key TEXT UNIQUE, version INTEGER NOT NULL, data TEXT NOT NULL);`,
);
const appended = ["UPDATE", "DELETE"].map(
  (change) =>
    `CREATE TRIGGER IF NOT EXISTS no_${change} BEFORE ${change} ON ledger BEGIN SELECT raise(ABORT, 'entries are only added'); END;`,
);

/**
 * Opens the file of a round; a new one begins with the round of `seed`.
 *
 * @param file The path of the database, or `":memory:"`.
 * @param seed The parsed JSON of a round.
 */
export function openStore(file: string, seed: unknown): Store {
  const db = new sqlite.Database(file);
  db.exec([...tables, ...appended].join("\n"));

  const list = (table: string) =>
    db.all(`SELECT data FROM ${table} ORDER BY at`).map(({ data }) => JSON.parse(String(data)));
  const versionNow = (): number => Number(db.get("SELECT max(version) AS latest FROM head")?.["latest"] ?? 0);

  function write(rows: readonly Row[], version: number): void {
    for (const { table, key, part } of rows)
      db.run(
        `INSERT INTO ${table} (key, version, data) VALUES (?, ?, ?)
         ON CONFLICT (key) DO UPDATE SET version = excluded.version, data = excluded.data`,
        [key, version, JSON.stringify(part)],
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
    const [head] = list("head");
    const [tally] = list("tally");
    const set = criteriaSet(head.set, { edition: head.edition });
    const parts = Object.fromEntries(lists.map((table) => [table, list(table)]));
    return { set, version, round: readRound(set, { ...head, ...parts, tally }) };
  }

  function begin(): void {
    const head = JSON.parse(JSON.stringify(seed));
    const set = criteriaSet(head.set, { edition: head.edition });
    whole(() => write(rowsOf(readRound(set, head)), 1));
  }

  if (versionNow() === 0) begin();
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
      const old = new Set(rowsOf(round).map(({ part }) => part));
      write(
        rowsOf(updated.round).filter(({ part }) => !old.has(part)),
        version + 1,
      );
      kept = { set, round: updated.round, version: version + 1 };
      return updated;
    });
  }

  return { set: kept.set, now, save, close: () => db.close() };
}
