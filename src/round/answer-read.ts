/**
 * One answer, judged alone against its round: the reader of self-assessments looks at it as if the unit had sent nothing
 * else, and the unit's self-assessment is given back with that answer in it (design 3.14).
 */

import type { CriteriaSet } from "../criteria-set.ts";
import type { Issue } from "../issue.ts";
import { byCodeUnit } from "../plain.ts";
import { planOf } from "../plan.ts";
import type { Answer, RoundIndex, SelfAssessment, Unit } from "../round.ts";
import { readAssessmentPart } from "./answer-check.ts";
import { closeReading, isRecord, openReading } from "./reading.ts";

/** The self-assessment with one answer replaced, absent where that cannot be read; and what is wrong with it. */
export interface ReadAnswer {
  readonly assessment: SelfAssessment | undefined;
  /** Issues about the answer; their paths start at it. */
  readonly issues: readonly Issue[];
}

/** Reads one raw answer of a unit, without its `item`; null takes the answer back. */
export function readAnswerOf(
  set: CriteriaSet,
  index: RoundIndex,
  unit: Unit,
  item: string,
  answer: unknown,
): ReadAnswer {
  const known = index.assessments.get(unit.id);
  const head = { unit: unit.id, ...(known?.submitted === undefined ? {} : { submitted: known.submitted }) };
  // As a blank form leaves it: no answer, on an item that must still be the unit's to score.
  const written =
    answer === null ? { item, facts: { answer } } : isRecord(answer) ? { ...answer, item } : answer;
  const reading = openReading(set, { ...head, answers: [written] }, "change");
  const findings = index.round.findings.filter((it) => it.unit === unit.id);
  const read = readAssessmentPart(reading, { value: reading.root, path: [] }, () => ({ unit, findings }));
  const own = read?.assessment.value.answers ?? [];
  const left = own.length === 0 ? acceptedClaim(index, unit, item) : undefined;
  if (left !== undefined) reading.report("nothing-to-accept", [], {}, { unit: unit.id, item });
  const issues = closeReading(reading).map((it) => Object.freeze({ ...it, path: it.path.slice(2) }));
  const others = (known?.answers ?? []).filter((it) => it.item !== item);
  const answers = inSetOrder(set, [...others, ...own]);
  return { assessment: read === undefined ? undefined : { ...(known ?? head), answers }, issues };
}

/** An acceptance in the ledger of what the unit would no longer claim; undefined where there is none. */
function acceptedClaim(index: RoundIndex, unit: Unit, item: string) {
  const entries = (index.entries.get(unit.id) ?? []).filter((it) => it.item === item);
  const proposed = entries.some(({ kind }) => kind === "explain");
  return proposed ? undefined : entries.find(({ kind }) => kind === "accept");
}

function inSetOrder(set: CriteriaSet, answers: readonly Answer[]): readonly Answer[] {
  const { leafOf } = planOf(set, "change");
  const at = (it: Answer): number => leafOf.get(it.item)?.index ?? -1;
  return [...answers].sort((a, b) => at(a) - at(b) || byCodeUnit(a.item, b.item));
}
