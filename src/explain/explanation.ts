/**
 * The explanation (giải trình điểm): why a score is what it is, as a tree of steps whose points sum exactly to what
 * they explain. It starts from the same inputs and evaluation as the score, computes only what is
 * asked for, and costs nothing to those who do not ask. Its words are in `explanation-text.ts`.
 */
import { approvedUnits, type Until } from "../appraisal.ts";
import type { CriteriaSet, Deadline, Item, Source } from "../criteria-set.ts";
import {
  type ExactLine,
  type ExactTerm,
  evaluate,
  indexTerms,
  inPercentOf,
  type Sum,
  type Totals,
} from "../evaluation.ts";
import { compareExact, type Exact, exactText, isZero, sum, zero } from "../number.ts";
import { assertOptions, deepFreeze, isRecord, type Mutable } from "../plain.ts";
import { type Leaf, type Plan, type PlanNode, planOf } from "../plan.ts";
import type { Readable, RoundInput } from "../round/input.ts";
import { textAt } from "../round/reading.ts";
import type { Round } from "../round.ts";
import { ruleStep } from "../rules/kinds.ts";
import { amountOf, boundsOf, claimedPoints, openItems, type ScoreHead, scoreHead } from "../score.ts";
import { singleUnit, type UnitScene } from "../units.ts";
import { lineHistory } from "./history.ts";
import { basisBelow, basisOf, type EvaluatedUnit, explainLeaf } from "./leaf.ts";
import { explainGrade, explainPlace } from "./place.ts";
import type {
  Explanation,
  IndexStep,
  IndexSum,
  IndexTerm,
  LeafStep,
  LineStep,
  LineWorking,
  NodeStep,
  SourceStep,
  SourceTotal,
  Step,
  SumPart,
  UnitStep,
  UnscoredStep,
} from "./step.ts";

/**
 * What is to be explained: the id of an item; `"index"`, whose terms recompute it, `"grade"` or `"place"`; a line: the id of a bonus or penalty line,
 * `"late"`, `"conversion:"` and the id of a source, or `"cap:"` and the id of a line, `bonus`, `penalty`, `max` or
 * `min`; or the id of a source. A plain text is the first of these that the set has, in this order; an object says which
 * is meant.
 */
export type ExplainedPart = string | ExplainedNamed;

/** What is to be explained, by its name, and how far the process is followed. Without a name it is the whole score. */
export interface ExplainedNamed {
  /** What a plain text would name. */
  readonly item?: string | undefined;
  /** The id of a source. */
  readonly source?: string | undefined;
  /** A line. */
  readonly line?: string | undefined;
  /** A stage or a day, inclusive; `"self"`: as self-assessed; absent: to the end. */
  readonly until?: Until | undefined;
}

/**
 * Explains the score of one unit, or a part of it.
 *
 * Only the unit is scored; others are looked at where `relative` leaves need the group's facts, and scored where the
 * place is asked for. The steps of a step sum exactly to its points, and their bounds to its bounds. A unit without a
 * score (an error in its data, no self-assessment) gives a step of kind `unscored`, whatever is asked for.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param round The round, as `readRound` gave it, or as parsed from JSON: then it is judged first.
 * @param unit The id of the unit.
 * @param what What is to be explained, and how far the process is followed; absent: the whole score, to the end.
 *
 * @returns The explanation, frozen plain data.
 *
 * @throws TypeError if the set was not read by `readCriteriaSet`, or `what` is of no such form; RangeError if the round has no such unit, the set no
 * such item, source or line, or `until` is neither a stage nor a day; InvalidError if the frame of the round cannot be used.
 *
 * @example
 * ```ts
 * import { explain, type RoundInput } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("hoa-lam/department/2026");
 * const unit = "hoa-lam/so-b";
 * const evidence = [{ number: "90/BC-SB", issuer: "Sở B", date: "2026-12-15" }];
 * const round: RoundInput = {
 *   format: 1,
 *   set: set.id,
 *   edition: set.edition,
 *   title: { vi: "Đợt đánh giá minh họa" },
 *   status: "illustrative",
 *   units: [{ id: unit, name: { vi: "Sở B" }, group: "general" }],
 *   selfAssessments: [
 *     {
 *       unit,
 *       submitted: "2026-12-20",
 *       answers: [
 *         { item: "1.1.1", facts: { choice: "in-time" }, evidence },
 *         { item: "1.1.2", facts: { numerator: 45, denominator: 50 }, evidence },
 *       ],
 *     },
 *   ],
 * };
 * const { step } = explain(set, round, unit, "1.1.2");
 * step.kind === "leaf" && `${step.points?.exact} of ${step.declaredMaxPoints}`; // => '1.35 of 1.5'
 * ```
 */
export function explain(
  set: CriteriaSet,
  round: Round | Readable<RoundInput>,
  unit: string,
  what: ExplainedPart = {},
): Explanation {
  const plan = planOf(set, "explain");
  if (typeof what !== "string") assertOptions(what, ["item", "source", "line", "until"], "explain");
  const part = askedFor(plan, what);
  const until = typeof what === "string" ? undefined : what.until;
  const scene = singleUnit(plan, round, { unit, until, caller: "explain" });
  const group = set.groups.find(({ id }) => id === scene.input.unit.group);
  return deepFreeze({
    format: 1,
    set: { id: set.id, edition: set.edition, title: set.title },
    round: { title: scene.round.title, status: scene.round.status },
    unit: { id: unit, name: scene.input.unit.name, group: group?.title ?? { vi: scene.input.unit.group } },
    ...(until === undefined ? {} : { until }),
    approved: approvedUnits(plan, scene.round, until).has(unit),
    uncertain: scene.input.uncertain,
    rounding: set.policies.rounding,
    step: explainPart(plan, scene, part, round),
  });
}

type AskedPart =
  | { readonly kind: "unit" | "index" | "grade" | "place" }
  | { readonly kind: "leaf"; readonly leaf: Leaf }
  | { readonly kind: "node"; readonly node: PlanNode }
  | { readonly kind: "source"; readonly at: number }
  | { readonly kind: "line"; readonly name: LineName };

/** Finds what is asked for in the set. Throws RangeError where there is no such thing, TypeError where nothing is named. */
function askedFor(plan: Plan, what: ExplainedPart): AskedPart {
  const named = namedBy(what);
  if (named === undefined) return { kind: "unit" };
  const [kind, id] = named;
  const find = {
    source: () => sourceAsked(plan, id),
    line: () => lineAsked(plan, id),
    "item, line or source": () => itemAsked(plan, id) ?? lineAsked(plan, id) ?? sourceAsked(plan, id),
  };
  const part = find[kind]();
  if (part === undefined)
    throw new RangeError(
      `explain: the set has no ${kind} ${JSON.stringify(id)}; it has ${explainableNames(plan, kind).join(", ")}`,
    );
  return part;
}

type NamedPart = readonly ["item, line or source" | "source" | "line", string];

/** So many names are listed at most. */
const namesListed = 300;

/** What may be asked for by its name, in the order of the set; of a very large set the first of them. */
export function explainableNames({ set }: Plan, kind: NamedPart[0]): readonly string[] {
  const idsOf = (items: readonly Item[]): readonly string[] =>
    items.flatMap(({ id, items: below = [] }) => [id, ...idsOf(below)]);
  const lines = [...set.bonus.lines, ...set.penalty.lines].map(({ id }) => id);
  const names = {
    source: [],
    line: [...lines, "late"],
    "item, line or source": [...idsOf(set.items), "index", "grade", "place", ...lines, "late"],
  }[kind];
  const all = kind === "line" ? names : [...names, ...set.sources.map(({ id }) => id)];
  return all.length > namesListed ? [...all.slice(0, namesListed), "…"] : all;
}

/** What names the part; undefined where nothing does. */
function namedBy(what: ExplainedPart): NamedPart | undefined {
  if (typeof what === "string") return ["item, line or source", what];
  const keys = isRecord(what) ? Object.keys(what).filter((key) => key !== "until") : undefined;
  const [key = "until"] = keys ?? [];
  const [kind, id] = [namingKeys.get(key), textAt(what, key)];
  if (keys?.length === 0) return undefined;
  if (keys?.length === 1 && kind !== undefined && id !== undefined) return [kind, id];
  throw new TypeError(
    "explain: what is the text of an item, line or source, or an object with one of item, source, line, and until",
  );
}

const namingKeys: ReadonlyMap<string, NamedPart[0]> = /* @__PURE__ */ new Map([
  ["item", "item, line or source"],
  ["source", "source"],
  ["line", "line"],
] as const);

function itemAsked(plan: Plan, id: string): AskedPart | undefined {
  const leaf = plan.leafOf.get(id);
  if (leaf !== undefined) return { kind: "leaf", leaf };
  const node = plan.nodeOf.get(id);
  if (node !== undefined) return { kind: "node", node };
  return id === "index" || id === "grade" || id === "place" ? { kind: id } : undefined;
}

function sourceAsked({ set }: Plan, id: string): AskedPart | undefined {
  const at = set.sources.findIndex((source) => source.id === id);
  return at < 0 ? undefined : { kind: "source", at };
}

function lineAsked(plan: Plan, text: string): AskedPart | undefined {
  const line = plan.lineOf.get(text);
  if (line !== undefined) return { kind: "line", name: { kind: line.kind, id: line.id } };
  if (text === "late") return { kind: "line", name: { kind: "late", id: "late" } };
  const [kind, id = ""] = text.split(":", 2);
  if (kind === "conversion" && sourceAsked(plan, id) !== undefined)
    return { kind: "line", name: { kind, id } };
  const capped = ["bonus", "penalty", "max", "min"].includes(id) || plan.lineOf.has(id);
  return kind === "cap" && capped ? { kind: "line", name: { kind, id } } : undefined;
}

const replacedBy = ({ round: { units }, input: { unit } }: UnitScene): UnscoredStep["replacedBy"] =>
  units.flatMap(({ name, replaces = [] }) =>
    replaces.flatMap(({ unit: former, since }) => (former === unit.id ? [{ name, since }] : [])),
  );

function explainPart(
  plan: Plan,
  scene: UnitScene,
  part: AskedPart,
  round: Round | Readable<RoundInput>,
): Step {
  const { input, issues } = scene;
  if (input.unscored !== undefined)
    return {
      kind: "unscored",
      basis: basisOf(plan),
      reason: input.unscored,
      ...(input.unscored === "replaced" ? { replacedBy: replacedBy(scene) } : {}),
      lateDays: input.lateDays,
      issues,
    };
  const evaluation = evaluate(plan, input);
  const of: EvaluatedUnit = { plan, scene, evaluation, claimed: claimedPoints(plan, input.claims) };
  switch (part.kind) {
    case "unit":
      return explainUnit(of, scoreHead(plan, evaluation));
    case "node":
      return explainNode(of, part.node);
    case "leaf":
      return explainLeaf(of, part.leaf);
    case "source":
      return explainSource(of, part.at);
    case "line":
      return explainLine(of, part.name);
    case "index":
      return explainIndex(of, scoreHead(plan, evaluation));
    case "grade":
      return explainGrade(plan, evaluation, scoreHead(plan, evaluation));
    case "place":
      return explainPlace(plan, round, scene, scoreHead(plan, evaluation).grade);
  }
}

function explainUnit(of: EvaluatedUnit, score: ScoreHead): UnitStep {
  const { plan, evaluation, claimed } = of;
  const { totals, bounds } = evaluation;
  const steps = [...explainItems(of, plan.set.items), ...explainLines(of)];
  const findings = findingsLeftOn(of, undefined, steps);
  return {
    kind: "unit",
    basis: basisOf(plan),
    state: score.state === "complete" && of.scene.input.uncertain ? "uncertain" : score.state,
    ...(score.state === "complete" ? { points: amountOf(plan, totals.result) } : {}),
    ...(score.state === "provisional" && bounds !== undefined
      ? { bounds: boundsOf(plan, bounds.low.result, bounds.high.result) }
      : {}),
    maxPoints: exactText(totals.max),
    declaredMaxPoints: plan.set.maxPoints,
    ...(claimed.total === undefined ? {} : { claimed: amountOf(plan, claimed.total) }),
    ...(findings === undefined ? {} : { findings }),
    steps,
    sources: plan.set.sources.map((_, at) => sourceTotal(of, at)),
    open: openItems(plan, evaluation).flatMap(({ item, reason }) => {
      const leaf = plan.leafOf.get(item);
      return leaf === undefined ? [] : [{ item, number: leaf.number, title: leaf.item.title, reason }];
    }),
    index: explainIndex(of, score),
    grade: explainGrade(plan, evaluation, score),
  };
}

/** The steps of the items below a node, or of the domains; those that the plan has. */
function explainItems(of: EvaluatedUnit, items: readonly Item[]): readonly (NodeStep | LeafStep)[] {
  const { leafOf, nodeOf } = of.plan;
  const steps: (NodeStep | LeafStep)[] = [];
  // Items come by the hundred thousand, in frozen lists, which flatMap is slow on.
  for (const { id } of items) {
    const leaf = leafOf.get(id);
    const node = leaf === undefined ? nodeOf.get(id) : undefined;
    if (leaf !== undefined) steps.push(explainLeaf(of, leaf));
    else if (node !== undefined) steps.push(explainNode(of, node));
  }
  return Object.freeze(steps);
}

function explainNode(of: EvaluatedUnit, node: PlanNode): NodeStep {
  const { plan, evaluation, claimed } = of;
  const { id, number, title, maxPoints: max, items = [] } = node.item;
  const total = evaluation.nodes[node.index] as Sum;
  const level = plan.set.levels[node.depth];
  const step: Mutable<NodeStep> = {
    kind: "node",
    id,
    number,
    title,
    basis: basisBelow(plan, node),
    state: sumState(total),
    declaredMaxPoints: max,
    maxPoints: exactText(total.max),
    steps: explainItems(of, items),
  };
  if (level !== undefined) step.level = level;
  const findings = findingsLeftOn(of, id, step.steps);
  if (findings !== undefined) step.findings = findings;
  placeSum(plan, step, total, claimed.nodes[node.index]);
  return Object.freeze(step);
}

const idsOfFindings = ({ findings }: LeafStep["history"][number]): readonly string[] =>
  findings.map(({ id }) => id);

/** Findings on a node, or without one on the unit as a whole, that no entry on what lies beneath addresses. */
function findingsLeftOn(
  { scene }: EvaluatedUnit,
  node: string | undefined,
  steps: UnitStep["steps"],
): NodeStep["findings"] {
  const own = scene.findings.filter(({ item }) => item === node);
  if (own.length === 0) return undefined;
  const citing = (step: UnitStep["steps"][number]): readonly string[] => {
    if (step.kind === "node") return step.steps.flatMap(citing);
    if (step.kind === "leaf") return step.history.flatMap(idsOfFindings);
    return step.working.kind === "decided" ? step.working.history.flatMap(idsOfFindings) : [];
  };
  const addressed = new Set(steps.flatMap(citing));
  const left = own.filter(({ id }) => !addressed.has(id));
  return left.length === 0 ? undefined : Object.freeze(left);
}

function sourceTotal({ plan, evaluation, claimed }: EvaluatedUnit, at: number): SourceTotal {
  const { id, kind, title, maxPoints: max } = plan.set.sources[at] as Source;
  const own: Exact[] = [];
  for (const { index, sourceIndex } of plan.leaves) {
    const points = claimed.leaves[index];
    if (sourceIndex === at && points !== undefined && points !== "not-applicable") own.push(points);
  }
  const total = evaluation.sources[at] as Sum;
  const step: Mutable<SourceTotal> = {
    kind: "source",
    id,
    source: kind,
    title,
    basis: basisOf(plan),
    state: sumState(total),
    maxPoints: exactText(total.max),
  };
  if (max !== undefined) step.declaredMaxPoints = max;
  placeSum(plan, step, total, own.length === 0 ? undefined : sum(own));
  return Object.freeze(step);
}

function explainSource(of: EvaluatedUnit, at: number): SourceStep {
  const leaves = of.plan.leaves.filter(({ sourceIndex }) => sourceIndex === at);
  return { ...sourceTotal(of, at), steps: leaves.map((leaf) => explainLeaf(of, leaf)) };
}

const sumState = ({ pending, max }: Sum): SumPart["state"] =>
  pending ? "pending" : isZero(max) ? "not-applicable" : "scored";

function placeSum(plan: Plan, to: Mutable<SumPart>, total: Sum, claimed: Exact | undefined): void {
  if (total.pending) to.bounds = boundsOf(plan, total.low, total.high);
  else to.points = amountOf(plan, total.points);
  if (to.state === "scored") to.index = amountOf(plan, inPercentOf(total.points, total.max));
  if (claimed !== undefined) to.claimed = amountOf(plan, claimed);
}

/** Which line is meant: its kind and its id, as in a score. */
type LineName = Pick<ExactLine, "kind" | "id">;

/** The lines of a unit, in the order in which they apply; open ones with their bounds. */
function explainLines(of: EvaluatedUnit): readonly LineStep[] {
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
function explainLine(of: EvaluatedUnit, name: LineName): LineStep {
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
    standing?.kind === "facts" ? { ...standing, applied: ruleStep(line, standing.facts) } : standing;
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
function explainIndex({ plan, evaluation }: EvaluatedUnit, { state }: ScoreHead): IndexStep {
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
  ...(line === undefined || line.kind === "conversion"
    ? { kind: "points" }
    : { kind: line.kind, id: line.id }),
  points: amountOf(plan, points),
  dividedBy: exactText(max),
  percent: amountOf(plan, inPercentOf(points, max)),
});
