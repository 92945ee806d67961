/**
 * Working days (ngày làm việc): Monday to Friday, less the public holidays and with the make-up days that a plan lists
 * as data. A period is counted as Bộ luật Dân sự 2015, Điều 147 and 148 say: the day of the event that starts it is
 * not counted, its last day is.
 */
import { dateOfDay, dayNumber } from "../calendar.ts";
import type { IsoDate, Text } from "../criteria-set.ts";

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
  /** Public holidays (ngày nghỉ lễ, tết), days off in lieu included. */
  readonly holidays: readonly NamedDay[];
  /** Saturdays and Sundays that are worked (ngày làm bù). */
  readonly makeUpDays?: readonly NamedDay[] | undefined;
}

/** True on a day that is worked. */
export function isWorkingDay(calendar: WorkingCalendar, date: IsoDate): boolean {
  if (calendar.holidays.some((it) => it.date === date)) return false;
  return isWeekday(dayNumber(date)) || (calendar.makeUpDays ?? []).some((it) => it.date === date);
}

/** Working days after `from`, up to and with `to`; 0 where `to` is not after `from`. */
export function workingDaysBetween(calendar: WorkingCalendar, from: IsoDate, to: IsoDate): number {
  const first = dayNumber(from);
  const last = dayNumber(to);
  if (last <= first) return 0;
  const odd = (last - first) % 7;
  let count = ((last - first - odd) / 7) * 5;
  for (let day = last - odd + 1; day <= last; day++) if (isWeekday(day)) count += 1;
  const inside = (days: readonly NamedDay[]): IsoDate[] =>
    [...new Set(days.map(({ date }) => date))].filter((date) => date > from && date <= to);
  const holidays = inside(calendar.holidays);
  count -= holidays.filter((date) => isWeekday(dayNumber(date))).length;
  count += inside(calendar.makeUpDays ?? []).filter(
    (date) => !isWeekday(dayNumber(date)) && !holidays.includes(date),
  ).length;
  return count;
}

/** The last day of a period of so many working days after `from`; `from` itself for 0. */
export function addWorkingDays(calendar: WorkingCalendar, from: IsoDate, days: number): IsoDate {
  let date = from;
  for (let left = days; left > 0; ) {
    date = dateOfDay(dayNumber(date) + 1);
    if (isWorkingDay(calendar, date)) left -= 1;
  }
  return date;
}

/** Day 0, 1 January 1970, was a Thursday. */
const isWeekday = (day: number): boolean => {
  const fromSunday = (((day + 4) % 7) + 7) % 7;
  return fromSunday > 0 && fromSunday < 6;
};
