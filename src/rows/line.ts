/** A line of a result before its gaps are taken out, and what lines have in common. */
import type { Amount } from "../amount.ts";
import type { Issue } from "../issue.ts";

/** One line; a key without a value is a gap. */
export type Line = Readonly<Record<string, string | number | boolean | undefined>>;

/** Digits up to which an exact value is shown, as in a score (design 3.1): more are not read, and widen every table. */
const shownDigits = 20;

/** An exact value where it is short enough for a column. */
export const exactPart = (it: Pick<Amount, "exact"> | undefined): Line =>
  it === undefined || it.exact.replace(/\D/g, "").length > shownDigits ? {} : { exact: it.exact };

/** An issue as a line. */
export const issueLine = ({
  severity,
  code,
  unit,
  item,
  line,
  column,
  found,
  expected,
  en,
}: Issue): Line => ({
  severity,
  code,
  unit,
  item,
  line,
  column,
  found,
  expected,
  words: en,
});
