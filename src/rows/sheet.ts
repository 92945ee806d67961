/**
 * A filled-in sheet, row by row: which leaf, figure or title each row is about. Titles, blank rows, sums and what stands
 * beneath the last row with a code are passed over; data that nobody could assign is an issue (design 3.14).
 */
import type { Report } from "../issue.ts";
import { byCodeUnit } from "../plain.ts";
import type { Leaf, Plan } from "../plan.ts";
import { nearest } from "../shape.ts";
import { type Cells, folded, type ReadCell, shown } from "./cell.ts";
import { type Column, type Header, headings } from "./columns.ts";
import { type Figure, figureCode, figuresOf } from "./figures.ts";

/** What the rows say of one leaf. */
export interface LeafRows {
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
  | { readonly kind: "title"; readonly number: string }
  | { readonly kind: "line"; readonly id: string };

/** What the rows say: of each leaf, and the bonus and penalty lines that somebody filled in. */
export interface Sheet {
  readonly leaves: readonly LeafRows[];
  readonly lines: readonly { readonly id: string; readonly row: number }[];
}

const data: readonly Column[] = ["figures", "points", "evidence", "explanation"];

/** Assigns the rows beneath the heading. */
export function readSheet(plan: Plan, cells: Cells, header: Header, report: Report): Sheet {
  const meanings = meaningsOf(plan);
  const at = (row: number, column: Column): ReadCell => cells.at(row, header.at[column]);
  const codeAt = (row: number): string => shown(at(row, "code") ?? "").replace(/\s/g, "");
  const hasData = (row: number, columns: readonly Column[]): boolean =>
    columns.some((it) => at(row, it) !== null);
  let last = header.row;
  for (let row = header.row + 1; row < cells.height; row++) if (meanings.has(codeAt(row))) last = row;

  const seen = new Map<string, number>();
  const leaves = new Map<Leaf, LeafRows>();
  const lines: { readonly id: string; readonly row: number }[] = [];
  for (let row = header.row + 1; row < cells.height; row++) {
    const code = codeAt(row);
    const meaning = meanings.get(code);
    const place = [row, header.at.code];
    if (meaning === undefined) {
      if (!hasData(row, data) || isSum(cells, row, at)) continue;
      // Beneath the table stand names and signatures; a number there is a figure that lost its code.
      const foot = row > last && !data.some((it) => typeof at(row, it) === "number");
      if (code === "" && !foot) report("row-without-code", place);
      if (code !== "")
        report("row-code-unknown", place, { found: code, expected: near(code, [...meanings.keys()]) });
      continue;
    }
    const first = seen.get(code);
    if (first !== undefined) {
      if (hasData(row, data)) report("row-code-twice", place, { found: code, first: first + 1 });
      continue;
    }
    seen.set(code, row);
    if (meaning.kind === "line") {
      if (hasData(row, data)) lines.push({ id: meaning.id, row });
    } else if (meaning.kind === "title") {
      // A subtotal may stand in a title row; points are counted from the leaves.
      const wrong = data.find((it) => it !== "points" && at(row, it) !== null);
      if (wrong !== undefined)
        report("row-on-title", [row, header.at[wrong]], { found: code }, { item: meaning.number });
    } else {
      const known = leaves.get(meaning.leaf) ?? { leaf: meaning.leaf, own: undefined, figures: new Map() };
      leaves.set(meaning.leaf, known);
      if (meaning.kind === "leaf") known.own = row;
      else {
        known.figures.set(meaning.figure.key, row);
        reportMisplaced(row, meaning.leaf, at, header, report);
      }
    }
  }
  return { leaves: [...leaves.values()], lines };
}

/** Only the figure itself stands in its row; points, evidence and explanation belong to the leaf. */
function reportMisplaced(
  row: number,
  leaf: Leaf,
  at: (row: number, column: Column) => ReadCell,
  header: Header,
  report: Report,
): void {
  for (const column of data) {
    const cell = at(row, column);
    if (column === "figures" || cell === null) continue;
    const facts = {
      found: shown(cell),
      expected: `the column “${headings[column]}” of the row ${leaf.id}`,
      expectedVi: `cột “${headings[column]}” của dòng có mã ${leaf.id}`,
    };
    report("cell-misplaced", [row, header.at[column]], facts, { item: leaf.number });
  }
}

/** A row of sums: “Tổng cộng” or “Cộng” in one of its cells, and nothing but points in what is read. */
function isSum(cells: Cells, row: number, at: (row: number, column: Column) => ReadCell): boolean {
  if (at(row, "figures") !== null || at(row, "evidence") !== null || at(row, "explanation") !== null)
    return false;
  return [0, 1, 2].some((column) => /^(tổng|cộng)(?!\p{L})/u.test(folded(cells.at(row, column))));
}

function meaningsOf(plan: Plan): ReadonlyMap<string, Meaning> {
  const meanings = new Map<string, Meaning>();
  for (const { id, number } of plan.nodes) meanings.set(id, { kind: "title", number });
  for (const { id } of plan.lines) meanings.set(id, { kind: "line", id });
  for (const leaf of plan.leaves) {
    meanings.set(leaf.id, { kind: "leaf", leaf });
    for (const figure of figuresOf(leaf.rule)) {
      meanings.set(figureCode(leaf.id, figure.key), { kind: "figure", leaf, figure });
    }
  }
  return meanings;
}

const near = (code: string, known: readonly string[]): string =>
  nearest(code, known) ?? [...known].sort(byCodeUnit).slice(0, 8).join(", ");
