/** What an app carries that computes scores and reads nothing: at most 25 kB, and none of what reads. */
import { expect, test } from "vitest";
import { en } from "../../src/words/en.ts";
import { vi } from "../../src/words/vi.ts";
import { bundle, scorePath } from "../support/bundle.ts";

const words = "Correct it.";

test.each(["src/index.ts", "dist/index.js"])("the score path from %s is small", async (entry) => {
  // zod and decimal.js are at hand: whatever were kept of them would count.
  const { code, gzipped, files } = await bundle(scorePath(entry));
  expect(gzipped).toBeLessThanOrEqual(25_000);
  expect(files.filter((file) => file.startsWith("node_modules/"))).toEqual([]);
  expect(new TextDecoder().decode(code)).not.toContain(words);
});

test("what reads has zod and the words of issues, so that both would be seen", async () => {
  const { code, files } = await bundle('export { readRound } from "./src/index.ts"');
  expect(files.some((file) => file.startsWith("node_modules/zod/"))).toBe(true);
  expect(new TextDecoder().decode(code)).toContain(words);
});

test.each(["src/index.ts", "dist/index.js"])(
  "an app of one language leaves the other out, from %s",
  async (entry) => {
    const textOf = async (names: string): Promise<string> =>
      new TextDecoder()
        .decode((await bundle(`export { ${names} } from "./${entry}"`)).code)
        // The bundler writes signs beyond ASCII by their numbers.
        .replace(/\\[ux]([\dA-F]{4}|[\dA-F]{2})/g, (_, code: string) =>
          String.fromCharCode(Number.parseInt(code, 16)),
        );
    const [vietnamese, english] = [vi.history.noHistory, en.history.noHistory];
    const [alone, both, none] = [
      await textOf("historyTextIn, explanationTextIn, vi"),
      await textOf("historyText"),
      await textOf("historyTextIn, explanationTextIn, appraise, score"),
    ];
    expect([alone.includes(vietnamese), alone.includes(english)]).toEqual([true, false]);
    expect([both.includes(vietnamese), both.includes(english)]).toEqual([true, true]);
    expect([none.includes(vietnamese), none.includes(english)]).toEqual([false, false]);
  },
);
