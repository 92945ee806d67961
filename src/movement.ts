/**
 * Two rankings side by side: each unit's place and index before and after, who is new and who is gone. For a
 * correction, for two stages of one round, for two years: nothing is scored again, printed values are compared.
 */
import type { Decimal, Text } from "./criteria-set.ts";
import { decimal, exactText, subtract } from "./number.ts";
import { assertGiven, assertList, assertOptions, byCodeUnit, deepFreeze } from "./plain.ts";
import type { RankedList, RankedPart, Ranking } from "./ranking.ts";
import type { Unit } from "./round.ts";
import type { UnrankedReason } from "./units.ts";
import { enMovement, enStyle, enTerms } from "./words/en.ts";
import { viMovement, viStyle, viTerms } from "./words/vi.ts";
import { type Language, laidOut, message, say, tableOf, type Words } from "./words/words.ts";

/** Where a unit stands in one list: with a place, or apart with the reason. */
export interface ListStanding {
  /** The id of the unit in that list. */
  readonly unit: string;
  /** The place, from 1; absent where it has none. */
  readonly place?: number | undefined;
  /** The published index; of a list by an item or source, its component index. */
  readonly index?: Decimal | undefined;
  /** The id of the grade. */
  readonly grade?: string | undefined;
  /** Why it has no place. */
  readonly reason?: UnrankedReason | undefined;
}

/** One unit in two lists. */
export interface UnitMovement {
  /** The id of the unit, in the later list where it stands there. */
  readonly unit: string;
  /** `both`: it stands in both lists. `new`: in the later one alone. `gone`: in the earlier one alone. */
  readonly state: "both" | "new" | "gone";
  /** Where it stood. */
  readonly before?: ListStanding | undefined;
  /** Where it stands. */
  readonly after?: ListStanding | undefined;
  /** By how many places it rose (negative: fell); absent unless it has a place in both. */
  readonly rose?: number | undefined;
  /** What its printed index gained (negative: lost), in percentage points; absent unless it has one in both. */
  readonly gained?: Decimal | undefined;
  /** Of a new unit: the units of the earlier list in whose place it stands; by their ids. */
  readonly from?: readonly string[] | undefined;
  /** Of a unit that is gone: the units of the later list that stand in its place; by their ids. */
  readonly into?: readonly string[] | undefined;
}

/** What one list says as a whole. */
export interface ListHead {
  /** The id of the criteria set. */
  readonly set: string;
  /** Its edition. */
  readonly edition: number;
  /** How many units have a place. */
  readonly ranked: number;
  /** False where a unit that should have a place has none. */
  readonly complete: boolean;
  /** The mean, rounded once. */
  readonly mean?: Decimal | undefined;
}

/** Two lists of one group side by side. */
export interface RankingMovement {
  /** The id of the group; absent on lists across groups. */
  readonly group?: string | undefined;
  /** The item or source by which the lists are made. */
  readonly by?: RankedPart | undefined;
  /** The earlier list; absent where there was none of that group. */
  readonly before?: ListHead | undefined;
  /** The later list; absent where there is none of that group. */
  readonly after?: ListHead | undefined;
  /** The units: those of the later list in its order, then those that are gone in the order of the earlier one. */
  readonly units: readonly UnitMovement[];
}

/** What is compared of a ranking. */
export type ComparedRanking = Omit<RankedList, "format" | "library" | "approved"> &
  Partial<Pick<Ranking, "group">>;

/** Who followed whom. */
export interface CompareRankingsOptions {
  /**
   * The register that says who replaces whom: of two years that of the later round. A unit that alone replaces just one
   * other is compared with that one. Absent: units are told by their ids alone.
   */
  readonly units?: readonly Pick<Unit, "id" | "replaces">[] | undefined;
}

/**
 * Compares two rankings: before and after a correction, at two stages, or of two years.
 *
 * Lists are matched by group and by what they rank. Differences are of the printed values, so that they add up on paper.
 * Where a register is given, a unit that alone replaces just one other is compared with that one, though the later list
 * still has the other, as replaced. A unit that replaces several is new, and they are gone; `from` and `into` say so,
 * and no places are compared. Compared backwards everything is mirrored.
 *
 * @param before The earlier rankings, as `assess` or `rank` gave them.
 * @param after The later ones, of the same or another set.
 * @param options The register that says who replaced whom.
 *
 * @returns One comparison for each list of the later rankings, in their order, then those that only the earlier ones have;
 * frozen. Empty rankings give none.
 *
 * @throws TypeError if a value is no list of rankings, or an option is unknown; RangeError if two lists on one side
 * cannot be told apart.
 *
 * @example
 * ```ts
 * import { compareRankings } from "par-index";
 * const head = { set: "hoa-lam/department/2026", edition: 1, group: "general", unranked: [], complete: true, meanOf: 2 };
 * const place = (place: number, unit: string, index: string) => ({ place, unit, index, tied: false });
 * const before = [{ ...head, places: [place(1, "so-a", "90.10"), place(2, "so-b", "88.00")] }];
 * const after = [{ ...head, places: [place(1, "so-b", "90.50"), place(2, "so-a", "90.10")] }];
 * compareRankings(before, after)[0]?.units[0]?.rose; // => 1
 * compareRankings(before, after)[0]?.units[0]?.gained; // => '2.5'
 * ```
 */
export function compareRankings(
  before: readonly ComparedRanking[],
  after: readonly ComparedRanking[],
  options: CompareRankingsOptions = {},
): readonly RankingMovement[] {
  assertOptions(options, ["units"], "compareRankings");
  assertList(before, "compareRankings: the rankings before must be a list, as assess gives it");
  assertList(after, "compareRankings: the rankings after must be a list, as assess gives it");
  const [earlier, later] = [byList(before, "before"), byList(after, "after")];
  const units = options.units ?? [];
  const names = new Set([...later.keys(), ...earlier.keys()]);
  return deepFreeze(
    [...names].map((name): RankingMovement => {
      const [old, now] = [earlier.get(name), later.get(name)];
      const { group, by } = now ?? old ?? {};
      return {
        ...(group === undefined ? {} : { group }),
        ...(by === undefined ? {} : { by }),
        ...(old === undefined ? {} : { before: listHeadOf(old) }),
        ...(now === undefined ? {} : { after: listHeadOf(now) }),
        units: movements(listStandings(old), listStandings(now), units),
      };
    }),
  );
}

function byList(rankings: readonly ComparedRanking[], side: string): ReadonlyMap<string, ComparedRanking> {
  const lists = new Map<string, ComparedRanking>();
  if (!Array.isArray(rankings))
    throw new TypeError(
      `compareRankings: ${side} must be a list of rankings, as assess and rank give them in \`rankings\``,
    );
  for (const ranking of rankings) {
    const { group, by } = ranking;
    const name = JSON.stringify([group, by?.item, by?.source]);
    if (lists.has(name))
      throw new RangeError(
        `compareRankings: two rankings of ${side} are of one group, ${group ?? "across groups"}`,
      );
    lists.set(name, ranking);
  }
  return lists;
}

const listHeadOf = ({ set, edition, places, complete, mean }: ComparedRanking): ListHead => ({
  set,
  edition,
  ranked: places.length,
  complete,
  ...(mean === undefined ? {} : { mean }),
});

function listStandings(ranking: ComparedRanking | undefined): ReadonlyMap<string, ListStanding> {
  const placed = (ranking?.places ?? []).map(({ unit, place, index, grade }): [string, ListStanding] => [
    unit,
    { unit, place, index, ...(grade === undefined ? {} : { grade }) },
  ]);
  const apart = (ranking?.unranked ?? []).map(({ unit, index, reason }): [string, ListStanding] => [
    unit,
    { unit, ...(index === undefined ? {} : { index }), reason },
  ]);
  return new Map([...placed, ...apart]);
}

/** One list by its units. */
type UnitsOfList = ReadonlyMap<string, ListStanding>;

/** True where a unit has a part in the period of a list: it is in it, and neither replaced nor still to come. */
function takesPart(list: UnitsOfList, id: string): boolean {
  const standing = list.get(id);
  return standing !== undefined && standing.reason !== "replaced" && standing.reason !== "not-yet";
}

/** Of each unit of the later list that stands in the place of others: these, and the one that it is compared with. */
type Followed = ReadonlyMap<string, Formers>;

interface Formers {
  readonly from: readonly string[];
  readonly only: string | undefined;
}

/** Who stands in whose place: through units that neither list has, in the order of the lists or against it. */
function followed(
  before: UnitsOfList,
  after: UnitsOfList,
  units: NonNullable<CompareRankingsOptions["units"]>,
): Followed {
  const [formers, successors] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const { id, replaces = [] } of units)
    for (const { unit } of replaces) {
      formers.set(id, [...(formers.get(id) ?? []), unit]);
      successors.set(unit, [...(successors.get(unit) ?? []), id]);
    }
  const isEnd = (id: string, next: ReadonlyMap<string, unknown>): boolean =>
    !next.has(id) || takesPart(before, id) || takesPart(after, id);
  const endsOf = (id: string, next: ReadonlyMap<string, readonly string[]>): readonly string[] => {
    const seen = new Set([id]);
    for (const at of seen)
      if (at === id || !isEnd(at, next)) for (const other of next.get(at) ?? []) seen.add(other);
    return [...seen].filter((other) => other !== id && isEnd(other, next));
  };
  const isGone = (id: string): boolean => takesPart(before, id) && !takesPart(after, id);
  return new Map(
    [...after.keys()]
      .filter((id) => takesPart(after, id) && !takesPart(before, id))
      .flatMap((id) =>
        [
          { there: formers, back: successors },
          { there: successors, back: formers },
        ].flatMap(({ there, back }): [string, Formers][] => {
          const ends = endsOf(id, there);
          const [first] = ends;
          const from = ends.filter(isGone).sort(byCodeUnit);
          if (first === undefined || from.length === 0) return [];
          const isAlone = ends.length === 1 && endsOf(first, back).length === 1;
          return [[id, { from, only: isAlone ? first : undefined }]];
        }),
      ),
  );
}

function movements(
  before: UnitsOfList,
  after: UnitsOfList,
  units: NonNullable<CompareRankingsOptions["units"]>,
): readonly UnitMovement[] {
  const follows = followed(before, after, units);
  const into = new Map<string, string[]>();
  for (const [id, { from }] of follows)
    for (const former of from) into.set(former, [...(into.get(former) ?? []), id]);
  const compared = new Set<string>();
  const later = [...after.values()].flatMap((now): UnitMovement[] => {
    const { unit } = now;
    // Its line is that of the unit that stands in its place, or stands below.
    if (into.has(unit)) return [];
    const { from, only: former } = follows.get(unit) ?? { from: undefined, only: unit };
    const old = former === undefined ? undefined : before.get(former);
    compared.add(unit).add(former ?? unit);
    return [
      old === undefined
        ? { unit, state: "new", after: now, ...(from && { from }) }
        : { unit, state: "both", before: old, after: now, ...movedBy(old, now) },
    ];
  });
  const gone = [...before.values()]
    .filter(({ unit }) => !compared.has(unit))
    .sort((a, b) => (a.place ?? before.size) - (b.place ?? before.size) || byCodeUnit(a.unit, b.unit));
  return [
    ...later,
    ...gone.map((old): UnitMovement => {
      const successors = into.get(old.unit)?.sort(byCodeUnit);
      return { unit: old.unit, state: "gone", before: old, ...(successors && { into: successors }) };
    }),
  ];
}

function movedBy(old: ListStanding, now: ListStanding): Pick<UnitMovement, "rose" | "gained"> {
  const rose = old.place === undefined || now.place === undefined ? undefined : old.place - now.place;
  const gained =
    old.index === undefined || now.index === undefined
      ? undefined
      : exactText(subtract(decimal(now.index), decimal(old.index)));
  return { ...(rose === undefined ? {} : { rose }), ...(gained === undefined ? {} : { gained }) };
}

/** What the comparison needs of a table of words. */
export type MovementWords = Pick<Words, "style" | "terms" | "movement">;

const shippedMovementWords: Readonly<Record<Language, MovementWords>> = {
  vi: { style: viStyle, terms: viTerms, movement: viMovement },
  en: { style: enStyle, terms: enTerms, movement: enMovement },
};

/** What a comparison of rankings is said with. */
export interface MovementTextOptions {
  /** The units with their names; one that is not among them is named by its id. */
  readonly units?: readonly Pick<Unit, "id" | "name">[] | undefined;
  /** True: also the units whose place and index stayed. Absent or false: these are counted. */
  readonly all?: boolean | undefined;
}

/**
 * Says a comparison of two lists in words: the heads, then a line for each unit that moved, is new or is gone.
 *
 * @param movement One comparison that `compareRankings` gave.
 * @param language `"vi"` or `"en"`, or the words of another language.
 * @param options The names of the units, and whether those that stayed are listed too.
 *
 * @returns The text, in lines of at most 100 columns, without a line break at the end.
 *
 * @throws RangeError if the language is not shipped; TypeError if an option is unknown.
 *
 * @example
 * ```ts
 * import { movementText } from "par-index";
 * const head = { set: "x", edition: 1, ranked: 1, complete: true };
 * const before = { unit: "so-a", place: 2, index: "88.00" };
 * const after = { unit: "so-a", place: 1, index: "90.50" };
 * const units = [{ unit: "so-a", state: "both" as const, before, after, rose: 1, gained: "2.5" }];
 * movementText({ before: head, after: head, units }, "en").split("\n")[1]; // => 'so-a: place 2 → 1, up 1; index 88.00% → 90.50% (+2.5).'
 * ```
 */
export function movementText(
  movement: RankingMovement,
  language: Language | MovementWords,
  options: MovementTextOptions = {},
): string {
  const words = tableOf(language, shippedMovementWords, "movementText");
  assertGiven(
    movement,
    ["units"],
    "movementText: the movement must be one of those that compareRankings gives",
  );
  assertOptions(options, ["units", "all"], "movementText");
  const { units = [], all = false } = options;
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const stayed = movement.units.filter(isStill);
  const shown = all ? movement.units : movement.units.filter((unit) => !isStill(unit));
  const { before, after } = movement;
  const nameOf = (id: string): Name => names.get(id) ?? id;
  const lines = [
    say(words, "movement.head", {
      before: before?.ranked ?? 0,
      after: after?.ranked ?? 0,
      old: before?.mean,
      now: after?.mean,
    }),
    ...shown.map((unit) => unitText(words, unit, nameOf)),
    ...(all || stayed.length === 0 ? [] : [say(words, "movement.stayed", { count: stayed.length })]),
  ];
  return laidOut(
    lines.map((text) => ({ level: 0, text })),
    {},
  );
}

/** A name, or the id of a unit without one. */
type Name = string | Text;

/** True where neither the place nor the index of a unit changed. */
const isStill = ({ state, before, after, gained }: UnitMovement): boolean =>
  state === "both" &&
  before?.place === after?.place &&
  before?.reason === after?.reason &&
  (gained === undefined || gained === "0");

function unitText(words: MovementWords, movement: UnitMovement, nameOf: (id: string) => Name): string {
  const { unit, state, before, after, rose = 0, gained = "0", from, into } = movement;
  const name = nameOf(unit);
  const former = before === undefined || before.unit === unit ? undefined : nameOf(before.unit);
  if (state === "new")
    return say(words, "movement.new", { name, from: from?.map(nameOf), ...standing(after) });
  if (state === "gone")
    return say(words, "movement.gone", { name, into: into?.map(nameOf), ...standing(before) });
  if (before?.place === undefined || after?.place === undefined)
    return say(words, "movement.apart", {
      name,
      former,
      from: message("movement.standing", standing(before)),
      to: message("movement.standing", standing(after)),
    });
  return say(words, "movement.both", {
    name,
    former,
    before: before.place,
    after: after.place,
    up: rose > 0 ? rose : undefined,
    down: rose < 0 ? -rose : undefined,
    // Who has a place has an index.
    old: before.index ?? "",
    now: after.index ?? "",
    gained: gained === "0" ? undefined : gained.startsWith("-") ? gained : `+${gained}`,
  });
}

const standing = (of: ListStanding | undefined) => ({
  place: of?.place,
  index: of?.index,
  reason: of?.reason === undefined ? undefined : message(`terms.unranked.${of.reason}`),
});
