/** Answers of a round: one broken case for each check, and what the words say; self-assessments read alone. */
import { describe, expect, test } from "vitest";
import { InvalidError } from "../../src/issue.ts";
import { checkSelfAssessment, readSelfAssessment } from "../../src/round/read.ts";
import { expectCases } from "../support/cases.ts";
import { answers, issuesAfter, places, type Raw, set } from "../support/rounds.ts";
import { viOf } from "../support/words.ts";

describe("answers", () => {
  const at = "selfAssessments.1.answers";
  expectCases([
    ["an item that the set does not have", { [`${at}.0.item`]: "1.1.9" }, [`unknown-item ${at}.0.item`]],
    ["an answer on an inner node", { [`${at}.0.item`]: "1.1" }, [`item-not-a-leaf ${at}.0.item`]],
    [
      "an answer twice",
      (it) => it.selfAssessments[1].answers.push(it.selfAssessments[1].answers[0]),
      [`answer-twice ${at}.5.item`],
    ],
    [
      "a self-assessment twice",
      (it) => it.selfAssessments.push(it.selfAssessments[1]),
      ["self-assessment-twice selfAssessments.2.unit"],
    ],
    [
      "a self-assessment of an unknown unit",
      { "selfAssessments.0.unit": "hoa-lam/so-bb" },
      ["unknown-unit selfAssessments.0.unit"],
    ],
    [
      "a self-score on a survey item",
      { [`${at}.5`]: { item: "1.4", facts: { points: "3" } } },
      [`answer-on-survey-item ${at}.5.item`],
    ],
    [
      "a self-score on a statistic",
      { [`${at}.5`]: { item: "2.2", facts: { percent: "90" } } },
      [`answer-on-statistic ${at}.5.item`],
    ],
    [
      "a self-score on an appraiser's item",
      { [`${at}.5`]: { item: "2.3", facts: { numerator: 1, denominator: 1 } } },
      [`answer-on-appraiser-item ${at}.5.item`],
    ],
    [
      "a self-score of a bonus",
      { [`${at}.5`]: { item: "thuong-1", facts: { count: 1 } } },
      [`answer-on-line ${at}.5.item`],
    ],
    [
      "an answer of the wrong kind",
      { [`${at}.1.facts`]: { choice: "co" } },
      [`answer-of-wrong-kind ${at}.1.facts`],
    ],
    [
      "a numerator above its denominator",
      { [`${at}.1.facts`]: { numerator: 21, denominator: 20 } },
      [`numerator-above-denominator ${at}.1.facts.numerator`],
    ],
    [
      "a claim of not applicable where it is not allowed",
      { [`${at}.1.facts`]: undefined, [`${at}.1.notApplicable`]: { reason: "Không có" } },
      [`not-applicable-not-allowed ${at}.1.notApplicable`],
    ],
    [
      "facts and a claim of not applicable",
      { [`${at}.4.notApplicable`]: { reason: "Không phát sinh" } },
      [`answer-with-both ${at}.4`],
    ],
    [
      "neither facts nor a claim, which is not missed by the council's acceptance",
      { [`${at}.4.facts`]: undefined, "ledger.1.facts": undefined },
      [`answer-with-neither ${at}.4`],
    ],
    [
      "a claim without a reason",
      { [`${at}.4.facts`]: undefined, [`${at}.4.notApplicable`]: { reason: " " } },
      [`empty-text ${at}.4.notApplicable.reason`],
    ],
    ["no evidence where it is required", { [`${at}.1.evidence`]: [] }, [`evidence-missing ${at}.1.evidence`]],
    [
      "neither evidence nor explanation",
      { [`${at}.2.explanation`]: undefined },
      [`evidence-or-explanation-missing ${at}.2.evidence`],
    ],
    [
      "stated points that the facts do not give",
      { [`${at}.1.points`]: "2.6" },
      [`stated-points-differ ${at}.1.points`],
    ],
    [
      "stated points above the maximum",
      { [`${at}.1.points`]: "30" },
      [`stated-points-differ ${at}.1.points`],
    ],
    ["a decimal comma in stated points", { [`${at}.1.points`]: "2,55" }, [`decimal-comma ${at}.1.points`]],
    [
      "an answer from which the register exempts the unit",
      { "selfAssessments.0.unit": "hoa-lam/ban-c" },
      ["answer-on-exempt-item selfAssessments.0.answers.4.item"],
    ],
    [
      "a date that is not real",
      { "selfAssessments.1.submitted": "2026-02-30" },
      ["not-a-date selfAssessments.1.submitted"],
    ],
    [
      "an approval after the submission",
      { "selfAssessments.1.approved.date": "2026-12-21" },
      ["approved-after-submission selfAssessments.1.approved.date"],
    ],
    [
      "evidence dated after the submission",
      { [`${at}.0.evidence.0.date`]: "2026-12-21" },
      [`evidence-after-submission ${at}.0.evidence.0.date`],
    ],
    [
      "no day of submission",
      { "selfAssessments.1.submitted": undefined },
      ["not-submitted selfAssessments.1.submitted"],
    ],
    [
      "one day late",
      { "selfAssessments.1.submitted": "2026-12-22" },
      ["late-submission selfAssessments.1.submitted"],
    ],
    ["in time by the unit's own extension", { "selfAssessments.0.submitted": "2026-12-24" }, []],
    [
      "late in spite of the extension",
      { "selfAssessments.0.submitted": "2026-12-25" },
      ["late-submission selfAssessments.0.submitted"],
    ],
    ["an unknown key in an answer", { [`${at}.0.point`]: "1" }, [`misspelt-key ${at}.0.point`]],
    [
      "full points against a finding that is still open",
      { [`${at}.4.facts`]: { numerator: 1200, denominator: 1200 }, "findings.0.remedied": undefined },
      [`full-claim-against-finding ${at}.4`],
    ],
    [
      "full points against a finding put right after the period",
      { [`${at}.4.facts`]: { numerator: 1200, denominator: 1200 }, "findings.0.remedied": "2027-01-01" },
      [`full-claim-against-finding ${at}.4`],
    ],
    [
      "full points where the finding was put right on the last day",
      { [`${at}.4.facts`]: { numerator: 1200, denominator: 1200 }, "findings.0.remedied": "2026-12-31" },
      [],
    ],
  ]);

  test("the words name the days late and the last day in time", () => {
    const [late] = issuesAfter({ "selfAssessments.1.submitted": "2027-01-03", ledger: [], findings: [] });
    expect(viOf(late)).toContain("hạn cuối là ngày 21/12/2026: chậm 13 ngày");
    expect(late?.unit).toBe("hoa-lam/so-a");
  });

  test("an unknown item names the nearest one, and its unit", () => {
    const [issue] = issuesAfter({ [`${at}.0.item`]: "1.11" });
    expect(issue).toMatchObject({ params: { found: "1.11", expected: "1.1.1" }, unit: "hoa-lam/so-a" });
  });

  test("stated points rounded as published are no difference", () => {
    const change = (points: string) => (it: Raw) => {
      it.selfAssessments[1].answers[4].points = points;
    };
    expect(places(issuesAfter(change("3.95")))).toEqual([]);
    expect(places(issuesAfter(change("3.9467")))).toEqual([]);
    expect(places(issuesAfter(change("3.94")))).toEqual([
      "stated-points-differ selfAssessments.1.answers.4.points",
    ]);
    expect(places(issuesAfter(change("4")))).toEqual([
      "stated-points-differ selfAssessments.1.answers.4.points",
    ]);
    // The digits of a spreadsheet may be cut as well as rounded; one further off is a difference.
    expect(places(issuesAfter(change("3.94666666666666")))).toEqual([]);
    expect(places(issuesAfter(change("3.94666666666667")))).toEqual([]);
    expect(places(issuesAfter(change("3.94666666666668")))).toHaveLength(1);
  });
});

describe("a self-assessment read alone", () => {
  const raw = (): Raw => ({ unit: "hoa-lam/so-a", submitted: "2026-12-20", answers: answers().reverse() });

  test("comes out in the order of the set and reads back the same", () => {
    const read = readSelfAssessment(set, raw());
    expect(read.answers.map(({ item }) => item)).toEqual(["1.1.1", "1.1.2", "1.2", "1.3", "2.1"]);
    expect(readSelfAssessment(set, JSON.parse(JSON.stringify(read)))).toEqual(read);
    expect(Object.isFrozen(read.answers[0]?.evidence)).toBe(true);
  });

  test("decimals and counts mean the digits that were printed", () => {
    const one = raw();
    one.answers = [{ item: "1.1.2", facts: { numerator: 17, denominator: 20 }, points: 2.55 }];
    expect(readSelfAssessment(set, one).answers[0]?.points).toBe("2.55");
    one.answers[0].points = 0.1 + 0.2;
    expect(places(checkSelfAssessment(set, one))).toContain("number-not-exact answers.0.points");
  });

  test("an error throws with every issue, a warning does not", () => {
    const one = raw();
    one.answers[4].evidence = [];
    expect(places(checkSelfAssessment(set, one))).toEqual(["evidence-missing answers.4.evidence"]);
    expect(readSelfAssessment(set, one).answers.length).toBe(5);
    one.answers[0].facts = { numerator: 2, denominator: 1 };
    expect(() => readSelfAssessment(set, one)).toThrow(InvalidError);
    expect(checkSelfAssessment(set, one).map(({ unit, item }) => `${unit} ${item}`)).toEqual([
      "hoa-lam/so-a 2.1",
      "hoa-lam/so-a 1.1.1",
    ]);
  });

  test("answers are judged where the rest of the frame is wrong", () => {
    const one = raw();
    one.submitted = "20/12/2026";
    one.answers[0].facts = { numerator: 2, denominator: 1 };
    one.answers[4].evidence = [];
    const found = places(checkSelfAssessment(set, one));
    expect(found).toContain("evidence-missing answers.4.evidence");
    expect(found.length).toBe(checkSelfAssessment(set, { ...one, submitted: raw().submitted }).length + 1);
    expect(found.filter((it) => it.endsWith(" submitted")).length).toBe(1);
    expect(() => readSelfAssessment(set, one)).toThrow(InvalidError);
  });

  test("what is no self-assessment has its issues", () => {
    expect(places(checkSelfAssessment(set, null))).toEqual(["wrong-type "]);
    expect(places(checkSelfAssessment(set, { unit: "Sở A" }))).toEqual([
      "not-an-id unit",
      "missing-key answers",
    ]);
  });
});
