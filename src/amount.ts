/**
 * An amount as explanations, histories and comparisons show it: the exact value, which can be added up again, beside
 * the value that is printed (design 3.1, 3.2).
 */
import type { Decimal } from "./criteria-set.ts";
import {
  type Exact,
  exactText,
  hundredthsOf,
  isSameFraction,
  readFraction,
  rounded,
  shortest,
} from "./number.ts";
import { memo } from "./plain.ts";
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
  const known = plainAmounts(plan);
  const amount = known[at] ?? newAmount(plan, value);
  known[at] = amount;
  return amount;
}

const newAmount = (plan: Plan, value: Exact): Amount =>
  Object.freeze({ exact: exactText(value), rounded: rounded(value, plan.places, plan.mode) });

/** Amounts by their hundredths: the same few hundred are shown of every unit. At most 10,001 for a plan. */
const plainAmounts = /* @__PURE__ */ memo((_: Plan): Amount[] => []);

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

/** An amount as a text shows it: as it is printed, without zeros at its end. */
export const shownAmount = ({ rounded: printed }: Amount): string => shortest(printed);

/** The same with its sign, for a difference or a line. */
export const signedAmount = (amount: Amount): string =>
  amount.exact.startsWith("-") || amount.exact === "0" ? shownAmount(amount) : `+${shownAmount(amount)}`;

/** An amount without its sign. */
export const magnitude = ({ exact, rounded: printed }: Amount): Amount => ({
  exact: exact.replace(/^-/, ""),
  rounded: printed.replace(/^-/, ""),
});

/** An amount that rounds to 0 without being 0 gets as many decimals as show it, eight at most. */
export function visible({ exact, rounded: printed }: Amount): Amount {
  const value = readFraction(exact);
  let text = printed;
  for (let places = 2; places <= 8 && exact !== "0" && shortest(text) === "0"; places++)
    text = rounded(value, places, "half-up");
  return { exact, rounded: text };
}

/** Points in a sentence: exact where they have at most four decimals, else rounded. */
export const briefPoints = (points: Amount): string =>
  /^-?\d+(\.\d{1,4})?$/.test(points.exact) ? points.exact : shownAmount(visible(points));
