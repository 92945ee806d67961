/**
 * For those who write criteria files: read a set from its text, with line and column on every issue.
 *
 * @packageDocumentation
 */
export { checkCriteriaText, parseCriteriaSet } from "./set/criteria-text.ts";
