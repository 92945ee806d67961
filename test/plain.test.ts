/** Data of strangers is read in bounded time and memory (design 3.14): size is judged before anything is walked through. */

import { describe, expect, test } from "vitest";
import { report as newReport } from "../src/issue.ts";
import { fileLimits, inputLimits, plainCopy } from "../src/plain.ts";
import { checkRound } from "../src/round/read.ts";
import { checkCriteriaSet } from "../src/set/check.ts";
import { set, smallRound } from "./support/rounds.ts";
import { enOf, viOf } from "./support/words.ts";

const codes = (value: unknown, limits = fileLimits): string[] => {
  const report = newReport();
  plainCopy(value, limits, "error", report);
  return report.issues.map(({ code }) => code);
};

describe("more values than are read", () => {
  test("a list longer than the limit is one issue, with words in both languages", () => {
    const [issue, ...more] = checkCriteriaSet({ items: new Array(fileLimits.values + 1).fill(1) });
    expect(more).toEqual([]);
    expect(issue).toMatchObject({ code: "too-many-values", severity: "error", path: ["items"] });
    expect(viOf(issue)).toMatch(/300\.000/);
    expect(enOf(issue)).toMatch(/300,000/);
  });

  test("many short lists are counted together, and one list at the limit is read", () => {
    const row = [1, 2, 3, 4];
    expect(codes(new Array(fileLimits.values / 4).fill(row))).toEqual(["too-many-values"]);
    expect(codes(new Array(1000).fill(row))).toEqual([]);
  });

  test("a round whose ledger only claims to be long is refused without walking through it", () => {
    const ledger: unknown[] = [];
    ledger.length = inputLimits.values + 1;
    expect(checkRound(set, { ...smallRound(), ledger }).map(({ code }) => code)).toContain("too-many-values");
  });
});
