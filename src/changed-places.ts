/**
 * The places of a group before and after one of its units changed (design 3.10): the units that the change touches get
 * new keys, the others keep theirs, and who has another place is told.
 */
import type { Decimal } from "./criteria-set.ts";
import type { Indexes } from "./indexes.ts";
import { byCodeUnit } from "./plain.ts";
import type { Plan } from "./plan.ts";
import { compareRanked, type Keyed, keysOf, placeNumbers } from "./ranking.ts";
import type { Assessment, Score, UnrankedReason } from "./result.ts";
import type { Unit } from "./round.ts";
import { type UnitIndex, unitIndex } from "./unit-index.ts";
import { type ReadyRound, touchedBy, unitStandings } from "./unit-inputs.ts";

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

/** A group before the change, kept for each result so that further changes find it. */
interface RankedGroup {
  /** The ranked units, best first. */
  readonly ranked: readonly Keyed[];
  readonly units: ReadonlyMap<string, IndexAndPlace>;
}

/** What changes in the group of a unit. */
export interface ChangedPlaces {
  readonly before: IndexAndPlace;
  readonly after: IndexAndPlace;
  readonly changed: readonly ChangedUnit[];
}

const groups = new WeakMap<Assessment | Indexes, Map<string, RankedGroup>>();

/** Compares the places of a unit's group before and after its answer changed. */
export function changedPlaces(
  before: ReadyRound,
  after: ReadyRound,
  results: Assessment | Indexes,
  unit: Unit,
): ChangedPlaces {
  const group = rankedGroup(before, results, unit.group);
  const touched = touchedBy(before, after, unit);
  const fresh = new Map<string, IndexAndPlace>();
  const keys: Keyed[] = [];
  for (const it of touched) {
    const { state, index, keys: own } = indexOf(after, it);
    fresh.set(it.id, index === undefined ? { state } : { state, index });
    if (index !== undefined && it.exempt === undefined) keys.push({ unit: it.id, keys: own });
  }
  const ranked = merged(
    group.ranked.filter((it) => !fresh.has(it.unit)),
    keys.sort(compareRanked),
  );
  const places = placesOf(before.plan, ranked);
  const stateAfter = (id: string): IndexAndPlace => {
    const known = fresh.get(id) ?? (group.units.get(id) as IndexAndPlace);
    return withPlace(known, places.get(id));
  };
  const changed: ChangedUnit[] = [];
  for (const [id, then] of group.units) {
    const place = places.get(id);
    if (!fresh.has(id) && place === then.place) continue;
    const now = stateAfter(id);
    if (now.state !== then.state || now.index !== then.index || now.place !== then.place)
      changed.push({ unit: id, before: then, after: now });
  }
  changed.sort((a, b) => byCodeUnit(a.unit, b.unit));
  return { before: group.units.get(unit.id) as IndexAndPlace, after: stateAfter(unit.id), changed };
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

/** Two lists that are each best first, as one. */
function merged(a: readonly Keyed[], b: readonly Keyed[]): readonly Keyed[] {
  const all: Keyed[] = [];
  let next = 0;
  for (const it of a) {
    for (; next < b.length && compareRanked(b[next] as Keyed, it) < 0; next++) all.push(b[next] as Keyed);
    all.push(it);
  }
  return [...all, ...b.slice(next)];
}

function placesOf(plan: Plan, ranked: readonly Keyed[]): ReadonlyMap<string, number> {
  const numbers = placeNumbers(ranked, plan.set.ranking.ties);
  return new Map(ranked.map(({ unit }, at) => [unit, numbers[at] as number]));
}

function rankedGroup(ready: ReadyRound, results: Assessment | Indexes, group: string): RankedGroup {
  const known = groups.get(results) ?? new Map<string, RankedGroup>();
  groups.set(results, known);
  const made = known.get(group) ?? rankGroup(ready, results, group);
  known.set(group, made);
  return made;
}

/** A group as the results have it: from the scores where these are there, else from the round once more. */
function rankGroup(ready: ReadyRound, results: Assessment | Indexes, group: string): RankedGroup {
  const { plan, index } = ready;
  const scores = "scores" in results ? new Map(results.scores.map((it) => [it.unit, it])) : undefined;
  const states = new Map<string, IndexAndPlace>();
  const ranked: Keyed[] = [];
  for (const unit of index.groups.get(group) ?? []) {
    const score = scores?.get(unit.id);
    const it =
      score === undefined
        ? indexOf(ready, unit)
        : {
            state: score.state,
            index: score.index,
            keys: score.index === undefined ? [] : keysOf(plan, score),
          };
    states.set(unit.id, it.index === undefined ? { state: it.state } : { state: it.state, index: it.index });
    if (it.index !== undefined && unit.exempt === undefined) ranked.push({ unit: unit.id, keys: it.keys });
  }
  ranked.sort(compareRanked);
  const places = placesOf(plan, ranked);
  return { ranked, units: new Map([...states].map(([id, it]) => [id, withPlace(it, places.get(id))])) };
}
