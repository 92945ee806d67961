/** What apps carry: one that computes scores and reads nothing has none of what reads; each of the others has its limit. */
import { describe, expect, test } from "vitest";
import { en } from "../../src/words/en.ts";
import { vi } from "../../src/words/vi.ts";
import { type AppWords, type Language, languages } from "../../src/words/words.ts";
import { bundle, scorePath } from "../support/bundle.ts";

const words = "Correct it.";
const tables: Readonly<Record<Language, AppWords>> = { vi, en };

test.each(["src/index.ts", "dist/index.js"])("the score path from %s is small", async (entry) => {
  // zod and decimal.js are at hand: whatever were kept of them would count.
  const { code, gzipped, files } = await bundle(scorePath(entry));
  expect(gzipped).toBeLessThanOrEqual(16_000);
  expect(files.filter((file) => file.startsWith("node_modules/"))).toEqual([]);
  expect(new TextDecoder().decode(code)).not.toContain(words);
});

test("what reads has zod, and what says issues has their words, so that both would be seen", async () => {
  const reading = await bundle('export { readRound } from "./src/index.ts"');
  expect(reading.files.some((file) => file.startsWith("node_modules/zod/"))).toBe(true);
  expect(new TextDecoder().decode(reading.code)).not.toContain(words);
  const saying = await bundle('export { issueText } from "./src/index.ts"');
  expect(new TextDecoder().decode(saying.code)).toContain(words);
});

test.each(["src/index.ts", "dist/index.js"])(
  "an app of one language leaves the others out, from %s",
  async (entry) => {
    const saidIn = async (names: string): Promise<readonly string[]> => {
      const code = new TextDecoder()
        .decode((await bundle(`export { ${names} } from "./${entry}"`)).code)
        // The bundler writes signs beyond ASCII by their numbers.
        .replace(/\\[ux]([\dA-F]{4}|[\dA-F]{2})/g, (_, sign: string) =>
          String.fromCharCode(Number.parseInt(sign, 16)),
        );
      return languages.filter((language) => code.includes(tables[language].history.noHistory));
    };
    for (const language of languages)
      expect(await saidIn(`historyTextIn, explanationTextIn, ${language}`)).toEqual([language]);
    expect(await saidIn("historyText")).toEqual(languages);
    expect(await saidIn("historyTextIn, explanationTextIn, appraise, score")).toEqual([]);
  },
);

describe("gzipped, with zod and decimal.js, an app that", () => {
  const reading = "assess, readCriteriaSet";

  test.each([
    ["reads and scores", reading, 72_000],
    ["says issues in one language", `${reading}, issueTextIn, vi`, 100_000],
    ["says issues in two languages", `${reading}, issueText`, 112_500],
    ["reads, scores and explains", `${reading}, explain, explanationText`, 140_000],
  ])("%s has at most so many bytes", async (_, names, most) => {
    const { gzipped } = await bundle(`export { ${names} } from "./dist/index.js"`);
    expect(gzipped).toBeLessThanOrEqual(most);
  });
});

describe("the built-in sets", () => {
  const setsIn = ({ files }: Awaited<ReturnType<typeof bundle>>): readonly string[] =>
    files.filter((file) => file.startsWith("criteria/"));

  test("one that is imported as its file brings no other", async () => {
    const file = "criteria/moha/ministry/2023.1.json";
    const bare = await bundle('export { readCriteriaSet } from "par-index"');
    const one = await bundle(
      `import file from "par-index/${file}" with { type: "json" };
      import { readCriteriaSet } from "par-index";
      export const set = readCriteriaSet(file);`,
    );
    expect(setsIn(one)).toEqual([file]);
    expect(one.gzipped - bare.gzipped).toBeLessThanOrEqual(1500);
  });

  test("all come with criteriaSet, which finds them by id and day", async () => {
    const all = await bundle('export { criteriaSet } from "par-index/criteria"');
    expect(setsIn(all).length).toBeGreaterThan(1);
  });
});
