/** The guide from a gathered round to published results, followed step by step in both languages. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
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
    expect(told.split("\n").filter((line) => line.startsWith("$ ")).length).toBe(5);
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

test("the order of signing works: the digests announced after the decision are those of the page, and they hold", async () => {
  const folder = workshop.folder();
  const told = (line: string): Promise<string> => workshop.typed(`npx par-index ${line} --en`, folder);
  const page = (name: string): string => readFileSync(join(folder, name, "ket-qua.html"), "utf8");
  const signed = JSON.parse(readFileSync(join(folder, "round.json"), "utf8"));
  const submitted = { ...signed, acts: [] };
  writeFileSync(join(folder, "round-trinh.json"), JSON.stringify(submitted));
  await told("report --to trinh 2026.1.json round-trinh.json");
  await told("report 2026.1.json round.json");
  expect([page("trinh"), page("ket-qua")].map((it) => it.includes("NOT YET APPROVED"))).toEqual([
    true,
    false,
  ]);
  // Number and day of the decision are in the digest of the round; nothing else moved.
  expect(await told("compare --before round-trinh.json 2026.1.json round.json")).toContain(
    "2 units keep place and index.",
  );
  const announced = await told("seal --group office 2026.1.json round.json");
  const [, round = "", set = "", root = ""] =
    /^Round: (\w{64})\nCriteria set: (\w{64})\nRoot: (\w{64})$/m.exec(announced) ?? [];
  expect(page("ket-qua")).toContain(`round: ${round}`);
  expect(page("ket-qua")).toContain(`criteria set: ${set}`);
  expect(page("trinh")).toContain(`criteria set: ${set}`);
  expect(page("trinh")).not.toContain(round);
  const unit = "ban-ghi/tan-lam-kinh-te";
  const files = `--proof ${unit}.bang-chung.json ${unit}.json 2026.1.json round.json`;
  expect(await told(`verify --root ${root} ${files}`)).toContain("the sealed result comes out again");
});
