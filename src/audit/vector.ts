/**
 * The score vector: everything that the score of one unit rests on after appraisal, in one line that can be printed in
 * a report's annex and scored again to the same index. `docs/format.md`, section “Vector”, has its grammar.
 */
import { type AppraisedLine, isUntil, type Until } from "../appraisal.ts";
import type { CriteriaSet, Facts } from "../criteria-set.ts";
import { evaluate, type LeafStanding } from "../evaluation.ts";
import { InvalidError, type Issue, issue, type Path, type Report, report } from "../issue.ts";
import {
  compareExact,
  decimal,
  type Exact,
  exactText,
  isNegative,
  isZero,
  one,
  readFraction,
} from "../number.ts";
import { assertOptions, elementAt } from "../plain.ts";
import { type Leaf, type Plan, type PlanLine, planOf } from "../plan.ts";
import type { Readable, RoundInput } from "../round/input.ts";
import type { Round } from "../round.ts";
import { type At, type Rule, reportAt } from "../rule.ts";
import { checkRange } from "../rules/direct.ts";
import { factsForm, readFacts } from "../rules/kinds.ts";
import { checkTarget, type RelativeRule, relativePoints } from "../rules/relative.ts";
import { type Score, scoreOf } from "../score.ts";
import { isId } from "../shape.ts";
import { type RelativeInput, singleUnit, type UnitInput } from "../units.ts";
import { setDigest, textDigest } from "./digest.ts";

// The marks: one for each leaf and each bonus or penalty line. Options are written by their position, so that a whole
// score fits on a line.

/** The marks of what is not facts, points or a share. */
const stateMarks = {
  nc: { kind: "not-applicable", reason: "council" },
  nr: { kind: "not-applicable", reason: "register" },
  ns: { kind: "not-applicable", reason: "survey-not-held" },
  np: { kind: "not-applicable", reason: "published" },
  ua: { kind: "unanswered", reason: "no-answer" },
  ue: { kind: "unanswered", reason: "no-evidence" },
  wc: { kind: "pending", reason: "claim" },
  wr: { kind: "pending", reason: "return" },
  wq: { kind: "pending", reason: "silence" },
  wa: { kind: "pending", reason: "appraiser" },
  ws: { kind: "pending", reason: "survey" },
  wt: { kind: "pending", reason: "statistic" },
  wg: { kind: "pending", reason: "relative" },
} as const satisfies Readonly<Record<string, LeafStanding>>;

/** The mark after a share of 0 that a policy gave. */
const zeroMarks = { l: "below-least", h: "survey-not-held" } as const;

/** The mark of a line on which the council did not decide. */
const noLine = "-";

/** The mark of one leaf. */
function leafMark(
  leaf: Leaf,
  standing: LeafStanding | undefined,
  relative: RelativeInput | undefined,
): string {
  if (standing === undefined) return leaf.source.kind === "survey" ? "ws" : "wt";
  switch (standing.kind) {
    case "facts":
      return factsMark(leaf.rule, standing.facts);
    case "published":
      return `${factsMark(leaf.rule, standing.facts)}~${exactText(standing.ownMax)}`;
    case "points":
      return `=${standing.points}`;
    case "share": {
      const zeroed = Object.entries(zeroMarks).find(([, reason]) => reason === standing.reason)?.[0] ?? "";
      return `${exactText(standing.share)}${zeroed}`;
    }
    case "exact":
      return standing.within === undefined ? "" : relativeMark(leaf.rule, standing.within, relative);
    default: {
      const mark = Object.entries(stateMarks).find(
        ([, it]) => it.kind === standing.kind && it.reason === standing.reason,
      );
      return mark?.[0] ?? "";
    }
  }
}

/** A relative leaf: its facts, after `~` its target, after `*` the leader, or without a target the best. */
function relativeMark(rule: Rule, facts: Facts, relative: RelativeInput | undefined): string {
  const { target, group } = relative ?? {};
  const own = target === undefined ? "" : `~${factsMark(rule, target)}`;
  return `${factsMark(rule, facts)}${own}*${(target === undefined ? group?.best : group?.leader) ?? ""}`;
}

/** The mark of one line. */
function lineMark(rule: Rule, standing: AppraisedLine["standing"] | undefined): string {
  if (standing === undefined) return noLine;
  return standing.kind === "points" ? `=${standing.points}` : factsMark(rule, standing.facts);
}

const factsMark = (rule: Rule, facts: Facts): string => factsForm(rule)?.mark(facts) ?? "";

/** What the marks of a rule look like; of a leaf that nobody answers, its share. */
const markForm = (rule: Rule): string => factsForm(rule)?.marks ?? "0 … 1";

// Reading.

/** What a vector says, ready to be evaluated. */
interface VectorInput {
  readonly unit: string;
  readonly group: string;
  readonly until: Until | undefined;
  readonly standings: readonly (LeafStanding | undefined)[];
  readonly lines: readonly AppraisedLine[];
  readonly lateDays: number;
}

/** The mark at the head of every vector: the format and its version. */
const vectorForm = "PI1";

const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The check code: the first 40 bits of SHA-256 over the text before it and the digest of the set, in Crockford's base 32. */
function checkCode(plan: Plan, body: string): string {
  const bits = BigInt(`0x${textDigest(`${body};${setDigest(plan.set)}`).slice(0, 10)}`);
  return Array.from({ length: 8 }, (_, at) => digits[Number((bits >> BigInt(35 - 5 * at)) & 31n)]).join("");
}

/** Reads a vector of a set; what is undefined has at least one issue. */
function readVectorText(
  plan: Plan,
  text: string,
): { readonly input: VectorInput | undefined; readonly issues: readonly Issue[] } {
  const { set } = plan;
  // A line that a page breaks is put together again; nothing in a vector is a space.
  const joined = text.replace(/[ \t\r\n]+/g, "");
  const sections = joined.split(";");
  const [form, of = "", unit = "", group = "", until = "", leaves = "", lines = "", late = "", check = ""] =
    sections;
  if (form !== vectorForm || sections.length !== 9 || !/^[\x21-\x7e]*$/.test(joined))
    return refused("vector-unreadable", [], { found: joined.slice(0, 40), expected: `${vectorForm};…` });
  const named = `${set.id}@${set.edition}`;
  if (of !== named) return refused("vector-of-other-set", ["set"], { found: of, expected: named });
  const add = report();
  if (!isId(unit)) add("vector-part-wrong", ["unit"], { found: unit, expected: "a … z, 0 … 9, -" });
  if (!set.groups.some(({ id }) => id === group))
    add("vector-part-wrong", ["group"], {
      found: group,
      expected: set.groups.map(({ id }) => id).join(", "),
    });
  const upTo = isUntil(until) ? until : undefined;
  if (until !== "" && upTo === undefined)
    add("vector-part-wrong", ["until"], { found: until, expected: "final, 2026-12-22 …" });
  if (!/^(0|[1-9]\d{0,5})$/.test(late))
    add("vector-part-wrong", ["late"], { found: late, expected: "0, 1, 2 …" });
  const marks = listed(leaves, plan.leaves.length, "leaves", add);
  const lineMarks = listed(lines, plan.lines.length, "lines", add);
  const standings = marks?.map((mark, at) =>
    standingOfMark(plan, elementAt(plan.leaves, at), { mark, path: ["leaves", at], add }),
  );
  const decided = lineMarks?.flatMap((mark, at) =>
    lineStanding(plan.lines[at] as PlanLine, mark, ["lines", at], add),
  );
  if (add.issues.length === 0) {
    const expected = checkCode(plan, sections.slice(0, -1).join(";"));
    if (check !== expected) add("vector-check-differs", ["check"], { found: check, expected });
  }
  if (add.issues.length > 0 || standings === undefined || decided === undefined)
    return { input: undefined, issues: add.issues };
  const input = {
    unit,
    group,
    until: upTo,
    standings,
    lines: decided,
    lateDays: Number(late),
  };
  return { input, issues: [] };
}

const refused = (...said: Parameters<typeof issue>): { input: undefined; issues: readonly Issue[] } => ({
  input: undefined,
  issues: [issue(...said)],
});

/** The marks of a section; undefined after reporting that there are more or fewer than the set asks for. */
function listed(section: string, length: number, name: string, add: Report): readonly string[] | undefined {
  const marks = section === "" && length === 0 ? [] : section.split(",");
  if (marks.length === length) return marks;
  add("vector-length-differs", [name], { found: marks.length, expected: length });
  return undefined;
}

/** What stands for a leaf by its mark; undefined after reporting that the mark says nothing. */
function standingOfMark(
  plan: Plan,
  leaf: Leaf,
  { mark, path, add }: { readonly mark: string; readonly path: Path; readonly add: Report },
): LeafStanding | undefined {
  const at = { leaf: leaf.context, path, report: add, item: leaf };
  const wrong = (): undefined => {
    reportAt(at, "vector-mark-wrong", { found: mark, expected: markForm(leaf.rule) });
    return undefined;
  };
  const state = Object.hasOwn(stateMarks, mark) ? stateMarks[mark as keyof typeof stateMarks] : undefined;
  if (state !== undefined) return fitsLeaf(plan, leaf, state) ? state : wrong();
  if (leaf.source.kind === "survey") return surveyShare(mark) ?? wrong();
  if (mark.startsWith("=")) {
    if (leaf.source.kind !== "appraisal" || leaf.rule.kind === "relative") return wrong();
    const points = decidedPoints(mark);
    if (points === undefined) return wrong();
    checkRange(exactText(leaf.least), points, at);
    return { kind: "points", points };
  }
  if (leaf.rule.kind === "relative") return relativeStanding(leaf.rule, mark, at) ?? wrong();
  const [own = "", max] =
    plan.set.status === "summary" && leaf.rule.kind === "direct" ? mark.split("~") : [mark];
  const value = factsForm(leaf.rule)?.ofMark(own);
  if (value === undefined) return wrong();
  const facts = readFacts(leaf.rule, value, { ...at, report: errorsOnly(add) });
  if (facts === undefined) return undefined;
  if (max === undefined) return { kind: "facts", facts };
  const ownMax = exactOf(max);
  if (ownMax === undefined || compareExact(ownMax, leaf.max) > 0 || isZero(ownMax) || !("points" in facts))
    return wrong();
  if (compareExact(decimal(facts.points), ownMax) > 0) return wrong();
  return { kind: "published", facts, ownMax };
}

/** A straddled threshold and its like were looked at when the round was read. */
function errorsOnly(add: Report): Report {
  const own = report();
  const pass = (...[code, path, facts, subject]: Parameters<Report>): void => {
    if (issue(code, path, facts, subject).severity === "error") add(code, path, facts, subject);
    own(code, path, facts, subject);
  };
  return Object.assign(pass, { issues: own.issues });
}

/** The points after `=`, in the one way in which they are printed; the mean of votes may be a fraction, off any step. */
function decidedPoints(mark: string): string | undefined {
  const points = mark.slice(1);
  return exactOf(points.startsWith("-") ? points.slice(1) : points) === undefined || points === "-0"
    ? undefined
    : points;
}

function fitsLeaf(plan: Plan, leaf: Leaf, state: (typeof stateMarks)[keyof typeof stateMarks]): boolean {
  const { kind } = leaf.source;
  switch (state.reason) {
    case "council":
    case "register":
      return leaf.notApplicable !== undefined;
    case "published":
      return plan.set.status === "summary" && leaf.notApplicable !== undefined;
    case "survey-not-held":
      return kind === "survey" && plan.set.survey?.notHeld === "rescale";
    case "survey":
      return kind === "survey";
    case "statistic":
      return kind === "statistic";
    case "relative":
      return leaf.rule.kind === "relative";
    case "no-answer":
    case "no-evidence":
      return leaf.selfScored;
    default:
      return kind === "appraisal";
  }
}

function surveyShare(mark: string): LeafStanding | undefined {
  const last = mark.slice(-1);
  const reason = Object.hasOwn(zeroMarks, last) ? zeroMarks[last as keyof typeof zeroMarks] : undefined;
  const share = exactOf(reason === undefined ? mark : mark.slice(0, -1));
  if (share === undefined || isNegative(share) || compareExact(share, one) > 0) return undefined;
  if (reason === undefined) return { kind: "share", share };
  return isZero(share) ? { kind: "share", share, reason } : undefined;
}

/** An exact number in the one way in which it is printed. */
function exactOf(text: string): Exact | undefined {
  if (text.length > 400 || !/^(0|[1-9]\d*)(\.\d+|\/[1-9]\d*)?$/.test(text)) return undefined;
  const value = readFraction(text);
  return exactText(value) === text ? value : undefined;
}

function relativeStanding(rule: RelativeRule, mark: string, at: At): LeafStanding | undefined {
  const [own = "", best, ...more] = mark.split("*");
  const [result = "", goal, ...rest] = own.split("~");
  if (best === undefined || exactOf(best) === undefined || more.length + rest.length > 0) return undefined;
  const before = at.report.issues.length;
  const ofMark = (text: string): unknown => factsForm(rule)?.ofMark(text);
  const value = ofMark(result);
  const facts =
    value === undefined ? undefined : readFacts(rule, value, { ...at, report: errorsOnly(at.report) });
  const target = goal === undefined ? undefined : checkTarget(rule, ofMark(goal), at);
  if (facts === undefined || (goal !== undefined && target === undefined)) {
    return at.report.issues.length > before ? { kind: "pending", reason: "relative" } : undefined;
  }
  try {
    const group = target === undefined ? { best } : { leader: best };
    const points = relativePoints(rule, at.leaf, { facts, target }, group);
    return { kind: "exact", points, within: facts };
  } catch (error) {
    // Nobody is better than the best of the group that he is in.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function lineStanding(line: PlanLine, mark: string, path: Path, add: Report): readonly AppraisedLine[] {
  if (mark === noLine) return [];
  const { rule } = line;
  const at = { leaf: line.context, path, report: add, item: { id: line.id, number: line.line.number } };
  const points = mark.startsWith("=") ? decidedPoints(mark) : undefined;
  if (points !== undefined) {
    checkRange("0", points, at);
    return [{ item: line.id, standing: { kind: "points", points } }];
  }
  const value = factsForm(rule)?.ofMark(mark);
  if (value === undefined) {
    reportAt(at, "vector-mark-wrong", { found: mark, expected: markForm(rule) });
    return [];
  }
  const facts = readFacts(rule, value, { ...at, report: errorsOnly(add) });
  return facts === undefined ? [] : [{ item: line.id, standing: { kind: "facts", facts } }];
}

// Writing and scoring.

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
 * import { readRound } from "par-index";
 * import { vectorOf } from "par-index/audit";
 * import { criteriaSet } from "par-index/criteria";
 * import file from "par-index/examples/published/binh-duong/district/2017.1.json" with { type: "json" };
 * const set = criteriaSet("binh-duong/district/2017");
 * const round = readRound(set, file);
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
