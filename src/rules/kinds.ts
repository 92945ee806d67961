/**
 * The tables of kinds: what each kind of rule means, how it is written, its words, and its formula in a spreadsheet. A new kind is one new file and one
 * line in each of the four. They are four, and not one, so that an app that only scores is not handed schemas, words and formulas;
 * nothing else in the library asks a kind for what is the kind's own.
 */
import * as z from "zod/mini";
import type { Facts } from "../criteria-set.ts";
import { hasErrors } from "../issue.ts";
import { memo } from "../plain.ts";
import type {
  At,
  CompiledRule,
  FactsForm,
  FigureCells,
  LeafContext,
  Rule,
  RuleCarrier,
  RuleFormula,
  RuleKind,
  RuleMeaning,
  RuleOf,
  RuleShape,
  RuleStep,
  RulesByKind,
  RuleTelling,
} from "../rule.ts";
import { built } from "../shape.ts";
import { bands, bandsFormula, bandsShape, bandsWords } from "./bands.ts";
import { checklist, checklistFormula, checklistShape, checklistWords } from "./checklist.ts";
import { choice, choiceFormula, choiceShape, choiceWords } from "./choice.ts";
import { count, countFormula, countShape, countWords } from "./count.ts";
import { deduction, deductionFormula, deductionShape, deductionWords } from "./deduction.ts";
import { direct, directShape, directWords } from "./direct.ts";
import { readFactsOf } from "./facts.ts";
import { percent, percentFormula, percentShape, percentWords } from "./percent.ts";
import { ratio, ratioFormula, ratioShape, ratioWords } from "./ratio.ts";
import { relative, relativeShape, relativeWords } from "./relative.ts";
import { stretched, stretchedFormula, stretchedShape, stretchedWords } from "./stretched.ts";
import { survey, surveyShape, surveyWords } from "./survey.ts";
import type { RuleWords } from "./words.ts";

/** What each kind means: the points that it gives. */
const meanings: { readonly [K in RuleKind]: RuleMeaning<RulesByKind[K]> } = {
  choice,
  checklist,
  ratio,
  percent,
  bands,
  count,
  deduction,
  direct,
  survey,
  stretched,
  relative,
};

/** How each kind is written: what a file, an answer, a form and a vector may say, and what must hold of it. */
export const ruleShapes: { readonly [K in RuleKind]: RuleShape<RulesByKind[K]> } = {
  choice: choiceShape,
  checklist: checklistShape,
  ratio: ratioShape,
  percent: percentShape,
  bands: bandsShape,
  count: countShape,
  deduction: deductionShape,
  direct: directShape,
  survey: surveyShape,
  stretched: stretchedShape,
  relative: relativeShape,
};

/** The words of each kind. */
const kindWords: { readonly [K in RuleKind]: RuleTelling<RulesByKind[K]> } = {
  choice: choiceWords,
  checklist: checklistWords,
  ratio: ratioWords,
  percent: percentWords,
  bands: bandsWords,
  count: countWords,
  deduction: deductionWords,
  direct: directWords,
  survey: surveyWords,
  stretched: stretchedWords,
  relative: relativeWords,
};

/** How a spreadsheet gives the points of each kind. What the points themselves are, and what others decide, has no formula. */
const formulas: { readonly [K in RuleKind]: RuleFormula<RulesByKind[K]> } = {
  choice: choiceFormula,
  checklist: checklistFormula,
  ratio: ratioFormula,
  percent: percentFormula,
  bands: bandsFormula,
  count: countFormula,
  deduction: deductionFormula,
  direct: () => undefined,
  survey: () => undefined,
  stretched: stretchedFormula,
  relative: () => undefined,
};

/** The formula by which a form gives the points of a rule; undefined where a spreadsheet cannot say it exactly. */
export const ruleFormula = <K extends RuleKind>(
  rule: RuleOf<K>,
  leaf: LeafContext,
  cells: FigureCells,
): string | undefined => formulas[rule.kind](rule, leaf, cells);

/** Makes a rule ready for its leaf: constants parsed, lookups built. */
export const compileRule = <K extends RuleKind>(rule: RuleOf<K>, leaf: LeafContext): CompiledRule =>
  meanings[rule.kind].compile(rule, leaf);

/** A rule and where it stands: a leaf or a line of a plan. */
interface RuleAt {
  readonly rule: Rule;
  readonly context: LeafContext;
}

/** What decided the points of facts. */
export const ruleStep = (at: RuleAt, facts: Facts): RuleStep => stepsAt(at)(facts);

const stepsOf = <K extends RuleKind>(rule: RuleOf<K>, leaf: LeafContext): ((facts: Facts) => RuleStep) =>
  ruleShapes[rule.kind].steps(rule, leaf);
const stepsAt = /* @__PURE__ */ memo(({ rule, context }: RuleAt) => stepsOf(rule, context));

/** The lowest and highest points that any answer can give; no highest on a line without a cap. */
export const reachOf = <K extends RuleKind>(
  rule: RuleOf<K>,
  leaf: LeafContext,
): ReturnType<RuleMeaning<Rule>["reach"]> => meanings[rule.kind].reach(rule, leaf);

/** The shape of any rule in a file. */
export const ruleSchema: z.core.$ZodType<Rule> = /* @__PURE__ */ built(() => {
  const { choice: first, ...others } = ruleShapes;
  return z.discriminatedUnion("kind", [first.schema, ...Object.values(others).map(({ schema }) => schema)]);
});

/** The kinds that a bonus or penalty line may carry: they do without a maximum. */
export const lineRuleKinds = (): readonly string[] =>
  Object.entries(ruleShapes).flatMap(([kind, { onLines }]) => (onLines === true ? [kind] : []));

/** Checks a rule of the right shape within its leaf; the place is that of the rule. On a line `leaf.max` is its cap. */
export function checkRule<K extends RuleKind>(rule: RuleOf<K>, at: At): void {
  ruleShapes[rule.kind].check(rule, at);
}

/** How the facts of a rule are written; undefined where nobody answers. */
export const factsForm = <K extends RuleKind>(rule: RuleOf<K>): FactsForm | undefined => formOf(rule);

/** Kept for the rules of a set as read: they are asked for with every answer. */
const formOf = /* @__PURE__ */ memo(
  <K extends RuleKind>(rule: RuleOf<K>): FactsForm | undefined => ruleShapes[rule.kind].form(rule),
  Object.isFrozen,
);

/**
 * Reads the facts of an answer and checks them against the rule. Gives undefined after reporting everything that is
 * wrong with them; facts of another kind are one issue, that says what was expected.
 */
export function readFacts<K extends RuleKind>(rule: RuleOf<K>, value: unknown, at: At): Facts | undefined {
  const form = factsForm(rule);
  const facts = readFactsOf(form, value, at);
  if (facts === undefined) return undefined;
  const before = at.report.issues.length;
  ruleShapes[rule.kind].checkFacts(rule, facts, at);
  const { length } = at.report.issues;
  if (length > before && hasErrors(at.report.issues.slice(before))) return undefined;
  return form?.ordered === undefined ? facts : form.ordered(facts);
}

/** A rule with what carries it, whose kind the compiler follows. */
type RuledOf<K extends RuleKind> = RuleCarrier & { readonly rule: RuleOf<K> };

/** Of a step the declared maximum: what applies of it may be 0, and no rule is about that. */
const carrierOf = ({ declaredMaxPoints: maxPoints, ...on }: RuleCarrier): RuleCarrier =>
  maxPoints === undefined ? on : { ...on, maxPoints };

/** The rule in words, one sentence without a full stop. */
export const ruleWording = <K extends RuleKind>(words: RuleWords, of: RuledOf<K>): string =>
  kindWords[of.rule.kind].ruleText(words, of.rule, carrierOf(of));

/** The facts in words. */
export const factsText = <K extends RuleKind>(words: RuleWords, of: RuledOf<K>, facts: Facts): string =>
  kindWords[of.rule.kind].factsText(words, of.rule, facts, carrierOf(of));

/** The case that applied in words. */
export const stepText = <K extends RuleKind>(words: RuleWords, of: RuledOf<K>, step: RuleStep): string =>
  kindWords[of.rule.kind].stepText(words, of.rule, step, carrierOf(of));

/** How the case that applied comes to its points; undefined where nothing is computed. */
export const workingText = <K extends RuleKind>(
  words: RuleWords,
  of: RuledOf<K>,
  step: RuleStep,
): string | undefined => kindWords[of.rule.kind].workingText(words, of.rule, step, carrierOf(of));
