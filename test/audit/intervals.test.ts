/** The robustness of a ranking: enumerated and drawn, from a seed, by the one scorer. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { shareVariances } from "../../src/audit/draws.ts";
import { type RankIntervalsOptions, rankIntervals, type UnitInterval } from "../../src/audit/intervals.ts";
import { criteriaSet } from "../../src/criteria.ts";
import { fractionText } from "../../src/number.ts";
import { rank } from "../../src/ranking.ts";
import { readRound } from "../../src/round/read.ts";
import { readCriteriaSet } from "../../src/set/check.ts";
import { anyCertainRound, anyRound, sketched, withoutLeaf } from "../support/drawn-rounds.ts";
import { leavesOf, type Raw } from "../support/random-round.ts";
import { surveySet } from "../support/survey-set.ts";

const file = (name: string): Raw => JSON.parse(readFileSync(`docs/examples/${name}.json`, "utf8"));
const set = criteriaSet("hoa-lam/department/2026");
const round = readRound(set, file("hoa-lam-departments-2026"));
const all = { rounding: true, items: true, weights: 20, surveys: true } as const;

/** The intervals of all units of a raw set and round. */
const unitsOf = (raw: { set: Raw; round: Raw }, options: RankIntervalsOptions): readonly UnitInterval[] =>
  rankIntervals(readCriteriaSet(raw.set), raw.round, options).groups.flatMap(({ units }) => units);

/** Unit and place, as the ranking of a raw set and round has them. */
const ranked = (raw: { set: Raw; round: Raw }): readonly { unit: string; place: number }[] =>
  assess(readCriteriaSet(raw.set), raw.round).rankings.flatMap(({ places }) =>
    places.map(({ unit, place }) => ({ unit, place })),
  );

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

  test("a draw that varies nothing gives the ranking, whatever the policies", () => {
    fc.assert(
      fc.property(anyCertainRound, (raw) => {
        const expected = ranked(raw).map(({ unit, place }) => ({
          unit,
          place,
          drawn: [{ place, runs: 2 }],
        }));
        const drawn = (vary: RankIntervalsOptions["vary"]) =>
          unitsOf(raw, { runs: 2, seed: 1, vary }).map(({ unit, place, drawn }) => ({ unit, place, drawn }));
        expect(drawn({ surveys: true })).toEqual(expected);
        // A hundredth of less than 10 points is less than the tenth of a point in which weights vary.
        if (raw.set.items.every(({ maxPoints }: Raw) => Number(maxPoints) < 10))
          expect(drawn({ weights: 1, surveys: true })).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  const whole = [{ max: "100" }];
  const two = (first: string, second: string) => ({ a: { gets: [first] }, b: { gets: [second] } });
  const fined = { a: { gets: ["0"], penalty: "1.5" }, b: { gets: ["0"], penalty: "2" } };
  test.each([
    [
      "maxima are no multiple of a tenth",
      { leaves: [{ max: "12.25" }, { max: "87.75" }], rounding: { places: 2, mode: "half-up" } },
      { a: { gets: ["12.25", "40"] }, b: { gets: ["0", "52.26"] } },
      [2, 1],
    ],
    [
      "items are rounded, and a survey gives one",
      {
        leaves: [{ max: "1", survey: true }, { max: "9" }],
        rounding: { places: 1, mode: "half-up", items: true },
      },
      { a: { gets: ["53", "5"] }, b: { gets: ["54", "5"] } },
      [1, 1],
    ],
    [
      "the exact index ranks",
      { leaves: whole, rounding: { places: 0, mode: "half-up" }, ranking: { on: "exact" } },
      two("50", "50.0001"),
      [2, 1],
    ],
    [
      "the index is rounded down",
      { leaves: whole, rounding: { places: 0, mode: "down" } },
      two("50.9999", "50"),
      [1, 1],
    ],
    [
      "it is rounded up",
      { leaves: whole, rounding: { places: 0, mode: "up" } },
      two("50.0001", "50"),
      [1, 2],
    ],
    ["−1.5 is half-up −2", { leaves: whole, rounding: { places: 0, mode: "half-up" } }, fined, [1, 1]],
    ["−1.5 is half-even −2", { leaves: whole, rounding: { places: 0, mode: "half-even" } }, fined, [1, 1]],
    ["−1.5 is down −1", { leaves: whole, rounding: { places: 0, mode: "down" } }, fined, [1, 2]],
    ["−1.5 is up −2", { leaves: whole, rounding: { places: 0, mode: "up" } }, fined, [1, 1]],
    [
      "places are counted without gaps",
      { leaves: whole, rounding: { places: 2, mode: "half-up" }, ranking: { ties: "dense" } },
      { a: { gets: ["50"] }, b: { gets: ["50"] }, c: { gets: ["40"] } },
      [1, 1, 2],
    ],
  ] as const)("it does so where %s", (_, sketch, units, places) => {
    const raw = sketched({ ...sketch, units });
    const ids = Object.keys(units);
    const expected = ids.map((unit, at) => ({ unit, place: places[at] as number }));
    expect([...ranked(raw)].sort((a, b) => (a.unit < b.unit ? -1 : 1))).toEqual(expected);
    // Maxima below 10 do not vary by a hundredth; where a survey is asked, its answers would vary.
    const vary = sketch.leaves.some((leaf) => "survey" in leaf) ? { weights: 1 } : { surveys: true };
    const drawn = unitsOf(raw, { runs: 1, seed: 1, vary });
    expect(ids.map((id) => drawn.find(({ unit }) => unit === id)?.drawn)).toEqual(
      expected.map(({ place }) => [{ place, runs: 1 }]),
    );
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

  test("a share is drawn as its standard error says", () => {
    // Half of 100 forms: a standard error of 0.05, which is 2.5 points of 50. The others are one and two of them away.
    const raw = sketched({
      leaves: [{ max: "50", survey: true }, { max: "50" }],
      rounding: { places: 2, mode: "half-up" },
      units: {
        drawn: { gets: ["50", "20"] },
        far: { gets: ["0", "49.99"] },
        above: { gets: ["0", "47.49"] },
        below: { gets: ["0", "42.51"] },
        last: { gets: ["0", "40.01"] },
      },
    });
    const [own] = unitsOf(raw, { runs: 20_000, seed: 1, vary: { surveys: true } }).filter(
      ({ unit }) => unit === "drawn",
    );
    const share = (place: number): number =>
      (own?.drawn.find((it) => it.place === place)?.runs ?? 0) / 20_000;
    const normal = [0.0228, 0.1359, 0.6827, 0.1359, 0.0228];
    for (const [at, expected] of normal.entries())
      expect(Math.abs(share(at + 1) - expected)).toBeLessThan(0.01);
  });

  test("a share stays within 0 and 1", () => {
    // One answer in a hundred: the standard error reaches below 0, where the unit is no worse than one with none.
    const raw = sketched({
      leaves: [{ max: "10", survey: true }, { max: "90" }],
      rounding: { places: 4, mode: "half-up" },
      units: {
        few: { gets: ["1", "50"] },
        none: { gets: ["0", "50"] },
        many: { gets: ["99", "50"] },
        all: { gets: ["100", "50"] },
      },
    });
    const units = unitsOf(raw, { runs: 2000, seed: 1, vary: { surveys: true } });
    const worst = new Map(units.map(({ unit, worst }) => [unit, worst]));
    const best = new Map(units.map(({ unit, best }) => [unit, best]));
    expect([worst.get("few"), worst.get("all"), best.get("many"), best.get("none")]).toEqual([3, 1, 1, 3]);
  });

  test("weights are drawn within their range, both ends included", () => {
    // Between 8 and 12 of 10 and 10 points: the unit that has the first domain alone lies between 40 and 60.
    const raw = sketched({
      leaves: [{ max: "10" }, { max: "10" }],
      rounding: { places: 2, mode: "half-up" },
      units: {
        first: { gets: ["10", "0"] },
        second: { gets: ["0", "10"] },
        beyond: { gets: ["6.01", "6.01"] },
        end: { gets: ["6", "6"] },
        under: { gets: ["3.99", "3.99"] },
      },
    });
    const units = unitsOf(raw, { runs: 20_000, seed: 1, vary: { weights: 20 } });
    const drawn = (unit: string) => units.find((it) => it.unit === unit)?.drawn ?? [];
    expect(drawn("beyond")).toEqual([{ place: 1, runs: 20_000 }]);
    // Level with the unit at the end where the weights are 12 and 8, which one draw in 41 × 41 is.
    expect(drawn("first").map(({ place }) => place)).toEqual([2, 3, 4]);
    expect(Math.abs((drawn("first")[0]?.runs ?? 0) - 20_000 / 1681)).toBeLessThan(12);
    expect(drawn("under")).toEqual([{ place: 5, runs: 20_000 }]);
    const ahead = (drawn("first")[0]?.runs ?? 0) + (drawn("first")[1]?.runs ?? 0);
    expect(Math.abs(ahead - 10_000)).toBeLessThan(500);
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

  test("the variance of a share is that of a mean of its answers", () => {
    // 60 answers of 100 %, 40 of 0 %: mean 0.6, variance 0.24, of a mean of 100 answers 0.0024, a quarter of that for two questions.
    const { survey } = set;
    const form = survey?.questionnaires[0];
    const question = form?.questions[0];
    const scale = survey?.scales.find(({ id }) => id === question?.scale)?.options ?? [];
    const option = (percent: string): string => scale.find((it) => it.percent === percent)?.id ?? "";
    const counts = {
      unit: "u",
      questionnaire: form?.id ?? "",
      forms: 100,
      invalid: [],
      questions: [
        {
          question: question?.id ?? "",
          options: [
            { option: option("100"), count: 60 },
            { option: option("0"), count: 40 },
          ],
        },
      ],
    };
    const variances = shareVariances(set, form?.judges[0] ?? "", new Map([[counts.questionnaire, counts]]));
    // The leaf is the mean of its questions, of which the others have no answer and no variance here.
    const questions = form?.questions.filter(({ item }) => item === question?.item).length ?? 0;
    expect(questions).toBe(2);
    expect(fractionText(variances.get(question?.item ?? "") ?? { n: 0, d: 1 })).toBe("3/5000");
  });

  test("the variance of a share is exact where the counts of several forms pass 2^53 together", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const asks = [["q1", "1.1"]] as const;
    const set = surveySet({ forms: ["p", "p2"].map((id) => ({ id, by: "can-bo", asks })) });
    const counted = (questionnaire: string, option: string, count: number) => {
      const questions = [{ question: "q1", options: [{ option, count }] }];
      return [questionnaire, { unit: "u", questionnaire, forms: count, invalid: [], questions }] as const;
    };
    const forms = new Map([counted("p", "a", most), counted("p2", "d", most - 1)]);
    const variance = shareVariances(set, set.groups[0]?.id ?? "", forms).get("1.1") ?? { n: 0, d: 1 };
    // p·(1 − p) ÷ n, of n = 2^54 − 3 answers, p = (2^53 − 1) ÷ n.
    const [good, all] = [BigInt(most), 2n ** 54n - 3n];
    const [n = "", d = "1"] = fractionText(variance).split("/");
    expect(BigInt(n) * all ** 3n).toBe(good * (all - good) * BigInt(d));
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
