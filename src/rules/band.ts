/**
 * One band of a `bands` rule, and the bands brought into ascending order: a decision prints them from either end, and
 * everything else works from the lowest up. Bounds are compared exactly, each inclusive or exclusive as printed.
 */
import type { Decimal } from "../criteria-set.ts";
import { compare, decimal, type Exact, hundred, percentOf } from "../number.ts";
import type { Language } from "../rule.ts";
import { numberText, percentText } from "./words.ts";

/** One band: its bounds as the decision prints them, and what it gives. Just one of `points` and `share` is stated. */
export interface Band {
  /** The lower bound, inclusive: từ. */
  readonly from?: Decimal | undefined;
  /** The lower bound, exclusive: trên. */
  readonly above?: Decimal | undefined;
  /** The upper bound, inclusive: đến. */
  readonly upTo?: Decimal | undefined;
  /** The upper bound, exclusive: dưới. */
  readonly below?: Decimal | undefined;
  /** The points of every value in the band. */
  readonly points?: Decimal | undefined;
  /** True where the band gives maximum × share instead of points of its own. */
  readonly share?: true | undefined;
}

/** A bound that is there. */
export interface Bound {
  readonly value: Exact;
  readonly inclusive: boolean;
}

/** A band with its bounds read, and its position in the rule. */
export interface PlacedBand {
  readonly band: Band;
  readonly at: number;
  readonly lower: Bound | undefined;
  readonly upper: Bound | undefined;
}

function bound(inclusive: Decimal | undefined, exclusive: Decimal | undefined): Bound | undefined {
  if (inclusive !== undefined) return { value: decimal(inclusive), inclusive: true };
  return exclusive === undefined ? undefined : { value: decimal(exclusive), inclusive: false };
}

/** The bands from the lowest up; an open lower end stands first. */
export function ascending(bands: readonly Band[]): readonly PlacedBand[] {
  return bands
    .map((band, at) => ({
      band,
      at,
      lower: bound(band.from, band.above),
      upper: bound(band.upTo, band.below),
    }))
    .sort((a, b) => compareLower(a.lower, b.lower) || a.at - b.at);
}

/** Orders lower bounds: an open one first, an inclusive one before an exclusive one at the same value. */
export function compareLower(a: Bound | undefined, b: Bound | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return compare(a.value, b.value) || Number(b.inclusive) - Number(a.inclusive);
}

/** True where a value lies below the lower end of a band. */
export function isBeneath({ lower }: PlacedBand, value: Exact): boolean {
  if (lower === undefined) return false;
  const order = compare(value, lower.value);
  return order < 0 || (order === 0 && !lower.inclusive);
}

/** True where a value lies in a band. */
export function isIn(band: PlacedBand, value: Exact): boolean {
  if (isBeneath(band, value)) return false;
  if (band.upper === undefined) return true;
  const order = compare(value, band.upper.value);
  return order < 0 || (order === 0 && band.upper.inclusive);
}

/** True where the bands show that percentages above 100 are expected: a bound beyond 100, or a band above 100. */
export const reachBeyondHundred = (bands: readonly PlacedBand[]): boolean =>
  bands.some(
    ({ lower, upper }) =>
      (upper !== undefined && compare(upper.value, hundred) > 0) ||
      (lower !== undefined && compare(lower.value, hundred) >= (lower.inclusive ? 1 : 0)),
  );

/** What a band gives at a value; the value of a share is in percent. */
export const pointsAt = (band: Band, value: Exact, max: Exact): Exact =>
  band.points === undefined ? percentOf(value, max) : decimal(band.points);

/** The bounds of a band in words: `"từ 20 % đến dưới 30 %"`, `"from 20% to below 30%"`. */
export function boundsText(band: Band, of: "number" | "percent" | "ratio", language: Language): string {
  const print = (text: Decimal): string =>
    of === "number" ? numberText(text, language) : percentText(text, language);
  const { from, above, upTo, below } = band;
  const open = from === undefined && above === undefined;
  const parts: string[] = [];
  if (language === "vi") {
    if (from !== undefined) parts.push(`từ ${print(from)}`);
    if (above !== undefined) parts.push(`trên ${print(above)}`);
    if (upTo !== undefined) parts.push(open ? `từ ${print(upTo)} trở xuống` : `đến ${print(upTo)}`);
    if (below !== undefined) parts.push(open ? `dưới ${print(below)}` : `đến dưới ${print(below)}`);
    if (upTo === undefined && below === undefined && from !== undefined) parts.push("trở lên");
    return parts.join(" ") || "mọi giá trị";
  }
  if (from !== undefined) parts.push(`from ${print(from)}`);
  if (above !== undefined) parts.push(`above ${print(above)}`);
  if (upTo !== undefined) parts.push(open ? `up to ${print(upTo)}` : `to ${print(upTo)}`);
  if (below !== undefined) parts.push(open ? `below ${print(below)}` : `to below ${print(below)}`);
  if (upTo === undefined && below === undefined && from !== undefined) parts.push("on");
  return parts.join(" ") || "any value";
}
