/**
 * "Hà Nội kiểm tra sâu trách nhiệm sở, ban, ngành trong phối hợp nhiệm vụ thành phố giao", 16/01/2023: PAR INDEX among
 * the first 8 provinces, SIPAS at least 89 %, 100 % of dossiers on or before time, 100 % of feedback handled in time, a
 * dialogue at least every 6 months. The results are illustrative and belong to no real office.
 */
import { checkTargets, targetPlan } from "par-index/process";
import { describe, expect, test } from "vitest";

const targets = targetPlan("ha-noi/targets/2023");
const reached = [
  { target: "par-index", place: 8 },
  { target: "sipas", index: "89.00" },
  { target: "dossiers-on-time", numerator: 54_000, denominator: 54_000 },
  { target: "feedback-handled", numerator: 312, denominator: 312 },
  { target: "dialogue", unit: "don-vi-1", dates: ["2023-05-20", "2023-11-10"] },
] as const;
const row = (result: Parameters<typeof checkTargets>[1][number]) =>
  checkTargets(targets, [result]).rows.find(({ target }) => target === result.target);

describe("Hà Nội 2023: the targets", () => {
  test("are the five that the article names", () => {
    expect(targets.status).toBe("reported");
    expect(targets.source).toMatchObject({ date: "2023-01-16" });
    expect(targets.targets.map(({ id, kind }) => `${id}: ${kind}`)).toEqual([
      "par-index: place",
      "sipas: index",
      "dossiers-on-time: share",
      "feedback-handled: share",
      "dialogue: frequency",
    ]);
  });

  test("a year that reaches each of them just so meets them all", () => {
    const { rows, issues } = checkTargets(targets, reached);
    expect(issues).toEqual([]);
    expect(rows.map(({ state }) => state)).toEqual(Array(5).fill("met"));
  });

  test("the ninth place misses by one place, 88.99 % by a hundredth of a point", () => {
    expect(row({ target: "par-index", place: 9 })?.missedBy).toEqual({ amount: "1", in: "places" });
    expect(row({ target: "sipas", index: "88.99" })?.missedBy).toEqual({
      amount: "0.01",
      in: "percentage-points",
    });
  });

  test("one dossier late of 54,000 is not 100 %, though 100.00 % would be printed", () => {
    expect(row({ target: "dossiers-on-time", numerator: 53_999, denominator: 54_000 })).toMatchObject({
      state: "missed",
      reached: "53999/540",
      missedBy: { amount: "1/540", in: "percentage-points", count: 1 },
    });
  });

  test("no feedback at all is not measurable: nothing was handled, nothing was left", () => {
    expect(row({ target: "feedback-handled", numerator: 0, denominator: 0 })).toMatchObject({
      state: "not-measurable",
      reason: { code: "nothing-counted" },
    });
  });

  test("each head is judged apart, and two dialogues in one half of the year are not one every six months", () => {
    const { rows } = checkTargets(targets, [
      { target: "dialogue", unit: "don-vi-1", dates: ["2023-05-20", "2023-11-10"] },
      { target: "dialogue", unit: "don-vi-2", dates: ["2023-02-01", "2023-04-03"] },
    ]);
    expect(rows.slice(4).map(({ unit, state }) => [unit, state])).toEqual([
      ["don-vi-1", "met"],
      ["don-vi-2", "missed"],
    ]);
    expect(rows[5]?.missedBy).toMatchObject({
      amount: "90",
      in: "days",
      gaps: [{ from: "2023-04-04", due: "2023-10-03" }],
    });
  });
});
