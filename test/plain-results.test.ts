/**
 * Results carry no hidden members: each is plain JSON data, without a key whose value is undefined, a symbol key, an
 * accessor or a member that is not enumerable, wherever in it one looks.
 */
import { readFileSync } from "node:fs";
import {
  appraise,
  assess,
  change,
  type ExplainedPart,
  explain,
  indexes,
  itemHistory,
  mergeSurvey,
  type Round,
  readRound,
} from "par-index";
import { auditTable, compare, gains, proofOf, rankIntervals, rows, seal, verify } from "par-index/audit";
import { criteriaSet } from "par-index/criteria";
import { describe, expect, test } from "vitest";

const load = (file: string) =>
  JSON.parse(readFileSync(new URL(`../docs/examples/${file}`, import.meta.url), "utf8"));

/** The places in a value that JSON would drop, alter or not show. */
function hidden(value: unknown, path = "it"): readonly string[] {
  if (value === null || typeof value === "string" || typeof value === "boolean") return [];
  if (typeof value === "number") return Number.isFinite(value) ? [] : [path];
  if (typeof value !== "object") return [path];
  const isList = Array.isArray(value);
  const isPlain = Object.getPrototypeOf(value) === (isList ? Array : Object).prototype;
  const found = Reflect.ownKeys(value).flatMap((key) => {
    if (isList && key === "length") return [];
    const place = `${path}.${String(key)}`;
    const { enumerable, value: member } = Object.getOwnPropertyDescriptor(value, key) as PropertyDescriptor;
    // An accessor has no value.
    return typeof key === "symbol" || !enumerable || member === undefined ? [place] : hidden(member, place);
  });
  return isPlain ? found : [`${path}.__proto__`, ...found];
}

const rounds = [
  ["hoa-lam/department/2026", "hoa-lam-departments-2026.json"],
  ["hoa-lam/commune/2026", "hoa-lam-communes-2026.json"],
  ["binh-duong/district/2017", "published/binh-duong/district/2017.1.json"],
  ["moha/ministry/2023", "published/moha/ministry/2023.1.json"],
  ["moha/province/2012", "published/moha/province/2012.1.json"],
] as const;

describe.each(rounds)("what the library gives for %s", (id, file) => {
  const set = criteriaSet(id);
  const round: Round = readRound(set, load(file));
  const assessment = assess(set, round);
  // One unit for each case: every state of a score, every reason for having none, each kind of line.
  const cases = new Map(
    round.units.map(({ id: unit, group }) => {
      const score = assessment.scores.find((it) => it.unit === unit);
      const lines = score?.lines.map(({ kind }) => kind).join() ?? "";
      return [`${group} ${score?.state} ${lines}`, unit] as const;
    }),
  );
  const units = [...cases.values()];
  const lines = [...set.bonus.lines, ...set.penalty.lines].map((it) => it.id);
  const caps = [...lines, "bonus", "penalty", "max", "min"].map((of) => `cap:${of}`);
  const conversions = set.sources.map((source) => `conversion:${source.id}`);
  const items = assessment.scores[0]?.items.map(({ item }) => item) ?? [];
  const parts: readonly (ExplainedPart | undefined)[] = [
    undefined,
    "grade",
    "place",
    ...items,
    ...set.sources.map((source) => ({ source: source.id })),
    ...[...lines, "late", ...caps, ...conversions].map((line) => ({ line })),
  ];

  test("the set and the round as read, scores, rankings, indexes", () => {
    for (const it of [set, round, assessment, indexes(set, round), rows(assessment)])
      expect(hidden(it)).toEqual([]);
    for (const until of ["self", "first"] as const) expect(hidden(assess(set, round, { until }))).toEqual([]);
  });

  test("every part of an explanation, and histories", () => {
    for (const unit of units)
      for (const part of parts) {
        const explanation = explain(set, round, unit, part);
        expect(hidden(explanation)).toEqual([]);
        expect(hidden(rows(explanation))).toEqual([]);
      }
    for (const item of lines) expect(hidden(itemHistory(set, round, units[0] as string, item))).toEqual([]);
  });

  test("comparisons, gains, changes", () => {
    const results = indexes(set, round);
    const item = round.selfAssessments[0]?.answers[0]?.item;
    for (const unit of units) {
      expect(hidden(compare({ set, round, unit }, { set, round, unit: units[0] as string }))).toEqual([]);
      for (const goal of [{ index: "100" }, { place: 1 }])
        expect(hidden(gains(set, round, unit, goal))).toEqual([]);
      if (item !== undefined)
        for (const answer of [null, { facts: {} }])
          expect(hidden(change(set, round, results, { unit, item, answer }))).toEqual([]);
    }
  });

  test("records, proofs and what a verification says", () => {
    for (const { id: group } of set.groups) {
      const record = seal(set, round, { group });
      const first = record.units[0];
      if (first === undefined) throw new Error("a group without units");
      const proof = proofOf(record, first.unit);
      const forged = { ...first, result: { ...first.result, index: "0" } };
      for (const it of [record, seal(set, round, { unit: first.unit }, { texts: "digest" }), proof])
        expect(hidden(it)).toEqual([]);
      for (const it of [record, first, forged, {}])
        for (const options of [{}, { set }, { set, round, proof }])
          expect(hidden(verify(it, options))).toEqual([]);
    }
  });

  test("surveys, appraisals, places that vary", () => {
    const { survey } = set;
    if (survey !== undefined) expect(hidden(mergeSurvey(set, round.tally))).toEqual([]);
    for (const self of round.selfAssessments) expect(hidden(appraise(set, self, round.ledger))).toEqual([]);
    const vary = { weights: 20, items: true };
    expect(hidden(rankIntervals(set, round, { runs: 10, seed: 1, vary }))).toEqual([]);
  });
});

test("audits of published tables, sound or not", () => {
  for (const id of ["binh-duong/district/2017", "moha/ministry/2023", "moha/province/2012"]) {
    const table = load(`published/${id}.1.table.json`);
    table.rows[0].total = "12.34";
    for (const it of [load(`published/${id}.1.table.json`), table, {}])
      expect(hidden(auditTable(criteriaSet(id), it))).toEqual([]);
  }
});

test("a hidden member is seen", () => {
  const odd = {
    gap: undefined,
    [Symbol("mark")]: 1,
    get sum() {
      return 1;
    },
    list: Object.defineProperty([1], "extra", { value: 1 }),
    map: new Map(),
    not: Number.NaN,
  };
  expect(hidden(odd)).toEqual([
    "it.gap",
    "it.sum",
    "it.list.extra",
    "it.map.__proto__",
    "it.not",
    "it.Symbol(mark)",
  ]);
});
