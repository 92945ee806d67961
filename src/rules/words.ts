/**
 * The words that several kinds of rule share: numbers, percentages and points in the style of each language, and a
 * share printed so that nobody misreads on which side of a threshold it lies.
 */
import type { Decimal, Text } from "../criteria-set.ts";
import { enNumber, viNumber } from "../issue.ts";
import {
  compare,
  decimal,
  type Exact,
  fractionText,
  hundred,
  multiply,
  rounded,
  shortest,
} from "../number.ts";
import type { Language } from "../rule.ts";

/** The words of a text in the language; the Vietnamese ones where nobody translated them. */
export const wordsOf = (text: Text, language: Language): string =>
  language === "vi" ? text.vi : (text.en ?? text.vi);

/** A number in the style of the language. */
export const numberText = (text: string, language: Language): string =>
  language === "vi" ? viNumber(text) : enNumber(text);

/** A percentage: `"80 %"` in Vietnamese, `"80%"` in English. */
export const percentText = (text: string, language: Language): string =>
  language === "vi" ? `${viNumber(text)} %` : `${enNumber(text)}%`;

/** Points: `"0,5 điểm"`, `"0.5 points"`. */
export function pointsText(text: string, language: Language): string {
  if (language === "vi") return `${viNumber(text)} điểm`;
  return `${enNumber(text)} ${text === "1" ? "point" : "points"}`;
}

/**
 * A share in percent, to two decimals, or to as many more as keep it on its side of 0, of 100 and of each threshold:
 * 79.999 % must not print as the 80 % that it missed. Beyond eight decimals its fraction is printed.
 */
export function shareText(share: Exact, thresholds: readonly Decimal[], language: Language): string {
  const percent = multiply(share, hundred);
  const marks = ["0", "100", ...thresholds].map(decimal);
  for (let places = 2; places <= 8; places++) {
    const text = shortest(rounded(percent, places, "half-up"));
    const printed = decimal(text);
    if (marks.every((mark) => compare(printed, mark) === compare(percent, mark)))
      return percentText(text, language);
  }
  return fractionText(share);
}
