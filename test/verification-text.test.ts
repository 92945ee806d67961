/** The answer of `verify` in words: each step as an official would name it, figures and days in the style of the language. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isSound, verificationText } from "../src/audit/verification-text.ts";
import { type Verification, verify } from "../src/audit/verify.ts";

const sound: Verification = {
  digests: "hold",
  recomputation: "agrees",
  sums: "agree",
  round: "same",
  unchecked: [],
};
const firstLine = (step: string, found: string, expected: string, language: "vi" | "en"): string =>
  verificationText({ ...sound, firstDifference: { step, found, expected } }, language)
    .split("\n")
    .at(-1) ?? "";

test.each([
  [
    "result.index",
    "79.32",
    "69.32",
    "Chỉ số: ghi 79,32, đúng ra là 69,32",
    "index: found 79.32, expected 69.32",
  ],
  [
    "leaf 7.2.2",
    "1212/1261",
    "1.5",
    "tiêu chí 7.2.2: ghi 1.212/1.261, đúng ra là 1,5",
    "item 7.2.2: found 1,212/1,261, expected 1.5",
  ],
  [
    "unit so-a: node 7.2",
    "3",
    "4",
    "đơn vị so-a, tổng điểm mục 7.2: ghi 3, đúng ra là 4",
    "unit so-a, sum of item 7.2: found 3, expected 4",
  ],
  [
    "line cap bonus",
    "–",
    "-1",
    "mức trần: tổng điểm thưởng: ghi –, đúng ra là −1",
    "cap: all bonus lines: found –, expected −1",
  ],
  [
    "line bonus bonus",
    "0.5",
    "1",
    "điểm thưởng bonus: ghi 0,5, đúng ra là 1",
    "bonus bonus: found 0.5, expected 1",
  ],
  [
    "line late late",
    "-0.9",
    "-1",
    "trừ điểm nộp muộn: ghi −0,9, đúng ra là −1",
    "charge: late: found −0.9, expected −1",
  ],
  [
    "total.index",
    "1/3",
    "0.5",
    "giá trị chính xác, Chỉ số: ghi 1/3, đúng ra là 0,5",
    "exact value, index: found 1/3, expected 0.5",
  ],
  ["place.tied", "false", "true", "đồng hạng: ghi không, đúng ra là có", "tied: found false, expected true"],
  ["place of so-a", "1", "2", "thứ hạng của so-a: ghi 1, đúng ra là 2", "place of so-a: found 1, expected 2"],
  [
    "result.state",
    "complete",
    "provisional",
    "tình trạng: ghi đã có kết quả, đúng ra là tạm tính",
    "state: found complete, expected provisional",
  ],
  [
    "inputs.selfAssessments 1.1.2 facts.numerator",
    "47000",
    "48000",
    "báo cáo tự đánh giá, tiêu chí 1.1.2, số liệu kê khai, tử số: ghi 47.000, đúng ra là 48.000",
    "self-assessment, item 1.1.2, facts, numerator: found 47,000, expected 48,000",
  ],
  [
    "inputs.selfAssessments 1.1.2 evidence 1 section",
    "2.1",
    "2.2",
    "báo cáo tự đánh giá, tiêu chí 1.1.2, tài liệu kiểm chứng 1, mục: ghi 2.1, đúng ra là 2.2",
    "self-assessment, item 1.1.2, evidence 1, section: found 2.1, expected 2.2",
  ],
  [
    "inputs.selfAssessments.submitted",
    "2026-12-30",
    "2026-12-20",
    "báo cáo tự đánh giá, ngày gửi: ghi 30/12/2026, đúng ra là 20/12/2026",
    "self-assessment, day of submission: found 2026-12-30, expected 2026-12-20",
  ],
  [
    "inputs.ledger 3 correction 2 reason",
    "a",
    "b",
    "sổ theo dõi thẩm định, tiêu chí 3, đính chính sau công bố 2, lý do: ghi a, đúng ra là b",
    "ledger, item 3, correction after publication 2, reason: found a, expected b",
  ],
  [
    "inputs.head title.vi",
    "a",
    "b",
    "thông tin chung của đợt đánh giá, tên, tiếng Việt: ghi a, đúng ra là b",
    "head of the round, title, Vietnamese: found a, expected b",
  ],
  ["inputs", "a", "b", "số liệu gốc: ghi a, đúng ra là b", "inputs: found a, expected b"],
  ["constructor", "a", "–", "constructor: ghi a, đúng ra là –", "constructor: found a, expected –"],
])("%s in words", (step, found, expected, vi, en) => {
  expect(firstLine(step, found, expected, "vi")).toBe(`Khác biệt đầu tiên: ${vi}`);
  expect(firstLine(step, found, expected, "en")).toBe(`First difference: ${en}`);
});

test("whoever gives the text of a record is told to parse it", () => {
  const answer = verify('{"format":1}');
  expect(answer.firstDifference).toEqual({
    step: "record",
    found: '{"format":1}',
    expected: "the record as JSON.parse gives it from this text",
  });
  expect(verificationText(answer, "vi")).toBe(
    'Không đọc được bản kết quả niêm phong\nKhác biệt đầu tiên: bản kết quả niêm phong: ghi {"format":1}, đúng ra là bản kết quả niêm phong đã đọc từ văn bản này bằng JSON.parse',
  );
});

test("a round that differs elsewhere is told, and says nothing against the record", () => {
  const answer = { ...sound, round: "differs" } as const;
  expect(isSound(answer)).toBe(true);
  expect(verificationText(answer, "vi")).toContain("\nĐợt đánh giá: có chỗ khác với đợt đã niêm phong");
  expect(verificationText(answer, "en")).toContain("\nRound: differs somewhere from the one that was sealed");
});

test("every key of the inputs, totals and results of the shipped records has Vietnamese words", () => {
  const folder = new URL("../docs/examples/records/", import.meta.url);
  const keys = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) keys.add(key);
      collect(inner);
    }
  };
  for (const file of readdirSync(folder)) {
    const record = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
    for (const { inputs, steps, result, place } of record.units ?? [record])
      collect([inputs, steps?.total, steps?.low, steps?.high, result, place]);
  }
  expect(keys.size).toBeGreaterThan(60);
  // These name what they stand in, or go without saying: no step ends with them.
  for (const key of ["breach", "questionnaire", "question", "option", "code", "answers"])
    expect(keys.delete(key)).toBe(true);
  const bare = [...keys].filter((key) => firstLine(`result.${key}`, "", "", "vi").includes(key));
  expect(bare).toEqual([]);
});
