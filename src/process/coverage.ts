/**
 * Coverage of an inspection plan: which of the units that the plan wants visited were visited, and how many are missing
 * (Đồng Tháp 2022: 12 districts and cities, a commune in each, 8 departments). It is given visits that count and looks
 * at nothing else.
 */
import type { Text } from "../criteria-set.ts";
import type { Report } from "../issue.ts";
import { byCodeUnit } from "../plain.ts";
import type { Coverage, InEachCoverage, InspectionPlan } from "./inspection-plan.ts";
import type { InspectionVisit } from "./visits.ts";

/** A unit of the register, as inspections see it. */
export interface InspectedUnit {
  /** The id that visits use. */
  readonly id: string;
  /** Its kind, as the plan names it. */
  readonly kind: string;
  /** The id of the unit that it lies in. */
  readonly parent?: string | undefined;
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

/** The register by id; undefined where none was given. */
export type Register = ReadonlyMap<string, InspectedUnit> | undefined;
/** Visits that count, with their place in the list. */
export type CountedVisits = readonly { readonly at: number; readonly visit: InspectionVisit }[];

/** The units visited and the visits to each, by id. */
function coveredUnits(visits: readonly InspectionVisit[]): CoveredUnit[] {
  const byUnit = new Map<string, string[]>();
  for (const { unit, id } of visits) {
    const of = byUnit.get(unit);
    if (of === undefined) byUnit.set(unit, [id]);
    else of.push(id);
  }
  return [...byUnit].map(([unit, ids]) => ({ unit, visits: ids })).sort((a, b) => byCodeUnit(a.unit, b.unit));
}

/** Compares one number of units that the plan wants with the visits of its teams. */
export function coverageRow(
  rule: Coverage,
  counted: CountedVisits,
  register: Register,
  report: Report,
): CoverageRow {
  if (rule.kind === "in-each") return eachRow(rule, counted, register, report);
  const listed = rule.kind === "listed" ? new Set(rule.units) : undefined;
  const fits = (unit: string, kind: string): boolean =>
    listed ? listed.has(unit) : rule.kind === "at-least" && kind === rule.unitKind;
  const units = coveredUnits(
    counted.map(({ visit }) => visit).filter(({ unit, unitKind }) => fits(unit, unitKind)),
  );
  const required = rule.kind === "listed" ? rule.units.length : rule.number;
  const missing = units.length < required ? required - units.length : 0;
  const known = listed
    ? [...listed]
    : [...(register?.values() ?? [])].filter(({ id, kind }) => fits(id, kind)).map(({ id }) => id);
  const visited = new Set(units.map(({ unit }) => unit));
  const open = missing === 0 ? [] : known.filter((id) => !visited.has(id)).sort(byCodeUnit);
  return { id: rule.id, title: rule.title, required, covered: units.length, missing, units, open };
}

/** A place counts up to its own number: two communes of one district do not make up for a district without any. */
function eachRow(
  rule: InEachCoverage,
  counted: CountedVisits,
  register: Register,
  report: Report,
): CoverageRow {
  const byParent = new Map<string, Set<string>>();
  for (const { id, kind } of register?.values() ?? [])
    if (kind === rule.parentKind) byParent.set(id, new Set());
  const fitting: InspectionVisit[] = [];
  for (const { at, visit } of counted) {
    if (register === undefined && visit.unitKind === rule.parentKind && !byParent.has(visit.unit))
      byParent.set(visit.unit, new Set());
    if (visit.unitKind !== rule.unitKind) continue;
    const parent = visit.parent ?? register?.get(visit.unit)?.parent;
    if (parent === undefined) {
      report(
        "visit-parent-missing",
        [at, "parent"],
        { found: visit.unit, expected: rule.id },
        { unit: visit.unit },
      );
      continue;
    }
    fitting.push(visit);
    byParent.set(parent, (byParent.get(parent) ?? new Set()).add(visit.unit));
  }
  const parents = [...byParent]
    .map(([unit, { size }]) => ({
      unit,
      covered: size,
      missing: size < rule.number ? rule.number - size : 0,
    }))
    .sort((a, b) => byCodeUnit(a.unit, b.unit));
  const places = parents.length > rule.parents ? parents.length : rule.parents;
  const required = places * rule.number;
  const covered = parents.reduce((total, { missing }) => total + rule.number - missing, 0);
  const open = parents.filter(({ missing }) => missing > 0).map(({ unit }) => unit);
  return {
    id: rule.id,
    title: rule.title,
    required,
    covered,
    missing: required - covered,
    units: coveredUnits(fitting),
    open,
    parents,
  };
}

/** Tells who inspected themselves; undefined where the plan asks nobody to. */
export function selfRow(
  plan: InspectionPlan,
  visits: readonly InspectionVisit[],
  register: Register,
): SelfInspectionRow | undefined {
  const rule = plan.selfInspection;
  if (rule === undefined) return undefined;
  const units = coveredUnits(visits);
  if (register === undefined) return { units };
  const done = new Set(units.map(({ unit }) => unit));
  const asked = [...register.values()]
    .filter(({ kind }) => rule.unitKinds.includes(kind))
    .map(({ id }) => id);
  return { units, missing: asked.filter((id) => !done.has(id)).sort(byCodeUnit) };
}
