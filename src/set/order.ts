/**
 * Names and order of the nodes of a criteria file: numbers that repeat, stand under another parent or out of sequence,
 * ids that repeat or cannot be made, titles that repeat a sibling's, and the depth of the tree.
 */
import type { Report } from "../issue.ts";
import { isId } from "../shape.ts";
import type { SumFindings } from "./sums.ts";
import { type DraftFile, isUnder, type Tree, type TreeNode } from "./tree.ts";

/** Checks names and order: duplicate numbers and ids, numbers out of sequence, titles that repeat, depth. */
export function checkOrder(tree: Tree, file: DraftFile, sums: SumFindings, report: Report): void {
  const levels = file.levels;
  const wrong = new Set(sums.offs.map(({ node }) => node));
  for (const siblings of [tree.roots, ...tree.nodes.map(({ children }) => children)]) {
    checkSiblings(siblings, report, sums, wrong.has(siblings[0]?.parent));
  }
  const first = new Map<string, TreeNode>();
  let deeper = false;
  for (const node of tree.nodes) {
    const { id, number, path, depth } = node;
    const about = { item: number };
    if (levels !== undefined && depth === levels.length && !deeper) {
      deeper = true;
      report("deeper-than-levels", path, { found: depth + 1, expected: levels.length }, about);
    }
    if (id === undefined || node.doubled) continue;
    if (!("id" in node.draft) && !isId(id)) {
      report("number-not-an-id", [...path, "number"], { found: number ?? "" }, about);
    }
    const before = first.get(id);
    if (before === undefined) first.set(id, node);
    else
      report(
        "duplicate-item-id",
        [...path, "id" in node.draft ? "id" : "number"],
        { found: id, other: before.number ?? "" },
        about,
      );
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
    const about = { item: number };
    if (parent?.doubled === true || sums.misplaced.has(node)) return;
    if (node.doubled && number !== undefined) {
      report("duplicate-number", [...path, "number"], { found: number }, about);
      return;
    }
    const title = draft.title?.vi?.toLowerCase();
    const twin = title === undefined ? undefined : titles.get(title);
    if (twin !== undefined)
      report(
        "title-repeats",
        [...path, "title", "vi"],
        { found: draft.title?.vi ?? "", other: twin.number ?? "" },
        about,
      );
    else if (title !== undefined) titles.set(title, node);
    if (number === undefined) return;
    if (parent?.number !== undefined && !isUnder(number, parent.number)) {
      const facts = { found: number, expected: `${parent.number}.…` };
      report("number-not-under-parent", [...path, "number"], facts, about);
      return;
    }
    // A row that is missing or doubled has been reported; the gap in the numbers only follows from it.
    if (doubled || sumIsWrong) return;
    const expected = at === 0 ? firstOf(number) : nextOf(siblings[at - 1]?.number);
    // After a number that is out of sequence, both the one that follows it and the one that was due next are right.
    if (expected === undefined || [expected, due, nextOf(due)].includes(number)) {
      // Of two rows that changed places one is said to be out of sequence; the second is the one that was due.
      due = number === due ? siblings[at - 1]?.number : number;
      return;
    }
    due = expected;
    report("number-out-of-sequence", [...path, "number"], { found: number, expected }, about);
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
      const about = { item: number };
      const differs =
        id !== undefined && id !== number && isDigits(id) && isDigits(number) && !tree.byId.has(id);
      const own = differs ? id : number;
      const expected = nextOf(before);
      const first = at === 0 ? firstOf(own) : expected;
      if (differs) report("line-id-differs", path, { found: number, expected: id }, about);
      else if (own !== expected && first !== undefined && own !== first)
        report("number-out-of-sequence", path, { found: number, expected: expected ?? first }, about);
      before = own;
    });
  }
}

const isDigits = (text: string): boolean => /^\d+(\.\d+)*$/.test(text);

const romans = [
  "I",
  "II",
  "III",
  "IV",
  "V",
  "VI",
  "VII",
  "VIII",
  "IX",
  "X",
  "XI",
  "XII",
  "XIII",
  "XIV",
  "XV",
  "XVI",
];
const letters = [..."abcdđeghiklmnopqrstuvxy"];

/** The series that a last part belongs to: digits, Roman numbers, or the letters of a Vietnamese list. */
function seriesOf(last: string): readonly string[] | undefined {
  return romans.includes(last) ? romans : letters.includes(last) ? letters : undefined;
}

function nextOf(number: string | undefined): string | undefined {
  const parts = /^(.*?)(\d+|[^.\d]+)$/.exec(number ?? "");
  if (parts === null) return undefined;
  const [, head = "", last = ""] = parts;
  if (/^\d{1,9}$/.test(last)) return `${head}${Number(last) + 1}`;
  const series = seriesOf(last);
  const next = series?.[series.indexOf(last) + 1];
  return next === undefined ? undefined : `${head}${next}`;
}

function firstOf(number: string): string | undefined {
  const parts = /^(.*?)(\d+|[^.\d]+)$/.exec(number);
  if (parts === null) return undefined;
  const [, head = "", last = ""] = parts;
  if (/^\d{1,9}$/.test(last)) return `${head}1`;
  const start = seriesOf(last)?.[0];
  return start === undefined ? undefined : `${head}${start}`;
}
