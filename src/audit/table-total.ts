/**
 * The totals of a published table against their parts (design 3.2): the intervals of the printed parts add up to what the
 * exact total can be, and the printed total is possible where its own interval shares a value with that.
 */
import type { Decimal } from "../criteria-set.ts";
import type { Report } from "../issue.ts";
import {
  add,
  compare,
  decimal,
  divide,
  type Exact,
  equals,
  exactText,
  greatest,
  hundred,
  least as lesser,
  multiply,
  negate,
  sum,
} from "../number.ts";
import type { Plan } from "../plan.ts";
import {
  decimalsOf,
  type Interval,
  intervalOf,
  negated,
  pointOf,
  printedRange,
  shared,
  spanning,
  sumOf,
  upTo,
} from "./printed-interval.ts";
import type { Columns, PublishedTable, TableRow } from "./published-table.ts";
import type { RowRange } from "./table-places.ts";

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

/** A line, judged, with what its figures may truly be. */
export interface Judged {
  readonly row: AuditedRow;
  readonly range: RowRange;
  /** The exact values that may stand behind the total. */
  readonly values: Interval;
}

/** Judges the total of a line by its parts. */
export function judgeRow(
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
      ? { low: lesser(total, decimal(least)), high: greatest(total, decimal(most)) }
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

/** An interval as plain data. */
export const allowedRange = (it: Interval): AllowedRange => ({
  low: exactText(it.low),
  lowIncluded: it.lowIncluded,
  high: exactText(it.high),
  highIncluded: it.highIncluded,
});
