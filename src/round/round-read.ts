/**
 * Reading rounds and their parts: self-assessments, ledgers, tallies, statistics. `readX` gives the value as read, or
 * throws `InvalidError` with every issue; `checkX` gives the issues, warnings too (design 3.14). All is held against a
 * criteria set, and what is read is plain frozen data in the order of the set.
 */

import type { CriteriaSet } from "../criteria-set.ts";
import { hasErrors, InvalidError, type Issue } from "../issue.ts";
import { brand, deepFreeze } from "../plain.ts";
import type { Entry, Round, SelfAssessment, Statistic, Tally } from "../round.ts";
import { message } from "../words/words.ts";
import { readAssessmentPart } from "./answer-check.ts";
import { readStatisticParts } from "./figure-check.ts";
import { readEntries } from "./ledger-check.ts";
import { checkOrder } from "./ledger-order.ts";
import { closeReading, openReading, type Reading } from "./reading.ts";
import { inLedgerOrder, type JudgedRound, judge } from "./round-check.ts";
import { readTallyPart } from "./tally-check.ts";

export type { JudgedRound } from "./round-check.ts";

/** The rounds that were read here, with the set that they were held against and all that was found. */
const rounds = /* @__PURE__ */ brand<{ readonly set: CriteriaSet; readonly judged: JudgedRound }>();

/**
 * Reads a round.
 *
 * Lists come out sorted: units by id, answers and figures in the order of the set, the ledger by unit, item, stage and
 * date, so that the order in which a file was written changes nothing. Text is brought to NFC, with a warning.
 *
 * @param set The criteria set, made by `readCriteriaSet`; its id and edition are those that the round names.
 * @param value The parsed JSON of a round.
 *
 * @returns The round, frozen; warnings do not stand in its way.
 *
 * @throws InvalidError with every issue, if any of them is an error; TypeError if the set was not made by `readCriteriaSet`.
 *
 * @example
 * ```ts
 * import { readRound } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("hoa-lam/department/2026");
 * const units = [{ id: "hoa-lam/so-b", name: { vi: "Sở B" }, group: set.groups[0]?.id }];
 * const title = { vi: "Đợt đánh giá minh họa" };
 * readRound(set, { format: 1, set: set.id, edition: set.edition, title, status: "illustrative", units }).units.length; // => 1
 * ```
 */
export function readRound(set: CriteriaSet, value: unknown): Round {
  const { round, issues } = judged(set, value, "readRound");
  if (hasErrors(issues)) throw new InvalidError("The round cannot be read", issues);
  return round;
}

/**
 * Checks a round and gives everything that is wrong with it, or worth a second look.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param value The parsed JSON of a round, or a round as read.
 *
 * @returns All issues, errors and warnings, in the order of the file; empty for a round without fault.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`.
 *
 * @example
 * ```ts
 * import { checkRound } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("hoa-lam/department/2026");
 * const round = { format: 1, set: set.id, edition: 9, title: { vi: "Đợt đánh giá minh họa" }, status: "illustrative", units: [] };
 * checkRound(set, round).map(({ code }) => code); // => [ 'round-of-other-edition' ]
 * ```
 */
export function checkRound(set: CriteriaSet, value: unknown): readonly Issue[] {
  return judged(set, value, "checkRound").issues;
}

/** Judges a round, read or raw, and never throws on data: what can be used of it, and the issues by unit. */
export const judgeRound = (set: CriteriaSet, value: unknown): JudgedRound => judged(set, value, "judgeRound");

/** A round that was read with this very set is not judged again. */
function judged(set: CriteriaSet, value: unknown, caller: string): JudgedRound {
  const known = rounds.originOf(value);
  if (known?.set === set) return known.judged;
  const result = judge(set, value, caller);
  rounds.mark(result.round, { set, judged: result });
  return result;
}

/** Tells whether a value is a round that was read here. */
export const isReadRound = (value: unknown): value is Round => rounds.originOf(value) !== undefined;

/** Throws TypeError in the name of a function that was given anything but a round that was read here, with the set. */
export function assertRound(set: CriteriaSet, round: unknown, functionName: string): asserts round is Round {
  const known = rounds.originOf(round);
  if (known === undefined) throw new TypeError(`${functionName}: the round was not made by readRound`);
  if (known.set !== set) throw new TypeError(`${functionName}: the round was read with another criteria set`);
}

/**
 * Reads the self-assessment of one unit, or a filled-in form of `blankSelfAssessment`.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param value The parsed JSON of a self-assessment.
 *
 * @returns The self-assessment, frozen, its answers in the order of the set; entries that were left blank have none.
 *
 * @throws InvalidError with every issue, if any of them is an error; TypeError if the set was not made by `readCriteriaSet`.
 *
 * @example
 * ```ts
 * import { readSelfAssessment } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const answers = [{ item: "1.1.2", facts: { numerator: 17, denominator: 20 } }];
 * readSelfAssessment(criteriaSet("hoa-lam/department/2026"), { unit: "hoa-lam/so-a", answers }).answers[0]?.item; // => '1.1.2'
 * ```
 */
export function readSelfAssessment(set: CriteriaSet, value: unknown): SelfAssessment {
  const reading = openReading(set, value, "readSelfAssessment");
  const read = assessmentOf(reading);
  return settled(reading, read, "The self-assessment cannot be read");
}

/**
 * Checks the self-assessment of one unit and gives everything that is wrong with it, or worth a second look.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param value The parsed JSON of a self-assessment.
 *
 * @returns All issues, errors and warnings, in the order of the file.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`.
 *
 * @example
 * ```ts
 * import { checkSelfAssessment } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const answers = [{ item: "1.1.9", facts: { numerator: 17, denominator: 20 } }];
 * checkSelfAssessment(criteriaSet("hoa-lam/department/2026"), { unit: "hoa-lam/so-a", answers }).map(({ code }) => code); // => [ 'unknown-item' ]
 * ```
 */
export function checkSelfAssessment(set: CriteriaSet, value: unknown): readonly Issue[] {
  const reading = openReading(set, value, "checkSelfAssessment");
  assessmentOf(reading);
  return closeReading(reading);
}

const assessmentOf = (reading: Reading): SelfAssessment | undefined =>
  readAssessmentPart(reading, { value: reading.root, path: [] }, () => ({}))?.assessment.value;

/**
 * Reads a ledger without its round: each entry for itself and the order between entries. What only the round knows
 * (units, councils and their roles, acts, findings, self-scores) is checked when the round is read.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param value The parsed JSON: a list of entries, in any order; may be empty.
 *
 * @returns The entries, frozen, by unit, item, stage and date.
 *
 * @throws InvalidError with every issue, if any of them is an error; TypeError if the set was not made by `readCriteriaSet`.
 *
 * @example
 * ```ts
 * import { readLedger } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const entry = { kind: "uphold", unit: "hoa-lam/so-a", item: "1.1.2", stage: "first", by: "chu-tich", date: "2027-01-12" };
 * readLedger(criteriaSet("hoa-lam/department/2026"), [entry])[0]?.kind; // => 'uphold'
 * ```
 */
export function readLedger(set: CriteriaSet, value: unknown): readonly Entry[] {
  const reading = openReading(set, value, "readLedger");
  const entries = isList(reading) ? ledgerOf(reading) : undefined;
  return settled(reading, entries, "The ledger cannot be read");
}

function ledgerOf(reading: Reading): readonly Entry[] {
  const read = readEntries(reading, reading.root, [], undefined);
  checkOrder(reading, read, undefined);
  return read.entries.map(({ value }) => value).sort(inLedgerOrder(reading));
}

/**
 * Reads a tally of survey responses without its round: whether its units exist, and belong to a group that the
 * questionnaire judges, is checked when the round is read.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param value The parsed JSON of a tally.
 *
 * @returns The tally, frozen: units, questionnaires, questions and options in the order of their ids, without counts of 0.
 *
 * @throws InvalidError with every issue, if any of them is an error; TypeError if the set was not made by `readCriteriaSet`.
 *
 * @example
 * ```ts
 * import { readTally } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * readTally(criteriaSet("hoa-lam/department/2026"), { batches: ["dot-2", "dot-1"] }).batches; // => [ 'dot-1', 'dot-2' ]
 * ```
 */
export function readTally(set: CriteriaSet, value: unknown): Tally {
  const reading = openReading(set, value, "readTally");
  const read = readTallyPart(reading, { value: reading.root, path: [] }, undefined);
  return settled(reading, read, "The tally cannot be read");
}

/**
 * Reads the statistics that third parties give, without their round: whether their units exist is checked when the
 * round is read.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param value The parsed JSON: a list of statistics, in any order; may be empty.
 *
 * @returns The statistics, frozen, by unit and in the order of the set.
 *
 * @throws InvalidError with every issue, if any of them is an error; TypeError if the set was not made by `readCriteriaSet`.
 *
 * @example
 * ```ts
 * import { readStatistics } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const statistic = { unit: "hoa-lam/so-a", item: "8.2.1", facts: { percent: "62.50" } };
 * readStatistics(criteriaSet("hoa-lam/department/2026"), [statistic])[0]?.facts; // => { percent: '62.50' }
 * ```
 */
export function readStatistics(set: CriteriaSet, value: unknown): readonly Statistic[] {
  const reading = openReading(set, value, "readStatistics");
  const statistics = isList(reading) ? readStatisticParts(reading, reading.root, [], undefined) : undefined;
  return settled(reading, statistics, "The statistics cannot be read");
}

/** Reports a value that is no list; of one that the plain copy refused enough is said. */
function isList(reading: Reading): boolean {
  if (Array.isArray(reading.root)) return true;
  const facts = {
    found: reading.root === null ? "null" : typeof reading.root,
    expected: message("named.type.array"),
  };
  if (!reading.isDamaged([])) reading.report("wrong-type", [], facts);
  return false;
}

function settled<T>(reading: Reading, value: T | undefined, what: string): T {
  const issues = closeReading(reading);
  if (value === undefined || hasErrors(issues)) throw new InvalidError(what, issues);
  return deepFreeze(value);
}
