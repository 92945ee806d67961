// Compiled, never run: what a program in TypeScript says with the main types.
import {
  type Assessment,
  assess,
  type CriteriaSet,
  checkSelfAssessment,
  type Difference,
  type Explanation,
  explain,
  explanationText,
  InvalidError,
  type Issue,
  issueText,
  type Place,
  type Round,
  readCriteriaSet,
  readRound,
  type Score,
  type Unranked,
} from "par-index";
import { differenceText } from "par-index/audit";
import { parseCriteriaSet } from "par-index/check";
import { criteriaSet, criteriaSetIds } from "par-index/criteria";
import file from "par-index/criteria/moha/ministry/2023.1.json" with { type: "json" };
import { checkTargets, sampleSize, type TargetReport } from "par-index/process";

const ids: readonly string[] = criteriaSetIds;
const set: CriteriaSet = criteriaSet(ids[0] ?? "moha/ministry/2023");
const same: CriteriaSet = parseCriteriaSet(JSON.stringify(set));
export const ministries: CriteriaSet = readCriteriaSet(file);

export function table(round: Round): readonly string[] {
  const result: Assessment = assess(same, round, { until: "final" });
  const places: readonly Place[] = result.rankings.flatMap(({ places }) => places);
  const apart: readonly Unranked[] = result.rankings.flatMap(({ unranked }) => unranked);
  return [
    ...places.map(({ place, unit, index }) => `${place} ${unit} ${index}`),
    ...apart.map(({ unit }) => unit),
  ];
}

export function state(score: Score): string {
  switch (score.state) {
    case "complete":
    case "uncertain":
      return score.index ?? "";
    case "provisional":
      return `${score.bounds?.low} – ${score.bounds?.high}`;
    case "refused":
    case "not-applicable":
      return score.state;
  }
}

export function officer(file: unknown): string {
  try {
    const round = readRound(set, file);
    const explanation: Explanation = explain(set, round, round.units[0]?.id ?? "");
    return explanationText(explanation, "vi");
  } catch (error) {
    if (!(error instanceof InvalidError)) throw error;
    const issues: readonly Issue[] = error.issues;
    return issueText(issues, "vi");
  }
}

export const typed: readonly Issue[] = checkSelfAssessment(set, {});
export const forms: number = sampleSize(1000);
export const words: (difference: Difference) => string = (difference) => differenceText(difference, "en");
export const report: (...them: Parameters<typeof checkTargets>) => TargetReport = checkTargets;

// @ts-expect-error a criteria set is read-only
set.edition = 2;
// @ts-expect-error points are texts, never binary floats
export const wrong: number | undefined = assess(set, {} as Round).scores[0]?.points;
// @ts-expect-error an unknown language
issueText([], "xx");
// @ts-expect-error only what was read is a set
readCriteriaSet({}).items.push({});
