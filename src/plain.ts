/**
 * Plain data: the first look at a value from a stranger, before any schema runs. Without recursion and in bounded time
 * and memory it makes a copy of nothing but own JSON data, with text in NFC, or says what stands in the way: getters,
 * class instances, cycles, depth beyond 32, huge strings, NaN, `__proto__`. And what the library does with its own plain
 * values: it freezes them, keeps what it worked out from them, and knows which of them it made.
 */
import type { Path, Report } from "./issue.ts";

/** How large a value may be. */
export interface Limits {
  /** How many values, of any type, the whole may hold. */
  readonly values: number;
  /** How many characters one string may hold. */
  readonly text: number;
  /**
   * Where keys that begin with `x-` are an app's own: they are kept here, by the object of the copy that they stood in,
   * as they are but for what no plain data may hold. Absent: they are keys like others.
   */
  readonly aside?: AppKeys | undefined;
}

/** Keys of an app's own, by the object that they stood in. */
export type AppKeys = Map<object, Record<string, unknown>>;

/** Tells whether a key is an app's own, where a value may have such. */
const isAppKey = (key: string): boolean => key.startsWith("x-");

/**
 * A value as read from a copy which lacks the keys of an app's own, with these keys wherever it still has the parts. What
 * was read is frozen; what is not was only passed on, and is read later.
 */
export function withAppKeys<T>(aside: AppKeys, from: unknown, to: T): T {
  return keyed(aside, from, to) as T;
}

function keyed(aside: AppKeys, from: unknown, to: unknown): unknown {
  if (typeof from !== "object" || typeof to !== "object" || from === null || to === null) return to;
  if (from === to && !Object.isFrozen(to)) return to;
  if (Array.isArray(from) && Array.isArray(to)) {
    // What a rule lists in its own order is known by its id; everything else stands where it stood.
    return to.map((part, at) =>
      keyed(
        aside,
        isLike(from[at], part) ? from[at] : (from.find((it) => isLike(it, part)) ?? from[at]),
        part,
      ),
    );
  }
  const parts = Object.entries(to).map(([key, part]) => [key, keyed(aside, Reflect.get(from, key), part)]);
  return { ...Object.fromEntries(parts), ...aside.get(from) };
}

const isLike = (from: unknown, to: unknown): boolean =>
  isRecord(from) &&
  isRecord(to) &&
  Object.entries(to).every(([key, value]) => typeof value !== "string" || from[key] === value);

/** The same value without the keys of an app's own. */
export const withoutAppKeys = <T>(value: T): T => ownKeysOf(value) as T;

function ownKeysOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ownKeysOf);
  if (!isRecord(value)) return value;
  const own = Object.entries(value).filter(([key]) => !isAppKey(key));
  return Object.fromEntries(own.map(([key, part]) => [key, ownKeysOf(part)]));
}

/** Deepest nesting of lists and objects that is read. */
export const depthLimit = 32;

/** A criteria set, plan or file of targets: some hundreds of items. */
export const fileLimits: Limits = { values: 300_000, text: 20_000 };

/** A round: thousands of units with about a hundred answers each. */
export const inputLimits: Limits = { values: 100_000_000, text: 20_000 };

/** Stops after so many issues, so that a file of rubbish gives a page and not a gigabyte. */
export const issueLimit = 1000;

type Container = unknown[] | Record<string, unknown>;
interface OpenContainer {
  readonly source: object;
  readonly target: Container;
  readonly keys: readonly string[];
  readonly step: string | number;
  /** True within the value of an app's own key. */
  readonly app: boolean;
  next: number;
}

/** What stands for a copy where something is to be said of the value. */
const unclean = Symbol("unclean");

/** How many values were copied so far, and the keys that may stand there. */
interface Copied {
  values: number;
  readonly keys: Set<string>;
}

/**
 * Copies plain data of which nothing is to be said, or gives `unclean`. Nearly every value is such, and this look at it is
 * the quicker one; it goes no deeper than the limit, and a value in a circle is deeper than that.
 */
function cleanCopy(
  value: unknown,
  { values: most, text: longest, aside }: Limits,
  { copied, depth: start }: { readonly copied: Copied; readonly depth: number },
): unknown {
  const { keys: keysSeen } = copied;
  let { values } = copied;
  const isCleanKey = (key: string): boolean => {
    if (keysSeen.has(key)) return true;
    const isClean =
      key !== "__proto__" &&
      key.length <= 200 &&
      printable.test(key) &&
      !(aside !== undefined && isAppKey(key));
    if (isClean) keysSeen.add(key);
    return isClean;
  };
  const isCleanText = (text: string): boolean =>
    text.length <= longest &&
    (printable.test(text) || !(neverClean.test(text) || text.normalize("NFC") !== text));
  const copyList = (source: readonly unknown[], depth: number): unknown => {
    if (source.length > most - values || Object.keys(source).length !== source.length) return unclean;
    const list: unknown[] = new Array(source.length);
    for (let at = 0; at < source.length; at++) {
      // A getter has no value, and what has none is not clean.
      const part = copy(Object.getOwnPropertyDescriptor(source, at)?.value, depth);
      if (part === unclean) return unclean;
      list[at] = part;
    }
    return list;
  };
  const copyObject = (source: object, depth: number): unknown => {
    const prototype: unknown = Object.getPrototypeOf(source);
    if (prototype !== null && !isObjectPrototype(prototype)) return unclean;
    const made: Record<string, unknown> = {};
    for (const key in source) {
      if (!isCleanKey(key)) return unclean;
      const part = copy(Object.getOwnPropertyDescriptor(source, key)?.value, depth);
      if (part === unclean) return unclean;
      made[key] = part;
    }
    return made;
  };
  const copy = (source: unknown, depth: number): unknown => {
    values += 1;
    if (typeof source === "string") return isCleanText(source) ? source : unclean;
    if (typeof source === "number") return Number.isFinite(source) ? source : unclean;
    if (typeof source === "boolean" || source === null) return source;
    if (typeof source !== "object" || depth >= depthLimit || values > most) return unclean;
    return Array.isArray(source) ? copyList(source, depth + 1) : copyObject(source, depth + 1);
  };
  try {
    const made = copy(value, start);
    if (made !== unclean) copied.values = values;
    return made;
  } catch {
    // A proxy may throw when it is looked at.
    return unclean;
  }
}

/** Signs that are themselves in every encoding and every form of text. */
const printable = /^[\x20-\x7e]*$/;

/**
 * Copies plain data and reports what is not. `nfc` says whether text that is not in NFC is an error (criteria files)
 * or normalised with a warning (inputs). What is reported as an error is left out of the copy.
 */
export function plainCopy(
  value: unknown,
  limits: Limits,
  nfc: "error" | "normalise",
  report: Report,
): unknown {
  const copied = { values: 0, keys: new Set<string>() };
  const clean = isFileText(value) ? unclean : cleanCopy(value, limits, { copied, depth: 0 });
  return clean === unclean ? explainingCopy(value, limits, nfc, report) : clean;
}

/** The text of a file in place of what it says: one issue, and not that a text is no object, or too long. */
const isFileText = (value: unknown): boolean => typeof value === "string" && /^[\uFEFF\s]*[[{]/.test(value);

/** How deep the parts of a file stand that are first looked at quickly, each for itself. */
const partDepth = 6;

/** The same, step by step, with the place of everything that stands in the way. Parts without fault are copied quickly. */
export function explainingCopy(
  value: unknown,
  limits: Limits,
  nfc: "error" | "normalise",
  report: Report,
): unknown {
  const stack: OpenContainer[] = [];
  const copied: Copied = { values: 0, keys: new Set() };
  let bad = 0;
  // One list that is too long ends the pass: what follows would only say so again.
  let full = false;

  const pathOf = (step?: string | number): Path => {
    const path = stack.slice(1).map((frame) => frame.step);
    return step === undefined ? path : [...path, step];
  };
  const complain = (
    code: Parameters<Report>[0],
    step: string | number | undefined,
    facts = {},
  ): undefined => {
    bad += 1;
    report(code, pathOf(step), facts);
    return undefined;
  };
  const text = (found: string, step: string | number | undefined, app: boolean): string | undefined => {
    if (found.length > limits.text)
      return complain("text-too-long", step, { found: found.length, expected: limits.text });
    if (printable.test(found)) return found;
    if (/\p{Surrogate}/u.test(found)) return complain("text-not-unicode", step);
    if (unseen.test(found)) return complain("text-with-control", step, { found });
    const normal = app ? found : found.normalize("NFC");
    if (normal === found) return found;
    if (nfc === "error") complain("text-not-nfc", step, { found });
    // A warning alone: however many there are, the whole is read.
    else report("text-normalised", pathOf(step), { found });
    return normal;
  };
  const open = (source: object, step: string | number, app: boolean): Container | undefined => {
    const at = stack.length ? step : undefined;
    if (stack.some((holder) => holder.source === source)) return complain("value-in-cycle", at);
    if (stack.length >= depthLimit) return complain("nested-too-deep", step, { expected: depthLimit });
    const seen = looked(source);
    if (seen === undefined) return complain("not-plain-data", at, { found: "proxy" });
    if (!seen.plain) return complain("not-plain-data", at, { found: seen.name });
    const { keys } = seen;
    if (Array.isArray(source) && source.length > limits.values - copied.values) {
      full = true;
      return complain("too-many-values", at, { expected: limits.values });
    }
    const target: Container = Array.isArray(source) ? [] : {};
    stack.push({ source, target, keys, step, app, next: 0 });
    if (Array.isArray(source) && keys.length !== source.length)
      complain("not-plain-data", undefined, { found: "sparse list" });
    return target;
  };
  const copy = (source: unknown, step: string | number, inside: boolean, app: boolean): unknown => {
    const isPart =
      typeof step === "number" && typeof source === "object" && stack.length <= partDepth && !app;
    const clean = isPart ? cleanCopy(source, limits, { copied, depth: stack.length }) : unclean;
    if (clean !== unclean) return clean;
    copied.values += 1;
    const at = inside ? step : undefined;
    if (source === null || typeof source === "boolean") return source;
    if (typeof source === "string") return text(source, at, app);
    if (typeof source === "number")
      return Number.isFinite(source) ? source : complain("number-not-finite", at, { found: String(source) });
    if (typeof source === "object") return open(source, step, app);
    return complain("not-plain-data", at, { found: typeof source });
  };

  const root = isFileText(value) ? complain("json-text", undefined) : copy(value, "", false, false);
  while (stack.length > 0) {
    const frame = stack[stack.length - 1] as OpenContainer;
    if (frame.next >= frame.keys.length) {
      stack.pop();
      continue;
    }
    if (full || bad > issueLimit) break;
    if (copied.values > limits.values) {
      complain("too-many-values", undefined, { expected: limits.values });
      break;
    }
    const key = frame.keys[frame.next++] as string;
    const list = Array.isArray(frame.target);
    const step = list ? Number(key) : key;
    if (key === "__proto__" || key.length > 200 || (!list && !printable.test(key))) {
      complain("key-not-allowed", key === "__proto__" ? key : key.slice(0, 40), { found: key.slice(0, 40) });
      continue;
    }
    const property = propertyOf(frame.source, key);
    if (property === undefined || !("value" in property)) {
      complain("not-plain-data", step, { found: "getter" });
      continue;
    }
    // A key that is there without a value is as a key that is absent: JSON has no other reading of it.
    if (property.value === undefined && !list) continue;
    const { target } = frame;
    const app = frame.app || (limits.aside !== undefined && !list && isAppKey(key));
    const made = copy(property.value, step, true, app);
    if (made !== undefined && app && !frame.app)
      limits.aside?.set(target, { ...limits.aside.get(target), [key]: made });
    else if (made !== undefined) (target as Record<string | number, unknown>)[step] = made;
    else if (list) (target as unknown[])[step as number] = null;
  }
  return root;
}

/** Signs that steer what shows a text: control but line break and tab, escape, direction of writing. */
const unseen = /(?![\t\n\r])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Such signs, and halves of one. */
const neverClean = /* @__PURE__ */ new RegExp(String.raw`\p{Surrogate}|${unseen.source}`, "u");

/** What an object is: the name of its class, and the keys of a plain one; undefined for a proxy that throws when it is looked at. */
function looked(
  source: object,
): { readonly plain: boolean; readonly name: string; readonly keys: string[] } | undefined {
  try {
    const prototype: unknown = Object.getPrototypeOf(source);
    const plain = Array.isArray(source) || prototype === null || isObjectPrototype(prototype);
    return plain
      ? { plain, name: "object", keys: Object.keys(source) }
      : { plain, name: nameOfClass(prototype), keys: [] };
  } catch {
    return undefined;
  }
}

/** The name of a class by its prototype; nothing of it is run. */
function nameOfClass(prototype: unknown): string {
  const made: unknown = isRecord(prototype) ? propertyOf(prototype, "constructor")?.value : undefined;
  const name: unknown = typeof made === "function" ? propertyOf(made, "name")?.value : undefined;
  return typeof name === "string" && name !== "" ? name : "class instance";
}

/** A property without running a getter; undefined also for a proxy that throws. */
function propertyOf(source: object, key: string): PropertyDescriptor | undefined {
  try {
    return Object.getOwnPropertyDescriptor(source, key);
  } catch {
    return undefined;
  }
}

/** Objects from another realm (a worker, a browser frame, Node's vm) have an Object.prototype of their own. */
function isObjectPrototype(prototype: unknown): boolean {
  return (
    prototype === Object.prototype ||
    (typeof prototype === "object" &&
      prototype !== null &&
      Object.getPrototypeOf(prototype) === null &&
      Object.hasOwn(prototype, "isPrototypeOf"))
  );
}

/** Tells whether an object is no instance of a class. */
export function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || isObjectPrototype(prototype);
}

/** The element at a position that a list has. Throws RangeError where there is none, which is a fault of this library. */
export function elementAt<T>(list: readonly T[], at: number): T {
  const element = list[at];
  if (element === undefined) throw new RangeError(`no element at ${at} of ${list.length}`);
  return element;
}

/** A result while it is made: of shapes that come by the hundred thousand each is made in place and frozen once. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A result without the keys that hold nothing, so that it is the same after JSON. */
export function present<T extends object>(value: T): T {
  const made: T = { ...value };
  for (const key in made) if (made[key] === undefined) delete made[key];
  return made;
}

/** Freezes a value and all that it holds, and gives it back. What is frozen already is taken to be so throughout. */
export function deepFreeze<T>(value: T): T {
  const stack: object[] = [];
  const visit = (part: unknown): void => {
    if (typeof part === "object" && part !== null && !Object.isFrozen(part)) stack.push(part);
  };
  visit(value);
  for (let holder = stack.pop(); holder !== undefined; holder = stack.pop()) {
    Object.freeze(holder);
    if (Array.isArray(holder)) for (const part of holder) visit(part);
    else for (const key in holder) visit((holder as Record<string, unknown>)[key]);
  }
  return value;
}

/** Orders texts by code unit: the only order of ids in this library, the same in every locale. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * What is worked out from a value once, and kept for as long as the value is: nobody can tell it from working it out
 * again, so that no stage has a state. `isLasting` tells which values are kept; the others may still change.
 */
export function memo<K extends object, V>(
  make: (of: K) => V,
  isLasting: (of: K) => boolean = () => true,
): (of: K) => V {
  const known = new WeakMap<K, { readonly made: V }>();
  return (of) => {
    const found = known.get(of);
    if (found !== undefined) return found.made;
    const made = make(of);
    if (isLasting(of)) known.set(of, { made });
    return made;
  };
}

/** The same of a value and one thing more, of which there are few for each value. */
export function memoBy<K extends object, P, V>(make: (of: K, by: P) => V): (of: K, by: P) => V {
  const mapOf = memo((_: K) => new Map<P, { readonly made: V }>());
  return (of, by) => {
    const known = mapOf(of);
    const found = known.get(by);
    if (found !== undefined) return found.made;
    const made = make(of, by);
    known.set(by, { made });
    return made;
  };
}

/** What was made of a value the last time, and whether it still holds. */
interface Lasting<V> {
  readonly holds: (made: V) => boolean;
  readonly make: () => V;
}

/** What is worked out from a value and one thing more, and kept for as long as it holds. */
export function memoWhile<K extends object, P, V>(): (of: K | undefined, by: P, made: Lasting<V>) => V {
  const mapOf = memo((_: K) => new Map<P, V>());
  return (of, by, { holds, make }) => {
    if (of === undefined) return make();
    const known = mapOf(of);
    const found = known.get(by);
    if (found !== undefined && holds(found)) return found;
    const made = make();
    known.set(by, made);
    return made;
  };
}

/** What is made when it is asked for the first time; what it is made from is held no longer than that. */
export function once<T>(make: () => T): () => T {
  let state: { readonly make: () => T } | { readonly made: T } = { make };
  return () => {
    if ("make" in state) state = { made: state.make() };
    return state.made;
  };
}

/** Which objects were made here, each with what it was made from: a copy of one is not one. */
export interface Brand<Origin> {
  /** Marks an object, and gives it back. */
  readonly mark: <T extends object>(made: T, origin: Origin) => T;
  /** What an object was made from; undefined for anything that was not made here. */
  readonly originOf: (value: unknown) => Origin | undefined;
}

/** A brand of its own for one kind of object. */
export function brand<Origin>(): Brand<Origin> {
  const origins = new WeakMap<object, Origin>();
  return {
    mark: (made, origin) => {
      origins.set(made, origin);
      return made;
    },
    originOf: (value) =>
      (typeof value === "object" && value !== null) || typeof value === "function"
        ? origins.get(value)
        : undefined,
  };
}

/** Tells whether a value is an object with keys. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value to look at; in place of a Proxy that throws at every touch, or was revoked, what says so and is no value of any call. */
function asReadable(value: unknown): unknown {
  try {
    void Object(value).length;
    return value;
  } catch {
    return unreadable;
  }
}

const unreadable: unknown = { [Symbol.toStringTag]: "Proxy that cannot be read" };

/** A key of any alternative. */
type KeyOf<T> = T extends unknown ? keyof T & string : never;

/**
 * Throws TypeError where the options of a call are no object, or have a key that the call does not know: a misspelt
 * option would be passed over in silence otherwise.
 */
export function assertOptions<T extends object>(
  options: T,
  known: readonly KeyOf<T>[],
  caller: string,
): void {
  const names = known.join(", ");
  const given = asReadable(options);
  if (!isRecord(given) || className(given) !== "Object")
    throw new TypeError(`${caller}: the options must be an object of ${names}, not ${givenValue(given)}`);
  const wrong = Object.keys(given).find((key) => known.every((name) => name !== key));
  if (wrong !== undefined)
    throw new TypeError(`${caller}: there is no option ${JSON.stringify(wrong)}; there are ${names}`);
}

/**
 * Throws TypeError where a call was given something else than the value that it works on, which is known by some of its
 * parts. `rule` names the call and says what to give.
 */
export function assertGiven<T>(value: T, parts: readonly KeyOf<T>[], rule: string): void {
  const given = asReadable(value);
  if (isRecord(given) && given !== unreadable && parts.every((part) => part in given)) return;
  throw new TypeError(`${rule}, not ${givenValue(given)}`);
}

/** The same for a list. */
export function assertList(value: unknown, rule: string): void {
  const given = asReadable(value);
  if (!Array.isArray(given)) throw new TypeError(`${rule}, not ${givenValue(given)}`);
}

/** The error of a call that was given something else than the very object that a reader made. */
export function notMade(value: unknown, what: string, reader: string, caller: string): TypeError {
  const given = asReadable(value);
  const reason =
    !isRecord(given) || given === unreadable
      ? `it is ${givenValue(given)}`
      : Object.isFrozen(given)
        ? "it seems to be of another copy, such as ESM beside CommonJS"
        : "it is a clone or the parsed file";
  return new TypeError(`${caller}: the ${what} was not made by ${reader} of this copy: ${reason}`);
}

/** What kind of object a value of a call is: `Object`, `Date` … */
const className = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);

/** What was given, for the message of a wrong call. */
function givenValue(value: unknown): string {
  if (typeof value === "string") {
    if (/^\s*[[{]/.test(value)) return "JSON text, not yet parsed";
    return JSON.stringify(value.length > 40 ? `${value.slice(0, 39)}…` : value);
  }
  if (Array.isArray(value)) return "a list";
  if (value === null || typeof value !== "object") return String(value);
  const name = className(value);
  return name === "Object" ? "an object of another kind" : `a ${name}`;
}

/**
 * Puts things after what they need, without recursion: a file may chain as many as it holds. `meet` hears of each thing
 * that is needed while what it needs itself is being put, with the way there: they stand in a circle.
 */
export function dependencyOrder<T>(
  all: Iterable<T>,
  needs: (one: T) => Iterable<T>,
  meet?: (one: T, way: readonly { readonly of: T }[]) => void,
): readonly T[] {
  const order: T[] = [];
  const states = new Map<T, "open" | "done">();
  const way: { readonly of: T; readonly rest: Iterator<T> }[] = [];
  const enter = (of: T): void => {
    states.set(of, "open");
    way.push({ of, rest: needs(of)[Symbol.iterator]() });
  };
  for (const first of all) {
    if (!states.has(first)) enter(first);
    for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
      const next = top.rest.next();
      if (next.done) {
        states.set(top.of, "done");
        order.push(top.of);
        way.pop();
        continue;
      }
      const state = states.get(next.value);
      if (state === undefined) enter(next.value);
      if (state === "open") meet?.(next.value, way);
    }
  }
  return order;
}

/** The circles in which things need each other, each thing in one of them at most. */
export function dependencyCircles<T>(
  all: Iterable<T>,
  needs: (one: T) => Iterable<T>,
): readonly (readonly T[])[] {
  const circles: (readonly T[])[] = [];
  const inCircle = new Set<T>();
  dependencyOrder(all, needs, (one, way) => {
    if (inCircle.has(one)) return;
    const circle = way.slice(way.findIndex(({ of }) => of === one)).map(({ of }) => of);
    if (circle.some((it) => inCircle.has(it))) return;
    circles.push(circle);
    for (const member of circle) inCircle.add(member);
  });
  return circles;
}

/** Adds a value to the list that a map holds under a key. */
export function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
