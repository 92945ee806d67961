/**
 * The rule `direct`: the decision gives a maximum and nothing to compute with, so points are given themselves, between
 * the floor and the maximum and on the leaf's step; without a step, with at most as many decimals as are published. The
 * council gives points in the same way where it adjusts a leaf to points.
 */
import * as z from "zod";
import type { Decimal, Facts } from "../criteria-set.ts";
import { compareExact, decimal, divide, type Exact, exactText, isWhole } from "../number.ts";
import {
  type At,
  inPoints,
  type Language,
  placeBeneath,
  type Rule,
  type RuleCarrier,
  type RuleMeaning,
  type RuleShape,
  type RuleWords,
  reportAt,
} from "../rule.ts";
import { shape, withoutEval } from "../shape.ts";
import { factsWith, isMarkedDecimal } from "./facts.ts";
import { capital, givenText, isPenalty, numberText, pointsText } from "./words.ts";

/** Points given as such. Facts: `{ points }`. */
export interface DirectRule {
  /** The discriminant. */
  readonly kind: "direct";
  /** Points are multiples of this, counted from 0: `"0.25"`. */
  readonly step?: Decimal | undefined;
  /** The lowest points, 0 where absent; may be negative where the decision says so. */
  readonly floor?: Decimal | undefined;
}

const pointsSchema: z.ZodType<Facts> = /* @__PURE__ */ withoutEval(() =>
  z.strictObject({ points: shape.decimal }),
);

/** The form of a `direct` rule and of its facts, which stand in the row of the leaf itself. */
export const directShape: RuleShape<DirectRule> = {
  schema: /* @__PURE__ */ withoutEval(() =>
    z.strictObject({
      kind: z.literal("direct"),
      step: shape.positive.optional(),
      floor: shape.decimal.optional(),
    }),
  ),
  onLines: true,
  form: () => ({
    schema: pointsSchema,
    blank: { points: null },
    figures: () => [],
    mark: (facts) => factsWith(facts, "points").points,
    ofMark: (mark) => (isMarkedDecimal(mark) ? { points: mark } : undefined),
    marks: "0, 0.5, 1 …",
  }),
  check: ({ step, floor = "0" }, at) => {
    const { max } = at.leaf;
    if (max !== undefined && compareExact(decimal(floor), max) >= 0)
      reportAt(at, "floor-not-below-maximum", { found: floor, expected: exactText(max) }, "floor");
    if (step === undefined) return;
    if (max !== undefined && !onStep(max, step))
      reportAt(at, "step-not-dividing-maximum", { found: step, expected: exactText(max) }, "step");
    if (!onStep(decimal(floor), step))
      reportAt(at, "floor-off-step", { found: floor, expected: step }, "floor");
  },
  checkFacts: (rule, given, at) => {
    const { points } = factsWith(given, "points");
    checkPoints(rule, rule.floor ?? "0", points, placeBeneath(at, "points"));
  },
};

/** Tells whether a value is a multiple of the step, counted from 0. */
const onStep = (value: Exact, step: Decimal): boolean => isWhole(divide(value, decimal(step)));

/**
 * Reports points, given as such on a leaf or line, that are above the maximum or below the floor, and those within them
 * that are off the step of the rule, or too fine where it has none.
 */
export function checkPoints(rule: Rule, floor: Decimal, points: Decimal, at: At): void {
  const { max, places } = at.leaf;
  const value = decimal(points);
  if (max !== undefined && compareExact(value, max) > 0)
    return reportAt(at, "points-above-maximum", { found: points, expected: exactText(max) });
  if (compareExact(value, decimal(floor)) < 0)
    return reportAt(at, "points-below-floor", { found: points, expected: floor });
  if ("step" in rule && rule.step !== undefined) {
    if (!onStep(value, rule.step)) reportAt(at, "points-off-step", { found: points, expected: rule.step });
    return;
  }
  const given = points.includes(".") ? points.length - points.indexOf(".") - 1 : 0;
  if (given > places) reportAt(at, "points-too-fine", { found: points, expected: places });
}

/** The meaning of a `direct` rule. */
export const direct: RuleMeaning<DirectRule> = {
  reach: (rule, leaf) => ({ min: decimal(rule.floor ?? "0"), max: leaf.max }),
  compile: () => ({
    result: (given) => inPoints(decimal(factsWith(given, "points").points)),
    step: (given) => ({ case: "given", terms: [{ points: factsWith(given, "points").points }] }),
  }),
};

/** A `direct` rule in words. */
export const directWords: RuleWords<DirectRule> = {
  ruleText: (rule, on, language) => {
    const most = on.max === undefined ? undefined : numberText(on.max, language);
    const floor = numberText(rule.floor ?? "0", language);
    const step = rule.step === undefined ? undefined : pointsText(rule.step, language);
    if (language === "vi") {
      const range = most === undefined ? `từ ${floor} điểm trở lên` : `từ ${floor} đến ${most} điểm`;
      return `${capital(directText(on, language))} ${range}${step === undefined ? "" : `, là bội số của ${step}`}`;
    }
    const range = most === undefined ? `from ${floor} points on` : `from ${floor} to ${most} points`;
    return `${capital(directText(on, language))}, ${range}${step === undefined ? "" : `, in multiples of ${step}`}`;
  },
  factsText: (_rule, given, on, language) => givenText(factsWith(given, "points").points, on, language),
  stepText: (_rule, _step, on, language) => directText(on, language),
  workingText: () => undefined,
};

function directText(on: RuleCarrier, language: Language): string {
  if (isPenalty(on)) return language === "vi" ? "trừ điểm trực tiếp" : "points taken away directly";
  return language === "vi" ? "cho điểm trực tiếp" : "points given directly";
}
