/**
 * Rows as text for a terminal: columns side by side, figures at the right, numbers in the style of the language.
 */
import type { CriteriaSet } from "../criteria-set.ts";
import { enNumber, viNumber } from "../issue.ts";
import { decimal, decimalOfCell, rounded } from "../number.ts";
import { type TablePart, textTable } from "../print/table.ts";
import type { Language } from "../rule.ts";
import type { PlainRow } from "./cell.ts";

/** The widest column, and the widest line, in characters; both give way to a word that is longer. */
const widest = { column: 44, line: 100 };

/** How rows are printed. */
export interface RowsTextOptions {
  readonly language: Language;
  /** Figures are printed as the set rounds; those of the first column are places, which are whole. */
  readonly rounding: CriteriaSet["policies"]["rounding"];
}

/** Lays rows out, the first one as the heading. */
export function rowsText(
  head: Pick<TablePart, "title" | "notes">,
  [heading = [], ...rest]: readonly PlainRow[],
  { language, rounding }: RowsTextOptions,
): string {
  const number = language === "vi" ? viNumber : enNumber;
  const shown = (cell: PlainRow[number] | undefined, at: number): string => {
    if (typeof cell !== "number") return cell ?? "";
    const { text = "" } = decimalOfCell(cell) ?? {};
    const { places, mode } = rounding;
    return number(at === 0 ? text : rounded(decimal(text), places, mode)).replace("-", "−");
  };
  const body = rest.map((row) => row.map(shown));
  const titles = heading.map(shown);
  const widths = fitted(
    titles.map((name, at) => {
      const cells = body.map((row) => row[at] ?? "");
      const least = longest([name, ...cells].flatMap((text) => text.split(" ")));
      const most = longest(name.length <= 10 ? [name, ...cells] : cells);
      return { least, width: Math.max(least, Math.min(most, widest.column)) };
    }),
  );
  const columns = titles.map((name, at) => {
    const width = widths[at] ?? 1;
    const isFigure = rest.some((row) => typeof row[at] === "number");
    return isFigure ? { title: name, width, right: true as const } : { title: name, width };
  });
  return textTable([{ id: "rows", ...head, columns, rows: body }]);
}

const longest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, text.length), 0);

interface ColumnWidth {
  /** The longest word: no code and no word is broken. */
  readonly least: number;
  readonly width: number;
}

/** Takes from the widest columns that can give until the line fits. */
function fitted(columns: readonly ColumnWidth[]): readonly number[] {
  const widths = columns.map(({ width }) => width);
  const total = widths.reduce((sum, width) => sum + width + 2, -2);
  const most = Math.max(...columns.map(({ least, width }) => (width > least ? width : 0)));
  if (total <= widest.line || most === 0) return widths;
  const giving = columns.findIndex(({ least, width }) => width === most && width > least);
  return fitted(columns.map((it, at) => (at === giving ? { ...it, width: most - 1 } : it)));
}
