/**
 * What several kinds of rule say alike: points, counts and measures with their units, ranges, arithmetic, and a share
 * printed so that nobody misreads on which side of a threshold it lies.
 */
import type { Decimal, Gate, Text } from "../criteria-set.ts";
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
import type { RuleCarrier, RuleTerm } from "../rule.ts";
import { enNamed, enRules, enStyle } from "../words/en.ts";
import { viNamed, viRules, viStyle } from "../words/vi.ts";
import {
  type Language,
  type Message,
  message,
  numberIn,
  percentIn,
  type Style,
  say,
  textIn,
  type Words,
} from "../words/words.ts";
import type { Band } from "./bands.ts";

/** The words of rules. */
export type RuleWords = Pick<Words, "style" | "named" | "rules">;

/** The words of rules in the languages that the library ships. */
export const shippedRuleWords: Readonly<Record<Language, RuleWords>> = {
  vi: { style: viStyle, named: viNamed, rules: viRules },
  en: { style: enStyle, named: enNamed, rules: enRules },
};

/** True where what the rule gives is taken away. */
export const isPenalty = ({ line }: RuleCarrier): boolean => line === "penalty";

/** What other items must reach so that an item is scored, as a sentence. */
export const gatesText = (words: RuleWords, requires: readonly Gate[]): string =>
  say(words, "rules.gates", {
    gates: requires.map(({ item, from, above }) =>
      from === undefined
        ? message("rules.gateAbove", { item, bound: above ?? "" })
        : message("rules.gateFrom", { item, bound: from }),
    ),
  });

/** Points: `"0,5 điểm"`. */
export const pointsText = (words: RuleWords, points: string): string =>
  say(words, "rules.points", { points });

/** Points that are given, or on a penalty line taken away: `"trừ 0,5 điểm"`. */
export const givenText = (words: RuleWords, points: string, on: RuleCarrier): string =>
  say(words, isPenalty(on) ? "rules.taken" : "rules.points", { points });

/** Words with the unit in brackets at their end: `"số thu ngân sách (triệu đồng)"`. */
function withUnit(words: string): { readonly name: string; readonly unit: string } | undefined {
  if (!words.endsWith(")")) return undefined;
  let at = words.lastIndexOf(" (", words.length - 4);
  // A bracket after two spaces opens no unit.
  while (at > 0 && /\s/u.test(words.charAt(at - 1))) at = words.lastIndexOf(" (", at - 1);
  return at <= 0 ? undefined : { name: words.slice(0, at), unit: words.slice(at + 2, -1) };
}

/** A number of something, with its unit where the words end with one: `"số thu ngân sách: 48.090 triệu đồng"`. */
export function measureText(words: RuleWords, value: string, what: Text): string {
  const { name, unit } = withUnit(textIn(words, what)) ?? { name: what };
  // What is longer than “triệu đồng” explains the number and is no unit.
  const isLong = unit !== undefined && unit.split(" ").length > 2;
  return say(words, "rules.measured", { name, value, unit: isLong ? `(${unit})` : unit });
}

/** How many of something: `"1.200 quy chế nội bộ"`. */
export const countText = (words: RuleWords, count: number, what: Text): string =>
  withUnit(textIn(words, what)) === undefined
    ? say(words, "rules.counted", { count, what })
    : measureText(words, String(count), what);

/** How many of how many: `"giải quyết đúng hạn 1.184/1.200 hồ sơ đã tiếp nhận"`, else with both in brackets. */
export function shareOfText(
  words: RuleWords,
  counts: string,
  { numerator, denominator }: { readonly numerator: Text; readonly denominator: Text },
): string {
  const [of, among] = [textIn(words, numerator), textIn(words, denominator)];
  const [named, amongNamed] = [withUnit(of), withUnit(among)];
  const isShared = named !== undefined && named.unit === amongNamed?.unit;
  const [part, whole] = isShared ? [named.name, amongNamed.name] : [of, among];
  const unit = isShared ? named.unit : undefined;
  const done = saidOfWhole(part, whole);
  return done === undefined
    ? say(words, "rules.counts", { counts, unit, part, whole })
    : say(words, "rules.countsOfWhole", { done, counts, unit, part, whole });
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

/** What a maximum or a floor makes of a sum, where it bit. */
interface Cut {
  readonly maximum?: Decimal | undefined;
  readonly floor?: Decimal | undefined;
}

/** An arithmetic with what it comes to: `"0,5 + 0,25 = 0,75"`, and what a maximum or floor makes of that. */
export const equationText = (words: RuleWords, left: string, result: Exact, cut: Cut = {}): string =>
  say(words, "rules.equation", { left, result: exactText(result), ...cut });

/** The terms of a sum with what they come to: `"0,75 − 1 × 1,25 = −0,5"`; of none, and of one printed number, nothing. */
export function sumText(words: RuleWords, terms: readonly RuleTerm[], cut: Cut = {}): string | undefined {
  if (terms.length === 0 || (terms.length === 1 && terms[0]?.count === undefined)) return undefined;
  let total = zero;
  const parts = terms.map(({ count, points }, at) => {
    const each = decimal(points);
    total = add(total, count === undefined ? each : multiply(each, integer(count)));
    const size = at > 0 && isNegative(each) ? exactText(negate(each)) : points;
    const sign = at === 0 ? "" : isNegative(each) ? "− " : "+ ";
    return sign + numberIn(words, count === undefined ? size : `${count} × ${size}`);
  });
  return equationText(words, parts.join(" "), total, cut);
}

/** A maximum × a share, which is a fraction of two counts or a percentage: `"2 × 148/150 = 148/75"`, `"2 × 84,1 % = 1,682"`. */
export function productText(words: RuleWords, max: Decimal, share: string, cut: Cut = {}): string {
  const left = `${numberIn(words, max)} × ${factorText(words, share)}`;
  return equationText(words, left, multiply(decimal(max), readFraction(share)), cut);
}

/** A share in an arithmetic: two counts as they are, else a percentage. */
export const factorText = (words: Style, share: string): string =>
  share.includes("/")
    ? numberIn(words, share)
    : percentIn(words, exactText(multiply(readFraction(share), hundred)));

/**
 * A share in percent, to two decimals, or to as many more as keep it on its side of 0, of 100 and of each threshold:
 * 79.999 % must not print as the 80 % that it missed. Beyond eight decimals its fraction is printed.
 */
export function shareText(words: Style, share: Exact, thresholds: readonly Decimal[] = []): string {
  const percent = multiply(share, hundred);
  const marks = ["0", "100", ...thresholds].map(decimal);
  for (let places = 2; places <= 8; places++) {
    const text = shortest(rounded(percent, places, "half-up"));
    const printed = decimal(text);
    if (marks.every((mark) => compareExact(printed, mark) === compareExact(percent, mark)))
      return percentIn(words, text);
  }
  return fractionText(share);
}

/** What a range is of, and the bounds of one as a decision prints them. */
type Of = "number" | "percent" | "ratio";
type Range = Omit<Band, "points" | "share">;

/** A value that is measured: a number, or a percentage. */
export const measuredOf = (value: Decimal, of: Of): Message =>
  message(of === "number" ? "named.range.number" : "named.range.percent", { value });

/** A range: `"từ 20 % đến dưới 30 %"`, `"from 20% to below 30%"`. */
export function rangeOf({ from, above, upTo, below }: Range, of: Of): Message {
  const lower = from === undefined ? (above === undefined ? "any" : "above") : "from";
  const upper = upTo === undefined ? (below === undefined ? "on" : "below") : "upTo";
  const [low, high] = [from ?? above, upTo ?? below].map((it) => it && measuredOf(it, of));
  return { code: `named.range.${lower}-${upper}`, params: { low, high } };
}
