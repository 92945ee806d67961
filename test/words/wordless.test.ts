/** A table of no words: what is said in it has codes and values, and no Vietnamese or English word of the library's own. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { compare } from "../../src/audit/compare.ts";
import { changesOf, changesText, differenceText } from "../../src/audit/difference-text.ts";
import { gains, gainsText } from "../../src/audit/gains.ts";
import { seal } from "../../src/audit/record.ts";
import { verificationText } from "../../src/audit/verification-text.ts";
import { verify } from "../../src/audit/verify.ts";
import { type ExplainedPart, explain } from "../../src/explain/explanation.ts";
import { explanationText } from "../../src/explain/explanation-text.ts";
import { itemHistory } from "../../src/explain/history.ts";
import { historyText } from "../../src/explain/history-text.ts";
import { compareRankings, movementText } from "../../src/movement.ts";
import { outstanding, outstandingText } from "../../src/outstanding.ts";
import { diffCriteriaSets, diffText } from "../../src/print/difference.ts";
import { issueListing } from "../../src/print/listing.ts";
import { criteriaTable } from "../../src/print/table.ts";
import { inspectionPlan } from "../../src/process/inspection-plan.ts";
import { conclusionText, inspectionText, targetsText } from "../../src/process/inspection-text.ts";
import { checkInspections } from "../../src/process/inspections.ts";
import { checkTargets, readTargetPlan, targetPlan } from "../../src/process/targets.ts";
import { reportHtml } from "../../src/report/page.ts";
import { readRound } from "../../src/round/read.ts";
import { readCriteriaSet } from "../../src/set/check.ts";
import { checkCriteriaText } from "../../src/set/text.ts";
import { rankingRows, scoreRows } from "../../src/sheets/tables.ts";
import { withoutCodes } from "../support/wordless.ts";
import { wordless } from "../support/words.ts";

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));

/** Keys whose texts somebody wrote, and that are no codes. */
const written =
  /^(vi|reason|explanation|what|by|issuer|section|page|reference|notHeld|number|numbers|role|exempt|at|title)$/;

/** The same data without a letter in what somebody wrote; translations are left out. */
function withoutLetters<T>(value: T): T {
  const text = JSON.stringify(value, (key, inside: unknown) =>
    key === "en"
      ? undefined
      : typeof inside === "string" && written.test(key)
        ? inside.replace(/\p{L}/gu, "0")
        : inside,
  );
  return JSON.parse(text);
}

/** Words in a text that are none of what was given; values that stand side by side run together. */
function strange(text: string, given: unknown): readonly string[] {
  const own = new Set(JSON.stringify(given).match(/\p{L}+/gu));
  const isOwn = (word: string): boolean =>
    own.has(word) ||
    Array.from(word, (_, at) => at).some((at) => own.has(word.slice(0, at)) && isOwn(word.slice(at)));
  return (withoutCodes(text).match(/\p{L}+/gu) ?? []).filter((word) => !isOwn(word));
}

const cases = [
  ["departments", "criteria/hoa-lam/department/2026.1.json", "docs/examples/hoa-lam-departments-2026.json"],
  ["communes", "criteria/hoa-lam/commune/2026.1.json", "docs/examples/hoa-lam-communes-2026.json"],
] as const;

describe.each(cases)("of the %s", (_, setFile, roundFile) => {
  const set = readCriteriaSet(read(setFile));
  const round = readRound(set, read(roundFile));
  const lines = [...(set.bonus.lines ?? []), ...(set.penalty.lines ?? [])].map(({ id }) => id);

  test("an explanation has no word in it", () => {
    const parts: readonly (ExplainedPart | undefined)[] = [
      undefined,
      "place",
      ...["late", "cap:bonus", "cap:max", "cap:min", ...lines].map((line) => ({ line })),
      ...set.sources.flatMap(({ id }) => [{ source: id }, { line: `conversion:${id}` }]),
    ];
    for (const { id } of round.units.slice(0, 4))
      for (const part of parts)
        for (const until of [undefined, "self", "2027-01-20"] as const) {
          const explanation = withoutLetters(
            explain(set, round, id, { ...(typeof part === "string" ? { item: part } : part), until }),
          );
          const text = explanationText(explanation, wordless, { detail: "full", depth: 0 });
          expect(text).toContain("⟦explanation.");
          expect(withoutCodes(text).match(/\p{L}+/gu), text).toBeNull();
        }
  });

  test("a history has no word in it", () => {
    const leaves = JSON.stringify(set.items).matchAll(/"id":"([^"]+)"/g);
    for (const { id } of round.units.slice(0, 4))
      for (const item of [...lines, ...[...leaves].map((match) => match[1] as string)]) {
        let history: ReturnType<typeof itemHistory>;
        try {
          history = itemHistory(set, round, id, item);
        } catch {
          continue;
        }
        const text = historyText(withoutLetters(history), wordless);
        expect(text).toContain("⟦history.history⟧");
        expect(withoutCodes(text).match(/\p{L}+/gu), text).toBeNull();
      }
  });

  test("an account of gains has no word in it", () => {
    const goals = [
      { index: "100" },
      { index: "50" },
      { place: 1 },
      ...set.grades.map(({ id }) => ({ grade: id })),
    ];
    for (const { id } of round.units.slice(0, 4))
      for (const goal of goals) {
        const text = gainsText(withoutLetters(gains(set, round, id, goal)), wordless);
        expect(text).toContain("⟦gains.");
        expect(withoutCodes(text).match(/\p{L}+/gu), text).toBeNull();
      }
  });

  test("a comparison has no word in it", () => {
    const [first, second] = round.units;
    for (const { id } of round.units.slice(0, 4))
      for (const [before, after] of [
        [{ unit: id, until: "self" }, { unit: id }],
        [
          { unit: id, until: "2027-01-20" },
          { unit: id, until: "final" },
        ],
        [{ unit: first?.id ?? "" }, { unit: second?.id ?? "" }],
      ] as const) {
        const difference = compare({ set, round, ...before }, { set, round, ...after });
        const text = differenceText(withoutLetters(difference), wordless);
        expect(text).toContain("⟦difference.");
        expect(strange(text, [set, round])).toEqual([]);
      }
  });

  test("a verification has no word in it", () => {
    const sealed = round.units.slice(0, 2).map(({ id }) => seal(set, round, { unit: id }));
    for (const record of sealed) {
      const changed = JSON.parse(
        JSON.stringify(record).replace(/"facts":\{"numerator":/g, '"facts":{"numerator":1'),
      );
      for (const given of [record, changed, { ...record, kind: "x" }, {}])
        for (const options of [{}, { set }, { set, round }]) {
          // Digests are shown as they are.
          const text = verificationText(verify(given, options), wordless).replace(/[0-9a-f]{64}/g, "");
          expect(text).toContain("⟦verification.digests.");
          expect(strange(text, [set, round, given])).toEqual([]);
        }
    }
  });

  test("what moved in a ranking has no word in it", () => {
    const [before, after] = (["self", "final"] as const).map(
      (until) => assess(set, round, { until }).rankings,
    );
    const movements = compareRankings(before ?? [], after ?? []);
    expect(movements.length).toBeGreaterThan(0);
    for (const movement of movements) {
      const text = movementText(movement, wordless, { all: true });
      expect(text).toContain("⟦movement.");
      expect(strange(text, round)).toEqual([]);
    }
  });

  test("the page has no word in it", () => {
    const before = assess(set, round, { until: "first" });
    const units = round.units.slice(0, 2).map(({ id }) => id);
    for (const audience of ["council", "public"] as const) {
      const page = reportHtml(set, round, { before, units, audience, language: wordless });
      expect(page).toContain("⟦report.");
      const text = page.replace(/<style>[^<]*<\/style>|<[^>]*>|&\w+;|\b[0-9a-f]{64}\b/g, " ");
      expect(strange(text, [set, round])).toEqual([]);
    }
  });

  test("the printed table has no word in it", () => {
    const text = criteriaTable(set, wordless, { markdown: true, english: true });
    expect(text).toContain("⟦table.");
    expect(strange(text.replace(/<br>/g, " "), set)).toEqual([]);
  });

  test("what differs between two sets has no word in it", () => {
    const other = readCriteriaSet(read("docs/examples/hoa-lam-communes-2024.set.json"));
    const text = diffText(withoutLetters(diffCriteriaSets(other, set)), wordless);
    expect(text).toContain("⟦changes.item");
    expect(strange(text, [set, other])).toEqual([]);
  });

  test("a listing of issues has no word in it", () => {
    const text = JSON.stringify({ ...(read(setFile) as object), levels: 3, maxPoints: "0" }, null, 1);
    const issues = checkCriteriaText(text);
    expect(issues.length).toBeGreaterThan(0);
    const listing = issueListing(issues, wordless, { file: "0", text });
    expect(listing).toContain("⟦listing.sums⟧");
    expect(strange(listing, [text, issues])).toEqual([]);
  });
});

test.each(cases)(
  "%s: what the council changed, what is open, and rows have no word in them",
  (_, setFile, file) => {
    const set = readCriteriaSet(read(setFile));
    const round = readRound(set, read(file));
    const { scores, rankings } = assess(set, round);
    const [unit] = round.units;
    const [score] = scores;
    const [ranking] = rankings;
    if (unit === undefined || score === undefined || ranking === undefined) throw new Error("an empty round");
    const decided = changesOf(set, round, unit.id);
    const open = outstanding(set, round);
    const told = [
      changesText(decided, wordless),
      outstandingText(open, wordless),
      ...rankingRows(set, ranking, { units: round.units, scores, language: wordless })
        .flat()
        .map((cell) => String(cell ?? "")),
      ...scoreRows(set, score, { language: wordless })
        .flat()
        .map((cell) => String(cell ?? "")),
    ].join("\n");
    for (const section of ["decided", "outstanding", "rows"]) expect(told).toContain(`⟦${section}.`);
    expect([...new Set(strange(told, [set, round, scores, rankings, decided, open]))]).toEqual([]);
  },
);

test("a year of inspections and the conclusion of a visit have no word in them", () => {
  const plan = inspectionPlan("hai-phong/inspection/2019");
  const finding = { id: "p1", item: "3.4", what: "7", remedy: "8", due: "2019-09-30" };
  const visit = { id: "k1", unit: "s1", mode: "direct", team: "doan-1", date: "2019-09-06" } as const;
  const visits = [
    { ...visit, findings: [finding], result: "9", places: ["10"] },
    { ...visit, id: "k2", date: "2019-12-05", follows: [{ finding: "p1", remedied: false }] },
    { ...visit, id: "k3", cancelled: { reason: "11" } },
  ] as const;
  const report = checkInspections(plan, visits, { on: "2019-10-31" });
  const told = [
    inspectionText(report, wordless),
    ...visits.map((one) => conclusionText(one, wordless, { plan })),
  ].join("\n");
  expect(told).toContain("⟦inspection.");
  expect(strange(told, [plan, report, visits])).toEqual([]);
});

test("targets against results have no word in them", () => {
  const plan = withoutLetters(targetPlan("ha-noi/targets/2023"));
  const results = [
    { target: "par-index", place: 9 },
    { target: "sipas", index: "88.75" },
    { target: "dossiers-on-time", numerator: 53_999, denominator: 54_000 },
    { target: "feedback-handled", notMeasured: "7" },
    { target: "dialogue", unit: "s1", dates: ["2023-03-01", "2023-09-06"] },
  ];
  const report = checkTargets(readTargetPlan(plan), results);
  const told = targetsText(report, wordless);
  expect(told).toContain("⟦targets.gap⟧");
  expect(strange(told, [plan, report])).toEqual([]);
});
