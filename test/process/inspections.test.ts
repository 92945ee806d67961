/** Inspection plans and visits: each rule of a plan, each misuse of a visit, and laws on coverage. Units are fictional. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvalidError } from "../../src/issue.ts";
import type { InspectionPlan } from "../../src/process/inspection-plan.ts";
import { checkInspectionPlan, readInspectionPlan } from "../../src/process/inspection-plan.ts";
import { checkInspections, type InspectionOptions } from "../../src/process/inspections.ts";
import type { InspectionVisit } from "../../src/process/visits.ts";
import { enOf, viOf } from "../support/words.ts";

const file = {
  format: 1,
  id: "hoa-lam/inspection/2026",
  edition: 1,
  status: "illustrative",
  issuer: { vi: "UBND tỉnh Hoa Lâm" },
  title: { vi: "Kế hoạch kiểm tra công tác cải cách hành chính năm 2026" },
  source: { title: { vi: "Ví dụ" }, date: "2026-01-05" },
  window: { from: "2026-02-02", to: "2026-11-30" },
  scope: [{ vi: "Giải quyết thủ tục hành chính" }],
  teams: [
    { id: "doan-1", title: { vi: "Đoàn 1" } },
    { id: "doan-2", title: { vi: "Đoàn 2" } },
  ],
  modes: [{ mode: "direct" }, { mode: "unannounced" }],
  announced: { noticeWorkingDays: 3 },
  unannounced: {
    proposes: [{ id: "so-noi-vu", title: { vi: "Sở Nội vụ" } }],
    decides: { id: "truong-doan", title: { vi: "Trưởng đoàn" } },
    reasons: [{ id: "phan-anh", title: { vi: "Theo phản ánh" } }],
  },
  holidays: [{ date: "2026-04-30", title: { vi: "Ngày Chiến thắng" } }],
  coverage: [
    { kind: "listed", id: "named", title: { vi: "Hai sở" }, units: ["so-1", "so-2"] },
    { kind: "at-least", id: "three", title: { vi: "Ba xã" }, unitKind: "commune", number: 3 },
    {
      kind: "in-each",
      id: "each",
      title: { vi: "Hai xã mỗi huyện" },
      unitKind: "commune",
      number: 2,
      parentKind: "district",
      parents: 2,
    },
  ],
  conclusion: {
    issuer: { id: "truong-doan", title: { vi: "Trưởng đoàn" } },
    within: { days: 5, count: "working" },
  },
  selfInspection: { unitKinds: ["commune"], modes: ["online", "direct"] },
} as const;

const plan = readInspectionPlan(file);
const without = (...keys: (keyof typeof file)[]): InspectionPlan =>
  readInspectionPlan(
    Object.fromEntries(Object.entries(file).filter(([key]) => !keys.includes(key as keyof typeof file))),
  );

/** Any plain value, as a file gives it: without a type and without absent keys. */
const untyped = (value: unknown) => JSON.parse(JSON.stringify(value));

const visit = (changes: Partial<Record<keyof InspectionVisit, unknown>> = {}): InspectionVisit => {
  const whole = {
    id: "v1",
    unit: "so-1",
    unitKind: "department",
    mode: "direct",
    team: "doan-1",
    date: "2026-05-06",
    noticed: "2026-04-29",
    conclusion: { number: "01/KL", date: "2026-05-13", by: "truong-doan" },
    ...changes,
  };
  return untyped(whole);
};
const commune = (id: string, unit: string, parent?: string): InspectionVisit =>
  visit({ id, unit, unitKind: "commune", ...(parent !== undefined && { parent }) });
const codes = (visits: readonly InspectionVisit[], context?: InspectionOptions, by = plan): string[] =>
  checkInspections(by, visits, context).issues.map(({ code, path }) => `${code} ${path.join(".")}`);

describe("a visit as its plan asks", () => {
  test("gives no issue and covers its unit", () => {
    const report = checkInspections(plan, [visit()]);
    expect(report.issues).toEqual([]);
    expect(report.visits).toEqual([
      {
        visit: "v1",
        state: "counted",
        edition: 1,
        units: [{ unit: "so-1", unitKind: "department" }],
        mode: "direct",
        teams: ["doan-1"],
        from: "2026-05-06",
        to: "2026-05-06",
        notice: { given: 4, needed: 3, due: "2026-05-01" },
        conclusion: { state: "issued", due: "2026-05-13" },
        findings: 0,
      },
    ]);
    expect(report.coverage[0]).toMatchObject({
      id: "named",
      required: 2,
      covered: 1,
      missing: 1,
      open: ["so-2"],
    });
    expect(report.coverage[0]?.units).toEqual([{ unit: "so-1", visits: ["v1"] }]);
  });

  test("an unannounced one that was proposed, decided and explained is in order", () => {
    const sudden = {
      mode: "unannounced",
      noticed: undefined,
      proposedBy: ["so-noi-vu"],
      decidedBy: "truong-doan",
      reason: "phan-anh",
    };
    expect(codes([visit(sudden)])).toEqual([]);
  });

  test("what the plan does not say is not asked", () => {
    const silent = without(
      "teams",
      "modes",
      "announced",
      "unannounced",
      "holidays",
      "coverage",
      "conclusion",
      "selfInspection",
    );
    const bare = visit({ team: undefined, noticed: undefined, conclusion: undefined, mode: "online" });
    const report = checkInspections(silent, [
      bare,
      visit({ id: "v2", mode: "unannounced", noticed: undefined }),
    ]);
    expect(report.issues).toEqual([]);
    expect(report.coverage).toEqual([]);
    expect("covered" in report).toBe(false);
    expect(report.selfInspection).toBeUndefined();
    expect(report.visits[0]).toMatchObject({ state: "counted", conclusion: { state: "not-asked" } });
    expect(report.visits[0]).not.toHaveProperty("notice");
  });
});

const sudden = {
  mode: "unannounced",
  noticed: undefined,
  proposedBy: ["so-noi-vu"],
  decidedBy: "truong-doan",
  reason: "phan-anh",
};

/** Each misuse: what is changed in a visit that is in order, the one issue that it gives, and whether the visit still counts. */
const misuses: readonly (readonly [
  string,
  Partial<Record<keyof InspectionVisit, unknown>>,
  string,
  "counted" | "refused",
])[] = [
  [
    "before the window",
    { date: "2026-02-01", noticed: "2026-01-20", conclusion: { number: "1", date: "2026-02-02" } },
    "visit-outside-window 0.date",
    "refused",
  ],
  [
    "after the window",
    { date: "2026-12-01", noticed: "2026-11-20", conclusion: { number: "1", date: "2026-12-02" } },
    "visit-outside-window 0.date",
    "refused",
  ],
  [
    "ending after the window",
    {
      date: "2026-11-30",
      to: "2026-12-01",
      noticed: "2026-11-20",
      conclusion: { number: "1", date: "2026-12-02" },
    },
    "visit-outside-window 0.to",
    "refused",
  ],
  ["ending before it starts", { to: "2026-05-05" }, "visit-dates-reversed 0.to", "refused"],
  ["without a team", { team: undefined }, "visit-team-missing 0.team", "refused"],
  ["by a team that the plan does not have", { team: "doan-9" }, "visit-team-unknown 0.team", "refused"],
  ["in a mode that the plan does not allow", { mode: "online" }, "visit-mode-not-allowed 0.mode", "refused"],
  ["without a day of notice", { noticed: undefined }, "visit-notice-missing 0.noticed", "counted"],
  [
    "with two working days of notice instead of three",
    { noticed: "2026-05-04" },
    "visit-notice-too-short 0.noticed",
    "counted",
  ],
  [
    "unannounced, with a day of notice",
    { ...sudden, noticed: "2026-05-01" },
    "visit-notice-given 0.noticed",
    "counted",
  ],
  [
    "unannounced, decided by nobody",
    { ...sudden, decidedBy: undefined },
    "visit-decision-missing 0.decidedBy",
    "refused",
  ],
  [
    "unannounced, decided by who may only propose",
    { ...sudden, decidedBy: "so-noi-vu" },
    "visit-decision-wrong 0.decidedBy",
    "refused",
  ],
  [
    "unannounced, proposed by nobody",
    { ...sudden, proposedBy: undefined },
    "visit-proposal-missing 0.proposedBy",
    "counted",
  ],
  [
    "unannounced, proposed by a stranger",
    { ...sudden, proposedBy: ["ai-do"] },
    "visit-proposal-wrong 0.proposedBy",
    "counted",
  ],
  [
    "unannounced, without a reason",
    { ...sudden, reason: undefined },
    "visit-reason-missing 0.reason",
    "counted",
  ],
  [
    "unannounced, for a reason that the plan does not give",
    { ...sudden, reason: "khac" },
    "visit-reason-unknown 0.reason",
    "counted",
  ],
  ["without a conclusion", { conclusion: undefined }, "visit-conclusion-overdue 0.conclusion", "counted"],
  [
    "with a conclusion one day late",
    { conclusion: { number: "1", date: "2026-05-14" } },
    "visit-conclusion-late 0.conclusion.date",
    "counted",
  ],
  [
    "with a conclusion from before the visit",
    { conclusion: { number: "1", date: "2026-05-05" } },
    "visit-conclusion-early 0.conclusion.date",
    "counted",
  ],
  [
    "with a conclusion by somebody else",
    { conclusion: { number: "1", date: "2026-05-07", by: "so-noi-vu" } },
    "visit-conclusion-issuer 0.conclusion.by",
    "counted",
  ],
  [
    "of its own by a kind of unit that is not asked to",
    { self: true },
    "visit-self-not-planned 0.self",
    "refused",
  ],
];

describe("misuse of a visit", () => {
  test.each(misuses)("%s is one issue", (_, changes, expected, state) => {
    const report = checkInspections(plan, [visit(changes)]);
    expect(report.issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([expected]);
    expect(report.visits[0]?.state).toBe(state);
    expect(report.coverage[0]?.covered).toBe(state === "counted" ? 1 : 0);
    expect(report.issues[0]?.unit).toBe("so-1");
  });

  test("a visit whose id was used before does not count again", () => {
    const again = visit({ unit: "so-2", team: "doan-2" });
    expect(codes([visit(), again])).toEqual(["visit-duplicate 1.id"]);
    expect(checkInspections(plan, [visit(), again]).coverage[0]?.covered).toBe(1);
  });

  test("the words give the days of notice that were given and needed", () => {
    const [issue] = checkInspections(plan, [visit({ noticed: "2026-05-04" })]).issues;
    expect(issue).toMatchObject({ params: { found: 2, expected: 3 }, severity: "warning" });
    expect(viOf(issue)).toContain("Báo trước 2 ngày làm việc, kế hoạch yêu cầu ít nhất 3");
    expect(enOf(issue)).toContain("Notice of 2 working days was given; the plan asks for at least 3");
  });

  test("notice after the visit counts as none", () => {
    const report = checkInspections(plan, [visit({ noticed: "2026-05-20" })]);
    expect(report.visits[0]?.notice).toMatchObject({ given: 0, needed: 3 });
    expect(report.issues.map(({ code }) => code)).toEqual(["visit-notice-after"]);
  });

  test("a shape that is wrong is reported and the other visits are still checked", () => {
    const broken = untyped({ ...visit({ id: "v2" }), date: "06/05/2026", tema: 1 });
    const report = checkInspections(plan, [broken, visit()]);
    expect(report.issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([
      "not-a-date 0.date",
      "unknown-key 0.tema",
    ]);
    expect(report.visits.map(({ visit: id }) => id)).toEqual(["v1"]);
  });

  test("what is no list, or no plain data, is an issue and not an exception", () => {
    expect(codes(untyped("all of them"))).toEqual(["wrong-type "]);
    expect(codes(Object.assign([new Map()]))[0]).toBe("not-plain-data 0");
  });

  test("a wrong call is thrown at", () => {
    expect(() => checkInspections({ ...plan }, [])).toThrow(TypeError);
    expect(() => checkInspections(plan, [], { units: untyped("all") })).toThrow(TypeError);
    expect(() => checkInspections([], [])).toThrow(RangeError);
    expect(() => checkInspections(plan, [], { on: "2026-13-01" })).toThrow(RangeError);
  });
});

describe("conclusions", () => {
  test("a plan that sets no time still misses a conclusion that is not there", () => {
    const open = readInspectionPlan({ ...file, conclusion: {} });
    expect(codes([visit({ conclusion: undefined })], {}, open)).toEqual([
      "visit-conclusion-missing 0.conclusion",
    ]);
    expect(codes([visit({ conclusion: { number: "1", date: "2027-05-05" } })], {}, open)).toEqual([]);
  });

  test("calendar days run through the weekend", () => {
    const calendar = readInspectionPlan({ ...file, conclusion: { within: { days: 5, count: "calendar" } } });
    expect(checkInspections(calendar, [visit()]).visits[0]?.conclusion).toEqual({
      state: "late",
      due: "2026-05-11",
      lateDays: 2,
    });
  });

  test("looked at on a day, a conclusion is awaited up to its last day and missing from the next on", () => {
    const open = [visit({ conclusion: undefined })];
    const stateOn = (on: string) => checkInspections(plan, open, { on }).visits[0]?.conclusion.state;
    expect(stateOn("2026-05-06")).toBe("awaited");
    expect(stateOn("2026-05-13")).toBe("awaited");
    expect(stateOn("2026-05-14")).toBe("missing");
    expect(checkInspections(plan, [visit()], { on: "2026-05-08" }).visits[0]?.conclusion.state).toBe(
      "awaited",
    );
  });

  test("a visit after the day looked at is planned and covers nothing yet", () => {
    const report = checkInspections(plan, [visit({ conclusion: undefined })], { on: "2026-05-05" });
    expect(report.issues).toEqual([]);
    expect(report.visits[0]?.state).toBe("planned");
    expect(report.coverage[0]?.covered).toBe(0);
  });
});

describe("coverage", () => {
  test("one unit visited twice is one unit, with both visits named", () => {
    const row = checkInspections(plan, [visit(), visit({ id: "v2" })]).coverage[0];
    expect(row?.covered).toBe(1);
    expect(row?.units).toEqual([{ unit: "so-1", visits: ["v1", "v2"] }]);
  });

  test("a second commune in one district does not stand for a missing one in another", () => {
    const visits = [
      commune("a", "xa-1", "huyen-1"),
      commune("b", "xa-2", "huyen-1"),
      commune("c", "xa-3", "huyen-1"),
    ];
    const { coverage } = checkInspections(plan, visits);
    expect(coverage[1]).toMatchObject({ id: "three", required: 3, covered: 3, missing: 0 });
    expect(coverage[2]).toMatchObject({ id: "each", required: 4, covered: 2, missing: 2, open: [] });
    expect(coverage[2]?.parents).toEqual([{ unit: "huyen-1", covered: 3, missing: 0 }]);
  });

  test("the register names what is missing, finds strangers and supplies the parent", () => {
    const units = [
      { id: "so-1", kind: "department" },
      { id: "huyen-1", kind: "district" },
      { id: "huyen-2", kind: "district" },
      { id: "xa-1", kind: "commune", parent: "huyen-1" },
      { id: "xa-2", kind: "commune", parent: "huyen-2" },
    ];
    const report = checkInspections(plan, [commune("a", "xa-1")], { units });
    // The plan names so-2 and asks for three communes; the register has neither.
    const ofPlan = ["coverage-unit-unknown coverage.0.units.1", "coverage-number-differs coverage.1"];
    expect(report.idsChecked).toBe(true);
    expect(codes([commune("a", "xa-1")], { units })).toEqual(ofPlan);
    expect(report.coverage[1]).toMatchObject({ missing: 2, open: ["xa-2"] });
    expect(report.coverage[2]).toMatchObject({ missing: 3, open: ["huyen-1", "huyen-2"] });
    expect(report.selfInspection).toEqual({ units: [], missing: ["xa-1", "xa-2"] });
    expect(codes([commune("a", "xa-9")], { units })).toContain("visit-unit-unknown 0.unit");
    expect(codes([commune("a", "so-1")], { units })).toContain("visit-unit-differs 0.unitKind");
    expect(codes([commune("a", "xa-1", "huyen-2")], { units })).toContain("visit-unit-differs 0.parent");
  });

  test("more places in the register than the plan counts are all asked for", () => {
    const units = ["huyen-1", "huyen-2", "huyen-3"].map((id) => ({ id, kind: "district" }));
    expect(checkInspections(plan, [], { units }).coverage[2]?.required).toBe(6);
  });

  test("a commune without its district is asked for it", () => {
    expect(codes([commune("a", "xa-1")])).toEqual(["visit-parent-missing 0.parent"]);
  });

  test("self-inspection covers nothing but itself", () => {
    const self = visit({
      unit: "xa-1",
      unitKind: "commune",
      parent: "huyen-1",
      self: true,
      team: undefined,
      noticed: undefined,
      conclusion: undefined,
    });
    const report = checkInspections(plan, [self]);
    expect(report.issues).toEqual([]);
    expect(report.selfInspection).toEqual({ units: [{ unit: "xa-1", visits: ["v1"] }] });
    expect(report.coverage.map(({ covered }) => covered)).toEqual([0, 0, 0]);
    expect(codes([{ ...self, mode: "unannounced" }])).toEqual(["visit-mode-not-allowed 0.mode"]);
  });
});

describe("laws", () => {
  const anyVisit = fc.record({
    unit: fc.integer({ min: 1, max: 6 }),
    parent: fc.integer({ min: 1, max: 3 }),
  });
  const anyVisits = fc.array(anyVisit, { maxLength: 12 });
  const visitsOf = (drawn: readonly { unit: number; parent: number }[]): InspectionVisit[] =>
    drawn.map(({ unit, parent }, at) => commune(`v${at}`, `xa-${parent}-${unit}`, `huyen-${parent}`));
  const numbers = (visits: readonly InspectionVisit[]) =>
    checkInspections(plan, visits).coverage.map(({ units: _, ...row }) => row);

  test("the order of the visits changes no number", () => {
    fc.assert(
      fc.property(anyVisits, fc.integer({ min: 0, max: 12 }), (drawn, turn) => {
        const visits = visitsOf(drawn);
        const turned = [...visits.slice(turn), ...visits.slice(0, turn)].reverse();
        expect(numbers(turned)).toEqual(numbers(visits));
      }),
    );
  });

  test("one visit more in the places that the plan counts never leaves more missing", () => {
    fc.assert(
      fc.property(anyVisits, anyVisit, (drawn, next) => {
        const inTwo = [...drawn, next].map((it) => ({ ...it, parent: it.parent === 3 ? 1 : it.parent }));
        const missing = (list: typeof inTwo) =>
          checkInspections(plan, visitsOf(list)).coverage.map((row) => row.missing);
        const before = missing(inTwo.slice(0, -1));
        for (const [at, after] of missing(inTwo).entries())
          expect(after).toBeLessThanOrEqual(before[at] ?? 0);
      }),
    );
  });

  test("required is covered and missing together, wherever no more than required is visited", () => {
    fc.assert(
      fc.property(anyVisits, (drawn) => {
        for (const row of checkInspections(plan, visitsOf(drawn)).coverage) {
          expect(row.missing).toBe(row.covered < row.required ? row.required - row.covered : 0);
        }
      }),
    );
  });

  test("inputs are left as they were and results are frozen", () => {
    const visits = Object.freeze([Object.freeze(visit())]);
    const before = JSON.stringify(visits);
    const report = checkInspections(plan, visits);
    expect(JSON.stringify(visits)).toBe(before);
    expect(Object.isFrozen(report) && Object.isFrozen(report.coverage[0]?.units)).toBe(true);
  });
});

/** Each slip of a plan's file and the one issue that it gives. */
const slips: readonly (readonly [string, unknown, string])[] = [
  ["an id that is not the path of a plan", { ...file, id: "hoa-lam/2026" }, "plan-id-form id"],
  ["an id of no period", { ...file, id: "hoa-lam/inspection/2026-q5" }, "plan-id-form id"],
  [
    "a window that runs backwards",
    { ...file, window: { from: "2026-11-30", to: "2026-02-02" } },
    "plan-window-reversed window.to",
  ],
  ["a team twice", { ...file, teams: [file.teams[0], file.teams[0]] }, "plan-duplicate teams.1.id"],
  ["a mode twice", { ...file, modes: [...file.modes, file.modes[0]] }, "plan-repeated modes.2"],
  [
    "a holiday twice",
    { ...file, holidays: [file.holidays[0], file.holidays[0]] },
    "plan-duplicate holidays.1.date",
  ],
  [
    "a make-up day on a weekday",
    { ...file, makeUpDays: [{ date: "2026-05-06", title: { vi: "Làm bù" } }] },
    "plan-make-up-weekday makeUpDays.0.date",
  ],
  [
    "one day as holiday and as make-up day",
    {
      ...file,
      holidays: [{ date: "2026-05-09", title: { vi: "Nghỉ" } }],
      makeUpDays: [{ date: "2026-05-09", title: { vi: "Làm bù" } }],
    },
    "plan-day-both makeUpDays.0.date",
  ],
  [
    "a kind of unit twice",
    { ...file, selfInspection: { unitKinds: ["commune", "commune"] } },
    "plan-repeated selfInspection.unitKinds.1",
  ],
  [
    "an amended plan that does not say what it amends",
    { ...file, edition: 2, inForce: "2026-06-01" },
    "plan-edition-incomplete editionNote",
  ],
  [
    "a listed unit twice",
    { ...file, coverage: [{ ...file.coverage[0], units: ["so-1", "so-1"] }] },
    "plan-duplicate coverage.0.units.1",
  ],
  [
    "rules for a mode that is not allowed",
    { ...file, modes: [{ mode: "direct" }] },
    "plan-mode-unused unannounced",
  ],
  [
    "notice where all visits are unannounced",
    { ...file, modes: [{ mode: "unannounced" }] },
    "plan-mode-unused announced",
  ],
  [
    "working days without a list of holidays",
    Object.fromEntries(Object.entries(file).filter(([key]) => key !== "holidays")),
    "plan-holidays-missing holidays",
  ],
  [
    "a misspelt key",
    { ...Object.fromEntries(Object.entries(file).filter(([key]) => key !== "window")), windw: file.window },
    "misspelt-key windw",
  ],
  [
    "a number of a kind that the plan's own list lacks",
    {
      ...file,
      unitKinds: [{ id: "district", title: { vi: "Huyện" } }],
      selfInspection: undefined,
      coverage: [file.coverage[1]],
    },
    "plan-refers-to-nothing coverage.0.unitKind",
  ],
  ["an unknown kind of coverage", { ...file, coverage: [{ kind: "most" }] }, "wrong-value coverage.0.kind"],
  [
    "a number of 0 units",
    { ...file, coverage: [{ ...file.coverage[1], number: 0 }] },
    "out-of-range coverage.0.number",
  ],
];

describe("the plan's file", () => {
  test.each(slips)("%s is one issue", (_, value, expected) => {
    expect(checkInspectionPlan(value).map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([
      expected,
    ]);
  });

  test("reading throws every error at once and lets warnings pass", () => {
    const two = { ...file, id: "x", window: { from: "2026-11-30", to: "2026-02-02" } };
    expect(() => readInspectionPlan(two)).toThrow(InvalidError);
    expect(checkInspectionPlan(two)).toHaveLength(2);
    expect(() => without("holidays")).not.toThrow();
  });

  test("a plan as read reads back the same", () => {
    expect(readInspectionPlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  });
});
