/**
 * The comparison of two published indexes (its derivation is in docs/readings.md, "Comparison"): of two units, of two
 * rounds of one unit, before and after a correction, of two years whose sets differ. The difference is parted among
 * items, maximum, lines and rounding, exactly and without a preferred direction. Every amount is in percentage points of
 * the index and exact, so that a reader can add the parts up again; beside it stands the value rounded as its own set
 * says, and of what is of both sides, as the later set says.
 */

import type { Until } from "../appraisal.ts";
import type { CriteriaSet, Decimal, Text } from "../criteria-set.ts";
import {
  appliedMax,
  type Evaluation,
  evaluate,
  indexOfTerms,
  indexTerms,
  inPercentOf,
  type LeafState,
  stateOf,
} from "../evaluation.ts";
import { InvalidError } from "../issue.ts";
import {
  add,
  decimal,
  divide,
  type Exact,
  exactText,
  halved,
  hundred,
  multiply,
  one,
  rounded,
  subtract,
  sum,
  zero,
} from "../number.ts";
import { assertOptions, byCodeUnit, deepFreeze } from "../plain.ts";
import { type Leaf, type Plan, planOf } from "../plan.ts";
import type { Readable, RoundInput } from "../round/input.ts";
import { judgeRound } from "../round/read.ts";
import type { Round, Unit } from "../round.ts";
import { type Amount, amountOf, type Claimed, claimedPoints } from "../score.ts";
import { singleUnit, type UnitInput, type UnrankedReason } from "../units.ts";

/** One side of a comparison. */
export interface CompareSide {
  /** The criteria set, made by `readCriteriaSet`. */
  readonly set: CriteriaSet;
  /** The round, as `readRound` gave it, or as parsed from JSON: then it is judged first. */
  readonly round: Round | Readable<RoundInput>;
  /** The id of the unit. */
  readonly unit: string;
  /** A stage or a day, inclusive; `"self"`: as self-assessed; absent: to the end. */
  readonly until?: Until | undefined;
}

/** One of the two units that were compared. */
export interface ComparedUnit {
  /** The id of the criteria set. */
  readonly set: string;
  /** Its edition. */
  readonly edition: number;
  /** The title of the round. */
  readonly round: Text;
  /** The id of the unit. */
  readonly unit: string;
  /** Its name. */
  readonly name: Text;
  /** The id that was asked for, where the round has another unit in its place after a merger. */
  readonly asked?: string | undefined;
  /** The point in the process; absent: after everything. */
  readonly until?: Until | undefined;
  /** The index in %; `rounded` is the published one. */
  readonly index: Amount;
  /** The applicable maximum by which it divides, in points. */
  readonly maxPoints: Decimal;
}

/** A leaf on one side of a comparison. */
export interface ComparedLeaf {
  /** The id. */
  readonly item: string;
  /** The number that the decision prints. */
  readonly number: string;
  /** Its title. */
  readonly title: Text;
  /** Its state. */
  readonly state: LeafState;
  /** Its points; 0 where it has left the maximum. */
  readonly points: Amount;
  /** Its part of the applicable maximum; `"0"` where it has left it. */
  readonly maxPoints: Decimal;
}

/** What one item has to do with the difference: its points, weighed by the mean of both maxima. */
export interface ItemDifference {
  /** The discriminant. */
  readonly kind: "item";
  /** The leaf before; several where later ones replace them; none where the earlier set has no such item. */
  readonly before: readonly ComparedLeaf[];
  /** The leaf after; several where they replace earlier ones; none where the later set has no such item. */
  readonly after: readonly ComparedLeaf[];
  /** The part of the difference, in percentage points. */
  readonly change: Amount;
  /** Of that, what the self-scores explain; absent where a side has no self-score in points. */
  readonly self?: Amount | undefined;
  /** Of that, what the appraisal explains; absent where `self` is. */
  readonly adjustment?: Amount | undefined;
  /** Of that, what gates explain, which hold points back on either side; absent where none does. */
  readonly gate?: Amount | undefined;
}

/** The part of a difference that no single item has. */
export interface LineDifference {
  /** The applicable maximum; the lines of a score, each kind together; the rounding of the two published indexes. */
  readonly kind: "applicable-maximum" | "conversion" | "bonus" | "penalty" | "late" | "cap" | "rounding";
  /** Before: the maximum or the points, exact; for rounding the percentage points that it added to the index. */
  readonly before: Amount;
  /** After: as `before`. */
  readonly after: Amount;
  /** The part of the difference, in percentage points. */
  readonly change: Amount;
}

/** A comparison of two published indexes. */
export interface ComparedIndexes {
  /** Both have an index. */
  readonly state: "compared";
  /** The first. */
  readonly before: ComparedUnit;
  /** The second. */
  readonly after: ComparedUnit;
  /** The published index after less the one before, in percentage points, with the decimals of the one that has more. */
  readonly change: Decimal;
  /** The items that differ, in the order of the later set, then one line of each kind. They sum to `change`, exactly. */
  readonly parts: readonly (ItemDifference | LineDifference)[];
}

/** A unit with its name. */
export interface NamedUnit {
  /** The id of the unit. */
  readonly unit: string;
  /** Its name. */
  readonly name: Text;
}

/** Why one side has no index to compare. */
export interface Incomparable extends NamedUnit {
  /** Which side. */
  readonly side: "before" | "after";
  /** The state of its score; or `several-units`: a merger leaves more than one unit to compare with. */
  readonly reason: UnrankedReason | "several-units";
  /** Where there are several: these units, by id. */
  readonly units?: readonly NamedUnit[] | undefined;
}

/** There are not two indexes: no difference can be told. */
export interface NotComparable {
  /** The discriminant. */
  readonly state: "not-comparable";
  /** Why, for each side that has no index. */
  readonly reasons: readonly Incomparable[];
}

/** What `compare` gives. */
export type Difference = ComparedIndexes | NotComparable;

/**
 * Parts the difference of two published indexes among items and lines.
 *
 * With m the applicable maximum and p the points, before and (′) after: item i has (p′ᵢ − pᵢ) × ½(1/m + 1/m′) × 100; the
 * applicable maximum has (1/m′ − 1/m) × ½(p + p′) × 100; conversion, bonus, penalty, late, caps and rounding have one
 * line each. All parts sum exactly to the difference, and `compare(after, before)` is `compare(before, after)` with every sign turned.
 * Leaves are matched by id, or by what an item of the later set `replaces`; those without a match stand alone. One id
 * for both sides follows a merger: a round that does not have it is looked up for the unit that replaces it, or that
 * it replaces.
 *
 * @param before The first side.
 * @param after The second side.
 *
 * @returns The difference, frozen; or why a side has no index (provisional, refused, no self-assessment …), or has
 * several units to compare with after a merger.
 *
 * @throws TypeError if a set was not read by `readCriteriaSet`; RangeError if a round has no such unit or `until` is
 * neither a stage nor a day; InvalidError if the frame of a round cannot be used.
 *
 * @example
 * ```ts
 * import { readRound } from "par-index";
 * import { compare } from "par-index/audit";
 * import { criteriaSet } from "par-index/criteria";
 * import file from "par-index/examples/published/binh-duong/district/2017.1.json" with { type: "json" };
 * const set = criteriaSet("binh-duong/district/2017");
 * const round = readRound(set, file);
 * const difference = compare({ set, round, unit: "bau-bang" }, { set, round, unit: "thu-dau-mot" });
 * difference.state === "compared" && difference.change; // => '4.31'
 * ```
 */
export function compare(before: CompareSide, after: CompareSide): Difference {
  const earlier = readSide(before);
  const later = readSide(after);
  const sides = [
    ["before", earlier, sideUnit(earlier, later)],
    ["after", later, sideUnit(later, earlier)],
  ] as const;
  const pair: Compared[] = [];
  const reasons: Incomparable[] = [];
  for (const [side, { plan, round, until, asked }, unit] of sides) {
    if ("several" in unit) {
      reasons.push({
        side,
        ...namedUnit(unit.of),
        reason: "several-units",
        units: unit.several.map(namedUnit),
      });
      continue;
    }
    const own = compared(
      plan,
      round,
      singleUnit(plan, round, { unit: unit.id, until, caller: "compare" }).input,
      until,
    );
    if (typeof own === "string") reasons.push({ side, ...namedUnit(unit), reason: own });
    else pair.push(asked === own.unit.id ? own : { ...own, asked });
  }
  const [first, second] = pair;
  if (first === undefined || second === undefined || reasons.length > 0)
    return deepFreeze({ state: "not-comparable", reasons });
  return indexDifference(first, second);
}

/** One side with its round read. */
interface ReadSide {
  readonly plan: Plan;
  readonly round: Round;
  readonly until: Until | undefined;
  readonly asked: string;
}

function readSide(side: CompareSide): ReadSide {
  assertOptions(side, ["set", "round", "unit", "until"], "compare");
  const { set, round, unit, until } = side;
  const plan = planOf(set, "compare");
  const judged = judgeRound(set, round);
  if (judged.fatal) throw new InvalidError("compare: the round cannot be used", judged.issues);
  return { plan, round: judged.round, until, asked: unit };
}

/** A unit of the other round, and the several units that stand for it here after a merger. */
interface Several {
  readonly of: Unit;
  readonly several: readonly Unit[];
}

const namedUnit = ({ id, name }: Unit): NamedUnit => ({ unit: id, name });

/** The unit that is asked for on a side; where both sides ask for one id, a merger is followed. */
function sideUnit({ round, asked }: ReadSide, other: ReadSide): Unit | Several {
  const ownIn = ({ units }: Round): Unit | undefined => units.find(({ id }) => id === asked);
  return (
    ownIn(round) ?? relatedUnit(asked, round.units, asked === other.asked ? ownIn(other.round) : undefined)
  );
}

/** The unit that stands in a round for one of another round: the units that it replaces, or that replace it. */
function relatedUnit(asked: string, units: readonly Unit[], other: Unit | undefined): Unit | Several {
  const related = units.filter(
    ({ id, replaces }) =>
      other?.replaces?.some(({ unit }) => unit === id) || replaces?.some(({ unit }) => unit === other?.id),
  );
  const [only] = related;
  if (other === undefined || only === undefined)
    throw new RangeError(`compare: the round has no unit ${JSON.stringify(asked)}`);
  if (related.length === 1) return only;
  return { of: other, several: related.sort((a, b) => byCodeUnit(a.id, b.id)) };
}

/** A unit with everything that its part of a comparison needs. */
export interface Compared {
  readonly plan: Plan;
  readonly round: Pick<Round, "title">;
  readonly unit: Pick<Unit, "id" | "name">;
  readonly asked?: string | undefined;
  readonly until: Until | undefined;
  readonly evaluation: Evaluation;
  readonly claimed: Claimed;
}

/** What a comparison needs of a unit that is ready to be evaluated; or why it has no index. */
export function compared(
  plan: Plan,
  round: Round,
  input: UnitInput,
  until: Until | undefined,
): Compared | UnrankedReason {
  if (input.unscored !== undefined) return input.unscored;
  const evaluation = evaluate(plan, input);
  const state = stateOf(evaluation);
  if (state !== "complete") return state;
  return { plan, round, unit: input.unit, until, evaluation, claimed: claimedPoints(plan, input.claims) };
}

/** Two sides, and what a point is worth between them. */
interface Pair {
  readonly before: Compared;
  readonly after: Compared;
  /** The later set, as which amounts of both sides are rounded. */
  readonly plan: Plan;
  /** ½(1/m + 1/m′) × 100: the mean of what a point is worth on either side. */
  readonly weight: Exact;
}

/** Parts the difference of two evaluations that have an index. */
export function indexDifference(a: Compared, b: Compared): ComparedIndexes {
  const plan = laterPlan(a.plan, b.plan);
  const [before, after] = [weighed(a), weighed(b)];
  const weight = multiply(halved(add(before.perPoint, after.perPoint)), hundred);
  const items = matchedLeaves(a.plan, b.plan)
    .map((leaves) => itemDifference({ before: a, after: b, plan, weight }, leaves))
    .filter(differs);
  const maximum = multiply(
    multiply(subtract(after.perPoint, before.perPoint), halved(add(before.leaves, after.leaves))),
    hundred,
  );
  const lines: LineDifference[] = [
    {
      kind: "applicable-maximum",
      before: amountOf(a.plan, before.max),
      after: amountOf(b.plan, after.max),
      change: amountOf(plan, maximum),
    },
    ...lineKinds.map(
      (kind): LineDifference => ({
        kind,
        before: amountOf(a.plan, pointsOfKind(a, kind)),
        after: amountOf(b.plan, pointsOfKind(b, kind)),
        change: amountOf(plan, subtract(percentOfKind(b, kind), percentOfKind(a, kind))),
      }),
    ),
    {
      kind: "rounding",
      before: amountOf(a.plan, before.rounding),
      after: amountOf(b.plan, after.rounding),
      change: amountOf(plan, subtract(after.rounding, before.rounding)),
    },
  ];
  return deepFreeze({
    state: "compared",
    before: comparedUnit(a, before),
    after: comparedUnit(b, after),
    change: publishedChange([a.plan, before.published], [b.plan, after.published]),
    parts: [...items, ...lines],
  });
}

const lineKinds = ["conversion", "bonus", "penalty", "late", "cap"] as const;

/** One side in numbers. */
interface Weighed {
  readonly index: Exact;
  readonly published: Exact;
  /** What rounding added to the exact index. */
  readonly rounding: Exact;
  /** The applicable maximum m, and 1/m. */
  readonly max: Exact;
  readonly perPoint: Exact;
  /** The sum of the leaves p. */
  readonly leaves: Exact;
}

function weighed({ plan, evaluation }: Compared): Weighed {
  const { index = zero, max, leaves } = evaluation.totals;
  const published = decimal(rounded(index, plan.places, plan.mode));
  const rounding = subtract(published, index);
  return { index, published, rounding, max, perPoint: divide(one, max), leaves };
}

function comparedUnit({ plan, round, unit, asked, until }: Compared, { index, max }: Weighed): ComparedUnit {
  const { set } = plan;
  return {
    set: set.id,
    edition: set.edition,
    round: round.title,
    unit: unit.id,
    name: unit.name,
    ...(asked === undefined ? {} : { asked }),
    ...(until === undefined ? {} : { until }),
    index: amountOf(plan, index),
    maxPoints: exactText(max),
  };
}

/** The difference of two printed indexes, with the decimals of the one that prints more. */
function publishedChange([a, before]: [Plan, Exact], [b, after]: [Plan, Exact]): string {
  return rounded(subtract(after, before), a.places > b.places ? a.places : b.places, "half-up");
}

type ComparedKind = (typeof lineKinds)[number];

/** What lines of one kind come to, in points. */
const pointsOfKind = ({ evaluation: { totals } }: Compared, kind: ComparedKind): Exact =>
  sum(totals.lines.filter((line) => line.kind === kind).map(({ points }) => points));

/** What they come to within the index: conversions count with the leaves, every other line by itself. */
function percentOfKind(side: Compared, kind: ComparedKind): Exact {
  const { totals } = side.evaluation;
  if (kind === "conversion") return inPercentOf(pointsOfKind(side, kind), totals.max);
  return indexOfTerms(indexTerms(side.plan, totals).filter(({ line }) => line?.kind === kind));
}

function itemDifference(
  { before: a, after: b, plan, weight }: Pair,
  { before, after }: MatchedLeaves,
): ItemDifference {
  const points = subtract(
    sum(after.map((leaf) => pointsOnLeaf(b, leaf))),
    sum(before.map((leaf) => pointsOnLeaf(a, leaf))),
  );
  const self = selfChange(
    before.map((leaf) => selfPoints(a, leaf)),
    after.map((leaf) => selfPoints(b, leaf)),
  );
  const held = subtract(
    sum(after.map((leaf) => heldBack(b, leaf))),
    sum(before.map((leaf) => heldBack(a, leaf))),
  );
  const isGated = [
    ...before.map((leaf) => [a, leaf] as const),
    ...after.map((leaf) => [b, leaf] as const),
  ].some(([side, leaf]) => side.evaluation.leaves[leaf.index]?.held !== undefined);
  const change = multiply(points, weight);
  const gate = multiply(held, weight);
  return {
    kind: "item",
    before: before.map((leaf) => comparedLeaf(a, leaf)),
    after: after.map((leaf) => comparedLeaf(b, leaf)),
    change: amountOf(plan, change),
    ...(self === undefined ? {} : split(plan, subtract(change, gate), multiply(self, weight))),
    ...(isGated ? { gate: amountOf(plan, gate) } : {}),
  };
}

const split = (plan: Plan, change: Exact, self: Exact): { self: Amount; adjustment: Amount } => ({
  self: amountOf(plan, self),
  adjustment: amountOf(plan, subtract(change, self)),
});

/** The points that a leaf brings to the sum; a leaf that left the maximum brings none. */
const pointsOnLeaf = ({ evaluation }: Compared, leaf: Leaf): Exact =>
  evaluation.leaves[leaf.index]?.points ?? zero;

/** What a closed gate takes from a leaf, 0 or less: its points less those that it would have behind an open one. */
function heldBack(side: Compared, leaf: Leaf): Exact {
  const open = side.evaluation.leaves[leaf.index]?.held?.open;
  return open === undefined ? zero : subtract(pointsOnLeaf(side, leaf), open);
}

/** By how much the self-scores differ; undefined where a leaf has none in points. */
function selfChange(
  from: readonly (Exact | undefined)[],
  to: readonly (Exact | undefined)[],
): Exact | undefined {
  const [known, later] = [from, to].map((list) => list.flatMap((points) => points ?? []));
  if (known?.length !== from.length || later?.length !== to.length) return undefined;
  return subtract(sum(later), sum(known));
}

/**
 * What a leaf would bring if the appraisal had left the self-assessment as it was. A leaf whose claim of not applicable
 * was followed, or which the register exempts, was not adjusted; a claim that was not followed is 0 points.
 */
function selfPoints(side: Compared, leaf: Leaf): Exact | undefined {
  if (!leaf.selfScored || leaf.rule.kind === "relative") return undefined;
  const claimed = side.claimed.open[leaf.index];
  if (claimed !== undefined && claimed !== "not-applicable") return claimed;
  if (side.evaluation.leaves[leaf.index]?.state === "not-applicable") return pointsOnLeaf(side, leaf);
  return claimed === undefined ? leaf.least : zero;
}

function comparedLeaf(side: Compared, leaf: Leaf): ComparedLeaf {
  const result = side.evaluation.leaves[leaf.index];
  return {
    item: leaf.id,
    number: leaf.number,
    title: leaf.item.title,
    state: result?.state ?? "pending",
    points: amountOf(side.plan, pointsOnLeaf(side, leaf)),
    maxPoints: result === undefined ? "0" : appliedMax(leaf, result),
  };
}

/** An item without a match always stands; a matched one where anything about it differs. */
function differs({ before, after, change, self }: ItemDifference): boolean {
  const [from, to] = [before[0], after[0]];
  if (before.length !== 1 || after.length !== 1 || from === undefined || to === undefined) return true;
  return (
    change.exact !== "0" ||
    (self !== undefined && self.exact !== "0") ||
    from.state !== to.state ||
    from.maxPoints !== to.maxPoints
  );
}

// Which leaves of one set stand for which of another: those of the same id; between sets of two periods an item of the
// later one may declare which earlier items it replaces, and that prevails. What is left over stands alone.

/** Leaves that are compared as one: mostly one on each side; several where items were divided or joined. */
interface MatchedLeaves {
  readonly before: readonly Leaf[];
  readonly after: readonly Leaf[];
}

/** Matches the leaves of two sets, in the order of the later set; then those that only the earlier one has. */
function matchedLeaves(before: Plan, after: Plan): readonly MatchedLeaves[] {
  if (before === after) return after.leaves.map((leaf) => ({ before: [leaf], after: [leaf] }));
  const turned = isLater(before.set, after.set);
  const matches = turned ? matchInOrder(after, before) : matchInOrder(before, after);
  return turned ? matches.map(({ before, after }) => ({ before: after, after: before })) : matches;
}

/** The plan of the later set; the same one whichever stands first. */
const laterPlan = (a: Plan, b: Plan): Plan => (isLater(a.set, b.set) ? a : b);

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
function matchInOrder(before: Plan, after: Plan): readonly MatchedLeaves[] {
  const links = declaredLinks(before, after);
  const replaced = new Set([...links.values()].flat());
  for (const leaf of after.leaves) {
    const same = links.has(leaf) ? undefined : before.leafOf.get(leaf.id);
    if (same !== undefined && !replaced.has(same)) links.set(leaf, [same]);
  }
  const result: MatchedLeaves[] = [];
  const done = new Set<Leaf>();
  for (const leaf of after.leaves) if (!done.has(leaf)) result.push(joinedLeaves(leaf, after, links, done));
  for (const leaf of before.leaves) if (!done.has(leaf)) result.push({ before: [leaf], after: [] });
  return result;
}

/** Everything that is linked with a leaf, over however many links: items that were divided and joined at once. */
function joinedLeaves(
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
      for (const earlier of linked) old.add(earlier);
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
