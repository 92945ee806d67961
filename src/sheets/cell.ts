/**
 * Cells of a spreadsheet, as any library gives them. In text a comma is the decimal sign and a point only groups
 * thousands in counts; numbers are read at 15 significant digits, as the spreadsheet shows them. Anything else is an
 * issue: nothing is guessed.
 */
import type { Decimal } from "../criteria-set.ts";
import type { Path, Report, Subject } from "../issue.ts";
import {
  cellOfDecimal,
  compareExact,
  decimal,
  decimalOfCell,
  hundred,
  isDecimal,
  multiply,
  one,
  shortest,
  terminating,
  zero,
} from "../number.ts";
import { viStyle } from "../words/vi.ts";
import { numberIn } from "../words/words.ts";

/** A cell that this library writes: text, a number, or nothing. */
export type RowCell = string | number | null;

/** A row that this library writes. */
export type PlainRow = readonly RowCell[];

/** A cell that was read, without stray spaces; `undefined` stands for what is neither text, number nor a truth value. */
export type ReadCell = string | number | boolean | null | undefined;

/** The cells of a sheet, by row and column from 0; what is not there is empty. */
export interface Cells {
  readonly height: number;
  readonly at: (row: number, column: number) => ReadCell;
}

/**
 * A text as it is given out in a cell: what begins as a formula does stands behind an apostrophe, so that no spreadsheet
 * runs it. A number is none.
 */
export const guardedText = (text: string): string =>
  /^[=+\-−@\t\r]/.test(text) && !/^[+\-−]?\d[\d.,/]*(?: ?%)?$/.test(text) ? `'${text}` : text;

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
  return {
    height: sheet.length,
    at: (row, column) => {
      const cells = sheet[row];
      return Array.isArray(cells) ? cleaned(cells[column]) : null;
    },
  };
}

function cleaned(value: unknown): ReadCell {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "string") return undefined;
  // Lines stay: a cell may list several documents.
  const lines = value
    .normalize("NFC")
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/[\s\u200b]+/gu, " ").trim());
  const text = lines.filter((line) => line !== "").join("\n");
  return text === "" ? null : text;
}

/** A cell as text for comparing: one line, small letters; empty for nothing. */
export const folded = (cell: ReadCell): string =>
  cell === null || cell === undefined ? "" : String(cell).replace(/\n/g, " ").toLowerCase();

/** A cell as somebody wrote it, for an issue. */
export const writtenIn = (cell: ReadCell): string =>
  cell === null || cell === undefined ? "–" : String(cell);

/** Where a cell stands and what it is about. */
export interface CellPlace {
  readonly path: Path;
  readonly subject: Subject;
}

/** Reports a cell that is neither text nor number: a day, an error of a formula. */
export function unreadable({ path, subject }: CellPlace, report: Report): undefined {
  report("cell-not-readable", path, {}, subject);
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

/** Reads a count: a whole number from 0, in text with or without points between groups of three digits. */
export function countFrom(cell: ReadCell, place: CellPlace, report: Report): number | undefined {
  const { path, subject } = place;
  if (cell === undefined) return unreadable(place, report);
  const text =
    typeof cell === "number"
      ? numberCell(cell, "cell-not-a-count", place, report)
      : /^(0|[1-9]\d{0,2}(\.\d{3})+|[1-9]\d*)$/.test(writtenIn(cell))
        ? writtenIn(cell).replace(/\./g, "")
        : "";
  if (text === undefined) return undefined;
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(count)) return count;
  report("cell-not-a-count", path, { found: writtenIn(cell) }, subject);
  return undefined;
}

/** Reads a decimal: in text with a comma before its decimals, as a number as it is shown. */
export function decimalFrom(cell: ReadCell, place: CellPlace, report: Report): Decimal | undefined {
  const { path, subject } = place;
  if (cell === undefined) return unreadable(place, report);
  if (typeof cell === "number") return numberCell(cell, "cell-not-a-number", place, report);
  const text = writtenIn(cell);
  const digits = text.replace(",", ".");
  if (!text.includes(".") && isDecimal(digits)) return digits;
  report("cell-not-a-number", path, { found: text }, subject);
  return undefined;
}

/** Reads a percentage. A number up to 1 may be a cell in percent format, which holds 0.985 for 98,5 %: a warning. */
export function percentFrom(cell: ReadCell, place: CellPlace, report: Report): Decimal | undefined {
  const read = decimalFrom(cell, place, report);
  if (read === undefined || typeof cell !== "number") return read;
  const value = decimal(read);
  if (compareExact(value, zero) > 0 && compareExact(value, one) <= 0) {
    const expected = terminating(multiply(value, hundred)) ?? read;
    report("cell-percent-as-share", place.path, { found: read, expected }, place.subject);
  }
  return read;
}

/** Marks for yes and for no, in small letters. */
const yes: ReadonlySet<string> = new Set(["x", "có", "1", "true", "✓", "✔"]);
const no: ReadonlySet<string> = new Set(["không", "0", "false", "-", "–"]);

/** Reads a mark: true, false, or undefined after an issue. */
export function markFrom(cell: ReadCell, place: CellPlace, report: Report): boolean | undefined {
  if (cell === undefined) return unreadable(place, report);
  const text = folded(cell);
  if (yes.has(text)) return true;
  if (no.has(text)) return false;
  report("cell-mark-unclear", place.path, { found: writtenIn(cell) }, place.subject);
  return undefined;
}

/** A decimal as a cell: a number where it keeps every digit, else text with a comma. */
export const decimalCell = (text: Decimal): RowCell =>
  cellOfDecimal(text) ?? viNumber(shortest(text)).replace(/\./g, "");

/** Vietnamese number style with a hyphen for the minus, as cells have it. */
export const viNumber = (text: string): string => numberIn({ style: { ...viStyle, minus: "-" } }, text);
