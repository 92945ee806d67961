/** A law of the whole chain: what must hold for a random set and round, and what `assess` makes of them. */
import fc from "fast-check";
import { test } from "vitest";
import { type Assessment, assess } from "../../src/assess.ts";
import type { Score } from "../../src/score.ts";
import { readCriteriaSet } from "../../src/set/check.ts";
import { type Fraction, num } from "./oracle-score.ts";
import { anySetAndRound, type Raw, type SetOptions } from "./random-round.ts";

const runs = { numRuns: 100 };

/** A copy that may be changed. */
export const clone = (value: Raw): Raw => JSON.parse(JSON.stringify(value));

/** Holds a law over random sets and rounds. */
export function law(
  name: string,
  check: (raw: { set: Raw; round: Raw }, result: Assessment) => void,
  options: SetOptions = {},
): void {
  test(name, () => {
    fc.assert(
      fc.property(anySetAndRound(options), (raw) => check(raw, assess(readCriteriaSet(raw.set), raw.round))),
      runs,
    );
  });
}

/** The exact points of an item or line as printed. */
export const exact = (it: { points?: string | undefined; fraction?: string | undefined }): Fraction =>
  num(it.fraction ?? it.points ?? "0");
/** The leaves of a score. */
export const leavesIn = (score: Score) => score.items.filter(({ state }) => state !== undefined);
