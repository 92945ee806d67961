/** A comparison in words: the two indexes, then one line for each part that is not 0, the largest first. */

import { bracketed, briefText, changeText, joined, type Voice, voiceOf } from "../explain/words/voice.ts";
import { compareExact, decimal, isNegative, negate, readFraction, shortest } from "../number.ts";
import type { Language } from "../rule.ts";
import type { Amount } from "../score.ts";
import type {
  ComparedIndexes,
  ComparedLeaf,
  ComparedUnit,
  Difference,
  ItemDifference,
  LineDifference,
} from "./compare.ts";

/** The words of one language. */
interface DifferenceWords {
  /** One unit at two times. */
  readonly course: Readonly<
    Record<Course, (name: string, points: string, before: string, after: string) => string>
  >;
  /** Two units. */
  readonly beside: Readonly<Record<Course, (after: string, points: string, before: string) => string>>;
  readonly index: (name: string, index: string) => string;
  readonly period: (years: string) => string;
  readonly edition: (number: number) => string;
  readonly day: (day: string) => string;
  readonly latest: string;
  readonly times: Readonly<Record<SideName, string>>;
  readonly sums: (sides: string) => string;
  readonly nothing: string;
  readonly item: (number: string, title: string) => string;
  readonly was: (numbers: string, set: string) => string;
  readonly only: (set: string) => string;
  readonly points: (points: string, max: string) => string;
  readonly left: string;
  readonly split: (self: string, adjustment: string) => string;
  readonly lines: Readonly<Record<LineDifference["kind"], string>>;
  readonly notComparable: string;
  readonly sides: Readonly<Record<SideName, string>>;
  readonly severalUnits: (units: string) => string;
}

/** Where the second index lies: above the first, below it, or neither. */
type Course = "up" | "down" | "same";
type SideName = "before" | "after";

const changedPoints = (number: string): string =>
  `${number} percentage ${number === "1" ? "point" : "points"}`;

const differenceWords: Readonly<Record<Language, DifferenceWords>> = {
  vi: {
    course: {
      up: (name, points, before, after) =>
        `${name}: Chỉ số tăng ${points} điểm phần trăm, từ ${before} lên ${after}.`,
      down: (name, points, before, after) =>
        `${name}: Chỉ số giảm ${points} điểm phần trăm, từ ${before} xuống ${after}.`,
      same: (name, _, before, after) => `${name}: Chỉ số không thay đổi, ${before} và ${after}.`,
    },
    beside: {
      up: (after, points, before) => `${after}, cao hơn ${points} điểm phần trăm so với ${before}.`,
      down: (after, points, before) => `${after}, thấp hơn ${points} điểm phần trăm so với ${before}.`,
      same: (after, _, before) => `${after}, bằng ${before}.`,
    },
    index: (name, index) => `${name}: Chỉ số ${index}`,
    period: (years) => (years.includes("-") ? `giai đoạn ${years}` : `năm ${years}`),
    edition: (number) => `lần ban hành ${number}`,
    day: (day) => `chậm nhất ngày ${day}`,
    latest: "kết quả mới nhất",
    times: { before: "lần trước", after: "lần sau" },
    sums: (sides) => `Trong đó${sides} (các phần cộng lại đúng bằng mức chênh lệch):`,
    nothing: "Không có phần nào khác nhau.",
    item: (number, title) => `Mục ${number} (${title})`,
    was: (numbers, set) => `, trong bộ tiêu chí ${set} là mục ${numbers}`,
    only: (set) => `chỉ có trong bộ tiêu chí ${set}`,
    points: (points, max) => `${points}/${max}`,
    left: "không áp dụng",
    split: (self, adjustment) => `tự chấm ${self}, thẩm định ${adjustment}`,
    lines: {
      "applicable-maximum": "Điểm tối đa áp dụng",
      conversion: "Điểm quy đổi",
      bonus: "Điểm thưởng",
      penalty: "Điểm trừ",
      late: "Trừ điểm nộp chậm",
      cap: "Giới hạn mức trần, mức sàn",
      rounding: "Làm tròn Chỉ số",
    },
    notComparable: "Không so sánh được:",
    sides: { before: "bên trước", after: "bên sau" },
    severalUnits: (units) => `sau sắp xếp tương ứng với nhiều đơn vị (${units}), hãy so sánh với từng đơn vị`,
  },
  en: {
    course: {
      up: (name, points, before, after) =>
        `${name}: index up by ${changedPoints(points)}, from ${before} to ${after}.`,
      down: (name, points, before, after) =>
        `${name}: index down by ${changedPoints(points)}, from ${before} to ${after}.`,
      same: (name, _, before, after) => `${name}: index unchanged, ${before} and ${after}.`,
    },
    beside: {
      up: (after, points, before) => `${after}, ${changedPoints(points)} above ${before}.`,
      down: (after, points, before) => `${after}, ${changedPoints(points)} below ${before}.`,
      same: (after, _, before) => `${after}, equal to ${before}.`,
    },
    index: (name, index) => `${name}: index ${index}`,
    period: (years) => years,
    edition: (number) => `edition ${number}`,
    day: (day) => `up to ${day}`,
    latest: "latest result",
    times: { before: "before", after: "after" },
    sums: (sides) => `Of which${sides} (the parts sum exactly to the difference):`,
    nothing: "No part differs.",
    item: (number, title) => `Item ${number} (${title})`,
    was: (numbers, set) => `, item ${numbers} in the criteria set (${set})`,
    only: (set) => `only in the criteria set (${set})`,
    points: (points, max) => `${points}/${max}`,
    left: "not applicable",
    split: (self, adjustment) => `self-score ${self}, appraisal ${adjustment}`,
    lines: {
      "applicable-maximum": "Applicable maximum",
      conversion: "Conversion",
      bonus: "Bonus points",
      penalty: "Penalty points",
      late: "Charge for late submission",
      cap: "Caps and limits",
      rounding: "Rounding of the index",
    },
    notComparable: "They cannot be compared:",
    sides: { before: "the first", after: "the second" },
    severalUnits: (units) =>
      `after a merger it stands for several units (${units}); compare it with each of them`,
  },
};

/**
 * Says a comparison in words.
 *
 * The first line has both indexes and their difference, and what tells the two sides apart: the units, the years or
 * editions of their sets, else the titles of their rounds, the points in the process; then comes one line for each part
 * that is not 0, the largest first. Amounts are rounded for print, so that printed parts may not add up to the last
 * digit: the exact ones in the difference do.
 *
 * @param difference What `compare` gave.
 * @param language `"vi"` or `"en"`.
 *
 * @returns The text, several lines without a line break at the end.
 *
 * @throws RangeError if the language is neither.
 *
 * @example
 * ```ts
 * import { differenceText } from "par-index/audit";
 * const why = [{ side: "after", unit: "so-a", name: { vi: "Sở A" }, reason: "late" }] as const;
 * differenceText({ state: "not-comparable", why }, "en");
 * // => 'They cannot be compared:\n- the second, Sở A: its self-assessment came too late and was refused'
 * ```
 */
export function differenceText(difference: Difference, language: Language): string {
  const voice = voiceOf(language, "differenceText");
  const say = differenceWords[language];
  if (difference.state === "not-comparable") {
    const reasons = difference.why.map(({ side, name, reason, units = [] }) => {
      const why =
        reason === "several-units"
          ? say.severalUnits(units.map((it) => voice.words(it.name)).join("; "))
          : voice.wording.unranked[reason];
      return `- ${say.sides[side]}, ${voice.words(name)}: ${why}`;
    });
    return [say.notComparable, ...reasons].join("\n");
  }
  const lines = [...difference.parts]
    .filter((part) => part.change.exact !== "0" || part.kind === "item")
    .sort((a, b) => compareExact(sizeOf(b.change), sizeOf(a.change)))
    .map((part) =>
      part.kind === "item" ? itemText(voice, say, part, difference) : lineText(voice, say, part),
    )
    .map((text) => `- ${text}`);
  const head = differenceHead(voice, say, difference);
  const sides = [difference.before, difference.after].map(({ name }) => voice.words(name)).join(" → ");
  const sums = say.sums(isOneUnit(difference) ? "" : `, ${sides}`);
  return [head, ...(lines.length === 0 ? [say.nothing] : [sums, ...lines])].join("\n");
}

/** One unit at two times, though a merger may have given it another id. */
const isOneUnit = ({ before, after }: ComparedIndexes): boolean =>
  (before.asked ?? before.unit) === (after.asked ?? after.unit);

const sizeOf = ({ exact }: Amount) => {
  const value = readFraction(exact);
  return isNegative(value) ? negate(value) : value;
};

/** Both indexes, what tells them apart, and their difference. */
function differenceHead(voice: Voice, say: DifferenceWords, compared: ComparedIndexes): string {
  const { before, after, change } = compared;
  const points = voice.number(shortest(change.replace(/^-/, "")));
  const course = points === "0" ? "same" : isNegative(decimal(change)) ? "down" : "up";
  const [from, to] = [labelOf(voice, say, before, after), labelOf(voice, say, after, before)];
  const [first, second] = [voice.words(before.name), voice.words(after.name)];
  const index = (it: ComparedUnit): string => voice.percent(it.index.rounded);
  if (!isOneUnit(compared)) {
    const own = say.index(joined([second, bracketed(to)], " "), index(after));
    return say.beside[course](own, points, `${first} (${joined([from, index(before)], ", ")})`);
  }
  const [then, now] = [from ?? say.times.before, to ?? say.times.after];
  const name = first === second ? second : `${second} (${then}: ${first})`;
  return say.course[course](name, points, `${index(before)} (${then})`, `${index(after)} (${now})`);
}

/** What tells a side from the other beside its unit: its set, else its round, and its point in the process. */
function labelOf(
  voice: Voice,
  say: DifferenceWords,
  own: ComparedUnit,
  other: ComparedUnit,
): string | undefined {
  const { wording, day } = voice;
  const stages: Readonly<Record<string, string>> = wording.stages;
  const until =
    own.until === undefined ? other.until && say.latest : (stages[own.until] ?? say.day(day(own.until)));
  const parts = joined([setName(say, own, other) ?? roundName(voice, own, other), until], ", ");
  return parts === "" ? undefined : parts;
}

/** What tells a set from the other: its years, which end its id, else its edition, else its id. */
function setName(say: DifferenceWords, own: ComparedUnit, other: ComparedUnit): string | undefined {
  if (own.set === other.set) return own.edition === other.edition ? undefined : say.edition(own.edition);
  const [years, others] = [own, other].map(({ set }) => set.slice(set.lastIndexOf("/") + 1));
  return years === others || years === undefined ? `“${own.set}”` : say.period(years);
}

/** What tells a round from the other: its title. */
function roundName(voice: Voice, own: ComparedUnit, other: ComparedUnit): string | undefined {
  const title = voice.words(own.round);
  return title === voice.words(other.round) ? undefined : `“${title}”`;
}

function itemText(
  voice: Voice,
  say: DifferenceWords,
  { before, after, change, self, adjustment }: ItemDifference,
  compared: ComparedIndexes,
): string {
  const from = before.map((leaf) => leafPointsText(voice, say, leaf));
  const to = after.map((leaf) => leafPointsText(voice, say, leaf));
  const named = [...(after.length > 0 ? after : before)].map(({ number, title }) =>
    say.item(number, voice.words(title)),
  );
  const setOf = (side: SideName): string =>
    setName(say, compared[side], compared[side === "after" ? "before" : "after"]) ?? say.sides[side];
  const [old, now] = [before, after].map((leaves) => leaves.map(({ number }) => number).join(", "));
  const was = old === "" || now === "" || old === now ? "" : say.was(old ?? "", setOf("before"));
  const course =
    from.length === 0
      ? `${to.join(" + ")}, ${say.only(setOf("after"))}`
      : to.length === 0
        ? `${from.join(" + ")}, ${say.only(setOf("before"))}`
        : `${from.join(" + ")} → ${to.join(" + ")}`;
  const parted =
    self === undefined || adjustment === undefined || adjustment.exact === "0"
      ? ""
      : ` (${say.split(changeText(voice, self), changeText(voice, adjustment))})`;
  return `${named.join(", ")}${was}: ${course}: ${changeText(voice, change)}${parted}`;
}

const leafPointsText = (
  voice: Voice,
  say: DifferenceWords,
  { state, points, maxPoints }: ComparedLeaf,
): string =>
  state === "not-applicable" && maxPoints === "0"
    ? say.left
    : say.points(briefText(voice, points), voice.number(maxPoints));

const lineText = (
  voice: Voice,
  say: DifferenceWords,
  { kind, before, after, change }: LineDifference,
): string =>
  kind === "rounding"
    ? `${say.lines[kind]}: ${changeText(voice, change)}`
    : `${say.lines[kind]}: ${voice.amount(before)} → ${voice.amount(after)}: ${changeText(voice, change)}`;
