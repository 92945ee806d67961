/**
 * Results to look at: the page of a round's rankings and score sheets, for a screen and for A4.
 *
 * @packageDocumentation
 */
export { type ReportOptions, reportHtml } from "./report/page.ts";
export type { Audience, ReportWords } from "./report/sheet.ts";
