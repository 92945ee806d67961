/**
 * The ranking (xếp hạng): one list for each group, best first. Ties share the better place; input order never decides.
 * Units that cannot be ranked stand apart with the reason.
 */
import type { CriteriaSet, Decimal, Grade } from "./criteria-set.ts";
import { type Evaluation, indexOfTerms, indexTerms, inPercentOf, sumOver } from "./evaluation.ts";
import {
  compareExact,
  decimal,
  type Exact,
  fractionText,
  integer,
  isZero,
  percentOf,
  readFraction,
  rounded,
  roundedExact,
  roundedMean,
  sum,
} from "./number.ts";
import { assertList, assertOptions, byCodeUnit, deepFreeze, elementAt } from "./plain.ts";
import { type Breaker, type Leaf, type Plan, planOf } from "./plan.ts";
import type { Score } from "./score.ts";
import type { UnrankedReason } from "./units.ts";
import { madeBy } from "./version.ts";

/** A place in a ranking. */
export interface Place {
  /** The place, from 1. */
  readonly place: number;
  /** The id of the unit. */
  readonly unit: string;
  /** The published index. */
  readonly index: Decimal;
  /** The id of the grade. */
  readonly grade?: string | undefined;
  /** True where another unit has the same place. */
  readonly tied: boolean;
  /** Where a neighbour prints the same index: what decided between them, with its value. */
  readonly decidedBy?:
    | {
        readonly by: "exact-index" | "item" | "source";
        readonly id?: string | undefined;
        readonly value: string;
      }
    | undefined;
}

/** A unit that could not be ranked. */
export interface Unranked {
  /** The id of the unit. */
  readonly unit: string;
  /** Why. */
  readonly reason: UnrankedReason;
  /** Its index where it has one (an exempt unit). */
  readonly index?: Decimal | undefined;
}

/** The item or the source by which a list is made. */
export type RankedPart =
  | { readonly item: string; readonly source?: undefined }
  | { readonly source: string; readonly item?: undefined };

/** A list of units, best first. */
export interface RankedList {
  /** The format of results: 1. */
  readonly format: 1;
  /** Name and version of the library that made it. */
  readonly library: string;
  /** The id of the criteria set. */
  readonly set: string;
  /** Its edition. */
  readonly edition: number;
  /** The item or source by which the list is made; its indexes are component indexes. Absent: by the index. */
  readonly by?: RankedPart | undefined;
  /** The units that have a place, best first; those of one place by id. */
  readonly places: readonly Place[];
  /** The units that have none, by id. */
  readonly unranked: readonly Unranked[];
  /**
   * False where a unit that should have a place has none, for any reason but `exempt`, `replaced` and `not-yet`; and where
   * something was left out of the round of which nobody can tell whose it is, or in which group it is.
   */
  readonly complete: boolean;
  /** True where the result of every unit of the list is approved (đã phê duyệt); so it is for a list of nobody. */
  readonly approved: boolean;
  /** The mean index, rounded once; absent where no unit has an index. */
  readonly mean?: Decimal | undefined;
  /** Over how many units the mean is taken. */
  readonly meanOf: number;
}

/** A grade that more ranked units have than its quota allows. Whom that meets is the council's to decide. */
export interface PassedQuota {
  /** The id of the grade. */
  readonly grade: string;
  /** The quota, in percent of the ranked units of the group. */
  readonly percent: Decimal;
  /** How many units that is, rounded down. */
  readonly allowed: number;
  /** How many units have the grade. */
  readonly count: number;
  /** The units on the edge: those of the place at which the quota is passed, by id. */
  readonly edge: readonly string[];
}

/** The ranking of one group. */
export interface Ranking extends RankedList {
  /** The id of the group. */
  readonly group: string;
  /** The grades that more units have than their quota allows, best first; absent where there is none. */
  readonly passedQuotas?: readonly PassedQuota[] | undefined;
}

/** A unit that is not to be placed, whatever its score. */
export interface Apart {
  /** The id of the unit. */
  readonly unit: string;
  /** The id of its group. */
  readonly group: string;
  /** Why. */
  readonly reason: UnrankedReason;
  /** False where its council has not closed the final stage; absent: it says nothing of the list. */
  readonly approved?: boolean | undefined;
}

/** Whom a ranking lists, and by what. */
export interface RankOptions {
  /** Units that are listed without a place: exempt ones, and those that have no score at all. */
  readonly apart?: readonly Apart[] | undefined;
  /** The item or source whose component index is ranked; absent: the index. */
  readonly by?: RankedPart | undefined;
  /** True: one list of all units, whatever their groups. Absent or false: one for each group. */
  readonly across?: false | undefined;
}

/**
 * Ranks units within their groups, by an item or a source, or across groups.
 *
 * The ranked value is the published index, or the exact one where the set says so; then the set's tie-breakers in
 * their order. What is still equal shares the better place, and is listed by id. The mean is of exact indexes, rounded
 * once (of printed ones in a `summary` set), over every unit of the list that has an index.
 *
 * A list by an item or a source ranks the component index (points ÷ applicable maximum × 100) of those whose item is
 * settled, whatever else of them is open; it knows no tie-breakers and no grades.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param scores The scores, in any order; an empty list gives empty rankings.
 * @param options Units that stand apart; the item or source to rank by; whether one list holds all groups.
 *
 * @returns One ranking for each group of the set, in its order, or the one list across groups; frozen.
 *
 * @throws TypeError if the set was not read by `readCriteriaSet`, or an option is unknown; RangeError if two scores are
 * of one unit, one is of another set, or the set has no such item or source.
 *
 * @example
 * ```ts
 * import { assess, rank, readRound } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * import file from "par-index/examples/published/binh-duong/district/2017.1.json" with { type: "json" };
 * const set = criteriaSet("binh-duong/district/2017");
 * const round = readRound(set, file);
 * const { scores } = assess(set, round);
 * rank(set, [...scores].reverse())[0]?.places.map(({ unit }) => unit)[0]; // => 'thu-dau-mot'
 * ```
 */
export function rank(
  set: CriteriaSet,
  scores: readonly Score[],
  options: Omit<RankOptions, "across"> & { readonly across: true },
): readonly RankedList[];
export function rank(set: CriteriaSet, scores: readonly Score[], options?: RankOptions): readonly Ranking[];
export function rank(
  set: CriteriaSet,
  scores: readonly Score[],
  options: Omit<RankOptions, "across"> & { readonly across?: boolean | undefined } = {},
): readonly RankedList[] {
  const plan = planOf(set, "rank");
  assertList(scores, "rank: the scores must be a list of what score gives");
  assertOptions(options, ["apart", "by", "across"], "rank");
  const { apart = [], by, across = false } = options;
  const units = new Set<string>();
  for (const { unit, set: of, edition } of scores) {
    if (of !== set.id || edition !== set.edition)
      throw new RangeError(
        `rank: the score of ${unit} is of ${of} edition ${edition}, not of ${set.id} edition ${set.edition}`,
      );
    if (units.has(unit)) throw new RangeError(`rank: two scores are of unit ${unit}`);
    units.add(unit);
  }
  const leaves = by === undefined ? undefined : leavesBehind(plan, by);
  const listed = scores.map((score) =>
    leaves === undefined ? listedByIndex(rankedScore(plan, score)) : listedByPart(plan, leaves, score),
  );
  return (across ? listAcross : groupLists)(plan, { listed, apart, by });
}

const rankedScore = (plan: Plan, score: Score): ScoredUnit => ({
  score,
  by: score.index === undefined ? undefined : { index: exactIndex(plan, score), keys: keysOf(plan, score) },
});

/** What decides the place of a score that has an index, and what it adds to the mean: both exact. */
export interface RankedBy {
  readonly index: Exact;
  /** The ranked value, then the tie-breakers. */
  readonly keys: readonly (Exact | undefined)[];
}

/** A score with what decides its place; undefined where it has no index. */
export interface ScoredUnit {
  readonly score: Score;
  readonly by: RankedBy | undefined;
}

/**
 * Ranks scores of which each is of another unit, each in its group; `isWhole` tells whether all that may concern a group
 * could be read.
 */
export const rankScored = (
  plan: Plan,
  scored: readonly ScoredUnit[],
  apart: readonly Apart[],
  isWhole: (group: string) => boolean,
): readonly Ranking[] => groupLists(plan, { listed: scored.map(listedByIndex), apart, isWhole });

/** A unit as a list takes it: its state there, and where it has one its printed index and what decides its place. */
interface Listed extends Pick<Score, "unit" | "group" | "state" | "approved" | "index" | "grade"> {
  readonly by: RankedBy | undefined;
}

const listedByIndex = ({ score, by }: ScoredUnit): Listed => {
  const { unit, group, state, approved, index, grade } = score;
  return { unit, group, state, approved, index, grade, by };
};

/** The leaves of the item or source by which a list is made. Throws where the set has no such thing. */
function leavesBehind(plan: Plan, { item, source }: RankedPart): readonly Leaf[] {
  if ((item === undefined) === (source === undefined))
    throw new TypeError("rank: `by` is { item: … } or { source: … }, just one of the two");
  const leaves = plan.leaves.filter(({ id, above, source: from }) =>
    item === undefined ? from.id === source : id === item || above.some((at) => plan.nodes[at]?.id === item),
  );
  if (leaves.length > 0) return leaves;
  throw new RangeError(
    `rank: the set has no ${item === undefined ? "source" : "item"} ${JSON.stringify(item ?? source)}`,
  );
}

/** What a score says of some of its leaves: pending where one of them is, whatever else is open. */
function listedByPart(plan: Plan, leaves: readonly Leaf[], score: Score): Listed {
  const { unit, group, state, approved } = score;
  const own = new Map(score.items.map((it) => [it.item, it]));
  const total = sumOver(
    leaves.map(({ id, max, least }) => {
      const { points, fraction, maxPoints } = own.get(id) ?? { maxPoints: "0" };
      const counts = maxPoints !== "0";
      return { max, least, counts, consequence: undefined, points: exactly(fraction ?? points) };
    }),
  );
  if (state === "refused") return { unit, group, approved, state, by: undefined };
  if (total.pending) return { unit, group, approved, state: "provisional", by: undefined };
  if (isZero(total.max)) return { unit, group, approved, state: "not-applicable", by: undefined };
  const index = inPercentOf(total.points, total.max);
  const printed = rounded(index, plan.places, plan.mode);
  return {
    unit,
    group,
    approved,
    state: state === "uncertain" ? state : "complete",
    index: printed,
    by: { index, keys: [rankedValue(plan, index)] },
  };
}

interface ListsAsked {
  readonly listed: readonly Listed[];
  readonly apart: readonly Apart[];
  readonly by?: RankedPart | undefined;
  /** Whether all that may concern a group could be read; absent: it could. */
  readonly isWhole?: (group: string) => boolean;
}

/** A list for each group, in the order of the set. */
function groupLists(plan: Plan, { listed, apart, by, isWhole = () => true }: ListsAsked): readonly Ranking[] {
  const inGroup = byGroup(listed);
  const apartIn = byGroup(apart);
  return deepFreeze(
    plan.set.groups.map(({ id: group }) => {
      const list = unitList(plan, inGroup.get(group) ?? [], apartIn.get(group) ?? []);
      const complete = list.complete && isWhole(group);
      const passed = passedQuotas(plan, list.places);
      return { ...listHead(plan), group, ...(by === undefined ? {} : { by }), ...list, complete, ...passed };
    }),
  );
}

/** How many of some ranked units a quota allows, rounded down. */
export const allowedBy = ({ percent }: NonNullable<Grade["quota"]>, ranked: number): number =>
  Number(rounded(percentOf(decimal(percent), integer(ranked)), 0, "down"));

/** Holds the grades of a group against their quotas; its places are given best first. */
export function passedQuotas(
  { set }: Plan,
  places: readonly Pick<Place, "unit" | "place" | "grade">[],
): Pick<Ranking, "passedQuotas"> {
  const passed = set.grades.flatMap(({ id, quota }): readonly PassedQuota[] => {
    if (quota === undefined) return [];
    const own = places.filter(({ grade }) => grade === id);
    const allowed = allowedBy(quota, places.length);
    const first = own[allowed];
    if (first === undefined) return [];
    const edge = own.filter(({ place }) => place === first.place).map(({ unit }) => unit);
    return [{ grade: id, percent: quota.percent, allowed, count: own.length, edge }];
  });
  return passed.length === 0 ? {} : { passedQuotas: passed };
}

/** One list of all units. */
const listAcross = (plan: Plan, { listed, apart, by }: ListsAsked): readonly RankedList[] =>
  deepFreeze([{ ...listHead(plan), ...(by === undefined ? {} : { by }), ...unitList(plan, listed, apart) }]);

const listHead = ({ set: { id, edition } }: Plan) => ({ ...madeBy, set: id, edition });

function byGroup<T extends { readonly group: string }>(
  units: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const unit of units) {
    const own = groups.get(unit.group);
    if (own === undefined) groups.set(unit.group, [unit]);
    else own.push(unit);
  }
  return groups;
}

function unitList(
  plan: Plan,
  listed: readonly Listed[],
  apart: readonly Apart[],
): Omit<RankedList, keyof ReturnType<typeof listHead> | "by"> {
  const reasons = new Map(apart.map(({ unit, reason }) => [unit, reason]));
  const contenders: Contender[] = [];
  const unranked: Unranked[] = [];
  const indexes: Exact[] = [];
  for (const { unit, state, index, grade, by } of listed) {
    const reason = reasons.get(unit) ?? (isSettledState(state) ? undefined : state);
    if (index === undefined || by === undefined) {
      unranked.push({ unit, reason: reason ?? "error" });
      continue;
    }
    // The mean of a set that knows printed totals alone is of these.
    indexes.push(plan.set.status === "summary" ? decimal(index) : by.index);
    if (reason === undefined) contenders.push({ unit, index, grade, keys: by.keys });
    else unranked.push({ unit, reason, index });
  }
  const known = new Set(listed.map(({ unit }) => unit));
  for (const { unit, reason } of apart) if (!known.has(unit)) unranked.push({ unit, reason });
  return {
    places: placesOf(plan, contenders.sort(compareRanked)),
    unranked: unranked.sort((a, b) => byCodeUnit(a.unit, b.unit)),
    complete:
      listed.every(({ state }) => state !== "uncertain") &&
      unranked.every(({ reason }) => isPlannedApart(reason)),
    approved: listed.every((it) => it.approved) && apart.every((it) => it.approved !== false),
    ...(indexes.length === 0 ? {} : { mean: roundedMean(indexes, plan.places, plan.mode) }),
    meanOf: indexes.length,
  };
}

/** Whether a list is complete without a unit that stands apart for this reason. */
export const isPlannedApart = (reason: UnrankedReason): boolean =>
  reason === "exempt" || reason === "replaced" || reason === "not-yet";

/** A state with an index, which is ranked. */
const isSettledState = (state: Score["state"]): state is "complete" | "uncertain" =>
  state === "complete" || state === "uncertain";

/** A unit with an index while its group is ranked. */
export interface Contender extends Keyed {
  readonly index: Decimal;
  readonly grade: string | undefined;
}

/** Higher first; a value that is absent (the item does not apply) stands after one that is there. */
export function compareKeys(a: readonly (Exact | undefined)[], b: readonly (Exact | undefined)[]): number {
  for (let i = 0; i < a.length; i++) {
    const [left, right] = [a[i], b[i]];
    if (left === undefined && right === undefined) continue;
    if (left === undefined) return 1;
    if (right === undefined) return -1;
    const order = compareExact(right, left);
    if (order !== 0) return order;
  }
  return 0;
}

/** What decides the place of a score that has an index, from the plain score: its leaves are exact. */
export function keysOf(plan: Plan, score: Score): RankedBy["keys"] {
  const points = new Map(score.items.map((it) => [it.item, it.fraction ?? it.points]));
  return rankingKeys(plan, exactIndex(plan, score), ({ id }) => exactly(points.get(id)));
}

const exactly = (text: string | undefined): Exact | undefined =>
  text === undefined ? undefined : readFraction(text);

/** The exact index from the plain score: its leaves and lines are exact, so nothing else is needed. */
export function exactIndex(plan: Plan, { fraction, items, lines, maxPoints }: Score): Exact {
  if (fraction !== undefined) return readFraction(fraction);
  const leaves = items.flatMap(({ state, points, fraction: own }) =>
    state === undefined || points === undefined ? [] : readFraction(own ?? points),
  );
  const exactLines = lines.map((line) => ({
    kind: line.kind,
    id: line.id,
    points: readFraction(line.fraction ?? line.points),
  }));
  return indexOfTerms(
    indexTerms(plan, { leaves: sum(leaves), lines: exactLines, max: readFraction(maxPoints) }),
  );
}

/** What decides the place of a unit, from its exact index and the exact points of its leaves; no index stands last. */
export function rankingKeys(
  plan: Plan,
  index: Exact | undefined,
  pointsOf: (leaf: Leaf) => Exact | undefined,
): readonly (Exact | undefined)[] {
  return [index === undefined ? undefined : rankedValue(plan, index), ...breakerKeys(plan, pointsOf)];
}

const breakerKeys = (
  plan: Plan,
  pointsOf: (leaf: Leaf) => Exact | undefined,
): readonly (Exact | undefined)[] =>
  plan.breakers.map((breaker) =>
    breakerKey(
      plan,
      breaker,
      breaker.leaves.flatMap((leaf) => pointsOf(leaf) ?? []),
    ),
  );

/** The value on which the set ranks: the index as published, or the exact one. */
export const rankedValue = ({ set, places, mode }: Plan, index: Exact): Exact =>
  set.ranking.on === "exact" ? index : roundedExact(index, places, mode);

/** The points of the leaves by which ties are broken, as published unless exact; undefined where none of them applies. */
export const breakerKey = (plan: Plan, breaker: Breaker, points: readonly Exact[]): Exact | undefined =>
  points.length === 0 ? undefined : publishedKey(plan, breaker, sum(points));

const publishedKey = ({ places, mode }: Plan, { exact }: Breaker, points: Exact): Exact =>
  exact ? points : roundedExact(points, places, mode);

/** What decides the place of a unit that was evaluated: the sums behind its tie-breakers are known. */
export const evaluatedKeys = (
  plan: Plan,
  { leaves, nodes, sources, totals }: Evaluation,
): readonly (Exact | undefined)[] => [
  totals.index === undefined ? undefined : rankedValue(plan, totals.index),
  ...plan.breakers.map((breaker) => {
    const known =
      breaker.source === undefined
        ? breaker.node === undefined
          ? undefined
          : nodes[breaker.node]
        : sources[breaker.source];
    if (known === undefined)
      return breakerKey(
        plan,
        breaker,
        breaker.leaves.flatMap(({ index }) => leaves[index]?.points ?? []),
      );
    return isZero(known.max) ? undefined : publishedKey(plan, breaker, known.points);
  }),
];

/** A unit with what decides its place. */
export interface Keyed {
  readonly unit: string;
  /** The ranked value, then the tie-breakers. */
  readonly keys: readonly (Exact | undefined)[];
}

/** Best first; units of equal keys by id. */
export const compareRanked = (a: Keyed, b: Keyed): number =>
  compareKeys(a.keys, b.keys) || byCodeUnit(a.unit, b.unit);

/** The place of each unit of one group. */
export function placesByUnit(plan: Plan, units: readonly Keyed[]): ReadonlyMap<string, number> {
  const sorted = [...units].sort(compareRanked);
  const numbers = placeNumbers(sorted, plan.set.ranking.ties);
  return new Map(sorted.map(({ unit }, at) => [unit, elementAt(numbers, at)]));
}

/** Tells the place of a unit among others, which are given best first and share places as the set says. */
export function placeAmong(
  { set }: Plan,
  others: readonly Pick<Keyed, "keys">[],
): (keys: Keyed["keys"]) => number {
  const numbers = set.ranking.ties === "dense" ? placeNumbers(others, "dense") : undefined;
  return (keys) => {
    const above = countBefore(others, (other) => compareKeys(other.keys, keys) < 0);
    return numbers === undefined ? above + 1 : (numbers[above - 1] ?? 0) + 1;
  };
}

/** How many elements a list begins with of which something holds; it holds of none that comes after. */
export function countBefore<T>(list: readonly T[], holds: (element: T) => boolean): number {
  let [first, end] = [0, list.length];
  while (first < end) {
    const middle = (first + end) >> 1;
    if (holds(elementAt(list, middle))) first = middle + 1;
    else end = middle;
  }
  return first;
}

/** Places of sorted contenders: equal keys share the better place. */
export function placeNumbers(
  contenders: readonly { readonly keys: readonly (Exact | undefined)[] }[],
  ties: "skip" | "dense",
): readonly number[] {
  const numbers: number[] = [];
  let place = 0;
  contenders.forEach(({ keys }, at) => {
    const before = contenders[at - 1];
    if (before === undefined || compareKeys(before.keys, keys) !== 0)
      place = ties === "dense" ? place + 1 : at + 1;
    numbers.push(place);
  });
  return numbers;
}

/** The places of the units of a group, which are given best first. */
export function placesOf(plan: Plan, contenders: readonly Contender[]): readonly Place[] {
  const numbers = placeNumbers(contenders, plan.set.ranking.ties);
  const printed = contenders.map(({ index }, at) => ({ index, place: numbers[at] }));
  return contenders.map(({ unit, index, grade, keys }, at): Place => {
    const place = elementAt(numbers, at);
    const alike = printedAlike(printed, at);
    const other = alike === undefined ? undefined : contenders[alike];
    return {
      place,
      unit,
      index,
      ...(grade === undefined ? {} : { grade }),
      tied: numbers[at - 1] === place || numbers[at + 1] === place,
      ...(other === undefined ? {} : { decidedBy: decidedBy(plan, keys, other.keys) }),
    };
  });
}

/** Where in a list, best first, the neighbour stands that prints the same index and has another place. */
export const printedAlike = (
  list: readonly { readonly index: Decimal | undefined; readonly place: number | undefined }[],
  at: number,
): number | undefined =>
  [at - 1, at + 1].find(
    (other) => list[other]?.index === list[at]?.index && list[other]?.place !== list[at]?.place,
  );

/** The first key in which two units differ, with the value of the first unit. */
export function decidedBy(
  plan: Plan,
  keys: Keyed["keys"],
  others: Keyed["keys"],
): NonNullable<Place["decidedBy"]> {
  const at = keys.findIndex((key, i) => compareKeys([key], [others[i]]) !== 0);
  const [own, other] = [keys[at], others[at]];
  const breaker = plan.set.ranking.tieBreakers[at - 1];
  const value =
    own === undefined
      ? ""
      : other === undefined
        ? rounded(own, plan.places, plan.mode)
        : decidingDigits(plan, own, other);
  return breaker === undefined ? { by: "exact-index", value } : { by: breaker.by, id: breaker.id, value };
}

/** As many decimals as tell two values apart, at most 40; beyond that the fraction. */
function decidingDigits(plan: Plan, own: Exact, other: Exact): string {
  for (let places = plan.places; places <= 40; places++) {
    const text = rounded(own, places, "down");
    if (text !== rounded(other, places, "down")) return text;
  }
  return fractionText(own);
}
