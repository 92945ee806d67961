/**
 * The shapes of an explanation: plain data, format 1, a tree of steps that can be read without the criteria set or the
 * round. Every amount is exact, so that a reader can add the steps up again: the steps of a step sum
 * to just what it explains.
 */

import type { Until } from "../appraisal.ts";
import type {
  Consequence,
  CriteriaSet,
  Decimal,
  Facts,
  IsoDate,
  LatePolicy,
  RankingPolicy,
  Source,
  Text,
} from "../criteria-set.ts";
import type { LeafState, StateReason } from "../evaluation.ts";
import type { Issue } from "../issue.ts";
import type { Place } from "../ranking.ts";
import type { Extension, Finding, OptionCount, Round } from "../round.ts";
import type { Rule, RuleStep } from "../rule.ts";
import type { Amount, AmountBounds, Score, ScoreLine } from "../score.ts";
import type { SurveyItem, SurveyQuestion, SurveyQuestionGroup } from "../survey/share.ts";
import type { UnrankedReason } from "../units.ts";
import type { GateStep, HistoryEntry } from "./history.ts";

/** What a step rests on: the status of the set, and where the step's rule is written. */
export interface Basis {
  /** `official` or `summary`; `illustrative` says that the points are not from any decision. */
  readonly status: CriteriaSet["status"];
  /** The document that is cited: of the step, else of what stands above it, else of the first domain. */
  readonly decision?: { readonly number: string; readonly date: IsoDate; readonly issuer: Text } | undefined;
  /** The place in it; absent where only the document as a whole can be cited. */
  readonly at?: string | undefined;
}

/** What every step has. */
export interface StepBase {
  /** What the step rests on. */
  readonly basis: Basis;
}

/** What every step of something with a number and a title has. */
export interface NamedStep extends StepBase {
  /** The id. */
  readonly id: string;
  /** The number that the decision prints. */
  readonly number: string;
  /** The title that the decision prints. */
  readonly title: Text;
}

/** The points of a sum over leaves. */
export interface SumPart {
  /** `pending`: at least one leaf is. `not-applicable`: nothing is left of its maximum. Else `scored`. */
  readonly state: "scored" | "pending" | "not-applicable";
  /** The exact sum of `steps`; absent where something is pending. */
  readonly points?: Amount | undefined;
  /** Where something is pending: the bounds of the sum. */
  readonly bounds?: AmountBounds | undefined;
  /** The applicable maximum; `"0"` where nothing applies. */
  readonly maxPoints: Decimal;
  /** Points ÷ applicable maximum × 100; absent where something is pending or nothing applies. */
  readonly index?: Amount | undefined;
  /** What the unit claims on the leaves that it scores itself. */
  readonly claimed?: Amount | undefined;
}

/** Where the points of a leaf or line come from. */
export type Given =
  /** Facts ran through the rule. */
  | { readonly kind: "facts"; readonly facts: Facts; readonly applied: RuleStep }
  /** Facts ran through the rule within the group. */
  | {
      readonly kind: "relative";
      readonly facts: Facts;
      readonly target?: Facts | undefined;
      /** The best A/T among units with a target, and the best A among those without. */
      readonly group: { readonly leader?: string | undefined; readonly best?: string | undefined };
      readonly applied: RuleStep;
    }
  /** The council gave points. */
  | { readonly kind: "points"; readonly points: Decimal }
  /** The share reached in the survey. */
  | { readonly kind: "share"; readonly share: string };

/** How often one option was chosen, at least once. */
export interface CountedOption extends OptionCount {
  /** Its words. */
  readonly title: Text;
  /** What it is worth; absent: no opinion, which is no part of the share. */
  readonly percent?: Decimal | undefined;
}

/** A question of a leaf, with what each group answered: its share is Σ count × percent ÷ Σ count of options with one. */
export interface SurveyPartQuestion extends Omit<SurveyQuestion, "groups"> {
  /** The groups that are asked it, in the order of the set. */
  readonly groups: readonly (SurveyQuestionGroup & { readonly options: readonly CountedOption[] })[];
}

/** A questionnaire with fewer valid forms than declared. */
export interface ShortForm {
  /** Its id. */
  readonly id: string;
  /** Its title. */
  readonly title: Text;
  /** How many valid forms it has. */
  readonly forms: number;
  /** How many it should have. */
  readonly leastForms: number;
}

/** The survey behind a leaf: what `mergeSurvey` gives for it, with its counts, and the words of its groups and questions. */
export interface SurveyPart extends Omit<SurveyItem, "questions"> {
  /** The questions, in printed order; empty where no survey was held. */
  readonly questions: readonly SurveyPartQuestion[];
  /** The questionnaires that `short` names. */
  readonly shortForms?: readonly ShortForm[] | undefined;
  /** Where the round states that no survey was held for the unit's group: its reason. */
  readonly notHeld?: string | undefined;
  /** How groups combine. */
  readonly combine: "weights" | "pooled";
  /** The questions and groups that the result names, in words. */
  readonly titles: {
    readonly questions: readonly { readonly id: string; readonly title: Text }[];
    readonly groups: readonly { readonly id: string; readonly title: Text }[];
  };
}

/** A leaf: sub-criterion, or criterion without any. */
export interface LeafStep extends NamedStep {
  /** The discriminant. */
  readonly kind: "leaf";
  /** The name of its level. */
  readonly level?: Text | undefined;
  /** Its source. */
  readonly source: { readonly id: string; readonly kind: Source["kind"]; readonly title: Text };
  /** Its declared maximum. */
  readonly declaredMaxPoints: Decimal;
  /** Its part of the applicable maximum: `max`, or `"0"` where it has left it. */
  readonly maxPoints: Decimal;
  /** Its state. */
  readonly state: LeafState;
  /** Why, where it is not plainly scored. */
  readonly reason?: StateReason | undefined;
  /** What not applicable does to it. */
  readonly consequence?: Consequence | undefined;
  /** Its points; absent where it is pending or has left the maximum. */
  readonly points?: Amount | undefined;
  /** Its component index, points ÷ maximum × 100; absent where it has no points. */
  readonly index?: Amount | undefined;
  /** Where the set rounds items and that changed something: the points before. */
  readonly unrounded?: Amount | undefined;
  /** Where it is pending: the lesser of 0 and its floor, and its maximum. */
  readonly bounds?: AmountBounds | undefined;
  /** The gate that holds it back, of several the first in the order of the set; absent where all are open. */
  readonly gate?: GateStep | undefined;
  /** The points of the self-assessment, or the claim that it does not apply. */
  readonly claimed?: Amount | "not-applicable" | undefined;
  /** Its rule. */
  readonly rule: Rule;
  /** Where its points come from; absent where it has no facts, points or share. */
  readonly given?: Given | undefined;
  /** On a survey leaf: the survey behind it. */
  readonly survey?: SurveyPart | undefined;
  /** On a statistic leaf: where the figure is from; where it was published that the item does not apply, the reason. */
  readonly reference?: string | undefined;
  /** Findings of inspections on it that no entry addresses. */
  readonly findings: readonly Finding[];
  /** Its history, from the self-assessment on. */
  readonly history: readonly HistoryEntry[];
}

/** An inner node: domain or criterion. */
export interface NodeStep extends NamedStep, SumPart {
  /** The discriminant. */
  readonly kind: "node";
  /** The name of its level. */
  readonly level?: Text | undefined;
  /** Its declared maximum. */
  readonly declaredMaxPoints: Decimal;
  /** Findings of inspections on the node itself that no entry beneath it addresses; absent where there are none. */
  readonly findings?: readonly Finding[] | undefined;
  /** Its children; they sum to its points. */
  readonly steps: readonly (NodeStep | LeafStep)[];
}

/** A source of points. */
export interface SourceStep extends StepBase, SumPart {
  /** The discriminant. */
  readonly kind: "source";
  /** The id. */
  readonly id: string;
  /** The kind of source. */
  readonly source: Source["kind"];
  /** Its name. */
  readonly title: Text;
  /** Its declared maximum, where the set declares one. */
  readonly declaredMaxPoints?: Decimal | undefined;
  /** Its leaves; they sum to its points. */
  readonly steps: readonly LeafStep[];
}

/** What a line is worked out from. */
export type LineWorking =
  /** Points of the source × what left its maximum ÷ what stayed (`rescale-source`). */
  | {
      readonly kind: "conversion";
      readonly source: Text;
      readonly applicable: Decimal;
      readonly left: Decimal;
      /** The points of the source; absent where something is pending. */
      readonly points?: Amount | undefined;
    }
  /** A decision of the council. */
  | {
      readonly kind: "decided";
      readonly number: string;
      readonly title: Text;
      readonly rule: Rule;
      readonly cap?: Decimal | undefined;
      readonly given?: Given | undefined;
      readonly history: readonly HistoryEntry[];
    }
  /** The charge for a late self-assessment. */
  | {
      readonly kind: "late";
      readonly policy: LatePolicy;
      readonly days: number;
      readonly submitted?: IsoDate | undefined;
      readonly deadline?:
        | {
            readonly title: Text;
            readonly before?: IsoDate | undefined;
            readonly by?: IsoDate | undefined;
          }
        | undefined;
      readonly extension?: Extension | undefined;
    }
  /** A cap: of a line, of all bonus or penalty lines (in points), or of the index (in percent). */
  | {
      readonly kind: "cap";
      readonly of: "line" | "bonus" | "penalty" | "max" | "min";
      /** The title of the line. */
      readonly title?: Text | undefined;
      /** The declared cap; absent where the set declares none. */
      readonly cap?: Decimal | undefined;
      /** The value before the cap bit; absent where it did not. */
      readonly before?: Amount | undefined;
    };

/** A declared line between the sum of the leaves and the result. */
export interface LineStep extends StepBase {
  /** The discriminant. */
  readonly kind: "line";
  /** Which kind of line. */
  readonly line: ScoreLine["kind"];
  /** The id, as in a score. */
  readonly id: string;
  /** `pending` where its points are still open. */
  readonly state: "scored" | "pending";
  /** The points that it adds; negative where it takes away, 0 where it did not arise; absent where that is still open. */
  readonly points?: Amount | undefined;
  /** Where it is still open: its bounds. */
  readonly bounds?: AmountBounds | undefined;
  /** What it is worked out from. */
  readonly working: LineWorking;
}

/** A term of the index. */
export interface IndexTerm {
  /** `points`: leaves and conversions over the applicable maximum. Else a line over the declared maximum. */
  readonly kind: "points" | "bonus" | "penalty" | "late" | "cap";
  /** The id of the line. */
  readonly id?: string | undefined;
  /** The points. */
  readonly points: Amount;
  /** The maximum by which they are divided. */
  readonly dividedBy: Decimal;
  /** Points ÷ that maximum × 100. */
  readonly percent: Amount;
}

/** An index as the sum of its terms. */
export interface IndexSum {
  /** The index, in percent; `rounded` is the published one. */
  readonly index: Amount;
  /** Leaves and lines together, in points. */
  readonly points: Amount;
  /** The terms; their `percent` sum to the index. */
  readonly terms: readonly IndexTerm[];
}

/** The way from points to the index. */
export interface IndexStep extends StepBase {
  /** The discriminant. */
  readonly kind: "index";
  /** The state of the score; there is an index only where it is `complete`. */
  readonly state: Score["state"];
  /** The index and its terms. */
  readonly sum?: IndexSum | undefined;
  /** Where the score is provisional: the index with every pending leaf at the lesser of 0 and its floor, and at its maximum. */
  readonly bounds?: { readonly low: IndexSum; readonly high: IndexSum } | undefined;
}

/** The grade of the published index. */
export interface GradeStep extends StepBase {
  /** The discriminant. */
  readonly kind: "grade";
  /** The state of the score; there is a grade only where it is `complete`. */
  readonly state: Score["state"];
  /** The published index. */
  readonly index?: Decimal | undefined;
  /** The grade; absent without an index, and in a set without grades. */
  readonly grade?:
    | {
        readonly id: string;
        readonly title: Text;
        readonly from?: Decimal | undefined;
        /** The lower bound of the next better grade; absent on the best. */
        readonly below?: Decimal | undefined;
      }
    | undefined;
  /** The grades that the index reaches and a condition keeps away, best first; absent where there is none. */
  readonly missed?: readonly MissedGrade[] | undefined;
  /** The conditions of the grade itself, all of which hold; absent where it has none. */
  readonly conditions?: readonly ConditionStep[] | undefined;
}

/** A grade that the index reaches, with its conditions. */
export interface MissedGrade {
  /** The id. */
  readonly id: string;
  /** Its name. */
  readonly title: Text;
  /** Its conditions, those that hold too. */
  readonly conditions: readonly ConditionStep[];
}

/** What a condition of a grade asks. */
export interface AskedCondition {
  /** What must reach a bound, or take no points. */
  readonly kind: "item" | "source" | "line" | "late";
  /** The number of the item or line; absent on a source and on lateness. */
  readonly number?: string | undefined;
  /** The name; absent on lateness. */
  readonly title?: Text | undefined;
  /** The bound, in percent: this or more. */
  readonly from?: Decimal | undefined;
  /** The bound, in percent: more than this. */
  readonly above?: Decimal | undefined;
}

/** A condition of a grade, with what the unit has. */
export interface ConditionStep extends AskedCondition {
  /** The published component index; absent where nothing applies, and on lines. */
  readonly index?: Decimal | undefined;
  /** Whether it holds. */
  readonly holds: boolean;
}

/** A unit beside the one that is explained. */
export interface Neighbour {
  /** Its place. */
  readonly place: number;
  /** Its id. */
  readonly unit: string;
  /** Its name. */
  readonly name: Text;
  /** Its published index. */
  readonly index: Decimal;
}

/** What told a unit from a neighbour of the same printed index. */
export interface Decider {
  /** On an item: the number that the decision prints. */
  readonly number?: string | undefined;
  /** The title of the item or source; absent where the exact index decided. */
  readonly title?: Text | undefined;
  /** The neighbour. */
  readonly against: Neighbour;
  /** Its value, beside that of `place.decidedBy`; empty where it has none. */
  readonly value: string;
}

/** The place of the unit in its group. */
export interface PlaceStep extends StepBase {
  /** The discriminant. */
  readonly kind: "place";
  /** The place, from 1, and what decided it; absent where the unit has none. */
  readonly place?: Place | undefined;
  /** Why it has none. */
  readonly reason?: UnrankedReason | undefined;
  /** The reason for which the register exempts it from the ranking. */
  readonly exempt?: string | undefined;
  /** How many units of the group have a place. */
  readonly ranked: number;
  /** How many should have one and have none. */
  readonly unranked: number;
  /** How many the register exempts from the ranking. */
  readonly exempted: number;
  /** False where a unit that should have a place has none. */
  readonly complete: boolean;
  /** How the set ranks. */
  readonly ranking: RankingPolicy;
  /** Where a neighbour prints the same index: against whom `place.decidedBy` decides. */
  readonly decider?: Decider | undefined;
  /** The units that share the place. */
  readonly shared: readonly Neighbour[];
  /** The unit that stands just before, of a better place. */
  readonly before?: Neighbour | undefined;
  /** The unit that stands just after, of a worse place. */
  readonly after?: Neighbour | undefined;
}

/** The whole score of a unit. */
export interface UnitStep extends StepBase {
  /** The discriminant. */
  readonly kind: "unit";
  /** The state of the score. */
  readonly state: Score["state"];
  /** The result: the exact sum of `steps`; only where the state is `complete`. */
  readonly points?: Amount | undefined;
  /** Where the state is `provisional`: the bounds of the result. */
  readonly bounds?: AmountBounds | undefined;
  /** The applicable maximum. */
  readonly maxPoints: Decimal;
  /** The declared maximum. */
  readonly declaredMaxPoints: Decimal;
  /** What the unit claims on the leaves that it scores itself. */
  readonly claimed?: Amount | undefined;
  /** Findings of inspections on the unit as a whole that no entry addresses; absent where there are none. */
  readonly findings?: readonly Finding[] | undefined;
  /** The domains, then the lines in the order in which they apply. */
  readonly steps: readonly (NodeStep | LeafStep | LineStep)[];
  /** The same leaves by source; their points sum to those of the leaves. */
  readonly sources: readonly SourceTotal[];
  /** What is open where the state is `provisional` or `refused`, and what it waits for. */
  readonly open: readonly {
    readonly item: string;
    readonly number: string;
    readonly title: Text;
    readonly reason: StateReason;
  }[];
  /** The way from points to the index. */
  readonly index: IndexStep;
  /** The grade. */
  readonly grade: GradeStep;
}

/** A source without its leaves. */
export type SourceTotal = Omit<SourceStep, "steps">;

/** A unit that has no score at all: an error in its data, no self-assessment, or another unit that replaced it. */
export interface UnscoredStep extends StepBase {
  /** The discriminant. */
  readonly kind: "unscored";
  /** Why. */
  readonly reason: UnrankedReason;
  /** Who replaced it, where the reason is `replaced`. */
  readonly replacedBy?: readonly { readonly name: Text; readonly since: IsoDate }[] | undefined;
  /** Days by which its self-assessment was late; 0: on time, or none was sent. */
  readonly lateDays: number;
  /** What is wrong with its data. */
  readonly issues: readonly Issue[];
}

/** One step of an explanation. */
export type Step =
  | UnitStep
  | NodeStep
  | LeafStep
  | SourceStep
  | LineStep
  | IndexStep
  | GradeStep
  | PlaceStep
  | UnscoredStep;

/** An explanation: what is asked for, as a tree of steps, with what is needed to read it alone. */
export interface Explanation {
  /** The version of this shape: 1. */
  readonly format: 1;
  /** The criteria set. */
  readonly set: { readonly id: string; readonly edition: number; readonly title: Text };
  /** The round. */
  readonly round: { readonly title: Text; readonly status: Round["status"] };
  /** The unit and its group. */
  readonly unit: { readonly id: string; readonly name: Text; readonly group: Text };
  /** The point in the process; absent: after everything. */
  readonly until?: Until | undefined;
  /** True where the unit's result is approved (đã phê duyệt): see `isApproved`. */
  readonly approved: boolean;
  /** True where something was left out of the round of which nobody can tell whose it is. */
  readonly uncertain: boolean;
  /** How amounts are rounded; `items`: each leaf and line before any sum. */
  readonly rounding: CriteriaSet["policies"]["rounding"];
  /** What is explained. */
  readonly step: Step;
}
