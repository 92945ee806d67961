/**
 * A voice: the words, numbers and days of one language, for everything that the library says in sentences. Numbers are
 * in the style of the language; nothing depends on the machine's language data.
 */
import type { Amount } from "../../amount.ts";
import { partsOf } from "../../calendar.ts";
import type { Facts, IsoDate, Text } from "../../criteria-set.ts";
import { shortest } from "../../number.ts";
import type { Language, Ruled, RuleStep } from "../../rule.ts";
import { factsText, ruleText, stepText, workingText } from "../../rule-words.ts";
import { numberText, percentText, wordsOf } from "../../rules/words.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";
import type { Phrase, phraseFacts, Wording } from "./wording.ts";

/** The words of each language. */
export const wordings: Readonly<Record<Language, Wording>> = { vi, en };

/** The facts that a phrase takes. */
type FactsOf<P extends Phrase> = Readonly<Record<(typeof phraseFacts)[P][number], string>>;

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
    say: (phrase, facts) =>
      wording.phrases[phrase].replace(
        /\{(\w+)(?::(\w+)\|(\w+))?\}/g,
        (_, name: string, one: string | undefined, many: string | undefined) => {
          const fact = (facts as Readonly<Record<string, string>>)[name] ?? "";
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
