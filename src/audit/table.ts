/**
 * The audit of a published table: what is consistent in it and what cannot be (design 3.2, 3.9, 3.10). A printed figure
 * stands for every value that rounds to it; a total, a mean, a place or a grade is wrong only where none of these
 * values can have led to it. Each slip is reported where it stands and not in what follows from it.
 */
import type { CriteriaSet, Decimal } from "../criteria-set.ts";
import { type Issue, inFileOrder, report as newReport, type Report } from "../issue.ts";
import {
  add,
  compare,
  decimal,
  divide,
  type Exact,
  equals,
  exactText,
  hundred,
  integer,
  multiply,
  negate,
  rounded,
  sum,
} from "../number.ts";
import { deepFreeze } from "../plain.ts";
import { type Plan, planOf } from "../plan.ts";
import {
  decimalsOf,
  type Interval,
  intervalOf,
  meanOver,
  negated,
  pointOf,
  printedRange,
  shared,
  spanning,
  sumOf,
  upTo,
} from "./printed-interval.ts";
import {
  type Columns,
  checkColumns,
  type PublishedTable,
  readTable,
  type TableRow,
} from "./published-table.ts";
import { checkGrades } from "./table-grades.ts";
import { checkPlaces, type PlaceRow, type RowRange } from "./table-places.ts";

/**
 * How a printed figure stands to those it comes from: just their sum or mean; another one that their rounding allows;
 * one that it does not allow; or nothing can be said, because the table does not print all that it comes from.
 */
export type Consistency = "exact" | "within-rounding" | "impossible" | "not-judged";

/** The exact values that printed figures allow, as exact decimals; a mean that does not terminate as a fraction. */
export interface AllowedRange {
  /** The lower bound. */
  readonly low: Decimal;
  /** True where the lower bound itself is allowed. */
  readonly lowIncluded: boolean;
  /** The upper bound. */
  readonly high: Decimal;
  /** True where the upper bound itself is allowed. */
  readonly highIncluded: boolean;
}

/** One line of the table, judged. */
export interface AuditedRow extends AllowedRange {
  /** The id of the unit. */
  readonly unit: string;
  /** The printed total. */
  readonly total: Decimal;
  /** What the printed parts come to, exactly: a decimal, or a fraction where an applicable maximum divides. */
  readonly sum: Decimal;
  /** The printed total less that sum. */
  readonly difference: Decimal;
  /** The least total that can be printed for what the parts allow. */
  readonly leastTotal: Decimal;
  /** The greatest total that can be printed for what the parts allow. */
  readonly mostTotal: Decimal;
  /** How the total stands to the parts. */
  readonly consistent: Consistency;
}

/** The mean, judged. */
export interface AuditedMean extends AllowedRange {
  /** The printed mean. */
  readonly printed: Decimal;
  /** The mean of the printed totals, rounded to as many places. */
  readonly ofTotals: Decimal;
  /** How the printed mean stands to the totals. */
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
 * not print. Totals are points; places of equal totals and grades are judged by them where the whole is 100 points.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param table The table, as a `PublishedTable` or as parsed from JSON.
 *
 * @returns The judgement of each line, of the places and of the mean, and the issues; frozen.
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
  const columns = checkColumns(plan, read, report);
  const counting = countRows(read, report);
  const judged = read.rows.map((row, at) => judgeRow(plan, read, columns, row, at, report));
  const ranges = judged.map(({ range }) => range);
  const places = checkPlaces(plan, read, ranges, counting, report);
  checkGrades(plan, read, ranges, report);
  const mean = judgeMean(plan, read, judged, counting.missing === 0 && counting.extra === 0, report);
  return deepFreeze({
    rows: judged.map(({ row }) => row),
    places,
    ...(mean === undefined ? {} : { mean }),
    issues: inFileOrder(table, report.issues),
  });
}

/** How many lines are missing or too many, and which repeat a unit. */
function countRows(
  table: PublishedTable,
  report: Report,
): { readonly missing: number; readonly extra: number } {
  const seen = new Set<string>();
  table.rows.forEach(({ unit }, at) => {
    if (seen.has(unit)) report("table-unit-twice", ["rows", at, "unit"], { found: unit }, { unit });
    seen.add(unit);
  });
  const { units = table.rows.length } = table;
  // A unit that stands twice is either one line too many or a line under the wrong name: both are said once already.
  if (units !== table.rows.length && units !== seen.size)
    report("table-count-differs", ["units"], { found: units, expected: table.rows.length });
  const difference = units - table.rows.length;
  return { missing: difference > 0 ? difference : 0, extra: difference < 0 ? -difference : 0 };
}

interface Judged {
  readonly row: AuditedRow;
  readonly range: RowRange;
  /** The exact values that may stand behind the total. */
  readonly values: Interval;
}

function judgeRow(
  plan: Plan,
  table: PublishedTable,
  columns: Columns,
  row: TableRow,
  at: number,
  report: Report,
): Judged {
  const { mode } = plan;
  const subject = { unit: row.unit };
  const before = report.issues.length;
  if (row.parts.length !== table.parts.length)
    report(
      "table-parts-differ",
      ["rows", at, "parts"],
      { found: row.parts.length, expected: table.parts.length },
      subject,
    );
  const scale = row.maxPoints === undefined ? undefined : divide(hundred, decimal(row.maxPoints));
  const scaled = (value: Exact): Exact => (scale === undefined ? value : multiply(value, scale));
  const intervals = row.parts.map((text, part) => {
    const places = table.parts[part]?.places ?? table.places;
    const max = columns.maxima[part];
    const own = plan.set.policies.rounding.items ? pointOf(decimal(text)) : intervalOf(text, places, mode);
    const above = max !== undefined && compare(own.low, max) >= 0 && compare(decimal(text), max) > 0;
    if (above)
      report(
        "table-part-above-maximum",
        ["rows", at, "parts", part],
        { found: text, expected: exactText(max) },
        subject,
      );
    const bounded = max === undefined || above ? own : upTo(own, max);
    return columns.taken[part] === true ? negated(bounded) : bounded;
  });
  const raw = sumOf(intervals);
  const allowed: Interval = { ...raw, low: scaled(raw.low), high: scaled(raw.high) };
  const exactSum = scaled(
    sum(
      row.parts.map((text, part) => (columns.taken[part] === true ? negate(decimal(text)) : decimal(text))),
    ),
  );
  const printed = intervalOf(row.total, table.places, mode);
  const common = shared(allowed, printed);
  const places = decimalsOf(row.total) > table.places ? decimalsOf(row.total) : table.places;
  const { least, most } = printedRange(allowed, places, mode);
  // What is wrong with a part explains a total that does not fit it.
  const explained = report.issues.length > before;
  const consistent: Consistency = equals(exactSum, decimal(row.total))
    ? "exact"
    : !columns.whole || row.parts.length !== table.parts.length
      ? "not-judged"
      : common !== undefined
        ? "within-rounding"
        : "impossible";
  if (consistent === "impossible" && !explained)
    report(
      "table-total-impossible",
      ["rows", at, "total"],
      {
        found: row.total,
        sum: exactText(exactSum),
        expected: least === most ? least : `${least} – ${most}`,
        least,
        most,
      },
      subject,
    );
  const total = decimal(row.total);
  const range: RowRange =
    consistent === "impossible"
      ? { low: lesser(total, decimal(least)), high: greater(total, decimal(most)) }
      : { low: total, high: total };
  return {
    row: {
      unit: row.unit,
      total: row.total,
      sum: exactText(exactSum),
      difference: exactText(add(total, negate(exactSum))),
      ...allowedRange(allowed),
      leastTotal: least,
      mostTotal: most,
      consistent,
    },
    range,
    values:
      consistent === "impossible"
        ? spanning(allowed, printed)
        : columns.whole
          ? (common ?? printed)
          : printed,
  };
}

const lesser = (a: Exact, b: Exact): Exact => (compare(a, b) <= 0 ? a : b);
const greater = (a: Exact, b: Exact): Exact => (compare(a, b) >= 0 ? a : b);

const allowedRange = (it: Interval): AllowedRange => ({
  low: exactText(it.low),
  lowIncluded: it.lowIncluded,
  high: exactText(it.high),
  highIncluded: it.highIncluded,
});

/** The mean of exact totals, rounded once (design 3.10): it must share a value with the mean of what the totals allow. */
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
  const allowed = meanOver(sumOf(judged.map(({ values }) => values)), count);
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
