/**
 * The drawn part of a ranking's robustness: many rounds of the same units with other weights of domains and other
 * survey shares. Everything is prepared once as whole numbers on a grid; a run adds and multiplies whole numbers below
 * 2^53 alone, so that the same seed gives the same places on every machine.
 */
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { RoundingMode } from "../number.ts";

/** One unit, prepared: all amounts on the grid of points. */
export interface DrawnUnit {
  /** By domain: points that no survey gives, as a share of the domain's declared maximum. */
  readonly fixed: readonly number[];
  /** By domain: the applicable maximum, as a share of the domain's declared maximum. */
  readonly applicable: readonly number[];
  /** The survey leaves: domain, share of the domain that the full leaf is, the share reached and its standard error. */
  readonly leaves: readonly DrawnLeaf[];
  /** Bonus, penalty and late lines, in thousandths of the last published place of the index. */
  readonly extra: number;
  /** Order by the declared tie-breakers, as published; the same number where they are equal. */
  readonly tie: number;
}

/** A survey leaf, prepared. */
export interface DrawnLeaf {
  readonly domain: number;
  /** What the whole leaf is worth, on the grid. */
  readonly worth: number;
  /** The share reached, on the grid of shares. */
  readonly share: number;
  /** Its standard error, on the grid of shares. */
  readonly error: number;
}

/** What a run varies, and how an index becomes a place. */
export interface DrawPlan {
  readonly runs: number;
  readonly seed: number;
  /** The weights of the domains, in tenths of a point. */
  readonly weights: readonly number[];
  /** By how many tenths each weight moves at most, either way. */
  readonly spread: readonly number[];
  readonly surveys: boolean;
  readonly places: number;
  readonly mode: RoundingMode;
  /** Ranked on the exact index: thousandths of the last published place decide too. */
  readonly exact: boolean;
  readonly ties: "skip" | "dense";
  /** The limits of the index, in thousandths of the last published place. */
  readonly least: number | undefined;
  readonly most: number | undefined;
}

/** Units of the grid of shares in 1. */
export const shareGrid = 1_000_000;
/** Tosses of the binomial whose quantiles stand for those of the normal distribution; its root is whole. */
const tosses = 4096;
const root = 64;
/** How many equally likely deviations there are to draw from: a power of two. */
const quantiles = 1024;

/**
 * Equally likely deviations of a standardised binomial of 4,096 tosses, in units of 2 ÷ 64 of a standard error: whole
 * numbers, from binomial coefficients alone.
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

/** Runs all draws; gives for each unit how often it had each place, place 1 first. */
export function drawPlaces(plan: DrawPlan, units: readonly DrawnUnit[]): readonly (readonly number[])[] {
  const random = xoroshiro128plus(plan.seed);
  const steps = deviations();
  const counts = units.map(() => new Array<number>(units.length).fill(0));
  const values = new Array<number>(units.length).fill(0);
  const order = units.map((_, at) => at);
  const better = (a: number, b: number): number =>
    (values[b] as number) - (values[a] as number) ||
    (units[a] as DrawnUnit).tie - (units[b] as DrawnUnit).tie;
  for (let run = 0; run < plan.runs; run++) {
    const weights = plan.weights.map((weight, at) => {
      const spread = plan.spread[at] as number;
      return spread === 0 ? weight : uniformInt(random, weight - spread, weight + spread);
    });
    for (let at = 0; at < units.length; at++)
      values[at] = drawnIndex(plan, units[at] as DrawnUnit, weights, steps, random);
    order.sort((a, b) => better(a, b) || a - b);
    let place = 0;
    for (let i = 0; i < order.length; i++) {
      const unit = order[i] as number;
      if (i === 0 || better(order[i - 1] as number, unit) !== 0)
        place = plan.ties === "dense" ? place + 1 : i + 1;
      const own = counts[unit] as number[];
      own[place - 1] = (own[place - 1] as number) + 1;
    }
  }
  return counts;
}

type Random = ReturnType<typeof xoroshiro128plus>;

/** One index under drawn weights and shares: published, or with three more decimals where the exact one ranks. */
function drawnIndex(
  plan: DrawPlan,
  unit: DrawnUnit,
  weights: readonly number[],
  steps: readonly number[],
  random: Random,
): number {
  let points = 0;
  let maximum = 0;
  for (let domain = 0; domain < weights.length; domain++) {
    const weight = weights[domain] as number;
    points += weight * (unit.fixed[domain] as number);
    maximum += weight * (unit.applicable[domain] as number);
  }
  for (const { domain, worth, share, error } of unit.leaves) {
    let drawn = share;
    if (plan.surveys && error > 0) {
      const step = steps[uniformInt(random, 0, quantiles - 1)] as number;
      drawn = share + wholeOf(2 * step * error, root);
      drawn = drawn < 0 ? 0 : drawn > shareGrid ? shareGrid : drawn;
    }
    points += (weights[domain] as number) * wholeOf(worth * drawn, shareGrid);
  }
  if (maximum === 0) return 0;
  // 100 × 10^places × points ÷ maximum, to the nearest thousandth: the grid's own error is smaller, so that a value that
  // lies on a boundary of the published places stays on it.
  const scaled = points * 100 * 10 ** plan.places;
  const rest = scaled % maximum;
  const index = ((scaled - rest) / maximum) * 1000 + wholeOf(rest * 2000 + maximum, 2 * maximum) + unit.extra;
  const limited =
    index < (plan.least ?? index)
      ? (plan.least as number)
      : index > (plan.most ?? index)
        ? (plan.most as number)
        : index;
  return plan.exact ? limited : roundedThousandths(limited, plan.mode);
}

const wholeOf = (n: number, d: number): number => (n - (n % d)) / d;

function roundedThousandths(value: number, mode: RoundingMode): number {
  const rest = ((value % 1000) + 1000) % 1000;
  const whole = (value - rest) / 1000;
  const up =
    mode === "up"
      ? rest > 0
      : mode === "down"
        ? false
        : rest > 500 || (rest === 500 && (mode === "half-up" || whole % 2 !== 0));
  return up ? whole + 1 : whole;
}
