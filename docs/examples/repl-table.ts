/** Tables of the REPL: as wide as what is in them, at most 100 columns, numbers with their points beneath each other. */
import type { ResultRow } from "par-index/audit";
import { type Column, length, table, wrapped } from "./print.ts";

/** The widest line. */
const widest = 100;

/** Facts side by side, as many to a line as fit; those without a value are left out. */
export function facts(...pairs: readonly (readonly [string, unknown])[]): string {
  const lines: string[] = [];
  for (const [title, value] of pairs) {
    if (value === undefined) continue;
    const fact = `${title} ${value}`.trim();
    const longer = `${lines.at(-1)}   ${fact}`;
    if (lines.length > 0 && length(longer) <= widest) lines.splice(-1, 1, longer);
    else lines.push(lines.length === 0 ? fact : `    ${fact}`);
  }
  return lines.map(wrapped).join("\n");
}

/** What some columns show in place of the member of that name. */
const shown: Readonly<Record<string, (line: ResultRow) => unknown>> = {
  item: ({ item, kind }) => item ?? kind,
  place: ({ place }) => place ?? "–",
  points: ({ points, low, high }) => points ?? (low === undefined ? undefined : `${low} – ${high}`),
  note: ({ why, held, reason, decidedBy, lift, tied }) =>
    why ?? held ?? reason ?? decidedBy ?? (lift ? "to lift" : tied ? "tied" : undefined),
};

interface Filled {
  readonly title: string;
  readonly cells: readonly string[];
  readonly figures: boolean;
}

/** The lines of `rows` as a table of these columns, without those that are empty; `names` has the titles of items. */
export function tableOf(
  lines: readonly ResultRow[],
  titles: readonly string[],
  names: ReadonlyMap<string, string> = new Map(),
): string {
  const cell = (line: ResultRow, title: string): unknown => {
    if (title !== "title") return shown[title]?.(line) ?? line[title];
    // Items that stand together have the title of the first.
    return names.get(String(line["item"]).replace(/ \+ .*/, ""));
  };
  const columns = titles
    .map((title): Filled => {
      const cells = lines.map((line) => String(cell(line, title) ?? ""));
      const figures = title !== "item" && cells.every((text) => /^[-\d./ –]*$/.test(text));
      return { title, figures, cells: figures ? aligned(cells) : cells };
    })
    .filter(({ cells }) => cells.some((text) => /[^ –]/.test(text)));
  const longest = columns.map(({ title, cells }) => Math.max(...[title, ...cells].map((it) => length(it))));
  const widths = narrowed(columns, longest);
  return table(
    columns.map(({ title, figures }, at): Column => ({ title, figures, width: widths[at] ?? 0 })),
    lines.map((_, line) => columns.map(({ cells }) => cells[line] ?? "")),
  );
}

/** Decimals, with blanks after them so that their points stand beneath each other. */
function aligned(cells: readonly string[]): readonly string[] {
  if (!cells.every((text) => /^(-?\d+(\.\d+)?)?$/.test(text))) return cells;
  const tail = (text: string): number => length(text.replace(/^[^.]*/, ""));
  const longest = Math.max(...cells.map(tail));
  return cells.map((text) => text + " ".repeat(longest - tail(text)));
}

/** Takes from the widest columns of text until the line fits; figures stay whole. */
function narrowed(columns: readonly Filled[], widths: readonly number[]): readonly number[] {
  const total = widths.reduce((sum, width) => sum + width + 2, -2);
  const most = Math.max(...widths.filter((_, at) => columns[at]?.figures === false));
  if (total <= widest || most <= 8) return widths;
  const first = widths.findIndex((width, at) => width === most && columns[at]?.figures === false);
  return narrowed(
    columns,
    widths.map((width, at) => (at === first ? width - 1 : width)),
  );
}
