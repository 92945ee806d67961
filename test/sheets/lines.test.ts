import { readFileSync } from "node:fs";
import {
  assess,
  change,
  type ExplainedPart,
  type Explanation,
  explain,
  indexes,
  itemHistory,
  readCriteriaSet,
  readRound,
} from "par-index";
import { auditTable, compare, gains, type ResultRow, rankIntervals, rows, seal } from "par-index/audit";
import { criteriaSet } from "par-index/criteria";
import { describe, expect, test } from "vitest";

const set = criteriaSet("hoa-lam/department/2026");
const load = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../docs/examples/${file}`, import.meta.url), "utf8"));
const round = readRound(set, load("hoa-lam-departments-2026.json"));
const assessment = assess(set, round);
const [ranking] = assessment.rankings;
const complete = assessment.scores.find(({ state }) => state === "complete");
const provisional = assessment.scores.find(({ state }) => state === "provisional");
if (ranking === undefined || complete === undefined) throw new Error("the round has no result");

describe("rows for a REPL", () => {
  const flat = (value: unknown): boolean =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((row) =>
      Object.values(row).every((it) => ["string", "number", "boolean"].includes(typeof it)),
    );

  test("of an assessment: one for each unit", () => {
    expect(rows(assessment).length).toBe(
      assessment.rankings.reduce((n, it) => n + it.places.length + it.unranked.length, 0),
    );
    expect(rows(assessment)[0]).toMatchObject({
      group: ranking.group,
      place: 1,
      unit: ranking.places[0]?.unit,
    });
    expect(rows(ranking)[0]).not.toHaveProperty("group");
  });

  test("of a ranking: what decided between equal indexes", () => {
    const [first, second] = ranking.places.filter(({ decidedBy }) => decidedBy !== undefined);
    const lines = rows(ranking).filter(({ decidedBy }) => decidedBy !== undefined);
    expect(lines).toMatchObject([
      { unit: first?.unit, decidedBy: `source appraisal ${first?.decidedBy?.value}` },
      { unit: second?.unit, decidedBy: `source appraisal ${second?.decidedBy?.value}` },
    ]);
  });

  test("what is not approved says so: of an assessment each unit, of a ranking and a score its last line", () => {
    const { ledger, ...file } = load("hoa-lam-departments-2026.json");
    const entries = ledger.filter(({ stage }: { readonly stage: string }) => stage !== "correction");
    const closed = readRound(set, { ...file, ledger: entries, acts: [] });
    const open = assess(set, closed);
    const scored = new Set(open.scores.map(({ unit }) => unit));
    const told = rows(open).filter(({ unit = "" }) => scored.has(unit));
    expect(told.length).toBe(scored.size);
    expect(told.every(({ approved }) => approved === false)).toBe(true);
    const [list] = open.rankings;
    const [score] = open.scores;
    if (list === undefined || score === undefined) throw new Error("the round has no result");
    expect(rows(list).at(-1)).toEqual({ approved: false });
    expect(rows(score).at(-1)).toMatchObject({ item: "result", approved: false });
    expect(rows(seal(set, closed, { unit: score.unit }))[0]).toMatchObject({ approved: false });
  });

  test("of a score: points as they are printed, exact where short, then sources, lines and the result", () => {
    const lines = rows(complete);
    const at = (item: string | undefined) => lines.find((it) => it["item"] === item);
    const brief = complete.items.find(({ fraction = "", state }) => fraction !== "" && state === "scored");
    expect(at(brief?.item)).toMatchObject({ points: brief?.points, exact: brief?.fraction });
    const [source] = complete.sources;
    expect(at(source?.source)).toMatchObject({ points: source?.points, maxPoints: source?.maxPoints });
    expect(lines.length).toBe(complete.items.length + complete.sources.length + complete.lines.length + 1);
    expect(lines.at(-1)).toMatchObject({ item: "result", index: complete.index, grade: complete.grade });
    // 50 more digits than anybody reads.
    const long = {
      item: "1",
      state: "scored",
      points: "0.50",
      fraction: "1/3".repeat(12),
      maxPoints: "1",
    } as const;
    expect(rows({ ...complete, items: [long] })[0]).toEqual({
      item: "1",
      state: "scored",
      points: "0.50",
      maxPoints: "1",
    });
  });

  test("of a score's line: named as explain takes it", () => {
    for (const score of assessment.scores)
      for (const { item = "" } of rows({ ...score, items: [], sources: [] }).slice(0, -1)) {
        const { step } = explain(set, round, score.unit, `${item}`);
        expect(step.kind).toBe("line");
        expect(rows({ step } as Explanation)[0]).toMatchObject({ level: 0, item });
      }
  });

  test("of an explanation: one for each step, with its level", () => {
    const lines = rows(explain(set, round, complete.unit));
    expect(lines[0]).toMatchObject({ level: 0, kind: "unit", index: complete.index });
    expect(lines.filter(({ kind }) => kind === "leaf").length).toBe(
      complete.items.filter(({ state }) => state).length,
    );
    for (const part of ["grade", "place", set.items[0]?.id, { source: "survey" }])
      expect(flat(rows(explain(set, round, complete.unit, part)))).toBe(true);
  });

  const health = "hoa-lam-so-y-te";
  const linesOf = (part?: ExplainedPart, unit = health) => rows(explain(set, round, unit, part));

  test("of a leaf: claim, points, citation, then its history", () => {
    expect(linesOf("6.1.1")).toEqual([
      {
        level: 0,
        kind: "leaf",
        item: "6.1.1",
        state: "scored",
        claimed: "1.50",
        points: "1.38",
        exact: "244209/176578",
        maxPoints: "1.5",
        index: "92.20",
        at: "Phụ lục I, mục 6.1.1",
      },
      { level: 1, kind: "self", date: "2026-12-30", claimed: "1.50", state: "scored", points: "1.50" },
      {
        level: 1,
        kind: "adjust",
        date: "2027-01-12",
        stage: "first",
        by: "working-group",
        state: "scored",
        points: "1.38",
        change: "-0.12",
      },
    ]);
    expect(rows(itemHistory(set, round, health, "6.1.1"))).toEqual(
      linesOf("6.1.1")
        .slice(1)
        .map(({ level, ...line }) => line),
    );
    expect(rows(itemHistory(set, round, "hoa-lam-so-cong-thuong", "7.2.2")).at(-1)).toMatchObject({
      decision: "498/QĐ-UBND",
    });
  });

  test("of a late charge, a decided line, a cap and a conversion: what it is worked out from", () => {
    expect(linesOf("late")).toEqual([
      {
        level: 0,
        kind: "late",
        item: "late",
        points: "-0.90",
        exact: "-0.9",
        at: "Mục III.2",
        days: 9,
        submitted: "2026-12-30",
        before: "2026-12-22",
        charge: "0.1",
        cap: "1",
      },
    ]);
    expect(linesOf("late", "hoa-lam-so-du-lich")).toMatchObject([
      { points: "0.00", days: 0, before: "2026-12-22", extended: "2026-12-28" },
    ]);
    expect(linesOf("9.2.1")).toMatchObject([
      { kind: "penalty", item: "9.2.1", points: "-1.00", at: "Phụ lục I, mục 9.2.1" },
      { level: 1, kind: "adjust", stage: "final", by: "chair", points: "-1.00" },
    ]);
    expect(linesOf("cap:bonus", "hoa-lam-so-tai-chinh")).toMatchObject([
      { kind: "cap", item: "cap:bonus", points: "-0.25", cap: "3", uncapped: "3.25" },
    ]);
    const communes = criteriaSet("hoa-lam/commune/2026");
    const communeRound = load("hoa-lam-communes-2026.json");
    expect(rows(explain(communes, communeRound, "hoa-lam-xa-tan-khe", "conversion:appraisal"))).toMatchObject(
      [
        {
          kind: "conversion",
          item: "conversion:appraisal",
          base: expect.any(String),
          left: expect.any(String),
        },
      ],
    );
  });

  test("of what is provisional: its bounds", () => {
    if (provisional === undefined) throw new Error("the round has no provisional score");
    const { step } = explain(set, round, provisional.unit);
    if (step.kind !== "unit") throw new Error("the unit has no score");
    const bounds = { low: step.bounds?.low.rounded, high: step.bounds?.high.rounded };
    const lines = linesOf(undefined, provisional.unit);
    expect(lines[0]).toMatchObject({ state: "provisional", ...bounds });
    const open = lines.find(({ item }) => item === step.open[0]?.item);
    expect(open).toMatchObject({ kind: "leaf", state: "pending", reason: step.open[0]?.reason, low: "0.00" });
    const node = lines.find(({ kind, low }) => kind === "node" && low !== undefined);
    expect(node).not.toHaveProperty("points");
    expect(rows({ step: step.index } as unknown as Explanation)[0]).toMatchObject({
      state: "provisional",
      low: step.index.bounds?.low.index.rounded,
    });
  });

  test("of an index, a grade, a place and a unit without a score", () => {
    const { step } = explain(set, round, health);
    if (step.kind !== "unit") throw new Error("the unit has no score");
    expect(rows({ step: step.index } as unknown as Explanation)).toMatchObject([
      { level: 0, kind: "index", state: "complete", index: "69.32" },
      { level: 1, kind: "points", points: "71.22", maxPoints: "100", index: "71.22" },
      { level: 1, kind: "penalty", item: "9.2.1", points: "-1.00", maxPoints: "100", index: "-1.00" },
      { level: 1, kind: "late", item: "late", points: "-0.90", maxPoints: "100", index: "-0.90" },
    ]);
    expect(linesOf("grade")).toEqual([
      {
        level: 0,
        kind: "grade",
        state: "complete",
        index: "69.32",
        grade: "average",
        from: "50",
        below: "70",
      },
    ]);
    const [best, second, third] = ranking.places;
    expect(linesOf("place", second?.unit)).toMatchObject([
      { level: 0, kind: "place", place: second?.place, ranked: ranking.places.length, index: second?.index },
      { level: 1, kind: "before", place: best?.place, unit: best?.unit, index: best?.index },
      { level: 1, kind: "after", place: third?.place, unit: third?.unit, index: third?.index },
    ]);
    const exempted = ranking.unranked.filter(({ reason }) => reason === "exempt").length;
    expect(linesOf("place")[0]).toMatchObject({ unranked: ranking.unranked.length - exempted, exempted });
    expect(linesOf("place", "hoa-lam-so-khoa-hoc-va-cong-nghe")[0]).toMatchObject({
      exempted: 1,
      decidedBy: "source appraisal 55.81",
      against: "hoa-lam-so-giao-duc-va-dao-tao 56.06",
    });
    expect(linesOf(undefined, "hoa-lam-so-quy-hoach-kien-truc")[0]).toEqual({
      level: 0,
      kind: "unscored",
      reason: "no-self-assessment",
      days: 0,
    });
  });

  test("of places under variation: one for each unit", () => {
    const varied = rankIntervals(set, round, { runs: 20, seed: 1, vary: { weights: 10, items: true } });
    const lines = rows(varied);
    expect(lines.map(({ unit }) => unit)).toEqual(
      varied.groups.flatMap((it) => it.units.map(({ unit }) => unit)),
    );
    const [{ units: [first] = [] } = {}] = varied.groups;
    expect(lines[0]).toEqual({
      group: "general",
      place: 1,
      unit: first?.unit,
      best: first?.best,
      worst: first?.worst,
      from: first?.interval?.from,
      to: first?.interval?.to,
    });
    const modes = rankIntervals(set, round, { runs: 1, seed: 1, vary: { rounding: true } });
    expect(rows(modes)[0]).not.toHaveProperty("from");
  });

  test("of a sealed record: its units, then what was sealed, with the digest", () => {
    const own = seal(set, round, { unit: health }, { until: "final" });
    expect(rows(own)).toEqual([
      {
        kind: "unit",
        unit: health,
        group: "general",
        set: set.id,
        edition: 1,
        until: "final",
        state: "complete",
        index: "69.32",
        place: own.place.place,
        ranked: ranking.places.length,
        digest: own.digest,
      },
    ]);
    const whole = seal(set, round, { group: "general" });
    const lines = rows(whole);
    expect(lines.length).toBe(whole.units.length + 1);
    for (const [at, { unit, result, place }] of whole.units.entries())
      expect(lines[at]).toMatchObject({
        unit,
        ...(result.index === undefined ? {} : { index: result.index }),
        ...(place.place === undefined ? { reason: place.reason } : { place: place.place }),
      });
    expect(lines.at(-1)).toEqual({
      kind: "group",
      group: "general",
      set: set.id,
      edition: 1,
      mean: ranking.mean,
      digest: whole.digest,
      root: whole.root,
    });
  });

  test("of a comparison: rounded, self-score and adjustment apart, the exact value where short", () => {
    const trade = "hoa-lam-so-cong-thuong";
    const difference = compare({ set, round, unit: trade, until: "final" }, { set, round, unit: trade });
    const moved = ({ exact, kind }: ResultRow) => exact !== "0" || kind === "index";
    expect(rows(difference).filter(moved)).toMatchObject([
      {
        kind: "item",
        item: "7.2.2",
        before: "1.06",
        after: "1.17",
        change: "0.11",
        self: "0.00",
        adjustment: "0.11",
      },
      { kind: "rounding", change: "0.00", exact: "497/635200" },
      { kind: "index", before: "84.31", after: "84.42", change: "0.11" },
    ]);
    for (const [at, part] of (difference.state === "compared" ? difference.parts : []).entries()) {
      const short = part.change.exact.replace(/\D/g, "").length <= 20;
      expect(rows(difference)[at]?.["exact"]).toBe(short ? part.change.exact : undefined);
    }
    const none = compare({ set, round, unit: "hoa-lam-so-ngoai-vu" }, { set, round, unit: trade });
    expect(rows(none)).toEqual([{ side: "before", unit: "hoa-lam-so-ngoai-vu", reason: "provisional" }]);
  });

  test("of a comparison of two years: items that were replaced, are new or gone", () => {
    const [former, later] = [
      readCriteriaSet(load("hoa-lam-communes-2024.set.json")),
      criteriaSet("hoa-lam/commune/2026"),
    ];
    const then = (unit: string) => ({ set: former, round: load("hoa-lam-communes-2024.json"), unit });
    const now = (unit: string) => ({ set: later, round: load("hoa-lam-communes-2026.json"), unit });
    const years = compare(then("hoa-lam-xa-khe-bac"), now("hoa-lam-xa-suoi-vang"));
    if (years.state !== "compared") throw new Error("the two years cannot be compared");
    for (const [at, part] of years.parts.entries()) {
      if (part.kind !== "item") continue;
      const line = rows(years)[at];
      const ids = (leaves: typeof part.after) => leaves.map(({ item }) => item).join(" + ") || undefined;
      expect(line?.["item"]).toBe(ids(part.after) ?? ids(part.before));
      expect(line?.["replaces"]).toBe(
        part.after.length > 0 && ids(part.before) !== ids(part.after) ? ids(part.before) : undefined,
      );
      expect(Object.hasOwn(line ?? {}, "before")).toBe(part.before.length > 0);
    }
    const unit = "hoa-lam-phuong-hoa-dong";
    expect(rows(compare(then(unit), now(unit)))).toEqual([
      {
        side: "before",
        unit,
        reason: "several-units",
        units: "hoa-lam-thi-tran-hoa-lam, hoa-lam-xa-hoa-dong-cu",
      },
    ]);
  });

  test("of gains: what was lost where, what is to be lifted, then what that gives", () => {
    const account = gains(set, round, health, { grade: "fair" });
    if (account.state !== "scored" || account.answer.kind !== "reachable") throw new Error("no such goal");
    const { losses, answer } = account;
    const lines = rows(account);
    expect(lines.length).toBe(losses.length + 1);
    expect(
      lines
        .filter(({ lift }) => lift)
        .map(({ item }) => item)
        .sort(),
    ).toEqual([...answer.items].sort());
    expect(lines[0]).toMatchObject({
      item: losses[0]?.item,
      points: losses[0]?.points.rounded,
      maxPoints: losses[0]?.maxPoints,
      lost: losses[0]?.lost.rounded,
      share: losses[0]?.share.rounded,
      gain: losses[0]?.gain.rounded,
    });
    expect(lines.at(-1)).toEqual({
      item: "goal",
      state: "reachable",
      count: answer.result.count,
      index: answer.result.index.rounded,
      grade: answer.result.grade,
    });
    expect(rows(gains(set, round, "hoa-lam-so-ngoai-vu", { place: 1 }))).toEqual([
      { unit: "hoa-lam-so-ngoai-vu", reason: "provisional" },
    ]);
    expect(rows(gains(set, round, "hoa-lam-so-an-toan-thuc-pham", { place: 1 })).at(-1)).toEqual({
      item: "goal",
      state: "unranked",
      reason: "exempt",
    });
  });

  test("of indexes: the units; of a change: the units that it moves, or what is wrong with the answer", () => {
    const indexed = indexes(set, round);
    expect(rows(indexed)).toEqual(indexed.units);
    const evidence = [{ number: "12/KH-SCT", issuer: "Sở Công Thương", date: "2026-01-15" }];
    const unit = "hoa-lam-so-cong-thuong";
    const answer = { facts: { choice: "none" }, evidence };
    const changed = change(set, round, indexed, { unit, item: "1.1.1", answer });
    if (changed.state !== "changed") throw new Error("the answer was refused");
    expect(rows(changed).length).toBe(changed.changed.length);
    expect(rows(changed)[0]).toEqual({
      unit: changed.changed[0]?.unit,
      state: changed.changed[0]?.after.state,
      before: changed.changed[0]?.before.index,
      after: changed.changed[0]?.after.index,
      placeBefore: changed.changed[0]?.before.place,
      placeAfter: changed.changed[0]?.after.place,
    });
    const refused = change(set, round, indexed, { unit, item: "1.1.1", answer: {} });
    expect(rows(refused)).toEqual(rows(refused.issues));
  });

  test("of a table and of issues", () => {
    const ministry = criteriaSet("moha/ministry/2023");
    const audit = auditTable(ministry, load("published/moha/ministry/2023.1.table.json"));
    expect(rows(audit).length).toBe(audit.figures.length);
    expect(flat(rows(auditTable(ministry, {}).issues))).toBe(true);
  });

  test("of anything else are a wrong call", () => {
    expect(() => rows({} as never)).toThrow(TypeError);
    expect(() => rows(null as never)).toThrow(TypeError);
  });
});
