/**
 * The blank form of a self-assessment: one entry for each leaf that a unit answers, with what the leaf asks for. A copy,
 * filled in, is what `readSelfAssessment` reads; entries left as they are read as unanswered.
 */
import type { CriteriaSet, Decimal, EvidenceNeed, Text } from "../criteria-set.ts";
import { deepFreeze } from "../plain.ts";
import { type Leaf, planOf } from "../plan.ts";
import type { Unit } from "../round.ts";
import type { BlankFact, FormChoice } from "../rule.ts";
import { factsForm, ruleWording } from "../rules/kinds.ts";
import { shippedRuleWords } from "../rules/words.ts";

/** What a leaf asks for, for the person who fills in the form; passed over when the form is read. */
export interface FormQuestion {
  /** The number that the decision prints. */
  readonly number: string;
  /** The title that the decision prints. */
  readonly title: Text;
  /** The maximum, in points. */
  readonly maxPoints: Decimal;
  /** The rule in words. */
  readonly rule: Text;
  /** The ids that the facts may name; absent where they name none. */
  readonly choices?: readonly FormChoice[] | undefined;
  /** The evidence that is needed. */
  readonly evidence: EvidenceNeed;
  /** True where the unit may claim, with a reason in `notApplicable`, that the leaf does not apply. */
  readonly mayBeNotApplicable: boolean;
}

/** One entry of a blank form. */
export interface BlankAnswer {
  /** The id of the leaf. */
  readonly item: string;
  /** What it asks for. */
  readonly asks: FormQuestion;
  /** The keys of the facts; put the figures in the place of `null`. */
  readonly facts: Readonly<Record<string, BlankFact>>;
  /** The evidence, still empty; each document with number, issuer and date. */
  readonly evidence: readonly [];
}

/** A self-assessment that nobody has filled in yet. */
export interface BlankSelfAssessment {
  /** The id of the unit. */
  readonly unit: string;
  /** One entry for each leaf that the unit answers, in the order of the set. */
  readonly answers: readonly BlankAnswer[];
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
 * @returns The form, frozen plain data; a copy of it can be filled in.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`, or the unit is given without its kinds.
 *
 * @example
 * ```ts
 * import { blankSelfAssessment } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const form = structuredClone(blankSelfAssessment(criteriaSet("hoa-lam/department/2026"), "hoa-lam/so-tai-chinh"));
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
        asks: questionOf(leaf),
        facts: factsForm(leaf.rule)?.blank ?? {},
        evidence: [],
      }),
    );
  return deepFreeze({ unit: id, answers });
}

function questionOf({ item, rule, evidence, notApplicable }: Leaf): FormQuestion {
  const of = { rule, max: item.maxPoints };
  const choices = factsForm(rule)?.choices;
  return {
    number: item.number,
    title: item.title,
    maxPoints: item.maxPoints,
    rule: { vi: ruleWording(shippedRuleWords.vi, of), en: ruleWording(shippedRuleWords.en, of) },
    ...(choices === undefined ? {} : { choices: choices.map(({ id, title }) => ({ id, title })) }),
    evidence,
    mayBeNotApplicable: notApplicable !== undefined,
  };
}
