/**
 * The steps and the result of a record: an evaluation printed exactly, leaf by leaf, sum by sum, line by line, so that
 * the first step that comes out differently can be named.
 */
import type { CriteriaSet } from "../criteria-set.ts";
import type { Evaluation, Sum, Totals } from "../evaluation.ts";
import { exactText, isSameFraction } from "../number.ts";
import type { Mutable } from "../plain.ts";
import type { Leaf, Plan } from "../plan.ts";
import type { Ranking, Score } from "../result.ts";
import type { Claimed } from "../score.ts";
import type {
  DeclaredPolicies,
  RecordResult,
  RecordSteps,
  SealedLeaf,
  SealedPlace,
  SealedSum,
  SealedTotal,
} from "./record-shape.ts";

/** The steps of one unit. */
export function stepsOf(plan: Plan, evaluation: Evaluation, claimed: Claimed): RecordSteps {
  const { bounds, totals } = evaluation;
  return {
    leaves: plan.leaves.map((leaf) => leafStep(leaf, evaluation, claimed)),
    nodes: plan.nodes.map(({ id, first, end, index }) => ({
      item: id,
      leaves: [first, end],
      ...sumStep(evaluation.nodes[index] as Sum),
    })),
    sources: plan.set.sources.map(({ id }, at) => ({
      source: id,
      ...sumStep(evaluation.sources[at] as Sum),
    })),
    ...(bounds === undefined
      ? { total: totalStep(totals) }
      : { low: totalStep(bounds.low), high: totalStep(bounds.high) }),
  };
}

/** Made in place: a group has hundreds of thousands of these. */
function leafStep(leaf: Leaf, { leaves }: Evaluation, claimed: Claimed): SealedLeaf {
  const { state, why, consequence, points } = leaves[leaf.index] as Evaluation["leaves"][number];
  const step = { item: leaf.id, source: leaf.source.id, state } as Mutable<SealedLeaf>;
  if (why !== undefined) step.why = why;
  if (consequence !== undefined) step.consequence = consequence;
  if (points !== undefined) step.points = exactText(points);
  if (state === "pending") step.floor = exactText(leaf.least);
  step.maxPoints = leaf.item.maxPoints;
  const claim = claimed.leaves[leaf.index];
  if (claim === undefined || claim === "not-applicable") {
    if (claim !== undefined) step.claimed = claim;
  } else if (points !== undefined && isSameFraction(points, claim)) step.claimed = step.points as string;
  else step.claimed = exactText(claim);
  return step;
}

const sumStep = ({ points, max, low, high, pending }: Sum): SealedSum =>
  pending
    ? { low: exactText(low), high: exactText(high), maxPoints: exactText(max) }
    : { points: exactText(points), maxPoints: exactText(max) };

const totalStep = ({ leaves, max, lines, result, index }: Totals): SealedTotal => ({
  leaves: exactText(leaves),
  maxPoints: exactText(max),
  lines: lines.map(({ kind, id, points }) => ({ kind, id, points: exactText(points) })),
  points: exactText(result),
  ...(index === undefined ? {} : { index: exactText(index) }),
});

/** What a score publishes, without what the steps already hold. */
export function resultOf({ state, index, bounds, grade, points, maxPoints, claimed }: Score): RecordResult {
  return {
    state,
    ...(index === undefined ? {} : { index }),
    ...(bounds === undefined ? {} : { bounds }),
    ...(grade === undefined ? {} : { grade }),
    ...(points === undefined ? {} : { points }),
    maxPoints,
    ...(claimed === undefined ? {} : { claimed }),
  };
}

/** Where a unit stands in the ranking of its group. */
export function placeIn(ranking: Ranking, unit: string): SealedPlace {
  const group = { of: ranking.places.length, complete: ranking.complete };
  const found = ranking.places.find((it) => it.unit === unit);
  if (found !== undefined) return { place: found.place, tied: found.tied, ...group };
  const reason = ranking.unranked.find((it) => it.unit === unit)?.reason;
  return { ...(reason === undefined ? {} : { unranked: reason }), ...group };
}

/** What a set declares for the way from the leaves to the grade. */
export function declaredBy(set: CriteriaSet): DeclaredPolicies {
  const { maxPoints, policies, survey, bonus, penalty, grades, ranking } = set;
  return {
    maxPoints,
    policies,
    ...(survey === undefined
      ? {}
      : {
          survey: {
            combine: survey.combine,
            emptyGroup: survey.emptyGroup,
            belowLeast: survey.belowLeast,
            notHeld: survey.notHeld,
          },
        }),
    ...(bonus.cap === undefined ? {} : { bonusCap: bonus.cap }),
    ...(penalty.cap === undefined ? {} : { penaltyCap: penalty.cap }),
    grades: grades.map(({ id, from }) => (from === undefined ? { id } : { id, from })),
    ranking,
  };
}
