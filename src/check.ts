/**
 * For those who write criteria files and fill in spreadsheets: read a set from its text with line and column on every
 * issue, print it as the table of the annex, compare two sets, make the rows of a template and read filled ones.
 *
 * @packageDocumentation
 */

export type { PlainRow, RowCell } from "./rows/cell.ts";
export { type RankingRowsOptions, rankingRows, scoreRows } from "./rows/results.ts";
export { checkSelfAssessmentRows, type RowsOptions, readSelfAssessmentRows } from "./rows/self-assessment.ts";
export { selfAssessmentRows, type TemplateOptions } from "./rows/template.ts";
export { type CriteriaDiff, diffCriteriaSets, type PartChange } from "./set/criteria-diff.ts";
export type { DiffItem, ItemChange, ItemField } from "./set/criteria-diff-item.ts";
export { diffText } from "./set/criteria-diff-text.ts";
export { type CriteriaTableOptions, criteriaTable } from "./set/criteria-table.ts";
export { checkCriteriaText, parseCriteriaSet } from "./set/criteria-text.ts";
export { checkFramework } from "./set/framework.ts";
export { issueListing, type ListingOptions } from "./set/issue-listing.ts";
