/**
 * Reading rounds and their parts: self-assessments, ledgers, tallies, statistics. `readX` gives the value as read, or
 * throws `InvalidError` with every issue; `checkX` gives the issues, warnings too. All is held against a criteria set,
 * and what is read is plain frozen data in the order of the set. Every part of a round is read for itself, and left out
 * where it has an error, so that the other units can still be scored.
 */
import { byReplay, byStage } from "../appraisal.ts";
import type { CriteriaSet } from "../criteria-set.ts";
import { hasErrors, InvalidError, type Issue, issuesMoved } from "../issue.ts";
import { brand, byCodeUnit, deepFreeze, isRecord, notMade, withoutAppKeys } from "../plain.ts";
import {
  type Act,
  type Answer,
  type Entry,
  markRead,
  type Round,
  type SelfAssessment,
  type Statistic,
  type Tally,
} from "../round.ts";
import { shown } from "../shape.ts";
import { message } from "../words/words.ts";
import { type Assessments, checkSubmissions, readAssessmentPart, readAssessments } from "./answers.ts";
import {
  byUnitAndItem,
  readFindings,
  readStatisticParts,
  readTallyPart,
  readTargetParts,
} from "./figures.ts";
import { checkGaps, checkUnanswered } from "./gaps.ts";
import {
  type BesideLedger,
  checkAddressed,
  checkOrder,
  type PlacedEntry,
  readActs,
  readEntries,
} from "./ledger.ts";
import {
  closeReading,
  openReading,
  type Placed,
  partUnder,
  type Reading,
  readPart,
  textAt,
  valueUnder,
} from "./reading.ts";
import {
  type CouncilRegister,
  concernedUnits,
  type LostUnit,
  lostCouncils,
  readCouncils,
  readExtensions,
  readNotHeld,
  readUnits,
  type Touched,
  type UnitRegister,
} from "./register.ts";
import { roundLists, roundShape } from "./schema.ts";

/** What was made of a round: what can be used of it, and everything that is wrong. */
export interface JudgedRound {
  /**
   * The round without the parts that have an error, and without keys of an app's own; where the frame cannot be used, a
   * round without units.
   */
  readonly round: Round;
  /** The same with the keys of an app's own; the same object where there are none. */
  readonly kept: Round;
  /** Every issue, warnings too, in the order of the file. */
  readonly issues: readonly Issue[];
  /** The units with an error in their data. */
  readonly bad: ReadonlySet<string>;
  /** True where nothing can be scored: another set or edition, no list of units, a part of the frame that cannot be read. */
  readonly fatal: boolean;
  /** The units whose own entry in the register has an error: they are not among the units of the round. */
  readonly lostUnits: readonly LostUnit[];
  /** True where something was left out of which nobody can tell whose it is: it may change the score of any unit. */
  readonly ownerless: boolean;
}

/**
 * Tells whether all that may concern a group could be read: a unit of which only the group is known is missed there, one
 * of which not even that is known everywhere.
 */
export const isWholeGroup = ({ ownerless, lostUnits }: JudgedRound, id: string): boolean =>
  !ownerless && lostUnits.every(({ group }) => group !== undefined && group !== id);

/** The rounds that were read here, with the set that they were held against and all that was found. */
const rounds = /* @__PURE__ */ brand<{ readonly set: CriteriaSet; readonly judged: JudgedRound }>();

/**
 * Reads a round.
 *
 * Lists come out sorted: units by id, answers and figures in the order of the set, the ledger by unit, item, stage and
 * date, so that the order in which a file was written changes nothing. Text is brought to NFC, with a warning. Keys that
 * begin with `x-` are an app's own, at every level: they are kept as they are, and change no result, digest or record.
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
  const { kept, issues } = judged(set, value, "readRound");
  if (hasErrors(issues)) throw new InvalidError("The round cannot be read", issues);
  return kept;
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
  if (known !== undefined && known.set === set) return known.judged;
  const reading = openReading(set, value, caller);
  const result = judge(reading);
  // Whoever gives the round as read is told where things stand in that, and not in the file that it came from.
  const { issues } = result;
  asRead(
    set,
    issues.length === 0 ? result : { ...result, issues: issuesMoved(issues, reading.root, result.kept) },
  );
  for (const { selfAssessments, ledger, statistics } of new Set([result.round, result.kept]))
    for (const parts of [selfAssessments, ledger, statistics]) markRead(set, parts);
  return result;
}

/** A form as it is while somebody types. */
export interface JudgedDraft {
  readonly unit: string;
  readonly answers: readonly Answer[];
  readonly entries: readonly Entry[];
  /** The items of which something is wrong. */
  readonly faulty: ReadonlySet<string>;
  readonly issues: readonly Issue[];
}

/** Judges a self-assessment that was not read, and the entries on it: what is sound of them, and what is wrong. */
export function judgeDraft(
  set: CriteriaSet,
  selfAssessment: unknown,
  ledger: readonly unknown[],
): JudgedDraft {
  const reading = openReading(set, selfAssessment, "appraise");
  const unit = textAt(reading.root, "unit");
  if (unit === undefined) throw new TypeError("appraise: the self-assessment must name its unit");
  const read = readAssessmentPart(reading, allOf(reading), () => ({}));
  // Where the head alone is wrong, the answers are those of a form without it.
  const bare = { unit, answers: valueUnder(reading.root, "answers") };
  const again =
    read ?? readAssessmentPart(openReading(set, bare, "appraise"), { value: bare, path: [] }, () => ({}));
  const entries = openReading(set, ledger, "appraise");
  const decided = readEntries(entries, allOf(entries), undefined);
  checkOrder(entries, decided, undefined);
  const issues = Object.freeze([...closeReading(reading), ...closeReading(entries)]);
  const errors = issues.filter(({ severity }) => severity === "error");
  const faulty = new Set(errors.flatMap(({ item }) => item ?? []));
  const sound = decided.entries.filter(
    ({ wrong, value }) => !wrong && value.unit === unit && !faulty.has(value.item),
  );
  return {
    unit,
    answers: again?.assessment.value.answers.filter(({ item }) => !faulty.has(item)) ?? [],
    entries: sound.map(({ value }) => value),
    faulty,
    issues,
  };
}

/** Remembers of a round that it was read, and gives back what was found. */
export function asRead(set: CriteriaSet, judged: JudgedRound): JudgedRound {
  rounds.mark(judged.round, { set, judged });
  rounds.mark(judged.kept, { set, judged });
  return judged;
}

/** A round that was read here, without keys of an app's own; undefined for any other value. */
export const bareRound = (value: unknown): Round | undefined => rounds.originOf(value)?.judged.round;

/** Throws TypeError in the name of a function that was given anything but a round that was read here, with the set. */
export function assertRound(set: CriteriaSet, round: unknown, functionName: string): asserts round is Round {
  const known = rounds.originOf(round);
  if (known === undefined) throw notMade(round, "round", "readRound", functionName);
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
  const read = settled(reading, assessmentOf(reading), "The self-assessment cannot be read");
  markRead(set, [read]);
  return read;
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

function assessmentOf(reading: Reading): SelfAssessment | undefined {
  const read = readAssessmentPart(reading, allOf(reading), () => ({}));
  // While it is being written, what is still blank is no news.
  if (read?.assessment.value.submitted !== undefined)
    checkUnanswered(reading, read, { kinds: [], decided: new Set() });
  return read?.assessment.value;
}

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
  const read = settled(reading, entries, "The ledger cannot be read");
  markRead(set, read);
  return read;
}

function ledgerOf(reading: Reading): readonly Entry[] {
  const read = readEntries(reading, allOf(reading), undefined);
  checkOrder(reading, read, undefined);
  return inLedgerOrder(
    reading,
    read.entries.map(({ value }) => value),
    (entry) => entry,
  );
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
  const read = readTallyPart(reading, allOf(reading), undefined);
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
  const statistics = isList(reading) ? readStatisticParts(reading, allOf(reading), undefined) : undefined;
  const read = settled(reading, statistics, "The statistics cannot be read");
  markRead(set, read);
  return read;
}

/** All that is read, as one part. */
const allOf = ({ root }: Reading): Placed<unknown> => ({ value: root, path: [] });

/** Reports a value that is no list; of one that the plain copy refused enough is said. */
function isList(reading: Reading): boolean {
  if (Array.isArray(reading.root)) return true;
  const facts = {
    found: shown(reading.root),
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

/** Judges a raw round against its set. */
function judge(reading: Reading): JudgedRound {
  const { root } = reading;
  const { set } = reading.plan;
  const frame = readPart(reading, roundShape.frame, allOf(reading));
  const parts = isRecord(root) && isOfSet(reading, root) ? readParts(reading, root) : undefined;
  const issues = closeReading(reading);
  const { bad, ownerless } =
    parts === undefined ? { bad: new Set<string>(), ownerless: true } : concernedUnits(issues, root, parts);
  // An error of the frame itself: at its root, or at one of its keys.
  const isBroken = issues.some(({ severity, path }) => severity === "error" && path.length <= 1);
  const isLost = frame === undefined || parts === undefined || parts.isLost;
  const kept =
    frame === undefined || parts === undefined
      ? emptyRound(set)
      : { ...headOf(frame), ...parts.lists, ...reading.aside.get(isRecord(root) ? root : {}) };
  deepFreeze(kept);
  const round = reading.aside.size === 0 ? kept : deepFreeze(withoutAppKeys(kept));
  return {
    ...{ round, kept, issues, bad, fatal: isLost || isBroken || reading.brokenOff },
    ...{ lostUnits: parts?.register.lost ?? [], ownerless },
  };
}

/** A round of another set or edition is not read further: every item would be unknown. */
function isOfSet(reading: Reading, { set: id, edition }: Readonly<Record<string, unknown>>): boolean {
  const { set } = reading.plan;
  if (typeof id === "string" && id !== set.id) {
    reading.report("round-of-other-set", ["set"], { found: id, expected: set.id });
    return false;
  }
  if (typeof edition !== "number" || edition === set.edition) return true;
  reading.report("round-of-other-edition", ["edition"], { found: edition, expected: set.edition });
  return false;
}

type Head = Pick<Round, "format" | "set" | "edition" | "title" | "status">;

const headOf = ({ format, set, edition, title, status }: Head): Head => ({
  format,
  set,
  edition,
  title,
  status,
});

const noTally: Tally = { batches: [], counts: [], invalid: [] };

const emptyRound = ({ id, edition, title }: CriteriaSet): Round => ({
  format: 1,
  set: id,
  edition,
  title,
  status: "illustrative",
  units: [],
  councils: [],
  selfAssessments: [],
  ledger: [],
  acts: [],
  tally: noTally,
  surveyNotHeld: [],
  statistics: [],
  targets: [],
  findings: [],
  extensions: [],
});

/** What a round holds beside its head, as read. */
interface Parts extends Touched {
  readonly lists: Omit<Round, keyof Head>;
  /** True where a whole list or the tally cannot be read: without it nobody is scored. */
  readonly isLost: boolean;
}

/**
 * Lists that were written but cannot be read: left out by the plain copy, no lists, or under a key that is no key of a
 * round. What they hold is not missed in the other parts.
 */
function lostLists(reading: Reading, root: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const stray = Object.keys(root).some((key) => !Object.hasOwn(roundShape.frame.shape, key));
  const lost = roundLists.filter(
    (key) => !Array.isArray(root[key]) && (stray || root[key] !== undefined || reading.isDamaged([key])),
  );
  return new Set(lost);
}

function readParts(reading: Reading, root: Readonly<Record<string, unknown>>): Parts {
  const lost = lostLists(reading, root);
  const listOf = (key: string): Placed<unknown> => partUnder(allOf(reading), key);
  const register = readUnits(reading, listOf("units"));
  const councils = lost.has("councils")
    ? lostCouncils
    : readCouncils(reading, listOf("councils"), register.has);
  const read = readLists(reading, { register, councils, lost, findingIds: undefined });
  const lists = { units: register.units, councils: councils.councils, ...read.lists };
  checkGaps(reading, { lists, register, assessments: read.assessments, lost });
  return { lists, register, councils, isLost: lost.size > 0 || read.isLost };
}

/** What the lists of a round are held against: what was read before them. */
interface BesideLists {
  readonly register: UnitRegister;
  readonly councils: CouncilRegister;
  /** The lists that were written but cannot be read. */
  readonly lost: ReadonlySet<string>;
  /** The ids of all findings; undefined where they are those that are read. */
  readonly findingIds: readonly string[] | undefined;
}

/** The lists of a round that are held against its register. */
export interface ReadLists {
  readonly lists: Omit<Round, keyof Head | "units" | "councils">;
  /** The entries of the ledger with their places, in its order. */
  readonly entries: readonly PlacedEntry[];
  readonly assessments: Assessments;
  /** True where the tally cannot be read. */
  readonly isLost: boolean;
}

/** Reads all lists of a round but its units and councils. */
export function readLists(
  reading: Reading,
  { register, councils, lost, findingIds }: BesideLists,
): ReadLists {
  const listOf = (key: string): Placed<unknown> => partUnder(allOf(reading), key);
  const hasUnit = register.has;
  const found = readFindings(reading, listOf("findings"), hasUnit);
  const findings = findingIds === undefined ? found : { ...found, ids: findingIds };
  const extensions = readExtensions(reading, listOf("extensions"), hasUnit);
  const assessments = readAssessments(reading, listOf("selfAssessments"), register, findings);
  if (!lost.has("extensions")) checkSubmissions(reading, { assessments, register }, extensions);
  const acts = readActs(reading, listOf("acts"), councils);
  const beside = { register, councils, findings, assessments, acts, lost };
  const entries = readLedgerPart(reading, listOf("ledger"), beside);
  const tally = readRoundTally(reading, listOf("tally"), register);
  const surveyed = new Set(tally?.counts.map(({ unit }) => register.byId.get(unit)?.group));
  const lists = {
    selfAssessments: [...assessments.values()]
      .flatMap((read) => (read === "unreadable" ? [] : [read.assessment.value]))
      .sort((a, b) => byCodeUnit(a.unit, b.unit)),
    ledger: entries.map(({ value }) => value),
    acts: inActOrder(acts.acts),
    tally: tally ?? noTally,
    surveyNotHeld: readNotHeld(reading, listOf("surveyNotHeld"), surveyed),
    statistics: readStatisticParts(reading, listOf("statistics"), hasUnit),
    targets: readTargetParts(reading, listOf("targets"), hasUnit),
    findings: findings.findings,
    extensions,
  };
  return { lists, entries, assessments, isLost: tally === undefined };
}

/** Acts by council, in the order of the stages. */
export const inActOrder = (acts: readonly Act[]): readonly Act[] =>
  [...acts].sort((a, b) => byCodeUnit(a.council, b.council) || byStage(a.stage, b.stage));

function readLedgerPart(
  reading: Reading,
  list: Placed<unknown>,
  beside: BesideLedger,
): readonly PlacedEntry[] {
  const read = readEntries(reading, list, beside);
  checkOrder(reading, read, beside);
  if (beside.lost.has("ledger")) return [];
  checkAddressed(reading, read, beside);
  return inLedgerOrder(
    reading,
    read.entries.filter(({ wrong }) => !wrong),
    ({ value }) => value,
  );
}

/** A ledger in the order in which it is read: unit, item, and on one item as it is replayed. */
function inLedgerOrder<T>({ plan }: Reading, entries: readonly T[], entryOf: (of: T) => Entry): readonly T[] {
  const place = byUnitAndItem(plan);
  return [...entries].sort((one, other) => {
    const [a, b] = [entryOf(one), entryOf(other)];
    return place(a, b) || byReplay(a, b);
  });
}

function readRoundTally(reading: Reading, part: Placed<unknown>, register: UnitRegister): Tally | undefined {
  const { value, path } = part;
  if (value === undefined && reading.isDamaged(path)) return undefined;
  const tally = readTallyPart(reading, { value: value === undefined ? {} : value, path }, register);
  const isLost = (key: string): boolean =>
    reading.isDamaged([...path, key]) && !Array.isArray(valueUnder(value, key));
  return ["batches", "counts", "invalid"].some(isLost) ? undefined : tally;
}
