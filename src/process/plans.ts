/**
 * What the files of plans have in common: the head that says what the file is, who issued the plan and where its text was
 * taken from, and how such a file is read. And the plan for determining an index (kế hoạch triển khai xác định Chỉ số
 * CCHC): the deadlines of its calendar, in the shape of a criteria set's calendar, and the make-up of its appraisal
 * council, as Hà Nội's plan 216/KH-UBND of 2021 has them. A field that the source does not speak of is absent from the
 * file; nothing is filled in for it.
 */
import * as z from "zod/mini";
import haNoiIndex2021 from "../../criteria/ha-noi/index/2021.1.json" with { type: "json" };
import type { Deadline, IsoDate, Text } from "../criteria-set.ts";
import {
  hasErrors,
  InvalidError,
  type Issue,
  inFileOrder,
  report as newReport,
  type Path,
  type Report,
} from "../issue.ts";
import { brand, deepFreeze, fileLimits, plainCopy } from "../plain.ts";
import type { CouncilRole } from "../round.ts";
import { periodNamed } from "../set/head.ts";
import { built, readShape, shape } from "../shape.ts";
import { isWorkingDay, type WorkingCalendar } from "./days.ts";

/** Where the content of a plan was taken from. */
export interface PlanSource {
  /** The title of the document or article. */
  readonly title: Text;
  /** The day of the document or article. */
  readonly date: IsoDate;
  /** Who published it; absent where the text does not name its publisher. */
  readonly publisher?: Text | undefined;
  /** Who wrote it, as printed. */
  readonly author?: string | undefined;
  /** The number of the document, where it is one: `"216/KH-UBND"`. */
  readonly number?: string | undefined;
  /** Where a reader finds it. */
  readonly at?: string | undefined;
}

/** First and last day of a plan. */
export interface PlanWindow {
  /** The first day. */
  readonly from: IsoDate;
  /** The last day. */
  readonly to: IsoDate;
  /** How the source words it, where it is less exact than two days: `"năm 2022"`. */
  readonly wording?: string | undefined;
}

/** An id with its words. */
export interface Named {
  /** The id that others use. */
  readonly id: string;
  /** The words of the plan. */
  readonly title: Text;
  /** True where the words are this file's own, since the source gives none. */
  readonly ownTitle?: true | undefined;
}

/** The head of a plan's file. */
export interface PlanHead {
  /** The format of the file: 1. */
  readonly format: 1;
  /** `issuer/index/period`, `issuer/inspection/period` or `issuer/targets/period`: the path of the file without its edition. */
  readonly id: string;
  /** The edition, from 1. */
  readonly edition: number;
  /** `official`: transcribed from the plan itself. `reported`: taken from a report about it, which may leave things out. `illustrative`: invented. */
  readonly status: "official" | "reported" | "illustrative";
  /** Who issued the plan. */
  readonly issuer: Text;
  /** The title of the plan. */
  readonly title: Text;
  /** Where the content was taken from. */
  readonly source: PlanSource;
  /** True where the title is this file's own, since the source gives none. */
  readonly ownTitle?: true | undefined;
  /** The day from which this edition holds: an amended plan is a further edition with its day. Absent: from the beginning. */
  readonly inForce?: IsoDate | undefined;
  /** What a further edition changes. */
  readonly editionNote?: Text | undefined;
  /** What it rests on or carries out, in printed order (căn cứ). */
  readonly basis?: readonly Text[] | undefined;
  /** What the plan is for, in printed order (mục đích). */
  readonly purpose?: readonly Text[] | undefined;
  /** What it asks of how it is carried out, in printed order (yêu cầu). */
  readonly requirements?: readonly Text[] | undefined;
  /** What a reader of the file must know: readings, and what the source leaves open. */
  readonly notes?: readonly Text[] | undefined;
}

/** The schemas of the head, for the three kinds of file. */
export const planShape = /* @__PURE__ */ built(() => {
  const { date, id, text, words } = shape;
  const window = z.strictObject({ from: date, to: date, wording: z.optional(words) });
  const source = z.strictObject({
    title: text,
    date,
    publisher: z.optional(text),
    author: z.optional(words),
    number: z.optional(words),
    at: z.optional(words),
  });
  const head = {
    $schema: z.optional(z.string()),
    format: z.literal(1),
    id,
    edition: z.int().check(z.gte(1)),
    status: z.enum(["official", "reported", "illustrative"]),
    issuer: text,
    title: text,
    ownTitle: z.optional(z.literal(true)),
    source,
    inForce: z.optional(date),
    editionNote: z.optional(text),
    basis: z.optional(z.array(text).check(z.minLength(1))),
    purpose: z.optional(z.array(text).check(z.minLength(1))),
    requirements: z.optional(z.array(text).check(z.minLength(1))),
    notes: z.optional(z.array(text)),
  };
  const named = { id, title: text, ownTitle: z.optional(z.literal(true)) };
  const day = z.strictObject({ date, title: text, citation: z.optional(words) });
  // A plan is of a year or a few: more days would only slow its counting down.
  const days = z.optional(z.array(day).check(z.maxLength(1000)));
  const calendar = { holidays: days, makeUpDays: days };
  const dayOff = z.optional(z.enum(["next-working-day", "same-day"]));
  return { head, source, window, named, calendar, dayOff };
});

/** Checks that the id of a plan is the path of its file, and that its first and last day do not run backwards. */
export function checkPlanHead(
  plan: PlanHead & { readonly window?: PlanWindow; readonly period?: PlanWindow },
  folder: "index" | "inspection" | "targets",
  report: Report,
): void {
  const [issuer = "", kind, period = "", ...rest] = plan.id.split("/");
  const isPath = /^[a-z0-9-]+$/.test(issuer) && kind === folder && rest.length === 0;
  if (!isPath || periodNamed(period) === undefined)
    report("plan-id-form", ["id"], { found: plan.id, expected: `ha-noi/${folder}/2026` });
  for (const key of ["inForce", "editionNote"] as const) {
    if (plan.edition > 1 && plan[key] === undefined)
      report("plan-edition-incomplete", [key], { found: plan.edition, expected: key });
  }
  for (const key of ["window", "period"] as const) {
    const { from = "", to = "" } = plan[key] ?? {};
    if (to < from) report("plan-window-reversed", [key, "to"], { found: to, expected: from });
  }
}

/** Reports what stands twice in a list: `key` is the property by which its parts are told apart. */
export function checkDistinct<K extends string>(
  parts: readonly { readonly [key in K]: string }[] | undefined,
  key: K,
  path: Path,
  report: Report,
): void {
  const seen = new Set<string>();
  parts?.forEach((part, at) => {
    const found = part[key];
    if (seen.has(found)) report("plan-duplicate", [...path, at, key], { found });
    seen.add(found);
  });
}

/** How the files of one kind of plan are read. */
interface PlanReader<T> {
  /** The plan, frozen. Throws InvalidError with every issue. */
  readonly read: (value: unknown) => T;
  /** Every issue, in the order of the file. */
  readonly check: (value: unknown) => readonly Issue[];
  /** True for a plan that `read` made. */
  readonly isRead: (value: unknown) => boolean;
}

/** Makes the reader of one kind of plan: its schema, and what must hold between its parts. */
export function planReader<T extends PlanHead>(
  what: string,
  planSchema: z.core.$ZodType<T>,
  checkParts: (plan: T, report: Report) => void,
): PlanReader<T> {
  const plansRead = brand<true>();
  const judge = (value: unknown): { readonly plan: T | undefined; readonly issues: readonly Issue[] } => {
    const report = newReport();
    const copy = plainCopy(value, fileLimits, "error", report);
    const plan = hasErrors(report.issues) ? undefined : readShape(planSchema, copy, [], report);
    if (plan !== undefined) checkParts(plan, report);
    return { plan, issues: inFileOrder(copy, report.issues) };
  };
  return {
    read: (value) => {
      const { plan, issues } = judge(value);
      if (plan === undefined || hasErrors(issues)) throw new InvalidError(what, issues);
      return plansRead.mark(deepFreeze(plan), true);
    },
    check: (value) => judge(value).issues,
    isRead: (value) => plansRead.originOf(value) === true,
  };
}

/** What is wrong with the days that depart from the week. */
export function checkWorkingCalendar(calendar: WorkingCalendar, report: Report): void {
  checkDistinct(calendar.holidays, "date", ["holidays"], report);
  checkDistinct(calendar.makeUpDays, "date", ["makeUpDays"], report);
  calendar.makeUpDays?.forEach(({ date }, at) => {
    const path = ["makeUpDays", at, "date"];
    if (calendar.holidays?.some((day) => day.date === date)) report("plan-day-both", path, { found: date });
    else if (isWorkingDay({}, date)) report("plan-make-up-weekday", path, { found: date });
  });
}

/** Reports, as worth a second look, what stands twice in a list of words. */
export function checkRepeated(list: readonly string[] | undefined, path: Path, report: Report): void {
  const seen = new Set<string>();
  list?.forEach((found, at) => {
    if (seen.has(found)) report("plan-repeated", [...path, at], { found });
    seen.add(found);
  });
}

/** A role of the council as its plan names it; in which stages it decides is for the round to say. */
export interface PlannedRole {
  /** The id. */
  readonly id: string;
  /** Its name: Chủ tịch Hội đồng, Tổ công tác … */
  readonly title: Text;
  /** Who holds it, as the plan names them. */
  readonly holders: CouncilRole["holders"];
  /** The id of the role that it belongs to: the secretary of a working group. */
  readonly within?: string | undefined;
}

/** What one body owes under the plan (tổ chức thực hiện). */
export interface PlannedDuty {
  /** The body. */
  readonly body: Text;
  /** What it does. */
  readonly duty: Text;
  /** The id of the deadline by which it is done; absent where the plan sets none. */
  readonly deadline?: string | undefined;
}

/** The appraisal council as its plan has it. */
export interface PlannedCouncil {
  /** Its name. */
  readonly title: Text;
  /** The body that acts for it between its meetings (Thường trực Hội đồng). */
  readonly standingBody?: Text | undefined;
  /** Its roles. */
  readonly roles: readonly PlannedRole[];
}

/** A deadline of the plan, of the shape that a criteria set's calendar takes. */
export type PlannedDeadline = Pick<Deadline, "id" | "title" | "before" | "by">;

/** A plan for determining an index as read. Made by `readIndexPlan` only. */
export interface IndexPlan extends PlanHead {
  /** First and last day of the period that is assessed. */
  readonly period: PlanWindow;
  /** The deadlines, by day. */
  readonly calendar: readonly PlannedDeadline[];
  /** What the index is made from, in printed order. */
  readonly content?: readonly Text[] | undefined;
  /** Who owes what, in printed order, with the deadline where there is one. */
  readonly duties?: readonly PlannedDuty[] | undefined;
  /** The ids of deadlines whose words are this file's own, since the source gives none. */
  readonly ownTitles?: readonly string[] | undefined;
  /** The appraisal council; absent where the plan names none. */
  readonly council?: PlannedCouncil | undefined;
}

const indexPlanSchema = /* @__PURE__ */ built((): z.core.$ZodType<IndexPlan> => {
  const { date, id, text, words } = shape;
  const deadline = z.strictObject({ id, title: text, before: z.optional(date), by: z.optional(date) });
  const role = z.strictObject({
    id,
    title: text,
    holders: z.array(words).check(z.minLength(1)),
    within: z.optional(id),
  });
  const duty = z.strictObject({ body: text, duty: text, deadline: z.optional(id) });
  return z.strictObject({
    ...planShape.head,
    period: planShape.window,
    calendar: z.array(deadline).check(z.minLength(1)),
    content: z.optional(z.array(text).check(z.minLength(1))),
    duties: z.optional(z.array(duty).check(z.minLength(1))),
    ownTitles: z.optional(z.array(id).check(z.minLength(1))),
    council: z.optional(
      z.strictObject({
        title: text,
        standingBody: z.optional(text),
        roles: z.array(role).check(z.minLength(1)),
      }),
    ),
  });
});

const indexPlans = /* @__PURE__ */ planReader("index plan", indexPlanSchema, checkIndexParts);

/**
 * Reads a plan for determining an index.
 *
 * @param value The content of the file, as `JSON.parse` gives it.
 *
 * @returns The plan, frozen.
 *
 * @throws InvalidError if anything in it is wrong; `issues` lists all of it.
 *
 * @example
 * ```ts
 * import { readIndexPlan } from "par-index/process";
 * const plan = readIndexPlan({
 *   format: 1,
 *   id: "hoa-lam/index/2026",
 *   edition: 1,
 *   status: "illustrative",
 *   issuer: { vi: "UBND tỉnh Hoa Lâm" },
 *   title: { vi: "Kế hoạch xác định Chỉ số cải cách hành chính năm 2026" },
 *   source: { title: { vi: "Ví dụ" }, date: "2026-09-01" },
 *   period: { from: "2026-01-01", to: "2026-12-31" },
 *   calendar: [{ id: "self-assessment", title: { vi: "Gửi báo cáo tự đánh giá" }, before: "2026-12-22" }],
 * });
 * plan.calendar[0]?.before; // => '2026-12-22'
 * ```
 */
export function readIndexPlan(value: unknown): IndexPlan {
  return indexPlans.read(value);
}

/**
 * Checks a plan for determining an index without throwing.
 *
 * @param value The content of the file, as `JSON.parse` gives it.
 *
 * @returns Every issue, warnings too, in the order of the file; empty where nothing is wrong.
 *
 * @example
 * ```ts
 * import { checkIndexPlan, indexPlan } from "par-index/process";
 * checkIndexPlan(indexPlan("ha-noi/index/2021")); // => []
 * ```
 */
export const checkIndexPlan = (value: unknown): readonly Issue[] => indexPlans.check(value);

function checkIndexParts(plan: IndexPlan, report: Report): void {
  checkPlanHead(plan, "index", report);
  checkDistinct(plan.calendar, "id", ["calendar"], report);
  checkDistinct(plan.council?.roles, "id", ["council", "roles"], report);
  const known = plan.calendar.map(({ id }) => id);
  const refer = (found: string | undefined, path: Path, ids: readonly string[]): void => {
    if (found !== undefined && !ids.includes(found))
      report("plan-refers-to-nothing", path, { found, expected: ids.join(", ") });
  };
  for (const [at, { deadline }] of plan.duties?.entries() ?? [])
    refer(deadline, ["duties", at, "deadline"], known);
  for (const [at, id] of plan.ownTitles?.entries() ?? []) refer(id, ["ownTitles", at], known);
  const roles = plan.council?.roles ?? [];
  roles.forEach(({ id, within }, at) => {
    const others = roles.map((role) => role.id).filter((role) => role !== id);
    refer(within, ["council", "roles", at, "within"], others);
  });
  plan.calendar.forEach(({ before, by, title }, at) => {
    const facts = { title: title.vi };
    if (before !== undefined && by !== undefined) report("deadline-twice", ["calendar", at, "by"], facts);
    if (before === undefined && by === undefined) report("deadline-without-day", ["calendar", at], facts);
  });
}

/** A file that the package ships, bundled, so that none is read at run time; RangeError where there is none. */
export function shippedPlan(files: ReadonlyMap<string, unknown>, id: string, caller: string): unknown {
  const file = files.get(id);
  if (file === undefined)
    throw new RangeError(`${caller}: no such plan is shipped: ${String(id).slice(0, 100)}`);
  return file;
}

const shippedIndexPlans: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  [haNoiIndex2021.id, haNoiIndex2021],
]);

/** The ids of the plans for determining an index that the package ships, by code unit. */
export const indexPlanIds: readonly string[] = Object.freeze([...shippedIndexPlans.keys()]);

/**
 * Gives a plan for determining an index that the package ships: its deadlines and its council.
 *
 * @param id One of `indexPlanIds`.
 *
 * @returns The plan, read and frozen.
 *
 * @throws RangeError if the package ships no plan of that id.
 *
 * @example
 * ```ts
 * import { indexPlan } from "par-index/process";
 * indexPlan("ha-noi/index/2021").calendar.find(({ id }) => id === "self-assessment")?.before; // => '2021-12-22'
 * ```
 */
export const indexPlan = (id: string): IndexPlan =>
  readIndexPlan(shippedPlan(shippedIndexPlans, id, "indexPlan"));
