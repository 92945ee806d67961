import { describe, expect, test } from "vitest";
import { exactText } from "../../src/number.ts";
import type { DirectRule } from "../../src/rules/direct.ts";
import { factsText, reachOf, ruleWording, stepText, workingText } from "../../src/rules/kinds.ts";
import { en } from "../../src/words/en.ts";
import { vi } from "../../src/words/vi.ts";
import { brief, factsAsRead, issuesOfFacts, issuesOfRule, leaf, pointsOf, stepOf } from "../support/rules.ts";
import { viOf } from "../support/words.ts";

const plain: DirectRule = { kind: "direct" };
const stepped: DirectRule = { kind: "direct", step: "0.25" };

test.each(["0", "0.25", "1.75", "2"])("%s points are those points", (points) => {
  expect(issuesOfFacts(stepped, "2", { points })).toEqual([]);
  expect(pointsOf(stepped, "2", { points })).toBe(points);
});

describe("law: points are read where they lie on the step between floor and maximum, and nowhere else", () => {
  test.each([
    ["0.25", "0", 200],
    ["0.3", "-0.6", 150],
    ["0.07", "0", 210],
  ])("step %s, floor %s", (step, floor, max) => {
    const rule: DirectRule = { kind: "direct", step, floor };
    const cents = (text: string) => Math.round(Number(text) * 100);
    for (let it = -100; it <= 250; it++) {
      const points = `${it < 0 ? "-" : ""}${Math.floor(Math.abs(it) / 100)}.${String(Math.abs(it) % 100).padStart(2, "0")}`;
      const sound = it >= cents(floor) && it <= max && it % cents(step) === 0;
      expect(factsAsRead(rule, String(max / 100), { points }) !== undefined, points).toBe(sound);
    }
  });
});

test.each([
  ["above the maximum", { points: "2.25" }, "points-above-maximum", "2.25", "2"],
  ["negative", { points: "-0.25" }, "points-below-floor", "-0.25", "0"],
  ["off the step", { points: "0.3" }, "points-off-step", "0.3", "0.25"],
  ["with a decimal comma", { points: "0,5" }, "decimal-comma", "0,5", "0.5"],
  ["1e999 as a text", { points: "1e999" }, "not-a-decimal", "1e999", undefined],
  ["1e999 as a number", { points: JSON.parse("1e999") }, "number-not-exact", "Infinity", undefined],
  ["NaN", { points: Number.NaN }, "number-not-exact", "NaN", undefined],
  ["null", { points: null }, "figure-empty", undefined, undefined],
  ["of another kind", { choice: "yes" }, "answer-of-wrong-kind", "choice", { code: "named.facts.points" }],
])(
  "facts are refused where they are %s: one issue with what was found and expected",
  (_, facts, code, found, expected) => {
    const issues = issuesOfFacts(stepped, "2", facts);
    expect(issues.map((it) => [it.code, it.params["found"], it.params["expected"], it.item])).toEqual([
      [code, found, expected, "1.1"],
    ]);
  },
);

test("without a step at most as many decimals as are published", () => {
  expect(issuesOfFacts(plain, "2", { points: "1.23" })).toEqual([]);
  expect(issuesOfFacts(plain, "2", { points: "1.230" })).toEqual([]);
  expect(brief(issuesOfFacts(plain, "2", { points: "1.234" }))).toEqual(["points-too-fine facts.points"]);
});

test("an issue says in words what to do, with the numbers of the language", () => {
  const [issue] = issuesOfFacts(stepped, "1.5", { points: "1.75" });
  expect(viOf(issue)).toBe(
    "Tiêu chí 1.1: 1,75 điểm, cao hơn điểm tối đa 1,5 điểm. Giảm điểm hoặc kiểm tra lại số tiêu chí.",
  );
});

test("a declared floor is the lowest, and a line without a cap has no highest", () => {
  const rule: DirectRule = { kind: "direct", floor: "-1" };
  expect(issuesOfFacts(rule, "2", { points: "-1" })).toEqual([]);
  expect(exactText(reachOf(rule, leaf("2")).min)).toBe("-1");
  expect(reachOf(rule, leaf(undefined)).max).toBeUndefined();
  expect(issuesOfFacts(rule, undefined, { points: "500" })).toEqual([]);
});

test.each([
  [
    "a step that does not divide the maximum",
    { kind: "direct", step: "0.3" },
    ["step-not-dividing-maximum rule.step"],
  ],
  ["a step of 0", { kind: "direct", step: "0" }, ["out-of-range rule.step"]],
  ["a floor off the step", { kind: "direct", step: "0.5", floor: "-0.75" }, ["floor-off-step rule.floor"]],
  ["a floor above the maximum", { kind: "direct", floor: "2.5" }, ["floor-not-below-maximum rule.floor"]],
  ["nothing", stepped, []],
])("a rule is refused for %s", (_, broken, issues) => {
  expect(brief(issuesOfRule(broken, "2"))).toEqual(issues);
});

test("words", () => {
  expect(ruleWording(vi, { rule: stepped, maxPoints: "2" })).toBe(
    "Cho điểm trực tiếp từ 0 đến 2 điểm, là bội số của 0,25 điểm",
  );
  expect(ruleWording(en, { rule: plain })).toBe("Points given directly, from 0 points on");
  expect(factsText(vi, { rule: stepped }, { points: "0.75" })).toBe("0,75 điểm");
});

test("on a penalty line points are taken away", () => {
  const penalty = { rule: stepped, line: "penalty" };
  const step = stepOf(stepped, undefined, { points: "0.75" });
  expect(step).toEqual({ case: "given", terms: [{ points: "0.75" }] });
  expect(ruleWording(vi, penalty)).toBe("Trừ điểm trực tiếp từ 0 điểm trở lên, là bội số của 0,25 điểm");
  expect(factsText(vi, penalty, { points: "0.75" })).toBe("trừ 0,75 điểm");
  expect(stepText(en, penalty, step)).toBe("points taken away directly");
  expect(workingText(en, penalty, step)).toBeUndefined();
});
