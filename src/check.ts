/**
 * For those who write criteria files and fill in spreadsheets: read a set from its text with line and column on every
 * issue, print it as the table of the annex, compare two sets, make the rows of a template and read filled ones.
 *
 * @module par-index/check
 */

export type { DiffItem, ItemChange, ItemField } from "./print/difference.ts";
export {
  type CriteriaDiff,
  type DiffWords,
  diffCriteriaSets,
  diffText,
  type PartChange,
} from "./print/difference.ts";
export { issueListing, type ListingOptions, type ListingWords } from "./print/listing.ts";
export { type CriteriaTableOptions, criteriaTable, type PrintWords } from "./print/table.ts";
export { checkFramework } from "./set/head.ts";
export { checkCriteriaText, parseCriteriaSet } from "./set/text.ts";
export {
  type CellInput,
  type DateValue,
  type ExceljsCell,
  type ExceljsSheet,
  type PlainRow,
  type RowCell,
  rowsOfExceljs,
  rowsOfXlsx,
  type SheetCell,
  type SheetRows,
  type XlsxSheet,
} from "./sheets/cell.ts";
export {
  checkSelfAssessmentRows,
  type FormHead,
  formHead,
  type RowsOptions,
  readSelfAssessmentRows,
} from "./sheets/filled-form.ts";
export { selfAssessmentRows, type TemplateOptions } from "./sheets/form.ts";
export { type RoundSheetsOptions, readRoundSheets } from "./sheets/round-reading.ts";
export { type ReadSheet, type RoundReading, roundSheets, type WrittenSheet } from "./sheets/round-sheets.ts";
export {
  type RankingRowsOptions,
  type RowsTextOptions,
  type RowWords,
  rankingRows,
  rowsCsv,
  type ScoreRowsOptions,
  scoreRows,
  shownRows,
} from "./sheets/tables.ts";
