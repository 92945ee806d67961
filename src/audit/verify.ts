/**
 * Verifying a sealed record: is it of the closed shape, do its digests hold, does its score come out again, is it the
 * published one, what could not be checked, and where is the first difference. A record is data: whatever it holds, the
 * answer is an answer and not an error; and the conclusion says no more than was checked.
 */
import type { CriteriaSet } from "../criteria-set.ts";
import { hasErrors, InvalidError, report } from "../issue.ts";
import { assertOptions, deepFreeze, inputLimits, isRecord, plainCopy } from "../plain.ts";
import { planOf } from "../plan.ts";
import type { Readable, RoundInput } from "../round/input.ts";
import type { Round } from "../round.ts";
import { isBuiltIn } from "../set/brand.ts";
import { readJsonText } from "../set/text.ts";
import { isOfShape, strangePlace } from "./closed-shape.ts";
import { digestOf, rootOfPath, roundDigest, setDigest, treeRoot, unevenNumber } from "./digest.ts";
import { recordLeaf, sealableRound } from "./record.ts";
import {
  difference,
  pointerTo,
  prefixOf,
  recomputed,
  type StepDifference,
  shortText,
  strangeness,
  sumDifference,
  unfit,
} from "./record-check.ts";
import {
  digestsOf,
  type InclusionProof,
  type Plain,
  recordParts,
  type SealedRecord,
} from "./record-shape.ts";

/** What a record is verified with; the more is given, the less remains unchecked. */
export interface VerifyOptions {
  /** The criteria set, made by `readCriteriaSet`. */
  readonly set?: CriteriaSet | undefined;
  /** The round that was sealed or its successor, as `readRound` gave it or as parsed from JSON; only together with the set. */
  readonly round?: Round | Readable<RoundInput> | undefined;
  /** The digest of the record as it was published, in the signed document that announced the results for example. */
  readonly digest?: string | undefined;
  /** The root of the group as it was published: compared with a group's record, and with what `proof` leads to. */
  readonly root?: string | undefined;
  /** The proof that the record of a unit belongs to a sealed group; it shows something only together with `root`. */
  readonly proof?: InclusionProof | undefined;
}

/**
 * What could not be checked. `set`: no criteria set was given, so that no points were computed again. `round`: that the
 * inputs are those of the round. `group`: what the group gave to `relative` leaves. `place`: the place in the group.
 * `texts`: the texts behind digests. `root`: that the root of the proof is the published one. `proof`: that the record
 * of a unit belongs to the root given, since no proof leads there.
 */
export type Unchecked = "set" | "round" | "group" | "place" | "texts" | "root" | "proof";

/** What a record was held against, by the digests of each. */
export interface HeldAgainst {
  /** The digest of the record, as it stands there; absent of an unreadable one. */
  readonly record?: string | undefined;
  /** The criteria set that was given; `builtIn` says whether it is the one that the library ships. */
  readonly set?:
    | {
        readonly id: string;
        readonly edition: number;
        readonly digest: string;
        readonly builtIn: boolean;
      }
    | undefined;
  /** The digest of the round that was given. */
  readonly round?: string | undefined;
  /** The digest that was given as published. */
  readonly digest?: string | undefined;
  /** The root that was given as published. */
  readonly root?: string | undefined;
}

/**
 * What follows, and no more than was checked. `right`: it holds, was held against set and round, and everything that was
 * given was checked. `partly`: it holds as far as it was checked. The others say what does not hold. `unreadable`: it is no
 * record of the closed shape. `changed`: digests differ. `unpublished`: it is not the record of the published digest or
 * root. `set`, `round`: what was given is not what was sealed. `wrong`: the result does not follow from the inputs.
 * `stranger`: it does not belong to the group.
 */
export type Conclusion =
  | "unreadable"
  | "changed"
  | "unpublished"
  | "set"
  | "round"
  | "wrong"
  | "stranger"
  | "partly"
  | "right";

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
  /** What it was held against. */
  readonly against: HeldAgainst;
  /** What follows. */
  readonly conclusion: Conclusion;
  /** `hold`: every digest is that of what stands there. `unreadable`: it is not of the closed shape of a record. */
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
  /** Whether the record is the one of the published digest, and a group's of the published root; absent without these. */
  readonly published?: "same" | "differs" | undefined;
  /**
   * Whether the record of a unit belongs to the group of the published root; absent without a proof. `unproven`: the
   * proof leads to a root, but no published one was given, so that nothing follows.
   */
  readonly inclusion?: "holds" | "differs" | "unproven" | undefined;
  /** What could not be checked, in the order of the type; empty where everything was. */
  readonly unchecked: readonly Unchecked[];
  /** The first step that is not as it should be; absent where nothing differs. */
  readonly firstDifference?: StepDifference | undefined;
}

/**
 * Verifies a sealed record.
 *
 * The record is first held against the closed shape (`criteria/record.schema.json`), then its digests against what stands
 * there; a published digest or root from outside is what ties it to a decision. With the set, the score is computed again from the record's own inputs
 * by the same stages; with the round too, the unit or group is sealed again and compared, and whether the round is the
 * very one that was sealed is answered apart. Without the set the sums within the record are checked. Differences are
 * looked for in the order of the computation: set, inputs (councils last), leaves, nodes, sources, lines, index, grade, place.
 *
 * @param record The record, as parsed from JSON or as `seal` gave it.
 * @param options The set, the round, what was published, and a proof of inclusion.
 *
 * @returns The answer, frozen plain data; whatever the record holds, nothing is thrown.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`, or a round is given without it; RangeError
 * if a digest or root given is none; InvalidError if the round given cannot be read with the set.
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
  assertOptions(options, ["set", "round", "digest", "root", "proof"], "verify");
  const { set, proof, digest, root } = options;
  const plan = set === undefined ? undefined : planOf(set, "verify");
  if (options.round !== undefined && set === undefined)
    throw new TypeError("verify: a round is read with its set; give the set too");
  assertDigest(digest, "digest");
  assertDigest(root, "root");
  const read = readable(record);
  const target = "record" in read ? recordTarget(read.record) : {};
  const round =
    set === undefined || options.round === undefined ? undefined : sealableRound(set, options.round, target);
  const given: HeldAgainst = {
    ...(set === undefined ? {} : { set: setGiven(set) }),
    ...(round === undefined ? {} : { round: roundDigest(round) }),
    ...(digest === undefined ? {} : { digest }),
    ...(root === undefined ? {} : { root }),
  };
  if ("step" in read) {
    return deepFreeze({
      against: given,
      conclusion: "unreadable",
      digests: "unreadable",
      recomputation: "not-done",
      sums: "not-done",
      round: "not-done",
      unchecked: [],
      firstDifference: read,
    });
  }
  const { record: sealed } = read;
  const digests = recordDigests(sealed, [
    ...(plan === undefined ? [] : ["declared"]),
    ...(round === undefined ? [] : ["inputs", "relative"]),
  ]);
  const computed = plan === undefined ? undefined : recomputed(plan, sealed, round);
  const sums = sumsOf(sealed);
  const published = publishedDifference(sealed, given);
  const included = proof === undefined ? undefined : inclusionDifference(sealed, proof, root);
  const first =
    digests.before[0] ?? computed?.[0] ?? sums.found ?? digests.after[0] ?? published?.[0] ?? included?.[0];
  const unchecked: Unchecked[] = [
    ...(plan === undefined ? (["set"] as const) : []),
    ...(round === undefined ? uncheckedWithoutRound(sealed, plan !== undefined) : []),
    ...(proof !== undefined && root === undefined ? (["root"] as const) : []),
    ...(proof === undefined && root !== undefined && sealed.kind === "unit" ? (["proof"] as const) : []),
  ];
  const found: Omit<Verification, "conclusion"> = {
    record: verifiedRecord(sealed),
    against: { record: sealed.digest, ...given },
    digests: digests.before.length + digests.after.length === 0 ? "hold" : "differ",
    recomputation: computed === undefined ? "not-done" : computed.length === 0 ? "agrees" : "differs",
    sums: sums.state,
    round: round === undefined ? "not-done" : sealed.round === given.round ? "same" : "differs",
    ...(published === undefined ? {} : { published: published.length === 0 ? "same" : "differs" }),
    ...(included === undefined ? {} : { inclusion: inclusionOf(included, root) }),
    unchecked,
    ...(first === undefined ? {} : { firstDifference: first }),
  };
  return deepFreeze({ ...found, conclusion: conclusionFrom(found) });
}

function assertDigest(value: unknown, name: "digest" | "root"): void {
  if (value === undefined || (typeof value === "string" && /^[0-9a-f]{64}$/.test(value))) return;
  throw new RangeError(`verify: ${name} must be 64 hexadecimal digits, lower case`);
}

const setGiven = (set: CriteriaSet): NonNullable<HeldAgainst["set"]> => ({
  id: set.id,
  edition: set.edition,
  digest: setDigest(set),
  builtIn: isBuiltIn(set),
});

/** The record as plain data of the closed shape, or what makes it none. */
function readable(record: unknown): { readonly record: SealedRecord } | StepDifference {
  if (typeof record === "string")
    return unfit("record", record, "the record as readRecord gives it from this text");
  const issues = report();
  const copy = plainCopy(record, inputLimits, "error", issues);
  const [fault] = issues.issues;
  if (fault !== undefined)
    return {
      ...unfit("record", [...fault.path, fault.code].join("."), "plain data"),
      pointer: pointerTo(fault.path),
    };
  if (!isRecord(copy)) return { ...unfit("record", copy, "an object"), pointer: "" };
  const uneven = unevenNumber(copy);
  if (uneven !== undefined)
    return { ...unfit("record", uneven.join("."), "a whole number"), pointer: pointerTo(uneven) };
  if (copy["format"] !== 1) return { ...difference("format", copy["format"], 1), pointer: "/format" };
  if (copy["kind"] !== "unit" && copy["kind"] !== "group")
    return { ...unfit("kind", copy["kind"], "unit or group"), pointer: "/kind" };
  const strange = strangePlace(copy);
  return isOfShape(copy, strange) ? { record: copy } : strangeness(copy, strange ?? []);
}

/** Whom a record is of. */
const recordTarget = (record: SealedRecord) =>
  record.kind === "unit" ? { unit: record.unit } : { group: record.group };

/**
 * Reads the text of a sealed record strictly: JSON without a key that stands twice, of the closed shape.
 *
 * @param text The text of the file.
 *
 * @returns The record, frozen, as `verify` takes it. That it holds only `verify` tells.
 *
 * @throws InvalidError with every issue: what is no JSON, a key that stands twice, with line and column; the first place that
 * is not of the closed shape.
 *
 * @example
 * ```ts
 * import { readRecord, verify } from "par-index/audit";
 * import { criteriaSet } from "par-index/criteria";
 * import file from "par-index/examples/records/hoa-lam-so-y-te-2026.json" with { type: "json" };
 * verify(readRecord(JSON.stringify(file)), { set: criteriaSet("hoa-lam/department/2026") }).conclusion; // => 'partly'
 * ```
 */
export function readRecord(text: string): SealedRecord {
  if (typeof text !== "string") throw new TypeError("readRecord: give the text of the record");
  const { value, issues, place } = readJsonText(text);
  if (hasErrors(issues)) throw new InvalidError("The record cannot be read", issues.map(place));
  const read = readable(value);
  if (!("step" in read)) return deepFreeze(read.record);
  const found = report();
  const { pointer = "", step } = read;
  found("record-not-of-format", pointer === "" ? [] : pointer.slice(1).split("/"), {
    found: read.found,
    expected: step,
  });
  throw new InvalidError("The record cannot be read", found.issues.map(place));
}

/** What follows from a verification. */
function conclusionFrom(verification: Omit<Verification, "conclusion">): Conclusion {
  const { digests, recomputation, sums, round, published, inclusion, unchecked, firstDifference } =
    verification;
  if (digests === "differ") return "changed";
  if (firstDifference?.from === "set") return "set";
  if (sums !== "differ" && round === "differs" && firstDifference?.from === "round") return "round";
  if (recomputation === "differs" || sums === "differ") return "wrong";
  if (published === "differs") return "unpublished";
  if (inclusion === "differs") return "stranger";
  return recomputation === "agrees" && unchecked.length === 0 ? "right" : "partly";
}

function verifiedRecord(record: SealedRecord): VerifiedRecord {
  const { group, set } = record;
  const own =
    record.kind === "group"
      ? {}
      : { unit: record.unit, index: record.result.index, place: record.place.place };
  const said = { ...own, group, set: set.id, edition: set.edition };
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
 * The digests of a record that do not hold; of a group also those of its units' records, and its root. Besides
 * steps and results the parts that are named here are compared by value.
 */
function recordDigests(record: SealedRecord, compared: readonly string[]): DigestDifferences {
  const own = digestDifferences(record, "", compared);
  if (record.kind === "unit") return own;
  const units = record.units.map((it) => digestDifferences(it, prefixOf(it), compared));
  const root = treeRoot(record.units.map(recordLeaf));
  return {
    before: [...own.before, ...units.flatMap(({ before }) => before)],
    after: [
      ...units.flatMap(({ after }) => after),
      ...(record.root === root ? [] : [difference("root", record.root, root)]),
      ...own.after,
    ],
  };
}

function digestDifferences(
  record: SealedRecord,
  prefix: string,
  compared: readonly string[],
): DigestDifferences {
  const before: StepDifference[] = [];
  const after: StepDifference[] = [];
  const plain: Plain = { ...record };
  const { digests } = digestsOf(plain);
  for (const { name } of recordParts(plain)) {
    if (record.digests[name] === digests[name]) continue;
    const isCompared = [...computed, ...compared].some(
      (part) => name === part || name.startsWith(`${part}.`),
    );
    const found = difference(`${prefix}${name}`, record.digests[name], digests[name]);
    (isCompared ? after : before).push({ ...found, from: "digest" });
  }
  const whole = digestOf(record.digests);
  if (record.digest !== whole) after.push(difference(`${prefix}digest`, record.digest, whole));
  return { before, after };
}

function sumsOf(record: SealedRecord): {
  readonly state: Verification["sums"];
  readonly found?: StepDifference;
} {
  const units = record.kind === "group" ? record.units : [record];
  for (const unit of units) {
    const found = sumDifference(unit);
    if (found === undefined) continue;
    const step = record.kind === "group" ? `${prefixOf(unit)}${found.step}` : found.step;
    return { state: "differ", found: { ...found, step } };
  }
  return { state: units.every(({ steps }) => steps === undefined) ? "not-done" : "agree" };
}

/** What a verification without the round cannot see. */
function uncheckedWithoutRound(record: SealedRecord, withSet: boolean): readonly Unchecked[] {
  const isUnit = record.kind === "unit";
  return [
    "round",
    ...(isUnit && record.relative.length > 0 ? (["group"] as const) : []),
    ...(isUnit || !withSet ? (["place"] as const) : []),
    ...(record.texts === "digest" ? (["texts"] as const) : []),
  ];
}

/** Whether the record is the published one, by digest and, of a group, by root; undefined where neither was given. */
function publishedDifference(
  record: SealedRecord,
  { digest, root }: HeldAgainst,
): readonly StepDifference[] | undefined {
  const pairs = [
    ...(digest === undefined ? [] : [["digest", record.digest, digest] as const]),
    ...(root === undefined || record.kind === "unit" ? [] : [["root", record.root, root] as const]),
  ];
  if (pairs.length === 0) return undefined;
  return pairs.flatMap(([key, found, given]) =>
    found === given ? [] : [{ ...difference(key, found, given), from: "published" as const }],
  );
}

function inclusionOf(
  found: readonly StepDifference[],
  root: string | undefined,
): NonNullable<Verification["inclusion"]> {
  if (found.length > 0) return "differs";
  return root === undefined ? "unproven" : "holds";
}

/** Whether the proof leads from this record to its root, and its root is the published one. */
function inclusionDifference(
  record: SealedRecord,
  proof: InclusionProof,
  root: string | undefined,
): readonly StepDifference[] {
  const issues = report();
  const plain = plainCopy(proof, inputLimits, "error", issues);
  if (issues.issues.length > 0 || !isRecord(plain)) return [unfit("proof", plain, "a proof of inclusion")];
  if (record.kind === "group") return [unfit("kind", record.kind, "the record of a unit")];
  const { unit, group, index, size, path } = plain;
  if (unit !== record.unit) return [difference("proof.unit", unit, record.unit)];
  if (group !== record.group) return [difference("proof.group", group, record.group)];
  const whole = (it: unknown): it is number => typeof it === "number" && Number.isSafeInteger(it);
  const listed = Array.isArray(path) && path.every((it): it is string => typeof it === "string");
  if (!whole(index) || !whole(size) || !listed)
    return [unfit("proof.path", path, "position, size and a list of hashes")];
  const reached = rootOfPath(recordLeaf(record), { index, size, path });
  if (reached === undefined) return [unfit("proof.path", path, "a path of the length for position and size")];
  if (reached !== plain["root"]) return [difference("proof.root", plain["root"], reached)];
  return root === undefined || root === reached
    ? []
    : [{ ...difference("root", reached, root), from: "published" }];
}
