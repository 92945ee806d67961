/**
 * The survey (điều tra xã hội học): counts become the share and the points of each unit's survey leaves, exactly
 * (design 3.7). The order is that of the design: the share of a question in a respondent group, then the groups
 * together, question by question, then the mean of the leaf's questions; `docs/readings.md` says what that settles.
 */
import { assertCriteriaSet } from "./criteria-schema.ts";
import type { CriteriaSet, Decimal } from "./criteria-set.ts";
import {
  add,
  divide,
  type Exact,
  exactText,
  hundred,
  integer,
  multiply,
  readFraction,
  sum,
  zero,
} from "./number.ts";
import { byCodeUnit, deepFreeze } from "./plain.ts";
import type { FormCounts, SurveyNotHeld, Tally } from "./round.ts";
import { type AskedGroup, judgedGroups, type SurveyLeaf, surveyLeaves } from "./survey-plan.ts";

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

/** What one respondent group answered to one question, or to all questions of a leaf. */
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

/** What one respondent group answered to all questions of a leaf together; its share is the mean of its shares of those questions, for information, absent where one of them has no valid answer. */
export interface SurveyLeafGroup extends SurveyGroup {
  /** How many valid forms the group's questionnaires have for the unit. */
  readonly forms: number;
}

/** One question of a leaf, with all groups that are asked it. */
export interface SurveyQuestion {
  /** The id of the question, the same in the questionnaire of each group that is asked it. */
  readonly question: string;
  /** The exact share with the groups combined, 0 to 1, as a decimal or a fraction; absent where nothing gives one. */
  readonly share?: string;
  /** The groups that are asked it, in the order of the set. */
  readonly groups: readonly SurveyGroup[];
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
 * question (same id, same leaf) then combine: by weights, Σ w·share ÷ Σ w over the groups that are asked it, or as one
 * pool of counts. The leaf has the mean of its questions. Nothing is rounded, and no order changes anything.
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
 */
export function mergeSurvey(set: CriteriaSet, tally: Tally, options: SurveyOptions = {}): Survey {
  assertCriteriaSet(set, "mergeSurvey");
  if (typeof tally !== "object" || tally === null || !Array.isArray(tally.counts)) {
    throw new TypeError("mergeSurvey: the tally is none");
  }
  const counts = new Map<string, Map<string, FormCounts>>();
  for (const it of tally.counts) {
    const forms = counts.get(it.unit) ?? new Map<string, FormCounts>();
    counts.set(it.unit, forms.set(it.questionnaire, it));
  }
  const groupOf = new Map(options.units?.map(({ id, group }) => [id, group]));
  const notHeld = new Set(options.notHeld?.map(({ group }) => group));
  const leavesOf = new Map<string, readonly SurveyLeaf[]>();
  const none: ReadonlyMap<string, FormCounts> = new Map();

  const units = [...new Set([...groupOf.keys(), ...counts.keys()])]
    .sort(byCodeUnit)
    .map((unit): SurveyUnit => {
      const forms = counts.get(unit) ?? none;
      const declared = groupOf.get(unit);
      const groups = declared === undefined ? judgedGroups(set, [...forms.keys()]) : [declared];
      const present = declared === undefined ? [...forms.keys()].sort(byCodeUnit) : [];
      const key = JSON.stringify([groups, present]);
      const leaves = leavesOf.get(key) ?? surveyLeaves(set, groups, present);
      leavesOf.set(key, leaves);
      const held = !(groups.length === 1 && notHeld.has(groups[0] as string));
      return {
        unit,
        items: leaves.map((leaf) => (held ? leafResult(set, leaf, forms) : notHeldResult(set, leaf))),
      };
    });
  return deepFreeze({ units });
}

/**
 * Gives the exact share of one unit on one survey leaf.
 *
 * @param survey The survey results.
 * @param unit The id of the unit.
 * @param item The id of the leaf.
 *
 * @returns The share, 0 to 1, or undefined where the leaf is not scored, or the unit or the leaf is not there.
 */
export function surveyShareOf(survey: Survey, unit: string, item: string): Exact | undefined {
  const found = survey.units.find((it) => it.unit === unit)?.items.find((it) => it.item === item);
  return found?.share === undefined ? undefined : readFraction(found.share);
}

/** What no survey does to a leaf is declared; that there was none is stated in the round (design 3.7). */
function notHeldResult(set: CriteriaSet, { id }: SurveyLeaf): SurveyItem {
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

function leafResult(set: CriteriaSet, leaf: SurveyLeaf, forms: ReadonlyMap<string, FormCounts>): SurveyItem {
  const weighted = set.survey?.combine === "weights";
  const questions = leaf.questions.map(({ groups }) => questionResult(groups, forms, weighted));
  const shares = questions.flatMap(({ share }) => (share === undefined ? [] : [share]));
  const empty = weighted && questions.some((it) => it.groups.some(({ share }) => share === undefined));
  const short = leaf.questionnaires.filter((it) => {
    const count = forms.get(it.id)?.forms ?? 0;
    // A weighted group without any form is an empty group, and its own rule says what becomes of it.
    return count < it.leastForms && !(weighted && count === 0);
  });
  const open: SurveyReason | undefined =
    questions.length === 0
      ? "no-question"
      : shares.length < questions.length
        ? "no-valid-answer"
        : empty && set.survey?.emptyGroup === "pending"
          ? "empty-group"
          : short.length > 0 && set.survey?.belowLeast === "pending"
            ? "below-least"
            : undefined;
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
      groups: it.groups.map(({ asked, answers, share: own }) => groupText(asked, answers, own, weighted)),
    })),
    groups: leafGroups(leaf, questions, forms, weighted),
  };
}

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
  const valid = answers.reduce((so, it) => so + it.valid, 0);
  if (valid === 0) return undefined;
  return divide(sum(answers.map(({ percent }) => percent)), multiply(integer(valid), hundred));
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
    const sent = leaf.questionnaires.filter((it) => it.respondents === respondents);
    return {
      ...groupText(own[0]?.asked, answers, shares.length === own.length ? mean(shares) : undefined, weighted),
      respondents,
      forms: sent.reduce((so, { id }) => so + (forms.get(id)?.forms ?? 0), 0),
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
