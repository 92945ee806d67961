/**
 * What a plan says of one visit: within the window, by a known team, in an allowed mode, with enough notice, decided by
 * whom the plan leaves it to, followed by a conclusion in time. Of a visit that is still to come it says by when each
 * falls due, and asks for none of it yet. An error means that the visit does not count; a warning, that it counts and
 * somebody should look.
 */
import { daysBetween, partsOf } from "../calendar.ts";
import type { IsoDate } from "../criteria-set.ts";
import type { IssueCode, Path } from "../issue.ts";
import { isDay, isoDate } from "../shape.ts";
import type { Params } from "../words/words.ts";
import { isWorkingDay, lastDayOfNotice, lastDayWithin, workingDaysBetween } from "./days.ts";
import type { InspectionPlan, VisitDecision } from "./inspection-plan.ts";
import type { Named } from "./plans.ts";
import { firstDay, type InspectionVisit, lastDay, teamsOfVisit, type VisitDocument } from "./visits.ts";

/** The notice of an announced visit against what its plan asks. */
export interface NoticeRow {
  /** The working days of notice, the day of the notice not counted, the day of the visit counted; absent where no day was written down. */
  readonly given?: number | undefined;
  /** The least that the plan asks. */
  readonly needed: number;
  /** The last working day on which it is in time. */
  readonly due: IsoDate;
}

/** The decision on a visit that is still to come. */
export interface DecisionRow {
  /** The id of who decides it. */
  readonly by: string;
  /** The last day for it: that of the notice where the plan asks for one, else the first day of the visit. */
  readonly due: IsoDate;
}

/** How it stands with the conclusion of a visit. */
export interface ConclusionRow {
  /** `issued`: in time. `late`: after its day. `missing`: not there, though its day is past or none is set. `awaited`: not due yet. `not-asked`: the plan asks for none. */
  readonly state: "issued" | "late" | "missing" | "awaited" | "not-asked";
  /** Its last day, where the plan sets one. */
  readonly due?: IsoDate | undefined;
  /** How many days late it is, where it is late. */
  readonly lateDays?: number | undefined;
}

/** Says what is wrong with one visit; the path starts at the visit. */
export type Complain = (code: IssueCode, path: Path, params?: Params) => void;

/** A visit, the edition of the plan by which it is judged, and the day on which that is done. */
export interface Judging {
  readonly plan: InspectionPlan;
  readonly visit: InspectionVisit;
  /** The kind of the first unit, as the register or else the visit has it. */
  readonly kind: string | undefined;
  /** False of a visit that is still to come on the day looked at. */
  readonly isHeld: boolean;
  readonly on: IsoDate | undefined;
  readonly complain: Complain;
}

const namedIds = (parts: readonly Named[]): readonly string[] => parts.map(({ id }) => id);

/** Checks when, by whom and how a visit is made. */
export function checkConduct(judging: Judging): void {
  const { plan, visit, complain } = judging;
  checkDays(judging);
  checkDocuments(judging);
  if (visit.self) return checkSelf(judging);
  const known = plan.teams === undefined ? undefined : namedIds(plan.teams);
  if (known !== undefined && visit.team === undefined)
    complain("visit-team-missing", ["team"], { expected: known });
  const seen = new Set<string>();
  teamsOfVisit(visit).forEach((found, at) => {
    const path = at === 0 && visit.team !== undefined ? ["team"] : ["jointTeams"];
    if (known !== undefined && !known.includes(found))
      complain("visit-team-unknown", path, { found, expected: known });
    else if (seen.has(found)) complain("visit-team-twice", path, { found });
    seen.add(found);
  });
  checkMode(judging);
  if (visit.mode === "unannounced") checkUnannounced(judging);
  else if (plan.announced) checkDecision(judging, plan.announced);
}

function checkDays({ plan, visit, complain }: Judging): void {
  const { from, to } = plan.window;
  const [first, last] = [firstDay(visit), lastDay(visit)];
  const key = visit.postponed === undefined ? "date" : "postponed";
  if (visit.to !== undefined && visit.to < first)
    return complain("visit-dates-reversed", ["to"], { found: visit.to, expected: first });
  if (first < from || last > to) {
    const isFirst = first < from || first > to;
    const found = isFirst ? first : last;
    const likely = meantDay(plan, found);
    return complain("visit-outside-window", [isFirst ? key : "to"], { found, from, to, likely });
  }
  const off = [first, last].find((day) => !isWorkingDay(plan, day));
  if (off === undefined || visit.self) return;
  const likely = meantDay(plan, off);
  const isWorked = likely !== undefined && isWorkingDay(plan, likely);
  complain("visit-day-off", [off === first ? key : "to"], {
    found: off,
    likely: isWorked ? likely : undefined,
  });
}

/** What a visit rests on is not of a later day: its feedback and plan than the visit, its reports than the conclusion. */
function checkDocuments({ visit, complain }: Judging): void {
  const { feedback = [], reports = [], selfPlan, conclusion } = visit;
  const first = firstDay(visit);
  const later = ({ date, title }: VisitDocument, path: Path, expected: IsoDate | undefined): void => {
    if (date === undefined || expected === undefined || date <= expected) return;
    complain("visit-document-after", [...path, "date"], { title, found: date, expected });
  };
  for (const [at, document] of feedback.entries()) later(document, ["feedback", at], first);
  for (const [at, document] of reports.entries()) later(document, ["reports", at], conclusion?.date);
  if (selfPlan !== undefined) later(selfPlan, ["selfPlan"], first);
}

/** The day with day and month exchanged, as a slip of typing; undefined where the plan has no such day. */
function meantDay({ window: { from, to } }: InspectionPlan, date: IsoDate): IsoDate | undefined {
  const { year, month, day } = partsOf(date);
  const other = isoDate(year, day, month);
  return isDay(other) && other !== date && other >= from && other <= to ? other : undefined;
}

function checkSelf({ plan, visit, kind, isHeld, complain }: Judging): void {
  const { unitKinds = [], modes, planned } = plan.selfInspection ?? {};
  // Of a unit whose kind nobody says, the kind is asked for first.
  const isAsked = kind === undefined ? unitKinds.length > 0 : unitKinds.includes(kind);
  if (!isAsked) {
    complain("visit-self-not-planned", ["self"], { found: kind ?? "–", expected: unitKinds });
  } else if (modes !== undefined && !modes.includes(visit.mode)) {
    complain("visit-mode-not-allowed", ["mode"], { found: visit.mode, expected: modes });
  }
  if (planned && isHeld && visit.selfPlan === undefined) complain("visit-self-plan-missing", ["selfPlan"]);
}

function checkMode({ plan, visit, isHeld, complain }: Judging): void {
  const allowed = plan.modes?.find(({ mode }) => mode === visit.mode);
  if (plan.modes !== undefined && allowed === undefined && !plan.modesAreOpen) {
    const expected = plan.modes.map(({ mode }) => mode);
    complain("visit-mode-not-allowed", ["mode"], { found: visit.mode, expected });
  }
  if (allowed?.fromReports && isHeld && !visit.reports?.length)
    complain("visit-reports-missing", ["reports"]);
}

function checkUnannounced(judging: Judging): void {
  const { plan, visit, isHeld, complain } = judging;
  if (visit.noticed !== undefined) complain("visit-notice-given", ["noticed"], { found: visit.noticed });
  if (plan.unannounced === undefined) return;
  checkDecision(judging, plan.unannounced);
  const { reasons } = plan.unannounced;
  if (reasons === undefined) return;
  const expected = namedIds(reasons);
  const reason = reasons.find(({ id }) => id === visit.reason);
  if (visit.reason === undefined) {
    if (isHeld) complain("visit-reason-missing", ["reason"], { expected });
  } else if (reason === undefined)
    complain("visit-reason-unknown", ["reason"], { found: visit.reason, expected });
  if (reason?.feedback && isHeld && !visit.feedback?.length) complain("visit-feedback-missing", ["feedback"]);
}

function checkDecision(
  { visit, isHeld, complain }: Judging,
  { decides, proposes = [] }: VisitDecision,
): void {
  if (decides !== undefined && visit.decidedBy === undefined) {
    if (isHeld) complain("visit-decision-missing", ["decidedBy"], { expected: decides.id });
  } else if (decides !== undefined && visit.decidedBy !== undefined && visit.decidedBy !== decides.id) {
    complain("visit-decision-wrong", ["decidedBy"], { found: visit.decidedBy, expected: decides.id });
  }
  if (proposes.length === 0) return;
  const named = new Set(visit.proposedBy ?? []);
  const expected = namedIds(proposes);
  const missing = expected.filter((id) => !named.has(id));
  const strangers = [...named].filter((id) => !expected.includes(id));
  if (strangers.length > 0) complain("visit-proposal-wrong", ["proposedBy"], { found: strangers, expected });
  else if (missing.length > 0 && isHeld)
    complain("visit-proposal-missing", ["proposedBy"], { expected: missing });
}

/** The rule by which a visit is decided. */
const decisionRuleOf = (
  { announced, unannounced }: InspectionPlan,
  { mode }: InspectionVisit,
): VisitDecision | undefined => (mode === "unannounced" ? unannounced : announced);

/** Until when a visit that is still to come must be decided; undefined where nobody is asked, or it is decided. */
export function decisionRow(
  { plan, visit, isHeld }: Judging,
  notice: NoticeRow | undefined,
): DecisionRow | undefined {
  const by = decisionRuleOf(plan, visit)?.decides?.id;
  if (isHeld || visit.self || by === undefined || visit.decidedBy !== undefined) return undefined;
  return { by, due: notice?.due ?? firstDay(visit) };
}

/** Compares the notice with what the plan asks; nothing where it asks nothing, or the visit is unannounced or the unit's own. */
export function noticeRow({ plan, visit, isHeld, on, complain }: Judging): NoticeRow | undefined {
  const needed = plan.announced?.noticeWorkingDays;
  if (visit.mode === "unannounced") return undefined;
  const told =
    on !== undefined && visit.noticed !== undefined && visit.noticed > on ? undefined : visit.noticed;
  const isAfter = told !== undefined && told > firstDay(visit);
  if (isAfter) complain("visit-notice-after", ["noticed"], { found: told, expected: firstDay(visit) });
  if (visit.self || plan.announced === undefined) return undefined;
  checkTold({ plan, visit, complain }, told);
  if (needed === undefined) return undefined;
  const due = lastDayOfNotice(plan, firstDay(visit), needed);
  if (told === undefined) {
    if (isHeld || (on !== undefined && on > due))
      complain("visit-notice-missing", ["noticed"], { expected: needed, due });
    return { needed, due };
  }
  const given = workingDaysBetween(plan, told, firstDay(visit));
  if (given < needed && !isAfter)
    complain("visit-notice-too-short", ["noticed"], { found: given, expected: needed, due });
  return { given, needed, due };
}

/** Everybody whom the plan names was told. */
function checkTold(
  { plan, visit, complain }: Pick<Judging, "plan" | "visit" | "complain">,
  told: IsoDate | undefined,
): void {
  const whom = plan.announced?.noticeTo;
  if (whom === undefined || told === undefined) return;
  const missing = namedIds(whom).filter((id) => !visit.noticeTo?.includes(id));
  if (missing.length > 0) complain("visit-notice-recipient-missing", ["noticeTo"], { expected: missing });
}

/** Says how it stands with the conclusion, on the day `on` or, without one, after the whole period. */
export function conclusionRow({ plan, visit, isHeld, on, complain }: Judging): ConclusionRow {
  const { conclusion: duty } = plan;
  const ended = lastDay(visit);
  const written = visit.conclusion;
  if (written !== undefined && written.date < ended)
    complain("visit-conclusion-early", ["conclusion", "date"], { found: written.date, expected: ended });
  if (duty === undefined || visit.self) return { state: "not-asked" };
  const due = duty.within && lastDayWithin(plan, ended, duty.within);
  if (!isHeld) return { state: "awaited", due };
  if (written === undefined || (on !== undefined && written.date > on)) {
    if (on !== undefined && (on <= ended || (due !== undefined && on <= due)))
      return { state: "awaited", due };
    if (due === undefined) complain("visit-conclusion-missing", ["conclusion"], { found: ended });
    else complain("visit-conclusion-overdue", ["conclusion"], { expected: due });
    return { state: "missing", due };
  }
  if (duty.issuer !== undefined && written.by !== undefined && written.by !== duty.issuer.id) {
    const facts = { found: written.by, expected: duty.issuer.id };
    complain("visit-conclusion-issuer", ["conclusion", "by"], facts);
  }
  if (due === undefined || written.date <= due) return { state: "issued", due };
  const lateDays = daysBetween(due, written.date);
  const facts = { found: written.date, expected: due, days: lateDays };
  complain("visit-conclusion-late", ["conclusion", "date"], facts);
  return { state: "late", due, lateDays };
}
