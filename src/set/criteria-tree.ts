/**
 * The tree of a criteria file while it is checked: every node with its place, id, maximum and parent, read from a
 * draft, so that a broken node leaves the others alone (design 2, 3.14). Ids that a file leaves out are made here.
 */

import type { Path } from "../issue.ts";
import { decimal, type Exact } from "../number.ts";
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

/** A number with points repeats its parent's; a bare one ("1" under "I", "a" under "1.2") stands for itself. */
export function isUnder(number: string, parent: string): boolean {
  const point = number.lastIndexOf(".");
  if (point < 0 || !/^[\d.]+$/.test(number) || !/^[\d.]+$/.test(parent)) return true;
  return number.slice(0, point) === parent;
}
