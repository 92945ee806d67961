/**
 * The library with a language of no words in the place of its own: whatever a public function gives then holds codes,
 * values, and texts of the data that it was given, and not one Vietnamese or English word more.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi as vitest } from "vitest";
import { publicFunctions, rightCalls } from "../support/calls.ts";
import { foreignWords, textsIn } from "../support/wordless.ts";

vitest.mock("../../src/words/vi.ts", async (original) => {
  const { wordlessModule } = await import("../support/wordless.ts");
  return wordlessModule(await original());
});
vitest.mock("../../src/words/en.ts", async (original) => {
  const { wordlessModule } = await import("../support/wordless.ts");
  return wordlessModule(await original());
});

/** Codes, ids and keys, as results hold them; words for people have a capital, a space or a mark. */
const isCode = (text: string): boolean => /^[A-Za-z0-9_$]+([-.:/#][A-Za-z0-9_$]+)*$/.test(text);

const folder = new URL("../../criteria/", import.meta.url).pathname;
const shipped = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((it) => it.endsWith(".json"))
  .map((file): unknown => JSON.parse(readFileSync(join(folder, file), "utf8")));

/** What has letters and is no word: digests, addresses, the library's name, marks of a page, formulas, score vectors. */
const noWords =
  /\b[0-9a-f]{64}\b|https:\S*|par-index\/\d[^ ]*|<style>[^<]*<\/style>|<[^>]*>|&\w+;|[A-Z]+(?=\()|\$?[A-Z]{1,3}\$?\d+|^PI1;.*/g;

/** Calls that say the same with another layout: columns that are wrapped would cut codes in two. */
const laidOut: Readonly<Record<string, object>> = { criteriaTable: { markdown: true } };

/** The schema of a record is data of its file, with words of its own in both languages. */
const described: ReadonlySet<string> = new Set(["recordJsonSchema"]);

const callable = [...publicFunctions.keys()].sort();

test("the list of calls has every public function", () => {
  expect(Object.keys(rightCalls).sort()).toEqual(callable);
});

test.each(callable.filter((name) => !described.has(name)))("%s gives no word of its own", async (name) => {
  const { given, options } = rightCalls[name] ?? { given: [] };
  const result = await publicFunctions.get(name)?.(
    ...given,
    ...(options === undefined ? [] : [{ ...options, ...laidOut[name] }]),
  );
  const foreign = foreignWords([given, options, shipped]);
  const texts = typeof result === "string" ? [result] : [...textsIn(result)].filter((it) => !isCode(it));
  const words = texts.flatMap((text) => foreign(text.replace(noWords, " ")));
  expect([...new Set(words)].slice(0, 30)).toEqual([]);
});
