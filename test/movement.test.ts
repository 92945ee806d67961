/** Two rankings side by side, lists by an item, a source or across groups, and the ranking without one correction. */

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { assess } from "../src/assess.ts";
import { criteriaSet } from "../src/criteria.ts";
import { compareRankings, movementText, type RankingMovement } from "../src/movement.ts";
import { type Ranking, rank } from "../src/ranking.ts";
import { readCriteriaSet } from "../src/set/check.ts";
import { rows } from "../src/sheets/lines.ts";
import { law } from "./support/law.ts";
import { oracle } from "./support/oracle-score.ts";
import { leavesOf } from "./support/random-round.ts";

const set = criteriaSet("hoa-lam/department/2026");
const round = JSON.parse(readFileSync("docs/examples/hoa-lam-departments-2026.json", "utf8"));

describe("a ranking without one correction", () => {
  const with_ = assess(set, round);
  const without = assess(set, round, { without: "498/QĐ-UBND" });

  test("is the final one where nothing else was corrected", () => {
    const final = assess(set, round, { until: "final" });
    expect(without.rankings).toEqual(final.rankings);
    expect(without.without).toBe("498/QĐ-UBND");
    expect(with_.without).toBeUndefined();
  });

  test("side by side shows the one unit that was corrected", () => {
    const [general] = compareRankings(without.rankings, with_.rankings);
    const moved = general?.units.filter(({ gained }) => gained !== undefined && gained !== "0");
    expect(moved).toEqual([
      {
        unit: "hoa-lam-so-cong-thuong",
        state: "both",
        before: { unit: "hoa-lam-so-cong-thuong", place: 7, index: "84.31", grade: "good" },
        after: { unit: "hoa-lam-so-cong-thuong", place: 7, index: "84.42", grade: "good" },
        rose: 0,
        gained: "0.11",
      },
    ]);
    expect(movementText(general as RankingMovement, "vi", { units: round.units })).toMatch(
      /^Trước: 15 đơn vị có hạng.*\nSở Công Thương tỉnh Hoa Lâm: hạng 7 → 7; Chỉ số 84,31 % → 84,42 % \(\+0,11\)\.\n17 đơn vị không thay đổi/,
    );
  });

  test("of a decision that orders no correction is thrown at", () => {
    expect(() => assess(set, round, { without: "1/QĐ" })).toThrow(RangeError);
  });
});

describe("comparing", () => {
  const head = { set: "x/commune/2026", edition: 1, group: "g", complete: true, meanOf: 2 };
  const place = (at: number, unit: string, index: string) => ({ place: at, unit, index, tied: false });
  const before = [
    {
      ...head,
      places: [place(1, "a", "90.10"), place(2, "b", "88.00"), place(3, "c", "80.00")],
      unranked: [],
      mean: "86.03",
    },
  ];
  const after = [
    {
      ...head,
      places: [place(1, "d", "91.00"), place(2, "a", "90.10")],
      unranked: [{ unit: "c", reason: "error" as const }],
    },
  ];

  test("says who is new, gone, apart, and who moved", () => {
    const [one] = compareRankings(before, after) as [RankingMovement];
    expect(one.units.map(({ unit, state, rose, gained }) => [unit, state, rose, gained])).toEqual([
      ["d", "new", undefined, undefined],
      ["a", "both", -1, "0"],
      ["c", "both", undefined, undefined],
      ["b", "gone", undefined, undefined],
    ]);
    expect(movementText(one, "en").split("\n")).toEqual([
      "Before: 3 units with a place, mean 86.03%; after: 2 units with a place.",
      "d: new in the later list, place 1, index 91.00%.",
      "a: place 1 → 2, down 1; index 90.10% → 90.10%.",
      "c: before place 3, index 80.00%; after without a place (its data has an error).",
      "b: no longer in the later list; before place 2, index 88.00%.",
    ]);
    expect(rows([one])[0]).toEqual({ group: "g", unit: "d", state: "new", after: 1, indexAfter: "91.00" });
  });

  test("follows a unit that replaces just one other", () => {
    const units = [{ id: "d", replaces: [{ unit: "b", since: "2026-07-01" }] }];
    const [one] = compareRankings(before, after, { units }) as [RankingMovement];
    expect(one.units[0]).toMatchObject({
      unit: "d",
      state: "both",
      before: { unit: "b" },
      rose: 1,
      gained: "3",
    });
    expect(one.units.some(({ state }) => state === "gone")).toBe(false);
    expect(one.units[0]).not.toHaveProperty("from");
    expect(movementText(one, "en")).toContain("d (in place of b): place 2 → 1, up 1;");
    expect(movementText(one, "vi")).toContain("d (thay cho b): hạng 2 → 1, tăng 1 bậc;");
    expect(rows([one])[0]).toMatchObject({ unit: "d", state: "both", former: "b", before: 2, after: 1 });
  });

  test("follows it where the later list still has the other, as replaced, and the earlier one has it as still to come", () => {
    const units = [{ id: "d", replaces: [{ unit: "b", since: "2026-07-01" }] }];
    const early = before.map((it) => ({ ...it, unranked: [{ unit: "d", reason: "not-yet" as const }] }));
    const [head] = after;
    const late = after.map((it) => ({
      ...it,
      unranked: [...(head?.unranked ?? []), { unit: "b", reason: "replaced" as const }],
    }));
    const there = compareRankings(early, late, { units })[0] as RankingMovement;
    expect(there.units.map(({ unit, state }) => `${unit} ${state}`)).toEqual(["d both", "a both", "c both"]);
    expect(there.units[0]).toMatchObject({ before: { unit: "b" }, rose: 1, gained: "3" });
    const back = compareRankings(late, early, { units })[0] as RankingMovement;
    expect(back.units.map(({ unit, state }) => `${unit} ${state}`)).toEqual(["a both", "b both", "c both"]);
    expect(back.units[1]).toMatchObject({ before: { unit: "d" }, rose: -1, gained: "-3" });
    // Where nobody says who replaced it, it stands in both lists, in the later one apart.
    const told = compareRankings(early, late)[0] as RankingMovement;
    expect(told.units.find(({ unit }) => unit === "b")).toMatchObject({
      state: "both",
      after: { reason: "replaced" },
    });
  });

  test("follows a unit through one that neither list has, and none where one of two is of another list", () => {
    const chain = [
      { id: "d", replaces: [{ unit: "m", since: "2026-07-01" }] },
      { id: "m", replaces: [{ unit: "b", since: "2026-02-01" }] },
    ];
    const [through] = compareRankings(before, after, { units: chain }) as [RankingMovement];
    expect(through.units[0]).toMatchObject({ unit: "d", state: "both", before: { unit: "b" } });
    const apart = [{ id: "d", replaces: ["b", "x"].map((unit) => ({ unit, since: "2026-07-01" })) }];
    const [merged] = compareRankings(before, after, { units: apart }) as [RankingMovement];
    expect(merged.units[0]).toMatchObject({ unit: "d", state: "new", from: ["b"] });
    const circle = [
      { id: "d", replaces: [{ unit: "m", since: "2026-07-01" }] },
      { id: "m", replaces: [{ unit: "d", since: "2026-02-01" }] },
    ];
    expect(compareRankings(before, after, { units: circle })[0]?.units[0]).toMatchObject({ state: "new" });
  });

  test("says both ways who was merged and who was divided, and compares no places", () => {
    const two = [{ id: "d", replaces: ["c", "b"].map((unit) => ({ unit, since: "2026-07-01" })) }];
    const merged = compareRankings(before, after, { units: two })[0] as RankingMovement;
    expect(merged.units[0]).toMatchObject({ unit: "d", state: "new", from: ["b"] });
    expect(merged.units.find(({ unit }) => unit === "b")).toMatchObject({ state: "gone", into: ["d"] });
    expect(movementText(merged, "en")).toContain("d: new in the later list, in place of b, place 1");
    expect(movementText(merged, "vi")).toContain("b: không còn trong bảng sau, nay là d; trước đó hạng 2");
    // As a register has them: the two stand in the later list, as replaced.
    const late = after.map((it) => ({
      ...it,
      unranked: ["c", "b"].map((unit) => ({ unit, reason: "replaced" as const })),
    }));
    const all = compareRankings(before, late, { units: two })[0] as RankingMovement;
    expect(all.units.map(({ unit, state, from, into }) => [unit, state, from ?? into])).toEqual([
      ["d", "new", ["b", "c"]],
      ["a", "both", undefined],
      ["b", "gone", ["d"]],
      ["c", "gone", ["d"]],
    ]);
    expect(all.units.every(({ unit, rose }) => unit === "a" || rose === undefined)).toBe(true);
    expect(rows([all]).map(({ unit, former, successor }) => [unit, former, successor])).toEqual([
      ["d", "b c", undefined],
      ["a", undefined, undefined],
      ["b", undefined, "d"],
      ["c", undefined, "d"],
    ]);
    expect(movementText(all, "en")).toContain("d: new in the later list, in place of b, c, place 1");
    const divided = ["d", "e"].map((id) => ({ id, replaces: [{ unit: "b", since: "2026-07-01" }] }));
    const parts = after.map((it) => ({ ...it, places: [...it.places, place(3, "e", "70.00")] }));
    const split = compareRankings(before, parts, { units: divided })[0] as RankingMovement;
    expect(split.units.map(({ unit, state, from, into }) => [unit, state, from ?? into])).toEqual([
      ["d", "new", ["b"]],
      ["a", "both", undefined],
      ["e", "new", ["b"]],
      ["c", "both", undefined],
      ["b", "gone", ["d", "e"]],
    ]);
    expect(movementText(split, "en")).toContain("b: no longer in the later list, now d, e; before place 2");
  });

  test("takes lists that one side alone has, and refuses two of one group", () => {
    expect(compareRankings([], after)[0]).toMatchObject({ after: { ranked: 2 } });
    expect(compareRankings([], after)[0]?.before).toBeUndefined();
    expect(() => compareRankings([...before, ...before], after)).toThrow(RangeError);
    expect(() => Reflect.apply(compareRankings, undefined, [{}, after])).toThrow(TypeError);
  });
});

/** A difference of printed indexes, of which 0 has no sign. */
const decimalText = (value: number): string => (value + 0).toFixed(6);

describe("laws over random rounds", () => {
  const met = { rose: 0, gained: 0, gone: 0, followed: 0, merged: 0 };
  law(
    "a comparison backwards mirrors the comparison",
    ({ set: raw, round: given }, { rankings }) => {
      // As it stood before the council, with one unit in the place of another that came since.
      const { units, ledger: _, acts: __, councils: ___, ...rest } = given;
      const renamed = JSON.stringify({ ...rest, units }).replaceAll(`"${units[0].id}"`, '"z-moi"');
      const other = assess(readCriteriaSet(raw), JSON.parse(renamed)).rankings;
      // It replaces that one alone, or another too, or is one of two that replace it, or nobody says so.
      const [first, second] = units.map(({ id }: { id: string }) => ({ unit: id, since: "2026-07-01" }));
      const register = [
        [{ id: "z-moi", replaces: [first] }],
        [{ id: "z-moi", replaces: [first, second] }],
        ["z-khac", "z-moi"].map((id) => ({ id, replaces: [first] })),
        [],
      ][JSON.stringify(given).length % 4];
      const there = compareRankings(rankings, other, { units: register });
      const back = compareRankings(other, rankings, { units: register });
      // The line of a unit that is compared with another one bears the other's id backwards.
      const idOf = (group: string | undefined, id: string | undefined): string => `${group} ${id}`;
      const mirror = new Map(
        back.flatMap(({ group, units }) =>
          units.map((unit) => [idOf(group, unit.before?.unit ?? unit.unit), unit]),
        ),
      );
      expect(mirror.size).toBe(there.reduce((sum, { units }) => sum + units.length, 0));
      for (const { group, units } of there)
        for (const { unit, state, before, after, rose, gained, from, into } of units) {
          const opposite = mirror.get(idOf(group, unit));
          expect(opposite?.state).toBe({ both: "both", new: "gone", gone: "new" }[state]);
          expect([opposite?.before, opposite?.after]).toEqual([after, before]);
          expect([opposite?.into, opposite?.from]).toEqual([from, into]);
          expect(rose === undefined ? 0 : rose + (opposite?.rose ?? Number.NaN)).toBe(0);
          expect(gained === undefined ? opposite?.gained : decimalText(-Number(gained))).toBe(
            gained === undefined ? undefined : decimalText(Number(opposite?.gained)),
          );
          if (rose !== undefined && rose !== 0) met.rose += 1;
          if (gained !== undefined && gained !== "0") met.gained += 1;
          if (state !== "both") met.gone += 1;
          if (state === "both" && before?.unit !== unit) met.followed += 1;
          if ((from ?? into ?? []).length > 0) met.merged += 1;
        }
      expect(back.map(({ group, before, after }) => [group, after, before])).toEqual(
        there.map(({ group, before, after }) => [group, before, after]),
      );
    },
    { kinds: ["choice", "checklist", "count", "ratio"], policies: { silence: "accept" }, units: 5 },
  );
  test("there were units that moved, came and went", () => {
    expect(met.rose).toBeGreaterThan(10);
    expect(met.gained).toBeGreaterThan(10);
    expect(met.gone).toBeGreaterThan(10);
    expect(met.followed).toBeGreaterThan(10);
    expect(met.merged).toBeGreaterThan(10);
  });

  law(
    "a list by a domain ranks the component index of those whose domain is settled",
    ({ set: raw, round: given }, { scores }) => {
      const read = readCriteriaSet(raw);
      const domain = read.items[0];
      if (domain === undefined) return;
      const expected = new Map(oracle(raw, given).map((it) => [it.unit, it]));
      for (const { by, places, unranked } of rank(read, scores, { by: { item: domain.id } })) {
        expect(by).toEqual({ item: domain.id });
        for (const { unit, index, grade } of places) {
          const own = scores
            .find((score) => score.unit === unit)
            ?.items.find(({ item }) => item === domain.id);
          if (own?.index !== undefined) expect(index).toBe(own.index);
          expect(grade).toBeUndefined();
          expect(expected.has(unit)).toBe(true);
        }
        for (const { unit, reason } of unranked) {
          const own = scores
            .find((score) => score.unit === unit)
            ?.items.find(({ item }) => item === domain.id);
          if (reason === "provisional") expect(own?.index).toBeUndefined();
        }
      }
    },
  );

  let only = 0;
  law(
    "a list by the root's only child is the list itself, without lines, conversions, limits and tie-breakers",
    ({ set: raw }, { scores, rankings }) => {
      const converts = leavesOf(raw.items).some((it) => it.notApplicable === "rescale-source");
      if (raw.items.length > 1 || converts) return;
      only += 1;
      const read = readCriteriaSet(raw);
      const apart = rankings.flatMap(({ group, unranked }) =>
        unranked
          .filter(({ unit }) => scores.every((score) => score.unit !== unit))
          .map(({ unit, reason }) => ({ unit, group, reason })),
      );
      const byChild = rank(read, scores, { apart, by: { item: raw.items[0].number } });
      const bare = (list: Ranking) => ({
        ...list,
        by: undefined,
        passedQuotas: undefined,
        places: list.places.map((place) => ({ ...place, grade: undefined })),
      });
      expect(byChild.map(bare)).toEqual(rankings.map(bare));
    },
    {
      bonus: false,
      policies: { notApplicable: "rescale", late: { kind: "flag" }, limits: {} },
      ranking: { tieBreakers: [] },
    },
  );
  test("there were such sets", () => expect(only).toBeGreaterThan(10));

  law(
    "a list across groups holds everybody once, by the same values",
    ({ set: raw }, { scores, rankings }) => {
      const read = readCriteriaSet(raw);
      const [all, ...rest] = rank(read, scores, { across: true });
      expect(rest).toEqual([]);
      expect(all).not.toHaveProperty("group");
      const apart = (all?.places ?? []).map(({ unit, index }) => `${unit} ${index}`);
      const ranked = rankings.flatMap(({ places, unranked }) => [
        ...places.map(({ unit, index }) => `${unit} ${index}`),
        ...unranked.flatMap(({ unit, index, reason }) =>
          index === undefined || reason !== "exempt" ? [] : `${unit} ${index}`,
        ),
      ]);
      expect([...apart].sort()).toEqual(ranked.sort());
    },
  );
});
