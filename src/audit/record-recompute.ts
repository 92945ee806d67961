/**
 * Computing a record again: from its own inputs, by the stages that score a round, or from the round that was sealed.
 * Gives what comes out differently, in the order of the computation.
 */
import { stages, type Until } from "../appraisal.ts";
import type { CriteriaSet, Facts } from "../criteria-set.ts";
import type { Plan } from "../plan.ts";
import { isRecord } from "../round/reading.ts";
import { judgeRound } from "../round/round-read.ts";
import type { Round } from "../round.ts";
import { shape } from "../shape.ts";
import type { RelativeInput } from "../standings.ts";
import { setDigest } from "./digest.ts";
import { groupRecord, type Sealing, scoredMembers, unitRecord } from "./record.ts";
import { difference, inputStep, partDifference, type StepDifference, unfit } from "./record-difference.ts";
import { type Plain, prefixOf, recordsIn } from "./record-digests.ts";
import { mergedInputs, type Texts } from "./record-inputs.ts";
import type { GroupRecord } from "./record-shape.ts";
import { placeIn } from "./record-steps.ts";

/** Computes a record again, from the round where it is given, else from its own inputs. */
export function recomputed(plan: Plan, record: Plain, round: Round | undefined): readonly StepDifference[] {
  const { set } = plan;
  const stated = isRecord(record["set"]) ? record["set"] : {};
  const differences: StepDifference[] = [];
  for (const [key, own] of [
    ["id", set.id],
    ["edition", set.edition],
  ] as const)
    if (stated[key] !== own) return [{ ...difference(`set.${key}`, stated[key], own), from: "set" }];
  if (stated["digest"] !== setDigest(set))
    differences.push({ ...difference("set.digest", stated["digest"], setDigest(set)), from: "set" });
  const frame = frameOf(plan, record);
  if ("step" in frame) return [...differences, frame];
  const found =
    round === undefined ? fromInputs(frame, record) : fromRound(frame, record, round).map(attributed);
  return [...differences, ...found];
}

/** Inputs, what the group gave and places are the round's to say; everything else is computed from the same inputs. */
const attributed = (it: StepDifference): StepDifference =>
  /^(?:unit \S+: )?(?:inputs|relative|place|ranking|units$)/.test(it.step) ? { ...it, from: "round" } : it;

type Frame = Omit<Sealing, "round" | "known">;

/** What the head says of how the record was made. */
function frameOf(plan: Plan, record: Plain): Frame | StepDifference {
  const { group, until, texts } = record;
  if (typeof group !== "string" || !plan.set.groups.some(({ id }) => id === group))
    return unfit("group", group, "a group of the set");
  if (texts !== "full" && texts !== "digest") return unfit("texts", texts, "full or digest");
  if (until !== undefined && !isUntil(until)) return unfit("until", until, "a stage or a day");
  return { plan, group, until, texts: texts as Texts, digest: String(record["round"]) };
}

const isUntil = (value: unknown): value is Until =>
  typeof value === "string" &&
  (value === "self" || stages.some((stage) => stage === value) || shape.date.safeParse(value).success);

/** Seals the round again and compares everything but the version of the library and the digest of the round. */
function fromRound(frame: Frame, record: Plain, round: Round): readonly StepDifference[] {
  const sealing: Sealing = { ...frame, round };
  const members = scoredMembers(sealing);
  if (record["kind"] === "group")
    return groupDifferences(record, groupRecord(sealing, members), ["inputs", "relative"]);
  const member = members.units.find(({ input }) => input.unit.id === record["unit"]);
  if (member === undefined) return [unfit("unit", record["unit"], "a unit of the group in the round")];
  const place = placeIn(members.ranking, member.input.unit.id);
  return unitDifferences(record, unitRecord(sealing, member, place), ["inputs", "relative"], ["place"]);
}

/** Computes from the inputs of the record itself. */
function fromInputs(frame: Frame, record: Plain): readonly StepDifference[] {
  const isGroup = record["kind"] === "group";
  const records = isGroup ? recordsIn(record) : [record];
  const raw = mergedInputs(records.map(({ inputs }) => (isRecord(inputs) ? inputs : {})));
  // A group without units has no inputs either, and nothing to compute.
  const value = records.length === 0 ? emptyRound(frame.plan.set) : raw;
  const judged = judgeRound(frame.plan.set, value);
  const fault = judged.issues.find(({ severity }) => severity === "error");
  if (fault !== undefined) {
    const prefix = isGroup && fault.unit !== undefined ? prefixOf({ unit: fault.unit }) : "";
    return [unfit(`${prefix}${inputStep(value, fault.path)}`, fault.code, "inputs without error")];
  }
  const { round } = judged;
  const stranger = round.units.find(({ group }) => group !== frame.group);
  if (stranger !== undefined) return [difference("inputs.units", stranger.group, frame.group)];
  const known = isGroup ? undefined : knownGroups(record, round);
  if (known !== undefined && "step" in known) return [known];
  // Texts stand as they stand: what was brought to digests is not brought to digests again.
  const sealing: Sealing = { ...frame, texts: "full", round, known };
  try {
    const members = scoredMembers(sealing);
    if (isGroup) return groupDifferences(record, groupRecord(sealing, members), ["relative"]);
    const [member] = members.units;
    if (member === undefined || members.units.length > 1 || member.input.unit.id !== record["unit"])
      return [difference("unit", record["unit"], round.units.map(({ id }) => id).join(", "))];
    return unitDifferences(
      record,
      unitRecord(sealing, member, placeIn(members.ranking, member.input.unit.id)),
      [],
      [],
    );
  } catch (error) {
    // What the group is said to have given may contradict the unit's own facts: better than the best, no such number.
    if (!(error instanceof RangeError)) throw error;
    return [unfit("relative", record["relative"], "what a group can have given")];
  }
}

const emptyRound = (set: CriteriaSet): Plain => ({
  format: 1,
  set: set.id,
  edition: set.edition,
  title: set.title,
  status: "illustrative",
  units: [],
});

/** What the record says that the group gave, with the unit's own targets from its inputs. */
function knownGroups(
  record: Plain,
  round: Round,
): ReadonlyMap<string, readonly RelativeInput[]> | StepDifference {
  const { relative, unit } = record;
  if (!Array.isArray(relative) || !relative.every(isRelative))
    return unfit("relative", relative, "a list of leaves with what the group gave");
  const targetOf = (item: string): Facts | undefined => round.targets.find((it) => it.item === item)?.facts;
  const inputs = relative.map(({ item, group }): RelativeInput => {
    const target = targetOf(item);
    return { item, ...(target === undefined ? {} : { target }), ...(group === undefined ? {} : { group }) };
  });
  return new Map([[String(unit), inputs]]);
}

function isRelative(value: unknown): value is { item: string; group?: { leader?: string; best?: string } } {
  if (!isRecord(value) || typeof value["item"] !== "string") return false;
  const { group } = value;
  const isText = (it: unknown): boolean => it === undefined || typeof it === "string";
  return group === undefined || (isRecord(group) && isText(group["leader"]) && isText(group["best"]));
}

/** Compares the computed parts of a unit's record, in their order; `before` and `after` name further parts to compare. */
function unitDifferences(
  record: Plain,
  expected: object,
  before: readonly string[],
  after: readonly string[],
): readonly StepDifference[] {
  const own = expected as Plain;
  return [...before, "declared", "steps", "result", ...after].flatMap(
    (part) => partDifference(part, record[part], own[part]) ?? [],
  );
}

/** What the head of a group's record says of each of its units' records. */
const sharedHead = ["format", "set", "round", "group", "until", "texts"] as const;

function groupDifferences(
  record: Plain,
  expected: GroupRecord,
  before: readonly string[],
): readonly StepDifference[] {
  const found = recordsIn(record);
  const ids = found.map(({ unit }) => String(unit)).join(", ");
  const own = expected.units.map(({ unit }) => unit).join(", ");
  if (ids !== own) return [difference("units", ids, own)];
  return [
    ...expected.units.flatMap((unit, at) => {
      const it = found[at] as Plain;
      const head = sharedHead.flatMap((key) => partDifference(key, it[key], record[key]) ?? []);
      const parts = [...head, ...unitDifferences(it, unit, before, ["place"])];
      return parts.map(({ step, ...rest }) => ({ step: `${prefixOf(it)}${step}`, ...rest }));
    }),
    ...[partDifference("ranking", record["ranking"], expected.ranking) ?? []].flat(),
  ];
}
