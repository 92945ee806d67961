/** The score vector: scored again it gives the same score, it fits on a line, and no slip of one character passes. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { criteriaSet } from "par-index/criteria";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { checkVector, scoreVector, vectorOf } from "../../src/audit/vector.ts";
import { InvalidError } from "../../src/issue.ts";
import { planOf } from "../../src/plan.ts";
import { readRound } from "../../src/round/read.ts";
import type { Score } from "../../src/score.ts";
import { readCriteriaSet } from "../../src/set/check.ts";
import { anySetAndRound } from "../support/random-round.ts";
import { readSet, smallRound, set as smallSet } from "../support/rounds.ts";
import { viOf } from "../support/words.ts";

const read = (set: ReturnType<typeof criteriaSet>, name: string) =>
  readRound(
    set,
    JSON.parse(readFileSync(new URL(`../../docs/examples/${name}.json`, import.meta.url), "utf8")),
  );
const departments = criteriaSet("hoa-lam/department/2026");
const departmentsRound = read(departments, "hoa-lam-departments-2026");

/** A score without the self-scores, which are no part of a vector. */
/** What a vector tells of a score: neither what the unit claims, nor whether it is approved. */
const toldOf = ({ claimed: _, approved: ___, items, ...score }: Score) => ({
  ...score,
  items: items.map(({ claimed: __, ...item }) => item),
});

const codes = (vector: string, set = departments) =>
  checkVector(set, vector).map(({ code, item }) => [code, item]);

describe("laws of the vector", () => {
  test("a vector scored again is the score of the round, at any point in the process", () => {
    fc.assert(
      fc.property(
        anySetAndRound(),
        fc.constantFrom(undefined, "self", "final", "2027-01-01"),
        (raw, until) => {
          const set = readCriteriaSet(raw.set);
          const round = readRound(set, raw.round);
          for (const score of assess(set, round, { until }).scores) {
            const vector = vectorOf(set, round, score.unit, { until });
            expect(vector).toMatch(/^[\x21-\x7e]+$/);
            expect(toldOf(scoreVector(set, vector))).toEqual(toldOf(score));
          }
        },
      ),
      { numRuns: 100, interruptAfterTimeLimit: 15_000 },
    );
  });

  test("a vector scores alike for every unit of the examples, in at most 2,000 characters", () => {
    const communes = criteriaSet("hoa-lam/commune/2026");
    for (const [set, round] of [
      [departments, departmentsRound],
      [communes, read(communes, "hoa-lam-communes-2026")],
    ] as const) {
      for (const score of assess(set, round).scores) {
        const vector = vectorOf(set, round, score.unit);
        expect(vector.length).toBeLessThanOrEqual(2000);
        expect(toldOf(scoreVector(set, vector))).toEqual(toldOf(score));
      }
    }
  });

  test("no slip of one character passes: changed, left out, doubled or exchanged with its neighbour", () => {
    const vector = vectorOf(smallSet, smallRound(), "hoa-lam/so-a");
    const signs = "0123456789abcnruwgtsqlhABCXYZ;,/~*=+-.@";
    for (let at = 0; at < vector.length; at++) {
      const [head, sign, tail] = [vector.slice(0, at), vector[at] as string, vector.slice(at + 1)];
      const slips = [
        ...[...signs].map((it) => head + it + tail),
        head + tail,
        head + sign + sign + tail,
        head + tail.slice(0, 1) + sign + tail.slice(1),
      ];
      for (const slip of slips)
        if (slip !== vector) expect(checkVector(smallSet, slip), slip).not.toEqual([]);
    }
  });
});

describe("a vector that is read", () => {
  const vector = vectorOf(departments, departmentsRound, "hoa-lam-so-y-te");

  test("may be broken over lines", () => {
    expect(codes(vector.replace(/(.{60})/g, "$1\n  "))).toEqual([]);
  });

  test("names the item at which a slip stands", () => {
    const sections = vector.split(";");
    const slip = (section: number, at: number, mark: string): string => {
      const copy = [...sections];
      const marks = (copy[section] as string).split(",");
      marks[at] = mark;
      copy[section] = marks.join(",");
      return copy.join(";");
    };
    expect(codes(slip(5, 0, "4"))).toEqual([["vector-mark-wrong", "1.1.1"]]);
    expect(codes(slip(5, 1, "17"))).toEqual([["vector-mark-wrong", "1.1.2"]]);
    expect(codes(slip(5, 1, "21/20"))).toEqual([["numerator-above-denominator", "1.1.2"]]);
    expect(codes(slip(5, 1, "=99"))).toEqual([["points-above-maximum", "1.1.2"]]);
    expect(codes(slip(5, 2, "111"))).toEqual([["vector-mark-wrong", "1.2"]]);
    expect(codes(slip(5, 7, "5*4"))).toEqual([["vector-mark-wrong", "1.5"]]);
    expect(codes(slip(5, 7, "5~0*4"))).toEqual([["target-zero", "1.5"]]);
    expect(codes(slip(5, 10, "2"))).toEqual([["vector-mark-wrong", "1.7"]]);
    expect(codes(slip(5, 10, "0.5l"))).toEqual([["vector-mark-wrong", "1.7"]]);
    expect(codes(slip(5, 0, "ws"))).toEqual([["vector-mark-wrong", "1.1.1"]]);
    expect(codes(slip(6, 1, "3"))).toEqual([["vector-mark-wrong", "9.1.2"]]);
    expect(codes(slip(6, 2, "=-1"))).toEqual([["points-below-floor", "9.1.3"]]);
    expect(codes(slip(5, 0, "1,1"))).toEqual([["vector-length-differs", undefined]]);
    expect(codes(slip(3, 0, "other"))).toEqual([["vector-part-wrong", undefined]]);
    expect(codes(slip(4, 0, "2026-02-30"))).toEqual([["vector-part-wrong", undefined]]);
    expect(codes(slip(7, 0, "x"))).toEqual([["vector-part-wrong", undefined]]);
  });

  test("shows in figures what a mark has to look like, in either language without a word of the other", () => {
    for (const set of [departments, criteriaSet("hoa-lam/commune/2026"), smallSet]) {
      const leaves = planOf(set, "test").leaves;
      const group = set.groups[0]?.id;
      const marks = leaves.map(() => "?").join(",");
      const lines = [...set.bonus.lines, ...set.penalty.lines].map(() => "?").join(",");
      const issues = checkVector(
        set,
        `PI1;${set.id}@${set.edition};?;${group};;${marks};${lines};0;00000000`,
      );
      expect(issues.length).toBe(1 + leaves.length + set.bonus.lines.length + set.penalty.lines.length);
      for (const { params } of issues.slice(1)) expect(params["expected"]).toMatch(/^[\d/~*+., …]+$/);
    }
    const [issue] = checkVector(departments, vector.replace(";1,44/48,1110,", ";1,44/48,111,"));
    expect(viOf(issue)).toContain("Mục 1.2: mã “111” trong dãy mã điểm không đọc được (cần: 0000 … 1111).");
  });

  test("is of one set, one edition and one text of it", () => {
    expect(codes(vector, criteriaSet("hoa-lam/commune/2026"))).toEqual([["vector-of-other-set", undefined]]);
    const small = vectorOf(smallSet, smallRound(), "hoa-lam/so-a");
    const changed = readSet((it) => {
      it["title"] = { vi: "Tên khác" };
    });
    expect(codes(small, changed)).toEqual([["vector-check-differs", undefined]]);
    for (const text of ["", "PI1", "PI2;x", "điểm"])
      expect(codes(text)).toEqual([["vector-unreadable", undefined]]);
  });

  test("throws for wrong calls, and for vectors that cannot be read", () => {
    expect(scoreVector(departments, vector).approved).toBe(false);
    expect(() => scoreVector(departments, `${vector}X`)).toThrow(InvalidError);
    expect(() => scoreVector(departments, 1 as never)).toThrow(TypeError);
    expect(() => vectorOf(departments, departmentsRound, "hoa-lam-so-x")).toThrow(RangeError);
    expect(() => vectorOf(departments, departmentsRound, "hoa-lam-so-quy-hoach-kien-truc")).toThrow(
      /no-self-assessment/,
    );
  });
});
