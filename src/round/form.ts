/**
 * The blank form of a self-assessment: one entry for each leaf that a unit answers, with what the leaf asks for. A copy,
 * filled in, is what `readSelfAssessment` reads; entries left as they are read as unanswered.
 */
import type { CriteriaSet, Decimal, EvidenceNeed, Text } from "../criteria-set.ts";
import { deepFreeze } from "../plain.ts";
import { gatesBefore, type Leaf, type Plan, planOf } from "../plan.ts";
import type { Unit } from "../round.ts";
import type { FormChoice, Rule } from "../rule.ts";
import { factsForm, ruleWording } from "../rules/kinds.ts";
import { gatesText, type RuleWords, shippedRuleWords } from "../rules/words.ts";
import { type Language, message, said } from "../words/words.ts";
import type { AnswerInput, EvidenceInput, FactsInput, SelfAssessmentInput } from "./input.ts";

/** One fact that an answer gives in figures: a field of the form. */
export interface FormFigure {
  /** The key in `facts`. */
  readonly key: string;
  /** What is written there: a whole number, a decimal, or a percentage as it is printed. */
  readonly holds: "count" | "decimal" | "percent";
  /** What is asked: `"Tử số: nhiệm vụ đã hoàn thành"`. */
  readonly label: Text;
}

/** What a leaf asks for, for the person who fills in the form; passed over when the form is read. */
export interface FormQuestion {
  /** The id of the domain (lĩnh vực) in which it stands; of a leaf without one, its own. */
  readonly domain: string;
  /** The number that the decision prints. */
  readonly number: string;
  /** The title that the decision prints. */
  readonly title: Text;
  /** The maximum, in points. */
  readonly maxPoints: Decimal;
  /** The kind of its rule. */
  readonly kind: Rule["kind"];
  /** The rule in words. */
  readonly rule: Text;
  /** What other items must reach so that it is scored, its own conditions and those of the items above; absent without. */
  readonly requires?: Text | undefined;
  /** What the facts may name, with the points of each; absent where they name nothing. */
  readonly choices?: readonly FormChoice[] | undefined;
  /** The fields of facts that are figures, in their order; absent where the facts name `choices`. */
  readonly figures?: readonly FormFigure[] | undefined;
  /** The evidence that is needed. */
  readonly evidence: EvidenceNeed;
  /** True where the unit may claim, with a reason in `notApplicable`, that the leaf does not apply. */
  readonly mayBeNotApplicable: boolean;
}

/** One entry of a blank form. */
export interface BlankAnswer extends AnswerInput {
  /** What it asks for, frozen. */
  readonly asks: FormQuestion;
  /** The keys of the facts; put the figures in the place of `null`. */
  facts: FactsInput;
  /** The evidence, still empty; each document with number, issuer and date. */
  evidence: EvidenceInput[];
}

/** A self-assessment that nobody has filled in yet. */
export interface BlankSelfAssessment extends SelfAssessmentInput {
  /** One entry for each leaf that the unit answers, in the order of the set. */
  answers: BlankAnswer[];
}

/**
 * Makes the blank form of a unit's self-assessment.
 *
 * Each entry says in `asks` what is asked, and holds the keys of the facts with `null` in their place. An entry whose
 * facts are all still `null`, and which says nothing else, reads as unanswered; `asks` is passed over. Leaves of survey
 * and statistic sources, leaves that the appraiser scores, and leaves from which the set's register exempts the unit's
 * kinds have no entry.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param unit The id of the unit, or the unit itself, whose kinds then count.
 *
 * @returns The form, plain data of the caller's own to be filled in: the one result that is not frozen, but for `asks`.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`, or the unit is given without its kinds.
 *
 * @example
 * ```ts
 * import { blankSelfAssessment } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const form = blankSelfAssessment(criteriaSet("hoa-lam/department/2026"), "hoa-lam/so-tai-chinh");
 * form.answers[1]?.asks.number; // => '1.1.2'
 * form.answers[1]?.facts; // => { numerator: null, denominator: null }
 * ```
 */
export function blankSelfAssessment(
  set: CriteriaSet,
  unit: string | Pick<Unit, "id" | "kinds">,
): BlankSelfAssessment {
  const plan = planOf(set, "blankSelfAssessment");
  if (typeof unit !== "string" && !Array.isArray(unit?.kinds))
    throw new TypeError(
      "blankSelfAssessment: give the id of the unit, or the unit with its kinds as readRound gives it",
    );
  const { id, kinds } = typeof unit === "string" ? { id: unit, kinds: [] } : unit;
  const answers = plan.leaves
    .filter((leaf) => leaf.selfScored && !kinds.some((kind) => plan.exempt.get(kind)?.has(leaf.id)))
    .map(
      (leaf): BlankAnswer => ({
        item: leaf.id,
        asks: deepFreeze(questionOf(plan, leaf)),
        facts: blankFacts(leaf),
        evidence: [],
      }),
    );
  return { unit: id, answers };
}

/** The facts of a leaf, blank: a copy, because they are written to. */
const blankFacts = ({ rule }: Leaf): FactsInput =>
  Object.fromEntries(
    Object.entries(factsForm(rule)?.blank ?? {}).map(([key, fact]) => [
      key,
      fact?.map((breach) => ({ ...breach })) ?? null,
    ]),
  );

function questionOf(plan: Plan, leaf: Leaf): FormQuestion {
  const { item, rule, evidence, notApplicable } = leaf;
  const requires = gatesBefore(plan, leaf);
  const of = { rule, max: item.maxPoints };
  const choices = factsForm(rule)?.choices;
  return {
    domain: plan.nodes[leaf.above[0] ?? -1]?.id ?? leaf.id,
    number: item.number,
    title: item.title,
    maxPoints: item.maxPoints,
    kind: rule.kind,
    rule: inLanguages((words) => ruleWording(words, of)),
    ...(requires.length === 0 ? {} : { requires: inLanguages((words) => gatesText(words, requires)) }),
    ...(choices === undefined
      ? { figures: formFigures(rule) }
      : { choices: choices.map(({ id, title, points }) => ({ id, title, points })) }),
    evidence,
    mayBeNotApplicable: notApplicable !== undefined,
  };
}

/** The figures of a rule that names nothing; points that are given directly are one too. */
function formFigures(rule: Rule): readonly FormFigure[] {
  const figures = factsForm(rule)?.figures() ?? [];
  const points = { key: "points", holds: "decimal", label: message("rules.asks.points") } as const;
  return (figures.length === 0 ? [points] : figures).flatMap(({ key, holds, label }) =>
    holds === "mark" || holds === "one-of"
      ? []
      : { key, holds, label: inLanguages((words) => said(words, label)) },
  );
}

const inLanguages = (say: (words: RuleWords) => string): Readonly<Record<Language, string>> => ({
  vi: say(shippedRuleWords.vi),
  en: say(shippedRuleWords.en),
});
