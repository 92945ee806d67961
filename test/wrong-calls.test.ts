/** Calls that are wrong in a way that is often tried: each names the function and says what to give instead. */
import { readFileSync } from "node:fs";
import { blankSelfAssessment, explain, readRound, score } from "par-index";
import { rows, seal, verify } from "par-index/audit";
import { criteriaSet } from "par-index/criteria";
import { expect, test } from "vitest";

const set = criteriaSet("binh-duong/district/2017");
const file = "../docs/examples/published/binh-duong/district/2017.1.json";
const round = readRound(set, JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8")));
const [unit] = round.units;
if (unit === undefined) throw new Error("the round has no unit");
const record = seal(set, round, { unit: unit.id });

/** A call with what its types refuse. */
const wrong = <T>(value: unknown): T => value as T;

const sealing = "seal: the target must be { unit } or { group }";
const explaining = "explain: what is the text of an item, line or source, or { source } or { line }";
const form = "blankSelfAssessment: give the id of the unit, or the unit with its kinds as readRound gives it";
const scoring = "score: the input must have the unit, and its appraisal as appraise gives it";
const laying = "rows: the value is no result that it lays out; for a verification there is verificationText";
const verifying =
  "verify: the options must be an object of set, round, proof and root, each where it is known";

test.each<[string, string, () => unknown]>([
  ["seal with the id of a unit", sealing, () => seal(set, round, wrong(unit.id))],
  ["seal with neither", sealing, () => seal(set, round, wrong({}))],
  ["seal without a target", sealing, () => seal(set, round, wrong(undefined))],
  ["explain with an item in an object", explaining, () => explain(set, round, unit.id, wrong({ item: "1" }))],
  ["explain with a number", explaining, () => explain(set, round, unit.id, wrong(1.1))],
  ["explain with null", explaining, () => explain(set, round, unit.id, wrong(null))],
  ["a form for a unit without kinds", form, () => blankSelfAssessment(set, wrong({ id: unit.id }))],
  ["a form for nobody", form, () => blankSelfAssessment(set, wrong(undefined))],
  ["score without an appraisal", scoring, () => score(set, wrong({ unit }))],
  ["score without anything", scoring, () => score(set, wrong(undefined))],
  ["rows of a verification", laying, () => rows(wrong(verify(record, { set })))],
  [
    "verify with the set as it stands",
    verifying,
    () => Reflect.apply(verify, undefined, [record, set, round]),
  ],
  ["verify with no object", verifying, () => verify(record, wrong(null))],
  ["verify with a misspelt option", verifying, () => verify(record, wrong({ set, rounds: round }))],
])("%s", (_, message, call) => {
  expect(call).toThrow(new TypeError(message));
});
