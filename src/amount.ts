/**
 * An amount as explanations, histories and comparisons show it: the exact value, which can be added up again, beside
 * the value that is printed (design 3.1, 3.2).
 */
import type { Decimal } from "./criteria-set.ts";
import { type Exact, exactText, rounded } from "./number.ts";
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
  /** Every pending leaf at its floor. */
  readonly low: Amount;
  /** Every pending leaf at its maximum. */
  readonly high: Amount;
}

/** Shows an exact value as an amount of a set. */
export const amountOf = (plan: Plan, value: Exact): Amount => ({
  exact: exactText(value),
  rounded: rounded(value, plan.places, plan.mode),
});
