/**
 * Findings from the visit to the score: each is written once, at the visit that made it, with what must be put right by
 * when; a later visit that looks at it again names it; and what the round needs of it is taken from there.
 */
import * as z from "zod/mini";
import { daysBetween } from "../calendar.ts";
import type { IsoDate } from "../criteria-set.ts";
import {
  hasErrors,
  InvalidError,
  type IssueCode,
  inFileOrder,
  report as newReport,
  type Path,
  type Report,
} from "../issue.ts";
import {
  assertList,
  assertOptions,
  byCodeUnit,
  deepFreeze,
  inputLimits,
  plainCopy,
  present,
} from "../plain.ts";
import type { Finding } from "../round.ts";
import { built, isDay, readShape, shape } from "../shape.ts";
import { type InspectedUnit, type Register, readRegister } from "./coverage.ts";
import { assertInspectionPlan, type InspectionPlan } from "./inspection-plan.ts";
import {
  firstDay,
  type InspectionVisit,
  isDropped,
  issuesOfVisits,
  lastDay,
  type ReadVisit,
  readVisits,
  teamsOfVisit,
  unitsOfVisit,
  type VisitFinding,
} from "./visits.ts";

/** A later look at a finding (phúc tra). */
export interface FindingLook {
  /** The id of the visit. */
  readonly visit: string;
  /** Its first day. */
  readonly date: IsoDate;
  /** Whether the finding was found to be put right. */
  readonly remedied: boolean;
  /** What was seen. */
  readonly outcome?: string | undefined;
}

/** A finding with all that visits say of it. */
export interface TracedFinding {
  /** The id. */
  readonly finding: string;
  /** The id of the visit that made it. */
  readonly visit: string;
  /** The id of the unit. */
  readonly unit: string;
  /** The id of the leaf or node that it is about; absent: the unit as a whole. */
  readonly item?: string | undefined;
  /** What was found. */
  readonly what: string;
  /** The last day of the visit that made it. */
  readonly found: IsoDate;
  /** True where the unit found it on itself. */
  readonly self?: true | undefined;
  /** What must be put right. */
  readonly remedy?: string | undefined;
  /** The last day for it. */
  readonly due?: IsoDate | undefined;
  /** Since when it has been put right; absent while it is open. */
  readonly remedied?: IsoDate | undefined;
  /** What became of it, as the visit that made it says. */
  readonly outcome?: string | undefined;
  /** The visits that looked at it again, by day. */
  readonly looks: readonly FindingLook[];
}

/** A finding that somebody still has to see to. */
export interface OpenFinding extends TracedFinding {
  /** The days after its last day on which it is still open; absent where it is in time, put right, or has no last day. */
  readonly lateDays?: number | undefined;
  /** Whether an entry of the council cites it; absent where no ledger was given. */
  readonly takenUp?: boolean | undefined;
}

/** An entry of a round's ledger, as far as findings ask it. */
export interface CitingEntry {
  /** What it does; an explanation of the unit takes nothing up. */
  readonly kind: string;
  /** Its day. */
  readonly date: IsoDate;
  /** The ids of the findings that it addresses. */
  readonly findings?: readonly string[] | undefined;
}

/** What else is known when findings are given to a round. */
export interface FindingsOptions {
  /** The plan, from `readInspectionPlan` or `inspectionPlan`; absent: teams are named by their ids. */
  readonly plan?: InspectionPlan | undefined;
  /** The register of units; with it, what was found on a unit that another one replaces stands at its successor. */
  readonly units?: readonly InspectedUnit[] | undefined;
}

/** What else is known when findings are looked through. */
export interface OpenFindingsOptions {
  /** The register of units; with it, a visit to a unit may follow what was found on those that it replaces. */
  readonly units?: readonly InspectedUnit[] | undefined;
  /** The entries of the round; with them, findings that the council never took up are told too. */
  readonly ledger?: readonly CitingEntry[] | undefined;
}

/** A finding that was read, with its place and the visit that made it. */
interface PlacedFinding {
  readonly path: Path;
  readonly by: InspectionVisit;
  readonly finding: VisitFinding;
  readonly unit: string;
  readonly looks: {
    readonly by: InspectionVisit;
    readonly remedied: boolean;
    readonly outcome?: string | undefined;
  }[];
}

/** True of a visit that has taken place by a day. */
const isMade = (visit: InspectionVisit, on: IsoDate | undefined): boolean =>
  !isDropped(visit) && (on === undefined || firstDay(visit) <= on);

/** What findings are looked through by. */
interface Tracing {
  readonly on: IsoDate | undefined;
  readonly register: Register | undefined;
}

/** Gathers the findings of visits that have taken place, reporting what is wrong with them; in the order of the visits. */
export function traceFindings(
  read: readonly ReadVisit[],
  { on, register }: Tracing,
  report: Report,
): readonly TracedFinding[] {
  const made = read.filter(({ visit }) => isMade(visit, on));
  const byId = new Map<string, PlacedFinding>();
  for (const { at, visit } of made) {
    visit.findings?.forEach((finding, place) => {
      const path = [at, "findings", place];
      const placed = placedFinding(visit, finding, path, report);
      if (byId.has(finding.id)) report("finding-twice", [...path, "id"], { found: finding.id });
      else if (placed !== undefined) byId.set(finding.id, placed);
    });
  }
  // A unit that the register does not know is told at its visit; that a later look names it otherwise follows from it.
  const unknown = new Set(
    report.issues.filter(({ code }) => code === "visit-unit-unknown").map(({ path }) => path[0]),
  );
  for (const { at, visit } of made) {
    const isSameUnit = (found: string, unit: string): boolean =>
      found === unit || register?.standingOn(found, firstDay(visit)) === unit;
    const followed = new Set<string>();
    for (const [place, follow] of visit.follows?.entries() ?? []) {
      const path = [at, "follows", place, "finding"];
      const { finding: found } = follow;
      const earlier = byId.get(found);
      if (followed.has(found)) report("visit-follow-twice", path, { found });
      else if (earlier?.by.id === visit.id) report("visit-follow-itself", path, { found });
      else if (earlier === undefined) report("visit-finding-unknown", path, { found });
      else if (!unitsOfVisit(visit).some(({ unit }) => isSameUnit(earlier.unit, unit))) {
        if (!unknown.has(at) && !unknown.has(earlier.path[0]))
          report("visit-finding-other-unit", path, { found, expected: earlier.unit });
      } else if (firstDay(visit) < firstDay(earlier.by))
        report("visit-follow-early", path, { found, expected: firstDay(earlier.by) });
      else earlier.looks.push({ by: visit, ...follow });
      followed.add(found);
    }
  }
  return [...byId.values()].map((placed) => tracedFinding(placed, on));
}

function placedFinding(
  by: InspectionVisit,
  finding: VisitFinding,
  path: Path,
  report: Report,
): PlacedFinding | undefined {
  const units = unitsOfVisit(by).map(({ unit }) => unit);
  const [first = "", ...others] = units;
  const unit = finding.unit ?? (others.length === 0 ? first : undefined);
  if (unit === undefined) {
    report("visit-finding-unit-missing", [...path, "unit"], { found: finding.id, expected: units });
    return undefined;
  }
  if (!units.includes(unit)) {
    report("visit-finding-other-unit", [...path, "unit"], { found: finding.id, expected: units });
    return undefined;
  }
  const day = firstDay(by);
  const { due, remedied } = finding;
  const complain = (code: IssueCode, key: string, found: IsoDate | undefined): void => {
    if (found !== undefined && found < day) report(code, [...path, key], { found, expected: day });
  };
  complain("visit-finding-due-early", "due", due);
  complain("visit-finding-remedied-early", "remedied", remedied);
  return { path, by, finding, unit, looks: [] };
}

/** What is known of a finding on a day: a later look prevails over an earlier one, and over what the first visit wrote. */
function tracedFinding({ by, finding, unit, looks }: PlacedFinding, on: IsoDate | undefined): TracedFinding {
  const { id, remedied: written, outcome } = finding;
  const inOrder = [...looks].sort(
    (one, other) => byCodeUnit(firstDay(one.by), firstDay(other.by)) || byCodeUnit(one.by.id, other.by.id),
  );
  let remedied = written !== undefined && (on === undefined || written <= on) ? written : undefined;
  for (const look of inOrder) {
    // What was put right after a look cannot have been seen by it.
    if (look.remedied) remedied = remedied ?? firstDay(look.by);
    else if (remedied !== undefined && remedied <= firstDay(look.by)) remedied = undefined;
  }
  return present({
    finding: id,
    visit: by.id,
    unit,
    item: finding.item,
    what: finding.what,
    found: lastDay(by),
    self: by.self,
    remedy: finding.remedy,
    due: finding.due,
    remedied,
    outcome,
    looks: inOrder.map((look) =>
      present({
        visit: look.by.id,
        date: firstDay(look.by),
        remedied: look.remedied,
        outcome: look.outcome,
      }),
    ),
  });
}

/** The days after its last day on which a finding is still open; undefined where it is in time, put right, or has no last day. */
export const daysOverdue = ({ due, remedied }: TracedFinding, on: IsoDate): number | undefined =>
  remedied === undefined && due !== undefined && due < on ? daysBetween(due, on) : undefined;

/** Reads visits for their findings. Throws InvalidError where they, or their findings, cannot be read. */
function findingsIn(
  visits: unknown,
  on: IsoDate | undefined,
  units: readonly InspectedUnit[] | undefined,
): {
  readonly traced: readonly TracedFinding[];
  readonly read: readonly ReadVisit[];
  readonly register: Register | undefined;
} {
  const report = newReport();
  const { copy, read } = readVisits(visits, report);
  const register = units && readRegister(units, firstOfAll, report);
  const traced = traceFindings(read, { on, register }, report);
  if (hasErrors(report.issues)) throw new InvalidError("visits", issuesOfVisits(copy, report.issues));
  return { traced, read, register };
}

const ledgerSchema = /* @__PURE__ */ built((): z.core.$ZodType<readonly CitingEntry[]> => {
  const { date, id } = shape;
  return z.array(z.looseObject({ kind: z.string(), date, findings: z.optional(z.array(id)) }));
});

/** The findings that entries of the council cite by a day. Throws InvalidError where the entries cannot be read. */
function citedIn(ledger: unknown, on: IsoDate): ReadonlySet<string> {
  const report = newReport();
  const copy = plainCopy(ledger, inputLimits, "normalise", report);
  const entries = hasErrors(report.issues) ? undefined : readShape(ledgerSchema, copy, [], report);
  if (entries === undefined) throw new InvalidError("ledger", inFileOrder(copy, report.issues));
  return new Set(
    entries.flatMap(({ kind, date, findings = [] }) => (kind === "explain" || date > on ? [] : findings)),
  );
}

/** Before and after any day of a register. */
const firstOfAll = "0001-01-01";
const lastOfAll = "9999-12-31";

/**
 * Gives the findings of a round from the visits that made them, so that nothing is typed twice.
 *
 * A finding carries the teams that found it, by the names of the plan where one is given, else by their ids; the last day
 * of the visit; and the day since when it has been put right, which may be that of a later visit which names it in
 * `follows`. What a unit found on itself is its own matter and is left out, and so is what was cancelled or put off.
 *
 * @param visits The visits, in any order.
 * @param options The plan, for the names of teams, and the register of units, for those that were merged.
 *
 * @returns The findings, in the order of the visits, frozen; for `findings` of a round.
 *
 * @throws InvalidError if the visits or their findings cannot be read; `issues` lists all of it.
 * @throws TypeError if the plan was not read, or `units` is not a list.
 *
 * @example
 * ```ts
 * import { findingsOf } from "par-index/process";
 * const first = { id: "1", unit: "so-1", mode: "direct", team: "doan", date: "2026-03-02", findings: [{ id: "f1", item: "3.2.1", what: "No queue tickets" }] } as const;
 * const again = { id: "2", unit: "so-1", mode: "direct", team: "doan", date: "2026-06-01", follows: [{ finding: "f1", remedied: true }] } as const;
 * findingsOf([first, again]); // => [ { id: 'f1', unit: 'so-1', item: '3.2.1', what: 'No queue tickets', by: 'doan', date: '2026-03-02', remedied: '2026-06-01' } ]
 * ```
 */
export function findingsOf(
  visits: readonly InspectionVisit[],
  options: FindingsOptions = {},
): readonly Finding[] {
  assertOptions(options, ["plan", "units"], "findingsOf");
  const { plan, units } = options;
  if (plan !== undefined) assertInspectionPlan(plan, "findingsOf");
  if (units !== undefined) assertList(units, "findingsOf: units must be a list");
  const { traced, read, register } = findingsIn(visits, undefined, units);
  const nameOf = new Map(plan?.teams?.map(({ id, title }) => [id, title.vi]));
  const visitOf = new Map(read.map(({ visit }) => [visit.id, visit]));
  const findings = traced
    .filter(({ self }) => self !== true)
    .map(({ finding: id, visit, unit: found, item, what, found: date, remedied }): Finding => {
      const unit = register?.standingOn(found, lastOfAll) ?? found;
      const made = visitOf.get(visit);
      const teams = made === undefined ? [] : teamsOfVisit(made);
      const by = teams.length === 0 ? visit : teams.map((team) => nameOf.get(team) ?? team).join(", ");
      return present({ id, unit, item, what, by, date, remedied });
    });
  return deepFreeze(findings);
}

/**
 * Gives the findings that somebody still has to see to on a day: those not put right, those overdue among them, and with
 * the ledger of the round those that the council never took up.
 *
 * @param visits The visits, in any order; those after the day have not taken place.
 * @param on The day.
 * @param options The ledger of the round, and the register of units.
 *
 * @returns The findings, by last day, those without one last, then by id; frozen. Findings of self-inspection are marked
 *   `self` and never asked of the council.
 *
 * @throws InvalidError if the visits, their findings or the ledger cannot be read; `issues` lists all of it.
 * @throws RangeError if `on` is not a date.
 * @throws TypeError if `ledger` or `units` is not a list.
 *
 * @example
 * ```ts
 * import { openFindings } from "par-index/process";
 * const visit = { id: "1", unit: "so-1", mode: "direct", date: "2026-03-02", findings: [{ id: "f1", what: "No queue tickets", due: "2026-04-30" }] } as const;
 * openFindings([visit], "2026-05-04").map(({ finding, lateDays }) => `${finding}: ${lateDays}`); // => [ 'f1: 4' ]
 * ```
 */
export function openFindings(
  visits: readonly InspectionVisit[],
  on: IsoDate,
  options: OpenFindingsOptions = {},
): readonly OpenFinding[] {
  if (!isDay(on)) throw new RangeError("openFindings: on is not a date");
  assertOptions(options, ["ledger", "units"], "openFindings");
  const { ledger, units } = options;
  if (ledger !== undefined) assertList(ledger, "openFindings: ledger must be a list");
  if (units !== undefined) assertList(units, "openFindings: units must be a list");
  const cited = citedIn(ledger ?? [], on);
  const open = findingsIn(visits, on, units).traced.flatMap((traced): readonly OpenFinding[] => {
    const { finding, remedied, self } = traced;
    const takenUp = ledger === undefined || self ? undefined : cited.has(finding);
    if (remedied !== undefined && takenUp !== false) return [];
    return [present({ ...traced, lateDays: daysOverdue(traced, on), takenUp })];
  });
  return deepFreeze(
    [...open].sort(
      (one, other) => byCodeUnit(one.due ?? "~", other.due ?? "~") || byCodeUnit(one.finding, other.finding),
    ),
  );
}
