/**
 * Names and order of the nodes of a criteria file: numbers that repeat, stand under another parent or out of sequence,
 * ids that repeat or cannot be made, titles that repeat a sibling's, and the depth of the tree.
 */
import type { Report } from "../issue.ts";
import { isId } from "../shape.ts";
import type { SumFindings } from "./sums.ts";
import { type DraftFile, isUnder, type Tree, type TreeNode } from "./tree.ts";

/** Checks names and order: duplicate numbers and ids, numbers out of sequence, titles that repeat, depth. */
export function checkNodes(tree: Tree, file: DraftFile, sums: SumFindings, report: Report): void {
  const levels = file.levels;
  const wrong = new Set(sums.offs.map(({ node }) => node));
  for (const siblings of [tree.roots, ...tree.nodes.map(({ children }) => children)]) {
    checkSiblings(siblings, report, sums, wrong.has(siblings[0]?.parent));
  }
  const first = new Map<string, TreeNode>();
  let deeper = false;
  for (const node of tree.nodes) {
    const { id, number, path, depth } = node;
    if (levels !== undefined && depth === levels.length && !deeper) {
      deeper = true;
      report("deeper-than-levels", path, { found: depth + 1, expected: levels.length });
    }
    if (id === undefined || node.doubled) continue;
    if (!("id" in node.draft) && !isId(id)) {
      report("number-not-an-id", [...path, "number"], { found: number ?? "" });
    }
    const before = first.get(id);
    if (before === undefined) first.set(id, node);
    else
      report("duplicate-item-id", [...path, "id" in node.draft ? "id" : "number"], {
        found: id,
        other: before.number ?? "",
      });
  }
  const deepest = tree.nodes.reduce((most, { depth }) => (depth > most ? depth : most), -1);
  if (levels !== undefined && tree.complete && levels.length > deepest + 1) {
    report("level-unused", ["levels", deepest + 1], { found: levels[deepest + 1]?.vi ?? "" });
  }
}

function checkSiblings(
  siblings: readonly TreeNode[],
  report: Report,
  sums: SumFindings,
  sumIsWrong: boolean,
): void {
  const titles = new Map<string, TreeNode>();
  let due: string | undefined;
  const doubled = siblings.some((node) => node.doubled && node.parent?.doubled !== true);
  siblings.forEach((node, at) => {
    const { number, path, parent, draft } = node;
    if (parent?.doubled === true || sums.misplaced.has(node)) return;
    if (node.doubled && number !== undefined) {
      report("duplicate-number", [...path, "number"], { found: number });
      return;
    }
    const title = draft.title?.vi?.toLowerCase();
    const twin = title === undefined ? undefined : titles.get(title);
    if (twin !== undefined)
      report("title-repeats", [...path, "title", "vi"], {
        found: draft.title?.vi ?? "",
        other: twin.number ?? "",
      });
    else if (title !== undefined) titles.set(title, node);
    if (number === undefined) return;
    if (parent?.number !== undefined && !isUnder(number, parent.number)) {
      const facts = { found: number, expected: `${parent.number}.…` };
      report("number-not-under-parent", [...path, "number"], facts);
      return;
    }
    // A row that is missing or doubled has been reported; the gap in the numbers only follows from it.
    if (doubled || sumIsWrong) return;
    const expected = at === 0 ? neighboursOf(number).first : neighboursOf(siblings[at - 1]?.number).next;
    // After a number that is out of sequence, both the one that follows it and the one that was due next are right.
    if (expected === undefined || [expected, due, neighboursOf(due).next].includes(number)) {
      // Of two rows that changed places one is said to be out of sequence; the second is the one that was due.
      due = number === due ? siblings[at - 1]?.number : number;
      return;
    }
    due = expected;
    report("number-out-of-sequence", [...path, "number"], { found: number, expected });
  });
}

/**
 * Checks the numbers of bonus and penalty lines: each follows the one above, or begins a list of its own, and is the
 * same as an id that is written as a number.
 */
export function checkLineOrder(tree: Tree, file: DraftFile, report: Report): void {
  let before: string | undefined;
  for (const side of ["bonus", "penalty"] as const) {
    const lines = file[side]?.lines ?? [];
    const numbers = lines.map((line) => line?.number);
    const sound = new Set(numbers).size === lines.length && !numbers.includes(undefined);
    lines.forEach((line, at) => {
      const { id, number } = line ?? {};
      if (number === undefined || !sound) return;
      const path = [side, "lines", at, "number"];
      const differs =
        id !== undefined && id !== number && isDigits(id) && isDigits(number) && !tree.byId.has(id);
      const own = differs ? id : number;
      const expected = neighboursOf(before).next;
      const first = at === 0 ? neighboursOf(own).first : expected;
      if (differs) report("line-id-differs", path, { found: number, expected: id });
      else if (own !== expected && first !== undefined && own !== first)
        report("number-out-of-sequence", path, { found: number, expected: expected ?? first });
      before = own;
    });
  }
}

const isDigits = (text: string): boolean => /^\d+(\.\d+)*$/.test(text);

/** What a list is counted in, beside digits: Roman numbers, and the letters of a Vietnamese list. */
const series: readonly (readonly string[])[] = [
  /* @__PURE__ */ "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI".split(" "),
  /* @__PURE__ */ "abcdđeghiklmnopqrstuvxy".split(""),
];

/** The number with which the list of a number begins, and the one that follows it; absent where that is not known. */
function neighboursOf(number = ""): { readonly first?: string; readonly next?: string } {
  const [, head = "", last = ""] = /^(.*?)(\d+|[^.\d]+)$/.exec(number) ?? [];
  if (/^\d{1,9}$/.test(last)) return { first: `${head}1`, next: `${head}${Number(last) + 1}` };
  const list = series.find((one) => one.includes(last));
  const next = list?.[list.indexOf(last) + 1];
  return {
    ...(list === undefined ? {} : { first: `${head}${list[0]}` }),
    ...(next === undefined ? {} : { next: `${head}${next}` }),
  };
}
