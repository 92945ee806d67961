/**
 * Issues as a compiler prints them: file, line and column, code, words, then the line with a caret beneath the place. An
 * editor that knows such lines jumps to them.
 */
import { type Issue, type IssueWords, issueSentenceIn } from "../issue.ts";
import { assertGiven, assertList, assertOptions } from "../plain.ts";
import type { Language } from "../rule.ts";
import { readJsonText } from "../set/text.ts";
import { enIssues, enListing, enNamed, enRules, enStyle } from "../words/en.ts";
import { viIssues, viListing, viNamed, viRules, viStyle } from "../words/vi.ts";
import { message, say, tableOf, type Words } from "../words/words.ts";

/** What a listing needs of a table of words. */
export type ListingWords = IssueWords & Pick<Words, "listing">;

const shippedListingWords: Readonly<Record<Language, ListingWords>> = {
  vi: { style: viStyle, named: viNamed, rules: viRules, issues: viIssues, listing: viListing },
  en: { style: enStyle, named: enNamed, rules: enRules, issues: enIssues, listing: enListing },
};

/** What the issues are about. */
export interface ListingOptions {
  /** The name of the file, as it is shown. */
  readonly file: string;
  /** The text of the file; issues without a line get theirs from it. */
  readonly text: string;
  /** Lists errors only; warnings are counted in the sum. */
  readonly errorsOnly?: boolean | undefined;
}

/** The longest piece of a source line that is shown, in characters. */
const excerptWidth = 90;

/**
 * Lists issues of a file, each with its line of the text, and a sum at the end.
 *
 * @param issues The issues, in any number.
 * @param language `"vi"` or `"en"`, or the words of another language.
 * @param options The file and its text.
 *
 * @returns The text, without a line break at its end; of no issues one line that says so.
 *
 * @throws RangeError if the language is not shipped.
 *
 * @example
 * ```ts
 * import { checkCriteriaText, issueListing } from "par-index/check";
 * const text = '{ "format": 1, }';
 * const listing = issueListing(checkCriteriaText(text), "en", { file: "a.json", text });
 * listing.split("\n").slice(1); // => [ '1 | { "format": 1, }', '  |                ^', 'a.json: 1 error' ]
 * ```
 */
export function issueListing(
  issues: readonly Issue[],
  language: Language | ListingWords,
  options: ListingOptions,
): string {
  assertOptions(options, ["file", "text", "errorsOnly"], "issueListing");
  assertList(issues, "issueListing: the issues must be a list");
  assertGiven(
    options,
    ["file", "text"],
    "issueListing: the options must have the name of the file and its text",
  );
  const { file, text, errorsOnly = false } = options;
  const words = tableOf(language, shippedListingWords, "issueListing");
  const shown = errorsOnly ? issues.filter(({ severity }) => severity === "error") : issues;
  const place = shown.some(({ line }) => line === undefined) ? readJsonText(text).place : (it: Issue) => it;
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  const listed = shown.map(place).flatMap((found) => {
    const { line = 1, column = 1, severity, code } = found;
    const what = `${say(words, `listing.${severity}`)} ${code}`;
    const head = `${file}:${line}:${column}: ${what}: ${issueSentenceIn(found, words)}`;
    return [head, ...excerpt(lines[line - 1] ?? "", line, column)];
  });
  const sums = (["error", "warning"] as const).flatMap((severity) => {
    const count = issues.filter((it) => it.severity === severity).length;
    return count === 0 ? [] : [message(`listing.${severity}s`, { count })];
  });
  const sum =
    sums.length === 0 ? say(words, "listing.none", { file }) : say(words, "listing.sums", { file, sums });
  return [...listed, sum].join("\n");
}

/** The line, clipped around the column, and the caret. */
function excerpt(source: string, line: number, column: number): readonly string[] {
  const gutter = `${line} | `;
  const start = column > excerptWidth - 10 ? column - 30 : 0;
  const shown = source.slice(start, start + excerptWidth).replace(/\t/g, " ");
  const caret = column - 1 - start;
  return [`${gutter}${shown}`, `${" ".repeat(gutter.length - 2)}| ${" ".repeat(caret < 0 ? 0 : caret)}^`];
}
