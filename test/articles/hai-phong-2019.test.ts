/**
 * "Thành lập 4 đoàn kiểm tra công tác cải cách hành chính nhà nước năm 2019", haiphong.gov.vn, 23/05/2019: four teams
 * led by vice-chairmen, 1 June to 31 December 2019, at least 5 working days' notice, unannounced visits proposed by
 * Sở Nội vụ and decided by the team's head, a conclusion after each. The visits are illustrative, their units fictional.
 */

import { checkInspections, conclusionText, inspectionPlan, inspectionText } from "par-index/process";
import { describe, expect, test } from "vitest";
import { viOf } from "../support/words.ts";

const plan = inspectionPlan("hai-phong/inspection/2019");
const announced = {
  id: "lan-1",
  unit: "don-vi-1",
  unitKind: "department",
  mode: "direct",
  team: "doan-1",
  date: "2019-07-15",
  noticed: "2019-07-08",
  noticeTo: ["thanh-vien-doan", "don-vi"],
  proposedBy: ["thu-ky-doan", "van-phong-ubnd"],
  decidedBy: "truong-doan",
  conclusion: { number: "01/KL", date: "2019-07-25", by: "truong-doan" },
} as const;
const unannounced = {
  id: "lan-2",
  unit: "don-vi-2",
  unitKind: "commune",
  mode: "unannounced",
  team: "doan-4",
  date: "2019-10-10",
  proposedBy: ["so-noi-vu"],
  decidedBy: "truong-doan",
  conclusion: { number: "02/KL", date: "2019-10-21", by: "truong-doan" },
} as const;

describe("Hải Phòng 2019: the inspection plan", () => {
  test("says what the article says and is silent where it is silent", () => {
    expect(plan.status).toBe("reported");
    expect(plan.source).toMatchObject({ date: "2019-05-23" });
    expect(plan.window).toEqual({ from: "2019-06-01", to: "2019-12-31" });
    expect(plan.teams?.map(({ leader }) => leader?.vi)).toEqual(Array(4).fill("Phó Chủ tịch UBND thành phố"));
    expect(plan.announced?.noticeWorkingDays).toBe(5);
    expect(plan.unannounced).toMatchObject({
      proposes: [{ id: "so-noi-vu" }],
      decides: { id: "truong-doan" },
    });
    expect(plan.conclusion?.within).toBeUndefined();
    expect(plan.modesAreOpen).toBe(true);
    expect([plan.coverage, plan.selfInspection]).toEqual([undefined, undefined]);
  });

  test("a year by the plan gives nothing to complain of", () => {
    const report = checkInspections(plan, [announced, unannounced]);
    expect(report.issues).toEqual([]);
    expect(report.visits.map(({ state, notice }) => [state, notice?.given])).toEqual([
      ["counted", 5],
      ["counted", undefined],
    ]);
  });

  test("the conclusion of a visit and the year are said in both languages", () => {
    const finding = {
      id: "f1",
      item: "3.2.1",
      what: "Niêm yết thiếu",
      remedy: "Niêm yết đủ",
      due: "2019-08-30",
    };
    const found = { ...announced, findings: [finding] };
    expect(conclusionText(found, "vi", { plan }).split("\n")).toEqual([
      "KẾT LUẬN KIỂM TRA số 01/KL ngày 25/07/2019",
      "Thực hiện Kế hoạch kiểm tra công tác cải cách hành chính nhà nước tại thành phố Hải Phòng năm 2019 của UBND thành phố Hải Phòng.",
      "Đơn vị được kiểm tra: don-vi-1.",
      "Hình thức: trực tiếp. Thời gian: 15/07/2019. Đoàn kiểm tra: Đoàn kiểm tra 1.",
      "Tồn tại, hạn chế:",
      "1. Niêm yết thiếu (f1, mục 3.2.1). Phải khắc phục: niêm yết đủ, hạn 30/08/2019.",
      `${plan.use?.vi}.`,
      "Trưởng Đoàn kiểm tra",
    ]);
    expect(conclusionText(found, "en", { plan })).toContain("INSPECTION CONCLUSION No. 01/KL of 2019-07-25");
    const text = inspectionText(checkInspections(plan, [found, unannounced]), "vi");
    expect(text).toContain("Quý 3/2019: 1 đã kiểm tra.");
    expect(text).toContain(
      "f1, don-vi-1, mục 3.2.1: Niêm yết thiếu; phải khắc phục: niêm yết đủ, hạn 30/08/2019; chưa khắc phục.",
    );
  });

  test("four working days are too short, though a weekend makes six days of them", () => {
    const [issue] = checkInspections(plan, [{ ...announced, noticed: "2019-07-09" }]).issues;
    expect(issue).toMatchObject({
      code: "visit-notice-too-short",
      params: { found: 4, expected: 5 },
      unit: "don-vi-1",
    });
  });

  test("National Day, Monday 2 September, is no working day of the notice", () => {
    const visit = { ...announced, date: "2019-09-06", conclusion: { number: "03/KL", date: "2019-09-16" } };
    const given = (noticed: string) =>
      checkInspections(plan, [{ ...visit, noticed }]).visits[0]?.notice?.given;
    expect(given("2019-08-29")).toBe(5);
    expect(given("2019-08-30")).toBe(4);
    const [issue] = checkInspections(plan, [{ ...visit, noticed: "2019-08-30" }]).issues;
    expect(viOf(issue)).toMatch(/^Cuộc “lan-1”: Báo trước 4 ngày làm việc, kế hoạch yêu cầu ít nhất 5\./);
  });

  test("an unannounced visit that the team's head did not decide does not count", () => {
    const { decidedBy: _, ...undecided } = unannounced;
    for (const visit of [undecided, { ...unannounced, decidedBy: "so-noi-vu" }]) {
      const report = checkInspections(plan, [visit]);
      expect(report.issues.map(({ code }) => code.replace(/-(missing|wrong)$/, ""))).toEqual([
        "visit-decision",
      ]);
      expect(report.visits[0]?.state).toBe("refused");
    }
  });

  test("a fifth team, a visit in May and one without a conclusion are found", () => {
    const { conclusion: _, ...open } = unannounced;
    const visits = [
      { ...announced, team: "doan-5" },
      { ...announced, id: "lan-3", unit: "don-vi-3", date: "2019-05-31", noticed: "2019-05-20" },
      open,
    ];
    expect(checkInspections(plan, visits).issues.map(({ code }) => code)).toEqual([
      "visit-team-unknown",
      "visit-outside-window",
      "visit-conclusion-missing",
    ]);
  });
});
