/**
 * A comparison in words: the two indexes, then one line for each part that is not 0, the largest first. And what the
 * council changed of one unit, item by item, as data and in words.
 */
import type { CriteriaSet, Text } from "../criteria-set.ts";
import { type HistoryActor, type HistoryEntry, leafHistory, lineHistory } from "../explain/history.ts";

import {
  compareExact,
  decimal,
  type Exact,
  isNegative,
  negate,
  readFraction,
  rounded,
  shortest,
  subtract,
  sum,
  zero,
} from "../number.ts";
import { assertGiven, assertOptions, deepFreeze } from "../plain.ts";
import { planOf } from "../plan.ts";
import type { Readable, RoundInput } from "../round/input.ts";
import type { Round, Stage } from "../round.ts";
import type { Language } from "../rule.ts";
import {
  type Amount,
  amountOf,
  amountsOf,
  briefPoints,
  shownAmount,
  signedAmount,
  visible,
} from "../score.ts";
import { singleUnit } from "../units.ts";
import { enDecided, enDifference, enStyle, enTerms } from "../words/en.ts";
import { viDecided, viDifference, viStyle, viTerms } from "../words/vi.ts";
import {
  laidOut,
  type Message,
  message,
  type Param,
  said,
  say,
  tableOf,
  textIn,
  type Words,
} from "../words/words.ts";
import type {
  ComparedIndexes,
  ComparedLeaf,
  ComparedUnit,
  Difference,
  ItemDifference,
  LineDifference,
} from "./compare.ts";

/** What a comparison needs of a table of words. */
export type DifferenceWords = Pick<Words, "style" | "terms" | "difference">;

const shippedDifferenceWords: Readonly<Record<Language, DifferenceWords>> = {
  vi: { style: viStyle, terms: viTerms, difference: viDifference },
  en: { style: enStyle, terms: enTerms, difference: enDifference },
};

/** How a comparison is worded. */
export interface DifferenceTextOptions {
  /** The largest so many parts have a line each, the others one together; absent: every part has its line. */
  readonly most?: number | undefined;
}

type SideName = "before" | "after";

/**
 * Says a comparison in words.
 *
 * The first line has both indexes and their difference, and what tells the two sides apart: the units, the years or
 * editions of their sets, else the titles of their rounds, the points in the process; then comes one line for each part
 * that is not 0, the largest first. Amounts are rounded for print, so that printed parts may not add up to the last
 * digit: the exact ones in the difference do.
 *
 * @param difference What `compare` gave.
 * @param language `"vi"` or `"en"`, or the words of another language.
 * @param options How many parts are told.
 *
 * @returns The text, several lines of at most 100 columns without a line break at the end.
 *
 * @throws RangeError if the language is not shipped, or `most` is no whole number from 1.
 *
 * @example
 * ```ts
 * import { differenceText } from "par-index/audit";
 * const reasons = [{ side: "after", unit: "so-a", name: { vi: "Sở A" }, reason: "late" }] as const;
 * differenceText({ state: "not-comparable", reasons }, "en");
 * // => 'They cannot be compared:\n- the second, Sở A: its self-assessment came too late and was refused'
 * ```
 */
export function differenceText(
  difference: Difference,
  language: Language | DifferenceWords,
  options: DifferenceTextOptions = {},
): string {
  const words = tableOf(language, shippedDifferenceWords, "differenceText");
  assertGiven(difference, ["state"], "differenceText: the difference must be what compare gives");
  assertOptions(options, ["most"], "differenceText");
  const { most = Number.POSITIVE_INFINITY } = options;
  if (most !== Number.POSITIVE_INFINITY && !(Number.isSafeInteger(most) && most > 0))
    throw new RangeError(`differenceText: most must be a whole number from 1, not ${most}`);
  if (difference.state === "not-comparable") {
    const reasons = difference.reasons.map(({ side, name, reason, units = [] }) => {
      const said =
        reason === "several-units"
          ? message("difference.severalUnits", { units: units.map((it) => it.name) })
          : message(`terms.unranked.${reason}`);
      return say(words, "difference.reason", {
        ...{ side: message(`difference.side.${side}`), name, reason: said },
      });
    });
    return [say(words, "difference.notComparable"), ...reasons].join("\n");
  }
  const parts = [...difference.parts]
    .filter((part) => part.change.exact !== "0" || part.kind === "item")
    .sort((a, b) => compareExact(sizeOf(b.change), sizeOf(a.change)));
  const rest = parts.slice(most);
  const lines = parts
    .slice(0, most)
    .map((part) => (part.kind === "item" ? itemMessage(words, part, difference) : lineMessage(part)))
    .map((about) => say(words, "difference.line", { about }));
  if (rest.length > 0) {
    const change = rounded(sum(rest.map((part) => readFraction(part.change.exact))), 2, "half-up");
    lines.push(say(words, "difference.rest", { count: rest.length, change: withSign(change) }));
  }
  const { before, after } = difference;
  const sides = isOneUnit(difference)
    ? undefined
    : message("difference.course", { before: before.name, after: after.name });
  const sentences = [
    said(words, headMessage(words, difference)),
    ...(lines.length === 0
      ? [say(words, "difference.nothing")]
      : [say(words, "difference.sums", { sides }), ...lines]),
  ];
  return laidOut(
    sentences.map((text) => ({ level: 0, text })),
    {},
  );
}

/** A figure with its sign. */
const withSign = (figure: string): string => (/^-|^0(?:\.0+)?$/.test(figure) ? figure : `+${figure}`);

/** One unit at two times, though a merger may have given it another id. */
const isOneUnit = ({ before, after }: ComparedIndexes): boolean =>
  (before.asked ?? before.unit) === (after.asked ?? after.unit);

const sizeOf = ({ exact }: Amount) => {
  const value = readFraction(exact);
  return isNegative(value) ? negate(value) : value;
};

/** Both indexes, what tells them apart, and their difference. */
function headMessage(words: DifferenceWords, compared: ComparedIndexes): Message {
  const { before, after, change } = compared;
  const points = shortest(change.replace(/^-/, ""));
  const course = points === "0" ? "same" : isNegative(decimal(change)) ? "down" : "up";
  const [from, to] = [labelOf(words, before, after), labelOf(words, after, before)];
  const [beforeIndex, afterIndex] = [before.index.rounded, after.index.rounded];
  const sides = { beforeIndex, afterIndex };
  if (!isOneUnit(compared)) {
    const own = { before: before.name, after: after.name, from, to, ...sides };
    return course === "same"
      ? message("difference.besideSame", own)
      : message(course === "up" ? "difference.besideAbove" : "difference.besideBelow", { ...own, points });
  }
  const then = from.length > 0 ? from : message("difference.earlier");
  const now = to.length > 0 ? to : message("difference.later");
  const isRenamed = textIn(words, before.name) !== textIn(words, after.name);
  const own = { name: after.name, earlier: isRenamed ? before.name : undefined, then, now, ...sides };
  return course === "same"
    ? message("difference.same", own)
    : message(course === "up" ? "difference.up" : "difference.down", { ...own, points });
}

/** What tells a side from the other beside its unit: its set, else its round, and its point in the process. */
function labelOf(words: DifferenceWords, own: ComparedUnit, other: ComparedUnit): readonly Message[] {
  return [setName(own, other) ?? roundName(words, own, other), pointMessage(own, other)].flatMap(
    (it) => it ?? [],
  );
}

function pointMessage({ until }: ComparedUnit, other: ComparedUnit): Message | undefined {
  if (until === undefined) return other.until === undefined ? undefined : message("difference.latest");
  return until === "self" ||
    until === "first" ||
    until === "second" ||
    until === "final" ||
    until === "correction"
    ? message(`terms.stage.${until}`)
    : message("difference.day", { until });
}

/** What tells a set from the other: its years, which end its id, else its edition, else its id. */
function setName(own: ComparedUnit, other: ComparedUnit): Message | undefined {
  const { set, edition } = own;
  if (set === other.set)
    return edition === other.edition ? undefined : message("difference.edition", { edition });
  const [years = "", others] = [own, other].map((it) => it.set.slice(it.set.lastIndexOf("/") + 1));
  if (years === others) return message("difference.quoted", { name: set });
  return message(years.includes("-") ? "difference.years" : "difference.year", { years });
}

/** What tells a round from the other: its title. */
const roundName = (words: DifferenceWords, own: ComparedUnit, other: ComparedUnit): Message | undefined =>
  textIn(words, own.round) === textIn(words, other.round)
    ? undefined
    : message("difference.quoted", { name: own.round });

function itemMessage(
  words: DifferenceWords,
  { before, after, change, self, adjustment, gate }: ItemDifference,
  compared: ComparedIndexes,
): Message {
  const setOf = (side: SideName): Message =>
    setName(compared[side], compared[side === "after" ? "before" : "after"]) ??
    message(`difference.side.${side}`);
  const [old, now] = [before, after].map((leaves) => leaves.map(({ number }) => number));
  const isSameNumber = old?.length === 0 || now?.length === 0 || old?.join() === now?.join();
  const [appraised, held] = [adjustment, gate].map((of) =>
    of?.exact === "0" ? undefined : of && changed(of),
  );
  return message("difference.item", {
    items: (after.length > 0 ? after : before).map(({ number, title }) =>
      message("difference.itemName", { number, title }),
    ),
    numbers: isSameNumber ? undefined : old,
    set: setOf("before"),
    course: courseOf(words, before, after, setOf),
    change: changed(change),
    split:
      self === undefined || (appraised ?? held) === undefined
        ? undefined
        : message("difference.split", { self: changed(self), adjustment: appraised, gate: held }),
  });
}

function courseOf(
  words: DifferenceWords,
  before: readonly ComparedLeaf[],
  after: readonly ComparedLeaf[],
  setOf: (side: SideName) => Message,
): Message {
  // Points of items that stand in the place of one.
  const sum = (leaves: readonly ComparedLeaf[]): string =>
    leaves.map((leaf) => said(words, leafPoints(leaf))).join(" + ");
  if (before.length === 0) return message("difference.only", { points: sum(after), set: setOf("after") });
  if (after.length === 0) return message("difference.only", { points: sum(before), set: setOf("before") });
  return message("difference.course", { before: sum(before), after: sum(after) });
}

const leafPoints = ({ state, points, maxPoints }: ComparedLeaf): Message =>
  state === "not-applicable" && maxPoints === "0"
    ? message("difference.left")
    : message("difference.points", { points: briefPoints(points), max: maxPoints });

const lineMessage = ({ kind, before, after, change }: LineDifference): Message => {
  const line: Param = message(`difference.line.${kind}`);
  return kind === "rounding"
    ? message("difference.rounding", { line, change: changed(change) })
    : message("difference.lineChange", {
        line,
        before: shownAmount(before),
        after: shownAmount(after),
        change: changed(change),
      });
};

/** A part of a difference, with its sign. */
const changed = (change: Amount): string => signedAmount(visible(change));

// What the council changed of one unit: not every entry that adjusted something, since an acceptance after a return changes
// too, and what was changed back did not last, but what each item had before, after each stage, and in the end.

/** What stood on an item at the end of a stage in which the council decided it. */
export interface DecidedStage {
  /** The stage. */
  readonly stage: Stage;
  /** Who decided last in it. */
  readonly by: HistoryActor;
  /** The points that then stood, those of a penalty negative; absent where the item was pending, or had left the maximum. */
  readonly points?: Amount | undefined;
}

/** What the council made of one item; points of a penalty are negative throughout. */
export interface CouncilChange {
  /** The id of the leaf, or of the bonus or penalty line. */
  readonly item: string;
  /** The number that the decision prints. */
  readonly number: string;
  /** Its title. */
  readonly title: Text;
  /** Of a line: whether it gives points or takes them away. */
  readonly line?: "bonus" | "penalty" | undefined;
  /** The points that the unit claims; absent where it claims none. */
  readonly claimed?: Amount | undefined;
  /** The points that stood before the council; absent where the item was pending or had left the maximum. */
  readonly before?: Amount | undefined;
  /** What stood after each stage in which it was decided, in their order. */
  readonly stages: readonly DecidedStage[];
  /** The points that stand; absent where the item is pending or has left the maximum. */
  readonly final?: Amount | undefined;
  /** `final` less `before`: what the unit gained by it. Absent where either is. */
  readonly net?: Amount | undefined;
}

/** Everything that the council changed for one unit. */
export interface CouncilChanges {
  /** The id of the criteria set. */
  readonly set: string;
  /** Its edition. */
  readonly edition: number;
  /** The id of the unit. */
  readonly unit: string;
  /** Its name. */
  readonly name: Text;
  /** The items on which an entry of the council changed the points, lines last, in the order of the set. */
  readonly changes: readonly CouncilChange[];
  /** The sum of `net`, in points. */
  readonly net: Amount;
}

/**
 * Lists everything that the council changed for one unit: item, claimed, after each stage, by whom, final, net, total.
 *
 * An item is listed where any entry of the council changed its points, also where a later one changed them back (then
 * `net` is 0), and where an acceptance changed them. What has no points on one side has no `net`.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param round The round, as `readRound` gave it, or as parsed from JSON: then it is judged first.
 * @param unit The id of the unit.
 *
 * @returns The changes, frozen; none where the council left everything as it was.
 *
 * @throws TypeError if the set was not read by `readCriteriaSet`; RangeError if the round has no such unit; InvalidError if
 * the frame of the round cannot be used.
 *
 * @example
 * ```ts
 * import { readRound } from "par-index";
 * import { changesOf } from "par-index/audit";
 * import { criteriaSet } from "par-index/criteria";
 * import file from "par-index/examples/hoa-lam-departments-2026.json" with { type: "json" };
 * const set = criteriaSet("hoa-lam/department/2026");
 * const { changes } = changesOf(set, readRound(set, file), "hoa-lam-so-y-te");
 * changes.find(({ item }) => item === "1.4.1")?.net?.exact; // => '0'
 * ```
 */
export function changesOf(
  set: CriteriaSet,
  round: Round | Readable<RoundInput>,
  unit: string,
): CouncilChanges {
  const plan = planOf(set, "changesOf");
  const scene = singleUnit(plan, round, { unit, until: undefined, caller: "changesOf" });
  const show = amountsOf(plan);
  const onLeaves = plan.leaves.map((leaf) =>
    changeOn(leaf.item, leafHistory(scene, { plan, leaf, show }), (value) => amountOf(plan, value)),
  );
  const onLines = plan.lines.map((line) => {
    const about = { id: line.id, number: line.line.number, title: line.line.title, line: line.kind };
    return changeOn(about, lineHistory(plan, scene, line), (value) => amountOf(plan, value));
  });
  const changes = [...onLeaves, ...onLines].flatMap((change) => change ?? []);
  const nets = changes.flatMap(({ net }) => (net === undefined ? [] : [readFraction(net.exact)]));
  const { name } = scene.input.unit;
  return deepFreeze({
    ...{ set: set.id, edition: set.edition, unit, name, changes },
    net: amountOf(plan, sum(nets)),
  });
}

/** What the council made of one leaf or line; undefined where no entry of its changed the points. */
function changeOn(
  about: {
    readonly id: string;
    readonly number: string;
    readonly title: Text;
    readonly line?: "bonus" | "penalty";
  },
  history: readonly HistoryEntry[],
  show: (value: Exact) => Amount,
): CouncilChange | undefined {
  const decided = history.filter(({ stage, kind }) => stage !== undefined && kind !== "explain");
  const isChange = ({ before, after }: HistoryEntry): boolean =>
    before?.points?.exact !== after?.points?.exact;
  if (!decided.some(isChange)) return undefined;
  const { line } = about;
  // What a penalty takes away has one sign throughout.
  const signed = (points: Amount | undefined): Amount | undefined =>
    points === undefined || line !== "penalty" ? points : show(negate(readFraction(points.exact)));
  const before = signed(decided[0]?.before?.points) ?? (line === undefined ? undefined : show(zero));
  const final = signed(decided.at(-1)?.after?.points);
  const claimed = history.find(({ kind }) => kind === "self")?.claim?.points;
  const stages = new Map<Stage, DecidedStage>();
  for (const { stage, by, after } of decided)
    if (stage !== undefined && by !== undefined) {
      const points = signed(after?.points);
      stages.set(stage, { stage, by, ...(points && { points }) });
    }
  const gained =
    before === undefined || final === undefined
      ? undefined
      : subtract(readFraction(final.exact), readFraction(before.exact));
  return {
    ...{ item: about.id, number: about.number, title: about.title },
    ...(line === undefined ? {} : { line }),
    ...(claimed === undefined ? {} : { claimed }),
    ...(before === undefined ? {} : { before }),
    stages: [...stages.values()],
    ...(final === undefined ? {} : { final }),
    ...(gained === undefined ? {} : { net: show(gained) }),
  };
}

/** What the council's changes need of a table of words. */
export type ChangesWords = Pick<Words, "style" | "terms" | "decided">;

const shippedDecidedWords: Readonly<Record<Language, ChangesWords>> = {
  vi: { style: viStyle, terms: viTerms, decided: viDecided },
  en: { style: enStyle, terms: enTerms, decided: enDecided },
};

/**
 * Words what the council changed for one unit: the head with the total, then one sentence for each item.
 *
 * @param changes What `changesOf` gave.
 * @param language `"vi"` or `"en"`, or the words of another language.
 *
 * @returns The text, in lines of at most 100 columns, without a line break at its end.
 *
 * @throws RangeError if the language is not shipped.
 *
 * @example
 * ```ts
 * import { changesText } from "par-index/audit";
 * const net = { exact: "0", rounded: "0.00" };
 * changesText({ set: "x", edition: 1, unit: "so-a", name: { vi: "Sở A" }, changes: [], net }, "en"); // => 'Sở A: the council changed no points.'
 * ```
 */
export function changesText(changes: CouncilChanges, language: Language | ChangesWords): string {
  const words = tableOf(language, shippedDecidedWords, "changesText");
  assertGiven(changes, ["name", "changes"], "changesText: the changes must be what changesOf gives");
  const { name, changes: each, net } = changes;
  const head =
    each.length === 0
      ? say(words, "decided.none", { name })
      : say(words, "decided.head", { name, count: each.length, net: changed(net) });
  const shown = (amount: Amount | undefined): Param =>
    amount === undefined ? message("decided.noPoints") : shownAmount(amount);
  return laidOut(
    [
      { level: 0, text: head },
      ...each.map(({ number, title, line, claimed, before, stages, final, net: own }) => ({
        level: 1,
        text: say(words, "decided.item", {
          number,
          title,
          line: line === undefined ? undefined : message(`decided.${line}`),
          claimed: claimed === undefined ? undefined : shownAmount(claimed),
          before: shown(before),
          stages: stages.map(({ stage, by, points }) =>
            message("decided.stage", {
              stage: message(`terms.stage.${stage}`),
              by: by.title ?? by.role,
              points: shown(points),
            }),
          ),
          final: shown(final),
          net: own === undefined ? undefined : changed(own),
        }),
      })),
    ],
    {},
  );
}
