/**
 * The main job in one call: a criteria set and a round give every score, every ranking and every issue. Data never
 * makes it throw; a unit with an error in its data is listed apart and the others are scored (design 3.14).
 */
import { assertUntil, type Until } from "./appraisal.ts";
import type { CriteriaSet } from "./criteria-set.ts";
import { evaluate } from "./evaluation.ts";
import { type Exact, zero } from "./number.ts";
import { deepFreeze } from "./plain.ts";
import { planOf } from "./plan.ts";
import { type Apart, rankScores } from "./ranking.ts";
import type { Assessment, Score } from "./result.ts";
import { withOrigin } from "./result-origin.ts";
import { judgeRound } from "./round/round-read.ts";
import type { Round } from "./round.ts";
import { scoreOf } from "./score.ts";
import { readyRound, unitInput } from "./unit-inputs.ts";

/** How far the process is followed. */
export interface AssessOptions {
  /** A stage or a day, inclusive; `"self"`: as self-assessed; absent: to the end. */
  readonly until?: Until | undefined;
}

/**
 * Scores and ranks every unit of a round.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param round The round, as `readRound` gave it, or as parsed from JSON: then it is judged first.
 * @param options How far the process is followed.
 *
 * @returns Scores by unit id, one ranking for each group, and all issues, frozen. A round whose frame cannot be used
 * (another set, no list of units) gives its issues alone.
 *
 * @throws TypeError if the set was not read by `readCriteriaSet`; RangeError if `until` is neither a stage nor a day.
 *
 * @example
 * ```ts
 * import { readFile } from "node:fs/promises";
 * import { assess } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("binh-duong/district/2017");
 * const file = "docs/examples/published/binh-duong/district/2017.1.json";
 * const round = JSON.parse(await readFile(file, "utf8"));
 * assess(set, round).rankings[0]?.places[0]; // => { place: 1, unit: 'thu-dau-mot', index: '84.58', tied: false }
 * ```
 */
export function assess(set: CriteriaSet, round: Round | unknown, options: AssessOptions = {}): Assessment {
  const plan = planOf(set, "assess");
  assertUntil(options.until, "assess");
  const judged = judgeRound(set, round);
  const until = options.until === undefined ? {} : { until: options.until };
  if (judged.fatal)
    return deepFreeze({
      set: set.id,
      edition: set.edition,
      ...until,
      scores: [],
      rankings: [],
      issues: judged.issues,
    });
  const ready = readyRound(plan, judged, options.until);
  const scores: Score[] = [];
  const apart: Apart[] = [];
  const exact = new Map<Score, Exact>();
  for (const unit of ready.index.units) {
    const it = unitInput(ready, unit);
    if (it.unscored === undefined) {
      const evaluation = evaluate(plan, it);
      const score = scoreOf(plan, unit, evaluation, it.claims, options.until);
      if (evaluation.totals.index !== undefined) exact.set(score, evaluation.totals.index);
      scores.push(score);
    }
    const reason = it.unscored ?? (unit.exempt === undefined ? undefined : "exempt");
    if (reason !== undefined) apart.push({ unit: unit.id, group: unit.group, reason });
  }
  const result: Assessment = deepFreeze({
    set: set.id,
    edition: set.edition,
    ...until,
    scores,
    rankings: rankScores(plan, scores, apart, (score) => exact.get(score) ?? zero),
    issues: judged.issues,
  });
  return withOrigin(result, ready);
}
