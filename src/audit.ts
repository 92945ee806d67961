/**
 * What an inspector asks of results that are already there: are the figures of a published table consistent, why do two
 * indexes differ, where were points lost. The score path itself is in `par-index`.
 *
 * @module par-index/audit
 */

export { recordJsonSchema } from "./audit/closed-shape.ts";
export { type CompareSide, compare } from "./audit/compare.ts";
export {
  type ChangesWords,
  type CouncilChange,
  type CouncilChanges,
  changesOf,
  changesText,
  type DecidedStage,
  type DifferenceTextOptions,
  type DifferenceWords,
  differenceText,
} from "./audit/difference-text.ts";
export { canonicalText, digestOf, type InclusionPath, setDigest } from "./audit/digest.ts";
export {
  type Gains,
  type GainsAnswer,
  type GainsProof,
  type GainsWords,
  type Goal,
  type GoalUntil,
  gains,
  gainsText,
  type HeldReason,
  type Lifted,
  type Loss,
  type ScoredGains,
  type UnscoredGains,
} from "./audit/gains.ts";
export {
  type GroupIntervals,
  type IntervalWords,
  type PlaceCount,
  type RankIntervals,
  type RankIntervalsOptions,
  rankIntervals,
  rankIntervalsText,
  type UnitInterval,
  type Variation,
} from "./audit/intervals.ts";
export type { AllowedRange, AuditedFigure, AuditedMean, Consistency } from "./audit/printed.ts";
export type {
  GradeCount,
  PublishedTable,
  TableCounts,
  TableGroup,
  TablePart,
  TableRow,
} from "./audit/published-table.ts";
export {
  proofOf,
  type RecordStatement,
  type SealOptions,
  seal,
  statementOf,
} from "./audit/record.ts";
export type { StepDifference } from "./audit/record-check.ts";
export type {
  DeclaredPolicies,
  ExactText,
  GroupRecord,
  InclusionProof,
  RecordHead,
  RecordResult,
  RecordSteps,
  SealedLeaf,
  SealedLine,
  SealedNode,
  SealedPlace,
  SealedRanking,
  SealedRecord,
  SealedRelative,
  SealedSet,
  SealedSource,
  SealedSum,
  SealedTotal,
  Texts,
  UnitRecord,
} from "./audit/record-shape.ts";
export { auditTable, type PlaceRow, type TableAudit } from "./audit/table.ts";
export { checkVector, scoreVector, type VectorOptions, vectorOf } from "./audit/vector.ts";
export { type VerificationWords, verificationText } from "./audit/verification-text.ts";
export {
  type Conclusion,
  type HeldAgainst,
  readRecord,
  type Unchecked,
  type Verification,
  type VerifiedRecord,
  type VerifyOptions,
  verify,
} from "./audit/verify.ts";
export { type ResultRow, type RowColumn, rows, type Tabular } from "./sheets/lines.ts";
