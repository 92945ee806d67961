/**
 * Where a unit lost points and the fewest items that would lift it to a grade, an index or a place, everything else
 * held. Each point of a source adds the same to the index, so that gains of single items add up exactly and taking the
 * largest ones first is proven to be least; where a limit of the index or a tie-breaker comes in between, the answer
 * says that it is not proven. And the same in words.
 */

import type { Until } from "../appraisal.ts";
import { assess } from "../assess.ts";
import type { CriteriaSet, Decimal, Text } from "../criteria-set.ts";
import {
  type Evaluation,
  evaluate,
  indexOfTerms,
  indexTerms,
  inPercentOf,
  type LeafResult,
  type LeafStanding,
  type LeafState,
  stateOf,
  worthOf,
} from "../evaluation.ts";
import {
  add,
  compareExact,
  decimal,
  type Exact,
  equals,
  exactText,
  isDecimal,
  isNegative,
  isZero,
  multiply,
  rounded,
  subtract,
  sum,
  zero,
} from "../number.ts";
import { assertGiven, assertOptions, deepFreeze } from "../plain.ts";
import { type Leaf, type Plan, planOf } from "../plan.ts";
import { compareKeys, evaluatedKeys, type Keyed, keysOf, placeAmong } from "../ranking.ts";
import type { Readable, RoundInput } from "../round/input.ts";
import type { Round } from "../round.ts";
import type { Language } from "../rule.ts";
import {
  type Amount,
  amountOf,
  briefPoints,
  gradeFacts,
  gradeOf,
  gradesOf,
  magnitude,
  shownAmount,
  visible,
} from "../score.ts";
import { singleUnit, type UnitInput, type UnrankedReason } from "../units.ts";
import { enGains, enStyle, enTerms } from "../words/en.ts";
import { viGains, viStyle, viTerms } from "../words/vi.ts";
import { type Message, message, say, tableOf, type Words } from "../words/words.ts";

/** What a unit wants to reach: a grade of the set or a better one, a published index, or a place in its group. */
export type Goal =
  /** The id of a grade. */
  | { readonly grade: string }
  /** A published index, in percent. */
  | { readonly index: Decimal }
  /** A place, from 1. */
  | { readonly place: number };

/** A goal, and how far the process is followed. */
export type GoalUntil = Goal & {
  /** A stage or a day, inclusive; `"self"`: as self-assessed; absent: to the end. */
  readonly until?: Until | undefined;
};

/**
 * Why a leaf is left as it is: its points come from others, it does not apply, or a gate is closed. That opening the
 * gate could give more is said, and never counted on.
 */
export type HeldReason = "survey" | "relative" | "not-applicable" | "gate";

/** Points that a unit lost on a leaf. */
export interface Loss {
  /** The id of the leaf. */
  readonly item: string;
  /** The number that the decision prints. */
  readonly number: string;
  /** Its title. */
  readonly title: Text;
  /** Its state. */
  readonly state: LeafState;
  /** Its points, as they count: rounded where the set rounds items. */
  readonly points: Amount;
  /** Its maximum, in points. */
  readonly maxPoints: Decimal;
  /** Maximum less points, in points. */
  readonly lost: Amount;
  /** Its part of everything that was lost, in percent. */
  readonly share: Amount;
  /** What the leaf at its maximum adds to the index, in percentage points, before any limit of the index. */
  readonly gain: Amount;
  /** Why it is not among the items that can be lifted; absent where it is. */
  readonly held?: HeldReason | undefined;
}

/** The result with some items at their maximum. */
export interface Lifted {
  /** How many items are at their maximum. */
  readonly count: number;
  /** The index then, in %; `rounded` is the published one. */
  readonly index: Amount;
  /** The id of the grade then. */
  readonly grade?: string | undefined;
  /** The place then, where a place is the goal; units that tie share the better one. */
  readonly place?: number | undefined;
}

/** Why no smaller number of items is enough. */
export interface GainsProof {
  /**
   * `proven`: the k − 1 largest gains together fall short, so that no k − 1 items reach the goal. `not-proven`: the goal
   * is reached, and whether fewer items reach it too was not shown.
   */
  readonly state: "proven" | "not-proven";
  /** Where it is not proven: a limit of the index bites, so that gains do not add up; or tie-breakers decide. */
  readonly reason?: "cap" | "tie-breakers" | "conditions" | undefined;
  /** The result with the k − 1 largest gains, which falls short. */
  readonly short: Lifted;
}

/** The answer to the question for a goal. */
export type GainsAnswer =
  /** The goal is reached as it is: k = 0. */
  | { readonly kind: "reached"; readonly result: Lifted }
  /** The goal is reached with these items at their maximum. */
  | {
      readonly kind: "reachable";
      /** The ids of the items, the largest gain first. */
      readonly items: readonly string[];
      /** The result with them. */
      readonly result: Lifted;
      /** Why fewer are not enough. */
      readonly proof: GainsProof;
    }
  /** Even all items together fall short. */
  | { readonly kind: "unreachable"; readonly result: Lifted }
  /** The unit is scored but not ranked, so that it has no place to gain. */
  | { readonly kind: "unranked"; readonly reason: UnrankedReason };

/** Where a unit lost points, and what would lift it to a goal. */
export interface ScoredGains {
  /** The unit has an index. */
  readonly state: "scored";
  /** The id of the criteria set. */
  readonly set: string;
  /** Its edition. */
  readonly edition: number;
  /** The id of the unit. */
  readonly unit: string;
  /** Its name. */
  readonly name: Text;
  /** The point in the process; absent: after everything. */
  readonly until?: Until | undefined;
  /** The result as it is. */
  readonly now: Lifted;
  /** Everything that was lost, in points. */
  readonly lost: Amount;
  /**
   * What bonus, penalty, late charge and limits together add to the index, in percentage points; below 0 where they take
   * from it. Conversions are no part of it: they count with the items.
   */
  readonly lines: Amount;
  /** The leaves that lost points, the most lost first, equal ones in the order of the set; empty where none did. */
  readonly losses: readonly Loss[];
  /** The goal, with the name of the grade where it is one. */
  readonly goal: Goal & { readonly title?: Text | undefined };
  /** The answer. */
  readonly answer: GainsAnswer;
}

/** The unit has no index, so that nothing can be said. */
export interface UnscoredGains {
  /** The discriminant. */
  readonly state: "unscored";
  /** The id of the unit. */
  readonly unit: string;
  /** Its name. */
  readonly name: Text;
  /** Why. */
  readonly reason: UnrankedReason;
}

/** What `gains` gives. */
export type Gains = ScoredGains | UnscoredGains;

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
 * tie for it is enough. With `until`, how far the process is followed.
 *
 * @returns The losses and the answer, frozen; or why the unit has no index.
 *
 * @throws TypeError if the set was not read by `readCriteriaSet` or the goal is no goal; RangeError if the round has no
 * such unit, the set no such grade, an index or place cannot be one, or `until` is neither a stage nor a day; InvalidError
 * if the frame of the round cannot be used.
 *
 * @example
 * ```ts
 * import { readRound } from "par-index";
 * import { gains } from "par-index/audit";
 * import { criteriaSet } from "par-index/criteria";
 * import file from "par-index/examples/published/binh-duong/district/2017.1.json" with { type: "json" };
 * const set = criteriaSet("binh-duong/district/2017");
 * const round = readRound(set, file);
 * const account = gains(set, round, "bau-bang", { index: "85" });
 * account.state === "scored" && account.lost.exact; // => '19.73'
 * account.state === "scored" && account.answer.kind === "reachable" && account.answer.items; // => [ '1' ]
 * ```
 */
export function gains(
  set: CriteriaSet,
  round: Round | Readable<RoundInput>,
  unit: string,
  goal: GoalUntil,
): Gains {
  const plan = planOf(set, "gains");
  const { asked, until } = askedGoal(set, goal);
  const { input, round: read } = singleUnit(plan, round, { unit, until, caller: "gains" });
  const notScored = (reason: UnrankedReason): Gains =>
    deepFreeze({ state: "unscored", unit, name: input.unit.name, reason });
  if (input.unscored !== undefined) return notScored(input.unscored);
  const now = evaluate(plan, input);
  const state = stateOf(now);
  if (state !== "complete") return notScored(state);
  const losses = lossesOf(plan, now);
  const lost = sum(losses.map((it) => it.lost));
  const search: Search = {
    plan,
    input,
    candidates: candidatesOf(losses),
    gated: plan.leaves.filter(({ index }) => now.leaves[index]?.reason === "gated"),
    places: "place" in asked ? otherPlaces(plan, read, unit, until) : undefined,
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
    lines: amountOf(plan, besideItems(plan, now)),
    losses: losses.map((it) => shownLoss(plan, now, it, lost)),
    goal: asked,
    answer: gainsAnswer(search, asked),
  });
}

const goalShapes = 'gains: the goal must be { grade: "…" }, { index: "80" } or { place: 3 }';

/** A goal with the name of the grade where it is one, and how far the process is followed; throws for one that cannot be. */
function askedGoal(
  set: CriteriaSet,
  goal: GoalUntil,
): { readonly asked: ScoredGains["goal"]; readonly until: Until | undefined } {
  if (typeof goal !== "object" || goal === null) throw new TypeError(goalShapes);
  assertOptions(goal, ["grade", "index", "place", "until"], "gains");
  const { until } = goal;
  if ("grade" in goal) {
    const grade = set.grades.find(({ id }) => id === goal.grade);
    if (grade !== undefined) return { asked: { grade: grade.id, title: grade.title }, until };
    const known = set.grades.map(({ id }) => JSON.stringify(id)).join(", ") || "none";
    throw new RangeError(`gains: the set has no grade ${JSON.stringify(goal.grade)}; its grades: ${known}`);
  }
  if ("index" in goal) {
    if (typeof goal.index === "string" && isDecimal(goal.index))
      return { asked: { index: goal.index }, until };
    throw new RangeError(
      `gains: the index must be a decimal text like "85.5", not ${JSON.stringify(goal.index)}`,
    );
  }
  if (!("place" in goal)) throw new TypeError(goalShapes);
  if (Number.isSafeInteger(goal.place) && goal.place >= 1) return { asked: { place: goal.place }, until };
  throw new RangeError(`gains: the place must be a whole number from 1, not ${JSON.stringify(goal.place)}`);
}

/** What lines other than conversions add to the index: those of the leaves count with the items. */
const besideItems = (plan: Plan, { totals }: Evaluation): Exact =>
  indexOfTerms(indexTerms(plan, totals).filter(({ line }) => line !== undefined));

/** What a leaf lost, exact. */
interface ExactLoss {
  readonly leaf: Leaf;
  /** What applies of its maximum. */
  readonly max: Exact;
  readonly lost: Exact;
  /** Percentage points of the index that its maximum would add. */
  readonly gain: Exact;
  readonly held: HeldReason | undefined;
}

/** Every leaf of the applicable maximum that is below its own maximum, the most lost first. */
function lossesOf(plan: Plan, now: Evaluation): readonly ExactLoss[] {
  const losses: ExactLoss[] = [];
  for (const leaf of plan.leaves) {
    const result = now.leaves[leaf.index];
    if (result?.counts !== true || result.points === undefined) continue;
    const max = result.ownMax ?? leaf.max;
    const lost = subtract(max, result.points);
    if (isZero(lost) || isNegative(lost)) continue;
    // Where the set rounds items, a maximum is rounded as any points are.
    const lift = subtract(plan.itemRounded(max), result.points);
    const source = now.sources[leaf.sourceIndex];
    const gain = source === undefined ? zero : inPercentOf(multiply(lift, worthOf(source)), now.totals.max);
    losses.push({ leaf, max, lost, gain, held: heldReason(leaf, result) });
  }
  return losses.sort((a, b) => compareExact(b.lost, a.lost) || a.leaf.index - b.leaf.index);
}

function heldReason(leaf: Leaf, { state, held }: LeafResult): HeldReason | undefined {
  if (leaf.source.kind === "survey") return "survey";
  if (leaf.rule.kind === "relative") return "relative";
  if (held !== undefined) return "gate";
  return state === "not-applicable" ? "not-applicable" : undefined;
}

/** The items that can be lifted, the largest gain first. */
const candidatesOf = (losses: readonly ExactLoss[]): readonly ExactLoss[] =>
  losses
    .filter(({ held, gain }) => held === undefined && !isZero(gain))
    .sort((a, b) => compareExact(b.gain, a.gain) || a.leaf.index - b.leaf.index);

/** A loss as plain data; its share is of everything that was lost. */
function shownLoss(plan: Plan, now: Evaluation, loss: ExactLoss, total: Exact): Loss {
  const { leaf, max, lost, gain, held } = loss;
  const result = now.leaves[leaf.index];
  return {
    item: leaf.id,
    number: leaf.number,
    title: leaf.item.title,
    state: result?.state ?? "scored",
    points: amountOf(plan, result?.points ?? zero),
    maxPoints: exactText(max),
    lost: amountOf(plan, lost),
    share: amountOf(plan, inPercentOf(lost, total)),
    gain: amountOf(plan, gain),
    ...(held === undefined ? {} : { held }),
  };
}

/** What the search for the fewest items looks at. */
interface Search {
  readonly plan: Plan;
  readonly input: UnitInput;
  /** The items that can be lifted, the largest gain first. */
  readonly candidates: readonly ExactLoss[];
  /** The leaves behind closed gates: they give what an unanswered one gives. */
  readonly gated: readonly Leaf[];
  /** The other units of the group, where a place is the goal; or why the unit has no place. */
  readonly places: Others | UnrankedReason | undefined;
}

/** The result with the first `count` candidates at their maximum. */
interface Attempt {
  readonly shown: Lifted;
  readonly index: Exact;
  /** The place that the ranked value alone allows at best. */
  readonly bestPlace: number | undefined;
}

function lifted(search: Search, count: number): Attempt {
  const { plan, input, candidates, places } = search;
  const standings: (LeafStanding | undefined)[] = [...input.standings];
  for (const { leaf, max } of candidates.slice(0, count)) {
    const points = exactText(max);
    const isOwn = standings[leaf.index]?.kind === "published";
    standings[leaf.index] = isOwn
      ? { kind: "published", facts: { points }, ownMax: max }
      : { kind: "points", points };
  }
  // Gates stay as they are: what is behind a closed one stays what it is, whatever is lifted.
  for (const leaf of search.gated) standings[leaf.index] = { kind: "unanswered", reason: "no-answer" };
  const evaluation = evaluate({ ...plan, gates: [] }, { ...input, standings });
  const index = evaluation.totals.index ?? zero;
  const published = rounded(index, plan.places, plan.mode);
  const { grade } = gradesOf(plan.set.grades, published, gradeFacts(plan, evaluation));
  const shown = { count, index: amountOf(plan, index), ...(grade === undefined ? {} : { grade }) };
  if (places === undefined || typeof places === "string") return { shown, index, bestPlace: undefined };
  const keys = evaluatedKeys(plan, evaluation);
  const place = placeAmong(plan, places)(keys);
  const valueOnly = places.map((other) => ({ keys: other.keys.slice(0, 1) }));
  return { shown: { ...shown, place }, index, bestPlace: placeAmong(plan, valueOnly)(keys.slice(0, 1)) };
}

/** The other ranked units of a group, best first. */
type Others = readonly Pick<Keyed, "keys">[];

function otherPlaces(
  plan: Plan,
  round: Round,
  unit: string,
  until: Until | undefined,
): Others | UnrankedReason {
  const { scores, rankings } = assess(plan.set, round, until === undefined ? {} : { until });
  const ranking = rankings.find(({ places }) => places.some((it) => it.unit === unit));
  if (ranking === undefined)
    return rankings.flatMap(({ unranked }) => unranked).find((it) => it.unit === unit)?.reason ?? "error";
  const ranked = new Set(ranking.places.map((it) => it.unit));
  return scores
    .filter((it) => it.unit !== unit && ranked.has(it.unit))
    .map((score) => ({ keys: keysOf(plan, score) }))
    .sort((a, b) => compareKeys(a.keys, b.keys));
}

function gainsAnswer(search: Search, goal: Goal): GainsAnswer {
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
    proof: fewestProof(search, goal, now, short),
  };
}

function isReached({ set }: Plan, goal: Goal, { index, grade, place }: Lifted): boolean {
  if ("index" in goal) return compareExact(decimal(index.rounded), decimal(goal.index)) >= 0;
  if ("place" in goal) return place !== undefined && place <= goal.place;
  const order = set.grades.map(({ id }) => id);
  return grade !== undefined && order.indexOf(grade) <= order.indexOf(goal.grade);
}

/** The k − 1 largest gains fall short: so do any k − 1 gains, as long as they add up and the value alone decides. */
function fewestProof(search: Search, goal: Goal, now: Attempt, short: number): GainsProof {
  const attempt = lifted(search, short);
  const together = sum(search.candidates.slice(0, short).map(({ gain }) => gain));
  // The index is there, and a condition of the grade is not: other items may meet it, fewer of them too.
  if ("grade" in goal && indexReaches(search.plan, goal.grade, attempt.shown))
    return { state: "not-proven", reason: "conditions", short: attempt.shown };
  if (!equals(attempt.index, add(now.index, together)))
    return { state: "not-proven", reason: "cap", short: attempt.shown };
  const tied =
    "place" in goal && attempt.bestPlace !== undefined && attempt.bestPlace <= goal.place && short > 0;
  if (tied) return { state: "not-proven", reason: "tie-breakers", short: attempt.shown };
  return { state: "proven", short: attempt.shown };
}

/** Whether an index alone reaches a grade. */
function indexReaches({ set }: Plan, grade: string, { index }: Lifted): boolean {
  const order = set.grades.map(({ id }) => id);
  return order.indexOf(gradeOf(set.grades, index.rounded) ?? "") <= order.indexOf(grade);
}

/** What the account needs of a table of words. */
export type GainsWords = Pick<Words, "style" | "terms" | "gains">;

const shippedGainsWords: Readonly<Record<Language, GainsWords>> = {
  vi: { style: viStyle, terms: viTerms, gains: viGains },
  en: { style: enStyle, terms: enTerms, gains: enGains },
};

/**
 * Says an account of gains in words: the index and the loss, one line for each item that lost points, the most first,
 * then the answer with its proof.
 *
 * @param gains What `gains` gave.
 * @param language `"vi"` or `"en"`, or the words of another language.
 *
 * @returns The text, several lines without a line break at the end.
 *
 * @throws RangeError if the language is not shipped.
 *
 * @example
 * ```ts
 * import { gainsText } from "par-index/audit";
 * gainsText({ state: "unscored", unit: "so-a", name: { vi: "Sở A" }, reason: "provisional" }, "en");
 * // => 'Sở A: there is no index (some of its items are still open), so nothing can be said.'
 * ```
 */
export function gainsText(gains: Gains, language: Language | GainsWords): string {
  const words = tableOf(language, shippedGainsWords, "gainsText");
  assertGiven(gains, ["state"], "gainsText: the gains must be what gains gives");
  if (gains.state === "unscored") {
    const { name, reason } = gains;
    return say(words, "gains.notScored", { name, reason: message(`terms.unranked.${reason}`) });
  }
  const lines = gains.losses.map((loss) => lossText(words, loss));
  return [
    headText(words, gains),
    ...(lines.length === 0 ? [say(words, "gains.nothingLost")] : lines),
    ...answerText(words, gains),
  ].join("\n");
}

/** The index, the loss, and what else than items moved the index. */
function headText(words: GainsWords, { name, now, lost, lines }: ScoredGains): string {
  const size = lines.exact === "0" ? undefined : shownAmount(magnitude(visible(lines)));
  const isTaken = lines.exact.startsWith("-");
  return say(words, "gains.head", {
    name,
    index: now.index.rounded,
    lost: briefPoints(lost),
    taken: isTaken ? size : undefined,
    given: isTaken ? undefined : size,
  });
}

const lossText = (words: GainsWords, { number, title, points, maxPoints, lost, share, held }: Loss): string =>
  say(words, "gains.loss", {
    number,
    title,
    points: briefPoints(points),
    max: maxPoints,
    lost: briefPoints(lost),
    share: share.rounded,
    held: held === undefined ? undefined : message(`terms.held.${held}`),
  });

function answerText(words: GainsWords, { goal: wanted, answer, losses }: ScoredGains): readonly string[] {
  const goal = goalMessage(wanted);
  switch (answer.kind) {
    case "reached":
      return [say(words, "gains.reached", { goal, result: resultMessage(answer.result) })];
    case "unreachable": {
      const { count } = answer.result;
      return [say(words, "gains.unreachable", { goal, count, result: resultMessage(answer.result) })];
    }
    case "unranked":
      return [say(words, "gains.unranked", { goal, reason: message(`terms.unranked.${answer.reason}`) })];
    case "reachable": {
      const numbers = new Map(losses.map(({ item, number }) => [item, number]));
      const items = answer.items.map((id) => numbers.get(id) ?? id);
      const result = resultMessage(answer.result);
      return [
        say(words, "gains.reachable", { goal, count: items.length, items, result }),
        proofText(words, answer),
      ];
    }
  }
}

function proofText(words: GainsWords, { proof }: Extract<GainsAnswer, { kind: "reachable" }>): string {
  if (proof.state === "not-proven") return say(words, `gains.${proof.reason ?? "cap"}`);
  const { count } = proof.short;
  const result = resultMessage(proof.short);
  return count === 0
    ? say(words, "gains.without", { result })
    : say(words, "gains.proven", { count, result });
}

function goalMessage(goal: ScoredGains["goal"]): Message {
  if ("index" in goal) return message("gains.index", { index: goal.index });
  if ("place" in goal) return message("gains.place", { place: goal.place });
  return message("gains.grade", { title: goal.title ?? goal.grade });
}

const resultMessage = ({ index, place }: Lifted): Message =>
  message("gains.result", { index: index.rounded, place });
