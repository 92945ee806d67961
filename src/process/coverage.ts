/**
 * Coverage of an inspection plan: which of the units that the plan wants visited were visited, and how many are missing
 * (Đồng Tháp 2022: 12 districts and cities, a commune in each, 8 departments). Without a register ids are taken at their
 * word, as far as they are not plainly one id written in two ways, or more than the plan says there are.
 */
import * as z from "zod/mini";
import type { IsoDate, Text } from "../criteria-set.ts";
import type { Path, Report } from "../issue.ts";
import { byCodeUnit, inputLimits, plainCopy } from "../plain.ts";
import { type Absence, absentUnits, type Unit } from "../round.ts";
import { built, nearest, readShape, shape } from "../shape.ts";
import type { Coverage, InEachCoverage, InspectionPlan, ListedCoverage } from "./inspection-plan.ts";
import type { InspectionVisit, VisitedUnit } from "./visits.ts";

/** A unit of the register, as inspections see it. */
export interface InspectedUnit {
  /** The id that visits use. */
  readonly id: string;
  /** Its kind, as the plan names it. */
  readonly kind: string;
  /** Its name, for texts; where absent they say the id. */
  readonly name?: Text | undefined;
  /** The id of the unit that it lies in. */
  readonly parent?: string | undefined;
  /** The units that it replaces, and since when, as a round has them; those need not stand in the register themselves. */
  readonly replaces?: Unit["replaces"];
}

/** A unit and the visits that cover it. */
export interface CoveredUnit {
  /** The id of the unit. */
  readonly unit: string;
  /** The ids of the visits, in the order in which they were given. */
  readonly visits: readonly string[];
}

/** What was reached in one unit of an `in-each` coverage. */
export interface ParentRow {
  /** The id of the unit in which others are visited. */
  readonly unit: string;
  /** How many of its units are visited. */
  readonly covered: number;
  /** How many are missing. */
  readonly missing: number;
}

/** One number of units that the plan wants visited, and what was reached. */
export interface CoverageRow {
  /** The id of the coverage in the plan. */
  readonly id: string;
  /** Its words. */
  readonly title: Text;
  /** How many units the plan wants; for `all` and `in-each` the units or places of the register where it has more. */
  readonly required: number;
  /** How many of them are visited; never above `required` for `in-each`, where a second one in one place does not help another. */
  readonly covered: number;
  /** How many are missing. */
  readonly missing: number;
  /** The units visited, by id; a visit to a unit that replaced others since the plan began stands at each of those. */
  readonly units: readonly CoveredUnit[];
  /** Where something is missing: the units known by name that could still fill it, by id; for `in-each` the places that fall short. One that was replaced is named by its successor. */
  readonly open: readonly string[];
  /** For `in-each`: each place that is known, by id. */
  readonly parents?: readonly ParentRow[] | undefined;
}

/** Self-inspection: who did it and, where the register is given, who did not. */
export interface SelfInspectionRow {
  /** The units that inspected themselves, by id. */
  readonly units: readonly CoveredUnit[];
  /** The units of the register that did not, by id; absent where no register was given. */
  readonly missing?: readonly string[] | undefined;
}

/** The register, as far as inspections ask it. */
export interface Register {
  /** A unit of the register, or one that another unit of it replaces. */
  readonly unitOf: (id: string) => InspectedUnit | undefined;
  /** The ids of the units of a kind that stood when the plan began: those are what it counts. */
  readonly ofKind: (kind: string) => readonly string[];
  /** The units that stood when the plan began for which a visit to a unit counts: itself, or those that it replaced since. */
  readonly countsFor: (id: string) => readonly string[];
  /** Why a unit is not there on a day; undefined where it is. */
  readonly absentOn: (id: string, day: IsoDate) => Absence | undefined;
  /** The unit that stands for one on a day. */
  readonly standingOn: (id: string, day: IsoDate) => string;
  /** All units, in the order of the register. */
  readonly units: readonly InspectedUnit[];
  /** The id that is spelt most like one that is not there; undefined where none is. */
  readonly nearest: (id: string) => string | undefined;
}

const registerSchema = /* @__PURE__ */ built((): z.core.$ZodType<readonly InspectedUnit[]> => {
  const { date, id, text } = shape;
  const replaces = z.optional(z.array(z.looseObject({ unit: id, since: date })));
  return z.array(z.looseObject({ id, kind: id, name: z.optional(text), parent: z.optional(id), replaces }));
});

/** How many ids at most are compared with those of the register for what they may have meant. */
const likeLimit = 200;

/** Reads the register of units; its issues have paths that start at `units`. What is not read is not there. */
export function readRegister(units: unknown, begin: IsoDate, report: Report): Register {
  const inUnits = (code: Parameters<Report>[0], path: Path, ...rest: [Parameters<Report>[2]?]): void =>
    report(code, ["units", ...path], ...rest);
  const copy = plainCopy(units, inputLimits, "normalise", Object.assign(inUnits, { issues: report.issues }));
  const list = readShape(registerSchema, copy, ["units"], report) ?? [];
  const byId = new Map<string, InspectedUnit>();
  for (const [at, unit] of list.entries()) {
    if (byId.has(unit.id)) report("unit-twice", ["units", at, "id"], { found: unit.id });
    else byId.set(unit.id, unit);
  }
  const successorOf = new Map<string, { readonly unit: string; readonly since: IsoDate }>();
  for (const { id, kind, parent, replaces = [] } of list)
    for (const { unit: former, since } of replaces) {
      if (former === id) continue;
      if (!successorOf.has(former)) successorOf.set(former, { unit: id, since });
      // A register of today lacks what was merged: that was of the kind, and in the place, of its successor.
      if (!byId.has(former)) byId.set(former, { id: former, kind, parent });
    }
  const known = [...byId.values()];
  const absences = new Map<IsoDate, ReadonlyMap<string, Absence>>();
  const absentOn = (id: string, day: IsoDate): Absence | undefined => {
    const absent = absences.get(day) ?? absentUnits(known, day);
    absences.set(day, absent);
    return absent.get(id);
  };
  const byKind = new Map<string, string[]>();
  for (const { id, kind } of known) {
    if (absentOn(id, begin) !== undefined) continue;
    const kin = byKind.get(kind);
    if (kin === undefined) byKind.set(kind, [id]);
    else kin.push(id);
  }
  const countsFor = (id: string, above: readonly string[] = []): readonly string[] => {
    const later = (byId.get(id)?.replaces ?? []).filter(({ since }) => since > begin);
    const formers = later.map(({ unit }) => unit).filter((unit) => unit !== id && !above.includes(unit));
    const own = formers.length > 0 && absentOn(id, begin) === "not-yet" ? [] : [id];
    return [...own, ...formers.flatMap((unit) => countsFor(unit, [...above, id]))];
  };
  const standingOn = (id: string, day: IsoDate): string => {
    let standing = id;
    for (let steps = 0; steps < known.length; steps++) {
      const next = successorOf.get(standing);
      if (next === undefined || next.since > day) break;
      standing = next.unit;
    }
    return standing;
  };
  const ids = [...byId.keys()];
  let hints = likeLimit;
  const nearestOf = (id: string): string | undefined => (hints-- > 0 ? nearest(id, ids) : undefined);
  list.forEach(({ id, parent }, at) => {
    if (parent === undefined || byId.has(parent)) return;
    const facts = { found: parent, expected: nearestOf(parent) };
    report("register-parent-unknown", ["units", at, "parent"], facts, { unit: id });
  });
  return {
    unitOf: (id) => byId.get(id),
    ofKind: (kind) => byKind.get(kind) ?? [],
    countsFor,
    absentOn,
    standingOn,
    units: list.filter(({ id }) => absentOn(id, begin) !== "replaced"),
    nearest: nearestOf,
  };
}

/** What the visits cover: of each unit its kind, the place in which it lies, and the visits. */
interface Seen {
  readonly units: ReadonlyMap<string, SeenUnit>;
  readonly register: Register | undefined;
  /** The day looked at: what is open is named by the unit that stands on it. */
  readonly on: IsoDate;
  readonly report: Report;
}

interface SeenUnit {
  readonly kind: string | undefined;
  readonly parent: string | undefined;
  readonly visits: string[];
}

/** Visits that count, with their units as the register has them. */
type CountedVisits = readonly {
  readonly visit: InspectionVisit;
  readonly units: readonly VisitedUnit[];
}[];

/** Gathers what the visits cover; a visit to a unit that replaced others since the plan began counts for each of them. */
export function seenOf(
  counted: CountedVisits,
  { register, on, report }: Pick<Seen, "register" | "on" | "report">,
): Seen {
  const units = new Map<string, SeenUnit>();
  for (const { visit, units: visited } of counted) {
    for (const own of visited.flatMap((unit) => countedFor(unit, register))) {
      const { unit, unitKind, parent } = own;
      const known = units.get(unit);
      if (known === undefined || (known.parent === undefined && parent !== undefined))
        units.set(unit, { kind: unitKind ?? known?.kind, parent, visits: known?.visits ?? [] });
      const visits = units.get(unit)?.visits ?? [];
      if (visits[visits.length - 1] !== visit.id) visits.push(visit.id);
    }
  }
  return { units, register, on, report };
}

/** The units for which a visited one counts, as the register has them. */
const countedFor = (visited: VisitedUnit, register: Register | undefined): readonly VisitedUnit[] =>
  (register?.countsFor(visited.unit) ?? [visited.unit]).map((unit) => {
    const known = unit === visited.unit ? undefined : register?.unitOf(unit);
    return known === undefined ? { ...visited, unit } : { unit, unitKind: known.kind, parent: known.parent };
  });

/** Units by the names of today: what was merged is seen to at its successor. */
const namedToday = (ids: readonly string[], { register, on }: Seen): readonly string[] =>
  [...new Set(ids.map((id) => register?.standingOn(id, on) ?? id))].sort(byCodeUnit);

const coveredUnits = (units: Iterable<readonly [string, SeenUnit]>): readonly CoveredUnit[] =>
  [...units]
    .map(([unit, { visits }]) => ({ unit, visits }))
    .sort((one, other) => byCodeUnit(one.unit, other.unit));

const ofKind = (seen: Seen, kind: string): readonly (readonly [string, SeenUnit])[] =>
  [...seen.units].filter(([, unit]) => unit.kind === kind);

/** Compares one number of units that the plan wants with the visits of its teams. */
export function coverageRow(rule: Coverage, at: number, seen: Seen): CoverageRow {
  if (rule.kind === "listed") return listedRow(rule, at, seen);
  if (rule.kind === "in-each") return eachRow(rule, at, seen);
  const units = ofKind(seen, rule.unitKind);
  const known = seen.register?.ofKind(rule.unitKind) ?? units.map(([id]) => id);
  const isWhole = rule.kind === "all";
  checkNumber(seen, ["coverage", at], known, { kind: rule.unitKind, number: rule.number, isWhole });
  const required = isWhole ? Math.max(rule.number, known.length) : rule.number;
  return countedRow(rule, required, { units: coveredUnits(units), known, seen });
}

/** What is visited of the units that could be. */
interface Visited {
  readonly units: readonly CoveredUnit[];
  readonly known: readonly string[];
  readonly seen: Seen;
}

function countedRow({ id, title }: Coverage, required: number, { units, known, seen }: Visited): CoverageRow {
  const missing = Math.max(0, required - units.length);
  const visited = new Set(units.map(({ unit }) => unit));
  const left = missing === 0 ? [] : known.filter((unit) => !visited.has(unit));
  const open = namedToday(left, seen);
  return { id, title, required, covered: units.length, missing, units, open };
}

function listedRow(rule: ListedCoverage, at: number, seen: Seen): CoverageRow {
  const { units, register, report } = seen;
  const covered = rule.units.flatMap((unit, place) => {
    if (register !== undefined && register.unitOf(unit) === undefined) {
      const facts = { found: unit, expected: register.nearest(unit) };
      report("coverage-unit-unknown", ["coverage", at, "units", place], facts, { unit });
    }
    const visits = units.get(unit)?.visits;
    return visits === undefined ? [] : [{ unit, visits }];
  });
  covered.sort((one, other) => byCodeUnit(one.unit, other.unit));
  return countedRow(rule, rule.units.length, { units: covered, known: rule.units, seen });
}

/** What a plan says of how many units of a kind there are: all of them, or at least so many. */
interface Stated {
  readonly kind: string;
  readonly number: number;
  readonly isWhole: boolean;
}

/** More units of a kind than the plan says there are, or another number than the register has. */
function checkNumber(
  { register, report }: Seen,
  path: Path,
  known: readonly string[],
  { kind, number, isWhole }: Stated,
): void {
  const count = known.length;
  const facts = { found: count, expected: number, kind };
  if (register !== undefined && (count < number || (isWhole && count > number)))
    report("coverage-number-differs", path, facts);
  if (register === undefined && isWhole && count > number) {
    const ids = known.slice(0, 20);
    report("coverage-beyond-number", path, { ...facts, ids });
  }
}

/** A place counts up to its own number: two communes of one district do not make up for a district without any. */
function eachRow(rule: InEachCoverage, at: number, seen: Seen): CoverageRow {
  const within = new Map<string, number>();
  const units = ofKind(seen, rule.unitKind).filter(([, { parent }]) => parent !== undefined);
  for (const [, { parent = "" }] of units)
    for (const place of seen.register?.countsFor(parent) ?? [parent])
      within.set(place, (within.get(place) ?? 0) + 1);
  const visited = ofKind(seen, rule.parentKind).map(([id]) => id);
  // What was visited as a unit of another kind is no place.
  const named = [...within.keys()].filter(
    (id) => (seen.units.get(id)?.kind ?? rule.parentKind) === rule.parentKind,
  );
  const places = seen.register?.ofKind(rule.parentKind) ?? [...new Set([...visited, ...named])];
  const known = [...places].sort(byCodeUnit);
  const stated = { kind: rule.parentKind, number: rule.parents, isWhole: true };
  checkNumber(seen, ["coverage", at], known, stated);
  const parents = known.map((unit) => {
    const covered = within.get(unit) ?? 0;
    return { unit, covered, missing: Math.max(0, rule.number - covered) };
  });
  const required = Math.max(known.length, rule.parents) * rule.number;
  const covered = parents.reduce((total, { missing }) => total + rule.number - missing, 0);
  return {
    id: rule.id,
    title: rule.title,
    required,
    covered,
    missing: required - covered,
    units: coveredUnits(units),
    open: namedToday(
      parents.filter(({ missing }) => missing > 0).map(({ unit }) => unit),
      seen,
    ),
    parents,
  };
}

/** Tells who inspected themselves; undefined where the plan asks nobody to. */
export function selfRow({ selfInspection }: InspectionPlan, seen: Seen): SelfInspectionRow | undefined {
  const { units: visited, register } = seen;
  if (selfInspection === undefined) return undefined;
  const units = coveredUnits(visited);
  if (register === undefined) return { units };
  const asked = selfInspection.unitKinds.flatMap((kind) => register.ofKind(kind));
  const left = asked.filter((id) => !visited.has(id));
  return { units, missing: namedToday(left, seen) };
}

/** Letters and numbers alone: `h-1`, `h01` and `h1` are most likely one id; `1-11` and `11-1` are two. */
const alikeKey = (id: string): string =>
  id
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/(?<![0-9])-|-(?![0-9])/g, "")
    .replace(/(?<![0-9])0+(?=[0-9])/g, "");

/** An id of a visit, with the place where it is written. */
export interface WrittenId {
  readonly id: string;
  readonly path: Path;
}

/**
 * Where no register tells which ids there are: ids that differ in nothing but their signs are taken for one, that of
 * the plan, else the one used most, else the shortest, and the others are reported. Gives what each id is taken for.
 */
export function alikeIds(
  written: readonly WrittenId[],
  ofPlan: readonly string[],
  report: Report,
): (id: string) => string {
  const uses = new Map<string, number>(ofPlan.map((id) => [id, Number.POSITIVE_INFINITY]));
  for (const { id } of written) uses.set(id, (uses.get(id) ?? 0) + 1);
  const likely = new Map<string, string>();
  const byUse = [...uses].sort(
    ([one, n], [other, m]) =>
      (m === n ? 0 : m < n ? -1 : 1) || one.length - other.length || byCodeUnit(one, other),
  );
  for (const [id] of byUse) if (!likely.has(alikeKey(id))) likely.set(alikeKey(id), id);
  const own = new Set(ofPlan);
  const takenFor = (id: string): string => (own.has(id) ? id : (likely.get(alikeKey(id)) ?? id));
  for (const { id, path } of written)
    if (takenFor(id) !== id) report("visit-unit-alike", path, { found: id, expected: takenFor(id) });
  return takenFor;
}
