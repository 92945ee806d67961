/** What a summary set takes from a publication: that an item does not apply to a unit, and a maximum of the unit's own. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { compare } from "../../src/audit/compare.ts";
import { gains } from "../../src/audit/gains.ts";
import { seal } from "../../src/audit/record.ts";
import { auditTable } from "../../src/audit/table.ts";
import { scoreVector, vectorOf } from "../../src/audit/vector.ts";
import { verify } from "../../src/audit/verify.ts";
import { explain } from "../../src/explain/explanation.ts";
import { explanationText } from "../../src/explain/explanation-text.ts";
import { indexes } from "../../src/fast/indexes.ts";
import { issueText } from "../../src/issue.ts";
import { resultSheets } from "../../src/report/workbook.ts";
import { checkRound, readRound } from "../../src/round/read.ts";
import { readCriteriaSet } from "../../src/set/check.ts";
import { readRoundSheets } from "../../src/sheets/round-reading.ts";
import { roundSheets } from "../../src/sheets/round-sheets.ts";
import type { Raw } from "../support/random-round.ts";

const written: Raw = JSON.parse(readFileSync("test/support/small-summary.json", "utf8"));
const [first, second] = written.items;
const file = {
  ...written,
  items: [first, { ...second, notApplicable: true }],
  policies: { notApplicable: "rescale" },
};
const set = readCriteriaSet(file);
const unit = (id: string) => ({ id, name: { vi: id.toUpperCase() }, group: "chung" });
const reason = "Năm 2026 không tổ chức điều tra xã hội học tại đơn vị";
const statistics = [
  // Of 64.5 and 31.5 points; without a survey, of 68.5; of the whole.
  { unit: "a", item: "1", facts: { points: "60" }, maxPoints: "64.50" },
  { unit: "a", item: "2", facts: { points: "28" } },
  { unit: "b", item: "1", facts: { points: "60" } },
  { unit: "b", item: "2", notApplicable: { reason } },
  { unit: "c", item: "1", facts: { points: "60" } },
  { unit: "c", item: "2", facts: { points: "28" } },
];
const given = (more: Raw = {}): Raw => ({
  ...{ format: 1, set: set.id, edition: 1, title: { vi: "Kết quả đã công bố" }, status: "illustrative" },
  ...{ units: ["a", "b", "c"].map(unit), statistics, ...more },
});
const round = readRound(set, given());
const { scores, rankings } = assess(set, round);

test("written as sheets and read back it is the same round", () => {
  const back = readRoundSheets(set, JSON.parse(JSON.stringify(roundSheets(set, round))));
  expect(back.issues.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(back.round).toEqual(round);
});

test("in the workbook of results a maximum of the unit's own is a figure, and that of the others a sum", () => {
  const cells = resultSheets(set, round)
    .flatMap(({ rows }) => rows)
    .flat()
    .filter((cell) => typeof cell === "object" && cell !== null && "value" in cell);
  const formulaOf = (value: number) => cells.flatMap((cell) => (cell.value === value ? [cell.formula] : []));
  expect(formulaOf(96)).toEqual([undefined]);
  expect(formulaOf(68.5).some((formula) => formula !== undefined)).toBe(true);
});

test("points are out of what applies, and the index is published points over the published maximum", () => {
  expect(scores.map((it) => [it.state, it.points, it.maxPoints, it.index])).toEqual([
    ["complete", "88.00", "96", "91.67"],
    ["complete", "60.00", "68.5", "87.59"],
    ["complete", "88.00", "100", "88.00"],
  ]);
  expect(scores.map((it) => it.items.map((item) => [item.state, item.maxPoints, item.index]))).toEqual([
    [
      ["scored", "64.5", "93.02"],
      ["scored", "31.5", "88.89"],
    ],
    [
      ["scored", "68.5", "87.59"],
      ["not-applicable", "0", undefined],
    ],
    [
      ["scored", "68.5", "87.59"],
      ["scored", "31.5", "88.89"],
    ],
  ]);
  expect(rankings[0]?.places.map((it) => it.unit)).toEqual(["a", "c", "b"]);
  expect(indexes(set, round).units.map((it) => [it.unit, it.index, it.place])).toEqual([
    ["a", "91.67", 1],
    ["b", "87.59", 3],
    ["c", "88.00", 2],
  ]);
});

test("the round and the table as printed agree", () => {
  const row = (id: string, parts: (string | null)[], total: string, index: string, maxPoints?: string) => ({
    ...{ unit: id, name: id, parts, total, index, maxPoints },
    place: rankings[0]?.places.find((it) => it.unit === id)?.place,
  });
  const title = { vi: "Phần" };
  const table = {
    ...{ set: set.id, edition: 1, title, source: "hoalam.vn", places: 2 },
    parts: [
      { id: "1", title },
      { id: "2", title },
    ],
    rows: [
      row("a", ["60.00", "28.00"], "88.00", "91.67", "96"),
      row("b", ["60.00", null], "60.00", "87.59", "68.5"),
      row("c", ["60.00", "28.00"], "88.00", "88.00"),
    ],
  };
  expect(auditTable(set, JSON.parse(JSON.stringify(table))).issues).toEqual([]);
});

test("explanation, comparison, gains and vector know the maximum that applies", () => {
  const told = (id: string, item?: string) => explanationText(explain(set, round, id, item), "en");
  expect(told("a")).toContain("Index: 88 ÷ 96 × 100 = 91.67%.");
  expect(told("a", "1")).toContain("60/64.5 points");
  expect(told("b", "2").replace(/\n +/g, " ")).toContain(reason);
  expect(told("b", "2")).toContain("Why it does not apply: Năm 2026");
  const difference = compare({ set, round, unit: "c" }, { set, round, unit: "a" });
  if (difference.state !== "compared") throw new Error("not compared");
  expect(difference.change).toBe("3.67");
  expect(difference.parts.map(({ kind, change }) => [kind, change.rounded])).toContainEqual([
    "applicable-maximum",
    "3.67",
  ]);
  const account = gains(set, round, "a", { index: "96" });
  if (account.state !== "scored") throw new Error("not scored");
  expect(account.losses.map((it) => [it.item, it.maxPoints, it.lost.exact])).toEqual([
    ["1", "64.5", "4.5"],
    ["2", "31.5", "3.5"],
  ]);
  expect(account.answer.kind === "reachable" && account.answer.result.index.rounded).toBe("96.35");
  for (const { unit: id, index } of scores) {
    const line = vectorOf(set, round, id);
    expect(scoreVector(set, line).index).toBe(index);
  }
  expect(vectorOf(set, round, "a")).toContain(";60~64.5,28;");
  expect(vectorOf(set, round, "b")).toContain(";60,np;");
});

test("a record verifies, here and in Python, and a maximum that was made smaller does not", () => {
  const folder = mkdtempSync(join(tmpdir(), "par-index-"));
  const put = (name: string, value: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(value));
    return path;
  };
  const python = (...files: readonly string[]) =>
    spawnSync("python3", ["test/verifier/verify.py", put("set.json", set), ...files], { encoding: "utf8" })
      .status;
  for (const id of ["a", "b", "c"]) {
    for (const texts of ["full", "digest"] as const) {
      const record = seal(set, round, { unit: id }, { texts });
      expect(verify(record, { set, round }).conclusion).toBe("right");
      expect(python(put(`${id}.json`, record))).toBe(0);
    }
  }
  const forged: Raw = structuredClone(seal(set, round, { unit: "a" }));
  forged.inputs.statistics[0].maxPoints = "62";
  expect(verify(forged, { set, round }).conclusion).toBe("changed");
  expect(python(put("forged.json", forged))).toBe(1);
  rmSync(folder, { recursive: true });
});

describe("refused", () => {
  const found = (one: Raw, of: Raw = set) =>
    checkRound(of, given({ statistics: [one, ...statistics.slice(1)] }))
      .filter(({ severity }) => severity === "error")
      .map(({ code, path }) => `${code} ${path.join(".")}`);
  const own = { unit: "a", item: "1" };
  test.each([
    [
      "above the declared maximum",
      { ...own, facts: { points: "60" }, maxPoints: "69" },
      "own-maximum-above-declared statistics.0.maxPoints",
    ],
    [
      "below the points",
      { ...own, facts: { points: "60" }, maxPoints: "59.5" },
      "points-above-own-maximum statistics.0.facts",
    ],
    ["of nothing", { ...own, facts: { points: "0" }, maxPoints: "0" }, "out-of-range statistics.0.maxPoints"],
    ["both", { ...own, facts: { points: "60" }, notApplicable: { reason } }, "answer-with-both statistics.0"],
    [
      "where the set always applies the item",
      { ...own, notApplicable: { reason } },
      "not-applicable-not-allowed statistics.0.notApplicable",
    ],
  ])("%s", (_, one, expected) => {
    expect(found(one)).toEqual([expected]);
  });

  test("a maximum of a percentage, and both in a set that is no summary", () => {
    const shares = readCriteriaSet({
      ...file,
      items: [{ ...first, rule: { kind: "percent", of: first.title } }, file.items[1]],
    });
    const one = { unit: "a", item: "1", facts: { percent: "90" }, maxPoints: "64.5" };
    const issues = checkRound(shares, given({ statistics: [one] }));
    expect(issues.map(({ code }) => code)).toContain("own-maximum-without-points");
    const drawn = readCriteriaSet({ ...file, status: "illustrative", items: [first, file.items[1]] });
    const codes = checkRound(drawn, given()).map(({ code, path }) => `${code} ${path.join(".")}`);
    expect(codes).toContain("statistic-of-summary statistics.0.maxPoints");
    expect(codes).toContain("statistic-of-summary statistics.3.notApplicable");
    expect(issueText(issues, "vi")).toContain("không có điểm tối đa riêng");
  });
});
