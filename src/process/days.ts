/**
 * Periods as the law counts them (Bộ luật Dân sự 2015, Điều 147 và 148). The day of the event that starts a period is not
 * counted, its last day is. A period of months ends on the day of its last month that corresponds to the event, with the
 * month where it lacks that day. A period whose last day is a day off ends with the next working day, unless a plan says
 * otherwise. Working days (ngày làm việc) are Monday to Friday, less the public holidays and with the make-up days that a
 * plan lists as data.
 */

import { dateOfDay, dayNumber, partsOf } from "../calendar.ts";
import type { IsoDate, Text } from "../criteria-set.ts";
import { isoDate } from "../shape.ts";

/** A day that departs from the week: a public holiday, or a day at a weekend that is worked in its place. */
export interface NamedDay {
  /** The day. */
  readonly date: IsoDate;
  /** What it is. */
  readonly title: Text;
  /** Where it is written. */
  readonly citation?: string | undefined;
}

/** The days that depart from the week of Monday to Friday. */
export interface WorkingCalendar {
  /** Public holidays (ngày nghỉ lễ, tết), days off in lieu included; Saturday and Sunday need no line. */
  readonly holidays?: readonly NamedDay[] | undefined;
  /** Saturdays and Sundays that are worked (ngày làm bù). */
  readonly makeUpDays?: readonly NamedDay[] | undefined;
}

/** When a period ends whose last day is a day off: with the next working day, as the law has it, or on that very day. */
export type DayOffRule = "next-working-day" | "same-day";

/** Within how long after the last day of a visit something is due. */
export interface DayLimit {
  /** How many days; the last day of the visit is not counted. */
  readonly days: number;
  /** Which days are counted. */
  readonly count: "calendar" | "working";
  /** When a period of calendar days ends whose last day is a day off; absent: with the next working day, as Bộ luật Dân sự 2015, Điều 148 has it. */
  readonly dayOff?: DayOffRule | undefined;
}

/** True on a day that is worked. */
export function isWorkingDay({ holidays = [], makeUpDays = [] }: WorkingCalendar, date: IsoDate): boolean {
  if (holidays.some((it) => it.date === date)) return false;
  return isWeekday(dayNumber(date)) || makeUpDays.some((it) => it.date === date);
}

/** Working days after `from`, up to and with `to`; 0 where `to` is not after `from`. */
export function workingDaysBetween(calendar: WorkingCalendar, from: IsoDate, to: IsoDate): number {
  const first = dayNumber(from);
  const last = dayNumber(to);
  if (last <= first) return 0;
  const odd = (last - first) % 7;
  let count = ((last - first - odd) / 7) * 5;
  for (let day = last - odd + 1; day <= last; day++) if (isWeekday(day)) count += 1;
  const inside = (days: readonly NamedDay[] = []): IsoDate[] =>
    [...new Set(days.map(({ date }) => date))].filter((date) => date > from && date <= to);
  const holidays = inside(calendar.holidays);
  count -= holidays.filter((date) => isWeekday(dayNumber(date))).length;
  count += inside(calendar.makeUpDays).filter(
    (date) => !isWeekday(dayNumber(date)) && !holidays.includes(date),
  ).length;
  return count;
}

/** The last day of a period of so many working days after `from`; `from` itself for 0. */
export function addWorkingDays(calendar: WorkingCalendar, from: IsoDate, days: number): IsoDate {
  let date = from;
  for (let left = days; left > 0; ) {
    date = nextDay(date);
    if (isWorkingDay(calendar, date)) left -= 1;
  }
  return date;
}

/** The last working day on which a notice leaves so many working days up to and with `to`: a unit is told on a day that is worked. */
export function lastDayOfNotice(calendar: WorkingCalendar, to: IsoDate, days: number): IsoDate {
  let date = to;
  for (let left = days; left > 0 || !isWorkingDay(calendar, date); date = dateOfDay(dayNumber(date) - 1))
    if (isWorkingDay(calendar, date)) left -= 1;
  return date;
}

/** The last day of a period that starts with what happened on `from`. */
export const lastDayWithin = (calendar: WorkingCalendar, from: IsoDate, limit: DayLimit): IsoDate =>
  limit.count === "working"
    ? addWorkingDays(calendar, from, limit.days)
    : afterDaysOff(calendar, dateOfDay(dayNumber(from) + limit.days), limit.dayOff);

/** The day itself where it is worked, else the next day that is. */
function afterDaysOff(calendar: WorkingCalendar, day: IsoDate, rule: DayOffRule | undefined): IsoDate {
  return rule === "same-day" || isWorkingDay(calendar, day) ? day : addWorkingDays(calendar, day, 1);
}

const nextDay = (date: IsoDate): IsoDate => dateOfDay(dayNumber(date) + 1);

/** Day 0, 1 January 1970, was a Thursday. */
const isWeekday = (day: number): boolean => {
  const fromSunday = (((day + 4) % 7) + 7) % 7;
  return fromSunday > 0 && fromSunday < 6;
};

/** The corresponding day so many months later: 28 February and 6 months give 28 August, 31 August the last of February. */
export function monthsLater(date: IsoDate, months: number): IsoDate {
  const { day } = partsOf(date);
  const first = firstOfMonth(date, months);
  const last = dateOfDay(dayNumber(firstOfMonth(date, months + 1)) - 1);
  const corresponding = dateOfDay(dayNumber(first) + day - 1);
  return corresponding < last ? corresponding : last;
}

/** The first day of the month that comes so many months after that of a day. */
function firstOfMonth(date: IsoDate, months: number): IsoDate {
  const { year, month } = partsOf(date);
  const count = year * 12 + month - 1 + months;
  const inYear = count % 12;
  return isoDate((count - inYear) / 12, inYear + 1, 1);
}

/** The last day of so many whole months of which a day is the first: 1 January and 6 months give 30 June. */
function lastOfMonths(from: IsoDate, months: number): IsoDate {
  const end = monthsLater(from, months);
  return partsOf(end).day < partsOf(from).day ? end : dateOfDay(dayNumber(end) - 1);
}

/** A time without an event that is too long. */
export interface Gap {
  /** The first day without an event. */
  readonly from: IsoDate;
  /** The last day without an event. */
  readonly to: IsoDate;
  /** The last day on which an event would have been in time. */
  readonly due: IsoDate;
  /** How many days after `due` the next event came, or the first day after the period. */
  readonly lateDays: number;
}

/** How often something is to happen. */
interface Frequency {
  /** The number of calendar months within which it is to happen again ("định kỳ ít nhất 6 tháng/lần"). */
  readonly everyMonths: number;
  /** When such a period ends whose last day is a day off; absent: with the next working day, as Bộ luật Dân sự 2015, Điều 148 has it. */
  readonly dayOff?: DayOffRule | undefined;
}

/** First and last day of a time that is looked at. */
interface Span {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * The gaps between events that are too long, in time order, and the last day for the event that comes next. No whole
 * period of that many months may pass without an event: the first one runs from the first day of the span, each further
 * one from an event. Days lie within the span.
 */
export function longGaps(
  dates: readonly IsoDate[],
  { from, to }: Span,
  { everyMonths, dayOff }: Frequency,
  calendar: WorkingCalendar,
): { readonly gaps: readonly Gap[]; readonly next: IsoDate } {
  const gaps: Gap[] = [];
  let first = from;
  let due = afterDaysOff(calendar, lastOfMonths(from, everyMonths), dayOff);
  for (const next of [...[...new Set(dates)].sort(), nextDay(to)]) {
    const lateDays = dayNumber(next) - dayNumber(due);
    if (lateDays > 0) gaps.push({ from: first, to: dateOfDay(dayNumber(next) - 1), due, lateDays });
    if (next > to) break;
    first = nextDay(next);
    due = afterDaysOff(calendar, monthsLater(next, everyMonths), dayOff);
  }
  return { gaps, next: due };
}
