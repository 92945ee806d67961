/** Rounds: one broken case for each check of the frame; units that stand apart; the laws of reading; thousands of units. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { hasErrors, InvalidError, type Issue } from "../../src/issue.ts";
import { assertRound, checkRound, judgeRound, readRound } from "../../src/round/read.ts";
import { expectCases } from "../support/cases.ts";
import {
  type Change,
  changedRound,
  entry,
  places,
  type Raw,
  readSet,
  set,
  smallRound,
} from "../support/rounds.ts";

const decision = { number: "40/QD-HD", date: "2027-03-01" };

test("the small round has no issue", () => expect(places(checkRound(set, smallRound()))).toEqual([]));

describe("the frame", () => {
  expectCases([
    ["another set stops the reading", { set: "hoa-lam/commune/2026", units: [] }, ["round-of-other-set set"]],
    ["another edition stops the reading", { edition: 2, units: [] }, ["round-of-other-edition edition"]],
    [
      "a misspelt key",
      (it) => {
        it.ledgers = it.ledger;
        delete it.ledger;
      },
      ["misspelt-key ledgers"],
    ],
    [
      "councils under another key, which nobody misses",
      (it) => {
        it.hoiDong = it.councils;
        delete it.councils;
      },
      ["unknown-key hoiDong"],
    ],
    [
      "self-assessments under another key, which nobody misses",
      (it) => {
        it.selfAssessment = it.selfAssessments;
        delete it.selfAssessments;
      },
      ["misspelt-key selfAssessment"],
    ],
    [
      "the one key that is missing, under another name",
      (it) => {
        it.ledger[0].who = it.ledger[0].by;
        delete it.ledger[0].by;
      },
      ["displaced-key ledger.0.who"],
    ],
    [
      "a missing key beside another one that holds something else",
      (it) => {
        it.ledger[0].who = [it.ledger[0].by];
        delete it.ledger[0].by;
      },
      ["unknown-key ledger.0.who", "missing-key ledger.0.by"],
    ],
    [
      "a missing key beside two others",
      (it) => {
        it.ledger[0].who = it.ledger[0].by;
        it.ledger[0].role = it.ledger[0].by;
        delete it.ledger[0].by;
      },
      ["unknown-key ledger.0.who", "unknown-key ledger.0.role", "missing-key ledger.0.by"],
    ],
    [
      "a finding of a round that has none, for which none can be suggested",
      (it) => {
        it.ledger[0].findings = ["kt-9"];
        delete it.findings;
        for (const entry of it.ledger.slice(1)) delete entry.findings;
      },
      ["unknown-finding ledger.0.findings.0"],
    ],
    [
      "acts that are no list, which nobody misses",
      {
        acts: "10/QD-HD",
        "ledger.4": entry({ stage: "correction", by: "chu-tich", date: "2027-03-01", decision }),
      },
      ["wrong-type acts"],
    ],
    ["a missing title", { title: undefined }, ["missing-key title"]],
    ["a list that is none", { extensions: { unit: "hoa-lam/so-b" } }, ["wrong-type extensions"]],
    ["another format", { format: 2 }, ["wrong-value format"]],
    ["no list of units", { units: "hoa-lam/so-a" }, ["wrong-type units"]],
    [
      "a round without anything",
      (it) => {
        for (const key of Object.keys(it)) delete it[key];
      },
      [
        "missing-key format",
        "missing-key set",
        "missing-key edition",
        "missing-key title",
        "missing-key status",
        "missing-key units",
      ],
    ],
  ]);

  test.each([null, 3, "round", [], undefined, () => 1, new Date(0)])(
    "%s is not a round and throws nothing",
    (value) => {
      const judged = judgeRound(set, value);
      expect(judged.fatal).toBe(true);
      expect(judged.round.units).toEqual([]);
      expect(hasErrors(judged.issues)).toBe(true);
    },
  );
});

describe("text and plain data", () => {
  test("text that is not in NFC is normalised, with a warning", () => {
    const round = smallRound();
    round.units[0].name.vi = "Sở A".normalize("NFD");
    expect(places(checkRound(set, round))).toEqual(["text-normalised units.0.name.vi"]);
    expect(readRound(set, round).units[1]?.name.vi).toBe("Sở A".normalize("NFC"));
  });

  test("thousands of normalised texts do not break the reading off", () => {
    const round = smallRound();
    const nfd = "Sở ".normalize("NFD");
    for (let at = 0; at < 1500; at++)
      round.units.push({ id: `hoa-lam/x-${at}`, name: { vi: `${nfd}${at}` }, group: "chung" });
    expect(readRound(set, round).units.length).toBe(1503);
    expect(checkRound(set, round).filter(({ code }) => code === "text-normalised").length).toBe(1500);
  });

  const cyclic: Raw = { numerator: 17 };
  cyclic.denominator = cyclic;
  class Facts {
    readonly numerator = 17;
    readonly denominator = 20;
  }
  const withGetter = {
    numerator: 17,
    get denominator() {
      throw new Error("read");
    },
  };
  test.each<[string, Raw, string[]]>([
    [
      "NaN",
      { numerator: Number.NaN, denominator: 20 },
      ["number-not-finite selfAssessments.1.answers.1.facts.numerator"],
    ],
    [
      "1e999",
      JSON.parse('{"numerator":1e999,"denominator":20}'),
      ["number-not-finite selfAssessments.1.answers.1.facts.numerator"],
    ],
    [
      "a decimal comma",
      { numerator: "17,5", denominator: 20 },
      ["not-a-count selfAssessments.1.answers.1.facts.numerator"],
    ],
    [
      "a negative count",
      { numerator: -1, denominator: 20 },
      ["not-a-count selfAssessments.1.answers.1.facts.numerator"],
    ],
    ["a cycle", cyclic, ["value-in-cycle selfAssessments.1.answers.1.facts.denominator"]],
    ["a class instance", new Facts(), ["not-plain-data selfAssessments.1.answers.1.facts"]],
    ["a getter", withGetter, ["not-plain-data selfAssessments.1.answers.1.facts.denominator"]],
    ["a function", () => 1, ["not-plain-data selfAssessments.1.answers.1.facts"]],
    [
      "__proto__",
      JSON.parse('{"numerator":17,"denominator":20,"__proto__":{"a":1}}'),
      ["key-not-allowed selfAssessments.1.answers.1.facts.__proto__"],
    ],
  ])("%s in an answer is one issue, of the one unit", (_, facts, expected) => {
    const round = smallRound();
    round.selfAssessments[1].answers[1].facts = facts;
    const judged = judgeRound(set, round);
    expect(places(judged.issues)).toEqual(expected);
    expect([...judged.bad]).toEqual(["hoa-lam/so-a"]);
    expect(judged.issues[0]).toMatchObject({ unit: "hoa-lam/so-a", item: "1.1.2" });
    expect(judged.fatal).toBe(false);
  });

  test("a whole list that is lost makes the round unusable", () => {
    for (const key of [
      "ledger",
      "units",
      "tally",
      "selfAssessments",
      "councils",
      "acts",
      "findings",
      "extensions",
    ]) {
      const round = smallRound();
      Object.defineProperty(round, key, { enumerable: true, get: () => [] });
      const judged = judgeRound(set, round);
      expect(judged.fatal).toBe(true);
      expect(places(judged.issues)).toEqual([`not-plain-data ${key}`]);
    }
    const round = smallRound();
    Object.defineProperty(round.tally, "counts", { enumerable: true, get: () => [] });
    expect(judgeRound(set, round).fatal).toBe(true);
  });
});

describe("a unit with an error stands alone", () => {
  test("the other units keep everything, and the issues are listed by unit", () => {
    const round = smallRound();
    round.selfAssessments[1].answers[0].facts = { choice: "som" };
    const judged = judgeRound(set, round);
    expect(judged.fatal).toBe(false);
    expect([...judged.bad]).toEqual(["hoa-lam/so-a"]);
    expect(judged.round.units.length).toBe(3);
    expect(judged.round.selfAssessments.map(({ answers }) => answers.length)).toEqual([4, 5]);
    expect(() => readRound(set, round)).toThrow(InvalidError);
  });

  test("warnings make no unit stand apart", () => {
    const round = smallRound();
    round.selfAssessments[1].answers[1].evidence = [];
    const judged = judgeRound(set, round);
    expect(judged.issues.length).toBe(1);
    expect(judged.bad.size).toBe(0);
  });

  test.each<[string, Change, string[]]>([
    [
      "a council that cannot be read concerns all its units",
      { "councils.0.title": undefined },
      ["hoa-lam/ban-c", "hoa-lam/so-a", "hoa-lam/so-b"],
    ],
    [
      "an act before its predecessor concerns all units of its council",
      { "acts.2.date": "2027-01-11", ledger: [], findings: [] },
      ["hoa-lam/ban-c", "hoa-lam/so-a", "hoa-lam/so-b"],
    ],
    [
      "a batch twice concerns all units that were counted",
      { "tally.batches.2": "lo-1" },
      ["hoa-lam/ban-c", "hoa-lam/so-a", "hoa-lam/so-b"],
    ],
    [
      "a survey held after all concerns the units of its group",
      { surveyNotHeld: [{ group: "chung", reason: "Không tổ chức" }] },
      ["hoa-lam/so-a", "hoa-lam/so-b"],
    ],
    [
      "an entry of an unknown unit concerns no unit of the round",
      { "ledger.4": entry({ unit: "hoa-lam/so-x" }) },
      [],
    ],
    ["a unit twice", (it) => it.units.push(it.units[0]), ["hoa-lam/so-a"]],
  ])("%s", (_, change, units) => {
    const judged = judgeRound(set, changedRound(change));
    expect(hasErrors(judged.issues)).toBe(true);
    expect([...judged.bad].sort()).toEqual(units);
  });
});

describe("laws of reading", () => {
  const written = JSON.parse(JSON.stringify(readRound(set, smallRound())));

  test("what was written reads back the same", () => {
    expect(readRound(set, written)).toEqual(written);
    expect(checkRound(set, written)).toEqual([]);
  });

  test("the order of every list without meaning changes nothing", () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const round = smallRound();
        shuffleLists(round, (n) => g(fc.nat, { max: n }));
        expect(JSON.stringify(readRound(set, round))).toBe(JSON.stringify(written));
      }),
    );
  });

  test("the order of every list changes no issue of a broken round, but for its place", () => {
    const broken = (): Raw => {
      const round = smallRound();
      round.selfAssessments[1].answers[0].facts = { choice: "som" };
      round.ledger.push(entry({ kind: "adjust", points: "9", reason: "Sai" }));
      round.statistics[0].unit = "hoa-lam/so-x";
      round.tally.counts[0].questions[0].options[0].count = 30;
      return round;
    };
    const codes = (round: Raw): string[] =>
      checkRound(set, round)
        .map(({ code, unit }) => `${code} ${unit}`)
        .sort();
    const expected = codes(broken());
    expect(expected.length).toBe(4);
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const round = broken();
        shuffleLists(round, (n) => g(fc.nat, { max: n }));
        expect(codes(round)).toEqual(expected);
      }),
    );
  });

  test("whatever stands anywhere, judging and assessing throw nothing, and what is read reads back the same", () => {
    const strange: readonly unknown[] = [
      null,
      -1,
      0,
      1e21,
      0.1,
      "",
      "x",
      "1.1",
      "hoa-lam/so-b",
      "2026-13-01",
      [],
      [[]],
      {},
      { item: "1.1" },
      true,
      Number.NaN,
      "constructor",
    ];
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const round = smallRound();
        const times = g(fc.integer, { min: 1, max: 3 });
        for (let time = 0; time < times; time++) {
          let holder: Raw = round;
          for (;;) {
            const keys = Object.keys(holder);
            const key = keys[g(fc.nat, { max: keys.length - 1 })] ?? "key";
            const inner = holder[key];
            if (
              typeof inner === "object" &&
              inner !== null &&
              Object.keys(inner).length > 0 &&
              g(fc.nat, { max: 5 }) > 0
            )
              holder = inner;
            else {
              holder[key] = strange[g(fc.nat, { max: strange.length - 1 })];
              break;
            }
          }
        }
        const judged = judgeRound(set, round);
        const { issues } = assess(set, round);
        expect(issues).toEqual(judged.issues);
        if (hasErrors(judged.issues)) {
          expect(() => readRound(set, round)).toThrow(InvalidError);
          return;
        }
        const read = readRound(set, round);
        expect(readRound(set, JSON.parse(JSON.stringify(read)))).toEqual(read);
      }),
    );
  });

  test("issues of a round that was read before point into it as it was read, whatever the order of its file", () => {
    const gaps = (): Raw => {
      const round = smallRound();
      round.selfAssessments[0].answers.pop();
      round.selfAssessments[1].answers[1].evidence = [];
      round.statistics.pop();
      round.units[0].name.vi = "Sở A".normalize("NFD");
      round.ledger.reverse();
      return round;
    };
    const told = (round: unknown): readonly Issue[] =>
      checkRound(set, round).filter(({ code }) => code !== "text-normalised");
    const expected = told(JSON.parse(JSON.stringify(readRound(set, gaps()))));
    expect(expected.length).toBeGreaterThan(2);
    const read = readRound(set, gaps());
    const [normalised] = checkRound(set, read);
    expect(normalised?.path).toEqual(["units", 1, "name", "vi"]);
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const round = gaps();
        shuffleLists(round, (n) => g(fc.nat, { max: n }));
        expect(told(readRound(set, round))).toEqual(expected);
      }),
    );
  });

  test("the input is left as it was, and what is read is frozen", () => {
    const round = freeze(smallRound());
    const read = readRound(set, round);
    expect(Object.isFrozen(read.selfAssessments[0]?.answers[0]?.facts)).toBe(true);
    expect(Object.isFrozen(read.tally.counts[0]?.questions)).toBe(true);
  });

  test("a round that was read is not judged again, and only such a round is taken for one", () => {
    const read = readRound(set, smallRound());
    expect(judgeRound(set, read).round).toBe(read);
    expect(() => assertRound(set, read, "explain")).not.toThrow();
    expect(() => assertRound(set, structuredClone(read), "explain")).toThrow(
      "explain: the round was not made by readRound of this copy: it is a clone",
    );
    expect(() => assertRound(readSet(), read, "explain")).toThrow(TypeError);
    expect(() => readRound(structuredClone(set), smallRound())).toThrow(TypeError);
  });
});

/** Shuffles every list but roles and holders, whose order the decision gives. */
function shuffleLists(value: Raw, draw: (most: number) => number): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries<Raw>(value)) {
    shuffleLists(inner, draw);
    if (!Array.isArray(inner) || key === "roles" || key === "holders") continue;
    for (let at = inner.length - 1; at > 0; at--) {
      const other = draw(at);
      [inner[at], inner[other]] = [inner[other], inner[at]];
    }
  }
}

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) freeze(inner);
  return Object.freeze(value);
}

test("a round of thousands of units is read in a time that grows with its size", () => {
  const roundOf = (units: number): Raw => {
    const round = smallRound();
    const [template] = round.selfAssessments;
    for (let at = 0; at < units; at++) {
      const unit = `hoa-lam/xa-${at}`;
      round.units.push({ id: unit, name: { vi: `Xã ${at}` }, group: "chung" });
      round.councils[0].units.push(unit);
      round.selfAssessments.push({ ...template, unit });
      round.ledger.push({
        kind: "uphold",
        unit,
        item: "1.1.2",
        stage: "first",
        by: "chu-tich",
        date: "2027-01-10",
      });
      round.extensions.push({ unit, deadline: "self-assessment", by: "2026-12-30", reason: "Vùng bão" });
      round.findings.push({
        id: `kt-${at}x`,
        unit,
        item: "1.3",
        what: "Thiếu hồ sơ",
        by: "Đoàn kiểm tra",
        date: "2026-05-01",
        remedied: "2026-06-01",
      });
    }
    return round;
  };
  const timeOf = (units: number): number => {
    const round = roundOf(units);
    const start = performance.now();
    expect(readRound(set, round).units.length).toBe(units + 3);
    return performance.now() - start;
  };
  timeOf(200);
  const small = timeOf(500);
  // Eight times the size: a quadratic step would take sixty-four times as long.
  expect(timeOf(4000)).toBeLessThan(small * 30);
});
