/**
 * The closed vocabulary of rules. A rule is data with a `kind`; each kind is one file in `rules/`, where its form, its
 * checks, its meaning, its words, its rows and its marks stand together. This file has what every kind says of itself;
 * `rules/kinds.ts` lists the kinds.
 */

import type * as z from "zod/mini";
import type { Decimal, Facts, Text } from "./criteria-set.ts";
import type { IssueCode, NamedItem, Path, Report } from "./issue.ts";
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
import type { StretchedRule } from "./rules/stretched.ts";
import type { SurveyRule } from "./rules/survey.ts";
import type { RuleWords } from "./rules/words.ts";
import type { Language, Message, Params } from "./words/words.ts";

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
  | StretchedRule
  | SurveyRule;

/** The kinds of rule. */
export type RuleKind = Rule["kind"];

/** The rules of each kind. */
export type RulesByKind = { readonly [R in Rule as R["kind"]]: R };

/** A rule whose kind the compiler follows into a table of kinds. */
export type RuleOf<K extends RuleKind> = { readonly [P in K]: { readonly kind: P } & RulesByKind[P] }[K];

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

/**
 * A rule made ready once for its leaf, constants parsed and lookups built: what facts give, exactly. They must have passed
 * `checkFacts`.
 */
export type CompiledRule = (facts: Facts) => RuleResult;

/** What a kind needs to know of the leaf that carries the rule. */
export interface LeafContext {
  /** The maximum of the leaf; for a bonus or penalty line without a cap, undefined. */
  readonly max: Exact | undefined;
  /** Decimals of what is published, for points given without a step. */
  readonly places: number;
  /** How a percentage is rounded where the rule rounds it first. */
  readonly mode: "half-up" | "half-even" | "down" | "up";
}

/** Where something is judged: the leaf or line that it belongs to, its place in what was read, and who hears of it. */
export interface At {
  /** The leaf, as far as its rule needs it. */
  readonly leaf: LeafContext;
  /** The place of the value that is judged. */
  readonly path: Path;
  /** Who hears of its issues. */
  readonly report: Report;
  /** The leaf or line. */
  readonly item: NamedItem;
}

/** Reports an issue at a place, or at what stands beneath it. */
export function reportAt(at: At, code: IssueCode, params: Params, ...beneath: Path): void {
  at.report(code, [...at.path, ...beneath], params, { item: at.item });
}

/** What stands beneath a place. */
export const placeBeneath = (at: At, ...beneath: Path): At => ({ ...at, path: [...at.path, ...beneath] });

/** The maximum of the leaf. Throws TypeError on a line without a cap, which cannot carry a rule that needs one. */
export function maxOf({ max }: LeafContext, kind: RuleKind): Exact {
  if (max === undefined) throw new TypeError(`${kind}: a rule of this kind needs a leaf with a maximum`);
  return max;
}

/** The form of one kind of rule: what a file and an answer may write, and what must hold of it. */
export interface RuleShape<R> {
  /** Shape of the rule in a file; strict: no other key. */
  readonly schema: z.core.$ZodType<R> & z.core.$ZodTypeDiscriminable;
  /** True where a bonus or penalty line may carry it: it does without a maximum. */
  readonly onLines?: true | undefined;
  /** How its facts are written; undefined where nobody answers (survey). */
  readonly form: (rule: R) => FactsForm | undefined;
  /** Checks a rule of the right shape within its leaf. */
  readonly check: (rule: R, at: At) => void;
  /** Checks facts of the right shape against the rule; the place is that of the facts. */
  readonly checkFacts: (rule: R, facts: Facts, at: At) => void;
  /** Makes the rule ready to say what decided the points of facts. */
  readonly steps: (rule: R, leaf: LeafContext) => (facts: Facts) => RuleStep;
}

/** How the facts of a rule are written: in an answer, in the rows of a form, and in a score vector. */
export interface FactsForm {
  /** Their shape in an answer. */
  readonly schema: z.core.$ZodType<Facts>;
  /** The answer that nobody has filled in yet. */
  readonly blank: Readonly<Record<string, BlankFact>>;
  /** What an answer may name; absent where it names nothing. */
  readonly choices?: readonly FormChoice[] | undefined;
  /** The rows that ask for them beneath the row of their leaf; none where points stand in that row itself. */
  readonly figures: () => readonly Figure[];
  /** The facts that filled rows give, still to be judged; absent where each row is a key of the facts. */
  readonly filled?: ((filled: Filled) => Readonly<Record<string, unknown>>) | undefined;
  /** Their mark in a vector. */
  readonly mark: (facts: Facts) => string;
  /** The facts of a mark, still to be judged; undefined where it is none of this form. */
  readonly ofMark: (mark: string) => unknown;
  /** What marks look like: in figures, which need no language. */
  readonly marks: string;
  /** The order in which the rule prints what facts list: that in which somebody wrote it means nothing. */
  readonly ordered?: ((facts: Facts) => Facts) | undefined;
}

/** One thing that an answer may name: an option, a part or a kind of breach. */
export interface FormChoice {
  /** The id that the answer uses. */
  readonly id: string;
  /** The words that the decision prints. */
  readonly title: Text;
  /** The points that it gives; of a kind of breach, those that one of them costs. */
  readonly points: Decimal;
}

/** A fact that nobody has filled in yet; of breaches, one for each kind. */
export type BlankFact = null | readonly { readonly breach: string; readonly count: null }[];

/** One row of a form, for a figure that a leaf asks for: an officer fills in one cell and types no id. */
export interface Figure {
  /** The id of the option, part or breach, or the key of the fact. */
  readonly key: string;
  /** What the cell holds; of the marks `one-of`, one alone may be set. */
  readonly holds: "one-of" | "mark" | "count" | "decimal" | "percent";
  /** What is asked. */
  readonly label: Message;
}

/** What an officer filled in, by the key of the figure. */
export type Filled = ReadonlyMap<string, boolean | number | string>;

/** The cells of a leaf's figures on a form, as a formula names them. */
export interface FigureCells {
  /** The address of the cell of a figure. */
  readonly cell: (key: string) => string;
  /** True in the formula where a figure is marked. */
  readonly isMarked: (key: string) => string;
}

/**
 * The formula by which a spreadsheet gives the points of one kind, without the sign = before it: the points of the facts,
 * or nothing while figures are missing or cannot be. Undefined where a spreadsheet cannot say it exactly.
 */
export type RuleFormula<R> = (rule: R, leaf: LeafContext, cells: FigureCells) => string | undefined;

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
  readonly maxPoints?: Decimal | undefined;
  /** Of a step of an explanation: its declared maximum, which then counts. */
  readonly declaredMaxPoints?: Decimal | undefined;
  /** Of a line: its kind. What a rule gives on a `penalty` is taken away. */
  readonly line?: string | undefined;
}

/** A rule with what carries it: a step of a leaf is one. */
export interface Ruled extends RuleCarrier {
  /** The rule. */
  readonly rule: Rule;
}

/** One kind of rule in words, as a reward or, on a penalty line, as what is taken away. */
export interface RuleTelling<R> {
  /** The rule in words, one sentence without a full stop, with numbers of the language. */
  readonly ruleText: (words: RuleWords, rule: R, on: RuleCarrier) => string;
  /** The facts in words: `"giải quyết đúng hạn 1.184/1.200 hồ sơ"`. */
  readonly factsText: (words: RuleWords, rule: R, facts: Facts, on: RuleCarrier) => string;
  /** The case that applied in words: `"đạt 98,67 %"`, `"dưới 80 %: 0 điểm"`. */
  readonly stepText: (words: RuleWords, rule: R, step: RuleStep, on: RuleCarrier) => string;
  /** How that case comes to its points: `"0,75 − 1 × 1,25 = −0,5"`; undefined where they are printed as they are. */
  readonly workingText: (words: RuleWords, rule: R, step: RuleStep, on: RuleCarrier) => string | undefined;
}
