/**
 * Rows as text for a terminal: columns side by side, figures at the right, numbers in the style of the language.
 */
import { enNumber, viNumber } from "../issue.ts";
import type { Language } from "../rule.ts";
import { textTable } from "../set/table-layout.ts";
import type { PlainRow } from "./cell.ts";

/** The widest column, and the widest line, in characters. */
const widest = { column: 44, line: 100 };

/** Lays rows out, the first one as the heading. */
export function rowsText(
  title: string,
  [heading = [], ...rest]: readonly PlainRow[],
  language: Language,
): string {
  const number = language === "vi" ? viNumber : enNumber;
  const places = heading.map((_, at) => decimalsOf(rest.map((row) => row[at] ?? null)));
  const shown = (cell: PlainRow[number] | undefined, at: number): string =>
    typeof cell === "number" ? number(padded(String(cell), places[at] ?? 0)).replace("-", "−") : (cell ?? "");
  const body = rest.map((row) => row.map(shown));
  const titles = heading.map(shown);
  const widths = fitted(
    titles.map((name, at) => {
      const longest = body.reduce((most, row) => Math.max(most, (row[at] ?? "").length), 0);
      const words =
        name.length <= 10
          ? name.length
          : name.split(" ").reduce((most, word) => Math.max(most, word.length), 0);
      return Math.min(Math.max(longest, words), widest.column);
    }),
  );
  const columns = titles.map((name, at) => {
    const width = widths[at] ?? 1;
    const isFigure = rest.every((row) => row[at] === null || typeof row[at] === "number");
    return isFigure ? { title: name, width, right: true as const } : { title: name, width };
  });
  return textTable([{ id: "rows", title, columns, rows: body }]);
}

/** The decimals that a column of figures is shown with: two where some value has one or two, as results are published. */
function decimalsOf(cells: readonly PlainRow[number][]): number {
  const decimals = cells.map((cell) =>
    typeof cell === "number" ? (String(cell).split(".")[1]?.length ?? 0) : 0,
  );
  const most = Math.max(0, ...decimals);
  return most === 1 ? 2 : most > 2 ? 0 : most;
}

function padded(text: string, places: number): string {
  const [whole = "", decimals = ""] = text.split(".");
  return places <= decimals.length ? text : `${whole}.${decimals.padEnd(places, "0")}`;
}

/** Takes from the widest columns until the line fits. */
function fitted(widths: readonly number[]): readonly number[] {
  const total = widths.reduce((sum, width) => sum + width + 2, -2);
  const most = Math.max(...widths);
  if (total <= widest.line || most <= 8) return widths;
  return fitted(widths.map((width) => (width === most ? width - 1 : width)));
}
