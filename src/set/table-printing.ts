/**
 * What the parts of the table of a criteria set share: the set with its words, and how rules and citations are printed.
 */
import type { Citation, CriteriaSet, Text } from "../criteria-set.ts";
import type { Voice } from "../explain/words/voice.ts";
import type { Language, Ruled } from "../rule.ts";
import { ruleText } from "../rule-words.ts";
import { type TableWords, tableWords } from "./table-words.ts";

/** What every part of the table is printed from. */
export interface Printing {
  readonly set: CriteriaSet;
  /** The sets in which what an id stands for is looked up, in this order. */
  readonly names: readonly CriteriaSet[];
  readonly voice: Voice;
  readonly words: TableWords;
  /** A title; where asked for, with the English one beneath. */
  readonly both: (text: Text) => string;
}

/** How a set is printed, beside its language. */
export interface PrintingOptions {
  /** Puts English titles beneath Vietnamese ones. */
  readonly english?: boolean | undefined;
  /** A set whose names prevail for what both know: of two sets that are compared a new name is told once. */
  readonly namesOf?: CriteriaSet | undefined;
}

/** A set with the words of a language. */
export const printingOf = (
  set: CriteriaSet,
  voice: Voice,
  { english, namesOf }: PrintingOptions = {},
): Printing => ({
  set,
  names: namesOf === undefined ? [set] : [namesOf, set],
  voice,
  words: tableWords[voice.language],
  both: ({ vi, en }) =>
    english === true && voice.language === "vi" && en !== undefined
      ? `${vi}\n${en}`
      : voice.words({ vi, en }),
});

/** The title of what an id stands for, in one of the lists of a set; the id itself where no set knows it. */
export function titleOf(
  { names, voice }: Printing,
  listOf: (set: CriteriaSet) => readonly { readonly id: string; readonly title: Text }[] | undefined,
  id: string,
): string {
  const found = names.flatMap((set) => listOf(set) ?? []).find((it) => it.id === id);
  return found === undefined ? id : voice.words(found.title);
}

/** A rule in words, each of its clauses on a line of its own. */
export function ruleLines(of: Ruled, language: Language): readonly string[] {
  const [first = "", ...rest] = ruleText(of, language).split("; ");
  const listed = rest.map((clause) => `– ${clause}`);
  const { kind } = of.rule;
  const colon = kind === "choice" || kind === "checklist" ? first.indexOf(": ") : -1;
  return colon < 0
    ? [first, ...listed]
    : [first.slice(0, colon + 1), `– ${first.slice(colon + 2)}`, ...listed];
}

/** A citation: the number of the document, and the place in it. */
export function citationText({ names }: Pick<Printing, "names">, { decision, at }: Citation): string {
  const number =
    names.flatMap(({ decisions }) => decisions).find(({ id }) => id === decision)?.number ?? decision;
  return `${number}, ${at}`;
}
