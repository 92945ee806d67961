/**
 * The step of one leaf in words, as an official would write it: what was reached, the points it gives, where that is
 * written, the self-score and what the council did with it and why.
 */

import type { Facts, Text } from "../criteria-set.ts";
import { readFraction, shortest } from "../number.ts";
import type { Ruled, RuleStep } from "../rule.ts";
import { factsText, ruleWording, stepText, workingText } from "../rules/kinds.ts";
import { shareText } from "../rules/words.ts";
import { shownAmount } from "../score.ts";
import {
  clause,
  type Message,
  message,
  type Param,
  percentIn,
  type Sentence,
  said,
  say,
  textIn,
  type Words,
  withColon,
} from "../words/words.ts";
import type { HistoryEntry } from "./history.ts";
import {
  citedFindings,
  deedOf,
  documentName,
  findingOf,
  gateMessage,
  type HistoryWords,
  historySentences,
  notApplicableText,
} from "./history-text.ts";
import type { Basis, CountedOption, Given, LeafStep, NodeStep, SurveyPart } from "./step.ts";

/** The words of explanations. */
export type ExplanationWords = HistoryWords & Pick<Words, "explanation" | "named" | "issues">;

/** How much is said of each leaf and line: one sentence and what the council did, or everything. */
export type Detail = "short" | "full";

/** A sentence at a level; none where nothing is said. */
export const sentence = (
  words: ExplanationWords,
  level: number,
  told: Message | undefined,
): readonly Sentence[] => (told === undefined ? [] : [{ level, text: `${said(words, told)}.` }]);

/** The findings that no entry addresses, one sentence each. */
export const findingSentences = (
  words: ExplanationWords,
  { findings = [] }: Pick<NodeStep, "findings">,
  level: number,
): readonly Sentence[] =>
  findings.flatMap((found) =>
    sentence(words, level, message("explanation.openFinding", { finding: findingOf(found) })),
  );

/** The name of a level with a number: `"Tiêu chí 2.1"`. */
export const numberedLabel = (words: ExplanationWords, level: Text | undefined, number: string): string =>
  say(words, "explanation.label", { level, number });

/** The sentences of a leaf: itself at its level, what belongs to it one level below. */
export function leafSentences(
  words: ExplanationWords,
  step: LeafStep,
  level: number,
  detail: Detail,
): readonly Sentence[] {
  const below = level + 1;
  const { title, history } = step;
  const leaf = { title, points: reachedPoints(words, step), self: selfScoreText(words, step) };
  const head: Sentence = {
    level,
    label: numberedLabel(words, step.level, step.number),
    text: `${say(words, "explanation.leaf", leaf)}.`,
  };
  const entries = historySentences(words, step, history, below);
  const findings = findingSentences(words, step, below);
  if (detail === "short") return [head, ...findings, ...(history.length > 2 ? entries : [])];
  return [
    head,
    ...fullMessages(words, step).flatMap((told) => sentence(words, below, told)),
    // That of what is asked for stands at the head of the text.
    ...(level === 0 ? [] : basisSentences(words, step.basis, below)),
    ...(step.survey === undefined ? [] : surveySentences(words, step.survey, below)),
    ...findings,
    ...entries,
  ];
}

/** Rule, what the group gave, working, and where figures are from. */
const fullMessages = (words: ExplanationWords, step: LeafStep): readonly (Message | undefined)[] => [
  message("explanation.rule", { rule: ruleWording(words, step) }),
  ...groupMessages(words, step),
  ...workingMessages(words, step),
  step.index && message("explanation.componentIndex", { index: step.index.rounded }),
  step.reference === undefined
    ? undefined
    : message(step.reason === "published" ? "explanation.publishedReason" : "explanation.reference", {
        reference: clause(step.reference),
      }),
  step.survey?.notHeld === undefined
    ? undefined
    : message("explanation.notHeld", { reason: clause(step.survey.notHeld) }),
];

/** What was reached, the points and where that is written: `"1.184/1.200 …, đạt 98,67 % → 1,97/2 điểm (Phụ lục I, mục 3.2.1)"`. */
function reachedPoints(words: ExplanationWords, step: LeafStep): string {
  const { state, reason = "silence", points, bounds, maxPoints, basis, survey } = step;
  const max = maxPoints === "0" ? step.declaredMaxPoints : maxPoints;
  if (state === "pending") {
    const about = survey?.reason === undefined ? undefined : message(`terms.survey.${survey.reason}`);
    const reasons = [message(`terms.reason.${reason}`), about, step.gate && gateMessage(step.gate)];
    const between =
      bounds &&
      message("explanation.pointsBetween", {
        low: shownAmount(bounds.low),
        high: shownAmount(bounds.high),
        max,
      });
    return say(words, "explanation.pending", { reason: reasons, bounds: between, at: basis.at });
  }
  const given = points && message("explanation.points", { points: shownAmount(points), max });
  return say(words, "explanation.reachedPoints", {
    reached: reachedOfStep(words, step),
    points: given,
    at: basis.at,
  });
}

/** What was reached, in short: the facts and the case that applied, the share, or why there are no points. */
export function reachedOfStep(words: ExplanationWords, step: LeafStep): string {
  const { given, state, reason, consequence = "rescale", survey } = step;
  const said = reason === undefined ? "" : say(words, `terms.reason.${reason}`);
  if (state === "not-applicable")
    return say(words, "explanation.notApplicable", {
      reason: said,
      consequence: message(`terms.consequence.${consequence}`),
    });
  if (step.gate !== undefined) {
    const held = gateMessage(step.gate);
    const own =
      given === undefined ? undefined : reachedOfStep(words, { ...step, gate: undefined, reason: undefined });
    return say(words, "explanation.parts", { parts: [held, own] });
  }
  if (given === undefined) return said;
  if (given.kind === "points") return say(words, "explanation.decidedPoints");
  if (given.kind !== "share") return appliedText(words, step, given.facts, given.applied);
  const about = survey?.reason === undefined ? undefined : message(`terms.survey.${survey.reason}`);
  return say(words, "explanation.parts", { parts: [stepText(words, step, appliedOf(given)), about] });
}

/** The facts and the case of the rule that applied, neither of them twice. */
export function appliedText(words: ExplanationWords, of: Ruled, facts: Facts, applied: RuleStep): string {
  const own = factsText(words, of, facts);
  const { kind } = of.rule;
  const plain = kind === "choice" || kind === "direct" || ["sum", "deducted"].includes(applied.case);
  if (plain) return own;
  const applies = stepText(words, of, applied);
  // A percentage stays as it was printed: 62,50 %.
  const found = "percent" in facts ? percentIn(words, shortest(facts.percent)) : own;
  return applies.includes(found)
    ? applies.replace(found, () => own)
    : say(words, "explanation.parts", { parts: [own, applies] });
}

/** The self-score, and the last thing that the council did with it. */
function selfScoreText(words: ExplanationWords, step: LeafStep): string {
  const { claimed, history } = step;
  const self = history.find(({ kind }) => kind === "self");
  const own =
    claimed === undefined
      ? undefined
      : claimed === "not-applicable"
        ? notApplicableText(words, step, "claimedNotApplicable", self?.claim?.facts)
        : message("explanation.claimed", { points: shownAmount(claimed) });
  const last = history.findLast(({ kind }) => kind !== "self" && kind !== "explain" && kind !== "register");
  return say(words, "explanation.parts", { parts: [own, last && decisionOf(last)] });
}

function decisionOf(entry: HistoryEntry): Message {
  const { reason, findings } = entry;
  return message("explanation.decision", {
    did: message("history.did", { who: message("history.council"), what: deedOf(entry) }),
    because: reason === undefined ? undefined : message("history.because", { because: reason }),
    findings: findings.length === 0 ? undefined : citedFindings(findings),
  });
}

/** The document and the place in it; a set whose points are not from any decision says so. */
export function basisSentences(
  words: ExplanationWords,
  { status, decision, at }: Basis,
  level: number,
): readonly Sentence[] {
  const document = decision && {
    name: documentName(decision.number),
    date: decision.date,
    issuer: decision.issuer,
  };
  const illustrative = status === "illustrative" ? message("explanation.illustrative") : undefined;
  const cited =
    document === undefined
      ? at
      : at === undefined
        ? message("explanation.basisWhole", document)
        : message("explanation.basisFull", { ...document, at });
  if (cited === undefined && illustrative === undefined) return [];
  const basis =
    cited === undefined || illustrative === undefined
      ? (cited ?? illustrative ?? "")
      : message("explanation.aside", { text: cited, aside: illustrative });
  return sentence(words, level, message("explanation.basis", { basis }));
}

/** The case of the rule that gave the points; of a survey its share. */
const appliedOf = (given: Exclude<Given, { kind: "points" }>): RuleStep =>
  given.kind === "share" ? { case: "share", share: given.share } : given.applied;

/** How the rule comes to the points, and what rounding each item makes of them. */
function workingMessages(words: ExplanationWords, step: LeafStep): readonly (Message | undefined)[] {
  const { given, points, unrounded } = step;
  if (points === undefined || given === undefined) return [];
  const working = given.kind === "points" ? undefined : workingText(words, step, appliedOf(given));
  const about = unrounded === undefined && shortest(points.rounded) !== points.exact;
  return [
    working === undefined
      ? undefined
      : message("explanation.formula", { working, about: about ? shownAmount(points) : undefined }),
    unrounded && message("explanation.unrounded", { exact: unrounded.exact, rounded: points.rounded }),
  ];
}

/** What the group gave to a relative leaf. */
function groupMessages(words: ExplanationWords, step: LeafStep): readonly (Message | undefined)[] {
  if (step.given?.kind !== "relative") return [];
  const { target, group } = step.given;
  if (target === undefined)
    return [group.best === undefined ? undefined : message("explanation.best", { value: group.best })];
  return [
    message("explanation.target", { facts: factsText(words, step, target) }),
    group.leader === undefined ? undefined : message("explanation.leader", { value: group.leader }),
  ];
}

/** The survey behind a leaf: forms of each group, those that are too few, then question by question, group by group. */
function surveySentences(words: ExplanationWords, survey: SurveyPart, level: number): readonly Sentence[] {
  if (survey.questions.length === 0) return [];
  const titleOf = (list: SurveyPart["titles"]["groups"], id: string): string => {
    const found = list.find((one) => one.id === id);
    return found === undefined ? id : textIn(words, found.title);
  };
  const { groups: groupTitles, questions: questionTitles } = survey.titles;
  const how = message(`terms.combine.${survey.combine}`);
  const sentences: Sentence[] = [
    { level, text: withColon(words, say(words, "explanation.survey", { how })) },
  ];
  for (const { respondents, forms } of survey.groups)
    sentences.push({
      level: level + 1,
      label: withColon(words, titleOf(groupTitles, respondents)),
      text: `${say(words, "explanation.forms", { forms })}.`,
    });
  for (const { title, forms, leastForms: least } of survey.shortForms ?? [])
    sentences.push(...sentence(words, level + 1, message("explanation.shortForm", { title, forms, least })));
  for (const { question, share, groups } of survey.questions) {
    const asked = { text: titleOf(questionTitles, question), reached: reachedShare(words, share) };
    sentences.push(...sentence(words, level + 1, message("explanation.question", asked)));
    for (const group of groups) {
      const { weight, valid, noOpinion: none, options } = group;
      const answers = { weight, valid, none, reached: reachedShare(words, group.share) };
      sentences.push({
        level: level + 2,
        label: withColon(words, titleOf(groupTitles, group.respondents)),
        text: `${say(words, "explanation.answers", answers)}.`,
      });
      if (options.length > 0)
        sentences.push(
          ...sentence(words, level + 3, message("explanation.options", { options: options.map(optionOf) })),
        );
    }
  }
  return sentences;
}

const reachedShare = (words: ExplanationWords, share: string | undefined): Message =>
  share === undefined
    ? message("explanation.noShare")
    : message("explanation.reached", { share: shareText(words, readFraction(share)) });

/** How often an option was chosen, with what it is worth. */
const optionOf = ({ title, percent, count }: CountedOption): Param =>
  message("explanation.option", { title, percent, count });
