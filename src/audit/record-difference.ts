/**
 * The first difference between a record and what should stand in it, by the name of the step: `leaf 1.1.2`, `node 1.1`,
 * `line bonus 9.1.1`, `total.index`, `result.grade`, `inputs.ledger 1.1.2 first reason`.
 */
import type { Path } from "../issue.ts";
import { isRecord } from "../round/reading.ts";
import { roundKeys } from "./record-parts.ts";

/** A step that comes out differently. */
export interface StepDifference {
  /**
   * The name of the step, or of the part of the record and the place in it: keys with points between them, and what
   * stands in a list by its name; in a group's record after the unit: `unit so-a: leaf 1.1.2`.
   */
  readonly step: string;
  /** What the record says, as text; `–` where it says nothing. */
  readonly found: string;
  /** What should stand there, as text; `–` for nothing. */
  readonly expected: string;
  /**
   * Where `expected` comes from, if not from the computation. `set`, `round`: from what was given, which may itself not
   * be what was sealed. `digest`: it is the digest of the part that stands there.
   */
  readonly from?: "set" | "round" | "digest" | undefined;
}

/** What stands for a value that is not there. */
export const nothing = "–";

/** A value in a few words: a text as it is, anything else as JSON, at most 120 characters. */
export function shortText(value: unknown): string {
  if (value === undefined) return nothing;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

/** Makes a difference. */
export const difference = (step: string, found: unknown, expected: unknown): StepDifference => ({
  step,
  found: shortText(found),
  expected: shortText(expected),
});

/** What should stand somewhere, where no single value is meant. */
export type Wanted =
  | "the record as JSON.parse gives it from this text"
  | "plain data"
  | "an object"
  | "a whole number"
  | "unit or group"
  | "a group of the set"
  | "full or digest"
  | "a stage or a day"
  | "a unit of the group in the round"
  | "inputs without error"
  | "a list of leaves with what the group gave"
  | "what a group can have given"
  | "records of units"
  | "a readable part"
  | "a proof of inclusion"
  | "position, size and a list of hashes"
  | "a path of the length for position and size";

/** Makes a difference from what is wanted. */
export const unfit = (step: string, found: unknown, wanted: Wanted): StepDifference =>
  difference(step, found, wanted);

/** Compares one part of a record with what should stand there, in the order of the latter; undefined where they are equal. */
export function partDifference(part: string, found: unknown, expected: unknown): StepDifference | undefined {
  const first = divergence(part, rolesLast(found), rolesLast(expected));
  if (first === undefined) return undefined;
  const { path } = first;
  const told = path.length === 2 && path[0]?.name === "ledger" ? entryName : (it: unknown) => it;
  return difference(stepName(part, path), told(first.found), told(first.expected));
}

/** The council of a record has the roles that its ledger names: an entry that is missing says more than its role. */
function rolesLast(value: unknown): unknown {
  if (!isRecord(value) || value["councils"] === undefined) return value;
  const { councils, ...rest } = value;
  return { ...rest, councils };
}

/** Who made an entry of the ledger, and when; an entry that does not say it stays as it is. */
const entryName = (it: unknown): unknown =>
  isRecord(it) && typeof it["by"] === "string" && typeof it["date"] === "string"
    ? `${it["by"]} ${it["date"]}`
    : it;

/** The name of a place in the inputs. */
export function inputStep(inputs: unknown, path: Path): string {
  let list = "inputs";
  let value = inputs;
  const steps = path.map((step): Step => {
    const isName = Array.isArray(value);
    value = isRecord(value) || Array.isArray(value) ? (value as Record<string, unknown>)[step] : undefined;
    const name = isName ? (nameIn(list, value) ?? `${Number(step) + 1}`) : String(step);
    list = name;
    return { name, isName };
  });
  return stepName("inputs", steps);
}

/** A step down into a value: a key, or the name of an element of a list. */
interface Step {
  readonly name: string;
  readonly isName: boolean;
}

/** Where two values differ first, and what stands there. */
interface Divergence {
  readonly path: readonly Step[];
  readonly found: unknown;
  readonly expected: unknown;
}

function divergence(key: string, found: unknown, expected: unknown): Divergence | undefined {
  if (found === expected) return undefined;
  const [own, due] = [branches(key, found), branches(key, expected)];
  const isName = Array.isArray(expected);
  if (own === undefined || due === undefined || isName !== Array.isArray(found))
    return { path: [], found, expected };
  const [ownByName, dueByName] = [new Map(own), new Map(due)];
  for (const name of new Set([...dueByName.keys(), ...ownByName.keys()])) {
    const inner = divergence(name, ownByName.get(name), dueByName.get(name));
    if (inner !== undefined) return { ...inner, path: [{ name, isName }, ...inner.path] };
  }
  // Nothing is missing and nothing too much: at most the order of a list is another.
  const at = isName ? own.findIndex(([name], position) => name !== due[position]?.[0]) : -1;
  return at < 0 ? undefined : { path: [], found: own[at]?.[0], expected: due[at]?.[0] };
}

/** What a value holds, by key or name; undefined where it holds nothing. Elements of one name are told apart by number. */
function branches(key: string, value: unknown): readonly (readonly [string, unknown])[] | undefined {
  if (isRecord(value)) return Object.entries(value);
  if (!Array.isArray(value)) return undefined;
  const times = new Map<string, number>();
  return value.map((it, at) => {
    const name = nameIn(key, it);
    if (name === undefined) return [`${at + 1}`, it];
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return [time === 1 ? name : `${name} ${time}`, it];
  });
}

type Naming = (it: Readonly<Record<string, unknown>>) => readonly unknown[];

const by =
  (...keys: readonly string[]): Naming =>
  (it) =>
    keys.map((key) => it[key]);

/** What names the elements of a list, by the key of the list, so that one too many does not shift the others. */
const namings: ReadonlyMap<string, Naming> = new Map<string, Naming>([
  // A unit has one self-assessment.
  ["selfAssessments", () => []],
  ["answers", by("item")],
  // The unit explains at the stage of the council's own entry.
  ["ledger", ({ item, stage, kind }) => [item, kind === "explain" ? kind : stage]],
  ["statistics", by("item")],
  ["targets", by("item")],
  ["findings", by("id")],
  ["extensions", by("deadline")],
  ["acts", by("stage")],
  ["units", by("id")],
  ["replaces", by("unit")],
  ["councils", by("id")],
  ["roles", by("id")],
  ["surveyNotHeld", by("group")],
  ["counts", by("questionnaire")],
  ["questions", by("question")],
  ["options", by("option")],
  ["invalid", by("code")],
  ["breaches", by("breach")],
  ["relative", by("item")],
  ["leaves", by("item")],
  ["nodes", by("item")],
  ["sources", by("source")],
  ["lines", by("kind", "id")],
  ["grades", by("id")],
  ["places", by("unit")],
  ["unranked", by("unit")],
]);

/** The name of an element of a list; undefined where it goes by its position. */
function nameIn(list: string, it: unknown): string | undefined {
  const words = isRecord(it) ? namings.get(list)?.(it) : undefined;
  return words?.every((word) => typeof word === "string") ? words.join(" ") : undefined;
}

const stepKinds: ReadonlyMap<string, string> = new Map([
  ["leaves", "leaf"],
  ["nodes", "node"],
  ["sources", "source"],
]);

function stepName(part: string, path: readonly Step[]): string {
  const [first = "", second, third] = path.map(({ name }) => name);
  if (part === "steps" && second !== undefined) {
    const kind = stepKinds.get(first);
    if (kind !== undefined) return `${kind} ${second}`;
    return second === "lines" && third !== undefined ? `line ${third}` : `${first}.${second}`;
  }
  if (part === "relative" && path.length > 0) return `relative ${first}`;
  if (part === "ranking" && first === "places" && second !== undefined) return `place of ${second}`;
  const ofHead = part === "inputs" && roundKeys.some((key) => key === first);
  const start = ofHead ? { name: "inputs.head", isName: true } : { name: part, isName: false };
  // A self-assessment goes without its name, and its answers are nearly all that it has.
  const told = path.filter(({ name }) => name !== "" && name !== "answers");
  return [start, ...told]
    .map(({ name, isName }, at, all) =>
      at === 0 ? name : `${isName || all[at - 1]?.isName ? " " : "."}${name}`,
    )
    .join("");
}
