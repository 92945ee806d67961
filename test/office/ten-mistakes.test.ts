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

/** What was typed wrongly, and what is said of it: file, sheet, cell, what is wrong, how to mend it. */
const mistakes: readonly (readonly [string, string])[] = [
  [
    "an .xls that was renamed",
    "phieu/bo-sung.xlsx: lỗi: tệp Excel đời cũ (.xls), không đọc được. Mở bằng Excel rồi lưu lại thành “Excel Workbook (.xlsx)”.",
  ],
  [
    "a name misspelt",
    "dot.xlsx › Ý kiến thẩm định: lỗi: Ô A3: Không tìm thấy “Xã Thạch Mỹ”. Có phải: Xã Thạnh Mỹ? Ghi đúng tên hoặc mã; nếu chưa có trong sổ thì bổ sung ở trang của nó.",
  ],
  [
    "a form sent twice",
    "phieu/xa-an-hoa (1).xlsx › Phiếu: lỗi: Ô D4: Phiếu này ghi đơn vị “Xã An Hòa”, phieu/xa-an-hoa.xlsx › Phiếu cũng vậy; đã đọc phieu/xa-an-hoa.xlsx › Phiếu, không đọc tệp này. Kiểm tra tên đơn vị ở đầu mỗi phiếu và giữ lại một.",
  ],
  [
    "a year on another unit's form",
    "phieu/xa-binh-thuan.xlsx › Phiếu: lỗi: Ô D4: Phiếu này ghi đơn vị “Xã Long Điền”, phieu/xa-long-dien.xlsx › Phiếu cũng vậy; đã đọc phieu/xa-long-dien.xlsx › Phiếu, không đọc tệp này. Kiểm tra tên đơn vị ở đầu mỗi phiếu và giữ lại một.",
  ],
  [
    "3.400 that became 3,4",
    "phieu/phuong-ben-cat-do.xlsx › Phiếu: lỗi: Ô D27: Ô lưu số 3,4, không phải số nguyên. Nếu là 3.400 thì ghi lại là 3400, không dùng dấu chấm. Số lượng chỉ ghi số nguyên.",
  ],
  [
    "a deleted row",
    "phieu/phuong-loc-son.xlsx › Phiếu: lỗi: Ô A18: Thiếu dòng số liệu có mã 1.3#numerator. Chép lại dòng này từ phiếu.",
  ],
  [
    "a document of 31/02",
    "phieu/phuong-trung-tam.xlsx › Phiếu: lỗi: Ô F13: “31/02/2026” không phải ngày có thật. Viết lại theo ngày/tháng/năm, ví dụ 22/12/2026.",
  ],
  [
    "an error of a formula",
    "phieu/phuong-vinh-phu.xlsx › Phiếu: lỗi: Ô D35: Công thức ở ô này báo lỗi #DIV/0!. Sửa công thức, hoặc xóa công thức và ghi thẳng số liệu.",
  ],
  [
    "78,5 in a cell made a percentage",
    "phieu/xa-phu-loc.xlsx › Phiếu: lỗi: Ô D29: Tiêu chí 2.2: tỷ lệ 7.850 % vượt quá 100 %. Kiểm tra lại tỷ lệ; ô định dạng phần trăm thì gõ cả dấu, ví dụ 78,5%.",
  ],
  [
    "1,5 typed as a text",
    "phieu/xa-thanh-my.xlsx › Phiếu: lỗi: Ô D22: “1,5” không phải là số lượng: chỉ ghi số nguyên, dấu chấm chỉ để phân nhóm hàng nghìn (1.184). Sửa lại.",
  ],
];

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

  test.each(mistakes)("%s is found by file, sheet and cell, and how to mend it is said", (_, line) => {
    expect(said).toContain(line);
  });

  test("nothing else is called an error, and the form that is open somewhere is only named", () => {
    const lines = mistakes.map(([, line]) => line);
    expect(said.filter((line) => / lỗi: /.test(line) && !lines.includes(line))).toEqual([]);
    expect(said.join("\n")).toMatch(/phieu\/~\$xa-an-hoa\.xlsx: cảnh báo: tệp tạm của Excel, bỏ qua/);
    expect(said.at(-1)).toMatch(/^10 đơn vị, 9 phiếu đã nhận; 10 lỗi, 1 cảnh báo/);
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
