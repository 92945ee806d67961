/**
 * The closed vocabulary of rules. A rule is data with a `kind`; each kind is one file in `rules/`, where its shape,
 * its checks, its meaning and its words stand together. This file has what the kinds share; `rule-shapes.ts`, `rules.ts`
 * and `rule-words.ts` list them.
 */
import type { z } from "zod";
import type { Facts } from "./criteria-set.ts";
import type { Path, Report } from "./issue.ts";
import type { Exact } from "./number.ts";
import type { BandsRule } from "./rules/bands.ts";
import type { ChecklistRule } from "./rules/checklist.ts";
import type { ChoiceRule } from "./rules/choice.ts";
import type { CountRule } from "./rules/count.ts";
import type { DeductionRule } from "./rules/deduction.ts";
import type { DirectRule } from "./rules/direct.ts";
import type { PercentRule } from "./rules/percent.ts";
import type { RatioRule } from "./rules/ratio.ts";
import type { RelativeRule } from "./rules/relative.ts";
import type { SurveyRule } from "./rules/survey.ts";

/** How the points of a leaf come about. */
export type Rule =
  | BandsRule
  | ChecklistRule
  | ChoiceRule
  | CountRule
  | DeductionRule
  | DirectRule
  | PercentRule
  | RatioRule
  | RelativeRule
  | SurveyRule;

/** The languages in which the library speaks. */
export type Language = "vi" | "en";

/** A result of a rule that means "nothing to do this year, and the rule says that this is a claim of not applicable". */
export const emptyClaim = "empty-claim";

/** What decided the points, for the explanation: plain data, exact numbers as text. */
export interface RuleStep {
  /** The name of the case that applied, one of the kind's own: `"proportional"`, `"below-zero-threshold"`, `"full"`, `"band"` … */
  readonly case: string;
  /** The exact share that was reached, `"148/150"` or a decimal, 0 to 1, where the rule forms one. */
  readonly share?: string | undefined;
  /** The position of the band, option or clause that applied, from 0. */
  readonly at?: number | undefined;
  /** Points before a maximum, cap or floor bit, where one did. */
  readonly uncapped?: string | undefined;
}

/** A rule made ready once for its leaf: constants parsed, lookups built. Facts must have passed `checkFacts`. */
export interface CompiledRule {
  /** The exact points, or `emptyClaim`. */
  readonly points: (facts: Facts) => Exact | typeof emptyClaim;
  /** What decided them. */
  readonly step: (facts: Facts) => RuleStep;
}

/** What a kind needs to know of the leaf that carries the rule. */
export interface LeafContext {
  /** The maximum of the leaf; for a bonus or penalty line without a cap, undefined. */
  readonly max: Exact | undefined;
  /** Decimals of what is published, for points given without a step. */
  readonly places: number;
  /** How a percentage is rounded where the rule rounds it first. */
  readonly mode: "half-up" | "half-even" | "down" | "up";
}

/** The form of one kind of rule: what a file and an answer may write, and what must hold of it. */
export interface RuleShape<R extends { readonly kind: string }> {
  readonly kind: R["kind"];
  /** Shape of the rule in a file; strict: no other key. */
  readonly schema: z.ZodType<R> & z.core.$ZodTypeDiscriminable;
  /** Shape of the facts in an answer; undefined where nobody answers (survey). */
  readonly facts: (rule: R) => z.ZodType<Facts> | undefined;
  /** Checks a rule of the right shape within its leaf. */
  readonly check: (rule: R, leaf: LeafContext, path: Path, report: Report, item: string) => void;
  /** Checks facts of the right shape against the rule; `path` is that of the facts. */
  readonly checkFacts: (
    rule: R,
    leaf: LeafContext,
    facts: Facts,
    path: Path,
    report: Report,
    item: string,
  ) => void;
}

/** The meaning of one kind of rule: the points that it gives. */
export interface RuleMeaning<R> {
  /** The lowest and highest points that any answer can give; no highest on a line without a cap. */
  readonly reach: (rule: R, leaf: LeafContext) => { readonly min: Exact; readonly max: Exact | undefined };
  /** Makes the rule ready. */
  readonly compile: (rule: R, leaf: LeafContext) => CompiledRule;
}

/** One kind of rule in words. */
export interface RuleWords<R> {
  /** The rule in words, one sentence without a full stop, with numbers of the language. */
  readonly ruleText: (rule: R, leaf: LeafContext, language: Language) => string;
  /** The facts in words: `"1.184/1.200 hồ sơ"`. */
  readonly factsText: (rule: R, facts: Facts, language: Language) => string;
  /** The case that applied in words: `"đạt 98,67 %"`, `"dưới 80 %: 0 điểm"`. */
  readonly stepText: (rule: R, step: RuleStep, language: Language) => string;
}
