/**
 * The words of a `bands` rule, of its facts and of the band that applied, in the order in which the decision prints its
 * bands (design 2, table of rules).
 */
import type { Facts } from "../criteria-set.ts";
import { readFraction } from "../number.ts";
import type { Language, RuleStep } from "../rule.ts";
import { type Band, boundsText } from "./band.ts";
import type { BandsRule } from "./bands.ts";
import { emptyText } from "./empty.ts";
import { refuseFacts } from "./leaf.ts";
import { countsText } from "./ratio.ts";
import { measureText, percentText, pointsText, shareText, wordsOf } from "./words.ts";

/** The rule in words. */
export function bandsRuleText(rule: BandsRule, language: Language): string {
  const parts = [measured(rule, language)];
  if (rule.of !== "number" && rule.percentPlaces !== undefined) {
    parts.push(
      language === "vi"
        ? `làm tròn tỷ lệ đến ${rule.percentPlaces} chữ số thập phân trước khi xét`
        : `the percentage is first rounded to ${rule.percentPlaces} decimals`,
    );
  }
  for (const band of rule.bands)
    parts.push(`${boundsText(band, rule.of, language)}: ${givesText(band, language)}`);
  if (rule.of === "ratio") parts.push(emptyText(rule.empty, language));
  return parts.join("; ");
}

function measured(rule: BandsRule, language: Language): string {
  if (rule.of === "ratio") {
    const [numerator, denominator] = [wordsOf(rule.numerator, language), wordsOf(rule.denominator, language)];
    return language === "vi"
      ? `Tỷ lệ ${numerator} trên ${denominator}`
      : `Share of ${numerator} among ${denominator}`;
  }
  const what = wordsOf(rule.what, language);
  if (rule.of === "percent") return language === "vi" ? `Tỷ lệ phần trăm ${what}` : `Percentage of ${what}`;
  return language === "vi" ? `Theo ${what}` : `By ${what}`;
}

function givesText(band: Band, language: Language): string {
  if (band.points !== undefined) return pointsText(band.points, language);
  return language === "vi" ? "tính theo tỷ lệ" : "in proportion";
}

/** The facts in words. */
export function bandsFactsText(rule: BandsRule, given: Facts, language: Language): string {
  if (rule.of === "ratio") return countsText(rule, given, language);
  if (rule.of === "percent")
    return "percent" in given ? percentText(given.percent, language) : refuseFacts("bands");
  return "value" in given
    ? measureText(given.value, wordsOf(rule.what, language), language)
    : refuseFacts("bands");
}

/** The band that applied in words: `"đạt 25 %, từ 20 % đến dưới 30 %: 0,5 điểm"`. */
export function bandsStepText(rule: BandsRule, step: RuleStep, language: Language): string {
  if (rule.of === "ratio" && step.case.startsWith("empty-")) return emptyText(rule.empty, language);
  const band = rule.bands[step.at ?? -1];
  if (band === undefined) return refuseFacts("bands");
  const text = `${boundsText(band, rule.of, language)}: ${givesText(band, language)}`;
  if (step.share === undefined) return text;
  const marks = rule.bands.flatMap(({ from, above, upTo, below }) => [from, above, upTo, below]);
  const share = shareText(
    readFraction(step.share),
    marks.filter((mark) => mark !== undefined),
    language,
  );
  return `${language === "vi" ? `đạt ${share}` : `${share} reached`}, ${text}`;
}
