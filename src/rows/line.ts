/** A line of a result before its gaps are taken out, and what lines have in common. */
import type { Amount } from "../amount.ts";
import type { Issue } from "../issue.ts";
import type { Place } from "../result.ts";

/** One line; a key without a value is a gap. */
export type Line = Readonly<Record<string, string | number | boolean | undefined>>;

/** Digits up to which an exact value is shown, as in a score (design 3.1): more are not read, and widen every table. */
const shownDigits = 20;

/** An exact value where it is short enough for a column. */
export const exactPart = (it: Pick<Amount, "exact"> | undefined): Line =>
  it === undefined || it.exact.replace(/\D/g, "").length > shownDigits ? {} : { exact: it.exact };

/** What decided a place: the kind of tie-breaker, its id, the value. */
export const deciderText = (it: Place["decidedBy"]): string | undefined =>
  it && spaced(it.by, it.id, it.value);

/** Words side by side; one that is missing or empty is left out. */
export const spaced = (...words: readonly (string | undefined)[]): string => words.filter(Boolean).join(" ");

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
