/**
 * The results as sheets that a spreadsheet recalculates: points of items are inputs; sums of criteria and sources, lines,
 * index, grade and place are formulas. Each formula gives the figure that the library gives; where none does (half-even
 * rounding, a place that a tie-breaker decided, a grade that a condition withholds), the figure stands as a value and is
 * marked.
 */
import type { Until } from "../appraisal.ts";
import { assess } from "../assess.ts";
import type { CriteriaSet } from "../criteria-set.ts";
import {
  add,
  compareExact,
  decimal,
  type Exact,
  exactText,
  readFraction,
  rounded,
  subtract,
  sum,
} from "../number.ts";
import { assertOptions, deepFreeze, elementAt } from "../plain.ts";
import { type Plan, planOf } from "../plan.ts";
import { exactIndex, type Place, type Ranking } from "../ranking.ts";
import type { Readable, RoundInput } from "../round/input.ts";
import { readRound } from "../round/read.ts";
import type { Round, Unit } from "../round.ts";
import { roundFormula } from "../rules/measure.ts";
import { gradeOf, type ItemScore, type Score } from "../score.ts";
import { columnLetters, guardedText } from "../sheets/cell.ts";
import { enWords } from "../words/en.ts";
import { viWords } from "../words/vi.ts";
import { type Language, message, say, tableOf, textIn, type Words, withColon } from "../words/words.ts";

/** A cell of a sheet of results. */
export interface ResultCell {
  /** What it shows: of a formula, the figure that it gives. */
  readonly value: string | number | null;
  /** The formula, in English and without `=`; absent: the value is an input or a text. */
  readonly formula?: string | undefined;
  /** Its number format, as spreadsheets write them. */
  readonly format?: string | undefined;
  /** `head`: of the heading. `input`: points that were given. `fixed`: a figure that no formula gives. */
  readonly look?: "head" | "input" | "fixed" | undefined;
}

/** A sheet of results: `rows` begin at A1. */
export interface ResultSheet {
  /** Its name, of at most 31 characters. */
  readonly name: string;
  /** Its rows; those of a heading come first. */
  readonly rows: readonly (readonly ResultCell[])[];
  /** How many rows and columns stay where they are while the rest is scrolled. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** The widths of its columns, in characters. */
  readonly widths: readonly number[];
}

/** What the workbook of results needs of a table of words. */
export type WorkbookWords = Pick<Words, "style" | "terms" | "report" | "workbook">;

/** Which results the sheets show. */
export interface ResultSheetsOptions {
  /** A stage or a day, inclusive; `"self"`: as self-assessed; absent: to the end. */
  readonly until?: Until | undefined;
  /** `"vi"` or `"en"`, or the words of another language; absent: `"vi"`. */
  readonly language?: Language | WorkbookWords | undefined;
}

/**
 * Gives the results of a round as sheets that a spreadsheet recalculates.
 *
 * One sheet says what the workbook is; each group that has units has one of its own: a row for each unit, those with a place
 * first, and a column for place, index, grade, points, applicable maximum, each source, each line and each item. The
 * index is rounded by the formula as the set says; before that to nine decimals, so that what a spreadsheet loses in
 * binary changes nothing.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param round The round, as `readRound` gave it, or as parsed from JSON: then it is read first.
 * @param options How far the process is followed, and in which language.
 *
 * @returns The sheets, frozen plain data, for any library that writes workbooks.
 *
 * @throws TypeError if the set was not read by `readCriteriaSet`, or an option is unknown; RangeError if the language is
 * none; InvalidError if the round has errors.
 *
 * @example
 * ```ts
 * import { readRound } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * import { resultSheets } from "par-index/report";
 * import file from "par-index/examples/hoa-lam-departments-2026.json" with { type: "json" };
 * const set = criteriaSet("hoa-lam/department/2026");
 * const round = readRound(set, file);
 * const [, general] = resultSheets(set, round);
 * general.rows[5][3].formula.startsWith("ROUND(ROUND("); // => true
 * ```
 */
export function resultSheets(
  set: CriteriaSet,
  round: Round | Readable<RoundInput>,
  options: ResultSheetsOptions = {},
): readonly ResultSheet[] {
  assertOptions(options, ["until", "language"], "resultSheets");
  const { until, language = "vi" } = options;
  const words: WorkbookWords = tableOf<WorkbookWords>(language, { vi: viWords, en: enWords }, "resultSheets");
  const plan = planOf(set, "resultSheets");
  const read = readRound(set, round);
  const { scores, rankings } = assess(set, read, { until });
  const book: Book = {
    ...{ words, plan, columns: bookColumns(plan, words) },
    units: new Map(read.units.map((unit) => [unit.id, unit])),
    scores: new Map(scores.map((score) => [score.unit, score])),
  };
  const shown = rankings.filter(({ places, unranked }) => places.length + unranked.length > 0);
  return deepFreeze([aboutSheet(book, read), ...shown.map((ranking, at) => groupSheet(book, ranking, at))]);
}

/** What every sheet is made from. */
interface Book {
  readonly words: WorkbookWords;
  readonly plan: Plan;
  readonly columns: readonly BookColumn[];
  readonly units: ReadonlyMap<string, Unit>;
  readonly scores: ReadonlyMap<string, Score>;
}

/** A column of a group's sheet. */
interface BookColumn {
  readonly kind:
    | "place"
    | "id"
    | "unit"
    | "index"
    | "grade"
    | "note"
    | "total"
    | "applicable"
    | "source"
    | "line"
    | "item";
  /** The id of the source, line or item; `conversion:id` and `cap:id` of lines that stand beside one. */
  readonly id: string;
  readonly number: string;
  readonly title: string;
  /** The maximum, in points. */
  readonly max?: string | undefined;
}

/** The rows above the units: title, note, numbers, titles, maxima. */
const bookHead = 5;

function bookColumns(plan: Plan, words: WorkbookWords): readonly BookColumn[] {
  const { set } = plan;
  const fixed = (["place", "id", "unit", "index", "grade", "note", "total", "applicable"] as const).map(
    (kind): BookColumn => ({ kind, id: kind, number: "", title: say(words, `workbook.${kind}`) }),
  );
  const titled = (kind: BookColumn["kind"], id: string, title: string): BookColumn => ({
    ...{ kind, id, number: "", title },
  });
  const sources = set.sources.map(({ id, title }, at): BookColumn => {
    const max = elementAt(plan.sourceMaxima, at);
    return { ...titled("source", id, textIn(words, title)), max: exactText(max) };
  });
  const converted = set.sources.flatMap(({ id, title }) =>
    plan.leaves.some((leaf) => leaf.source.id === id && leaf.notApplicable === "rescale-source")
      ? titled(
          "line",
          `conversion:${id}`,
          withColon(words, say(words, "terms.line.conversion"), textIn(words, title)),
        )
      : [],
  );
  const decided = plan.lines.flatMap((line) => {
    const { number, title } = line.line;
    const cap = titled("line", `cap:${line.id}`, withColon(words, say(words, "terms.line.cap"), number));
    const own: BookColumn = { kind: "line", id: line.id, number, title: textIn(words, title) };
    return [own, ...(line.cap === undefined ? [] : [cap])];
  });
  const caps = (["bonus", "penalty"] as const).flatMap((kind) =>
    plan.caps[kind] === undefined
      ? []
      : titled(
          "line",
          `cap:${kind}`,
          withColon(words, say(words, "terms.line.cap"), say(words, `terms.line.${kind}`)),
        ),
  );
  const hasLate = set.policies.late.kind === "flat" || set.policies.late.kind === "per-day";
  const late = hasLate ? [titled("line", "late", say(words, "terms.line.late"))] : [];
  const items = plan.order.flatMap(({ node, leaf }): readonly BookColumn[] => {
    const item = node?.item ?? leaf?.item;
    if (item === undefined) return [];
    const { id, number, title, maxPoints } = item;
    return [{ kind: "item", id, number, title: textIn(words, title), max: maxPoints }];
  });
  return [...fixed, ...sources, ...converted, ...decided, ...caps, ...late, ...items];
}

const text = (value: string, look?: ResultCell["look"]): ResultCell => ({
  value: guardedText(value),
  ...(look === undefined ? {} : { look }),
});
const empty: ResultCell = { value: null };

/** What the workbook is, of which set and round, how final, and what the looks of its cells mean. */
function aboutSheet({ words, plan: { set } }: Book, round: Round): ResultSheet {
  const edition = say(words, "report.edition", { edition: set.edition });
  const pairs: readonly (readonly [head: string, told: string, look?: ResultCell["look"]])[] = [
    [say(words, "report.round"), textIn(words, round.title)],
    [say(words, "report.set"), `${textIn(words, set.title)} (${set.id}, ${edition})`],
    ...(round.status === "illustrative"
      ? [[say(words, "report.data"), say(words, "report.illustrative")] as const]
      : []),
    [say(words, "workbook.inputs"), say(words, "workbook.inputsMean"), "input"],
    [say(words, "workbook.formulas"), say(words, "workbook.formulasMean")],
    [say(words, "workbook.marked"), say(words, "workbook.markedMean"), "fixed"],
  ];
  return {
    ...{ name: say(words, "workbook.about"), frozen: { rows: 0, columns: 0 }, widths: [24, 100] },
    rows: pairs.map(([head, told, look]) => [text(head, "head"), text(told, look)]),
  };
}

/** Where the cells of a sheet stand. */
interface Grid {
  /** The cell of a column in a row, from 1: `H7`. */
  readonly cell: (kind: BookColumn["kind"], id: string, row: number) => string;
  /** The maximum of a column: `H$5`. */
  readonly max: (kind: BookColumn["kind"], id: string) => string;
  /** The rows of the units with a place, from 1. */
  readonly first: number;
  readonly last: number;
  /** The place of each printed index. */
  readonly printed: ReadonlyMap<string, number>;
}

function gridOf({ columns, plan }: Book, ranking: Ranking): Grid {
  const letters = new Map(columns.map(({ kind, id }, at) => [`${kind} ${id}`, columnLetters(at)]));
  const of = (kind: string, id: string): string => letters.get(`${kind} ${id}`) ?? "A";
  return {
    cell: (kind, id, row) => `${of(kind, id)}${row}`,
    max: (kind, id) => `${of(kind, id)}$${bookHead}`,
    first: bookHead + 1,
    last: bookHead + ranking.places.length,
    printed: printedPlaces(plan, ranking),
  };
}

function groupSheet(book: Book, ranking: Ranking, at: number): ResultSheet {
  const { words, plan, columns } = book;
  const group = plan.set.groups.find(({ id }) => id === ranking.group);
  const title = group === undefined ? ranking.group : textIn(words, group.title);
  const grid = gridOf(book, ranking);
  const head = (pick: (column: BookColumn) => string): readonly ResultCell[] =>
    columns.map((column) => text(pick(column), "head"));
  const maxima = columns.map(
    ({ max }): ResultCell =>
      max === undefined ? { ...empty, look: "head" } : { value: Number(max), look: "head" },
  );
  const listed = [...ranking.places.map(({ unit }) => unit), ...ranking.unranked.map(({ unit }) => unit)];
  return {
    name: say(words, "workbook.group", { number: at + 1 }),
    frozen: { rows: bookHead, columns: 4 },
    widths: columns.map(({ kind }) =>
      kind === "unit" ? 34 : kind === "note" || kind === "id" ? 24 : kind === "line" ? 18 : 15,
    ),
    rows: [
      [text(say(words, "report.groupHead", { group: title }), "head")],
      [text(ranking.approved ? "" : say(words, "report.notApproved"), "fixed")],
      head(({ number }) => number),
      head(({ title: told }) => told),
      maxima,
      ...listed.map((unit, row) => unitRow(book, ranking, grid, { unit, row: bookHead + 1 + row })),
    ],
  };
}

/** A unit and its row, from 1. */
interface RowOfUnit {
  readonly unit: string;
  readonly row: number;
}

function unitRow(book: Book, ranking: Ranking, grid: Grid, at: RowOfUnit): readonly ResultCell[] {
  const { words, units, scores, columns } = book;
  const score = scores.get(at.unit);
  const unit = units.get(at.unit);
  const cells: Readonly<Record<BookColumn["kind"], (id: string) => ResultCell>> = {
    place: () => placeCell(book, ranking, grid, at),
    id: () => text(at.unit),
    unit: () => text(unit === undefined ? at.unit : textIn(words, unit.name)),
    note: () => noteCell(book, ranking, at.unit),
    index: () => (score === undefined ? empty : indexCell(book, score, grid, at.row)),
    grade: () => (score === undefined ? empty : gradeCell(book, score, grid, at.row)),
    total: () => (score === undefined ? empty : totalCell(book, score, grid, at.row)),
    applicable: () => (score === undefined ? empty : applicableCell(book, score, grid)),
    source: (id) => (score === undefined ? empty : sourceCell(book, score, grid, { id, row: at.row })),
    line: (id) => (score === undefined ? empty : lineCell(book, score, grid, { id, row: at.row })),
    item: (id) => (score === undefined ? empty : itemCell(book, score, grid, { id, row: at.row })),
  };
  return columns.map(({ kind, id }) => cells[kind](id));
}

/** A part of the sheet and the row of a unit, from 1. */
interface PartOfRow {
  readonly id: string;
  readonly row: number;
}

const pointsFormat = ({ mode, places }: Plan): string =>
  mode === "half-up" ? `0.${"0".repeat(places)}`.replace(/\.$/, "") : "0.##########";

/** A figure that a formula gives: shown to the published places where a spreadsheet rounds as the set does. */
const formulaCell = (plan: Plan, formula: string, value: string): ResultCell => ({
  ...{ value: Number(value), formula, format: pointsFormat(plan) },
});

const fixedCell = (value: string | number): ResultCell => ({ value, look: "fixed" });

const hasBounds = ({ bounds }: Pick<ItemScore, "bounds">): boolean => bounds !== undefined;

/** Points as an input: a decimal as it is, a fraction as a quotient, so that nothing is cut off. */
function inputCell(points: string, fraction: string | undefined): ResultCell {
  if (fraction === undefined) return { value: Number(points), look: "input" };
  return { value: Number(points), formula: fraction, format: "0.########", look: "input" };
}

function itemCell({ words, plan }: Book, score: Score, grid: Grid, { id, row }: PartOfRow): ResultCell {
  const item = score.items.find((it) => it.item === id);
  if (item === undefined) return empty;
  const { state, points, fraction } = item;
  if (state === "pending" || (state === undefined && hasBounds(item)))
    return text(say(words, "terms.state.pending"));
  if (points === undefined) return text(say(words, "report.notApplicable"));
  const node = plan.nodeOf.get(id);
  if (node === undefined) return inputCell(points, fraction);
  const parts = (node.item.items ?? []).map((child) => grid.cell("item", child.id, row));
  return formulaCell(plan, `SUM(${parts.join(",")})`, points);
}

function sourceCell({ words, plan }: Book, score: Score, grid: Grid, { id, row }: PartOfRow): ResultCell {
  const source = score.sources.find((it) => it.source === id);
  if (source === undefined) return empty;
  if (source.points === undefined)
    return text(
      source.bounds === undefined ? say(words, "report.notApplicable") : say(words, "terms.state.pending"),
    );
  const leaves = plan.leaves.filter((leaf) => leaf.source.id === id);
  return formulaCell(plan, sumOf(leaves.map((leaf) => grid.cell("item", leaf.id, row))), source.points);
}

/** A sum of cells, in parts of at most 200, which every spreadsheet takes. */
function sumOf(cells: readonly string[]): string {
  const first = `SUM(${cells.slice(0, 200).join(",")})`;
  return cells.length <= 200 ? first : `${first}+${sumOf(cells.slice(200))}`;
}

function totalCell({ plan }: Book, score: Score, grid: Grid, row: number): ResultCell {
  if (score.index === undefined) return empty;
  const parts = plan.set.items.map(({ id }) => grid.cell("item", id, row));
  const roots = new Set(plan.set.items.map(({ id }) => id));
  const own = score.items.flatMap(({ item, points, fraction }) =>
    roots.has(item) && points !== undefined ? readFraction(fraction ?? points) : [],
  );
  return formulaCell(plan, `SUM(${parts.join(",")})`, rounded(sum(own), plan.places, plan.mode));
}

/** The leaves that left the maximum of a unit, and whether what is left of their source carries their weight. */
function leavesGone(plan: Plan, { items, sources }: Score) {
  const gone = new Set(
    items.flatMap(({ item, state, points }) =>
      state === "not-applicable" && points === undefined ? item : [],
    ),
  );
  const empties = new Set(sources.flatMap(({ source, maxPoints }) => (maxPoints === "0" ? source : [])));
  return plan.leaves
    .filter(({ id }) => gone.has(id))
    .map(({ id, source, notApplicable }) => ({
      ...{ id, source: source.id, carried: notApplicable === "rescale-source" && !empties.has(source.id) },
    }));
}

function applicableCell({ plan }: Book, score: Score, grid: Grid): ResultCell {
  // A maximum of the unit's own is as published as its points: no sum of declared maxima gives it.
  const isOwn = score.items.some(
    ({ item, state, maxPoints }) => state === "scored" && maxPoints !== plan.leafOf.get(item)?.item.maxPoints,
  );
  if (isOwn) return inputCell(score.maxPoints, undefined);
  const left = leavesGone(plan, score).flatMap(({ id, carried }) => (carried ? [] : grid.max("item", id)));
  const roots = plan.set.items.map(({ id }) => grid.max("item", id));
  const formula = [`SUM(${roots.join(",")})`, ...left].join("-");
  return { value: Number(score.maxPoints), formula };
}

const lineParts = (id: string): readonly [string, string] => {
  const [, kind = "", of = id] = /^(conversion|cap):(.*)$/.exec(id) ?? [];
  return [kind, of];
};

function lineCell({ plan }: Book, score: Score, grid: Grid, { id, row }: PartOfRow): ResultCell {
  const [kind, of] = lineParts(id);
  const line = score.lines.find((it) => it.id === of && (kind === "" ? it.kind !== "cap" : it.kind === kind));
  if (kind === "conversion") {
    if (line === undefined) return empty;
    const gone = leavesGone(plan, score).filter(({ source }) => source === of);
    const carried = gone.flatMap(({ id: leaf, carried: is }) => (is ? grid.max("item", leaf) : []));
    const applicable = [grid.max("source", of), ...gone.map((leaf) => grid.max("item", leaf.id))].join("-");
    const formula = `${grid.cell("source", of, row)}*(${carried.join("+")})/(${applicable})`;
    return { value: Number(line.points), formula, format: "0.########" };
  }
  if (kind === "cap") return capCell(plan, line?.points, grid, { id: of, row });
  return line === undefined ? empty : inputCell(line.points, line.fraction);
}

/** What a cap takes back: nothing where what stands before it is no more than the cap. */
function capCell(plan: Plan, points: string | undefined, grid: Grid, { id, row }: PartOfRow): ResultCell {
  const own = plan.lineOf.get(id);
  const kind = own?.kind ?? (id === "penalty" ? "penalty" : "bonus");
  const cap = own === undefined ? plan.caps[kind] : own.cap;
  if (cap === undefined) return empty;
  const before =
    own !== undefined
      ? [grid.cell("line", id, row)]
      : plan.lines.flatMap((line) => {
          if (line.kind !== kind) return [];
          const below = line.cap === undefined ? [] : [grid.cell("line", `cap:${line.id}`, row)];
          return [grid.cell("line", line.id, row), ...below];
        });
  const most = exactText(cap);
  const formula =
    kind === "bonus" ? `MIN(0,${most}-SUM(${before.join(",")}))` : `MAX(0,-${most}-SUM(${before.join(",")}))`;
  return { value: Number(points ?? "0"), formula };
}

/** The least that a spreadsheet must keep of a figure, so that rounding it gives what the exact one gives. */
const nearly: Exact = /* @__PURE__ */ decimal("0.000000001");

/** Whether a figure rounds alike where it is off by what binary arithmetic loses. */
function isSteady({ places, mode }: Plan, exact: Exact): boolean {
  if (mode === "half-even") return false;
  if (compareExact(decimal(rounded(exact, 9, "half-up")), exact) === 0) return true;
  const printed = rounded(exact, places, mode);
  return [subtract(exact, nearly), add(exact, nearly)].every((it) => rounded(it, places, mode) === printed);
}

function indexCell({ words, plan, columns }: Book, score: Score, grid: Grid, row: number): ResultCell {
  const { index, bounds } = score;
  if (index === undefined)
    return bounds === undefined
      ? text(say(words, `terms.result.${score.state}`))
      : text(say(words, "workbook.between", { ...bounds }));
  const { places, mode, limits, max } = plan;
  if (!isSteady(plan, exactIndex(plan, score))) return fixedCell(Number(index));
  const cells = (converted: boolean): readonly string[] =>
    columns.flatMap(({ kind, id }) =>
      kind === "line" && id.startsWith("conversion:") === converted ? grid.cell(kind, id, row) : [],
    );
  const whole = [grid.cell("total", "total", row), ...cells(true)].join(",");
  const beside = cells(false);
  const declared = exactText(max);
  const free = `SUM(${whole})/${grid.cell("applicable", "applicable", row)}*100${beside.length === 0 ? "" : `+SUM(${beside.join(",")})/${declared}*100`}`;
  const above = limits.min === undefined ? free : `MAX(${exactText(limits.min)},${free})`;
  const within = limits.max === undefined ? above : `MIN(${exactText(limits.max)},${above})`;
  const format = `0.${"0".repeat(places)}`.replace(/\.$/, "");
  return { value: Number(index), formula: roundFormula(`ROUND(${within},9)`, places, mode), format };
}

function gradeCell({ words, plan: { set } }: Book, score: Score, grid: Grid, row: number): ResultCell {
  const titleOf = (id: string | undefined): string => {
    const title = set.grades.find((grade) => grade.id === id)?.title;
    return title === undefined ? "" : textIn(words, title);
  };
  if (score.grade === undefined) return empty;
  const value = titleOf(score.grade);
  if (gradeOf(set.grades, score.index) !== score.grade) return fixedCell(guardedText(value));
  const cell = grid.cell("index", "index", row);
  const formula = set.grades.reduceRight((rest, { id, from }) => {
    const title = `"${titleOf(id).replaceAll('"', '""')}"`;
    return from === undefined ? title : `IF(${cell}>=${from},${title},${rest})`;
  }, '""');
  return { value, formula };
}

/** The place: how many stand above, by the printed index alone; where that is not what decided, the place as a value. */
function placeCell({ plan }: Book, { places }: Ranking, grid: Grid, { unit, row }: RowOfUnit): ResultCell {
  const own = places.find((it) => it.unit === unit);
  if (own === undefined) return empty;
  if (grid.printed.get(own.index) !== own.place) return fixedCell(own.place);
  const cell = grid.cell("index", "index", row);
  const column = cell.replace(/\d+$/, "");
  const range = `${column}$${grid.first}:${column}$${grid.last}`;
  const isDense = plan.set.ranking.ties === "dense";
  const above = isDense ? `(${range}>${cell})/COUNTIF(${range},${range})` : `--(${range}>${cell})`;
  return { value: own.place, formula: `ROUND(1+SUMPRODUCT(${above}),0)` };
}

/** The place that the printed index alone gives. */
function printedPlaces({ set }: Plan, { places }: Ranking): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [at, { index }] of places.entries())
    if (!found.has(index)) found.set(index, set.ranking.ties === "dense" ? found.size + 1 : at + 1);
  return found;
}

function noteCell(
  { words, plan: { set }, scores }: Book,
  { places, unranked }: Ranking,
  unit: string,
): ResultCell {
  const apart = unranked.find((it) => it.unit === unit);
  if (apart !== undefined)
    return text(say(words, "report.noPlace", { reason: message(`terms.unranked.${apart.reason}`) }));
  const place = places.find((it) => it.unit === unit);
  const reached = set.grades.find(({ id }) => id === scores.get(unit)?.reaches);
  const notes = [
    place === undefined ? undefined : placeNote(words, set, place),
    reached && say(words, "report.withheld", { grade: reached.title }),
  ].filter((it) => it !== undefined);
  return notes.length === 0 ? empty : text(notes.join(words.style.semicolon));
}

/** What decided between units of the same printed index, or that the place is shared. */
export function placeNote(
  words: Pick<Words, "style" | "terms" | "report">,
  set: CriteriaSet,
  { tied, decidedBy }: Place,
): string | undefined {
  if (tied) return say(words, "report.tied");
  if (decidedBy === undefined) return undefined;
  const { by, id, value } = decidedBy;
  const source = set.sources.find((it) => it.id === id)?.title;
  const title = by === "source" ? source : by === "exact-index" ? message("report.exactIndex") : id;
  return say(words, "report.decided", { by: title ?? "", value });
}
