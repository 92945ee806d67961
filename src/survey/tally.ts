/**
 * The tally: raw survey responses counted into options, in constant memory, one form at a time (design 3.7). Tallies
 * merge in any order and any split to the same counts; a batch is never counted twice.
 */
import type { CriteriaSet } from "../criteria-set.ts";
import { byCodeUnit, deepFreeze } from "../plain.ts";
import type { FormCounts, InvalidCount, QuestionCounts, Tally } from "../round.ts";
import { counterOf, type TallyOptions } from "./response.ts";

export type { ResponseAnswer, ResponseFault, SurveyResponse, TallyOptions } from "./response.ts";
export { responseFaults } from "./response.ts";

/** The tally of no responses: the identity of `mergeTallies`. */
export const emptyTally: Tally = /* @__PURE__ */ deepFreeze({ batches: [], counts: [], invalid: [] });

/**
 * Counts survey responses.
 *
 * A form counts as valid with at least one question answered by an option of its scale, an option without a percentage
 * included; questions left out are not counted anywhere. Everything else is counted apart by the codes of
 * `responseFaults` and enters no share; nothing that a response holds makes the function throw. Whether a unit exists
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
 * Merges two tallies of one criteria set: the counts of both together.
 *
 * Merging is associative and commutative, and `emptyTally` changes nothing.
 *
 * @param a The one tally.
 * @param b The other.
 *
 * @returns The merged tally, frozen; neither argument is changed.
 *
 * @throws TypeError if an argument is not a tally.
 * @throws RangeError if a batch is in both, since its responses would be counted twice, or a count passes 2^53 − 1.
 *
 * @example
 * ```ts
 * import { emptyTally, mergeTallies } from "par-index";
 *
 * const july = { batches: ["2026-07"], counts: [], invalid: [{ code: "malformed-response", count: 2 }] };
 * const august = { batches: ["2026-08"], counts: [], invalid: [{ code: "malformed-response", count: 1 }] };
 * mergeTallies(august, mergeTallies(july, emptyTally)).batches; // => [ '2026-07', '2026-08' ]
 * mergeTallies(july, august).invalid; // => [ { code: 'malformed-response', count: 3 } ]
 * ```
 */
export function mergeTallies(a: Tally, b: Tally): Tally {
  for (const it of [a, b]) if (!isTally(it)) throw new TypeError("mergeTallies: an argument is not a tally");
  const batches = [...a.batches, ...b.batches].sort(byCodeUnit);
  const twice = batches.find((batch, at) => batch === batches[at + 1]);
  if (twice !== undefined) throw new RangeError(`mergeTallies: the batch ${twice} is in both tallies`);
  return deepFreeze({
    batches,
    counts: gathered([...a.counts, ...b.counts], (it) => `${it.unit}\u0000${it.questionnaire}`).map(
      mergedForms,
    ),
    invalid: mergedInvalid([...a.invalid, ...b.invalid]),
  });
}

function mergedForms(forms: readonly [FormCounts, ...FormCounts[]]): FormCounts {
  const [{ unit, questionnaire }] = forms;
  return {
    unit,
    questionnaire,
    forms: total(forms.map((it) => it.forms)),
    invalid: mergedInvalid(forms.flatMap((it) => it.invalid)),
    questions: gathered(
      forms.flatMap((it) => it.questions),
      (it) => it.question,
    ).map(mergedQuestion),
  };
}

const mergedQuestion = (counts: readonly [QuestionCounts, ...QuestionCounts[]]): QuestionCounts => ({
  question: counts[0].question,
  options: gathered(
    counts.flatMap((it) => it.options),
    (it) => it.option,
  ).map((same) => ({ option: same[0].option, count: total(same.map((it) => it.count)) })),
});

const mergedInvalid = (counts: readonly InvalidCount[]): readonly InvalidCount[] =>
  gathered(counts, (it) => it.code).map((same) => ({
    code: same[0].code,
    count: total(same.map((it) => it.count)),
  }));

/** Entries of one key together, keys in code-unit order. */
function gathered<T>(entries: readonly T[], keyOf: (entry: T) => string): readonly [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const entry of entries) {
    const group = groups.get(keyOf(entry));
    if (group === undefined) groups.set(keyOf(entry), [entry]);
    else group.push(entry);
  }
  return [...groups].sort(([a], [b]) => byCodeUnit(a, b)).map(([, group]) => group);
}

/** Counts are whole numbers; beyond 2^53 − 1 a sum of them would no longer be exact. */
function total(counts: readonly number[]): number {
  const sum = counts.reduce((so, count) => so + count, 0);
  if (sum > Number.MAX_SAFE_INTEGER) throw new RangeError("mergeTallies: a count passes 2^53 − 1");
  return sum;
}

const isTally = (it: Tally | null | undefined): boolean =>
  typeof it === "object" &&
  it !== null &&
  Array.isArray(it.batches) &&
  Array.isArray(it.counts) &&
  Array.isArray(it.invalid);

const isIterable = (it: unknown): boolean =>
  typeof it === "object" &&
  it !== null &&
  typeof (it as { [Symbol.iterator]?: unknown })[Symbol.iterator] === "function";
