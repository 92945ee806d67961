import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChecklistRule } from "../../src/rules/checklist.ts";
import { factsText, ruleWording, stepText, workingText } from "../../src/rules/kinds.ts";
import { en } from "../../src/words/en.ts";
import { vi } from "../../src/words/vi.ts";
import * as oracle from "../support/oracle.ts";
import { brief, issuesOfFacts, issuesOfRule, pointsOf, stepOf, stepWords } from "../support/rules.ts";

// facts.md 2.A: the national system of 2019, publication of results, self-assessed 0.75 and appraised 0.25.
const rule: ChecklistRule = {
  kind: "checklist",
  parts: [
    { id: "agencies", title: { vi: "100 % cơ quan chuyên môn cấp tỉnh công khai" }, points: "0.25" },
    { id: "communes", title: { vi: "100 % UBND cấp xã công khai" }, points: "0.25" },
    { id: "districts", title: { vi: "100 % UBND cấp huyện công khai" }, points: "0.25" },
  ],
};
const changed = (at: number, change: object) => ({
  ...rule,
  parts: rule.parts.map((part, i) => (i === at ? { ...part, ...change } : part)),
});

test("facts.md 2.A: three parts that hold give 0.75, the one that the council left 0.25", () => {
  expect(pointsOf(rule, "0.75", { parts: ["agencies", "communes", "districts"] })).toBe("0.75");
  expect(pointsOf(rule, "0.75", { parts: ["communes"] })).toBe("0.25");
  expect(pointsOf(rule, "0.75", { parts: [] })).toBe("0");
});

test("law: the points are the sum of the parts, never above the maximum, in any order, and one part more never lowers them", () => {
  const points = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      points,
      fc.integer({ min: 1, max: 800 }),
      fc.infiniteStream(fc.boolean()),
      (cents, most, held) => {
        const parts = cents.map((it, at) => ({
          id: `p${at}`,
          title: { vi: `Phần ${at}` },
          points: `${oracle.print(oracle.over(BigInt(it), 100n), 2, "down")}`,
        }));
        const wide: ChecklistRule = { kind: "checklist", parts, cap: true };
        const max = oracle.print(oracle.over(BigInt(most), 100n), 2, "down");
        const chosen = parts.filter(() => held.next().value);
        const given = pointsOf(wide, max, { parts: chosen.map(({ id }) => id) });
        const sum = chosen.map((it) => oracle.of(it.points)).reduce(oracle.plus, oracle.of("0"));
        const expected = oracle.order(sum, oracle.of(max)) > 0 ? oracle.of(max) : sum;
        expect(oracle.text(oracle.of(given))).toBe(oracle.text(expected));
        expect(pointsOf(wide, max, { parts: chosen.map(({ id }) => id).reverse() })).toBe(given);
        const more = pointsOf(wide, max, { parts: parts.map(({ id }) => id) });
        expect(oracle.order(oracle.of(more), oracle.of(given))).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

test("a maximum that bites is shown with the points before it", () => {
  const capped: ChecklistRule = { ...rule, cap: true };
  const facts = { parts: ["agencies", "communes", "districts"] };
  expect(pointsOf(capped, "0.5", facts)).toBe("0.5");
  expect(stepOf(capped, "0.5", facts)).toEqual({
    case: "capped",
    uncapped: "0.75",
    terms: ["agencies", "communes", "districts"].map((of) => ({ of, points: "0.25" })),
  });
  expect(stepWords(capped, "0.5", facts)).toBe(
    "các nội dung đạt cộng lại được 0,75 điểm, tính bằng điểm tối đa",
  );
  expect(stepOf(rule, "0.75", facts).case).toBe("sum");
});

test("the arithmetic adds the parts; one part needs none", () => {
  const working = (own: ChecklistRule, max: string, ...parts: string[]) =>
    workingText(vi, { rule: own, maxPoints: max }, stepOf(own, max, { parts }));
  expect(working(rule, "0.75", "agencies", "communes")).toBe("0,25 + 0,25 = 0,5");
  expect(working(rule, "0.75", "agencies")).toBeUndefined();
  expect(working({ ...rule, cap: true }, "0.5", "agencies", "communes", "districts")).toBe(
    "0,25 + 0,25 + 0,25 = 0,75, tính bằng điểm tối đa 0,5",
  );
});

test("on a penalty line the words take away", () => {
  const penalty = { rule: { ...rule, parts: rule.parts.slice(0, 1) }, line: "penalty" };
  expect(ruleWording(vi, penalty)).toBe(
    "Trừ điểm cho mỗi vi phạm: 100 % cơ quan chuyên môn cấp tỉnh công khai: 0,25 điểm",
  );
  expect(ruleWording(en, penalty)).toMatch(/^Points are taken away for each breach: /);
  expect(factsText(vi, penalty, { parts: [] })).toBe("không có vi phạm nào");
  expect(factsText(en, penalty, { parts: [] })).toBe("no breach");
  expect(stepText(vi, penalty, stepOf(rule, undefined, { parts: ["agencies"] }))).toBe(
    "trừ điểm cho mỗi vi phạm",
  );
});

test("facts in words name the parts in the order of the decision", () => {
  expect(factsText(vi, { rule }, { parts: ["districts", "communes"] })).toBe(
    "100 % UBND cấp xã công khai; 100 % UBND cấp huyện công khai",
  );
  expect(factsText(vi, { rule }, { parts: [] })).toBe("không có nội dung nào đạt");
});

describe("a rule is refused", () => {
  test("without fault it has no issue", () => {
    expect(issuesOfRule(rule, "0.75")).toEqual([]);
  });

  test.each([
    [
      "parts that add up to less than the maximum",
      changed(0, { points: "0.2" }),
      ["parts-below-maximum rule.parts"],
    ],
    ["parts that add up to more", changed(0, { points: "0.3" }), ["parts-above-maximum rule.parts"]],
    ["a part without points", changed(0, { points: "0" }), ["out-of-range rule.parts.0.points"]],
    [
      "a part above the maximum",
      changed(0, { points: "1" }),
      ["option-above-maximum rule.parts.0.points", "parts-above-maximum rule.parts"],
    ],
    ["an id used before", changed(2, { id: "agencies" }), ["option-id-repeated rule.parts.2.id"]],
  ])("for %s", (_, broken, issues) => {
    expect(brief(issuesOfRule(broken, "0.75"))).toEqual(issues);
  });

  test("parts above the maximum are as the annex says where the file declares the cap", () => {
    expect(issuesOfRule({ ...rule, cap: true }, "0.5")).toEqual([]);
  });
});

test.each([
  ["a part that the rule does not have", { parts: ["agencies", "wards"] }, ["unknown-part facts.parts.1"]],
  ["a part given twice", { parts: ["agencies", "agencies"] }, ["part-repeated facts.parts.1"]],
  ["facts of another kind", { choice: "agencies" }, ["answer-of-wrong-kind facts"]],
  ["a text in place of the list", { parts: "agencies" }, ["wrong-type facts.parts"]],
])("facts are refused for %s", (_, facts, issues) => {
  expect(brief(issuesOfFacts(rule, "0.75", facts))).toEqual(issues);
});
