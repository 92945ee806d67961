/**
 * The rule `stretched`: two counts, a percentage or a number give 0 at `zeroAt`, the maximum at `fullAt`, and between
 * them points in a straight line; beyond either end nothing more and nothing less. Either end may be the higher one. The
 * points are continuous, so that no interval of rounding straddles a jump and nobody needs to be warned of one.
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
  maxOf,
  type RuleFormula,
  type RuleMeaning,
  type RuleShape,
  type RuleTelling,
  reportAt,
} from "../rule.ts";
import { built, shape } from "../shape.ts";
import { type Message, message, numberIn, said, say } from "../words/words.ts";
import {
  cappedPart,
  checkEmpty,
  checkWhole,
  emptyResult,
  emptyShape,
  isOfNothing,
  measuredFormula,
  measuredValue,
  measureFactsText,
  measureForm,
  measureFormula,
  measureHead,
  shareStep,
} from "./measure.ts";
import { equationText, factorText, measuredOf, type RuleWords, rangeOf, shareText } from "./words.ts";

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
  schema: /* @__PURE__ */ built(() => {
    const kind = z.literal("stretched");
    const ends = { zeroAt: shape.nonNegative, fullAt: shape.nonNegative, cap: z.optional(z.boolean()) };
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
    if (!isBeyondExpected(rule)) checkWhole(given, at);
  },
  steps: (rule, leaf) => {
    const max = maxOf(leaf, "stretched");
    const unbounded = lineOf(rule, max);
    const measured = measuredValue(rule.of);
    return (given) => {
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
    };
  },
};

const isBeyondWhole = (percent: Decimal): boolean => compareExact(decimal(percent), hundred) > 0;

/** A share above the whole is a slip, unless the decision caps it or an end shows that it expects it. */
const isBeyondExpected = ({ cap, zeroAt, fullAt }: Exclude<StretchedRule, StretchedOfNumber>): boolean =>
  cap === true || isBeyondWhole(zeroAt) || isBeyondWhole(fullAt);

/** The meaning of a `stretched` rule. */
export const stretched: RuleMeaning<StretchedRule> = {
  reach: (_rule, leaf) => ({ min: zero, max: maxOf(leaf, "stretched") }),
  compile: (rule, leaf) => {
    const max = maxOf(leaf, "stretched");
    const empty = rule.of === "ratio" ? emptyResult(rule.empty, max) : inPoints(zero);
    const unbounded = lineOf(rule, max);
    return (given) => (isOfNothing(given) ? empty : inPoints(least(greatest(unbounded(given), zero), max)));
  },
};

/** On a straight line that goes on beyond both ends. */
function lineOf(rule: StretchedRule, max: Exact): (given: Facts) => Exact {
  const zeroAt = decimal(rule.zeroAt);
  const span = subtract(decimal(rule.fullAt), zeroAt);
  const measured = measuredValue(rule.of);
  return (given) => divide(multiply(max, subtract(measured(given), zeroAt)), span);
}

/** The points of a `stretched` rule by a formula. */
export const stretchedFormula: RuleFormula<StretchedRule> = (rule, leaf, cells) => {
  const max = maxOf(leaf, "stretched");
  const isOpen = rule.of !== "number" && isBeyondExpected(rule);
  const measured = measureFormula(rule.of, cells, [rule.zeroAt, rule.fullAt], isOpen);
  if (measured === undefined) return undefined;
  const most = exactText(max);
  const span = exactText(subtract(decimal(rule.fullAt), decimal(rule.zeroAt)));
  const points = `MAX(0,MIN(${most},${measured.less(rule.zeroAt, most)}/(${span})))`;
  return measuredFormula(measured, points, max, rule.of === "ratio" ? rule.empty : undefined);
};

/** A `stretched` rule in words. */
export const stretchedWords: RuleTelling<StretchedRule> = {
  ruleText: (words, rule) =>
    say(words, "rules.stretched", {
      head: measureHead(rule),
      ends: endsOf(rule).map(({ gives, range }) =>
        message("rules.endGives", { range: rangeOf(range, rule.of), gives: givesMessage(gives) }),
      ),
      cap: rule.of === "number" ? undefined : cappedPart(rule.cap),
      empty: rule.of === "ratio" ? message(`rules.empty.${rule.empty}`) : undefined,
    }),
  factsText: (words, rule, given) => measureFactsText(words, rule, given),
  // "đạt 80 %, giữa 60 % và 100 %: nội suy tuyến tính"
  stepText: (words, rule, step) => {
    if (rule.of === "ratio" && step.case.startsWith("empty-")) return say(words, `rules.empty.${rule.empty}`);
    const ends = endsOf(rule);
    const share =
      rule.of === "number" || step.share === undefined
        ? undefined
        : shareText(words, readFraction(step.share), [rule.zeroAt, rule.fullAt]);
    const reached = ends.find(({ gives }) => gives === step.case);
    if (reached === undefined) {
      const [low, high] = [measuredOf(ends[0].at, rule.of), measuredOf(ends[1].at, rule.of)];
      return say(words, "rules.reachedBetween", { share, low, high });
    }
    const range = rangeOf(reached.range, rule.of);
    return say(words, "rules.rangeGives", { share, range, gives: givesMessage(reached.gives) });
  },
  // "2 × (85,7 % − 60 %) ÷ (100 % − 60 %) = 1,285"; from the greater to the lesser, so that all differences are above 0.
  workingText: (words, rule, { case: applied, share }, { maxPoints: max }) => {
    if (applied !== "stretched" || share === undefined || max === undefined) return undefined;
    const zeroAt = decimal(rule.zeroAt);
    const span = subtract(decimal(rule.fullAt), zeroAt);
    const way =
      rule.of === "number"
        ? readFraction(share)
        : divide(subtract(multiply(readFraction(share), hundred), zeroAt), span);
    const own =
      rule.of === "number"
        ? numberIn(words, exactText(add(zeroAt, multiply(way, span))))
        : factorText(words, share);
    const [from, to] = [endText(words, rule, rule.zeroAt), endText(words, rule, rule.fullAt)];
    const factor = isNegative(span)
      ? `(${from} − ${own}) ÷ (${from} − ${to})`
      : `(${own} − ${from}) ÷ (${to} − ${from})`;
    return equationText(words, `${numberIn(words, max)} × ${factor}`, multiply(decimal(max), way));
  },
};

/** An end in an arithmetic; a negative one in brackets. */
function endText(words: RuleWords, { of }: StretchedRule, end: Decimal): string {
  const text = said(words, measuredOf(end, of));
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

const givesMessage = (gives: Gives): Message =>
  gives === "zero" ? message("rules.points", { points: "0" }) : message("rules.maximum");
