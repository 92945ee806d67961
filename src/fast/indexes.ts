/**
 * The indexes and places of a round, without its scores: for a run that is repeated many times or holds many units.
 * They are those of `assess`, to the last digit; what each point comes from is left out. Standings, rules, totals and
 * places are those of the score. Only the sums are made another way: enclosed between two points of a grid, and exactly
 * where its two ends do not print the same. Since no step from the sums to the index turns more points into less
 * (`totalsOf`), what both ends print is what the exact sum prints.
 */
import { assertUntil, type Until } from "../appraisal.ts";
import type { CriteriaSet, Decimal } from "../criteria-set.ts";
import {
  type EvaluationInput,
  type Extra,
  extraOf,
  type LeafResult,
  leafResult,
  leafResults,
  opennessOf,
  sourceSums,
  stateOf,
  type Totals,
  totalsOf,
} from "../evaluation.ts";
import type { Issue } from "../issue.ts";
import {
  add,
  decimal,
  type EnclosedSum,
  type Exact,
  enclose,
  enclosedSum,
  highEndOf,
  isSettled,
  lowEndOf,
  rounded,
  subtract,
  zero,
} from "../number.ts";
import { assertOptions, byCodeUnit, elementAt, type Mutable, memo, memoWhile } from "../plain.ts";
import { type Breaker, type Leaf, type Plan, planOf } from "../plan.ts";
import { breakerKey, type Keyed, placesByUnit } from "../ranking.ts";
import type { Readable, RoundInput } from "../round/input.ts";
import { judgeRound } from "../round/read.ts";
import type { Round, Unit, UnitToken } from "../round.ts";
import type { Score } from "../score.ts";
import {
  areSameGroups,
  groupsOf,
  type PreparedRound,
  preparedRound,
  resultsMade,
  type UnitStandings,
  type UnrankedReason,
  unitStandings,
} from "../units.ts";
import { madeBy } from "../version.ts";

/** How far the process is followed. */
export interface IndexesOptions {
  /** A stage or a day, inclusive; `"self"`: as self-assessed; absent: to the end. */
  readonly until?: Until | undefined;
}

/** The index of one unit, and its place in its group. */
export interface IndexedUnit {
  /** The id of the unit. */
  readonly unit: string;
  /** The id of its group. */
  readonly group: string;
  /** The state of its score; where it has none, the reason for which it is listed apart. */
  readonly state: Score["state"] | UnrankedReason;
  /** The published index in %, rounded once; only where the state is `complete` or `uncertain`. */
  readonly index?: Decimal | undefined;
  /** The place in its group, from 1; absent without an index, and for an exempt unit. */
  readonly place?: number | undefined;
}

/** What `indexes` gives. */
export interface Indexes {
  /** The format of results: 1. */
  readonly format: 1;
  /** Name and version of the library that made it. */
  readonly library: string;
  /** The id of the criteria set. */
  readonly set: string;
  /** Its edition. */
  readonly edition: number;
  /** The point in the process; absent: after everything. */
  readonly until?: Until | undefined;
  /** Every unit of the round, by id. */
  readonly units: readonly IndexedUnit[];
  /** Everything that is wrong with the round's data, or worth a look. */
  readonly issues: readonly Issue[];
}

/**
 * Computes the index and the place of every unit of a round, and nothing else.
 *
 * Index, place and state of each unit are those of `assess`; ties share the better place as the set says. It takes a
 * fraction of the time and memory of `assess`, because no points are printed.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param round The round, as `readRound` gave it, or as parsed from JSON: then it is judged first.
 * @param options How far the process is followed.
 *
 * @returns The units by id, and all issues, frozen. A round whose frame cannot be used gives its issues alone.
 *
 * @throws TypeError if the set was not read by `readCriteriaSet`; RangeError if `until` is neither a stage nor a day.
 *
 * @example
 * ```ts
 * import { indexes, readRound } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * import file from "par-index/examples/published/binh-duong/district/2017.1.json" with { type: "json" };
 * const set = criteriaSet("binh-duong/district/2017");
 * const { units } = indexes(set, readRound(set, file));
 * units.find(({ place }) => place === 1); // => { unit: 'thu-dau-mot', group: 'district', state: 'complete', index: '84.58', place: 1 }
 * ```
 */
export function indexes(
  set: CriteriaSet,
  round: Round | Readable<RoundInput>,
  options: IndexesOptions = {},
): Indexes {
  const plan = planOf(set, "indexes");
  assertOptions(options, ["until"], "indexes");
  const { until } = options;
  assertUntil(until, "indexes");
  const judged = judgeRound(set, round);
  const { issues } = judged;
  const head = { ...madeBy, set: set.id, edition: set.edition, ...(until === undefined ? {} : { until }) };
  if (judged.fatal) return Object.freeze({ ...head, units: Object.freeze([]), issues });
  const prepared = preparedRound(plan, judged, until);
  const units: Mutable<IndexedUnit>[] = [];
  const ranked = new Map<string, Keyed[]>(set.groups.map(({ id }) => [id, []]));
  for (const unit of prepared.index.units) {
    const { id, group, exempt } = unit;
    const { state, index, keys } = indexedUnit(prepared, unit);
    const isUncertain = state === "complete" && prepared.ownerless;
    const indexed: Mutable<IndexedUnit> = { unit: id, group, state: isUncertain ? "uncertain" : state };
    if (index !== undefined) indexed.index = index;
    units.push(indexed);
    if (index !== undefined && exempt === undefined) ranked.get(group)?.push({ unit: id, keys });
  }
  for (const { unit, group } of judged.lostUnits)
    if (unit !== undefined && group !== undefined) units.push({ unit, group, state: "error" });
  if (judged.lostUnits.length > 0) units.sort((a, b) => byCodeUnit(a.unit, b.unit));
  const places = new Map([...ranked.values()].flatMap((keyed) => [...placesByUnit(plan, keyed)]));
  for (const indexed of units) {
    const place = places.get(indexed.unit);
    if (place !== undefined) indexed.place = place;
    Object.freeze(indexed);
  }
  return resultsMade.mark(Object.freeze({ ...head, units: Object.freeze(units), issues }), prepared);
}

/** The indexes of units of updated rounds, from one round to the next, with what their groups gave them. */
const indexedBefore = /* @__PURE__ */ memoWhile<
  UnitToken,
  Until | undefined,
  { readonly own: UnitIndex; readonly groups: ReturnType<typeof groupsOf> }
>();

function indexedUnit(prepared: PreparedRound, unit: Unit): UnitIndex {
  const make = (): UnitIndex => indexOfUnit(prepared.plan, unitStandings(prepared, unit));
  const token = prepared.index.tokens?.get(unit.id);
  if (token === undefined) return make();
  const groups = groupsOf(prepared, unit);
  return indexedBefore(token, prepared.until, {
    holds: (made) => areSameGroups(made.groups, groups),
    make: () => ({ own: make(), groups }),
  }).own;
}

/** What there is to know of a unit's index. */
export interface UnitIndex {
  /** The state of its score; where it has none, the reason for which it is listed apart. */
  readonly state: Score["state"] | UnrankedReason;
  /** The published index; only where the state is `complete`. */
  readonly index: Decimal | undefined;
  /** The ranked value, then the tie-breakers; empty where there is no index. */
  readonly keys: Keyed["keys"];
}

const withoutIndex = (state: UnitIndex["state"]): UnitIndex => ({ state, index: undefined, keys: [] });

/** Computes the index of one unit from where its leaves stand. */
export function indexOfUnit(plan: Plan, unit: UnitStandings): UnitIndex {
  const { unscored, standings } = unit;
  if (unscored !== undefined) return withoutIndex(unscored);
  const own = { sums: ownSums(plan, standings), extra: extraOf(plan, unit) };
  const relative = plan.relative.map(({ index }) => standings[index]);
  return indexOfSums(plan, own, relative, () => standings);
}

/** The points of some leaves, enclosed. */
interface EnclosedPoints {
  readonly points: EnclosedSum;
  /** True where at least one of the leaves has points. */
  applies: boolean;
}

/** The leaves of one source: what applies, what left with `rescale-source`, and the points, enclosed. */
interface EnclosedSource extends EnclosedPoints {
  max: Exact;
  converted: Exact;
}

/** Sums over leaves of a unit. */
interface EnclosedSums {
  readonly pending: boolean;
  readonly refused: boolean;
  readonly sources: readonly EnclosedSource[];
  /** Of the tie-breakers, in their order. */
  readonly breakers: readonly EnclosedPoints[];
}

/** The parts of a unit's index that do not depend on its group: a unit keeps them when its group changes. */
export interface OwnParts {
  /** Over the leaves that are not `relative`. */
  readonly sums: EnclosedSums;
  readonly extra: Extra;
}

/** Adds up the leaves that are not `relative`. */
export function ownSums(plan: Plan, standings: EvaluationInput["standings"]): EnclosedSums {
  const results = leafResults(plan, standings);
  const own = ownLeaves(plan);
  const sources = plan.sourceMaxima.map(
    (max): EnclosedSource => ({ max, converted: zero, points: enclosedSum(), applies: false }),
  );
  for (const leaf of own.leaves) addResult(sources, leaf, elementAt(results, leaf.index));
  const { pending, refused } = opennessOf(
    plan,
    plan.relative.length === 0 ? results : own.leaves.map(({ index }) => elementAt(results, index)),
  );
  const breakers = plan.breakers.map(({ source }, at) =>
    source === undefined ? enclosedPoints(elementAt(own.breakers, at), results) : elementAt(sources, source),
  );
  return { pending, refused, sources, breakers };
}

/** The leaves that are not `relative`: all, and those of each tie-breaker. */
const ownLeaves = /* @__PURE__ */ memo(({ leaves, breakers }: Plan) => ({
  leaves: leaves.filter(isOwn),
  breakers: breakers.map((breaker) => breaker.leaves.filter(isOwn)),
}));

const isOwn = ({ rule }: Leaf): boolean => rule.kind !== "relative";

function addResult(sources: readonly EnclosedSource[], leaf: Leaf, result: LeafResult): void {
  const to = elementAt(sources, leaf.sourceIndex);
  if (!result.counts) {
    to.max = subtract(to.max, leaf.max);
    if (result.consequence === "rescale-source") to.converted = add(to.converted, leaf.max);
  }
  addPoints(to, result);
}

function addPoints(to: EnclosedPoints, { points }: LeafResult): void {
  if (points === undefined) return;
  to.applies = true;
  enclose(to.points, points);
}

function enclosedPoints(leaves: readonly Leaf[], results: readonly LeafResult[]): EnclosedPoints {
  const sum: EnclosedPoints = { points: enclosedSum(), applies: false };
  for (const { index } of leaves) addPoints(sum, elementAt(results, index));
  return sum;
}

/** The same sums with the `relative` leaves of the unit in them. */
function withRelative(plan: Plan, own: EnclosedSums, standings: EvaluationInput["standings"]): EnclosedSums {
  const results = plan.relative.map((leaf, at) => leafResult(plan, leaf, standings[at]));
  const { pending, refused } = opennessOf(plan, results);
  const sources = own.sources.map(({ max, converted, points, applies }): EnclosedSource => {
    const { low, cut, tooLarge } = points;
    return { max, converted, points: { low, cut, tooLarge }, applies };
  });
  plan.relative.forEach((leaf, at) => {
    addResult(sources, leaf, elementAt(results, at));
  });
  const breakers = plan.breakers.map(({ source, leaves }, of): EnclosedPoints => {
    if (source !== undefined) return elementAt(sources, source);
    const { points, applies } = elementAt(own.breakers, of);
    const { low, cut, tooLarge } = points;
    const sum: EnclosedPoints = { points: { low, cut, tooLarge }, applies };
    plan.relative.forEach((leaf, at) => {
      if (leaves.includes(leaf)) addPoints(sum, elementAt(results, at));
    });
    return sum;
  });
  return { pending: own.pending || pending, refused: own.refused || refused, sources, breakers };
}

/**
 * The index from the parts of a unit that its group does not change, and where its `relative` leaves stand, in the order
 * of the plan's. `standings` gives all leaves, for the sums that their ends do not settle.
 */
export function indexOfSums(
  plan: Plan,
  own: OwnParts,
  relative: EvaluationInput["standings"],
  standings: () => EvaluationInput["standings"],
): UnitIndex {
  const { extra } = own;
  const sums = plan.relative.length === 0 ? own.sums : withRelative(plan, own.sums, relative);
  const { sources } = sums;
  const lowEnds = sources.map(({ points }) => lowEndOf(points));
  const low = totalsOf(plan, sources, lowEnds, extra);
  const state = stateOf({ ...sums, totals: low });
  if (state !== "complete") return withoutIndex(state);
  const results = (): readonly LeafResult[] => leafResults(plan, standings());
  const exact = (): Totals => exactTotals(plan, results(), extra);
  const settled = settledIndex(plan, sources, low, extra);
  const index = settled ?? printed(plan, exact());
  if (index === undefined) return withoutIndex(state);
  const ranked = plan.set.ranking.on === "exact" ? exact().index : decimal(index);
  const keys = plan.breakers.map((breaker, at) =>
    keyOfBreaker(plan, breaker, elementAt(sums.breakers, at), results),
  );
  return { state, index, keys: [ranked, ...keys] };
}

/** The index that both ends of the sums print; undefined where they do not print the same. */
function settledIndex(
  plan: Plan,
  sources: readonly EnclosedSource[],
  low: Totals,
  extra: Extra,
): Decimal | undefined {
  const index = printed(plan, low);
  if (sources.every(({ points }) => isSettled(points))) return index;
  const ends = sources.flatMap(({ points }) => highEndOf(points) ?? []);
  if (ends.length < sources.length) return undefined;
  return printed(plan, totalsOf(plan, sources, ends, extra)) === index ? index : undefined;
}

const printed = ({ places, mode }: Plan, { index }: Totals): Decimal | undefined =>
  index === undefined ? undefined : rounded(index, places, mode);

function exactTotals(plan: Plan, results: readonly LeafResult[], extra: Extra): Totals {
  const sources = sourceSums(plan, results);
  const points = sources.map((source) => source.points);
  return totalsOf(plan, sources, points, extra);
}

/** The points of the leaves by which ties are broken; undefined where nothing of them applies. */
function keyOfBreaker(
  plan: Plan,
  breaker: Breaker,
  { points, applies }: EnclosedPoints,
  results: () => readonly LeafResult[],
): Exact | undefined {
  if (!applies) return undefined;
  const settled = breaker.exact ? undefined : settledSum(plan, points);
  if (settled !== undefined) return decimal(settled);
  const all = results();
  const own = breaker.leaves.flatMap(({ index }) => all[index]?.points ?? []);
  return breakerKey(plan, breaker, own);
}

/** A sum as both of its ends print it; undefined where they do not print the same. */
function settledSum({ places, mode }: Plan, enclosed: EnclosedSum): Decimal | undefined {
  const high = highEndOf(enclosed);
  if (high === undefined) return undefined;
  const low = rounded(lowEndOf(enclosed), places, mode);
  return isSettled(enclosed) || rounded(high, places, mode) === low ? low : undefined;
}
