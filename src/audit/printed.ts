/**
 * What printed figures can stand for: a printed number for every exact value that the set's rounding mode prints so, a sum
 * of printed parts for the sum of their intervals; a printed total fits where the two share a value. By that each line of
 * a published table is judged, and what may truly stand behind it is handed on to its place and grade.
 */
import type { Decimal } from "../criteria-set.ts";
import { inPercentOf, limitedIndex } from "../evaluation.ts";
import type { IssueCode, Path, Report } from "../issue.ts";
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
  hundred,
  integer,
  isNegative,
  isZero,
  lastPlace,
  least,
  multiply,
  negate,
  percentOf,
  type RoundingMode,
  rounded,
  roundedMean,
  shortest,
  subtract,
  sum,
} from "../number.ts";
import type { Plan } from "../plan.ts";
import type { Params } from "../words/words.ts";
import {
  type ColumnSum,
  type Columns,
  type KnownPart,
  mostOf,
  type PartColumns,
  type ReadTable,
  type TableCounts,
  type TableRow,
} from "./published-table.ts";

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
function meanOfIntervals(intervals: readonly Interval[]): Interval {
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

/** The values of an interval, each by a rule that turns no greater value into a smaller one. */
const mapped = (values: Interval, by: (value: Exact) => Exact): Interval => ({
  ...values,
  low: by(values.low),
  high: by(values.high),
});

/** The values of an interval within limits: what a limit moves comes to lie on it. */
function limitedValues(values: Interval, limited: (value: Exact) => Exact): Interval {
  const [low, high] = [limited(values.low), limited(values.high)];
  return {
    low,
    high,
    lowIncluded: values.lowIncluded || low !== values.low,
    highIncluded: values.highIncluded || high !== values.high,
  };
}

/** Every value that a set can give and more: what stands for a figure of which nothing is known. */
const anything: Interval = between(integer(-1e12), integer(1e12));

/**
 * How a printed figure stands to those it comes from: just their sum or mean; another one that their rounding allows;
 * one that it does not allow; or nothing can be said, because the table does not print all that it comes from.
 */
export type Consistency = "exact" | "within-rounding" | "impossible" | "not-judged";

/** The exact values that printed figures allow, as exact decimals; one that does not terminate as a fraction. */
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
const allowedRange = ({ low, lowIncluded, high, highIncluded }: Interval): AllowedRange => ({
  low: exactText(low),
  lowIncluded,
  high: exactText(high),
  highIncluded,
});

/** A printed total, index or subtotal, judged. */
export interface AuditedFigure extends Partial<AllowedRange> {
  /** The id of the unit. */
  readonly unit: string;
  /** What it is: the total in points, the index, the points of an item, or what the unit claimed of it. */
  readonly figure: "total" | "index" | "item" | "claimed";
  /** The id of that item. */
  readonly item?: string | undefined;
  /** The figure as printed. */
  readonly printed: Decimal;
  /** What the other figures of the line come to, taken just as printed; absent where the table does not print them all. */
  readonly computed?: Decimal | undefined;
  /** The printed figure less that. */
  readonly difference?: Decimal | undefined;
  /** The least that can be printed for what the others allow. */
  readonly least?: Decimal | undefined;
  /** The greatest that can be printed for what the others allow. */
  readonly most?: Decimal | undefined;
  /** How the figure stands to the others. */
  readonly consistent: Consistency;
}

/** What lines are judged with. */
export interface Auditing {
  readonly plan: Plan;
  readonly table: ReadTable;
  readonly columns: Columns;
  readonly report: Report;
}

/** A line, judged, with what may truly stand behind it. */
export interface JudgedRow {
  readonly figures: readonly AuditedFigure[];
  /** The total in points, and the index in %. */
  readonly points: Interval;
  readonly index: Interval;
  /** The component index of each part of which the line shows it. */
  readonly indexOf: (part: string) => Interval | undefined;
  /** The points of each column beside the tree. */
  readonly besideOf: (part: string) => Interval | undefined;
}

/** A figure of a line, or what others come to: its exact values, and the one of the figures taken just as printed. */
interface PrintedWorth {
  readonly values: Interval;
  readonly plain: Exact;
}

const sumOfWorths = (worths: readonly PrintedWorth[]): PrintedWorth => ({
  values: sumOfIntervals(worths.map(({ values }) => values)),
  plain: sum(worths.map(({ plain }) => plain)),
});

/** A line while it is judged. */
interface LineAuditing extends Auditing {
  readonly row: TableRow;
  readonly at: number;
  /** Its figures; none where they are not as many as there are columns. */
  readonly parts: readonly (Decimal | null)[];
  /** The applicable maximum: what the line says, or the whole where nothing can leave it. */
  readonly max: Exact | undefined;
  /** Reports a figure of the line, unless another one was found wrong before, which explains it. */
  readonly accuse: (code: IssueCode, place: Path, params: Params) => void;
}

/** Judges the figures of a line by each other. */
export function judgeRow(auditing: Auditing, row: TableRow, at: number): JudgedRow {
  const { plan, table, columns, report } = auditing;
  const { unit, parts = [], maxPoints } = row;
  const max = maxPoints === undefined ? (columns.fixed ? plan.max : undefined) : decimal(maxPoints);
  const allApplies = max !== undefined && equals(max, plan.max);
  let isFaulty = false;
  const accuse: LineAuditing["accuse"] = (code, place, params) => {
    if (!isFaulty) report(code, ["rows", at, ...place], params, { unit });
    isFaulty = true;
  };
  const isShort = row.parts !== undefined && parts.length !== table.parts.length;
  if (isShort) accuse("table-parts-differ", ["parts"], { found: parts.length, expected: table.parts.length });
  const line: LineAuditing = { ...auditing, row, at, parts: isShort ? [] : parts, max, accuse };
  const worths = new Map(
    [...columns.points, ...columns.claims].map((one) => [one, partWorth(line, one, allApplies)] as const),
  );
  const subtotals = columns.subtotals.flatMap((subtotal) => judgeSubtotal(line, worths, subtotal) ?? []);
  const total = judgeTotal(line, worths);
  const index = judgeIndex(line, worths, total.points);
  const column = new Map(columns.points.map((one) => [one.part.id, one] as const));
  const worthOfPart = (id: string): PrintedWorth | undefined => {
    const one = column.get(id);
    return one && worths.get(one);
  };
  return {
    figures: [...subtotals, ...total.figures, ...index.figures],
    points: total.points?.values ?? anything,
    index: index.values ?? anything,
    indexOf: (id) => {
      const part = column.get(id)?.part;
      const worth = worthOfPart(id);
      if (part?.max === undefined || worth === undefined || !(part.fixed || allApplies)) return undefined;
      const { max: whole } = part;
      return mapped(worth.values, (points) => inPercentOf(points, whole));
    },
    besideOf: (id) => worthOfPart(id)?.values,
  };
}

type PrintedWorths = ReadonlyMap<PartColumns, PrintedWorth | undefined>;

/** What a part of a line has, in points, by all its columns; undefined where that cannot be said. */
function partWorth(
  line: LineAuditing,
  { part, at }: PartColumns,
  allApplies: boolean,
): PrintedWorth | undefined {
  const { parts, table, plan, accuse } = line;
  let known: (PrintedWorth & { readonly text: Decimal; readonly inPoints: boolean }) | undefined;
  for (const column of at) {
    const text = parts[column];
    if (text === undefined || text === null) continue;
    const { scale, places = table.places } = table.parts[column] ?? {};
    const { max } = part;
    // A component index stands for points only where nothing behind it may have left the maximum.
    if (scale !== undefined && (max === undefined || !(part.fixed || allApplies))) continue;
    const pointsOf = (value: Exact): Exact =>
      scale === undefined || max === undefined ? value : divide(multiply(value, max), decimal(scale));
    const figure = mapped(figureOf(plan, text, places, scale === undefined), pointsOf);
    const values = withinPart(line, column, figure, part);
    const common = known === undefined ? values : shared(known.values, values);
    if (known !== undefined && common === undefined)
      accuse("table-figures-differ", ["parts", column], { found: text, expected: known.text, part: part.id });
    // Points are taken as they are printed; a component index gives them only where they are not.
    const isPlain = known === undefined || (scale === undefined && !known.inPoints);
    known = {
      values: common ?? values,
      plain: isPlain || known === undefined ? pointsOf(decimal(text)) : known.plain,
      text,
      inPoints: scale === undefined || known?.inPoints === true,
    };
  }
  if (known === undefined) return undefined;
  const isTaken = part.id === "penalty" || part.id === "late";
  return isTaken ? { values: negated(known.values), plain: negate(known.plain) } : known;
}

/** A printed figure; where the set rounds each item, points that are printed with all their decimals are exact. */
function figureOf(plan: Plan, text: Decimal, places: number, arePoints: boolean): Interval {
  const isExact = arePoints && plan.set.policies.rounding.items && shownPlaces(text, places) >= plan.places;
  return isExact ? pointOf(decimal(text)) : intervalOf(text, places, plan.mode);
}

/** The values of a figure that the maximum of its part, and the least that its rules can give, leave. */
function withinPart(
  { table, parts, accuse }: LineAuditing,
  column: number,
  values: Interval,
  part: KnownPart,
): Interval {
  const within = between(part.least, part.most ?? greatest(values.high, part.least));
  const common = shared(values, within);
  if (common !== undefined) return common;
  const isAbove = compareExact(values.high, within.high) > 0;
  const bound = exactText(isAbove ? within.high : within.low);
  accuse(isAbove ? "table-part-above-maximum" : "table-part-below-minimum", ["parts", column], {
    found: parts[column] ?? "",
    expected: isAbove ? (table.parts[column]?.scale ?? bound) : bound,
  });
  return values;
}

interface HeldFigure extends Omit<AuditedFigure, "unit" | "figure" | "item"> {
  /** What the figure and those it comes from allow together; undefined where they contradict each other. */
  readonly common: Interval | undefined;
}

/** A printed figure held against what it comes from. */
function heldFigure(
  { plan }: Auditing,
  text: Decimal,
  places: number,
  from: PrintedWorth | undefined,
): HeldFigure {
  const values = intervalOf(text, places, plan.mode);
  if (from === undefined) return { printed: text, consistent: "not-judged", common: values };
  const { least: low, most: high } = printedRange(from.values, shownPlaces(text, places), plan.mode);
  const isExact = equals(from.plain, decimal(text));
  const common = shared(from.values, values) ?? (isExact ? values : undefined);
  return {
    printed: text,
    computed: exactText(from.plain),
    difference: exactText(subtract(decimal(text), from.plain)),
    ...allowedRange(from.values),
    ...{ least: low, most: high },
    consistent: isExact ? "exact" : common === undefined ? "impossible" : "within-rounding",
    common,
  };
}

/** What the words of an impossible figure name: a quotient is told in decimals, to two more than are printed. */
const impossible = (
  { plan, table }: Auditing,
  { printed, least: low = "", most: high = "" }: HeldFigure,
  from: PrintedWorth,
) => ({
  found: printed,
  sum: shortest(rounded(from.plain, table.places + 2, plan.mode)),
  expected: spanText(low, high),
});

/** The printed points of a part by those of its own terms. */
function judgeSubtotal(
  line: LineAuditing,
  worths: PrintedWorths,
  sums: ColumnSum,
): AuditedFigure | undefined {
  const { of, terms } = sums;
  const { row, parts, table, accuse } = line;
  const column = of.at.find((one) => table.parts[one]?.scale === undefined) ?? -1;
  const text = parts[column];
  if (typeof text !== "string") return undefined;
  const { kind, places = table.places } = table.parts[column] ?? {};
  const from = together(terms.map((term) => worths.get(term)));
  const judged = heldFigure(line, text, places, from);
  if (judged.consistent === "impossible" && from !== undefined)
    accuse("table-subtotal-impossible", ["parts", column], {
      ...impossible(line, judged, from),
      part: of.part.id,
    });
  const { common: _, ...figure } = judged;
  return { unit: row.unit, figure: kind === "claimed" ? "claimed" : "item", item: of.part.id, ...figure };
}

/** What some worths come to together; undefined where one of them is not known. */
function together(worths: readonly (PrintedWorth | undefined)[]): PrintedWorth | undefined {
  const known = worths.flatMap((worth) => worth ?? []);
  return known.length < worths.length ? undefined : sumOfWorths(known);
}

/** The sum of a tree or of the sources, and of what stands beside it. */
interface Composed {
  readonly base: PrintedWorth;
  readonly extra: PrintedWorth;
}

/** The ways in which the columns of a line make up its whole. */
function composed({ columns }: Auditing, worths: PrintedWorths): readonly Composed[] {
  const extra = columns.extras && together(columns.extras.map((one) => worths.get(one)));
  if (extra === undefined || columns.converts) return [];
  return columns.wholes.flatMap((terms): readonly Composed[] => {
    const base = together(terms.map((one) => worths.get(one)));
    return base === undefined ? [] : [{ base, extra }];
  });
}

/** The points of the whole; undefined where a limit of the index bites a maximum that is not the declared one. */
function wholeWorth({ plan, max }: LineAuditing, { base, extra }: Composed): PrintedWorth | undefined {
  const free = sumOfWorths([base, extra]);
  const limited = (points: Exact): Exact => {
    const index = inPercentOf(points, plan.max);
    const within = limitedIndex(plan, index);
    return within === index ? points : percentOf(within, plan.max);
  };
  const { low, high } = free.values;
  const bites = limited(low) !== low || limited(high) !== high;
  if (bites && (max === undefined || !equals(max, plan.max))) return undefined;
  return { values: limitedValues(free.values, limited), plain: limited(free.plain) };
}

/** The printed total by the parts, along the tree and along the sources. */
function judgeTotal(
  line: LineAuditing,
  worths: PrintedWorths,
): { readonly points: PrintedWorth | undefined; readonly figures: readonly AuditedFigure[] } {
  const { row, plan, table, accuse } = line;
  const { unit, total } = row;
  const [from, another] = composed(line, worths).flatMap((one) => wholeWorth(line, one) ?? []);
  if (total === undefined) return { points: from, figures: [] };
  const first = heldFigure(line, total, table.places, from);
  const second = heldFigure(line, total, table.places, another);
  const [judged, by] = second.consistent === "impossible" ? [second, another] : [first, from];
  const printed = intervalOf(total, table.places, plan.mode);
  const most = mostOf(plan, plan.leaves);
  if (plan.set.bonus.lines.length === 0 && compareExact(printed.low, most) > 0)
    accuse("table-total-above-maximum", ["total"], { found: total, expected: exactText(plan.max) });
  else if (judged.consistent === "impossible" && by !== undefined)
    accuse("table-total-impossible", ["total"], impossible(line, judged, by));
  const { common, ...figure } = judged;
  const values = common ?? spanning(by?.values ?? printed, printed);
  return { points: { values, plain: decimal(total) }, figures: [{ unit, figure: "total", ...figure }] };
}

/** The printed index by the total, or by the parts where the line has a maximum of its own. */
function judgeIndex(
  line: LineAuditing,
  worths: PrintedWorths,
  points: PrintedWorth | undefined,
): { readonly values: Interval | undefined; readonly figures: readonly AuditedFigure[] } {
  const { row, plan, table, accuse } = line;
  const { unit, index } = row;
  const from = indexFrom(line, worths, points);
  if (index === undefined) return { values: from?.values, figures: [] };
  const scale = decimal(table.scale ?? "100");
  const onScale = (value: Exact): Exact => percentOf(scale, value);
  const inPercent = (value: Exact): Exact => inPercentOf(value, scale);
  const scaled = from && { values: mapped(from.values, onScale), plain: onScale(from.plain) };
  const judged = heldFigure(line, index, table.places, scaled);
  const { common, ...figure } = judged;
  if (judged.consistent === "impossible" && scaled !== undefined)
    accuse("table-index-impossible", ["index"], impossible(line, judged, scaled));
  const printed = intervalOf(index, table.places, plan.mode);
  const values = mapped(common ?? spanning(scaled?.values ?? printed, printed), inPercent);
  return { values, figures: [{ unit, figure: "index", ...figure }] };
}

/** The index that the other figures of a line come to; undefined where they do not tell it. */
function indexFrom(
  line: LineAuditing,
  worths: PrintedWorths,
  points: PrintedWorth | undefined,
): PrintedWorth | undefined {
  const { plan, columns, max } = line;
  if (max === undefined) return undefined;
  const over = (worth: PrintedWorth, whole: Exact): PrintedWorth => ({
    values: mapped(worth.values, (value) => inPercentOf(value, whole)),
    plain: inPercentOf(worth.plain, whole),
  });
  const hasExtras = columns.extras === undefined || columns.extras.length > 0;
  if (equals(max, plan.max) || !hasExtras) return points && over(points, max);
  const [parts] = composed(line, worths);
  if (parts === undefined) return undefined;
  const free = sumOfWorths([over(parts.base, max), over(parts.extra, plan.max)]);
  const limited = (index: Exact): Exact => limitedIndex(plan, index);
  return { values: limitedValues(free.values, limited), plain: limited(free.plain) };
}

/** A printed mean, judged. */
export interface AuditedMean extends AllowedRange {
  /** The id of the group; absent: of all units of the table. */
  readonly group?: string | undefined;
  /** The printed mean. */
  readonly printed: Decimal;
  /** The mean of the printed figures, rounded once by the set's mode to the places of the table, or of the mean if more. */
  readonly ofPrinted: Decimal;
  /** How the printed mean stands to the figures; in a summary set to the printed ones alone. */
  readonly consistent: Consistency;
}

/** A line with figures, at its position. */
export interface TableLine {
  readonly at: number;
  readonly row: TableRow;
  readonly judged: JudgedRow;
}

/** The lines of one list, and what is printed of it. */
export interface TableList {
  /** The id of its group, where the table holds several. */
  readonly group?: string | undefined;
  readonly counts: TableCounts;
  readonly path: Path;
  readonly lines: readonly TableLine[];
  /** How many lines may be missing anywhere; infinite in an excerpt of a list of unknown length. */
  readonly missing: number;
  /** How many lines are too many. */
  readonly extra: number;
  /** Lines without figures: they may be counted, or not. */
  readonly bare: number;
  /** False of the whole of a table that holds several groups, which are ranked apart. */
  readonly isRanked: boolean;
}

/**
 * The mean of the indexes, or of the totals where no index is printed, rounded once. It is of exact values, and must share
 * one with the mean of what the printed ones allow; in a summary set, which has no others, of the printed ones themselves.
 */
export function judgeMean(
  { plan, table, report }: Auditing,
  list: TableList,
  isCounted: boolean,
): AuditedMean | undefined {
  const { mean } = list.counts;
  if (mean === undefined || list.lines.length === 0) return undefined;
  const figure = list.lines.some(({ row }) => row.index !== undefined) ? "index" : "total";
  const figured = list.lines.filter(({ row }) => row[figure] !== undefined);
  const ranked = figured.filter(({ row }) => row.place !== undefined);
  const places = shownPlaces(mean, table.places);
  const ofPrinted = (lines: readonly TableLine[]): Decimal =>
    roundedMean(
      lines.map(({ row }) => decimal(row[figure] ?? "0")),
      places,
      plan.mode,
    );
  const scale = decimal(table.scale ?? "100");
  const valuesOf = ({ judged }: TableLine): Interval =>
    figure === "total" ? judged.points : mapped(judged.index, (value) => percentOf(scale, value));
  const arePublished = equals(figure === "total" ? plan.max : scale, hundred);
  const publishedOf = ({ judged }: TableLine): Interval => {
    const { least: low, most: high } = printedRange(judged.index, plan.places, plan.mode);
    return between(decimal(low), decimal(high));
  };
  const isSummary = plan.set.status === "summary";
  const allowedOf = (lines: readonly TableLine[]): Interval => {
    const values = meanOfIntervals(lines.map(isSummary && arePublished ? publishedOf : valuesOf));
    return isSummary && !arePublished ? spanning(values, pointOf(decimal(ofPrinted(lines)))) : values;
  };
  const printed = intervalOf(mean, places, plan.mode);
  // Units that are not ranked are in the mean, or are not.
  const [lines = figured] = [figured, ranked].filter(
    (some) => some.length > 0 && shared(allowedOf(some), printed) !== undefined,
  );
  if (lines.length === 0) return undefined;
  const allowed = allowedOf(lines);
  const own = ofPrinted(lines);
  const consistent: Consistency =
    !isCounted || figured.length < list.lines.length
      ? "not-judged"
      : equals(decimal(own), decimal(mean))
        ? "exact"
        : shared(allowed, printed) !== undefined
          ? "within-rounding"
          : "impossible";
  if (consistent === "impossible") {
    const { least: low, most: high } = printedRange(allowed, places, plan.mode);
    report("table-mean-impossible", [...list.path, "mean"], { found: mean, expected: spanText(low, high) });
  }
  const { group } = list;
  const of = group === undefined ? {} : { group };
  return { ...of, printed: mean, ofPrinted: own, ...allowedRange(allowed), consistent };
}
