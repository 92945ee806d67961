/**
 * Results as rows for a spreadsheet: a ranking, and the score sheet of one unit, with the headings that officials use;
 * and rows as text for a terminal, columns side by side. Decimals become numbers, which a spreadsheet can sort; they are
 * those that are published, rounded once.
 */
import type { CriteriaSet, Decimal } from "../criteria-set.ts";
import { decimal, decimalOfCell, rounded } from "../number.ts";
import { assertGiven, assertList, assertOptions, deepFreeze } from "../plain.ts";
import { type Plan, planOf } from "../plan.ts";
import { type PrintedPart, textTable } from "../print/table.ts";
import type { Ranking } from "../ranking.ts";
import type { Unit } from "../round.ts";
import type { Language } from "../rule.ts";
import type { Bounds, Score, ScoreLine } from "../score.ts";
import { enRows, enStyle, enTerms } from "../words/en.ts";
import { viRows, viStyle, viTerms } from "../words/vi.ts";
import {
  type Message,
  message,
  numberIn,
  type Param,
  type Style,
  said,
  say,
  tableOf,
  textIn,
  type Words,
} from "../words/words.ts";
import { decimalCell, guardedRow, type PlainRow, type RowCell } from "./cell.ts";

/** How a ranking is printed. */
export interface RankingRowsOptions {
  /** The units with their names, as a round has them; a unit that is not among them is named by its id. */
  readonly units?: readonly Pick<Unit, "id" | "name">[] | undefined;
  /** The scores; a unit among them whose index is still open has its bounds in the note. */
  readonly scores?: readonly Pick<Score, "unit" | "bounds">[] | undefined;
  /** The language, or a table of words; absent: `"vi"`. */
  readonly language?: Language | RowWords | undefined;
}

/** How a score sheet is printed. */
export interface ScoreRowsOptions {
  /** The language, or a table of words; absent: `"vi"`. */
  readonly language?: Language | RowWords | undefined;
}

/** What rows of results need of a table of words. */
export type RowWords = Pick<Words, "style" | "terms" | "rows">;

const shippedRowWords: Readonly<Record<Language, RowWords>> = {
  vi: { style: viStyle, terms: viTerms, rows: viRows },
  en: { style: enStyle, terms: enTerms, rows: enRows },
};

/**
 * Gives a ranking as rows: heading, the units best first, those without a place with the reason, the mean, and a row that
 * says so where the ranking is not yet approved.
 *
 * The columns are Hạng, Mã đơn vị, Đơn vị, Chỉ số (%), Xếp loại, Ghi chú; the last says what decided between equal
 * indexes, or why a unit has no place.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param ranking One of the rankings that `rank` or `assess` gave.
 * @param options The units with their names, and the language.
 *
 * @returns The rows, frozen; empty cells are `null`, places and indexes are numbers.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`.
 *
 * @example
 * ```ts
 * import { rankingRows } from "par-index/check";
 * import { criteriaSet } from "par-index/criteria";
 * const place = { place: 1, unit: "hoa-lam-so-y-te", index: "91.50", grade: "excellent", tied: false };
 * const ranking = { set: "hoa-lam/department/2026", edition: 1, group: "general", places: [place], unranked: [], complete: true, approved: true, meanOf: 0 };
 * rankingRows(criteriaSet("hoa-lam/department/2026"), ranking)[1]; // => [ 1, 'hoa-lam-so-y-te', 'hoa-lam-so-y-te', 91.5, 'Xuất sắc', null ]
 * ```
 */
export function rankingRows(
  set: CriteriaSet,
  ranking: Ranking,
  options: RankingRowsOptions = {},
): readonly PlainRow[] {
  const plan = planOf(set, "rankingRows");
  assertGiven(
    ranking,
    ["places", "unranked"],
    "rankingRows: the ranking must be one of those that rank or assess gives",
  );
  assertOptions(options, ["units", "scores", "language"], "rankingRows");
  const { units = [], scores = [], language = "vi" } = options;
  const words = tableOf(language, shippedRowWords, "rankingRows");
  const names = new Map(units.map(({ id, name }) => [id, textIn(words, name)]));
  const bounds = new Map(scores.map((score) => [score.unit, score.bounds]));
  const grades = new Map(set.grades.map(({ id, title }) => [id, textIn(words, title)]));
  const { place, unitId, unit: unitName, index: published, grade: graded, note: notes } = words.rows;
  const rows: PlainRow[] = [[place, unitId, unitName, published, graded, notes]];
  for (const { place, unit, index, grade, decidedBy } of ranking.places) {
    const note = decidedBy === undefined ? null : said(words, tieDecided(plan, decidedBy));
    rows.push([
      place,
      unit,
      names.get(unit) ?? unit,
      decimalCell(index),
      grades.get(grade ?? "") ?? null,
      note,
    ]);
  }
  for (const { unit, reason, index } of ranking.unranked) {
    const between = indexBounds(bounds.get(unit));
    const note = say(words, "rows.unranked", { reason: message(`terms.unranked.${reason}`), between });
    rows.push([null, unit, names.get(unit) ?? unit, cellOf(index), null, note]);
  }
  if (ranking.mean !== undefined) {
    const mean = say(words, "rows.mean", { count: ranking.meanOf });
    rows.push([null, null, mean, decimalCell(ranking.mean), null, null]);
  }
  if (!ranking.approved) rows.push([null, null, words.rows.notApproved, null, null, null]);
  return deepFreeze(rows.map(guardedRow));
}

type TieDecider = NonNullable<Ranking["places"][number]["decidedBy"]>;

function tieDecided(plan: Plan, { by, id = "", value }: TieDecider): Message {
  if (by === "exact-index") return message("rows.exactIndex", { value });
  const source = by === "item" ? undefined : plan.set.sources.find((it) => it.id === id);
  return message("rows.decidedBy", { what: source?.title ?? plannedItem(plan, id)?.number ?? id, value });
}

/**
 * Gives the score of one unit as rows: heading, every item in the order of the set, the lines, and the result.
 *
 * The columns are Mã, Tên tiêu chí, Điểm tối đa, Điểm tự chấm, Điểm đạt, Chỉ số thành phần (%), Ghi chú. The maximum is
 * the applicable one; the note says why an item is not plainly scored, and the bounds of what is still open.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param score A score that `score` or `assess` gave for a unit of this set.
 * @param options The language.
 *
 * @returns The rows, frozen; empty cells are `null`, points are numbers.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`; RangeError if the score is of another set or edition.
 *
 * @example
 * ```ts
 * import { assess, type RoundInput } from "par-index";
 * import { scoreRows } from "par-index/check";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("moha/ministry/2023");
 * const unit = { id: "bo-tu-phap", name: { vi: "Bộ Tư pháp" }, group: set.groups[0].id };
 * const statistics = [["1", "61.86"], ["2", "28.10"]].map(([item, points]) => ({ unit: unit.id, item, facts: { points } }));
 * const round: RoundInput = { format: 1, set: set.id, edition: 1, title: { vi: "PAR INDEX 2023" }, status: "real", units: [unit], statistics };
 * scoreRows(set, assess(set, round).scores[0]).at(-1); // => [ null, 'Kết quả', 100, null, 89.96, 89.96, null ]
 * ```
 */
export function scoreRows(
  set: CriteriaSet,
  score: Score,
  options: ScoreRowsOptions = {},
): readonly PlainRow[] {
  const plan = planOf(set, "scoreRows");
  assertGiven(score, ["items", "lines"], "scoreRows: the score must be what score or assess gives");
  assertOptions(options, ["language"], "scoreRows");
  if (score.set !== set.id || score.edition !== set.edition) {
    throw new RangeError(`scoreRows: the score is of ${score.set}, edition ${score.edition}`);
  }
  const words = tableOf(options.language ?? "vi", shippedRowWords, "scoreRows");
  const { id, title, maximum, claimed, points, componentIndex, note, notApplicable, result } = words.rows;
  const rows: PlainRow[] = [[id, title, maximum, claimed, points, componentIndex, note]];
  for (const item of score.items) {
    const parts = [
      item.state === "pending" ? message("rows.pending") : undefined,
      item.state === "not-applicable" ? message("rows.notApplicable") : undefined,
      item.reason === undefined ? undefined : message(`terms.reason.${item.reason}`),
      item.bounds && message("rows.between", { low: item.bounds.low, high: item.bounds.high }),
    ];
    rows.push([
      item.item,
      itemTitle(plan, words, item.item),
      decimalCell(item.maxPoints),
      item.claimed === "not-applicable" ? notApplicable : cellOf(item.claimed),
      cellOf(item.points),
      cellOf(item.index),
      say(words, "rows.noted", { parts }) || null,
    ]);
  }
  for (const line of score.lines) {
    const name = said(words, lineTitle(plan, line));
    rows.push([line.id, name, null, null, decimalCell(line.points), null, null]);
  }
  const parts = [
    set.grades.find((grade) => grade.id === score.grade)?.title ?? indexBounds(score.bounds),
    score.approved ? undefined : message("rows.notApproved"),
  ];
  rows.push([
    null,
    result,
    decimalCell(score.maxPoints),
    cellOf(score.claimed),
    cellOf(score.points),
    cellOf(score.index),
    say(words, "rows.noted", { parts }) || null,
  ]);
  return deepFreeze(rows.map(guardedRow));
}

const cellOf = (text: Decimal | undefined): RowCell => (text === undefined ? null : decimalCell(text));

const plannedItem = (plan: Plan, id: string) => (plan.leafOf.get(id) ?? plan.nodeOf.get(id))?.item;

function itemTitle(plan: Plan, words: Style, id: string): string {
  const title = plannedItem(plan, id)?.title;
  return title === undefined ? id : textIn(words, title);
}

const indexBounds = (bounds: Bounds | undefined): Message | undefined =>
  bounds && message("rows.indexBetween", { low: bounds.low, high: bounds.high });

function lineTitle(plan: Plan, { kind, id }: ScoreLine): Param {
  if (kind === "late") return message("rows.late");
  if (kind === "conversion") {
    const source = plan.set.sources.find((it) => it.id === id);
    return message("rows.conversion", { source: source?.title ?? id });
  }
  const title = plan.lineOf.get(id)?.line.title ?? id;
  if (kind !== "cap") return title;
  if (id === "bonus") return message("rows.capOfBonus");
  if (id === "penalty") return message("rows.capOfPenalty");
  if (id === "max" || id === "min") return message(id === "max" ? "rows.most" : "rows.least");
  return message("rows.capOfLine", { title });
}

/** The widest column, and the widest line, in characters; both give way to a word that is longer. */
const widest = { column: 44, line: 100 };

/** How rows are printed. */
export interface RowsTextOptions {
  /** `"vi"`, `"en"`, or a table of words, whose style of numbers is taken. */
  readonly language: Language | Style;
  /** Figures are printed as the set rounds; those of the first column are places, which are whole. */
  readonly rounding: CriteriaSet["policies"]["rounding"];
}

const shippedStyles: Readonly<Record<Language, Style>> = { vi: { style: viStyle }, en: { style: enStyle } };

/** Lays rows out, the first one as the heading. */
export function rowsText(
  head: Pick<PrintedPart, "title" | "notes">,
  rows: readonly PlainRow[],
  options: RowsTextOptions,
): string {
  const [titles = [], ...body] = shownRows(rows, options);
  const widths = fittedWidths(
    titles.map((name, at) => {
      const cells = body.map((row) => row[at] ?? "");
      const least = longest([name, ...cells].flatMap((text) => text.split(" ")));
      const most = longest(name.length <= 10 ? [name, ...cells] : cells);
      return { least, width: Math.max(least, Math.min(most, widest.column)) };
    }),
  );
  const columns = titles.map((name, at) => {
    const width = widths[at] ?? 1;
    const isFigure = rows.some((row) => typeof row[at] === "number");
    return isFigure ? { title: name, width, right: true as const } : { title: name, width };
  });
  return textTable([{ id: "rows", ...head, columns, rows: body }]);
}

/**
 * Gives rows as a page prints them: figures as the set rounds, in the style of the language; those of the first column
 * are places, which are whole.
 *
 * @param rows The rows, as `rankingRows` or `scoreRows` give them.
 * @param options The language, and how the set rounds.
 *
 * @returns A text for each cell, frozen; an empty cell is `""`.
 *
 * @throws TypeError if the rows are not a list; RangeError if the language is not shipped.
 *
 * @example
 * ```ts
 * import { shownRows } from "par-index/check";
 * const rounding = { places: 2, mode: "half-up" } as const;
 * shownRows([["Hạng", "Chỉ số (%)"], [1, 91.5]], { language: "vi", rounding })[1]; // => [ '1', '91,50' ]
 * ```
 */
export function shownRows(
  rows: readonly PlainRow[],
  options: RowsTextOptions,
): readonly (readonly string[])[] {
  assertList(rows, "shownRows: the rows must be a list, as rankingRows gives them");
  assertOptions(options, ["language", "rounding"], "shownRows");
  const words = tableOf<Style>(options.language, shippedStyles, "shownRows");
  return deepFreeze(rows.map((row) => row.map(cellShown(words, options.rounding))));
}

const cellShown =
  (words: Style, { places, mode }: RowsTextOptions["rounding"]) =>
  (cell: PlainRow[number] | undefined, at: number): string => {
    if (typeof cell !== "number") return cell ?? "";
    const { text = "" } = decimalOfCell(cell) ?? {};
    return numberIn(words, at === 0 ? text : rounded(decimal(text), places, mode));
  };

/**
 * Writes rows as a CSV file that Excel opens as a Vietnamese office has it set up: UTF-8 with a byte order mark, cells
 * parted by semicolons, decimals after a comma (in English after a point), lines ended by CR and LF.
 *
 * @param rows The rows, as `rankingRows` or `scoreRows` give them; their texts run no formula.
 * @param options The language, and how the set rounds: figures are printed to its places.
 *
 * @returns The text of the file; for no rows just the byte order mark.
 *
 * @throws TypeError if the rows are not a list; RangeError if the language is not shipped.
 *
 * @example
 * ```ts
 * import { rowsCsv } from "par-index/check";
 * const rounding = { places: 2, mode: "half-up" } as const;
 * rowsCsv([["Hạng", "Chỉ số (%)"], [1, 91.5]], { language: "vi", rounding }).slice(1); // => 'Hạng;Chỉ số (%)\r\n1;91,50\r\n'
 * ```
 */
export function rowsCsv(rows: readonly PlainRow[], options: RowsTextOptions): string {
  assertList(rows, "rowsCsv: the rows must be a list, as rankingRows gives them");
  assertOptions(options, ["language", "rounding"], "rowsCsv");
  const { language, rounding } = options;
  const { style } = tableOf<Style>(language, shippedStyles, "rowsCsv");
  const plain = { style: { ...style, group: "", minus: "-" } };
  const quoted = (text: string): string => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = shownRows(rows, { language: plain, rounding }).map(
    (row) => `${row.map(quoted).join(";")}\r\n`,
  );
  return `\ufeff${lines.join("")}`;
}

const longest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, text.length), 0);

interface ColumnWidth {
  /** The longest word: no code and no word is broken. */
  readonly least: number;
  readonly width: number;
}

/** Takes from the widest columns that can give until the line fits. */
function fittedWidths(columns: readonly ColumnWidth[]): readonly number[] {
  const widths = columns.map(({ width }) => width);
  const total = widths.reduce((sum, width) => sum + width + 2, -2);
  const most = Math.max(...columns.map(({ least, width }) => (width > least ? width : 0)));
  if (total <= widest.line || most === 0) return widths;
  const giving = columns.findIndex(({ least, width }) => width === most && width > least);
  return fittedWidths(columns.map((it, at) => (at === giving ? { ...it, width: most - 1 } : it)));
}
