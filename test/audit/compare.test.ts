/** Comparisons: the parts sum exactly to the difference, and no direction is preferred. */
import fc from "fast-check";
import {
  assess,
  type ComparedIndexes,
  type Difference,
  type Round,
  readCriteriaSet,
  readRound,
  type Score,
} from "par-index";
import { type CompareSide, compare, differenceText as wrappedText } from "par-index/audit";
import { describe, expect, test } from "vitest";
import { indexDifference } from "../../src/audit/compare.ts";
import {
  declareReplaced,
  faultsOf,
  generator,
  randomCompared,
  randomPlans,
  reversed,
} from "../support/compare-laws.ts";
import { frac, minus, num, over, plus, same, times, total } from "../support/oracle-score.ts";
import { anySetAndRound, type Raw } from "../support/random-round.ts";

/** The words without the breaks that keep lines within 100 columns. */
const differenceText = (...given: Parameters<typeof wrappedText>): string =>
  wrappedText(...given).replaceAll("\n    ", " ");

const compared = (it: Difference): ComparedIndexes => {
  if (it.state !== "compared") throw new Error(`not comparable: ${JSON.stringify(it.reasons)}`);
  return it;
};

/** Both laws, in fractions of the oracle's own. */
function expectLaws(a: CompareSide, b: CompareSide): Difference {
  const there = compare(a, b);
  const back = compare(b, a);
  // Taking both values apart is slow, and only of use where they differ.
  if (JSON.stringify(back) !== JSON.stringify(reversed(there))) expect(back).toEqual(reversed(there));
  expect(faultsOf(there, back)).toEqual([]);
  return there;
}

/** The formula of the issue, from two plain scores of one set. */
function expectFormula(difference: Difference, a: Score, b: Score): void {
  const { parts } = compared(difference);
  const [m, n] = [num(a.maxPoints), num(b.maxPoints)];
  const hundred = num(100);
  const half = frac(1n, 2n);
  const pointsOf = (score: Score, id: string) => {
    const it = score.items.find(({ item }) => item === id);
    return num(it?.fraction ?? it?.points ?? 0);
  };
  const leaves = a.items.filter(({ state }) => state !== undefined).map(({ item }) => item);
  const weight = times(times(half, plus(over(num(1), m), over(num(1), n))), hundred);
  const wrong = leaves.filter((id) => {
    const expected = times(minus(pointsOf(b, id), pointsOf(a, id)), weight);
    const part = parts.find((it) => it.kind === "item" && it.after[0]?.item === id);
    return !same(num(part?.change.exact ?? 0), expected);
  });
  expect(wrong).toEqual([]);
  const sums = [a, b].map((score) => total(leaves.map((id) => pointsOf(score, id)))) as [
    ReturnType<typeof num>,
    ReturnType<typeof num>,
  ];
  const maximum = times(times(minus(over(num(1), n), over(num(1), m)), times(half, plus(...sums))), hundred);
  const line = parts.find(({ kind }) => kind === "applicable-maximum");
  expect(same(num(line?.change.exact ?? "x"), maximum)).toBe(true);
}

/** A random set and round, read. */
const anyRound = (policies: Raw) =>
  anySetAndRound({ policies, units: 4 }).map(({ set: raw, round: written }) => {
    const set = readCriteriaSet(raw);
    return { raw, set, round: readRound(set, written) };
  });

describe("laws of comparison", () => {
  test("2,000 pairs of random evaluations, of one set and of two: exact sum, and every sign turned", () => {
    const plans = randomPlans(30, 20_260_101, generator(1));
    let compared = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (seed) => {
        const draw = generator(seed);
        const [plan, other] = [plans[draw(plans.length)], plans[draw(plans.length)]];
        const a = plan && randomCompared(plan, draw);
        const b = plan && other && randomCompared(draw(3) === 0 ? other : plan, draw);
        if (a === undefined || b === undefined) return;
        compared += 1;
        expect(faultsOf(indexDifference(a, b), indexDifference(b, a))).toEqual([]);
      }),
      { numRuns: 2000, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(1500);
  });

  test("parts sum to the difference of the indexes, and the other direction turns every sign: any two units", () => {
    let pairs = 0;
    let comparable = 0;
    fc.assert(
      fc.property(anyRound({ silence: "accept", missing: "unanswered" }), ({ set, round }) => {
        const { scores } = assess(set, round);
        for (const one of round.units)
          for (const other of round.units) {
            const difference = expectLaws({ set, round, unit: one.id }, { set, round, unit: other.id });
            pairs += 1;
            if (difference.state !== "compared") continue;
            comparable += 1;
            const [a, b] = [one, other].map(({ id }) => scores.find(({ unit }) => unit === id) as Score) as [
              Score,
              Score,
            ];
            expect(difference.after.index.rounded).toBe(b.index);
            expectFormula(difference, a, b);
          }
      }),
      { numRuns: 20, endOnFailure: true },
    );
    expect(pairs).toBeGreaterThan(250);
    expect(comparable).toBeGreaterThan(120);
  });

  test("the same between two points in the process, and for units that cannot be compared", () => {
    let refused = 0;
    fc.assert(
      fc.property(anyRound({ missing: "unranked" }), ({ set, round }) => {
        for (const { id: unit } of round.units) {
          const difference = expectLaws({ set, round, unit, until: "self" }, { set, round, unit });
          if (difference.state === "not-comparable") refused += 1;
          expect(compare({ set, round, unit }, { set, round, unit }).state === "compared").toBe(
            assess(set, round).scores.some((it) => it.unit === unit && it.state === "complete"),
          );
        }
      }),
      { numRuns: 20, endOnFailure: true },
    );
    expect(refused).toBeGreaterThan(10);
  });

  test("the same between two sets, whatever the later one declares to replace", () => {
    const two = fc.tuple(
      anyRound({ silence: "accept", missing: "unanswered" }),
      anyRound({ silence: "accept", missing: "unanswered" }),
      fc.infiniteStream(fc.nat()),
    );
    fc.assert(
      fc.property(two, ([one, other, draws]) => {
        const draw = (n: number) => (draws.next().value ?? 0) % n;
        const later = {
          ...other.raw,
          id: "hoa-lam/department/2027",
          period: { from: "2027-01-01", to: "2027-12-31" },
          items: declareReplaced(one.raw.items, other.raw.items, draw),
        };
        const set = readCriteriaSet(later);
        const round = readRound(set, { ...other.round, set: set.id, edition: set.edition });
        for (const a of one.round.units.slice(0, 2))
          for (const b of round.units.slice(0, 2)) {
            const difference = expectLaws(
              { set: one.set, round: one.round, unit: a.id },
              { set, round, unit: b.id },
            );
            if (difference.state !== "compared") continue;
            const items = difference.parts.filter((part) => part.kind === "item");
            const seen = items.flatMap((part) =>
              part.kind === "item" ? part.after.map(({ item }) => item) : [],
            );
            expect(new Set(seen).size).toBe(seen.length);
          }
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });
});

interface LeafInput {
  readonly number: string;
  readonly max: string;
  readonly replaces?: readonly string[];
  readonly items?: readonly LeafInput[];
}

/** A set of `direct` items that units score themselves, and a council. */
function directSet(id: string, items: readonly LeafInput[], more: Raw = {}) {
  const toItem = ({ number, max, replaces, items: below }: LeafInput): Raw => ({
    number,
    title: { vi: `Nội dung ${number}`, en: `Content ${number}` },
    maxPoints: max,
    ...(replaces === undefined ? {} : { replaces }),
    ...(below === undefined
      ? {
          source: "tham-dinh",
          rule: { kind: "direct", step: "0.01" },
          evidence: "none",
          notApplicable: "rescale",
        }
      : { items: below.map(toItem) }),
  });
  const year = id.slice(-4);
  return readCriteriaSet({
    format: 1,
    id,
    edition: 1,
    status: "illustrative",
    title: { vi: "Bộ tiêu chí minh họa" },
    issuer: { vi: "Ủy ban nhân dân tỉnh Hoa Lâm" },
    level: "department",
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    levels: [{ vi: "Tiêu chí" }, { vi: "Tiêu chí thành phần" }],
    maxPoints: "10",
    sources: [{ id: "tham-dinh", kind: "appraisal", title: { vi: "Thẩm định" } }],
    groups: [{ id: "chung", title: { vi: "Chung" } }],
    items: items.map(toItem),
    ...more,
  });
}

interface UnitInput {
  readonly id: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly replaces?: readonly string[];
}

function directRound(set: ReturnType<typeof directSet>, units: readonly UnitInput[], more: Raw = {}): Round {
  return readRound(set, {
    format: 1,
    set: set.id,
    edition: set.edition,
    title: { vi: "Đợt minh họa" },
    status: "illustrative",
    units: units.map(({ id, replaces }) => ({
      id,
      name: { vi: `Đơn vị ${id.toUpperCase()}`, en: `Unit ${id.toUpperCase()}` },
      group: "chung",
      ...(replaces === undefined
        ? {}
        : { replaces: replaces.map((unit) => ({ unit, since: "2025-07-01" })) }),
    })),
    selfAssessments: units.map(({ id, answers }) => ({
      unit: id,
      answers: Object.entries(answers).map(([item, points]) => ({ item, facts: { points } })),
    })),
    ...more,
  });
}

const council = (units: readonly string[]): Raw => ({
  councils: [
    {
      id: "hoi-dong",
      title: { vi: "Hội đồng" },
      units,
      roles: [{ id: "chu-tich", title: { vi: "Chủ tịch" }, decides: ["final", "correction"] }],
    },
  ],
});

const three: readonly LeafInput[] = [
  { number: "1", max: "4" },
  { number: "2", max: "4" },
  { number: "3", max: "2" },
];
const changes = (it: Difference): readonly string[] =>
  compared(it).parts.map((part) => {
    const name =
      part.kind === "item"
        ? `${part.before.map(({ item }) => item).join("+")}>${part.after.map(({ item }) => item).join("+")}`
        : part.kind;
    return `${name} ${part.change.exact}`;
  });
const nonZero = (it: Difference): readonly string[] => changes(it).filter((text) => !text.endsWith(" 0"));

/** The first line of a comparison in words. */
const head = (it: Difference, language: "vi" | "en"): string =>
  differenceText(it, language).split("\n")[0] as string;

describe("comparisons by hand", () => {
  test("two editions of a set, two sets of one year, and a set of several years are told apart", () => {
    const one = directSet("hoa-lam/department/2026", three);
    const note = { kind: "issued", from: "2026-02-01", changes: [{ vi: "Bổ sung nội dung 4" }] };
    const two = directSet("hoa-lam/department/2026", [...three.slice(0, 2), { number: "4", max: "2" }], {
      edition: 2,
      editionNote: note,
    });
    const other = directSet("hoa-giang/department/2026", three);
    const long = directSet("hoa-lam/department/2026", three, {
      id: "hoa-lam/department/2022-2030",
      period: { from: "2022-01-01", to: "2030-12-31" },
    });
    const answers = (set: typeof one) =>
      Object.fromEntries(set.items.map(({ number }, at) => [number, ["4", "2", "1"][at] ?? "0"]));
    const side = (set: typeof one) => ({
      set,
      round: directRound(set, [{ id: "a", answers: answers(set) }]),
      unit: "a",
    });
    const told = (set: typeof one, language: "vi" | "en"): string =>
      differenceText(compare(side(one), side(set)), language);
    expect(told(two, "vi")).toContain("70,00 % (lần ban hành 1) và 70,00 % (lần ban hành 2).");
    expect(told(two, "vi")).toContain("1/2, chỉ có trong bộ tiêu chí lần ban hành 2: +10");
    expect(told(two, "en")).toContain("1/2, only in the criteria set (edition 1): −10");
    expect(told(other, "vi")).toContain(
      "(“hoa-lam/department/2026”) và 70,00 % (“hoa-giang/department/2026”).",
    );
    expect(told(long, "vi")).toContain("(năm 2026) và 70,00 % (giai đoạn 2022-2030).");
  });

  test("two rounds of one set and edition are told apart by their titles", () => {
    const set = directSet("hoa-lam/department/2026", three);
    const side = (title: string, more: Raw = {}, unit = "a") => {
      const answers = { 1: "4", 2: "2", 3: "1" };
      const round = directRound(
        set,
        [
          { id: "a", answers },
          { id: "b", answers },
        ],
        { title: { vi: title } },
      );
      return { set, round, unit, ...more };
    };
    const [first, second] = [side("Đánh giá năm 2026"), side("Đánh giá năm 2027")];
    const difference = expectLaws(first, second);
    expect(compared(difference).before.round).toEqual({ vi: "Đánh giá năm 2026" });
    expect(head(difference, "vi")).toBe(
      "Đơn vị A: Chỉ số không thay đổi, 70,00 % (“Đánh giá năm 2026”) và 70,00 % (“Đánh giá năm 2027”).",
    );
    expect(head(compare(first, side("Đánh giá năm 2027", { until: "self" }, "b")), "vi")).toBe(
      "Đơn vị B (“Đánh giá năm 2027”, tự đánh giá): Chỉ số 70,00 %, bằng Đơn vị A (“Đánh giá năm 2026”, kết quả mới nhất, 70,00 %).",
    );
  });

  test("before and after a correction: the item's part is the adjustment's, the self-score has none", () => {
    const set = directSet("hoa-lam/department/2026", three);
    const entry = { unit: "a", item: "2", by: "chu-tich", reason: "Theo hồ sơ" };
    const round = directRound(set, [{ id: "a", answers: { 1: "4", 2: "3", 3: "1" } }], {
      ...council(["a"]),
      ledger: [
        { ...entry, stage: "final", date: "2027-01-10", kind: "adjust", points: "2" },
        {
          ...entry,
          stage: "correction",
          date: "2027-01-21",
          kind: "adjust",
          points: "2.5",
          decision: { number: "12/QĐ", date: "2027-01-21" },
        },
      ],
      acts: [{ stage: "final", council: "hoi-dong", number: "5/QĐ", date: "2027-01-12" }],
    });
    const difference = expectLaws({ set, round, unit: "a", until: "final" }, { set, round, unit: "a" });
    expect(compared(difference).change).toBe("5.00");
    expect(nonZero(difference)).toEqual(["2>2 5"]);
    expect(compared(difference).parts[0]).toMatchObject({ self: { exact: "0" }, adjustment: { exact: "5" } });
    expect(differenceText(difference, "vi")).toBe(
      [
        "Đơn vị A: Chỉ số tăng 5 điểm phần trăm, từ 70,00 % (kết luận thẩm định) lên 75,00 % (kết quả mới nhất).",
        "Trong đó (các phần cộng lại đúng bằng mức chênh lệch):",
        "- Mục 2 (Nội dung 2): 2/4 → 2,5/4: +5 (tự chấm 0, thẩm định +5)",
      ].join("\n"),
    );
    const fromSelf = expectLaws({ set, round, unit: "a", until: "self" }, { set, round, unit: "a" });
    expect(nonZero(fromSelf)).toEqual(["2>2 -5"]);
    expect(head(fromSelf, "vi")).toBe(
      "Đơn vị A: Chỉ số giảm 5 điểm phần trăm, từ 80,00 % (tự đánh giá) xuống 75,00 % (kết quả mới nhất).",
    );
    const atDay = compare({ set, round, unit: "a" }, { set, round, unit: "a", until: "2027-01-15" });
    expect(head(atDay, "en")).toBe(
      "Unit A: index down by 5 percentage points, from 75.00% (latest result) to 70.00% (up to 2027-01-15).",
    );
    expect(head(compare({ set, round, unit: "a" }, { set, round, unit: "a" }), "vi")).toBe(
      "Đơn vị A: Chỉ số không thay đổi, 75,00 % (lần trước) và 75,00 % (lần sau).",
    );
  });

  test("an item that stops to apply shifts the maximum: 68.32 of 84 against 68.32 of 100 points", () => {
    const set = directSet("hoa-lam/department/2026", three);
    const round = directRound(
      set,
      [
        { id: "a", answers: { 1: "4", 2: "2", 3: "0" } },
        { id: "b", answers: { 1: "4", 2: "2" } },
      ],
      {
        ...council(["a", "b"]),
        ledger: [
          {
            unit: "b",
            item: "3",
            stage: "final",
            by: "chu-tich",
            date: "2027-01-10",
            reason: "Không phát sinh",
            kind: "not-applicable",
          },
        ],
      },
    );
    const difference = expectLaws({ set, round, unit: "a" }, { set, round, unit: "b" });
    // 6/10 → 6/8: the points of item 3 are 0 on both sides, so that the maximum has all of the 15 points.
    expect(nonZero(difference)).toEqual(["applicable-maximum 15"]);
    expect(compared(difference).parts[0]).toMatchObject({
      kind: "item",
      after: [{ state: "not-applicable", maxPoints: "0" }],
    });
    expect(differenceText(difference, "en")).toBe(
      [
        "Unit B: index 75.00%, 15 percentage points above Unit A (60.00%).",
        "Of which, Unit A → Unit B (the parts sum exactly to the difference):",
        "- Applicable maximum: 10 → 8: +15",
        "- Item 3 (Content 3): 0/2 → not applicable: 0",
      ].join("\n"),
    );
  });

  test("two years whose sets differ: renumbered, divided, dropped and new items", () => {
    const before = directSet("hoa-lam/department/2025", [
      { number: "1", max: "3" },
      { number: "2", max: "4" },
      { number: "3", max: "2" },
      { number: "4", max: "1" },
    ]);
    const after = directSet("hoa-lam/department/2026", [
      // The old 2 is 1 now; the old 1 is divided in two; 3 is new under an old number; the old 3 is gone.
      { number: "1", max: "4", replaces: ["2"] },
      {
        number: "2",
        max: "3",
        items: [
          { number: "2.1", max: "1", replaces: ["1"] },
          { number: "2.2", max: "2", replaces: ["1"] },
        ],
      },
      { number: "3", max: "2" },
      { number: "4", max: "1" },
    ]);
    const a = directRound(before, [{ id: "a", answers: { 1: "3", 2: "2", 3: "2", 4: "1" } }]);
    const b = directRound(after, [
      { id: "a", answers: { 1: "4", "2.1": "0.5", "2.2": "1", 3: "1", 4: "1" } },
    ]);
    const difference = expectLaws({ set: before, round: a, unit: "a" }, { set: after, round: b, unit: "a" });
    // The new 3 has the id of the old 3, and nobody says otherwise: they are matched by id.
    expect(nonZero(difference)).toEqual(["2>1 20", "1>2.1+2.2 -15", "3>3 -10"]);
    expect(differenceText(difference, "vi").split("\n")).toEqual([
      "Đơn vị A: Chỉ số giảm 5 điểm phần trăm, từ 80,00 % (năm 2025) xuống 75,00 % (năm 2026).",
      "Trong đó (các phần cộng lại đúng bằng mức chênh lệch):",
      "- Mục 1 (Nội dung 1), trong bộ tiêu chí năm 2025 là mục 2: 2/4 → 4/4: +20",
      "- Mục 2.1 (Nội dung 2.1), Mục 2.2 (Nội dung 2.2), trong bộ tiêu chí năm 2025 là mục 1: 3/3 → 0,5/1 + 1/2: −15",
      "- Mục 3 (Nội dung 3): 2/2 → 1/2: −10",
    ]);
    expect(differenceText(difference, "en")).toContain(
      "- Item 1 (Content 1), item 2 in the criteria set (2025): 2/4 → 4/4: +20",
    );
    const later = directSet("hoa-lam/department/2026", [
      { number: "1", max: "4" },
      { number: "5", max: "4" },
      { number: "4", max: "2" },
    ]);
    const c = directRound(later, [{ id: "a", answers: { 1: "3", 5: "2", 4: "1" } }]);
    const gone = expectLaws({ set: before, round: a, unit: "a" }, { set: later, round: c, unit: "a" });
    expect(nonZero(gone)).toEqual([">5 20", "2> -20", "3> -20"]);
    const text = differenceText(gone, "vi");
    expect(text).toContain("- Mục 5 (Nội dung 5): 2/4, chỉ có trong bộ tiêu chí năm 2026: +20");
    expect(text).toContain("- Mục 2 (Nội dung 2): 2/4, chỉ có trong bộ tiêu chí năm 2025: −20");
    expect(differenceText(gone, "en")).toContain("only in the criteria set (2026): +20");
  });

  test("a domain that is renumbered passes its numbers on", () => {
    const two = (number: string): LeafInput => ({
      number,
      max: "5",
      items: [
        { number: `${number}.1`, max: "2" },
        { number: `${number}.2`, max: "3" },
      ],
    });
    const before = directSet("hoa-lam/department/2025", [two("1"), two("2")]);
    const after = directSet("hoa-lam/department/2026", [
      { ...two("1"), replaces: ["2"] },
      { ...two("2"), replaces: ["1"] },
    ]);
    const a = directRound(before, [{ id: "a", answers: { "1.1": "1", "1.2": "2", "2.1": "0", "2.2": "0" } }]);
    const b = directRound(after, [{ id: "a", answers: { "1.1": "0", "1.2": "0", "2.1": "1", "2.2": "2" } }]);
    expect(
      nonZero(expectLaws({ set: before, round: a, unit: "a" }, { set: after, round: b, unit: "a" })),
    ).toEqual([]);
  });

  test("one unit over a merger: the successor is compared with what it replaces, several have to be named", () => {
    const set25 = directSet("hoa-lam/department/2025", three);
    const set26 = directSet("hoa-lam/department/2026", three);
    const answers = { 1: "4", 2: "2", 3: "1" };
    const old = directRound(set25, [
      { id: "b", answers },
      { id: "c", answers },
      { id: "d", answers },
    ]);
    const now = directRound(set26, [
      { id: "a", answers: { ...answers, 3: "2" }, replaces: ["b"] },
      { id: "e", answers, replaces: ["c", "d"] },
    ]);
    const side25 = (unit: string) => ({ set: set25, round: old, unit });
    const side26 = (unit: string) => ({ set: set26, round: now, unit });
    const followed = expectLaws(side25("a"), side26("a"));
    expect(compared(followed).before).toMatchObject({ unit: "b", asked: "a" });
    expect(compared(followed).change).toBe("10.00");
    expect(head(followed, "vi")).toBe(
      "Đơn vị A (năm 2025: Đơn vị B): Chỉ số tăng 10 điểm phần trăm, từ 70,00 % (năm 2025) lên 80,00 % (năm 2026).",
    );
    expect(head(expectLaws(side25("b"), side26("a")), "vi")).toBe(
      "Đơn vị A (năm 2026): Chỉ số 80,00 %, cao hơn 10 điểm phần trăm so với Đơn vị B (năm 2025, 70,00 %).",
    );
    expect(head(expectLaws(side26("a"), side25("c")), "vi")).toBe(
      "Đơn vị C (năm 2025): Chỉ số 70,00 %, thấp hơn 10 điểm phần trăm so với Đơn vị A (năm 2026, 80,00 %).",
    );
    expect(head(expectLaws(side25("b"), side25("c")), "vi")).toBe(
      "Đơn vị C: Chỉ số 70,00 %, bằng Đơn vị B (70,00 %).",
    );
    expect(compared(expectLaws(side25("b"), side26("b"))).after).toMatchObject({ unit: "a", asked: "b" });
    const several = expectLaws(side25("e"), side26("e"));
    expect(several).toEqual({
      state: "not-comparable",
      reasons: [
        {
          side: "before",
          unit: "e",
          name: { vi: "Đơn vị E", en: "Unit E" },
          reason: "several-units",
          units: ["c", "d"].map((id) => ({
            unit: id,
            name: { vi: `Đơn vị ${id.toUpperCase()}`, en: `Unit ${id.toUpperCase()}` },
          })),
        },
      ],
    });
    expect(differenceText(several, "vi")).toBe(
      "Không so sánh được:\n- bên trước, Đơn vị E: sau sắp xếp tương ứng với nhiều đơn vị (Đơn vị C; Đơn vị D), hãy so sánh với từng đơn vị",
    );
    expect(compared(expectLaws(side25("c"), side26("e"))).change).toBe("0.00");
    expect(() => compare(side25("x"), side26("a"))).toThrow(RangeError);
    expect(() => compare(side25("x"), side26("x"))).toThrow("compare: the round has no unit");
  });

  test("bonus, penalty, cap and late charge are lines in points of the declared maximum", () => {
    const set = directSet("hoa-lam/department/2026", three, {
      bonus: {
        lines: [{ id: "thuong", number: "4", title: { vi: "Thưởng" }, rule: { kind: "direct" }, cap: "1" }],
      },
      penalty: {
        lines: [{ id: "phat", number: "5", title: { vi: "Phạt" }, rule: { kind: "direct" }, cap: "1" }],
      },
      policies: { late: { kind: "flat", points: "0.5" }, limits: { max: "100" } },
      calendar: [{ id: "self-assessment", title: { vi: "Nộp" }, by: "2026-12-20" }],
    });
    const answers = { 1: "4", 2: "4", 3: "2" };
    const decided = {
      stage: "final",
      by: "chu-tich",
      date: "2027-01-10",
      reason: "Theo hồ sơ",
      kind: "adjust",
    };
    const round = readRound(set, {
      ...directRound(
        set,
        [
          { id: "a", answers },
          { id: "b", answers },
        ],
        council(["a", "b"]),
      ),
      selfAssessments: ["a", "b"].map((unit) => ({
        unit,
        submitted: unit === "a" ? "2026-12-20" : "2026-12-21",
        answers: Object.entries(answers).map(([item, points]) => ({ item, facts: { points } })),
      })),
      ledger: [
        { unit: "a", item: "thuong", points: "3", ...decided },
        { unit: "b", item: "phat", points: "0.25", ...decided },
      ],
    });
    // a: 100 + 30 − 20 (line cap) − 10 (limit) = 100; b: 100 − 2.5 − 5 = 92.5.
    const difference = expectLaws({ set, round, unit: "a" }, { set, round, unit: "b" });
    expect(nonZero(difference)).toEqual(["bonus -30", "penalty -2.5", "late -5", "cap 30"]);
    expect(compared(difference).change).toBe("-7.50");
  });

  test("a unit without an index gives the reason of each side, and no difference", () => {
    const set = directSet("hoa-lam/department/2026", three);
    const round = readRound(set, {
      ...directRound(set, [
        { id: "a", answers: { 1: "4" } },
        { id: "b", answers: {} },
      ]),
      selfAssessments: [
        { unit: "a", answers: [{ item: "1", notApplicable: { reason: "Không phát sinh" } }] },
      ],
    });
    const difference = expectLaws({ set, round, unit: "a" }, { set, round, unit: "b" });
    expect(difference).toEqual({
      state: "not-comparable",
      reasons: [
        { side: "before", unit: "a", name: { vi: "Đơn vị A", en: "Unit A" }, reason: "provisional" },
        { side: "after", unit: "b", name: { vi: "Đơn vị B", en: "Unit B" }, reason: "no-self-assessment" },
      ],
    });
    expect(differenceText(difference, "en")).toContain("- the second, Unit B: it sent no self-assessment");
  });

  test("two sets that publish other decimals: the difference has as many as the finer one", () => {
    const coarse = directSet("hoa-lam/department/2025", three, {
      policies: { rounding: { places: 0, mode: "half-up", items: false } },
    });
    const fine = directSet("hoa-lam/department/2026", three);
    const a = directRound(coarse, [{ id: "a", answers: { 1: "3.33" } }]);
    const b = directRound(fine, [{ id: "a", answers: { 1: "3.33" } }]);
    const difference = expectLaws({ set: coarse, round: a, unit: "a" }, { set: fine, round: b, unit: "a" });
    expect(compared(difference).change).toBe("0.30");
    expect(nonZero(difference)).toEqual(["rounding 0.3"]);
  });

  test("wrong calls throw", () => {
    const set = directSet("hoa-lam/department/2026", three);
    const round = directRound(set, [{ id: "a", answers: {} }]);
    const side = { set, round, unit: "a" };
    expect(() => compare({ ...side, set: {} as typeof set }, side)).toThrow(TypeError);
    expect(() => compare({ ...side, until: "third" as "final" }, side)).toThrow(RangeError);
    expect(() => compare({ ...side, round: {} as typeof round }, side)).toThrow(
      "compare: the round cannot be used",
    );
    expect(() => differenceText(compare(side, side), "xx" as "en")).toThrow(RangeError);
  });
});
