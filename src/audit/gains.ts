/**
 * Where a unit lost points and the fewest items that would lift it to a grade, an index or a place, everything else
 * held (design 3.3, 3.9, 3.10). Gains of single items add up exactly, so that taking the largest ones first is proven to
 * be least; where a limit of the index or a tie-breaker comes in between, the answer says that it is not proven.
 */
import { amountOf } from "../amount.ts";
import type { Until } from "../appraisal.ts";
import { assess } from "../assess.ts";
import type { CriteriaSet, Text } from "../criteria-set.ts";
import { type Evaluation, evaluate, type LeafStanding, stateOf } from "../evaluation.ts";
import {
  add,
  compare,
  decimal,
  divide,
  type Exact,
  equals,
  hundred,
  isDecimal,
  multiply,
  rounded,
  sum,
  zero,
} from "../number.ts";
import { deepFreeze } from "../plain.ts";
import { type Plan, planOf } from "../plan.ts";
import { compareKeys, keysOf, placeNumbers } from "../ranking.ts";
import type { UnrankedReason } from "../result.ts";
import type { Round } from "../round.ts";
import { gradeOf, scoreOf } from "../score.ts";
import { singleUnit, type UnitInput } from "../unit-inputs.ts";
import type { Gains, GainsAnswer, GainsProof, Goal, Lifted } from "./gain.ts";
import { candidatesOf, type ExactLoss, lossesOf, shownLoss } from "./loss.ts";

/** How far the process is followed. */
export interface GainsOptions {
  /** A stage or a day, inclusive; `"self"`: as self-assessed; absent: to the end. */
  readonly until?: Until | undefined;
}

/**
 * Tells where a unit lost points, and the fewest items that would lift it to a goal.
 *
 * The other units and the other items are held; each item that is lifted goes to its maximum. Survey and relative items
 * and those that do not apply are left as they are. A goal that is reached already needs none; one that all items
 * together do not reach is unreachable. Items of equal gain are taken in the order of the set.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param round The round, as `readRound` gave it, or as parsed from JSON: then it is judged first.
 * @param unit The id of the unit.
 * @param goal A grade or a better one, a published index in percent or a higher one, or a place from 1 or a better one; a
 * tie for it is enough.
 * @param options How far the process is followed.
 *
 * @returns The losses and the answer, frozen; or why the unit has no index.
 *
 * @throws TypeError if the set was not read by `readCriteriaSet` or the goal is no goal; RangeError if the round has no
 * such unit, the set no such grade, an index or place cannot be one, or `until` is neither a stage nor a day; InvalidError
 * if the frame of the round cannot be used.
 *
 * @example
 * ```ts
 * import { readFile } from "node:fs/promises";
 * import { gains } from "par-index/audit";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("binh-duong/district/2017");
 * const file = "docs/examples/published/binh-duong/district/2017.1.json";
 * const round = JSON.parse(await readFile(file, "utf8"));
 * const account = gains(set, round, "bau-bang", { index: "85" });
 * account.state === "scored" && account.lost.exact; // => '19.73'
 * account.state === "scored" && account.answer.kind === "reachable" && account.answer.items; // => [ '1' ]
 * ```
 */
export function gains(
  set: CriteriaSet,
  round: Round | unknown,
  unit: string,
  goal: Goal,
  options: GainsOptions = {},
): Gains {
  const plan = planOf(set, "gains");
  const title = checkGoal(set, goal);
  const { until } = options;
  const { input, round: read } = singleUnit(plan, round, unit, until, "gains");
  const notScored = (reason: UnrankedReason): Gains =>
    deepFreeze({ state: "not-scored", unit, name: input.unit.name, reason });
  if (input.unscored !== undefined) return notScored(input.unscored);
  const now = evaluate(plan, input);
  const state = stateOf(now);
  if (state !== "complete") return notScored(state);
  const losses = lossesOf(plan, now);
  const lost = sum(losses.map((it) => it.lost));
  const search: Search = {
    plan,
    input,
    until,
    candidates: candidatesOf(losses),
    places: "place" in goal ? otherPlaces(plan, read, unit, until) : undefined,
  };
  return deepFreeze({
    state: "scored",
    set: set.id,
    edition: set.edition,
    unit,
    name: input.unit.name,
    ...(until === undefined ? {} : { until }),
    now: lifted(search, 0).shown,
    lost: amountOf(plan, lost),
    lines: amountOf(plan, linesPercent(plan, now)),
    losses: losses.map((it) => shownLoss(plan, now, it, lost)),
    goal: { ...goal, ...(title === undefined ? {} : { title }) },
    answer: answerOf(search, goal),
  });
}

const goalShapes = 'gains: the goal must be { grade: "…" }, { index: "80" } or { place: 3 }';

/** Throws for a goal that cannot be one; gives the name of a grade. */
function checkGoal(set: CriteriaSet, goal: Goal): Text | undefined {
  if (typeof goal !== "object" || goal === null) throw new TypeError(goalShapes);
  if ("grade" in goal) {
    const grade = set.grades.find(({ id }) => id === goal.grade);
    if (grade === undefined) {
      const known = set.grades.map(({ id }) => JSON.stringify(id)).join(", ") || "none";
      throw new RangeError(`gains: the set has no grade ${JSON.stringify(goal.grade)}; its grades: ${known}`);
    }
    return grade.title;
  }
  if ("index" in goal) {
    if (typeof goal.index === "string" && isDecimal(goal.index)) return undefined;
    throw new RangeError(
      `gains: the index must be a decimal text like "85.5", not ${JSON.stringify(goal.index)}`,
    );
  }
  if (!("place" in goal)) throw new TypeError(goalShapes);
  if (Number.isSafeInteger(goal.place) && goal.place >= 1) return undefined;
  throw new RangeError(`gains: the place must be a whole number from 1, not ${JSON.stringify(goal.place)}`);
}

/** What the lines other than conversions add to the index: they are points of the declared maximum (design 3.3). */
function linesPercent({ max }: Plan, { totals }: Evaluation): Exact {
  const points = totals.lines.flatMap((line) => (line.kind === "conversion" ? [] : [line.points]));
  return divide(multiply(sum(points), hundred), max);
}

/** What the search for the fewest items looks at. */
interface Search {
  readonly plan: Plan;
  readonly input: UnitInput;
  readonly until: Until | undefined;
  /** The items that can be lifted, the largest gain first. */
  readonly candidates: readonly ExactLoss[];
  /** The other units of the group, where a place is the goal; or why the unit has no place. */
  readonly places: OtherPlaces | UnrankedReason | undefined;
}

/** The result with the first `count` candidates at their maximum. */
interface Attempt {
  readonly shown: Lifted;
  readonly index: Exact;
  /** The place that the ranked value alone allows at best. */
  readonly bestPlace: number | undefined;
}

function lifted(search: Search, count: number): Attempt {
  const { plan, input, candidates, places, until } = search;
  const standings: (LeafStanding | undefined)[] = [...input.standings];
  for (const { leaf } of candidates.slice(0, count))
    standings[leaf.index] = { kind: "points", points: leaf.item.maxPoints };
  const evaluation = evaluate(plan, { ...input, standings });
  const index = evaluation.totals.index ?? zero;
  const grade = gradeOf(plan.set.grades, rounded(index, plan.places, plan.mode));
  const shown = { count, index: amountOf(plan, index), ...(grade === undefined ? {} : { grade }) };
  if (places === undefined || typeof places === "string") return { shown, index, bestPlace: undefined };
  const keys = keysOf(plan, scoreOf(plan, input.unit, evaluation, input.claims, until));
  const place = placeAmong(places, (other) => compareKeys(other, keys) < 0);
  const bestPlace = placeAmong(places, (other) => compareKeys(other.slice(0, 1), keys.slice(0, 1)) < 0);
  return { shown: { ...shown, place }, index, bestPlace };
}

/** The keys of the other ranked units of a group, best first, with the places that they have among themselves. */
interface OtherPlaces {
  readonly keys: readonly (readonly (Exact | undefined)[])[];
  readonly dense: readonly number[];
  readonly ties: "skip" | "dense";
}

function otherPlaces(
  plan: Plan,
  round: Round,
  unit: string,
  until: Until | undefined,
): OtherPlaces | UnrankedReason {
  const { scores, rankings } = assess(plan.set, round, until === undefined ? {} : { until });
  const ranking = rankings.find(({ places }) => places.some((it) => it.unit === unit));
  if (ranking === undefined)
    return rankings.flatMap(({ unranked }) => unranked).find((it) => it.unit === unit)?.reason ?? "error";
  const ranked = new Set(ranking.places.map((it) => it.unit));
  const keys = scores
    .filter((it) => it.unit !== unit && ranked.has(it.unit))
    .map((it) => keysOf(plan, it))
    .sort(compareKeys);
  const dense = placeNumbers(
    keys.map((of) => ({ keys: of })),
    "dense",
  );
  return { keys, dense, ties: plan.set.ranking.ties };
}

/** The place after all that stand above; they are the first ones of the list. */
function placeAmong(
  { keys, dense, ties }: OtherPlaces,
  isAbove: (keys: readonly (Exact | undefined)[]) => boolean,
): number {
  const above = keys.filter(isAbove).length;
  return 1 + (ties === "skip" ? above : (dense[above - 1] ?? 0));
}

function answerOf(search: Search, goal: Goal): GainsAnswer {
  const { plan, candidates, places } = search;
  if (typeof places === "string") return { kind: "unranked", reason: places };
  const reaches = ({ shown }: Attempt): boolean => isReached(plan, goal, shown);
  const now = lifted(search, 0);
  if (reaches(now)) return { kind: "reached", result: now.shown };
  const all = lifted(search, candidates.length);
  if (!reaches(all)) return { kind: "unreachable", result: all.shown };
  // More items never lower index or place, so that the first number that is enough can be halved in upon.
  let [short, enough] = [0, candidates.length];
  while (enough - short > 1) {
    const middle = (short + enough) >> 1;
    if (reaches(lifted(search, middle))) enough = middle;
    else short = middle;
  }
  return {
    kind: "reachable",
    items: candidates.slice(0, enough).map(({ leaf }) => leaf.id),
    result: lifted(search, enough).shown,
    proof: proofOf(search, goal, now, short),
  };
}

function isReached({ set }: Plan, goal: Goal, { index, grade, place }: Lifted): boolean {
  if ("index" in goal) return compare(decimal(index.rounded), decimal(goal.index)) >= 0;
  if ("place" in goal) return place !== undefined && place <= goal.place;
  const order = set.grades.map(({ id }) => id);
  return grade !== undefined && order.indexOf(grade) <= order.indexOf(goal.grade);
}

/** The k − 1 largest gains fall short: so do any k − 1 gains, as long as they add up and the value alone decides. */
function proofOf(search: Search, goal: Goal, now: Attempt, short: number): GainsProof {
  const attempt = lifted(search, short);
  const together = sum(search.candidates.slice(0, short).map(({ gain }) => gain));
  if (!equals(attempt.index, add(now.index, together)))
    return { state: "not-proven", why: "cap", short: attempt.shown };
  const tied =
    "place" in goal && attempt.bestPlace !== undefined && attempt.bestPlace <= goal.place && short > 0;
  if (tied) return { state: "not-proven", why: "tie-breakers", short: attempt.shown };
  return { state: "proven", short: attempt.shown };
}
