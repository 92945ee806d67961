/** The published conformance vectors are what this library gives; `npm run generate` rewrites them. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { setDigest } from "../src/audit/digest.ts";
import { verify } from "../src/audit/verify.ts";
import type { CriteriaSet } from "../src/criteria-set.ts";
import { readCriteriaSet } from "../src/set/check.ts";
import { printed, scoreVectors } from "./support/conformance.ts";
import { recordVectors } from "./support/conformance-records.ts";
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
