// Broken rounds as tests: each case changes the small round in one place and names the issues that it must have.

import { expect, test } from "vitest";
import { type Change, issuesAfter, places, type set } from "./rounds.ts";
import { emptySuggestion, inBoth } from "./words.ts";

/** A broken round: its name, the change, and the codes and places of its issues. */
type Case = readonly [name: string, change: Change, expected: readonly string[], of?: typeof set];

/** Tests that each change gives just its issues, with words in both languages that miss no fact. */
export function expectCases(cases: readonly Case[]): void {
  test.each(cases.map((it) => [it[0], it] as const))("%s", (_, [, change, expected, of]) => {
    const issues = issuesAfter(change, of);
    expect(places(issues)).toEqual(expected);
    for (const { vi, en } of issues.map(inBoth)) {
      // No fact that the words want is missing.
      expect(`${vi}\n${en}`).not.toMatch(/“”|\{|\( *\)|undefined/);
      // Nothing is suggested where nothing is known.
      expect(`${vi}\n${en}`).not.toMatch(emptySuggestion);
      expect(vi).toMatch(/[ạảãàáâậầấẩẫăắằặẳẵẹẻẽèéêệềếểễịỉĩìíọỏõòóôộồốổỗơợờớởỡụủũùúưựừứửữỳỵỷỹýđ]/i);
    }
  });
}
