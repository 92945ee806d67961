/**
 * The step of one leaf in words, as an official would write it: what was reached, the points it gives, where that is
 * written, the self-score and what the council did with it and why.
 */
import type { Facts } from "../criteria-set.ts";
import { readFraction, shortest } from "../number.ts";
import type { Ruled, RuleStep } from "../rule.ts";
import { clause, inner, shareText } from "../rules/words.ts";
import type { HistoryEntry } from "./history.ts";
import { deedText, findingsText, findingText, historySentences, notApplicableText } from "./history-text.ts";
import type { Basis, CountedOption, Given, LeafStep, SurveyPart } from "./step.ts";
import { bracketed, documentName, joined, type Sentence, type Voice } from "./words/voice.ts";

/** How much is said of each leaf and line: one sentence and what the council did, or everything. */
export type Detail = "short" | "full";

/** The sentences of a leaf: itself at its level, what belongs to it one level below. */
export function leafSentences(
  voice: Voice,
  step: LeafStep,
  level: number,
  detail: Detail,
): readonly Sentence[] {
  const head: Sentence = {
    level,
    label: joined([step.level && voice.words(step.level), step.number], " "),
    text: `${joined([`(${voice.words(step.title)}): ${pointsSentence(voice, step)}`, selfScoreText(voice, step)], "; ")}.`,
  };
  const entries = historySentences(voice, step, step.history, level + 1);
  const findings = step.findings.map((found): Sentence => {
    const finding = findingText(voice, found);
    return { level: level + 1, text: `${voice.say("openFinding", { finding })}.` };
  });
  if (detail === "short") return [head, ...findings, ...(step.history.length > 2 ? entries : [])];
  const below = [
    voice.say("rule", { rule: voice.rule(step) }),
    ...groupTexts(voice, step),
    ...workingTexts(voice, step),
    step.reference === undefined ? undefined : voice.say("reference", { reference: clause(step.reference) }),
    step.survey?.notHeld && voice.say("notHeld", { reason: clause(step.survey.notHeld) }),
  ];
  return [
    head,
    ...below.flatMap((text): Sentence[] =>
      text === undefined ? [] : [{ level: level + 1, text: `${text}.` }],
    ),
    // That of what is asked for stands at the head of the text.
    ...(level === 0 ? [] : basisSentences(voice, step.basis, level + 1)),
    ...(step.survey === undefined ? [] : surveySentences(voice, step.survey, level + 1)),
    ...findings,
    ...entries,
  ];
}

/** What was reached, the points and where that is written: `"1.184/1.200 …, đạt 98,67 % → 1,97/2 điểm (Phụ lục I, mục 3.2.1)"`. */
function pointsSentence(voice: Voice, step: LeafStep): string {
  const at = bracketed(step.basis.at);
  if (step.state === "pending") {
    const reason = step.survey?.why === undefined ? undefined : voice.wording.surveyReasons[step.survey.why];
    const why = joined([voice.wording.reasons[step.why ?? "silence"], reason], ", ");
    return joined([voice.say("pending", { reason: why }), "→", boundedText(voice, step), at], " ");
  }
  const points = step.points === undefined ? undefined : maxText(voice, voice.amount(step.points), step.max);
  return joined([joined([reachedText(voice, step), points], " → "), at], " ");
}

const maxText = (voice: Voice, points: string, max: string): string =>
  voice.say("points", { points, max: voice.number(max) });

const boundedText = (voice: Voice, { bounds, max }: LeafStep): string =>
  bounds === undefined
    ? ""
    : voice.say("pointsBetween", {
        low: voice.amount(bounds.low),
        high: voice.amount(bounds.high),
        max: voice.number(max),
      });

function reachedText(voice: Voice, step: LeafStep): string {
  const { given, state, why, consequence } = step;
  const reason = why === undefined ? undefined : voice.wording.reasons[why];
  if (state === "not-applicable")
    return voice.say("notApplicable", {
      reason: reason ?? "",
      consequence: voice.wording.consequences[consequence ?? "rescale"],
    });
  if (given === undefined) return reason ?? "";
  if (given.kind === "points") return voice.say("decidedPoints", {});
  if (given.kind === "share")
    return joined([voice.applied(step, appliedOf(given)), surveyReason(voice, step)], ", ");
  return appliedText(voice, step, given.facts, given.applied);
}

/** The facts and the case of the rule that applied, neither of them twice. */
export function appliedText(voice: Voice, of: Ruled, facts: Facts, applied: RuleStep): string {
  const own = voice.facts(of, facts);
  const { kind } = of.rule;
  const plain = kind === "choice" || kind === "direct" || ["sum", "deducted"].includes(applied.case);
  if (plain) return own;
  const applies = voice.applied(of, applied);
  // A percentage stays as it was printed: 62,50 %.
  const found = "percent" in facts ? voice.percent(shortest(facts.percent)) : own;
  return applies.includes(found) ? applies.replace(found, () => own) : joined([own, applies], ", ");
}

const surveyReason = (voice: Voice, { survey }: LeafStep): string | undefined =>
  survey?.why === undefined ? undefined : voice.wording.surveyReasons[survey.why];

/** The self-score, and the last thing that the council did with it. */
function selfScoreText(voice: Voice, step: LeafStep): string {
  const { claimed, history } = step;
  const self = history.find(({ kind }) => kind === "self");
  const own =
    claimed === undefined
      ? undefined
      : claimed === "not-applicable"
        ? notApplicableText(voice, step, "claimedNotApplicable", self?.claim?.facts)
        : voice.say("claimed", { points: voice.amount(claimed) });
  const last = history.findLast(({ kind }) => kind !== "self" && kind !== "explain" && kind !== "register");
  return joined([own, last === undefined ? undefined : decisionText(voice, last)], ", ");
}

function decisionText(voice: Voice, entry: HistoryEntry): string {
  const did = voice.say("did", { who: voice.say("council", {}), what: deedText(voice, entry) });
  const reason =
    entry.reason === undefined ? undefined : voice.say("because", { reason: inner(entry.reason) });
  const findings = entry.findings.length === 0 ? undefined : `(${findingsText(voice, entry.findings)})`;
  return joined([did, reason, findings], " ");
}

/** The document and the place in it; a set whose points are not from any decision says so. */
export function basisSentences(
  voice: Voice,
  { status, decision, at }: Basis,
  level: number,
): readonly Sentence[] {
  const facts = decision && {
    name: documentName(voice, decision.number),
    date: voice.day(decision.date),
    issuer: voice.words(decision.issuer),
  };
  const cited =
    facts === undefined
      ? at
      : at === undefined
        ? voice.say("basisWhole", facts)
        : voice.say("basisFull", { ...facts, at });
  const illustrative = status === "illustrative" ? voice.say("illustrative", {}) : undefined;
  const basis = cited === undefined ? illustrative : joined([cited, bracketed(illustrative)], " ");
  return basis === undefined ? [] : [{ level, text: `${voice.say("basis", { basis })}.` }];
}

/** The case of the rule that gave the points; of a survey its share. */
const appliedOf = (given: Exclude<Given, { kind: "points" }>): RuleStep =>
  given.kind === "share" ? { case: "share", share: given.share } : given.applied;

/** How the rule comes to the points, and what rounding each item makes of them. */
function workingTexts(voice: Voice, step: LeafStep): readonly (string | undefined)[] {
  const { given, points, unrounded } = step;
  if (points === undefined || given === undefined) return [];
  const working = given.kind === "points" ? undefined : voice.working(step, appliedOf(given));
  const about =
    unrounded === undefined && shortest(points.rounded) !== points.exact
      ? `≈ ${voice.amount(points)}`
      : undefined;
  return [
    working === undefined ? undefined : voice.say("formula", { working: joined([working, about], " ") }),
    unrounded === undefined
      ? undefined
      : voice.say("unrounded", {
          exact: voice.number(unrounded.exact),
          rounded: voice.number(points.rounded),
        }),
  ];
}

/** What the group gave to a relative leaf. */
function groupTexts(voice: Voice, step: LeafStep): readonly (string | undefined)[] {
  if (step.given?.kind !== "relative") return [];
  const { target, group } = step.given;
  if (target === undefined)
    return [group.best === undefined ? undefined : voice.say("best", { value: voice.number(group.best) })];
  return [
    voice.say("target", { facts: voice.facts(step, target) }),
    group.leader === undefined ? undefined : voice.say("leader", { value: voice.number(group.leader) }),
  ];
}

/** The survey behind a leaf: forms of each group, those that are too few, then question by question, group by group. */
function surveySentences(voice: Voice, survey: SurveyPart, level: number): readonly Sentence[] {
  if (survey.questions.length === 0) return [];
  const groupTitle = (id: string): string => {
    const found = survey.titles.groups.find((it) => it.id === id);
    return found === undefined ? id : voice.words(found.title);
  };
  const count = (many: number): string => voice.number(String(many));
  const sentences: Sentence[] = [
    { level, text: `${voice.say("survey", { how: voice.wording.combine[survey.combine] })}:` },
  ];
  for (const { respondents, forms } of survey.groups)
    sentences.push({
      level: level + 1,
      label: `${groupTitle(respondents)}:`,
      text: `${voice.say("forms", { forms: count(forms) })}.`,
    });
  for (const { title, forms, leastForms } of survey.shortForms ?? []) {
    const facts = { title: voice.words(title), forms: count(forms), least: count(leastForms) };
    sentences.push({ level: level + 1, text: `${voice.say("shortForm", facts)}.` });
  }
  for (const { question, share, groups } of survey.questions) {
    const found = survey.titles.questions.find(({ id }) => id === question);
    const text = found === undefined ? question : voice.words(found.title);
    sentences.push({
      level: level + 1,
      text: `${voice.say("question", { text })}: ${reachedShare(voice, share)}.`,
    });
    for (const group of groups) {
      const weight =
        group.weight === undefined ? undefined : voice.say("weight", { weight: voice.number(group.weight) });
      const answers = voice.say("answers", { valid: count(group.valid), none: count(group.noOpinion) });
      sentences.push({
        level: level + 2,
        label: `${groupTitle(group.respondents)}:`,
        text: `${joined([weight, answers, reachedShare(voice, group.share)], ", ")}.`,
      });
      if (group.options.length > 0)
        sentences.push({ level: level + 3, text: `${optionsText(voice, group.options)}.` });
    }
  }
  return sentences;
}

const reachedShare = (voice: Voice, share: string | undefined): string =>
  share === undefined
    ? voice.say("noShare", {})
    : voice.say("reached", { share: shareText(readFraction(share), [], voice.language) });

/** How often each option was chosen, with what it is worth. */
const optionsText = (voice: Voice, options: readonly CountedOption[]): string =>
  options
    .map(({ title, percent, count }) => {
      const worth = bracketed(percent === undefined ? undefined : voice.percent(percent));
      return `${joined([`“${voice.words(title)}”`, worth], " ")}: ${voice.number(String(count))}`;
    })
    .join("; ");
