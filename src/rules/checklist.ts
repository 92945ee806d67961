/**
 * The rule `checklist`: the decision prints parts that hold or do not hold, independently of each other. The unit gives
 * the ids of those that hold and gets the sum of their points, never above the maximum (design 2, table of rules).
 */
import { z } from "zod";
import type { Facts } from "../criteria-set.ts";
import { add, compare, decimal, type Exact, exactText, least, sum, zero } from "../number.ts";
import type { RuleMeaning, RuleShape, RuleWords } from "../rule.ts";
import { shape, withoutEval } from "../shape.ts";
import { refuseFacts } from "./leaf.ts";
import { checkOptions, idsOf, type Option, optionShape, pointsById } from "./option.ts";
import { pointsText, wordsOf } from "./words.ts";

/** Parts that hold or do not hold, each with its points. Facts: `{ parts }`, the ids of those that hold. */
export interface ChecklistRule {
  /** The discriminant. */
  readonly kind: "checklist";
  /** The parts, in printed order; together they give the maximum. */
  readonly parts: readonly Option[];
  /** True where the decision prints parts that add up to more than the maximum, which then caps their sum. */
  readonly cap?: boolean | undefined;
}

const schema = /* @__PURE__ */ withoutEval(() =>
  z.strictObject({
    kind: z.literal("checklist"),
    parts: z.array(optionShape.positive).min(1),
    cap: z.boolean().optional(),
  }),
);
const facts: z.ZodType<Facts> = /* @__PURE__ */ withoutEval(() =>
  z.strictObject({ parts: z.array(shape.words) }),
);

const sumOfParts = (rule: ChecklistRule): Exact => sum(rule.parts.map(({ points }) => decimal(points)));

/** The form of a `checklist` rule and of its facts. */
export const checklistShape: RuleShape<ChecklistRule> = {
  kind: "checklist",
  schema,
  facts: () => facts,
  check: (rule, leaf, path, report, item) => {
    checkOptions(rule.parts, leaf.max, [...path, "parts"], report, item);
    if (leaf.max === undefined) return;
    const all = sumOfParts(rule);
    const order = compare(all, leaf.max);
    const values = { found: exactText(all), expected: exactText(leaf.max) };
    if (order < 0) report("parts-below-maximum", [...path, "parts"], values, { item });
    if (order > 0 && rule.cap !== true) report("parts-above-maximum", [...path, "parts"], values, { item });
  },
  checkFacts: (rule, _leaf, given, path, report, item) => {
    if (!("parts" in given)) return refuseFacts("checklist");
    const known = new Set(rule.parts.map(({ id }) => id));
    const seen = new Set<string>();
    given.parts.forEach((part, at) => {
      const place = [...path, "parts", at];
      if (!known.has(part))
        report("unknown-part", place, { found: part, expected: idsOf(rule.parts) }, { item });
      else if (seen.has(part)) report("part-repeated", place, { found: part }, { item });
      seen.add(part);
    });
  },
};

/** The meaning of a `checklist` rule. */
export const checklist: RuleMeaning<ChecklistRule> = {
  reach: (rule, leaf) => {
    const all = sumOfParts(rule);
    return { min: zero, max: leaf.max === undefined ? all : least(all, leaf.max) };
  },
  compile: (rule, leaf) => {
    const worth = pointsById(rule.parts);
    const { max } = leaf;
    const total = (given: Facts): Exact => {
      if (!("parts" in given)) return refuseFacts("checklist");
      let points = zero;
      for (const part of given.parts) points = add(points, worth.get(part) ?? refuseFacts("checklist"));
      return points;
    };
    return {
      points: (given) => (max === undefined ? total(given) : least(total(given), max)),
      step: (given) => {
        const points = total(given);
        if (max === undefined || compare(points, max) <= 0) return { case: "sum" };
        return { case: "capped", uncapped: exactText(points) };
      },
    };
  },
};

/** A `checklist` rule in words. */
export const checklistWords: RuleWords<ChecklistRule> = {
  ruleText: (rule, leaf, language) => {
    const parts = rule.parts.map(
      ({ title, points }) => `${wordsOf(title, language)}: ${pointsText(points, language)}`,
    );
    const head = language === "vi" ? "Cộng điểm các nội dung đạt" : "Points of the parts that hold add up";
    if (rule.cap !== true || leaf.max === undefined) return `${head}: ${parts.join("; ")}`;
    const most = pointsText(exactText(leaf.max), language);
    return `${head}, ${language === "vi" ? "tối đa" : "at most"} ${most}: ${parts.join("; ")}`;
  },
  factsText: (rule, given, language) => {
    if (!("parts" in given)) return refuseFacts("checklist");
    const held = rule.parts
      .filter(({ id }) => given.parts.includes(id))
      .map(({ title }) => wordsOf(title, language));
    if (held.length > 0) return held.join("; ");
    return language === "vi" ? "không có nội dung nào đạt" : "none of the parts holds";
  },
  stepText: (_rule, step, language) => {
    if (step.uncapped === undefined) {
      return language === "vi" ? "cộng điểm các nội dung đạt" : "the points of the parts that hold are added";
    }
    const points = pointsText(step.uncapped, language);
    return language === "vi"
      ? `các nội dung đạt cộng lại được ${points}, tính bằng điểm tối đa`
      : `the parts that hold add up to ${points}, capped at the maximum`;
  },
};
