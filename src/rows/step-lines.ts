/**
 * Explanations and histories as plain lines: one for each step, indented by its level, and beneath a step that is
 * explained by itself what it comes from.
 */
import type { Amount, AmountBounds } from "../amount.ts";
import type { HistoryEntry } from "../explain/history.ts";
import type { IndexStep, LineWorking, PlaceStep, Step } from "../explain/step.ts";
import type { ScoreLine } from "../result.ts";
import { deciderText, exactPart, issueLine, type Line, spaced } from "./line.ts";

/** The lines of a step that is explained by itself. */
export function explanationLines(step: Step): readonly Line[] {
  const [first = {}, ...beneath] = stepLines(step, 0);
  const working = step.kind === "line" ? workingPart(step.working) : {};
  return [{ ...first, ...working }, ...beneath, ...originLines(step).map((it) => ({ level: 1, ...it }))];
}

/** What a history says of each entry: who, when, and what stood after it. */
export const historyLines = (entries: readonly HistoryEntry[]): readonly Line[] =>
  entries.map(({ kind, date, stage, by, decision, claim, after, difference }) => ({
    kind,
    date,
    stage,
    by: by?.role,
    decision: decision?.number,
    claimed: claim?.value.kind === "not-applicable" ? claim.value.kind : claim?.points?.rounded,
    state: after === undefined ? undefined : stateOf(after.standing.kind),
    points: after?.points?.rounded,
    change: difference?.rounded,
  }));

const stateOf = (kind: NonNullable<HistoryEntry["after"]>["standing"]["kind"]): string =>
  kind === "facts" || kind === "points" ? "scored" : kind;

/** How `explain` is asked for a line. */
export const lineName = ({ kind, id }: Pick<ScoreLine, "kind" | "id">): string =>
  kind === "conversion" || kind === "cap" ? `${kind}:${id}` : id;

function stepLines(step: Step, level: number): readonly Line[] {
  const own = { level, kind: step.kind };
  const { at } = step.basis;
  switch (step.kind) {
    case "unit": {
      const { state, points, bounds, maxPoints, claimed, index } = step;
      const sum = { ...amountPart(points, bounds), max: maxPoints, index: index.sum?.index.rounded };
      return [{ ...own, state, claimed: claimed?.rounded, ...sum, at }, ...below(step.steps, level)];
    }
    case "node":
    case "source": {
      const { id, points, bounds, maxPoints, claimed, index } = step;
      const sum = { ...amountPart(points, bounds), max: maxPoints, index: index?.rounded };
      return [{ ...own, item: id, claimed: claimed?.rounded, ...sum, at }, ...below(step.steps, level)];
    }
    case "leaf": {
      const { id, state, why, points, bounds, maxPoints } = step;
      const claimed = step.claimed === "not-applicable" ? step.claimed : step.claimed?.rounded;
      return [{ ...own, item: id, state, why, claimed, ...amountPart(points, bounds), max: maxPoints, at }];
    }
    case "line": {
      const { line: kind, id, points, bounds } = step;
      return [{ level, kind, item: lineName({ kind, id }), ...amountPart(points, bounds), at }];
    }
    case "index": {
      const { state, sum, bounds } = step;
      const [low, high] = [bounds?.low.index.rounded, bounds?.high.index.rounded];
      return [{ ...own, state, index: sum?.index.rounded, ...exactPart(sum?.index), low, high, at }];
    }
    case "grade": {
      const { id: grade, from, below: beneath } = step.grade ?? {};
      return [{ ...own, state: step.state, index: step.index, grade, from, below: beneath, at }];
    }
    case "place": {
      const { place, of, unranked, exempted, decider, reason } = step;
      const counts = { place: place?.place, of, unranked, exempted };
      const decidedBy = deciderText(place?.decidedBy);
      const against = decider && spaced(decider.against.unit, decider.value);
      return [{ ...own, ...counts, index: place?.index, decidedBy, against, why: reason, at }];
    }
    case "unscored":
      return [{ ...own, why: step.reason, days: step.lateDays, at }];
  }
}

const below = (steps: readonly Step[], level: number): readonly Line[] =>
  steps.flatMap((it) => stepLines(it, level + 1));

/** What a step comes from that is no step itself: a history, the terms of an index, the neighbours of a place, issues. */
function originLines(step: Step): readonly Line[] {
  switch (step.kind) {
    case "leaf":
      return historyLines(step.history);
    case "line":
      return step.working.kind === "decided" ? historyLines(step.working.history) : [];
    case "index":
      return termLines(step);
    case "place":
      return neighbourLines(step);
    case "unscored":
      return step.issues.map(issueLine);
    default:
      return [];
  }
}

const termLines = ({ sum }: IndexStep): readonly Line[] =>
  (sum?.terms ?? []).map(({ of: kind, id, points, dividedBy, percent }) => ({
    kind,
    item: id,
    ...amountPart(points),
    max: dividedBy,
    index: percent.rounded,
  }));

const neighbourLines = ({ before, shared, after }: PlaceStep): readonly Line[] =>
  ([["before", before], ...shared.map((it) => ["shared", it] as const), ["after", after]] as const).flatMap(
    ([kind, it]) => (it === undefined ? [] : [{ kind, place: it.place, unit: it.unit, index: it.index }]),
  );

/** What the working of a line adds to it. */
function workingPart(working: LineWorking): Line {
  switch (working.kind) {
    case "conversion": {
      const { points, left, applicable } = working;
      return { base: points?.rounded, left, applicable };
    }
    case "decided":
      return { cap: working.cap };
    case "late": {
      const { policy, days, submitted, deadline, extension } = working;
      const due = { before: deadline?.before, by: deadline?.by, extended: extension?.by };
      const charge = "points" in policy ? policy.points : undefined;
      return { days, submitted, ...due, charge, cap: "cap" in policy ? policy.cap : undefined };
    }
    case "cap":
      return { cap: working.cap, uncapped: working.before?.rounded };
  }
}

/** An amount, or the bounds of what is still open. */
const amountPart = (points: Amount | undefined, bounds?: AmountBounds | undefined): Line => ({
  points: points?.rounded,
  ...exactPart(points),
  low: bounds?.low.rounded,
  high: bounds?.high.rounded,
});
