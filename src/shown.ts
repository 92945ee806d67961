/**
 * What an app shows beside results: the items of a set by their ids, the words of the codes that results hold, and
 * numbers as a language writes them.
 */
import type { CriteriaSet, Decimal, Item, Text } from "./criteria-set.ts";
import { isDecimal } from "./number.ts";
import { assertOptions, deepFreeze } from "./plain.ts";
import { planOf } from "./plan.ts";
import type { Readable, RoundInput } from "./round/input.ts";
import { judgeRound } from "./round/read.ts";
import type { Round } from "./round.ts";
import { enStyle, enTerms } from "./words/en.ts";
import { viStyle, viTerms } from "./words/vi.ts";
import { type Language, numberIn, type Style, say, tableOf, textIn, type Words } from "./words/words.ts";

/** A code that a result or a set holds, with the list that it is of: `"reason.silence"`, `"state.pending"`, `"line.cap"`. */
export type ResultCode = keyof Words["terms"] & string;

/** What `wordsFor` needs of a table of words. */
export type TermWords = Pick<Words, "style" | "terms">;

/**
 * Gives an item of a set: a node or a leaf with its number, title, maximum and rule.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param id The id of the item, as scores, issues and explanations hold it.
 *
 * @returns The item as the set has it.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`; RangeError if it has no such item.
 *
 * @example
 * ```ts
 * import { itemOf } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * itemOf(criteriaSet("hoa-lam/department/2026"), "1.1.2").title.vi; // => 'Mức độ hoàn thành kế hoạch cải cách hành chính năm'
 * ```
 */
export function itemOf(set: CriteriaSet, id: string): Item {
  const plan = planOf(set, "itemOf");
  const item = plan.leafOf.get(id)?.item ?? plan.nodeOf.get(id)?.item;
  if (item === undefined) throw new RangeError(`itemOf: the set has no item ${JSON.stringify(id)}`);
  return item;
}

/**
 * Gives the leaves of a set, which answers and points are about, in printed order.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 *
 * @returns The items without children, frozen.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`.
 *
 * @example
 * ```ts
 * import { leavesOf } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * leavesOf(criteriaSet("hoa-lam/department/2026"))[0]?.id; // => '1.1.1'
 * ```
 */
export function leavesOf(set: CriteriaSet): readonly Item[] {
  return Object.freeze(planOf(set, "leavesOf").leaves.map(({ item }) => item));
}

/** A name or title for each id: `names.units["hoa-lam-so-y-te"]`. */
export interface ResultNames {
  /** The name of each unit of the round. */
  readonly units: Readonly<Record<string, string>>;
  /** The name of each group of units. */
  readonly groups: Readonly<Record<string, string>>;
  /** The name of each grade. */
  readonly grades: Readonly<Record<string, string>>;
  /** The title of each item, node and leaf; its number is in `numbers`. */
  readonly items: Readonly<Record<string, string>>;
  /** The name of each source of points. */
  readonly sources: Readonly<Record<string, string>>;
  /** The title of each bonus and penalty line. */
  readonly lines: Readonly<Record<string, string>>;
  /** The number that the decision prints, of each item and line. */
  readonly numbers: Readonly<Record<string, string>>;
}

/** In which language names are wanted. */
export interface NamesOptions {
  /** `"vi"`, which is what is given where nothing is said, `"en"`, or a table of words. */
  readonly language?: Language | Style | undefined;
}

/**
 * Gives the names and titles of everything that rankings and scores name by an id, in one language.
 *
 * Results hold ids alone, since the set and the round have the names already; a page asks for them once and looks each
 * id up. What has no name in the language stands in Vietnamese.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param round The round, as `readRound` gave it, or as parsed from JSON: then what can be read of it counts.
 * @param options The language.
 *
 * @returns The names by their ids, frozen plain data.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`; RangeError for a language that is not shipped.
 *
 * @example
 * ```ts
 * import { assess, namesOf, readRound } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * import file from "par-index/examples/published/binh-duong/district/2017.1.json" with { type: "json" };
 * const set = criteriaSet("binh-duong/district/2017");
 * const round = readRound(set, file);
 * const names = namesOf(set, round);
 * const [first] = assess(set, round).rankings[0]?.places ?? [];
 * first && `${first.place}. ${names.units[first.unit]}: ${first.index}`; // => '1. TP Thủ Dầu Một: 84.58'
 * names.sources["appraised"]; // => 'Điểm thẩm định'
 * ```
 */
export function namesOf(
  set: CriteriaSet,
  round: Round | Readable<RoundInput>,
  options: NamesOptions = {},
): ResultNames {
  const plan = planOf(set, "namesOf");
  assertOptions(options, ["language"], "namesOf");
  const { language = "vi" } = options;
  const { style } = tableOf<Style>(language, shippedTerms, "namesOf");
  const by = <T extends { readonly id: string }>(list: readonly T[], nameOf: (of: T) => Text) =>
    Object.fromEntries(list.map((it) => [it.id, textIn({ style }, nameOf(it))]));
  const items = plan.order.flatMap(({ node, leaf }) => node?.item ?? leaf?.item ?? []);
  const lines = plan.lines.map(({ line }) => line);
  const titleOf = ({ title }: { readonly title: Text }): Text => title;
  return deepFreeze({
    units: by(judgeRound(set, round).round.units, ({ name }) => name),
    groups: by(set.groups, titleOf),
    grades: by(set.grades, titleOf),
    items: by(items, titleOf),
    sources: by(set.sources, titleOf),
    lines: by(lines, titleOf),
    numbers: Object.fromEntries([...items, ...lines].map(({ id, number }) => [id, number])),
  });
}

const shippedTerms: Readonly<Record<Language, TermWords>> = {
  vi: { style: viStyle, terms: viTerms },
  en: { style: enStyle, terms: enTerms },
};

/**
 * Gives the words for a code that results hold, to stand within a sentence or a cell.
 *
 * @param code The list of the code, a point and the code: `state` of an item, `result` of a unit, `reason`, `unranked`,
 * `stage`, `entry`, `line`, `term` of an index, `cap`, `decided`, `consequence`, `survey`, `combine`, `held`, `fault` of a
 * response, `severity` of an issue, `status` of a set or round, kind of `source` and `rule`, `scorer`, `evidence`.
 * @param language `"vi"`, `"en"` or a table of words.
 *
 * @returns The words, without a capital and a full stop.
 *
 * @throws RangeError for a code without words, or a language that is not shipped.
 *
 * @example
 * ```ts
 * import { wordsFor } from "par-index";
 * wordsFor("unranked.no-self-assessment", "en"); // => 'it sent no self-assessment'
 * wordsFor("state.not-applicable", "vi"); // => 'không áp dụng'
 * ```
 */
export function wordsFor(code: ResultCode, language: Language | TermWords): string {
  const words = tableOf(language, shippedTerms, "wordsFor");
  if (!Object.hasOwn(viTerms, code))
    throw new RangeError(`wordsFor: there is no code ${JSON.stringify(code)}`);
  return say(words, `terms.${code}`);
}

/**
 * Writes a decimal as a language does: `"1234.5"` is `"1.234,5"` in Vietnamese.
 *
 * @param text The decimal, as sets, rounds and results hold it; a fraction such as `"148/150"` is one too.
 * @param language `"vi"`, `"en"` or a table of words.
 *
 * @returns The text, digit for digit: nothing is rounded.
 *
 * @throws TypeError for what is neither a decimal nor a fraction; RangeError for a language that is not shipped.
 *
 * @example
 * ```ts
 * import { formatDecimal } from "par-index";
 * formatDecimal("1234.50", "vi"); // => '1.234,50'
 * ```
 */
export function formatDecimal(text: Decimal, language: Language | Style): string {
  const words = tableOf<Style>(language, shippedTerms, "formatDecimal");
  if (typeof text !== "string" || !text.split("/").every(isDecimal))
    throw new TypeError(
      `formatDecimal: ${JSON.stringify(text)} is no decimal; results hold decimals as texts`,
    );
  return numberIn(words, text);
}

/**
 * Reads a number as somebody types it in a language, into a decimal as data writes it: `"87,5"` is `"87.5"`.
 *
 * @param text What was typed; white space around it, and the groups of thousands of the language, are passed over.
 * @param language `"vi"`, `"en"` or a table of words.
 *
 * @returns The decimal, digit for digit; undefined where it is no number of that language: in Vietnamese `"87.5"` is
 * none, since a point stands between groups of three digits.
 *
 * @throws TypeError if it is not given a text; RangeError for a language that is not shipped.
 *
 * @example
 * ```ts
 * import { parseDecimal } from "par-index";
 * parseDecimal("1.234,50", "vi"); // => '1234.50'
 * parseDecimal("87.5", "vi"); // => undefined
 * ```
 */
export function parseDecimal(text: string, language: Language | Style): Decimal | undefined {
  const { style } = tableOf<Style>(language, shippedTerms, "parseDecimal");
  if (typeof text !== "string") throw new TypeError("parseDecimal: give the text that was typed");
  const [whole = "", decimals, ...more] = text.trim().replace(/^[−-]/, "").split(style.decimal);
  const groups = whole.split(style.group);
  const isGrouped = groups.every((group, at) => (at === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));
  if (!(groups.length === 1 ? /^\d+$/.test(whole) : isGrouped) || more.length > 0) return undefined;
  if (decimals !== undefined && !/^\d+$/.test(decimals)) return undefined;
  const sign = /^[−-]/.test(text.trim()) ? "-" : "";
  const plain = groups.join("").replace(/^0+(?=\d)/, "");
  const decimal = `${sign}${plain}${decimals === undefined ? "" : `.${decimals}`}`;
  return isDecimal(decimal) ? decimal : undefined;
}
