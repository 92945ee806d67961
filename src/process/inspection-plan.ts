/**
 * The inspection plan (kế hoạch kiểm tra công tác CCHC) as a declarative file: window, teams, modes, notice, coverage,
 * scope, conclusions. It follows the plans of Hà Nội 2021, Đồng Tháp 2022 and Hải Phòng 2019; whatever a plan does not
 * say is absent, and nothing is asked of a visit that its plan does not ask (design 3.6).
 */
import type { Text } from "../criteria-set.ts";
import type { PlanHead, PlanWindow } from "./plan-file.ts";
import type { NamedDay } from "./working-days.ts";

/** How a visit is made: at the unit; from reports and monitoring; at the unit and without notice. */
export type InspectionMode = "direct" | "online" | "unannounced";

/** The modes, in the order in which they are documented. */
export const inspectionModes: readonly InspectionMode[] = ["direct", "online", "unannounced"];

/** An id with its words. */
export interface Named {
  /** The id that visits use. */
  readonly id: string;
  /** The words of the plan. */
  readonly title: Text;
}

/** A mode that the plan allows. */
export interface AllowedMode {
  /** The mode. */
  readonly mode: InspectionMode;
  /** How the plan describes it. */
  readonly how?: Text | undefined;
}

/** An inspection team (đoàn kiểm tra). */
export interface InspectionTeam {
  /** The id that visits use. */
  readonly id: string;
  /** Its name. */
  readonly title: Text;
  /** Who leads it (trưởng đoàn), as the plan says. */
  readonly leader?: Text | undefined;
  /** Bodies that take part, in printed order. */
  readonly members?: readonly Text[] | undefined;
}

/** Who proposes and who decides a visit. */
export interface VisitDecision {
  /** Who proposes it; all of them together. */
  readonly proposes?: readonly Named[] | undefined;
  /** Who decides it. */
  readonly decides?: Named | undefined;
}

/** What the plan asks of visits that are announced: direct and online ones. */
export interface AnnouncedVisits extends VisitDecision {
  /** The least notice, in working days. */
  readonly noticeWorkingDays?: number | undefined;
}

/** What the plan asks of visits without notice (kiểm tra đột xuất, không báo trước). */
export interface UnannouncedVisits extends VisitDecision {
  /** The reasons for which they are made; absent where the plan gives none. */
  readonly reasons?: readonly Named[] | undefined;
  /** Where they may be made. */
  readonly places?: readonly Text[] | undefined;
}

/** Every unit of a list is to be visited. */
export interface ListedCoverage extends Named {
  /** The kind. */
  readonly kind: "listed";
  /** The ids of the units. */
  readonly units: readonly string[];
}

/** At least so many different units of a kind are to be visited. */
export interface AtLeastCoverage extends Named {
  /** The kind. */
  readonly kind: "at-least";
  /** The kind of unit. */
  readonly unitKind: string;
  /** How many. */
  readonly number: number;
}

/** In each of so many places, at least so many different units of a kind are to be visited. */
export interface InEachCoverage extends Named {
  /** The kind. */
  readonly kind: "in-each";
  /** The kind of unit. */
  readonly unitKind: string;
  /** How many in each place. */
  readonly number: number;
  /** The kind of the places: `"district"`. */
  readonly parentKind: string;
  /** How many places there are. */
  readonly parents: number;
}

/** A number of units that the plan wants visited. */
export type Coverage = ListedCoverage | AtLeastCoverage | InEachCoverage;

/** Within how long after the last day of a visit something is due. */
export interface DayLimit {
  /** How many days; the last day of the visit is not counted. */
  readonly days: number;
  /** Which days are counted. */
  readonly count: "calendar" | "working";
}

/** The written conclusion after a visit (kết luận kiểm tra). */
export interface ConclusionDuty {
  /** Who issues it. */
  readonly issuer?: Named | undefined;
  /** Within how long after the last day of the visit; absent where the plan sets no limit. */
  readonly within?: DayLimit | undefined;
}

/** Inspection that units make of themselves (tự kiểm tra). */
export interface SelfInspection {
  /** The kinds of unit, all of whose units inspect themselves. */
  readonly unitKinds: readonly string[];
  /** The modes that they may choose. */
  readonly modes?: readonly InspectionMode[] | undefined;
  /** How the plan words it. */
  readonly wording?: Text | undefined;
}

/** An inspection plan as read. Made by `readInspectionPlan` only. */
export interface InspectionPlan extends PlanHead {
  /** First and last day of the visits. */
  readonly window: PlanWindow;
  /** What is inspected, in printed order. */
  readonly scope: readonly Text[];
  /** The teams; absent where the plan does not name or number them. */
  readonly teams?: readonly InspectionTeam[] | undefined;
  /** The modes allowed; absent where the plan does not limit them. */
  readonly modes?: readonly AllowedMode[] | undefined;
  /** What is asked of announced visits. */
  readonly announced?: AnnouncedVisits | undefined;
  /** What is asked of unannounced visits. */
  readonly unannounced?: UnannouncedVisits | undefined;
  /** Public holidays, for periods in working days; Saturday and Sunday need no line. */
  readonly holidays?: readonly NamedDay[] | undefined;
  /** Saturdays and Sundays that are worked. */
  readonly makeUpDays?: readonly NamedDay[] | undefined;
  /** How many of which units are visited. */
  readonly coverage?: readonly Coverage[] | undefined;
  /** The conclusion that follows each visit; absent where the plan asks for none. */
  readonly conclusion?: ConclusionDuty | undefined;
  /** Self-inspection, where the plan asks for it. */
  readonly selfInspection?: SelfInspection | undefined;
  /** What the results are used for. */
  readonly use?: Text | undefined;
}
