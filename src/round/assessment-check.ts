/**
 * The self-assessments of a round: one for each unit, each held against its unit, the findings on it, and the calendar
 * with the unit's own extension (design 3.6, 3.11).
 */
import { daysBetween, lastDayFor, selfAssessmentDeadline } from "../calendar.ts";
import type { Path } from "../issue.ts";
import type { Extension, SelfAssessment } from "../round.ts";
import { type AnswerContext, type ReadAssessment, readAssessmentPart } from "./answer-check.ts";
import type { ReadFindings } from "./figure-check.ts";
import { elements, type Placed, type Reading, textAt } from "./reading.ts";
import type { UnitRegister } from "./register-check.ts";

/** The self-assessments of a round by unit; `unreadable` where the frame of one is wrong. */
export type Assessments = ReadonlyMap<string, ReadAssessment | "unreadable">;

/** Reads the self-assessments; each unit has one at most. */
export function readAssessments(
  reading: Reading,
  list: unknown,
  register: UnitRegister,
  findings: ReadFindings,
): Assessments {
  const result = new Map<string, ReadAssessment | "unreadable">();
  const contextOf = (unit: string): AnswerContext => ({
    unit: register.byId.get(unit),
    findings: findings.ofUnit.get(unit),
  });
  for (const part of elements(reading, list, ["selfAssessments"])) {
    const name = textAt(part.value, "unit");
    const place: Path = [...part.path, "unit"];
    if (name !== undefined && result.has(name)) {
      reading.report("self-assessment-twice", place, { found: name }, { unit: name });
      continue;
    }
    const read = readAssessmentPart(reading, part, contextOf);
    if (read === undefined) {
      if (name !== undefined) result.set(name, "unreadable");
      continue;
    }
    const { unit } = read.assessment.value;
    if (register.has(unit, place)) result.set(unit, read);
  }
  return result;
}

/** Flags every self-assessment that is late, or that does not say when it was sent. */
export function checkSubmissions(
  reading: Reading,
  assessments: Assessments,
  extensions: readonly Extension[],
): void {
  for (const it of assessments.values()) {
    if (it !== "unreadable") checkSubmission(reading, it.assessment, extensions);
  }
}

/** Design 3.11: a late self-assessment is flagged with its days, whatever the set makes of it. */
function checkSubmission(
  reading: Reading,
  { value, path }: Placed<SelfAssessment>,
  extensions: readonly Extension[],
): void {
  const { unit, submitted } = value;
  const { set } = reading.plan;
  const last = lastDayFor(set, unit, { extensions });
  if (last === undefined) return;
  const place = [...path, "submitted"];
  if (submitted === undefined) {
    if (!reading.isDamaged(place))
      reading.report("not-submitted", place, { found: selfAssessmentDeadline }, { unit });
  } else if (submitted > last) {
    const facts = { found: submitted, expected: last, days: daysBetween(last, submitted) };
    reading.report("late-submission", place, facts, { unit });
  }
}
