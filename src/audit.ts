/**
 * What an inspector asks of results that are already there: are the figures of a published table consistent, why do two
 * indexes differ, where were points lost. The score path itself is in `par-index`.
 *
 * @packageDocumentation
 */
export { type CompareSide, compare } from "./compare.ts";
export type {
  ComparedIndexes,
  ComparedLeaf,
  ComparedUnit,
  Difference,
  Incomparable,
  ItemDifference,
  LineDifference,
  NotComparable,
} from "./difference.ts";
export { differenceText } from "./difference-text.ts";
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
} from "./gain.ts";
export { type GainsOptions, gains } from "./gains.ts";
export { gainsText } from "./gains-text.ts";
export type { GradeCount, PublishedTable, TablePart, TableRow } from "./published-table.ts";
export {
  type AllowedRange,
  type AuditedMean,
  type AuditedRow,
  auditTable,
  type Consistency,
  type TableAudit,
} from "./table.ts";
export type { PlaceRow } from "./table-places.ts";
