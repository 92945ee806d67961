import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isApproved } from "../src/appraisal.ts";
import { assess } from "../src/assess.ts";
import { lateDays } from "../src/calendar.ts";
import { criteriaSet } from "../src/criteria.ts";
import type { CriteriaSet } from "../src/criteria-set.ts";
import { judgeRound } from "../src/round/read.ts";
import { listsBy, type Round, roundIndex } from "../src/round.ts";
import { type Score, score } from "../src/score.ts";
import { readCriteriaSet } from "../src/set/check.ts";
import { mergeSurvey } from "../src/survey/share.ts";
import { appraise, groupFacts } from "../src/units.ts";
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

describe("one unit scored from its own rows", () => {
  law("gives what the whole round gives", ({ set: raw, round: written }) => {
    const set = readCriteriaSet(raw);
    const { scores } = assess(set, written);
    const round = judgeRound(set, written).round;
    const alone = scoredAlone(set, round, scores);
    expect(alone).toEqual(scores);
  });

  test.each(exampleRounds())("gives what the round gives: %s", (_, set, round) => {
    const { scores } = assess(set, round);
    expect(scoredAlone(set, round, scores)).toEqual(scores);
  });

  test("asks for appraisals of this set, one for each unit", () => {
    const set = criteriaSet("hoa-lam/department/2026");
    const appraisal = appraise(set, { unit: "a", answers: [] }, []);
    expect(() => groupFacts(set, [{ appraisal }, { appraisal }])).toThrow(RangeError);
    expect(() => groupFacts(set, [{ appraisal: { ...appraisal, edition: 9 } }])).toThrow(RangeError);
    expect(() => groupFacts(set, [{} as { appraisal: typeof appraisal }])).toThrow(TypeError);
    expect(groupFacts(set, [])).toEqual([]);
  });
});

/** Scores each unit as an app does that keeps rows in a database: from what is its own, and what its group gives. */
function scoredAlone(set: CriteriaSet, round: Round, scores: readonly Score[]): readonly Score[] {
  const rows = roundIndex(round);
  const scored = new Set(scores.map(({ unit }) => unit));
  const members = rows.units
    .filter(({ id }) => scored.has(id))
    .map((unit) => {
      const { id, kinds } = unit;
      const late = lateDays(set, round, id);
      const refused = late > 0 && set.policies.late.kind === "refuse";
      const own = refused ? undefined : rows.assessments.get(id);
      const appraisal = appraise(set, own ?? { unit: id, answers: [] }, rows.entries.get(id) ?? [], {
        kinds,
      });
      const statistics = rows.statistics.get(id) ?? [];
      return { unit, late, appraisal, statistics, targets: rows.targets.get(id) ?? [] };
    });
  const facts = new Map(
    [...listsBy(members, ({ unit }) => unit.group).values()].flatMap((group) =>
      groupFacts(
        set,
        group.map(({ appraisal, statistics, targets }) => ({ appraisal, statistics, targets })),
      ).map(({ unit, relative }) => [unit, relative] as const),
    ),
  );
  return members.map(({ unit, late, appraisal, statistics }) => {
    const tally = { ...round.tally, counts: rows.forms.get(unit.id) ?? [] };
    const survey = mergeSurvey(set, tally, { units: [unit], notHeld: round.surveyNotHeld });
    const relative = facts.get(unit.id);
    const approved = isApproved(set, round, unit.id);
    return score(set, { unit, appraisal, survey, statistics, relative, lateDays: late, approved });
  });
}

function exampleRounds(): readonly (readonly [string, CriteriaSet, Round])[] {
  return ["hoa-lam-departments-2026", "hoa-lam-communes-2026"].map((name) => {
    const text = readFileSync(new URL(`../docs/examples/${name}.json`, import.meta.url), "utf8");
    const raw = JSON.parse(text);
    const set = criteriaSet(raw.set);
    return [name, set, judgeRound(set, raw).round] as const;
  });
}
