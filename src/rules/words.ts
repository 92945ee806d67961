/**
 * The words that several kinds of rule share: numbers, percentages and points in the style of each language, and a
 * share printed so that nobody misreads on which side of a threshold it lies.
 */
import type { Decimal, Text } from "../criteria-set.ts";
import {
  add,
  compareExact,
  decimal,
  type Exact,
  exactText,
  fractionText,
  hundred,
  integer,
  isNegative,
  multiply,
  negate,
  readFraction,
  rounded,
  shortest,
  zero,
} from "../number.ts";
import type { Language, RuleCarrier, RuleTerm } from "../rule.ts";
import type { Band } from "./bands.ts";

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

/** A sentence begins with a capital. */
export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/**
 * A reason or title, to stand inside a sentence: without its full stop, and with a small first letter where it opens with
 * a common word. A name keeps its capital: its next word has one too, or it is written in capitals.
 */
export function inner(text: string): string {
  const own = clause(text);
  return /^\p{Lu}\p{Ll}*(\s[\p{Ll}\d]|$)/u.test(own) ? `${own.charAt(0).toLowerCase()}${own.slice(1)}` : own;
}

/** A free text without a full stop at its end, to stand inside a sentence. */
export function clause(text: string): string {
  let end = text.length;
  while (end > 0 && /[.\s]/u.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** True where what the rule gives is taken away. */
export const isPenalty = ({ line }: RuleCarrier): boolean => line === "penalty";

/** Points that are given, or on a penalty line taken away: `"trừ 0,5 điểm"`. */
export function givenText(points: string, on: RuleCarrier, language: Language): string {
  const text = pointsText(points, language);
  if (!isPenalty(on)) return text;
  return language === "vi" ? `trừ ${text}` : `${text} taken away`;
}

/** Words with the unit in brackets at their end: `"số thu ngân sách (triệu đồng)"`. */
function withUnit(words: string): { readonly name: string; readonly unit: string } | undefined {
  if (!words.endsWith(")")) return undefined;
  let at = words.lastIndexOf(" (", words.length - 4);
  // A bracket after two spaces opens no unit.
  while (at > 0 && /\s/u.test(words.charAt(at - 1))) at = words.lastIndexOf(" (", at - 1);
  return at <= 0 ? undefined : { name: words.slice(0, at), unit: words.slice(at + 2, -1) };
}

/** A number of something, with its unit where the words end with one: `"số thu ngân sách: 48.090 triệu đồng"`. */
export function measureText(value: string, what: string, language: Language): string {
  const named = withUnit(what);
  const number = numberText(value, language);
  if (named === undefined) return `${what}: ${number}`;
  const { name, unit } = named;
  // What is longer than “triệu đồng” explains the number and is no unit.
  return `${name}: ${number} ${unit.split(" ").length > 2 ? `(${unit})` : unit}`;
}

/** How many of something: `"1.200 quy chế nội bộ"`. */
export const countText = (count: number, what: string, language: Language): string =>
  withUnit(what) !== undefined
    ? measureText(String(count), what, language)
    : `${numberText(String(count), language)} ${what}`;

/** How many of how many: `"giải quyết đúng hạn 1.184/1.200 hồ sơ đã tiếp nhận"`, else with both in brackets. */
export function shareOfText(
  counts: readonly [number, number],
  what: readonly [string, string],
  language: Language,
): string {
  const [of, among] = [withUnit(what[0]), withUnit(what[1])];
  const isShared = of !== undefined && of.unit === among?.unit;
  const unit = isShared ? of.unit : undefined;
  const [part, whole] = isShared ? [of.name, among.name] : what;
  const numbers = counts.map((it) => numberText(String(it), language)).join("/");
  const shown = unit === undefined ? numbers : `${numbers} ${unit}`;
  const done = language === "vi" ? saidOfWhole(part, whole) : undefined;
  return done === undefined ? `${shown} (${part}/${whole})` : `${done} ${shown} ${whole}`;
}

/**
 * What the words of a part add to the noun with which those of the whole begin too; undefined where no noun is sure: one
 * syllable may be half a word (“người dân”, “người được hỏi”), and so may the last before a comma.
 */
function saidOfWhole(part: string, whole: string): string | undefined {
  const [own, other] = [part.split(" "), whole.split(" ")];
  const at = own.findIndex((it, i) => it !== other[i]);
  if (at < 0 || (at < 2 && at < other.length)) return undefined;
  const bare = (it = ""): string => it.replace(/\P{L}/gu, "");
  const isCut = bare(own[at]) === bare(other[at]) || /\P{L}$/u.test(own[at - 1] as string);
  return isCut ? undefined : own.slice(at).join(" ");
}

/** An arithmetic with what it comes to: `"0,5 + 0,25 = 0,75"`, and what a maximum or floor makes of that. */
export function equationText(
  left: string,
  result: Exact,
  language: Language,
  cut?: { readonly to: Decimal; readonly by: "maximum" | "floor" },
): string {
  const equation = `${left} = ${numberText(exactText(result), language)}`;
  if (cut === undefined) return equation;
  const to = numberText(cut.to, language);
  const words = {
    maximum: { vi: `tính bằng điểm tối đa ${to}`, en: `capped at the maximum ${to}` },
    floor: { vi: `tính bằng mức thấp nhất ${to}`, en: `raised to the floor ${to}` },
  };
  return `${equation}, ${words[cut.by][language]}`;
}

/** The terms of a sum with what they come to: `"0,75 − 1 × 1,25 = −0,5"`; of none, and of one printed number, nothing. */
export function sumText(
  terms: readonly RuleTerm[],
  language: Language,
  cut?: Parameters<typeof equationText>[3],
): string | undefined {
  if (terms.length === 0 || (terms.length === 1 && terms[0]?.count === undefined)) return undefined;
  let total = zero;
  const parts = terms.map(({ count, points }, at) => {
    const each = decimal(points);
    total = add(total, count === undefined ? each : multiply(each, integer(count)));
    const size = at > 0 && isNegative(each) ? exactText(negate(each)) : points;
    const term = count === undefined ? size : `${count} × ${size}`;
    const sign = at === 0 ? "" : isNegative(each) ? "− " : "+ ";
    return sign + numberText(term, language);
  });
  return equationText(parts.join(" "), total, language, cut);
}

/** A sum of points with what a maximum makes of it, where it bit. */
export const cappedSumText = (
  terms: readonly RuleTerm[],
  max: Decimal | undefined,
  language: Language,
): string | undefined => sumText(terms, language, max === undefined ? undefined : { to: max, by: "maximum" });

/** A maximum × a share, which is a fraction of two counts or a percentage: `"2 × 148/150 = 148/75"`, `"2 × 84,1 % = 1,682"`. */
export function productText(
  max: Decimal,
  share: string,
  language: Language,
  cut?: Parameters<typeof equationText>[3],
): string {
  const left = `${numberText(max, language)} × ${factorText(share, language)}`;
  return equationText(left, multiply(decimal(max), readFraction(share)), language, cut);
}

/** A share in an arithmetic: two counts as they are, else a percentage. */
export const factorText = (share: string, language: Language): string =>
  share.includes("/")
    ? numberText(share, language)
    : percentText(exactText(multiply(readFraction(share), hundred)), language);

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
    if (marks.every((mark) => compareExact(printed, mark) === compareExact(percent, mark)))
      return percentText(text, language);
  }
  return fractionText(share);
}

/** The share that was reached: `"đạt 98,67 %"`. */
export function reachedText(share: string, thresholds: readonly Decimal[], language: Language): string {
  const text = shareText(readFraction(share), thresholds, language);
  return language === "vi" ? `đạt ${text}` : `${text} reached`;
}

/** A value that is measured: a number, or a percentage. */
export const measuredText = (
  text: Decimal,
  of: "number" | "percent" | "ratio",
  language: Language,
): string => (of === "number" ? numberText(text, language) : percentText(text, language));

/** The bounds of a range, as a decision prints them. */
type Range = Omit<Band, "points" | "share">;

/** A range in words: `"từ 20 % đến dưới 30 %"`, `"from 20% to below 30%"`. */
export function rangeText(range: Range, of: "number" | "percent" | "ratio", language: Language): string {
  const print = (text: Decimal): string => measuredText(text, of, language);
  const { from, above, upTo, below } = range;
  const open = from === undefined && above === undefined;
  const parts: string[] = [];
  if (language === "vi") {
    if (from !== undefined) parts.push(`từ ${print(from)}`);
    if (above !== undefined) parts.push(`trên ${print(above)}`);
    if (upTo !== undefined) parts.push(open ? `từ ${print(upTo)} trở xuống` : `đến ${print(upTo)}`);
    if (below !== undefined) parts.push(open ? `dưới ${print(below)}` : `đến dưới ${print(below)}`);
    if (upTo === undefined && below === undefined && from !== undefined) parts.push("trở lên");
    return parts.join(" ") || "mọi giá trị";
  }
  if (from !== undefined) parts.push(`from ${print(from)}`);
  if (above !== undefined) parts.push(`above ${print(above)}`);
  if (upTo !== undefined) parts.push(open ? `up to ${print(upTo)}` : `to ${print(upTo)}`);
  if (below !== undefined) parts.push(open ? `below ${print(below)}` : `to below ${print(below)}`);
  if (upTo === undefined && below === undefined && from !== undefined) parts.push("on");
  return parts.join(" ") || "any value";
}

/** Vietnamese number style: a comma before the decimals, a point between groups of three. */
export const viNumber = (text: string): string => grouped(text, ".", ",");

/** English number style: a point before the decimals, a comma between groups of three. */
export const enNumber = (text: string): string => grouped(text, ",", ".");

function grouped(text: string, group: string, point: string): string {
  return text.replace(/\d+(?:\.\d+)?/g, (number) => {
    const [whole = "", decimals] = number.split(".");
    const grouping = whole.replace(/\B(?=(\d{3})+$)/g, group);
    return decimals === undefined ? grouping : `${grouping}${point}${decimals}`;
  });
}
