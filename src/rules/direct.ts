/**
 * The rule `direct`: the decision gives a maximum and nothing to compute with, so points are given themselves, between
 * the floor and the maximum and on the leaf's step; without a step, with at most as many decimals as are published
 * (design 2, table of rules; 3.5).
 */
import { z } from "zod";
import type { Decimal, Facts } from "../criteria-set.ts";
import { compare, decimal, type Exact, exactText, zero } from "../number.ts";
import {
  inPoints,
  type Language,
  type RuleCarrier,
  type RuleMeaning,
  type RuleShape,
  type RuleWords,
} from "../rule.ts";
import { shape, withoutEval } from "../shape.ts";
import { checkPoints, onStep } from "./given.ts";
import { refuseFacts } from "./leaf.ts";
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

const schema = /* @__PURE__ */ withoutEval(() =>
  z.strictObject({
    kind: z.literal("direct"),
    step: shape.positive.optional(),
    floor: shape.decimal.optional(),
  }),
);
const facts: z.ZodType<Facts> = /* @__PURE__ */ withoutEval(() => z.strictObject({ points: shape.decimal }));

const floorOf = (rule: DirectRule): Exact => (rule.floor === undefined ? zero : decimal(rule.floor));

/** The form of a `direct` rule and of its facts. */
export const directShape: RuleShape<DirectRule> = {
  kind: "direct",
  schema,
  facts: () => facts,
  check: (rule, leaf, path, report, item) => {
    const { step } = rule;
    const floor = floorOf(rule);
    if (leaf.max !== undefined && compare(floor, leaf.max) >= 0) {
      const values = { found: exactText(floor), expected: exactText(leaf.max) };
      report("floor-not-below-maximum", [...path, "floor"], values, { item });
    }
    if (step === undefined) return;
    if (leaf.max !== undefined && !onStep(leaf.max, step)) {
      report(
        "step-not-dividing-maximum",
        [...path, "step"],
        { found: step, expected: exactText(leaf.max) },
        { item },
      );
    }
    if (!onStep(floor, step)) {
      report("floor-off-step", [...path, "floor"], { found: exactText(floor), expected: step }, { item });
    }
  },
  checkFacts: (rule, leaf, given, path, report, item) => {
    if (!("points" in given)) return refuseFacts("direct");
    checkPoints(rule, leaf, given.points, [...path, "points"], report, item);
  },
};

/** The meaning of a `direct` rule. */
export const direct: RuleMeaning<DirectRule> = {
  reach: (rule, leaf) => ({ min: floorOf(rule), max: leaf.max }),
  compile: () => ({
    result: (given) => inPoints("points" in given ? decimal(given.points) : refuseFacts("direct")),
    step: (given) => ({
      case: "given",
      terms: [{ points: "points" in given ? given.points : refuseFacts("direct") }],
    }),
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
  factsText: (_rule, given, on, language) =>
    "points" in given ? givenText(given.points, on, language) : refuseFacts("direct"),
  stepText: (_rule, _step, on, language) => directText(on, language),
  workingText: () => undefined,
};

function directText(on: RuleCarrier, language: Language): string {
  if (isPenalty(on)) return language === "vi" ? "trừ điểm trực tiếp" : "points taken away directly";
  return language === "vi" ? "cho điểm trực tiếp" : "points given directly";
}
