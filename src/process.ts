/**
 * What a province needs to run its year beside the score: inspections, targets, sample sizes. The entry
 * `par-index/process`; the score path does not import it. Shared types (texts, dates, issues, findings) and `InvalidError`
 * are in `par-index`.
 *
 * @module
 */

export type {
  CoverageRow,
  CoveredUnit,
  InspectedUnit,
  ParentRow,
  SelfInspectionRow,
} from "./process/coverage.ts";
export type { Gap, NamedDay } from "./process/days.ts";
export {
  type AllowedMode,
  type AnnouncedVisits,
  type AtLeastCoverage,
  type ConclusionDuty,
  type Coverage,
  checkInspectionPlan,
  type DayLimit,
  type InEachCoverage,
  type InspectionMode,
  type InspectionPlan,
  type InspectionTeam,
  inspectionModes,
  type ListedCoverage,
  type Named,
  readInspectionPlan,
  type SelfInspection,
  type UnannouncedVisits,
  type VisitDecision,
} from "./process/inspection-plan.ts";
export {
  checkInspections,
  type InspectionContext,
  type InspectionReport,
  type VisitRow,
} from "./process/inspections.ts";
export type { PlanHead, PlanSource, PlanWindow } from "./process/plans.ts";
export {
  checkIndexPlan,
  type IndexPlan,
  type PlannedDeadline,
  type PlannedRole,
  readIndexPlan,
} from "./process/plans.ts";
export {
  indexPlan,
  indexPlanIds,
  inspectionPlan,
  inspectionPlanIds,
  targetPlan,
  targetPlanIds,
} from "./process/shipped.ts";
export {
  checkTargetPlan,
  checkTargets,
  type FrequencyResult,
  type FrequencyTarget,
  type IndexResult,
  type IndexTarget,
  type MissingResult,
  type NotMeasurable,
  type PlaceResult,
  type PlaceTarget,
  type PlanTarget,
  type ResultHead,
  readTargets,
  type SampleOptions,
  type ShareResult,
  type ShareTarget,
  type Shortfall,
  sampleSize,
  type TargetHead,
  type TargetPlan,
  type TargetReport,
  type TargetResult,
  type TargetRow,
} from "./process/targets.ts";
export type {
  ConclusionRow,
  InspectionVisit,
  NoticeRow,
  VisitConclusion,
} from "./process/visits.ts";
