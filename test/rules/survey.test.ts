import { expect, test } from "vitest";
import { exactText } from "../../src/number.ts";
import { compileRule, reachOf, ruleWording, stepText, workingText } from "../../src/rules/kinds.ts";
import { en } from "../../src/words/en.ts";
import { vi } from "../../src/words/vi.ts";
import { brief, issuesOfFacts, issuesOfRule, leaf } from "../support/rules.ts";
import { viOf } from "../support/words.ts";

const rule = { kind: "survey" } as const;

test("a self-score on a survey item is one issue, whatever it is", () => {
  for (const facts of [{ points: "2" }, { choice: "yes" }, {}, "2", null]) {
    expect(brief(issuesOfFacts(rule, "2", facts))).toEqual(["answer-of-wrong-kind facts"]);
  }
  expect(viOf(issuesOfFacts(rule, "2", { points: "2" })[0])).toBe(
    "Tiêu chí 1.1: câu trả lời thuộc loại khác (points). Ở đây cần để trống: điểm của mục này lấy từ kết quả khảo sát.",
  );
});

test("points from facts are refused: they come from the tallies", () => {
  expect(() => compileRule(rule, leaf("2"))({ points: "2" })).toThrow(TypeError);
});

test("anything from 0 to the maximum can come out", () => {
  const { min, max } = reachOf(rule, leaf("2"));
  expect([exactText(min), max && exactText(max)]).toEqual(["0", "2"]);
});

test("words", () => {
  expect(ruleWording(vi, { rule, maxPoints: "2" })).toBe(
    "Điều tra xã hội học: điểm tối đa nhân với tỷ lệ đạt được qua khảo sát",
  );
  expect(stepText(vi, { rule }, { case: "share", share: "5/6" })).toBe("khảo sát đạt 83,33 %");
  expect(workingText(vi, { rule, maxPoints: "2" }, { case: "share", share: "5/6" })).toBe("2 × 5/6 = 5/3");
  expect(workingText(en, { rule, maxPoints: "2" }, { case: "share", share: "0.75" })).toBe("2 × 75% = 1.5");
});

test("no other key", () => {
  expect(issuesOfRule(rule, "2")).toEqual([]);
  expect(brief(issuesOfRule({ ...rule, points: "1" }, "2"))).toEqual(["unknown-key rule.points"]);
});
