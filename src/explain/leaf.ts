/**
 * The step of one leaf: what stands, the rule and the case of it that applied, survey, statistic and group data behind
 * it, its history and citation.
 */
import { amountOf, amountsOf, boundsOf } from "../amount.ts";
import type { Citation, Source } from "../criteria-set.ts";
import type { Evaluation, LeafStanding } from "../evaluation.ts";
import { decimal, type Exact, equals, exactText, multiply } from "../number.ts";
import { deepFreeze, type Mutable } from "../plain.ts";
import type { Leaf, Plan, PlanNode } from "../plan.ts";
import { type RelativeRule, relativeStep } from "../rules/relative.ts";
import type { Claimed } from "../score.ts";
import type { UnitScene } from "../unit-inputs.ts";
import type { Basis, Given, LeafStep } from "./explanation-step.ts";
import { surveyPart } from "./explanation-survey.ts";
import { leafHistory } from "./history.ts";

/** What every step is drawn from: one unit, evaluated. */
export interface Drawing {
  readonly plan: Plan;
  readonly scene: UnitScene;
  readonly evaluation: Evaluation;
  readonly claimed: Claimed;
}

/** What a step rests on: the first citation there is, from the step itself upwards, else the decision of the first domain. */
export function basisOf(plan: Plan, ...citations: readonly (Citation | undefined)[]): Basis {
  const citation = citations.find((it) => it !== undefined);
  const known = bases.get(plan) ?? new Map<Citation | undefined, Basis>();
  bases.set(plan, known);
  const basis = known.get(citation) ?? deepFreeze(newBasis(plan, citation));
  known.set(citation, basis);
  return basis;
}

/** Many steps rest on one decision: each basis is made once for a plan. */
const bases = new WeakMap<Plan, Map<Citation | undefined, Basis>>();

function newBasis(plan: Plan, citation: Citation | undefined): Basis {
  const { status, decisions, items } = plan.set;
  const cited = citation ?? items[0]?.citation;
  const decision = decisions.find(({ id }) => id === cited?.decision) ?? decisions[0];
  return {
    status,
    ...(decision === undefined
      ? {}
      : { decision: { number: decision.number, date: decision.date, issuer: decision.issuer } }),
    ...(citation === undefined ? {} : { at: citation.at }),
  };
}

/** The basis of a leaf or node: made once for a plan. */
export function basisBelow(plan: Plan, of: Leaf | PlanNode): Basis {
  const known = itemBases.get(of);
  if (known !== undefined) return known;
  const above = "above" in of ? of.above : nodesAbove(plan, of);
  const citations = above.map((at) => plan.nodes[at]?.item.citation).reverse();
  const basis = basisOf(plan, of.item.citation, ...citations);
  itemBases.set(of, basis);
  return basis;
}

const itemBases = new WeakMap<Leaf | PlanNode, Basis>();

/** What a leaf says of its source: made once for a plan. */
function sourceHead({ source }: Leaf): LeafStep["source"] {
  const { id, kind, title } = source;
  const head = sourceHeads.get(source) ?? Object.freeze({ id, kind, title });
  sourceHeads.set(source, head);
  return head;
}

const sourceHeads = new WeakMap<Source, LeafStep["source"]>();

/** Positions of the nodes above a node, top first. */
function nodesAbove(plan: Plan, { parent }: PlanNode): readonly number[] {
  const upper = parent === undefined ? undefined : plan.nodes[parent];
  return upper === undefined ? [] : [...nodesAbove(plan, upper), upper.index];
}

/** The step of one leaf. */
export function leafStep(drawing: Drawing, leaf: Leaf): LeafStep {
  const { plan, scene, evaluation, claimed } = drawing;
  const { state, why, points, counts, consequence } = evaluation.leaves[
    leaf.index
  ] as Evaluation["leaves"][number];
  const standing = scene.input.standings[leaf.index];
  const own = claimed.leaves[leaf.index];
  const show = amountsOf(plan);
  const history = leafHistory(plan, scene, leaf, show);
  const { id, number, title, maxPoints: max } = leaf.item;
  const level = plan.set.levels[leaf.above.length];
  const step: Mutable<LeafStep> = {
    kind: "leaf",
    id,
    number,
    title,
    basis: basisBelow(plan, leaf),
    source: sourceHead(leaf),
    max,
    maxPoints: counts ? max : "0",
    state,
    rule: leaf.rule,
    findings: openFindings(scene, leaf, history),
    history,
  };
  if (level !== undefined) step.level = level;
  if (why !== undefined) step.why = why;
  if (consequence !== undefined) step.consequence = consequence;
  if (points !== undefined) {
    step.points = show(points);
    const raw = plan.set.policies.rounding.items ? unroundedPoints(leaf, standing) : undefined;
    if (raw !== undefined && !equals(points, raw)) step.unrounded = amountOf(plan, raw);
  }
  if (state === "pending") step.bounds = boundsOf(plan, leaf.floor, leaf.max);
  if (own !== undefined) step.claimed = own === "not-applicable" ? own : show(own);
  const given = givenOf(drawing, leaf, standing);
  if (given !== undefined) step.given = given;
  const survey = surveyPart(plan, scene, leaf);
  if (survey !== undefined) step.survey = survey;
  const reference = referenceOf(drawing, leaf);
  if (reference !== undefined) step.reference = reference;
  return Object.freeze(step);
}

/** Findings on the leaf that no entry addresses. */
function openFindings(
  { findings }: UnitScene,
  { id }: Leaf,
  history: LeafStep["history"],
): LeafStep["findings"] {
  if (findings.length === 0) return none;
  const addressed = new Set(history.flatMap((entry) => entry.findings.map((it) => it.id)));
  return Object.freeze(findings.filter((it) => it.item === id && !addressed.has(it.id)));
}

const none: readonly never[] = Object.freeze([]);

/** The points before the set rounds each item; undefined where there is nothing to round. */
function unroundedPoints(leaf: Leaf, standing: LeafStanding | undefined): Exact | undefined {
  if (standing?.kind === "points") return decimal(standing.points);
  if (standing?.kind === "exact") return standing.points;
  if (standing?.kind === "share") return multiply(standing.share, leaf.max);
  if (standing?.kind !== "facts") return undefined;
  const given = leaf.compiled.result(standing.facts);
  return given.kind === "points" ? given.points : undefined;
}

function givenOf({ scene }: Drawing, leaf: Leaf, standing: LeafStanding | undefined): Given | undefined {
  switch (standing?.kind) {
    case "points":
      return Object.freeze({ kind: "points", points: standing.points });
    case "share":
      return Object.freeze({ kind: "share", share: exactText(standing.share) });
    case "exact": {
      const facts = standing.within;
      if (facts === undefined) return undefined;
      const { target, group = {} } = scene.input.relative.find(({ item }) => item === leaf.id) ?? {};
      const applied = relativeStep(leaf.rule as RelativeRule, facts, target, group);
      return deepFreeze({
        kind: "relative",
        facts,
        ...(target === undefined ? {} : { target }),
        group,
        applied,
      });
    }
    case "facts": {
      if (leaf.rule.kind === "relative") return undefined;
      const step = leaf.compiled.step(standing.facts);
      const applied = step.terms === undefined ? Object.freeze(step) : deepFreeze(step);
      return Object.freeze({ kind: "facts", facts: standing.facts, applied });
    }
    default:
      return undefined;
  }
}

function referenceOf({ scene }: Drawing, leaf: Leaf): string | undefined {
  if (leaf.source.kind !== "statistic") return undefined;
  return scene.statistics.find(({ item }) => item === leaf.id)?.reference;
}
