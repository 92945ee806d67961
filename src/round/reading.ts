/**
 * The reading of an input (round, self-assessment, ledger, tally, statistics) against a criteria set: a plain copy, a
 * report, and the few questions that every part asks. A part that the plain copy left out is not reported again as
 * missing, and every issue learns from its place which unit and item it is about.
 */
import type { CriteriaSet, Facts } from "../criteria-set.ts";
import {
  type Issue,
  type IssueCode,
  inFileOrder,
  issue,
  type NamedItem,
  type Path,
  type Report,
  report,
  type Subject,
} from "../issue.ts";
import { type AppKeys, inputLimits, isRecord, memo, plainCopy, withAppKeys } from "../plain.ts";
import { type Leaf, type Plan, type PlanLine, planOf } from "../plan.ts";
import type { At } from "../rule.ts";
import { labelAt } from "../rules/facts.ts";
import { factsForm, readFacts } from "../rules/kinds.ts";
import { nearest, plainName, readShape } from "../shape.ts";
import type { Message } from "../words/words.ts";

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
  /** Who hears of issues; the unit and the item that the parts around a place name need not be said. */
  readonly report: Report;
  /** The keys of an app's own, which the copy has not. */
  readonly aside: AppKeys;
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
const hintLimit = 100;

/** Opens the reading of a value. Throws TypeError where the set was not made by `readCriteriaSet`. */
export function openReading(set: CriteriaSet, value: unknown, caller: string): Reading {
  const plan = planOf(set, caller);
  const plain = report();
  const aside: AppKeys = new Map();
  const root = plainCopy(value, { ...inputLimits, aside }, "normalise", plain);
  const errors = plain.issues.filter(({ severity }) => severity === "error");
  const damage = new Set<string>();
  for (const { code, path } of errors) {
    // A key that may not be there is left out, and nothing is missing without it.
    if (code === "key-not-allowed") continue;
    for (let length = path.length; length >= 0; length--) damage.add(keyOf(path.slice(0, length)));
  }
  const about = reportWithin(root, plan);
  for (const { code, path, params } of plain.issues) {
    const what = code === "number-not-finite" ? labelOfFigure(root, path, plan) : undefined;
    about(code, path, what === undefined ? params : { ...params, what });
  }
  return {
    plan,
    root,
    aside,
    report: about,
    isDamaged: damage.size === 0 ? () => false : (path) => damage.has(keyOf(path)),
    brokenOff: errors.length >= plainErrorLimit || errors.some(({ code }) => code === "too-many-values"),
    hints: { left: hintLimit },
  };
}

/**
 * The same reading of parts that were put into another whole; `back` tells where a part of that whole was read, undefined
 * where it was not.
 */
export const readingWithin = (
  reading: Reading,
  root: unknown,
  back: (path: Path) => Path | undefined,
): Reading => ({
  ...reading,
  root,
  report: reportWithin(root, reading.plan),
  isDamaged: (path) => {
    const place = back(path);
    return place !== undefined && reading.isDamaged(place);
  },
});

const keyOf = (path: Path): string => path.join("\n");

/** All issues of a reading, in the order of the file. */
export const closeReading = ({ root, report: { issues } }: Reading): readonly Issue[] =>
  inFileOrder(root, issues);

/** A report that names the unit and the item of an issue by its place, where nobody names others. */
function reportWithin(root: unknown, plan: Plan): Report {
  const issues: Issue[] = [];
  let hints = hintLimit;
  const add: (...of: Parameters<Report>) => void = (code, path, facts, subject = {}) => {
    const { unit, item } = subjectAt(root, path, plan);
    const about = { unit: subject.unit ?? unit, item: subject.item ?? item };
    const meant = code === "not-an-id" && hints-- > 0 ? idMeant(root, plan, path) : undefined;
    if (meant === undefined) issues.push(issue(code, path, facts, about));
    else issues.push(issue("name-in-place-of-id", path, { ...facts, expected: meant }, about));
  };
  return Object.assign(add, { issues });
}

/** An id of something with its names. */
type NamedId = readonly [id: string, ...names: readonly string[]];

/** Where a name was written in place of an id: the id of what has that name, or one that is like it. */
function idMeant(root: unknown, plan: Plan, path: Path): string | undefined {
  let name = root;
  for (const step of path) name = ownAt(name, step);
  if (typeof name !== "string") return undefined;
  const step = path.at(-1);
  const known = knownNames(root, plan, typeof step === "number" ? path.at(-2) : step);
  const plain = plainName(name);
  const names = new Map(known.flatMap(([id, ...own]) => [id, ...own].map((it) => [plainName(it), id])));
  const joined = plain.replaceAll("-", "");
  const like = [...names.keys()];
  const found =
    names.get(plain) ??
    names.get(like.find((it) => it.replaceAll("-", "") === joined) ?? "") ??
    names.get(like.find((it) => plain.length > 2 && it.startsWith(`${plain}-`)) ?? "") ??
    names.get(nearest(plain, like) ?? "");
  return found;
}

/** What a key names by its id, as far as the value says it. */
function knownNames(root: unknown, plan: Plan, key: string | number | undefined): readonly NamedId[] {
  const councils = listUnder(root, "councils");
  switch (key) {
    case "unit":
    case "units":
      return listUnder(root, "units").flatMap((it) => namedId(it, "name"));
    case "council":
      return councils.flatMap((it) => namedId(it, "title"));
    case "by":
    case "absent":
      return councils.flatMap((of) => listUnder(of, "roles").flatMap((it) => namedId(it, "title")));
    case "item":
    case "items":
      return [...plan.leafOf, ...plan.nodeOf].map(([id, { item }]): NamedId => [id, item.title.vi]);
    default:
      return [];
  }
}

const ownAt = (value: unknown, step: string | number): unknown =>
  Object.getOwnPropertyDescriptor(Object(value), step)?.value;

function listUnder(value: unknown, key: string): readonly unknown[] {
  const list = valueUnder(value, key);
  return Array.isArray(list) ? list : [];
}

function namedId(value: unknown, key: "name" | "title"): readonly NamedId[] {
  const id = textAt(value, "id");
  const name = textAt(valueUnder(value, key), "vi");
  return id === undefined || name === undefined ? [] : [[id, name]];
}

/** The unit and the item that the parts around a place name; the outermost wins, for a unit may name units that it replaces. */
function subjectAt(root: unknown, path: Path, plan: Plan): Subject {
  let value = root;
  let unit: string | undefined;
  let item: string | undefined;
  for (let depth = 0; typeof value === "object" && value !== null; depth++) {
    unit ??= textAt(value, depth === 2 && path[0] === "units" ? "id" : "unit");
    item ??= textAt(value, "item");
    const step = path[depth];
    if (step === undefined) break;
    value = Object.getOwnPropertyDescriptor(value, step)?.value;
  }
  const target = item === undefined ? undefined : (plan.leafOf.get(item) ?? plan.lineOf.get(item));
  return {
    ...(unit === undefined ? {} : { unit }),
    ...(target === undefined ? {} : { item: named(target) }),
  };
}

/** What a form asks for at a place of facts, where a number was given that is none. */
function labelOfFigure(root: unknown, path: Path, plan: Plan): Message | undefined {
  const at = path.indexOf("facts") + 1;
  const id = subjectAt(root, path, plan).item?.id ?? "";
  const rule = plan.leafOf.get(id)?.rule ?? plan.lineOf.get(id)?.line.rule;
  const form = at === 0 || rule === undefined ? undefined : factsForm(rule);
  let facts = root;
  for (const step of path.slice(0, at)) facts = ownAt(facts, step);
  return form && labelAt(form, facts, path.slice(at));
}

/** The value under a key, for parts whose shape is wrong; undefined where there is none. */
export const valueUnder = (value: unknown, key: string): unknown =>
  isRecord(value) ? value[key] : undefined;

/** The text under a key, for parts whose shape is wrong; undefined where there is none. */
export function textAt(value: unknown, key: string): string | undefined {
  const text = valueUnder(value, key);
  return typeof text === "string" ? text : undefined;
}

/** What stands under a key of a part, with its place. */
export const partUnder = ({ value, path }: Placed<unknown>, key: string): Placed<unknown> => ({
  value: valueUnder(value, key),
  path: [...path, key],
});

/** The elements of a list with their places; nothing where it is no list. What the plain copy left out is passed over. */
export function elements(
  reading: Reading,
  { value: list, path }: Placed<unknown>,
): readonly Placed<unknown>[] {
  if (!Array.isArray(list)) return [];
  const result: Placed<unknown>[] = [];
  const lost = reading.isDamaged(path);
  for (let at = 0; at < list.length; at++) {
    const value: unknown = list[at];
    if (!(lost && (value === undefined || value === null))) result.push({ value, path: [...path, at] });
  }
  return result;
}

/** A shape of the schema of rounds. */
type Shape<T> = Parameters<typeof readShape<T>>[0];

/** Reads the shape of one part; undefined after its issues were reported. */
export const readPart = <T>(
  reading: Reading,
  schema: Shape<T>,
  { value, path }: Placed<unknown>,
): T | undefined =>
  asWritten(
    reading,
    value,
    undamaged(reading, path, (to) => readShape(schema, value, path, to)),
  );

/** What was read of a value, with the keys of an app's own. */
function asWritten<T>({ aside }: Reading, value: unknown, read: T): T {
  return aside.size > 0 ? withAppKeys(aside, value, read) : read;
}

/** A part as read, with the keys of an app's own of that which it was read from. */
export function withKeysOf<T extends object>({ aside }: Reading, { value }: Placed<unknown>, read: T): T {
  const own = isRecord(value) ? aside.get(value) : undefined;
  return own === undefined ? read : { ...read, ...own };
}

/** Reads the parts of a list one by one, and leaves out each that has an error. */
export function readSound<W, T>(
  reading: Reading,
  list: Placed<unknown>,
  schema: Shape<W>,
  read: (written: W, path: Path) => T | undefined,
): T[] {
  const result: T[] = [];
  for (const part of elements(reading, list)) {
    const before = reading.report.issues.length;
    const written = readPart(reading, schema, part);
    const made = written === undefined ? undefined : read(written, part.path);
    if (made !== undefined && !hasErrorSince(reading, before)) result.push(made);
  }
  return result;
}

/** Reads the facts of an answer, entry or statistic by the rule of its leaf or line. */
export const readPartFacts = (
  reading: Reading,
  target: Leaf | PlanLine,
  facts: Placed<unknown>,
): Facts | undefined => judgedFacts(reading, target, facts, (at) => readFacts(target.rule, facts.value, at));

/** Facts as something reads them that judges them at their place. */
export function judgedFacts(
  reading: Reading,
  target: Leaf | PlanLine,
  { value, path }: Placed<unknown>,
  judge: (at: At) => Facts | undefined,
): Facts | undefined {
  const { context: leaf } = target;
  const facts = undamaged(reading, path, (to) => judge({ leaf, path, item: named(target), report: to }));
  return asWritten(reading, value, facts);
}

/** A leaf or line as issues name it. */
export const named = (target: Leaf | PlanLine): NamedItem => ({
  id: target.id,
  number: "line" in target ? target.line.number : target.number,
});

/** Drops what is only said because the plain copy left something out, which has its own issue. */
function undamaged<T>(reading: Reading, path: Path, read: (to: Report) => T): T {
  if (!reading.isDamaged(path)) return read(reading.report);
  const own = reportWithin(reading.root, reading.plan);
  const result = read(own);
  for (const one of own.issues) if (!reading.isDamaged(one.path)) reading.report.issues.push(one);
  return result;
}

/** What stands for an unknown name and is meant by it: the nearest known one, or the first few; nothing where none is known. */
export function unknownName(
  reading: Reading,
  found: string,
  known: Iterable<string>,
): { readonly found: string; readonly expected: string | undefined } {
  reading.hints.left -= 1;
  const near = reading.hints.left < 0 ? undefined : nearest(found, known);
  return { found, expected: near ?? (firstOf(known) || undefined) };
}

/** The first few names; the others are not even looked at. */
export function firstOf(names: Iterable<string>): string {
  const first: string[] = [];
  for (const name of names) {
    if (first.length === 8) return `${first.join(", ")} …`;
    first.push(name);
  }
  return first.join(", ");
}

/** True where the report has an error from its position `since` on. */
export function hasErrorSince(reading: Reading, since: number): boolean {
  const { issues } = reading.report;
  for (let at = since; at < issues.length; at++) if (issues[at]?.severity === "error") return true;
  return false;
}

/** The leaf or line that an item names, or undefined after it was reported that there is none. */
export function targetOf(reading: Reading, { value: id, path }: Placed<string>): Leaf | PlanLine | undefined {
  const { leafOf, lineOf, nodeOf, leaves } = reading.plan;
  const found = leafOf.get(id) ?? lineOf.get(id);
  if (found !== undefined) return found;
  const node = nodeOf.get(id);
  if (node !== undefined) {
    const expected = firstOf(leaves.slice(node.first, node.end).map((leaf) => leaf.number));
    reading.report("item-not-a-leaf", path, { found: id, expected }, { item: node });
    return undefined;
  }
  reading.report("unknown-item", path, unknownName(reading, id, itemNames(reading.plan)));
  return undefined;
}

const itemNames = /* @__PURE__ */ memo(({ leafOf, lineOf }: Plan): readonly string[] => [
  ...leafOf.keys(),
  ...lineOf.keys(),
]);

/** Reports what a scope names that is neither a leaf, a node nor a line. */
export function checkScoped(reading: Reading, { value: id, path }: Placed<string>): void {
  const { leafOf, lineOf, nodeOf } = reading.plan;
  if (leafOf.has(id) || lineOf.has(id) || nodeOf.has(id)) return;
  const known = [...nodeOf.keys(), ...itemNames(reading.plan)];
  reading.report("unknown-item", path, unknownName(reading, id, known));
}

/** The leaf that an item names, or undefined after it was reported that there is none; lines are no leaves. */
export function leafAt(reading: Reading, item: Placed<string>): Leaf | undefined {
  const target = targetOf(reading, item);
  if (target === undefined || !("line" in target)) return target;
  const known = reading.plan.leafOf.keys();
  reading.report("unknown-item", item.path, unknownName(reading, item.value, known));
  return undefined;
}

/** Tells of each name in turn whether it came before. */
export function repeats(): (name: string) => boolean {
  const seen = new Set<string>();
  return (name) => seen.size === seen.add(name).size;
}

/** Reports every value that stands a second time in a list of names. */
export function checkListedOnce(
  reading: Reading,
  names: readonly string[],
  path: Path,
  code: IssueCode = "listed-twice",
): void {
  if (names.length < 2) return;
  const isRepeated = repeats();
  names.forEach((name, at) => {
    if (isRepeated(name)) reading.report(code, [...path, at], { found: name });
  });
}

/** Unit and item of a part as one key. */
export const itemKey = ({ unit, item }: { readonly unit: string; readonly item: string }): string =>
  `${unit}\n${item}`;
