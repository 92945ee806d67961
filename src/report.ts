/**
 * Results to look at: the page of a round's rankings and score sheets, for a screen and for A4.
 *
 * @module par-index/report
 */
export { type AnnexOptions, annexHtml, annexSheets } from "./report/annex.ts";
export { type ReportOptions, reportHtml } from "./report/page.ts";
export type { Audience, ReportWords } from "./report/sheet.ts";
export {
  type ResultCell,
  type ResultSheet,
  type ResultSheetsOptions,
  resultSheets,
  type WorkbookWords,
} from "./report/workbook.ts";
