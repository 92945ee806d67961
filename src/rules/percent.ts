/**
 * The rule `percent`: as `ratio`, where only a percentage is known. It is taken exactly as printed; where the interval of
 * its rounding straddles a threshold, a warning names both outcomes, because the true value may lie on the other side.
 */
import * as z from "zod/mini";
import type { Decimal, Text } from "../criteria-set.ts";
import { compareExact, decimal, divide, exactText, hundred, multiply, percentOf, zero } from "../number.ts";
import {
  inPoints,
  maxOf,
  type RuleFormula,
  type RuleMeaning,
  type RuleShape,
  type RuleTelling,
} from "../rule.ts";
import { built, shape } from "../shape.ts";
import { say } from "../words/words.ts";
import { factsWith, percentForm } from "./facts.ts";
import {
  cappedPart,
  checkThresholds,
  checkWhole,
  jumpsOf,
  measuredFormula,
  measureFactsText,
  measureFormula,
  measureHead,
  printedInterval,
  reportStraddling,
  thresholdCase,
  thresholdFormula,
  thresholdParts,
  thresholdShape,
  thresholdStepText,
  thresholdWorkingText,
} from "./measure.ts";

/** Points in proportion to a percentage. Facts: `{ percent }`, with the digits that the source prints. */
export interface PercentRule {
  /** The discriminant. */
  readonly kind: "percent";
  /** What it is a percentage of, as it stands inside a sentence: hồ sơ giải quyết đúng hạn. */
  readonly of: Text;
  /** Below this percentage, 0 to 100, the points are 0. */
  readonly zeroBelow?: Decimal | undefined;
  /** From this percentage on, 0 to 100, the points are the maximum. */
  readonly fullFrom?: Decimal | undefined;
  /** True where a percentage above 100 counts as 100; otherwise it is an issue. */
  readonly cap?: boolean | undefined;
}

/** The form of a `percent` rule and of its facts. */
export const percentShape: RuleShape<PercentRule> = {
  schema: /* @__PURE__ */ built(() =>
    z.strictObject({ kind: z.literal("percent"), of: shape.text, ...thresholdShape }),
  ),
  form: (rule) => percentForm(rule.of),
  check: checkThresholds,
  checkFacts: (rule, given, at) => {
    const { percent } = factsWith(given, "percent");
    if (rule.cap !== true && !checkWhole(given, at)) return;
    const { low, high } = printedInterval(percent);
    for (const jump of jumpsOf(rule, maxOf(at.leaf, "percent"))) {
      const threshold = decimal(jump.at);
      if (compareExact(low, threshold) < 0 && compareExact(high, threshold) >= 0)
        reportStraddling(percent, jump, at);
    }
  },
  steps: (rule, leaf) => {
    const max = maxOf(leaf, "percent");
    const caseOf = thresholdCase(rule, hundred);
    return (given) => {
      const value = decimal(factsWith(given, "percent").percent);
      const step = { case: caseOf(value), share: exactText(divide(value, hundred)) };
      return compareExact(value, hundred) > 0
        ? { ...step, uncapped: exactText(percentOf(value, max)) }
        : step;
    };
  },
};

/** The meaning of a `percent` rule. */
export const percent: RuleMeaning<PercentRule> = {
  reach: (_rule, leaf) => ({ min: zero, max: maxOf(leaf, "percent") }),
  compile: (rule, leaf) => {
    const max = maxOf(leaf, "percent");
    const caseOf = thresholdCase(rule, hundred);
    const each = divide(max, hundred);
    return (given) => {
      const value = decimal(factsWith(given, "percent").percent);
      const reached = caseOf(value);
      return inPoints(reached === "proportional" ? multiply(each, value) : reached === "full" ? max : zero);
    };
  },
};

/** The points of a `percent` rule by a formula. */
export const percentFormula: RuleFormula<PercentRule> = (rule, leaf, cells) => {
  const max = maxOf(leaf, "percent");
  const measured = measureFormula("percent", cells, [], rule.cap === true);
  return measured && measuredFormula(measured, thresholdFormula(rule, measured, max), max, undefined);
};

const percentMeasure = (rule: PercentRule) => ({ of: "percent", what: rule.of }) as const;

/** A `percent` rule in words. */
export const percentWords: RuleTelling<PercentRule> = {
  ruleText: (words, rule) =>
    say(words, "rules.list", {
      parts: [measureHead(percentMeasure(rule)), ...thresholdParts(rule), cappedPart(rule.cap)],
    }),
  factsText: (words, rule, given) => measureFactsText(words, percentMeasure(rule), given),
  stepText: (words, rule, step) => thresholdStepText(words, rule, step),
  workingText: (words, _rule, step, on) => thresholdWorkingText(words, step, on),
};
