// The tree floor: every field of a Score, frozen, from the same tables. Sums are kept over a common denominator, in safe
// integers while they fit and in BigInt beyond.
import type { CriteriaSet, Facts, Item } from "../../src/criteria-set.ts";
import type { Round } from "../../src/round.ts";
import type { ItemScore, Score, ScoreLine, SourceScore } from "../../src/score.ts";
import {
  bonusOf,
  bottom,
  type FloorPlan,
  type FloorUnit,
  forEachUnit,
  gcd,
  leafPoints,
  relativeGroups,
  standing,
  top,
} from "./floor.ts";
import { halfUp, pointsOf } from "./floor-bare.ts";

type Open<T> = { -readonly [K in keyof T]: T[K] };

/** A sum in hundredths of a point; `n` and `d` are both numbers or both bigint. */
interface Sum {
  n: number | bigint;
  d: number | bigint;
  max: number;
  claimed: number | bigint;
  claimedBy: number | bigint;
  claims: boolean;
}

interface FloorNode {
  readonly id: string;
  readonly parent: number;
}

/** The tree: its nodes, and the order of all items. */
export interface FloorTree extends FloorPlan {
  readonly nodes: readonly FloorNode[];
  readonly parentOf: readonly number[];
  /** A leaf's position, or −1 − the position of a node. */
  readonly order: readonly number[];
}

export function floorTree(plan: FloorPlan): FloorTree {
  const nodes: FloorNode[] = [];
  const parentOf: number[] = [];
  const order: number[] = [];
  const walk = (items: readonly Item[], parent: number): void => {
    for (const item of items) {
      if (item.items === undefined) {
        order.push(parentOf.length);
        parentOf.push(parent);
      } else {
        order.push(-1 - nodes.length);
        nodes.push({ id: item.id, parent });
        walk(item.items, nodes.length - 1);
      }
    }
  };
  walk(plan.set.items, -1);
  return { ...plan, nodes, parentOf, order };
}

/** The scores of a round, as `assess` gives them. */
export function treeScores(plan: FloorTree, round: Round): Score[] {
  const groups = relativeGroups(plan, round);
  const facts: (Facts | null | undefined)[] = new Array(plan.leaves.length).fill(null);
  const scores: Score[] = [];
  forEachUnit(plan, round, (it) => {
    standing(plan, it, facts);
    scores.push(treeScore(plan, it, facts, groups));
  });
  return scores;
}

const newSum = (): Sum => ({ n: 0, d: 1, max: 0, claimed: 0, claimedBy: 1, claims: false });

function treeScore(
  plan: FloorTree,
  it: FloorUnit,
  facts: (Facts | null | undefined)[],
  groups: ReturnType<typeof relativeGroups>,
): Score {
  const { set } = plan;
  const nodes = plan.nodes.map(newSum);
  const sources = set.sources.map(newSum);
  const items: ItemScore[] = new Array(plan.order.length);
  let next = 0;
  plan.order.forEach((at, position) => {
    if (at < 0) return;
    const leaf = plan.leaves[at] as FloorTree["leaves"][number];
    const node = nodes[plan.parentOf[at] as number] as Sum;
    const source = sources[leaf.source] as Sum;
    const answer = leaf.appraised && it.answers[next]?.item === leaf.id ? it.answers[next++] : undefined;
    const score = { item: leaf.id, state: "scored" } as Open<ItemScore>;
    const counts = pointsOf(plan, it, at, facts, groups);
    if (facts[at] === null) {
      score.state = "not-applicable";
      score.reason = it.unit.kinds.some((kind) => plan.exempt.get(kind)?.has(leaf.id))
        ? "register"
        : "council";
    }
    let own: string | undefined;
    if (counts) {
      const [n, d] = plan.roundsItems ? [halfUp(top, bottom), 1] : [top, bottom];
      printLeaf(n, d, score);
      const reached = hundredths(roundedQuotient(Math.abs(n), times(d, leaf.max), 10_000));
      own = n < 0 ? `-${reached}` : reached;
      addTo(node, n, d);
      addTo(source, n, d);
      node.max += leaf.max;
      source.max += leaf.max;
    }
    score.maxPoints = counts ? leaf.maxText : "0";
    if (own !== undefined) score.index = own;
    if (answer?.notApplicable !== undefined) score.claimed = "not-applicable";
    else if (answer?.facts !== undefined && leaf.kind !== "relative") {
      if (answer.facts === facts[at] && score.points !== undefined) {
        addClaim(node, plan.roundsItems ? halfUp(top, bottom) : top, plan.roundsItems ? 1 : bottom);
        score.claimed = score.points;
      } else {
        leafPoints(leaf, answer.facts);
        const [n, d] = plan.roundsItems ? [halfUp(top, bottom), 1] : [top, bottom];
        const claim = {} as Open<ItemScore>;
        printLeaf(n, d, claim);
        score.claimed = claim.points as string;
        addClaim(node, n, d);
      }
    }
    items[position] = Object.freeze(score);
  });
  const total = newSum();
  for (let at = nodes.length - 1; at >= 0; at--) {
    const own = nodes[at] as Sum;
    const parent = plan.nodes[at]?.parent ?? -1;
    const to = parent < 0 ? total : (nodes[parent] as Sum);
    addTo(to, own.n, own.d);
    to.max += own.max;
    if (own.claims) addClaim(to, own.claimed, own.claimedBy);
  }
  plan.order.forEach((at, position) => {
    if (at >= 0) return;
    const sum = nodes[-1 - at] as Sum;
    const score = { item: plan.nodes[-1 - at]?.id } as Open<ItemScore>;
    printSum(sum, score);
    if (sum.claims) score.claimed = hundredths(roundedQuotient(sum.claimed, sum.claimedBy, 1));
    items[position] = Object.freeze(score);
  });
  return headOf(plan, it, set, total, items, sources);
}

function headOf(
  plan: FloorTree,
  it: FloorUnit,
  set: CriteriaSet,
  total: Sum,
  items: readonly ItemScore[],
  sources: readonly Sum[],
): Score {
  const bonus = bonusOf(plan, it);
  const [n, d] = [BigInt(total.n), BigInt(total.d)];
  const size = BigInt(total.max);
  // Points are hundredths: n/d ÷ max × 100 + bonus, in percent.
  const up = n * 10_000n + BigInt(bonus) * d * size;
  const down = d * size * 100n;
  const exact = roundedQuotient(up, down, 100);
  const index = exact > 10_000 ? 10_000 : exact;
  const score = {
    set: set.id,
    edition: set.edition,
    unit: it.unit.id,
    group: it.unit.group,
    state: "complete",
    // No act closes anything in this round.
    approved: false,
    index: hundredths(index),
  } as Open<Score>;
  const brief = exact > 10_000 ? undefined : briefOf(up, down);
  if (brief !== undefined) score.fraction = brief;
  score.grade = set.grades.find(({ from }) => from === undefined || index >= Number(from) * 100)?.id;
  score.points = hundredths(roundedQuotient(n + BigInt(bonus) * d, d, 1));
  score.maxPoints = shortest(total.max);
  if (total.claims) score.claimed = hundredths(roundedQuotient(total.claimed, total.claimedBy, 1));
  score.items = Object.freeze(items);
  score.sources = Object.freeze(
    set.sources.map(({ id }, at): SourceScore => {
      const own = { source: id } as Open<SourceScore>;
      printSum(sources[at] as Sum, own);
      return Object.freeze(own);
    }),
  );
  score.lines = Object.freeze(bonusLines(plan, it));
  score.open = Object.freeze([]);
  return Object.freeze(score);
}

function bonusLines(plan: FloorTree, it: FloorUnit): ScoreLine[] {
  const lines: ScoreLine[] = [];
  for (const entry of it.entries) {
    const line = plan.bonus.get(entry.item);
    if (line === undefined || entry.kind !== "adjust") continue;
    const points = (entry.facts as { count: number }).count * line.each;
    lines.push(Object.freeze({ kind: "bonus", id: entry.item, points: shortest(points) }));
    if (points > line.cap)
      lines.push(Object.freeze({ kind: "cap", id: entry.item, points: `-${shortest(points - line.cap)}` }));
  }
  return lines;
}

/** Adds n/d to a sum, over the least common denominator where that stays safe. */
function addTo(sum: Sum, n: number | bigint, d: number | bigint): void {
  [sum.n, sum.d] = added(sum.n, sum.d, n, d);
}

function addClaim(sum: Sum, n: number | bigint, d: number | bigint): void {
  sum.claims = true;
  [sum.claimed, sum.claimedBy] = added(sum.claimed, sum.claimedBy, n, d);
}

function added(
  a: number | bigint,
  b: number | bigint,
  n: number | bigint,
  d: number | bigint,
): [number | bigint, number | bigint] {
  if (typeof a === "number" && typeof n === "number") {
    const [by, dy] = [b as number, d as number];
    if (by === dy) return [a + n, b];
    const shared = gcd(by, dy);
    const top = a * (dy / shared) + n * (by / shared);
    const below = by * (dy / shared);
    if (below <= Number.MAX_SAFE_INTEGER && top <= Number.MAX_SAFE_INTEGER) return [top, below];
  }
  const [B, D] = [BigInt(b), BigInt(d)];
  const shared = typeof d === "number" ? BigInt(gcd(d, Number(B % D))) : 1n;
  return [BigInt(a) * (D / shared) + BigInt(n) * (B / shared), B * (D / shared)];
}

/** Rounds n/d × times, half up, n above or equal to 0. */
function roundedQuotient(n: number | bigint, d: number | bigint, times: number): number {
  if (typeof n === "number" && typeof d === "number" && n * times <= Number.MAX_SAFE_INTEGER / 2)
    return halfUp(n * times, d);
  const [N, D] = [BigInt(n) * BigInt(times), BigInt(d)];
  return Number((2n * N + D) / (2n * D));
}

function hundredths(value: number): string {
  const text = String(value < 0 ? -value : value).padStart(3, "0");
  return `${value < 0 ? "-" : ""}${text.slice(0, -2)}.${text.slice(-2)}`;
}

function shortest(value: number): string {
  if (value % 100 === 0) return String(value / 100);
  const text = hundredths(value);
  return value % 10 === 0 ? text.slice(0, -1) : text;
}

/** A leaf's points: the decimal where it ends, else rounded with the fraction. */
function printLeaf(n: number, d: number, to: Open<ItemScore>): void {
  const shared = gcd(n < 0 ? -n : n, d);
  const down = d / shared;
  if (down === 1) {
    to.points = shortest(n / d);
    return;
  }
  let rest = down;
  let places = 0;
  while (rest % 10 === 0) rest /= 10;
  while (rest % 5 === 0) rest /= 5;
  while (rest % 2 === 0) rest /= 2;
  if (rest === 1) {
    let scale = 1;
    while (scale % down !== 0) {
      scale *= 10;
      places += 1;
    }
    const digits = String((n / shared) * (scale / down)).padStart(places + 3, "0");
    to.points = `${digits.slice(0, -places - 2)}.${digits.slice(-places - 2)}`.replace(/0+$/, "");
    return;
  }
  to.points = hundredths(halfUp(n, d));
  const whole = gcd(n, d * 100);
  to.fraction = `${n / whole}/${(d * 100) / whole}`;
}

function printSum(sum: Sum, to: Open<ItemScore> | Open<SourceScore>): void {
  if (sum.max > 0) {
    to.points = hundredths(roundedQuotient(sum.n, sum.d, 1));
    const brief =
      typeof sum.n === "number" && sum.n % (sum.d as number) === 0
        ? undefined
        : briefOf(sum.n, times(sum.d, 100));
    if (brief !== undefined) to.fraction = brief;
  }
  to.maxPoints = shortest(sum.max);
  if (sum.max > 0) to.index = hundredths(roundedQuotient(sum.n, times(sum.d, sum.max), 10_000));
}

const times = (d: number | bigint, by: number): number | bigint =>
  typeof d === "number" && d * by <= Number.MAX_SAFE_INTEGER / 2 ? d * by : BigInt(d) * BigInt(by);

/** The fraction n/d where it has at most 20 digits and is not a decimal with two places. */
function briefOf(n: number | bigint, d: number | bigint): string | undefined {
  if (typeof n === "number" && typeof d === "number") {
    const shared = gcd(n, d);
    return (shared * 100) % d === 0 || `${n / shared}${d / shared}`.length > 20
      ? undefined
      : `${n / shared}/${d / shared}`;
  }
  const [N, D] = [BigInt(n), BigInt(d)];
  let [u, v] = N <= 1n << 53n || D <= 1n << 53n ? [N, D] : [(N << 110n) / D, 1n << 110n];
  let [p, q, pBefore, qBefore] = [1, 0, 0, 1];
  while (v > 0n) {
    const part = u / v;
    [u, v] = [v, u % v];
    [p, pBefore] = [Number(part) * p + pBefore, p];
    [q, qBefore] = [Number(part) * q + qBefore, q];
    if (p * q >= 1e20) return undefined;
    if (v <= q && BigInt(p) * D === BigInt(q) * N) break;
  }
  if ((p * 100) % q === 0 || `${p}${q}`.length > 20) return undefined;
  return `${p}/${q}`;
}
