/** What `par-index repl` shows: short tables of at most 100 columns, and never pages of braces. */
import { readdirSync, readFileSync } from "node:fs";
import { inspect } from "node:util";
import {
  assess,
  change,
  compareRankings,
  explain,
  indexes,
  itemHistory,
  outstanding,
  readCriteriaSet,
  readRound,
} from "par-index";
import { auditTable, changesOf, compare, gains, rankIntervals, seal, verify } from "par-index/audit";
import { diffCriteriaSets } from "par-index/check";
import { criteriaSet } from "par-index/criteria";
import { describe, expect, test } from "vitest";
import { show } from "../src/repl.ts";

const load = (file: string) =>
  JSON.parse(readFileSync(new URL(`../docs/examples/${file}`, import.meta.url), "utf8"));
const files = [
  ["hoa-lam/department/2026", "hoa-lam-departments-2026.json"],
  ["hoa-lam/commune/2026", "hoa-lam-communes-2026.json"],
] as const;
const [departments, communes] = files.map(([id, file]) => {
  const set = criteriaSet(id);
  return { set, round: readRound(set, load(file)) };
}) as [Given, Given];
type Given = { readonly set: ReturnType<typeof criteriaSet>; readonly round: ReturnType<typeof readRound> };
const { set, round } = departments;
const unit = "hoa-lam-so-y-te";

/** Shows a result, which must be a table: not too wide, not too long, nothing of Node's own view. */
function shown(result: unknown, longest = 40): string {
  const text = show(result, "vi");
  const lines = text.split("\n");
  expect(lines.filter((line) => [...line].length > 100)).toEqual([]);
  expect(lines.length).toBeLessThanOrEqual(longest);
  expect(text).not.toMatch(/[{}]|\[Object\]|undefined/);
  // It rests on nothing but plain data.
  expect(show(JSON.parse(JSON.stringify(result)), "vi")).toBe(text);
  return text;
}

describe.each(files)("of %s", (id) => {
  const given = id === set.id ? departments : communes;
  const assessment = assess(given.set, given.round);

  test("scores, rankings, assessment, indexes", () => {
    for (const score of assessment.scores) shown(score);
    for (const ranking of assessment.rankings) shown(ranking, given.round.units.length + 3);
    shown(assessment, given.round.units.length + 22);
    shown(indexes(given.set, given.round), given.round.units.length + 3);
    shown(assessment.rankings, given.round.units.length + 14);
  });

  test("explanations of every unit, and of every part of one", () => {
    for (const { id: each } of given.round.units) {
      for (const part of [undefined, "grade", "late", "cap:max"])
        shown(explain(given.set, given.round, each, part));
      const { step } = explain(given.set, given.round, each);
      if (step.kind === "unit") shown(step.index);
    }
    const [{ unit: one = "" } = {}] = assessment.scores;
    for (const { item } of assessment.scores[0]?.items ?? []) {
      shown(explain(given.set, given.round, one, item));
    }
    for (const { id: source } of given.set.sources) {
      shown(explain(given.set, given.round, one, source), 300);
      shown(explain(given.set, given.round, one, `conversion:${source}`));
    }
    for (const { id: line } of [...given.set.bonus.lines, ...given.set.penalty.lines])
      shown(explain(given.set, given.round, one, line));
    shown(explain(given.set, given.round, one, "place"));
  });
});

test("a late charge, a line, a place, and a unit without a score", () => {
  expect(shown(explain(set, round, unit, "late"))).toBe(
    `unit hoa-lam-so-y-te   step late   points -0.90   exact -0.9   at Mục III.2   days 9
    submitted 2026-12-30   before 2026-12-22   charge 0.1   cap 1`,
  );
  expect(shown(explain(set, round, "hoa-lam-so-tai-chinh", "cap:bonus"))).toBe(
    "unit hoa-lam-so-tai-chinh   step cap:bonus   points -0.25   exact -0.25   cap 3   uncapped 3.25",
  );
  expect(shown(explain(set, round, "hoa-lam-thanh-tra-tinh", "place"))).toBe(
    `unit hoa-lam-thanh-tra-tinh   step place   place 2   ranked 3   unranked 1   exempted 0
    index 83.07
kind    place  unit                               index
──────  ─────  ─────────────────────────────────  ─────
before      1  hoa-lam-van-phong-uy-ban-nhan-dan  89.62
after       3  hoa-lam-ban-quan-ly-khu-kinh-te    76.74`,
  );
  expect(shown(explain(set, round, "hoa-lam-so-quy-hoach-kien-truc"))).toBe(
    "unit hoa-lam-so-quy-hoach-kien-truc   step unscored   reason no-self-assessment   days 0",
  );
});

test("an item, the numbers beneath it aligned at the point", () => {
  expect(shown(explain(set, round, unit, "6.1"))).toBe(
    `unit hoa-lam-so-y-te   step node 6.1   Quản lý, sử dụng ngân sách nhà nước   claimed 2.77
    points 2.65   exact 7018117/2648670   maxPoints 3   index 88.32   at Phụ lục I, mục 6.1
item   title                         claimed  points  maxPoints          exact  at
─────  ────────────────────────────  ───────  ──────  ─────────  ─────────────  ────────────────────
6.1.1  Tỷ lệ giải ngân kế hoạch vốn     1.50    1.38        1.5  244209/176578  Phụ lục I, mục 6.1.1
       đầu tư công
6.1.2  Công khai dự toán, quyết         0.50    0.50        0.5            0.5  Phụ lục I, mục 6.1.2
       toán ngân sách
6.1.3  Thực hiện kiến nghị sau          0.77    0.77        1            23/30  Phụ lục I, mục 6.1.3
       thanh tra, kiểm tra, kiểm
       toán về tài chính, ngân sách`,
  );
  expect(shown(explain(set, round, "hoa-lam-so-ngoai-vu", "5.6"))).toBe(
    `unit hoa-lam-so-ngoai-vu   step node 5.6   Đánh giá về chất lượng công chức, viên chức
    maxPoints 4.5   at Phụ lục I, mục 5.6   points 1.18 – 4.18
item   title                           note         points  maxPoints    exact  at
─────  ──────────────────────────────  ──────  ───────────  ─────────  ───────  ────────────────────
5.6.1  Năng lực chuyên môn, nghiệp vụ  survey  0.00 – 1.50        1.5           Phụ lục I, mục 5.6.1
       của công chức, viên chức
5.6.2  Tinh thần trách nhiệm đối với                  1.18        1.5  714/605  Phụ lục I, mục 5.6.2
       công việc
5.6.3  Tình trạng lợi dụng chức vụ,    survey  0.00 – 1.50        1.5           Phụ lục I, mục 5.6.3
       quyền hạn để trục lợi cá nhân`,
  );
});

test("comparisons, rounded", () => {
  const trade = "hoa-lam-so-cong-thuong";
  expect(shown(compare({ set, round, unit: trade, until: "final" }, { set, round, unit: trade }))).toBe(
    `before hoa-lam-so-cong-thuong final   after hoa-lam-so-cong-thuong   change 0.11
item      title                       before  after  change  self  adjustment
────────  ──────────────────────────  ──────  ─────  ──────  ────  ──────────
7.2.2     Tỷ lệ hồ sơ nộp trực tuyến    1.06   1.17    0.11  0.00        0.11
rounding                                0.00   0.00    0.00
index                                  84.31  84.42    0.11`,
  );
  const next = readRound(set, { ...load("hoa-lam-departments-2026.json"), title: { vi: "Đợt sau" } });
  expect(shown(compare({ set, round, unit: trade }, { set, round: next, unit: trade }))).toContain(
    "   after hoa-lam-so-cong-thuong (Đợt sau)   change 0.00",
  );
  shown(compare({ set, round, unit: trade }, { set, round, unit }), 150);
  const former = readCriteriaSet(load("hoa-lam-communes-2024.set.json"));
  const then = { set: former, round: load("hoa-lam-communes-2024.json") };
  const years = (one: string, other: string) => compare({ ...then, unit: one }, { ...communes, unit: other });
  shown(years("hoa-lam-xa-khe-bac", "hoa-lam-xa-suoi-vang"), 150);
  expect(shown(years("hoa-lam-phuong-hoa-dong", "hoa-lam-phuong-hoa-dong"))).toBe(
    `side    unit                     reason         units
──────  ───────────────────────  ─────────────  ────────────────────────────────────────────────
before  hoa-lam-phuong-hoa-dong  several-units  hoa-lam-thi-tran-hoa-lam, hoa-lam-xa-hoa-dong-cu`,
  );
});

test("gains, changes, histories, tables", () => {
  const [head, goal, ...losses] = shown(gains(set, round, unit, { grade: "good" }), 120).split("\n");
  expect([head, goal]).toEqual([
    "unit hoa-lam-so-y-te   index 69.32   grade average   lost 28.78   lines -1.90",
    "goal grade good   reachable   count 18   index 80.08   grade good   proof proven",
  ]);
  expect(losses.filter((line) => line.endsWith("to lift")).length).toBe(18);
  for (const wanted of [{ index: "60" }, { index: "100" }, { place: 3 }])
    shown(gains(set, round, unit, wanted), 120);
  for (const other of ["hoa-lam-so-ngoai-vu", "hoa-lam-so-an-toan-thuc-pham"])
    shown(gains(set, round, other, { place: 1 }), 120);
  const indexed = indexes(set, round);
  const item = "1.1.1";
  for (const answer of [null, {}, { facts: { choice: "none" } }])
    shown(change(set, round, indexed, { unit: "hoa-lam-so-cong-thuong", item, answer }));
  shown(itemHistory(set, round, unit, "1.4.1"));
  const table = load("published/moha/ministry/2023.1.table.json");
  shown(auditTable(criteriaSet("moha/ministry/2023"), table));
  table.rows[3].total = "88.95";
  shown(auditTable(criteriaSet("moha/ministry/2023"), table));
});

test("what the council changed, a verdict, and two rankings side by side, in words", () => {
  expect(shown(changesOf(set, round, unit))).not.toMatch(/^\{/);
  expect(shown(verify(seal(set, round, { unit }), { set, round }))).not.toMatch(/^\{/);
  const [before, after] = [assess(set, round, { until: "first" }), assess(set, round)];
  for (const movement of compareRankings(before.rankings, after.rankings)) {
    const told = shown(movement);
    expect(told).not.toMatch(/^\{/);
  }
});

test("places under variation, and sealed records", () => {
  const varied = rankIntervals(set, round, { runs: 20, seed: 1, vary: { weights: 10, items: true } });
  expect(shown(varied)).toMatch(
    /^hoa-lam\/department\/2026 {3}edition 1 {3}runs 20 {3}seed 1 {3}vary weights 10/,
  );
  const record = seal(set, round, { unit }, { until: "final" });
  expect(shown(record)).toBe(
    `sealed unit   unit hoa-lam-so-y-te   group general   set hoa-lam/department/2026   edition 1
    until final   state complete   index 69.32   place 15   ranked 15
digest ${record.digest}`,
  );
  expect(shown(seal(set, round, { unit: "hoa-lam-so-ngoai-vu" }))).toContain("reason provisional");
  const group = seal(communes.set, communes.round, { group: "ward" });
  expect(shown(group)).toContain(`root ${group.root}\ndigest ${group.digest}`);
  for (const file of readdirSync("docs/examples/records"))
    if (!file.startsWith("checksums")) shown(load(`records/${file}`));
});

test("a long text stands whole, in as many lines as it needs; points and index of what is open are told apart", () => {
  const text = shown(explain(set, round, "hoa-lam-so-ngoai-vu"), 60);
  expect(text).toMatch(/ points 63\.73 – 85\.98/);
  expect(text).not.toContain("…");
  const eighth = text.slice(text.indexOf("\n8  "));
  const words = eighth.split("\n").map((line) => line.slice(6, 30).trim());
  expect(words.join(" ")).toMatch(
    /^ ?Tác động của cải cách hành chính đến người dân, tổ chức và phát triển kinh tế - xã hội$/,
  );
  const { step } = explain(set, round, "hoa-lam-so-ngoai-vu", "index");
  expect(shown(step)).toMatch(/ index 66\.91 – 90\.27/);
});

test("a difference of sets, what is open, and what was asked wrongly, in words of at most 100 columns", () => {
  const former = readCriteriaSet(load("hoa-lam-communes-2024.set.json"));
  expect(show(diffCriteriaSets(former, communes.set), "en")).toMatch(/^Compared: /);
  shown(diffCriteriaSets(former, communes.set), 90);
  expect(shown(outstanding(set, round), 120)).toMatch(/^Còn 6 đơn vị có việc chưa xong\./);
  const thrown = (call: () => unknown): unknown => {
    try {
      return call();
    } catch (error) {
      return error;
    }
  };
  const asked = show(
    thrown(() => explain(set, round, unit, "9.9")),
    "vi",
  );
  expect(asked).toMatch(/^RangeError: explain: the set has no item, line or source "9\.9"; it has 1, 1\.1, /);
  const refused = show(
    thrown(() => readRound(set, { ...round, units: 1 })),
    "en",
  );
  expect(refused).toMatch(/^× .*\n {2}→ wrong-type units/);
  for (const line of `${asked}\n${refused}`.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
});

test("a penalty has one sign, in its history too", () => {
  const entry = /^2027-02-10 .* -1\.00 {3}-1\.00$/m;
  expect(shown(itemHistory(set, round, unit, "9.2.1"))).toMatch(entry);
  expect(shown(explain(set, round, unit, "9.2.1"))).toMatch(entry);
});

test("a score of a set that is not built in, without titles", () => {
  const [score] = assess(set, round).scores;
  const text = show({ ...score, set: "own/department/2026" }, "vi");
  expect(text).toMatch(/^1\.1\.1 /m);
  expect(text).not.toContain("Công tác");
});

test("anything else is shown as Node shows it", () => {
  const item = assess(set, round).scores[0]?.items.find(({ reason }) => reason !== undefined);
  for (const value of [1, "1", null, undefined, [], [1], {}, { state: "scored" }, item])
    expect(show(value, "vi")).toBe(inspect(value));
});
