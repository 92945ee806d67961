/** The robustness of a ranking: enumerated and drawn, from a seed, on whole numbers. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../src/assess.ts";
import { rankIntervals } from "../src/audit/robustness.ts";
import { shareVariances } from "../src/audit/sampling.ts";
import { criteriaSet } from "../src/criteria.ts";
import { fractionText } from "../src/number.ts";
import { readRound } from "../src/round/round-read.ts";
import { readCriteriaSet } from "../src/set/criteria-check.ts";
import { anySetAndRound, type Raw } from "./support/random-round.ts";

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
        expect(it.best).toBeLessThanOrEqual(it.place);
        expect(it.worst).toBeGreaterThanOrEqual(it.place);
        expect(it.drawn.reduce((sum, { runs }) => sum + runs, 0)).toBe(200);
        expect(it.interval?.from).toBeLessThanOrEqual(it.interval?.to as number);
      }
  });

  test("draws that vary nothing give the ranking, over random sets and rounds", () => {
    // Surveys vary, but no leaf has one: every draw is the round itself, so that the grid of the draws is held to the exact ranking.
    fc.assert(
      fc.property(
        anySetAndRound({
          ranking: { on: "published" },
          policies: { rounding: { places: 2, mode: "half-up", items: false } },
        }),
        (raw) => {
          fc.pre(raw.set.survey === undefined);
          const read = readCriteriaSet(raw.set);
          const { groups } = rankIntervals(read, raw.round, { runs: 1, seed: 1, vary: { surveys: true } });
          for (const { units } of groups)
            for (const it of units) expect(it.drawn).toEqual([{ place: it.place, runs: 1 }]);
        },
      ),
      { numRuns: 30 },
    );
  });

  test("a rounding mode gives the places of the set under that mode", () => {
    const raw = file("published/binh-duong/district/2017.1");
    const base = JSON.parse(readFileSync("criteria/binh-duong/district/2017.1.json", "utf8"));
    const [group] = rankIntervals(criteriaSet("binh-duong/district/2017"), raw, {
      runs: 1,
      seed: 1,
      vary: { rounding: true },
    }).groups;
    for (const mode of ["half-up", "half-even", "down", "up"] as const) {
      const other = readCriteriaSet({
        ...base,
        policies: { ...base.policies, rounding: { places: 2, mode } },
      });
      const places = new Map(assess(other, raw).rankings[0]?.places.map(({ unit, place }) => [unit, place]));
      for (const { unit, rounding } of group?.units ?? [])
        expect(rounding.find((it) => it.mode === mode)?.place).toBe(places.get(unit));
    }
  });

  test("an item left out changes the places as leaving it out of the set would", () => {
    // Bình Dương 2017 without its survey column ranks by the appraised points alone.
    const [group] = rankIntervals(
      criteriaSet("binh-duong/district/2017"),
      file("published/binh-duong/district/2017.1"),
      { runs: 1, seed: 1, vary: { items: true } },
    ).groups;
    const without = (unit: string): number | undefined => {
      const found = group?.units.find((it) => it.unit === unit);
      return found?.withoutItem.find(({ item }) => item === "2")?.place ?? found?.place;
    };
    expect(["phu-giao", "dau-tieng", "tan-uyen"].map(without)).toEqual([6, 8, 2]);
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

  test("a call that makes no sense is a RangeError, one without a set a TypeError", () => {
    const bad = [
      { runs: 0, seed: 1, vary: all },
      { runs: 1, seed: 0.5, vary: all },
      { runs: 1, seed: 1, vary: { weights: 101 } },
      { runs: 1, seed: 1, vary: {} },
    ];
    for (const options of bad) expect(() => rankIntervals(set, round, options)).toThrow(RangeError);
    expect(() =>
      rankIntervals(JSON.parse(JSON.stringify(set)), round, { runs: 1, seed: 1, vary: all }),
    ).toThrow(TypeError);
  });
});
