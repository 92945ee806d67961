/**
 * Verifying a sealed record: do its digests hold, does its score come out again, what could not be checked, and where
 * is the first difference. A record is data: whatever it holds, the answer is an answer and not an error.
 */
import type { CriteriaSet } from "../criteria-set.ts";
import { report } from "../issue.ts";
import { assertOptions, deepFreeze, inputLimits, isRecord, plainCopy } from "../plain.ts";
import { planOf } from "../plan.ts";
import type { Readable, RoundInput } from "../round/input.ts";
import { readBareRound } from "../round/read.ts";
import type { Round } from "../round.ts";
import { digestOf, rootOfPath, roundDigest, treeRoot, unevenNumber } from "./digest.ts";
import { recordLeaf } from "./record.ts";
import {
  difference,
  prefixOf,
  recomputed,
  recordsIn,
  type StepDifference,
  shortText,
  sumDifference,
  unfit,
} from "./record-check.ts";
import { digestsOf, type InclusionProof, type Plain, recordParts, strayKeys } from "./record-shape.ts";

/** What a record is verified with; the more is given, the less remains unchecked. */
export interface VerifyOptions {
  /** The criteria set, made by `readCriteriaSet`. */
  readonly set?: CriteriaSet | undefined;
  /** The round that was sealed or its successor, as `readRound` gave it or as parsed from JSON; only together with the set. */
  readonly round?: Round | Readable<RoundInput> | undefined;
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

/** What was verified: what the record says of itself, as text; what it does not say is absent. */
export interface VerifiedRecord {
  /** The unit; absent of a group's record. */
  readonly unit?: string | undefined;
  /** The group. */
  readonly group?: string | undefined;
  /** The id of the criteria set. */
  readonly set?: string | undefined;
  /** The edition of the criteria set. */
  readonly edition?: string | undefined;
  /** The index as sealed. */
  readonly index?: string | undefined;
  /** The place as sealed. */
  readonly place?: string | undefined;
}

/** The answer of `verify`. */
export interface Verification {
  /** What was verified; absent of an unreadable record. */
  readonly record?: VerifiedRecord | undefined;
  /** `hold`: every digest is that of what stands there. `unreadable`: it is no record of a format known here. */
  readonly digests: "hold" | "differ" | "unreadable";
  /**
   * `agrees`: every step and result comes out again from the inputs, and with the round the inputs and the place as
   * well. `not-done`: without the set, or of an unreadable record.
   */
  readonly recomputation: "agrees" | "differs" | "not-done";
  /** The sums within the record, which need no set; `not-done` of an unreadable record or an unscored unit. */
  readonly sums: "agree" | "differ" | "not-done";
  /**
   * Whether the round given is the very one that was sealed. Where it `differs` and the recomputation agrees, it differs
   * on other units only, as after a correction of theirs. `not-done`: without it, or of an unreadable record.
   */
  readonly round: "same" | "differs" | "not-done";
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
 * by the same stages; with the round too, the unit or group is sealed again and compared, and whether the round is the
 * very one that was sealed is answered apart. Without the set the sums within the record are checked. Differences are
 * looked for in the order of the computation: set, inputs (councils last), leaves, nodes, sources, lines, index, grade, place.
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
 * import { readRound } from "par-index";
 * import { seal, verify } from "par-index/audit";
 * import { criteriaSet } from "par-index/criteria";
 * import file from "par-index/examples/published/binh-duong/district/2017.1.json" with { type: "json" };
 * const set = criteriaSet("binh-duong/district/2017");
 * const round = readRound(set, file);
 * const record = seal(set, round, { unit: "bau-bang" });
 * const forged = { ...record, result: { ...record.result, index: "99.99" } };
 * verify(record, { set }).digests; // => 'hold'
 * verify(forged, { set }).firstDifference; // => { step: 'result.index', found: '99.99', expected: '80.27' }
 * ```
 */
export function verify(record: unknown, options: VerifyOptions = {}): Verification {
  assertOptions(options, ["set", "round", "proof", "root"], "verify");
  const { set, proof } = options;
  const plan = set === undefined ? undefined : planOf(set, "verify");
  if (options.round !== undefined && set === undefined)
    throw new TypeError("verify: a round is read with its set; give the set too");
  const round =
    set === undefined || options.round === undefined ? undefined : readBareRound(set, options.round);
  const read = readable(record);
  if ("step" in read) {
    const inclusion = proof === undefined ? {} : { inclusion: "differs" as const };
    return deepFreeze({
      digests: "unreadable",
      recomputation: "not-done",
      sums: "not-done",
      round: "not-done",
      ...inclusion,
      unchecked: [],
      firstDifference: read,
    });
  }
  const plain = read.record;
  const digests = recordDigests(plain, [
    ...(plan === undefined ? [] : ["declared"]),
    ...(round === undefined ? [] : ["inputs", "relative"]),
  ]);
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
    record: verifiedRecord(plain),
    digests: digests.before.length + digests.after.length === 0 ? "hold" : "differ",
    recomputation: computed === undefined ? "not-done" : computed.length === 0 ? "agrees" : "differs",
    sums: sums.state,
    round: round === undefined ? "not-done" : plain["round"] === roundDigest(round) ? "same" : "differs",
    ...(included === undefined
      ? {}
      : { inclusion: included.length === 0 ? ("holds" as const) : ("differs" as const) }),
    unchecked,
    ...(first === undefined ? {} : { firstDifference: first }),
  });
}

/** The record as plain data, or what makes it unreadable. */
function readable(record: unknown): { readonly record: Plain } | StepDifference {
  if (typeof record === "string")
    return unfit("record", record, "the record as JSON.parse gives it from this text");
  const issues = report();
  const copy = plainCopy(record, inputLimits, "error", issues);
  const [fault] = issues.issues;
  if (fault !== undefined) return unfit("record", [...fault.path, fault.code].join("."), "plain data");
  if (!isRecord(copy)) return unfit("record", copy, "an object");
  const uneven = unevenNumber(copy);
  if (uneven !== undefined) return unfit("record", uneven.join("."), "a whole number");
  if (copy["format"] !== 1) return difference("format", copy["format"], 1);
  if (copy["kind"] !== "unit" && copy["kind"] !== "group")
    return unfit("kind", copy["kind"], "unit or group");
  return { record: copy };
}

function verifiedRecord(record: Plain): VerifiedRecord {
  const { unit, group } = record;
  const [set, result, place] = ["set", "result", "place"].map((key) => record[key]);
  const within = (value: unknown, key: string): unknown => (isRecord(value) ? value[key] : undefined);
  const said: Readonly<Record<keyof VerifiedRecord, unknown>> = {
    unit,
    group,
    set: within(set, "id"),
    edition: within(set, "edition"),
    index: within(result, "index"),
    place: within(place, "place"),
  };
  return Object.fromEntries(
    Object.entries(said).flatMap(([key, value]) => (value === undefined ? [] : [[key, shortText(value)]])),
  );
}

/** Digests that differ: those of parts that are computed from, and those of parts whose values are compared, which says more. */
interface DigestDifferences {
  readonly before: readonly StepDifference[];
  readonly after: readonly StepDifference[];
}

/** Parts whose values are always looked at, in sums or again computed. */
const computed = ["steps", "result", "place", "ranking", "root"];

/**
 * The digests of a plain record that do not hold; of a group also those of its units' records, and its root. Besides
 * steps and results the parts that are named here are compared by value.
 */
function recordDigests(record: Plain, compared: readonly string[]): DigestDifferences {
  const own = digestDifferences(record, "", compared);
  if (record["kind"] !== "group") return own;
  const records = recordsIn(record);
  const units = records.map((it) => digestDifferences(it, prefixOf(it), compared));
  const root = treeRoot(records.map(recordLeaf));
  const listed = record["units"];
  const isWhole = Array.isArray(listed) && listed.length === records.length;
  return {
    before: [
      ...own.before,
      ...(isWhole ? [] : [unfit("units", listed, "records of units")]),
      ...units.flatMap(({ before }) => before),
    ],
    after: [
      ...units.flatMap(({ after }) => after),
      ...(record["root"] === root ? [] : [difference("root", record["root"], root)]),
      ...own.after,
    ],
  };
}

function digestDifferences(record: Plain, prefix: string, compared: readonly string[]): DigestDifferences {
  const before = strayKeys(record).map((key) => difference(`${prefix}${key}`, record[key], undefined));
  const after: StepDifference[] = [];
  const stated = isRecord(record["digests"]) ? record["digests"] : {};
  const { digests } = digestsOf(record);
  for (const name of new Set([...recordParts(record).map((part) => part.name), ...Object.keys(stated)])) {
    if (stated[name] === digests[name]) continue;
    const isCompared = [...computed, ...compared].some(
      (part) => name === part || name.startsWith(`${part}.`),
    );
    const found = difference(`${prefix}${name}`, stated[name], digests[name]);
    (isCompared ? after : before).push({ ...found, from: "digest" });
  }
  const whole = digestOf(stated);
  if (record["digest"] !== whole) after.push(difference(`${prefix}digest`, record["digest"], whole));
  return { before, after };
}

function sumsOf(record: Plain): { readonly state: Verification["sums"]; readonly found?: StepDifference } {
  const units = record["kind"] === "group" ? recordsIn(record) : [record];
  const scored = units.filter(({ steps }) => steps !== undefined);
  for (const unit of scored) {
    const found = sumDifference(unit);
    if (found === undefined) continue;
    const step = record["kind"] === "group" ? `${prefixOf(unit)}${found.step}` : found.step;
    return { state: "differ", found: { ...found, step } };
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

/** Whether the proof leads from this record to its root, and its root is the published one. */
function inclusionDifference(
  record: Plain,
  proof: InclusionProof,
  root: string | undefined,
): readonly StepDifference[] {
  const issues = report();
  const plain = plainCopy(proof, inputLimits, "error", issues);
  if (issues.issues.length > 0 || !isRecord(plain)) return [unfit("proof", plain, "a proof of inclusion")];
  const { unit, group, index, size, path } = plain;
  if (unit !== record["unit"]) return [difference("proof.unit", unit, record["unit"])];
  if (group !== record["group"]) return [difference("proof.group", group, record["group"])];
  const whole = (it: unknown): it is number => typeof it === "number" && Number.isSafeInteger(it);
  const listed = Array.isArray(path) && path.every((it): it is string => typeof it === "string");
  if (!whole(index) || !whole(size) || !listed)
    return [unfit("proof.path", path, "position, size and a list of hashes")];
  const reached = rootOfPath(recordLeaf(record), { index, size, path });
  if (reached === undefined) return [unfit("proof.path", path, "a path of the length for position and size")];
  if (reached !== plain["root"]) return [difference("proof.root", plain["root"], reached)];
  return root === undefined || root === reached ? [] : [difference("root", reached, root)];
}
