/** The transcripts of the guides are replayed through Node's own REPL, and compared line by line. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkout } from "./support/packed.ts";
import { replayed } from "./support/transcript.ts";

const pages = ["docs/reproduce-a-score.md", "docs/vi/reproduce-a-score.md"];

test.each(pages)("%s: the REPL answers as it says", async (page) => {
  const text = readFileSync(join(checkout, page), "utf8");
  const told = await replayed(text);
  expect(told.split("\n").filter((line) => line.startsWith("> ")).length).toBeGreaterThan(20);
  await expect(told).toMatchFileSnapshot(join(checkout, page));
});

test("README.md: the REPL answers as it says", async () => {
  const page = join(checkout, "README.md");
  await expect(await replayed(readFileSync(page, "utf8"))).toMatchFileSnapshot(page);
});

test("the two languages of the guide type the same", () => {
  const typed = pages.map((page) =>
    readFileSync(join(checkout, page), "utf8")
      .split("\n")
      .filter((line) => line.startsWith("> ") || line.startsWith("$ "))
      .map((line) => line.replace(/"(?:en|vi)"/g, '"…"').replace(/ --en$/, "")),
  );
  expect(typed[1]).toEqual(typed[0]);
});

test("an answer that is not given is seen", async () => {
  const page = "```console\n$ node\n> 1 + 1\n3\n```\n";
  expect(await replayed(page)).toBe("```console\n$ node\n> 1 + 1\n2\n```\n");
});
