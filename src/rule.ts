/**
 * The closed vocabulary of rules. A rule is data with a `kind`; each kind is one file in `rules/`, where its shape,
 * its checks, its meaning and its words stand together. This file has what the kinds share; `rule-shapes.ts`, `rules.ts`
 * and `rule-words.ts` list them.
 */
import type { z } from "zod";
import type { Decimal, Facts } from "./criteria-set.ts";
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
import type { Language } from "./words/words.ts";

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

export type { Language };

/**
 * What facts give under a rule: points; nothing to do this year where the rule makes that a claim of not applicable; or
 * points that depend on the other units of the group, which a second phase computes.
 */
export type RuleResult =
  | { readonly kind: "points"; readonly points: Exact }
  | { readonly kind: "empty" }
  | { readonly kind: "in-group" };

/** Points as the result of a rule. */
export const inPoints = (points: Exact): RuleResult => ({ kind: "points", points });

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
  /** What the points are the sum of, where the rule adds up or gives what is printed; before a maximum or floor bit. */
  readonly terms?: readonly RuleTerm[] | undefined;
  /** The floor, where it bit. */
  readonly floor?: Decimal | undefined;
  /** Of a `relative` rule: the part of the maximum that the clause gives, in percent. */
  readonly percent?: Decimal | undefined;
  /** Of the clause `between`: the percentage that it comes up to at the leader. */
  readonly upTo?: Decimal | undefined;
  /** Of the clause `between`: the best share of the group, as `share`. */
  readonly leader?: string | undefined;
}

/** One term of a sum of points. */
export interface RuleTerm {
  /** The id of the option, part or breach; absent where the rule has no list. */
  readonly of?: string | undefined;
  /** How many times it counts; absent: once. */
  readonly count?: number | undefined;
  /** The points of one; negative where they are taken from a maximum. */
  readonly points: Decimal;
}

/** A rule made ready once for its leaf: constants parsed, lookups built. Facts must have passed `checkFacts`. */
export interface CompiledRule {
  /** What the facts give, exactly. */
  readonly result: (facts: Facts) => RuleResult;
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

/** What carries a rule, as far as its words depend on it. */
export interface RuleCarrier {
  /** Of a leaf: its maximum. */
  readonly max?: Decimal | undefined;
  /** Of a line: its kind. What a rule gives on a `penalty` is taken away. */
  readonly line?: string | undefined;
}

/** A rule with what carries it: a step of a leaf is one. */
export interface Ruled extends RuleCarrier {
  /** The rule. */
  readonly rule: Rule;
}

/** One kind of rule in words, as a reward or, on a penalty line, as what is taken away. */
export interface RuleWords<R> {
  /** The rule in words, one sentence without a full stop, with numbers of the language. */
  readonly ruleText: (rule: R, on: RuleCarrier, language: Language) => string;
  /** The facts in words: `"giải quyết đúng hạn 1.184/1.200 hồ sơ"`. */
  readonly factsText: (rule: R, facts: Facts, on: RuleCarrier, language: Language) => string;
  /** The case that applied in words: `"đạt 98,67 %"`, `"dưới 80 %: 0 điểm"`. */
  readonly stepText: (rule: R, step: RuleStep, on: RuleCarrier, language: Language) => string;
  /** How that case comes to its points: `"0,75 − 1 × 1,25 = −0,5"`; undefined where they are printed as they are. */
  readonly workingText: (rule: R, step: RuleStep, on: RuleCarrier, language: Language) => string | undefined;
}
