/**
 * The rule `checklist`: the decision prints parts that hold or do not hold, independently of each other. The unit gives
 * the ids of those that hold and gets the sum of their points, never above the maximum (design 2, table of rules).
 */
import { z } from "zod";
import type { Facts } from "../criteria-set.ts";
import { add, compare, decimal, type Exact, exactText, least, sum, zero } from "../number.ts";
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
import { checkOptions, idsOf, type Option, optionShape, pointsById, termsById } from "./option.ts";
import { inner, isPenalty, pointsText, sumText, wordsOf } from "./words.ts";

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
    const termOf = termsById(rule.parts);
    const { max } = leaf;
    const total = (given: Facts): Exact => {
      if (!("parts" in given)) return refuseFacts("checklist");
      let points = zero;
      for (const part of given.parts) points = add(points, worth.get(part) ?? refuseFacts("checklist"));
      return points;
    };
    return {
      result: (given) => inPoints(max === undefined ? total(given) : least(total(given), max)),
      step: (given) => {
        const points = total(given);
        const held = "parts" in given ? given.parts : refuseFacts("checklist");
        const terms = held.map((part) => termOf.get(part) ?? refuseFacts("checklist"));
        if (max === undefined || compare(points, max) <= 0) return { case: "sum", terms };
        return { case: "capped", uncapped: exactText(points), terms };
      },
    };
  },
};

/** A `checklist` rule in words. */
export const checklistWords: RuleWords<ChecklistRule> = {
  ruleText: (rule, on, language) => {
    const parts = rule.parts.map(
      ({ title, points }) => `${wordsOf(title, language)}: ${pointsText(points, language)}`,
    );
    const head = headText(on, language);
    if (rule.cap !== true || on.max === undefined) return `${head}: ${parts.join("; ")}`;
    const most = pointsText(on.max, language);
    return `${head}, ${language === "vi" ? "tối đa" : "at most"} ${most}: ${parts.join("; ")}`;
  },
  factsText: (rule, given, on, language) => {
    if (!("parts" in given)) return refuseFacts("checklist");
    const held = rule.parts
      .filter(({ id }) => given.parts.includes(id))
      .map(({ title }) => wordsOf(title, language));
    if (held.length > 0) return held.join("; ");
    if (isPenalty(on)) return language === "vi" ? "không có vi phạm nào" : "no breach";
    return language === "vi" ? "không có nội dung nào đạt" : "none of the parts holds";
  },
  stepText: (_rule, step, on, language) => {
    if (step.uncapped === undefined) return inner(headText(on, language));
    const points = pointsText(step.uncapped, language);
    return language === "vi"
      ? `các nội dung đạt cộng lại được ${points}, tính bằng điểm tối đa`
      : `the parts that hold add up to ${points}, capped at the maximum`;
  },
  workingText: (_rule, { case: applied, terms = [] }, { max }, language) =>
    sumText(
      terms,
      language,
      applied === "capped" && max !== undefined ? { to: max, by: "maximum" } : undefined,
    ),
};

/** What the points of the parts are for. */
function headText(on: RuleCarrier, language: Language): string {
  if (isPenalty(on))
    return language === "vi" ? "Trừ điểm cho mỗi vi phạm" : "Points are taken away for each breach";
  return language === "vi" ? "Cộng điểm các nội dung đạt" : "Points of the parts that hold add up";
}
