/**
 * The sealed record: what it holds, as plain data (`docs/format.md`, section 9). A unit's record is enough to compute
 * its score again: its own inputs as a round of one unit, what its group gave to `relative` leaves, the declared
 * policies, the steps and the result. A group's record holds those of its units, their ranking and the root of the
 * Merkle tree over them. Each part that an auditor would name has a digest of its own, and the record's digest is taken
 * of these: so whatever was changed, the part in which it stands can be named.
 */

import type { Until } from "../appraisal.ts";
import type { Consequence, Decimal, Grade, Policies, RankingPolicy, SurveyPlan } from "../criteria-set.ts";
import type { EvaluationState, LeafState, StateReason } from "../evaluation.ts";
import { isRecord } from "../plain.ts";
import type { Ranking } from "../ranking.ts";
import type { Round } from "../round.ts";
import type { RelativeGroup } from "../rules/relative.ts";
import type { Bounds, ScoreLine } from "../score.ts";
import type { UnrankedReason } from "../units.ts";
import { digestOf, type InclusionPath } from "./digest.ts";

/** How free text stands in a record. */
export type Texts = "full" | "digest";

/** An exact number as text: a decimal where it terminates, else a reduced fraction `"17/600"`. */
export type ExactText = string;

/** The criteria set of a record. */
export interface SealedSet {
  /** The id. */
  readonly id: string;
  /** The edition. */
  readonly edition: number;
  /** The digest of the set as read. */
  readonly digest: string;
}

/** What a record of either kind says of itself. */
export interface RecordHead {
  /** The format of the record: 1. */
  readonly format: 1;
  /** What was sealed. */
  readonly kind: "unit" | "group";
  /** Name and version of the library that sealed it. */
  readonly library: string;
  /** The criteria set. */
  readonly set: SealedSet;
  /** The digest of the whole round as read. */
  readonly round: string;
  /** The id of the unit; only in the record of a unit. */
  readonly unit?: string | undefined;
  /** The id of the group. */
  readonly group: string;
  /** The point in the process; absent: after everything. */
  readonly until?: Until | undefined;
  /** `digest`: SHA-256 digests stand in place of free text. */
  readonly texts: Texts;
}

/** What the set declares for the way from the leaves to the grade, repeated so that sums can be checked without the set. */
export interface DeclaredPolicies {
  /** The maximum of the whole, in points. */
  readonly maxPoints: Decimal;
  /** The policies of the set. */
  readonly policies: Policies;
  /** The policies of its survey; absent where it has none. */
  readonly survey?: Pick<SurveyPlan, "combine" | "emptyGroup" | "belowLeast" | "notHeld"> | undefined;
  /** The cap of all bonus lines together. */
  readonly bonusCap?: Decimal | undefined;
  /** The cap of all penalty lines together. */
  readonly penaltyCap?: Decimal | undefined;
  /** The grades, best first, with their lower bounds and conditions. */
  readonly grades: readonly Pick<Grade, "id" | "from" | "requires">[];
  /** How units are ranked. */
  readonly ranking: RankingPolicy;
}

/** What the group gave to one `relative` leaf. */
export interface SealedRelative {
  /** The id of the leaf. */
  readonly item: string;
  /** Leader and best of the group; absent while a unit of the group is pending on the leaf. */
  readonly group?: RelativeGroup | undefined;
}

/** The step of one leaf, in points. */
export interface SealedLeaf {
  /** The id of the leaf. */
  readonly item: string;
  /** The id of its source. */
  readonly source: string;
  /** Its state. */
  readonly state: LeafState;
  /** Why, where it is not plainly scored. */
  readonly reason?: StateReason | undefined;
  /** Where a gate that is not open says what it gives: the id of the item that the gate asks. */
  readonly gate?: string | undefined;
  /** On a leaf that does not apply: what that does. */
  readonly consequence?: Consequence | undefined;
  /** The exact points; absent where it is pending or leaves the maximum. */
  readonly points?: ExactText | undefined;
  /** On a pending leaf: the lowest points that it can come to. */
  readonly floor?: ExactText | undefined;
  /** On a pending leaf with a `gate`: the most points that it can come to; elsewhere that is its maximum. */
  readonly ceiling?: ExactText | undefined;
  /** The declared maximum of the leaf. */
  readonly maxPoints: Decimal;
  /** The exact points of the self-score; `"not-applicable"` where that is what the unit claims. */
  readonly claimed?: ExactText | "not-applicable" | undefined;
}

/** The step of a sum over leaves, in points. */
export interface SealedSum {
  /** The exact sum; absent where something is pending. */
  readonly points?: ExactText | undefined;
  /** With something pending: the sum with every pending leaf at its `floor`. */
  readonly low?: ExactText | undefined;
  /** With something pending: the sum with every pending leaf at its maximum, or `ceiling`. */
  readonly high?: ExactText | undefined;
  /** The applicable maximum. */
  readonly maxPoints: ExactText;
}

/** The step of a node of the tree. */
export interface SealedNode extends SealedSum {
  /** The id of the node. */
  readonly item: string;
  /** Position of its first leaf among the steps of the leaves, and the position after its last. */
  readonly leaves: readonly [number, number];
}

/** The step of a source. */
export interface SealedSource extends SealedSum {
  /** The id of the source. */
  readonly source: string;
}

/** A line between the sum of the leaves and the result. */
export interface SealedLine {
  /** What the line is. */
  readonly kind: ScoreLine["kind"];
  /** The id of the source or line, or of what a cap bites. */
  readonly id: string;
  /** The exact points that it adds; below 0 where it takes away. */
  readonly points: ExactText;
}

/** The way from the leaves to the index; in points, but for the index. */
export interface SealedTotal {
  /** Sum of the leaves. */
  readonly leaves: ExactText;
  /** The applicable maximum by which the index divides. */
  readonly maxPoints: ExactText;
  /** The lines, in the order in which they apply. */
  readonly lines: readonly SealedLine[];
  /** Leaves and lines together. */
  readonly points: ExactText;
  /** The index in %, exact; absent where nothing applies. */
  readonly index?: ExactText | undefined;
}

/** The steps, in the order in which they are computed. */
export interface RecordSteps {
  /** Every leaf, in the order of the set. */
  readonly leaves: readonly SealedLeaf[];
  /** Every inner node, parents before children. */
  readonly nodes: readonly SealedNode[];
  /** Every source, in the order of the set. */
  readonly sources: readonly SealedSource[];
  /** The total; absent where something is pending. */
  readonly total?: SealedTotal | undefined;
  /** With something pending: the total with every pending leaf at its `floor`. */
  readonly low?: SealedTotal | undefined;
  /** With something pending: the total with every pending leaf at its maximum, or `ceiling`. */
  readonly high?: SealedTotal | undefined;
}

/** What is published of the unit, as its score has it. */
export interface RecordResult {
  /** The state of the score; `unscored` where the unit has none. */
  readonly state: EvaluationState | "unscored";
  /** True where it is approved (đã phê duyệt): the final act is there, as `isApproved` tells. */
  readonly approved: boolean;
  /** Why it is unscored. */
  readonly reason?: UnrankedReason | undefined;
  /** The published index in %, rounded once. */
  readonly index?: Decimal | undefined;
  /** The bounds of the index of a provisional score, in %. */
  readonly bounds?: Bounds | undefined;
  /** The id of the grade. */
  readonly grade?: string | undefined;
  /** The id of the grade that the index alone reaches, where a condition of that one fails. */
  readonly reaches?: string | undefined;
  /** The result in points, rounded. */
  readonly points?: Decimal | undefined;
  /** The applicable maximum, in points. */
  readonly maxPoints?: Decimal | undefined;
  /** The points that the unit claims, rounded. */
  readonly claimed?: Decimal | undefined;
}

/** Where the unit stands in its group. */
export interface SealedPlace {
  /** The place, from 1; absent where it has none. */
  readonly place?: number | undefined;
  /** True where another unit has the same place. */
  readonly tied?: boolean | undefined;
  /** Why it has no place. */
  readonly reason?: UnrankedReason | undefined;
  /** How many units of the group have a place. */
  readonly ranked: number;
  /** False where a unit that should have a place has none. */
  readonly complete: boolean;
}

/** The sealed record of one unit. */
export interface UnitRecord extends RecordHead {
  /** What was sealed: a unit. */
  readonly kind: "unit";
  /** The id of the unit. */
  readonly unit: string;
  /** What the set declares. */
  readonly declared: DeclaredPolicies;
  /** The unit's own inputs: a round of this one unit. */
  readonly inputs: Round;
  /** What the group gave to its `relative` leaves, in the order of the set. */
  readonly relative: readonly SealedRelative[];
  /** The steps; absent where the unit is not scored. */
  readonly steps?: RecordSteps | undefined;
  /** The result. */
  readonly result: RecordResult;
  /** Its place. */
  readonly place: SealedPlace;
  /** The digest of each part, by its name. */
  readonly digests: Readonly<Record<string, string>>;
  /** The digest of `digests`, and so of the record. */
  readonly digest: string;
}

/** The ranking of a group, as its record has it. */
export type SealedRanking = Pick<
  Ranking,
  "places" | "unranked" | "complete" | "approved" | "mean" | "meanOf" | "passedQuotas"
>;

/** The sealed record of one group. */
export interface GroupRecord extends RecordHead {
  /** What was sealed: a group. */
  readonly kind: "group";
  /** The records of its units, by id in code-unit order. */
  readonly units: readonly UnitRecord[];
  /** The ranking of the group. */
  readonly ranking: SealedRanking;
  /** The root of the Merkle tree over the digests of the units' records, each with its texts as digests. */
  readonly root: string;
  /** The digest of each part, by its name. */
  readonly digests: Readonly<Record<string, string>>;
  /** The digest of `digests`, and so of the record. */
  readonly digest: string;
}

/** A sealed record. */
export type SealedRecord = UnitRecord | GroupRecord;

/** The proof that the record of a unit belongs to the root of its group. */
export interface InclusionProof extends InclusionPath {
  /** The id of the unit. */
  readonly unit: string;
  /** The id of the group. */
  readonly group: string;
  /** The root of the group. */
  readonly root: string;
}

/** A record, or a part of one, as plain data whose shape nobody has checked. */
export type Plain = Readonly<Record<string, unknown>>;

/**
 * What is digested of the head. The version of the library, and in the record of a unit the digest of the round, which
 * a correction of another unit changes, stand beside what is digested: one content has one digest.
 */
const headKeys = {
  unit: ["format", "kind", "set", "unit", "group", "until", "texts"],
  group: ["format", "kind", "set", "round", "group", "until", "texts"],
} as const;
/** What the inputs say of the round itself. */
export const roundKeys = ["format", "set", "edition", "title", "status"] as const;

/** The keys of a record's top that have a digest of their own, beside those of the head. */
const topKeys = {
  unit: ["declared", "inputs", "relative", "steps", "result", "place"],
  group: ["units", "ranking", "root"],
} as const;

/** The lists of the inputs, in the order in which the parts are compared. */
const inputParts = [
  "units",
  "councils",
  "selfAssessments",
  "ledger",
  "acts",
  "tally",
  "surveyNotHeld",
  "statistics",
  "targets",
  "findings",
  "extensions",
] as const;
const stepParts = ["leaves", "nodes", "sources", "total", "low", "high"] as const;

/** One part of a record: its name, and what stands there. */
interface RecordPart {
  readonly name: string;
  readonly value: unknown;
}

const picked = (value: Plain, keys: readonly string[]): Plain =>
  Object.fromEntries(keys.flatMap((key) => (value[key] === undefined ? [] : [[key, value[key]]])));

const kindIn = (record: Plain): keyof typeof topKeys => (record["kind"] === "group" ? "group" : "unit");

/** The parts of a plain record of a unit or a group, in the order in which they are computed; absent ones are left out. */
export function recordParts(record: Plain): readonly RecordPart[] {
  const kind = kindIn(record);
  return [
    { name: "head", value: picked(record, headKeys[kind]) },
    ...topKeys[kind].flatMap((key): readonly RecordPart[] => {
      const value = record[key];
      if (key === "steps") return innerParts("steps", value, stepParts);
      if (key === "inputs" && isRecord(value)) {
        const head = { name: "inputs.head", value: picked(value, roundKeys) };
        return [head, ...innerParts("inputs", value, inputParts)];
      }
      // The root stands for the units' records, and says more of each than a digest of all of them.
      return key === "units" || value === undefined ? [] : [{ name: key, value }];
    }),
  ];
}

/** What stands within a part, by the keys that are there. */
const innerParts = (part: string, value: unknown, known: readonly string[]): readonly RecordPart[] =>
  isRecord(value)
    ? known.flatMap((key) => (value[key] === undefined ? [] : { name: `${part}.${key}`, value: value[key] }))
    : [];

/** What seals a record: the digest of each part by its name, and that of all of them. */
interface RecordDigests {
  readonly digests: Readonly<Record<string, string>>;
  readonly digest: string;
}

/** A record whose digests are known. */
interface Sealed {
  readonly record: Plain;
  readonly digests: Readonly<Record<string, string>>;
}

/** The digests of a record; those of parts that are the very ones of a sealed record are taken from there. */
export function digestsOf(record: Plain, sealed?: Sealed): RecordDigests {
  const known = new Map(
    sealed === undefined
      ? []
      : recordParts(sealed.record).map(({ name, value }) => [value, sealed.digests[name]] as const),
  );
  const digests = Object.fromEntries(
    recordParts(record).map(({ name, value }) => [name, known.get(value) ?? digestOf(value)]),
  );
  return { digests, digest: digestOf(digests) };
}
