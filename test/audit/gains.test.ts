/** Gains: the losses add up, and the fewest items are what trying every subset finds. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { assess, rank, readCriteriaSet, readRound, type Score } from "par-index";
import { type Gains, type Goal, gains, gainsText, type ScoredGains } from "par-index/audit";
import { criteriaSet } from "par-index/criteria";
import { describe, expect, test } from "vitest";
import { evaluate, type LeafStanding } from "../../src/evaluation.ts";
import { planOf } from "../../src/plan.ts";
import { scoreOf } from "../../src/score.ts";
import { singleUnit } from "../../src/units.ts";
import { below, minus, num, same, total } from "../support/oracle-score.ts";
import { anySetAndRound, type Raw, type SetOptions } from "../support/random-round.ts";

const scored = (it: Gains): ScoredGains => {
  if (it.state !== "scored") throw new Error(`not scored: ${it.reason}`);
  return it;
};

/** Reads a random set and round; passes over sets with more than eight leaves, which have too many subsets to try. */
function small({ set: raw, round: written }: { set: Raw; round: Raw }) {
  const set = readCriteriaSet(raw);
  fc.pre(planOf(set, "test").leaves.length <= 8);
  return { set, round: readRound(set, written) };
}

const anyRound = (options: SetOptions) => anySetAndRound({ units: 4, ...options });

/** Scores a unit with every subset of its liftable leaves at their maximum, and tells the least size that reaches the goal. */
function leastByTrying(
  set: Parameters<typeof gains>[0],
  round: Raw,
  unit: string,
  goal: Goal,
): number | undefined {
  const plan = planOf(set, "test");
  const { input } = singleUnit(plan, round, { unit, until: undefined, caller: "test" });
  const { scores, rankings } = assess(set, round);
  const own = scores.find((it) => it.unit === unit) as Score;
  const placed = new Set(rankings.flatMap(({ places }) => places.map((it) => it.unit)));
  const others = scores.filter((it) => it.unit !== unit && it.group === own.group && placed.has(it.unit));
  const free = plan.leaves.filter((leaf) => {
    const it = own.items.find(({ item }) => item === leaf.id);
    const mayMove =
      leaf.rule.kind !== "survey" && leaf.rule.kind !== "relative" && it?.state !== "not-applicable";
    return (
      mayMove &&
      it?.gate === undefined &&
      !same(num(it?.fraction ?? it?.points ?? "0"), num(leaf.item.maxPoints))
    );
  });
  const gated = plan.leaves.filter((leaf) =>
    own.items.some((it) => it.item === leaf.id && it.reason === "gated"),
  );
  const order = set.grades.map(({ id }) => id);
  const reaches = (chosen: readonly (typeof free)[number][]): boolean => {
    const standings: (LeafStanding | undefined)[] = [...input.standings];
    for (const leaf of chosen) standings[leaf.index] = { kind: "points", points: leaf.item.maxPoints };
    // What a closed gate holds back stays what it is, the lesser of 0 and its floor.
    for (const leaf of gated) standings[leaf.index] = { kind: "unanswered", reason: "no-answer" };
    const evaluation = evaluate({ ...plan, gates: [] }, { ...input, standings });
    const score = scoreOf(plan, input, evaluation, undefined);
    if ("index" in goal) return score.index !== undefined && !below(num(score.index), num(goal.index));
    if ("grade" in goal) return order.indexOf(score.grade ?? "") <= order.indexOf(goal.grade);
    const places = rank(set, [...others, score]).flatMap((it) => it.places);
    return (places.find((it) => it.unit === unit)?.place ?? Number.POSITIVE_INFINITY) <= goal.place;
  };
  let least: number | undefined;
  for (let bits = 0; bits < 2 ** free.length; bits++) {
    const chosen = free.filter((_, at) => (bits >> at) % 2 === 1);
    if ((least === undefined || chosen.length < least) && reaches(chosen)) least = chosen.length;
  }
  return least;
}

const goals: readonly Goal[] = [
  { grade: "tot" },
  { grade: "kha" },
  { index: "66.6" },
  { index: "90" },
  { place: 1 },
  { place: 2 },
];

function expectAnswer(
  set: Parameters<typeof gains>[0],
  round: Raw,
  unit: string,
  goal: Goal,
  seen: Map<string, number>,
): void {
  const account = gains(set, round, unit, goal);
  if (account.state !== "scored") return;
  const { answer } = account;
  const name =
    answer.kind === "reachable" ? `${answer.proof.state} ${answer.proof.reason ?? ""}`.trim() : answer.kind;
  seen.set(name, (seen.get(name) ?? 0) + 1);
  if (answer.kind === "unranked") return;
  const least = leastByTrying(set, round, unit, goal);
  if (answer.kind === "reached") expect(least).toBe(0);
  else if (answer.kind === "unreachable") expect(least).toBeUndefined();
  else if (answer.proof.state === "proven") expect(least).toBe(answer.items.length);
  else {
    expect(least).toBeGreaterThan(0);
    expect(least).toBeLessThanOrEqual(answer.items.length);
  }
}

describe("the fewest items", () => {
  const policies = { silence: "accept", missing: "unanswered" };

  test("are those that trying every subset finds: sets of every kind", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(anyRound({ policies }), fc.constantFrom(...goals), (drawn, goal) => {
        const { set, round } = small(drawn);
        for (const { id } of round.units) expectAnswer(set, round, id, goal, seen);
      }),
      { numRuns: 120, endOnFailure: true },
    );
    for (const name of ["reached", "unreachable", "proven"])
      expect([name, (seen.get(name) ?? 0) > 10]).toEqual([name, true]);
  });

  test("are those that trying every subset finds: places with tie-breakers, on coarse indexes", () => {
    const seen = new Map<string, number>();
    const options: SetOptions = {
      policies: {
        ...policies,
        rounding: { places: 0, mode: "half-up", items: false },
        limits: { max: "100", min: "0" },
      },
      ranking: { on: "published", ties: "dense", tieBreakers: [{ by: "item", id: "1", exact: true }] },
      kinds: ["choice", "direct"],
      units: 5,
    };
    fc.assert(
      fc.property(anyRound(options), fc.constantFrom<Goal>({ place: 1 }, { place: 2 }), (drawn, goal) => {
        const { set, round } = small(drawn);
        for (const { id } of round.units) expectAnswer(set, round, id, goal, seen);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  test("losses are maximum less points, the shares of all losses are 100 %, and one gain alone is what lifting gives", () => {
    fc.assert(
      fc.property(
        anyRound({
          policies: { ...policies, limits: {}, rounding: { places: 2, mode: "half-up", items: false } },
        }),
        (drawn) => {
          const { set, round } = small(drawn);
          const { scores } = assess(set, round);
          for (const { unit, state, items, maxPoints } of scores) {
            if (state !== "complete") continue;
            const account = scored(gains(set, round, unit, { index: "100" }));
            const points = total(
              items.filter((it) => it.state !== undefined).map((it) => num(it.fraction ?? it.points ?? 0)),
            );
            const consequences = planOf(set, "test").leaves.some(
              ({ notApplicable }) => notApplicable === "rescale-source",
            );
            const lost = total(account.losses.map((it) => num(it.lost.exact)));
            if (!consequences) expect(same(lost, minus(num(maxPoints), points))).toBe(true);
            expect(same(lost, num(account.lost.exact))).toBe(true);
            if (account.losses.length > 0)
              expect(same(total(account.losses.map(({ share }) => num(share.exact))), num(100))).toBe(true);
            const sizes = account.losses.map((it) => num(it.lost.exact));
            expect(sizes.filter((size, at) => below(sizes[at - 1] ?? size, size))).toEqual([]);
            const answer = account.answer;
            if (answer.kind === "reached") continue;
            // All gains together are the index that all items at their maximum give: nothing caps it here.
            const free = account.losses
              .filter(({ held }) => held === undefined)
              .map(({ gain }) => num(gain.exact));
            const proof = answer.kind === "unreachable" ? answer.result : undefined;
            if (proof !== undefined)
              expect(same(total([num(account.now.index.exact), ...free]), num(proof.index.exact))).toBe(true);
          }
        },
      ),
      { numRuns: 25, endOnFailure: true },
    );
  });
});

/** A set of `direct` statistics, so that every figure of a case stands on one line. */
function directSet(maxima: Readonly<Record<string, string>>, more: Raw = {}) {
  const items = Object.entries(maxima).map(([number, maxPoints]) => ({
    number,
    title: { vi: `Nội dung ${number}`, en: `Content ${number}` },
    maxPoints,
    source: "thong-ke",
    rule: { kind: "direct", step: "0.01" },
  }));
  return readCriteriaSet({
    format: 1,
    id: "hoa-lam/department/2026",
    edition: 1,
    status: "illustrative",
    title: { vi: "Bộ tiêu chí minh họa" },
    issuer: { vi: "Ủy ban nhân dân tỉnh Hoa Lâm" },
    level: "department",
    period: { from: "2026-01-01", to: "2026-12-31" },
    levels: [{ vi: "Tiêu chí" }],
    maxPoints: "10",
    sources: [{ id: "thong-ke", kind: "statistic", title: { vi: "Số liệu" } }],
    groups: [{ id: "chung", title: { vi: "Chung" } }],
    items,
    grades: [
      { id: "tot", title: { vi: "Tốt", en: "Good" }, from: "80" },
      { id: "kha", title: { vi: "Khá", en: "Fair" } },
    ],
    ...more,
  });
}

function directRound(
  set: ReturnType<typeof directSet>,
  units: Readonly<Record<string, Readonly<Record<string, string>>>>,
  more: Raw = {},
) {
  return readRound(set, {
    format: 1,
    set: set.id,
    edition: set.edition,
    title: { vi: "Đợt minh họa" },
    status: "illustrative",
    units: Object.keys(units).map((id) => ({
      id,
      name: { vi: `Đơn vị ${id.toUpperCase()}`, en: `Unit ${id.toUpperCase()}` },
      group: "chung",
    })),
    statistics: Object.entries(units).flatMap(([unit, points]) =>
      Object.entries(points).map(([item, value]) => ({ unit, item, facts: { points: value } })),
    ),
    ...more,
  });
}

describe("in words", () => {
  const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));

  test.each([
    ["hoa-lam/department/2026", "docs/examples/hoa-lam-departments-2026.json"],
    ["hoa-lam/commune/2026", "docs/examples/hoa-lam-communes-2026.json"],
  ])("the account of %s says what lines gave and took beside the items", (id, file) => {
    const set = criteriaSet(id);
    const round = readRound(set, read(file));
    const seen = new Set<string>();
    for (const { unit, state, lines } of assess(set, round).scores) {
      if (state !== "complete") continue;
      const own = lines
        .filter(({ kind }) => kind !== "conversion")
        .map((it) => num(it.fraction ?? it.points));
      const text = gainsText(gains(set, round, unit, { index: "100" }), "en").split("\n")[0] as string;
      const found = /; bonus, .* (take another|add) (.*) percentage points?/.exec(text);
      // Both sets count 100 points, so that a point of a line is a percentage point.
      const account = scored(gains(set, round, unit, { index: "100" }));
      expect(same(num(account.lines.exact), total(own))).toBe(true);
      const told = found === null ? "0" : `${found[1] === "add" ? "" : "-"}${found[2]}`;
      expect(same(num(told), total(own))).toBe(true);
      seen.add(found?.[1] ?? "nothing");
    }
    expect(seen.size).toBeGreaterThan(1);
  });

  test("of a point in the process are of the result at that point", () => {
    const set = criteriaSet("hoa-lam/department/2026");
    const round = readRound(set, read("docs/examples/hoa-lam-departments-2026.json"));
    const seen: unknown[] = [];
    for (const until of ["self", "first"] as const)
      for (const { unit, index } of assess(set, round, { until }).scores) {
        const account = gains(set, round, unit, { place: 1, until });
        if (index === undefined) expect(account.state).toBe("unscored");
        else expect(account).toMatchObject({ until, now: { index: { rounded: index } }, goal: { place: 1 } });
        seen.push(index);
      }
    expect(seen.filter((index) => index !== undefined).length).toBeGreaterThan(0);
    expect(seen).toContain(undefined);
  });

  test("reads as an official would write it", () => {
    const set = criteriaSet("hoa-lam/department/2026");
    const round = read("docs/examples/hoa-lam-departments-2026.json");
    const head = (unit: string): string =>
      gainsText(gains(set, round, unit, { grade: "excellent" }), "vi").split("\n")[0] as string;
    expect(head("hoa-lam-so-y-te")).toBe(
      "Sở Y tế tỉnh Hoa Lâm: Chỉ số 69,32 %, mất 28,78 điểm ở các mục; các khoản cộng, trừ (thưởng, trừ, nộp chậm, mức trần, mức sàn) làm Chỉ số giảm thêm 1,9 điểm phần trăm.",
    );
    expect(head("hoa-lam-so-tai-chinh")).toMatch(/ làm Chỉ số tăng 3 điểm phần trăm\.$/);
  });
});

describe("gains by hand", () => {
  const set = directSet({ 1: "4", 2: "3", 3: "2", 4: "1" });
  const round = directRound(set, {
    a: { 1: "3", 2: "1.5", 3: "1", 4: "0.5" },
    b: { 1: "4", 2: "3", 3: "1", 4: "0.5" },
    c: { 1: "4", 2: "2.5", 3: "1", 4: "0" },
  });

  test("a grade two items away, with the proof that one falls short", () => {
    const account = scored(gains(set, round, "a", { grade: "tot" }));
    expect(
      account.losses.map(({ item, lost, share, gain }) => [item, lost.exact, share.exact, gain.exact]),
    ).toEqual([
      ["2", "1.5", "37.5", "15"],
      ["1", "1", "25", "10"],
      ["3", "1", "25", "10"],
      ["4", "0.5", "12.5", "5"],
    ]);
    expect(account.answer).toEqual({
      kind: "reachable",
      items: ["2", "1"],
      result: { count: 2, index: { exact: "85", rounded: "85.00" }, grade: "tot" },
      proof: { state: "proven", short: { count: 1, index: { exact: "75", rounded: "75.00" }, grade: "kha" } },
    });
    expect(gainsText(account, "vi")).toBe(
      [
        "Đơn vị A: Chỉ số 60,00 %, mất 4 điểm ở các mục.",
        "- Mục 2 (Nội dung 2): 1,5/3 điểm, mất 1,5 (37,50 % số điểm bị mất)",
        "- Mục 1 (Nội dung 1): 3/4 điểm, mất 1 (25,00 % số điểm bị mất)",
        "- Mục 3 (Nội dung 3): 1/2 điểm, mất 1 (25,00 % số điểm bị mất)",
        "- Mục 4 (Nội dung 4): 0,5/1 điểm, mất 0,5 (12,50 % số điểm bị mất)",
        "Mục tiêu đạt loại “Tốt”: cần ít nhất 2 mục đạt điểm tối đa (2, 1), khi đó Chỉ số 85,00 %.",
        "Chứng minh: riêng mục tăng nhiều nhất vẫn chưa đủ (Chỉ số 75,00 %).",
      ].join("\n"),
    );
  });

  test("a place: the others are held, and a tie for it is enough", () => {
    expect(scored(gains(set, round, "a", { place: 1 })).answer).toMatchObject({
      kind: "reachable",
      items: ["2", "1"],
      result: { place: 1, index: { exact: "85" } },
      proof: { state: "proven", short: { place: 2 } },
    });
    expect(scored(gains(set, round, "a", { place: 2 })).answer).toMatchObject({
      items: ["2"],
      result: { place: 2 },
    });
    expect(scored(gains(set, round, "a", { place: 3 })).answer).toMatchObject({
      kind: "reached",
      result: { count: 0, place: 3 },
    });
    expect(
      gainsText(gains(set, round, "a", { place: 1 }), "en")
        .split("\n")
        .slice(-2),
    ).toEqual([
      "Goal place 1 or better: takes at least 2 of the items at their maximum (2, 1), which gives index 85.00%, place 1.",
      "Proof: the largest gain alone falls short (index 75.00%, place 2).",
    ]);
  });

  test("a goal that is reached takes nothing, one beyond all items says what they give", () => {
    expect(scored(gains(set, round, "b", { grade: "tot" })).answer).toMatchObject({
      kind: "reached",
      result: { count: 0 },
    });
    expect(scored(gains(set, round, "a", { index: "100" })).answer).toMatchObject({
      kind: "reachable",
      items: ["2", "1", "3", "4"],
    });
    expect(scored(gains(set, round, "a", { index: "100.01" })).answer).toMatchObject({
      kind: "unreachable",
      result: { count: 4, index: { exact: "100" } },
    });
    expect(gainsText(gains(set, round, "a", { index: "101" }), "vi")).toContain(
      "Mục tiêu đạt Chỉ số 101 %: không đạt được, kể cả khi toàn bộ 4 mục đạt điểm tối đa (Chỉ số 100,00 %).",
    );
  });

  test("what lines add is theirs alone, whatever the rounding of items takes", () => {
    const odd = { 1: "3.33", 2: "3.33", 3: "3.34" };
    const rounding = { places: 1, mode: "half-up", items: true };
    const late = { kind: "flat", points: "0.5" };
    const calendar = [{ id: "self-assessment", title: { vi: "Nộp" }, by: "2026-12-20" }];
    const thirds = directSet(odd, { policies: { rounding, late }, calendar });
    const [a, b] = ["2026-12-20", "2026-12-21"].map((submitted) => {
      const selfAssessments = [{ unit: "a", submitted, answers: [] }];
      return scored(
        gains(thirds, directRound(thirds, { a: odd }, { selfAssessments }), "a", { index: "90" }),
      );
    }) as [ScoredGains, ScoredGains];
    expect([a.now.index.rounded, a.lines.exact]).toEqual(["99.0", "0"]);
    expect([b.now.index.rounded, b.lines.exact]).toEqual(["94.0", "-5"]);
    expect(gainsText(a, "vi")).toMatch(/^Đơn vị A: Chỉ số 99,0 %, mất [\d,]+ điểm ở các mục\.\n/);
    expect(gainsText(b, "vi")).toContain(" làm Chỉ số giảm thêm 5 điểm phần trăm.\n");
  });

  test("an index is reached as it is published: 84.995 is 85.00 %", () => {
    const close = directRound(set, { a: { 1: "4", 2: "3", 3: "1.5", 4: "0" } });
    expect(scored(gains(set, close, "a", { index: "85" })).answer.kind).toBe("reached");
    expect(scored(gains(set, close, "a", { index: "85.01" })).answer).toMatchObject({ items: ["4"] });
  });

  test("where a penalty pushes the index below its limit, gains do not add up: not proven", () => {
    const limited = directSet(
      { 1: "4", 2: "3", 3: "2", 4: "1" },
      {
        penalty: {
          lines: [{ id: "phat", number: "5", title: { vi: "Phạt" }, rule: { kind: "direct" }, cap: "5" }],
        },
        policies: { limits: { min: "0" } },
      },
    );
    const punished = directRound(
      limited,
      { a: { 1: "1", 2: "0", 3: "0", 4: "0" } },
      {
        councils: [
          {
            id: "hoi-dong",
            title: { vi: "Hội đồng" },
            units: ["a"],
            roles: [{ id: "chu-tich", title: { vi: "Chủ tịch" }, decides: ["final"] }],
          },
        ],
        ledger: [
          {
            unit: "a",
            item: "phat",
            stage: "final",
            by: "chu-tich",
            date: "2027-01-10",
            reason: "Vi phạm",
            kind: "adjust",
            points: "5",
          },
        ],
      },
    );
    const account = scored(gains(limited, punished, "a", { index: "15" }));
    // 10 − 50 % is cut to 0: two gains of 30 % leave 20 %, though from 0 % one would seem enough.
    expect(account.now.index.rounded).toBe("0.00");
    expect(account.answer).toMatchObject({
      kind: "reachable",
      items: ["1", "2"],
      proof: { state: "not-proven", reason: "cap" },
    });
    expect(gainsText(account, "en")).toContain("Not proven to be the fewest: a limit of the index bites");
  });

  test("where a tie-breaker decides the place, the number is not proven: one item ties for it, two win it", () => {
    const broken = directSet(
      { 1: "4", 2: "3", 3: "2", 4: "1" },
      { ranking: { on: "published", ties: "skip", tieBreakers: [{ by: "item", id: "4" }] } },
    );
    const two = directRound(broken, {
      a: { 1: "2", 2: "3", 3: "1", 4: "0" },
      b: { 1: "4", 2: "2", 3: "1", 4: "1" },
    });
    const account = scored(gains(broken, two, "a", { place: 1 }));
    expect(account.answer).toMatchObject({
      kind: "reachable",
      items: ["1", "3"],
      proof: {
        state: "not-proven",
        reason: "tie-breakers",
        short: { index: { rounded: "80.00" }, place: 2 },
      },
    });
    expect(gainsText(account, "vi")).toContain(
      "Chưa chứng minh được là ít nhất: thứ hạng do tiêu chí phụ quyết định.",
    );
  });

  test("a unit that is not ranked has no place to gain, one without an index nothing", () => {
    const apart = directRound(set, { a: { 1: "1", 2: "1", 3: "1", 4: "1" }, b: { 1: "1" } });
    const raw = JSON.parse(JSON.stringify(apart));
    raw.units[0].exempt = "Đơn vị đặc thù";
    const read = readRound(set, raw);
    expect(scored(gains(set, read, "a", { place: 1 })).answer).toEqual({
      kind: "unranked",
      reason: "exempt",
    });
    expect(scored(gains(set, read, "a", { grade: "kha" })).answer.kind).toBe("reached");
    expect(gains(set, read, "b", { place: 1 })).toEqual({
      state: "unscored",
      unit: "b",
      name: { vi: "Đơn vị B", en: "Unit B" },
      reason: "provisional",
    });
    expect(gainsText(gains(set, read, "b", { place: 1 }), "vi")).toBe(
      "Đơn vị B: chưa có Chỉ số (còn mục chưa có điểm), nên chưa tính được.",
    );
    expect(gainsText(gains(set, read, "a", { place: 1 }), "vi")).toContain(
      "Mục tiêu đứng từ hạng 1 trở lên: đơn vị không được xếp hạng (",
    );
  });

  test("wrong calls throw", () => {
    expect(() => gains(set, round, "x", { index: "1" })).toThrow(RangeError);
    expect(() => gains(set, round, "a", { grade: "xuat-sac" })).toThrow(
      'gains: the set has no grade "xuat-sac"; its grades: "tot", "kha"',
    );
    expect(() => gains(set, round, "a", { index: "1,5" })).toThrow(RangeError);
    expect(() => gains(set, round, "a", { place: 0 })).toThrow(RangeError);
    for (const goal of [{}, null, "tot"])
      expect(() => gains(set, round, "a", goal as Goal)).toThrow(
        new TypeError('gains: the goal must be { grade: "…" }, { index: "80" } or { place: 3 }'),
      );
    expect(() => gains({} as typeof set, round, "a", { index: "1" })).toThrow(TypeError);
    expect(() => gainsText(gains(set, round, "a", { index: "1" }), "xx" as "en")).toThrow(RangeError);
  });
});
