import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { factsText, ruleWording, workingText } from "../../src/rules/kinds.ts";
import type { RatioRule } from "../../src/rules/ratio.ts";
import { en } from "../../src/words/en.ts";
import { vi } from "../../src/words/vi.ts";
import * as oracle from "../support/oracle.ts";
import {
  brief,
  factsAsRead,
  issuesOfFacts,
  issuesOfRule,
  pointsOf,
  stepOf,
  stepWords,
} from "../support/rules.ts";

const plain: RatioRule = {
  kind: "ratio",
  numerator: { vi: "hồ sơ giải quyết đúng hạn", en: "dossiers handled on time" },
  denominator: { vi: "hồ sơ đã tiếp nhận", en: "dossiers received" },
  empty: "zero",
};
const on = (numerator: number, denominator: number) => ({ numerator, denominator });

describe("points by hand", () => {
  test("facts.md 2.C: share of the plan done × 3 ÷ 100 %", () => {
    expect(pointsOf(plain, "3", on(17, 20))).toBe("2.55");
  });

  test("0.75 × 17/150 is 0.085 exactly: multiplied before it is divided", () => {
    expect(pointsOf(plain, "0.75", on(17, 150))).toBe("0.085");
  });

  test("facts.md 2.E: 0 under 80 %, then in proportion, unstretched", () => {
    const rule: RatioRule = { ...plain, zeroBelow: "80" };
    expect(pointsOf(rule, "2", on(799, 1000))).toBe("0");
    expect(pointsOf(rule, "2", on(4, 5))).toBe("1.6");
    expect(pointsOf(rule, "2", on(1, 1))).toBe("2");
  });

  test("from `fullFrom` on the maximum, just below it in proportion", () => {
    const rule: RatioRule = { ...plain, fullFrom: "95" };
    expect(pointsOf(rule, "1", on(95, 100))).toBe("1");
    expect(pointsOf(rule, "1", on(949, 1000))).toBe("0.949");
  });

  test("with both thresholds at 100 % it is all or nothing", () => {
    const rule: RatioRule = { ...plain, zeroBelow: "100", fullFrom: "100" };
    expect(pointsOf(rule, "1", on(9_999_999, 10_000_000))).toBe("0");
    expect(pointsOf(rule, "1", on(10_000_000, 10_000_000))).toBe("1");
  });

  test("a threshold that does not terminate in binary is compared exactly", () => {
    const rule: RatioRule = { ...plain, zeroBelow: "33.3" };
    expect(pointsOf(rule, "1", on(333, 1000))).toBe("0.333");
    expect(pointsOf(rule, "1", on(332_999_999_999, 1_000_000_000_000))).toBe("0");
  });

  test("counts beyond 2^53 ÷ 1000 stay exact", () => {
    expect(pointsOf(plain, "2.25", on(9_007_199_254_740_990, 9_007_199_254_740_991))).toBe(
      oracle.text(oracle.times(oracle.of("2.25"), oracle.of("9007199254740990/9007199254740991"))),
    );
  });

  test.each([
    ["full", "2"],
    ["zero", "0"],
    ["not-applicable", "empty"],
  ] as const)("nothing to do this year, declared %s, gives %s", (empty, points) => {
    expect(pointsOf({ ...plain, empty }, "2", on(0, 0))).toBe(points);
    expect(stepOf({ ...plain, empty }, "2", on(0, 0))).toEqual({ case: `empty-${empty}` });
  });

  test("a cap counts more than all as all, and shows what it took away", () => {
    const rule: RatioRule = { ...plain, cap: true };
    expect(pointsOf(rule, "2", on(21, 20))).toBe("2");
    expect(stepOf(rule, "2", on(21, 20))).toEqual({ case: "full", share: "21/20", uncapped: "2.1" });
    expect(stepWords(rule, "2", on(21, 20))).toBe("đạt 105 %, chỉ tính đến 100 %: điểm tối đa");
  });
});

const percent = fc
  .integer({ min: 0, max: 1000 })
  .map((it) => oracle.print(oracle.over(BigInt(it), 10n), 1, "down"));
const rules = fc
  .record({ low: fc.option(percent), high: fc.option(percent), quarters: fc.integer({ min: 1, max: 40 }) })
  .map(({ low, high, quarters }) => {
    const [zeroBelow, fullFrom] =
      low !== null && high !== null && Number(low) > Number(high) ? [high, low] : [low, high];
    const thresholds = {
      ...(zeroBelow === null ? {} : { zeroBelow }),
      ...(fullFrom === null ? {} : { fullFrom }),
    };
    return {
      rule: { ...plain, ...thresholds } satisfies RatioRule,
      max: oracle.print(oracle.over(BigInt(quarters), 4n), 2, "down"),
    };
  });
const counts = fc
  .integer({ min: 1, max: 100_000 })
  .chain((denominator) =>
    fc.record({ numerator: fc.integer({ min: 0, max: denominator }), denominator: fc.constant(denominator) }),
  );

describe("laws", () => {
  test("the points are those of the definition in fractions, and lie in [0, max]", () => {
    fc.assert(
      fc.property(rules, counts, ({ rule, max }, facts) => {
        const share = oracle.over(BigInt(facts.numerator), BigInt(facts.denominator));
        const under = (threshold: string | undefined) =>
          threshold !== undefined &&
          oracle.order(share, oracle.divided(oracle.of(threshold), oracle.of("100"))) < 0;
        const whole = oracle.of(max);
        const expected = under(rule.zeroBelow)
          ? oracle.of("0")
          : rule.fullFrom === undefined || under(rule.fullFrom)
            ? oracle.times(whole, share)
            : whole;
        const points = oracle.of(pointsOf(rule, max, facts));
        expect(oracle.text(points)).toBe(oracle.text(expected));
        expect(oracle.order(points, oracle.of("0"))).toBeGreaterThanOrEqual(0);
        expect(oracle.order(points, whole)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });

  test("one more of the numerator never lowers the points", () => {
    fc.assert(
      fc.property(rules, counts, ({ rule, max }, { numerator, denominator }) => {
        const fewer = oracle.of(pointsOf(rule, max, on(Math.max(0, numerator - 1), denominator)));
        expect(
          oracle.order(oracle.of(pointsOf(rule, max, on(numerator, denominator))), fewer),
        ).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("words", () => {
  test("the rule, as a decision writes it", () => {
    const rule: RatioRule = { ...plain, zeroBelow: "80", fullFrom: "100" };
    expect(ruleWording(vi, { rule, maxPoints: "2" })).toBe(
      "Tỷ lệ hồ sơ giải quyết đúng hạn trên hồ sơ đã tiếp nhận; dưới 80 % được 0 điểm; từ 80 % đến dưới 100 % tính theo tỷ lệ; từ 100 % trở lên được điểm tối đa; trong năm không phát sinh: 0 điểm",
    );
    expect(ruleWording(en, { rule, maxPoints: "2" })).toBe(
      "Share of dossiers handled on time among dossiers received; below 80% 0 points; from 80% to below 100% in proportion; from 100% on the maximum; nothing to do this year: 0 points",
    );
  });

  test("the facts and the share that was reached", () => {
    expect(factsText(vi, { rule: plain }, on(1184, 1200))).toBe(
      "giải quyết đúng hạn 1.184/1.200 hồ sơ đã tiếp nhận",
    );
    expect(factsText(en, { rule: plain }, on(1184, 1200))).toBe(
      "1,184/1,200 (dossiers handled on time/dossiers received)",
    );
    expect(stepWords(plain, "2", on(1184, 1200))).toBe("đạt 98,67 %");
    expect(stepWords({ ...plain, zeroBelow: "80" }, "2", on(3, 4))).toBe("đạt 75 %, dưới 80 %: 0 điểm");
    expect(stepWords({ ...plain, fullFrom: "95" }, "2", on(97, 100))).toBe(
      "đạt 97 %, từ 95 % trở lên: điểm tối đa",
    );
  });

  test("two counts share their noun only where that is sure", () => {
    const said = (numerator: string, denominator: string): string =>
      factsText(
        vi,
        { rule: { ...plain, numerator: { vi: numerator }, denominator: { vi: denominator } } },
        on(3, 4),
      );
    expect(said("hồ sơ quá hạn có văn bản xin lỗi", "hồ sơ quá hạn")).toBe(
      "có văn bản xin lỗi 3/4 hồ sơ quá hạn",
    );
    expect(said("xã đạt chuẩn", "xã")).toBe("đạt chuẩn 3/4 xã");
    expect(said("vốn đầu tư đã giải ngân (triệu đồng)", "vốn đầu tư được giao (triệu đồng)")).toBe(
      "đã giải ngân 3/4 triệu đồng vốn đầu tư được giao",
    );
    // Half a word, a list that goes on, and nothing that is said of the whole.
    for (const [numerator, denominator] of [
      ["người dân hài lòng", "người được hỏi"],
      ["cán bộ, công chức đạt chuẩn", "cán bộ, công chức, viên chức"],
      ["cán bộ, công chức", "cán bộ, viên chức"],
      ["hồ sơ đúng hạn", "hồ sơ đúng hạn"],
    ] as const)
      expect(said(numerator, denominator)).toBe(`3/4 (${numerator}/${denominator})`);
    expect(said("vốn đã giải ngân (triệu đồng)", "vốn được giao (triệu đồng)")).toBe(
      "3/4 triệu đồng (vốn đã giải ngân/vốn được giao)",
    );
  });

  test("the arithmetic stands where the points are in proportion, or would be without the cap", () => {
    const working = (own: RatioRule, numerator: number, denominator: number) =>
      workingText(vi, { rule: own, maxPoints: "2" }, stepOf(own, "2", on(numerator, denominator)));
    expect(working(plain, 148, 150)).toBe("2 × 148/150 = 148/75");
    expect(working(plain, 150, 150)).toBeUndefined();
    expect(working({ ...plain, zeroBelow: "80" }, 3, 4)).toBeUndefined();
    expect(working({ ...plain, fullFrom: "95" }, 97, 100)).toBeUndefined();
    expect(working({ ...plain, cap: true }, 3, 2)).toBe("2 × 3/2 = 3, tính bằng điểm tối đa 2");
  });

  test("a share just short of a threshold, or of the whole, is never printed as having reached it", () => {
    expect(stepWords({ ...plain, zeroBelow: "80" }, "2", on(79_999, 100_000))).toBe(
      "đạt 79,999 %, dưới 80 %: 0 điểm",
    );
    expect(stepWords(plain, "2", on(999_999, 1_000_000))).toBe("đạt 99,9999 %");
    expect(stepWords(plain, "2", on(1, 1_000_000_000_000))).toBe("đạt 1/1000000000000");
  });
});

describe("a rule is refused", () => {
  test.each([
    [
      "thresholds that cross",
      { ...plain, zeroBelow: "95", fullFrom: "80" },
      ["thresholds-crossed rule.zeroBelow"],
    ],
    ["a threshold above 100", { ...plain, fullFrom: "950" }, ["threshold-above-hundred rule.fullFrom"]],
    ["a threshold of 0", { ...plain, zeroBelow: "0" }, ["threshold-without-effect rule.zeroBelow"]],
    ["a negative threshold", { ...plain, zeroBelow: "-5" }, ["out-of-range rule.zeroBelow"]],
    ["no word on nothing to do", { ...plain, empty: undefined }, ["missing-empty rule.empty"]],
    ["an unknown word on it", { ...plain, empty: "half" }, ["wrong-value rule.empty"]],
    ["no title", { ...plain, numerator: { vi: " " } }, ["empty-text rule.numerator.vi"]],
  ])("for %s", (_, broken, issues) => {
    expect(brief(issuesOfRule(broken, "2"))).toEqual(issues);
  });

  test("without fault it has no issue", () => {
    expect(issuesOfRule({ ...plain, zeroBelow: "80", fullFrom: "80", cap: true }, "2")).toEqual([]);
  });
});

describe("facts are refused", () => {
  test.each([
    ["a numerator above the denominator", on(21, 20), ["numerator-above-denominator facts.numerator"]],
    ["something over nothing", on(1, 0), ["numerator-over-zero facts.numerator"]],
    ["a negative count", on(-1, 20), ["not-a-count facts.numerator"]],
    ["a count that is not whole", on(0.5, 20), ["not-a-count facts.numerator"]],
    ["a count beyond 2^53", on(1, 2 ** 53), ["not-a-count facts.denominator"]],
    ["NaN", on(Number.NaN, 20), ["not-a-count facts.numerator"]],
    ["a text", { numerator: "17", denominator: 20 }, ["not-a-count facts.numerator"]],
    ["one count only", { numerator: 17 }, ["figure-empty facts.denominator"]],
    ["a percentage", { percent: "85" }, ["answer-of-wrong-kind facts"]],
    ["points", { points: "2" }, ["answer-of-wrong-kind facts"]],
  ])("for %s", (_, facts, issues) => {
    expect(brief(issuesOfFacts(plain, "2", facts))).toEqual(issues);
    expect(factsAsRead(plain, "2", facts)).toBeUndefined();
  });

  test("a cap allows the numerator above the denominator, but nothing over nothing stays wrong", () => {
    const rule: RatioRule = { ...plain, cap: true };
    expect(issuesOfFacts(rule, "2", on(21, 20))).toEqual([]);
    expect(brief(issuesOfFacts(rule, "2", on(1, 0)))).toEqual(["numerator-over-zero facts.numerator"]);
  });

  test("a full score for nothing done is a warning for the council, and the facts stand", () => {
    const rule: RatioRule = { ...plain, empty: "full" };
    expect(issuesOfFacts(rule, "2", on(0, 0))).toMatchObject([
      { code: "empty-counted-full", severity: "warning" },
    ]);
    expect(factsAsRead(rule, "2", on(0, 0))).toEqual(on(0, 0));
    expect(issuesOfFacts(plain, "2", on(0, 0))).toEqual([]);
  });
});
