/**
 * The words of a `relative` rule, of its facts and of the clause that applied (design 3.12).
 */
import type { Decimal, Facts } from "../criteria-set.ts";
import { readFraction } from "../number.ts";
import type { Language, RuleStep } from "../rule.ts";
import { refuseFacts } from "./leaf.ts";
import { countsText } from "./ratio.ts";
import type { RelativeClause, RelativeRule } from "./relative.ts";
import { countText, numberText, percentText, shareText, wordsOf } from "./words.ts";

/** The rule in words. */
export function relativeRuleText(rule: RelativeRule, language: Language): string {
  const what =
    rule.of === "count"
      ? wordsOf(rule.what, language)
      : `${wordsOf(rule.numerator, language)}/${wordsOf(rule.denominator, language)}`;
  const clauses = rule.clauses.map((clause) => clauseText(clause, language));
  return language === "vi"
    ? [
        `So sánh trong nhóm về ${what}`,
        ...clauses,
        "đơn vị không có chỉ tiêu so với đơn vị cao nhất trong số đó",
      ].join("; ")
    : [
        `Compared within the group by ${what}`,
        ...clauses,
        "units without a target against the best of them",
      ].join("; ");
}

function clauseText(clause: RelativeClause, language: Language): string {
  const percent = percentText(clause.percent, language);
  const upTo = clause.when === "between" ? percentText(clause.upTo, language) : "";
  const words = {
    "below-target": {
      vi: `dưới chỉ tiêu: ${percent} điểm tối đa nhân với mức đạt chỉ tiêu`,
      en: `below target: ${percent} of the maximum times the part of the target reached`,
    },
    "at-target": {
      vi: `đạt đúng chỉ tiêu: ${percent} điểm tối đa`,
      en: `at target: ${percent} of the maximum`,
    },
    leader: {
      vi: `dẫn đầu nhóm: ${percent} điểm tối đa`,
      en: `leader of the group: ${percent} of the maximum`,
    },
    between: {
      vi: `vượt chỉ tiêu: từ ${percent} đến ${upTo} điểm tối đa, theo mức vượt so với đơn vị dẫn đầu`,
      en: `above target: from ${percent} to ${upTo} of the maximum, by the excess against the leader's`,
    },
  };
  return words[clause.when][language];
}

/** The facts in words. */
export function relativeFactsText(rule: RelativeRule, given: Facts, language: Language): string {
  if (rule.of === "ratio") return countsText(rule, given, language);
  return "count" in given
    ? countText(given.count, wordsOf(rule.what, language), language)
    : refuseFacts("relative");
}

/** The clause that applied in words: `"đạt 120 % chỉ tiêu, dẫn đầu nhóm: 100 % điểm tối đa"`. */
export function relativeStepText(rule: RelativeRule, step: RuleStep, language: Language): string {
  const share = shareText(readFraction(step.share ?? "0"), [], language);
  if (step.at === undefined) {
    if (step.case === "best-zero")
      return language === "vi" ? "cao nhất nhóm là 0: 0 điểm" : "the best of the group is 0: 0 points";
    return language === "vi" ? `bằng ${share} của đơn vị cao nhất` : `${share} of the best unit`;
  }
  const clause = rule.clauses[step.at];
  if (clause === undefined) return refuseFacts("relative");
  const reached = language === "vi" ? `đạt ${share} chỉ tiêu` : `${share} of the target reached`;
  return `${reached}, ${clauseText(clause, language)}`;
}

/** The arithmetic of a clause: `"10 × (50 % + (100 % − 50 %) × (1,1 − 1) ÷ (1,2 − 1))"`. */
export function clauseWorkingText(
  clause: RelativeClause,
  max: Decimal,
  share: string,
  leader: string | undefined,
  language: Language,
): string {
  const [most, reached, best] = [max, share, leader ?? ""].map((it) => numberText(it, language));
  const percent = percentText(clause.percent, language);
  if (clause.when === "below-target") return `${most} × ${percent} × ${reached}`;
  if (clause.when !== "between") return `${most} × ${percent}`;
  const upTo = percentText(clause.upTo, language);
  return `${most} × (${percent} + (${upTo} − ${percent}) × (${reached} − 1) ÷ (${best} − 1))`;
}
