/**
 * What a printed decimal says of the value behind it: all values that round to it lie within half a unit of its last
 * digit (design 2, `percent`). Both ends are taken in, since nobody knows by which mode it was rounded.
 */
import type { Decimal } from "../criteria-set.ts";
import type { Path, Report } from "../issue.ts";
import { add, decimal, type Exact, exactText, greatest, halved, subtract, zero } from "../number.ts";

/** The least and greatest value that may stand behind a printed one that is not negative. */
export function printedInterval(printed: Decimal): { readonly low: Exact; readonly high: Exact } {
  const value = decimal(printed);
  const point = printed.indexOf(".");
  const places = point < 0 ? 0 : printed.length - point - 1;
  const half = halved(decimal(places === 0 ? "1" : `0.${"1".padStart(places, "0")}`));
  return { low: greatest(zero, subtract(value, half)), high: add(value, half) };
}

/** Warns that the value behind a printed percentage may lie on either side of a threshold, with other points. */
export function reportStraddling(
  printed: Decimal,
  threshold: Decimal,
  below: Exact,
  from: Exact,
  path: Path,
  report: Report,
  item: string,
): void {
  const [less, more] = [exactText(below), exactText(from)];
  const facts = { found: printed, threshold, below: less, from: more, expected: `${less} / ${more}` };
  report("percent-straddles-threshold", path, facts, { item });
}
