/**
 * What the parts of the table of a criteria set share: the set with its words, and how rules and citations are printed.
 */
import type { Citation, CriteriaSet, Text } from "../criteria-set.ts";
import type { Voice } from "../explain/words/voice.ts";
import type { Language, LeafContext, Rule } from "../rule.ts";
import { ruleText } from "../rules.ts";
import type { TableWords } from "./table-words.ts";

/** What every part of the table is printed from. */
export interface Printing {
  readonly set: CriteriaSet;
  readonly voice: Voice;
  readonly words: TableWords;
  /** A title; where asked for, with the English one beneath. */
  readonly both: (text: Text) => string;
}

/** A rule in words, each of its clauses on a line of its own. */
export function ruleLines(rule: Rule, context: LeafContext, language: Language): readonly string[] {
  const [first = "", ...rest] = ruleText(rule, context, language).split("; ");
  const listed = rest.map((clause) => `– ${clause}`);
  const colon = rule.kind === "choice" || rule.kind === "checklist" ? first.indexOf(": ") : -1;
  return colon < 0
    ? [first, ...listed]
    : [first.slice(0, colon + 1), `– ${first.slice(colon + 2)}`, ...listed];
}

/** A citation: the number of the document, and the place in it. */
export function citationText(set: CriteriaSet, { decision, at }: Citation): string {
  const number = set.decisions.find(({ id }) => id === decision)?.number ?? decision;
  return `${number}, ${at}`;
}
