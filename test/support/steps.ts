// What the laws of explanations need: the steps of a tree, and their sums in the oracle's own fractions.
import type { Explanation, LeafStep, LineStep, NodeStep, Step } from "../../src/explain/step.ts";
import { type Fraction, of, plus } from "./oracle.ts";

/** A step that counts in a sum. */
type Part = NodeStep | LeafStep | LineStep;

const none: Fraction = of("0");

/** What a step adds at one end of its bounds; one that has left the maximum adds nothing. */
function amountOf(step: Pick<Part, "points" | "bounds">, end: "low" | "high"): Fraction {
  const amount = step.bounds?.[end] ?? step.points;
  return amount === undefined ? none : of(amount.exact);
}

/** The sum of steps at one end of their bounds. */
export const total = (steps: readonly Pick<Part, "points" | "bounds">[], end: "low" | "high"): Fraction =>
  steps.reduce((sum, step) => plus(sum, amountOf(step, end)), none);

/** A step and all below it. */
export function allSteps(step: Step): readonly Step[] {
  switch (step.kind) {
    case "unit":
      return [step, step.index, step.grade, ...step.steps.flatMap(allSteps)];
    case "node":
    case "source":
      return [step, ...step.steps.flatMap(allSteps)];
    default:
      return [step];
  }
}

/** The leaves of an explanation, in the order of the set. */
export const leavesOf = ({ step }: Explanation): readonly LeafStep[] =>
  allSteps(step).filter((it) => it.kind === "leaf");
