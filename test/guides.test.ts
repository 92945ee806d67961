/** The transcripts of the guides are replayed through Node's own REPL, and compared line by line. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { assess } from "par-index";
import { parseCriteriaSet, readRoundSheets, roundSheets, selfAssessmentRows } from "par-index/check";
import { describe, expect, test } from "vitest";
import { checkCriteriaSet } from "../src/set/check.ts";
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

/** The guide to a round in spreadsheets: its fences are one criteria file, its tables the sheets and the form of one round. */
const sheetPages = ["docs/run-a-round-in-spreadsheets.md", "docs/vi/run-a-round-in-spreadsheets.md"];

const fencesOn = (text: string): string =>
  [...text.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, body]) => body).join("");

/** The rows of a sheet as the page prints them, by its name in bold letters. */
function sheetOn(text: string, name: string): readonly (readonly string[])[] {
  const [, after = ""] = text.split(`\n**${name}**: `);
  const [table = ""] = /^(?:\|.*\n)+/m.exec(after) ?? [];
  const rows = table.trimEnd().split("\n");
  return rows.flatMap((row, at) =>
    at === 1
      ? []
      : [
          row
            .split("|")
            .slice(1, -1)
            .map((it) => it.trim()),
        ],
  );
}

/** What the form of the page is filled in with, by the code of the row; and the points that it says, by item. */
function formOn(text: string) {
  const rows = [...text.matchAll(/^\| (\d\.\d) \| `(\w+)` \| .* \| (.*) \| (.*) \|$/gm)];
  const cells = rows.flatMap(([, , , filled = ""]) => [...filled.matchAll(/`([^`]+)` `([^`]+)`/g)]);
  return {
    kinds: [...new Set(rows.map(([, , kind]) => kind))],
    cells: new Map(cells.map(([, code = "", cell = ""]) => [code, cell])),
    points: rows.flatMap(([, item, , , points = ""]) =>
      /^\d/.test(points) ? [[item, points.replace(" *", "")]] : [],
    ),
  };
}

describe.each(sheetPages)("%s", (page) => {
  const text = readFileSync(join(checkout, page), "utf8");
  const file = fencesOn(text);
  const set = parseCriteriaSet(file);
  const { kinds, cells, points } = formOn(text);

  const formOf = (unit: { id: string; name: string }, filled: ReadonlyMap<string, string>) => {
    const own = { id: unit.id, name: { vi: unit.name }, group: "xa", kinds: [] };
    const round = { set: set.id, edition: 1, title: { vi: "Chấm điểm cải cách hành chính năm 2026" } };
    const rows = selfAssessmentRows(set, { unit: own, round }).map((row) => {
      const [code] = row;
      const figure = filled.get(String(code));
      const isLeaf = [...filled.keys()].some((it) => it === code || it.startsWith(`${code}#`));
      if (figure === undefined && !isLeaf) return [...row];
      const evidence = isLeaf && !String(code).includes("#") ? "12/BC-UBND; UBND xã; 01/12/2026" : null;
      return [...row.slice(0, 3), figure ?? null, null, evidence];
    });
    return { name: unit.id, rows };
  };

  const written = roundSheets(set).map(({ name, rows }, at) => {
    const [heading = [], ...others] = sheetOn(text, name);
    if (at === 0)
      return {
        name,
        rows: rows.map(([label, cell]) => {
          const said = [heading, ...others].find(([it]) => it === label);
          return [label ?? null, said?.[1] ?? cell ?? null];
        }),
      };
    const [columns = []] = rows;
    expect(heading.filter((it) => !columns.includes(it))).toEqual([]);
    const cell = (row: readonly string[], column: unknown) => row[heading.indexOf(String(column))] || null;
    return { name, rows: [columns, ...others.map((row) => columns.map((it) => cell(row, it)))] };
  });
  const forms = [
    formOf({ id: "xa-tan-hoa", name: "Xã Tân Hòa" }, cells),
    formOf({ id: "xa-binh-son", name: "Xã Bình Sơn" }, new Map([["3.1#count", "6000"]])),
    formOf({ id: "xa-pu-sao", name: "Xã Pù Sao" }, new Map([["1.1", "Sau tháng 01"]])),
  ];
  const { round, issues } = readRoundSheets(set, written, { forms });

  test("its fences are one criteria file without any issue, of every kind of rule", () => {
    expect(checkCriteriaSet(JSON.parse(file))).toEqual([]);
    expect(kinds).toHaveLength(11);
    const printed = [...file.matchAll(/"rule": \{ "kind": "(\w+)"/g)].map(([, kind]) => kind);
    expect(printed.filter((kind) => !kinds.includes(kind))).toEqual([]);
  });

  test("its tables are sheets that are read without error, none of them empty", () => {
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    for (const { name, rows } of written) expect([name, rows.length > 1]).toEqual([name, true]);
  });

  test("the form gives the points that it says, and the whole what it says", () => {
    if (round === undefined) throw new Error("no round");
    const alone = assess(set, { ...round, ledger: [], acts: [] });
    const shown = alone.scores
      .find(({ unit }) => unit === "xa-tan-hoa")
      ?.items.map(({ item, points: own }) => [item, own?.replace(".", ",")]);
    expect(shown).toEqual(expect.arrayContaining(points));
    const { scores } = assess(set, round);
    const [binhSon, , tanHoa] = scores;
    expect([tanHoa?.unit, tanHoa?.points, tanHoa?.index, tanHoa?.grade]).toEqual([
      "xa-tan-hoa",
      "31.04",
      "77.59",
      "kha",
    ]);
    const decimals = page.includes("/vi/") ? "77,59 %" : "77.59 %";
    expect(text).toContain(decimals);
    expect(tanHoa?.items.find(({ item }) => item === "3.3")?.points).toBe("5.04");
    // Handed in within its extension: nothing is taken off but the penalty; its kind is exempt from 2.2.
    expect(binhSon?.lines.map(({ kind, id, points: own }) => [kind, id, own])).toEqual([
      ["penalty", "p1", "-1"],
    ]);
    expect(binhSon?.items.find(({ item }) => item === "2.2")?.state).toBe("not-applicable");
  });
});

test("both languages of the guide to spreadsheets show one file and one workbook", () => {
  const [en = "", vi = ""] = sheetPages.map((page) => readFileSync(join(checkout, page), "utf8"));
  expect(fencesOn(en)).toBe(fencesOn(vi));
  for (const { name } of roundSheets(parseCriteriaSet(fencesOn(vi))))
    expect(sheetOn(en, name)).toEqual(sheetOn(vi, name));
});
