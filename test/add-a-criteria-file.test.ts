/** The guide for a province, followed step by step: its files, its commands, its spreadsheets and its two scores. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assess, readRound } from "par-index";
import {
  checkCriteriaText,
  diffCriteriaSets,
  diffText,
  parseCriteriaSet,
  readSelfAssessmentRows,
  selfAssessmentRows,
} from "par-index/check";
import { criteriaSet } from "par-index/criteria";
import { readSheet } from "read-excel-file/node";
import { afterAll, describe, expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { guideFolder, openWorkshop } from "./support/guide-page.ts";
import { checkout } from "./support/packed.ts";

const workshop = openWorkshop();
afterAll(() => workshop.remove());

const textOf = (name: string): string => readFileSync(join(guideFolder, name), "utf8");
const setText = textOf("2026.1.json");
const set = parseCriteriaSet(setText);
const round = readRound(set, JSON.parse(textOf("round.json")));
/** The cells of a spreadsheet, as one writes them. */
const sheetOf = async (file: string): Promise<readonly (readonly (string | number | null)[])[]> =>
  (await readSheet(join(guideFolder, file))).map((row) =>
    row.map((cell) => (typeof cell === "number" || cell === null ? cell : String(cell))),
  );
const pages = ["docs/add-a-criteria-file.md", "docs/vi/add-a-criteria-file.md"];
const pageText = (page: string): string => readFileSync(join(checkout, page), "utf8");
const blocks = (text: string, language: string): readonly string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    ([, body]) => body ?? "",
  );

describe.each(pages)("%s", (page) => {
  const text = pageText(page);
  const folder = workshop.folder();

  test("prints what its commands print today, and ends with the round that is shipped", async () => {
    const told = await workshop.replayed(text, folder);
    expect(told.split("\n").filter((line) => line.startsWith("$ ")).length).toBeGreaterThanOrEqual(13);
    await expect(told).toMatchFileSnapshot(join(checkout, page));
    // What the reader types by hand after the forms are in.
    const started = readFileSync(join(folder, "my-round.json"), "utf8");
    const decisions = blocks(text, "json").find((it) => it.includes('"ledger"')) ?? "";
    const ended = started.replace('  "ledger": [],\n  "acts": []\n', decisions);
    expect(ended).not.toBe(started);
    expect(JSON.parse(ended)).toEqual(JSON.parse(textOf("round.json")));
  });

  test("shows nothing that is not in the files", () => {
    const shown = blocks(text, "json").filter((it) => !it.includes("editionNote"));
    expect(shown.length).toBeGreaterThanOrEqual(12);
    const files = ["2026.1.json", "round-start.json", "round.json"].map(textOf).join("\n");
    for (const block of shown) expect(files).toContain(block);
  });

  test("writes the note of a next edition that the checker accepts", () => {
    const note = blocks(text, "json").find((it) => it.includes("editionNote")) ?? "";
    const next = setText
      .replace('  "edition": 1,\n', note)
      .replace('"from": "90", "below": "95"', '"from": "90", "below": "96"')
      .replace('"from": "95", "below": "99"', '"from": "96", "below": "99"');
    expect(checkCriteriaText(next)).toEqual([]);
    const words = diffText(diffCriteriaSets(set, parseCriteriaSet(next)), "en");
    expect(words).toContain("from 95%");
    expect(words).toContain("from 96%");
  });
});

test("both quote what a wrong cell is answered with", async () => {
  const rows = (await sheetOf("phong-kinh-te.xlsx")).map((row) =>
    row.map((cell) => (row[0] === "1.3#numerator" && cell === 19 ? "19 nhiệm vụ" : cell)),
  );
  const away = workshop.folder();
  await writeExcelFile(rows).toFile(join(away, "phong-kinh-te.xlsx"));
  const line = `node read-form.mjs 2026.1.json my-round.json tan-lam-kinh-te phong-kinh-te.xlsx 2026-12-10 "Trưởng phòng"`;
  const answer = await workshop.typed(line, away);
  for (const page of pages) expect(blocks(pageText(page), "text")).toEqual([`${answer}\n`]);
  expect(readFileSync(join(away, "my-round.json"), "utf8")).toBe(textOf("round-start.json"));
});

test("a framework is proven as the guides say", async () => {
  const away = workshop.folder();
  const file = JSON.parse(setText);
  const domains = file.items.map(({ items: _, ...domain }: Record<string, unknown>) => domain);
  const framework = { ...file, id: "hoa-lam/frame/2026", level: "frame", isFramework: true };
  const link = { set: framework.id, edition: 1 };
  const write = (name: string, value: unknown): void =>
    writeFileSync(join(away, name), JSON.stringify(value));
  write("frame.json", {
    ...framework,
    items: domains,
    totals: { counts: [3], leaves: 3 },
    levels: file.levels.slice(0, 1),
    sources: [],
    policies: {},
  });
  write("mine.json", { ...file, framework: link });
  write("off.json", { ...file, framework: { ...link, edition: 2 } });
  const check = (name: string): Promise<string> =>
    workshop.typed(`npx par-index check --framework frame.json ${name} --en`, away);
  expect(await check("mine.json")).toBe("mine.json: no issues");
  expect(await check("off.json")).toMatch(/: error /);
});

test("the two languages of the guide type the same, and show the same files", () => {
  const typed = pages.map((page) => {
    const text = pageText(page);
    const commands = text.split("\n").filter((line) => line.startsWith("$ "));
    return {
      commands: commands.map((line) => line.replace(" --en", "")),
      json: blocks(text, "json"),
    };
  });
  expect(typed[1]).toEqual(typed[0]);
});

test("the set is as the issue asks, and as its annex prints it", () => {
  expect(checkCriteriaText(setText)).toEqual([]);
  const criteria = set.items.flatMap(({ items }) => items ?? []);
  expect([set.items.length, criteria.length]).toEqual([3, 12]);
  expect(new Set(criteria.map(({ rule }) => rule?.kind)).size).toBeGreaterThanOrEqual(5);
  const printed = textOf("annex.md")
    .replace(/\*\*/g, "")
    .split("\n")
    .map((line) => line.split(" | "))
    .flatMap(([number = "", title, points]) =>
      /^\| \d/.test(number) ? [[number.slice(2), title, points]] : [],
    );
  const written = set.items.flatMap((it) => [it, ...(it.items ?? [])]);
  expect(written.map(({ number, title, maxPoints }) => [number, title.vi, maxPoints])).toEqual(printed);
});

test("each slip is one change of the finished file, and one issue", () => {
  const slips = ["slip-1-key.json", "slip-2-sum.json", "slip-3-bands.json"];
  const lines = setText.split("\n");
  for (const slip of slips) {
    const changed = textOf(slip).split("\n");
    expect(changed.filter((line, at) => line !== lines[at])).toHaveLength(1);
  }
  const codes = slips.map((slip) => checkCriteriaText(textOf(slip)).map(({ code }) => code));
  expect(codes).toEqual([["misspelt-key"], ["sum-differs"], ["bands-gap"]]);
});

test("two units are scored as by hand: 1703/116 of 18 points, and 16.1 of 20", () => {
  const { rankings } = assess(set, round);
  // 0.5 + 0.75 + 1.75 + 1 + 0 + 2 + 2 + 1 + 1.75 + 2 × 28/29 + 2 = 1703/116, of 18: 81.5613…
  // 1 + 1 + 1.8 + 1 + 0.5 + 2 + 1.4 + 1 + 2 + 1.9 + 1.5 + 1 = 16.1, of 20: 80.5
  expect(rankings[0]?.places.map(({ place, unit, index }) => [place, unit, index])).toEqual([
    [1, "tan-lam-van-hoa", "81.56"],
    [2, "tan-lam-kinh-te", "80.50"],
  ]);
});

describe("a spreadsheet", () => {
  const forms = [
    ["phong-kinh-te.xlsx", "tan-lam-kinh-te"],
    ["phong-van-hoa-xa-hoi.xlsx", "tan-lam-van-hoa"],
  ] as const;

  test.each(forms)("%s keeps what the form has, and reads as the round says", async (file, unit) => {
    const rows = await sheetOf(file);
    const expected = round.selfAssessments.find((it) => it.unit === unit);
    const options = { unit, submitted: expected?.submitted, approved: expected?.approved };
    expect(readSelfAssessmentRows(set, rows, options)).toEqual(expected);
    expect(rows.map((row) => row.slice(0, 3))).toEqual(selfAssessmentRows(set).map((row) => row.slice(0, 3)));
  });

  test("goes through both libraries and comes back as it was, also with a title above and columns exchanged", async () => {
    const rows = await sheetOf("phong-kinh-te.xlsx");
    const moved = [
      [{ value: "BÁO CÁO TỰ CHẤM ĐIỂM", columnSpan: 3 }],
      ...rows.map((row) => [...row].reverse()),
    ];
    const back = await readSheet(await writeExcelFile(moved).toBuffer());
    const unit = { unit: "tan-lam-kinh-te" };
    expect(readSelfAssessmentRows(set, back, unit)).toEqual(readSelfAssessmentRows(set, rows, unit));
  });

  test("of a shipped set has a form that a spreadsheet keeps", async () => {
    const rows = selfAssessmentRows(criteriaSet("hoa-lam/department/2026"));
    const back = await readSheet(await writeExcelFile(rows.map((row) => [...row])).toBuffer());
    expect(back).toEqual(rows);
  });
});
