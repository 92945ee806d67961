import { expect, test } from "vitest";
import { decimal, rounded } from "../src/number.ts";
import type { LeafContext } from "../src/rule.ts";
import { compileRule } from "../src/rules/kinds.ts";
import type { RatioRule } from "../src/rules/ratio.ts";

const rule: RatioRule = {
  kind: "ratio",
  numerator: { vi: "nhiệm vụ hoàn thành" },
  denominator: { vi: "nhiệm vụ trong kế hoạch" },
  empty: "zero",
};

/**
 * Integers only: maximum in quarters of a point, result in hundredths. 25 × quarters × done ÷ planned hundredths, and
 * from the quotient and the remainder the one that the mode asks for. Nothing here is above 3 million.
 */
function hundredths(quarters: number, done: number, planned: number, mode: LeafContext["mode"]): number {
  const product = 25 * quarters * done;
  const rest = product % planned;
  const whole = (product - rest) / planned;
  if (rest === 0 || mode === "down") return whole;
  if (mode === "up" || 2 * rest > planned) return whole + 1;
  if (2 * rest < planned) return whole;
  return mode === "half-up" || whole % 2 === 1 ? whole + 1 : whole;
}

test.each(["half-up", "half-even", "down", "up"] as const)(
  "%s: all 967,200 scores with maximum 0.25 to 3, planned 1 to 400 and done 0 to planned are exact",
  (mode) => {
    const printed = Array.from(
      { length: 301 },
      (_, it) => `${(it - (it % 100)) / 100}.${String(it % 100).padStart(2, "0")}`,
    );
    let scores = 0;
    let wrong = 0;
    for (let quarters = 1; quarters <= 12; quarters++) {
      const max = decimal(
        ["0", "0.25", "0.5", "0.75"][quarters % 4]?.replace(/^0/, String((quarters - (quarters % 4)) / 4)) ??
          "",
      );
      const result = compileRule(rule, { max, places: 2, mode });
      for (let planned = 1; planned <= 400; planned++) {
        for (let done = 0; done <= planned; done++) {
          const given = result({ numerator: done, denominator: planned });
          scores += 1;
          if (
            given.kind !== "points" ||
            rounded(given.points, 2, mode) !== printed[hundredths(quarters, done, planned, mode)]
          )
            wrong += 1;
        }
      }
    }
    expect({ scores, wrong }).toEqual({ scores: 967_200, wrong: 0 });
  },
);
