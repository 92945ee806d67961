// Whatever list is long, the work grows as the list does: counted, and not timed.
import { expect, test } from "vitest";
import { longLists } from "./bench/lists.ts";
import { growthOf } from "./support/work.ts";

test.each(longLists())("$name", async ({ small, make }) => {
  expect(await growthOf([small, 4 * small], make)).toBeLessThan(1.1);
});
