/**
 * How sentences are laid out: plain text as an indented tree that fits 100 columns, or Markdown as nested lists. The
 * sentences themselves are the same.
 */

/** One sentence, at its level of the tree. */
export interface Sentence {
  /** The level, from 0. */
  readonly level: number;
  /** What it is about, to stand out. */
  readonly label?: string | undefined;
  /** The sentence, or what follows its label. */
  readonly text: string;
}

/** The widest line of plain text, in characters. */
const columns = 99;

/** Lays sentences out as indented plain text; a word longer than a line stays whole. */
export function plainLayout(sentences: readonly Sentence[]): string {
  return sentences.flatMap(({ level, label, text }) => wrapped(level, whole(label, text))).join("\n");
}

/** Lays sentences out as Markdown: level 0 are paragraphs, everything below nested lists. */
export function markdownLayout(sentences: readonly Sentence[]): string {
  const blocks = sentences.map(({ level, label, text }, at) => {
    const line = whole(label === undefined ? "" : `**${escaped(label)}**`, escaped(text));
    const isApart = level === 0 || sentences[at - 1]?.level === 0;
    const gap = at === 0 ? "" : isApart ? "\n\n" : "\n";
    return `${gap}${level === 0 ? line : `${"  ".repeat(level - 1)}- ${line}`}`;
  });
  return blocks.join("");
}

/** A colon or a bracket follows its label at once. */
const whole = (label: string | undefined, text: string): string =>
  label === undefined || label === ""
    ? text
    : text === ""
      ? label
      : `${label}${/^[:,;]/.test(text) ? "" : " "}${text}`;

function wrapped(level: number, text: string): readonly string[] {
  const indent = "  ".repeat(level);
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(/ (?!%)/)) {
    const empty = line.trim() === "";
    if (!empty && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = `${indent}    ${word}`;
    } else {
      line = empty ? `${line}${word}` : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines;
}

const escaped = (text: string): string => text.replace(/[\\`*_[\]<>#|~]/g, "\\$&");
