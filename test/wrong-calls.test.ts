/** Calls that are wrong in a way that is often tried: each names the function and says what to give instead. */
import { readFileSync } from "node:fs";
import {
  assess,
  blankSelfAssessment,
  checkRound,
  emptyTally,
  explain,
  indexes,
  mergeSurvey,
  mergeTallies,
  readRound,
  score,
  type Tally,
} from "par-index";
import { rankIntervals, rows, seal, verify } from "par-index/audit";
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

const tallyOf = (forms: unknown): Tally =>
  wrong({
    batches: [],
    counts: [{ unit: "a", questionnaire: "q", forms, questions: [], invalid: [] }],
    invalid: [],
  });

const sealing = "seal: the target must be { unit } or { group }";
const explaining =
  "explain: what is the text of an item, line or source, or an object with one of item, source, line, and until";
const form = "blankSelfAssessment: give the id of the unit, or the unit with its kinds as readRound gives it";
const scoring = "score: the input must have the unit, and its appraisal as appraise gives it";
const laying = "rows: the value is no result that it lays out; for a verification there is verificationText";

test.each<[string, string, () => unknown]>([
  ["seal with the id of a unit", sealing, () => seal(set, round, wrong(unit.id))],
  ["seal with neither", sealing, () => seal(set, round, wrong({}))],
  ["seal without a target", sealing, () => seal(set, round, wrong(undefined))],
  ["explain with an id in an object", explaining, () => explain(set, round, unit.id, wrong({ id: "1" }))],
  ["explain with two names", explaining, () => explain(set, round, unit.id, { item: "1", line: "late" })],
  ["explain with a number", explaining, () => explain(set, round, unit.id, wrong(1.1))],
  ["explain with null", explaining, () => explain(set, round, unit.id, wrong(null))],
  ["a form for a unit without kinds", form, () => blankSelfAssessment(set, wrong({ id: unit.id }))],
  ["a form for nobody", form, () => blankSelfAssessment(set, wrong(undefined))],
  ["score without an appraisal", scoring, () => score(set, wrong({ unit }))],
  ["score without anything", scoring, () => score(set, wrong(undefined))],
  ["rows of a verification", laying, () => rows(wrong(verify(record, { set })))],
  [
    "verify with the set as it stands",
    'verify: there is no option "format"; there are set, round, proof, root',
    () => Reflect.apply(verify, undefined, [record, set, round]),
  ],
  [
    "verify with no object",
    "verify: the options must be an object of set, round, proof, root, not null",
    () => verify(record, wrong(null)),
  ],
  [
    "verify with a misspelt option",
    'verify: there is no option "rounds"; there are set, round, proof, root',
    () => verify(record, wrong({ set, rounds: round })),
  ],
  [
    "assess with a stage",
    'assess: the options must be an object of until, not "final"',
    () => assess(set, round, wrong("final")),
  ],
  [
    "assess with a misspelt option",
    'assess: there is no option "untill"; there are until',
    () => assess(set, round, wrong({ untill: "final" })),
  ],
  [
    "rank intervals of nothing",
    "rankIntervals: the options must be an object of runs, seed, vary, not undefined",
    () => rankIntervals(set, round, wrong(undefined)),
  ],
  [
    "a tally with a text as count",
    'mergeTallies: the argument 2 is not a tally, as tally and readTally give it: forms is "051", and counts are whole numbers from 0',
    () => mergeTallies(emptyTally, wrong(tallyOf("051"))),
  ],
  [
    "a tally with a negative count",
    "mergeTallies: the argument 1 is not a tally, as tally and readTally give it: forms is -1, and counts are whole numbers from 0",
    () => mergeTallies(tallyOf(-1)),
  ],
  [
    "a survey of half a form",
    "mergeSurvey: the second argument is not a tally, as tally and readTally give it: forms is 0.5, and counts are whole numbers from 0",
    () => mergeSurvey(set, tallyOf(0.5)),
  ],
  [
    "the survey in place of the tally",
    "mergeSurvey: the second argument is not a tally, as tally and readTally give it: batches is no list",
    () => mergeSurvey(set, wrong(mergeSurvey(set, emptyTally))),
  ],
])("%s", (_, message, call) => {
  expect(call).toThrow(new TypeError(message));
});

test.each(["2026-02-30", "third", "2026-1-2", ""])("until %j is neither a stage nor a day", (until) => {
  for (const call of [assess, indexes])
    expect(() => call(set, round, { until: wrong(until) })).toThrow(RangeError);
  expect(() => explain(set, round, unit.id, { until: wrong(until) })).toThrow(RangeError);
});

test("three tallies are merged in one call, and no tally gives the empty one", () => {
  const [july, august, june] = ["07", "08", "06"].map((month) => ({ ...emptyTally, batches: [month] }));
  if (july === undefined || august === undefined || june === undefined) throw new Error("three months");
  expect(mergeTallies(july, august, june).batches).toEqual(["06", "07", "08"]);
  expect(mergeTallies()).toEqual(emptyTally);
});

test("a proxy that throws is data that cannot be read", () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const fail = (): never => {
    throw new Error("seen");
  };
  const handlers = [{ ownKeys: fail }, { getPrototypeOf: fail }, { getOwnPropertyDescriptor: fail }];
  for (const value of [proxy, ...handlers.map((handler) => new Proxy({ a: 1 }, handler))]) {
    expect(checkRound(set, value).map(({ code }) => code)).toContain("not-plain-data");
    expect(checkRound(set, { units: [value] }).map(({ code }) => code)).toContain("not-plain-data");
  }
});
