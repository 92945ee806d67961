/**
 * The year of ten communes as ten officials typed it, kept as LibreOffice saved it (`an-binh/type.py` types it), with
 * ten mistakes: each is found from the messages alone, by file, sheet and cell, and all else is read.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readRound } from "par-index";
import { parseCriteriaSet } from "par-index/check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { atDesk, gatherRound } from "../../src/office.ts";
import { viWords } from "../../src/words/vi.ts";

interface Mistake {
  readonly what: string;
  /** As a pattern: of two forms of one unit, either may be the one that is named. */
  readonly file: string;
  /** Empty where the file as a whole cannot be read. */
  readonly sheet: string;
  readonly cell: string;
  /** What the message has to say: what is wrong, and how to mend it. */
  readonly says: RegExp;
}

const form = (what: string, unit: string, cell: string, says: RegExp): Mistake => ({
  ...{ what, file: `phieu/${unit}\\.xlsx`, sheet: "Phiếu", cell, says },
});

const mistakes: readonly Mistake[] = [
  form("78,5 in a cell made a percentage", "xa-phu-loc", "D29", /7\.850 % vượt quá 100 %.*Kiểm tra lại/),
  form("a form sent twice", "xa-an-hoa( \\(1\\))?", "D4", /(An Hòa|an-hoa).*[Gg]iữ lại một/),
  form(
    "a year on another unit's form",
    "xa-(long-dien|binh-thuan)",
    "D4",
    /(Long Điền|long-dien).*[Gg]iữ lại một/,
  ),
  form("a deleted row", "phuong-loc-son", "A18", /Thiếu dòng .*1\.3#numerator.*Chép lại/),
  form("a document of 31/02", "phuong-trung-tam", "F13", /không phải ngày có thật.*Viết lại ngày/),
  {
    ...{ what: "a name misspelt", file: "dot\\.xlsx", sheet: "Ý kiến thẩm định", cell: "A3" },
    says: /“Xã Thạch Mỹ”.*Xã Thạnh Mỹ\?/,
  },
  form("3.400 that became 3,4", "phuong-ben-cat-do", "D27", /3,4, không phải số nguyên.*ghi lại là 3400/),
  form("1,5 typed as a text", "xa-thanh-my", "D22", /“1,5” không phải là số lượng.*Sửa lại/),
  form("an error of a formula", "phuong-vinh-phu", "D35", /#DIV\/0!.*ghi thẳng số liệu/),
  {
    ...{ what: "an .xls that was renamed", file: "phieu/bo-sung\\.xlsx", sheet: "", cell: "" },
    says: /Excel đời cũ \(\.xls\).*lưu lại/,
  },
];

/** How a message begins that is about this file, sheet and cell. */
const placeOf = ({ file, sheet, cell }: Mistake): RegExp => {
  const [, column, row] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const place = `(Ô ${cell}|Dòng ${row}, cột ${column}): `;
  return new RegExp(sheet === "" ? `^${file}: ` : `^${file} › ${sheet}: lỗi: ${place}`);
};

const folder = mkdtempSync(join(tmpdir(), "par-index-ten-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a year with ten mistakes", () => {
  const said: string[] = [];
  const add = (text: string) => said.push(text);
  let code = 0;
  beforeAll(() => {
    cpSync(fileURLToPath(new URL("an-binh", import.meta.url)), folder, { recursive: true });
    writeFileSync(join(folder, "phieu/~$xa-an-hoa.xlsx"), "\u000cNguyen Van A");
    code = atDesk({ language: "vi", words: viWords, out: add, err: add }, (desk) =>
      gatherRound(desk, folder),
    );
  });

  test.each(mistakes.map((it) => [it.what, it] as const))(
    "%s is found by file, sheet and cell",
    (_, mistake) => {
      const own = said.filter((line) => placeOf(mistake).test(line));
      expect(own.join("\n")).toMatch(mistake.says);
    },
  );

  test("nothing else is called an error, and the form that is open somewhere is only named", () => {
    const places = mistakes.map(placeOf);
    const other = said.filter((line) => / lỗi: /.test(line) && !places.some((it) => it.test(line)));
    expect(other).toEqual([]);
    expect(said.join("\n")).toMatch(/phieu\/~\$xa-an-hoa\.xlsx: tệp tạm của Excel, bỏ qua/);
    expect(code).toBe(1);
  });

  test("all else is read: items that are left open are those with a mistake", () => {
    const set = parseCriteriaSet(readFileSync(join(folder, "bo-tieu-chi.json"), "utf8"));
    const round = readRound(set, JSON.parse(readFileSync(join(folder, "round.json"), "utf8")));
    const own = ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "3.1", "3.3"];
    const open = round.selfAssessments.map(({ unit, answers }) => {
      const told = new Set(answers.map(({ item }) => item));
      return [unit, own.filter((item) => !told.has(item))];
    });
    expect(Object.fromEntries(open)).toEqual({
      ...{ "phuong-ben-cat-do": ["2.1"], "phuong-loc-son": ["1.3"], "phuong-trung-tam": ["1.2"] },
      ...{ "phuong-vinh-phu": ["1.3"], "xa-an-hoa": [], "xa-long-dien": [], "xa-phu-loc": ["2.2"] },
      ...{ "xa-tan-phuoc": [], "xa-thanh-my": ["1.4"] },
    });
    const answer = (unit: string, item: string) =>
      round.selfAssessments.find((it) => it.unit === unit)?.answers.find((it) => it.item === item)?.facts;
    // Rows sorted by their names, a renamed sheet with “Không phát sinh”, and half days.
    expect(answer("phuong-vinh-phu", "2.1")).toEqual({ numerator: 2950, denominator: 3000 });
    expect(answer("xa-tan-phuoc", "2.3")).toEqual({
      breaches: [
        { breach: "khong-xin-loi", count: 0 },
        { breach: "giay-to-thua", count: 0 },
      ],
    });
    expect(answer("phuong-ben-cat-do", "3.1")).toEqual({ value: "8.25" });
    expect(round.ledger.map(({ unit, item }) => `${unit} ${item}`).sort()).toEqual([
      ...["phuong-trung-tam 2.3", "xa-long-dien 3.3", "xa-phu-loc 1.3"],
    ]);
    expect(round.statistics).toHaveLength(10);
    expect(round.tally?.counts).toHaveLength(20);
  });
});
