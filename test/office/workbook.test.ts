/** Workbooks written and read back, and what is refused before it is unpacked. */
import { readFileSync } from "node:fs";
import { strToU8, unzipSync, zipSync } from "fflate";
import { type Round, readRound, type Unit } from "par-index";
import { criteriaSet } from "par-index/criteria";
import { describe, expect, test } from "vitest";
import { elementAt } from "../../src/plain.ts";
import { columnLetters } from "../../src/sheets/cell.ts";
import { type LaidSheet, laidForm, laidRound } from "../../src/sheets/laid-form.ts";
import { readRoundSheets } from "../../src/sheets/round-reading.ts";
import type { ReadSheet } from "../../src/sheets/round-sheets.ts";
import { csvRows, openWorkbook, workbookBytes } from "../../src/workbook.ts";
import { officeFiles, officeFolder, officeFolderPath } from "../examples/make-office.ts";

const opened = (bytes: Uint8Array, file: string): readonly ReadSheet[] => {
  const book = openWorkbook(bytes);
  if ("fault" in book) throw new Error(book.fault);
  return book.sheets.map((sheet) => ({ ...sheet, file }));
};

const load = (name: string, id: string): Round => {
  const file = readFileSync(new URL(`../../docs/examples/${name}.json`, import.meta.url), "utf8");
  return readRound(criteriaSet(id), JSON.parse(file));
};

const sheet = (rows: LaidSheet["rows"], change: Partial<LaidSheet> = {}): LaidSheet => ({
  name: "Trang",
  rows,
  widths: [10],
  look: () => ({}),
  rules: [],
  formulas: new Map(),
  isProtected: false,
  ...change,
});

describe("a round as workbooks", () => {
  test.each([
    ["hoa-lam-departments-2026", "hoa-lam/department/2026"],
    ["hoa-lam-communes-2026", "hoa-lam/commune/2026"],
  ])("%s, written and read back, is the same round", (name, id) => {
    const round = load(name, id);
    const set = criteriaSet(id);
    const [book = [], ...forms] = officeFiles(set, round).map(({ file, sheets }) =>
      opened(workbookBytes(sheets), file),
    );
    const back = readRoundSheets(set, book, { forms: forms.flat() });
    expect(back.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(back.round).toEqual(round);
  });

  test("the folder in docs/examples is what its generator draws (npx tsx test/examples/write-office.ts)", () => {
    const differing = officeFolder().filter(
      ([name, bytes]) => !readFileSync(new URL(name, officeFolderPath)).equals(bytes),
    );
    expect(differing.map(([name]) => name)).toEqual([]);
  });

  test("the same sheets are the same bytes", () => {
    const laid = sheet([["a", 1]]);
    expect(workbookBytes([laid])).toEqual(workbookBytes([laid]));
  });
});

describe("what is written", () => {
  test("a text that begins as a formula stays a text, signs of markup and odd ones too", () => {
    const texts = ["=1+1", "+84", "-x", "@a", "<b>&\"'", "dòng 1\ndòng 2", "_x000D_", "  hai bên  "];
    const bytes = workbookBytes([sheet(texts.map((text) => [text]))]);
    const xml = new TextDecoder().decode(unzipSync(bytes)["xl/worksheets/sheet1.xml"]);
    expect(xml).not.toContain("<f>");
    const [back] = opened(bytes, "a.xlsx");
    expect(back?.rows.map(([cell]) => cell)).toEqual(texts.map((text) => text.replace("_x000D_", "\r")));
  });

  test("signs that no markup may hold are left out", () => {
    const [back] = opened(workbookBytes([sheet([["a\u0000b\ud800c"]])]), "a.xlsx");
    expect(back?.rows).toEqual([["abc"]]);
  });

  test("a formula without a result is an empty cell, as in a form that nobody opened", () => {
    const laid = sheet([[1, null]], { formulas: new Map([["B1", "A1*2"]]) });
    expect(opened(workbookBytes([laid]), "a.xlsx")[0]?.rows).toEqual([[{ value: 1, format: "General" }, ""]]);
  });
});

/** A workbook as other programs write it. */
const foreign = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync({
    ...{
      "xl/workbook.xml": strToU8(
        '<x:workbook xmlns:x="m" xmlns:r="r"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="S" sheetId="1" r:id="a"/></x:sheets></x:workbook>',
      ),
      "xl/_rels/workbook.xml.rels": strToU8(
        "<Relationships><Relationship Target='/xl/s.xml' Id='a'/></Relationships>",
      ),
    },
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  });

describe("workbooks of other programs", () => {
  test("prefixes, rich text, percentages, days since 1904, errors, merged cells, uncalculated formulas", () => {
    const bytes = foreign({
      "xl/sharedStrings.xml":
        "<sst><si><r><t>Phòng </t></r><r><t>A &amp; B</t></r><rPh><t>x</t></rPh></si><si><t/></si></sst>",
      "xl/styles.xml":
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>',
      "xl/s.xml":
        '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="B2" s="1"><x:v>0.987</x:v></x:c><x:c r="C2" s="2"><x:v>44917</x:v></x:c><x:c r="D2" t="e"><x:f>1/0</x:f><x:v>#DIV/0!</x:v></x:c><x:c r="E2"><x:f>A1</x:f></x:c><x:c r="F2" t="b"><x:v>1</x:v></x:c></x:row><x:row r="3"><x:c r="A3"/><x:c><x:v>2</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A2:A3"/></x:mergeCells></x:worksheet>',
    });
    expect(opened(bytes, "b.xlsx")[0]?.rows).toEqual([
      [],
      [
        "Phòng A & B",
        { value: 0.987, format: "0.0%" },
        { value: 46379, format: "dd/mm/yyyy" },
        { value: "#DIV/0!", problem: "error" },
        { value: null, problem: "uncalculated" },
        true,
      ],
      [
        { value: null, problem: "merged" },
        { value: 2, format: "General" },
      ],
    ]);
  });
});

describe("what is refused by name", () => {
  const fault = (bytes: Uint8Array): unknown => {
    const book = openWorkbook(bytes);
    return "fault" in book ? book.fault : undefined;
  };
  const oldFile = (text: string): Uint8Array => {
    const bytes = new Uint8Array(2000);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0]);
    bytes.set(strToU8([...text].join("\0")), 600);
    return bytes;
  };

  test.each([
    ["an .xls file", oldFile("Workbook"), "old-format"],
    ["a workbook with a password", oldFile("EncryptedPackage"), "password"],
    [
      "an .ods file",
      zipSync({ mimetype: strToU8("application/vnd.oasis"), "content.xml": strToU8("<a/>") }),
      "open-document",
    ],
    ["an .xlsb file", zipSync({ "xl/workbook.bin": strToU8("x") }), "binary-workbook"],
    ["something else", strToU8("Mã;Tên"), "not-a-workbook"],
    ["nothing", new Uint8Array(), "not-a-workbook"],
    ["another archive", zipSync({ "a.xml": strToU8("<a/>") }), "not-a-workbook"],
    [
      "entities",
      foreign({ "xl/s.xml": '<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>' }),
      "entities",
    ],
  ])("%s", (_, bytes, expected) => {
    expect(fault(bytes)).toBe(expected);
  });

  test("a bomb by what its directory says", () => {
    const bomb = zipSync({ "xl/workbook.xml": new Uint8Array(120_000_000) }, { level: 1 });
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(fault(bomb)).toBe("too-large");
  });

  test("a bomb whose directory says that it is small", () => {
    const bomb = zipSync({ "xl/workbook.xml": new Uint8Array(120_000_000) }, { level: 1 });
    const view = new DataView(bomb.buffer);
    for (let at = 0; at < bomb.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    expect(fault(bomb)).toBe("too-large");
  });

  test("bytes that were cut off or changed never throw", () => {
    const whole = workbookBytes([sheet([["Mã"], ["1.1"]])]);
    for (let at = 0; at < whole.length; at += 7) {
      expect(() => openWorkbook(whole.subarray(0, at))).not.toThrow();
      const changed = whole.slice();
      changed[at] = 255 - (changed[at] ?? 0);
      expect(() => openWorkbook(changed)).not.toThrow();
    }
  });
});

describe("text with signs between cells", () => {
  test.each([
    [
      "semicolons and a byte order mark",
      '\ufeffMã;Tên\r\n1;"a;b"\r\n',
      [
        ["Mã", "Tên"],
        ["1", "a;b"],
      ],
    ],
    [
      "commas, quotes and lines in a cell",
      'a,b\n"x ""y""\nz",2',
      [
        ["a", "b"],
        ['x "y"\nz', "2"],
      ],
    ],
    [
      "tabs",
      "a\tb\n1\t2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    ["nothing", "", []],
  ])("%s", (_, text, rows) => {
    expect([...csvRows([...text])]).toEqual(rows);
    expect([...csvRows([text])]).toEqual(rows);
  });
});

describe("the sheets that people fill in", () => {
  const set = criteriaSet("hoa-lam/commune/2026");
  const unit: Unit = { id: "xa-a", name: { vi: "Xã A" }, group: "commune", kinds: [], replaces: [] };

  test("have lists to choose from, of questions too", () => {
    const sheets = laidRound(set, undefined);
    const lists = elementAt(sheets, sheets.length - 1);
    const at = lists.rows[0]?.indexOf("Câu hỏi") ?? -1;
    const listed = lists.rows.slice(1).flatMap((row) => row[at] ?? []);
    const asked = set.survey?.questionnaires.flatMap(({ questions }) => questions) ?? [];
    expect(listed.length).toBe(asked.length);
    expect(listed).toContain(asked[0]?.text.vi);
    const survey = sheets.find(({ name }) => name === "Khảo sát");
    const letter = columnLetters(at);
    expect(survey?.rules).toContainEqual({
      range: "E2:E5000",
      check: { list: `'Danh mục'!$${letter}$2:$${letter}$${listed.length + 1}` },
      error: "Chọn trong danh sách.",
    });
  });

  test("name set and unit by their codes, show percentages as such and codes of figures quietly", () => {
    const form = elementAt(laidForm(set, { unit, round: { title: { vi: "Đợt" } } }), 0);
    expect(form.rows[1]?.slice(2)).toEqual(["Mã số", "hoa-lam/commune/2026.1"]);
    expect(form.rows[3]?.slice(2)).toEqual(["Mã số", "xa-a"]);
    const row = form.rows.findIndex(([code]) => code === "2.2#percent");
    expect(form.look(row, 3)).toMatchObject({ format: "0.0########%", locked: false });
    expect(form.look(row, 0)).toMatchObject({ quiet: true });
    expect(form.look(5, 0).bold).toBe(false);
  });
});
