/**
 * The words of every kind of rule: the rule, the facts of an answer, the case that applied and its arithmetic, in each
 * language.
 */
import type { Facts } from "./criteria-set.ts";
import type { Language, Rule, Ruled, RuleStep, RuleWords } from "./rule.ts";
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
export const ruleText = (of: Ruled, language: Language): string =>
  wordsFor(of.rule).ruleText(of.rule, of, language);

/** The facts in words. */
export const factsText = (of: Ruled, facts: Facts, language: Language): string =>
  wordsFor(of.rule).factsText(of.rule, facts, of, language);

/** The case that applied in words. */
export const stepText = (of: Ruled, step: RuleStep, language: Language): string =>
  wordsFor(of.rule).stepText(of.rule, step, of, language);

/** How the case that applied comes to its points; undefined where nothing is computed. */
export const workingText = (of: Ruled, step: RuleStep, language: Language): string | undefined =>
  wordsFor(of.rule).workingText(of.rule, step, of, language);
