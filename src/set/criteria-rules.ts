/**
 * Rules and examples of a criteria file within their leaves. The decision says a maximum several times over: on the
 * leaf, in its rule, in its examples and in the sum above it; what does not fit is kept as a suspicion until the sums
 * tell which of them is the slip.
 */
import { hasErrors, type Issue, report as newReport } from "../issue.ts";
import {
  decimal,
  type Exact,
  equals,
  exactText,
  isNegative,
  isZero,
  rounded,
  shortest,
  terminating,
} from "../number.ts";
import type { LeafContext } from "../rule.ts";
import { checkRule, readFacts } from "../rule-shapes.ts";
import { compileRule } from "../rules.ts";
import type { CriteriaFile } from "./criteria-schema.ts";
import type { TreeNode } from "./criteria-tree.ts";
import type { Draft } from "./draft.ts";

type File = NonNullable<Draft<CriteriaFile>>;

/** A leaf whose rule or examples have issues. */
export interface Suspect {
  readonly issues: readonly Issue[];
  /** True where all would be well with another maximum. */
  readonly fits: (max: Exact) => boolean;
}

/** What the rule needs of its leaf; where the rounding could not be read, its default. */
export function contextOf(node: TreeNode, file: File): LeafContext {
  const { places = 2, mode = "half-up" } = file.policies?.rounding ?? {};
  return { max: node.max, places, mode };
}

/** Runs the checks of the rule and its examples; undefined where nothing is wrong, or nothing can be said. */
export function suspectOf(node: TreeNode, file: File): Suspect | undefined {
  if (node.max === undefined || node.draft.rule === undefined) return undefined;
  const context = contextOf(node, file);
  const issues = ruleIssues(node, context);
  const fits = (max: Exact): boolean => {
    if (isZero(max) || isNegative(max)) return false;
    const others = ruleIssues(node, { ...context, max });
    return others.length < issues.length && !hasErrors(others);
  };
  return issues.length === 0 ? undefined : { issues, fits };
}

function ruleIssues(node: TreeNode, context: LeafContext): readonly Issue[] {
  const { draft, path, number = "" } = node;
  const { rule, examples } = draft;
  const report = newReport();
  if (rule === undefined) return report.issues;
  checkRule(rule, context, [...path, "rule"], report, number);
  if (examples === undefined || hasErrors(report.issues)) return report.issues;
  if (rule.kind === "survey" || rule.kind === "relative") {
    report("example-not-possible", [...path, "examples"], { found: rule.kind }, { item: number });
    return report.issues;
  }
  const { result } = compileRule(rule, context);
  examples.forEach((example, at) => {
    if (example?.facts === undefined || example.points === undefined) return;
    const place = [...path, "examples", at];
    const heard = newReport();
    const facts = readFacts(rule, context, example.facts, [...place, "facts"], heard, number);
    // Warnings about the facts of an example are for units, not for the file.
    report.issues.push(...heard.issues.filter(({ severity }) => severity === "error"));
    if (facts === undefined) return;
    const given = result(facts);
    if (given.kind === "points" && agrees(given.points, example.points, context)) return;
    const expected = given.kind === "points" ? exactText(given.points) : "not-applicable";
    report("example-differs", [...place, "points"], { found: example.points, expected }, { item: number });
  });
  return report.issues;
}

/** Exactly the points; only a value that does not terminate may be printed rounded, as the set rounds. */
function agrees(points: Exact, printed: string, { places, mode }: LeafContext): boolean {
  if (equals(points, decimal(printed))) return true;
  return terminating(points) === undefined && shortest(rounded(points, places, mode)) === printed;
}
