/**
 * The comparison of two published indexes (design 3.3; its derivation is in docs/readings.md, "Comparison"): of two
 * units, of two rounds of one unit, before and after a correction, of two years whose sets differ. The difference is
 * parted among items, maximum, lines and rounding, exactly and without a preferred direction.
 */
import { type Amount, amountOf } from "../amount.ts";
import type { Until } from "../appraisal.ts";
import type { CriteriaSet } from "../criteria-set.ts";
import { type Evaluation, evaluate, stateOf } from "../evaluation.ts";
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
import { byCodeUnit, deepFreeze } from "../plain.ts";
import { type Leaf, type Plan, planOf } from "../plan.ts";
import type { UnrankedReason } from "../result.ts";
import { judgeRound } from "../round/round-read.ts";
import type { Round, Unit } from "../round.ts";
import { type Claimed, claimedPoints } from "../score.ts";
import { singleUnit, type UnitInput } from "../unit-inputs.ts";
import type {
  ComparedIndexes,
  ComparedLeaf,
  ComparedUnit,
  Difference,
  Incomparable,
  ItemDifference,
  LineDifference,
  NamedUnit,
} from "./difference.ts";
import { laterPlan, type MatchedLeaves, matchedLeaves } from "./item-match.ts";

/** One side of a comparison. */
export interface CompareSide {
  /** The criteria set, made by `readCriteriaSet`. */
  readonly set: CriteriaSet;
  /** The round, as `readRound` gave it, or as parsed from JSON: then it is judged first. */
  readonly round: Round | unknown;
  /** The id of the unit. */
  readonly unit: string;
  /** A stage or a day, inclusive; `"self"`: as self-assessed; absent: to the end. */
  readonly until?: Until | undefined;
}

/**
 * Parts the difference of two published indexes among items and lines.
 *
 * With m the applicable maximum and p the points, before and (′) after: item i has (p′ᵢ − pᵢ) × ½(1/m + 1/m′) × 100; the
 * applicable maximum has (1/m′ − 1/m) × ½(p + p′) × 100; conversion, bonus, penalty, late, caps and rounding have one
 * line each. All parts sum exactly to the difference, and `compare(b, a)` is `compare(a, b)` with every sign turned.
 * Leaves are matched by id, or by what an item of the later set `replaces`; those without a match stand alone. One id
 * for both sides follows a merger: a round that does not have it is looked up for the unit that replaces it, or that
 * it replaces.
 *
 * @param a The first side, "before".
 * @param b The second side, "after".
 *
 * @returns The difference, frozen; or why a side has no index (provisional, refused, no self-assessment …), or has
 * several units to compare with after a merger.
 *
 * @throws TypeError if a set was not read by `readCriteriaSet`; RangeError if a round has no such unit or `until` is
 * neither a stage nor a day; InvalidError if the frame of a round cannot be used.
 *
 * @example
 * ```ts
 * import { readFile } from "node:fs/promises";
 * import { compare } from "par-index/audit";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("binh-duong/district/2017");
 * const file = "docs/examples/published/binh-duong/district/2017.1.json";
 * const round = JSON.parse(await readFile(file, "utf8"));
 * const difference = compare({ set, round, unit: "bau-bang" }, { set, round, unit: "thu-dau-mot" });
 * difference.state === "compared" && difference.change; // => '4.31'
 * ```
 */
export function compare(a: CompareSide, b: CompareSide): Difference {
  const before = openSide(a);
  const after = openSide(b);
  const [unitBefore, unitAfter] = unitsOf(a, before.units, b, after.units);
  const sides = [
    ["before", before, unitBefore],
    ["after", after, unitAfter],
  ] as const;
  const pair: Compared[] = [];
  const why: Incomparable[] = [];
  for (const [side, { plan, round, until, asked }, unit] of sides) {
    if ("several" in unit) {
      why.push({ side, ...named(unit.of), reason: "several-units", units: unit.several.map(named) });
      continue;
    }
    const it = compared(plan, round, singleUnit(plan, round, unit.id, until, "compare").input, until);
    if (typeof it === "string") why.push({ side, ...named(unit), reason: it });
    else pair.push(asked === it.unit.id ? it : { ...it, asked });
  }
  const [first, second] = pair;
  if (first === undefined || second === undefined || why.length > 0)
    return deepFreeze({ state: "not-comparable", why });
  return differenceOf(first, second);
}

interface OpenSide {
  readonly plan: Plan;
  readonly round: Round;
  readonly units: readonly Unit[];
  readonly until: Until | undefined;
  readonly asked: string;
}

function openSide({ set, round, unit, until }: CompareSide): OpenSide {
  const plan = planOf(set, "compare");
  const judged = judgeRound(set, round);
  if (judged.fatal) throw new InvalidError("compare: the round cannot be used", judged.issues);
  return { plan, round: judged.round, units: judged.round.units, until, asked: unit };
}

/** A unit of the other round, and the several units that stand for it here after a merger. */
interface Several {
  readonly of: Unit;
  readonly several: readonly Unit[];
}

const named = ({ id, name }: Unit): NamedUnit => ({ unit: id, name });

/** The unit of each side; several where a merger leaves more than one to compare with. */
function unitsOf(
  a: CompareSide,
  unitsA: readonly Unit[],
  b: CompareSide,
  unitsB: readonly Unit[],
): readonly [Unit | Several, Unit | Several] {
  const ownA = unitsA.find(({ id }) => id === a.unit);
  const ownB = unitsB.find(({ id }) => id === b.unit);
  return [
    ownA ?? relatedUnit(a.unit, unitsA, a.unit === b.unit ? ownB : undefined),
    ownB ?? relatedUnit(b.unit, unitsB, a.unit === b.unit ? ownA : undefined),
  ];
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

/** Parts the difference of two evaluations that have an index. */
export function differenceOf(a: Compared, b: Compared): ComparedIndexes {
  const plan = laterPlan(a.plan, b.plan);
  const before = weighed(a);
  const after = weighed(b);
  // ½(1/m + 1/m′) × 100: the weight of a point is the mean of what it is worth on either side.
  const weight = multiply(halved(add(before.perPoint, after.perPoint)), hundred);
  const items = matchedLeaves(a.plan, b.plan)
    .map((it) => itemDifference(plan, a, b, it, weight))
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
    ...lineKinds.map((kind): LineDifference => {
      const [from, to] = [linePoints(a, kind), linePoints(b, kind)];
      const change = subtract(linePercent(after, kind, to), linePercent(before, kind, from));
      return {
        kind,
        before: amountOf(a.plan, from),
        after: amountOf(b.plan, to),
        change: amountOf(plan, change),
      };
    }),
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
    change: changeText(before.published, after.published, a.plan, b.plan),
    parts: [...items, ...lines],
  });
}

const lineKinds = ["conversion", "bonus", "penalty", "late", "cap"] as const;

/** One side in numbers. */
interface Weighed {
  readonly plan: Plan;
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
  return { plan, index, published, rounding, max, perPoint: divide(one, max), leaves };
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
function changeText(before: Exact, after: Exact, a: Plan, b: Plan): string {
  return rounded(subtract(after, before), a.places > b.places ? a.places : b.places, "half-up");
}

/** What lines of one kind come to, in points. */
const linePoints = ({ evaluation }: Compared, kind: (typeof lineKinds)[number]): Exact =>
  sum(evaluation.totals.lines.filter((line) => line.kind === kind).map(({ points }) => points));

/** Conversions are points of the applicable maximum; every other line is of the declared one (design 3.3). */
const linePercent = ({ plan, perPoint }: Weighed, kind: (typeof lineKinds)[number], points: Exact): Exact =>
  multiply(kind === "conversion" ? multiply(points, perPoint) : divide(points, plan.max), hundred);

function itemDifference(
  plan: Plan,
  a: Compared,
  b: Compared,
  { before, after }: MatchedLeaves,
  weight: Exact,
): ItemDifference {
  const points = subtract(sum(after.map((it) => pointsOf(b, it))), sum(before.map((it) => pointsOf(a, it))));
  const self = selfChange(a, b, before, after);
  const change = multiply(points, weight);
  return {
    kind: "item",
    before: before.map((leaf) => comparedLeaf(a, leaf)),
    after: after.map((leaf) => comparedLeaf(b, leaf)),
    change: amountOf(plan, change),
    ...(self === undefined ? {} : split(plan, change, multiply(self, weight))),
  };
}

const split = (plan: Plan, change: Exact, self: Exact): { self: Amount; adjustment: Amount } => ({
  self: amountOf(plan, self),
  adjustment: amountOf(plan, subtract(change, self)),
});

/** The points that a leaf brings to the sum; a leaf that left the maximum brings none. */
const pointsOf = ({ evaluation }: Compared, leaf: Leaf): Exact =>
  evaluation.leaves[leaf.index]?.points ?? zero;

/** By how much the self-scores differ; undefined where a leaf has none in points. */
function selfChange(
  a: Compared,
  b: Compared,
  before: readonly Leaf[],
  after: readonly Leaf[],
): Exact | undefined {
  const from = before.map((leaf) => selfPoints(a, leaf));
  const to = after.map((leaf) => selfPoints(b, leaf));
  const known = (it: Exact | undefined): it is Exact => it !== undefined;
  if (!from.every(known) || !to.every(known)) return undefined;
  return subtract(sum(to.filter(known)), sum(from.filter(known)));
}

/**
 * What a leaf would bring if the appraisal had left the self-assessment as it was. A leaf whose claim of not applicable
 * was followed, or which the register exempts, was not adjusted; a claim that was not followed is 0 points.
 */
function selfPoints(it: Compared, leaf: Leaf): Exact | undefined {
  if (!leaf.selfScored || leaf.rule.kind === "relative") return undefined;
  const claimed = it.claimed.leaves[leaf.index];
  if (claimed !== undefined && claimed !== "not-applicable") return claimed;
  if (it.evaluation.leaves[leaf.index]?.state === "not-applicable") return pointsOf(it, leaf);
  return claimed === undefined ? leaf.least : zero;
}

function comparedLeaf(it: Compared, leaf: Leaf): ComparedLeaf {
  const result = it.evaluation.leaves[leaf.index];
  return {
    item: leaf.id,
    number: leaf.number,
    title: leaf.item.title,
    state: result?.state ?? "pending",
    points: amountOf(it.plan, pointsOf(it, leaf)),
    maxPoints: result?.counts === true ? leaf.item.maxPoints : "0",
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
