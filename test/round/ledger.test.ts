/** The ledger: one broken case for each misuse, and the dates that are just in order. */
import { describe, expect, test } from "vitest";
import { InvalidError } from "../../src/issue.ts";
import { readLedger, readRound } from "../../src/round/read.ts";
import {
  comparedSet,
  entry,
  issuesAfter,
  places,
  process,
  type Raw,
  readSet,
  set,
  smallRound,
} from "../support/rounds.ts";

const reason = "Số liệu không khớp";
const decision = { number: "40/QD-HD", date: "2027-03-01" };

/** The issues of the small round with just these entries, and no finding or act unless given. */
function issuesOf(entries: readonly Raw[], { acts = [], findings = [] }: Raw = {}, of = set): string[] {
  return places(
    issuesAfter((round) => {
      Object.assign(round, { ledger: entries, acts, findings });
    }, of),
  );
}

const direct = readSet((raw: Raw) => {
  const leaf = raw.items[1].items[2];
  leaf.rule = { kind: "direct", step: "0.25" };
  delete leaf.examples;
});
const relative = comparedSet();

describe("who may write what", () => {
  test.each<[string, Raw, string[]]>([
    ["a unit that the round does not have", entry({ unit: "hoa-lam/so-x" }), ["unknown-unit ledger.0.unit"]],
    ["an item that the set does not have", entry({ item: "1.1.7" }), ["unknown-item ledger.0.item"]],
    ["an inner node", entry({ item: "1.1" }), ["item-not-a-leaf ledger.0.item"]],
    ["an unknown role", entry({ by: "chu-tic" }), ["unknown-role ledger.0.by"]],
    [
      "a role without the right for the stage",
      entry({ stage: "second" }),
      ["role-without-right ledger.0.by"],
    ],
    ["a role without any right", entry({ by: "thu-ky" }), ["role-without-right ledger.0.by"]],
    ["an entry by the unit that is no explanation", entry({ by: "unit" }), ["entry-by-unit ledger.0.by"]],
    [
      "an explanation by the council",
      entry({ kind: "explain", reason }),
      ["explanation-by-council ledger.0.by", "explanation-before-first ledger.0.date"],
    ],
    ["an unknown kind", entry({ kind: "approve" }), ["wrong-value ledger.0.kind"]],
    ["an unknown stage", entry({ stage: "third" }), ["wrong-value ledger.0.stage"]],
    ["a value where the kind has none", entry({ points: "1" }), ["unknown-key ledger.0.points"]],
  ])("%s", (_, one, expected) => expect(issuesOf([one])).toEqual(expected));

  test("a unit without a council", () => {
    expect(
      places(
        issuesAfter((it) => {
          it.councils[0].units.shift();
          it.ledger.push(entry({ unit: "hoa-lam/so-b" }));
        }),
      ),
    ).toEqual(["unit-without-council ledger.4.by"]);
  });
});

describe("what an entry decides", () => {
  const adjust = (change: Raw): Raw => entry({ kind: "adjust", reason, ...change });
  test.each<[string, Raw, string[], typeof set?]>([
    ["adjusts to facts", adjust({ facts: { numerator: 18, denominator: 20 } }), []],
    ["adjusts to points", adjust({ points: "2.75" }), []],
    ["adjusts to nothing", adjust({}), ["entry-value-missing ledger.0"]],
    [
      "adjusts to facts and points",
      adjust({ facts: { numerator: 18, denominator: 20 }, points: "2.7" }),
      ["entry-value-twice ledger.0"],
    ],
    ["facts of the wrong kind", adjust({ facts: { count: 18 } }), ["answer-of-wrong-kind ledger.0.facts"]],
    [
      "facts that the rule forbids",
      adjust({ facts: { numerator: 21, denominator: 20 } }),
      ["numerator-above-denominator ledger.0.facts.numerator"],
    ],
    ["points above the maximum", adjust({ points: "3.01" }), ["points-above-maximum ledger.0.points"]],
    ["points below the floor", adjust({ points: "-0.5" }), ["points-below-floor ledger.0.points"]],
    ["more decimals than are published", adjust({ points: "2.755" }), ["points-too-fine ledger.0.points"]],
    [
      "points off the step of the leaf",
      adjust({ item: "2.3", points: "1.1" }),
      ["points-off-step ledger.0.points"],
      direct,
    ],
    ["points on the step of the leaf", adjust({ item: "2.3", points: "1.25" }), [], direct],
    [
      "points on a relative leaf",
      adjust({ item: "1.3", points: "1" }),
      ["relative-by-points ledger.0.points"],
      relative,
    ],
    ["facts on a relative leaf", adjust({ item: "1.3", facts: { count: 3 } }), [], relative],
    ["a decimal comma", adjust({ points: "2,5" }), ["decimal-comma ledger.0.points"]],
    ["a survey leaf", adjust({ item: "1.4", points: "1" }), ["survey-item-not-decided ledger.0.kind"]],
    [
      "a statistic",
      adjust({ item: "2.2", facts: { percent: "50" } }),
      ["statistic-not-decided ledger.0.kind"],
    ],
    ["a bonus line to points, whatever its cap", adjust({ item: "thuong-1", points: "5" }), []],
    [
      "a bonus line below 0",
      adjust({ item: "thuong-1", points: "-1" }),
      ["points-below-floor ledger.0.points"],
    ],
    [
      "accepts a bonus line",
      entry({ kind: "accept", item: "thuong-1" }),
      ["line-only-adjusted ledger.0.kind"],
    ],
    [
      "accepts a survey leaf",
      entry({ kind: "accept", item: "1.4" }),
      ["survey-item-not-decided ledger.0.kind"],
    ],
    ["upholds a survey leaf", entry({ item: "1.4" }), []],
    ["not applicable where the leaf allows it", entry({ kind: "not-applicable", item: "2.1", reason }), []],
    [
      "not applicable where the leaf does not",
      entry({ kind: "not-applicable", reason }),
      ["not-applicable-not-allowed ledger.0.kind"],
    ],
    ["accepts what the unit claims", entry({ kind: "accept" }), []],
    [
      "accepts where the appraiser alone scores",
      entry({ kind: "accept", item: "2.3" }),
      ["nothing-to-accept ledger.0.kind"],
    ],
    [
      "accepts of a unit without a self-assessment",
      entry({ kind: "accept", unit: "hoa-lam/ban-c" }),
      ["nothing-to-accept ledger.0.kind"],
    ],
    [
      "adjusts without a reason",
      adjust({ points: "2", reason: undefined }),
      ["reason-missing ledger.0.reason"],
    ],
    ["returns without a reason", entry({ kind: "return" }), ["reason-missing ledger.0.reason"]],
    [
      "not applicable without a reason",
      entry({ kind: "not-applicable", item: "2.1" }),
      ["reason-missing ledger.0.reason"],
    ],
    [
      "a decision outside a correction",
      entry({ decision }),
      ["decision-without-correction ledger.0.decision"],
    ],
    ["a date that is not real", entry({ date: "2027-02-29" }), ["not-a-date ledger.0.date"]],
    ["before the report was sent", entry({ date: "2026-12-19" }), ["entry-before-submission ledger.0.date"]],
  ])("%s", (_, one, expected, of) => expect(issuesOf([one], {}, of)).toEqual(expected));

  test("an answer that cannot be read is a claim all the same", () => {
    const change = (it: Raw) => {
      it.selfAssessments[1].answers[1].facts = { count: 1 };
      it.ledger = [entry({ kind: "accept" })];
      it.findings = [];
    };
    expect(places(issuesAfter(change))).toEqual(["answer-of-wrong-kind selfAssessments.1.answers.1.facts"]);
  });
});

describe("the unit's explanation", () => {
  const first = entry({ kind: "adjust", points: "2", reason });
  const explain = (change: Raw = {}): Raw =>
    entry({ kind: "explain", by: "unit", date: "2027-01-12", reason, points: "2.5", ...change });
  const second = entry({ stage: "second", by: "chu-tich", date: "2027-01-20", kind: "accept" });
  test.each<[string, Raw[], string[]]>([
    ["between first and second", [first, explain(), second], []],
    ["on the day of the first", [first, explain({ date: "2027-01-10" }), second], []],
    ["on the day of the second", [first, explain({ date: "2027-01-20" }), second], []],
    ["with nothing proposed", [first, explain({ points: undefined }), second], []],
    [
      "before the first",
      [first, explain({ date: "2027-01-09" }), second],
      ["explanation-before-first ledger.1.date"],
    ],
    ["without a first", [explain()], ["explanation-before-first ledger.0.date"]],
    [
      "after the second",
      [first, explain({ date: "2027-01-21" }), second],
      ["explanation-after-second ledger.1.date"],
    ],
    ["twice", [first, explain(), explain({ date: "2027-01-13" }), second], ["explanation-twice ledger.2"]],
    ["without a reason", [first, explain({ reason: undefined })], ["reason-missing ledger.1.reason"]],
    [
      "at another stage",
      [first, explain({ stage: "second" })],
      ["explanation-at-wrong-stage ledger.1.stage"],
    ],
    [
      "with two proposals",
      [first, explain({ facts: { numerator: 18, denominator: 20 } })],
      ["entry-value-twice ledger.1"],
    ],
    [
      "proposing not applicable where it is not allowed",
      [first, explain({ points: undefined, notApplicable: { reason } })],
      ["not-applicable-not-allowed ledger.1.kind"],
    ],
    [
      "proposing too many points",
      [first, explain({ points: "4" })],
      ["points-above-maximum ledger.1.points"],
    ],
  ])("%s", (_, entries, expected) => expect(issuesOf(entries)).toEqual(expected));

  test("after the act that closed the first stage, where the council never touched the item", () => {
    const acts = [{ stage: "first", council: "hoi-dong", number: "10/QD-HD", date: "2027-01-11" }];
    expect(issuesOf([explain()], { acts })).toEqual([]);
    expect(issuesOf([explain({ date: "2027-01-10" })], { acts })).toEqual([
      "explanation-before-first ledger.0.date",
    ]);
  });

  test("what it proposes can be accepted at the second stage, not at the first", () => {
    const unanswered = { unit: "hoa-lam/ban-c" };
    const entries = [
      entry({ ...unanswered, kind: "return", reason }),
      explain(unanswered),
      { ...second, ...unanswered },
    ];
    expect(issuesOf(entries)).toEqual([]);
    expect(issuesOf([{ ...entries[0], kind: "accept", reason: undefined }, entries[1]])).toEqual([
      "nothing-to-accept ledger.0.kind",
    ]);
    expect(issuesOf([entries[0], explain({ ...unanswered, points: undefined }), entries[2]])).toEqual([
      "nothing-to-accept ledger.2.kind",
    ]);
  });
});

describe("stages, acts and corrections", () => {
  const act = (stage: string, date: string, change: Raw = {}): Raw => ({
    stage,
    council: "hoi-dong",
    number: `${stage}/QD`,
    date,
    ...change,
  });
  const acts = [act("first", "2027-01-12"), act("second", "2027-01-30"), act("final", "2027-02-10")];
  const at = (stage: string, date: string, change: Raw = {}): Raw =>
    entry({ stage, by: "chu-tich", date, ...change });
  const returned = (stage: string, date: string): Raw => at(stage, date, { kind: "return", reason });
  test.each<[string, Raw[], Raw, string[]]>([
    [
      "two entries of one stage on one item",
      [at("first", "2027-01-10"), at("first", "2027-01-11")],
      {},
      ["entry-twice ledger.1"],
    ],
    [
      "one stage on two items",
      [at("first", "2027-01-10"), at("first", "2027-01-11", { item: "1.3" })],
      {},
      [],
    ],
    [
      "dated before an entry of an earlier stage",
      [at("second", "2027-01-09"), at("first", "2027-01-10")],
      {},
      ["entry-before-earlier-stage ledger.0.date"],
    ],
    ["on the day of the earlier stage", [at("second", "2027-01-10"), at("first", "2027-01-10")], {}, []],
    [
      "dated before the act of an earlier stage",
      [at("second", "2027-01-11")],
      { acts },
      ["entry-before-earlier-stage ledger.0.date"],
    ],
    [
      "after the act that closed its stage",
      [at("first", "2027-01-13")],
      { acts },
      ["entry-after-closing ledger.0.date"],
    ],
    ["on the day of the act", [at("first", "2027-01-12")], { acts }, []],
    [
      "a first entry after the final act alone",
      [at("first", "2027-02-11")],
      { acts: [acts[2]] },
      ["entry-after-closing ledger.0.date"],
    ],
    [
      "an explanation after the second stage was closed",
      [at("first", "2027-01-10"), entry({ kind: "explain", by: "unit", date: "2027-01-31", reason })],
      { acts },
      ["explanation-after-second ledger.1.date"],
    ],
    ["a correction after the final act", [at("correction", "2027-03-01", { decision })], { acts }, []],
    [
      "a correction before the final act",
      [at("correction", "2027-02-09", { decision })],
      { acts },
      ["correction-before-closing ledger.0.date"],
    ],
    [
      "a correction without any final act",
      [at("correction", "2027-03-01", { decision })],
      { acts: acts.slice(0, 2) },
      ["correction-before-closing ledger.0.date"],
    ],
    [
      "a correction without its decision",
      [at("correction", "2027-03-01")],
      { acts },
      ["correction-without-decision ledger.0.decision"],
    ],
    [
      "two corrections by one decision",
      [at("correction", "2027-03-01", { decision }), at("correction", "2027-03-02", { decision })],
      { acts },
      ["entry-twice ledger.1"],
    ],
    [
      "two corrections by two decisions",
      [
        at("correction", "2027-03-01", { decision }),
        at("correction", "2027-03-02", { decision: { ...decision, number: "41/QD-HD" } }),
      ],
      { acts },
      [],
    ],
    [
      "an act of an unknown council",
      [],
      { acts: [act("first", "2027-01-12", { council: "hoi-dong-2" })] },
      ["unknown-council acts.0.council"],
    ],
    ["an act twice", [], { acts: [...acts, act("first", "2027-01-12")] }, ["act-twice acts.3.stage"]],
    [
      "an act before an earlier one",
      [],
      { acts: [acts[0], act("final", "2027-01-11")] },
      ["act-before-earlier-act acts.1.date"],
    ],
    ["an act for corrections", [], { acts: [act("correction", "2027-01-11")] }, ["wrong-value acts.0.stage"]],
    [
      "the first stage closed over its returns, which the unit still explains",
      [returned("first", "2027-01-10")],
      { acts: [acts[0]] },
      [],
    ],
    [
      "the second stage closed over a return",
      [returned("first", "2027-01-10")],
      { acts: acts.slice(0, 2) },
      ["closed-over-return ledger.0.kind"],
    ],
    [
      "all closed over a return: one issue",
      [returned("first", "2027-01-10")],
      { acts },
      ["closed-over-return ledger.0.kind"],
    ],
    [
      "the final stage closed over a return of its own",
      [returned("final", "2027-02-01")],
      { acts },
      ["closed-over-return ledger.0.kind"],
    ],
    [
      "a return of the second stage, decided in the final",
      [returned("second", "2027-01-20"), at("final", "2027-02-01")],
      { acts },
      [],
    ],
    [
      "a return that was decided",
      [returned("first", "2027-01-10"), at("second", "2027-01-20")],
      { acts },
      [],
    ],
    ["a return that nobody closed", [returned("first", "2027-01-10")], {}, []],
  ])("%s", (_, entries, given, expected) => expect(issuesOf(entries, given)).toEqual(expected));
});

describe("findings", () => {
  const finding = {
    id: "kt-01",
    unit: "hoa-lam/so-a",
    item: "1.1.2",
    what: "Thiếu 2 nhiệm vụ",
    by: "Đoàn kiểm tra",
    date: "2026-06-01",
    remedied: "2026-07-01",
  };
  test.each<[string, Raw, string[]]>([
    ["addressed", { findings: ["kt-01"] }, []],
    ["unknown", { findings: ["kt-02"] }, ["unknown-finding ledger.0.findings.0"]],
    ["of another item", { findings: ["kt-01"], item: "1.3" }, ["finding-of-other ledger.0.findings.0"]],
    [
      "of another unit",
      { findings: ["kt-01"], unit: "hoa-lam/so-b" },
      ["finding-of-other ledger.0.findings.0"],
    ],
    ["cited twice", { findings: ["kt-01", "kt-01"] }, ["listed-twice ledger.0.findings.1"]],
  ])("%s", (_, change, expected) =>
    expect(issuesOf([entry(change)], { findings: [finding] })).toEqual(expected),
  );

  test("the unit's own explanation addresses no finding", () => {
    const entries = [
      entry(),
      entry({ kind: "explain", by: "unit", date: "2027-01-12", reason, findings: ["kt-01"] }),
    ];
    expect(issuesOf(entries, { findings: [finding] })).toEqual(["finding-unaddressed findings.0"]);
  });
});

describe("a ledger read alone", () => {
  test("comes out by unit, item, stage and date, the explanation after the first stage's entry", () => {
    const entries = [
      ...process(),
      entry({ item: "phat-1", kind: "adjust", facts: { count: 1 }, reason }),
      entry({ unit: "hoa-lam/ban-c" }),
      entry(),
    ];
    const read = readLedger(set, entries.reverse());
    expect(read.map(({ unit, item, stage, kind }) => `${unit} ${item} ${stage} ${kind}`)).toEqual([
      "hoa-lam/ban-c 1.1.2 first uphold",
      "hoa-lam/so-a 1.1.2 first uphold",
      "hoa-lam/so-a 2.1 first return",
      "hoa-lam/so-a 2.1 first explain",
      "hoa-lam/so-a 2.1 second accept",
      "hoa-lam/so-a phat-1 first adjust",
    ]);
    expect(readLedger(set, JSON.parse(JSON.stringify(read)))).toEqual(read);
    expect(readRound(set, smallRound()).ledger.length).toBe(4);
  });

  test("what only the round knows is not asked", () => {
    expect(
      readLedger(set, [entry({ unit: "hoa-lam/so-x", by: "ai-do", kind: "accept", findings: ["kt-09"] })])
        .length,
    ).toBe(1);
    expect(readLedger(set, [])).toEqual([]);
  });

  test.each<[string, Raw, string]>([
    ["an error", [entry({ kind: "adjust", points: "9", reason })], "points-above-maximum"],
    ["no list", { entries: [] }, "wrong-type"],
    ["null", null, "wrong-type"],
    ["two entries of one stage", [entry(), entry()], "entry-twice"],
  ])("%s throws InvalidError with its issues", (_, value, code) => {
    try {
      readLedger(set, value);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(InvalidError);
      expect((error as InvalidError).issues.map((it) => it.code)).toEqual([code]);
    }
  });
});
