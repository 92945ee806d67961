/** Plain tables for a terminal of 100 columns. Widths count characters; the texts are in Unicode form NFC. */
import { readFileSync } from "node:fs";
import type { Text } from "par-index";

/** Prints a line. */
export const say = (text = ""): void => console.log(text);

/** A data file beside this one, parsed. */
export const load = (file: string) => JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));

/** The Vietnamese of a text. */
export const name = (text: Text | undefined): string => text?.vi ?? "";

/** One column: its heading, its width, and whether it holds figures. */
export interface Column {
  readonly title: string;
  readonly width: number;
  readonly figures?: boolean;
}

/** How many characters a text has. */
export const length = (text: string): number => [...text].length;
const clip = (text: string, width: number): string =>
  length(text) <= width ? text : `${[...text].slice(0, width - 1).join("")}…`;

function cell(text: string, { width, figures }: Column): string {
  const shown = clip(text, width);
  const space = " ".repeat(width - length(shown));
  return figures ? space + shown : shown + space;
}

/** A table as text; every line fits its columns. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    columns
      .map((column, at) => cell(cells[at] ?? "", column))
      .join("  ")
      .trimEnd();
  const rule = columns.map(({ width }) => "─".repeat(width)).join("  ");
  return [line(columns.map(({ title }) => title)), rule, ...rows.map(line)].join("\n");
}

/** A heading. */
export const heading = (text: string): string => `\n${text}\n${"═".repeat(Math.min(100, length(text)))}`;

/** A text broken into lines of at most 100 characters; what goes over is indented below its line. */
export const wrapped = (text: string): string => text.split("\n").map(wrappedLine).join("\n");

function wrappedLine(line: string): string {
  const indent = /^ */.exec(line)?.[0] ?? "";
  const lines: string[] = [];
  let current = indent;
  for (const word of line.trim().split(" ")) {
    const next = current.trim() === "" ? current + word : `${current} ${word}`;
    if (length(next) > 100 && current.trim() !== "") {
      lines.push(current);
      current = `${indent}    ${word}`;
    } else current = next;
  }
  return [...lines, current].join("\n");
}

/** A decimal in Vietnamese style: a comma before the decimals. */
export const viDecimal = (text: string | undefined): string => (text ?? "").replace(".", ",");
