/**
 * Criteria files as text: strict JSON, every issue with line and column. Duplicate keys, trailing text, a byte order mark
 * and comments are refused, numbers are judged as they are written, depth is counted before anything is built. A syntax
 * error ends the pass.
 */

import { type ParseErrorCode, printParseErrorCode, visit } from "jsonc-parser";
import type { CriteriaSet } from "../criteria-set.ts";
import { type Issue, type IssueCode, report as newReport, type Path, type Report } from "../issue.ts";
import { decimalOfNumber, isDecimal } from "../number.ts";
import { depthLimit, isRecord } from "../plain.ts";
import { type Message, message } from "../words/words.ts";
import { type Judgement, judgeCriteria, settleCriteria } from "./check.ts";

/**
 * Reads the text of a criteria file.
 *
 * @param text The whole text of the file, or its bytes: a file that is not UTF-8 is named as what it is.
 *
 * @returns The set, as `readCriteriaSet` gives it.
 *
 * @throws InvalidError with every issue, each with its line and column, if any of them is an error.
 *
 * @example
 * ```ts
 * import { parseCriteriaSet } from "par-index/check";
 * import { criteriaSet } from "par-index/criteria";
 * parseCriteriaSet(JSON.stringify(criteriaSet("hoa-lam/department/2026"))).edition; // => 1
 * ```
 */
export function parseCriteriaSet(text: string | Uint8Array): CriteriaSet {
  return settleCriteria(judgeText(text, "parseCriteriaSet"));
}

/**
 * Checks the text of a criteria file.
 *
 * @param text The whole text of the file, or its bytes.
 *
 * @returns All issues with line and column, errors and warnings, in the order of the file.
 *
 * @example
 * ```ts
 * import { checkCriteriaText } from "par-index/check";
 * checkCriteriaText('{ "format": 1, }')[0]?.column; // => 16
 * ```
 */
export function checkCriteriaText(text: string | Uint8Array): readonly Issue[] {
  return judgeText(text, "checkCriteriaText").issues;
}

function judgeText(text: string | Uint8Array, functionName: string): Judgement {
  if (typeof text !== "string" && !(text instanceof Uint8Array))
    throw new TypeError(`${functionName}: give the text of the file, or its bytes`);
  const read = readJsonText(typeof text === "string" ? text : decoded(text));
  if (read.value === undefined) return { file: undefined, issues: read.issues };
  if (isRecord(read.value) && "set" in read.value && "units" in read.value) {
    const report = newReport();
    report("round-not-criteria", []);
    return { file: undefined, issues: Object.freeze([...read.issues, ...report.issues.map(read.place)]) };
  }
  const { file, issues } = judgeCriteria(read.value, read.issues);
  const placed = issues
    .map(read.place)
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  return { file, issues: Object.freeze(placed) };
}

/** The text of bytes. What is not UTF-8 becomes U+FFFD, which no file may hold; a byte order mark stays, and is told. */
const decoded = (bytes: Uint8Array): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

/** A text that was read. */
interface JsonText {
  /** The value; undefined where the text is not JSON. Keys given twice and numbers that cannot be held are left out. */
  readonly value: unknown;
  /** What is wrong with the text itself. */
  readonly issues: readonly Issue[];
  /** Gives an issue its line and column. */
  readonly place: (issue: Issue) => Issue;
}

/** Where a value stands in the text, and its key. */
interface Offsets {
  readonly key: number | undefined;
  readonly value: number;
}

/** Line and column, both from 1; columns count UTF-16 units, as editors do. */
type LineAndColumn = Required<Pick<Issue, "line" | "column">>;

/** Longest text that is read, in characters: far more than any criteria set, plan or round of a country. */
const textLimit = 100_000_000;

/** Issues that are about a key rather than its value. */
const aboutKeys: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "unknown-key",
  "misspelt-key",
  "displaced-key",
  "duplicate-key",
  "key-not-allowed",
]);

/** Reads a text. */
export function readJsonText(source: string): JsonText {
  const report = newReport();
  const text = source.startsWith("\uFEFF") ? source.slice(1) : source;
  const placeOf = placeFinder(text);
  if (text !== source) report("byte-order-mark", []);
  const placed = (found: Issue, offset: number): Issue =>
    Object.freeze({ ...found, ...placeOf(found.code === "byte-order-mark" ? 0 : offset) });
  const end = unreadableFrom(text, report);
  if (end !== undefined) {
    const issues = report.issues.map((found) => placed(found, end));
    return { value: undefined, issues: Object.freeze(issues), place: (it) => it };
  }
  const { value, offsets, repeated } = build(text, placeOf, report);
  const place = (found: Issue): Issue => {
    if (found.line !== undefined) return found;
    const again = found.code === "duplicate-key" ? repeated.get(pathKey(found.path)) : undefined;
    return placed(found, again ?? offsetOf(found, offsets));
  };
  return { value, issues: report.issues, place };
}

/** The position of an issue: its key or its value; of what is missing, the value that lacks it. */
function offsetOf({ code, path }: Issue, offsets: ReadonlyMap<string, Offsets>): number {
  for (let length = path.length; length >= 0; length--) {
    const known = offsets.get(pathKey(path.slice(0, length)));
    if (known === undefined) continue;
    return length === path.length && aboutKeys.has(code) ? (known.key ?? known.value) : known.value;
  }
  return 0;
}

const pathKey = (path: Path): string => path.map((step) => `${typeof step}:${step}`).join("\u0000");

/** Finds the place of an offset. */
function placeFinder(text: string): (offset: number) => LineAndColumn {
  const starts = [0];
  for (const found of text.matchAll(/\r\n|\r|\n/g)) starts.push(found.index + found[0].length);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** Reports what makes a text unreadable as a whole, and gives the offset where that shows. */
function unreadableFrom(text: string, report: Report): number | undefined {
  if (text.length > textLimit) {
    report("text-too-long", [], { found: text.length, expected: textLimit });
    return 0;
  }
  const kind = otherKind(text);
  if (kind !== undefined) {
    report(kind, []);
    return kind === "file-with-broken-letters" ? text.indexOf(broken) : 0;
  }
  const deep = tooDeep(text);
  if (deep === undefined) return syntaxError(text, report);
  report("nested-too-deep", [], { expected: depthLimit });
  return deep;
}

/** What stands where bytes are not UTF-8. */
const broken = "\uFFFD";

/** What a file is that holds no text in UTF-8, told by its beginning and by what its bytes became. */
function otherKind(text: string): IssueCode | undefined {
  const start = text.slice(0, 4);
  if (start === "PK\u0003\u0004") return "file-is-archive";
  const isWide = start.startsWith(broken + broken) ? start.slice(2).includes("\0") : /^.?\0/s.test(start);
  if (isWide) return "file-in-wide-letters";
  return text.includes(broken) ? "file-with-broken-letters" : undefined;
}

/** The offset of the first bracket beyond the depth limit; looked for before the parser, which recurses, sees the text. */
function tooDeep(text: string): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (quoted) {
      if (letter === "\\") at += 1;
      else if (letter === '"' || letter === "\n") quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === "]" || letter === "}") depth -= 1;
    else if (letter === "[" || letter === "{") {
      depth += 1;
      if (depth > depthLimit) return at;
    }
  }
  return undefined;
}

const strict = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false } as const;

/** What the parser expected. */
const expectations: Readonly<Record<string, Message>> = {
  PropertyNameExpected: message("named.syntax.key"),
  ValueExpected: message("named.syntax.value"),
  ColonExpected: message("named.syntax.colon"),
  CommaExpected: message("named.syntax.comma"),
  CloseBraceExpected: message("named.syntax.brace"),
  CloseBracketExpected: message("named.syntax.bracket"),
  InvalidNumberFormat: message("named.syntax.number"),
  UnexpectedEndOfString: message("named.syntax.quote"),
  UnexpectedEndOfNumber: message("named.syntax.number-end"),
  InvalidUnicode: message("named.syntax.unicode"),
  InvalidEscapeCharacter: message("named.syntax.escape"),
  InvalidCharacter: message("named.syntax.control"),
};

/** Reports the first syntax error and gives its offset. */
function syntaxError(text: string, report: Report): number | undefined {
  if (!/[^ \t\r\n]/.test(text)) {
    report("empty-file", []);
    return 0;
  }
  let first: { readonly code: ParseErrorCode; readonly offset: number; readonly length: number } | undefined;
  visit(text, { onError: (code, offset, length) => (first ??= { code, offset, length }) }, strict);
  if (first === undefined) return undefined;
  const { code, offset, length } = first;
  const name = printParseErrorCode(code);
  const line = text.slice(offset, offset + (length || 1)).split(/[\r\n]/)[0] ?? "";
  const found = offset >= text.length ? "∎" : line.slice(0, 40);
  const before = text.slice(0, offset).trimEnd();
  const missing = offset + length >= text.length ? missingAtEnd(text) : "";
  const number = commaNumber(text, offset);
  if (name === "InvalidCommentToken") report("comment-in-json", [], { found });
  else if (/^["\u201C-\u201F\u00AB\u00BB]/.test(line) && curlyQuote.test(line))
    report("curly-quotes", [], { found: curlyQuote.exec(line)?.[0] ?? "" });
  else if (number !== undefined)
    report("comma-in-number", [], { found: number, expected: number.replace(",", ".") });
  else if (before.endsWith('"') && /^\p{L}/u.test(line)) report("quotes-in-text", [], { found });
  else if (missing !== "") report("file-cut-off", [], { expected: missing });
  else if (name === "EndOfFileExpected" || isJson(before)) report("trailing-text", [], { found });
  else if (before.endsWith(",") && /^[\]}]/.test(text.slice(offset))) report("trailing-comma", [], { found });
  else {
    report("syntax-error", [], { found, expected: expectations[name] ?? message("named.syntax.unclear") });
  }
  return offset;
}

const curlyQuote = /[\u201C-\u201F\u00AB\u00BB]/;

/** The number with a comma within which an offset lies: JSON ends the number there, and misses a key. */
function commaNumber(text: string, offset: number): string | undefined {
  const whole = /-?\d+,$/.exec(text.slice(Math.max(0, offset - 32), offset))?.[0];
  const decimals = /^\d+/.exec(text.slice(offset, offset + 32))?.[0];
  return whole === undefined || decimals === undefined ? undefined : whole + decimals;
}

/** The closing brackets that a text lacks at its end; none where it has too many, or others. */
function missingAtEnd(text: string): string {
  const open: string[] = [];
  for (const [token] of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[[\]{}]/g)) {
    if (token === "{") open.push("}");
    else if (token === "[") open.push("]");
    else if ((token === "}" || token === "]") && open.pop() !== token) return "";
  }
  return open.reverse().join("");
}

/** True where a text is JSON from beginning to end: what follows it is too much. */
function isJson(text: string): boolean {
  let whole = true;
  visit(text, { onError: () => (whole = false) }, strict);
  return whole;
}

/** What was built of a text that is JSON. */
interface Built {
  readonly value: unknown;
  /** Where each value stands, by its path. */
  readonly offsets: ReadonlyMap<string, Offsets>;
  /** Where a key is repeated that was given before, by its path. */
  readonly repeated: ReadonlyMap<string, number>;
}

/** Builds the value of a text that is JSON, without recursion of its own. */
function build(text: string, placeOf: (offset: number) => LineAndColumn, report: Report): Built {
  const offsets = new Map<string, Offsets>();
  const repeated = new Map<string, number>();
  const holders: (Record<string, unknown> | unknown[])[] = [];
  const keys: Map<string, number>[] = [];
  let root: unknown;
  let key: { readonly name: string; readonly offset: number } | undefined;
  const put = (value: unknown, offset: number, path: Path): void => {
    const place = pathKey(path);
    if (!offsets.has(place)) offsets.set(place, { key: key?.offset, value: offset });
    const holder = holders.at(-1);
    if (holder === undefined) root = value;
    else if (Array.isArray(holder)) holder.push(value ?? null);
    // A key given twice has no value that could be judged.
    else if (key !== undefined && repeated.has(place)) delete holder[key.name];
    else if (key !== undefined && value !== undefined) holder[key.name] = value;
  };
  const open = (holder: Record<string, unknown> | unknown[], offset: number, path: Path): void => {
    put(holder, offset, path);
    holders.push(holder);
    keys.push(new Map());
  };
  const close = (): void => {
    holders.pop();
    keys.pop();
  };
  visit(
    text,
    {
      onObjectBegin: (offset, ...[, , , pathOf]) => open(Object.create(null), offset, pathOf()),
      onObjectEnd: close,
      onArrayBegin: (offset, ...[, , , pathOf]) => open([], offset, pathOf()),
      onArrayEnd: close,
      onObjectProperty: (name, offset, ...[, , , pathOf]) => {
        key = { name, offset };
        const known = keys.at(-1);
        const first = known?.get(name);
        if (first === undefined) known?.set(name, offset);
        else {
          const path = [...pathOf(), name];
          repeated.set(pathKey(path), offset);
          report("duplicate-key", path, { found: name, first: placeOf(first).line });
        }
      },
      onLiteralValue: (value, offset, length, ...[, , pathOf]) => {
        const path = pathOf();
        const written = text.slice(offset, offset + length);
        put(typeof value === "number" ? judgeNumber(written, value, path, report) : value, offset, path);
      },
    },
    strict,
  );
  return { value: root, offsets, repeated };
}

/** A number as it is written: kept as a number where that prints the same, else as its text; refused where it cannot be held. */
function judgeNumber(
  written: string,
  value: number,
  path: Path,
  report: Report,
): number | string | undefined {
  if (String(value) === written && decimalOfNumber(value) !== undefined) return value;
  if (/[eE]/.test(written)) {
    report("number-with-exponent", path, { found: written });
    return undefined;
  }
  const digits = written.replace(/^-?0?\.?0*|\./g, "").length;
  if (isDecimal(written) && digits <= 15) return written;
  report("number-not-exact", path, { found: written });
  return undefined;
}
