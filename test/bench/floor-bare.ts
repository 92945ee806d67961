// The bare floor: the index alone, in safe integers. Where the set rounds items, sums are in hundredths; where it does
// not, on a grid of 10⁻⁸ hundredths with a count of what was cut off, and in BigInt where that could matter.
import type { Facts } from "../../src/criteria-set.ts";
import type { Round } from "../../src/round.ts";
import {
  bonusOf,
  bottom,
  type FloorPlan,
  type FloorUnit,
  forEachUnit,
  fullPoints,
  leafPoints,
  relativeGroups,
  relativePoints,
  standing,
  surveyPoints,
  targetOf,
  top,
} from "./floor.ts";

const grid = 1e8;

/** The published indexes of a round in hundredths of a percent, in its order. */
export function bareIndexes(plan: FloorPlan, round: Round): Int32Array {
  const groups = relativeGroups(plan, round);
  const facts: (Facts | null | undefined)[] = new Array(plan.leaves.length).fill(null);
  const indexes = new Int32Array(round.units.length);
  let at = 0;
  forEachUnit(plan, round, (it) => {
    standing(plan, it, facts);
    let whole = 0;
    let parts = 0;
    let cut = 0;
    let max = 0;
    for (const leaf of plan.leaves) {
      if (!pointsOf(plan, it, leaf.at, facts, groups)) continue;
      max += leaf.max;
      if (bottom === 1) whole += top;
      else if (plan.roundsItems) whole += halfUp(top, bottom);
      else {
        const rest = top % bottom;
        whole += (top - rest) / bottom;
        if (bottom < 9e7) {
          const more = (rest * grid) % bottom;
          parts += (rest * grid - more) / bottom;
          if (more > 0) cut += 1;
        } else {
          const more = (rest * 1e4) % bottom;
          const last = (more * 1e4) % bottom;
          parts += ((rest * 1e4 - more) / bottom) * 1e4 + (more * 1e4 - last) / bottom;
          if (last > 0) cut += 1;
        }
      }
    }
    const extra = bonusOf(plan, it);
    indexes[at++] = plan.roundsItems
      ? limited(halfUp(whole * 10_000, max) + extra)
      : fromGrid(plan, it, facts, groups, whole * grid + parts, cut, max, extra);
  });
  return indexes;
}

/** Sets `top` and `bottom` to the points of a leaf; false where it does not apply. */
export function pointsOf(
  plan: FloorPlan,
  it: FloorUnit,
  at: number,
  facts: readonly (Facts | null | undefined)[],
  groups: ReturnType<typeof relativeGroups>,
): boolean {
  const leaf = plan.leaves[at] as FloorPlan["leaves"][number];
  const own = facts[at];
  if (own === null) {
    if (leaf.full) fullPoints(leaf);
    return leaf.full;
  }
  if (own === undefined) surveyPoints(plan, leaf, it.forms);
  else if (leaf.kind === "relative") {
    const group = groups.get(it.unit.group)?.[plan.relative.indexOf(leaf)];
    if (group !== undefined)
      relativePoints(leaf, (own as { count: number }).count, targetOf(leaf, it), group);
  } else leafPoints(leaf, own);
  return true;
}

/** The integer nearest to a fraction, a half upwards. */
export function halfUp(n: number, d: number): number {
  const rest = n % d;
  return (n - rest) / d + (2 * rest >= d ? 1 : 0);
}

const limited = (index: number): number => (index > 10_000 ? 10_000 : index < 0 ? 0 : index);

/** Index from a sum on the grid that is at most `cut` too low; both ends tell, or the sum in BigInt. */
function fromGrid(
  plan: FloorPlan,
  it: FloorUnit,
  facts: readonly (Facts | null | undefined)[],
  groups: ReturnType<typeof relativeGroups>,
  sum: number,
  cut: number,
  max: number,
  extra: number,
): number {
  // sum is at most 10⁴ × 10⁸; × 10⁴ ÷ max is done as whole and rest, so that all stays safe.
  const low = gridIndex(sum, max);
  if (cut === 0 || low === gridIndex(sum + cut, max)) return limited(low + extra);
  let n = 0n;
  let d = 1n;
  for (const leaf of plan.leaves) {
    if (!pointsOf(plan, it, leaf.at, facts, groups)) continue;
    n = n * BigInt(bottom) + BigInt(top) * d;
    d *= BigInt(bottom);
  }
  d *= BigInt(max);
  return limited(Number((20_000n * n + d) / (2n * d)) + extra);
}

function gridIndex(sum: number, max: number): number {
  const rest = sum % max;
  const whole = (sum - rest) / max;
  // (whole + rest/max) / 10⁴ with half up: 10⁸ grid ÷ 10⁴ for the hundredths of a percent.
  const unit = grid / 10_000;
  const tail = whole % unit;
  return (whole - tail) / unit + (2 * tail >= unit ? 1 : 0);
}
