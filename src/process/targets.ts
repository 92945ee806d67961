/**
 * Targets (chỉ tiêu): what a plan wants reached in its period, in a closed vocabulary of kinds, as Hà Nội's plan for 2023
 * states them (a place, an index, a share, a frequency), and what became of each: met, missed by how much, or not
 * measurable and why. Shares are compared as exact fractions of two counts, and nothing is rounded. Beside them stands
 * the least number of forms that a survey needs, brought up to a whole form and never rounded down.
 */
import * as z from "zod";
import type { Decimal, IsoDate, Text } from "../criteria-set.ts";
import { hasErrors, type Issue, inFileOrder, report as newReport, type Report } from "../issue.ts";
import {
  add,
  compareExact,
  decimal,
  decimalOfNumber,
  divide,
  type Exact,
  exactText,
  hundred,
  integer,
  isDecimal,
  multiply,
  one,
  percentOf,
  rounded,
  subtract,
  zero,
} from "../number.ts";
import { byCodeUnit, deepFreeze, inputLimits, plainCopy } from "../plain.ts";
import { readShape, shape, withoutEval } from "../shape.ts";
import { type Gap, longGaps } from "./days.ts";
import {
  checkDistinct,
  checkPlanHead,
  type PlanHead,
  type PlanWindow,
  planReader,
  planShape,
} from "./plans.ts";

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

const targetsSchema = /* @__PURE__ */ withoutEval((): z.ZodType<TargetPlan> => {
  const base = { id: shape.id, title: shape.text, perUnit: z.literal(true).optional() };
  const target = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("place"), ...base, among: z.int().min(1).max(100_000) }),
    z.strictObject({ kind: z.literal("index"), ...base, atLeast: shape.nonNegative }),
    z.strictObject({ kind: z.literal("share"), ...base, atLeast: shape.nonNegative }),
    z.strictObject({ kind: z.literal("frequency"), ...base, everyMonths: z.int().min(1).max(120) }),
  ]);
  return z.strictObject({ ...planShape.head, period: planShape.window, targets: z.array(target).min(1) });
});

const targetFiles = /* @__PURE__ */ planReader("targets", targetsSchema, checkTargetParts);

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
  return targetFiles.read(value);
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
export const checkTargetPlan = (value: unknown): readonly Issue[] => targetFiles.check(value);

function checkTargetParts(plan: TargetPlan, report: Report): void {
  checkPlanHead(plan, "targets", report);
  checkDistinct(plan.targets, "id", ["targets"], report);
  plan.targets.forEach((target, at) => {
    if ("atLeast" in target && compareExact(decimal(target.atLeast), hundred) > 0)
      report("out-of-range", ["targets", at, "atLeast"], { found: target.atLeast, expected: "≤ 100" });
  });
}

/** What every result names. */
export interface ResultHead {
  /** The id of the target. */
  readonly target: string;
  /** The id of the unit, where the target is judged for each unit. */
  readonly unit?: string | undefined;
}

/** The result for a `place`. */
export interface PlaceResult extends ResultHead {
  /** The place reached, from 1. */
  readonly place: number;
}

/** The result for an `index`. */
export interface IndexResult extends ResultHead {
  /** The index reached, in percent, as published. */
  readonly index: Decimal;
}

/** The result for a `share`. */
export interface ShareResult extends ResultHead {
  /** How many. */
  readonly numerator: number;
  /** Of how many. */
  readonly denominator: number;
}

/** The result for a `frequency`. */
export interface FrequencyResult extends ResultHead {
  /** The days of the events, in any order. */
  readonly dates: readonly IsoDate[];
}

/** The statement that a target of any kind was not measured. */
export interface MissingResult extends ResultHead {
  /** Why it was not measured. */
  readonly notMeasured: string;
}

/** What was measured for a target; its keys are those of the target's kind. */
export type TargetResult = PlaceResult | IndexResult | ShareResult | FrequencyResult | MissingResult;

/** Why a target cannot be judged. */
export interface NotMeasurable {
  /** `no-result`: nothing was given. `not-measured`: the result says why. `nothing-counted`: the denominator is 0. `result-wrong`: an issue stands against the result. */
  readonly code: "no-result" | "not-measured" | "nothing-counted" | "result-wrong";
  /** The reason in Vietnamese. */
  readonly vi: string;
  /** The reason in English. */
  readonly en: string;
}

/** By how much a target was missed. */
export interface Shortfall {
  /** How much, exactly: a decimal where it terminates, else a fraction. */
  readonly amount: string;
  /** What is counted: places behind the last good one, percentage points below the least, days after the last good one. */
  readonly in: "places" | "percentage-points" | "days";
  /** For a share: how many more of the numerator would have met it. */
  readonly count?: number | undefined;
  /** For a frequency: every time without an event that is too long; `amount` is the worst of them. */
  readonly gaps?: readonly Gap[] | undefined;
}

/** What became of one target, of one unit where it is judged for each. */
export interface TargetRow {
  /** The id of the target. */
  readonly target: string;
  /** Its kind. */
  readonly kind: PlanTarget["kind"];
  /** Its words. */
  readonly title: Text;
  /** The id of the unit, where the result names one. */
  readonly unit?: string | undefined;
  /** What became of it. */
  readonly state: "met" | "missed" | "not-measurable";
  /** What was reached, exactly: a place, a percentage, or a number of events; absent where not measurable. */
  readonly reached?: string | undefined;
  /** By how much it was missed; absent where it was not. */
  readonly missedBy?: Shortfall | undefined;
  /** Why it cannot be judged; absent where it can. */
  readonly reason?: NotMeasurable | undefined;
}

/** Targets against results. */
export interface TargetReport {
  /** The id of the file of targets. */
  readonly plan: string;
  /** A row for each target, in its order; for each of its units, by id, where it is judged for each. */
  readonly rows: readonly TargetRow[];
  /** What is wrong with the results, in their order; paths start at the list of results. */
  readonly issues: readonly Issue[];
}

const resultSchemas = /* @__PURE__ */ withoutEval(() => {
  const { count, date, id, nonNegative, words } = shape;
  const base = { target: id, unit: id.optional() };
  return {
    list: z.array(z.unknown()),
    anyTarget: z.looseObject({ target: id }),
    notMeasured: z.strictObject({ ...base, notMeasured: words }),
    place: z.strictObject({ ...base, place: z.int().min(1) }),
    index: z.strictObject({ ...base, index: nonNegative }),
    share: z.strictObject({ ...base, numerator: count, denominator: count }),
    frequency: z.strictObject({ ...base, dates: z.array(date) }),
  };
});

/**
 * Checks results against targets.
 *
 * A place meets its target up to the last place named, a percentage from the least named on. A frequency is met where
 * no whole span of so many calendar months within the period is free of an event, the time before the first and after
 * the last event included. A target without a result is not measurable, never missed.
 *
 * @param targets The targets, from `readTargets` or `targetPlan`.
 * @param results What was measured, in any order; its shape is checked too.
 *
 * @returns A row for each target and what is wrong with the results, frozen.
 *
 * @throws TypeError if the targets were not read.
 *
 * @example
 * ```ts
 * import { checkTargets, targetPlan } from "par-index/process";
 * const { rows } = checkTargets(targetPlan("ha-noi/targets/2023"), [
 *   { target: "sipas", index: "88.75" },
 *   { target: "dossiers-on-time", numerator: 1184, denominator: 1200 },
 * ]);
 * rows.map(({ state }) => state); // => [ 'not-measurable', 'missed', 'missed', 'not-measurable', 'not-measurable' ]
 * rows[2]?.missedBy; // => { amount: '4/3', in: 'percentage-points', count: 16 }
 * ```
 */
export function checkTargets(targets: TargetPlan, results: readonly TargetResult[]): TargetReport {
  if (!targetFiles.isRead(targets))
    throw new TypeError("checkTargets: the targets were not made by readTargets");
  const report = newReport();
  const copy = plainCopy(results, inputLimits, "normalise", report);
  const list = readShape(resultSchemas.list, copy, [], report) ?? [];
  const rows = new Map<string, TargetRow[]>(targets.targets.map(({ id }) => [id, []]));
  const given = new Set<string>();
  list.forEach((value, at) => {
    const isBroken = report.issues.some(({ severity, path }) => severity === "error" && path[0] === at);
    const about = isBroken ? undefined : readShape(resultSchemas.anyTarget, value, [at], report);
    if (about === undefined) return;
    const target = targets.targets.find(({ id }) => id === about.target);
    if (target === undefined) {
      const expected = targets.targets.map(({ id }) => id).join(", ");
      report("result-target-unknown", [at, "target"], { found: about.target, expected });
      return;
    }
    const own = newReport();
    const result = readResult(target, value, own);
    if (result !== undefined) checkIdentity(target, result, given, own);
    const judged =
      result === undefined || hasErrors(own.issues) ? unusable : judgeResult(target, result, targets, own);
    report.issues.push(...own.issues.map(({ path, ...rest }) => ({ ...rest, path: [at, ...path] })));
    const unit = result?.unit;
    rows.get(target.id)?.push({ ...rowHead(target), ...(unit !== undefined && { unit }), ...judged });
  });
  const inOrder = targets.targets.flatMap((target) => {
    const found = rows.get(target.id) ?? [];
    if (found.length === 0) return [{ ...rowHead(target), ...noResult }];
    return found.sort((a, b) => byCodeUnit(a.unit ?? "", b.unit ?? ""));
  });
  return deepFreeze({ plan: targets.id, rows: inOrder, issues: inFileOrder(copy, report.issues) });
}

const rowHead = ({ id, kind, title }: PlanTarget): Pick<TargetRow, "target" | "kind" | "title"> => ({
  target: id,
  kind,
  title,
});

type Outcome = Pick<TargetRow, "state" | "reached" | "missedBy" | "reason">;

const unmeasured = (code: NotMeasurable["code"], vi: string, en: string): Outcome => ({
  state: "not-measurable",
  reason: { code, vi, en },
});
const noResult = unmeasured("no-result", "chưa có kết quả", "no result was given");
const unusable = unmeasured(
  "result-wrong",
  "kết quả có lỗi, xem danh sách lỗi",
  "the result is wrong: see the issues",
);
const nothingCounted = unmeasured(
  "nothing-counted",
  "mẫu số bằng 0: không có gì để tính",
  "the denominator is 0: there was nothing to count",
);

function readResult(target: PlanTarget, value: unknown, report: Report): TargetResult | undefined {
  const stated = typeof value === "object" && value !== null && "notMeasured" in value;
  const resultSchema: z.ZodType<TargetResult> = resultSchemas[stated ? "notMeasured" : target.kind];
  const result = readShape(resultSchema, value, [], report);
  if (result !== undefined && "numerator" in result && result.numerator > result.denominator) {
    const facts = { found: result.numerator, expected: result.denominator };
    report("result-above-whole", ["numerator"], facts);
  }
  return result;
}

function checkIdentity(target: PlanTarget, result: TargetResult, given: Set<string>, report: Report): void {
  if (target.perUnit && result.unit === undefined)
    report("result-unit-missing", ["unit"], { found: target.id });
  const key = `${result.target} ${result.unit ?? ""}`;
  if (given.has(key)) report("result-duplicate", ["target"], { found: key.trim() });
  given.add(key);
}

function judgeResult(target: PlanTarget, result: TargetResult, plan: TargetPlan, report: Report): Outcome {
  if ("notMeasured" in result) return unmeasured("not-measured", result.notMeasured, result.notMeasured);
  if (target.kind === "place" && "place" in result) {
    const over = result.place - target.among;
    return outcome(String(result.place), over > 0 ? { amount: String(over), in: "places" } : undefined);
  }
  if (target.kind === "index" && "index" in result)
    return judgePercent(decimal(result.index), decimal(target.atLeast));
  if (target.kind === "share" && "numerator" in result) {
    if (result.denominator === 0) return nothingCounted;
    const least = decimal(target.atLeast);
    const whole = integer(result.denominator);
    const needed = Number(rounded(percentOf(least, whole), 0, "up"));
    const reached = divide(multiply(integer(result.numerator), hundred), whole);
    return judgePercent(reached, least, needed - result.numerator);
  }
  if (target.kind === "frequency" && "dates" in result)
    return judgeFrequency(target.everyMonths, result.dates, plan.period, report);
  return unusable;
}

function judgePercent(reached: Exact, least: Exact, count?: number): Outcome {
  if (compareExact(reached, least) >= 0) return outcome(exactText(reached));
  const amount = exactText(subtract(least, reached));
  return outcome(exactText(reached), {
    amount,
    in: "percentage-points",
    ...(count !== undefined && { count }),
  });
}

function judgeFrequency(
  months: number,
  dates: readonly IsoDate[],
  { from, to }: PlanWindow,
  report: Report,
): Outcome {
  dates.forEach((date, at) => {
    if (date < from || date > to) report("result-date-outside", ["dates", at], { found: date, from, to });
  });
  const inside = [...new Set(dates.filter((date) => date >= from && date <= to))];
  const gaps = longGaps(inside, from, to, months);
  const worst = gaps.reduce((most, { daysLate }) => Math.max(most, daysLate), 0);
  return outcome(
    String(inside.length),
    gaps.length > 0 ? { amount: String(worst), in: "days", gaps } : undefined,
  );
}

const outcome = (reached: string, missedBy?: Shortfall): Outcome =>
  missedBy === undefined ? { state: "met", reached } : { state: "missed", reached, missedBy };

/** What a sample is asked to keep to. */
export interface SampleOptions {
  /** The margin of error e, in percent, above 0 and below 100; 5 where absent, as in the SIPAS project. */
  readonly marginPercent?: Decimal | number | undefined;
}

/**
 * Gives the least number of forms for a population, by n = N ÷ (1 + N·e²).
 *
 * The quotient is taken exactly and any remainder makes one form more. The result is never above the population, and
 * 0 for a population of 0. It is a floor that a survey plan may raise; how forms are divided among groups is the
 * plan's own matter.
 *
 * @param population How many people or dossiers there are, a whole number from 0.
 * @param options The margin of error.
 *
 * @returns The least number of forms, a whole number.
 *
 * @throws RangeError if the population is not a whole number from 0, or the margin not a decimal above 0 and below 100.
 *
 * @example
 * ```ts
 * import { sampleSize } from "par-index/process";
 * sampleSize(10_000); // => 385
 * sampleSize(10_000, { marginPercent: "2.5" }); // => 1380
 * ```
 */
export function sampleSize(population: number, options: SampleOptions = {}): number {
  if (!Number.isSafeInteger(population) || population < 0) {
    throw new RangeError("sampleSize: the population is not a whole number from 0");
  }
  const given = options.marginPercent ?? 5;
  const text = typeof given === "number" ? decimalOfNumber(given) : given;
  if (typeof text !== "string" || !isDecimal(text))
    throw new RangeError("sampleSize: the margin is not a decimal");
  const margin = divide(decimal(text), hundred);
  if (compareExact(margin, zero) <= 0 || compareExact(margin, one) >= 0) {
    throw new RangeError("sampleSize: the margin is not above 0 % and below 100 %");
  }
  const all = integer(population);
  return Number(rounded(divide(all, add(one, multiply(all, multiply(margin, margin)))), 0, "up"));
}
