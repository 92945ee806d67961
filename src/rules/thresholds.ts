/**
 * The two thresholds that `ratio` and `percent` share: below `zeroBelow` the points are 0,
 * from `fullFrom` on they are the maximum, between them they are maximum × share, unstretched, so that they may jump at
 * both ends. Thresholds are percentages and are compared exactly.
 */
import * as z from "zod/mini";
import type { Decimal } from "../criteria-set.ts";
import {
  compareExact,
  decimal,
  type Exact,
  exactText,
  hundred,
  integer,
  multiply,
  percentOf,
  readFraction,
  zero,
} from "../number.ts";
import { type At, type RuleCarrier, type RuleStep, reportAt } from "../rule.ts";
import { built, shape } from "../shape.ts";
import { message, type Param, say } from "../words/words.ts";
import type { Jump } from "./measure.ts";
import { productText, type RuleWords, rangeOf, shareText } from "./words.ts";

/** The thresholds of a rule, in percent. */
export interface Thresholds {
  /** Below this percentage the points are 0. */
  readonly zeroBelow?: Decimal | undefined;
  /** From this percentage on the points are the maximum; 100 where it is absent. */
  readonly fullFrom?: Decimal | undefined;
}

/** The shapes of the keys that both kinds have. */
export const thresholdShape = /* @__PURE__ */ built(() => ({
  zeroBelow: z.optional(shape.nonNegative),
  fullFrom: z.optional(shape.nonNegative),
  cap: z.optional(z.boolean()),
}));

/** Reports thresholds that are above 100, decide nothing, or stand in the wrong order. */
export function checkThresholds({ zeroBelow, fullFrom }: Thresholds, at: At): void {
  let sound = true;
  for (const [key, threshold] of [
    ["zeroBelow", zeroBelow],
    ["fullFrom", fullFrom],
  ] as const) {
    if (threshold === undefined) continue;
    if (compareExact(decimal(threshold), hundred) > 0) {
      reportAt(at, "threshold-above-hundred", { found: threshold, expected: "100" }, key);
      sound = false;
    } else if (threshold === "0") {
      reportAt(at, "threshold-without-effect", { found: threshold }, key);
    } else if (compareExact(decimal(threshold), integer(1)) <= 0) {
      // A share in place of a percentage: thresholds of decisions lie well above 1 %.
      const expected = exactText(multiply(decimal(threshold), hundred));
      reportAt(at, "threshold-as-share", { found: threshold, expected }, key);
    }
  }
  if (!sound || zeroBelow === undefined || fullFrom === undefined) return;
  if (compareExact(decimal(zeroBelow), decimal(fullFrom)) <= 0) return;
  reportAt(at, "thresholds-crossed", { found: zeroBelow, expected: fullFrom }, "zeroBelow");
}

/** Where a percentage lies: below the first threshold, from the second on, or between them. */
export type ThresholdCase = "below-zero-threshold" | "full" | "proportional";

/** Tells where a value lies; `unit` is what makes a whole in its unit: 1 for shares, 100 for percentages. */
export function thresholdCase(rule: Thresholds, unit: Exact): (value: Exact) => ThresholdCase {
  const zeroBelow = rule.zeroBelow === undefined ? undefined : percentOf(decimal(rule.zeroBelow), unit);
  const fullFrom = rule.fullFrom === undefined ? unit : percentOf(decimal(rule.fullFrom), unit);
  return (value) => {
    if (zeroBelow !== undefined && compareExact(value, zeroBelow) < 0) return "below-zero-threshold";
    return compareExact(value, fullFrom) >= 0 ? "full" : "proportional";
  };
}

/** The thresholds in words, to follow what is measured: `"dưới 80 % được 0 điểm"`, `"từ 80 % trở lên tính theo tỷ lệ"`. */
export function thresholdParts({ zeroBelow: low, fullFrom: high }: Thresholds): readonly Param[] {
  const range = rangeOf({ from: low, below: high }, "percent");
  const between =
    low === undefined && high === undefined
      ? message("rules.inProportion")
      : message("rules.rangeInProportion", { range });
  return [
    low === undefined ? "" : message("rules.belowGivesZero", { low }),
    low !== undefined && low === high ? "" : between,
    high === undefined ? "" : message("rules.fromGivesMaximum", { high }),
  ];
}

/** The case that applied in words: `"đạt 98,67 %"`, `"đạt 75 %, dưới 80 %: 0 điểm"`. */
export function thresholdStepText(words: RuleWords, rule: Thresholds, step: RuleStep): string {
  const { zeroBelow, fullFrom } = rule;
  const thresholds = [zeroBelow, fullFrom].filter((mark) => mark !== undefined);
  const share = shareText(words, readFraction(step.share ?? "0"), thresholds);
  if (step.case === "below-zero-threshold")
    return say(words, "rules.reachedBelow", { share, threshold: zeroBelow ?? "0" });
  if (step.uncapped !== undefined) return say(words, "rules.reachedWhole", { share });
  return step.case !== "full" || fullFrom === undefined
    ? say(words, "rules.reached", { share })
    : say(words, "rules.reachedFrom", { share, threshold: fullFrom });
}

/** The maximum × the share, where the points are that or would be without the cap. */
export function thresholdWorkingText(
  words: RuleWords,
  { case: applied, share, uncapped }: RuleStep,
  { max }: RuleCarrier,
): string | undefined {
  if (share === undefined || max === undefined) return undefined;
  if (uncapped !== undefined) return productText(words, max, share, { maximum: max });
  return applied === "proportional" ? productText(words, max, share) : undefined;
}

/** The thresholds at which the points jump. */
export function jumpsOf(rule: Thresholds, max: Exact): readonly Jump[] {
  const { zeroBelow, fullFrom } = rule;
  const jumps: Jump[] = [];
  if (zeroBelow !== undefined && zeroBelow !== "0") {
    const full = compareExact(decimal(zeroBelow), fullFrom === undefined ? hundred : decimal(fullFrom)) >= 0;
    const from = full ? max : percentOf(decimal(zeroBelow), max);
    jumps.push({ at: zeroBelow, below: zero, from });
  }
  // At 100 % the proportional points come up to the maximum by themselves.
  if (fullFrom !== undefined && fullFrom !== zeroBelow && compareExact(decimal(fullFrom), hundred) < 0) {
    jumps.push({ at: fullFrom, below: percentOf(decimal(fullFrom), max), from: max });
  }
  return jumps;
}
