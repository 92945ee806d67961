/** Rounds: one broken case for each check of the frame, the register, the answers and the figures; then the laws of reading. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasErrors, InvalidError } from "../src/issue.ts";
import { assertRound, checkRound, judgeRound, readRound } from "../src/round/round-read.ts";
import {
  type Change,
  changedRound,
  entry,
  issuesAfter,
  places,
  type Raw,
  readSet,
  set,
  smallRound,
} from "./support/rounds.ts";

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

const decision = { number: "40/QD-HD", date: "2027-03-01" };

type Case = readonly [name: string, change: Change, expected: readonly string[], of?: typeof set];

function expectCases(cases: readonly Case[]): void {
  test.each(cases.map((it) => [it[0], it] as const))("%s", (_, [, change, expected, of]) => {
    const issues = issuesAfter(change, of);
    expect(places(issues)).toEqual(expected);
    for (const { vi, en } of issues) {
      // No fact that the words want is missing.
      expect(`${vi}\n${en}`).not.toMatch(/“”|\{|\( *\)|undefined/);
      expect(vi).toMatch(/[ạảãàáâậầấẩẫăắằặẳẵẹẻẽèéêệềếểễịỉĩìíọỏõòóôộồốổỗơợờớởỡụủũùúưựừứửữỳỵỷỹýđ]/i);
    }
  });
}

test("the small round has no issue", () => expect(places(checkRound(set, smallRound()))).toEqual([]));

describe("the frame", () => {
  expectCases([
    ["another set stops the reading", { set: "hoa-lam/commune/2026", units: [] }, ["round-of-other-set set"]],
    ["another edition stops the reading", { edition: 2, units: [] }, ["round-of-other-edition edition"]],
    [
      "a misspelt key",
      (it) => {
        it.ledgers = it.ledger;
        delete it.ledger;
      },
      ["misspelt-key ledgers"],
    ],
    [
      "councils under another key, which nobody misses",
      (it) => {
        it.hoiDong = it.councils;
        delete it.councils;
      },
      ["unknown-key hoiDong"],
    ],
    [
      "self-assessments under another key, which nobody misses",
      (it) => {
        it.selfAssessment = it.selfAssessments;
        delete it.selfAssessments;
      },
      ["misspelt-key selfAssessment"],
    ],
    [
      "acts that are no list, which nobody misses",
      {
        acts: "10/QD-HD",
        "ledger.4": entry({ stage: "correction", by: "chu-tich", date: "2027-03-01", decision }),
      },
      ["wrong-type acts"],
    ],
    ["a missing title", { title: undefined }, ["missing-key title"]],
    ["a list that is none", { extensions: { unit: "hoa-lam/so-b" } }, ["wrong-type extensions"]],
    ["another format", { format: 2 }, ["wrong-value format"]],
    ["no list of units", { units: "hoa-lam/so-a" }, ["wrong-type units"]],
    [
      "a round without anything",
      (it) => {
        for (const key of Object.keys(it)) delete it[key];
      },
      [
        "missing-key format",
        "missing-key set",
        "missing-key edition",
        "missing-key title",
        "missing-key status",
        "missing-key units",
      ],
    ],
  ]);

  test.each([null, 3, "round", [], undefined, () => 1, new Date(0)])(
    "%s is not a round and throws nothing",
    (value) => {
      const judged = judgeRound(set, value);
      expect(judged.fatal).toBe(true);
      expect(judged.round.units).toEqual([]);
      expect(hasErrors(judged.issues)).toBe(true);
    },
  );
});

describe("units and councils", () => {
  expectCases([
    ["a unit twice", (it) => it.units.push(it.units[0]), ["unit-twice units.3.id"]],
    ["a unit of an unknown group", { "units.1.group": "chun" }, ["unknown-group units.1.group"]],
    ["a unit of an unknown kind", { "units.1.kinds": ["khong-thu-tu"] }, ["unknown-kind units.1.kinds.0"]],
    ["a kind twice", { "units.2.kinds.1": "khong-thu-tuc" }, ["listed-twice units.2.kinds.1"]],
    [
      "a unit that replaces itself",
      { "units.1.replaces.0.unit": "hoa-lam/so-b" },
      ["unit-replaces-itself units.1.replaces.0.unit"],
    ],
    [
      "a replaced unit twice",
      (it) => it.units[1].replaces.push(it.units[1].replaces[0]),
      ["listed-twice units.1.replaces.1"],
    ],
    [
      "an id that cannot be one, and nothing that follows from it",
      { "units.2.id": "Ban C", "councils.0.units": ["hoa-lam/so-a", "hoa-lam/so-b"] },
      ["not-an-id units.2.id"],
    ],
    [
      "a council twice",
      (it) => it.councils.push({ ...it.councils[0], units: [] }),
      ["council-twice councils.1.id"],
    ],
    [
      "a role twice",
      (it) => it.councils[0].roles.push(it.councils[0].roles[2]),
      ["listed-twice councils.0.roles.3"],
    ],
    ["a role called unit", { "councils.0.roles.2.id": "unit" }, ["role-reserved councils.0.roles.2.id"]],
    [
      "a unit with two councils",
      { "councils.1": { id: "hoi-dong-2", title: { vi: "Hội đồng 2" }, units: ["hoa-lam/so-a"], roles: [] } },
      ["unit-with-two-councils councils.1.units.0"],
    ],
    [
      "a unit twice in one council",
      { "councils.0.units.3": "hoa-lam/so-a" },
      ["listed-twice councils.0.units.3"],
    ],
    [
      "a council of an unknown unit",
      { "councils.0.units.3": "hoa-lam/so-d" },
      ["unknown-unit councils.0.units.3"],
    ],
    [
      "a council that cannot be read is not missed by its entries",
      { "councils.0.title": undefined },
      ["missing-key councils.0.title"],
    ],
    [
      "a decision right that no stage has",
      { "councils.0.roles.0.decides": ["third"] },
      ["wrong-value councils.0.roles.0.decides.0"],
    ],
  ]);
});

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
    expect(late?.vi).toContain("hạn cuối là ngày 2026-12-21: muộn 13 ngày");
    expect(late?.unit).toBe("hoa-lam/so-a");
  });

  test("an unknown item names the nearest one, and its unit", () => {
    const [issue] = issuesAfter({ [`${at}.0.item`]: "1.11" });
    expect(issue).toMatchObject({ found: "1.11", expected: "1.1.1", unit: "hoa-lam/so-a" });
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
  });
});

describe("statistics, targets, findings, extensions", () => {
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
    ["a statistic twice", (it) => it.statistics.push(it.statistics[0]), ["statistic-twice statistics.2"]],
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
      "a finding on an inner node",
      (it) => it.findings.push({ ...it.findings[0], id: "kt-02", item: "2" }),
      ["item-not-a-leaf findings.1.item"],
    ],
    [
      "a finding put right before it was found",
      { "findings.0.remedied": "2026-08-31" },
      ["finding-remedied-before-found findings.0.remedied"],
    ],
    ["a finding that nobody addresses", { "ledger.0.findings": [] }, ["finding-unaddressed findings.0"]],
    [
      "an extension of an unknown deadline",
      { "extensions.0.deadline": "self-assesment" },
      ["unknown-deadline extensions.0.deadline"],
    ],
    [
      "an extension of an unknown unit",
      { "extensions.0.unit": "hoa-lam/so-x" },
      ["unknown-unit extensions.0.unit"],
    ],
    ["an extension twice", (it) => it.extensions.push(it.extensions[0]), ["extension-twice extensions.1"]],
    [
      "an extension that gives no time",
      { "extensions.0.by": "2026-12-21" },
      ["extension-not-later extensions.0.by"],
    ],
    [
      "an extension without a reason",
      { "extensions.0.reason": undefined },
      ["missing-key extensions.0.reason"],
    ],
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

describe("text and plain data", () => {
  test("text that is not in NFC is normalised, with a warning", () => {
    const round = smallRound();
    round.units[0].name.vi = "Sở A".normalize("NFD");
    expect(places(checkRound(set, round))).toEqual(["text-normalised units.0.name.vi"]);
    expect(readRound(set, round).units[1]?.name.vi).toBe("Sở A".normalize("NFC"));
  });

  test("thousands of normalised texts do not break the reading off", () => {
    const round = smallRound();
    const nfd = "Sở ".normalize("NFD");
    for (let at = 0; at < 1500; at++)
      round.units.push({ id: `hoa-lam/x-${at}`, name: { vi: `${nfd}${at}` }, group: "chung" });
    expect(readRound(set, round).units.length).toBe(1503);
    expect(checkRound(set, round).length).toBe(1500);
  });

  const cyclic: Raw = { numerator: 17 };
  cyclic.denominator = cyclic;
  class Facts {
    readonly numerator = 17;
    readonly denominator = 20;
  }
  const withGetter = {
    numerator: 17,
    get denominator() {
      throw new Error("read");
    },
  };
  test.each<[string, Raw, string[]]>([
    [
      "NaN",
      { numerator: Number.NaN, denominator: 20 },
      ["number-not-finite selfAssessments.1.answers.1.facts.numerator"],
    ],
    [
      "1e999",
      JSON.parse('{"numerator":1e999,"denominator":20}'),
      ["number-not-finite selfAssessments.1.answers.1.facts.numerator"],
    ],
    [
      "a decimal comma",
      { numerator: "17,5", denominator: 20 },
      ["not-a-count selfAssessments.1.answers.1.facts.numerator"],
    ],
    [
      "a negative count",
      { numerator: -1, denominator: 20 },
      ["not-a-count selfAssessments.1.answers.1.facts.numerator"],
    ],
    ["a cycle", cyclic, ["value-in-cycle selfAssessments.1.answers.1.facts.denominator"]],
    ["a class instance", new Facts(), ["not-plain-data selfAssessments.1.answers.1.facts"]],
    ["a getter", withGetter, ["not-plain-data selfAssessments.1.answers.1.facts.denominator"]],
    ["a function", () => 1, ["not-plain-data selfAssessments.1.answers.1.facts"]],
    [
      "__proto__",
      JSON.parse('{"numerator":17,"denominator":20,"__proto__":{"a":1}}'),
      ["key-not-allowed selfAssessments.1.answers.1.facts.__proto__"],
    ],
  ])("%s in an answer is one issue, of the one unit", (_, facts, expected) => {
    const round = smallRound();
    round.selfAssessments[1].answers[1].facts = facts;
    const judged = judgeRound(set, round);
    expect(places(judged.issues)).toEqual(expected);
    expect([...judged.unitIssues.keys()]).toEqual(["hoa-lam/so-a"]);
    expect(judged.issues[0]).toMatchObject({ unit: "hoa-lam/so-a", item: "1.1.2" });
    expect(judged.fatal).toBe(false);
  });

  test("a whole list that is lost makes the round unusable", () => {
    for (const key of [
      "ledger",
      "units",
      "tally",
      "selfAssessments",
      "councils",
      "acts",
      "findings",
      "extensions",
    ]) {
      const round = smallRound();
      Object.defineProperty(round, key, { enumerable: true, get: () => [] });
      const judged = judgeRound(set, round);
      expect(judged.fatal).toBe(true);
      expect(places(judged.issues)).toEqual([`not-plain-data ${key}`]);
    }
    const round = smallRound();
    Object.defineProperty(round.tally, "counts", { enumerable: true, get: () => [] });
    expect(judgeRound(set, round).fatal).toBe(true);
  });
});

describe("a unit with an error stands alone", () => {
  test("the other units keep everything, and the issues are listed by unit", () => {
    const round = smallRound();
    round.selfAssessments[1].answers[0].facts = { choice: "som" };
    const judged = judgeRound(set, round);
    expect(judged.fatal).toBe(false);
    expect([...judged.unitIssues.keys()]).toEqual(["hoa-lam/so-a"]);
    expect(judged.round.units.length).toBe(3);
    expect(judged.round.selfAssessments.map(({ answers }) => answers.length)).toEqual([4, 5]);
    expect(() => readRound(set, round)).toThrow(InvalidError);
  });

  test("warnings make no unit stand apart", () => {
    const round = smallRound();
    round.selfAssessments[1].answers[1].evidence = [];
    const judged = judgeRound(set, round);
    expect(judged.issues.length).toBe(1);
    expect(judged.unitIssues.size).toBe(0);
  });

  test.each<[string, Change, string[]]>([
    [
      "a council that cannot be read concerns all its units",
      { "councils.0.title": undefined },
      ["hoa-lam/ban-c", "hoa-lam/so-a", "hoa-lam/so-b"],
    ],
    [
      "an act before its predecessor concerns all units of its council",
      { "acts.2.date": "2027-01-11", ledger: [], findings: [] },
      ["hoa-lam/ban-c", "hoa-lam/so-a", "hoa-lam/so-b"],
    ],
    [
      "a batch twice concerns all units that were counted",
      { "tally.batches.2": "lo-1" },
      ["hoa-lam/so-a", "hoa-lam/so-b"],
    ],
    [
      "a survey held after all concerns the units of its group",
      { surveyNotHeld: [{ group: "chung", reason: "Không tổ chức" }] },
      ["hoa-lam/so-a", "hoa-lam/so-b"],
    ],
    [
      "an entry of an unknown unit concerns no unit of the round",
      { "ledger.4": entry({ unit: "hoa-lam/so-x" }) },
      [],
    ],
    ["a unit twice", (it) => it.units.push(it.units[0]), ["hoa-lam/so-a"]],
  ])("%s", (_, change, units) => {
    const judged = judgeRound(set, changedRound(change));
    expect(hasErrors(judged.issues)).toBe(true);
    expect([...judged.unitIssues.keys()].sort()).toEqual(units);
  });
});

describe("laws of reading", () => {
  const written = JSON.parse(JSON.stringify(readRound(set, smallRound())));

  test("what was written reads back the same", () => {
    expect(readRound(set, written)).toEqual(written);
    expect(checkRound(set, written)).toEqual([]);
  });

  test("the order of every list without meaning changes nothing", () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const round = smallRound();
        shuffleLists(round, (n) => g(fc.nat, { max: n }));
        expect(JSON.stringify(readRound(set, round))).toBe(JSON.stringify(written));
      }),
    );
  });

  test("the order of every list changes no issue of a broken round, but for its place", () => {
    const broken = (): Raw => {
      const round = smallRound();
      round.selfAssessments[1].answers[0].facts = { choice: "som" };
      round.ledger.push(entry({ kind: "adjust", points: "9", reason: "Sai" }));
      round.statistics[0].unit = "hoa-lam/so-x";
      round.tally.counts[0].questions[0].options[0].count = 30;
      return round;
    };
    const codes = (round: Raw): string[] =>
      checkRound(set, round)
        .map(({ code, unit }) => `${code} ${unit}`)
        .sort();
    const expected = codes(broken());
    expect(expected.length).toBe(4);
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const round = broken();
        shuffleLists(round, (n) => g(fc.nat, { max: n }));
        expect(codes(round)).toEqual(expected);
      }),
    );
  });

  test("the input is left as it was, and what is read is frozen", () => {
    const round = freeze(smallRound());
    const read = readRound(set, round);
    expect(Object.isFrozen(read.selfAssessments[0]?.answers[0]?.facts)).toBe(true);
    expect(Object.isFrozen(read.tally.counts[0]?.questions)).toBe(true);
  });

  test("a round that was read is not judged again, and only such a round is taken for one", () => {
    const read = readRound(set, smallRound());
    expect(judgeRound(set, read).round).toBe(read);
    expect(() => assertRound(set, read, "explain")).not.toThrow();
    expect(() => assertRound(set, structuredClone(read), "explain")).toThrow(
      "explain: the round was not made by readRound",
    );
    expect(() => assertRound(readSet(), read, "explain")).toThrow(TypeError);
    expect(() => readRound(structuredClone(set), smallRound())).toThrow(TypeError);
  });
});

/** Shuffles every list but roles and holders, whose order the decision gives. */
function shuffleLists(value: Raw, draw: (most: number) => number): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries<Raw>(value)) {
    shuffleLists(inner, draw);
    if (!Array.isArray(inner) || key === "roles" || key === "holders") continue;
    for (let at = inner.length - 1; at > 0; at--) {
      const other = draw(at);
      [inner[at], inner[other]] = [inner[other], inner[at]];
    }
  }
}

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) freeze(inner);
  return Object.freeze(value);
}
