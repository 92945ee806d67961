/**
 * The reading of an input (round, self-assessment, ledger, tally, statistics) against a criteria set: a plain copy, a
 * report, and the few questions that every part asks. A part that the plain copy left out is not reported again as
 * missing, and every issue learns which unit and item it is about (design 3.14).
 */
import type { CriteriaSet, Facts } from "../criteria-set.ts";
import { type Issue, inFileOrder, type Path, type Report, report } from "../issue.ts";
import { inputLimits, plainCopy } from "../plain.ts";
import { type Leaf, type Plan, type PlanLine, planOf } from "../plan.ts";
import { readFacts } from "../rules/kinds.ts";
import { nearest, readShape } from "../shape.ts";

/** A part with the place where it was written. */
export interface Placed<T> {
  readonly value: T;
  readonly path: Path;
}

/** One reading. */
export interface Reading {
  readonly plan: Plan;
  /** The plain copy of what was given. */
  readonly root: unknown;
  readonly report: Report;
  /** True where the plain copy left something out at the place or below it. */
  readonly isDamaged: (path: Path) => boolean;
  /** True where so much was wrong with the plain data that the copy was broken off, or a whole list is lost. */
  readonly brokenOff: boolean;
  /** How many more names may be looked for near a misspelt one; keeps the time bounded. */
  readonly hints: { left: number };
}

/** The plain copy stops after so many errors. */
const plainErrorLimit = 1000;
/** Nearest names are looked for so many times; later ones are listed without. */
const hintLimit = 200;

/** Opens the reading of a value. Throws TypeError where the set was not made by `readCriteriaSet`. */
export function openReading(set: CriteriaSet, value: unknown, caller: string): Reading {
  const plan = planOf(set, caller);
  const add = report();
  const root = plainCopy(value, inputLimits, "normalise", add);
  const errors = add.issues.filter(({ severity }) => severity === "error");
  const damage = new Set<string>();
  for (const { code, path } of errors) {
    // A key that may not be there is left out, and nothing is missing without it.
    if (code === "key-not-allowed") continue;
    for (let length = path.length; length >= 0; length--) damage.add(keyOf(path.slice(0, length)));
  }
  return {
    plan,
    root,
    report: add,
    isDamaged: damage.size === 0 ? () => false : (path) => damage.has(keyOf(path)),
    brokenOff: errors.length >= plainErrorLimit || errors.some(({ code }) => code === "too-many-values"),
    hints: { left: hintLimit },
  };
}

const keyOf = (path: Path): string => path.join("\n");

/** All issues of a reading, in the order of the file, each with the unit and the item that it is about. */
export function closeReading(reading: Reading): readonly Issue[] {
  const { root, plan } = reading;
  return inFileOrder(
    root,
    reading.report.issues.map((it) => withSubject(it, root, plan)),
  );
}

function withSubject(it: Issue, root: unknown, plan: Plan): Issue {
  if (it.unit !== undefined && it.item !== undefined) return it;
  const { unit, item } = subjectAt(root, it.path);
  const known = item === undefined ? undefined : (plan.leafOf.get(item) ?? plan.lineOf.get(item));
  return Object.freeze({
    ...it,
    ...(it.unit === undefined && unit !== undefined ? { unit } : {}),
    ...(it.item === undefined && known !== undefined ? { item: numberOf(known) } : {}),
  });
}

/** The unit and item that the parts around a place name; the outermost wins, for a unit may name units that it replaces. */
function subjectAt(root: unknown, path: Path): { unit: string | undefined; item: string | undefined } {
  let value = root;
  let unit: string | undefined;
  let item: string | undefined;
  for (let depth = 0; isRecord(value) || Array.isArray(value); depth++) {
    if (isRecord(value)) {
      const name = depth === 2 && path[0] === "units" ? value["id"] : value["unit"];
      if (unit === undefined && typeof name === "string") unit = name;
      if (item === undefined && typeof value["item"] === "string") item = value["item"];
    }
    const step = path[depth];
    if (step === undefined) break;
    value = (value as Record<string | number, unknown>)[step];
  }
  return { unit, item };
}

/** Tells whether a value is an object with keys. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The text under a key, for parts whose shape is wrong; undefined where there is none. */
export function textAt(value: unknown, key: string): string | undefined {
  const text = isRecord(value) ? value[key] : undefined;
  return typeof text === "string" ? text : undefined;
}

/** The elements of a list with their places; nothing where it is no list. What the plain copy left out is passed over. */
export function elements(reading: Reading, list: unknown, path: Path): readonly Placed<unknown>[] {
  if (!Array.isArray(list)) return [];
  const result: Placed<unknown>[] = [];
  const lost = reading.isDamaged(path);
  for (let at = 0; at < list.length; at++) {
    const value: unknown = list[at];
    if (!(lost && (value === undefined || value === null))) result.push({ value, path: [...path, at] });
  }
  return result;
}

/** Reads the shape of one part; undefined after its issues were reported. */
export function readPart<T>(
  reading: Reading,
  schema: Parameters<typeof readShape<T>>[0],
  { value, path }: Placed<unknown>,
): T | undefined {
  return undamaged(reading, path, (to) => readShape(schema, value, path, to));
}

/** Reads the facts of an answer, entry, statistic or target by the rule of its leaf or line. */
export function readPartFacts(
  reading: Reading,
  target: Leaf | PlanLine,
  { value, path }: Placed<unknown>,
): Facts | undefined {
  const at = { leaf: target.context, path, item: numberOf(target) };
  return undamaged(reading, path, (report) => readFacts(target.rule, value, { ...at, report }));
}

/** The number that the decision prints for a leaf or line. */
export const numberOf = (target: Leaf | PlanLine): string =>
  "line" in target ? target.line.number : target.number;

/** Drops what is only said because the plain copy left something out, which has its own issue. */
export function undamaged<T>(reading: Reading, path: Path, read: (to: Report) => T): T {
  if (!reading.isDamaged(path)) return read(reading.report);
  const own = report();
  const result = read(own);
  for (const it of own.issues) if (!reading.isDamaged(it.path)) reading.report.issues.push(it);
  return result;
}

/** What is meant by an unknown name: the nearest known one, or the first few. */
export function hint(reading: Reading, name: string, known: readonly string[]): string {
  if (known.length === 0) return "–";
  reading.hints.left -= 1;
  const near = reading.hints.left < 0 ? undefined : nearest(name, known);
  return near ?? `${known.slice(0, 8).join(", ")}${known.length > 8 ? " …" : ""}`;
}

/** True where the report has an error from its position `since` on. */
export function hasErrorSince(reading: Reading, since: number): boolean {
  const { issues } = reading.report;
  for (let at = since; at < issues.length; at++) if (issues[at]?.severity === "error") return true;
  return false;
}

/** The leaf or line that an item names, or undefined after it was reported that there is none. */
export function targetOf(
  reading: Reading,
  id: string,
  path: Path,
  unit?: string,
): Leaf | PlanLine | undefined {
  const { plan } = reading;
  const found = plan.leafOf.get(id) ?? plan.lineOf.get(id);
  if (found !== undefined) return found;
  const node = plan.nodeOf.get(id);
  if (node !== undefined) {
    const below = plan.leaves.slice(node.first, node.end).map((leaf) => leaf.number);
    const expected = `${below.slice(0, 8).join(", ")}${below.length > 8 ? " …" : ""}`;
    reading.report("item-not-a-leaf", path, { found: id, expected }, { item: node.number, unit });
    return undefined;
  }
  const known = [...plan.leafOf.keys(), ...plan.lineOf.keys()];
  reading.report("unknown-item", path, { found: id, expected: hint(reading, id, known) }, { unit });
  return undefined;
}

/** The leaf that an item names, or undefined after it was reported that there is none; lines are no leaves. */
export function leafAt(reading: Reading, id: string, path: Path, unit: string): Leaf | undefined {
  const target = targetOf(reading, id, path, unit);
  if (target === undefined || !("line" in target)) return target;
  const known = [...reading.plan.leafOf.keys()];
  reading.report("unknown-item", path, { found: id, expected: hint(reading, id, known) }, { unit });
  return undefined;
}

/** Reports every value that stands a second time in a list of names. */
export function checkListedOnce(reading: Reading, names: readonly string[], path: Path, unit?: string): void {
  if (names.length < 2) return;
  const seen = new Set<string>();
  names.forEach((name, at) => {
    if (seen.has(name)) reading.report("listed-twice", [...path, at], { found: name }, { unit });
    seen.add(name);
  });
}
