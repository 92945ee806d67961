/**
 * The words of explanations as comparisons, rows and printed sets still ask for them, until each of them has a section
 * of the tables of its own.
 */

import type { IsoDate, Text } from "../../criteria-set.ts";
import { type Amount, briefPoints, magnitude, shownAmount, signedAmount, visible } from "../../score.ts";
import { en } from "../../words/en.ts";
import { vi } from "../../words/vi.ts";
import { dayIn, type Language, numberIn, percentIn, tableOf, textIn, type Words } from "../../words/words.ts";

export { joined } from "../../words/words.ts";

/** The terms of one list, by what follows its name. */
type TermsOf<L extends string> = {
  readonly [K in keyof Words["terms"] as K extends `${L}.${infer Own}` ? Own : never]: string;
};

/** The words of explanations by their lists. */
interface Lists {
  readonly reasons: TermsOf<"reason">;
  readonly consequences: TermsOf<"consequence">;
  readonly stages: TermsOf<"stage">;
  readonly unranked: TermsOf<"unranked">;
  readonly combine: TermsOf<"combine">;
  readonly phrases: Words["explanation"];
}

/** One language, ready to speak. */
export interface Voice {
  readonly language: Language;
  readonly wording: Lists;
  /** A phrase, filled with what is written in the style of the language already. */
  readonly say: (phrase: keyof Words["explanation"], facts: Readonly<Record<string, string>>) => string;
  /** The words of a text. */
  readonly words: (text: Text) => string;
  /** A number, decimal or fraction in the style of the language. */
  readonly number: (text: string) => string;
  /** An amount as it is printed, without zeros at its end. */
  readonly amount: (amount: Amount) => string;
  /** A percentage with just the digits given. */
  readonly percent: (text: string) => string;
  /** A day. */
  readonly day: (date: IsoDate) => string;
}

/** The voice of a language. Throws RangeError for one that has no words. */
export function voiceOf(language: Language, caller: string): Voice {
  const words = tableOf(language, { vi, en }, caller);
  const terms = <L extends string>(list: L): TermsOf<L> =>
    Object.fromEntries(
      Object.entries(words.terms).flatMap(([key, text]) =>
        key.startsWith(`${list}.`) ? [[key.slice(list.length + 1), text]] : [],
      ),
    ) as TermsOf<L>;
  return {
    language,
    wording: {
      reasons: terms("reason"),
      consequences: terms("consequence"),
      stages: terms("stage"),
      unranked: terms("unranked"),
      combine: terms("combine"),
      phrases: words.explanation,
    },
    // What is filled in is written already: the marks of numbers and days have nothing left to do.
    say: (phrase, facts) =>
      words.explanation[phrase].replace(/\{[#%@;]?(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, name, one, other) =>
        one === undefined ? (facts[name] ?? "") : facts[name] === "1" ? one : other,
      ),
    words: (text) => textIn(words, text),
    number: (text) => numberIn(words, text),
    amount: (it) => numberIn(words, shownAmount(it)),
    percent: (text) => percentIn(words, text),
    day: (date) => dayIn(words, date),
  };
}

/** Points: exact where they have at most four decimals, else rounded. */
export const briefText = (voice: Voice, points: Amount): string => voice.number(briefPoints(points));

/** A part of a difference, with its sign. */
export const changeText = (voice: Voice, change: Amount): string =>
  voice.number(signedAmount(visible(change)));

/** The size of a difference, without its sign. */
export const sizeText = (voice: Voice, change: Amount): string => voice.amount(magnitude(visible(change)));

/** What stands in brackets after a sentence, where there is something. */
export const bracketed = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : `(${text})`;
