/**
 * Inspections against their plan: takes the plan, with its later editions where it was amended, and the visits; tells what
 * is covered and by which visits, what is missing, what is still to come, and what is wrong with each visit, as Đồng
 * Tháp's plan of 2022 (units to be covered) and Hải Phòng's of 2019 (notice, decision, conclusion) ask. Nothing is asked
 * that the plan does not say.
 */
import { partsOf } from "../calendar.ts";
import type { IsoDate, Text } from "../criteria-set.ts";
import { type Issue, report as newReport, type Path, type Report } from "../issue.ts";
import { assertOptions, byCodeUnit, deepFreeze, present } from "../plain.ts";
import { isDay, nearest } from "../shape.ts";
import {
  type Complain,
  type ConclusionRow,
  checkConduct,
  conclusionRow,
  type DecisionRow,
  decisionRow,
  type Judging,
  type NoticeRow,
  noticeRow,
} from "./conduct.ts";
import {
  alikeIds,
  type CoverageRow,
  coverageRow,
  type InspectedUnit,
  type Register,
  readRegister,
  type SelfInspectionRow,
  seenOf,
  selfRow,
  type WrittenId,
} from "./coverage.ts";
import { type TracedFinding, traceFindings } from "./findings.ts";
import {
  assertInspectionPlan,
  type InEachCoverage,
  type InspectionMode,
  type InspectionPlan,
} from "./inspection-plan.ts";
import {
  announcedOn,
  firstDay,
  type InspectionVisit,
  isDropped,
  issuesOfVisits,
  lastDay,
  placesWithErrors,
  type ReadVisit,
  readVisits,
  teamsOfVisit,
  unitsOfVisit,
  type VisitedUnit,
} from "./visits.ts";

/** What else is known when visits are checked. */
export interface InspectionOptions {
  /** The register of units; with it, missing units are named and unknown ones found. */
  readonly units?: readonly InspectedUnit[] | undefined;
  /** The day on which the year is looked at; later visits are planned, and later conclusions awaited. Absent: the whole period. */
  readonly on?: IsoDate | undefined;
}

/** What became of a visit: it covers its units; it is still to come; it was put off without a new day, or cancelled; or an error stands against it. */
export type VisitState = "counted" | "planned" | "postponed" | "cancelled" | "refused";

/** One visit against its plan. */
export interface VisitRow {
  /** The id of the visit. */
  readonly visit: string;
  /** The edition of the plan by which it is judged: the one in force when it was announced. */
  readonly edition: number;
  /** Its units, with kind and parent as the register or else the visit has them. */
  readonly units: readonly VisitedUnit[];
  /** How it is made. */
  readonly mode: InspectionMode;
  /** The ids of its teams. */
  readonly teams: readonly string[];
  /** True where the unit inspects itself. */
  readonly self?: true | undefined;
  /** Its first day; where it was put off, the new one. */
  readonly from: IsoDate;
  /** Its last day. */
  readonly to: IsoDate;
  /** What became of it. */
  readonly state: VisitState;
  /** Why it was put off or cancelled. */
  readonly reason?: string | undefined;
  /** Its notice, where the plan asks for one. */
  readonly notice?: NoticeRow | undefined;
  /** The decision, where it is still to be made. */
  readonly decision?: DecisionRow | undefined;
  /** Its conclusion. */
  readonly conclusion: ConclusionRow;
  /** How many findings it made. */
  readonly findings: number;
}

/** How many visits of one kind there are, by what became of them. */
export interface VisitCount extends Readonly<Record<VisitState, number>> {
  /** What is counted: `2026-q1`, the id of a team, a mode, a kind of unit. */
  readonly id: string;
  /** Its words, where the plan has some. */
  readonly title?: Text | undefined;
}

/** Visits of teams by quarter, team, mode and kind of unit; a joint visit counts for each team, one to several kinds for each kind. */
export interface VisitCounts {
  /** By the quarter of the first day, in time order. */
  readonly quarter: readonly VisitCount[];
  /** By team: those of the plan in its order, the others by id. */
  readonly team: readonly VisitCount[];
  /** By mode: those of the plan in its order, then the others. */
  readonly mode: readonly VisitCount[];
  /** By kind of unit: those that the plan names in its order, the others by id. */
  readonly unitKind: readonly VisitCount[];
}

/** Inspections against their plan. */
export interface InspectionReport {
  /** The id of the plan. */
  readonly plan: string;
  /** The edition whose coverage is asked: the last one in force on the day looked at. */
  readonly edition: number;
  /** Its title. */
  readonly title: Text;
  /** The day looked at, where one was given. */
  readonly on?: IsoDate | undefined;
  /** Whether ids were held against a register. False: they were taken at their word. */
  readonly idsChecked: boolean;
  /** The plan's coverage, in its order; empty where it says nothing of it. */
  readonly coverage: readonly CoverageRow[];
  /** Self-inspection, where the plan asks for it. */
  readonly selfInspection?: SelfInspectionRow | undefined;
  /** Each visit that could be read, in the order in which they were given. */
  readonly visits: readonly VisitRow[];
  /** The visits of teams, counted. */
  readonly counts: VisitCounts;
  /** The findings of visits that have taken place, with what became of them, in the order of the visits. */
  readonly findings: readonly TracedFinding[];
  /** True where no row of `coverage` misses anything, and no more units are written than the plan says there are; absent where the plan asks for no coverage. */
  readonly covered?: boolean | undefined;
  /** What is wrong, in the order of the visits; paths start at the list of visits, those of the register at `units`, of the plan at `coverage`. */
  readonly issues: readonly Issue[];
}

/** What visits are held against. */
interface YearScene {
  readonly editions: readonly [InspectionPlan, ...InspectionPlan[]];
  /** The edition whose coverage is asked. */
  readonly latest: InspectionPlan;
  readonly asked: AskedUnits;
  readonly register: Register | undefined;
  readonly on: IsoDate | undefined;
  readonly report: Report;
}

/**
 * Checks visits against the plan that they carry out.
 *
 * Visits with an error (outside the window, by an unknown team, in a mode that the plan does not allow, without the
 * decision that it asks for) cover nothing; visits with warnings (short notice, no conclusion) do. Notice is counted in
 * working days: the day of the notice is not counted, the day of the visit is. On a day given by `on`, a later visit is
 * planned: nothing is asked of it yet, and its row says by when each falls due. The order of the visits changes no
 * number; no visits give a report in which everything is missing.
 *
 * @param plan The plan, from `readInspectionPlan` or `inspectionPlan`; where it was amended, a list of its editions. Each
 *   visit is judged by the edition in force when it was announced, or, without notice, on its first day.
 * @param visits The visits, in any order; their shape is checked too.
 * @param options The register of units, and the day on which the year is looked at. A unit of it that `replaces` others is
 *   visited from that day on, they before it; the plan counts the units that stood when it began, and a visit to the new
 *   unit counts for each that it replaced since.
 *
 * @returns What is covered, what is missing, what is to come and what is wrong, frozen.
 *
 * @throws TypeError if a plan was not read, or `units` is not a list.
 * @throws RangeError if `on` is not a date, or the editions are of different plans or none.
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
  plan: InspectionPlan | readonly InspectionPlan[],
  visits: readonly InspectionVisit[],
  options: InspectionOptions = {},
): InspectionReport {
  const report = newReport();
  const editions = editionsOf(plan);
  assertOptions(options, ["units", "on"], "checkInspections");
  checkContext(options);
  const { units, on } = options;
  const { copy, read } = readVisits(visits, report);
  const latest = planOn(editions, on ?? "9999-12-31");
  const register = units && readRegister(units, latest.window.from, report);
  const scene: YearScene = { editions, latest, asked: askedOf(latest), register, on, report };

  const { known, kindOf } = knownUnits(scene, read);
  const isRepeated = new Set<string>();
  const rows = read.map(({ at, visit }, place) => {
    if (isRepeated.has(visit.id))
      report("visit-duplicate", [at, "id"], { found: visit.id }, { unit: visit.unit });
    isRepeated.add(visit.id);
    return { at, visit, ...judgedVisit({ ...scene, kindOf }, { at, visit }, known[place] ?? []) };
  });
  checkTeamsApart(scene, rows);
  const refused = placesWithErrors(report.issues);
  // What is wrong with a finding is no reason why the visit that made it should not count.
  const findings = traceFindings(read, { on, register }, report);

  const visitRows = rows.map(({ at, visit, row }): VisitRow => {
    const isCounted = row.state === "counted" || row.state === "planned";
    return present({
      ...row,
      state: isCounted && refused.has(at) ? "refused" : row.state,
      reason: whyOf(visit),
    });
  });
  const counted = rows.flatMap(({ visit, row: { units: its } }, place) =>
    visitRows[place]?.state === "counted" ? [{ visit, units: its }] : [],
  );
  const seeing = { register, on: on ?? latest.window.to, report };
  const byTeams = seenOf(
    counted.filter(({ visit }) => !visit.self),
    seeing,
  );
  const bySelf = seenOf(
    counted.filter(({ visit }) => visit.self),
    seeing,
  );
  const coverage = (latest.coverage ?? []).map((it, at) => coverageRow(it, at, byTeams));
  return deepFreeze(
    present({
      plan: latest.id,
      edition: latest.edition,
      title: latest.title,
      on,
      idsChecked: register !== undefined,
      coverage,
      selfInspection: selfRow(latest, bySelf),
      visits: visitRows,
      counts: visitCounts(latest, visitRows),
      findings,
      covered: latest.coverage && !isBeyond(report) && coverage.every(({ missing }) => missing === 0),
      issues: issuesOfVisits(copy, report.issues),
    }),
  );
}

/** Where more units are written than there are, some of them are none, and nobody knows which. */
const isBeyond = ({ issues }: Report): boolean =>
  issues.some(({ code }) => code === "coverage-beyond-number");

const whyOf = ({ cancelled, postponed }: InspectionVisit): string | undefined =>
  cancelled?.reason ?? postponed?.reason;

/** The editions of one plan, in their order. */
function editionsOf(plan: InspectionPlan | readonly InspectionPlan[]): YearScene["editions"] {
  const given: readonly InspectionPlan[] = isSeveral(plan) ? plan : [plan];
  for (const one of given) assertInspectionPlan(one, "checkInspections");
  const [first, ...others] = [...given].sort((one, other) => one.edition - other.edition);
  if (first === undefined) throw new RangeError("checkInspections: the list of editions is empty");
  if (others.some(({ id }) => id !== first.id))
    throw new RangeError("checkInspections: the editions are of different plans");
  if (new Set(given.map(({ edition }) => edition)).size < given.length)
    throw new RangeError("checkInspections: an edition is given twice");
  return [first, ...others];
}

const isSeveral = (plan: InspectionPlan | readonly InspectionPlan[]): plan is readonly InspectionPlan[] =>
  Array.isArray(plan);

/** The edition in force on a day: the last one whose day has come; the first holds from the beginning. */
function planOn([first, ...later]: YearScene["editions"], day: IsoDate): InspectionPlan {
  return later.findLast(({ inForce }) => inForce === undefined || inForce <= day) ?? first;
}

function checkContext({ units, on }: InspectionOptions): void {
  if (units !== undefined && !Array.isArray(units))
    throw new TypeError("checkInspections: units is not a list");
  if (on !== undefined && !isDay(on)) throw new RangeError("checkInspections: on is not a date");
}

/** The units of each visit, and what kind a unit is. */
interface KnownUnits {
  readonly known: readonly (readonly VisitedUnit[])[];
  readonly kindOf: (id: string) => string | undefined;
}

/** Where each unit of a visit is written. */
const placeOfUnit = (at: number, place: number): Path =>
  place === 0 ? [at] : [at, "furtherUnits", place - 1];

/** The units of each visit, with kind and parent as the register or else the visits have them; what is wrong is reported. */
function knownUnits({ register, asked, report }: YearScene, read: readonly ReadVisit[]): KnownUnits {
  if (register !== undefined) {
    const known = read.map(({ at, visit }) =>
      unitsOfVisit(visit).map((unit, place) =>
        registeredUnit({ register, visit, report }, unit, placeOfUnit(at, place)),
      ),
    );
    return { known, kindOf: (id) => register.unitOf(id)?.kind };
  }
  const written = read.flatMap(({ at, visit }) =>
    unitsOfVisit(visit).flatMap(({ unit, parent }, place): readonly WrittenId[] => {
      const path = placeOfUnit(at, place);
      return [
        { id: unit, path: [...path, "unit"] },
        ...(parent === undefined ? [] : [{ id: parent, path: [...path, "parent"] }]),
      ];
    }),
  );
  const takenFor = alikeIds(written, [...asked.listed], report);
  const taken = read.map(({ visit }) =>
    unitsOfVisit(visit).map(({ unit, unitKind, parent }) => ({
      unit: takenFor(unit),
      unitKind,
      parent: parent === undefined ? undefined : takenFor(parent),
    })),
  );
  const prevailing = {
    unitKind: mostWritten(taken.flat(), "unitKind"),
    parent: mostWritten(taken.flat(), "parent"),
  };
  const known = read.map(({ at }, index) =>
    (taken[index] ?? []).map((own, place) => {
      const { unit } = own;
      const whole = { unit, unitKind: prevailing.unitKind.get(unit), parent: prevailing.parent.get(unit) };
      for (const key of ["unitKind", "parent"] as const) {
        const [found, expected] = [own[key], whole[key]];
        if (found !== undefined && found !== expected)
          report("visit-unit-otherwise", [...placeOfUnit(at, place), key], { found, expected }, { unit });
      }
      return present(whole);
    }),
  );
  return { known, kindOf: (id) => prevailing.unitKind.get(id) };
}

/** What is written most of each unit, the first by id of those written equally often: so that no order decides. */
function mostWritten(units: readonly VisitedUnit[], key: "unitKind" | "parent"): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { unit, [key]: value } of units) {
    if (value === undefined) continue;
    const own = counts.get(unit) ?? new Map<string, number>();
    counts.set(unit, own.set(value, (own.get(value) ?? 0) + 1));
  }
  const most = new Map<string, string>();
  for (const [unit, own] of counts) {
    const [first] = [...own].sort(([one, n], [other, m]) => m - n || byCodeUnit(one, other));
    if (first !== undefined) most.set(unit, first[0]);
  }
  return most;
}

/** A unit of a visit held against the register as it was on its day. */
function registeredUnit(
  {
    register,
    visit,
    report,
  }: Pick<YearScene, "report"> & Pick<ReadVisit, "visit"> & { readonly register: Register },
  visited: VisitedUnit,
  path: Path,
): VisitedUnit {
  const { unit, unitKind, parent } = visited;
  const known = register.unitOf(unit);
  const about = { unit };
  if (known === undefined) {
    report("visit-unit-unknown", [...path, "unit"], { found: unit, expected: register.nearest(unit) }, about);
    return present({ unit, unitKind, parent });
  }
  const day = firstDay(visit);
  const absence = isDropped(visit) ? undefined : register.absentOn(unit, day);
  if (absence === "replaced") {
    const facts = { found: unit, expected: register.standingOn(unit, day), day };
    report("visit-unit-replaced", [...path, "unit"], facts, about);
  } else if (absence === "not-yet") {
    const expected = known.replaces?.map((former) => former.unit);
    report("visit-unit-not-yet", [...path, "unit"], { found: unit, expected, day }, about);
  }
  if (unitKind !== undefined && known.kind !== unitKind)
    report("visit-unit-differs", [...path, "unitKind"], { found: unitKind, expected: known.kind }, about);
  if (parent !== undefined && known.parent === undefined)
    report("visit-parent-unlisted", [...path, "parent"], { found: parent }, about);
  else if (parent !== undefined && known.parent !== parent)
    report("visit-unit-differs", [...path, "parent"], { found: parent, expected: known.parent }, about);
  return present({ unit, unitKind: known.kind, parent: known.parent });
}

/** What the numbers of a plan ask of units: the kinds that they speak of, and the units that they name. */
interface AskedUnits {
  readonly kinds: readonly string[];
  readonly listed: ReadonlySet<string>;
  readonly each: ReadonlyMap<string, InEachCoverage>;
}

function askedOf({ coverage = [], selfInspection }: InspectionPlan): AskedUnits {
  const kinds = coverage.flatMap((rule) => {
    if (rule.kind === "listed") return [];
    return rule.kind === "in-each" ? [rule.unitKind, rule.parentKind] : [rule.unitKind];
  });
  return {
    kinds: [...new Set([...kinds, ...(selfInspection?.unitKinds ?? [])])],
    listed: new Set(coverage.flatMap((rule) => (rule.kind === "listed" ? rule.units : []))),
    each: new Map(coverage.flatMap((rule) => (rule.kind === "in-each" ? [[rule.unitKind, rule]] : []))),
  };
}

/** Kinds and parents that the numbers of the plan ask for, and the visit or its units do not give. */
function checkCounting(
  { asked, register, kindOf, report }: YearScene & Pick<KnownUnits, "kindOf">,
  { at, visit }: ReadVisit,
  units: readonly VisitedUnit[],
): void {
  const { kinds, listed, each } = asked;
  if (kinds.length === 0) return;
  units.forEach(({ unit, unitKind, parent }, place) => {
    const path = placeOfUnit(at, place);
    if (register !== undefined && register.unitOf(unit) === undefined) return;
    if (unitKind === undefined) {
      if (!listed.has(unit))
        report("visit-kind-missing", [...path, "unitKind"], { found: unit, expected: kinds }, { unit });
      return;
    }
    if (!kinds.includes(unitKind) && !listed.has(unit)) {
      const expected = nearest(unitKind, kinds) ?? kinds;
      report("visit-kind-unknown", [...path, "unitKind"], { found: unitKind, expected }, { unit });
    }
    const rule = each.get(unitKind);
    if (rule === undefined || visit.self) return;
    const parentPath = [...path, "parent"];
    const kindOfParent = parent === undefined ? undefined : kindOf(parent);
    if (parent === undefined)
      report("visit-parent-missing", parentPath, { found: unit, expected: rule.title }, { unit });
    else if (kindOfParent !== undefined && kindOfParent !== rule.parentKind)
      report("visit-parent-kind", parentPath, { found: kindOfParent, expected: rule.parentKind }, { unit });
  });
}

/** One visit is to each unit once. */
function checkDistinctUnits({ at, visit }: ReadVisit, units: readonly VisitedUnit[], report: Report): void {
  const seen = new Set<string>();
  for (const [place, { unit: found }] of units.entries()) {
    if (seen.has(found))
      report("visit-unit-twice", [...placeOfUnit(at, place), "unit"], { found }, { unit: visit.unit });
    seen.add(found);
  }
}

/** One visit by the edition in force when it was announced. */
function judgedVisit(
  scene: YearScene & Pick<KnownUnits, "kindOf">,
  read: ReadVisit,
  units: readonly VisitedUnit[],
): { readonly row: VisitRow } {
  const { at, visit } = read;
  const { report, on } = scene;
  const complain: Complain = (code, path, params) =>
    report(code, [at, ...path], params, { unit: visit.unit });
  const plan = planOn(scene.editions, announcedOn(visit));
  const head = {
    visit: visit.id,
    edition: plan.edition,
    units,
    mode: visit.mode,
    teams: teamsOfVisit(visit),
    self: visit.self,
    from: firstDay(visit),
    to: lastDay(visit),
  };
  if (isDropped(visit)) {
    if (visit.conclusion !== undefined || visit.findings !== undefined)
      complain("visit-dropped-with-result", [visit.conclusion === undefined ? "findings" : "conclusion"]);
    const state = visit.cancelled === undefined ? "postponed" : "cancelled";
    return { row: { ...head, state, conclusion: { state: "not-asked" }, findings: 0 } };
  }
  const isHeld = on === undefined || firstDay(visit) <= on;
  const judging: Judging = { plan, visit, kind: units[0]?.unitKind, isHeld, on, complain };
  checkConduct(judging);
  checkDistinctUnits(read, units, report);
  checkCounting(scene, read, units);
  const notice = noticeRow(judging);
  const decision = decisionRow(judging, notice);
  const conclusion = present(conclusionRow(judging));
  const findings = isHeld ? (visit.findings?.length ?? 0) : 0;
  return { row: { ...head, state: isHeld ? "counted" : "planned", notice, decision, conclusion, findings } };
}

/** One team cannot be at two places on one day. */
function checkTeamsApart({ report }: YearScene, rows: readonly ReadVisit[]): void {
  const byTeam = new Map<string, ReadVisit[]>();
  for (const read of rows) {
    const { visit } = read;
    if (visit.self || visit.mode === "online" || isDropped(visit)) continue;
    for (const team of teamsOfVisit(visit)) {
      const own = byTeam.get(team);
      if (own === undefined) byTeam.set(team, [read]);
      else own.push(read);
    }
  }
  for (const [team, own] of byTeam) {
    let busy: { readonly visit: InspectionVisit; readonly until: IsoDate } | undefined;
    for (const { at, visit } of own.sort((one, other) =>
      byCodeUnit(firstDay(one.visit), firstDay(other.visit)),
    )) {
      const until = lastDay(visit);
      if (busy !== undefined && firstDay(visit) <= busy.until && busy.visit.unit !== visit.unit) {
        const facts = { found: team, expected: busy.visit.id, day: firstDay(visit) };
        report("visit-team-elsewhere", [at, "team"], facts, { unit: visit.unit });
      }
      if (busy === undefined || until > busy.until) busy = { visit, until };
    }
  }
}

/** Counts the visits of teams; what the plan names stands there even where no visit is made. */
function visitCounts(plan: InspectionPlan, rows: readonly VisitRow[]): VisitCounts {
  const ofTeams = rows.filter(({ self }) => !self);
  const counted = (
    keysOf: (row: VisitRow) => readonly string[],
    named: readonly VisitKey[] = [],
  ): readonly VisitCount[] => {
    const counts = new Map<string, Record<VisitState, number>>(named.map(({ id }) => [id, emptyCount()]));
    const others = [...new Set(ofTeams.flatMap(keysOf))].sort(byCodeUnit);
    for (const id of others) if (!counts.has(id)) counts.set(id, emptyCount());
    for (const row of ofTeams)
      for (const key of new Set(keysOf(row))) {
        const count = counts.get(key);
        if (count !== undefined) count[row.state] += 1;
      }
    const titles = new Map(named.map(({ id, title }) => [id, title]));
    return [...counts].map(([id, count]) => present({ id, title: titles.get(id), ...count }));
  };
  return {
    quarter: counted(({ from }) => [quarterOf(from)]),
    team: counted(({ teams }) => teams, plan.teams),
    mode: counted(
      ({ mode }) => [mode],
      plan.modes?.map(({ mode }) => ({ id: mode })),
    ),
    unitKind: counted(({ units }) => units.flatMap(({ unitKind }) => unitKind ?? []), plan.unitKinds),
  };
}

/** What visits are counted by, as the plan names it. */
interface VisitKey {
  readonly id: string;
  readonly title?: Text | undefined;
}

const emptyCount = (): Record<VisitState, number> => ({
  counted: 0,
  planned: 0,
  postponed: 0,
  cancelled: 0,
  refused: 0,
});

function quarterOf(day: IsoDate): string {
  const { year, month } = partsOf(day);
  const inQuarter = (month - 1) % 3;
  return `${year}-q${(month - 1 - inQuarter) / 3 + 1}`;
}
