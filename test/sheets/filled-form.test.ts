import { readFileSync } from "node:fs";
import { InvalidError, type Issue, readRound, readSelfAssessment } from "par-index";
import {
  checkSelfAssessmentRows,
  formHead,
  readSelfAssessmentRows,
  selfAssessmentRows,
} from "par-index/check";
import { criteriaSet } from "par-index/criteria";
import { describe, expect, test } from "vitest";
import { filledRows, rowOf, type Sheet } from "../support/filled-rows.ts";
import { enOf, viOf } from "../support/words.ts";

const set = criteriaSet("hoa-lam/department/2026");
const unit = "hoa-lam-so-y-te";
const template = (): Sheet => selfAssessmentRows(set).map((row) => [...row]);
const round = (name: string, id: string) => {
  const file = readFileSync(new URL(`../../docs/examples/${name}.json`, import.meta.url), "utf8");
  return readRound(criteriaSet(id), JSON.parse(file));
};

/** Writes cells into a blank template: `{ "1.1.2#numerator": "17" }`, or `["…", column]` for another column. */
function filled(cells: Readonly<Record<string, unknown>>, column = 3): unknown[][] {
  const sheet: unknown[][] = template();
  for (const [code, value] of Object.entries(cells)) rowOf(sheet as Sheet, code)[column] = value as string;
  return sheet;
}
const answersOf = (sheet: unknown[][]) => readSelfAssessmentRows(set, sheet, { unit }).answers;
const errorsOf = (sheet: unknown[][]): readonly Issue[] =>
  checkSelfAssessmentRows(set, sheet, { unit }).filter(({ severity }) => severity === "error");
const codes = (issues: readonly Issue[]): readonly string[] => issues.map(({ code }) => code);
const place = (sheet: unknown[][], code: string): number => sheet.findIndex(([first]) => first === code);

describe("the template", () => {
  test("has a row for each inner node, leaf and figure that the unit answers, and none for survey and statistics", () => {
    const rows = selfAssessmentRows(set).map(([code]) => code);
    expect(rows.slice(0, 9)).toEqual([
      "Mã",
      "1",
      "1.1",
      "1.1.1",
      "1.1.1#in-time",
      "1.1.1#late",
      "1.1.1#none",
      "1.1.2",
      "1.1.2#numerator",
    ]);
    expect(rows).not.toContain("8.2.1");
    expect(new Set(rows).size).toBe(rows.length);
  });

  test("says what each figure is in words, and gives maxima as numbers", () => {
    const rows = selfAssessmentRows(set);
    expect(rows.find(([code]) => code === "1.1.1")?.[2]).toBe(0.5);
    expect(rows.find(([code]) => code === "1.1.1#in-time")?.[1]).toBe(
      "Phương án (đánh dấu x): Ban hành trước ngày 31/01, đủ nội dung, 0,5 điểm",
    );
  });

  test("leaves out what does not apply to the unit's kind", () => {
    const all = selfAssessmentRows(set);
    const few = selfAssessmentRows(set, { kinds: ["no-subordinates"] });
    const gone = set.exemptions
      .filter(({ kind }) => kind === "no-subordinates")
      .flatMap(({ items }) => items);
    expect(gone.length).toBeGreaterThan(0);
    const codesOf = (rows: typeof all) => rows.map(([code]) => code);
    expect(codesOf(all)).toEqual(expect.arrayContaining(gone));
    expect(codesOf(few).filter((code) => gone.includes(String(code)))).toEqual([]);
  });

  test("left blank reads as a self-assessment without answers", () => {
    expect(answersOf(template())).toEqual([]);
  });
});

describe("the form of a unit", () => {
  const round = {
    title: { vi: "Đợt năm 2026" },
    units: [{ id: unit, name: { vi: "Sở Y tế" }, group: "general", kinds: [] }],
  };
  const form = () => selfAssessmentRows(set, { unit: round.units[0], round }).map((row) => [...row]);
  const found = (sheet: unknown[][], of = unit) =>
    codes(
      checkSelfAssessmentRows(set, sheet, { unit: of, round }).filter(({ severity }) => severity === "error"),
    );

  test("names set, round and unit, and reads as theirs", () => {
    expect(formHead(form())).toEqual({ unit, set: "hoa-lam/department/2026.1", round: "Đợt năm 2026" });
    expect(found(form())).toEqual([]);
    expect(readSelfAssessmentRows(set, form(), { unit, round }).answers).toEqual([]);
  });

  test("is refused for another unit, of another set, edition or round", () => {
    expect(found(form(), "hoa-lam-so-noi-vu")).toEqual(["form-of-other-unit"]);
    const swap = (from: string, to: string) =>
      form().map((row) => row.map((cell) => (cell === from ? to : cell)));
    expect(found(swap("hoa-lam/department/2026.1", "hoa-lam/department/2026.2"))).toEqual([
      "form-of-other-set",
    ]);
    expect(found(swap("Đợt năm 2026", "Đợt năm 2025"))).toEqual([]);
    const renamed = checkSelfAssessmentRows(set, swap("Đợt năm 2026", "Đợt năm 2025"), { unit, round });
    expect(renamed.map(({ code, severity }) => `${severity} ${code}`)).toContain(
      "warning form-of-other-round",
    );
    expect(found(swap(unit, "Sở Y tế"))).toEqual([]);
    expect(found(swap(unit, "Sở Nội vụ"))).toEqual(["form-of-other-unit"]);
  });

  test("shows what the unit does not answer, so that leaves sum to the whole, and how each leaf is scored", () => {
    const rows = form();
    const leaf = rows.find(([code]) => code === "1.1.1");
    expect(leaf?.[7]).toMatch(/điểm/);
    expect(String(rows.find(([code]) => code === "8.2.1")?.[1])).toMatch(
      /đơn vị không tự chấm; điểm lấy từ: /,
    );
    const domains = rows.filter(([code]) => /^\d+$/.test(String(code))).map(([, , max]) => Number(max));
    expect(domains.reduce((sum, max) => sum + max, 0)).toBe(100);
  });
});

describe("a filled-in template reads as the same self-assessment", () => {
  test.each([
    ["hoa-lam-departments-2026", "hoa-lam/department/2026"],
    ["hoa-lam-communes-2026", "hoa-lam/commune/2026"],
  ])("for every unit of %s", (name, id) => {
    const { selfAssessments } = round(name, id);
    expect(selfAssessments.length).toBeGreaterThan(10);
    for (const assessment of selfAssessments) {
      const { unit, submitted, approved } = assessment;
      const rows = filledRows(criteriaSet(id), assessment);
      expect(readSelfAssessmentRows(criteriaSet(id), rows, { unit, submitted, approved })).toEqual(
        assessment,
      );
    }
  });

  test("whatever stands around and between its rows", () => {
    const [assessment] = round("hoa-lam-departments-2026", "hoa-lam/department/2026").selfAssessments;
    if (assessment === undefined) throw new Error("the round has no self-assessment");
    const rows: unknown[][] = filledRows(set, assessment).map((row) =>
      // A title row that was merged over the whole width, other cells padded with stray spaces.
      /^\d+$/.test(String(row[0]))
        ? [`${row[0]}. ${row[1]}`, null, null, null, null, null, null]
        : row.map((cell) => (typeof cell === "string" ? ` \u00a0${cell}  ` : cell)),
    );
    const framed = [
      ["ỦY BAN NHÂN DÂN TỈNH HOA LÂM"],
      [],
      ["BẢNG TỰ CHẤM ĐIỂM"],
      ...rows.flatMap((row) => [row, []]),
      [null, "Tổng cộng", 100, null, 57.25],
      [null, null, null, null, "THỦ TRƯỞNG ĐƠN VỊ", null, null],
    ];
    const { unit, submitted, approved } = assessment;
    expect(readSelfAssessmentRows(set, framed, { unit, submitted, approved })).toEqual(assessment);
  });

  test("with its columns in another order, and columns of the officer's own", () => {
    const [assessment] = round("hoa-lam-departments-2026", "hoa-lam/department/2026").selfAssessments;
    if (assessment === undefined) throw new Error("the round has no self-assessment");
    const { unit, submitted, approved } = assessment;
    const rows = filledRows(set, assessment).map((row, at) => [
      at === 0 ? "Ghi chú" : "xem lại",
      ...[...row].reverse(),
    ]);
    expect(readSelfAssessmentRows(set, rows, { unit, submitted, approved })).toEqual(assessment);
  });
});

describe("numbers", () => {
  const share = (numerator: unknown, denominator: unknown = 1_000_000) =>
    filled({ "1.1.2#numerator": numerator, "1.1.2#denominator": denominator });

  test.each([
    ["1.184", 1184],
    ["12.000", 12_000],
    ["1184", 1184],
    [" 7 ", 7],
    ["0", 0],
    [1184, 1184],
    ["Không phát sinh", 0],
    [{ value: 1184, format: "#,##0" }, 1184],
  ])("the count %j is %j", (cell, numerator) => {
    expect(answersOf(share(cell))[0]?.facts).toEqual({ numerator, denominator: 1_000_000 });
  });

  test.each([
    "1,184",
    "1.18",
    "12.0000",
    "1 184",
    "17,5",
    "17.5",
    "-3",
    "bảy",
    "1e3",
    "007",
    "0.184",
    -3,
    Number.NaN,
    1e15,
    true,
  ])("the count %j is an issue that names row and column", (cell) => {
    const sheet = share(cell);
    const [found, ...others] = errorsOf(sheet);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: "cell-not-a-count",
      item: "1.1.2",
      unit,
      path: [place(sheet, "1.1.2#numerator"), 3],
    });
    expect(viOf(found)).toMatch(`Ô D${place(sheet, "1.1.2#numerator") + 1}: “`);
    expect(enOf(found)).toMatch(`Cell D${place(sheet, "1.1.2#numerator") + 1}: “`);
  });

  const stated = (cell: unknown) =>
    filled({ "1.1.1#in-time": "x" }).map((row) => (row[0] === "1.1.1" ? [...row.slice(0, 4), cell] : row));

  test.each([
    ["0,5", "0.5"],
    ["1", "1"],
    [0.5, "0.5"],
    // A sum of a spreadsheet: it holds 0.30000000000000004 and shows 0.3.
    [0.1 + 0.2, "0.3"],
    [1 - 0.9, "0.1"],
    [1e-7, "0.0000001"],
  ])("the points %j are %j", (cell, points) => {
    expect(answersOf(stated(cell))[0]?.points).toBe(points);
  });

  test("a number that 15 digits change is read as it is shown, with a warning", () => {
    const warnings = checkSelfAssessmentRows(set, stated(0.1 + 0.2), { unit }).filter(
      ({ code }) => code === "cell-digits-rounded",
    );
    expect(warnings).toMatchObject([
      { severity: "warning", params: { found: "0,30000000000000004", expected: "0,3" } },
    ]);
    expect(codes(checkSelfAssessmentRows(set, stated(0.3), { unit }))).not.toContain("cell-digits-rounded");
  });

  test.each(["0.5", "0,5 điểm", "50%", "1.000,5", "1e-1", ",5", Number.POSITIVE_INFINITY, 1e300])(
    "the points %j are an issue",
    (cell) => {
      expect(codes(errorsOf(stated(cell)))).toEqual(["cell-not-a-number"]);
    },
  );

  test("what is neither text nor number is an issue, not a text", () => {
    expect(codes(errorsOf(stated(new Date(0))))).toEqual(["cell-is-day"]);
    expect(codes(errorsOf(stated(new Date(3.6e6))))).toEqual(["cell-not-readable"]);
    expect(codes(errorsOf(share({ richText: [] })))).toEqual(["cell-not-readable"]);
  });
});

describe("a percentage", () => {
  const commune = criteriaSet("hoa-lam/commune/2026");
  const [percentRow] = selfAssessmentRows(commune).filter(([code]) => String(code).endsWith("#percent"));
  const sheetWith = (cell: unknown) =>
    selfAssessmentRows(commune).map((row) =>
      row[0] === percentRow?.[0] ? [...row.slice(0, 3), cell] : [...row],
    );

  const read = (cell: unknown) =>
    readSelfAssessmentRows(commune, sheetWith(cell), { unit }).answers[0]?.facts;
  const found = (cell: unknown) => codes(checkSelfAssessmentRows(commune, sheetWith(cell), { unit }));

  test.each([
    ["98,50", "98.50"],
    [98.5, "98.5"],
    ["98,7 %", "98.7"],
    ["98,7%", "98.7"],
    [{ value: 0.987, format: "0.0%" }, "98.7"],
    [{ value: 0.987, format: "0.00%" }, "98.70"],
    [{ value: 0.987, format: "#.##%" }, "98.7"],
    [{ value: 0.07, format: '0%;[Red]"x"-0%' }, "7"],
    [{ value: 1, format: "0%" }, "100"],
    [{ value: 98.7, format: "General" }, "98.7"],
    ["0,987", "0.987"],
  ])("in the cell %j is %s", (cell, percent) => {
    expect(read(cell)).toEqual({ percent });
  });

  test("that shows fewer digits than it holds is read as shown, with a warning", () => {
    expect(read({ value: 17 / 30, format: "0.0%" })).toEqual({ percent: "56.7" });
    expect(found({ value: 17 / 30, format: "0.0%" })).toContain("cell-digits-rounded");
    expect(found({ value: 0.987, format: "0.0%" })).not.toContain("cell-digits-rounded");
  });

  test("as a share of 1 without its format is refused; where the format is another one, a warning", () => {
    expect(found(0.985)).toContain("cell-percent-unformatted");
    expect(found(1)).toContain("cell-percent-unformatted");
    expect(() => read(0.985)).toThrow(InvalidError);
    expect(found({ value: 0.985, format: "0.000" })).toContain("cell-percent-as-share");
    expect(found(0)).not.toContain("cell-percent-unformatted");
  });
});

describe("what officials write in place of a figure", () => {
  const count = (cell: unknown) => filled({ "1.1.2#numerator": cell, "1.1.2#denominator": 9 });
  test.each([
    [1.184, "cell-count-with-decimals", "ghi lại là 1184"],
    [17.5, "cell-count-with-decimals", "Ô lưu số 17,5"],
    ["#DIV/0!", "cell-error", "báo lỗi #DIV/0!"],
    [{ value: null, problem: "uncalculated" }, "cell-uncalculated", "chưa được tính"],
    [{ value: 0.5, format: "0%" }, "cell-is-percent", "hiển thị 50 %"],
    [{ value: 46_378, format: "dd/mm/yyyy" }, "cell-is-day", "22/12/2026"],
    [{ value: null, problem: "merged" }, "cell-merged", "Bỏ gộp ô"],
    ["KAD", "claim-in-figure", "ở dòng có mã 1.1.2"],
  ])("%j as a count", (cell, code, words) => {
    const [first] = errorsOf(count(cell));
    expect(first?.code).toBe(code);
    expect(viOf(first)).toContain(words);
  });
});

describe("marks", () => {
  test.each(["x", "X", " x ", "có", "Có", "Đạt", "1", 1, true, "✓"])("%j is yes", (cell) => {
    expect(answersOf(filled({ "1.1.1#late": cell, "1.1.1#none": "không" }))[0]?.facts).toEqual({
      choice: "late",
    });
  });

  test.each([
    "Ban hành sau ngày 31/3 hoặc không ban hành",
    " ban hành  sau ngày 31/3 hoặc không ban hành. ",
    "none",
    "3",
    3,
    "phương án thứ 3",
    "Phương án thứ ba",
    "thứ ba",
  ])("are not needed where the option stands in the item's own row: %j", (cell) => {
    const sheet = filled({ "1.1.1": cell });
    expect([codes(errorsOf(sheet)), answersOf(sheet)[0]?.facts]).toEqual([[], { choice: "none" }]);
  });

  test("and words of no option are an issue there, with the nearest one", () => {
    const sheet = filled({ "1.1.1": "Ban hành sau ngày 31/3 hoặc khong ban hanh" });
    expect(errorsOf(sheet)).toMatchObject([
      {
        code: "unknown-option",
        path: [place(sheet, "1.1.1"), 3],
        params: { expected: [{ vi: "Ban hành sau ngày 31/3 hoặc không ban hành" }] },
      },
    ]);
    expect(viOf(errorsOf(sheet)[0])).toMatch(
      /Tiêu chí 1\.1\.1: không có phương án “Ban hành sau ngày 31\/3 hoặc khong/,
    );
    expect(codes(errorsOf(filled({ "1.1.1": 7 })))).toEqual(["unknown-option"]);
  });

  test("beside another option in the item's own row are two", () => {
    expect(codes(errorsOf(filled({ "1.1.1": "none", "1.1.1#late": "x" })))).toEqual(["options-marked-twice"]);
    expect(errorsOf(filled({ "1.1.1": "none", "1.1.1#late": "không", "1.1.1#none": "x" }))).toEqual([]);
  });

  test("of two options of a choice are an issue at the second", () => {
    const sheet = filled({ "1.1.1#late": "x", "1.1.1#none": "x" });
    expect(errorsOf(sheet)).toMatchObject([
      {
        code: "options-marked-twice",
        path: [place(sheet, "1.1.1#none"), 3],
        params: {
          found: [
            { vi: expect.stringContaining("31/01") },
            { vi: "Ban hành sau ngày 31/3 hoặc không ban hành" },
          ],
        },
      },
    ]);
  });

  test("of no option of a choice, where each is denied, are an issue", () => {
    expect(codes(errorsOf(filled({ "1.1.1#late": "không" })))).toEqual(["option-unmarked"]);
  });

  test("that are anything else are an issue", () => {
    expect(codes(errorsOf(filled({ "1.1.1#late": "chắc có" })))).toEqual(["cell-mark-unclear"]);
  });

  test("of a checklist: one alone is enough, and none at all differs from none that holds", () => {
    const list = set.items
      .flatMap((it) => it.items ?? [])
      .flatMap((it) => it.items ?? it)
      .find(({ rule, source }) => rule?.kind === "checklist" && source === "appraisal");
    if (list?.rule?.kind !== "checklist") throw new Error("the set has no checklist");
    const [first, second] = list.rule.parts;
    expect(answersOf(filled({ [`${list.id}#${first?.id}`]: "x" }))[0]?.facts).toEqual({ parts: [first?.id] });
    expect(answersOf(filled({ [`${list.id}#${second?.id}`]: "không" }))[0]?.facts).toEqual({ parts: [] });
  });
});

describe("evidence, claims and explanations", () => {
  const row = (cells: Partial<Record<3 | 4 | 5 | 6, unknown>>) =>
    filled({ "1.1.1#in-time": "x" }).map((it) =>
      it[0] === "1.1.1" ? it.map((cell, at) => cells[at as 3] ?? cell) : it,
    );

  test("a line of evidence has its fields apart, in any order after the day", () => {
    const documents =
      "125/BC-STC; Sở Tài chính; 15/12/2026; mục 2; trang 3\n9/KH-STC;Sở Tài chính;5/1/2026; Kế hoạch cải cách hành chính;\n";
    expect(answersOf(row({ 5: documents }))[0]?.evidence).toEqual([
      {
        number: "9/KH-STC",
        issuer: "Sở Tài chính",
        date: "2026-01-05",
        title: "Kế hoạch cải cách hành chính",
      },
      { number: "125/BC-STC", issuer: "Sở Tài chính", date: "2026-12-15", section: "2", page: "3" },
    ]);
  });

  test.each([
    ["Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã", "12/KH-UBND", "2026-01-20", "UBND xã", "Kế hoạch"],
    ["số 12/KH-UBND ngày 5-1-2026 của UBND xã", "12/KH-UBND", "2026-01-05", "UBND xã", undefined],
    [
      "Báo cáo số 125/BC-STC, ngày 15 tháng 12 năm 2026 của Sở Tài chính về việc tự chấm điểm",
      "125/BC-STC",
      "2026-12-15",
      "Sở Tài chính",
      "Báo cáo về việc tự chấm điểm",
    ],
    [
      "Công văn số: 7/CV-UB của UBND xã An Bình ngày 01.02.2026",
      "7/CV-UB",
      "2026-02-01",
      "UBND xã An Bình",
      "Công văn",
    ],
  ])("%j is number, day and body", (line, number, date, issuer, title) => {
    const [read] = answersOf(row({ 5: line }))[0]?.evidence ?? [];
    expect(read).toEqual({ number, issuer, date, ...(title === undefined ? {} : { title }) });
  });

  test("several documents in one line, with section and page", () => {
    const line =
      "Kế hoạch số 1/KH ngày 2/1/2026 của UBND xã; Báo cáo số 2/BC ngày 3/1/2026 của UBND xã, mục II";
    const read = answersOf(row({ 5: line }))[0]?.evidence;
    expect(read?.map(({ number, section }) => [number, section])).toEqual([
      ["1/KH", undefined],
      ["2/BC", "II"],
    ]);
  });

  test.each([
    "125/BC-STC",
    "125/BC-STC, Sở Tài chính, 15/12/2026",
    "125/BC-STC; Sở Tài chính; tháng 12",
    "1; 2; 1/1/2026; trang 1; trang 2",
  ])("%j is an issue", (line) => {
    expect(codes(errorsOf(row({ 5: line })))).toEqual(["evidence-unclear"]);
  });

  test("a day that is not in the calendar is an issue of the cell", () => {
    const sheet = row({ 5: "1/BC; Sở A; 31/02/2026" });
    expect(errorsOf(sheet)).toMatchObject([{ code: "not-a-date", path: [place(sheet, "1.1.1"), 5] }]);
  });

  const optional = () => {
    const leaves = set.items.flatMap((it) => it.items ?? []).flatMap((it) => it.items ?? it);
    const leaf = leaves.find(
      (it) => it.notApplicable !== undefined && it.source === "appraisal" && it.scoredBy !== "appraiser",
    );
    if (leaf === undefined) throw new Error("the set has no leaf that may be not applicable");
    return leaf.id;
  };

  test("a claim of not applicable takes its reason from the explanation", () => {
    const sheet = filled({ [optional()]: "không áp dụng" });
    expect(codes(errorsOf(sheet))).toEqual(["claim-without-reason"]);
    const reasoned = sheet.map((it) => (it[0] === optional() ? [...it.slice(0, 6), "Không có thủ tục"] : it));
    expect(answersOf(reasoned)).toEqual([
      { item: optional(), notApplicable: { reason: "Không có thủ tục" }, evidence: [] },
    ]);
  });

  test("a claim beside figures is the door's issue, at the row", () => {
    const sheet = row({ 3: "Không áp dụng", 6: "vì" });
    expect(errorsOf(sheet).map(({ code, path }) => [code, path[0]])).toEqual([
      ["answer-with-both", place(sheet, "1.1.1")],
    ]);
  });
});

describe("rows that cannot be assigned", () => {
  test("a heading row that is missing or lacks a column", () => {
    expect(codes(errorsOf([["1.1.1", "x"]]))).toEqual(["rows-without-header"]);
    const renamed = template().map((row, at) =>
      at === 0 ? row.map((cell) => (cell === "Giải trình" ? "Giải thích" : cell)) : row,
    );
    expect(errorsOf(renamed)).toMatchObject([
      { code: "column-missing", params: { expected: "Giải trình" }, path: [0] },
    ]);
    const doubled = template().map((row, at) => (at === 0 ? [...row, "Số liệu"] : row));
    expect(errorsOf(doubled)).toMatchObject([{ code: "column-twice", path: [0, 7] }]);
  });

  test("an unknown code with data names the nearest one; without data it is a title", () => {
    const sheet = filled({});
    sheet.push(["1.1.2#numerater", "", null, 5], ["PHẦN B", null]);
    expect(errorsOf(sheet)).toMatchObject([
      { code: "row-code-unknown", params: { expected: "1.1.2#numerator" } },
    ]);
  });

  test("a code twice, a figure without a code, data on a title, points beside a figure", () => {
    const sheet = filled({ "1.1.2#numerator": 1, "1.1.2#denominator": 2 });
    sheet.push(["1.1.2#numerator", "", null, 5], [null, "quên mã", null, 5]);
    expect(codes(errorsOf(sheet))).toEqual(["row-code-twice", "row-without-code"]);
    expect(errorsOf(filled({ "1.1": 5 }))).toMatchObject([{ code: "row-on-title", item: "1.1" }]);
    expect(errorsOf(filled({ "1.1.2#numerator": "0,5" }, 4))).toMatchObject([
      { code: "cell-misplaced", item: "1.1.2" },
    ]);
    expect(errorsOf(filled({ "1.1.2": 17 }))).toMatchObject([{ code: "cell-misplaced", item: "1.1.2" }]);
  });

  test("one of two counts alone", () => {
    const sheet = filled({ "1.1.2#numerator": 5 });
    expect(errorsOf(sheet)).toMatchObject([
      { code: "figure-missing", path: [place(sheet, "1.1.2#denominator"), 3] },
    ]);
  });

  test("a row that lost its code in the middle of the table, or a number beneath it", () => {
    const sheet = filled({ "1.1.2#numerator": 5, "1.1.2#denominator": 6 });
    const lost = sheet.map((row) => (row[0] === "1.1.2#denominator" ? [null, ...row.slice(1)] : row));
    expect(codes(errorsOf(lost))).toEqual(["row-without-code"]);
    const removed = sheet.filter(([code]) => code !== "1.1.2#denominator");
    expect(errorsOf(removed)).toMatchObject([
      { code: "row-missing", params: { expected: "1.1.2#denominator" } },
    ]);
  });

  test("answers on what the unit does not score are the door's issues", () => {
    const sheet = filled({});
    sheet.push(["8.2.1", "", null, null, 0.5]);
    expect(codes(errorsOf(sheet))).toEqual(["answer-on-statistic"]);
    const line = set.bonus.lines[0]?.id;
    const bonus = filled({});
    bonus.push([line, "", null, null, 0.5]);
    expect(codes(errorsOf(bonus))).toEqual(["answer-on-line"]);
  });
});

test("what a rule says of figures is said of their cells", () => {
  const sheet = filled({ "1.1.2#numerator": 30, "1.1.2#denominator": 20 });
  expect(errorsOf(sheet)).toMatchObject([
    { code: "numerator-above-denominator", path: [place(sheet, "1.1.2#numerator"), 3], unit },
  ]);
});

test("all issues come at once, by row and column", () => {
  const sheet = filled({ "1.1.2#numerator": "a", "1.1.2#denominator": "b", "1.1.1#late": "?" });
  const issues = errorsOf(sheet);
  expect(issues.map(({ path }) => path[0])).toEqual([
    place(sheet, "1.1.1#late"),
    place(sheet, "1.1.2#numerator"),
    place(sheet, "1.1.2#denominator"),
  ]);
  expect(() => readSelfAssessmentRows(set, sheet, { unit })).toThrow(InvalidError);
});

test("rows that are not lists, and a set that was not read, are wrong calls", () => {
  expect(() => checkSelfAssessmentRows(set, { rows: [] } as never, { unit })).toThrow(TypeError);
  expect(() => checkSelfAssessmentRows(set, [{ code: "1" }] as never, { unit })).toThrow(TypeError);
  expect(() => selfAssessmentRows({ ...set })).toThrow(TypeError);
});

test("the same as what the other door reads", () => {
  const written = { unit, answers: [{ item: "1.1.2", facts: { numerator: 17, denominator: 20 } }] };
  expect(
    readSelfAssessmentRows(set, filled({ "1.1.2#numerator": "17", "1.1.2#denominator": 20 }), { unit }),
  ).toEqual(readSelfAssessment(set, written));
});
