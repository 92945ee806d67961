import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactText } from "../../src/number.ts";
import type { DeductionRule } from "../../src/rules/deduction.ts";
import { factsText, reachOf, ruleWording, workingText } from "../../src/rules/kinds.ts";
import { en } from "../../src/words/en.ts";
import { vi } from "../../src/words/vi.ts";
import * as oracle from "../support/oracle.ts";
import { brief, issuesOfFacts, issuesOfRule, leaf, pointsOf, stepOf, stepWords } from "../support/rules.ts";

// facts.md 2.B: a breach of conduct, minor −50 % of the item, serious 0.
const rule: DeductionRule = {
  kind: "deduction",
  breaches: [
    { id: "minor", title: { vi: "vi phạm nhẹ", en: "minor breach" }, points: "0.5" },
    { id: "serious", title: { vi: "vi phạm nghiêm trọng", en: "serious breach" }, points: "1" },
  ],
};
const breaches = (minor: number, serious: number) => ({
  breaches: [
    { breach: "minor", count: minor },
    { breach: "serious", count: serious },
  ],
});

test("facts.md 2.B: none 1, one minor 0.5, two 0, one serious 0, never below", () => {
  const given = [breaches(0, 0), breaches(1, 0), breaches(2, 0), breaches(0, 1), breaches(3, 4)];
  expect(given.map((facts) => pointsOf(rule, "1", facts))).toEqual(["1", "0.5", "0", "0", "0"]);
});

test("a declared floor may be negative, and is the lowest that the rule reaches", () => {
  const own: DeductionRule = { ...rule, floor: "-1" };
  expect(pointsOf(own, "1", breaches(3, 0))).toBe("-0.5");
  expect(pointsOf(own, "1", breaches(9, 9))).toBe("-1");
  const { min, max } = reachOf(own, leaf("1"));
  expect([exactText(min), max && exactText(max)]).toEqual(["-1", "1"]);
});

test("law: the points are the maximum less the breaches, within [floor, max], and one breach more never raises them", () => {
  const number = fc.nat(50);
  fc.assert(
    fc.property(number, number, fc.integer({ min: -300, max: 99 }), (minor, serious, floorCents) => {
      const floor = oracle.print(oracle.over(BigInt(floorCents), 100n), 2, "down");
      const own: DeductionRule = { ...rule, floor };
      const points = oracle.of(pointsOf(own, "1", breaches(minor, serious)));
      const rest = oracle.of(String(Math.max(100 - 50 * minor - 100 * serious, floorCents)));
      expect(oracle.text(points)).toBe(oracle.text(oracle.divided(rest, oracle.of("100"))));
      expect(
        oracle.order(oracle.of(pointsOf(own, "1", breaches(minor + 1, serious))), points),
      ).toBeLessThanOrEqual(0);
      const turned = { breaches: [...breaches(minor, serious).breaches].reverse() };
      expect(oracle.text(oracle.of(pointsOf(own, "1", turned)))).toBe(oracle.text(points));
    }),
  );
});

test("a floor that bites is shown with the points before it", () => {
  expect(stepOf(rule, "1", breaches(3, 0))).toEqual({
    case: "floor",
    uncapped: "-0.5",
    terms: [{ points: "1" }, { of: "minor", count: 3, points: "-0.5" }],
    floor: "0",
  });
  expect(stepWords(rule, "1", breaches(3, 0))).toBe(
    "sau khi trừ còn −0,5 điểm, tính bằng mức thấp nhất 0 điểm",
  );
  expect(stepOf(rule, "1", breaches(2, 0))).toEqual({
    case: "deducted",
    terms: [{ points: "1" }, { of: "minor", count: 2, points: "-0.5" }],
  });
});

test("the arithmetic", () => {
  const working = (floor: string | undefined, ...counts: [number, number]) => {
    const own = { ...rule, floor };
    return workingText(vi, { rule: own, maxPoints: "1" }, stepOf(own, "1", breaches(...counts)));
  };
  expect(working("-1", 1, 1)).toBe("1 − 1 × 0,5 − 1 × 1 = −0,5");
  expect(working(undefined, 3, 0)).toBe("1 − 3 × 0,5 = −0,5, tính bằng mức thấp nhất 0");
  expect(working(undefined, 0, 0)).toBeUndefined();
});

test("words", () => {
  expect(ruleWording(vi, { rule, maxPoints: "1" })).toBe(
    "Từ 1 điểm, trừ cho mỗi lần vi phạm (vi phạm nhẹ: 0,5 điểm; vi phạm nghiêm trọng: 1 điểm), thấp nhất 0 điểm",
  );
  expect(factsText(vi, { rule }, breaches(2, 0))).toBe("2 lần vi phạm nhẹ");
  expect(factsText(en, { rule }, breaches(0, 1))).toBe("1 × serious breach");
  expect(factsText(en, { rule }, breaches(0, 0))).toBe("no breach");
});

describe("a rule is refused", () => {
  test.each([
    [
      "a breach that costs more than the whole span",
      { ...rule, breaches: [{ ...rule.breaches[0], points: "1.5" }] },
      ["option-above-maximum rule.breaches.0.points"],
    ],
    [
      "a breach that costs nothing",
      { ...rule, breaches: [{ ...rule.breaches[0], points: "0" }] },
      ["out-of-range rule.breaches.0.points"],
    ],
    ["a floor at the maximum", { ...rule, floor: "1" }, ["floor-not-below-maximum rule.floor"]],
    [
      "an id used before",
      { ...rule, breaches: [rule.breaches[0], { ...rule.breaches[1], id: "minor" }] },
      ["option-id-repeated rule.breaches.1.id"],
    ],
    ["no breach", { ...rule, breaches: [] }, ["empty-list rule.breaches"]],
    ["nothing", rule, []],
    [
      "nothing, where a negative floor leaves room",
      { ...rule, floor: "-1", breaches: [{ ...rule.breaches[0], points: "2" }] },
      [],
    ],
  ])("for %s", (_, broken, issues) => {
    expect(brief(issuesOfRule(broken, "1"))).toEqual(issues);
  });
});

test.each([
  [
    "a kind of breach is not stated",
    { breaches: [{ breach: "minor", count: 0 }] },
    ["missing-breach facts.breaches"],
  ],
  [
    "a kind is unknown",
    { breaches: [...breaches(0, 0).breaches, { breach: "late", count: 1 }] },
    ["unknown-breach facts.breaches.2.breach"],
  ],
  [
    "a kind is stated twice",
    { breaches: [...breaches(0, 0).breaches, { breach: "minor", count: 1 }] },
    ["breach-repeated facts.breaches.2.breach"],
  ],
  ["a count is negative", breaches(-1, 0), ["not-a-count facts.breaches.0.count"]],
  ["they are of another kind", { count: 2 }, ["answer-of-wrong-kind facts"]],
])("facts are refused where %s", (_, facts, issues) => {
  expect(brief(issuesOfFacts(rule, "1", facts))).toEqual(issues);
});
