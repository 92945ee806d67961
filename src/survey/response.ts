/**
 * Survey responses as strangers send them, and the counter that takes them one at a time (design 3.7). What cannot be
 * counted is counted apart by what is wrong with it; nothing that a response holds is thrown at or kept.
 */

import type { CriteriaSet, Questionnaire, SurveyPlan, Text } from "../criteria-set.ts";
import { byCodeUnit, deepFreeze } from "../plain.ts";
import type { FormCounts, InvalidCount, Tally } from "../round.ts";
import { assertCriteriaSet } from "../set/brand.ts";
import { isId } from "../shape.ts";

/** One answered question of a form. */
export interface ResponseAnswer {
  /** The id of the question in the questionnaire. */
  readonly question: string;
  /** The id of the option that was chosen on the question's scale. */
  readonly option: string;
}

/** One filled-in form (phiếu trả lời): one respondent judges one unit. Keys beyond these are not read. */
export interface SurveyResponse {
  /** The id of the unit that is judged. */
  readonly unit: string;
  /** The id of the questionnaire that was filled in. */
  readonly questionnaire: string;
  /** The answers in any order; a question that is not answered is left out. */
  readonly answers: readonly ResponseAnswer[];
}

/** The codes under which forms and answers that cannot be counted are counted apart; the words are in `responseFaults`. */
export type ResponseFault =
  | "malformed-response"
  | "unknown-questionnaire"
  | "malformed-unit"
  | "malformed-answer"
  | "unknown-question"
  | "unknown-option"
  | "question-answered-twice"
  | "empty-form";

/**
 * Says in words what each code of an invalid count means: the whole list of codes.
 *
 * The first three count forms that belong to no unit and questionnaire and stand in `invalid` of the tally; the others
 * stand in `invalid` of their unit and questionnaire. `empty-form` counts forms; `malformed-answer`,
 * `unknown-question` and `unknown-option` count answers; `question-answered-twice` counts questions of a form. A
 * form has at most one of the first three, the first that fits, and then nothing else of it is counted.
 */
export const responseFaults: Readonly<Record<ResponseFault, Text>> = /* @__PURE__ */ deepFreeze({
  "malformed-response": {
    vi: "phiếu không đúng cấu trúc (cần mã đơn vị, mã phiếu và danh sách câu trả lời)",
    en: "the form is not of the right shape (a unit, a questionnaire and a list of answers)",
  },
  "unknown-questionnaire": {
    vi: "mẫu phiếu không có trong bộ tiêu chí",
    en: "the criteria set has no such questionnaire",
  },
  "malformed-unit": { vi: "mã đơn vị không đúng cách viết", en: "the unit is not written as an id" },
  "malformed-answer": {
    vi: "câu trả lời không đúng cấu trúc (cần mã câu hỏi và mã phương án)",
    en: "the answer is not of the right shape (a question and an option)",
  },
  "unknown-question": {
    vi: "câu hỏi không có trong mẫu phiếu",
    en: "the questionnaire has no such question",
  },
  "unknown-option": {
    vi: "phương án không có trong thang trả lời của câu hỏi",
    en: "the scale of the question has no such option",
  },
  "question-answered-twice": {
    vi: "một câu hỏi được trả lời nhiều lần trong một phiếu, không tính lần nào",
    en: "one question is answered more than once in a form, and no time is counted",
  },
  "empty-form": { vi: "phiếu không có câu trả lời hợp lệ nào", en: "the form has no valid answer at all" },
});

/** What a tally is told beside the responses. */
export interface TallyOptions {
  /** The id of the batch: lower-case ASCII letters, digits and `. - _ /`, at most 100 characters. */
  readonly batch: string;
}

/** A form with more answers than this is not read: no questionnaire comes near, and a sparse list could be endless. */
const answerLimit = 10_000;

/** What `chosen` holds for a question of the form at hand; a slot, from 0, where one valid option was chosen. */
const unanswered = -1;
const unknownOption = -2;
const answeredTwice = -3;

/** A questionnaire with its questions and options numbered, so that a form is counted without a search or an allocation. */
interface FormPlan {
  readonly id: string;
  readonly questions: ReadonlyMap<
    string,
    { readonly at: number; readonly slots: ReadonlyMap<string, number> }
  >;
  /** How many slots there are: options of all questions. */
  readonly size: number;
  /** For the form at hand: the slot that each question counts in, or one of the marks above. */
  readonly chosen: Int32Array;
  readonly cells: Map<string, Cell>;
}

/** The counts of one unit and questionnaire while responses stream in. */
interface Cell {
  forms: number;
  readonly counts: Float64Array;
  readonly invalid: Map<ResponseFault, number>;
}

/** Counts forms one at a time, and gives what was counted so far. */
export interface Counter {
  readonly add: (response: unknown) => void;
  readonly result: () => Tally;
}

/** A counter for one batch. Throws for `caller` where the set was not read, or the batch cannot be one. */
export function counterOf(caller: string, set: CriteriaSet, options: TallyOptions): Counter {
  assertCriteriaSet(set, caller);
  const batch: unknown = (options as TallyOptions | undefined)?.batch;
  if (typeof batch !== "string") throw new TypeError(`${caller}: the options name no batch`);
  if (!isId(batch)) throw new RangeError(`${caller}: the batch cannot be an id: ${batch.slice(0, 40)}`);
  const plans = new Map(
    set.survey?.questionnaires.map((it) => [it.id, formPlan(it, set.survey as SurveyPlan)]),
  );
  const invalid = new Map<ResponseFault, number>();
  return {
    add: (response) => {
      const fault = countForm(plans, response);
      if (fault !== undefined) raise(invalid, fault);
    },
    result: () =>
      deepFreeze({
        batches: [batch],
        counts: [...plans.values()]
          .flatMap((plan) => [...plan.cells].map(([unit, cell]) => formCounts(plan, unit, cell)))
          .sort((a, b) => byCodeUnit(a.unit, b.unit) || byCodeUnit(a.questionnaire, b.questionnaire)),
        invalid: invalidCounts(invalid),
      }),
  };
}

function formPlan(questionnaire: Questionnaire, survey: SurveyPlan): FormPlan {
  const scales = new Map(survey.scales.map((scale) => [scale.id, scale.options]));
  let size = 0;
  const questions = questionnaire.questions.map(({ id, scale }, at) => {
    const slots = new Map((scales.get(scale) ?? []).map((option, slot) => [option.id, size + slot]));
    size += slots.size;
    return [id, { at, slots }] as const;
  });
  const chosen = new Int32Array(questions.length);
  return { id: questionnaire.id, questions: new Map(questions), size, chosen, cells: new Map() };
}

/** Counts one form; gives the code where it belongs to no unit and questionnaire. */
function countForm(plans: ReadonlyMap<string, FormPlan>, response: unknown): ResponseFault | undefined {
  try {
    if (!isRecord(response)) return "malformed-response";
    const { unit, questionnaire, answers } = response;
    if (typeof unit !== "string" || typeof questionnaire !== "string") return "malformed-response";
    const length = Array.isArray(answers) ? answers.length : undefined;
    if (length === undefined || length > answerLimit) return "malformed-response";
    const plan = plans.get(questionnaire);
    if (plan === undefined) return "unknown-questionnaire";
    const known = plan.cells.get(unit);
    if (known === undefined && !isId(unit)) return "malformed-unit";
    const faults = chooseOptions(plan, answers as readonly unknown[], length);
    // Nothing is counted before the whole form was read: a getter that throws half-way leaves no trace.
    const cell = known ?? { forms: 0, counts: new Float64Array(plan.size), invalid: new Map() };
    if (known === undefined) plan.cells.set(unit, cell);
    commit(plan, cell, faults);
    return undefined;
  } catch {
    return "malformed-response";
  }
}

/** Fills `chosen` from the answers of one form; gives the faults of answers that name no question. */
function chooseOptions(
  plan: FormPlan,
  answers: readonly unknown[],
  length: number,
): readonly ResponseFault[] {
  const { chosen, questions } = plan;
  const faults: ResponseFault[] = [];
  chosen.fill(unanswered);
  for (let at = 0; at < length; at++) {
    const answer = answers[at];
    const question = isRecord(answer) ? answer["question"] : undefined;
    const option = isRecord(answer) ? answer["option"] : undefined;
    const asked = typeof question === "string" ? questions.get(question) : undefined;
    if (typeof question !== "string" || typeof option !== "string") faults.push("malformed-answer");
    else if (asked === undefined) faults.push("unknown-question");
    else
      chosen[asked.at] =
        chosen[asked.at] === unanswered ? (asked.slots.get(option) ?? unknownOption) : answeredTwice;
  }
  return faults;
}

function commit({ chosen }: FormPlan, cell: Cell, faults: readonly ResponseFault[]): void {
  let valid = false;
  for (const fault of faults) raise(cell.invalid, fault);
  for (let at = 0; at < chosen.length; at++) {
    const slot = chosen[at] as number;
    if (slot >= 0) {
      valid = true;
      cell.counts[slot] = (cell.counts[slot] as number) + 1;
    } else if (slot !== unanswered) {
      raise(cell.invalid, slot === unknownOption ? "unknown-option" : "question-answered-twice");
    }
  }
  if (valid) cell.forms += 1;
  else raise(cell.invalid, "empty-form");
}

function formCounts(plan: FormPlan, unit: string, cell: Cell): FormCounts {
  const questions = [...plan.questions].map(([question, { slots }]) => ({
    question,
    options: [...slots]
      .map(([option, slot]) => ({ option, count: cell.counts[slot] as number }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => byCodeUnit(a.option, b.option)),
  }));
  return {
    unit,
    questionnaire: plan.id,
    forms: cell.forms,
    invalid: invalidCounts(cell.invalid),
    questions: questions
      .filter(({ options }) => options.length > 0)
      .sort((a, b) => byCodeUnit(a.question, b.question)),
  };
}

const invalidCounts = (counts: ReadonlyMap<ResponseFault, number>): readonly InvalidCount[] =>
  [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => byCodeUnit(a.code, b.code));

const raise = (counts: Map<ResponseFault, number>, fault: ResponseFault): void => {
  counts.set(fault, (counts.get(fault) ?? 0) + 1);
};

const isRecord = (it: unknown): it is Readonly<Record<string, unknown>> =>
  typeof it === "object" && it !== null;
