/** What an app carries that computes scores and reads nothing: at most 25 kB, and none of what reads. */
import { expect, test } from "vitest";
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
