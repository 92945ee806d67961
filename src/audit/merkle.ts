/**
 * The Merkle tree of a sealed group, as in RFC 6962, section 2.1: SHA-256, the hash of a leaf prefixed by 0x00 and that
 * of a node by 0x01, the left part always a full tree. A unit proves with a few hashes that its record belongs to the
 * group's root, and shows nothing of the others.
 */
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { hashOf } from "./digest.ts";

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
export const treeRoot = (leaves: readonly Uint8Array[]): string =>
  bytesToHex(leaves.length === 0 ? hashOf() : subtree(leaves));

function subtree(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 1) return leaves[0] as Uint8Array;
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
