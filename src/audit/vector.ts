/**
 * The score vector: everything that the score of one unit rests on after appraisal, in one line that can be printed in
 * a report's annex and scored again to the same index. `docs/format.md`, section “Vector”, has its grammar.
 */
import type { Until } from "../appraisal.ts";
import type { CriteriaSet } from "../criteria-set.ts";
import { evaluate } from "../evaluation.ts";
import { InvalidError, type Issue } from "../issue.ts";
import { assertOptions } from "../plain.ts";
import { type Plan, planOf } from "../plan.ts";
import type { Readable, RoundInput } from "../round/input.ts";
import type { Round } from "../round.ts";
import { type Score, scoreOf } from "../score.ts";
import { singleUnit, type UnitInput } from "../units.ts";
import { checkCode, readVectorText, vectorForm } from "./vector-read.ts";
import { leafMark, lineMark } from "./vector-tokens.ts";

/** How far the process is followed. */
export interface VectorOptions {
  /** A stage or a day, inclusive; `"self"`: as self-assessed; absent: to the end. */
  readonly until?: Until | undefined;
}

/**
 * Writes the vector of one unit: what stands for each leaf and line after appraisal, in the order of the set, its
 * survey shares, what its group gave to `relative` leaves, its days late, and a check code.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param round The round, as `readRound` gave it, or as parsed from JSON.
 * @param unit The id of the unit.
 * @param options How far the process is followed.
 *
 * @returns The vector: one line of printable ASCII without spaces, some 1,000 characters for a hundred leaves.
 *
 * @throws InvalidError if the round cannot be used; RangeError if it has no such unit, or the unit is not scored (no
 * self-assessment, an error in its data), or `until` is neither a stage nor a day; TypeError if the set was not made by
 * `readCriteriaSet`.
 *
 * @example
 * ```ts
 * import { readFile } from "node:fs/promises";
 * import { vectorOf } from "par-index/audit";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("binh-duong/district/2017");
 * const file = "docs/examples/published/binh-duong/district/2017.1.json";
 * const round = JSON.parse(await readFile(file, "utf8"));
 * vectorOf(set, round, "bau-bang"); // => 'PI1;binh-duong/district/2017@1;bau-bang;district;;47.45,32.82;;0;Q7V2H92R'
 * ```
 */
export function vectorOf(
  set: CriteriaSet,
  round: Round | Readable<RoundInput>,
  unit: string,
  options: VectorOptions = {},
): string {
  const plan = planOf(set, "vectorOf");
  assertOptions(options, ["until"], "vectorOf");
  const { input } = singleUnit(plan, round, { unit, until: options.until, caller: "vectorOf" });
  if (input.unscored !== undefined)
    throw new RangeError(`vectorOf: the unit ${unit} is not scored: ${input.unscored}`);
  const body = bodyOf(plan, input, options.until);
  return `${body};${checkCode(plan, body)}`;
}

function bodyOf(plan: Plan, input: UnitInput, until: Until | undefined): string {
  const { unit, standings, relative, lateDays } = input;
  const ofLeaf = new Map(relative.map((it) => [it.item, it]));
  const ofLine = new Map(input.lines.map(({ item, standing }) => [item, standing]));
  return [
    vectorForm,
    `${plan.set.id}@${plan.set.edition}`,
    unit.id,
    unit.group,
    until ?? "",
    plan.leaves.map((leaf) => leafMark(leaf, standings[leaf.index], ofLeaf.get(leaf.id))).join(","),
    plan.lines.map(({ id, rule }) => lineMark(rule, ofLine.get(id))).join(","),
    String(lateDays),
  ].join(";");
}

/**
 * Checks a vector and gives everything that is wrong with it.
 *
 * Spaces and line breaks are passed over, for a page may break the line. A slip that makes a mark unreadable is
 * reported at its item; any other is found by the check code.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param vector The vector as printed.
 *
 * @returns The issues, frozen; empty for one without fault.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`, or the vector is no text.
 *
 * @example
 * ```ts
 * import { checkVector } from "par-index/audit";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("binh-duong/district/2017");
 * const vector = "PI1;binh-duong/district/2017@1;bau-bang;district;;47.45,32.82;;0;Q7V2H92R";
 * checkVector(set, vector); // => []
 * checkVector(set, vector.replace("47.45", "57.45")).map(({ code }) => code); // => [ 'vector-check-differs' ]
 * ```
 */
export function checkVector(set: CriteriaSet, vector: string): readonly Issue[] {
  return Object.freeze(read(set, vector, "checkVector").issues);
}

/**
 * Scores a vector: the same index, points, lines and grade as the round gave. Self-scores are no part of a vector, so
 * that no `claimed` stands in the score; nor does it tell whether the score is approved, so that it is not.
 *
 * @param set The criteria set, made by `readCriteriaSet`: the very edition that the vector names.
 * @param vector The vector as printed.
 *
 * @returns The score, frozen plain data.
 *
 * @throws InvalidError with every issue, if there is one; TypeError if the set was not made by `readCriteriaSet`, or
 * the vector is no text.
 *
 * @example
 * ```ts
 * import { scoreVector } from "par-index/audit";
 * import { criteriaSet } from "par-index/criteria";
 * const vector = "PI1;binh-duong/district/2017@1;bau-bang;district;;47.45,32.82;;0;Q7V2H92R";
 * scoreVector(criteriaSet("binh-duong/district/2017"), vector).index; // => '80.27'
 * ```
 */
export function scoreVector(set: CriteriaSet, vector: string): Score {
  const { plan, input, issues } = read(set, vector, "scoreVector");
  if (input === undefined) throw new InvalidError("The vector cannot be read", issues);
  const unit = { id: input.unit, name: { vi: input.unit }, group: input.group, kinds: [] };
  return scoreOf(plan, { unit, claims: [] }, evaluate(plan, input), input.until);
}

function read(
  set: CriteriaSet,
  vector: string,
  caller: string,
): ReturnType<typeof readVectorText> & { readonly plan: Plan } {
  const plan = planOf(set, caller);
  if (typeof vector !== "string") throw new TypeError(`${caller}: the vector is no text`);
  return { plan, ...readVectorText(plan, vector) };
}
