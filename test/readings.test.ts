/** docs/readings.md: a number is given once, and the head of the page names the highest, after which the next one comes. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const page = readFileSync(new URL("../docs/readings.md", import.meta.url), "utf8");
const numbers = [...page.matchAll(/^### (\d+)$/gm)].map(([, number]) => Number(number));

test("no number is given twice, and the highest stands at the head", () => {
  expect(numbers.length).toBeGreaterThan(170);
  expect(numbers.filter((it, at) => numbers.indexOf(it) !== at)).toEqual([]);
  expect(page).toContain(`the highest is ${Math.max(...numbers)}`);
});

test("what a reading points to is there", () => {
  const named = [...page.matchAll(/\]\(#(\d+)\)/g)].map(([, number]) => Number(number));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((it) => !numbers.includes(it))).toEqual([]);
});
