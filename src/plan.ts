/**
 * The plan: a criteria set made ready for scoring, once. Leaves in the order of the set with their compiled rules,
 * inner nodes with the leaves below them, sources, lines, policies parsed. Every stage, the explanation and the record
 * walk the same plan, so that a rule has one meaning.
 */

import type {
  Consequence,
  CriteriaSet,
  Decimal,
  EvidenceNeed,
  Gate,
  Item,
  Line,
  Source,
} from "./criteria-set.ts";
import {
  decimal,
  type Exact,
  least,
  type RoundingMode,
  roundedExact,
  subtract,
  sum,
  zero,
} from "./number.ts";
import { addTo, dependencyOrder, memo } from "./plain.ts";
import type { CompiledRule, LeafContext, Rule } from "./rule.ts";
import { compileRule, reachOf } from "./rules/kinds.ts";
import type { RelativeRule } from "./rules/relative.ts";
import { assertCriteriaSet } from "./set/brand.ts";

/** A leaf of the tree, ready to be scored. */
export interface Leaf {
  readonly id: string;
  readonly number: string;
  /** Position among the leaves, in the order of the set. */
  readonly index: number;
  readonly item: Item;
  readonly source: Source;
  /** Position of the source among the set's sources. */
  readonly sourceIndex: number;
  /** Positions in `plan.nodes` of the inner nodes above it, top first. */
  readonly above: readonly number[];
  readonly rule: Rule;
  readonly context: LeafContext & { readonly max: Exact };
  readonly compiled: CompiledRule;
  readonly max: Exact;
  /** The least that it can end with: the lesser of 0 and the floor of its rule. An unanswered leaf gives it. */
  readonly least: Exact;
  /** True where its source is an appraisal: it stands as the ledger leaves it. */
  readonly appraised: boolean;
  /** True where the unit itself answers it. */
  readonly selfScored: boolean;
  /** True where 0 of 0 is a claim of not applicable (design 2). */
  readonly emptyIsClaim: boolean;
  readonly evidence: EvidenceNeed;
  readonly notApplicable: Consequence | undefined;
}

/** A leaf whose points depend on the other units of the group. */
export type RelativeLeaf = Leaf & { readonly rule: RelativeRule };

/** An inner node: domain or criterion. */
export interface PlanNode {
  readonly id: string;
  readonly number: string;
  readonly item: Item;
  /** Position in `plan.nodes`, which is in pre-order. */
  readonly index: number;
  /** Depth, from 0. */
  readonly depth: number;
  /** Position in `plan.nodes` of the node above; undefined on a domain. */
  readonly parent: number | undefined;
  /** Its leaves: from `first` up to, not including, `end`. */
  readonly first: number;
  readonly end: number;
  readonly max: Exact;
}

/** A bonus or penalty line, ready. */
export interface PlanLine {
  readonly id: string;
  readonly kind: "bonus" | "penalty";
  readonly line: Line;
  readonly rule: Rule;
  readonly context: LeafContext;
  readonly compiled: CompiledRule;
  readonly cap: Exact | undefined;
}

/** A tie-breaker, ready. */
export interface Breaker {
  /** The position of the source, or of the node, that is asked; both absent: one leaf. */
  readonly source: number | undefined;
  readonly node: number | undefined;
  /** Its leaves, in the order of the set. */
  readonly leaves: readonly Leaf[];
  readonly exact: boolean;
}

/** A gate, ready: whether some leaves reach a bound decides whether others are scored. */
export interface PlanGate {
  /** The id of the item that is asked. */
  readonly item: string;
  /** Its leaves. */
  readonly asked: readonly Leaf[];
  /** What its points must be of its applicable maximum, in percent. */
  readonly bound: Exact;
  /** True where they must be more than the bound. */
  readonly strict: boolean;
  /** The leaves that are not scored while it is closed: those of the item that declares it. */
  readonly behind: readonly Leaf[];
}

/** What everything after reading works from. */
export interface Plan {
  readonly set: CriteriaSet;
  readonly leaves: readonly Leaf[];
  readonly leafOf: ReadonlyMap<string, Leaf>;
  readonly nodes: readonly PlanNode[];
  readonly nodeOf: ReadonlyMap<string, PlanNode>;
  /** Every item in pre-order: an inner node or a leaf. */
  readonly order: readonly { readonly node?: PlanNode; readonly leaf?: Leaf }[];
  readonly lines: readonly PlanLine[];
  readonly lineOf: ReadonlyMap<string, PlanLine>;
  readonly max: Exact;
  /** The caps of all bonus and of all penalty lines together, where the set declares them. */
  readonly caps: { readonly bonus: Exact | undefined; readonly penalty: Exact | undefined };
  /** The declared limits of the index. */
  readonly limits: { readonly max: Exact | undefined; readonly min: Exact | undefined };
  readonly places: number;
  readonly mode: RoundingMode;
  /** Rounds the points of a leaf or line where the set rounds items; else gives them back. */
  readonly itemRounded: (points: Exact) => Exact;
  /** True where some leaf is answered by the unit itself. */
  readonly selfScored: boolean;
  /** The gates, each after those that decide what it asks. */
  readonly gates: readonly PlanGate[];
  /** The leaves with a `relative` rule. */
  readonly relative: readonly RelativeLeaf[];
  /** The ids of the sources, in the order of the set. */
  readonly sourceIds: readonly string[];
  /** The sum of the maxima of each source, in the same order. */
  readonly sourceMaxima: readonly Exact[];
  /** The tie-breakers, in their order. */
  readonly breakers: readonly Breaker[];
  /** For each kind of unit, the ids of the leaves from which it is exempt. */
  readonly exempt: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The plan of a set. Throws TypeError for anything that `readCriteriaSet` did not make. */
export function planOf(set: CriteriaSet, caller: string): Plan {
  assertCriteriaSet(set, caller);
  return compiledPlan(set);
}

const compiledPlan = /* @__PURE__ */ memo(compilePlan);

/** The same set under another rounding mode, for the robustness of a ranking: nothing is read or kept. */
export function planUnderMode({ set }: Plan, mode: RoundingMode): Plan {
  const rounding = { ...set.policies.rounding, mode };
  return compilePlan({ ...set, policies: { ...set.policies, rounding } });
}

/** The same set that publishes its index with other decimals, or ranks on the exact one. */
export function planWithPrecision({ set }: Plan, places: number | "exact"): Plan {
  if (places === "exact") return compilePlan({ ...set, ranking: { ...set.ranking, on: "exact" } });
  const rounding = { ...set.policies.rounding, places };
  const ranking = { ...set.ranking, on: "published" as const };
  return compilePlan({ ...set, ranking, policies: { ...set.policies, rounding } });
}

/** The same set without one leaf. The others keep their positions, so that what is known by position stays where it is. */
export function planWithout(plan: Plan, leaf: Leaf): Plan {
  const others = (leaves: readonly Leaf[]): readonly Leaf[] => leaves.filter((other) => other !== leaf);
  return {
    ...plan,
    leaves: others(plan.leaves),
    max: subtract(plan.max, leaf.max),
    breakers: plan.breakers.map((breaker) => ({ ...breaker, leaves: others(breaker.leaves) })),
  };
}

function compilePlan(set: CriteriaSet): Plan {
  const { places, mode } = set.policies.rounding;
  const sourceIndex = new Map(set.sources.map(({ id }, index) => [id, index]));
  const leaves: Leaf[] = [];
  const nodes: PlanNode[] = [];
  const order: { node?: PlanNode; leaf?: Leaf }[] = [];

  const walk = (item: Item, above: readonly number[]): void => {
    if (item.items === undefined) {
      const at = sourceIndex.get(item.source ?? "");
      if (at === undefined || item.rule === undefined) return;
      const source = set.sources[at] as Source;
      const max = decimal(item.maxPoints);
      const context = { max, places, mode };
      const compiled = compileRule(item.rule, context);
      const leaf: Leaf = {
        id: item.id,
        number: item.number,
        index: leaves.length,
        item,
        source,
        sourceIndex: at,
        above,
        rule: item.rule,
        context,
        compiled,
        max,
        least: least(reachOf(item.rule, context).min, zero),
        appraised: source.kind === "appraisal",
        emptyIsClaim: "empty" in item.rule && item.rule.empty === "not-applicable",
        selfScored: source.kind === "appraisal" && item.scoredBy !== "appraiser",
        evidence: item.evidence ?? "none",
        notApplicable: item.notApplicable,
      };
      leaves.push(leaf);
      order.push({ leaf });
      return;
    }
    const index = nodes.length;
    const first = leaves.length;
    const slot = order.length;
    nodes.push({
      id: item.id,
      number: item.number,
      item,
      index,
      depth: above.length,
      parent: above[above.length - 1],
      first,
      end: first,
      max: decimal(item.maxPoints),
    });
    order.push({});
    for (const child of item.items) walk(child, [...above, index]);
    const node: PlanNode = { ...(nodes[index] as PlanNode), end: leaves.length };
    nodes[index] = node;
    order[slot] = { node };
  };
  for (const item of set.items) walk(item, []);

  const lines = [
    ...set.bonus.lines.map((line) => planLine(line, "bonus", places, mode)),
    ...set.penalty.lines.map((line) => planLine(line, "penalty", places, mode)),
  ];
  const exempt = new Map<string, Set<string>>();
  for (const { kind, items } of set.exemptions) {
    const known = exempt.get(kind) ?? new Set<string>();
    for (const id of items) known.add(id);
    exempt.set(kind, known);
  }
  const leafOf = new Map(leaves.map((leaf) => [leaf.id, leaf]));
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const leavesBelow = (id: string): readonly Leaf[] => {
    const node = nodeOf.get(id);
    const leaf = leafOf.get(id);
    return node === undefined ? (leaf === undefined ? [] : [leaf]) : leaves.slice(node.first, node.end);
  };
  return {
    set,
    leaves,
    leafOf,
    nodes,
    nodeOf,
    order,
    lines,
    lineOf: new Map(lines.map((line) => [line.id, line])),
    max: decimal(set.maxPoints),
    caps: { bonus: declared(set.bonus.cap), penalty: declared(set.penalty.cap) },
    limits: { max: declared(set.policies.limits.max), min: declared(set.policies.limits.min) },
    places,
    mode,
    itemRounded: set.policies.rounding.items
      ? (points) => roundedExact(points, places, mode)
      : (points) => points,
    selfScored: leaves.some(({ selfScored }) => selfScored),
    gates: gatesOf(set.items, leavesBelow),
    relative: leaves.filter((leaf): leaf is RelativeLeaf => leaf.rule.kind === "relative"),
    sourceIds: set.sources.map(({ id }) => id),
    sourceMaxima: set.sources.map((_, at) =>
      sum(leaves.filter(({ sourceIndex }) => sourceIndex === at).map(({ max }) => max)),
    ),
    breakers: set.ranking.tieBreakers.map(({ by, id, exact: isExact }) => ({
      source: by === "source" ? sourceIndex.get(id) : undefined,
      node: by === "source" ? undefined : nodeOf.get(id)?.index,
      leaves: by === "source" ? leaves.filter(({ source }) => source.id === id) : leavesBelow(id),
      exact: isExact,
    })),
    exempt,
  };
}

const declared = (text: Decimal | undefined): Exact | undefined =>
  text === undefined ? undefined : decimal(text);

function planLine(line: Line, kind: "bonus" | "penalty", places: number, mode: RoundingMode): PlanLine {
  // The cap of a line is applied by the score, so that it shows as a line of its own (design 3.8): the rule runs uncapped.
  const context: LeafContext = { max: undefined, places, mode };
  const cap = line.cap === undefined ? undefined : decimal(line.cap);
  return {
    id: line.id,
    kind,
    line,
    rule: line.rule,
    context,
    compiled: compileRule(line.rule, context),
    cap,
  };
}

/** What gates ask before a leaf is scored, as the set says it: those of the nodes above it, then its own. */
export const gatesBefore = (plan: Plan, { above, item }: Leaf): readonly Gate[] =>
  [...above.map((at) => plan.nodes[at]?.item), item].flatMap((it) => it?.requires ?? []);

/** The gates of a set, each after those that decide what it asks; reading has refused circles. */
function gatesOf(items: readonly Item[], leavesBelow: (id: string) => readonly Leaf[]): readonly PlanGate[] {
  const known = new Map<string, readonly Leaf[]>();
  const leavesOf = (id: string): readonly Leaf[] => {
    const leaves = known.get(id) ?? leavesBelow(id);
    known.set(id, leaves);
    return leaves;
  };
  const gates = new Map<Item, PlanGate[]>();
  const holders = new Map<Leaf, Item[]>();
  const walk = (item: Item): void => {
    if (item.requires !== undefined) {
      const behind = leavesOf(item.id);
      for (const leaf of behind) addTo(holders, leaf, item);
      const own = item.requires.map(({ item: asked, from, above = "100" }) => ({
        ...{ item: asked, asked: leavesOf(asked), behind },
        ...{ bound: decimal(from ?? above), strict: from === undefined },
      }));
      gates.set(item, own);
    }
    for (const child of item.items ?? []) walk(child);
  };
  for (const item of items) walk(item);
  // An item that declares gates needs what they ask, and that needs the gates before its own leaves.
  const order = dependencyOrder<Item | string>(gates.keys(), (vertex) =>
    typeof vertex === "string"
      ? new Set(leavesOf(vertex).flatMap((leaf) => holders.get(leaf) ?? []))
      : (gates.get(vertex) ?? []).map((gate) => gate.item),
  );
  return order.flatMap((it) => (typeof it === "string" ? [] : (gates.get(it) ?? [])));
}
