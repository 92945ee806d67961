/**
 * Printed numbers as intervals: every exact value that a rounding mode prints as the same decimal (design 3.2). What
 * stands behind a sum of printed parts is the sum of their intervals; a printed total fits where the two share a value.
 */
import type { Decimal } from "../criteria-set.ts";
import {
  add,
  compare,
  decimal,
  divide,
  type Exact,
  halfUnit,
  integer,
  isNegative,
  isZero,
  lastPlace,
  negate,
  type RoundingMode,
  rounded,
  subtract,
} from "../number.ts";

/** All values between two bounds, each of which belongs to them or not. */
export interface Interval {
  readonly low: Exact;
  readonly high: Exact;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
}

/** The interval of two values and all between them. */
export const between = ({ low, high }: Pick<Interval, "low" | "high">): Interval => ({
  low,
  high,
  lowIncluded: true,
  highIncluded: true,
});

/** The interval of one value. */
export const pointOf = (value: Exact): Interval => between({ low: value, high: value });

/** How many decimals a text prints. */
export function decimalsOf(text: Decimal): number {
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.length - point - 1;
}

/**
 * The values that the mode prints as this decimal at so many places. Fewer digits than places are trailing zeros left
 * out (a spreadsheet prints 46.80 as 46.8); more digits say that this number was printed more finely.
 */
export function intervalOf(text: Decimal, places: number, mode: RoundingMode): Interval {
  const value = decimal(text);
  const digits = decimalsOf(text) > places ? decimalsOf(text) : places;
  if (isNegative(value)) return negated(fromZero(negate(value), digits, mode));
  return fromZero(value, digits, mode);
}

/** The interval of a value that is not negative, printed with so many decimals. */
function fromZero(value: Exact, places: number, mode: RoundingMode): Interval {
  const step = lastPlace(places);
  const half = halfUnit(places);
  switch (mode) {
    case "half-up":
    case "half-even": {
      const even = mode === "half-even" && isEven(value, step);
      return {
        low: subtract(value, half),
        high: add(value, half),
        // Half away from zero: what lies half a unit below zero's neighbour is not printed as 0.
        lowIncluded: even || (mode === "half-up" && !isZero(value)),
        highIncluded: even,
      };
    }
    case "down":
      return isZero(value)
        ? { low: negate(step), high: step, lowIncluded: false, highIncluded: false }
        : { low: value, high: add(value, step), lowIncluded: true, highIncluded: false };
    case "up":
      return isZero(value)
        ? pointOf(value)
        : { low: subtract(value, step), high: value, lowIncluded: false, highIncluded: true };
  }
}

const isEven = (value: Exact, step: Exact): boolean =>
  /[02468]$/.test(rounded(divide(value, step), 0, "half-up"));

/** The interval of the negated values. */
export const negated = (it: Interval): Interval => ({
  low: negate(it.high),
  high: negate(it.low),
  lowIncluded: it.highIncluded,
  highIncluded: it.lowIncluded,
});

/** The interval of a sum: both ends belong to it where they belong to every summand. */
export const sumOf = (intervals: readonly Interval[]): Interval =>
  intervals.reduce(
    (so, it) => ({
      low: add(so.low, it.low),
      high: add(so.high, it.high),
      lowIncluded: so.lowIncluded && it.lowIncluded,
      highIncluded: so.highIncluded && it.highIncluded,
    }),
    pointOf(integer(0)),
  );

/** The interval of a mean of so many values, given that of their sum. */
export const meanOver = (total: Interval, count: number): Interval => ({
  ...total,
  low: divide(total.low, integer(count)),
  high: divide(total.high, integer(count)),
});

/** The values of the interval up to `max`, which belongs to it then. */
export const upTo = (it: Interval, max: Exact): Interval =>
  compare(it.high, max) > 0 ? { ...it, high: max, highIncluded: true } : it;

/** The values that two intervals share, or undefined where they share none. */
export function shared(a: Interval, b: Interval): Interval | undefined {
  const low = compare(a.low, b.low);
  const high = compare(a.high, b.high);
  const it: Interval = {
    low: low >= 0 ? a.low : b.low,
    high: high <= 0 ? a.high : b.high,
    lowIncluded: low === 0 ? a.lowIncluded && b.lowIncluded : low > 0 ? a.lowIncluded : b.lowIncluded,
    highIncluded: high === 0 ? a.highIncluded && b.highIncluded : high < 0 ? a.highIncluded : b.highIncluded,
  };
  const width = compare(it.low, it.high);
  return width < 0 || (width === 0 && it.lowIncluded && it.highIncluded) ? it : undefined;
}

/** The least interval that holds both. */
export function spanning(a: Interval, b: Interval): Interval {
  const low = compare(a.low, b.low);
  const high = compare(a.high, b.high);
  return {
    low: low <= 0 ? a.low : b.low,
    high: high >= 0 ? a.high : b.high,
    lowIncluded: low === 0 ? a.lowIncluded || b.lowIncluded : low < 0 ? a.lowIncluded : b.lowIncluded,
    highIncluded: high === 0 ? a.highIncluded || b.highIncluded : high > 0 ? a.highIncluded : b.highIncluded,
  };
}

/** The least and the greatest decimal that can be printed for a value of the interval. */
export function printedRange(
  it: Interval,
  places: number,
  mode: RoundingMode,
): { readonly least: Decimal; readonly most: Decimal } {
  const fits = (text: Decimal): boolean => shared(intervalOf(text, places, mode), it) !== undefined;
  const step = lastPlace(places);
  const low = rounded(it.low, places, mode);
  const high = rounded(it.high, places, mode);
  return {
    least: fits(low) ? low : rounded(add(decimal(low), step), places, mode),
    most: fits(high) ? high : rounded(subtract(decimal(high), step), places, mode),
  };
}
