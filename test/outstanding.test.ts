/** What is still open in a round, by unit and by who owes it. */
import { describe, expect, test } from "vitest";
import { assess } from "../src/assess.ts";
import { outstanding, outstandingText } from "../src/outstanding.ts";
import { completeRound, entry, type Raw, set } from "./support/rounds.ts";

const soA = "hoa-lam/so-a";
const owedOf = (round: Raw, unit: string, until?: "first") =>
  (outstanding(set, round, { until }).units.find((it) => it.unit === unit)?.owed ?? []).map(
    ({ by, what, items }) => `${by} ${what} ${items.map(({ item }) => item).join(" ")}`.trim(),
  );

describe("what is open", () => {
  test("nothing of a unit that is complete and approved", () => {
    expect(owedOf(completeRound(), soA)).toEqual([]);
  });

  test("the final act, where no stage but the first is closed", () => {
    expect(owedOf(completeRound(), soA, "first")).toContain("council final-act");
  });

  test("a whole self-assessment, and not each of its items", () => {
    const round = completeRound((it: Raw) => {
      it.selfAssessments = it.selfAssessments.filter(({ unit }: Raw) => unit !== soA);
      it.ledger = it.ledger.filter(({ unit }: Raw) => unit !== soA);
      it.acts = [];
    });
    const owed = owedOf(round, soA).filter((it) => it.startsWith("unit"));
    expect(owed).toEqual(["unit self-assessment"]);
    expect(outstanding(set, round).units.find(({ unit }) => unit === soA)?.reason).toBe("no-self-assessment");
  });

  test("what was returned: of the unit until it explains, then of the council", () => {
    const [back, explained] = [
      entry({ kind: "return", item: "1.2", reason: "Thiếu báo cáo quý IV" }),
      entry({ kind: "explain", item: "1.2", by: "unit", date: "2027-01-15", reason: "Đã gửi bổ sung" }),
    ];
    const open = (...entries: Raw[]) =>
      owedOf(
        completeRound((it: Raw) => {
          it.acts = [];
          it.ledger.push(...entries);
        }),
        soA,
      ).filter((it) => it.includes("return"));
    expect(open(back)).toEqual(["unit return 1.2"]);
    expect(open(back, explained)).toEqual(["council return 1.2"]);
  });

  test("statistics and surveys that nothing was given for", () => {
    const round = completeRound((it: Raw) => {
      it.statistics = it.statistics.filter(({ unit }: Raw) => unit !== soA);
      it.tally.counts = it.tally.counts.filter(({ unit }: Raw) => unit !== soA);
    });
    const owed = owedOf(round, soA);
    expect(owed.some((it) => it.startsWith("statistic statistic 2.2"))).toBe(true);
    expect(owed.some((it) => it.startsWith("survey "))).toBe(true);
  });

  test("every unit whose score is provisional is listed, and every word is said", () => {
    const round = completeRound((it: Raw) => {
      it.statistics = [];
    });
    const value = outstanding(set, round);
    const listed = new Set(value.units.map(({ unit }) => unit));
    const provisional = assess(set, round).scores.filter(({ state }) => state === "provisional");
    expect(provisional.length).toBeGreaterThan(0);
    for (const { unit } of provisional) expect(listed).toContain(unit);
    expect(outstandingText(value, "vi")).toContain("Cơ quan cung cấp số liệu: ");
    expect(outstandingText(value, "en", { markdown: true })).toContain("The statistic:");
    expect(outstandingText({ ...value, units: [] }, "vi")).not.toContain("undefined");
  });

  test("a frame that cannot be used gives its issues alone", () => {
    const { units, issues } = outstanding(set, { ...completeRound(), set: "a/b/2020" });
    expect(units).toEqual([]);
    expect(issues.length).toBeGreaterThan(0);
  });
});
