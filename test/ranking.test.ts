/** The ranking: places, ties and what decides them, each case worked out on paper. */

import { describe, expect, test } from "vitest";
import { assess } from "../src/assess.ts";
import { seal } from "../src/audit/record.ts";
import { verify } from "../src/audit/verify.ts";
import { integer } from "../src/number.ts";
import { planOf } from "../src/plan.ts";
import { compareKeys, compareRanked, placeAmong, placeNumbers, placesByUnit } from "../src/ranking.ts";
import { readCriteriaSet } from "../src/set/check.ts";
import { tieRound, tieSets } from "./support/conformance.ts";
import { law } from "./support/law.ts";
import { type Fraction, num, oracle, over, print, same, total } from "./support/oracle-score.ts";
import { leavesOf, type Raw } from "./support/random-round.ts";
import { readSet } from "./support/rounds.ts";

describe("a tie-breaker of which nothing applies to a unit puts that unit last", () => {
  test.each(tieSets().map((raw) => [raw.ranking.tieBreakers[0].by, raw]))("on one %s", (by, raw) => {
    const set = readCriteriaSet(raw);
    const round = tieRound(raw);
    const [ranking] = assess(set, round).rankings;
    const id = raw.ranking.tieBreakers[0].id;
    expect(ranking?.places).toEqual([
      { place: 1, unit: "c", index: "40.00", tied: false, decidedBy: { by, id, value: "30.00" } },
      { place: 2, unit: "a", index: "40.00", tied: false, decidedBy: { by, id, value: "0.00" } },
      { place: 3, unit: "b", index: "40.00", tied: false, decidedBy: { by, id, value: "" } },
    ]);
    const record = seal(set, round, { group: "g" });
    expect(verify(record, { set, round })).toMatchObject({ digests: "hold", recomputation: "agrees" });
  });
});

describe("laws over random rounds", () => {
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

describe("places", () => {
  const keyed = (unit: string, ...keys: readonly (number | undefined)[]) => ({
    unit,
    keys: keys.map((key) => (key === undefined ? undefined : integer(key))),
  });
  const units = [
    keyed("d", 1, 5),
    keyed("b", 3, 1),
    keyed("a", 3, 1),
    keyed("c", 3, undefined),
    keyed("e", undefined, 9),
  ];
  const sorted = [...units].sort(compareRanked);

  test("go down from the greatest key; what is absent stands last, and equal keys by id", () => {
    expect(sorted.map(({ unit }) => unit)).toEqual(["a", "b", "c", "d", "e"]);
    expect(compareKeys(sorted[0]?.keys ?? [], sorted[1]?.keys ?? [])).toBe(0);
    expect(compareKeys([undefined, integer(1)], [undefined, integer(2)])).toBeGreaterThan(0);
    expect(compareKeys([undefined], [integer(-1)])).toBeGreaterThan(0);
    expect(compareKeys([integer(-1)], [undefined])).toBeLessThan(0);
  });

  test("are shared by equal keys, with a gap after them or without", () => {
    expect(placeNumbers(sorted, "skip")).toEqual([1, 1, 3, 4, 5]);
    expect(placeNumbers(sorted, "dense")).toEqual([1, 1, 2, 3, 4]);
    expect(placeNumbers([], "skip")).toEqual([]);
  });

  test.each(["skip", "dense"] as const)("of one among others are those of all together (%s)", (ties) => {
    const plan = planOf(
      readSet((raw) => {
        raw.ranking.ties = ties;
      }),
      "test",
    );
    const all = placesByUnit(plan, units);
    const numbers = placeNumbers(sorted, ties);
    sorted.forEach(({ unit, keys }, at) => {
      expect(all.get(unit)).toBe(numbers[at]);
      expect(
        placeAmong(
          plan,
          sorted.filter((other) => other.unit !== unit),
        )(keys),
      ).toBe(numbers[at]);
    });
  });
});
