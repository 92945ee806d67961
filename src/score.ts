/**
 * The score of one unit: from what stands for each leaf to points, maxima, lines, index and grade (design 3.1 to 3.4,
 * 3.8, 3.9, 3.11). Everything is exact until it is printed; totals and the index are rounded once.
 */
import type { Appraisal, Until } from "./appraisal.ts";
import type { CriteriaSet, Facts } from "./criteria-set.ts";
import { type Evaluation, evaluate, type LeafStanding } from "./evaluation.ts";
import {
  compare,
  decimal,
  digitsOf,
  divide,
  type Exact,
  exactText,
  fractionText,
  hundred,
  multiply,
  readFraction,
  rounded,
  sum,
  terminating,
  zero,
} from "./number.ts";
import { deepFreeze } from "./plain.ts";
import { type Leaf, type Plan, planOf } from "./plan.ts";
import type { Bounds, ItemScore, OpenItem, Score, ScoreLine, SourceScore } from "./result.ts";
import type { Statistic, Unit } from "./round.ts";
import { type RelativeGroup, type RelativeRule, relativePoints } from "./rules/relative.ts";
import type { Survey, SurveyItem, SurveyReason } from "./survey/survey.ts";

/** What the group gives to a `relative` leaf of one unit. */
export interface RelativeInput {
  /** The id of the leaf. */
  readonly item: string;
  /** The unit's own target; absent where it has none. */
  readonly target?: Facts | undefined;
  /** What the group's facts come to; absent while a unit of the group is pending on the leaf. */
  readonly group?: RelativeGroup | undefined;
}

/** Everything that the score of one unit comes from, besides the criteria set. */
export interface ScoreInput {
  /** The unit. */
  readonly unit: Unit;
  /** What stands after the appraisal. */
  readonly appraisal: Appraisal;
  /** The survey results; absent: leaves of survey sources are pending. */
  readonly survey?: Survey | undefined;
  /** The statistics; those of other units are passed over. */
  readonly statistics?: readonly Statistic[] | undefined;
  /** The group's part of `relative` leaves; absent: they are pending. */
  readonly relative?: readonly RelativeInput[] | undefined;
  /** Calendar days by which the self-assessment was late; 0 or absent: on time. */
  readonly lateDays?: number | undefined;
}

/**
 * Scores one unit.
 *
 * Points are exact from leaf to index and rounded once, at the places and mode of the set; where the set rounds items,
 * each leaf and line is rounded before any sum. A unit with anything pending has bounds instead of an index.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param input The unit, what stands after appraisal, and the survey, statistics and group data that it needs.
 *
 * @returns The score, frozen plain data.
 *
 * @throws TypeError if the set was not read by `readCriteriaSet`; RangeError if the appraisal is of another set or unit.
 *
 * @example
 * ```ts
 * import { appraise, readCriteriaSet, score } from "par-index";
 * const set = readCriteriaSet(smallSet);
 * const unit = { id: "so-a", name: { vi: "Sở A" }, group: "general", kinds: [] };
 * score(set, { unit, appraisal: appraise(set, { unit: "so-a", answers: [] }, []) }).state; // => 'provisional'
 * ```
 */
export function score(set: CriteriaSet, input: ScoreInput): Score {
  const plan = planOf(set, "score");
  const { appraisal, unit } = input;
  if (appraisal.set !== set.id || appraisal.edition !== set.edition) {
    throw new RangeError(
      `score: the appraisal is of ${appraisal.set} edition ${appraisal.edition}, not of ${set.id} edition ${set.edition}`,
    );
  }
  if (appraisal.unit !== unit.id)
    throw new RangeError(`score: the appraisal is of unit ${appraisal.unit}, not of ${unit.id}`);
  const standings: (LeafStanding | undefined)[] = new Array(plan.leaves.length);
  const claims: Claims = new Array(plan.leaves.length);
  for (const { item, standing, claim } of appraisal.items) {
    const leaf = plan.leafOf.get(item);
    if (leaf === undefined) throw new RangeError(`score: the set has no leaf ${item}`);
    standings[leaf.index] = standing;
    claims[leaf.index] = claim?.kind === "facts" ? claim.facts : claim?.kind;
  }
  surveyStandings(plan, unit.id, input.survey, standings);
  statisticStandings(plan, unit.id, input.statistics ?? [], standings);
  relativeStandings(plan, input.relative ?? [], standings);
  const evaluation = evaluate(plan, { standings, lines: appraisal.lines, lateDays: input.lateDays ?? 0 });
  return scoreOf(plan, unit, evaluation, claims, appraisal.until);
}

/** The claim of each leaf: facts, `not-applicable`, or nothing. */
export type Claims = (Facts | "not-applicable" | "points" | undefined)[];

/** Puts a unit's survey results where its survey leaves stand. */
export function surveyStandings(
  plan: Plan,
  unit: string,
  survey: Survey | undefined,
  standings: (LeafStanding | undefined)[],
): void {
  const found = survey?.units.find((it) => it.unit === unit);
  for (const { item, state, share, why } of found?.items ?? []) {
    const leaf = plan.leafOf.get(item);
    if (leaf === undefined || standings[leaf.index] !== undefined) continue;
    standings[leaf.index] = shareStanding(state, why, share === undefined ? undefined : readFraction(share));
  }
}

/** Where a leaf stands by its survey result. */
export function shareStanding(
  state: SurveyItem["state"],
  why: SurveyReason | undefined,
  share: Exact | undefined,
): LeafStanding {
  if (state === "not-applicable") return surveyNotHeld;
  if (state !== "scored" || share === undefined) return surveyOpen;
  // A share of 0 that a policy gave says which; a redistributed weight is a share like any other.
  return why === "below-least" || why === "survey-not-held"
    ? { kind: "share", share, why }
    : { kind: "share", share };
}

const surveyNotHeld: LeafStanding = Object.freeze({ kind: "not-applicable", why: "survey-not-held" });
const surveyOpen: LeafStanding = Object.freeze({ kind: "pending", why: "survey" });

/** Puts a unit's statistics where its statistic leaves stand. */
export function statisticStandings(
  plan: Plan,
  unit: string,
  statistics: readonly Statistic[],
  standings: (LeafStanding | undefined)[],
): void {
  for (const { unit: of, item, facts } of statistics) {
    const leaf = of === unit ? plan.leafOf.get(item) : undefined;
    if (leaf !== undefined && standings[leaf.index] === undefined)
      standings[leaf.index] = { kind: "facts", facts };
  }
}

/** Replaces the facts of relative leaves by the points that they give within the group (design 3.12). */
export function relativeStandings(
  plan: Plan,
  relative: readonly RelativeInput[],
  standings: (LeafStanding | undefined)[],
): void {
  for (const leaf of plan.relative) {
    const standing = standings[leaf.index];
    if (standing?.kind !== "facts") continue;
    const { facts } = standing;
    const given = relative.find(({ item }) => item === leaf.id);
    if (given?.group === undefined) {
      standings[leaf.index] = { kind: "pending", why: "relative" };
      continue;
    }
    const rule = leaf.rule as RelativeRule;
    const points = relativePoints(rule, leaf.context, facts, given.target, given.group);
    standings[leaf.index] = { kind: "exact", points, within: facts };
  }
}

/** Prints an evaluation as a score. */
export function scoreOf(
  plan: Plan,
  unit: Unit,
  evaluation: Evaluation,
  claims: Claims,
  until: Until | undefined,
): Score {
  const { set } = plan;
  const { totals, bounds } = evaluation;
  const open = openItems(plan, evaluation);
  const state = evaluation.refused
    ? "refused"
    : evaluation.pending
      ? "provisional"
      : totals.index === undefined
        ? "not-applicable"
        : "complete";
  const complete = state === "complete" && totals.index !== undefined;
  const index = complete ? rounded(totals.index, plan.places, plan.mode) : undefined;
  const claimed = claimedPoints(plan, claims);
  const total = claimed.total;
  return deepFreeze({
    set: set.id,
    edition: set.edition,
    unit: unit.id,
    group: unit.group,
    ...(until === undefined ? {} : { until }),
    state,
    ...(index === undefined || totals.index === undefined
      ? {}
      : { index, ...shortFraction(totals.index, index) }),
    ...(bounds === undefined || state !== "provisional"
      ? {}
      : { bounds: printBounds(plan, bounds.low.index ?? zero, bounds.high.index ?? zero) }),
    ...gradeOf(plan, index),
    ...(complete ? { points: rounded(totals.result, plan.places, plan.mode) } : {}),
    maxPoints: exactText(totals.max),
    ...(total === undefined ? {} : { claimed: rounded(total, plan.places, plan.mode) }),
    items: itemScores(plan, evaluation, claimed.leaves),
    sources: plan.set.sources.map((source, at) => sourceScore(plan, evaluation, source.id, at)),
    lines: totals.lines.map(
      ({ kind, id, points }): ScoreLine => ({ kind, id, ...exactAmount(plan, points) }),
    ),
    open,
  });
}

/** The grade of a published index: the first whose lower bound it reaches (design 3.9). */
export function gradeOf(plan: Plan, index: string | undefined): { grade?: string } {
  if (index === undefined) return {};
  const value = decimal(index);
  const grade = plan.set.grades.find(({ from }) => from === undefined || compare(value, decimal(from)) >= 0);
  return grade === undefined ? {} : { grade: grade.id };
}

function openItems(plan: Plan, evaluation: Evaluation): OpenItem[] {
  const open: OpenItem[] = [];
  for (const leaf of plan.leaves) {
    const result = evaluation.leaves[leaf.index];
    if (result?.why === undefined) continue;
    if (result.state === "pending" || (evaluation.refused && result.state === "unanswered"))
      open.push({ item: leaf.id, why: result.why });
  }
  return open;
}

/** The points of the self-assessment, leaf by leaf and together. */
export interface Claimed {
  readonly leaves: readonly (Exact | "not-applicable" | undefined)[];
  readonly total: Exact | undefined;
}

/** Self-scores in points. A `relative` leaf has none: it depends on the group. */
export function claimedPoints(plan: Plan, claims: Claims): Claimed {
  const leaves = plan.leaves.map((leaf) => claimedOf(plan, leaf, claims[leaf.index]));
  const known = leaves.filter((it): it is Exact => it !== undefined && it !== "not-applicable");
  return { leaves, total: known.length === 0 ? undefined : sum(known) };
}

function claimedOf(plan: Plan, leaf: Leaf, claim: Claims[number]): Exact | "not-applicable" | undefined {
  if (claim === undefined || claim === "points" || leaf.rule.kind === "relative") return undefined;
  if (claim === "not-applicable") return "not-applicable";
  const points = leaf.compiled.points(claim);
  return points === "empty-claim" ? "not-applicable" : plan.itemRounded(points);
}

function itemScores(plan: Plan, evaluation: Evaluation, claimed: Claimed["leaves"]): ItemScore[] {
  return plan.order.map(({ node, leaf }): ItemScore => {
    if (leaf !== undefined) return leafScore(plan, leaf, evaluation, claimed[leaf.index]);
    if (node === undefined) throw new TypeError("score: the plan is broken");
    const result = evaluation.nodes[node.index] as Evaluation["nodes"][number];
    const own = claimed
      .slice(node.first, node.end)
      .filter((it): it is Exact => it !== undefined && it !== "not-applicable");
    return {
      item: node.id,
      ...groupAmount(plan, result),
      ...(own.length === 0 ? {} : { claimed: rounded(sum(own), plan.places, plan.mode) }),
    };
  });
}

function leafScore(
  plan: Plan,
  leaf: Leaf,
  evaluation: Evaluation,
  claimed: Exact | "not-applicable" | undefined,
): ItemScore {
  const { state, why, points, counts } = evaluation.leaves[leaf.index] as Evaluation["leaves"][number];
  return {
    item: leaf.id,
    state,
    ...(why === undefined ? {} : { why }),
    ...(points === undefined ? {} : exactAmount(plan, points)),
    maxPoints: counts ? leaf.item.maxPoints : "0",
    ...(claimed === undefined
      ? {}
      : { claimed: claimed === "not-applicable" ? claimed : exactAmount(plan, claimed).points }),
  };
}

function sourceScore(plan: Plan, evaluation: Evaluation, source: string, at: number): SourceScore {
  return { source, ...groupAmount(plan, evaluation.sources[at] as Evaluation["sources"][number]) };
}

function groupAmount(plan: Plan, it: Evaluation["sources"][number]): Omit<SourceScore, "source"> {
  const maxPoints = exactText(it.max);
  if (it.pending) return { maxPoints, bounds: printBounds(plan, it.low, it.high) };
  // Nothing applies: no points, not 0 points (design 2, named states).
  if (compare(it.max, zero) <= 0) return { maxPoints };
  const points = rounded(it.points, plan.places, plan.mode);
  return {
    points,
    ...shortFraction(it.points, points),
    maxPoints,
    index: rounded(divide(multiply(it.points, hundred), it.max), plan.places, plan.mode),
  };
}

const printBounds = (plan: Plan, low: Exact, high: Exact): Bounds => ({
  low: rounded(low, plan.places, plan.mode),
  high: rounded(high, plan.places, plan.mode),
});

/** An exact amount: its decimal, or where it does not terminate the rounded decimal and the fraction (design 3.1). */
export function exactAmount(plan: Plan, value: Exact): { points: string; fraction?: string } {
  const text = terminating(value);
  return text === undefined
    ? { points: rounded(value, plan.places, plan.mode), fraction: fractionText(value) }
    : { points: text };
}

/** Digits up to which a total shows its fraction (design 3.1). */
const shownDigits = 20;

function shortFraction(value: Exact, printed: string): { fraction?: string } {
  if (compare(value, decimal(printed)) === 0 || digitsOf(value) > shownDigits) return {};
  return { fraction: fractionText(value) };
}
