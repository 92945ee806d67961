/**
 * The rule `count`: the unit gives how many of something there were and gets points for each, up to the maximum
 * (design 2, table of rules): internal rules 0.5 for each one issued, at most 2.
 */
import { z } from "zod";
import type { Decimal, Facts, Text } from "../criteria-set.ts";
import { compare, decimal, type Exact, exactText, integer, least, multiply, zero } from "../number.ts";
import {
  inPoints,
  type Language,
  type RuleCarrier,
  type RuleMeaning,
  type RuleShape,
  type RuleWords,
} from "../rule.ts";
import { shape, withoutEval } from "../shape.ts";
import { refuseFacts } from "./leaf.ts";
import { capital, countText, givenText, isPenalty, pointsText, sumText, wordsOf } from "./words.ts";

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

const schema = /* @__PURE__ */ withoutEval(() =>
  z.strictObject({
    kind: z.literal("count"),
    what: shape.text,
    each: shape.positive,
    most: shape.count.optional(),
  }),
);

/** The shape of a count, shared with the other kind that asks for one. */
export const countFacts: z.ZodType<Facts> = /* @__PURE__ */ withoutEval(() =>
  z.strictObject({ count: shape.count }),
);

/** The form of a `count` rule and of its facts. */
export const countShape: RuleShape<CountRule> = {
  kind: "count",
  schema,
  facts: () => countFacts,
  check: (rule, leaf, path, report, item) => {
    const each = decimal(rule.each);
    if (leaf.max === undefined) {
      if (rule.most !== undefined)
        report("most-without-maximum", [...path, "most"], { found: rule.most }, { item });
      return;
    }
    if (compare(each, leaf.max) > 0) {
      const facts = { found: rule.each, expected: exactText(leaf.max), title: rule.what.vi };
      return report("option-above-maximum", [...path, "each"], facts, { item });
    }
    if (rule.most === undefined) return;
    // `most` is the first count that reaches the maximum: one fewer must fall short of it.
    const reached = multiply(each, integer(rule.most));
    const before = multiply(each, integer(rule.most - 1));
    if (compare(reached, leaf.max) >= 0 && compare(before, leaf.max) < 0) return;
    const facts = {
      found: rule.most,
      each: rule.each,
      points: exactText(reached),
      expected: exactText(leaf.max),
    };
    report("most-differs", [...path, "most"], facts, { item });
  },
  checkFacts: (_rule, _leaf, given) => {
    if (!("count" in given)) refuseFacts("count");
  },
};

/** The meaning of a `count` rule. */
export const count: RuleMeaning<CountRule> = {
  reach: (_rule, leaf) => ({ min: zero, max: leaf.max }),
  compile: (rule, leaf) => {
    const each = decimal(rule.each);
    const { max } = leaf;
    const total = (given: Facts): Exact =>
      "count" in given ? multiply(each, integer(given.count)) : refuseFacts("count");
    return {
      result: (given) => inPoints(max === undefined ? total(given) : least(total(given), max)),
      step: (given) => {
        const points = total(given);
        const count = "count" in given ? given.count : refuseFacts("count");
        const terms = [{ count, points: rule.each }];
        if (max === undefined || compare(points, max) <= 0) return { case: "each", terms };
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
    "count" in given ? countText(given.count, wordsOf(rule.what, language), language) : refuseFacts("count"),
  stepText: (rule, step, on, language) => {
    const each = eachText(rule, on, language);
    if (step.uncapped === undefined) return each;
    const points = pointsText(step.uncapped, language);
    return language === "vi"
      ? `${each}, cộng lại ${points}, tính bằng điểm tối đa`
      : `${each}, ${points} in all, capped at the maximum`;
  },
  workingText: (_rule, { case: applied, terms = [] }, { max }, language) =>
    sumText(
      terms,
      language,
      applied === "capped" && max !== undefined ? { to: max, by: "maximum" } : undefined,
    ),
};

/** What one gives or costs. */
function eachText(rule: CountRule, on: RuleCarrier, language: Language): string {
  if (language === "en") return `${givenText(rule.each, on, language)} for each`;
  const gives = isPenalty(on) ? "" : "được ";
  return `mỗi ${rule.what.vi} ${gives}${givenText(rule.each, on, language)}`;
}
