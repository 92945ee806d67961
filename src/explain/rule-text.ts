/** A rule in words, for whoever has the data alone: an explanation or history holds the rule, and not its words. */
import type { Language, Ruled } from "../rule.ts";
import { voiceOf } from "./words/voice.ts";

/**
 * Words a rule: how the points of a leaf or line come about, in one sentence without a full stop.
 *
 * @param of The rule with what carries it: the maximum of its leaf, or the kind of its line. The step of a leaf and an
 * item's history are such already; on a line that the council decides the rule stands in `working`.
 * @param language `"vi"` or `"en"`; what the criteria set has only in Vietnamese stays Vietnamese.
 *
 * @returns The sentence.
 *
 * @throws RangeError if the language is none of those.
 *
 * @example
 * ```ts
 * import { ruleText } from "par-index";
 * const rule = { kind: "count", what: { vi: "sáng kiến", en: "initiative" }, each: "0.5" } as const;
 * ruleText({ rule, max: "1.5" }, "vi"); // => 'Mỗi sáng kiến được 0,5 điểm, tối đa 1,5 điểm'
 * ruleText({ rule, line: "penalty" }, "en"); // => '0.5 points taken away for each of: initiative'
 * ```
 */
export function ruleText(of: Ruled, language: Language): string {
  return voiceOf(language, "ruleText").rule(of);
}
