/**
 * Verifying a sealed record: do its digests hold, does its score come out again, what could not be checked, and where
 * is the first difference. A record is data: whatever it holds, the answer is an answer and not an error.
 */
import { stages, type Until } from "../appraisal.ts";
import type { CriteriaSet, Facts } from "../criteria-set.ts";
import { hasErrors, report } from "../issue.ts";
import { deepFreeze, inputLimits, plainCopy } from "../plain.ts";
import { type Plan, planOf } from "../plan.ts";
import { isRecord } from "../round/reading.ts";
import { judgeRound, readRound } from "../round/round-read.ts";
import type { Round } from "../round.ts";
import type { RelativeInput } from "../standings.ts";
import { shape } from "../shape.ts";
import { digestOf, roundDigest, setDigest, unevenNumber } from "./digest.ts";
import { rootOfPath, treeRoot } from "./merkle.ts";
import { groupRecord, recordLeaf, type Sealing, scoredMembers, unitRecord } from "./record.ts";
import { difference, partDifference, type StepDifference } from "./record-difference.ts";
import { mergedInputs, type Texts } from "./record-inputs.ts";
import { digestsOf, partsOf, strayKeys } from "./record-parts.ts";
import type { GroupRecord, InclusionProof } from "./record-shape.ts";
import { placeIn } from "./record-steps.ts";
import { sumDifference } from "./record-sums.ts";

/** What a record is verified with; the more is given, the less remains unchecked. */
export interface VerifyOptions {
  /** The criteria set, made by `readCriteriaSet`. */
  readonly set?: CriteriaSet | undefined;
  /** The round that was sealed, as `readRound` gave it or as parsed from JSON; only together with the set. */
  readonly round?: Round | unknown;
  /** The proof that the record belongs to a sealed group. */
  readonly proof?: InclusionProof | undefined;
  /** The root of that group as it was published; without it the root of the proof is taken on trust. */
  readonly root?: string | undefined;
}

/**
 * What could not be checked. `set`: no criteria set was given, so that no points were computed again. `round`: that the
 * inputs are those of the round. `group`: what the group gave to `relative` leaves. `place`: the place in the group.
 * `texts`: the texts behind digests. `root`: that the root of the proof is the published one.
 */
export type Unchecked = "set" | "round" | "group" | "place" | "texts" | "root";

/** The answer of `verify`. */
export interface Verification {
  /** `hold`: every digest is that of what stands there. `unreadable`: it is no record of a format known here. */
  readonly digests: "hold" | "differ" | "unreadable";
  /** `agrees`: every step and result comes out again from the inputs. `not-done`: without the set, or of an unreadable record. */
  readonly recomputation: "agrees" | "differs" | "not-done";
  /** The sums within the record, which need no set; `not-done` of an unreadable record or an unscored unit. */
  readonly sums: "agree" | "differ" | "not-done";
  /** Whether the record belongs to the group of the proof; absent without a proof. */
  readonly inclusion?: "holds" | "differs" | undefined;
  /** What could not be checked, in the order of the type; empty where everything was. */
  readonly unchecked: readonly Unchecked[];
  /** The first step that is not as it should be; absent where nothing differs. */
  readonly firstDifference?: StepDifference | undefined;
}

/**
 * Verifies a sealed record.
 *
 * Digests are those of the record as it stands. With the set, the score is computed again from the record's own inputs
 * by the same stages; with the round too, the whole record is sealed again and compared. Without the set the sums
 * within the record are checked. Differences are looked for in the order of the computation: set, inputs, leaves,
 * nodes, sources, lines, index, grade, place.
 *
 * @param record The record, as parsed from JSON or as `seal` gave it.
 * @param options The set, the round, and a proof of inclusion.
 *
 * @returns The answer, frozen plain data; whatever the record holds, nothing is thrown.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`, or a round is given without it; InvalidError if the
 * round given cannot be read with the set.
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
 * const forged = { ...record, result: { ...record.result, index: "99.99" } };
 * verify(record, { set }).digests; // => 'hold'
 * verify(forged, { set }).firstDifference; // => { step: 'result.index', found: '99.99', expected: '80.27' }
 * ```
 */
export function verify(record: unknown, options: VerifyOptions = {}): Verification {
  const { set, proof } = options;
  const plan = set === undefined ? undefined : planOf(set, "verify");
  if (options.round !== undefined && set === undefined)
    throw new TypeError("verify: a round is read with its set; give the set too");
  const round = set === undefined || options.round === undefined ? undefined : readRound(set, options.round);
  const read = readable(record);
  if ("step" in read) {
    const inclusion = proof === undefined ? {} : { inclusion: "differs" as const };
    return deepFreeze({
      digests: "unreadable",
      recomputation: "not-done",
      sums: "not-done",
      ...inclusion,
      unchecked: [],
      firstDifference: read,
    });
  }
  const plain = read.record;
  const digests = plain["kind"] === "group" ? groupDigests(plain) : digestDifferences(plain, "");
  const computed = plan === undefined ? undefined : recomputed(plan, plain, round);
  const sums = sumsOf(plain);
  const included = proof === undefined ? undefined : inclusionDifference(plain, proof, options.root);
  const first = digests.before[0] ?? computed?.[0] ?? sums.found ?? digests.after[0] ?? included?.[0];
  const unchecked: Unchecked[] = [
    ...(plan === undefined ? (["set"] as const) : []),
    ...(round === undefined ? uncheckedWithoutRound(plain, plan !== undefined) : []),
    ...(proof !== undefined && options.root === undefined ? (["root"] as const) : []),
  ];
  return deepFreeze({
    digests: digests.before.length + digests.after.length === 0 ? "hold" : "differ",
    recomputation: computed === undefined ? "not-done" : computed.length === 0 ? "agrees" : "differs",
    sums: sums.state,
    ...(included === undefined
      ? {}
      : { inclusion: included.length === 0 ? ("holds" as const) : ("differs" as const) }),
    unchecked,
    ...(first === undefined ? {} : { firstDifference: first }),
  });
}

type Plain = Readonly<Record<string, unknown>>;

/** The record as plain data, or what makes it unreadable. */
function readable(record: unknown): { readonly record: Plain } | StepDifference {
  const issues = report();
  const copy = plainCopy(record, inputLimits, "error", issues);
  const [fault] = issues.issues;
  if (fault !== undefined) return difference("record", fault.found ?? fault.code, "plain data");
  if (!isRecord(copy)) return difference("record", copy, "an object");
  const uneven = unevenNumber(copy);
  if (uneven !== undefined) return difference("record", uneven.join("."), "a whole number");
  if (copy["format"] !== 1) return difference("format", copy["format"], 1);
  if (copy["kind"] !== "unit" && copy["kind"] !== "group")
    return difference("kind", copy["kind"], "unit or group");
  return { record: copy };
}

/** Digests that differ: those of parts that are computed from, and those of steps and results, which a recomputation names better. */
interface DigestDifferences {
  readonly before: readonly StepDifference[];
  readonly after: readonly StepDifference[];
}

const computedPart = /^(steps|result|place|ranking|root|digests)\b/;

function digestDifferences(record: Plain, prefix: string): DigestDifferences {
  const before: StepDifference[] = [];
  const after: StepDifference[] = [];
  const stated = isRecord(record["digests"]) ? record["digests"] : {};
  const { digests } = digestsOf(record);
  for (const key of strayKeys(record)) before.push(difference(`${prefix}${key}`, record[key], undefined));
  for (const name of new Set([...partsOf(record).map((it) => it.name), ...Object.keys(stated)])) {
    if (stated[name] === digests[name]) continue;
    const found = difference(`${prefix}${name}`, stated[name], digests[name]);
    if (computedPart.test(name)) after.push(found);
    else before.push(found);
  }
  const whole = digestOf(stated);
  if (record["digest"] !== whole) after.push(difference(`${prefix}digest`, record["digest"], whole));
  return { before, after };
}

/** The digests of a group's record: its own, and those of each unit's record. */
function groupDigests(record: Plain): DigestDifferences {
  const own = digestDifferences(record, "");
  const units = recordsIn(record).map((it) => digestDifferences(it, prefixOf(it)));
  const root = treeRoot(recordsIn(record).map(recordLeaf));
  const lost =
    Array.isArray(record["units"]) && record["units"].length === recordsIn(record).length
      ? []
      : [difference("units", record["units"], "records of units")];
  return {
    before: [...own.before, ...lost, ...units.flatMap((it) => it.before)],
    after: [
      ...units.flatMap((it) => it.after),
      ...(record["root"] === root ? [] : [difference("root", record["root"], root)]),
      ...own.after,
    ],
  };
}

const recordsIn = (record: Plain): readonly Plain[] => {
  const units = record["units"];
  return Array.isArray(units) ? units.filter((it): it is Plain => isRecord(it) && it["kind"] === "unit") : [];
};

const prefixOf = (record: Plain): string => `unit ${String(record["unit"])}: `;

function sumsOf(record: Plain): { readonly state: Verification["sums"]; readonly found?: StepDifference } {
  const units = record["kind"] === "group" ? recordsIn(record) : [record];
  const scored = units.filter(({ steps }) => steps !== undefined);
  for (const it of scored) {
    const found = sumDifference(it);
    if (found !== undefined) {
      const step = record["kind"] === "group" ? `${prefixOf(it)}${found.step}` : found.step;
      return { state: "differ", found: { ...found, step } };
    }
  }
  return { state: scored.length === 0 ? "not-done" : "agree" };
}

/** What a verification without the round cannot see. */
function uncheckedWithoutRound(record: Plain, withSet: boolean): readonly Unchecked[] {
  const isUnit = record["kind"] === "unit";
  const { relative } = record;
  return [
    "round",
    ...(isUnit && Array.isArray(relative) && relative.length > 0 ? (["group"] as const) : []),
    ...(isUnit || !withSet ? (["place"] as const) : []),
    ...(record["texts"] === "digest" ? (["texts"] as const) : []),
  ];
}

/** Computes a record again, from the round where it is given, else from its own inputs. */
function recomputed(plan: Plan, record: Plain, round: Round | undefined): readonly StepDifference[] {
  const { set } = plan;
  const stated = isRecord(record["set"]) ? record["set"] : {};
  const differences: StepDifference[] = [];
  for (const [key, own] of [
    ["id", set.id],
    ["edition", set.edition],
  ] as const)
    if (stated[key] !== own) return [difference(`set.${key}`, stated[key], own)];
  if (stated["digest"] !== setDigest(set))
    differences.push(difference("set.digest", stated["digest"], setDigest(set)));
  const frame = frameOf(plan, record);
  if ("step" in frame) return [...differences, frame];
  const found = round === undefined ? fromInputs(frame, record) : fromRound(frame, record, round);
  return [...differences, ...found];
}

type Frame = Pick<Sealing, "plan" | "group" | "until" | "texts">;

/** What the head says of how the record was made. */
function frameOf(plan: Plan, record: Plain): Frame | StepDifference {
  const { group, until, texts } = record;
  if (typeof group !== "string" || !plan.set.groups.some(({ id }) => id === group))
    return difference("group", group, "a group of the set");
  if (texts !== "full" && texts !== "digest") return difference("texts", texts, "full or digest");
  if (until !== undefined && !isUntil(until)) return difference("until", until, "a stage or a day");
  return { plan, group, until, texts: texts as Texts };
}

const isUntil = (value: unknown): value is Until =>
  typeof value === "string" &&
  (value === "self" || stages.some((stage) => stage === value) || shape.date.safeParse(value).success);

/** Seals the round again and compares everything but the version of the library. */
function fromRound(frame: Frame, record: Plain, round: Round): readonly StepDifference[] {
  const digest = roundDigest(round);
  const sealing: Sealing = { ...frame, round, digest };
  const members = scoredMembers(sealing);
  const differences = record["round"] === digest ? [] : [difference("round", record["round"], digest)];
  if (record["kind"] === "group")
    return [
      ...differences,
      ...groupDifferences(record, groupRecord(sealing, members), ["inputs", "relative"]),
    ];
  const member = members.units.find(({ input }) => input.unit.id === record["unit"]);
  if (member === undefined)
    return [...differences, difference("unit", record["unit"], "a unit of the group in the round")];
  const place = placeIn(members.ranking, member.input.unit.id);
  return [
    ...differences,
    ...unitDifferences(record, unitRecord(sealing, member, place), ["inputs", "relative"], ["place"]),
  ];
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
  if (fault !== undefined || judged.fatal || hasErrors(judged.issues))
    return [
      difference(
        `inputs.${String(fault?.path[0] ?? "head")}`,
        fault?.code ?? "unreadable",
        "inputs without error",
      ),
    ];
  const { round } = judged;
  const stranger = round.units.find(({ group }) => group !== frame.group);
  if (stranger !== undefined) return [difference("inputs.units", stranger.group, frame.group)];
  const known = isGroup ? undefined : knownGroups(record, round);
  if (known !== undefined && "step" in known) return [known];
  // Texts stand as they stand: what was brought to digests is not brought to digests again.
  const sealing: Sealing = { ...frame, texts: "full", round, digest: String(record["round"]), known };
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
    return [difference("relative", record["relative"], error.message)];
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
    return difference("relative", relative, "a list of leaves with what the group gave");
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
      const parts = unitDifferences(it, unit, before, ["place"]);
      return parts.map(({ step, ...rest }) => ({ step: `${prefixOf(it)}${step}`, ...rest }));
    }),
    ...[partDifference("ranking", record["ranking"], expected.ranking) ?? []].flat(),
  ];
}

/** Whether the proof leads from this record to its root, and its root is the published one. */
function inclusionDifference(
  record: Plain,
  proof: InclusionProof,
  root: string | undefined,
): readonly StepDifference[] {
  const issues = report();
  const plain = plainCopy(proof, inputLimits, "error", issues);
  if (issues.issues.length > 0 || !isRecord(plain))
    return [difference("proof", plain, "a proof of inclusion")];
  const { unit, group, index, size, path } = plain;
  if (unit !== record["unit"]) return [difference("proof.unit", unit, record["unit"])];
  if (group !== record["group"]) return [difference("proof.group", group, record["group"])];
  const whole = (it: unknown): it is number => typeof it === "number" && Number.isSafeInteger(it);
  const listed = Array.isArray(path) && path.every((it): it is string => typeof it === "string");
  if (!whole(index) || !whole(size) || !listed)
    return [difference("proof.path", path, "position, size and a list of hashes")];
  const reached = rootOfPath(recordLeaf(record), { index, size, path });
  if (reached === undefined) return [difference("proof.path", path, `the path of leaf ${index} of ${size}`)];
  if (reached !== plain["root"]) return [difference("proof.root", plain["root"], reached)];
  return root === undefined || root === reached ? [] : [difference("root", reached, root)];
}
