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
import { factsForm } from "../rules/kinds.ts";
import type { RelativeInput } from "../units.ts";

/**
 * The marks of what is not facts, points or a share. `draft` has none: a vector is of a round as read, in which no form is
 * still being filled in.
 */
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

const factsMark = (rule: Rule, facts: Facts): string => factsForm(rule)?.mark(facts) ?? "";

/** What the marks of a rule look like; of a leaf that nobody answers, its share. */
export const markForm = (rule: Rule): string => factsForm(rule)?.marks ?? "0 … 1";
