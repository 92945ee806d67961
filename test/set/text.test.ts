// Criteria files as text: strict JSON, and every issue at its line and column.

import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidError } from "../../src/issue.ts";
import { checkCriteriaSet, readCriteriaSet } from "../../src/set/check.ts";
import { checkCriteriaText, parseCriteriaSet, readJsonText } from "../../src/set/text.ts";
import { brokenFiles, brokenValue, changed, smallSet, smallSetText } from "../support/sets.ts";
import { enOf, inBoth } from "../support/words.ts";

const folder = new URL("../broken/text/", import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, folder), "utf8");

describe("a broken text gives one issue, at its line and column", () => {
  const expected: readonly (readonly [file: string, code: string, line: number, column: number])[] = [
    ["byte-order-mark.json", "byte-order-mark", 1, 1],
    ["comment.json", "comment-in-json", 5, 17],
    ["control-character.json", "syntax-error", 15, 12],
    ["count-with-decimals.json", "not-a-count", 52, 15],
    ["duplicate-key.json", "duplicate-key", 6, 3],
    ["duplicate-key-of-a-tree.json", "duplicate-key", 112, 3],
    ["empty.json", "empty-file", 1, 1],
    ["exponent.json", "number-with-exponent", 5, 14],
    ["invalid-escape.json", "syntax-error", 15, 12],
    ["leading-zero.json", "syntax-error", 5, 15],
    ["missing-bracket.json", "file-cut-off", 791, 3],
    ["missing-colon.json", "syntax-error", 5, 13],
    ["missing-comma.json", "syntax-error", 6, 3],
    ["number-not-exact.json", "number-not-exact", 45, 16],
    ["open-text.json", "syntax-error", 15, 12],
    ["proto.json", "key-not-allowed", 6, 3],
    ["single-quotes.json", "syntax-error", 5, 3],
    ["too-deep.json", "nested-too-deep", 5, 45],
    ["trailing-comma.json", "trailing-comma", 713, 5],
    ["trailing-text.json", "trailing-text", 793, 1],
    ["trailing-words.json", "trailing-text", 793, 1],
  ];

  it.each(expected)("%s", (file, code, line, column) => {
    const issues = checkCriteriaText(textOf(file));
    expect(issues.map((it) => [it.code, it.line, it.column])).toEqual([[code, line, column]]);
    for (const { vi, en } of issues.map(inBoth)) expect(`${vi} ${en}`).not.toMatch(/[{}](?!”)|undefined/);
    expect(() => parseCriteriaSet(textOf(file))).toThrow(InvalidError);
  });

  it("no broken text is left out of the table", () => {
    expect(expected.map(([file]) => file).sort()).toEqual(readdirSync(folder).sort());
  });

  it("a duplicate key says where the first one stands", () => {
    expect(enOf(checkCriteriaText(textOf("duplicate-key.json"))[0])).toContain("first in line 5");
  });
});

describe("a good text", () => {
  it("reads as its value does", () => {
    expect(checkCriteriaText(smallSetText())).toEqual([]);
    expect(JSON.stringify(parseCriteriaSet(smallSetText()))).toBe(
      JSON.stringify(readCriteriaSet(smallSet())),
    );
  });

  it("may write decimals as numbers, which mean their printed digits", () => {
    const text = smallSetText()
      .replace('"maxPoints": "20"', '"maxPoints": 20.00')
      .replace('"percent": "50"', '"percent": 50.0');
    expect(parseCriteriaSet(text).maxPoints).toBe("20");
    // A percentage keeps what is printed: 50.0 was rounded to one decimal, 50 to none.
    expect(parseCriteriaSet(text).items[1]?.items?.[1]?.examples).toEqual([
      { facts: { percent: "50.0" }, points: "1" },
    ]);
  });

  it("may have any kind of line break", () => {
    for (const end of ["\r\n", "\r"]) {
      expect(checkCriteriaText(smallSetText().replaceAll("\n", end))).toEqual([]);
      const broken = textOf("duplicate-key.json").replaceAll("\n", end);
      expect(checkCriteriaText(broken).map(({ line, column }) => [line, column])).toEqual([[6, 3]]);
    }
  });

  it("is a text: anything else is a wrong call", () => {
    expect(() => checkCriteriaText(smallSet() as never)).toThrow(
      new TypeError("checkCriteriaText: give the text of the file, or its bytes"),
    );
    expect(() => parseCriteriaSet(undefined as never)).toThrow(
      new TypeError("parseCriteriaSet: give the text of the file, or its bytes"),
    );
  });
});

describe("positions", () => {
  const aboutKeys = ["unknown-key", "misspelt-key", "displaced-key", "key-not-allowed"];

  it.each(brokenFiles)("%s as text: the same issues, each pointing at what it is about", (_, file) => {
    const value = brokenValue(file);
    const text = JSON.stringify(value, null, 2);
    const rows = text.split("\n");
    const issues = checkCriteriaText(text);
    // Text in NFD and a lone surrogate survive as text; what the file writes is what is judged.
    expect(issues.map(({ code, path }) => [code, path])).toEqual(
      expect.arrayContaining(checkCriteriaSet(value).map(({ code, path }) => [code, path])),
    );
    expect(issues.length).toBe(checkCriteriaSet(value).length);
    for (const it of issues) {
      const rest = rows[(it.line ?? 0) - 1]?.slice((it.column ?? 0) - 1) ?? "";
      const parent = it.path.slice(0, -1).reduce(into, value);
      const key = it.path[it.path.length - 1];
      const found = it.path.reduce(into, value);
      if (aboutKeys.includes(it.code)) expect(rest).toMatch(new RegExp(`^${JSON.stringify(key)}:`));
      else if (found !== undefined) expect(rest.startsWith(start(found))).toBe(true);
      else expect(rest.startsWith(start(parent))).toBe(true);
    }
  });

  const into = (it: unknown, step: string | number): unknown =>
    (it as Record<string | number, unknown> | undefined)?.[step];
  const start = (it: unknown): string =>
    typeof it !== "object" || it === null ? JSON.stringify(it) : Array.isArray(it) ? "[" : "{";

  it("issues stand in the order of the lines", () => {
    const text = JSON.stringify(
      changed(smallSet(), { maxPoints: "25", id: "hoa-lam", "grades/2/from": "70" }),
      null,
      2,
    );
    const issues = checkCriteriaText(text);
    expect(issues.map(({ code }) => code)).toEqual(["set-id-form", "set-sum-differs", "grade-gap"]);
    const lines = issues.map(({ line }) => line ?? 0);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });
});

describe("laws of the strict reader", () => {
  const plain = fc.jsonValue({ maxDepth: 5, noUnicodeString: false });

  it("law: what JSON.stringify prints reads back, unless a number needs an exponent or more than 15 digits", () => {
    fc.assert(
      fc.property(plain, fc.nat(3), (value, spaces) => {
        const text = JSON.stringify(value, null, spaces);
        const read = readJsonText(text);
        const numbers = read.issues.map(({ code }) => code);
        expect(
          numbers.filter((code) => !["number-with-exponent", "number-not-exact"].includes(code)),
        ).toEqual([]);
        if (numbers.length === 0)
          expect(JSON.stringify(read.value)).toBe(
            JSON.stringify(JSON.parse(text)).replaceAll(/(?<=[[:,])-0(?=[\],}])/g, "0"),
          );
      }),
      { numRuns: 500 },
    );
  });

  it("law: a text that JSON.parse refuses has an issue, and none that it accepts has a syntax error", () => {
    const syntax = ["syntax-error", "trailing-text", "trailing-comma", "comment-in-json", "empty-file"];
    const small = '{"a": [1, 2.5, "x\\n", true, null], "b": {"c": -0.5}}';
    fc.assert(
      fc.property(
        fc.nat(small.length),
        fc.constantFrom(...'{}[]",:.-+eE01 \n\\tfnul/*\u00a0\ufeff'.split("")),
        fc.boolean(),
        (at, letter, replace) => {
          const text = small.slice(0, at) + letter + small.slice(at + (replace ? 1 : 0));
          const issues = readJsonText(text).issues;
          let valid = true;
          try {
            JSON.parse(text);
          } catch {
            valid = false;
          }
          if (!valid) expect(issues.length).toBeGreaterThan(0);
          else expect(issues.filter(({ code }) => syntax.includes(code))).toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("law: one changed character in a file gives a set, or issues within the text; never anything else", () => {
    const text = smallSetText();
    const rows = text.split("\n").length + 1;
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...'{}[]",:.-e019 ax\n\\'), (at, letter) => {
        const bent = text.slice(0, at) + letter + text.slice(at + 1);
        const issues = checkCriteriaText(bent);
        for (const found of issues) {
          const { line = 0, column = 0 } = found;
          const { vi, en } = inBoth(found);
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(rows);
          expect(column).toBeGreaterThan(0);
          expect(`${vi}${en}`).not.toContain("undefined");
        }
        if (issues.some(({ severity }) => severity === "error"))
          expect(() => parseCriteriaSet(bent)).toThrow(InvalidError);
        else parseCriteriaSet(bent);
      }),
      { numRuns: 300 },
    );
  });

  it("a hundred thousand brackets, and a string of a megabyte, end at once", () => {
    expect(checkCriteriaText("[".repeat(100_000)).map(({ code }) => code)).toEqual(["nested-too-deep"]);
    const long = JSON.stringify({ ...smallSet(), title: { vi: "\\".repeat(1_000_000) } });
    expect(checkCriteriaText(long).map(({ code }) => code)).toEqual(["text-too-long"]);
  });
});

describe("A4, B1 to B6: what a file is, in words that say what to do", () => {
  const codesOf = (text: string | Uint8Array) => checkCriteriaText(text).map(({ code }) => code);
  const bytes = (...parts: readonly number[]) => new Uint8Array(parts);
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const wide = (text: string, isBig: boolean) =>
    bytes(...[...text].flatMap((it) => (isBig ? [0, it.charCodeAt(0)] : [it.charCodeAt(0), 0])));

  it("bytes read as their text does", () => {
    expect(JSON.stringify(parseCriteriaSet(utf8(smallSetText())))).toBe(
      JSON.stringify(parseCriteriaSet(smallSetText())),
    );
    expect(codesOf(bytes(0xef, 0xbb, 0xbf, ...utf8(smallSetText())))).toEqual(
      codesOf(`\uFEFF${smallSetText()}`),
    );
  });

  it("anything else is a wrong call", () => {
    expect(() => Reflect.apply(checkCriteriaText, undefined, [[123, 125]])).toThrow(TypeError);
  });

  it.each([
    ["broken UTF-8", bytes(...utf8('{\n"a": "B'), 0xe9, ...utf8(' thu"}')), "file-with-broken-letters", 2],
    ["UTF-16, marked", bytes(0xff, 0xfe, ...wide("{}", false)), "file-in-wide-letters", 1],
    ["UTF-16, the other way round", bytes(0xfe, 0xff, ...wide("{}", true)), "file-in-wide-letters", 1],
    ["UTF-16 without a mark", wide('{"a": 1}', false), "file-in-wide-letters", 1],
    ["UTF-16 without a mark, the other way", wide('{"a": 1}', true), "file-in-wide-letters", 1],
    ["a spreadsheet", bytes(0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8, 0), "file-is-archive", 1],
    ["a comma in a number", '{\n"maxPoints": 1,5,\n"a": 1}', "comma-in-number", 2],
    ["a curly quote that opens", "{\n“a”: 1}", "curly-quotes", 2],
    ["a curly quote that closes", '{\n"a”: 1}', "curly-quotes", 2],
    ["quotes in a text", '{\n"a": "Mục "hai" của"}', "quotes-in-text", 2],
    ["an end that is missing", '{\n"a": { "b": [1', "file-cut-off", 2],
    ["an end within a text", '{\n"a": { "b": "tex', "file-cut-off", 2],
    ["an end before a value", '{\n"a":', "file-cut-off", 2],
    ["a round", '{\n"set": "a/b/2026", "units": [] }', "round-not-criteria", 1],
  ] as const)("%s", (_, text, code, line) => {
    const issues = checkCriteriaText(text);
    expect(issues.map((it) => [it.code, it.line])).toEqual([[code, line]]);
    for (const { vi, en } of issues.map(inBoth)) expect(`${vi} ${en}`).not.toMatch(/undefined/);
  });

  it("names the number as it is to be written, and the brackets that are missing", () => {
    expect(enOf(checkCriteriaText('{ "a": -12,50 }')[0])).toContain('"-12.50"');
    expect(enOf(checkCriteriaText('{ "a": { "b": [1')[0])).toContain("]}}");
  });
});
