/**
 * Inspections against their plan: takes the plan and the visits, tells what is covered and by which visits, what is
 * missing, and what is wrong with each visit, as Đồng Tháp's plan of 2022 (units to be covered) and Hải Phòng's of 2019
 * (notice, decision, conclusion) ask. Nothing is asked that the plan does not say.
 */
import * as z from "zod";
import type { IsoDate } from "../criteria-set.ts";
import { type Issue, inFileOrder, report as newReport } from "../issue.ts";
import { deepFreeze, inputLimits, plainCopy } from "../plain.ts";
import type { Finding } from "../round.ts";
import { readShape, shape, withoutEval } from "../shape.ts";
import {
  type CoverageRow,
  coverageRow,
  type InspectedUnit,
  type Register,
  type SelfInspectionRow,
  selfRow,
} from "./coverage.ts";
import { assertInspectionPlan, type InspectionPlan } from "./inspection-plan.ts";
import {
  type Complain,
  type ConclusionRow,
  checkConduct,
  conclusionRow,
  type InspectionVisit,
  type NoticeRow,
  noticeRow,
  visitSchema,
} from "./visits.ts";

/** What else is known when visits are checked. */
export interface InspectionContext {
  /** The register of units; with it, missing units are named and unknown ones found. */
  readonly units?: readonly InspectedUnit[] | undefined;
  /** The findings of the round, so that a visit's findings are found there. */
  readonly findings?: readonly Finding[] | undefined;
  /** The day on which the year is looked at; later visits are planned, and later conclusions awaited. Absent: the whole period. */
  readonly on?: IsoDate | undefined;
}

/** What became of one visit. */
export interface VisitRow {
  /** The id of the visit. */
  readonly visit: string;
  /** The id of the unit. */
  readonly unit: string;
  /** `counted`: it covers its unit. `planned`: it lies after the day looked at. `refused`: an error stands against it. */
  readonly state: "counted" | "planned" | "refused";
  /** Its notice, where the plan asks for one. */
  readonly notice?: NoticeRow | undefined;
  /** Its conclusion. */
  readonly conclusion: ConclusionRow;
}

/** Inspections against their plan. */
export interface InspectionReport {
  /** The id of the plan. */
  readonly plan: string;
  /** The plan's coverage, in its order; empty where it says nothing of it. */
  readonly coverage: readonly CoverageRow[];
  /** Self-inspection, where the plan asks for it. */
  readonly selfInspection?: SelfInspectionRow | undefined;
  /** Each visit that could be read, in the order in which they were given. */
  readonly visits: readonly VisitRow[];
  /** True where no row of `coverage` misses anything. */
  readonly covered: boolean;
  /** What is wrong, in the order of the visits; paths start at the list of visits. */
  readonly issues: readonly Issue[];
}

const visitsSchema = /* @__PURE__ */ withoutEval(() => z.array(z.unknown()));

/**
 * Checks visits against the plan that they carry out.
 *
 * Visits with an error (outside the window, by an unknown team, in a mode that the plan does not allow, without the
 * decision that it asks for) cover nothing; visits with warnings (short notice, no conclusion) do. Notice is counted in
 * working days: the day of the notice is not counted, the day of the visit is. The order of the visits changes no
 * number; no visits give a report in which everything is missing.
 *
 * @param plan The plan, from `readInspectionPlan` or `inspectionPlan`.
 * @param visits The visits, in any order; their shape is checked too.
 * @param context The register of units, the findings of the round and the day on which the year is looked at.
 *
 * @returns What is covered, what is missing and what is wrong, frozen.
 *
 * @throws TypeError if the plan was not read, or `units` or `findings` is not a list.
 * @throws RangeError if `on` is not a date.
 *
 * @example
 * ```ts
 * import { checkInspections, inspectionPlan } from "par-index/process";
 * const plan = inspectionPlan("dong-thap/inspection/2022");
 * const visits = [{ id: "1", unit: "huyen-1", unitKind: "district", mode: "direct", team: "doan", date: "2022-03-01" }] as const;
 * checkInspections(plan, visits).coverage.map(({ id, missing }) => `${id}: ${missing}`); // => [ 'districts: 11', 'communes: 12', 'departments: 8' ]
 * ```
 */
export function checkInspections(
  plan: InspectionPlan,
  visits: readonly InspectionVisit[],
  context: InspectionContext = {},
): InspectionReport {
  assertInspectionPlan(plan, "checkInspections");
  const register = registerOf(context);
  const report = newReport();
  const copy = plainCopy(visits, inputLimits, "normalise", report);
  const list = readShape(visitsSchema, copy, [], report) ?? [];

  const read: { readonly at: number; readonly visit: InspectionVisit }[] = [];
  list.forEach((value, at) => {
    const isBroken = report.issues.some(({ severity, path }) => severity === "error" && path[0] === at);
    const visit = isBroken ? undefined : readShape(visitSchema, value, [at], report);
    if (visit !== undefined) read.push({ at, visit });
  });
  const ids = new Set<string>();
  const rows = read.map(({ at, visit }) => {
    const complain: Complain = (code, path, facts) =>
      report(code, [at, ...path], facts, { unit: visit.unit });
    if (ids.has(visit.id)) complain("visit-duplicate", ["id"], { found: visit.id });
    ids.add(visit.id);
    checkConduct(plan, visit, complain);
    checkUnit(register, visit, complain);
    checkVisitFindings(context.findings, visit, complain);
    const notice = noticeRow(plan, visit, complain);
    return { at, visit, notice, conclusion: conclusionRow(plan, visit, context.on, complain) };
  });

  const refused = new Set(
    report.issues.filter(({ severity }) => severity === "error").map(({ path }) => path[0]),
  );
  const visitRows: VisitRow[] = rows.map(({ at, visit, notice, conclusion }) => {
    const planned = context.on !== undefined && visit.date > context.on;
    const state = refused.has(at) ? "refused" : planned ? "planned" : "counted";
    return { visit: visit.id, unit: visit.unit, state, ...(notice && { notice }), conclusion };
  });
  const counted = rows.filter((_, place) => visitRows[place]?.state === "counted");
  const byTeam = counted.filter(({ visit }) => !visit.self);
  const coverage = (plan.coverage ?? []).map((it) => coverageRow(it, byTeam, register, report));
  const selfInspection = selfRow(
    plan,
    counted.map(({ visit }) => visit).filter(({ self }) => self),
    register,
  );
  return deepFreeze({
    plan: plan.id,
    coverage,
    ...(selfInspection && { selfInspection }),
    visits: visitRows,
    covered: coverage.every(({ missing }) => missing === 0),
    issues: inFileOrder(copy, report.issues),
  });
}

function registerOf({ units, findings, on }: InspectionContext): Register {
  if (units !== undefined && !Array.isArray(units))
    throw new TypeError("checkInspections: units is not a list");
  if (findings !== undefined && !Array.isArray(findings))
    throw new TypeError("checkInspections: findings is not a list");
  if (on !== undefined && !shape.date.safeParse(on).success)
    throw new RangeError("checkInspections: on is not a date");
  return units && new Map(units.map((it) => [it.id, it]));
}

function checkUnit(register: Register, visit: InspectionVisit, complain: Complain): void {
  if (register === undefined) return;
  const unit = register.get(visit.unit);
  if (unit === undefined) return complain("visit-unit-unknown", ["unit"], { found: visit.unit });
  if (unit.kind !== visit.unitKind)
    complain("visit-unit-differs", ["unitKind"], { found: visit.unitKind, expected: unit.kind });
  if (unit.parent !== undefined && visit.parent !== undefined && unit.parent !== visit.parent) {
    complain("visit-unit-differs", ["parent"], { found: visit.parent, expected: unit.parent });
  }
}

function checkVisitFindings(
  findings: readonly Finding[] | undefined,
  visit: InspectionVisit,
  complain: Complain,
): void {
  if (findings === undefined) return;
  (visit.findings ?? []).forEach((id, at) => {
    const finding = findings.find((it) => it.id === id);
    if (finding === undefined) complain("visit-finding-unknown", ["findings", at], { found: id });
    else if (finding.unit !== visit.unit) {
      complain("visit-finding-other-unit", ["findings", at], { found: id, expected: finding.unit });
    }
  });
}
