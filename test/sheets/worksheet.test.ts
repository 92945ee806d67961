import { rowsOfExceljs, rowsOfXlsx } from "par-index/check";
import { describe, expect, test } from "vitest";

describe("a worksheet of @e965/xlsx", () => {
  test("gives each cell with its format, results of formulas, and marks what holds nothing", () => {
    const rows = rowsOfXlsx({
      "!ref": "A1:C3",
      "!merges": [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }],
      A1: { t: "s", v: "Mã" },
      C1: { t: "n", v: 0.987, z: "0.0%" },
      A2: { t: "n", v: 5, w: "5" },
      B2: { t: "n", v: 0.5, w: "50.0%" },
      C2: { t: "e", v: 7, w: "#DIV/0!" },
      B3: { t: "z", f: "1+1" },
      C3: { t: "b", v: true },
    });
    expect(rows).toEqual([
      ["Mã", null, { value: 0.987, format: "0.0%" }],
      [5, { value: 0.5, format: "0.0%" }, { value: "#DIV/0!", problem: "error" }],
      [{ value: null, problem: "merged" }, { value: null, problem: "uncalculated" }, true],
    ]);
  });

  test("is not as large as a stray cell at its end says", () => {
    expect(
      rowsOfXlsx({ A1: { t: "n", v: 1 }, XFD999999: { t: "n", v: 1 }, A900000: { t: "n", v: 1 } }),
    ).toEqual([[1]]);
  });
});

describe("a worksheet of exceljs", () => {
  const of = (...cells: { readonly value: unknown }[]) =>
    rowsOfExceljs({
      rowCount: 1,
      columnCount: cells.length,
      getRow: () => ({ getCell: (column) => cells[column - 1] ?? { value: null } }),
    })[0];

  test("gives results of formulas, rich text, hyperlinks, errors, days", () => {
    const day = new Date(0);
    expect(
      of(
        { value: { formula: "A1", result: 0.5 }, numFmt: "0%" } as { value: unknown },
        { value: { formula: "A1" } },
        { value: { richText: [{ text: "a" }, { text: "b" }] } },
        { value: { text: { richText: [{ text: "c" }] }, hyperlink: "http://x" } },
        { value: { formula: "1/0", result: { error: "#DIV/0!" } } },
        { value: day },
        { value: 3 },
      ),
    ).toEqual([
      { value: 0.5, format: "0%" },
      { value: null, problem: "uncalculated" },
      "ab",
      "c",
      { value: "#DIV/0!", problem: "error" },
      day,
      { value: 3, format: "General" },
    ]);
  });

  test("marks a cell under a merged one", () => {
    const cell = { value: "x", isMerged: true, address: "A2", master: { address: "A1" } };
    expect(of(cell)).toEqual([{ value: null, problem: "merged" }]);
  });
});
