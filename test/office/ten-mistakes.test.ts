/**
 * Ten forms as ten officers typed them from the annex in docs/examples/guide, written by another program, with one
 * mistake in each: every one is found from the messages alone, by its file, row and column, and all else is read.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCriteriaSet } from "par-index";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { gatherRound, startRound } from "../../src/office.ts";
import { viWords } from "../../src/words/vi.ts";

type Typed = readonly (string | number | null)[];
const heading: Typed = ["Mã", "Tên tiêu chí", "Số liệu", "Điểm tự chấm", "Tài liệu kiểm chứng", "Giải trình"];
const report = "Báo cáo số 45/BC-UBND ngày 02/12/2026 của Ủy ban nhân dân xã Hòa Lâm";

/** The rows that every form has, filled in rightly; a mistake takes the place of the row with its code. */
const right: readonly Typed[] = [
  ["1", "Công tác chỉ đạo, điều hành cải cách hành chính", null, null, null, null],
  ["1.1", "Ban hành kế hoạch năm", null, 1, report, null],
  ["1.1#january", "trong tháng 01", "x", null, null, null],
  ["1.1#february", "trong tháng 02", null, null, null, null],
  ["1.1#late", "sau tháng 02", null, null, null, null],
  ["1.3", "Hoàn thành kế hoạch", null, null, report, null],
  ["1.3#numerator", "đã hoàn thành", 18, null, null, null],
  ["1.3#denominator", "trong kế hoạch", 20, null, null, null],
  ["1.4", "Tin, bài", null, null, report, null],
  ["1.4#count", "số tin, bài", 4, null, null, null],
  ["2.1", "Hồ sơ đúng hạn", null, null, report, null],
  ["2.1#numerator", "đúng hạn", "1.184", null, null, null],
  ["2.1#denominator", "đã giải quyết", "1.200", null, null, null],
  ["3.3", "Phản ánh, kiến nghị", "Không áp dụng", null, null, "Trong năm không nhận phản ánh nào."],
];

const mistakes: readonly (readonly [name: string, rows: readonly Typed[], found: RegExp])[] = [
  ["Phòng Kinh tế", [["1.3#denominator", "trong kế hoạch", null, null, null, null]], /Ô C13: Thiếu số liệu/],
  ["Phòng Văn hóa", [["2.1#numerator", "đúng hạn", "98,7 %", null, null, null]], /Ô C17: “98,7 %”/],
  ["Phòng Nội vụ", [["1.3#numerator", "đã hoàn thành", 21, null, null, null]], /Ô C1[123]: .*21.*20/],
  ["Phòng Tư pháp", [["1.1#february", "trong tháng 02", "x", null, null, null]], /Ô C9: .*january, february/],
  ["Phòng Y tế", [], /phong-y-te\.xlsx.*Ô B3: .*Phòng Y Tế tỉnh/],
  [
    "Phòng Thuế",
    [["1.4", "Tin, bài", null, null, "Báo cáo 45/BC-UBND", null]],
    /Ô E14: .*“Báo cáo 45\/BC-UBND”/,
  ],
  ["Phòng Đất đai", [["2.1#numerator", "đúng hạn", 1.184, null, null, null]], /Ô C17: .*1184/],
  ["Phòng Xây dựng", [["1.4#count", "số tin, bài", "#DIV/0!", null, null, null]], /Ô C15: .*#DIV\/0!/],
  ["Phòng Giáo dục", [["3.3", "Phản ánh, kiến nghị", "Không áp dụng", null, null, null]], /Ô F19: .*lý do/],
  ["Phòng Tài chính", [["1.4#count", "số tin, bài", "bốn", null, null, null]], /Ô C15: “bốn”/],
];

const folder = mkdtempSync(join(tmpdir(), "par-index-ten-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file name, and an id, as a person would form it. */
const idOf = (name: string): string =>
  name.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "").replaceAll(" ", "-");

describe("ten forms with ten mistakes", () => {
  const said: string[] = [];
  const desk = {
    language: "vi",
    words: viWords,
    out: (text: string) => said.push(text),
    err: (text: string) => said.push(text),
  } as const;

  beforeAll(async () => {
    const text = readFileSync(new URL("../../docs/examples/guide/2026.1.json", import.meta.url), "utf8");
    const set = readCriteriaSet(JSON.parse(text));
    const list = join(folder, "danh-sach.xlsx");
    const write = (rows: readonly Typed[], file: string) =>
      writeExcelFile(rows.map((row) => [...row])).toFile(file);
    await write([["Tên"], ...mistakes.map(([name]) => [name])], list);
    startRound(desk, { set, text, folder, list });
    mkdirSync(join(folder, "phieu"), { recursive: true });
    for (const [name, rows] of mistakes) {
      const head: readonly Typed[] = [
        ["PHIẾU TỰ CHẤM ĐIỂM NĂM 2026"],
        ["Bộ tiêu chí", "hoa-lam/office/2026.1"],
        ["Đơn vị", rows.length === 0 ? "Phòng Y Tế tỉnh" : name],
        [null],
        heading,
      ];
      const body = right.map((row) => rows.find(([code]) => code === row[0]) ?? row);
      await write([...head, ...body], join(folder, "phieu", `${idOf(name)}.xlsx`));
    }
    said.length = 0;
    gatherRound(desk, folder);
  });

  test.each(mistakes)("%s", (name, _, found) => {
    const own = said.filter((line) => line.startsWith(`phieu/${idOf(name)}.xlsx`) && line.includes("lỗi"));
    expect(own.join("\n")).toMatch(found);
  });

  test("there is no error but these ten, and all else is read", () => {
    expect(said.at(-1)).toMatch(/^10 đơn vị, 9 phiếu đã nhận; 10 lỗi/);
    const round = JSON.parse(readFileSync(join(folder, "round.json"), "utf8"));
    const own = round.selfAssessments.find(({ unit }: { unit: string }) => unit === "phong-tai-chinh");
    expect(own.answers.map(({ item }: { item: string }) => item)).toEqual(["1.1", "1.3", "2.1", "3.3"]);
  });
});
