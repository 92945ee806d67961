/** A year of inspections as it is told: whom an issue is about, names for ids, what is overdue, conclusions for the pen. */
import { describe, expect, test } from "vitest";
import { InvalidError, issueSentence, issueText } from "../../src/issue.ts";
import { findingsOf } from "../../src/process/findings.ts";
import { inspectionPlan } from "../../src/process/inspection-plan.ts";
import { conclusionText, inspectionText, visitCountRows } from "../../src/process/inspection-text.ts";
import { checkInspections } from "../../src/process/inspections.ts";
import type { InspectionVisit } from "../../src/process/visits.ts";

const haiPhong = inspectionPlan("hai-phong/inspection/2019");
const dongThap = inspectionPlan("dong-thap/inspection/2022");

const visit = (changes: Partial<InspectionVisit> = {}): InspectionVisit => ({
  id: "kt-01",
  unit: "so-1",
  mode: "direct",
  team: "doan-1",
  date: "2019-09-05",
  noticed: "2019-08-20",
  noticeTo: ["thanh-vien-doan", "don-vi"],
  proposedBy: ["thu-ky-doan", "van-phong-ubnd"],
  decidedBy: "truong-doan",
  conclusion: { number: "01/KL", date: "2019-09-16", by: "truong-doan" },
  ...changes,
});
const finding = { id: "f1", what: "Niêm yết thiếu", remedy: "Sở Nội vụ niêm yết đủ", due: "2019-09-30" };
const units = [
  { id: "so-2", kind: "department", name: { vi: "Sở Hai (minh họa)" } },
  { id: "so-1", kind: "department", name: { vi: "Sở Một (minh họa)" } },
];
const linesOf = (visits: readonly InspectionVisit[], on: string): readonly string[] =>
  inspectionText(checkInspections(haiPhong, visits, { on, units }), "vi", { units }).split("\n");

describe("an issue of a visit", () => {
  test("names the visit, in data and in words, and those of its findings too", () => {
    const { issues } = checkInspections(haiPhong, [
      visit(),
      visit({ id: "kt-02", unit: "so-2", team: "doan-9" }),
    ]);
    expect(issues.map((it) => [it.code, it.visit, it.unit])).toEqual([
      ["visit-team-unknown", "kt-02", "so-2"],
    ]);
    expect(issueSentence(issues[0] as never, "vi")).toMatch(/^Cuộc “kt-02”: Kế hoạch không có đoàn/);
    expect(issueText(issues, "en")).toMatch(/^× Visit “kt-02”: /);
    const twice = [visit({ findings: [finding, finding] })];
    try {
      findingsOf(twice);
      expect.fail("findings with an error are given");
    } catch (error) {
      expect(error instanceof InvalidError && error.issues.map((it) => it.visit)).toEqual(["kt-01"]);
    }
  });

  test("of which the shape is wrong names it as far as its id can be read", () => {
    const visits = JSON.parse(JSON.stringify([{ ...visit(), date: "05/09/2019" }, 7, { ...visit(), id: 8 }]));
    expect(checkInspections(haiPhong, visits).issues.map((it) => it.visit)).toEqual([
      "kt-01",
      undefined,
      undefined,
    ]);
  });
});

test("a unit that is like none of the register is told without a guess, and a place that the register lacks as its", () => {
  const ofOne = [{ id: "so-1", kind: "department" }];
  const sentence = (one: InspectionVisit): string => {
    const [issue] = checkInspections(haiPhong, [one], { units: ofOne }).issues;
    return issue === undefined ? "" : issueSentence(issue, "vi");
  };
  expect(sentence(visit({ unit: "uy-ban-dan-toc" }))).toContain("không có trong danh sách đơn vị, nên");
  expect(sentence(visit({ unit: "so-11" }))).toContain("(có thể là: so-1?)");
  expect(sentence(visit({ parent: "so-1" }))).toContain(
    "ghi đơn vị cấp trên “so-1”, danh sách đơn vị không ghi",
  );
});

describe("the year in words", () => {
  test("names units as the register has them, in its order, and says how many it does not name", () => {
    const many = Array.from({ length: 23 }, (_, at) => ({
      id: `huyen-${at + 1}`,
      kind: "district",
      name: { vi: `Huyện ${at + 1}` },
    }));
    const report = checkInspections(dongThap, [], { units: many });
    const line = inspectionText(report, "vi", { units: many }).split("\n")[1];
    expect(line).toContain("(Huyện 1, Huyện 2, Huyện 3, ");
    expect(line).toContain("Huyện 20 và 3 đơn vị khác).");
    expect(linesOf([visit({ date: "2019-11-05" })], "2019-10-01")).toContain(
      "kt-01, Sở Một (minh họa): dự kiến ngày 05/11/2019.",
    );
  });

  test("counts each team and kind by its own name, and what has none by its id", () => {
    const lines = linesOf([visit()], "2019-12-31");
    expect(lines).toContain("Đoàn kiểm tra 1: 1 đã kiểm tra.");
    expect(lines).toContain("Đoàn kiểm tra 2: chưa có cuộc nào.");
    expect(lines).toContain("Loại đơn vị “department”: 1 đã kiểm tra.");
    const rows = visitCountRows(checkInspections(dongThap, []), "vi").filter(([by]) => by === "Loại đơn vị");
    expect(rows.map(([, name]) => name)).toEqual([
      "Sở, ngành tỉnh",
      "Huyện, thành phố",
      "Đơn vị hành chính cấp xã",
    ]);
    expect(linesOf([visit({ team: "doan-9" })], "2019-12-31")).toContain("Đoàn “doan-9”: 1 không được tính.");
  });

  test("says how many conclusions are there, late, missing or not due, and who has inspected itself", () => {
    const { conclusion: _, ...open } = visit({ id: "kt-02", unit: "so-2", team: "doan-2" });
    expect(linesOf([visit(), open], "2019-12-31")).toContain(
      "Kết luận kiểm tra: 1 đã ban hành, 1 chưa ban hành.",
    );
    const districts = [
      { id: "huyen-1", kind: "district", name: { vi: "Huyện Một" } },
      { id: "huyen-2", kind: "district" },
    ];
    const self: InspectionVisit = {
      id: "tkt",
      unit: "huyen-1",
      mode: "online",
      self: true,
      date: "2022-06-15",
      selfPlan: { title: "Kế hoạch" },
    };
    const text = inspectionText(checkInspections(dongThap, [self], { units: districts }), "vi", {
      units: districts,
    });
    expect(text).toContain("Tự kiểm tra: 1 đơn vị đã thực hiện, 1 chưa thực hiện (huyen-2).");
  });

  test("says how many findings there are, and of each open one since when it is overdue and whose it is", () => {
    const again = visit({ id: "kt-02", date: "2019-11-05", follows: [{ finding: "f2", remedied: true }] });
    const found = visit({ findings: [finding, { id: "f2", what: "Trễ hạn" }] });
    const lines = linesOf([found, again], "2019-11-05");
    expect(lines).toContain(
      "Tồn tại, hạn chế: 2 phát hiện; đã khắc phục 1, chưa khắc phục 1, trong đó quá hạn 1.",
    );
    expect(lines.at(-1)).toBe(
      "f1, Sở Một (minh họa): Niêm yết thiếu; phải khắc phục: Sở Nội vụ niêm yết đủ, hạn 30/09/2019; chưa khắc phục, quá hạn 36 ngày.",
    );
    const stopped = visit({ findings: [{ id: "f3", what: "Niêm yết thiếu." }] });
    expect(linesOf([stopped], "2019-09-30").at(-1)).toBe(
      "f3, Sở Một (minh họa): Niêm yết thiếu; chưa khắc phục.",
    );
    expect(conclusionText(stopped, "vi", { plan: haiPhong })).toContain("1. Niêm yết thiếu (f3).");
    const self = { ...visit({ findings: [finding] }), self: true } as const;
    expect(inspectionText(checkInspections(haiPhong, [self]), "vi")).toContain("f1 (tự kiểm tra), so-1: ");
  });
});

describe("a conclusion", () => {
  const linesOfConclusion = (one: InspectionVisit, visits?: readonly InspectionVisit[]): readonly string[] =>
    conclusionText(one, "vi", { plan: haiPhong, units, ...(visits && { visits }) }).split("\n");

  test("leaves what is not known for the pen, and ends without an empty line where nobody is named to sign", () => {
    const { conclusion: _, ...open } = visit();
    expect(linesOfConclusion(open)[0]).toBe("KẾT LUẬN KIỂM TRA số …… ngày ……");
    const text = conclusionText({ ...open, team: "doan", date: "2022-09-05" }, "vi", { plan: dongThap });
    expect(text).toBe(text.trimEnd());
  });

  test("of a re-inspection says what it looked at again, from the visit that found it, and that nothing new was found", () => {
    const again = visit({
      id: "kt-02",
      follows: [{ finding: "f1", remedied: false, outcome: "Còn 3 hồ sơ" }],
    });
    expect(linesOfConclusion(again, [visit({ findings: [finding] }), again])).toEqual(
      expect.arrayContaining([
        "Không phát hiện thêm tồn tại, hạn chế.",
        "Phúc tra f1 (niêm yết thiếu): chưa khắc phục; còn 3 hồ sơ.",
      ]),
    );
    expect(linesOfConclusion(again)).toContain("Phúc tra f1: chưa khắc phục; còn 3 hồ sơ.");
  });

  test("names places apart from units, and units of findings by their names", () => {
    const two = visit({
      furtherUnits: [{ unit: "so-2" }],
      places: ["Bộ phận Một cửa"],
      findings: [{ ...finding, unit: "so-2" }],
    });
    expect(linesOfConclusion(two)).toEqual(
      expect.arrayContaining([
        "Đơn vị được kiểm tra: Sở Một (minh họa), Sở Hai (minh họa). Địa điểm: Bộ phận Một cửa.",
        "1. Niêm yết thiếu (f1, Sở Hai (minh họa)). Phải khắc phục: Sở Nội vụ niêm yết đủ, hạn 30/09/2019.",
      ]),
    );
  });

  test("and the year take a register of units, and nothing else", () => {
    const wrong = JSON.parse("[null]");
    expect(() => conclusionText(visit(), "vi", { plan: haiPhong, units: wrong })).toThrow(
      /units must be a list of units/,
    );
    expect(() => inspectionText(checkInspections(haiPhong, []), "vi", { units: wrong })).toThrow(TypeError);
    expect(() => conclusionText(visit(), "vi", { plan: haiPhong, visits: JSON.parse("{}") })).toThrow(
      TypeError,
    );
  });

  test("of a visit that is not made is none", () => {
    expect(linesOfConclusion(visit({ cancelled: { reason: "Bão" } }))).toEqual([
      "kt-01, Sở Một (minh họa): hủy, lịch cũ 05/09/2019 (bão).",
    ]);
    expect(linesOfConclusion(visit({ postponed: { reason: "Bão" } }))[0]).toContain("hoãn");
  });
});
