/** What an app shows: items, the words of codes, numbers as a language writes them. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../src/assess.ts";
import { criteriaSet } from "../src/criteria.ts";
import {
  formatDecimal,
  itemOf,
  leavesOf,
  namesOf,
  parseDecimal,
  type ResultCode,
  wordsFor,
} from "../src/shown.ts";
import { vi, viTerms } from "../src/words/vi.ts";

const set = criteriaSet("hoa-lam/department/2026");

test("items are found by id, nodes and leaves; leaves stand in printed order", () => {
  const leaves = leavesOf(set);
  expect(leaves.every(({ rule, items }) => rule !== undefined && items === undefined)).toBe(true);
  for (const leaf of leaves) expect(itemOf(set, leaf.id)).toBe(leaf);
  expect(itemOf(set, "1").items?.length).toBeGreaterThan(1);
  expect(() => itemOf(set, "99")).toThrow(new RangeError('itemOf: the set has no item "99"'));
  expect(() => leavesOf(structuredClone(set))).toThrow(TypeError);
});

describe("names beside ids", () => {
  const file = new URL("../docs/examples/hoa-lam-departments-2026.json", import.meta.url);
  const round = JSON.parse(readFileSync(file, "utf8"));
  const names = namesOf(set, round);

  test("there is one for every id that scores and rankings hold", () => {
    const { scores, rankings } = assess(set, round);
    for (const { group, places, unranked } of rankings) {
      expect(names.groups).toHaveProperty([group]);
      for (const { unit } of [...places, ...unranked]) expect(names.units).toHaveProperty([unit]);
    }
    for (const { unit, grade, items, sources, lines } of scores) {
      expect(names.units).toHaveProperty([unit]);
      if (grade !== undefined) expect(names.grades).toHaveProperty([grade]);
      for (const { item } of items) expect([names.items[item], names.numbers[item]]).not.toContain(undefined);
      for (const { source } of sources) expect(names.sources).toHaveProperty([source]);
      for (const { kind, id } of lines)
        if (kind === "bonus" || kind === "penalty") expect(names.lines).toHaveProperty([id]);
    }
    expect(Object.keys(names.items)).toHaveLength(scores[0]?.items.length ?? -1);
  });

  test("they are of one language, Vietnamese where nothing is said, and where that language has none", () => {
    const english = namesOf(set, round, { language: "en" });
    expect([names.grades["excellent"], english.grades["excellent"]]).toEqual(["Xuất sắc", "Excellent"]);
    expect(namesOf(set, round, { language: vi })).toEqual(names);
    const [{ id, name }] = round.units;
    const bare = { ...round, units: [{ ...round.units[0], name: { vi: name.vi } }] };
    expect(namesOf(set, bare, { language: "en" }).units[id]).toBe(name.vi);
  });

  test("a round that has faults gives the names that can be read", () => {
    const spoilt = { ...round, units: [...round.units, { id: "x" }] };
    expect(namesOf(set, spoilt)).toEqual(names);
    expect(namesOf(set, JSON.parse("null")).units).toEqual({});
    expect(() => namesOf(structuredClone(set), round)).toThrow(TypeError);
    expect(() => namesOf(set, round, { language: "xx" as "vi" })).toThrow(RangeError);
  });
});

test("every code of a result has words in both languages, and no other code has", () => {
  for (const code of Object.keys(viTerms) as ResultCode[]) {
    expect(wordsFor(code, "vi")).not.toBe(wordsFor(code, "en"));
    expect(wordsFor(code, vi)).toBe(wordsFor(code, "vi"));
  }
  expect(() => wordsFor("state.lost" as ResultCode, "vi")).toThrow(RangeError);
  expect(() => wordsFor("state.scored", "xx" as "vi")).toThrow(RangeError);
});

describe("decimals", () => {
  const decimals = fc
    .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.option(fc.stringMatching(/^\d{1,6}$/)))
    .map(([negative, whole, rest]) => `${negative ? "-" : ""}${whole}${rest === null ? "" : `.${rest}`}`);

  test.each(["vi", "en"] as const)("what is written in %s is read back digit for digit", (language) => {
    fc.assert(
      fc.property(decimals, (text) => {
        expect(parseDecimal(formatDecimal(text, language), language)).toBe(text);
      }),
    );
  });

  test.each([
    ["87,5", "87.5"],
    [" 1.234,50 ", "1234.50"],
    ["1234,5", "1234.5"],
    ["−3", "-3"],
    ["-0,25", "-0.25"],
    ["007", "7"],
    ["87.5", undefined],
    ["1.23", undefined],
    ["1.2345", undefined],
    ["1,2,3", undefined],
    [",5", undefined],
    ["5,", undefined],
    ["", undefined],
    ["1e5", undefined],
    ["50 %", undefined],
  ])("%j typed in Vietnamese is %j", (typed, decimal) => {
    expect(parseDecimal(typed, "vi")).toBe(decimal);
  });

  test("a fraction is written too, and what is no decimal is a wrong call", () => {
    expect(formatDecimal("1480/1500", "vi")).toBe("1.480/1.500");
    for (const wrong of ["87,5", "", "1/", 87.5])
      expect(() => formatDecimal(wrong as string, "vi")).toThrow(TypeError);
    expect(() => parseDecimal(87.5 as unknown as string, "vi")).toThrow(TypeError);
  });
});
