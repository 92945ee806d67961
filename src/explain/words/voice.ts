/**
 * A voice: the words, numbers and days of one language, for everything that the library says in sentences, and how
 * sentences are laid out. Numbers are in the style of the language; nothing depends on the machine's language data.
 */
import type { Amount } from "../../amount.ts";
import { partsOf } from "../../calendar.ts";
import type { Facts, IsoDate, Text } from "../../criteria-set.ts";
import { readFraction, rounded, shortest } from "../../number.ts";
import type { Language, Ruled, RuleStep } from "../../rule.ts";
import { factsText, ruleText, stepText, workingText } from "../../rule-words.ts";
import { numberText, percentText, wordsOf } from "../../rules/words.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

/** What a language words: the lists and keys of the Vietnamese table; the compiler names what is missing. */
export type Wording = { readonly [L in keyof typeof vi]: Readonly<Record<keyof (typeof vi)[L], string>> };

/** The words of each language. */
export const wordings: Readonly<Record<Language, Wording>> = { vi, en };

/** The name of a phrase. */
export type Phrase = keyof typeof vi.phrases;

/** The names in a phrase. */
type NamesIn<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Plain}:${string}` ? Plain : Name) | NamesIn<Rest>
  : never;

/** The facts that a phrase takes. */
type FactsOf<P extends Phrase> = Readonly<Record<NamesIn<(typeof vi.phrases)[P]>, string>>;

/** One language, ready to speak. */
export interface Voice {
  readonly language: Language;
  readonly wording: Wording;
  /** A phrase with its facts filled in. */
  readonly say: <P extends Phrase>(phrase: P, facts: FactsOf<P>) => string;
  /** The words of a text. */
  readonly words: (text: Text) => string;
  /** A number, decimal or fraction in the style of the language. */
  readonly number: (text: string) => string;
  /** An amount as it is printed, without zeros at its end. */
  readonly amount: (amount: Amount) => string;
  /** An amount with its sign, for a difference or a line. */
  readonly signed: (amount: Amount) => string;
  /** A percentage with just the digits given. */
  readonly percent: (text: string) => string;
  /** A day. */
  readonly day: (date: IsoDate) => string;
  /** A rule. */
  readonly rule: (of: Ruled) => string;
  /** Facts, as their rule words them. */
  readonly facts: (of: Ruled, facts: Facts) => string;
  /** The case of a rule that applied. */
  readonly applied: (of: Ruled, step: RuleStep) => string;
  /** How that case comes to its points, where something is computed. */
  readonly working: (of: Ruled, step: RuleStep) => string | undefined;
}

/** The voice of a language. Throws RangeError for one that has no words. */
export function voiceOf(language: Language, caller: string): Voice {
  if (!Object.hasOwn(wordings, language)) {
    const known = Object.keys(wordings).join(", ");
    throw new RangeError(`${caller}: the language must be one of ${known}, not ${JSON.stringify(language)}`);
  }
  const wording = wordings[language];
  const number = (text: string): string => minus(numberText(text, language));
  const amount = (it: Amount): string => number(shortest(it.rounded));
  return {
    language,
    wording,
    say: (phrase, facts: Readonly<Record<string, string>>) =>
      wording.phrases[phrase].replace(
        /\{(\w+)(?::(\w+)\|(\w+))?\}/g,
        (_, name: string, one: string | undefined, many: string | undefined) => {
          const fact = facts[name] ?? "";
          return (isOne(fact) ? one : many) ?? fact;
        },
      ),
    words: (text) => wordsOf(text, language),
    number,
    amount,
    signed: (it) => (it.exact.startsWith("-") || it.exact === "0" ? amount(it) : `+${amount(it)}`),
    percent: (text) => minus(percentText(text, language)),
    day: (date) => dayText(date, language),
    rule: (of) => minus(ruleText(of, language)),
    facts: (of, facts) => minus(factsText(of, facts, language)),
    applied: (of, step) => minus(stepText(of, step, language)),
    working: (of, step) => {
      const text = workingText(of, step, language);
      return text === undefined ? undefined : minus(text);
    },
  };
}

/** A hyphen before a number is a minus sign, unless it belongs to what stands before it: 2022-2030, kt-05. */
const minus = (text: string): string => text.replace(/(?<![\p{L}\p{N}])-(?=\d)/gu, "−");

const isOne = (fact: string): boolean => /^[+−]?1$/.test(fact);

/** Vietnamese days are written day/month/year; English ones stay as they are, which nobody can misread. */
function dayText(date: IsoDate, language: Language): string {
  if (language === "en") return date;
  const { year, month, day } = partsOf(date);
  return [day, month]
    .map((part) => String(part).padStart(2, "0"))
    .concat(String(year))
    .join("/");
}

/** Parts of a sentence that are there, joined. */
export const joined = (parts: readonly (string | undefined)[], by: string): string =>
  parts.filter((part) => part !== undefined && part !== "").join(by);

/** What a document is called: its number, or in quotation marks the title that stands in place of one. */
export const documentName = (voice: Voice, name: string): string =>
  /^\d|^\S+$/.test(name) ? voice.say("numbered", { number: name }) : voice.say("entitled", { title: name });

/** What stands in brackets after a sentence, where there is something. */
export const bracketed = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : `(${text})`;

/** Points: exact where they have at most four decimals, else rounded. */
export const pointsText = (voice: Voice, points: Amount): string =>
  /^-?\d+(\.\d{1,4})?$/.test(points.exact) ? voice.number(points.exact) : voice.amount(visible(points));

/** A part of a difference, with its sign. */
export const changeText = (voice: Voice, change: Amount): string => voice.signed(visible(change));

/** The size of a difference, without its sign. */
export const sizeText = (voice: Voice, change: Amount): string => voice.amount(magnitude(visible(change)));

/** An amount without its sign. */
export const magnitude = ({ exact, rounded: printed }: Amount): Amount => ({
  exact: exact.replace(/^-/, ""),
  rounded: printed.replace(/^-/, ""),
});

/** An amount that rounds to 0 without being 0 gets as many decimals as show it, eight at most. */
function visible({ exact, rounded: printed }: Amount): Amount {
  const value = readFraction(exact);
  let text = printed;
  for (let places = 2; places <= 8 && exact !== "0" && shortest(text) === "0"; places++)
    text = rounded(value, places, "half-up");
  return { exact, rounded: text };
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

/** Lays sentences out as indented plain text; a word longer than a line stays whole. */
export function plainLayout(sentences: readonly Sentence[]): string {
  return sentences.flatMap(({ level, label, text }) => wrapped(level, labelled(label, text))).join("\n");
}

/** Lays sentences out as Markdown: level 0 are paragraphs, everything below nested lists. */
export function markdownLayout(sentences: readonly Sentence[]): string {
  const blocks = sentences.map(({ level, label, text }, at) => {
    const line = labelled(label === undefined ? "" : `**${markdownEscaped(label)}**`, markdownEscaped(text));
    const isApart = level === 0 || sentences[at - 1]?.level === 0;
    const gap = at === 0 ? "" : isApart ? "\n\n" : "\n";
    return `${gap}${level === 0 ? line : `${"  ".repeat(level - 1)}- ${line}`}`;
  });
  return blocks.join("");
}

/** A colon or a bracket follows its label at once. */
const labelled = (label: string | undefined, text: string): string =>
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
