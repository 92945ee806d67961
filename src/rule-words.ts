/**
 * The words of every kind of rule: the rule, the facts of an answer and the case that applied, in each language.
 */
import type { Facts } from "./criteria-set.ts";
import type { Language, LeafContext, Rule, RuleStep, RuleWords } from "./rule.ts";
import { bandsWords } from "./rules/bands.ts";
import { checklistWords } from "./rules/checklist.ts";
import { choiceWords } from "./rules/choice.ts";
import { countWords } from "./rules/count.ts";
import { deductionWords } from "./rules/deduction.ts";
import { directWords } from "./rules/direct.ts";
import { percentWords } from "./rules/percent.ts";
import { ratioWords } from "./rules/ratio.ts";
import { relativeWords } from "./rules/relative.ts";
import { surveyWords } from "./rules/survey.ts";

const words: { readonly [K in Rule["kind"]]: RuleWords<Extract<Rule, { kind: K }>> } = {
  choice: choiceWords,
  checklist: checklistWords,
  ratio: ratioWords,
  percent: percentWords,
  bands: bandsWords,
  count: countWords,
  deduction: deductionWords,
  direct: directWords,
  survey: surveyWords,
  relative: relativeWords,
};

const wordsFor = (rule: Rule): RuleWords<Rule> => words[rule.kind] as RuleWords<Rule>;

/** The rule in words, one sentence without a full stop. */
export const ruleText = (rule: Rule, leaf: LeafContext, language: Language): string =>
  wordsFor(rule).ruleText(rule, leaf, language);

/** The facts in words. */
export const factsText = (rule: Rule, facts: Facts, language: Language): string =>
  wordsFor(rule).factsText(rule, facts, language);

/** The case that applied in words. */
export const stepText = (rule: Rule, step: RuleStep, language: Language): string =>
  wordsFor(rule).stepText(rule, step, language);
