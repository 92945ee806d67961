/**
 * What is still open in a round, by unit and by who owes it: the unit, its council, a survey or whoever gives a statistic.
 * It is read off the evaluation of each unit, as data and in words.
 */
import { approvedUnits, assertUntil, isWithin, type Until } from "./appraisal.ts";
import type { CriteriaSet, Text } from "./criteria-set.ts";
import { evaluate, type LeafResult, type StateReason } from "./evaluation.ts";
import type { Issue } from "./issue.ts";
import { assertGiven, assertOptions, deepFreeze } from "./plain.ts";
import { type Leaf, planOf } from "./plan.ts";
import type { Readable, RoundInput } from "./round/input.ts";
import { judgeRound } from "./round/read.ts";
import type { Round } from "./round.ts";
import {
  type PreparedRound,
  preparedRound,
  type UnitInput,
  type UnrankedReason,
  unitInput,
} from "./units.ts";
import { madeBy } from "./version.ts";
import { enOutstanding, enStyle, enTerms } from "./words/en.ts";
import { viOutstanding, viStyle, viTerms } from "./words/vi.ts";
import {
  capital,
  type Language,
  laidOut,
  message,
  type Sentence,
  say,
  tableOf,
  textIn,
  type Words,
  withColon,
} from "./words/words.ts";

/** Who owes something: the unit, its council, whoever runs the survey, or whoever gives the statistic. */
export type Owing = "unit" | "council" | "survey" | "statistic";

/** What one of them owes a unit. */
export interface Owed {
  /** Who owes it. */
  readonly by: Owing;
  /** A whole self-assessment, the act that closes the final stage, or the reason for which items are open. */
  readonly what: "self-assessment" | "final-act" | StateReason;
  /** The items that are open for that reason, in the order of the set; none where it is not about items. */
  readonly items: readonly { readonly item: string; readonly number: string }[];
}

/** What is open of one unit. */
export interface OutstandingUnit {
  /** The id of the unit. */
  readonly unit: string;
  /** Its name. */
  readonly name: Text;
  /** The id of its group. */
  readonly group: string;
  /** Why it has no score, where it has none. */
  readonly reason?: UnrankedReason | undefined;
  /** What is owed, by who owes it. */
  readonly owed: readonly Owed[];
}

/** What is open in a round. */
export interface Outstanding {
  /** The format of results: 1. */
  readonly format: 1;
  /** Name and version of the library that made it. */
  readonly library: string;
  /** The id of the criteria set. */
  readonly set: string;
  /** Its edition. */
  readonly edition: number;
  /** The point in the process; absent: after everything. */
  readonly until?: Until | undefined;
  /** The units of which something is open, or which have no score, by id. */
  readonly units: readonly OutstandingUnit[];
  /** Everything that is wrong with the round's data, or worth a look. */
  readonly issues: readonly Issue[];
}

/** How far the process is followed. */
export interface OutstandingOptions {
  /** A stage or a day, inclusive; `"self"`: as self-assessed; absent: to the end. */
  readonly until?: Until | undefined;
}

/**
 * Lists what is still open in a round, by unit and by who owes it.
 *
 * A unit owes its self-assessment, what it left unanswered or unproven, and an explanation of what was returned; its
 * council a decision on each item that waits for one, and the act that closes the final stage; surveys and statistics the
 * leaves that nothing was given for. What merely follows from something else (a `relative` leaf that waits for another
 * unit, an item behind a gate) is not listed. A unit that another has replaced, or that is not there yet, is not listed
 * either. Once a unit is approved, what it left unanswered is settled at 0.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param round The round, as `readRound` gave it, or as parsed from JSON: then it is judged first.
 * @param options How far the process is followed.
 *
 * @returns The units of which something is open, by id, and all issues; frozen. A round whose frame cannot be used gives
 * its issues alone.
 *
 * @throws TypeError if the set was not read by `readCriteriaSet`; RangeError if `until` is neither a stage nor a day.
 *
 * @example
 * ```ts
 * import { outstanding, readRound } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * import file from "par-index/examples/hoa-lam-departments-2026.json" with { type: "json" };
 * const set = criteriaSet("hoa-lam/department/2026");
 * const round = readRound(set, file);
 * outstanding(set, round).units[0]?.owed.at(-1); // => { by: 'council', what: 'final-act', items: [] }
 * ```
 */
export function outstanding(
  set: CriteriaSet,
  round: Round | Readable<RoundInput>,
  options: OutstandingOptions = {},
): Outstanding {
  const plan = planOf(set, "outstanding");
  assertOptions(options, ["until"], "outstanding");
  const { until } = options;
  assertUntil(until, "outstanding");
  const judged = judgeRound(set, round);
  const { issues } = judged;
  const head = { ...madeBy, set: set.id, edition: set.edition, ...(until === undefined ? {} : { until }) };
  if (judged.fatal) return deepFreeze({ ...head, units: [], issues });
  const prepared = preparedRound(plan, judged, until);
  const approved = approvedUnits(plan, judged.round, until);
  const units = prepared.index.units.flatMap((unit): readonly OutstandingUnit[] => {
    if (prepared.absent.has(unit.id)) return [];
    const input = unitInput(prepared, unit);
    const { id, name, group } = unit;
    const { unscored: reason } = input;
    const owed = owedTo(prepared, input, approved.has(id));
    if (owed.length === 0 && reason === undefined) return [];
    return [{ unit: id, name, group, ...(reason === undefined ? {} : { reason }), owed }];
  });
  return deepFreeze({ ...head, units, issues });
}

/** What is owed to a unit: by the unit itself first, then by the others. */
function owedTo({ plan, until }: PreparedRound, input: UnitInput, isApproved: boolean): readonly Owed[] {
  const found = new Map<string, Owed & { readonly items: { item: string; number: string }[] }>();
  const add = (by: Owing, what: Owed["what"], leaf?: Leaf): void => {
    const key = `${by} ${what}`;
    const known = found.get(key) ?? { by, what, items: [] };
    if (leaf !== undefined) known.items.push({ item: leaf.id, number: leaf.number });
    found.set(key, known);
  };
  const isMissing = input.unscored === "no-self-assessment";
  if (isMissing) add("unit", "self-assessment");
  const explained = new Set(
    input.entries.filter((it) => it.kind === "explain" && isWithin(it, until)).map(({ item }) => item),
  );
  const { leaves } = evaluate(plan, input);
  for (const leaf of plan.leaves) {
    const result = leaves[leaf.index];
    const by = result === undefined ? undefined : owingOf(leaf, result, explained);
    const isSettled = by === "unit" && (isMissing || (isApproved && result?.state === "unanswered"));
    if (by !== undefined && result?.reason !== undefined && !isSettled) add(by, result.reason, leaf);
  }
  if (!isApproved && plan.set.status !== "summary") add("council", "final-act");
  return owing.flatMap((who) => [...found.values()].filter(({ by }) => by === who));
}

const owing: readonly Owing[] = ["unit", "council", "survey", "statistic"];

/** Who is to settle a leaf; undefined where nothing is open, or where it only waits for something else. */
function owingOf(
  leaf: Leaf,
  { state, reason }: LeafResult,
  explained: ReadonlySet<string>,
): Owing | undefined {
  if (state === "unanswered") return "unit";
  if (state !== "pending" || reason === "relative" || reason === "gate") return undefined;
  const { kind } = leaf.source;
  if (kind === "survey" || kind === "statistic") return kind;
  return reason === "return" && !explained.has(leaf.id) ? "unit" : "council";
}

/** The words of what is open. */
export type OutstandingWords = Pick<Words, "style" | "terms" | "outstanding">;

const shippedOutstandingWords: Readonly<Record<Language, OutstandingWords>> = {
  vi: { style: viStyle, terms: viTerms, outstanding: viOutstanding },
  en: { style: enStyle, terms: enTerms, outstanding: enOutstanding },
};

/** How the text is laid out. */
export interface OutstandingTextOptions {
  /** Markdown instead of plain text that fits 100 columns. */
  readonly markdown?: boolean | undefined;
}

/**
 * Says what is open in words: each unit, and beneath it who owes what.
 *
 * @param outstanding What `outstanding` gave.
 * @param language `"vi"` or `"en"`, or the words of another language.
 * @param options Markdown instead of plain text that fits 100 columns.
 *
 * @returns The text, without a line break at its end; one sentence where nothing is open.
 *
 * @throws RangeError if the language is not shipped; TypeError if an option is unknown.
 *
 * @example
 * ```ts
 * import { outstandingText } from "par-index";
 * const owed = [{ by: "unit" as const, what: "no-answer" as const, items: [{ item: "1.2", number: "1.2" }] }];
 * const units = [{ unit: "so-a", name: { vi: "Sở A" }, group: "chung", owed }];
 * const value = { format: 1 as const, library: "par-index", set: "a/b/2026", edition: 1, units, issues: [] };
 * outstandingText(value, "en").split("\n").at(-1); // => '  The unit: the unit gave no answer (1.2).'
 * ```
 */
export function outstandingText(
  outstanding: Outstanding,
  language: Language | OutstandingWords,
  options: OutstandingTextOptions = {},
): string {
  const words = tableOf(language, shippedOutstandingWords, "outstandingText");
  assertGiven(outstanding, ["units"], "outstandingText: the value must be what outstanding gives");
  assertOptions(options, ["markdown"], "outstandingText");
  const count = outstanding.units.length;
  const head = count === 0 ? say(words, "outstanding.nothing") : say(words, "outstanding.head", { count });
  const sentences = outstanding.units.flatMap(({ name, reason, owed }): readonly Sentence[] => [
    {
      level: 0,
      label: withColon(words, textIn(words, name)),
      text: say(words, "outstanding.unit", {
        reason: reason && message(`terms.unranked.${reason}`),
      }),
    },
    ...owed.map((it) => owedSentence(words, it)),
  ]);
  return laidOut([{ level: 0, text: head }, ...sentences], options);
}

function owedSentence(words: OutstandingWords, { by, what, items }: Owed): Sentence {
  const told =
    what === "self-assessment" || what === "final-act"
      ? message(`terms.owed.${what}`)
      : message(`terms.reason.${what}`);
  const facts = { what: told, items: items.map(({ number }) => number) };
  return {
    level: 1,
    label: withColon(words, capital(say(words, `terms.owing.${by}`))),
    text: say(words, "outstanding.owed", facts),
  };
}
