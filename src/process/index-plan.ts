/**
 * The plan for determining an index (kế hoạch triển khai xác định Chỉ số CCHC) as a declarative file: the deadlines of
 * its calendar and the make-up of its appraisal council, as Hà Nội's plan 216/KH-UBND of 2021 has them. The deadlines
 * have the shape of a criteria set's calendar, the roles that of a round's council (design 3.5, 3.11).
 */
import { z } from "zod";
import type { Deadline, Text } from "../criteria-set.ts";
import {
  hasErrors,
  InvalidError,
  type Issue,
  inFileOrder,
  report as newReport,
  type Report,
} from "../issue.ts";
import { deepFreeze, fileLimits, plainCopy } from "../plain.ts";
import type { CouncilRole } from "../round.ts";
import { readShape, shape, withoutEval } from "../shape.ts";
import { checkDistinct, checkPlanHead, type PlanHead, type PlanWindow, planShape } from "./plan-file.ts";

/** A role of the council as its plan names it; in which stages it decides is for the round to say. */
export interface PlannedRole {
  /** The id. */
  readonly id: string;
  /** Its name: Chủ tịch Hội đồng, Tổ công tác … */
  readonly title: Text;
  /** Who holds it, as the plan names them. */
  readonly holders: CouncilRole["holders"];
}

/** A deadline of the plan, of the shape that a criteria set's calendar takes. */
export type PlannedDeadline = Pick<Deadline, "id" | "title" | "before" | "by">;

/** A plan for determining an index as read. Made by `readIndexPlan` only. */
export interface IndexPlan extends PlanHead {
  /** First and last day of the period that is assessed. */
  readonly period: PlanWindow;
  /** The deadlines, by day. */
  readonly calendar: readonly PlannedDeadline[];
  /** The appraisal council; absent where the plan names none. */
  readonly council?: { readonly title: Text; readonly roles: readonly PlannedRole[] } | undefined;
}

const schema = /* @__PURE__ */ withoutEval((): z.ZodType<IndexPlan> => {
  const { date, id, text, words } = shape;
  const deadline = z.strictObject({ id, title: text, before: date.optional(), by: date.optional() });
  const role = z.strictObject({ id, title: text, holders: z.array(words).min(1) });
  return z.strictObject({
    ...planShape.head,
    period: planShape.window,
    calendar: z.array(deadline).min(1),
    council: z.strictObject({ title: text, roles: z.array(role).min(1) }).optional(),
  });
});

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
  const { plan, issues } = examine(value);
  if (plan === undefined || hasErrors(issues)) throw new InvalidError("index plan", issues);
  return plan;
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
export const checkIndexPlan = (value: unknown): readonly Issue[] => examine(value).issues;

function examine(value: unknown): {
  readonly plan: IndexPlan | undefined;
  readonly issues: readonly Issue[];
} {
  const report = newReport();
  const copy = plainCopy(value, fileLimits, "error", report);
  const plan = hasErrors(report.issues) ? undefined : readShape(schema, copy, [], report);
  if (plan !== undefined) checkPlan(plan, report);
  return { plan: plan && deepFreeze(plan), issues: inFileOrder(copy, report.issues) };
}

function checkPlan({ calendar, council, ...plan }: IndexPlan, report: Report): void {
  checkPlanHead(plan, "index", plan.period, ["period"], report);
  const idsOf = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);
  checkDistinct(idsOf(calendar), "id", ["calendar"], report);
  checkDistinct(idsOf(council?.roles ?? []), "id", ["council", "roles"], report);
  calendar.forEach(({ before, by, title }, at) => {
    const facts = { title: title.vi };
    if (before !== undefined && by !== undefined) report("deadline-twice", ["calendar", at, "by"], facts);
    if (before === undefined && by === undefined) report("deadline-without-day", ["calendar", at], facts);
  });
}
