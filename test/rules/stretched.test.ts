import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare } from "../../src/audit/compare.ts";
import { differenceText } from "../../src/audit/difference-text.ts";
import { gains } from "../../src/audit/gains.ts";
import { checkVector, scoreVector, vectorOf } from "../../src/audit/vector.ts";
import type { Facts } from "../../src/criteria-set.ts";
import { explain } from "../../src/explain/explanation.ts";
import { explanationText } from "../../src/explain/explanation-text.ts";
import { exactText } from "../../src/number.ts";
import { diffCriteriaSets, diffText } from "../../src/print/difference.ts";
import { criteriaTable } from "../../src/print/table.ts";
import { readRound } from "../../src/round/read.ts";
import { factsText, reachOf, ruleWording, workingText } from "../../src/rules/kinds.ts";
import type {
  StretchedOfNumber,
  StretchedOfPercent,
  StretchedOfRatio,
  StretchedRule,
} from "../../src/rules/stretched.ts";
import { readCriteriaSet } from "../../src/set/check.ts";
import { readSelfAssessmentRows } from "../../src/sheets/filled-form.ts";
import { selfAssessmentRows } from "../../src/sheets/form.ts";
import { en } from "../../src/words/en.ts";
import { vi } from "../../src/words/vi.ts";
import { handRound, handSet } from "../support/hand-rounds.ts";
import * as oracle from "../support/oracle.ts";
import { num, rulePoints } from "../support/oracle-score.ts";
import type { Raw } from "../support/random-round.ts";
import {
  brief,
  factsAsRead,
  issuesOfFacts,
  issuesOfRule,
  leaf,
  pointsOf,
  stepOf,
  stepWords,
} from "../support/rules.ts";

const done: StretchedOfRatio = {
  kind: "stretched",
  of: "ratio",
  numerator: { vi: "nhiệm vụ hoàn thành", en: "tasks done" },
  denominator: { vi: "nhiệm vụ được giao", en: "tasks set" },
  zeroAt: "60",
  fullAt: "100",
  empty: "not-applicable",
};
const percent: StretchedOfPercent = {
  kind: "stretched",
  of: "percent",
  what: { vi: "nhiệm vụ hoàn thành", en: "tasks done" },
  zeroAt: "60",
  fullAt: "100",
};
// Fewer are better: 20 days or more give nothing, 5 or fewer the maximum.
const days: StretchedOfNumber = {
  kind: "stretched",
  of: "number",
  what: { vi: "số ngày giải quyết trung bình (ngày)", en: "mean days to settle (days)" },
  zeroAt: "20",
  fullAt: "5",
};
const on = (numerator: number, denominator: number) => ({ numerator, denominator });

describe("points by hand", () => {
  test.each([
    [0, "0"],
    [59, "0"],
    [60, "0"],
    [61, "0.05"],
    [80, "1"],
    [99, "1.95"],
    [100, "2"],
  ])("60 %% gives 0, 100 %% gives 2: %d of 100 give %s", (numerator, points) => {
    expect(pointsOf(done, "2", on(numerator, 100))).toBe(points);
    expect(pointsOf(percent, "2", { percent: String(numerator) })).toBe(points);
  });

  test("counts are compared exactly, multiplied before they are divided", () => {
    expect(pointsOf(done, "2", on(2, 3))).toBe("1/3");
    expect(pointsOf(done, "2", on(600_001, 1_000_000))).toBe("0.000005");
  });

  test("a percentage is taken exactly as printed", () => {
    expect(pointsOf(percent, "2", { percent: "85.70" })).toBe("1.285");
  });

  test.each([
    ["25", "0"],
    ["20", "0"],
    ["12.5", "1"],
    ["5", "2"],
    ["0", "2"],
    ["-3", "2"],
  ])("where fewer are better, %s days give %s", (value, points) => {
    expect(pointsOf(days, "2", { value })).toBe(points);
  });

  test("thresholds of a number may lie below 0, and those of a share above the whole", () => {
    const growth: StretchedRule = { ...days, zeroAt: "-5", fullAt: "5" };
    expect(["-6", "-5", "0", "2.5", "5"].map((value) => pointsOf(growth, "2", { value }))).toEqual([
      "0",
      "0",
      "1",
      "1.5",
      "2",
    ]);
    const beyond: StretchedRule = { ...done, zeroAt: "100", fullAt: "120" };
    expect(pointsOf(beyond, "2", on(11, 10))).toBe("1");
    expect(issuesOfRule(beyond, "2")).toEqual([]);
  });

  test.each([
    ["full", "2"],
    ["zero", "0"],
    ["not-applicable", "empty"],
  ] as const)("nothing to do this year, declared %s, gives %s", (empty, points) => {
    expect(pointsOf({ ...done, empty }, "2", on(0, 0))).toBe(points);
    expect(stepOf({ ...done, empty }, "2", on(0, 0))).toEqual({ case: `empty-${empty}` });
  });

  test("a cap counts more than the whole as the whole", () => {
    expect(pointsOf({ ...done, cap: true }, "2", on(7, 5))).toBe("2");
    expect(issuesOfFacts({ ...done, cap: true }, "2", on(7, 5))).toEqual([]);
    expect(pointsOf({ ...percent, cap: true }, "2", { percent: "104.5" })).toBe("2");
  });
});

test("the step holds what the points come from", () => {
  expect(stepOf(done, "2", on(4, 5))).toEqual({ case: "stretched", share: "4/5" });
  expect(stepOf(done, "2", on(1, 2))).toEqual({ case: "zero", share: "1/2" });
  expect(stepOf(percent, "2", { percent: "85.70" })).toEqual({ case: "stretched", share: "0.857" });
  expect(stepOf(percent, "2", { percent: "100" })).toEqual({ case: "full", share: "1" });
  // Of a number the part of the way from the end of 0 points to that of the maximum.
  expect(stepOf(days, "2", { value: "17" })).toEqual({ case: "stretched", share: "0.2" });
  expect(stepOf(days, "2", { value: "20" })).toEqual({ case: "zero" });
  expect(stepOf(days, "2", { value: "5" })).toEqual({ case: "full" });
});

const tenth = (tenths: number): string => oracle.print(oracle.over(BigInt(tenths), 10n), 1, "down");

/** Facts that measure so many tenths, of percent or of a number. */
function factsAt(rule: StretchedRule, tenths: number): Facts {
  if (rule.of === "ratio") return { numerator: tenths, denominator: 1000 };
  return rule.of === "percent" ? { percent: tenth(tenths) } : { value: tenth(tenths) };
}

const pointsAt = (rule: StretchedRule, tenths: number): oracle.Fraction =>
  oracle.of(pointsOf(rule, "2.25", factsAt(rule, tenths)));

/** Two thresholds that differ, in tenths. */
const ends = fc
  .tuple(fc.integer({ min: -500, max: 1500 }), fc.integer({ min: -500, max: 1500 }))
  .filter(([zeroAt, fullAt]) => zeroAt !== fullAt);

describe("laws", () => {
  test("the points are those of the definition in fractions, and lie in [0, max]", () => {
    fc.assert(
      fc.property(ends, fc.integer({ min: -800, max: 1800 }), ([zeroAt, fullAt], value) => {
        const rule: StretchedRule = { ...days, zeroAt: tenth(zeroAt), fullAt: tenth(fullAt) };
        const points = pointsAt(rule, value);
        const share = oracle.over(BigInt(value - zeroAt), BigInt(fullAt - zeroAt));
        const [zero, one] = [oracle.of("0"), oracle.of("1")];
        const within = oracle.order(share, zero) < 0 ? zero : oracle.order(share, one) > 0 ? one : share;
        expect(oracle.text(points)).toBe(oracle.text(oracle.times(oracle.of("2.25"), within)));
        const { min, max } = reachOf(rule, leaf("2.25"));
        expect(oracle.order(points, oracle.of(exactText(min)))).toBeGreaterThanOrEqual(0);
        expect(oracle.order(points, oracle.of(max === undefined ? "" : exactText(max)))).toBeLessThanOrEqual(
          0,
        );
      }),
      { numRuns: 1000 },
    );
  });

  test("a value nearer to the better end never gets less", () => {
    fc.assert(
      fc.property(ends, fc.integer({ min: -800, max: 1800 }), fc.nat(100), ([zeroAt, fullAt], value, by) => {
        const rule: StretchedRule = { ...days, zeroAt: tenth(zeroAt), fullAt: tenth(fullAt) };
        const better = fullAt > zeroAt ? value + by : value - by;
        expect(oracle.order(pointsAt(rule, better), pointsAt(rule, value))).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  const maximum = oracle.of("2.25");
  const size = ({ n, d }: oracle.Fraction): oracle.Fraction => ({ n: n < 0n ? -n : n, d });

  test("the points are continuous: they never change by more than the slope between the ends", () => {
    fc.assert(
      fc.property(
        ends,
        fc.integer({ min: -800, max: 1800 }),
        fc.integer({ min: -800, max: 1800 }),
        ([zeroAt, fullAt], one, other) => {
          const rule: StretchedRule = { ...days, zeroAt: tenth(zeroAt), fullAt: tenth(fullAt) };
          const [a, b] = [pointsAt(rule, one), pointsAt(rule, other)];
          const slope = oracle.over(BigInt(one - other), BigInt(zeroAt - fullAt));
          const most = oracle.times(maximum, size(slope));
          expect(oracle.order(size(oracle.minus(a, b)), most)).toBeLessThanOrEqual(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  /** The points of facts, to be held against those of the oracle. */
  type PointsOf = (rule: StretchedRule, facts: Facts) => string;

  /** Holds the points at both ends, one tenth within and beyond each of them, and far beyond, in all three forms. */
  function agreesWithOracle(points: PointsOf): void {
    const whole = fc.tuple(fc.integer({ min: 1, max: 1500 }), fc.integer({ min: 1, max: 1500 }));
    fc.assert(
      fc.property(
        whole.filter(([zeroAt, fullAt]) => zeroAt !== fullAt),
        fc.constantFrom(done, percent, days),
        ([zeroAt, fullAt], form) => {
          const rule: StretchedRule = { ...form, zeroAt: tenth(zeroAt), fullAt: tenth(fullAt) };
          for (const end of [zeroAt, fullAt])
            for (const tenths of [end - 1, end, end + 1, end >> 1, 2 * end, 0, 3000]) {
              const facts = factsAt(rule, tenths);
              const expected = rulePoints(rule, num("2.25"), facts, "half-up");
              expect(oracle.text(oracle.of(points(rule, facts)))).toBe(oracle.text(expected));
            }
          expect(points(rule, factsAt(rule, zeroAt))).toBe("0");
          expect(points(rule, factsAt(rule, fullAt))).toBe("2.25");
        },
      ),
      { numRuns: 300 },
    );
  }

  test("at both ends and beyond them the points are those of the oracle", () => {
    agreesWithOracle((rule, facts) => pointsOf(rule, "2.25", facts));
  });

  test("a kind whose ends changed places is found", () => {
    const exchanged: PointsOf = (rule, facts) =>
      pointsOf({ ...rule, zeroAt: rule.fullAt, fullAt: rule.zeroAt }, "2.25", facts);
    expect(() => agreesWithOracle(exchanged)).toThrow();
  });

  test("counts give what their percentage gives where it can be printed", () => {
    fc.assert(
      fc.property(fc.nat(1000), (numerator) => {
        expect(pointsOf(percent, "1.75", { percent: tenth(numerator) })).toBe(
          pointsOf(done, "1.75", on(numerator, 1000)),
        );
      }),
    );
  });

  test("no interval of rounding straddles anything: there is nothing to warn of", () => {
    fc.assert(
      fc.property(fc.nat(1000), (tenths) => {
        expect(issuesOfFacts(percent, "2", { percent: tenth(tenths) })).toEqual([]);
      }),
    );
  });
});

test.each([
  ["a numerator above the denominator", done, on(11, 10), ["numerator-above-denominator facts.numerator"]],
  ["something over nothing", done, on(1, 0), ["numerator-over-zero facts.numerator"]],
  ["full points for nothing done", { ...done, empty: "full" }, on(0, 0), ["empty-counted-full facts"]],
  ["a percentage above 100", percent, { percent: "100.1" }, ["percent-above-hundred facts.percent"]],
  ["a negative percentage", percent, { percent: "-1" }, ["out-of-range facts.percent"]],
  ["a percentage where counts are asked for", done, { percent: "80" }, ["answer-of-wrong-kind facts"]],
  ["a count where a number is asked for", days, { count: 3 }, ["answer-of-wrong-kind facts"]],
  ["1e999", days, { value: "1e999" }, ["not-a-decimal facts.value"]],
] as const)("facts: %s", (_, rule, facts, issues) => {
  expect(brief(issuesOfFacts(rule, "2", facts))).toEqual(issues);
});

test("more than the whole is expected where a threshold lies beyond it", () => {
  const beyond: StretchedOfPercent = { ...percent, zeroAt: "80", fullAt: "110" };
  expect(issuesOfFacts(beyond, "2", { percent: "130.5" })).toEqual([]);
  expect(issuesOfFacts({ ...done, zeroAt: "110", fullAt: "90" }, "2", on(13, 10))).toEqual([]);
});

test("the printed digits of a percentage are kept", () => {
  expect(factsAsRead(percent, "2", { percent: "85.70" })).toEqual({ percent: "85.70" });
});

test.each([
  ["thresholds at one place", { ...done, zeroAt: "100" }, ["thresholds-equal rule.fullAt"]],
  [
    "thresholds at one place, written otherwise",
    { ...days, zeroAt: "5.0" },
    ["thresholds-equal rule.fullAt"],
  ],
  ["a cap below a threshold", { ...done, cap: true, fullAt: "120" }, ["cap-below-threshold rule.fullAt"]],
  [
    "a cap below the threshold of 0 points",
    { ...percent, cap: true, zeroAt: "120" },
    ["cap-below-threshold rule.zeroAt"],
  ],
  ["a negative threshold of a share", { ...percent, zeroAt: "-1" }, ["out-of-range rule.zeroAt"]],
  ["no threshold of the maximum", { ...percent, fullAt: undefined }, ["missing-key rule.fullAt"]],
  ["no word on nothing to do", { ...done, empty: undefined }, ["missing-empty rule.empty"]],
  ["a cap of a number", { ...days, cap: true }, ["unknown-key rule.cap"]],
  ["an unknown measure", { ...percent, of: "share" }, ["wrong-value rule.of"]],
])("a rule is refused for %s", (_, rule, issues) => {
  expect(brief(issuesOfRule(JSON.parse(JSON.stringify(rule)), "2"))).toEqual(issues);
});

test.each([done, percent, days])("a rule without fault has no issue: of $of", (rule) => {
  expect(issuesOfRule(rule, "2")).toEqual([]);
});

describe("words", () => {
  test("the rule", () => {
    expect(ruleWording(vi, { rule: done, maxPoints: "2" })).toBe(
      "Tỷ lệ nhiệm vụ hoàn thành trên nhiệm vụ được giao; từ 60 % trở xuống được 0 điểm; từ 100 % trở lên được điểm tối đa; giữa hai mức tính nội suy tuyến tính; trong năm không phát sinh: đề nghị không áp dụng",
    );
    expect(ruleWording(en, { rule: { ...percent, cap: true }, maxPoints: "2" })).toBe(
      "Percentage of tasks done; up to 60% 0 points; from 100% on the maximum; linear between; above 100% counts as 100%",
    );
    expect(ruleWording(vi, { rule: days, maxPoints: "2" })).toBe(
      "Theo số ngày giải quyết trung bình (ngày); từ 5 trở xuống được điểm tối đa; từ 20 trở lên được 0 điểm; giữa hai mức tính nội suy tuyến tính",
    );
  });

  test("the facts", () => {
    expect(factsText(en, { rule: done }, on(4, 5))).toBe("4/5 (tasks done/tasks set)");
    expect(factsText(vi, { rule: percent }, { percent: "85.70" })).toBe("85,70 %");
    expect(factsText(vi, { rule: days }, { value: "12.5" })).toBe("số ngày giải quyết trung bình: 12,5 ngày");
  });

  test("the case that applied, on the side on which the value lies", () => {
    expect(stepWords(done, "2", on(4, 5))).toBe("đạt 80 %, giữa 60 % và 100 %: nội suy tuyến tính");
    expect(stepWords(done, "2", on(599_999, 1_000_000))).toBe("đạt 59,9999 %, từ 60 % trở xuống: 0 điểm");
    expect(stepWords(percent, "2", { percent: "100" })).toBe("đạt 100 %, từ 100 % trở lên: điểm tối đa");
    expect(stepWords(days, "2", { value: "12.5" })).toBe("giữa 5 và 20: nội suy tuyến tính");
    expect(stepWords(days, "2", { value: "3" })).toBe("từ 5 trở xuống: điểm tối đa");
    expect(stepWords(done, "2", on(0, 0))).toBe("trong năm không phát sinh: đề nghị không áp dụng");
  });

  test("the arithmetic, which stands only between the thresholds", () => {
    const working = (rule: StretchedRule, facts: Parameters<typeof stepOf>[2]) =>
      workingText(vi, { rule, maxPoints: "2" }, stepOf(rule, "2", facts));
    expect(working(done, on(4, 5))).toBe("2 × (4/5 − 60 %) ÷ (100 % − 60 %) = 1");
    expect(working(percent, { percent: "85.70" })).toBe("2 × (85,7 % − 60 %) ÷ (100 % − 60 %) = 1,285");
    expect(working(days, { value: "12.5" })).toBe("2 × (20 − 12,5) ÷ (20 − 5) = 1");
    expect(working({ ...days, zeroAt: "-5", fullAt: "5" }, { value: "-1" })).toBe(
      "2 × (−1 − (−5)) ÷ (5 − (−5)) = 0,8",
    );
    expect(working(done, on(2, 3))).toBe("2 × (2/3 − 60 %) ÷ (100 % − 60 %) = 1/3");
    expect(working({ ...done, zeroAt: "100", fullAt: "60" }, on(7, 10))).toBe(
      "2 × (100 % − 7/10) ÷ (100 % − 60 %) = 1,5",
    );
    expect([working(done, on(1, 2)), working(done, on(1, 1)), working(done, on(0, 0))]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("in a set of three such leaves, nothing else in the library need know the kind", () => {
  const raw = handSet(
    [done, percent, days].map((rule) => ({ maxPoints: "2", rule, notApplicable: "rescale" })),
    "6",
  );
  const set = readCriteriaSet(raw);
  const answers = [on(4, 5), { percent: "85.70" }, { value: "12.5" }];
  const roundOf = (given: readonly Facts[]) => readRound(set, handRound(raw, { a: given }));
  const round = roundOf(answers);

  test("a form asks for each figure in a row of its own, and its rows are read back", () => {
    const template = selfAssessmentRows(set);
    const asked = template.filter(([code]) => String(code).includes("#"));
    expect(asked.map(([code, title]) => `${code} ${title}`)).toEqual([
      "1.1#numerator Tử số: nhiệm vụ hoàn thành",
      "1.1#denominator Mẫu số: nhiệm vụ được giao",
      "1.2#percent Tỷ lệ (%): nhiệm vụ hoàn thành",
      "1.3#value Con số: số ngày giải quyết trung bình (ngày)",
    ]);
    const figures = new Map<unknown, string | number>([
      ["1.1#numerator", 4],
      ["1.1#denominator", 5],
      ["1.2#percent", "85,70"],
      ["1.3#value", "12,5"],
    ]);
    const filled = template.map(([code, title, max, figure, ...rest]) => [
      ...[code, title, max, figures.get(code) ?? figure],
      ...rest,
    ]);
    const read = readSelfAssessmentRows(set, filled, { unit: "a" });
    expect(read.answers.map(({ facts }) => facts)).toEqual(answers);
  });

  test("a vector has their marks and scores alike", () => {
    const vector = vectorOf(set, round, "a");
    expect(vector).toContain(";4/5,85.70,12.5;");
    expect(scoreVector(set, vector).points).toBe("3.29");
    expect(checkVector(set, vector.replace("12.5", "12,5")).length).toBeGreaterThan(0);
  });

  test("an explanation shows the arithmetic, in both languages", () => {
    const vi = explanationText(explain(set, round, "a"), "vi", { detail: "full" });
    expect(vi).toContain("2 × (4/5 − 60 %) ÷ (100 % − 60 %) = 1");
    expect(vi).toContain("2 × (20 − 12,5) ÷ (20 − 5) = 1");
    const en = explanationText(explain(set, round, "a"), "en", { detail: "full" });
    expect(en).toContain("80% reached, between 60% and 100%:");
    expect(en).toContain("2 × (85.7% − 60%) ÷ (100% − 60%) = 1.285");
  });

  test("a comparison parts what the facts changed, and gains lift to the maximum", () => {
    const other = roundOf([on(9, 10), { percent: "85.70" }, { value: "20" }]);
    const difference = compare({ set, round, unit: "a" }, { set, round: other, unit: "a" });
    expect(differenceText(difference, "en")).toContain("Item 1.1 (Nội dung 1): 1/2 → 1.5/2: +8.33");
    const account = gains(set, round, "a", { index: "100" });
    if (account.state !== "scored") throw new Error("the unit is scored");
    expect(account.losses.map(({ item, lost }) => [item, lost.exact])).toEqual([
      ["1.1", "1"],
      ["1.3", "1"],
      ["1.2", "0.715"],
    ]);
    expect(account.answer.kind).toBe("reachable");
  });

  test("the printed set and a difference of sets say both ends", () => {
    expect(criteriaTable(set, "vi")).toMatch(/từ 20 trở lên được 0 điểm/u);
    const items = raw.items.map((domain: Raw) => ({
      ...domain,
      items: domain.items.map((it: Raw) => ({ ...it, rule: { ...it.rule, zeroAt: "25" } })),
    }));
    const later = readCriteriaSet({ ...raw, items });
    expect(diffText(diffCriteriaSets(set, later), "vi")).toMatch(/từ 25 trở lên\s+được 0 điểm/u);
  });
});
