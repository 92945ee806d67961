/**
 * The score of one unit as plain data: points, maxima, lines, index and grade, from what stands for each leaf. Everything
 * is exact until it is printed; totals and the index are rounded once. And the amounts in which explanations, histories
 * and comparisons show the same: the exact value, which can be added up again, beside the one that is printed.
 */
import type { Appraisal, Until } from "./appraisal.ts";
import type { CriteriaSet, Decimal, Grade, GradeCondition } from "./criteria-set.ts";
import {
  appliedMax,
  behindGates,
  type Evaluation,
  type EvaluationState,
  type ExactLine,
  evaluate,
  inPercentOf,
  type LeafResult,
  type LeafState,
  type StateReason,
  type Sum,
  stateOf,
} from "./evaluation.ts";
import {
  add,
  briefFraction,
  compareExact,
  decimal,
  type Exact,
  equals,
  exactText,
  hundredthsOf,
  isSameFraction,
  isZero,
  readFraction,
  rounded,
  shortest,
  shownExactly,
  zero,
} from "./number.ts";
import { assertGiven, assertOptions, elementAt, isRecord, type Mutable, memo } from "./plain.ts";
import { type Leaf, type Plan, planOf } from "./plan.ts";
import { type Statistic, type Unit, wasRead } from "./round.ts";
import type { Survey } from "./survey/share.ts";
import {
  type Claims,
  type RelativeInput,
  relativeStandings,
  type Standings,
  statisticStandings,
  surveyStandings,
} from "./units.ts";

/** The least and the most that open leaves can still make of a value. */
export interface Bounds {
  /** Every pending leaf at the lesser of 0 and its floor. */
  readonly low: Decimal;
  /** Every pending leaf at its maximum. */
  readonly high: Decimal;
}

/** The result of one node or leaf. */
export interface ItemScore {
  /** The id of the item. */
  readonly item: string;
  /** On a leaf: its state. */
  readonly state?: LeafState | undefined;
  /** On a leaf that is not plainly scored: why. */
  readonly reason?: StateReason | undefined;
  /** On a leaf that a gate holds back (reason `gated` or `gate`, or pending behind a closed one): the item that the gate asks. */
  readonly gate?: string | undefined;
  /**
   * The points after appraisal; absent where a leaf is pending or does not apply with `rescale` or `rescale-source`,
   * and on a node with something pending, or below which nothing applies. A leaf's points are exact unless `fraction` stands beside; a node's are rounded to the published places.
   */
  readonly points?: Decimal | undefined;
  /** The exact points where `points` is rounded: always on a leaf, on a node up to 20 digits. */
  readonly fraction?: string | undefined;
  /** The applicable maximum; `"0"` where nothing below applies. */
  readonly maxPoints: Decimal;
  /** The points of the self-assessment: of a leaf that the unit scores, or the sum over such leaves; `"not-applicable"` on a leaf so claimed. */
  readonly claimed?: Decimal | "not-applicable" | undefined;
  /** The component index: points ÷ applicable maximum × 100, rounded; absent where something is pending or nothing applies. */
  readonly index?: Decimal | undefined;
  /** On a node with something pending: the bounds of its points. */
  readonly bounds?: Bounds | undefined;
}

/** The result of one source of points. */
export interface SourceScore {
  /** The id of the source. */
  readonly source: string;
  /** Points, rounded to the published places; absent where something is pending or nothing applies. */
  readonly points?: Decimal | undefined;
  /** The exact points where `points` is rounded and the fraction has at most 20 digits. */
  readonly fraction?: string | undefined;
  /** The applicable maximum. */
  readonly maxPoints: Decimal;
  /** Points ÷ applicable maximum × 100, rounded. */
  readonly index?: Decimal | undefined;
  /** Where something is pending: the bounds of the points. */
  readonly bounds?: Bounds | undefined;
}

/** A declared line between the sum of the leaves and the result. */
export interface ScoreLine {
  /** `conversion` of a source, `bonus`, `penalty`, `late` charge, or a `cap` that bites. */
  readonly kind: "conversion" | "bonus" | "penalty" | "late" | "cap";
  /** The id of the source (conversion) or of the line; for caps the line that it bites, `bonus`, `penalty`, `max` or `min`. */
  readonly id: string;
  /** The points that it adds, exact as a decimal or beside `fraction`; negative where it takes away. */
  readonly points: Decimal;
  /** The exact points where `points` is rounded. */
  readonly fraction?: string | undefined;
}

/** A leaf that is open, and why. */
export interface OpenItem {
  /** The id of the leaf. */
  readonly item: string;
  /** What it waits for. */
  readonly reason: StateReason;
}

/** The score of one unit. */
export interface Score {
  /** The id of the criteria set. */
  readonly set: string;
  /** Its edition. */
  readonly edition: number;
  /** The id of the unit. */
  readonly unit: string;
  /** The id of its group. */
  readonly group: string;
  /** The point in the process; absent: after everything. */
  readonly until?: Until | undefined;
  /**
   * `complete`: an index. `uncertain`: an index of what could be read; something was left out of the round of which
   * nobody can tell whose it is. `provisional`: something is pending. `refused`: an unanswered leaf, and the set refuses such
   * an assessment. `not-applicable`: nothing applies, so that there is no index.
   */
  readonly state: "complete" | "uncertain" | "provisional" | "refused" | "not-applicable";
  /** True where it is approved (đã phê duyệt): see `isApproved`. */
  readonly approved: boolean;
  /** The published index in %, rounded once; only where the state is `complete` or `uncertain`. */
  readonly index?: Decimal | undefined;
  /** The exact index where `index` is rounded and the fraction has at most 20 digits. */
  readonly fraction?: string | undefined;
  /** The bounds of the index where the state is `provisional`. */
  readonly bounds?: Bounds | undefined;
  /** The id of the grade: of the first that the published index reaches and whose conditions hold. */
  readonly grade?: string | undefined;
  /** The id of the grade that the index alone reaches, where a condition of that one fails. */
  readonly reaches?: string | undefined;
  /** The result in points: leaves and lines together, rounded. */
  readonly points?: Decimal | undefined;
  /** The applicable maximum by which the index divides. */
  readonly maxPoints: Decimal;
  /** The points that the unit claims on the leaves that it scores itself, rounded. */
  readonly claimed?: Decimal | undefined;
  /** Every item, in the order of the set. */
  readonly items: readonly ItemScore[];
  /** Every source, in the order of the set. */
  readonly sources: readonly SourceScore[];
  /** The lines, in the order in which they apply. */
  readonly lines: readonly ScoreLine[];
  /** What is open, where the state is `provisional` or `refused`. */
  readonly open: readonly OpenItem[];
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
  /** True where the unit's result is approved, as `isApproved` tells; absent: nobody said so, and it is not. */
  readonly approved?: boolean | undefined;
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
 * @throws TypeError if the set was not read by `readCriteriaSet`, the unit or the appraisal is missing, a statistic was not
 * read, or the days late are no whole number from 0; RangeError if the appraisal is of another set or unit.
 *
 * @example
 * ```ts
 * import { appraise, readStatistics, score } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("binh-duong/district/2017");
 * const unit = { id: "bau-bang", name: { vi: "Huyện Bàu Bàng" }, group: "district", kinds: [] };
 * const appraisal = appraise(set, { unit: "bau-bang", answers: [] }, []);
 * const appraised = { unit: "bau-bang", item: "1", facts: { points: "47.45" } };
 * const surveyed = { unit: "bau-bang", item: "2", facts: { points: "32.82" } };
 * score(set, { unit, appraisal, statistics: readStatistics(set, [appraised, surveyed]) }).index; // => '80.27'
 * score(set, { unit, appraisal, statistics: readStatistics(set, [appraised]) }).bounds; // => { low: '47.45', high: '82.45' }
 * ```
 */
export function score(set: CriteriaSet, input: ScoreInput): Score {
  const plan = planOf(set, "score");
  if (!isRecord(input) || !isRecord(input.unit) || !isRecord(input.appraisal))
    throw new TypeError("score: the input must have the unit, and its appraisal as appraise gives it");
  assertOptions(
    input,
    ["unit", "appraisal", "survey", "statistics", "relative", "lateDays", "approved"],
    "score",
  );
  if (input.survey !== undefined)
    assertGiven(input.survey, ["units"], "score: the survey must be what mergeSurvey makes of a tally");
  const { appraisal, unit } = input;
  if (appraisal.set !== set.id || appraisal.edition !== set.edition) {
    throw new RangeError(
      `score: the appraisal is of ${appraisal.set} edition ${appraisal.edition}, not of ${set.id} edition ${set.edition}`,
    );
  }
  if (appraisal.unit !== unit.id)
    throw new RangeError(`score: the appraisal is of unit ${appraisal.unit}, not of ${unit.id}`);
  const { lateDays: late = 0 } = input;
  if (!Number.isSafeInteger(late) || late < 0)
    throw new TypeError("score: lateDays must be a whole number from 0, as lateDays gives it");
  if (!(input.statistics ?? []).every((one) => one.unit !== unit.id || wasRead(set, one)))
    throw new TypeError("score: a statistic was not made by readStatistics or readRound with this set");
  const standings: Standings = new Array(plan.leaves.length);
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
  const evaluation = evaluate(plan, { standings, lines: appraisal.lines, lateDays: late });
  const { partial } = appraisal;
  return scoreOf(plan, { unit, claims, approved: input.approved, partial }, evaluation, appraisal.until);
}

/** Whose score is printed, and what it claims. */
interface ScoredInput {
  readonly unit: Unit;
  readonly claims: Claims;
  /** True where something of the round was left out that may be this unit's. */
  readonly uncertain?: boolean | undefined;
  /** True where its result is approved. */
  readonly approved?: boolean | undefined;
  /** True while somebody types: whatever is there, no index comes of it. */
  readonly partial?: boolean | undefined;
}

/** Prints an evaluation as a score. */
export function scoreOf(
  plan: Plan,
  { unit, claims, uncertain = false, approved = false, partial = false }: ScoredInput,
  evaluation: Evaluation,
  until: Until | undefined,
): Score {
  const { set, places, mode } = plan;
  const { totals, bounds } = evaluation;
  const reached = stateOf(evaluation);
  const state = partial && reached === "complete" ? "provisional" : reached;
  const claimed = claimedPoints(plan, claims);
  // One object for each score, in the order in which a reader meets its parts; what is absent has no key.
  const score = {
    set: set.id,
    edition: set.edition,
    unit: unit.id,
    group: unit.group,
  } as Mutable<Score>;
  if (until !== undefined) score.until = until;
  score.state = state === "complete" && uncertain ? "uncertain" : state;
  score.approved = approved || set.status === "summary";
  if (state === "complete" && totals.index !== undefined) {
    score.index = rounded(totals.index, places, mode);
    const fraction = briefFraction(totals.index, places, shownDigits);
    if (fraction !== undefined) score.fraction = fraction;
    const { grade, reaches } = gradesOf(set.grades, score.index, gradeFacts(plan, evaluation));
    if (grade !== undefined) score.grade = grade;
    if (reaches !== undefined) score.reaches = reaches;
    score.points = rounded(totals.result, places, mode);
  } else if (state === "provisional") {
    const { low, high } = bounds ?? { low: totals, high: totals };
    score.bounds = printBounds(plan, low.index ?? zero, high.index ?? zero);
  }
  score.maxPoints = exactText(totals.max);
  if (claimed.total !== undefined) score.claimed = rounded(claimed.total, places, mode);
  score.items = Object.freeze(itemScores(plan, evaluation, claimed));
  score.sources = Object.freeze(set.sources.map(({ id }, at) => sourceScore(plan, evaluation, id, at)));
  score.lines = Object.freeze(totals.lines.map((line) => lineScore(plan, line)));
  score.open = Object.freeze(openItems(plan, evaluation));
  return Object.freeze(score);
}

/** The id of the grade of a published index: of the first whose lower bound it reaches, of those that are open to it. */
export function gradeOf<G extends Pick<Grade, "id" | "from">>(
  grades: readonly G[],
  index: Decimal | undefined,
  isOpen: (grade: G) => boolean = () => true,
): string | undefined {
  if (index === undefined) return undefined;
  const value = decimal(index);
  const reached = ({ from }: G): boolean => from === undefined || compareExact(value, decimal(from)) >= 0;
  return grades.find((grade) => reached(grade) && isOpen(grade))?.id;
}

/** What the conditions of grades ask of a unit. */
export interface GradeFacts {
  /** The published component index of an item or a source; undefined where nothing of it applies. */
  readonly indexOf: (kind: "item" | "source", id: string) => Decimal | undefined;
  /** Whether a penalty line, or lateness (`late`), takes points. */
  readonly takes: (line: string) => boolean;
}

/** A condition of a grade, with what the unit has. */
export interface CheckedCondition extends GradeCondition {
  /** The published component index; absent where nothing of the item or source applies, and with `unused`. */
  readonly index?: Decimal | undefined;
  /** Whether it holds. */
  readonly holds: boolean;
}

/** Holds a unit against the conditions of a grade. */
export const checkedConditions = (
  { requires = [] }: Pick<Grade, "requires">,
  facts: GradeFacts,
): readonly CheckedCondition[] =>
  requires.map((condition): CheckedCondition => {
    const { item, source, unused, from, above = "0" } = condition;
    if (unused !== undefined) return { ...condition, holds: !facts.takes(unused) };
    const index = item === undefined ? facts.indexOf("source", source ?? "") : facts.indexOf("item", item);
    if (index === undefined) return { ...condition, holds: true };
    const order = compareExact(decimal(index), decimal(from ?? above));
    return { ...condition, index, holds: from === undefined ? order > 0 : order >= 0 };
  });

/** The grade of a published index, and the one that it alone reaches where that is another. */
export function gradesOf(
  grades: readonly Pick<Grade, "id" | "from" | "requires">[],
  index: Decimal,
  facts: GradeFacts,
): Pick<Score, "grade" | "reaches"> {
  const reaches = gradeOf(grades, index);
  const grade = gradeOf(grades, index, (it) => checkedConditions(it, facts).every(({ holds }) => holds));
  if (grade === undefined) return {};
  return grade === reaches ? { grade } : { grade, reaches };
}

/** What the conditions of grades ask of an evaluated unit. */
export function gradeFacts(plan: Plan, { leaves, nodes, sources, totals }: Evaluation): GradeFacts {
  const published = ({ points, max }: Pick<Sum, "points" | "max">): Decimal | undefined =>
    isZero(max) ? undefined : rounded(inPercentOf(points, max), plan.places, plan.mode);
  return {
    indexOf: (kind, id) => {
      if (kind === "source") return published(elementAt(sources, plan.sourceIds.indexOf(id)));
      const node = plan.nodeOf.get(id);
      if (node !== undefined) return published(elementAt(nodes, node.index));
      const leaf = plan.leafOf.get(id);
      const result = leaf && leaves[leaf.index];
      const index = leaf && result && leafIndex(leaf, result);
      return index === undefined ? undefined : rounded(index, plan.places, plan.mode);
    },
    takes: (line) =>
      totals.lines.some(({ kind, id, points }) => isTaking(kind) && id === line && !isZero(points)),
  };
}

/** Whether a line of this kind is one that conditions can ask to take nothing. */
const isTaking = (kind: ExactLine["kind"]): boolean => kind === "penalty" || kind === "late";

/** What an index says, with nothing of what it comes from. */
export interface ScoreHead extends Pick<Score, "index" | "grade" | "reaches"> {
  readonly state: EvaluationState;
}

/** The state of an evaluation, its published index and grade. */
export function scoreHead(plan: Plan, evaluation: Evaluation): ScoreHead {
  const state = stateOf(evaluation);
  const { index: exact } = evaluation.totals;
  if (state !== "complete" || exact === undefined) return { state };
  const index = rounded(exact, plan.places, plan.mode);
  return { state, index, ...gradesOf(plan.set.grades, index, gradeFacts(plan, evaluation)) };
}

/** What is open, in the order of the set. */
export function openItems(plan: Plan, evaluation: Evaluation): OpenItem[] {
  const open: OpenItem[] = [];
  for (const leaf of plan.leaves) {
    const result = evaluation.leaves[leaf.index];
    if (result?.reason === undefined) continue;
    if (result.state === "pending" || (evaluation.refused && result.state === "unanswered"))
      open.push(Object.freeze({ item: leaf.id, reason: result.reason }));
  }
  return open;
}

/** The points of the self-assessment: leaf by leaf, node by node and together. */
export interface Claimed {
  /** Before any gate: what each leaf would claim behind open ones. */
  readonly open: readonly (Exact | "not-applicable" | undefined)[];
  readonly leaves: readonly (Exact | "not-applicable" | undefined)[];
  readonly nodes: readonly (Exact | undefined)[];
  readonly total: Exact | undefined;
}

/** Self-scores in points. A `relative` leaf has none: it depends on the group. */
export function claimedPoints(plan: Plan, claims: Claims): Claimed {
  const open = plan.leaves.map((leaf) => claimedOf(plan, leaf, claims[leaf.index]));
  const leaves = claimedBehindGates(plan, open);
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
  return { open, leaves, nodes, total };
}

/**
 * Gates judge claims as they judge points, over the leaves that the unit scores itself and does not claim as not
 * applicable; of these a blank one claims what unanswered gives.
 */
function claimedBehindGates(plan: Plan, open: Claimed["open"]): Claimed["leaves"] {
  if (plan.gates.length === 0) return open;
  const results = plan.leaves.map((leaf): LeafResult => {
    const claim = open[leaf.index];
    const own = { reason: undefined, consequence: undefined, held: undefined, ownMax: undefined };
    if (!leaf.selfScored || claim === "not-applicable")
      return { ...own, state: "not-applicable", points: undefined, counts: false };
    return claim === undefined
      ? { ...own, state: "unanswered", points: leaf.least, counts: true }
      : { ...own, state: "scored", points: claim, counts: true };
  });
  return behindGates(plan, results).map(({ state, points }, at) => (state === "scored" ? points : open[at]));
}

function claimedOf(plan: Plan, leaf: Leaf, claim: Claims[number]): Exact | "not-applicable" | undefined {
  if (claim === undefined || claim === "points" || leaf.rule.kind === "relative") return undefined;
  if (claim === "not-applicable") return "not-applicable";
  const given = leaf.compiled(claim);
  if (given.kind === "points") return plan.itemRounded(given.points);
  return given.kind === "empty" ? "not-applicable" : undefined;
}

function itemScores(plan: Plan, evaluation: Evaluation, claimed: Claimed): ItemScore[] {
  return plan.order.map(({ node, leaf }): ItemScore => {
    if (leaf !== undefined) return leafScore(plan, leaf, evaluation, claimed.leaves[leaf.index]);
    if (node === undefined) throw new TypeError("score: the plan is broken");
    const score = { item: node.id } as Mutable<ItemScore>;
    printAmount(plan, elementAt(evaluation.nodes, node.index), score);
    const own = claimed.nodes[node.index];
    if (own !== undefined) score.claimed = rounded(own, plan.places, plan.mode);
    return Object.freeze(score);
  });
}

/** The component index of a leaf, exact; undefined where it is pending or has left the maximum. */
const leafIndex = (
  { max }: Leaf,
  { points, counts, ownMax }: Pick<LeafResult, "points" | "counts" | "ownMax">,
): Exact | undefined => (counts && points !== undefined ? inPercentOf(points, ownMax ?? max) : undefined);

function leafScore(
  plan: Plan,
  leaf: Leaf,
  evaluation: Evaluation,
  claimed: Exact | "not-applicable" | undefined,
): ItemScore {
  const result = elementAt(evaluation.leaves, leaf.index);
  const { state, reason, points, counts, held } = result;
  const score = { item: leaf.id, state } as Mutable<ItemScore>;
  if (reason !== undefined) score.reason = reason;
  if (held !== undefined) score.gate = held.gate.item;
  if (points !== undefined) printPoints(plan, points, score);
  score.maxPoints = appliedMax(leaf, result);
  if (counts && points !== undefined) score.index = leafIndexOf(plan, leaf, points, result.ownMax).rounded;
  if (claimed === undefined) return Object.freeze(score);
  if (claimed === "not-applicable") score.claimed = claimed;
  // What was accepted as it was claimed is printed once.
  else if (points !== undefined && score.points !== undefined && equals(points, claimed))
    score.claimed = score.points;
  else score.claimed = shownPoints(plan, claimed).text;
  return Object.freeze(score);
}

function sourceScore(plan: Plan, evaluation: Evaluation, source: string, at: number): SourceScore {
  const score = { source } as Mutable<SourceScore>;
  printAmount(plan, elementAt(evaluation.sources, at), score);
  return Object.freeze(score);
}

function lineScore(plan: Plan, { kind, id, points }: ExactLine): ScoreLine {
  const score = { kind, id } as Mutable<ScoreLine>;
  printPoints(plan, points, score);
  return Object.freeze(score);
}

/** Prints what a node or source has: rounded points, the fraction where it is short, and the component index. */
function printAmount(plan: Plan, sum: Sum, to: Mutable<ItemScore> | Mutable<SourceScore>): void {
  const { places, mode } = plan;
  if (sum.pending) {
    to.maxPoints = amountOf(plan, sum.max).exact;
    to.bounds = printBounds(plan, sum.low, sum.high);
    return;
  }
  // Nothing applies: no points, not 0 points.
  const applies = compareExact(sum.max, zero) > 0;
  if (applies) {
    to.points = rounded(sum.points, places, mode);
    const fraction = briefFraction(sum.points, places, shownDigits);
    if (fraction !== undefined) to.fraction = fraction;
  }
  to.maxPoints = amountOf(plan, sum.max).exact;
  if (applies) to.index = rounded(inPercentOf(sum.points, sum.max), places, mode);
}

const printBounds = (plan: Plan, low: Exact, high: Exact): Bounds =>
  Object.freeze({ low: rounded(low, plan.places, plan.mode), high: rounded(high, plan.places, plan.mode) });

/** Prints an exact amount: its decimal, or where it does not terminate the rounded decimal and the fraction. */
function printPoints(plan: Plan, value: Exact, to: Mutable<ItemScore> | Mutable<ScoreLine>): void {
  const { text, fraction } = shownPoints(plan, value);
  to.points = text;
  if (fraction !== undefined) to.fraction = fraction;
}

const shownPoints = (plan: Plan, value: Exact): ReturnType<typeof shownExactly> =>
  hundredthsOf(value) === undefined
    ? shownExactly(value, plan.places, plan.mode)
    : { text: amountOf(plan, value).exact, fraction: undefined };

/** Digits up to which a total shows its fraction. */
export const shownDigits = 20;

/** A number, exact and as it is printed. */
export interface Amount {
  /** The exact value: a decimal where that terminates, else a reduced fraction `"17/600"`. */
  readonly exact: string;
  /** The value rounded once, to the places and mode of the set. */
  readonly rounded: Decimal;
}

/** The least and the most that open leaves can still make of an amount. */
export interface AmountBounds {
  /** Every pending leaf at the lesser of 0 and its floor. */
  readonly low: Amount;
  /** Every pending leaf at its maximum. */
  readonly high: Amount;
}

/** Shows an exact value as an amount of a set. */
export function amountOf(plan: Plan, value: Exact): Amount {
  const at = hundredthsOf(value);
  if (at === undefined) return newAmount(plan, value);
  const known = plainAmounts(plan);
  const amount = known[at] ?? newAmount(plan, value);
  known[at] = amount;
  return amount;
}

const newAmount = (plan: Plan, value: Exact): Amount =>
  Object.freeze({ exact: exactText(value), rounded: rounded(value, plan.places, plan.mode) });

/** Amounts by their hundredths: the same few hundred are shown of every unit. At most 10,001 for a plan. */
const plainAmounts = /* @__PURE__ */ memo((_: Plan): Amount[] => []);

/** The component index of a leaf for its points, as an amount. */
export function leafIndexOf(plan: Plan, leaf: Leaf, points: Exact, ownMax?: Exact): Amount {
  if (ownMax !== undefined) return amountOf(plan, inPercentOf(points, ownMax));
  const at = hundredthsOf(points);
  if (at === undefined) return amountOf(plan, inPercentOf(points, leaf.max));
  const known = plainIndexes(leaf);
  const amount = known[at] ?? amountOf(plan, inPercentOf(points, leaf.max));
  known[at] = amount;
  return amount;
}

/** These by the points in hundredths: the same few are shown of every unit. At most 10,001 for a leaf. */
const plainIndexes = /* @__PURE__ */ memo((_: Leaf): Amount[] => []);

/** Shows amounts one after the other. Most of what is shown about a leaf is the same value: it is printed once. */
export function amountsOf(plan: Plan): (value: Exact) => Amount {
  let last: { readonly value: Exact; readonly amount: Amount } | undefined;
  return (value) => {
    if (last === undefined || !isSameFraction(last.value, value))
      last = { value, amount: amountOf(plan, value) };
    return last.amount;
  };
}

/** Shows two ends as bounds. */
export const boundsOf = (plan: Plan, low: Exact, high: Exact): AmountBounds =>
  Object.freeze({ low: amountOf(plan, low), high: amountOf(plan, high) });

/** An amount as a text shows it: as it is printed, without zeros at its end. */
export const shownAmount = ({ rounded: printed }: Amount): string => shortest(printed);

/** The same with its sign, for a difference or a line. */
export const signedAmount = (amount: Amount): string =>
  amount.exact.startsWith("-") || amount.exact === "0" ? shownAmount(amount) : `+${shownAmount(amount)}`;

/** An amount without its sign. */
export const magnitude = ({ exact, rounded: printed }: Amount): Amount => ({
  exact: exact.replace(/^-/, ""),
  rounded: printed.replace(/^-/, ""),
});

/** An amount that rounds to 0 without being 0 gets as many decimals as show it, eight at most. */
export function visible({ exact, rounded: printed }: Amount): Amount {
  const value = readFraction(exact);
  let text = printed;
  for (let places = 2; places <= 8 && exact !== "0" && shortest(text) === "0"; places++)
    text = rounded(value, places, "half-up");
  return { exact, rounded: text };
}

/** Points in a sentence: exact where they have at most four decimals, else rounded. */
export const briefPoints = (points: Amount): string =>
  /^-?\d+(\.\d{1,4})?$/.test(points.exact) ? points.exact : shownAmount(visible(points));

/** A value to be keyed into a calculator: exact where it has no more decimals than these, else so many of them. */
export const toKeyIn = ({ exact }: Pick<Amount, "exact">, places: number): string =>
  !exact.includes("/") && (exact.split(".")[1] ?? "").length <= places
    ? exact
    : rounded(readFraction(exact), places, "half-up");
