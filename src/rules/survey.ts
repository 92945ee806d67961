/**
 * The rule `survey`: nobody answers the leaf. Its points are its maximum × the share reached in the questions that feed
 * it, which the survey stage computes from the tallies.
 */
import * as z from "zod/mini";
import { readFraction, zero } from "../number.ts";
import { maxOf, type RuleMeaning, type RuleShape, type RuleTelling } from "../rule.ts";
import { built, shape } from "../shape.ts";
import { say } from "../words/words.ts";
import { productText, shareText } from "./words.ts";

/** Points come from the survey. Facts: none. */
export interface SurveyRule {
  /** The discriminant. */
  readonly kind: "survey";
  /** How many questions feed the leaf, over all questionnaires; only repeated so that slips are caught. */
  readonly questions?: number | undefined;
}

function refuseSurveyFacts(): never {
  throw new TypeError("survey: the points of a survey leaf come from the tallies, not from facts");
}

/** The form of a `survey` rule; it has no facts. */
export const surveyShape: RuleShape<SurveyRule> = {
  schema: /* @__PURE__ */ built(() =>
    z.strictObject({ kind: z.literal("survey"), questions: z.optional(shape.count) }),
  ),
  form: () => undefined,
  check: () => {},
  checkFacts: refuseSurveyFacts,
  steps: () => refuseSurveyFacts,
};

/** The meaning of a `survey` rule. */
export const survey: RuleMeaning<SurveyRule> = {
  reach: (_rule, leaf) => ({ min: zero, max: maxOf(leaf, "survey") }),
  compile: () => refuseSurveyFacts,
};

/** A `survey` rule in words. */
export const surveyWords: RuleTelling<SurveyRule> = {
  ruleText: (words) => say(words, "rules.survey"),
  factsText: refuseSurveyFacts,
  stepText: (words, _rule, { share = "0" }) =>
    say(words, "rules.surveyed", { share: shareText(words, readFraction(share)) }),
  workingText: (words, _rule, { share }, { maxPoints: max }) =>
    share === undefined || max === undefined ? undefined : productText(words, max, share),
};
