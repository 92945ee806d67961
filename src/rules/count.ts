/**
 * The rule `count`: the unit gives how many of something there were and gets points for each, up to the maximum:
 * internal rules 0.5 for each one issued, at most 2.
 */
import * as z from "zod";
import type { Decimal, Facts, Text } from "../criteria-set.ts";
import { compareExact, decimal, type Exact, exactText, integer, least, multiply, zero } from "../number.ts";
import {
  inPoints,
  type Language,
  type RuleCarrier,
  type RuleMeaning,
  type RuleShape,
  type RuleWords,
  reportAt,
} from "../rule.ts";
import { shape, withoutEval } from "../shape.ts";
import { factsWith, oneCountForm } from "./facts.ts";
import { capital, cappedSumText, countText, givenText, isPenalty, pointsText, wordsOf } from "./words.ts";

/** Points for each of something, up to the maximum. Facts: `{ count }`. */
export interface CountRule {
  /** The discriminant. */
  readonly kind: "count";
  /** What is counted, as it stands inside a sentence: sáng kiến cải cách hành chính. */
  readonly what: Text;
  /** Points for each one, above 0. */
  readonly each: Decimal;
  /** The number from which on more give nothing, as the decision prints it; only repeated so that slips are caught. */
  readonly most?: number | undefined;
}

/** The form of a `count` rule and of its facts. */
export const countShape: RuleShape<CountRule> = {
  schema: /* @__PURE__ */ withoutEval(() =>
    z.strictObject({
      kind: z.literal("count"),
      what: shape.text,
      each: shape.positive,
      most: shape.count.optional(),
    }),
  ),
  onLines: true,
  form: ({ what }) => oneCountForm(what),
  check: ({ what, each, most }, at) => {
    const { max } = at.leaf;
    if (max === undefined) {
      if (most !== undefined) reportAt(at, "most-without-maximum", { found: most }, "most");
      return;
    }
    const expected = exactText(max);
    if (compareExact(decimal(each), max) > 0)
      return reportAt(at, "option-above-maximum", { found: each, expected, title: what.vi }, "each");
    if (most === undefined) return;
    // `most` is the first count that reaches the maximum: one fewer must fall short of it.
    const reached = multiply(decimal(each), integer(most));
    const before = multiply(decimal(each), integer(most - 1));
    if (compareExact(reached, max) >= 0 && compareExact(before, max) < 0) return;
    reportAt(at, "most-differs", { found: most, each, points: exactText(reached), expected }, "most");
  },
  checkFacts: (_rule, given) => {
    factsWith(given, "count");
  },
};

/** The meaning of a `count` rule. */
export const count: RuleMeaning<CountRule> = {
  reach: (_rule, leaf) => ({ min: zero, max: leaf.max }),
  compile: (rule, leaf) => {
    const each = decimal(rule.each);
    const { max } = leaf;
    const total = (given: Facts): Exact => multiply(each, integer(factsWith(given, "count").count));
    return {
      result: (given) => inPoints(max === undefined ? total(given) : least(total(given), max)),
      step: (given) => {
        const points = total(given);
        const terms = [{ count: factsWith(given, "count").count, points: rule.each }];
        if (max === undefined || compareExact(points, max) <= 0) return { case: "each", terms };
        return { case: "capped", uncapped: exactText(points), terms };
      },
    };
  },
};

/** A `count` rule in words. */
export const countWords: RuleWords<CountRule> = {
  ruleText: (rule, on, language) => {
    const most = on.max === undefined ? undefined : pointsText(on.max, language);
    const each = eachText(rule, on, language);
    if (language === "vi") return `${capital(each)}${most === undefined ? "" : `, tối đa ${most}`}`;
    return `${each} of: ${wordsOf(rule.what, language)}${most === undefined ? "" : `, at most ${most}`}`;
  },
  factsText: (rule, given, _on, language) =>
    countText(factsWith(given, "count").count, wordsOf(rule.what, language), language),
  stepText: (rule, step, on, language) => {
    const each = eachText(rule, on, language);
    if (step.uncapped === undefined) return each;
    const points = pointsText(step.uncapped, language);
    return language === "vi"
      ? `${each}, cộng lại ${points}, tính bằng điểm tối đa`
      : `${each}, ${points} in all, capped at the maximum`;
  },
  workingText: (_rule, { case: applied, terms = [] }, { max }, language) =>
    cappedSumText(terms, applied === "capped" ? max : undefined, language),
};

/** What one gives or costs. */
function eachText(rule: CountRule, on: RuleCarrier, language: Language): string {
  if (language === "en") return `${givenText(rule.each, on, language)} for each`;
  const gives = isPenalty(on) ? "" : "được ";
  return `mỗi ${rule.what.vi} ${gives}${givenText(rule.each, on, language)}`;
}
