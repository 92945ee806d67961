/**
 * The robustness of a ranking: would rank 12 still be rank 12 if the decision had rounded otherwise, left one item out,
 * weighed its domains a little differently, or asked other respondents? Rounding modes and items left out are
 * enumerated; weights and survey shares are drawn, from a seed that the caller gives. Every index and place is that of
 * the evaluation and the ranking.
 */
import type { CriteriaSet } from "../criteria-set.ts";
import {
  type EvaluationInput,
  evaluate,
  extraOf,
  type LeafResult,
  leafResults,
  sourceSums,
  totalsOf,
} from "../evaluation.ts";
import { InvalidError } from "../issue.ts";
import { type RoundingMode, roundingModes } from "../number.ts";
import { assertGiven, assertOptions, byCodeUnit, deepFreeze } from "../plain.ts";
import { type Plan, planOf, planUnderMode, planWithout, planWithPrecision } from "../plan.ts";
import { type Keyed, placesByUnit, rankingKeys } from "../ranking.ts";
import type { Readable, RoundInput } from "../round/input.ts";
import { judgeRound } from "../round/read.ts";
import type { Round, Unit } from "../round.ts";
import { type PreparedRound, preparedRound, unitInput } from "../units.ts";
import { enIntervals, enStyle } from "../words/en.ts";
import { viIntervals, viStyle } from "../words/vi.ts";
import { type Language, laidOut, message, said, say, tableOf, type Words } from "../words/words.ts";
import { drawnPlaces, type PlaceCounts, type UnitToDraw } from "./draws.ts";

/** What is varied. At least one is given. */
export interface Variation {
  /** The places to which is rounded, one fewer and one more, and the exact index in place of the published one. */
  readonly precision?: boolean | undefined;
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
  /** How many rounds are drawn where weights or surveys vary, 1 to 1,000,000; absent: 1,000. */
  readonly runs?: number | undefined;
  /** The seed of the generator, a whole number of 32 bits; the same seed gives the same result everywhere. Absent: 1. */
  readonly seed?: number | undefined;
  /** What is varied; absent: rounding, precision, and surveys where the set has any. */
  readonly vary?: Variation | undefined;
  /** Told after every hundredth part of the work, of how many rounds are drawn: for a line on a screen. It changes nothing. */
  readonly onProgress?: ((drawn: number, of: number) => void) | undefined;
}

/** The options with what is absent filled in. */
interface Draws {
  readonly runs: number;
  readonly seed: number;
  readonly vary: Variation;
  readonly told: (() => void) | undefined;
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
  /** The place with other decimals of the index, and by the exact index; empty where that was not varied. */
  readonly precision: readonly { readonly places: number | "exact"; readonly place: number }[];
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
 * Every index and place is computed as the score and the ranking compute theirs, exactly: a draw that varies nothing
 * gives the ranking, and an item left out gives the ranking that the set would give if it had never had it, among the
 * same units; one that is left with nothing that applies stands last. The weight of a domain moves in steps of a tenth
 * of a point, and counts within the index; bonus, penalty and late lines, and the points by which ties are broken, are
 * what they are. A survey share is drawn on a grid of a millionth as its mean and standard error say, with the quantiles
 * of a binomial of 4,096 tosses in place of the normal distribution's, and kept within 0 and 1.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param round The round, as `readRound` gave it, or as parsed from JSON: then it is judged first.
 * @param options How many runs, from which seed, and what is varied; each may be absent.
 *
 * @returns The places of every ranked unit, frozen; units without a place take no part, and a group without ranked units
 * has an empty list.
 *
 * @throws TypeError if the set was not read by `readCriteriaSet`; RangeError if runs, seed or the range of weights is
 * outside what is said here, or nothing is varied; InvalidError if the frame of the round cannot be used.
 *
 * @example
 * ```ts
 * import { readRound } from "par-index";
 * import { rankIntervals } from "par-index/audit";
 * import { criteriaSet } from "par-index/criteria";
 * import file from "par-index/examples/published/binh-duong/district/2017.1.json" with { type: "json" };
 * const set = criteriaSet("binh-duong/district/2017");
 * const { groups } = rankIntervals(set, readRound(set, file), { runs: 1000, seed: 1, vary: { weights: 20, items: true } });
 * groups[0]?.units.slice(6, 8).map(({ unit, place, best, worst }) => `${place} ${unit}: ${best} to ${worst}`); // => [ '7 dau-tieng: 5 to 8', '8 phu-giao: 6 to 9' ]
 * ```
 */
export function rankIntervals(
  set: CriteriaSet,
  round: Round | Readable<RoundInput>,
  options: RankIntervalsOptions = {},
): RankIntervals {
  const plan = planOf(set, "rankIntervals");
  assertOptions(options, ["runs", "seed", "vary", "onProgress"], "rankIntervals");
  const { onProgress } = options;
  if (onProgress !== undefined && typeof onProgress !== "function")
    throw new TypeError("rankIntervals: onProgress must be a function that takes two numbers");
  const usual = { rounding: true, precision: true, ...(set.survey === undefined ? {} : { surveys: true }) };
  const asked = { runs: options.runs ?? 1000, seed: options.seed ?? 1, vary: options.vary ?? usual };
  assertDraws(asked);
  const judged = judgeRound(set, round);
  if (judged.fatal) throw new InvalidError("rankIntervals", judged.issues);
  const ready = preparedRound(plan, judged, undefined);
  const { runs, seed, vary } = asked;
  const draws = { ...asked, told: onProgress && drawCounter(runs * set.groups.length, onProgress) };
  const groups = set.groups.map(({ id }): GroupIntervals => {
    const units = (ready.index.groups.get(id) ?? []).flatMap((unit) => rankedUnit(ready, unit));
    units.sort((a, b) => byCodeUnit(a.unit, b.unit));
    return { group: id, units: intervalsOf(plan, units, draws) };
  });
  return deepFreeze({ set: set.id, edition: set.edition, vary: { ...vary }, runs, seed, groups });
}

/** Counts what is drawn, and tells of every hundredth part. */
function drawCounter(of: number, tell: (drawn: number, of: number) => void): () => void {
  let drawn = 0;
  let due = of;
  return () => {
    drawn += 1;
    if (drawn * 100 < due) return;
    due += of;
    tell(drawn, of);
  };
}

function assertDraws({ runs, seed, vary }: Omit<Draws, "told">): void {
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
  if (!vary.rounding && !vary.precision && !vary.items && !vary.surveys && weights === undefined)
    fail("nothing is varied; give rounding, precision, items, weights or surveys");
}

/** A unit that has a place, with what its index is made from; none for one that has not. */
function rankedUnit(ready: PreparedRound, unit: Unit): readonly UnitToDraw[] {
  const input = unitInput(ready, unit);
  if (unit.exempt !== undefined || input.unscored !== undefined) return [];
  const { leaves, pending, refused, totals } = evaluate(ready.plan, input);
  if (pending || refused || totals.index === undefined) return [];
  return [{ unit: unit.id, group: unit.group, input, leaves, forms: ready.index.forms.get(unit.id) ?? [] }];
}

function intervalsOf(
  plan: Plan,
  units: readonly UnitToDraw[],
  { runs, seed, vary, told }: Draws,
): readonly UnitInterval[] {
  const { weights, surveys = false } = vary;
  const byMode = vary.rounding
    ? roundingModes.map((mode) => ({ mode, places: placesUnder(planUnderMode(plan, mode), units) }))
    : [];
  const byPrecision = vary.precision
    ? ([plan.places - 1, plan.places + 1, "exact"] as const)
        .filter((places) => places === "exact" || places >= 0)
        .map((precision) => ({
          precision,
          places: placesUnder(planWithPrecision(plan, precision), units),
        }))
    : [];
  // A set of one leaf would be no set without it.
  const left = vary.items && plan.leaves.length > 1 ? plan.leaves : [];
  const byItem = left.map((leaf) => {
    const others = planWithout(plan, leaf);
    return {
      item: leaf.id,
      places: placesByUnit(
        others,
        // Without the item a gate may be open that is closed, or closed that is open.
        units.map(({ unit, input, leaves }) =>
          keyedBy(
            others,
            unit,
            input,
            plan.gates.length === 0 ? leaves : leafResults(others, input.standings),
          ),
        ),
      ),
    };
  });
  const drawn: ReadonlyMap<string, PlaceCounts> =
    weights !== undefined || surveys
      ? drawnPlaces(plan, units, { runs, seed, weights, surveys, told })
      : new Map();
  const base = placesByUnit(
    plan,
    units.map(({ unit, input, leaves }) => keyedBy(plan, unit, input, leaves)),
  );
  return [...base].map(([unit, place]): UnitInterval => {
    const own = [...(drawn.get(unit) ?? [])]
      .map(([had, times]): PlaceCount => ({ place: had, runs: times }))
      .sort((a, b) => a.place - b.place);
    const rounding = byMode.flatMap(({ mode, places }) => {
      const other = places.get(unit);
      return other === undefined ? [] : [{ mode, place: other }];
    });
    const precision = byPrecision.flatMap(({ precision: decimals, places }) => {
      const other = places.get(unit);
      return other === undefined ? [] : [{ places: decimals, place: other }];
    });
    const withoutItem = byItem.flatMap(({ item, places }) => {
      const other = places.get(unit);
      return other === undefined || other === place ? [] : [{ item, place: other }];
    });
    const all = [...own, ...rounding, ...precision, ...withoutItem].map((it) => it.place);
    return {
      unit,
      place,
      best: all.reduce((best, it) => (it < best ? it : best), place),
      worst: all.reduce((worst, it) => (it > worst ? it : worst), place),
      ...(own.length === 0 ? {} : { interval: middle(own, runs) }),
      drawn: own,
      rounding,
      precision,
      withoutItem,
    };
  });
}

/** The places on either side of which at most a twentieth of the runs lie. */
function middle(counts: readonly PlaceCount[], runs: number): { from: number; to: number } {
  const placeBefore = (list: readonly PlaceCount[]): number => {
    let seen = 0;
    for (const { place, runs: own } of list) {
      seen += own;
      if (seen * 20 > runs) return place;
    }
    return 0;
  };
  return { from: placeBefore(counts), to: placeBefore([...counts].reverse()) };
}

/** The same round under another plan: of items too, where the set rounds them. */
function placesUnder(other: Plan, units: readonly UnitToDraw[]): ReadonlyMap<string, number> {
  return placesByUnit(
    other,
    units.map(({ unit, input }) => keyedBy(other, unit, input, leafResults(other, input.standings))),
  );
}

/** What decides the place of a unit by the leaves of a plan, all of them settled. */
function keyedBy(plan: Plan, unit: string, input: EvaluationInput, leaves: readonly LeafResult[]): Keyed {
  const sources = sourceSums(plan, leaves);
  const settled = sources.map(({ points }) => points);
  const { index } = totalsOf(plan, sources, settled, extraOf(plan, input));
  return { unit, keys: rankingKeys(plan, index, (leaf) => leaves[leaf.index]?.points) };
}

/** What intervals need of a table of words. */
export type IntervalWords = Pick<Words, "style" | "intervals">;

const shippedIntervalWords: Readonly<Record<Language, IntervalWords>> = {
  vi: { style: viStyle, intervals: viIntervals },
  en: { style: enStyle, intervals: enIntervals },
};

/**
 * Words between which places units lie: of each group a line for each unit, with what moves it.
 *
 * @param intervals What `rankIntervals` gave.
 * @param language `"vi"` or `"en"`, or the words of another language.
 *
 * @returns The text, in lines of at most 100 columns, without a line break at its end.
 *
 * @throws RangeError if the language is not shipped.
 *
 * @example
 * ```ts
 * import { readRound } from "par-index";
 * import { rankIntervals, rankIntervalsText } from "par-index/audit";
 * import { criteriaSet } from "par-index/criteria";
 * import file from "par-index/examples/hoa-lam-departments-2026.json" with { type: "json" };
 * const set = criteriaSet("hoa-lam/department/2026");
 * const result = rankIntervals(set, readRound(set, file), { runs: 100 });
 * rankIntervalsText(result, "vi").includes("hoa-lam-so-tai-chinh: hạng 1"); // => true
 * ```
 */
export function rankIntervalsText(intervals: RankIntervals, language: Language | IntervalWords): string {
  const words = tableOf(language, shippedIntervalWords, "rankIntervalsText");
  assertGiven(
    intervals,
    ["vary", "groups"],
    "rankIntervalsText: the intervals must be what rankIntervals gives",
  );
  const { vary, runs, seed, groups } = intervals;
  const isDrawn = vary.weights !== undefined || vary.surveys === true;
  const varied = (["rounding", "precision", "items", "surveys"] as const).filter((key) => vary[key] === true);
  const what = [
    ...varied.map((key) => message(`intervals.vary.${key}`)),
    ...(vary.weights === undefined
      ? []
      : [message("intervals.vary.weights", { percent: `${vary.weights}` })]),
  ];
  return laidOut(
    groups.flatMap(({ group, units }) => [
      {
        level: 0,
        text: say(words, "intervals.head", {
          ...{ group, what },
          drawn: isDrawn ? message("intervals.drawn", { runs, seed }) : undefined,
        }),
      },
      ...units.map((unit) => ({ level: 1, text: said(words, intervalMessage(unit)) })),
    ]),
    {},
  );
}

const middleMessage = ({ from, to }: NonNullable<UnitInterval["interval"]>) =>
  message("intervals.middle", { from, to: to === from ? undefined : to });

function intervalMessage({
  unit,
  place,
  best,
  worst,
  interval,
  rounding,
  precision,
  withoutItem,
}: UnitInterval) {
  if (best === worst) return message("intervals.settled", { unit, place });
  const others = rounding.filter((it) => it.place !== place);
  const reason = [
    ...others.map(({ mode, place: at }) =>
      message("intervals.byMode", { mode: message(`intervals.mode.${mode}`), place: at }),
    ),
    ...precision.flatMap(({ places, place: at }) => {
      if (at === place) return [];
      return places === "exact"
        ? message("intervals.byExact", { place: at })
        : message("intervals.byPlaces", { places, place: at });
    }),
    ...withoutItem.map((it) => message("intervals.byItem", it)),
    ...(interval === undefined ? [] : [middleMessage(interval)]),
  ];
  return message("intervals.moves", { unit, place, best, worst, reason });
}
