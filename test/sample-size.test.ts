/** The SIPAS project's sample size against the formula in whole numbers. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sampleSize } from "../src/process/sample-size.ts";

describe("sample size", () => {
  test("a population of 400 at 5 % needs just 200 forms: 400 ÷ (1 + 400 × 0.0025)", () => {
    expect(sampleSize(400)).toBe(200);
    expect(sampleSize(400, { marginPercent: "5" })).toBe(200);
    expect(sampleSize(400, { marginPercent: 5 })).toBe(200);
  });

  test("any remainder makes one form more", () => {
    // 401 ÷ 2.0025 = 200.249…; 10,000 ÷ 26 = 384.6…
    expect(sampleSize(401)).toBe(201);
    expect(sampleSize(10_000)).toBe(385);
  });

  test("nobody needs no form, one person one", () => {
    expect(sampleSize(0)).toBe(0);
    expect(sampleSize(1)).toBe(1);
  });

  test("the result is the least whole number not below N ÷ (1 + N·e²), and never above N", () => {
    const population = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
    const tenths = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(population, tenths, (size, margin) => {
        const text =
          margin % 10 === 0 ? String(margin / 10) : `${(margin - (margin % 10)) / 10}.${margin % 10}`;
        const n = BigInt(sampleSize(size, { marginPercent: text }));
        // e = margin ÷ 1000, so n = N·10⁶ ÷ (10⁶ + N·margin²).
        const over = BigInt(size) * 1_000_000n;
        const under = 1_000_000n + BigInt(size) * BigInt(margin) ** 2n;
        expect(n * under >= over && (n - 1n) * under < over && n <= BigInt(size)).toBe(true);
      }),
    );
  });

  test("a wrong call is refused", () => {
    for (const population of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => sampleSize(population)).toThrow(RangeError);
    }
    for (const marginPercent of ["0", "100", "-5", "5,5", "1e1", Number.NaN, 101]) {
      expect(() => sampleSize(100, { marginPercent })).toThrow(RangeError);
    }
  });
});
