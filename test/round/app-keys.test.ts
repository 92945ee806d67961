/** Keys that begin with `x-` are an app's own: a round keeps them at every level, and nothing that is computed knows them. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { roundDigest } from "../../src/audit/digest.ts";
import { seal } from "../../src/audit/record.ts";
import { verify } from "../../src/audit/verify.ts";
import { criteriaSet } from "../../src/criteria.ts";
import { explain } from "../../src/explain/explanation.ts";
import { change } from "../../src/fast/change.ts";
import { indexes } from "../../src/fast/indexes.ts";
import type { RoundInput } from "../../src/round/input.ts";
import { checkRound, readLedger, readRound, readSelfAssessment, readTally } from "../../src/round/read.ts";
import { checkCriteriaSet } from "../../src/set/check.ts";
import { smallSet } from "../support/sets.ts";

const read = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../docs/examples/${path}`, import.meta.url), "utf8"));

/** The same value with a key of an app's own in some of its objects, first or last. */
function decorated(value: unknown, hasOne: () => boolean): unknown {
  if (Array.isArray(value)) return value.map((it) => decorated(it, hasOne));
  if (typeof value !== "object" || value === null) return value;
  const parts = Object.entries(value).map(([key, part]) => [key, decorated(part, hasOne)]);
  const own = hasOne() ? [["x-row", appValue(value)]] : [];
  return Object.fromEntries([...own, ...parts, ...(hasOne() ? [["x-2", { id: null }]] : [])]);
}
const appValue = (value: object): unknown => ({ of: Object.keys(value), "x-inner": [1.5, true, "e\u0301"] });

/** How many objects of a value have such a key. */
const count = (value: unknown): number => JSON.stringify(value).split('"x-row":').length - 1;

const cases = [
  ["hoa-lam/department/2026", read("hoa-lam-departments-2026.json")],
  ["hoa-lam/commune/2026", read("hoa-lam-communes-2026.json")],
] as const;

describe.each(cases)("a round of %s", (id, raw) => {
  const set = criteriaSet(id);
  const plain = readRound(set, raw);
  const full: RoundInput = JSON.parse(JSON.stringify(decorated(raw, () => true)));
  const round = readRound(set, full);

  test("keeps them at every object of every part, as they were, without an issue", () => {
    expect(count(round)).toBe(count(decorated(plain, () => true)));
    expect(count(round)).toBeGreaterThan(500);
    expect(round).toHaveProperty(["x-row", "of"], Object.keys(raw));
    expect(round).toHaveProperty(["units", 0, "name", "x-row", "x-inner"], [1.5, true, "e\u0301"]);
    expect(checkRound(set, full)).toEqual(checkRound(set, raw));
    expect(Object.isFrozen(round)).toBe(true);
    expect(readRound(set, JSON.parse(JSON.stringify(round)))).toEqual(round);
  });

  test("gives the same digest, results, explanation and record", () => {
    expect(roundDigest(round)).toBe(roundDigest(plain));
    for (const [given, same] of [
      [round, plain],
      [full, raw],
    ] as const) {
      expect(assess(set, given)).toEqual(assess(set, same));
      expect(indexes(set, given)).toEqual(indexes(set, same));
    }
    const unit = plain.units[3]?.id ?? "";
    expect(explain(set, round, unit)).toEqual(explain(set, plain, unit));
    const record = seal(set, round, { unit });
    expect(record).toEqual(seal(set, plain, { unit }));
    expect(verify(record, { set, round }).recomputation).toBe("agrees");
    const answered = plain.selfAssessments.find((it) => it.unit === unit)?.answers[0];
    const { item = "", ...answer } = answered ?? {};
    expect(change(set, round, indexes(set, round), { unit, item, answer })).toEqual(
      change(set, plain, indexes(set, plain), { unit, item, answer }),
    );
  });

  test("laws hold wherever such keys stand", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.boolean()), (flags) => {
        const some = readRound(
          set,
          decorated(raw, () => flags.next().value === true),
        );
        expect(roundDigest(some)).toBe(roundDigest(plain));
        expect(assess(set, some).rankings).toEqual(assess(set, plain).rankings);
      }),
      { numRuns: 5 },
    );
  });
});

describe("parts of a round", () => {
  const set = criteriaSet("hoa-lam/department/2026");
  const of = { item: "1.1.2", facts: { numerator: 17, denominator: 20, "x-row": 7 } };

  test("keep them too", () => {
    const answers = [of];
    expect(readSelfAssessment(set, { unit: "a", answers }).answers[0]?.facts).toEqual(of.facts);
    const entry = { kind: "uphold", unit: "a", item: "1.1.2", stage: "first", by: "b", date: "2027-01-12" };
    expect(readLedger(set, [{ ...entry, "x-row": 7 }])[0]).toHaveProperty(["x-row"], 7);
    expect(readTally(set, { "x-row": 7 })).toHaveProperty(["x-row"], 7);
  });

  test("hold plain data alone in them", () => {
    const wrong = { unit: "a", answers: [], "x-made": new Date(0), "x-far": "a\u202eb", "x-sum": 1n };
    expect(() => readSelfAssessment(set, wrong)).toThrow(/not-plain-data x-made/);
    expect(() => readSelfAssessment(set, { ...wrong, "x-made": 1, "x-sum": 1 })).toThrow(/text-with-control/);
  });

  test("are no keys of a criteria set or a record", () => {
    expect(checkCriteriaSet({ ...smallSet(), "x-row": 7 }).map(({ code }) => code)).toEqual(["unknown-key"]);
    const round = cases[0][1];
    const record = structuredClone(seal(set, round, { unit: "hoa-lam-so-y-te" }));
    Object.assign(record.inputs, { "x-row": 7 });
    const verdict = verify(record, { set });
    expect(verdict.digests).toBe("unreadable");
    expect(verdict.firstDifference?.step).toContain("x-row");
  });
});
