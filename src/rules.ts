/**
 * All kinds of rule, and the doors through which the rest of the library uses them. Facts and rules come in as data and
 * are judged here; a new kind is one new file and one line in `ruleKinds` (design 2: a closed vocabulary).
 */
import { z } from "zod";
import type { Facts } from "./criteria-set.ts";
import type { Path, Report } from "./issue.ts";
import type { CompiledRule, Language, LeafContext, Rule, RuleKind, RuleStep } from "./rule.ts";
import { bands } from "./rules/bands.ts";
import { checklist } from "./rules/checklist.ts";
import { choice } from "./rules/choice.ts";
import { count } from "./rules/count.ts";
import { deduction } from "./rules/deduction.ts";
import { direct } from "./rules/direct.ts";
import { readFactsOf } from "./rules/facts.ts";
import { percent } from "./rules/percent.ts";
import { ratio } from "./rules/ratio.ts";
import { relative } from "./rules/relative.ts";
import { survey } from "./rules/survey.ts";
import { withoutEval } from "./shape.ts";

/** The kinds of rule, by their discriminant, in the order of the design's table. */
export const ruleKinds: { readonly [K in Rule["kind"]]: RuleKind<Extract<Rule, { kind: K }>> } = {
  choice,
  checklist,
  ratio,
  percent,
  bands,
  count,
  deduction,
  direct,
  survey,
  relative,
};

/** The kinds that a bonus or penalty line may carry: they do without a maximum (design 3.8). */
export const lineRuleKinds: readonly Rule["kind"][] = ["choice", "checklist", "count", "direct"];

/** The shape of any rule in a file. */
export const ruleSchema: z.ZodType<Rule> = withoutEval(() =>
  z.discriminatedUnion("kind", [
    choice.schema,
    checklist.schema,
    ratio.schema,
    percent.schema,
    bands.schema,
    count.schema,
    deduction.schema,
    direct.schema,
    survey.schema,
    relative.schema,
  ]),
);

const kindOf = (rule: Rule): RuleKind<Rule> => ruleKinds[rule.kind] as RuleKind<Rule>;

/** Makes a rule ready for its leaf: constants parsed, lookups built. */
export const compileRule = (rule: Rule, leaf: LeafContext): CompiledRule => kindOf(rule).compile(rule, leaf);

/** Checks a rule of the right shape within its leaf; `path` is that of the rule. On a line `leaf.max` is its cap. */
export function checkRule(rule: Rule, leaf: LeafContext, path: Path, report: Report, item: string): void {
  kindOf(rule).check(rule, leaf, path, report, item);
}

/** The lowest and highest points that any answer can give; no highest on a line without a cap. */
export const reachOf = (rule: Rule, leaf: LeafContext): ReturnType<RuleKind<Rule>["reach"]> =>
  kindOf(rule).reach(rule, leaf);

/** The rule in words, one sentence without a full stop. */
export const ruleText = (rule: Rule, leaf: LeafContext, language: Language): string =>
  kindOf(rule).ruleText(rule, leaf, language);

/** The facts in words. */
export const factsText = (rule: Rule, facts: Facts, language: Language): string =>
  kindOf(rule).factsText(rule, facts, language);

/** The case that applied in words. */
export const stepText = (rule: Rule, step: RuleStep, language: Language): string =>
  kindOf(rule).stepText(rule, step, language);

/**
 * Reads the facts of an answer and checks them against the rule. Gives undefined after reporting everything that is
 * wrong with them; facts of another kind are one issue, that says what was expected.
 */
export function readFacts(
  rule: Rule,
  leaf: LeafContext,
  value: unknown,
  path: Path,
  report: Report,
  item: string,
): Facts | undefined {
  const kind = kindOf(rule);
  const facts = readFactsOf(kind.facts(rule), value, path, report, item);
  if (facts === undefined) return undefined;
  const before = report.issues.length;
  kind.checkFacts(rule, leaf, facts, path, report, item);
  return report.issues.slice(before).some(({ severity }) => severity === "error")
    ? undefined
    : inRuleOrder(rule, facts);
}

/** Parts and breaches in the order in which the rule prints them: the order in which somebody ticked them means nothing. */
function inRuleOrder(rule: Rule, facts: Facts): Facts {
  if (rule.kind === "checklist" && "parts" in facts && facts.parts.length > 1) {
    const places = new Map(rule.parts.map(({ id }, at) => [id, at]));
    return { parts: [...facts.parts].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0)) };
  }
  if (rule.kind === "deduction" && "breaches" in facts && facts.breaches.length > 1) {
    const places = new Map(rule.breaches.map(({ id }, at) => [id, at]));
    return {
      breaches: [...facts.breaches].sort((a, b) => (places.get(a.breach) ?? 0) - (places.get(b.breach) ?? 0)),
    };
  }
  return facts;
}
