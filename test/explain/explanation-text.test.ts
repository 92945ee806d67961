/** Explanations in words: what an official reads, in both languages, and nothing of the library's own inside. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import type { CriteriaSet } from "../../src/criteria-set.ts";
import { type ExplainedPart, explain } from "../../src/explain/explanation.ts";
import { type ExplanationTextOptions, explanationText } from "../../src/explain/explanation-text.ts";
import { itemHistory } from "../../src/explain/history.ts";
import { ruleText } from "../../src/explain/history-text.ts";
import type { LeafStep, LineStep } from "../../src/explain/step.ts";
import type { RoundInput } from "../../src/round/input.ts";
import { readRound } from "../../src/round/read.ts";
import type { Language } from "../../src/rule.ts";
import { ruleShapes } from "../../src/rules/kinds.ts";
import { readCriteriaSet } from "../../src/set/check.ts";
import { enWords as en } from "../../src/words/en.ts";
import { viWords as vi } from "../../src/words/vi.ts";
import type { Words } from "../../src/words/words.ts";
import { entry, type Raw, set, smallRound } from "../support/rounds.ts";

const soA = "hoa-lam/so-a";
const inWords = (
  what: ExplainedPart | undefined,
  language: Language = "vi",
  options: ExplanationTextOptions = {},
  round: Raw = smallRound(),
): string => explanationText(explain(set, round, soA, what), language, options);

/** What follows the head of a text in Markdown: the unit, and the basis. */
const told = (...given: Parameters<typeof inWords>): string =>
  inWords(...given)
    .split("\n\n")
    .slice(2)
    .join("\n\n");

const read = (path: string): Raw =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const departments = readCriteriaSet(read("criteria/hoa-lam/department/2026.1.json"));
const communes = readCriteriaSet(read("criteria/hoa-lam/commune/2026.1.json"));

describe("the head", () => {
  const parts: readonly (ExplainedPart | undefined)[] = [
    undefined,
    "1.1",
    "1.1.2",
    "grade",
    "place",
    { source: "tham-dinh" },
    { line: "late" },
    { line: "cap:bonus" },
    { line: "conversion:khao-sat" },
  ];

  test.each(parts)("says of %j whose it is, by which set, on illustrative data, and up to where", (part) => {
    const at = (until?: "self" | "first" | "2027-01-12", language: Language = "vi"): string =>
      explanationText(
        explain(set, smallRound(), soA, { ...(typeof part === "string" ? { item: part } : part), until }),
        language,
        {
          markdown: true,
          detail: "short",
        },
      ).split("\n\n")[0] as string;
    const head = "**Sở A,** Bộ tiêu chí minh họa cấp sở, tỉnh Hoa Lâm, năm 2026; số liệu minh họa";
    expect(at()).toBe(`${head}.`);
    expect(at("first")).toBe(`${head}; kết quả tính đến hết bước thẩm định lần 1.`);
    expect(at("self")).toBe(`${head}; kết quả tính đến hết bước tự đánh giá.`);
    expect(at("2027-01-12")).toBe(`${head}; kết quả tính đến ngày 12/01/2027.`);
    expect(at("first", "en")).toMatch(/; illustrative data; result up to the end of the first appraisal\.$/);
    expect(at("2027-01-12", "en")).toMatch(/; result up to the end of 2027-01-12\.$/);
  });

  test.each(parts)("gives the basis of %j once, and that the set is illustrative", (part) => {
    for (const detail of ["short", "full"] as const) {
      const [, basis, ...rest] = inWords(part, "vi", { markdown: true, detail, depth: 0 }).split("\n\n");
      expect(basis).toMatch(
        /^Căn cứ: (.+, )?văn bản số 01\/QĐ-UBND ngày 15\/01\/2026 của .* \(bộ tiêu chí minh họa: điểm số không lấy từ quyết định nào\)\.$/,
      );
      expect(rest.join("\n")).not.toContain("Căn cứ:");
    }
  });

  test("of a real round says nothing of its data, and cites nothing where the set cites nothing", () => {
    const silent = readCriteriaSet({ ...(read("test/support/small-summary.json") as Raw), decisions: [] });
    const round: RoundInput = {
      format: 1,
      set: silent.id,
      edition: 1,
      title: { vi: "Kết quả đã công bố" },
      status: "real",
      units: [{ id: "so-a", name: { vi: "Sở A" }, group: "chung" }],
      statistics: [{ unit: "so-a", item: "1", facts: { points: "60" } }],
    };
    expect(explanationText(explain(silent, round, "so-a", "1"), "vi")).toMatch(
      /^Sở A, Bộ tiêu chí tóm tắt minh họa, tỉnh Hoa Lâm, năm 2026\.\nPhần 1 \(Điểm thẩm định\): 60 điểm → 60\/68,5 điểm\.\n {2}Cách chấm: [^\n]+\n {2}Chỉ số thành phần: 87,59 %\.$/,
    );
  });
});

describe("one leaf", () => {
  test("reads as an official would write it", () => {
    const round = smallRound();
    round.ledger = [
      entry({
        kind: "adjust",
        item: "2.1",
        facts: { numerator: 1180, denominator: 1200 },
        reason: "Bốn hồ sơ trả quá hạn.",
        findings: ["kt-01"],
      }),
    ];
    expect(told("2.1", "vi", { detail: "short", markdown: true }, round)).toBe(
      "**Tiêu chí 2.1** (Giải quyết hồ sơ đúng hạn): giải quyết đúng hạn 1.180/1.200 hồ sơ đã tiếp nhận, đạt 98,33 % → 3,93/4 điểm (Phụ lục I, mục 2.1); " +
        "tự chấm 3,95, Hội đồng điều chỉnh vì bốn hồ sơ trả quá hạn (kết quả kiểm tra: 16 hồ sơ quá hạn (Đoàn kiểm tra số 1, 01/09/2026), đã khắc phục từ 01/10/2026).",
    );
    expect(told("2.1", "en", { detail: "short", markdown: true }, round)).toBe(
      "**Criterion 2.1** (Dossiers handled in time): 1,180/1,200 (dossiers handled in time/dossiers received), 98.33% reached → 3.93/4 points (Phụ lục I, mục 2.1); " +
        "claimed 3.95, the council adjusted it because bốn hồ sơ trả quá hạn (inspection finding: 16 hồ sơ quá hạn (Đoàn kiểm tra số 1, 2026-09-01), put right since 2026-10-01).",
    );
  });

  test("in full has its rule, its working, its citation and its history", () => {
    expect(inWords("1.1.2").split("\n")).toEqual([
      "Sở A, Bộ tiêu chí minh họa cấp sở, tỉnh Hoa Lâm, năm 2026; số liệu minh họa.",
      "Căn cứ: Phụ lục I, mục 1.1.2, văn bản số 01/QĐ-UBND ngày 15/01/2026 của Ủy ban nhân dân tỉnh Hoa",
      "    Lâm (bộ tiêu chí minh họa: điểm số không lấy từ quyết định nào).",
      "Tiêu chí thành phần 1.1.2 (Mức độ hoàn thành kế hoạch): hoàn thành 17/20 nhiệm vụ trong kế hoạch,",
      "    đạt 85 % → 2,55/3 điểm (Phụ lục I, mục 1.1.2); tự chấm 2,55.",
      "  Cách chấm: Tỷ lệ nhiệm vụ hoàn thành trên nhiệm vụ trong kế hoạch; dưới 80 % được 0 điểm; từ 80 %",
      "      đến dưới 100 % tính theo tỷ lệ; từ 100 % trở lên được điểm tối đa; trong năm không phát sinh:",
      "      0 điểm.",
      "  Cách tính: 3 × 17/20 = 2,55.",
      "  Chỉ số thành phần: 85,00 %.",
      "  20/12/2026, tự đánh giá: Đơn vị tự chấm: hoàn thành 17/20 nhiệm vụ trong kế hoạch (2,55 điểm);",
      "      tài liệu: văn bản số 88/BC-SO ngày 10/12/2026 của Sở Nội vụ tỉnh Hoa Lâm; Giám đốc phê duyệt",
      "      ngày 19/12/2026.",
    ]);
  });

  test("says its arithmetic to the exact value, and about how much that is", () => {
    expect(inWords("2.1")).toContain("\n  Cách tính: 4 × 1.180/1.200 = 59/15 ≈ 3,93.\n");
    expect(inWords("2.1", "en")).toContain("\n  Working: 4 × 1,180/1,200 = 59/15 ≈ 3.93.\n");
    expect(inWords("1.1.1")).not.toContain("Cách tính");
  });

  test("of the survey tells forms, weights, answers and shares", () => {
    const text = inWords("1.4");
    expect(text).toContain("khảo sát đạt 100 % → 3/3 điểm");
    expect(text).toContain("Lãnh đạo cấp xã: trọng số 60, 3 ý kiến hợp lệ, 2 không có ý kiến, đạt 100 %.");
    expect(text).toContain("Lãnh đạo cấp xã: 5 phiếu hợp lệ.");
    expect(text).toContain("\n        “Rất tốt” (100 %): 3; “Không có ý kiến”: 2.\n");
  });

  test("of a survey with too few forms names the form, how many it has and how many it should have", () => {
    const round = smallRound();
    const form = round.tally.counts[1];
    form.forms = 4;
    form.questions[0].options = [{ option: "tot", count: 4 }];
    const { step } = explain(set, round, soA, "1.4");
    expect(step.kind === "leaf" && step.survey).toMatchObject({
      short: ["phieu-xa"],
      shortForms: [{ id: "phieu-xa", title: { vi: "Phiếu lãnh đạo cấp xã" }, forms: 4, leastForms: 5 }],
    });
    expect(inWords("1.4", "vi", { markdown: true }, round)).toContain(
      "“Phiếu lãnh đạo cấp xã”: 4 phiếu hợp lệ, ít hơn mức tối thiểu 5 phiếu.\n",
    );
    expect(inWords("1.4", "en", { markdown: true }, round)).toContain(
      ": 4 valid forms, fewer than the least number of 5.\n",
    );
  });

  test("of a survey that was not held gives the reason that the round states for the group", () => {
    const round = readRound(communes, read("docs/examples/hoa-lam-communes-2026.json"));
    const partOf = (unit: string) => {
      const { step } = explain(communes, round, unit, "7.1");
      return step.kind === "leaf" ? step.survey : undefined;
    };
    expect(partOf("hoa-lam-xa-muong-lam")?.notHeld).toBe(round.surveyNotHeld[0]?.reason);
    expect(partOf("hoa-lam-xa-tan-khe")).not.toHaveProperty("notHeld");
    const text = explanationText(explain(communes, round, "hoa-lam-xa-muong-lam", "7.1"), "vi");
    expect(text.replace(/\s+/g, " ")).toContain(
      "Không tổ chức điều tra xã hội học, theo đợt đánh giá: Mưa lũ tháng 11/2026 chia cắt giao thông",
    );
  });

  test("that waits says for what, and between which points", () => {
    expect(inWords("2.3", "vi", { detail: "short", markdown: true })).toContain(
      "chưa có điểm, chờ cơ quan thẩm định chấm điểm → từ 0 đến 2 trên 2 điểm",
    );
    expect(inWords("2.3", "en", { detail: "short", markdown: true })).toContain(
      "no points yet, the appraiser has yet to score it → from 0 to 2 of 2 points",
    );
  });

  test("a reason keeps the capital of a name and loses that of a common word", () => {
    const because = (reason: string): string => {
      const round = smallRound();
      round.ledger = [
        entry({ kind: "adjust", item: "1.1.2", facts: { numerator: 16, denominator: 20 }, reason }),
      ];
      return inWords("1.1.2", "vi", { detail: "short", markdown: true }, round);
    };
    expect(because("Sở Tài chính chưa xác nhận")).toContain("vì Sở Tài chính chưa xác nhận");
    expect(because("UBND xã chưa xác nhận")).toContain("vì UBND xã chưa xác nhận");
    expect(because("Theo báo cáo của đơn vị.")).toContain("vì theo báo cáo của đơn vị.");
  });
});

describe("the whole score", () => {
  const communeRound = readRound(communes, read("docs/examples/hoa-lam-communes-2026.json"));
  const textOf = (unit: string, language: Language, options: ExplanationTextOptions): string =>
    explanationText(explain(communes, communeRound, unit), language, options);

  test("has headings of its own for sources, domains and what is added or taken away", () => {
    const round = readRound(departments, read("docs/examples/hoa-lam-departments-2026.json"));
    const explanation = explain(departments, round, "hoa-lam-so-y-te");
    const headings = (language: Language, depth: number): readonly string[] =>
      explanationText(explanation, language, { depth })
        .split("\n")
        .filter((line) => /^\S.*:$/.test(line));
    expect(headings("vi", 1)).toEqual(["Theo nguồn điểm:", "Theo lĩnh vực:", "Các khoản cộng, trừ:"]);
    expect(headings("en", 1)).toEqual(["By source of points:", "By domain:", "Added and taken away:"]);
    expect(headings("vi", 0)).toEqual(["Theo nguồn điểm:"]);
    const lines = explanationText(explanation, "vi", { depth: 1, markdown: true }).split("\n");
    for (const heading of ["Theo nguồn điểm", "Theo lĩnh vực", "Các khoản cộng, trừ"]) {
      const at = lines.indexOf(`**${heading}:**`);
      expect([lines[at - 1], lines[at + 1], lines[at + 2]]).toEqual(["", "", expect.stringMatching(/^- /)]);
    }
    const plain = textOf("hoa-lam-xa-muong-lam", "vi", { depth: 1 });
    expect(plain).toContain("\nTheo lĩnh vực:\n");
    expect(plain).not.toContain("Các khoản cộng, trừ");
  });

  test("names the headings after the levels of the set", () => {
    const published = readCriteriaSet(read("criteria/binh-duong/district/2017.1.json"));
    const round = read("docs/examples/published/binh-duong/district/2017.1.json");
    expect(explanationText(explain(published, round, "bau-bang"), "vi")).toContain("\nTheo phần điểm:\n");
  });

  test("says of what does not apply that it does not, and gives no points out of 0", () => {
    for (const [language, source, node] of [
      [
        "vi",
        "  Điểm điều tra xã hội học: không áp dụng.",
        "Tiêu chí 4.5 (Đánh giá về cán bộ, công chức): không áp dụng (Phụ lục II, mục 4.5).",
      ],
      ["en", "  Survey points: not applicable.", "Criterion 4.5 (Opinion on officials): not applicable"],
    ] as const) {
      const text = textOf("hoa-lam-xa-muong-lam", language, {});
      expect(text).toContain(source);
      expect(text).toContain(node);
      expect(text).not.toMatch(/\/0 (điểm|points)/);
    }
  });
});

describe("what an official would not write", () => {
  const published = readCriteriaSet(read("criteria/binh-duong/district/2017.1.json"));
  const districts = read("docs/examples/published/binh-duong/district/2017.1.json");

  test("a number of a document that is none: its title is quoted", () => {
    expect(explanationText(explain(published, districts, "bau-bang"), "vi", { markdown: true })).toContain(
      "Căn cứ: văn bản “Công bố kết quả Chỉ số cải cách hành chính năm 2017” ngày 06/08/2018 của",
    );
    expect(explanationText(explain(published, districts, "bau-bang"), "en", { markdown: true })).toContain(
      "Basis: document “Công bố kết quả Chỉ số cải cách hành chính năm 2017” of 2018-08-06,",
    );
  });

  test("a grade that is still to come, where the set has none", () => {
    expect(explanationText(explain(published, districts, "bau-bang"), "vi")).toContain(
      "Xếp loại: bộ tiêu chí không quy định xếp loại.",
    );
    expect(inWords(undefined)).toContain("Xếp loại: chưa xếp loại.");
  });

  test("a grade without the index that it is of", () => {
    const round = readRound(departments, read("docs/examples/hoa-lam-departments-2026.json"));
    const grade = (unit: string, language: Language): string =>
      explanationText(explain(departments, round, unit, "grade"), language)
        .split("\n")
        .find((line) => /^(Xếp loại|Grade)/.test(line)) as string;
    expect(grade("hoa-lam-so-tai-chinh", "vi")).toBe(
      "Xếp loại: Xuất sắc (96,09 %, thuộc mức Chỉ số từ 90 % trở lên).",
    );
    expect(grade("hoa-lam-so-y-te", "vi")).toBe(
      "Xếp loại: Trung bình (69,32 %, thuộc mức Chỉ số từ 50 % đến dưới 70 %).",
    );
    expect(grade("hoa-lam-so-y-te", "en")).toBe("Grade: Average (69.32%; index from 50% to below 70%).");
  });

  test("a conversion by nothing", () => {
    expect(inWords({ line: "conversion:khao-sat" }, "vi", { detail: "short" })).toMatch(
      /\nQuy đổi Điều tra xã hội học: không phát sinh → 0 điểm\.$/,
    );
  });

  test("a penalty that is given", () => {
    const round = readRound(departments, read("docs/examples/hoa-lam-departments-2026.json"));
    const penalty = explain(departments, round, "hoa-lam-so-y-te", { line: "9.2.1" });
    expect(explanationText(penalty, "vi", { markdown: true })).toContain(
      "về cải cách hành chính): 2 văn bản phê bình, mỗi văn bản phê bình trừ 0,5 điểm → −1 điểm (Phụ lục I, mục 9.2.1).\n\n" +
        "- Cách chấm: Mỗi văn bản phê bình trừ 0,5 điểm.\n- Cách tính mức trừ: 2 × 0,5 = 1.\n",
    );
    expect(explanationText(penalty, "en", { markdown: true })).toContain(
      "2 written criticisms, 0.5 points taken away for each → −1 point (Phụ lục I, mục 9.2.1).\n\n" +
        "- Rule: 0.5 points taken away for each of: written criticisms.\n- Working of what is taken away: 2 × 0.5 = 1.\n",
    );
  });

  test("a percentage twice, for a zero at its end", () => {
    const round = smallRound();
    round.statistics[1].facts = { percent: "84.10" };
    expect(told("2.2", "vi", { detail: "short", markdown: true }, round)).toMatch(
      /^\*\*Tiêu chí 2\.2\*\* \(Hồ sơ trực tuyến toàn trình\): đạt 84,10 %, từ 80 % trở lên: điểm tối đa → 2\/2 điểm/,
    );
  });

  test("a unit without a score: what is wrong apart from what is only noted, and days as they are written", () => {
    const round = smallRound();
    const own = round.selfAssessments.find(({ unit }: Raw) => unit === soA);
    own.submitted = "2026-12-30";
    own.answers[0].facts = { choice: "khong-co" };
    const text = (language: Language): readonly string[] =>
      inWords(undefined, language, { markdown: true }, round).split("\n\n").slice(2);
    const [result, errors, wrong, warnings, noted] = text("vi");
    expect([result, errors, warnings]).toEqual([
      "**Kết quả:** không chấm điểm, dữ liệu của đơn vị có lỗi, nộp chậm 9 ngày.",
      "**Lỗi:**",
      "**Lưu ý:**",
    ]);
    expect(wrong).toMatch(/^- .*“khong-co”/);
    expect(noted).toContain("ngày 30/12/2026");
    expect(noted).not.toMatch(/\d{4}-\d{2}/);
    expect(text("en")[3]).toBe("**Warnings:**");
    expect(text("en")[4]).toContain("2026-12-30");
  });
});

describe("the place", () => {
  const round = readRound(departments, read("docs/examples/hoa-lam-departments-2026.json"));
  const placeText = (unit: string, language: Language): string =>
    explanationText(explain(departments, round, unit, "place"), language, { markdown: true });

  test("tells units without a place from those that are exempt", () => {
    expect(placeText("hoa-lam-so-y-te", "vi")).toContain(
      "bảng xếp hạng chưa đầy đủ, còn 2 đơn vị chưa có thứ hạng; 1 đơn vị được miễn xếp hạng.",
    );
    expect(placeText("hoa-lam-so-y-te", "en")).toContain(
      "the ranking is incomplete, 2 units without a place; 1 unit exempt from ranking.",
    );
    expect(placeText("hoa-lam-so-an-toan-thuc-pham", "vi")).toContain(
      "**Xếp hạng:** không xếp hạng vì thành lập từ ngày 01/10/2026; chấm điểm để theo dõi, chưa xếp hạng; bảng xếp hạng",
    );
  });

  test("that was decided between equal indexes names the other unit and both values", () => {
    expect(placeText("hoa-lam-so-giao-duc-va-dao-tao", "vi")).toContain(
      "cùng Chỉ số công bố với Sở Khoa học và Công nghệ tỉnh Hoa Lâm, xếp trên do “Điểm thẩm định” cao hơn: 56,06 so với 55,81;",
    );
    expect(placeText("hoa-lam-so-khoa-hoc-va-cong-nghe", "vi")).toContain(
      "xếp dưới do “Điểm thẩm định” thấp hơn: 55,81 so với 56,06;",
    );
  });
});

describe("a rule in words", () => {
  test("is had from the step of a leaf, a line that is decided, and a history", () => {
    const leaf = explain(set, smallRound(), soA, "1.1.2").step as LeafStep;
    expect(inWords("1.1.2").replace(/\s+/g, " ")).toContain(`Cách chấm: ${ruleText(leaf, "vi")}.`);
    const { line, working } = explain(set, smallRound(), soA, "phat-1").step as LineStep;
    if (working.kind !== "decided") throw new TypeError("the line is decided");
    expect(ruleText({ rule: working.rule, line }, "vi")).toBe("Mỗi vụ vi phạm trừ 0,5 điểm");
    expect(ruleText(itemHistory(set, smallRound(), soA, "phat-1"), "en")).toBe(
      "0.5 points taken away for each of: breach",
    );
    expect(ruleText(itemHistory(set, smallRound(), soA, "1.1.2"), "vi")).toBe(ruleText(leaf, "vi"));
  });

  test("has minus signs, and a language without words is a RangeError", () => {
    expect(ruleText({ rule: { kind: "direct", floor: "-1" }, maxPoints: "2" }, "vi")).toBe(
      "Cho điểm trực tiếp từ −1 đến 2 điểm",
    );
    expect(() => ruleText({ rule: { kind: "direct" } }, "xx" as "vi")).toThrow(RangeError);
  });
});

describe("layout", () => {
  test("depth says how many levels stand below the first", () => {
    const numbers = (depth: number): number =>
      inWords(undefined, "vi", { depth })
        .split("\n")
        .filter((line) => /^ *(Lĩnh vực|Tiêu chí) /.test(line)).length;
    expect([numbers(0), numbers(1), numbers(2)]).toEqual([0, 2, 10]);
    expect(() => inWords(undefined, "vi", { depth: -1 })).toThrow(RangeError);
    expect(() => inWords(undefined, "vi", { depth: 1.5 })).toThrow(RangeError);
  });

  test("Markdown nests lists and escapes what the data has of its signs", () => {
    const round = smallRound();
    round.units[0].name.vi = "Sở *A* [x]";
    const text = inWords(undefined, "vi", { markdown: true, depth: 1 }, round);
    expect(text).toContain("**Sở \\*A\\* \\[x\\],**");
    expect(text).toMatch(/\n\n- \*\*Điểm thẩm định:\*\*/);
  });

  test("a language without words is a RangeError", () => {
    expect(() => inWords(undefined, "xx" as "vi")).toThrow(RangeError);
  });

  test("the same explanation gives the same text after it was written and read back", () => {
    const explanation = explain(set, smallRound(), soA);
    expect(explanationText(JSON.parse(JSON.stringify(explanation)), "vi", { detail: "full" })).toBe(
      explanationText(explanation, "vi", { detail: "full" }),
    );
  });
});

/** Every text of a round: each unit, its place and grade, and each of its sources and lines. */
function* allTexts(
  of: CriteriaSet,
  raw: unknown,
  language: Language,
  options: ExplanationTextOptions,
): Generator<string> {
  const round = readRound(of, raw);
  const lines = [...of.bonus.lines, ...of.penalty.lines].map(({ id }) => id);
  const parts: ExplainedPart[] = [
    "grade",
    ...of.sources.map(({ id }) => ({ source: id })),
    ...lines.map((line) => ({ line })),
    { line: "late" },
    { line: "cap:bonus" },
    { line: "cap:max" },
  ];
  for (const { id } of round.units.slice(0, 10))
    yield explanationText(explain(of, round, id), language, options);
  for (const { id } of round.units.slice(0, 2)) {
    for (const part of parts) yield explanationText(explain(of, round, id, part), language, options);
  }
  const [ranked] = assess(of, round).rankings[0]?.places ?? [];
  yield explanationText(explain(of, round, ranked?.unit ?? "", "place"), language, options);
}

/** What an empty place in a sentence looks like. */
const hole = /undefined|[{}]|NaN|null|\(\)|: \.|[;,] [;,.]|\S {2}/;

/** A hyphen in place of a minus sign. */
const hyphen = /(?<![\p{L}\p{N}])-\d/u;

/** A text without its marks and names; what they say with or beside a value stays. */
const literal = (text: string): string => text.replace(/\{[#%@;]?\w+\}|\{\??\w+[:|]|[{|}]/g, " ");

const words = (text: string): readonly string[] => text.match(/[A-Za-z][A-Za-z-]+/g) ?? [];

/** The words that explanations are said in, key by key. */
const texts = ({ terms, history, explanation }: Words): readonly (readonly [string, string])[] =>
  [terms, history, explanation].flatMap((section) => Object.entries(section));

/** The codes of the library: the keys of every table of words, and the kinds of rule, state and entry. */
const codes = new Set(
  texts(vi)
    .map(([key]) => key.replace(/^[a-z]+\./, ""))
    .concat(
      Object.keys(ruleShapes),
      "scored unanswered pending proportional full appraisal statistic general special".split(" "),
    ),
);
const english = new Set(
  texts(en)
    .flatMap(([, text]) => words(literal(text)))
    .filter((word) => word.length > 2),
);

describe("the words", () => {
  test("nothing of the Vietnamese words is English or a code", () => {
    const own = texts(vi).flatMap(([, text]) => words(literal(text)));
    expect(own.filter((word) => codes.has(word) || english.has(word))).toEqual([]);
  });

  test.each([
    ["departments", departments, "docs/examples/hoa-lam-departments-2026.json"],
    ["communes", communes, "docs/examples/hoa-lam-communes-2026.json"],
  ] as const)(
    "no Vietnamese explanation of the %s has the library's own English inside, an id, or a hole",
    (_, of, file) => {
      const raw = read(file);
      const ids = new Set((raw as Raw).units.map(({ id }: Raw) => id));
      for (const text of allTexts(of, raw, "vi", { detail: "full" })) {
        expect(words(text).filter((word) => codes.has(word) || english.has(word) || ids.has(word))).toEqual(
          [],
        );
        expect(text).not.toMatch(hole);
        expect(text).not.toMatch(hyphen);
        for (const line of text.split("\n")) expect(line.length, line).toBeLessThan(100);
        expect(text).not.toMatch(/\d,\d{3},|\d\.\d{1,2}\s*(%|điểm)/);
      }
    },
  );

  test.each([
    ["departments", departments, "docs/examples/hoa-lam-departments-2026.json"],
    ["communes", communes, "docs/examples/hoa-lam-communes-2026.json"],
  ] as const)(
    "no English explanation of the %s has a hole either, and one of a thing is one",
    (_, of, file) => {
      for (const text of allTexts(of, read(file), "en", { detail: "full" })) {
        expect(text).not.toMatch(hole);
        expect(text).not.toMatch(hyphen);
        expect(text).not.toMatch(/(?<![\d.,/−]|to |of )\b1 (points|days|forms|units)\b/);
      }
    },
  );
});
