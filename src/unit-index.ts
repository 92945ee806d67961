/**
 * The index of one unit and what decides its place, without its score (design 3.2, 3.3, 3.10). Standings, rules and
 * totals are those of the score. Only the sums are made another way: enclosed between two points of a grid, and exactly
 * where its two ends do not print the same. Since no step from the sums to the index turns more points into less
 * (`totalsOf`), what both ends print is what the exact sum prints.
 */
import type { Decimal } from "./criteria-set.ts";
import {
  type EvaluationInput,
  type LeafResult,
  leafResults,
  stateOf,
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
  roundedExact,
  subtract,
  sum,
  zero,
} from "./number.ts";
import type { Leaf, Plan } from "./plan.ts";
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
  const leaves = leafResults(plan, input.standings);
  const { pending, refused } = stateOf(plan, leaves);
  if (refused) return without.refused;
  if (pending) return without.provisional;
  const sources = sourceSums(plan, leaves);
  const index = publishedIndex(plan, leaves, sources, input);
  if (index === undefined) return without.notApplicable;
  const { on, tieBreakers } = plan.set.ranking;
  const value = on === "exact" ? exactTotals(plan, leaves, sources, input).index : decimal(index);
  const keys = [value];
  tieBreakers.forEach(({ by, id, exact }, at) => {
    const own = plan.breakers[at] ?? [];
    const source = by === "source" ? plan.set.sources.findIndex((it) => it.id === id) : -1;
    keys.push(breakerKey(plan, leaves, own, exact, sources[source] ?? enclosedPoints(leaves, own)));
  });
  return { state: "complete", index, keys };
}

const without = {
  refused: { state: "refused", index: undefined, keys: [] },
  provisional: { state: "provisional", index: undefined, keys: [] },
  notApplicable: { state: "not-applicable", index: undefined, keys: [] },
} as const satisfies Record<string, UnitIndex>;

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

function sourceSums(plan: Plan, leaves: readonly LeafResult[]): readonly SourceSum[] {
  const sums = plan.sourceMaxima.map(
    (max): SourceSum => ({ max, converted: zero, points: enclosedSum(), applies: false }),
  );
  for (const { index, sourceIndex, max } of plan.leaves) {
    const to = sums[sourceIndex] as SourceSum;
    const { counts, points, consequence } = leaves[index] as LeafResult;
    if (!counts) {
      to.max = subtract(to.max, max);
      if (consequence === "rescale-source") to.converted = add(to.converted, max);
    }
    if (points === undefined) continue;
    to.applies = true;
    enclose(to.points, points);
  }
  return sums;
}

function enclosedPoints(results: readonly LeafResult[], leaves: readonly Leaf[]): EnclosedPoints {
  const it: EnclosedPoints = { points: enclosedSum(), applies: false };
  for (const { index } of leaves) {
    const points = results[index]?.points;
    if (points === undefined) continue;
    it.applies = true;
    enclose(it.points, points);
  }
  return it;
}

function publishedIndex(
  plan: Plan,
  leaves: readonly LeafResult[],
  sources: readonly SourceSum[],
  input: EvaluationInput,
): Decimal | undefined {
  const low = printed(
    plan,
    totalsOf(
      plan,
      sources,
      sources.map(({ points }) => lowEndOf(points)),
      input,
    ),
  );
  if (sources.every(({ points }) => points.cut === 0)) return low;
  const ends = sources.flatMap(({ points }) => highEndOf(points) ?? []);
  if (ends.length === sources.length && printed(plan, totalsOf(plan, sources, ends, input)) === low)
    return low;
  return printed(plan, exactTotals(plan, leaves, sources, input));
}

const printed = (plan: Plan, { index }: Totals): Decimal | undefined =>
  index === undefined ? undefined : rounded(index, plan.places, plan.mode);

function exactTotals(
  plan: Plan,
  leaves: readonly LeafResult[],
  sources: readonly SourceSum[],
  input: EvaluationInput,
): Totals {
  const points: Exact[] = sources.map(() => zero);
  for (const { index, sourceIndex } of plan.leaves)
    points[sourceIndex] = add(points[sourceIndex] as Exact, leaves[index]?.points ?? zero);
  return totalsOf(plan, sources, points, input);
}

/** The points of the leaves by which ties are broken; undefined where nothing of them applies. */
function breakerKey(
  plan: Plan,
  results: readonly LeafResult[],
  leaves: readonly Leaf[],
  exact: boolean,
  { points, applies }: EnclosedPoints,
): Exact | undefined {
  if (!applies) return undefined;
  const printed = exact ? undefined : roundedSum(plan, points);
  if (printed !== undefined) return decimal(printed);
  const total = sum(leaves.map(({ index }) => results[index]?.points ?? zero));
  return exact ? total : roundedExact(total, plan.places, plan.mode);
}

/** A sum as both of its ends print it; undefined where they differ. */
function roundedSum({ places, mode }: Plan, enclosed: EnclosedSum): Decimal | undefined {
  const low = rounded(lowEndOf(enclosed), places, mode);
  if (enclosed.cut === 0) return low;
  const high = highEndOf(enclosed);
  return high !== undefined && rounded(high, places, mode) === low ? low : undefined;
}
