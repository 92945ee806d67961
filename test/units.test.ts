import { describe, expect } from "vitest";
import { assess } from "../src/assess.ts";
import { readCriteriaSet } from "../src/set/check.ts";
import { clone, law } from "./support/law.ts";

describe("laws over random rounds", () => {
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
});
