import fc from "fast-check";
import { expect, test } from "vitest";
import { factsText, ruleText } from "../../src/rule-words.ts";
import type { CountRule } from "../../src/rules/count.ts";
import { reachOf } from "../../src/rules.ts";
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
  expect(stepOf(rule, "2", { count: 6 })).toEqual({ case: "capped", uncapped: "3" });
  expect(stepOf(rule, "2", { count: 4 })).toEqual({ case: "each" });
  expect(stepWords(rule, "2", { count: 6 })).toBe(
    "mỗi quy chế nội bộ được 0,5 điểm, cộng lại 3 điểm, tính bằng điểm tối đa",
  );
});

test("words", () => {
  expect(ruleText({ rule, max: "2" }, "vi")).toBe("Mỗi quy chế nội bộ được 0,5 điểm, tối đa 2 điểm");
  expect(ruleText({ rule }, "en")).toBe("0.5 points for each of: internal rule");
  expect(factsText({ rule }, { count: 1200 }, "vi")).toBe("1.200 quy chế nội bộ");
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
