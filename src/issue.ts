/**
 * Issues: what is wrong with data, said once, where it stands, in words that tell how to mend it (design 3.14).
 * Data is judged and gives a list of issues; calls are thrown at. The words of each code are data, in
 * `issue-words.ts`; this file joins them with the facts of one case.
 */
import { type IssueCode, issueWords } from "./issue-words.ts";

export type { IssueCode };

/** Where in a value something stands: keys and list positions from the root. */
export type Path = readonly (string | number)[];

/** One thing that is wrong, or worth a second look, in a file, an assessment, an entry or a tally. */
export interface Issue {
  /** The stable code, kebab-case, made for programs. */
  readonly code: IssueCode;
  /** `error`: the data cannot be used as it is. `warning`: it can, and somebody should look. */
  readonly severity: "error" | "warning";
  /** Where it stands, as keys and list positions from the root of the value that was read. */
  readonly path: Path;
  /** The number of the item that it is about, as the decision prints it. */
  readonly item?: string;
  /** The id of the unit that it is about. */
  readonly unit?: string;
  /** The line in the text, from 1; only where a text was read. */
  readonly line?: number;
  /** The column in the text, from 1; only where a text was read. */
  readonly column?: number;
  /** What stands there, as text. */
  readonly found?: string;
  /** What was expected there, as text. */
  readonly expected?: string;
  /** What is wrong and how to mend it, in Vietnamese. */
  readonly vi: string;
  /** What is wrong and how to mend it, in English. */
  readonly en: string;
}

/** Facts that fill the words of an issue; `found` and `expected` are kept on the issue as well. */
export type IssueFacts = Readonly<Record<string, string | number>>;

/** Whom and what an issue is about. */
export interface Subject {
  readonly item?: string | undefined;
  readonly unit?: string | undefined;
}

/** Makes one issue from its code, place and facts. Facts written `{#name}` in the words are printed as numbers of the language. */
export function issue(code: IssueCode, path: Path, facts: IssueFacts = {}, subject: Subject = {}): Issue {
  const words: { severity: "error" | "warning"; vi: string; en: string } = issueWords[code];
  const about = { item: subject.item ?? "", unit: subject.unit ?? "", ...facts };
  return Object.freeze({
    code,
    severity: words.severity,
    path: Object.freeze([...path]),
    ...(subject.item === undefined ? {} : { item: subject.item }),
    ...(subject.unit === undefined ? {} : { unit: subject.unit }),
    ...(facts["found"] === undefined ? {} : { found: clipped(facts["found"]) }),
    ...(facts["expected"] === undefined ? {} : { expected: clipped(facts["expected"]) }),
    vi: fill(words.vi, about, viNumber),
    en: fill(words.en, about, enNumber),
  });
}

/** A list that issues are added to while a value is checked. */
export interface Report {
  (code: IssueCode, path: Path, facts?: IssueFacts, subject?: Subject): void;
  readonly issues: Issue[];
}

/** Makes an empty report. */
export function report(): Report {
  const issues: Issue[] = [];
  const add = (code: IssueCode, path: Path, facts?: IssueFacts, subject?: Subject): void => {
    issues.push(issue(code, path, facts, subject));
  };
  return Object.assign(add, { issues });
}

/** A report whose issues are all about one subject. */
export function reportOn(report: Report, subject: Subject): Report {
  const add = (code: IssueCode, path: Path, facts?: IssueFacts): void => report(code, path, facts, subject);
  return Object.assign(add, { issues: report.issues });
}

/** True where at least one issue is an error. */
export const hasErrors = (issues: readonly Issue[]): boolean =>
  issues.some(({ severity }) => severity === "error");

/** The error that `readX` throws: its message lists every issue, its `issues` are the data. */
export class InvalidError extends Error {
  /** Every issue that was found, warnings too, in the order of the file. */
  readonly issues: readonly Issue[];

  /** Makes the error for a kind of value and the issues found in it. */
  constructor(what: string, issues: readonly Issue[]) {
    super(
      `${what}: ${issues.length} ${issues.length === 1 ? "issue" : "issues"}\n${issueText(issues, "en")}`,
    );
    this.name = "InvalidError";
    this.issues = issues;
  }
}

/**
 * Prints issues for a person, two lines each: what is wrong and how to mend it, then where.
 *
 * @param issues The issues, in any number; an empty list gives an empty text.
 * @param language `"vi"` or `"en"`.
 *
 * @returns The text, without a line break at the end.
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
export function issueText(issues: readonly Issue[], language: "vi" | "en"): string {
  return issues
    .map((it) => `${it.severity === "error" ? "×" : "!"} ${it[language]}\n  → ${pathText(it)}`)
    .join("\n");
}

function pathText({ path: steps, line, column, code }: Issue): string {
  const path = steps.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
  const place = line === undefined ? "" : `${line}:${column} `;
  return `${place}${code} ${path.replace(/^\./, "") || "(root)"}`;
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

const clipped = (value: string | number): string => {
  const text = String(value);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
};

function fill(template: string, facts: IssueFacts, number: (text: string) => string): string {
  return template.replace(/\{(#?)(\w+)\}/g, (_, style: string, name: string) => {
    const text = clipped(facts[name] ?? "");
    return style === "#" ? number(text) : text;
  });
}

/** Vietnamese number style: a comma before the decimals, a point between groups of three. */
export function viNumber(text: string): string {
  return grouped(text, ".", ",");
}

/** English number style: a point before the decimals, a comma between groups of three. */
export function enNumber(text: string): string {
  return grouped(text, ",", ".");
}

function grouped(text: string, group: string, point: string): string {
  return text.replace(/\d+(?:\.\d+)?/g, (number) => {
    const [whole = "", decimals] = number.split(".");
    const grouping = whole.replace(/\B(?=(\d{3})+$)/g, group);
    return decimals === undefined ? grouping : `${grouping}${point}${decimals}`;
  });
}
