/**
 * Civil dates as integers: a day is the number of days since 1 January 1970, so that no clock, time zone or `Date`
 * ever takes part (design 3.11). Dates are those that `shape.date` accepts: Gregorian, from the year 1900.
 */
import type { CriteriaSet, IsoDate } from "./criteria-set.ts";
import { assertGiven, memo, memoBy } from "./plain.ts";
import { byUnit, type Extension, type Round, type SelfAssessment } from "./round.ts";
import { assertCriteriaSet } from "./set/brand.ts";
import { isoDate } from "./shape.ts";

/** The quotient of two whole numbers, exact and towards zero. */
const whole = (n: number, d: number): number => (n - (n % d)) / d;

/** The number of a day: whole days since 1970-01-01, negative before it. */
export function dayNumber(date: IsoDate): number {
  const { year, month, day } = partsOf(date);
  // The year is counted from March, so that the leap day is its last.
  const y = month > 2 ? year : year - 1;
  const inYear = whole(153 * (month > 2 ? month - 3 : month + 9) + 2, 5) + day - 1;
  return 365 * y + whole(y, 4) - whole(y, 100) + whole(y, 400) + inYear - 719_468;
}

/** The date of a day number, the reverse of `dayNumber`. */
export function dateOfDay(number: number): IsoDate {
  const shifted = number + 719_468;
  const era = whole(shifted, 146_097);
  const inEra = shifted - era * 146_097;
  const yearOfEra = whole(inEra - whole(inEra, 1460) + whole(inEra, 36_524) - whole(inEra, 146_096), 365);
  const inYear = inEra - (365 * yearOfEra + whole(yearOfEra, 4) - whole(yearOfEra, 100));
  const march = whole(5 * inYear + 2, 153);
  const month = march < 10 ? march + 3 : march - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return isoDate(year, month, inYear - whole(153 * march + 2, 5) + 1);
}

/** Whole days from one date to another: 0 for the same day, negative where `to` is before `from`. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

/** The year, month (1 to 12) and day of a date. */
export function partsOf(date: IsoDate): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return { year, month, day };
}

/** The deadline of a set's calendar that a late self-assessment is measured by. */
export const selfAssessmentDeadline = "self-assessment";

/** The last day on which something is in time ("before 22/12" ends on the 21st); undefined where the calendar has no such deadline. */
export const lastDayOf = /* @__PURE__ */ memoBy((set: CriteriaSet, deadline: string): IsoDate | undefined => {
  const found = set.calendar.find(({ id }) => id === deadline);
  if (found?.before !== undefined) return dateOfDay(dayNumber(found.before) - 1);
  return found?.by;
});

/** The last day on which the self-assessment of one unit is in time, its own extension counted. */
export function lastDayFor(
  set: CriteriaSet,
  unit: string,
  round: Pick<Round, "extensions">,
): IsoDate | undefined {
  const own = extensionsByUnit(round.extensions).get(unit);
  return (
    own?.find(({ deadline }) => deadline === selfAssessmentDeadline)?.by ??
    lastDayOf(set, selfAssessmentDeadline)
  );
}

/**
 * The calendar days by which a unit's self-assessment came late (design 3.11).
 *
 * The first day after the last good one is one day late; an extension moves the last good day of its unit. Without a
 * deadline, a self-assessment or its day of submission there is nothing to count, and the answer is 0.
 *
 * @param set The criteria set, with its calendar.
 * @param round The round, or what it says of self-assessments and extensions: those of one unit are enough.
 * @param unit The id of the unit.
 *
 * @returns Whole days, 0 or more.
 *
 * @example
 * ```ts
 * import { lateDays } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const selfAssessments = [{ unit: "hoa-lam/so-a", submitted: "2027-03-01", answers: [] }];
 * lateDays(criteriaSet("hoa-lam/department/2026"), { selfAssessments, extensions: [] }, "hoa-lam/so-b"); // => 0
 * ```
 */
export function lateDays(
  set: CriteriaSet,
  round: Pick<Round, "selfAssessments" | "extensions">,
  unit: string,
): number {
  assertCriteriaSet(set, "lateDays");
  assertGiven(
    round,
    ["selfAssessments", "extensions"],
    "lateDays: the round must be what readRound gives, or its self-assessments and extensions",
  );
  const submitted = assessmentsByUnit(round.selfAssessments).get(unit)?.[0]?.submitted;
  const last = lastDayFor(set, unit, round);
  if (submitted === undefined || last === undefined || submitted <= last) return 0;
  return daysBetween(last, submitted);
}

/** The parts of a list by unit, so that many units are asked in linear time; only what was read is frozen, and kept. */
const assessmentsByUnit = /* @__PURE__ */ memo(byUnit<SelfAssessment>, Object.isFrozen);
const extensionsByUnit = /* @__PURE__ */ memo(byUnit<Extension>, Object.isFrozen);
