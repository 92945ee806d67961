/** Civil dates and working days, against the platform's own calendar, which src/ may not use. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateOfDay, dayNumber, daysBetween } from "../../src/calendar.ts";
import { addWorkingDays, isWorkingDay, type NamedDay, workingDaysBetween } from "../../src/process/days.ts";

const dayLength = 86_400_000;
const platformDate = (day: number): string => new Date(day * dayLength).toISOString().slice(0, 10);
const named = (date: string): NamedDay => ({ date, title: { vi: "ngày" } });
// 1900-01-01 to 2199-12-31, the days that data may name and some more.
const anyDay = fc.integer({ min: -25_567, max: 84_005 });

describe("civil dates", () => {
  test("every day of 1900 to 2199 has the number that the platform gives it", () => {
    for (let day = -25_567; day <= 84_005; day++) {
      const date = platformDate(day);
      if (dayNumber(date) !== day || dateOfDay(day) !== date) expect.fail(`${date} is day ${day}`);
    }
  });

  test("days between two dates change their sign with their order", () => {
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2023-03-01", "2023-02-28")).toBe(-1);
    expect(daysBetween("2021-12-22", "2021-12-22")).toBe(0);
  });
});

describe("working days", () => {
  test("Saturday, Sunday and holidays are not worked, make-up days are", () => {
    const calendar = { holidays: [named("2019-09-02")], makeUpDays: [named("2019-09-07")] };
    const worked = [
      "2019-08-30",
      "2019-08-31",
      "2019-09-01",
      "2019-09-02",
      "2019-09-03",
      "2019-09-07",
      "2019-09-08",
    ];
    expect(worked.filter((date) => isWorkingDay(calendar, date))).toEqual([
      "2019-08-30",
      "2019-09-03",
      "2019-09-07",
    ]);
  });

  test("a holiday that falls on a Sunday takes no second day away, nor one that is listed twice", () => {
    const none = { holidays: [] };
    const sunday = { holidays: [named("2019-09-01")] };
    const twice = { holidays: [named("2019-09-02"), named("2019-09-02")] };
    expect(workingDaysBetween(none, "2019-08-30", "2019-09-06")).toBe(5);
    expect(workingDaysBetween(sunday, "2019-08-30", "2019-09-06")).toBe(5);
    expect(workingDaysBetween(twice, "2019-08-30", "2019-09-06")).toBe(4);
  });

  test("counting agrees with walking day by day", () => {
    const days = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 });
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5, max: 60 }), days, days, (start, length, off, extra) => {
        const holidays = off.map((it) => named(platformDate(start + it)));
        const makeUpDays = extra.map((it) => named(platformDate(start + it)));
        let walked = 0;
        for (let day = start + 1; day <= start + length; day++) {
          const weekday = new Date(day * dayLength).getUTCDay();
          const free = off.includes(day - start);
          if (!free && ((weekday > 0 && weekday < 6) || extra.includes(day - start))) walked += 1;
        }
        const counted = workingDaysBetween(
          { holidays, makeUpDays },
          platformDate(start),
          platformDate(start + length),
        );
        expect(counted).toBe(walked);
      }),
    );
  });

  test("adding working days lands on a working day just that many later", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (start, count) => {
        const calendar = { holidays: [named(platformDate(start + 3))] };
        const end = addWorkingDays(calendar, platformDate(start), count);
        expect(isWorkingDay(calendar, end)).toBe(true);
        expect(workingDaysBetween(calendar, platformDate(start), end)).toBe(count);
      }),
    );
    expect(addWorkingDays({ holidays: [] }, "2019-09-01", 0)).toBe("2019-09-01");
  });
});
