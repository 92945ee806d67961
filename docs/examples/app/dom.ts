/** The few things that the page does with its elements. What comes from data is always text, never markup. */

/** The element of the page that a selector finds. */
export function one<E extends Element>(within: ParentNode, selector: string, type: new () => E): E {
  const found = within.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`the page has no ${selector}`);
  return found;
}

/** A new element with something in it. */
export function made<K extends keyof HTMLElementTagNameMap>(
  name: K,
  ...inside: readonly (string | Node)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.append(...inside);
  return element;
}

/** What a template of the page holds, copied. */
export const copyOf = (id: string): DocumentFragment =>
  document.importNode(one(document, `#${id}`, HTMLTemplateElement).content, true);

/** Draws what `explanationText` writes as Markdown: paragraphs, lists in lists, bold words. */
export function drawMarkdown(text: string): readonly Node[] {
  const drawn: Node[] = [];
  let lists: readonly HTMLUListElement[] = [];
  for (const line of text.split("\n")) {
    const [, indent = "", listed] = /^( *)- (.*)$/.exec(line) ?? [];
    if (listed === undefined) {
      if (line === "") continue;
      lists = [];
      drawn.push(made("p", ...inline(line)));
      continue;
    }
    const depth = indent.length / 2;
    const list = lists[depth] ?? made("ul");
    if (lists[depth] === undefined) {
      const above = lists[depth - 1]?.lastElementChild;
      if (above) above.append(list);
      else drawn.push(list);
    }
    list.append(made("li", ...inline(listed)));
    lists = [...lists.slice(0, depth), list];
  }
  return drawn;
}

/** Bold words, and signs that a backslash protects. */
function inline(text: string): readonly Node[] {
  const parts: Node[] = [];
  let inside = "";
  let isBold = false;
  const close = (): void => {
    if (inside !== "") parts.push(isBold ? made("strong", inside) : document.createTextNode(inside));
    inside = "";
  };
  for (const [sign] of text.matchAll(/\\.|\*\*|[^\\*]+|[\\*]/gs)) {
    if (sign === "**") {
      close();
      isBold = !isBold;
    } else inside += sign.length === 2 && sign.startsWith("\\") ? sign.slice(1) : sign;
  }
  close();
  return parts;
}
