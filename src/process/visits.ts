/**
 * A visit of an inspection (cuộc kiểm tra), its shape, and what its plan says of it: within the window, by a known team,
 * in an allowed mode, with enough notice, decided by whom the plan leaves it to, followed by a conclusion in time.
 * An error means that the visit does not count; a warning, that it counts and somebody should look.
 */

import * as z from "zod";
import { dateOfDay, dayNumber, daysBetween } from "../calendar.ts";
import type { IsoDate } from "../criteria-set.ts";
import type { IssueCode, Path } from "../issue.ts";
import { shape, withoutEval } from "../shape.ts";
import type { Params } from "../words/words.ts";
import { addWorkingDays, type WorkingCalendar, workingDaysBetween } from "./days.ts";
import type { DayLimit, InspectionMode, InspectionPlan, VisitDecision } from "./inspection-plan.ts";

/** The written conclusion after a visit (kết luận kiểm tra). */
export interface VisitConclusion {
  /** Its number. */
  readonly number: string;
  /** Its day. */
  readonly date: IsoDate;
  /** The id of who issued it. */
  readonly by?: string | undefined;
}

/** A visit, as the province writes it down. */
export interface InspectionVisit {
  /** The id, unique among the visits. */
  readonly id: string;
  /** The id of the unit visited. */
  readonly unit: string;
  /** The kind of the unit: `"department"`, `"district"`, `"commune"` …, as the plan names it. */
  readonly unitKind: string;
  /** The id of the unit that it lies in: the district of a commune. */
  readonly parent?: string | undefined;
  /** How the visit is made. */
  readonly mode: InspectionMode;
  /** The id of the team; absent on self-inspection and where the plan names no teams. */
  readonly team?: string | undefined;
  /** True where the unit inspects itself (tự kiểm tra). */
  readonly self?: true | undefined;
  /** The day, or the first of several. */
  readonly date: IsoDate;
  /** The last day, where there are several. */
  readonly to?: IsoDate | undefined;
  /** The day on which the unit was told. */
  readonly noticed?: IsoDate | undefined;
  /** The ids of those who proposed it. */
  readonly proposedBy?: readonly string[] | undefined;
  /** The id of who decided it. */
  readonly decidedBy?: string | undefined;
  /** The id of the plan's reason for which it was made without notice. */
  readonly reason?: string | undefined;
  /** The conclusion; absent while there is none. */
  readonly conclusion?: VisitConclusion | undefined;
  /** The ids of the findings that it made. */
  readonly findings?: readonly string[] | undefined;
}

/** The notice of an announced visit against what its plan asks. */
export interface NoticeRow {
  /** The working days of notice, the day of the notice not counted, the day of the visit counted; absent where no day was written down. */
  readonly given?: number | undefined;
  /** The least that the plan asks. */
  readonly needed: number;
}

/** How it stands with the conclusion of a visit. */
export interface ConclusionRow {
  /** `issued`: in time. `late`: after its day. `missing`: not there, though its day is past or none is set. `awaited`: not due yet. `not-asked`: the plan asks for none. */
  readonly state: "issued" | "late" | "missing" | "awaited" | "not-asked";
  /** Its last day, where the plan sets one. */
  readonly due?: IsoDate | undefined;
  /** How many days late it is, where it is late. */
  readonly daysLate?: number | undefined;
}

/** The schema of one visit. */
export const visitSchema = /* @__PURE__ */ withoutEval((): z.ZodType<InspectionVisit> => {
  const { date, id, words } = shape;
  return z.strictObject({
    id,
    unit: id,
    unitKind: id,
    parent: id.optional(),
    mode: z.enum(["direct", "online", "unannounced"]),
    team: id.optional(),
    self: z.literal(true).optional(),
    date,
    to: date.optional(),
    noticed: date.optional(),
    proposedBy: z.array(id).optional(),
    decidedBy: id.optional(),
    reason: id.optional(),
    conclusion: z.strictObject({ number: words, date, by: id.optional() }).optional(),
    findings: z.array(id).optional(),
  });
});

/** Says what is wrong with one visit; the path starts at the visit. */
export type Complain = (code: IssueCode, path: Path, params?: Params) => void;

/** The last day of a visit; its first where the last is written as an earlier one. */
export const lastDay = ({ date, to }: InspectionVisit): IsoDate =>
  to !== undefined && to > date ? to : date;

/** The plan's days off, with none where it lists none. */
const calendarOf = (plan: InspectionPlan): WorkingCalendar => ({
  holidays: plan.holidays ?? [],
  makeUpDays: plan.makeUpDays,
});

/** Checks when, by whom and how a visit was made. */
export function checkConduct(plan: InspectionPlan, visit: InspectionVisit, complain: Complain): void {
  const { from, to } = plan.window;
  if (visit.to !== undefined && visit.to < visit.date)
    complain("visit-dates-reversed", ["to"], { found: visit.to, expected: visit.date });
  else if (visit.date < from || lastDay(visit) > to) {
    const outside = visit.date < from || visit.date > to ? ["date"] : ["to"];
    complain("visit-outside-window", outside, {
      found: outside[0] === "date" ? visit.date : lastDay(visit),
      from,
      to,
    });
  }
  if (visit.self) return checkSelf(plan, visit, complain);

  const teams = plan.teams?.map(({ id }) => id);
  if (teams !== undefined && visit.team === undefined)
    complain("visit-team-missing", ["team"], { expected: teams.join(", ") });
  else if (teams !== undefined && visit.team !== undefined && !teams.includes(visit.team)) {
    complain("visit-team-unknown", ["team"], { found: visit.team, expected: teams.join(", ") });
  }
  const modes = plan.modes?.map(({ mode }) => mode);
  if (modes !== undefined && !modes.includes(visit.mode)) {
    complain("visit-mode-not-allowed", ["mode"], { found: visit.mode, expected: modes.join(", ") });
  }
  if (visit.mode === "unannounced") checkUnannounced(plan, visit, complain);
  else if (plan.announced) checkDecision(plan.announced, visit, complain);
}

function checkSelf(plan: InspectionPlan, visit: InspectionVisit, complain: Complain): void {
  const kinds = plan.selfInspection?.unitKinds ?? [];
  const modes = plan.selfInspection?.modes;
  if (!kinds.includes(visit.unitKind)) {
    complain("visit-self-not-planned", ["self"], {
      found: visit.unitKind,
      expected: kinds.join(", ") || "–",
    });
  } else if (modes !== undefined && !modes.includes(visit.mode)) {
    complain("visit-mode-not-allowed", ["mode"], { found: visit.mode, expected: modes.join(", ") });
  }
}

function checkUnannounced(plan: InspectionPlan, visit: InspectionVisit, complain: Complain): void {
  if (visit.noticed !== undefined) complain("visit-notice-given", ["noticed"], { found: visit.noticed });
  if (plan.unannounced === undefined) return;
  checkDecision(plan.unannounced, visit, complain);
  const reasons = plan.unannounced.reasons?.map(({ id }) => id);
  if (reasons === undefined) return;
  const expected = reasons.join(", ");
  if (visit.reason === undefined) complain("visit-reason-missing", ["reason"], { expected });
  else if (!reasons.includes(visit.reason))
    complain("visit-reason-unknown", ["reason"], { found: visit.reason, expected });
}

function checkDecision(rule: VisitDecision, visit: InspectionVisit, complain: Complain): void {
  const { decides, proposes } = rule;
  if (decides !== undefined && visit.decidedBy === undefined) {
    complain("visit-decision-missing", ["decidedBy"], { expected: decides.id });
  } else if (decides !== undefined && visit.decidedBy !== undefined && visit.decidedBy !== decides.id) {
    complain("visit-decision-wrong", ["decidedBy"], { found: visit.decidedBy, expected: decides.id });
  }
  if (proposes === undefined) return;
  const named = visit.proposedBy ?? [];
  const missing = proposes.filter(({ id }) => !named.includes(id));
  const strangers = named.filter((id) => proposes.every((it) => it.id !== id));
  const expected = proposes.map(({ id }) => id).join(", ");
  if (strangers.length > 0)
    complain("visit-proposal-wrong", ["proposedBy"], { found: strangers.join(", "), expected });
  else if (missing.length > 0)
    complain("visit-proposal-missing", ["proposedBy"], { expected: missing.map(({ id }) => id).join(", ") });
}

/** Compares the notice with what the plan asks; nothing where it asks nothing, or the visit is unannounced or the unit's own. */
export function noticeRow(
  plan: InspectionPlan,
  visit: InspectionVisit,
  complain: Complain,
): NoticeRow | undefined {
  const needed = plan.announced?.noticeWorkingDays;
  if (needed === undefined || visit.mode === "unannounced" || visit.self) return undefined;
  if (visit.noticed === undefined) {
    complain("visit-notice-missing", ["noticed"], { expected: needed });
    return { needed };
  }
  const given = workingDaysBetween(calendarOf(plan), visit.noticed, visit.date);
  if (given < needed) complain("visit-notice-too-short", ["noticed"], { found: given, expected: needed });
  return { given, needed };
}

/** Says how it stands with the conclusion, on the day `on` or, without one, after the whole period. */
export function conclusionRow(
  plan: InspectionPlan,
  visit: InspectionVisit,
  on: IsoDate | undefined,
  complain: Complain,
): ConclusionRow {
  const duty = plan.conclusion;
  const ended = lastDay(visit);
  if (duty === undefined || visit.self) return { state: "not-asked" };
  const due = duty.within && dueOf(calendarOf(plan), ended, duty.within);
  const written = visit.conclusion;
  if (written === undefined || (on !== undefined && written.date > on)) {
    if (on !== undefined && (on <= ended || (due !== undefined && on <= due)))
      return { state: "awaited", due };
    if (due === undefined) complain("visit-conclusion-missing", ["conclusion"], { found: ended });
    else complain("visit-conclusion-overdue", ["conclusion"], { expected: due });
    return { state: "missing", due };
  }
  if (duty.issuer !== undefined && written.by !== undefined && written.by !== duty.issuer.id) {
    complain("visit-conclusion-issuer", ["conclusion", "by"], {
      found: written.by,
      expected: duty.issuer.id,
    });
  }
  if (written.date < ended)
    complain("visit-conclusion-early", ["conclusion", "date"], { found: written.date, expected: ended });
  if (due === undefined || written.date <= due) return { state: "issued", due };
  const daysLate = daysBetween(due, written.date);
  complain("visit-conclusion-late", ["conclusion", "date"], {
    found: written.date,
    expected: due,
    days: daysLate,
  });
  return { state: "late", due, daysLate };
}

/** The last day of a period that starts when the visit ends; the day itself is not counted. */
const dueOf = (calendar: WorkingCalendar, ended: IsoDate, within: DayLimit): IsoDate =>
  within.count === "working"
    ? addWorkingDays(calendar, ended, within.days)
    : dateOfDay(dayNumber(ended) + within.days);
