/** A round with parts changed is what reading the whole would give: its value, and its issues with their places. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { criteriaSet } from "../../src/criteria.ts";
import type { CriteriaSet } from "../../src/criteria-set.ts";
import { indexes } from "../../src/fast/indexes.ts";
import { hasErrors } from "../../src/issue.ts";
import { checkRound, readRound } from "../../src/round/read.ts";
import { updateRound } from "../../src/round/update.ts";
import type { Round } from "../../src/round.ts";
import { readCriteriaSet } from "../../src/set/check.ts";
import { mergeTallies } from "../../src/survey/tally.ts";
import { clone } from "../support/law.ts";
import { anySetAndRound, type Draw, type Raw } from "../support/random-round.ts";

const keysOf: Record<string, (part: Raw) => string> = {
  selfAssessments: (it) => JSON.stringify([it?.unit]),
  statistics: (it) => JSON.stringify([it?.unit, it?.item]),
  targets: (it) => JSON.stringify([it?.unit, it?.item]),
  findings: (it) => JSON.stringify([it?.id]),
  extensions: (it) => JSON.stringify([it?.unit, it?.deadline]),
};

/** A written key, as `remove` gives it, as a part. */
const asPart = (list: string, key: Raw): Raw =>
  list === "selfAssessments" ? { unit: key } : list === "findings" ? { id: key } : key;

/** The whole that the parts make, put together without the library: for a round that is read anew. */
function whole(round: Round, parts: Raw): Raw {
  const raw = clone(round);
  for (const [list, keyOf] of Object.entries(keysOf)) {
    const out = (parts.remove?.[list] ?? []).map((key: Raw) => keyOf(asPart(list, key)));
    raw[list] = raw[list].filter((it: Raw) => !out.includes(keyOf(it)));
    const seen = new Set<string>();
    const before = raw[list].length;
    for (const part of parts[list] ?? []) {
      const key = keyOf(part);
      const at = raw[list].slice(0, before).findIndex((it: Raw) => keyOf(it) === key);
      if (at < 0 || seen.has(key)) raw[list].push(part);
      else raw[list][at] = part;
      seen.add(key);
    }
  }
  for (const list of ["ledger", "acts"]) raw[list].push(...(parts[list] ?? []));
  if (parts.tally !== undefined) raw.tally = clone(mergedTally(round.tally, parts.tally));
  return clone(raw);
}

/** The counts of both, the merged ones where the old ones stood. */
function mergedTally(old: Raw, added: Raw): Raw {
  const full = { batches: [], counts: [], invalid: [], ...added };
  const merged: Raw = mergeTallies(old, full);
  const keyOf = (it: Raw): string => `${it.unit} ${it.questionnaire}`;
  const first = old.counts.map(keyOf);
  const place = (it: Raw): number => (first.indexOf(keyOf(it)) + 1 || first.length + 1) - 1;
  const counts = [...merged.counts].sort((a, b) => place(a) - place(b));
  return { batches: [...old.batches, ...full.batches], counts, invalid: merged.invalid };
}

/** Holds an update against reading the whole; gives what the update gave. */
function held(set: CriteriaSet, round: Round, parts: Raw): ReturnType<typeof updateRound> {
  const given = clone(parts);
  const updated = updateRound(set, round, parts);
  expect(parts).toEqual(given);
  const raw = whole(round, parts);
  const issues = checkRound(set, raw);
  expect(updated.issues).toEqual(issues);
  if (hasErrors(issues)) expect(updated.round).toBeUndefined();
  else expect(updated.round).toEqual(readRound(set, raw));
  return updated;
}

const pick = <T>(draw: Draw, list: readonly T[]): T => list[draw(list.length)] as T;
const some = <T>(draw: Draw, list: readonly T[], most: number): T[] =>
  list.length === 0 ? [] : Array.from({ length: draw(most + 1) }, () => pick(draw, list));

/** Parts drawn from those of another round of the same set, so that most of them fit. */
function drawnParts(draw: Draw, round: Round, other: Round): Raw {
  const raw: Raw = clone(other);
  const own: Raw = clone(round);
  const parts: Raw = {};
  for (const list of Object.keys(keysOf)) {
    if (draw(2) === 0) parts[list] = some(draw, raw[list], 2);
    if (draw(4) > 0) continue;
    const keys = some(draw, own[list] as Raw[], 2).map((it) =>
      list === "selfAssessments"
        ? it.unit
        : list === "findings"
          ? it.id
          : list === "extensions"
            ? { unit: it.unit, deadline: it.deadline }
            : { unit: it.unit, item: it.item },
    );
    parts.remove = {
      ...parts.remove,
      [list]: [...new Map(keys.map((it) => [JSON.stringify(it), it])).values()],
    };
  }
  if (draw(2) === 0) parts.ledger = some(draw, raw.ledger, 3);
  if (draw(6) === 0) parts.acts = some(draw, raw.acts, 1);
  if (draw(3) === 0) {
    const counts = new Map(
      some(draw, raw.tally.counts as Raw[], 2).map((it) => [`${it.unit} ${it.questionnaire}`, it]),
    );
    parts.tally = { batches: [`them-${draw(1000)}`], counts: [...counts.values()] };
  }
  return parts;
}

/** One thing broken somewhere in the parts: taken out, of another type, or another text. */
function broken(draw: Draw, parts: Raw): Raw {
  const copy = clone(parts);
  const places: { holder: Raw; key: string | number }[] = [];
  const walk = (value: Raw, depth: number): void => {
    if (typeof value !== "object" || value === null) return;
    for (const key of Object.keys(value)) {
      // The lists themselves, what is removed, and counts, which are merged before they are read, have tests of their own.
      if (depth === 0 && ["remove", "tally"].includes(key)) continue;
      if (depth > 1) places.push({ holder: value, key: Array.isArray(value) ? Number(key) : key });
      walk(value[key], depth + 1);
    }
  };
  walk(copy, 0);
  if (places.length === 0) return copy;
  const { holder, key } = pick(draw, places);
  switch (draw(6)) {
    case 0:
      if (!Array.isArray(holder)) delete holder[key];
      break;
    case 1:
      holder[key] = null;
      break;
    case 2:
      holder[key] = "không-có";
      break;
    case 3:
      holder[key] = "khong-co";
      break;
    case 4:
      holder[key] = { một: 1 };
      break;
    default:
      if (!Array.isArray(holder)) holder[`${key}x`] = 1;
  }
  return copy;
}

const drawn = fc.gen().map((g) => {
  const draw: Draw = (n) => g(fc.nat, { max: n - 1 });
  return draw;
});

/** A sound round of a drawn set; undefined where the draw has an error. */
function sound(set: CriteriaSet, raw: Raw): Round | undefined {
  const issues = checkRound(set, raw);
  return hasErrors(issues) ? undefined : readRound(set, clone(raw));
}

describe("parts put into a round", () => {
  test.each([false, true])("give what reading the whole gives (broken: %s)", (isBroken) => {
    let rounds = 0;
    let updates = 0;
    fc.assert(
      fc.property(anySetAndRound(), drawn, (raw, draw) => {
        const set = readCriteriaSet(raw.set);
        let round = sound(set, raw.round);
        if (round === undefined) return;
        rounds += 1;
        const other = round;
        for (let step = 0; step < 3; step++) {
          const parts = drawnParts(draw, round, other);
          const updated = held(set, round, isBroken ? broken(draw, parts) : parts);
          if (updated.round === undefined) continue;
          updates += 1;
          round = updated.round;
          // Issues lead into the whole that was put together, or into the round as read.
          const anew = { issues: updated.issues };
          expect(assess(set, round)).toEqual({ ...assess(set, clone(round)), ...anew });
          expect(indexes(set, round)).toEqual({ ...indexes(set, clone(round)), ...anew });
        }
      }),
      { numRuns: 70, endOnFailure: true },
    );
    expect(rounds).toBeGreaterThan(20);
    expect(updates).toBeGreaterThan(20);
  });
});

const read = (path: string): Raw =>
  JSON.parse(readFileSync(new URL(`../../docs/examples/${path}`, import.meta.url), "utf8"));
const departments = criteriaSet("hoa-lam/department/2026");
const file = read("hoa-lam-departments-2026.json");
const base = readRound(departments, file);
const codes = (updated: ReturnType<typeof updateRound>) =>
  updated.issues
    .filter(({ severity }) => severity === "error")
    .map(({ code, path }) => `${code} ${path.join(".")}`);

describe("a round of 22 departments", () => {
  test("with no part is the round as it is, warnings too", () => {
    const { round, issues } = held(departments, base, {});
    expect(round).toEqual(base);
    expect(issues).toEqual(checkRound(departments, clone(base)));
    expect(round?.selfAssessments).toBe(base.selfAssessments);
  });

  test("shares every part that the new ones do not touch, and every score", () => {
    const first = updateRound(departments, base, {}).round ?? base;
    const before = assess(departments, first);
    const saved = clone(base.selfAssessments[4]);
    const spare =
      base.selfAssessments[4]?.answers.findIndex(({ facts }) => facts && "numerator" in facts) ?? 0;
    saved.answers.splice(spare, 1);
    const { round } = held(departments, first, { selfAssessments: [saved] });
    const after = assess(departments, round ?? base);
    const shared = base.selfAssessments.filter((own, at) => round?.selfAssessments[at] === own);
    expect(shared.length).toBe(base.selfAssessments.length - 1);
    expect(round?.ledger).toBe(base.ledger);
    expect(after.scores.filter((score, at) => score === before.scores[at]).length).toBe(
      after.scores.length - 1,
    );
    expect(after).toEqual({ ...assess(departments, clone(round)), issues: after.issues });
  });

  test("with another leader of a `relative` item is scored anew where that matters", () => {
    const first = updateRound(departments, base, {}).round ?? base;
    assess(departments, first);
    indexes(departments, first);
    const saved = clone(base.selfAssessments[7]);
    for (const answer of saved.answers) if (answer.item === "1.5") answer.facts = { count: 4000 };
    const { round } = held(departments, first, { selfAssessments: [saved] });
    const again = assess(departments, clone(round));
    expect(assess(departments, round ?? base)).toEqual({
      ...again,
      issues: assess(departments, round ?? base).issues,
    });
    expect(indexes(departments, round ?? base).units).toEqual(indexes(departments, clone(round)).units);
    expect(again.scores).not.toEqual(assess(departments, first).scores);
  });

  test("says what is wrong with the parts themselves, by their places there", () => {
    const wrong: Raw = {
      units: [],
      councils: [],
      title: { vi: "Đợt khác" },
      ledgr: [],
      remove: { findings: ["khong-co"], statistics: [{ unit: "hoa-lam-so-noi-vu", item: "9.9" }] },
    };
    expect(codes(updateRound(departments, base, wrong)).sort()).toEqual([
      "misspelt-key ledgr",
      "part-for-reading-anew councils",
      "part-for-reading-anew title",
      "part-for-reading-anew units",
      "part-not-there remove.findings.0",
      "part-not-there remove.statistics.0",
    ]);
    expect(updateRound(departments, base, wrong).round).toBeUndefined();
  });

  test.each<[unknown, readonly string[]]>([
    [null, ["wrong-type "]],
    [[], ["wrong-type "]],
    [undefined, ["not-plain-data "]],
    [{ ledger: {} }, ["wrong-type ledger"]],
    [{ ledger: null }, ["wrong-type ledger"]],
    [{ tally: null }, ["wrong-type tally"]],
    [{ tally: { batches: "dot-9" } }, ["wrong-type tally.batches"]],
    [{ selfAssessments: [null] }, ["wrong-type selfAssessments.21"]],
    [{ selfAssessments: [() => 1] }, ["not-plain-data selfAssessments.21"]],
  ])("gives issues for %j and no round", (parts, expected) => {
    const updated = updateRound(departments, base, parts as Raw);
    expect(codes(updated)).toEqual(expected);
    expect(updated).not.toHaveProperty("round");
  });

  test("takes a batch of the survey once, and none without an id", () => {
    const counts = [clone(base.tally.counts[0])];
    const tally = { batches: ["dot-bo-sung"], counts };
    const { round } = held(departments, base, { tally });
    const { unit, questionnaire, forms } = counts[0];
    const merged = round?.tally.counts.find((it) => it.unit === unit && it.questionnaire === questionnaire);
    expect(merged?.forms).toBe(2 * forms);
    expect(codes(updateRound(departments, round ?? base, { tally }))).toEqual([
      "batch-twice tally.batches.3",
    ]);
    expect(codes(updateRound(departments, base, { tally: { counts } }))).toEqual([
      "batch-missing tally.batches",
    ]);
    const few = {
      batches: ["dot-2"],
      counts: [
        { ...counts[0], forms: "3" },
        { ...counts[0], unit: "khong-co" },
      ],
    };
    expect(codes(updateRound(departments, base, { tally: few }))).toEqual([
      "not-a-count tally.counts.0.forms",
      "unknown-unit tally.counts.1.unit",
    ]);
    const huge = Number.MAX_SAFE_INTEGER;
    const { question, options } = counts[0].questions[0];
    const questions = [{ question, options: [{ option: options[0].option, count: huge }] }];
    const many = { batches: ["dot-3"], counts: [{ unit, questionnaire, forms: huge, questions }] };
    expect(codes(updateRound(departments, base, { tally: many }))[0]).toMatch(/^not-a-count tally.counts/);
  });

  test("keeps the keys of an app's own, of old parts and new ones", () => {
    const marked = clone(file);
    marked["x-app"] = 1;
    for (const own of marked.selfAssessments) own["x-row"] = own.unit;
    const round = readRound(departments, marked);
    const saved = clone(marked.selfAssessments[3]);
    saved["x-row"] = { saved: true };
    saved.answers[2]["x-cell"] = 7;
    const updated = updateRound(departments, round, { selfAssessments: [saved], "x-app": 2 } as Raw).round;
    expect(updated).toHaveProperty(["x-app"], 2);
    const own = updated?.selfAssessments.find(({ unit }) => unit === saved.unit);
    expect(own).toHaveProperty(["x-row"], { saved: true });
    expect(JSON.stringify(own)).toContain('"x-cell":7');
    expect(updated?.selfAssessments.filter((it) => "x-row" in it).length).toBe(21);
    expect(assess(departments, updated ?? round).scores).toEqual(
      assess(
        departments,
        updateRound(departments, base, {
          selfAssessments: [clone(base.selfAssessments.find(({ unit }) => unit === saved.unit))],
        }).round ?? base,
      ).scores,
    );
  });

  test("throws for a wrong call, and leaves the round as it was", () => {
    expect(() => updateRound(departments, file, {})).toThrow(
      /updateRound: the round was not made by readRound/,
    );
    expect(() => updateRound(readCriteriaSet(clone(departments)), base, {})).toThrow(
      /read with another criteria set/,
    );
    expect(base).toEqual(readRound(departments, file));
  });
});
