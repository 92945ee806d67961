/**
 * The tree of a criteria file while it is checked: every node with its place, id, maximum and parent, read from a
 * draft, so that a broken node leaves the others alone. Checked here: numbers, ids, titles, depth, sums, declared
 * counts and citations (design 2, 3.14, 3.15).
 */

import type { Path, Report } from "../issue.ts";
import { decimal, type Exact } from "../number.ts";
import { isId } from "../shape.ts";
import type { CriteriaFile } from "./criteria-schema.ts";
import type { Draft } from "./draft.ts";
import type { ItemFile } from "./item-schema.ts";

/** A node as far as it could be read. */
export interface TreeNode {
  readonly draft: NonNullable<Draft<ItemFile>>;
  readonly path: Path;
  readonly depth: number;
  readonly parent: TreeNode | undefined;
  readonly children: readonly TreeNode[];
  /** False where the node, or its list of children, could not be read: nothing is said of what is missing in it. */
  readonly whole: boolean;
  readonly leaf: boolean;
  readonly number: string | undefined;
  readonly max: Exact | undefined;
  /** The id, given or made; undefined where it cannot be known. */
  readonly id: string | undefined;
  /** True where a sibling above has the same number: what is below it was said already. */
  readonly doubled: boolean;
}

/** The tree, and what can be asked of it. */
export interface Tree {
  readonly roots: readonly TreeNode[];
  /** All nodes in the order of the file. */
  readonly nodes: readonly TreeNode[];
  readonly leaves: readonly TreeNode[];
  readonly byId: ReadonlyMap<string, TreeNode>;
  /** False where a node could not be read, so that a name that is not found may be its name. */
  readonly complete: boolean;
}

type Growing = { -readonly [K in keyof TreeNode]: TreeNode[K] } & { children: Growing[] };

/** Builds the tree of a draft; the depth of a plain copy is bounded, so recursion is safe. */
export function treeOf(file: NonNullable<Draft<CriteriaFile>>): Tree {
  const nodes: Growing[] = [];
  const grow = (list: Draft<readonly ItemFile[]>, path: Path, parent: Growing | undefined): Growing[] => {
    const numbers = new Set<string>();
    return (list ?? []).map((item, at) => {
      const draft = item ?? {};
      const number = draft.number;
      const node: Growing = {
        draft,
        path: [...path, at],
        depth: parent === undefined ? 0 : parent.depth + 1,
        parent,
        children: [],
        whole: item !== undefined && !("items" in draft && draft.items === undefined),
        leaf: item !== undefined && !("items" in draft),
        number,
        max: draft.maxPoints === undefined ? undefined : decimal(draft.maxPoints),
        id: undefined,
        doubled: parent?.doubled === true || (number !== undefined && numbers.has(number)),
      };
      if (number !== undefined) numbers.add(number);
      nodes.push(node);
      node.children = grow(draft.items, [...node.path, "items"], node);
      return node;
    });
  };
  const roots = grow(file.items, ["items"], undefined);
  nameNodes(nodes);
  const byId = new Map<string, TreeNode>();
  for (const node of nodes) if (node.id !== undefined && !byId.has(node.id)) byId.set(node.id, node);
  return {
    roots,
    nodes,
    leaves: nodes.filter(({ leaf }) => leaf),
    byId,
    complete:
      file.items !== undefined &&
      nodes.every(({ whole, id, doubled }) => whole && id !== undefined && !doubled),
  };
}

/** An id is the one given, or the number where it is unique in the set, or the path of numbers. */
function nameNodes(nodes: readonly Growing[]): void {
  const times = new Map<string, number>();
  // A doubled row leaves its first twin the number as id.
  for (const { number, doubled } of nodes) {
    if (doubled) continue;
    const plain = number?.toLowerCase() ?? "";
    times.set(plain, (times.get(plain) ?? 0) + 1);
  }
  const pathOf = (node: TreeNode): string | undefined => {
    if (node.number === undefined) return undefined;
    if (node.parent === undefined) return node.number.toLowerCase();
    const above = pathOf(node.parent);
    return above === undefined ? undefined : `${above}/${node.number.toLowerCase()}`;
  };
  for (const node of nodes) {
    const { draft, number } = node;
    if ("id" in draft) node.id = draft.id;
    else if (number !== undefined)
      node.id = times.get(number.toLowerCase()) === 1 ? number.toLowerCase() : pathOf(node);
  }
}

/** Checks names and order: duplicate numbers and ids, numbers out of sequence, titles that repeat, depth. */
export function checkTreeNames(
  tree: Tree,
  file: NonNullable<Draft<CriteriaFile>>,
  report: Report,
  wrongSums: ReadonlySet<TreeNode | undefined>,
): void {
  const levels = file.levels;
  for (const siblings of [tree.roots, ...tree.nodes.map(({ children }) => children)]) {
    checkSiblings(siblings, report, wrongSums.has(siblings[0]?.parent));
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

function checkSiblings(siblings: readonly TreeNode[], report: Report, sumIsWrong: boolean): void {
  const titles = new Map<string, TreeNode>();
  let due: string | undefined;
  const doubled = siblings.some((node) => node.doubled && node.parent?.doubled !== true);
  siblings.forEach((node, at) => {
    const { number, path, parent, draft } = node;
    const about = { item: number };
    if (parent?.doubled === true) return;
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
    if (expected === undefined || number === expected || number === nextOf(due)) {
      due = number;
      return;
    }
    due = expected;
    report("number-out-of-sequence", [...path, "number"], { found: number, expected }, about);
  });
}

/** A number with points repeats its parent's; a bare one ("1" under "I", "a" under "1.2") stands for itself. */
function isUnder(number: string, parent: string): boolean {
  const point = number.lastIndexOf(".");
  if (point < 0 || !/^[\d.]+$/.test(number) || !/^[\d.]+$/.test(parent)) return true;
  return number.slice(0, point) === parent;
}

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
