/**
 * The sealed record: what is sealed verifies, the record of a unit is the same alone and in its group; and the editions
 * of a result, each of which can be sealed.
 */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { criteriaSet } from "par-index/criteria";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { canonicalText } from "../../src/audit/digest.ts";
import { proofOf, seal } from "../../src/audit/record.ts";
import { readRecord, verify } from "../../src/audit/verify.ts";
import { InvalidError } from "../../src/issue.ts";
import { resultEditions } from "../../src/results.ts";
import { readRound } from "../../src/round/read.ts";
import { readCriteriaSet } from "../../src/set/check.ts";
import { library } from "../../src/version.ts";
import { anySetAndRound, type Raw } from "../support/random-round.ts";
import { smallRound, set as smallSet } from "../support/rounds.ts";

const runs = { numRuns: 12, interruptAfterTimeLimit: 20_000 };
const clone = <T>(value: T): Raw => JSON.parse(JSON.stringify(value));
const parsed = (path: string): Raw => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));

const departments = criteriaSet("hoa-lam/department/2026");
const departmentsFile = parsed("../../docs/examples/hoa-lam-departments-2026.json");
const departmentsRound = readRound(departments, departmentsFile);
const health = "hoa-lam-so-y-te";

describe("laws of the record", () => {
  test("what is sealed verifies: digests, recomputation, sums, with the round and without it", () => {
    fc.assert(
      fc.property(
        anySetAndRound(),
        fc.constantFrom("full", "digest"),
        fc.constantFrom(undefined, "self", "final", "2026-12-31"),
        (raw, texts, until) => {
          const set = readCriteriaSet(raw.set);
          const round = readRound(set, raw.round);
          for (const group of ["g", "h"]) {
            const record = seal(set, round, { group }, { texts, until });
            const json = JSON.parse(canonicalText(record));
            expect(json).toEqual(clone(record));
            const whole = verify(json, { set, round });
            expect(whole).toEqual({
              record: expect.anything(),
              against: whole.against,
              conclusion: "right",
              digests: "hold",
              recomputation: "agrees",
              sums: whole.sums,
              round: "same",
              unchecked: [],
            });
            expect(verify(json, { set })).toMatchObject({ digests: "hold", recomputation: "agrees" });
            expect(verify(json)).toMatchObject({
              digests: "hold",
              recomputation: "not-done",
              round: "not-done",
            });
            for (const own of record.units) {
              expect(seal(set, round, { unit: own.unit }, { texts, until })).toEqual(own);
              const answer = verify(clone(own), { set, proof: proofOf(record, own.unit), root: record.root });
              expect(answer).toMatchObject({ digests: "hold", recomputation: "agrees", inclusion: "holds" });
              expect(answer.firstDifference).toBeUndefined();
            }
          }
        },
      ),
      runs,
    );
  });

  test("the results of a record are those of assess", () => {
    fc.assert(
      fc.property(anySetAndRound(), (raw) => {
        const set = readCriteriaSet(raw.set);
        const round = readRound(set, raw.round);
        const { scores, rankings } = assess(set, round);
        for (const group of ["g", "h"]) {
          const record = seal(set, round, { group });
          const ranking = rankings.find((it) => it.group === group);
          expect(record.ranking).toEqual({
            places: ranking?.places,
            unranked: ranking?.unranked,
            complete: ranking?.complete,
            approved: ranking?.approved,
            ...(ranking?.mean === undefined ? {} : { mean: ranking.mean }),
            meanOf: ranking?.meanOf,
            ...(ranking?.passedQuotas === undefined ? {} : { passedQuotas: ranking.passedQuotas }),
          });
          for (const { unit, result, place } of record.units) {
            const score = scores.find((it) => it.unit === unit);
            if (score !== undefined) expect(result.approved).toBe(score.approved);
            expect({
              index: result.index,
              grade: result.grade,
              reaches: result.reaches,
              points: result.points,
              bounds: result.bounds,
            }).toEqual({
              index: score?.index,
              grade: score?.grade,
              reaches: score?.reaches,
              points: score?.points,
              bounds: score?.bounds,
            });
            expect(place.place).toBe(ranking?.places.find((it) => it.unit === unit)?.place);
          }
        }
      }),
      runs,
    );
  });

  test("a record with digests in place of texts gives the same steps and results", () => {
    const full = seal(departments, departmentsRound, { unit: health });
    const digest = seal(departments, departmentsRound, { unit: health }, { texts: "digest" });
    expect([digest.steps, digest.result, digest.place]).toEqual([full.steps, full.result, full.place]);
    expect(canonicalText(digest)).not.toContain(
      departmentsRound.ledger.find(({ unit, reason }) => unit === health && reason !== undefined)?.reason,
    );
    expect(verify(digest, { set: departments }).unchecked).toContain("texts");
  });
});

describe("seal", () => {
  test("names the library as package.json does", () => {
    const { name, version } = parsed("../../package.json");
    expect(library).toBe(`${name} ${version}`);
  });

  test("refuses wrong calls, and rounds with errors", () => {
    expect(() => seal(smallSet, smallRound(), { unit: "hoa-lam/so-x" })).toThrow(RangeError);
    expect(() => seal(smallSet, smallRound(), { group: "x" })).toThrow(RangeError);
    expect(() => seal(smallSet, smallRound(), { group: "chung" }, { until: "later" as never })).toThrow(
      RangeError,
    );
    expect(() => seal(smallSet, smallRound(), { group: "chung" }, { texts: "none" as never })).toThrow(
      RangeError,
    );
    expect(() => seal(clone(smallSet), smallRound(), { group: "chung" })).toThrow(TypeError);
    expect(() => seal(smallSet, { ...smallRound(), edition: 9 }, { group: "chung" })).toThrow(InvalidError);
  });
});

const file = (): Raw => clone(departmentsFile);
const withoutUntil = (scores: ReturnType<typeof assess>["scores"]) =>
  scores.map(({ until: _, ...score }) => score);

describe("editions of a result", () => {
  test("the final act gives the first, each decision of correction the next", () => {
    const editions = resultEditions(readRound(departments, file()));
    expect(editions.map(({ council, edition, until, units }) => [council, edition, until, units])).toEqual([
      ["general", 1, "final", []],
      ["general", 2, "2027-02-26", ["hoa-lam-so-cong-thuong"]],
    ]);
  });

  test("the closed result stays as it was, whatever is corrected later", () => {
    const before = file();
    before.ledger = before.ledger.filter(({ stage }: { stage: string }) => stage !== "correction");
    const corrected = assess(departments, file(), { until: "final" });
    expect(withoutUntil(corrected.scores)).toEqual(withoutUntil(assess(departments, before).scores));
    expect(corrected.rankings).toEqual(assess(departments, before).rankings);
  });

  test("each edition is had again by its `until`, and only the units of the correction differ", () => {
    const round = readRound(departments, file());
    const [first, second] = resultEditions(round);
    const old = assess(departments, round, { until: first?.until });
    const now = assess(departments, round, { until: second?.until });
    const changed = now.scores.filter(
      ({ unit, index }) => old.scores.find((it) => it.unit === unit)?.index !== index,
    );
    expect(changed.map(({ unit }) => unit)).toEqual(second?.units);
  });

  test("a council that has not closed its final stage has none", () => {
    const open = file();
    open.acts = open.acts.filter(({ stage }: { stage: string }) => stage !== "final");
    open.ledger = open.ledger.filter(({ stage }: { stage: string }) => stage !== "correction");
    expect(resultEditions(readRound(departments, open))).toEqual([]);
  });
});

describe("what is wrong with one unit", () => {
  const faulty = "hoa-lam-so-noi-vu";
  const broken = clone(departmentsFile);
  const own = broken.selfAssessments.find(({ unit }: Raw) => unit === faulty);
  own.answers[0].facts = { numerator: 9, denominator: "x" };

  test("does not stop the record of another, which verifies with that very round", () => {
    const record = seal(departments, broken, { unit: health });
    const clean = seal(departments, departmentsRound, { unit: health });
    expect(record.result).toEqual(clean.result);
    expect(record.steps).toEqual(clean.steps);
    expect(verify(record, { set: departments, round: broken })).toMatchObject({
      conclusion: "right",
      round: "same",
    });
  });

  test("stops its own record, and that of its group", () => {
    for (const target of [{ unit: faulty }, { group: "general" }])
      expect(() => seal(departments, broken, target as { unit: string })).toThrow(InvalidError);
  });
});

test("the text of a record with a key that stands twice is refused, with its line", () => {
  const text = JSON.stringify(seal(departments, departmentsRound, { unit: health }), undefined, 2);
  expect(verify(readRecord(text), { set: departments }).recomputation).toBe("agrees");
  const twice = text.replace('  "kind": "unit",', '  "kind": "unit",\n  "kind": "unit",');
  const issuesOf = (): unknown => {
    try {
      return readRecord(twice);
    } catch (error) {
      return error instanceof InvalidError ? error.issues : error;
    }
  };
  expect(issuesOf()).toMatchObject([{ code: "duplicate-key", line: 4 }]);
});
