/**
 * What several kinds of rule measure: the share of two counts, a percentage as printed, or a plain number. Thresholds
 * and bands are compared with it exactly. What a denominator of 0 means, nothing to do this year, is declared by the
 * rule and never guessed; a share above the whole is a slip unless the rule expects it.
 */
import * as z from "zod/mini";
import type { Decimal, Facts, Text } from "../criteria-set.ts";
import {
  add,
  compareExact,
  decimal,
  divide,
  type Exact,
  exactText,
  fraction,
  greatest,
  halfUnit,
  hundred,
  multiply,
  subtract,
  zero,
} from "../number.ts";
import { type At, type FactsForm, inPoints, type RuleResult, reportAt } from "../rule.ts";
import { built } from "../shape.ts";
import { type Message, message, type Param, percentIn } from "../words/words.ts";
import { factsWith, percentForm, twoCountsForm, valueForm } from "./facts.ts";
import { measureText, type RuleWords, shareOfText } from "./words.ts";

/** What is measured. */
export type Measure =
  | { readonly of: "ratio"; readonly numerator: Text; readonly denominator: Text }
  | { readonly of: "percent"; readonly what: Text }
  | { readonly of: "number"; readonly what: Text };

/** How the facts of a measure are written. */
export function measureForm(measure: Measure): FactsForm {
  if (measure.of === "ratio") return twoCountsForm(measure);
  return measure.of === "percent" ? percentForm(measure.what) : valueForm(measure.what);
}

/** The value that is measured: a number, or a percentage. Of two counts the denominator must not be 0. */
export function measuredValue(of: Measure["of"]): (given: Facts) => Exact {
  if (of === "number") return (given) => decimal(factsWith(given, "value").value);
  if (of === "percent") return (given) => decimal(factsWith(given, "percent").percent);
  return (given) => {
    const { numerator, denominator } = factsWith(given, "numerator");
    return multiply(fraction(numerator, denominator), hundred);
  };
}

/** The share of the whole as a step gives it: the counts as they are, else a decimal. */
export const shareStep = (given: Facts, percent: Exact): string =>
  "numerator" in given ? `${given.numerator}/${given.denominator}` : exactText(divide(percent, hundred));

/** What is measured in words, at the head of a rule: `"Tỷ lệ hồ sơ đúng hạn trên hồ sơ đã tiếp nhận"`. */
export function measureHead(measure: Measure): Message {
  if (measure.of === "ratio")
    return message("rules.shareOf", { part: measure.numerator, whole: measure.denominator });
  return message(measure.of === "percent" ? "rules.percentOf" : "rules.byNumber", { what: measure.what });
}

/** The facts of a measure in words: `"giải quyết đúng hạn 1.184/1.200 hồ sơ đã tiếp nhận"`. */
export function measureFactsText(words: RuleWords, measure: Measure, given: Facts): string {
  if (measure.of === "percent") return percentIn(words, factsWith(given, "percent").percent);
  if (measure.of === "number") return measureText(words, factsWith(given, "value").value, measure.what);
  const { numerator, denominator } = factsWith(given, "numerator");
  return shareOfText(words, `${numerator}/${denominator}`, measure);
}

/** What a denominator of 0 gives: the maximum (flagged for the council), 0, or a claim of not applicable. */
export type Empty = "full" | "zero" | "not-applicable";

/** The shape of what a denominator of 0 gives. */
export const emptyShape = /* @__PURE__ */ built(() => z.enum(["full", "zero", "not-applicable"]));

/** Tells whether there was nothing to do: a denominator of 0. */
export const isOfNothing = (given: Facts): boolean => "denominator" in given && given.denominator === 0;

/** What a denominator of 0 gives under a maximum. */
export function emptyResult(empty: Empty, max: Exact): RuleResult {
  if (empty === "not-applicable") return Object.freeze({ kind: "empty" });
  return Object.freeze(inPoints(empty === "full" ? max : zero));
}

/** Reports a numerator above 0 over 0, and a full score for nothing done. */
export function checkEmpty(empty: Empty, given: Facts, at: At): void {
  const { numerator } = factsWith(given, "numerator");
  if (numerator > 0) reportAt(at, "numerator-over-zero", { found: numerator, expected: 0 }, "numerator");
  else if (empty === "full") reportAt(at, "empty-counted-full", { found: "0/0" });
}

/** Says that more than the whole counts as the whole, where the rule does. */
export const cappedPart = (cap: boolean | undefined): Param =>
  cap === true ? message("rules.wholeAtMost") : "";

/** Reports a share above the whole; true where it is not above it. */
export function checkWhole(given: Facts, at: At): boolean {
  if ("numerator" in given) {
    const { numerator, denominator } = given;
    if (numerator <= denominator) return true;
    const facts = { found: numerator, expected: denominator };
    reportAt(at, "numerator-above-denominator", facts, "numerator");
    return false;
  }
  const { percent } = factsWith(given, "percent");
  if (compareExact(decimal(percent), hundred) <= 0) return true;
  reportAt(at, "percent-above-hundred", { found: percent, expected: "≤ 100" }, "percent");
  return false;
}

/**
 * The least and greatest value that may stand behind a printed one that is not negative: all that round to it lie within
 * half a unit of its last digit. Both ends are taken in, since nobody knows by which mode it was rounded.
 */
export function printedInterval(printed: Decimal): { readonly low: Exact; readonly high: Exact } {
  const value = decimal(printed);
  const point = printed.indexOf(".");
  const half = halfUnit(point < 0 ? 0 : printed.length - point - 1);
  return { low: greatest(zero, subtract(value, half)), high: add(value, half) };
}

/** A threshold at which the points jump, with the points just below it and those from it on. */
export interface Jump {
  /** The threshold, in percent. */
  readonly at: Decimal;
  /** Points that the values just below it come up to. */
  readonly below: Exact;
  /** Points at the threshold itself. */
  readonly from: Exact;
}

/** Warns that the value behind a printed percentage may lie on either side of a threshold, with other points. */
export function reportStraddling(printed: Decimal, jump: Jump, at: At): void {
  const [below, from] = [exactText(jump.below), exactText(jump.from)];
  const facts = { found: printed, threshold: jump.at, below, from, expected: `${below} / ${from}` };
  reportAt(at, "percent-straddles-threshold", facts, "percent");
}
