/** Data of strangers is read in bounded time and memory (design 3.14): size is judged before anything is walked through. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { report as newReport } from "../src/issue.ts";
import { explainingCopy, fileLimits, inputLimits, plainCopy } from "../src/plain.ts";
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

describe("the quick copy", () => {
  class Odd {
    readonly a = 1;
  }
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom("Đ\u0323", "e\u0301", "a\u200e", "\ud800", "x".repeat(30), "Sở Nội vụ", "a\u0000"),
  );
  const odd = fc.constantFrom<unknown>(
    ...[
      undefined,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      -0,
      new Date(0),
      new Odd(),
      Symbol("s"),
      () => 1,
      1n,
    ],
    ...[
      Object.assign(new Array(3), { 0: 1, 2: 2 }),
      Object.assign([1], { extra: 2 }),
      Object.create(null),
      Object.create({ a: 1 }),
    ],
    {
      get a() {
        return 1;
      },
    },
    Object.defineProperty([], 0, { get: () => 1, enumerable: true }),
    new Proxy(
      { a: 1 },
      {
        ownKeys: () => {
          throw new Error("hostile");
        },
      },
    ),
  );
  const key = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom("a", "b", "unit") },
    fc.constantFrom("x-own", "é", "__proto__", "k".repeat(201)),
  );
  const { value } = fc.letrec<{ value: unknown; list: unknown[]; record: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      text,
      fc.integer(),
      fc.constant(null),
      fc.boolean(),
      tie("list"),
      tie("record"),
      { weight: 1, arbitrary: odd },
    ),
    list: fc.array(tie("value"), { maxLength: 4 }),
    record: fc.dictionary(key, tie("value"), { maxKeys: 4 }),
  }));

  test.each([
    ["error", undefined],
    ["normalise", new Map()],
  ] as const)("gives what the explaining one gives (%s)", (nfc, aside) => {
    let clean = 0;
    fc.assert(
      fc.property(value, (given) => {
        const [one, other] = [newReport(), newReport()];
        const [first, second] = aside === undefined ? [undefined, undefined] : [new Map(), new Map()];
        const limits = { values: 12, text: 20 };
        const slow = explainingCopy(given, { ...limits, aside: first }, nfc, one);
        const quick = plainCopy(given, { ...limits, aside: second }, nfc, other);
        expect(quick).toStrictEqual(slow);
        expect(other.issues).toEqual(one.issues);
        expect([...(second ?? [])].length).toBe([...(first ?? [])].length);
        if (one.issues.length === 0 && typeof given === "object") clean += 1;
      }),
      { numRuns: 2000 },
    );
    expect(clean).toBeGreaterThan(100);
  });

  test("copies: what was given may change afterwards", () => {
    const given = { list: [{ a: "1" }] };
    const copy = plainCopy(given, inputLimits, "normalise", newReport());
    given.list.push({ a: "2" });
    expect(copy).toEqual({ list: [{ a: "1" }] });
  });
});
