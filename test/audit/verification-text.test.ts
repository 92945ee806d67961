/** The answer of `verify` in words: each step as an official would name it, figures and days in the style of the language. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { seal } from "../../src/audit/record.ts";
import { verificationText } from "../../src/audit/verification-text.ts";
import { type Verification, verify } from "../../src/audit/verify.ts";
import { criteriaSet } from "../../src/criteria.ts";
import { readCriteriaSet } from "../../src/set/check.ts";

const sound: Verification = {
  against: {},
  conclusion: "right",
  digests: "hold",
  recomputation: "agrees",
  sums: "agree",
  round: "same",
  unchecked: [],
};
interface Named {
  readonly unit: string;
  readonly item: string;
}
const firstLine = (step: string, found: string, expected: string, language: "vi" | "en"): string =>
  verificationText({ ...sound, firstDifference: { step, found, expected } }, language)
    .split("\n")
    .find((line) => /^(?:Khác biệt đầu tiên|First difference)/.test(line)) ?? "";

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
    "trừ điểm nộp chậm: ghi −0,9, đúng ra là −1",
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
    "tình trạng: ghi đã đủ điểm, đúng ra là tạm tính",
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
    expected: "the record as readRecord gives it from this text",
  });
  expect(verificationText(answer, "vi").split("\n")).toEqual([
    "Không phải bản kết quả có mã xác thực đúng định dạng",
    'Khác biệt đầu tiên: bản kết quả có mã xác thực: ghi {"format":1}, đúng ra là bản kết quả có mã xác thực đã đọc từ văn bản này bằng readRecord',
    "Kết luận: không kiểm chứng được",
  ]);
});

const load = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../docs/examples/${file}`, import.meta.url), "utf8"));
const set = criteriaSet("hoa-lam/department/2026");
const round = load("hoa-lam-departments-2026.json");
const record = load("records/hoa-lam-so-y-te-2026.json");
const both = (answer: Verification): readonly string[][] =>
  (["vi", "en"] as const).map((language) => verificationText(answer, language).split("\n"));
const isCriticism = (it: Named): boolean => it.unit === record.unit && it.item === "9.2.1";

test("what was verified is said first, and what follows from it last", () => {
  const [vi = [], en = []] = both(verify(record, { set, round }));
  expect([vi[0], vi[1], vi.at(-1)]).toEqual([
    "Bản kết quả có mã xác thực: đơn vị hoa-lam-so-y-te, bộ tiêu chí hoa-lam/department/2026, lần ban hành 1",
    "Kết quả đã ghi: Chỉ số 69,32 %, thứ hạng 15",
    "Kết luận: đã đối chiếu với bộ tiêu chí và đợt đánh giá nêu trên, tính lại ra đúng kết quả đã ghi",
  ]);
  expect([en[0], en[1], en.at(-1)]).toEqual([
    "Sealed record: unit hoa-lam-so-y-te, criteria set hoa-lam/department/2026, edition 1",
    "Sealed result: index 69.32%, place 15",
    "Conclusion: held against the set and the round above, the sealed result comes out again",
  ]);
  const group = load("records/hoa-lam-departments-special-2026.public.json");
  expect(both(verify(group))[0]?.[0]).toBe(
    "Bản kết quả có mã xác thực: nhóm đơn vị special, bộ tiêu chí hoa-lam/department/2026, lần ban hành 1",
  );
});

test.each<[string, Partial<Verification>, string, string]>([
  [
    "a part",
    { conclusion: "partly", unchecked: ["round", "place"] },
    "đúng trong phạm vi đã kiểm tra; chưa đối chiếu: đợt đánh giá, thứ hạng",
    "it holds as far as it was checked; not held against: the round, the place",
  ],
  [
    "changed",
    { conclusion: "changed" },
    "bản kết quả có mã xác thực đã bị sửa sau khi lập",
    "the record was changed after it was sealed",
  ],
  [
    "forged",
    { conclusion: "wrong" },
    "kết quả đã ghi không đúng với số liệu gốc",
    "the result that is recorded does not follow from the inputs",
  ],
  [
    "not the published one",
    { conclusion: "unpublished" },
    "đây không phải bản kết quả đã công bố",
    "this is not the record that was published",
  ],
  [
    "stranger",
    { conclusion: "stranger" },
    "bản kết quả có mã xác thực không thuộc kết quả của nhóm",
    "the record does not belong to the result of the group",
  ],
])("the conclusion: %s", (_, part, vi, en) => {
  const ends = both({ ...sound, ...part }).map((lines) => lines.at(-1));
  expect(ends).toEqual([`Kết luận: ${vi}`, `Conclusion: ${en}`]);
});

test("of a round that was changed neither side is called right", () => {
  const other = structuredClone(round);
  other.selfAssessments.find((it: { unit: string }) => it.unit === record.unit).submitted = "2026-12-20";
  const [vi, en] = both(verify(record, { set, round: other }));
  expect(vi).toContain(
    "Khác biệt đầu tiên: báo cáo tự đánh giá, ngày gửi: bản kết quả có mã xác thực ghi 30/12/2026; tệp đợt đánh giá ghi 20/12/2026",
  );
  expect(vi?.at(-1)).toBe(
    "Kết luận: bản kết quả có mã xác thực và tệp đợt đánh giá không khớp nhau; cần đối chiếu với hồ sơ gốc để biết bên nào đúng",
  );
  expect(en).toContain(
    "First difference: self-assessment, day of submission: the record says 2026-12-30; the round says 2026-12-20",
  );
  expect(en?.at(-1)).toBe(
    "Conclusion: the record and the round do not agree; only the original files tell which of them is right",
  );
});

test("of another set neither side is called right", () => {
  const [vi, en] = both(verify(record, { set: criteriaSet("hoa-lam/commune/2026") }));
  expect(vi).toContain(
    "Khác biệt đầu tiên: bộ tiêu chí, mã: bản kết quả có mã xác thực ghi hoa-lam/department/2026; bộ tiêu chí được đưa vào ghi hoa-lam/commune/2026",
  );
  expect(en?.at(-1)).toBe("Conclusion: the set given is not the one that was sealed with");
});

test("an entry that one side lacks is said in words, and before the roles that rest on it", () => {
  const shorter = { ...round, ledger: round.ledger.filter((it: Named) => !isCriticism(it)) };
  const entry = "về mục 9.2.1 ngày 10/02/2027";
  const [vi, en] = both(verify(record, { set, round: shorter }));
  expect(vi).toContain(
    `Khác biệt đầu tiên: sổ theo dõi thẩm định: tệp đợt đánh giá thiếu ý kiến của chair ${entry}`,
  );
  expect(en).toContain(
    "First difference: ledger: the round lacks the entry of chair on item 9.2.1 of 2027-02-10",
  );
  const earlier = seal(set, shorter, { unit: record.unit });
  expect(both(verify(earlier, { set, round }))[0]).toContain(
    `Khác biệt đầu tiên: sổ theo dõi thẩm định: bản kết quả có mã xác thực thiếu ý kiến của chair ${entry}`,
  );
  const silent = structuredClone(round);
  silent.ledger = silent.ledger.filter(
    (it: Named & { kind: string }) => it.unit !== record.unit || it.kind !== "explain",
  );
  expect(both(verify(record, { set, round: silent }))[0]?.join()).toMatch(
    /tệp đợt đánh giá thiếu giải trình của đơn vị về mục \S+ ngày 22\/01\/2027/,
  );
});

test("an entry too many in a record of this very round is called so", () => {
  const forged = structuredClone(record);
  forged.inputs.ledger.unshift({ ...forged.inputs.ledger[0], item: "1.1.1" });
  const [vi, en] = both(verify(forged, { set, round }));
  expect(vi).toContain(
    "Khác biệt đầu tiên: sổ theo dõi thẩm định: bản kết quả có mã xác thực ghi thừa ý kiến của working-group về mục 1.1.1 ngày 12/01/2027",
  );
  expect(en).toContain(
    "First difference: ledger: the record has in excess the entry of working-group on item 1.1.1 of 2027-01-12",
  );
});

test("what a record cannot mean is told as it stands, and on its own line", () => {
  const forged = structuredClone(record);
  forged.result.index = "một\nhai";
  const [vi] = both(verify(forged, { set, round }));
  expect(vi?.slice(-2)).toEqual([
    "Khác biệt đầu tiên: Chỉ số: ghi một hai, đúng ra là giá trị đúng định dạng ở chỗ này",
    "Kết luận: không kiểm chứng được",
  ]);
});

test("what a record was held against is said by its digests, and whose set it is", () => {
  const [vi = [], en = []] = both(verify(record, { set, digest: record.digest, root: record.round }));
  expect(vi.slice(2, 6)).toEqual([
    `Mã xác thực ghi trong bản kết quả: ${record.digest}`,
    `Đối chiếu với bộ tiêu chí có sẵn hoa-lam/department/2026, lần ban hành 1, mã xác thực ${record.set.digest}`,
    `Đối chiếu với mã xác thực đã công bố ${record.digest}`,
    `Đối chiếu với mã xác thực gốc đã công bố ${record.round}`,
  ]);
  expect(en.at(-1)).toBe(
    "Conclusion: it holds as far as it was checked; not held against: the round, the group, the place, that it belongs to the group (no proof)",
  );
  const own = readCriteriaSet(JSON.parse(readFileSync("criteria/hoa-lam/department/2026.1.json", "utf8")));
  expect(both(verify(record, { set: own }))[1]?.[3]).toBe(
    `Held against a set hoa-lam/department/2026, edition 1, that was given (not the built-in one), digest ${record.set.digest}`,
  );
});

test("a place of another round is computed from it, not said by it", () => {
  const fewer = structuredClone(round);
  fewer.selfAssessments = fewer.selfAssessments.filter((it: Named) => it.unit !== "hoa-lam-so-noi-vu");
  const [vi, en] = both(verify(record, { set, round: fewer }));
  expect(vi).toContain(
    "Khác biệt đầu tiên: thứ hạng: bản kết quả có mã xác thực ghi 15; tính từ tệp đợt đánh giá ra 14",
  );
  expect(en).toContain("First difference: place: the record says 15; computed from the round it is 14");
});

test("an answer that one side lacks is not shown as JSON", () => {
  const shorter = structuredClone(round);
  shorter.selfAssessments.find((it: Named) => it.unit === record.unit).answers.shift();
  const [vi, en] = both(verify(record, { set, round: shorter }));
  expect(vi).toContain(
    "Khác biệt đầu tiên: báo cáo tự đánh giá, tiêu chí 1.1.1: tệp đợt đánh giá thiếu phần này",
  );
  expect(en).toContain("First difference: self-assessment, item 1.1.1: the round lacks this part");
});

test("a digest that does not hold is told by its part, and what would tell more", () => {
  const forged = structuredClone(record);
  forged.inputs.selfAssessments[0].answers[1].facts.numerator = 47;
  const [vi, en] = both(verify(forged, { set }));
  expect(vi).toContain(
    "Khác biệt đầu tiên: báo cáo tự đánh giá: phần này hoặc mã xác thực của phần này đã bị sửa; cần tệp đợt đánh giá để chỉ rõ chỗ nào",
  );
  expect(en).toContain(
    "First difference: self-assessment: this part or its digest was changed; the round is needed to tell where",
  );
  const headless = structuredClone(record);
  headless.until = "final";
  expect(both(verify(headless, { set, round }))[0]).toContain(
    "Khác biệt đầu tiên: thông tin chung của bản kết quả có mã xác thực: phần này hoặc mã xác thực của phần này đã bị sửa",
  );
});

test("a round that differs elsewhere is told, and says nothing against the record", () => {
  const answer = { ...sound, round: "differs" } as const;
  expect(verificationText(answer, "vi")).toContain(
    "\nĐợt đánh giá: có chỗ khác với đợt đã dùng để lập bản kết quả",
  );
  expect(verificationText(answer, "en")).toContain("\nRound: differs somewhere from the one that was sealed");
});

test("every key of the inputs, totals and results of the shipped records has Vietnamese words", () => {
  const folder = new URL("../../docs/examples/records/", import.meta.url);
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
