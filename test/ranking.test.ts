/** The ranking: places, ties and what decides them, each case worked out on paper. */

import { describe, expect, it, test } from "vitest";
import { assess } from "../src/assess.ts";
import { seal } from "../src/audit/record.ts";
import { verify } from "../src/audit/verify.ts";
import { integer, lastPlace, readFraction, subtract, zero } from "../src/number.ts";
import { planOf } from "../src/plan.ts";
import {
  compareKeys,
  compareRanked,
  countBefore,
  decidedBy,
  placeAmong,
  placeNumbers,
  placesByUnit,
  type RankedList,
  type Ranking,
  rank,
  rankingKeys,
} from "../src/ranking.ts";
import type { Score } from "../src/score.ts";
import { readCriteriaSet } from "../src/set/check.ts";
import { tieRound, tieSets } from "./support/conformance.ts";
import { handRound, handSet } from "./support/hand-rounds.ts";
import { law } from "./support/law.ts";
import { type Fraction, num, oracle, over, print, same, total } from "./support/oracle-score.ts";
import { leavesOf, type Raw } from "./support/random-round.ts";
import { readSet } from "./support/rounds.ts";
import { smallSummary } from "./support/sets.ts";

describe("a tie-breaker of which nothing applies to a unit puts that unit last", () => {
  test.each(tieSets().map((raw) => [raw.ranking.tieBreakers[0].by, raw]))("on one %s", (by, raw) => {
    const set = readCriteriaSet(raw);
    const round = tieRound(raw);
    const { scores, rankings } = assess(set, round);
    const [ranking] = rankings;
    expect(rank(set, scores)).toEqual(rankings);
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
    // A closed gate holds a leaf at its floor, whatever its own points are.
    const value = stand?.held?.low ?? stand?.points ?? num(0);
    return [items && stand?.state === "scored" ? num(print(value, places, mode)) : value];
  });
  if (points.length === 0) return undefined;
  return isExact ? total(points) : num(print(total(points), places, mode));
}

const tieEqual = (a: Fraction | undefined, b: Fraction | undefined): boolean =>
  a === undefined || b === undefined ? a === b : same(a, b);

describe("a ranking of plain scores", () => {
  const unplaced = (rankings: readonly Ranking[]) =>
    rankings.flatMap(({ group, unranked }) => unranked.map(({ unit, reason }) => ({ unit, group, reason })));
  const listed = ({ places, unranked, mean, meanOf }: Ranking) => ({ places, unranked, mean, meanOf });

  law("is that of the assessment which gave them", ({ set: raw }, { scores, rankings }) => {
    const own = rank(readCriteriaSet(raw), scores, { apart: unplaced(rankings) });
    expect(own.map(listed)).toEqual(rankings.map(listed));
  });

  law("by each item is by its component index, and survives JSON", ({ set: raw }, { scores }) => {
    const read = readCriteriaSet(raw);
    for (const { item } of scores[0]?.items ?? []) {
      const lists = rank(read, scores, { by: { item } });
      expect(JSON.parse(JSON.stringify(lists))).toStrictEqual(lists);
      for (const { places } of lists)
        for (const { unit, index } of places) {
          const of = scores.find((score) => score.unit === unit);
          const own = of?.items.find((it) => it.item === item);
          // That of a node counts what left a source; a list by an item does not.
          if (own?.index !== undefined && own.state !== undefined) expect(index).toBe(own.index);
        }
    }
    expect(JSON.parse(JSON.stringify(rank(read, scores)))).toStrictEqual(rank(read, scores));
  });

  it("has the mean of exact indexes, whatever they print", () => {
    const leaf = (maxPoints: string): Raw => ({ maxPoints, rule: { kind: "direct", step: "0.01" } });
    const of = handSet([leaf("20"), leaf("10")], "30");
    const { scores } = assess(
      readCriteriaSet(of),
      handRound(of, { a: [{ points: "20" }, { points: "0" }], b: [{ points: "20" }, { points: "10" }] }),
    );
    // 66.67 and 100.00 are printed; the exact mean is 83.333…
    expect(rank(readCriteriaSet(of), scores)[0]).toMatchObject({ mean: "83.33", meanOf: 2 });
  });

  it("of a summary set has the mean of what was published", () => {
    const [first, second] = smallSummary()["items"] as Raw[];
    const raw = {
      ...smallSummary(),
      maxPoints: "30",
      sources: [{ id: "cong-bo", kind: "statistic", title: { vi: "Điểm đã công bố" } }],
      items: [
        { ...first, maxPoints: "20" },
        { ...second, maxPoints: "10" },
      ],
    };
    const read = readCriteriaSet(raw);
    const ids = ["a", "b"];
    const published = [
      ["20", "0"],
      ["20", "10"],
    ];
    const { scores, rankings } = assess(read, {
      ...{
        format: 1,
        set: "hoa-lam/province/2026",
        edition: 1,
        title: { vi: "Đợt minh họa" },
        status: "illustrative",
      },
      units: ids.map((id) => ({ id, name: { vi: `Sở ${id}` }, group: "chung" })),
      statistics: ids.flatMap((unit, at) =>
        ["1", "2"].map((item, of) => ({ unit, item, facts: { points: published[at]?.[of] } })),
      ),
    } as Raw);
    // 66.67 and 100.00 were published; the exact mean is 83.333…
    expect(rankings[0]).toMatchObject({ mean: "83.34", meanOf: 2 });
    expect(rank(read, scores)[0]).toEqual(rankings[0]);
  });
});

describe("what decides between two that print the same index", () => {
  const exactly = (text: string) => readFraction(text);
  const planWith = (on: string, ...breakers: readonly string[]) =>
    planOf(
      readSet((raw) => {
        raw.ranking = { on, ties: "skip", tieBreakers: breakers.map((id) => ({ by: "item", id })) };
      }),
      "test",
    );

  it.each([
    ["the digits to the first that differs, not rounded", "333337/10000", "3333/100", "33.333"],
    ["the published digits where these differ cut off", "33.34", "33.336", "33.34"],
    ["the same, of the lesser one", "33.336", "33.34", "33.33"],
    ["forty digits", `0.${"3".repeat(28)}`, "1/3", `0.${"3".repeat(28)}0`],
  ])("is the exact index, told by %s", (_, own, other, value) => {
    expect(decidedBy(planWith("exact"), [exactly(own)], [exactly(other)])).toEqual({
      by: "exact-index",
      value,
    });
  });

  it("is told as a fraction where forty digits do not tell", () => {
    const one = exactly("1/3");
    const told = (places: number) => decidedBy(planWith("exact"), [one], [subtract(one, lastPlace(places))]);
    expect(told(40)).toEqual({ by: "exact-index", value: `0.${"3".repeat(40)}` });
    expect(told(42)).toEqual({ by: "exact-index", value: "1/3" });
  });

  it("is the first tie-breaker in which they differ, with its value", () => {
    const plan = planWith("published", "1", "2");
    const keys = (...all: readonly (string | undefined)[]) =>
      all.map((text) => (text === undefined ? undefined : exactly(text)));
    const told = (a: readonly (string | undefined)[], b: readonly (string | undefined)[]) =>
      decidedBy(plan, keys(...a), keys(...b));
    expect(told(["80", "5", "7"], ["80", "4", "9"])).toEqual({ by: "item", id: "1", value: "5.00" });
    expect(told(["80", "5", "7"], ["80", "5", "9"])).toEqual({ by: "item", id: "2", value: "7.00" });
    expect(told(["80", undefined, "7"], ["80", undefined, undefined])).toEqual({
      by: "item",
      id: "2",
      value: "7.00",
    });
    expect(told(["80", "0", "7"], ["80", undefined, "9"])).toEqual({ by: "item", id: "1", value: "0.00" });
    expect(told(["80", undefined, "7"], ["80", "0", "9"])).toEqual({ by: "item", id: "1", value: "" });
  });
});

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
    expect(compareKeys([undefined, integer(2)], [undefined, integer(1)])).toBeLessThan(0);
    expect(compareKeys([undefined, integer(2)], [undefined, integer(2)])).toBe(0);
    expect(compareKeys([undefined], [integer(-1)])).toBeGreaterThan(0);
    expect(compareKeys([integer(-1)], [undefined])).toBeLessThan(0);
  });

  test("of who has no index are after all others", () => {
    const plan = planOf(readSet(), "test");
    const [none, some] = [undefined, zero].map((index) => rankingKeys(plan, index, () => undefined));
    expect(compareKeys(none ?? [], some ?? [])).toBeGreaterThan(0);
  });

  test("so many elements come before the first of which it does not hold", () => {
    const list = Array.from({ length: 9 }, (_, at) => at);
    for (let length = 0; length <= list.length; length++)
      for (let from = 0; from <= length; from++)
        expect(countBefore(list.slice(0, length), (element) => element < from)).toBe(from);
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

describe("whom a list holds, and in which order", () => {
  /** Two groups, leaves of 60 and 40 points from two sources; at most half of a group should be of the best grade. */
  const leaf = (maxPoints: string, source: string): Raw => ({
    ...{ maxPoints, source, rule: { kind: "direct", step: "0.01" }, notApplicable: "rescale" },
  });
  const handMade = (change: Raw = {}): Raw =>
    handSet([leaf("60", "a"), leaf("40", "b")], "100", {
      sources: ["a", "b"].map((id) => ({ id, kind: "appraisal", title: { vi: `Nguồn ${id}` } })),
      groups: ["g", "h"].map((id) => ({ id, title: { vi: `Nhóm ${id}` } })),
      grades: [
        { id: "tot", title: { vi: "Tốt" }, from: "50", quota: { percent: "50" } },
        { id: "kha", title: { vi: "Khá" } },
      ],
      ...change,
    });
  const points = (...all: readonly (string | null)[]): Raw[] =>
    all.map((text) => (text === null ? null : text === "na" ? "na" : { points: text }));
  const raw = handMade();
  const set = readCriteriaSet(raw);
  const round = handRound(raw, {
    d: points("30", "30"),
    b: points("30", "40"),
    c: points("na", "20"),
    a: points("45", "15"),
    e: points("na", "na"),
  });
  const { scores } = assess(set, round);
  const [a, b, c, d, e] = ["a", "b", "c", "d", "e"].map((id) => scores.find(({ unit }) => unit === id)) as [
    Score,
    Score,
    Score,
    Score,
    Score,
  ];
  const units = (list: RankedList | undefined) =>
    list?.places.map(({ place, unit, index }) => `${place} ${unit} ${index}`);

  it("is the whole ranking of a small round, of which every value is worked out on paper", () => {
    const head = { format: 1, library: expect.stringMatching(/^par-index /), set: set.id, edition: 1 };
    expect(rank(set, scores)).toEqual([
      {
        ...head,
        group: "g",
        places: [
          { place: 1, unit: "b", index: "70.00", grade: "tot", tied: false },
          { place: 2, unit: "a", index: "60.00", grade: "tot", tied: true },
          { place: 2, unit: "d", index: "60.00", grade: "tot", tied: true },
          { place: 4, unit: "c", index: "50.00", grade: "tot", tied: false },
        ],
        unranked: [{ unit: "e", reason: "not-applicable" }],
        complete: false,
        approved: false,
        // (70 + 60 + 60 + 50) ÷ 4
        mean: "60.00",
        meanOf: 4,
        // Half of four are two; the third has the place of the second, and that is the edge.
        passedQuotas: [{ grade: "tot", percent: "50", allowed: 2, count: 4, edge: ["a", "d"] }],
      },
      { ...head, group: "h", places: [], unranked: [], complete: true, approved: true, meanOf: 0 },
    ]);
  });

  it("is told by an item: its component index, of those to whom it applies", () => {
    const [list] = rank(set, scores, { by: { item: "1.1" } });
    expect(list).toMatchObject({ by: { item: "1.1" }, mean: "58.33", meanOf: 3, complete: false });
    expect(units(list)).toEqual(["1 a 75.00", "2 b 50.00", "2 d 50.00"]);
    expect(list?.places.map(({ tied, grade, decidedBy }) => [tied, grade, decidedBy])).toEqual([
      [false, undefined, undefined],
      [true, undefined, undefined],
      [true, undefined, undefined],
    ]);
    expect(list?.unranked).toEqual(["c", "e"].map((unit) => ({ unit, reason: "not-applicable" })));
    expect(list).not.toHaveProperty("passedQuotas");
    expect(units(rank(set, scores, { by: { item: "1" } })[0])).toEqual(units(rank(set, scores)[0]));
  });

  it("is told by a source, also across groups", () => {
    const lists = rank(set, [...scores, { ...b, unit: "x", group: "h" }], {
      by: { source: "b" },
      across: true,
    });
    expect(lists).toHaveLength(1);
    expect(lists[0]).toMatchObject({ by: { source: "b" }, set: set.id, meanOf: 5 });
    expect(units(lists[0])).toEqual(["1 b 100.00", "1 x 100.00", "3 d 75.00", "4 c 50.00", "5 a 37.50"]);
    expect(lists[0]?.unranked).toEqual([{ unit: "e", reason: "not-applicable" }]);
    expect(lists[0]).not.toHaveProperty("group");
  });

  it("has one list of all units across groups, without quotas", () => {
    const lists = rank(set, [a, { ...b, group: "h" }], {
      across: true,
      apart: [{ unit: "z", group: "h", reason: "replaced" }],
    });
    expect(lists).toHaveLength(1);
    expect(units(lists[0])).toEqual(["1 b 70.00", "2 a 60.00"]);
    expect(lists[0]?.unranked).toEqual([{ unit: "z", reason: "replaced" }]);
    expect(lists[0]).toMatchObject({ complete: true });
    for (const key of ["group", "by", "passedQuotas"]) expect(lists[0]).not.toHaveProperty(key);
  });

  it("leaves out by an item whose own points are open, whatever else of the unit is", () => {
    const open = assess(set, {
      ...round,
      ledger: [
        ...round.ledger,
        {
          ...{ kind: "return", unit: "a", item: "1.1", stage: "final", by: "chu-tich" },
          ...{ date: "2027-01-15", reason: "Thiếu tài liệu" },
        },
      ],
    }).scores;
    expect(rank(set, open)[0]?.unranked).toContainEqual({ unit: "a", reason: "provisional" });
    expect(rank(set, open, { by: { item: "1.1" } })[0]?.unranked).toContainEqual({
      unit: "a",
      reason: "provisional",
    });
    expect(units(rank(set, open, { by: { item: "1.2" } })[0])).toContain("4 a 37.50");
  });

  it("is told by an item as exactly as the set ranks", () => {
    const change = { ranking: { on: "exact", ties: "skip", tieBreakers: [] }, maxPoints: "300" };
    const fine = { ...handSet([leaf("300", "a")], "300", change), sources: [raw.sources[0]] };
    const close = handRound(fine, { a: points("99.99"), b: points("100") });
    for (const on of ["exact", "published"]) {
      const read = readCriteriaSet({ ...fine, ranking: { ...fine.ranking, on } });
      const [list] = rank(read, assess(read, close).scores, { by: { item: "1.1" } });
      // 33.3300 and 33.3333
      expect(units(list)).toEqual(on === "exact" ? ["1 b 33.33", "2 a 33.33"] : ["1 a 33.33", "1 b 33.33"]);
    }
  });

  it("keeps a refused assessment out of every list", () => {
    const refusing = readCriteriaSet(handMade({ policies: { unanswered: "refused" } }));
    const { scores: judged } = assess(
      refusing,
      handRound(raw, { a: points("45", null), b: points("30", "40") }),
    );
    const expected = [{ unit: "a", reason: "refused" }];
    expect(rank(refusing, judged)[0]?.unranked).toEqual(expected);
    expect(rank(refusing, judged, { by: { item: "1.1" } })[0]?.unranked).toEqual(expected);
  });

  it("ranks an uncertain result, and is not complete with it", () => {
    const doubtful: Score = { ...a, state: "uncertain" };
    for (const options of [{}, { by: { item: "1.1" } }] as const) {
      expect(rank(set, [doubtful, b], options)[0]).toMatchObject({
        complete: false,
        meanOf: 2,
        unranked: [],
      });
      expect(rank(set, [a, b], options)[0]).toMatchObject({ complete: true });
    }
  });

  it("counts an exempt unit in the mean, without a place", () => {
    const [list] = rank(set, [a, b], { apart: [{ unit: "b", group: "g", reason: "exempt" }] });
    expect(units(list)).toEqual(["1 a 60.00"]);
    expect(list).toMatchObject({ mean: "65.00", meanOf: 2, complete: true });
    expect(list?.unranked).toEqual([{ unit: "b", reason: "exempt", index: "70.00" }]);
  });

  it.each([
    ["exempt", true],
    ["replaced", true],
    ["not-yet", true],
    ["no-self-assessment", false],
    ["error", false],
    ["provisional", false],
  ] as const)("is complete without a unit that is apart as %s: %s", (reason, complete) => {
    const [list, other] = rank(set, [a], { apart: [{ unit: "0", group: "g", reason }] });
    expect(list).toMatchObject({ complete, unranked: [{ unit: "0", reason }] });
    expect(other).toMatchObject({ complete: true, unranked: [] });
  });

  it("is approved where everybody's result is, those apart too unless nobody said so", () => {
    const [yes, also] = [a, b].map((it) => ({ ...it, approved: true })) as [Score, Score];
    const approved = (all: readonly Score[], said?: boolean) =>
      rank(set, all, { apart: [{ unit: "z", group: "g", reason: "no-self-assessment", approved: said }] })[0]
        ?.approved;
    expect([approved([yes, also]), approved([yes, also], true), approved([yes, also], false)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(approved([yes, b])).toBe(false);
    const byItem = (all: readonly Score[]) => rank(set, all, { by: { item: "1.2" } })[0]?.approved;
    expect([byItem([yes, also]), byItem([a, also])]).toEqual([true, false]);
  });

  it("tells those without a place by id, whatever their reason", () => {
    const apart = ["y", "0", "f"].map((unit) => ({
      unit,
      group: "g",
      reason: "no-self-assessment" as const,
    }));
    expect(rank(set, [e, d], { apart })[0]?.unranked.map(({ unit }) => unit)).toEqual(["0", "e", "f", "y"]);
  });

  it("passes no quota where just as many have the grade as it allows", () => {
    const passed = (of: readonly Score[]) => rank(set, of)[0]?.passedQuotas;
    const low: Score = { ...c, grade: "kha" };
    expect(passed([b, low])).toBeUndefined();
    expect(rank(set, [b, low])[0]).not.toHaveProperty("passedQuotas");
    // One of three is more than half of three, rounded down: none but one.
    expect(passed([a, b, low])).toEqual([{ grade: "tot", percent: "50", allowed: 1, count: 2, edge: ["a"] }]);
  });

  it.each<[string, Raw[], ErrorConstructor, RegExp]>([
    ["scores that are no list", [{}], TypeError, /^rank: the scores must be a list of what score gives/],
    [
      "a score of another set",
      [[{ ...a, set: "x" }]],
      RangeError,
      /the score of a is of x edition 1, not of hoa-lam\/office\/2026 edition 1/,
    ],
    [
      "a score of another edition",
      [[{ ...a, edition: 2 }]],
      RangeError,
      /of hoa-lam\/office\/2026 edition 2, not of/,
    ],
    ["two scores of a unit", [[a, a]], RangeError, /two scores are of unit a$/],
    ["an unknown option", [[a], { before: 1 }], TypeError, /^rank: .*before/],
    ["no set", [[a]], TypeError, /^rank: /],
    ["by nothing", [[a], { by: {} }], TypeError, /`by` is \{ item: … \} or \{ source: … \}, just one/],
    ["by an item and a source", [[a], { by: { item: "1", source: "a" } }], TypeError, /just one of the two/],
    ["by an item that the set has not", [[a], { by: { item: "7" } }], RangeError, /no item "7"/],
    ["by a source that the set has not", [[a], { by: { source: "1" } }], RangeError, /no source "1"/],
  ])("cannot be asked with %s", (what, args, type, message) => {
    const call = () => Reflect.apply(rank, undefined, [what === "no set" ? {} : set, ...args]);
    expect(call).toThrow(type);
    expect(call).toThrow(message);
  });
});
