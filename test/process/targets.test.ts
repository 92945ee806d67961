/** Targets against results: each kind met, missed by how much, not measurable and why, and the laws of gaps. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvalidError } from "../../src/issue.ts";
import { longGaps } from "../../src/process/days.ts";
import {
  checkTargetPlan,
  checkTargets,
  readTargetPlan,
  sampleSize,
  type TargetResult,
} from "../../src/process/targets.ts";

const file = {
  format: 1,
  id: "hoa-lam/targets/2026",
  edition: 1,
  status: "illustrative",
  issuer: { vi: "UBND tỉnh Hoa Lâm" },
  title: { vi: "Kế hoạch cải cách hành chính năm 2026" },
  source: { title: { vi: "Ví dụ" }, date: "2026-01-05" },
  period: { from: "2026-01-01", to: "2026-12-31" },
  holidays: [],
  targets: [
    { kind: "place", id: "place", title: { vi: "Trong nhóm 8" }, among: 8 },
    { kind: "index", id: "index", title: { vi: "Đạt tối thiểu 89,5%" }, atLeast: "89.5" },
    { kind: "share", id: "share", title: { vi: "Đạt 100%" }, atLeast: "100" },
    { kind: "share", id: "most", title: { vi: "Đạt tối thiểu 97%" }, atLeast: "97" },
    { kind: "frequency", id: "dialogue", title: { vi: "6 tháng/lần" }, everyMonths: 6, perUnit: true },
  ],
} as const;
const targets = readTargetPlan(file);
const untyped = (value: unknown) => JSON.parse(JSON.stringify(value));
const rowOf = (result: TargetResult) => {
  const { state, reached, missedBy, reason } =
    checkTargets(targets, [result]).rows.find(
      ({ target, unit }) => target === result.target && unit === result.unit,
    ) ?? {};
  return { state, reached, missedBy, reason: reason?.code };
};
const codes = (results: readonly TargetResult[]) =>
  checkTargets(targets, results).issues.map(({ code, path }) => `${code} ${path.join(".")}`);

describe("place", () => {
  test("the last place named meets the target, the next misses it by one", () => {
    expect(rowOf({ target: "place", place: 8 })).toMatchObject({
      state: "met",
      reached: "8",
      missedBy: undefined,
    });
    expect(rowOf({ target: "place", place: 9 })).toMatchObject({
      state: "missed",
      missedBy: { amount: "1", in: "places" },
    });
  });
});

describe("index", () => {
  test("the least percentage meets the target, a hundredth less misses it by just that", () => {
    expect(rowOf({ target: "index", index: "89.50" })).toMatchObject({ state: "met", reached: "89.5" });
    expect(rowOf({ target: "index", index: "89.49" }).missedBy).toEqual({
      amount: "0.01",
      in: "percentage-points",
    });
  });
});

describe("share", () => {
  test("one dossier short of 100 % is missed, however small it is beside the whole", () => {
    const row = rowOf({ target: "share", numerator: 9_999_999, denominator: 10_000_000 });
    expect(row.missedBy).toEqual({ amount: "0.00001", in: "percentage-points", count: 1 });
    expect(rowOf({ target: "share", numerator: 10, denominator: 10 })).toMatchObject({
      state: "met",
      reached: "100",
    });
  });

  test("97 of 100 is just 97 %, and a share without an end is given as a fraction", () => {
    expect(rowOf({ target: "most", numerator: 97, denominator: 100 }).state).toBe("met");
    expect(rowOf({ target: "most", numerator: 32, denominator: 33 })).toEqual({
      state: "missed",
      reached: "3200/33",
      missedBy: { amount: "1/33", in: "percentage-points", count: 1 },
      reason: undefined,
    });
  });

  test("nothing counted is not measurable, neither met nor missed", () => {
    expect(rowOf({ target: "share", numerator: 0, denominator: 0 })).toMatchObject({
      state: "not-measurable",
      reason: "nothing-counted",
    });
  });

  test("the count that is missing is the least that meets the target", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(), (denominator, drawn) => {
        const numerator = drawn % (denominator + 1);
        const result = (n: number): TargetResult => ({ target: "most", numerator: n, denominator });
        const row = rowOf(result(numerator));
        // The definition, in whole numbers: n ÷ d ≥ 97 %.
        expect(row.state).toBe(numerator * 100 >= denominator * 97 ? "met" : "missed");
        const short = row.missedBy?.count ?? 0;
        expect(rowOf(result(numerator + short)).state).toBe("met");
        if (short > 0) expect(rowOf(result(numerator + short - 1)).state).toBe("missed");
      }),
    );
  });
});

describe("frequency", () => {
  const dialogue = (...dates: string[]) => rowOf({ target: "dialogue", unit: "so-1", dates });

  test("once in each half of the year is enough when no six months pass between", () => {
    expect(dialogue("2026-06-30", "2026-12-30")).toMatchObject({ state: "met", reached: "2" });
    expect(dialogue("2026-04-15", "2026-10-15").state).toBe("met");
  });

  test("six months after the last event is in time, the day after is one day late", () => {
    expect(dialogue("2026-03-01", "2026-09-01", "2026-10-01").state).toBe("met");
    expect(dialogue("2026-03-01", "2026-09-02", "2026-10-01").missedBy).toEqual({
      amount: "1",
      in: "days",
      gaps: [{ from: "2026-03-02", to: "2026-09-01", due: "2026-09-01", lateDays: 1 }],
    });
  });

  test("the time before the first event and after the last counts too", () => {
    expect(dialogue("2026-07-01", "2026-12-01").missedBy?.gaps).toEqual([
      { from: "2026-01-01", to: "2026-06-30", due: "2026-06-30", lateDays: 1 },
    ]);
    expect(dialogue("2026-06-30").missedBy?.gaps).toEqual([
      { from: "2026-07-01", to: "2026-12-31", due: "2026-12-30", lateDays: 2 },
    ]);
    expect(dialogue("2026-06-30", "2026-07-01").state).toBe("met");
  });

  test("no event at all misses by what is left of the period after six months", () => {
    expect(dialogue().missedBy).toMatchObject({ amount: "185", gaps: [{ due: "2026-06-30" }] });
  });

  test("where a month lacks the day, the span ends with the month", () => {
    const gaps = (...dates: string[]) => {
      const span = { from: dates[0] ?? "", to: dates[1] ?? "" };
      return longGaps(dates, span, { everyMonths: 6, dayOff: "same-day" }, {}).gaps;
    };
    expect(gaps("2026-08-31", "2027-02-28")).toEqual([]);
    expect(gaps("2026-08-29", "2027-03-01")).toMatchObject([{ due: "2027-02-28", lateDays: 1 }]);
    expect(gaps("2023-08-29", "2024-02-29")).toEqual([]);
  });

  test("one event more never makes a gap longer, and order or repetition changes nothing", () => {
    const day = fc
      .integer({ min: 1, max: 365 })
      .map((it) => new Date(Date.UTC(2026, 0, it)).toISOString().slice(0, 10));
    const late = (dates: readonly string[]): number =>
      longGaps(dates, { from: "2026-01-01", to: "2026-12-31" }, { everyMonths: 3 }, {}).gaps.reduce(
        (sum, { lateDays }) => sum + lateDays,
        0,
      );
    fc.assert(
      fc.property(fc.array(day, { maxLength: 10 }), day, (dates, next) => {
        expect(late([...dates, next])).toBeLessThanOrEqual(late(dates));
        expect(late([...dates, ...dates].reverse())).toBe(late(dates));
      }),
    );
  });

  test("an event outside the period is a warning and helps nobody", () => {
    const result = { target: "dialogue", unit: "so-1", dates: ["2025-12-31", "2026-06-30", "2026-12-30"] };
    expect(codes([result])).toEqual(["result-date-outside 0.dates.0"]);
    expect(rowOf(result)).toMatchObject({ state: "met", reached: "2" });
  });
});

describe("results", () => {
  test("targets without a result are not measurable, in the order of the file", () => {
    const { rows, issues } = checkTargets(targets, []);
    expect(rows.map(({ target }) => target)).toEqual(["place", "index", "share", "most", "dialogue"]);
    expect(
      rows.every(({ state, reason }) => state === "not-measurable" && reason?.code === "no-result"),
    ).toBe(true);
    expect(issues).toEqual([]);
  });

  test("a result may say why nothing was measured", () => {
    const { rows } = checkTargets(targets, [{ target: "index", notMeasured: "Bộ Nội vụ chưa công bố" }]);
    expect(rows[1]).toMatchObject({
      state: "not-measurable",
      reason: { code: "not-measured", reason: "Bộ Nội vụ chưa công bố" },
    });
  });

  test("rows of units are in the order of their ids, whatever the order of the results", () => {
    const results = ["so-2", "so-10", "so-1"].map((unit) => ({
      target: "dialogue",
      unit,
      dates: ["2026-06-01", "2026-12-01"],
    }));
    expect(
      checkTargets(targets, results)
        .rows.slice(4)
        .map(({ unit }) => unit),
    ).toEqual(["so-1", "so-10", "so-2"]);
    expect(checkTargets(targets, [...results].reverse())).toEqual(checkTargets(targets, results));
  });

  /** Each misuse of a result and the one issue that it gives. */
  const misuses: readonly (readonly [string, readonly unknown[], string])[] = [
    [
      "a target that is not in the file",
      [{ target: "idnex", index: "90" }],
      "result-target-unknown 0.target",
    ],
    [
      "a result given twice",
      [
        { target: "place", place: 1 },
        { target: "place", place: 2 },
      ],
      "result-duplicate 1.target",
    ],
    [
      "a unit's result for a target of all",
      [{ target: "place", unit: "so-1", place: 1 }],
      "result-unit-unasked 0.unit",
    ],
    ["a result without its unit", [{ target: "dialogue", dates: [] }], "result-unit-missing 0.unit"],
    [
      "more done than there was",
      [{ target: "share", numerator: 11, denominator: 10 }],
      "result-above-whole 0.numerator",
    ],
    [
      "something done where there was nothing",
      [{ target: "share", numerator: 1, denominator: 0 }],
      "result-above-whole 0.numerator",
    ],
    ["a result of another kind", [{ target: "place", index: "90" }], "unknown-key 0.index"],
    ["an index above 100", [{ target: "index", index: "250" }], "out-of-range 0.index"],
    ["a place of 0", [{ target: "place", place: 0 }], "out-of-range 0.place"],
    ["a decimal comma", [{ target: "index", index: "89,5" }], "decimal-comma 0.index"],
    [
      "a day that does not exist",
      [{ target: "dialogue", unit: "so-1", dates: ["2026-02-30"] }],
      "not-a-date 0.dates.0",
    ],
    ["a result without a target", [{ index: "90" }], "missing-key 0.target"],
    ["what is no list", untyped("none"), "wrong-type "],
  ];
  test.each(misuses)("%s is an issue and never an exception", (_, results, expected) => {
    expect(codes(untyped(results))).toContain(expected);
    expect(checkTargets(targets, untyped(results)).rows.length).toBeGreaterThanOrEqual(5);
  });

  test("an index of 250 meets no target", () => {
    expect(rowOf({ target: "index", index: "250" })).toMatchObject({
      state: "not-measurable",
      reason: "result-wrong",
    });
    expect(rowOf({ target: "index", index: "100" }).state).toBe("met");
  });

  test("a unit of the register that gave nothing has its row, one that is none is an issue", () => {
    const units = ["so-1", "so-2", "so-3"].map((id) => ({ id, kind: "department" }));
    const results = [
      { target: "dialogue", unit: "so-2", dates: ["2026-06-01", "2026-12-01"] },
      { target: "dialogue", unit: "so-9", dates: [] },
    ];
    const { rows, issues } = checkTargets(targets, results, { units });
    expect(rows.slice(4).map(({ unit, state }) => `${unit} ${state}`)).toEqual([
      "so-1 not-measurable",
      "so-2 met",
      "so-3 not-measurable",
      "so-9 not-measurable",
    ]);
    expect(issues.map(({ code, path, params }) => [code, path.join("."), params["expected"]])).toEqual([
      ["result-unit-unknown", "1.unit", "so-1"],
    ]);
  });

  test("looked at on a day, what is not missed yet is open, with the last day for the next event", () => {
    const result = { target: "dialogue", unit: "so-1", dates: ["2026-03-02", "2026-10-01"] };
    const on = (day: string) => checkTargets(targets, [result], { on: day }).rows[4];
    expect(on("2026-06-01")).toMatchObject({ state: "open", reached: "1", due: "2026-09-02" });
    expect(on("2026-09-02")?.state).toBe("open");
    expect(on("2026-09-03")).toMatchObject({ state: "missed", missedBy: { amount: "1", in: "days" } });
    expect(on("2026-12-31")?.state).toBe("missed");
    expect(checkTargets(targets, [], { on: "2026-12-30" }).rows[0]).toMatchObject({ state: "open" });
    expect(checkTargets(targets, [], { on: "2026-12-31" }).rows[0]?.state).toBe("not-measurable");
  });

  test("a wrong result is not measurable and leaves the others alone", () => {
    const { rows } = checkTargets(targets, [
      { target: "share", numerator: 11, denominator: 10 },
      { target: "place", place: 3 },
    ]);
    expect(rows[2]?.reason?.code).toBe("result-wrong");
    expect(rows[0]?.state).toBe("met");
  });

  test("targets that were not read are refused", () => {
    expect(() => checkTargets({ ...targets }, [])).toThrow(TypeError);
    expect(() => checkTargets(targets, [], { units: untyped("all") })).toThrow(TypeError);
    expect(() => checkTargets(targets, [], { on: "2026-02-30" })).toThrow(RangeError);
  });
});

describe("the file of targets", () => {
  const slips: readonly (readonly [string, unknown, string])[] = [
    ["an id that is not the path of its file", { ...file, id: "hoa-lam/inspection/2026" }, "plan-id-form id"],
    [
      "a period that runs backwards",
      { ...file, period: { from: "2026-12-31", to: "2026-01-01" } },
      "plan-window-reversed period.to",
    ],
    [
      "a target twice",
      { ...file, targets: [file.targets[0], file.targets[0]] },
      "plan-duplicate targets.1.id",
    ],
    [
      "a share above 100 %",
      { ...file, targets: [{ ...file.targets[2], atLeast: "100.01" }] },
      "out-of-range targets.0.atLeast",
    ],
    [
      "a kind that is not known",
      { ...file, targets: [{ ...file.targets[0], kind: "rank" }] },
      "wrong-value targets.0.kind",
    ],
    ["no target", { ...file, targets: [] }, "empty-list targets"],
  ];
  test.each(slips)("%s is one issue", (_, value, expected) => {
    expect(checkTargetPlan(value).map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([expected]);
    expect(() => readTargetPlan(value)).toThrow(InvalidError);
  });

  test("targets as read read back the same", () => {
    expect(readTargetPlan(JSON.parse(JSON.stringify(targets)))).toEqual(targets);
  });
});

describe("sample size", () => {
  test("a population of 400 at 5 % needs just 200 forms: 400 ÷ (1 + 400 × 0.0025)", () => {
    expect(sampleSize(400)).toBe(200);
    expect(sampleSize(400, { marginPercent: "5" })).toBe(200);
    expect(sampleSize(400, { marginPercent: 5 })).toBe(200);
  });

  test("any remainder makes one form more", () => {
    // 401 ÷ 2.0025 = 200.249…; 10,000 ÷ 26 = 384.6…
    expect(sampleSize(401)).toBe(201);
    expect(sampleSize(10_000)).toBe(385);
  });

  test("nobody needs no form, one person one", () => {
    expect(sampleSize(0)).toBe(0);
    expect(sampleSize(1)).toBe(1);
  });

  test("the result is the least whole number not below N ÷ (1 + N·e²), and never above N", () => {
    const population = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
    const tenths = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(population, tenths, (size, margin) => {
        const text =
          margin % 10 === 0 ? String(margin / 10) : `${(margin - (margin % 10)) / 10}.${margin % 10}`;
        const n = BigInt(sampleSize(size, { marginPercent: text }));
        // e = margin ÷ 1000, so n = N·10⁶ ÷ (10⁶ + N·margin²).
        const over = BigInt(size) * 1_000_000n;
        const under = 1_000_000n + BigInt(size) * BigInt(margin) ** 2n;
        expect(n * under >= over && (n - 1n) * under < over && n <= BigInt(size)).toBe(true);
      }),
    );
  });

  test("a wrong call is refused", () => {
    for (const population of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => sampleSize(population)).toThrow(RangeError);
    }
    for (const marginPercent of ["0", "100", "-5", "5,5", "1e1", Number.NaN, 101]) {
      expect(() => sampleSize(100, { marginPercent })).toThrow(RangeError);
    }
  });
});
