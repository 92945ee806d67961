/**
 * The rule `deduction`: the leaf starts from its maximum and loses points for each breach, never below the floor. The
 * unit states the count of every kind of breach, 0 too, so that silence is never read as good conduct.
 */
import * as z from "zod/mini";
import type { Decimal, Facts } from "../criteria-set.ts";
import {
  compareExact,
  decimal,
  type Exact,
  exactText,
  greatest,
  integer,
  multiply,
  subtract,
} from "../number.ts";
import {
  inPoints,
  type LeafContext,
  maxOf,
  placeBeneath,
  type RuleFormula,
  type RuleMeaning,
  type RuleShape,
  type RuleTelling,
  type RuleTerm,
  reportAt,
} from "../rule.ts";
import { built, shape } from "../shape.ts";
import { message, say } from "../words/words.ts";
import { factsWith, markedCount, refuseFacts } from "./facts.ts";
import { checkNamed, checkPrinted, inPrintedOrder, type Option, optionShape, pointsById } from "./option.ts";
import { sumText } from "./words.ts";

/** The maximum less points for each breach. Facts: `{ breaches }`, every kind of breach with its count. */
export interface DeductionRule {
  /** The discriminant. */
  readonly kind: "deduction";
  /** The kinds of breach, in printed order; their points are what one breach costs, above 0. */
  readonly breaches: readonly Option[];
  /** The lowest points, 0 where absent; may be negative where the decision says so. */
  readonly floor?: Decimal | undefined;
}

const breachesSchema: z.core.$ZodType<Facts> = /* @__PURE__ */ built(() =>
  z.strictObject({ breaches: z.array(z.strictObject({ breach: shape.exact, count: shape.count })) }),
);

const floorText = (rule: DeductionRule): Decimal => rule.floor ?? "0";

/** The form of a `deduction` rule and of its facts: in a vector the counts of all kinds of breach, joined by `+`. */
export const deductionShape: RuleShape<DeductionRule> = {
  schema: /* @__PURE__ */ built(() =>
    z.strictObject({
      kind: z.literal("deduction"),
      breaches: z.array(optionShape.positive).check(z.minLength(1)),
      floor: z.optional(shape.decimal),
    }),
  ),
  form: ({ breaches }) => ({
    schema: breachesSchema,
    blank: { breaches: breaches.map(({ id }) => ({ breach: id, count: null })) },
    choices: breaches,
    figures: () =>
      breaches.map(({ id, title, points }) => ({
        key: id,
        holds: "count",
        label: message("rules.asks.breach", { title, points }),
      })),
    filled: (filled) => ({ breaches: [...filled].map(([breach, count]) => ({ breach, count })) }),
    mark: (facts) => {
      const counts = new Map(
        factsWith(facts, "breaches").breaches.map(({ breach, count }) => [breach, count]),
      );
      return breaches.map(({ id }) => counts.get(id) ?? 0).join("+");
    },
    ofMark: (mark) => {
      const counts = mark.split("+").map(markedCount);
      if (counts.length !== breaches.length || counts.includes(undefined)) return undefined;
      return { breaches: breaches.map(({ id }, at) => ({ breach: id, count: counts[at] })) };
    },
    marks: `${breaches.map(() => "0").join("+")} …`,
    ordered: (facts) => {
      const given = factsWith(facts, "breaches").breaches;
      const inOrder = inPrintedOrder(breaches, given, ({ breach }) => breach);
      return inOrder === given ? facts : { breaches: inOrder };
    },
  }),
  check: (rule, at) => {
    const max = maxOf(at.leaf, "deduction");
    const floor = decimal(floorText(rule));
    const sound = compareExact(floor, max) < 0;
    const facts = { found: exactText(floor), expected: exactText(max) };
    if (!sound) reportAt(at, "floor-not-below-maximum", facts, "floor");
    // One breach can cost the whole span, from the maximum down to the floor, and no more.
    checkPrinted(rule.breaches, sound ? subtract(max, floor) : undefined, placeBeneath(at, "breaches"));
  },
  checkFacts: (rule, given, at) => {
    const ids = factsWith(given, "breaches").breaches.map(({ breach }) => breach);
    const codes = { unknown: "unknown-breach", repeated: "breach-repeated" } as const;
    checkNamed(rule.breaches, ids, codes, (index) => placeBeneath(at, "breaches", index, "breach"));
    const named = new Set(ids);
    for (const { id } of rule.breaches) {
      if (!named.has(id)) reportAt(at, "missing-breach", { expected: id }, "breaches");
    }
  },
  steps: (rule, leaf) => {
    const rest = restOf(rule, leaf);
    const floor = decimal(floorText(rule));
    const taken = new Map(rule.breaches.map(({ id, points }) => [id, `-${points}`]));
    const start: RuleTerm = Object.freeze({ points: exactText(maxOf(leaf, "deduction")) });
    return (given) => {
      const points = rest(given);
      const terms = [start];
      for (const { breach, count } of factsWith(given, "breaches").breaches)
        if (count > 0)
          terms.push({ of: breach, count, points: taken.get(breach) ?? refuseFacts("deduction") });
      return compareExact(points, floor) < 0
        ? { case: "floor", uncapped: exactText(points), terms, floor: floorText(rule) }
        : { case: "deducted", terms };
    };
  },
};

/** The meaning of a `deduction` rule. */
export const deduction: RuleMeaning<DeductionRule> = {
  reach: (rule, leaf) => ({ min: decimal(floorText(rule)), max: maxOf(leaf, "deduction") }),
  compile: (rule, leaf) => {
    const rest = restOf(rule, leaf);
    const floor = decimal(floorText(rule));
    return (given) => inPoints(greatest(rest(given), floor));
  },
};

/** What the breaches leave of the maximum, before any floor. */
function restOf(rule: DeductionRule, leaf: LeafContext): (given: Facts) => Exact {
  const max = maxOf(leaf, "deduction");
  const cost = pointsById(rule.breaches);
  return (given) => {
    let points = max;
    for (const { breach, count } of factsWith(given, "breaches").breaches) {
      const each = cost.get(breach) ?? refuseFacts("deduction");
      if (count > 0) points = subtract(points, multiply(each, integer(count)));
    }
    return points;
  };
}

/** The points of a `deduction` rule by a formula; every kind of breach has its count. */
export const deductionFormula: RuleFormula<DeductionRule> = (rule, leaf, { cell }) => {
  const own = rule.breaches.map(({ id, points }) => ({ at: cell(id), points }));
  const given = own.map(({ at }) => at).join(",");
  const taken = own.map(({ at, points }) => `-${points}*${at}`).join("");
  const rest = `${exactText(maxOf(leaf, "deduction"))}${taken}`;
  return `IF(OR(COUNT(${given})<${own.length},MIN(${given})<0),"",MAX(${floorText(rule)},${rest}))`;
};

/** A `deduction` rule in words. */
export const deductionWords: RuleTelling<DeductionRule> = {
  ruleText: (words, rule, { maxPoints: max }) =>
    say(words, "rules.deduction", {
      most: max === undefined ? message("rules.maximum") : message("rules.points", { points: max }),
      costs: rule.breaches.map(({ title, points }) =>
        message("rules.option", { title, gives: message("rules.points", { points }) }),
      ),
      floor: floorText(rule),
    }),
  factsText: (words, rule, given) => {
    const { breaches } = factsWith(given, "breaches");
    const made = rule.breaches.flatMap(({ id, title }) => {
      const times = breaches.find(({ breach }) => breach === id)?.count ?? 0;
      return times === 0 ? [] : [message("rules.breaches", { count: times, breach: title })];
    });
    return made.length === 0 ? say(words, "rules.noBreach") : say(words, "rules.list", { parts: made });
  },
  stepText: (words, rule, { uncapped: points }) =>
    points === undefined
      ? say(words, "rules.deducted")
      : say(words, "rules.floored", { points, floor: floorText(rule) }),
  workingText: (words, _rule, { terms = [], floor }) => sumText(words, terms, { floor }),
};
