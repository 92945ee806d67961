/**
 * What several kinds of rule measure: the share of two counts, a percentage as printed, or a plain number, and the two
 * thresholds that `ratio` and `percent` share. Thresholds and bands are compared exactly. What a denominator of 0 means,
 * nothing to do this year, is declared by the rule and never guessed; a share above the whole is a slip unless the rule
 * expects it. Below `zeroBelow` the points are 0, from `fullFrom` on they are the maximum, between them they are
 * maximum × share, unstretched, so that they may jump at both ends.
 */
import * as z from "zod/mini";
import type { Decimal, Facts, Text } from "../criteria-set.ts";
import {
  add,
  compareExact,
  decimal,
  divide,
  type Exact,
  exactText,
  fraction,
  greatest,
  halfUnit,
  hundred,
  integer,
  multiply,
  percentOf,
  type RoundingMode,
  readFraction,
  subtract,
  zero,
} from "../number.ts";
import {
  type At,
  type FactsForm,
  type FigureCells,
  inPoints,
  type RuleCarrier,
  type RuleResult,
  type RuleStep,
  reportAt,
} from "../rule.ts";
import { built, shape } from "../shape.ts";
import { type Message, message, type Param, percentIn, say } from "../words/words.ts";
import { factsWith, percentForm, twoCountsForm, valueForm } from "./facts.ts";
import { measureText, productText, type RuleWords, rangeOf, shareOfText, shareText } from "./words.ts";

/** What is measured. */
type Measure =
  | { readonly of: "ratio"; readonly numerator: Text; readonly denominator: Text }
  | { readonly of: "percent"; readonly what: Text }
  | { readonly of: "number"; readonly what: Text };

/** How the facts of a measure are written. */
export function measureForm(measure: Measure): FactsForm {
  if (measure.of === "ratio") return twoCountsForm(measure);
  return measure.of === "percent" ? percentForm(measure.what) : valueForm(measure.what);
}

/** The value that is measured: a number, or a percentage. Of two counts the denominator must not be 0. */
export function measuredValue(of: Measure["of"]): (given: Facts) => Exact {
  if (of === "number") return (given) => decimal(factsWith(given, "value").value);
  if (of === "percent") return (given) => decimal(factsWith(given, "percent").percent);
  return (given) => {
    const { numerator, denominator } = factsWith(given, "numerator");
    return multiply(fraction(numerator, denominator), hundred);
  };
}

/** What is measured, in a formula. */
export interface MeasureFormula {
  /** True where a figure is missing, or cannot be what is asked. */
  readonly isOpen: string;
  /** True where the denominator is 0; absent where nothing is divided. */
  readonly isOfNothing?: string | undefined;
  /** Compares the value with a bound, exactly. */
  readonly is: (sign: "<" | "<=" | ">" | ">=", bound: Decimal) => string;
  /** A factor × the value. */
  readonly times: (factor: Decimal) => string;
  /** A factor × the value less a decimal. */
  readonly less: (decimal: Decimal, factor: Decimal) => string;
}

/** Digits of a bound that products with counts of ordinary size carry exactly. */
const boundDigits = 7;

/**
 * What a form's cells measure, in a formula: a share of two counts or a percentage, both in %, or a number. A share is
 * compared by products of whole numbers, so that no quotient is rounded. Undefined where a bound has too many digits.
 */
export function measureFormula(
  of: Measure["of"],
  { cell }: FigureCells,
  bounds: readonly Decimal[],
  isCapped: boolean,
): MeasureFormula | undefined {
  if (of !== "ratio") {
    const own = cell(of === "percent" ? "percent" : "value");
    // A cell in percent format holds the hundredth of what it shows.
    const value = of === "percent" ? `ROUND(${own}*100,10)` : own;
    const beyond = of === "number" ? "" : `,${own}<0${isCapped ? "" : `,${own}>1`}`;
    return {
      isOpen: `OR(COUNT(${own})=0${beyond})`,
      is: (sign, bound) => `${value}${sign}${bound}`,
      times: (factor) => (of === "percent" ? `${factor}*${value}/100` : `${factor}*${value}`),
      less: (decimal, factor) => `${factor}*(${value}-(${decimal}))`,
    };
  }
  const [above, under] = [cell("numerator"), cell("denominator")];
  const places = bounds.reduce((most, bound) => (decimalsOf(bound) > most ? decimalsOf(bound) : most), 0);
  const scaled = (bound: Decimal): string => exactText(multiply(decimal(bound), tenTo(places)));
  if (bounds.some((bound) => scaled(bound).length > boundDigits)) return undefined;
  return {
    isOpen: `OR(COUNT(${above},${under})<2,${above}<0,${under}<0,${isCapped ? `AND(${under}=0,${above}>0)` : `${above}>${under}`})`,
    isOfNothing: `${under}=0`,
    is: (sign, bound) => `${above}*${scaled("100")}${sign}${scaled(bound)}*${under}`,
    times: (factor) => `${factor}*${above}/${under}`,
    less: (decimal, factor) => `${factor}*(${above}*100-(${decimal})*${under})/${under}`,
  };
}

/** 1 with so many zeros. */
export const tenTo = (places: number): Exact => decimal(`1${"0".repeat(places)}`);

/** A value rounded by a formula; undefined where a spreadsheet has no such rounding. */
export function roundFormula(value: string, places: number, mode: RoundingMode): string | undefined {
  const names: Partial<Record<RoundingMode, string>> = {
    "half-up": "ROUND",
    down: "ROUNDDOWN",
    up: "ROUNDUP",
  };
  return names[mode] && `${names[mode]}(${value},${places})`;
}

const decimalsOf = (bound: Decimal): number => bound.split(".")[1]?.length ?? 0;

/** The points by a formula, once the figures are there; of two counts what an empty denominator gives. */
export function measuredFormula(
  { isOpen, isOfNothing: isEmpty }: MeasureFormula,
  points: string,
  max: Exact,
  empty: Empty | undefined,
): string {
  const gives = empty === "full" ? exactText(max) : empty === "zero" ? "0" : '""';
  return `IF(${isOpen},"",${isEmpty === undefined ? points : `IF(${isEmpty},${gives},${points})`})`;
}

/** The points of a share by a formula: 0 below one threshold, the maximum from another on, in proportion between. */
export function thresholdFormula(
  { zeroBelow, fullFrom = "100" }: Thresholds,
  measured: MeasureFormula,
  max: Exact,
): string {
  const most = exactText(max);
  const upper = `IF(${measured.is(">=", fullFrom)},${most},${measured.times(most)})`;
  return zeroBelow === undefined ? upper : `IF(${measured.is("<", zeroBelow)},0,${upper})`;
}

/** The share of the whole as a step gives it: the counts as they are, else a decimal. */
export const shareStep = (given: Facts, percent: Exact): string =>
  "numerator" in given ? `${given.numerator}/${given.denominator}` : exactText(divide(percent, hundred));

/** What is measured in words, at the head of a rule: `"Tỷ lệ hồ sơ đúng hạn trên hồ sơ đã tiếp nhận"`. */
export function measureHead(measure: Measure): Message {
  if (measure.of === "ratio")
    return message("rules.shareOf", { part: measure.numerator, whole: measure.denominator });
  return message(measure.of === "percent" ? "rules.percentOf" : "rules.byNumber", { what: measure.what });
}

/** The facts of a measure in words: `"giải quyết đúng hạn 1.184/1.200 hồ sơ đã tiếp nhận"`. */
export function measureFactsText(words: RuleWords, measure: Measure, given: Facts): string {
  if (measure.of === "percent") return percentIn(words, factsWith(given, "percent").percent);
  if (measure.of === "number") return measureText(words, factsWith(given, "value").value, measure.what);
  const { numerator, denominator } = factsWith(given, "numerator");
  return shareOfText(words, `${numerator}/${denominator}`, measure);
}

/** What a denominator of 0 gives: the maximum (flagged for the council), 0, or a claim of not applicable. */
type Empty = "full" | "zero" | "not-applicable";

/** The shape of what a denominator of 0 gives. */
export const emptyShape = /* @__PURE__ */ built(() => z.enum(["full", "zero", "not-applicable"]));

/** Tells whether there was nothing to do: a denominator of 0. */
export const isOfNothing = (given: Facts): boolean => "denominator" in given && given.denominator === 0;

/** What a denominator of 0 gives under a maximum. */
export function emptyResult(empty: Empty, max: Exact): RuleResult {
  if (empty === "not-applicable") return Object.freeze({ kind: "empty" });
  return Object.freeze(inPoints(empty === "full" ? max : zero));
}

/** Reports a numerator above 0 over 0, and a full score for nothing done. */
export function checkEmpty(empty: Empty, given: Facts, at: At): void {
  const { numerator } = factsWith(given, "numerator");
  if (numerator > 0) reportAt(at, "numerator-over-zero", { found: numerator, expected: 0 }, "numerator");
  else if (empty === "full") reportAt(at, "empty-counted-full", { found: "0/0" });
}

/** Says that more than the whole counts as the whole, where the rule does. */
export const cappedPart = (cap: boolean | undefined): Param =>
  cap === true ? message("rules.wholeAtMost") : "";

/** Reports a share above the whole; true where it is not above it. */
export function checkWhole(given: Facts, at: At): boolean {
  if ("numerator" in given) {
    const { numerator, denominator } = given;
    if (numerator <= denominator) return true;
    const facts = { found: numerator, expected: denominator };
    reportAt(at, "numerator-above-denominator", facts, "numerator");
    return false;
  }
  const { percent } = factsWith(given, "percent");
  if (compareExact(decimal(percent), hundred) <= 0) return true;
  reportAt(at, "percent-above-hundred", { found: percent, expected: "≤ 100" }, "percent");
  return false;
}

/**
 * The least and greatest value that may stand behind a printed one that is not negative: all that round to it lie within
 * half a unit of its last digit. Both ends are taken in, since nobody knows by which mode it was rounded.
 */
export function printedInterval(printed: Decimal): { readonly low: Exact; readonly high: Exact } {
  const value = decimal(printed);
  const point = printed.indexOf(".");
  const half = halfUnit(point < 0 ? 0 : printed.length - point - 1);
  return { low: greatest(zero, subtract(value, half)), high: add(value, half) };
}

/** A threshold at which the points jump, with the points just below it and those from it on. */
interface Jump {
  /** The threshold, in percent. */
  readonly at: Decimal;
  /** Points that the values just below it come up to. */
  readonly below: Exact;
  /** Points at the threshold itself. */
  readonly from: Exact;
}

/** Warns that the value behind a printed percentage may lie on either side of a threshold, with other points. */
export function reportStraddling(printed: Decimal, jump: Jump, at: At): void {
  const [below, from] = [exactText(jump.below), exactText(jump.from)];
  const facts = { found: printed, threshold: jump.at, below, from, expected: `${below} / ${from}` };
  reportAt(at, "percent-straddles-threshold", facts, "percent");
}

/** The thresholds of a rule, in percent. */
interface Thresholds {
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

/** The percentage that a share means in its place, 80 of 0.8: bounds of decisions lie well above 1 %. Undefined of another. */
export const percentMeant = (percent: Decimal): Decimal | undefined =>
  percent === "0" || compareExact(decimal(percent), integer(1)) > 0
    ? undefined
    : exactText(multiply(decimal(percent), hundred));

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
    } else if (percentMeant(threshold) !== undefined) {
      reportAt(at, "threshold-as-share", { found: threshold, expected: percentMeant(threshold) }, key);
    }
  }
  if (!sound || zeroBelow === undefined || fullFrom === undefined) return;
  if (compareExact(decimal(zeroBelow), decimal(fullFrom)) <= 0) return;
  reportAt(at, "thresholds-crossed", { found: zeroBelow, expected: fullFrom }, "zeroBelow");
}

/** Where a percentage lies: below the first threshold, from the second on, or between them. */
type ThresholdCase = "below-zero-threshold" | "full" | "proportional";

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
  { maxPoints: max }: RuleCarrier,
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
