/**
 * The rule `relative`: the points of a unit depend on the others of its group, so that they come from a second, explicit
 * phase. With a target, clauses in printed order compare the result with the target and with the leader of the group, and
 * the first that fits prevails; units without a target compare among themselves. Of the clauses is checked that each
 * stands at most once, that every result is covered, that none hides one after it, and that no better result gets less.
 */
import * as z from "zod/mini";
import type { Decimal, Facts, Text } from "../criteria-set.ts";
import {
  add,
  compareExact,
  decimal,
  divide,
  type Exact,
  exactText,
  fraction,
  greatest,
  hundred,
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
import {
  type At,
  type LeafContext,
  maxOf,
  placeBeneath,
  type RuleMeaning,
  type RuleResult,
  type RuleShape,
  type RuleStep,
  type RuleTelling,
  reportAt,
} from "../rule.ts";
import { built, shape } from "../shape.ts";
import { type Message, message, numberIn, percentIn, say, textIn } from "../words/words.ts";
import { factsWith, oneCountForm, readFactsOf, refuseFacts, twoCountsForm } from "./facts.ts";
import { checkWhole, measureFactsText } from "./measure.ts";
import { countText, equationText, productText, type RuleWords, shareText } from "./words.ts";

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

const relativeSchema = /* @__PURE__ */ built(() => {
  const whole = z.strictObject({
    when: z.enum(["below-target", "at-target", "leader"]),
    percent: shape.nonNegative,
  });
  const between = z.strictObject({
    when: z.literal("between"),
    percent: shape.nonNegative,
    upTo: shape.nonNegative,
  });
  const clauses = z.array(z.discriminatedUnion("when", [whole, between])).check(z.minLength(1));
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

function refuseOwnFacts(): never {
  throw new TypeError(
    "relative: the points of a relative leaf need the group, not only the unit's own facts",
  );
}

/** The form of a `relative` rule and of its facts: in a vector after `~` the target, after `*` the best of the group. */
export const relativeShape: RuleShape<RelativeRule> = {
  schema: relativeSchema,
  form: (rule) =>
    rule.of === "count"
      ? { ...oneCountForm(rule.what), marks: "3~2*1.5, 3*5 …" }
      : { ...twoCountsForm(rule), marks: "1/2~1/3*1.5, 1/2*0.9 …" },
  check: ({ clauses }, at) => checkClauses(clauses, placeBeneath(at, "clauses")),
  checkFacts: (rule, given, at) => {
    checkComparable(rule, given, at);
  },
  steps: () => refuseOwnFacts,
};

/** A ratio over 0 cannot be compared, and one above 1 is a slip: no rule of this kind caps it. True where it is sound. */
function checkComparable(rule: RelativeRule, given: Facts, at: At): boolean {
  if (rule.of === "count") return true;
  if (factsWith(given, "numerator").denominator > 0) return checkWhole(given, at);
  reportAt(at, "denominator-zero", { found: 0, expected: "≥ 1" }, "denominator");
  return false;
}

/**
 * Reads the target of a unit: the same facts as the rule asks for, above 0. Gives undefined after reporting everything
 * that is wrong with it.
 */
export function checkTarget(rule: RelativeRule, value: unknown, at: At): Facts | undefined {
  const target = readFactsOf(relativeShape.form(rule), value, at);
  if (target === undefined || !checkComparable(rule, target, at)) return undefined;
  if (!isZero(comparedResult(rule, target))) return target;
  reportAt(at, "target-zero", { found: 0, expected: "> 0" });
  return undefined;
}

/** Reports everything that is wrong with the clauses; the place is that of the list. */
function checkClauses(clauses: readonly RelativeClause[], at: At): void {
  const before = at.report.issues.length;
  const seen = new Set<string>();
  clauses.forEach((clause, index) => {
    const own = placeBeneath(at, index);
    if (seen.has(clause.when)) {
      reportAt(own, "clause-repeated", { found: clause.when }, "when");
    } else if (clause.when === "leader" && seen.has("between")) {
      // A leader is below, at or above the target; `between` takes all those above.
      reportAt(own, "clause-unreachable", { found: clause.when, expected: "leader, between" }, "when");
    }
    seen.add(clause.when);
    for (const [key, value] of Object.entries(clause)) {
      if (key === "when" || compareExact(decimal(value), hundred) <= 0) continue;
      reportAt(own, "threshold-above-hundred", { found: value, expected: "100" }, key);
    }
  });
  for (const when of ["below-target", "at-target", "between"]) {
    if (!seen.has(when)) reportAt(at, "missing-clause", { expected: when });
  }
  if (at.report.issues.length === before) checkRising(clauses, at);
}

/** From below the target to the leader each end is at least the one before it, and the last is the whole maximum. */
function checkRising(clauses: readonly RelativeClause[], at: At): void {
  const ladder = (["below-target", "at-target", "between", "leader"] as const).flatMap((when) => {
    const index = clauses.findIndex((clause) => clause.when === when);
    const clause = clauses[index];
    if (clause === undefined) return [];
    const low = { index, percent: decimal(clause.percent) };
    return clause.when === "between" ? [low, { index, percent: decimal(clause.upTo) }] : [low];
  });
  let reached: Exact = zero;
  for (const { index, percent } of ladder) {
    if (compareExact(percent, reached) < 0) {
      const facts = { found: exactText(percent), expected: exactText(reached) };
      reportAt(at, "better-result-lowers-points", facts, index);
    }
    reached = greatest(reached, percent);
  }
  if (compareExact(reached, hundred) < 0)
    reportAt(at, "maximum-unreachable", { found: `${exactText(reached)} %`, expected: "100 %" });
}

const inGroup: RuleResult = Object.freeze({ kind: "in-group" });

/** The meaning of a `relative` rule; its points come from `relativePoints`. */
export const relative: RuleMeaning<RelativeRule> = {
  reach: (_rule, leaf) => ({ min: zero, max: maxOf(leaf, "relative") }),
  compile: () => () => inGroup,
};

/** What is compared: the count, or the ratio of the two counts. */
function comparedResult(rule: RelativeRule, given: Facts): Exact {
  if (rule.of === "count") return integer(factsWith(given, "count").count);
  const { numerator, denominator } = factsWith(given, "numerator");
  return fraction(numerator, denominator);
}

/** The leader and the best of a group, whatever the order of its members; both absent for an empty group. */
export function relativeGroup(rule: RelativeRule, members: readonly RelativeMember[]): RelativeGroup {
  let leader: Exact | undefined;
  let best: Exact | undefined;
  for (const { facts, target } of members) {
    const result = comparedResult(rule, facts);
    if (target === undefined) {
      best = best === undefined ? result : greatest(best, result);
    } else {
      const reached = divide(result, comparedResult(rule, target));
      leader = leader === undefined ? reached : greatest(leader, reached);
    }
  }
  return Object.freeze({
    ...(leader === undefined ? {} : { leader: exactText(leader) }),
    ...(best === undefined ? {} : { best: exactText(best) }),
  });
}

/** What a unit reached, and the best of its group: of its target, or without one the result itself. */
interface Reached {
  readonly reached: Exact;
  readonly best: Exact;
}

/** Throws RangeError where the unit cannot be one of the members from which the group was made. */
function reachedIn(rule: RelativeRule, { facts, target }: RelativeMember, group: RelativeGroup): Reached {
  const result = comparedResult(rule, facts);
  const reached = target === undefined ? result : divide(result, comparedResult(rule, target));
  const { leader, best: without } = exactGroup(group);
  const best = target === undefined ? without : leader;
  if (best === undefined) throw new RangeError("relativePoints: the unit is not a member of the group");
  if (compareExact(reached, best) > 0)
    throw new RangeError("relativePoints: the unit is better than the best of its group");
  return { reached, best };
}

/**
 * The points of one unit within its group. Facts and target must have been checked, and the unit must be one of the
 * members from which the group was made; throws RangeError where it cannot have been.
 */
export function relativePoints(
  rule: RelativeRule,
  leaf: LeafContext,
  unit: RelativeMember,
  group: RelativeGroup,
): Exact {
  const max = maxOf(leaf, "relative");
  const { reached, best } = reachedIn(rule, unit, group);
  if (unit.target === undefined) return isZero(best) ? zero : divide(multiply(max, reached), best);
  return clausePoints(fittingClause(rule, reached, best).clause, max, reached, best);
}

/** What a clause gives. */
function clausePoints(clause: RelativeClause, max: Exact, reached: Exact, leader: Exact): Exact {
  const percent = decimal(clause.percent);
  if (clause.when === "below-target") return percentOf(multiply(percent, reached), max);
  if (clause.when !== "between") return percentOf(percent, max);
  // From `percent` just above the target up to `upTo` at the leader, who is above the target as well.
  const span = multiply(subtract(decimal(clause.upTo), percent), subtract(reached, one));
  return percentOf(add(percent, divide(span, subtract(leader, one))), max);
}

/** What decided the points of one unit within its group, for the explanation. */
export function relativeStep(rule: RelativeRule, unit: RelativeMember, group: RelativeGroup): RuleStep {
  const { reached, best } = reachedIn(rule, unit, group);
  if (unit.target === undefined) {
    return isZero(best)
      ? { case: "best-zero", share: "0" }
      : { case: "best", share: exactText(divide(reached, best)) };
  }
  const { at, clause } = fittingClause(rule, reached, best);
  const { when, ...percentages } = clause;
  const step = { case: when, at, share: exactText(reached), ...percentages };
  return when === "between" ? { ...step, leader: exactText(best) } : step;
}

/** The first clause that fits, with its position. */
function fittingClause(
  rule: RelativeRule,
  reached: Exact,
  leader: Exact,
): { readonly at: number; readonly clause: RelativeClause } {
  const order = compareExact(reached, one);
  const leads = compareExact(reached, leader) === 0;
  for (const [at, clause] of rule.clauses.entries()) {
    if (fitsClause(clause.when, order, leads)) return { at, clause };
  }
  throw new RangeError("relativePoints: no clause of the rule fits");
}

/** `order` is below 0, 0 or above 0 as the result is below, at or above the target. */
function fitsClause(when: RelativeClause["when"], order: number, leads: boolean): boolean {
  if (when === "leader") return leads;
  if (when === "between") return order > 0;
  return when === "below-target" ? order < 0 : order === 0;
}

/** A group with its texts read. */
interface ExactGroup {
  readonly leader: Exact | undefined;
  readonly best: Exact | undefined;
}

/** Read once for a group, whose units may be thousands; a group that somebody can still change is read each time. */
const exactGroup = /* @__PURE__ */ memo(
  ({ leader, best }: RelativeGroup): ExactGroup => ({
    leader: leader === undefined ? undefined : readFraction(leader),
    best: best === undefined ? undefined : readFraction(best),
  }),
  Object.isFrozen,
);

/** A `relative` rule in words. */
export const relativeWords: RuleTelling<RelativeRule> = {
  ruleText: (words, rule) =>
    say(words, "rules.relative", {
      what:
        rule.of === "count"
          ? rule.what
          : `${textIn(words, rule.numerator)}/${textIn(words, rule.denominator)}`,
      clauses: rule.clauses.map(clauseMessage),
    }),
  factsText: (words, rule, given) =>
    rule.of === "ratio"
      ? measureFactsText(words, rule, given)
      : countText(words, factsWith(given, "count").count, rule.what),
  // "đạt 120 % chỉ tiêu, dẫn đầu nhóm: 100 % điểm tối đa"
  stepText: (words, rule, step) => {
    const share = shareText(words, readFraction(step.share ?? "0"));
    if (step.at === undefined)
      return step.case === "best-zero"
        ? say(words, "rules.bestIsZero")
        : say(words, "rules.ofBest", { share });
    const clause = rule.clauses[step.at];
    if (clause === undefined) return refuseFacts("relative");
    return say(words, "rules.ofTarget", { share, clause: clauseMessage(clause) });
  },
  workingText: (words, rule, step, { maxPoints: max }) => {
    const { share, leader = "1" } = step;
    if (share === undefined || max === undefined) return undefined;
    const clause = step.at === undefined ? undefined : rule.clauses[step.at];
    // Without a target the share is that of the best unit.
    if (clause === undefined) return share === "0" ? undefined : productText(words, max, share);
    const points = clausePoints(clause, decimal(max), readFraction(share), readFraction(leader));
    return equationText(words, clauseWorking(words, clause, max, step), points);
  },
};

/** A clause in words: `"dẫn đầu nhóm: 100 % điểm tối đa"`. */
const clauseMessage = (clause: RelativeClause): Message =>
  clause.when === "between"
    ? message("rules.between", { percent: clause.percent, upTo: clause.upTo })
    : message(`rules.${clause.when}`, { percent: clause.percent });

/** The arithmetic of a clause: `"10 × (50 % + (100 % − 50 %) × (1,1 − 1) ÷ (1,2 − 1))"`. */
function clauseWorking(words: RuleWords, clause: RelativeClause, max: Decimal, step: RuleStep): string {
  const [most, reached, best] = [max, step.share ?? "", step.leader ?? ""].map((text) =>
    numberIn(words, text),
  );
  const percent = percentIn(words, clause.percent);
  if (clause.when === "below-target") return `${most} × ${percent} × ${reached}`;
  if (clause.when !== "between") return `${most} × ${percent}`;
  const upTo = percentIn(words, clause.upTo);
  return `${most} × (${percent} + (${upTo} − ${percent}) × (${reached} − 1) ÷ (${best} − 1))`;
}
