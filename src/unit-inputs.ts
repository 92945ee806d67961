/**
 * What each unit of a round brings to its score: where its leaves stand after the replay of the ledger, its survey
 * shares, statistics, days late, and for `relative` leaves the facts of its group (design 3.5, 3.7, 3.11, 3.12).
 * `assess`, the explanation, the record and every other reader of a round start here, so that there is one meaning.
 */
import {
  type AppraisedLine,
  answersByLeaf,
  assertUntil,
  claimOf,
  standingsOf,
  type Until,
} from "./appraisal.ts";
import { lateDays } from "./calendar.ts";
import type { LeafStanding } from "./evaluation.ts";
import { InvalidError, type Issue } from "./issue.ts";
import { byCodeUnit } from "./plain.ts";
import type { Leaf, Plan } from "./plan.ts";
import type { UnrankedReason } from "./result.ts";
import { judgeRound } from "./round/round-read.ts";
import type { Entry, Round, SelfAssessment, Target, Unit } from "./round.ts";
import { type RelativeGroup, type RelativeRule, relativeGroup } from "./rules/relative.ts";
import {
  type Claims,
  type RelativeInput,
  relativeStandings,
  statisticStandings,
  surveyStandings,
} from "./score.ts";
import { mergeSurvey, type Survey, type SurveyUnit } from "./survey/survey.ts";

/** One unit, ready to be evaluated. */
export interface UnitInput {
  readonly unit: Unit;
  readonly selfAssessment: SelfAssessment | undefined;
  /** The unit's entries, all of them, whatever the point in the process. */
  readonly entries: readonly Entry[];
  readonly standings: (LeafStanding | undefined)[];
  readonly claims: Claims;
  readonly lines: readonly AppraisedLine[];
  readonly lateDays: number;
  /** The group's part of its relative leaves. */
  relative: readonly RelativeInput[];
  /** Why the unit is not scored at all; undefined where it is. */
  readonly unscored: UnrankedReason | undefined;
}

/** A round made ready for one point in the process. */
export interface RoundInputs {
  readonly units: readonly UnitInput[];
  readonly byUnit: ReadonlyMap<string, UnitInput>;
  readonly survey: Survey;
}

/** One unit of a round, alone. */
export interface UnitScene {
  /** The round as read. */
  readonly round: Round;
  /** The point in the process. */
  readonly until: Until | undefined;
  /** What the unit brings. */
  readonly input: UnitInput;
  /** Its survey results. */
  readonly survey: SurveyUnit | undefined;
  /** What is wrong with its data, warnings too. */
  readonly issues: readonly Issue[];
}

/**
 * Makes one unit of a round ready, and of the others only what its `relative` leaves need. Throws RangeError for a unit
 * that the round does not have, InvalidError for a round whose frame cannot be used.
 */
export function singleUnit(
  plan: Plan,
  round: Round | unknown,
  id: string,
  until: Until | undefined,
  caller: string,
): UnitScene {
  assertUntil(until, caller);
  const judged = judgeRound(plan.set, round);
  if (judged.fatal) throw new InvalidError(`${caller}: the round cannot be used`, judged.issues);
  const unit = judged.round.units.find((it) => it.id === id);
  if (unit === undefined) throw new RangeError(`${caller}: the round has no unit ${JSON.stringify(id)}`);
  const needed = judged.round.units.filter(
    (it) => it === unit || (plan.relative.length > 0 && it.group === unit.group),
  );
  // No relative leaf is fed by a survey, so that nobody else's counts are needed.
  const counts = judged.round.tally.counts.filter((it) => it.unit === id);
  const part = { ...judged.round, units: needed, tally: { ...judged.round.tally, counts } };
  const { byUnit: inputs, survey } = roundInputs(plan, part, until, new Set(judged.unitIssues.keys()));
  return {
    round: judged.round,
    until,
    input: inputs.get(id) as UnitInput,
    survey: survey.units.find((it) => it.unit === id),
    issues: judged.issues.filter((it) => it.unit === id),
  };
}

/** What a group gave to the relative leaves of its units, where only the result is known (a sealed record), by unit. */
export type KnownGroups = ReadonlyMap<string, readonly RelativeInput[]>;

/** Makes a round ready; `bad` names the units with errors in their data, which take no part. */
export function roundInputs(
  plan: Plan,
  round: Round,
  until: Until | undefined,
  bad: ReadonlySet<string>,
  groups?: KnownGroups,
): RoundInputs {
  const assessments = new Map(round.selfAssessments.map((it) => [it.unit, it]));
  const entries = byUnit(round.ledger);
  const statistics = byUnit(round.statistics);
  const survey = mergeSurvey(plan.set, round.tally, { units: round.units, notHeld: round.surveyNotHeld });
  const surveyOf = new Map(survey.units.map((it) => [it.unit, it]));
  const units = [...round.units]
    .sort((a, b) => byCodeUnit(a.id, b.id))
    .map((unit): UnitInput => {
      const days = lateDays(plan.set, unit.id, round);
      const late = days > 0 && plan.set.policies.late.kind === "refuse";
      const given = assessments.get(unit.id);
      const selfAssessment = late ? undefined : given;
      const missing =
        plan.selfScored && selfAssessment === undefined && plan.set.policies.missing === "unranked";
      const unscored = bad.has(unit.id)
        ? "error"
        : missing
          ? late
            ? "late"
            : "no-self-assessment"
          : undefined;
      const own = entries.get(unit.id) ?? [];
      const answers = selfAssessment?.answers ?? [];
      const { standings, lines } = standingsOf(plan, answers, own, { until, kinds: unit.kinds });
      const all: (LeafStanding | undefined)[] = [...standings];
      const result = surveyOf.get(unit.id);
      surveyStandings(plan, unit.id, result === undefined ? undefined : { units: [result] }, all);
      statisticStandings(plan, unit.id, statistics.get(unit.id) ?? [], all);
      const byLeaf = answersByLeaf(plan, answers);
      const claims = plan.leaves.map((leaf) => claimFacts(leaf, byLeaf[leaf.index]));
      return {
        unit,
        selfAssessment,
        entries: own,
        standings: all,
        claims,
        lines,
        lateDays: days,
        relative: [],
        unscored,
      };
    });
  if (groups === undefined) relativePhase(plan, round.targets, units);
  else for (const it of units) relativeFrom(plan, groups, it);
  return { units, byUnit: new Map(units.map((it) => [it.unit.id, it])), survey };
}

function claimFacts(leaf: Leaf, answer: SelfAssessment["answers"][number] | undefined): Claims[number] {
  const claim = claimOf(leaf, answer);
  return claim?.kind === "facts" ? claim.facts : claim?.kind;
}

function byUnit<T extends { readonly unit: string }>(list: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const map = new Map<string, T[]>();
  for (const it of list) {
    const known = map.get(it.unit);
    if (known === undefined) map.set(it.unit, [it]);
    else known.push(it);
  }
  return map;
}

function relativeFrom(plan: Plan, groups: KnownGroups, it: UnitInput): void {
  it.relative = groups.get(it.unit.id) ?? [];
  relativeStandings(plan, it.relative, it.standings);
}

/** The second phase (design 3.12): facts of a group's units on each relative leaf become points, in any order of units. */
function relativePhase(plan: Plan, targets: readonly Target[], units: readonly UnitInput[]): void {
  if (plan.relative.length === 0) return;
  const targetOf = new Map(targets.map((it) => [`${it.unit}\n${it.item}`, it.facts]));
  const groups = new Map<string, UnitInput[]>();
  for (const it of units) {
    if (it.unscored !== undefined) continue;
    const known = groups.get(it.unit.group);
    if (known === undefined) groups.set(it.unit.group, [it]);
    else known.push(it);
  }
  for (const members of groups.values()) {
    const data = plan.relative.map((leaf) => ({ leaf, group: groupOf(leaf, members, targetOf) }));
    for (const member of members) {
      member.relative = data.map(({ leaf, group }): RelativeInput => {
        const target = targetOf.get(`${member.unit.id}\n${leaf.id}`);
        return {
          item: leaf.id,
          ...(target === undefined ? {} : { target }),
          ...(group === undefined ? {} : { group }),
        };
      });
      relativeStandings(plan, member.relative, member.standings);
    }
  }
}

/** What a group's facts come to; undefined while any of its units is pending on the leaf. */
function groupOf(
  leaf: Leaf,
  members: readonly UnitInput[],
  targetOf: ReadonlyMap<string, Target["facts"]>,
): RelativeGroup | undefined {
  const facts = [];
  for (const { unit, standings } of members) {
    const standing = standings[leaf.index];
    if (standing === undefined || standing.kind === "pending") return undefined;
    if (standing.kind === "facts")
      facts.push({ facts: standing.facts, target: targetOf.get(`${unit.id}\n${leaf.id}`) });
  }
  return relativeGroup(leaf.rule as RelativeRule, facts);
}
