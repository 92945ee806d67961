/**
 * What each unit of a round brings to its score: where its leaves stand after the replay of the ledger, its survey
 * shares, statistics, days late, and for `relative` leaves the facts of its group (design 3.5, 3.7, 3.11, 3.12).
 * `assess`, the explanation, the record and every other reader of a round start here, so that there is one meaning.
 */
import {
  type AppraisedLine,
  answersByLeaf,
  assertUntil,
  byRegister,
  claimOf,
  exemptions,
  isWithin,
  leafStanding,
  standingsFrom,
  type Until,
} from "./appraisal.ts";
import { lateDays } from "./calendar.ts";
import type { Facts } from "./criteria-set.ts";
import type { LeafStanding } from "./evaluation.ts";
import { InvalidError, type Issue } from "./issue.ts";
import { memo } from "./plain.ts";
import type { Leaf, Plan } from "./plan.ts";
import type { UnrankedReason } from "./result.ts";
import { type RoundIndex, roundIndex } from "./round/round-index.ts";
import { type JudgedRound, judgeRound } from "./round/round-read.ts";
import type {
  Answer,
  Council,
  Entry,
  Finding,
  FormCounts,
  Round,
  SelfAssessment,
  Statistic,
  Unit,
} from "./round.ts";
import {
  type RelativeGroup,
  type RelativeMember,
  type RelativeRule,
  relativeGroup,
} from "./rules/relative.ts";
import {
  type Claims,
  type RelativeInput,
  relativeStandings,
  shareStanding,
  statisticStandings,
  withinGroup,
} from "./standings.ts";
import { mergeSurvey, type SurveyUnit } from "./survey/survey.ts";
import { surveyLeavesOf } from "./survey/survey-plan.ts";
import { leafShare, notHeldShare } from "./survey/survey-share.ts";

/** Where the leaves of one unit stand, and what else its index comes from. */
export interface UnitStandings {
  readonly unit: Unit;
  readonly selfAssessment: SelfAssessment | undefined;
  /** Its answers, by leaf. */
  readonly answers: readonly (Answer | undefined)[];
  /** The unit's entries, all of them, whatever the point in the process. */
  readonly entries: readonly Entry[];
  readonly standings: (LeafStanding | undefined)[];
  readonly lines: readonly AppraisedLine[];
  readonly lateDays: number;
  /** The group's part of its relative leaves. */
  readonly relative: readonly RelativeInput[];
  /** Why the unit is not scored at all; undefined where it is. */
  readonly unscored: UnrankedReason | undefined;
}

/** One unit, ready to be evaluated and printed beside its claims. */
export interface UnitInput extends UnitStandings {
  readonly claims: Claims;
}

/** A round made ready for one point in the process; its units are made one by one, when they are asked for. */
export interface ReadyRound {
  readonly plan: Plan;
  readonly index: RoundIndex;
  readonly until: Until | undefined;
  /** The units with errors in their data, which take no part. */
  readonly bad: ReadonlySet<string>;
  /** What the groups gave, where only that is known. */
  readonly known: KnownGroups | undefined;
  /** A self-assessment that stands in place of the one in the round, and the round that it was changed from. */
  readonly changed?: { readonly assessment: SelfAssessment; readonly from: ReadyRound } | undefined;
  /** What the groups' facts come to on each relative leaf, as far as it was asked for. */
  readonly relative: Map<string, readonly RelativeResult[]>;
}

/** What a group's facts come to on one leaf. */
interface RelativeResult {
  readonly leaf: Leaf;
  /** Undefined while any of its units is pending on it. */
  readonly group: RelativeGroup | undefined;
  /** Its units, in their order; undefined for one that is not scored. */
  readonly members: readonly (Member | undefined)[];
}

/** What one unit brings to a relative leaf. */
interface Member {
  readonly standing: LeafStanding | undefined;
  readonly target: Facts | undefined;
}

/** What a group gave to the relative leaves of its units, where only the result is known (a sealed record), by unit. */
export type KnownGroups = ReadonlyMap<string, readonly RelativeInput[]>;

/** A round made ready for one point in the process, with all of its units. */
export interface RoundInputs {
  readonly units: readonly UnitInput[];
  readonly byUnit: ReadonlyMap<string, UnitInput>;
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
  /** The counts that they come from. */
  readonly forms: readonly FormCounts[];
  /** What is wrong with its data, warnings too. */
  readonly issues: readonly Issue[];
  /** The statistics about it. */
  readonly statistics: readonly Statistic[];
  /** The findings about it. */
  readonly findings: readonly Finding[];
  /** The council that judges it, where there is one. */
  readonly council: Council | undefined;
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
  const ready = readyRound(plan, judged, until);
  const unit = ready.index.unitOf.get(id);
  if (unit === undefined) throw new RangeError(`${caller}: the round has no unit ${JSON.stringify(id)}`);
  const counts = ready.index.forms.get(id) ?? [];
  const tally = { ...judged.round.tally, counts };
  const survey = mergeSurvey(plan.set, tally, { units: [unit], notHeld: judged.round.surveyNotHeld });
  return {
    round: judged.round,
    until,
    input: unitInput(ready, unit),
    survey: survey.units.find((it) => it.unit === id),
    forms: counts,
    issues: issuesByUnit(judged).get(id) ?? none,
    statistics: ready.index.statistics.get(id) ?? none,
    findings: ready.index.findings.get(id) ?? none,
    council: ready.index.councils.get(id),
  };
}

/** The issues about each unit; kept by the judgement, so that many units are asked in linear time. */
const issuesByUnit = /* @__PURE__ */ memo(
  ({ issues }: JudgedRound): ReadonlyMap<string, readonly Issue[]> => {
    const lists = new Map<string, Issue[]>();
    for (const it of issues) {
      if (it.unit === undefined) continue;
      const own = lists.get(it.unit);
      if (own === undefined) lists.set(it.unit, [it]);
      else own.push(it);
    }
    return lists;
  },
);

/** A judged round made ready; kept by the judgement. */
export function readyRound(plan: Plan, judged: JudgedRound, until: Until | undefined): ReadyRound {
  const known = readyRounds(judged);
  const ready =
    known.get(until) ?? openRound(plan, judged.round, until, new Set(judged.unitIssues.keys()), undefined);
  known.set(until, ready);
  return ready;
}

const readyRounds = /* @__PURE__ */ memo((_: JudgedRound) => new Map<Until | undefined, ReadyRound>());

/** The same round with one self-assessment changed, on one item alone. */
export function withAnswer(ready: ReadyRound, assessment: SelfAssessment, item: string): ReadyRound {
  const changed = { assessment, from: ready };
  const group = ready.index.unitOf.get(assessment.unit)?.group ?? "";
  const isNew = !ready.index.assessments.has(assessment.unit);
  // Who takes part in a group, and with which facts, is another matter only then.
  if (!isNew && !ready.plan.relative.some(({ id }) => id === item)) return { ...ready, changed };
  const relative = new Map([...ready.relative].filter(([id]) => id !== group));
  return { ...ready, changed, relative };
}

/** True where a changed answer gives the whole group of its unit other data: another leader or best, or open leaves. */
export function groupChanged(before: ReadyRound, after: ReadyRound, group: string): boolean {
  if (before.relative === after.relative || before.plan.relative.length === 0) return false;
  const then = relativeResults(before, group);
  return relativeResults(after, group).some(({ group: now }, at) => {
    const old = then[at]?.group;
    return (
      (now === undefined) !== (old === undefined) || now?.leader !== old?.leader || now?.best !== old?.best
    );
  });
}

/** Where a unit stands on its relative leaves, in the order of the plan's; `at` is its position in its group. */
export const relativeOnly = (
  ready: ReadyRound,
  { group: id }: Unit,
  at: number,
): readonly (LeafStanding | undefined)[] =>
  relativeResults(ready, id).map(({ leaf, group, members }) => {
    const own = members[at];
    return own && withinGroup(leaf, own.standing, own.target, group);
  });

const openRound = (
  plan: Plan,
  round: Round,
  until: Until | undefined,
  bad: ReadonlySet<string>,
  known: KnownGroups | undefined,
): ReadyRound => ({ plan, index: roundIndex(round), until, bad, known, relative: new Map() });

/** Makes all units of a round ready; `bad` names those with errors in their data. */
export function roundInputs(
  plan: Plan,
  round: Round,
  until: Until | undefined,
  bad: ReadonlySet<string>,
  known?: KnownGroups,
): RoundInputs {
  const ready = openRound(plan, round, until, bad, known);
  const units = ready.index.units.map((unit) => unitInput(ready, unit));
  return { units, byUnit: new Map(units.map((it) => [it.unit.id, it])) };
}

/** Makes one unit ready, with its claims. */
export function unitInput(ready: ReadyRound, unit: Unit): UnitInput {
  const it = unitStandings(ready, unit);
  const claims = ready.plan.leaves.map((leaf) => claimFacts(leaf, it.answers[leaf.index]));
  return { ...it, claims };
}

function claimFacts(leaf: Leaf, answer: Answer | undefined): Claims[number] {
  const claim = claimOf(leaf, answer);
  return claim?.kind === "facts" ? claim.facts : claim?.kind;
}

/** Where the leaves of one unit stand. */
export function unitStandings(ready: ReadyRound, unit: Unit): UnitStandings {
  const { plan, index, until } = ready;
  const { days, selfAssessment, unscored } = presenceOf(ready, unit);
  const entries = index.entries.get(unit.id) ?? none;
  const answers = answersByLeaf(plan, selfAssessment?.answers ?? none);
  const { standings, lines } = standingsFrom(plan, answers, entries, { until, kinds: unit.kinds });
  const all: (LeafStanding | undefined)[] = standings;
  placeShares(ready, unit, all);
  statisticStandings(plan, unit.id, index.statistics.get(unit.id) ?? none, all);
  const relative = unscored === undefined || ready.known !== undefined ? relativeInputs(ready, unit) : none;
  if (relative.length > 0) relativeStandings(plan, relative, all);
  return {
    unit,
    selfAssessment,
    answers,
    entries,
    standings: all,
    lines,
    lateDays: days,
    relative,
    unscored,
  };
}

const none: readonly never[] = Object.freeze([]);

/** The self-assessment that counts, how late it came, and why there is no score where there is none. */
function presenceOf({ plan, index, bad, changed }: ReadyRound, unit: Unit) {
  const { late: policy, missing: withoutOne } = plan.set.policies;
  const days = lateDays(plan.set, unit.id, index.round);
  const late = days > 0 && policy.kind === "refuse";
  const own = changed?.assessment;
  const given = own?.unit === unit.id ? own : index.assessments.get(unit.id);
  const selfAssessment = late ? undefined : given;
  const missing = plan.selfScored && selfAssessment === undefined && withoutOne === "unranked";
  const reason = late ? "late" : "no-self-assessment";
  const unscored: UnrankedReason | undefined = bad.has(unit.id) ? "error" : missing ? reason : undefined;
  return { days, selfAssessment, unscored };
}

/** Puts a unit's survey shares where its survey leaves stand. */
function placeShares(
  { plan, index }: ReadyRound,
  { id, group }: Unit,
  standings: (LeafStanding | undefined)[],
): void {
  const { set } = plan;
  const held = !index.notHeld.has(group);
  const forms = new Map<string, FormCounts>();
  for (const it of index.forms.get(id) ?? none) forms.set(it.questionnaire, it);
  for (const surveyed of surveyLeavesOf(set, group)) {
    const leaf = plan.leafOf.get(surveyed.id);
    if (leaf === undefined || standings[leaf.index] !== undefined) continue;
    const { state, why, share } = held ? leafShare(set, surveyed, forms) : notHeldShare(set.survey);
    standings[leaf.index] = shareStanding(state, why, share);
  }
}

/** What the group gives to the relative leaves of a unit that takes part. */
function relativeInputs(ready: ReadyRound, unit: Unit): readonly RelativeInput[] {
  const { plan, known } = ready;
  if (plan.relative.length === 0) return none;
  if (known !== undefined) return known.get(unit.id) ?? none;
  return relativeResults(ready, unit.group).map(({ leaf, group }): RelativeInput => {
    const target = targetOf(ready, unit, leaf);
    return {
      item: leaf.id,
      ...(target === undefined ? {} : { target }),
      ...(group === undefined ? {} : { group }),
    };
  });
}

const targetOf = ({ index }: ReadyRound, unit: Unit, leaf: Leaf): Facts | undefined =>
  index.targets.get(unit.id)?.find(({ item }) => item === leaf.id)?.facts;

/** The second phase (design 3.12): what the facts of a group's units come to on each relative leaf, in any order of units. */
function relativeResults(ready: ReadyRound, group: string): readonly RelativeResult[] {
  const known = ready.relative.get(group);
  if (known !== undefined) return known;
  const units = ready.index.groups.get(group) ?? none;
  // Of a round with one changed answer only that unit stands elsewhere.
  const before = ready.changed && relativeResults(ready.changed.from, group);
  const results = ready.plan.relative.map((leaf, at): RelativeResult => {
    const others = before?.[at]?.members;
    const members = units.map((unit, position) =>
      others === undefined || unit.id === ready.changed?.assessment.unit
        ? memberOf(ready, unit, leaf)
        : others[position],
    );
    return { leaf, members, group: relativeResult(leaf, members) };
  });
  ready.relative.set(group, results);
  return results;
}

const memberOf = (ready: ReadyRound, unit: Unit, leaf: Leaf): Member | undefined =>
  presenceOf(ready, unit).unscored === undefined
    ? { standing: relativeStanding(ready, unit, leaf), target: targetOf(ready, unit, leaf) }
    : undefined;

function relativeResult(leaf: Leaf, members: RelativeResult["members"]): RelativeGroup | undefined {
  const facts: RelativeMember[] = [];
  for (const member of members) {
    if (member === undefined) continue;
    const { standing, target } = member;
    if (standing === undefined || standing.kind === "pending") return undefined;
    if (standing.kind === "facts") facts.push({ facts: standing.facts, target });
  }
  return relativeGroup(leaf.rule as RelativeRule, facts);
}

/** Where one relative leaf of a unit stands before its group is looked at. */
function relativeStanding(ready: ReadyRound, unit: Unit, leaf: Leaf): LeafStanding | undefined {
  const { plan, index, until } = ready;
  const exempt = exemptions(plan, unit.kinds)?.some((ids) => ids.has(leaf.id)) ?? false;
  if (leaf.source.kind === "appraisal") {
    const answer = presenceOf(ready, unit).selfAssessment?.answers.find(({ item }) => item === leaf.id);
    const history = index.entries.get(unit.id)?.filter((it) => it.item === leaf.id && isWithin(it, until));
    return leafStanding(plan, leaf, answer, history?.length === 0 ? undefined : history, exempt, until);
  }
  if (exempt) return byRegister;
  const facts = index.statistics.get(unit.id)?.find(({ item }) => item === leaf.id)?.facts;
  return facts === undefined ? undefined : { kind: "facts", facts };
}
