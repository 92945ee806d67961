/** Periods as Bộ luật Dân sự 2015, Điều 147 and 148 count them: tables of cases, and an oracle that walks day by day. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isWorkingDay,
  lastDayOfNotice,
  lastDayWithin,
  longGaps,
  monthsLater,
  type NamedDay,
  type WorkingCalendar,
  workingDaysBetween,
} from "../../src/process/days.ts";

const dayLength = 86_400_000;
const platformDate = (day: number): string => new Date(day * dayLength).toISOString().slice(0, 10);
const platformDay = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayLength;
const named = (date: string): NamedDay => ({ date, title: { vi: "ngày" } });
const none: WorkingCalendar = {};

describe("months", () => {
  const cases: readonly (readonly [string, number, string])[] = [
    ["2023-02-28", 6, "2023-08-28"],
    ["2024-02-29", 6, "2024-08-29"],
    ["2023-08-31", 6, "2024-02-29"],
    ["2022-08-31", 6, "2023-02-28"],
    ["2022-08-28", 6, "2023-02-28"],
    ["2026-06-30", 6, "2026-12-30"],
    ["2026-12-31", 2, "2027-02-28"],
    ["2026-03-31", 1, "2026-04-30"],
    ["2026-11-30", 3, "2027-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2026-01-15", 1, "2026-02-15"],
  ];
  test.each(cases)("%s and %i months end on %s", (from, months, to) => {
    expect(monthsLater(from, months)).toBe(to);
  });

  test("the end is the corresponding day, found by walking through the months one day at a time", () => {
    const day = fc.integer({ min: -25_567, max: 80_000 });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (start, months) => {
        const from = platformDate(start);
        let date = start;
        let passed = 0;
        // Walk to the last day of the last month, then back while the day of the month is past the event's.
        while (passed < months) {
          date += 1;
          if (platformDate(date).endsWith("-01")) passed += 1;
        }
        while (!platformDate(date + 1).endsWith("-01")) date += 1;
        while (Number(platformDate(date).slice(8)) > Number(from.slice(8))) date -= 1;
        expect(monthsLater(from, months)).toBe(platformDate(date));
      }),
    );
  });
});

/** What is given: the last day of the visit, the days, how they are counted, and the last day that is in time. */
const conclusions: readonly (readonly [string, number, "calendar" | "working", string])[] = [
  ["2026-09-02", 10, "calendar", "2026-09-14"],
  ["2026-09-01", 10, "calendar", "2026-09-11"],
  ["2026-09-03", 10, "calendar", "2026-09-14"],
  ["2026-08-31", 2, "calendar", "2026-09-03"],
  ["2026-08-31", 2, "working", "2026-09-04"],
  ["2026-08-28", 1, "working", "2026-08-31"],
];

describe("days", () => {
  const calendar = { holidays: [named("2026-09-01"), named("2026-09-02")] };
  test.each(conclusions)("%s and %i %s days end on %s", (from, days, count, to) => {
    const own = from === "2026-09-01" ? none : calendar;
    expect(lastDayWithin(own, from, { days, count })).toBe(to);
  });

  test("a plan may say that a period ends on its last day, worked or not", () => {
    expect(lastDayWithin(none, "2026-09-02", { days: 10, count: "calendar", dayOff: "same-day" })).toBe(
      "2026-09-12",
    );
  });

  test("the last day in time agrees with walking day by day, holidays and make-up days included", () => {
    const offsets = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 });
    const drawn = fc.record({
      start: fc.integer({ min: -20_000, max: 80_000 }),
      days: fc.integer({ min: 1, max: 30 }),
      off: offsets,
      extra: offsets,
      isWorking: fc.boolean(),
    });
    fc.assert(
      fc.property(drawn, ({ start, days, off, extra, isWorking }) => {
        const dates = (list: readonly number[]) => list.map((it) => named(platformDate(start + it)));
        const own = { holidays: dates(off), makeUpDays: dates(extra) };
        const isWorked = (day: number): boolean => {
          const weekday = new Date(day * dayLength).getUTCDay();
          return !off.includes(day - start) && ((weekday > 0 && weekday < 6) || extra.includes(day - start));
        };
        let day = start;
        for (let left = days; left > 0; ) {
          day += 1;
          if (!isWorking || isWorked(day)) left -= 1;
        }
        while (!isWorked(day)) day += 1;
        const count = isWorking ? "working" : "calendar";
        expect(lastDayWithin(own, platformDate(start), { days, count })).toBe(platformDate(day));
      }),
    );
  });

  test("the last day of notice is a working day and leaves just enough, the next one too few", () => {
    const drawn = fc.record({
      start: fc.integer({ min: 0, max: 50_000 }),
      days: fc.integer({ min: 1, max: 15 }),
      off: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 5 }),
    });
    fc.assert(
      fc.property(drawn, ({ start, days, off }) => {
        const own = { holidays: off.map((it) => named(platformDate(start - it))) };
        const visit = platformDate(start);
        const due = lastDayOfNotice(own, visit, days);
        expect(workingDaysBetween(own, due, visit)).toBe(days);
        expect(isWorkingDay(own, due)).toBe(true);
        let next = platformDay(due) + 1;
        while (!isWorkingDay(own, platformDate(next))) next += 1;
        expect(workingDaysBetween(own, platformDate(next), visit)).toBeLessThan(days);
      }),
    );
  });
});

describe("an event every so many months", () => {
  const half = { everyMonths: 6 };
  test("28 February, then 31 August: 28 August is the corresponding day, three days late", () => {
    const span = { from: "2023-01-01", to: "2023-12-31" };
    expect(longGaps(["2023-02-28", "2023-08-31"], span, half, none)).toEqual({
      gaps: [{ from: "2023-03-01", to: "2023-08-30", due: "2023-08-28", lateDays: 3 }],
      next: "2024-02-29",
    });
  });

  test("a period that ends on a day off ends with the next working day, unless the plan says otherwise", () => {
    const span = { from: "2026-02-14", to: "2026-09-01" };
    // 15 August 2026 is a Saturday; the 17th is made a holiday here.
    const dates = ["2026-02-15", "2026-08-18"];
    const holiday = { holidays: [named("2026-08-17")] };
    expect(longGaps(dates, span, half, holiday).gaps).toEqual([]);
    expect(longGaps(dates, span, half, none).gaps).toMatchObject([{ due: "2026-08-17", lateDays: 1 }]);
    expect(longGaps(dates, span, { ...half, dayOff: "same-day" }, none).gaps).toMatchObject([
      { due: "2026-08-15", lateDays: 3 },
    ]);
  });
});
