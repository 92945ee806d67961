/**
 * "Hà Nội sẽ kiểm tra công tác cải cách hành chính năm 2021", Chinhphu.vn, 10/04/2021: April to December 2021; the team
 * works at the unit, or comes without notice to offices, one-stop desks and reception rooms; the results are an
 * important basis of the index. The visits and findings are illustrative, their units fictional.
 */
import { checkInspections, findingsOf, inspectionPlan } from "par-index/process";
import { describe, expect, test } from "vitest";

const plan = inspectionPlan("ha-noi/inspection/2021");
const visit = {
  id: "lan-1",
  unit: "don-vi-1",
  unitKind: "district",
  mode: "unannounced",
  date: "2021-09-14",
} as const;
const codes = (changes: Partial<Record<"date" | "to" | "mode" | "noticed", string>>) =>
  checkInspections(plan, [JSON.parse(JSON.stringify({ ...visit, ...changes }))]).issues.map(
    ({ code }) => code,
  );

describe("Hà Nội 2021: the inspection plan", () => {
  test("says what the article says and is silent where it is silent", () => {
    expect(plan.status).toBe("reported");
    expect(plan.source).toMatchObject({ date: "2021-04-10", publisher: { vi: "Chinhphu.vn" } });
    expect(plan.modes?.map(({ mode }) => mode)).toEqual(["direct", "unannounced"]);
    expect(plan.unannounced?.places).toHaveLength(5);
    expect(plan.use?.vi).toContain("căn cứ quan trọng xác định chỉ số CCHC");
    expect([plan.teams, plan.announced, plan.coverage, plan.conclusion]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("visits run from 1 April to 31 December 2021", () => {
    expect(codes({ date: "2021-04-01" })).toEqual([]);
    expect(codes({ date: "2021-12-31" })).toEqual([]);
    expect(codes({ date: "2021-03-31" })).toEqual(["visit-outside-window"]);
    expect(codes({ date: "2021-12-31", to: "2022-01-03" })).toEqual(["visit-outside-window"]);
  });

  test("a visit is made at the unit, announced or not; the article rules no other form out", () => {
    expect(codes({ mode: "direct" })).toEqual([]);
    expect(codes({ mode: "online" })).toEqual([]);
    expect(codes({ noticed: "2021-09-01" })).toEqual(["visit-notice-given"]);
  });

  test("nothing is asked that the article does not say: no team, decision, conclusion or number of units", () => {
    const report = checkInspections(plan, [visit]);
    expect(report.issues).toEqual([]);
    expect(report.coverage).toEqual([]);
    expect(report.visits).toMatchObject([
      { visit: "lan-1", units: [{ unit: "don-vi-1" }], state: "counted", conclusion: { state: "not-asked" } },
    ]);
  });

  test("findings of a visit are those of the round that the index is made from", () => {
    const finding = { id: "ph-1", item: "3.2.1", what: "Hồ sơ trễ hạn" };
    expect(findingsOf([{ ...visit, findings: [finding] }])).toEqual([
      { ...finding, unit: "don-vi-1", by: "lan-1", date: visit.date },
    ]);
  });
});
