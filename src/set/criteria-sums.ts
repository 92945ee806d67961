/**
 * Sums of a criteria file: children against their parent, and items against the whole. A difference is reported once,
 * at the lowest node that explains it: a leaf whose rule shows that its maximum is the slip, a node with a mistyped
 * maximum, a row that stands under the wrong parent, or else the node whose parts do not sum (design 3.14).
 */
import type { IssueFacts, Report } from "../issue.ts";
import {
  add,
  decimal,
  type Exact,
  equals,
  exactText,
  isNegative,
  isZero,
  negate,
  rounded,
  subtract,
  sum,
  zero,
} from "../number.ts";
import type { Suspect } from "./criteria-rules.ts";
import type { CriteriaFile } from "./criteria-schema.ts";
import { isUnder, type Tree, type TreeNode } from "./criteria-tree.ts";
import type { Draft } from "./draft.ts";

type File = NonNullable<Draft<CriteriaFile>>;

/** A node whose parts do not sum, or the whole: by how much, said here or explained further down. */
export interface Off {
  /** The node; undefined for the whole set. */
  readonly node: TreeNode | undefined;
  /** The sum of the parts less the maximum. */
  readonly delta: Exact;
  /** The depth of the parts. */
  readonly depth: number;
}

/** What the sums tell the checks that follow. */
export interface SumFindings {
  /** Where parts do not sum, except where a doubled row or a mistyped maximum below explains it. */
  readonly offs: readonly Off[];
  /** The leaves whose maximum was found to be the slip: what their rules say against it follows from that. */
  readonly mistyped: ReadonlySet<TreeNode>;
  /** The rows that stand under the wrong parent. */
  readonly misplaced: ReadonlySet<TreeNode>;
  /** Tells of an id that is not found whether a row that is missing may have had it. */
  readonly lost: (id: string) => boolean;
}

/** Checks every sum of the tree. */
export function checkSums(
  tree: Tree,
  file: File,
  suspects: ReadonlyMap<TreeNode, Suspect>,
  report: Report,
): SumFindings {
  const offs = new Map<TreeNode | undefined, Off>();
  const mistyped = new Set<TreeNode>();
  const all: Off[] = [];
  const open: Off[] = [];
  const look = (node: TreeNode | undefined, parts: readonly TreeNode[], max: Exact | undefined): void => {
    const delta = differenceOf(parts, max);
    if (delta === undefined || isZero(delta)) return;
    const off = { node, delta, depth: node === undefined ? 0 : node.depth + 1 };
    all.push(off);
    if (followsFromBelow(parts, delta, offs)) return;
    offs.set(node, off);
    const slip = parts.find((part) => suspects.get(part)?.fits(subtract(part.max ?? zero, delta)) === true);
    if (slip === undefined) open.push(off);
    else {
      mistyped.add(slip);
      const facts = {
        found: exactText(slip.max ?? zero),
        expected: exactText(subtract(slip.max ?? zero, delta)),
      };
      report("maximum-differs", [...slip.path, "maxPoints"], facts, { item: slip.number });
    }
  };
  const walk = (node: TreeNode): void => {
    node.children.forEach(walk);
    if (node.whole && !node.leaf) look(node, node.children, node.max);
  };
  tree.roots.forEach(walk);
  if (file.items !== undefined)
    look(undefined, tree.roots, file.maxPoints === undefined ? undefined : decimal(file.maxPoints));

  const misplaced = misplacedRows(tree, all);
  for (const [row, [here, home]] of misplaced) {
    const facts = { found: here.node?.number ?? "–", expected: home.node?.number ?? "–" };
    report("item-misplaced", row.path, facts, { item: row.number });
  }
  const moved = new Set([...misplaced.values()].flat());
  const said = open.filter((off) => !moved.has(off));
  for (const off of said) reportOff(off, tree, file, report);
  return {
    offs: [...new Set([...offs.values(), ...moved])],
    mistyped,
    misplaced: new Set(misplaced.keys()),
    lost: lostRows(said, tree),
  };
}

/** The sum of the parts less the maximum; undefined where one of them is not known. A doubled row was reported as such. */
function differenceOf(parts: readonly TreeNode[], max: Exact | undefined): Exact | undefined {
  if (max === undefined || parts.length === 0 || parts.some((part) => part.max === undefined))
    return undefined;
  const total = (list: readonly TreeNode[]): Exact => sum(list.map((part) => part.max ?? zero));
  const delta = subtract(total(parts), max);
  const once = subtract(total(parts.filter((part) => !part.doubled || part.parent?.doubled === true)), max);
  return isZero(once) ? zero : delta;
}

/** A part whose own maximum is mistyped explains its parent: with its children's sum in its place, all adds up. */
function followsFromBelow(
  parts: readonly TreeNode[],
  delta: Exact,
  offs: ReadonlyMap<TreeNode | undefined, Off>,
): boolean {
  const below = parts.flatMap((part) => offs.get(part)?.delta ?? []);
  return below.length > 0 && [...below, sum(below)].some((it) => isZero(add(delta, it)));
}

/** Rows that their numbers place under another node, where just their points are missing; with both sums that are off. */
function misplacedRows(
  tree: Tree,
  all: readonly Off[],
): ReadonlyMap<TreeNode, readonly [here: Off, home: Off]> {
  const found = new Map<TreeNode, readonly [Off, Off]>();
  // Where a hundred sums are off, no row in the wrong place explains them.
  if (all.length < 2 || all.length > 100) return found;
  for (const row of tree.nodes) {
    const { max, parent } = row;
    if (max === undefined || belongsTo(row, parent)) continue;
    const here = all.find(({ node, delta }) => node === parent && equals(delta, max));
    const home = all.find(
      ({ node, delta }) => node !== parent && equals(negate(delta), max) && belongsTo(row, node),
    );
    if (here !== undefined && home !== undefined) found.set(row, [here, home]);
  }
  return found;
}

/** True where the number of a row continues that of a node; a bare number belongs nowhere else. */
function belongsTo({ number = "" }: TreeNode, node: TreeNode | undefined): boolean {
  return node?.number === undefined ? !number.includes(".") : isUnder(number, node.number);
}

/** A node that is short of points may have lost a row; whoever refers to that row makes no second mistake. */
function lostRows(said: readonly Off[], tree: Tree): (id: string) => boolean {
  const short = said
    .filter(({ delta }) => isNegative(delta))
    .map(({ node }) => node)
    .slice(0, 100);
  const isOf = (id: string, node: TreeNode): boolean =>
    [node.number?.toLowerCase(), node.id].some(
      (it) => it !== undefined && (id === it || id.startsWith(`${it}.`) || id.startsWith(`${it}/`)),
    );
  return (id) =>
    short.some((node) => (node === undefined ? !tree.roots.some((root) => isOf(id, root)) : isOf(id, node)));
}

function reportOff({ node, delta }: Off, tree: Tree, file: File, report: Report): void {
  const path = node === undefined ? ["maxPoints"] : [...node.path, "maxPoints"];
  const total = sum((node?.children ?? tree.roots).map(({ max }) => max ?? zero));
  const facts = { ...levelFacts(file, node), ...sumFacts(total, subtract(total, delta)) };
  report(node === undefined ? "set-sum-differs" : "sum-differs", path, facts, { item: node?.number });
}

/** Both numbers with as many decimals, at least two, and the difference in words. */
export function sumFacts(total: Exact, declared: Exact): IssueFacts {
  const delta = subtract(total, declared);
  const short = isNegative(delta);
  const [found, expected, difference] = alike([total, declared, short ? negate(delta) : delta]);
  return {
    found: found as string,
    expected: expected as string,
    difference: difference as string,
    offVi: short ? "thiếu" : "thừa",
    offEn: short ? "short by" : "over by",
  };
}

function alike(values: readonly Exact[]): readonly string[] {
  const places = values
    .map((value) => exactText(value).split(".")[1]?.length ?? 0)
    .reduce((a, b) => (a > b ? a : b), 2);
  return values.map((value) => rounded(value, places, "half-up"));
}

/** What a node and its children are called, in both languages. */
function levelFacts(file: File, node: TreeNode | undefined): IssueFacts {
  const own = node === undefined ? undefined : file.levels?.[node.depth];
  const below = file.levels?.[node === undefined ? 0 : node.depth + 1];
  return {
    nodeVi: own?.vi ?? "Mục",
    nodeEn: own?.en ?? "Item",
    partsVi: (below?.vi ?? "mục con").toLowerCase(),
    partsEn: (below?.en ?? "child").toLowerCase(),
  };
}
