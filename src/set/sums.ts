/**
 * Sums of a criteria file: children against their parent, items against the whole, and the figures that the file
 * declares besides. A difference is reported once, at the lowest node that explains it: a leaf whose rule shows that its
 * maximum is the slip, a node with a mistyped maximum, a row that stands under the wrong parent, or else the node whose
 * parts do not sum.
 */

import type { Text } from "../criteria-set.ts";
import type { Report } from "../issue.ts";
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
import { type Message, message, type Param, type Params } from "../words/words.ts";
import type { Suspect } from "./leaves.ts";
import { type Draft, type DraftFile, isUnder, type Tree, type TreeNode } from "./tree.ts";

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
  file: DraftFile,
  suspects: ReadonlyMap<TreeNode, Suspect>,
  report: Report,
): SumFindings {
  const offs = new Map<TreeNode | undefined, Off>();
  const mistyped = new Set<TreeNode>();
  const all: Off[] = [];
  const open: Off[] = [];
  const look = (node: TreeNode | undefined, parts: readonly TreeNode[], max: Exact | undefined): void => {
    const delta = excessOf(parts, max);
    if (delta === undefined || isZero(delta)) return;
    const off = { node, delta, depth: node === undefined ? 0 : node.depth + 1 };
    all.push(off);
    if (followsFromBelow(parts, delta, offs)) return;
    offs.set(node, off);
    const slip = parts.find(
      (part) => suspects.get(part)?.fitsWith(subtract(part.max ?? zero, delta)) === true,
    );
    if (slip === undefined) open.push(off);
    else {
      mistyped.add(slip);
      const { max = zero, path } = slip;
      const facts = { found: exactText(max), expected: exactText(subtract(max, delta)) };
      report("maximum-differs", [...path, "maxPoints"], facts);
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
    report("item-misplaced", row.path, facts);
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
function excessOf(parts: readonly TreeNode[], max: Exact | undefined): Exact | undefined {
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
  const short = said.filter(({ delta }) => isNegative(delta)).map(({ node }) => node);
  const namesOf = (nodes: readonly (TreeNode | undefined)[]): ReadonlySet<string | undefined> =>
    new Set(nodes.flatMap((node) => [node?.number?.toLowerCase(), node?.id]));
  const roots = namesOf(tree.roots);
  const names = namesOf(short);
  return (id) => {
    const above = [...id.matchAll(/[./]|$/g)].map(({ index }) => id.slice(0, index));
    return (
      above.some((it) => names.has(it)) || (short.includes(undefined) && !above.some((it) => roots.has(it)))
    );
  };
}

function reportOff({ node, delta }: Off, tree: Tree, file: DraftFile, report: Report): void {
  const total = sum((node?.children ?? tree.roots).map(({ max }) => max ?? zero));
  const facts = { ...levelFacts(file, node), ...sumFacts(total, subtract(total, delta)) };
  const code = node === undefined ? "set-sum-differs" : "sum-differs";
  report(code, [...(node?.path ?? []), "maxPoints"], facts);
}

/** Both numbers with as many decimals, at least two, and the difference in words. */
function sumFacts(total: Exact, declared: Exact): Params {
  const delta = subtract(total, declared);
  const short = isNegative(delta);
  const difference = short ? negate(delta) : delta;
  const places = [total, declared, difference]
    .map((value) => exactText(value).split(".")[1]?.length ?? 0)
    .reduce((most, count) => (count > most ? count : most), 2);
  const text = (value: Exact): string => rounded(value, places, "half-up");
  return {
    found: text(total),
    expected: text(declared),
    difference: text(difference),
    off: message(short ? "named.off.short" : "named.off.over"),
  };
}

/** What a node and its children are called, in both languages. */
function levelFacts(file: DraftFile, node: TreeNode | undefined): Params {
  const own = node === undefined ? undefined : file.levels?.[node.depth];
  const below = file.levels?.[node === undefined ? 0 : node.depth + 1];
  return {
    node: levelName(own, message("named.level.item")),
    parts: levelName(lowerCased(below), message("named.level.children")),
  };
}

/** The name of a level where the file has one. */
const levelName = (name: Draft<Text> | undefined, otherwise: Message): Param =>
  name?.vi === undefined ? otherwise : { vi: name.vi, en: name.en ?? name.vi };

/** As it stands within a sentence. */
const lowerCased = (name: Draft<Text> | undefined): Draft<Text> | undefined =>
  name && { vi: name.vi?.toLowerCase(), en: name.en?.toLowerCase() };

/** What was found before the declared figures are looked at. */
interface FoundBefore {
  /** The leaves whose source and rule contradict each other. */
  readonly misfits: ReadonlySet<TreeNode>;
  /** The sums that are off in the tree. */
  readonly offs: readonly Off[];
}

/**
 * Checks declared counts and totals, repeated from the annex so that slips are caught: what a wrong sum in the tree
 * explains is not said again. What the file could repeat and does not is a warning.
 */
export function checkTotals(
  tree: Tree,
  file: DraftFile,
  { misfits, offs }: FoundBefore,
  report: Report,
): void {
  // Nothing can be counted while a node or its children cannot be read.
  if (file.items !== undefined && tree.nodes.every(({ whole }) => whole)) {
    checkCounts(tree, file, offs, report);
    // A leaf whose source and rule contradict each other may belong to another source.
    if (misfits.size === 0) checkSources(tree, file, offs, report);
  }
  // Where a row may be missing, it may be the one that would say what is not said.
  const settled = tree.complete && offs.length === 0;
  checkRedundancy(tree, file, settled, report);
  if (file.isFramework !== true) checkSourceUse(tree, file, settled, report);
}

/** A doubled row may be one too many, or another row with a mistyped number: both readings are tried. */
const onceAndAll = (nodes: readonly TreeNode[]): readonly (readonly TreeNode[])[] => [
  nodes,
  nodes.filter(({ doubled }) => !doubled),
];

/** Declared numbers of nodes and leaves. A row that is missing or doubled above in the tree explains them. */
function checkCounts(tree: Tree, file: DraftFile, causes: readonly Off[], report: Report): void {
  const { counts, leaves } = file.totals ?? {};
  // The least depth at which points are missing, and at which there are too many.
  const depths = causes.map(({ delta, depth }) => [isNegative(delta), depth] as const);
  const causeAt = new Map(depths.sort(([, one], [, other]) => other - one));
  const agrees = (nodes: readonly TreeNode[], declared: number, depth: number): boolean =>
    onceAndAll(nodes).some(({ length }) => length === declared) ||
    (causeAt.get(nodes.length < declared) ?? depth + 1) <= depth;
  const levels = file.levels?.length;
  const depth = tree.nodes.reduce((most, node) => (node.depth >= most ? node.depth + 1 : most), 0);
  // Counts that fit the tree but not the names of its levels show that a name is missing or too much.
  const wrongLength = counts !== undefined && levels !== undefined && counts.length !== levels;
  if (wrongLength && counts.length !== depth)
    report("counts-differ-from-levels", ["totals", "counts"], { found: counts.length, expected: levels });
  const byDepth = Array.from({ length: wrongLength ? 0 : (counts?.length ?? 0) }, (): TreeNode[] => []);
  for (const node of tree.nodes) byDepth[node.depth]?.push(node);
  byDepth.forEach((nodes, at) => {
    const declared = counts?.[at];
    if (declared === undefined || agrees(nodes, declared, at)) return;
    const name = file.levels?.[at];
    const level = levelName(name, message("named.level.numbered", { at: at + 1 }));
    report("count-differs", ["totals", "counts", at], { found: nodes.length, expected: declared, level });
  });
  if (leaves === undefined || agrees(tree.leaves, leaves, depth)) return;
  report("leaves-differ", ["totals", "leaves"], { found: tree.leaves.length, expected: leaves });
}

/** A source as declared and as its leaves make it. */
interface DeclaredSum {
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

function checkSources(tree: Tree, file: DraftFile, causes: readonly Off[], report: Report): void {
  const known = new Set(file.sources?.map((source) => source?.id));
  const isKnown = ({ draft: { source }, max }: TreeNode): boolean =>
    source !== undefined && max !== undefined && known.has(source);
  if (!tree.leaves.every(isKnown)) return;
  const readings = onceAndAll(tree.leaves).map((leaves) => declaredSums(file, leaves));
  const sound = (sums: readonly DeclaredSum[]): boolean =>
    sums.every(({ delta, leaves, declaredLeaves }) => isZero(delta) && leaves === declaredLeaves);
  const [all = []] = readings;
  if (readings.some(sound)) return;
  if (reportTotals(all, causes, report)) reportLeaves(all, causes, report);
}

function declaredSums(file: DraftFile, leaves: readonly TreeNode[]): readonly DeclaredSum[] {
  const bySource = new Map<string | undefined, TreeNode[]>(file.sources?.map((source) => [source?.id, []]));
  for (const leaf of leaves) bySource.get(leaf.draft.source)?.push(leaf);
  return (file.sources ?? []).flatMap((source, at): DeclaredSum[] => {
    if (source?.id === undefined) return [];
    const { id, leaves: declaredLeaves, title } = source;
    const own = bySource.get(id) ?? [];
    const total = sum(own.map(({ max }) => max ?? zero));
    const declared = source.maxPoints === undefined ? total : decimal(source.maxPoints);
    const counts = { leaves: own.length, declaredLeaves: declaredLeaves ?? own.length };
    return [{ at, id, title: title?.vi ?? id, total, declared, delta: subtract(total, declared), ...counts }];
  });
}

/** Reports totals that differ; gives false where one leaf of the wrong source explains everything. */
function reportTotals(sums: readonly DeclaredSum[], causes: readonly Off[], report: Report): boolean {
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
  for (const { at, title, total, declared } of off) {
    const facts = { source: title, ...sumFacts(total, declared) };
    report("source-total-differs", ["sources", at, "maxPoints"], facts);
  }
  return true;
}

/** Reports numbers of leaves that differ, where no total that is off says the same. */
function reportLeaves(sums: readonly DeclaredSum[], causes: readonly Off[], report: Report): void {
  const explained = new Set(causes.map(({ delta }) => isNegative(delta)));
  for (const { at, title, delta, leaves, declaredLeaves: expected } of sums) {
    if (leaves === expected || !isZero(delta) || explained.has(leaves < expected)) continue;
    report("source-leaves-differ", ["sources", at, "leaves"], { source: title, found: leaves, expected });
  }
}

/** What the annex repeats and the file does not. */
function checkRedundancy(tree: Tree, file: DraftFile, settled: boolean, report: Report): void {
  const { totals, status } = file;
  const missing = (["counts", "leaves"] as const).filter((key) => totals !== undefined && !(key in totals));
  if (missing.length > 0) report("no-declared-totals", ["totals"], { found: missing.join(", ") });
  // A published total needs no example, and survey points come from tallies alone.
  const exemplary = tree.leaves.some(
    ({ draft: { rule } }) => rule !== undefined && !["direct", "survey", "relative"].includes(rule.kind),
  );
  const given = tree.leaves.some(({ draft }) => "examples" in draft);
  if (settled && status !== "summary" && exemplary && !given) report("no-examples", ["items"], {});
}

/** Sources that no leaf uses, or whose totals are not declared. */
function checkSourceUse(tree: Tree, file: DraftFile, settled: boolean, report: Report): void {
  const used = new Set(tree.leaves.map(({ draft }) => draft.source));
  const declared = new Set(file.sources?.map((source) => source?.id));
  // A source that no leaf uses may be what an unreadable or misspelt one meant.
  const sound = settled && !used.has(undefined) && [...used].every((id) => declared.has(id));
  file.sources?.forEach((source, at) => {
    if (source?.id === undefined) return;
    const { id, title } = source;
    const totalled = "maxPoints" in source;
    // Of a source that is not used, a declared total was reported as a difference.
    if (!used.has(id) && sound && !totalled) report("source-not-used", ["sources", at], { found: id });
    if (used.has(id) && !(totalled && "leaves" in source))
      report("source-without-totals", ["sources", at], { source: title?.vi ?? id });
  });
}
