/** The calendar: how many days late a self-assessment is. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateOfDay, dayNumber, lastDayFor, lateDays } from "../src/calendar.ts";
import { type Raw, readSet, set } from "./support/rounds.ts";

describe("days late", () => {
  const round = (submitted: string | undefined): Raw => ({
    selfAssessments: [{ unit: "u", submitted, answers: [] }],
    extensions: [],
  });

  test("before 22/12: the 21st is on time, the 22nd is one day late", () => {
    expect(lateDays(set, "u", round("2026-12-21"))).toBe(0);
    expect(lateDays(set, "u", round("2026-12-22"))).toBe(1);
    expect(lateDays(set, "u", round("2027-01-01"))).toBe(11);
    expect(lateDays(set, "u", round(undefined))).toBe(0);
    expect(lateDays(set, "v", round("2027-01-01"))).toBe(0);
  });

  test("by 21/12 means the same as before 22/12", () => {
    const by = readSet((raw: Raw) => {
      delete raw.calendar[0].before;
      raw.calendar[0].by = "2026-12-21";
    });
    expect(lateDays(by, "u", round("2026-12-22"))).toBe(1);
    expect(lastDayFor(by, "u", round(undefined))).toBe(lastDayFor(set, "u", round(undefined)));
  });

  test("an extension moves the deadline of its unit alone", () => {
    const extended = {
      ...round("2026-12-26"),
      extensions: [{ unit: "u", deadline: "self-assessment", by: "2026-12-24", reason: "Sắp xếp lại" }],
    };
    expect(lateDays(set, "u", extended)).toBe(2);
    expect(lateDays(set, "u", { ...extended, extensions: [{ ...extended.extensions[0], unit: "v" }] })).toBe(
      5,
    );
    expect(
      lateDays(set, "u", { ...extended, extensions: [{ ...extended.extensions[0], deadline: "survey" }] }),
    ).toBe(5);
  });

  test("one day more is one day later, over every month and leap year", () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber("2026-12-21"), max: dayNumber("2100-12-31") }), (day) => {
        expect(lateDays(set, "u", round(dateOfDay(day)))).toBe(day - dayNumber("2026-12-21"));
      }),
    );
  });
});
