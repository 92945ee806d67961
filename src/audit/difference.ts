/**
 * The shapes of a comparison: plain data that can be read without the criteria sets or the rounds. Every amount is in
 * percentage points of the index and exact, so that a reader can add the parts up again to the difference. Beside it
 * stands the value rounded as its own set says; what is of both sides, as the later set says.
 */
import type { Amount } from "../amount.ts";
import type { Until } from "../appraisal.ts";
import type { Decimal, Text } from "../criteria-set.ts";
import type { LeafState, UnrankedReason } from "../result.ts";

/** One of the two units that were compared. */
export interface ComparedUnit {
  /** The id of the criteria set. */
  readonly set: string;
  /** Its edition. */
  readonly edition: number;
  /** The title of the round. */
  readonly round: Text;
  /** The id of the unit. */
  readonly unit: string;
  /** Its name. */
  readonly name: Text;
  /** The id that was asked for, where the round has another unit in its place after a merger. */
  readonly asked?: string | undefined;
  /** The point in the process; absent: after everything. */
  readonly until?: Until | undefined;
  /** The index in %; `rounded` is the published one. */
  readonly index: Amount;
  /** The applicable maximum by which it divides, in points. */
  readonly maxPoints: Decimal;
}

/** A leaf on one side of a comparison. */
export interface ComparedLeaf {
  /** The id. */
  readonly item: string;
  /** The number that the decision prints. */
  readonly number: string;
  /** Its title. */
  readonly title: Text;
  /** Its state. */
  readonly state: LeafState;
  /** Its points; 0 where it has left the maximum. */
  readonly points: Amount;
  /** Its part of the applicable maximum; `"0"` where it has left it. */
  readonly maxPoints: Decimal;
}

/** What one item has to do with the difference: its points, weighed by the mean of both maxima. */
export interface ItemDifference {
  /** The discriminant. */
  readonly kind: "item";
  /** The leaf before; several where later ones replace them; none where the earlier set has no such item. */
  readonly before: readonly ComparedLeaf[];
  /** The leaf after; several where they replace earlier ones; none where the later set has no such item. */
  readonly after: readonly ComparedLeaf[];
  /** The part of the difference, in percentage points. */
  readonly change: Amount;
  /** Of that, what the self-scores explain; absent where a side has no self-score in points. */
  readonly self?: Amount | undefined;
  /** Of that, what the appraisal explains; absent where `self` is. */
  readonly adjustment?: Amount | undefined;
}

/** The part of a difference that no single item has. */
export interface LineDifference {
  /** The applicable maximum; the lines of a score, each kind together; the rounding of the two published indexes. */
  readonly kind: "applicable-maximum" | "conversion" | "bonus" | "penalty" | "late" | "cap" | "rounding";
  /** Before: the maximum or the points, exact; for rounding the percentage points that it added to the index. */
  readonly before: Amount;
  /** After: as `before`. */
  readonly after: Amount;
  /** The part of the difference, in percentage points. */
  readonly change: Amount;
}

/** A comparison of two published indexes. */
export interface ComparedIndexes {
  /** Both have an index. */
  readonly state: "compared";
  /** The first. */
  readonly before: ComparedUnit;
  /** The second. */
  readonly after: ComparedUnit;
  /** The published index after less the one before, in percentage points, with the decimals of the one that has more. */
  readonly change: Decimal;
  /** The items that differ, in the order of the later set, then one line of each kind. They sum to `change`, exactly. */
  readonly parts: readonly (ItemDifference | LineDifference)[];
}

/** A unit with its name. */
export interface NamedUnit {
  /** The id of the unit. */
  readonly unit: string;
  /** Its name. */
  readonly name: Text;
}

/** Why one side has no index to compare. */
export interface Incomparable extends NamedUnit {
  /** Which side. */
  readonly side: "before" | "after";
  /** The state of its score; or `several-units`: a merger leaves more than one unit to compare with. */
  readonly reason: UnrankedReason | "several-units";
  /** Where there are several: these units, by id. */
  readonly units?: readonly NamedUnit[] | undefined;
}

/** There are not two indexes: no difference can be told. */
export interface NotComparable {
  /** The discriminant. */
  readonly state: "not-comparable";
  /** Why, for each side that has no index. */
  readonly why: readonly Incomparable[];
}

/** What `compare` gives. */
export type Difference = ComparedIndexes | NotComparable;
