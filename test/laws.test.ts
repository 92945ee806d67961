/**
 * Laws of the whole chain over random sets and rounds, against an oracle in BigInt fractions that shares no code with
 * `src/`. Each test is named as the law that it holds.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Assessment, assess } from "../src/assess.ts";
import { readRound } from "../src/round/read.ts";
import type { Score } from "../src/score.ts";
import { readCriteriaSet } from "../src/set/check.ts";
import { type Fraction, num, oracle, over, plus, print, same, times, total } from "./support/oracle-score.ts";
import { anySetAndRound, leavesOf, type Raw, randomFacts, type SetOptions } from "./support/random-round.ts";

const runs = { numRuns: 100 };
const clone = (value: Raw): Raw => JSON.parse(JSON.stringify(value));

function law(
  name: string,
  check: (raw: { set: Raw; round: Raw }, result: Assessment) => void,
  options: SetOptions = {},
): void {
  test(name, () => {
    fc.assert(
      fc.property(anySetAndRound(options), (raw) => check(raw, assess(readCriteriaSet(raw.set), raw.round))),
      runs,
    );
  });
}

const exact = (it: { points?: string | undefined; fraction?: string | undefined }): Fraction =>
  num(it.fraction ?? it.points ?? "0");
const leavesIn = (score: Score) => score.items.filter(({ state }) => state !== undefined);
const without = (list: readonly Raw[], at: number): Raw[] => list.filter((_, i) => i !== at);

describe("laws of the whole chain", () => {
  law("no error is found in a round made without errors", (_, { issues }) => {
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  law("every index, bound and state is the oracle's", ({ set, round }, { scores }) => {
    const expected = oracle(set, round).filter(({ scored }) => scored);
    const shown = scores.map(({ unit, state, index, bounds }) => ({
      unit,
      state,
      index,
      low: bounds?.low,
      high: bounds?.high,
    }));
    expect(shown).toEqual(
      expected.map(({ unit, state, printed, low, high }) => ({ unit, state, index: printed, low, high })),
    );
  });

  law(
    "every leaf's points are the oracle's, exactly, and every leaf is in exactly one state",
    ({ set, round }, { scores }) => {
      const byUnit = new Map(oracle(set, round).map((it) => [it.unit, it]));
      const { places, mode, items } = set.policies.rounding;
      for (const score of scores) {
        const leaves = byUnit.get(score.unit)?.leaves;
        expect(leavesIn(score).map(({ item }) => item)).toEqual(
          leavesOf(set.items).map(({ number }) => number),
        );
        for (const it of leavesIn(score)) {
          const stand = leaves?.get(it.item);
          expect(`${it.item} ${it.state}`).toBe(`${it.item} ${stand?.state}`);
          if (stand?.points === undefined || stand.state !== "scored") continue;
          const points = items ? num(print(stand.points, places, mode)) : stand.points;
          expect(same(exact(it), points), `${it.item}: ${it.fraction ?? it.points}`).toBe(true);
        }
      }
    },
  );

  law("a node is exactly the sum of its children, and prints it rounded once", ({ set }, { scores }) => {
    const { places, mode } = set.policies.rounding;
    const visit = (score: Score, item: Raw): Fraction => {
      const own = score.items.find((it) => it.item === item.number);
      if (item.items === undefined) return own?.points === undefined ? num(0) : exact(own);
      const sum = total(item.items.map((child: Raw) => visit(score, child)));
      if (own?.bounds === undefined)
        expect(own?.points).toBe(own?.maxPoints === "0" ? undefined : print(sum, places, mode));
      return sum;
    };
    for (const score of scores) for (const item of set.items) visit(score, item);
  });

  law("the result is exactly the leaves and the lines", ({ set }, { scores }) => {
    const { places, mode } = set.policies.rounding;
    for (const score of scores) {
      if (score.state !== "complete") continue;
      const sum = total([...leavesIn(score).map(exact), ...score.lines.map(exact)]);
      expect(score.points).toBe(print(sum, places, mode));
    }
  });

  law(
    "the index is points over the applicable maximum, and lines over the declared one",
    ({ set }, { scores }) => {
      const { places, mode } = set.policies.rounding;
      for (const score of scores) {
        if (score.state !== "complete") continue;
        const conversions = score.lines.filter(({ kind }) => kind === "conversion").map(exact);
        const others = score.lines.filter(({ kind }) => kind !== "conversion").map(exact);
        const base = over(
          times(total([...leavesIn(score).map(exact), ...conversions]), num(100)),
          num(score.maxPoints),
        );
        expect(score.index).toBe(
          print(plus(base, over(times(total(others), num(100)), num(set.maxPoints))), places, mode),
        );
      }
    },
  );

  law("sources and domains hold the same points", (_, { scores }) => {
    for (const score of scores) {
      const open = score.items.some(({ state }) => state === "pending");
      if (open) continue;
      const maxima = (list: readonly { maxPoints: string }[]): Fraction =>
        total(list.map(({ maxPoints }) => num(maxPoints)));
      const domains = score.items.filter(({ item, state }) => state === undefined && !item.includes("."));
      expect(same(maxima(score.sources), maxima(domains))).toBe(true);
    }
  });

  law(
    "the order of items' answers, units, entries, statistics and tallies changes nothing",
    ({ set, round }, result) => {
      const turned = clone(round);
      for (const key of ["units", "selfAssessments", "ledger", "statistics", "targets"])
        turned[key].reverse();
      turned.tally.counts.reverse();
      for (const it of turned.selfAssessments) it.answers.reverse();
      for (const it of turned.tally.counts) for (const question of it.questions) question.options.reverse();
      const again = assess(readCriteriaSet(set), turned);
      expect(again.scores).toEqual(result.scores);
      expect(again.rankings).toEqual(result.rankings);
    },
  );

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
    {
      kinds: [
        "choice",
        "checklist",
        "ratio",
        "percent",
        "bands",
        "count",
        "deduction",
        "direct",
        "stretched",
      ],
    },
  );

  law(
    "equal ranked value and equal tie-breakers if and only if equal place, within a group",
    ({ set, round }, { rankings }) => {
      const expected = new Map(oracle(set, round).map((it) => [it.unit, it]));
      const breaker = set.ranking.tieBreakers[0];
      for (const { places } of rankings) {
        const keys = places.map(({ unit }) => {
          const own = expected.get(unit);
          const value = set.ranking.on === "exact" ? own?.index : num(own?.printed ?? "0");
          return { value, tie: breaker === undefined ? undefined : domainPoints(set, own, breaker.exact) };
        });
        for (let i = 1; i < places.length; i++) {
          const alike =
            same(keys[i - 1]?.value as Fraction, keys[i]?.value as Fraction) &&
            (keys[i]?.tie === undefined || tieEqual(keys[i - 1]?.tie, keys[i]?.tie));
          expect(places[i]?.place === places[i - 1]?.place).toBe(alike);
          if (alike) expect((places[i - 1]?.unit ?? "") < (places[i]?.unit ?? "")).toBe(true);
          if (!alike)
            expect(places[i]?.place).toBe(
              set.ranking.ties === "dense" ? (places[i - 1]?.place ?? 0) + 1 : i + 1,
            );
        }
      }
    },
  );

  law("every unit of a round stands in exactly one list of its group", ({ round }, { rankings }) => {
    const listed = rankings.flatMap(({ group, places, unranked }) =>
      [...places, ...unranked].map(({ unit }) => `${group} ${unit}`),
    );
    expect([...listed].sort()).toEqual(round.units.map((it: Raw) => `${it.group} ${it.id}`).sort());
  });

  law("the mean is that of the exact indexes, rounded once", ({ set, round }, { rankings }) => {
    const { places, mode } = set.policies.rounding;
    for (const { group, mean, meanOf } of rankings) {
      const indexes = oracle(set, round)
        .filter((it) => it.group === group && it.index !== undefined)
        .map((it) => it.index as Fraction);
      expect(meanOf).toBe(indexes.length);
      expect(mean).toBe(
        indexes.length === 0 ? undefined : print(over(total(indexes), num(indexes.length)), places, mode),
      );
    }
  });

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
    { kinds: ["choice", "checklist", "ratio", "percent", "bands", "count", "direct", "stretched"], units: 2 },
  );

  law("an uphold changes nothing but the history", ({ set, round }, result) => {
    const more = clone(round);
    const appraised = leavesOf(set.items).filter((it) => it.source === "a");
    for (const { id: unit } of round.units) {
      for (const { number: item } of appraised) {
        if (round.ledger.some((it: Raw) => it.unit === unit && it.item === item)) continue;
        more.ledger.push({ unit, item, stage: "second", by: "chu-tich", date: "2027-01-10", kind: "uphold" });
      }
    }
    const again = assess(readCriteriaSet(set), more);
    expect(again.scores).toEqual(result.scores);
  });

  law(
    "the claimed points of a node are those of its leaves, whatever the council decided",
    ({ set, round }, result) => {
      const untouched = assess(readCriteriaSet(set), { ...clone(round), ledger: [] });
      const claims = (it: Assessment) =>
        it.scores.map(({ unit, claimed, items }) => [unit, claimed, items.map((item) => item.claimed)]);
      expect(claims(untouched)).toEqual(claims(result));
    },
  );

  law(
    "as self-assessed is what the round without its ledger gives where silence accepts",
    ({ set, round }) => {
      const read = readCriteriaSet(set);
      const self = assess(read, round, { until: "self" }).scores.map(({ until: _, ...score }) => score);
      expect(self).toEqual(assess(read, { ...clone(round), ledger: [] }).scores);
    },
    { policies: { silence: "accept" } },
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

function domainPoints(
  set: Raw,
  own: ReturnType<typeof oracle>[number] | undefined,
  isExact: boolean,
): Fraction | undefined {
  const { places, mode, items } = set.policies.rounding;
  const leaves = leavesOf([set.items[0]]);
  const points = leaves.flatMap((leaf) => {
    const stand = own?.leaves.get(leaf.number);
    if (stand?.state === "not-applicable")
      return stand.consequence === "full"
        ? [num(leaf.maxPoints)]
        : stand.consequence === "zero"
          ? [num(0)]
          : [];
    const value = stand?.points ?? num(0);
    return [items && stand?.state === "scored" ? num(print(value, places, mode)) : value];
  });
  if (points.length === 0) return undefined;
  return isExact ? total(points) : num(print(total(points), places, mode));
}

const tieEqual = (a: Fraction | undefined, b: Fraction | undefined): boolean =>
  a === undefined || b === undefined ? a === b : same(a, b);
