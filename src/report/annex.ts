/**
 * The whole of a criteria set in the layout of its annex, to be laid beside the decision: as a page to print on A4 lying,
 * and as sheets. It says what `criteriaTable` says; that a row is a domain or a criterion is shown too, and the sum.
 */
import type { CriteriaSet, Item } from "../criteria-set.ts";
import { assertOptions, deepFreeze } from "../plain.ts";
import { planOf } from "../plan.ts";
import { type PrintedPart, type PrintWords, printedParts, shippedPrintWords } from "../print/table.ts";
import { guardedText } from "../sheets/cell.ts";
import { type Language, tableOf, textIn } from "../words/words.ts";
import { each, html, type Markup, style } from "./html.ts";
import type { ResultCell, ResultSheet } from "./workbook.ts";

/** How the annex is given out. */
export interface AnnexOptions {
  /** The English titles beneath those of the language, where they are others; absent: without. */
  readonly english?: boolean | undefined;
}

interface Annex {
  readonly words: PrintWords;
  readonly title: string;
  readonly parts: readonly PrintedPart[];
  /** The depth of each row of the tree: 0 for a domain, undefined for a leaf. */
  readonly depths: readonly (number | undefined)[];
}

function annexOf(
  set: CriteriaSet,
  language: Language | PrintWords,
  options: AnnexOptions,
  caller: string,
): Annex {
  planOf(set, caller);
  assertOptions(options, ["english"], caller);
  const { english } = options;
  const words = tableOf(language, shippedPrintWords, caller);
  const depthsOf = (item: Item, depth: number): readonly (number | undefined)[] =>
    item.items === undefined ? [undefined] : [depth, ...item.items.flatMap((it) => depthsOf(it, depth + 1))];
  return {
    ...{ words, title: textIn(words, set.title), parts: printedParts(set, words, { english }) },
    depths: set.items.flatMap((item) => depthsOf(item, 0)),
  };
}

/** How a row of a part looks: rows of the tree by their depth, its sum like a domain. */
const rowClass = ({ depths }: Annex, { id, rows }: PrintedPart, at: number): string => {
  if (id !== "tree") return "";
  if (at === rows.length - 1) return "domain";
  const depth = depths[at];
  return depth === undefined ? "" : depth === 0 ? "domain" : "node";
};

/**
 * Gives a criteria set as a page in the layout of its annex: one self-contained HTML file for a screen and for A4.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param language `"vi"`, `"en"` or a table of words.
 * @param options Whether English titles stand beneath.
 *
 * @returns The HTML of one page: nothing is loaded and no script runs.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`, or an option is unknown; RangeError if the language is none.
 *
 * @example
 * ```ts
 * import { criteriaSet } from "par-index/criteria";
 * import { annexHtml } from "par-index/report";
 * annexHtml(criteriaSet("hoa-lam/department/2026"), "vi").includes("<td>1.1.2</td>"); // => true
 * ```
 */
export function annexHtml(
  set: CriteriaSet,
  language: Language | PrintWords,
  options: AnnexOptions = {},
): string {
  const annex = annexOf(set, language, options, "annexHtml");
  const part = (printed: PrintedPart): Markup => {
    const { title, notes = [], columns, rows } = printed;
    const cell = (text: string, at: number): Markup =>
      html`<td${columns[at]?.right ? num : plain}>${each(text.split("\n"), (line, row) => (row === 0 ? line : html`<br>${line}`))}</td>`;
    return html`<section><h2>${title}</h2>${each(notes, (note) => html`<p>${note}</p>`)}
<div class="wide" tabindex="0" role="region" aria-label="${title}"><table${columns.length > 3 ? scrolled : plain}><colgroup>${each(columns, ({ width }) => html`<col style="width:${width}%">`)}</colgroup><thead><tr>${each(columns, ({ title: head, right }) => html`<th scope="col"${right ? num : plain}>${head}</th>`)}</tr></thead>
<tbody>${each(
      rows,
      (cells, at) => html`<tr class="${rowClass(annex, printed, at)}">${each(cells, cell)}</tr>
`,
    )}</tbody></table></div></section>
`;
  };
  const { words, title, parts } = annex;
  return html`<!doctype html>
<html lang="${words.style.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${{ markup: style }}@page { size: A4 landscape; }</style></head>
<body><header><h1>${title}</h1></header>
<main>${each(parts, part)}</main>
</body></html>
`.markup;
}

const num: Markup = { markup: ' class="num"' };
/** A table of many columns is as wide as these need; a narrow screen moves it to and fro. */
const scrolled: Markup = { markup: ' class="laid"' };
const plain: Markup = { markup: "" };

/**
 * Gives a criteria set as sheets in the layout of its annex: the tree, and beneath one another everything else.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param language `"vi"`, `"en"` or a table of words.
 * @param options Whether English titles stand beneath.
 *
 * @returns The sheets, frozen plain data, for any library that writes workbooks; every cell is text, as the annex prints it.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`, or an option is unknown; RangeError if the language is none.
 *
 * @example
 * ```ts
 * import { criteriaSet } from "par-index/criteria";
 * import { annexSheets } from "par-index/report";
 * annexSheets(criteriaSet("hoa-lam/department/2026"), "vi")[0].rows.at(-1)[2].value; // => '100'
 * ```
 */
export function annexSheets(
  set: CriteriaSet,
  language: Language | PrintWords,
  options: AnnexOptions = {},
): readonly ResultSheet[] {
  const annex = annexOf(set, language, options, "annexSheets");
  const { words, parts } = annex;
  const rowsOf = (printed: PrintedPart): readonly (readonly ResultCell[])[] => [
    printed.columns.map(({ title }): ResultCell => ({ value: guardedText(title), look: "head" })),
    ...printed.rows.map((cells, at) =>
      cells.map((cell): ResultCell => {
        const look = rowClass(annex, printed, at) === "" ? {} : { look: "head" as const };
        return { value: guardedText(cell), ...look };
      }),
    ),
  ];
  const tree = parts.find(({ id }) => id === "tree");
  const others = parts.filter(({ id }) => id !== "tree");
  const titled = (printed: PrintedPart): readonly (readonly ResultCell[])[] => [
    ...[printed.title, ...(printed.notes ?? [])].map((line): readonly ResultCell[] => [
      { value: guardedText(line), look: "head" },
    ]),
    ...rowsOf(printed),
    [],
  ];
  const sheets: readonly ResultSheet[] = [
    ...(tree === undefined
      ? []
      : [
          {
            ...{ name: tree.title, frozen: { rows: 1, columns: 0 }, rows: rowsOf(tree) },
            widths: tree.columns.map(({ width }) => width + 2),
          },
        ]),
    {
      ...{
        name: words.table["heading.other"],
        frozen: { rows: 0, columns: 0 },
        rows: others.flatMap(titled),
      },
      widths: [30, 40, 30, 40],
    },
  ];
  return deepFreeze(sheets);
}
