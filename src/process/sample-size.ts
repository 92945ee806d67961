/**
 * The least number of forms for a survey by the formula of the SIPAS project, n = N ÷ (1 + N·e²), with e = 5 % where
 * nothing else is said. The result is exact and brought up to a whole form, never rounded down.
 */
import type { Decimal } from "../criteria-set.ts";
import {
  add,
  compare,
  decimal,
  decimalOfNumber,
  divide,
  hundred,
  integer,
  isDecimal,
  multiply,
  one,
  rounded,
  zero,
} from "../number.ts";

/** What a sample is asked to keep to. */
export interface SampleOptions {
  /** The margin of error e, in percent, above 0 and below 100; 5 where absent, as in the SIPAS project. */
  readonly marginPercent?: Decimal | number | undefined;
}

/**
 * Gives the least number of forms for a population, by n = N ÷ (1 + N·e²).
 *
 * The quotient is taken exactly and any remainder makes one form more. The result is never above the population, and
 * 0 for a population of 0. It is a floor that a survey plan may raise; how forms are divided among groups is the
 * plan's own matter.
 *
 * @param population How many people or dossiers there are, a whole number from 0.
 * @param options The margin of error.
 *
 * @returns The least number of forms, a whole number.
 *
 * @throws RangeError if the population is not a whole number from 0, or the margin not a decimal above 0 and below 100.
 *
 * @example
 * ```ts
 * import { sampleSize } from "par-index/process";
 * sampleSize(10_000); // => 385
 * sampleSize(10_000, { marginPercent: "2.5" }); // => 1380
 * ```
 */
export function sampleSize(population: number, options: SampleOptions = {}): number {
  if (!Number.isSafeInteger(population) || population < 0) {
    throw new RangeError("sampleSize: the population is not a whole number from 0");
  }
  const given = options.marginPercent ?? 5;
  const text = typeof given === "number" ? decimalOfNumber(given) : given;
  if (typeof text !== "string" || !isDecimal(text))
    throw new RangeError("sampleSize: the margin is not a decimal");
  const margin = divide(decimal(text), hundred);
  if (compare(margin, zero) <= 0 || compare(margin, one) >= 0) {
    throw new RangeError("sampleSize: the margin is not above 0 % and below 100 %");
  }
  const all = integer(population);
  return Number(rounded(divide(all, add(one, multiply(all, multiply(margin, margin)))), 0, "up"));
}
