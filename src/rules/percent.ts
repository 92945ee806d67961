/**
 * The rule `percent`: as `ratio`, where only a percentage is known (design 2, table of rules). It is taken exactly as
 * printed; where the interval of its rounding straddles a threshold, a warning names both outcomes, because the true
 * value may lie on the other side.
 */
import { z } from "zod";
import type { Decimal, Facts, Text } from "../criteria-set.ts";
import { compare, decimal, divide, exactText, hundred, multiply, zero } from "../number.ts";
import { inPoints, type RuleMeaning, type RuleShape, type RuleWords } from "../rule.ts";
import { shape, withoutEval } from "../shape.ts";
import { maxOf, refuseFacts } from "./leaf.ts";
import { printedInterval, reportStraddling } from "./printed.ts";
import {
  checkThresholds,
  jumpsOf,
  thresholdCase,
  thresholdShape,
  thresholdStepText,
  thresholdText,
  thresholdWorkingText,
} from "./thresholds.ts";
import { percentText, wordsOf } from "./words.ts";

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

const schema = /* @__PURE__ */ withoutEval(() =>
  z.strictObject({ kind: z.literal("percent"), of: shape.text, ...thresholdShape }),
);

/** The shape of a percentage, shared with the other kinds that ask for one. */
export const percentFacts: z.ZodType<Facts> = /* @__PURE__ */ withoutEval(() =>
  z.strictObject({ percent: shape.percent }),
);

/** The form of a `percent` rule and of its facts. */
export const percentShape: RuleShape<PercentRule> = {
  kind: "percent",
  schema,
  facts: () => percentFacts,
  check: (rule, _leaf, path, report, item) => checkThresholds(rule, path, report, item),
  checkFacts: (rule, leaf, given, path, report, item) => {
    if (!("percent" in given)) return refuseFacts("percent");
    const place = [...path, "percent"];
    if (compare(decimal(given.percent), hundred) > 0 && rule.cap !== true) {
      return report("percent-above-hundred", place, { found: given.percent, expected: "≤ 100" }, { item });
    }
    const { low, high } = printedInterval(given.percent);
    for (const { at, below, from } of jumpsOf(rule, maxOf(leaf, "percent"))) {
      const threshold = decimal(at);
      if (compare(low, threshold) >= 0 || compare(high, threshold) < 0) continue;
      reportStraddling(given.percent, at, below, from, place, report, item);
    }
  },
};

/** The meaning of a `percent` rule. */
export const percent: RuleMeaning<PercentRule> = {
  reach: (_rule, leaf) => ({ min: zero, max: maxOf(leaf, "percent") }),
  compile: (rule, leaf) => {
    const max = maxOf(leaf, "percent");
    const caseOf = thresholdCase(rule, hundred);
    const each = divide(max, hundred);
    return {
      result: (given) => {
        if (!("percent" in given)) return refuseFacts("percent");
        const value = decimal(given.percent);
        const reached = caseOf(value);
        return inPoints(reached === "proportional" ? multiply(each, value) : reached === "full" ? max : zero);
      },
      step: (given) => {
        if (!("percent" in given)) return refuseFacts("percent");
        const value = decimal(given.percent);
        const step = { case: caseOf(value), share: exactText(divide(value, hundred)) };
        return compare(value, hundred) > 0 ? { ...step, uncapped: exactText(multiply(each, value)) } : step;
      },
    };
  },
};

/** A `percent` rule in words. */
export const percentWords: RuleWords<PercentRule> = {
  ruleText: (rule, _on, language) => {
    const what =
      language === "vi"
        ? `Tỷ lệ phần trăm ${wordsOf(rule.of, language)}`
        : `Percentage of ${wordsOf(rule.of, language)}`;
    const cap = language === "vi" ? "; vượt 100 % chỉ tính 100 %" : "; above 100% counts as 100%";
    return `${what}${thresholdText(rule, language)}${rule.cap === true ? cap : ""}`;
  },
  factsText: (_rule, given, _on, language) =>
    "percent" in given ? percentText(given.percent, language) : refuseFacts("percent"),
  stepText: (rule, step, _on, language) => thresholdStepText(rule, step, language),
  workingText: (_rule, step, on, language) => thresholdWorkingText(step, on, language),
};
