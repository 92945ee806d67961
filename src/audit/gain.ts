/**
 * The shapes of an account of gains: where a unit lost points, and the fewest items that would lift it to a goal. Plain
 * data that can be read without the criteria set or the round.
 */
import type { Amount } from "../amount.ts";
import type { Until } from "../appraisal.ts";
import type { Decimal, Text } from "../criteria-set.ts";
import type { LeafState, UnrankedReason } from "../result.ts";

/** What a unit wants to reach: a grade of the set or a better one, a published index, or a place in its group. */
export type Goal =
  /** The id of a grade. */
  | { readonly grade: string }
  /** A published index, in percent. */
  | { readonly index: Decimal }
  /** A place, from 1. */
  | { readonly place: number };

/** Why a leaf is left as it is: its points come from others, or it does not apply. */
export type HeldReason = "survey" | "relative" | "not-applicable";

/** Points that a unit lost on a leaf. */
export interface Loss {
  /** The id of the leaf. */
  readonly item: string;
  /** The number that the decision prints. */
  readonly number: string;
  /** Its title. */
  readonly title: Text;
  /** Its state. */
  readonly state: LeafState;
  /** Its points, as they count: rounded where the set rounds items. */
  readonly points: Amount;
  /** Its maximum, in points. */
  readonly maxPoints: Decimal;
  /** Maximum less points, in points. */
  readonly lost: Amount;
  /** Its part of everything that was lost, in percent. */
  readonly share: Amount;
  /** What the leaf at its maximum adds to the index, in percentage points, before any limit of the index. */
  readonly gain: Amount;
  /** Why it is not among the items that can be lifted; absent where it is. */
  readonly held?: HeldReason | undefined;
}

/** The result with some items at their maximum. */
export interface Lifted {
  /** How many items are at their maximum. */
  readonly count: number;
  /** The index then, in %; `rounded` is the published one. */
  readonly index: Amount;
  /** The id of the grade then. */
  readonly grade?: string | undefined;
  /** The place then, where a place is the goal; units that tie share the better one. */
  readonly place?: number | undefined;
}

/** Why no smaller number of items is enough. */
export interface GainsProof {
  /**
   * `proven`: the k − 1 largest gains together fall short, so that no k − 1 items reach the goal. `not-proven`: the goal
   * is reached, and whether fewer items reach it too was not shown.
   */
  readonly state: "proven" | "not-proven";
  /** Where it is not proven: a limit of the index bites, so that gains do not add up; or tie-breakers decide. */
  readonly why?: "cap" | "tie-breakers" | undefined;
  /** The result with the k − 1 largest gains, which falls short. */
  readonly short: Lifted;
}

/** The answer to the question for a goal. */
export type GainsAnswer =
  /** The goal is reached as it is: k = 0. */
  | { readonly kind: "reached"; readonly result: Lifted }
  /** The goal is reached with these items at their maximum. */
  | {
      readonly kind: "reachable";
      /** The ids of the items, the largest gain first. */
      readonly items: readonly string[];
      /** The result with them. */
      readonly result: Lifted;
      /** Why fewer are not enough. */
      readonly proof: GainsProof;
    }
  /** Even all items together fall short. */
  | { readonly kind: "unreachable"; readonly result: Lifted }
  /** The unit is scored but not ranked, so that it has no place to gain. */
  | { readonly kind: "unranked"; readonly reason: UnrankedReason };

/** Where a unit lost points, and what would lift it to a goal. */
export interface ScoredGains {
  /** The unit has an index. */
  readonly state: "scored";
  /** The id of the criteria set. */
  readonly set: string;
  /** Its edition. */
  readonly edition: number;
  /** The id of the unit. */
  readonly unit: string;
  /** Its name. */
  readonly name: Text;
  /** The point in the process; absent: after everything. */
  readonly until?: Until | undefined;
  /** The result as it is. */
  readonly now: Lifted;
  /** Everything that was lost, in points. */
  readonly lost: Amount;
  /**
   * What bonus, penalty, late charge and limits together add to the index, in percentage points; below 0 where they take
   * from it. Conversions are no part of it: they count with the items.
   */
  readonly lines: Amount;
  /** The leaves that lost points, the most lost first, equal ones in the order of the set; empty where none did. */
  readonly losses: readonly Loss[];
  /** The goal, with the name of the grade where it is one. */
  readonly goal: Goal & { readonly title?: Text | undefined };
  /** The answer. */
  readonly answer: GainsAnswer;
}

/** The unit has no index, so that nothing can be said. */
export interface UnscoredGains {
  /** The discriminant. */
  readonly state: "not-scored";
  /** The id of the unit. */
  readonly unit: string;
  /** Its name. */
  readonly name: Text;
  /** Why. */
  readonly reason: UnrankedReason;
}

/** What `gains` gives. */
export type Gains = ScoredGains | UnscoredGains;
