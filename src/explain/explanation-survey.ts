/**
 * The survey behind a leaf: what it came to, the counts from which anybody can compute that again, which forms were too
 * few, and what the questions, groups and options are called (design 3.7).
 */
import type { Questionnaire, ScaleOption, SurveyPlan } from "../criteria-set.ts";
import { deepFreeze, type Mutable } from "../plain.ts";
import type { Leaf, Plan } from "../plan.ts";
import type { FormCounts } from "../round.ts";
import type { SurveyItem, SurveyQuestionGroup } from "../survey/survey.ts";
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
  const leafWords = wordsOf(survey, group, found);
  const questions = found.questions.map((it): SurveyPartQuestion => {
    return Object.freeze({
      ...it,
      groups: Object.freeze(it.groups.map((own) => withOptions(own, leafWords.asked, scene.forms))),
    });
  });
  const part: Mutable<SurveyPart> = {
    item,
    state,
    questions: Object.freeze(questions),
    groups,
    combine,
    titles: leafWords.titles,
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

/** A question of one questionnaire, with the options of its scale. */
interface AskedForm {
  readonly form: string;
  readonly respondents: string;
  readonly question: string;
  readonly options: readonly ScaleOption[];
}

/** What the set says of a leaf's questions. */
interface LeafWords {
  readonly titles: SurveyPart["titles"];
  readonly asked: readonly AskedForm[];
}

/** What the set says of a leaf. Units of one group have the same: each is made once for a set. */
function wordsOf(survey: SurveyPlan, group: string, found: SurveyItem): LeafWords {
  const { item, questions } = found;
  const known = words.get(survey) ?? new Map<string, LeafWords>();
  words.set(survey, known);
  // Where no survey was held, nobody was asked.
  const key = `${item}\n${group}\n${questions.length}`;
  const made = known.get(key) ?? newWords(survey, group, found);
  known.set(key, made);
  return made;
}

const words = new WeakMap<SurveyPlan, Map<string, LeafWords>>();

function newWords(survey: SurveyPlan, group: string, { item, questions, groups }: SurveyItem): LeafWords {
  const ids = questions.map(({ question }) => question);
  const own = survey.questionnaires.map((form) => ({
    form,
    questions: form.questions.filter((it) => it.item === item),
  }));
  const titles = new Map(
    own.flatMap((it) =>
      it.questions.filter(({ id }) => ids.includes(id)).map(({ id, text }) => [id, { id, title: text }]),
    ),
  );
  const answering = survey.respondents.filter(({ id }) => groups.some((it) => it.respondents === id));
  const asked = own
    .filter(({ form }) => form.judges.includes(group))
    .flatMap((it) =>
      it.questions.map(({ id, scale }): AskedForm => {
        const options = survey.scales.find((known) => known.id === scale)?.options ?? [];
        return { form: it.form.id, respondents: it.form.respondents, question: id, options };
      }),
    );
  return {
    titles: deepFreeze({
      questions: [...titles.values()],
      groups: answering.map(({ id, title }) => ({ id, title })),
    }),
    asked,
  };
}

/** A group of a question with how often each option was chosen, in the order of its scale. */
function withOptions(
  group: SurveyQuestionGroup,
  asked: readonly AskedForm[],
  forms: readonly FormCounts[],
): SurveyPartQuestion["groups"][number] {
  const options: Mutable<CountedOption>[] = [];
  for (const it of asked) {
    if (it.respondents !== group.respondents || it.question !== group.question) continue;
    const counts = forms
      .find(({ questionnaire }) => questionnaire === it.form)
      ?.questions.find(({ question }) => question === it.question);
    if (counts !== undefined) addCounts(options, it.options, counts.options);
  }
  for (const it of options) Object.freeze(it);
  return Object.freeze({ ...group, options: Object.freeze(options) });
}

/** Adds the counts of one form. Two forms of a group that ask by one scale share its options. */
function addCounts(
  to: Mutable<CountedOption>[],
  scale: readonly ScaleOption[],
  counts: FormCounts["questions"][number]["options"],
): void {
  for (const { id, title, percent } of scale) {
    const count = counts.find(({ option }) => option === id)?.count ?? 0;
    if (count === 0) continue;
    const same = to.find((it) => it.option === id && it.percent === percent);
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
      .map(({ id, title, leastForms }: Questionnaire) => ({
        id,
        title,
        forms: forms.find(({ questionnaire }) => questionnaire === id)?.forms ?? 0,
        leastForms,
      })),
  );
