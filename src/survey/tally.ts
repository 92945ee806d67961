/**
 * The tally: raw survey responses, as strangers send them, counted into options, in constant memory, one form at a time.
 * What cannot be counted is counted apart by what is wrong with it; nothing that a response holds throws or is kept.
 * Tallies merge in any order and any split to the same counts; a batch is never counted twice.
 */
import type { CriteriaSet, Questionnaire, SurveyPlan } from "../criteria-set.ts";
import { assertGiven, assertOptions, byCodeUnit, deepFreeze, isRecord } from "../plain.ts";
import { textAt, valueUnder } from "../round/reading.ts";
import {
  type FormCounts,
  type InvalidCount,
  inTallyOrder,
  mergedCounts,
  mergedInvalid,
  type Tally,
} from "../round.ts";
import { assertCriteriaSet } from "../set/brand.ts";
import { isId } from "../shape.ts";

/** One answered question of a form. */
export interface ResponseAnswer {
  /** The id of the question in the questionnaire. */
  readonly question: string;
  /** The id of the option that was chosen on the question's scale. */
  readonly option: string;
}

/** One filled-in form (phiếu trả lời): one respondent judges one unit. Keys beyond these (a weight, who answered) are not read: see `key-not-read`. */
export interface SurveyResponse {
  /** The id of the unit that is judged. */
  readonly unit: string;
  /** The id of the questionnaire that was filled in. */
  readonly questionnaire: string;
  /** The answers in any order; a question that is not answered is left out. */
  readonly answers: readonly ResponseAnswer[];
}

/**
 * The codes under which forms and answers that cannot be counted are counted apart; `wordsFor` gives the words of each,
 * as `fault.empty-form`.
 *
 * The first three count forms that belong to no unit and questionnaire and stand in `invalid` of the tally; the others
 * stand in `invalid` of their unit and questionnaire. `empty-form` counts forms; `malformed-answer`,
 * `unknown-question` and `unknown-option` count answers; `key-not-read` counts forms that say more than is read (a
 * weight, who answered) and are counted once each all the same; `question-answered-twice` counts questions of a form. A
 * form has at most one of the first three, the first that fits, and then nothing else of it is counted.
 */
export type ResponseFault =
  | "malformed-response"
  | "unknown-questionnaire"
  | "malformed-unit"
  | "malformed-answer"
  | "unknown-question"
  | "unknown-option"
  | "question-answered-twice"
  | "empty-form"
  | "key-not-read";

/** What a tally is told beside the responses. */
export interface TallyOptions {
  /** The id of the batch: lower-case ASCII letters, digits and `. - _ /`, at most 100 characters. */
  readonly batch: string;
}

/** The tally of no responses: the identity of `mergeTallies`. */
export const emptyTally: Tally = /* @__PURE__ */ deepFreeze({ batches: [], counts: [], invalid: [] });

/**
 * Counts survey responses.
 *
 * A form counts as valid with at least one question answered by an option of its scale, an option without a percentage
 * included; questions left out are not counted anywhere. Everything else is counted apart by the codes of
 * `ResponseFault` and enters no share; nothing that a response holds makes the function throw. Whether a unit exists
 * is for the round to say. The order of the responses and of their answers changes nothing. Memory grows with the
 * units and questionnaires that are met, not with the responses.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param responses The responses; each should be a `SurveyResponse`. No responses give a tally with the batch alone.
 * @param options The id of the batch.
 *
 * @returns The tally, frozen: units, questionnaires, questions and options in code-unit order of their ids.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`, the responses cannot be iterated, or the batch is not a text.
 * @throws RangeError if the batch cannot be an id.
 *
 * @example
 * ```ts
 * import { tally } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 *
 * const form = { unit: "so-a", questionnaire: "citizens", answers: [{ question: "q1", option: "a" }, { question: "q99", option: "a" }] };
 * const { counts } = tally(criteriaSet("hoa-lam/department/2026"), [form], { batch: "2026-07" });
 * counts[0]?.questions; // => [ { question: 'q1', options: [ { option: 'a', count: 1 } ] } ]
 * counts[0]?.invalid; // => [ { code: 'unknown-question', count: 1 } ]
 * ```
 */
export function tally(set: CriteriaSet, responses: Iterable<unknown>, options: TallyOptions): Tally {
  const counter = counterOf("tally", set, options);
  if (!isIterable(responses)) throw new TypeError("tally: the responses cannot be iterated");
  for (const response of responses) counter.add(response);
  return counter.result();
}

/**
 * Counts survey responses that arrive one after another, for example from a file or a network.
 *
 * Gives just what `tally` gives for the same responses, and holds no more than one of them at a time.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param responses The responses; each should be a `SurveyResponse`.
 * @param options The id of the batch.
 *
 * @returns A promise of the tally, frozen; rejected with what the iteration itself throws.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`, the responses cannot be iterated, or the batch is not a text.
 * @throws RangeError if the batch cannot be an id.
 *
 * @example
 * ```ts
 * import { tallyAsync } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 *
 * async function* forms() {
 *   yield { unit: "so-a", questionnaire: "citizens", answers: [{ question: "q1", option: "a" }] };
 * }
 * const counted = await tallyAsync(criteriaSet("hoa-lam/department/2026"), forms(), { batch: "2026-07" });
 * counted.counts[0]?.forms; // => 1
 * ```
 */
export async function tallyAsync(
  set: CriteriaSet,
  responses: AsyncIterable<unknown> | Iterable<unknown>,
  options: TallyOptions,
): Promise<Tally> {
  const counter = counterOf("tallyAsync", set, options);
  const iterable: unknown = responses;
  const async = typeof iterable === "object" && iterable !== null && Symbol.asyncIterator in iterable;
  if (!async && !isIterable(iterable)) throw new TypeError("tallyAsync: the responses cannot be iterated");
  for await (const response of responses) counter.add(response);
  return counter.result();
}

/**
 * Merges tallies of one criteria set: the counts of all together.
 *
 * Merging is associative and commutative, and `emptyTally` changes nothing: it is what no tallies give.
 *
 * @param tallies The tallies, in any number and order.
 *
 * @returns The merged tally, frozen; no argument is changed.
 *
 * @throws TypeError if an argument is not a tally whose counts are whole numbers from 0.
 * @throws RangeError if a batch is in two of them, since its responses would be counted twice, or a count passes 2^53 − 1.
 *
 * @example
 * ```ts
 * import { emptyTally, mergeTallies } from "par-index";
 *
 * const july = { batches: ["2026-07"], counts: [], invalid: [{ code: "malformed-response", count: 2 }] };
 * const august = { batches: ["2026-08"], counts: [], invalid: [{ code: "malformed-response", count: 1 }] };
 * mergeTallies(august, july, emptyTally).batches; // => [ '2026-07', '2026-08' ]
 * mergeTallies(july, august).invalid; // => [ { code: 'malformed-response', count: 3 } ]
 * ```
 */
export function mergeTallies(...tallies: readonly Tally[]): Tally {
  for (const [at, one] of tallies.entries()) assertTally(one, `mergeTallies: the argument ${at + 1}`);
  const batches = tallies.flatMap((one) => one.batches).sort(byCodeUnit);
  const twice = batches.find((batch, at) => batch === batches[at + 1]);
  if (twice !== undefined) throw new RangeError(`mergeTallies: the batch ${twice} is in two tallies`);
  return deepFreeze({
    batches,
    counts: mergedCounts(
      tallies.flatMap((one) => one.counts),
      total,
    ),
    invalid: mergedInvalid(
      tallies.flatMap((one) => one.invalid),
      total,
    ),
  });
}

/** Counts are whole numbers; beyond 2^53 − 1 a sum of them would no longer be exact. */
function total(counts: readonly number[]): number {
  const all = counts.reduce((so, count) => so + count, 0);
  if (all > Number.MAX_SAFE_INTEGER) throw new RangeError("mergeTallies: a count passes 2^53 − 1");
  return all;
}

/** Throws TypeError for what is no tally, and for one with a count that is no whole number from 0. */
export function assertTally(value: unknown, what: string): void {
  const rule = `${what} must be a tally, as tally and readTally give it`;
  const fail = (found: string): never => {
    throw new TypeError(`${rule}: ${found}`);
  };
  const listOf = (holder: unknown, key: string): readonly unknown[] => {
    const list = valueUnder(holder, key);
    return Array.isArray(list) ? list : fail(`${key} is no list`);
  };
  const counted = (holder: unknown, key: string): void => {
    const count = valueUnder(holder, key);
    if (!(Number.isSafeInteger(count) && Number(count) >= 0))
      fail(
        `${key} is ${typeof count === "number" ? count : JSON.stringify(count)}, and counts are whole numbers from 0`,
      );
  };
  const countedIn = (holder: unknown): void => {
    for (const one of listOf(holder, "invalid")) counted(one, "count");
  };
  assertGiven(value, [], rule);
  listOf(value, "batches");
  countedIn(value);
  for (const form of listOf(value, "counts")) {
    counted(form, "forms");
    countedIn(form);
    for (const question of listOf(form, "questions"))
      for (const option of listOf(question, "options")) counted(option, "count");
  }
}

const isIterable = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  Symbol.iterator in value &&
  typeof value[Symbol.iterator] === "function";

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
interface Counter {
  readonly add: (response: unknown) => void;
  readonly result: () => Tally;
}

/** A counter for one batch. Throws for `caller` where the set was not read, or the batch cannot be one. */
function counterOf(caller: string, set: CriteriaSet, options: TallyOptions): Counter {
  assertCriteriaSet(set, caller);
  assertOptions(options, ["batch"], caller);
  const batch = textAt(options, "batch");
  if (batch === undefined) throw new TypeError(`${caller}: the options name no batch`);
  if (!isId(batch)) throw new RangeError(`${caller}: the batch cannot be an id: ${batch.slice(0, 40)}`);
  const { survey } = set;
  const plans = new Map(survey?.questionnaires.map((form) => [form.id, formPlan(form, survey)]));
  const invalid = new Map<ResponseFault, number>();
  return {
    add: (response) => {
      const fault = countForm(plans, response);
      if (fault !== undefined) raise(invalid, fault);
    },
    result: () => {
      const counts = [...plans.values()].flatMap((plan) =>
        [...plan.cells].map(([unit, cell]) => formCounts(plan, unit, cell)),
      );
      return deepFreeze(inTallyOrder({ batches: [batch], counts, invalid: invalidCounts(invalid) }));
    },
  };
}

function formPlan({ id: form, questions: asked }: Questionnaire, { scales }: SurveyPlan): FormPlan {
  let size = 0;
  const questions = asked.map(({ id, scale }, at) => {
    const options = scales.find((one) => one.id === scale)?.options ?? [];
    const slots = new Map(options.map((option, slot) => [option.id, size + slot]));
    size += slots.size;
    return [id, { at, slots }] as const;
  });
  const chosen = new Int32Array(questions.length);
  return { id: form, questions: new Map(questions), size, chosen, cells: new Map() };
}

const responseKeys: ReadonlySet<string> = /* @__PURE__ */ new Set(["unit", "questionnaire", "answers"]);

/** Counts one form; gives the code where it belongs to no unit and questionnaire. */
function countForm(plans: ReadonlyMap<string, FormPlan>, response: unknown): ResponseFault | undefined {
  try {
    if (!isRecord(response)) return "malformed-response";
    const { unit, questionnaire, answers } = response;
    if (typeof unit !== "string" || typeof questionnaire !== "string") return "malformed-response";
    if (!Array.isArray(answers)) return "malformed-response";
    const { length } = answers;
    if (length > answerLimit) return "malformed-response";
    const plan = plans.get(questionnaire);
    if (plan === undefined) return "unknown-questionnaire";
    const known = plan.cells.get(unit);
    if (known === undefined && !isId(unit)) return "malformed-unit";
    const faults = chooseOptions(plan, answers, length);
    // Nothing is counted before the whole form was read: a getter that throws half-way leaves no trace.
    const cell = known ?? { forms: 0, counts: new Float64Array(plan.size), invalid: new Map() };
    if (known === undefined) plan.cells.set(unit, cell);
    // Counted all the same; but whoever gave a weight, or two forms of one respondent, is told that nobody reads that.
    const isRead = Object.keys(response).every((key) => responseKeys.has(key));
    commit(plan, cell, isRead ? faults : [...faults, "key-not-read"]);
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
    const slot = chosen[at] ?? unanswered;
    if (slot >= 0) {
      valid = true;
      cell.counts[slot] = (cell.counts[slot] ?? 0) + 1;
    } else if (slot !== unanswered) {
      raise(cell.invalid, slot === unknownOption ? "unknown-option" : "question-answered-twice");
    }
  }
  if (valid) cell.forms += 1;
  else raise(cell.invalid, "empty-form");
}

const formCounts = (plan: FormPlan, unit: string, { forms, counts, invalid }: Cell): FormCounts => ({
  unit,
  questionnaire: plan.id,
  forms,
  invalid: invalidCounts(invalid),
  questions: [...plan.questions].map(([question, { slots }]) => ({
    question,
    options: [...slots].map(([option, slot]) => ({ option, count: counts[slot] ?? 0 })),
  })),
});

const invalidCounts = (counts: ReadonlyMap<ResponseFault, number>): readonly InvalidCount[] =>
  [...counts].map(([code, count]) => ({ code, count }));

const raise = (counts: Map<ResponseFault, number>, fault: ResponseFault): void => {
  counts.set(fault, (counts.get(fault) ?? 0) + 1);
};
