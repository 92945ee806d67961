/**
 * The survey made ready for one unit group: which questions feed each survey leaf, who is asked each of them, and what
 * each option is worth (design 3.7). Questions that feed the same leaf are one question, asked to several groups, where
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
export interface Worth {
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
  readonly questionnaires: readonly {
    readonly id: string;
    /** Position of the question among those of the questionnaire by id, as the tallies list them. */
    readonly at: number;
    readonly percents: ReadonlyMap<string, Worth>;
    /** The same by id, as tallies list options. */
    readonly likely: readonly { readonly option: string; readonly worth: Worth }[];
  }[];
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
  const questionnaires = forms.filter(({ questions }) => questions.some((it) => it.item === item.id));
  const respondents =
    survey?.respondents.filter(({ id }) => questionnaires.some((it) => it.respondents === id)) ?? [];
  const ids = idsOn(questionnaires, item.id);
  const own = respondents.map(({ id }) =>
    idsOn(
      questionnaires.filter((it) => it.respondents === id),
      item.id,
    ),
  );
  const oneForOne = own.every(({ length }) => length === 1);
  const asked = (oneForOne ? ids.slice(0, 1) : ids).map((id): AskedQuestion => {
    const groups = respondents.flatMap((group, at): readonly AskedGroup[] => {
      const question = oneForOne ? (own[at]?.[0] ?? id) : id;
      const forms = questionnaires
        .filter((it) => it.respondents === group.id)
        .flatMap((it) => percentsOf(survey, it, question, item.id));
      if (forms.length === 0) return [];
      const weight = group.weight === undefined ? one : decimal(group.weight);
      const weightText = group.weight;
      const wholeWeight = wholeOf(weightText ?? "1");
      return [{ respondents: group.id, question, weight, wholeWeight, weightText, questionnaires: forms }];
    });
    return { id, groups, weights: sum(groups.map(({ weight }) => weight)) };
  });
  return {
    id: item.id,
    max: decimal(item.maxPoints),
    questions: asked,
    questionnaires,
    respondents: respondents.map(({ id }) => id),
  };
}

/** The ids of the questions on a leaf, each once, in printed order. */
const idsOn = (questionnaires: readonly Questionnaire[], item: string): readonly string[] => [
  ...new Set(
    questionnaires.flatMap(({ questions }) => questions.filter((it) => it.item === item).map(({ id }) => id)),
  ),
];

/** What the options of a question are worth in one questionnaire; empty where it does not ask it for the leaf. */
function percentsOf(
  survey: SurveyPlan | undefined,
  form: Questionnaire,
  question: string,
  item: string,
): AskedGroup["questionnaires"] {
  const asked = form.questions.find((it) => it.id === question && it.item === item);
  const scale = survey?.scales.find(({ id }) => id === asked?.scale);
  if (scale === undefined) return [];
  const percents = new Map(
    scale.options.map(({ id, percent }): readonly [string, Worth] => [
      id,
      percent === undefined ? noOpinion : worthOf(percent),
    ]),
  );
  // Tallies as read list questions by id.
  const at = form.questions.filter(({ id }) => byCodeUnit(id, question) < 0).length;
  const likely = [...percents].map(([option, worth]) => ({ option, worth }));
  likely.sort((a, b) => byCodeUnit(a.option, b.option));
  return [{ id: form.id, at, percents, likely }];
}

const noOpinion: Worth = { exact: undefined, whole: undefined };

const worthOf = (percent: Decimal): Worth => ({
  exact: decimal(percent),
  whole: wholeOf(percent),
});

/** A decimal as a safe integer, where it is one. */
const wholeOf = (text: Decimal): number | undefined =>
  text.includes(".") || text.length > 15 ? undefined : Number(text);
