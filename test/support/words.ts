// Words in tests: the table of none, and issues in both languages.
import { type Issue, issueSentence } from "../../src/issue.ts";
import { viWords as vi } from "../../src/words/vi.ts";
import type { Words } from "../../src/words/words.ts";
import { wordlessTable } from "./wordless.ts";

/** The table of no words: what it says is the code of each text, and its values. */
export const wordless: Words = wordlessTable(vi);

/** An issue in words of both languages. */
export const inBoth = (issue: Issue): { readonly vi: string; readonly en: string } => ({
  vi: issueSentence(issue, "vi"),
  en: issueSentence(issue, "en"),
});

/** An issue in Vietnamese; undefined where there is none. */
export const viOf = (issue: Issue | undefined): string | undefined => issue && inBoth(issue).vi;

/** An issue in English; undefined where there is none. */
export const enOf = (issue: Issue | undefined): string | undefined => issue && inBoth(issue).en;

/** A suggestion that suggests nothing: “(perhaps: –?)”. */
export const emptySuggestion: RegExp = /: ?–? *[?)]|[:;] –[.)]|: *\./;
