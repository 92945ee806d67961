/**
 * Criteria files as text: strict JSON, every issue with line and column. Duplicate keys, trailing text, a byte order mark
 * and comments are refused, numbers are judged as they are written, depth is counted before anything is built. A syntax
 * error ends the pass.
 */
import { type ParseErrorCode, printParseErrorCode, visit } from "jsonc-parser";
import type { CriteriaSet } from "../criteria-set.ts";
import { type Issue, report as newReport, type Path, type Report } from "../issue.ts";
import { decimalOfNumber, isDecimal } from "../number.ts";
import { depthLimit } from "../plain.ts";
import { type Judgement, judgeCriteria, settleCriteria } from "./check.ts";

/**
 * Reads the text of a criteria file.
 *
 * @param text The whole text of the file.
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
export function parseCriteriaSet(text: string): CriteriaSet {
  return settleCriteria(judgeText(text, "parseCriteriaSet"));
}

/**
 * Checks the text of a criteria file.
 *
 * @param text The whole text of the file.
 *
 * @returns All issues with line and column, errors and warnings, in the order of the file.
 *
 * @example
 * ```ts
 * import { checkCriteriaText } from "par-index/check";
 * checkCriteriaText('{ "format": 1, }')[0]?.column; // => 16
 * ```
 */
export function checkCriteriaText(text: string): readonly Issue[] {
  return judgeText(text, "checkCriteriaText").issues;
}

function judgeText(text: string, functionName: string): Judgement {
  if (typeof text !== "string") throw new TypeError(`${functionName}: the text is not a string`);
  const read = readJsonText(text);
  if (read.value === undefined) return { file: undefined, issues: read.issues };
  const { file, issues } = judgeCriteria(read.value, read.issues);
  const placed = issues
    .map(read.place)
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  return { file, issues: Object.freeze(placed) };
}

/** A text that was read. */
export interface JsonText {
  /** The value; undefined where the text is not JSON. Keys given twice and numbers that cannot be held are left out. */
  readonly value: unknown;
  /** What is wrong with the text itself. */
  readonly issues: readonly Issue[];
  /** Gives an issue its line and column. */
  readonly place: (issue: Issue) => Issue;
}

/** Where a value stands in the text, and its key. */
interface Position {
  readonly key: number | undefined;
  readonly value: number;
}

type Holder = Record<string, unknown> | unknown[];

/** Longest text that is read, in characters: far more than any criteria set, plan or round of a country. */
const textLimit = 100_000_000;

/** Issues that are about a key rather than its value. */
const aboutKeys = new Set<string>(["unknown-key", "misspelt-key", "duplicate-key", "key-not-allowed"]);

/** Reads a text. */
export function readJsonText(source: string): JsonText {
  const report = newReport();
  const text = source.startsWith("\uFEFF") ? source.slice(1) : source;
  const lineOf = lines(text);
  if (text !== source) report("byte-order-mark", []);
  const placed = (issue: Issue, offset: number): Issue => Object.freeze({ ...issue, ...lineOf(offset) });
  const stop = (offset: number): JsonText => {
    const issues = report.issues.map((it) => placed(it, it.code === "byte-order-mark" ? 0 : offset));
    return { value: undefined, issues: Object.freeze(issues), place: (it) => it };
  };

  if (text.length > textLimit) {
    report("text-too-long", [], { found: text.length, expected: textLimit });
    return stop(0);
  }
  const deep = tooDeep(text);
  if (deep !== undefined) {
    report("nested-too-deep", [], { expected: depthLimit });
    return stop(deep);
  }
  const wrong = syntaxError(text, report);
  if (wrong !== undefined) return stop(wrong);

  const positions = new Map<string, Position>([["", { key: undefined, value: text.search(/\S/) }]]);
  const twice = new Map<string, number>();
  const value = build(text, positions, twice, lineOf, report);
  const place = (it: Issue): Issue => {
    if (it.line !== undefined) return it;
    const key = keyOf(it.path);
    const repeated = it.code === "duplicate-key" ? twice.get(key) : undefined;
    return placed(it, repeated ?? (it.code === "byte-order-mark" ? 0 : offsetOf(it, positions)));
  };
  return { value, issues: report.issues, place };
}

/** The position of an issue: its key or its value; of what is missing, the value that lacks it. */
function offsetOf(it: Issue, positions: ReadonlyMap<string, Position>): number {
  for (let length = it.path.length; length >= 0; length--) {
    const position = positions.get(keyOf(it.path.slice(0, length)));
    if (position === undefined) continue;
    return length === it.path.length && aboutKeys.has(it.code)
      ? (position.key ?? position.value)
      : position.value;
  }
  return 0;
}

const keyOf = (path: Path): string => path.map((step) => `${typeof step}:${step}`).join("\u0000");

/** Line and column of an offset, both from 1; columns count UTF-16 units, as editors do. */
function lines(text: string): (offset: number) => { readonly line: number; readonly column: number } {
  const starts = [0];
  for (const found of text.matchAll(/\r\n|\r|\n/g)) starts.push(found.index + found[0].length);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 };
  };
}

/** The offset of the first bracket beyond the depth limit; looked for before the parser, which recurses, sees the text. */
function tooDeep(text: string): number | undefined {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const it = text[at];
    if (inText) {
      if (it === "\\") at += 1;
      else if (it === '"' || it === "\n") inText = false;
    } else if (it === '"') inText = true;
    else if (it === "]" || it === "}") depth -= 1;
    else if (it === "[" || it === "{") {
      depth += 1;
      if (depth > depthLimit) return at;
    }
  }
  return undefined;
}

const strict = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false } as const;

/** What the parser expected, in both languages. */
const expectations: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  PropertyNameExpected: ["cần một tên khóa trong dấu ngoặc kép", "a key in double quotes is expected"],
  ValueExpected: ["cần một giá trị", "a value is expected"],
  ColonExpected: ["cần dấu hai chấm", "a colon is expected"],
  CommaExpected: ["cần dấu phẩy", "a comma is expected"],
  CloseBraceExpected: ["cần dấu } đóng", "a closing } is expected"],
  CloseBracketExpected: ["cần dấu ] đóng", "a closing ] is expected"],
  InvalidNumberFormat: ["số viết không đúng", "the number is malformed"],
  UnexpectedEndOfString: ["chuỗi chưa đóng dấu ngoặc kép", "the text lacks its closing quote"],
  UnexpectedEndOfNumber: ["số viết dở dang", "the number is unfinished"],
  InvalidUnicode: ["mã Unicode không hợp lệ", "the Unicode escape is invalid"],
  InvalidEscapeCharacter: ["ký tự sau dấu \\ không hợp lệ", "the character after \\ is invalid"],
  InvalidCharacter: ["ký tự điều khiển trong chuỗi", "there is a control character in the text"],
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
  const end = offset >= text.length;
  const found = end
    ? "∎"
    : (text.slice(offset, offset + (length || 1)).split(/[\r\n]/)[0] ?? "").slice(0, 40);
  const before = text.slice(0, offset).trimEnd();
  if (name === "InvalidCommentToken") report("comment-in-json", [], { found });
  else if (name === "EndOfFileExpected" || isWhole(before)) report("trailing-text", [], { found });
  else if (before.endsWith(",") && /^[\]}]/.test(text.slice(offset))) report("trailing-comma", [], { found });
  else {
    const [vi, en] = expectations[name] ?? ["ký hiệu không hiểu được", "this cannot be read"];
    report("syntax-error", [], { found, expected: en, expectedVi: vi });
  }
  return offset;
}

/** True where a text is JSON from beginning to end: what follows it is too much. */
function isWhole(text: string): boolean {
  let whole = true;
  visit(text, { onError: () => (whole = false) }, strict);
  return whole;
}

/** Builds the value of a text that is JSON, without recursion of its own. */
function build(
  text: string,
  positions: Map<string, Position>,
  twice: Map<string, number>,
  lineOf: ReturnType<typeof lines>,
  report: Report,
): unknown {
  const holders: Holder[] = [];
  const keys: (Map<string, number> | undefined)[] = [];
  let root: unknown;
  let key: { readonly name: string; readonly offset: number } | undefined;
  const broken = new Set<string>();
  const set = (value: unknown, pathOf: () => (string | number)[], offset: number): void => {
    const path = pathOf();
    const place = keyOf(path);
    if (!positions.has(place) || path.length === 0) positions.set(place, { key: key?.offset, value: offset });
    const holder = holders[holders.length - 1];
    if (holder === undefined) root = value;
    else if (Array.isArray(holder)) holder.push(value === undefined ? null : value);
    else if (key !== undefined && value !== undefined && !broken.has(place)) holder[key.name] = value;
    // A key given twice has no value that could be judged.
    if (broken.has(place) && !Array.isArray(holder) && key !== undefined) delete holder?.[key.name];
  };
  const open = (holder: Holder, offset: number, pathOf: () => (string | number)[]): void => {
    set(holder, pathOf, offset);
    holders.push(holder);
    keys.push(Array.isArray(holder) ? undefined : new Map());
  };
  const close = (): void => {
    holders.pop();
    keys.pop();
  };
  visit(
    text,
    {
      onObjectBegin: (offset, _length, _line, _column, path) => open(Object.create(null), offset, path),
      onObjectEnd: close,
      onArrayBegin: (offset, _length, _line, _column, path) => open([], offset, path),
      onArrayEnd: close,
      onObjectProperty: (name, offset, _length, _line, _column, pathOf) => {
        key = { name, offset };
        const known = keys[keys.length - 1];
        const first = known?.get(name);
        if (first === undefined) known?.set(name, offset);
        else {
          const path = [...pathOf(), name];
          broken.add(keyOf(path));
          twice.set(keyOf(path), offset);
          report("duplicate-key", path, { found: name, first: lineOf(first).line });
        }
      },
      onLiteralValue: (value, offset, length, _line, _column, pathOf) => {
        const written = text.slice(offset, offset + length);
        set(
          typeof value === "number" ? judgeNumber(written, value, pathOf(), report) : value,
          pathOf,
          offset,
        );
      },
    },
    strict,
  );
  return root;
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
