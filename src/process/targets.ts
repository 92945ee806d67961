/**
 * Targets against results: takes a file of targets and what was measured, tells of each target whether it was met,
 * missed by how much, or not measurable and why (Hà Nội's plan for 2023). Shares are compared as exact fractions of
 * two counts, and nothing is rounded.
 */
import { z } from "zod";
import type { Decimal, IsoDate, Text } from "../criteria-set.ts";
import { type Issue, inFileOrder, report as newReport, type Path, type Report } from "../issue.ts";
import {
  compare,
  decimal,
  divide,
  type Exact,
  exactText,
  hundred,
  integer,
  multiply,
  percentOf,
  rounded,
  subtract,
} from "../number.ts";
import { byCodeUnit, deepFreeze, inputLimits, plainCopy } from "../plain.ts";
import { readShape, shape, withoutEval } from "../shape.ts";
import { type Gap, longGaps } from "./frequency.ts";
import { assertTargets, type PlanTarget, type TargetPlan } from "./target-plan.ts";

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

const schemas = /* @__PURE__ */ withoutEval(() => {
  const { count, date, id, nonNegative, words } = shape;
  const base = { target: id, unit: id.optional() };
  return {
    list: z.array(z.any()),
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
  assertTargets(targets, "checkTargets");
  const report = newReport();
  const copy = plainCopy(results, inputLimits, "normalise", report);
  const list = readShape<unknown[]>(schemas.list, copy, [], report) ?? [];
  const byTarget = new Map<string, TargetRow[]>(targets.targets.map(({ id }) => [id, []]));
  const given = new Set<string>();
  list.forEach((it, at) => {
    if (report.issues.some((one) => one.severity === "error" && one.path[0] === at)) return;
    const about = readShape(schemas.anyTarget, it, [at], report);
    const target = about && targets.targets.find(({ id }) => id === about.target);
    if (about === undefined) return;
    if (target === undefined) {
      const expected = targets.targets.map(({ id }) => id).join(", ");
      report("result-target-unknown", [at, "target"], { found: about.target, expected });
      return;
    }
    const before = report.issues.filter(({ severity }) => severity === "error").length;
    const result = readResult(target, it, [at], report);
    if (result !== undefined) checkIdentity(target, result, given, [at], report);
    const wrong = report.issues.filter(({ severity }) => severity === "error").length > before;
    const unit = result?.unit;
    const head = {
      target: target.id,
      kind: target.kind,
      title: target.title,
      ...(unit !== undefined && { unit }),
    };
    const outcome =
      result === undefined || wrong ? wrongResult : judge(target, result, targets, [at], report);
    byTarget.get(target.id)?.push({ ...head, ...outcome });
  });
  const rows = targets.targets.flatMap((target) => {
    const found = [...(byTarget.get(target.id) ?? [])].sort((a, b) => byCodeUnit(a.unit ?? "", b.unit ?? ""));
    return found.length > 0
      ? found
      : [{ target: target.id, kind: target.kind, title: target.title, ...noResult }];
  });
  return deepFreeze({ plan: targets.id, rows, issues: inFileOrder(copy, report.issues) });
}

type Outcome = Pick<TargetRow, "state" | "reached" | "missedBy" | "reason">;

const unmeasured = (code: NotMeasurable["code"], vi: string, en: string): Outcome => ({
  state: "not-measurable",
  reason: { code, vi, en },
});
const noResult = unmeasured("no-result", "chưa có kết quả", "no result was given");
const wrongResult = unmeasured(
  "result-wrong",
  "kết quả có lỗi, xem danh sách lỗi",
  "the result is wrong: see the issues",
);
const nothingCounted = unmeasured(
  "nothing-counted",
  "mẫu số bằng 0: không có gì để tính",
  "the denominator is 0: there was nothing to count",
);

function readResult(
  target: PlanTarget,
  value: unknown,
  path: Path,
  report: Report,
): TargetResult | undefined {
  const stated = typeof value === "object" && value !== null && "notMeasured" in value;
  const schema: z.ZodType<TargetResult> = stated ? schemas.notMeasured : schemas[target.kind];
  const result = readShape(schema, value, path, report);
  if (
    result !== undefined &&
    "numerator" in result &&
    result.denominator > 0 &&
    result.numerator > result.denominator
  ) {
    report("result-above-whole", [...path, "numerator"], {
      found: result.numerator,
      expected: result.denominator,
    });
  }
  if (result !== undefined && "numerator" in result && result.denominator === 0 && result.numerator > 0) {
    report("result-above-whole", [...path, "numerator"], { found: result.numerator, expected: 0 });
  }
  return result;
}

function checkIdentity(
  target: PlanTarget,
  result: TargetResult,
  given: Set<string>,
  path: Path,
  report: Report,
): void {
  if (target.perUnit && result.unit === undefined)
    report("result-unit-missing", [...path, "unit"], { found: target.id });
  const key = `${result.target} ${result.unit ?? ""}`;
  if (given.has(key)) report("result-duplicate", [...path, "target"], { found: key.trim() });
  given.add(key);
}

function judge(
  target: PlanTarget,
  result: TargetResult,
  plan: TargetPlan,
  path: Path,
  report: Report,
): Outcome {
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
    return judgeFrequency(target.everyMonths, result.dates, plan, path, report);
  return wrongResult;
}

function judgePercent(reached: Exact, least: Exact, count?: number): Outcome {
  if (compare(reached, least) >= 0) return outcome(exactText(reached));
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
  plan: TargetPlan,
  path: Path,
  report: Report,
): Outcome {
  const { from, to } = plan.period;
  dates.forEach((date, at) => {
    if (date < from || date > to)
      report("result-date-outside", [...path, "dates", at], { found: date, expected: `${from} – ${to}` });
  });
  const inside = [...new Set(dates.filter((date) => date >= from && date <= to))];
  const gaps = longGaps(inside, from, to, months);
  const worst = gaps.reduce((most, { daysLate }) => (daysLate > most ? daysLate : most), 0);
  return outcome(
    String(inside.length),
    gaps.length > 0 ? { amount: String(worst), in: "days", gaps } : undefined,
  );
}

const outcome = (reached: string, missedBy?: Shortfall): Outcome =>
  missedBy === undefined ? { state: "met", reached } : { state: "missed", reached, missedBy };
