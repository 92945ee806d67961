/**
 * The ranking (xếp hạng): one list for each group, best first (design 3.10). Ties share the better place; input order
 * never decides. Units that cannot be ranked stand apart with the reason.
 */
import type { CriteriaSet, Decimal, TieBreaker } from "./criteria-set.ts";
import { indexOfTerms, indexTerms } from "./evaluation.ts";
import {
  compare,
  decimal,
  type Exact,
  fractionText,
  readFraction,
  rounded,
  roundedExact,
  roundedMean,
  sum,
} from "./number.ts";
import { byCodeUnit, deepFreeze } from "./plain.ts";
import { type Breaker, type Leaf, type Plan, planOf } from "./plan.ts";
import type { Place, Ranking, Score, Unranked, UnrankedReason } from "./result.ts";

/** A unit that is not to be placed, whatever its score. */
export interface Apart {
  /** The id of the unit. */
  readonly unit: string;
  /** The id of its group. */
  readonly group: string;
  /** Why. */
  readonly reason: UnrankedReason;
}

/**
 * Ranks units within their groups.
 *
 * The ranked value is the published index, or the exact one where the set says so; then the set's tie-breakers in
 * their order. What is still equal shares the better place, and is listed by id. The mean is of exact indexes, rounded
 * once (of printed ones in a `summary` set), over every unit of the group that has an index.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param scores The scores, in any order; an empty list gives empty rankings.
 * @param apart Units that are listed without a place: exempt ones, and those that have no score at all.
 *
 * @returns One ranking for each group of the set, in its order, frozen.
 *
 * @throws TypeError if the set was not read by `readCriteriaSet`; RangeError if two scores are of one unit, or one is of another set.
 *
 * @example
 * ```ts
 * import { readFile } from "node:fs/promises";
 * import { assess, rank } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("binh-duong/district/2017");
 * const file = "docs/examples/published/binh-duong/district/2017.1.json";
 * const round = JSON.parse(await readFile(file, "utf8"));
 * const { scores } = assess(set, round);
 * rank(set, [...scores].reverse())[0]?.places.map(({ unit }) => unit)[0]; // => 'thu-dau-mot'
 * ```
 */
export function rank(
  set: CriteriaSet,
  scores: readonly Score[],
  apart: readonly Apart[] = [],
): readonly Ranking[] {
  const plan = planOf(set, "rank");
  const units = new Set<string>();
  for (const { unit, set: of, edition } of scores) {
    if (of !== set.id || edition !== set.edition)
      throw new RangeError(
        `rank: the score of ${unit} is of ${of} edition ${edition}, not of ${set.id} edition ${set.edition}`,
      );
    if (units.has(unit)) throw new RangeError(`rank: two scores are of unit ${unit}`);
    units.add(unit);
  }
  return rankScores(plan, scores, apart, (score) => exactIndex(plan, score));
}

/** Ranks scores of which each is of another unit; `indexOf` gives the exact index of one that has an index. */
export function rankScores(
  plan: Plan,
  scores: readonly Score[],
  apart: readonly Apart[],
  indexOf: (score: Score) => Exact,
): readonly Ranking[] {
  const reasons = new Map(apart.map(({ unit, reason }) => [unit, reason]));
  return deepFreeze(
    plan.set.groups.map(({ id }) =>
      rankGroup(
        plan,
        id,
        scores.filter(({ group }) => group === id),
        apart.filter(({ group }) => group === id),
        reasons,
        indexOf,
      ),
    ),
  );
}

/** What is known of one unit while its group is ranked. */
export interface Contender extends Keyed {
  readonly score: Score;
}

function rankGroup(
  plan: Plan,
  group: string,
  scores: readonly Score[],
  apart: readonly Apart[],
  reasons: ReadonlyMap<string, UnrankedReason>,
  indexOf: (score: Score) => Exact,
): Ranking {
  const contenders: Contender[] = [];
  const unranked: Unranked[] = [];
  for (const score of scores) {
    const reason = reasons.get(score.unit) ?? (score.state === "complete" ? undefined : score.state);
    if (reason === undefined)
      contenders.push({ unit: score.unit, score, keys: keysOf(plan, score, indexOf) });
    else
      unranked.push({
        unit: score.unit,
        reason,
        ...(score.index === undefined ? {} : { index: score.index }),
      });
  }
  const scored = new Set(scores.map(({ unit }) => unit));
  for (const { unit, reason } of apart) if (!scored.has(unit)) unranked.push({ unit, reason });
  unranked.sort((a, b) => byCodeUnit(a.unit, b.unit));
  contenders.sort(compareRanked);
  const ranked = placesOf(plan, contenders);
  const withIndex = scores.filter(({ index }) => index !== undefined);
  return {
    set: plan.set.id,
    edition: plan.set.edition,
    group,
    places: ranked,
    unranked,
    complete: unranked.every(({ reason }) => reason === "exempt"),
    ...(withIndex.length === 0 ? {} : { mean: meanOf(plan, withIndex, indexOf) }),
    meanOf: withIndex.length,
  };
}

/** Higher first; a value that is absent (the item does not apply) stands after one that is there. */
export function compareKeys(a: readonly (Exact | undefined)[], b: readonly (Exact | undefined)[]): number {
  for (let i = 0; i < a.length; i++) {
    const [left, right] = [a[i], b[i]];
    if (left === undefined && right === undefined) continue;
    if (left === undefined) return 1;
    if (right === undefined) return -1;
    const order = compare(right, left);
    if (order !== 0) return order;
  }
  return 0;
}

/** What decides the place of a score: its ranked value, then its tie-breakers. */
export function keysOf(
  plan: Plan,
  score: Score,
  indexOf: (score: Score) => Exact = (it) => exactIndex(plan, it),
): readonly (Exact | undefined)[] {
  const { on, tieBreakers } = plan.set.ranking;
  const value = on === "exact" ? indexOf(score) : decimal(score.index ?? "0");
  return [value, ...tieBreakers.map((breaker) => breakerValue(plan, score, breaker))];
}

/** The exact index from the plain score: its leaves and lines are exact, so nothing else is needed. */
export function exactIndex(plan: Plan, { fraction, items, lines, maxPoints }: Score): Exact {
  if (fraction !== undefined) return readFraction(fraction);
  const leaves = items.flatMap((it) =>
    it.state === undefined || it.points === undefined ? [] : readFraction(it.fraction ?? it.points),
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

function breakerValue(plan: Plan, score: Score, { by, id, exact }: TieBreaker): Exact | undefined {
  if (!exact) {
    const found =
      by === "item"
        ? score.items.find(({ item }) => item === id)
        : score.sources.find(({ source }) => source === id);
    return found?.points === undefined
      ? undefined
      : decimal(
          rounded(
            readFraction("fraction" in found && found.fraction !== undefined ? found.fraction : found.points),
            plan.places,
            plan.mode,
          ),
        );
  }
  const node = plan.nodeOf.get(id);
  const leaves = plan.leaves.filter((leaf) =>
    by === "source"
      ? leaf.source.id === id
      : leaf.id === id || (node !== undefined && leaf.index >= node.first && leaf.index < node.end),
  );
  const points = new Map(score.items.map((it) => [it.item, it.fraction ?? it.points]));
  const values = leaves.flatMap(({ id: leaf }) => points.get(leaf) ?? []).map(readFraction);
  return values.length === 0 ? undefined : sum(values);
}

/** What decides the place of a unit, from its exact index and the exact points of its leaves; no index stands last. */
export function rankingKeys(
  plan: Plan,
  index: Exact | undefined,
  pointsOf: (leaf: Leaf) => Exact | undefined,
): readonly (Exact | undefined)[] {
  const breakers = plan.breakers.map((breaker) =>
    breakerKey(
      plan,
      breaker,
      breaker.leaves.flatMap((leaf) => pointsOf(leaf) ?? []),
    ),
  );
  return [index === undefined ? undefined : rankedValue(plan, index), ...breakers];
}

/** The value on which the set ranks: the index as published, or the exact one. */
export const rankedValue = ({ set, places, mode }: Plan, index: Exact): Exact =>
  set.ranking.on === "exact" ? index : roundedExact(index, places, mode);

/** The points of the leaves by which ties are broken, as published unless exact; undefined where none of them applies. */
export function breakerKey(
  { places, mode }: Plan,
  { exact }: Breaker,
  points: readonly Exact[],
): Exact | undefined {
  if (points.length === 0) return undefined;
  return exact ? sum(points) : roundedExact(sum(points), places, mode);
}

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
  return new Map(sorted.map(({ unit }, at) => [unit, numbers[at] as number]));
}

/** The place of a unit among others, best first, that share places as the set says. */
export function placeAmong(
  { set }: Plan,
  others: readonly Pick<Keyed, "keys">[],
  keys: Keyed["keys"],
): number {
  const above = others.filter((it) => compareKeys(it.keys, keys) < 0);
  return set.ranking.ties === "skip" ? above.length + 1 : (placeNumbers(above, "dense").at(-1) ?? 0) + 1;
}

/** Places of sorted contenders: equal keys share the better place (design 3.10). */
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

function placesOf(plan: Plan, contenders: readonly Contender[]): readonly Place[] {
  const numbers = placeNumbers(contenders, plan.set.ranking.ties);
  const printed = contenders.map(({ score }, at) => ({ index: score.index, place: numbers[at] }));
  return contenders.map(({ unit, score, keys }, at): Place => {
    const place = numbers[at] as number;
    const neighbours = [at - 1, at + 1].filter((other) => contenders[other] !== undefined);
    const other = contenders[printedAlike(printed, at) ?? -1];
    return {
      place,
      unit,
      index: score.index ?? "",
      ...(score.grade === undefined ? {} : { grade: score.grade }),
      tied: neighbours.some((near) => numbers[near] === place),
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
  keys: Contender["keys"],
  others: Contender["keys"],
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

function meanOf(plan: Plan, scores: readonly Score[], indexOf: (score: Score) => Exact): string {
  const printed = plan.set.status === "summary";
  const values = scores.map((score) => (printed ? decimal(score.index ?? "0") : indexOf(score)));
  return roundedMean(values, plan.places, plan.mode);
}
