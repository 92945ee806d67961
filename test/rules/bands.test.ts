import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactText } from "../../src/number.ts";
import type { Band, BandsOfNumber, BandsOfPercent, BandsOfRatio } from "../../src/rules/bands.ts";
import { factsText, reachOf, ruleWording, workingText } from "../../src/rules/kinds.ts";
import { en } from "../../src/words/en.ts";
import { vi } from "../../src/words/vi.ts";
import * as oracle from "../support/oracle.ts";
import {
  brief,
  factsAsRead,
  issuesOfFacts,
  issuesOfRule,
  leaf,
  pointsOf,
  stepOf,
  stepWords,
} from "../support/rules.ts";
import { enOf, viOf } from "../support/words.ts";

// The shape of facts.md 2.E: share of units inspected from 30 % full, 20 to under 30 % half, under 20 % nothing.
const inspected: BandsOfRatio = {
  kind: "bands",
  of: "ratio",
  numerator: { vi: "đơn vị được kiểm tra", en: "units inspected" },
  denominator: { vi: "đơn vị trực thuộc", en: "units" },
  empty: "not-applicable",
  bands: [
    { from: "30", points: "1" },
    { from: "20", below: "30", points: "0.5" },
    { below: "20", points: "0" },
  ],
};
const percent: BandsOfPercent = {
  kind: "bands",
  of: "percent",
  what: { vi: "nhiệm vụ hoàn thành", en: "tasks done" },
  bands: inspected.bands,
};
// facts.md 2.E: initiatives, two or more 1, one 0.5.
const initiatives: BandsOfNumber = {
  kind: "bands",
  of: "number",
  what: { vi: "số sáng kiến", en: "number of initiatives" },
  bands: [
    { from: "0", below: "1", points: "0" },
    { from: "1", below: "2", points: "0.5" },
    { from: "2", points: "1" },
  ],
};
const withBands = (...bands: Band[]) => ({ ...inspected, bands });
const on = (numerator: number, denominator: number) => ({ numerator, denominator });

describe("points by hand", () => {
  test.each([
    [0, 10, "0"],
    [1999, 10_000, "0"],
    [2, 10, "0.5"],
    [2_999_999, 10_000_000, "0.5"],
    [3, 10, "1"],
    [10, 10, "1"],
  ])("%d of %d units inspected", (numerator, denominator, points) => {
    expect(pointsOf(inspected, "1", on(numerator, denominator))).toBe(points);
  });

  test.each([
    ["0", "0"],
    ["1", "0.5"],
    ["1.999", "0.5"],
    ["2", "1"],
    ["7", "1"],
  ])("%s initiatives give %s", (value, points) => {
    expect(pointsOf(initiatives, "1", { value })).toBe(points);
  });

  test("bounds are inclusive or exclusive as printed: above 20, up to 30", () => {
    const rule = withBands(
      { upTo: "20", points: "0" },
      { above: "20", upTo: "30", points: "0.5" },
      { above: "30", points: "1" },
    );
    expect(issuesOfRule(rule, "1")).toEqual([]);
    expect(
      [on(2, 10), on(201, 1000), on(3, 10), on(301, 1000)].map((facts) => pointsOf(rule, "1", facts)),
    ).toEqual(["0", "0.5", "0.5", "1"]);
  });

  test("a band may give maximum × share", () => {
    const rule = withBands({ below: "80", points: "0" }, { from: "80", share: true });
    expect(pointsOf(rule, "0.75", on(17, 20))).toBe("0.6375");
    expect(pointsOf(rule, "0.75", on(150, 150))).toBe("0.75");
    expect(pointsOf(rule, "0.75", on(79, 100))).toBe("0");
  });

  test("the percentage is rounded first only where the rule says so, by the mode of the set", () => {
    const rounding: BandsOfRatio = { ...inspected, percentPlaces: 2 };
    const facts = on(299_951, 1_000_000);
    expect(pointsOf(inspected, "1", facts)).toBe("0.5");
    expect(pointsOf(rounding, "1", facts)).toBe("1");
    expect(pointsOf(rounding, "1", facts, "down")).toBe("0.5");
  });

  test("a share is the rounded one where the rule rounds the percentage first", () => {
    const rule = {
      ...withBands({ below: "80", points: "0" }, { from: "80", share: true }),
      percentPlaces: 1,
    };
    expect(pointsOf(rule, "1", on(6, 7))).toBe("0.857");
  });

  test("fewer may be better", () => {
    const late: BandsOfNumber = {
      ...initiatives,
      better: "lower",
      bands: [
        { upTo: "0", points: "1" },
        { above: "0", points: "0" },
      ],
    };
    expect(issuesOfRule(late, "1")).toEqual([]);
    expect([pointsOf(late, "1", { value: "0" }), pointsOf(late, "1", { value: "1" })]).toEqual(["1", "0"]);
  });

  test.each([
    ["full", "1"],
    ["zero", "0"],
    ["not-applicable", "empty"],
  ] as const)("nothing to do this year, declared %s, gives %s", (empty, points) => {
    expect(pointsOf({ ...inspected, empty }, "1", on(0, 0))).toBe(points);
  });

  test("the step names the band by its printed position, and the share", () => {
    expect(stepOf(inspected, "1", on(5, 20))).toEqual({
      case: "band",
      at: 1,
      share: "5/20",
      terms: [{ points: "0.5" }],
    });
    expect(stepWords(inspected, "1", on(5, 20))).toBe("đạt 25 %, từ 20 % đến dưới 30 %: 0,5 điểm");
    expect(stepOf(initiatives, "1", { value: "3" })).toEqual({
      case: "band",
      at: 2,
      terms: [{ points: "1" }],
    });
    expect(stepWords(inspected, "1", on(29_999, 100_000))).toBe(
      "đạt 29,999 %, từ 20 % đến dưới 30 %: 0,5 điểm",
    );
    expect(stepWords(inspected, "1", on(0, 0))).toBe("trong năm không phát sinh: đề nghị không áp dụng");
  });
});

/** Sound bands from random cuts: every value of 0 to 100 in just one, points rising, sides chosen at random. */
const sound = fc
  .record({
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 5 }),
    sides: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    points: fc.array(fc.nat(100), { minLength: 6, maxLength: 6 }),
    downwards: fc.boolean(),
  })
  .map(({ cuts, sides, points, downwards }) => {
    const sorted = [...cuts].sort((a, b) => a - b);
    const worth = points.slice(0, sorted.length + 1).sort((a, b) => a - b);
    const bands = worth.map((cents, at): Band => {
      const [low, high] = [sorted[at - 1], sorted[at]];
      return {
        ...(low === undefined ? {} : sides[at - 1] ? { from: String(low) } : { above: String(low) }),
        ...(high === undefined ? {} : sides[at] ? { below: String(high) } : { upTo: String(high) }),
        points: oracle.print(oracle.over(BigInt(cents), 100n), 2, "down"),
      };
    });
    return { sorted, sides, worth, rule: withBands(...(downwards ? bands.reverse() : bands)) };
  });

describe("laws", () => {
  test("sound bands have no error, and each share gets the points of the one band that it falls in", () => {
    fc.assert(
      fc.property(
        sound,
        fc.integer({ min: 1, max: 400 }),
        fc.nat(400),
        ({ sorted, sides, worth, rule }, denominator, part) => {
          const numerator = Math.min(part, denominator);
          expect(issuesOfRule(rule, "1").filter(({ severity }) => severity === "error")).toEqual([]);
          const passed = sorted.filter((cut, at) =>
            sides[at] ? 100 * numerator >= cut * denominator : 100 * numerator > cut * denominator,
          );
          expect(oracle.text(oracle.of(pointsOf(rule, "1", on(numerator, denominator))))).toBe(
            oracle.text(oracle.over(BigInt(worth[passed.length] ?? 0), 100n)),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  test("a better share never gets less where no warning says so, nor more than the reach", () => {
    fc.assert(
      fc.property(sound, fc.integer({ min: 1, max: 400 }), fc.nat(400), ({ rule }, denominator, part) => {
        const numerator = Math.min(part, denominator - 1);
        expect(issuesOfRule(rule, "1").some(({ code }) => code === "better-answer-lowers-points")).toBe(
          false,
        );
        const [less, more] = [on(numerator, denominator), on(numerator + 1, denominator)].map((it) =>
          oracle.of(pointsOf(rule, "1", it)),
        );
        if (less === undefined || more === undefined) throw new Error("two points");
        expect(oracle.order(more, less)).toBeGreaterThanOrEqual(0);
        const { min, max } = reachOf(rule, leaf("1"));
        expect(oracle.order(less, oracle.of(exactText(min)))).toBeGreaterThanOrEqual(0);
        expect(oracle.order(more, oracle.of(max === undefined ? "" : exactText(max)))).toBeLessThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  test("a bound moved by any amount is an error, since both bounds of each band are printed", () => {
    fc.assert(
      fc.property(
        sound,
        fc.nat(5),
        fc.integer({ min: -20, max: 20 }),
        fc.boolean(),
        ({ rule }, at, by, upper) => {
          const band = rule.bands[at % rule.bands.length] as Band;
          const key = (upper ? (["upTo", "below"] as const) : (["from", "above"] as const)).find(
            (it) => band[it] !== undefined,
          );
          if (key === undefined || by === 0) return;
          const moved = rule.bands.map((it) =>
            it === band ? { ...it, [key]: String(Number(it[key]) + by) } : it,
          );
          expect(issuesOfRule(withBands(...moved), "1").some(({ severity }) => severity === "error")).toBe(
            true,
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("a rule is refused", () => {
  const [top, middle, bottom] = inspected.bands as [Band, Band, Band];

  test.each([
    ["a gap", withBands(top, { ...middle, below: "29" }, bottom), ["bands-gap rule.bands.0"]],
    [
      "a gap of one point, exclusive on both sides",
      withBands({ above: "30", points: "1" }, middle, bottom),
      ["bands-gap rule.bands.0"],
    ],
    ["an overlap", withBands(top, { ...middle, below: "31" }, bottom), ["bands-overlap rule.bands.0"]],
    [
      "an overlap of one point, inclusive on both sides",
      withBands(top, { from: "20", upTo: "30", points: "0.5" }, bottom),
      ["bands-overlap rule.bands.0"],
    ],
    [
      "an inner bound that is not printed",
      withBands(top, { from: "20", points: "0.5" }, bottom),
      ["bands-overlap rule.bands.0"],
    ],
    [
      "two bounds on one side",
      withBands({ ...top, above: "30" }, middle, bottom),
      ["band-bound-twice rule.bands.0.above"],
    ],
    [
      "bounds that cross",
      withBands(top, { ...middle, from: "30", below: "20" }, bottom),
      ["band-empty rule.bands.1"],
    ],
    [
      "neither points nor share",
      withBands(top, { from: "20", below: "30" }, bottom),
      ["band-gives-unclear rule.bands.1"],
    ],
    [
      "points and share",
      withBands(top, { ...middle, share: true }, bottom),
      ["band-gives-unclear rule.bands.1"],
    ],
    [
      "share: false",
      withBands(top, { from: "20", below: "30", share: JSON.parse("false") }, bottom),
      ["wrong-value rule.bands.1.share"],
    ],
    [
      "points above the maximum",
      withBands({ ...top, points: "1.5" }, middle, bottom),
      ["band-above-maximum rule.bands.0.points"],
    ],
    [
      "a maximum that no band gives",
      withBands({ ...top, points: "0.9" }, middle, bottom),
      ["maximum-unreachable rule.bands"],
    ],
    [
      "a better answer with fewer points",
      withBands(top, { ...middle, points: "0" }, { ...bottom, points: "0.5" }),
      ["better-answer-lowers-points rule.bands.1"],
    ],
    [
      "0 % in no band",
      withBands(top, middle, { above: "0", below: "20", points: "0" }),
      ["bands-incomplete rule.bands.2"],
    ],
    [
      "100 % in no band",
      withBands({ from: "30", below: "100", points: "1" }, middle, bottom),
      ["bands-incomplete rule.bands.0"],
    ],
    [
      "a band below 0 %",
      withBands(top, middle, { from: "0", below: "20", points: "0" }, { below: "0", points: "0" }),
      ["band-unreachable rule.bands.3"],
    ],
    ["bands in no order", withBands(middle, top, bottom), ["bands-out-of-order rule.bands"]],
    [
      "a share that jumps down",
      withBands({ from: "50", share: true }, { below: "50", points: "0.75" }),
      ["better-answer-lowers-points rule.bands.0"],
    ],
    [
      "a share where fewer is better",
      { ...withBands({ share: true }), better: "lower" },
      ["better-answer-lowers-points rule.bands.0"],
    ],
    [
      "a share beyond 100 %",
      withBands({ upTo: "100", points: "0.5" }, { above: "100", share: true }),
      ["band-above-maximum rule.bands.1.share"],
    ],
    [
      "a share of a number",
      { ...initiatives, bands: [{ share: true }] },
      ["band-share-of-number rule.bands.0.share"],
    ],
    ["what a number has not", { ...initiatives, percentPlaces: 2 }, ["unknown-key rule.percentPlaces"]],
    [
      "no word on nothing to do",
      {
        kind: "bands",
        of: "ratio",
        numerator: { vi: "a" },
        denominator: { vi: "b" },
        bands: inspected.bands,
      },
      ["missing-empty rule.empty"],
    ],
    ["an unknown measure", { ...percent, of: "share" }, ["wrong-value rule.of"]],
  ])("for %s", (_, broken, issues) => {
    expect(brief(issuesOfRule(broken, "1"))).toEqual(issues);
  });

  test("a band that rounding jumps over is unreachable", () => {
    const narrow = withBands(
      { below: "20.2", points: "0" },
      { from: "20.2", below: "20.8", points: "0.5" },
      { from: "20.8", points: "1" },
    );
    expect(issuesOfRule(narrow, "1")).toEqual([]);
    expect(issuesOfRule({ ...narrow, percentPlaces: 1 }, "1")).toEqual([]);
    expect(brief(issuesOfRule({ ...narrow, percentPlaces: 0 }, "1"))).toEqual([
      "band-unreachable rule.bands.1",
    ]);
  });

  test("an overlap names both bands in words", () => {
    const [issue] = issuesOfRule(withBands(top, { ...middle, below: "31" }, bottom), "1");
    expect(viOf(issue)).toBe(
      "Khoảng 1 (từ 30 % trở lên) chồng lên khoảng 2 (từ 20 % đến dưới 31 %). Sửa cận để mỗi giá trị chỉ thuộc một khoảng.",
    );
    expect(enOf(issue)).toBe(
      "Band 1 (from 30% on) overlaps band 2 (from 20% to below 31%). Correct a bound, so that each value falls into one band.",
    );
  });

  test.each([inspected, percent, initiatives])("without fault it has no issue: of $of", (rule) => {
    expect(issuesOfRule(rule, "1")).toEqual([]);
  });
});

describe("facts are refused", () => {
  test.each([
    [
      "a numerator above the denominator",
      inspected,
      on(11, 10),
      ["numerator-above-denominator facts.numerator"],
    ],
    ["something over nothing", inspected, on(1, 0), ["numerator-over-zero facts.numerator"]],
    ["a percentage above 100", percent, { percent: "101" }, ["percent-above-hundred facts.percent"]],
    ["a value below a closed band", initiatives, { value: "-1" }, ["value-outside-bands facts.value"]],
    ["a percentage where counts are asked for", inspected, { percent: "30" }, ["answer-of-wrong-kind facts"]],
    ["a count where a number is asked for", initiatives, { count: 3 }, ["answer-of-wrong-kind facts"]],
    ["1e999", initiatives, { value: "1e999" }, ["not-a-decimal facts.value"]],
  ])("for %s", (_, rule, facts, issues) => {
    expect(brief(issuesOfFacts(rule, "1", facts))).toEqual(issues);
    expect(factsAsRead(rule, "1", facts)).toBeUndefined();
  });

  test("more than all is expected where a bound of the decision lies beyond 100 %", () => {
    const rule = withBands(
      { below: "100", points: "0" },
      { from: "100", upTo: "110", points: "0.5" },
      { above: "110", points: "1" },
    );
    expect(issuesOfRule(rule, "1")).toEqual([]);
    expect(issuesOfFacts(rule, "1", on(23, 20))).toEqual([]);
    expect(pointsOf(rule, "1", on(23, 20))).toBe("1");
    const beyond = withBands({ upTo: "100", points: "0" }, { above: "100", points: "1" });
    expect(issuesOfFacts(beyond, "1", on(21, 20))).toEqual([]);
  });

  test("full points for nothing done are a warning for the council", () => {
    expect(issuesOfFacts({ ...inspected, empty: "full" }, "1", on(0, 0))).toMatchObject([
      { code: "empty-counted-full", severity: "warning" },
    ]);
  });

  test.each([
    ["30", ["0.5 / 1"]],
    ["30.00", ["0.5 / 1"]],
    ["30.01", []],
    ["25", []],
    ["20", ["0 / 0.5"]],
  ])("%s %% straddles a bound of two bands with other points, or does not", (printed, outcomes) => {
    const issues = issuesOfFacts(percent, "1", { percent: printed });
    expect(issues.map(({ code, params }) => [code, params["expected"]])).toEqual(
      outcomes.map((it) => ["percent-straddles-threshold", it]),
    );
  });
});

test("words", () => {
  expect(ruleWording(vi, { rule: inspected, maxPoints: "1" })).toBe(
    "Tỷ lệ đơn vị được kiểm tra trên đơn vị trực thuộc; từ 30 % trở lên: 1 điểm; từ 20 % đến dưới 30 %: 0,5 điểm; dưới 20 %: 0 điểm; trong năm không phát sinh: đề nghị không áp dụng",
  );
  expect(ruleWording(en, { rule: initiatives, maxPoints: "1" })).toBe(
    "By number of initiatives; from 0 to below 1: 0 points; from 1 to below 2: 0.5 points; from 2 on: 1 point",
  );
  expect(ruleWording(vi, { rule: { ...percent, percentPlaces: 1 }, maxPoints: "1" })).toMatch(
    /làm tròn tỷ lệ đến 1 chữ số thập phân trước khi xét/,
  );
  expect(factsText(vi, { rule: initiatives }, { value: "1234.5" })).toBe("số sáng kiến: 1.234,5");
  expect(factsText(en, { rule: inspected }, on(5, 20))).toBe("5/20 (units inspected/units)");
});

test("the arithmetic stands only where the band gives a share", () => {
  const shared: BandsOfRatio = {
    ...inspected,
    bands: [
      { below: "50", points: "0" },
      { from: "50", upTo: "100", share: true },
    ],
  };
  const working = (rule: BandsOfRatio, numerator: number) =>
    workingText(en, { rule, maxPoints: "1" }, stepOf(rule, "1", on(numerator, 20)));
  expect(working(shared, 15)).toBe("1 × 15/20 = 0.75");
  expect(working(shared, 5)).toBeUndefined();
  expect(working(inspected, 20)).toBeUndefined();
});
