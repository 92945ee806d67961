/**
 * The places of a published table against its totals and the set's policy of ranking (design 3.10). A place is judged by
 * how many units stand above, never by the printed places of others, so that one slip is one issue; but where places
 * skip a number and all below it fit a line that was left out there, that is the slip.
 */
import type { Decimal } from "../criteria-set.ts";
import { report as newReport, type Report } from "../issue.ts";
import { compare, decimal, type Exact, hundred, rounded } from "../number.ts";
import type { Plan } from "../plan.ts";
import type { PublishedTable } from "./published-table.ts";

/** The totals that a line may truly have; one value wherever the line is consistent. */
export interface RowRange {
  readonly low: Exact;
  readonly high: Exact;
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

interface Ranked extends RowRange {
  readonly at: number;
  readonly unit: string;
  readonly total: Decimal;
  readonly place: number | undefined;
}

/** By how many the lines differ from the printed number of units. */
export interface Counting {
  readonly missing: number;
  readonly extra: number;
}

/** Places that no line has, though a tie does not skip them. */
interface Gap {
  /** The line that is printed with the place after them. */
  readonly row: Ranked;
  readonly from: number;
  readonly upTo: number;
  /** The last place before the gap, if the places were given to the lines alone. */
  readonly after: number;
}

/** How places are judged. */
interface Judging {
  readonly rows: readonly Ranked[];
  readonly decided: boolean;
  readonly ties: "skip" | "dense";
  readonly counting: Counting;
  readonly gaps: readonly Gap[];
}

/** The places, judged, and how many lines a gap in them shows to be missing. */
interface JudgedPlaces {
  readonly places: readonly PlaceRow[];
  readonly missing: number;
}

/** Checks every printed place; `missing` and `extra` lines leave places open. */
export function checkPlaces(
  plan: Plan,
  table: PublishedTable,
  ranges: readonly RowRange[],
  counting: Counting,
  report: Report,
): JudgedPlaces {
  const { on, ties, tieBreakers } = plan.set.ranking;
  const printsIndex = compare(plan.max, hundred) === 0;
  // Equal totals mean equal places only where the table prints all that decides.
  const decided =
    on === "published" && tieBreakers.length === 0 && table.places >= plan.places && printsIndex;
  const key = (value: Exact): Exact =>
    decided && table.places > plan.places ? decimal(rounded(value, plan.places, plan.mode)) : value;
  const rows = table.rows.map(
    ({ unit, total, place }, at): Ranked => ({
      at,
      unit,
      total,
      place,
      low: key(ranges[at]?.low ?? decimal(total)),
      high: key(ranges[at]?.high ?? decimal(total)),
    }),
  );
  const judging: Judging = { rows, decided, ties, counting, gaps: [] };
  const plainly = judgePlaces(judging);
  const gaps = counting.missing + counting.extra > 0 ? [] : gapsIn(rows, ties);
  const trial = gaps.length === 0 ? plainly : judgePlaces({ ...judging, gaps });
  // A number of units that is that of the lines speaks against a line that is missing.
  const most = plainly.issues.length - (table.units === undefined ? 0 : 1);
  const { places, issues, missing } = trial.issues.length <= most ? trial : plainly;
  report.issues.push(...issues);
  return { places, missing };
}

interface Trial extends JudgedPlaces {
  readonly issues: Report["issues"];
}

function judgePlaces(judging: Judging): Trial {
  const { rows, decided, ties, counting, gaps } = judging;
  const report = newReport();
  for (const { row, from, upTo } of gaps)
    report(
      "table-place-missing",
      ["rows", row.at, "place"],
      { found: row.place ?? "", expected: from === upTo ? from : `${from} – ${upTo}` },
      { unit: row.unit },
    );
  const places: PlaceRow[] = [];
  for (const row of rows) {
    if (row.place === undefined) continue;
    const allowed = allowedPlaces(rows, row, decided, ties);
    const best = beyond(gaps, Math.max(allowed.best - counting.extra, 1));
    const last = beyond(gaps, allowed.last) + counting.missing;
    const fits = row.place >= best && row.place <= last;
    places.push({ unit: row.unit, place: row.place, best, last, fits });
    if (!fits) reportPlace(rows, row, best, last, report);
  }
  const missing = gaps.reduce((so, gap) => so + widthOf(gap), counting.missing);
  if (!decided && missing === 0 && counting.extra === 0) checkTies(rows, places, ties, report);
  return { places, missing, issues: report.issues };
}

const widthOf = ({ from, upTo }: Gap): number => upTo - from + 1;

/** A place among the lines, moved by what is missing above it. */
const beyond = (gaps: readonly Gap[], place: number): number =>
  gaps.reduce((so, gap) => (place > gap.after ? so + widthOf(gap) : so), place);

/** The gaps in the printed places. */
function gapsIn(rows: readonly Ranked[], ties: "skip" | "dense"): readonly Gap[] {
  const placed = rows.flatMap((row) => (row.place === undefined ? [] : [{ row, place: row.place }]));
  placed.sort((a, b) => a.place - b.place || a.row.at - b.row.at);
  const gaps: Gap[] = [];
  let [due, after] = [1, 0];
  for (const [at, { row, place }] of placed.entries()) {
    const shares = placed[at - 1]?.place === place;
    if (!shares && place > due) gaps.push({ row, from: due, upTo: place - 1, after });
    // In a dense ranking the others of a tie take no place.
    if (!shares) [due, after] = [place + 1, after + 1];
    else if (ties === "skip") [due, after] = [due + 1, after + 1];
  }
  return gaps;
}

/** Best and last place of a line by the totals of the others. */
function allowedPlaces(
  rows: readonly Ranked[],
  row: Ranked,
  decided: boolean,
  ties: "skip" | "dense",
): { readonly best: number; readonly last: number } {
  const others = rows.filter(({ at }) => at !== row.at);
  const above = others.filter((it) => compare(it.low, row.high) > 0);
  const perhaps = others.filter((it) => compare(it.high, row.low) >= (decided ? 1 : 0));
  if (ties === "skip") return { best: 1 + above.length, last: 1 + perhaps.length };
  // Dense: units of one total share a place, so that values count and not units; where ties may be broken, each counts.
  const values = (list: readonly Ranked[]): number => {
    const known = list.filter(({ low, high }) => compare(low, high) === 0);
    return known.filter((it, at) => known.findIndex((other) => compare(other.low, it.low) === 0) === at)
      .length;
  };
  const open = perhaps.filter(({ low, high }) => compare(low, high) !== 0).length;
  return { best: 1 + values(above), last: 1 + (decided ? values(perhaps) + open : perhaps.length) };
}

function reportPlace(rows: readonly Ranked[], row: Ranked, best: number, last: number, report: Report): void {
  const path = ["rows", row.at, "place"];
  const facts = {
    found: row.place ?? "",
    expected: best === last ? best : `${best} – ${last}`,
    total: row.total,
  };
  const isEqual = (it: Ranked): boolean => compare(it.low, row.low) === 0 && compare(it.high, row.high) === 0;
  const others = rows.filter(({ at }) => at !== row.at);
  const apart = others.find((it) => isEqual(it) && it.place !== row.place && it.place !== undefined);
  const together = others.find((it) => !isEqual(it) && it.place === row.place);
  if (apart !== undefined)
    report("table-tie-parted", path, { ...facts, other: apart.unit }, { unit: row.unit });
  else if (together !== undefined)
    report("table-tie-false", path, { ...facts, other: together.unit }, { unit: row.unit });
  else report("table-place-wrong", path, facts, { unit: row.unit });
}

/** Where something unprinted may break ties, the places of equal totals must still be a run without a gap. */
function checkTies(
  rows: readonly Ranked[],
  judged: readonly PlaceRow[],
  ties: "skip" | "dense",
  report: Report,
): void {
  const fits = new Set(judged.filter((it) => it.fits).map(({ unit }) => unit));
  const done = new Set<number>();
  for (const row of rows) {
    if (done.has(row.at)) continue;
    const group = rows.filter((it) => compare(it.low, row.low) === 0 && compare(it.high, row.high) === 0);
    for (const { at } of group) done.add(at);
    if (group.length < 2 || group.some(({ unit, place }) => place === undefined || !fits.has(unit))) continue;
    const sorted = [...group].sort((a, b) => (a.place ?? 0) - (b.place ?? 0) || a.at - b.at);
    const first = judged.find(({ unit }) => unit === row.unit)?.best ?? 1;
    sorted.forEach((it, index) => {
      const before = sorted[index - 1]?.place;
      const next = ties === "skip" || before === undefined ? first + index : before + 1;
      if (it.place === next || (before !== undefined && it.place === before)) return;
      if (ties === "dense" && before === undefined) return;
      const facts = {
        found: it.place ?? "",
        expected: before === undefined ? next : `${before}, ${next}`,
        total: it.total,
      };
      report("table-place-wrong", ["rows", it.at, "place"], facts, { unit: it.unit });
    });
  }
}
