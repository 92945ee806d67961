/**
 * Results as plain data: what a score, a ranking and an assessment look like. They hold states, points, maxima, lines
 * and claims, and nothing that the criteria set already says; decimals are strings, so that they survive JSON.
 */
import type { NotApplicableReason, PendingReason, UnansweredReason, Until } from "./appraisal.ts";
import type { Decimal } from "./criteria-set.ts";
import type { Issue } from "./issue.ts";

/** The state of a leaf; each leaf of each unit is in exactly one (design 2). */
export type LeafState = "scored" | "unanswered" | "not-applicable" | "pending";

/** Why a leaf is in a state that is not plainly scored. */
export type StateReason = PendingReason | UnansweredReason | NotApplicableReason | "below-least";

/** The least and the most that open leaves can still make of a value. */
export interface Bounds {
  /** Every pending leaf at the lesser of 0 and its floor. */
  readonly low: Decimal;
  /** Every pending leaf at its maximum. */
  readonly high: Decimal;
}

/** The result of one node or leaf. */
export interface ItemScore {
  /** The id of the item. */
  readonly item: string;
  /** On a leaf: its state. */
  readonly state?: LeafState | undefined;
  /** On a leaf that is not plainly scored: why. */
  readonly why?: StateReason | undefined;
  /**
   * The points after appraisal; absent where a leaf is pending or does not apply with `rescale` or `rescale-source`,
   * and on a node with something pending, or below which nothing applies. A leaf's points are exact unless `fraction` stands beside; a node's are rounded to the published places.
   */
  readonly points?: Decimal | undefined;
  /** The exact points where `points` is rounded: always on a leaf, on a node up to 20 digits. */
  readonly fraction?: string | undefined;
  /** The applicable maximum; `"0"` where nothing below applies. */
  readonly maxPoints: Decimal;
  /** The points of the self-assessment: of a leaf that the unit scores, or the sum over such leaves; `"not-applicable"` on a leaf so claimed. */
  readonly claimed?: Decimal | "not-applicable" | undefined;
  /** On a node: points ÷ applicable maximum × 100, rounded; absent where something is pending or nothing applies. */
  readonly index?: Decimal | undefined;
  /** On a node with something pending: the bounds of its points. */
  readonly bounds?: Bounds | undefined;
}

/** The result of one source of points. */
export interface SourceScore {
  /** The id of the source. */
  readonly source: string;
  /** Points, rounded to the published places; absent where something is pending or nothing applies. */
  readonly points?: Decimal | undefined;
  /** The exact points where `points` is rounded and the fraction has at most 20 digits. */
  readonly fraction?: string | undefined;
  /** The applicable maximum. */
  readonly maxPoints: Decimal;
  /** Points ÷ applicable maximum × 100, rounded. */
  readonly index?: Decimal | undefined;
  /** Where something is pending: the bounds of the points. */
  readonly bounds?: Bounds | undefined;
}

/** A declared line between the sum of the leaves and the result (design 3.3). */
export interface ScoreLine {
  /** `conversion` of a source, `bonus`, `penalty`, `late` charge, or a `cap` that bites. */
  readonly kind: "conversion" | "bonus" | "penalty" | "late" | "cap";
  /** The id of the source (conversion) or of the line; for caps the line that it bites, `bonus`, `penalty`, `max` or `min`. */
  readonly id: string;
  /** The points that it adds, exact as a decimal or beside `fraction`; negative where it takes away. */
  readonly points: Decimal;
  /** The exact points where `points` is rounded. */
  readonly fraction?: string | undefined;
}

/** A leaf that is open, and why. */
export interface OpenItem {
  /** The id of the leaf. */
  readonly item: string;
  /** What it waits for. */
  readonly why: StateReason;
}

/** The score of one unit. */
export interface Score {
  /** The id of the criteria set. */
  readonly set: string;
  /** Its edition. */
  readonly edition: number;
  /** The id of the unit. */
  readonly unit: string;
  /** The id of its group. */
  readonly group: string;
  /** The point in the process; absent: after everything. */
  readonly until?: Until | undefined;
  /**
   * `complete`: an index. `provisional`: something is pending. `refused`: an unanswered leaf, and the set refuses such
   * an assessment. `not-applicable`: nothing applies, so that there is no index.
   */
  readonly state: "complete" | "provisional" | "refused" | "not-applicable";
  /** The published index in %, rounded once; only where the state is `complete`. */
  readonly index?: Decimal | undefined;
  /** The exact index where `index` is rounded and the fraction has at most 20 digits. */
  readonly fraction?: string | undefined;
  /** The bounds of the index where the state is `provisional`. */
  readonly bounds?: Bounds | undefined;
  /** The id of the grade of the published index. */
  readonly grade?: string | undefined;
  /** The result in points: leaves and lines together, rounded. */
  readonly points?: Decimal | undefined;
  /** The applicable maximum by which the index divides. */
  readonly maxPoints: Decimal;
  /** The points that the unit claims on the leaves that it scores itself, rounded. */
  readonly claimed?: Decimal | undefined;
  /** Every item, in the order of the set. */
  readonly items: readonly ItemScore[];
  /** Every source, in the order of the set. */
  readonly sources: readonly SourceScore[];
  /** The lines, in the order in which they apply. */
  readonly lines: readonly ScoreLine[];
  /** What is open, where the state is `provisional` or `refused`. */
  readonly open: readonly OpenItem[];
}

/** A place in a ranking. */
export interface Place {
  /** The place, from 1. */
  readonly place: number;
  /** The id of the unit. */
  readonly unit: string;
  /** The published index. */
  readonly index: Decimal;
  /** The id of the grade. */
  readonly grade?: string | undefined;
  /** True where another unit has the same place. */
  readonly tied: boolean;
  /** Where a neighbour prints the same index: what decided between them, with its value. */
  readonly decidedBy?:
    | {
        readonly by: "exact-index" | "item" | "source";
        readonly id?: string | undefined;
        readonly value: string;
      }
    | undefined;
}

/** Why a unit has no place. */
export type UnrankedReason =
  | "no-self-assessment"
  | "late"
  | "provisional"
  | "refused"
  | "not-applicable"
  | "exempt"
  | "error";

/** A unit that could not be ranked. */
export interface Unranked {
  /** The id of the unit. */
  readonly unit: string;
  /** Why. */
  readonly reason: UnrankedReason;
  /** Its index where it has one (an exempt unit). */
  readonly index?: Decimal | undefined;
}

/** The ranking of one group. */
export interface Ranking {
  /** The id of the criteria set. */
  readonly set: string;
  /** Its edition. */
  readonly edition: number;
  /** The id of the group. */
  readonly group: string;
  /** The units that have a place, best first; those of one place by id. */
  readonly places: readonly Place[];
  /** The units that have none, by id. */
  readonly unranked: readonly Unranked[];
  /** False where a unit that should have a place has none: all reasons but `exempt`. */
  readonly complete: boolean;
  /** The mean index, rounded once; absent where no unit has an index. */
  readonly mean?: Decimal | undefined;
  /** Over how many units the mean is taken. */
  readonly meanOf: number;
}

/** What `assess` gives. */
export interface Assessment {
  /** The id of the criteria set. */
  readonly set: string;
  /** Its edition. */
  readonly edition: number;
  /** The point in the process; absent: after everything. */
  readonly until?: Until | undefined;
  /** The scores, by unit id. */
  readonly scores: readonly Score[];
  /** One ranking for each group of the set, in its order. */
  readonly rankings: readonly Ranking[];
  /** Everything that is wrong with the round's data, or worth a look. */
  readonly issues: readonly Issue[];
}
