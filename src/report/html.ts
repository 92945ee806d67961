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
