/**
 * How the table of a criteria set is laid out: as text that fits 100 columns, or as Markdown. The parts are the same.
 */

/** A column of a part. */
export interface Column {
  /** Its heading. */
  readonly title: string;
  /** Its width in text, in characters; those of a part and two spaces between them make at most 100. */
  readonly width: number;
  /** True for figures, which stand at the right. */
  readonly right?: true | undefined;
}

/** A part: a heading and its table. A cell may have several lines. */
export interface TablePart {
  /** The name of the part, the same in every language. */
  readonly id: string;
  /** How many of the first columns tell rows apart. */
  readonly keys?: number | undefined;
  readonly title: string;
  /** Lines between the heading and the table. */
  readonly notes?: readonly string[] | undefined;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/** Lays parts out as text of at most 100 columns; a word longer than its column is broken. */
export const textTable = (parts: readonly TablePart[]): string => parts.map(textPart).join("\n\n");

function textPart({ title, notes = [], columns, rows }: TablePart): string {
  const heading = columns.map((column) => column.title);
  const rule = columns.map(({ width }) => "-".repeat(width));
  const lines = [heading, rule, ...rows].flatMap((cells) => textRow(columns, cells));
  return [...[title, ...notes].flatMap((line) => wrap(line, 100)), "", ...lines].join("\n");
}

function textRow(columns: readonly Column[], cells: readonly string[]): readonly string[] {
  const wrapped = columns.map(({ width }, at) =>
    (cells[at] ?? "").split("\n").flatMap((line) => wrap(line, width)),
  );
  const height = wrapped.reduce((most, lines) => Math.max(most, lines.length), 1);
  return Array.from({ length: height }, (_, line) =>
    columns
      .map(({ width, right }, at) => {
        const text = wrapped[at]?.[line] ?? "";
        return right ? text.padStart(width) : text.padEnd(width);
      })
      .join("  ")
      .trimEnd(),
  );
}

/** Breaks a line between words; an indent of the line is kept on what follows it. */
function wrap(text: string, width: number): readonly string[] {
  const indent = /^(– )/.test(text) ? "  " : "";
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/ (?!%)/).flatMap((it) => pieces(it, width - indent.length))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length <= width) line = longer;
    else {
      lines.push(line);
      line = `${indent}${word}`;
    }
  }
  return [...lines, line];
}

const pieces = (word: string, width: number): readonly string[] =>
  word.length <= width ? [word] : [word.slice(0, width), ...pieces(word.slice(width), width)];

/** Lays parts out as Markdown tables under headings of the second level. */
export const markdownTable = (parts: readonly TablePart[]): string => parts.map(markdownPart).join("\n\n");

function markdownPart({ title, notes = [], columns, rows }: TablePart): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    `## ${escaped(title)}`,
    "",
    ...notes.flatMap((note) => [escaped(note), ""]),
    line(columns.map((column) => escaped(column.title))),
    line(columns.map(({ right }) => (right ? "--:" : "---"))),
    ...rows.map((cells) => line(cells.map((cell) => escaped(cell).replace(/\n/g, "<br>")))),
  ].join("\n");
}

const escaped = (text: string): string => text.replace(/[\\`*[\]<>|~]/g, "\\$&");
