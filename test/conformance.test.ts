/** The published conformance vectors are what this library gives; `npm run generate` rewrites them. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { setDigest } from "../src/audit/digest.ts";
import { partStep } from "../src/audit/record-check.ts";
import { verify } from "../src/audit/verify.ts";
import type { CriteriaSet } from "../src/criteria-set.ts";
import { readCriteriaSet } from "../src/set/check.ts";
import { printed, scoreVectors } from "./support/conformance.ts";
import { recordVectors, stateMarksOf } from "./support/conformance-records.ts";
import { forged, forgedVectors } from "./support/forged.ts";
import { leavesOf, type Raw } from "./support/random-round.ts";

const read = (file: string): Raw => JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));

test("the score vectors are what the library gives", async () => {
  await expect(printed(scoreVectors())).toMatchFileSnapshot("conformance/scores.json");
});

test("the record vectors are what the library gives", async () => {
  await expect(printed(recordVectors())).toMatchFileSnapshot("conformance/records.json");
});

test("the forged vectors are made from the closed shape", async () => {
  await expect(printed(forgedVectors())).toMatchFileSnapshot("conformance/forged.json");
});

test("the library refuses every forgery at its place, and nothing genuine", () => {
  const { genuine, forged: forgeries } = read("conformance/forged.json");
  const found = forgeries.map(({ record, edits, place }: Raw) => {
    const { conclusion, firstDifference } = verify(forged(genuine[record], edits));
    return [conclusion, firstDifference?.pointer, place];
  });
  expect(found.length).toBeGreaterThanOrEqual(100);
  expect(found.filter(([what, at, place]: Raw) => what !== "unreadable" || at !== place)).toEqual([]);
  expect(Object.values(genuine).map((record) => verify(record).conclusion)).toEqual([
    "partly",
    "partly",
    "partly",
  ]);
});

test("the library verifies the records and proofs that are said to be valid, and no other", () => {
  const { sets, records, proofs } = read("conformance/records.json");
  const criteria = new Map(sets.map(readCriteriaSet).map((set: CriteriaSet) => [setDigest(set), set]));
  const named = new Map(records.map(({ name, record }: Raw) => [name, record]));
  const answers = [
    ...records.map(({ name, record, valid }: Raw) => {
      const { digests, recomputation } = verify(record, {
        set: criteria.get(record.set.digest) as CriteriaSet,
      });
      return [name, valid, digests === "hold" && recomputation === "agrees"];
    }),
    ...proofs.map(({ name, record, unit, proof, root, valid }: Raw) => {
      const own = (named.get(record) as Raw).units.find((it: Raw) => it.unit === unit);
      return [name, valid, verify(own, { proof, root }).inclusion === "holds"];
    }),
  ];
  expect(answers.filter(([, valid, verified]: Raw) => valid !== verified)).toEqual([]);
});

test("every mark of a state and of a share of 0 stands in a vector", () => {
  const { vectors } = read("conformance/records.json");
  const marks = new Set(vectors.flatMap(({ vector }: Raw) => stateMarksOf(vector)));
  expect([...marks].sort().join(" ")).toBe("h l nc np nr ns ua ue wa wc wg wq wr ws wt");
});

test("the library refuses the forgeries of gates, grades, quotas, votes, fields and replacements at their places", () => {
  const { sets, records } = read("conformance/records.json");
  const criteria = new Map(sets.map(readCriteriaSet).map((set: CriteriaSet) => [setDigest(set), set]));
  const forgeries = records.filter(({ place }: Raw) => place !== undefined);
  const missed = forgeries.flatMap(({ name, record, place }: Raw) => {
    const { conclusion, firstDifference } = verify(record, {
      set: criteria.get(record.set.digest) as CriteriaSet,
    });
    const { pointer, step = "" } = firstDifference ?? {};
    const isThere = pointer === undefined ? step.startsWith(stepAt(record, place)) : pointer === place;
    return isThere && ["wrong", "unreadable"].includes(conclusion) ? [] : [[name, place, conclusion, step]];
  });
  expect(missed).toEqual([]);
  expect(forgeries.length).toBeGreaterThanOrEqual(45);
});

/** The name that a step has at a place of a record. */
function stepAt(record: Raw, place: string): string {
  const [first = "", ...rest] = place.slice(1).split("/");
  if (first === "units") {
    const unit = record.units[Number(rest[0])];
    return `unit ${unit.unit}: ${stepAt(unit, `/${rest.slice(1).join("/")}`)}`;
  }
  const at = Number(rest[1]);
  if (first === "steps" && rest[0] === "leaves") return `leaf ${record.steps.leaves[at].item}`;
  if (first === "steps" && rest[0] === "nodes") return `node ${record.steps.nodes[at].item}`;
  if (first === "ranking" && rest[0] === "places") return `place of ${record.ranking.places[at].unit}`;
  return partStep(first, record[first], rest);
}

test("there are at least 500 vectors, and they are of every state", () => {
  const { cases } = read("conformance/scores.json");
  const units = cases.flatMap((it: Raw) => it.units);
  expect(units.length).toBeGreaterThanOrEqual(500);
  expect(new Set(units.map(({ state }: Raw) => state))).toEqual(
    new Set(["complete", "provisional", "not-applicable", "refused", "unscored"]),
  );
});

test("at least 30 vectors have a stretched leaf, of every measure, with rising and with falling ends", () => {
  const { cases } = read("conformance/scores.json");
  const withKind = cases.map(({ set, units }: Raw) => ({
    units: units.filter(({ leaves }: Raw) => leaves !== undefined).length,
    rules: leavesOf(set.items).flatMap(({ rule }) => (rule?.kind === "stretched" ? [rule] : [])),
  }));
  const units = withKind.map((it: Raw) => (it.rules.length > 0 ? it.units : 0));
  expect(units.reduce((sum: number, own: number) => sum + own, 0)).toBeGreaterThanOrEqual(30);
  const forms = withKind.flatMap(({ rules }: Raw) =>
    rules.map(
      ({ of, empty, zeroAt, fullAt }: Raw) =>
        `${of} ${empty ?? "-"} ${Number(zeroAt) < Number(fullAt) ? "rising" : "falling"}`,
    ),
  );
  const measures = ["ratio full", "ratio zero", "ratio not-applicable", "percent -", "number -"];
  expect(new Set(forms)).toEqual(new Set(measures.flatMap((it) => [`${it} rising`, `${it} falling`])));
});

test("at least 30 vectors have a vote, and a council with a member of one field", () => {
  const { cases } = read("conformance/scores.json");
  const withVotes = ({ round }: Raw): number =>
    new Set((round.ledger ?? []).flatMap(({ unit, votes }: Raw) => (votes === undefined ? [] : [unit]))).size;
  const isLimited = ({ round }: Raw): boolean =>
    (round.councils ?? []).some(({ roles }: Raw) => roles.some(({ items }: Raw) => items !== undefined));
  const units = (of: readonly Raw[]): number => of.reduce((sum, one) => sum + withVotes(one), 0);
  expect(units(cases.filter(isLimited))).toBeGreaterThanOrEqual(30);
  expect(units(cases.filter((one: Raw) => !isLimited(one)))).toBeGreaterThanOrEqual(30);
});

test("each thing that decisions say stands in at least 30 vectors, and each two of them that can together in one", () => {
  const isOf =
    (period: RegExp) =>
    ({ set }: Raw): boolean =>
      period.test(set.id);
  const periods = {
    year: isOf(/\/\d{4}$/),
    span: isOf(/\d{4}-\d{4}$/),
    half: isOf(/-h[12]$/),
    quarter: isOf(/-q[1-4]$/),
    month: isOf(/\/\d{4}-\d{2}$/),
  };
  const anyItem = (items: readonly Raw[]): boolean =>
    items.some((it) => it.requires !== undefined || anyItem(it.items ?? []));
  const features: Readonly<Record<string, (one: Raw) => boolean>> = {
    gate: ({ set }) => anyItem(set.items),
    condition: ({ set }) => (set.grades ?? []).some(({ requires }: Raw) => requires !== undefined),
    quota: ({ set }) => (set.grades ?? []).some(({ quota }: Raw) => quota !== undefined),
    vote: ({ round }) => (round.ledger ?? []).some(({ votes }: Raw) => votes !== undefined),
    absent: ({ round }) => (round.ledger ?? []).some(({ absent = [] }: Raw) => absent.length > 0),
    list: ({ lists = [] }) => lists.some(({ by }: Raw) => by !== undefined),
    field: ({ round }) =>
      (round.councils ?? []).some(({ roles }: Raw) => roles.some(({ items }: Raw) => items !== undefined)),
    replaced: ({ round }) => round.units.some(({ replaces }: Raw) => replaces !== undefined),
    edition: ({ set }) => set.edition > 1,
    day: ({ until }) => /^\d/.test(until ?? ""),
    ...periods,
  };
  const { cases } = read("conformance/scores.json");
  const holding = (...all: readonly string[]): number =>
    cases
      .filter((one: Raw) => all.every((name) => features[name]?.(one)))
      .reduce((sum: number, { units }: Raw) => sum + units.length, 0);
  const names = Object.keys(features);
  const rare = [
    ...names.filter((name) => holding(name) < 30),
    ...names.flatMap((one) =>
      names
        .filter((other) => one === other || !(one in periods && other in periods))
        .filter((other) => holding(one, other) < 1)
        .map((other) => `${one} ${other}`),
    ),
  ];
  expect(rare).toEqual([]);
});

test("at least 30 vectors are of published figures, some of a maximum of their own and some that do not apply, as marks too", () => {
  const { cases } = read("conformance/scores.json");
  const holding = (key: string): Raw[] =>
    cases.flatMap(({ set, round, units }: Raw) =>
      set.status !== "summary"
        ? []
        : units.filter(({ unit }: Raw) =>
            round.statistics.some((it: Raw) => it.unit === unit && it[key] !== undefined),
          ),
    );
  expect(holding("maxPoints").length).toBeGreaterThanOrEqual(30);
  expect(holding("notApplicable").length).toBeGreaterThanOrEqual(30);
  const { vectors } = read("conformance/records.json");
  const marks = vectors.flatMap(({ name, vector }: Raw) => (name.startsWith("figures") ? [vector] : []));
  expect(marks.filter((it: string) => /\d~\d/.test(it)).length).toBeGreaterThanOrEqual(5);
  expect(marks.filter((it: string) => /\bnp\b/.test(it)).length).toBeGreaterThanOrEqual(5);
});

test("there are records, and proofs of groups of several sizes, that are valid and that are not", () => {
  const { records, proofs } = read("conformance/records.json");
  const kinds = records.map(({ record, valid }: Raw) => `${record.kind} ${record.texts} ${valid}`);
  expect([...new Set(kinds)].sort()).toEqual([
    ...["group digest true", "group full false", "group full true"],
    ...["unit digest false", "unit digest true", "unit full false", "unit full true"],
  ]);
  const sizes = proofs.map(({ record, valid }: Raw) => `${record}: ${valid}`);
  expect([...new Set(sizes)]).toEqual(
    [1, 2, 3, 5, 7].flatMap((size) => [`a group of ${size}: true`, `a group of ${size}: false`]),
  );
});
