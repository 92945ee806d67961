import fc from "fast-check";
import { expect, test } from "vitest";
import type { CountRule } from "../../src/rules/count.ts";
import { factsText, reachOf, ruleWording, stepText, workingText } from "../../src/rules/kinds.ts";
import { enWords as en } from "../../src/words/en.ts";
import { viWords as vi } from "../../src/words/vi.ts";
import type { Words } from "../../src/words/words.ts";
import * as oracle from "../support/oracle.ts";
import { brief, issuesOfFacts, issuesOfRule, leaf, pointsOf, stepOf, stepWords } from "../support/rules.ts";

// facts.md 2.B: internal rules 0.5 for each one issued correctly, at most 2.
const rule: CountRule = {
  kind: "count",
  what: { vi: "quy chế nội bộ", en: "internal rule" },
  each: "0.5",
  most: 4,
};

test("facts.md 2.B: 0.5 for each, at most 2", () => {
  expect([0, 1, 3, 4, 5].map((count) => pointsOf(rule, "2", { count }))).toEqual([
    "0",
    "0.5",
    "1.5",
    "2",
    "2",
  ]);
});

test("a line without a cap counts on", () => {
  expect(pointsOf({ ...rule, most: undefined }, undefined, { count: 9 })).toBe("4.5");
  expect(reachOf(rule, leaf(undefined)).max).toBeUndefined();
});

test("law: the points are the least of the maximum and count × each, and one more never lowers them", () => {
  fc.assert(
    fc.property(
      fc.nat(100_000),
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 1, max: 1000 }),
      (count, each, max) => {
        const cents = (it: number) => oracle.print(oracle.over(BigInt(it), 100n), 2, "down");
        const own: CountRule = { ...rule, each: cents(each), most: undefined };
        const points = oracle.of(pointsOf(own, cents(max), { count }));
        expect(oracle.text(points)).toBe(oracle.text(oracle.of(cents(Math.min(each * count, max)))));
        expect(
          oracle.order(oracle.of(pointsOf(own, cents(max), { count: count + 1 })), points),
        ).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

test("a maximum that bites is shown with the points before it", () => {
  expect(stepOf(rule, "2", { count: 6 })).toEqual({
    case: "capped",
    uncapped: "3",
    terms: [{ count: 6, points: "0.5" }],
  });
  expect(stepOf(rule, "2", { count: 4 })).toEqual({ case: "each", terms: [{ count: 4, points: "0.5" }] });
  expect(stepWords(rule, "2", { count: 6 })).toBe(
    "mỗi quy chế nội bộ được 0,5 điểm, cộng lại 3 điểm, tính bằng điểm tối đa",
  );
});

test("words", () => {
  expect(ruleWording(vi, { rule, maxPoints: "2" })).toBe("Mỗi quy chế nội bộ được 0,5 điểm, tối đa 2 điểm");
  expect(ruleWording(en, { rule })).toBe("0.5 points for each of: internal rule");
  expect(factsText(vi, { rule }, { count: 1200 })).toBe("1.200 quy chế nội bộ");
  const measured = { ...rule, what: { vi: "số thu ngân sách (triệu đồng)", en: "revenue (million VND)" } };
  expect(factsText(vi, { rule: measured }, { count: 48090 })).toBe("số thu ngân sách: 48.090 triệu đồng");
  expect(factsText(en, { rule: measured }, { count: 48090 })).toBe("revenue: 48,090 million VND");
  const explained = { ...rule, what: { vi: "kết quả (theo đơn vị tính của chỉ tiêu)" } };
  expect(factsText(vi, { rule: explained }, { count: 5 })).toBe("kết quả: 5 (theo đơn vị tính của chỉ tiêu)");
});

test("on a penalty line the words take away", () => {
  const penalty = { rule, line: "penalty" };
  const step = stepOf(rule, undefined, { count: 2 });
  expect(ruleWording(vi, penalty)).toBe("Mỗi quy chế nội bộ trừ 0,5 điểm");
  expect(ruleWording(en, penalty)).toBe("0.5 points taken away for each of: internal rule");
  expect(stepText(vi, penalty, step)).toBe("mỗi quy chế nội bộ trừ 0,5 điểm");
  expect(stepText(en, penalty, step)).toBe("0.5 points taken away for each");
});

test("the arithmetic", () => {
  const working = (count: number, words: Words) =>
    workingText(words, { rule, maxPoints: "2" }, stepOf(rule, "2", { count }));
  expect(working(3, vi)).toBe("3 × 0,5 = 1,5");
  expect(working(6, vi)).toBe("6 × 0,5 = 3, tính bằng điểm tối đa 2");
  expect(working(6, en)).toBe("6 × 0.5 = 3, capped at the maximum 2");
});

test.each([
  ["points for one above the maximum", { ...rule, each: "2.5" }, ["option-above-maximum rule.each"]],
  ["no points for one", { ...rule, each: "0" }, ["out-of-range rule.each"]],
  ["a printed number that stays below the maximum", { ...rule, most: 3 }, ["most-differs rule.most"]],
  ["a printed number that goes beyond it", { ...rule, most: 5 }, ["most-differs rule.most"]],
  ["a printed number of 0", { ...rule, most: 0 }, ["most-differs rule.most"]],
  ["nothing", rule, []],
  ["nothing, where the maximum falls between two counts", { ...rule, each: "0.6" }, []],
])("a rule is refused for %s", (_, broken, issues) => {
  expect(brief(issuesOfRule(broken, "2"))).toEqual(issues);
});

test("a printed number on a line without a cap says nothing", () => {
  expect(brief(issuesOfRule(rule, undefined))).toEqual(["most-without-maximum rule.most"]);
});

test.each([
  ["negative", { count: -1 }, ["not-a-count facts.count"]],
  ["not whole", { count: 1.5 }, ["not-a-count facts.count"]],
  ["of another kind", { points: "2" }, ["answer-of-wrong-kind facts"]],
])("facts are refused where they are %s", (_, facts, issues) => {
  expect(brief(issuesOfFacts(rule, "2", facts))).toEqual(issues);
});
