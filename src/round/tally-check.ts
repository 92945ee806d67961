/**
 * Survey counts of a round (design 3.7): questionnaires, questions and options that the set has, counts that fit the
 * number of forms, no batch and no unit twice. Lists are put in the order of their ids, so that equal counts read equal.
 */
import type { Question, Questionnaire, SurveyPlan } from "../criteria-set.ts";
import type { Path } from "../issue.ts";
import { add, compare, exactText, integer, sum, zero } from "../number.ts";
import { byCodeUnit } from "../plain.ts";
import type { FormCounts, InvalidCount, QuestionCounts, Tally, Unit } from "../round.ts";
import {
  checkListedOnce,
  elements,
  hasErrorSince,
  hint,
  type Placed,
  type Reading,
  readPart,
} from "./reading.ts";
import { roundShape } from "./round-schema.ts";

/** What a round knows that counts are held against. */
export interface TallyContext {
  /** Tells whether the round has a unit; reports one that it has not. */
  readonly hasUnit: (unit: string, path: Path) => boolean;
  /** The unit, where its own data could be read. */
  readonly unitOf: (unit: string) => Unit | undefined;
}

/** Reads a tally; undefined where its frame is wrong. The context is absent where it is read without its round. */
export function readTallyPart(
  reading: Reading,
  part: Placed<unknown>,
  context: TallyContext | undefined,
): Tally | undefined {
  const frame = readPart(reading, roundShape.tally, part);
  if (frame === undefined) return undefined;
  checkBatches(reading, frame.batches, [...part.path, "batches"]);
  checkCodes(reading, frame.invalid, [...part.path, "invalid"]);
  const counts: FormCounts[] = [];
  const seen = new Set<string>();
  for (const one of elements(reading, frame.counts, [...part.path, "counts"])) {
    const before = reading.report.issues.length;
    const read = readCounts(reading, one, context);
    if (read === undefined) continue;
    const key = `${read.unit}\n${read.questionnaire}`;
    if (seen.has(key))
      reading.report("counts-twice", one.path, { found: read.questionnaire }, { unit: read.unit });
    seen.add(key);
    if (!hasErrorSince(reading, before)) counts.push(read);
  }
  counts.sort((a, b) => byCodeUnit(a.unit, b.unit) || byCodeUnit(a.questionnaire, b.questionnaire));
  return { batches: [...frame.batches].sort(byCodeUnit), counts, invalid: byCode(frame.invalid) };
}

function checkBatches(reading: Reading, batches: readonly string[], path: Path): void {
  const seen = new Set<string>();
  batches.forEach((batch, at) => {
    if (seen.has(batch)) reading.report("batch-twice", [...path, at], { found: batch });
    seen.add(batch);
  });
}

const checkCodes = (reading: Reading, invalid: readonly InvalidCount[], path: Path, unit?: string): void =>
  checkListedOnce(
    reading,
    invalid.map(({ code }) => code),
    path,
    unit,
  );

const byCode = (invalid: readonly InvalidCount[]): readonly InvalidCount[] =>
  invalid.filter(({ count }) => count > 0).sort((a, b) => byCodeUnit(a.code, b.code));

function readCounts(
  reading: Reading,
  part: Placed<unknown>,
  context: TallyContext | undefined,
): FormCounts | undefined {
  const { path } = part;
  const counts = readPart(reading, roundShape.counts, part);
  if (counts === undefined) return undefined;
  const { unit } = counts;
  if (context?.hasUnit(unit, [...path, "unit"]) === false) return undefined;
  const { survey } = reading.plan.set;
  const questionnaires = survey?.questionnaires ?? [];
  const questionnaire = questionnaires.find(({ id }) => id === counts.questionnaire);
  if (survey === undefined || questionnaire === undefined) {
    const expected = hint(
      reading,
      counts.questionnaire,
      questionnaires.map(({ id }) => id),
    );
    reading.report(
      "unknown-questionnaire",
      [...path, "questionnaire"],
      { found: counts.questionnaire, expected },
      { unit },
    );
    return undefined;
  }
  const group = context?.unitOf(unit)?.group;
  if (group !== undefined && !questionnaire.judges.includes(group)) {
    const facts = { found: questionnaire.id, expected: group };
    reading.report("questionnaire-of-other-group", [...path, "questionnaire"], facts, { unit });
  }
  checkCodes(reading, counts.invalid, [...path, "invalid"], unit);
  checkQuestions(reading, counts, questionnaire, survey, path);
  const questions = counts.questions
    .map(({ question, options }): QuestionCounts => {
      const chosen = options.filter(({ count }) => count > 0).sort((a, b) => byCodeUnit(a.option, b.option));
      return { question, options: chosen };
    })
    .filter(({ options }) => options.length > 0)
    .sort((a, b) => byCodeUnit(a.question, b.question));
  return { ...counts, invalid: byCode(counts.invalid), questions };
}

function checkQuestions(
  reading: Reading,
  counts: FormCounts,
  questionnaire: Questionnaire,
  survey: SurveyPlan,
  path: Path,
): void {
  const { unit, forms } = counts;
  const before = reading.report.issues.length;
  checkListedOnce(
    reading,
    counts.questions.map(({ question }) => question),
    [...path, "questions"],
    unit,
  );
  let answers = zero;
  for (const [at, { question, options }] of counts.questions.entries()) {
    const place = [...path, "questions", at];
    const asked = questionnaire.questions.find(({ id }) => id === question);
    if (asked === undefined) {
      const known = questionnaire.questions.map(({ id }) => id);
      const facts = { found: question, expected: hint(reading, question, known) };
      reading.report("unknown-question", [...place, "question"], facts, { unit });
      continue;
    }
    checkOptions(reading, asked, options, survey, [...place, "options"], unit);
    const given = sum(options.map(({ count }) => integer(count)));
    answers = add(answers, given);
    if (compare(given, integer(forms)) <= 0) continue;
    const subject = { unit, item: reading.plan.leafOf.get(asked.item)?.number };
    reading.report("more-answers-than-forms", place, { found: exactText(given), expected: forms }, subject);
  }
  // A valid form answers at least one question.
  if (compare(answers, integer(forms)) >= 0 || hasErrorSince(reading, before)) return;
  const facts = { found: exactText(answers), expected: forms };
  reading.report("fewer-answers-than-forms", [...path, "forms"], facts, { unit });
}

function checkOptions(
  reading: Reading,
  asked: Question,
  options: QuestionCounts["options"],
  survey: SurveyPlan,
  path: Path,
  unit: string,
): void {
  const known = survey.scales.find(({ id }) => id === asked.scale)?.options.map(({ id }) => id) ?? [];
  checkListedOnce(
    reading,
    options.map(({ option }) => option),
    path,
    unit,
  );
  options.forEach(({ option }, at) => {
    if (known.includes(option)) return;
    const facts = { found: option, expected: hint(reading, option, known) };
    reading.report("unknown-answer-option", [...path, at, "option"], facts, { unit });
  });
}
