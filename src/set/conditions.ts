/**
 * What stands under a condition: items that are scored only where others reach a bound (gates), and grades that ask for
 * more than an index, or that only so many units should have. Whether what a condition
 * names is there, whether its bound can be reached or missed, and whether gates wait for each other in a circle.
 */
import type { Decimal, Gate } from "../criteria-set.ts";
import type { Path, Report } from "../issue.ts";
import {
  add,
  compareExact,
  decimal,
  divide,
  type Exact,
  hundred,
  least,
  multiply,
  one,
  subtract,
  zero,
} from "../number.ts";
import { addTo, dependencyCircles } from "../plain.ts";
import { reachOf } from "../rules/kinds.ts";
import { percentMeant } from "../rules/measure.ts";
import { contextOf, type LeafFindings } from "./leaves.ts";
import { type Draft, type DraftFile, type Names, refer, type Tree, type TreeNode } from "./tree.ts";

/** What is known of the rest of the file. */
interface Known extends Pick<LeafFindings, "misfits"> {
  readonly items: Names;
  readonly sources: Names;
  /** Where it is false, nothing can be said of what items can reach. */
  readonly sumsHold: boolean;
}

/** A file with what its conditions are judged by. */
interface Scene extends Known {
  readonly tree: Tree;
  readonly file: DraftFile;
  /** The leaves of each node, itself where it is one, as positions among all leaves. */
  readonly ranges: ReadonlyMap<TreeNode, LeafRange>;
  /** The lists of leaves that were asked for. */
  readonly lists: Map<TreeNode, readonly TreeNode[]>;
  readonly report: Report;
}

interface LeafRange {
  readonly first: number;
  readonly end: number;
}

/** Checks every condition of a file. */
export function checkConditions(tree: Tree, file: DraftFile, known: Known, report: Report): void {
  const scene: Scene = { ...known, tree, file, ranges: rangesOf(tree), lists: new Map(), report };
  const holders = tree.nodes.filter(({ draft, whole }) => whole && draft.requires !== undefined);
  for (const holder of holders) checkGates(scene, holder);
  checkCircles(scene, holders);
  file.grades?.forEach((grade, at) => {
    const isLast = at === (file.grades?.length ?? 0) - 1;
    if (grade !== undefined) checkGrade(scene, grade, ["grades", at], isLast);
  });
}

/** The leaves below each node, in linear time: children stand after their parents. */
function rangesOf({ nodes }: Tree): Scene["ranges"] {
  const counts = new Map<TreeNode, number>();
  for (const node of [...nodes].reverse()) {
    const own = node.leaf ? 1 : (counts.get(node) ?? 0);
    counts.set(node, own);
    if (node.parent !== undefined) counts.set(node.parent, (counts.get(node.parent) ?? 0) + own);
  }
  const ranges = new Map<TreeNode, LeafRange>();
  let first = 0;
  for (const node of nodes) {
    ranges.set(node, { first, end: first + (counts.get(node) ?? 0) });
    if (node.leaf) first += 1;
  }
  return ranges;
}

/** The leaves of a node; many gates may ask one item. */
function leavesIn({ tree, ranges, lists }: Scene, node: TreeNode): readonly TreeNode[] {
  const known = lists.get(node);
  if (known !== undefined) return known;
  const { first, end } = ranges.get(node) ?? { first: 0, end: 0 };
  const leaves = tree.leaves.slice(first, end);
  lists.set(node, leaves);
  return leaves;
}

function checkGates(scene: Scene, holder: TreeNode): void {
  const { file, report, tree } = scene;
  const path = [...holder.path, "requires"];
  const kind = file.isFramework === true ? "framework" : file.status === "summary" ? "summary" : undefined;
  if (kind !== undefined) {
    report("gate-without-rules", path, { found: kind });
    return;
  }
  const relative = leavesIn(scene, holder).find(isOfGroup);
  if (relative !== undefined) report("relative-behind-gate", path, { found: relative.number ?? "" });
  const seen = new Set<string>();
  holder.draft.requires?.forEach((gate, at) => {
    const place = [...path, at];
    const { item } = gate ?? {};
    if (gate === undefined) return;
    if (item !== undefined && seen.has(item)) report("condition-repeated", place, { target: item });
    if (item !== undefined) seen.add(item);
    const bounded = checkBound(gate, item ?? "", place, report);
    if (!refer(item, scene.items, [...place, "item"], report) || item === undefined) return;
    const asked = tree.byId.get(item);
    if (asked === undefined) return;
    const named = [...place, "item"];
    if (isAbove(asked, holder) || isAbove(holder, asked)) report("gate-on-itself", named, { found: item });
    else if (leavesIn(scene, asked).some(isOfGroup)) report("gate-on-relative", named, { found: item });
    else if (bounded) checkReach(scene, asked, gate, place);
  });
}

const isOfGroup = ({ draft }: TreeNode): boolean => draft.rule?.kind === "relative";

/** Whether a node is another one or stands above it. */
function isAbove(node: TreeNode, other: TreeNode | undefined): boolean {
  for (let at = other; at !== undefined; at = at.parent) if (at === node) return true;
  return false;
}

/** A bound as far as it could be read. */
type DraftBound = Pick<NonNullable<Draft<Gate>>, "from" | "above">;

/** Just one bound, which can be reached; gives false where nothing more can be said of it. */
function checkBound(bound: DraftBound, target: string, path: Path, report: Report): boolean {
  const { from, above } = bound;
  const [hasFrom, hasAbove] = ["from" in bound, "above" in bound];
  if (hasFrom && hasAbove) report("condition-bound-twice", [...path, "above"], { target });
  // Without a target that is what is missing first.
  if (!hasFrom && !hasAbove && target !== "") report("condition-without-bound", path, { target });
  if (hasFrom === hasAbove) return false;
  const value = from ?? above;
  if (value === undefined) return false;
  const place = [...path, from === undefined ? "above" : "from"];
  warnOfShare(value, place, report);
  const order = compareExact(decimal(value), hundred);
  if (order < 0 || (order === 0 && from !== undefined)) return true;
  const expected = from === undefined ? "< 100" : "≤ 100";
  report("condition-beyond-hundred", place, { found: value, expected });
  return false;
}

/** Warns of a share in place of a percentage: 0.7 for 70. */
function warnOfShare(percent: Decimal, path: Path, report: Report): void {
  const expected = percentMeant(percent);
  if (expected !== undefined) report("percent-as-share", path, { found: percent, expected });
}

/** A bound that every unit reaches, or every unit of the grade; nothing is said where a leaf may leave the maximum. */
function checkReach(
  scene: Scene,
  asked: TreeNode,
  { from, above, index }: DraftBound & Partial<Pick<AskedShare, "index">>,
  path: Path,
): void {
  const bound = from ?? above;
  if (bound === undefined) return;
  const isReached = ({ low, max }: Reach): boolean => {
    const order = compareExact(multiply(low, hundred), multiply(decimal(bound), max));
    return from === undefined ? order > 0 : order >= 0;
  };
  const reaches = [reachOfItem(scene, asked), reachInGrade(scene, asked, index)];
  if (reaches.some((it) => it !== undefined && isReached(it)))
    scene.report("condition-without-effect", path, { target: asked.id ?? "" });
}

/** The least that a unit can have on an item, and its maximum. */
type Reach = Readonly<Record<"low" | "max", Exact>>;

/**
 * What a unit of that index must have on an item, because neither the rest of the tree nor the bonus gives so much. One
 * percentage point is left for rounding.
 */
function reachInGrade(
  { file, tree, sumsHold }: Scene,
  { max: ofItem }: TreeNode,
  index?: string,
): Reach | undefined {
  const { maxPoints, bonus, survey, policies } = file;
  const most = (bonus?.lines ?? []).length === 0 ? "0" : bonus?.cap;
  const isLifted = compareExact(decimal(policies?.limits?.min ?? "0"), zero) > 0;
  if (index === undefined || maxPoints === undefined || ofItem === undefined || most === undefined)
    return undefined;
  if (!sumsHold || isLifted || survey?.notHeld === "rescale") return undefined;
  if (tree.nodes.some(({ draft }) => "notApplicable" in draft)) return undefined;
  const whole = decimal(maxPoints);
  const given = divide(multiply(subtract(decimal(index), one), whole), hundred);
  return { low: subtract(subtract(given, decimal(most)), subtract(whole, ofItem)), max: ofItem };
}

/** The least that a unit can have on an item, and its maximum; undefined where that cannot be known. */
function reachOfItem(scene: Scene, item: TreeNode): Reach | undefined {
  const { file, misfits, sumsHold } = scene;
  if (!sumsHold) return undefined;
  let [low, max] = [zero, zero];
  for (const leaf of leavesIn(scene, item)) {
    const { draft } = leaf;
    if (leaf.max === undefined || draft.rule === undefined || misfits.has(leaf)) return undefined;
    if ("notApplicable" in draft || draft.rule.kind === "survey") return undefined;
    const reach = reachOf(draft.rule, contextOf(file, leaf.max));
    // Whatever the rule gives, an unanswered leaf gives the lesser of 0 and the floor.
    low = add(low, least(reach.min, zero));
    max = add(max, leaf.max);
  }
  return { low, max };
}

/** Gates that wait for each other: items that require an item whose leaves stand behind gates in turn. */
function checkCircles(scene: Scene, holders: readonly TreeNode[]): void {
  const { tree, report } = scene;
  const behind = new Map<TreeNode, TreeNode[]>();
  for (const holder of holders) for (const leaf of leavesIn(scene, holder)) addTo(behind, leaf, holder);
  const asked = (holder: TreeNode): readonly string[] =>
    (holder.draft.requires ?? []).flatMap((gate) => {
      const node = gate?.item === undefined ? undefined : tree.byId.get(gate.item);
      // An item that requires itself was told of.
      const told = node === undefined || isAbove(node, holder) || isAbove(holder, node);
      return told || gate?.item === undefined ? [] : [gate.item];
    });
  const circles = dependencyCircles<TreeNode | string>(holders, (vertex) => {
    if (typeof vertex !== "string") return asked(vertex);
    const node = tree.byId.get(vertex);
    return node === undefined ? [] : new Set(leavesIn(scene, node).flatMap((leaf) => behind.get(leaf) ?? []));
  });
  for (const circle of circles) {
    const items = circle.filter((it) => typeof it !== "string");
    const [first] = holders.filter((holder) => items.includes(holder));
    if (first === undefined) continue;
    const at = first.draft.requires?.findIndex(
      (gate) => gate?.item !== undefined && circle.includes(gate.item),
    );
    report("gate-in-circle", [...first.path, "requires", at ?? 0, "item"], {
      items: items.map(({ number }) => number ?? ""),
    });
  }
}

type DraftGrade = NonNullable<NonNullable<DraftFile["grades"]>[number]>;
type DraftCondition = NonNullable<NonNullable<DraftGrade["requires"]>[number]>;

/** The conditions and the quota of a grade; the last one takes the rest, and has neither. */
function checkGrade(scene: Scene, grade: DraftGrade, path: Path, isLast: boolean): void {
  const { report } = scene;
  const title = grade.title?.vi ?? grade.id ?? "";
  if (isLast && "requires" in grade) report("condition-on-last-grade", [...path, "requires"], { title });
  else checkConditionsOf(scene, grade, [...path, "requires"]);
  const percent = grade.quota?.percent;
  const place = [...path, "quota", "percent"];
  if (isLast && "quota" in grade) report("quota-on-last-grade", [...path, "quota"], { title });
  else if (percent !== undefined) {
    const order = compareExact(decimal(percent), hundred);
    warnOfShare(percent, place, report);
    if (order > 0) report("quota-above-hundred", place, { found: percent });
    if (order === 0) report("quota-without-effect", place, { title });
  }
}

const targets = ["item", "source", "unused"] as const;

function checkConditionsOf(scene: Scene, grade: DraftGrade, path: Path): void {
  const { report } = scene;
  const { requires: conditions = [], from: index } = grade;
  const title = grade.title?.vi ?? grade.id ?? "";
  const seen = new Set<string>();
  conditions.forEach((condition, at) => {
    if (condition === undefined) return;
    const place = [...path, at];
    const named = targets.filter((key) => key in condition);
    const [key] = named;
    if (key === undefined) report("condition-without-target", place, { title });
    else if (named.length > 1) report("condition-target-twice", place, { title, found: named });
    if (key === undefined || named.length > 1) return;
    const id = condition[key];
    if (id === undefined) return;
    if (seen.has(`${key} ${id}`)) report("condition-repeated", place, { target: id });
    seen.add(`${key} ${id}`);
    if (key === "unused") checkUnused(scene, condition, id, place);
    else checkShare(scene, condition, { key, id, index }, place);
  });
}

/** The item or source that a condition names, and the index from which its grade is. */
interface AskedShare {
  readonly key: "item" | "source";
  readonly id: string;
  readonly index: string | undefined;
}

function checkShare(
  scene: Scene,
  condition: DraftCondition,
  { key, id, index }: AskedShare,
  path: Path,
): void {
  const bounded = checkBound(condition, id, path, scene.report);
  if (!refer(id, key === "item" ? scene.items : scene.sources, [...path, key], scene.report)) return;
  const asked = key === "item" ? scene.tree.byId.get(id) : undefined;
  if (bounded && asked !== undefined) checkReach(scene, asked, { ...condition, index }, path);
}

/** A line that must take no points is one of the penalty lines, or the charge for lateness. */
function checkUnused({ file, report }: Scene, condition: DraftCondition, id: string, path: Path): void {
  const bound = (["from", "above"] as const).find((key) => key in condition);
  if (bound !== undefined) report("condition-bound-without-use", [...path, bound], { found: bound });
  const idsOf = (side: "bonus" | "penalty"): readonly (string | undefined)[] =>
    (file[side]?.lines ?? []).map((line) => line?.id);
  if (id === "late") {
    const at = idsOf("penalty").indexOf("late");
    if (at >= 0) report("line-id-reserved", ["penalty", "lines", at, "id"], { found: id });
    const late = file.policies?.late?.kind;
    if (late === "flag" || late === "refuse") report("condition-without-effect", path, { target: id });
  } else if (idsOf("bonus").includes(id)) report("condition-on-bonus", [...path, "unused"], { found: id });
  else {
    const penalties = idsOf("penalty");
    const ids = new Set([...penalties.flatMap((line) => line ?? []), "late"]);
    const complete = file.penalty !== undefined && !penalties.includes(undefined);
    refer(id, { ids, complete, unknown: "unknown-line" }, [...path, "unused"], report);
  }
}
