/** Editions of a result: a correction gives a new one, and the closed one stays reproducible (design 3.5). */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { assess } from "../src/assess.ts";
import { resultEditions } from "../src/audit/record.ts";
import { criteriaSet } from "../src/criteria.ts";
import { readRound } from "../src/round/round-read.ts";

const set = criteriaSet("hoa-lam/department/2026");
const file = () => JSON.parse(readFileSync("docs/examples/hoa-lam-departments-2026.json", "utf8"));
const withoutUntil = (scores: ReturnType<typeof assess>["scores"]) =>
  scores.map(({ until: _, ...score }) => score);

describe("editions of a result", () => {
  test("the final act gives the first, each decision of correction the next", () => {
    const editions = resultEditions(readRound(set, file()));
    expect(editions.map(({ council, edition, until, units }) => [council, edition, until, units])).toEqual([
      ["general", 1, "final", []],
      ["general", 2, "2027-02-26", ["hoa-lam-so-cong-thuong"]],
    ]);
  });

  test("the closed result stays as it was, whatever is corrected later", () => {
    const before = file();
    before.ledger = before.ledger.filter(({ stage }: { stage: string }) => stage !== "correction");
    const corrected = assess(set, file(), { until: "final" });
    expect(withoutUntil(corrected.scores)).toEqual(withoutUntil(assess(set, before).scores));
    expect(corrected.rankings).toEqual(assess(set, before).rankings);
  });

  test("each edition is had again by its `until`, and only the units of the correction differ", () => {
    const round = readRound(set, file());
    const [first, second] = resultEditions(round);
    const old = assess(set, round, { until: first?.until });
    const now = assess(set, round, { until: second?.until });
    const changed = now.scores.filter(
      ({ unit, index }) => old.scores.find((it) => it.unit === unit)?.index !== index,
    );
    expect(changed.map(({ unit }) => unit)).toEqual(second?.units);
  });

  test("a council that has not closed its final stage has none", () => {
    const open = file();
    open.acts = open.acts.filter(({ stage }: { stage: string }) => stage !== "final");
    open.ledger = open.ledger.filter(({ stage }: { stage: string }) => stage !== "correction");
    expect(resultEditions(readRound(set, open))).toEqual([]);
  });
});
