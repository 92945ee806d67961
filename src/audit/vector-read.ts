/**
 * Reading a score vector: sections, marks and check code are judged against the set, and every issue names the leaf or
 * line at which it stands. A slip that leaves a readable mark is found by the check code.
 */

import { type AppraisedLine, isUntil, type Until } from "../appraisal.ts";
import type { LeafStanding } from "../evaluation.ts";
import { type Issue, issue, type Path, type Report, report } from "../issue.ts";
import { compareExact, type Exact, exactText, isNegative, isZero, one, readFraction } from "../number.ts";
import { elementAt } from "../plain.ts";
import type { Leaf, Plan, PlanLine } from "../plan.ts";
import { type At, reportAt } from "../rule.ts";
import { checkRange } from "../rules/direct.ts";
import { factsForm, readFacts } from "../rules/kinds.ts";
import { checkTarget, type RelativeRule, relativePoints } from "../rules/relative.ts";
import { isId } from "../shape.ts";
import { setDigest, textDigest } from "./digest.ts";
import { markForm, noLine, stateMarks, zeroMarks } from "./vector-tokens.ts";

/** What a vector says, ready to be evaluated. */
export interface VectorInput {
  readonly unit: string;
  readonly group: string;
  readonly until: Until | undefined;
  readonly standings: readonly (LeafStanding | undefined)[];
  readonly lines: readonly AppraisedLine[];
  readonly lateDays: number;
}

/** The mark at the head of every vector: the format and its version. */
export const vectorForm = "PI1";

const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The check code: the first 40 bits of SHA-256 over the text before it and the digest of the set, in Crockford's base 32. */
export function checkCode(plan: Plan, body: string): string {
  const bits = BigInt(`0x${textDigest(`${body};${setDigest(plan.set)}`).slice(0, 10)}`);
  return Array.from({ length: 8 }, (_, at) => digits[Number((bits >> BigInt(35 - 5 * at)) & 31n)]).join("");
}

/** Reads a vector of a set; what is undefined has at least one issue. */
export function readVectorText(
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
  const value = factsForm(leaf.rule)?.ofMark(mark);
  if (value === undefined) return wrong();
  const facts = readFacts(leaf.rule, value, { ...at, report: errorsOnly(add) });
  return facts === undefined ? undefined : { kind: "facts", facts };
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
  switch (state.why) {
    case "council":
    case "register":
      return leaf.notApplicable !== undefined;
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
  const why = Object.hasOwn(zeroMarks, last) ? zeroMarks[last as keyof typeof zeroMarks] : undefined;
  const share = exactOf(why === undefined ? mark : mark.slice(0, -1));
  if (share === undefined || isNegative(share) || compareExact(share, one) > 0) return undefined;
  if (why === undefined) return { kind: "share", share };
  return isZero(share) ? { kind: "share", share, why } : undefined;
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
    return at.report.issues.length > before ? { kind: "pending", why: "relative" } : undefined;
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
