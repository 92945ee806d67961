/**
 * The indexes and places of a round, without its scores: for a run that is repeated many times or holds many units
 * (design 3.3, 3.10). They are those of `assess`, to the last digit; what each point comes from is left out.
 */
import { assertUntil, type Until } from "./appraisal.ts";
import type { CriteriaSet, Decimal } from "./criteria-set.ts";
import type { Issue } from "./issue.ts";
import type { Mutable } from "./plain.ts";
import { planOf } from "./plan.ts";
import { type Keyed, placesByUnit } from "./ranking.ts";
import type { Score, UnrankedReason } from "./result.ts";
import { withOrigin } from "./result-origin.ts";
import { judgeRound } from "./round/round-read.ts";
import type { Round } from "./round.ts";
import { unitIndex } from "./unit-index.ts";
import { readyRound, unitStandings } from "./unit-inputs.ts";

/** How far the process is followed. */
export interface IndexesOptions {
  /** A stage or a day, inclusive; `"self"`: as self-assessed; absent: to the end. */
  readonly until?: Until | undefined;
}

/** The index of one unit, and its place in its group. */
export interface IndexedUnit {
  /** The id of the unit. */
  readonly unit: string;
  /** The id of its group. */
  readonly group: string;
  /** The state of its score; where it has none, the reason for which it is listed apart. */
  readonly state: Score["state"] | UnrankedReason;
  /** The published index in %, rounded once; only where the state is `complete`. */
  readonly index?: Decimal | undefined;
  /** The place in its group, from 1; absent without an index, and for an exempt unit. */
  readonly place?: number | undefined;
}

/** What `indexes` gives. */
export interface Indexes {
  /** The id of the criteria set. */
  readonly set: string;
  /** Its edition. */
  readonly edition: number;
  /** The point in the process; absent: after everything. */
  readonly until?: Until | undefined;
  /** Every unit of the round, by id. */
  readonly units: readonly IndexedUnit[];
  /** Everything that is wrong with the round's data, or worth a look. */
  readonly issues: readonly Issue[];
}

/**
 * Computes the index and the place of every unit of a round, and nothing else.
 *
 * Index, place and state of each unit are those of `assess`; ties share the better place as the set says. It takes a
 * fraction of the time and memory of `assess`, because no points are printed.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param round The round, as `readRound` gave it, or as parsed from JSON: then it is judged first.
 * @param options How far the process is followed.
 *
 * @returns The units by id, and all issues, frozen. A round whose frame cannot be used gives its issues alone.
 *
 * @throws TypeError if the set was not read by `readCriteriaSet`; RangeError if `until` is neither a stage nor a day.
 *
 * @example
 * ```ts
 * import { readFile } from "node:fs/promises";
 * import { indexes } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const file = "docs/examples/published/binh-duong/district/2017.1.json";
 * const round = JSON.parse(await readFile(file, "utf8"));
 * const { units } = indexes(criteriaSet("binh-duong/district/2017"), round);
 * units.find(({ place }) => place === 1); // => { unit: 'thu-dau-mot', group: 'district', state: 'complete', index: '84.58', place: 1 }
 * ```
 */
export function indexes(set: CriteriaSet, round: Round | unknown, options: IndexesOptions = {}): Indexes {
  const plan = planOf(set, "indexes");
  assertUntil(options.until, "indexes");
  const judged = judgeRound(set, round);
  const head = {
    set: set.id,
    edition: set.edition,
    ...(options.until === undefined ? {} : { until: options.until }),
  };
  if (judged.fatal) return Object.freeze({ ...head, units: Object.freeze([]), issues: judged.issues });
  const ready = readyRound(plan, judged, options.until);
  const units: Mutable<IndexedUnit>[] = [];
  const ranked: (Keyed & { readonly group: string })[] = [];
  for (const unit of ready.index.units) {
    const standings = unitStandings(ready, unit);
    const { state, index, keys } =
      standings.unscored === undefined ? unitIndex(plan, standings) : unscored(standings.unscored);
    const indexed: Mutable<IndexedUnit> = { unit: unit.id, group: unit.group, state };
    if (index !== undefined) indexed.index = index;
    units.push(indexed);
    if (index !== undefined && unit.exempt === undefined)
      ranked.push({ unit: unit.id, group: unit.group, keys });
  }
  for (const { id } of set.groups) {
    const places = placesByUnit(
      plan,
      ranked.filter(({ group }) => group === id),
    );
    for (const it of units) {
      const place = places.get(it.unit);
      if (place !== undefined) it.place = place;
    }
  }
  for (const it of units) Object.freeze(it);
  return withOrigin(Object.freeze({ ...head, units: Object.freeze(units), issues: judged.issues }), ready);
}

const unscored = (state: UnrankedReason) => ({ state, index: undefined, keys: [] }) as const;
