/**
 * Events at least every so many calendar months ("định kỳ ít nhất 6 tháng/lần"). No whole span of that many months
 * inside the period may be free of an event; so the time before the first event and after the last counts too. Months
 * end as Bộ luật Dân sự 2015, Điều 148 says: where a month lacks the day, on its last day.
 */
import { dateOfDay, dayNumber, isoDate, partsOf } from "../calendar.ts";
import type { IsoDate } from "../criteria-set.ts";

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
