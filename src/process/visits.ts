/**
 * A visit of an inspection (cuộc kiểm tra) as the province writes it down: whom, when, how and by whom, what was found
 * and what became of it. Everything is written once, at the visit to which it belongs.
 */
import * as z from "zod/mini";
import type { IsoDate } from "../criteria-set.ts";
import { type Issue, inFileOrder, type Report } from "../issue.ts";
import { inputLimits, plainCopy } from "../plain.ts";
import { built, readShape, shape } from "../shape.ts";
import type { InspectionMode } from "./inspection-plan.ts";

/** A unit that is visited. */
export interface VisitedUnit {
  /** The id of the unit. */
  readonly unit: string;
  /** The kind of the unit, as the plan names it: `"department"`, `"commune"` …; may be left out where the register has it. */
  readonly unitKind?: string | undefined;
  /** The id of the unit that it lies in: the district of a commune; may be left out where the register has it. */
  readonly parent?: string | undefined;
}

/** A report, a plan or feedback that a visit rests on. */
export interface VisitDocument {
  /** What it is. */
  readonly title: string;
  /** Its number. */
  readonly number?: string | undefined;
  /** Who wrote or sent it. */
  readonly by?: string | undefined;
  /** Its day. */
  readonly date?: IsoDate | undefined;
}

/** The written conclusion after a visit (kết luận kiểm tra). */
export interface VisitConclusion {
  /** Its number. */
  readonly number: string;
  /** Its day. */
  readonly date: IsoDate;
  /** The id of who issued it. */
  readonly by?: string | undefined;
}

/** Something that a visit found, what must be done about it, and what became of it. */
export interface VisitFinding {
  /** The id, unique among all findings of the year; entries of the council cite it. */
  readonly id: string;
  /** The id of the unit; may be left out where the visit is to one unit alone. */
  readonly unit?: string | undefined;
  /** The id of the leaf or node of the criteria set that it is about; absent: the unit as a whole. */
  readonly item?: string | undefined;
  /** What was found. */
  readonly what: string;
  /** What must be put right. */
  readonly remedy?: string | undefined;
  /** The last day for it. */
  readonly due?: IsoDate | undefined;
  /** Since when it has been put right; absent: it is still open, or a later visit says it. */
  readonly remedied?: IsoDate | undefined;
  /** What became of it. */
  readonly outcome?: string | undefined;
}

/** A finding of an earlier visit that a visit looks at again (phúc tra). */
export interface FollowUp {
  /** The id of the finding. */
  readonly finding: string;
  /** Whether it was found to be put right. */
  readonly remedied: boolean;
  /** What was seen. */
  readonly outcome?: string | undefined;
}

/** A visit, as the province writes it down. */
export interface InspectionVisit extends VisitedUnit {
  /** The id, unique among the visits. */
  readonly id: string;
  /** Further units that the same visit is made to. */
  readonly furtherUnits?: readonly VisitedUnit[] | undefined;
  /** The places that were visited: Bộ phận Một cửa … */
  readonly places?: readonly string[] | undefined;
  /** How the visit is made. */
  readonly mode: InspectionMode;
  /** The id of the team; absent on self-inspection and where the plan names no teams. */
  readonly team?: string | undefined;
  /** The ids of the teams that take part with it. */
  readonly jointTeams?: readonly string[] | undefined;
  /** True where the unit inspects itself (tự kiểm tra). */
  readonly self?: true | undefined;
  /** The plan that a unit made for inspecting itself. */
  readonly selfPlan?: VisitDocument | undefined;
  /** The day, or the first of several. */
  readonly date: IsoDate;
  /** The last day, where there are several. */
  readonly to?: IsoDate | undefined;
  /** Why it was put off, and where it is fixed, its new day; `to` is then the last day of the new ones. */
  readonly postponed?: { readonly reason: string; readonly newDate?: IsoDate | undefined } | undefined;
  /** Why it is not made. */
  readonly cancelled?: { readonly reason: string } | undefined;
  /** The day on which the unit was told. */
  readonly noticed?: IsoDate | undefined;
  /** The ids of those who were told. */
  readonly noticeTo?: readonly string[] | undefined;
  /** The ids of those who proposed it. */
  readonly proposedBy?: readonly string[] | undefined;
  /** The id of who decided it. */
  readonly decidedBy?: string | undefined;
  /** The id of the plan's reason for which it was made without notice. */
  readonly reason?: string | undefined;
  /** The feedback of citizens or firms that led to it. */
  readonly feedback?: readonly VisitDocument[] | undefined;
  /** The reports that an online visit concluded from. */
  readonly reports?: readonly VisitDocument[] | undefined;
  /** What it found, and what a unit found on itself. */
  readonly findings?: readonly VisitFinding[] | undefined;
  /** The findings of earlier visits that it looked at again. */
  readonly follows?: readonly FollowUp[] | undefined;
  /** The result in a sentence or two. */
  readonly result?: string | undefined;
  /** The conclusion; absent while there is none. */
  readonly conclusion?: VisitConclusion | undefined;
}

const visitSchemas = /* @__PURE__ */ built(() => {
  const { date, id, words } = shape;
  const unit = { unit: id, unitKind: z.optional(id), parent: z.optional(id) };
  const document = z.strictObject({
    title: words,
    number: z.optional(words),
    by: z.optional(words),
    date: z.optional(date),
  });
  const finding = z.strictObject({
    id,
    unit: z.optional(id),
    item: z.optional(id),
    what: words,
    remedy: z.optional(words),
    due: z.optional(date),
    remedied: z.optional(date),
    outcome: z.optional(words),
  });
  const followUp = z.strictObject({ finding: id, remedied: z.boolean(), outcome: z.optional(words) });
  const ids = z.optional(z.array(id));
  const visit: z.core.$ZodType<InspectionVisit> = z.strictObject({
    id,
    ...unit,
    furtherUnits: z.optional(z.array(z.strictObject(unit))),
    places: z.optional(z.array(words)),
    mode: z.enum(["direct", "online", "unannounced"]),
    team: z.optional(id),
    jointTeams: ids,
    self: z.optional(z.literal(true)),
    selfPlan: z.optional(document),
    date,
    to: z.optional(date),
    postponed: z.optional(z.strictObject({ reason: words, newDate: z.optional(date) })),
    cancelled: z.optional(z.strictObject({ reason: words })),
    noticed: z.optional(date),
    noticeTo: ids,
    proposedBy: ids,
    decidedBy: z.optional(id),
    reason: z.optional(id),
    feedback: z.optional(z.array(document)),
    reports: z.optional(z.array(document)),
    findings: z.optional(z.array(finding)),
    follows: z.optional(z.array(followUp)),
    result: z.optional(words),
    conclusion: z.optional(z.strictObject({ number: words, date, by: z.optional(id) })),
  });
  return { list: z.array(z.unknown()), visit };
});

/** A visit that was read, with its place in the list. */
export interface ReadVisit {
  /** Its place in the list. */
  readonly at: number;
  /** The visit. */
  readonly visit: InspectionVisit;
}

/** Reads a list of visits; those that cannot be read are left out, each with its issues. */
export function readVisits(
  visits: unknown,
  report: Report,
): { readonly copy: unknown; readonly read: readonly ReadVisit[] } {
  const copy = plainCopy(visits, inputLimits, "normalise", report);
  const list = readShape(visitSchemas.list, copy, [], report) ?? [];
  const broken = placesWithErrors(report.issues);
  const read = list.flatMap((value, at) => {
    const visit = broken.has(at) ? undefined : readShape(visitSchemas.visit, value, [at], report);
    return visit === undefined ? [] : [{ at, visit }];
  });
  return { copy, read };
}

/** Issues of a list of visits in its order, each with the visit in which it stands, as far as that has an id. */
export const issuesOfVisits = (copy: unknown, issues: readonly Issue[]): readonly Issue[] =>
  Object.freeze(
    inFileOrder(copy, issues).map((found) => {
      const [at] = found.path;
      const visit: unknown = Array.isArray(copy) && typeof at === "number" ? copy[at] : undefined;
      const id = typeof visit === "object" && visit !== null && "id" in visit ? visit.id : undefined;
      return typeof id === "string" ? Object.freeze({ ...found, visit: id.slice(0, 120) }) : found;
    }),
  );

/** The places in a list of which something cannot be used. */
export const placesWithErrors = (issues: readonly Issue[]): ReadonlySet<string | number | undefined> =>
  new Set(issues.filter(({ severity }) => severity === "error").map(({ path }) => path[0]));

/** The first day of a visit: where it was put off to a new day, that one. */
export const firstDay = ({ date, postponed }: InspectionVisit): IsoDate => postponed?.newDate ?? date;

/** The last day of a visit; its first where the last is written as an earlier one. */
export function lastDay(visit: InspectionVisit): IsoDate {
  const first = firstDay(visit);
  return visit.to !== undefined && visit.to > first ? visit.to : first;
}

/** The day on which a visit was announced: that of its notice, else its first day. It decides by which edition of the plan it is judged. */
export const announcedOn = (visit: InspectionVisit): IsoDate => visit.noticed ?? firstDay(visit);

/** True of a visit that is not made: cancelled, or put off without a new day. */
export const isDropped = ({ cancelled, postponed }: InspectionVisit): boolean =>
  cancelled !== undefined || (postponed !== undefined && postponed.newDate === undefined);

/** All units of a visit, its first one first. */
export const unitsOfVisit = ({
  unit,
  unitKind,
  parent,
  furtherUnits = [],
}: InspectionVisit): readonly VisitedUnit[] => [{ unit, unitKind, parent }, ...furtherUnits];

/** All teams of a visit. */
export const teamsOfVisit = ({ team, jointTeams = [] }: InspectionVisit): readonly string[] =>
  team === undefined ? jointTeams : [team, ...jointTeams];
