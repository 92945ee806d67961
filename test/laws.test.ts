/**
 * Laws of the whole chain over random sets and rounds, against an oracle in BigInt fractions that shares no code with
 * `src/`. Each test is named as the law that it holds.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Assessment, assess } from "../src/assess.ts";
import { seal } from "../src/audit/record.ts";
import { verify } from "../src/audit/verify.ts";
import { readRound } from "../src/round/read.ts";
import type { Score } from "../src/score.ts";
import { readCriteriaSet } from "../src/set/check.ts";
import { clone, law } from "./support/law.ts";
import { oracle } from "./support/oracle-score.ts";
import {
  anySetAndRound,
  anySummaryAndRound,
  leavesOf,
  ownKinds,
  type Raw,
  randomFacts,
} from "./support/random-round.ts";

const runs = { numRuns: 100 };

const without = (list: readonly Raw[], at: number): Raw[] => list.filter((_, i) => i !== at);

describe("laws of the whole chain", () => {
  law("no error is found in a round made without errors", (_, { issues }) => {
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  const oracles = ({ set, round }: { set: Raw; round: Raw }, { scores }: Assessment): void => {
    const expected = oracle(set, round).filter(({ scored }) => scored);
    const shown = scores.map(({ unit, state, index, grade, reaches, bounds }) => ({
      unit,
      state,
      index,
      grade,
      reaches,
      low: bounds?.low,
      high: bounds?.high,
    }));
    expect(shown).toEqual(
      expected.map(({ unit, state, printed, grade, reaches, low, high }) => ({
        ...{ unit, state, index: printed, grade, reaches, low, high },
      })),
    );
  };
  law("every index, bound and state is the oracle's", oracles);

  test("every index, bound and state of what was published is the oracle's, and its records verify", () => {
    const met = { own: 0, away: 0 };
    fc.assert(
      fc.property(anySummaryAndRound(), (raw) => {
        const read = readCriteriaSet(raw.set);
        const result = assess(read, raw.round);
        expect(result.issues.filter(({ severity }) => severity === "error")).toEqual([]);
        oracles(raw, result);
        met.own += raw.round.statistics.filter((it: Raw) => it.maxPoints !== undefined).length;
        met.away += raw.round.statistics.filter((it: Raw) => it.notApplicable !== undefined).length;
        const record = clone(seal(read, raw.round, { unit: raw.round.units[0].id }));
        expect(verify(record, { set: read, round: raw.round }).conclusion).toBe("right");
      }),
      runs,
    );
    expect(met.own).toBeGreaterThan(50);
    expect(met.away).toBeGreaterThan(50);
  });

  law("what was read reads back the same and scores the same", ({ set, round }, result) => {
    const read = readCriteriaSet(set);
    const once = readRound(read, round);
    expect(readRound(read, clone(once))).toEqual(once);
    const rebuilt = readCriteriaSet(clone(read));
    expect(rebuilt).toEqual(read);
    expect(assess(rebuilt, once)).toEqual({ ...result, issues: assess(rebuilt, once).issues });
  });

  law("results are frozen plain data that survive JSON", (_, result) => {
    expect(clone(result)).toEqual(JSON.parse(JSON.stringify(result)));
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    const open: unknown[] = [result];
    while (open.length > 0) {
      const it = open.pop();
      if (typeof it !== "object" || it === null) continue;
      expect(Object.isFrozen(it)).toBe(true);
      open.push(...Object.values(it));
    }
  });

  law("inputs that are deep-frozen work, and are not changed", ({ set, round }, result) => {
    const freeze = (it: Raw): Raw => {
      if (typeof it === "object" && it !== null) {
        Object.values(it).forEach(freeze);
        Object.freeze(it);
      }
      return it;
    };
    const before = JSON.stringify([set, round]);
    expect(assess(readCriteriaSet(freeze(clone(set))), freeze(clone(round)))).toEqual(result);
    expect(JSON.stringify([set, round])).toBe(before);
  });

  law(
    "adding a unit leaves every score alone that does not depend on its group",
    ({ set, round }, { scores }) => {
      const more = clone(round);
      const extra = { id: "z-them", name: { vi: "Đơn vị thêm" }, group: "g", kinds: [] };
      more.units.push(extra);
      more.councils[0].units.push(extra.id);
      const again = assess(readCriteriaSet(set), more).scores.filter(({ unit }) => unit !== extra.id);
      expect(again).toEqual(scores);
    },
    { kinds: ownKinds },
  );

  law(
    "a unit that withholds an answer or its evidence never raises its index",
    ({ set, round }, { scores }) => {
      for (const [at, self] of round.selfAssessments.entries()) {
        const before = scores.find(({ unit }) => unit === self.unit);
        for (const i of self.answers.keys()) {
          if (round.ledger.some((it: Raw) => it.unit === self.unit && it.item === self.answers[i].item))
            continue;
          const less = clone(round);
          less.selfAssessments[at].answers = without(less.selfAssessments[at].answers, i);
          const after = assess(readCriteriaSet(set), less).scores.find(({ unit }) => unit === self.unit);
          if (before?.index === undefined || after?.index === undefined) continue;
          expect(Number(after.index)).toBeLessThanOrEqual(Number(before.index));
        }
      }
    },
    { kinds: ownKinds.filter((kind) => kind !== "deduction"), units: 2 },
  );
});

describe("laws of better answers", () => {
  test("a better answer in the direction that the rule declares never lowers a total", () => {
    const better: Readonly<Record<string, (facts: Raw, rule: Raw) => Raw | undefined>> = {
      choice: (_, rule) => ({ choice: rule.options[0].id }),
      checklist: (_, rule) => ({ parts: rule.parts.map((it: Raw) => it.id) }),
      ratio: ({ numerator, denominator }) =>
        numerator < denominator ? { numerator: numerator + 1, denominator } : undefined,
      percent: ({ percent }) =>
        Number(percent) < 99 ? { percent: String(Math.trunc(Number(percent)) + 1) } : undefined,
      bands: ({ percent }) =>
        Number(percent) < 99 ? { percent: String(Math.trunc(Number(percent)) + 1) } : undefined,
      count: ({ count }) => ({ count: count + 1 }),
      stretched: ({ numerator, denominator, percent, value }, rule) => {
        const by = Number(rule.fullAt) > Number(rule.zeroAt) ? 1 : -1;
        const isPart = numerator + by >= 0 && numerator + by <= denominator;
        if (rule.of === "ratio") return isPart ? { numerator: numerator + by, denominator } : undefined;
        const moved = Number(percent ?? value) + by;
        if (rule.of === "number") return { value: String(moved) };
        return moved >= 0 && moved <= 100 ? { percent: String(Number(moved.toFixed(1))) } : undefined;
      },
      deduction: ({ breaches }) => ({
        breaches: breaches.map((it: Raw) => ({ ...it, count: Math.max(0, it.count - 1) })),
      }),
    };
    fc.assert(
      fc.property(
        anySetAndRound({ units: 1, policies: { silence: "accept", missing: "unanswered" } }),
        fc.nat(),
        ({ set, round }, n) => {
          const read = readCriteriaSet(set);
          const answers = round.selfAssessments[0]?.answers.filter((it: Raw) => it.facts !== undefined) ?? [];
          const answer = answers[n % Math.max(1, answers.length)];
          const rule = leavesOf(set.items).find((it) => it.number === answer?.item)?.rule;
          const raised = answer === undefined ? undefined : better[rule.kind]?.(answer.facts, rule);
          if (raised === undefined) return;
          const before = assess(read, round).scores[0];
          answer.facts = raised;
          const after = assess(read, round).scores[0];
          const value = (score: Score | undefined): number =>
            Number(score?.index ?? score?.bounds?.low ?? "0");
          expect(value(after)).toBeGreaterThanOrEqual(value(before));
        },
      ),
      runs,
    );
  });

  test("random facts are facts that the rule accepts", () => {
    // Guards the generator: a rule whose facts were always refused would leave the laws above with nothing to say.
    fc.assert(
      fc.property(anySetAndRound({ units: 1 }), ({ set }) => {
        for (const leaf of leavesOf(set.items))
          if (leaf.source === "a") expect(randomFacts(() => 0, leaf.rule, 4)).toBeTypeOf("object");
      }),
      runs,
    );
  });
});
