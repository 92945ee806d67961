/**
 * What the kinds of rule need of their leaf: its maximum, and the refusal of facts that were never checked. The maximum
 * is absent only on a bonus or penalty line (design 3.8), and only some kinds can do without it.
 */
import type { Exact } from "../number.ts";
import type { LeafContext } from "../rule.ts";

/** The maximum of the leaf. Throws TypeError on a line without a cap, which cannot carry a rule that needs one. */
export function maxOf(leaf: LeafContext, kind: string): Exact {
  if (leaf.max === undefined) throw new TypeError(`${kind}: a rule of this kind needs a leaf with a maximum`);
  return leaf.max;
}

/** Throws TypeError: points were asked for facts that `checkFacts` would have refused. */
export function refuseFacts(kind: string): never {
  throw new TypeError(`${kind}: facts that are not of this rule`);
}
