/** The built-in sets by id, edition and day (design 5). */

import fc from "fast-check";
import { criteriaSet, criteriaSetIds } from "par-index/criteria";
import { describe, expect, test } from "vitest";
import { editionOn, editionsInForce } from "../src/set/head.ts";

describe("criteriaSet", () => {
  test("gives the same frozen object each time", () => {
    const set = criteriaSet("moha/ministry/2023");
    expect(criteriaSet("moha/ministry/2023", { edition: 1 })).toBe(set);
    expect(criteriaSet("moha/ministry/2023", { on: "2023-01-01" })).toBe(set);
    expect(Object.isFrozen(set.items[0])).toBe(true);
  });

  test("is in force from the first day of the period, and stays so", () => {
    expect(criteriaSet("hoa-lam/department/2026", { on: "2026-01-01" }).edition).toBe(1);
    expect(criteriaSet("hoa-lam/department/2026", { on: "2031-05-05" }).edition).toBe(1);
    expect(() => criteriaSet("hoa-lam/department/2026", { on: "2025-12-31" })).toThrow(
      new RangeError(
        "criteriaSet: hoa-lam/department/2026 is not in force on 2025-12-31, but from 2026-01-01 on",
      ),
    );
  });

  test("names the nearest id for one that it does not know", () => {
    expect(() => criteriaSet("hoa-lam/departments/2026")).toThrow(
      new RangeError('criteriaSet: no set "hoa-lam/departments/2026"; perhaps hoa-lam/department/2026'),
    );
    expect(() => criteriaSet("x")).toThrow(criteriaSetIds.join(", "));
  });

  test("refuses an edition that does not exist, a day that does not exist, and both at once", () => {
    expect(() => criteriaSet("moha/province/2012", { edition: 2 })).toThrow(RangeError);
    expect(() => criteriaSet("moha/province/2012", { on: "2012-02-30" })).toThrow(RangeError);
    expect(() => criteriaSet("moha/province/2012", { on: "2012-12-31", edition: 1 })).toThrow(TypeError);
  });
});

describe("editions", () => {
  const period = { from: "2025-01-01", to: "2025-12-31" };
  const edition = (number: number, kind?: "issued" | "corrected", from = "") =>
    kind === undefined
      ? { edition: number, period }
      : { edition: number, period, editionNote: { kind, from, changes: [{ vi: "Sửa đổi" }] } };
  // A set that is issued in August and again in October, as Sơn La's for 2025 was; the second was then found to be wrong.
  const all = [edition(1), edition(2, "issued", "2025-10-31"), edition(3, "corrected", "2025-11-10")];

  test("an issued edition is in force from its own date", () => {
    const [first, second] = all;
    expect(editionOn(all.slice(0, 2), "2025-10-30")).toBe(first);
    expect(editionOn(all.slice(0, 2), "2025-10-31")).toBe(second);
  });

  test("a corrected edition replaces its predecessor on every date", () => {
    expect(editionOn(all, "2025-10-30")?.edition).toBe(1);
    expect(editionOn(all, "2025-10-31")?.edition).toBe(3);
    expect(editionsInForce(all).map(({ set, from }) => [set.edition, from])).toEqual([
      [1, "2025-01-01"],
      [3, "2025-10-31"],
    ]);
  });

  test("a corrected first edition stands from the first day of the period", () => {
    const corrected = [edition(1), edition(2, "corrected", "2025-06-01")];
    expect(editionOn(corrected, "2025-01-01")?.edition).toBe(2);
  });

  test("before the first edition there is none, and the order of the list changes nothing", () => {
    expect(editionOn(all, "2024-12-31")).toBeUndefined();
    expect(editionOn([...all].reverse(), "2025-12-01")?.edition).toBe(3);
  });

  test("law: on a day the last edition is in force that nothing corrects and that has begun", () => {
    const anyDay = fc.integer({ min: 1, max: 28 }).map((day) => `2025-02-${`${day}`.padStart(2, "0")}`);
    const anyNote = fc.tuple(fc.constantFrom("issued" as const, "corrected" as const), anyDay);
    fc.assert(
      fc.property(fc.array(anyNote, { maxLength: 5 }), anyDay, (notes, on) => {
        const editions = [edition(1), ...notes.map(([kind, from], at) => edition(at + 2, kind, from))];
        const begins = (number: number): string => {
          const note = notes[number - 2];
          return note === undefined ? period.from : note[0] === "corrected" ? begins(number - 1) : note[1];
        };
        const standing = editions
          .map((it) => it.edition)
          .filter((number) => notes[number - 1]?.[0] !== "corrected" && begins(number) <= on);
        expect(editionOn(editions, on)?.edition).toBe(
          standing.length === 0 ? undefined : Math.max(...standing),
        );
      }),
      { numRuns: 300 },
    );
  });
});
