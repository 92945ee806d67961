/**
 * How far the share of a survey leaf can lie from the true one: the standard error that its tally gives, question by
 * question and group by group, combined as the share itself is (design 3.7). Exact up to the one square root.
 */
import type { CriteriaSet } from "../criteria-set.ts";
import { add, divide, type Exact, hundred, integer, isZero, multiply, subtract, zero } from "../number.ts";
import type { FormCounts } from "../round.ts";
import { type AskedGroup, surveyLeavesOf } from "../survey/survey-plan.ts";

interface Sample {
  readonly count: number;
  /** Σ count × share, and Σ count × share². */
  readonly sum: Exact;
  readonly squares: Exact;
}

const emptySample: Sample = { count: 0, sum: zero, squares: zero };

/**
 * The variance of each survey leaf's share, by leaf id: that of a mean of so many answers, drawn as the counts say. A
 * group without a valid answer adds nothing.
 */
export function shareVariances(
  set: CriteriaSet,
  group: string,
  forms: ReadonlyMap<string, FormCounts>,
): ReadonlyMap<string, Exact> {
  const pooled = set.survey?.combine === "pooled";
  return new Map(
    surveyLeavesOf(set, group).map(({ id, questions }) => {
      const variances = questions.map(({ groups }) =>
        pooled
          ? varianceOf(groups.map((it) => sampleOf(it, forms)).reduce(merged, emptySample))
          : weighted(groups, forms),
      );
      const number = integer(variances.length);
      return [
        id,
        variances.length === 0 ? zero : divide(variances.reduce(add, zero), multiply(number, number)),
      ];
    }),
  );
}

function weighted(groups: readonly AskedGroup[], forms: ReadonlyMap<string, FormCounts>): Exact {
  let variances = zero;
  let weights = zero;
  for (const group of groups) {
    const sample = sampleOf(group, forms);
    if (sample.count === 0) continue;
    variances = add(variances, multiply(multiply(group.weight, group.weight), varianceOf(sample)));
    weights = add(weights, group.weight);
  }
  return isZero(weights) ? zero : divide(variances, multiply(weights, weights));
}

function sampleOf({ questionnaires, question }: AskedGroup, forms: ReadonlyMap<string, FormCounts>): Sample {
  let sample = emptySample;
  for (const { id, percents } of questionnaires) {
    const options = forms.get(id)?.questions.find((it) => it.question === question)?.options ?? [];
    for (const { option, count } of options) {
      const percent = percents.get(option);
      if (percent?.exact === undefined) continue;
      const share = divide(percent.exact, hundred);
      const times = multiply(share, integer(count));
      sample = merged(sample, { count, sum: times, squares: multiply(times, share) });
    }
  }
  return sample;
}

const merged = (a: Sample, b: Sample): Sample => ({
  count: a.count + b.count,
  sum: add(a.sum, b.sum),
  squares: add(a.squares, b.squares),
});

/** (mean of squares − square of the mean) ÷ number of answers. */
function varianceOf({ count, sum, squares }: Sample): Exact {
  if (count === 0) return zero;
  const number = integer(count);
  const mean = divide(sum, number);
  return divide(subtract(divide(squares, number), multiply(mean, mean)), number);
}
