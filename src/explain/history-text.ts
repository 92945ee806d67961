/**
 * The history of a leaf or line in words: one sentence for each event, who, when, what it changed, why, on which
 * evidence and finding; and its rule.
 */
import type { Claim, Standing } from "../appraisal.ts";
import type { Facts } from "../criteria-set.ts";
import type { Evidence, Finding } from "../round.ts";
import type { Language, Ruled } from "../rule.ts";
import { capital, clause, inner, isPenalty } from "../rules/words.ts";
import type { HistoryEntry, HistoryValue, ItemHistory } from "./history.ts";
import {
  bracketed,
  documentName,
  joined,
  markdownLayout,
  plainLayout,
  type Sentence,
  sizeText,
  type Voice,
  voiceOf,
} from "./words/voice.ts";

/**
 * Words the history of one leaf or line of one unit: which they are, then one sentence for each event.
 *
 * @param history The history, as `itemHistory` gave it.
 * @param language `"vi"` or `"en"`.
 * @param options Markdown instead of plain text that fits 100 columns.
 *
 * @returns The text, without a line break at its end.
 *
 * @throws RangeError if the language is none of those.
 *
 * @example
 * ```ts
 * import { readFile } from "node:fs/promises";
 * import { historyText, itemHistory, readRound } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("hoa-lam/department/2026");
 * const round = readRound(set, JSON.parse(await readFile("docs/examples/hoa-lam-departments-2026.json", "utf8")));
 * const history = itemHistory(set, round, "hoa-lam-so-noi-vu", "1.1.2");
 * historyText(history, "en").split("\n").at(-1); // => '  Final appraisal: closed by document 412/QĐ-UBND of 2027-02-15.'
 * ```
 */
export function historyText(
  history: ItemHistory,
  language: Language,
  options: { readonly markdown?: boolean | undefined } = {},
): string {
  const voice = voiceOf(language, "historyText");
  const entries = historySentences(voice, history, history.entries, 1);
  const sentences: Sentence[] = [
    {
      level: 0,
      label: voice.say("history", { unit: voice.words(history.name), number: history.number }),
      text: voice.say("title", { title: voice.words(history.title) }),
    },
    ...(entries.length === 0 ? [{ level: 1, text: voice.say("noHistory", {}) }] : entries),
    ...history.acts.map(
      ({ stage, number, date }): Sentence => ({
        level: 1,
        label: `${capital(voice.wording.stages[stage])}:`,
        text: `${voice.say("closing", { name: documentName(voice, number), date: voice.day(date) })}.`,
      }),
    ),
  ];
  return options.markdown === true ? markdownLayout(sentences) : plainLayout(sentences);
}

/** The events, one sentence each. */
export function historySentences(
  voice: Voice,
  of: Ruled,
  history: readonly HistoryEntry[],
  level: number,
): readonly Sentence[] {
  return history.map((entry) => ({
    level,
    label: whenText(voice, entry),
    text: `${capital(joined([joined([whatText(voice, of, entry), reasonText(voice, entry)], ", "), ...proofTexts(voice, entry)], "; "))}.`,
  }));
}

/** The day and the stage; neither where the set's own register speaks. */
function whenText(voice: Voice, { date, kind, stage }: HistoryEntry): string | undefined {
  const day = date === undefined ? undefined : voice.day(date);
  const at = kind === "self" ? "self" : stage;
  const parts = joined([day, at === undefined ? undefined : voice.wording.stages[at]], ", ");
  return parts === "" ? undefined : `${parts}:`;
}

/** Who did what, and what it changed. */
function whatText(voice: Voice, of: Ruled, entry: HistoryEntry): string {
  const { kind, before, after, claim } = entry;
  const did = voice.say("did", { who: whoText(voice, entry), what: deedText(voice, entry) });
  if (kind === "self") {
    if (claim === undefined) return standingText(voice, of, after);
    const own =
      claim.value.kind === "not-applicable"
        ? notApplicableText(voice, of, "claimedNotApplicable", claim.facts)
        : `${did}: ${claimedText(voice, of, claim)}`;
    const open = after?.standing.kind === "unanswered" ? standingText(voice, of, after) : undefined;
    return joined([own, open], "; ");
  }
  const changed = isChanged(before?.standing, after?.standing) && kind !== "return";
  const proposed =
    claim === undefined
      ? undefined
      : voice.say(claim.value.kind === "not-applicable" ? "proposed" : "proposedValue", {
          value: claimedText(voice, of, claim),
        });
  return joined([changed ? changedText(voice, of, entry, did) : did, proposed], ", ");
}

/** What an entry does. Where nobody had scored before there is nothing to adjust: it scores. */
export function deedText(voice: Voice, { kind, before }: HistoryEntry): string {
  const first =
    before === undefined || (before.standing.kind === "pending" && before.standing.why === "appraiser");
  return kind === "adjust" && first ? voice.say("scores", {}) : voice.wording.entries[kind];
}

const isChanged = (before: Standing | undefined, after: Standing | undefined): boolean =>
  JSON.stringify(before) !== JSON.stringify(after);

/** What an entry did, to what it changed the value, and by how much. */
function changedText(voice: Voice, of: Ruled, entry: HistoryEntry, did: string): string {
  const { kind, before, after, difference } = entry;
  const from = before === undefined || isOpen(before.standing) ? undefined : standingText(voice, of, before);
  const to = standingText(voice, of, after);
  const by =
    before === undefined || difference === undefined || difference.exact === "0"
      ? undefined
      : voice.say(changePhrase(of, difference.exact.startsWith("-")), {
          points: sizeText(voice, difference),
        });
  if (kind === "adjust" && from !== undefined)
    return joined([`${did} ${voice.say("changed", { before: from, after: to })}`, by], ", ");
  // To decide that it does not apply says already what stands then.
  const stands = kind === "not-applicable" ? did : `${did}: ${to}`;
  const instead =
    kind === "register" || from === undefined ? undefined : voice.say("replaced", { before: from });
  return joined([stands, instead, by], ", ");
}

const changePhrase = (of: Ruled, lowered: boolean) =>
  isPenalty(of) ? (lowered ? "takenLess" : "takenMore") : lowered ? "lowered" : "raised";

/** What was open, or not there, is no value that could be changed. */
const isOpen = ({ kind }: Standing): boolean => kind === "pending" || kind === "unanswered";

/** Who made an entry: the role with its name; the unit for its own; the council where nobody is named. */
export function whoText(voice: Voice, { kind, by }: HistoryEntry): string {
  if (kind === "self" || kind === "register" || kind === "explain") return voice.say("unit", {});
  return by?.title === undefined ? voice.say("council", {}) : voice.words(by.title);
}

/** What stood, in words. */
export function standingText(voice: Voice, of: Ruled, value: HistoryValue | undefined): string {
  if (value === undefined) return "";
  const { standing, points } = value;
  switch (standing.kind) {
    case "unanswered":
    case "pending":
      return voice.wording.reasons[standing.why];
    case "not-applicable":
      return voice.say("notApplicableValue", {});
    default:
      return claimedText(voice, of, { value: standing, points });
  }
}

/** That an item does not apply, with the counts of 0 on which the unit claims it. */
export const notApplicableText = (
  voice: Voice,
  of: Ruled,
  phrase: "claimedNotApplicable" | "notApplicableValue",
  facts: Facts | undefined,
): string => joined([voice.say(phrase, {}), facts && voice.facts(of, facts)], ": ");

function claimedText(
  voice: Voice,
  of: Ruled,
  { value, points, facts }: NonNullable<HistoryEntry["claim"]>,
): string {
  const phrase = isPenalty(of) ? "pointsTaken" : "pointsAlone";
  const shown = points === undefined ? undefined : voice.say(phrase, { points: voice.amount(points) });
  if (value.kind === "not-applicable") return notApplicableText(voice, of, "notApplicableValue", facts);
  if (value.kind === "points" || isDirect(value))
    return shown ?? voice.say(phrase, { points: givenPoints(voice, value) });
  return joined([voice.facts(of, value.facts), bracketed(shown)], " ");
}

const isDirect = (value: Claim): boolean => value.kind === "facts" && "points" in value.facts;
const givenPoints = (voice: Voice, value: Claim): string =>
  value.kind === "points" ? voice.number(value.points) : "";

const reasonText = (voice: Voice, { reason }: HistoryEntry): string | undefined =>
  reason === undefined ? undefined : voice.say("because", { reason: inner(reason) });

/** Finding, evidence, and what else an entry rests on. */
function proofTexts(voice: Voice, entry: HistoryEntry): readonly (string | undefined)[] {
  const { evidence, findings, approved, decision, exemption } = entry;
  return [
    findings.length === 0 ? undefined : findingsText(voice, findings),
    evidence.length === 0
      ? undefined
      : voice.say("evidence", { documents: evidence.map((it) => evidenceText(voice, it)).join("; ") }),
    exemption === undefined
      ? undefined
      : joined([voice.say("exemption", { kind: voice.words(exemption.kind) }), bracketed(exemption.at)], " "),
    decision === undefined
      ? undefined
      : voice.say("decision", {
          name: documentName(voice, decision.number),
          date: voice.day(decision.date),
        }),
    approved === undefined
      ? undefined
      : voice.say("approved", { role: approved.role, date: voice.day(approved.date) }),
  ];
}

/** Findings behind an entry. */
export const findingsText = (voice: Voice, findings: readonly Finding[]): string =>
  voice.say("finds", { findings: findings.map((it) => findingText(voice, it)).join("; ") });

/** One finding: what was found, by whom, when, and since when it has been put right. */
export function findingText(voice: Voice, { what, by, date, remedied }: Finding): string {
  const found = voice.say("finding", { what: clause(what), by, date: voice.day(date) });
  return joined(
    [found, remedied === undefined ? undefined : voice.say("remedied", { date: voice.day(remedied) })],
    ", ",
  );
}

/** One document with its section and page. */
function evidenceText(voice: Voice, { title, number, issuer, date, section, page }: Evidence): string {
  const facts = {
    title: title ?? voice.say("documentTitle", {}),
    name: documentName(voice, number),
    date: voice.day(date),
    issuer,
  };
  return joined(
    [
      voice.say("document", facts),
      section === undefined ? undefined : placed(section, voice.say("section", { section })),
      page === undefined ? undefined : placed(page, voice.say("page", { page })),
    ],
    ", ",
  );
}

/** A place that names itself (“Mục II”, “tr. 3”) is not named twice. */
const placed = (own: string, named: string): string => (/^\p{L}{2,}[.\s]/u.test(own) ? own : named);

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
