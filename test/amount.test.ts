import fc from "fast-check";
import { expect, test } from "vitest";
import { criteriaSet } from "../src/criteria.ts";
import { exactText, fraction, rounded } from "../src/number.ts";
import { planOf } from "../src/plan.ts";
import { amountOf, amountsOf } from "../src/score.ts";

const plan = planOf(criteriaSet("hoa-lam/department/2026"), "test");
const values = fc.array(fc.tuple(fc.integer({ min: -300, max: 12_000 }), fc.integer({ min: 1, max: 130 })), {
  minLength: 1,
  maxLength: 30,
});

test("an amount is the exact text and the rounded one, whatever was shown before it", () => {
  fc.assert(
    fc.property(values, (list) => {
      const show = amountsOf(plan);
      for (const [n, d] of list) {
        const value = fraction(n, d);
        const expected = { exact: exactText(value), rounded: rounded(value, plan.places, plan.mode) };
        expect(amountOf(plan, value)).toEqual(expected);
        expect(show(value)).toEqual(expected);
      }
    }),
  );
});
