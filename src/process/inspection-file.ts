/**
 * The file of an inspection plan: its shape, what must hold between its parts, and its reading. A plan that was not
 * read here is refused by `checkInspections`.
 */
import { z } from "zod";
import {
  hasErrors,
  InvalidError,
  type Issue,
  inFileOrder,
  report as newReport,
  type Report,
} from "../issue.ts";
import { brand, deepFreeze, fileLimits, plainCopy } from "../plain.ts";
import { readShape, shape, withoutEval } from "../shape.ts";
import type { InspectionPlan } from "./inspection-plan.ts";
import { checkDistinct, checkPlanHead, planShape } from "./plan-file.ts";

const schema = /* @__PURE__ */ withoutEval((): z.ZodType<InspectionPlan> => {
  const { date, id, text, words } = shape;
  const named = { id, title: text };
  const role = z.strictObject(named);
  const mode = z.enum(["direct", "online", "unannounced"]);
  const days = z.int().min(1).max(366);
  const atLeastOne = z.int().min(1).max(100_000);
  const decision = { proposes: z.array(role).min(1).optional(), decides: role.optional() };
  const day = z.strictObject({ date, title: text, citation: words.optional() });
  const coverage = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("listed"), ...named, units: z.array(id).min(1) }),
    z.strictObject({ kind: z.literal("at-least"), ...named, unitKind: id, number: atLeastOne }),
    z.strictObject({
      kind: z.literal("in-each"),
      ...named,
      unitKind: id,
      number: atLeastOne,
      parentKind: id,
      parents: atLeastOne,
    }),
  ]);
  return z.strictObject({
    ...planShape.head,
    window: planShape.window,
    scope: z.array(text).min(1),
    teams: z
      .array(z.strictObject({ ...named, leader: text.optional(), members: z.array(text).min(1).optional() }))
      .min(1)
      .optional(),
    modes: z
      .array(z.strictObject({ mode, how: text.optional() }))
      .min(1)
      .optional(),
    announced: z.strictObject({ ...decision, noticeWorkingDays: days.optional() }).optional(),
    unannounced: z
      .strictObject({
        ...decision,
        reasons: z.array(role).min(1).optional(),
        places: z.array(text).min(1).optional(),
      })
      .optional(),
    holidays: z.array(day).optional(),
    makeUpDays: z.array(day).optional(),
    coverage: z.array(coverage).min(1).optional(),
    conclusion: z
      .strictObject({
        issuer: role.optional(),
        within: z.strictObject({ days, count: z.enum(["calendar", "working"]) }).optional(),
      })
      .optional(),
    selfInspection: z
      .strictObject({
        unitKinds: z.array(id).min(1),
        modes: z.array(mode).min(1).optional(),
        wording: text.optional(),
      })
      .optional(),
    use: text.optional(),
  });
});

/** The plans that were read: only they may be used. */
const plansRead = /* @__PURE__ */ brand<true>();

/**
 * Reads an inspection plan.
 *
 * @param value The content of a plan's file, as `JSON.parse` gives it.
 *
 * @returns The plan, frozen.
 *
 * @throws InvalidError if anything in it is wrong; `issues` lists all of it.
 *
 * @example
 * ```ts
 * import { readInspectionPlan } from "par-index/process";
 * const plan = readInspectionPlan({
 *   format: 1,
 *   id: "hoa-lam/inspection/2026",
 *   edition: 1,
 *   status: "illustrative",
 *   issuer: { vi: "UBND tỉnh Hoa Lâm" },
 *   title: { vi: "Kế hoạch kiểm tra công tác cải cách hành chính năm 2026" },
 *   source: { title: { vi: "Ví dụ" }, date: "2026-01-05" },
 *   window: { from: "2026-02-01", to: "2026-11-30" },
 *   scope: [{ vi: "Giải quyết thủ tục hành chính" }],
 * });
 * plan.window.to; // => '2026-11-30'
 * ```
 */
export function readInspectionPlan(value: unknown): InspectionPlan {
  const { plan, issues } = examine(value);
  if (plan === undefined || hasErrors(issues)) throw new InvalidError("inspection plan", issues);
  plansRead.mark(plan, true);
  return plan;
}

/**
 * Checks an inspection plan without throwing.
 *
 * @param value The content of a plan's file, as `JSON.parse` gives it.
 *
 * @returns Every issue, warnings too, in the order of the file; empty where nothing is wrong.
 *
 * @example
 * ```ts
 * import { checkInspectionPlan, inspectionPlan } from "par-index/process";
 * checkInspectionPlan(inspectionPlan("hai-phong/inspection/2019")); // => []
 * ```
 */
export const checkInspectionPlan = (value: unknown): readonly Issue[] => examine(value).issues;

/** Throws TypeError for a plan that `readInspectionPlan` did not make. */
export function assertInspectionPlan(plan: InspectionPlan, caller: string): void {
  if (plansRead.originOf(plan) === undefined) {
    throw new TypeError(`${caller}: the plan was not made by readInspectionPlan`);
  }
}

function examine(value: unknown): {
  readonly plan: InspectionPlan | undefined;
  readonly issues: readonly Issue[];
} {
  const report = newReport();
  const copy = plainCopy(value, fileLimits, "error", report);
  const plan = hasErrors(report.issues) ? undefined : readShape(schema, copy, [], report);
  if (plan !== undefined) checkPlan(plan, report);
  return { plan: plan && deepFreeze(plan), issues: inFileOrder(copy, report.issues) };
}

function checkPlan(plan: InspectionPlan, report: Report): void {
  checkPlanHead(plan, "inspection", plan.window, ["window"], report);
  checkDistinct(
    (plan.teams ?? []).map(({ id }) => id),
    "id",
    ["teams"],
    report,
  );
  checkDistinct(
    (plan.modes ?? []).map(({ mode }) => mode),
    "mode",
    ["modes"],
    report,
  );
  checkDistinct(
    (plan.coverage ?? []).map(({ id }) => id),
    "id",
    ["coverage"],
    report,
  );
  checkDistinct(
    (plan.unannounced?.reasons ?? []).map(({ id }) => id),
    "id",
    ["unannounced", "reasons"],
    report,
  );
  checkDistinct(
    (plan.holidays ?? []).map(({ date }) => date),
    "date",
    ["holidays"],
    report,
  );
  checkDistinct(
    (plan.makeUpDays ?? []).map(({ date }) => date),
    "date",
    ["makeUpDays"],
    report,
  );
  (plan.coverage ?? []).forEach((it, at) => {
    if (it.kind !== "listed") return;
    it.units.forEach((unit, place) => {
      if (it.units.indexOf(unit) < place)
        report("plan-duplicate", ["coverage", at, "units", place], { found: unit });
    });
  });

  const modes = plan.modes?.map(({ mode }) => mode);
  if (modes !== undefined && plan.unannounced !== undefined && !modes.includes("unannounced")) {
    report("plan-mode-unused", ["unannounced"], { found: "unannounced", expected: modes.join(", ") });
  }
  if (modes !== undefined && plan.announced !== undefined && modes.every((mode) => mode === "unannounced")) {
    report("plan-mode-unused", ["announced"], { found: "announced", expected: modes.join(", ") });
  }
  const worksInDays =
    plan.announced?.noticeWorkingDays !== undefined || plan.conclusion?.within?.count === "working";
  if (worksInDays && plan.holidays === undefined) report("plan-holidays-missing", ["holidays"]);
}
