/**
 * Which leaves of one criteria set stand for which of another (design 5: periods and editions). Leaves are matched by
 * id; between sets of two periods an item of the later one may declare which earlier items it replaces, and that
 * prevails. What is left over stands alone.
 */
import type { CriteriaSet } from "../criteria-set.ts";
import { byCodeUnit } from "../plain.ts";
import type { Leaf, Plan } from "../plan.ts";

/** Leaves that are compared as one: mostly one on each side; several where items were divided or joined. */
export interface MatchedLeaves {
  readonly before: readonly Leaf[];
  readonly after: readonly Leaf[];
}

/** Matches the leaves of two sets, in the order of the later set; then those that only the earlier one has. */
export function matchedLeaves(before: Plan, after: Plan): readonly MatchedLeaves[] {
  if (before === after) return after.leaves.map((leaf) => ({ before: [leaf], after: [leaf] }));
  const turned = isLater(before.set, after.set);
  const matches = turned ? match(after, before) : match(before, after);
  return turned ? matches.map((it) => ({ before: it.after, after: it.before })) : matches;
}

/** The plan of the later set; the same one whichever stands first. */
export const laterPlan = (a: Plan, b: Plan): Plan => (isLater(a.set, b.set) ? a : b);

/** Orders sets by period, then id, then edition: an order that does not depend on which is asked about first. */
function isLater(a: CriteriaSet, b: CriteriaSet): boolean {
  const order =
    byCodeUnit(a.period.from, b.period.from) ||
    byCodeUnit(a.period.to, b.period.to) ||
    byCodeUnit(a.id, b.id) ||
    a.edition - b.edition;
  return order > 0;
}

/** `before` is the earlier set here, `after` the later one. */
function match(before: Plan, after: Plan): readonly MatchedLeaves[] {
  const links = declaredLinks(before, after);
  const replaced = new Set([...links.values()].flat());
  for (const leaf of after.leaves) {
    const same = links.has(leaf) ? undefined : before.leafOf.get(leaf.id);
    if (same !== undefined && !replaced.has(same)) links.set(leaf, [same]);
  }
  const result: MatchedLeaves[] = [];
  const done = new Set<Leaf>();
  for (const leaf of after.leaves) if (!done.has(leaf)) result.push(joined(leaf, after, links, done));
  for (const leaf of before.leaves) if (!done.has(leaf)) result.push({ before: [leaf], after: [] });
  return result;
}

/** Everything that is linked with a leaf, over however many links: items that were divided and joined at once. */
function joined(
  first: Leaf,
  after: Plan,
  links: ReadonlyMap<Leaf, readonly Leaf[]>,
  done: Set<Leaf>,
): MatchedLeaves {
  const old = new Set(links.get(first) ?? []);
  const fresh = new Set([first]);
  let size = 0;
  while (size !== old.size + fresh.size) {
    size = old.size + fresh.size;
    for (const leaf of after.leaves) {
      const linked = links.get(leaf) ?? [];
      if (!linked.some((it) => old.has(it))) continue;
      fresh.add(leaf);
      for (const it of linked) old.add(it);
    }
  }
  for (const leaf of [...old, ...fresh]) done.add(leaf);
  const inOrder = (a: Leaf, b: Leaf): number => a.index - b.index;
  return { before: [...old].sort(inOrder), after: [...fresh].sort(inOrder) };
}

/** What the items of the later set say that they replace; editions of one set keep their ids instead. */
function declaredLinks(before: Plan, after: Plan): Map<Leaf, readonly Leaf[]> {
  const links = new Map<Leaf, readonly Leaf[]>();
  if (before.set.id === after.set.id) return links;
  for (const leaf of after.leaves) {
    // The nearest declaration counts: the leaf's own, else that of the nearest node above it.
    const above = leaf.above.map((at) => after.nodes[at]?.item).reverse();
    const item = [leaf.item, ...above].find((it) => it?.replaces !== undefined);
    const linked = (item?.replaces ?? []).flatMap((id) => replacedLeaves(before, id, leaf, item?.id ?? ""));
    if (linked.length > 0) links.set(leaf, [...new Set(linked)]);
  }
  return links;
}

/**
 * The earlier leaves behind one declared id. A leaf that replaces a node takes all leaves below it; a node that
 * replaces a node passes on its numbering, so that 4.2 under a 4 that replaces 3 stands for 3.2.
 */
function replacedLeaves(before: Plan, id: string, leaf: Leaf, declaredBy: string): readonly Leaf[] {
  const own = before.leafOf.get(id);
  if (own !== undefined) return [own];
  const node = before.nodeOf.get(id);
  if (node === undefined) return [];
  if (declaredBy === leaf.id) return before.leaves.slice(node.first, node.end);
  const renumbered = before.leafOf.get(`${id}${leaf.id.slice(declaredBy.length)}`);
  return leaf.id.startsWith(declaredBy) && renumbered !== undefined ? [renumbered] : [];
}
