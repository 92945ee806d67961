import { describe, expect, test } from "vitest";
import { appraise } from "../src/appraisal.ts";
import { gradeOf, type Score, score } from "../src/score.ts";
import { exact, law, leavesIn } from "./support/law.ts";
import { type Fraction, num, over, print, same, times, total } from "./support/oracle-score.ts";
import type { Raw } from "./support/random-round.ts";
import { set as small } from "./support/rounds.ts";

describe("laws over random rounds", () => {
  law("a node is exactly the sum of its children, and prints it rounded once", ({ set }, { scores }) => {
    const { places, mode } = set.policies.rounding;
    const visit = (score: Score, item: Raw): Fraction => {
      const own = score.items.find((it) => it.item === item.number);
      if (item.items === undefined) return own?.points === undefined ? num(0) : exact(own);
      const sum = total(item.items.map((child: Raw) => visit(score, child)));
      if (own?.bounds === undefined)
        expect(own?.points).toBe(own?.maxPoints === "0" ? undefined : print(sum, places, mode));
      return sum;
    };
    for (const score of scores) for (const item of set.items) visit(score, item);
  });

  law(
    "a component index is points ÷ maximum of every leaf that has points, rounded once",
    ({ set }, { scores }) => {
      const { places, mode } = set.policies.rounding;
      for (const score of scores)
        for (const { points, fraction, maxPoints, index } of leavesIn(score)) {
          const has = points !== undefined && maxPoints !== "0";
          const share = has ? over(times(num(fraction ?? points), num("100")), num(maxPoints)) : undefined;
          expect(index).toBe(share && print(share, places, mode));
        }
    },
  );

  law("the result is exactly the leaves and the lines", ({ set }, { scores }) => {
    const { places, mode } = set.policies.rounding;
    for (const score of scores) {
      if (score.state !== "complete") continue;
      const sum = total([...leavesIn(score).map(exact), ...score.lines.map(exact)]);
      expect(score.points).toBe(print(sum, places, mode));
    }
  });

  law("sources and domains hold the same points", (_, { scores }) => {
    for (const score of scores) {
      const open = score.items.some(({ state }) => state === "pending");
      if (open) continue;
      const maxima = (list: readonly { maxPoints: string }[]): Fraction =>
        total(list.map(({ maxPoints }) => num(maxPoints)));
      const domains = score.items.filter(({ item, state }) => state === undefined && !item.includes("."));
      expect(same(maxima(score.sources), maxima(domains))).toBe(true);
    }
  });
});

describe("the grade", () => {
  const grades = [{ id: "a", from: "90" }, { id: "b", from: "80.5" }, { id: "c" }];

  test.each([
    ["100.00", "a"],
    ["90.00", "a"],
    ["89.99", "b"],
    ["80.50", "b"],
    ["80.49", "c"],
    ["0.00", "c"],
    ["-1.00", "c"],
  ])("of %s is %s: bounds belong to the better one", (index, grade) => {
    expect(gradeOf(grades, index)).toBe(grade);
  });

  test("is none where no grade reaches so low, and in a set without grades", () => {
    expect(gradeOf(grades.slice(0, 2), "80.49")).toBeUndefined();
    expect(gradeOf([], "80.49")).toBeUndefined();
  });
});

test.each(["3", -1, 1.5, Number.NaN, null])(
  "A8: %j days late are a TypeError that names the reader",
  (lateDays) => {
    const unit = { id: "hoa-lam/so-a", name: { vi: "Sở A" }, group: "chung", kinds: [] };
    const appraisal = appraise(small, { unit: unit.id, answers: [] }, []);
    expect(() => Reflect.apply(score, undefined, [small, { unit, appraisal, lateDays }])).toThrow(
      new TypeError("score: lateDays must be a whole number from 0, as lateDays gives it"),
    );
  },
);
