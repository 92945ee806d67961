import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellOfDecimal, decimalOfCell, isDecimal } from "../../src/number.ts";

describe("a number in a cell", () => {
  // An oracle of the language itself: 15 significant digits of the binary value.
  test("is read at the 15 digits that a spreadsheet shows", () => {
    const inRange = fc
      .double({ min: -1e14, max: 1e14, noNaN: true })
      .filter((it) => it === 0 || Math.abs(it) > 1e-12);
    fc.assert(
      fc.property(inRange, (value) => {
        const read = decimalOfCell(value);
        expect(Number(read?.text)).toBe(Number(value.toPrecision(15)) + 0);
        expect(read?.changed).toBe(Number(value.toPrecision(15)) !== value);
        expect(isDecimal(read?.text ?? "")).toBe(true);
      }),
    );
  });

  test("of up to 15 digits keeps them all, there and back", () => {
    const decimals = fc.tuple(
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      fc.integer({ min: 0, max: 999_999 }),
    );
    fc.assert(
      fc.property(decimals, ([whole, rest]) => {
        const text = rest === 0 ? `${whole}` : `${whole}.${String(rest).padStart(6, "0").replace(/0+$/, "")}`;
        const value = cellOfDecimal(text);
        expect(value).toBeDefined();
        expect(decimalOfCell(value ?? Number.NaN)).toEqual({ text, changed: false });
      }),
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e15, -1e300, 5e-324])(
    "is refused where no decimal holds it: %d",
    (value) => {
      expect(decimalOfCell(value)).toBeUndefined();
    },
  );

  test("just above and below a half of the last digit goes the way of the binary value, not of its shortest print", () => {
    expect(decimalOfCell(0.30000000000000004)).toEqual({ text: "0.3", changed: true });
    expect(decimalOfCell(2.5000000000000004)).toEqual({ text: "2.5", changed: true });
    expect(decimalOfCell(-0)).toEqual({ text: "0", changed: false });
  });

  test("is not made of a decimal with more digits than a number has", () => {
    expect(cellOfDecimal("0.1234567890123456789")).toBeUndefined();
    expect(cellOfDecimal("87.50")).toBe(87.5);
  });
});
