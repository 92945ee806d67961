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
  return inLine(String(content)).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
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
.across { position: absolute; inset: 0; overflow: hidden; pointer-events: none; }
.across::before { content: attr(data-text); position: absolute; top: 8rem; left: 50%; transform: translateX(-50%) rotate(-24deg);
  white-space: nowrap; font-size: clamp(2rem, 9vw, 5rem); font-weight: 800; color: #9b1c1c; opacity: .13; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { border: 1px solid var(--line); padding: .25rem .45rem; text-align: left; vertical-align: top; }
th.num, td.num { text-align: right; white-space: nowrap; } thead th { background: #eef1f5; } thead th.num { white-space: normal; } td.name, th.name { min-width: 9rem; }
td.bar { min-width: 9rem; } .track { position: relative; height: .7rem; background: #e3e7ec; margin-top: .25rem; }
.fill { position: absolute; inset: 0 auto 0 0; background: var(--bar); } .mean { position: absolute; top: -.15rem; bottom: -.15rem; width: 2px; background: #000; }
tr.domain th, tr.domain td { background: #eef1f5; font-weight: 700; } tr.node th, tr.node td { font-weight: 600; }
tbody th { font-weight: 400; text-align: left; } .note { color: var(--soft); font-size: .9em; }
.items { table-layout: fixed; min-width: 44rem; } .items th:first-child { width: 4.2em; } .items th:nth-child(2) { width: 31%; } .items th:nth-child(n + 3) { width: 5em; } .items th:last-child { width: auto; } small { color: var(--soft); }
.h { text-align: right; white-space: nowrap; }
.h0, .h1, .h2, .h3, .h4 { background: #1f4f82; color: #fff; } .h5 { background: #33689f; color: #fff; } .h6 { background: #8fb6dc; color: #000; }
.h7 { background: #b3cfe9; color: #000; } .h8 { background: #d3e3f3; color: #000; } .h9 { background: #edf4fb; color: #000; } .h10 { background: #fff; color: #000; }
.h0 small, .h1 small, .h2 small, .h3 small, .h4 small, .h5 small, .h6 small, .h7 small, .h8 small, .h9 small, .h10 small { color: inherit; }
.sheet { margin-top: 2.5rem; border-top: 3px solid var(--ink); } .signs { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; margin-top: 2rem; text-align: center; }
.signs p { min-height: 6rem; } .steps { margin: .4rem 0; padding-left: 1.2rem; }
@media (max-width: 40rem) { body { padding: .6rem; font-size: 15px; } dl { grid-template-columns: 1fr; } dd { margin-bottom: .3rem; }
  .sheet td.note { min-width: 12rem; } }
@page { size: A4; margin: 14mm; }
@media print { body { max-width: none; padding: 0; font-size: 9.5pt; } .wide { overflow: visible; } h2, h3, caption { break-after: avoid; }
  tr, li, .signs, dl { break-inside: avoid; } thead { display: table-header-group; } .sheet, .group + .group { break-before: page; border-top: 0; } main > .sheet:first-child { break-before: auto; } .items { min-width: 0; }
  th, td { padding: .12rem .3rem; } td.bar { min-width: 5rem; } td.name, th.name { min-width: 6rem; } .fill, .track, [class^="h"], thead th { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
