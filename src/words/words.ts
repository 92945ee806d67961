/**
 * Words: the one way in which the library says anything to a person. What a language says is a table of texts, `vi.ts`
 * and `en.ts`; what is said is a code with the values of one case. In a text stands
 *
 * - `{name}`: a value as it is; a list is joined by commas, `{;name}` by semicolons,
 * - `{#name}`: a number in the style of the language, `{%name}` a percentage, `{@name}` a day,
 * - `{_name}`: what somebody wrote as a sentence, to stand inside another: see `inner`,
 * - `{name|one form|other forms}`: the form that fits a number; which numbers take the first says `one` of the style
 *   (`"1"`: one alone; `"<2"`: all below two),
 * - `{?name:text}`: a text that is said where the value is there.
 *
 * What parts a label from what it labels, and the parts of a list, are texts of the style (`colon`, `comma`, `semicolon`), which
 * code puts between. A text says every name that the Vietnamese one says; one that its language has no use for stands in
 * `{?name:}`, which says nothing.
 *
 * Values from strangers stay values: none is read as a text with names in it, none breaks a line.
 */
import type { VietnameseTexts } from "./vi.ts";

/** The codes of the languages that the library ships, Vietnamese first: what stands where none was chosen. */
export const languages = ["vi", "en"] as const;

/** A language that the library ships. */
export type Language = (typeof languages)[number];

/** Every section of texts. */
type Sections = {
  readonly [S in keyof VietnameseTexts]: { readonly [K in keyof VietnameseTexts[S]]: string };
};

/**
 * The words of one language, section by section: the sections and codes are those of the Vietnamese table. A language
 * that the library lacks is a table of this type. Forms and the workbook of a round (`form`, `sheets`) are read back by
 * their words, and so are Vietnamese in every language.
 */
export type Words = Omit<Sections, "form" | "sheets">;

/** The words of what an app shows, which the entry `par-index` gives: a bundle of one language holds no others. */
export type AppWords = Pick<
  Words,
  "style" | "terms" | "rules" | "explanation" | "history" | "movement" | "outstanding" | "named" | "issues"
>;

/** The code of one text: its section, a point, and its key there. */
export type WordCode = {
  [S in keyof Sections]: `${S}.${keyof Sections[S] & string}`;
}[keyof Sections];

/** Words in Vietnamese, as the decision prints them, and in English where somebody translated them. */
export interface Text {
  /** The Vietnamese words, word for word. */
  readonly vi: string;
  /** The English words; where absent the Vietnamese ones are shown. */
  readonly en?: string | undefined;
}

/** Something to be said within something else: its code and values. */
export interface Message {
  /** What is said. */
  readonly code: WordCode;
  /** The values of its names. */
  readonly params?: Params | undefined;
}

/** A value that stands in a text. In a list what is undefined or empty is passed over. */
export type Param = string | number | Text | Message | readonly (Param | undefined)[];

/** Values by name. */
export type Params = { readonly [name: string]: Param | undefined };

/** The section of a code. */
type SectionOf<C extends WordCode> = C extends `${infer S extends keyof Sections}.${string}` ? S : never;

/** What a function needs of a table to say something: its section, and the style of the language. */
type WordsFor<C extends WordCode> = Pick<Sections, "style" | SectionOf<C>>;

type TemplateOf<C extends WordCode> = C extends `${infer S extends keyof Sections}.${infer K}`
  ? K extends keyof VietnameseTexts[S]
    ? VietnameseTexts[S][K]
    : never
  : never;

/** What stands before the first of these signs. */
type Before<T, Sign extends string> = T extends `${infer Head}${Sign}${string}` ? Head : T;
/** What opens a pair of braces: a mark with a name, or in a text that shows braces something else. */
type Opened<T> = T extends `${string}{${infer Rest}`
  ? Before<Before<Before<Rest, "}">, "|">, ":"> | Opened<Rest>
  : never;
type OptionalName<O> = O extends `?${infer Name}` ? Name : never;
type NeededName<O> = O extends `${"?" | " "}${string}`
  ? never
  : O extends `${"#" | "@" | "%" | ";" | "_"}${infer Name}`
    ? Name
    : O;
type NamesIn<O> = { readonly [N in Exclude<NeededName<O>, OptionalName<O>> & string]: Param } & {
  readonly [N in OptionalName<O> & string]?: Param | undefined;
};

/** The values that the text of a code takes, as the Vietnamese table has it. */
type ParamsOf<C extends WordCode> = string extends TemplateOf<C> ? Params : NamesIn<Opened<TemplateOf<C>>>;

/** The values as a last argument; none where the text has no names. */
type GivenParams<C extends WordCode> =
  Record<never, never> extends ParamsOf<C> ? [params?: ParamsOf<C>] : [params: ParamsOf<C>];

/** A table as it is looked up: any of its sections may be missing where it was given at run time. */
type Table = { readonly [section: string]: { readonly [key: string]: string } | undefined };

/** Says one thing in the words of a table. A text that the table lacks is its code, plain to see. */
export function say<C extends WordCode>(words: WordsFor<C>, code: C, ...given: GivenParams<C>): string;
export function say(words: Table, code: string, params?: Params): string {
  return lookedUp(words, code, params);
}

/** Says a value as it stands in a text: a message, a text of several languages, a list. */
export const said = (words: Style, param: Param): string => shownParam(param, "", words);

function lookedUp(words: Table, code: string, params: Params = {}): string {
  const point = code.indexOf(".");
  const text = words[code.slice(0, point)]?.[code.slice(point + 1)];
  return typeof text === "string" ? filled(text, params, words) : code;
}

/** A message whose values are held against its code. */
export function message<C extends WordCode>(code: C, ...given: GivenParams<C>): Message;
export function message(code: WordCode, params?: Params): Message {
  return params === undefined ? { code } : { code, params };
}

/** The words of a shipped language, or those that were given. Throws RangeError for a language that is not shipped. */
export function tableOf<W extends object>(
  language: Language | W,
  shipped: Readonly<Record<Language, W>>,
  caller: string,
): W {
  if (typeof language === "object" && language !== null) {
    assertWords(language, caller);
    return language;
  }
  if (Object.hasOwn(shipped, language)) return shipped[language];
  const known = Object.keys(shipped).join(", ");
  throw new RangeError(`${caller}: the language must be one of ${known}, not ${JSON.stringify(language)}`);
}

/** Throws TypeError where a table of words was asked for and something else was given. */
export function assertWords(words: object, caller: string): void {
  if (typeof words !== "object" || words === null || !("style" in words))
    throw new TypeError(`${caller}: the words must be a table, as vi and en are`);
}

/** Fills a text in one pass from its first sign to its last. */
function filled(text: string, params: Params, words: Table): string {
  if (!text.includes("{")) return text;
  let at = 0;
  /** Reads up to a sign that ends a part, and past it; to the end of the text where none does. */
  const part = (ends: string): string => {
    let told = "";
    let from = at;
    while (at < text.length) {
      const sign = text.charAt(at);
      const isEnd = ends.includes(sign);
      if (!isEnd && sign !== "{") {
        at += 1;
        continue;
      }
      told += text.slice(from, at);
      if (isEnd) {
        at += 1;
        return told;
      }
      told += braces();
      from = at;
    }
    return told + text.slice(from);
  };
  /** Reads a pair of braces: a value, a choice of forms, what is said only with a value; else it is shown as it is. */
  const braces = (): string => {
    const mark = marks.includes(text.charAt(at + 1)) ? text.charAt(at + 1) : "";
    const start = at + 1 + mark.length;
    let end = start;
    while (isNameSign(text.charCodeAt(end))) end += 1;
    const name = text.slice(start, end);
    const sign = text.charAt(end);
    const param = Object.hasOwn(params, name) ? params[name] : undefined;
    if (end > start && sign === (mark === "?" ? ":" : "}")) {
      at = end + 1;
      if (mark !== "?") return shownParam(param, mark, words);
      const inside = part("}");
      return isSaid(param) ? inside : "";
    }
    if (end > start && sign === "|" && mark === "") {
      at = end + 1;
      const [one, other] = [part("|"), part("}")];
      return isOne(param, words) ? one : other;
    }
    at += 1;
    const inside = part("}");
    return `{${inside}${text.charAt(at - 1) === "}" ? "}" : ""}`;
  };
  return part("");
}

const marks = "#%@;?_";

/** Latin letters and digits. */
const isNameSign = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

const isSaid = (param: Param | undefined): boolean =>
  param !== undefined && param !== "" && !(isMany(param) && !param.some(isSaid));

/** Just one, as in English; or, as in French, less than two. */
const isOne = (param: Param | undefined, words: Table): boolean =>
  (words["style"]?.["one"] === "<2" ? /^[+-]?[01](?!\d)/ : /^[+-]?1$/).test(String(param));

const isMany = (param: Param): param is readonly (Param | undefined)[] => Array.isArray(param);

/** A value in the style that its mark asks for. */
function shownParam(param: Param | undefined, mark: string, words: Table): string {
  if (param === undefined) return "";
  if (isMany(param)) {
    const by = mark === ";" ? "semicolon" : "comma";
    const parts = param.map((one) => shownParam(one, mark === ";" ? "" : mark, words));
    return joined(parts, words["style"]?.[by] ?? "");
  }
  if (typeof param === "object" && "code" in param) return lookedUp(words, param.code, param.params);
  const text = inLine(typeof param === "object" ? textFrom(words, param) : String(param));
  if (mark === "_") return inner(text);
  if (mark === "#") return numberFrom(words, text);
  if (mark === "%") return styled(words, "percent", { number: text });
  return mark === "@" ? dayFrom(words, text) : text;
}

/** Parts that are there, joined. */
export const joined = (parts: readonly (string | undefined)[], by: string): string =>
  parts.filter((part) => part !== undefined && part !== "").join(by);

/** A label with what it labels; alone it is the heading of what follows. */
export const withColon = (words: Style, label: string, text = ""): string =>
  `${label}${words.style.colon}${text}`.trimEnd();

const styled = (words: Table, key: string, params: Params): string =>
  filled(words["style"]?.[key] ?? "", params, words);

/** The style of a language: how it writes numbers, days and lists. */
export type Style = Pick<Words, "style">;

/** A number, decimal, fraction or arithmetic in the style of a language. */
export const numberIn = (words: Style, text: string): string => numberFrom(words, text);

/** A percentage with just the digits given. */
export const percentIn = (words: Style, text: string): string => styled(words, "percent", { number: text });

/** A day; what is none stays as it is. */
export const dayIn = (words: Style, text: string): string => dayFrom(words, text);

/** A text in the language of the words, else in Vietnamese, in one line. */
export const textIn = (words: Style, text: Text): string => inLine(textFrom(words, text));

function numberFrom(words: Table, text: string): string {
  const { minus = "-", group = "", decimal = "." } = words["style"] ?? {};
  // A hyphen before a number is a minus sign, unless it belongs to what stands before it: 2022-2030, kt-05.
  return text
    .replace(/(?<![\p{L}\p{N}])-(?=\d)/gu, () => minus)
    .replace(/\d+(?:\.\d+)?/g, (number) => {
      const [whole = "", decimals] = number.split(".");
      const grouped = [whole.slice(0, whole.length % 3 || 3)];
      for (let at = grouped[0]?.length ?? 0; at < whole.length; at += 3)
        grouped.push(whole.slice(at, at + 3));
      return joined([grouped.join(group), decimals], decimal);
    });
}

function dayFrom(words: Table, text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const [year, month, day] = text.split("-");
  return styled(words, "day", { year, month, day });
}

function textFrom(words: Table, text: Text): string {
  const own: unknown = Object.getOwnPropertyDescriptor(text, words["style"]?.["language"] ?? "vi")?.value;
  return typeof own === "string" ? own : text.vi;
}

/** A text as it stands in a line: white space that would break it is a space, and no sign steers what shows it. */
export const inLine = (text: string): string =>
  /\s\s|\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u.test(text)
    ? text
        .replace(/\s{2,}|[\t\n\v\f\r\u0085\u2028\u2029]/g, " ")
        .replace(/\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, escapedSign)
    : text;

/** A text of many lines as a terminal shows it: no sign in it moves the cursor, colours or turns what follows about. */
export const onScreen = (text: string): string =>
  text.replace(/(?![\n\t])\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, escapedSign);

const escapedSign = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;

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

/** One sentence, at its level of the tree. */
export interface Sentence {
  /** The level, from 0. */
  readonly level: number;
  /** What it is about, to stand out. */
  readonly label?: string | undefined;
  /** The sentence, or what follows its label. */
  readonly text: string;
}

/** The widest line of plain text, in characters. */
const lineWidth = 99;

/** Lays sentences out; the sentences themselves are the same in either way. */
export const laidOut = (
  sentences: readonly Sentence[],
  { markdown }: { readonly markdown?: boolean | undefined },
): string => (markdown === true ? markdownLayout(sentences) : plainLayout(sentences));

/** Indented plain text that fits 100 columns; a word longer than a line stays whole. */
function plainLayout(sentences: readonly Sentence[]): string {
  return sentences.flatMap(({ level, label, text }) => wrapped(level, withLabel(label, text))).join("\n");
}

/** Markdown: level 0 are paragraphs, everything below nested lists. */
function markdownLayout(sentences: readonly Sentence[]): string {
  const blocks = sentences.map(({ level, label, text }, at) => {
    const line = withLabel(label === undefined ? "" : `**${markdownEscaped(label)}**`, markdownEscaped(text));
    const isApart = level === 0 || sentences[at - 1]?.level === 0;
    const gap = at === 0 ? "" : isApart ? "\n\n" : "\n";
    return `${gap}${level === 0 ? line : `${"  ".repeat(level - 1)}- ${line}`}`;
  });
  return blocks.join("");
}

/** A colon or a bracket follows its label at once. */
const withLabel = (label: string | undefined, text: string): string =>
  label === undefined || label === ""
    ? text
    : text === ""
      ? label
      : `${label}${/^[:,;]/.test(text) ? "" : " "}${text}`;

function wrapped(level: number, text: string): readonly string[] {
  const indent = "  ".repeat(level);
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(/ (?!%)/)) {
    const empty = line.trim() === "";
    if (!empty && line.length + 1 + word.length > lineWidth) {
      lines.push(line);
      line = `${indent}    ${word}`;
    } else {
      line = empty ? `${line}${word}` : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines;
}

const markdownEscaped = (text: string): string => text.replace(/[\\`*_[\]<>#|~]/g, "\\$&");
