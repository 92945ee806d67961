/** A comparison in words: the two indexes, then one line for each part that is not 0, the largest first. */

import { compareExact, decimal, isNegative, negate, readFraction, shortest } from "../number.ts";
import { assertGiven } from "../plain.ts";
import type { Language } from "../rule.ts";
import { type Amount, briefPoints, shownAmount, signedAmount, visible } from "../score.ts";
import { enDifference, enStyle, enTerms } from "../words/en.ts";
import { viDifference, viStyle, viTerms } from "../words/vi.ts";
import { type Message, message, type Param, said, say, tableOf, textIn, type Words } from "../words/words.ts";
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
 *
 * @returns The text, several lines without a line break at the end.
 *
 * @throws RangeError if the language is not shipped.
 *
 * @example
 * ```ts
 * import { differenceText } from "par-index/audit";
 * const why = [{ side: "after", unit: "so-a", name: { vi: "Sở A" }, reason: "late" }] as const;
 * differenceText({ state: "not-comparable", why }, "en");
 * // => 'They cannot be compared:\n- the second, Sở A: its self-assessment came too late and was refused'
 * ```
 */
export function differenceText(difference: Difference, language: Language | DifferenceWords): string {
  const words = tableOf(language, shippedDifferenceWords, "differenceText");
  assertGiven(difference, ["state"], "differenceText: the difference must be what compare gives");
  if (difference.state === "not-comparable") {
    const reasons = difference.why.map(({ side, name, reason, units = [] }) => {
      const why =
        reason === "several-units"
          ? message("difference.severalUnits", { units: units.map((it) => it.name) })
          : message(`terms.unranked.${reason}`);
      return say(words, "difference.why", { side: message(`difference.side.${side}`), name, why });
    });
    return [say(words, "difference.notComparable"), ...reasons].join("\n");
  }
  const lines = [...difference.parts]
    .filter((part) => part.change.exact !== "0" || part.kind === "item")
    .sort((a, b) => compareExact(sizeOf(b.change), sizeOf(a.change)))
    .map((part) => (part.kind === "item" ? itemMessage(words, part, difference) : lineMessage(part)))
    .map((about) => say(words, "difference.line", { about }));
  const { before, after } = difference;
  const sides = isOneUnit(difference)
    ? undefined
    : message("difference.course", { before: before.name, after: after.name });
  return [
    said(words, headMessage(words, difference)),
    ...(lines.length === 0
      ? [say(words, "difference.nothing")]
      : [say(words, "difference.sums", { sides }), ...lines]),
  ].join("\n");
}

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
  { before, after, change, self, adjustment }: ItemDifference,
  compared: ComparedIndexes,
): Message {
  const setOf = (side: SideName): Message =>
    setName(compared[side], compared[side === "after" ? "before" : "after"]) ??
    message(`difference.side.${side}`);
  const [old, now] = [before, after].map((leaves) => leaves.map(({ number }) => number));
  const isSameNumber = old?.length === 0 || now?.length === 0 || old?.join() === now?.join();
  const isSplit = self !== undefined && adjustment !== undefined && adjustment.exact !== "0";
  return message("difference.item", {
    items: (after.length > 0 ? after : before).map(({ number, title }) =>
      message("difference.itemName", { number, title }),
    ),
    numbers: isSameNumber ? undefined : old,
    set: setOf("before"),
    course: courseOf(words, before, after, setOf),
    change: changed(change),
    split: isSplit
      ? message("difference.split", { self: changed(self), adjustment: changed(adjustment) })
      : undefined,
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
