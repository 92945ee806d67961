/** Gates: items that are scored only where others reach a bound (design 2). Hand cases, and the laws that they keep. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { assess } from "../src/assess.ts";
import { compare } from "../src/audit/compare.ts";
import { differenceText } from "../src/audit/difference-text.ts";
import { explain } from "../src/explain/explanation.ts";
import { explanationText } from "../src/explain/explanation-text.ts";
import { itemHistory } from "../src/explain/history.ts";
import { historyText } from "../src/explain/history-text.ts";
import { blankSelfAssessment } from "../src/round/form.ts";
import { readCriteriaSet } from "../src/set/check.ts";
import { selfAssessmentRows } from "../src/sheets/form.ts";
import { handRound, handSet } from "./support/hand-rounds.ts";
import { clone } from "./support/law.ts";
import { below, num } from "./support/oracle-score.ts";
import { anySetAndRound, dayIn, leavesOf, type Raw } from "./support/random-round.ts";

const direct = { kind: "direct", step: "0.01" };
const leaf = (more: Raw = {}): Raw => ({ maxPoints: "10", rule: direct, ...more });
const needs = (item: string, from: string): Raw => ({ requires: [{ item, from }] });
const points = (text: string): Raw => ({ points: text });
const decided = (item: string, what: Raw): Raw => ({
  ...{ unit: "a", item, stage: "final", by: "chu-tich", date: "2027-01-15", reason: "Theo hồ sơ" },
  ...what,
});

/** The leaves of unit a, its state and index or bounds, of a set of leaves of 10 points each. */
function outcome(leaves: readonly Raw[], answers: readonly Raw[], more: Raw = {}): readonly unknown[] {
  const { round: ofRound = {}, ...ofSet } = more;
  const set = handSet(leaves, String(10 * leaves.length), ofSet);
  const { scores } = assess(readCriteriaSet(set), handRound(set, { a: answers }, ofRound));
  const [score] = scores;
  const shown = score?.items.flatMap((it) =>
    it.state === undefined
      ? []
      : [[it.state, it.reason, it.points, it.gate].filter((part) => part !== undefined).join(" ")],
  );
  return [score?.index ?? score?.bounds, ...(shown ?? [])];
}

describe("a gate", () => {
  const plan = [leaf(), leaf(needs("1.1", "100"))];

  it("gives 0 where the item does not reach the bound (case C1)", () => {
    expect(outcome(plan, [points("9.99"), points("10")])).toEqual([
      "49.95",
      "scored 9.99",
      "scored gated 0 1.1",
    ]);
  });

  it("changes nothing where the item reaches it", () => {
    expect(outcome(plan, [points("10"), points("8")])).toEqual(["90.00", "scored 10", "scored 8"]);
  });

  it("with `above` is closed at the bound itself", () => {
    const leaves = [leaf(), leaf({ requires: [{ item: "1.1", above: "50" }] })];
    expect(outcome(leaves, [points("5"), points("8")])).toEqual(["25.00", "scored 5", "scored gated 0 1.1"]);
    expect(outcome(leaves, [points("5.01"), points("8")])).toEqual(["65.05", "scored 5.01", "scored 8"]);
  });

  it("gives the floor where that is below 0, and never more than was reached", () => {
    const floored = leaf({ rule: { ...direct, floor: "-2" }, ...needs("1.1", "50") });
    expect(outcome([leaf(), floored], [points("1"), points("3")])).toEqual([
      "0.00",
      "scored 1",
      "scored gated -2 1.1",
    ]);
  });

  it("leaves an unanswered leaf, and one that does not apply, what they are", () => {
    const leaves = [
      leaf(),
      leaf({ ...needs("1.1", "50"), notApplicable: "rescale" }),
      leaf(needs("1.1", "50")),
    ];
    expect(outcome(leaves, [points("1"), "na", null])).toEqual([
      "5.00",
      "scored 1",
      "not-applicable council",
      "unanswered no-answer 0",
    ]);
  });

  it("is open where nothing of the item applies", () => {
    const leaves = [leaf({ notApplicable: "rescale" }), leaf(needs("1.1", "50"))];
    expect(outcome(leaves, ["na", points("7")])).toEqual(["70.00", "not-applicable council", "scored 7"]);
  });

  it("asks an item after its own gates, whatever their order in the file", () => {
    const leaves = [leaf(needs("1.2", "50")), leaf(needs("1.3", "50")), leaf()];
    expect(outcome(leaves, [points("10"), points("10"), points("4")])).toEqual([
      "13.33",
      "scored gated 0 1.2",
      "scored gated 0 1.3",
      "scored 4",
    ]);
  });

  it("of several that are closed names the first in the order of the set", () => {
    const both = {
      requires: [
        { item: "1.2", from: "50" },
        { item: "1.1", from: "50" },
      ],
    };
    expect(outcome([leaf(), leaf(), leaf(both)], [points("1"), points("1"), points("9")])).toContain(
      "scored gated 0 1.1",
    );
  });

  it("that is closed stands before one that may be open, whichever of them is first", () => {
    const both = (one: string, other: string): Raw => ({
      requires: [one, other].map((item) => ({ item, from: "50" })),
    });
    const given = (item: string) => ({ round: { ledger: [decided(item, { kind: "return" })] } });
    const leaves = [leaf(), leaf(), leaf(both("1.1", "1.2"))];
    const answers = [points("9"), points("1"), points("9")];
    expect(outcome(leaves, answers, given("1.1"))).toContain("scored gated 0 1.2");
    expect(outcome(leaves, [points("1"), points("9"), points("9")], given("1.2"))).toContain(
      "scored gated 0 1.1",
    );
    const open = { round: { ledger: ["1.1", "1.2"].map((item) => decided(item, { kind: "return" })) } };
    expect(outcome(leaves, answers, open)).toContain("pending gate 1.1");
  });

  it("of several that are closed is named in the order of the set, also where it waits for another gate", () => {
    const leaves = [
      leaf(needs("1.2", "50")),
      leaf(),
      leaf({ requires: ["1.2", "1.1"].map((item) => ({ item, from: "50" })) }),
    ];
    expect(outcome(leaves, [points("9"), points("1"), points("9")])).toEqual([
      "3.33",
      "scored gated 0 1.2",
      "scored 1",
      "scored gated 0 1.1",
    ]);
  });

  it("is judged on points rounded as the set rounds items", () => {
    const rounding = { policies: { rounding: { places: 0, mode: "half-up", items: true } } };
    const share = { kind: "ratio", numerator: { vi: "x" }, denominator: { vi: "y" }, empty: "zero" };
    const leaves = [leaf({ rule: share }), leaf(needs("1.1", "100"))];
    const answers = [{ numerator: 96, denominator: 100 }, points("8")];
    expect(outcome(leaves, answers, rounding)).toEqual(["90", "scored 10", "scored 8"]);
  });

  it("waits while what is pending may open or close it: between what closed gives and what stands", () => {
    const given = { round: { ledger: [decided("1.1", { kind: "return" })] } };
    expect(outcome(plan, [points("10"), points("8")], given)).toEqual([
      { low: "0.00", high: "90.00" },
      "pending return",
      "pending gate 1.1",
    ]);
  });

  it("that is closed whatever comes holds back a pending leaf at both bounds", () => {
    const leaves = [leaf(), leaf(needs("1.1", "50"))];
    const given = { round: { ledger: [decided("1.2", { kind: "return" })] } };
    expect(outcome(leaves, [points("1"), points("8")], given)).toEqual([
      { low: "5.00", high: "5.00" },
      "scored 1",
      "pending return 1.1",
    ]);
  });

  it("leaves a pending leaf that may be found not to apply its maximum as its upper end", () => {
    const leaves = [leaf(), leaf({ ...needs("1.1", "50"), notApplicable: "rescale" })];
    expect(outcome(leaves, [points("1"), "na"], { round: { ledger: [] } })).toEqual([
      { low: "5.00", high: "55.00" },
      "scored 1",
      "pending claim 1.1",
    ]);
    expect(outcome(leaves, [points("1"), "na"])[0]).toBe("10.00");
  });

  it("holds back what the council gave", () => {
    const given = { round: { ledger: [decided("1.2", { kind: "adjust", points: "9" })] } };
    expect(outcome(plan, [points("1"), points("8")], given)).toContain("scored gated 0 1.1");
  });

  it("that overrides a decision of the council is a warning, and one that is open is none", () => {
    const set = readCriteriaSet(handSet(plan, "20"));
    const warned = (first: string, entry: Raw): readonly (readonly unknown[])[] =>
      assess(set, handRound(set, { a: [points(first), points("8")] }, { ledger: [decided("1.2", entry)] }))
        .issues.filter(({ code }) => code === "decision-behind-gate")
        .map(({ severity, unit, item, params }) => [severity, unit, item, params]);
    const adjusted = { kind: "adjust", points: "9" };
    expect(warned("1", adjusted)).toEqual([["warning", "a", "1.2", { gate: "1.1", from: "100" }]]);
    expect(warned("1", { kind: "accept" })).toHaveLength(1);
    expect(warned("1", { kind: "uphold" })).toEqual([]);
    expect(warned("1", { kind: "adjust", points: "0" })).toEqual([]);
    expect(warned("10", adjusted)).toEqual([]);
  });

  it("judges claims by claims: a blank one claims what unanswered gives", () => {
    const set = readCriteriaSet(handSet(plan, "20"));
    const round = handRound(handSet(plan, "20"), { a: [null, points("8")], b: [points("10"), points("8")] });
    const claimed = assess(set, round).scores.map((score) => [score.claimed, score.items.at(-1)?.claimed]);
    expect(claimed).toEqual([
      ["0.00", "0"],
      ["18.00", "8"],
    ]);
  });

  it("is named in the explanation, in both languages", () => {
    const set = readCriteriaSet(handSet(plan, "20"));
    const told = explain(set, handRound(handSet(plan, "20"), { a: [points("9"), points("8")] }), "a", "1.2");
    expect(explanationText(told, "vi")).toContain("không chấm vì mục 1.1 chưa đạt từ 100 % trở lên");
    expect(explanationText(told, "en")).toContain("not scored, because item 1.1 does not reach 100%");
  });
});

test("in a comparison what a gate does is a part of its own, in data and in words", () => {
  const plan = [leaf(), leaf(needs("1.1", "100"))];
  const set = readCriteriaSet(handSet(plan, "20"));
  const given = { a: [points("9"), points("8")], b: [points("10"), points("10")] };
  const round = handRound(handSet(plan, "20"), given);
  const told = compare({ set, round, unit: "a" }, { set, round, unit: "b" });
  const part = (clone(told).parts as Raw[]).find(({ after }) => after?.[0]?.number === "1.2");
  expect([part.change.exact, part.self.exact, part.adjustment.exact, part.gate.exact]).toEqual([
    ...["50", "10", "0", "40"],
  ]);
  expect(differenceText(told, "vi").replace(/\s+/g, " ")).toContain(
    "Mục 1.2 (Nội dung 2): 0/10 → 10/10: +50 (tự chấm +10, điều kiện để được chấm +40)",
  );
  expect(differenceText(told, "en").replace(/\s+/g, " ")).toContain("(self-score +10, gate +40)");
});

describe("the history of an item behind a gate", () => {
  const plan = [leaf(), leaf(needs("1.1", "100"))];
  const history = (first: string) =>
    itemHistory(
      readCriteriaSet(handSet(plan, "20")),
      handRound(handSet(plan, "20"), { a: [points(first), points("8")] }),
      ...(["a", "1.2"] as const),
    );

  it("says that a closed gate holds it back, and what it would have", () => {
    const told = history("9");
    expect(told.gate).toMatchObject({ closed: true, from: "100", open: { exact: "8" }, item: { id: "1.1" } });
    expect(historyText(told, "vi")).toContain(
      "\n  Không chấm vì mục 1.1 chưa đạt từ 100 % trở lên; nếu được chấm: 8 điểm.",
    );
    expect(historyText(told, "en")).toContain("\n  Not scored, because item 1.1 does not reach 100%");
  });

  it("says nothing of one that is open, as of an item that has none", () => {
    expect("gate" in history("10")).toBe(false);
    expect(historyText(history("10"), "vi")).not.toContain("mục 1.1 ");
  });
});

describe("the form of a unit", () => {
  test("says of each question which gates are before it, of the nodes above it too", () => {
    const set = readCriteriaSet(JSON.parse(readFileSync("criteria/hoa-lam/department/2026.1.json", "utf8")));
    const raw = clone(set);
    raw.items[1].requires = [{ item: "1.1", above: "60" }];
    const unit = { id: "a", name: { vi: "Sở A" }, kinds: [] };
    const rows = selfAssessmentRows(readCriteriaSet(raw), { unit });
    const told = (of: string) => rows.find(([code]) => code === of)?.[7];
    expect(told("1.1.2")).toMatch(/0 điểm\. Chỉ chấm khi: mục 1\.1\.1 đạt từ 50 % trở lên$/);
    expect(told("1.1.1")).not.toContain("Chỉ chấm khi");
    const beneath = rows.filter(
      ([code, , , , , , , how]) => String(code).startsWith("2.") && how !== undefined && how !== null,
    );
    expect(beneath.length).toBeGreaterThan(2);
    for (const [, , , , , , , how] of beneath) expect(how).toContain("Chỉ chấm khi: mục 1.1 đạt trên 60 %");
    // As the blank form of an app says it.
    const blank = blankSelfAssessment(readCriteriaSet(raw), unit);
    expect(JSON.stringify(blank)).toContain("mục 1.1 đạt trên 60 %");
  });
});

describe("laws of gates", () => {
  const without = (set: Raw): Raw => {
    const open = clone(set);
    const walk = (items: readonly Raw[]): void => {
      for (const item of items) {
        delete item.requires;
        walk(item.items ?? []);
      }
    };
    walk(open.items);
    return open;
  };
  const anyRound = anySetAndRound({ policies: { silence: "accept" } });
  // Where items are rounded a maximum may be rounded up, and where a floor lies below 0 what leaves the maximum may lower
  // the index: then bounds are those of the points that can be decided, without gates as with them.
  const anyBounded = anySetAndRound({
    policies: { silence: "accept", rounding: { places: 2, mode: "half-up", items: false } },
    kinds: ["choice", "checklist", "ratio", "percent", "count"],
  });
  const isGated = (set: Raw): boolean =>
    leavesOf(set.items).some((it) => it.requires !== undefined) ||
    set.items.some((it: Raw) => JSON.stringify(it).includes('"requires"'));
  const met = { closed: 0, decided: 0, withheld: 0 };

  test("what stands behind a closed gate never gives more than behind an open one", () => {
    fc.assert(
      fc.property(anyRound, ({ set, round }) => {
        fc.pre(isGated(set));
        const closed = assess(readCriteriaSet(set), round).scores;
        const open = assess(readCriteriaSet(without(set)), round).scores;
        for (const [at, { items, index, bounds }] of closed.entries()) {
          const other = open[at];
          const [most, least] = [index ?? bounds?.high, other?.index ?? other?.bounds?.high];
          if (most !== undefined && least !== undefined) expect(below(num(least), num(most))).toBe(false);
          for (const [place, own] of items.entries()) {
            const free = other?.items[place];
            if (own.state !== "scored" || free?.state !== "scored") continue;
            const [a, b] = [own, free].map((it) => num(it.fraction ?? it.points ?? "0"));
            if (a !== undefined && b !== undefined) expect(below(b, a)).toBe(false);
            if (a !== undefined && b !== undefined && below(a, b)) met.closed += 1;
          }
        }
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  test("bounds hold whatever is decided later", () => {
    fc.assert(
      fc.property(anyBounded, fc.infiniteStream(fc.nat({ max: 9 })), ({ set, round }, numbers) => {
        fc.pre(isGated(set));
        const draw = (): number => numbers.next().value as number;
        const later = clone(round);
        const read = readCriteriaSet(set);
        const before = assess(read, round).scores;
        const isDecided = (unit: string, item: string): boolean =>
          round.ledger.some((it: Raw) => it.unit === unit && it.item === item && it.stage === "final");
        for (const { unit, open } of before)
          for (const { item, reason } of open) {
            const leaf = leavesOf(set.items).find((it) => it.number === item);
            if (!["claim", "return", "appraiser"].includes(reason) || isDecided(unit, item)) continue;
            if (leaf.rule.kind === "relative" || leaf.source !== "a") continue;
            const away = leaf.notApplicable !== undefined && draw() < 5;
            const what = away
              ? { kind: "not-applicable" }
              : { kind: "adjust", points: draw() < 5 ? "0" : leaf.maxPoints };
            later.ledger.push({ ...decided(item, what), unit, date: dayIn(set, "2027-01-20") });
          }
        const after = assess(read, later).scores;
        for (const [at, { bounds }] of before.entries()) {
          const now = after[at]?.bounds ?? { low: after[at]?.index, high: after[at]?.index };
          if (bounds === undefined || now.low === undefined || now.high === undefined) continue;
          if (before[at]?.open.some(({ reason }) => reason === "gate") && after[at]?.index !== undefined)
            met.decided += 1;
          expect(below(num(now.low), num(bounds.low))).toBe(false);
          expect(below(num(bounds.high), num(now.high))).toBe(false);
        }
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  test("what a gate asks, withheld, never raises the index of the unit", () => {
    fc.assert(
      fc.property(anyBounded, ({ set, round }) => {
        const asked = new Set(JSON.stringify(set.items).match(/(?<="requires":\[\{"item":")[^"]+/g));
        fc.pre(asked.size > 0);
        const read = readCriteriaSet(set);
        const less = clone(round);
        const isAsked = (item: string): boolean => [...asked].some((it) => `${item}.`.startsWith(`${it}.`));
        const isHeard = (unit: string, item: string): boolean =>
          round.ledger.some((it: Raw) => it.unit === unit && it.item === item);
        for (const self of less.selfAssessments)
          self.answers = self.answers.filter(({ item }: Raw) => !isAsked(item) || isHeard(self.unit, item));
        const [before, after] = [assess(read, round).scores, assess(read, less).scores];
        for (const [at, { index, items }] of after.entries()) {
          const [own, held] = [num(before[at]?.index ?? ""), num(index ?? "")];
          if (before[at]?.index === undefined || index === undefined) continue;
          expect(below(own, held)).toBe(false);
          const was = before[at].items;
          if (items.some(({ gate }, place) => gate !== undefined && was[place]?.gate === undefined))
            met.withheld += 1;
        }
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  test("each of them met gates that do something", () => {
    expect(met.closed).toBeGreaterThan(10);
    expect(met.decided).toBeGreaterThan(3);
    expect(met.withheld).toBeGreaterThan(3);
  });
});
