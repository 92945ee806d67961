import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { factsText, ruleWording, workingText } from "../../src/rules/kinds.ts";
import type { PercentRule } from "../../src/rules/percent.ts";
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
import { viOf } from "../support/words.ts";

const plain: PercentRule = {
  kind: "percent",
  of: { vi: "người dân hài lòng", en: "citizens who are satisfied" },
};
const staged: PercentRule = { ...plain, zeroBelow: "80", fullFrom: "95" };

test.each([
  ["79.9", "0"],
  ["80", "1.6"],
  ["85.7", "1.714"],
  ["85.70", "1.714"],
  ["94.99", "1.8998"],
  ["95", "2"],
  ["100", "2"],
])("%s %% is taken exactly as printed and gives %s", (percent, points) => {
  expect(pointsOf(staged, "2", { percent })).toBe(points);
});

test("the printed digits are kept: they say how finely the value was rounded", () => {
  expect(factsAsRead(plain, "2", { percent: "85.70" })).toEqual({ percent: "85.70" });
  expect(factsText(vi, { rule: plain }, { percent: "85.70" })).toBe("85,70 %");
});

test("the arithmetic is in percent, and stands only between the thresholds", () => {
  const working = (percent: string) =>
    workingText(vi, { rule: staged, maxPoints: "2" }, stepOf(staged, "2", { percent }));
  expect(["85.70", "79", "95"].map(working)).toEqual(["2 × 85,7 % = 1,714", undefined, undefined]);
});

test("the points are those of the definition in fractions", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (cents) => {
      const percent = oracle.print(oracle.over(BigInt(cents), 100n), 2, "down");
      const points =
        cents < 8000
          ? "0"
          : cents >= 9500
            ? "2.25"
            : oracle.text(oracle.over(225n * BigInt(cents), 1_000_000n));
      expect(oracle.text(oracle.of(pointsOf(staged, "2.25", { percent })))).toBe(
        oracle.text(oracle.of(points)),
      );
    }),
    { numRuns: 1000 },
  );
});

test("a cap counts a percentage above 100 as 100", () => {
  const rule: PercentRule = { ...plain, cap: true };
  expect(pointsOf(rule, "2", { percent: "104.5" })).toBe("2");
  expect(stepOf(rule, "2", { percent: "104.5" })).toEqual({ case: "full", share: "1.045", uncapped: "2.09" });
  expect(stepWords(rule, "2", { percent: "104.5" })).toBe("đạt 104,5 %, chỉ tính đến 100 %: điểm tối đa");
});

test("the rule in words", () => {
  expect(ruleWording(vi, { rule: staged, maxPoints: "2" })).toBe(
    "Tỷ lệ phần trăm người dân hài lòng; dưới 80 % được 0 điểm; từ 80 % đến dưới 95 % tính theo tỷ lệ; từ 95 % trở lên được điểm tối đa",
  );
  expect(ruleWording(en, { rule: plain, maxPoints: "2" })).toBe(
    "Percentage of citizens who are satisfied; in proportion",
  );
});

describe("the interval of rounding", () => {
  test.each([
    ["80", "0", "1.6", "80"],
    ["80.0", "0", "1.6", "80"],
    ["79.5", undefined, undefined, undefined],
    ["79.95", undefined, undefined, undefined],
    ["80.04", undefined, undefined, undefined],
    ["95", "1.9", "2", "95"],
    ["94.9", undefined, undefined, undefined],
    ["100", undefined, undefined, undefined],
  ])("of %s %% straddles a threshold where points jump, or does not", (percent, below, from, threshold) => {
    const issues = issuesOfFacts(staged, "2", { percent });
    if (threshold === undefined) return expect(issues).toEqual([]);
    expect(issues).toMatchObject([
      { code: "percent-straddles-threshold", severity: "warning", params: { found: percent } },
    ]);
    expect(issues[0]?.params["expected"]).toBe(`${below} / ${from}`);
    expect(factsAsRead(staged, "2", { percent })).toEqual({ percent });
  });

  test("names both outcomes in words", () => {
    expect(viOf(issuesOfFacts(staged, "2", { percent: "80" })[0])).toBe(
      "Tiêu chí 1.1: 80 % là số đã làm tròn, giá trị thật có thể ở hai phía của ngưỡng 80 %: phía dưới 0 điểm, phía trên 1,6 điểm. Ghi thêm chữ số thập phân hoặc ghi tử số và mẫu số.",
    );
  });

  test("half a unit below a finer threshold is still within it, since nobody knows the mode of the rounding", () => {
    const rule: PercentRule = { ...plain, zeroBelow: "79.5" };
    expect(brief(issuesOfFacts(rule, "2", { percent: "79" }))).toEqual([
      "percent-straddles-threshold facts.percent",
    ]);
    expect(brief(issuesOfFacts(rule, "2", { percent: "80" }))).toEqual([]);
  });

  test("thresholds at one place are one jump, from 0 to the maximum", () => {
    const rule: PercentRule = { ...plain, zeroBelow: "90", fullFrom: "90" };
    expect(issuesOfFacts(rule, "2", { percent: "90" }).map(({ params }) => params["expected"])).toEqual([
      "0 / 2",
    ]);
  });
});

test.each([
  ["above 100", { percent: "100.1" }, ["percent-above-hundred facts.percent"]],
  ["negative", { percent: "-1" }, ["out-of-range facts.percent"]],
  ["with a decimal comma", { percent: "85,7" }, ["decimal-comma facts.percent"]],
  ["1e999", { percent: "1e999" }, ["not-a-decimal facts.percent"]],
  ["infinite", { percent: Number.POSITIVE_INFINITY }, ["number-not-exact facts.percent"]],
  ["0.1 + 0.2 as a JSON number", { percent: 0.1 + 0.2 }, ["number-not-exact facts.percent"]],
  ["two counts", { numerator: 17, denominator: 20 }, ["answer-of-wrong-kind facts"]],
])("facts are refused where they are %s", (_, facts, issues) => {
  expect(brief(issuesOfFacts(staged, "2", facts))).toEqual(issues);
});

test("a rule is refused for thresholds that cross", () => {
  expect(brief(issuesOfRule({ ...staged, zeroBelow: "96" }, "2"))).toEqual([
    "thresholds-crossed rule.zeroBelow",
  ]);
  expect(issuesOfRule(staged, "2")).toEqual([]);
});
