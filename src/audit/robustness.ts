/**
 * The robustness of a ranking: would rank 12 still be rank 12 if the decision had rounded otherwise, left one item out,
 * weighed its domains a little differently, or asked other respondents? Rounding modes and items left out are
 * enumerated; weights and survey shares are drawn, from a seed that the caller gives.
 */
import type { CriteriaSet } from "../criteria-set.ts";
import { type Evaluation, evaluate, type LeafStanding } from "../evaluation.ts";
import { InvalidError } from "../issue.ts";
import {
  add,
  decimal,
  divide,
  type Exact,
  greatest,
  hundred,
  integer,
  isZero,
  least,
  multiply,
  type RoundingMode,
  rounded,
  roundingModes,
  subtract,
  sum,
  zero,
} from "../number.ts";
import { deepFreeze } from "../plain.ts";
import { type Leaf, type Plan, planOf, planUnderMode } from "../plan.ts";
import { compareKeys, keysOf, placesByUnit } from "../ranking.ts";
import { judgeRound } from "../round/round-read.ts";
import type { FormCounts, Unit } from "../round.ts";
import { scoreOf } from "../score.ts";
import { readyRound, type UnitInput, unitInput } from "../unit-inputs.ts";
import { type DrawnUnit, type DrawPlan, drawPlaces, shareGrid } from "./draws.ts";
import { rootOnGrid } from "./root.ts";
import { shareVariances } from "./sampling.ts";

/** What is varied. At least one is given. */
export interface Variation {
  /** Every rounding mode in turn. */
  readonly rounding?: boolean | undefined;
  /** Each leaf left out in turn, for all units. */
  readonly items?: boolean | undefined;
  /** Weights of the domains, drawn uniformly in tenths of a point within so many percent either way, 1 to 100, and brought back to the whole. */
  readonly weights?: number | undefined;
  /** Survey shares, drawn from the sampling distribution that their tallies give. */
  readonly surveys?: boolean | undefined;
}

/** How often and from where is drawn. */
export interface RankIntervalsOptions {
  /** How many rounds are drawn where weights or surveys vary, 1 to 1,000,000. */
  readonly runs: number;
  /** The seed of the generator, a whole number of 32 bits; the same seed gives the same result everywhere. */
  readonly seed: number;
  /** What is varied. */
  readonly vary: Variation;
}

/** How often a unit had a place. */
export interface PlaceCount {
  /** The place, from 1. */
  readonly place: number;
  /** In how many runs. */
  readonly runs: number;
}

/** The places of one unit; units that tie share the better place. */
export interface UnitInterval {
  /** The id of the unit. */
  readonly unit: string;
  /** The place in the ranking as it is. */
  readonly place: number;
  /** The best place under anything that was varied. */
  readonly best: number;
  /** The worst place under anything that was varied. */
  readonly worst: number;
  /** The places between which the middle 90 % of the runs lie, both included; absent where nothing was drawn. */
  readonly interval?: { readonly from: number; readonly to: number } | undefined;
  /** How often it had each place that it had, best first; empty where nothing was drawn. */
  readonly drawn: readonly PlaceCount[];
  /** The place under each rounding mode; empty where that was not varied. */
  readonly rounding: readonly { readonly mode: RoundingMode; readonly place: number }[];
  /** The items without which it has another place, in the order of the set, with that place. */
  readonly withoutItem: readonly { readonly item: string; readonly place: number }[];
}

/** The robustness of the ranking of one group. */
export interface GroupIntervals {
  /** The id of the group. */
  readonly group: string;
  /** The ranked units, in the order of the ranking. */
  readonly units: readonly UnitInterval[];
}

/** What `rankIntervals` gives. */
export interface RankIntervals {
  /** The id of the criteria set. */
  readonly set: string;
  /** Its edition. */
  readonly edition: number;
  /** What was varied, in which range. */
  readonly vary: Variation;
  /** How many rounds were drawn. */
  readonly runs: number;
  /** From which seed. */
  readonly seed: number;
  /** The groups of the set, in its order. */
  readonly groups: readonly GroupIntervals[];
}

/**
 * Tells between which places each unit of a round can lie when what could have been otherwise is otherwise.
 *
 * Places are decided as in the ranking: on the index as published (or exact, as the set says), after the limits of the
 * index, ties as declared; tie-breakers keep the values that they have. Weights are drawn on a grid of a tenth of a
 * point; a survey share as its mean and standard error say, with the quantiles of a binomial of 4,096 tosses in place of
 * the normal distribution's, and kept within 0 and 1. Bonus, penalty and late lines do not vary. Draws are made on
 * whole numbers, so that amounts below a hundred-millionth of a domain are passed over.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param round The round, as `readRound` gave it, or as parsed from JSON: then it is judged first.
 * @param options How many runs, from which seed, and what is varied.
 *
 * @returns The places of every ranked unit, frozen; units without a place take no part, and a group without ranked units
 * has an empty list.
 *
 * @throws TypeError if the set was not read by `readCriteriaSet`; RangeError if runs, seed or the range of weights is
 * outside what is said here, nothing is varied, or the set publishes more than 6 places; InvalidError if the frame of
 * the round cannot be used.
 *
 * @example
 * ```ts
 * import { readFile } from "node:fs/promises";
 * import { rankIntervals } from "par-index/audit";
 * import { criteriaSet } from "par-index/criteria";
 * const round = JSON.parse(await readFile("docs/examples/published/binh-duong/district/2017.1.json", "utf8"));
 * const { groups } = rankIntervals(criteriaSet("binh-duong/district/2017"), round, { runs: 1000, seed: 1, vary: { weights: 20, items: true } });
 * groups[0]?.units.slice(6, 8).map(({ unit, place, best, worst }) => `${place} ${unit}: ${best} to ${worst}`); // => [ '7 dau-tieng: 5 to 8', '8 phu-giao: 6 to 9' ]
 * ```
 */
export function rankIntervals(
  set: CriteriaSet,
  round: unknown,
  options: RankIntervalsOptions,
): RankIntervals {
  const plan = planOf(set, "rankIntervals");
  assertOptions(plan, options);
  const judged = judgeRound(set, round);
  if (judged.fatal) throw new InvalidError("rankIntervals", judged.issues);
  const ready = readyRound(plan, judged, undefined);
  const counts = countsByUnit(judged.round.tally.counts);
  const { runs, seed, vary } = options;
  const groups = set.groups.map(({ id }): GroupIntervals => {
    const contenders = ready.index.units
      .filter(({ group, exempt }) => group === id && exempt === undefined)
      .flatMap((unit) => contenderOf(plan, unit, unitInput(ready, unit)));
    return { group: id, units: intervals(plan, contenders, counts, options) };
  });
  return deepFreeze({ set: set.id, edition: set.edition, vary: { ...vary }, runs, seed, groups });
}

function assertOptions(plan: Plan, { runs, seed, vary }: RankIntervalsOptions): void {
  const fail = (what: string): never => {
    throw new RangeError(`rankIntervals: ${what}`);
  };
  if (!Number.isSafeInteger(runs) || runs < 1 || runs > 1_000_000)
    fail(`runs must be a whole number from 1 to 1,000,000, not ${runs}`);
  if (!Number.isSafeInteger(seed) || seed !== (seed | 0))
    fail(`seed must be a whole number of 32 bits, not ${seed}`);
  const { weights } = vary;
  if (weights !== undefined && !(Number.isSafeInteger(weights) && weights >= 1 && weights <= 100))
    fail(`weights must be a whole percentage from 1 to 100, not ${weights}`);
  if (!vary.rounding && !vary.items && !vary.surveys && weights === undefined)
    fail("nothing is varied; give rounding, items, weights or surveys");
  if (plan.places > 6) fail(`a set that publishes ${plan.places} places is beyond the grid of the draws (6)`);
}

/** A ranked unit with everything that its index comes from. */
interface Contending {
  readonly unit: Unit;
  readonly input: UnitInput;
  readonly evaluation: Evaluation;
  readonly keys: readonly (Exact | undefined)[];
  /** By leaf: points and maximum as they enter the index, a conversion by source included. */
  readonly points: readonly Exact[];
  readonly maxima: readonly Exact[];
  /** The lines that do not depend on the leaves, in percent. */
  readonly extra: Exact;
}

function contenderOf(plan: Plan, unit: Unit, input: UnitInput): readonly Contending[] {
  if (input.unscored !== undefined) return [];
  const evaluation = evaluate(plan, input);
  if (evaluation.pending || evaluation.refused || evaluation.totals.index === undefined) return [];
  const score = scoreOf(plan, unit, evaluation, input.claims, undefined);
  const factors = plan.set.sources.map(({ id }) => sourceFactor(plan, evaluation, id));
  const at = (leaf: Leaf): Exact => factors[leaf.sourceIndex] as Exact;
  const results = evaluation.leaves;
  const extra = sum(
    evaluation.totals.lines
      .filter(({ kind, id }) => kind !== "conversion" && !(kind === "cap" && (id === "max" || id === "min")))
      .map(({ points }) => points),
  );
  return [
    {
      unit,
      input,
      evaluation,
      keys: keysOf(plan, score),
      points: plan.leaves.map((leaf) => multiply(results[leaf.index]?.points ?? zero, at(leaf))),
      maxima: plan.leaves.map((leaf) => (results[leaf.index]?.counts ? multiply(leaf.max, at(leaf)) : zero)),
      extra: divide(multiply(extra, hundred), plan.max),
    },
  ];
}

/** By how much a conversion raises the leaves of a source: 1 + conversion ÷ points, without points 1. */
function sourceFactor(plan: Plan, evaluation: Evaluation, source: string): Exact {
  let stayed = zero;
  let left = zero;
  for (const leaf of plan.leaves) {
    if (leaf.source.id !== source) continue;
    const result = evaluation.leaves[leaf.index];
    if (result?.counts) stayed = add(stayed, leaf.max);
    else if (result?.consequence === "rescale-source") left = add(left, leaf.max);
  }
  return isZero(stayed) ? integer(1) : divide(add(stayed, left), stayed);
}

function intervals(
  plan: Plan,
  contenders: readonly Contending[],
  counts: CountsByUnit,
  { runs, seed, vary }: RankIntervalsOptions,
): readonly UnitInterval[] {
  const base = placesByUnit(
    plan,
    contenders.map(({ unit, keys }) => ({ unit: unit.id, keys })),
  );
  const byMode = vary.rounding
    ? roundingModes.map((mode) => ({ mode, places: placesUnderMode(plan, contenders, mode) }))
    : [];
  const byItem = vary.items
    ? plan.leaves.map((leaf) => ({ item: leaf.id, places: placesWithout(plan, contenders, leaf) }))
    : [];
  const isDrawn = vary.weights !== undefined || vary.surveys === true;
  const drawn =
    isDrawn && contenders.length > 0
      ? drawPlaces(drawPlan(plan, runs, seed, vary), drawnUnits(plan, contenders, counts))
      : [];
  return contenders
    .map(({ unit: { id } }, at): UnitInterval => {
      const place = base.get(id) as number;
      const own = (drawn[at] ?? []).flatMap((times, before) =>
        times === 0 ? [] : [{ place: before + 1, runs: times }],
      );
      const rounding = byMode.map(({ mode, places }) => ({ mode, place: places.get(id) as number }));
      const withoutItem = byItem.flatMap(({ item, places }) =>
        places.get(id) === place ? [] : [{ item, place: places.get(id) as number }],
      );
      const all = [
        place,
        ...own.map((it) => it.place),
        ...rounding.map((it) => it.place),
        ...withoutItem.map((it) => it.place),
      ].sort((a, b) => a - b);
      return {
        unit: id,
        place,
        best: all[0] as number,
        worst: all[all.length - 1] as number,
        ...(own.length === 0 ? {} : { interval: middle(own, runs) }),
        drawn: own,
        rounding,
        withoutItem,
      };
    })
    .sort((a, b) => a.place - b.place || (a.unit < b.unit ? -1 : 1));
}

/** The places below and above which at most a twentieth of the runs lie. */
function middle(counts: readonly PlaceCount[], runs: number): { from: number; to: number } {
  const placeAfter = (share: number): number => {
    let seen = 0;
    for (const { place, runs: own } of counts) {
      seen += own;
      if (seen * 20 > share * runs) return place;
    }
    return counts[counts.length - 1]?.place ?? 0;
  };
  return { from: placeAfter(1), to: placeAfter(19) };
}

/** The same round under another rounding mode: of items too, where the set rounds them. */
function placesUnderMode(
  plan: Plan,
  contenders: readonly Contending[],
  mode: RoundingMode,
): ReadonlyMap<string, number> {
  const other = planUnderMode(plan, mode);
  return placesByUnit(
    other,
    contenders.map(({ unit, input }) => ({
      unit: unit.id,
      keys: keysOf(other, scoreOf(other, unit, evaluate(other, input), input.claims, undefined)),
    })),
  );
}

/** The same round without one leaf: its points and its maximum leave. */
function placesWithout(
  plan: Plan,
  contenders: readonly Contending[],
  { index: at }: Leaf,
): ReadonlyMap<string, number> {
  return placesByUnit(
    plan,
    contenders.map(({ unit, keys, points, maxima, extra }) => {
      const maximum = subtract(sum(maxima), maxima[at] as Exact);
      if (isZero(maximum)) return { unit: unit.id, keys: [undefined, ...keys.slice(1)] };
      const base = divide(multiply(subtract(sum(points), points[at] as Exact), hundred), maximum);
      const index = limitedIndex(plan, add(base, extra));
      const value = plan.set.ranking.on === "exact" ? index : decimal(rounded(index, plan.places, plan.mode));
      return { unit: unit.id, keys: [value, ...keys.slice(1)] };
    }),
  );
}

function limitedIndex(plan: Plan, index: Exact): Exact {
  const { max, min } = plan.set.policies.limits;
  const raised = min === undefined ? index : greatest(index, decimal(min));
  return max === undefined ? raised : least(raised, decimal(max));
}

type CountsByUnit = ReadonlyMap<string, ReadonlyMap<string, FormCounts>>;

function countsByUnit(counts: readonly FormCounts[]): CountsByUnit {
  const byUnit = new Map<string, Map<string, FormCounts>>();
  for (const it of counts)
    byUnit.set(it.unit, (byUnit.get(it.unit) ?? new Map<string, FormCounts>()).set(it.questionnaire, it));
  return byUnit;
}

/** The nearest whole number of a value × grid. */
const onGrid = (value: Exact, grid: number): number =>
  Number(rounded(multiply(value, integer(grid)), 0, "half-up"));

function drawPlan(plan: Plan, runs: number, seed: number, vary: Variation): DrawPlan {
  const weights = plan.set.items.map(({ maxPoints }) => onGrid(decimal(maxPoints), 10));
  const { max, min } = plan.set.policies.limits;
  const thousandths = (percent: string | undefined): number | undefined =>
    percent === undefined ? undefined : onGrid(decimal(percent), 1000 * 10 ** plan.places);
  return {
    runs,
    seed,
    weights,
    spread: weights.map(
      (weight) => (weight * (vary.weights ?? 0) - ((weight * (vary.weights ?? 0)) % 100)) / 100,
    ),
    surveys: vary.surveys === true,
    places: plan.places,
    mode: plan.mode,
    exact: plan.set.ranking.on === "exact",
    ties: plan.set.ranking.ties,
    least: thousandths(min),
    most: thousandths(max),
  };
}

function drawnUnits(
  plan: Plan,
  contenders: readonly Contending[],
  counts: CountsByUnit,
): readonly DrawnUnit[] {
  // With weights below 3,000 tenths in all, every product of a run stays below 2^53 on this grid.
  const grid = 10 ** (plan.places > 1 ? 10 - plan.places : 9);
  const domains = plan.set.items.map(({ id, maxPoints }) => ({ id, max: decimal(maxPoints) }));
  const domainOf = (leaf: Leaf): number => {
    const top = leaf.above[0];
    return domains.findIndex(({ id }) => id === (top === undefined ? leaf.id : plan.nodes[top]?.id));
  };
  const byLeaf = plan.leaves.map(domainOf);
  const ties = tieOrder(contenders);
  return contenders.map(({ unit, input, points, maxima, extra }, position): DrawnUnit => {
    const forms = counts.get(unit.id) ?? new Map<string, FormCounts>();
    const variances = shareVariances(plan.set, unit.group, forms);
    const fixed = domains.map(() => zero);
    const applicable = domains.map(() => zero);
    const leaves: DrawnUnit["leaves"][number][] = [];
    for (const leaf of plan.leaves) {
      const domain = byLeaf[leaf.index] as number;
      const whole = (domains[domain] as { readonly max: Exact }).max;
      const [own, maximum] = [points[leaf.index] as Exact, maxima[leaf.index] as Exact];
      applicable[domain] = add(applicable[domain] as Exact, divide(maximum, whole));
      const share = drawnShare(input.standings[leaf.index]);
      if (share === undefined || isZero(maximum))
        fixed[domain] = add(fixed[domain] as Exact, divide(own, whole));
      else {
        const error = rootOnGrid(variances.get(leaf.id) ?? zero, shareGrid);
        leaves.push({
          domain,
          worth: onGrid(divide(maximum, whole), grid),
          share: onGrid(share, shareGrid),
          error,
        });
      }
    }
    return {
      fixed: fixed.map((it) => onGrid(it, grid)),
      applicable: applicable.map((it) => onGrid(it, grid)),
      leaves,
      extra: onGrid(extra, 1000 * 10 ** plan.places),
      tie: ties[position] as number,
    };
  });
}

/** The share of a leaf that a survey gave; undefined for every other leaf, and for a 0 that a policy gave. */
const drawnShare = (standing: LeafStanding | undefined): Exact | undefined =>
  standing?.kind === "share" && standing.why === undefined ? standing.share : undefined;

/** The order of the tie-breakers alone; equal ones share a number. */
function tieOrder(contenders: readonly Contending[]): readonly number[] {
  const breakers = contenders.map(({ keys }) => keys.slice(1));
  return breakers.map((own) => breakers.filter((other) => compareKeys(other, own) < 0).length);
}
