/**
 * The rule `choice`: the decision prints options, each with its points, and exactly one of them holds. The unit gives
 * the id of that option and gets its points.
 */
import * as z from "zod/mini";
import type { Facts } from "../criteria-set.ts";
import { compareExact, decimal, exactText, greatest, least, zero } from "../number.ts";
import { deepFreeze } from "../plain.ts";
import {
  inPoints,
  placeBeneath,
  type RuleFormula,
  type RuleMeaning,
  type RuleShape,
  type RuleStep,
  type RuleTelling,
  reportAt,
} from "../rule.ts";
import { built, shape } from "../shape.ts";
import { message, say, textIn } from "../words/words.ts";
import { factsWith, markedCount, refuseFacts } from "./facts.ts";
import { checkPrinted, idsOf, type Option, optionShape } from "./option.ts";
import { givenText } from "./words.ts";

/** One option of several holds, and gives its points. Facts: `{ choice }`. */
export interface ChoiceRule {
  /** The discriminant. */
  readonly kind: "choice";
  /** The options, in printed order; their points lie between 0 and the maximum, and one of them gives the maximum. */
  readonly options: readonly Option[];
}

const choiceSchema: z.core.$ZodType<Facts> = /* @__PURE__ */ built(() =>
  z.strictObject({ choice: shape.exact }),
);

/** The form of a `choice` rule and of its facts: in a vector the position of the option, from 1. */
export const choiceShape: RuleShape<ChoiceRule> = {
  schema: /* @__PURE__ */ built(() =>
    z.strictObject({ kind: z.literal("choice"), options: z.array(optionShape.any).check(z.minLength(1)) }),
  ),
  onLines: true,
  form: ({ options }) => ({
    schema: choiceSchema,
    blank: { choice: null },
    choices: options,
    figures: () =>
      options.map(({ id, title, points }) => ({
        key: id,
        holds: "one-of",
        label: message("rules.asks.option", { title, points }),
      })),
    filled: (filled) => {
      const choice = [...filled].find(([, value]) => value === true)?.[0];
      return choice === undefined ? {} : { choice };
    },
    mark: (facts) => {
      const { choice } = factsWith(facts, "choice");
      return String(options.findIndex(({ id }) => id === choice) + 1);
    },
    ofMark: (mark) => {
      const option = options[(markedCount(mark) ?? 0) - 1];
      return option === undefined ? undefined : { choice: option.id };
    },
    marks: `1 … ${options.length}`,
  }),
  check: ({ options }, at) => {
    const { max } = at.leaf;
    checkPrinted(options, max, placeBeneath(at, "options"));
    if (options.length === 1) reportAt(at, "choice-without-alternative", {}, "options");
    const best = options.map(({ points }) => decimal(points)).reduce(greatest, zero);
    if (max === undefined || compareExact(best, max) >= 0) return;
    reportAt(at, "options-below-maximum", { found: exactText(best), expected: exactText(max) }, "options");
  },
  checkFacts: ({ options }, given, at) => {
    const { choice } = factsWith(given, "choice");
    if (options.some(({ id }) => id === choice)) return;
    reportAt(at, "unknown-option", { found: choice, expected: idsOf(options) }, "choice");
  },
  steps: (rule) => {
    const steps = new Map(
      rule.options.map(({ id, points }, at): [string, RuleStep] => [
        id,
        deepFreeze({ case: "option", at, terms: [{ of: id, points }] }),
      ]),
    );
    return (given) => steps.get(factsWith(given, "choice").choice) ?? refuseFacts("choice");
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
    return (given) => results.get(factsWith(given, "choice").choice) ?? refuseFacts("choice");
  },
};

/** The deepest formula that spreadsheets take. */
const deepest = 60;

/** The points of a `choice` rule by a formula. */
export const choiceFormula: RuleFormula<ChoiceRule> = ({ options }, _leaf, { isMarked }) =>
  options.length > deepest
    ? undefined
    : options.reduceRight((rest, { id, points }) => `IF(${isMarked(id)},${points},${rest})`, '""');

/** A `choice` rule in words. */
export const choiceWords: RuleTelling<ChoiceRule> = {
  ruleText: (words, { options }, on) =>
    say(words, "rules.choice", {
      options: options.map(({ title, points }) =>
        message("rules.option", { title, gives: givenText(words, points, on) }),
      ),
    }),
  factsText: (words, { options }, given) => {
    const { choice } = factsWith(given, "choice");
    const option = options.find(({ id }) => id === choice);
    return option === undefined ? refuseFacts("choice") : textIn(words, option.title);
  },
  stepText: (words, { options }, { at = -1 }, on) => {
    const option = options[at];
    if (option === undefined) return refuseFacts("choice");
    const { title, points } = option;
    return say(words, "rules.chosen", { title, gives: givenText(words, points, on) });
  },
  workingText: () => undefined,
};
