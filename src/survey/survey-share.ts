/**
 * The share of one unit on one survey leaf, with all that it is made from (design 3.7): the share of each question in
 * each respondent group, the groups together, question by question, then the mean of the questions. Exact throughout.
 */
import type { CriteriaSet, Decimal, Questionnaire, SurveyPlan } from "../criteria-set.ts";
import {
  add,
  addTimes,
  divide,
  divideByCount,
  type Exact,
  exactText,
  hundred,
  integer,
  isZero,
  multiply,
  rounded,
  subtract,
  sum,
  zero,
} from "../number.ts";
import { deepFreeze, type Mutable } from "../plain.ts";
import type { FormCounts, QuestionCounts } from "../round.ts";
import type { AskedGroup, AskedQuestion, SurveyLeaf } from "./survey-plan.ts";

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

/** The share of one unit on one leaf, exact: the score takes it as it is, a result of the survey prints it. */
export interface LeafShare {
  readonly state: SurveyItem["state"];
  readonly why: SurveyReason | undefined;
  /** Only where scored. */
  readonly share: Exact | undefined;
}

/** What no survey does to a leaf is declared; that there was none is stated in the round (design 3.7). */
export function notHeldShare(survey: SurveyPlan | undefined): LeafShare {
  const policy = survey?.notHeld ?? "pending";
  return {
    state: notHeldState[policy],
    why: "survey-not-held",
    share: policy === "zero" ? zero : undefined,
  };
}

/** The result of a leaf for which no survey was held. */
export function notHeldResult(set: CriteriaSet, { id }: SurveyLeaf): SurveyItem {
  const { state, share } = notHeldShare(set.survey);
  const result: Mutable<SurveyItem> = {
    item: id,
    state,
    why: "survey-not-held",
    questions: [],
    groups: [],
  };
  if (share !== undefined) Object.assign(result, { share: "0", points: "0" });
  return deepFreeze(result);
}

const notHeldState = { rescale: "not-applicable", zero: "scored", pending: "pending" } as const;

/** Counts of one group on one question: valid answers, no opinion, Σ count × percentage, and the share that they give. */
interface Answers {
  readonly asked: AskedGroup;
  readonly valid: number;
  /** The valid answers exactly, also where several forms together pass what a number holds. */
  readonly answers: Exact;
  readonly noOpinion: number;
  /** Σ count × percentage: what is a whole number, and the rest. */
  readonly whole: number;
  readonly rest: Exact;
  readonly share: Exact | undefined;
}

/** One question with the groups combined. */
interface Combined {
  readonly share: Exact | undefined;
  readonly groups: readonly Answers[];
  /** True where groups are weighted and one of them has no valid answer. */
  readonly empty: boolean;
}

/** What the counts of one unit come to on a leaf, and all that it is made from. */
interface Counted extends LeafShare {
  readonly combined: readonly Combined[];
  readonly short: readonly Questionnaire[];
}

function counted(set: CriteriaSet, leaf: SurveyLeaf, forms: ReadonlyMap<string, FormCounts>): Counted {
  const { survey } = set;
  const weighted = survey?.combine === "weights";
  const combined: Combined[] = [];
  let empty = false;
  for (const asked of leaf.questions) {
    const question = combine(asked, forms, weighted);
    combined.push(question);
    empty ||= question.empty;
  }
  const short = questionnairesBelowLeast(leaf, forms, weighted);
  const open = openReason(survey, combined, empty, short.length > 0);
  if (open !== undefined) return { state: "pending", why: open, share: undefined, combined, short };
  const why = short.length > 0 ? "below-least" : empty ? "redistributed" : undefined;
  return { state: "scored", why, share: short.length > 0 ? zero : meanShare(combined), combined, short };
}

/** What the counts of one unit come to on a leaf. */
export const leafShare = (
  set: CriteriaSet,
  leaf: SurveyLeaf,
  forms: ReadonlyMap<string, FormCounts>,
): LeafShare => counted(set, leaf, forms);

/** What the counts of one unit give on a leaf, with all that it is made from, as text. */
export function leafResult(
  set: CriteriaSet,
  leaf: SurveyLeaf,
  forms: ReadonlyMap<string, FormCounts>,
): SurveyItem {
  const { state, why, share, combined, short } = counted(set, leaf, forms);
  const weighted = set.survey?.combine === "weights";
  const questions = combined.map((it, at) => questionOf(leaf.questions[at]?.id ?? "", it, weighted));
  const groups = leaf.respondents.map((it) => leafGroup(leaf, it, combined, questions, forms, weighted));
  const result: Mutable<SurveyItem> = {
    item: leaf.id,
    state,
    questions: Object.freeze(questions),
    groups: Object.freeze(groups),
  };
  if (why !== undefined) result.why = why;
  if (short.length > 0) result.short = Object.freeze(short.map(({ id }) => id));
  if (share !== undefined) {
    result.share = exactText(share);
    result.points = exactText(multiply(leaf.max, share));
  }
  return Object.freeze(result);
}

/** What keeps a leaf open; undefined where nothing does. */
function openReason(
  survey: SurveyPlan | undefined,
  questions: readonly Combined[],
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
  let short = noQuestionnaires;
  for (const it of leaf.questionnaires) {
    const below = (forms.get(it.id)?.forms ?? 0) < it.leastForms;
    if (below && !(weighted && formsOf(leaf, it.respondents, forms) === 0)) short = [...short, it];
  }
  return short;
}

const noQuestionnaires: readonly Questionnaire[] = [];

/** How many valid forms the questionnaires of a respondent group have on a leaf. */
function formsOf(leaf: SurveyLeaf, respondents: string, forms: ReadonlyMap<string, FormCounts>): number {
  let count = 0;
  for (const it of leaf.questionnaires)
    if (it.respondents === respondents) count += forms.get(it.id)?.forms ?? 0;
  return count;
}

function combine(
  question: AskedQuestion,
  forms: ReadonlyMap<string, FormCounts>,
  weighted: boolean,
): Combined {
  const groups: Answers[] = [];
  for (const it of question.groups) groups.push(answersOf(it, forms));
  if (!weighted) return { share: pooledShare(groups), groups, empty: false };
  // Σ w·share ÷ Σ w, over the groups that have a share.
  let points = zero;
  let without: Exact | undefined;
  for (const { asked: of, share } of groups) {
    if (share === undefined) without = without === undefined ? of.weight : add(without, of.weight);
    else if (of.wholeWeight === undefined) points = add(points, multiply(of.weight, share));
    else points = addTimes(points, share, of.wholeWeight);
  }
  const weights = without === undefined ? question.weights : subtract(question.weights, without);
  return {
    share: isZero(weights) ? undefined : divide(points, weights),
    groups,
    empty: without !== undefined,
  };
}

/** Σ count × percentage ÷ Σ valid count, over all groups as one. */
function pooledShare(groups: readonly Answers[]): Exact | undefined {
  const valid = sum(groups.map(({ answers }) => answers));
  return isZero(valid) ? undefined : divide(sum(groups.map(percentOf)), multiply(valid, hundred));
}

/** Adds up what a group's questionnaires hold for one question. */
function answersOf(asked: AskedGroup, forms: ReadonlyMap<string, FormCounts>): Answers {
  let valid = 0;
  let beyond = zero;
  let noOpinion = 0;
  let whole = 0;
  let rest = zero;
  for (const { id, at, percents, likely } of asked.questionnaires) {
    const counts = countsOf(forms.get(id), asked.question, at);
    if (counts === undefined) continue;
    const { options } = counts;
    // By position: thousands of units have hundreds of these each, in frozen lists, which iterators are slow on.
    for (let place = 0; place < options.length; place++) {
      const { option, count } = options[place] as QuestionCounts["options"][number];
      const here = likely[place];
      const worth = here?.option === option ? here.worth : percents.get(option);
      if (worth === undefined) continue;
      if (worth.exact === undefined) {
        noOpinion += count;
        continue;
      }
      if (Number.isSafeInteger(valid + count)) valid += count;
      else {
        beyond = add(beyond, integer(valid));
        valid = count;
      }
      // Below the safe integers one by one, or exactly.
      if (worth.whole !== undefined && whole <= safeHalf && count * worth.whole <= safeHalf)
        whole += count * worth.whole;
      else rest = addTimes(rest, worth.exact, count);
    }
  }
  const points = percentOf({ whole, rest });
  const answers = add(beyond, integer(valid));
  if (isZero(answers)) return { asked, valid, answers, noOpinion, whole, rest, share: undefined };
  if (isZero(beyond))
    return { asked, valid, answers, noOpinion, whole, rest, share: divideByCount(points, valid, 100) };
  const share = divide(points, multiply(answers, hundred));
  return { asked, valid: Number(rounded(answers, 0, "down")), answers, noOpinion, whole, rest, share };
}

const percentOf = ({ whole, rest }: Pick<Answers, "whole" | "rest">): Exact =>
  rest === zero ? integer(whole) : add(integer(whole), rest);

/** Two of these are still a safe integer together. */
const safeHalf = 2 ** 52 - 1;

/** The counts of a question; in a tally as read, where every question was answered, they stand at a known place. */
export function countsOf(
  form: FormCounts | undefined,
  question: string,
  at: number,
): QuestionCounts | undefined {
  const likely = form?.questions[at];
  return likely?.question === question ? likely : form?.questions.find((it) => it.question === question);
}

/** The mean of shares; undefined where one is missing, or there is none. */
function mean(shares: readonly (Exact | undefined)[]): Exact | undefined {
  let total = zero;
  for (const share of shares) {
    if (share === undefined) return undefined;
    total = add(total, share);
  }
  return shares.length === 0 ? undefined : divide(total, integer(shares.length));
}

/** The mean of the questions of a leaf. */
const meanShare = (questions: readonly Combined[]): Exact | undefined =>
  questions.length === 1 ? questions[0]?.share : mean(questions.map(({ share }) => share));

function questionOf(question: string, { share, groups }: Combined, weighted: boolean): SurveyQuestion {
  const result: Mutable<SurveyQuestion> = {
    question,
    groups: Object.freeze(
      groups.map((it) => {
        const { respondents, question: own } = it.asked;
        const group: Mutable<SurveyQuestionGroup> = {
          respondents,
          question: own,
          valid: it.valid,
          noOpinion: it.noOpinion,
        };
        return withShare(group, it.asked, shareText(it.share), weighted);
      }),
    ),
  };
  if (share !== undefined) result.share = exactText(share);
  return Object.freeze(result);
}

/** One group of a leaf, over all of the leaf's questions that it is asked. */
function leafGroup(
  leaf: SurveyLeaf,
  respondents: string,
  combined: readonly Combined[],
  questions: readonly SurveyQuestion[],
  forms: ReadonlyMap<string, FormCounts>,
  weighted: boolean,
): SurveyLeafGroup {
  const group: Mutable<SurveyLeafGroup> = {
    respondents,
    forms: formsOf(leaf, respondents, forms),
    valid: 0,
    noOpinion: 0,
  };
  const own: Answers[] = [];
  let printed: SurveyQuestionGroup | undefined;
  combined.forEach(({ groups }, question) => {
    groups.forEach((it, at) => {
      if (it.asked.respondents !== respondents) return;
      own.push(it);
      group.valid += it.valid;
      group.noOpinion += it.noOpinion;
      printed = questions[question]?.groups[at];
    });
  });
  // What is asked just once has been printed.
  const text = own.length === 1 ? printed?.share : shareText(mean(own.map(({ share }) => share)));
  return withShare(group, own[0]?.asked, text, weighted);
}

const shareText = (share: Exact | undefined): string | undefined =>
  share === undefined ? undefined : exactText(share);

/** Adds the share and the weight of a group where it has them, and freezes it. */
function withShare<T extends Mutable<SurveyGroup>>(
  group: T,
  asked: AskedGroup | undefined,
  share: string | undefined,
  weighted: boolean,
): T {
  if (share !== undefined) group.share = share;
  if (weighted && asked?.weightText !== undefined) group.weight = asked.weightText;
  return Object.freeze(group);
}
