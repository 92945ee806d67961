/**
 * A file of targets (chỉ tiêu): what a plan wants reached in its period, in a closed vocabulary of kinds, as Hà Nội's
 * plan for 2023 states them: a place, an index, a share, a frequency.
 */
import { z } from "zod";
import type { Decimal, Text } from "../criteria-set.ts";
import {
  hasErrors,
  InvalidError,
  type Issue,
  inFileOrder,
  report as newReport,
  type Report,
} from "../issue.ts";
import { compare, decimal, hundred } from "../number.ts";
import { brand, deepFreeze, fileLimits, plainCopy } from "../plain.ts";
import { readShape, shape, withoutEval } from "../shape.ts";
import { checkDistinct, checkPlanHead, type PlanHead, type PlanWindow, planShape } from "./plan-file.ts";

/** What every target states. */
export interface TargetHead {
  /** The id that results use. */
  readonly id: string;
  /** Its words, as the plan prints them. */
  readonly title: Text;
  /** True where each unit is judged for itself, so that a result names its unit. */
  readonly perUnit?: true | undefined;
}

/** A place in a ranking: among the first so many. */
export interface PlaceTarget extends TargetHead {
  /** The kind. */
  readonly kind: "place";
  /** The last place that still meets the target. */
  readonly among: number;
}

/** An index of at least so many percent. */
export interface IndexTarget extends TargetHead {
  /** The kind. */
  readonly kind: "index";
  /** The least index, in percent, 0 to 100. */
  readonly atLeast: Decimal;
}

/** A share of at least so many percent, from two counts. */
export interface ShareTarget extends TargetHead {
  /** The kind. */
  readonly kind: "share";
  /** The least share, in percent, 0 to 100. */
  readonly atLeast: Decimal;
}

/** An event at least every so many calendar months. */
export interface FrequencyTarget extends TargetHead {
  /** The kind. */
  readonly kind: "frequency";
  /** The number of calendar months that may not pass without an event. */
  readonly everyMonths: number;
}

/** A target. */
export type PlanTarget = PlaceTarget | IndexTarget | ShareTarget | FrequencyTarget;

/** A file of targets as read. Made by `readTargets` only. */
export interface TargetPlan extends PlanHead {
  /** First and last day of the period in which the targets are to be reached. */
  readonly period: PlanWindow;
  /** The targets, in printed order. */
  readonly targets: readonly PlanTarget[];
}

const schema = /* @__PURE__ */ withoutEval((): z.ZodType<TargetPlan> => {
  const base = { id: shape.id, title: shape.text, perUnit: z.literal(true).optional() };
  const target = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("place"), ...base, among: z.int().min(1).max(100_000) }),
    z.strictObject({ kind: z.literal("index"), ...base, atLeast: shape.nonNegative }),
    z.strictObject({ kind: z.literal("share"), ...base, atLeast: shape.nonNegative }),
    z.strictObject({ kind: z.literal("frequency"), ...base, everyMonths: z.int().min(1).max(120) }),
  ]);
  return z.strictObject({ ...planShape.head, period: planShape.window, targets: z.array(target).min(1) });
});

/** The files that were read: only they may be used. */
const filesRead = /* @__PURE__ */ brand<true>();

/**
 * Reads a file of targets.
 *
 * @param value The content of the file, as `JSON.parse` gives it.
 *
 * @returns The targets, frozen.
 *
 * @throws InvalidError if anything in it is wrong; `issues` lists all of it.
 *
 * @example
 * ```ts
 * import { readTargets } from "par-index/process";
 * const targets = readTargets({
 *   format: 1,
 *   id: "hoa-lam/targets/2026",
 *   edition: 1,
 *   status: "illustrative",
 *   issuer: { vi: "UBND tỉnh Hoa Lâm" },
 *   title: { vi: "Kế hoạch cải cách hành chính năm 2026" },
 *   source: { title: { vi: "Ví dụ" }, date: "2026-01-05" },
 *   period: { from: "2026-01-01", to: "2026-12-31" },
 *   targets: [{ kind: "index", id: "sipas", title: { vi: "SIPAS đạt tối thiểu 85,5%" }, atLeast: "85.50" }],
 * });
 * targets.targets[0]; // => { kind: 'index', id: 'sipas', title: { vi: 'SIPAS đạt tối thiểu 85,5%' }, atLeast: '85.5' }
 * ```
 */
export function readTargets(value: unknown): TargetPlan {
  const { plan, issues } = examine(value);
  if (plan === undefined || hasErrors(issues)) throw new InvalidError("targets", issues);
  filesRead.mark(plan, true);
  return plan;
}

/**
 * Checks a file of targets without throwing.
 *
 * @param value The content of the file, as `JSON.parse` gives it.
 *
 * @returns Every issue, warnings too, in the order of the file; empty where nothing is wrong.
 *
 * @example
 * ```ts
 * import { checkTargetPlan, targetPlan } from "par-index/process";
 * checkTargetPlan(targetPlan("ha-noi/targets/2023")); // => []
 * ```
 */
export const checkTargetPlan = (value: unknown): readonly Issue[] => examine(value).issues;

/** Throws TypeError for targets that `readTargets` did not make. */
export function assertTargets(plan: TargetPlan, caller: string): void {
  if (filesRead.originOf(plan) === undefined) {
    throw new TypeError(`${caller}: the targets were not made by readTargets`);
  }
}

function examine(value: unknown): {
  readonly plan: TargetPlan | undefined;
  readonly issues: readonly Issue[];
} {
  const report = newReport();
  const copy = plainCopy(value, fileLimits, "error", report);
  const plan = hasErrors(report.issues) ? undefined : readShape(schema, copy, [], report);
  if (plan !== undefined) checkPlan(plan, report);
  return { plan: plan && deepFreeze(plan), issues: inFileOrder(copy, report.issues) };
}

function checkPlan(plan: TargetPlan, report: Report): void {
  checkPlanHead(plan, "targets", plan.period, ["period"], report);
  checkDistinct(
    plan.targets.map(({ id }) => id),
    "id",
    ["targets"],
    report,
  );
  plan.targets.forEach((it, at) => {
    if ((it.kind === "index" || it.kind === "share") && compare(decimal(it.atLeast), hundred) > 0) {
      report("out-of-range", ["targets", at, "atLeast"], { found: it.atLeast, expected: "≤ 100" });
    }
  });
}
