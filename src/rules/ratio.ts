/**
 * The rule `ratio`: the unit gives two counts, and their share of the maximum is its points, compared exactly with the
 * thresholds (design 2, table of rules). What an empty denominator means, nothing to do this year, is declared; a
 * numerator above the denominator is an issue unless the rule caps it.
 */
import { z } from "zod";
import type { Decimal, Facts, Text } from "../criteria-set.ts";
import { exactText, fraction, multiply, one, zero } from "../number.ts";
import { inPoints, type Language, type RuleMeaning, type RuleShape, type RuleWords } from "../rule.ts";
import { shape, withoutEval } from "../shape.ts";
import { checkEmpty, emptyResult, emptyText } from "./empty.ts";
import { maxOf, refuseFacts } from "./leaf.ts";
import {
  checkThresholds,
  thresholdCase,
  thresholdShape,
  thresholdStepText,
  thresholdText,
  thresholdWorkingText,
} from "./thresholds.ts";
import { shareOfText, wordsOf } from "./words.ts";

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

const schema = /* @__PURE__ */ withoutEval(() =>
  z.strictObject({
    kind: z.literal("ratio"),
    numerator: shape.text,
    denominator: shape.text,
    ...thresholdShape,
    empty: z.enum(["full", "zero", "not-applicable"]),
  }),
);

/** The shape of two counts, shared with the other kinds that ask for them. */
export const countsFacts: z.ZodType<Facts> = /* @__PURE__ */ withoutEval(() =>
  z.strictObject({ numerator: shape.count, denominator: shape.count }),
);

/** The form of a `ratio` rule and of its facts. */
export const ratioShape: RuleShape<RatioRule> = {
  kind: "ratio",
  schema,
  facts: () => countsFacts,
  check: (rule, _leaf, path, report, item) => checkThresholds(rule, path, report, item),
  checkFacts: (rule, _leaf, given, path, report, item) => {
    if (!("numerator" in given)) return refuseFacts("ratio");
    const { numerator, denominator } = given;
    if (denominator === 0) {
      checkEmpty(rule, given, path, report, item);
    } else if (numerator > denominator && rule.cap !== true) {
      report(
        "numerator-above-denominator",
        [...path, "numerator"],
        { found: numerator, expected: denominator },
        { item },
      );
    }
  },
};

/** The meaning of a `ratio` rule. */
export const ratio: RuleMeaning<RatioRule> = {
  reach: (_rule, leaf) => ({ min: zero, max: maxOf(leaf, "ratio") }),
  compile: (rule, leaf) => {
    const max = maxOf(leaf, "ratio");
    const caseOf = thresholdCase(rule, one);
    const empty = emptyResult(rule.empty, max);
    return {
      result: (given) => {
        if (!("numerator" in given)) return refuseFacts("ratio");
        if (given.denominator === 0) return empty;
        const share = fraction(given.numerator, given.denominator);
        const reached = caseOf(share);
        return inPoints(reached === "proportional" ? multiply(max, share) : reached === "full" ? max : zero);
      },
      step: (given) => {
        if (!("numerator" in given)) return refuseFacts("ratio");
        const { numerator, denominator } = given;
        if (denominator === 0) return { case: `empty-${rule.empty}` };
        const share = fraction(numerator, denominator);
        const step = { case: caseOf(share), share: `${numerator}/${denominator}` };
        return numerator > denominator ? { ...step, uncapped: exactText(multiply(max, share)) } : step;
      },
    };
  },
};

/** A `ratio` rule in words. */
export const ratioWords: RuleWords<RatioRule> = {
  ruleText: (rule, _on, language) => {
    const numerator = wordsOf(rule.numerator, language);
    const denominator = wordsOf(rule.denominator, language);
    const what =
      language === "vi"
        ? `Tỷ lệ ${numerator} trên ${denominator}`
        : `Share of ${numerator} among ${denominator}`;
    const cap = language === "vi" ? "; vượt 100 % chỉ tính 100 %" : "; above 100% counts as 100%";
    return `${what}${thresholdText(rule, language)}${rule.cap === true ? cap : ""}; ${emptyText(rule.empty, language)}`;
  },
  factsText: (rule, given, _on, language) => countsText(rule, given, language),
  stepText: (rule, step, _on, language) => {
    if (!step.case.startsWith("empty-")) return thresholdStepText(rule, step, language);
    return emptyText(rule.empty, language);
  },
  workingText: (_rule, step, on, language) => thresholdWorkingText(step, on, language),
};

/** Two counts in words: `"giải quyết đúng hạn 1.184/1.200 hồ sơ đã tiếp nhận"`. */
export function countsText(
  rule: { readonly numerator: Text; readonly denominator: Text },
  given: Facts,
  language: Language,
): string {
  if (!("numerator" in given)) return refuseFacts("ratio");
  return shareOfText(
    [given.numerator, given.denominator],
    [wordsOf(rule.numerator, language), wordsOf(rule.denominator, language)],
    language,
  );
}
