/**
 * Shapes: the small zod schemas that files and inputs share (decimals, dates, ids, texts), the door through which zod's
 * complaints become issues of this library, and what a schema knows at a place, so that a complaint about an unknown key
 * can name the known ones. Knows just as much of zod's insides as that needs; zod appears in no public type.
 */

import * as z from "zod/mini";
import { type Acceptor, accepting, acceptorOf, notAccepted } from "./accept.ts";
import type { Decimal, IsoDate } from "./criteria-set.ts";
import type { IssueCode, Path, Report } from "./issue.ts";
import { decimalOfNumber, isDecimal, shortest } from "./number.ts";
import { issueLimit } from "./plain.ts";
import { type Message, message, type Params } from "./words/words.ts";

/** Builds schemas. Its call is marked pure, so that a bundler leaves out those that an app does not use. */
export const built = <T>(build: () => T): T => build();

/** What a custom refusal carries through zod: the code of an issue and its facts. */
interface Refusal {
  readonly code: IssueCode;
  readonly facts: Params;
}

/** A value as an issue shows it: as it is, or what kind of value it is. */
export const shown = (value: unknown): string | Message => {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return message("named.type.array");
  if (value === null) return message("named.type.null");
  return typeof value === "object" ? message("named.type.object") : String(value);
};

/** A schema that turns a raw value into T, or refuses it with an issue code. */
export function custom<T>(read: (value: unknown) => T | Refusal): z.ZodMiniType<T> {
  const explain = (value: unknown, context: z.core.ParsePayload): T => {
    const result = value === undefined ? { code: "missing-key", facts: {} } : read(value);
    if (!isRefusal(result)) return result as T;
    context.issues.push({ code: "custom", input: value, params: { refusal: result } });
    return z.NEVER;
  };
  const accept: Acceptor = (value) => {
    const result = value === undefined ? notAccepted : read(value);
    return isRefusal(result) ? notAccepted : result;
  };
  return z.pipe(z.any(), z.transform(accepting(explain, accept)));
}

const isRefusal = (value: unknown): value is Refusal =>
  typeof value === "object" && value !== null && "facts" in value && "code" in value;

/** A refusal: the code of the issue, what was found, and what was expected. */
export function refuse(code: IssueCode, found: unknown, expected?: string): Refusal {
  return {
    code,
    facts: expected === undefined ? { found: shown(found) } : { found: shown(found), expected },
  };
}

/** A decimal: a text as data writes it, or a JSON number of at most 15 significant digits; read as the shortest text. */
function readDecimal(value: unknown): Decimal | Refusal {
  const text = typeof value === "number" ? decimalOfNumber(value) : value;
  if (text === undefined) return refuse("number-not-exact", value);
  if (typeof text !== "string") return refuse("not-a-decimal", value);
  if (isDecimal(text)) return shortest(text);
  return /^-?\d+,\d+$/.test(text)
    ? refuse("decimal-comma", text, text.replace(",", "."))
    : refuse("not-a-decimal", text);
}

/** A printed figure keeps its digits: 85.70 was rounded to two places, 85.7 to one. */
function readPrinted(value: unknown): Decimal | Refusal {
  const read = readDecimal(value);
  return typeof read === "string" ? String(value) : read;
}

/** A percentage is a printed figure from 0. */
function readPercent(value: unknown): Decimal | Refusal {
  const read = readPrinted(value);
  return typeof read === "string" && shortest(read).startsWith("-")
    ? refuse("out-of-range", value, "≥ 0")
    : read;
}

function atLeast(bound: "above-zero" | "from-zero"): (value: unknown) => Decimal | Refusal {
  return (value) => {
    const read = readDecimal(value);
    if (typeof read !== "string") return read;
    if (read.startsWith("-")) return refuse("out-of-range", value, bound === "above-zero" ? "> 0" : "≥ 0");
    return bound === "above-zero" && read === "0" ? refuse("out-of-range", value, "> 0") : read;
  };
}

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Tells whether a value is a day of the calendar, as data writes it. */
export function isDay(text: unknown): text is IsoDate {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && leap ? 29 : daysOfMonths[month - 1];
  return year >= 1900 && days !== undefined && day >= 1 && day <= days;
}

/** The date of a year, month (1 to 12) and day that exist. */
export const isoDate = (year: number, month: number, day: number): IsoDate =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/** A day in a text, as data writes it or as it is spoken; it may be one that no calendar has. */
export function writtenDay(text: string): IsoDate | undefined {
  const ordered = /^(?<year>\d{4})[/.-](?<month>\d{1,2})[/.-](?<day>\d{1,2})$/;
  const spoken =
    /^(?:ngày )?(?<day>\d{1,2})(?:[/.-]|\s*tháng\s*)(?<month>\d{1,2})(?:[/.-]|\s*năm\s*)(?<year>\d{4})$/iu;
  const { year = "", month, day } = (ordered.exec(text) ?? spoken.exec(text))?.groups ?? {};
  return year === "" ? undefined : isoDate(Number(year), Number(month), Number(day));
}

/** The day that somebody wrote as it is spoken, such as 20/12/2026, as data writes it; undefined where it is none. */
function dayMeant(value: unknown): IsoDate | undefined {
  const day = typeof value === "string" ? writtenDay(value) : undefined;
  return isDay(day) ? day : undefined;
}

/** Tells whether a text can be an id: lower-case ASCII letters, digits and `. - _ /`, at most 100 characters. */
export const isId = (text: string): boolean => /^[a-z0-9][a-z0-9._/-]{0,99}$/.test(text);

/** The shared shapes. */
export const shape = /* @__PURE__ */ built(() => {
  // What the JSON Schema says of a decimal, which is a text or a number; readers judge the digits themselves.
  const signed = {
    type: ["string", "number"],
    pattern: String.raw`^-?(0|[1-9]\d*)(\.\d+)?$`,
    maxLength: 30,
  } as const;
  const unsigned = { ...signed, pattern: String.raw`^(0|[1-9]\d*)(\.\d+)?$` } as const;
  const decimal = noted(custom<Decimal>(readDecimal), signed);
  const positive = noted(custom<Decimal>(atLeast("above-zero")), { ...unsigned, exclusiveMinimum: 0 });
  const nonNegative = noted(custom<Decimal>(atLeast("from-zero")), { ...unsigned, minimum: 0 });
  const printed = noted(custom<Decimal>(readPrinted), signed);
  const percent = noted(custom<Decimal>(readPercent), { ...unsigned, minimum: 0 });
  const date = noted(
    custom<IsoDate>((value) => (isDay(value) ? value : refuse("not-a-date", value, dayMeant(value)))),
    { type: "string", format: "date" },
  );
  const id = noted(
    custom<string>((value) =>
      typeof value === "string" && isId(value) ? value : refuse("not-an-id", value),
    ),
    { type: "string", pattern: "^[a-z0-9][a-z0-9._/-]{0,99}$" },
  );
  const count = noted(
    custom<number>((value) =>
      Number.isSafeInteger(value) && (value as number) >= 0
        ? (value as number) + 0
        : refuse("not-a-count", value),
    ),
    { type: "integer", minimum: 0 },
  );
  const words = z.string().check(z.trim(), z.minLength(1));
  // An id that is looked up in a list of the set: it means itself, with its spaces, and the list tells what it may be.
  const exact = z.string().check(z.minLength(1));
  const text = noted(z.strictObject({ vi: words, en: z.optional(words) }), { id: "text" });
  return { decimal, positive, nonNegative, printed, percent, date, id, count, words, exact, text };
});

/** A schema with what its JSON Schema says besides: a copy, so that a shared schema may be described where it stands. */
export function noted<S extends z.ZodMiniType>(schema: S, note: Readonly<Record<string, unknown>>): S {
  const own = schema.clone();
  z.globalRegistry.add(own, note);
  return own;
}

/** Checks the shape of a value; gives the value as read, or undefined after reporting everything that is wrong with it. */
export function readShape<T>(
  schema: z.core.$ZodType<T>,
  value: unknown,
  path: Path,
  report: Report,
): T | undefined {
  const accepted = acceptorOf(schema)(value);
  if (accepted !== notAccepted) return accepted as T;
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  const reading = { schema, root: value, path, report };
  const found = withMisspellings(reading, result.error.issues);
  for (const complaint of found.slice(0, issueLimit)) translate(reading, complaint);
  if (found.length > issueLimit) report("too-many-issues", path, { expected: issueLimit });
  return undefined;
}

/** A value that is read by a schema, where it stands, and who hears of its issues. */
interface ShapeReading {
  readonly schema: z.core.$ZodType;
  readonly root: unknown;
  readonly path: Path;
  readonly report: Report;
}

type Complaint = z.core.$ZodIssue | Meant<"misspelt-key"> | Meant<"displaced-key">;

/** An unknown key, and the known one that it stands for. */
interface Meant<Code extends IssueCode> {
  readonly code: Code;
  readonly path: PropertyKey[];
  readonly found: string;
  readonly expected: string;
}

/**
 * An unknown key that is spelt nearly like a known one that is not there is one mistake, missing or not; and so is the one
 * unknown key of an object beside the one that is missing, where what it holds could stand under that one.
 */
function withMisspellings(
  { schema, root }: ShapeReading,
  issues: readonly z.core.$ZodIssue[],
): readonly Complaint[] {
  const meant = new Set<string>();
  const misspelt: Complaint[] = [];
  for (const issue of issues) {
    if (issue.code !== "unrecognized_keys") continue;
    const holder = valueAt(root, issue.path);
    const there = new Set(typeof holder === "object" && holder !== null ? Object.keys(holder) : []);
    const known = keysAt(schema, issue.path, root);
    const missing = missingBeside(issue.path, issues, root);
    const free = new Set((known ? Object.keys(known) : missing).filter((one) => !there.has(one)));
    const [lacked = "", ...others] = missing;
    const lackedShape = others.length > 0 || issue.keys.length > 1 ? undefined : known?.[lacked];
    for (const [at, key] of issue.keys.entries()) {
      // Rubbish with hundreds of unknown keys is not compared with what it may have meant.
      const near = at < 100 ? nearest(key, [...free]) : undefined;
      const stands =
        lackedShape !== undefined && acceptorOf(lackedShape)(partAt(holder, key)) !== notAccepted;
      const expected = near ?? (stands ? lacked : undefined);
      if (expected === undefined) {
        misspelt.push({ ...issue, keys: [key] });
      } else {
        free.delete(expected);
        meant.add(placeOf([...issue.path, expected]));
        const code = near === undefined ? "displaced-key" : "misspelt-key";
        misspelt.push({ code, path: [...issue.path, key], found: key, expected });
      }
    }
  }
  const rest = issues.filter(
    (issue) =>
      issue.code !== "unrecognized_keys" && !(isMissing(issue, root) && meant.has(placeOf(issue.path))),
  );
  return [...misspelt, ...rest];
}

/** The keys that are missing in one object, where only the complaints tell. */
const missingBeside = (
  path: readonly PropertyKey[],
  issues: readonly z.core.$ZodIssue[],
  root: unknown,
): string[] =>
  issues
    .filter((it) => isMissing(it, root) && placeOf(it.path.slice(0, -1)) === placeOf(path))
    .map((it) => String(it.path[it.path.length - 1]));

const placeOf = (path: readonly PropertyKey[]): string => path.map(String).join("\u0000");

const isMissing = ({ path }: z.core.$ZodIssue, root: unknown): boolean =>
  path.length > 0 && valueAt(root, path) === undefined;

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown => path.reduce(partAt, root);

/** What a value has of its own under a key or at a position. */
function partAt(value: unknown, key: PropertyKey): unknown {
  return typeof value === "object" && value !== null
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;
}

/** The types that zod names, and that have words. */
const typeNames = ["string", "number", "int", "boolean", "array", "object"] as const;

/** Makes an issue of a complaint. */
function translate(reading: ShapeReading, complaint: Complaint): void {
  const { schema, root, report } = reading;
  const path = [
    ...reading.path,
    ...complaint.path.map((step) => (typeof step === "number" ? step : String(step))),
  ];
  const value = valueAt(root, complaint.path);
  const found = shown(value);
  if (complaint.code === "misspelt-key" || complaint.code === "displaced-key")
    return report(complaint.code, path, { found: complaint.found, expected: complaint.expected });
  if (complaint.code === "unrecognized_keys") {
    const key = complaint.keys[0] ?? "";
    const expected = (knownKeys(schema, complaint.path, root) ?? []).join(", ") || undefined;
    return report("unknown-key", [...path, key], { found: key, expected });
  }
  if (value === undefined && complaint.path.length > 0) {
    const expected = String(path[path.length - 1]);
    // What nothing to do gives is the one key of which its name does not say what to write.
    return expected === "empty" ? report("missing-empty", path) : report("missing-key", path, { expected });
  }
  switch (complaint.code) {
    case "custom": {
      const refusal: unknown = complaint.params?.["refusal"];
      return isRefusal(refusal)
        ? report(refusal.code, path, refusal.facts)
        : report("wrong-value", path, { found, expected: complaint.message });
    }
    case "invalid_type": {
      const named = typeNames.find((name) => name === complaint.expected);
      const expected = named === undefined ? complaint.expected : message(`named.type.${named}`);
      const isText = typeof value === "string" && knownKeys(schema, complaint.path, root)?.[0] === "vi";
      return report(isText ? "text-without-language" : "wrong-type", path, { found, expected });
    }
    case "invalid_value":
      return report("wrong-value", path, { found, expected: complaint.values.map(String).join(", ") });
    case "too_small":
      if (complaint.origin === "string") return report("empty-text", path, { found });
      if (complaint.origin === "array") return report("empty-list", path, {});
      return report("out-of-range", path, { found, expected: `≥ ${complaint.minimum}` });
    case "too_big":
      return report("out-of-range", path, { found, expected: `≤ ${complaint.maximum}` });
    case "invalid_union":
      return translateUnion(reading, complaint, { value, path });
    default:
      return report("wrong-value", path, { found, expected: complaint.message });
  }
}

/** A union tells by its discriminant what was meant, or by the alternative that fits best. */
function translateUnion(
  reading: ShapeReading,
  complaint: z.core.$ZodIssueInvalidUnion,
  { value, path }: { readonly value: unknown; readonly path: Path },
): void {
  const { discriminator: key } = complaint;
  if (key !== undefined) {
    const kind = typeof value === "object" && value !== null ? partAt(value, key) : value;
    if (kind === undefined) return reading.report("missing-key", [...path, key], { expected: key });
    const options: unknown = partAt(complaint, "options");
    const expected = Array.isArray(options) ? options.map(String).join(", ") : "";
    const place = path[path.length - 1] === key ? path : [...path, key];
    return reading.report("wrong-value", place, { found: shown(kind), expected });
  }
  const best = [...complaint.errors].sort((a, b) => a.length - b.length)[0] ?? [];
  const inner = best.map((one): z.core.$ZodIssue => ({ ...one, path: [...complaint.path, ...one.path] }));
  for (const one of withMisspellings(reading, inner)) translate(reading, one);
}

/** The definition of a schema, as far as it leads to other schemas. */
interface Definition {
  /** Of optional, default and nullable: the schema inside. */
  readonly innerType?: z.core.$ZodType;
  /** Of a list: the schema of its elements. */
  readonly element?: z.core.$ZodType;
  /** Of an object: the schemas of its keys. */
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  /** Of a schema that refers to itself. */
  readonly getter?: () => z.core.$ZodType;
  /** Of a union: the key that tells which alternative is meant. */
  readonly discriminator?: string;
  /** Of a union: its alternatives. */
  readonly options?: readonly z.core.$ZodType[];
}

/** The definition of a schema. */
export function definitionOf(schema: z.core.$ZodType): Definition {
  const definition: object = schema._zod.def;
  return definition;
}

/** The keys of the object to which a path leads; undefined where it leads to no object. */
export function knownKeys(
  schema: z.core.$ZodType,
  path: readonly PropertyKey[],
  root: unknown,
): readonly string[] | undefined {
  const known = keysAt(schema, path, root);
  return known && Object.keys(known);
}

/** The keys of the object to which a path leads, each with its schema. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[], root: unknown): Definition["shape"] {
  let definition = meantBy(schema, root);
  let value = root;
  for (const step of path) {
    value = partAt(value, step);
    const next = typeof step === "number" ? definition?.element : definition?.shape?.[String(step)];
    if (next === undefined) return undefined;
    definition = meantBy(next, value);
  }
  return definition?.shape;
}

/** What is meant behind optional, lazy and union schemas, for this value. */
function meantBy(schema: z.core.$ZodType | undefined, value: unknown): Definition | undefined {
  if (schema === undefined) return undefined;
  const definition = definitionOf(schema);
  if (definition.getter !== undefined) return meantBy(definition.getter(), value);
  if (definition.innerType !== undefined) return meantBy(definition.innerType, value);
  const { discriminator, options } = definition;
  if (options === undefined || discriminator === undefined) return definition;
  const kind = partAt(value, discriminator);
  return meantBy(
    options.find((option) => [...(option._zod.propValues?.[discriminator] ?? [])].some((it) => it === kind)),
    value,
  );
}

/** The name nearest to a misspelt one: at most a third of its letters differ. Undefined where none is near. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, (name.length / 3) | 0) + 1;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** A name as ids are written: small letters without marks, words joined. */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/đ/g, "d")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

/** How many letters must be changed, added, removed or exchanged with their neighbour. */
function editDistance(a: string, b: string): number {
  if (a.length > 60 || b.length > 60) return 60;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const exchange = exchanged ? (before[j - 2] as number) + 1 : change;
      next.push(Math.min(change, exchange, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length] as number;
}
