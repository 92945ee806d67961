/**
 * Points that somebody gives as such: in a `direct` rule, or when the council adjusts a leaf to points. They lie between
 * the floor and the maximum, on the step where there is one, and otherwise have at most as many decimals as are
 * published (design 3.5).
 */
import type { Decimal } from "../criteria-set.ts";
import type { Path, Report } from "../issue.ts";
import { compare, decimal, divide, type Exact, exactText, isWhole } from "../number.ts";
import type { LeafContext } from "../rule.ts";

/** What limits points that are given as such. */
export interface PointLimits {
  /** The lowest points, 0 where absent. */
  readonly floor?: Decimal | undefined;
  /** Points are multiples of this, counted from 0. */
  readonly step?: Decimal | undefined;
}

/** Tells whether a value is a multiple of the step, counted from 0. */
export const onStep = (value: Exact, step: Decimal): boolean => isWhole(divide(value, decimal(step)));

/** Reports points above the maximum or below the floor, and those within them that are off the step or too fine. */
export function checkPoints(
  limits: PointLimits,
  leaf: LeafContext,
  points: Decimal,
  path: Path,
  report: Report,
  item: string,
): void {
  const value = decimal(points);
  const floor = limits.floor ?? "0";
  if (leaf.max !== undefined && compare(value, leaf.max) > 0) {
    return report("points-above-maximum", path, { found: points, expected: exactText(leaf.max) }, { item });
  }
  if (compare(value, decimal(floor)) < 0) {
    return report("points-below-floor", path, { found: points, expected: floor }, { item });
  }
  if (limits.step !== undefined) {
    if (!onStep(value, limits.step))
      report("points-off-step", path, { found: points, expected: limits.step }, { item });
    return;
  }
  const places = points.includes(".") ? points.length - points.indexOf(".") - 1 : 0;
  if (places > leaf.places)
    report("points-too-fine", path, { found: points, expected: leaf.places }, { item });
}
