/** A year in progress: what is still to come, what an amended plan changes, and coverage that a slip cannot feign. */
import { describe, expect, test } from "vitest";
import { InvalidError } from "../../src/issue.ts";
import { findingsOf, openFindings } from "../../src/process/findings.ts";
import { inspectionPlan, readInspectionPlan } from "../../src/process/inspection-plan.ts";
import { checkInspections, type InspectionOptions } from "../../src/process/inspections.ts";
import type { InspectionVisit } from "../../src/process/visits.ts";

const file = {
  format: 1,
  id: "hoa-lam/inspection/2026",
  edition: 1,
  status: "illustrative",
  issuer: { vi: "UBND tỉnh Hoa Lâm" },
  title: { vi: "Kế hoạch kiểm tra năm 2026" },
  source: { title: { vi: "Ví dụ" }, date: "2026-01-05" },
  window: { from: "2026-02-02", to: "2026-11-30" },
  scope: [{ vi: "Giải quyết thủ tục hành chính" }],
  teams: [
    { id: "doan-1", title: { vi: "Đoàn 1" } },
    { id: "doan-2", title: { vi: "Đoàn 2" } },
  ],
  modes: [{ mode: "direct" }, { mode: "online", fromReports: true }, { mode: "unannounced" }],
  announced: {
    noticeWorkingDays: 3,
    decides: { id: "truong-doan", title: { vi: "Trưởng đoàn" } },
    noticeTo: [{ id: "don-vi", title: { vi: "Đơn vị được kiểm tra" } }],
  },
  unannounced: { reasons: [{ id: "phan-anh", title: { vi: "Theo phản ánh" }, feedback: true }] },
  holidays: [{ date: "2026-04-30", title: { vi: "Ngày Chiến thắng" } }],
  coverage: [{ kind: "all", id: "districts", title: { vi: "12 huyện" }, unitKind: "district", number: 12 }],
  conclusion: { within: { days: 10, count: "calendar" } },
  selfInspection: { unitKinds: ["district"], planned: true },
} as const;
const plan = readInspectionPlan(file);

const visit = (changes: Partial<InspectionVisit> = {}): InspectionVisit => ({
  id: "v1",
  unit: "h1",
  unitKind: "district",
  mode: "direct",
  team: "doan-1",
  date: "2026-05-06",
  noticed: "2026-04-28",
  noticeTo: ["don-vi"],
  decidedBy: "truong-doan",
  conclusion: { number: "1", date: "2026-05-15" },
  ...changes,
});
const bare = (changes: Partial<InspectionVisit> = {}): InspectionVisit => {
  const { noticed: _, noticeTo: __, decidedBy: ___, conclusion: ____, ...rest } = visit(changes);
  return rest;
};
const codes = (visits: readonly InspectionVisit[], context: InspectionOptions = {}, by = plan): string[] =>
  checkInspections(by, visits, context).issues.map(({ code, path }) => `${code} ${path.join(".")}`);

describe("a schedule", () => {
  test("asks nothing of a visit to come, and says by when each falls due", () => {
    const report = checkInspections(plan, [bare()], { on: "2026-04-01" });
    expect(report.issues).toEqual([]);
    expect(report.visits).toMatchObject([
      {
        state: "planned",
        notice: { needed: 3, due: "2026-05-01" },
        decision: { by: "truong-doan", due: "2026-05-01" },
        conclusion: { state: "awaited", due: "2026-05-18" },
      },
    ]);
    expect(report.coverage[0]?.covered).toBe(0);
  });

  test("misses the notice once its last day has passed, and everything once the visit is held", () => {
    expect(codes([bare()], { on: "2026-05-01" })).toEqual([]);
    expect(codes([bare()], { on: "2026-05-02" })).toEqual(["visit-notice-missing 0.noticed"]);
    expect(codes([bare()], { on: "2026-05-06" })).toEqual([
      "visit-decision-missing 0.decidedBy",
      "visit-notice-missing 0.noticed",
    ]);
    expect(codes([bare()], { on: "2026-05-19" })).toContain("visit-conclusion-overdue 0.conclusion");
  });

  test("what cannot stand is an issue already: a team that is unknown, a day outside the window", () => {
    const wrong = [bare({ team: "doan-9" }), bare({ id: "v2", date: "2026-12-01" })];
    const report = checkInspections(plan, wrong, { on: "2026-04-01" });
    expect(report.issues.map(({ code }) => code)).toEqual(["visit-team-unknown", "visit-outside-window"]);
    expect(report.visits.map(({ state }) => state)).toEqual(["refused", "refused"]);
  });

  test("a visit put off or cancelled says why and is asked for nothing; with a new day it is made then", () => {
    const report = checkInspections(plan, [
      bare({ cancelled: { reason: "Đơn vị sáp nhập" } }),
      bare({ id: "v2", postponed: { reason: "Bão số 3" } }),
      visit({ id: "v3", date: "2026-04-15", postponed: { reason: "Bão số 3", newDate: "2026-05-06" } }),
    ]);
    expect(report.issues).toEqual([]);
    expect(report.visits.map(({ state, reason, from }) => [state, reason, from])).toEqual([
      ["cancelled", "Đơn vị sáp nhập", "2026-05-06"],
      ["postponed", "Bão số 3", "2026-05-06"],
      ["counted", "Bão số 3", "2026-05-06"],
    ]);
    expect(report.coverage[0]?.units).toEqual([{ unit: "h1", visits: ["v3"] }]);
    expect(codes([visit({ cancelled: { reason: "x" } })])).toEqual([
      "visit-dropped-with-result 0.conclusion",
    ]);
  });

  test("an amended plan judges the visits that were announced from its day on", () => {
    const amended = readInspectionPlan({
      ...file,
      edition: 2,
      inForce: "2026-06-15",
      editionNote: { vi: "Báo trước 10 ngày" },
      announced: { ...file.announced, noticeWorkingDays: 10 },
    });
    const before = visit();
    const after = visit({
      id: "v2",
      unit: "h2",
      date: "2026-06-24",
      noticed: "2026-06-15",
      conclusion: { number: "2", date: "2026-07-01" },
    });
    const report = checkInspections([amended, plan], [before, after]);
    expect(report.visits.map(({ edition, notice }) => [edition, notice?.needed])).toEqual([
      [1, 3],
      [2, 10],
    ]);
    expect(report.issues.map(({ code }) => code)).toEqual(["visit-notice-too-short"]);
    expect(report.edition).toBe(2);
    expect(checkInspections([plan, amended], [], { on: "2026-06-14" }).edition).toBe(1);
    const other = readInspectionPlan({ ...file, id: "hoa-son/inspection/2026" });
    expect(() => checkInspections([plan, other], [])).toThrow(RangeError);
    expect(() => checkInspections([plan, plan], [])).toThrow(RangeError);
  });
});

const districts = (ids: readonly string[]): InspectionVisit[] =>
  ids.map((unit, at) => visit({ id: `v${at}`, unit, mode: "online", reports: [{ title: "Báo cáo quý I" }] }));
const eleven = Array.from({ length: 11 }, (_, at) => `h${at + 1}`);

describe("coverage that a slip cannot feign", () => {
  test("h-1 typed for h1, and another never visited: an issue, and 11 of 12", () => {
    const report = checkInspections(plan, districts([...eleven, "h-1"]));
    expect(report.issues.map(({ code, path, params }) => [code, path.join("."), params["expected"]])).toEqual(
      [["visit-unit-alike", "11.unit", "h1"]],
    );
    expect(report.coverage).toMatchObject([{ covered: 11, missing: 1 }]);
    expect([report.covered, report.idsChecked]).toEqual([false, false]);
  });

  test("with the register the same slip is an unknown unit", () => {
    const units = [...eleven, "h12"].map((id) => ({ id, kind: "district" }));
    const report = checkInspections(plan, districts([...eleven, "h-1"]), { units });
    expect(report.issues.map(({ code, params }) => [code, params["expected"]])).toEqual([
      ["visit-unit-unknown", "h1"],
    ]);
    expect(report.coverage).toMatchObject([{ covered: 11, missing: 1, open: ["h12"] }]);
  });

  test("more units than there are is an issue, and nobody can say that all are covered; ids that differ in their numbers are two units", () => {
    const report = checkInspections(plan, districts([...eleven, "h12", "h13"]));
    expect(report.covered).toBe(false);
    expect(checkInspections(plan, districts([...eleven, "h12"])).covered).toBe(true);
    expect(report.issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([
      "coverage-beyond-number coverage.0",
    ]);
    expect(codes(districts(["xa-1-11", "xa-11-1"]))).toEqual([]);
    expect(codes(districts(["xa-01", "xa-1"]))).toEqual(["visit-unit-alike 0.unit"]);
  });

  test("one unit with two kinds is an issue on the odd one out, whatever the order", () => {
    const visits = [
      visit(),
      visit({ id: "v2", team: "doan-2" }),
      visit({ id: "v3", unitKind: "commune", mode: "online", reports: [{ title: "x" }] }),
    ];
    expect(codes(visits)).toEqual(["visit-unit-otherwise 2.unitKind"]);
    expect(codes([...visits].reverse())).toEqual(["visit-unit-otherwise 0.unitKind"]);
  });

  test("a place that is visited as a unit of another kind is no place, with and without a register", () => {
    const dongThap = inspectionPlan("dong-thap/inspection/2022");
    const made = (id: string, unit: string, unitKind: string, parent?: string): InspectionVisit => ({
      id,
      unit,
      unitKind,
      ...(parent && { parent }),
      mode: "direct",
      team: "doan",
      date: `2022-03-0${id}`,
    });
    const visits = [
      made("1", "so-1", "department"),
      made("2", "xa-1", "commune", "so-1"),
      made("3", "xa-2", "commune", "xa-2"),
    ];
    const report = checkInspections(dongThap, visits);
    expect(report.issues.map(({ code, visit: id }) => `${code} ${id}`)).toEqual([
      "visit-parent-kind 2",
      "visit-parent-kind 3",
    ]);
    expect(report.coverage[1]).toMatchObject({ covered: 0, missing: 12, required: 12, parents: [] });
  });

  test("self-inspection by a unit whose kind nobody says is asked for its kind, once", () => {
    const { unitKind: _, ...kindless } = { ...bare(), self: true, selfPlan: { title: "Kế hoạch" } } as const;
    expect(codes([kindless])).toEqual(["visit-kind-missing 0.unitKind"]);
  });

  test("a kind that the plan does not know, or none, is a warning", () => {
    expect(codes([visit({ unitKind: "distrct" })])).toEqual(["visit-kind-unknown 0.unitKind"]);
    const { unitKind: _, ...kindless } = visit();
    expect(codes([kindless])).toEqual(["visit-kind-missing 0.unitKind"]);
  });

  test("null in a list is an issue, not an exception", () => {
    const none: readonly InspectionVisit[] = JSON.parse("[null]");
    expect(codes(none)).toEqual(["wrong-type 0"]);
    expect(codes([visit()], { units: JSON.parse("[null]") })).toContain("wrong-type units.0");
  });

  test("a hundred thousand bytes of junk are an issue each; how the work grows is held in growth.test.ts", () => {
    const junk = JSON.parse(`[${Array.from({ length: 50_000 }, () => "1").join(",")}]`);
    expect(checkInspections(plan, junk).issues).toHaveLength(50_000);
  });
});

test("days that contradict each other are found whatever the plan asks", () => {
  const silent = readInspectionPlan({ ...file, announced: undefined, conclusion: undefined });
  expect(codes([visit({ noticed: "2026-05-07" })], {}, silent)).toEqual(["visit-notice-after 0.noticed"]);
  const early = { conclusion: { number: "1", date: "2026-05-05" } };
  expect(codes([visit(early)], {}, silent)).toEqual(["visit-conclusion-early 0.conclusion.date"]);
  expect(codes([visit(early)], { on: "2026-05-01" })).toEqual(["visit-conclusion-early 0.conclusion.date"]);
});

describe("what visits are", () => {
  test("a visit to two units counts for both, a joint one for each team", () => {
    const joint = visit({
      furtherUnits: [{ unit: "h2", unitKind: "district" }],
      jointTeams: ["doan-2"],
      places: ["Bộ phận Một cửa"],
    });
    const report = checkInspections(plan, [joint]);
    expect(report.issues).toEqual([]);
    expect(report.coverage[0]?.units).toEqual([
      { unit: "h1", visits: ["v1"] },
      { unit: "h2", visits: ["v1"] },
    ]);
    expect(report.counts.team.map(({ id, counted }) => `${id} ${counted}`)).toEqual(["doan-1 1", "doan-2 1"]);
    expect(report.counts.quarter).toMatchObject([{ id: "2026-q2", counted: 1, refused: 0 }]);
    expect(report.counts.mode.map(({ id, counted }) => `${id} ${counted}`)).toEqual([
      "direct 1",
      "online 0",
      "unannounced 0",
    ]);
    expect(codes([visit({ jointTeams: ["doan-1"] })])).toEqual(["visit-team-twice 0.jointTeams"]);
  });

  test("one team at two places on one day, and a day off, are warnings", () => {
    const elsewhere = visit({ id: "v2", unit: "h2" });
    expect(codes([visit(), elsewhere])).toEqual(["visit-team-elsewhere 1.team"]);
    expect(codes([visit({ to: "2026-05-07" }), { ...elsewhere, date: "2026-05-07" }])).toEqual([
      "visit-team-elsewhere 1.team",
    ]);
    expect(codes([visit(), { ...elsewhere, team: "doan-2" }])).toEqual([]);
    expect(codes([visit({ date: "2026-05-09" })])).toEqual(["visit-day-off 0.date"]);
    expect(
      codes([
        visit({ date: "2026-04-30", noticed: "2026-04-20", conclusion: { number: "1", date: "2026-05-04" } }),
      ]),
    ).toEqual(["visit-day-off 0.date"]);
  });

  test("an online visit names its reports, one on feedback the feedback, a notice whom it went to", () => {
    expect(codes([visit({ mode: "online" })])).toEqual(["visit-reports-missing 0.reports"]);
    const sudden = {
      ...bare(),
      mode: "unannounced",
      reason: "phan-anh",
      conclusion: { number: "1", date: "2026-05-15" },
    } as const;
    expect(codes([sudden])).toEqual(["visit-feedback-missing 0.feedback"]);
    expect(codes([{ ...sudden, feedback: [{ title: "Phản ánh của ông A", date: "2026-05-04" }] }])).toEqual(
      [],
    );
    expect(codes([visit({ noticeTo: [] })])).toEqual(["visit-notice-recipient-missing 0.noticeTo"]);
  });

  test("a unit named twice in one visit, and a document of a later day than what rests on it, are warnings", () => {
    const twice = visit({
      furtherUnits: [
        { unit: "h2", unitKind: "district" },
        { unit: "h1", unitKind: "district" },
      ],
    });
    expect(codes([twice])).toEqual(["visit-unit-twice 0.furtherUnits.1.unit"]);
    const document = (date: string) => [{ title: "Báo cáo", date }];
    const online = (date: string) => codes([visit({ mode: "online", reports: document(date) })]);
    expect(online("2026-05-15")).toEqual([]);
    expect(online("2026-05-16")).toEqual(["visit-document-after 0.reports.0.date"]);
    const { noticed: _, noticeTo: __, ...told } = visit({ mode: "unannounced", reason: "phan-anh" });
    expect(codes([{ ...told, feedback: document("2026-05-06") }])).toEqual([]);
    expect(codes([{ ...told, feedback: document("2026-05-07") }])).toEqual([
      "visit-document-after 0.feedback.0.date",
    ]);
    const self = { ...bare(), self: true, selfPlan: { title: "Kế hoạch", date: "2026-05-07" } } as const;
    expect(codes([self])).toEqual(["visit-document-after 0.selfPlan.date"]);
  });

  test("a unit that inspects itself has its plan and its results", () => {
    const self = { ...bare(), self: true, findings: [{ id: "t1", what: "Thiếu niêm yết" }] } as const;
    expect(codes([self])).toEqual(["visit-self-plan-missing 0.selfPlan"]);
    const planned = { ...self, selfPlan: { title: "Kế hoạch tự kiểm tra", number: "12/KH" } };
    expect(codes([planned])).toEqual([]);
    expect(checkInspections(plan, [planned]).findings).toMatchObject([{ finding: "t1", self: true }]);
  });
});

describe("units that replace others within the year", () => {
  const merged = [
    { id: "xa-a", kind: "commune", parent: "h1" },
    { id: "xa-b", kind: "commune", parent: "h2" },
    { id: "xa-d", kind: "commune", parent: "h2" },
    {
      id: "xa-c",
      kind: "commune",
      parent: "h1",
      replaces: [
        { unit: "xa-a", since: "2026-07-01" },
        { unit: "xa-b", since: "2026-07-01" },
      ],
    },
    { id: "h1", kind: "district" },
    { id: "h2", kind: "district" },
  ];
  const byCommune = readInspectionPlan({
    ...file,
    announced: undefined,
    conclusion: undefined,
    selfInspection: { unitKinds: ["commune"] },
    coverage: [
      { kind: "all", id: "communes", title: { vi: "3 xã" }, unitKind: "commune", number: 3 },
      { kind: "listed", id: "named", title: { vi: "Hai xã" }, units: ["xa-a", "xa-b"] },
      {
        kind: "in-each",
        id: "each",
        title: { vi: "Mỗi huyện một xã" },
        unitKind: "commune",
        number: 1,
        parentKind: "district",
        parents: 2,
      },
    ],
  });
  const to = (unit: string, date: string, id = unit): InspectionVisit => ({
    id,
    unit,
    mode: "unannounced",
    reason: "phan-anh",
    feedback: [{ title: "Phản ánh" }],
    team: "doan-1",
    date,
  });
  const coverageOf = (visits: readonly InspectionVisit[], units: InspectionOptions["units"] = merged) =>
    checkInspections(byCommune, visits, { units }).coverage.map(({ id, covered, missing, open }) =>
      [`${id} ${covered}`, missing, ...open].join(" "),
    );

  test("a visit after the merger counts for each of the units replaced, one before it for its own", () => {
    expect(coverageOf([])).toEqual(["communes 0 3 xa-c xa-d", "named 0 2 xa-c", "each 0 2 h1 h2"]);
    expect(coverageOf([to("xa-c", "2026-07-01")])).toEqual(["communes 2 1 xa-d", "named 2 0", "each 2 0"]);
    expect(coverageOf([to("xa-a", "2026-06-30")])).toEqual([
      "communes 1 2 xa-c xa-d",
      "named 1 1 xa-c",
      "each 1 1 h2",
    ]);
    const both = checkInspections(byCommune, [to("xa-a", "2026-05-05"), to("xa-c", "2026-08-03")], {
      units: merged,
    });
    expect(both.issues).toEqual([]);
    expect(both.coverage[1]?.units).toEqual([
      { unit: "xa-a", visits: ["xa-a", "xa-c"] },
      { unit: "xa-b", visits: ["xa-c"] },
    ]);
    expect(both.selfInspection?.missing).toEqual(["xa-c", "xa-d"]);
  });

  test("a register of today, without the units that were merged, gives the same; they are of the kind and place of their successor", () => {
    const today = merged.filter(({ id }) => id !== "xa-a" && id !== "xa-b");
    expect(coverageOf([to("xa-a", "2026-06-30")], today)).toEqual([
      "communes 1 2 xa-c xa-d",
      "named 1 1 xa-c",
      "each 1 1 h2",
    ]);
    expect(coverageOf([to("xa-c", "2026-07-01")], today)).toEqual([
      "communes 2 1 xa-d",
      "named 2 0",
      "each 1 1 h2",
    ]);
  });

  test("each visit is judged by the register of its day: what is gone or not there yet is an issue, and does not count", () => {
    const report = checkInspections(byCommune, [to("xa-a", "2026-07-01"), to("xa-c", "2026-06-30")], {
      units: merged,
    });
    expect(report.issues.map(({ code, path, params }) => [code, path.join("."), params["expected"]])).toEqual(
      [
        ["visit-unit-replaced", "0.unit", "xa-c"],
        ["visit-unit-not-yet", "1.unit", ["xa-a", "xa-b"]],
      ],
    );
    expect(report.visits.map(({ state }) => state)).toEqual(["refused", "refused"]);
    const dropped = { ...to("xa-a", "2026-09-01"), cancelled: { reason: "Đã sáp nhập" } };
    expect(checkInspections(byCommune, [dropped], { units: merged }).issues).toEqual([]);
  });

  test("a merger before the plan began is none of its matter; a circle of mergers ends", () => {
    const before = merged.map((unit) => ({
      ...unit,
      ...(unit.replaces && { replaces: unit.replaces.map((it) => ({ ...it, since: "2025-07-01" })) }),
    }));
    expect(coverageOf([to("xa-c", "2026-03-02")], before)[0]).toBe("communes 1 2 xa-d");
    const circle = [
      { id: "xa-a", kind: "commune", replaces: [{ unit: "xa-b", since: "2026-05-01" }] },
      { id: "xa-b", kind: "commune", replaces: [{ unit: "xa-a", since: "2026-06-01" }] },
    ];
    expect(coverageOf([to("xa-a", "2026-08-03")], circle)).toHaveLength(3);
  });

  test("a finding on a unit that was merged is followed at its successor, and carried to it", () => {
    const found = {
      ...to("xa-a", "2026-05-05"),
      findings: [{ id: "f1", what: "Chưa niêm yết", due: "2026-06-30" }],
    };
    const again = { ...to("xa-c", "2026-08-03"), follows: [{ finding: "f1", remedied: true }] };
    expect(checkInspections(byCommune, [found, again], { units: merged }).issues).toEqual([]);
    expect(findingsOf([found, again], { units: merged })).toMatchObject([
      { id: "f1", unit: "xa-c", date: "2026-05-05", remedied: "2026-08-03" },
    ]);
    expect(openFindings([found, again], "2026-07-31", { units: merged })).toHaveLength(1);
    expect(openFindings([found, again], "2026-08-03", { units: merged })).toEqual([]);
    expect(() => findingsOf([found, again])).toThrow(InvalidError);
  });
});
