/** Findings from the visit to the round: written once, followed until they are put right, taken up by the council. */
import { describe, expect, test } from "vitest";
import { InvalidError } from "../../src/issue.ts";
import { findingsOf, openFindings } from "../../src/process/findings.ts";
import { readInspectionPlan } from "../../src/process/inspection-plan.ts";
import { checkInspections } from "../../src/process/inspections.ts";
import type { InspectionVisit, VisitFinding } from "../../src/process/visits.ts";

const plan = readInspectionPlan({
  format: 1,
  id: "hoa-lam/inspection/2026",
  edition: 1,
  status: "illustrative",
  issuer: { vi: "UBND tỉnh Hoa Lâm" },
  title: { vi: "Kế hoạch kiểm tra năm 2026" },
  source: { title: { vi: "Ví dụ" }, date: "2026-01-05" },
  window: { from: "2026-02-02", to: "2026-11-30" },
  scope: [{ vi: "Giải quyết thủ tục hành chính" }],
  teams: [{ id: "doan-1", title: { vi: "Đoàn 1" } }],
});
const queue: VisitFinding = {
  id: "f1",
  item: "3.2.1",
  what: "Không có máy lấy số",
  remedy: "Lắp máy lấy số",
  due: "2026-04-30",
};
const made = (changes: Partial<InspectionVisit> = {}): InspectionVisit => ({
  id: "v1",
  unit: "so-1",
  mode: "direct",
  team: "doan-1",
  date: "2026-03-02",
  findings: [queue],
  ...changes,
});
const again = (remedied: boolean, changes: Partial<InspectionVisit> = {}): InspectionVisit => ({
  id: "v2",
  unit: "so-1",
  mode: "direct",
  team: "doan-1",
  date: "2026-06-01",
  follows: [{ finding: "f1", remedied }],
  ...changes,
});
const ofRound = {
  id: "f1",
  unit: "so-1",
  item: "3.2.1",
  what: "Không có máy lấy số",
  by: "doan-1",
  date: "2026-03-02",
};

describe("findings of the round", () => {
  test("are those of the visits, with the day on which a re-inspection found them put right", () => {
    expect(findingsOf([made()])).toEqual([ofRound]);
    expect(findingsOf([made()], { plan })).toEqual([{ ...ofRound, by: "Đoàn 1" }]);
    expect(findingsOf([again(true), made()])).toEqual([{ ...ofRound, remedied: "2026-06-01" }]);
    expect(findingsOf([made(), again(false)])).toEqual([ofRound]);
    expect(findingsOf([])).toEqual([]);
  });

  test("a day that the first visit gives stands, and a later look that finds it open again prevails", () => {
    const early = made({ findings: [{ ...queue, remedied: "2026-04-10" }] });
    expect(findingsOf([early, again(true)])[0]?.remedied).toBe("2026-04-10");
    expect(findingsOf([early, again(false)])[0]?.remedied).toBeUndefined();
    const third = again(true, { id: "v3", date: "2026-09-01" });
    expect(findingsOf([early, again(false), third])[0]?.remedied).toBe("2026-09-01");
    const late = made({ findings: [{ ...queue, remedied: "2026-07-10" }] });
    expect(findingsOf([late, again(false)])[0]?.remedied).toBe("2026-07-10");
  });

  test("may be on a node or on the unit as a whole; what a unit found on itself stays with it", () => {
    const { item: _, ...whole } = queue;
    expect(findingsOf([made({ findings: [whole] })])[0]).not.toHaveProperty("item");
    expect(findingsOf([made({ self: true })])).toEqual([]);
    expect(openFindings([made({ self: true })], "2026-05-01")).toMatchObject([{ finding: "f1", self: true }]);
  });

  test("a visit that was cancelled, or put off without a day, found nothing", () => {
    expect(findingsOf([made({ cancelled: { reason: "Bão" } })])).toEqual([]);
    expect(findingsOf([made({ postponed: { reason: "Bão" } })])).toEqual([]);
    const moved = made({ postponed: { reason: "Bão", newDate: "2026-03-09" } });
    expect(findingsOf([moved])[0]?.date).toBe("2026-03-09");
  });
});

/** Each slip about findings and the one issue that it gives. */
const slips: readonly (readonly [string, readonly InspectionVisit[], string])[] = [
  ["a finding twice", [made({ findings: [queue, queue] })], "finding-twice 0.findings.1.id"],
  [
    "a finding without its unit on a visit to two",
    [made({ furtherUnits: [{ unit: "so-2" }] })],
    "visit-finding-unit-missing 0.findings.0.unit",
  ],
  [
    "a finding on a unit that was not visited",
    [made({ findings: [{ ...queue, unit: "so-9" }] })],
    "visit-finding-other-unit 0.findings.0.unit",
  ],
  ["a follow-up of what nobody found", [again(true)], "visit-finding-unknown 0.follows.0.finding"],
  [
    "a follow-up at another unit",
    [made(), again(true, { unit: "so-2" })],
    "visit-finding-other-unit 1.follows.0.finding",
  ],
  [
    "a follow-up before the visit that found it",
    [made(), again(true, { date: "2026-02-27" })],
    "visit-follow-early 1.follows.0.finding",
  ],
  [
    "a visit that follows what it found itself",
    [made({ follows: [{ finding: "f1", remedied: true }] })],
    "visit-follow-itself 0.follows.0.finding",
  ],
  [
    "a visit that follows one finding twice",
    [
      made(),
      again(true, {
        follows: [
          { finding: "f1", remedied: true },
          { finding: "f1", remedied: false },
        ],
      }),
    ],
    "visit-follow-twice 1.follows.1.finding",
  ],
  [
    "put right before it was found",
    [made({ findings: [{ ...queue, remedied: "2026-03-01" }] })],
    "visit-finding-remedied-early 0.findings.0.remedied",
  ],
];

describe("slips", () => {
  test.each(slips)(
    "%s is one issue, refuses the findings, and leaves the visit counted",
    (_, visits, expected) => {
      const { issues, visits: rows } = checkInspections(plan, visits);
      expect(issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([expected]);
      expect(rows.every(({ state }) => state === "counted")).toBe(true);
      expect(() => findingsOf(visits)).toThrow(InvalidError);
      expect(() => openFindings(visits, "2026-12-31")).toThrow(InvalidError);
    },
  );

  test("a last day before the visit is a warning and refuses nothing", () => {
    const early = [made({ findings: [{ ...queue, due: "2026-02-27" }] })];
    expect(checkInspections(plan, early).issues.map(({ code }) => code)).toEqual(["visit-finding-due-early"]);
    expect(findingsOf(early)).toHaveLength(1);
  });

  test("wrong calls are thrown at", () => {
    expect(() => openFindings([], "2026-02-30")).toThrow(RangeError);
    expect(() => openFindings([], "2026-02-27", { ledger: JSON.parse("{}") })).toThrow(TypeError);
    expect(() => openFindings([], "2026-02-27", { ledger: JSON.parse("[null]") })).toThrow(InvalidError);
    expect(() => findingsOf([], { plan: { ...plan } })).toThrow(TypeError);
    expect(() => findingsOf(JSON.parse("[null]"))).toThrow(InvalidError);
  });
});

describe("open findings", () => {
  const on = (day: string, visits = [made(), again(true)]) => openFindings(visits, day);

  test("are told from the day of the visit until they are put right, overdue from the day after the last", () => {
    expect(on("2026-03-01")).toEqual([]);
    expect(on("2026-03-02")[0]).not.toHaveProperty("lateDays");
    expect(on("2026-04-30")[0]).not.toHaveProperty("lateDays");
    expect(on("2026-05-01")).toMatchObject([{ finding: "f1", unit: "so-1", lateDays: 1 }]);
    expect(on("2026-06-01")).toEqual([]);
    expect(on("2026-06-01", [made(), again(false)])).toMatchObject([
      { lateDays: 32, looks: [{ visit: "v2", date: "2026-06-01", remedied: false }] },
    ]);
  });

  test("with the ledger, those that no entry of the council cites are told, put right or not", () => {
    const entry = { kind: "adjust", date: "2027-01-10", findings: ["f1"] };
    const told = (ledger: readonly (typeof entry)[], day = "2027-01-31") =>
      openFindings([made(), again(true)], day, { ledger }).map(({ takenUp }) => takenUp);
    expect(told([])).toEqual([false]);
    expect(told([entry])).toEqual([]);
    expect(told([entry], "2027-01-09")).toEqual([false]);
    expect(told([{ ...entry, kind: "explain" }])).toEqual([false]);
  });

  test("stand by their last day, those without one last", () => {
    const findings = [
      { id: "c", what: "x" },
      { id: "b", what: "x", due: "2026-06-30" },
      { id: "a", what: "x", due: "2026-05-31" },
    ];
    expect(openFindings([made({ findings })], "2026-03-02").map(({ finding }) => finding)).toEqual([
      "a",
      "b",
      "c",
    ]);
  });
});
