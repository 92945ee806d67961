/**
 * The entry `par-index/audit`: what an inspector asks of a result that is already there. It audits published tables,
 * compares two scores and tells where points can be gained.
 */

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
