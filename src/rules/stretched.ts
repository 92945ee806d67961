/**
 * The rule `stretched`: two counts, a percentage or a number give 0 at `zeroAt`, the maximum at `fullAt`, and between
 * them points in a straight line; beyond either end nothing more and nothing less. Either end may be the higher one. The
 * points are continuous, so that no interval of rounding straddles a jump and nobody needs to be warned of one.
 */
import * as z from "zod";
import type { Decimal, Facts, Text } from "../criteria-set.ts";
import {
  add,
  compareExact,
  decimal,
  divide,
  type Exact,
  exactText,
  greatest,
  hundred,
  isNegative,
  least,
  multiply,
  readFraction,
  subtract,
  zero,
} from "../number.ts";
import {
  inPoints,
  type Language,
  maxOf,
  type RuleMeaning,
  type RuleShape,
  type RuleStep,
  type RuleWords,
  reportAt,
} from "../rule.ts";
import { shape, withoutEval } from "../shape.ts";
import {
  capText,
  checkEmpty,
  checkWhole,
  emptyResult,
  emptyShape,
  emptyText,
  isOfNothing,
  measuredValue,
  measureFactsText,
  measureForm,
  measureHead,
  shareStep,
} from "./measure.ts";
import {
  equationText,
  factorText,
  measuredText,
  numberText,
  pointsText,
  rangeText,
  reachedText,
} from "./words.ts";

/** The share of two counts, stretched. Facts: `{ numerator, denominator }`. */
export interface StretchedOfRatio {
  /** The discriminant. */
  readonly kind: "stretched";
  /** What is measured: a share, in percent. */
  readonly of: "ratio";
  /** What the numerator counts, as it stands inside a sentence. */
  readonly numerator: Text;
  /** What the denominator counts. */
  readonly denominator: Text;
  /** The percentage that gives 0 points, as does everything beyond it. */
  readonly zeroAt: Decimal;
  /** The percentage that gives the maximum, as does everything beyond it; higher or lower than `zeroAt`. */
  readonly fullAt: Decimal;
  /** True where a numerator above the denominator counts as 100 %; otherwise it is an issue, unless an end lies beyond 100. */
  readonly cap?: boolean | undefined;
  /** Denominator 0, nothing to do this year: the maximum (flagged for the council), 0, or a claim of not applicable. */
  readonly empty: "full" | "zero" | "not-applicable";
}

/** A percentage, stretched. Facts: `{ percent }`, with the digits that the source prints. */
export interface StretchedOfPercent {
  /** The discriminant. */
  readonly kind: "stretched";
  /** What is measured: a percentage as printed. */
  readonly of: "percent";
  /** What it is a percentage of, as it stands inside a sentence. */
  readonly what: Text;
  /** The percentage that gives 0 points, as does everything beyond it. */
  readonly zeroAt: Decimal;
  /** The percentage that gives the maximum, as does everything beyond it; higher or lower than `zeroAt`. */
  readonly fullAt: Decimal;
  /** True where a percentage above 100 counts as 100; otherwise it is an issue, unless an end lies beyond 100. */
  readonly cap?: boolean | undefined;
}

/** A plain number, stretched. Facts: `{ value }`. */
export interface StretchedOfNumber {
  /** The discriminant. */
  readonly kind: "stretched";
  /** What is measured: a number. */
  readonly of: "number";
  /** What the number is, as it stands inside a sentence. */
  readonly what: Text;
  /** The number that gives 0 points, as does everything beyond it. */
  readonly zeroAt: Decimal;
  /** The number that gives the maximum, as does everything beyond it; higher or lower than `zeroAt`. */
  readonly fullAt: Decimal;
}

/** Points in a straight line between two values. */
export type StretchedRule = StretchedOfNumber | StretchedOfPercent | StretchedOfRatio;

/** The form of a `stretched` rule and of its facts. */
export const stretchedShape: RuleShape<StretchedRule> = {
  schema: /* @__PURE__ */ withoutEval(() => {
    const kind = z.literal("stretched");
    const ends = { zeroAt: shape.nonNegative, fullAt: shape.nonNegative, cap: z.boolean().optional() };
    return z.discriminatedUnion("of", [
      z.strictObject({
        kind,
        of: z.literal("ratio"),
        numerator: shape.text,
        denominator: shape.text,
        ...ends,
        empty: emptyShape,
      }),
      z.strictObject({ kind, of: z.literal("percent"), what: shape.text, ...ends }),
      z.strictObject({
        kind,
        of: z.literal("number"),
        what: shape.text,
        zeroAt: shape.decimal,
        fullAt: shape.decimal,
      }),
    ]);
  }),
  form: measureForm,
  check: (rule, at) => {
    const { zeroAt, fullAt } = rule;
    if (zeroAt === fullAt) reportAt(at, "thresholds-equal", { found: fullAt }, "fullAt");
    if (rule.of === "number" || rule.cap !== true) return;
    for (const key of ["zeroAt", "fullAt"] as const) {
      if (isBeyondWhole(rule[key])) reportAt(at, "cap-below-threshold", { found: rule[key] }, key);
    }
  },
  checkFacts: (rule, given, at) => {
    if (rule.of === "number") return;
    if (rule.of === "ratio" && isOfNothing(given)) return checkEmpty(rule.empty, given, at);
    // A share above the whole is a slip, unless the decision caps it or an end shows that it expects it.
    const isExpected = rule.cap === true || isBeyondWhole(rule.zeroAt) || isBeyondWhole(rule.fullAt);
    if (!isExpected) checkWhole(given, at);
  },
};

const isBeyondWhole = (percent: Decimal): boolean => compareExact(decimal(percent), hundred) > 0;

/** The meaning of a `stretched` rule. */
export const stretched: RuleMeaning<StretchedRule> = {
  reach: (_rule, leaf) => ({ min: zero, max: maxOf(leaf, "stretched") }),
  compile: (rule, leaf) => {
    const max = maxOf(leaf, "stretched");
    const zeroAt = decimal(rule.zeroAt);
    const span = subtract(decimal(rule.fullAt), zeroAt);
    const measured = measuredValue(rule.of);
    const empty = rule.of === "ratio" ? emptyResult(rule.empty, max) : inPoints(zero);
    /** On a straight line that goes on beyond both ends. */
    const unbounded = (given: Facts): Exact => divide(multiply(max, subtract(measured(given), zeroAt)), span);
    return {
      result: (given) =>
        isOfNothing(given) ? empty : inPoints(least(greatest(unbounded(given), zero), max)),
      step: (given) => {
        if (rule.of === "ratio" && isOfNothing(given)) return { case: `empty-${rule.empty}` };
        const points = unbounded(given);
        const value = measured(given);
        const applied =
          compareExact(points, zero) <= 0 ? "zero" : compareExact(points, max) >= 0 ? "full" : "stretched";
        if (rule.of !== "number") return { case: applied, share: shareStep(given, value) };
        // A number is no share; between the ends the part of the way from one to the other is.
        return applied === "stretched"
          ? { case: applied, share: exactText(divide(points, max)) }
          : { case: applied };
      },
    };
  },
};

/** A `stretched` rule in words. */
export const stretchedWords: RuleWords<StretchedRule> = {
  ruleText: (rule, _on, language) => {
    const ends = endsOf(rule).map(({ gives, range }) => {
      const verb = language === "vi" ? " được" : "";
      return `${rangeText(range, rule.of, language)}${verb} ${givesText(gives, language)}`;
    });
    const between = language === "vi" ? "giữa hai mức tính nội suy tuyến tính" : "linear between";
    const cap = rule.of === "number" ? "" : capText(rule.cap, language);
    const empty = rule.of === "ratio" ? `; ${emptyText(rule.empty, language)}` : "";
    return `${[measureHead(rule, language), ...ends, between].join("; ")}${cap}${empty}`;
  },
  factsText: (rule, given, _on, language) => measureFactsText(rule, given, language),
  // "đạt 80 %, giữa 60 % và 100 %: nội suy tuyến tính"
  stepText: (rule, step, _on, language) => {
    if (rule.of === "ratio" && step.case.startsWith("empty-")) return emptyText(rule.empty, language);
    const text = caseText(rule, step, language);
    if (rule.of === "number" || step.share === undefined) return text;
    return `${reachedText(step.share, [rule.zeroAt, rule.fullAt], language)}, ${text}`;
  },
  // "2 × (85,7 % − 60 %) ÷ (100 % − 60 %) = 1,285"; from the greater to the lesser, so that all differences are above 0.
  workingText: (rule, { case: applied, share }, { max }, language) => {
    if (applied !== "stretched" || share === undefined || max === undefined) return undefined;
    const zeroAt = decimal(rule.zeroAt);
    const span = subtract(decimal(rule.fullAt), zeroAt);
    const way =
      rule.of === "number"
        ? readFraction(share)
        : divide(subtract(multiply(readFraction(share), hundred), zeroAt), span);
    const own =
      rule.of === "number"
        ? numberText(exactText(add(zeroAt, multiply(way, span))), language)
        : factorText(share, language);
    const [from, to] = [endText(rule, rule.zeroAt, language), endText(rule, rule.fullAt, language)];
    const factor = isNegative(span)
      ? `(${from} − ${own}) ÷ (${from} − ${to})`
      : `(${own} − ${from}) ÷ (${to} − ${from})`;
    return equationText(`${numberText(max, language)} × ${factor}`, multiply(decimal(max), way), language);
  },
};

/** An end in an arithmetic; a negative one in brackets. */
function endText({ of }: StretchedRule, end: Decimal, language: Language): string {
  const text = measuredText(end, of, language);
  return end.startsWith("-") ? `(${text})` : text;
}

/** What an end gives. */
type Gives = "zero" | "full";

/** The two ends, from the lower up: which of them gives what, and what lies beyond it. */
function endsOf({ zeroAt, fullAt }: StretchedRule) {
  const isRising = compareExact(decimal(fullAt), decimal(zeroAt)) > 0;
  const [low, high]: readonly [Gives, Gives] = isRising ? ["zero", "full"] : ["full", "zero"];
  const [lower, upper] = isRising ? [zeroAt, fullAt] : [fullAt, zeroAt];
  return [
    { gives: low, at: lower, range: { upTo: lower } },
    { gives: high, at: upper, range: { from: upper } },
  ] as const;
}

function givesText(gives: Gives, language: Language): string {
  if (gives === "zero") return pointsText("0", language);
  return language === "vi" ? "điểm tối đa" : "the maximum";
}

/** Where the value lies, with what that gives: `"từ 60 % trở xuống: 0 điểm"`, `"giữa 60 % và 100 %: nội suy tuyến tính"`. */
function caseText(rule: StretchedRule, step: RuleStep, language: Language): string {
  const ends = endsOf(rule);
  const reached = ends.find(({ gives }) => gives === step.case);
  if (reached !== undefined)
    return `${rangeText(reached.range, rule.of, language)}: ${givesText(reached.gives, language)}`;
  const [lower, upper] = [
    measuredText(ends[0].at, rule.of, language),
    measuredText(ends[1].at, rule.of, language),
  ];
  return language === "vi"
    ? `giữa ${lower} và ${upper}: nội suy tuyến tính`
    : `between ${lower} and ${upper}: linear`;
}
