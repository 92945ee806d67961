/**
 * The criteria set (bộ tiêu chí) as it is read: one issuer, one level of unit, one period, one edition. Only shapes
 * stand here; `set/schema.ts` says what a file may write, `set/check.ts` what must hold between its parts. In a set as
 * read every default is filled in, decimals are shortest strings, and everything is frozen.
 */
import type { Rule } from "./rule.ts";
import type { Text } from "./words/words.ts";

export type { Text } from "./words/words.ts";

/** A decimal as text, exactly the digits printed: `"87.25"`. Never a binary float. */
export type Decimal = string;
/** A calendar day, `"2026-12-22"`. */
export type IsoDate = string;

/** Where a rule is written: a decision of the set's list, and the place in it. */
export interface Citation {
  /** The id of one of the set's `decisions`. */
  readonly decision: string;
  /** The place: `"Phụ lục I, mục 3.2.1"`. */
  readonly at: string;
}

/** A decision (quyết định) or other document that the set rests on. */
export interface Decision {
  /** The id that citations use. */
  readonly id: string;
  /** The number that it prints: `"4210/QĐ-UBND"`. */
  readonly number: string;
  /** The day on which it was signed. */
  readonly date: IsoDate;
  /** Who issued it. */
  readonly issuer: Text;
  /** Its title. */
  readonly title?: Text | undefined;
  /** Where a reader finds it: an address, a gazette. */
  readonly source?: string | undefined;
}

/** What a leaf that does not apply does to the score: `docs/format.md` 7.3. */
export type Consequence = "rescale" | "rescale-source" | "full" | "zero";
/** What a self-scored leaf needs as evidence: a document, a document or an explanation, or nothing. */
export type EvidenceNeed = "required" | "or-explanation" | "none";

/** A gate: what another item must reach so that an item is scored. Just one of the two bounds is given. */
export interface Gate {
  /** The id of the item, a leaf or a node. */
  readonly item: string;
  /** Its points must be this much of its applicable maximum or more, in percent. */
  readonly from?: Decimal | undefined;
  /** They must be more than this, in percent. */
  readonly above?: Decimal | undefined;
}

/** A node of the tree: domain (lĩnh vực), criterion (tiêu chí) or sub-criterion (tiêu chí thành phần). A node without `items` is a leaf and is scored. */
export interface Item {
  /** The id that answers use: the number where that is unique in the set, else the path of numbers. */
  readonly id: string;
  /** The number that the decision prints. */
  readonly number: string;
  /** The title that the decision prints. */
  readonly title: Text;
  /** The maximum, in points, above 0. */
  readonly maxPoints: Decimal;
  /** Where the node is written; every node of an official set has one. */
  readonly citation?: Citation | undefined;
  /** Ids of the items of an earlier set that this one replaces, for comparison over years. */
  readonly replaces?: readonly string[] | undefined;
  /** What other items must reach so that this one is scored, all of it, by item: `docs/format.md` 7.6. */
  readonly requires?: readonly Gate[] | undefined;
  /** The children, in printed order; absent on a leaf. */
  readonly items?: readonly Item[] | undefined;
  /** On a leaf: the id of its source. */
  readonly source?: string | undefined;
  /** On a leaf: how its points come about. */
  readonly rule?: Rule | undefined;
  /** On a leaf of an appraisal source: who scores it first. `appraiser`: the unit gives no answer. */
  readonly scoredBy?: "unit" | "appraiser" | undefined;
  /** On a leaf that the unit scores: the evidence it needs. */
  readonly evidence?: EvidenceNeed | undefined;
  /** On a leaf that may be not applicable: what that does. Absent: it always applies. */
  readonly notApplicable?: Consequence | undefined;
  /** On a leaf: facts and the points that the decision's own example gives for them; the checker runs them. */
  readonly examples?: readonly RuleExample[] | undefined;
}

/** An example that a file gives for the rule of a leaf. */
export interface RuleExample {
  /** The facts, as an answer gives them. */
  readonly facts: Facts;
  /** The points that they give, exactly. */
  readonly points: Decimal;
}

/** What a unit, the council or a third party gives to a rule: just the keys of the rule's kind. */
export type Facts =
  | { readonly choice: string }
  | { readonly parts: readonly string[] }
  | { readonly numerator: number; readonly denominator: number }
  | { readonly percent: Decimal }
  | { readonly value: Decimal }
  | { readonly count: number }
  | { readonly breaches: readonly BreachCount[] }
  | { readonly points: Decimal };

/** How many breaches of one kind there were; every kind of the rule is stated, 0 too. */
export interface BreachCount {
  /** The id of the kind of breach. */
  readonly breach: string;
  /** How many. */
  readonly count: number;
}

/** A source of points (nguồn điểm): the second way of grouping the same points. */
export interface Source {
  /** The id that leaves use. */
  readonly id: string;
  /** `appraisal`: self-assessed, then appraised. `survey`: from questionnaires. `statistic`: given by a third party. */
  readonly kind: "appraisal" | "survey" | "statistic";
  /** Its name. */
  readonly title: Text;
  /** The declared sum of its leaves' maxima. */
  readonly maxPoints?: Decimal | undefined;
  /** The declared number of its leaves. */
  readonly leaves?: number | undefined;
}

/** One option of an answer scale in a questionnaire. */
export interface ScaleOption {
  /** The id that responses and tallies use. */
  readonly id: string;
  /** The words on the form. */
  readonly title: Text;
  /** What it is worth, 0 to 100; absent means no opinion, counted apart and never part of the share. */
  readonly percent?: Decimal | undefined;
}

/** A set of options that questions share. */
export interface Scale {
  /** The id that questions use. */
  readonly id: string;
  /** The options, in printed order. */
  readonly options: readonly ScaleOption[];
}

/** A question; it feeds one leaf of a survey source. */
export interface Question {
  /** The id that responses and tallies use, unique in its questionnaire. */
  readonly id: string;
  /** The words on the form. */
  readonly text: Text;
  /** The id of its scale. */
  readonly scale: string;
  /** The id of the leaf that it feeds. */
  readonly item: string;
}

/** A questionnaire (phiếu khảo sát): one respondent group judges the units of some groups. */
export interface Questionnaire {
  /** The id that responses and tallies use. */
  readonly id: string;
  /** Its title. */
  readonly title: Text;
  /** The id of the respondent group that answers. */
  readonly respondents: string;
  /** The ids of the unit groups that it judges. */
  readonly judges: readonly string[];
  /** The least number of valid forms for each unit. */
  readonly leastForms: number;
  /** The questions, in printed order. */
  readonly questions: readonly Question[];
}

/** A respondent group (nhóm đối tượng khảo sát). */
export interface RespondentGroup {
  /** The id that questionnaires use. */
  readonly id: string;
  /** Its name. */
  readonly title: Text;
  /** Its weight where groups combine by weights; above 0. */
  readonly weight?: Decimal | undefined;
}

/** The survey (điều tra xã hội học) part of a set; how its counts become points: `docs/format.md` 6.5. */
export interface SurveyPlan {
  /** Who answers. */
  readonly respondents: readonly RespondentGroup[];
  /** How groups combine: by declared weights, or as pooled counts. */
  readonly combine: "weights" | "pooled";
  /** A weighted group without a valid answer: the leaf waits, or its weight goes to the others. */
  readonly emptyGroup: "pending" | "redistribute";
  /** A unit with fewer valid forms than `leastForms`: its leaves wait, or get 0. */
  readonly belowLeast: "pending" | "zero";
  /** No survey was held for a whole group, as the round states. */
  readonly notHeld: "rescale" | "zero" | "pending";
  /** The answer scales. */
  readonly scales: readonly Scale[];
  /** The questionnaires. */
  readonly questionnaires: readonly Questionnaire[];
}

/** A bonus or penalty line (điểm thưởng, điểm trừ), decided by the council alone, outside the tree: `docs/format.md` 7.4. */
export interface Line {
  /** The id that ledger entries use as their item; no item has the same. */
  readonly id: string;
  /** The number that the decision prints. */
  readonly number: string;
  /** Its title. */
  readonly title: Text;
  /** How its points come about: `choice`, `checklist`, `count` or `direct`. Points are above 0 for a penalty too. */
  readonly rule: Rule;
  /** The most points that the line can give. */
  readonly cap?: Decimal | undefined;
  /** Where it is written. */
  readonly citation?: Citation | undefined;
}

/** The bonus lines or the penalty lines, and the cap of their sum. */
export interface Lines {
  /** The most points that all lines together can give. */
  readonly cap?: Decimal | undefined;
  /** The lines, in printed order. */
  readonly lines: readonly Line[];
}

/** What happens to a self-assessment after the deadline; a charge is a line of the result. */
export type LatePolicy =
  | { readonly kind: "flag" }
  | { readonly kind: "refuse" }
  | { readonly kind: "flat"; readonly points: Decimal }
  | { readonly kind: "per-day"; readonly points: Decimal; readonly cap?: Decimal | undefined };

/**
 * A condition of a grade: what a unit must have beside its index. Just one of `item`, `source` and `unused` is given; with
 * the first two just one bound.
 */
export interface GradeCondition {
  /** The id of an item whose component index must reach the bound. */
  readonly item?: string | undefined;
  /** The id of a source whose component index must reach the bound. */
  readonly source?: string | undefined;
  /** The id of a penalty line, or `late`, that must take no points. */
  readonly unused?: string | undefined;
  /** The published component index must be this or more, in percent. */
  readonly from?: Decimal | undefined;
  /** It must be more than this, in percent. */
  readonly above?: Decimal | undefined;
}

/** A grade (xếp loại): a band of the published index, from `from` (inclusive) up to the next better grade. */
export interface Grade {
  /** The id, for programs. */
  readonly id: string;
  /** Its name: Xuất sắc, Tốt, Khá … */
  readonly title: Text;
  /** The lower bound, inclusive, in percent; absent on the last grade, which takes the rest. */
  readonly from?: Decimal | undefined;
  /** The upper bound as the decision prints it, exclusive; only repeated so that slips are caught. */
  readonly below?: Decimal | undefined;
  /** What a unit must have beside its index; who fails it has the next lower grade whose conditions hold. */
  readonly requires?: readonly GradeCondition[] | undefined;
  /** The most units of a group that should have the grade, in percent of the ranked ones, rounded down; only warned of. */
  readonly quota?: { readonly percent: Decimal } | undefined;
}

/** What decides between units of equal ranked value. */
export interface TieBreaker {
  /** What is compared: the points of an item or of a source. */
  readonly by: "item" | "source";
  /** The id of that item or source. */
  readonly id: string;
  /** Compare the exact values instead of the published ones. */
  readonly exact: boolean;
}

/** How units are ranked: `docs/format.md` 8. */
export interface RankingPolicy {
  /** The ranked value: the published (rounded) index, or the exact one. */
  readonly on: "published" | "exact";
  /** After a tie: the next places are skipped (1, 2, 2, 4), or not (1, 2, 2, 3). */
  readonly ties: "skip" | "dense";
  /** Tie-breakers, in their order; the higher value stands before. */
  readonly tieBreakers: readonly TieBreaker[];
}

/** A deadline of the calendar. Just one of `before` and `by` is given. */
export interface Deadline {
  /** The id; `self-assessment` is the one that `late` refers to. */
  readonly id: string;
  /** What has to be done. */
  readonly title: Text;
  /** The first day that is late: "before 22/12" has its last good day on the 21st. */
  readonly before?: IsoDate | undefined;
  /** The last day that is on time. */
  readonly by?: IsoDate | undefined;
  /** Where it is written. */
  readonly citation?: Citation | undefined;
}

/** An entry of the register of exemptions: items that do not apply to units of a kind. */
export interface Exemption {
  /** The kind of unit. */
  readonly kind: string;
  /** The ids of the leaves. */
  readonly items: readonly string[];
  /** Where it is written. */
  readonly citation?: Citation | undefined;
}

/** What happens in each case that a decision has to settle. Every field is filled in when a set is read. */
export interface Policies {
  /** Decimals and mode of what is published; `items`: each leaf and line is rounded alike before any sum. */
  readonly rounding: {
    readonly places: number;
    readonly mode: "half-up" | "half-even" | "down" | "up";
    readonly items: boolean;
  };
  /** An unanswered leaf: counts as the lesser of 0 and its floor, or the whole assessment is refused. */
  readonly unanswered: "zero" | "refused";
  /** Items that the council never touched. */
  readonly silence: "accept" | "pending";
  /** A unit without a self-assessment: listed apart, or all its own items count as unanswered. */
  readonly missing: "unranked" | "unanswered";
  /** What a late self-assessment meets. */
  readonly late: LatePolicy;
  /** A finding of an inspection that no entry addresses when a stage closes. */
  readonly openFindings: "warn" | "block";
  /** The limits of the index, in percent; absent: it may pass 100, or fall below 0. */
  readonly limits: { readonly max?: Decimal | undefined; readonly min?: Decimal | undefined };
  /** The consequence of the leaves for which the file writes `notApplicable: true`; each leaf as read has its own. */
  readonly notApplicable?: Consequence | undefined;
}

/** What a set fills in when it fills a framework (khung) of a higher body. */
export interface FrameworkLink {
  /** The id of the framework's set. */
  readonly set: string;
  /** Its edition. */
  readonly edition: number;
}

/** What an edition after the first changes, and from when it is in force. */
export interface EditionNote {
  /** `issued`: in force from its date. `corrected`: replaces its predecessor on every date. */
  readonly kind: "issued" | "corrected";
  /** The first day on which it is in force. */
  readonly from: IsoDate;
  /** What changed and why. */
  readonly changes: readonly Text[];
}

/** A group of units that is ranked as one list. */
export interface UnitGroup {
  /** The id that units use. */
  readonly id: string;
  /** Its name. */
  readonly title: Text;
}

/** Declared figures of the whole set, repeated from the annex so that slips are caught. */
export interface DeclaredTotals {
  /** The number of nodes at each level, top first. */
  readonly counts?: readonly number[] | undefined;
  /** The number of leaves. */
  readonly leaves?: number | undefined;
}

/** A criteria set as read. Made by `readCriteriaSet` only; the stages refuse any other object. */
export interface CriteriaSet {
  /** The format of the file: 1. */
  readonly format: 1;
  /**
   * `issuer/level/period`: the path of the file without its edition. The period is a year (`2026`), a span of years
   * (`2025-2026`), a half (`2026-h1`), a quarter (`2026-q1`) or a month (`2026-03`).
   */
  readonly id: string;
  /** The edition, from 1. */
  readonly edition: number;
  /** What the file says of itself: transcribed from the annex, only published totals, or points that are from no decision. */
  readonly status: "official" | "summary" | "illustrative";
  /** Its title. */
  readonly title: Text;
  /** Who issued it. */
  readonly issuer: Text;
  /** The level of unit: `department`, `commune`, `district`, `ministry`, `province`, `office` … */
  readonly level: string;
  /** First and last day of the period. */
  readonly period: { readonly from: IsoDate; readonly to: IsoDate };
  /** What this edition changes; absent on the first. */
  readonly editionNote?: EditionNote | undefined;
  /** The framework that it fills, if it fills one. */
  readonly framework?: FrameworkLink | undefined;
  /** True on a framework: its leaves have no rule yet and are divided by those who fill it. */
  readonly isFramework: boolean;
  /** The decisions that it rests on. */
  readonly decisions: readonly Decision[];
  /** The names of the tree's levels, top first. */
  readonly levels: readonly Text[];
  /** The maximum of the whole, in points. */
  readonly maxPoints: Decimal;
  /** Declared figures. */
  readonly totals: DeclaredTotals;
  /** The sources of points. */
  readonly sources: readonly Source[];
  /** The groups of units that are ranked apart. */
  readonly groups: readonly UnitGroup[];
  /** The kinds of unit that exemptions speak of. */
  readonly kinds: readonly UnitGroup[];
  /** The tree. */
  readonly items: readonly Item[];
  /** The survey; absent where no leaf has a survey source. */
  readonly survey?: SurveyPlan | undefined;
  /** The bonus lines. */
  readonly bonus: Lines;
  /** The penalty lines. */
  readonly penalty: Lines;
  /** What happens in each case. */
  readonly policies: Policies;
  /** The grades, best first; empty where none are given. */
  readonly grades: readonly Grade[];
  /** How units are ranked. */
  readonly ranking: RankingPolicy;
  /** The calendar. */
  readonly calendar: readonly Deadline[];
  /** The register of exemptions. */
  readonly exemptions: readonly Exemption[];
}
