/**
 * What each unit of a round brings to its score: where its leaves of every source stand after the replay of the ledger,
 * its survey shares, statistics and days late, and for `relative` leaves the facts of its group. `assess`, the
 * explanation, the record and every other reader of a round start here, so that there is one meaning.
 */
import {
  type Appraisal,
  type AppraisedItem,
  type AppraisedLine,
  type AppraiseOptions,
  answersByLeaf,
  assertUntil,
  byRegister,
  claimOf,
  exemptions,
  isWithin,
  leafStanding,
  standingsFrom,
  standingsOf,
  type Until,
} from "./appraisal.ts";
import { lateDays } from "./calendar.ts";
import type { CriteriaSet, Facts } from "./criteria-set.ts";
import type { LeafStanding } from "./evaluation.ts";
import { InvalidError, type Issue } from "./issue.ts";
import { decimal, type Exact, readFraction } from "./number.ts";
import { assertList, assertOptions, brand, deepFreeze, isRecord, memo, memoWhile } from "./plain.ts";
import { type Leaf, type Plan, planOf, type RelativeLeaf } from "./plan.ts";
import type { EntryInput, Readable, SelfAssessmentInput } from "./round/input.ts";
import { type JudgedDraft, type JudgedRound, judgeDraft, judgeRound } from "./round/read.ts";
import { repeats } from "./round/reading.ts";
import {
  type Absence,
  type Answer,
  absentUnits,
  byUnit,
  type Council,
  type Entry,
  type Finding,
  type FormCounts,
  type Round,
  type RoundIndex,
  roundIndex,
  type SelfAssessment,
  type Statistic,
  type Target,
  type Unit,
  type UnitToken,
  wasRead,
} from "./round.ts";
import { type RelativeGroup, type RelativeMember, relativeGroup, relativePoints } from "./rules/relative.ts";
import { surveyLeavesOf } from "./survey/questions.ts";
import {
  formsById,
  type LeafShare,
  leafShares,
  type Survey,
  type SurveyItem,
  type SurveyReason,
  type SurveyUnit,
  shownShares,
} from "./survey/share.ts";

/** What the group gives to a `relative` leaf of one unit. */
export interface RelativeInput {
  /** The id of the leaf. */
  readonly item: string;
  /** The unit's own target; absent where it has none. */
  readonly target?: Facts | undefined;
  /** What the group's facts come to; absent while a unit of the group is pending on the leaf. */
  readonly group?: RelativeGroup | undefined;
}

/** The reasons why a unit has no place. */
export const unrankedReasons = [
  "no-self-assessment",
  "late",
  "provisional",
  "refused",
  "not-applicable",
  "exempt",
  "replaced",
  "not-yet",
  "error",
] as const;

/**
 * Why a unit has no place. `replaced`: another unit of the register replaces it since a day within the period or before;
 * `not-yet`: it replaces others from a day after the period. Such units have no part in the period at all.
 */
export type UnrankedReason = (typeof unrankedReasons)[number];

/** The claim of each leaf: facts, `not-applicable`, or nothing. */
export type Claims = (Facts | "not-applicable" | "points" | undefined)[];

/** Where leaves stand, by their position in the plan, while it is being found out. */
export type Standings = (LeafStanding | undefined)[];

/** Where the leaves of one unit stand, and what else its index comes from. */
export interface UnitStandings {
  readonly unit: Unit;
  readonly selfAssessment: SelfAssessment | undefined;
  /** Its answers, by leaf. */
  readonly answers: readonly (Answer | undefined)[];
  /** The unit's entries, all of them, whatever the point in the process. */
  readonly entries: readonly Entry[];
  readonly standings: Standings;
  readonly lines: readonly AppraisedLine[];
  readonly lateDays: number;
  /** The group's part of its relative leaves. */
  readonly relative: readonly RelativeInput[];
  /** Why the unit is not scored at all; undefined where it is. */
  readonly unscored: UnrankedReason | undefined;
  /** True where something of the round was left out that may be this unit's. */
  readonly uncertain: boolean;
}

/** One unit, ready to be evaluated and printed beside its claims. */
export interface UnitInput extends UnitStandings {
  readonly claims: Claims;
}

/** A round prepared for one point in the process; its units are made one by one, when they are asked for. */
export interface PreparedRound {
  readonly plan: Plan;
  readonly index: RoundIndex;
  readonly until: Until | undefined;
  /** The units with errors in their data, which take no part. */
  readonly bad: ReadonlySet<string>;
  /** True where something was left out of which nobody can tell whose it is. */
  readonly ownerless: boolean;
  /** The units that have no part in the period, and why. */
  readonly absent: ReadonlyMap<string, Absence>;
  /** What the groups gave, where only that is known. */
  readonly known: KnownGroups | undefined;
  /** A self-assessment that stands in place of the one in the round, and the round that it was changed from. */
  readonly changed?: { readonly assessment: SelfAssessment; readonly from: PreparedRound } | undefined;
  /** What the groups' facts come to on each relative leaf, as far as it was asked for. */
  readonly relative: Map<string, readonly RelativeResult[]>;
}

/** What a group's facts come to on one leaf. */
export interface RelativeResult {
  readonly leaf: RelativeLeaf;
  /** Undefined while any of its units is pending on it. */
  readonly group: RelativeGroup | undefined;
  /** Its units, in their order; undefined for one that is not scored. */
  readonly members: readonly (GroupMember | undefined)[];
}

/** What one unit brings to a relative leaf. */
interface GroupMember {
  readonly standing: LeafStanding | undefined;
  readonly target: Facts | undefined;
}

/** What a group gave to the relative leaves of its units, where only the result is known (a sealed record), by unit. */
export type KnownGroups = ReadonlyMap<string, readonly RelativeInput[]>;

/** One unit of a round, alone. */
export interface UnitScene {
  /** The round as read. */
  readonly round: Round;
  /** The point in the process. */
  readonly until: Until | undefined;
  /** What the unit brings. */
  readonly input: UnitInput;
  /** Its survey results. */
  readonly survey: SurveyUnit;
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

/** Which unit is asked for, at which point in the process, and by whom. */
interface AskedUnit {
  readonly unit: string;
  readonly until: Until | undefined;
  /** The function that was called, for the words of its errors. */
  readonly caller: string;
}

/**
 * Makes one unit of a round ready, and of the others only what its `relative` leaves need. Throws RangeError for a unit
 * that the round does not have, InvalidError for a round whose frame cannot be used.
 */
export function singleUnit(plan: Plan, round: unknown, { unit: id, until, caller }: AskedUnit): UnitScene {
  assertUntil(until, caller);
  const judged = judgeRound(plan.set, round);
  if (judged.fatal) throw new InvalidError(`${caller}: the round cannot be used`, judged.issues);
  const prepared = preparedRound(plan, judged, until);
  const { index } = prepared;
  const unit = index.unitOf.get(id);
  if (unit === undefined) throw new RangeError(`${caller}: the round has no unit ${JSON.stringify(id)}`);
  // Counted once, for the score and for what is shown of it.
  const shares = sharesOf(prepared, unit);
  return {
    round: judged.round,
    until,
    input: unitInput(prepared, unit, shares),
    survey: Object.freeze({ unit: id, items: Object.freeze(shownShares(plan.set, shares)) }),
    forms: index.forms.get(id) ?? nothing,
    issues: issuesAbout(judged).get(id) ?? nothing,
    statistics: index.statistics.get(id) ?? nothing,
    findings: index.findings.get(id) ?? nothing,
    council: index.councils.get(id),
  };
}

/** The issues about each unit; kept by the judgement, so that many units are asked in linear time. */
const issuesAbout = /* @__PURE__ */ memo(({ issues }: JudgedRound) =>
  byUnit(issues.filter((issue): issue is Issue & { readonly unit: string } => issue.unit !== undefined)),
);

/** A judged round, prepared for a point in the process; kept by the judgement. */
export function preparedRound(plan: Plan, judged: JudgedRound, until: Until | undefined): PreparedRound {
  const known = preparedRounds(judged);
  const found = known.get(until);
  if (found !== undefined) return found;
  const { bad, ownerless } = judged;
  const prepared = { ...unasked(plan, judged.round, until), bad, ownerless, known: undefined };
  known.set(until, prepared);
  return prepared;
}

const preparedRounds = /* @__PURE__ */ memo((_: JudgedRound) => new Map<Until | undefined, PreparedRound>());

/** Which units of a round are made ready, at which point in the process, and what is known of their groups. */
interface UnitsAsked {
  readonly round: Round;
  readonly group: string;
  readonly until: Until | undefined;
  readonly known?: KnownGroups | undefined;
}

/** All units of a group, ready; those with an error in their data are not scored. */
export function unitInputs(plan: Plan, { round, group, until, known }: UnitsAsked): readonly UnitInput[] {
  const { bad } = judgeRound(plan.set, round);
  const prepared = { ...unasked(plan, round, until), bad, ownerless: false, known };
  return (prepared.index.groups.get(group) ?? nothing).map((unit) => unitInput(prepared, unit));
}

const unasked = (plan: Plan, round: Round, until: Until | undefined) => ({
  ...{ plan, index: roundIndex(round), until, absent: absentUnits(round.units, plan.set.period.to) },
  relative: new Map<string, readonly RelativeResult[]>(),
});

/** What a result was made from: a change of one answer starts there, and not from the files. */
export const resultsMade = /* @__PURE__ */ brand<PreparedRound>();

/** Makes one unit ready, with its claims. */
export function unitInput(
  prepared: PreparedRound,
  unit: Unit,
  shares: readonly LeafShare[] = sharesOf(prepared, unit),
): UnitInput {
  const own = unitStandings(prepared, unit, shares);
  const claims = prepared.plan.leaves.map((leaf) => claimFacts(leaf, own.answers[leaf.index]));
  return { ...own, claims };
}

function claimFacts(leaf: Leaf, answer: Answer | undefined): Claims[number] {
  const claim = claimOf(leaf, answer);
  return claim?.kind === "facts" ? claim.facts : claim?.kind;
}

/** Where the leaves of one unit stand. */
export function unitStandings(
  prepared: PreparedRound,
  unit: Unit,
  shares: readonly LeafShare[] = sharesOf(prepared, unit),
): UnitStandings {
  const { plan, index, until, ownerless } = prepared;
  const { days, selfAssessment, unscored } = presenceOf(prepared, unit);
  const entries = index.entries.get(unit.id) ?? nothing;
  const answers = answersByLeaf(plan, selfAssessment?.answers ?? nothing);
  const { standings: appraised, lines } = standingsFrom(plan, answers, entries, { until, kinds: unit.kinds });
  const standings: Standings = appraised;
  placeShares(plan, shares, standings);
  statisticStandings(plan, unit.id, index.statistics.get(unit.id) ?? nothing, standings);
  const asked = unscored === undefined || prepared.known !== undefined;
  const relative = asked ? relativeInputs(prepared, unit) : nothing;
  if (relative.length > 0) relativeStandings(plan, relative, standings);
  return {
    unit,
    selfAssessment,
    answers,
    entries,
    standings,
    lines,
    lateDays: days,
    relative,
    unscored,
    uncertain: ownerless,
  };
}

const nothing: readonly never[] = /* @__PURE__ */ Object.freeze([]);

/** The self-assessment that counts, how late it came, and why there is no score where there is none. */
function presenceOf({ plan, index, bad, absent, changed }: PreparedRound, unit: Unit) {
  const { late: policy, missing: withoutOne } = plan.set.policies;
  const days = lateDays(plan.set, index.round, unit.id);
  const late = days > 0 && policy.kind === "refuse";
  const own = changed?.assessment;
  const given = own?.unit === unit.id ? own : index.assessments.get(unit.id);
  const selfAssessment = late ? undefined : given;
  const missing = plan.selfScored && selfAssessment === undefined && withoutOne === "unranked";
  const reason = late ? "late" : "no-self-assessment";
  const unscored: UnrankedReason | undefined =
    absent.get(unit.id) ?? (bad.has(unit.id) ? "error" : missing ? reason : undefined);
  return { days, selfAssessment, unscored };
}

/** What the counts of a unit come to on its survey leaves. */
const sharesOf = ({ plan: { set }, index }: PreparedRound, { id, group }: Unit): readonly LeafShare[] =>
  leafShares(
    set,
    surveyLeavesOf(set, group),
    index.notHeld.has(group) ? undefined : formsById(index.forms.get(id)),
  );

/** Puts a unit's survey shares where its survey leaves stand. */
function placeShares(plan: Plan, shares: readonly LeafShare[], standings: Standings): void {
  for (const { leaf: surveyed, state, reason, share } of shares) {
    const leaf = plan.leafOf.get(surveyed.id);
    if (leaf === undefined || standings[leaf.index] !== undefined) continue;
    standings[leaf.index] = shareStanding(state, reason, share);
  }
}

/**
 * Puts a unit's survey results where its survey leaves stand. A leaf that already stands, by the register of
 * exemptions, stays as it is; so it does below.
 */
export function surveyStandings(
  plan: Plan,
  unit: string,
  survey: Survey | undefined,
  standings: Standings,
): void {
  const found = survey?.units.find((it) => it.unit === unit);
  for (const { item, state, share, reason } of found?.items ?? []) {
    const leaf = plan.leafOf.get(item);
    if (leaf === undefined || standings[leaf.index] !== undefined) continue;
    standings[leaf.index] = shareStanding(
      state,
      reason,
      share === undefined ? undefined : readFraction(share),
    );
  }
}

/** Where a leaf stands by its survey result. */
function shareStanding(
  state: SurveyItem["state"],
  reason: SurveyReason | undefined,
  share: Exact | undefined,
): LeafStanding {
  if (state === "not-applicable") return surveyNotHeld;
  if (state !== "scored" || share === undefined) return surveyOpen;
  // A share of 0 that a policy gave says which; a redistributed weight is a share like any other.
  return reason === "below-least" || reason === "survey-not-held"
    ? { kind: "share", share, reason }
    : { kind: "share", share };
}

const surveyNotHeld: LeafStanding = /* @__PURE__ */ Object.freeze({
  kind: "not-applicable",
  reason: "survey-not-held",
});
const surveyOpen: LeafStanding = /* @__PURE__ */ Object.freeze({ kind: "pending", reason: "survey" });

/** Puts a unit's statistics where its statistic leaves stand. */
export function statisticStandings(
  plan: Plan,
  unit: string,
  statistics: readonly Statistic[],
  standings: Standings,
): void {
  for (const statistic of statistics) {
    const leaf = statistic.unit === unit ? plan.leafOf.get(statistic.item) : undefined;
    if (leaf !== undefined) standings[leaf.index] ??= givenBy(statistic);
  }
}

/** What a statistic makes of its leaf. */
function givenBy({ facts, maxPoints }: Statistic): LeafStanding {
  if (facts === undefined) return publishedAway;
  if (maxPoints !== undefined) return { kind: "published", facts, ownMax: decimal(maxPoints) };
  return { kind: "facts", facts };
}

const publishedAway: LeafStanding = /* @__PURE__ */ Object.freeze({
  kind: "not-applicable",
  reason: "published",
});

/** Replaces the facts of relative leaves by the points that they give within the group. */
export function relativeStandings(
  plan: Plan,
  relative: readonly RelativeInput[],
  standings: Standings,
): void {
  for (const leaf of plan.relative) {
    const given = relative.find(({ item }) => item === leaf.id);
    standings[leaf.index] = withinGroup(leaf, standings[leaf.index], given?.target, given?.group);
  }
}

/** Where a relative leaf stands within its group: its facts become points; what is not facts stays as it is. */
export function withinGroup(
  { rule, context }: RelativeLeaf,
  standing: LeafStanding | undefined,
  target: Facts | undefined,
  group: RelativeGroup | undefined,
): LeafStanding | undefined {
  if (standing?.kind !== "facts") return standing;
  if (group === undefined) return groupOpen;
  const { facts } = standing;
  return { kind: "exact", points: relativePoints(rule, context, { facts, target }, group), within: facts };
}

const groupOpen: LeafStanding = /* @__PURE__ */ Object.freeze({ kind: "pending", reason: "relative" });

/** What the group gives to the relative leaves of a unit that takes part. */
function relativeInputs(prepared: PreparedRound, unit: Unit): readonly RelativeInput[] {
  const { plan, known } = prepared;
  if (plan.relative.length === 0) return nothing;
  if (known !== undefined) return known.get(unit.id) ?? nothing;
  return relativeResults(prepared, unit.group).map(({ leaf, group }) =>
    relativeInput(leaf.id, targetOn(prepared, unit, leaf), group),
  );
}

const targetOn = ({ index }: PreparedRound, unit: Unit, leaf: Leaf): Facts | undefined =>
  index.targets.get(unit.id)?.find(({ item }) => item === leaf.id)?.facts;

/** The second phase: what the facts of a group's units come to on each relative leaf, in any order of units. */
export function relativeResults(prepared: PreparedRound, group: string): readonly RelativeResult[] {
  const known = prepared.relative.get(group);
  if (known !== undefined) return known;
  const units = prepared.index.groups.get(group) ?? nothing;
  // Of a round with one changed answer only that unit stands elsewhere.
  const before = prepared.changed && relativeResults(prepared.changed.from, group);
  const brought = prepared.changed === undefined ? units.map((unit) => broughtBy(prepared, unit)) : undefined;
  const results = prepared.plan.relative.map((leaf, at): RelativeResult => {
    const others = before?.[at]?.members;
    const members =
      brought?.map((own) => own[at]) ??
      units.map((unit, position) =>
        others === undefined || unit.id === prepared.changed?.assessment.unit
          ? groupMember(prepared, unit, leaf)
          : others[position],
      );
    return { leaf, members, group: groupResult(leaf, members) };
  });
  prepared.relative.set(group, results);
  return results;
}

const groupMember = (prepared: PreparedRound, unit: Unit, leaf: Leaf): GroupMember | undefined =>
  presenceOf(prepared, unit).unscored === undefined
    ? { standing: standingBeforeGroup(prepared, unit, leaf), target: targetOn(prepared, unit, leaf) }
    : undefined;

/** What a unit brings to each relative leaf, in the order of the plan's. */
type Brought = readonly (GroupMember | undefined)[];

/** What the units of updated rounds bring, from one round to the next. */
const broughtBefore = /* @__PURE__ */ memoWhile<UnitToken, Until | undefined, Brought>();

const broughtBy = (prepared: PreparedRound, unit: Unit): Brought =>
  broughtBefore(prepared.index.tokens?.get(unit.id), prepared.until, {
    holds: () => true,
    make: () => prepared.plan.relative.map((leaf) => groupMember(prepared, unit, leaf)),
  });

/** What the group of a unit comes to on each relative leaf. */
export const groupsOf = (prepared: PreparedRound, { group }: Unit): readonly RelativeResult["group"][] =>
  prepared.plan.relative.length === 0 ? nothing : relativeResults(prepared, group).map((it) => it.group);

/** Tells whether groups give their units the same on each leaf. */
export const areSameGroups = (
  a: readonly RelativeResult["group"][],
  b: readonly RelativeResult["group"][],
): boolean =>
  a.every((one, at) => {
    const other = b[at];
    return (
      (one === undefined) === (other === undefined) &&
      one?.leader === other?.leader &&
      one?.best === other?.best
    );
  });

function groupResult({ rule }: RelativeLeaf, members: RelativeResult["members"]): RelativeGroup | undefined {
  const facts: RelativeMember[] = [];
  for (const member of members) {
    if (member === undefined) continue;
    const { standing, target } = member;
    if (standing === undefined || standing.kind === "pending") return undefined;
    if (standing.kind === "facts") facts.push({ facts: standing.facts, target });
  }
  return relativeGroup(rule, facts);
}

/**
 * Replays the council's ledger over a self-assessment.
 *
 * Entries are replayed by stage, then date, in whatever order they are given; entries of other units are passed over.
 * A leaf without an answer, or whose claim lacks its evidence, is unanswered until the council decides it. A claim of
 * not applicable is pending until the council, or the set's register of exemptions, decides it.
 *
 * While somebody types (`partial`) the self-assessment and the ledger need not be read: they are judged, what is wrong is
 * told beside the result, and leaves that are blank or faulty are pending, so that the bounds of the score say what can
 * still be reached. No index comes of it.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param selfAssessment The self-assessment, as read; one without answers, or with `partial`, may be written by hand.
 * @param ledger The entries, as read; may be empty.
 * @param options How far to replay, the unit's kinds, and whether the form is still being filled in.
 *
 * @returns What stands for each leaf of an appraisal source and each decided line, frozen.
 *
 * @throws TypeError if the set was not read by `readCriteriaSet`, or without `partial` the self-assessment or an entry was
 * not; RangeError if `until` is neither a stage nor a day.
 *
 * @example
 * ```ts
 * import { appraise, readSelfAssessment } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("hoa-lam/department/2026");
 * const evidence = [{ number: "90/BC-SB", issuer: "Sở B", date: "2026-12-15" }];
 * const answers = [{ item: "1.1.2", facts: { numerator: 45, denominator: 50 }, evidence }];
 * const self = readSelfAssessment(set, { unit: "hoa-lam/so-b", submitted: "2026-12-20", answers });
 * appraise(set, self, []).items[1]?.standing; // => { kind: 'facts', facts: { numerator: 45, denominator: 50 } }
 * ```
 */
export function appraise(
  set: CriteriaSet,
  selfAssessment: SelfAssessment | Readable<SelfAssessmentInput>,
  ledger: readonly (Entry | Readable<EntryInput>)[],
  options: AppraiseOptions = {},
): Appraisal {
  const plan = planOf(set, "appraise");
  assertOptions(options, ["until", "kinds", "partial"], "appraise");
  assertUntil(options.until, "appraise");
  const { unit, answers, entries, draft } =
    options.partial === true ? drafted(set, selfAssessment, ledger) : asGiven(set, selfAssessment, ledger);
  const { standings, lines } = standingsOf(plan, answers, entries, options);
  const byLeaf = answersByLeaf(plan, answers);
  const items: AppraisedItem[] = [];
  for (const leaf of plan.leaves) {
    const standing = standings[leaf.index];
    if (standing === undefined) continue;
    const claim = claimOf(leaf, byLeaf[leaf.index]);
    const isOpen = draft !== undefined && (standing.kind === "unanswered" || draft.faulty.has(leaf.id));
    const now = isOpen ? beingWritten : standing;
    items.push({ item: leaf.id, standing: now, ...(claim === undefined ? {} : { claim }) });
  }
  const until = options.until === undefined ? {} : { until: options.until };
  const partial = draft === undefined ? {} : { partial: true as const, issues: draft.issues };
  return deepFreeze({ set: set.id, edition: set.edition, unit, ...until, items, lines, ...partial });
}

const beingWritten = /* @__PURE__ */ Object.freeze({ kind: "pending", reason: "draft" } as const);

/** What an appraisal replays; while somebody types, with what is wrong. */
interface Replayed {
  readonly unit: string;
  readonly answers: readonly Answer[];
  readonly entries: readonly Entry[];
  readonly draft: JudgedDraft | undefined;
}

function drafted(set: CriteriaSet, selfAssessment: unknown, ledger: readonly unknown[]): Replayed {
  const draft = judgeDraft(set, selfAssessment, ledger);
  return { ...draft, draft };
}

function asGiven(
  set: CriteriaSet,
  selfAssessment: SelfAssessment | Readable<SelfAssessmentInput>,
  ledger: readonly (Entry | Readable<EntryInput>)[],
): Replayed {
  if (!isRecord(selfAssessment) || !Array.isArray(selfAssessment.answers))
    throw new TypeError("appraise: give the self-assessment as readSelfAssessment gives it");
  const isRead = (part: unknown): part is SelfAssessment => wasRead(set, part);
  if (selfAssessment.answers.length > 0 && !isRead(selfAssessment))
    throw new TypeError(
      "appraise: the self-assessment was not made by readSelfAssessment or readRound with this set; a form that is still being filled in is judged with the option partial",
    );
  assertList(ledger, "appraise: the ledger must be what readLedger gives, a list");
  const isEntry = (part: unknown): part is Entry => wasRead(set, part);
  const { unit } = selfAssessment;
  const own = ledger.filter((entry) => entry.unit === unit);
  if (!own.every(isEntry))
    throw new TypeError(
      "appraise: an entry of the ledger was not made by readLedger or readRound with this set",
    );
  return {
    unit,
    answers: isRead(selfAssessment) ? selfAssessment.answers : [],
    entries: own.filter(isEntry),
    draft: undefined,
  };
}

/** What one unit of a group brings to the `relative` leaves. */
export interface GroupMemberFacts {
  /** What stands after its appraisal; it names the unit. */
  readonly appraisal: Appraisal;
  /** Its statistics; absent: none. */
  readonly statistics?: readonly Statistic[] | undefined;
  /** Its targets; absent: none. */
  readonly targets?: readonly Target[] | undefined;
}

/** What the group gives to one of its units. */
export interface UnitGroupFacts {
  /** The id of the unit. */
  readonly unit: string;
  /** Its part of each `relative` leaf, in the order of the set: `score` takes it as `relative`. */
  readonly relative: readonly RelativeInput[];
}

/**
 * Works out what the units of one group give each other on `relative` leaves, so that each can then be scored alone.
 *
 * A unit that is not applicable or unanswered on such a leaf takes no part in it; while any is pending on it, the leaf is
 * pending for all. The order of the members changes nothing. A set without such leaves gives empty lists.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param members The units of one group that are scored: those that have no score, such as a unit without a
 * self-assessment where the set does not rank it, are left out.
 *
 * @returns For each member, in the given order, what the group gives to it; frozen, so that it can be kept beside its rows.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`, or a member has no appraisal; RangeError if an appraisal
 * is of another set, or two are of one unit.
 *
 * @example
 * ```ts
 * import { appraise, groupFacts, readSelfAssessment } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("hoa-lam/department/2026");
 * const evidence = [{ number: "90/BC-SB", issuer: "Sở B", date: "2026-12-15" }];
 * const answers = [{ item: "1.5", facts: { count: 3 }, evidence }];
 * const appraisal = appraise(set, readSelfAssessment(set, { unit: "hoa-lam/so-b", answers }), []);
 * const targets = [{ unit: "hoa-lam/so-b", item: "1.5", facts: { count: 2 } }];
 * groupFacts(set, [{ appraisal, targets }])[0]?.relative; // => [ { item: '1.5', target: { count: 2 }, group: { leader: '1.5' } }, { item: '8.2.2' } ]
 * ```
 */
export function groupFacts(
  set: CriteriaSet,
  members: readonly GroupMemberFacts[],
): readonly UnitGroupFacts[] {
  const plan = planOf(set, "groupFacts");
  assertList(members, "groupFacts: the members must be a list, each with its appraisal");
  const isRepeated = repeats();
  const brought = members.map((member, at) => {
    if (!isRecord(member) || !isRecord(member.appraisal))
      throw new TypeError(`groupFacts: the member at ${at} must have its appraisal as appraise gives it`);
    assertOptions(member, ["appraisal", "statistics", "targets"], "groupFacts");
    const { unit, items, set: of, edition } = member.appraisal;
    if (of !== set.id || edition !== set.edition)
      throw new RangeError(`groupFacts: the appraisal of ${unit} is of ${of} edition ${edition}`);
    if (isRepeated(unit)) throw new RangeError(`groupFacts: two appraisals are of unit ${unit}`);
    const standings: Standings = new Array(plan.leaves.length);
    for (const { item, standing } of items) {
      const leaf = plan.leafOf.get(item);
      if (leaf !== undefined) standings[leaf.index] = standing;
    }
    statisticStandings(plan, unit, member.statistics ?? nothing, standings);
    const own = (member.targets ?? nothing).filter((it) => it.unit === unit);
    const targets = new Map(own.map(({ item, facts }) => [item, facts]));
    return { unit, standings, targets };
  });
  const results = plan.relative.map((leaf) => ({
    leaf,
    group: groupResult(
      leaf,
      brought.map(({ standings, targets }) => ({
        standing: standings[leaf.index],
        target: targets.get(leaf.id),
      })),
    ),
  }));
  return deepFreeze(
    brought.map(({ unit, targets }) => ({
      unit,
      relative: results.map(({ leaf: { id }, group }) => relativeInput(id, targets.get(id), group)),
    })),
  );
}

const relativeInput = (
  item: string,
  target: Facts | undefined,
  group: RelativeGroup | undefined,
): RelativeInput => ({
  item,
  ...(target === undefined ? {} : { target }),
  ...(group === undefined ? {} : { group }),
});

/** Where one relative leaf of a unit stands before its group is looked at. */
function standingBeforeGroup(prepared: PreparedRound, unit: Unit, leaf: Leaf): LeafStanding | undefined {
  const { plan, index, until } = prepared;
  const exempt = exemptions(plan, unit.kinds).some((ids) => ids.has(leaf.id));
  if (leaf.source.kind === "appraisal") {
    const answer = presenceOf(prepared, unit).selfAssessment?.answers.find(({ item }) => item === leaf.id);
    const history = index.entries.get(unit.id)?.filter((it) => it.item === leaf.id && isWithin(it, until));
    return leafStanding(plan, { leaf, answer, exempt, history: history ?? nothing }, until);
  }
  if (exempt) return byRegister;
  const statistic = index.statistics.get(unit.id)?.find(({ item }) => item === leaf.id);
  return statistic && givenBy(statistic);
}
