/**
 * The rule `direct`: the decision gives a maximum and nothing to compute with, so points are given themselves, between
 * the floor and the maximum and on the leaf's step; without a step, with at most as many decimals as are published. The
 * council gives points in the same way where it adjusts a leaf to points.
 */
import * as z from "zod/mini";
import type { Decimal, Facts } from "../criteria-set.ts";
import { compareExact, decimal, divide, type Exact, exactText, isWhole, readFraction } from "../number.ts";
import {
  type At,
  inPoints,
  placeBeneath,
  type Rule,
  type RuleCarrier,
  type RuleMeaning,
  type RuleShape,
  type RuleTelling,
  reportAt,
} from "../rule.ts";
import { built, shape } from "../shape.ts";
import { capital, type Message, message, said, say } from "../words/words.ts";
import { factsWith, isMarkedDecimal } from "./facts.ts";
import { givenText, isPenalty } from "./words.ts";

/** Points given as such. Facts: `{ points }`. */
export interface DirectRule {
  /** The discriminant. */
  readonly kind: "direct";
  /** Points are multiples of this, counted from 0: `"0.25"`. */
  readonly step?: Decimal | undefined;
  /** The lowest points, 0 where absent; may be negative where the decision says so. */
  readonly floor?: Decimal | undefined;
}

const pointsSchema: z.core.$ZodType<Facts> = /* @__PURE__ */ built(() =>
  z.strictObject({ points: shape.decimal }),
);

/** The form of a `direct` rule and of its facts, which stand in the row of the leaf itself. */
export const directShape: RuleShape<DirectRule> = {
  schema: /* @__PURE__ */ built(() =>
    z.strictObject({
      kind: z.literal("direct"),
      step: z.optional(shape.positive),
      floor: z.optional(shape.decimal),
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
  steps: () => (given) => ({ case: "given", terms: [{ points: factsWith(given, "points").points }] }),
};

/** Tells whether a value is a multiple of the step, counted from 0. */
const onStep = (value: Exact, step: Decimal): boolean => isWhole(divide(value, decimal(step)));

/** Whether points, as exact text, lie between the floor and the maximum; reports those that do not. */
export function checkRange(floor: Decimal, points: string, at: At): boolean {
  const { max } = at.leaf;
  const value = readFraction(points);
  if (max !== undefined && compareExact(value, max) > 0)
    reportAt(at, "points-above-maximum", { found: points, expected: exactText(max) });
  else if (compareExact(value, decimal(floor)) < 0)
    reportAt(at, "points-below-floor", { found: points, expected: floor });
  else return true;
  return false;
}

/**
 * Reports points, given as such on a leaf or line, that are above the maximum or below the floor, and those within them
 * that are off the step of the rule, or too fine where it has none.
 */
export function checkPoints(rule: Rule, floor: Decimal, points: Decimal, at: At): void {
  const { places } = at.leaf;
  if (!checkRange(floor, points, at)) return;
  const value = decimal(points);
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
  compile: () => (given) => inPoints(decimal(factsWith(given, "points").points)),
};

/** A `direct` rule in words. */
export const directWords: RuleTelling<DirectRule> = {
  ruleText: (words, { floor = "0", step }, on) => {
    const range = on.maxPoints === undefined ? "rules.pointsFrom" : "rules.pointsFromTo";
    const given = directMessage(on);
    return capital(
      say(words, "rules.direct", { given, range: message(range, { floor, most: on.maxPoints ?? "" }), step }),
    );
  },
  factsText: (words, _rule, given, on) => givenText(words, factsWith(given, "points").points, on),
  stepText: (words, _rule, _step, on) => said(words, directMessage(on)),
  workingText: () => undefined,
};

const directMessage = (on: RuleCarrier): Message =>
  message(isPenalty(on) ? "rules.directTaken" : "rules.directGiven");
