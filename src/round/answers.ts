/**
 * Self-assessments (báo cáo tự chấm điểm): reads the answers of each unit and says what is wrong with them: items that
 * are not the unit's to score, claims that the set does not allow, missing evidence, stated points that the facts do
 * not give; and holds the self-assessments of a round against its units, its findings and the calendar.
 */
import { hasEvidence } from "../appraisal.ts";
import { daysBetween, lastDayFor, selfAssessmentDeadline } from "../calendar.ts";
import type { CriteriaSet, Facts } from "../criteria-set.ts";
import type { Issue, Path } from "../issue.ts";
import { compareExact, decimal, equals, rounded } from "../number.ts";
import { byCodeUnit, isRecord, type Mutable } from "../plain.ts";
import type { Leaf } from "../plan.ts";
import type { Answer, Evidence, Extension, Finding, RoundIndex, SelfAssessment, Unit } from "../round.ts";
import type { RuleResult } from "../rule.ts";
import type { ReadFindings } from "./figures.ts";
import {
  closeReading,
  elements,
  hasErrorSince,
  openReading,
  type Placed,
  partUnder,
  type Reading,
  readPart,
  readPartFacts,
  repeats,
  targetOf,
  textAt,
  withKeysOf,
} from "./reading.ts";
import type { UnitRegister } from "./register.ts";
import { roundShape, type WrittenAnswer } from "./schema.ts";

/** What a round knows that an answer is held against; absent parts are not checked. */
interface AnswerContext {
  /** The unit itself, for its kinds. */
  readonly unit?: Unit | undefined;
  /** The findings on the unit. */
  readonly findings?: readonly Finding[] | undefined;
  /** The day on which the unit sent its answers. */
  readonly submitted?: string | undefined;
}

/** A self-assessment as read, and the items whose answers could not be read. */
export interface ReadAssessment {
  readonly assessment: Placed<SelfAssessment>;
  readonly unread: ReadonlySet<string>;
}

/** Reads one self-assessment; `contextOf` gives what the round knows of its unit. Undefined where its frame is wrong. */
export function readAssessmentPart(
  reading: Reading,
  part: Placed<unknown>,
  contextOf: (unit: string) => AnswerContext,
): ReadAssessment | undefined {
  const { path } = part;
  const frame = readPart(reading, roundShape.selfAssessment, part);
  // Where only the rest of the frame is wrong, the answers are judged all the same.
  const unit = textAt(part.value, "unit");
  if (unit === undefined) return undefined;
  const submitted = frame?.submitted;
  const approved = frame?.approved?.date;
  if (submitted !== undefined && approved !== undefined && approved > submitted) {
    const facts = { found: approved, expected: submitted };
    reading.report("approved-after-submission", [...path, "approved", "date"], facts);
  }
  const context = { ...contextOf(unit), submitted };
  const unread = new Set<string>();
  const isRepeated = repeats();
  const answers: Answer[] = [];
  for (const one of elements(reading, partUnder(part, "answers"))) {
    const before = reading.report.issues.length;
    const read = readAnswer(reading, one, context, isRepeated);
    if (hasErrorSince(reading, before)) unread.add(textAt(one.value, "item") ?? "");
    else if (read !== undefined) answers.push(read);
  }
  if (frame === undefined) return undefined;
  const value = { ...frame, answers: inSetOrder(reading, answers) };
  return { assessment: { value, path }, unread };
}

/** Answers in the order of the set; of leaves that it does not have, first, by id. */
function inSetOrder({ plan }: Reading, answers: readonly Answer[]): readonly Answer[] {
  const at = ({ item }: Answer): number => plan.leafOf.get(item)?.index ?? -1;
  return [...answers].sort((a, b) => at(a) - at(b) || byCodeUnit(a.item, b.item));
}

/** An answer that is judged, on its leaf. */
interface Answering extends Placed<WrittenAnswer> {
  readonly leaf: Leaf;
}

function readAnswer(
  reading: Reading,
  part: Placed<unknown>,
  context: AnswerContext,
  isRepeated: (item: string) => boolean,
): Answer | undefined {
  const { path } = part;
  const written = readPart(reading, roundShape.answer, part);
  if (written === undefined) return undefined;
  const leaf = answeredLeaf(reading, { value: written, path }, context);
  if (leaf === undefined) return undefined;
  if (isRepeated(leaf.id)) {
    reading.report("answer-twice", [...path, "item"], { found: leaf.id });
    return undefined;
  }
  if (isBlank(written)) return undefined;
  const answering = { value: written, path, leaf };
  checkClaim(reading, answering);
  const facts =
    written.facts === undefined
      ? undefined
      : readPartFacts(reading, leaf, { value: written.facts, path: [...path, "facts"] });
  if (facts !== undefined) checkFactsGiven(reading, answering, facts, context.findings ?? []);
  const { submitted } = context;
  written.evidence.forEach(({ date }, at) => {
    if (submitted === undefined || date <= submitted) return;
    const place = [...path, "evidence", at, "date"];
    reading.report("evidence-after-submission", place, { found: date, expected: submitted });
  });
  return withKeysOf(reading, part, answerOf(written, facts));
}

/** Holds an answer against what its facts give. */
function checkFactsGiven(
  reading: Reading,
  answering: Answering,
  facts: Facts,
  findings: readonly Finding[],
): void {
  const { value, leaf } = answering;
  const isProven = hasEvidence(leaf.evidence, value);
  if (isProven && value.points === undefined && findings.length === 0) return;
  const result = leaf.compiled(facts);
  checkStated(reading, answering, result);
  checkAgainstFindings(reading, answering, result, findings);
  // Nothing to do this year (0 of 0) is a claim that the leaf does not apply: nothing could prove it.
  if (isProven || result.kind === "empty") return;
  const code = leaf.evidence === "required" ? "evidence-missing" : "evidence-or-explanation-missing";
  reading.report(code, [...answering.path, "evidence"]);
}

/** An answer as read: the very one that is written, wherever nothing in it is read as something else. */
function answerOf(written: WrittenAnswer, facts: Facts | undefined): Answer {
  const evidence = inEvidenceOrder(written.evidence);
  if (isAnswerAsRead(written, facts) && evidence === written.evidence) return written;
  const { item, notApplicable, points, explanation } = written;
  const given: Mutable<Omit<Answer, "evidence">> = { item };
  if (facts !== undefined) given.facts = facts;
  if (notApplicable !== undefined) given.notApplicable = notApplicable;
  if (points !== undefined) given.points = points;
  const answer: Mutable<Answer> = Object.assign(given, { evidence });
  if (explanation !== undefined) answer.explanation = explanation;
  return answer;
}

const isAnswerAsRead = (
  written: WrittenAnswer,
  facts: Facts | undefined,
): written is WrittenAnswer & Answer => written.facts === facts && !("asks" in written);

/** Why a unit cannot answer a leaf itself, by the kind of the leaf's source. */
const answeredByOthers = {
  survey: "answer-on-survey-item",
  statistic: "answer-on-statistic",
  appraisal: "answer-on-appraiser-item",
} as const;

/** The leaf of an answer, or undefined after it was reported why the unit cannot answer there. */
function answeredLeaf(
  reading: Reading,
  { value: { item: id }, path: answer }: Placed<WrittenAnswer>,
  { unit }: AnswerContext,
): Leaf | undefined {
  const { exempt, leafOf } = reading.plan;
  const isExempt = unit?.kinds.some((kind) => exempt.get(kind)?.has(id)) === true;
  const leaf = leafOf.get(id);
  if (leaf?.selfScored && !isExempt) return leaf;
  const path = [...answer, "item"];
  const target = targetOf(reading, { value: id, path });
  if (target === undefined) return undefined;
  if ("line" in target || !target.selfScored) {
    const code = "line" in target ? "answer-on-line" : answeredByOthers[target.source.kind];
    reading.report(code, path, { found: id });
    return undefined;
  }
  reading.report("answer-on-exempt-item", path, { found: id });
  return target;
}

/** An answer of a blank form that nobody filled in: every fact is null, and nothing else is said. */
function isBlank({ facts, notApplicable, points, evidence, explanation }: WrittenAnswer): boolean {
  if (notApplicable !== undefined || points !== undefined || explanation !== undefined || evidence.length > 0)
    return false;
  return isRecord(facts) && Object.keys(facts).length > 0 && Object.values(facts).every(isUnfilled);
}

/** A fact of a blank form: null, or a list of parts with an id and null (the kinds of breach). */
const isUnfilled = (value: unknown): boolean =>
  value === null ||
  (Array.isArray(value) &&
    value.length > 0 &&
    value.every((one) => isRecord(one) && Object.values(one).includes(null)));

/** An answer gives facts, or claims that the leaf does not apply where the set allows that. */
function checkClaim(reading: Reading, { value: { facts, notApplicable }, path, leaf }: Answering): void {
  if (notApplicable !== undefined && facts !== undefined) return reading.report("answer-with-both", path);
  if (notApplicable !== undefined && leaf.notApplicable === undefined)
    return reading.report("not-applicable-not-allowed", [...path, "notApplicable"]);
  if (notApplicable !== undefined || facts !== undefined) return;
  const lost = reading.isDamaged([...path, "facts"]) || reading.isDamaged([...path, "notApplicable"]);
  if (!lost) reading.report("answer-with-neither", path);
}

/** From so many decimals on nobody typed a figure: it was computed. */
const computedDigits = 10;

/** Points that the unit wrote down are only compared: with the exact points, or with these rounded as published. */
function checkStated(reading: Reading, { value, path, leaf }: Answering, given: RuleResult): void {
  const { points: stated } = value;
  // Points that depend on the other units nobody can know yet.
  if (stated === undefined || given.kind !== "points" || equals(given.points, decimal(stated))) return;
  const decimals = stated.split(".")[1]?.length ?? 0;
  const { places, mode } = leaf.context;
  const published = rounded(given.points, decimals > places ? decimals : places, mode);
  // So many digits are those of a spreadsheet, which cuts a fraction as it pleases.
  const accepted =
    decimals < computedDigits
      ? [published]
      : (["down", "up"] as const).map((way) => rounded(given.points, decimals, way));
  if (accepted.some((it) => equals(decimal(it), decimal(stated)))) return;
  reading.report("stated-points-differ", [...path, "points"], { found: stated, expected: published });
}

/** Full points against a finding that was not put right by the last day of the period. */
function checkAgainstFindings(
  reading: Reading,
  { path, leaf }: Answering,
  given: RuleResult,
  findings: readonly Finding[],
): void {
  if (given.kind !== "points" || compareExact(given.points, leaf.max) < 0) return;
  const last = reading.plan.set.period.to;
  for (const { id, item, remedied } of findings) {
    if (item !== leaf.id || (remedied !== undefined && remedied <= last)) continue;
    reading.report("full-claim-against-finding", path, { found: id, expected: last });
  }
}

/** Documents by day, number and place: the order in which somebody listed them means nothing. */
export const inEvidenceOrder = (evidence: readonly Evidence[]): readonly Evidence[] =>
  evidence.length < 2 ? evidence : [...evidence].sort((a, b) => byCodeUnit(evidenceKey(a), evidenceKey(b)));

const evidenceKey = ({ date, number, issuer, title = "", section = "", page = "" }: Evidence): string =>
  [date, number, issuer, section, page, title].join("\n");

/** The self-assessments of a round by unit; `unreadable` where the frame of one is wrong. */
export type Assessments = ReadonlyMap<string, ReadAssessment | "unreadable">;

/** Reads the self-assessments of a round, one for each unit at most, each held against its unit and the findings on it. */
export function readAssessments(
  reading: Reading,
  list: Placed<unknown>,
  register: UnitRegister,
  findings: ReadFindings,
): Assessments {
  const result = new Map<string, ReadAssessment | "unreadable">();
  const contextOf = (unit: string): AnswerContext => ({
    unit: register.byId.get(unit),
    findings: findings.ofUnit.get(unit),
  });
  for (const part of elements(reading, list)) {
    const unit = textAt(part.value, "unit");
    const place: Path = [...part.path, "unit"];
    if (unit !== undefined && result.has(unit)) {
      reading.report("self-assessment-twice", place, { found: unit });
      continue;
    }
    const read = readAssessmentPart(reading, part, contextOf);
    if (unit === undefined) continue;
    if (read === undefined) result.set(unit, "unreadable");
    else if (register.has(unit, place)) result.set(unit, read);
  }
  return result;
}

/** Flags every self-assessment that is late, whatever the set makes of it, or that does not say when it was sent. */
export function checkSubmissions(
  reading: Reading,
  { assessments, register }: { readonly assessments: Assessments; readonly register: UnitRegister },
  extensions: readonly Extension[],
): void {
  for (const [id, read] of assessments) {
    if (read === "unreadable" || register.absent.has(id)) continue;
    const { unit, submitted } = read.assessment.value;
    const last = lastDayFor(reading.plan.set, unit, { extensions });
    const place = [...read.assessment.path, "submitted"];
    if (last === undefined) continue;
    if (submitted !== undefined && submitted > last) {
      const facts = { found: submitted, expected: last, days: daysBetween(last, submitted) };
      reading.report("late-submission", place, facts);
    } else if (submitted === undefined && !reading.isDamaged(place)) {
      reading.report("not-submitted", place, { found: selfAssessmentDeadline });
    }
  }
}

/** The self-assessment with one answer replaced, absent where that cannot be read; and what is wrong with it. */
interface ReadAnswer {
  readonly assessment: SelfAssessment | undefined;
  /** Issues about the answer; their paths start at it. */
  readonly issues: readonly Issue[];
}

/** One raw answer of a unit, without its `item`; null takes the answer back. */
interface AnswerToRead {
  readonly unit: Unit;
  readonly item: string;
  readonly answer: unknown;
}

/**
 * Reads one answer alone against its round: as if the unit had sent nothing else, and gives the unit's self-assessment
 * back with that answer in it.
 */
export function readAnswerOf(
  set: CriteriaSet,
  index: RoundIndex,
  { unit, item, answer }: AnswerToRead,
): ReadAnswer {
  const known = index.assessments.get(unit.id);
  const head = { unit: unit.id, ...(known?.submitted === undefined ? {} : { submitted: known.submitted }) };
  // As a blank form leaves it: no answer, on an item that must still be the unit's to score.
  const written =
    answer === null ? { item, facts: { answer } } : isRecord(answer) ? { ...answer, item } : answer;
  const reading = openReading(set, { ...head, answers: [written] }, "change");
  const findings = index.findings.get(unit.id);
  const read = readAssessmentPart(reading, { value: reading.root, path: [] }, () => ({ unit, findings }));
  const own = read?.assessment.value.answers ?? [];
  if (own.length === 0 && isClaimAccepted(index, unit, item))
    reading.report(
      "nothing-to-accept",
      [],
      {},
      { unit: unit.id, item: { id: item, number: reading.plan.leafOf.get(item)?.number } },
    );
  const issues = closeReading(reading).map((one) => Object.freeze({ ...one, path: one.path.slice(2) }));
  const others = (known?.answers ?? []).filter((one) => one.item !== item);
  const answers = inSetOrder(reading, [...others, ...own]);
  return { assessment: read === undefined ? undefined : { ...(known ?? head), answers }, issues };
}

/** Whether the ledger accepts what the unit claims on an item, and no explanation has proposed anything else. */
function isClaimAccepted(index: RoundIndex, unit: Unit, item: string): boolean {
  const entries = (index.entries.get(unit.id) ?? []).filter((entry) => entry.item === item);
  return entries.some(({ kind }) => kind === "accept") && !entries.some(({ kind }) => kind === "explain");
}
