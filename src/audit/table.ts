/**
 * The audit of a published table: what is consistent in it and what cannot be (design 3.2, 3.9, 3.10). A printed figure
 * stands for every value that rounds to it; a total, a mean, a place or a grade is wrong only where none of these
 * values can have led to it. Each slip is reported where it stands and not in what follows from it.
 */
import type { CriteriaSet, Decimal } from "../criteria-set.ts";
import { type Issue, inFileOrder, report as newReport, type Report } from "../issue.ts";
import { decimal, divide, equals, integer, rounded, sum } from "../number.ts";
import { deepFreeze } from "../plain.ts";
import { type Plan, planOf } from "../plan.ts";
import {
  between,
  decimalsOf,
  intervalOf,
  meanOver,
  printedRange,
  shared,
  sumOf,
} from "./printed-interval.ts";
import { checkColumns, type PublishedTable, readTable } from "./published-table.ts";
import { withColumnsMended } from "./table-columns.ts";
import { checkGrades } from "./table-grades.ts";
import { type Counting, checkPlaces, type PlaceRow } from "./table-places.ts";
import {
  type AllowedRange,
  type AuditedRow,
  allowedRange,
  type Consistency,
  type Judged,
  judgeRow,
} from "./table-total.ts";

/** The mean, judged. */
export interface AuditedMean extends AllowedRange {
  /** The printed mean. */
  readonly printed: Decimal;
  /** The mean of the printed totals, rounded once by the set's mode to the places of the table, or of the mean if more. */
  readonly ofTotals: Decimal;
  /** How the printed mean stands to the totals; in a summary set to the printed ones alone. */
  readonly consistent: Consistency;
}

/** What an audit of a table finds. */
export interface TableAudit {
  /** The lines, in the order of the table; empty where it could not be read. */
  readonly rows: readonly AuditedRow[];
  /** The printed places, in the order of the table. */
  readonly places: readonly PlaceRow[];
  /** The printed mean; absent where none is printed. */
  readonly mean?: AuditedMean | undefined;
  /** Everything that cannot be, in the order of the table; empty where nothing is wrong. */
  readonly issues: readonly Issue[];
}

/**
 * Audits a published table against its criteria set.
 *
 * A printed part stands for all values that the set's mode rounds to it; the parts' intervals add up to that of the
 * total. Where the set rounds each item, printed parts are exact. Places are judged by the totals and the set's policy;
 * units of equal total may stand in any order where the set ranks on exact indexes or breaks ties, which the table does
 * not print. Totals are points; places of equal totals and grades are judged by them where the whole is 100 points. The
 * mean is of exact totals, whose printed ones leave it some room; of a summary set it is that of the printed totals.
 * Places that skip a number, and two columns under each other's heading, are said once and not in every line.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param table The table, as a `PublishedTable` or as parsed from JSON.
 *
 * @returns The judgement of each line, of the places and of the mean, and the issues; frozen. A table that cannot be read,
 * or has no line, gives issues alone.
 *
 * @throws TypeError if the set was not read by `readCriteriaSet`.
 *
 * @example
 * ```ts
 * import { criteriaSet } from "par-index/criteria";
 * import { auditTable } from "par-index/audit";
 * const table = {
 *   set: "moha/ministry/2023", edition: 1, title: { vi: "PAR INDEX 2023" }, source: "xaydungchinhsach.chinhphu.vn", places: 2,
 *   parts: [{ id: "1", title: { vi: "Điểm thẩm định" }, maxPoints: "68.5" }, { id: "2", title: { vi: "Điểm điều tra" }, maxPoints: "31.5" }],
 *   rows: [{ unit: "bo-tu-phap", name: "Bộ Tư pháp", parts: ["61.86", "28.10"], total: "89.95", place: 1 }],
 * };
 * const [row] = auditTable(criteriaSet("moha/ministry/2023"), table).rows;
 * [row?.sum, row?.low, row?.high, row?.consistent]; // => [ '89.96', '89.95', '89.97', 'within-rounding' ]
 * ```
 */
export function auditTable(set: CriteriaSet, table: PublishedTable | unknown): TableAudit {
  const plan = planOf(set, "auditTable");
  const report = newReport();
  const read = readTable(set, table, report);
  if (read === undefined)
    return deepFreeze({ rows: [], places: [], issues: inFileOrder(table, report.issues) });
  const meant = withColumnsMended(plan, read, report);
  const columns = checkColumns(plan, meant, report);
  const counting = countRows(meant, report);
  const judged = meant.rows.map((row, at) => judgeRow(plan, meant, columns, row, at, report));
  const ranges = judged.map(({ range }) => range);
  const { places, missing } = checkPlaces(plan, meant, ranges, counting, report);
  checkGrades(plan, meant, ranges, { ...counting, missing }, report);
  const mean = judgeMean(plan, meant, judged, missing + counting.extra === 0, report);
  return deepFreeze({
    rows: judged.map(({ row }) => row),
    places,
    ...(mean === undefined ? {} : { mean }),
    issues: inFileOrder(table, report.issues),
  });
}

/** How many lines are missing or too many, and which repeat a unit. */
function countRows(table: PublishedTable, report: Report): Counting {
  const seen = new Set<string>();
  table.rows.forEach(({ unit }, at) => {
    if (seen.has(unit)) report("table-unit-twice", ["rows", at, "unit"], { found: unit }, { unit });
    seen.add(unit);
  });
  const { units = seen.size } = table;
  // A unit that stands twice is either one line too many or a line under the wrong name: both are said once already.
  if (units !== table.rows.length && units !== seen.size)
    report("table-count-differs", ["units"], { found: units, expected: table.rows.length });
  const difference = units - table.rows.length;
  return { missing: difference > 0 ? difference : 0, extra: difference < 0 ? -difference : 0 };
}

/**
 * The mean, rounded once (design 3.10). It is of exact totals, and must share a value with the mean of what the printed
 * ones allow; in a summary set, which has no others, of the printed totals themselves.
 */
function judgeMean(
  plan: Plan,
  table: PublishedTable,
  judged: readonly Judged[],
  counted: boolean,
  report: Report,
): AuditedMean | undefined {
  const { mean } = table;
  if (mean === undefined) return undefined;
  const places = decimalsOf(mean) > table.places ? decimalsOf(mean) : table.places;
  const count = judged.length;
  const isSummary = plan.set.status === "summary";
  const allowed = meanOver(
    sumOf(judged.map(({ range, values }) => (isSummary ? between(range) : values))),
    count,
  );
  const totals = sum(table.rows.map(({ total }) => decimal(total)));
  const ofTotals = rounded(divide(totals, integer(count)), places, plan.mode);
  const fits = shared(allowed, intervalOf(mean, places, plan.mode)) !== undefined;
  const consistent: Consistency = !counted
    ? "not-judged"
    : equals(decimal(ofTotals), decimal(mean))
      ? "exact"
      : fits
        ? "within-rounding"
        : "impossible";
  if (consistent === "impossible") {
    const { least, most } = printedRange(allowed, places, plan.mode);
    report("table-mean-impossible", ["mean"], {
      found: mean,
      expected: least === most ? least : `${least} – ${most}`,
      ofTotals,
    });
  }
  return { printed: mean, ofTotals, ...allowedRange(allowed), consistent };
}
