/**
 * The index of one unit and what decides its place, without its score (design 3.2, 3.3, 3.10). Standings, rules and
 * totals are those of the score. Only the sums are made another way: enclosed between two points of a grid, and exactly
 * where its two ends do not print the same. Since no step from the sums to the index turns more points into less
 * (`totalsOf`), what both ends print is what the exact sum prints.
 */
import type { Decimal } from "./criteria-set.ts";
import {
  type EvaluationInput,
  type Extra,
  extraOf,
  type LeafResult,
  leafResult,
  leafResults,
  type Totals,
  totalsOf,
} from "./evaluation.ts";
import {
  add,
  decimal,
  type EnclosedSum,
  type Exact,
  enclose,
  enclosedSum,
  highEndOf,
  lowEndOf,
  rounded,
  subtract,
  zero,
} from "./number.ts";
import type { Breaker, Leaf, Plan } from "./plan.ts";
import { breakerKey } from "./ranking.ts";
import type { Score } from "./result.ts";

/** What there is to know of a unit's index. */
export interface UnitIndex {
  readonly state: Score["state"];
  /** The published index; only where the state is `complete`. */
  readonly index: Decimal | undefined;
  /** The ranked value, then the tie-breakers; empty where there is no index. */
  readonly keys: readonly (Exact | undefined)[];
}

/** Computes the index of one unit from where its leaves stand. */
export function unitIndex(plan: Plan, input: EvaluationInput): UnitIndex {
  const relative = plan.relative.map(({ index }) => input.standings[index]);
  return indexOfSums(
    plan,
    ownSums(plan, input.standings),
    relative,
    extraOf(plan, input),
    () => input.standings,
  );
}

/** The leaves of one source: what applies, what left with `rescale-source`, and the points, enclosed. */
interface SourceSum extends EnclosedPoints {
  max: Exact;
  converted: Exact;
}

/** The points of some leaves, enclosed. */
interface EnclosedPoints {
  readonly points: EnclosedSum;
  /** True where at least one of the leaves has points. */
  applies: boolean;
}

/** The sums over a unit's leaves from which its index is made. */
interface Sums {
  pending: boolean;
  refused: boolean;
  readonly sources: readonly SourceSum[];
  /** Of the tie-breakers that are items; those that are sources have the sums of these. */
  readonly breakers: readonly (EnclosedPoints | undefined)[];
}

/** Sums over the leaves whose points do not depend on the group: a unit keeps them when its group changes (design 3.12). */
export type OwnSums = Readonly<Sums>;

/** Adds up the leaves that are not `relative`. */
export function ownSums(plan: Plan, standings: EvaluationInput["standings"]): OwnSums {
  const results = leafResults(plan, standings);
  const sums: Sums = {
    pending: false,
    refused: false,
    sources: plan.sourceMaxima.map(
      (max): SourceSum => ({ max, converted: zero, points: enclosedSum(), applies: false }),
    ),
    breakers: plan.breakers.map(({ leaves, sourceIndex }) =>
      sourceIndex === undefined ? enclosedPoints(results, leaves) : undefined,
    ),
  };
  for (const leaf of plan.leaves)
    if (leaf.rule.kind !== "relative") addResult(plan, sums, leaf, results[leaf.index] as LeafResult);
  return sums;
}

function addResult(plan: Plan, sums: Sums, leaf: Leaf, result: LeafResult): void {
  const { state, counts, points, consequence } = result;
  if (state === "pending") sums.pending = true;
  else if (state === "unanswered" && plan.set.policies.unanswered === "refused") sums.refused = true;
  const to = sums.sources[leaf.sourceIndex] as SourceSum;
  if (!counts) {
    to.max = subtract(to.max, leaf.max);
    if (consequence === "rescale-source") to.converted = add(to.converted, leaf.max);
  }
  if (points !== undefined) addPoints(to, points);
}

function addPoints(to: EnclosedPoints, points: Exact): void {
  to.applies = true;
  enclose(to.points, points);
}

function enclosedPoints(results: readonly LeafResult[], leaves: readonly Leaf[]): EnclosedPoints {
  const it: EnclosedPoints = { points: enclosedSum(), applies: false };
  for (const { index, rule } of leaves) {
    const points = results[index]?.points;
    if (points !== undefined && rule.kind !== "relative") addPoints(it, points);
  }
  return it;
}

/** The same sums with the `relative` leaves of the unit in them. */
function withRelative(plan: Plan, own: OwnSums, relative: EvaluationInput["standings"]): Sums {
  const copy = <T extends EnclosedPoints>(it: T): T => ({ ...it, points: { ...it.points } });
  const sums: Sums = {
    ...own,
    sources: own.sources.map(copy),
    breakers: own.breakers.map((it) => it && copy(it)),
  };
  for (const [at, leaf] of plan.relative.entries()) {
    const result = leafResult(plan, leaf, relative[at]);
    addResult(plan, sums, leaf, result);
    sums.breakers.forEach((it, breaker) => {
      if (it !== undefined && result.points !== undefined && plan.breakers[breaker]?.leaves.includes(leaf))
        addPoints(it, result.points);
    });
  }
  return sums;
}

/**
 * The index from the sums of a unit's own leaves and where its `relative` leaves stand, in the order of the plan's.
 * `standings` gives all leaves, for the sums that their ends do not settle.
 */
export function indexOfSums(
  plan: Plan,
  own: OwnSums,
  relative: EvaluationInput["standings"],
  extra: Extra,
  standings: () => EvaluationInput["standings"],
): UnitIndex {
  const sums = plan.relative.length === 0 ? own : withRelative(plan, own, relative);
  if (sums.refused) return without.refused;
  if (sums.pending) return without.provisional;
  const { sources } = sums;
  const results = (): readonly LeafResult[] => leafResults(plan, standings());
  const index = publishedIndex(plan, sources, extra, results);
  if (index === undefined) return without.notApplicable;
  const isExact = plan.set.ranking.on === "exact";
  const keys = [isExact ? exactTotals(plan, results(), sources, extra).index : decimal(index)];
  plan.breakers.forEach((breaker, at) => {
    const enclosed = sums.breakers[at] ?? (sources[breaker.sourceIndex ?? -1] as SourceSum);
    keys.push(enclosedKey(plan, breaker, results, enclosed));
  });
  return { state: "complete", index, keys };
}

const without = {
  refused: { state: "refused", index: undefined, keys: [] },
  provisional: { state: "provisional", index: undefined, keys: [] },
  notApplicable: { state: "not-applicable", index: undefined, keys: [] },
} as const satisfies Record<string, UnitIndex>;

function publishedIndex(
  plan: Plan,
  sources: readonly SourceSum[],
  extra: Extra,
  results: () => readonly LeafResult[],
): Decimal | undefined {
  const low = printed(
    plan,
    totalsOf(
      plan,
      sources,
      sources.map(({ points }) => lowEndOf(points)),
      extra,
    ),
  );
  if (sources.every(({ points }) => points.cut === 0)) return low;
  const ends = sources.flatMap(({ points }) => highEndOf(points) ?? []);
  if (ends.length === sources.length && printed(plan, totalsOf(plan, sources, ends, extra)) === low)
    return low;
  return printed(plan, exactTotals(plan, results(), sources, extra));
}

const printed = (plan: Plan, { index }: Totals): Decimal | undefined =>
  index === undefined ? undefined : rounded(index, plan.places, plan.mode);

function exactTotals(
  plan: Plan,
  leaves: readonly LeafResult[],
  sources: readonly SourceSum[],
  extra: Extra,
): Totals {
  const points: Exact[] = sources.map(() => zero);
  for (const { index, sourceIndex } of plan.leaves)
    points[sourceIndex] = add(points[sourceIndex] as Exact, leaves[index]?.points ?? zero);
  return totalsOf(plan, sources, points, extra);
}

/** The points by which ties are broken, from the ends of their sum where these settle it. */
function enclosedKey(
  plan: Plan,
  breaker: Breaker,
  results: () => readonly LeafResult[],
  { points, applies }: EnclosedPoints,
): Exact | undefined {
  if (!applies) return undefined;
  const settled = breaker.exact ? undefined : roundedSum(plan, points);
  if (settled !== undefined) return decimal(settled);
  const all = results();
  return breakerKey(
    plan,
    breaker,
    breaker.leaves.flatMap(({ index }) => all[index]?.points ?? []),
  );
}

/** A sum as both of its ends print it; undefined where they differ. */
function roundedSum({ places, mode }: Plan, enclosed: EnclosedSum): Decimal | undefined {
  const low = rounded(lowEndOf(enclosed), places, mode);
  if (enclosed.cut === 0) return low;
  const high = highEndOf(enclosed);
  return high !== undefined && rounded(high, places, mode) === low ? low : undefined;
}
