/** What the tests of the rules ask: the points that facts give, and what is wrong with a rule or with facts. */
import type { Facts } from "../../src/criteria-set.ts";
import { type Issue, report, reportOn } from "../../src/issue.ts";
import { decimal, exactText } from "../../src/number.ts";
import type { LeafContext, Rule, RuleStep } from "../../src/rule.ts";
import { checkRule, compileRule, readFacts, ruleSchema, ruleStep, stepText } from "../../src/rules/kinds.ts";
import { readShape } from "../../src/shape.ts";
import { vi } from "../../src/words/vi.ts";

/** A leaf with this maximum, published to two places, half up. */
export const leaf = (max: string | undefined, mode: LeafContext["mode"] = "half-up"): LeafContext => ({
  max: max === undefined ? undefined : decimal(max),
  places: 2,
  mode,
});

/** The exact points that the facts give, as text, or what they give instead. */
export function pointsOf(
  rule: Rule,
  max: string | undefined,
  facts: Facts,
  mode?: LeafContext["mode"],
): string {
  const given = compileRule(rule, leaf(max, mode))(facts);
  return given.kind === "points" ? exactText(given.points) : given.kind;
}

/** What decided the points. */
export const stepOf = (rule: Rule, max: string | undefined, facts: Facts): RuleStep =>
  ruleStep({ rule, context: leaf(max) }, facts);

/** What decided the points, in Vietnamese. */
export const stepWords = (rule: Rule, max: string | undefined, facts: Facts): string =>
  stepText(vi, { rule, maxPoints: max }, stepOf(rule, max, facts));

/** What is wrong with a rule, as a file writes it: its shape, or else what must hold in its leaf. */
export function issuesOfRule(rule: unknown, max: string | undefined): readonly Issue[] {
  const found = report();
  const read = readShape(ruleSchema, rule, ["rule"], reportOn(found, { item: { id: "1.1", number: "1.1" } }));
  if (read !== undefined)
    checkRule(read, { leaf: leaf(max), path: ["rule"], report: found, item: { id: "1.1", number: "1.1" } });
  return found.issues;
}

/** What is wrong with the facts of an answer. */
export function issuesOfFacts(rule: Rule, max: string | undefined, value: unknown): readonly Issue[] {
  const found = report();
  readFacts(rule, value, {
    leaf: leaf(max),
    path: ["facts"],
    report: found,
    item: { id: "1.1", number: "1.1" },
  });
  return found.issues;
}

/** The facts as read, or undefined. */
export const factsAsRead = (rule: Rule, max: string | undefined, value: unknown): Facts | undefined =>
  readFacts(rule, value, {
    leaf: leaf(max),
    path: ["facts"],
    report: report(),
    item: { id: "1.1", number: "1.1" },
  });

/** Code and place of each issue, for comparison: `"unknown-option facts.choice"`. */
export const brief = (issues: readonly Issue[]): string[] =>
  issues.map(({ code, path }) => `${code} ${path.join(".")}`);
