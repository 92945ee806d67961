/** What is drawn for the robustness of a ranking: weights, shares of surveys, and the places that come of them. */
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { shareVariances } from "../../src/audit/draws.ts";
import type { RankIntervalsOptions } from "../../src/audit/intervals.ts";
import { criteriaSet } from "../../src/criteria.ts";
import { fractionText, one } from "../../src/number.ts";
import type { FormCounts } from "../../src/round.ts";
import { anyCertainRound, ranked, sketched, unitsOf } from "../support/drawn-rounds.ts";
import { handRound, handSet } from "../support/hand-rounds.ts";
import type { Raw } from "../support/random-round.ts";
import { surveySet } from "../support/survey-set.ts";

const set = criteriaSet("hoa-lam/department/2026");

describe("draws", () => {
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
    const [own] = unitsOf(raw, { runs: 8000, seed: 1, vary: { surveys: true } }).filter(
      ({ unit }) => unit === "drawn",
    );
    const share = (place: number): number => (own?.drawn.find((it) => it.place === place)?.runs ?? 0) / 8000;
    const normal = [0.0228, 0.1359, 0.6827, 0.1359, 0.0228];
    for (const [at, expected] of normal.entries())
      expect(Math.abs(share(at + 1) - expected)).toBeLessThan(0.015);
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

  describe("the variance of a share of two forms", () => {
    const asks = [["q1", "1.1"]] as const;
    const forms = [
      { id: "p", by: "can-bo", asks },
      { id: "p2", by: "dan", asks },
    ];
    const counted = (questionnaire: string, counts: Readonly<Record<string, number>>): FormCounts => ({
      ...{ unit: "u", questionnaire, forms: 1000, invalid: [] },
      questions: [
        { question: "q0", options: [{ option: "a", count: 7 }] },
        { question: "q1", options: Object.entries(counts).map(([option, count]) => ({ option, count })) },
      ],
    });
    const variance = (
      weights: Readonly<Record<string, string>> | undefined,
      ...counts: readonly FormCounts[]
    ) => {
      const asked = surveySet(weights === undefined ? { forms } : { forms, weights });
      const given = new Map(counts.map((it) => [it.questionnaire, it]));
      return fractionText(shareVariances(asked, "don-vi", given).get("1.1") ?? one);
    };
    // 0.6 of 100 answers: 0.24 ÷ 100. The mean 0.8 of 20 answers of 1 and 0.6: (0.68 − 0.64) ÷ 20.
    const first = counted("p", { a: 60, d: 40, e: 50 });
    const second = counted("p2", { a: 10, b: 10 });
    const blank = counted("p2", { e: 30 });

    it.each<[string, Readonly<Record<string, string>> | undefined, readonly FormCounts[], string]>([
      // (4 × 0.0024 + 0.002) ÷ 9
      ["weighs the groups, squared", { "can-bo": "2", dan: "1" }, [first, second], "29/22500"],
      ["leaves a group without a valid answer out", { "can-bo": "2", dan: "1" }, [first, blank], "3/1250"],
      ["leaves a group that was not counted out", { "can-bo": "2", dan: "1" }, [first], "3/1250"],
      ["is 0 where nobody answered", { "can-bo": "2", dan: "1" }, [blank], "0"],
      // 76 of 120, squares 73.6: (46/75 − 361/900) ÷ 120
      ["takes all answers as one sample where they are pooled", undefined, [first, second], "191/108000"],
      ["is 0 where nobody answered a pooled question", undefined, [blank], "0"],
    ])("%s", (_, weights, counts, expected) => expect(variance(weights, ...counts)).toBe(expected));
  });

  const rounding = { places: 2, mode: "half-up" };
  const placesOf = (
    raw: { set: Raw; round: Raw },
    vary: RankIntervalsOptions["vary"],
    runs = 300,
    seed = 1,
  ) =>
    Object.fromEntries(
      unitsOf(raw, { runs, seed, vary }).map(({ unit, drawn }) => [
        unit,
        Object.fromEntries(drawn.map((it) => [it.place, it.runs])),
      ]),
    );

  it("come from the seed alone, whatever the order of the units", () => {
    const raw = sketched({
      leaves: [{ max: "40", survey: true }, { max: "60" }],
      rounding,
      units: { a: { gets: ["50", "30"] }, b: { gets: ["55", "28"] }, c: { gets: ["45", "31"] } },
    });
    const vary = { weights: 20, surveys: true };
    const drawn = placesOf(raw, vary, 100, 7);
    expect(placesOf(raw, vary, 100, 7)).toEqual(drawn);
    expect(placesOf(raw, vary, 100, 8)).not.toEqual(drawn);
    const turned = { ...raw.round, units: [...raw.round.units].reverse() };
    expect(placesOf({ set: raw.set, round: turned }, vary, 100, 7)).toEqual(drawn);
  });

  it("move the weight of a whole domain: what lies in one of them keeps its place", () => {
    const leaf = (maxPoints: string): Raw => ({ maxPoints, rule: { kind: "direct", step: "0.01" } });
    const set = handSet([leaf("50"), leaf("50")], "100");
    const points = (...all: readonly string[]): Raw[] => all.map((it) => ({ points: it }));
    const round = handRound(set, { a: points("50", "10"), b: points("10", "49.9") });
    expect(placesOf({ set, round }, { weights: 30 })).toEqual({ a: { 1: 300 }, b: { 2: 300 } });
  });

  it("leave what a unit has for certain as it is: all of a share, or none of it", () => {
    const raw = sketched({
      leaves: [{ max: "50", survey: true }, { max: "50" }],
      rounding,
      units: { a: { gets: ["100", "10"] }, b: { gets: ["0", "49.99"] } },
    });
    expect(placesOf(raw, { surveys: true })).toEqual({ a: { 1: 300 }, b: { 2: 300 } });
  });

  it("leave a share that a policy gave as it is", () => {
    const raw = sketched({
      leaves: [{ max: "50", survey: true }, { max: "50" }],
      rounding,
      units: { a: { gets: ["50", "10"] }, b: { gets: ["50", "9.99"] } },
    });
    raw.set.survey.belowLeast = "zero";
    raw.set.survey.questionnaires[0].leastForms = 101;
    expect(placesOf(raw, { surveys: true })).toEqual({ a: { 1: 300 }, b: { 2: 300 } });
  });

  it("break ties by drawn shares beside what is settled", () => {
    // Whatever the shares are the index prints 42; ties are broken by the two survey leaves.
    const tied = (a: readonly string[], b: readonly string[], exact = true) =>
      placesOf(
        sketched({
          leaves: [{ max: "1", survey: true }, { max: "1", survey: true }, { max: "98" }],
          rounding: { places: 0, mode: "half-up" },
          ranking: { tieBreakers: [{ by: "source", id: "s", exact }] },
          units: { a: { gets: a }, b: { gets: b } },
        }),
        { surveys: true },
      );
    const drawn = tied(["50", "0", "41.8"], ["50", "0", "41.8"])["a"] ?? {};
    expect(Math.abs((drawn[1] ?? 0) - 150)).toBeLessThan(30);
    // 1.5 or so to 0.5 or so.
    expect(tied(["50", "100", "40.8"], ["50", "0", "41.8"])).toEqual({ a: { 1: 300 }, b: { 2: 300 } });
    // Printed, 0.4 or so is 0 for both.
    expect(tied(["25", "0", "42"], ["24", "0", "42"], false)).toEqual({ a: { 1: 300 }, b: { 1: 300 } });
  });

  it("break ties by the drawn shares that the tie-breaker asks, and by no others", () => {
    // The index prints 42 for both; of the first domain a has more, of both together b.
    const raw = sketched({
      leaves: [{ max: "1", survey: true }, { max: "1", survey: true }, { max: "98" }],
      rounding: { places: 0, mode: "half-up" },
      ranking: { tieBreakers: [{ by: "item", id: "1", exact: true }] },
      units: { a: { gets: ["90", "30", "40.8"] }, b: { gets: ["60", "90", "40.5"] } },
    });
    expect(placesOf(raw, { surveys: true })).toEqual({ a: { 1: 300 }, b: { 2: 300 } });
  });

  it("open and close the gates that ask a survey", () => {
    const raw = sketched({
      leaves: [{ max: "10", survey: true }, { max: "90" }],
      rounding,
      units: { a: { gets: ["50", "90"] }, b: { gets: ["100", "60"] } },
    });
    raw.set.items[1].items[0].requires = [{ item: "1.1", from: "50" }];
    const first = placesOf(raw, { surveys: true })["a"]?.[1] ?? 0;
    expect(Math.abs(first - 150)).toBeLessThan(30);
    expect(placesOf(raw, { weights: 1 })).toEqual({ a: { 1: 300 }, b: { 2: 300 } });
  });

  it("multiply maxima and points of a domain alike, whatever of it applies", () => {
    // Of the second domain nothing applies to c: its index is that of the first, whatever the weights.
    const raw = sketched({
      leaves: [{ max: "40" }, { max: "60" }],
      rounding,
      units: { a: { gets: ["20", "30.1"] }, b: { gets: ["20", "29.9"] }, c: { gets: ["20", "0"] } },
    });
    raw.set.items[1].items[0].notApplicable = "rescale";
    raw.set.kinds = [{ id: "nho", title: { vi: "Đơn vị nhỏ" } }];
    raw.set.exemptions = [{ kind: "nho", items: ["2.1"] }];
    raw.round.units[2].kinds = ["nho"];
    raw.round.statistics = raw.round.statistics.filter(
      ({ unit, item }: Raw) => unit !== "c" || item !== "2.1",
    );
    expect(placesOf(raw, { weights: 50 })).toEqual({ a: { 1: 300 }, b: { 3: 300 }, c: { 2: 300 } });
  });
});
