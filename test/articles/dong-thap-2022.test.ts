/**
 * "Thực hiện kiểm tra để nhân rộng các nhân tố mới, khắc phục các tồn tại", ĐTO, 17/01/2022: all 12 districts and
 * cities, at least one commune in each, at least 8 departments; direct, online, and unannounced on complaint or need;
 * departments, districts and communes inspect themselves. The visits are illustrative, their units numbered.
 */
import { checkInspections, type InspectionVisit, inspectionPlan } from "par-index/process";
import { describe, expect, test } from "vitest";

const plan = inspectionPlan("dong-thap/inspection/2022");
const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
/** The so-manieth of the days on which the team goes out: 4 to 6 May, 9 to 13 May … */
const day = (n: number): string => {
  const shifted = n + 1;
  const inWeek = shifted % 5;
  return new Date(Date.UTC(2022, 4, 2 + ((shifted - inWeek) / 5) * 7 + inWeek)).toISOString().slice(0, 10);
};
const districts: readonly InspectionVisit[] = numbers(12).map((n) => ({
  id: `h${n}`,
  unit: `huyen-${n}`,
  unitKind: "district",
  ...(n % 2 === 0 ? { mode: "online", reports: [{ title: "Báo cáo CCHC quý I" }] } : { mode: "direct" }),
  team: "doan",
  date: day(n),
}));
const communes: readonly InspectionVisit[] = numbers(12).map((n) => ({
  id: `x${n}`,
  unit: `xa-${n}`,
  unitKind: "commune",
  parent: `huyen-${n}`,
  mode: "direct",
  team: "doan",
  date: day(12 + n),
}));
const departments: readonly InspectionVisit[] = numbers(8).map((n) => ({
  id: `s${n}`,
  unit: `so-${n}`,
  unitKind: "department",
  mode: "direct",
  team: "doan",
  date: day(24 + n),
}));
const year: readonly InspectionVisit[] = [...districts, ...communes, ...departments];
const missing = (visits: Parameters<typeof checkInspections>[1]) =>
  checkInspections(plan, visits).coverage.map((row) => row.missing);

describe("Đồng Tháp 2022: the inspection plan", () => {
  test("says what the article says and is silent where it is silent", () => {
    expect(plan.status).toBe("reported");
    expect(plan.source).toMatchObject({ date: "2022-01-17" });
    expect(plan.window).toMatchObject({ from: "2022-01-01", to: "2022-12-31", wording: "năm 2022" });
    expect(plan.teams?.map(({ leader }) => leader?.vi)).toEqual(["Sở Nội vụ"]);
    expect(plan.teams?.[0]?.members).toHaveLength(8);
    expect(plan.modes?.map(({ mode }) => mode)).toEqual(["direct", "online", "unannounced"]);
    expect([plan.announced, plan.conclusion]).toEqual([undefined, undefined]);
  });

  test("12 districts and cities, a commune in each and 8 departments cover it", () => {
    const report = checkInspections(plan, year);
    expect(report.issues).toEqual([]);
    expect(report.covered).toBe(true);
    expect(report.coverage.map(({ required, covered }) => [required, covered])).toEqual([
      [12, 12],
      [12, 12],
      [8, 8],
    ]);
  });

  test("each visit that is left out is missed where it belongs", () => {
    expect(missing(year.filter(({ id }) => id !== "h7"))).toEqual([1, 0, 0]);
    expect(missing(year.filter(({ id }) => id !== "x7"))).toEqual([0, 1, 0]);
    expect(missing(year.filter(({ id }) => id !== "s7"))).toEqual([0, 0, 1]);
    expect(missing([])).toEqual([12, 12, 8]);
  });

  test("a commune moved into a neighbour's district leaves its own district without one", () => {
    const moved = year.map((it) => (it.id === "x7" ? { ...it, parent: "huyen-8" } : it));
    const [, row] = checkInspections(plan, moved).coverage;
    expect(row).toMatchObject({ covered: 11, missing: 1, open: ["huyen-7"] });
  });

  test("a ninth department is welcome: the plan says at least", () => {
    expect(
      missing([
        ...year,
        { id: "s9", unit: "so-9", unitKind: "department", mode: "direct", team: "doan", date: "2022-08-03" },
      ]),
    ).toEqual([0, 0, 0]);
  });

  test("an unannounced visit follows a complaint or the need of the moment", () => {
    const sudden = {
      id: "dx-1",
      unit: "so-1",
      unitKind: "department",
      mode: "unannounced",
      team: "doan",
      date: "2022-08-02",
    } as const;
    const codes = (reason?: string) =>
      checkInspections(plan, [
        { ...sudden, reason, ...(reason === "phan-anh" && { feedback: [{ title: "Phản ánh" }] }) },
      ]).issues.map(({ code }) => code);
    expect(codes("phan-anh")).toEqual([]);
    expect(codes("yeu-cau-thuc-te")).toEqual([]);
    expect(codes()).toEqual(["visit-reason-missing"]);
    expect(codes("dinh-ky")).toEqual(["visit-reason-unknown"]);
  });

  test("departments, districts and communes inspect themselves, online or directly", () => {
    const units = [
      { id: "so-1", kind: "department" },
      { id: "huyen-1", kind: "district" },
      { id: "xa-1", kind: "commune", parent: "huyen-1" },
    ];
    const self = {
      id: "tkt-1",
      unit: "xa-1",
      unitKind: "commune",
      mode: "online",
      self: true,
      date: "2022-06-01",
      selfPlan: { title: "Kế hoạch tự kiểm tra" },
    } as const;
    const report = checkInspections(plan, [self], { units });
    expect(report.issues.map(({ code }) => code)).toEqual(Array(3).fill("coverage-number-differs"));
    expect(report.selfInspection).toEqual({
      units: [{ unit: "xa-1", visits: ["tkt-1"] }],
      missing: ["huyen-1", "so-1"],
    });
    expect(report.coverage.map(({ covered }) => covered)).toEqual([0, 0, 0]);
  });
});
