/**
 * What a province needs to run its year beside the score: inspections, targets, sample sizes. The entry
 * `par-index/process`; the score path does not import it. Shared types (texts, dates, issues, findings) and `InvalidError`
 * are in `par-index`.
 *
 * @module
 */
export type { Gap } from "./process/frequency.ts";
export {
  checkIndexPlan,
  type IndexPlan,
  type PlannedDeadline,
  type PlannedRole,
  readIndexPlan,
} from "./process/index-plan.ts";
export {
  checkInspections,
  type InspectionContext,
  type InspectionReport,
  type VisitRow,
} from "./process/inspection.ts";
export type {
  CoverageRow,
  CoveredUnit,
  InspectedUnit,
  ParentRow,
  SelfInspectionRow,
} from "./process/inspection-coverage.ts";
export { checkInspectionPlan, readInspectionPlan } from "./process/inspection-file.ts";
export {
  type AllowedMode,
  type AnnouncedVisits,
  type AtLeastCoverage,
  type ConclusionDuty,
  type Coverage,
  type DayLimit,
  type InEachCoverage,
  type InspectionMode,
  type InspectionPlan,
  type InspectionTeam,
  inspectionModes,
  type ListedCoverage,
  type Named,
  type SelfInspection,
  type UnannouncedVisits,
  type VisitDecision,
} from "./process/inspection-plan.ts";
export type {
  ConclusionRow,
  InspectionVisit,
  NoticeRow,
  VisitConclusion,
} from "./process/inspection-visit.ts";
export type { PlanHead, PlanSource, PlanWindow } from "./process/plan-file.ts";
export { type SampleOptions, sampleSize } from "./process/sample-size.ts";
export {
  indexPlan,
  indexPlanIds,
  inspectionPlan,
  inspectionPlanIds,
  targetPlan,
  targetPlanIds,
} from "./process/shipped-plans.ts";
export {
  checkTargetPlan,
  type FrequencyTarget,
  type IndexTarget,
  type PlaceTarget,
  type PlanTarget,
  readTargets,
  type ShareTarget,
  type TargetHead,
  type TargetPlan,
} from "./process/target-plan.ts";
export {
  checkTargets,
  type FrequencyResult,
  type IndexResult,
  type MissingResult,
  type NotMeasurable,
  type PlaceResult,
  type ResultHead,
  type ShareResult,
  type Shortfall,
  type TargetReport,
  type TargetResult,
  type TargetRow,
} from "./process/targets.ts";
export type { NamedDay } from "./process/working-days.ts";
