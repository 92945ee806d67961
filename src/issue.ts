/**
 * Issues: what is wrong with data, said once and where it stands. Wrong data gives a list of issues; a wrong call
 * throws. An issue is data: its words, which tell how to mend it, stand in the tables of languages, and `issueText`
 * says them.
 */

import { enIssues, enNamed, enRules, enStyle } from "./words/en.ts";
import { viIssues, viNamed, viRules, viStyle } from "./words/vi.ts";
import {
  assertWords,
  inLine,
  type Language,
  message,
  type Param,
  type Params,
  said,
  tableOf,
  type Words,
} from "./words/words.ts";

/** The stable codes of issues, kebab-case. */
export type IssueCode = keyof Words["issues"] & string;

/** Where in a value something stands: keys and list positions from the root. */
export type Path = readonly (string | number)[];

/** One thing that is wrong, or worth a second look, in a file, an assessment, an entry or a tally. */
export interface Issue {
  /** The stable code, kebab-case, made for programs. */
  readonly code: IssueCode;
  /** `error`: the data cannot be used as it is. `warning`: it can, and somebody should look. */
  readonly severity: "error" | "warning";
  /** Where it stands, as keys and list positions from the root of the value that was given. */
  readonly path: Path;
  /** The id of the item or line that it is about. */
  readonly item?: string;
  /** The number of that item or line, as the decision prints it. */
  readonly number?: string;
  /** The id of the unit that it is about. */
  readonly unit?: string;
  /** The id of the inspection visit in which it stands. */
  readonly visit?: string;
  /** The line in the text, from 1; only where a text was read. */
  readonly line?: number;
  /** The column in the text, from 1; only where a text was read. */
  readonly column?: number;
  /** The cell, as a spreadsheet names its row and column; only where a sheet was read. */
  readonly cell?: { readonly row: number; readonly column?: string };
  /**
   * What its words name: `found` is what stands there, `expected` what should, the others are told by the words of the
   * code. A number is a decimal as data writes it, a day is year-month-day, a list and a text of several languages are
   * what they are; long texts are cut to 120 characters.
   */
  readonly params: Params;
}

/** What the words of an issue need of a table of words. */
export type IssueWords = Pick<Words, "style" | "named" | "rules" | "issues">;

/** An item or line as issues name it, as far as it can be read. */
export interface NamedItem {
  readonly id?: string | undefined;
  readonly number?: string | undefined;
}

/** Whom and what an issue is about. */
export interface Subject {
  readonly item?: NamedItem | undefined;
  readonly unit?: string | undefined;
}

/** Makes one issue from its code, place and what its words name. */
export function issue(code: IssueCode, path: Path, params: Params = {}, subject: Subject = {}): Issue {
  return Object.freeze({
    code,
    severity: warnings.has(code) ? "warning" : "error",
    path: Object.freeze([...path]),
    ...itemKeys(subject.item),
    ...(subject.unit === undefined ? {} : { unit: subject.unit }),
    params: clippedParams(params),
  });
}

/** What an issue holds of its item. */
export const itemKeys = ({ id, number }: NamedItem = {}): Pick<Issue, "item" | "number"> => ({
  ...(id === undefined ? {} : { item: id }),
  ...(number === undefined ? {} : { number }),
});

/** The codes of what can be used as it is, and somebody should look at; all others are errors. */
const warnings: ReadonlySet<IssueCode> = /* @__PURE__ */ new Set<IssueCode>([
  "text-normalised",
  "plan-holidays-missing",
  "visit-notice-missing",
  "visit-notice-too-short",
  "visit-notice-given",
  "visit-proposal-missing",
  "visit-proposal-wrong",
  "visit-reason-missing",
  "visit-reason-unknown",
  "visit-conclusion-missing",
  "visit-conclusion-overdue",
  "visit-conclusion-late",
  "visit-conclusion-early",
  "visit-conclusion-issuer",
  "visit-parent-missing",
  "visit-parent-kind",
  "visit-kind-missing",
  "visit-kind-unknown",
  "visit-unit-alike",
  "visit-day-off",
  "visit-team-twice",
  "visit-unit-twice",
  "visit-document-after",
  "visit-team-elsewhere",
  "visit-self-plan-missing",
  "visit-reports-missing",
  "visit-feedback-missing",
  "visit-notice-after",
  "visit-notice-recipient-missing",
  "visit-dropped-with-result",
  "visit-finding-due-early",
  "plan-day-both",
  "plan-make-up-weekday",
  "plan-repeated",
  "register-parent-unknown",
  "coverage-unit-unknown",
  "coverage-number-differs",
  "coverage-beyond-number",
  "result-date-outside",
  "answer-on-exempt-item",
  "evidence-missing",
  "evidence-or-explanation-missing",
  "stated-points-differ",
  "full-claim-against-finding",
  "approved-after-submission",
  "evidence-after-submission",
  "not-submitted",
  "late-submission",
  "entry-before-submission",
  "finding-unaddressed",
  "item-without-role",
  "self-assessment-empty",
  "text-odd-space",
  "text-look-alike",
  "citation-of-other-item",
  "weights-not-whole",
  "threshold-as-share",
  "percent-as-share",
  "item-unanswered",
  "decision-behind-gate",
  "statistic-missing",
  "counts-missing",
  "relative-alone",
  "question-without-answers",
  "replaced-unit-unknown",
  "forms-below-least",
  "questionnaire-judges-nobody",
  "option-title-repeated",
  "choice-without-alternative",
  "parts-above-maximum",
  "threshold-without-effect",
  "floor-off-step",
  "step-not-dividing-maximum",
  "bands-end-above-hundred",
  "bands-out-of-order",
  "better-answer-lowers-points",
  "maximum-unreachable",
  "better-result-lowers-points",
  "empty-counted-full",
  "percent-straddles-threshold",
  "period-days-differ",
  "index-joins-totals",
  "table-parts-incomplete",
  "table-quota-passed",
  "decision-after-period",
  "summary-without-decision",
  "edition-after-period",
  "title-repeats-in-list",
  "number-not-under-parent",
  "number-out-of-sequence",
  "title-repeats",
  "level-unused",
  "weight-without-use",
  "scale-not-used",
  "scale-without-choice",
  "scale-below-hundred",
  "questions-not-shared",
  "late-cap-below-day",
  "tie-breaker-repeated",
  "deadline-before-period",
  "line-id-differs",
  "line-without-cap",
  "cap-above-sum-cap",
  "cap-not-reached",
  "condition-repeated",
  "condition-without-effect",
  "quota-without-effect",
  "source-not-used",
  "source-without-totals",
  "no-declared-totals",
  "no-examples",
  "grade-without-below",
  "consequence-without-use",
  "kind-not-used",
  "framework-title-differs",
  "cell-digits-rounded",
  "form-of-other-round",
  "cell-percent-as-share",
]);

/** Values as an issue keeps them: frozen throughout, without what is undefined, long texts cut. */
const clippedParams = (params: Params): Params =>
  Object.freeze(
    Object.fromEntries(
      Object.entries(params).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, clipped(value)]],
      ),
    ),
  );

function clipped(value: Param): Param {
  if (typeof value !== "object") return typeof value === "string" ? cut(value) : value;
  if ("code" in value) {
    const { code, params } = value;
    return Object.freeze(params === undefined ? { code } : { code, params: clippedParams(params) });
  }
  if (!("vi" in value))
    return Object.freeze(value.flatMap((one) => (one === undefined ? [] : [clipped(one)])));
  const texts = Object.entries(value).flatMap(([code, text]) =>
    text === undefined ? [] : [[code, cut(text)] as const],
  );
  return Object.freeze({ vi: cut(value.vi), ...Object.fromEntries(texts) });
}

const cut = (text: string): string => (text.length > 120 ? `${text.slice(0, 117)}…` : text);

/** A list that issues are added to while a value is checked. */
export interface Report {
  (code: IssueCode, path: Path, params?: Params, subject?: Subject): void;
  readonly issues: Issue[];
}

/** Makes an empty report. */
export function report(): Report {
  const issues: Issue[] = [];
  const add = (code: IssueCode, path: Path, params?: Params, subject?: Subject): void => {
    issues.push(issue(code, path, params, subject));
  };
  return Object.assign(add, { issues });
}

/** A report whose issues are all about one subject. */
export function reportOn(report: Report, subject: Subject): Report {
  const add = (code: IssueCode, path: Path, params?: Params): void => report(code, path, params, subject);
  return Object.assign(add, { issues: report.issues });
}

/** True where at least one issue is an error. */
export const hasErrors = (issues: readonly Issue[]): boolean =>
  issues.some(({ severity }) => severity === "error");

/** How many issues the message of an error lists. */
const listedIssues = 20;

/** The error that `readX` throws: its `issues` are the data, its message lists the first of them by code and place. */
export class InvalidError extends Error {
  /** Every issue that was found, warnings too, in the order of the file. */
  readonly issues: readonly Issue[];

  /** An error of another copy of this package, or of another realm, is one too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    if (typeof value !== "object" || value === null || !("name" in value && "issues" in value)) return false;
    const isError = Object.prototype.toString.call(value) === "[object Error]";
    return isError && value.name === "InvalidError" && Array.isArray(value.issues);
  }

  /** Makes the error for a kind of value and the issues found in it. */
  constructor(what: string, issues: readonly Issue[]) {
    const count = `${issues.length} ${issues.length === 1 ? "issue" : "issues"}`;
    const lines = issues.slice(0, listedIssues).map((it) => `  ${placeText(it)}${foundText(it)}`);
    const rest = issues.length > listedIssues ? [`  … ${issues.length - listedIssues} more`] : [];
    super(
      [`${what}: ${count}; issueText(error.issues, "en") says how to mend them`, ...lines, ...rest].join(
        "\n",
      ),
    );
    this.name = "InvalidError";
    this.issues = issues;
  }
}

/** What was found, as far as it is a text or a number, without words of any language. */
function foundText({ params: { found } }: Issue): string {
  return typeof found === "string" || typeof found === "number" ? ` (${inLine(String(found))})` : "";
}

const shippedIssueWords: Readonly<Record<Language, IssueWords>> = {
  vi: { style: viStyle, named: viNamed, rules: viRules, issues: viIssues },
  en: { style: enStyle, named: enNamed, rules: enRules, issues: enIssues },
};

/**
 * Prints issues for a person, two lines each: what is wrong and how to mend it, then where.
 *
 * @param issues The issues, in any number; an empty list gives an empty text.
 * @param language `"vi"`, `"en"` or a table of words.
 *
 * @returns The text, without a line break at the end.
 *
 * @throws RangeError for a language that is not shipped.
 *
 * @example
 * ```ts
 * import { checkSelfAssessment, issueText } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("hoa-lam/department/2026");
 * const issues = checkSelfAssessment(set, { unit: "hoa-lam/so-b", submitted: "2026-12-32", answers: [] });
 * issueText(issues, "en").split("\n"); // => [ '× “2026-12-32” is not a real day written year-month-day (for example 2026-12-22). Write it again.', '  → not-a-date submitted' ]
 * ```
 */
export function issueText(issues: readonly Issue[], language: Language | IssueWords): string {
  return issueTextIn(issues, tableOf(language, shippedIssueWords, "issueText"));
}

/**
 * `issueText` with a table of words alone, so that a bundle holds no other language.
 *
 * @param issues The issues, in any number; an empty list gives an empty text.
 * @param words The table: `vi`, `en`, or one of your own.
 *
 * @returns The text, without a line break at the end.
 *
 * @example
 * ```ts
 * import { checkSelfAssessment, issueTextIn, vi } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("hoa-lam/department/2026");
 * const issues = checkSelfAssessment(set, { unit: "hoa-lam/so-b", submitted: "2026-12-32", answers: [] });
 * issueTextIn(issues, vi).split("\n"); // => [ '× “2026-12-32” không phải ngày có thật dạng năm-tháng-ngày (ví dụ 2026-12-22). Viết lại ngày.', '  → not-a-date submitted' ]
 * ```
 */
export function issueTextIn(issues: readonly Issue[], words: IssueWords): string {
  assertWords(words, "issueText");
  if (!Array.isArray(issues))
    throw new TypeError("issueText: the issues must be a list, as checkRound gives it");
  return issues
    .map((it) => `${it.severity === "error" ? "×" : "!"} ${issueSentenceIn(it, words)}\n  → ${placeText(it)}`)
    .join("\n");
}

/**
 * The words of one issue alone, for an app that shows them beside the field: what is wrong and how to mend it.
 *
 * @param issue The issue.
 * @param language `"vi"`, `"en"` or a table of words.
 *
 * @returns One or more sentences in one line.
 *
 * @throws RangeError for a language that is not shipped.
 *
 * @example
 * ```ts
 * import { checkSelfAssessment, issueSentence } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("hoa-lam/department/2026");
 * const [issue] = checkSelfAssessment(set, { unit: "hoa-lam/so-b", submitted: "2026-12-32", answers: [] });
 * issueSentence(issue, "en"); // => '“2026-12-32” is not a real day written year-month-day (for example 2026-12-22). Write it again.'
 * ```
 */
export function issueSentence(issue: Issue, language: Language | IssueWords): string {
  const words = tableOf(language, shippedIssueWords, "issueSentence");
  if (typeof issue !== "object" || issue === null || !("code" in issue))
    throw new TypeError("issueSentence: the issue must be one of those that checkRound gives");
  return issueSentenceIn(issue, words);
}

/** `issueSentence` with a table of words alone. */
export function issueSentenceIn(
  { code, item, number = item, unit, visit, cell, params }: Issue,
  words: IssueWords,
): string {
  const sentence = message(`issues.${code}`, { item: number, unit, ...params });
  if (cell !== undefined) return said(words, message("named.cell.at", cellPlaceIn(cell, sentence)));
  return said(words, visit === undefined ? sentence : message("named.visit", { visit, sentence }));
}

/** A cell as its name box has it, a row by its number. */
const cellPlaceIn = ({ row, column }: NonNullable<Issue["cell"]>, sentence: Param) => ({
  cell: column === undefined ? undefined : `${column}${row}`,
  row: column === undefined ? row : undefined,
  sentence,
});

/** Code and place of an issue, the same in every language. */
function placeText({ code, path, line, column }: Issue): string {
  const steps = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${inLine(step)}`)).join("");
  const place = line === undefined ? "" : `${line}:${column} `;
  return `${place}${code} ${steps.replace(/^\./, "") || "(root)"}`;
}

/** Issues in the order of the file: by the position of each step of their path in the value that was read. */
export function inFileOrder(root: unknown, issues: readonly Issue[]): readonly Issue[] {
  const places = new Map<object, ReadonlyMap<string, number>>();
  const keyed = issues.map((it, order) => ({ it, order, place: positions(root, it.path, places) }));
  keyed.sort((a, b) => {
    for (let i = 0; i < a.place.length && i < b.place.length; i++) {
      const difference = (a.place[i] as number) - (b.place[i] as number);
      if (difference !== 0) return difference;
    }
    return a.place.length - b.place.length || a.order - b.order;
  });
  return Object.freeze(keyed.map(({ it }) => it));
}

/**
 * The issues of a value that was read from another one, found in it as it was read: each path leads to where its part
 * stands there, or to the list in which it stood where it is left out. Parts of a list are known by what names them.
 */
export function issuesMoved(issues: readonly Issue[], from: unknown, to: unknown): readonly Issue[] {
  const places = new Map<unknown, ReadonlyMap<string, number>>();
  const moved = issues.map((found): Issue => {
    const path = movedPath(found.path, from, to, places);
    const isSame = path.length === found.path.length && path.every((step, at) => step === found.path[at]);
    return isSame ? found : Object.freeze({ ...found, path: Object.freeze(path) });
  });
  return inFileOrder(to, moved);
}

function movedPath(
  path: Path,
  from: unknown,
  to: unknown,
  places: Map<unknown, ReadonlyMap<string, number>>,
): Path {
  const moved: (string | number)[] = [];
  let [before, after] = [from, to];
  for (const step of path) {
    let at: string | number | undefined = step;
    const part = ownPart(before, step);
    if (typeof step === "number" && Array.isArray(after)) {
      const name = nameOfPart(part);
      // Most files are in the order in which they are read.
      if (nameOfPart(after[step]) !== name) at = placesIn(after, places).get(name);
      if (at === undefined) return moved;
    }
    moved.push(at);
    before = part;
    after = ownPart(after, at);
  }
  return moved;
}

function placesIn(
  list: readonly unknown[],
  places: Map<unknown, ReadonlyMap<string, number>>,
): ReadonlyMap<string, number> {
  const known = places.get(list) ?? new Map(list.map((part, at) => [nameOfPart(part), at]));
  places.set(list, known);
  return known;
}

/** What tells one part of a list from the others. */
const naming = ["id", "unit", "item", "stage", "kind", "date", "council", "group", "by"] as const;
const namingParts = [
  "questionnaire",
  "question",
  "option",
  "deadline",
  "number",
  "code",
  "decision",
] as const;

function nameOfPart(part: unknown): string {
  if (typeof part !== "object" || part === null) return String(part).trim();
  return [...naming, ...namingParts]
    .map((key) =>
      ownPart(key === "decision" ? ownPart(part, key) : part, key === "decision" ? "number" : key),
    )
    .map((value) => (typeof value === "string" ? value.trim() : ""))
    .join("\n");
}

/** What a value has of its own under a key; no getter is run. */
const ownPart = (value: unknown, key: string | number): unknown =>
  typeof value === "object" && value !== null
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;

/** A key that is missing has no position of its own: it comes after those that are there. No getter is run. */
function positions(root: unknown, path: Path, places: Map<object, ReadonlyMap<string, number>>): number[] {
  let value = root;
  return path.map((step) => {
    const holder = typeof value === "object" && value !== null ? value : undefined;
    const property = holder === undefined ? undefined : Object.getOwnPropertyDescriptor(holder, step);
    value = property?.value;
    if (typeof step === "number" || holder === undefined) return typeof step === "number" ? step : 0;
    const known = places.get(holder) ?? new Map(Object.keys(holder).map((key, at) => [key, at]));
    places.set(holder, known);
    return known.get(step) ?? known.size;
  });
}
