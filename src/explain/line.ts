/**
 * The steps between the sum of the leaves and the index: each declared line with what it is worked out from, and the
 * index as the exact sum of its terms.
 */

import type { Deadline } from "../criteria-set.ts";
import { type ExactLine, type ExactTerm, indexTerms, inPercentOf, type Totals } from "../evaluation.ts";
import { compareExact, type Exact, exactText, zero } from "../number.ts";
import type { Plan } from "../plan.ts";
import { amountOf, boundsOf, type ScoreHead } from "../score.ts";
import { lineHistory } from "./history.ts";
import { basisOf, type EvaluatedUnit } from "./leaf.ts";
import type { IndexStep, IndexSum, IndexTerm, LineStep, LineWorking } from "./step.ts";

/** Which line is meant: its kind and its id, as in a score. */
export type LineName = Pick<ExactLine, "kind" | "id">;

/** The lines of a unit, in the order in which they apply; open ones with their bounds. */
export function explainLines(of: EvaluatedUnit): readonly LineStep[] {
  const { totals, bounds } = of.evaluation;
  const names: LineName[] = [...totals.lines];
  // A cap may bite only where every open leaf reaches its maximum.
  for (const line of bounds?.high.lines ?? [])
    if (!names.some((name) => isSameLine(name, line))) names.push(line);
  return names.map((name) => explainLine(of, name));
}

const isSameLine = (a: LineName, b: LineName): boolean => a.kind === b.kind && a.id === b.id;
const lineIn = ({ lines }: Totals, name: LineName): ExactLine =>
  lines.find((line) => isSameLine(line, name)) ?? { ...name, points: zero };

/** One line; 0 where it did not arise. */
export function explainLine(of: EvaluatedUnit, name: LineName): LineStep {
  const { plan, evaluation } = of;
  const { low, high } = evaluation.bounds ?? { low: evaluation.totals, high: evaluation.totals };
  const [least, most] = [lineIn(low, name), lineIn(high, name)];
  const open = compareExact(least.points, most.points) !== 0;
  const own = plan.lineOf.get(name.id)?.line.citation;
  return {
    kind: "line",
    line: name.kind,
    id: name.id,
    basis: basisOf(plan, name.kind === "late" ? deadlineOf(plan)?.citation : own),
    state: open ? "pending" : "scored",
    ...(open
      ? { bounds: boundsOf(plan, least.points, most.points) }
      : { points: amountOf(plan, least.points) }),
    working: workingOf(of, name, open ? undefined : least.before),
  };
}

const deadlineOf = ({ set }: Plan): Deadline | undefined =>
  set.calendar.find(({ id }) => id === "self-assessment");

function workingOf(of: EvaluatedUnit, { kind, id }: LineName, cut: Exact | undefined): LineWorking {
  switch (kind) {
    case "conversion":
      return conversionWorking(of, id);
    case "late":
      return lateOf(of);
    case "cap":
      return capOf(of.plan, id, cut);
    default:
      return decidedOf(of, id);
  }
}

function conversionWorking({ plan, evaluation }: EvaluatedUnit, id: string): LineWorking {
  const at = plan.set.sources.findIndex((source) => source.id === id);
  const own = evaluation.sources[at];
  return {
    kind: "conversion",
    source: plan.set.sources[at]?.title ?? { vi: id },
    applicable: exactText(own?.max ?? zero),
    left: exactText(own?.converted ?? zero),
    ...(own === undefined || own.pending ? {} : { points: amountOf(plan, own.points) }),
  };
}

function decidedOf({ plan, scene }: EvaluatedUnit, id: string): LineWorking {
  const line = plan.lineOf.get(id);
  if (line === undefined) throw new TypeError("explain: the plan is broken");
  const { number, title, cap } = line.line;
  const standing = scene.input.lines.find(({ item }) => item === id)?.standing;
  const given =
    standing?.kind === "facts" ? { ...standing, applied: line.compiled.step(standing.facts) } : standing;
  return {
    kind: "decided",
    number,
    title,
    rule: line.rule,
    ...(cap === undefined ? {} : { cap }),
    ...(given === undefined ? {} : { given }),
    history: lineHistory(plan, scene, line),
  };
}

function lateOf({ plan, scene }: EvaluatedUnit): LineWorking {
  const { round, input } = scene;
  const submitted = round.selfAssessments.find(({ unit }) => unit === input.unit.id)?.submitted;
  const deadline = deadlineOf(plan);
  const extension = round.extensions.find(
    (one) => one.unit === input.unit.id && one.deadline === "self-assessment",
  );
  return {
    kind: "late",
    policy: plan.set.policies.late,
    days: input.lateDays,
    ...(submitted === undefined ? {} : { submitted }),
    ...(deadline === undefined ? {} : { deadline: dayOf(deadline) }),
    ...(extension === undefined ? {} : { extension }),
  };
}

/** The title and whichever of the two days is declared. */
const dayOf = ({ id, citation, ...day }: Deadline): Omit<Deadline, "id" | "citation"> => day;

/** A cap; `cut` is what it cut, where it bites. */
function capOf(plan: Plan, id: string, cut: Exact | undefined): LineWorking {
  const { bonus, penalty, policies } = plan.set;
  const sums = { bonus: bonus.cap, penalty: penalty.cap, max: policies.limits.max, min: policies.limits.min };
  const isSum = (name: string): name is keyof typeof sums => Object.hasOwn(sums, name);
  const of = isSum(id) ? id : "line";
  const own = plan.lineOf.get(id)?.line;
  const cap = of === "line" ? own?.cap : sums[of];
  return {
    kind: "cap",
    of,
    ...(of === "line" && own !== undefined ? { title: own.title } : {}),
    ...(cap === undefined ? {} : { cap }),
    ...(cut === undefined ? {} : { before: amountOf(plan, cut) }),
  };
}

/** The way from points to the index. */
export function explainIndex({ plan, evaluation }: EvaluatedUnit, { state }: ScoreHead): IndexStep {
  const { totals, bounds } = evaluation;
  const base = { kind: "index", state, basis: basisOf(plan) } as const;
  const sum = state === "complete" ? indexSum(plan, totals) : undefined;
  if (sum !== undefined) return { ...base, sum };
  if (state !== "provisional" || bounds === undefined) return base;
  const [low, high] = [indexSum(plan, bounds.low), indexSum(plan, bounds.high)];
  return low === undefined || high === undefined ? base : { ...base, bounds: { low, high } };
}

function indexSum(plan: Plan, totals: Totals): IndexSum | undefined {
  if (totals.index === undefined) return undefined;
  return {
    index: amountOf(plan, totals.index),
    points: amountOf(plan, totals.result),
    terms: indexTerms(plan, totals).map((term) => termOf(plan, term)),
  };
}

const termOf = (plan: Plan, { line, points, max }: ExactTerm): IndexTerm => ({
  ...(line === undefined || line.kind === "conversion" ? { of: "points" } : { of: line.kind, id: line.id }),
  points: amountOf(plan, points),
  dividedBy: exactText(max),
  percent: amountOf(plan, inPercentOf(points, max)),
});
