/**
 * Markup as a value: what a template of this file writes is markup, whatever stands in it is text. So nothing from data
 * becomes an element, an attribute or a script.
 */
import { inLine } from "../words/words.ts";

/** Markup that the page wrote itself. */
export interface Markup {
  /** The text of it. */
  readonly markup: string;
}

/** What stands in a template: text, markup, or a list of these; nothing where there is nothing. */
export type Content = string | number | undefined | Markup | readonly Content[];

/** A template of markup: `` html`<p>${text}</p>` ``; attributes stand in double quotes. */
export function html(texts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  const parts = texts.flatMap((text, at) => (at === 0 ? [text] : [written(values[at - 1]), text]));
  return { markup: parts.join("") };
}

/** Markup for each of a list. */
export const each = <T>(list: readonly T[], one: (value: T, at: number) => Content): Markup => ({
  markup: list.map((value, at) => written(one(value, at))).join(""),
});

function written(content: Content): string {
  if (content === undefined) return "";
  if (typeof content === "object")
    return "markup" in content ? content.markup : content.map(written).join("");
  const text = inLine(String(content)).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
  // A percent sign stays in the line of its number.
  return text.replace(/(?<=\d) (?=%)/g, "\u00a0");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * The looks of the page: for a screen from 360 pixels on, and for A4. Shades are told by figures too, so that a page
 * printed in grey says the same.
 */
export const style = `
:root { --ink: #1a1a1a; --soft: #4a4a4a; --line: #b9bec6; --bar: #2b6cb0; --paper: #fff; --warn: #9b1c1c; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 76rem; color: var(--ink); background: var(--paper);
  font: 16px/1.45 "Noto Sans", "Segoe UI", Roboto, Arial, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; } h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
p, dl, ul { margin: .4rem 0; } dl { display: grid; grid-template-columns: minmax(8rem, auto) 1fr; gap: .15rem .8rem; }
dt { color: var(--soft); } dd { margin: 0; } .digest { font: .8rem/1.3 ui-monospace, monospace; overflow-wrap: anywhere; }
section { position: relative; }
.stamp { color: var(--warn); border: 2px solid var(--warn); padding: .3rem .6rem; font-weight: 700; display: inline-block; margin: .4rem 0; }
.across { position: absolute; inset: 0; overflow: hidden; pointer-events: none; } .across i { display: block; height: 56rem; position: relative; }
.across i::before { content: attr(data-text); position: absolute; top: 8rem; left: 50%; transform: translateX(-50%) rotate(-24deg); font-style: normal;
  white-space: nowrap; font-size: clamp(2rem, 9vw, 5rem); font-weight: 800; color: #9b1c1c; opacity: .13; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; } caption span { position: sticky; left: 0; display: inline-block; max-width: calc(100vw - 2rem); }
th, td { border: 1px solid var(--line); padding: .25rem .45rem; text-align: left; vertical-align: top; }
th.num, td.num { text-align: right; white-space: nowrap; } thead th { background: #eef1f5; } thead th.num { white-space: normal; min-width: 5rem; } thead th.num:first-child { min-width: 0; } td.name, th.name { min-width: 9rem; width: 30%; }
td.bar { min-width: 9rem; } .track { position: relative; height: .7rem; background: #e3e7ec; margin-top: .25rem; }
.fill { position: absolute; inset: 0 auto 0 0; background: var(--bar); } .mean { position: absolute; top: -.15rem; bottom: -.15rem; width: 2px; background: #000; }
tr.domain th, tr.domain td { background: #eef1f5; font-weight: 700; } :is(tr.node, tr.line) :is(th, td) { font-weight: 600; }
tbody th { font-weight: 400; text-align: left; } :is(tr.domain, tr.node, tr.line) td.note { font-weight: 400; } .note { color: var(--soft); font-size: .9em; }
.items { table-layout: fixed; min-width: 44rem; } .items th:first-child { width: 4.6em; } .items th:nth-child(2) { width: 33%; } .items th:nth-child(3) { width: 4.6em; } .items th:nth-child(4), .items th:nth-child(5) { width: 7em; } .items th:last-child { width: auto; } small { color: var(--soft); }
tr.after td { border-top: 0; } tr:has(+ tr.after) :is(th, td) { border-bottom: 0; } .under { margin-left: 1.5rem; }
.h { text-align: right; white-space: nowrap; }
.h0, .h1, .h2, .h3, .h4 { background: #1f4f82; color: #fff; } .h5 { background: #33689f; color: #fff; } .h6 { background: #8fb6dc; color: #000; }
.h7 { background: #b3cfe9; color: #000; } .h8 { background: #d3e3f3; color: #000; } .h9 { background: #edf4fb; color: #000; } .h10 { background: #fff; color: #000; }
.h0 small, .h1 small, .h2 small, .h3 small, .h4 small, .h5 small, .h6 small, .h7 small, .h8 small, .h9 small, .h10 small { color: inherit; }
.sheet { margin-top: 2.5rem; border-top: 3px solid var(--ink); } .signs { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; margin-top: 2rem; text-align: center; }
.signs p { min-height: 6rem; } .steps { margin: .4rem 0; padding-left: 1.2rem; }
@media screen { .laid { min-width: 46rem; } .wide th.name { position: sticky; left: 0; } .wide tbody th.name { background: var(--paper); } }
@media (max-width: 40rem) { body { padding: .6rem; font-size: 15px; } td.name, th.name { min-width: 7rem; } td.bar { min-width: 5.5rem; } dl { grid-template-columns: 1fr; } dd { margin-bottom: .3rem; }
  .wide:has(.items) { overflow: visible; } .items, .items caption, .items thead, .items tbody { display: block; min-width: 0; } .items thead { position: sticky; top: 0; }
  .items tr { display: grid; grid-template-columns: 3.4rem repeat(3, 1fr); border: 1px solid var(--line); border-top: 0; } .items thead tr { border-top: 1px solid var(--line); background: #eef1f5; }
  .items tr:nth-child(n) :is(th, td) { border: 0; width: auto; } .items tr.domain { background: #eef1f5; } .items tr :is(th, td):nth-child(2), .items tbody td.note { grid-column: 2 / -1; } .items td.num:nth-child(3) { grid-column: 2; }
  .items thead th { min-width: 0; } .items thead th:nth-child(3) { grid-column: 2; } .items thead th:last-child, .items td:empty:last-child { display: none; } .items tr:has(+ tr.after) { border-bottom: 0; } }
@page { size: A4; margin: 14mm; @bottom-right { content: counter(page) "/" counter(pages); font: 8pt sans-serif; } }
@media print { body { max-width: none; padding: 0; font-size: 9.5pt; } .wide { overflow: visible; } h2, h3, caption { break-after: avoid; }
  tr, li, .signs, .whole, dl { break-inside: avoid; } tr.after { break-before: avoid; } tr.domain:not(:last-child), tr.node { break-after: avoid; } thead { display: table-header-group; } .sheet, .group + .group { break-before: page; border-top: 0; } main > .sheet:first-child { break-before: auto; } .items, .laid { min-width: 0; } .items { font-size: 8.5pt; } caption span { position: static; max-width: none; }
  th, td { padding: .12rem .3rem; } td.bar { min-width: 5rem; } thead th.num:first-child { min-width: 0; } td.name, th.name { min-width: 6rem; } .fill, .track, [class^="h"], thead th { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
