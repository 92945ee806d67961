/**
 * Self-assessments (báo cáo tự chấm điểm): reads the answers of each unit and says what is wrong with them: items that
 * are not the unit's to score, claims that the set does not allow, missing evidence, stated points that the facts do
 * not give (design 2, 3.4, 3.6, 3.11, 3.14).
 */
import { hasEvidence } from "../appraisal.ts";
import type { Facts } from "../criteria-set.ts";
import type { Path } from "../issue.ts";
import { compare, decimal, equals, rounded } from "../number.ts";
import { byCodeUnit } from "../plain.ts";
import type { Leaf } from "../plan.ts";
import type { Answer, Evidence, Finding, SelfAssessment, Unit } from "../round.ts";
import {
  elements,
  hasErrorSince,
  isRecord,
  type Placed,
  type Reading,
  readPart,
  readPartFacts,
  targetOf,
  textAt,
} from "./reading.ts";
import { roundShape, type WrittenAnswer } from "./round-schema.ts";

/** What a round knows that an answer is held against; absent parts are not checked. */
export interface AnswerContext {
  /** The unit itself, for its kinds. */
  readonly unit?: Unit | undefined;
  /** The findings on the unit. */
  readonly findings?: readonly Finding[] | undefined;
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
  const frame = readPart(reading, roundShape.selfAssessment, part);
  // Where only the rest of the frame is wrong, the answers are judged all the same.
  const unit = textAt(part.value, "unit");
  if (unit === undefined || !isRecord(part.value)) return undefined;
  const { submitted, approved } = frame ?? {};
  if (submitted !== undefined && approved !== undefined && approved.date > submitted) {
    const facts = { found: approved.date, expected: submitted };
    reading.report("approved-after-submission", [...part.path, "approved", "date"], facts, { unit });
  }
  const context = contextOf(unit);
  const unread = new Set<string>();
  const seen = new Set<string>();
  const answers: { readonly index: number; readonly answer: Answer }[] = [];
  for (const one of elements(reading, part.value["answers"], [...part.path, "answers"])) {
    const before = reading.report.issues.length;
    const read = readAnswer(reading, one, unit, seen, context, submitted);
    if (read !== undefined && !hasErrorSince(reading, before)) answers.push(read);
    else if (read !== undefined || hasErrorSince(reading, before))
      unread.add(textAt(one.value, "item") ?? "");
  }
  if (frame === undefined) return undefined;
  answers.sort((a, b) => a.index - b.index);
  const assessment: SelfAssessment = {
    unit,
    ...(submitted === undefined ? {} : { submitted }),
    ...(approved === undefined ? {} : { approved }),
    answers: answers.map(({ answer }) => answer),
  };
  return { assessment: { value: assessment, path: part.path }, unread };
}

function readAnswer(
  reading: Reading,
  part: Placed<unknown>,
  unit: string,
  seen: Set<string>,
  context: AnswerContext,
  submitted: string | undefined,
): { readonly index: number; readonly answer: Answer } | undefined {
  const { path } = part;
  const written = readPart(reading, roundShape.answer, part);
  if (written === undefined) return undefined;
  const leaf = answeredLeaf(reading, written.item, [...path, "item"], unit, context);
  if (leaf === undefined) return undefined;
  const subject = { item: leaf.number, unit };
  if (seen.has(leaf.id)) {
    reading.report("answer-twice", [...path, "item"], { found: leaf.id }, subject);
    return undefined;
  }
  seen.add(leaf.id);
  if (isBlank(written)) return undefined;
  checkClaim(reading, leaf, written, path, unit);
  const facts =
    written.facts === undefined
      ? undefined
      : readPartFacts(reading, leaf, { value: written.facts, path: [...path, "facts"] });
  if (facts !== undefined) {
    checkStated(reading, leaf, facts, written.points, path, unit);
    checkFindings(reading, leaf, facts, path, unit, context);
    checkEvidence(reading, leaf, facts, written, path, unit);
  }
  if (submitted !== undefined) {
    written.evidence.forEach(({ date }, at) => {
      if (date <= submitted) return;
      const place = [...path, "evidence", at, "date"];
      reading.report("evidence-after-submission", place, { found: date, expected: submitted }, subject);
    });
  }
  const { item, notApplicable, points, explanation } = written;
  const answer: Answer = {
    item,
    ...(facts === undefined ? {} : { facts }),
    ...(notApplicable === undefined ? {} : { notApplicable }),
    ...(points === undefined ? {} : { points }),
    evidence: inEvidenceOrder(written.evidence),
    ...(explanation === undefined ? {} : { explanation }),
  };
  return { index: leaf.index, answer };
}

/** The leaf of an answer, or undefined after it was reported why the unit cannot answer there. */
function answeredLeaf(
  reading: Reading,
  id: string,
  path: Path,
  unit: string,
  context: AnswerContext,
): Leaf | undefined {
  const target = targetOf(reading, id, path, unit);
  if (target === undefined) return undefined;
  if ("line" in target) {
    reading.report("answer-on-line", path, { found: id }, { item: target.line.number, unit });
    return undefined;
  }
  const subject = { item: target.number, unit };
  if (!target.selfScored) {
    const code = {
      survey: "answer-on-survey-item",
      statistic: "answer-on-statistic",
      appraisal: "answer-on-appraiser-item",
    } as const;
    reading.report(code[target.source.kind], path, { found: id }, subject);
    return undefined;
  }
  if (context.unit?.kinds.some((kind) => reading.plan.exempt.get(kind)?.has(id))) {
    reading.report("answer-on-exempt-item", path, { found: id }, subject);
  }
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

function checkClaim(
  reading: Reading,
  leaf: Leaf,
  { facts, notApplicable }: WrittenAnswer,
  path: Path,
  unit: string,
): void {
  const subject = { item: leaf.number, unit };
  if (notApplicable !== undefined && facts !== undefined)
    return reading.report("answer-with-both", path, {}, subject);
  if (notApplicable !== undefined && leaf.notApplicable === undefined) {
    return reading.report("not-applicable-not-allowed", [...path, "notApplicable"], {}, subject);
  }
  const lost = reading.isDamaged([...path, "facts"]) || reading.isDamaged([...path, "notApplicable"]);
  if (notApplicable === undefined && facts === undefined && !lost) {
    reading.report("answer-with-neither", path, {}, subject);
  }
}

/** Points that the unit wrote down are only compared: with the exact points, or with these rounded as published. */
function checkStated(
  reading: Reading,
  leaf: Leaf,
  facts: Facts,
  stated: string | undefined,
  path: Path,
  unit: string,
): void {
  if (stated === undefined) return;
  // Points that depend on the other units nobody can know yet.
  const given = leaf.compiled.result(facts);
  if (given.kind !== "points" || equals(given.points, decimal(stated))) return;
  const decimals = stated.split(".")[1]?.length ?? 0;
  const places = decimals > leaf.context.places ? decimals : leaf.context.places;
  const published = rounded(given.points, places, leaf.context.mode);
  if (equals(decimal(published), decimal(stated))) return;
  reading.report(
    "stated-points-differ",
    [...path, "points"],
    { found: stated, expected: published },
    { item: leaf.number, unit },
  );
}

/** Design 3.6: full points against a finding that was not put right by the period's last day. */
function checkFindings(
  reading: Reading,
  leaf: Leaf,
  facts: Facts,
  path: Path,
  unit: string,
  context: AnswerContext,
): void {
  const last = reading.plan.set.period.to;
  for (const finding of context.findings ?? []) {
    if (finding.item !== leaf.id || (finding.remedied !== undefined && finding.remedied <= last)) continue;
    const given = leaf.compiled.result(facts);
    if (given.kind !== "points" || compare(given.points, leaf.max) < 0) continue;
    reading.report(
      "full-claim-against-finding",
      path,
      { found: finding.id, expected: last },
      { item: leaf.number, unit },
    );
  }
}

function checkEvidence(
  reading: Reading,
  leaf: Leaf,
  facts: Facts,
  written: WrittenAnswer,
  path: Path,
  unit: string,
): void {
  if (hasEvidence(leaf.evidence, written)) return;
  // Nothing to do this year (0 of 0) is a claim that the leaf does not apply: nothing could prove it.
  if (leaf.compiled.result(facts).kind === "empty") return;
  const code = leaf.evidence === "required" ? "evidence-missing" : "evidence-or-explanation-missing";
  reading.report(code, [...path, "evidence"], {}, { item: leaf.number, unit });
}

/** Documents by day, number and place: the order in which somebody listed them means nothing. */
export const inEvidenceOrder = (evidence: readonly Evidence[]): readonly Evidence[] =>
  evidence.length < 2 ? evidence : [...evidence].sort((a, b) => byCodeUnit(evidenceKey(a), evidenceKey(b)));

const evidenceKey = ({ date, number, issuer, title = "", section = "", page = "" }: Evidence): string =>
  [date, number, issuer, section, page, title].join("\n");
