/**
 * The marks of a score vector: one for each leaf and each bonus or penalty line, in the order of the set. Options are
 * written by their position, so that a whole score fits on a line; `docs/format.md` has the grammar.
 */
import type { AppraisedLine } from "../appraisal.ts";
import type { Facts } from "../criteria-set.ts";
import type { LeafStanding } from "../evaluation.ts";
import { exactText } from "../number.ts";
import type { Leaf } from "../plan.ts";
import type { Rule } from "../rule.ts";
import type { RelativeInput } from "../standings.ts";

/** The marks of what is not facts, points or a share. */
export const stateMarks = {
  nc: { kind: "not-applicable", why: "council" },
  nr: { kind: "not-applicable", why: "register" },
  ns: { kind: "not-applicable", why: "survey-not-held" },
  ua: { kind: "unanswered", why: "no-answer" },
  ue: { kind: "unanswered", why: "no-evidence" },
  wc: { kind: "pending", why: "claim" },
  wr: { kind: "pending", why: "return" },
  wq: { kind: "pending", why: "silence" },
  wa: { kind: "pending", why: "appraiser" },
  ws: { kind: "pending", why: "survey" },
  wt: { kind: "pending", why: "statistic" },
  wg: { kind: "pending", why: "relative" },
} as const satisfies Readonly<Record<string, LeafStanding>>;

/** The mark after a share of 0 that a policy gave. */
export const zeroMarks = { l: "below-least", h: "survey-not-held" } as const;

/** The mark of a line on which the council did not decide. */
export const noLine = "-";

/** The mark of one leaf. */
export function leafMark(
  leaf: Leaf,
  standing: LeafStanding | undefined,
  relative: RelativeInput | undefined,
): string {
  if (standing === undefined) return leaf.source.kind === "survey" ? "ws" : "wt";
  switch (standing.kind) {
    case "facts":
      return factsMark(leaf.rule, standing.facts);
    case "points":
      return `=${standing.points}`;
    case "share": {
      const zeroed = Object.entries(zeroMarks).find(([, why]) => why === standing.why)?.[0] ?? "";
      return `${exactText(standing.share)}${zeroed}`;
    }
    case "exact":
      return standing.within === undefined ? "" : relativeMark(leaf.rule, standing.within, relative);
    default: {
      const mark = Object.entries(stateMarks).find(
        ([, it]) => it.kind === standing.kind && it.why === standing.why,
      );
      return mark?.[0] ?? "";
    }
  }
}

/** A relative leaf: its facts, after `~` its target, after `*` the leader, or without a target the best. */
function relativeMark(rule: Rule, facts: Facts, relative: RelativeInput | undefined): string {
  const { target, group } = relative ?? {};
  const own = target === undefined ? "" : `~${factsMark(rule, target)}`;
  return `${factsMark(rule, facts)}${own}*${(target === undefined ? group?.best : group?.leader) ?? ""}`;
}

/** The mark of one line. */
export function lineMark(rule: Rule, standing: AppraisedLine["standing"] | undefined): string {
  if (standing === undefined) return noLine;
  return standing.kind === "points" ? `=${standing.points}` : factsMark(rule, standing.facts);
}

function factsMark(rule: Rule, facts: Facts): string {
  if ("choice" in facts)
    return String(rule.kind === "choice" ? rule.options.findIndex(({ id }) => id === facts.choice) + 1 : 0);
  if ("parts" in facts)
    return rule.kind === "checklist"
      ? rule.parts.map(({ id }) => (facts.parts.includes(id) ? "1" : "0")).join("")
      : "";
  if ("numerator" in facts) return `${facts.numerator}/${facts.denominator}`;
  if ("percent" in facts) return facts.percent;
  if ("value" in facts) return facts.value;
  if ("count" in facts) return String(facts.count);
  if ("points" in facts) return facts.points;
  const counts = new Map(facts.breaches.map(({ breach, count }) => [breach, count]));
  return rule.kind === "deduction" ? rule.breaches.map(({ id }) => counts.get(id) ?? 0).join("+") : "";
}

/** What the marks of a rule look like: in figures, which need no language. */
export function markForm(rule: Rule): string {
  switch (rule.kind) {
    case "choice":
      return `1 … ${rule.options.length}`;
    case "checklist":
      return `${"0".repeat(rule.parts.length)} … ${"1".repeat(rule.parts.length)}`;
    case "ratio":
      return forms.ratio;
    case "percent":
      return forms.percent;
    case "bands":
      return forms[rule.of];
    case "count":
      return forms.count;
    case "direct":
      return forms.number;
    case "deduction":
      return `${rule.breaches.map(() => "0").join("+")} …`;
    case "relative":
      return rule.of === "count" ? "3~2*1.5, 3*5 …" : "1/2~1/3*1.5, 1/2*0.9 …";
    case "survey":
      return "0 … 1";
  }
}

const forms = {
  ratio: "0/20, 1/20 …",
  percent: "0 … 100",
  number: "0, 0.5, 1 …",
  count: "0, 1, 2 …",
} as const;

const decimalText = /^-?(0|[1-9]\d*)(\.\d+)?$/;
const countText = /^(0|[1-9]\d{0,15})$/;

/** The facts of a mark as an answer would write them; undefined where the mark is none of the rule's kind. */
export function factsOfMark(rule: Rule, mark: string): unknown {
  const counts = (text: string): { numerator: number; denominator: number } | undefined => {
    const parts = text.split("/");
    return parts.length === 2 && parts.every((it) => countText.test(it))
      ? { numerator: Number(parts[0]), denominator: Number(parts[1]) }
      : undefined;
  };
  const count = (text: string): { count: number } | undefined =>
    countText.test(text) ? { count: Number(text) } : undefined;
  const printed = (key: string): Readonly<Record<string, string>> | undefined =>
    decimalText.test(mark) ? { [key]: mark } : undefined;
  switch (rule.kind) {
    case "choice": {
      const option = countText.test(mark) ? rule.options[Number(mark) - 1] : undefined;
      return option === undefined ? undefined : { choice: option.id };
    }
    case "checklist":
      if (!/^[01]+$/.test(mark) || mark.length !== rule.parts.length) return undefined;
      return { parts: rule.parts.filter((_, at) => mark[at] === "1").map(({ id }) => id) };
    case "ratio":
      return counts(mark);
    case "percent":
      return printed("percent");
    case "bands":
      return rule.of === "ratio" ? counts(mark) : printed(rule.of === "percent" ? "percent" : "value");
    case "count":
      return count(mark);
    case "direct":
      return printed("points");
    case "relative":
      return rule.of === "count" ? count(mark) : counts(mark);
    case "deduction": {
      const parts = mark.split("+");
      if (parts.length !== rule.breaches.length || !parts.every((it) => countText.test(it))) return undefined;
      return { breaches: rule.breaches.map(({ id }, at) => ({ breach: id, count: Number(parts[at]) })) };
    }
    default:
      return undefined;
  }
}
