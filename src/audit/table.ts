/**
 * The audit of a published table: what is consistent in it and what cannot be. A printed figure stands for every value
 * that rounds to it; a total, a mean, a place or a grade is wrong only where none of these values can have led to it.
 * Each slip is reported where it stands and not in what follows from it.
 */
import type { CriteriaSet, Decimal, Grade } from "../criteria-set.ts";
import { type Issue, inFileOrder, report as newReport, type Report } from "../issue.ts";
import {
  compareExact,
  decimal,
  type Exact,
  equals,
  exactText,
  hundred,
  rounded,
  roundedExact,
  roundedMean,
} from "../number.ts";
import { deepFreeze, elementAt } from "../plain.ts";
import { type Plan, planOf } from "../plan.ts";
import { countBefore, placeAmong } from "../ranking.ts";
import { listsBy } from "../round.ts";
import { gradeOf } from "../score.ts";
import {
  type AllowedRange,
  type AuditedRow,
  type Auditing,
  allowedRange,
  between,
  type Consistency,
  checkColumns,
  type Interval,
  intervalOf,
  type JudgedRow,
  judgeRow,
  meanOfIntervals,
  type PublishedTable,
  pointOf,
  printedRange,
  readTable,
  shared,
  shownPlaces,
  spanText,
  type TotalRange,
  withColumnsMended,
} from "./published-table.ts";

/** The mean, judged. */
export interface AuditedMean extends AllowedRange {
  /** The printed mean. */
  readonly printed: Decimal;
  /** The mean of the printed totals, rounded once by the set's mode to the places of the table, or of the mean if more. */
  readonly ofTotals: Decimal;
  /** How the printed mean stands to the totals; in a summary set to the printed ones alone. */
  readonly consistent: Consistency;
}

/** A printed place, judged. */
export interface PlaceRow {
  /** The id of the unit. */
  readonly unit: string;
  /** The printed place. */
  readonly place: number;
  /** The best place that the totals allow. */
  readonly best: number;
  /** The last place that the totals allow. */
  readonly last: number;
  /** True where the printed place is one of these. */
  readonly fits: boolean;
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
  const auditing: Auditing = { plan, table: withColumnsMended(plan, read, report), report };
  const { rows } = auditing.table;
  const columns = checkColumns(plan, auditing.table, report);
  const counting = countRows(auditing);
  const judged = rows.map((row, at) => judgeRow(auditing, columns, row, at));
  const ranges = judged.map(({ range }) => range);
  const { places, missing } = checkPlaces(auditing, ranges, counting);
  checkGradesOf(auditing, ranges, { ...counting, missing });
  const mean = judgeMean(auditing, judged, missing + counting.extra === 0);
  return deepFreeze({
    rows: judged.map(({ row }) => row),
    places,
    ...(mean === undefined ? {} : { mean }),
    issues: inFileOrder(table, report.issues),
  });
}

/** By how many the lines differ from the printed number of units. */
interface Counting {
  readonly missing: number;
  readonly extra: number;
}

/** How many lines are missing or too many, and which repeat a unit. */
function countRows({ table, report }: Auditing): Counting {
  const seen = new Set<string>();
  table.rows.forEach(({ unit }, at) => {
    if (seen.has(unit)) report("table-unit-twice", ["rows", at, "unit"], { found: unit }, { unit });
    seen.add(unit);
  });
  const { units = seen.size } = table;
  // A unit that stands twice is either one line too many or a line under the wrong name: both are said once already.
  if (units !== table.rows.length && units !== seen.size)
    report("table-count-differs", ["units"], { found: units, expected: table.rows.length });
  const missing = units - table.rows.length;
  return { missing: Math.max(missing, 0), extra: Math.max(-missing, 0) };
}

/**
 * The mean, rounded once. It is of exact totals, and must share a value with the mean of what the printed ones allow; in
 * a summary set, which has no others, of the printed totals themselves.
 */
function judgeMean(
  { plan, table, report }: Auditing,
  judged: readonly JudgedRow[],
  isCounted: boolean,
): AuditedMean | undefined {
  const { mean } = table;
  if (mean === undefined) return undefined;
  const places = shownPlaces(mean, table.places);
  const isSummary = plan.set.status === "summary";
  const allowed = meanOfIntervals(
    judged.map(({ range, values }) => (isSummary ? between(range.low, range.high) : values)),
  );
  const ofTotals = roundedMean(
    table.rows.map(({ total }) => decimal(total)),
    places,
    plan.mode,
  );
  const fits = shared(allowed, intervalOf(mean, places, plan.mode)) !== undefined;
  const consistent: Consistency = !isCounted
    ? "not-judged"
    : equals(decimal(ofTotals), decimal(mean))
      ? "exact"
      : fits
        ? "within-rounding"
        : "impossible";
  if (consistent === "impossible") {
    const { least, most } = printedRange(allowed, places, plan.mode);
    report("table-mean-impossible", ["mean"], { found: mean, expected: spanText(least, most), ofTotals });
  }
  return { printed: mean, ofTotals, ...allowedRange(allowed), consistent };
}

// The places, by the totals and the set's policy of ranking. A place is judged by how many units stand above, never by
// the printed places of others, so that one slip is one issue; but where places skip a number and all below it fit a
// line that was left out there, that is the slip.

interface PlacedRow extends TotalRange {
  readonly at: number;
  readonly unit: string;
  readonly total: Decimal;
  readonly place: number | undefined;
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
interface Placing {
  readonly plan: Plan;
  readonly rows: readonly PlacedRow[];
  /** The place of a total among those of which one value is possible. */
  readonly placeOf: (total: Exact) => number;
  /** How many lines whose total is open must, and how many of all lines may, stand above a total or beside it. */
  readonly above: {
    readonly surely: (total: Exact) => number;
    readonly perhaps: (total: Exact) => number;
    readonly orBeside: (total: Exact) => number;
  };
  /** A line of the same total at another place, and one of another total at the same place. */
  readonly other: {
    readonly apart: (row: PlacedRow) => PlacedRow | undefined;
    readonly together: (row: PlacedRow) => PlacedRow | undefined;
  };
  /** True where equal totals mean equal places: the table prints all that decides. */
  readonly decided: boolean;
  readonly counting: Counting;
  readonly gaps: readonly PlaceGap[];
}

/** The places, judged, and how many lines a gap in them shows to be missing. */
interface JudgedPlaces {
  readonly places: readonly PlaceRow[];
  readonly missing: number;
}

/** Checks every printed place; lines that are missing or too many leave places open. */
function checkPlaces(
  { plan, table, report }: Auditing,
  ranges: readonly TotalRange[],
  counting: Counting,
): JudgedPlaces {
  const { on, tieBreakers } = plan.set.ranking;
  const decided =
    on === "published" && tieBreakers.length === 0 && table.places >= plan.places && printsIndex(plan);
  const key = (value: Exact): Exact =>
    decided && table.places > plan.places ? roundedExact(value, plan.places, plan.mode) : value;
  const rows = table.rows.map(({ unit, total, place }, at): PlacedRow => {
    const { low, high } = ranges[at] ?? pointOf(decimal(total));
    return { at, unit, total, place, low: key(low), high: key(high) };
  });
  const placing: Placing = { ...comparedTotals(plan, rows), plan, rows, decided, counting, gaps: [] };
  const plainly = judgePlaces(placing);
  const gaps = counting.missing + counting.extra > 0 ? [] : gapsIn(placing);
  const trial = gaps.length === 0 ? plainly : judgePlaces({ ...placing, gaps });
  // A number of units that is that of the lines speaks against a line that is missing.
  const most = plainly.issues.length - (table.units === undefined ? 0 : 1);
  const { places, issues, missing } = trial.issues.length <= most ? trial : plainly;
  report.issues.push(...issues);
  return { places, missing };
}

/** What lines are compared by: sorted once, so that a long table is judged in a time that grows as it does. */
function comparedTotals(
  plan: Plan,
  rows: readonly PlacedRow[],
): Pick<Placing, "placeOf" | "above" | "other"> {
  const isKnown = ({ low, high }: PlacedRow): boolean => compareExact(low, high) === 0;
  const sorted = (of: readonly PlacedRow[], end: "low" | "high"): readonly Exact[] =>
    of.map((row) => row[end]).sort((a, b) => compareExact(b, a));
  const open = rows.filter((row) => !isKnown(row));
  const known = sorted(rows.filter(isKnown), "low").map((low) => ({ keys: [low] }));
  const [lows, highs, allHighs] = [sorted(open, "low"), sorted(open, "high"), sorted(rows, "high")];
  const place = placeAmong(plan, known);
  const placed = rows.filter((row) => row.place !== undefined);
  return {
    placeOf: (total) => place([total]),
    above: {
      surely: (total) => countBefore(lows, (low) => compareExact(low, total) > 0),
      perhaps: (total) => countBefore(highs, (high) => compareExact(high, total) > 0),
      orBeside: (total) => countBefore(allHighs, (high) => compareExact(high, total) >= 0),
    },
    other: {
      apart: otherOf(placed, totalKey, ({ place: printed }) => String(printed)),
      together: otherOf(placed, ({ place: printed }) => String(printed), totalKey),
    },
  };
}

const totalKey = ({ low, high }: TotalRange): string => `${exactText(low)} ${exactText(high)}`;

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

/** Only a whole of 100 points prints totals that are indexes. */
const printsIndex = ({ max }: Plan): boolean => equals(max, hundred);

function judgePlaces(placing: Placing): JudgedPlaces & { readonly issues: Report["issues"] } {
  const { rows, decided, counting, gaps } = placing;
  const report = newReport();
  for (const { row, from, upTo } of gaps)
    report(
      "table-place-missing",
      ["rows", row.at, "place"],
      { found: row.place ?? "", expected: spanText(from, upTo) },
      { unit: row.unit },
    );
  const places = rows.flatMap((row): readonly PlaceRow[] => {
    if (row.place === undefined) return [];
    const allowed = allowedPlaces(placing, row);
    const best = beyond(gaps, Math.max(allowed.best - counting.extra, 1));
    const last = beyond(gaps, allowed.last) + counting.missing;
    const judged = {
      unit: row.unit,
      place: row.place,
      best,
      last,
      fits: row.place >= best && row.place <= last,
    };
    if (!judged.fits) reportPlace(placing, row, judged, report);
    return [judged];
  });
  const missing = gaps.reduce((total, gap) => total + widthOf(gap), counting.missing);
  if (!decided && missing === 0 && counting.extra === 0) checkTies(placing, places, report);
  return { places, missing, issues: report.issues };
}

const widthOf = ({ from, upTo }: PlaceGap): number => upTo - from + 1;

/** A place among the lines, moved by what is missing above it. */
const beyond = (gaps: readonly PlaceGap[], place: number): number =>
  gaps.reduce((moved, gap) => (place > gap.after ? moved + widthOf(gap) : moved), place);

/** The gaps in the printed places. */
function gapsIn({ plan, rows }: Placing): readonly PlaceGap[] {
  const placed = rows.flatMap((row) => (row.place === undefined ? [] : [{ row, place: row.place }]));
  placed.sort((a, b) => a.place - b.place || a.row.at - b.row.at);
  const gaps: PlaceGap[] = [];
  let [due, after] = [1, 0];
  for (const [at, { row, place }] of placed.entries()) {
    const shares = placed[at - 1]?.place === place;
    if (!shares && place > due) gaps.push({ row, from: due, upTo: place - 1, after });
    // In a dense ranking the others of a tie take no place.
    if (!shares) [due, after] = [place + 1, after + 1];
    else if (plan.set.ranking.ties === "skip") [due, after] = [due + 1, after + 1];
  }
  return gaps;
}

/** Best and last place of a line by the totals of the others: open ones may stand above it, or share a place. */
function allowedPlaces(
  { plan, placeOf, above, decided }: Placing,
  { low, high }: PlacedRow,
): Pick<PlaceRow, "best" | "last"> {
  const best = placeOf(high) + (plan.set.ranking.ties === "skip" ? above.surely(high) : 0);
  // Where something unprinted may break ties, each line of the same total may stand above.
  if (!decided) return { best, last: above.orBeside(low) };
  // A line whose own total is open is no other.
  const own = compareExact(low, high) === 0 ? 0 : 1;
  return { best, last: placeOf(low) + above.perhaps(low) - own };
}

function reportPlace(
  { other: { apart, together } }: Placing,
  row: PlacedRow,
  { best, last }: Pick<PlaceRow, "best" | "last">,
  report: Report,
): void {
  const parted = apart(row);
  const other = parted ?? together(row);
  report(
    parted !== undefined ? "table-tie-parted" : other !== undefined ? "table-tie-false" : "table-place-wrong",
    ["rows", row.at, "place"],
    {
      found: row.place ?? "",
      expected: spanText(best, last),
      total: row.total,
      ...(other === undefined ? {} : { other: other.unit }),
    },
    { unit: row.unit },
  );
}

/** Where something unprinted may break ties, the places of equal totals must still be a run without a gap. */
function checkTies({ plan, rows }: Placing, judged: readonly PlaceRow[], report: Report): void {
  const { ties } = plan.set.ranking;
  const fits = new Set(judged.filter((place) => place.fits).map(({ unit }) => unit));
  const bestOf = new Map(judged.map(({ unit, best }) => [unit, best]));
  for (const tied of listsBy(rows, totalKey).values()) {
    if (tied.length < 2 || tied.some(({ unit, place }) => place === undefined || !fits.has(unit))) continue;
    const sorted = [...tied].sort((a, b) => (a.place ?? 0) - (b.place ?? 0) || a.at - b.at);
    const first = bestOf.get(elementAt(tied, 0).unit) ?? 1;
    sorted.forEach(({ at, unit, place, total }, index) => {
      const before = sorted[index - 1]?.place;
      const next = ties === "skip" || before === undefined ? first + index : before + 1;
      if (place === next || (before !== undefined && place === before)) return;
      if (ties === "dense" && before === undefined) return;
      const expected = before === undefined ? next : `${before}, ${next}`;
      report("table-place-wrong", ["rows", at, "place"], { found: place ?? "", expected, total }, { unit });
    });
  }
}

// The grades, by the totals and the bands of the set, and the printed number of units of each grade.

/** Checks every printed grade and every printed number of a grade; lines that are missing may have any. */
function checkGradesOf(
  { plan, table, report }: Auditing,
  ranges: readonly TotalRange[],
  { missing, extra }: Counting,
): void {
  const { set } = plan;
  const areIndexes = printsIndex(plan);
  const known = set.grades.map(({ id }) => id).join(", ");
  const spans = ranges.map((range) => gradesWithin({ plan, table }, range));
  const printed = table.rows.map(({ grade, total, unit }, at): string | undefined => {
    if (grade === undefined) return undefined;
    const path = ["rows", at, "grade"];
    const meant = gradeNamed(set, grade);
    if (meant === undefined) {
      report("table-grade-unknown", path, { found: grade, expected: known || "–" }, { unit });
      return undefined;
    }
    const span = spans[at] ?? [];
    if (areIndexes && !span.includes(meant.id))
      report("table-grade-wrong", path, { found: grade, expected: span.join(", "), total }, { unit });
    return meant.id;
  });
  const isUnprinted = printed.includes(undefined);
  const printedOf = timesOf(printed);
  const onlyOf = timesOf(spans.map((span) => (span.length === 1 ? span[0] : undefined)));
  const mostOf = timesOf(spans.flat());
  for (const [at, { grade, units }] of (table.grades ?? []).entries()) {
    const meant = gradeNamed(set, grade);
    if (meant === undefined) {
      report("table-grade-unknown", ["grades", at, "grade"], { found: grade, expected: known || "–" });
      continue;
    }
    // Either what the lines print or what their totals give: a wrong grade of one line is said there and not again here.
    const asPrinted = isUnprinted ? undefined : (printedOf.get(meant.id) ?? 0);
    const least = onlyOf.get(meant.id) ?? 0;
    const most = mostOf.get(meant.id) ?? 0;
    const within = (low: number, high: number): boolean => units >= low - extra && units <= high + missing;
    const fits =
      (asPrinted !== undefined && within(asPrinted, asPrinted)) || (areIndexes && within(least, most));
    if (fits || (asPrinted === undefined && !areIndexes)) continue;
    report("table-grade-count-differs", ["grades", at, "units"], {
      found: units,
      expected: asPrinted ?? least,
      grade,
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

/** The ids of all grades from that of the least to that of the greatest total that a line may have, best first. */
function gradesWithin(
  { plan, table }: Pick<Auditing, "plan" | "table">,
  { low, high }: TotalRange,
): readonly string[] {
  const { grades } = plan.set;
  // A table may print more digits than are published, or fewer: then several indexes may stand behind a total.
  const behind = (total: Exact): Interval =>
    table.places < plan.places
      ? intervalOf(rounded(total, table.places, plan.mode), table.places, plan.mode)
      : pointOf(total);
  const positionOf = (index: Decimal): number => grades.findIndex(({ id }) => id === gradeOf(grades, index));
  const best = positionOf(printedRange(behind(high), plan.places, plan.mode).most);
  const last = positionOf(printedRange(behind(low), plan.places, plan.mode).least);
  return grades.slice(Math.max(best, 0), last + 1).map(({ id }) => id);
}
