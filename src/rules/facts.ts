/**
 * Facts: what an answer gives to a rule, with just the keys of the rule's kind. The forms that several kinds ask for
 * (two counts, a percentage, a number, a count) stand here: their shape in an answer, their rows in a form, their marks
 * in a score vector. Facts that are complete but of another kind are one mistake and not several: the issue says in
 * words what was expected.
 */

import * as z from "zod/mini";
import { acceptorOf, notAccepted } from "../accept.ts";
import type { Facts, Text } from "../criteria-set.ts";
import { type Path, type Report, reportOn } from "../issue.ts";
import { isRecord } from "../plain.ts";
import { type At, type FactsForm, type RuleKind, reportAt } from "../rule.ts";
import { built, knownKeys, readShape, shape } from "../shape.ts";
import { type Message, message } from "../words/words.ts";

type KeyIn<F> = F extends unknown ? keyof F : never;

/** The keys of facts. */
type FactsKey = KeyIn<Facts>;

/** The facts that have a key. */
type FactsWith<K extends FactsKey> = Extract<Facts, { readonly [P in K]: unknown }>;

const hasKey = <K extends FactsKey>(facts: Facts, key: K): facts is FactsWith<K> => key in facts;

/** Facts of the form that has the key. Throws TypeError for others, which `checkFacts` would have refused. */
export function factsWith<K extends FactsKey>(facts: Facts, key: K): FactsWith<K> {
  if (hasKey(facts, key)) return facts;
  throw new TypeError(`facts that are not of this rule: they have no ${key}`);
}

/** Throws TypeError: points were asked for facts that `checkFacts` would have refused. */
export function refuseFacts(kind: RuleKind): never {
  throw new TypeError(`${kind}: facts that are not of this rule`);
}

const countsSchema: z.core.$ZodType<Facts> = /* @__PURE__ */ built(() =>
  z.strictObject({ numerator: shape.count, denominator: shape.count }),
);
const percentSchema: z.core.$ZodType<Facts> = /* @__PURE__ */ built(() =>
  z.strictObject({ percent: shape.percent }),
);
const valueSchema: z.core.$ZodType<Facts> = /* @__PURE__ */ built(() =>
  z.strictObject({ value: shape.decimal }),
);
const countSchema: z.core.$ZodType<Facts> = /* @__PURE__ */ built(() =>
  z.strictObject({ count: shape.count }),
);

/** Two counts: `{ numerator, denominator }`, in a vector `17/20`. */
export const twoCountsForm = (of: { readonly numerator: Text; readonly denominator: Text }): FactsForm => ({
  schema: countsSchema,
  blank: { numerator: null, denominator: null },
  figures: () => [
    { key: "numerator", holds: "count", label: message("rules.asks.numerator", { what: of.numerator }) },
    {
      key: "denominator",
      holds: "count",
      label: message("rules.asks.denominator", { what: of.denominator }),
    },
  ],
  mark: (facts) => {
    const { numerator, denominator } = factsWith(facts, "numerator");
    return `${numerator}/${denominator}`;
  },
  ofMark: (mark) => {
    const [numerator, denominator, ...more] = mark.split("/").map(markedCount);
    return numerator === undefined || denominator === undefined || more.length > 0
      ? undefined
      : { numerator, denominator };
  },
  marks: "0/20, 1/20 …",
});

/** A percentage with the digits that its source prints: `{ percent }`, in a vector `85.70`. */
export const percentForm = (what: Text): FactsForm => ({
  schema: percentSchema,
  blank: { percent: null },
  figures: () => [{ key: "percent", holds: "percent", label: message("rules.asks.percent", { what }) }],
  mark: (facts) => factsWith(facts, "percent").percent,
  ofMark: (mark) => (isMarkedDecimal(mark) ? { percent: mark } : undefined),
  marks: "0 … 100",
});

/** A plain number: `{ value }`. */
export const valueForm = (what: Text): FactsForm => ({
  schema: valueSchema,
  blank: { value: null },
  figures: () => [{ key: "value", holds: "decimal", label: message("rules.asks.value", { what }) }],
  mark: (facts) => factsWith(facts, "value").value,
  ofMark: (mark) => (isMarkedDecimal(mark) ? { value: mark } : undefined),
  marks: "0, 0.5, 1 …",
});

/** A count: `{ count }`. */
export const oneCountForm = (what: Text): FactsForm => ({
  schema: countSchema,
  blank: { count: null },
  figures: () => [{ key: "count", holds: "count", label: message("rules.asks.count", { what }) }],
  mark: (facts) => String(factsWith(facts, "count").count),
  ofMark: (mark) => {
    const count = markedCount(mark);
    return count === undefined ? undefined : { count };
  },
  marks: "0, 1, 2 …",
});

/** A count as a vector writes it; undefined for anything else. */
export const markedCount = (mark: string): number | undefined =>
  /^(0|[1-9]\d{0,15})$/.test(mark) ? Number(mark) : undefined;

/** Tells whether a mark is a decimal. */
export const isMarkedDecimal = (mark: string): boolean => /^-?(0|[1-9]\d*)(\.\d+)?$/.test(mark);

/** The keys of each kind of facts, and the word of how it is asked for. */
const factsWords = {
  choice: "choice",
  parts: "parts",
  "numerator, denominator": "counts",
  percent: "percent",
  value: "value",
  count: "count",
  breaches: "breaches",
  points: "points",
  "": "none",
} as const;
const isFactsKeys = (keys: string): keys is keyof typeof factsWords => Object.hasOwn(factsWords, keys);

/** Reads facts of a form; undefined where nobody answers, which is an issue of its own, as any other that is found. */
export function readFactsOf(form: FactsForm | undefined, value: unknown, at: At): Facts | undefined {
  const accepted = form === undefined ? notAccepted : acceptorOf(form.schema)(value);
  if (accepted !== notAccepted) return accepted as Facts;
  const expected = form === undefined ? [] : (knownKeys(form.schema, [], value) ?? []);
  if (form !== undefined && !isOfAnotherKind(value, expected))
    return readShape(form.schema, value, at.path, reportOfFacts(form, value, at));
  const keys = expected.join(", ");
  const found = typeof value === "object" && value !== null ? Object.keys(value).join(", ") : String(value);
  const words = isFactsKeys(keys) ? message(`named.facts.${factsWords[keys]}`) : keys;
  reportAt(at, "answer-of-wrong-kind", { found: found || "–", expected: words });
  return undefined;
}

/** True where a value has every key of another kind of facts, and none of its own. */
function isOfAnotherKind(value: unknown, expected: readonly string[]): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const given = Object.keys(value);
  if (given.some((key) => expected.includes(key))) return false;
  return Object.keys(factsWords).some((keys) => keys.split(", ").every((key) => given.includes(key)));
}

const askedAsWhole: { readonly [key: string]: Message | undefined } = {
  choice: message("rules.asks.choice"),
  parts: message("rules.asks.parts"),
  breaches: message("rules.asks.breaches"),
  points: message("rules.asks.points"),
};

/** What the form asks for at a place of facts: the label of a key, or of a kind of breach in a list of them. */
export function labelAt(form: FactsForm, facts: unknown, [key = "", at, part]: Path): Message | undefined {
  const value = isRecord(facts) ? facts[key] : undefined;
  const one: unknown = Array.isArray(value) && part === "count" ? value[Number(at)] : undefined;
  if (at !== undefined && !isRecord(one)) return undefined;
  const name = isRecord(one) ? one["breach"] : key;
  const label = form.figures().find((it) => it.key === name)?.label;
  return label ?? (at === undefined ? askedAsWhole[key] : undefined);
}

/** A report on facts that names what is still empty, or only half typed, by the label that the form shows. */
function reportOfFacts(form: FactsForm, value: unknown, at: At): Report {
  const onItem = reportOn(at.report, { item: at.item });
  const add: (...issue: Parameters<Report>) => void = (code, path, params) => {
    const place = path.slice(at.path.length);
    const what = labelAt(form, value, place);
    if (what === undefined) return onItem(code, path, params);
    const typed = place.reduce((part: unknown, step) => isPart(part) && part[step], value);
    if (typed === null || typed === "" || code === "missing-key") {
      const isNumber = place[0] !== "choice" && place[0] !== "parts";
      return onItem("figure-empty", path, { what, zero: isNumber ? "0" : undefined });
    }
    const digits = typeof typed === "string" && /^\d{1,15}$/.test(typed) ? typed : undefined;
    onItem(code, path, { ...params, what, digits });
  };
  return Object.assign(add, { issues: at.report.issues });
}

const isPart = (value: unknown): value is { readonly [step: string | number]: unknown } =>
  typeof value === "object" && value !== null;
