/**
 * Criteria files as text: strict JSON, every issue with line and column (design 3.14). Duplicate keys, trailing text, a
 * byte order mark and comments are refused, numbers are judged as they are written, depth is counted before anything
 * is built. A syntax error ends the pass.
 */

import type { CriteriaSet } from "../criteria-set.ts";
import type { Issue } from "../issue.ts";
import { type Judgement, judge, settle } from "./criteria-check.ts";
import { readJsonText } from "./json-text.ts";

/**
 * Reads the text of a criteria file.
 *
 * @param text The whole text of the file.
 *
 * @returns The set, as `readCriteriaSet` gives it.
 *
 * @throws InvalidError with every issue, each with its line and column, if any of them is an error.
 *
 * @example
 * ```ts
 * import { parseCriteriaSet } from "par-index/check";
 * import { criteriaSet } from "par-index/criteria";
 * parseCriteriaSet(JSON.stringify(criteriaSet("hoa-lam/department/2026"))).edition; // => 1
 * ```
 */
export function parseCriteriaSet(text: string): CriteriaSet {
  return settle(judgeText(text, "parseCriteriaSet"));
}

/**
 * Checks the text of a criteria file.
 *
 * @param text The whole text of the file.
 *
 * @returns All issues with line and column, errors and warnings, in the order of the file.
 *
 * @example
 * ```ts
 * import { checkCriteriaText } from "par-index/check";
 * checkCriteriaText('{ "format": 1, }')[0]?.column; // => 16
 * ```
 */
export function checkCriteriaText(text: string): readonly Issue[] {
  return judgeText(text, "checkCriteriaText").issues;
}

function judgeText(text: string, functionName: string): Judgement {
  if (typeof text !== "string") throw new TypeError(`${functionName}: the text is not a string`);
  const read = readJsonText(text);
  if (read.value === undefined) return { file: undefined, issues: read.issues };
  const { file, issues } = judge(read.value, read.issues);
  const placed = issues
    .map(read.place)
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  return { file, issues: Object.freeze(placed) };
}
