/**
 * A published table (bảng kết quả công bố): units with printed parts, totals, places, grades, a mean and counts, just
 * as somebody printed them. Here are its shape, what must hold between its head and the criteria set, and what its
 * figures can stand for: a printed number for every exact value that the set's rounding mode prints so, a sum of printed
 * parts for the sum of their intervals; a printed total fits where the two share a value.
 */
import * as z from "zod/mini";
import type { CriteriaSet, Decimal, Text } from "../criteria-set.ts";
import { inPercentOf } from "../evaluation.ts";
import type { Report } from "../issue.ts";
import {
  add,
  compareExact,
  decimal,
  divide,
  type Exact,
  equals,
  exactText,
  greatest,
  halfUnit,
  integer,
  isNegative,
  isZero,
  lastPlace,
  least,
  negate,
  type RoundingMode,
  rounded,
  subtract,
  sum,
  zero,
} from "../number.ts";
import { type Limits, plainCopy } from "../plain.ts";
import type { Plan } from "../plan.ts";
import { built, readShape, shape } from "../shape.ts";

/** A column of printed points: an item or a source of the criteria set, or its bonus or penalty points. */
export interface TablePart {
  /** The id of the item or source of the set; `bonus` is added, `penalty` taken away. */
  readonly id: string;
  /** Its heading. */
  readonly title: Text;
  /** The maximum, in points, above 0. */
  readonly maxPoints: Decimal;
  /** Decimals to which this column was rounded, where they are not those of the table. */
  readonly places?: number | undefined;
}

/** One line of the table. */
export interface TableRow {
  /** The id of the unit. */
  readonly unit: string;
  /** Its name, as printed. */
  readonly name: string;
  /** The printed points, one for each part, in the order of the parts. */
  readonly parts: readonly Decimal[];
  /** The printed total: points, or the index in % where the line states an applicable maximum. */
  readonly total: Decimal;
  /** The applicable maximum of the unit, where it is not the whole: the total is then the sum ÷ this × 100. */
  readonly maxPoints?: Decimal | undefined;
  /** The printed place, from 1. */
  readonly place?: number | undefined;
  /** The printed grade: its id in the set, or its name. */
  readonly grade?: string | undefined;
}

/** How many units have a grade, as printed. */
export interface GradeCount {
  /** The grade: its id in the set, or its name. */
  readonly grade: string;
  /** How many units. */
  readonly units: number;
}

/** A published table, as printed. */
export interface PublishedTable {
  /** The id of the criteria set. */
  readonly set: string;
  /** Its edition. */
  readonly edition: number;
  /** The title of the table. */
  readonly title: Text;
  /** Where it was published. */
  readonly source: string;
  /** What a reader must know of the transcription. */
  readonly note?: Text | undefined;
  /** Decimals to which the figures were rounded; a figure with fewer digits left out its trailing zeros. */
  readonly places: number;
  /** The columns of points. */
  readonly parts: readonly TablePart[];
  /** The lines, in printed order. */
  readonly rows: readonly TableRow[];
  /** The printed mean of the totals. */
  readonly mean?: Decimal | undefined;
  /** The printed number of units. */
  readonly units?: number | undefined;
  /** The printed number of units with each grade. */
  readonly grades?: readonly GradeCount[] | undefined;
}

const tableLimits: Limits = { values: 1_000_000, text: 20_000 };

const tableSchema = /* @__PURE__ */ built((): z.core.$ZodType<PublishedTable> => {
  // Printed figures keep their digits: 61.860 was rounded more finely than 61.86.
  const { id, text, words, positive, percent: printed } = shape;
  const places = z.int().check(z.gte(0), z.lte(9));
  return z.strictObject({
    set: id,
    edition: z.int().check(z.gte(1)),
    title: text,
    source: words,
    note: z.optional(text),
    places,
    parts: z
      .array(z.strictObject({ id, title: text, maxPoints: positive, places: z.optional(places) }))
      .check(z.minLength(1)),
    rows: z
      .array(
        z.strictObject({
          unit: id,
          name: words,
          parts: z.array(printed),
          total: printed,
          maxPoints: z.optional(positive),
          place: z.optional(z.int().check(z.gte(1))),
          grade: z.optional(words),
        }),
      )
      .check(z.minLength(1)),
    mean: z.optional(printed),
    units: z.optional(z.int().check(z.gte(0))),
    grades: z.optional(z.array(z.strictObject({ grade: words, units: z.int().check(z.gte(0)) }))),
  });
});

/** Reads a table; undefined after reporting what its shape has wrong, or where it is of another set. */
export function readTable(set: CriteriaSet, value: unknown, report: Report): PublishedTable | undefined {
  const plain = plainCopy(value, tableLimits, "normalise", report);
  if (report.issues.some(({ severity }) => severity === "error")) return undefined;
  const table = readShape(tableSchema, plain, [], report);
  if (table === undefined || (table.set === set.id && table.edition === set.edition)) return table;
  report("table-of-other-set", [table.set === set.id ? "edition" : "set"], {
    found: `${table.set} (${table.edition})`,
    expected: `${set.id} (${set.edition})`,
  });
  return undefined;
}

/** The columns, checked. */
export interface Columns {
  /** The maximum of each, as the set declares it. */
  readonly maxima: readonly Exact[];
  /** True for each that is taken away from the total. */
  readonly taken: readonly boolean[];
  /** True where a total is the sum of the columns, so that it can be judged by them. */
  readonly whole: boolean;
}

/**
 * Checks the columns against the set: items or sources, which together make up its maximum; where the set has bonus or
 * penalty lines, columns `bonus` and `penalty` beside them.
 */
export function checkColumns(plan: Plan, table: PublishedTable, report: Report): Columns {
  const before = report.issues.length;
  const { set } = plan;
  const ids = new Set<string>();
  const expected = set.items.map((item) => item.id).join(", ");
  const maxima = table.parts.map(({ id, maxPoints }, at): Exact => {
    const path = ["parts", at];
    const printed = decimal(maxPoints);
    if (ids.size === ids.add(id).size) report("table-part-twice", [...path, "id"], { found: id });
    const known = knownPart(plan, id);
    if (known === undefined) report("table-part-unknown", [...path, "id"], { found: id, expected });
    const declared = decimal(known?.maxPoints ?? maxPoints);
    if (!equals(declared, printed))
      report("table-part-maximum-differs", [...path, "maxPoints"], {
        found: maxPoints,
        expected: exactText(declared),
      });
    return declared;
  });
  const taken = table.parts.map(({ id }) => id === "penalty");
  const total = sum(maxima.filter((_, at) => !isExtra(table.parts[at]?.id ?? "")));
  const complete = equals(total, plan.max);
  // A column that is misnamed is still a column of the sum.
  const headed = report.issues.length > before;
  if (!complete && !headed)
    report("table-parts-incomplete", ["parts"], { found: exactText(total), expected: set.maxPoints });
  // Lines that no column prints leave the totals open.
  const unprinted = (["bonus", "penalty"] as const).some(
    (id) => set[id].lines.length > 0 && !table.parts.some((part) => part.id === id),
  );
  return { maxima, taken, whole: (complete || headed) && !unprinted };
}

const isExtra = (id: string): boolean => id === "bonus" || id === "penalty";

/** What the set has under the id of a column; undefined where it has no such thing. */
function knownPart(plan: Plan, id: string): { readonly maxPoints?: Decimal | undefined } | undefined {
  if (isExtra(id)) return {};
  return (plan.nodeOf.get(id) ?? plan.leafOf.get(id))?.item ?? plan.set.sources.find((it) => it.id === id);
}

/** A column whose maximum the set declares, and what speaks against it. */
interface HeadedColumn {
  readonly at: number;
  readonly id: string;
  readonly declared: Decimal;
  readonly max: Exact;
  readonly printed: Exact;
  /** The greatest of its figures. */
  readonly most: Exact;
  /** How many figures are above the maximum; one more where the printed maximum is another. */
  readonly faults: number;
}

/** Among more columns nobody looks for two under each other's heading. */
const comparedColumns = 300;

/** The table as it is meant: two columns exchanged and reported, where just one pair is such that this mends it. */
export function withColumnsMended(plan: Plan, table: PublishedTable, report: Report): PublishedTable {
  if (table.parts.length > comparedColumns) return table;
  const headed = table.parts.flatMap(({ id, maxPoints }, at): readonly HeadedColumn[] => {
    const declared = knownPart(plan, id)?.maxPoints;
    if (declared === undefined) return [];
    const [max, printed] = [decimal(declared), decimal(maxPoints)];
    const figures = table.rows.flatMap(({ parts }) => parts[at] ?? []).map(decimal);
    const above = figures.filter((figure) => compareExact(figure, max) > 0).length;
    const faults = above + (equals(printed, max) ? 0 : 1);
    return [{ at, id, declared, max, printed, most: figures.reduce(greatest, zero), faults }];
  });
  const pairs = headed.flatMap((one, at) => headed.slice(at + 1).map((two) => [one, two] as const));
  const [pair, another] = pairs.filter(([one, two]) => areExchanged(one, two));
  if (pair === undefined || another !== undefined) return table;
  const [one, two] = pair;
  report("table-parts-exchanged", ["parts", one.at, "id"], { found: one.id, expected: two.id });
  const meant = new Map([
    [one.at, two],
    [two.at, one],
  ]);
  const parts = table.parts.map((part, at): TablePart => {
    const other = meant.get(at);
    return other === undefined ? part : { ...part, id: other.id, maxPoints: other.declared };
  });
  return { ...table, parts };
}

/** More than one thing speaks against two columns as they stand, and nothing against them exchanged. */
function areExchanged(one: HeadedColumn, two: HeadedColumn): boolean {
  if (one.faults + two.faults < 2) return false;
  // The printed maxima stayed with the figures, or went with the headings.
  const stayed = equals(one.printed, two.max) && equals(two.printed, one.max);
  const went = equals(one.printed, one.max) && equals(two.printed, two.max);
  return (stayed || went) && compareExact(one.most, two.max) <= 0 && compareExact(two.most, one.max) <= 0;
}

/** All values between two bounds, each of which belongs to them or not. */
export interface Interval {
  readonly low: Exact;
  readonly high: Exact;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
}

/** The interval of two values and all between them. */
export const between = (low: Exact, high: Exact): Interval => ({
  low,
  high,
  lowIncluded: true,
  highIncluded: true,
});

/** The interval of one value. */
export const pointOf = (value: Exact): Interval => between(value, value);

/** How many decimals a figure of the table shows: those of its column, or its own where it was printed more finely. */
export function shownPlaces(text: Decimal, places: number): number {
  const point = text.indexOf(".");
  return Math.max(places, point < 0 ? 0 : text.length - point - 1);
}

/**
 * The values that the mode prints as this decimal at so many places. Fewer digits than places are trailing zeros left
 * out (a spreadsheet prints 46.80 as 46.8); more digits say that this number was printed more finely.
 */
export function intervalOf(text: Decimal, places: number, mode: RoundingMode): Interval {
  const value = decimal(text);
  const digits = shownPlaces(text, places);
  return isNegative(value) ? negated(fromZero(negate(value), digits, mode)) : fromZero(value, digits, mode);
}

/** The interval of a value that is not negative, printed with so many decimals. */
function fromZero(value: Exact, places: number, mode: RoundingMode): Interval {
  const step = lastPlace(places);
  switch (mode) {
    case "half-up":
    case "half-even": {
      const half = halfUnit(places);
      const isEven = mode === "half-even" && /[02468]$/.test(rounded(divide(value, step), 0, mode));
      return {
        low: subtract(value, half),
        high: add(value, half),
        // Half away from zero: what lies half a unit below zero's neighbour is not printed as 0.
        lowIncluded: isEven || (mode === "half-up" && !isZero(value)),
        highIncluded: isEven,
      };
    }
    case "down": {
      const low = isZero(value) ? negate(step) : value;
      return { low, high: add(value, step), lowIncluded: !isZero(value), highIncluded: false };
    }
    case "up":
      if (isZero(value)) return pointOf(value);
      return { low: subtract(value, step), high: value, lowIncluded: false, highIncluded: true };
  }
}

/** The interval of the negated values. */
const negated = ({ low, high, lowIncluded, highIncluded }: Interval): Interval => ({
  low: negate(high),
  high: negate(low),
  lowIncluded: highIncluded,
  highIncluded: lowIncluded,
});

/** The interval of a sum: both ends belong to it where they belong to every summand. */
const sumOfIntervals = (intervals: readonly Interval[]): Interval => ({
  low: sum(intervals.map(({ low }) => low)),
  high: sum(intervals.map(({ high }) => high)),
  lowIncluded: intervals.every(({ lowIncluded }) => lowIncluded),
  highIncluded: intervals.every(({ highIncluded }) => highIncluded),
});

/** The interval of the mean of some values. */
export function meanOfIntervals(intervals: readonly Interval[]): Interval {
  const total = sumOfIntervals(intervals);
  const count = integer(intervals.length);
  return { ...total, low: divide(total.low, count), high: divide(total.high, count) };
}

/** The values that two intervals share, or undefined where they share none. */
export function shared(a: Interval, b: Interval): Interval | undefined {
  const [low, high] = [compareExact(a.low, b.low), compareExact(a.high, b.high)];
  const common: Interval = {
    low: greatest(a.low, b.low),
    high: least(a.high, b.high),
    lowIncluded: (low < 0 || a.lowIncluded) && (low > 0 || b.lowIncluded),
    highIncluded: (high > 0 || a.highIncluded) && (high < 0 || b.highIncluded),
  };
  const width = compareExact(common.low, common.high);
  return width < 0 || (width === 0 && common.lowIncluded && common.highIncluded) ? common : undefined;
}

/** The least interval that holds both. */
function spanning(a: Interval, b: Interval): Interval {
  const [low, high] = [compareExact(a.low, b.low), compareExact(a.high, b.high)];
  return {
    low: least(a.low, b.low),
    high: greatest(a.high, b.high),
    lowIncluded: (low <= 0 && a.lowIncluded) || (low >= 0 && b.lowIncluded),
    highIncluded: (high >= 0 && a.highIncluded) || (high <= 0 && b.highIncluded),
  };
}

/** The least and the greatest decimal that can be printed for a value of the interval. */
export function printedRange(
  values: Interval,
  places: number,
  mode: RoundingMode,
): { readonly least: Decimal; readonly most: Decimal } {
  const fits = (text: Decimal): boolean => shared(intervalOf(text, places, mode), values) !== undefined;
  const step = lastPlace(places);
  const low = rounded(values.low, places, mode);
  const high = rounded(values.high, places, mode);
  return {
    least: fits(low) ? low : rounded(add(decimal(low), step), places, mode),
    most: fits(high) ? high : rounded(subtract(decimal(high), step), places, mode),
  };
}

/** A range in figures: one where both ends are the same. */
export const spanText = (low: Decimal | number, high: Decimal | number): Decimal | number =>
  low === high ? low : `${low} – ${high}`;

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

/** An interval as plain data. */
export const allowedRange = ({ low, lowIncluded, high, highIncluded }: Interval): AllowedRange => ({
  low: exactText(low),
  lowIncluded,
  high: exactText(high),
  highIncluded,
});

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

/** The totals that a line may truly have; one value wherever the line is consistent. */
export type TotalRange = Pick<Interval, "low" | "high">;

/** A line, judged, with what its figures may truly be. */
export interface JudgedRow {
  readonly row: AuditedRow;
  readonly range: TotalRange;
  /** The exact values that may stand behind the total. */
  readonly values: Interval;
}

/** What lines are judged with. */
export interface Auditing {
  readonly plan: Plan;
  readonly table: PublishedTable;
  readonly report: Report;
}

/** Judges the total of a line by its parts. */
export function judgeRow(
  { plan, table, report }: Auditing,
  columns: Columns,
  row: TableRow,
  at: number,
): JudgedRow {
  const { unit, parts, maxPoints } = row;
  const before = report.issues.length;
  const isWhole = parts.length === table.parts.length;
  if (!isWhole)
    report(
      "table-parts-differ",
      ["rows", at, "parts"],
      { found: parts.length, expected: table.parts.length },
      { unit },
    );
  const isTaken = (part: number): boolean => columns.taken[part] === true;
  const intervals = parts.map((text, part) => {
    const places = table.parts[part]?.places ?? table.places;
    const value = decimal(text);
    const own = plan.set.policies.rounding.items ? pointOf(value) : intervalOf(text, places, plan.mode);
    const max = columns.maxima[part] ?? own.high;
    const isAbove = compareExact(own.low, max) >= 0 && compareExact(value, max) > 0;
    if (isAbove)
      report(
        "table-part-above-maximum",
        ["rows", at, "parts", part],
        { found: text, expected: exactText(max) },
        { unit },
      );
    const bounded =
      isAbove || compareExact(own.high, max) <= 0 ? own : { ...own, high: max, highIncluded: true };
    return isTaken(part) ? negated(bounded) : bounded;
  });
  // A line with an applicable maximum of its own prints an index.
  const scaled = (points: Exact): Exact =>
    maxPoints === undefined ? points : inPercentOf(points, decimal(maxPoints));
  const raw = sumOfIntervals(intervals);
  const allowed: Interval = { ...raw, low: scaled(raw.low), high: scaled(raw.high) };
  const exactSum = scaled(
    sum(parts.map((text, part) => (isTaken(part) ? negate(decimal(text)) : decimal(text)))),
  );
  const total = decimal(row.total);
  const printed = intervalOf(row.total, table.places, plan.mode);
  const common = shared(allowed, printed);
  const range = printedRange(allowed, shownPlaces(row.total, table.places), plan.mode);
  const consistent: Consistency = equals(exactSum, total)
    ? "exact"
    : !columns.whole || !isWhole
      ? "not-judged"
      : common !== undefined
        ? "within-rounding"
        : "impossible";
  const isWrong = consistent === "impossible";
  // What is wrong with a part explains a total that does not fit it.
  if (isWrong && report.issues.length === before)
    report(
      "table-total-impossible",
      ["rows", at, "total"],
      { found: row.total, sum: exactText(exactSum), expected: spanText(range.least, range.most), ...range },
      { unit },
    );
  return {
    row: {
      unit,
      total: row.total,
      sum: exactText(exactSum),
      difference: exactText(subtract(total, exactSum)),
      ...allowedRange(allowed),
      leastTotal: range.least,
      mostTotal: range.most,
      consistent,
    },
    range: isWrong
      ? { low: least(total, decimal(range.least)), high: greatest(total, decimal(range.most)) }
      : { low: total, high: total },
    values: isWrong ? spanning(allowed, printed) : columns.whole ? (common ?? printed) : printed,
  };
}
