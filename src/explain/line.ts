/**
 * The steps between the sum of the leaves and the index: each declared line with what it is worked out from, and the
 * index as the exact sum of its terms.
 */
import { type Amount, amountOf, boundsOf } from "../amount.ts";
import type { Deadline } from "../criteria-set.ts";
import type { ExactLine, Totals } from "../evaluation.ts";
import {
  add,
  decimal,
  divide,
  type Exact,
  exactText,
  hundred,
  isZero,
  multiply,
  subtract,
  sum,
  zero,
} from "../number.ts";
import type { Plan } from "../plan.ts";
import type { ScoreLine } from "../result.ts";
import type { ScoreHead } from "../score.ts";
import { basisOf, type Drawing } from "./explanation-leaf.ts";
import type { IndexStep, IndexSum, IndexTerm, LineStep, LineWorking } from "./explanation-step.ts";
import { lineHistory } from "./history.ts";

/** Which line is meant: its kind and its id, as in a score. */
export interface LineName {
  readonly kind: ScoreLine["kind"];
  readonly id: string;
}

/** The lines of a unit, in the order in which they apply; open ones with their bounds. */
export function lineSteps(drawing: Drawing): readonly LineStep[] {
  const { totals, bounds } = drawing.evaluation;
  const names: LineName[] = [...totals.lines];
  // A cap may bite only where every open leaf reaches its maximum.
  for (const line of bounds?.high.lines ?? []) if (!names.some((it) => isSame(it, line))) names.push(line);
  return names.map((name) => lineStep(drawing, name));
}

const isSame = (a: LineName, b: LineName): boolean => a.kind === b.kind && a.id === b.id;
const pointsIn = (totals: Totals, name: LineName): Exact =>
  totals.lines.find((it) => isSame(it, name))?.points ?? zero;

/** One line; 0 where it did not arise. */
export function lineStep(drawing: Drawing, name: LineName): LineStep {
  const { plan, evaluation, scene } = drawing;
  const { low, high } = evaluation.bounds ?? { low: evaluation.totals, high: evaluation.totals };
  const [least, most] = [pointsIn(low, name), pointsIn(high, name)];
  const open = !isZero(subtract(most, least));
  const own = plan.lineOf.get(name.id)?.line.citation;
  const deadline = plan.set.calendar.find(({ id }) => id === "self-assessment");
  return {
    kind: "line",
    line: name.kind,
    id: name.id,
    basis: basisOf(plan, name.kind === "late" ? deadline?.citation : own),
    state: open ? "pending" : "scored",
    ...(open ? { bounds: boundsOf(plan, least, most) } : { points: amountOf(plan, least) }),
    working: workingOf(drawing, name, open ? undefined : least, scene.input.lateDays),
  };
}

function workingOf(drawing: Drawing, name: LineName, points: Exact | undefined, days: number): LineWorking {
  switch (name.kind) {
    case "conversion":
      return conversionOf(drawing, name.id);
    case "late":
      return lateOf(drawing, days);
    case "cap":
      return capOf(drawing.plan, name.id, points);
    default:
      return decisionOf(drawing, name.id);
  }
}

function conversionOf({ plan, evaluation }: Drawing, id: string): LineWorking {
  const at = plan.set.sources.findIndex((source) => source.id === id);
  const own = evaluation.sources[at];
  const left = plan.leaves.filter(({ index, sourceIndex }) => {
    const result = evaluation.leaves[index];
    return sourceIndex === at && result?.counts === false && result.consequence === "rescale-source";
  });
  return {
    kind: "conversion",
    source: plan.set.sources[at]?.title ?? { vi: id },
    applicable: exactText(own?.max ?? zero),
    left: exactText(sum(left.map(({ max }) => max))),
    ...(own === undefined || own.pending ? {} : { points: amountOf(plan, own.points) }),
  };
}

function decisionOf({ plan, scene }: Drawing, id: string): LineWorking {
  const line = plan.lineOf.get(id);
  if (line === undefined) throw new TypeError("explain: the plan is broken");
  const { number, title } = line.line;
  const standing = scene.input.lines.find(({ item }) => item === id)?.standing;
  const given =
    standing?.kind === "facts"
      ? { given: { ...standing, applied: line.compiled.step(standing.facts) } }
      : standing === undefined
        ? {}
        : { given: standing };
  return {
    kind: "decided",
    number,
    title,
    rule: line.rule,
    ...(line.line.cap === undefined ? {} : { cap: line.line.cap }),
    ...given,
    history: lineHistory(plan, scene, line),
  };
}

function lateOf({ plan, scene }: Drawing, days: number): LineWorking {
  const { round, input } = scene;
  const submitted = round.selfAssessments.find(({ unit }) => unit === input.unit.id)?.submitted;
  const deadline = plan.set.calendar.find(({ id }) => id === "self-assessment");
  const extension = round.extensions.find(
    (it) => it.unit === input.unit.id && it.deadline === "self-assessment",
  );
  return {
    kind: "late",
    policy: plan.set.policies.late,
    days,
    ...(submitted === undefined ? {} : { submitted }),
    ...(deadline === undefined ? {} : { deadline: dayOf(deadline) }),
    ...(extension === undefined ? {} : { extension }),
  };
}

/** The title and whichever of the two days is declared. */
const dayOf = ({ id, citation, ...day }: Deadline): Omit<Deadline, "id" | "citation"> => day;

/** The value before a cap is the declared cap less what the cap's line adds. */
function capOf(plan: Plan, id: string, points: Exact | undefined): LineWorking {
  const bites = points !== undefined && !isZero(points);
  if (id === "max" || id === "min") {
    const cap = plan.set.policies.limits[id];
    if (cap === undefined) return { kind: "cap", of: id };
    if (!bites) return { kind: "cap", of: id, cap };
    const before = subtract(decimal(cap), divide(multiply(points, hundred), plan.max));
    return { kind: "cap", of: id, cap, before: amountOf(plan, before) };
  }
  const line = plan.lineOf.get(id);
  const kind = line?.kind ?? (id === "penalty" ? "penalty" : "bonus");
  const cap = line === undefined ? plan.set[kind].cap : line.line.cap;
  const of = line === undefined ? kind : "line";
  const title = line === undefined ? {} : { title: line.line.title };
  if (cap === undefined) return { kind: "cap", of, ...title };
  if (!bites) return { kind: "cap", of, ...title, cap };
  const before = kind === "bonus" ? subtract(decimal(cap), points) : add(decimal(cap), points);
  return { kind: "cap", of, ...title, cap, before: amountOf(plan, before) };
}

/** The way from points to the index. */
export function indexStep({ plan, evaluation }: Drawing, score: ScoreHead): IndexStep {
  const { totals, bounds } = evaluation;
  const base = { kind: "index", state: score.state, basis: basisOf(plan) } as const;
  if (score.state === "complete") {
    const sumOf = indexSum(plan, totals);
    return sumOf === undefined ? base : { ...base, sum: sumOf };
  }
  if (score.state !== "provisional" || bounds === undefined) return base;
  const [low, high] = [indexSum(plan, bounds.low), indexSum(plan, bounds.high)];
  return low === undefined || high === undefined ? base : { ...base, bounds: { low, high } };
}

function indexSum(plan: Plan, totals: Totals): IndexSum | undefined {
  if (totals.index === undefined) return undefined;
  const conversions = totals.lines.filter(({ kind }) => kind === "conversion");
  const others = totals.lines.filter((line) => line.kind !== "conversion");
  const points = add(totals.leaves, sum(conversions.map((line) => line.points)));
  return {
    index: amountOf(plan, totals.index),
    points: amountOf(plan, totals.result),
    terms: [
      { of: "points", ...termOf(plan, points, totals.max) },
      ...others.map((line): IndexTerm => ({ ...ofLine(line), ...termOf(plan, line.points, plan.max) })),
    ],
  };
}

const ofLine = ({ kind, id }: ExactLine): Pick<IndexTerm, "of" | "id"> =>
  kind === "conversion" ? { of: "points" } : { of: kind, id };

function termOf(
  plan: Plan,
  points: Exact,
  max: Exact,
): { points: Amount; dividedBy: string; percent: Amount } {
  return {
    points: amountOf(plan, points),
    dividedBy: exactText(max),
    percent: amountOf(plan, divide(multiply(points, hundred), max)),
  };
}
