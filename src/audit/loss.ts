/**
 * Where a unit lost points: each leaf of the applicable maximum that is below its own, and what its maximum would add to
 * the index (design 3.3, 3.4). Single gains add up exactly: a point of a source is worth the same on each of its leaves.
 */
import { amountOf } from "../amount.ts";
import type { Evaluation, Sum } from "../evaluation.ts";
import {
  add,
  compare,
  divide,
  type Exact,
  hundred,
  isNegative,
  isZero,
  multiply,
  subtract,
  zero,
} from "../number.ts";
import type { Leaf, Plan } from "../plan.ts";
import type { HeldReason, Loss } from "./gain.ts";

/** What a leaf lost, exact. */
export interface ExactLoss {
  readonly leaf: Leaf;
  readonly lost: Exact;
  /** Percentage points of the index that its maximum would add. */
  readonly gain: Exact;
  readonly held: HeldReason | undefined;
}

/** Every leaf of the applicable maximum that is below its own maximum, the most lost first. */
export function lossesOf(plan: Plan, now: Evaluation): readonly ExactLoss[] {
  const worth = now.sources.map((source) => pointWorth(now, source));
  const losses: ExactLoss[] = [];
  for (const leaf of plan.leaves) {
    const result = now.leaves[leaf.index];
    if (result?.counts !== true || result.points === undefined) continue;
    const lost = subtract(leaf.max, result.points);
    if (isZero(lost) || isNegative(lost)) continue;
    // Where the set rounds items, a maximum is rounded as any points are.
    const lift = subtract(plan.itemRounded(leaf.max), result.points);
    losses.push({
      leaf,
      lost,
      gain: multiply(lift, worth[leaf.sourceIndex] ?? zero),
      held: heldReason(leaf, result.state),
    });
  }
  return losses.sort((a, b) => compare(b.lost, a.lost) || a.leaf.index - b.leaf.index);
}

/**
 * What one more point of a source adds to the index: 100 ÷ applicable maximum, and as much again as the conversion of
 * `rescale-source` makes of it (design 3.4): points × (declared ÷ applicable maximum of the source).
 */
function pointWorth(now: Evaluation, source: Sum): Exact {
  if (isZero(source.max)) return zero;
  return divide(multiply(divide(add(source.max, source.converted), source.max), hundred), now.totals.max);
}

function heldReason(leaf: Leaf, state: string): HeldReason | undefined {
  if (leaf.source.kind === "survey") return "survey";
  if (leaf.rule.kind === "relative") return "relative";
  return state === "not-applicable" ? "not-applicable" : undefined;
}

/** The items that can be lifted, the largest gain first. */
export const candidatesOf = (losses: readonly ExactLoss[]): readonly ExactLoss[] =>
  losses
    .filter(({ held, gain }) => held === undefined && !isZero(gain))
    .sort((a, b) => compare(b.gain, a.gain) || a.leaf.index - b.leaf.index);

/** A loss as plain data; its share is of everything that was lost. */
export function shownLoss(
  plan: Plan,
  now: Evaluation,
  { leaf, lost, gain, held }: ExactLoss,
  total: Exact,
): Loss {
  const result = now.leaves[leaf.index];
  return {
    item: leaf.id,
    number: leaf.number,
    title: leaf.item.title,
    state: result?.state ?? "scored",
    points: amountOf(plan, result?.points ?? zero),
    maxPoints: leaf.item.maxPoints,
    lost: amountOf(plan, lost),
    share: amountOf(plan, divide(multiply(lost, hundred), total)),
    gain: amountOf(plan, gain),
    ...(held === undefined ? {} : { held }),
  };
}
