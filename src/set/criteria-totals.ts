/**
 * Declared figures of a criteria file: the counts of nodes and leaves, and the totals of the sources, repeated from the
 * annex so that slips are caught. What a wrong sum in the tree explains is not said again (design 3.14).
 */
import type { Report } from "../issue.ts";
import { add, decimal, type Exact, exactText, isNegative, isZero, subtract, sum, zero } from "../number.ts";
import type { CriteriaFile } from "./criteria-schema.ts";
import { type Off, sumFacts } from "./criteria-sums.ts";
import type { Tree, TreeNode } from "./criteria-tree.ts";
import type { Draft } from "./draft.ts";

type File = NonNullable<Draft<CriteriaFile>>;

/** Checks declared counts and totals; `causes` are the sums that are off in the tree. */
export function checkTotals(
  tree: Tree,
  file: File,
  misfits: ReadonlySet<TreeNode>,
  causes: readonly Off[],
  report: Report,
): void {
  // Nothing can be counted while a node or its children cannot be read.
  if (file.items === undefined || tree.nodes.some(({ whole }) => !whole)) return;
  checkCounts(tree, file, causes, report);
  // A leaf whose source and rule contradict each other may belong to another source.
  if (misfits.size === 0) checkSources(tree, file, causes, report);
}

/** A doubled row may be one too many, or another row with a mistyped number: both readings are tried. */
const onceAndAll = (nodes: readonly TreeNode[]): readonly (readonly TreeNode[])[] => [
  nodes,
  nodes.filter(({ doubled }) => !doubled),
];
/** Declared numbers of nodes and leaves. A row that is missing or doubled above in the tree explains them. */
function checkCounts(tree: Tree, file: File, causes: readonly Off[], report: Report): void {
  const { counts, leaves } = file.totals ?? {};
  const agrees = (nodes: readonly TreeNode[], declared: number, depth: number): boolean =>
    onceAndAll(nodes).some(({ length }) => length === declared) ||
    causes.some((it) => it.depth <= depth && isNegative(it.delta) === nodes.length < declared);
  const levels = file.levels?.length;
  const depth = tree.nodes.reduce((most, node) => (node.depth >= most ? node.depth + 1 : most), 0);
  // Counts that fit the tree but not the names of its levels show that a name is missing or too much.
  const wrongLength = counts !== undefined && levels !== undefined && counts.length !== levels;
  if (wrongLength && counts.length !== depth) {
    report("counts-differ-from-levels", ["totals", "counts"], { found: counts.length, expected: levels });
  }
  const byDepth = Array.from({ length: wrongLength ? 0 : (counts?.length ?? 0) }, (): TreeNode[] => []);
  for (const node of tree.nodes) byDepth[node.depth]?.push(node);
  byDepth.forEach((nodes, at) => {
    const declared = counts?.[at];
    if (declared === undefined || agrees(nodes, declared, at)) return;
    const name = file.levels?.[at];
    const names = { levelVi: name?.vi ?? `Cấp ${at + 1}`, levelEn: name?.en ?? `Level ${at + 1}` };
    report("count-differs", ["totals", "counts", at], { found: nodes.length, expected: declared, ...names });
  });
  if (leaves === undefined || agrees(tree.leaves, leaves, depth)) return;
  report("leaves-differ", ["totals", "leaves"], { found: tree.leaves.length, expected: leaves });
}

/** A source as declared and as its leaves make it. */
interface SourceSum {
  readonly at: number;
  readonly id: string;
  readonly title: string;
  readonly total: Exact;
  readonly declared: Exact;
  /** The sum of its leaves less the declared total; 0 where none is declared. */
  readonly delta: Exact;
  readonly leaves: number;
  readonly declaredLeaves: number;
}

function checkSources(tree: Tree, file: File, causes: readonly Off[], report: Report): void {
  const known = new Set(file.sources?.map((source) => source?.id));
  if (
    tree.leaves.some(
      ({ draft, max }) => draft.source === undefined || max === undefined || !known.has(draft.source),
    )
  )
    return;
  const readings = onceAndAll(tree.leaves).map((leaves) => sumsOf(file, leaves));
  const sound = (sums: readonly SourceSum[]): boolean =>
    sums.every(({ delta, leaves, declaredLeaves }) => isZero(delta) && leaves === declaredLeaves);
  const [all = []] = readings;
  if (readings.some(sound)) return;
  if (reportTotals(all, causes, report)) reportLeaves(all, causes, report);
}

function sumsOf(file: File, leaves: readonly TreeNode[]): readonly SourceSum[] {
  const bySource = new Map<string | undefined, TreeNode[]>(file.sources?.map((source) => [source?.id, []]));
  for (const leaf of leaves) bySource.get(leaf.draft.source)?.push(leaf);
  return (file.sources ?? []).flatMap((source, at): SourceSum[] => {
    if (source?.id === undefined) return [];
    const own = bySource.get(source.id) ?? [];
    const total = sum(own.map(({ max }) => max ?? zero));
    const declared = source.maxPoints === undefined ? total : decimal(source.maxPoints);
    const title = source.title?.vi ?? source.id;
    const delta = subtract(total, declared);
    return [
      {
        at,
        id: source.id,
        title,
        total,
        declared,
        delta,
        leaves: own.length,
        declaredLeaves: source.leaves ?? own.length,
      },
    ];
  });
}

/** Reports totals that differ; gives false where one leaf of the wrong source explains everything. */
function reportTotals(sums: readonly SourceSum[], causes: readonly Off[], report: Report): boolean {
  const deltas = causes.map(({ delta }) => delta);
  const known = new Set([...deltas, sum(deltas)].map(exactText));
  const explained = (delta: Exact): boolean => !isZero(delta) && known.has(exactText(delta));
  const off = sums.filter(({ delta }) => !isZero(delta) && !explained(delta));
  // A node that is missing with its leaves takes from several sources at once.
  const together = sum(off.map(({ delta }) => delta));
  const oneWay = off.every(({ delta }) => isNegative(delta) === isNegative(together));
  if (off.length === 0 || (oneWay && explained(together))) return true;
  const [one, other] = off;
  if (one !== undefined && other !== undefined && off.length === 2 && isZero(add(one.delta, other.delta))) {
    const [over, under] = isNegative(one.delta) ? [other, one] : [one, other];
    const facts = { found: over.id, expected: under.id, difference: exactText(over.delta) };
    report("sources-exchanged", ["sources", one.at, "maxPoints"], facts);
    return false;
  }
  for (const it of off) {
    const facts = { source: it.title, ...sumFacts(it.total, it.declared) };
    report("source-total-differs", ["sources", it.at, "maxPoints"], facts);
  }
  return true;
}

/** Reports numbers of leaves that differ, where no total that is off says the same. */
function reportLeaves(sums: readonly SourceSum[], causes: readonly Off[], report: Report): void {
  for (const { at, title, delta, leaves, declaredLeaves } of sums) {
    const explained = causes.some((cause) => isNegative(cause.delta) === leaves < declaredLeaves);
    if (leaves === declaredLeaves || !isZero(delta) || explained) continue;
    report("source-leaves-differ", ["sources", at, "leaves"], {
      source: title,
      found: leaves,
      expected: declaredLeaves,
    });
  }
}
