/**
 * Sealing: makes the record of a unit or a group from which its score can be computed again, years later
 * and by others, with digests of every part. The record of a unit is the same whether it is sealed alone or in its
 * group. Its inputs are the part of the round that its score rests on, itself a round, so that the same reader reads
 * it; its steps are an evaluation printed exactly, leaf by leaf, sum by sum, line by line, so that the first step that
 * comes out differently can be named.
 */
import { hexToBytes } from "@noble/hashes/utils.js";
import { approvedUnits, assertUntil, type Until } from "../appraisal.ts";
import type { CriteriaSet, SurveyPlan } from "../criteria-set.ts";
import {
  type Evaluation,
  type EvaluationState,
  evaluate,
  type LeafResult,
  type Sum,
  stateOf,
  type Totals,
} from "../evaluation.ts";
import { InvalidError, type Issue } from "../issue.ts";
import { exactText, isSameFraction } from "../number.ts";
import { assertGiven, assertOptions, byCodeUnit, deepFreeze, isRecord, type Mutable } from "../plain.ts";
import { type Leaf, type Plan, planOf } from "../plan.ts";
import { type Apart, evaluatedKeys, type Ranking, rankScored, type ScoredUnit } from "../ranking.ts";
import type { Readable, RoundInput } from "../round/input.ts";
import { isWholeGroup, judgeRound } from "../round/read.ts";
import { type Council, type Entry, type Round, roundIndex, successorsOf, type Unit } from "../round.ts";
import { type Claimed, claimedPoints, type Score, scoreOf } from "../score.ts";
import { type KnownGroups, type UnitInput, unitInputs } from "../units.ts";
import { library } from "../version.ts";
import { retold } from "./closed-shape.ts";
import { digestOf, inclusionPath, leafHash, roundDigest, setDigest, textDigest, treeRoot } from "./digest.ts";
import {
  type DeclaredPolicies,
  digestsOf,
  type GroupRecord,
  type InclusionProof,
  type RecordResult,
  type RecordSteps,
  type SealedLeaf,
  type SealedPlace,
  type SealedRecord,
  type SealedRelative,
  type SealedSet,
  type SealedSum,
  type SealedTotal,
  type Texts,
  type UnitRecord,
} from "./record-shape.ts";

/** How a record is made. */
export interface SealOptions {
  /** A stage or a day, inclusive; `"self"`: as self-assessed; absent: to the end. */
  readonly until?: Until | undefined;
  /** `digest`: SHA-256 digests stand in place of free text (reasons, evidence, explanations, findings), for publication. */
  readonly texts?: Texts | undefined;
}

/**
 * Seals the score of one unit.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param round The round, as `readRound` gave it, or as parsed from JSON.
 * @param target The unit.
 * @param options How far the process is followed, and whether free text stands in full.
 *
 * @returns The record, frozen plain data; the same, byte for byte, as that unit's record in the record of its group.
 *
 * @throws InvalidError if the round cannot be read, or something is wrong with the unit's own data; what is wrong with
 * others leaves them out of the ranking. RangeError if it has no such unit, `until` is neither a stage nor a
 * day, or `texts` is neither of its two; TypeError if the set was not made by `readCriteriaSet`, or the target is no
 * such object.
 *
 * @example
 * ```ts
 * import { readRound } from "par-index";
 * import { seal, verify } from "par-index/audit";
 * import { criteriaSet } from "par-index/criteria";
 * import file from "par-index/examples/published/binh-duong/district/2017.1.json" with { type: "json" };
 * const set = criteriaSet("binh-duong/district/2017");
 * const round = readRound(set, file);
 * const record = seal(set, round, { unit: "bau-bang" });
 * record.result.index; // => '80.27'
 * verify(record, { set }).recomputation; // => 'agrees'
 * ```
 */
export function seal(
  set: CriteriaSet,
  round: Round | Readable<RoundInput>,
  target: { readonly unit: string },
  options?: SealOptions,
): UnitRecord;
/**
 * Seals the scores and the ranking of one group.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param round The round, as `readRound` gave it, or as parsed from JSON.
 * @param target The group.
 * @param options How far the process is followed, and whether free text stands in full.
 *
 * @returns The record, frozen plain data, with the root of a Merkle tree over the records of its units; a group without
 * units has the root of the empty tree.
 *
 * @throws InvalidError if the round cannot be read; RangeError if the set has no such group, `until` is neither a stage
 * nor a day, or `texts` is neither of its two; TypeError if the set was not made by `readCriteriaSet`, or the target is no
 * such object.
 */
export function seal(
  set: CriteriaSet,
  round: Round | Readable<RoundInput>,
  target: { readonly group: string },
  options?: SealOptions,
): GroupRecord;
export function seal(
  set: CriteriaSet,
  round: Round | Readable<RoundInput>,
  target: { readonly unit: string } | { readonly group: string },
  options: SealOptions = {},
): SealedRecord {
  const plan = planOf(set, "seal");
  if (!isRecord(target) || !("unit" in target || "group" in target))
    throw new TypeError("seal: the target must be { unit } or { group }");
  assertOptions(options, ["until", "texts"], "seal");
  const { until, texts = "full" } = options;
  assertUntil(until, "seal");
  if (texts !== "full" && texts !== "digest") throw new RangeError('seal: texts must be "full" or "digest"');
  const read = sealableRound(set, round, target);
  const group = "unit" in target ? roundIndex(read).unitOf.get(target.unit)?.group : target.group;
  const sealing: Sealing = { plan, round: read, digest: roundDigest(read), group: group ?? "", until, texts };
  const record = "unit" in target ? unitRecord(sealing, target.unit) : groupRecord(sealing);
  if (record !== undefined) return deepFreeze(record);
  throw new RangeError(
    "unit" in target
      ? `seal: the round has no unit ${JSON.stringify(target.unit)}`
      : `seal: the set has no group ${JSON.stringify(target.group)}`,
  );
}

/**
 * Reads the round of a record. What is wrong with another unit does not stand in the way of a unit's record, as it does not
 * stand in the way of its score; that unit is listed apart in the ranking.
 */
export function sealableRound(
  set: CriteriaSet,
  value: unknown,
  target: { readonly unit?: string; readonly group?: string },
): Round {
  const judged = judgeRound(set, value);
  const { round, issues, fatal } = judged;
  const group = roundIndex(round).unitOf.get(target.unit ?? "")?.group ?? target.group;
  const stops = ({ severity, unit }: Issue): boolean =>
    severity === "error" && (target.unit === undefined || unit === undefined || unit === target.unit);
  if (fatal || issues.some(stops) || (group !== undefined && !isWholeGroup(judged, group)))
    throw new InvalidError("The round cannot be read", issues);
  return round;
}

/** What the records of one group are made from. */
export interface Sealing {
  readonly plan: Plan;
  readonly round: Round;
  /** The digest of the round; in a verification without it, the one that the record states. */
  readonly digest: string;
  readonly group: string;
  readonly until: Until | undefined;
  readonly texts: Texts;
  /** What the group gave, where only the result is known. */
  readonly known?: KnownGroups | undefined;
  /** Where a record says that its result is not approved, which its own acts do not tell where others' count. */
  readonly approved?: false | undefined;
}

/** The record of one unit of the group; undefined where the group has no such unit. */
export function unitRecord(sealing: Sealing, unit: string): UnitRecord | undefined {
  const scored = scoredGroup(sealing);
  const member = scored?.units.find(({ input }) => input.unit.id === unit);
  return scored === undefined || member === undefined ? undefined : memberRecord(sealing, scored, member);
}

/** The record of the group; undefined where the set has no such group. */
export function groupRecord(sealing: Sealing): GroupRecord | undefined {
  const scored = scoredGroup(sealing);
  if (scored === undefined) return undefined;
  const sealed = scored.units.map((member) => {
    const unit = memberRecord(sealing, scored, member);
    return { unit, leaf: leafOf(unit, scored.digested, unit.digests) };
  });
  sealed.sort((a, b) => byCodeUnit(a.unit.unit, b.unit.unit));
  const { places, unranked, complete, approved, mean, meanOf, passedQuotas } = scored.ranking;
  const passed = passedQuotas === undefined ? {} : { passedQuotas };
  const record = {
    ...headStart(sealing, "group"),
    ...headEnd(sealing),
    units: sealed.map(({ unit }) => unit),
    ranking: {
      ...{ places, unranked, complete, approved },
      ...{ ...(mean === undefined ? {} : { mean }), meanOf, ...passed },
    },
    root: treeRoot(sealed.map(({ leaf }) => leaf)),
  };
  return { ...record, ...digestsOf(record) };
}

/** The units of a group, scored where they can be, and their ranking. */
interface ScoredGroup {
  readonly units: readonly SealedScore[];
  readonly ranking: Ranking;
  readonly digested: Digester;
}

interface SealedScore {
  readonly input: UnitInput;
  readonly steps: RecordSteps | undefined;
  readonly result: RecordResult;
  readonly scored: ScoredUnit | undefined;
}

/** Scores and ranks the units of the group; the units of other groups are left aside. */
function scoredGroup(sealing: Sealing): ScoredGroup | undefined {
  const { plan, round, group, until } = sealing;
  const inputs = unitInputs(plan, sealing);
  const approvedIn = sealing.approved === false ? new Set<string>() : approvedUnits(plan, round, until);
  const scored = inputs.map((input) =>
    scoredUnit(plan, { ...input, approved: approvedIn.has(input.unit.id) }, until),
  );
  const unplaced = inputs.flatMap(({ unit, unscored }): Apart[] => {
    const reason = unscored ?? (unit.exempt === undefined ? undefined : "exempt");
    // Who has no part in the period says nothing of what is approved.
    const said = reason === "replaced" || reason === "not-yet" ? {} : { approved: approvedIn.has(unit.id) };
    return reason === undefined ? [] : [{ unit: unit.id, group, reason, ...said }];
  });
  const units = scored.flatMap((it) => it.scored ?? []);
  const ranking = rankScored(plan, units, unplaced, () => true).find((it) => it.group === group);
  return ranking === undefined ? undefined : { units: scored, ranking, digested: textDigests() };
}

function scoredUnit(
  plan: Plan,
  input: UnitInput & { readonly approved: boolean },
  until: Until | undefined,
): SealedScore {
  const { unscored, claims, approved } = input;
  if (unscored !== undefined)
    return {
      input,
      steps: undefined,
      result: { state: "unscored", approved, reason: unscored },
      scored: undefined,
    };
  const evaluation = evaluate(plan, input);
  const score = scoreOf(plan, input, evaluation, until);
  const steps = exactSteps(plan, evaluation, claimedPoints(plan, claims));
  const { index } = evaluation.totals;
  const by =
    index === undefined || score.index === undefined
      ? undefined
      : { index, keys: evaluatedKeys(plan, evaluation) };
  const result = publishedResult(stateOf(evaluation), score);
  return { input, steps, result, scored: { score, by } };
}

/** The record of a member of its group. */
function memberRecord(
  sealing: Sealing,
  { ranking, digested }: ScoredGroup,
  { input, steps, result }: SealedScore,
): UnitRecord {
  const unit = input.unit.id;
  const record = {
    ...headStart(sealing, "unit"),
    unit,
    ...headEnd(sealing),
    declared: declaredBy(sealing.plan.set),
    inputs: inputsOf(sealing, input, digested),
    relative: input.relative.map(
      ({ item, group }): SealedRelative => (group === undefined ? { item } : { item, group }),
    ),
    ...(steps === undefined ? {} : { steps }),
    result,
    place: placeIn(ranking, unit),
  };
  return { ...record, ...digestsOf(record) };
}

const headStart = <K extends "unit" | "group">({ plan: { set }, digest }: Sealing, kind: K) =>
  ({
    format: 1,
    kind,
    library,
    set: { id: set.id, edition: set.edition, digest: setDigest(set) },
    round: digest,
  }) as const;

const headEnd = ({ group, until, texts }: Sealing) => ({
  group,
  ...(until === undefined ? {} : { until }),
  texts,
});

/** The part of a round that concerns one unit; the tally without its batches, the council with the roles that were used. */
function inputsOf(
  { round, texts }: Sealing,
  { unit: { id: unit }, unscored }: UnitInput,
  digested: Digester,
): Round {
  const isReplaced = unscored === "replaced";
  const index = roundIndex(round);
  const self = index.unitOf.get(unit);
  const assessment = index.assessments.get(unit);
  const council = index.councils.get(unit);
  const ledger = index.entries.get(unit) ?? [];
  const part: Round = {
    format: round.format,
    set: round.set,
    edition: round.edition,
    title: round.title,
    status: round.status,
    units: self === undefined ? [] : recordUnits(round.units, self, isReplaced),
    councils: council === undefined ? [] : [councilFor(council, unit, ledger)],
    selfAssessments: assessment === undefined ? [] : [assessment],
    ledger,
    acts: round.acts.filter((act) => act.council === council?.id),
    tally: { batches: [], counts: index.forms.get(unit) ?? [], invalid: [] },
    surveyNotHeld: round.surveyNotHeld.filter((it) => it.group === self?.group),
    statistics: index.statistics.get(unit) ?? [],
    targets: index.targets.get(unit) ?? [],
    findings: index.findings.get(unit) ?? [],
    extensions: round.extensions.filter((it) => it.unit === unit),
  };
  return texts === "full" ? part : withDigests(part, digested);
}

/** The register of a record: the unit; of one that is replaced, with those that replace it. */
const recordUnits = (units: readonly Unit[], self: Unit, isReplaced: boolean): readonly Unit[] =>
  isReplaced ? [self, ...successorsOf(units, self.id)].sort((a, b) => byCodeUnit(a.id, b.id)) : [self];

const councilFor = (council: Council, unit: string, ledger: readonly Entry[]): Council => ({
  ...council,
  units: [unit],
  roles: council.roles.filter(({ id }) => ledger.some((entry) => hasPart(entry, id))),
});

/** Whether a role made an entry, voted in it, or was absent from the vote. */
const hasPart = (entry: Entry, role: string): boolean =>
  entry.by === role ||
  (entry.kind === "adjust" &&
    (entry.votes?.some(({ by }) => by === role) === true || entry.absent?.includes(role) === true));

/** The inputs with digests in place of free text; lists keep the order that they had with the full texts. */
const withDigests = (inputs: Round, digested: Digester): Round => retold(inputs, "inputs", digested);

type Digester = (text: string) => string;

/**
 * A text in place of which its digest stands: still a text, so that the part is read as any round. Those of a group say
 * much alike (who issued, which page), and each is digested once.
 */
function textDigests(): Digester {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text) ?? `sha256:${textDigest(text)}`;
    known.set(text, found);
    return found;
  };
}

/** The steps of one unit. */
function exactSteps(plan: Plan, evaluation: Evaluation, claimed: Claimed): RecordSteps {
  const { bounds, totals } = evaluation;
  return {
    leaves: plan.leaves.map((leaf) => leafStep(leaf, evaluation, claimed)),
    nodes: plan.nodes.map(({ id, first, end, index }) => ({
      item: id,
      leaves: [first, end],
      ...sumStep(evaluation.nodes[index] as Sum),
    })),
    sources: plan.set.sources.map(({ id }, at) => ({
      source: id,
      ...sumStep(evaluation.sources[at] as Sum),
    })),
    ...(bounds === undefined
      ? { total: totalStep(totals) }
      : { low: totalStep(bounds.low), high: totalStep(bounds.high) }),
  };
}

/** Made in place: a group has hundreds of thousands of these. */
function leafStep(leaf: Leaf, { leaves }: Evaluation, claimed: Claimed): SealedLeaf {
  const { state, reason, consequence, points, ownMax, held } = leaves[leaf.index] as LeafResult;
  const text = points === undefined ? undefined : exactText(points);
  const step = { item: leaf.id, source: leaf.source.id, state } as Mutable<SealedLeaf>;
  if (reason !== undefined) step.reason = reason;
  if (consequence !== undefined) step.consequence = consequence;
  if (text !== undefined) step.points = text;
  if (held !== undefined) step.gate = held.gate.item;
  if (state === "pending") step.floor = exactText(held?.low ?? leaf.least);
  if (state === "pending" && held !== undefined) step.ceiling = exactText(held.high);
  step.maxPoints = ownMax === undefined ? leaf.item.maxPoints : exactText(ownMax);
  const claim = claimed.leaves[leaf.index];
  if (claim === "not-applicable") step.claimed = claim;
  else if (claim !== undefined)
    step.claimed =
      text !== undefined && points !== undefined && isSameFraction(points, claim) ? text : exactText(claim);
  return step;
}

/** The step of a sum. */
export const sumStep = ({ points, max, low, high, pending }: Sum): SealedSum =>
  pending
    ? { low: exactText(low), high: exactText(high), maxPoints: exactText(max) }
    : { points: exactText(points), maxPoints: exactText(max) };

/** The step of a total. */
export const totalStep = ({ leaves, max, lines, result, index }: Totals): SealedTotal => ({
  leaves: exactText(leaves),
  maxPoints: exactText(max),
  lines: lines.map(({ kind, id, points }) => ({ kind, id, points: exactText(points) })),
  points: exactText(result),
  ...(index === undefined ? {} : { index: exactText(index) }),
});

/** What a score publishes, without what the steps already hold. */
function publishedResult(
  state: EvaluationState,
  { approved, index, bounds, grade, reaches, points, maxPoints, claimed }: Score,
): RecordResult {
  return {
    state,
    approved,
    ...(index === undefined ? {} : { index }),
    ...(bounds === undefined ? {} : { bounds }),
    ...(grade === undefined ? {} : { grade }),
    ...(reaches === undefined ? {} : { reaches }),
    ...(points === undefined ? {} : { points }),
    maxPoints,
    ...(claimed === undefined ? {} : { claimed }),
  };
}

/** Where a unit stands in the ranking of its group. */
function placeIn(ranking: Ranking, unit: string): SealedPlace {
  const group = { ranked: ranking.places.length, complete: ranking.complete };
  const found = ranking.places.find((it) => it.unit === unit);
  if (found !== undefined) return { place: found.place, tied: found.tied, ...group };
  const reason = ranking.unranked.find((it) => it.unit === unit)?.reason;
  return { ...(reason === undefined ? {} : { reason }), ...group };
}

/** What a set declares for the way from the leaves to the grade. */
function declaredBy({
  maxPoints,
  policies,
  survey,
  bonus,
  penalty,
  grades,
  ranking,
}: CriteriaSet): DeclaredPolicies {
  return {
    maxPoints,
    policies,
    ...(survey === undefined ? {} : { survey: declaredSurvey(survey) }),
    ...(bonus.cap === undefined ? {} : { bonusCap: bonus.cap }),
    ...(penalty.cap === undefined ? {} : { penaltyCap: penalty.cap }),
    grades: grades.map(({ id, from, requires }) => ({
      id,
      ...(from === undefined ? {} : { from }),
      ...(requires === undefined ? {} : { requires }),
    })),
    ranking,
  };
}

const declaredSurvey = ({
  combine,
  emptyGroup,
  belowLeast,
  notHeld,
}: SurveyPlan): NonNullable<DeclaredPolicies["survey"]> => ({ combine, emptyGroup, belowLeast, notHeld });

/**
 * The hash of a unit's record as a leaf of the tree: of its digest with texts as digests, so that one published root
 * serves full and public records, whichever version sealed them.
 */
export const recordLeaf = (record: UnitRecord): Uint8Array => leafOf(record, textDigests());

/** The same; `known` are its digests where it was sealed just now. */
function leafOf(record: UnitRecord, digested: Digester, known?: UnitRecord["digests"]): Uint8Array {
  const sealed = known === undefined ? undefined : { record: { ...record }, digests: known };
  if (record.texts === "digest")
    return leafHash(hexToBytes(sealed === undefined ? digestsOf({ ...record }).digest : record.digest));
  const reduced = { ...record, texts: "digest", inputs: withDigests(record.inputs, digested) };
  return leafHash(hexToBytes(digestsOf(reduced, sealed).digest));
}

/**
 * Proves that the record of one unit belongs to the sealed group, without showing the others.
 *
 * @param record The record of a group, made by `seal` or parsed from its JSON.
 * @param unit The id of the unit.
 *
 * @returns The proof: position, size and path of RFC 6962, and the root.
 *
 * @throws TypeError if the record is not that of a group; RangeError if the group has no such unit.
 *
 * @example
 * ```ts
 * import { readRound } from "par-index";
 * import { proofOf, seal, verify } from "par-index/audit";
 * import { criteriaSet } from "par-index/criteria";
 * import file from "par-index/examples/published/binh-duong/district/2017.1.json" with { type: "json" };
 * const set = criteriaSet("binh-duong/district/2017");
 * const round = readRound(set, file);
 * const group = seal(set, round, { group: "district" });
 * const own = seal(set, round, { unit: "bau-bang" });
 * verify(own, { proof: proofOf(group, "bau-bang"), root: group.root }).inclusion; // => 'holds'
 * ```
 */
export function proofOf(record: GroupRecord, unit: string): InclusionProof {
  if (!isRecord(record) || record.kind !== "group" || !Array.isArray(record.units))
    throw new TypeError("proofOf: the record is not that of a group");
  const index = record.units.findIndex((it) => it.unit === unit);
  if (index < 0) throw new RangeError(`proofOf: the group has no unit ${JSON.stringify(unit)}`);
  return deepFreeze(proofAt(record, groupLeaves(record), index));
}

/** The proofs of all units of a group, in the order of its record. */
export function proofsOfGroup(record: GroupRecord): readonly InclusionProof[] {
  const leaves = groupLeaves(record);
  return record.units.map((_, index) => proofAt(record, leaves, index));
}

function groupLeaves({ units }: GroupRecord): readonly Uint8Array[] {
  const digested = textDigests();
  return units.map((one) => leafOf(one, digested));
}

const proofAt = (
  { group, root, units }: GroupRecord,
  leaves: readonly Uint8Array[],
  index: number,
): InclusionProof => ({ unit: units[index]?.unit ?? "", group, root, ...inclusionPath(leaves, index) });

/** An in-toto statement over a sealed record, ready to be signed. */
export interface RecordStatement {
  /** The type of the statement. */
  readonly _type: "https://in-toto.io/Statement/v1";
  /** What it is about: the canonical bytes of the record, by their SHA-256. */
  readonly subject: readonly [{ readonly name: string; readonly digest: { readonly sha256: string } }];
  /** The type of the predicate. */
  readonly predicateType: "https://par-index/sealed-record/v1";
  /** What the record says of itself. */
  readonly predicate: {
    /** The criteria set. */
    readonly set: SealedSet;
    /** The digest of the round. */
    readonly round: string;
    /** The unit; absent of a group's record. */
    readonly unit?: string | undefined;
    /** The group. */
    readonly group: string;
    /** The digest of the record, as printed in a decision. */
    readonly digest: string;
    /** The root of a group's record. */
    readonly root?: string | undefined;
  };
}

/**
 * Makes the in-toto statement of a sealed record. Keys, envelopes, signing and checking of signatures are the caller's.
 *
 * @param record The record, made by `seal` or read by `readRecord`.
 *
 * @returns The statement, frozen plain data; its subject is the file that holds `canonicalText(record)` in UTF-8.
 *
 * @throws TypeError if the record cannot be written as canonical JSON.
 *
 * @example
 * ```ts
 * import { readRound } from "par-index";
 * import { seal, statementOf } from "par-index/audit";
 * import { criteriaSet } from "par-index/criteria";
 * import file from "par-index/examples/hoa-lam-departments-2026.json" with { type: "json" };
 * const set = criteriaSet("hoa-lam/department/2026");
 * const record = seal(set, readRound(set, file), { unit: "hoa-lam-so-y-te" });
 * statementOf(record).subject[0].name; // => 'hoa-lam/department/2026.1/hoa-lam-so-y-te'
 * statementOf(record).predicate.digest === record.digest; // => true
 * ```
 */
export function statementOf(record: SealedRecord): RecordStatement {
  assertGiven(record, ["set", "digest"], "statementOf: the record must be what seal or readRecord gives");
  const { set, round, group, digest } = record;
  const of = record.kind === "unit" ? { unit: record.unit, group } : { group };
  const name = `${set.id}.${set.edition}/${record.kind === "unit" ? record.unit : group}`;
  const root = record.kind === "group" ? { root: record.root } : {};
  return deepFreeze({
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name, digest: { sha256: digestOf(record) } }],
    predicateType: "https://par-index/sealed-record/v1",
    predicate: { set: { ...set }, round, ...of, digest, ...root },
  });
}

// Editions of a result: the final act of a council gives the first, each decision that orders corrections after
// publication gives the next. A later edition never changes an earlier one: each says up to which day the round is
// replayed, and sealed, to have it again.
