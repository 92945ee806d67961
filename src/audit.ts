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
  NotComparable,
} from "./audit/difference.ts";
export { differenceText } from "./audit/difference-text.ts";
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
export type { GradeCount, PublishedTable, TablePart, TableRow } from "./audit/published-table.ts";
export {
  type AllowedRange,
  type AuditedMean,
  type AuditedRow,
  auditTable,
  type Consistency,
  type TableAudit,
} from "./audit/table.ts";
export type { PlaceRow } from "./audit/table-places.ts";
