/**
 * The meaning of every kind of rule, for whoever scores. Their forms are listed in `rule-shapes.ts`, their words in
 * `rule-words.ts`: a new kind is one new file and one line in each of the three (design 2: a closed vocabulary). Three
 * tables and not one, so that an app that only scores is not handed the schemas and the words.
 */
import type { CompiledRule, LeafContext, Rule, RuleMeaning } from "./rule.ts";
import { bands } from "./rules/bands.ts";
import { checklist } from "./rules/checklist.ts";
import { choice } from "./rules/choice.ts";
import { count } from "./rules/count.ts";
import { deduction } from "./rules/deduction.ts";
import { direct } from "./rules/direct.ts";
import { percent } from "./rules/percent.ts";
import { ratio } from "./rules/ratio.ts";
import { relative } from "./rules/relative.ts";
import { survey } from "./rules/survey.ts";

const meanings: { readonly [K in Rule["kind"]]: RuleMeaning<Extract<Rule, { kind: K }>> } = {
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

const meaningOf = (rule: Rule): RuleMeaning<Rule> => meanings[rule.kind] as RuleMeaning<Rule>;

/** Makes a rule ready for its leaf: constants parsed, lookups built. */
export const compileRule = (rule: Rule, leaf: LeafContext): CompiledRule =>
  meaningOf(rule).compile(rule, leaf);

/** The lowest and highest points that any answer can give; no highest on a line without a cap. */
export const reachOf = (rule: Rule, leaf: LeafContext): ReturnType<RuleMeaning<Rule>["reach"]> =>
  meaningOf(rule).reach(rule, leaf);
