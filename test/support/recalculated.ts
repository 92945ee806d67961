/** Sheets of results as a workbook that LibreOffice recalculates: what its cells then show. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CellObject, utils, type WorkSheet, write } from "@e965/xlsx";
import type { ResultSheet } from "../../src/report/workbook.ts";

const office = "/usr/bin/soffice";

/** True where LibreOffice is there; where it must be, its absence is a failure. */
export const hasOffice = (): boolean => {
  if (!existsSync(office) && process.env["BROWSER_REQUIRED"] === "1")
    throw new Error(`${office} is not there`);
  return existsSync(office);
};

/** The cells of each sheet after recalculation, as text with a decimal point; formulas are written without their figures. */
export function recalculated(sheets: readonly ResultSheet[]): readonly (readonly string[][])[] {
  const folder = mkdtempSync(join(tmpdir(), "par-index-sheets-"));
  const book = utils.book_new();
  for (const [at, { rows }] of sheets.entries()) {
    const sheet: WorkSheet = {};
    const width = Math.max(...rows.map((cells) => cells.length));
    for (const [row, cells] of rows.entries())
      for (const [column, { value, formula, format }] of cells.entries()) {
        const shown: CellObject =
          typeof value === "number" || formula !== undefined ? { t: "n" } : { t: "s", v: value ?? "" };
        if (formula !== undefined) shown.f = formula;
        else if (typeof value === "number") shown.v = value;
        if (format !== undefined) shown.z = format;
        if (value !== null || formula !== undefined) sheet[utils.encode_cell({ r: row, c: column })] = shown;
      }
    sheet["!ref"] = utils.encode_range({ r: 0, c: 0 }, { r: rows.length - 1, c: width - 1 });
    utils.book_append_sheet(book, sheet, `s${at}`);
  }
  writeFileSync(join(folder, "book.xlsx"), write(book, { type: "buffer", bookType: "xlsx" }));
  // Fields parted by "|", UTF-8, every field quoted, cells as they are shown, every sheet in a file of its own.
  const filter = "csv:Text - txt - csv (StarCalc):124,34,76,1,,1033,true,true,true,false,false,-1";
  execFileSync(
    office,
    [
      "--headless",
      `-env:UserInstallation=file://${folder}/profile`,
      "--convert-to",
      filter,
      "--outdir",
      folder,
      join(folder, "book.xlsx"),
    ],
    { stdio: "ignore", timeout: 120_000 },
  );
  const files = readdirSync(folder).filter((name) => name.endsWith(".csv"));
  const read = sheets.map((_, at) =>
    readFileSync(join(folder, files.find((name) => name.endsWith(`-s${at}.csv`)) ?? ""), "utf8"),
  );
  rmSync(folder, { recursive: true, force: true });
  return read.map((text) => text.trimEnd().split("\n").map(fieldsOf));
}

/** The fields of a line: texts are quoted, and hold no line break here. */
const fieldsOf = (line: string): string[] =>
  [...`|${line}`.matchAll(/\|(?:"((?:[^"]|"")*)"|([^|]*))/g)].map(
    ([, quoted, plain = ""]) => quoted?.replaceAll('""', '"') ?? plain,
  );
