/**
 * Reading a form that a unit filled in: what each row is about, what its cells say, and the self-assessment that data
 * would write, which then goes through the same door as every other (`readSelfAssessment`), so that it has one meaning.
 * Titles, blank rows, sums and what stands beneath the last row with a code are passed over; data that nobody could
 * assign is an issue, and each issue names row and column.
 */

import type { CriteriaSet, IsoDate } from "../criteria-set.ts";
import {
  hasErrors,
  InvalidError,
  type Issue,
  report as newReport,
  type Path,
  type Report,
} from "../issue.ts";
import { assertOptions, byCodeUnit, isRecord } from "../plain.ts";
import { type Leaf, type Plan, planOf } from "../plan.ts";
import { checkSelfAssessment, readSelfAssessment } from "../round/read.ts";
import type { Evidence, Round, SelfAssessment, Unit } from "../round.ts";
import type { Figure, Filled } from "../rule.ts";
import { isId, nearest } from "../shape.ts";
import { viForm } from "../words/vi.ts";
import { message, type Param } from "../words/words.ts";
import {
  type CellPlace,
  type Cells,
  cellsOf,
  columnLetters,
  columnLimit,
  countFrom,
  decimalFrom,
  folded,
  isNumberCell,
  markFrom,
  percentFrom,
  type ReadCell,
  refusedCell,
  type SheetRows,
  writtenIn,
} from "./cell.ts";
import {
  type FormColumn,
  figureCode,
  type Header,
  headCells,
  headerOf,
  headings,
  readEvidenceLine,
  rowFigures,
  setMark,
  writtenFacts,
} from "./form.ts";

/** What the rows say of one leaf. */
interface RowsOfLeaf {
  readonly leaf: Leaf;
  /** The row of the leaf itself; undefined where only rows of its figures are there. */
  own: number | undefined;
  /** The row of each figure, by its key. */
  readonly figures: Map<string, number>;
}

/** What a code stands for. */
type Meaning =
  | { readonly kind: "leaf"; readonly leaf: Leaf }
  | { readonly kind: "figure"; readonly leaf: Leaf; readonly figure: Figure }
  | { readonly kind: "title"; readonly id: string; readonly number: string }
  | { readonly kind: "line"; readonly id: string };

/** What the rows say: of each leaf, and the bonus and penalty lines that somebody filled in. */
interface Sheet {
  readonly leaves: readonly RowsOfLeaf[];
  readonly lines: readonly { readonly id: string; readonly row: number }[];
}

/** A sheet whose heading row was found. */
interface OpenedSheet {
  readonly cells: Cells;
  readonly header: Header;
  readonly report: Report;
}

const dataColumns: readonly FormColumn[] = ["figures", "points", "evidence", "explanation"];

/** Assigns the rows beneath the heading. */
function readSheet(plan: Plan, opened: OpenedSheet): Sheet {
  const { cells, header, report } = opened;
  const meanings = meaningsOf(plan);
  const at = (row: number, column: FormColumn): ReadCell => cells.at(row, header.at[column]);
  const codeAt = (row: number): string => writtenIn(at(row, "code") ?? "").replace(/\s/g, "");
  const hasData = (row: number, columns: readonly FormColumn[]): boolean =>
    columns.some((it) => at(row, it) !== null);
  let last = header.row;
  for (let row = header.row + 1; row < cells.height; row++) if (meanings.has(codeAt(row))) last = row;

  const seen = new Map<string, number>();
  const leaves = new Map<Leaf, RowsOfLeaf>();
  const lines: { readonly id: string; readonly row: number }[] = [];
  for (let row = header.row + 1; row < cells.height; row++) {
    const code = codeAt(row);
    const meaning = meanings.get(code);
    const place = [row, header.at.code];
    if (meaning === undefined) {
      if (!hasData(row, dataColumns) || isSum(cells, row, at) || isFoot(cells, row)) continue;
      // Beneath the table stand names and signatures; a number there is a figure that lost its code.
      const foot = row > last && !dataColumns.some((it) => isNumberCell(at(row, it)));
      if (code === "" && !foot) report("row-without-code", place);
      if (code !== "")
        report("row-code-unknown", place, { found: code, expected: near(code, [...meanings.keys()]) });
      continue;
    }
    const first = seen.get(code);
    if (first !== undefined) {
      if (hasData(row, dataColumns)) report("row-code-twice", place, { found: code, first: first + 1 });
      continue;
    }
    seen.set(code, row);
    if (meaning.kind === "line") {
      if (hasData(row, dataColumns)) lines.push({ id: meaning.id, row });
    } else if (meaning.kind === "title") {
      // A subtotal may stand in a title row; points are counted from the leaves.
      const wrong = dataColumns.find((it) => it !== "points" && at(row, it) !== null);
      if (wrong !== undefined)
        report("row-on-title", [row, header.at[wrong]], { found: code }, { item: meaning });
    } else {
      const known = leaves.get(meaning.leaf) ?? { leaf: meaning.leaf, own: undefined, figures: new Map() };
      leaves.set(meaning.leaf, known);
      if (meaning.kind === "leaf") known.own = row;
      else {
        known.figures.set(meaning.figure.key, row);
        reportMisplaced(row, meaning.leaf, opened);
      }
    }
  }
  return { leaves: [...leaves.values()], lines };
}

/** Only the figure itself stands in its row; points, evidence and explanation belong to the leaf. */
function reportMisplaced(row: number, leaf: Leaf, { cells, header, report }: OpenedSheet): void {
  for (const column of dataColumns) {
    const cell = cells.at(row, header.at[column]);
    if (column === "figures" || cell === null) continue;
    // A figure one column to the right of its own is the commonest slip.
    const isFigure = column === "points" && cells.at(row, header.at.figures) === null;
    const expected = isFigure
      ? message("named.cell.sameRow", { column: headings.figures })
      : message("named.cell.columnOf", { column: headings[column], id: leaf.id });
    const facts = { found: writtenIn(cell), expected };
    report("cell-misplaced", [row, header.at[column]], facts, { item: leaf });
  }
}

/** The row of the form's own signatures, which stands in between where rows were sorted. */
const isFoot = (cells: Cells, row: number): boolean =>
  Array.from({ length: columnLimit }, (_, column) => folded(cells.at(row, column))).includes(
    folded(viForm.head),
  );

/** A row of sums: “Tổng cộng” or “Cộng” in one of its cells, and nothing but points in what is read. */
function isSum(cells: Cells, row: number, at: (row: number, column: FormColumn) => ReadCell): boolean {
  if (at(row, "figures") !== null || at(row, "evidence") !== null || at(row, "explanation") !== null)
    return false;
  return [0, 1, 2].some((column) => /^(tổng|cộng)(?!\p{L})/u.test(folded(cells.at(row, column))));
}

function meaningsOf(plan: Plan): ReadonlyMap<string, Meaning> {
  const meanings = new Map<string, Meaning>();
  for (const { id, number } of plan.nodes) meanings.set(id, { kind: "title", id, number });
  for (const { id } of plan.lines) meanings.set(id, { kind: "line", id });
  for (const leaf of plan.leaves) {
    meanings.set(leaf.id, { kind: "leaf", leaf });
    for (const figure of rowFigures(leaf.rule)) {
      meanings.set(figureCode(leaf.id, figure.key), { kind: "figure", leaf, figure });
    }
  }
  return meanings;
}

const near = (code: string, known: readonly string[]): string =>
  nearest(code, known) ?? [...known].sort(byCodeUnit).slice(0, 8).join(", ");

/** One reading: where everything that is written came from. */
interface SheetReading extends OpenedSheet {
  /** The cell from which a part of the written self-assessment came, by its path. */
  readonly origins: Map<string, Path>;
  /** The leaves with a cell that could not be read: they are not unanswered. */
  readonly unread: Set<string>;
}

/** An answer as data writes it. */
type CellAnswer = Record<string, unknown>;

/** Reads the answers beneath the heading. */
function filledAnswers(plan: Plan, reading: SheetReading): readonly CellAnswer[] {
  const sheet = readSheet(plan, reading);
  const answers: CellAnswer[] = [];
  for (const rows of sheet.leaves) {
    const answer = leafAnswer(rows, answers.length, reading);
    if (answer !== undefined) answers.push(answer);
  }
  for (const { id, row } of sheet.lines) {
    // The door says that lines are the council's.
    reading.origins.set(originKey(["answers", answers.length]), [row, reading.header.at.code]);
    answers.push({ item: id, facts: {} });
  }
  return answers;
}

/** The answer on one leaf as data writes it; undefined where nothing is filled in, or a cell could not be read. */
function leafAnswer(rows: RowsOfLeaf, index: number, reading: SheetReading): CellAnswer | undefined {
  const { leaf, own, figures } = rows;
  const { header, report, origins } = reading;
  const before = report.issues.length;
  const answer: CellAnswer = { item: leaf.id };
  const from = (part: Path, row: number, column: FormColumn): void => {
    origins.set(originKey(["answers", index, ...part]), [row, header.at[column]]);
  };
  const anyRow = own ?? [...figures.values()][0] ?? header.row;
  from([], anyRow, "code");
  from(["facts"], anyRow, "figures");

  const filled = readFigures(rows, reading);
  if (filled === "incomplete") {
    reading.unread.add(leaf.id);
    return undefined;
  }
  if (filled !== undefined) answer["facts"] = writtenFacts(leaf.rule, filled);
  [...(filled ?? [])].forEach(([key, value], at) => {
    const row = figures.get(key) ?? anyRow;
    from(["facts", key], row, "figures");
    from(["facts", "breaches", at], row, "figures");
    if (value === true) from(["facts", "choice"], row, "figures");
  });
  if (own !== undefined) {
    readOwnRow(rows, own, answer, reading);
    const parts: readonly (readonly [Path, FormColumn])[] = [
      [["notApplicable"], "figures"],
      [["notApplicable", "reason"], "explanation"],
      [["points"], "points"],
      [["facts", "points"], "points"],
      [["evidence"], "evidence"],
      [["explanation"], "explanation"],
    ];
    for (const [part, column] of parts) from(part, own, column);
  }
  const isUnread = report.issues.slice(before).some(({ severity }) => severity === "error");
  if (isUnread) reading.unread.add(leaf.id);
  return isUnread || Object.keys(answer).length === 1 ? undefined : answer;
}

/** Reads the row of the leaf itself: a claim that it does not apply, points, evidence, explanation. */
function readOwnRow({ leaf }: RowsOfLeaf, row: number, answer: CellAnswer, reading: SheetReading): void {
  const { cells, header, report } = reading;
  const at = (column: FormColumn): ReadCell => cells.at(row, header.at[column]);
  const place = (column: FormColumn): CellPlace => ({
    path: [row, header.at[column]],
    subject: { item: leaf },
  });
  const explanation =
    at("explanation") === null ? undefined : cellText(at("explanation"), place("explanation"), report);
  const isClaim = isClaimText(at("figures"));
  if (!isClaim && at("figures") !== null && !isChoice(leaf))
    reportFigure(leaf, writtenIn(at("figures")), place("figures"), report);
  if (!isClaim && explanation !== undefined) answer["explanation"] = explanation;
  if (isClaim && explanation !== undefined) answer["notApplicable"] = { reason: explanation };
  if (isClaim && explanation === undefined) {
    const { path, subject } = place("explanation");
    report("claim-without-reason", path, { expected: headings.explanation }, subject);
  }
  // Where figures are asked, points are worked out from them: what the form's own formula shows says nothing more.
  const written = at("points");
  if (written !== null && !(rowFigures(leaf.rule).length > 0 && isUncalculated(written))) {
    const points = decimalFrom(at("points"), place("points"), report);
    // Where the rule asks for no figure, the points themselves are the fact.
    if (rowFigures(leaf.rule).length === 0) answer["facts"] = { points };
    else answer["points"] = points;
  }
  if (at("evidence") !== null) answer["evidence"] = readEvidence(at("evidence"), place("evidence"), report);
}

/** Tells whether one of several options is the fact, which may be named in the row of the leaf itself. */
export const isChoice = ({ rule }: Leaf): boolean => rowFigures(rule)[0]?.holds === "one-of";

/** The places of a list, as they are said after “thứ”. */
const ordinals = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];

/** Words without their case, spacing and last full stop. */
const plainWords = (text: string): string => folded(text).replace(/\s*[.;]$/, "");

/** The option that a cell names, by its words, id or place in the list; else it is said that there is none. */
function namedOption({ rule }: Leaf, cell: ReadCell, place: CellPlace, report: Report): Figure | undefined {
  if (refusedCell(cell, place, report)) return undefined;
  const figures = rowFigures(rule);
  const text = plainWords(writtenIn(cell));
  const names = new Map(figures.flatMap((it) => figureNames(it).map((name) => [plainWords(name), it])));
  const [, digits = "", said = ""] = /^(?:phương án )?(?:(?:thứ )?(\d{1,3})|thứ (\p{L}+))$/u.exec(text) ?? [];
  const at = digits === "" ? ordinals.indexOf(said) : Number(digits) - 1;
  const found = names.get(text) ?? figures.find(({ key }) => key === text) ?? figures[at];
  if (found !== undefined) return found;
  const near = names.get(nearest(text, [...names.keys()]) ?? "");
  const expected = (near === undefined ? figures : [near]).map(titleOf);
  report("unknown-option", place.path, { found: writtenIn(cell), expected }, place.subject);
  return undefined;
}

/** What an option, part or breach is called, in small letters. */
export const figureNames = ({ label }: Figure): readonly string[] =>
  Object.values(label.params ?? {}).flatMap((part) =>
    isRecord(part) && typeof part["vi"] === "string" ? [folded(part["vi"])] : [],
  );

/** The words of an option or part; its key where it has none. */
const titleOf = ({ key, label }: Figure): Param => label.params?.["title"] ?? key;

const isUncalculated = (cell: ReadCell): boolean =>
  cell !== null && typeof cell === "object" && cell.is === "uncalculated";

/** The claim that a leaf does not apply, as officials write it. */
const isClaimText = (cell: ReadCell): boolean => /^(?:không áp dụng|kad)$/.test(folded(cell));

/** The figures of a leaf; undefined where none is filled in. Of counts that belong together none may be missing, nor its row. */
function readFigures(
  { leaf, own, figures }: RowsOfLeaf,
  { cells, header, report }: SheetReading,
): Filled | "incomplete" | undefined {
  const subject = { item: leaf };
  const filled = new Map<string, boolean | number | string>();
  const given: Figure[] = [];
  const missing: number[] = [];
  const lost: string[] = [];
  const named = own === undefined || !isChoice(leaf) ? null : cells.at(own, header.at.figures);
  if (own !== undefined && named !== null && !isClaimText(named)) {
    const option = namedOption(leaf, named, { path: [own, header.at.figures], subject }, report);
    if (option === undefined) return "incomplete";
    given.push(option);
    filled.set(option.key, true);
  }
  for (const figure of rowFigures(leaf.rule)) {
    const row = figures.get(figure.key);
    if (row === undefined) {
      lost.push(figureCode(leaf.id, figure.key));
      continue;
    }
    const cell = cells.at(row, header.at.figures);
    if (cell === null) {
      missing.push(row);
      continue;
    }
    given.push(figure);
    const place = { path: [row, header.at.figures], subject };
    if (isClaimText(cell)) {
      report("claim-in-figure", place.path, { found: writtenIn(cell), expected: leaf.id }, subject);
      continue;
    }
    const isOpen = "cap" in leaf.rule && leaf.rule.cap === true;
    const value = readers[figure.holds](cell, place, report, isOpen);
    if (value !== undefined && filled.get(figure.key) !== true) filled.set(figure.key, value);
  }
  const isMarked = rowFigures(leaf.rule).some(({ holds }) => holds === "one-of" || holds === "mark");
  if (isMarked && lost.length > 0 && figures.size > 0) {
    // The mark may have stood in the row that is gone.
    reportLost(lost, own ?? header.row, { leaf, header, report });
    return "incomplete";
  }
  if (given.length === 0) return undefined;
  const marked = [...filled].filter(([, value]) => value === true).map(([key]) => key);
  const isOneOf = given[0]?.holds === "one-of";
  if (isOneOf && marked.length > 1) {
    const second = figures.get(marked[1] ?? "") ?? header.row;
    const titles = rowFigures(leaf.rule).flatMap((it) => (marked.includes(it.key) ? titleOf(it) : []));
    report("options-marked-twice", [second, header.at.figures], { found: titles }, subject);
  }
  if (isOneOf && marked.length === 0 && filled.size === given.length) {
    report(
      "option-unmarked",
      [figures.get(given[0]?.key ?? "") ?? header.row, header.at.figures],
      {},
      subject,
    );
  }
  if (!isOneOf && given[0]?.holds !== "mark") {
    if (lost.length > 0) {
      reportLost(lost, own ?? header.row, { leaf, header, report });
      return "incomplete";
    }
    for (const row of missing) {
      const code = cells.isMerged(row, header.at.figures) ? "cell-merged" : "figure-missing";
      report(code, [row, header.at.figures], {}, subject);
    }
  }
  return filled;
}

/** Rows of figures that are gone. A row whose code cannot be read is said already, and is most likely one of them. */
function reportLost(
  lost: readonly string[],
  row: number,
  { leaf, header, report }: Pick<OpenedSheet, "header" | "report"> & { readonly leaf: Leaf },
): void {
  const isSaid = report.issues.some(({ code }) => code === "row-without-code" || code === "row-code-unknown");
  if (!isSaid) report("row-missing", [row, header.at.code], { expected: lost.join(", ") }, { item: leaf });
}

const readers = {
  "one-of": markFrom,
  mark: markFrom,
  count: countFrom,
  decimal: decimalFrom,
  percent: percentFrom,
};

/** A figure in the row of the leaf itself, where only a claim may stand. */
function reportFigure({ id, rule }: Leaf, found: string, { path, subject }: CellPlace, report: Report): void {
  const first = rowFigures(rule)[0];
  const code = figureCode(id, first?.key ?? "");
  const expected =
    first === undefined
      ? message("named.cell.column", { column: headings.points })
      : message("named.cell.rowsBelow", { code });
  report("cell-misplaced", path, { found, expected }, subject);
}

function cellText(cell: ReadCell, place: CellPlace, report: Report): string {
  refusedCell(cell, place, report, "percent");
  return writtenIn(cell);
}

function readEvidence(cell: ReadCell, place: CellPlace, report: Report): readonly Evidence[] {
  if (refusedCell(cell, place, report)) return [];
  return writtenIn(cell)
    .split("\n")
    .flatMap((line) => {
      const read = readEvidenceLine(line);
      if (read.length === 0) report("evidence-unclear", place.path, { found: line }, place.subject);
      return read;
    });
}

/** The key of a path in the map of origins. */
const originKey = (path: Path): string => path.join("\n");

/** Whose self-assessment the rows are; rows do not say it. */
export interface RowsOptions {
  /** The id of the unit. */
  readonly unit: string;
  /** The day on which it was sent; absent while it is being written. */
  readonly submitted?: IsoDate | undefined;
  /** The head who approved it: the role, and the day. */
  readonly approved?: { readonly role: string; readonly date: IsoDate } | undefined;
  /** The round: a form of another round is refused, and a unit may be named by its name. */
  readonly round?:
    | (Pick<Round, "title"> & { readonly units: readonly Pick<Unit, "id" | "name">[] })
    | undefined;
}

/**
 * Reads the filled-in template of `selfAssessmentRows`, as any spreadsheet library gives its rows.
 *
 * Columns are found by their headings, wherever they stand; rows above the heading row, blank rows, title rows, also
 * merged ones, sums and signatures are passed over, stray spaces too. In text cells a comma is the decimal sign and a
 * point only groups thousands in counts (1.184); numbers are read at 15 significant digits, as the spreadsheet shows
 * them. Of a checklist with at least one mark, parts without one do not hold; leaves with nothing filled in are
 * unanswered.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param rows The rows, each a list of cells: texts, numbers, days, truth values, or objects with value and number format;
 * `null` or nothing where empty.
 * @param options Whose self-assessment it is.
 *
 * @returns The self-assessment, just as `readSelfAssessment` gives it.
 *
 * @throws InvalidError with every issue, if any of them is an error; the path of each is its row and column, from 0, and
 * its words name them as the spreadsheet does. TypeError if the set was not made by `readCriteriaSet`, or the rows are
 * not a list of lists.
 *
 * @example
 * ```ts
 * import { readSelfAssessmentRows, selfAssessmentRows } from "par-index/check";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("hoa-lam/department/2026");
 * const figures = new Map([["1.1.2#numerator", "1.184"], ["1.1.2#denominator", 1200]]);
 * const rows = selfAssessmentRows(set).map(([code, title, maximum, , ...rest]) => [code, title, maximum, figures.get(String(code)) ?? (code === "Mã" ? "Số liệu" : null), ...rest]);
 * readSelfAssessmentRows(set, rows, { unit: "hoa-lam-so-y-te" }).answers[0]?.facts; // => { numerator: 1184, denominator: 1200 }
 * ```
 */
export function readSelfAssessmentRows(
  set: CriteriaSet,
  rows: SheetRows,
  options: RowsOptions,
): SelfAssessment {
  const { written, issues } = judgeRows(set, rows, options, "readSelfAssessmentRows");
  if (hasErrors(issues)) throw new InvalidError("The rows cannot be read", issues);
  return readSelfAssessment(set, written);
}

/**
 * Checks a filled-in template and gives everything that is wrong with it, or worth a second look: as
 * `readSelfAssessmentRows` reads it, warnings too.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param rows The rows, each a list of cells.
 * @param options Whose self-assessment it is.
 *
 * @returns All issues, errors and warnings, by row and column.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`, or the rows are not a list of lists.
 *
 * @example
 * ```ts
 * import { issueSentence } from "par-index";
 * import { checkSelfAssessmentRows } from "par-index/check";
 * import { criteriaSet } from "par-index/criteria";
 * const heading = ["Mã", "Số liệu", "Điểm tự chấm", "Tài liệu kiểm chứng", "Giải trình"];
 * const issues = checkSelfAssessmentRows(criteriaSet("hoa-lam/department/2026"), [heading, ["1.1.1#in-time"], ["1.1.1#late", "?"], ["1.1.1#none"]], { unit: "hoa-lam-so-y-te" });
 * issueSentence(issues[0], "en"); // => 'Cell B3: “?” is not a mark. Write x for yes; leave the cell empty, or write không, for no.'
 * ```
 */
export function checkSelfAssessmentRows(
  set: CriteriaSet,
  rows: SheetRows,
  options: RowsOptions,
): readonly Issue[] {
  return judgeRows(set, rows, options, "checkSelfAssessmentRows").issues;
}

/** Judges the rows: the self-assessment as data would write it, and all issues. */
export function judgeRows(
  set: CriteriaSet,
  rows: unknown,
  options: RowsOptions,
  caller: string,
): { readonly written: unknown; readonly issues: readonly Issue[] } {
  const plan = planOf(set, caller);
  assertOptions(options, ["unit", "submitted", "approved", "round"], caller);
  const { unit, submitted, approved, round } = options;
  const report = newReport();
  const cells = cellsOf(rows, caller);
  const header = headerOf(cells, report);
  const origins = new Map<string, Path>();
  const unread = new Set<string>();
  if (header !== undefined) checkFormHead(set, { unit, round }, { cells, header, report });
  const answers = header === undefined ? [] : filledAnswers(plan, { cells, header, report, origins, unread });
  const written = {
    unit,
    ...(submitted === undefined ? {} : { submitted }),
    ...(approved === undefined ? {} : { approved }),
    answers,
  };
  const judged = checkSelfAssessment(set, written)
    .filter(({ code, item = "" }) => code !== "item-unanswered" || !unread.has(item))
    .map(({ path, ...rest }) => ({ ...rest, path: cellOrigin(path, origins) }));
  const issues = [...report.issues, ...judged].map((it) => inSheet(it, unit)).sort(byCell);
  return { written, issues: Object.freeze(issues) };
}

/** Checks what a form says of itself: the form of another unit, set or round is not taken for this one. */
function checkFormHead(
  set: CriteriaSet,
  { unit, round }: Pick<RowsOptions, "unit" | "round">,
  { cells, header, report }: OpenedSheet,
): void {
  const head = headCells(cells, header);
  const name = round?.units.find(({ id }) => id === unit)?.name.vi;
  const names = [unit, ...(name === undefined ? [] : [name])].map(folded);
  // Above the heading row officials write what they like; an id that is none is the name of a unit only in a round.
  const says = head.unit !== undefined && (isId(head.unit.text) || round !== undefined);
  if (head.unit !== undefined && says && !names.includes(folded(head.unit.text)))
    report("form-of-other-unit", head.unit.path, { found: head.unit.text, expected: unit });
  if (head.set?.text.includes("/") === true && head.set.text !== setMark(set))
    report("form-of-other-set", head.set.path, { found: head.set.text, expected: setMark(set) });
  if (head.round !== undefined && round !== undefined && folded(head.round.text) !== folded(round.title.vi))
    report("form-of-other-round", head.round.path, { found: head.round.text, expected: round.title });
}

/**
 * Tells whose filled-in form it is, by what stands above its heading row: the id of the unit, and the set with its
 * edition.
 *
 * @param rows The rows, each a list of cells.
 *
 * @returns What the form says; a part that it does not say is absent.
 *
 * @throws TypeError if the rows are not a list of lists.
 *
 * @example
 * ```ts
 * import { formHead, selfAssessmentRows } from "par-index/check";
 * import { criteriaSet } from "par-index/criteria";
 * const unit = { id: "hoa-lam-so-y-te", name: { vi: "Sở Y tế" }, kinds: [] };
 * formHead(selfAssessmentRows(criteriaSet("hoa-lam/department/2026"), { unit })); // => { unit: 'hoa-lam-so-y-te', set: 'hoa-lam/department/2026.1' }
 * ```
 */
export function formHead(rows: SheetRows): FormHead {
  const cells = cellsOf(rows, "formHead");
  const header = headerOf(cells, newReport());
  const { unit, set, round, date } = header === undefined ? {} : headCells(cells, header);
  return Object.freeze({
    ...(header?.isExplanation === true ? { explains: true as const } : {}),
    ...(date === undefined ? {} : { date: date.text }),
    ...(unit === undefined ? {} : { unit: unit.text }),
    ...(set === undefined ? {} : { set: set.text }),
    ...(round === undefined ? {} : { round: round.text }),
  });
}

/** What a form says of itself. */
export interface FormHead {
  /** The id of the unit, or what stands there in its place. */
  readonly unit?: string | undefined;
  /** The set and its edition: `"hoa-lam/department/2026.1"`. */
  readonly set?: string | undefined;
  /** The title of the round. */
  readonly round?: string | undefined;
  /** True on the form of an explanation. */
  readonly explains?: true | undefined;
  /** The day of the explanation, as it stands there. */
  readonly date?: string | undefined;
}

/** The cell from which a part came: of the part itself, else of what holds it. What no cell says keeps its path. */
function cellOrigin(path: Path, origins: ReadonlyMap<string, Path>): Path {
  for (let length = path.length; length > 0; length--) {
    const origin = origins.get(originKey(path.slice(0, length)));
    if (origin !== undefined) return origin;
  }
  return path;
}

/** An issue with the row and column that a spreadsheet shows. */
function inSheet(judged: Issue, unit: string): Issue {
  const [row, column] = judged.path;
  const about = { ...judged, unit };
  if (typeof row !== "number") return Object.freeze(about);
  const letters = typeof column === "number" ? { column: columnLetters(column) } : {};
  return Object.freeze({ ...about, cell: Object.freeze({ row: row + 1, ...letters }) });
}

/** By row, then column; what no cell says comes first. */
function byCell(a: Issue, b: Issue): number {
  const [rowA, columnA] = a.path;
  const [rowB, columnB] = b.path;
  const place = (it: unknown): number => (typeof it === "number" ? it : -1);
  return place(rowA) - place(rowB) || place(columnA) - place(columnB);
}
