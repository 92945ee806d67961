/**
 * Targets (chỉ tiêu): what a plan wants reached in its period, in a closed vocabulary of kinds, as Hà Nội's plan for 2023
 * states them (a place, an index, a share, a frequency), and what became of each: met, missed by how much, or not
 * measurable and why. Shares are compared as exact fractions of two counts, and nothing is rounded. Beside them stands
 * the least number of forms that a survey needs, brought up to a whole form and never rounded down.
 */
import * as z from "zod/mini";
import haNoi2023 from "../../criteria/ha-noi/targets/2023.1.json" with { type: "json" };
import { dateOfDay, dayNumber } from "../calendar.ts";
import type { Decimal, IsoDate, Text } from "../criteria-set.ts";
import { hasErrors, type Issue, inFileOrder, report as newReport, type Path, type Report } from "../issue.ts";
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
import { assertOptions, byCodeUnit, deepFreeze, inputLimits, notMade, plainCopy, present } from "../plain.ts";
import { built, isDay, readShape, shape } from "../shape.ts";
import { type InspectedUnit, type Register, readRegister } from "./coverage.ts";
import { type DayOffRule, type Gap, longGaps, type WorkingCalendar } from "./days.ts";
import {
  checkDistinct,
  checkPlanHead,
  checkWorkingCalendar,
  type PlanHead,
  type PlanWindow,
  planReader,
  planShape,
  shippedPlan,
} from "./plans.ts";
import { placesWithErrors } from "./visits.ts";

/** What every target states. */
export interface TargetHead {
  /** The id that results use. */
  readonly id: string;
  /** Its words, as the plan prints them. */
  readonly title: Text;
  /** True where each unit is judged for itself, so that a result names its unit. */
  readonly perUnit?: true | undefined;
  /** True where the plan strives for it and does not require it ("phấn đấu"). */
  readonly strivenFor?: true | undefined;
  /** True where the plan has it outside its list of targets (chỉ tiêu). */
  readonly outsideList?: true | undefined;
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
  /** When such a period ends whose last day is a day off; absent: with the next working day, as Bộ luật Dân sự 2015, Điều 148 has it. */
  readonly dayOff?: DayOffRule | undefined;
}

/** A target. */
export type PlanTarget = PlaceTarget | IndexTarget | ShareTarget | FrequencyTarget;

/** A file of targets as read. Made by `readTargetPlan` only. */
export interface TargetPlan extends PlanHead, WorkingCalendar {
  /** First and last day of the period in which the targets are to be reached. */
  readonly period: PlanWindow;
  /** The targets, in printed order. */
  readonly targets: readonly PlanTarget[];
  /** True where the source names the targets as examples ("một số chỉ tiêu"). */
  readonly targetsAreOpen?: true | undefined;
  /** What the plan is made of and asks beside its targets, in printed order. */
  readonly content?: readonly Text[] | undefined;
}

const targetsSchema = /* @__PURE__ */ built((): z.core.$ZodType<TargetPlan> => {
  const yes = z.optional(z.literal(true));
  const base = { id: shape.id, title: shape.text, perUnit: yes, strivenFor: yes, outsideList: yes };
  const target = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("place"), ...base, among: z.int().check(z.gte(1), z.lte(100_000)) }),
    z.strictObject({ kind: z.literal("index"), ...base, atLeast: shape.nonNegative }),
    z.strictObject({ kind: z.literal("share"), ...base, atLeast: shape.nonNegative }),
    z.strictObject({
      kind: z.literal("frequency"),
      ...base,
      everyMonths: z.int().check(z.gte(1), z.lte(120)),
      dayOff: planShape.dayOff,
    }),
  ]);
  return z.strictObject({
    ...planShape.head,
    period: planShape.window,
    ...planShape.calendar,
    targets: z.array(target).check(z.minLength(1)),
    targetsAreOpen: yes,
    content: z.optional(z.array(shape.text).check(z.minLength(1))),
  });
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
 * import { readTargetPlan } from "par-index/process";
 * const targets = readTargetPlan({
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
export function readTargetPlan(value: unknown): TargetPlan {
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
  checkWorkingCalendar(plan, report);
  const needsDaysOff = plan.targets.some((it) => it.kind === "frequency" && it.dayOff !== "same-day");
  if (needsDaysOff && plan.holidays === undefined) report("plan-holidays-missing", ["holidays"]);
}

const shippedTargets: ReadonlyMap<string, unknown> = new Map<string, unknown>([[haNoi2023.id, haNoi2023]]);

/** The ids of the files of targets that the package ships, by code unit. */
export const targetPlanIds: readonly string[] = Object.freeze([...shippedTargets.keys()]);

/**
 * Gives a file of targets that the package ships.
 *
 * @param id One of `targetPlanIds`.
 *
 * @returns The targets, read and frozen.
 *
 * @throws RangeError if the package ships no targets of that id.
 *
 * @example
 * ```ts
 * import { targetPlan } from "par-index/process";
 * targetPlan("ha-noi/targets/2023").targets.length; // => 5
 * ```
 */
export const targetPlan = (id: string): TargetPlan =>
  readTargetPlan(shippedPlan(shippedTargets, id, "targetPlan"));

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
  /** Of `not-measured`: what the result says. */
  readonly reason?: string | undefined;
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
  /** What became of it. `open`: looked at before its period ends, nothing is missed yet, and what is still to come decides. */
  readonly state: "met" | "missed" | "open" | "not-measurable";
  /** What was reached, exactly: a place, a percentage, or a number of events; absent where not measurable. */
  readonly reached?: string | undefined;
  /** For a frequency that is open: the last day for the event that comes next. */
  readonly due?: IsoDate | undefined;
  /** By how much it was missed; absent where it was not. */
  readonly missedBy?: Shortfall | undefined;
  /** Why it cannot be judged; absent where it can. */
  readonly reason?: NotMeasurable | undefined;
}

/** Targets against results. */
export interface TargetReport {
  /** The id of the file of targets. */
  readonly plan: string;
  /** Its title. */
  readonly title: Text;
  /** The day looked at, where one was given. */
  readonly on?: IsoDate | undefined;
  /** A row for each target, in its order; for each of its units, by id, where it is judged for each. */
  readonly rows: readonly TargetRow[];
  /** What is wrong with the results, in their order; paths start at the list of results. */
  readonly issues: readonly Issue[];
}

/** What else is known when targets are checked. */
export interface TargetOptions {
  /** The units of which targets of each unit are asked; with it, a unit that gave nothing has its row. */
  readonly units?: readonly InspectedUnit[] | undefined;
  /** The day on which the period is looked at; absent: the whole of it. */
  readonly on?: IsoDate | undefined;
}

const resultSchemas = /* @__PURE__ */ built(() => {
  const { count, date, id, nonNegative, words } = shape;
  const base = { target: id, unit: z.optional(id) };
  return {
    list: z.array(z.unknown()),
    anyTarget: z.looseObject({ target: id }),
    notMeasured: z.strictObject({ ...base, notMeasured: words }),
    place: z.strictObject({ ...base, place: z.int().check(z.gte(1)) }),
    index: z.strictObject({ ...base, index: nonNegative }),
    share: z.strictObject({ ...base, numerator: count, denominator: count }),
    frequency: z.strictObject({ ...base, dates: z.array(date) }),
  };
});

/** What results are held against. */
interface Measuring {
  readonly plan: TargetPlan;
  readonly byId: ReadonlyMap<string, PlanTarget>;
  readonly register: Register | undefined;
  readonly on: IsoDate | undefined;
  /** Target and unit of the results so far. */
  readonly given: Set<string>;
}

/**
 * Checks results against targets.
 *
 * A place meets its target up to the last place named, a percentage from the least named on. A frequency is met where
 * no whole span of so many calendar months within the period is free of an event, the time before the first and after
 * the last event included; each span ends on the day that corresponds to the event, and where that is a day off, with the
 * next working day. A target without a result is not measurable, never missed. Looked at on a day before the period
 * ends, it is open, and so is a frequency that has been kept so far.
 *
 * @param targets The targets, from `readTargetPlan` or `targetPlan`.
 * @param results What was measured, in any order; its shape is checked too.
 * @param options The register of units, and the day on which the period is looked at.
 *
 * @returns A row for each target and what is wrong with the results, frozen.
 *
 * @throws TypeError if the targets were not read, or `units` is not a list.
 * @throws RangeError if `on` is not a date.
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
export function checkTargets(
  targets: TargetPlan,
  results: readonly TargetResult[],
  options: TargetOptions = {},
): TargetReport {
  assertOptions(options, ["units", "on"], "checkTargets");
  const { units, on } = options;
  if (!targetFiles.isRead(targets))
    throw notMade(targets, "plan of targets", "readTargetPlan", "checkTargets");
  if (units !== undefined && !Array.isArray(units)) throw new TypeError("checkTargets: units is not a list");
  if (on !== undefined && !isDay(on)) throw new RangeError("checkTargets: on is not a date");
  const report = newReport();
  const copy = plainCopy(results, inputLimits, "normalise", report);
  const list = readShape(resultSchemas.list, copy, [], report) ?? [];
  const broken = placesWithErrors(report.issues);
  const register = units && readRegister(units, targets.period.from, report);
  const byId = new Map(targets.targets.map((target) => [target.id, target]));
  const measuring: Measuring = { plan: targets, byId, register, on, given: new Set() };
  const rows = new Map<string, TargetRow[]>(targets.targets.map(({ id }) => [id, []]));
  list.forEach((value, at) => {
    const row = broken.has(at) ? undefined : resultRow(measuring, value, at, report);
    if (row !== undefined) rows.get(row.target)?.push(row);
  });
  const inOrder = targets.targets.flatMap((target) => {
    const found = rows.get(target.id) ?? [];
    const named = new Set(found.map(({ unit }) => unit));
    const silent = (target.perUnit && register?.units.filter(({ id }) => !named.has(id))) || [];
    const none = isOver(measuring) ? noResult : stillOpen;
    if (found.length + silent.length === 0) return [{ ...rowHead(target), ...none }];
    return [...found, ...silent.map(({ id }) => ({ ...rowHead(target), unit: id, ...none }))].sort((a, b) =>
      byCodeUnit(a.unit ?? "", b.unit ?? ""),
    );
  });
  const issues = inFileOrder(copy, report.issues);
  return deepFreeze(present({ plan: targets.id, title: targets.title, on, rows: inOrder, issues }));
}

/** True where the whole period has passed on the day looked at. */
const isOver = ({ plan, on }: Measuring): boolean => on === undefined || on >= plan.period.to;

const rowHead = ({ id, kind, title }: PlanTarget): Pick<TargetRow, "target" | "kind" | "title"> => ({
  target: id,
  kind,
  title,
});

type Outcome = Pick<TargetRow, "state" | "reached" | "due" | "missedBy" | "reason">;

const unmeasured = (code: NotMeasurable["code"], reason?: string): Outcome => ({
  state: "not-measurable",
  reason: present({ code, reason }),
});
const noResult = unmeasured("no-result");
const stillOpen: Outcome = { state: "open" };

/** One result against its target; undefined after it was reported that it names none. */
function resultRow(measuring: Measuring, value: unknown, at: number, report: Report): TargetRow | undefined {
  const about = readShape(resultSchemas.anyTarget, value, [at], report);
  if (about === undefined) return undefined;
  const target = measuring.byId.get(about.target);
  if (target === undefined) {
    const expected = [...measuring.byId.keys()].slice(0, 20);
    report("result-target-unknown", [at, "target"], { found: about.target, expected });
    return undefined;
  }
  const own = newReport();
  const result = readResult(target, value, own);
  if (result !== undefined) checkIdentity(measuring, target, result, own);
  const isUsable = result !== undefined && !hasErrors(own.issues);
  const judged = isUsable ? judgeResult(measuring, target, result, own) : unmeasured("result-wrong");
  for (const { path, ...rest } of own.issues) report.issues.push({ ...rest, path: [at, ...path] });
  const unit = result?.unit;
  return { ...rowHead(target), ...(unit !== undefined && { unit }), ...judged };
}

function readResult(target: PlanTarget, value: unknown, report: Report): TargetResult | undefined {
  const stated = typeof value === "object" && value !== null && "notMeasured" in value;
  const resultSchema: z.core.$ZodType<TargetResult> = resultSchemas[stated ? "notMeasured" : target.kind];
  const result = readShape(resultSchema, value, [], report);
  if (result !== undefined && "numerator" in result && result.numerator > result.denominator) {
    const facts = { found: result.numerator, expected: result.denominator };
    report("result-above-whole", ["numerator"], facts);
  }
  if (result !== undefined && "index" in result && compareExact(decimal(result.index), hundred) > 0)
    report("out-of-range", ["index"], { found: result.index, expected: "≤ 100" });
  return result;
}

/** Reads what was measured; what cannot be read is left out, with its issues at its place in the list beneath a path. */
export function readResults(
  plan: TargetPlan,
  list: readonly unknown[],
  report: Report,
  path: Path,
): readonly { readonly at: number; readonly result: TargetResult }[] {
  return list.flatMap((value, at) => {
    const about = readShape(resultSchemas.anyTarget, value, [...path, at], report);
    const target = plan.targets.find(({ id }) => id === about?.target);
    if (about === undefined || target === undefined) return [];
    const own = newReport();
    const result = readResult(target, value, own);
    if (result !== undefined) return { at, result };
    for (const { path: beneath, ...rest } of own.issues)
      report.issues.push({ ...rest, path: [...path, at, ...beneath] });
    return [];
  });
}

function checkIdentity(
  { register, given }: Measuring,
  target: PlanTarget,
  { target: id, unit }: TargetResult,
  report: Report,
): void {
  if (target.perUnit && unit === undefined) report("result-unit-missing", ["unit"], { found: id });
  // What one unit reached would otherwise stand for all.
  if (!target.perUnit && unit !== undefined) report("result-unit-unasked", ["unit"], { found: id });
  if (unit !== undefined && register !== undefined && register.unitOf(unit) === undefined)
    report("result-unit-unknown", ["unit"], { found: unit, expected: register.nearest(unit) });
  const key = `${id} ${unit ?? ""}`;
  if (given.has(key)) report("result-duplicate", ["target"], { found: key.trim() });
  given.add(key);
}

function judgeResult(
  measuring: Measuring,
  target: PlanTarget,
  result: TargetResult,
  report: Report,
): Outcome {
  if ("notMeasured" in result) return unmeasured("not-measured", result.notMeasured);
  if (target.kind === "place" && "place" in result) {
    const over = result.place - target.among;
    return outcome(String(result.place), over > 0 ? { amount: String(over), in: "places" } : undefined);
  }
  if (target.kind === "index" && "index" in result)
    return judgePercent(decimal(result.index), decimal(target.atLeast));
  if (target.kind === "share" && "numerator" in result) {
    if (result.denominator === 0) return unmeasured("nothing-counted");
    const least = decimal(target.atLeast);
    const whole = integer(result.denominator);
    const needed = Number(rounded(percentOf(least, whole), 0, "up"));
    const reached = divide(multiply(integer(result.numerator), hundred), whole);
    return judgePercent(reached, least, needed - result.numerator);
  }
  if (target.kind === "frequency" && "dates" in result)
    return judgeFrequency(measuring, target, result.dates, report);
  return unmeasured("result-wrong");
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
  measuring: Measuring,
  target: FrequencyTarget,
  dates: readonly IsoDate[],
  report: Report,
): Outcome {
  const { plan, on } = measuring;
  const { from, to } = plan.period;
  dates.forEach((date, at) => {
    if (date < from || date > to) report("result-date-outside", ["dates", at], { found: date, from, to });
  });
  const until = isOver(measuring) || on === undefined ? to : on;
  const inside = [...new Set(dates.filter((date) => date >= from && date <= until))];
  // The day looked at is not over yet: what is due on it may still happen.
  const seen = until === to || inside.includes(until) ? until : dateOfDay(dayNumber(until) - 1);
  const { gaps, next } = longGaps(inside, { from, to: seen }, target, plan);
  const reached = String(inside.length);
  if (gaps.length === 0) return isOver(measuring) ? outcome(reached) : { state: "open", reached, due: next };
  const worst = gaps.reduce((most, { lateDays }) => Math.max(most, lateDays), 0);
  return outcome(reached, { amount: String(worst), in: "days", gaps });
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
  assertOptions(options, ["marginPercent"], "sampleSize");
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
