/**
 * The places of a group before and after one of its units changed (design 3.10): the units that the change touches get
 * new keys, the others keep theirs, and who has another place is told.
 */
import type { Decimal } from "./criteria-set.ts";
import { type Extra, extraOf } from "./evaluation.ts";
import type { Indexes } from "./indexes.ts";
import { memo } from "./plain.ts";
import type { Plan } from "./plan.ts";
import { compareRanked, type Keyed, keysOf, placeNumbers } from "./ranking.ts";
import type { Assessment, Score, UnrankedReason } from "./result.ts";
import type { Unit } from "./round.ts";
import { indexOfSums, type OwnSums, ownSums, type UnitIndex, unitIndex } from "./unit-index.ts";
import { groupChanged, type ReadyRound, relativeOnly, unitStandings } from "./unit-inputs.ts";

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

/** A unit of a group with what decides its place. */
interface Ranked extends Keyed {
  /** The position of the unit in its group. */
  readonly at: number;
}

/** A group before the change, kept for each result so that further changes find it. */
interface RankedGroup {
  /** Its units, by id. */
  readonly units: readonly Unit[];
  /** Each of them, in that order. */
  readonly states: readonly IndexAndPlace[];
  /** The ranked units, best first. */
  readonly ranked: readonly Ranked[];
  /** What of each unit's index the group does not change, as far as it was asked for. */
  readonly own: (OwnIndex | UnrankedReason | undefined)[];
}

/** The parts of a unit's index that its group does not change. */
interface OwnIndex {
  readonly sums: OwnSums;
  readonly extra: Extra;
}

/** What changes in the group of a unit. */
export interface ChangedPlaces {
  readonly before: IndexAndPlace;
  readonly after: IndexAndPlace;
  readonly changed: readonly ChangedUnit[];
}

const groups = /* @__PURE__ */ memo((_: Assessment | Indexes) => new Map<string, RankedGroup>());

/** Compares the places of a unit's group before and after its answer changed. */
export function changedPlaces(
  before: ReadyRound,
  after: ReadyRound,
  results: Assessment | Indexes,
  unit: Unit,
): ChangedPlaces {
  const group = rankedGroup(before, results, unit.group);
  const { units, states } = group;
  const own = units.indexOf(unit);
  const all = groupChanged(before, after, unit.group);
  // By position: a change can touch thousands of units.
  const fresh: (IndexAndPlace | undefined)[] = new Array(units.length).fill(undefined);
  const again: Ranked[] = [];
  for (let at = all ? 0 : own; at < (all ? units.length : own + 1); at++) {
    const it = units[at] as Unit;
    const { state, index, keys } = at === own ? indexOf(after, it) : indexWithin(group, before, after, at);
    fresh[at] = index === undefined ? { state } : { state, index };
    if (index !== undefined && it.exempt === undefined) again.push({ unit: it.id, keys, at });
  }
  const ranked = merged(
    group.ranked.filter(({ at }) => fresh[at] === undefined),
    again.sort(compareRanked),
  );
  const places = placesOf(before.plan, ranked, units.length);
  const changed: ChangedUnit[] = [];
  for (let at = 0; at < units.length; at++) {
    const then = states[at] as IndexAndPlace;
    const now = fresh[at] ?? then;
    const place = places[at];
    if (now.state !== then.state || now.index !== then.index || place !== then.place)
      changed.push({ unit: (units[at] as Unit).id, before: then, after: withPlace(now, place) });
  }
  const now = withPlace(fresh[own] as IndexAndPlace, places[own]);
  return { before: states[own] as IndexAndPlace, after: now, changed };
}

function withPlace({ state, index }: IndexAndPlace, place: number | undefined): IndexAndPlace {
  if (index === undefined) return { state };
  return place === undefined ? { state, index } : { state, index, place };
}

function indexOf(ready: ReadyRound, unit: Unit): Omit<UnitIndex, "state"> & Pick<IndexAndPlace, "state"> {
  const standings = unitStandings(ready, unit);
  if (standings.unscored !== undefined) return { state: standings.unscored, index: undefined, keys: [] };
  return unitIndex(ready.plan, standings);
}

/** The index of a unit of which nothing changed but its group; its own leaves are added up once for a result. */
function indexWithin(
  { units, own }: RankedGroup,
  before: ReadyRound,
  after: ReadyRound,
  at: number,
): ReturnType<typeof indexOf> {
  const unit = units[at] as Unit;
  const it = own[at] ?? ownIndex(before, unit);
  own[at] = it;
  if (typeof it === "string") return { state: it, index: undefined, keys: [] };
  const relative = relativeOnly(after, unit, at);
  return indexOfSums(after.plan, it.sums, relative, it.extra, () => unitStandings(after, unit).standings);
}

function ownIndex(ready: ReadyRound, unit: Unit): OwnIndex | UnrankedReason {
  const { unscored, ...input } = unitStandings(ready, unit);
  return unscored ?? { sums: ownSums(ready.plan, input.standings), extra: extraOf(ready.plan, input) };
}

/** Two lists that are each best first, as one. */
function merged(a: readonly Ranked[], b: readonly Ranked[]): readonly Ranked[] {
  const all: Ranked[] = [];
  let next = 0;
  for (const it of a) {
    for (; next < b.length && compareRanked(b[next] as Keyed, it) < 0; next++) all.push(b[next] as Ranked);
    all.push(it);
  }
  return [...all, ...b.slice(next)];
}

/** The places, by the position of the unit in its group. */
function placesOf(plan: Plan, ranked: readonly Ranked[], count: number): readonly (number | undefined)[] {
  const places: (number | undefined)[] = new Array(count).fill(undefined);
  const numbers = placeNumbers(ranked, plan.set.ranking.ties);
  ranked.forEach(({ at }, position) => {
    places[at] = numbers[position];
  });
  return places;
}

function rankedGroup(ready: ReadyRound, results: Assessment | Indexes, group: string): RankedGroup {
  const known = groups(results);
  const made = known.get(group) ?? rankGroup(ready, results, group);
  known.set(group, made);
  return made;
}

/** A group as the results have it: from the scores where these are there, else from the round once more. */
function rankGroup(ready: ReadyRound, results: Assessment | Indexes, group: string): RankedGroup {
  const { plan, index } = ready;
  const scores = "scores" in results ? new Map(results.scores.map((it) => [it.unit, it])) : undefined;
  const units = index.groups.get(group) ?? [];
  const states: IndexAndPlace[] = [];
  const ranked: Ranked[] = [];
  units.forEach((unit, at) => {
    const score = scores?.get(unit.id);
    const it =
      score === undefined
        ? indexOf(ready, unit)
        : {
            state: score.state,
            index: score.index,
            keys: score.index === undefined ? [] : keysOf(plan, score),
          };
    states.push(it.index === undefined ? { state: it.state } : { state: it.state, index: it.index });
    if (it.index !== undefined && unit.exempt === undefined)
      ranked.push({ unit: unit.id, keys: it.keys, at });
  });
  ranked.sort(compareRanked);
  const places = placesOf(plan, ranked, units.length);
  const own = new Array(units.length).fill(undefined);
  return { units, states: states.map((it, at) => withPlace(it, places[at])), ranked, own };
}
