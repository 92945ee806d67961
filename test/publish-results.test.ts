/** The guide from a gathered round to published results, followed step by step in both languages. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openWorkshop } from "./support/guide-page.ts";
import { checkout } from "./support/packed.ts";

const workshop = openWorkshop();
afterAll(() => workshop.remove());

test.each(["docs/publish-results.md", "docs/vi/publish-results.md"])(
  "%s prints what its commands print today, and names files that they write",
  async (page) => {
    const folder = workshop.folder();
    const text = readFileSync(join(checkout, page), "utf8");
    const told = await workshop.replayed(text, folder);
    expect(told.split("\n").filter((line) => line.startsWith("$ ")).length).toBe(4);
    await expect(told).toMatchFileSnapshot(join(checkout, page));
    for (const name of [
      "ket-qua/ket-qua.html",
      "ket-qua/ket-qua.json",
      "cong-khai/ket-qua.html",
      "dinh-chinh/ket-qua.html",
    ])
      expect(existsSync(join(folder, name))).toBe(true);
    for (const [, picture = ""] of text.matchAll(/!\[.*\]\((.*)\)/g))
      expect(existsSync(join(checkout, page, "..", picture))).toBe(true);
  },
);
