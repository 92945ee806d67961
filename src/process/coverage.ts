/**
 * Coverage of an inspection plan: which of the units that the plan wants visited were visited, and how many are missing
 * (Đồng Tháp 2022: 12 districts and cities, a commune in each, 8 departments). Units are those that stood on the first day
 * of the plan's window: one that replaces others since then counts for each of them. Without a register ids are taken at
 * their word, as far as they are not plainly one id written in two ways, or more than the plan says there are.
 */
import * as z from "zod";
import type { IsoDate, Text } from "../criteria-set.ts";
import type { Path, Report } from "../issue.ts";
import { byCodeUnit, inputLimits, plainCopy } from "../plain.ts";
import { nearest, readShape, shape, withoutEval } from "../shape.ts";
import type { AllCoverage, Coverage, InEachCoverage, InspectionPlan, ListedCoverage } from "./inspection-plan.ts";
import type { ReadVisit, VisitedUnit } from "./visits.ts";

/** A unit of the register, as inspections see it. */
export interface InspectedUnit {
  /** The id that visits use. */
  readonly id: string;
  /** Its kind, as the plan names it. */
  readonly kind: string;
  /** The id of the unit that it lies in. */
  readonly parent?: string | undefined;
  /** The units that it replaces, and since when, as the register of a round has them. */
  readonly replaces?: readonly { readonly unit: string; readonly since: IsoDate }[] | undefined;
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
  /** How many units the plan wants. */
  readonly required: number;
  /** How many of them are visited; never above `required` for `in-each`, where a second one in one place does not help another. */
  readonly covered: number;
  /** How many are missing. */
  readonly missing: number;
  /** The units visited, by id. */
  readonly units: readonly CoveredUnit[];
  /** Where something is missing: the units known by name that could still fill it, by id; for `in-each` the places that fall short. */
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
  /** A unit of the register, or one that a unit of it replaces. */
  readonly unitOf: (id: string) => Omit<InspectedUnit, "replaces"> | undefined;
  /** The unit that stands in place of one on a day; undefined where it stands itself. */
  readonly replacedBy: (id: string, on: IsoDate) => string | undefined;
  /** The units of the window's first day that a unit stands for. */
  readonly standsFor: (id: string) => readonly string[];
  /** The ids of the units of a kind on the window's first day. */
  readonly ofKind: (kind: string) => readonly string[];
  /** The id that is spelt most like one that is not there. */
  readonly nearest: (id: string) => string;
}

const registerSchema = /* @__PURE__ */ withoutEval(() => {
  const { date, id } = shape;
  const replaced = z.looseObject({ unit: id, since: date });
  return z.array(
    z.looseObject({ id, kind: id, parent: id.optional(), replaces: z.array(replaced).optional() }),
  );
});

/** Reads the register of units; its issues have paths that start at `units`. */
export function readRegister(units: unknown, from: IsoDate, report: Report): Register | undefined {
  const copy = plainCopy(units, inputLimits, "normalise", (code, path, ...rest) =>
    report(code, ["units", ...path], ...rest),
  );
  const list: readonly InspectedUnit[] | undefined = readShape(registerSchema, copy, ["units"], report);
  if (list === undefined) return undefined;
  const byId = new Map<string, InspectedUnit>();
  const successors = new Map<string, { readonly by: InspectedUnit; readonly since: IsoDate }[]>();
  list.forEach((unit, at) => {
    if (byId.has(unit.id)) report("unit-twice", ["units", at, "id"], { found: unit.id }, { unit: unit.id });
    else byId.set(unit.id, unit);
    for (const { unit: old, since } of unit.replaces ?? [])
      successors.set(old, [...(successors.get(old) ?? []), { by: unit, since }]);
  });
  const unitOf: Register["unitOf"] = (id) => {
    const own = byId.get(id);
    const [successor] = successors.get(id) ?? [];
    return own ?? (successor && { id, kind: successor.by.kind, parent: successor.by.parent });
  };
  list.forEach(({ id, parent }, at) => {
    if (parent !== undefined && unitOf(parent) === undefined)
      report("unit-parent-unknown", ["units", at, "parent"], { found: parent }, { unit: id });
  });
  const standsFor = (id: string, seen: readonly string[] = []): readonly string[] => {
    const since = (byId.get(id)?.replaces ?? []).filter((old) => old.since > from && !seen.includes(old.unit));
    return since.length === 0 ? [id] : since.flatMap((old) => standsFor(old.unit, [...seen, id]));
  };
  const known = [...new Set([...byId.keys(), ...successors.keys()])].sort(byCodeUnit);
  const replacedBy: Register["replacedBy"] = (id, on) =>
    successors.get(id)?.find(({ since }) => since <= on)?.by.id;
  const stood = known.filter((id) => replacedBy(id, from) === undefined && standsFor(id)[0] === id);
  return {
    unitOf,
    replacedBy,
    standsFor: (id) => standsFor(id),
    ofKind: (kind) => stood.filter((id) => unitOf(id)?.kind === kind),
    nearest: (id) => nearest(id, known) ?? "–",
  };
}

/** What the units of visits stand for, and their kinds and parents: from the register, else as the visits have them. */
interface Seen {
  /** For each unit of the window's first day that a visit covers: its kind, its parents, the visits. */
  readonly units: ReadonlyMap<string, SeenUnit>;
  /** The places that visits name, by kind where that is known. */
  readonly register: Register | undefined;
}

interface SeenUnit {
  readonly kind: string | undefined;
  readonly parents: readonly string[];
  readonly visits: readonly string[];
}

/** Visits that count, with their units as they were read. */
export type CountedVisits = readonly (ReadVisit & { readonly units: readonly VisitedUnit[] })[];

/** Gathers what the visits cover. */
export function seenOf(counted: CountedVisits, register: Register | undefined): Seen {
  const units = new Map<string, SeenUnit>();
  const standsFor = (id: string): readonly string[] => register?.standsFor(id) ?? [id];
  for (const { visit, units: visited } of counted) {
    for (const { unit, unitKind, parent } of visited) {
      for (const id of standsFor(unit)) {
        const known = units.get(id);
        const own = register?.unitOf(id);
        const within = own?.parent ?? parent;
        units.set(id, {
          kind: own?.kind ?? unitKind,
          parents: within === undefined ? (known?.parents ?? []) : standsFor(within),
          visits: [...(known?.visits ?? []), ...(known?.visits.includes(visit.id) ? [] : [visit.id])],
        });
      }
    }
  }
  return { units, register };
}

const coveredUnits = (units: Iterable<readonly [string, SeenUnit]>): readonly CoveredUnit[] =>
  [...units]
    .map(([unit, { visits }]) => ({ unit, visits }))
    .sort((one, other) => byCodeUnit(one.unit, other.unit));

const ofKind = (seen: Seen, kind: string): readonly (readonly [string, SeenUnit])[] =>
  [...seen.units].filter(([, unit]) => unit.kind === kind);

/** Compares one number of units that the plan wants with the visits of its teams. */
export function coverageRow(rule: Coverage, at: number, seen: Seen, report: Report): CoverageRow {
  if (rule.kind === "listed") return listedRow(rule, at, seen, report);
  if (rule.kind === "in-each") return eachRow(rule, seen, report);
  const units = ofKind(seen, rule.unitKind);
  const known = seen.register?.ofKind(rule.unitKind) ?? units.map(([id]) => id);
  if (rule.kind === "all") checkNumber(rule, rule.number, known, seen, report);
  const required = rule.kind === "all" ? Math.max(rule.number, known.length) : rule.number;
  return rowOf(rule, required, coveredUnits(units), known);
}

function rowOf(
  { id, title }: Coverage,
  required: number,
  units: readonly CoveredUnit[],
  known: readonly string[],
): CoverageRow {
  const missing = Math.max(0, required - units.length);
  const visited = new Set(units.map(({ unit }) => unit));
  const open = missing === 0 ? [] : known.filter((unit) => !visited.has(unit)).sort(byCodeUnit);
  return { id, title, required, covered: units.length, missing, units, open };
}

/** A unit of the list is covered where all that it stands for is. */
function listedRow(rule: ListedCoverage, at: number, { units, register }: Seen, report: Report): CoverageRow {
  const covered = rule.units.flatMap((unit) => {
    if (register !== undefined && register.unitOf(unit) === undefined)
      report("coverage-unit-unknown", [], { found: unit, expected: register.nearest(unit), at }, { unit });
    const parts = (register?.standsFor(unit) ?? [unit]).map((id) => units.get(id)?.visits);
    const visits = parts.flatMap((part) => part ?? []);
    return parts.includes(undefined) ? [] : [{ unit, visits: [...new Set(visits)] }];
  });
  const inOrder = covered.sort((one, other) => byCodeUnit(one.unit, other.unit));
  return rowOf(rule, rule.units.length, inOrder, rule.units);
}

/** More units of a kind than the plan says there are, or another number than the register has. */
function checkNumber(
  rule: AllCoverage | InEachCoverage,
  number: number,
  known: readonly string[],
  { register }: Seen,
  report: Report,
): void {
  const facts = { found: known.length, expected: number, coverage: rule.id, ids: known.join(", ") };
  if (register !== undefined && known.length !== number) report("coverage-number-differs", [], facts);
  if (register === undefined && known.length > number) report("coverage-beyond-number", [], facts);
}

/** A place counts up to its own number: two communes of one district do not make up for a district without any. */
function eachRow(rule: InEachCoverage, seen: Seen, report: Report): CoverageRow {
  const { register } = seen;
  const units = ofKind(seen, rule.unitKind).filter(([, { parents }]) => parents.length > 0);
  const named = units.flatMap(([, { parents }]) => parents);
  const visited = ofKind(seen, rule.parentKind).map(([id]) => id);
  const known = [...new Set([...(register?.ofKind(rule.parentKind) ?? [...visited, ...named])])].sort(byCodeUnit);
  checkNumber(rule, rule.parents, known, seen, report);
  const parents = known.map((unit) => {
    const covered = units.filter((it) => it[1].parents.includes(unit)).length;
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
    open: parents.filter(({ missing }) => missing > 0).map(({ unit }) => unit),
    parents,
  };
}

/** Tells who inspected themselves; undefined where the plan asks nobody to. */
export function selfRow(
  { selfInspection }: InspectionPlan,
  counted: CountedVisits,
  register: Register | undefined,
): SelfInspectionRow | undefined {
  if (selfInspection === undefined) return undefined;
  const seen = seenOf(counted, register);
  const units = coveredUnits(seen.units);
  if (register === undefined) return { units };
  const asked = selfInspection.unitKinds.flatMap(register.ofKind);
  return { units, missing: asked.filter((id) => !seen.units.has(id)).sort(byCodeUnit) };
}

/** Letters and digits alone: `h-1`, `h1` and `H1` are most likely one id. */
const alikeKey = (id: string): string => id.toLowerCase().replace(/[^a-z0-9]/g, "");

/** An id of a visit, with the place where it is written. */
export interface WrittenId {
  readonly id: string;
  readonly path: Path;
}

/**
 * Where no register tells which ids there are: ids that differ in nothing but their signs are taken for one, and those
 * that are used less are reported. Gives what each id is taken for.
 */
export function alikeIds(written: readonly WrittenId[], report: Report): (id: string) => string {
  const uses = new Map<string, number>();
  for (const { id } of written) uses.set(id, (uses.get(id) ?? 0) + 1);
  const likely = new Map<string, string>();
  const byUse = [...uses].sort(([one, n], [other, m]) => m - n || byCodeUnit(one, other));
  for (const [id] of byUse) if (!likely.has(alikeKey(id))) likely.set(alikeKey(id), id);
  const takenFor = (id: string): string => likely.get(alikeKey(id)) ?? id;
  for (const { id, path } of written)
    if (takenFor(id) !== id) report("visit-unit-alike", path, { found: id, expected: takenFor(id) });
  return takenFor;
}
