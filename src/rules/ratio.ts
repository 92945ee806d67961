/**
 * The rule `ratio`: the unit gives two counts, and their share of the maximum is its points, compared exactly with the
 * thresholds. What an empty denominator means, nothing to do this year, is declared; a numerator above the denominator
 * is an issue unless the rule caps it.
 */
import * as z from "zod/mini";
import type { Decimal, Text } from "../criteria-set.ts";
import { exactText, fraction, multiply, one, zero } from "../number.ts";
import {
  inPoints,
  maxOf,
  type RuleFormula,
  type RuleMeaning,
  type RuleShape,
  type RuleTelling,
} from "../rule.ts";
import { built, shape } from "../shape.ts";
import { message, say } from "../words/words.ts";
import { factsWith, twoCountsForm } from "./facts.ts";
import {
  cappedPart,
  checkEmpty,
  checkThresholds,
  checkWhole,
  emptyResult,
  emptyShape,
  isOfNothing,
  measuredFormula,
  measureFactsText,
  measureFormula,
  measureHead,
  thresholdCase,
  thresholdFormula,
  thresholdParts,
  thresholdShape,
  thresholdStepText,
  thresholdWorkingText,
} from "./measure.ts";

/** Points in proportion to a share of two counts. Facts: `{ numerator, denominator }`. */
export interface RatioRule {
  /** The discriminant. */
  readonly kind: "ratio";
  /** What the numerator counts, as it stands inside a sentence: hồ sơ giải quyết đúng hạn. */
  readonly numerator: Text;
  /** What the denominator counts: hồ sơ đã tiếp nhận. */
  readonly denominator: Text;
  /** Below this percentage, 0 to 100, the points are 0. */
  readonly zeroBelow?: Decimal | undefined;
  /** From this percentage on, 0 to 100, the points are the maximum. */
  readonly fullFrom?: Decimal | undefined;
  /** True where a numerator above the denominator counts as 100 %; otherwise it is an issue. */
  readonly cap?: boolean | undefined;
  /** Denominator 0, nothing to do this year: the maximum (flagged for the council), 0, or a claim of not applicable. */
  readonly empty: "full" | "zero" | "not-applicable";
}

/** The form of a `ratio` rule and of its facts. */
export const ratioShape: RuleShape<RatioRule> = {
  schema: /* @__PURE__ */ built(() =>
    z.strictObject({
      kind: z.literal("ratio"),
      numerator: shape.text,
      denominator: shape.text,
      ...thresholdShape,
      empty: emptyShape,
    }),
  ),
  form: twoCountsForm,
  check: checkThresholds,
  checkFacts: (rule, given, at) => {
    if (isOfNothing(given)) checkEmpty(rule.empty, given, at);
    else if (rule.cap !== true) checkWhole(given, at);
  },
  steps: (rule, leaf) => {
    const max = maxOf(leaf, "ratio");
    const caseOf = thresholdCase(rule, one);
    return (given) => {
      const { numerator, denominator } = factsWith(given, "numerator");
      if (denominator === 0) return { case: `empty-${rule.empty}` };
      const share = fraction(numerator, denominator);
      const step = { case: caseOf(share), share: `${numerator}/${denominator}` };
      return numerator > denominator ? { ...step, uncapped: exactText(multiply(max, share)) } : step;
    };
  },
};

/** The meaning of a `ratio` rule. */
export const ratio: RuleMeaning<RatioRule> = {
  reach: (_rule, leaf) => ({ min: zero, max: maxOf(leaf, "ratio") }),
  compile: (rule, leaf) => {
    const max = maxOf(leaf, "ratio");
    const caseOf = thresholdCase(rule, one);
    const empty = emptyResult(rule.empty, max);
    return (given) => {
      const { numerator, denominator } = factsWith(given, "numerator");
      if (denominator === 0) return empty;
      const share = fraction(numerator, denominator);
      const reached = caseOf(share);
      return inPoints(reached === "proportional" ? multiply(max, share) : reached === "full" ? max : zero);
    };
  },
};

/** The points of a `ratio` rule by a formula. */
export const ratioFormula: RuleFormula<RatioRule> = (rule, leaf, cells) => {
  const max = maxOf(leaf, "ratio");
  const bounds = [rule.zeroBelow, rule.fullFrom].filter((it) => it !== undefined);
  const measured = measureFormula("ratio", cells, bounds, rule.cap === true);
  return measured && measuredFormula(measured, thresholdFormula(rule, measured, max), max, rule.empty);
};

const ratioMeasure = (rule: RatioRule) => ({ ...rule, of: "ratio" }) as const;

/** A `ratio` rule in words. */
export const ratioWords: RuleTelling<RatioRule> = {
  ruleText: (words, rule) =>
    say(words, "rules.list", {
      parts: [
        measureHead(ratioMeasure(rule)),
        ...thresholdParts(rule),
        cappedPart(rule.cap),
        message(`rules.empty.${rule.empty}`),
      ],
    }),
  factsText: (words, rule, given) => measureFactsText(words, ratioMeasure(rule), given),
  stepText: (words, rule, step) =>
    step.case.startsWith("empty-")
      ? say(words, `rules.empty.${rule.empty}`)
      : thresholdStepText(words, rule, step),
  workingText: (words, _rule, step, on) => thresholdWorkingText(words, step, on),
};
