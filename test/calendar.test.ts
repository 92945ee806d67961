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
    expect(lateDays(set, round("2026-12-21"), "u")).toBe(0);
    expect(lateDays(set, round("2026-12-22"), "u")).toBe(1);
    expect(lateDays(set, round("2027-01-01"), "u")).toBe(11);
    expect(lateDays(set, round(undefined), "u")).toBe(0);
    expect(lateDays(set, round("2027-01-01"), "v")).toBe(0);
  });

  test("by 21/12 means the same as before 22/12", () => {
    const by = readSet((raw: Raw) => {
      delete raw.calendar[0].before;
      raw.calendar[0].by = "2026-12-21";
    });
    expect(lateDays(by, round("2026-12-22"), "u")).toBe(1);
    expect(lastDayFor(by, "u", round(undefined))).toBe(lastDayFor(set, "u", round(undefined)));
  });

  test("an extension moves the deadline of its unit alone", () => {
    const extended = {
      ...round("2026-12-26"),
      extensions: [{ unit: "u", deadline: "self-assessment", by: "2026-12-24", reason: "Sắp xếp lại" }],
    };
    expect(lateDays(set, extended, "u")).toBe(2);
    expect(lateDays(set, { ...extended, extensions: [{ ...extended.extensions[0], unit: "v" }] }, "u")).toBe(
      5,
    );
    expect(
      lateDays(set, { ...extended, extensions: [{ ...extended.extensions[0], deadline: "survey" }] }, "u"),
    ).toBe(5);
  });

  test("one day more is one day later, over every month and leap year", () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber("2026-12-21"), max: dayNumber("2100-12-31") }), (day) => {
        expect(lateDays(set, round(dateOfDay(day)), "u")).toBe(day - dayNumber("2026-12-21"));
      }),
    );
  });
});
