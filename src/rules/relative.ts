/**
 * The rule `relative`: the points of a unit depend on the others of its group, so that they come from a second, explicit
 * phase (design 3.12). With a target, clauses in printed order compare the result with the target and with the leader of
 * the group, and the first that fits prevails; units without a target compare among themselves.
 */
import { z } from "zod";
import type { Decimal, Facts, Text } from "../criteria-set.ts";
import type { Path, Report } from "../issue.ts";
import {
  add,
  compare,
  decimal,
  divide,
  type Exact,
  exactText,
  fraction,
  greatest,
  integer,
  isZero,
  multiply,
  one,
  percentOf,
  readFraction,
  subtract,
  zero,
} from "../number.ts";
import { memo } from "../plain.ts";
import type { LeafContext, RuleMeaning, RuleResult, RuleShape, RuleStep, RuleWords } from "../rule.ts";
import { shape, withoutEval } from "../shape.ts";
import { countFacts } from "./count.ts";
import { readFactsOf } from "./facts.ts";
import { maxOf, refuseFacts } from "./leaf.ts";
import { countsFacts } from "./ratio.ts";
import { checkClauses } from "./relative-check.ts";
import {
  clauseWorkingText,
  relativeFactsText,
  relativeRuleText,
  relativeStepText,
} from "./relative-words.ts";
import { equationText, productText } from "./words.ts";

/** What a unit with a target gets; A is its result, T its target, L the best A/T of the group. */
export type RelativeClause =
  /** Fits where A < T, A = T, or A/T = L. Below target: maximum × percent × A/T; otherwise maximum × percent. */
  | { readonly when: "below-target" | "at-target" | "leader"; readonly percent: Decimal }
  /** Fits where A > T: maximum × (percent + (upTo − percent) × (A/T − 1) ÷ (L − 1)). */
  | { readonly when: "between"; readonly percent: Decimal; readonly upTo: Decimal };

/** Counts, or ratios of two counts, that are compared within the group. Facts: as of `count`, or as of `ratio`. */
export type RelativeRule = RelativeCount | RelativeRatio;

/** A count that is compared within the group. Facts: `{ count }`. */
export interface RelativeCount {
  /** The discriminant. */
  readonly kind: "relative";
  /** What is compared: counts. */
  readonly of: "count";
  /** What is counted, as it stands inside a sentence. */
  readonly what: Text;
  /** The clauses for units with a target, in printed order; percentages of the maximum. */
  readonly clauses: readonly RelativeClause[];
  /** Units without a target: maximum × A ÷ best A among them; 0 where the best is 0. */
  readonly withoutTarget: "best";
}

/** A ratio of two counts that is compared within the group. Facts: `{ numerator, denominator }`. */
export interface RelativeRatio {
  /** The discriminant. */
  readonly kind: "relative";
  /** What is compared: ratios of two counts. */
  readonly of: "ratio";
  /** What the numerator counts, as it stands inside a sentence. */
  readonly numerator: Text;
  /** What the denominator counts. */
  readonly denominator: Text;
  /** The clauses for units with a target, in printed order; percentages of the maximum. */
  readonly clauses: readonly RelativeClause[];
  /** Units without a target: maximum × A ÷ best A among them; 0 where the best is 0. */
  readonly withoutTarget: "best";
}

/** What a `relative` leaf needs to know of the group, as exact text. */
export interface RelativeGroup {
  /** The best A/T among the units with a target; absent where none has one. */
  readonly leader?: string | undefined;
  /** The best A among the units without a target; absent where all have one. */
  readonly best?: string | undefined;
}

/** A unit that takes part: its appraised facts, and its target where it has one. */
export interface RelativeMember {
  /** The facts. */
  readonly facts: Facts;
  /** The target, in the same kind of facts. */
  readonly target?: Facts | undefined;
}

const schema = /* @__PURE__ */ withoutEval(() => {
  const whole = z.strictObject({
    when: z.enum(["below-target", "at-target", "leader"]),
    percent: shape.nonNegative,
  });
  const between = z.strictObject({
    when: z.literal("between"),
    percent: shape.nonNegative,
    upTo: shape.nonNegative,
  });
  const clauses = z.array(z.discriminatedUnion("when", [whole, between])).min(1);
  const kind = z.literal("relative");
  const withoutTarget = z.literal("best");
  return z.discriminatedUnion("of", [
    z.strictObject({ kind, of: z.literal("count"), what: shape.text, clauses, withoutTarget }),
    z.strictObject({
      kind,
      of: z.literal("ratio"),
      numerator: shape.text,
      denominator: shape.text,
      clauses,
      withoutTarget,
    }),
  ]);
});

function refuse(): never {
  throw new TypeError(
    "relative: the points of a relative leaf need the group, not only the unit's own facts",
  );
}

/** The form of a `relative` rule and of its facts. */
export const relativeShape: RuleShape<RelativeRule> = {
  kind: "relative",
  schema,
  facts: (rule) => (rule.of === "count" ? countFacts : countsFacts),
  check: (rule, _leaf, path, report, item) => checkClauses(rule.clauses, [...path, "clauses"], report, item),
  checkFacts: (rule, _leaf, given, path, report, item) => checkResult(rule, given, path, report, item),
};

const inGroup: RuleResult = Object.freeze({ kind: "in-group" });

/** The meaning of a `relative` rule; its points come from `relativePoints`. */
export const relative: RuleMeaning<RelativeRule> = {
  reach: (_rule, leaf) => ({ min: zero, max: maxOf(leaf, "relative") }),
  compile: () => ({ result: () => inGroup, step: refuse }),
};

/** A `relative` rule in words. */
export const relativeWords: RuleWords<RelativeRule> = {
  ruleText: (rule, _on, language) => relativeRuleText(rule, language),
  factsText: (rule, given, _on, language) => relativeFactsText(rule, given, language),
  stepText: (rule, step, _on, language) => relativeStepText(rule, step, language),
  workingText: (rule, { at, share, leader }, { max }, language) => {
    if (share === undefined || max === undefined) return undefined;
    const clause = rule.clauses[at ?? -1];
    // Without a target the share is that of the best unit.
    if (clause === undefined) return share === "0" ? undefined : productText(max, share, language);
    const points = clausePoints(clause, decimal(max), readFraction(share), readFraction(leader ?? "1"));
    return equationText(clauseWorkingText(clause, max, share, leader, language), points, language);
  },
};

/** A ratio over 0 cannot be compared, and one above 1 is a slip: no rule of this kind caps it. True where it is sound. */
function checkResult(rule: RelativeRule, given: Facts, path: Path, report: Report, item: string): boolean {
  if (rule.of === "count") return true;
  if (!("numerator" in given)) return refuseFacts("relative");
  const { numerator, denominator } = given;
  if (denominator === 0) {
    report("denominator-zero", [...path, "denominator"], { found: 0, expected: "≥ 1" }, { item });
  } else if (numerator > denominator) {
    report(
      "numerator-above-denominator",
      [...path, "numerator"],
      { found: numerator, expected: denominator },
      { item },
    );
  }
  return denominator > 0 && numerator <= denominator;
}

/**
 * Reads the target of a unit: the same facts as the rule asks for, above 0. Gives undefined after reporting everything
 * that is wrong with it.
 */
export function checkTarget(
  rule: RelativeRule,
  value: unknown,
  path: Path,
  report: Report,
  item: string,
): Facts | undefined {
  const target = readFactsOf(relativeShape.facts(rule), value, path, report, item);
  if (target === undefined || !checkResult(rule, target, path, report, item)) return undefined;
  if (!isZero(resultOf(rule, target))) return target;
  report("target-zero", path, { found: 0, expected: "> 0" }, { item });
  return undefined;
}

/** What is compared: the count, or the ratio of the two counts. */
function resultOf(rule: RelativeRule, given: Facts): Exact {
  if (rule.of === "count") return "count" in given ? integer(given.count) : refuseFacts("relative");
  return "numerator" in given ? fraction(given.numerator, given.denominator) : refuseFacts("relative");
}

/** The leader and the best of a group, whatever the order of its members; both absent for an empty group. */
export function relativeGroup(rule: RelativeRule, members: readonly RelativeMember[]): RelativeGroup {
  let leader: Exact | undefined;
  let best: Exact | undefined;
  for (const { facts, target } of members) {
    const result = resultOf(rule, facts);
    if (target === undefined) {
      best = best === undefined ? result : greatest(best, result);
    } else {
      const reached = divide(result, resultOf(rule, target));
      leader = leader === undefined ? reached : greatest(leader, reached);
    }
  }
  return Object.freeze({
    ...(leader === undefined ? {} : { leader: exactText(leader) }),
    ...(best === undefined ? {} : { best: exactText(best) }),
  });
}

/**
 * The points of one unit within its group. Facts and target must have been checked, and the unit must be one of the
 * members from which the group was made; throws RangeError where it cannot have been.
 */
export function relativePoints(
  rule: RelativeRule,
  leaf: LeafContext,
  facts: Facts,
  target: Facts | undefined,
  group: RelativeGroup,
): Exact {
  const max = maxOf(leaf, "relative");
  const result = resultOf(rule, facts);
  if (target === undefined) {
    const best = bestOf("best", group, result);
    return isZero(best) ? zero : divide(multiply(max, result), best);
  }
  const reached = divide(result, resultOf(rule, target));
  const leader = bestOf("leader", group, reached);
  return clausePoints(rule.clauses[clauseAt(rule, reached, leader)] as RelativeClause, max, reached, leader);
}

/** What a clause gives. */
function clausePoints(clause: RelativeClause, max: Exact, reached: Exact, leader: Exact): Exact {
  const percent = decimal(clause.percent);
  if (clause.when === "below-target") return percentOf(multiply(percent, reached), max);
  if (clause.when !== "between") return percentOf(percent, max);
  // design 3.12: from `percent` just above the target up to `upTo` at the leader, who is above the target as well.
  const span = multiply(subtract(decimal(clause.upTo), percent), subtract(reached, one));
  return percentOf(add(percent, divide(span, subtract(leader, one))), max);
}

/** What decided the points of one unit within its group, for the explanation. */
export function relativeStep(
  rule: RelativeRule,
  facts: Facts,
  target: Facts | undefined,
  group: RelativeGroup,
): RuleStep {
  const result = resultOf(rule, facts);
  if (target === undefined) {
    const best = bestOf("best", group, result);
    return isZero(best)
      ? { case: "best-zero", share: "0" }
      : { case: "best", share: exactText(divide(result, best)) };
  }
  const reached = divide(result, resultOf(rule, target));
  const leader = bestOf("leader", group, reached);
  const at = clauseAt(rule, reached, leader);
  const { when, ...percentages } = rule.clauses[at] as RelativeClause;
  const step = { case: when, at, share: exactText(reached), ...percentages };
  return when === "between" ? { ...step, leader: exactText(leader) } : step;
}

/** The position of the first clause that fits. */
function clauseAt(rule: RelativeRule, reached: Exact, leader: Exact): number {
  const order = compare(reached, one);
  const leads = compare(reached, leader) === 0;
  const at = rule.clauses.findIndex(({ when }) => fits(when, order, leads));
  if (at < 0) throw new RangeError("relativePoints: no clause of the rule fits");
  return at;
}

function bestOf(which: "leader" | "best", group: RelativeGroup, own: Exact): Exact {
  const best = exactOf(group)[which];
  if (best === undefined) throw new RangeError("relativePoints: the unit is not a member of the group");
  if (compare(own, best) > 0)
    throw new RangeError("relativePoints: the unit is better than the best of its group");
  return best;
}

/** Read once for a group, whose units may be thousands; a group that somebody can still change is read each time. */
const exactOf = /* @__PURE__ */ memo(
  ({ leader, best }: RelativeGroup) => ({
    leader: leader === undefined ? undefined : readFraction(leader),
    best: best === undefined ? undefined : readFraction(best),
  }),
  Object.isFrozen,
);

/** `order` is below 0, 0 or above 0 as the result is below, at or above the target. */
function fits(when: RelativeClause["when"], order: number, leads: boolean): boolean {
  if (when === "leader") return leads;
  if (when === "between") return order > 0;
  return when === "below-target" ? order < 0 : order === 0;
}
