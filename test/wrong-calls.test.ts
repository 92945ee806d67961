/** Calls that are wrong in a way that is often tried: each names the function and says what to give instead. */
import { readFileSync } from "node:fs";
import {
  appraise,
  assess,
  blankSelfAssessment,
  checkCriteriaSet,
  checkRound,
  checkSelfAssessment,
  emptyTally,
  explain,
  explanationText,
  InvalidError,
  indexes,
  issueText,
  mergeSurvey,
  mergeTallies,
  readRound,
  score,
  type Tally,
} from "par-index";
import { rankIntervals, rows, seal, verify } from "par-index/audit";
import { criteriaSet } from "par-index/criteria";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../src/plain.ts";
import { publicFunctions, rightCalls } from "./support/calls.ts";

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
  [
    "explain with an id in an object",
    'explain: there is no option "id"; there are item, source, line, until',
    () => explain(set, round, unit.id, wrong({ id: "1" })),
  ],
  ["explain with two names", explaining, () => explain(set, round, unit.id, { item: "1", line: "late" })],
  [
    "explain with a number",
    "explain: the options must be an object of item, source, line, until, not 1.1",
    () => explain(set, round, unit.id, wrong(1.1)),
  ],
  ["a form for a unit without kinds", form, () => blankSelfAssessment(set, wrong({ id: unit.id }))],
  ["a form for nobody", form, () => blankSelfAssessment(set, wrong(undefined))],
  ["score without an appraisal", scoring, () => score(set, wrong({ unit }))],
  ["score without anything", scoring, () => score(set, wrong(undefined))],
  ["rows of a verification", laying, () => rows(wrong(verify(record, { set })))],
  [
    "verify with the set as it stands",
    'verify: there is no option "format"; there are set, round, digest, root, proof',
    () => Reflect.apply(verify, undefined, [record, set, round]),
  ],
  [
    "verify with no object",
    "verify: the options must be an object of set, round, digest, root, proof, not null",
    () => verify(record, wrong(null)),
  ],
  [
    "verify with a misspelt option",
    'verify: there is no option "rounds"; there are set, round, digest, root, proof',
    () => verify(record, wrong({ set, rounds: round })),
  ],
  [
    "assess with a stage",
    'assess: the options must be an object of until, without, not "final"',
    () => assess(set, round, wrong("final")),
  ],
  [
    "assess with a misspelt option",
    'assess: there is no option "untill"; there are until, without',
    () => assess(set, round, wrong({ untill: "final" })),
  ],
  [
    "rank intervals of nothing",
    "rankIntervals: the options must be an object of runs, seed, vary, onProgress, not null",
    () => rankIntervals(set, round, wrong(null)),
  ],
  [
    "a tally with a text as count",
    'mergeTallies: the argument 2 must be a tally, as tally and readTally give it: forms is "051", and counts are whole numbers from 0',
    () => mergeTallies(emptyTally, wrong(tallyOf("051"))),
  ],
  [
    "a tally with a negative count",
    "mergeTallies: the argument 1 must be a tally, as tally and readTally give it: forms is -1, and counts are whole numbers from 0",
    () => mergeTallies(tallyOf(-1)),
  ],
  [
    "a survey of half a form",
    "mergeSurvey: the second argument must be a tally, as tally and readTally give it: forms is 0.5, and counts are whole numbers from 0",
    () => mergeSurvey(set, tallyOf(0.5)),
  ],
  [
    "the survey in place of the tally",
    "mergeSurvey: the second argument must be a tally, as tally and readTally give it: batches is no list",
    () => mergeSurvey(set, wrong(mergeSurvey(set, emptyTally))),
  ],
])("%s", (_, message, call) => {
  expect(call).toThrow(new TypeError(message));
});

/** What a call throws, be it at once or by its promise; undefined where it throws nothing. */
async function thrownBy(name: string, given: readonly unknown[]): Promise<unknown> {
  try {
    await publicFunctions.get(name)?.(...given);
    return undefined;
  } catch (error) {
    return error;
  }
}

/** The entries as their snapshots promise them. */
const promised = ["index", "criteria", "audit", "check", "process", "report"]
  .map((entry) => readFileSync(new URL(`package/api/${entry}.txt`, import.meta.url), "utf8"))
  .join("\n");

/** The name under which a function that takes a table of words alone speaks: that of the one that takes a language too. */
const spoken = (name: string): string => name.replace(/In$/, "");

describe("every public function", () => {
  const names = [...publicFunctions.keys()].sort();
  const withOptions = names.filter((name) => rightCalls[name]?.options !== undefined);

  test("is called here as it should be", async () => {
    expect(Object.keys(rightCalls).sort()).toEqual(names);
    for (const [name, { given, options }] of Object.entries(rightCalls))
      expect([name, await thrownBy(name, options === undefined ? given : [...given, options])]).toEqual([
        name,
        undefined,
      ]);
  });

  test("that takes options has them last, as an object", () => {
    const signatures = promised.matchAll(/^function (\w+)\((.*)\): /gm);
    const taking = [...signatures].flatMap(([, name = "", parameters = ""]) =>
      /\w+Options\b/.test(parameters) ? [{ name, last: parameters.split(", ").at(-1) }] : [],
    );
    expect(taking.filter(({ last }) => !/^options\??: \w*Options$/.test(last ?? ""))).toEqual([]);
    expect(taking.filter(({ name }) => !withOptions.includes(name))).toEqual([]);
  });

  test.each(withOptions)("%s refuses options that it does not know", async (name) => {
    const { given, options } = rightCalls[name] ?? { given: [] };
    const misspelt = await thrownBy(name, [...given, { ...options, untill: "final" }]);
    expect(misspelt).toBeInstanceOf(TypeError);
    expect(String(misspelt)).toMatch(`${spoken(name)}: there is no option "untill"; there are `);
    for (const wrong of [null, 7, new Date(0), ["final"]]) {
      const thrown = await thrownBy(name, [...given, wrong]);
      expect(thrown).toBeInstanceOf(TypeError);
      expect(String(thrown)).toMatch(`${spoken(name)}: `);
    }
  });

  test.each(names)("%s says what to give where something else is given", async (name) => {
    const { given } = rightCalls[name] ?? { given: [] };
    for (const at of given.keys())
      for (const wrong of [null, 7, new Date(0), "{}", undefined]) {
        const thrown = await thrownBy(
          name,
          given.map((it, place) => (place === at ? wrong : it)),
        );
        // What is data is judged, and what may be absent is absent.
        if (thrown === undefined || thrown instanceof InvalidError) continue;
        expect(String(thrown)).toMatch(new RegExp(`^(Type|Range)Error: (${spoken(name)}|canonicalText): `));
      }
  });
});

test.each([
  ["a clone", structuredClone(set), "it is a clone or the parsed file"],
  [
    "a set of another copy of the package",
    deepFreeze(structuredClone(set)),
    "it seems to be of another copy",
  ],
  ["the id", set.id, 'it is "binh-duong/district/2017"'],
  ["the text of the file", JSON.stringify(set), "it is JSON text, not yet parsed"],
  ["nothing", undefined, "it is undefined"],
])("%s in place of the set is named", (_, given, named) => {
  expect(() => assess(wrong(given), round)).toThrow(
    new RegExp(`^assess: the criteria set was not made by readCriteriaSet of this copy: ${named}`),
  );
});

test("the tally in place of the survey is named", () => {
  const appraisal = appraise(set, { unit: unit.id, answers: [] }, []);
  expect(() => score(set, { unit, appraisal, survey: wrong(emptyTally) })).toThrow(
    new TypeError(
      "score: the survey must be what mergeSurvey makes of a tally, not an object of another kind",
    ),
  );
});

test("JSON text in place of its value, and a Date in place of its text, are one issue", () => {
  const text = JSON.stringify(round);
  expect(checkRound(set, text).map(({ code }) => code)).toEqual(["json-text"]);
  expect(checkCriteriaSet(` ${text}`).map(({ code }) => code)).toEqual(["json-text"]);
  expect(checkSelfAssessment(set, "[]").map(({ code }) => code)).toEqual(["json-text"]);
  const dated = { unit: "a", submitted: new Date(0), answers: [] };
  const issues = checkSelfAssessment(set, dated);
  expect(issues.map(({ code, path, params }) => [code, path.join("."), params["found"]])).toEqual([
    ["not-plain-data", "submitted", "Date"],
  ]);
  expect(issueText(issues, "vi")).toContain("ngày ghi bằng chữ như “2026-12-18”");
});

test.each([
  ["20/12/2026", "2026-12-20"],
  ["2026-1-5", "2026-01-05"],
  ["2026/12/20", "2026-12-20"],
  ["ngày 5 tháng 1 năm 2027", "2027-01-05"],
  ["12/20/2026", undefined],
  ["31/02/2026", undefined],
  ["2026-12-32", undefined],
])("a day written as %j is told as data writes it, where it is one", (submitted, expected) => {
  const issues = checkSelfAssessment(set, { unit: "hoa-lam-so-y-te", submitted, answers: [] });
  const found = issues.filter(({ code }) => code === "not-a-date");
  expect(found.map(({ params }) => params["expected"])).toEqual([expected]);
  const ending = expected === undefined ? "." : `: ${expected}.`;
  expect(issueText(found, "en")).toContain(`Write it again${ending}\n`);
  expect(issueText(found, "vi")).toContain(`Viết lại ngày${ending}\n`);
});

test("a Proxy that throws, or was revoked, is a wrong call like any other", () => {
  const boom = (): never => {
    throw new Error("boom");
  };
  const { proxy, revoke } = Proxy.revocable<object>({}, {});
  revoke();
  const throwing = new Proxy({}, { get: boom, has: boom, ownKeys: boom, getPrototypeOf: boom });
  for (const given of [throwing, proxy]) {
    const calls: readonly (() => unknown)[] = [
      () => assess(set, round, wrong(given)),
      () => assess(wrong(given), round),
      () => mergeTallies(wrong(given)),
      () => mergeSurvey(set, wrong(given)),
      () => explanationText(wrong(given), "vi"),
    ];
    for (const call of calls) expect(call).toThrow(/^\w+: .*a Proxy that cannot be read/);
  }
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
