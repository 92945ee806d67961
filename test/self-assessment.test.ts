/** Self-assessments read alone, the blank form, days late, and the size of a national round. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateOfDay, dayNumber, lastDayFor, lateDays } from "../src/calendar.ts";
import { InvalidError } from "../src/issue.ts";
import { blankSelfAssessment } from "../src/round/form.ts";
import { checkSelfAssessment, readRound, readSelfAssessment, readStatistics } from "../src/round/read.ts";
import { answers, places, type Raw, readSet, set, smallRound } from "./support/rounds.ts";

describe("a self-assessment read alone", () => {
  const raw = (): Raw => ({ unit: "hoa-lam/so-a", submitted: "2026-12-20", answers: answers().reverse() });

  test("comes out in the order of the set and reads back the same", () => {
    const read = readSelfAssessment(set, raw());
    expect(read.answers.map(({ item }) => item)).toEqual(["1.1.1", "1.1.2", "1.2", "1.3", "2.1"]);
    expect(readSelfAssessment(set, JSON.parse(JSON.stringify(read)))).toEqual(read);
    expect(Object.isFrozen(read.answers[0]?.evidence)).toBe(true);
  });

  test("decimals and counts mean the digits that were printed", () => {
    const one = raw();
    one.answers = [{ item: "1.1.2", facts: { numerator: 17, denominator: 20 }, points: 2.55 }];
    expect(readSelfAssessment(set, one).answers[0]?.points).toBe("2.55");
    one.answers[0].points = 0.1 + 0.2;
    expect(places(checkSelfAssessment(set, one))).toContain("number-not-exact answers.0.points");
  });

  test("an error throws with every issue, a warning does not", () => {
    const one = raw();
    one.answers[4].evidence = [];
    expect(places(checkSelfAssessment(set, one))).toEqual(["evidence-missing answers.4.evidence"]);
    expect(readSelfAssessment(set, one).answers.length).toBe(5);
    one.answers[0].facts = { numerator: 2, denominator: 1 };
    expect(() => readSelfAssessment(set, one)).toThrow(InvalidError);
    expect(checkSelfAssessment(set, one).map(({ unit, item }) => `${unit} ${item}`)).toEqual([
      "hoa-lam/so-a 2.1",
      "hoa-lam/so-a 1.1.1",
    ]);
  });

  test("answers are judged where the rest of the frame is wrong", () => {
    const one = raw();
    one.submitted = "20/12/2026";
    one.answers[0].facts = { numerator: 2, denominator: 1 };
    one.answers[4].evidence = [];
    const found = places(checkSelfAssessment(set, one));
    expect(found).toContain("evidence-missing answers.4.evidence");
    expect(found.length).toBe(checkSelfAssessment(set, { ...one, submitted: raw().submitted }).length + 1);
    expect(found.filter((it) => it.endsWith(" submitted")).length).toBe(1);
    expect(() => readSelfAssessment(set, one)).toThrow(InvalidError);
  });

  test("what is no self-assessment has its issues", () => {
    expect(places(checkSelfAssessment(set, null))).toEqual(["wrong-type "]);
    expect(places(checkSelfAssessment(set, { unit: "Sở A" }))).toEqual([
      "not-an-id unit",
      "missing-key answers",
    ]);
  });
});

describe("the blank form", () => {
  const form = blankSelfAssessment(set, "hoa-lam/so-a");

  test("has one entry for each leaf that the unit answers, in the order of the set", () => {
    expect(form.answers.map(({ item }) => item)).toEqual(["1.1.1", "1.1.2", "1.2", "1.3", "2.1"]);
    expect(form.answers.map(({ facts }) => facts)).toEqual([
      { choice: null },
      { numerator: null, denominator: null },
      { parts: null },
      { count: null },
      { numerator: null, denominator: null },
    ]);
    expect(form.answers[0]?.asks).toMatchObject({
      number: "1.1.1",
      maxPoints: "1",
      evidence: "required",
      mayBeNotApplicable: false,
    });
    expect(form.answers[0]?.asks.choices?.map(({ id }) => id)).toEqual(["dung-han", "cham", "khong"]);
    expect(form.answers[4]?.asks.mayBeNotApplicable).toBe(true);
    expect(form.answers[1]?.asks.rule.vi).toContain("80");
  });

  test("leaves out what the register exempts the unit from", () => {
    const special = blankSelfAssessment(set, { id: "hoa-lam/ban-c", kinds: ["khong-thu-tuc"] });
    expect(special.answers.map(({ item }) => item)).toEqual(["1.1.1", "1.1.2", "1.2", "1.3"]);
  });

  test("left blank, it reads as unanswered without an issue", () => {
    expect(checkSelfAssessment(set, form)).toEqual([]);
    expect(readSelfAssessment(set, form)).toEqual({ unit: "hoa-lam/so-a", answers: [] });
  });

  test("filled in, it reads as the answers that were filled in", () => {
    const filled: Raw = JSON.parse(JSON.stringify(form));
    const given = answers();
    for (const entry of filled.answers)
      Object.assign(
        entry,
        given.find(({ item }) => item === entry.item),
      );
    expect(readSelfAssessment(set, filled)).toEqual(
      readSelfAssessment(set, { unit: "hoa-lam/so-a", answers: given }),
    );
  });

  test("half filled in is an issue, and so is a remark without an answer", () => {
    const half: Raw = JSON.parse(JSON.stringify(form));
    half.answers[1].facts.numerator = 17;
    half.answers[2].explanation = "Đã báo cáo";
    expect(places(checkSelfAssessment(set, half))).toEqual([
      "not-a-count answers.1.facts.denominator",
      "wrong-type answers.2.facts.parts",
    ]);
    half.answers[4].item = "2.9";
    expect(places(checkSelfAssessment(set, half))).toContain("unknown-item answers.4.item");
  });

  test("names every kind of breach of a deduction", () => {
    const deducting = readSet((raw: Raw) => {
      const leaf = raw.items[0].items[2];
      leaf.rule = {
        kind: "deduction",
        breaches: [
          { id: "nhe", title: { vi: "Vi phạm nhẹ" }, points: "0.25" },
          { id: "nang", title: { vi: "Vi phạm nặng" }, points: "1" },
        ],
      };
      delete leaf.examples;
    });
    const blank = blankSelfAssessment(deducting, "hoa-lam/so-a");
    expect(blank.answers[3]?.facts).toEqual({
      breaches: [
        { breach: "nhe", count: null },
        { breach: "nang", count: null },
      ],
    });
    expect(readSelfAssessment(deducting, blank).answers).toEqual([]);
    const shuffled = {
      item: "1.3",
      facts: {
        breaches: [
          { breach: "nang", count: 0 },
          { breach: "nhe", count: 1 },
        ],
      },
      explanation: "Không",
    };
    expect(
      readSelfAssessment(deducting, { unit: "hoa-lam/so-a", answers: [shuffled] }).answers[0]?.facts,
    ).toEqual({
      breaches: [
        { breach: "nhe", count: 1 },
        { breach: "nang", count: 0 },
      ],
    });
  });
});

describe("days late", () => {
  const round = (submitted: string | undefined): Raw => ({
    selfAssessments: [{ unit: "u", submitted, answers: [] }],
    extensions: [],
  });

  test("before 22/12: the 21st is on time, the 22nd is one day late", () => {
    expect(lateDays(set, "u", round("2026-12-21"))).toBe(0);
    expect(lateDays(set, "u", round("2026-12-22"))).toBe(1);
    expect(lateDays(set, "u", round("2027-01-01"))).toBe(11);
    expect(lateDays(set, "u", round(undefined))).toBe(0);
    expect(lateDays(set, "v", round("2027-01-01"))).toBe(0);
  });

  test("by 21/12 means the same as before 22/12", () => {
    const by = readSet((raw: Raw) => {
      delete raw.calendar[0].before;
      raw.calendar[0].by = "2026-12-21";
    });
    expect(lateDays(by, "u", round("2026-12-22"))).toBe(1);
    expect(lastDayFor(by, "u", round(undefined))).toBe(lastDayFor(set, "u", round(undefined)));
  });

  test("an extension moves the deadline of its unit alone", () => {
    const extended = {
      ...round("2026-12-26"),
      extensions: [{ unit: "u", deadline: "self-assessment", by: "2026-12-24", reason: "Sắp xếp lại" }],
    };
    expect(lateDays(set, "u", extended)).toBe(2);
    expect(lateDays(set, "u", { ...extended, extensions: [{ ...extended.extensions[0], unit: "v" }] })).toBe(
      5,
    );
    expect(
      lateDays(set, "u", { ...extended, extensions: [{ ...extended.extensions[0], deadline: "survey" }] }),
    ).toBe(5);
  });

  test("one day more is one day later, over every month and leap year", () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber("2026-12-21"), max: dayNumber("2100-12-31") }), (day) => {
        expect(lateDays(set, "u", round(dateOfDay(day)))).toBe(day - dayNumber("2026-12-21"));
      }),
    );
  });
});

test("statistics come out by unit and in the order of the set", () => {
  const { statistics } = smallRound();
  const read = readStatistics(set, statistics);
  expect(read.map(({ unit, facts }) => [unit, facts])).toEqual([
    ["hoa-lam/so-a", { percent: "50" }],
    ["hoa-lam/so-b", { percent: "62.50" }],
  ]);
  expect(readStatistics(set, JSON.parse(JSON.stringify(read)))).toEqual(read);
  expect(() => readStatistics(set, [{ ...statistics[0], item: "1.3" }])).toThrow(InvalidError);
});

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
