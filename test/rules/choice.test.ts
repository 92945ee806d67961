import { describe, expect, test } from "vitest";
import type { ChoiceRule } from "../../src/rules/choice.ts";
import { ruleWording, stepText, workingText } from "../../src/rules/kinds.ts";
import { en } from "../../src/words/en.ts";
import { vi } from "../../src/words/vi.ts";
import { brief, issuesOfFacts, issuesOfRule, pointsOf, stepOf, stepWords } from "../support/rules.ts";
import { enOf, viOf } from "../support/words.ts";

// The shape of facts.md 2.E: tasks all on time full, all done but some late half, not all done 0.
const rule: ChoiceRule = {
  kind: "choice",
  options: [
    { id: "on-time", title: { vi: "Hoàn thành 100 % đúng hạn", en: "All on time" }, points: "1.5" },
    { id: "late", title: { vi: "Hoàn thành 100 % nhưng có nhiệm vụ quá hạn" }, points: "0.75" },
    { id: "not-done", title: { vi: "Hoàn thành dưới 100 %" }, points: "0" },
  ],
};
const changed = (at: number, change: object) => ({
  ...rule,
  options: rule.options.map((option, i) => (i === at ? { ...option, ...change } : option)),
});

test.each([
  ["on-time", "1.5"],
  ["late", "0.75"],
  ["not-done", "0"],
])("the option %s gives its points, %s", (choice, points) => {
  expect(pointsOf(rule, "1.5", { choice })).toBe(points);
});

test("the step names the option, in words with its points", () => {
  expect(stepOf(rule, "1.5", { choice: "late" })).toEqual({
    case: "option",
    at: 1,
    terms: [{ of: "late", points: "0.75" }],
  });
  expect(stepWords(rule, "1.5", { choice: "late" })).toBe(
    "phương án “Hoàn thành 100 % nhưng có nhiệm vụ quá hạn”: 0,75 điểm",
  );
});

test("the rule reads in both languages, Vietnamese where nobody translated", () => {
  expect(ruleWording(vi, { rule, maxPoints: "1.5" })).toMatch(
    /^Chọn một phương án: Hoàn thành 100 % đúng hạn: 1,5 điểm; /,
  );
  expect(ruleWording(en, { rule, maxPoints: "1.5" })).toMatch(
    /^One of these holds: All on time: 1\.5 points; Hoàn thành/,
  );
});

test("on a penalty line each option takes its points away", () => {
  const penalty = { rule, line: "penalty" };
  const step = stepOf(rule, undefined, { choice: "late" });
  expect(ruleWording(vi, penalty)).toContain("Hoàn thành 100 % đúng hạn: trừ 1,5 điểm; ");
  expect(stepText(en, penalty, step)).toMatch(/: 0\.75 points taken away$/);
  expect(workingText(vi, penalty, step)).toBeUndefined();
});

describe("a rule is refused", () => {
  test("without fault it has no issue", () => {
    expect(issuesOfRule(rule, "1.5")).toEqual([]);
  });

  test.each([
    [
      "an option above the maximum",
      changed(1, { points: "1.75" }),
      "option-above-maximum rule.options.1.points",
    ],
    ["no option at the maximum", changed(0, { points: "1.25" }), "options-below-maximum rule.options"],
    ["an id used before", changed(2, { id: "late" }), "option-id-repeated rule.options.2.id"],
    [
      "a title that repeats another",
      changed(2, { title: { vi: "Hoàn thành 100 % đúng hạn" } }),
      "option-title-repeated rule.options.2.title",
    ],
    ["negative points", changed(2, { points: "-1" }), "out-of-range rule.options.2.points"],
    ["points with a decimal comma", changed(1, { points: "0,75" }), "decimal-comma rule.options.1.points"],
    [
      "a misspelt key",
      {
        kind: "choice",
        options: [rule.options[0], { id: "late", title: { vi: "Có nhiệm vụ quá hạn" }, ponits: "0.75" }],
      },
      "misspelt-key rule.options.1.ponits",
    ],
    [
      "a single option",
      { ...rule, options: rule.options.slice(0, 1) },
      "choice-without-alternative rule.options",
    ],
    ["no option", { ...rule, options: [] }, "empty-list rule.options"],
    ["an unknown kind", { ...rule, kind: "chioce" }, "wrong-value rule.kind"],
  ])("for %s", (_, broken, issue) => {
    expect(brief(issuesOfRule(broken, "1.5"))).toEqual([issue]);
  });

  test("a line without a cap needs no option at a maximum", () => {
    expect(issuesOfRule(rule, undefined)).toEqual([]);
  });
});

describe("facts are refused", () => {
  test("for an option that the rule does not have, with the options that it has", () => {
    const [issue] = issuesOfFacts(rule, "1.5", { choice: "yes" });
    expect(issue).toMatchObject({
      code: "unknown-option",
      path: ["facts", "choice"],
      item: "1.1",
      params: { found: "yes", expected: "on-time, late, not-done" },
    });
  });

  test("of another kind: one issue, that says what is expected", () => {
    const [issue, ...more] = issuesOfFacts(rule, "1.5", { numerator: 1, denominator: 2 });
    expect(more).toEqual([]);
    expect(issue?.code).toBe("answer-of-wrong-kind");
    expect(viOf(issue)).toBe(
      "Tiêu chí 1.1: câu trả lời thuộc loại khác (numerator, denominator). Ở đây cần mã của một phương án (choice).",
    );
    expect(enOf(issue)).toBe(
      "Item 1.1: the answer is of another kind (numerator, denominator). Give the id of one option (choice).",
    );
  });

  test.each([
    ["nothing", {}, ["figure-empty facts.choice"]],
    ["a list", { choice: ["on-time"] }, ["wrong-type facts.choice"]],
    ["a key too many", { choice: "late", points: "1" }, ["unknown-key facts.points"]],
    ["a misspelt key", { chioce: "late" }, ["misspelt-key facts.chioce"]],
    ["a bare text", "late", ["wrong-type facts"]],
  ])("for %s", (_, facts, issues) => {
    expect(brief(issuesOfFacts(rule, "1.5", facts))).toEqual(issues);
  });
});

test("facts that were never checked throw TypeError", () => {
  expect(() => pointsOf(rule, "1.5", { choice: "yes" })).toThrow(TypeError);
  expect(() => pointsOf(rule, "1.5", { count: 1 })).toThrow(TypeError);
});
