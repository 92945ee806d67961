/**
 * Periods as the law counts them (Bộ luật Dân sự 2015, Điều 147 và 148). Working days (ngày làm việc) are Monday to
 * Friday, less the public holidays and with the make-up days that a plan lists as data; the day of the event that starts
 * a period is not counted, its last day is. Events at least every so many calendar months ("định kỳ ít nhất 6 tháng/lần"):
 * no whole span of that many months inside the period may be free of an event, so that the time before the first event
 * and after the last counts too; where a month lacks the day, a span ends on its last day.
 */
import { dateOfDay, dayNumber, isoDate, partsOf } from "../calendar.ts";
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

/** A time without an event that is too long. */
export interface Gap {
  /** The first day without an event. */
  readonly from: IsoDate;
  /** The last day without an event. */
  readonly to: IsoDate;
  /** The last day on which an event would have been in time. */
  readonly due: IsoDate;
  /** How many days after `due` the next event came, or the first day after the period. */
  readonly daysLate: number;
}

/** The gaps that are too long, in time order; empty where the events are frequent enough. Dates lie within the period. */
export function longGaps(
  dates: readonly IsoDate[],
  from: IsoDate,
  to: IsoDate,
  months: number,
): readonly Gap[] {
  const events = [...new Set(dates)].sort().map(dayNumber);
  const end = dayNumber(to) + 1;
  const gaps: Gap[] = [];
  let start = dayNumber(from);
  for (const next of [...events, end]) {
    const due = endOfMonths(start, months) - 1;
    if (due < next)
      gaps.push({
        from: dateOfDay(start),
        to: dateOfDay(next - 1),
        due: dateOfDay(due),
        daysLate: next - due,
      });
    start = next + 1;
  }
  return gaps;
}

/** The day after a span of whole calendar months that starts on a day: 1 January and 6 months give 1 July. */
function endOfMonths(start: number, months: number): number {
  const { year, month, day } = partsOf(dateOfDay(start));
  const count = year * 12 + month - 1 + months;
  const inMonth = count % 12;
  const first = dayNumber(isoDate((count - inMonth) / 12, inMonth + 1, 1));
  const nextCount = count + 1;
  const next = dayNumber(isoDate((nextCount - (nextCount % 12)) / 12, (nextCount % 12) + 1, 1));
  const end = first + day - 1;
  return end < next ? end : next;
}
