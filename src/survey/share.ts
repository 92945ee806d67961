/**
 * The survey (điều tra xã hội học): counts become the share and the points of each unit's survey leaves, exactly: the
 * share of each question in each respondent group, the groups together, question by question, then the mean of the
 * questions. `docs/readings.md` says what the order of these steps settles.
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
  nearestNumber,
  subtract,
  sum,
  zero,
} from "../number.ts";
import { assertOptions, byCodeUnit, deepFreeze, elementAt, type Mutable } from "../plain.ts";
import { byUnit, type FormCounts, type QuestionCounts, type SurveyNotHeld, type Tally } from "../round.ts";
import { assertCriteriaSet } from "../set/brand.ts";
import {
  type AskedGroup,
  type AskedQuestion,
  judgedGroups,
  type SurveyLeaf,
  surveyLeaves,
  surveyLeavesOf,
} from "./questions.ts";
import { assertTally } from "./tally.ts";

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
  readonly reason?: SurveyReason;
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

/** The survey results of one unit. */
export interface SurveyUnit {
  /** The id of the unit. */
  readonly unit: string;
  /** Its survey leaves, in the order of the set. */
  readonly items: readonly SurveyItem[];
}

/** The survey results of a round: frozen plain data. */
export interface Survey {
  /** The units, in code-unit order of their ids. */
  readonly units: readonly SurveyUnit[];
}

/** What `mergeSurvey` is told beside the tally. */
export interface SurveyOptions {
  /**
   * The units and the group of each: says which questionnaires judge a unit, and adds units that nobody answered for.
   * Counts of a questionnaire that does not judge the unit's group are left aside; the round's check reports them.
   */
  readonly units?: readonly { readonly id: string; readonly group: string }[] | undefined;
  /** The groups for which no survey was held, as the round states. */
  readonly notHeld?: readonly SurveyNotHeld[] | undefined;
}

/**
 * Turns the counts of a survey into the share and the points of each unit's survey leaves.
 *
 * Share of a question in a respondent group: Σ count × percentage ÷ Σ valid count. The groups that are asked the same
 * question then combine: by weights, Σ w·share ÷ Σ w over the groups that are asked it, or as one pool of counts. The
 * leaf has the mean of its questions. Questions that feed one leaf are the same question where their ids are the same,
 * and where each group is asked just one on it. Nothing is rounded, and no order changes anything.
 *
 * A leaf is pending where one of its questions has no valid answer at all, and where a weighted group has none on a
 * question it is asked, unless the set redistributes its weight. A questionnaire with fewer valid forms than its
 * `leastForms` makes its leaves pending or 0 as declared; a weighted group with no form at all is an empty group
 * instead. What is pending stays pending whatever else would make the leaf 0. A stated "not held" stands before all
 * of this, counts or no counts.
 *
 * For a unit of the tally that `units` does not name the group is inferred: its questionnaires are those with counts
 * for it, and all that judge a group which every one of those judges.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param tally The counts; what the set does not know in them is left aside.
 * @param options The units with their groups, and the groups without a survey.
 *
 * @returns The results, frozen, of the units of the tally and of `options.units`; an empty tally and no units give none.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`, or the tally is none.
 *
 * @example
 * ```ts
 * import { emptyTally, mergeSurvey } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 *
 * const set = criteriaSet("hoa-lam/department/2026");
 * const survey = mergeSurvey(set, emptyTally, { units: [{ id: "so-a", group: "general" }] });
 * survey.units[0]?.items[0]?.state; // => 'pending'
 * survey.units[0]?.items[0]?.reason; // => 'no-valid-answer'
 * ```
 */
export function mergeSurvey(set: CriteriaSet, tally: Tally, options: SurveyOptions = {}): Survey {
  assertCriteriaSet(set, "mergeSurvey");
  assertTally(tally, "mergeSurvey: the second argument");
  assertOptions(options, ["units", "notHeld"], "mergeSurvey");
  const counts = byUnit<FormCounts>(tally.counts);
  const groupOf = new Map(options.units?.map(({ id, group }) => [id, group]));
  const notHeld = new Set(options.notHeld?.map(({ group }) => group));
  const inferred = new Map<string, readonly SurveyLeaf[]>();

  const units = [...new Set([...groupOf.keys(), ...counts.keys()])]
    .sort(byCodeUnit)
    .map((unit): SurveyUnit => {
      const forms = formsById(counts.get(unit));
      const declared = groupOf.get(unit);
      const present = [...forms.keys()].sort(byCodeUnit);
      const groups = declared === undefined ? judgedGroups(set, present) : [declared];
      const key = JSON.stringify(present);
      const leaves =
        declared === undefined
          ? (inferred.get(key) ?? surveyLeaves(set, groups, present))
          : surveyLeavesOf(set, declared);
      if (declared === undefined) inferred.set(key, leaves);
      const [group] = groups;
      const held = groups.length !== 1 || group === undefined || !notHeld.has(group);
      return { unit, items: shownShares(set, leafShares(set, leaves, held ? forms : undefined)) };
    });
  return deepFreeze({ units });
}

/** The counts of one unit by questionnaire. */
type Forms = ReadonlyMap<string, FormCounts>;

export const formsById = (forms: readonly FormCounts[] = []): Forms =>
  new Map(forms.map((form) => [form.questionnaire, form]));

/** The share of one unit on one leaf, exact, and all that it is made from: the score takes it as it is, a result prints it. */
export interface LeafShare {
  readonly leaf: SurveyLeaf;
  readonly state: SurveyItem["state"];
  readonly reason: SurveyReason | undefined;
  /** Only where scored. */
  readonly share: Exact | undefined;
  /** The questions of the leaf, in its order; none where no survey was held. */
  readonly combined: readonly Combined[];
  /** The unit's counts; undefined where no survey was held. */
  readonly forms: Forms | undefined;
  readonly short: readonly Questionnaire[];
}

/** What the counts of one unit come to on its survey leaves; without counts, where no survey was held. */
export const leafShares = (
  set: CriteriaSet,
  leaves: readonly SurveyLeaf[],
  forms: Forms | undefined,
): readonly LeafShare[] =>
  leaves.map((leaf) => (forms === undefined ? unheld(set, leaf) : counted(set, leaf, forms)));

/** What no survey does to a leaf is declared; that there was none is stated in the round. */
function unheld({ survey }: CriteriaSet, leaf: SurveyLeaf): LeafShare {
  const policy = survey?.notHeld ?? "pending";
  return {
    leaf,
    state: notHeldState[policy],
    reason: "survey-not-held",
    share: policy === "zero" ? zero : undefined,
    combined: [],
    forms: undefined,
    short: noQuestionnaires,
  };
}

const notHeldState = { rescale: "not-applicable", zero: "scored", pending: "pending" } as const;

/** The answers of one group on one question. */
interface Answers {
  readonly asked: AskedGroup;
  /** How many are valid and how many have no opinion, also where forms together pass what a number holds. */
  readonly valid: Exact;
  readonly noOpinion: Exact;
  /** Σ count × percentage, and the share that it gives. */
  readonly percents: Exact;
  readonly share: Exact | undefined;
}

/** One question with the groups combined. */
interface Combined {
  readonly share: Exact | undefined;
  readonly groups: readonly Answers[];
  /** True where groups are weighted and one of them has no valid answer. */
  readonly empty: boolean;
}

function counted({ survey }: CriteriaSet, leaf: SurveyLeaf, forms: Forms): LeafShare {
  const weighted = survey?.combine === "weights";
  const combined: Combined[] = [];
  for (const asked of leaf.questions) combined.push(combine(asked, forms, weighted));
  const empty = combined.some((question) => question.empty);
  const short = questionnairesBelowLeast(leaf, forms, weighted);
  const open = openReason(survey, combined, { empty, short: short.length > 0 });
  const low = short.length > 0 ? "below-least" : undefined;
  const share = open !== undefined ? undefined : low ? zero : mean(combined);
  const reason = open ?? low ?? (empty ? "redistributed" : undefined);
  return { leaf, state: open === undefined ? "scored" : "pending", reason, share, combined, forms, short };
}

/** What keeps a leaf open; undefined where nothing does. */
function openReason(
  survey: SurveyPlan | undefined,
  questions: readonly Combined[],
  { empty, short }: { readonly empty: boolean; readonly short: boolean },
): SurveyReason | undefined {
  if (questions.length === 0) return "no-question";
  if (questions.some(({ share }) => share === undefined)) return "no-valid-answer";
  if (empty && survey?.emptyGroup === "pending") return "empty-group";
  return short && survey?.belowLeast === "pending" ? "below-least" : undefined;
}

/** The questionnaires with too few valid forms. A weighted group without any form is an empty group, which has a rule of its own. */
function questionnairesBelowLeast(
  leaf: SurveyLeaf,
  forms: Forms,
  weighted: boolean,
): readonly Questionnaire[] {
  let short = noQuestionnaires;
  for (const one of leaf.questionnaires) {
    const below = (forms.get(one.id)?.forms ?? 0) < one.leastForms;
    if (below && !(weighted && isZero(formsOf(leaf, one.respondents, forms)))) short = [...short, one];
  }
  return short;
}

const noQuestionnaires: readonly Questionnaire[] = [];

/** How many valid forms the questionnaires of a respondent group have on a leaf. */
function formsOf(leaf: SurveyLeaf, respondents: string, forms: Forms): Exact {
  let count = zero;
  for (const one of leaf.questionnaires)
    if (one.respondents === respondents) count = add(count, integer(forms.get(one.id)?.forms ?? 0));
  return count;
}

function combine(question: AskedQuestion, forms: Forms, weighted: boolean): Combined {
  const groups: Answers[] = [];
  for (const asked of question.groups) groups.push(answersOf(asked, forms));
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
  const share = isZero(weights) ? undefined : divide(points, weights);
  return { share, groups, empty: without !== undefined };
}

/** Σ count × percentage ÷ Σ valid count, over all groups as one. */
function pooledShare(groups: readonly Answers[]): Exact | undefined {
  const valid = sum(groups.map((group) => group.valid));
  const percents = sum(groups.map((group) => group.percents));
  return isZero(valid) ? undefined : divide(percents, multiply(valid, hundred));
}

/** Adds up what a group's questionnaires hold for one question. */
function answersOf(asked: AskedGroup, forms: Forms): Answers {
  let noOpinion = zero;
  // Below the safe integers as numbers, which is quick; what lies beyond exactly.
  let few = 0;
  let many = zero;
  let whole = 0;
  let rest = zero;
  for (const { id, at, percents, likely } of asked.questionnaires) {
    const counts = countsOf(forms.get(id), asked.question, at);
    if (counts === undefined) continue;
    const { options } = counts;
    // By position: thousands of units have hundreds of these each, in frozen lists, which iterators are slow on.
    for (let place = 0; place < options.length; place++) {
      const { option, count } = elementAt(options, place);
      const here = likely[place];
      const worth = here?.option === option ? here.worth : percents.get(option);
      if (worth === undefined) continue;
      if (worth.exact === undefined) {
        noOpinion = add(noOpinion, integer(count));
        continue;
      }
      if (few <= safeHalf && count <= safeHalf) few += count;
      else many = add(many, integer(count));
      if (worth.whole !== undefined && whole <= safeHalf && count * worth.whole <= safeHalf)
        whole += count * worth.whole;
      else rest = addTimes(rest, worth.exact, count);
    }
  }
  const percents = rest === zero ? integer(whole) : add(integer(whole), rest);
  const valid = many === zero ? integer(few) : add(integer(few), many);
  const share = isZero(valid)
    ? undefined
    : many === zero
      ? divideByCount(percents, few, 100)
      : divide(percents, multiply(valid, hundred));
  return { asked, valid, noOpinion, percents, share };
}

/** Two of these are still a safe integer together. */
const safeHalf = 2 ** 52 - 1;

/** The counts of a question; in a tally as read, where every question was answered, they stand at a known place. */
export function countsOf(
  form: FormCounts | undefined,
  question: string,
  at: number,
): QuestionCounts | undefined {
  const likely = form?.questions[at];
  return likely?.question === question ? likely : form?.questions.find((one) => one.question === question);
}

/** The mean of shares; undefined where one is missing, or there is none. */
function mean(of: readonly { readonly share: Exact | undefined }[]): Exact | undefined {
  let total = zero;
  for (const { share } of of) {
    if (share === undefined || of.length === 1) return share;
    total = add(total, share);
  }
  return of.length === 0 ? undefined : divide(total, integer(of.length));
}

/** The results of a unit's survey leaves, with all that they are made from, as text. */
export const shownShares = (set: CriteriaSet, shares: readonly LeafShare[]): readonly SurveyItem[] =>
  shares.map((share) => shownShare(share, set.survey?.combine === "weights"));

function shownShare({ leaf, combined, forms, ...found }: LeafShare, weighted: boolean): SurveyItem {
  const { state, reason, share, short } = found;
  const questions = combined.map((question, at) =>
    shownQuestion(elementAt(leaf.questions, at).id, question, weighted),
  );
  const shownGroup = (respondents: string, held: Forms): SurveyLeafGroup => {
    const all: Answers[] = [];
    for (const { groups } of combined)
      for (const answers of groups) if (answers.asked.respondents === respondents) all.push(answers);
    const count = nearestNumber(formsOf(leaf, respondents, held));
    return Object.freeze({ respondents, forms: count, ...shownAnswers(all, mean(all), weighted) });
  };
  const groups = forms === undefined ? [] : leaf.respondents.map((id) => shownGroup(id, forms));
  const result: Mutable<SurveyItem> = {
    item: leaf.id,
    state,
    questions: Object.freeze(questions),
    groups: Object.freeze(groups),
  };
  if (reason !== undefined) result.reason = reason;
  if (short.length > 0) result.short = Object.freeze(short.map(({ id }) => id));
  if (share !== undefined) {
    result.share = exactText(share);
    result.points = exactText(multiply(leaf.max, share));
  }
  return Object.freeze(result);
}

function shownQuestion(id: string, { share, groups }: Combined, weighted: boolean): SurveyQuestion {
  const shown = groups.map((answers): SurveyQuestionGroup => {
    const { respondents, question } = answers.asked;
    return Object.freeze({ respondents, question, ...shownAnswers([answers], answers.share, weighted) });
  });
  const result: Mutable<SurveyQuestion> = { question: id, groups: Object.freeze(shown) };
  if (share !== undefined) result.share = exactText(share);
  return Object.freeze(result);
}

/** What some answers of one group have in common with those of any: their counts, share and weight. */
function shownAnswers(
  all: readonly Answers[],
  share: Exact | undefined,
  weighted: boolean,
): Omit<SurveyGroup, "respondents"> {
  const shown: Mutable<Omit<SurveyGroup, "respondents">> = {
    valid: nearestNumber(sum(all.map(({ valid }) => valid))),
    noOpinion: nearestNumber(sum(all.map(({ noOpinion }) => noOpinion))),
  };
  const weight = all[0]?.asked.weightText;
  if (share !== undefined) shown.share = exactText(share);
  if (weighted && weight !== undefined) shown.weight = weight;
  return shown;
}
