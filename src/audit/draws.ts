/**
 * The drawn part of a ranking's robustness: many rounds of the same units with other weights of domains and other survey
 * shares. A draw changes what an evaluation starts from, and nothing else: points, limits, rounding, keys and places are
 * those of the score and the ranking. What no draw changes is added up once, by domain and source.
 */
import { Decimal } from "decimal.js";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { CriteriaSet } from "../criteria-set.ts";
import {
  type EvaluationInput,
  type Extra,
  extraOf,
  type LeafResult,
  type LeafStanding,
  leafResult,
  leafResults,
  type Sum,
  sourceSums,
  totalsOf,
} from "../evaluation.ts";
import {
  add,
  divide,
  type Exact,
  fraction,
  fractionText,
  hundred,
  integer,
  isZero,
  multiply,
  rounded,
  subtract,
  sum,
  wholePart,
  zero,
} from "../number.ts";
import type { Breaker, Leaf, Plan } from "../plan.ts";
import { breakerKey, type Keyed, placesByUnit, rankedValue } from "../ranking.ts";
import type { FormCounts } from "../round.ts";
import { type AskedGroup, surveyLeavesOf } from "../survey/questions.ts";

/** What is drawn, how often and from where. */
interface DrawOptions {
  readonly runs: number;
  readonly seed: number;
  /** By how many percent the weight of a domain moves at most; undefined: weights stay. */
  readonly weights: number | undefined;
  /** Whether survey shares are drawn. */
  readonly surveys: boolean;
  /** Called after each round that was drawn. */
  readonly told?: (() => void) | undefined;
}

/** A ranked unit as it is, with the counts behind its survey shares. */
export interface UnitToDraw {
  readonly unit: string;
  readonly group: string;
  readonly input: EvaluationInput;
  readonly leaves: readonly LeafResult[];
  readonly forms: readonly FormCounts[];
}

/** How often a unit had each place that it had, by place. */
export type PlaceCounts = ReadonlyMap<number, number>;

/** Draws all rounds; gives for each unit how often it had which place. The order of the units changes nothing. */
export function drawnPlaces(
  plan: Plan,
  units: readonly UnitToDraw[],
  { runs, seed, weights, surveys, told }: DrawOptions,
): ReadonlyMap<string, PlaceCounts> {
  const random = xoroshiro128plus(seed);
  const domains = domainsOf(plan, weights ?? 0);
  const steps = surveys ? deviations() : [];
  // A share that is drawn may open or close a gate: then every leaf is looked at anew in each round.
  const redrawn = surveys && plan.gates.length > 0;
  const prepared = units.map((unit) => preparedUnit(plan, domains, unit, surveys));
  const counts = new Map(units.map(({ unit }) => [unit, new Map<number, number>()]));
  for (let run = 0; run < runs; run++) {
    const factors = drawnFactors(domains, random);
    const step = (): number => drawnStep(steps, random);
    const keyed = prepared.map((own, at) => {
      const unit = units[at];
      return unit === undefined || !redrawn
        ? drawnKeys(plan, own, factors, step)
        : drawnKeys(
            plan,
            preparedUnit(plan, domains, drawnUnit(plan, unit, own, step), false),
            factors,
            step,
          );
    });
    for (const [unit, place] of placesByUnit(plan, keyed)) {
      const own = counts.get(unit);
      own?.set(place, (own.get(place) ?? 0) + 1);
    }
    told?.();
  }
  return counts;
}

type Random = ReturnType<typeof xoroshiro128plus>;

/** Leaves whose weight is drawn together. */
interface Domain {
  readonly leaves: readonly Leaf[];
  readonly max: Exact;
  /** By how many tenths of a point its weight moves at most, either way; 0: it stays. */
  readonly spread: number;
}

/** The domains of a set; where no weight moves, one of all leaves. */
function domainsOf(plan: Plan, percent: number): readonly Domain[] {
  if (percent === 0) return [{ leaves: plan.leaves, max: plan.max, spread: 0 }];
  const byTop = new Map<string, Leaf[]>();
  for (const leaf of plan.leaves) {
    const [top] = leaf.above;
    const id = (top === undefined ? undefined : plan.nodes[top]?.id) ?? leaf.id;
    byTop.set(id, [...(byTop.get(id) ?? []), leaf]);
  }
  return [...byTop.values()].map((leaves): Domain => {
    const max = sum(leaves.map((leaf) => leaf.max));
    // Tenths of a point in so many percent of it, the part of a tenth left out.
    const spread = Number(rounded(multiply(max, fraction(percent, 10)), 0, "down"));
    return { leaves, max, spread };
  });
}

/** By what maxima and points of each domain are multiplied; of a domain whose weight stays nothing is said. */
function drawnFactors(domains: readonly Domain[], random: Random): ReadonlyMap<Domain, Exact> {
  const factors = new Map<Domain, Exact>();
  for (const domain of domains) {
    const { max, spread } = domain;
    if (spread === 0) continue;
    const weight = add(max, fraction(uniformInt(random, -spread, spread), 10));
    factors.set(domain, divide(weight, max));
  }
  return factors;
}

/** A unit with everything added up that no draw changes. */
interface PreparedUnit {
  readonly unit: string;
  /** By source, in the order of the set: what it has of each domain. */
  readonly sources: readonly (readonly SourcePart[])[];
  readonly extra: Extra;
  readonly breakers: readonly {
    readonly breaker: Breaker;
    readonly settled: readonly Exact[];
    readonly shares: readonly DrawnShare[];
  }[];
}

/** The leaves of one source in one domain: the sums of what is settled, and those whose share is drawn. */
interface SourcePart {
  readonly domain: Domain;
  readonly settled: Sum;
  readonly shares: readonly DrawnShare[];
}

/** A survey leaf whose share is drawn. */
interface DrawnShare {
  readonly leaf: Leaf;
  /** The share as it is, and its standard error, in parts of `shareGrid`. */
  readonly share: number;
  readonly error: number;
  /** The points of the share as it is. */
  readonly points: Exact;
}

function preparedUnit(
  plan: Plan,
  domains: readonly Domain[],
  { unit, group, input, leaves, forms }: UnitToDraw,
  surveys: boolean,
): PreparedUnit {
  const errors = surveys ? shareErrors(plan.set, group, forms) : new Map<string, number>();
  const shares: DrawnShare[] = [];
  for (const domain of domains)
    for (const leaf of domain.leaves) {
      const standing = input.standings[leaf.index];
      const error = errors.get(leaf.id) ?? 0;
      const points = leaves[leaf.index]?.points;
      // A share of 0 that a policy gave is not uncertain.
      if (standing?.kind !== "share" || standing.reason !== undefined || error === 0 || points === undefined)
        continue;
      const share = Number(rounded(multiply(standing.share, integer(shareGrid)), 0, "half-up"));
      shares.push({ leaf, share, error, points });
    }
  const drawn = new Set(shares.map(({ leaf }) => leaf.index));
  const settled = leaves.map((result, at) => (drawn.has(at) ? { ...result, points: zero } : result));
  const parts = domains.flatMap((domain) =>
    sourceSums({ set: plan.set, leaves: domain.leaves }, settled).map((own, source) => ({
      source,
      domain,
      settled: own,
      shares: shares.filter(({ leaf }) => leaf.sourceIndex === source && domain.leaves.includes(leaf)),
    })),
  );
  return {
    unit,
    sources: plan.set.sources.map((_, at) =>
      parts.filter(
        ({ source, settled: { max, converted } }) => source === at && !isZero(add(max, converted)),
      ),
    ),
    extra: extraOf(plan, input),
    breakers: plan.breakers.map((breaker) => {
      const others = breaker.leaves.filter(({ index }) => !drawn.has(index));
      const points = others.flatMap(({ index }) => leaves[index]?.points ?? []);
      return {
        breaker,
        settled: points.length === 0 ? [] : [sum(points)],
        shares: shares.filter(({ leaf }) => breaker.leaves.includes(leaf)),
      };
    }),
  };
}

/** The unit with other shares, drawn in the order in which its sums take them. */
function drawnUnit(plan: Plan, unit: UnitToDraw, { sources }: PreparedUnit, step: () => number): UnitToDraw {
  const standings = [...unit.input.standings];
  for (const share of sources.flatMap((parts) => parts.flatMap(({ shares }) => shares)))
    moveShare(standings, share, step());
  const input = { ...unit.input, standings };
  return { ...unit, input, leaves: leafResults(plan, standings) };
}

/** Puts a drawn share where its leaf stands; one that stays where it is stays exact. */
function moveShare(standings: (LeafStanding | undefined)[], drawn: DrawnShare, step: number): void {
  if (step !== 0) standings[drawn.leaf.index] = { kind: "share", share: drawnShare(drawn, step) };
}

/** What decides the place of a unit in one drawn round. */
function drawnKeys(
  plan: Plan,
  { unit, sources, extra, breakers }: PreparedUnit,
  factors: ReadonlyMap<Domain, Exact>,
  step: () => number,
): Keyed {
  const drawn = new Map<DrawnShare, Exact>();
  const weighed = (domain: Domain, value: Exact): Exact => {
    const factor = factors.get(domain);
    return factor === undefined || isZero(value) ? value : multiply(factor, value);
  };
  const sums = sources.map((parts) => {
    let [max, converted, points] = [zero, zero, zero];
    for (const { domain, settled, shares } of parts) {
      let own = zero;
      for (const share of shares) {
        const gained = drawnPoints(plan, share, step());
        drawn.set(share, gained);
        own = add(own, gained);
      }
      max = add(max, weighed(domain, settled.max));
      converted = add(converted, weighed(domain, settled.converted));
      points = add(points, weighed(domain, add(settled.points, own)));
    }
    return { max, converted, points };
  });
  const { index } = totalsOf(
    plan,
    sums,
    sums.map(({ points }) => points),
    extra,
  );
  // Weights are weights within the index: the points by which ties are broken are those of the leaves.
  const keys = breakers.map(({ breaker, settled, shares }) =>
    breakerKey(plan, breaker, [...settled, ...shares.flatMap((share) => drawn.get(share) ?? [])]),
  );
  return { unit, keys: [index === undefined ? undefined : rankedValue(plan, index), ...keys] };
}

/** The points of a survey leaf so many steps from its share, which stays within 0 and 1. */
function drawnPoints(plan: Plan, drawn: DrawnShare, step: number): Exact {
  if (step === 0) return drawn.points;
  return leafResult(plan, drawn.leaf, { kind: "share", share: drawnShare(drawn, step) }).points ?? zero;
}

/** A share so many steps from where it is. */
function drawnShare({ share, error }: DrawnShare, step: number): Exact {
  const moved = share + wholePart(2 * step * error, root);
  return fraction(moved < 0 ? 0 : moved > shareGrid ? shareGrid : moved, shareGrid);
}

/** Parts of a share in 1. */
const shareGrid = 1_000_000;
/** Tosses of the binomial whose quantiles stand for those of the normal distribution; its root is whole. */
const tosses = 4096;
const root = 64;
/** How many equally likely deviations there are to draw from: a power of two. */
const quantiles = 1024;

const drawnStep = (steps: readonly number[], random: Random): number =>
  steps[uniformInt(random, 0, quantiles - 1)] ?? 0;

/**
 * Equally likely deviations of a standardised binomial of 4,096 tosses, in steps of 2 ÷ 64 of a standard error: whole
 * numbers, from binomial coefficients alone, so that they are the same on every machine.
 */
function deviations(): readonly number[] {
  const total = 1n << BigInt(tosses);
  const list: number[] = [];
  let coefficient = 1n;
  let below = 0n;
  for (let k = 0; k <= tosses && list.length < quantiles; k++) {
    below += coefficient;
    // The middle of the next of the equal parts: (2i + 1) ÷ (2 × quantiles) of all outcomes.
    while (list.length < quantiles && BigInt(2 * list.length + 1) * total < BigInt(2 * quantiles) * below)
      list.push(k - tosses / 2);
    coefficient = (coefficient * BigInt(tosses - k)) / BigInt(k + 1);
  }
  return list;
}

/** The standard error of each survey leaf's share, by leaf id, in parts of `shareGrid`. */
function shareErrors(
  set: CriteriaSet,
  group: string,
  counts: readonly FormCounts[],
): ReadonlyMap<string, number> {
  const forms = new Map(counts.map((it) => [it.questionnaire, it]));
  const variances = [...shareVariances(set, group, forms)];
  return new Map(variances.map(([id, variance]) => [id, rootOnGrid(variance, shareGrid)]));
}

/** A private copy, so that a caller's `Decimal.set` changes nothing here; roots at 40 digits, the same on every machine. */
const Precise = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_DOWN });

/** The greatest whole number that is not above grid × √value; `value` is 0 or more. */
function rootOnGrid(value: Exact, grid: number): number {
  const [numerator = "0", denominator = "1"] = fractionText(value).split("/");
  return new Precise(numerator).div(denominator).sqrt().mul(grid).floor().toNumber();
}

/** Some answers to a question. */
interface Sample {
  readonly count: Exact;
  /** Σ count × share, and Σ count × share². */
  readonly shares: Exact;
  readonly squares: Exact;
}

const emptySample: Sample = { count: zero, shares: zero, squares: zero };

/**
 * The variance of each survey leaf's share, by leaf id: that of a mean of so many answers, drawn as the counts say, and
 * combined question by question and group by group as the share itself is. A group without a valid answer adds nothing.
 */
export function shareVariances(
  set: CriteriaSet,
  group: string,
  forms: ReadonlyMap<string, FormCounts>,
): ReadonlyMap<string, Exact> {
  const pooled = set.survey?.combine === "pooled";
  return new Map(
    surveyLeavesOf(set, group).map(({ id, questions }) => {
      const variances = questions.map(({ groups }) =>
        pooled
          ? varianceOf(groups.map((it) => sampleOf(it, forms)).reduce(bothSamples, emptySample))
          : weightedVariance(groups, forms),
      );
      const number = integer(variances.length);
      return [id, variances.length === 0 ? zero : divide(sum(variances), multiply(number, number))];
    }),
  );
}

function weightedVariance(groups: readonly AskedGroup[], forms: ReadonlyMap<string, FormCounts>): Exact {
  let variances = zero;
  let weights = zero;
  for (const group of groups) {
    const sample = sampleOf(group, forms);
    if (isZero(sample.count)) continue;
    variances = add(variances, multiply(multiply(group.weight, group.weight), varianceOf(sample)));
    weights = add(weights, group.weight);
  }
  return isZero(weights) ? zero : divide(variances, multiply(weights, weights));
}

function sampleOf({ questionnaires, question }: AskedGroup, forms: ReadonlyMap<string, FormCounts>): Sample {
  let sample = emptySample;
  for (const { id, percents } of questionnaires) {
    const options = forms.get(id)?.questions.find((it) => it.question === question)?.options ?? [];
    for (const { option, count } of options) {
      const percent = percents.get(option);
      if (percent?.exact === undefined) continue;
      const share = divide(percent.exact, hundred);
      const times = integer(count);
      const shares = multiply(share, times);
      sample = bothSamples(sample, { count: times, shares, squares: multiply(shares, share) });
    }
  }
  return sample;
}

const bothSamples = (a: Sample, b: Sample): Sample => ({
  count: add(a.count, b.count),
  shares: add(a.shares, b.shares),
  squares: add(a.squares, b.squares),
});

/** (mean of squares − square of the mean) ÷ number of answers. */
function varianceOf({ count, shares, squares }: Sample): Exact {
  if (isZero(count)) return zero;
  const mean = divide(shares, count);
  return divide(subtract(divide(squares, count), multiply(mean, mean)), count);
}
