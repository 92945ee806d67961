/**
 * The rule `checklist`: the decision prints parts that hold or do not hold, independently of each other. The unit gives
 * the ids of those that hold and gets the sum of their points, never above the maximum.
 */
import * as z from "zod/mini";
import type { Facts } from "../criteria-set.ts";
import { add, compareExact, decimal, type Exact, exactText, least, sum, zero } from "../number.ts";
import {
  inPoints,
  placeBeneath,
  type RuleCarrier,
  type RuleFormula,
  type RuleMeaning,
  type RuleShape,
  type RuleTelling,
  reportAt,
} from "../rule.ts";
import { built, shape } from "../shape.ts";
import { inner, type Message, message, said, say } from "../words/words.ts";
import { factsWith, refuseFacts } from "./facts.ts";
import {
  checkNamed,
  checkPrinted,
  inPrintedOrder,
  type Option,
  optionShape,
  pointsById,
  termsById,
} from "./option.ts";
import { isPenalty, sumText } from "./words.ts";

/** Parts that hold or do not hold, each with its points. Facts: `{ parts }`, the ids of those that hold. */
export interface ChecklistRule {
  /** The discriminant. */
  readonly kind: "checklist";
  /** The parts, in printed order; together they give the maximum. */
  readonly parts: readonly Option[];
  /** True where the decision prints parts that add up to more than the maximum, which then caps their sum. */
  readonly cap?: boolean | undefined;
}

const partsSchema: z.core.$ZodType<Facts> = /* @__PURE__ */ built(() =>
  z.strictObject({ parts: z.array(shape.exact) }),
);

const sumOfParts = (rule: ChecklistRule): Exact => sum(rule.parts.map(({ points }) => decimal(points)));

/** The form of a `checklist` rule and of its facts: in a vector `1` for each part that holds, else `0`. */
export const checklistShape: RuleShape<ChecklistRule> = {
  schema: /* @__PURE__ */ built(() =>
    z.strictObject({
      kind: z.literal("checklist"),
      parts: z.array(optionShape.positive).check(z.minLength(1)),
      cap: z.optional(z.boolean()),
    }),
  ),
  onLines: true,
  form: ({ parts }) => ({
    schema: partsSchema,
    blank: { parts: null },
    choices: parts,
    figures: () =>
      parts.map(({ id, title, points }) => ({
        key: id,
        holds: "mark",
        label: message("rules.asks.part", { title, points }),
      })),
    filled: (filled) => ({ parts: [...filled].flatMap(([id, value]) => (value === true ? [id] : [])) }),
    mark: (facts) => {
      const held = factsWith(facts, "parts").parts;
      return parts.map(({ id }) => (held.includes(id) ? "1" : "0")).join("");
    },
    ofMark: (mark) =>
      /^[01]+$/.test(mark) && mark.length === parts.length
        ? { parts: parts.filter((_, at) => mark[at] === "1").map(({ id }) => id) }
        : undefined,
    marks: `${"0".repeat(parts.length)} … ${"1".repeat(parts.length)}`,
    ordered: (facts) => {
      const held = factsWith(facts, "parts").parts;
      const inOrder = inPrintedOrder(parts, held, (id) => id);
      return inOrder === held ? facts : { parts: inOrder };
    },
  }),
  check: (rule, at) => {
    const { max } = at.leaf;
    checkPrinted(rule.parts, max, placeBeneath(at, "parts"));
    if (max === undefined) return;
    const all = sumOfParts(rule);
    const order = compareExact(all, max);
    const values = { found: exactText(all), expected: exactText(max) };
    if (order < 0) reportAt(at, "parts-below-maximum", values, "parts");
    if (order > 0 && rule.cap !== true) reportAt(at, "parts-above-maximum", values, "parts");
  },
  checkFacts: (rule, given, at) => {
    const { parts } = factsWith(given, "parts");
    const codes = { unknown: "unknown-part", repeated: "part-repeated" } as const;
    checkNamed(rule.parts, parts, codes, (index) => placeBeneath(at, "parts", index));
  },
  steps: (rule, { max }) => {
    const total = sumOfHeld(rule);
    const termOf = termsById(rule.parts);
    return (given) => {
      const points = total(given);
      const terms = factsWith(given, "parts").parts.map(
        (part) => termOf.get(part) ?? refuseFacts("checklist"),
      );
      if (max === undefined || compareExact(points, max) <= 0) return { case: "sum", terms };
      return { case: "capped", uncapped: exactText(points), terms };
    };
  },
};

/** The meaning of a `checklist` rule. */
export const checklist: RuleMeaning<ChecklistRule> = {
  reach: (rule, leaf) => {
    const all = sumOfParts(rule);
    return { min: zero, max: leaf.max === undefined ? all : least(all, leaf.max) };
  },
  compile: (rule, { max }) => {
    const total = sumOfHeld(rule);
    return (given) => inPoints(max === undefined ? total(given) : least(total(given), max));
  },
};

/** The sum of the parts that hold, before any maximum. */
function sumOfHeld({ parts }: ChecklistRule): (given: Facts) => Exact {
  const worth = pointsById(parts);
  return (given) => {
    let points = zero;
    for (const part of factsWith(given, "parts").parts)
      points = add(points, worth.get(part) ?? refuseFacts("checklist"));
    return points;
  };
}

/** The points of a `checklist` rule by a formula. */
export const checklistFormula: RuleFormula<ChecklistRule> = ({ parts }, { max }, { cell, isMarked }) => {
  const given = parts.map(({ id }) => cell(id)).join(",");
  const total = parts.map(({ id, points }) => `IF(${isMarked(id)},${points},0)`).join("+");
  return `IF(COUNTA(${given})=0,"",${max === undefined ? total : `MIN(${exactText(max)},${total})`})`;
};

/** A `checklist` rule in words. */
export const checklistWords: RuleTelling<ChecklistRule> = {
  ruleText: (words, { parts, cap }, on) =>
    say(words, "rules.checklist", {
      head: partsHead(on),
      most: cap === true ? on.maxPoints : undefined,
      parts: parts.map(({ title, points }) =>
        message("rules.option", { title, gives: message("rules.points", { points }) }),
      ),
    }),
  factsText: (words, rule, given, on) => {
    const { parts } = factsWith(given, "parts");
    const held = rule.parts.filter(({ id }) => parts.includes(id)).map(({ title }) => title);
    if (held.length > 0) return say(words, "rules.list", { parts: held });
    return say(words, isPenalty(on) ? "rules.noBreachOfParts" : "rules.noPart");
  },
  stepText: (words, _rule, { uncapped }, on) =>
    uncapped === undefined
      ? inner(said(words, partsHead(on)))
      : say(words, "rules.partsCapped", { points: uncapped }),
  workingText: (words, _rule, { case: applied, terms = [] }, { maxPoints: max }) =>
    sumText(words, terms, { maximum: applied === "capped" ? max : undefined }),
};

/** What the points of the parts are for. */
const partsHead = (on: RuleCarrier): Message =>
  message(isPenalty(on) ? "rules.partsTaken" : "rules.partsAddUp");
