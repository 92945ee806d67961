/**
 * One answer changed: what becomes of the index and the places, and why. The answer is judged like those of a round; the
 * unit is scored again, and of the others only what depends on it: the places of its group, and where a `relative` leaf
 * has another leader the indexes of its group.
 */

import type { Assessment } from "../assess.ts";
import type { Difference, Incomparable } from "../audit/compare.ts";
import { type Compared, compared, indexDifference } from "../audit/compare.ts";
import type { CriteriaSet, Decimal } from "../criteria-set.ts";
import { extraOf } from "../evaluation.ts";
import { hasErrors, type Issue } from "../issue.ts";
import { assertOptions, deepFreeze, elementAt, memoBy } from "../plain.ts";
import { type Plan, planOf } from "../plan.ts";
import { compareRanked, type Keyed, keysOf, placeNumbers } from "../ranking.ts";
import { isReadAssessment } from "../results.ts";
import { readAnswerOf } from "../round/answers.ts";
import { assertRound, bareRound, judgeRound } from "../round/read.ts";
import type { Round, SelfAssessment, Unit } from "../round.ts";
import type { Score } from "../score.ts";
import {
  areSameGroups,
  type PreparedRound,
  preparedRound,
  relativeResults,
  resultsMade,
  type UnrankedReason,
  unitInput,
  unitStandings,
  withinGroup,
} from "../units.ts";
import {
  type Indexes,
  indexes,
  indexOfSums,
  indexOfUnit,
  type OwnParts,
  ownSums,
  type UnitIndex,
} from "./indexes.ts";

/** The index of a unit, with its place. */
export interface IndexAndPlace {
  /** The state of the score; where there is none, the reason for which the unit is listed apart. */
  readonly state: Score["state"] | UnrankedReason;
  /** The published index; only where the state is `complete`. */
  readonly index?: Decimal | undefined;
  /** The place in the group; absent without an index, and for an exempt unit. */
  readonly place?: number | undefined;
}

/** A unit whose state, index or place is another one after the change. */
export interface ChangedUnit {
  /** The id of the unit. */
  readonly unit: string;
  /** Before the change. */
  readonly before: IndexAndPlace;
  /** After it. */
  readonly after: IndexAndPlace;
}

/** Which answer changes. */
export interface ChangedAnswer {
  /** The id of the unit. */
  readonly unit: string;
  /** The id of the leaf, one that the unit scores. */
  readonly item: string;
  /** The new answer, as a self-assessment writes it, without `item`; null takes the answer back. */
  readonly answer: unknown;
}

/** What `change` gives for an answer that can be read. */
export interface Change {
  /** The discriminant. */
  readonly state: "changed";
  /** The unit whose answer changed, before the change. */
  readonly before: IndexAndPlace;
  /** The same after it. */
  readonly after: IndexAndPlace;
  /** Every unit whose state, index or place changed, by id; the unit itself only where something of it did. */
  readonly changed: readonly ChangedUnit[];
  /** The difference of the unit's two indexes, parted exactly among items and lines; or why there are not two. */
  readonly difference: Difference;
  /** What is worth a look in the new answer: warnings alone. */
  readonly issues: readonly Issue[];
}

/** What `change` gives for an answer that cannot be read: nothing is computed with it. */
export interface RefusedChange {
  /** The discriminant. */
  readonly state: "refused";
  /** What is wrong with the answer, paths from the answer on. */
  readonly issues: readonly Issue[];
}

/**
 * Tells what one changed answer does, without scoring the other units again.
 *
 * State, index and place of every unit are those that `assess` gives for the round with that answer; the round and the
 * results stay as they are. The results say how far the process is followed. A unit with an error in its data stays
 * listed apart: reading the round again judges it anew. The first change after a result looks at every unit of the
 * group once; later ones do not.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param round The round, made by `readRound`.
 * @param results What `assess` or `indexes` gave for it, or `readAssessment` of what was stored.
 * @param changed The unit, the item and the new answer.
 *
 * @returns The change, frozen; or the issues of an answer that cannot be read.
 *
 * @throws TypeError if the set, the round or the results were not made by this library; RangeError if the results are
 * of another round, or the round has no such unit.
 *
 * @example
 * ```ts
 * import { change, indexes, readRound } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * import file from "par-index/examples/hoa-lam-departments-2026.json" with { type: "json" };
 * const set = criteriaSet("hoa-lam/department/2026");
 * const round = readRound(set, file);
 * const evidence = [{ number: "12/KH-SCT", issuer: "Sở Công Thương", date: "2026-01-15" }];
 * const answer = { facts: { choice: "none" }, evidence };
 * const result = change(set, round, indexes(set, round), { unit: "hoa-lam-so-cong-thuong", item: "1.1.1", answer });
 * result.state === "changed" && `${result.before.index} → ${result.after.index}`; // => '84.42 → 82.46'
 * ```
 */
export function change(
  set: CriteriaSet,
  round: Round,
  results: Assessment | Indexes,
  changed: ChangedAnswer,
): Change | RefusedChange {
  const plan = planOf(set, "change");
  assertOptions(changed, ["unit", "item", "answer"], "change");
  assertRound(set, round, "change");
  const given = isReadAssessment(results) ? indexesAgain(plan, round, results) : results;
  const before = madeFrom(given);
  const { round: bare } = before.index;
  if (bareRound(round) !== bare) throw new RangeError("change: the results are of another round");
  const unit = before.index.unitOf.get(changed.unit);
  if (unit === undefined)
    throw new RangeError(`change: the round has no unit ${JSON.stringify(changed.unit)}`);

  const { item, answer } = changed;
  const { assessment, issues } = readAnswerOf(set, before.index, { unit, item, answer });
  if (assessment === undefined || hasErrors(issues)) return deepFreeze({ state: "refused", issues });
  const after = withAnswer(before, assessment, changed.item);
  const side = (prepared: PreparedRound): Side =>
    compared(plan, bare, unitInput(prepared, unit), prepared.until);
  return deepFreeze({
    state: "changed",
    ...changedPlaces(given, after, unit),
    difference: differenceBetween(unit, side(before), side(after)),
    issues,
  } as const);
}

type Results = Assessment | Indexes;

/**
 * The indexes of the round, for an assessment that went through JSON: nobody vouches for its figures, so that a change
 * starts from these. Throws RangeError where the two do not agree.
 */
function indexesAgain(plan: Plan, round: Round, stored: Assessment): Indexes {
  return storedIndexes(stored, preparedRound(plan, judgeRound(plan.set, round), stored.until));
}

const storedIndexes = /* @__PURE__ */ memoBy(
  (stored: Assessment, { plan: { set }, index: { round }, until }: PreparedRound): Indexes => {
    const made = indexes(set, round, until === undefined ? {} : { until });
    const { scores, rankings } = stored;
    const places = rankings.flatMap((it) => it.places.map(({ unit, place }) => [unit, place] as const));
    const placeOf = new Map(places);
    const states = [
      ...rankings.flatMap(({ unranked }) =>
        unranked.map(({ unit, reason }) => ({ unit, state: reason, index: undefined })),
      ),
      ...scores,
    ];
    const of = new Map(states.map((it) => [it.unit, it]));
    const agrees = ({ unit, state, index, place }: Indexes["units"][number]): boolean =>
      of.get(unit)?.state === state && of.get(unit)?.index === index && placeOf.get(unit) === place;
    if (stored.set === set.id && stored.edition === set.edition && of.size === made.units.length)
      if (made.units.every(agrees)) return made;
    throw new RangeError("change: the results are of another round");
  },
);

/** The round as it was prepared for results. */
function madeFrom(results: Results): PreparedRound {
  const prepared = resultsMade.originOf(results);
  if (prepared === undefined) throw new TypeError("change: the results were not made by assess or indexes");
  return prepared;
}

/** One side of the comparison; or why it has no index. */
type Side = Compared | UnrankedReason;

function differenceBetween({ id, name }: Unit, a: Side, b: Side): Difference {
  if (typeof a !== "string" && typeof b !== "string") return indexDifference(a, b);
  const reason = (side: "before" | "after", of: Side): readonly Incomparable[] =>
    typeof of === "string" ? [{ side, unit: id, name, reason: of }] : [];
  return { state: "not-comparable", reasons: [...reason("before", a), ...reason("after", b)] };
}

/** The same round with one self-assessment changed, on one item alone. */
function withAnswer(before: PreparedRound, assessment: SelfAssessment, item: string): PreparedRound {
  const changed = { assessment, from: before };
  const group = before.index.unitOf.get(assessment.unit)?.group;
  const isNew = !before.index.assessments.has(assessment.unit);
  // Who takes part in a group, and with which facts, is another matter only then.
  if (!isNew && !before.plan.relative.some(({ id }) => id === item)) return { ...before, changed };
  return { ...before, changed, relative: new Map([...before.relative].filter(([id]) => id !== group)) };
}

/** True where a changed answer gives the whole group of its unit other data: another leader or best, or open leaves. */
function isGroupChanged(before: PreparedRound, after: PreparedRound, group: string): boolean {
  if (before.relative === after.relative || before.plan.relative.length === 0) return false;
  const groups = (of: PreparedRound) => relativeResults(of, group).map((it) => it.group);
  return !areSameGroups(groups(before), groups(after));
}

/** What changes in the group of a unit. */
type ChangedPlaces = Pick<Change, "before" | "after" | "changed">;

/** A unit of a group with what decides its place. */
interface RankedMember extends Keyed {
  /** The position of the unit in its group. */
  readonly at: number;
}

/** A group before the change. */
interface RankedGroup {
  /** Its units, by id. */
  readonly units: readonly Unit[];
  /** Each of them, in that order. */
  readonly states: readonly IndexAndPlace[];
  /** The ranked units, best first. */
  readonly ranked: readonly RankedMember[];
}

/**
 * Compares the places of a unit's group before and after its answer changed: the units that the change touches get new
 * keys, the others keep theirs.
 */
function changedPlaces(results: Results, after: PreparedRound, unit: Unit): ChangedPlaces {
  const before = madeFrom(results);
  const { units, states, ranked } = rankedGroup(results, unit.group);
  const all = isGroupChanged(before, after, unit.group);
  // By position: a change can touch thousands of units.
  const fresh = units.map((member, at): UnitIndex | undefined =>
    member === unit
      ? indexOfUnit(after.plan, unitStandings(after, unit))
      : all
        ? indexWithin(before, after, { unit: member, at })
        : undefined,
  );
  const again = membersOf(units, fresh).sort(compareRanked);
  const kept = ranked.filter(({ at }) => fresh[at] === undefined);
  const places = placesByPosition(after.plan, merged(kept, again), units.length);
  const now = states.map((then, at) => withPlace(fresh[at] ?? then, places[at]));
  const changed: ChangedUnit[] = [];
  for (const [at, { id }] of units.entries()) {
    const [then, next] = [elementAt(states, at), elementAt(now, at)];
    if (next.state !== then.state || next.index !== then.index || next.place !== then.place)
      changed.push({ unit: id, before: then, after: next });
  }
  const own = units.indexOf(unit);
  return { before: elementAt(states, own), after: elementAt(now, own), changed };
}

function withPlace(
  { state, index }: Pick<UnitIndex, "state"> & { readonly index?: Decimal | undefined },
  place: number | undefined,
): IndexAndPlace {
  if (index === undefined) return { state };
  return place === undefined ? { state, index } : { state, index, place };
}

/** The units that have a place, of those whose index is given. */
const membersOf = (units: readonly Unit[], indexes: readonly (UnitIndex | undefined)[]): RankedMember[] =>
  units.flatMap(({ id, exempt }, at) => {
    const own = indexes[at];
    return own?.index === undefined || exempt !== undefined ? [] : { unit: id, keys: own.keys, at };
  });

/** The index of a unit of which nothing changed but its group. */
function indexWithin(
  before: PreparedRound,
  after: PreparedRound,
  { unit, at }: { readonly unit: Unit; readonly at: number },
): UnitIndex {
  const own = ownParts(before, unit);
  if (typeof own === "string") return { state: own, index: undefined, keys: [] };
  const relative = relativeResults(after, unit.group).map(({ leaf, group, members }) => {
    const member = members[at];
    return member && withinGroup(leaf, member.standing, member.target, group);
  });
  return indexOfSums(after.plan, own, relative, () => unitStandings(after, unit).standings);
}

/** The leaves of a unit that its group does not change: added up once for all changes of a round. */
const ownParts = /* @__PURE__ */ memoBy((prepared: PreparedRound, unit: Unit): OwnParts | UnrankedReason => {
  const { plan } = prepared;
  const { unscored, ...input } = unitStandings(prepared, unit);
  return unscored ?? { sums: ownSums(plan, input.standings), extra: extraOf(plan, input) };
});

/** Two lists that are each best first, as one. */
function merged(a: readonly RankedMember[], b: readonly RankedMember[]): readonly RankedMember[] {
  const all: RankedMember[] = [];
  const rest = [...b].reverse();
  for (const member of a) {
    for (let next = rest.at(-1); next !== undefined && compareRanked(next, member) < 0; next = rest.at(-1)) {
      all.push(next);
      rest.pop();
    }
    all.push(member);
  }
  return [...all, ...rest.reverse()];
}

/** The places, by the position of the unit in its group. */
function placesByPosition(
  { set }: Plan,
  ranked: readonly RankedMember[],
  count: number,
): readonly (number | undefined)[] {
  const places: (number | undefined)[] = new Array(count).fill(undefined);
  const numbers = placeNumbers(ranked, set.ranking.ties);
  for (const [position, { at }] of ranked.entries()) places[at] = numbers[position];
  return places;
}

/** A group as the results have it: from the scores where these are there, else from the round once more. */
const rankedGroup = /* @__PURE__ */ memoBy((results: Results, group: string): RankedGroup => {
  const prepared = madeFrom(results);
  const { plan, index } = prepared;
  const units = index.groups.get(group) ?? [];
  const scores =
    "scores" in results ? new Map(results.scores.map((score) => [score.unit, score])) : undefined;
  const indexes = units.map((unit): UnitIndex => {
    const score = scores?.get(unit.id);
    if (score === undefined) return indexOfUnit(plan, unitStandings(prepared, unit));
    const { state, index: published } = score;
    return { state, index: published, keys: published === undefined ? [] : keysOf(plan, score) };
  });
  const ranked = membersOf(units, indexes).sort(compareRanked);
  const places = placesByPosition(plan, ranked, units.length);
  return { units, states: indexes.map((own, at) => withPlace(own, places[at])), ranked };
});
