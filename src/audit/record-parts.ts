/**
 * The parts of a record and their digests. Each part that an auditor would name has a digest of its own, and the
 * record's digest is taken of these: so whatever was changed, the part in which it stands can be named.
 */
import { isRecord } from "../round/reading.ts";
import { canonicalText, digestOf, textDigest } from "./digest.ts";

const headKeys = ["format", "kind", "library", "set", "round", "unit", "group", "until", "texts"] as const;
/** What the inputs say of the round itself. */
export const roundKeys = ["format", "set", "edition", "title", "status"] as const;

/** The keys of a record's top, without `digests` and `digest`: those of the head together, every other for itself. */
const topKeys = {
  unit: ["declared", "inputs", "relative", "steps", "result", "place"],
  group: ["units", "ranking", "root"],
} as const;

/** The lists of the inputs, in the order in which the parts are compared. */
export const inputParts = [
  "units",
  "councils",
  "selfAssessments",
  "ledger",
  "acts",
  "tally",
  "surveyNotHeld",
  "statistics",
  "targets",
  "findings",
  "extensions",
] as const;
const stepParts = ["leaves", "nodes", "sources", "total", "low", "high"] as const;

/** One part of a record: its name, and what stands there. */
export interface Part {
  readonly name: string;
  readonly value: unknown;
}

const only = (
  record: Readonly<Record<string, unknown>>,
  keys: readonly string[],
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(keys.flatMap((key) => (record[key] === undefined ? [] : [[key, record[key]]])));

/** The parts of a plain record of a unit or a group, in the order in which they are computed; absent ones are left out. */
export function partsOf(record: Readonly<Record<string, unknown>>): readonly Part[] {
  const parts: Part[] = [{ name: "head", value: only(record, headKeys) }];
  const add = (name: string, value: unknown): void => {
    if (value !== undefined) parts.push({ name, value });
  };
  const rest = (name: string, value: unknown, known: readonly string[]): void => {
    if (!isRecord(value)) return add(name, value);
    for (const key of known) add(`${name}.${key}`, value[key]);
    for (const key of Object.keys(value).sort()) if (!known.includes(key)) add(`${name}.${key}`, value[key]);
  };
  const kind = record["kind"] === "group" ? "group" : "unit";
  for (const key of topKeys[kind]) {
    const value = record[key];
    if (key === "inputs" && isRecord(value)) {
      add("inputs.head", only(value, roundKeys));
      rest("inputs", without(value, roundKeys), inputParts);
    } else if (key === "steps") rest("steps", value, stepParts);
    // The root stands for the units' records, and says more of each than a digest of all of them.
    else if (key !== "units") add(key, value);
  }
  return parts;
}

const without = (
  record: Readonly<Record<string, unknown>>,
  keys: readonly string[],
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));

/** Keys at the top of a record that its kind does not have. */
export function strayKeys(record: Readonly<Record<string, unknown>>): readonly string[] {
  const kind = record["kind"] === "group" ? "group" : "unit";
  const known: readonly string[] = [...headKeys, ...topKeys[kind], "digests", "digest"];
  return Object.keys(record).filter((key) => !known.includes(key));
}

/** The digests of a record: of each part by its name, and of all of them. The texts of its parts are put into `written`. */
export function digestsOf(
  record: Readonly<Record<string, unknown>>,
  written: Map<unknown, string> = new Map(),
): {
  readonly digests: Readonly<Record<string, string>>;
  readonly digest: string;
} {
  const digests = Object.fromEntries(
    partsOf(record).map(({ name, value }) => {
      const text = canonicalText(value);
      if (typeof value === "object") written.set(value, text);
      return [name, textDigest(text)];
    }),
  );
  return { digests, digest: digestOf(digests) };
}
