/**
 * The history of a leaf or line in words: one sentence for each event, who, when, what it changed, why, on which
 * evidence and finding; and its rule.
 */

import type { Claim, Standing } from "../appraisal.ts";
import type { Facts } from "../criteria-set.ts";
import { assertGiven, assertOptions } from "../plain.ts";
import type { Evidence, Finding } from "../round.ts";
import type { Ruled } from "../rule.ts";
import { factsText, ruleWording } from "../rules/kinds.ts";
import { isPenalty, type RuleWords, shippedRuleWords } from "../rules/words.ts";
import { magnitude, shownAmount, visible } from "../score.ts";
import { enHistory, enNamed, enRules, enStyle, enTerms } from "../words/en.ts";
import { viHistory, viNamed, viRules, viStyle, viTerms } from "../words/vi.ts";
import {
  assertWords,
  capital,
  clause,
  joined,
  type Language,
  laidOut,
  type Message,
  message,
  type Param,
  type Sentence,
  said,
  say,
  tableOf,
  type Words,
  withColon,
} from "../words/words.ts";
import type { GateStep, HistoryActor, HistoryEntry, HistoryValue, ItemHistory } from "./history.ts";

/** The words of rules and histories. */
export type HistoryWords = RuleWords & Pick<Words, "terms" | "history">;

const shippedHistoryWords: Readonly<Record<Language, HistoryWords>> = {
  vi: { style: viStyle, named: viNamed, rules: viRules, terms: viTerms, history: viHistory },
  en: { style: enStyle, named: enNamed, rules: enRules, terms: enTerms, history: enHistory },
};

/** How a history is laid out. */
export interface HistoryTextOptions {
  /** Markdown instead of plain text that fits 100 columns. */
  readonly markdown?: boolean | undefined;
}

/**
 * Words the history of one leaf or line of one unit: which they are, then one sentence for each event.
 *
 * @param history The history, as `itemHistory` gave it.
 * @param language `"vi"` or `"en"`, or the words of another language.
 * @param options Markdown instead of plain text that fits 100 columns.
 *
 * @returns The text, without a line break at its end.
 *
 * @throws RangeError if the language is none of those.
 *
 * @example
 * ```ts
 * import { historyText, itemHistory, readRound } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * import file from "par-index/examples/hoa-lam-departments-2026.json" with { type: "json" };
 * const set = criteriaSet("hoa-lam/department/2026");
 * const round = readRound(set, file);
 * const history = itemHistory(set, round, "hoa-lam-so-noi-vu", "1.1.2");
 * historyText(history, "en").split("\n").at(-1); // => '  Final appraisal: closed by document 412/QĐ-UBND of 2027-02-15.'
 * ```
 */
export function historyText(
  history: ItemHistory,
  language: Language | HistoryWords,
  options: HistoryTextOptions = {},
): string {
  return historyTextIn(history, tableOf(language, shippedHistoryWords, "historyText"), options);
}

/**
 * Words a history in the words of a table: as `historyText`, for an app that shows one language and leaves the other out
 * of its bundle.
 *
 * @param history The history, as `itemHistory` gave it.
 * @param words The table: `vi`, `en`, or one of the app's own.
 * @param options Markdown instead of plain text that fits 100 columns.
 *
 * @returns The text, without a line break at its end.
 *
 * @example
 * ```ts
 * import { historyTextIn, itemHistory, readRound, vi } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * import file from "par-index/examples/hoa-lam-departments-2026.json" with { type: "json" };
 * const set = criteriaSet("hoa-lam/department/2026");
 * const round = readRound(set, file);
 * const history = itemHistory(set, round, "hoa-lam-so-noi-vu", "1.1.2");
 * historyTextIn(history, vi).split("\n").at(-1); // => '  Kết luận thẩm định: kết thúc theo văn bản số 412/QĐ-UBND ngày 15/02/2027.'
 * ```
 */
export function historyTextIn(
  history: ItemHistory,
  words: HistoryWords,
  options: HistoryTextOptions = {},
): string {
  assertWords(words, "historyText");
  assertGiven(history, ["entries", "acts"], "historyText: the history must be what itemHistory gives");
  assertOptions(options, ["markdown"], "historyText");
  const { name: unit, number, title, gate, acts } = history;
  const entries = historySentences(words, history, history.entries, 1);
  return laidOut(
    [
      {
        level: 0,
        label: say(words, "history.history", { unit, number }),
        text: say(words, "history.title", { title }),
      },
      ...(entries.length === 0 ? [{ level: 1, text: say(words, "history.noHistory") }] : entries),
      ...(gate === undefined ? [] : [{ level: 1, text: `${capital(said(words, gateMessage(gate)))}.` }]),
      ...acts.map(
        ({ stage, number: document, date }): Sentence => ({
          level: 1,
          label: withColon(words, capital(say(words, `terms.stage.${stage}`))),
          text: `${say(words, "history.closing", { name: documentName(document), date })}.`,
        }),
      ),
    ],
    options,
  );
}

/** Which item holds a leaf back, and what it must reach. */
export function gateMessage({ item, closed, from, above, open }: GateStep): Message {
  const facts = { number: item.number, from, above };
  return closed
    ? message("history.gateClosed", { ...facts, open: open && shownAmount(open) })
    : message("history.gateOpen", facts);
}

/** The events, one sentence each. */
export const historySentences = (
  words: HistoryWords,
  of: Ruled,
  history: readonly HistoryEntry[],
  level: number,
): readonly Sentence[] =>
  history.map((entry) => {
    const event = { what: whatText(words, of, entry), because: entry.reason, proofs: proofsOf(entry) };
    return { level, label: whenText(words, entry), text: `${capital(say(words, "history.event", event))}.` };
  });

/** The day and the stage; neither where the set's own register speaks. */
function whenText(words: HistoryWords, { date, kind, stage }: HistoryEntry): string | undefined {
  const at = kind === "self" ? "self" : stage;
  const when = [
    date === undefined ? undefined : message("history.on", { date }),
    at === undefined ? undefined : message(`terms.stage.${at}`),
  ];
  const parts = say(words, "history.when", { when });
  return parts === "" ? undefined : withColon(words, parts);
}

/** Who did what, and what it changed. */
function whatText(words: HistoryWords, of: Ruled, entry: HistoryEntry): string {
  const { kind, before, after, claim } = entry;
  const did = say(words, "history.did", { who: whoOf(entry), what: deedOf(entry) });
  if (kind === "self") {
    if (claim === undefined) return standingText(words, of, after);
    const own =
      claim.value.kind === "not-applicable"
        ? notApplicableText(words, of, "claimedNotApplicable", claim.facts)
        : withColon(words, did, claimedText(words, of, claim));
    const open = after?.standing.kind === "unanswered" ? standingText(words, of, after) : undefined;
    return joined([own, open], words.style.semicolon);
  }
  const changed = isChanged(before?.standing, after?.standing) && kind !== "return";
  const proposed =
    claim === undefined
      ? undefined
      : say(words, claim.value.kind === "not-applicable" ? "history.proposed" : "history.proposedValue", {
          value: claimedText(words, of, claim),
        });
  return joined([changed ? changedText(words, of, entry, did) : did, proposed], words.style.comma);
}

/** What an entry does. Where nobody had scored before there is nothing to adjust: it scores. */
export function deedOf({ kind, before }: HistoryEntry): Message {
  const first =
    before === undefined || (before.standing.kind === "pending" && before.standing.reason === "appraiser");
  return kind === "adjust" && first ? message("history.scores") : message(`terms.entry.${kind}`);
}

const isChanged = (before: Standing | undefined, after: Standing | undefined): boolean =>
  JSON.stringify(before) !== JSON.stringify(after);

/** What an entry did, to what it changed the value, and by how much. */
function changedText(words: HistoryWords, of: Ruled, entry: HistoryEntry, did: string): string {
  const { kind, before, after, change } = entry;
  const { comma } = words.style;
  const from = before === undefined || isOpen(before.standing) ? undefined : standingText(words, of, before);
  const to = standingText(words, of, after);
  const by =
    before === undefined || change === undefined || change.exact === "0"
      ? undefined
      : say(words, changeCode(of, change.exact.startsWith("-")), {
          points: shownAmount(magnitude(visible(change))),
        });
  if (kind === "adjust" && from !== undefined)
    return joined([`${did} ${say(words, "history.changed", { before: from, after: to })}`, by], comma);
  // To decide that it does not apply says already what stands then.
  const stands = kind === "not-applicable" ? did : withColon(words, did, to);
  const instead =
    kind === "register" || from === undefined ? undefined : say(words, "history.replaced", { before: from });
  return joined([stands, instead, by], comma);
}

const changeCode = (of: Ruled, lowered: boolean) =>
  isPenalty(of)
    ? lowered
      ? "history.takenLess"
      : "history.takenMore"
    : lowered
      ? "history.lowered"
      : "history.raised";

/** What was open, or not there, is no value that could be changed. */
const isOpen = ({ kind }: Standing): boolean => kind === "pending" || kind === "unanswered";

/** Who made an entry: the role with its name; the unit for its own; the council where nobody is named. */
const whoOf = ({ kind, by }: HistoryEntry): Param =>
  kind === "self" || kind === "register" || kind === "explain"
    ? message("history.unit")
    : (by?.title ?? message("history.council"));

/** What stood, in words. */
function standingText(words: HistoryWords, of: Ruled, value: HistoryValue | undefined): string {
  if (value === undefined) return "";
  const { standing, points } = value;
  switch (standing.kind) {
    case "unanswered":
    case "pending":
      return say(words, `terms.reason.${standing.reason}`);
    case "not-applicable":
      return say(words, "history.notApplicableValue");
    default:
      return claimedText(words, of, { value: standing, points });
  }
}

/** That an item does not apply, with the counts of 0 on which the unit claims it. */
export const notApplicableText = (
  words: HistoryWords,
  of: Ruled,
  key: "claimedNotApplicable" | "notApplicableValue",
  facts: Facts | undefined,
): string => joined([say(words, `history.${key}`), facts && factsText(words, of, facts)], words.style.colon);

function claimedText(
  words: HistoryWords,
  of: Ruled,
  { value, points, facts }: NonNullable<HistoryEntry["claim"]>,
): string {
  if (value.kind === "not-applicable") return notApplicableText(words, of, "notApplicableValue", facts);
  const given = points === undefined ? givenPoints(value) : shownAmount(points);
  const shown = say(words, isPenalty(of) ? "history.pointsTaken" : "history.pointsAlone", { points: given });
  if (value.kind === "points" || isDirect(value)) return shown;
  return joined([factsText(words, of, value.facts), points && `(${shown})`], " ");
}

const isDirect = (value: Claim): boolean => value.kind === "facts" && "points" in value.facts;
const givenPoints = (value: Claim): string => (value.kind === "points" ? value.points : "");

/** Finding, evidence, and what else an entry rests on. */
const proofsOf = ({
  votes,
  absent,
  evidence,
  findings,
  approved,
  decision,
  exemption,
}: HistoryEntry): readonly Param[] => [
  votes === undefined
    ? ""
    : message("history.votes", {
        votes: votes.map(({ by, points }) => message("history.vote", { member: memberOf(by), points })),
      }),
  absent === undefined ? "" : message("history.absent", { members: absent.map(memberOf) }),
  findings.length === 0 ? "" : citedFindings(findings),
  evidence.length === 0 ? "" : message("history.evidence", { documents: evidence.map(documentOf) }),
  exemption === undefined ? "" : message("history.exemption", exemption),
  decision === undefined
    ? ""
    : message("history.decision", { name: documentName(decision.number), date: decision.date }),
  approved === undefined ? "" : message("history.approved", approved),
];

/** A member of the council: the role by its name. */
const memberOf = ({ role, title }: HistoryActor): Param => title ?? role;

/** Findings behind an entry. */
export const citedFindings = (findings: readonly Finding[]): Message =>
  message("history.finds", { findings: findings.map(findingOf) });

/** One finding: what was found, by whom, when, and since when it has been put right. */
export const findingOf = ({ what, by, date, remedied }: Finding): Message =>
  message("history.finding", { what: clause(what), by, date, remedied });

/** One document with its section and page. */
const documentOf = ({ title, number, issuer, date, section, page }: Evidence): Message =>
  message("history.document", {
    title: title ?? message("history.documentTitle"),
    name: documentName(number),
    date,
    issuer,
    places: [
      section === undefined ? "" : isNamed(section) ? section : message("history.section", { section }),
      page === undefined ? "" : isNamed(page) ? page : message("history.page", { page }),
    ],
  });

/** A place that names itself (“Mục II”, “tr. 3”) is not named twice. */
const isNamed = (place: string): boolean => /^\p{L}{2,}[.\s]/u.test(place);

/** What a document is called: its number, or in quotation marks the title that stands in place of one. */
export const documentName = (name: string): Message =>
  /^\d|^\S+$/.test(name)
    ? message("history.numbered", { number: name })
    : message("history.entitled", { title: name });

/**
 * Words a rule: how the points of a leaf or line come about, in one sentence without a full stop.
 *
 * @param ruled The rule with what carries it: the maximum of its leaf, or the kind of its line. The step of a leaf and an
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
 * ruleText({ rule, maxPoints: "1.5" }, "vi"); // => 'Mỗi sáng kiến được 0,5 điểm, tối đa 1,5 điểm'
 * ruleText({ rule, line: "penalty" }, "en"); // => '0.5 points taken away for each of: initiative'
 * ```
 */
export function ruleText(ruled: Ruled, language: Language | RuleWords): string {
  return ruleTextIn(ruled, tableOf(language, shippedRuleWords, "ruleText"));
}

/**
 * Words a rule in the words of a table: as `ruleText`, for an app that shows one language and leaves the other out of
 * its bundle.
 *
 * @param ruled The rule with what carries it.
 * @param words The table: `vi`, `en`, or one of the app's own.
 *
 * @returns The sentence.
 *
 * @example
 * ```ts
 * import { ruleTextIn, vi } from "par-index";
 * const rule = { kind: "count", what: { vi: "sáng kiến" }, each: "0.5" } as const;
 * ruleTextIn({ rule, maxPoints: "1.5" }, vi); // => 'Mỗi sáng kiến được 0,5 điểm, tối đa 1,5 điểm'
 * ```
 */
export function ruleTextIn(ruled: Ruled, words: RuleWords): string {
  assertWords(words, "ruleText");
  assertGiven(ruled, ["rule"], "ruleText: give a leaf or line of the set, with its rule");
  return ruleWording(words, ruled);
}
