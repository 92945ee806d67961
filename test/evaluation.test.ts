/** The evaluation: sums along the tree and the sources, lines, index and bounds, each case worked out on paper. */
import { describe, expect, test } from "vitest";
import { assess } from "../src/assess.ts";
import { seal } from "../src/audit/record.ts";
import { verify } from "../src/audit/verify.ts";
import { explain } from "../src/explain/explanation.ts";
import { readCriteriaSet } from "../src/set/check.ts";
import { handRound, handSet } from "./support/conformance.ts";
import { exact, law, leavesIn } from "./support/law.ts";
import { num, oracle, over, plus, print, same, times, total } from "./support/oracle-score.ts";
import { leavesOf, type Raw } from "./support/random-round.ts";

const vi = (text: string): Raw => ({ vi: text });
/** A choice of which every option gives at least two points, so that its floor is 2. */
const atLeastTwo = {
  kind: "choice",
  options: [
    { id: "tot", title: vi("Tốt"), points: "10" },
    { id: "dat", title: vi("Đạt"), points: "2" },
  ],
};

describe("the low bound of what is pending is the lesser of 0 and its floor", () => {
  const raw = handSet(
    [
      { maxPoints: "10", rule: atLeastTwo },
      { maxPoints: "90", rule: { kind: "direct", step: "0.01", floor: "-5" } },
    ],
    "100",
  );
  const set = readCriteriaSet(raw);
  const entry = (kind: string, item: string, stage: string, date: string): Raw => ({
    ...{ kind, item, stage, date, unit: "a", by: "chu-tich", reason: "Thiếu tài liệu" },
  });
  /** Nothing is answered; both leaves are returned, and then perhaps upheld. */
  const round = (upheld: boolean): Raw => {
    const plain = handRound(raw, { a: [null, null] });
    for (const role of plain.councils[0].roles) role.decides = ["first", "second"];
    plain.ledger = ["1.1", "1.2"].flatMap((item) => [
      entry("return", item, "first", "2027-01-05"),
      ...(upheld ? [entry("uphold", item, "second", "2027-01-15")] : []),
    ]);
    return plain;
  };

  test("so that a return on an unanswered leaf with a floor above 0, once upheld, ends within its bounds", () => {
    const [open, closed] = [false, true].map((upheld) => assess(set, round(upheld)).scores[0]);
    // 0 of the choice, though each option gives 2; -5 of the other.
    expect(open?.bounds).toEqual({ low: "0.00", high: "100.00" });
    expect(open?.items[0]?.bounds).toEqual({ low: "-5.00", high: "100.00" });
    expect(closed?.items.slice(1).map(({ state, points }) => [state, points])).toEqual([
      ["unanswered", "0"],
      ["unanswered", "-5"],
    ]);
  });

  test("also in the explanation, and in the record, which verifies", () => {
    const { step } = explain(set, round(false), "a", "1.1");
    expect(step.kind === "leaf" && step.bounds).toEqual({
      low: { exact: "0", rounded: "0.00" },
      high: { exact: "10", rounded: "10.00" },
    });
    const record = seal(set, round(false), { unit: "a" });
    expect(record.steps?.leaves.map(({ floor }) => floor)).toEqual(["0", "-5"]);
    expect(record.steps?.low?.leaves).toBe("-5");
    expect(verify(record, { set })).toMatchObject({ digests: "hold", recomputation: "agrees" });
  });
});

describe("laws over random rounds", () => {
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
          const own = items ? num(print(stand.points, places, mode)) : stand.points;
          const points = stand.held === undefined ? own : stand.held.low;
          expect(same(exact(it), points), `${it.item}: ${it.fraction ?? it.points}`).toBe(true);
        }
      }
    },
  );

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
});
