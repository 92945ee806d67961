/**
 * The officer's year in a folder of spreadsheets: made, filled in as people do, gathered. Every mess is named with file,
 * sheet and cell, and the rest is read.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { type Round, readRound } from "par-index";
import { parseCriteriaSet } from "par-index/check";
import { criteriaSet } from "par-index/criteria";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { atDesk, gatherRound, importSurvey, startRound } from "../../src/office.ts";
import type { LaidSheet } from "../../src/sheets/laid-form.ts";
import { viWords } from "../../src/words/vi.ts";
import { openWorkbook, workbookBytes } from "../../src/workbook.ts";

/** The two lines that the guide to a round quotes of what `gather` says, in each language. */
const quoted = ["run-a-round-in-spreadsheets.md", "vi/run-a-round-in-spreadsheets.md"].map((page) => {
  const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), "utf8");
  return /```text\n(.*)\n(.*)\n```/.exec(text)?.slice(1) ?? [];
});

const root = mkdtempSync(join(tmpdir(), "par-index-office-"));
afterAll(() => rmSync(root, { recursive: true }));
let at = 0;
let folder = "";
let out: string[] = [];
let err: string[] = [];
beforeEach(() => {
  at += 1;
  folder = join(root, `dot-${at}`);
  out = [];
  err = [];
});

const desk = {
  language: "vi",
  words: viWords,
  out: (text: string) => out.push(text),
  err: (text: string) => err.push(text),
} as const;
const set = criteriaSet("hoa-lam/commune/2026");
const text = JSON.stringify(set);

type Rows = (string | number | null)[][];
const book = (name: string, rows: Rows): LaidSheet => ({
  name,
  rows,
  widths: [12],
  look: () => ({}),
  rules: [],
  formulas: new Map(),
  isProtected: false,
});
const save = (file: string, ...sheets: LaidSheet[]): void => {
  mkdirSync(join(folder, file, ".."), { recursive: true });
  writeFileSync(join(folder, file), workbookBytes(sheets));
};

/** The sheets of a file as plain cells, to be changed and saved again. */
function sheetsOf(file: string): { name: string; rows: Rows }[] {
  const opened = openWorkbook(readFileSync(join(folder, file)));
  if ("fault" in opened) throw new Error(opened.fault);
  const plain = (cell: unknown): string | number | null => {
    if (typeof cell === "object" && cell !== null && "value" in cell) return cell.value as number;
    return (cell ?? null) as string | null;
  };
  return opened.sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(plain)) }));
}

function change(file: string, name: string, edit: (rows: Rows) => void): void {
  const sheets = sheetsOf(file);
  for (const sheet of sheets) if (sheet.name === name) edit(sheet.rows);
  save(file, ...sheets.map((sheet) => book(sheet.name, sheet.rows)));
}

/** Types into the column of a heading, in the row of a code. */
function fill(rows: Rows, code: string, heading: string, value: string | number): void {
  const head = rows.find((row) => row.includes("Mã") && row.includes("Số liệu")) ?? [];
  const row = rows.find(([first]) => first === code);
  if (row === undefined) throw new Error(`no row ${code}`);
  row[head.indexOf(heading)] = value;
}

const start = (units: readonly string[], list = join(root, `ds-${at}.xlsx`)): number => {
  writeFileSync(
    list,
    workbookBytes([
      book("Sheet1", [
        ["DANH SÁCH ĐƠN VỊ"],
        [],
        ["TT", "Tên đơn vị", "Nhóm"],
        ...units.map((name, index) => [index + 1, name, "Xã"]),
      ]),
    ]),
  );
  return atDesk(desk, (it) => startRound(it, { set, text, folder, list }));
};
const gather = (): number => {
  out = [];
  return atDesk(desk, (it) => gatherRound(it, folder));
};
const said = (): string => out.join("\n");
const round = (): Round => readRound(set, JSON.parse(readFileSync(join(folder, "round.json"), "utf8")));

const form = "phieu/xa-tan-hoa.xlsx";

describe("start", () => {
  test("makes the criteria file, the workbook and a form for each unit, named without an id typed", () => {
    expect(start(["Xã Tân Hòa", "Xã Đồi Thông"])).toBe(0);
    expect(readdirSync(folder).sort()).toEqual([".par-index.json", "bo-tieu-chi.json", "dot.xlsx", "phieu"]);
    expect(readdirSync(join(folder, "phieu")).sort()).toEqual(["xa-doi-thong.xlsx", "xa-tan-hoa.xlsx"]);
    expect(parseCriteriaSet(readFileSync(join(folder, "bo-tieu-chi.json"), "utf8"))).toEqual(set);
    const [sheet] = sheetsOf(form);
    expect(sheet?.rows.slice(0, 4).map(([label, name]) => [label, name])).toEqual([
      ["PHIẾU TỰ CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH", undefined],
      ["Bộ tiêu chí", set.title.vi],
      ["Đợt", set.title.vi],
      ["Đơn vị", "Xã Tân Hòa"],
    ]);
    const total = sheet?.rows.find(([, title]) => title === "Tổng cộng");
    expect(total?.[2]).toBe(100);
  });

  test("again adds the form of a new unit and overwrites nothing", () => {
    start(["Xã Tân Hòa"]);
    change(form, "Phiếu", (rows) => fill(rows, "3.4#numerator", "Số liệu", 9));
    const before = readFileSync(join(folder, form));
    change("dot.xlsx", "Đơn vị", (rows) => rows.push(["xa-b", "Xã B", null, "Xã"]));
    expect(start([])).toBe(0);
    expect(readFileSync(join(folder, form))).toEqual(before);
    expect(existsSync(join(folder, "phieu/xa-b.xlsx"))).toBe(true);
  });

  test("a unit that another has replaced has no form, and none of it is waited for", () => {
    start([]);
    change("dot.xlsx", "Đơn vị", (rows) =>
      rows.push(
        ["xa-cu", "Xã Cũ", null, "Xã"],
        ["xa-moi", "Xã Mới", null, "Xã", null, null, "xa-cu: 01/07/2025"],
      ),
    );
    expect(atDesk(desk, (it) => startRound(it, { set, text, folder }))).toBe(0);
    expect(readdirSync(join(folder, "phieu"))).toEqual(["xa-moi.xlsx"]);
    gather();
    expect(said()).not.toMatch(/phiếu của \d+ đơn vị: .*Xã Cũ/);
    expect(round().units.map(({ id }) => id)).toEqual(["xa-cu", "xa-moi"]);
  });

  test("a group that is none is named with the nearest, in its cell, and nothing is made", () => {
    const list = join(root, "sai.xlsx");
    writeFileSync(
      list,
      workbookBytes([
        book("A", [
          ["Tên", "Nhóm"],
          ["Xã A", "Xaã"],
        ]),
      ]),
    );
    expect(atDesk(desk, (it) => startRound(it, { set, text, folder, list }))).toBe(1);
    expect(err.join("\n")).toMatch(/sai\.xlsx › Đơn vị: lỗi: Ô B2: .*Xã/);
    expect(existsSync(folder)).toBe(false);
  });

  test("a folder of another set is left alone", () => {
    start(["Xã A"]);
    const other = criteriaSet("hoa-lam/department/2026");
    expect(startRound(desk, { set: other, text: JSON.stringify(other), folder })).toBe(1);
    expect(err.at(-1)).toMatch(/không ghi đè/);
  });

  test("a list that cannot be opened is refused by name", () => {
    const list = join(root, "cu.xls");
    writeFileSync(list, new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]));
    expect(startRound(desk, { set, text, folder, list })).toBe(1);
    expect(err.at(-1)).toMatch(/cu\.xls: lỗi: tệp Excel đời cũ/);
    expect(atDesk(desk, (it) => startRound(it, { set, text, folder, list: "khong-co.xlsx" }))).toBe(1);
    expect(err.at(-1)).toMatch(/khong-co\.xlsx: lỗi: không có tệp này/);
  });
});

describe("gather", () => {
  test("reads what was typed, says what is open, writes a note, and says what changed", () => {
    start(["Xã Tân Hòa", "Xã B"]);
    change("dot.xlsx", "Đơn vị", (rows) => {
      const row = rows.find(([id]) => id === "xa-tan-hoa") ?? [];
      row[(rows[0] ?? []).indexOf("Ngày nộp")] = "10/12/2026";
    });
    change(form, "Phiếu", (rows) => {
      fill(rows, "3.4#numerator", "Số liệu", "1.184");
      fill(rows, "3.4#denominator", "Số liệu", 1200);
      fill(rows, "3.4", "Tài liệu kiểm chứng", "Báo cáo số 12/BC-UBND ngày 20/11/2026 của UBND xã Tân Hòa");
    });
    gather();
    const own = round().selfAssessments.find(({ unit }) => unit === "xa-tan-hoa");
    expect(own?.submitted).toBe("2026-12-10");
    expect(own?.answers).toEqual([
      {
        item: "3.4",
        facts: { numerator: 1184, denominator: 1200 },
        evidence: [{ number: "12/BC-UBND", issuer: "UBND xã Tân Hòa", date: "2026-11-20", title: "Báo cáo" }],
      },
    ]);
    expect(said()).toMatch(/Xã Tân Hòa: còn chờ\n {2}Đơn vị: đơn vị chưa kê khai \(1\.1/);
    expect(readFileSync(join(folder, "ghi-chu/xa-tan-hoa.txt"), "utf8")).toMatch(
      /^Phản hồi về phiếu tự chấm điểm: Xã Tân Hòa\n/,
    );
    gather();
    expect(said()).toMatch(/Không có thay đổi/);
    change(form, "Phiếu", (rows) => fill(rows, "3.4#numerator", "Số liệu", 1190));
    gather();
    expect(said()).toMatch(/- Xã Tân Hòa: đổi các mục 3\.4/);
  });

  test("a form that nobody wrote in is none that was received", () => {
    start(["Xã Tân Hòa", "Xã B"]);
    change(form, "Phiếu", (rows) => {
      fill(rows, "3.4#numerator", "Số liệu", 40);
      fill(rows, "3.4#denominator", "Số liệu", 50);
    });
    expect(gather()).toBe(0);
    expect(said()).toMatch(/Chưa nhận được phiếu của 1 đơn vị: Xã B\./);
    expect(said()).toMatch(/2 đơn vị, 1 phiếu đã nhận/);
  });

  test("does not overwrite a note that a person wrote in", () => {
    start(["Xã Tân Hòa"]);
    gather();
    const note = join(folder, "ghi-chu/xa-tan-hoa.txt");
    writeFileSync(note, "Đã gọi điện ngày 5/12.");
    change(form, "Phiếu", (rows) => fill(rows, "3.4#numerator", "Số liệu", "?"));
    expect(gather()).toBe(1);
    expect(readFileSync(note, "utf8")).toBe("Đã gọi điện ngày 5/12.");
    expect(said()).toMatch(/ghi-chu\/xa-tan-hoa\.txt: có người đã sửa/);
  });

  test("never says that it wrote a round which somebody changed", () => {
    start(["Xã Tân Hòa"]);
    expect(gather()).toBe(0);
    expect(said()).toMatch(/Đã ghi round\.json; phản hồi/);
    const path = join(folder, "round.json");
    const mine = `${readFileSync(path, "utf8")}\n`;
    writeFileSync(path, mine);
    expect(gather()).toBe(1);
    expect(readFileSync(path, "utf8")).toBe(mine);
    expect(said()).toMatch(/round\.json: có người đã sửa/);
    expect(said()).toMatch(/Không ghi lại round\.json; phản hồi/);
    expect(said()).not.toMatch(/Đã ghi round\.json/);
  });

  test("a folder without its files, or none at all, is said", () => {
    expect(gather()).toBe(1);
    expect(err.at(-1)).toMatch(/thiếu tệp “bo-tieu-chi\.json”/);
    mkdirSync(folder);
    writeFileSync(join(folder, "bo-tieu-chi.json"), text);
    expect(gather()).toBe(1);
    expect(err.at(-1)).toMatch(/thiếu tệp “dot\.xlsx”/);
  });

  test("after the act of the first stage there is a form of explanation, which is read back", () => {
    start(["Xã Tân Hòa"]);
    change("dot.xlsx", "Hội đồng", (rows) => {
      rows.push(["hd", "Hội đồng", null, "to", "Tổ công tác", null, "Ông A", "lần 1"]);
      rows.push(["hd", "Hội đồng", null, "ct", "Chủ tịch", null, "Bà B", "kết luận"]);
    });
    change("dot.xlsx", "Đơn vị", (rows) => {
      const row = rows[1] ?? [];
      row[(rows[0] ?? []).indexOf("Hội đồng")] = "Hội đồng";
      row[(rows[0] ?? []).indexOf("Ngày nộp")] = "10/12/2026";
    });
    change("dot.xlsx", "Ý kiến thẩm định", (rows) => {
      const entry: Rows[number] = ["Xã Tân Hòa", "3.4", "Lần 1", "Tổ công tác", "11/01/2027", "trả lại"];
      entry[(rows[0] ?? []).indexOf("Lý do")] = "Số liệu không khớp báo cáo.";
      rows.push(entry);
    });
    change("dot.xlsx", "Quyết định", (rows) => rows.push(["lần 1", "Hội đồng", "15/TB-HĐTĐ", "12/01/2027"]));
    gather();
    const explanation = "giai-trinh/xa-tan-hoa.xlsx";
    expect(said()).toMatch(/1 phiếu giải trình mới/);
    const [sheet] = sheetsOf(explanation);
    const codes = sheet?.rows.map(([code]) => code).filter((code) => /^\d/.test(String(code)));
    expect(codes).toEqual(["3.4", "3.4#numerator", "3.4#denominator"]);
    expect(sheet?.rows.find(([code]) => code === "3.4")?.at(-1)).toBe("trả lại; Số liệu không khớp báo cáo.");
    change(explanation, "Phiếu", (rows) => {
      fill(rows, "3.4#numerator", "Số liệu", 50);
      fill(rows, "3.4#denominator", "Số liệu", 50);
      fill(rows, "3.4", "Giải trình", "Đã đối chiếu lại.");
    });
    expect(gather()).toBe(1);
    expect(said()).toMatch(/giai-trinh\/xa-tan-hoa\.xlsx.*: lỗi: .*chưa ghi ngày giải trình/);
    change(explanation, "Phiếu", (rows) => {
      const row = rows.find(([label]) => label === "Ngày giải trình") ?? [];
      row[3] = "20/01/2027";
    });
    gather();
    expect(round().ledger.at(-1)).toEqual({
      ...{ unit: "xa-tan-hoa", item: "3.4", stage: "first", by: "unit", date: "2027-01-20", kind: "explain" },
      ...{
        facts: { numerator: 50, denominator: 50 },
        reason: "Đã đối chiếu lại.",
        evidence: [],
        findings: [],
      },
    });
  });
});

describe("what arrives in the folder of forms", () => {
  const put = (name: string, bytes: Uint8Array | string): void =>
    writeFileSync(join(folder, "phieu", name), bytes);
  beforeEach(() => {
    start(["Xã Tân Hòa", "Xã B"]);
    change(form, "Phiếu", (rows) => {
      fill(rows, "3.4#numerator", "Số liệu", 40);
      fill(rows, "3.4#denominator", "Số liệu", 50);
    });
  });
  const isRead = (): void => {
    expect(round().selfAssessments.find(({ unit }) => unit === "xa-tan-hoa")?.answers[0]?.facts).toEqual({
      numerator: 40,
      denominator: 50,
    });
  };
  const mess: readonly (readonly [string, () => void, RegExp])[] = [
    [
      "two forms of one unit",
      () => put("xa-tan-hoa (1).xlsx", readFileSync(join(folder, form))),
      /phieu\/xa-tan-hoa \(1\)\.xlsx › Phiếu: lỗi: .*đã đọc phieu\/xa-tan-hoa\.xlsx/,
    ],
    [
      "an .ods file",
      () => put("c.ods", zipSync({ mimetype: new Uint8Array(1), "content.xml": new Uint8Array(1) })),
      /phieu\/c\.ods: lỗi: tệp OpenDocument/,
    ],
    [
      "an .xls file",
      () => put("c.xls", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])),
      /phieu\/c\.xls: lỗi: tệp Excel đời cũ/,
    ],
    [
      "a file with a password",
      () => {
        const bytes = new Uint8Array(2048);
        bytes.set([0xd0, 0xcf, 0x11, 0xe0]);
        bytes.set(Buffer.from("EncryptedPackage", "utf16le"), 1024);
        put("c.xlsx", bytes);
      },
      /phieu\/c\.xlsx: lỗi: tệp có mật khẩu, không đọc được\./,
    ],
    [
      "a file that unpacks to more than any form",
      () => put("c.xlsx", zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(200_000_000) }, { level: 1 })),
      /phieu\/c\.xlsx: lỗi: tệp quá lớn, hoặc giải nén ra quá lớn; không mở\./,
    ],
    [
      "entities of its own",
      () => {
        const parts = unzipSync(readFileSync(join(folder, form)));
        const xml = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
        const bomb = '<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet';
        put(
          "c.xlsx",
          zipSync({ ...parts, "xl/worksheets/sheet1.xml": strToU8(xml.replace("<worksheet", bomb)) }),
        );
      },
      /phieu\/c\.xlsx: lỗi: tệp chứa khai báo thực thể XML/,
    ],
    [
      "a form of another edition",
      () =>
        change("phieu/xa-b.xlsx", "Phiếu", (rows) => {
          (rows[1] ?? [])[3] = "hoa-lam/commune/2026.2";
        }),
      /phieu\/xa-b\.xlsx › Phiếu: lỗi: Ô D2: .*hoa-lam\/commune\/2026\.2/,
    ],
    [
      "a folder among the forms",
      () => mkdirSync(join(folder, "phieu/nop lai.xlsx")),
      /phieu\/nop lai\.xlsx: lỗi: thư mục con, không đọc\. Chép phiếu trong đó ra phieu\/\./,
    ],
    [
      "a second form in one file",
      () =>
        save(
          "phieu/xa-b.xlsx",
          ...["Phiếu", "Phiếu (2)"].map((name) => book(name, sheetsOf(form)[0]?.rows ?? [])),
        ),
      /phieu\/xa-b\.xlsx: lỗi: có nhiều trang là phiếu: đã đọc trang “Phiếu”, không đọc Phiếu \(2\)/,
    ],
    ["a broken file", () => put("c.xlsx", "x"), /phieu\/c\.xlsx: lỗi: không phải tệp bảng tính/],
    [
      "a workbook without a form",
      () => save("phieu/c.xlsx", book("A", [["Danh sách"]])),
      /phieu\/c\.xlsx: lỗi: không có trang nào là phiếu/,
    ],
    [
      "a form of another set",
      () =>
        change("phieu/xa-b.xlsx", "Phiếu", (rows) => {
          (rows[1] ?? [])[3] = "hoa-lam/department/2026.1";
        }),
      /phieu\/xa-b\.xlsx › Phiếu: lỗi: Ô D2: /,
    ],
    [
      "a form of a unit that is none",
      () =>
        change("phieu/xa-b.xlsx", "Phiếu", (rows) => {
          (rows[3] ?? [])[3] = "xa-c";
        }),
      /phieu\/xa-b\.xlsx › Phiếu: lỗi: .*xa-c/,
    ],
    [
      "a column that was deleted",
      () =>
        change("phieu/xa-b.xlsx", "Phiếu", (rows) => {
          for (const row of rows) row.splice(5, 1);
        }),
      /phieu\/xa-b\.xlsx › Phiếu: lỗi: Dòng 7: .*Tài liệu kiểm chứng/,
    ],
    [
      "a sheet of the round that was renamed",
      () =>
        save(
          "dot.xlsx",
          ...sheetsOf("dot.xlsx").map(({ name, rows }) => book(name === "Hội đồng" ? "HĐ" : name, rows)),
        ),
      /dot\.xlsx: lỗi: không có trang “Hội đồng”/,
    ],
    [
      "a percentage in a cell of counts",
      () => change("phieu/xa-b.xlsx", "Phiếu", (rows) => fill(rows, "3.4#numerator", "Số liệu", "98,7 %")),
      /phieu\/xa-b\.xlsx › Phiếu: lỗi: Ô D\d+: “98,7 %”/,
    ],
    [
      "a number 1.184 where a count is asked (B7)",
      () => change("phieu/xa-b.xlsx", "Phiếu", (rows) => fill(rows, "3.4#numerator", "Số liệu", 1.184)),
      /phieu\/xa-b\.xlsx › Phiếu: lỗi: Ô D\d+: .*1184/,
    ],
    [
      "an error of a formula (B9)",
      () => change("phieu/xa-b.xlsx", "Phiếu", (rows) => fill(rows, "3.4#numerator", "Số liệu", "#DIV/0!")),
      /phieu\/xa-b\.xlsx › Phiếu: lỗi: Ô D\d+: .*#DIV\/0!/,
    ],
    [
      "a name in the ledger that is nearly right (B10)",
      () =>
        change("dot.xlsx", "Ý kiến thẩm định", (rows) =>
          rows.push(["Xã Tân Hoà", "3.4", "lần 1", "Chủ tich", "1/1/2027", "công nhận"]),
        ),
      /dot\.xlsx › Ý kiến thẩm định: lỗi: Ô A2: .*Xã Tân Hòa/,
    ],
    [
      "rows that were deleted",
      () =>
        change("phieu/xa-b.xlsx", "Phiếu", (rows) => {
          fill(rows, "3.4#numerator", "Số liệu", 4);
          rows.splice(
            rows.findIndex(([code]) => code === "3.4#denominator"),
            1,
          );
        }),
      /phieu\/xa-b\.xlsx › Phiếu: lỗi: Ô A\d+: .*3\.4#denominator/,
    ],
  ];
  test.each(mess)("%s is named, and the rest is read", (_, make, expected) => {
    make();
    expect(gather()).toBe(1);
    expect(said()).toMatch(expected);
    isRead();
  });

  test("what belongs to no round is only named, and a form that cannot be opened is not called missing", () => {
    put("~$xa-b.xlsx", "x");
    put("c.docx", "x");
    expect(gather()).toBe(0);
    expect(said()).toMatch(/phieu\/~\$xa-b\.xlsx: cảnh báo: tệp tạm của Excel/);
    expect(said()).toMatch(/phieu\/c\.docx: cảnh báo: không phải bảng tính/);
    for (const [, line] of quoted) expect(said().split("\n")).toContain(line);
    put("xa-b.xlsx", "x");
    expect(gather()).toBe(1);
    expect(said()).toMatch(/Đã có tệp nhưng chưa đọc được phiếu của 1 đơn vị: Xã B\./);
    expect(said()).not.toMatch(/Chưa nhận được phiếu/);
  });

  const fine: readonly (readonly [string, () => void])[] = [
    [
      "a form with the former name of the round",
      () =>
        change("phieu/xa-b.xlsx", "Phiếu", (rows) => {
          (rows[2] ?? [])[1] = "PAR INDEX 2025";
        }),
    ],
    [
      "an instruction sheet in front that has a heading of the form",
      () =>
        save(
          form,
          book("Hướng dẫn", [["Mã", "ghi ở cột A"], ["1"]]),
          ...sheetsOf(form).map(({ name, rows }) => book(name, rows)),
        ),
    ],
    [
      "a form that came under another name, beside the one that was given out",
      () => {
        save("phieu/xa tan hoa nop.xlsx", ...sheetsOf(form).map(({ name, rows }) => book(name, rows)));
        change(form, "Phiếu", (rows) => {
          fill(rows, "3.4#numerator", "Số liệu", "");
          fill(rows, "3.4#denominator", "Số liệu", "");
        });
      },
    ],
    [
      "a form whose rows were sorted with the signatures",
      () =>
        change(form, "Phiếu", (rows) => {
          const head = rows.splice(0, 7);
          rows.sort(([, one], [, other]) => (String(one) < String(other) ? -1 : 1)).unshift(...head);
        }),
    ],
    [
      "an instruction sheet in front",
      () =>
        save(
          form,
          book("Hướng dẫn", [["Mã số thuế", "ghi ở đây"]]),
          ...sheetsOf(form).map(({ name, rows }) => book(name, rows)),
        ),
    ],
    ["a sheet renamed", () => save(form, ...sheetsOf(form).map(({ rows }) => book("Trang tính 1", rows)))],
    [
      "a column moved",
      () =>
        change(form, "Phiếu", (rows) => {
          for (const row of rows) row.splice(1, 0, null, null);
        }),
    ],
    [
      "rows sorted the other way",
      () =>
        change(form, "Phiếu", (rows) => {
          const head = rows.splice(0, 7);
          rows.reverse().unshift(...head);
        }),
    ],
    [
      "CSV with semicolons and a byte order mark",
      () => {
        const [sheet] = sheetsOf(form);
        const lines = (sheet?.rows ?? []).map((row) =>
          row.map((cell) => `"${String(cell ?? "").replaceAll('"', '""')}"`).join(";"),
        );
        rmSync(join(folder, form));
        put("tan-hoa.csv", `\ufeff${lines.join("\r\n")}\r\n`);
      },
    ],
  ];
  test.each(fine)("%s is read", (_, make) => {
    make();
    gather();
    isRead();
    expect(said()).not.toMatch(/phieu\/.*: lỗi: /);
  });

  test("10,000 rows beneath a form", () => {
    change(form, "Phiếu", (rows) => {
      for (let count = 0; count < 10_000; count++) rows.push([null, "ghi chú"]);
    });
    gather();
    isRead();
  });
});

describe("import", () => {
  const answers = (name: string, lines: readonly string[]): string => {
    const path = join(root, name);
    writeFileSync(path, lines.join("\r\n"));
    return path;
  };
  const [q1, q2] = [
    "Ông/Bà đánh giá thế nào về thái độ phục vụ của công chức tại bộ phận một cửa?",
    "Ông/Bà đánh giá thế nào về thời gian giải quyết hồ sơ?",
  ];
  beforeEach(() => {
    start(["Xã Tân Hòa", "Xã B"]);
  });

  test("counts the answer sheets of a form service, once", () => {
    const lines = Array.from(
      { length: 60 },
      (_, index) =>
        `1/11/2026;${index < 40 ? "Xã Tân Hòa" : "xã b"};Tốt (rất hài lòng);${index === 0 ? "" : "Khá (hài lòng)"}`,
    );
    const path = answers("phieu-a.csv", [`\ufeffDấu thời gian;Đơn vị;${q1};${q2}`, ...lines, ""]);
    expect(importSurvey(desk, folder, [path])).toBe(0);
    expect(said()).toMatch(/60 dòng, 60 phiếu hợp lệ của “Phiếu A: người dân, doanh nghiệp”/);
    gather();
    expect(round().tally.batches).toEqual(["phieu-a"]);
    expect(round().tally.counts.find(({ unit }) => unit === "xa-tan-hoa")).toMatchObject({
      questionnaire: "people",
      forms: 40,
      questions: [
        { question: "q1", options: [{ option: "a", count: 40 }] },
        { question: "q2", options: [{ option: "b", count: 39 }] },
      ],
    });
    expect(importSurvey(desk, folder, [path])).toBe(1);
    expect(err.at(-1)).toMatch(/đã nhập trước đây/);
  });

  test("says what did not count and why, in the sheet too, and that the survey changed", () => {
    gather();
    const path = answers("phieu-a.csv", [
      `Đơn vị,${q1},${q2}`,
      "Xã B,,",
      "Xã B,Tốt (rất hài lòng),",
      "Xã C,,Khá (hài lòng)",
    ]);
    importSurvey(desk, folder, [path]);
    expect(said()).toMatch(
      /phieu-a\.csv: cảnh báo: không tính: không rõ đơn vị: 1; phiếu không có câu trả lời hợp lệ: 1\./,
    );
    const [frame, survey] = ["Đợt", "Khảo sát"].map((name) =>
      sheetsOf("khao-sat/phieu-a.xlsx").find((it) => it.name === name),
    );
    expect(frame?.rows.find(([label]) => label === "Phiếu không rõ đơn vị")?.[1]).toBe("không rõ đơn vị: 1");
    expect(survey?.rows[0]?.slice(4, 7)).toEqual(["Câu hỏi", "Tốt (rất hài lòng)", "Khá (hài lòng)"]);
    expect(survey?.rows[1]?.slice(3, 6)).toEqual(["phiếu không có câu trả lời hợp lệ: 1", q1, 1]);
    gather();
    expect(said()).toMatch(/- Sổ của đợt: đổi các trang Khảo sát/);
    expect(round().tally.invalid).toEqual([{ code: "malformed-unit", count: 1 }]);
  });

  test("names a unit and an option that are none, by row and column", () => {
    const path = answers("sai.csv", [
      `Đơn vị,${q1},${q2}`,
      "Xã Tân Hoa,Tốt (rất hài lòng),",
      "Xã B,Rất tốt,Khá (hài lòng)",
    ]);
    expect(importSurvey(desk, folder, [path])).toBe(1);
    expect(said()).toMatch(
      /sai\.csv: Dòng 2, cột “đơn vị”: không có đơn vị “Xã Tân Hoa”; có phải “Xã Tân Hòa”\?/,
    );
    expect(said()).toMatch(/sai\.csv: Dòng 3, cột “ông\/bà .*”: “Rất tốt” không phải phương án/);
  });

  test("a file without units, or without questions, is said", () => {
    expect(importSurvey(desk, folder, [answers("k.csv", ["a,b", "1,2"])])).toBe(1);
    expect(err.at(-1)).toMatch(/không thấy cột “Đơn vị”\. Các cột của tệp: a, b/);
    expect(importSurvey(desk, folder, [answers("k.csv", ["Đơn vị,b", "1,2"])])).toBe(1);
    expect(err.at(-1)).toMatch(/không nhận ra câu hỏi/);
  });

  describe("two forms that ask the same words", () => {
    const [people, cadres] = set.survey?.questionnaires ?? [];
    const shared = people?.questions[0]?.text.vi ?? "";
    const [own, other] = [people?.questions[1]?.text.vi, cadres?.questions[1]?.text.vi];
    const counted = (): unknown[] =>
      round().tally.counts.map(({ questionnaire, forms, questions }) => [
        questionnaire,
        forms,
        questions.map(({ question }) => question).join(" "),
      ]);
    beforeEach(() => {
      const file = JSON.parse(text);
      file.survey.questionnaires[1].questions[0].text.vi = shared;
      writeFileSync(join(folder, "bo-tieu-chi.json"), JSON.stringify(file));
    });

    test("a column that names the form decides, row by row, by title, its beginning or id", () => {
      const path = answers("hai.csv", [
        `Đơn vị;Mẫu phiếu;${shared};${own};${other}`,
        "Xã B;Phiếu A: người dân, doanh nghiệp;Tốt (rất hài lòng);Khá (hài lòng);",
        "Xã B;phiếu  b;Tốt (rất hài lòng);;Khá (hài lòng)",
        "Xã B;cadres;Khá (hài lòng);;",
      ]);
      expect([importSurvey(desk, folder, [path]), said(), err]).toEqual([
        0,
        expect.stringMatching(
          /3 dòng, 3 phiếu hợp lệ của “Phiếu A: người dân, doanh nghiệp, Phiếu B: đại biểu và cán bộ cơ sở”/,
        ),
        [],
      ]);
      gather();
      expect(counted()).toEqual([
        ["cadres", 2, "q1 q2"],
        ["people", 1, "q1 q2"],
      ]);
    });

    test("a form that is none, no form, and an answer to a question of the other form are named", () => {
      const path = answers("sai-phieu.csv", [
        `Đơn vị;Phiếu;${shared};${own};${other}`,
        "Xã B;Phiếu C;Tốt (rất hài lòng);;",
        "Xã B;;Tốt (rất hài lòng);;",
        "Xã B;Phiếu A;Tốt (rất hài lòng);;Khá (hài lòng)",
      ]);
      expect(importSurvey(desk, folder, [path])).toBe(1);
      expect(said()).toMatch(/Dòng 2, cột “phiếu”: không có phiếu “Phiếu C”; có phải “Phiếu A: /);
      expect(said()).toMatch(/Dòng 3, cột “phiếu”: không có phiếu “–”/);
      expect(said()).toMatch(/Dòng 4, cột “ông\/bà .*thủ tục.*”: câu hỏi này không thuộc “Phiếu A: /);
      expect(said()).toMatch(/không tính: .*: 2\./);
      gather();
      expect(counted()).toEqual([["people", 1, "q1"]]);
    });

    test("without it the other columns decide, else it is said what to add", () => {
      const path = answers("b.csv", [`Đơn vị;${shared};${other}`, "Xã B;Tốt (rất hài lòng);"]);
      expect(importSurvey(desk, folder, [path])).toBe(0);
      gather();
      expect(counted()).toEqual([["cadres", 1, "q1"]]);
      for (const [name, heading] of [
        ["c.csv", `Đơn vị;${shared}`],
        ["d.csv", `Đơn vị;${shared};${own};${other}`],
      ] as const) {
        expect(importSurvey(desk, folder, [answers(name, [heading, "Xã B;Tốt (rất hài lòng)"])])).toBe(1);
        expect(err.at(-1)).toMatch(
          /không rõ là phiếu nào: Phiếu A: .*, Phiếu B: .*\. Thêm cột “Phiếu”, mỗi dòng ghi tên hoặc mã phiếu/,
        );
      }
    });
  });

  test("a table of counts is taken as it is", () => {
    save(
      "../counts.xlsx",
      book("A", [
        ["Đơn vị", "Phiếu", "Số phiếu hợp lệ", "Không hợp lệ (mã: số)", "Câu hỏi", "a", "b", "c", "d", "e"],
        ["Xã B", "Phiếu A: người dân, doanh nghiệp", 50, null, "q1", 30, 20],
      ]),
    );
    expect(importSurvey(desk, folder, [join(root, "counts.xlsx")])).toBe(0);
    gather();
    expect(round().tally.counts).toEqual([
      {
        unit: "xa-b",
        questionnaire: "people",
        forms: 50,
        invalid: [],
        questions: [
          {
            question: "q1",
            options: [
              { option: "a", count: 30 },
              { option: "b", count: 20 },
            ],
          },
        ],
      },
    ]);
  });
});

describe("what an officer types", () => {
  const lines = (): readonly string[] => said().split("\n");
  beforeEach(() => start(["Xã Tân Hòa", "Xã B"]));

  test("a council without codes, named once for all its roles, with stages after commas", () => {
    change("dot.xlsx", "Hội đồng", (rows) => {
      rows.push([null, "Hội đồng số 1", null, null, "Tổ công tác", null, "Ông A", "lần 1"]);
      rows.push([null, null, null, null, "Chủ tịch", null, "Bà B", "kết luận, đính chính"]);
    });
    change("dot.xlsx", "Đơn vị", (rows) => {
      for (const row of rows.slice(1)) row[(rows[0] ?? []).indexOf("Hội đồng")] = "Hội đồng số 1";
    });
    gather();
    expect(lines().filter((line) => line.includes("lỗi"))).toEqual([expect.stringContaining("0 lỗi")]);
    expect(round().councils).toMatchObject([
      {
        id: "hoi-dong-so-1",
        units: ["xa-b", "xa-tan-hoa"],
        roles: [
          { id: "to-cong-tac", decides: ["first"] },
          { id: "chu-tich", decides: ["final", "correction"] },
        ],
      },
    ]);
  });

  test("figures alone, a fraction, an item that the spreadsheet made a number, and the name of an option", () => {
    change("dot.xlsx", "Hội đồng", (rows) => {
      rows.push([null, "Hội đồng", null, null, "Tổ công tác", null, "Ông A", "lần 1"]);
    });
    change("dot.xlsx", "Đơn vị", (rows) => {
      for (const row of rows.slice(1)) row[(rows[0] ?? []).indexOf("Hội đồng")] = "Hội đồng";
    });
    const entry = (rows: Rows, item: string | number, facts: string): Rows[number] => {
      const row: Rows[number] = ["Xã B", item, "lần 1", "Tổ công tác", "11/01/2027", "điều chỉnh"];
      row[(rows[0] ?? []).indexOf("Số liệu")] = facts;
      row[(rows[0] ?? []).indexOf("Lý do")] = "Đối chiếu lại.";
      return row;
    };
    change("dot.xlsx", "Ý kiến thẩm định", (rows) => {
      rows.push(entry(rows, 3.4, "18/20"));
      rows.push(entry(rows, "3.5", "nhiều lắm"));
    });
    change("dot.xlsx", "Số liệu", (rows) => rows.push(["Xã B", "7.3", "1,5"]));
    gather();
    expect(round().ledger).toMatchObject([{ item: "3.4", facts: { numerator: 18, denominator: 20 } }]);
    expect(round().statistics).toMatchObject([{ item: "7.3", facts: { value: "1.5" } }]);
    expect(lines().filter((line) => line.includes("lỗi: "))).toEqual([
      expect.stringMatching(/dot\.xlsx › Ý kiến thẩm định: lỗi: Ô G3: Không hiểu số liệu “nhiều lắm”/),
    ]);
  });

  test("the form of one unit with the name of another is not read, and whose form is missing is said", () => {
    change("phieu/xa-b.xlsx", "Phiếu", (rows) => {
      (rows[3] ?? [])[1] = "Xã Tân Hòa";
      fill(rows, "3.4#numerator", "Số liệu", 4);
    });
    expect(gather()).toBe(1);
    expect(said()).toMatch(/phieu\/xa-b\.xlsx › Phiếu: lỗi: Ô D4: .*“Xã Tân Hòa”.*“Xã B”/);
    expect(said()).toMatch(/Chưa nhận được phiếu của 2 đơn vị: .*Xã B/);
  });

  test("of two forms of one unit whose files have other names none is read", () => {
    const bytes = readFileSync(join(folder, "phieu/xa-b.xlsx"));
    writeFileSync(join(folder, "phieu/xa-b (1).xlsx"), bytes);
    writeFileSync(join(folder, "phieu/xa-b (2).xlsx"), bytes);
    rmSync(join(folder, "phieu/xa-b.xlsx"));
    gather();
    expect(said()).toMatch(/xa-b \(1\)\.xlsx › Phiếu: lỗi: .*xa-b \(2\)\.xlsx › Phiếu cũng vậy\./);
    expect(round().selfAssessments.map(({ unit }) => unit)).toEqual(["xa-tan-hoa"]);
  });

  test("the note to a unit has what stands in its own form, and nothing that the office owes", () => {
    change("phieu/xa-b.xlsx", "Phiếu", (rows) => {
      fill(rows, "3.4#numerator", "Điểm tự chấm", "x");
    });
    gather();
    const note = readFileSync(join(folder, "ghi-chu/xa-b.txt"), "utf8");
    expect(note).toContain("Chuyển sang cột “Số liệu” của cùng dòng này");
    expect(note).not.toMatch(/Khảo sát|Ngày nộp|Hội đồng:|statistics/);
    expect(readFileSync(join(folder, "tinh-hinh.txt"), "utf8")).toContain("Ngày nộp");
  });

  test("a row that is gone from a list of options or parts is an error, even where nothing else is marked", () => {
    change("phieu/xa-b.xlsx", "Phiếu", (rows) => {
      rows.splice(
        rows.findIndex(([code]) =>
          /^[\d.]+#(?!numerator|denominator|percent|count|value)/.test(String(code)),
        ),
        1,
      );
    });
    expect(gather()).toBe(1);
    expect(said()).toMatch(/phieu\/xa-b\.xlsx › Phiếu: lỗi: Ô A\d+: Thiếu dòng số liệu có mã [\d.]+#/);
  });

  test("a criteria file that is broken, and a folder in the place of a file, are said without a trace", () => {
    writeFileSync(join(folder, "bo-tieu-chi.json"), "{");
    expect(gather()).toBe(1);
    rmSync(join(folder, "bo-tieu-chi.json"));
    mkdirSync(join(folder, "bo-tieu-chi.json"));
    expect(gather()).toBe(1);
    expect(err.join("\n")).toMatch(/không đọc hoặc ghi được \(EISDIR\)/);
  });
});

describe("what a sheet says wrongly is named as officials know it", () => {
  const errors = (): readonly string[] => out.filter((line) => line.includes(": lỗi: "));
  const opinion = ["Xã Tân Hòa", "3.4", "lần 1", "Tổ công tác", "11/01/2027", "công nhận"];
  beforeEach(() => {
    start(["Xã Tân Hòa", "Xã B"]);
    change("dot.xlsx", "Hội đồng", (rows) =>
      rows.push([null, "Hội đồng số 1", null, null, "Tổ công tác", null, null, "lần 1"]),
    );
    change("dot.xlsx", "Đơn vị", (rows) => {
      for (const row of rows.slice(1)) row[8] = "Hội đồng số 1";
    });
    change(form, "Phiếu", (rows) => {
      fill(rows, "3.4#numerator", "Số liệu", 40);
      fill(rows, "3.4#denominator", "Số liệu", 50);
    });
  });

  test("an acceptance before the form is there waits for it; where the form says nothing, that is said", () => {
    change("dot.xlsx", "Ý kiến thẩm định", (rows) => rows.push(["Xã B", ...opinion.slice(1)], opinion));
    err = [];
    start(["Xã Tân Hòa", "Xã B"]);
    expect(err).toEqual([]);
    expect([gather(), errors(), said()]).toEqual([
      0,
      [],
      expect.stringMatching(/\n1 ý kiến “công nhận” chờ phiếu của: Xã B\./),
    ]);
    change("dot.xlsx", "Ý kiến thẩm định", (rows) => rows.push(opinion.with(1, "1.1")));
    gather();
    expect(errors()).toEqual([expect.stringMatching(/Ô F4: Mục 1\.1: đơn vị không đề nghị giá trị nào/)]);
  });

  const cases: readonly (readonly [string, string, (string | number | null)[][], readonly string[]])[] = [
    [
      "a day that no month has",
      "Ý kiến thẩm định",
      [opinion.with(4, "31/02/2027")],
      ["Ô E2: “31/02/2027” không phải ngày có thật. Viết lại theo ngày/tháng/năm, ví dụ 22/12/2026."],
    ],
    [
      "a role at a stage that is not its own",
      "Ý kiến thẩm định",
      [opinion.with(2, "kết luận")],
      [
        "Ô D2: “Tổ công tác” không quyết định ở “kết luận”. Sửa cột “Người quyết định”, hoặc ghi thêm “kết luận” vào cột “Quyết định ở” của trang “Hội đồng”.",
      ],
    ],
    [
      "two decisions on one item",
      "Ý kiến thẩm định",
      [opinion, opinion],
      [
        "Ô A3: Mục 3.4 đã có ý kiến ở “lần 1” (dòng 2). Mỗi lần thẩm định chỉ một ý kiến cho mỗi mục: giữ lại một.",
      ],
    ],
    [
      "an extension without a reason",
      "Gia hạn",
      [["Xã B", set.calendar[0]?.title.vi ?? "", "20/12/2026"]],
      ["Ô D2: Chưa ghi “Lý do”. Bổ sung."],
    ],
    [
      "more answers than forms",
      "Khảo sát",
      [["Xã B", "Phiếu A: người dân, doanh nghiệp", 60, null, "q1", 40, 40]],
      ["Ô E2: Câu hỏi có 80 lượt trả lời, nhiều hơn 60 phiếu hợp lệ. Kiểm tra lại các số lượng."],
    ],
  ];
  test.each(cases)("%s", (_, name, rows, expected) => {
    change("dot.xlsx", name, (sheet) => sheet.push(...rows));
    expect(gather()).toBe(1);
    expect(errors()).toEqual(expected.map((line) => `dot.xlsx › ${name}: lỗi: ${line}`));
  });

  test("a sheet that was renamed, and a heading, is said once and not again for what names it", () => {
    change("dot.xlsx", "Ý kiến thẩm định", (rows) => rows.push(opinion));
    change("dot.xlsx", "Số liệu", (rows) => {
      rows[0] = (rows[0] ?? []).map((cell) => (cell === "Số liệu" ? "Điểm số" : cell));
      rows.push(["Xã B", "7.3", "1,5"], ["Xã Tân Hòa", "7.3", "1,5"]);
    });
    save(
      "dot.xlsx",
      ...sheetsOf("dot.xlsx").map(({ name, rows }) => book(name === "Hội đồng" ? "HĐ" : name, rows)),
    );
    expect(gather()).toBe(1);
    expect(errors()).toEqual([
      "dot.xlsx › Số liệu: lỗi: Dòng 1: Dòng tiêu đề thiếu cột “Số liệu”. Ghi lại đúng tên cột.",
      "dot.xlsx: lỗi: Không có trang “Hội đồng”, nên không đọc được những gì dẫn tên ở trang ấy. Nếu trang bị đổi tên thì đặt lại tên này.",
    ]);
  });

  test("real figures by an illustrative set are pointed out", () => {
    change("dot.xlsx", "Đợt", (rows) => {
      for (const row of rows) if (row[0] === "Tính chất số liệu") row[1] = "thật";
    });
    gather();
    expect(said()).toMatch(
      /dot\.xlsx: cảnh báo: trang “Đợt” ghi số liệu “thật”, nhưng bộ tiêu chí ghi là minh họa/,
    );
  });

  test("no word about a sheet names a key of data", () => {
    const keys = Object.values(viWords.onSheets).filter((it) => /[“"(][a-zA-Z]{3,}[”")]/.test(it));
    expect(keys).toEqual([]);
  });
});

describe("a round of ten communes that are typed with ten other mistakes", () => {
  const names = [
    ...["Xã An Bình", "Xã Bình Sơn", "Xã Cẩm Lĩnh", "Xã Đông Phú", "Xã Hòa Tân"],
    ...["Xã Khánh Lộc", "Xã Lê Lợi", "Xã Minh Tân", "Xã Ngọc Hà", "Xã Mường Khao"],
  ];
  const formOf = (id: string): string => `phieu/${id}.xlsx`;
  const evidence = "Báo cáo số 12/BC-UBND ngày 20/11/2026 của UBND xã";
  const typed: Readonly<Record<string, string | number>> = {
    ...{
      "1.1#numerator": 18,
      "1.1#denominator": 20,
      "2.1": "đúng thời hạn",
      "2.3#numerator": 5,
      "2.3#denominator": 5,
    },
    ...{
      "3.4#numerator": 40,
      "3.4#denominator": 50,
      "6.1#numerator": 300,
      "6.1#denominator": 400,
      "6.3#percent": "85%",
    },
  };
  const items = ["1.1", "2.1", "2.3", "3.4", "6.1", "6.3"];
  type Typing = (code: string, heading: string, value: string | number) => void;
  const type = (id: string, typing: (type: Typing) => void): void =>
    change(formOf(id), "Phiếu", (rows) => typing((...cell) => fill(rows, ...cell)));
  const listed = (sheet: string, rows: readonly Readonly<Record<string, string>>[]): void =>
    change("dot.xlsx", sheet, (cells) => {
      for (const row of rows) cells.push((cells[0] ?? []).map((heading) => row[String(heading)] ?? null));
    });
  const entry = { "Lần thẩm định": "lần 1", "Người quyết định": "Tổ công tác", Ngày: "11/01/2027" };
  const decided = (unit: string, item: string, more: Readonly<Record<string, string>> = {}) => ({
    ...{ "Đơn vị": unit, Mục: item, ...entry, "Ý kiến": "công nhận" },
    ...more,
  });
  const adjusted = (unit: string, item: string, facts: string, reason: string) =>
    decided(unit, item, { "Ý kiến": "điều chỉnh", "Số liệu": facts, "Lý do": reason });

  test("all ten are found from the messages, each by file, sheet and cell, and nothing else is called an error", () => {
    start(names);
    change("dot.xlsx", "Đợt", (rows) => {
      for (const row of rows) if (row[0] === "Tên đợt") row[1] = "Chấm điểm cấp xã năm 2026";
    });
    // The name of the round stands in the forms that nobody filled in yet.
    atDesk(desk, (it) => startRound(it, { set, text, folder }));
    change("dot.xlsx", "Đơn vị", (rows) => {
      const [heading = [], ...units] = rows;
      for (const row of units) {
        row[heading.indexOf("Hội đồng")] = "Hội đồng tỉnh";
        row[heading.indexOf("Ngày nộp")] = row[1] === "Xã Đông Phú" ? "12/22/2026" : "10/12/2026";
      }
    });
    listed("Hội đồng", [
      { Tên: "Hội đồng tỉnh", "Vai trò": "Tổ công tác", "Quyết định ở": "lần 1, lần 2" },
      { "Vai trò": "Chủ tịch", "Quyết định ở": "kết luận" },
    ]);
    gather();
    const ids = round().units.map(({ id }) => id);
    for (const id of ids)
      type(id, (put) => {
        for (const [code, value] of Object.entries(typed)) put(code, "Số liệu", value);
        for (const item of items) put(item, "Tài liệu kiểm chứng", evidence);
      });
    type("xa-an-binh", (put) => put("3.4#numerator", "Số liệu", 52));
    type("xa-binh-son", (put) => put("2.1", "Số liệu", "Chậm hạn"));
    type("xa-cam-linh", (put) => {
      put("2.3", "Số liệu", "Không áp dụng");
      for (const key of ["numerator", "denominator"]) put(`2.3#${key}`, "Số liệu", "");
    });
    type("xa-hoa-tan", (put) => put("1.1#numerator", "Số liệu", "18/20"));
    type("xa-khanh-loc", (put) => put("1.1", "Tài liệu kiểm chứng", "Có kế hoạch của xã kèm theo"));
    listed("Ý kiến thẩm định", [
      ...names.flatMap((unit) => items.map((item) => decided(unit, item))),
      adjusted("Xã Minh Tân", "8.1", "1", "Mô hình được công nhận"),
      adjusted("Xã Ngọc Hà", "8.9", "1", "Mô hình mới"),
      decided("Xã Ngọc Hà", "1.2", { "Ý kiến": "trả lại" }),
      decided("Xã Minh Tân", "8.2", {
        "Người quyết định": "Chủ tịch",
        "Ý kiến": "giữ nguyên",
        "Lý do": "Không có",
      }),
    ]);
    listed(
      "Số liệu",
      names.map((unit) => ({
        "Đơn vị": unit,
        Mục: "7.3",
        "Số liệu": unit === "Xã Mường Khao" ? "1.5" : "1,5",
      })),
    );
    expect(gather()).toBe(1);
    expect(out.filter((line) => / lỗi: /.test(line))).toEqual([
      "dot.xlsx › Đơn vị: lỗi: Ô J5: “12/22/2026” không phải ngày có thật. Viết lại theo ngày/tháng/năm, ví dụ 22/12/2026.",
      "dot.xlsx › Ý kiến thẩm định: lỗi: Ô B63: Không tìm thấy “8.9”. Có phải: 8.1? Ghi đúng tên hoặc mã; nếu chưa có trong sổ thì bổ sung ở trang của nó.",
      "dot.xlsx › Số liệu: lỗi: Ô C11: “1.5” không phải là số viết đúng cách: dấu phẩy là dấu thập phân (98,5), không dùng dấu chấm, không ghi đơn vị. Sửa lại.",
      "phieu/xa-an-binh.xlsx › Phiếu: lỗi: Ô D39: Tiêu chí 3.4: tử số 52 lớn hơn mẫu số 50. Kiểm tra lại tử số và mẫu số.",
      "phieu/xa-binh-son.xlsx › Phiếu: lỗi: Ô D21: Tiêu chí 2.1: không có phương án “Chậm hạn”. Chọn một trong: Đúng thời hạn, Chậm thời hạn, Không ban hành.",
      "phieu/xa-cam-linh.xlsx › Phiếu: lỗi: Ô G24: Đề nghị không áp dụng mà chưa nêu lý do. Ghi lý do ở cột “Giải trình”.",
      "phieu/xa-hoa-tan.xlsx › Phiếu: lỗi: Ô D10: “18/20” không phải là số lượng: chỉ ghi số nguyên, dấu chấm chỉ để phân nhóm hàng nghìn (1.184). Sửa lại.",
      "phieu/xa-khanh-loc.xlsx › Phiếu: lỗi: Ô F9: Không đọc được tài liệu “Có kế hoạch của xã kèm theo”. Mỗi tài liệu ghi một dòng, đủ số, ngày và cơ quan: “Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã”, hoặc: số; cơ quan ban hành; ngày/tháng/năm; mục …; trang … (mục, trang không bắt buộc).",
      "dot.xlsx › Ý kiến thẩm định: lỗi: Ô K64: Mục 1.2: ý kiến làm thay đổi kết quả phải có lý do. Ghi ở cột “Lý do”.",
      "dot.xlsx › Ý kiến thẩm định: lỗi: Ô D65: “Chủ tịch” không quyết định ở “lần 1”. Sửa cột “Người quyết định”, hoặc ghi thêm “lần 1” vào cột “Quyết định ở” của trang “Hội đồng”.",
    ]);
    expect(said()).toMatch(/10 đơn vị, 10 phiếu đã nhận; 10 lỗi/);
    for (const [line] of quoted) expect(out).toContain(line);
    expect(said()).not.toMatch(/Phiếu ghi đợt/);
    expect(said()).not.toMatch(/Chưa nhận được phiếu/);
  });
});
