/** The evaluation: sums along the tree and the sources, lines, index and bounds, each case worked out on paper. */
import { describe, expect, it, test } from "vitest";
import { assess } from "../src/assess.ts";
import { seal } from "../src/audit/record.ts";
import { verify } from "../src/audit/verify.ts";
import {
  conversionOf,
  evaluate,
  highEnd,
  indexOfTerms,
  indexTerms,
  isLimitLine,
  type LeafResult,
  type LeafStanding,
  leafResult,
  lowEnd,
  opennessOf,
  reachesBound,
  stateOf,
  sumOver,
  totalsOf,
  worthOf,
} from "../src/evaluation.ts";
import { explain } from "../src/explain/explanation.ts";
import { decimal, divide, type Exact, exactText, hundred, integer, zero } from "../src/number.ts";
import { type Leaf, type PlanNode, planOf } from "../src/plan.ts";
import { readCriteriaSet } from "../src/set/check.ts";
import { handRound, handSet } from "./support/hand-rounds.ts";
import { exact, law, leavesIn } from "./support/law.ts";
import { num, oracle, over, plus, print, same, times, total } from "./support/oracle-score.ts";
import { leavesOf, type Raw } from "./support/random-round.ts";
import { readSet, set as small } from "./support/rounds.ts";
import { smallSummary } from "./support/sets.ts";

const vi = (text: string): Raw => ({ vi: text });
/** A choice of which every option gives at least two points, so that its floor is 2. */
const atLeastTwo = {
  kind: "choice",
  options: [
    { id: "tot", title: vi("Tốt"), points: "10" },
    { id: "dat", title: vi("Đạt"), points: "2" },
  ],
};

describe("the low bound of what is pending is the lesser of 0 and its floor", () => {
  const raw = handSet(
    [
      { maxPoints: "10", rule: atLeastTwo },
      { maxPoints: "90", rule: { kind: "direct", step: "0.01", floor: "-5" } },
    ],
    "100",
  );
  const set = readCriteriaSet(raw);
  const entry = (kind: string, item: string, stage: string, date: string): Raw => ({
    ...{ kind, item, stage, date, unit: "a", by: "chu-tich", reason: "Thiếu tài liệu" },
  });
  /** Nothing is answered; both leaves are returned, and then perhaps upheld. */
  const round = (upheld: boolean): Raw => {
    const plain = handRound(raw, { a: [null, null] });
    for (const role of plain.councils[0].roles) role.decides = ["first", "second"];
    plain.ledger = ["1.1", "1.2"].flatMap((item) => [
      entry("return", item, "first", "2027-01-05"),
      ...(upheld ? [entry("uphold", item, "second", "2027-01-15")] : []),
    ]);
    return plain;
  };

  test("so that a return on an unanswered leaf with a floor above 0, once upheld, ends within its bounds", () => {
    const [open, closed] = [false, true].map((upheld) => assess(set, round(upheld)).scores[0]);
    // 0 of the choice, though each option gives 2; -5 of the other.
    expect(open?.bounds).toEqual({ low: "0.00", high: "100.00" });
    expect(open?.items[0]?.bounds).toEqual({ low: "-5.00", high: "100.00" });
    expect(closed?.items.slice(1).map(({ state, points }) => [state, points])).toEqual([
      ["unanswered", "0"],
      ["unanswered", "-5"],
    ]);
  });

  test("also in the explanation, and in the record, which verifies", () => {
    const { step } = explain(set, round(false), "a", "1.1");
    expect(step.kind === "leaf" && step.bounds).toEqual({
      low: { exact: "0", rounded: "0.00" },
      high: { exact: "10", rounded: "10.00" },
    });
    const record = seal(set, round(false), { unit: "a" });
    expect(record.steps?.leaves.map(({ floor }) => floor)).toEqual(["0", "-5"]);
    expect(record.steps?.low?.leaves).toBe("-5");
    expect(verify(record, { set })).toMatchObject({ digests: "hold", recomputation: "agrees" });
  });
});

describe("laws over random rounds", () => {
  law(
    "every leaf's points are the oracle's, exactly, and every leaf is in exactly one state",
    ({ set, round }, { scores }) => {
      const byUnit = new Map(oracle(set, round).map((it) => [it.unit, it]));
      const { places, mode, items } = set.policies.rounding;
      for (const score of scores) {
        const leaves = byUnit.get(score.unit)?.leaves;
        expect(leavesIn(score).map(({ item }) => item)).toEqual(
          leavesOf(set.items).map(({ number }) => number),
        );
        for (const it of leavesIn(score)) {
          const stand = leaves?.get(it.item);
          expect(`${it.item} ${it.state}`).toBe(`${it.item} ${stand?.state}`);
          if (stand?.points === undefined || stand.state !== "scored") continue;
          const own = items ? num(print(stand.points, places, mode)) : stand.points;
          const points = stand.held === undefined ? own : stand.held.low;
          expect(same(exact(it), points), `${it.item}: ${it.fraction ?? it.points}`).toBe(true);
        }
      }
    },
  );

  law(
    "the index is points over the applicable maximum, and lines over the declared one",
    ({ set }, { scores }) => {
      const { places, mode } = set.policies.rounding;
      for (const score of scores) {
        if (score.state !== "complete") continue;
        const conversions = score.lines.filter(({ kind }) => kind === "conversion").map(exact);
        const others = score.lines.filter(({ kind }) => kind !== "conversion").map(exact);
        const base = over(
          times(total([...leavesIn(score).map(exact), ...conversions]), num(100)),
          num(score.maxPoints),
        );
        expect(score.index).toBe(
          print(plus(base, over(times(total(others), num(100)), num(set.maxPoints))), places, mode),
        );
      }
    },
  );
});

describe("what is added beside the leaves", () => {
  const rule = { kind: "direct", step: "0.01" };
  const line = (id: string, at: number, more: Raw = {}): Raw => ({
    ...{ id, number: `9.${at}`, title: vi(`Dòng ${id}`), rule },
    ...more,
  });
  const lined = (more: Raw = {}): Raw =>
    handSet(
      [
        { maxPoints: "40", rule },
        { maxPoints: "10", rule, notApplicable: "rescale" },
      ],
      "50",
      {
        bonus: { cap: "4", lines: [line("sang-kien", 1, { cap: "3" }), line("mo-hinh", 2)] },
        penalty: { cap: "2.5", lines: [line("vi-pham", 3, { cap: "1.5" }), line("cham", 4)] },
        calendar: [{ id: "self-assessment", title: vi("Nộp báo cáo"), before: "2026-12-02" }],
        ...more,
        policies: { limits: {}, late: { kind: "flat", points: "0.5" }, ...more.policies },
      },
    );
  const decided = (item: string, given: string | number): Raw => ({
    ...{ kind: "adjust", unit: "a", item, stage: "final", by: "chu-tich", date: "2027-01-15" },
    ...(typeof given === "number" ? { facts: { count: given } } : { points: given }),
    reason: "Theo hồ sơ",
  });
  /** The index, the points and the lines of a unit that has 30 of 40 points, and the other leaf as given. */
  const outcome = (
    lines: Readonly<Record<string, string | number>>,
    more: Raw = {},
    second: Raw = { points: "5" },
    submitted = "2026-12-01",
  ) => {
    const raw = lined(more);
    const round = handRound(raw, { a: [{ points: "30" }, second] });
    round.selfAssessments[0].submitted = submitted;
    round.ledger.push(...Object.entries(lines).map(([id, points]) => decided(id, points)));
    const [score] = assess(readCriteriaSet(raw), round).scores;
    return [
      score?.index,
      score?.points,
      ...(score?.lines.map(({ kind, id, points, fraction }) => `${kind} ${id} ${fraction ?? points}`) ?? []),
    ];
  };

  it.each<[string, unknown[], unknown[]]>([
    ["nothing", [{}], ["70.00", "35.00"]],
    [
      "a bonus, in percent of the declared maximum",
      [{ "sang-kien": "2" }],
      ["74.00", "37.00", "bonus sang-kien 2"],
    ],
    [
      "a bonus is not enlarged by what does not apply",
      [{ "sang-kien": "2" }, {}, "na"],
      // 30 ÷ 40 and 2 ÷ 50
      ["79.00", "32.00", "bonus sang-kien 2"],
    ],
    [
      "a line by its facts",
      [
        { "mo-hinh": 2 },
        {
          bonus: {
            lines: [line("mo-hinh", 2, { rule: { kind: "count", what: vi("mô hình"), each: "0.3" } })],
          },
        },
      ],
      ["71.20", "35.60", "bonus mo-hinh 0.6"],
    ],
    ["a line at its cap", [{ "sang-kien": "3" }], ["76.00", "38.00", "bonus sang-kien 3"]],
    [
      "a line above its cap",
      [{ "sang-kien": "3.5" }],
      ["76.00", "38.00", "bonus sang-kien 3.5", "cap sang-kien -0.5"],
    ],
    [
      "all lines at their cap",
      [{ "sang-kien": "3", "mo-hinh": "1" }],
      ["78.00", "39.00", "bonus sang-kien 3", "bonus mo-hinh 1"],
    ],
    [
      "both caps one after the other",
      [{ "mo-hinh": "2", "sang-kien": "5" }],
      [
        ...["78.00", "39.00", "bonus sang-kien 5", "cap sang-kien -2"],
        ...["bonus mo-hinh 2", "cap bonus -1"],
      ],
    ],
    ["a penalty takes away", [{ "vi-pham": "1" }], ["68.00", "34.00", "penalty vi-pham -1"]],
    [
      "caps of penalties give back",
      [{ "vi-pham": "2", cham: "1.25" }],
      [
        ...["65.00", "32.50", "penalty vi-pham -2", "cap vi-pham 0.5"],
        ...["penalty cham -1.25", "cap penalty 0.25"],
      ],
    ],
    [
      "a bonus and a penalty, each by its own cap",
      [{ cham: "2.5", "mo-hinh": "4" }],
      ["73.00", "36.50", "bonus mo-hinh 4", "penalty cham -2.5"],
    ],
    [
      "without caps all of it counts",
      [{ "sang-kien": "5" }, { bonus: { lines: [line("sang-kien", 1)] }, penalty: undefined }],
      ["80.00", "40.00", "bonus sang-kien 5"],
    ],
    [
      "a flat charge for lateness",
      [{}, {}, { points: "5" }, "2026-12-04"],
      ["69.00", "34.50", "late late -0.5"],
    ],
    [
      "a charge a day below its cap",
      [
        {},
        { policies: { late: { kind: "per-day", points: "0.2", cap: "0.7" } } },
        { points: "5" },
        "2026-12-04",
      ],
      ["68.80", "34.40", "late late -0.6"],
    ],
    [
      "a charge a day up to its cap",
      [
        {},
        { policies: { late: { kind: "per-day", points: "0.2", cap: "0.7" } } },
        { points: "5" },
        "2026-12-05",
      ],
      ["68.60", "34.30", "late late -0.7"],
    ],
    [
      "a charge a day without a cap",
      [{}, { policies: { late: { kind: "per-day", points: "0.2" } } }, { points: "5" }, "2026-12-11"],
      ["66.00", "33.00", "late late -2"],
    ],
    [
      "lateness that is only flagged",
      [{}, { policies: { late: { kind: "flag" } } }, { points: "5" }, "2026-12-11"],
      ["70.00", "35.00"],
    ],
    [
      "a charge beside a bonus",
      [{ "sang-kien": "1" }, {}, { points: "5" }, "2026-12-04"],
      ["71.00", "35.50", "bonus sang-kien 1", "late late -0.5"],
    ],
    [
      "a limit above: the difference in points of the declared maximum",
      [{ "mo-hinh": "4" }, { policies: { limits: { max: "75" } } }],
      ["75.00", "37.50", "bonus mo-hinh 4", "cap max -1.5"],
    ],
    [
      "a limit above that is just reached",
      [{ "mo-hinh": "4" }, { policies: { limits: { max: "78" } } }],
      ["78.00", "39.00", "bonus mo-hinh 4"],
    ],
    [
      "a limit below",
      [{ cham: "2" }, { policies: { limits: { min: "67" } } }],
      ["67.00", "33.50", "penalty cham -2", "cap min 0.5"],
    ],
    [
      "a limit below that is just reached",
      [{ cham: "2" }, { policies: { limits: { min: "66", max: "100" } } }],
      ["66.00", "33.00", "penalty cham -2"],
    ],
    [
      "lines rounded as items where the set rounds items",
      [{ "mo-hinh": "1.25" }, { policies: { rounding: { places: 1, mode: "half-up", items: true } } }],
      ["72.6", "36.3", "bonus mo-hinh 1.3"],
    ],
  ])("%s", (_, args, expected) => expect(Reflect.apply(outcome, undefined, args)).toEqual(expected));
});

describe("what does not apply", () => {
  const rule = { kind: "direct", step: "0.01" };
  const leaf = (maxPoints: string, source: string, more: Raw = {}): Raw => ({
    maxPoints,
    source,
    rule,
    ...more,
  });
  /** Sources of 60 and 40 points; 20 of each may not apply. */
  const outcome = (notApplicable: string, ...answers: readonly Raw[]) => {
    const raw = handSet(
      [
        ...[leaf("40", "a"), leaf("20", "a", { notApplicable })],
        ...[leaf("20", "b"), leaf("20", "b", { notApplicable })],
      ],
      "100",
      {
        sources: ["a", "b"].map((id) => ({ id, kind: "appraisal", title: vi(`Nguồn ${id}`) })),
        policies: { limits: {} },
      },
    );
    const set = readCriteriaSet(raw);
    const round = handRound(raw, {
      a: answers.map((it) => (typeof it === "string" && it !== "na" ? { points: it } : it)),
    });
    const [score] = assess(set, round).scores;
    const record = seal(set, round, { unit: "a" });
    expect(verify(record, { set, round })).toMatchObject({ digests: "hold", recomputation: "agrees" });
    return [
      score?.index,
      score?.points,
      score?.maxPoints,
      ...(score?.sources.map(({ points, maxPoints }) => `${points}/${maxPoints}`) ?? []),
      ...(score?.lines.map(({ kind, id, points, fraction }) => `${kind} ${id} ${fraction ?? points}`) ?? []),
    ];
  };

  it.each<[string, Raw[], unknown[]]>([
    [
      "leaves the maximum with `rescale`",
      ["rescale", "30", "na", "10", "5"],
      ["56.25", "45.00", "80", "30.00/40", "15.00/40"],
    ],
    [
      "gives all with `full`",
      ["full", "30", "na", "10", "5"],
      ["65.00", "65.00", "100", "50.00/60", "15.00/40"],
    ],
    [
      "gives nothing with `zero`",
      ["zero", "30", "na", "10", "5"],
      ["45.00", "45.00", "100", "30.00/60", "15.00/40"],
    ],
    [
      "is made up by its source with `rescale-source`",
      ["rescale-source", "30", "na", "10", "5"],
      // 30 of 40 become 45 of 60.
      ["60.00", "60.00", "100", "30.00/40", "15.00/40", "conversion a 15"],
    ],
    [
      "is made up by each source for itself",
      ["rescale-source", "30", "na", "10", "na"],
      ["65.00", "65.00", "100", "30.00/40", "10.00/20", "conversion a 15", "conversion b 10"],
    ],
  ])("%s", (_, [consequence, ...answers], expected) =>
    expect(outcome(consequence, ...answers)).toEqual(expected),
  );
});

describe("the result of a leaf", () => {
  const plan = planOf(small, "test");
  const leaf = (id: string, change: Partial<Leaf> = {}): Leaf => ({
    ...(plan.leafOf.get(id) as Leaf),
    ...change,
  });
  const told = (of: Leaf, standing: LeafStanding | undefined) => {
    const { state, reason, points, counts, consequence } = leafResult(plan, of, standing);
    const given = points === undefined ? "" : exactText(points);
    return [state, reason, given, counts ? "counts" : "leaves", consequence].filter(Boolean).join(" ");
  };
  const away = (reason: "council" | "register" | "survey-not-held"): LeafStanding => ({
    kind: "not-applicable",
    reason,
  });

  it.each<[string, Leaf, LeafStanding | undefined, string]>([
    ["waits for its survey", leaf("1.4"), undefined, "pending survey counts"],
    ["waits for its statistic", leaf("2.2"), undefined, "pending statistic counts"],
    ["that waits", leaf("1.1.2"), { kind: "pending", reason: "silence" }, "pending silence counts"],
    [
      "of facts",
      leaf("1.1.2"),
      { kind: "facts", facts: { numerator: 17, denominator: 20 } },
      "scored 2.55 counts",
    ],
    ["of points", leaf("1.1.2"), { kind: "points", points: "25/12" }, "scored 25/12 counts"],
    [
      "of a share",
      leaf("1.4", { max: integer(12) }),
      { kind: "share", share: decimal("0.25") },
      "scored 3 counts",
    ],
    [
      "that nobody answered",
      leaf("1.1.2"),
      { kind: "unanswered", reason: "no-evidence" },
      "unanswered no-evidence 0 counts",
    ],
    [
      "that does not apply",
      leaf("1.1.2", { notApplicable: "rescale-source" }),
      away("council"),
      "not-applicable council leaves rescale-source",
    ],
    [
      "that does not apply, and gives all",
      leaf("1.1.2", { notApplicable: "full" }),
      away("register"),
      "not-applicable register 3 counts full",
    ],
    [
      "that does not apply, and gives nothing",
      leaf("1.1.2", { notApplicable: "zero" }),
      away("council"),
      "not-applicable council 0 counts zero",
    ],
    [
      "of which nothing else is said",
      leaf("1.1.2", { notApplicable: undefined }),
      away("council"),
      "not-applicable council leaves rescale",
    ],
    [
      "of a survey that was not held",
      leaf("1.4", { notApplicable: "zero" }),
      away("survey-not-held"),
      "not-applicable survey-not-held leaves rescale",
    ],
  ])("%s", (_, of, standing, expected) => expect(told(of, standing)).toBe(expected));

  it("that is unanswered gives the floor of its rule where that is below 0", () => {
    const floored = leaf("1.1.2", { least: integer(-2) });
    expect(told(floored, { kind: "unanswered", reason: "no-answer" })).toBe("unanswered no-answer -2 counts");
  });

  it("whose facts are not enough waits: for the council, or for the rest of the group", () => {
    const gives = (kind: "empty" | "in-group") => leaf("1.1.2", { compiled: () => ({ kind }) });
    const facts: LeafStanding = { kind: "facts", facts: { numerator: 0, denominator: 0 } };
    expect(told(gives("empty"), facts)).toBe("pending claim counts");
    expect(told(gives("in-group"), facts)).toBe("pending relative counts");
  });

  it("refuses the assessment where it is unanswered and the set says so, whatever waits", () => {
    const refusing = planOf(
      readSet((raw) => (raw.policies.unanswered = "refused")),
      "test",
    );
    const [blank, open] = [{ kind: "unanswered", reason: "no-answer" }, undefined] as const;
    const scored = { kind: "points", points: "1" } as const;
    const opennesses = [plan, refusing].map((of) =>
      [[scored, blank], [open], [open, blank], [scored]].map((standings) =>
        opennessOf(
          of,
          standings.map((standing) => leafResult(of, leaf("2.2"), standing)),
        ),
      ),
    );
    const answers = (...refused: readonly boolean[]) =>
      [false, true, true, false].map((pending, at) => ({ pending, refused: refused[at] }));
    expect(opennesses).toEqual([answers(false, false, false, false), answers(true, false, true, false)]);
  });
});

describe("the parts from which an index is made", () => {
  const [two, three, five] = [2, 3, 5].map(integer) as [Exact, Exact, Exact];

  it("a point of a source is worth what was declared over what applies", () => {
    expect(exactText(worthOf({ max: three, converted: two }))).toBe("5/3");
    expect(exactText(worthOf({ max: three, converted: zero }))).toBe("1");
    expect(exactText(worthOf({ max: zero, converted: two }))).toBe("1");
  });

  it("a conversion gives points × what left ÷ what stays", () => {
    expect(exactText(conversionOf(five, { max: three, converted: two }))).toBe("10/3");
  });

  it("what of a source nothing applies to leaves the whole", () => {
    const whole = { max: integer(10), limits: { max: undefined, min: undefined }, sourceIds: ["a", "b"] };
    const extra = { lines: [], points: zero, percent: zero };
    const sources = [
      { max: zero, converted: five },
      { max: three, converted: two },
    ];
    const { index, max, lines, result } = totalsOf(whole, sources, [zero, three], extra);
    expect([index ?? zero, max, result].map(exactText)).toEqual(["100", "5", "5"]);
    expect(lines.map(({ kind, id, points }) => [kind, id, exactText(points)])).toEqual([
      ["conversion", "b", "2"],
    ]);
    const nothing = totalsOf(whole, [{ max: zero, converted: five }], [zero], extra);
    expect([nothing.index, exactText(nothing.max), exactText(nothing.result)]).toEqual([undefined, "0", "0"]);
  });

  it("every node is the sum over its leaves, with all that is open", () => {
    for (const read of [small, readCriteriaSet(smallSummary())]) {
      const plan = planOf(read, "test");
      const standings: LeafStanding[] = plan.leaves.map(({ max }, at) =>
        at % 3 === 0
          ? { kind: "exact", points: divide(max, three) }
          : at % 3 === 1
            ? { kind: "pending", reason: "return" }
            : { kind: "not-applicable", reason: "council" },
      );
      const { nodes, leaves, pending } = evaluate(plan, { standings, lines: [], lateDays: 0 });
      expect(pending).toBe(true);
      for (const [at, { points, max, low, high, pending }] of nodes.entries()) {
        const node = plan.nodes[at] as PlanNode;
        const below = plan.leaves.slice(node.first, node.end);
        const own = sumOver(below.map((leaf) => ({ ...leaf, ...(leaves[leaf.index] as LeafResult) })));
        expect(pending).toBe(own.pending);
        expect(
          [points, max, lowEnd({ ...own, pending, low }), highEnd({ ...own, pending, high })].map(exactText),
        ).toEqual([own.points, own.max, lowEnd(own), highEnd(own)].map(exactText));
      }
    }
  });

  it("terms add up to the index: leaves and conversions by what applies, the others by what was declared", () => {
    const lines = [
      { kind: "conversion", id: "a", points: two },
      { kind: "bonus", id: "x", points: five },
    ] as const;
    const terms = indexTerms({ max: integer(50) }, { leaves: three, lines, max: integer(20) });
    expect(terms.map(({ line, points, max }) => [line?.id, exactText(points), exactText(max)])).toEqual([
      [undefined, "5", "20"],
      ["x", "5", "50"],
    ]);
    expect(exactText(indexOfTerms(terms))).toBe("35");
  });

  it.each([
    ["cap", "max", true],
    ["cap", "min", true],
    ["cap", "bonus", false],
    ["bonus", "max", false],
    ["penalty", "min", false],
  ] as const)("the line %s %s is that of a limit: %s", (kind, id, is) => {
    expect(isLimitLine({ kind, id })).toBe(is);
  });

  it.each([
    [true, true, undefined, "refused"],
    [false, true, zero, "provisional"],
    [false, false, zero, "complete"],
    [false, false, undefined, "not-applicable"],
  ] as const)("refused %s, pending %s, index %o: %s", (refused, pending, index, state) => {
    expect(stateOf({ refused, pending, totals: { index } })).toBe(state);
  });

  it.each([
    ["49.99", false, false],
    ["50", true, false],
    ["50.01", true, true],
  ])("%s of 100 points are 50 %% or more: %s; more than 50 %%: %s", (points, from, above) => {
    const bound = integer(50);
    expect(reachesBound({ bound, strict: false }, decimal(points), hundred)).toBe(from);
    expect(reachesBound({ bound, strict: true }, decimal(points), hundred)).toBe(above);
  });
});
