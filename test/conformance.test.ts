/** The published conformance vectors are what this library gives; `npm run generate` rewrites them. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { printed, recordVectors, scoreVectors } from "./support/conformance.ts";
import type { Raw } from "./support/random-round.ts";

test("the score vectors are what the library gives", async () => {
  await expect(printed(scoreVectors())).toMatchFileSnapshot("conformance/scores.json");
});

test("the record vectors are what the library gives", async () => {
  await expect(printed(recordVectors())).toMatchFileSnapshot("conformance/records.json");
});

test("there are at least 500 vectors, and they are of every state", () => {
  const { cases } = JSON.parse(readFileSync(new URL("conformance/scores.json", import.meta.url), "utf8"));
  const units = cases.flatMap((it: Raw) => it.units);
  expect(units.length).toBeGreaterThanOrEqual(500);
  expect(new Set(units.map(({ state }: Raw) => state))).toEqual(
    new Set(["complete", "provisional", "not-applicable", "refused", "unscored"]),
  );
});
