/**
 * The brand of a criteria set: which objects `readCriteriaSet` made. It stands apart from the schemas, so that whoever
 * only scores with a set does not have to carry what reads one.
 */
import type { CriteriaSet } from "../criteria-set.ts";
import { brand, notMade } from "../plain.ts";

/** The sets that `readCriteriaSet` made: only these were checked, and only these are scored by. */
const sets = /* @__PURE__ */ brand<true>();

/** Marks a set as made by `readCriteriaSet`, and gives it back. */
export const markCriteriaSet = (set: CriteriaSet): CriteriaSet => sets.mark(set, true);

/**
 * Tells whether a value is a criteria set that `readCriteriaSet` made. A copy of one is not.
 *
 * @param value Any value.
 *
 * @returns True for the very object that `readCriteriaSet` returned.
 */
export const isCriteriaSet = (value: unknown): value is CriteriaSet => sets.originOf(value) === true;

/** Throws TypeError in the name of a function that was given anything but a set made by `readCriteriaSet`. */
export function assertCriteriaSet(value: unknown, functionName: string): asserts value is CriteriaSet {
  if (!isCriteriaSet(value)) throw notMade(value, "criteria set", "readCriteriaSet", functionName);
}

/** The sets that are shipped with the library. */
const builtIn = /* @__PURE__ */ brand<true>();

/** Marks a set as one that is shipped, and gives it back. */
export const markBuiltIn = (set: CriteriaSet): CriteriaSet => builtIn.mark(set, true);

/** Tells whether a set is the very one that is shipped. */
export const isBuiltIn = (set: CriteriaSet): boolean => builtIn.originOf(set) === true;
