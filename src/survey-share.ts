/**
 * The share of one unit on one survey leaf, with all that it is made from (design 3.7): the share of each question in
 * each respondent group, the groups together, question by question, then the mean of the questions. Exact throughout.
 */
import type { CriteriaSet, Decimal, Questionnaire, SurveyPlan } from "./criteria-set.ts";
import {
  add,
  divide,
  type Exact,
  exactText,
  hundred,
  integer,
  isZero,
  multiply,
  sum,
  zero,
} from "./number.ts";
import type { FormCounts } from "./round.ts";
import type { AskedGroup, SurveyLeaf } from "./survey-plan.ts";

/**
 * Says why a leaf is as it is, where that is not plain.
 *
 * `survey-not-held`: the round states so for the unit's group. `no-question`: no questionnaire that judges the unit's
 * group feeds the leaf. `no-valid-answer`: nobody chose an option with a percentage on one of its questions.
 * `empty-group`: a weighted group did not, on one of its questions. `below-least`: fewer valid forms than declared.
 * `redistributed`: the weight of a group without a valid answer went to the others.
 */
export type SurveyReason =
  | "survey-not-held"
  | "no-question"
  | "no-valid-answer"
  | "empty-group"
  | "below-least"
  | "redistributed";

/** What one respondent group answered. */
export interface SurveyGroup {
  /** The id of the respondent group. */
  readonly respondents: string;
  /** How many answers chose an option with a percentage. */
  readonly valid: number;
  /** How many answers chose an option without one: no opinion, never part of the share. */
  readonly noOpinion: number;
  /** The exact share, 0 to 1, as a decimal or a fraction; absent where no answer is valid. */
  readonly share?: string;
  /** The declared weight, where groups combine by weights. */
  readonly weight?: Decimal;
}

/** What one respondent group answered to one question of a leaf. */
export interface SurveyQuestionGroup extends SurveyGroup {
  /** The id of the question in the group's questionnaires. */
  readonly question: string;
}

/**
 * What one respondent group answered to all questions of a leaf together.
 *
 * Its share is the mean of its shares of those questions, for information: absent where one of them has no valid answer.
 */
export interface SurveyLeafGroup extends SurveyGroup {
  /** How many valid forms the group's questionnaires have for the unit. */
  readonly forms: number;
}

/** One question of a leaf, with all groups that are asked it. */
export interface SurveyQuestion {
  /** The id of the question; where the groups' ids for it differ, that of the first in printed order. */
  readonly question: string;
  /** The exact share with the groups combined, 0 to 1, as a decimal or a fraction; absent where nothing gives one. */
  readonly share?: string;
  /** The groups that are asked it, in the order of the set. */
  readonly groups: readonly SurveyQuestionGroup[];
}

/** The survey result of one unit on one leaf. */
export interface SurveyItem {
  /** The id of the leaf. */
  readonly item: string;
  /** `scored`: the share stands. `pending`: something is open. `not-applicable`: no survey was held, and the set rescales. */
  readonly state: "scored" | "pending" | "not-applicable";
  /** Why, where that is not plain; a `scored` leaf with a reason other than `redistributed` has share 0 because of it. */
  readonly why?: SurveyReason;
  /** The exact share, 0 to 1, as a decimal or a fraction; only where scored. */
  readonly share?: string;
  /** The exact points, maximum × share, not rounded, as a decimal or a fraction; only where scored. */
  readonly points?: string;
  /** The ids of the questionnaires that have fewer valid forms than declared, in the order of the set; absent where none has. */
  readonly short?: readonly string[];
  /** The questions, in printed order; empty where no survey was held. */
  readonly questions: readonly SurveyQuestion[];
  /** The groups, in the order of the set; empty where no survey was held. */
  readonly groups: readonly SurveyLeafGroup[];
}

/** What no survey does to a leaf is declared; that there was none is stated in the round (design 3.7). */
export function notHeldResult(set: CriteriaSet, { id }: SurveyLeaf): SurveyItem {
  const policy = set.survey?.notHeld ?? "pending";
  const state = policy === "rescale" ? "not-applicable" : policy === "zero" ? "scored" : "pending";
  const points = state === "scored" ? { share: "0", points: "0" } : {};
  return { item: id, state, why: "survey-not-held", ...points, questions: [], groups: [] };
}

/** Counts of one group on one question: valid answers, no opinion, and Σ count × percentage. */
interface Answers {
  readonly valid: number;
  readonly noOpinion: number;
  readonly percent: Exact;
}

interface QuestionResult {
  readonly share: Exact | undefined;
  readonly groups: readonly {
    readonly asked: AskedGroup;
    readonly answers: Answers;
    readonly share: Exact | undefined;
  }[];
}

/** What the counts of one unit give on a leaf. */
export function leafResult(
  set: CriteriaSet,
  leaf: SurveyLeaf,
  forms: ReadonlyMap<string, FormCounts>,
): SurveyItem {
  const weighted = set.survey?.combine === "weights";
  const questions = leaf.questions.map(({ groups }) => questionResult(groups, forms, weighted));
  const shares = questions.flatMap(({ share }) => (share === undefined ? [] : [share]));
  const empty = weighted && questions.some((it) => it.groups.some(({ share }) => share === undefined));
  const short = questionnairesBelowLeast(leaf, forms, weighted);
  const open = openReason(set.survey, questions, empty, short.length > 0);
  const why = open ?? (short.length > 0 ? "below-least" : empty ? "redistributed" : undefined);
  const share = short.length > 0 ? zero : mean(shares);
  return {
    item: leaf.id,
    state: open === undefined ? "scored" : "pending",
    ...(why === undefined ? {} : { why }),
    ...(open === undefined ? { share: exactText(share), points: exactText(multiply(leaf.max, share)) } : {}),
    ...(short.length === 0 ? {} : { short: short.map(({ id }) => id) }),
    questions: questions.map((it, at) => ({
      question: leaf.questions[at]?.id ?? "",
      ...shareText(it.share),
      groups: it.groups.map(({ asked, answers, share: own }) => ({
        ...groupText(asked, answers, own, weighted),
        question: asked.question,
      })),
    })),
    groups: leafGroups(leaf, questions, forms, weighted),
  };
}

/** What keeps a leaf open; undefined where nothing does. */
function openReason(
  survey: SurveyPlan | undefined,
  questions: readonly QuestionResult[],
  empty: boolean,
  short: boolean,
): SurveyReason | undefined {
  if (questions.length === 0) return "no-question";
  if (questions.some(({ share }) => share === undefined)) return "no-valid-answer";
  if (empty && survey?.emptyGroup === "pending") return "empty-group";
  return short && survey?.belowLeast === "pending" ? "below-least" : undefined;
}

/** The questionnaires with too few valid forms. A weighted group without any form is an empty group, which has a rule of its own. */
function questionnairesBelowLeast(
  leaf: SurveyLeaf,
  forms: ReadonlyMap<string, FormCounts>,
  weighted: boolean,
): readonly Questionnaire[] {
  return leaf.questionnaires.filter(({ id, respondents, leastForms }) => {
    const below = (forms.get(id)?.forms ?? 0) < leastForms;
    return below && !(weighted && formsOf(leaf, respondents, forms) === 0);
  });
}

/** How many valid forms the questionnaires of a respondent group have on a leaf. */
const formsOf = (leaf: SurveyLeaf, respondents: string, forms: ReadonlyMap<string, FormCounts>): number =>
  leaf.questionnaires
    .filter((it) => it.respondents === respondents)
    .reduce((so, { id }) => so + (forms.get(id)?.forms ?? 0), 0);

function questionResult(
  groups: readonly AskedGroup[],
  forms: ReadonlyMap<string, FormCounts>,
  weighted: boolean,
): QuestionResult {
  const results = groups.map((asked) => {
    const answers = answersOf(asked, forms);
    return { asked, answers, share: shareOf([answers]) };
  });
  if (!weighted) return { share: shareOf(results.map(({ answers }) => answers)), groups: results };
  const present = results.flatMap(({ asked, share }) =>
    share === undefined ? [] : [{ weight: asked.weight, share }],
  );
  if (present.length === 0) return { share: undefined, groups: results };
  const points = sum(present.map(({ weight, share }) => multiply(weight, share)));
  return { share: divide(points, sum(present.map(({ weight }) => weight))), groups: results };
}

/** Adds up what a group's questionnaires hold for one question. */
function answersOf(
  { questionnaires, question }: AskedGroup,
  forms: ReadonlyMap<string, FormCounts>,
): Answers {
  let valid = 0;
  let noOpinion = 0;
  let percent = zero;
  for (const { id, percents } of questionnaires) {
    for (const { option, count } of forms.get(id)?.questions.find((it) => it.question === question)
      ?.options ?? []) {
      const worth = percents.get(option);
      if (worth === "no-opinion") noOpinion += count;
      else if (worth !== undefined) {
        valid += count;
        percent = add(percent, multiply(integer(count), worth));
      }
    }
  }
  return { valid, noOpinion, percent };
}

/** Σ count × percentage ÷ Σ valid count, over one group or over a pool of them. */
function shareOf(answers: readonly Answers[]): Exact | undefined {
  const valid = sum(answers.map((it) => integer(it.valid)));
  if (isZero(valid)) return undefined;
  return divide(sum(answers.map(({ percent }) => percent)), multiply(valid, hundred));
}

const mean = (shares: readonly Exact[]): Exact =>
  shares.length === 0 ? zero : divide(sum(shares), integer(shares.length));

/** The groups of a leaf, each over all of the leaf's questions that it is asked. */
function leafGroups(
  leaf: SurveyLeaf,
  questions: readonly QuestionResult[],
  forms: ReadonlyMap<string, FormCounts>,
  weighted: boolean,
): readonly SurveyLeafGroup[] {
  return leaf.respondents.map((respondents) => {
    const own = questions.flatMap(({ groups }) =>
      groups.filter(({ asked }) => asked.respondents === respondents),
    );
    const shares = own.flatMap(({ share }) => (share === undefined ? [] : [share]));
    const answers: Answers = {
      valid: own.reduce((so, it) => so + it.answers.valid, 0),
      noOpinion: own.reduce((so, it) => so + it.answers.noOpinion, 0),
      percent: zero,
    };
    return {
      ...groupText(own[0]?.asked, answers, shares.length === own.length ? mean(shares) : undefined, weighted),
      respondents,
      forms: formsOf(leaf, respondents, forms),
    };
  });
}

function groupText(
  asked: AskedGroup | undefined,
  answers: Answers,
  share: Exact | undefined,
  weighted: boolean,
): SurveyGroup {
  return {
    respondents: asked?.respondents ?? "",
    valid: answers.valid,
    noOpinion: answers.noOpinion,
    ...shareText(share),
    ...(weighted && asked?.weightText !== undefined ? { weight: asked.weightText } : {}),
  };
}

const shareText = (share: Exact | undefined): { readonly share?: string } =>
  share === undefined ? {} : { share: exactText(share) };
