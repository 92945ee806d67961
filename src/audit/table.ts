/**
 * The audit of a published table: what is consistent in it and what cannot be. A printed figure stands for every value
 * that rounds to it; a total, a mean, a place or a grade is wrong only where none of these values can have led to it.
 * Each slip is reported where it stands and not in what follows from it.
 */
import type { CriteriaSet, Grade } from "../criteria-set.ts";
import { inPercentOf } from "../evaluation.ts";
import { type Issue, inFileOrder, report as newReport, type Path, type Report } from "../issue.ts";
import {
  compareExact,
  decimal,
  type Exact,
  exactText,
  integer,
  isNegative,
  isZero,
  rounded,
} from "../number.ts";
import { deepFreeze, elementAt } from "../plain.ts";
import { type Plan, planOf } from "../plan.ts";
import { allowedBy, countBefore, passedQuotas } from "../ranking.ts";
import { listsBy } from "../round.ts";
import { checkedConditions, gradeOf } from "../score.ts";
import {
  type AuditedFigure,
  type AuditedMean,
  type Auditing,
  between,
  type Interval,
  intervalOf,
  type JudgedRow,
  judgeMean,
  judgeRow,
  pointOf,
  printedRange,
  shared,
  shownPlaces,
  spanText,
  type TableLine,
  type TableList,
} from "./printed.ts";
import { checkColumns, readTable, type TableRow, withColumnsMended } from "./published-table.ts";

/** A printed place, judged. */
export interface PlaceRow {
  /** The id of the unit. */
  readonly unit: string;
  /** The id of the item or source by which the place is; absent: by the index or the total. */
  readonly by?: string | undefined;
  /** The printed place. */
  readonly place: number;
  /** The best place that the figures allow. */
  readonly best: number;
  /** The worst place that the figures allow; absent in an excerpt of a list of unknown length. */
  readonly worst?: number | undefined;
  /** True where the printed place is one of these, and agrees with the other places. */
  readonly fits: boolean;
}

/** What an audit of a table finds. */
export interface TableAudit {
  /** The printed subtotals, totals and indexes, in the order of the lines; empty where the table could not be read. */
  readonly figures: readonly AuditedFigure[];
  /** The printed places, in the order of the lines. */
  readonly places: readonly PlaceRow[];
  /** The printed means: of all units, and of each group. */
  readonly means: readonly AuditedMean[];
  /** The ids of the units whose lines have no figures, or could not be read. */
  readonly apart: readonly string[];
  /** Everything that cannot be, in the order of the table; empty where nothing is wrong. */
  readonly issues: readonly Issue[];
}

/**
 * Audits a published table against its criteria set.
 *
 * A printed part stands for all values that the set's mode rounds to it; the parts' intervals add up to that of the
 * total, a domain's terms to that of the domain. Where the set rounds each item, points printed in full are exact. Points
 * and component indexes side by side are judged together. Totals are points, indexes are in %; each is judged by the
 * other. Places are judged by the index (or the total, where the table says so) and the set's policy, group by group;
 * units of equal index may stand in any order where the set ranks on exact indexes or breaks ties, which the table does
 * not print. Grades are judged by the index, and by their conditions as far as the table shows what these ask. A mean is
 * of exact indexes, whose printed ones leave it some room; of a summary set it is that of the printed ones. Lines without
 * figures stand apart. Places that skip a number, and two columns under each other's heading, are said once and not in
 * every line. In an excerpt lines may be missing anywhere.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param table The table, as a `PublishedTable` or as parsed from JSON.
 *
 * @returns The judgement of each figure, of the places and of the means, and the issues; frozen. A table that cannot be
 * read, or has no line, gives issues alone.
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
 * const [total] = auditTable(criteriaSet("moha/ministry/2023"), table).figures;
 * [total?.computed, total?.low, total?.high, total?.consistent]; // => [ '89.96', '89.95', '89.97', 'within-rounding' ]
 * ```
 */
export function auditTable(set: CriteriaSet, table: unknown): TableAudit {
  const plan = planOf(set, "auditTable");
  const report = newReport();
  const read = readTable(set, table, report);
  if (read === undefined)
    return deepFreeze({
      ...{ figures: [], places: [], means: [], apart: [] },
      issues: inFileOrder(table, report.issues),
    });
  const mended = withColumnsMended(plan, read, report);
  const auditing: Auditing = {
    ...{ plan, report, table: mended },
    columns: checkColumns(plan, mended, report),
  };
  const lines = judgedLines(auditing);
  const lists = listsOf(auditing, lines);
  const places: PlaceRow[] = [];
  const means: AuditedMean[] = [];
  for (const list of lists) {
    const main = checkPlaces(auditing, list, mainPlacing(auditing));
    const others = domainPlacings(auditing).map((by) => checkPlaces(auditing, list, by));
    places.push(...[main, ...others].flatMap((one) => one.places));
    checkGrades(auditing, list, main.gaps);
    const mean = judgeMean(auditing, list, main.gaps + list.missing + list.extra === 0);
    if (mean !== undefined) means.push(mean);
  }
  const order = new Map(lines.map(({ row }, at) => [row.unit, at]));
  return deepFreeze({
    figures: lines.flatMap(({ judged }) => judged.figures),
    places: places.sort((a, b) => (order.get(a.unit) ?? 0) - (order.get(b.unit) ?? 0)),
    means,
    apart: apartFrom(auditing),
    issues: inFileOrder(table, report.issues),
  });
}

const hasFigures = ({ total, index, place, parts = [] }: TableRow): boolean =>
  total !== undefined ||
  index !== undefined ||
  place !== undefined ||
  parts.some((part) => part !== null && part !== undefined);

/** Judges every line that could be read and has figures. */
function judgedLines(auditing: Auditing): readonly TableLine[] {
  const seen = new Set<string>();
  return auditing.table.rows.flatMap((row, at): readonly TableLine[] => {
    if (row === undefined) return [];
    const { unit } = row;
    if (seen.has(unit)) auditing.report("table-unit-twice", ["rows", at, "unit"], { found: unit }, { unit });
    seen.add(unit);
    return hasFigures(row) ? [{ at, row, judged: judgeRow(auditing, row, at) }] : [];
  });
}

const apartFrom = ({ table }: Auditing): readonly string[] =>
  table.rows.flatMap((row) => (row === undefined || hasFigures(row) ? [] : row.unit));

/** One list; or one for each group, and beside them the whole, which is not ranked. */
function listsOf(auditing: Auditing, lines: readonly TableLine[]): readonly TableList[] {
  const { plan, table, report } = auditing;
  const known = plan.set.groups.map(({ id }) => id);
  const asked = (id: string | undefined, path: Path): void => {
    if (id !== undefined && !known.includes(id))
      report("unknown-group", path, { found: id, expected: known.join(", ") });
  };
  for (const [at, row] of table.rows.entries()) asked(row?.group, ["rows", at, "group"]);
  for (const [at, { id }] of (table.groups ?? []).entries()) asked(id, ["groups", at, "id"]);
  const heads = new Map((table.groups ?? []).map((head, at) => [head.id, { head, at }] as const));
  const groups = new Set([...heads.keys(), ...table.rows.flatMap((row) => row?.group ?? [])]);
  const whole: TableListHead = { counts: table, path: [], isRanked: groups.size === 0 };
  const members = listsBy(lines, ({ row }) => row.group ?? "");
  const own = [...groups].map((group) => {
    const { head = {}, at = 0 } = heads.get(group) ?? {};
    const listed: TableListHead = { group, counts: head, path: ["groups", at], isRanked: true };
    return listOf(auditing, members.get(group) ?? [], listed);
  });
  return [...own, listOf(auditing, lines, whole)];
}

type TableListHead = Omit<TableList, "lines" | "missing" | "extra" | "bare">;

/** A list with how many of its lines are missing or too many. */
function listOf({ table, report }: Auditing, lines: readonly TableLine[], head: TableListHead): TableList {
  const distinct = new Set(lines.map(({ row }) => row.unit)).size;
  const isOwn = (row: TableRow): boolean => head.group === undefined || row.group === head.group;
  const bare = table.rows.filter((row) => row !== undefined && !hasFigures(row) && isOwn(row)).length;
  // A line that could not be read may be of any list.
  const unread = table.rows.filter((row) => row === undefined).length;
  const list = { ...head, lines, bare };
  const { units } = head.counts;
  if (table.excerpt === true && (units === undefined || units >= distinct))
    return { ...list, missing: units === undefined ? Number.POSITIVE_INFINITY : units - distinct, extra: 0 };
  const given = units ?? distinct;
  const most = lines.length + bare + unread;
  // A unit that stands twice is either one line too many or a line under the wrong name: both are said once already.
  if (given !== distinct && (given < lines.length || given > most))
    report("table-count-differs", [...head.path, "units"], { found: given, expected: lines.length });
  return {
    ...list,
    missing: Math.max(given - most, 0) + unread,
    extra: Math.max(lines.length - given, 0),
  };
}

// The places. Each is judged by how many units must, and how many may, stand above it, never by the printed places of
// others, so that one slip is one issue; then those that fit must agree with each other. Where places skip a number and
// all below it fit a line that was left out there, that is the slip.

/** What a printed place is of. */
interface Placing {
  /** The part by which it is; undefined: the whole. */
  readonly by?: string | undefined;
  /** Where it stands in its line. */
  readonly path: Path;
  readonly placeOf: (row: TableRow) => number | undefined;
  /** What is printed of the value by which it is. */
  readonly shown: (row: TableRow) => string | undefined;
  /** The values by which it may be. */
  readonly valueOf: (judged: JudgedRow) => Interval | undefined;
  /** Whether something that is not printed may part units of one value. */
  readonly hasBreakers: boolean;
}

/** By the index, or the total. */
function mainPlacing({ plan, table }: Auditing): Placing {
  const byPoints = table.rankedBy === "points";
  return {
    path: ["place"],
    placeOf: ({ place }) => place,
    shown: ({ total, index }) => (byPoints ? (total ?? index) : (index ?? total)),
    valueOf: ({ points, index }) => rankedValues(plan, byPoints ? points : index),
    hasBreakers: plan.set.ranking.tieBreakers.length > 0,
  };
}

/** By the items and sources of which the table prints places and figures. */
const domainPlacings = ({ plan, table }: Auditing): readonly Placing[] =>
  table.parts.flatMap(({ id, kind }, column): readonly Placing[] => {
    if (kind !== "place" || id === undefined) return [];
    const figure = table.parts.findIndex((one) => one.id === id && (one.kind ?? "points") === "points");
    return [
      {
        by: id,
        path: ["parts", column],
        placeOf: ({ parts }) => (typeof parts?.[column] === "string" ? Number(parts[column]) : undefined),
        shown: ({ parts }) => parts?.[figure] ?? undefined,
        valueOf: ({ indexOf }) => {
          const index = indexOf(id);
          return index && rankedValues(plan, index);
        },
        hasBreakers: false,
      },
    ];
  });

/** The values on which the set ranks: exact ones, or those that are published for them. */
function rankedValues({ set, places, mode }: Plan, values: Interval): Interval {
  if (set.ranking.on === "exact") return values;
  const { least, most } = printedRange(values, places, mode);
  return between(decimal(least), decimal(most));
}

/** An end of an interval: a value, or what lies just above or below it. */
interface End {
  readonly value: Exact;
  readonly nudge: -1 | 0 | 1;
}

const lowestEnd = ({ low, lowIncluded }: Interval): End => ({ value: low, nudge: lowIncluded ? 0 : 1 });
const highestEnd = ({ high, highIncluded }: Interval): End => ({ value: high, nudge: highIncluded ? 0 : -1 });
const compareEnds = (a: End, b: End): number => compareExact(a.value, b.value) || a.nudge - b.nudge;

interface PlacedRow {
  readonly line: TableLine;
  readonly place: number | undefined;
  readonly low: End;
  readonly high: End;
  /** The value by which its place is, where just one is possible. */
  readonly known: string | undefined;
}

/** Places that no line has, though a tie does not skip them. */
interface PlaceGap {
  /** The line that is printed with the place after them. */
  readonly row: PlacedRow;
  readonly from: number;
  readonly upTo: number;
  /** The last place before the gap, if the places were given to the lines alone. */
  readonly after: number;
}

/** What places are judged by. */
interface Placement {
  readonly placing: Placing;
  readonly list: TableList;
  readonly isDense: boolean;
  readonly rows: readonly PlacedRow[];
  /** Best and last place of a line among the lines alone. */
  readonly allowed: (row: PlacedRow) => { readonly best: number; readonly last: number };
  readonly gaps: readonly PlaceGap[];
}

/** Checks the printed places of a list by the whole or by a part; gives how many lines a gap shows to be missing, too. */
function checkPlaces(
  { plan, report }: Auditing,
  list: TableList,
  placing: Placing,
): { readonly places: readonly PlaceRow[]; readonly gaps: number } {
  const rows = list.lines.flatMap((line): readonly PlacedRow[] => {
    const values = placing.valueOf(line.judged);
    if (values === undefined) return [];
    const [low, high] = [lowestEnd(values), highestEnd(values)];
    const known = compareEnds(low, high) === 0 ? exactText(low.value) : undefined;
    return [{ line, place: placing.placeOf(line.row), low, high, known }];
  });
  if (!list.isRanked || rows.length < list.lines.length || rows.every(({ place }) => place === undefined))
    return { places: [], gaps: 0 };
  const isDense = plan.set.ranking.ties === "dense";
  const placement = {
    placing,
    list,
    isDense,
    rows,
    gaps: [],
    allowed: allowedPlaces(rows, placing, isDense),
  };
  const plainly = judgePlaces(placement);
  const gaps = list.missing + list.extra > 0 ? [] : gapsIn(placement);
  const trial = gaps.length === 0 ? plainly : judgePlaces({ ...placement, gaps });
  // A number of units that is that of the lines speaks against a line that is missing.
  const most = plainly.issues.length - (list.counts.units === undefined ? 0 : 1);
  const { places, issues, missing } = trial.issues.length <= most ? trial : plainly;
  report.issues.push(...issues);
  return { places, gaps: missing };
}

/** Tells between which places a line can stand: open values may lie above others, or share a place with them. */
function allowedPlaces(
  rows: readonly PlacedRow[],
  { hasBreakers }: Placing,
  isDense: boolean,
): Placement["allowed"] {
  // A line without a place may be one that is not ranked.
  const lows = rows.filter(({ place }) => place !== undefined).sort((a, b) => compareEnds(b.low, a.low));
  const highs = [...rows].sort((a, b) => compareEnds(b.high, a.high));
  const fewest = isDense ? leastDistinct(lows) : undefined;
  const most = isDense && !hasBreakers ? mostDistinct(highs) : undefined;
  return ({ low, high }) => {
    const surely = countBefore(lows, (other) => compareEnds(other.low, high) > 0);
    const isPerhapsAbove = (end: End): boolean => compareEnds(end, low) > (hasBreakers ? -1 : 0);
    // A line whose own value is open is no other.
    const own = isPerhapsAbove(high) ? 1 : 0;
    const perhaps = countBefore(highs, (other) => isPerhapsAbove(other.high)) - own;
    return {
      best: 1 + (fewest === undefined ? surely : elementAt(fewest, surely)),
      last: 1 + (most === undefined ? perhaps : elementAt(most, perhaps + own) - own),
    };
  };
}

/** At least how many different values the first lines have, for each number of them; the highest low ends come first. */
function leastDistinct(rows: readonly PlacedRow[]): readonly number[] {
  const counts = [0];
  let point: End | undefined;
  for (const { low, high } of rows) {
    // One value serves all whose intervals hold it.
    const isNew = point === undefined || compareEnds(high, point) < 0;
    if (isNew) point = low;
    counts.push(elementAt(counts, counts.length - 1) + (isNew ? 1 : 0));
  }
  return counts;
}

/** At most how many different values the first lines have; those of one known value share it. */
function mostDistinct(rows: readonly PlacedRow[]): readonly number[] {
  const counts = [0];
  const seen = new Set<string>();
  for (const { known } of rows) {
    const isNew = known === undefined || seen.size < seen.add(known).size;
    counts.push(elementAt(counts, counts.length - 1) + (isNew ? 1 : 0));
  }
  return counts;
}

interface JudgedPlaces {
  readonly places: readonly PlaceRow[];
  readonly missing: number;
  readonly issues: Report["issues"];
}

function judgePlaces(placement: Placement): JudgedPlaces {
  const { rows, gaps, list, placing, allowed } = placement;
  const report = newReport();
  const accuse = accuserOf(placement, report);
  for (const { row, from, upTo } of gaps)
    report(
      "table-place-missing",
      ["rows", row.line.at, ...placing.path],
      { found: row.place ?? "", expected: spanText(from, upTo) },
      { unit: row.line.row.unit },
    );
  const judged = rows.flatMap((row): readonly { row: PlacedRow; span: PlaceRow }[] => {
    if (row.place === undefined) return [];
    const among = allowed(row);
    const best = beyond(gaps, Math.max(among.best - list.extra, 1));
    const worst = beyond(gaps, among.last) + list.missing;
    const fits = row.place >= best && row.place <= worst;
    const { unit } = row.line.row;
    const span = {
      unit,
      ...(placing.by === undefined ? {} : { by: placing.by }),
      place: row.place,
      best,
      worst,
    };
    return [{ row, span: { ...span, fits } }];
  });
  for (const { row, span } of judged) if (!span.fits) accuse(row, spanOf(span));
  const fitting = judged.flatMap(({ row, span }) => (span.fits ? row : []));
  const apart = new Set(disagreeing(placement, fitting));
  for (const row of apart) accuse(row, spanOf(judged.find((one) => one.row === row)?.span));
  const missing = gaps.reduce((total, gap) => total + widthOf(gap), 0);
  if (report.issues.length === 0 && missing + list.missing + list.extra === 0) checkRun(placement, accuse);
  return {
    places: judged.map(({ row, span: { worst, ...span } }) => ({
      ...span,
      ...(worst === Number.POSITIVE_INFINITY ? {} : { worst }),
      fits: span.fits && !apart.has(row),
    })),
    missing,
    issues: report.issues,
  };
}

const spanOf = (
  { best, worst }: { readonly best: number; readonly worst?: number | undefined } = { best: 1 },
) => (worst === undefined || worst === Number.POSITIVE_INFINITY ? `≥ ${best}` : spanText(best, worst));

const widthOf = ({ from, upTo }: PlaceGap): number => upTo - from + 1;

/** A place among the lines, moved by what is missing above it. */
const beyond = (gaps: readonly PlaceGap[], place: number): number =>
  gaps.reduce((moved, gap) => (place > gap.after ? moved + widthOf(gap) : moved), place);

/** The lines that have a place, best first. */
const byPlace = (rows: readonly PlacedRow[]): readonly (PlacedRow & { readonly place: number })[] =>
  rows
    .flatMap((row) => (row.place === undefined ? [] : [{ ...row, place: row.place }]))
    .sort((a, b) => a.place - b.place || a.line.at - b.line.at);

/** The gaps in the printed places. */
function gapsIn({ rows, isDense }: Placement): readonly PlaceGap[] {
  const placed = byPlace(rows);
  const gaps: PlaceGap[] = [];
  let [due, after] = [1, 0];
  for (const [at, row] of placed.entries()) {
    const shares = placed[at - 1]?.place === row.place;
    if (!shares && row.place > due) gaps.push({ row, from: due, upTo: row.place - 1, after });
    // In a dense ranking the others of a tie take no place.
    if (!shares) [due, after] = [row.place + 1, after + 1];
    else if (!isDense) [due, after] = [due + 1, after + 1];
  }
  return gaps;
}

/**
 * The lines whose places cannot be with those of the others: of one place are just those that may share a value, and a
 * better place has a greater value. Looked at from either end of the list, so that one line that is wrong is one.
 */
function disagreeing(placement: Placement, rows: readonly PlacedRow[]): readonly PlacedRow[] {
  const down = [...listsBy(byPlace(rows), ({ place }) => String(place)).values()];
  const [fromBest, fromLast] = [down, [...down].reverse()].map((run, at) =>
    againstRun(placement, run, at === 1),
  );
  const fewest = (fromBest?.length ?? 0) <= (fromLast?.length ?? 0) ? fromBest : fromLast;
  const lines = new Set(fewest?.map(({ line }) => line));
  return rows.filter(({ line }) => lines.has(line));
}

function againstRun(
  { placing: { hasBreakers } }: Placement,
  run: readonly (readonly PlacedRow[])[],
  isUpward: boolean,
): readonly PlacedRow[] {
  const wrong: PlacedRow[] = [];
  // From the last place to the best everything is mirrored.
  const order = (a: End, b: End): number => (isUpward ? compareEnds(b, a) : compareEnds(a, b));
  let reach: End | undefined;
  for (const tied of run) {
    let most = reach;
    let least: End | undefined;
    for (const row of tied) {
      const [far, near] = isUpward ? [row.low, row.high] : [row.high, row.low];
      const upTo = most === undefined || order(far, most) < 0 ? far : most;
      const from = least === undefined || order(near, least) > 0 ? near : least;
      if (order(from, upTo) > 0) wrong.push(row);
      else [most, least] = [upTo, from];
    }
    // Without tie-breakers the next place has another value.
    reach = most === undefined || hasBreakers ? most : { value: most.value, nudge: isUpward ? 1 : -1 };
  }
  return wrong;
}

/** Where every place fits by itself and with the others, they must still follow each other as the set says. */
function checkRun({ rows, isDense }: Placement, accuse: Accuser): void {
  const placed = byPlace(rows);
  // A line without a place may have any.
  if (placed.length < rows.length) return;
  for (const [at, row] of placed.entries()) {
    const before = placed[at - 1]?.place;
    const next = isDense && before !== undefined ? before + 1 : at + 1;
    if (row.place === next || row.place === before) continue;
    return accuse(row, before === undefined ? next : `${before}, ${next}`);
  }
}

type Accuser = (row: PlacedRow, expected: string | number) => void;

/** Says what a wrong place is: a tie that is none, a tie that is parted, or another place. */
function accuserOf({ rows, placing }: Placement, report: Report): Accuser {
  const placed = rows.filter(({ place }) => place !== undefined);
  const placeKey = ({ place }: PlacedRow): string => String(place);
  const valueKey = ({ low, high }: PlacedRow): string => `${exactText(low.value)} ${exactText(high.value)}`;
  const apart = otherOf(placed, valueKey, placeKey);
  const together = otherOf(placed, placeKey, valueKey);
  return (row, expected) => {
    const { line, known, place = "" } = row;
    const parted = known === undefined || placing.hasBreakers ? undefined : apart(row);
    const other = parted ?? together(row);
    report(
      parted !== undefined
        ? "table-tie-parted"
        : other !== undefined
          ? "table-tie-false"
          : "table-place-wrong",
      ["rows", line.at, ...placing.path],
      {
        found: place,
        expected,
        ...(placing.by === undefined ? {} : { part: placing.by }),
        total: placing.shown(line.row) ?? "",
        ...(other === undefined ? {} : { other: other.line.row.unit }),
      },
      { unit: line.row.unit },
    );
  };
}

/** Finds the first line that is alike in one thing and differs in another: of each kind two that differ are enough. */
function otherOf(
  rows: readonly PlacedRow[],
  alike: (row: PlacedRow) => string,
  differing: (row: PlacedRow) => string,
): (row: PlacedRow) => PlacedRow | undefined {
  const firsts = new Map<string, PlacedRow[]>();
  for (const row of rows) {
    const [first, second] = firsts.get(alike(row)) ?? [];
    if (first === undefined) firsts.set(alike(row), [row]);
    else if (second === undefined && differing(first) !== differing(row))
      firsts.set(alike(row), [first, row]);
  }
  return (row) => firsts.get(alike(row))?.find((other) => differing(other) !== differing(row));
}

// The grades, by the index, the bands of the set and their conditions as far as the table shows what these ask; and the
// printed number of units of each grade.

/** Checks every printed grade and every printed number of a grade; lines that are missing may have any. */
function checkGrades(auditing: Auditing, list: TableList, gaps: number): void {
  const { plan, report } = auditing;
  const { grades } = plan.set;
  const counts = list.counts.grades ?? [];
  const missing = list.missing + gaps;
  if (grades.length === 0) {
    checkGradeOrder(auditing, list);
    return checkGradeSums(auditing, list, { areAll: counts.length > 0, missing });
  }
  const known = grades.map(({ id }) => id).join(", ");
  const full = new Set(list.isRanked ? grades.filter((grade) => mayBeFull(auditing, list, grade)) : grades);
  const spans = list.lines.map(({ judged }) => gradesWithin(plan, judged, full));
  const printed = list.lines.map(
    ({ row: { unit, grade, index, total }, at }, position): string | undefined => {
      if (grade === undefined) return undefined;
      const path = ["rows", at, "grade"];
      const meant = gradeNamed(plan.set, grade);
      // A line of a group is judged there, and not again in the whole.
      if (meant === undefined && list.isRanked)
        report("table-grade-unknown", path, { found: grade, expected: known }, { unit });
      if (meant === undefined) return undefined;
      const span = elementAt(spans, position);
      if (list.isRanked && !span.includes(meant.id))
        report(
          "table-grade-wrong",
          path,
          { found: grade, expected: span.join(", "), total: index ?? total ?? "" },
          { unit },
        );
      return meant.id;
    },
  );
  const isUnprinted = printed.includes(undefined);
  const printedOf = timesOf(printed);
  const onlyOf = timesOf(spans.map((span) => (span.length === 1 ? span[0] : undefined)));
  const mostOf = timesOf(spans.flat());
  const before = report.issues.length;
  for (const [at, { grade, units }] of counts.entries()) {
    const path = [...list.path, "grades", at];
    const meant = gradeNamed(plan.set, grade);
    if (meant === undefined) {
      report("table-grade-unknown", [...path, "grade"], { found: grade, expected: known });
      continue;
    }
    // Either what the lines print or what their totals give: a wrong grade of one line is said there and not again here.
    const asPrinted = isUnprinted ? undefined : (printedOf.get(meant.id) ?? 0);
    const least = onlyOf.get(meant.id) ?? 0;
    const within = (low: number, high: number): boolean =>
      units >= low - list.extra && units <= high + missing;
    if (asPrinted !== undefined && within(asPrinted, asPrinted)) continue;
    if (within(least, mostOf.get(meant.id) ?? 0)) continue;
    report("table-grade-count-differs", [...path, "units"], {
      found: units,
      expected: asPrinted ?? least,
      grade,
    });
  }
  const areAll = grades.every(({ id }) => counts.some(({ grade }) => gradeNamed(plan.set, grade)?.id === id));
  if (report.issues.length === before) checkGradeSums(auditing, list, { areAll, missing });
  if (list.isRanked && missing + list.extra === 0 && !isUnprinted) checkQuotas(auditing, list, printed);
}

/** The printed numbers of the grades together, and their percentages. */
function checkGradeSums(
  { plan, report }: Auditing,
  list: TableList,
  { areAll, missing }: { readonly areAll: boolean; readonly missing: number },
): void {
  const { grades: counts = [], units = missing === 0 ? list.lines.length + list.bare : undefined } =
    list.counts;
  const sum = counts.reduce((total, count) => total + count.units, 0);
  // Units without figures may have no grade.
  const isBelow = areAll && units !== undefined && sum < units - list.bare - list.extra;
  if (units !== undefined && (sum > units + list.extra || isBelow) && counts.length > 0)
    report("table-grades-sum", [...list.path, "grades"], { found: sum, expected: units });
  for (const [at, { grade, units: own, percent }] of counts.entries()) {
    if (percent === undefined) continue;
    const shares = [units, areAll ? sum : undefined].flatMap((all) =>
      all === undefined || all === 0 ? [] : inPercentOf(integer(own), integer(all)),
    );
    const fits = (share: Exact): boolean =>
      shared(intervalOf(percent, 0, plan.mode), pointOf(share)) !== undefined;
    const [expected] = shares;
    if (expected === undefined || shares.some(fits)) continue;
    report("table-grade-percent-wrong", [...list.path, "grades", at, "percent"], {
      ...{ grade, found: percent, units: own },
      expected: rounded(expected, shownPlaces(percent, 0), plan.mode),
    });
  }
}

/** Of a set without grades: some bounds must part those that the table prints. */
function checkGradeOrder({ table, report }: Auditing, list: TableList): void {
  if (!list.isRanked) return;
  const graded = list.lines.flatMap((line) => {
    const { grade } = line.row;
    return grade === undefined
      ? []
      : [{ line, grade, low: lowestEnd(line.judged.index), high: highestEnd(line.judged.index) }];
  });
  const best = [...graded].sort((a, b) => compareEnds(b.high, a.high));
  // The order of grades is that of the printed numbers; else the one in which they come, best index first.
  const order = [
    ...new Set([...(list.counts.grades ?? table.grades ?? []), ...best].map(({ grade }) => grade)),
  ];
  let above: (typeof graded)[number] | undefined;
  for (const one of [...graded].sort((a, b) => order.indexOf(a.grade) - order.indexOf(b.grade))) {
    const isLower = above !== undefined && above.grade !== one.grade;
    if (isLower && above !== undefined && compareEnds(one.low, above.high) > 0) {
      const { unit, index, total = "" } = one.line.row;
      report(
        "table-grade-order",
        ["rows", one.line.at, "grade"],
        { found: one.grade, total: index ?? total, other: above.line.row.unit, expected: above.grade },
        { unit },
      );
    } else if (above === undefined || compareEnds(one.high, above.high) < 0) above = one;
  }
}

/** A quota binds nobody, but the council may have kept a grade from units that reach it. */
function mayBeFull({ plan }: Auditing, { lines, missing }: TableList, { id, quota }: Grade): boolean {
  if (quota === undefined) return false;
  const reaching = lines.filter(({ judged }) => gradesWithin(plan, judged, new Set()).includes(id));
  return reaching.length + missing > allowedBy(quota, lines.length);
}

/** Says where more units have a grade than its quota allows, of a list that is whole. */
function checkQuotas(
  { plan, report }: Auditing,
  list: TableList,
  printed: readonly (string | undefined)[],
): void {
  const places = list.lines
    .flatMap(({ row: { unit, place } }, at) =>
      place === undefined ? [] : { unit, place, grade: printed[at] },
    )
    .sort((a, b) => a.place - b.place);
  for (const { grade, percent, allowed, count, edge } of passedQuotas(plan, places).passedQuotas ?? []) {
    const first = list.lines.find(({ row }) => row.unit === edge[0]);
    report("table-quota-passed", ["rows", first?.at ?? 0, "grade"], {
      grade,
      percent,
      expected: allowed,
      found: count,
    });
  }
}

/** How often each text stands in a list. */
function timesOf(list: readonly (string | undefined)[]): ReadonlyMap<string | undefined, number> {
  const times = new Map<string | undefined, number>();
  for (const one of list) times.set(one, (times.get(one) ?? 0) + 1);
  return times;
}

const gradeNamed = (set: CriteriaSet, name: string): Grade | undefined =>
  set.grades.find(({ id, title }) => id === name || title.vi === name || title.en === name);

/** The ids of the grades that a line may have, best first: those its index may reach, and what conditions leave of them. */
function gradesWithin(plan: Plan, judged: JudgedRow, full: ReadonlySet<Grade>): readonly string[] {
  const { grades } = plan.set;
  const { least, most } = printedRange(judged.index, plan.places, plan.mode);
  const positionOf = (index: string): number => grades.findIndex(({ id }) => id === gradeOf(grades, index));
  const possible = new Set<string>();
  for (let reached = Math.max(positionOf(most), 0); reached <= positionOf(least); reached++)
    for (const grade of grades.slice(reached)) {
      const can = canHave(plan, judged, grade);
      if (can.hold) possible.add(grade.id);
      if (!can.fail && !full.has(grade)) break;
    }
  return grades.flatMap(({ id }) => (possible.has(id) ? id : []));
}

/** Whether the conditions of a grade can all hold, and whether one of them can fail, by what the line shows. */
function canHave(
  plan: Plan,
  { indexOf, besideOf }: JudgedRow,
  { requires = [] }: Grade,
): { readonly hold: boolean; readonly fail: boolean } {
  const own = { hold: true, fail: false };
  for (const condition of requires) {
    const { item, source, unused } = condition;
    const shown = indexOf(item ?? source ?? "");
    const taken = besideOf(unused === "late" ? "late" : "penalty");
    const range = shown && printedRange(shown, plan.places, plan.mode);
    const holds = (index: string | undefined, takes: boolean): boolean =>
      checkedConditions({ requires: [condition] }, { indexOf: () => index, takes: () => takes }).every(
        (it) => it.holds,
      );
    // What the table does not show may hold and may fail. Penalty points may be of another line, where there are several.
    const isAlone = unused === "late" || plan.set.penalty.lines.length === 1;
    const takes = taken !== undefined && isNegative(taken.high);
    const canHold =
      unused === undefined ? range === undefined || holds(range.most, false) : !(takes && isAlone);
    const canFail =
      unused === undefined
        ? range === undefined || !holds(range.least, false)
        : taken === undefined || !isZero(taken.low);
    own.hold &&= canHold;
    own.fail ||= canFail;
  }
  return own;
}
