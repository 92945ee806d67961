/**
 * What a province needs to run its year beside the score: inspections, targets, sample sizes. The entry
 * `par-index/process`; the score path does not import it. Shared types (texts, dates, issues, findings) and `InvalidError`
 * are in `par-index`.
 *
 * @module par-index/process
 */

export type { ConclusionRow, DecisionRow, NoticeRow } from "./process/conduct.ts";
export type {
  CoverageRow,
  CoveredUnit,
  InspectedUnit,
  ParentRow,
  SelfInspectionRow,
} from "./process/coverage.ts";
export type { DayLimit, DayOffRule, Gap, NamedDay, WorkingCalendar } from "./process/days.ts";
export {
  type CitingEntry,
  type FindingLook,
  type FindingsOptions,
  findingsOf,
  type OpenFinding,
  type OpenFindingsOptions,
  openFindings,
  type TracedFinding,
} from "./process/findings.ts";
export {
  type AllCoverage,
  type AllowedMode,
  type AnnouncedVisits,
  type AtLeastCoverage,
  type ConclusionDuty,
  type Coverage,
  checkInspectionPlan,
  type InEachCoverage,
  type InspectionMode,
  type InspectionPlan,
  type InspectionTeam,
  inspectionModes,
  inspectionPlan,
  inspectionPlanIds,
  type ListedCoverage,
  readInspectionPlan,
  type SelfInspection,
  type UnannouncedVisits,
  type VisitDecision,
  type VisitReason,
} from "./process/inspection-plan.ts";
export {
  type ConclusionOptions,
  conclusionText,
  type InspectionWords,
  inspectionText,
  type NamedUnitsOptions,
  type TargetWords,
  targetsText,
  visitCountRows,
} from "./process/inspection-text.ts";
export {
  checkInspections,
  type InspectionOptions,
  type InspectionReport,
  type VisitCount,
  type VisitCounts,
  type VisitRow,
  type VisitState,
} from "./process/inspections.ts";
export type { Named, PlanHead, PlanSource, PlanWindow } from "./process/plans.ts";
export {
  checkIndexPlan,
  type IndexPlan,
  indexPlan,
  indexPlanIds,
  type PlannedCouncil,
  type PlannedDeadline,
  type PlannedDuty,
  type PlannedRole,
  readIndexPlan,
} from "./process/plans.ts";
export {
  processSheets,
  readProcessSheets,
  type YearPlans,
  type YearReading,
  type YearRecords,
} from "./process/sheets.ts";
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
  readTargetPlan,
  type SampleOptions,
  type ShareResult,
  type ShareTarget,
  type Shortfall,
  sampleSize,
  type TargetHead,
  type TargetOptions,
  type TargetPlan,
  type TargetReport,
  type TargetResult,
  type TargetRow,
  targetPlan,
  targetPlanIds,
} from "./process/targets.ts";
export type {
  FollowUp,
  InspectionVisit,
  VisitConclusion,
  VisitDocument,
  VisitedUnit,
  VisitFinding,
} from "./process/visits.ts";
