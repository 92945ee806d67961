/** The robustness of a ranking: enumerated and drawn, from a seed, by the one scorer. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { rankIntervals } from "../../src/audit/intervals.ts";
import { criteriaSet } from "../../src/criteria.ts";
import { rank } from "../../src/ranking.ts";
import { readRound } from "../../src/round/read.ts";
import { readCriteriaSet } from "../../src/set/check.ts";
import { anyRound, ranked, unitsOf, withoutLeaf } from "../support/drawn-rounds.ts";
import { leavesOf, type Raw } from "../support/random-round.ts";

const file = (name: string): Raw => JSON.parse(readFileSync(`docs/examples/${name}.json`, "utf8"));
const set = criteriaSet("hoa-lam/department/2026");
const round = readRound(set, file("hoa-lam-departments-2026"));
const all = { rounding: true, items: true, weights: 20, surveys: true } as const;

describe("rankIntervals", () => {
  test("the same seed gives the same, another seed another", () => {
    const run = (seed: number) => rankIntervals(set, round, { runs: 200, seed, vary: all });
    expect(run(7)).toEqual(run(7));
    expect(run(8).groups).not.toEqual(run(7).groups);
  });

  test("the place is that of the ranking, and lies within its bounds", () => {
    const { groups } = rankIntervals(set, round, { runs: 200, seed: 1, vary: all });
    const places = assess(set, round).rankings.map((it) =>
      it.places.map(({ unit, place }) => ({ unit, place })),
    );
    expect(groups.map(({ units }) => units.map(({ unit, place }) => ({ unit, place })))).toEqual(places);
    for (const { units } of groups)
      for (const it of units) {
        const had = [
          it.place,
          ...[...it.drawn, ...it.rounding, ...it.withoutItem].map(({ place }) => place),
        ].sort((a, b) => a - b);
        expect([it.best, it.worst]).toEqual([had[0], had.at(-1)]);
        expect(it.drawn.reduce((sum, { runs }) => sum + runs, 0)).toBe(200);
      }
  });

  test("a rounding mode gives the ranking of the set under that mode", () => {
    fc.assert(
      fc.property(anyRound, (raw) => {
        const units = unitsOf(raw, { runs: 1, seed: 1, vary: { rounding: true } });
        for (const mode of ["half-up", "half-even", "down", "up"] as const) {
          const rounding = { ...raw.set.policies.rounding, mode };
          const other = { ...raw.set, policies: { ...raw.set.policies, rounding } };
          const places = new Map(ranked({ set: other, round: raw.round }).map((it) => [it.unit, it.place]));
          for (const { unit, rounding } of units)
            expect(rounding.find((it) => it.mode === mode)?.place).toBe(places.get(unit));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("a maximum of a unit's own is a part of the item that does not apply to it, under other weights and rounding too", () => {
    const cents = (n: number): string => `${(n - (n % 100)) / 100}.${`${n % 100}`.padStart(2, "0")}`;
    const vi = (text: string) => ({ vi: text });
    const units = ["a", "b", "c", "d"].map((id) => ({ id, name: vi(id), group: "g" }));
    // Two domains, of 60 and 40; of the first a unit may have a maximum of 45 alone.
    const leaf = (number: string, maxPoints: string, more: Raw = {}): Raw => ({
      ...{ number, title: vi(number), maxPoints, source: "t", citation: { decision: "kq", at: number } },
      ...{ rule: { kind: "direct", step: "0.01" }, ...more },
    });
    const domain = (number: string, maxPoints: string, items: Raw[]): Raw => ({
      ...{ number, title: vi(number), maxPoints, citation: { decision: "kq", at: number }, items },
    });
    const away = { notApplicable: "rescale" };
    const setOf = (first: Raw[]): Raw => ({
      ...{ format: 1, id: "x/office/2026", edition: 1, status: "summary", title: vi("x"), issuer: vi("x") },
      ...{ level: "office", period: { from: "2026-01-01", to: "2026-12-31" }, maxPoints: "100" },
      decisions: [{ id: "kq", number: "1/QĐ", date: "2026-12-30", issuer: vi("x") }],
      levels: [vi("Lĩnh vực"), vi("Tiêu chí")],
      sources: [{ id: "t", kind: "statistic", title: vi("t") }],
      groups: [{ id: "g", title: vi("g") }],
      items: [domain("1", "60", first), domain("2", "40", [leaf("2.1", "40")])],
      policies: { rounding: { places: 1, mode: "half-up" } },
    });
    const whole = readCriteriaSet(setOf([leaf("1.1", "60")]));
    const parted = readCriteriaSet(setOf([leaf("1.1", "45"), leaf("1.2", "15", away)]));
    const anyUnit = fc.record({
      first: fc.nat({ max: 4500 }),
      second: fc.nat({ max: 4000 }),
      isOwn: fc.boolean(),
    });
    let apart = 0;
    fc.assert(
      fc.property(fc.tuple(anyUnit, anyUnit, anyUnit, anyUnit), fc.nat({ max: 999 }), (figures, seed) => {
        const figure = (unit: string, item: string, n: number, more: Raw = {}): Raw => ({
          ...{ unit, item, facts: { points: cents(n) }, ...more },
        });
        const given = figures.map((it, at) => ({ ...it, unit: units[at]?.id ?? "" }));
        const head = {
          format: 1,
          edition: 1,
          set: whole.id,
          title: vi("x"),
          status: "illustrative",
          units,
        } as const;
        const own = given.flatMap(({ unit, first, second, isOwn }) => [
          figure(unit, "1.1", first, isOwn ? { maxPoints: "45" } : {}),
          figure(unit, "2.1", second),
        ]);
        const parts = given.flatMap(({ unit, first, second, isOwn }) => [
          figure(unit, "1.1", first),
          isOwn ? { unit, item: "1.2", notApplicable: { reason: "x" } } : figure(unit, "1.2", 0),
          figure(unit, "2.1", second),
        ]);
        const options = { runs: 40, seed, vary: { rounding: true, weights: 30 } };
        const intervals = rankIntervals(whole, { ...head, statistics: own }, options);
        expect(intervals).toEqual(rankIntervals(parted, { ...head, statistics: parts }, options));
        apart += intervals.groups.flatMap((it) => it.units).filter((it) => it.best !== it.worst).length;
      }),
      { numRuns: 40 },
    );
    expect(apart).toBeGreaterThan(10);
  });

  test("an item left out gives the ranking of the set without it", () => {
    fc.assert(
      fc.property(anyRound, (raw) => {
        const units = unitsOf(raw, { runs: 1, seed: 1, vary: { items: true } });
        const own = new Set(units.map(({ unit }) => unit));
        for (const leaf of leavesOf(raw.set.items)) {
          const without = withoutLeaf(raw.set, raw.round, leaf);
          const places = without && placesAmong(own, without);
          // Forms on which nothing else is asked cannot stay.
          if (without !== undefined && places === undefined) continue;
          for (const { unit, place, withoutItem } of units) {
            const expected = places === undefined ? place : places.get(unit);
            expect(withoutItem.find(({ item }) => item === leaf.number)?.place ?? place).toBe(expected);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test("of an item left out only another place is told", () => {
    // Bình Dương 2017 without its survey column ranks by the appraised points alone.
    const [group] = rankIntervals(
      criteriaSet("binh-duong/district/2017"),
      file("published/binh-duong/district/2017.1"),
      { runs: 1, seed: 1, vary: { items: true } },
    ).groups;
    const without = (unit: string) => group?.units.find((it) => it.unit === unit)?.withoutItem;
    expect(without("phu-giao")).toContainEqual({ item: "2", place: 6 });
    expect(without("tan-uyen")).not.toContainEqual(expect.objectContaining({ item: "2", place: 2 }));
    for (const { place, withoutItem } of group?.units ?? [])
      expect(withoutItem.filter((it) => it.place === place)).toEqual([]);
  });

  test("the middle 90 % leaves at most a twentieth of the runs on either side, and no place more", () => {
    const fewRuns = fc.record({ runs: fc.constantFrom(1, 19, 20, 40, 60), seed: fc.nat({ max: 10_000 }) });
    fc.assert(
      fc.property(fewRuns, ({ runs, seed }) => {
        for (const { units } of rankIntervals(set, round, { runs, seed, vary: { weights: 30 } }).groups)
          for (const { drawn, interval } of units) {
            const count = (isWithin: (place: number) => boolean): number =>
              drawn.reduce((sum, it) => sum + (isWithin(it.place) ? it.runs : 0), 0);
            const { from = 0, to = 0 } = interval ?? {};
            expect(20 * count((place) => place < from)).toBeLessThanOrEqual(runs);
            expect(20 * count((place) => place <= from)).toBeGreaterThan(runs);
            expect(20 * count((place) => place > to)).toBeLessThanOrEqual(runs);
            expect(20 * count((place) => place >= to)).toBeGreaterThan(runs);
          }
      }),
      { numRuns: 60 },
    );
  });

  test("is told how far it is, at every hundredth part at most, and is the same for it", () => {
    const told: [number, number][] = [];
    const options = { runs: 150, seed: 1, vary: { weights: 20 } };
    const onProgress = (drawn: number, of: number): unknown => told.push([drawn, of]);
    const result = rankIntervals(set, round, { ...options, onProgress });
    expect(result).toEqual(rankIntervals(set, round, options));
    // Of two groups, each drawn 150 times.
    expect([told.length, told[0], told.at(-1)]).toEqual([100, [3, 300], [300, 300]]);
    const wrong = JSON.parse('{"onProgress":1}');
    expect(() => rankIntervals(set, round, wrong)).toThrow(TypeError);
  });

  test("neither the order of units nor that of other data changes anything", () => {
    const turned = file("hoa-lam-departments-2026");
    for (const list of ["units", "selfAssessments", "ledger", "statistics"]) turned[list]?.reverse();
    const options = { runs: 100, seed: 3, vary: all };
    expect(rankIntervals(set, turned, options)).toEqual(rankIntervals(set, round, options));
  });

  test("a call that makes no sense is a RangeError, one without a set a TypeError", () => {
    const bad = [
      { runs: 0, seed: 1, vary: all },
      { runs: 1_000_001, seed: 1, vary: all },
      { runs: 1, seed: 0.5, vary: all },
      { runs: 1, seed: 2 ** 31, vary: all },
      { runs: 1, seed: 1, vary: { weights: 0 } },
      { runs: 1, seed: 1, vary: { weights: 101 } },
      { runs: 1, seed: 1, vary: {} },
    ];
    for (const options of bad) expect(() => rankIntervals(set, round, options)).toThrow(RangeError);
    expect(() =>
      rankIntervals(JSON.parse(JSON.stringify(set)), round, { runs: 1, seed: 1, vary: all }),
    ).toThrow(TypeError);
  });
});

/**
 * The places that some units have among themselves; those of which nothing applies share the one after the last.
 * Undefined where the round has forms without answers.
 */
function placesAmong(
  own: ReadonlySet<string>,
  raw: { set: Raw; round: Raw },
): ReadonlyMap<string, number> | undefined {
  const read = readCriteriaSet(raw.set);
  const result = assess(read, raw.round);
  const errors = result.issues.filter(({ severity }) => severity === "error");
  if (errors.some(({ code }) => code === "fewer-answers-than-forms")) return undefined;
  expect(errors).toEqual([]);
  const scores = result.scores.filter(({ unit }) => own.has(unit));
  return new Map(
    rank(read, scores).flatMap(({ places, unranked }) => {
      const last = raw.set.ranking.ties === "dense" ? (places.at(-1)?.place ?? 0) + 1 : places.length + 1;
      return [
        ...places.map(({ unit, place }) => [unit, place] as const),
        ...unranked.map(({ unit, reason }) => {
          expect(reason).toBe("not-applicable");
          return [unit, last] as const;
        }),
      ];
    }),
  );
}
