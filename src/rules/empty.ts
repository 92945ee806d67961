/**
 * Denominator 0, nothing to do this year: what that means is declared by the rule and never guessed (design 2, table of
 * rules). A numerator above 0 over 0 is a slip, and a full score for nothing done is flagged for the council.
 */
import type { Facts } from "../criteria-set.ts";
import type { Path, Report } from "../issue.ts";
import { type Exact, zero } from "../number.ts";
import { inPoints, type Language, type RuleResult } from "../rule.ts";

/** What a denominator of 0 gives: the maximum (flagged for the council), 0, or a claim of not applicable. */
export type Empty = "full" | "zero" | "not-applicable";

/** What a denominator of 0 gives under a maximum. */
export function emptyResult(empty: Empty, max: Exact): RuleResult {
  if (empty === "not-applicable") return Object.freeze({ kind: "empty" });
  return Object.freeze(inPoints(empty === "full" ? max : zero));
}

/** Reports a numerator above 0 over 0, and a full score for nothing done. */
export function checkEmpty(
  rule: { readonly empty: Empty },
  given: Facts,
  path: Path,
  report: Report,
  item: string,
): void {
  const numerator = "numerator" in given ? given.numerator : 0;
  if (numerator > 0)
    report("numerator-over-zero", [...path, "numerator"], { found: numerator, expected: 0 }, { item });
  else if (rule.empty === "full") report("empty-counted-full", path, { found: "0/0" }, { item });
}

/** What a denominator of 0 gives, in words. */
export function emptyText(empty: Empty, language: Language): string {
  return emptyWords[empty][language];
}

const emptyWords = {
  full: { vi: "trong năm không phát sinh: điểm tối đa", en: "nothing to do this year: the maximum" },
  zero: { vi: "trong năm không phát sinh: 0 điểm", en: "nothing to do this year: 0 points" },
  "not-applicable": {
    vi: "trong năm không phát sinh: đề nghị không áp dụng",
    en: "nothing to do this year: a claim of not applicable",
  },
};
