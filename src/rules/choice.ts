/**
 * The rule `choice`: the decision prints options, each with its points, and exactly one of them holds. The unit gives
 * the id of that option and gets its points (design 2, table of rules).
 */
import { z } from "zod";
import type { Facts } from "../criteria-set.ts";
import { compare, decimal, exactText, greatest, least, zero } from "../number.ts";
import { deepFreeze } from "../plain.ts";
import { inPoints, type RuleMeaning, type RuleShape, type RuleStep, type RuleWords } from "../rule.ts";
import { shape, withoutEval } from "../shape.ts";
import { refuseFacts } from "./leaf.ts";
import { checkOptions, idsOf, type Option, optionShape } from "./option.ts";
import { givenText, wordsOf } from "./words.ts";

/** One option of several holds, and gives its points. Facts: `{ choice }`. */
export interface ChoiceRule {
  /** The discriminant. */
  readonly kind: "choice";
  /** The options, in printed order; their points lie between 0 and the maximum, and one of them gives the maximum. */
  readonly options: readonly Option[];
}

const schema = /* @__PURE__ */ withoutEval(() =>
  z.strictObject({ kind: z.literal("choice"), options: z.array(optionShape.any).min(1) }),
);
const facts: z.ZodType<Facts> = /* @__PURE__ */ withoutEval(() => z.strictObject({ choice: shape.words }));

/** The form of a `choice` rule and of its facts. */
export const choiceShape: RuleShape<ChoiceRule> = {
  kind: "choice",
  schema,
  facts: () => facts,
  check: (rule, leaf, path, report, item) => {
    checkOptions(rule.options, leaf.max, [...path, "options"], report, item);
    if (rule.options.length === 1) report("choice-without-alternative", [...path, "options"], {}, { item });
    const best = rule.options.map(({ points }) => decimal(points)).reduce(greatest, zero);
    if (leaf.max === undefined || compare(best, leaf.max) >= 0) return;
    const values = { found: exactText(best), expected: exactText(leaf.max) };
    report("options-below-maximum", [...path, "options"], values, { item });
  },
  checkFacts: (rule, _leaf, given, path, report, item) => {
    if (!("choice" in given)) return refuseFacts("choice");
    if (rule.options.some(({ id }) => id === given.choice)) return;
    report(
      "unknown-option",
      [...path, "choice"],
      { found: given.choice, expected: idsOf(rule.options) },
      { item },
    );
  },
};

/** The meaning of a `choice` rule. */
export const choice: RuleMeaning<ChoiceRule> = {
  reach: (rule) => {
    const points = rule.options.map((option) => decimal(option.points));
    return { min: points.reduce(least), max: points.reduce(greatest) };
  },
  compile: (rule) => {
    const results = new Map(
      rule.options.map(({ id, points }) => [id, Object.freeze(inPoints(decimal(points)))]),
    );
    const steps = rule.options.map(({ id, points: own }, at): RuleStep => {
      return deepFreeze({ case: "option", at, terms: [{ of: id, points: own }] });
    });
    return {
      result: (given) => ("choice" in given ? results.get(given.choice) : undefined) ?? refuseFacts("choice"),
      step: (given) =>
        steps[rule.options.findIndex(({ id }) => "choice" in given && id === given.choice)] ??
        refuseFacts("choice"),
    };
  },
};

/** A `choice` rule in words. */
export const choiceWords: RuleWords<ChoiceRule> = {
  ruleText: (rule, on, language) =>
    (language === "vi" ? "Chọn một phương án: " : "One of these holds: ") +
    rule.options
      .map(({ title, points }) => `${wordsOf(title, language)}: ${givenText(points, on, language)}`)
      .join("; "),
  factsText: (rule, given, _on, language) => {
    const option = rule.options.find(({ id }) => "choice" in given && id === given.choice);
    return option === undefined ? refuseFacts("choice") : wordsOf(option.title, language);
  },
  stepText: (rule, step, on, language) => {
    const option = rule.options[step.at ?? -1];
    if (option === undefined) return refuseFacts("choice");
    const quoted =
      language === "vi" ? `phương án “${option.title.vi}”` : `option “${wordsOf(option.title, language)}”`;
    return `${quoted}: ${givenText(option.points, on, language)}`;
  },
  workingText: () => undefined,
};
