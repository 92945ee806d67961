/** The indexes of a round beside its scores: one meaning, two ways of adding up. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Assessment } from "../src/assess.ts";
import { assess, indexes, readCriteriaSet, readRound } from "../src/index.ts";
import {
  add,
  type Exact,
  enclose,
  enclosedSum,
  fraction,
  highEndOf,
  lowEndOf,
  rounded,
  sum,
  zero,
} from "../src/number.ts";
import type { RoundInput } from "../src/round/input.ts";
import { anySetAndRound, type Raw, type SetOptions } from "./support/random-round.ts";

/** What `indexes` must say, taken from what `assess` says. */
function expected({ scores, rankings }: Assessment) {
  const places = new Map(
    rankings.flatMap((it) => it.places.map(({ unit, place }) => [unit, place] as const)),
  );
  const apart = rankings.flatMap(({ group, unranked }) => unranked.map((it) => ({ ...it, group })));
  const scored = new Set(scores.map(({ unit }) => unit));
  return [
    ...scores.map(({ unit, group, state, index }) => ({
      unit,
      group,
      state,
      index,
      place: places.get(unit),
    })),
    ...apart
      .filter(({ unit }) => !scored.has(unit))
      .map(({ unit, group, reason }) => ({ unit, group, state: reason, index: undefined, place: undefined })),
  ].sort((a, b) => (a.unit < b.unit ? -1 : 1));
}

const shown = (set: Raw, round: Raw, until?: "self" | "first" | "2027-01-20") =>
  indexes(set, round, { until }).units.map(({ unit, group, state, index, place }) => ({
    unit,
    group,
    state,
    index,
    place,
  }));

function law(name: string, options: SetOptions): void {
  test(name, () => {
    fc.assert(
      fc.property(anySetAndRound(options), (raw) => {
        const set = readCriteriaSet(raw.set);
        const round = readRound(set, raw.round);
        expect(shown(set, round)).toEqual(expected(assess(set, round)));
      }),
    );
  });
}

describe("indexes", () => {
  law("are those of assess: state, index and place of every unit", {});
  law("are those of assess where no digit is cut but by rounding down or up", {
    policies: { rounding: { places: 3, mode: "up", items: false } },
  });
  law("are those of assess where each item is rounded", {
    policies: { rounding: { places: 2, mode: "half-even", items: true } },
  });
  law("are those of assess where exact indexes are ranked and ties broken exactly", {
    ranking: {
      on: "exact",
      tieBreakers: [{ by: "item", id: "1", exact: true }],
    },
  });

  test("are those of assess at every point in the process", () => {
    fc.assert(
      fc.property(
        anySetAndRound(),
        fc.constantFrom("self" as const, "first" as const, "2027-01-20" as const),
        (raw, until) => {
          const set = readCriteriaSet(raw.set);
          const result = indexes(set, raw.round, { until });
          expect(result.until).toBe(until);
          expect(shown(set, raw.round, until)).toEqual(expected(assess(set, raw.round, { until })));
        },
      ),
      { numRuns: 30 },
    );
  });

  test("a round whose frame cannot be used gives its issues alone", () => {
    fc.assert(
      fc.property(anySetAndRound(), (raw) => {
        const set = readCriteriaSet(raw.set);
        const { units, issues } = indexes(set, { ...raw.round, edition: 9 });
        expect(units).toEqual([]);
        expect(issues.map(({ code }) => code)).toContain("round-of-other-edition");
      }),
      { numRuns: 3 },
    );
  });

  test("a unit with an error in its data is listed with that state, and the others are scored", () => {
    fc.assert(
      fc.property(anySetAndRound({ units: 4 }), (raw) => {
        const set = readCriteriaSet(raw.set);
        const statistics = [
          ...raw.round.statistics,
          { unit: "u0", item: "no-such-item", facts: { count: 1 } },
        ];
        const result = indexes(set, { ...raw.round, statistics });
        expect(result.units.find(({ unit }) => unit === "u0")?.state).toMatch(/^(error|replaced)$/);
        expect(shown(set, { ...raw.round, statistics })).toEqual(
          expected(assess(set, { ...raw.round, statistics })),
        );
      }),
      { numRuns: 10 },
    );
  });
});

describe("an index next to a boundary of rounding", () => {
  // Three leaves of thirds, tenths and sevenths sum to exactly half a hundredth: no grid of decimals holds the parts.
  const title = (vi: string) => ({ vi });
  const leaf = (number: string, maxPoints: string) => ({
    number,
    title: title(`Tỷ lệ ${number}`),
    maxPoints,
    source: "a",
    rule: {
      kind: "ratio",
      numerator: title("việc đã làm"),
      denominator: title("việc phải làm"),
      empty: "zero",
    },
    evidence: "none",
  });
  const set = (mode: string) =>
    readCriteriaSet({
      format: 1,
      id: "hoa-lam/office/2026",
      edition: 1,
      status: "illustrative",
      title: title("Bộ tiêu chí minh họa: giá trị ở biên làm tròn"),
      issuer: title("UBND tỉnh Hoa Lâm"),
      level: "office",
      period: { from: "2026-01-01", to: "2026-12-31" },
      decisions: [{ id: "qd", number: "1/QD-UBND", date: "2026-01-10", issuer: title("UBND tỉnh Hoa Lâm") }],
      levels: [title("Lĩnh vực"), title("Tiêu chí")],
      maxPoints: "100",
      totals: { leaves: 3 },
      sources: [{ id: "a", kind: "appraisal", title: title("Tự chấm, thẩm định") }],
      groups: [{ id: "g", title: title("Nhóm") }],
      items: [
        {
          number: "1",
          title: title("Lĩnh vực"),
          maxPoints: "100",
          items: [leaf("1.1", "30"), leaf("1.2", "30"), leaf("1.3", "40")],
        },
      ],
      policies: {
        rounding: { places: 2, mode, items: false },
        unanswered: "zero",
        silence: "accept",
        missing: "unranked",
        notApplicable: "rescale",
        late: { kind: "flag" },
        limits: { max: "100", min: "0" },
      },
      grades: [{ id: "dat", title: title("Đạt") }],
      ranking: { on: "published", ties: "skip", tieBreakers: [] },
    });
  const round = (counts: readonly (readonly [number, number])[]): RoundInput => ({
    format: 1,
    set: "hoa-lam/office/2026",
    edition: 1,
    title: title("Đợt minh họa"),
    status: "illustrative",
    units: [{ id: "u", name: title("Đơn vị"), group: "g" }],
    selfAssessments: [
      {
        unit: "u",
        submitted: "2026-12-01",
        answers: counts.map(([numerator, denominator], at) => ({
          item: `1.${at + 1}`,
          facts: { numerator, denominator },
        })),
      },
    ],
  });
  const indexOf = (mode: string, counts: readonly (readonly [number, number])[]) =>
    indexes(set(mode), round(counts)).units[0]?.index;

  // 30 × 1/3 + 30 × 2/3 … each part is off the grid, the sum is 10.005 exactly: the exact sum must decide.
  const thirds: readonly (readonly [number, number])[] = [
    [1, 3],
    [1001, 180_000],
    [0, 1],
  ];
  const sevenths: readonly (readonly [number, number])[] = [
    [1, 7],
    [6, 7],
    [1, 8000],
  ];

  test("is rounded by its exact value where the parts are cut off", () => {
    // 30/7 + 180/7 + 40/8000 = 30.005
    expect(indexOf("half-up", sevenths)).toBe("30.01");
    expect(indexOf("half-even", sevenths)).toBe("30.00");
    expect(indexOf("down", sevenths)).toBe("30.00");
    expect(indexOf("up", sevenths)).toBe("30.01");
  });

  test("just beside it is rounded to its own side", () => {
    // 10 + 30030/180000 = 10.1668333…
    expect(indexOf("half-up", thirds)).toBe("10.17");
    expect(indexOf("down", thirds)).toBe("10.16");
    expect(assess(set("down"), round(thirds)).scores[0]?.index).toBe("10.16");
  });
});

describe("an enclosed sum", () => {
  const part = fc
    .tuple(fc.maxSafeInteger(), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }))
    .map(([n, d]) => fraction(n, d));
  const small = fc
    .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 1, max: 400 }))
    .map(([n, d]) => fraction(n, d));

  test("holds the exact sum between its ends, and an end is the sum where nothing was cut", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(part, small)), (values) => {
        const enclosed = enclosedSum();
        for (const it of values) enclose(enclosed, it);
        const total = sum(values);
        const high = highEndOf(enclosed);
        if (high === undefined) return;
        const above = (a: Exact, b: Exact): boolean =>
          rounded(add(a, { n: -(b.n as number), d: b.d as number }), 40, "up").startsWith("-");
        expect(above(total, lowEndOf(enclosed))).toBe(false);
        if (enclosed.cut === 0)
          expect(rounded(lowEndOf(enclosed), 30, "half-up")).toBe(rounded(total, 30, "half-up"));
      }),
    );
  });

  test("of decimals with up to eight places cuts nothing", () => {
    const enclosed = enclosedSum();
    for (const it of [fraction(1, 4), fraction(-1, 8), fraction(3, 100_000_000), zero]) enclose(enclosed, it);
    expect(enclosed.cut).toBe(0);
    expect(rounded(lowEndOf(enclosed), 8, "half-up")).toBe("0.12500003");
  });

  test("beyond the safe integers knows nothing", () => {
    const enclosed = enclosedSum();
    enclose(enclosed, fraction(Number.MAX_SAFE_INTEGER, 1));
    expect(highEndOf(enclosed)).toBeUndefined();
  });
});
