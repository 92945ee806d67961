/**
 * The rule `count`: the unit gives how many of something there were and gets points for each, up to the maximum:
 * internal rules 0.5 for each one issued, at most 2.
 */
import * as z from "zod/mini";
import type { Decimal, Facts, Text } from "../criteria-set.ts";
import { compareExact, decimal, type Exact, exactText, integer, least, multiply, zero } from "../number.ts";
import {
  inPoints,
  type RuleCarrier,
  type RuleFormula,
  type RuleMeaning,
  type RuleShape,
  type RuleTelling,
  reportAt,
} from "../rule.ts";
import { built, shape } from "../shape.ts";
import { capital, type Message, message, said, say } from "../words/words.ts";
import { factsWith, oneCountForm } from "./facts.ts";
import { countText, isPenalty, sumText } from "./words.ts";

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
  schema: /* @__PURE__ */ built(() =>
    z.strictObject({
      kind: z.literal("count"),
      what: shape.text,
      each: shape.positive,
      most: z.optional(shape.count),
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
  steps: (rule, { max }) => {
    const total = countedPoints(rule);
    return (given) => {
      const points = total(given);
      const terms = [{ count: factsWith(given, "count").count, points: rule.each }];
      if (max === undefined || compareExact(points, max) <= 0) return { case: "each", terms };
      return { case: "capped", uncapped: exactText(points), terms };
    };
  },
};

/** The meaning of a `count` rule. */
export const count: RuleMeaning<CountRule> = {
  reach: (_rule, leaf) => ({ min: zero, max: leaf.max }),
  compile: (rule, { max }) => {
    const total = countedPoints(rule);
    return (given) => inPoints(max === undefined ? total(given) : least(total(given), max));
  },
};

/** Each as often as it counts, before any maximum. */
function countedPoints(rule: CountRule): (given: Facts) => Exact {
  const each = decimal(rule.each);
  return (given) => multiply(each, integer(factsWith(given, "count").count));
}

/** The points of a `count` rule by a formula. */
export const countFormula: RuleFormula<CountRule> = ({ each }, { max }, { cell }) => {
  const own = cell("count");
  const points = `${each}*${own}`;
  return `IF(OR(COUNT(${own})=0,${own}<0),"",${max === undefined ? points : `MIN(${exactText(max)},${points})`})`;
};

/** A `count` rule in words. */
export const countWords: RuleTelling<CountRule> = {
  ruleText: (words, rule, on) =>
    capital(say(words, "rules.count", { each: eachMessage(rule, on), what: rule.what, most: on.maxPoints })),
  factsText: (words, { what }, given) => countText(words, factsWith(given, "count").count, what),
  stepText: (words, rule, { uncapped: points }, on) => {
    const each = eachMessage(rule, on);
    return points === undefined ? said(words, each) : say(words, "rules.countCapped", { each, points });
  },
  workingText: (words, _rule, { case: applied, terms = [] }, { maxPoints: max }) =>
    sumText(words, terms, { maximum: applied === "capped" ? max : undefined }),
};

/** What one gives or costs. */
const eachMessage = ({ what, each: points }: CountRule, on: RuleCarrier): Message =>
  message(isPenalty(on) ? "rules.eachTaken" : "rules.each", { what, points });
