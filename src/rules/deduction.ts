/**
 * The rule `deduction`: the leaf starts from its maximum and loses points for each breach, never below the floor
 * (design 2, table of rules). The unit states the count of every kind of breach, 0 too, so that silence is never read
 * as good conduct.
 */
import { z } from "zod";
import type { Decimal, Facts } from "../criteria-set.ts";
import { compare, decimal, type Exact, exactText, greatest, integer, multiply, subtract } from "../number.ts";
import { inPoints, type RuleMeaning, type RuleShape, type RuleTerm, type RuleWords } from "../rule.ts";
import { shape, withoutEval } from "../shape.ts";
import { maxOf, refuseFacts } from "./leaf.ts";
import { checkOptions, idsOf, type Option, optionShape, pointsById } from "./option.ts";
import { inner, numberText, pointsText, sumText, wordsOf } from "./words.ts";

/** The maximum less points for each breach. Facts: `{ breaches }`, every kind of breach with its count. */
export interface DeductionRule {
  /** The discriminant. */
  readonly kind: "deduction";
  /** The kinds of breach, in printed order; their points are what one breach costs, above 0. */
  readonly breaches: readonly Option[];
  /** The lowest points, 0 where absent; may be negative where the decision says so. */
  readonly floor?: Decimal | undefined;
}

const schema = /* @__PURE__ */ withoutEval(() =>
  z.strictObject({
    kind: z.literal("deduction"),
    breaches: z.array(optionShape.positive).min(1),
    floor: shape.decimal.optional(),
  }),
);
const facts: z.ZodType<Facts> = /* @__PURE__ */ withoutEval(() =>
  z.strictObject({ breaches: z.array(z.strictObject({ breach: shape.words, count: shape.count })) }),
);

const floorText = (rule: DeductionRule): Decimal => rule.floor ?? "0";
const floorOf = (rule: DeductionRule): Exact => decimal(floorText(rule));

/** The form of a `deduction` rule and of its facts. */
export const deductionShape: RuleShape<DeductionRule> = {
  kind: "deduction",
  schema,
  facts: () => facts,
  check: (rule, leaf, path, report, item) => {
    const max = maxOf(leaf, "deduction");
    const floor = floorOf(rule);
    const sound = compare(floor, max) < 0;
    if (!sound) {
      report(
        "floor-not-below-maximum",
        [...path, "floor"],
        { found: exactText(floor), expected: exactText(max) },
        { item },
      );
    }
    // One breach can cost the whole span, from the maximum down to the floor, and no more.
    checkOptions(
      rule.breaches,
      sound ? subtract(max, floor) : undefined,
      [...path, "breaches"],
      report,
      item,
    );
  },
  checkFacts: (rule, _leaf, given, path, report, item) => {
    if (!("breaches" in given)) return refuseFacts("deduction");
    const known = new Set(rule.breaches.map(({ id }) => id));
    const seen = new Set<string>();
    given.breaches.forEach(({ breach }, at) => {
      const place = [...path, "breaches", at, "breach"];
      if (!known.has(breach))
        report("unknown-breach", place, { found: breach, expected: idsOf(rule.breaches) }, { item });
      else if (seen.has(breach)) report("breach-repeated", place, { found: breach }, { item });
      seen.add(breach);
    });
    for (const { id } of rule.breaches) {
      if (!seen.has(id)) report("missing-breach", [...path, "breaches"], { expected: id }, { item });
    }
  },
};

/** The meaning of a `deduction` rule. */
export const deduction: RuleMeaning<DeductionRule> = {
  reach: (rule, leaf) => ({ min: floorOf(rule), max: maxOf(leaf, "deduction") }),
  compile: (rule, leaf) => {
    const max = maxOf(leaf, "deduction");
    const floor = floorOf(rule);
    const cost = pointsById(rule.breaches);
    const taken = new Map(rule.breaches.map(({ id, points }) => [id, `-${points}`]));
    const start: RuleTerm = Object.freeze({ points: exactText(max) });
    const rest = (given: Facts): Exact => {
      if (!("breaches" in given)) return refuseFacts("deduction");
      let points = max;
      for (const { breach, count } of given.breaches) {
        const each = cost.get(breach) ?? refuseFacts("deduction");
        if (count > 0) points = subtract(points, multiply(each, integer(count)));
      }
      return points;
    };
    return {
      result: (given) => inPoints(greatest(rest(given), floor)),
      step: (given) => {
        const points = rest(given);
        const terms = [start];
        for (const { breach, count } of "breaches" in given ? given.breaches : [])
          if (count > 0)
            terms.push({ of: breach, count, points: taken.get(breach) ?? refuseFacts("deduction") });
        return compare(points, floor) < 0
          ? { case: "floor", uncapped: exactText(points), terms, floor: floorText(rule) }
          : { case: "deducted", terms };
      },
    };
  },
};

/** A `deduction` rule in words. */
export const deductionWords: RuleWords<DeductionRule> = {
  ruleText: (rule, on, language) => {
    const costs = rule.breaches.map(
      ({ title, points }) => `${wordsOf(title, language)}: ${pointsText(points, language)}`,
    );
    const whole = language === "vi" ? "điểm tối đa" : "the maximum";
    const most = on.max === undefined ? whole : pointsText(on.max, language);
    const floor = pointsText(floorText(rule), language);
    return language === "vi"
      ? `Từ ${most}, trừ cho mỗi lần vi phạm (${costs.join("; ")}), thấp nhất ${floor}`
      : `From ${most}, less for each breach (${costs.join("; ")}), never below ${floor}`;
  },
  factsText: (rule, given, _on, language) => {
    if (!("breaches" in given)) return refuseFacts("deduction");
    const made = rule.breaches.flatMap(({ id, title }) => {
      const times = given.breaches.find(({ breach }) => breach === id)?.count ?? 0;
      const words = wordsOf(title, language);
      const shown = numberText(String(times), language);
      return times === 0 ? [] : [language === "vi" ? `${shown} lần ${inner(words)}` : `${shown} × ${words}`];
    });
    if (made.length > 0) return made.join("; ");
    return language === "vi" ? "không có vi phạm" : "no breach";
  },
  stepText: (rule, step, _on, language) => {
    if (step.uncapped === undefined) {
      return language === "vi"
        ? "điểm tối đa trừ điểm vi phạm"
        : "the maximum less the points of the breaches";
    }
    const points = pointsText(step.uncapped, language);
    const floor = pointsText(floorText(rule), language);
    return language === "vi"
      ? `sau khi trừ còn ${points}, tính bằng mức thấp nhất ${floor}`
      : `${points} after the deductions, raised to the floor of ${floor}`;
  },
  workingText: (_rule, { terms = [], floor }, _on, language) =>
    sumText(terms, language, floor === undefined ? undefined : { to: floor, by: "floor" }),
};
