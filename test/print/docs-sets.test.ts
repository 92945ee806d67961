/**
 * The tables in docs/sets/ are drawn from the files in criteria/: `npm run generate` writes them, and this finds a file
 * that is not what its set says.
 */
import { readdirSync } from "node:fs";
import { criteriaTable } from "par-index/check";
import { criteriaSet, criteriaSetIds } from "par-index/criteria";
import { expect, test } from "vitest";

const fileOf = (id: string): string => `${id.replaceAll("/", "-")}.md`;

const heading = (title: string, id: string): string =>
  `# ${title}\n\nIn từ tệp [criteria/${id}](../../criteria/${id}), không sửa ở đây. Drawn from that file by \`criteriaTable\`, not edited here.\n\n`;

test.each(criteriaSetIds)("docs/sets has the table of %s as it stands", async (id) => {
  const set = criteriaSet(id);
  const table = criteriaTable(set, "vi", { markdown: true, english: true });
  const text = `${heading(set.title.vi, `${id}.${set.edition}.json`)}${table}\n`;
  await expect(text).toMatchFileSnapshot(`../../docs/sets/${fileOf(id)}`);
});

test("docs/sets lists every set", async () => {
  const lines = criteriaSetIds.map((id) => {
    const { title, status } = criteriaSet(id);
    return `| [${id}](${fileOf(id)}) | ${status} | ${title.vi} |`;
  });
  const text = [
    "# Tables of the shipped criteria sets",
    "",
    "The whole of each set as a table, to be proof-read against the annex of its decision: Vietnamese, with English titles",
    "where the file has them. `npx vitest run test/print/docs-sets.test.ts -u` draws them, and this page, from `criteria/`; without `-u` it finds a table that is out of date.",
    "",
    "| set | status | title |",
    "| --- | --- | --- |",
    ...lines,
    "",
  ].join("\n");
  await expect(text).toMatchFileSnapshot("../../docs/sets/README.md");
});

test("docs/sets has no table of a set that is gone", () => {
  const files = readdirSync(new URL("../../docs/sets/", import.meta.url)).sort();
  const expected = ["README.md", ...criteriaSetIds.map(fileOf)];
  expect(files.filter((file) => !expected.includes(file))).toEqual([]);
});
