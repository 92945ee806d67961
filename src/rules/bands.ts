/**
 * The rule `bands`: two counts, a percentage or a number fall into one of the printed bands, which gives its points or
 * maximum × share (design 2, table of rules). Values are compared exactly, unless the rule rounds the percentage first.
 * The checks of the bands themselves are in `bands-check.ts`.
 */
import { z } from "zod";
import type { Decimal, Facts, Text } from "../criteria-set.ts";
import type { Path, Report } from "../issue.ts";
import {
  compare,
  decimal,
  divide,
  type Exact,
  exactText,
  fraction,
  greatest,
  hundred,
  least,
  multiply,
  roundedExact,
  zero,
} from "../number.ts";
import { deepFreeze } from "../plain.ts";
import {
  inPoints,
  type LeafContext,
  type RuleMeaning,
  type RuleShape,
  type RuleStep,
  type RuleWords,
} from "../rule.ts";
import { shape, withoutEval } from "../shape.ts";
import {
  ascending,
  type Band,
  boundsText,
  isBeneath,
  isIn,
  type PlacedBand,
  pointsAt,
  reachBeyondHundred,
} from "./band.ts";
import { checkBands } from "./bands-check.ts";
import { bandsFactsText, bandsRuleText, bandsStepText } from "./bands-words.ts";
import { checkEmpty, emptyResult } from "./empty.ts";
import { maxOf, refuseFacts } from "./leaf.ts";
import { percentFacts } from "./percent.ts";
import { printedInterval, reportStraddling } from "./printed.ts";
import { countsFacts } from "./ratio.ts";
import { productText } from "./words.ts";

export type { Band };

/** Bands of the share of two counts. Facts: `{ numerator, denominator }`. */
export interface BandsOfRatio {
  /** The discriminant. */
  readonly kind: "bands";
  /** What falls into the bands: a share, in percent. */
  readonly of: "ratio";
  /** What the numerator counts, as it stands inside a sentence. */
  readonly numerator: Text;
  /** What the denominator counts. */
  readonly denominator: Text;
  /** Denominator 0: the maximum (flagged for the council), 0, or a claim of not applicable. */
  readonly empty: "full" | "zero" | "not-applicable";
  /** Decimals to which the percentage is rounded first, by the mode of the set; it then decides the band and the share. */
  readonly percentPlaces?: number | undefined;
  /** Which direction is better: `"higher"` where absent. */
  readonly better?: "higher" | "lower" | undefined;
  /** The bands, in ascending or descending order; bounds in percent. */
  readonly bands: readonly Band[];
}

/** Bands of a percentage. Facts: `{ percent }`, with the digits that the source prints. */
export interface BandsOfPercent {
  /** The discriminant. */
  readonly kind: "bands";
  /** What falls into the bands: a percentage as printed. */
  readonly of: "percent";
  /** What it is a percentage of, as it stands inside a sentence. */
  readonly what: Text;
  /** Decimals to which the percentage is rounded first, by the mode of the set; it then decides the band and the share. */
  readonly percentPlaces?: number | undefined;
  /** Which direction is better: `"higher"` where absent. */
  readonly better?: "higher" | "lower" | undefined;
  /** The bands, in ascending or descending order; bounds in percent. */
  readonly bands: readonly Band[];
}

/** Bands of a plain number. Facts: `{ value }`. */
export interface BandsOfNumber {
  /** The discriminant. */
  readonly kind: "bands";
  /** What falls into the bands: a number. */
  readonly of: "number";
  /** What the number is, as it stands inside a sentence. */
  readonly what: Text;
  /** Which direction is better: `"higher"` where absent. */
  readonly better?: "higher" | "lower" | undefined;
  /** The bands, in ascending or descending order; each gives points, since a number has no share. */
  readonly bands: readonly Band[];
}

/** Points by the band in which a value falls. */
export type BandsRule = BandsOfNumber | BandsOfPercent | BandsOfRatio;

const schema = /* @__PURE__ */ withoutEval(() => {
  const bound = shape.decimal.optional();
  const points = shape.nonNegative.optional();
  const band = z.strictObject({
    from: bound,
    above: bound,
    upTo: bound,
    below: bound,
    points,
    share: z.literal(true).optional(),
  });
  const better = z.enum(["higher", "lower"]).optional();
  const places = z.int().min(0).max(6).optional();
  const kind = z.literal("bands");
  const bands = z.array(band).min(1);
  return z.discriminatedUnion("of", [
    z.strictObject({
      kind,
      of: z.literal("ratio"),
      numerator: shape.text,
      denominator: shape.text,
      empty: z.enum(["full", "zero", "not-applicable"]),
      percentPlaces: places,
      better,
      bands,
    }),
    z.strictObject({
      kind,
      of: z.literal("percent"),
      what: shape.text,
      percentPlaces: places,
      better,
      bands,
    }),
    z.strictObject({ kind, of: z.literal("number"), what: shape.text, better, bands }),
  ]);
});
const valueFacts: z.ZodType<Facts> = /* @__PURE__ */ withoutEval(() =>
  z.strictObject({ value: shape.decimal }),
);

/** The number that falls into the bands: a percentage, rounded where the rule says so, or a plain number. */
function placedValue(rule: BandsRule, mode: LeafContext["mode"]): (given: Facts) => Exact {
  if (rule.of === "number")
    return (given) => ("value" in given ? decimal(given.value) : refuseFacts("bands"));
  const exact =
    rule.of === "percent"
      ? (given: Facts) => ("percent" in given ? decimal(given.percent) : refuseFacts("bands"))
      : (given: Facts) =>
          "numerator" in given
            ? multiply(fraction(given.numerator, given.denominator), hundred)
            : refuseFacts("bands");
  const places = rule.percentPlaces;
  return places === undefined ? exact : (given) => roundedExact(exact(given), places, mode);
}

const isEmpty = (given: Facts): boolean => "denominator" in given && given.denominator === 0;

/** The form of a `bands` rule and of its facts. */
export const bandsShape: RuleShape<BandsRule> = {
  kind: "bands",
  schema,
  facts: (rule) => ({ ratio: countsFacts, percent: percentFacts, number: valueFacts })[rule.of],
  check: (rule, leaf, path, report, item) => checkBands(rule, maxOf(leaf, "bands"), path, report, item),
  checkFacts: (rule, leaf, given, path, report, item) => {
    if (rule.of === "ratio" && isEmpty(given)) return checkEmpty(rule, given, path, report, item);
    const value = placedValue(rule, leaf.mode)(given);
    const placed = ascending(rule.bands);
    // A share above the whole is a slip, unless a bound shows that the decision expects it.
    if (rule.of !== "number" && compare(value, hundred) > 0 && !reachBeyondHundred(placed)) {
      return aboveWhole(given, path, report, item);
    }
    if (!placed.some((band) => isIn(band, value))) {
      const key = { ratio: "numerator", percent: "percent", number: "value" }[rule.of];
      const [vi, en] = (["vi", "en"] as const).map((language) =>
        rule.bands.map((band) => boundsText(band, rule.of, language)).join("; "),
      ) as [string, string];
      report(
        "value-outside-bands",
        [...path, key],
        { found: exactText(value), expected: vi, expectedEn: en },
        { item },
      );
    } else if (rule.of === "percent" && "percent" in given) {
      checkStraddling(rule, placed, leaf, given.percent, [...path, "percent"], report, item);
    }
  },
};

/** The meaning of a `bands` rule. */
export const bands: RuleMeaning<BandsRule> = {
  reach: (rule, leaf) => {
    const max = maxOf(leaf, "bands");
    const reached = ascending(rule.bands).flatMap(({ band, lower, upper }) => [
      pointsAt(band, lower?.value ?? zero, max),
      pointsAt(band, upper?.value ?? hundred, max),
    ]);
    return { min: reached.reduce(least), max: reached.reduce(greatest) };
  },
  compile: (rule, leaf) => {
    const max = maxOf(leaf, "bands");
    const placed = ascending(rule.bands).map((band) => ({
      ...band,
      points: band.band.points === undefined ? undefined : decimal(band.band.points),
      step: stepOf(band),
    }));
    const read = placedValue(rule, leaf.mode);
    const each = divide(max, hundred);
    const empty = rule.of === "ratio" ? emptyResult(rule.empty, max) : inPoints(zero);
    const bandOf = (value: Exact) => {
      for (const band of placed) if (isIn(band, value)) return band;
      return refuseFacts("bands");
    };
    return {
      result: (given) => {
        if (isEmpty(given)) return empty;
        const value = read(given);
        return inPoints(bandOf(value).points ?? multiply(each, value));
      },
      step: (given) => {
        if (rule.of === "ratio" && isEmpty(given)) return { case: `empty-${rule.empty}` };
        const value = read(given);
        const { step } = bandOf(value);
        if (rule.of === "number") return step;
        if (!("numerator" in given) || rule.percentPlaces !== undefined) {
          return { ...step, share: exactText(divide(value, hundred)) };
        }
        return { ...step, share: `${given.numerator}/${given.denominator}` };
      },
    };
  },
};

/** What decided the points in a band, without the share. */
const stepOf = ({ at, band: { points } }: PlacedBand): RuleStep =>
  deepFreeze(points === undefined ? { case: "band", at } : { case: "band", at, terms: [{ points }] });

/** A `bands` rule in words. */
export const bandsWords: RuleWords<BandsRule> = {
  ruleText: (rule, _on, language) => bandsRuleText(rule, language),
  factsText: (rule, given, _on, language) => bandsFactsText(rule, given, language),
  stepText: (rule, step, _on, language) => bandsStepText(rule, step, language),
  workingText: (_rule, { share, terms }, { max }, language) =>
    share === undefined || terms !== undefined || max === undefined
      ? undefined
      : productText(max, share, language),
};

function aboveWhole(given: Facts, path: Path, report: Report, item: string): void {
  if ("numerator" in given) {
    const facts = { found: given.numerator, expected: given.denominator };
    report("numerator-above-denominator", [...path, "numerator"], facts, { item });
  } else if ("percent" in given) {
    report(
      "percent-above-hundred",
      [...path, "percent"],
      { found: given.percent, expected: "≤ 100" },
      { item },
    );
  }
}

/** Warns where the value behind a printed percentage may lie in another band with other points. */
function checkStraddling(
  rule: BandsOfPercent,
  placed: readonly PlacedBand[],
  leaf: LeafContext,
  printed: Decimal,
  path: Path,
  report: Report,
  item: string,
): void {
  const max = maxOf(leaf, "bands");
  const ends = printedInterval(printed);
  const places = rule.percentPlaces;
  const low = places === undefined ? ends.low : roundedExact(ends.low, places, leaf.mode);
  const high = places === undefined ? ends.high : roundedExact(ends.high, places, leaf.mode);
  for (let i = 1; i < placed.length; i++) {
    const [under, over] = [placed[i - 1] as PlacedBand, placed[i] as PlacedBand];
    const at = over.lower?.value ?? zero;
    const [below, from] = [pointsAt(under.band, at, max), pointsAt(over.band, at, max)];
    if (!isBeneath(over, low) || isBeneath(over, high) || compare(below, from) === 0) continue;
    reportStraddling(printed, exactText(at), below, from, path, report, item);
  }
}
