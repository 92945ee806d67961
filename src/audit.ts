/**
 * What an inspector asks of results that are already there: are the figures of a published table consistent, why do two
 * indexes differ, where were points lost. The score path itself is in `par-index`.
 *
 * @packageDocumentation
 */
export { type CompareSide, compare } from "./audit/compare.ts";
export type {
  ComparedIndexes,
  ComparedLeaf,
  ComparedUnit,
  Difference,
  Incomparable,
  ItemDifference,
  LineDifference,
  NamedUnit,
  NotComparable,
} from "./audit/difference.ts";
export { differenceText } from "./audit/difference-text.ts";
export { canonicalText, digestOf, roundDigest, setDigest } from "./audit/digest.ts";
export type {
  Gains,
  GainsAnswer,
  GainsProof,
  Goal,
  HeldReason,
  Lifted,
  Loss,
  ScoredGains,
  UnscoredGains,
} from "./audit/gain.ts";
export { type GainsOptions, gains } from "./audit/gains.ts";
export { gainsText } from "./audit/gains-text.ts";
export {
  type GroupIntervals,
  type PlaceCount,
  type RankIntervals,
  type RankIntervalsOptions,
  rankIntervals,
  type UnitInterval,
  type Variation,
} from "./audit/intervals.ts";
export type { InclusionPath } from "./audit/merkle.ts";
export type { GradeCount, PublishedTable, TablePart, TableRow } from "./audit/published-table.ts";
export { proofOf, type SealOptions, seal } from "./audit/record.ts";
export type { StepDifference } from "./audit/record-difference.ts";
export type { Texts } from "./audit/record-inputs.ts";
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
  SealedRecord,
  SealedRelative,
  SealedSet,
  SealedSource,
  SealedSum,
  SealedTotal,
  UnitRecord,
} from "./audit/record-shape.ts";
export { type ResultEdition, resultEditions } from "./audit/result-edition.ts";
export { type AuditedMean, auditTable, type TableAudit } from "./audit/table.ts";
export type { PlaceRow } from "./audit/table-places.ts";
export type { AllowedRange, AuditedRow, Consistency } from "./audit/table-total.ts";
export { checkVector, scoreVector, type VectorOptions, vectorOf } from "./audit/vector.ts";
export { verificationText } from "./audit/verification-text.ts";
export {
  type Unchecked,
  type Verification,
  type VerifiedRecord,
  type VerifyOptions,
  verify,
} from "./audit/verify.ts";
export { type ResultRow, rows, type Tabular } from "./sheets/lines.ts";
