/** Inspections and targets as sheets: written and read back the same, and what is wrong told by sheet and cell. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { issueSentence } from "../../src/issue.ts";
import {
  type InspectedUnit,
  type InspectionVisit,
  processSheets,
  readInspectionPlan,
  readProcessSheets,
  readTargetPlan,
  type TargetResult,
} from "../../src/process.ts";
import type { Raw } from "../support/random-round.ts";

const file = (name: string): Raw => JSON.parse(readFileSync(`docs/examples/${name}.json`, "utf8"));
const inspections = readInspectionPlan(file("hoa-lam-inspection-plan-2026"));
const targets = readTargetPlan(file("hoa-lam-targets-2026"));
const visits: InspectionVisit[] = file("hoa-lam-inspection-visits-2026");
const results: TargetResult[] = file("hoa-lam-target-results-2026");
const units: InspectedUnit[] = file("hoa-lam-departments-2026").units.map(({ id, name, replaces }: Raw) => ({
  id,
  name,
  replaces,
  kind: "department",
}));
const plans = { inspections, targets, units };

/** Sheets that a test may change. */
type Sheets = { name: string; rows: Raw[][] }[];
const copied = (
  sheets: readonly { readonly name: string; readonly rows: readonly (readonly unknown[])[] }[],
): Sheets => sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }));

const words = fc.constantFrom(
  "Bộ phận Một cửa",
  "=1+1",
  "Không niêm yết; đã nhắc",
  "12",
  "Nhắc lần 2\nlần 3",
);
const day = fc.integer({ min: 1, max: 28 }).map((at) => `2026-05-${String(at).padStart(2, "0")}`);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const some = <T>(value: fc.Arbitrary<T>) => maybe(fc.array(value, { minLength: 1, maxLength: 2 }));
const unitId = fc.constantFrom(...units.map(({ id }) => id));
const teamId = fc.constantFrom(...(inspections.teams ?? []).map(({ id }) => id));
const id = fc.constantFrom("kt-1", "kt-2", "3.1", "05");
const visited = { unit: unitId, unitKind: maybe(fc.constant("department")) };
const document = fc.record({ title: words, number: maybe(words), by: maybe(words), date: maybe(day) });
const finding = fc.record({
  ...{ id, unit: maybe(unitId), item: maybe(fc.constantFrom("3.4.1", "3", "1.10")), what: words },
  ...{ remedy: maybe(words), due: maybe(day), remedied: maybe(day), outcome: maybe(words) },
});
const anyVisit = fc.record({
  ...visited,
  furtherUnits: some(fc.record(visited)),
  places: some(fc.constantFrom("Bộ phận Một cửa", "Phòng Tổ chức")),
  mode: fc.constantFrom("direct", "online", "unannounced"),
  team: maybe(teamId),
  jointTeams: some(teamId),
  self: maybe(fc.constant(true as const)),
  selfPlan: maybe(document),
  date: day,
  to: maybe(day),
  postponed: maybe(fc.record({ reason: words, newDate: maybe(day) })),
  cancelled: maybe(fc.record({ reason: words })),
  noticed: maybe(day),
  noticeTo: some(fc.constantFrom("chu-tich", "truong-doan")),
  decidedBy: maybe(fc.constant("truong-doan")),
  reason: maybe(fc.constant("phan-anh")),
  feedback: some(document),
  reports: some(document),
  findings: some(finding),
  follows: some(fc.record({ finding: id, remedied: fc.boolean(), outcome: maybe(words) })),
  result: maybe(words),
  conclusion: maybe(fc.record({ number: words, date: day, by: maybe(fc.constant("truong-doan")) })),
});
const anyVisits = fc
  .array(anyVisit, { maxLength: 4 })
  .map((list) => list.map((visit, at) => ({ id: `kt-${at}`, ...visit })));
const one = { unit: maybe(unitId) };
const anyResult: fc.Arbitrary<Raw> = fc.oneof(
  fc.record({ target: fc.constant("par-index"), ...one, place: fc.integer({ min: 1, max: 63 }) }),
  fc.record({ target: fc.constant("sipas"), ...one, index: fc.constantFrom("88.4", "0", "100", "77.125") }),
  fc.record({
    target: fc.constant("dossiers"),
    ...one,
    numerator: fc.nat(99),
    denominator: fc.constant(100),
  }),
  fc.record({ target: fc.constant("dialogue"), ...one, dates: fc.array(day, { maxLength: 3 }) }),
  fc.record({ target: fc.constant("dialogue"), ...one, notMeasured: words }),
);

/** Without keys that hold nothing. */
const plain = (value: unknown): Raw => JSON.parse(JSON.stringify(value));

describe("a year of inspections and targets as sheets", () => {
  test("is the same when it is read back", () => {
    fc.assert(
      fc.property(anyVisits, fc.array(anyResult, { maxLength: 5 }), (made, measured) => {
        const given = plain({ visits: made, results: measured });
        for (const its of [plans, { inspections, targets }]) {
          const read = readProcessSheets(its, processSheets(its, given));
          expect(plain({ visits: read.visits, results: read.results })).toEqual(given);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("names units, teams, modes and targets, and reads words as well as ids", () => {
    const sheets = copied(processSheets(plans, { visits, results }));
    const [first] = sheets;
    expect(first?.rows[0]?.slice(0, 7)).toEqual([
      "Mã",
      "Đơn vị",
      "Loại đơn vị",
      "Thuộc",
      "Nơi kiểm tra",
      "Hình thức",
      "Đoàn kiểm tra",
    ]);
    expect(first?.rows[1]?.slice(1, 2)).toEqual(["Sở Xây dựng tỉnh Hoa Lâm"]);
    expect(first?.rows[1]?.slice(5, 7)).toEqual(["đột xuất, không báo trước", "Đoàn kiểm tra số 1"]);
    first?.rows[1]?.splice(5, 2, "Đột xuất", "doan-1");
    expect(readProcessSheets(plans, sheets).visits[0]).toEqual(visits[0]);
    expect(sheets.map(({ name }) => name)).toEqual([
      ...["Cuộc kiểm tra", "Đơn vị cùng kiểm tra", "Phát hiện qua kiểm tra", "Phúc tra"],
      ...["Tài liệu kiểm tra", "Kết quả chỉ tiêu"],
    ]);
  });

  test("has a row for each target that waits, which is no result", () => {
    const sheets = processSheets({ targets });
    expect(sheets[0]?.rows.length).toBe(targets.targets.length + 1);
    expect(readProcessSheets({ targets }, sheets)).toEqual({ visits: [], results: [], issues: [] });
  });

  test("tells what is wrong by sheet and cell, in the words of the sheets, and reads the rest", () => {
    const sheets = copied(processSheets(plans, { visits, results }));
    const sheet = (name: string): Raw[][] => sheets.find((it) => it.name === name)?.rows ?? [];
    const heads = (name: string): Raw[] => sheet(name)[0] ?? [];
    const type = (name: string, row: number, heading: string, value: unknown): void => {
      const cells = sheet(name)[row - 1] ?? [];
      cells[heads(name).indexOf(heading)] = value;
    };
    type("Cuộc kiểm tra", 2, "Đoàn kiểm tra", "Đoàn kiểm tra số l");
    type("Cuộc kiểm tra", 3, "Ngày", "20/8");
    type("Cuộc kiểm tra", 4, "Ngày", "06/11/2025");
    type("Cuộc kiểm tra", 5, "Hình thức", null);
    type("Phát hiện qua kiểm tra", 2, "Cuộc kiểm tra", null);
    type("Phát hiện qua kiểm tra", 3, "Cuộc kiểm tra", "kt-44");
    type("Kết quả chỉ tiêu", 3, "Chỉ số (%)", "88,4 điểm");
    type("Kết quả chỉ tiêu", 4, "Tử số", 184_343);
    type("Kết quả chỉ tiêu", 5, "Thứ hạng", 3);
    type("Kết quả chỉ tiêu", 6, "Các ngày thực hiện", "12/03/2026; 27-8");
    sheet("Tài liệu kiểm tra").push(
      ["kt-03", "kế hoạch tự kiểm tra", "Kế hoạch"],
      ["kt-03", "kế hoạch tự kiểm tra", "Kế hoạch"],
      ["kt-03", null, "Báo cáo quý"],
    );
    const { issues, visits: read, results: readTargets } = readProcessSheets(plans, sheets);
    const wrong = issues.filter(({ severity }) => severity === "error");
    expect(wrong.map((issue) => `${issue.path[0]}: ${issueSentence(issue, "vi")}`)).toEqual([
      "Cuộc kiểm tra: Ô G2: Không tìm thấy “Đoàn kiểm tra số l”. Có phải: Đoàn kiểm tra số 1? Ghi đúng tên hoặc mã; nếu chưa có trong sổ thì bổ sung ở trang của nó.",
      "Cuộc kiểm tra: Ô J3: “20/8” không phải là ngày. Ghi ngày/tháng/năm, ví dụ 22/12/2026.",
      "Phát hiện qua kiểm tra: Ô A3: Không tìm thấy “kt-44”. Có phải: kt-04? Ghi đúng tên hoặc mã; nếu chưa có trong sổ thì bổ sung ở trang của nó.",
      "Phát hiện qua kiểm tra: Ô A2: Thiếu trường “Cuộc kiểm tra”. Bổ sung trường này.",
      "Tài liệu kiểm tra: Ô B3: Mã “kế hoạch tự kiểm tra” đã có ở dòng 2. Giữ lại một dòng.",
      "Tài liệu kiểm tra: Ô B4: Thiếu trường “Loại tài liệu”. Bổ sung trường này.",
      "Kết quả chỉ tiêu: Ô D3: “88,4 điểm” không phải là số viết đúng cách: dấu phẩy là dấu thập phân (98,5), không dùng dấu chấm, không ghi đơn vị. Sửa lại.",
      "Kết quả chỉ tiêu: Ô G6: “27-8” không phải là ngày. Ghi ngày/tháng/năm, ví dụ 22/12/2026.",
      "Cuộc kiểm tra: Ô F5: Thiếu trường “Hình thức”. Bổ sung trường này.",
      "Kết quả chỉ tiêu: Ô C5: Trường “Thứ hạng” không có trong định dạng; các trường được dùng: Chỉ tiêu, Đơn vị, Tử số, Mẫu số. Xóa hoặc sửa lại.",
      "Cuộc kiểm tra: Ô J4: Cuộc kiểm tra ngày 06/11/2025 nằm ngoài thời gian của kế hoạch (01/04/2026 – 30/11/2026), nên không được tính. Kiểm tra lại ngày hoặc bổ sung kế hoạch.",
      "Kết quả chỉ tiêu: Ô E4: Tử số 184.343 lớn hơn mẫu số 184.342. Kiểm tra lại tử số và mẫu số.",
    ]);
    // The dialogue with a day that is none is no result: it would count as one that was missed.
    expect(readTargets.map(({ target }) => target)).toEqual(["par-index", "dossiers", "dialogue"]);
    expect(read.length).toBe(visits.length - 2);
  });
});
