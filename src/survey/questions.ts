/**
 * The survey made ready for one unit group: which questions feed each survey leaf, who is asked each of them, and what
 * each option is worth. Questions that feed the same leaf are one question, asked to several groups, where
 * they have the same id, and where each group is asked just one on it: forms number their questions each for itself.
 */
import type { CriteriaSet, Decimal, Item, Questionnaire, SurveyPlan } from "../criteria-set.ts";
import { decimal, type Exact, one, sum } from "../number.ts";
import { byCodeUnit, memoBy } from "../plain.ts";

/** A survey leaf with everything that feeds it. */
export interface SurveyLeaf {
  /** The id of the leaf. */
  readonly id: string;
  /** Its maximum. */
  readonly max: Exact;
  /** Its questions, in printed order. */
  readonly questions: readonly AskedQuestion[];
  /** The questionnaires with a question on it, in the order of the set. */
  readonly questionnaires: readonly Questionnaire[];
  /** The respondent groups that are asked one of its questions, in the order of the set. */
  readonly respondents: readonly string[];
}

/** A question of a leaf, with the groups that are asked it and Σ of their weights. */
export interface AskedQuestion {
  readonly id: string;
  readonly groups: readonly AskedGroup[];
  readonly weights: Exact;
}

/**
 * What an option is worth in percent, exactly; undefined where it has no percentage: no opinion. `whole` is the same
 * where it is a whole number, as it nearly always is: then counts are multiplied and added as integers.
 */
interface Worth {
  readonly exact: Exact | undefined;
  readonly whole: number | undefined;
}

/** A respondent group that is asked one question. */
export interface AskedGroup {
  /** The id of the respondent group. */
  readonly respondents: string;
  /** The id of the question in the group's questionnaires. */
  readonly question: string;
  /** Its weight; 1 where the set gives none. */
  readonly weight: Exact;
  /** Its weight where that is a whole number, as it nearly always is. */
  readonly wholeWeight: number | undefined;
  /** Its weight as the set gives it. */
  readonly weightText: Decimal | undefined;
  /** The group's questionnaires that ask it, each with what its options are worth, in percent. */
  readonly questionnaires: readonly AskingForm[];
}

/** A questionnaire that asks a question. */
export interface AskingForm {
  readonly id: string;
  /** Position of the question among those of the questionnaire by id, as the tallies list them. */
  readonly at: number;
  readonly percents: ReadonlyMap<string, Worth>;
  /** The same by id, as tallies list options. */
  readonly likely: readonly { readonly option: string; readonly worth: Worth }[];
}

/** The survey leaves as units of one group meet them. */
export const surveyLeavesOf = /* @__PURE__ */ memoBy(
  (set: CriteriaSet, group: string): readonly SurveyLeaf[] => surveyLeaves(set, [group], []),
);

/** The survey leaves as units of some groups meet them; `present` names questionnaires to take whatever they judge. */
export function surveyLeaves(
  set: CriteriaSet,
  groups: readonly string[],
  present: readonly string[],
): readonly SurveyLeaf[] {
  const { survey } = set;
  const forms =
    survey?.questionnaires.filter(
      ({ id, judges }) => present.includes(id) || judges.some((it) => groups.includes(it)),
    ) ?? [];
  return leavesBelow(set.items).map((item) => surveyLeaf(survey, forms, item));
}

/**
 * The groups that a unit of unknown group can be in: those that every questionnaire with counts for it judges. None
 * where nothing is counted, or where the questionnaires have no group in common.
 */
export function judgedGroups(set: CriteriaSet, present: readonly string[]): readonly string[] {
  const used = set.survey?.questionnaires.filter(({ id }) => present.includes(id)) ?? [];
  if (used.length === 0) return [];
  return set.groups.map(({ id }) => id).filter((group) => used.every(({ judges }) => judges.includes(group)));
}

const leavesBelow = (items: readonly Item[]): readonly Item[] =>
  items.flatMap((item) =>
    item.items === undefined ? (item.rule?.kind === "survey" ? [item] : []) : leavesBelow(item.items),
  );

function surveyLeaf(survey: SurveyPlan | undefined, forms: readonly Questionnaire[], item: Item): SurveyLeaf {
  const questionnaires = forms.filter(({ questions }) => questions.some((asked) => asked.item === item.id));
  const groups = (survey?.respondents ?? [])
    .map((group) => ({ group, forms: questionnaires.filter(({ respondents }) => respondents === group.id) }))
    .filter((asking) => asking.forms.length > 0);
  const own = groups.map((asking) => idsOn(asking.forms, item.id));
  const oneForOne = own.every(({ length }) => length === 1);
  const ids = idsOn(questionnaires, item.id);
  const questions = (oneForOne ? ids.slice(0, 1) : ids).map((id): AskedQuestion => {
    const asked = groups.flatMap(({ group, forms }, at): readonly AskedGroup[] => {
      const question = oneForOne ? (own[at]?.[0] ?? id) : id;
      const asking = forms.flatMap((form) => askingForm(survey, form, { question, item: item.id }) ?? []);
      if (asking.length === 0) return [];
      const { id: respondents, weight: weightText } = group;
      const weight = weightText === undefined ? one : decimal(weightText);
      const wholeWeight = wholeOf(weightText ?? "1");
      return [{ respondents, question, weight, wholeWeight, weightText, questionnaires: asking }];
    });
    return { id, groups: asked, weights: sum(asked.map(({ weight }) => weight)) };
  });
  const respondents = groups.map(({ group }) => group.id);
  return { id: item.id, max: decimal(item.maxPoints), questions, questionnaires, respondents };
}

/** The ids of the questions on a leaf, each once, in printed order. */
function idsOn(questionnaires: readonly Questionnaire[], item: string): readonly string[] {
  const asked = questionnaires.flatMap(({ questions }) => questions.filter((one) => one.item === item));
  return [...new Set(asked.map(({ id }) => id))];
}

/** A questionnaire as one that asks a question for a leaf, with what its options are worth; undefined where it does not. */
function askingForm(
  survey: SurveyPlan | undefined,
  { id, questions }: Questionnaire,
  { question, item }: { readonly question: string; readonly item: string },
): AskingForm | undefined {
  const asked = questions.find((one) => one.id === question && one.item === item);
  const scale = survey?.scales.find((one) => one.id === asked?.scale);
  if (scale === undefined) return undefined;
  const likely = scale.options.map(({ id: option, percent }) => ({ option, worth: worthInPercent(percent) }));
  likely.sort((a, b) => byCodeUnit(a.option, b.option));
  const percents = new Map(likely.map(({ option, worth }) => [option, worth]));
  // Tallies as read list questions by id.
  const at = questions.filter((one) => byCodeUnit(one.id, question) < 0).length;
  return { id, at, percents, likely };
}

const worthInPercent = (percent: Decimal | undefined): Worth =>
  percent === undefined
    ? { exact: undefined, whole: undefined }
    : { exact: decimal(percent), whole: wholeOf(percent) };

/** A decimal as a safe integer, where it is one. */
const wholeOf = (text: Decimal): number | undefined =>
  text.includes(".") || text.length > 15 ? undefined : Number(text);
