// Mutants of a criteria file: each is the file with one mistake that a person makes while copying an annex. This file
// has what they are made with; which mistakes there are stands in mutants-structure.ts, -values.ts and -free.ts.

/** A position in a JSON value. */
export type Steps = readonly (string | number)[];

/** A JSON object, read loosely: the files were checked before anything is mutated. */
export type Json = { readonly [key: string]: unknown };

/**
 * Who can know that the mutant is wrong: its `structure` shows it, another value of the file repeats it (`covered`), or
 * nothing in the file does (`free`).
 */
export type Share = "structure" | "covered" | "free";

/** A file with one mistake. */
export interface Mutant {
  readonly share: Share;
  /** What kind of mistake, in words. */
  readonly kind: string;
  /** Where it was made. */
  readonly at: Steps;
  /** What was done there. */
  readonly how: string;
  /** Makes the file; everything that is not on the way to the mistake is shared with the original. */
  readonly file: () => unknown;
}

/** Marks a value that is to be taken out. */
export const gone: unique symbol = Symbol("gone");

/** A copy of `root` with one part changed; a part that becomes `gone` is taken out of its object or list. */
export function edited(root: unknown, at: Steps, change: (part: unknown) => unknown): unknown {
  const [step, ...rest] = at;
  if (step === undefined) return change(root);
  if (Array.isArray(root)) {
    const part = edited(root[Number(step)], rest, change);
    return root.flatMap((it, i) => (i !== step ? [it] : part === gone ? [] : [part]));
  }
  const part = edited((root as Json)[step], rest, change);
  return Object.fromEntries(
    Object.entries(root as Json).flatMap(([key, it]) =>
      key !== step ? [[key, it]] : part === gone ? [] : [[key, part]],
    ),
  );
}

/** The part of a value at a position. */
export const partAt = (root: unknown, at: Steps): unknown =>
  at.reduce((it: unknown, step) => (it as Json | undefined)?.[step], root);

/** The entries of a list of objects, none where there is no list. */
export const entries = (list: unknown): readonly Json[] => (Array.isArray(list) ? list : []);

/** A row of the tree. */
export interface Row {
  readonly node: Json;
  readonly at: Steps;
  /** The list in which it stands. */
  readonly list: Steps;
  readonly position: number;
  readonly parent: Row | undefined;
  readonly depth: number;
}

/** All rows of the tree, in the order of the file. */
export function rowsOf(file: Json): readonly Row[] {
  const rows: Row[] = [];
  const walk = (list: unknown, path: Steps, parent: Row | undefined): void => {
    entries(list).forEach((node, position) => {
      const depth = parent === undefined ? 0 : parent.depth + 1;
      const row = { node, at: [...path, position], list: path, position, parent, depth };
      rows.push(row);
      walk(node["items"], [...row.at, "items"], row);
    });
  };
  walk(file["items"], ["items"], undefined);
  return rows;
}

/** True for a row that is scored itself. */
export const isLeaf = ({ node }: Row): boolean => node["items"] === undefined;

/** Every scalar of a value with its position. */
export function scalarsOf(value: unknown, at: Steps = []): readonly (readonly [Steps, unknown])[] {
  if (typeof value !== "object" || value === null) return [[at, value]];
  const steps: readonly (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return steps.flatMap((step) => scalarsOf((value as Json)[step], [...at, step]));
}

/** The usual slips of a decimal: digits exchanged, lost or doubled, the point moved, a neighbouring step of the scale. */
export function decimalSlips(text: string): readonly string[] {
  const point = text.indexOf(".");
  const digits = text.replace(".", "");
  const places = point < 0 ? 0 : text.length - point - 1;
  const moved = (by: number): string => shift(digits, places + by);
  const unit = 10 ** -places;
  const near = [unit, -unit, 0.25, -0.25, 0.5, -0.5, 5, -5, 10, -10].map((by) => plain(Number(text) + by));
  return different(text, [...digitSlips(text), moved(1), moved(-1), ...near]);
}

/** The usual slips of a count. */
export const countSlips = (count: number): readonly number[] =>
  different(String(count), [...digitSlips(String(count)), String(count + 1), String(count - 1)])
    .map(Number)
    .filter(Number.isSafeInteger);

/** Neighbouring digits exchanged, one digit lost, one doubled, one replaced by the key beside it. */
function digitSlips(text: string): readonly string[] {
  const slips: string[] = [];
  for (let i = 0; i < text.length; i++) {
    const [digit = "", next = ""] = [text[i], text[i + 1]];
    if (!/\d/.test(digit)) continue;
    if (/\d/.test(next)) slips.push(text.slice(0, i) + next + digit + text.slice(i + 2));
    if (next === ".") slips.push(text.slice(0, i) + text[i + 2] + next + digit + text.slice(i + 3));
    slips.push(text.slice(0, i) + text.slice(i + 1), text.slice(0, i) + digit + text.slice(i));
    slips.push(text.slice(0, i) + ((Number(digit) + 1) % 10) + text.slice(i + 1));
  }
  return slips;
}

function shift(digits: string, places: number): string {
  if (places <= 0) return digits + "0".repeat(-places);
  const padded = digits.padStart(places + 1, "0");
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`;
}

const plain = (value: number): string => String(Number(value.toFixed(6)));

/** Those that can be read as a decimal and mean another value; what cannot be read is caught anyway and proves nothing. */
function different(text: string, slips: readonly string[]): readonly string[] {
  const valid = slips.filter(
    (slip) => /^-?(0|[1-9]\d*)(\.\d+)?$/.test(slip) && Number(slip) !== Number(text),
  );
  return [...new Map(valid.map((slip) => [Number(slip), slip])).values()];
}

/** Two neighbouring letters exchanged, nearest the middle; a text of equal letters gets one more. */
export function misspelt(text: string): string {
  const middle = Math.floor(text.length / 2);
  const positions = [...Array(Math.max(0, text.length - 1)).keys()];
  positions.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  const at = positions.find(
    (i) => text[i] !== text[i + 1] && /[\p{L}\d]/u.test(`${text[i]}`) && /[\p{L}\d]/u.test(`${text[i + 1]}`),
  );
  if (at === undefined) return `${text}x`;
  return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
}

/** A reference that nothing bears: misspelt, and longer until it is unknown. */
export function misspeltReference(name: string, known: ReadonlySet<string>): string {
  let slip = misspelt(name);
  while (known.has(slip)) slip = `${slip}x`;
  return slip;
}
