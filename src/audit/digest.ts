/**
 * Digests: SHA-256 over RFC 8785, the canonical JSON of a value as it was read. Keys are sorted by code unit, nothing
 * stands between the parts, and the only numbers are whole ones, since decimals are texts; so equal values have equal
 * bytes on every machine (`docs/format.md`, section 2). And the Merkle tree over the records of a group.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import type { CriteriaSet } from "../criteria-set.ts";
import type { Path } from "../issue.ts";
import { isPlain, isRecord, memo, notMade } from "../plain.ts";
import { bareRound } from "../round/read.ts";
import type { Round } from "../round.ts";
import { assertCriteriaSet } from "../set/brand.ts";

/**
 * Writes a value as canonical JSON, by RFC 8785.
 *
 * Keys are in the order of their UTF-16 code units, texts have the shortest escapes, and no space stands anywhere. A
 * key that is there without a value (`undefined`) is left out, as in JSON.
 *
 * @param value Plain data of texts, whole numbers of at most 2^53 − 1, `true`, `false`, `null`, lists and objects.
 *
 * @returns The text; its UTF-8 bytes are what a digest is taken of.
 *
 * @throws TypeError if the value holds anything else: another number, a lone surrogate, a function, a gap in a list,
 * a `Date`, a `Map` or another instance of a class, what throws when it is read, or itself.
 *
 * @example
 * ```ts
 * import { canonicalText } from "par-index/audit";
 * canonicalText({ b: [1, true], a: "Sở Nội vụ" }); // => '{"a":"Sở Nội vụ","b":[1,true]}'
 * ```
 */
export function canonicalText(value: unknown): string {
  try {
    return jsonText(value, new Map());
  } catch (error) {
    if (error instanceof NotCanonical) throw new TypeError(`canonicalText: ${error.message}`);
    // Of a Proxy, a getter, or lists and objects without end.
    throw new TypeError("canonicalText: the value holds what cannot be read to its end", { cause: error });
  }
}

/** What is wrong with the value itself. */
class NotCanonical extends Error {}

function jsonText(value: unknown, layouts: Layouts): string {
  if (typeof value === "string") return quoted(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value))
      throw new NotCanonical(`${value} is not a whole number of at most 2^53 − 1`);
    return String(value);
  }
  if (Array.isArray(value)) return listText(value, layouts);
  if (isRecord(value)) return recordText(value, layouts);
  throw new NotCanonical(`a ${typeof value} is no JSON`);
}

function listText(list: readonly unknown[], layouts: Layouts): string {
  let text = "[";
  // By position, so that a gap is met as well.
  for (let at = 0; at < list.length; at++) text += (at === 0 ? "" : ",") + jsonText(list[at], layouts);
  return `${text}]`;
}

function recordText(record: Readonly<Record<string, unknown>>, layouts: Layouts): string {
  if (!isPlain(record))
    throw new NotCanonical(
      `a ${record.constructor?.name ?? "class instance"} is no plain JSON; give its text, list or object`,
    );
  let text = "{";
  for (const { key, start } of layoutOf(record, layouts).sorted) {
    const value = record[key];
    if (value === undefined) continue;
    text += (text === "{" ? "" : ",") + start + jsonText(value, layouts);
  }
  return `${text}}`;
}

/** The keys of an object as they stand, and in the order in which they are written, each with what stands before its value. */
interface Layout {
  readonly keys: readonly string[];
  readonly sorted: readonly { readonly key: string; readonly start: string }[];
}

/** Layouts by the first key and their number: the objects of a list are mostly alike, and their keys are sorted once. */
type Layouts = Map<string, (Layout | undefined)[]>;

function layoutOf(record: object, layouts: Layouts): Layout {
  const keys = Object.keys(record);
  const [first = ""] = keys;
  let known = layouts.get(first);
  if (known === undefined) {
    known = [];
    layouts.set(first, known);
  }
  const last = known[keys.length];
  if (last !== undefined && areSame(keys, last.keys)) return last;
  const layout = { keys, sorted: [...keys].sort().map((key) => ({ key, start: `${quoted(key)}:` })) };
  known[keys.length] = layout;
  return layout;
}

function areSame(keys: readonly string[], others: readonly string[]): boolean {
  for (let at = 0; at < keys.length; at++) if (keys[at] !== others[at]) return false;
  return true;
}

/** JSON.stringify writes texts as RFC 8785 asks, except that it lets half a character pass. */
function quoted(text: string): string {
  // The first look costs little and settles most texts: nothing in them is escaped.
  if (/^[ !#-[\]-\ud7ff\ue000-\uffff]*$/.test(text)) return `"${text}"`;
  if (/\p{Surrogate}/u.test(text)) throw new NotCanonical("a text holds half a character");
  return JSON.stringify(text);
}

/** The canonical bytes of a value, UTF-8. */
export const canonicalBytes = (value: unknown): Uint8Array => utf8ToBytes(canonicalText(value));

const encoder = /* @__PURE__ */ new TextEncoder();
const utf8ToBytes = (text: string): Uint8Array => encoder.encode(text);

/** SHA-256 of bytes, one part after the other. */
function hashOf(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = sha256.create();
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits. */
export const textDigest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/**
 * Takes the digest of a value: SHA-256 over its canonical JSON.
 *
 * @param value Plain data, as `canonicalText` takes it.
 *
 * @returns 64 hexadecimal digits, lower case.
 *
 * @throws TypeError if the value cannot be written as canonical JSON.
 *
 * @example
 * ```ts
 * import { digestOf } from "par-index/audit";
 * digestOf({ b: 1, a: "x" }) === digestOf({ a: "x", b: 1 }); // => true
 * digestOf([]); // => '4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945'
 * ```
 */
export const digestOf = (value: unknown): string => bytesToHex(sha256(canonicalBytes(value)));

/** The place of the first number that canonical JSON cannot hold; undefined where there is none. */
export function unevenNumber(value: unknown): Path | undefined {
  const stack: { readonly part: unknown; readonly path: Path }[] = [{ part: value, path: [] }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { part, path } = next;
    if (typeof part === "number" && !Number.isSafeInteger(part)) return path;
    if (typeof part !== "object" || part === null) continue;
    for (const [key, inner] of Object.entries(part).reverse())
      stack.push({ part: inner, path: [...path, key] });
  }
  return undefined;
}

/** What was read is frozen, so that its digest is taken once. */
const digestOnce = /* @__PURE__ */ memo<object, string>(digestOf);

/**
 * Takes the digest of a criteria set as it was read.
 *
 * The layout of the file, the order of keys, `$schema`, and the order of lists without meaning change nothing.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 *
 * @returns 64 hexadecimal digits, lower case.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`.
 *
 * @example
 * ```ts
 * import { setDigest } from "par-index/audit";
 * import { criteriaSet } from "par-index/criteria";
 * setDigest(criteriaSet("hoa-lam/department/2026")).length; // => 64
 * ```
 */
export function setDigest(set: CriteriaSet): string {
  assertCriteriaSet(set, "setDigest");
  return digestOnce(set);
}

/**
 * Takes the digest of a round as it was read: the order in which its file lists answers, entries or units changes
 * nothing, nor do keys of an app's own.
 *
 * @param round The round, made by `readRound`.
 *
 * @returns 64 hexadecimal digits, lower case.
 *
 * @throws TypeError if the round was not made by `readRound`.
 *
 * @example
 * ```ts
 * import { readRound, roundDigest } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("hoa-lam/department/2026");
 * const round = readRound(set, { format: 1, set: set.id, edition: set.edition, title: { vi: "Đợt đánh giá minh họa" }, status: "illustrative", units: [] });
 * roundDigest(round).length; // => 64
 * ```
 */
export function roundDigest(round: Round): string {
  const bare = bareRound(round);
  if (bare === undefined) throw notMade(round, "round", "readRound", "roundDigest");
  return digestOnce(bare);
}

// The Merkle tree of a sealed group, as in RFC 6962, section 2.1: SHA-256, the hash of a leaf prefixed by 0x00 and that
// of a node by 0x01, the left part always a full tree. A unit proves with a few hashes that its record belongs to the
// group's root, and shows nothing of the others.

/** A proof that one leaf belongs to a tree. */
export interface InclusionPath {
  /** The position of the leaf, from 0. */
  readonly index: number;
  /** How many leaves the tree has. */
  readonly size: number;
  /** The hashes of the neighbours, from the leaf up to the root, each 64 hexadecimal digits. */
  readonly path: readonly string[];
}

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** The hash of a leaf: SHA-256(0x00 ‖ data). */
export const leafHash = (data: Uint8Array): Uint8Array => hashOf(leafPrefix, data);

const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array => hashOf(nodePrefix, left, right);

/** The largest power of two below n; n is at least 2. */
function splitOf(n: number): number {
  let half = 1;
  while (half * 2 < n) half *= 2;
  return half;
}

/** The root over leaf hashes, as hexadecimal digits; of no leaves the SHA-256 of nothing. */
export const treeRoot = (leaves: readonly Uint8Array[]): string => bytesToHex(subtree(leaves));

function subtree(leaves: readonly Uint8Array[]): Uint8Array {
  const [first = hashOf(), second] = leaves;
  if (second === undefined) return first;
  const half = splitOf(leaves.length);
  return nodeHash(subtree(leaves.slice(0, half)), subtree(leaves.slice(half)));
}

/** The path of one leaf: the hashes that lead from it to the root. */
export function inclusionPath(leaves: readonly Uint8Array[], index: number): InclusionPath {
  const path: string[] = [];
  let [part, at] = [leaves, index];
  while (part.length > 1) {
    const half = splitOf(part.length);
    const [left, right] = [part.slice(0, half), part.slice(half)];
    path.unshift(bytesToHex(subtree(at < half ? right : left)));
    [part, at] = at < half ? [left, at] : [right, at - half];
  }
  return { index, size: leaves.length, path };
}

/** The root to which a path leads from a leaf hash; undefined where the path does not fit position and size. */
export function rootOfPath(leaf: Uint8Array, { index, size, path }: InclusionPath): string | undefined {
  if (!(index >= 0 && index < size)) return undefined;
  // Which side the neighbour stands on at each level, from the root down to the leaf.
  const sides: ("left" | "right")[] = [];
  let [part, at] = [size, index];
  while (part > 1) {
    const half = splitOf(part);
    sides.unshift(at < half ? "right" : "left");
    [part, at] = at < half ? [half, at] : [part - half, at - half];
  }
  if (sides.length !== path.length) return undefined;
  let hash = leaf;
  for (const [level, neighbour] of path.entries()) {
    if (!/^[0-9a-f]{64}$/.test(neighbour)) return undefined;
    const other = hexToBytes(neighbour);
    hash = sides[level] === "left" ? nodeHash(other, hash) : nodeHash(hash, other);
  }
  return bytesToHex(hash);
}
