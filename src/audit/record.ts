/**
 * Sealing (niêm phong): makes the record of a unit or a group from which its score can be computed again, years later
 * and by others, with digests of every part. The record of a unit is the same whether it is sealed alone or in its group.
 */
import { assertUntil, type Until } from "../appraisal.ts";
import type { CriteriaSet } from "../criteria-set.ts";
import { evaluate } from "../evaluation.ts";
import { byCodeUnit, deepFreeze } from "../plain.ts";
import { type Plan, planOf } from "../plan.ts";
import { type Apart, rank } from "../ranking.ts";
import type { Ranking, Score } from "../result.ts";
import { isRecord } from "../round/reading.ts";
import { readRound } from "../round/round-read.ts";
import type { Round } from "../round.ts";
import { claimedPoints, scoreOf } from "../score.ts";
import { type KnownGroups, roundInputs, type UnitInput } from "../unit-inputs.ts";
import { library } from "../version.ts";
import { canonicalBytes, roundDigest, setDigest } from "./digest.ts";
import { inclusionPath, leafHash, treeRoot } from "./merkle.ts";
import { inputsOf, type Texts } from "./record-inputs.ts";
import { digestsOf } from "./record-parts.ts";
import type {
  GroupRecord,
  InclusionProof,
  RecordResult,
  RecordSteps,
  SealedPlace,
  SealedRecord,
  SealedRelative,
  UnitRecord,
} from "./record-shape.ts";
import { declaredBy, placeIn, resultOf, stepsOf } from "./record-steps.ts";

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
 * @throws InvalidError if the round cannot be read; RangeError if it has no such unit, `until` is neither a stage nor a
 * day, or `texts` is neither of its two; TypeError if the set was not made by `readCriteriaSet`, or the target is no
 * such object.
 *
 * @example
 * ```ts
 * import { readFile } from "node:fs/promises";
 * import { seal, verify } from "par-index/audit";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("binh-duong/district/2017");
 * const file = "docs/examples/published/binh-duong/district/2017.1.json";
 * const round = JSON.parse(await readFile(file, "utf8"));
 * const record = seal(set, round, { unit: "bau-bang" });
 * record.result.index; // => '80.27'
 * verify(record, { set }).recomputation; // => 'agrees'
 * ```
 */
export function seal(
  set: CriteriaSet,
  round: Round | unknown,
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
  round: Round | unknown,
  target: { readonly group: string },
  options?: SealOptions,
): GroupRecord;
export function seal(
  set: CriteriaSet,
  round: Round | unknown,
  target: { readonly unit: string } | { readonly group: string },
  options: SealOptions = {},
): SealedRecord {
  const plan = planOf(set, "seal");
  if (!isRecord(target) || !("unit" in target || "group" in target))
    throw new TypeError("seal: the target must be { unit } or { group }");
  const { until, texts = "full" } = options;
  assertUntil(until, "seal");
  if (texts !== "full" && texts !== "digest") throw new RangeError('seal: texts must be "full" or "digest"');
  const read = readRound(set, round);
  const group = groupOf(set, read, target);
  const sealing: Sealing = { plan, round: read, digest: roundDigest(read), group, until, texts };
  const members = scoredMembers(sealing);
  if ("unit" in target) {
    const member = members.units.find(({ input }) => input.unit.id === target.unit) as Member;
    return deepFreeze(unitRecord(sealing, member, placeIn(members.ranking, target.unit)));
  }
  return deepFreeze(groupRecord(sealing, members));
}

function groupOf(
  set: CriteriaSet,
  round: Round,
  target: { readonly unit: string } | { readonly group: string },
): string {
  if ("unit" in target) {
    const unit = round.units.find(({ id }) => id === target.unit);
    if (unit === undefined)
      throw new RangeError(`seal: the round has no unit ${JSON.stringify(target.unit)}`);
    return unit.group;
  }
  if (!set.groups.some(({ id }) => id === target.group))
    throw new RangeError(`seal: the set has no group ${JSON.stringify(target.group)}`);
  return target.group;
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
}

/** One unit of the group, scored where it can be. */
export interface Member {
  readonly input: UnitInput;
  readonly relative: readonly SealedRelative[];
  readonly steps: RecordSteps | undefined;
  readonly result: RecordResult;
  readonly score: Score | undefined;
}

/** Scores and ranks the units of the group; the units of other groups are left aside. */
export function scoredMembers({ plan, round, group, until, known }: Sealing): {
  readonly units: readonly Member[];
  readonly ranking: Ranking;
} {
  const units = round.units.filter((unit) => unit.group === group);
  const ids = new Set(units.map(({ id }) => id));
  const counts = round.tally.counts.filter(({ unit }) => ids.has(unit));
  const part = { ...round, units, tally: { ...round.tally, counts } };
  const inputs = roundInputs(plan, part, until, new Set(), known);
  const members = inputs.units.map((input) => memberOf(plan, input, until));
  const apart = members.flatMap(({ input: { unit, unscored } }): Apart[] => {
    const reason = unscored ?? (unit.exempt === undefined ? undefined : "exempt");
    return reason === undefined ? [] : [{ unit: unit.id, group, reason }];
  });
  const scores = members.flatMap(({ score }) => score ?? []);
  const ranking = rank(plan.set, scores, apart).find((it) => it.group === group) as Ranking;
  return { units: members, ranking };
}

function memberOf(plan: Plan, input: UnitInput, until: Until | undefined): Member {
  const { unit, unscored } = input;
  const relative = input.relative.map(
    ({ item, group }): SealedRelative => (group === undefined ? { item } : { item, group }),
  );
  if (unscored !== undefined)
    return {
      input,
      relative,
      steps: undefined,
      result: { state: "unscored", why: unscored },
      score: undefined,
    };
  const evaluation = evaluate(plan, input);
  const score = scoreOf(plan, unit, evaluation, input.claims, until);
  const steps = stepsOf(plan, evaluation, claimedPoints(plan, input.claims));
  return { input, relative, steps, result: resultOf(score), score };
}

/** The record of one unit of the group. The texts of its parts are put into `written`. */
export function unitRecord(
  sealing: Sealing,
  member: Member,
  place: SealedPlace,
  written?: Map<unknown, string>,
): UnitRecord {
  const { plan, round, texts } = sealing;
  const unit = member.input.unit.id;
  const { steps, relative, result } = member;
  const record = {
    ...headOf(sealing, "unit", unit),
    declared: declaredBy(plan.set),
    inputs: inputsOf(round, unit, texts),
    relative,
    ...(steps === undefined ? {} : { steps }),
    result,
    place,
  };
  return { ...record, ...digestsOf(record, written), kind: "unit", unit };
}

function headOf(
  { plan, digest, group, until, texts }: Sealing,
  kind: "unit" | "group",
  unit: string | undefined,
) {
  const { id, edition } = plan.set;
  return {
    format: 1,
    kind,
    library,
    set: { id, edition, digest: setDigest(plan.set) },
    round: digest,
    ...(unit === undefined ? {} : { unit }),
    group,
    ...(until === undefined ? {} : { until }),
    texts,
  } as const;
}

/** The record of the group. */
export function groupRecord(sealing: Sealing, members: ReturnType<typeof scoredMembers>): GroupRecord {
  const { places, unranked, complete, mean, meanOf } = members.ranking;
  const sealed = members.units.map((member) => {
    const written = new Map<unknown, string>();
    const place = placeIn(members.ranking, member.input.unit.id);
    const unit = unitRecord(sealing, member, place, written);
    return { unit, leaf: leafHash(canonicalBytes(unit, written)) };
  });
  sealed.sort((a, b) => byCodeUnit(a.unit.unit, b.unit.unit));
  const units = sealed.map(({ unit }) => unit);
  const record = {
    ...headOf(sealing, "group", undefined),
    units,
    ranking: { places, unranked, complete, ...(mean === undefined ? {} : { mean }), meanOf },
    root: treeRoot(sealed.map(({ leaf }) => leaf)),
  };
  return { ...record, ...digestsOf(record), kind: "group" };
}

/** The hash of a unit's record as a leaf of the tree: of its canonical bytes, the whole of it. */
export const recordLeaf = (record: unknown): Uint8Array => leafHash(canonicalBytes(record));

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
 * import { readFile } from "node:fs/promises";
 * import { proofOf, seal, verify } from "par-index/audit";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("binh-duong/district/2017");
 * const file = "docs/examples/published/binh-duong/district/2017.1.json";
 * const round = JSON.parse(await readFile(file, "utf8"));
 * const group = seal(set, round, { group: "district" });
 * const own = seal(set, round, { unit: "bau-bang" });
 * verify(own, { proof: proofOf(group, "bau-bang"), root: group.root }).inclusion; // => 'holds'
 * ```
 */
export function proofOf(record: GroupRecord, unit: string): InclusionProof {
  if (
    typeof record !== "object" ||
    record === null ||
    record.kind !== "group" ||
    !Array.isArray(record.units)
  )
    throw new TypeError("proofOf: the record is not that of a group");
  const index = record.units.findIndex((it) => it.unit === unit);
  if (index < 0) throw new RangeError(`proofOf: the group has no unit ${JSON.stringify(unit)}`);
  const path = inclusionPath(record.units.map(recordLeaf), index);
  return deepFreeze({ unit, group: record.group, root: record.root, ...path });
}
