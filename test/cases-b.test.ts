/** Cases B: what is read or called, and the whole Vietnamese line that comes out, one by one. */
import { readFileSync } from "node:fs";
import {
  appraise,
  assess,
  checkRound,
  checkSelfAssessment,
  type Issue,
  issueSentence,
  readRound,
  score,
} from "par-index";
import { auditTable } from "par-index/audit";
import { checkCriteriaText, checkSelfAssessmentRows, selfAssessmentRows } from "par-index/check";
import { criteriaSet } from "par-index/criteria";
import { describe, expect, test } from "vitest";
import { clone } from "./support/law.ts";
import type { Raw } from "./support/random-round.ts";
import { smallSet } from "./support/sets.ts";

const examples = new URL("../docs/examples/", import.meta.url);
const parsed = (name: string): Raw => JSON.parse(readFileSync(new URL(name, examples), "utf8"));
const set = criteriaSet("hoa-lam/department/2026");
const file = parsed("hoa-lam-departments-2026.json");
const unit = "hoa-lam-so-noi-vu";
const text = JSON.stringify(smallSet(), null, 2);

/** The errors, as an official reads them. */
const said = (issues: readonly Issue[]): readonly string[] =>
  issues.filter(({ severity }) => severity === "error").map((it) => issueSentence(it, "vi"));

const ofFile = (given: string | Uint8Array) => said(checkCriteriaText(given));
const ofSet = (change: (set: Raw) => void) => {
  const changed: Raw = smallSet();
  change(changed);
  return ofFile(JSON.stringify(changed));
};
const ofFacts = (item: string, facts: Raw) =>
  said(checkSelfAssessment(set, { unit, answers: [{ item, facts, explanation: "Có báo cáo" }] }));
const ofRound = (change: (round: Raw) => void) => {
  const round = clone(file);
  change(round);
  return said(checkRound(set, round));
};
const rows = selfAssessmentRows(set);
/** What is said of one cell of the form; of cells that are blank beside it enough is said elsewhere. */
const ofCell = (code: string, cell: string | number) => {
  const at = rows.findIndex(([first]) => first === code);
  const filled = rows.map((row, place) => (place === at ? [...row.slice(0, 3), cell] : row));
  const issues = checkSelfAssessmentRows(set, filled, { unit }).filter(({ path }) => path[0] === at);
  return said(issues);
};
const bytes = (...parts: readonly number[]) => new Uint8Array(parts);

describe("the whole line, case by case", () => {
  test.each<readonly [name: string, read: () => readonly string[], lines: readonly string[]]>([
    [
      "B1: a number with a comma",
      () => ofFile(text.replace('"maxPoints": "1"', '"maxPoints": 1,5')),
      ['1,5 là số viết với dấu phẩy. Trong JSON viết dấu chấm: "1.5"; phần sau chưa được xét.'],
    ],
    [
      "B1: … in an answer",
      () => ofFacts("4.2.2", { percent: "87,5" }),
      [
        "Mục 4.2.2, “Tỷ lệ (%): biên chế giảm so với năm 2021”: “87,5” dùng dấu phẩy thập phân; trong dữ liệu viết “87.5”. Thay dấu phẩy bằng dấu chấm.",
      ],
    ],
    [
      "B2: curly quotes",
      () => ofFile(text.replace('"title"', "“title”")),
      [
        'Dấu ngoặc kép cong (“) không dùng làm dấu của JSON. Thay bằng dấu ngoặc kép thẳng ("), tắt tự sửa dấu ngoặc của trình soạn thảo; phần sau chưa được xét.',
      ],
    ],
    [
      "B2: quotes within a title",
      () => ofFile('{ "title": { "vi": "Mục "hai" của kế hoạch" } }'),
      [
        'Trong đoạn chữ có dấu ngoặc kép thẳng trước “hai”, nên đoạn bị coi là đã hết. Thay bằng “ ” hoặc \\"; phần sau chưa được xét.',
      ],
    ],
    [
      "B3: a title as a text",
      () =>
        ofSet((it) => {
          it.items[0].title = "Cải cách thể chế";
        }),
      [
        'Nội dung này ghi theo từng ngôn ngữ. Viết thành { "vi": "Cải cách thể chế" }, có bản tiếng Anh thì thêm "en".',
      ],
    ],
    [
      "B4: a missing `empty`",
      () =>
        ofSet((it) => {
          delete it.items[0].items[0].items[1].rule.empty;
        }),
      [
        'Mục 1.1.2: thiếu “empty”, tức kết quả khi mẫu số bằng 0 (trong năm không phát sinh việc). Ghi một trong ba: "full" (đạt điểm tối đa, Hội đồng xem lại), "zero" (0 điểm), "not-applicable" (coi như đề nghị không áp dụng, Hội đồng quyết định).',
      ],
    ],
    [
      "B5: a text that is not NFC",
      () =>
        ofSet((it) => {
          it.items[0].title.vi = "Cải cách thể chế".normalize("NFD");
        }),
      [
        `“${"Cải cách thể chế".normalize("NFD")}” không ở dạng chuẩn Unicode NFC (dựng sẵn). Gõ lại dòng này bằng bộ gõ Unicode dựng sẵn, hoặc chuyển cả tệp sang Unicode dựng sẵn.`,
      ],
    ],
    [
      "B6: UTF-16",
      () => ofFile(bytes(0xff, 0xfe, 123, 0, 125, 0)),
      ["Tệp lưu ở dạng UTF-16 (Notepad gọi là “Unicode”). Mở tệp, chọn Lưu thành (Save as), mã hóa UTF-8."],
    ],
    [
      "B6: a workbook",
      () => ofFile(bytes(0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8, 0)),
      [
        "Đây là tệp bảng tính hoặc tệp nén (.xlsx, .zip), không phải JSON. Chọn tệp .json; biểu mẫu bảng tính thì nhập bằng chức năng đọc bảng.",
      ],
    ],
    [
      "B6: a brace missing at the end",
      () => ofFile(text.trimEnd().slice(0, -1)),
      [
        "Tệp kết thúc khi còn thiếu dấu đóng “}”. Tệp có thể bị cắt cụt: lấy lại bản đủ, hoặc thêm dấu đóng đúng chỗ.",
      ],
    ],
    [
      "B6: a round in place of a set",
      () => ofFile(JSON.stringify(file)),
      [
        "Đây là dữ liệu một đợt đánh giá, không phải bộ tiêu chí. Kiểm tra cùng bộ tiêu chí: par-index check --set <bộ tiêu chí> <tệp này>.",
      ],
    ],
    [
      "B7: a cell with 1.184 where a count is asked",
      () => ofCell("1.1.2#numerator", 1.184),
      [
        "Ô D9: Ô lưu số 1,184, không phải số nguyên. Nếu là 1.184 thì ghi lại là 1184, không dùng dấu chấm. Số lượng chỉ ghi số nguyên.",
      ],
    ],
    [
      "B8: a ratio of which one figure is blank",
      () => ofFacts("1.1.2", { numerator: 45, denominator: null }),
      [
        "Tiêu chí 1.1.2: chưa ghi “Mẫu số: nhiệm vụ trong kế hoạch”. Ghi vào ô này, kể cả bằng 0, hoặc xóa cả câu trả lời.",
      ],
    ],
    [
      "B8: … or is not there",
      () => ofFacts("1.1.2", { denominator: 50 }),
      [
        "Tiêu chí 1.1.2: chưa ghi “Tử số: nhiệm vụ đã hoàn thành”. Ghi vào ô này, kể cả bằng 0, hoặc xóa cả câu trả lời.",
      ],
    ],
    [
      "B9: a blank row of a deduction beside one that is filled in",
      () => {
        const filled = rows.map((row) => (row[0] === "2.1.2#late" ? [...row.slice(0, 3), 1] : row));
        const at = rows.findIndex(([first]) => first === "2.1.2#no-opinion");
        const issues = checkSelfAssessmentRows(set, filled, { unit });
        return said(issues.filter(({ path }) => path[0] === at));
      },
      [
        "Ô D44: Thiếu số liệu ở ô này, trong khi các số liệu khác của tiêu chí đã ghi. Bổ sung số liệu (ghi 0 nếu không phát sinh).",
      ],
    ],
    ["B9: “Không phát sinh” is 0", () => ofCell("2.1.2#no-opinion", "Không phát sinh"), []],
    [
      "B9: “KAD” at a figure",
      () => ofCell("1.1.2#numerator", "KAD"),
      [
        "Ô D9: Không ghi “KAD” ở dòng số liệu. Ghi “Không áp dụng” ở dòng có mã 1.1.2, cột “Số liệu”, và nêu lý do ở cột “Giải trình”.",
      ],
    ],
    [
      "B9: “Đạt” where a count is asked",
      () => ofCell("1.1.2#numerator", "Đạt"),
      [
        "Ô D9: “Đạt” không phải là số lượng: chỉ ghi số nguyên, dấu chấm chỉ để phân nhóm hàng nghìn (1.184). Sửa lại.",
      ],
    ],
    ["B9: “Đạt” at an option is its mark", () => ofCell("1.1.1#in-time", "Đạt"), []],
    [
      "B9: a formula in error",
      () => ofCell("1.1.2#numerator", "#DIV/0!"),
      ["Ô D9: Công thức ở ô này báo lỗi #DIV/0!. Sửa công thức, hoặc xóa công thức và ghi thẳng số liệu."],
    ],
    [
      "B10: names in place of ids",
      () =>
        ofRound((it) => {
          it.ledger = [
            { ...it.ledger[0], unit: "Sở Nội vụ tỉnh Hoa Lâm", item: "M.1.1.1", by: "Phó Chủ tịch" },
          ];
        }).slice(0, 3),
      [
        "“Sở Nội vụ tỉnh Hoa Lâm” không phải là mã; có phải “hoa-lam-so-noi-vu”? Ở đây ghi mã, không ghi tên.",
        "“M.1.1.1” không phải là mã; có phải “1.1.1”? Ở đây ghi mã, không ghi tên.",
        "“Phó Chủ tịch” không phải là mã; có phải “deputy”? Ở đây ghi mã, không ghi tên.",
      ],
    ],
    [
      "B11: a published line whose parts do not sum to its total",
      () => {
        const table = parsed("published/moha/ministry/2023.1.table.json");
        table.rows[0] = { ...table.rows[0], total: "90.9", index: "90.9" };
        return said(auditTable(criteriaSet("moha/ministry/2023"), table).issues);
      },
      [
        "bo-tu-phap: tổng điểm ghi 90,9, các phần cộng lại 89,96; do làm tròn chỉ có thể là 89,95 – 89,97. Kiểm tra lại tổng và các phần.",
      ],
    ],
    [
      "B12: the text of a file in place of its value",
      () => said(checkRound(set, JSON.stringify(file))),
      [
        "Đây mới là văn bản JSON của tệp, chưa phải dữ liệu. Đọc văn bản bằng JSON.parse (bộ tiêu chí: parseCriteriaSet) rồi dùng kết quả đọc được.",
      ],
    ],
    [
      "B12: a Date",
      () => said(checkSelfAssessment(set, { unit, submitted: new Date(0), answers: [] })),
      [
        "Giá trị này (Date) không phải dữ liệu JSON thuần. Chỉ dùng chữ, số, true/false, danh sách và các trường; ngày ghi bằng chữ như “2026-12-18”.",
      ],
    ],
    [
      "B13: days as they are written here",
      () =>
        ofRound((it) => {
          it.ledger[0].date = "2027-03-18";
        }).slice(0, 1),
      [
        "Mục 1.2: ý kiến ngày 18/03/2027 sau quyết định kết thúc bước ngày 18/01/2027. Chỉ còn được đính chính (“correction”) kèm quyết định.",
      ],
    ],
    [
      "B13: … and numbers",
      () => ofFacts("4.2.2", { percent: "100.9" }),
      ["Tiêu chí 4.2.2: tỷ lệ 100,9 % vượt quá 100 %. Kiểm tra lại tỷ lệ."],
    ],
  ])("%s", (_, read, lines) => {
    expect(read()).toEqual(lines);
  });
});

describe("A9, B12: a wrong call says what was given, and what to give", () => {
  const round = readRound(set, file);
  test.each<readonly [name: string, call: () => unknown, kind: string, said: string]>([
    [
      "a day that is none",
      () => assess(set, round, { until: "2026-02-30" }),
      "RangeError",
      'assess: until must be "self", a stage (first, second, final, correction) or a real day like 2026-12-22, not "2026-02-30"',
    ],
    [
      "a stage in place of the options",
      () => Reflect.apply(assess, undefined, [set, round, "final"]),
      "TypeError",
      'assess: the options must be an object of until, without, not "final"',
    ],
    [
      "a misspelt option",
      () => Reflect.apply(assess, undefined, [set, round, { untill: "final" }]),
      "TypeError",
      'assess: there is no option "untill"; there are until, without',
    ],
    [
      "the tally in place of the survey",
      () => {
        const [one, own] = [round.units[0], round.selfAssessments[0]];
        const appraisal = Reflect.apply(appraise, undefined, [set, own, []]);
        return Reflect.apply(score, undefined, [set, { unit: one, appraisal, survey: round.tally }]);
      },
      "TypeError",
      "score: the survey must be what mergeSurvey makes of a tally, not an object of another kind",
    ],
    [
      "a clone of the set",
      () => assess(clone(set), round),
      "TypeError",
      "assess: the criteria set was not made by readCriteriaSet of this copy: it is a clone or the parsed file",
    ],
  ])("%s", (_, call, kind, words) => {
    let thrown: unknown;
    try {
      call();
    } catch (error) {
      thrown = error;
    }
    expect(String(thrown)).toBe(`${kind}: ${words}`);
  });
});
