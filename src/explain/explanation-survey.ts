/**
 * The survey behind a leaf: what it came to, the counts from which anybody can compute that again, which forms were too
 * few, and what the questions, groups and options are called.
 */
import type { CriteriaSet, ScaleOption, SurveyPlan } from "../criteria-set.ts";
import { deepFreeze, type Mutable } from "../plain.ts";
import type { Leaf, Plan } from "../plan.ts";
import type { FormCounts } from "../round.ts";
import type { SurveyItem, SurveyQuestionGroup } from "../survey/survey.ts";
import { surveyLeavesOf } from "../survey/survey-plan.ts";
import { countsOf } from "../survey/survey-share.ts";
import type { UnitScene } from "../unit-inputs.ts";
import type { CountedOption, ShortForm, SurveyPart, SurveyPartQuestion } from "./explanation-step.ts";

/** The survey behind a leaf; undefined on any other leaf, and where the survey says nothing of it. */
export function surveyPart(plan: Plan, scene: UnitScene, leaf: Leaf): SurveyPart | undefined {
  const { survey } = plan.set;
  if (survey === undefined || leaf.source.kind !== "survey") return undefined;
  const found = scene.survey?.items.find(({ item }) => item === leaf.id);
  if (found === undefined) return undefined;
  const { group } = scene.input.unit;
  const { item, state, why, share, points, short, groups } = found;
  const { combine } = survey;
  const { titles, asked } = wordsOf(plan.set, survey, group, found);
  const questions = found.questions.map((it, at): SurveyPartQuestion => {
    const own = it.groups.map((one, place) => withOptions(one, asked[at]?.[place] ?? [], scene.forms));
    const question: Mutable<SurveyPartQuestion> = { question: it.question, groups: Object.freeze(own) };
    if (it.share !== undefined) question.share = it.share;
    return Object.freeze(question);
  });
  const part: Mutable<SurveyPart> = {
    item,
    state,
    questions: Object.freeze(questions),
    groups,
    combine,
    titles,
  };
  if (why !== undefined) part.why = why;
  if (short !== undefined) {
    part.short = short;
    part.shortForms = shortForms(survey, short, scene.forms);
  }
  if (share !== undefined) part.share = share;
  if (points !== undefined) part.points = points;
  const notHeld = scene.round.surveyNotHeld.find((it) => it.group === group)?.reason;
  if (notHeld !== undefined) part.notHeld = notHeld;
  return Object.freeze(part);
}

/** A questionnaire that asks a group a question: where tallies list it, and the options of its scale. */
interface AskedForm {
  readonly id: string;
  readonly at: number;
  readonly options: readonly ScaleOption[];
}

/** What the set says of a leaf. */
interface LeafWords {
  readonly titles: SurveyPart["titles"];
  /** For each question and each of its groups, in their order. */
  readonly asked: readonly (readonly (readonly AskedForm[])[])[];
}

/** What the set says of a leaf. Units of one group have the same: each is made once for a set. */
function wordsOf(set: CriteriaSet, survey: SurveyPlan, group: string, found: SurveyItem): LeafWords {
  const known = words.get(survey) ?? new Map<string, LeafWords>();
  words.set(survey, known);
  // Where no survey was held, nobody was asked.
  const key = `${found.item}\n${group}\n${found.questions.length}`;
  const made = known.get(key) ?? newWords(set, survey, group, found);
  known.set(key, made);
  return made;
}

const words = new WeakMap<SurveyPlan, Map<string, LeafWords>>();

function newWords(set: CriteriaSet, survey: SurveyPlan, group: string, found: SurveyItem): LeafWords {
  const { item, groups } = found;
  const ids = found.questions.map(({ question }) => question);
  const own = survey.questionnaires.flatMap((form) =>
    form.questions.filter((it) => it.item === item).map((question) => ({ form: form.id, question })),
  );
  const named = own.filter(({ question }) => ids.includes(question.id));
  const titles = new Map(named.map(({ question: { id, text } }) => [id, { id, title: text }]));
  const answering = survey.respondents.filter(({ id }) => groups.some((it) => it.respondents === id));
  const optionsOf = (form: string, question: string): readonly ScaleOption[] => {
    const asked = own.find((it) => it.form === form && it.question.id === question);
    return survey.scales.find(({ id }) => id === asked?.question.scale)?.options ?? [];
  };
  const leaf = surveyLeavesOf(set, group).find(({ id }) => id === item);
  const asked = leaf?.questions.map((it) =>
    it.groups.map(({ question, questionnaires }) =>
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
  for (const it of options) Object.freeze(it);
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
  // By position: iterators are slow on frozen lists.
  for (let at = 0; at < scale.length; at++) {
    const { id, title, percent } = scale[at] as ScaleOption;
    const here = counts[at]?.option === id ? counts[at] : counts.find(({ option }) => option === id);
    const count = here?.count ?? 0;
    if (count === 0) continue;
    const same = isFirst ? undefined : to.find((it) => it.option === id && it.percent === percent);
    if (same !== undefined) same.count += count;
    else
      to.push(percent === undefined ? { option: id, title, count } : { option: id, title, percent, count });
  }
}

/** The forms that were too few, and how many there should have been. */
const shortForms = (
  survey: SurveyPlan,
  short: readonly string[],
  forms: readonly FormCounts[],
): readonly ShortForm[] =>
  deepFreeze(
    survey.questionnaires
      .filter(({ id }) => short.includes(id))
      .map(({ id, title, leastForms }) => ({
        id,
        title,
        forms: forms.find(({ questionnaire }) => questionnaire === id)?.forms ?? 0,
        leastForms,
      })),
  );
