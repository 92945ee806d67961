/**
 * Sums of a criteria file: children against their parent, items against the whole, leaves against their sources, and
 * the counts that the annex repeats. A difference is reported once, at the lowest node that explains it (design 3.14).
 */

import type { IssueFacts, Path, Report } from "../issue.ts";
import {
  add,
  compare,
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
import type { CriteriaFile } from "./criteria-schema.ts";
import type { Tree, TreeNode } from "./criteria-tree.ts";
import type { Draft } from "./draft.ts";

type File = NonNullable<Draft<CriteriaFile>>;

/** A sum that is off, said or explained: by how much, and at which depth its parts stand. */
interface Off {
  readonly delta: Exact;
  readonly depth: number;
}

/** Checks every sum and declared figure; gives the nodes whose children do not sum (undefined: the whole). */
export function checkSums(
  tree: Tree,
  file: File,
  misfits: ReadonlySet<TreeNode>,
  report: Report,
): ReadonlySet<TreeNode | undefined> {
  const offs = new Map<TreeNode | undefined, Off>();
  const walk = (node: TreeNode): void => {
    node.children.forEach(walk);
    if (!node.whole || node.leaf) return;
    checkParts(
      node.children,
      node.max,
      offs,
      node,
      report,
      [...node.path, "maxPoints"],
      "sum-differs",
      levelFacts(file, node),
    );
  };
  tree.roots.forEach(walk);
  const whole = file.maxPoints === undefined ? undefined : decimal(file.maxPoints);
  if (file.items !== undefined) {
    checkParts(
      tree.roots,
      whole,
      offs,
      undefined,
      report,
      ["maxPoints"],
      "set-sum-differs",
      levelFacts(file, undefined),
    );
  }
  const causes = [...offs.values()];
  checkCounts(tree, file, causes, report);
  // A leaf whose source and rule contradict each other may belong to another source.
  if (misfits.size === 0) checkSources(tree, file, causes, report);
  return new Set(offs.keys());
}

function checkParts(
  parts: readonly TreeNode[],
  max: Exact | undefined,
  offs: Map<TreeNode | undefined, Off>,
  node: TreeNode | undefined,
  report: Report,
  path: Path,
  code: "sum-differs" | "set-sum-differs",
  names: IssueFacts,
): void {
  if (max === undefined || parts.length === 0 || parts.some((part) => part.max === undefined)) return;
  const total = sum(parts.map((part) => part.max ?? zero));
  const delta = subtract(total, max);
  if (isZero(delta)) return;
  const off = { delta, depth: node === undefined ? 0 : node.depth + 1 };
  // A doubled row has been reported as such.
  const twice = sum(
    parts.filter((part) => part.doubled && !part.parent?.doubled).map((part) => part.max ?? zero),
  );
  if (equals(delta, twice)) {
    offs.set(node, off);
    return;
  }
  // A part whose own maximum is mistyped explains its parent: with its children's sum in its place, all adds up.
  const below = parts.flatMap((part) => offs.get(part) ?? []).map((it) => it.delta);
  const mended = [...below, sum(below)].some((it) => isZero(add(delta, it)));
  if (mended && below.length > 0) return;
  offs.set(node, off);
  report(code, path, { ...names, ...sumFacts(total, max) }, { item: node?.number });
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

/** Declared numbers of nodes and leaves. A row that is missing or doubled above in the tree explains them. */
function checkCounts(tree: Tree, file: File, causes: readonly Off[], report: Report): void {
  const { totals } = file;
  if (totals === undefined || file.items === undefined || tree.nodes.some(({ whole }) => !whole)) return;
  const explained = (found: number, declared: number, depth: number): boolean =>
    causes.some((it) => it.depth <= depth && isNegative(it.delta) === found < declared);
  const { counts, leaves } = totals;
  const levels = file.levels?.length;
  const depth = tree.nodes.reduce((most, node) => (node.depth >= most ? node.depth + 1 : most), 0);
  // Counts that fit the tree but not the names of its levels show that a name is missing or too much.
  const wrongLength = counts !== undefined && levels !== undefined && counts.length !== levels;
  if (wrongLength && counts.length !== depth) {
    report("counts-differ-from-levels", ["totals", "counts"], { found: counts.length, expected: levels });
  }
  counts?.forEach((declared, depth) => {
    const found = tree.nodes.filter((node) => node.depth === depth).length;
    if (declared === undefined || wrongLength || found === declared || explained(found, declared, depth))
      return;
    const name = file.levels?.[depth];
    const facts = {
      found,
      expected: declared,
      levelVi: name?.vi ?? `Cấp ${depth + 1}`,
      levelEn: name?.en ?? `Level ${depth + 1}`,
    };
    report("count-differs", ["totals", "counts", depth], facts);
  });
  if (leaves === undefined || leaves === tree.leaves.length) return;
  if (!explained(tree.leaves.length, leaves, Number.POSITIVE_INFINITY)) {
    report("leaves-differ", ["totals", "leaves"], { found: tree.leaves.length, expected: leaves });
  }
}

interface SourceSum {
  readonly at: number;
  readonly id: string;
  readonly title: string;
  readonly total: Exact;
  readonly leaves: number;
  readonly declared: Exact | undefined;
  readonly declaredLeaves: number | undefined;
}

/** Declared totals of sources. What a wrong sum in the tree explains is not said again. */
function checkSources(tree: Tree, file: File, causes: readonly Off[], report: Report): void {
  const { sources } = file;
  const unread = tree.leaves.some(({ draft, max }) => draft.source === undefined || max === undefined);
  const known = new Set(sources?.map((source) => source?.id));
  if (sources === undefined || file.items === undefined || unread || tree.nodes.some(({ whole }) => !whole))
    return;
  if (tree.leaves.some(({ draft }) => !known.has(draft.source))) return;
  const sums = sources.flatMap((source, at): SourceSum[] => {
    if (source?.id === undefined) return [];
    const leaves = tree.leaves.filter(({ draft }) => draft.source === source.id);
    return [
      {
        at,
        id: source.id,
        title: source.title?.vi ?? source.id,
        total: sum(leaves.map(({ max }) => max ?? zero)),
        leaves: leaves.length,
        declared: source.maxPoints === undefined ? undefined : decimal(source.maxPoints),
        declaredLeaves: source.leaves,
      },
    ];
  });
  const all = causes.map(({ delta }) => delta);
  const explained = (delta: Exact): boolean =>
    [...all, sum(all)].some((it) => !isZero(it) && equals(it, delta));
  const off = sums.flatMap((it) => {
    const delta = it.declared === undefined ? zero : subtract(it.total, it.declared);
    return isZero(delta) || explained(delta) ? [] : [{ ...it, delta }];
  });
  const [one, other] = off;
  if (one !== undefined && other !== undefined && off.length === 2 && isZero(add(one.delta, other.delta))) {
    const [over, under] = compare(one.delta, zero) > 0 ? [one, other] : [other, one];
    const facts = { found: over.id, expected: under.id, difference: exactText(over.delta) };
    return report("sources-exchanged", ["sources", one.at, "maxPoints"], facts);
  }
  for (const it of off) {
    report("source-total-differs", ["sources", it.at, "maxPoints"], {
      source: it.title,
      ...sumFacts(it.total, it.declared ?? zero),
    });
  }
  for (const it of sums) {
    if (it.declaredLeaves === undefined || it.declaredLeaves === it.leaves) continue;
    const delta = it.declared === undefined ? zero : subtract(it.total, it.declared);
    const moved =
      !isZero(delta) ||
      causes.some((cause) => isNegative(cause.delta) === it.leaves < (it.declaredLeaves as number));
    if (!moved)
      report("source-leaves-differ", ["sources", it.at, "leaves"], {
        source: it.title,
        found: it.leaves,
        expected: it.declaredLeaves,
      });
  }
}
