/**
 * A published table (bảng kết quả công bố): units with printed parts, totals, places, grades, means and counts, just as
 * somebody printed them. Here are its shape, what must hold between its head and the criteria set, and which of its
 * columns add up to which.
 */
import * as z from "zod/mini";
import type { CriteriaSet, Decimal, Text } from "../criteria-set.ts";
import type { Report } from "../issue.ts";
import { compareExact, decimal, type Exact, equals, exactText, greatest, sum, zero } from "../number.ts";
import { type Limits, plainCopy } from "../plain.ts";
import type { Leaf, Plan } from "../plan.ts";
import { built, readShape, shape } from "../shape.ts";

/** A column of figures. */
export interface TablePart {
  /**
   * The id of the item or source of the set; `bonus` is added, `penalty` and `late` are taken away. Absent where the
   * column is of the whole: the claimed total, a place by another list, a value of another year.
   */
  readonly id?: string | undefined;
  /** Its heading. */
  readonly title: Text;
  /**
   * What its figures are. Absent, `points`: of an item or source, which the total is judged by. `claimed`: as the unit
   * scored itself. `place`: the place by this item or source. `other`: anything else (the value of another year, a
   * difference); it is kept, and not judged.
   */
  readonly kind?: "points" | "claimed" | "place" | "other" | undefined;
  /** The printed maximum, in points, above 0. */
  readonly maxPoints?: Decimal | undefined;
  /** The figures run from 0 to this in place of the maximum: `"100"` for a component index in %, `"1"` for a share. */
  readonly scale?: Decimal | undefined;
  /** Decimals to which this column was rounded, where they are not those of the table. */
  readonly places?: number | undefined;
}

/** One line of the table. A line without total, index and place is kept apart, and the others are judged. */
export interface TableRow {
  /** The id of the unit. */
  readonly unit: string;
  /** Its name, as printed. */
  readonly name: string;
  /** The id of its group, where the table holds several. */
  readonly group?: string | undefined;
  /** The printed figures, one for each column, in their order; `null` where none is printed. */
  readonly parts?: readonly (Decimal | null)[] | undefined;
  /** The printed total, in points. */
  readonly total?: Decimal | undefined;
  /** The printed index, in % or on the scale of the table. */
  readonly index?: Decimal | undefined;
  /** The applicable maximum of the unit, where it is not the whole. */
  readonly maxPoints?: Decimal | undefined;
  /** The printed place, from 1. */
  readonly place?: number | undefined;
  /** The printed grade: its id in the set, or its name. */
  readonly grade?: string | undefined;
  /** What is printed in place of figures (“–”, “không xếp hạng”), or beside them. */
  readonly remark?: string | undefined;
}

/** How many units have a grade, as printed. */
export interface GradeCount {
  /** The grade: its id in the set, or its name. */
  readonly grade: string;
  /** How many units. */
  readonly units: number;
  /** Their share of all units, in %, as printed. */
  readonly percent?: Decimal | undefined;
}

/** What is printed of all units, or of those of one group. */
export interface TableCounts {
  /** The printed mean of the indexes, or of the totals where no index is printed. */
  readonly mean?: Decimal | undefined;
  /** The printed number of units. */
  readonly units?: number | undefined;
  /** The printed number of units with each grade, best first. */
  readonly grades?: readonly GradeCount[] | undefined;
}

/** What is printed of one group. */
export interface TableGroup extends TableCounts {
  /** The id of the group in the set. */
  readonly id: string;
}

/** A published table, as printed. */
export interface PublishedTable extends TableCounts {
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
  /** `index` runs from 0 to this; absent: 100. */
  readonly scale?: Decimal | undefined;
  /** True where only some of its lines were copied, or printed: lines may be missing anywhere. */
  readonly excerpt?: boolean | undefined;
  /** By what the places were given; absent: by the index, as the set ranks. */
  readonly rankedBy?: "index" | "points" | undefined;
  /** The columns of figures; an empty list where only totals are printed. */
  readonly parts: readonly TablePart[];
  /** The lines, in printed order. */
  readonly rows: readonly TableRow[];
  /** What is printed of each group, where lines name their groups. */
  readonly groups?: readonly TableGroup[] | undefined;
}

/** A table as read: each line that could be read, at its position. */
export interface ReadTable extends Omit<PublishedTable, "rows"> {
  readonly rows: readonly (TableRow | undefined)[];
}

const tableLimits: Limits = { values: 1_000_000, text: 20_000 };

/** The shapes of a table and of its lines. Printed figures keep their digits: 61.860 was rounded more finely than 61.86. */
const tableShape = /* @__PURE__ */ built(() => {
  const { id, text, words, positive, percent, printed } = shape;
  const places = z.int().check(z.gte(0), z.lte(9));
  const part: z.ZodMiniType<TablePart> = z.strictObject({
    id: z.optional(id),
    title: text,
    kind: z.optional(z.enum(["points", "claimed", "place", "other"])),
    maxPoints: z.optional(positive),
    scale: z.optional(positive),
    places: z.optional(places),
  });
  const row: z.ZodMiniType<TableRow> = z.strictObject({
    unit: id,
    name: words,
    group: z.optional(id),
    parts: z.optional(z.array(z.union([printed, z.null()]))),
    total: z.optional(printed),
    index: z.optional(printed),
    maxPoints: z.optional(positive),
    place: z.optional(z.int().check(z.gte(1))),
    grade: z.optional(words),
    remark: z.optional(words),
  });
  const units = z.int().check(z.gte(0));
  const counts = {
    mean: z.optional(printed),
    units: z.optional(units),
    grades: z.optional(z.array(z.strictObject({ grade: words, units, percent: z.optional(percent) }))),
  };
  const head = {
    set: id,
    edition: z.int().check(z.gte(1)),
    title: text,
    source: words,
    note: z.optional(text),
    places,
    scale: z.optional(positive),
    excerpt: z.optional(z.boolean()),
    rankedBy: z.optional(z.enum(["index", "points"])),
    parts: z.array(part),
    groups: z.optional(z.array(z.strictObject({ id, ...counts }))),
    ...counts,
  };
  return {
    row,
    // Each line is read by itself, so that one that is wrong leaves the others to be judged.
    frame: z.strictObject({ ...head, rows: z.array(z.any()).check(z.minLength(1)) }),
    whole: z.strictObject({
      $schema: z.optional(z.string()),
      ...head,
      rows: z.array(row).check(z.minLength(1)),
    }),
  };
});

/**
 * Makes the JSON Schema of a published table.
 *
 * @returns The schema as plain JSON; a table that `auditTable` can read satisfies it.
 */
export function tableJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(tableShape.whole, { io: "input", target: "draft-2020-12" });
  return {
    $schema,
    title: "Bảng kết quả đã công bố — Published table of results",
    description:
      "Một bảng kết quả, chép đúng như đã in — One table of results, copied just as it was printed; auditTable says what only the set knows",
    ...rest,
  };
}

/** Reads a table; undefined after reporting what its shape has wrong, or where it is of another set. */
export function readTable(set: CriteriaSet, value: unknown, report: Report): ReadTable | undefined {
  const plain = plainCopy(value, tableLimits, "normalise", report);
  if (report.issues.some(({ severity }) => severity === "error")) return undefined;
  const frame = readShape(tableShape.frame, withoutSchema(plain), [], report);
  if (frame === undefined) return undefined;
  if (frame.set !== set.id || frame.edition !== set.edition) {
    report("table-of-other-set", [frame.set === set.id ? "edition" : "set"], {
      found: `${frame.set} (${frame.edition})`,
      expected: `${set.id} (${set.edition})`,
    });
    return undefined;
  }
  const { rows, ...head } = frame;
  return { ...head, rows: rows.map((row, at) => readShape(tableShape.row, row, ["rows", at], report)) };
}

/** A file may name its schema for an editor. */
function withoutSchema(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("$schema" in value)) return value;
  const { $schema, ...rest } = value;
  return rest;
}

/** An item or a source of the set, or what is added to or taken from the sum of its items. */
export interface KnownPart {
  readonly id: string;
  readonly is: "item" | "source" | "extra";
  /** What the set declares; undefined for points beside the tree without a cap. */
  readonly max: Exact | undefined;
  /** The least and the most that it can have, in points; each leaf may be rounded beyond its maximum. */
  readonly least: Exact;
  readonly most: Exact | undefined;
  /** The leaves behind it, by their position. */
  readonly leaves: readonly Leaf[];
  /** True where nothing behind it can leave the maximum. */
  readonly fixed: boolean;
}

/** Columns of figures that are of one part, in points or on a scale, as printed or as claimed. */
export interface PartColumns {
  readonly part: KnownPart;
  /** Their positions. */
  readonly at: readonly number[];
}

/** A part and its own terms, which add up to it. */
export interface ColumnSum {
  readonly of: PartColumns;
  readonly terms: readonly PartColumns[];
}

/** The columns, checked. */
export interface Columns {
  /** The part that each column is of. */
  readonly parts: readonly (KnownPart | undefined)[];
  /** The columns of points, and those of claims, by part. */
  readonly points: readonly PartColumns[];
  readonly claims: readonly PartColumns[];
  /** Ways in which columns make up the whole: along the tree, along the sources; none where they do not. */
  readonly wholes: readonly (readonly PartColumns[])[];
  /** Bonus, penalty and charge, where the table prints all that the set knows; undefined where it leaves one out. */
  readonly extras: readonly PartColumns[] | undefined;
  /** Parts beside their own terms, of points and of claims. */
  readonly subtotals: readonly ColumnSum[];
  /** True where nothing of the set can leave the maximum. */
  readonly fixed: boolean;
  /** True where a conversion, which no column prints, may stand between the parts and the total. */
  readonly converts: boolean;
}

/** Checks the columns against the set, and finds out which of them add up to which. */
export function checkColumns(plan: Plan, table: ReadTable, report: Report): Columns {
  const before = report.issues.length;
  const seen = new Set<string>();
  const expected = plan.set.items.map((item) => item.id).join(", ");
  const parts = table.parts.map(({ id, kind = "points", scale, maxPoints }, at): KnownPart | undefined => {
    const path = ["parts", at];
    if (id === undefined) {
      if (kind === "points") report("missing-key", path, { expected: "id" });
      return undefined;
    }
    const key = `${kind} ${scale ?? ""} ${id}`;
    if (kind !== "other" && seen.size === seen.add(key).size) {
      report("table-part-twice", [...path, "id"], { found: id });
      return undefined;
    }
    const known = knownPart(plan, id);
    if (known === undefined) report("table-part-unknown", [...path, "id"], { found: id, expected });
    else if (maxPoints !== undefined && known.max !== undefined && !equals(known.max, decimal(maxPoints)))
      report("table-part-maximum-differs", [...path, "maxPoints"], {
        found: maxPoints,
        expected: exactText(known.max),
      });
    return known;
  });
  const isSound = report.issues.length === before;
  const ofKind = (kind: TablePart["kind"]): readonly PartColumns[] => columnsBy(table, parts, kind);
  const [points, claims] = [ofKind("points"), ofKind("claimed")];
  const extras = points.filter(({ part }) => part.is === "extra");
  const wholes = wholesOf(plan, points);
  if (isSound && wholes.length === 0 && points.length > extras.length)
    report("table-parts-incomplete", ["parts"], {
      found: exactText(summedMax(topOf(points))),
      expected: plan.set.maxPoints,
    });
  const isPrinted = (id: string): boolean => extras.some(({ part }) => part.id === id);
  return {
    parts,
    points,
    wholes: isSound ? wholes : [],
    extras: extrasOf(plan).every(isPrinted) ? extras : undefined,
    claims,
    subtotals: [...subtotalsOf(points), ...subtotalsOf(claims)],
    fixed: plan.leaves.every((leaf) => isFixed(plan, leaf)),
    converts: plan.leaves.some(({ notApplicable }) => notApplicable === "rescale-source"),
  };
}

/** What the set can add beside its tree. */
const extrasOf = ({ set }: Plan): readonly string[] => [
  ...(set.bonus.lines.length > 0 ? ["bonus"] : []),
  ...(set.penalty.lines.length > 0 ? ["penalty"] : []),
  ...(set.policies.late.kind === "flat" || set.policies.late.kind === "per-day" ? ["late"] : []),
];

function columnsBy(
  table: ReadTable,
  parts: readonly (KnownPart | undefined)[],
  kind: TablePart["kind"],
): readonly PartColumns[] {
  const byPart = new Map<string, { part: KnownPart; at: number[] }>();
  for (const [at, part] of parts.entries()) {
    if (part === undefined || (table.parts[at]?.kind ?? "points") !== kind) continue;
    const own = byPart.get(part.id);
    if (own === undefined) byPart.set(part.id, { part, at: [at] });
    else own.at.push(at);
  }
  return [...byPart.values()];
}

/** The items that stand beneath no other one, and the sources. */
function topOf(columns: readonly PartColumns[]): readonly PartColumns[] {
  const holders = heldBy(columns.filter(({ part }) => part.is === "item"));
  return columns.filter((one) => one.part.is !== "extra" && holders.get(one) === undefined);
}

/** Which column each stands directly beneath: a part's leaves are all among those of what it belongs to. */
function heldBy(columns: readonly PartColumns[]): ReadonlyMap<PartColumns, PartColumns> {
  const holders = new Map<PartColumns, PartColumns>();
  // From the largest part to the smallest, each takes its leaves from the one that held them.
  const held = new Map<Leaf, PartColumns>();
  const sorted = [...columns].sort((a, b) => b.part.leaves.length - a.part.leaves.length);
  for (const column of sorted) {
    const [first] = column.part.leaves;
    const holder = first === undefined ? undefined : held.get(first);
    if (holder !== undefined) holders.set(column, holder);
    for (const leaf of column.part.leaves) held.set(leaf, column);
  }
  return holders;
}

const summedMax = (columns: readonly PartColumns[]): Exact =>
  sum(columns.map(({ part }) => part.max ?? zero));

/** The sets of columns whose maxima make up the whole. */
function wholesOf(plan: Plan, columns: readonly PartColumns[]): readonly (readonly PartColumns[])[] {
  const top = topOf(columns);
  const [items, sources] = [top.filter(isItem), top.filter(({ part }) => part.is === "source")];
  const isWhole = (one: readonly PartColumns[]): boolean =>
    one.length > 0 && equals(summedMax(one), plan.max);
  const apart = [items, sources].filter(isWhole);
  return apart.length > 0 ? apart : [top].filter(isWhole);
}

const isItem = ({ part }: PartColumns): boolean => part.is === "item";

/** Parts whose own terms are all there. */
function subtotalsOf(columns: readonly PartColumns[]): readonly ColumnSum[] {
  const terms = new Map<PartColumns, PartColumns[]>();
  for (const [column, holder] of heldBy(columns.filter(isItem))) {
    const own = terms.get(holder);
    if (own === undefined) terms.set(holder, [column]);
    else own.push(column);
  }
  return [...terms]
    .filter(([of, own]) => equals(summedMax(own), of.part.max ?? zero))
    .map(([of, own]) => ({ of, terms: own }));
}

/** What the set has under the id of a column; undefined where it has no such thing. */
function knownPart(plan: Plan, id: string): KnownPart | undefined {
  const of = (is: KnownPart["is"], leaves: readonly Leaf[], max: Exact | undefined): KnownPart => ({
    ...{ id, is, max, leaves },
    least: sum(leaves.map(({ least }) => plan.itemRounded(least))),
    most: is === "extra" ? max : mostOf(plan, leaves),
    fixed: leaves.every((leaf) => isFixed(plan, leaf)),
  });
  if (id === "bonus" || id === "penalty") return of("extra", [], plan.caps[id]);
  if (id === "late") return of("extra", [], undefined);
  const node = plan.nodeOf.get(id);
  if (node !== undefined) return of("item", plan.leaves.slice(node.first, node.end), node.max);
  const leaf = plan.leafOf.get(id);
  if (leaf !== undefined) return of("item", [leaf], leaf.max);
  const source = plan.sourceIds.indexOf(id);
  if (source < 0) return undefined;
  const own = plan.leaves.filter(({ sourceIndex }) => sourceIndex === source);
  return of("source", own, plan.sourceMaxima[source]);
}

/** The most that leaves can have together. */
export const mostOf = (plan: Plan, leaves: readonly Leaf[]): Exact =>
  sum(leaves.map(({ max }) => greatest(max, plan.itemRounded(max))));

/** Whether a leaf stays in the maximum whatever is decided. */
const isFixed = ({ set }: Plan, { notApplicable, source }: Leaf): boolean =>
  (notApplicable === undefined || notApplicable === "full" || notApplicable === "zero") &&
  (source.kind !== "survey" || set.survey?.notHeld !== "rescale");

/** A column whose maximum the set declares, and what speaks against it. */
interface HeadedColumn {
  readonly at: number;
  readonly id: string;
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
export function withColumnsMended(plan: Plan, table: ReadTable, report: Report): ReadTable {
  if (table.parts.length > comparedColumns) return table;
  const headed = table.parts.flatMap(({ id, kind = "points", scale, maxPoints }, at): HeadedColumn[] => {
    if (id === undefined || kind !== "points" || scale !== undefined) return [];
    const max = knownPart(plan, id)?.max;
    if (max === undefined) return [];
    const printed = maxPoints === undefined ? max : decimal(maxPoints);
    const figures = table.rows.flatMap((row) => row?.parts?.[at] ?? []).map(decimal);
    const above = figures.filter((figure) => compareExact(figure, max) > 0).length;
    const faults = above + (equals(printed, max) ? 0 : 1);
    return [{ at, id, max, printed, most: figures.reduce(greatest, zero), faults }];
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
    return other === undefined ? part : { ...part, id: other.id, maxPoints: exactText(other.max) };
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
