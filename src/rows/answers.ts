/**
 * The answers of a filled-in template as data writes them, still to be judged, with the cell from which each part came.
 * An answer of which a cell could not be read is left out: that has its own issue (design 3.14).
 */
import type { Path, Report } from "../issue.ts";
import type { Leaf, Plan } from "../plan.ts";
import type { Evidence } from "../round.ts";
import {
  type CellPlace,
  type Cells,
  folded,
  type ReadCell,
  readCount,
  readDecimal,
  readMark,
  readPercent,
  shown,
  unreadable,
} from "./cell.ts";
import { type Column, type Header, headings } from "./columns.ts";
import { readEvidenceLine } from "./evidence.ts";
import { type Figure, type Filled, figureCode, figuresOf, writtenFacts } from "./figures.ts";
import { type LeafRows, readSheet } from "./sheet.ts";

/** One reading: where everything that is written came from. */
export interface SheetReading {
  readonly cells: Cells;
  readonly header: Header;
  readonly report: Report;
  /** The cell from which a part of the written self-assessment came, by its path. */
  readonly origins: Map<string, Path>;
}

/** An answer as data writes it. */
type WrittenAnswer = Record<string, unknown>;

/** Reads the answers beneath the heading. */
export function answersOf(plan: Plan, reading: SheetReading): readonly WrittenAnswer[] {
  const sheet = readSheet(plan, reading.cells, reading.header, reading.report);
  const answers: WrittenAnswer[] = [];
  for (const rows of sheet.leaves) {
    const answer = answerOf(rows, answers.length, reading);
    if (answer !== undefined) answers.push(answer);
  }
  for (const { id, row } of sheet.lines) {
    // The door says that lines are the council's.
    reading.origins.set(keyOf(["answers", answers.length]), [row, reading.header.at.code]);
    answers.push({ item: id, facts: {} });
  }
  return answers;
}

/** The answer on one leaf as data writes it; undefined where nothing is filled in, or a cell could not be read. */
function answerOf(rows: LeafRows, index: number, reading: SheetReading): WrittenAnswer | undefined {
  const { leaf, own, figures } = rows;
  const { header, report, origins } = reading;
  const before = report.issues.length;
  const answer: WrittenAnswer = { item: leaf.id };
  const from = (part: Path, row: number, column: Column): void => {
    origins.set(keyOf(["answers", index, ...part]), [row, header.at[column]]);
  };
  const anyRow = own ?? [...figures.values()][0] ?? header.row;
  from([], anyRow, "code");
  from(["facts"], anyRow, "figures");

  const filled = readFigures(rows, reading);
  if (filled === "incomplete") return undefined;
  if (filled !== undefined) answer["facts"] = writtenFacts(leaf.rule, filled);
  [...(filled ?? [])].forEach(([key, value], at) => {
    const row = figures.get(key) ?? anyRow;
    from(["facts", key], row, "figures");
    from(["facts", "breaches", at], row, "figures");
    if (value === true) from(["facts", "choice"], row, "figures");
  });
  if (own !== undefined) {
    readOwnRow(rows, own, answer, reading);
    const parts: readonly (readonly [Path, Column])[] = [
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
  return isUnread || Object.keys(answer).length === 1 ? undefined : answer;
}

/** Reads the row of the leaf itself: a claim that it does not apply, points, evidence, explanation. */
function readOwnRow({ leaf }: LeafRows, row: number, answer: WrittenAnswer, reading: SheetReading): void {
  const { cells, header, report } = reading;
  const at = (column: Column): ReadCell => cells.at(row, header.at[column]);
  const place = (column: Column): CellPlace => ({
    path: [row, header.at[column]],
    subject: { item: leaf.number },
  });
  const explanation =
    at("explanation") === null ? undefined : textOf(at("explanation"), place("explanation"), report);
  const isClaim = folded(at("figures")) === "không áp dụng";
  if (!isClaim && at("figures") !== null) reportFigure(leaf, shown(at("figures")), place("figures"), report);
  if (!isClaim && explanation !== undefined) answer["explanation"] = explanation;
  if (isClaim && explanation !== undefined) answer["notApplicable"] = { reason: explanation };
  if (isClaim && explanation === undefined) {
    const { path, subject } = place("explanation");
    report("claim-without-reason", path, { expected: headings.explanation }, subject);
  }
  if (at("points") !== null) {
    const points = readDecimal(at("points"), place("points"), report);
    if (leaf.rule.kind === "direct") answer["facts"] = { points };
    else answer["points"] = points;
  }
  if (at("evidence") !== null) answer["evidence"] = readEvidence(at("evidence"), place("evidence"), report);
}

/** The figures of a leaf; undefined where none is filled in. Of counts that belong together none may be missing, nor its row. */
function readFigures(
  { leaf, own, figures }: LeafRows,
  { cells, header, report }: SheetReading,
): Filled | "incomplete" | undefined {
  const subject = { item: leaf.number };
  const filled = new Map<string, boolean | number | string>();
  const given: Figure[] = [];
  const missing: number[] = [];
  const lost: string[] = [];
  for (const figure of figuresOf(leaf.rule)) {
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
    const value = readers[figure.holds](cell, { path: [row, header.at.figures], subject }, report);
    if (value !== undefined) filled.set(figure.key, value);
  }
  if (given.length === 0) return undefined;
  const marked = [...filled].filter(([, value]) => value === true).map(([key]) => key);
  if (leaf.rule.kind === "choice" && marked.length > 1) {
    const second = figures.get(marked[1] ?? "") ?? header.row;
    report("options-marked-twice", [second, header.at.figures], { found: marked.join(", ") }, subject);
  }
  if (leaf.rule.kind === "choice" && marked.length === 0 && filled.size === given.length) {
    report(
      "option-unmarked",
      [figures.get(given[0]?.key ?? "") ?? header.row, header.at.figures],
      {},
      subject,
    );
  }
  if (given[0]?.holds !== "mark") {
    if (lost.length > 0) {
      // A row whose code cannot be read is said already, and is most likely this one.
      const isSaid = report.issues.some(
        ({ code }) => code === "row-without-code" || code === "row-code-unknown",
      );
      const place = [own ?? header.row, header.at.code];
      if (!isSaid) report("row-missing", place, { expected: lost.join(", ") }, subject);
      return "incomplete";
    }
    for (const row of missing) report("figure-missing", [row, header.at.figures], {}, subject);
  }
  return filled;
}

const readers = { mark: readMark, count: readCount, decimal: readDecimal, percent: readPercent };

/** A figure in the row of the leaf itself, where only a claim may stand. */
function reportFigure({ id, rule }: Leaf, found: string, { path, subject }: CellPlace, report: Report): void {
  const first = figuresOf(rule)[0];
  const code = figureCode(id, first?.key ?? "");
  const [expected, expectedVi] =
    first === undefined
      ? [`the column “${headings.points}”`, `cột “${headings.points}”`]
      : [`the rows beneath (${code} …)`, `các dòng số liệu bên dưới (mã ${code} …)`];
  report("cell-misplaced", path, { found, expected, expectedVi }, subject);
}

function textOf(cell: ReadCell, place: CellPlace, report: Report): string {
  if (cell === undefined) unreadable(place, report);
  return shown(cell);
}

function readEvidence(cell: ReadCell, place: CellPlace, report: Report): readonly Evidence[] {
  if (cell === undefined) {
    unreadable(place, report);
    return [];
  }
  return shown(cell)
    .split("\n")
    .flatMap((line) => {
      const read = readEvidenceLine(line);
      if (read === undefined) report("evidence-unclear", place.path, { found: line }, place.subject);
      return read ?? [];
    });
}

/** The key of a path in the map of origins. */
export const keyOf = (path: Path): string => path.join("\n");
