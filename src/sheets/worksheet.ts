/**
 * Worksheets of spreadsheet libraries as rows: what a sheet of `@e965/xlsx` (or SheetJS) and of exceljs holds, each cell
 * with its format, a formula as its result. Only shapes are known here: neither library is imported.
 */
import { assertGiven, isRecord } from "../plain.ts";
import { type CellInput, isDateValue, type PlainRow, type SheetCell } from "./cell.ts";

/** How a cell looks that is written for people. */
export interface CellLook {
  readonly bold?: boolean | undefined;
  readonly fill?: "title" | "input" | "muted" | "fixed" | undefined;
  /** False where somebody writes; it counts where the sheet is protected. */
  readonly locked?: boolean | undefined;
  readonly border?: boolean | undefined;
  readonly align?: "center" | "right" | undefined;
  /** A number format; `@`: what is typed stays as it is typed, such as 1.10 or 05/06/2026. */
  readonly format?: string | undefined;
  /** False where a text may run over the cells beside it. */
  readonly wrap?: boolean | undefined;
}

/** What may be typed into some cells. */
export interface CellRule {
  /** Addresses, with spaces between. */
  readonly range: string;
  readonly check:
    | { readonly list: string }
    | { readonly number: "whole" | "decimal"; readonly most?: number | undefined };
  /** What is said of anything else. */
  readonly error: string;
}

/** A sheet as people see it. */
export interface LaidSheet {
  readonly name: string;
  readonly rows: readonly PlainRow[];
  /** The widths of the columns, in digits. */
  readonly widths: readonly number[];
  /** The row that stands on every page, from 0. */
  readonly heading?: number | undefined;
  /** How many columns stay where they are while the rest is scrolled; absent: none. */
  readonly frozenColumns?: number | undefined;
  readonly look: (row: number, column: number) => CellLook;
  readonly rules: readonly CellRule[];
  /** Formulas by the address of their cell. */
  readonly formulas: ReadonlyMap<string, string>;
  /** True where only cells that are not locked can be changed. */
  readonly isProtected: boolean;
}

/** What is read of a worksheet of `@e965/xlsx`; read the file with `cellNF: true`, so that number formats are there. */
export interface XlsxSheet {
  readonly [address: string]: unknown;
}

/** What is read of a worksheet of exceljs. */
export interface ExceljsSheet {
  /** How many rows it has. */
  readonly rowCount: number;
  /** How many columns it has. */
  readonly columnCount: number;
  /** A row, from 1. */
  readonly getRow: (row: number) => {
    /** A cell of it, from 1. */
    readonly getCell: (column: number) => ExceljsCell;
  };
}

/** What is read of a cell of exceljs. */
export interface ExceljsCell {
  readonly value: unknown;
  readonly numFmt?: string | undefined;
  readonly isMerged?: boolean | undefined;
  readonly address?: string | undefined;
  readonly master?: { readonly address: string } | undefined;
}

/** Rows and columns beyond are not read: a stray cell at the end of a sheet does not make a million rows. */
const most = { rows: 20_000, columns: 100 };

/**
 * Gives the rows of a worksheet that `@e965/xlsx` has read.
 *
 * A percentage keeps its format, so that 0.987 shown as 98,7 % is read as 98,7 %; a formula gives its result; a cell
 * under a merged one, an error and a formula without a result are marked, and named where a figure is asked there.
 *
 * @param sheet The worksheet: `workbook.Sheets[name]`, read with `{ cellNF: true }`.
 *
 * @returns The rows, for `readSelfAssessmentRows` and `readRoundSheets`.
 *
 * @example
 * ```ts
 * import { rowsOfXlsx } from "par-index/check";
 * rowsOfXlsx({ "!ref": "A1:B1", A1: { t: "s", v: "Mã" }, B1: { t: "n", v: 0.987, z: "0.0%" } }); // => [ [ 'Mã', { value: 0.987, format: '0.0%' } ] ]
 * ```
 */
export function rowsOfXlsx(sheet: XlsxSheet): readonly (readonly CellInput[])[] {
  assertGiven(sheet, [], "rowsOfXlsx: the sheet must be a worksheet of the library");
  const grid: CellInput[][] = [];
  for (const [address, cell] of Object.entries(sheet)) {
    const place = addressPlace(address);
    if (place !== undefined && isRecord(cell)) put(grid, place, xlsxCell(cell));
  }
  const merges: unknown = sheet["!merges"];
  for (const merge of Array.isArray(merges) ? merges : []) markCovered(grid, merge);
  return filledUp(grid);
}

function xlsxCell({ t, v, z, w, f }: Readonly<Record<string, unknown>>): CellInput {
  if (t === "e") return { value: typeof w === "string" ? w : null, problem: "error" };
  if (v === undefined || v === null) return f === undefined ? null : { value: null, problem: "uncalculated" };
  if (typeof v !== "number") return plainValue(v);
  if (typeof z === "string") return { value: v, format: z };
  // Without number formats the shown text still tells a percentage.
  const [, places = "", digits = ""] = typeof w === "string" ? (/^-?\d+([.,](\d+))?%$/.exec(w) ?? []) : [];
  if (typeof w === "string" && w.endsWith("%"))
    return { value: v, format: places === "" ? "0%" : `0.${"0".repeat(digits.length)}%` };
  return v;
}

/**
 * Gives the rows of a worksheet that exceljs has read.
 *
 * As `rowsOfXlsx`; rich text and hyperlinks give their text.
 *
 * @param sheet The worksheet: `workbook.getWorksheet(name)`.
 *
 * @returns The rows, for `readSelfAssessmentRows` and `readRoundSheets`.
 *
 * @example
 * ```ts
 * import { rowsOfExceljs } from "par-index/check";
 * const cell = { value: { formula: "17/20", result: 0.85 }, numFmt: "0%" };
 * rowsOfExceljs({ rowCount: 1, columnCount: 1, getRow: () => ({ getCell: () => cell }) }); // => [ [ { value: 0.85, format: '0%' } ] ]
 * ```
 */
export function rowsOfExceljs(sheet: ExceljsSheet): readonly (readonly CellInput[])[] {
  assertGiven(sheet, ["rowCount", "getRow"], "rowsOfExceljs: the sheet must be a worksheet of exceljs");
  const height = Math.min(sheet.rowCount, most.rows);
  const width = Math.min(sheet.columnCount, most.columns);
  return Array.from({ length: height }, (_, row) => {
    const cells = sheet.getRow(row + 1);
    return Array.from({ length: width }, (_, column) => exceljsCell(cells.getCell(column + 1)));
  });
}

function exceljsCell({ value, numFmt, isMerged, master, address }: ExceljsCell): CellInput {
  if (isMerged === true && master !== undefined && master.address !== address)
    return { value: null, problem: "merged" };
  const shown = isRecord(value) ? exceljsValue(value) : plainValue(value);
  if (typeof shown === "number") return { value: shown, format: numFmt ?? "General" };
  return shown;
}

function exceljsValue(value: Readonly<Record<string, unknown>>): CellInput {
  const { error, richText, text, result } = value;
  if (typeof error === "string") return { value: error, problem: "error" };
  if (Array.isArray(richText))
    return richText.map((run) => (isRecord(run) ? String(run["text"] ?? "") : "")).join("");
  if ("hyperlink" in value) return isRecord(text) ? exceljsValue(text) : plainValue(text);
  if (!("formula" in value || "sharedFormula" in value)) return plainValue(value);
  if (result === undefined || result === null) return { value: null, problem: "uncalculated" };
  return isRecord(result) ? exceljsValue(result) : plainValue(result);
}

/** A value that a cell may hold; anything else stays what it is, and is refusedCell where it is read. */
function plainValue(value: unknown): CellInput {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return isDateValue(value) ? value : { value: null, problem: "error" };
}

interface CellAt {
  readonly row: number;
  readonly column: number;
}

/** Row and column of an address such as B12, from 0; undefined for keys of the sheet itself and beyond what is read. */
function addressPlace(address: string): CellAt | undefined {
  const [, letters = "", digits = ""] = /^([A-Z]{1,2})([1-9]\d{0,5})$/.exec(address) ?? [];
  if (letters === "") return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(digits) - 1;
  return row < most.rows && column < most.columns ? { row, column } : undefined;
}

function put(grid: CellInput[][], { row, column }: CellAt, cell: CellInput): void {
  while (grid.length <= row) grid.push([]);
  const cells = grid[row] ?? [];
  while (cells.length < column) cells.push(null);
  cells[column] = cell;
}

const covered: SheetCell = { value: null, problem: "merged" };

function markCovered(grid: CellInput[][], merge: unknown): void {
  if (!isRecord(merge) || !isRecord(merge["s"]) || !isRecord(merge["e"])) return;
  const [first, last] = [merge["s"], merge["e"]];
  const [top, left] = [Number(first["r"]), Number(first["c"])];
  const bottom = Math.min(Number(last["r"]), grid.length - 1);
  const right = Math.min(Number(last["c"]), most.columns - 1);
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++)
      if (row > top || column > left) put(grid, { row, column }, covered);
}

/** No hole in a row: a list with holes is no list to every reader. */
const filledUp = (grid: readonly CellInput[][]): readonly (readonly CellInput[])[] =>
  grid.map((row) => Array.from(row, (cell) => cell ?? null));
