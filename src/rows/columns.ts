/**
 * The columns of the spreadsheet in which a unit scores itself, and how a heading row is found among titles and blank
 * rows. The headings are Vietnamese, as the annexes of the decisions print them.
 */
import type { Report } from "../issue.ts";
import { type Cells, columnLimit, folded } from "./cell.ts";

/** The columns that are read. */
export type Column = "code" | "figures" | "points" | "evidence" | "explanation";

/** The headings of the columns that are read. */
export const headings: Readonly<Record<Column, string>> = {
  code: "Mã",
  figures: "Số liệu",
  points: "Điểm tự chấm",
  evidence: "Tài liệu kiểm chứng",
  explanation: "Giải trình",
};

/** All headings of the template, in their order. */
export const templateHeadings: readonly string[] = [
  headings.code,
  "Tên tiêu chí",
  "Điểm tối đa",
  headings.figures,
  headings.points,
  headings.evidence,
  headings.explanation,
];

/** Where the heading row stands, and the position of each column. */
export interface Header {
  /** Position of the heading row, from 0. */
  readonly row: number;
  /** Position of each column, from 0. */
  readonly at: Readonly<Record<Column, number>>;
}

/** Finds the heading row: the first one with a cell “Mã”. Other columns are passed over, and may stand anywhere. */
export function headerOf(cells: Cells, report: Report): Header | undefined {
  const code = folded(headings.code);
  for (let row = 0; row < cells.height; row++) {
    const found = new Map<string, number>();
    const twice: number[] = [];
    for (let column = 0; column < columnLimit; column++) {
      const name = folded(cells.at(row, column));
      if (name === "") continue;
      if (found.has(name)) twice.push(column);
      else found.set(name, column);
    }
    if (found.has(code)) return headerAt(row, found, twice, cells, report);
  }
  report("rows-without-header", [], { expected: headings.code });
  return undefined;
}

function headerAt(
  row: number,
  found: ReadonlyMap<string, number>,
  twice: readonly number[],
  cells: Cells,
  report: Report,
): Header | undefined {
  const columns = Object.keys(headings) as Column[];
  const before = report.issues.length;
  for (const column of twice) {
    const name = folded(cells.at(row, column));
    const heading = columns.map((it) => headings[it]).find((it) => folded(it) === name);
    if (heading !== undefined) report("column-twice", [row, column], { found: heading });
  }
  const at: Partial<Record<Column, number>> = {};
  for (const column of columns) {
    const position = found.get(folded(headings[column]));
    if (position === undefined) report("column-missing", [row], { expected: headings[column] });
    else at[column] = position;
  }
  const { code, figures, points, evidence, explanation } = at;
  if (report.issues.length > before) return undefined;
  if (code === undefined || figures === undefined || points === undefined) return undefined;
  if (evidence === undefined || explanation === undefined) return undefined;
  return { row, at: { code, figures, points, evidence, explanation } };
}
