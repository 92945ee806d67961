/**
 * The evaluation: from what stands for each leaf to exact points, sums along the tree and along the sources, lines and
 * index. Internal to the score, the explanation and the record, which print it.
 */
import {
  type AppraisedLine,
  type NotApplicableReason,
  notApplicableReasons,
  pendingReasons,
  type Standing,
  unansweredReasons,
} from "./appraisal.ts";
import type { Consequence, Decimal, Facts } from "./criteria-set.ts";
import {
  add,
  compareExact,
  decimal,
  divide,
  type Exact,
  exactText,
  greatest,
  hundred,
  integer,
  isNegative,
  isZero,
  least,
  multiply,
  negate,
  one,
  readFraction,
  subtract,
  sum,
  zero,
} from "./number.ts";
import { elementAt, type Mutable } from "./plain.ts";
import type { Leaf, Plan, PlanGate, PlanLine } from "./plan.ts";

/** The state of a leaf; each leaf of each unit is in exactly one. */
export type LeafState = "scored" | "unanswered" | "not-applicable" | "pending";

/** The reasons why a leaf is in a state that is not plainly scored. */
export const stateReasons = /* @__PURE__ */ (() =>
  [
    ...pendingReasons,
    ...unansweredReasons,
    ...notApplicableReasons,
    "below-least",
    // Pending: whether its gate is open waits for something that is pending.
    "gate",
    // Scored: a closed gate gives it the lesser of 0 and its floor.
    "gated",
  ] as const)();

/** Why a leaf is in a state that is not plainly scored. */
export type StateReason = (typeof stateReasons)[number];

/** What stands for a leaf of any source. */
export type LeafStanding =
  | Standing
  | {
      readonly kind: "share";
      readonly share: Exact;
      readonly reason?: "below-least" | "survey-not-held" | undefined;
    }
  | {
      readonly kind: "exact";
      readonly points: Exact;
      /** The facts of a `relative` leaf, for the explanation. */
      readonly within?: Facts | undefined;
    }
  | {
      /** By what was published: points of a maximum of the unit's own. */
      readonly kind: "published";
      readonly facts: Facts;
      readonly ownMax: Exact;
    };

/** What an evaluation starts from. */
export interface EvaluationInput {
  /** By leaf; a gap is a leaf of a survey or statistic source that nothing was given for. */
  readonly standings: readonly (LeafStanding | undefined)[];
  readonly lines: readonly AppraisedLine[];
  readonly lateDays: number;
}

/** The result of one leaf. */
export interface LeafResult {
  readonly state: LeafState;
  readonly reason: StateReason | undefined;
  /** Undefined where pending, or where it leaves the maximum. */
  readonly points: Exact | undefined;
  /** True where the leaf's maximum is part of the applicable maximum. */
  readonly counts: boolean;
  /** The part of the leaf's maximum that applies to the unit, where that is not the whole. */
  readonly ownMax: Exact | undefined;
  /** Where it does not apply: what that does. */
  readonly consequence: Consequence | undefined;
  /** Where a gate that is not open says what it gives: which, and what. */
  readonly held: HeldLeaf | undefined;
}

/** What a gate does to a leaf behind it. */
export interface HeldLeaf {
  /** The first closed gate in the order of the set; else the first that may be. */
  readonly gate: PlanGate;
  readonly closed: boolean;
  /** The least and the most that the leaf can give while things are as they are. */
  readonly low: Exact;
  readonly high: Exact;
  /** What it would give behind open gates; undefined where it is pending all the same. */
  readonly open: Exact | undefined;
}

/** Sums over the leaves of a node or a source. */
export interface Sum {
  readonly points: Exact;
  readonly max: Exact;
  readonly low: Exact;
  readonly high: Exact;
  readonly pending: boolean;
  /** The maxima that left with `rescale-source`; only of a source. */
  readonly converted: Exact;
}

/** Lines between the sum of the leaves and the result. */
export type LineKind = "conversion" | "bonus" | "penalty" | "late" | "cap";

/** A line with its exact points. */
export interface ExactLine {
  readonly kind: LineKind;
  readonly id: string;
  readonly points: Exact;
  /** Of a cap: what it cut, in points, or of the index in percent. */
  readonly before?: Exact | undefined;
}

/** The way from the leaves to the index. */
export interface Totals {
  /** Sum of the leaves. */
  readonly leaves: Exact;
  /** Applicable maximum by which the index divides. */
  readonly max: Exact;
  readonly lines: readonly ExactLine[];
  /** Leaves and lines together. */
  readonly result: Exact;
  /** Undefined where nothing applies. */
  readonly index: Exact | undefined;
}

/** Everything that a score prints, exact. */
export interface Evaluation {
  readonly leaves: readonly LeafResult[];
  readonly nodes: readonly Sum[];
  readonly sources: readonly Sum[];
  readonly totals: Totals;
  readonly pending: boolean;
  readonly refused: boolean;
  readonly bounds?: { readonly low: Totals; readonly high: Totals } | undefined;
}

/** Evaluates what stands for one unit. */
export function evaluate(plan: Plan, input: EvaluationInput): Evaluation {
  const leaves = leafResults(plan, input.standings);
  const { pending, refused } = opennessOf(plan, leaves);
  const sources = sourceSums(plan, leaves);
  const extra = extraOf(plan, input);
  const totals = totalsOf(plan, sources, sources.map(pending ? lowEnd : settledPoints), extra);
  return {
    leaves,
    nodes: nodeSums(plan, leaves),
    sources,
    totals,
    pending,
    refused,
    bounds: pending ? { low: totals, high: totalsOf(plan, sources, sources.map(highEnd), extra) } : undefined,
  };
}

/** The results of all leaves, in the order of the set. */
export function leafResults(plan: Plan, standings: EvaluationInput["standings"]): readonly LeafResult[] {
  const results: LeafResult[] = new Array(plan.leaves.length);
  for (const leaf of plan.leaves) results[leaf.index] = leafResult(plan, leaf, standings[leaf.index]);
  return behindGates(plan, results);
}

/** What the gates of a set make of results; the very list where there are none. */
export function behindGates(
  { gates }: Pick<Plan, "gates">,
  results: readonly LeafResult[],
): readonly LeafResult[] {
  if (gates.length === 0) return results;
  const held = [...results];
  const asked = new Map<string, Sum>();
  const shut = new Map<Leaf, Pick<HeldLeaf, "gate" | "closed">>();
  for (const gate of gates) {
    const value = asked.get(gate.item) ?? askedSum(gate, held);
    asked.set(gate.item, value);
    const opening = openingOf(gate, value);
    if (opening === "open") continue;
    const closed = opening === "closed";
    for (const leaf of gate.behind) {
      const before = shut.get(leaf);
      // Of gates before one leaf those of an outer item come first, whatever else waits for what they ask.
      const isFirst = before === undefined || (closed && !before.closed);
      const own = results[leaf.index];
      if (!isFirst || own === undefined) continue;
      shut.set(leaf, { gate, closed });
      held[leaf.index] = heldResult(leaf, own, gate, closed);
    }
  }
  return held;
}

/** What the item of a gate has; without the leaves that the plan leaves out. */
function askedSum({ asked }: PlanGate, results: readonly (LeafResult | undefined)[]): Sum {
  const total = emptySum();
  for (const leaf of asked) {
    const result = results[leaf.index];
    if (result !== undefined) addLeaf(total, leaf, result);
  }
  return settle(total);
}

/** Open where the item reaches the bound or nothing of it applies; undecided where that waits for something pending. */
function openingOf(gate: PlanGate, value: Sum): "open" | "closed" | "undecided" {
  if (isZero(value.max) || reachesBound(gate, lowEnd(value), value.max)) return "open";
  return reachesBound(gate, highEnd(value), value.max) ? "undecided" : "closed";
}

/** Whether points reach a bound in percent of their maximum, compared exactly. */
export function reachesBound(
  { bound, strict }: Pick<PlanGate, "bound" | "strict">,
  points: Exact,
  max: Exact,
): boolean {
  const order = compareExact(multiply(points, hundred), multiply(bound, max));
  return strict ? order > 0 : order >= 0;
}

function heldResult(leaf: Leaf, own: LeafResult, gate: PlanGate, closed: boolean): LeafResult {
  const { points } = own;
  const low = leaf.least;
  if (own.state === "pending") {
    // What is found not to apply is not held back by a gate, so that it may still come to its maximum, or leave it.
    const high = leaf.notApplicable === undefined ? low : leaf.max;
    return closed ? { ...own, held: { gate, closed, low, high, open: undefined } } : own;
  }
  if (own.state !== "scored" || points === undefined) return own;
  return closed
    ? { ...own, reason: "gated", points: low, held: { gate, closed, low, high: low, open: points } }
    : {
        ...own,
        state: "pending",
        reason: "gate",
        points: undefined,
        held: { gate, closed, low, high: greatest(low, points), open: points },
      };
}

const settledPoints = ({ points }: Sum): Exact => points;

/** The points of a sum, or the least that they can come to. */
export const lowEnd = ({ pending, points, low }: Sum): Exact => (pending ? low : points);

/** The points of a sum, or the most that they can come to. */
export const highEnd = ({ pending, points, high }: Sum): Exact => (pending ? high : points);

/** Whether something is pending, and whether the set refuses the assessment because something is unanswered. */
export function opennessOf(
  plan: Plan,
  leaves: readonly LeafResult[],
): { readonly pending: boolean; readonly refused: boolean } {
  const refuses = plan.set.policies.unanswered === "refused";
  let pending = false;
  let refused = false;
  for (const { state } of leaves) {
    if (state === "pending") pending = true;
    else if (refuses && state === "unanswered") refused = true;
  }
  return { pending, refused };
}

/** The result of one leaf from what stands for it. */
export function leafResult(plan: Plan, leaf: Leaf, standing: LeafStanding | undefined): LeafResult {
  if (standing === undefined) return open(leaf.source.kind === "survey" ? "survey" : "statistic");
  switch (standing.kind) {
    case "facts": {
      const given = leaf.compiled(standing.facts);
      if (given.kind === "points") return scored(plan, given.points, undefined);
      return open(given.kind === "empty" ? "claim" : "relative");
    }
    case "published": {
      const given = leaf.compiled(standing.facts);
      return given.kind === "points"
        ? scored(plan, given.points, undefined, standing.ownMax)
        : open("statistic");
    }
    case "points":
      return scored(plan, readFraction(standing.points), undefined);
    case "exact":
      return scored(plan, standing.points, undefined);
    case "share":
      return scored(plan, multiply(standing.share, leaf.max), standing.reason);
    case "unanswered":
      return {
        state: "unanswered",
        reason: standing.reason,
        points: leaf.least,
        counts: true,
        ownMax: undefined,
        consequence: undefined,
        held: undefined,
      };
    case "pending":
      return open(standing.reason);
    case "not-applicable":
      return notApplicable(leaf, standing.reason, consequenceOf(leaf, standing.reason));
  }
}

// All results have one shape, keys in one order: a round has hundreds of thousands, and every reader of them is quicker
// for it.

const open = (reason: StateReason): LeafResult => ({
  state: "pending",
  reason,
  points: undefined,
  counts: true,
  ownMax: undefined,
  consequence: undefined,
  held: undefined,
});

const scored = (
  plan: Plan,
  points: Exact,
  reason: StateReason | undefined,
  ownMax: Exact | undefined = undefined,
): LeafResult => ({
  state: "scored",
  reason,
  points: plan.itemRounded(points),
  counts: true,
  ownMax,
  consequence: undefined,
  held: undefined,
});

/** No survey held with `rescale`: its leaves leave the maximum and the rest is brought to 100. */
const consequenceOf = (leaf: Leaf, reason: NotApplicableReason): Consequence =>
  reason === "survey-not-held" ? "rescale" : (leaf.notApplicable ?? "rescale");

/** Whether a leaf that does not apply stays in the applicable maximum all the same. */
export const keepsMaximum = (consequence: Consequence | undefined): boolean =>
  consequence === "full" || consequence === "zero";

function notApplicable(leaf: Leaf, reason: NotApplicableReason, consequence: Consequence): LeafResult {
  const counts = keepsMaximum(consequence);
  const points = consequence === "full" ? leaf.max : consequence === "zero" ? zero : undefined;
  return { state: "not-applicable", reason, points, counts, ownMax: undefined, consequence, held: undefined };
}

/** What applies of the maximum of a leaf, as text. */
export const appliedMax = (
  { item }: Leaf,
  { counts, ownMax }: Pick<LeafResult, "counts" | "ownMax">,
): Decimal => (!counts ? "0" : ownMax === undefined ? item.maxPoints : exactText(ownMax));

const emptySum = (): Mutable<Sum> => ({
  points: zero,
  max: zero,
  low: zero,
  high: zero,
  pending: false,
  converted: zero,
});

/** What a sum takes from a leaf, and from what stands for it. */
type SummedLeaf = Pick<Leaf, "max" | "least">;
type SummedResult = Pick<LeafResult, "points" | "counts" | "consequence"> & {
  readonly ownMax?: Exact | undefined;
  readonly held?: Pick<HeldLeaf, "low" | "high"> | undefined;
};

/** The sum over leaves of which no more is known than a sealed record says. */
export function sumOver(leaves: readonly (SummedLeaf & SummedResult)[]): Sum {
  const total = emptySum();
  for (const leaf of leaves) addLeaf(total, leaf, leaf);
  return settle(total);
}

function addLeaf(to: Mutable<Sum>, leaf: SummedLeaf, result: SummedResult): void {
  if (!result.counts) {
    if (result.consequence === "rescale-source") to.converted = add(to.converted, leaf.max);
    return;
  }
  to.max = add(to.max, result.ownMax ?? leaf.max);
  if (result.points === undefined) {
    to.pending = true;
    to.low = add(to.low, result.held?.low ?? leaf.least);
    to.high = add(to.high, result.held?.high ?? leaf.max);
  } else {
    to.points = add(to.points, result.points);
  }
}

function addSum(to: Mutable<Sum>, from: Mutable<Sum>): void {
  to.points = add(to.points, from.points);
  to.max = add(to.max, from.max);
  if (!from.pending) return;
  to.low = add(to.low, from.low);
  to.high = add(to.high, from.high);
  to.pending = true;
}

/** The bounds of a sum are what is settled and what is open at its least or most. */
function settle(sum: Mutable<Sum>): Sum {
  if (!sum.pending) return sum;
  sum.low = add(sum.points, sum.low);
  sum.high = add(sum.points, sum.high);
  return sum;
}

/** Node = exact sum of its children: leaves into their parents, then nodes into theirs, from the last to the first. */
function nodeSums(plan: Plan, results: readonly LeafResult[]): readonly Sum[] {
  const sums = plan.nodes.map(emptySum);
  for (const leaf of plan.leaves) {
    const parent = leaf.above[leaf.above.length - 1];
    if (parent !== undefined) addLeaf(elementAt(sums, parent), leaf, elementAt(results, leaf.index));
  }
  for (let at = plan.nodes.length - 1; at >= 0; at--) {
    const parent = plan.nodes[at]?.parent;
    if (parent !== undefined) addSum(elementAt(sums, parent), elementAt(sums, at));
  }
  return sums.map(settle);
}

/** Sums along the sources, over the leaves of the plan alone; each result stands at the position of its leaf. */
export function sourceSums(
  plan: Pick<Plan, "set" | "leaves">,
  results: readonly LeafResult[],
): readonly Sum[] {
  const sums = plan.set.sources.map(emptySum);
  for (const leaf of plan.leaves)
    addLeaf(elementAt(sums, leaf.sourceIndex), leaf, elementAt(results, leaf.index));
  return sums.map(settle);
}

/** What a source has of its maximum: what applies, and what left with `rescale-source`. */
interface SourceMax {
  readonly max: Exact;
  readonly converted: Exact;
}

/** What a set declares for the way from its sources to the index; a plan has it, and so has a sealed record. */
export type Whole = Pick<Plan, "max" | "limits" | "sourceIds">;

/** The conversion line of a source: points × (declared ÷ applicable − 1), that is points × what left ÷ what stays. */
export const conversionOf = (points: Exact, { max, converted }: SourceMax): Exact =>
  divide(multiply(points, converted), max);

/**
 * What one point of a source is worth once its conversion is counted: declared ÷ applicable maximum, 1 where nothing of
 * it applies.
 */
export const worthOf = ({ max, converted }: SourceMax): Exact =>
  isZero(max) || isZero(converted) ? one : divide(add(max, converted), max);

/**
 * From the points of each source to the index. No step turns more points into less, so that points between two values
 * give an index between those of the two: the fast way of `indexes` rests on it.
 */
export function totalsOf(
  whole: Whole,
  sources: readonly SourceMax[],
  points: readonly Exact[],
  extra: Extra,
): Totals {
  const lines: ExactLine[] = [];
  let leaves = zero;
  let applicable = zero;
  let conversions = zero;
  for (let at = 0; at < sources.length; at++) {
    const own = elementAt(points, at);
    const { max, converted } = elementAt(sources, at);
    leaves = add(leaves, own);
    // A source of which nothing applies leaves the whole, as in `rescale`.
    if (isZero(max)) continue;
    applicable = add(applicable, add(max, converted));
    if (isZero(converted)) continue;
    const conversion = conversionOf(own, { max, converted });
    conversions = add(conversions, conversion);
    lines.push({ kind: "conversion", id: whole.sourceIds[at] ?? "", points: conversion });
  }
  lines.push(...extra.lines);
  const base = add(leaves, conversions);
  const result = add(base, extra.points);
  if (isZero(applicable)) return { leaves, max: applicable, lines, result, index: undefined };
  const free = add(inPercentOf(base, applicable), extra.percent);
  const index = limitedIndex(whole, free);
  if (index === free) return { leaves, max: applicable, lines, result, index };
  const cap = limitLine(whole, free, index);
  lines.push(cap);
  return { leaves, max: applicable, lines, result: add(result, cap.points), index };
}

/** Points in percent of a maximum: the index of an item or source, and what a term adds to that of the unit. */
export const inPercentOf = (points: Exact, max: Exact): Exact => divide(multiply(points, hundred), max);

/** A term of the index: points over the maximum by which they are divided. */
export interface ExactTerm extends Pick<ExactLine, "points"> {
  /** The line; undefined: the leaves with their conversions. */
  readonly line?: ExactLine | undefined;
  readonly max: Exact;
}

/** The index as a sum: leaves and conversions over the applicable maximum, every other line over the declared one. */
export function indexTerms(
  whole: Pick<Whole, "max">,
  { leaves, lines, max }: Pick<Totals, "leaves" | "lines" | "max">,
): readonly ExactTerm[] {
  const converted = lines.flatMap((line) => (line.kind === "conversion" ? line.points : []));
  const beside = lines.filter(({ kind }) => kind !== "conversion");
  return [
    { points: sum([leaves, ...converted]), max },
    ...beside.map((line): ExactTerm => ({ line, points: line.points, max: whole.max })),
  ];
}

/** The exact index that its terms come to. */
export const indexOfTerms = (terms: readonly ExactTerm[]): Exact =>
  sum(terms.map(({ points, max }) => inPercentOf(points, max)));

/** What is added beside the tree: the same whatever the leaves give. */
export interface Extra {
  /** Bonus, penalty and late lines with the caps that bite, in their order. */
  readonly lines: readonly ExactLine[];
  /** Their sum. */
  readonly points: Exact;
  /** The sum in percent of the declared maximum: what does not apply never enlarges a bonus. */
  readonly percent: Exact;
}

/** The lines beside the tree, and their sum. */
export function extraOf(plan: Plan, input: Pick<EvaluationInput, "lines" | "lateDays">): Extra {
  if (input.lines.length === 0 && input.lateDays <= 0) return noExtra;
  const lines: ExactLine[] = [];
  const bonus = cappedLines(plan, "bonus", input.lines, lines);
  const penalty = cappedLines(plan, "penalty", input.lines, lines);
  const late = lateCharge(plan, input.lateDays);
  if (!isZero(late)) lines.push({ kind: "late", id: "late", points: negate(late) });
  const points = subtract(subtract(bonus, penalty), late);
  return { lines, points, percent: inPercentOf(points, plan.max) };
}

const noExtra: Extra = { lines: [], points: zero, percent: zero };

function cappedLines(
  plan: Plan,
  kind: "bonus" | "penalty",
  decided: EvaluationInput["lines"],
  lines: ExactLine[],
): Exact {
  const signed = (value: Exact): Exact => (kind === "bonus" ? value : negate(value));
  let total = zero;
  for (const { item, standing } of decided) {
    const line = plan.lineOf.get(item);
    if (line === undefined || line.kind !== kind) continue;
    const points = linePoints(plan, line, standing);
    lines.push({ kind, id: line.id, points: signed(points) });
    total = add(total, points);
    if (line.cap !== undefined && compareExact(points, line.cap) > 0) {
      lines.push({ kind: "cap", id: line.id, points: signed(subtract(line.cap, points)), before: points });
      total = add(total, subtract(line.cap, points));
    }
  }
  const cap = plan.caps[kind];
  if (cap === undefined || compareExact(total, cap) <= 0) return total;
  lines.push({ kind: "cap", id: kind, points: signed(subtract(cap, total)), before: total });
  return cap;
}

/** The points of a bonus or penalty line before any cap, 0 or more. */
export function linePoints(plan: Plan, line: PlanLine, standing: AppraisedLine["standing"]): Exact {
  if (standing.kind === "points") return plan.itemRounded(readFraction(standing.points));
  const given = line.compiled(standing.facts);
  return given.kind === "points" ? plan.itemRounded(given.points) : zero;
}

/** The charge for a late self-assessment, in points, 0 or more. */
function lateCharge(plan: Plan, days: number): Exact {
  const { late } = plan.set.policies;
  if (days <= 0) return zero;
  if (late.kind === "flat") return decimal(late.points);
  if (late.kind !== "per-day") return zero;
  const charge = multiply(decimal(late.points), integer(days));
  return late.cap === undefined ? charge : least(charge, decimal(late.cap));
}

/** An index within the declared limits: the very value that was given where none of them bites. */
export function limitedIndex({ limits: { max, min } }: Pick<Whole, "limits">, index: Exact): Exact {
  const raised = min === undefined ? index : greatest(index, min);
  return max === undefined ? raised : least(raised, max);
}

/** The line of a limit that bites: the difference, in points of the declared maximum. */
function limitLine({ max }: Whole, before: Exact, index: Exact): ExactLine {
  const points = divide(multiply(subtract(index, before), max), hundred);
  return { kind: "cap", id: isNegative(points) ? "max" : "min", points, before };
}

/** Tells whether a line is that of a limit of the index. */
export const isLimitLine = ({ kind, id }: Pick<ExactLine, "kind" | "id">): boolean =>
  kind === "cap" && (id === "max" || id === "min");

/** What an evaluation is as a whole. */
export type EvaluationState = "complete" | "provisional" | "refused" | "not-applicable";

/** What a score can be, the strongest reason first; all but `complete` are without an index. */
export function stateOf({
  refused,
  pending,
  totals,
}: {
  readonly refused: boolean;
  readonly pending: boolean;
  readonly totals: Pick<Totals, "index">;
}): EvaluationState {
  if (refused) return "refused";
  if (pending) return "provisional";
  return totals.index === undefined ? "not-applicable" : "complete";
}
