import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as number from "../src/number.ts";
import * as oracle from "./support/oracle.ts";

/** Texts of values of every size: safe, just beyond 2^53, far beyond; of both signs; many that share denominators. */
const decimalText = fc.oneof(
  fc
    .integer({ min: -10_000, max: 10_000 })
    .map((cents) => oracle.print(oracle.over(BigInt(cents), 100n), 2, "down")),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 8 }))
    .map(([n, places]) => oracle.print(oracle.over(n, 10n ** BigInt(places)), places, "down")),
);
const fractionText = fc
  .tuple(
    fc.oneof(
      fc.bigInt({ min: -1000n, max: 1000n }),
      fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
      fc.bigInt({ min: 2n ** 53n - 3n, max: 2n ** 53n + 3n }),
    ),
    fc.oneof(fc.bigInt({ min: 1n, max: 1000n }), fc.bigInt({ min: 1n, max: 2n ** 60n })),
  )
  .map(([n, d]) => `${n}/${d}`);
const value = fc.oneof(decimalText, fractionText);
const read = (text: string) => number.readFraction(text);
const runs = { numRuns: 3000 };

describe("arithmetic equals fractions of BigInts", () => {
  test.each([
    ["add", number.add, oracle.plus],
    ["subtract", number.subtract, oracle.minus],
    ["multiply", number.multiply, oracle.times],
  ] as const)("%s", (_, ours, theirs) => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(number.fractionText(ours(read(a), read(b)))).toBe(
          oracle.text(theirs(oracle.of(a), oracle.of(b))),
        );
      }),
      runs,
    );
  });

  test("divide, by anything but 0", () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        if (oracle.of(b).n === 0n) {
          expect(() => number.divide(read(a), read(b))).toThrow(RangeError);
          return;
        }
        expect(number.fractionText(number.divide(read(a), read(b)))).toBe(
          oracle.text(oracle.divided(oracle.of(a), oracle.of(b))),
        );
      }),
      runs,
    );
  });

  test("addTimes, divideByCount", () => {
    const count = fc.oneof(fc.nat({ max: 1000 }), fc.maxSafeNat());
    fc.assert(
      fc.property(value, value, count, (a, b, times) => {
        const by = oracle.over(BigInt(times), 1n);
        expect(number.fractionText(number.addTimes(read(a), read(b), times))).toBe(
          oracle.text(oracle.plus(oracle.of(a), oracle.times(oracle.of(b), by))),
        );
        if (times === 0) return;
        expect(number.fractionText(number.divideByCount(read(a), times, 100))).toBe(
          oracle.text(oracle.divided(oracle.of(a), oracle.times(by, oracle.over(100n, 1n)))),
        );
      }),
      runs,
    );
  });

  test("hundredthsOf is the value in hundredths, or says that it is no whole number of them up to 10,000", () => {
    const short = fc
      .tuple(
        fc.integer({ min: -200, max: 20_000 }),
        fc.constantFrom(1, 2, 3, 4, 5, 7, 10, 20, 25, 40, 50, 100, 200),
      )
      .map(([n, d]) => [`${n}/${d}`, number.fraction(n, d)] as const);
    fc.assert(
      fc.property(
        fc.oneof(
          short,
          value.map((text) => [text, read(text)] as const),
        ),
        ([text, it]) => {
          const found = number.hundredthsOf(it);
          const wanted = oracle.times(oracle.of(text), oracle.over(100n, 1n));
          if (found !== undefined) expect(oracle.text(wanted)).toBe(String(found));
          else if (typeof it.n === "number" && 100 % Number(it.d) === 0)
            expect(it.n < 0 || it.n * (100 / Number(it.d)) > 10_000).toBe(true);
        },
      ),
      runs,
    );
    expect(
      [
        [1, 4],
        [0, 1],
        [100, 1],
        [10_001, 100],
        [1, 3],
        [-1, 2],
      ].map(([n, d]) => number.hundredthsOf(number.fraction(n as number, d as number))),
    ).toEqual([25, 0, 10_000, undefined, undefined, undefined]);
  });

  test("compare, equals, least, greatest", () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const order = oracle.order(oracle.of(a), oracle.of(b));
        expect(number.compareExact(read(a), read(b))).toBe(order);
        expect(number.equals(read(a), read(b))).toBe(order === 0);
        expect(number.fractionText(number.least(read(a), read(b)))).toBe(
          oracle.text(oracle.of(order > 0 ? b : a)),
        );
        expect(number.fractionText(number.greatest(read(a), read(b)))).toBe(
          oracle.text(oracle.of(order < 0 ? b : a)),
        );
      }),
      runs,
    );
  });

  test("of two that are equal the least and the greatest is the first, as it is written", () => {
    const [one, other] = [number.fraction(1, 2), number.fraction(2, 4)];
    expect(number.least(one, other)).toBe(one);
    expect(number.greatest(one, other)).toBe(one);
  });

  test("a value equals itself however it is written: 1/3 and a million million thirds over a million million", () => {
    const big = 10n ** 30n;
    expect(number.compareExact(read("1/3"), read(`${big}/${3n * big}`))).toBe(0);
  });

  test("a sum is the same in every order", () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 12 }), (texts) => {
        const forwards = number.sum(texts.map(read));
        const backwards = number.sum([...texts].reverse().map(read));
        const expected = texts.map(oracle.of).reduce(oracle.plus, oracle.of("0"));
        expect(number.fractionText(forwards)).toBe(oracle.text(expected));
        expect(number.fractionText(backwards)).toBe(oracle.text(expected));
      }),
    );
  });

  test("an integer is one, and nothing else is", () => {
    fc.assert(
      fc.property(value, (a) => {
        expect(number.isWhole(read(a))).toBe(oracle.of(a).d === 1n);
      }),
      runs,
    );
  });
});

describe("a sum of fractions with unlike denominators", () => {
  const primes = [1_000_003, 1_000_033, 1_000_037, 1_000_039, 1_000_081, 1_000_099].map(BigInt);

  test("is no longer than their least common denominator, in whatever order they come", () => {
    const part = fc.tuple(fc.nat(), fc.nat(), fc.nat()).map(([n, a, b]) => {
      const [p, q] = [primes[a % primes.length] as bigint, primes[b % primes.length] as bigint];
      return `${n}/${p * (p === q ? 1n : q) * 2n ** 30n}`;
    });
    const common = primes.reduce((so, prime) => so * prime, 2n ** 30n);
    fc.assert(
      fc.property(fc.array(part, { minLength: 100, maxLength: 100 }), (parts) => {
        const total = number.sum(parts.map(read));
        expect(BigInt(total.d) <= common).toBe(true);
        expect(number.fractionText(total)).toBe(
          oracle.text(parts.map(oracle.of).reduce(oracle.plus, oracle.of("0"))),
        );
      }),
      { numRuns: 20 },
    );
  });

  test("takes no greatest common divisor at each step: some times as long as one without any", () => {
    // The points of 368 leaves of 0.25 with counts next to 2^53: their common denominator has some 20,000 bits.
    const pairs = Array.from({ length: 368 }, (_, at) => ({
      n: 2n ** 50n + BigInt(at),
      d: 4n * (2n ** 53n - BigInt(2 * at + 1)),
    }));
    const parts = pairs.map(({ n, d }) => read(`${n}/${d}`));
    const bare = () => pairs.reduce((so, { n, d }) => ({ n: so.n * d + n * so.d, d: so.d * d }));
    const quickest = (work: () => unknown): number =>
      Math.min(
        ...[1, 2, 3].map(() => {
          const start = performance.now();
          work();
          return performance.now() - start;
        }),
      );
    bare();
    // With a divisor at each step it took some thousand times as long.
    expect(quickest(() => number.sum(parts)) / quickest(bare)).toBeLessThan(50);
  });
});

describe("rounding is one integer quotient and remainder", () => {
  test.each(number.roundingModes)("%s: rounded equals the oracle at 0 to 6 places", (mode) => {
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 6 }), (a, places) => {
        const printed = number.rounded(read(a), places, mode);
        const expected = oracle.print(oracle.of(a), places, mode);
        expect(printed).toBe(expected);
        expect(number.fractionText(number.roundedExact(read(a), places, mode))).toBe(
          oracle.text(oracle.of(expected)),
        );
      }),
      runs,
    );
  });

  test.each(number.roundingModes)("%s: ties of either sign, near 0 and beyond 2^53", (mode) => {
    for (const sign of ["", "-"]) {
      for (const whole of ["0", "1", "2", "3", "9007199254740993", "123456789012345678901"]) {
        for (const tail of ["005", "015", "025", "995", "0049", "0051"]) {
          const text = `${sign}${whole}.${tail}`;
          expect(number.rounded(read(text), 2, mode)).toBe(oracle.print(oracle.of(text), 2, mode));
        }
      }
    }
  });

  test.each([
    ["half-up", ["0.13", "-0.13", "0.12", "0.13"]],
    ["half-even", ["0.12", "-0.12", "0.12", "0.13"]],
    ["down", ["0.12", "-0.12", "0.12", "0.12"]],
    ["up", ["0.13", "-0.13", "0.13", "0.13"]],
  ] as const)("%s by hand", (mode, expected) => {
    expect(
      ["0.125", "-0.125", "0.1249", "0.1251"].map((text) => number.rounded(read(text), 2, mode)),
    ).toEqual(expected);
  });

  test("0.75 × 17/150 is 0.085 exactly and rounds to 0.09 (design 3.1)", () => {
    const points = number.multiply(number.decimal("0.75"), number.fraction(17, 150));
    expect(number.exactText(points)).toBe("0.085");
    expect(number.rounded(points, 2, "half-up")).toBe("0.09");
  });

  test("nothing rounds to minus zero", () => {
    expect(number.rounded(read("-0.001"), 2, "half-up")).toBe("0.00");
  });
});

describe("reading and printing", () => {
  test.each([
    "0",
    "-0",
    "1.50",
    "0.000000000000001",
    "123456789012345",
    "-99999999999999.5",
    "0.1234567890123456789012345678",
  ])("%s is read as the digits that it prints", (text) => {
    expect(number.isDecimal(text)).toBe(true);
    expect(number.fractionText(number.decimal(text))).toBe(oracle.text(oracle.of(text)));
  });

  test.each([
    "",
    "0,5",
    "1e999",
    "NaN",
    "Infinity",
    "01",
    ".5",
    "5.",
    "+1",
    " 1",
    "1 ",
    "--1",
    "0x10",
    "1_000",
    "1".repeat(31),
  ])("“%s” is not a decimal", (text) => {
    expect(number.isDecimal(text)).toBe(false);
  });

  test("the exact text of a value reads back as the value, its decimal where that terminates", () => {
    fc.assert(
      fc.property(value, (a) => {
        const printed = number.exactText(read(a));
        expect(oracle.text(oracle.of(printed))).toBe(oracle.text(oracle.of(a)));
        const { d } = oracle.of(a);
        expect(printed.includes("/")).toBe(10n ** 200n % d !== 0n);
        expect(number.fractionText(number.readFraction(printed))).toBe(oracle.text(oracle.of(a)));
      }),
      runs,
    );
  });

  test.each([
    ["1.50", "1.5"],
    ["100", "100"],
    ["-0.0", "0"],
    ["10.00", "10"],
    ["0.05", "0.05"],
  ])("the shortest text of %s is %s", (text, expected) => {
    expect(number.shortest(text)).toBe(expected);
  });

  test.each([
    [0.1, "0.1"],
    [-0.1, "-0.1"],
    [-0, "0"],
    [0.00012345, "0.00012345"],
    [0.000123456789012345, "0.000123456789012345"],
    [12345678.9012345, "12345678.9012345"],
    [-12345678.9012345, "-12345678.9012345"],
    [1234567890123456, undefined],
    [100000000000000, "100000000000000"],
    [12.34567890123456, undefined],
    [87.25, "87.25"],
    [123456789012345, "123456789012345"],
    [0.1 + 0.2, undefined],
    [1e21, undefined],
    [1e-7, undefined],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
  ])("the JSON number %d is the decimal %s", (given, expected) => {
    expect(number.decimalOfNumber(given)).toBe(expected);
  });

  test.each(["1/0", "1/-2", "a", "1.5/2", "", "1/02"])("readFraction refuses “%s”", (text) => {
    expect(() => number.readFraction(text)).toThrow(RangeError);
  });
});

describe("what is shown of an exact value", () => {
  const places = fc.integer({ min: 0, max: 6 });
  const mode = fc.constantFrom<oracle.Mode>("half-up", "half-even", "down", "up");

  test("is its decimal, or where that does not end the rounded one with the fraction", () => {
    fc.assert(
      fc.property(value, places, mode, (text, at, by) => {
        const own = oracle.of(text);
        const shown = number.shownExactly(read(text), at, by);
        if (shown.fraction === undefined) expect(oracle.order(oracle.of(shown.text), own)).toBe(0);
        else {
          expect(shown.fraction).toBe(oracle.text(own));
          expect(shown.text).toBe(oracle.print(own, at, by));
          expect(oracle.of(oracle.print(own, 60, "down"))).not.toEqual(own);
        }
      }),
      runs,
    );
  });

  test("has its fraction beside it where that is short and the printed decimal does not say it", () => {
    const big = fc
      .tuple(value, fc.bigInt({ min: 2n ** 60n, max: 2n ** 200n }))
      .map(([text, by]): [string, number.Exact] => {
        const own = oracle.of(text);
        return [text, { n: own.n * by, d: own.d * by }];
      });
    const small = value.map((text): [string, number.Exact] => [text, read(text)]);
    fc.assert(
      fc.property(
        fc.oneof(small, big),
        places,
        fc.integer({ min: 2, max: 20 }),
        ([text, given], at, digits) => {
          const own = oracle.of(text);
          const printed = oracle.text(own);
          const isPrinted = oracle.order(oracle.of(oracle.print(own, at, "down")), own) === 0;
          const isShort = printed.replace(/[-/]/g, "").length <= digits;
          // Numbers beyond the safe integers are no points of anything: what is said beside them is only redundant.
          fc.pre(isShort ? printed.length < 15 : true);
          expect(number.briefFraction(given, at, digits)).toBe(isPrinted || !isShort ? undefined : printed);
        },
      ),
      runs,
    );
  });

  test.each([
    ["1/3", 2],
    ["-1/3", 2],
    ["1/9973", 5],
    ["99991/9973", 9],
    ["-99991/9973", 9],
    ["10007/1009", 9],
    ["9999991/99991", 12],
    ["1/7", 2],
    ["123456789/1000000007", 19],
  ])("has %s beside it from %i digits on, long or short", (text, least) => {
    const own = oracle.of(text);
    for (const by of [1n, 7n, 2n ** 70n, 2n ** 200n * 3n]) {
      const given: number.Exact =
        by === 1n ? { n: Number(own.n), d: Number(own.d) } : { n: own.n * by, d: own.d * by };
      for (let digits = 1; digits <= 20; digits++)
        expect(number.briefFraction(given, 2, digits)).toBe(digits < least ? undefined : text);
    }
  });

  test.each(["0", "1", "-3", "0.25", "12.5"])("has no fraction beside %s, however it is written", (text) => {
    const own = oracle.of(text);
    for (const by of [1n, 3n, 2n ** 70n])
      expect(number.briefFraction({ n: own.n * by, d: own.d * by }, 2, 20)).toBeUndefined();
    expect(number.briefFraction(read(text), 2, 20)).toBeUndefined();
  });

  const long = (bits: bigint) => fc.bigInt({ min: 1n, max: 2n ** bits });

  test("is that of the reduced form, whatever both ends of it have in common", () => {
    fc.assert(
      fc.property(long(40n), long(33n), long(400n), (n, d, by) => {
        const text = oracle.text(oracle.over(n, d));
        const shown = text.includes("/") && 100n % oracle.over(n, d).d !== 0n && text.length <= 21;
        const given = { n: n * by * 2n ** 60n, d: d * by * 2n ** 60n };
        expect(number.briefFraction(given, 2, 20)).toBe(shown ? text : undefined);
      }),
      runs,
    );
  });

  test.each([
    [300n, 300n],
    [60n, 400n],
    [900n, 200n],
    [1200n, 1100n],
  ])("of %i bits over %i is reduced", (above, below) => {
    fc.assert(
      fc.property(long(above), long(below), long(150n), (n, d, by) => {
        const given = { n: n * by, d: d * by };
        expect(number.fractionText(given)).toBe(oracle.text(oracle.over(n * by, d * by)));
      }),
      { numRuns: 500 },
    );
  });

  test("has a long one beside what is next to 0 or huge", () => {
    for (const text of ["1/100000000000000003", "100000000000000003/3", "-100000000000000003/7"]) {
      const own = oracle.of(text);
      const given = { n: own.n * 2n ** 90n, d: own.d * 2n ** 90n };
      expect(number.briefFraction(given, 2, 18)).toBeUndefined();
      expect(number.briefFraction(given, 2, 19)).toBe(text);
    }
  });

  test.each(number.roundingModes)("of a mean of thirds is that of the half that they come to, %s", (by) => {
    for (const at of [0, 1, 2])
      for (const sign of ["", "-"])
        expect(number.roundedMean([`${sign}1/3`, `${sign}2/3`].map(read), at, by)).toBe(
          oracle.print(oracle.of(`${sign}1/2`), at, by),
        );
  });

  test("of a mean is that of the exact sum, rounded once, also where many values lie on an edge", () => {
    const edge = fc.integer({ min: -400, max: 400 }).map((n) => `${n}/400`);
    fc.assert(
      fc.property(
        fc.array(fc.oneof(value, edge), { minLength: 1, maxLength: 12 }),
        places,
        mode,
        (texts, at, by) => {
          const sum = texts.map((text) => oracle.of(text)).reduce(oracle.plus);
          const mean = oracle.divided(sum, oracle.of(texts.length));
          expect(number.roundedMean(texts.map(read), at, by)).toBe(oracle.print(mean, at, by));
        },
      ),
      runs,
    );
  });
});

describe("an enclosed sum", () => {
  const grid = 10n ** 8n;

  test("holds the exact sum between its ends, and is settled only where it is known", () => {
    const far = fc.bigInt({ min: -(2n ** 56n), max: 2n ** 56n }).map((n) => `${n}/7`);
    fc.assert(
      fc.property(fc.array(fc.oneof(value, far), { maxLength: 8 }), (texts) => {
        const enclosed = number.enclosedSum();
        let [low, cut] = [0n, 0n];
        let isLost = false;
        for (const text of texts) {
          number.enclose(enclosed, read(text));
          const { n, d } = oracle.of(text);
          const points = (n * grid - ((((n * grid) % d) + d) % d)) / d;
          low += points;
          cut += (n * grid) % d === 0n ? 0n : 1n;
          const bound = BigInt(Number.MAX_SAFE_INTEGER);
          if ([points, low, low + cut].some((it) => it > bound || it < -bound)) isLost = true;
          if (isLost) break;
        }
        expect(number.isSettled(enclosed)).toBe(!isLost && cut === 0n);
        const high = number.highEndOf(enclosed);
        expect(high === undefined).toBe(isLost);
        if (high === undefined) return;
        expect(
          oracle.order(oracle.of(number.fractionText(number.lowEndOf(enclosed))), oracle.over(low, grid)),
        ).toBe(0);
        expect(oracle.order(oracle.of(number.fractionText(high)), oracle.over(low + cut, grid))).toBe(0);
      }),
      runs,
    );
  });

  test("is exact at the edge of what safe integers hold of its grid", () => {
    const bound = BigInt(Number.MAX_SAFE_INTEGER);
    const denominators = [
      1n,
      2n,
      3n,
      7n,
      10n,
      100n,
      128n,
      10_000n,
      100_000_007n,
      90_071_993n,
      2n ** 53n - 1n,
      2n ** 60n,
    ];
    const numerators = denominators.flatMap((d) => {
      // Just what the grid can hold, what can just be scaled, and little.
      const edge = (bound * d) / grid;
      return [edge - 1n, edge, edge + 1n, bound / grid, bound / grid + 1n, bound, bound / 2n, d + 1n, 5n].map(
        (n): [bigint, bigint] => [n, d],
      );
    });
    for (const [n, d] of numerators)
      for (const sign of [1n, -1n]) {
        const own = oracle.over(sign * n, d);
        const enclosed = number.enclosedSum();
        number.enclose(enclosed, number.readFraction(oracle.text(own)));
        const rest = (((own.n * grid) % own.d) + own.d) % own.d;
        const low = (own.n * grid - rest) / own.d;
        const high = low + (rest === 0n ? 0n : 1n);
        const isLost = [low, high].some((it) => it > bound || it < -bound);
        expect(number.isSettled(enclosed)).toBe(!isLost && rest === 0n);
        expect(number.highEndOf(enclosed)).toEqual(isLost ? undefined : { n: Number(high) + 0, d: 10 ** 8 });
        if (!isLost) expect(number.lowEndOf(enclosed)).toEqual({ n: Number(low) + 0, d: 10 ** 8 });
      }
  });

  test("knows a point of the grid however it is written", () => {
    for (const own of [number.fraction(3, 3), { n: 2n ** 70n, d: 2n ** 70n }]) {
      const [one, less] = [number.enclosedSum(), number.enclosedSum()];
      number.enclose(one, own);
      number.enclose(less, number.negate(own));
      expect([one, less].map(({ low, cut }) => [low, cut])).toEqual([
        [10 ** 8, 0],
        [-(10 ** 8), 0],
      ]);
    }
  });

  test("is lost by one part that is too large, wherever the sum stands", () => {
    const enclosed = { low: -9_000_000_000_000_000, cut: 0, tooLarge: false };
    number.enclose(enclosed, number.integer(10 ** 8));
    expect(enclosed.tooLarge).toBe(true);
  });

  test("counts every part that lies between two points, and loses count at the edge", () => {
    const enclosed = number.enclosedSum();
    for (const text of ["1/3", "-1/3", "2/7", "0.5"]) number.enclose(enclosed, read(text));
    expect(enclosed).toEqual({
      low: 33_333_333 - 33_333_334 + 28_571_428 + 50_000_000,
      cut: 3,
      tooLarge: false,
    });
    const full = { low: Number.MAX_SAFE_INTEGER - 2, cut: 1, tooLarge: false };
    number.enclose(full, read("0.00000001"));
    expect(full).toEqual({ low: Number.MAX_SAFE_INTEGER - 1, cut: 1, tooLarge: false });
    number.enclose(full, read("0.00000001"));
    expect(full.tooLarge).toBe(true);
  });

  test("that grew too large says nothing more, whatever is added", () => {
    const enclosed = number.enclosedSum();
    number.enclose(enclosed, read("99999999999"));
    expect(number.isSettled(enclosed)).toBe(false);
    number.enclose(enclosed, read("-99999999999"));
    number.enclose(enclosed, read("1"));
    expect(number.highEndOf(enclosed)).toBeUndefined();
    expect(number.lowEndOf(enclosed)).toEqual({ n: 0, d: 10 ** 8 });
  });
});

describe("numbers of cells", () => {
  test.each([
    [0.1 + 0.2, { text: "0.3", changed: true }],
    [0.3, { text: "0.3", changed: false }],
    [-87.25, { text: "-87.25", changed: false }],
    [999999999999999, { text: "999999999999999", changed: false }],
    [1e15, undefined],
    [10000000000000.25, { text: "10000000000000.3", changed: true }],
    [1e14, { text: "100000000000000", changed: false }],
    [-999999999999999.5, { text: "-1000000000000000", changed: true }],
    [1e-28, { text: `0.${"0".repeat(27)}1`, changed: false }],
    [1e-29, undefined],
    [1e-30, undefined],
    [1.5e-26, { text: `0.${"0".repeat(25)}15`, changed: false }],
    [123456789.0123456, { text: "123456789.012346", changed: true }],
    [1e-20, { text: "0.00000000000000000001", changed: false }],
    [1e-31, undefined],
    [Number.NaN, undefined],
    [Number.NEGATIVE_INFINITY, undefined],
    [0, { text: "0", changed: false }],
  ])("%d shows as %o", (cell, expected) => {
    expect(number.decimalOfCell(cell)).toEqual(expected);
  });

  test("hold a decimal where they lose no digit of it", () => {
    expect(number.cellOfDecimal("87.50")).toBe(87.5);
    expect(number.cellOfDecimal("0.1234567890123456")).toBeUndefined();
    expect(number.cellOfDecimal("1234567890123456")).toBeUndefined();
  });
});

describe("at the edge of the safe integers", () => {
  const edges = [
    "9007199254740991",
    "-9007199254740991",
    "9007199254740992",
    "-9007199254740992",
    "4503599627370496",
    "-4503599627370496",
    "1/9007199254740991",
    "1/9007199254740992",
    "9007199254740991/2",
    "-9007199254740991/3",
    "9007199254740989/9007199254740991",
    "9007199254740988/9007199254740990",
    // The first over the common denominator is beyond 2^53 and odd, its sum with the second is not.
    "4503599627370497/5",
    "-1801439850948197/3",
    // Their products and cross products lie on either side of 2^53.
    "94906265/94906267",
    "-94906267/94906265",
    "94906266",
    "123456789/100000007",
    "-1/94906267",
  ];
  const small = ["1", "-1", "3", "0", "1/3", "-1/2", "0.01"];

  test("every operation is that of BigInts", () => {
    for (const a of [...edges, ...small])
      for (const b of [...edges, ...small]) {
        const [x, y] = [oracle.of(a), oracle.of(b)];
        expect(number.fractionText(number.add(read(a), read(b)))).toBe(oracle.text(oracle.plus(x, y)));
        expect(number.fractionText(number.multiply(read(a), read(b)))).toBe(oracle.text(oracle.times(x, y)));
        expect(number.fractionText(number.subtract(read(a), read(b)))).toBe(oracle.text(oracle.minus(x, y)));
        if (y.n !== 0n)
          expect(number.fractionText(number.divide(read(a), read(b)))).toBe(
            oracle.text(oracle.divided(x, y)),
          );
        expect(number.compareExact(read(a), read(b))).toBe(oracle.order(x, y));
        expect(number.equals(read(a), read(b))).toBe(oracle.order(x, y) === 0);
        expect(number.isSameFraction(read(a), read(b))).toBe(a === b);
        for (const mode of ["half-up", "half-even", "down", "up"] as const)
          expect(number.rounded(number.add(read(a), read(b)), 17, mode)).toBe(
            oracle.print(oracle.plus(x, y), 17, mode),
          );
      }
  });

  test("so is every operation with a count", () => {
    const counts = [0, 1, 3, 100, 94_906_265, 94_906_267, 4_503_599_627_370_496, Number.MAX_SAFE_INTEGER];
    for (const a of [...edges, ...small])
      for (const count of counts) {
        const [x, by] = [oracle.of(a), oracle.of(count)];
        for (const total of ["0", "-1/3", "9007199254740991"])
          expect(number.fractionText(number.addTimes(read(total), read(a), count))).toBe(
            oracle.text(oracle.plus(oracle.of(total), oracle.times(x, by))),
          );
        for (const unit of [1, 100])
          if (count > 0)
            expect(number.fractionText(number.divideByCount(read(a), count, unit))).toBe(
              oracle.text(oracle.divided(x, oracle.times(by, oracle.of(unit)))),
            );
      }
  });

  test("so is all that is said of one value", () => {
    for (const a of [...edges, ...small]) {
      const [x, own] = [oracle.of(a), read(a)];
      const text = oracle.text(x);
      const printed = oracle.print(x, 60, "down");
      const ends = oracle.order(oracle.of(printed), x) === 0;
      expect(number.isWhole(own)).toBe(x.d === 1n);
      expect(number.isZero(own)).toBe(x.n === 0n);
      expect(number.isNegative(own)).toBe(x.n < 0n);
      expect(number.fractionText(number.negate(own))).toBe(oracle.text(oracle.minus(oracle.of("0"), x)));
      expect(number.fractionText(number.halved(own))).toBe(oracle.text(oracle.divided(x, oracle.of("2"))));
      expect(number.fractionText(number.percentOf(own, own))).toBe(
        oracle.text(oracle.divided(oracle.times(x, x), oracle.of("100"))),
      );
      expect(number.terminating(own)).toBe(ends ? number.shortest(printed) : undefined);
      expect(number.exactText(own)).toBe(ends ? number.shortest(printed) : text);
      for (const mode of number.roundingModes)
        for (const places of [0, 1, 2, 8, 15, 16, 20]) {
          const rounded = oracle.print(x, places, mode);
          expect(number.rounded(own, places, mode)).toBe(rounded);
          expect(number.fractionText(number.roundedExact(own, places, mode))).toBe(
            oracle.text(oracle.of(rounded)),
          );
        }
    }
  });

  test.each([0, 1, 2, 14, 15, 16, 17, 25])("one and half a unit of %i decimals are exact", (places) => {
    const unit = oracle.over(1n, 10n ** BigInt(places));
    expect(number.fractionText(number.lastPlace(places))).toBe(oracle.text(unit));
    expect(number.fractionText(number.halfUnit(places))).toBe(
      oracle.text(oracle.divided(unit, oracle.of("2"))),
    );
  });

  test("a decimal is held in safe integers up to 15 digits, however it is written", () => {
    const held = [
      "1".repeat(15),
      `-${"1".repeat(14)}`,
      `0.${"1".repeat(14)}`,
      `${"1".repeat(7)}.${"1".repeat(8)}`,
    ];
    for (const text of held) expect(typeof number.decimal(text).n).toBe("number");
    for (const text of [
      "1".repeat(16),
      "1".repeat(30),
      `0.${"1".repeat(20)}`,
      `-${"1".repeat(8)}.${"1".repeat(9)}`,
    ])
      expect(number.fractionText(number.decimal(text))).toBe(oracle.text(oracle.of(text)));
  });

  test("a value that safe integers hold is held in them", () => {
    for (const text of [...small, "9007199254740991/1", "-9007199254740991/2", "1/9007199254740991"]) {
      expect(typeof read(text).n).toBe("number");
      expect(typeof number.multiply(read(text), number.one).n).toBe("number");
    }
    expect(typeof read("9007199254740992").n).toBe("bigint");
    // What grew large and came back is small again.
    const grown = number.multiply(read("9007199254740991"), read("9007199254740991"));
    expect(typeof number.divide(grown, grown).n).toBe("bigint");
    expect(number.fractionText(number.divide(grown, grown))).toBe("1");
  });

  test("zero is no negative number, a sign alone is none either", () => {
    expect(number.isNegative(number.zero)).toBe(false);
    expect(number.isNegative(read("-1/3"))).toBe(true);
    expect(number.isZero(read("0"))).toBe(true);
    expect(number.isZero({ n: 0n, d: 2n ** 70n })).toBe(true);
    expect(number.isZero({ n: 1n, d: 2n ** 70n })).toBe(false);
    expect(Object.is(number.decimal("-0").n, 0)).toBe(true);
    expect(Object.is(number.decimal("-0.00").n, 0)).toBe(true);
  });

  test("wrong calls say what they are", () => {
    expect(() => number.divide(number.one, number.zero)).toThrow("divide: the divisor is 0");
    expect(() => number.readFraction("x".repeat(100))).toThrow(
      /^readFraction: not a fraction or decimal: x{40}$/,
    );
    expect(() => number.readFraction("1/2x")).toThrow(RangeError);
  });

  test.each(["up", "half-up", "half-even", "down"] as const)(
    "large values round as small ones, mode %s",
    (mode) => {
      for (const n of ["10", "15", "25", "5", "1", "-15", "-25", "-5", "0", "20"]) {
        const value = oracle.over(BigInt(n), 10n);
        expect(number.rounded({ n: BigInt(n) * 10n ** 30n, d: 10n ** 31n }, 0, mode)).toBe(
          oracle.print(value, 0, mode),
        );
        expect(number.rounded(read(oracle.text(value)), 0, mode)).toBe(oracle.print(value, 0, mode));
      }
    },
  );
});
