// node make-form.mjs 2026.1.json form.xlsx: writes the form in which a unit scores itself.
import { readFileSync } from "node:fs";
import { parseCriteriaSet, selfAssessmentRows } from "par-index/check";
import writeExcelFile from "write-excel-file/node";

const [setFile, formFile] = process.argv.slice(2);
const rows = selfAssessmentRows(parseCriteriaSet(readFileSync(setFile, "utf8")));
const bold = (cell) => ({ value: cell, fontWeight: "bold" });
const sheet = rows.map((row, at) => row.map((cell) => (at === 0 && cell !== null ? bold(cell) : cell)));
const widths = [20, 48, 12, 12, 14, 48, 32].map((width) => ({ width }));
await writeExcelFile(sheet, { columns: widths }).toFile(formFile);
console.log(`${formFile}: ${rows.length} dòng`);
