/**
 * The form of every kind of rule, for whoever reads files and answers: rules and facts come in as data and are judged
 * here, by their schema first and then by what their kind asks.
 */
import { z } from "zod";
import type { Facts } from "./criteria-set.ts";
import type { Path, Report } from "./issue.ts";
import type { LeafContext, Rule, RuleShape } from "./rule.ts";
import { bandsShape } from "./rules/bands.ts";
import { checklistShape } from "./rules/checklist.ts";
import { choiceShape } from "./rules/choice.ts";
import { countShape } from "./rules/count.ts";
import { deductionShape } from "./rules/deduction.ts";
import { directShape } from "./rules/direct.ts";
import { readFactsOf } from "./rules/facts.ts";
import { percentShape } from "./rules/percent.ts";
import { ratioShape } from "./rules/ratio.ts";
import { relativeShape } from "./rules/relative.ts";
import { surveyShape } from "./rules/survey.ts";
import { withoutEval } from "./shape.ts";

/** The forms by their discriminant, in the order of the design's table. */
export const ruleShapes: { readonly [K in Rule["kind"]]: RuleShape<Extract<Rule, { kind: K }>> } = {
  choice: choiceShape,
  checklist: checklistShape,
  ratio: ratioShape,
  percent: percentShape,
  bands: bandsShape,
  count: countShape,
  deduction: deductionShape,
  direct: directShape,
  survey: surveyShape,
  relative: relativeShape,
};

/** The kinds that a bonus or penalty line may carry: they do without a maximum (design 3.8). */
export const lineRuleKinds: readonly Rule["kind"][] = ["choice", "checklist", "count", "direct"];

/** The shape of any rule in a file. */
export const ruleSchema: z.ZodType<Rule> = /* @__PURE__ */ withoutEval(() => {
  const { choice, ...others } = ruleShapes;
  return z.discriminatedUnion("kind", [choice.schema, ...Object.values(others).map(({ schema }) => schema)]);
});

const shapeOf = (rule: Rule): RuleShape<Rule> => ruleShapes[rule.kind] as RuleShape<Rule>;

/** The shape of the facts in an answer; undefined where nobody answers. */
export const factsSchema = (rule: Rule): z.ZodType<Facts> | undefined => shapeOf(rule).facts(rule);

/** Checks a rule of the right shape within its leaf; `path` is that of the rule. On a line `leaf.max` is its cap. */
export function checkRule(rule: Rule, leaf: LeafContext, path: Path, report: Report, item: string): void {
  shapeOf(rule).check(rule, leaf, path, report, item);
}

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
  const shape = shapeOf(rule);
  const facts = readFactsOf(shape.facts(rule), value, path, report, item);
  if (facts === undefined) return undefined;
  const before = report.issues.length;
  shape.checkFacts(rule, leaf, facts, path, report, item);
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
