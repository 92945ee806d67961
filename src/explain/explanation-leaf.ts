/**
 * The step of one leaf: what stands, the rule and the case of it that applied, survey, statistic and group data behind
 * it, its history and citation (design 2, 3.5, 3.7, 3.12, 3.15).
 */
import { amountOf } from "../amount.ts";
import type { Citation, SurveyPlan } from "../criteria-set.ts";
import type { Evaluation, LeafStanding } from "../evaluation.ts";
import { decimal, type Exact, equals, exactText, multiply } from "../number.ts";
import { deepFreeze } from "../plain.ts";
import type { Leaf, Plan } from "../plan.ts";
import { emptyClaim } from "../rule.ts";
import { type RelativeRule, relativeStep } from "../rules/relative.ts";
import type { Claimed } from "../score.ts";
import type { SurveyItem } from "../survey/survey.ts";
import type { UnitScene } from "../unit-inputs.ts";
import type { Basis, Given, LeafStep, SurveyPart } from "./explanation-step.ts";
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

/** The citations above a leaf or node, nearest first. */
export const citationsAbove = (plan: Plan, above: readonly number[]): readonly (Citation | undefined)[] =>
  above.map((at) => plan.nodes[at]?.item.citation).reverse();

/** The step of one leaf. */
export function leafStep(drawing: Drawing, leaf: Leaf): LeafStep {
  const { plan, scene, evaluation, claimed } = drawing;
  const { state, why, points, counts, consequence } = evaluation.leaves[
    leaf.index
  ] as Evaluation["leaves"][number];
  const standing = scene.input.standings[leaf.index];
  const level = plan.set.levels[leaf.above.length];
  const raw = unroundedPoints(leaf, standing);
  const own = claimed.leaves[leaf.index];
  const { source } = leaf;
  const history = leafHistory(plan, scene, leaf);
  return {
    kind: "leaf",
    id: leaf.id,
    number: leaf.number,
    title: leaf.item.title,
    ...(level === undefined ? {} : { level }),
    basis: basisOf(plan, leaf.item.citation, ...citationsAbove(plan, leaf.above)),
    source: { id: source.id, kind: source.kind, title: source.title },
    max: leaf.item.maxPoints,
    maxPoints: counts ? leaf.item.maxPoints : "0",
    state,
    ...(why === undefined ? {} : { why }),
    ...(consequence === undefined ? {} : { consequence }),
    ...(points === undefined ? {} : { points: amountOf(plan, points) }),
    ...(points === undefined || raw === undefined || equals(points, raw)
      ? {}
      : { unrounded: amountOf(plan, raw) }),
    ...(state === "pending"
      ? { bounds: { low: amountOf(plan, leaf.floor), high: amountOf(plan, leaf.max) } }
      : {}),
    ...(own === undefined ? {} : { claimed: own === "not-applicable" ? own : amountOf(plan, own) }),
    rule: leaf.rule,
    ...givenPart(drawing, leaf, standing),
    ...surveyPart(drawing, leaf),
    ...referencePart(drawing, leaf),
    findings: scene.findings.filter(
      ({ id, item }) =>
        item === leaf.id && !history.some(({ findings }) => findings.some((it) => it.id === id)),
    ),
    history,
  };
}

/** The points before the set rounds each item (design 3.2); undefined where there is nothing to round. */
function unroundedPoints(leaf: Leaf, standing: LeafStanding | undefined): Exact | undefined {
  if (standing?.kind === "points") return decimal(standing.points);
  if (standing?.kind === "exact") return standing.points;
  if (standing?.kind === "share") return multiply(standing.share, leaf.max);
  if (standing?.kind !== "facts" || leaf.rule.kind === "relative") return undefined;
  const points = leaf.compiled.points(standing.facts);
  return points === emptyClaim ? undefined : points;
}

function givenPart({ scene }: Drawing, leaf: Leaf, standing: LeafStanding | undefined): { given?: Given } {
  if (standing?.kind === "points") return { given: { kind: "points", points: standing.points } };
  if (standing?.kind === "share") return { given: { kind: "share", share: exactText(standing.share) } };
  if (standing?.kind === "exact" && standing.within !== undefined) {
    const { target, group = {} } = scene.input.relative.find(({ item }) => item === leaf.id) ?? {};
    const facts = standing.within;
    return {
      given: {
        kind: "relative",
        facts,
        ...(target === undefined ? {} : { target }),
        group,
        applied: relativeStep(leaf.rule as RelativeRule, facts, target, group),
      },
    };
  }
  if (standing?.kind !== "facts" || leaf.rule.kind === "relative") return {};
  return { given: { kind: "facts", facts: standing.facts, applied: leaf.compiled.step(standing.facts) } };
}

function surveyPart({ plan, scene }: Drawing, leaf: Leaf): { survey?: SurveyPart } {
  const found = scene.survey?.items.find(({ item }) => item === leaf.id);
  const { survey } = plan.set;
  if (found === undefined || survey === undefined) return {};
  const notHeld = scene.round.surveyNotHeld.find(({ group }) => group === scene.input.unit.group)?.reason;
  return {
    survey: {
      ...found,
      ...(notHeld === undefined ? {} : { notHeld }),
      combine: survey.combine,
      titles: titlesOf(survey, leaf.id, found),
    },
  };
}

/** What the questions and groups of a leaf are called. Units of one group have the same: each is made once for a set. */
function titlesOf(survey: SurveyPlan, leaf: string, { questions, groups }: SurveyItem): SurveyPart["titles"] {
  const known = titles.get(survey) ?? new Map<string, SurveyPart["titles"]>();
  titles.set(survey, known);
  const asked = questions.map(({ question }) => question);
  const answering = groups.map(({ respondents }) => respondents);
  const key = [leaf, ...asked, "", ...answering].join("\n");
  const made = known.get(key) ?? deepFreeze(newTitles(survey, leaf, asked, answering));
  known.set(key, made);
  return made;
}

const titles = new WeakMap<SurveyPlan, Map<string, SurveyPart["titles"]>>();

function newTitles(
  survey: SurveyPlan,
  leaf: string,
  asked: readonly string[],
  answering: readonly string[],
): SurveyPart["titles"] {
  const questions = new Map(
    survey.questionnaires.flatMap((it) =>
      it.questions
        .filter(({ id, item }) => item === leaf && asked.includes(id))
        .map(({ id, text }) => [id, { id, title: text }] as const),
    ),
  );
  const groups = survey.respondents.filter(({ id }) => answering.includes(id));
  return { questions: [...questions.values()], groups: groups.map(({ id, title }) => ({ id, title })) };
}

function referencePart({ scene }: Drawing, leaf: Leaf): { reference?: string } {
  if (leaf.source.kind !== "statistic") return {};
  const found = scene.statistics.find(({ item }) => item === leaf.id);
  return found?.reference === undefined ? {} : { reference: found.reference };
}
