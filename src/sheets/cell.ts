/**
 * Cells of a spreadsheet, as any library gives them. In text a comma is the decimal sign and a point only groups
 * thousands in counts; numbers are read at 15 significant digits, as the spreadsheet shows them, and with their number
 * format where the cell says it. Anything else is an issue: nothing is guessed. Of spreadsheet libraries just the shapes
 * of their worksheets are known here; none is imported.
 */

import { dateOfDay, dayNumber } from "../calendar.ts";
import type { Decimal, IsoDate } from "../criteria-set.ts";
import type { Issue, IssueCode, Path, Report, Subject } from "../issue.ts";
import {
  cellOfDecimal,
  compareExact,
  decimal,
  decimalOfCell,
  hundred,
  isDecimal,
  multiply,
  one,
  rounded,
  shortest,
  terminating,
  zero,
} from "../number.ts";
import { assertGiven, isRecord } from "../plain.ts";
import { isoDate, writtenDay } from "../shape.ts";
import { viStyle } from "../words/vi.ts";
import { dayIn, numberIn } from "../words/words.ts";

/** A cell that this library writes: text, a number, or nothing. */
export type RowCell = string | number | null;

/** A row that this library writes. */
export type PlainRow = readonly RowCell[];

/** A `Date`, as libraries give a day; only what it says of UTC is asked. */
export interface DateValue {
  /** Milliseconds since 1970; NaN where it is no time. */
  readonly getTime: () => number;
  /** The hour. */
  readonly getUTCHours: () => number;
  /** The minute. */
  readonly getUTCMinutes: () => number;
  /** The year. */
  readonly getUTCFullYear: () => number;
  /** The month, from 0. */
  readonly getUTCMonth: () => number;
  /** The day of the month. */
  readonly getUTCDate: () => number;
}

/** Tells a `Date` of any realm. */
const isDateValue = (value: unknown): value is DateValue =>
  Object.prototype.toString.call(value) === "[object Date]";

/**
 * A cell as a spreadsheet has it: its value, and what else the library says of it. Without a format nobody can tell
 * whether 0.987 shows as 98,7 %.
 */
export interface SheetCell {
  /** The value, of a formula its result; a day as a `Date` at midnight UTC, or as the number that its format shows as one. */
  readonly value: string | number | boolean | DateValue | null;
  /** The number format: `"General"`, `"0.0%"`, `"dd/mm/yyyy"`. */
  readonly format?: string | undefined;
  /** Why the value cannot be used: an error such as #DIV/0!, a formula that was never calculated, a cell that lies under a merged one. */
  readonly problem?: "error" | "uncalculated" | "merged" | undefined;
}

/** What a row that is read may hold in a cell: the plain value, or the value with its format; nothing is an empty cell. */
export type CellInput = string | number | boolean | DateValue | null | undefined | SheetCell;

/** The rows of a sheet that is read; what stands in a cell is judged: see `CellInput`. */
export type SheetRows = readonly (readonly unknown[])[];

/** A value that only some questions take: a percentage as it is shown, a day, or what is wrong with the cell. */
export interface MarkedCell {
  readonly is: "percent" | "day" | "error" | "uncalculated" | "unknown";
  /** As the spreadsheet shows it. */
  readonly shown: string;
  /** The percentage in %, or the day. */
  readonly value?: string;
  /** The percentage that the cell holds, where it shows fewer digits. */
  readonly held?: Decimal;
}

/** A number, and whether the cell says by its format that it is one. */
export interface NumberCell {
  readonly is: "number";
  readonly number: number;
  readonly isFormatted: boolean;
}

/** A cell that was read, without stray spaces. */
export type ReadCell = string | boolean | null | NumberCell | MarkedCell;

/** The cells of a sheet, by row and column from 0; what is not there is empty. */
export interface Cells {
  readonly height: number;
  readonly at: (row: number, column: number) => ReadCell;
  /** Tells whether a cell lies under a merged one. */
  readonly isMerged: (row: number, column: number) => boolean;
}

/**
 * A text as it is given out in a cell: what begins as a formula does stands behind an apostrophe, so that no spreadsheet
 * runs it. A number with a sign, or an exact fraction, is none: it gives its own value and reaches nothing.
 */
export const guardedText = (text: string): string =>
  /^[=+\-−@\t\r]/.test(text) && !/^[+\-−]\d+(?:[.,]\d+)*(?:\/\d+)?(?: ?%)?$/.test(text) ? `'${text}` : text;

/** A row as it is given out. */
export const guardedRow = (row: PlainRow): PlainRow =>
  row.map((cell) => (typeof cell === "string" ? guardedText(cell) : cell));

/** Columns beyond are not looked at. */
export const columnLimit = 100;

/** Opens a sheet. Throws TypeError where it is not a list of lists. */
export function cellsOf(rows: unknown, caller: string): Cells {
  if (!Array.isArray(rows)) throw new TypeError(`${caller}: the rows must be a list of rows`);
  const sheet: readonly unknown[] = rows;
  if (!sheet.every((row) => row === null || row === undefined || Array.isArray(row)))
    throw new TypeError(`${caller}: each row must be a list of cells`);
  const cellAt = (row: number, column: number): unknown => {
    const cells = sheet[row];
    return Array.isArray(cells) ? cells[column] : null;
  };
  return {
    height: sheet.length,
    at: (row, column) => cleaned(cellAt(row, column)),
    isMerged: (row, column) => {
      const cell = cellAt(row, column);
      return isRecord(cell) && cell["problem"] === "merged";
    },
  };
}

/** The errors of formulas, as every spreadsheet writes them. */
const errorText = /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!)$/;

function cleaned(value: unknown, format?: string): ReadCell {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return formattedNumber(value, format);
  if (isDateValue(value)) return dayCell(value);
  if (isRecord(value) && "value" in value) return sheetCell(value);
  if (typeof value !== "string") return { is: "unknown", shown: "?" };
  // Lines stay: a cell may list several documents.
  const lines = value
    .normalize("NFC")
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/[\s\u200b]+/gu, " ").trim());
  const text = lines.filter((line) => line !== "").join("\n");
  if (errorText.test(text)) return { is: "error", shown: text };
  return text === "" ? null : text;
}

function sheetCell({ value, format, problem }: Readonly<Record<string, unknown>>): ReadCell {
  if (problem === "merged") return null;
  if (problem === "error") return { is: "error", shown: String(value ?? "#N/A") };
  if (problem === "uncalculated") return { is: "uncalculated", shown: "=" };
  if (isRecord(value) && !isDateValue(value)) return { is: "unknown", shown: "?" };
  return cleaned(value, typeof format === "string" ? format : undefined);
}

function formattedNumber(number: number, format: string | undefined): ReadCell {
  const plain = format === undefined ? "" : bareFormat(format);
  if (plain.includes("%")) return percentCell(number, plain);
  if (/[dy]/i.test(plain) && number >= 1 && number < 2_958_466) {
    // Day 60 of a spreadsheet is 29/02/1900, which never was.
    const shift = number < 60 ? 1 : 0;
    return dayMark(dateOfDay(dayNumber("1899-12-30") + Math.floor(number) + shift));
  }
  return { is: "number", number, isFormatted: format !== undefined };
}

/** The first section of a number format without its texts, colours and conditions. */
const bareFormat = (format: string): string =>
  (format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").split(";")[0] ?? "").replace(/general/i, "");

/** A percentage with the digits that its format shows, half away from zero as spreadsheets do. */
function percentCell(number: number, format: string): ReadCell {
  const read = decimalOfCell(number);
  const times = read === undefined ? undefined : multiply(decimal(read.text), hundred);
  const held = times === undefined ? undefined : terminating(times);
  if (times === undefined || held === undefined) return { is: "unknown", shown: String(number) };
  const [, digits = ""] = /\.([0#?]+)/.exec(format) ?? [];
  const printed = rounded(times, digits.length, "half-up");
  const value = digits.includes("#") ? shortest(printed) : printed;
  const shown = `${viNumber(value)} %`;
  return compareExact(decimal(value), times) === 0
    ? { is: "percent", shown, value }
    : { is: "percent", shown, value, held };
}

const dayMark = (day: IsoDate): MarkedCell => ({
  is: "day",
  shown: dayIn({ style: viStyle }, day),
  value: day,
});

/** Libraries give days at midnight UTC; anything else depends on the machine, and is not read. */
function dayCell(date: DateValue): ReadCell {
  const time = date.getTime();
  if (!Number.isInteger(time) || date.getUTCHours() + date.getUTCMinutes() > 0)
    return { is: "unknown", shown: "?" };
  return dayMark(isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()));
}

/** A cell as text for comparing: one line, small letters; empty for nothing. */
export const folded = (cell: ReadCell): string =>
  cell === null ? "" : writtenIn(cell).replace(/\n/g, " ").toLowerCase();

/** A cell as somebody wrote it, for an issue. */
export const writtenIn = (cell: ReadCell): string => {
  if (cell === null) return "–";
  if (typeof cell !== "object") return String(cell);
  return cell.is === "number" ? String(cell.number) : cell.shown;
};

/** Tells a number from text and all else. */
export const isNumberCell = (cell: ReadCell): cell is NumberCell =>
  cell !== null && typeof cell === "object" && cell.is === "number";

const isMarked = (cell: ReadCell): cell is MarkedCell =>
  cell !== null && typeof cell === "object" && cell.is !== "number";

/** Where a cell stands and what it is about. */
export interface CellPlace {
  readonly path: Path;
  readonly subject: Subject;
}

/** What to say of a cell that holds none of what was asked. */
const markedCodes: Readonly<Record<MarkedCell["is"], IssueCode>> = {
  percent: "cell-is-percent",
  day: "cell-is-day",
  error: "cell-error",
  uncalculated: "cell-uncalculated",
  unknown: "cell-not-readable",
};

/** Reports a cell that cannot be what is asked: a percentage, a day, an error of a formula; true where it is one. */
export function refusedCell(
  cell: ReadCell,
  { path, subject }: CellPlace,
  report: Report,
  taken?: MarkedCell["is"],
): cell is MarkedCell {
  if (!isMarked(cell) || cell.is === taken) return false;
  report(markedCodes[cell.is], path, cell.is === "unknown" ? {} : { found: cell.shown }, subject);
  return true;
}

/** The digits of a number cell, or undefined after an issue; `code` is what no decimal can be made of. */
function numberCell(
  cell: number,
  code: "cell-not-a-count" | "cell-not-a-number",
  { path, subject }: CellPlace,
  report: Report,
): Decimal | undefined {
  const read = decimalOfCell(cell);
  if (read === undefined) {
    report(code, path, { found: String(cell) }, subject);
    return undefined;
  }
  if (read.changed) {
    report(
      "cell-digits-rounded",
      path,
      { found: viNumber(String(cell)), expected: viNumber(read.text) },
      subject,
    );
  }
  return read.text;
}

/** “Không phát sinh”: nothing of the kind arose in the year. */
const nothingArose = /^(?:không|ko|chưa) (?:có )?phát sinh$/;

/**
 * Reads a count: a whole number from 0, in text with or without points between groups of three digits; “Không phát
 * sinh” is 0.
 */
export function countFrom(cell: ReadCell, place: CellPlace, report: Report): number | undefined {
  const { path, subject } = place;
  if (refusedCell(cell, place, report)) return undefined;
  if (nothingArose.test(folded(cell))) return 0;
  const text = isNumberCell(cell)
    ? numberCell(cell.number, "cell-not-a-count", place, report)
    : /^(0|[1-9]\d{0,2}(\.\d{3})+|[1-9]\d*)$/.test(writtenIn(cell))
      ? writtenIn(cell).replace(/\./g, "")
      : "";
  if (text === undefined) return undefined;
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(count)) return count;
  // Typed with a point where the spreadsheet takes it for the decimal sign: 1.184 is then 1,184.
  const [, whole = "", rest = ""] = /^(\d{1,3})\.(\d{1,3})$/.exec(text) ?? [];
  if (whole === "") report("cell-not-a-count", path, { found: writtenIn(cell) }, subject);
  else
    report(
      "cell-count-with-decimals",
      path,
      { found: text, meant: whole === "0" ? undefined : `${whole}${rest.padEnd(3, "0")}` },
      subject,
    );
  return undefined;
}

/** Reads a decimal: in text with a comma before its decimals, as a number as it is shown. */
export function decimalFrom(cell: ReadCell, place: CellPlace, report: Report): Decimal | undefined {
  const { path, subject } = place;
  if (refusedCell(cell, place, report)) return undefined;
  if (isNumberCell(cell)) return numberCell(cell.number, "cell-not-a-number", place, report);
  const text = writtenIn(cell);
  const digits = text.replace(",", ".");
  if (!text.includes(".") && isDecimal(digits)) return digits;
  report(
    nothingArose.test(folded(cell)) ? "cell-nothing-arose" : "cell-not-a-number",
    path,
    { found: text },
    subject,
  );
  return undefined;
}

/**
 * Reads a percentage: a cell in percent format as it is shown, a text with or without the sign %. A number above 0 and
 * up to 1 may be one that shows as 98,5 %: without a format it is refused, with another format it is a warning. Where
 * more than 100 % may be given, no number is taken without its format.
 */
export function percentFrom(
  cell: ReadCell,
  place: CellPlace,
  report: Report,
  isOpen = false,
): Decimal | undefined {
  const { path, subject } = place;
  if (refusedCell(cell, place, report, "percent")) return undefined;
  if (isMarked(cell)) {
    if (cell.held !== undefined)
      report(
        "cell-digits-rounded",
        path,
        { found: `${viNumber(cell.held)} %`, expected: cell.shown },
        subject,
      );
    return cell.value;
  }
  const bare = typeof cell === "string" ? cell.replace(/ ?%$/, "") : cell;
  const read = decimalFrom(bare, place, report);
  if (read === undefined || !isNumberCell(cell)) return read;
  const value = decimal(read);
  const isShare = compareExact(value, zero) > 0 && compareExact(value, one) <= 0;
  const expected = terminating(multiply(value, hundred)) ?? read;
  const isUnsure = isShare || (isOpen && compareExact(value, zero) > 0);
  if (!cell.isFormatted && isUnsure) {
    report("cell-percent-unformatted", path, { found: read, expected }, subject);
    return undefined;
  }
  if (isShare) report("cell-percent-as-share", path, { found: read, expected }, subject);
  return read;
}

/** Marks for yes and for no, in small letters. */
const yes: ReadonlySet<string> = new Set(["x", "có", "đạt", "1", "true", "✓", "✔"]);
const no: ReadonlySet<string> = new Set([
  "không",
  "không có",
  "chưa có",
  "không đạt",
  "chưa đạt",
  "0",
  "false",
  "-",
  "–",
]);

/** Reads a mark: true, false, or undefined after an issue. */
export function markFrom(cell: ReadCell, place: CellPlace, report: Report): boolean | undefined {
  if (refusedCell(cell, place, report)) return undefined;
  const text = folded(cell);
  if (yes.has(text)) return true;
  if (no.has(text)) return false;
  report("cell-mark-unclear", place.path, { found: writtenIn(cell) }, place.subject);
  return undefined;
}

/**
 * Reads a day as officials type it: a date cell, 22/12/2026, 22-12-2026, 22.12.2026, ngày 22 tháng 12 năm 2026, or as
 * data writes it. Undefined where it is none; whether it is in the calendar is judged with the rest.
 */
export function cellDay(cell: ReadCell): IsoDate | undefined {
  if (isMarked(cell)) return cell.is === "day" ? cell.value : undefined;
  return typeof cell === "string" ? writtenDay(cell) : undefined;
}

/** A decimal as a cell: a number where it keeps every digit, else text with a comma. */
export const decimalCell = (text: Decimal): RowCell =>
  cellOfDecimal(text) ?? viNumber(shortest(text)).replace(/\./g, "");

/** Vietnamese number style with a hyphen for the minus, as cells have it. */
export const viNumber = (text: string): string => numberIn({ style: { ...viStyle, minus: "-" } }, text);

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
const mostRead = { rows: 20_000, columns: 100 };

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
  const height = Math.min(sheet.rowCount, mostRead.rows);
  const width = Math.min(sheet.columnCount, mostRead.columns);
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
  return row < mostRead.rows && column < mostRead.columns ? { row, column } : undefined;
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
  const right = Math.min(Number(last["c"]), mostRead.columns - 1);
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++)
      if (row > top || column > left) put(grid, { row, column }, covered);
}

/** No hole in a row: a list with holes is no list to every reader. */
const filledUp = (grid: readonly CellInput[][]): readonly (readonly CellInput[])[] =>
  grid.map((row) => Array.from(row, (cell) => cell ?? null));

/** An issue with the row and column that a spreadsheet shows. */
export function placedIssue(judged: Issue): Issue {
  const [, row, at] = judged.path;
  if (typeof row !== "number") return judged;
  const cell = { row: row + 1, ...(typeof at === "number" ? { column: columnLetters(at) } : {}) };
  return Object.freeze({ ...judged, cell: Object.freeze(cell) });
}

/** A column as a spreadsheet names it. */
export function columnLetters(column: number): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const last = alphabet[column % 26] ?? "";
  return column < 26 ? last : `${columnLetters((column - (column % 26)) / 26 - 1)}${last}`;
}
