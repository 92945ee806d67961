/**
 * An amount as explanations, histories and comparisons show it: the exact value, which can be added up again, beside
 * the value that is printed (design 3.1, 3.2).
 */
import type { Decimal } from "./criteria-set.ts";
import { type Exact, exactText, hundredthsOf, isSameFraction, rounded } from "./number.ts";
import type { Plan } from "./plan.ts";

/** A number, exact and as it is printed. */
export interface Amount {
  /** The exact value: a decimal where that terminates, else a reduced fraction `"17/600"`. */
  readonly exact: string;
  /** The value rounded once, to the places and mode of the set. */
  readonly rounded: Decimal;
}

/** The least and the most that open leaves can still make of an amount. */
export interface AmountBounds {
  /** Every pending leaf at the lesser of 0 and its floor. */
  readonly low: Amount;
  /** Every pending leaf at its maximum. */
  readonly high: Amount;
}

/** Shows an exact value as an amount of a set. */
export function amountOf(plan: Plan, value: Exact): Amount {
  const at = hundredthsOf(value);
  if (at === undefined) return newAmount(plan, value);
  const known = plainAmounts.get(plan) ?? [];
  plainAmounts.set(plan, known);
  const amount = known[at] ?? newAmount(plan, value);
  known[at] = amount;
  return amount;
}

const newAmount = (plan: Plan, value: Exact): Amount =>
  Object.freeze({ exact: exactText(value), rounded: rounded(value, plan.places, plan.mode) });

/** Amounts by their hundredths: the same few hundred are shown of every unit. At most 10,001 for a plan. */
const plainAmounts = new WeakMap<Plan, Amount[]>();

/** Shows amounts one after the other. Most of what is shown about a leaf is the same value: it is printed once. */
export function amountsOf(plan: Plan): (value: Exact) => Amount {
  let last: { readonly value: Exact; readonly amount: Amount } | undefined;
  return (value) => {
    if (last === undefined || !isSameFraction(last.value, value))
      last = { value, amount: amountOf(plan, value) };
    return last.amount;
  };
}

/** Shows two ends as bounds. */
export const boundsOf = (plan: Plan, low: Exact, high: Exact): AmountBounds =>
  Object.freeze({ low: amountOf(plan, low), high: amountOf(plan, high) });
