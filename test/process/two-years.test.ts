/** Two years run from their shipped plans, forty visits each: from the schedule to conclusions, findings and the round. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { criteriaSet } from "../../src/criteria.ts";
import type { IsoDate } from "../../src/criteria-set.ts";
import { explain } from "../../src/explain/explanation.ts";
import { explanationText } from "../../src/explain/explanation-text.ts";
import { issueSentence } from "../../src/issue.ts";
import { findingsOf, openFindings } from "../../src/process/findings.ts";
import { inspectionPlan } from "../../src/process/inspection-plan.ts";
import { conclusionText, inspectionText, visitCountRows } from "../../src/process/inspection-text.ts";
import { checkInspections } from "../../src/process/inspections.ts";
import type { InspectionVisit } from "../../src/process/visits.ts";
import { checkRound } from "../../src/round/read.ts";
import type { Finding } from "../../src/round.ts";
import { carriedOut, type Place, schedule } from "../examples/make-visits.ts";

const set = criteriaSet("hoa-lam/department/2026");
const file = JSON.parse(
  readFileSync(new URL("../../docs/examples/hoa-lam-departments-2026.json", import.meta.url), "utf8"),
);
interface WrittenEntry {
  readonly unit: string;
  readonly item: string;
  readonly kind: string;
  readonly findings?: readonly string[];
}
const ledger: readonly WrittenEntry[] = file.ledger;

/** The item on which the council decided first about each department: what is found there, on its domain, or on the unit. */
const departments: readonly Place[] = file.units.map(({ id: unit }: { id: string }, at: number): Place => {
  const leaf = ledger.find(
    (it) => it.unit === unit && it.kind === "adjust" && !it.item.startsWith("9"),
  )?.item;
  const item = [leaf, leaf?.split(".")[0], undefined][at % 3];
  return { unit, unitKind: "department", item, finds: leaf !== undefined };
});
const districts = Array.from({ length: 12 }, (_, at): Place[] => [
  { unit: `huyen-${at + 1}`, unitKind: "district" },
  { unit: `xa-${at + 1}`, unitKind: "commune", parent: `huyen-${at + 1}` },
]).flat();

/** One year: what its plan is, what is visited, and the last days of the quarters that are reported. */
interface Year {
  readonly id: string;
  readonly places: readonly Place[];
  readonly from: IsoDate;
  readonly every: number;
  readonly quarters: readonly IsoDate[];
}
const years: readonly Year[] = [
  {
    id: "dong-thap/inspection/2022",
    places: [...departments.slice(0, 8), ...districts],
    from: "2022-02-14",
    every: 5,
    quarters: ["2022-03-31", "2022-06-30", "2022-09-30", "2022-12-31"],
  },
  {
    id: "hai-phong/inspection/2019",
    places: departments,
    from: "2019-06-10",
    every: 3,
    quarters: ["2019-06-30", "2019-09-30", "2019-12-31"],
  },
];

const run = ({ id, places, from, every }: Year) => {
  const plan = inspectionPlan(id);
  const planned = schedule(plan, places, { from, every, visits: 40 });
  const visits = carriedOut(plan, places, planned);
  const units = places.map(({ unit, unitKind, parent }) => ({
    id: unit,
    kind: unitKind,
    name: { vi: `Đơn vị ${unit.toUpperCase()}` },
    ...(parent && { parent }),
  }));
  return { plan, planned, visits, units, found: findingsOf(visits, { plan }) };
};

/** The ledger with each finding cited by the first entry of the council beneath it. */
function citing(found: readonly Finding[]): readonly WrittenEntry[] {
  const cited = new Map<number, string[]>();
  for (const { id, unit, item } of found) {
    const at = ledger.findIndex(
      (it) =>
        it.unit === unit &&
        it.kind === "adjust" &&
        (item === undefined || it.item === item || it.item.startsWith(`${item}.`)),
    );
    cited.set(at, [...(cited.get(at) ?? []), id]);
  }
  return ledger.map((it, at) =>
    cited.has(at) ? { ...it, findings: [...(it.findings ?? []), ...(cited.get(at) ?? [])] } : it,
  );
}
const roundOf = (found: readonly Finding[], entries = ledger) => ({
  ...file,
  findings: [...file.findings, ...found],
  ledger: entries,
});
const codesAbout = (found: readonly Finding[], entries: readonly WrittenEntry[]) => {
  const ids = new Set<unknown>(found.map(({ id }) => id));
  return checkRound(set, roundOf(found, entries)).filter(
    ({ severity, params }) => severity === "error" || ids.has(params["found"]),
  );
};

describe.each(years)("the year of $id", (year) => {
  const { plan, planned, visits, units, found } = run(year);
  const lastDay = plan.window.to;

  test("is scheduled: forty visits to come, nothing is wrong, and each says what falls due", () => {
    const report = checkInspections(plan, planned, { units, on: plan.window.from });
    expect(report.issues).toEqual([]);
    expect(report.visits.map(({ state }) => state)).toEqual(Array(40).fill("planned"));
    const asksNotice = plan.announced?.noticeWorkingDays !== undefined;
    const dated = report.visits.filter(({ notice }) => notice?.due !== undefined);
    expect(dated.length > 0).toBe(asksNotice);
    expect(report.coverage.every(({ covered }) => covered === 0)).toBe(true);
  });

  test("is carried out: every visit counts, the numbers of the plan are reached, conclusions are issued", () => {
    const report = checkInspections(plan, visits, { units, on: lastDay });
    expect(report.issues).toEqual([]);
    expect(report.visits.map(({ state }) => state)).toEqual(Array(40).fill("counted"));
    expect(report.covered).toBe(plan.coverage && true);
    const concluded = new Set(report.visits.map(({ conclusion }) => conclusion.state));
    expect([...concluded]).toEqual([plan.conclusion ? "issued" : "not-asked"]);
    expect(report.findings).toHaveLength(found.length);
  });

  test("follows its findings: some are put right by a later look, the others are open and overdue at the end", () => {
    const open = openFindings(visits, lastDay);
    const remedied = found.filter((it) => it.remedied !== undefined);
    expect(remedied.length).toBeGreaterThan(0);
    expect(open.map(({ finding }) => finding).sort()).toEqual(
      found.flatMap((it) => (it.remedied === undefined ? [it.id] : [])).sort(),
    );
    expect(open.length).toBeGreaterThan(0);
  });

  test("prints a report of each quarter, whose counts grow to forty", () => {
    const made = year.quarters.map((on) => {
      const report = checkInspections(plan, visits, { units, on });
      for (const language of ["vi", "en"] as const) {
        const text = inspectionText(report, language, { units });
        expect(text).not.toMatch(/undefined|\{|\}|hoa-lam-|huyen-|xa-/);
        expect(visitCountRows(report, language).length).toBeGreaterThan(4);
      }
      return report.counts.quarter.reduce((sum, { counted }) => sum + counted, 0);
    });
    expect(made).toEqual([...made].sort((one, other) => one - other));
    expect(made.at(-1)).toBe(40);
  });

  test("writes forty conclusions, each with its findings", () => {
    for (const visit of visits) {
      const text = conclusionText(visit, "vi", { plan, units, visits });
      expect(text).not.toMatch(/undefined|\{|\}|hoa-lam-|huyen-|xa-/);
      for (const { what } of visit.findings ?? []) expect(text).toContain(what);
      // What a re-inspection looked at is told in the words of the visit that found it, and typed nowhere else.
      for (const { finding } of visit.follows ?? [])
        expect(text).toMatch(new RegExp(`Phúc tra ${finding} \\(tồn tại \\d+ \\(minh hoạ\\)\\)`));
    }
  });

  test("carries its findings into a round, where one entry beneath each addresses it", () => {
    expect(codesAbout(found, citing(found))).toEqual([]);
    const silent = codesAbout(found, ledger);
    expect(silent.map(({ code }) => code)).toEqual(found.map(() => "finding-unaddressed"));
    const written = JSON.parse(JSON.stringify(citing(found)));
    const taken = openFindings(visits, "2027-12-31", { ledger: written });
    expect(taken.every(({ takenUp }) => takenUp === true)).toBe(true);
  });

  test("explains what nobody addressed on its leaf, its domain or the unit, and nothing once an entry cites it", () => {
    for (const { id, unit, item, what } of found.slice(0, 3)) {
      const ask = item === undefined ? {} : { item };
      const ids = (entries: readonly WrittenEntry[]) => {
        const explanation = explain(set, roundOf(found, entries), unit, ask);
        const { step } = explanation;
        const told = "findings" in step ? (step.findings ?? []) : [];
        expect(explanationText(explanation, "vi").includes(what)).toBe(
          told.some((it) => it.id === id) || entries !== ledger,
        );
        return told.map((it) => it.id);
      };
      expect(ids(ledger)).toContain(id);
      expect(ids(citing(found))).not.toContain(id);
    }
  });
});

// ── Forty rows with ten slips ──────────────────────────────────────────────────────────────────────────────────────

type Slip = readonly [at: number, code: string, slip: (visit: InspectionVisit) => object];

/** The slips of people who type: what is exchanged, misspelt, left out or on the wrong day. */
const haiPhongSlips: readonly Slip[] = [
  [1, "visit-outside-window", (it) => ({ ...it, date: "2019-04-07" })],
  [5, "visit-team-unknown", (it) => ({ ...it, team: "doan-5" })],
  [7, "visit-unit-unknown", (it) => ({ ...it, unit: "hoa-lam-so-xay-dungg", unitKind: "department" })],
  [10, "visit-notice-after", (it) => ({ ...it, noticed: "2019-12-30" })],
  [
    12,
    "visit-conclusion-early",
    (it) => ({ ...it, conclusion: { number: "9/KL", date: "2019-06-03", by: "truong-doan" } }),
  ],
  [15, "visit-unit-differs", (it) => ({ ...it, unitKind: "commune" })],
  [20, "visit-decision-missing", ({ decidedBy: _, ...it }) => it],
  [23, "visit-duplicate", (it) => ({ ...it, id: "kt-1" })],
  [26, "visit-day-off", (it) => ({ ...it, date: "2019-09-08", noticed: "2019-08-20" })],
  [30, "visit-proposal-wrong", (it) => ({ ...it, proposedBy: ["thu-ky"] })],
];
const twoUnits = { furtherUnits: [{ unit: "xa-1" }], findings: [{ id: "p-1", what: "Chưa niêm yết" }] };
const dongThapSlips: readonly Slip[] = [
  [9, "visit-unit-differs", (it) => ({ ...it, parent: "huyen-11" })],
  [11, "visit-day-off", (it) => ({ ...it, date: "2022-02-06" })],
  [13, "visit-notice-after", (it) => ({ ...it, noticed: "2022-12-30" })],
  [15, "visit-conclusion-early", (it) => ({ ...it, conclusion: { number: "9/KL", date: "2022-01-05" } })],
  [17, "visit-finding-unit-missing", (it) => ({ ...it, ...twoUnits })],
  [20, "visit-duplicate", (it) => ({ ...it, id: "kt-20" })],
  [23, "visit-day-off", (it) => ({ ...it, date: "2022-05-14" })],
  [25, "visit-team-unknown", (it) => ({ ...it, team: "doan-1" })],
  [27, "wrong-value", (it) => ({ ...it, mode: "truc-tiep" })],
  [31, "visit-unit-unknown", (it) => ({ ...it, unit: "xa-21" })],
];

test.each([
  ["Đồng Tháp", 0, dongThapSlips],
  ["Hải Phòng", 1, haiPhongSlips],
] as const)("forty rows of %s with ten slips: each is one issue that names its visit", (_, of, slips) => {
  const year = years[of];
  if (year === undefined) throw new Error("no year");
  const { plan, visits, units } = run(year);
  const slipOf = new Map(slips.map(([at, , slip]) => [at, slip]));
  const typed: readonly InspectionVisit[] = JSON.parse(
    JSON.stringify(visits.map((visit, at) => slipOf.get(at)?.(visit) ?? visit)),
  );
  const { issues } = checkInspections(plan, typed, { units, on: plan.window.to });
  expect(issues.map(({ path, code, visit }) => [path[0], code, visit])).toEqual(
    slips.map(([at, code]) => [at, code, typed[at]?.id]),
  );
  for (const issue of issues) expect(issueSentence(issue, "vi")).toContain(`“${issue.visit}”`);
});

test("a day off, or one outside the plan, that is a working day with day and month exchanged says so", () => {
  const [dongThap] = years;
  if (dongThap === undefined) throw new Error("no year");
  const { plan, visits, units } = run(dongThap);
  const typed = visits.map((visit, at) => (at === 11 ? { ...visit, date: "2022-02-06" } : visit));
  const [issue] = checkInspections(plan, typed, { units, on: plan.window.to }).issues;
  expect(issue && issueSentence(issue, "vi")).toContain("nếu ngày và tháng bị ghi ngược thì là 02/06/2022");
});
