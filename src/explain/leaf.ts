/**
 * The step of one leaf: what stands, the rule and the case of it that applied, survey, statistic and group data behind
 * it, its history and citation.
 */

import type { Citation, CriteriaSet, ScaleOption, SurveyPlan } from "../criteria-set.ts";
import {
  appliedMax,
  type Evaluation,
  type LeafResult,
  type LeafStanding,
  leafResult,
} from "../evaluation.ts";
import { equals, exactText } from "../number.ts";
import { deepFreeze, type Mutable, memo, memoBy } from "../plain.ts";
import type { Leaf, Plan, PlanNode } from "../plan.ts";
import type { FormCounts } from "../round.ts";
import { ruleStep } from "../rules/kinds.ts";
import { relativeStep } from "../rules/relative.ts";
import { amountOf, amountsOf, boundsOf, type Claimed, leafIndexOf } from "../score.ts";
import { surveyLeavesOf } from "../survey/questions.ts";
import { countsOf, type SurveyItem, type SurveyQuestionGroup, type SurveyUnit } from "../survey/share.ts";
import type { UnitScene } from "../units.ts";
import { gateStep, leafHistory, noneAtAll } from "./history.ts";
import type {
  Basis,
  CountedOption,
  Given,
  LeafStep,
  ShortForm,
  SurveyPart,
  SurveyPartQuestion,
} from "./step.ts";

/** What every step is made from: one unit, evaluated. */
export interface EvaluatedUnit {
  readonly plan: Plan;
  readonly scene: UnitScene;
  readonly evaluation: Evaluation;
  readonly claimed: Claimed;
}

/** What a step rests on: its citation, else the decision of the first domain. */
export const basisOf = (plan: Plan, citation?: Citation | undefined): Basis => basisBy(plan, citation);

/** Many steps rest on one decision: each basis is made once for a plan. */
const basisBy = /* @__PURE__ */ memoBy(({ set }: Plan, citation: Citation | undefined): Basis => {
  const { status, decisions, items } = set;
  const cited = citation ?? items[0]?.citation;
  const decision = decisions.find(({ id }) => id === cited?.decision) ?? decisions[0];
  return deepFreeze({
    status,
    ...(decision === undefined
      ? {}
      : { decision: { number: decision.number, date: decision.date, issuer: decision.issuer } }),
    ...(citation === undefined ? {} : { at: citation.at }),
  });
});

/** The basis of a leaf or node: the first citation there is, from itself upwards. */
export function basisBelow(plan: Plan, of: Leaf | PlanNode): Basis {
  let { citation } = of.item;
  let above = "above" in of ? of.above[of.above.length - 1] : of.parent;
  while (citation === undefined && above !== undefined) {
    const node = plan.nodes[above];
    citation = node?.item.citation;
    above = node?.parent;
  }
  return basisOf(plan, citation);
}

/** The step of one leaf. */
export function explainLeaf(of: EvaluatedUnit, leaf: Leaf): LeafStep {
  const { plan, scene, evaluation, claimed } = of;
  const result = evaluation.leaves[leaf.index] as LeafResult;
  const { state, reason, points, counts, consequence, held } = result;
  const standing = scene.input.standings[leaf.index];
  const own = claimed.leaves[leaf.index];
  const show = amountsOf(plan);
  const known =
    standing?.kind === "facts" && points !== undefined && held === undefined
      ? { facts: standing.facts, points }
      : undefined;
  const history = leafHistory(scene, { plan, leaf, show, known });
  const { id, number, title, maxPoints: max } = leaf.item;
  const { basis, source, level } = leafHeadOf(plan, leaf);
  const step: Mutable<LeafStep> = {
    kind: "leaf",
    id,
    number,
    title,
    basis,
    source,
    declaredMaxPoints: max,
    maxPoints: appliedMax(leaf, result),
    state,
    rule: leaf.rule,
    findings: findingsLeft(scene, leaf, history),
    history,
  };
  if (level !== undefined) step.level = level;
  if (reason !== undefined) step.reason = reason;
  if (consequence !== undefined) step.consequence = consequence;
  if (counts && points !== undefined) step.index = leafIndexOf(plan, leaf, points, result.ownMax);
  if (points !== undefined) {
    step.points = show(points);
    if (plan.set.policies.rounding.items) {
      const raw = leafResult(withoutRounding(plan), leaf, standing).points;
      const own = held?.open ?? points;
      if (raw !== undefined && !equals(own, raw)) step.unrounded = amountOf(plan, raw);
    }
  }
  if (state === "pending") step.bounds = boundsOf(plan, held?.low ?? leaf.least, held?.high ?? leaf.max);
  if (held !== undefined) step.gate = gateStep(plan, held);
  if (own !== undefined) step.claimed = own === "not-applicable" ? own : show(own);
  const given = givenOf(scene, leaf, standing);
  if (given !== undefined) step.given = given;
  const survey = surveyPart(plan, scene, leaf);
  if (survey !== undefined) step.survey = survey;
  const reference = referenceOf(scene, leaf);
  if (reference !== undefined) step.reference = reference;
  return Object.freeze(step);
}

/** What a leaf's step says of the set alone: the same for every unit. */
const leafHeadOf = /* @__PURE__ */ memoBy((plan: Plan, leaf: Leaf) => {
  const { id, kind, title } = leaf.source;
  return {
    basis: basisBelow(plan, leaf),
    source: Object.freeze({ id, kind, title }),
    level: plan.set.levels[leaf.above.length],
  };
});

const withoutRounding = /* @__PURE__ */ memo(
  (plan: Plan): Plan => ({ ...plan, itemRounded: (value) => value }),
);

/** Findings on the leaf that no entry addresses. */
function findingsLeft(
  { findings }: UnitScene,
  { id }: Leaf,
  history: LeafStep["history"],
): LeafStep["findings"] {
  if (findings.length === 0) return noneAtAll;
  const addressed = new Set(history.flatMap((entry) => entry.findings.map((finding) => finding.id)));
  return Object.freeze(findings.filter((finding) => finding.item === id && !addressed.has(finding.id)));
}

function givenOf({ input }: UnitScene, leaf: Leaf, standing: LeafStanding | undefined): Given | undefined {
  const { id, rule } = leaf;
  switch (standing?.kind) {
    case "points":
      return Object.freeze({ kind: "points", points: standing.points });
    case "share":
      return Object.freeze({ kind: "share", share: exactText(standing.share) });
    case "exact": {
      const facts = standing.within;
      if (facts === undefined || rule.kind !== "relative") return undefined;
      const { target, group = {} } = input.relative.find(({ item }) => item === id) ?? {};
      const applied = relativeStep(rule, { facts, target }, group);
      const compared = target === undefined ? {} : { target };
      return deepFreeze({ kind: "relative", facts, ...compared, group, applied });
    }
    case "facts":
    case "published": {
      if (rule.kind === "relative") return undefined;
      const step = ruleStep(leaf, standing.facts);
      const applied = step.terms === undefined ? Object.freeze(step) : deepFreeze(step);
      return Object.freeze({ kind: "facts", facts: standing.facts, applied });
    }
    default:
      return undefined;
  }
}

/** Where a figure is from, or why it was published that there is none. */
function referenceOf({ statistics }: UnitScene, { id }: Leaf): string | undefined {
  const statistic = statistics.find(({ item }) => item === id);
  return statistic?.notApplicable?.reason ?? statistic?.reference;
}

/** The survey behind a leaf; undefined on any other leaf, and where the survey says nothing of it. */
function surveyPart(plan: Plan, scene: UnitScene, leaf: Leaf): SurveyPart | undefined {
  const { survey } = plan.set;
  if (survey === undefined || leaf.source.kind !== "survey") return undefined;
  const found = surveyItems(scene.survey).get(leaf.id);
  if (found === undefined) return undefined;
  const { group } = scene.input.unit;
  const { item, state, reason, share, points, short, groups } = found;
  const { titles, asked } = askedWordsOf(plan.set, survey, group, found);
  const questions = found.questions.map(({ question, share: reached, groups: asking }, at) => {
    const counted = asking.map((one, place) => withOptions(one, asked[at]?.[place] ?? [], scene.forms));
    const part: Mutable<SurveyPartQuestion> = { question, groups: Object.freeze(counted) };
    if (reached !== undefined) part.share = reached;
    return Object.freeze(part);
  });
  const part: Mutable<SurveyPart> = {
    item,
    state,
    questions: Object.freeze(questions),
    groups,
    combine: survey.combine,
    titles,
  };
  if (reason !== undefined) part.reason = reason;
  if (short !== undefined) {
    part.short = short;
    part.shortForms = shortForms(survey, short, scene.forms);
  }
  if (share !== undefined) part.share = share;
  if (points !== undefined) part.points = points;
  const notHeld = scene.round.surveyNotHeld.find((stated) => stated.group === group)?.reason;
  if (notHeld !== undefined) part.notHeld = notHeld;
  return Object.freeze(part);
}

const surveyItems = /* @__PURE__ */ memo(
  ({ items }: SurveyUnit) => new Map(items.map((found) => [found.item, found])),
);

/** A questionnaire that asks a group a question: where tallies list it, and the options of its scale. */
interface AskedForm {
  readonly id: string;
  readonly at: number;
  readonly options: readonly ScaleOption[];
}

/** What the set says of the survey behind a leaf. */
interface AskedWords {
  readonly titles: SurveyPart["titles"];
  /** For each question and each of its groups, in their order. */
  readonly asked: readonly (readonly (readonly AskedForm[])[])[];
}

/** Units of one group have the same words: each is made once for a set. */
function askedWordsOf(set: CriteriaSet, survey: SurveyPlan, group: string, found: SurveyItem): AskedWords {
  const known = askedWords(survey);
  // Where no survey was held, nobody was asked.
  const key = `${found.item}\n${group}\n${found.questions.length}`;
  const made = known.get(key) ?? newAskedWords(set, survey, group, found);
  known.set(key, made);
  return made;
}

const askedWords = /* @__PURE__ */ memo((_: SurveyPlan) => new Map<string, AskedWords>());

function newAskedWords(
  set: CriteriaSet,
  survey: SurveyPlan,
  group: string,
  { item, groups, questions }: SurveyItem,
): AskedWords {
  const own = survey.questionnaires.flatMap((form) =>
    form.questions.filter((one) => one.item === item).map((question) => ({ form: form.id, question })),
  );
  const named = own.filter(({ question }) => questions.some((found) => found.question === question.id));
  const titles = new Map(named.map(({ question: { id, text } }) => [id, { id, title: text }]));
  const answering = survey.respondents.filter(({ id }) => groups.some((one) => one.respondents === id));
  const optionsOf = (form: string, question: string): readonly ScaleOption[] => {
    const scale = own.find((one) => one.form === form && one.question.id === question)?.question.scale;
    return survey.scales.find(({ id }) => id === scale)?.options ?? [];
  };
  const leaf = surveyLeavesOf(set, group).find(({ id }) => id === item);
  const asked = leaf?.questions.map((asking) =>
    asking.groups.map(({ question, questionnaires }) =>
      questionnaires.map(({ id, at }): AskedForm => ({ id, at, options: optionsOf(id, question) })),
    ),
  );
  return {
    titles: deepFreeze({
      questions: [...titles.values()],
      groups: answering.map(({ id, title }) => ({ id, title })),
    }),
    asked: asked ?? [],
  };
}

/** A group of a question with how often each option was chosen, in the order of its scale. */
function withOptions(
  group: SurveyQuestionGroup,
  asked: readonly AskedForm[],
  forms: readonly FormCounts[],
): SurveyPartQuestion["groups"][number] {
  const options: Mutable<CountedOption>[] = [];
  for (const { id, at, options: scale } of asked) {
    const form = forms.find(({ questionnaire }) => questionnaire === id);
    const counts = countsOf(form, group.question, at);
    if (counts !== undefined) addCounts(options, scale, counts.options);
  }
  for (const option of options) Object.freeze(option);
  const { respondents, question, valid, noOpinion, share, weight } = group;
  const shown: Mutable<SurveyPartQuestion["groups"][number]> = {
    respondents,
    question,
    valid,
    noOpinion,
    options: Object.freeze(options),
  };
  if (share !== undefined) shown.share = share;
  if (weight !== undefined) shown.weight = weight;
  return Object.freeze(shown);
}

/** Adds the counts of one form. Two forms of a group that ask by one scale share its options. */
function addCounts(
  to: Mutable<CountedOption>[],
  scale: readonly ScaleOption[],
  counts: FormCounts["questions"][number]["options"],
): void {
  const isFirst = to.length === 0;
  scale.forEach(({ id, title, percent }, at) => {
    const here = counts[at]?.option === id ? counts[at] : counts.find(({ option }) => option === id);
    const count = here?.count ?? 0;
    if (count === 0) return;
    const same = isFirst ? undefined : to.find((one) => one.option === id && one.percent === percent);
    if (same !== undefined) same.count += count;
    else
      to.push(percent === undefined ? { option: id, title, count } : { option: id, title, percent, count });
  });
}

/** The forms that were too few, and how many there should have been. */
const shortForms = (
  { questionnaires }: SurveyPlan,
  short: readonly string[],
  forms: readonly FormCounts[],
): readonly ShortForm[] =>
  deepFreeze(
    questionnaires.flatMap(({ id, title, leastForms }) => {
      const own = forms.find(({ questionnaire }) => questionnaire === id)?.forms ?? 0;
      return short.includes(id) ? { id, title, forms: own, leastForms } : [];
    }),
  );
