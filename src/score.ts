/**
 * The score of one unit: from what stands for each leaf to points, maxima, lines, index and grade (design 3.1 to 3.4,
 * 3.8, 3.9, 3.11). Everything is exact until it is printed; totals and the index are rounded once.
 */
import type { Appraisal, Until } from "./appraisal.ts";
import type { CriteriaSet, Decimal, Grade } from "./criteria-set.ts";
import {
  type Evaluation,
  type ExactLine,
  evaluate,
  type LeafStanding,
  type Sum,
  stateOf,
} from "./evaluation.ts";
import {
  add,
  briefFraction,
  compare,
  decimal,
  divide,
  type Exact,
  equals,
  exactText,
  hundred,
  multiply,
  rounded,
  shownExactly,
  zero,
} from "./number.ts";
import type { Mutable } from "./plain.ts";
import { type Leaf, type Plan, planOf } from "./plan.ts";
import type { Bounds, ItemScore, OpenItem, Score, ScoreLine, SourceScore } from "./result.ts";
import { isRecord } from "./round/reading.ts";
import type { Statistic, Unit } from "./round.ts";
import {
  type Claims,
  type RelativeInput,
  relativeStandings,
  statisticStandings,
  surveyStandings,
} from "./standings.ts";
import type { Survey } from "./survey/survey.ts";

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
 * @throws TypeError if the set was not read by `readCriteriaSet`, or the unit or the appraisal is missing; RangeError if
 * the appraisal is of another set or unit.
 *
 * @example
 * ```ts
 * import { appraise, score } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("binh-duong/district/2017");
 * const unit = { id: "bau-bang", name: { vi: "Huyện Bàu Bàng" }, group: "district", kinds: [] };
 * const appraisal = appraise(set, { unit: "bau-bang", answers: [] }, []);
 * const appraised = { unit: "bau-bang", item: "1", facts: { points: "47.45" } };
 * const surveyed = { unit: "bau-bang", item: "2", facts: { points: "32.82" } };
 * score(set, { unit, appraisal, statistics: [appraised, surveyed] }).index; // => '80.27'
 * score(set, { unit, appraisal, statistics: [appraised] }).bounds; // => { low: '47.45', high: '82.45' }
 * ```
 */
export function score(set: CriteriaSet, input: ScoreInput): Score {
  const plan = planOf(set, "score");
  if (!isRecord(input) || !isRecord(input.unit) || !isRecord(input.appraisal))
    throw new TypeError("score: the input must have the unit, and its appraisal as appraise gives it");
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

/** Prints an evaluation as a score. */
export function scoreOf(
  plan: Plan,
  unit: Unit,
  evaluation: Evaluation,
  claims: Claims,
  until: Until | undefined,
): Score {
  const { set, places, mode } = plan;
  const { totals, bounds } = evaluation;
  const state = stateOf(evaluation);
  const claimed = claimedPoints(plan, claims);
  // One object for each score, in the order in which a reader meets its parts; what is absent has no key.
  const score: Mutable<Score> = {
    set: set.id,
    edition: set.edition,
    unit: unit.id,
    group: unit.group,
    ...(until === undefined ? {} : { until }),
    state,
  } as Mutable<Score>;
  if (state === "complete" && totals.index !== undefined) {
    score.index = rounded(totals.index, places, mode);
    const fraction = briefFraction(totals.index, places, shownDigits);
    if (fraction !== undefined) score.fraction = fraction;
    const grade = gradeOf(set.grades, score.index);
    if (grade !== undefined) score.grade = grade;
    score.points = rounded(totals.result, places, mode);
  } else if (state === "provisional" && bounds !== undefined) {
    score.bounds = printBounds(plan, bounds.low.index ?? zero, bounds.high.index ?? zero);
  }
  score.maxPoints = exactText(totals.max);
  if (claimed.total !== undefined) score.claimed = rounded(claimed.total, places, mode);
  score.items = Object.freeze(itemScores(plan, evaluation, claimed));
  score.sources = Object.freeze(set.sources.map(({ id }, at) => sourceScore(plan, evaluation, id, at)));
  score.lines = Object.freeze(totals.lines.map((line) => lineScore(plan, line)));
  score.open = Object.freeze(openItems(plan, evaluation).map((it) => Object.freeze(it)));
  return Object.freeze(score);
}

/** The id of the grade of a published index: of the first whose lower bound it reaches (design 3.9). */
export function gradeOf(
  grades: readonly Pick<Grade, "id" | "from">[],
  index: Decimal | undefined,
): string | undefined {
  if (index === undefined) return undefined;
  const value = decimal(index);
  return grades.find(({ from }) => from === undefined || compare(value, decimal(from)) >= 0)?.id;
}

/** What an index says, with nothing of what it comes from. */
export type ScoreHead = Pick<Score, "state" | "index" | "grade">;

/** The state of an evaluation, its published index and grade. */
export function scoreHead(plan: Plan, evaluation: Evaluation): ScoreHead {
  const state = stateOf(evaluation);
  const { index: exact } = evaluation.totals;
  if (state !== "complete" || exact === undefined) return { state };
  const index = rounded(exact, plan.places, plan.mode);
  const grade = gradeOf(plan.set.grades, index);
  return grade === undefined ? { state, index } : { state, index, grade };
}

/** What is open, in the order of the set. */
export function openItems(plan: Plan, evaluation: Evaluation): OpenItem[] {
  const open: OpenItem[] = [];
  for (const leaf of plan.leaves) {
    const result = evaluation.leaves[leaf.index];
    if (result?.why === undefined) continue;
    if (result.state === "pending" || (evaluation.refused && result.state === "unanswered"))
      open.push(Object.freeze({ item: leaf.id, why: result.why }));
  }
  return open;
}

/** The points of the self-assessment: leaf by leaf, node by node and together. */
export interface Claimed {
  readonly leaves: readonly (Exact | "not-applicable" | undefined)[];
  readonly nodes: readonly (Exact | undefined)[];
  readonly total: Exact | undefined;
}

/** Self-scores in points. A `relative` leaf has none: it depends on the group. */
export function claimedPoints(plan: Plan, claims: Claims): Claimed {
  const leaves = plan.leaves.map((leaf) => claimedOf(plan, leaf, claims[leaf.index]));
  const nodes: (Exact | undefined)[] = new Array(plan.nodes.length).fill(undefined);
  let total: Exact | undefined;
  const addTo = (parent: number | undefined, points: Exact): void => {
    if (parent === undefined) total = total === undefined ? points : add(total, points);
    else nodes[parent] = nodes[parent] === undefined ? points : add(nodes[parent], points);
  };
  for (const { index, above } of plan.leaves) {
    const own = leaves[index];
    if (own !== undefined && own !== "not-applicable") addTo(above[above.length - 1], own);
  }
  for (let at = nodes.length - 1; at >= 0; at--) {
    const own = nodes[at];
    if (own !== undefined) addTo(plan.nodes[at]?.parent, own);
  }
  return { leaves, nodes, total };
}

function claimedOf(plan: Plan, leaf: Leaf, claim: Claims[number]): Exact | "not-applicable" | undefined {
  if (claim === undefined || claim === "points" || leaf.rule.kind === "relative") return undefined;
  if (claim === "not-applicable") return "not-applicable";
  const given = leaf.compiled.result(claim);
  if (given.kind === "points") return plan.itemRounded(given.points);
  return given.kind === "empty" ? "not-applicable" : undefined;
}

function itemScores(plan: Plan, evaluation: Evaluation, claimed: Claimed): ItemScore[] {
  return plan.order.map(({ node, leaf }): ItemScore => {
    if (leaf !== undefined) return leafScore(plan, leaf, evaluation, claimed.leaves[leaf.index]);
    if (node === undefined) throw new TypeError("score: the plan is broken");
    const score = { item: node.id } as Mutable<ItemScore>;
    printAmount(plan, evaluation.nodes[node.index] as Sum, score);
    const own = claimed.nodes[node.index];
    if (own !== undefined) score.claimed = rounded(own, plan.places, plan.mode);
    return Object.freeze(score);
  });
}

function leafScore(
  plan: Plan,
  leaf: Leaf,
  evaluation: Evaluation,
  claimed: Exact | "not-applicable" | undefined,
): ItemScore {
  const { state, why, points, counts } = evaluation.leaves[leaf.index] as Evaluation["leaves"][number];
  const score = { item: leaf.id, state } as Mutable<ItemScore>;
  if (why !== undefined) score.why = why;
  if (points !== undefined) printPoints(plan, points, score);
  score.maxPoints = counts ? leaf.item.maxPoints : "0";
  if (claimed === undefined) return Object.freeze(score);
  if (claimed === "not-applicable") score.claimed = claimed;
  // What was accepted as it was claimed is printed once.
  else if (points !== undefined && score.points !== undefined && equals(points, claimed))
    score.claimed = score.points;
  else score.claimed = shownExactly(claimed, plan.places, plan.mode).text;
  return Object.freeze(score);
}

function sourceScore(plan: Plan, evaluation: Evaluation, source: string, at: number): SourceScore {
  const score = { source } as Mutable<SourceScore>;
  printAmount(plan, evaluation.sources[at] as Sum, score);
  return Object.freeze(score);
}

function lineScore(plan: Plan, { kind, id, points }: ExactLine): ScoreLine {
  const score = { kind, id } as Mutable<ScoreLine>;
  printPoints(plan, points, score);
  return Object.freeze(score);
}

/** Prints what a node or source has: rounded points, the fraction where it is short, and the component index. */
function printAmount(plan: Plan, it: Sum, to: Mutable<ItemScore> | Mutable<SourceScore>): void {
  const { places, mode } = plan;
  if (it.pending) {
    to.maxPoints = exactText(it.max);
    to.bounds = printBounds(plan, it.low, it.high);
    return;
  }
  // Nothing applies: no points, not 0 points (design 2, named states).
  const applies = compare(it.max, zero) > 0;
  if (applies) {
    to.points = rounded(it.points, places, mode);
    const fraction = briefFraction(it.points, places, shownDigits);
    if (fraction !== undefined) to.fraction = fraction;
  }
  to.maxPoints = exactText(it.max);
  if (applies) to.index = rounded(divide(multiply(it.points, hundred), it.max), places, mode);
}

const printBounds = (plan: Plan, low: Exact, high: Exact): Bounds =>
  Object.freeze({ low: rounded(low, plan.places, plan.mode), high: rounded(high, plan.places, plan.mode) });

/** Prints an exact amount: its decimal, or where it does not terminate the rounded decimal and the fraction (design 3.1). */
function printPoints(plan: Plan, value: Exact, to: Mutable<ItemScore> | Mutable<ScoreLine>): void {
  const { text, fraction } = shownExactly(value, plan.places, plan.mode);
  to.points = text;
  if (fraction !== undefined) to.fraction = fraction;
}

/** Digits up to which a total shows its fraction. */
export const shownDigits = 20;
