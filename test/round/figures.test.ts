/** Statistics, targets, findings and survey counts of a round: one broken case for each check. */
import { describe, expect, test } from "vitest";
import { InvalidError } from "../../src/issue.ts";
import { readRound, readStatistics, readTally } from "../../src/round/read.ts";
import { emptyTally, tally } from "../../src/survey/tally.ts";
import { expectCases } from "../support/cases.ts";
import {
  type Change,
  issuesAfter,
  places,
  type Raw,
  readSet,
  set,
  smallRound,
  withoutSpecial,
} from "../support/rounds.ts";

const relativeSet = readSet((raw: Raw) => {
  raw.items[0].items[2].rule = {
    kind: "relative",
    of: "count",
    what: { vi: "sáng kiến" },
    clauses: [
      { when: "below-target", percent: "50" },
      { when: "at-target", percent: "50" },
      { when: "leader", percent: "100" },
      { when: "between", percent: "50", upTo: "100" },
    ],
    withoutTarget: "best",
  };
  delete raw.items[0].items[2].examples;
});

describe("statistics, targets, findings", () => {
  const withTarget =
    (change: Raw = {}) =>
    (it: Raw) => {
      it.targets = [{ unit: "hoa-lam/so-a", item: "1.3", facts: { count: 2 }, ...change }];
    };
  expectCases([
    [
      "a statistic of an unknown unit",
      { "statistics.0.unit": "hoa-lam/so-x" },
      ["unknown-unit statistics.0.unit"],
    ],
    ["a statistic on an unknown item", { "statistics.0.item": "9" }, ["unknown-item statistics.0.item"]],
    [
      "a statistic on a leaf that is none",
      { "statistics.0.item": "1.3" },
      ["not-a-statistic statistics.0.item"],
    ],
    ["a statistic on a bonus", { "statistics.0.item": "thuong-1" }, ["unknown-item statistics.0.item"]],
    ["a statistic twice", (it) => it.statistics.push(it.statistics[0]), ["statistic-twice statistics.3"]],
    [
      "a percentage with a comma",
      { "statistics.0.facts.percent": "62,5" },
      ["decimal-comma statistics.0.facts.percent"],
    ],
    ["a statistic without facts", { "statistics.0.facts": undefined }, ["missing-key statistics.0.facts"]],
    ["a target on a leaf that is not relative", withTarget(), ["target-without-relative targets.0.item"]],
    ["a target on a relative leaf", withTarget(), [], relativeSet],
    ["a target of 0", withTarget({ facts: { count: 0 } }), ["target-zero targets.0.facts"], relativeSet],
    [
      "a target of an unknown unit",
      withTarget({ unit: "hoa-lam/so-x" }),
      ["unknown-unit targets.0.unit"],
      relativeSet,
    ],
    [
      "a target twice",
      (it) => {
        withTarget()(it);
        it.targets.push(it.targets[0]);
      },
      ["target-twice targets.1"],
      relativeSet,
    ],
    ["a finding twice", (it) => it.findings.push(it.findings[0]), ["finding-twice findings.1.id"]],
    [
      "a finding on an unknown unit",
      (it) => it.findings.push({ ...it.findings[0], id: "kt-02", unit: "hoa-lam/so-x" }),
      ["unknown-unit findings.1.unit"],
    ],
    [
      "a finding on no item of the set",
      (it) => it.findings.push({ ...it.findings[0], id: "kt-02", item: "99" }),
      ["unknown-item findings.1.item"],
    ],
    [
      "a finding put right before it was found",
      { "findings.0.remedied": "2026-08-31" },
      ["finding-remedied-before-found findings.0.remedied"],
    ],
    ["a finding that nobody addresses", { "ledger.0.findings": [] }, ["finding-unaddressed findings.0"]],
  ]);

  test("an unaddressed finding blocks closing where the set says so", () => {
    const blocking = readSet((raw: Raw) => {
      raw.policies.openFindings = "block";
    });
    const unaddressed = (it: Raw) => {
      it.ledger[0].findings = [];
    };
    expect(places(issuesAfter(unaddressed, blocking))).toEqual(["finding-blocks-closing findings.0"]);
    // Before anything is closed it is only a warning.
    const open = (it: Raw) => {
      unaddressed(it);
      it.acts = [];
    };
    expect(places(issuesAfter(open, blocking))).toEqual(["finding-unaddressed findings.0"]);
    // Addressed after the first stage was closed is too late for that act, in time for a finding made after it.
    const late = (it: Raw) => {
      unaddressed(it);
      it.ledger[2].findings = ["kt-01"];
    };
    expect(places(issuesAfter(late, blocking))).toEqual(["finding-blocks-closing findings.0"]);
    const later = (it: Raw) => {
      late(it);
      it.findings[0] = { ...it.findings[0], date: "2027-01-13", remedied: undefined };
    };
    expect(places(issuesAfter(later, blocking))).toEqual([]);
  });
});

test("statistics come out by unit and in the order of the set", () => {
  const { statistics } = smallRound();
  const read = readStatistics(set, statistics);
  expect(read.map(({ unit, facts }) => [unit, facts])).toEqual([
    ["hoa-lam/ban-c", { percent: "90" }],
    ["hoa-lam/so-a", { percent: "50" }],
    ["hoa-lam/so-b", { percent: "62.50" }],
  ]);
  expect(readStatistics(set, JSON.parse(JSON.stringify(read)))).toEqual(read);
  expect(() => readStatistics(set, [{ ...statistics[0], item: "1.3" }])).toThrow(InvalidError);
});

const onlyGeneral = readSet((raw: Raw) => {
  raw.survey.questionnaires[1].judges = ["chung"];
  raw.survey.questionnaires.push({ ...raw.survey.questionnaires[1], id: "phieu-xa-2", judges: ["dac-thu"] });
});

const counts = (round: Raw): Raw => round.tally.counts[0];

describe("survey counts", () => {
  test.each<[string, Change, string[]]>([
    ["of an unknown unit", { "tally.counts.0.unit": "hoa-lam/so-x" }, ["unknown-unit tally.counts.0.unit"]],
    [
      "of an unknown questionnaire",
      { "tally.counts.0.questionnaire": "phieu-xaa" },
      ["unknown-questionnaire tally.counts.0.questionnaire"],
    ],
    [
      "of a unit and questionnaire twice",
      (it) => it.tally.counts.push(counts(it)),
      ["counts-twice tally.counts.6"],
    ],
    [
      "with an unknown question",
      { "tally.counts.0.questions.0.question": "q3" },
      ["unknown-question tally.counts.0.questions.0.question"],
    ],
    [
      "with a question twice",
      { "tally.counts.0.questions.1.question": "q1" },
      ["listed-twice tally.counts.0.questions.1"],
    ],
    [
      "with an unknown option",
      { "tally.counts.0.questions.0.options.0.option": "rat-to" },
      ["unknown-answer-option tally.counts.0.questions.0.options.0.option"],
    ],
    [
      "with an option twice",
      { "tally.counts.0.questions.0.options.1.option": "rat-tot" },
      ["listed-twice tally.counts.0.questions.0.options.1"],
    ],
    [
      "below 0",
      { "tally.counts.0.questions.0.options.0.count": -1 },
      ["not-a-count tally.counts.0.questions.0.options.0.count"],
    ],
    ["that are no whole numbers", { "tally.counts.0.forms": 5.5 }, ["not-a-count tally.counts.0.forms"]],
    [
      "with more answers than forms",
      { "tally.counts.0.questions.0.options.0.count": 4 },
      ["more-answers-than-forms tally.counts.0.questions.0"],
    ],
    ["with as many answers as forms", { "tally.counts.0.questions.0.options.0.count": 3 }, []],
    [
      "with a form that answers nothing",
      { "tally.counts.0.forms": 10 },
      ["fewer-answers-than-forms tally.counts.0.forms"],
    ],
    [
      "with a code of invalid forms twice",
      (it) => counts(it).invalid.push(counts(it).invalid[0]),
      ["listed-twice tally.counts.0.invalid.1"],
    ],
    ["with a batch twice", { "tally.batches.2": "lo-1" }, ["batch-twice tally.batches.2"]],
    ["with an unknown key", { "tally.batchs": [] }, ["unknown-key tally.batchs"]],
    [
      "of a group that was not surveyed",
      { surveyNotHeld: [{ group: "chung", reason: "Không tổ chức" }] },
      ["survey-held-after-all surveyNotHeld.0.group"],
    ],
    [
      "of other groups than the one that was not surveyed",
      (it) => {
        withoutSpecial(it).statistics.push({ unit: "hoa-lam/ban-c", item: "2.2", facts: { percent: "90" } });
        it.surveyNotHeld = [{ group: "dac-thu", reason: "Không tổ chức" }];
      },
      [],
    ],
  ])("%s", (_, change, expected) => expect(places(issuesAfter(change))).toEqual(expected));

  test.each<[string, Raw[], string[]]>([
    ["an unknown group", [{ group: "xa", reason: "Không tổ chức" }], ["unknown-group surveyNotHeld.0.group"]],
    [
      "a group twice",
      [
        { group: "dac-thu", reason: "Không tổ chức" },
        { group: "dac-thu", reason: "Không tổ chức" },
      ],
      ["listed-twice surveyNotHeld.1.group"],
    ],
    ["no reason", [{ group: "dac-thu" }], ["missing-key surveyNotHeld.0.reason"]],
  ])("a survey said not to have been held: %s", (_, surveyNotHeld, expected) => {
    const change = (it: Raw): void => {
      it.tally.counts.splice(4);
      it.surveyNotHeld = surveyNotHeld;
    };
    expect(places(issuesAfter(change))).toEqual(expected);
  });

  test("a questionnaire that does not judge the unit's group", () => {
    const codes = issuesAfter({}, onlyGeneral).map(({ code, unit }) => `${code} ${unit}`);
    expect(codes).toEqual(["questionnaire-of-other-group hoa-lam/ban-c"]);
  });
});

describe("a tally read alone", () => {
  test("what `tally` counts reads back the same", () => {
    const response = (unit: string, option: string): Raw => ({
      unit,
      questionnaire: "phieu-xa",
      answers: [
        { question: "q2", option },
        { question: "q1", option: "tot" },
      ],
    });
    const counted = tally(
      set,
      [
        response("hoa-lam/so-b", "kem"),
        response("hoa-lam/so-a", "rat-tot"),
        response("hoa-lam/so-a", "xxx"),
        3,
      ],
      { batch: "lo-1" },
    );
    expect(readTally(set, JSON.parse(JSON.stringify(counted)))).toEqual(counted);
    expect(readTally(set, {})).toEqual(emptyTally);
  });

  test("counts of 0 and the order of the lists say nothing", () => {
    const { tally: raw } = smallRound();
    const read = readTally(set, raw);
    raw.counts[0].questions[0].options.unshift({ option: "kem", count: 0 });
    raw.counts[0].invalid.push({ code: "unknown-option", count: 0 });
    raw.counts.reverse();
    expect(readTally(set, raw)).toEqual(read);
    expect(readRound(set, smallRound()).tally).toEqual(read);
  });

  test("an error throws with its issues", () => {
    const { tally: raw } = smallRound();
    raw.counts[0].forms = -1;
    expect(() => readTally(set, raw)).toThrow(InvalidError);
    expect(() => readTally(set, raw)).toThrow("not-a-count counts[0].forms");
  });
});
