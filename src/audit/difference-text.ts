/** A comparison in words: the two indexes, then one line for each part that is not 0, the largest first. */
import type { Amount } from "../amount.ts";
import { changeText, pointsText } from "../explain/words/amounts.ts";
import { type Voice, voiceOf } from "../explain/words/voice.ts";
import { compare, decimal, isNegative, negate, readFraction, shortest } from "../number.ts";
import type { Language } from "../rule.ts";
import type { ComparedLeaf, ComparedUnit, Difference, ItemDifference, LineDifference } from "./difference.ts";

/** The words of one language. */
interface Words {
  readonly up: (points: string) => string;
  readonly down: (points: string) => string;
  readonly same: string;
  readonly compared: (after: string, before: string, change: string) => string;
  readonly sums: string;
  readonly nothing: string;
  readonly item: (number: string, title: string) => string;
  readonly points: (points: string, max: string) => string;
  readonly left: string;
  readonly fresh: string;
  readonly gone: string;
  readonly split: (self: string, adjustment: string) => string;
  readonly until: (when: string) => string;
  readonly lines: Readonly<Record<LineDifference["kind"], string>>;
  readonly notComparable: string;
  readonly sides: Readonly<Record<"before" | "after", string>>;
  readonly severalUnits: (units: string) => string;
}

const words: Readonly<Record<Language, Words>> = {
  vi: {
    up: (points) => `tăng ${points} điểm phần trăm`,
    down: (points) => `giảm ${points} điểm phần trăm`,
    same: "không thay đổi",
    compared: (after, before, change) => `${after} so với ${before}: ${change}.`,
    sums: "Trong đó (các phần cộng lại đúng bằng mức chênh lệch):",
    nothing: "Không có phần nào khác nhau.",
    item: (number, title) => `Mục ${number} (${title})`,
    points: (points, max) => `${points}/${max}`,
    left: "không áp dụng",
    fresh: "chỉ có ở bên sau",
    gone: "chỉ có ở bên trước",
    split: (self, adjustment) => `tự chấm ${self}, thẩm định ${adjustment}`,
    until: (when) => ` (${when})`,
    lines: {
      "applicable-maximum": "Điểm tối đa áp dụng",
      conversion: "Điểm quy đổi",
      bonus: "Điểm thưởng",
      penalty: "Điểm phạt",
      late: "Trừ điểm nộp chậm",
      cap: "Giới hạn mức trần, mức sàn",
      rounding: "Làm tròn chỉ số",
    },
    notComparable: "Không so sánh được:",
    sides: { before: "bên trước", after: "bên sau" },
    severalUnits: (units) => `sau sắp xếp tương ứng với nhiều đơn vị (${units}), hãy so sánh với từng đơn vị`,
  },
  en: {
    up: (points) => `up ${points} percentage points`,
    down: (points) => `down ${points} percentage points`,
    same: "no change",
    compared: (after, before, change) => `${after} against ${before}: ${change}.`,
    sums: "Of which (the parts sum exactly to the difference):",
    nothing: "No part differs.",
    item: (number, title) => `Item ${number} (${title})`,
    points: (points, max) => `${points}/${max}`,
    left: "not applicable",
    fresh: "only on the later side",
    gone: "only on the earlier side",
    split: (self, adjustment) => `self-score ${self}, appraisal ${adjustment}`,
    until: (when) => ` (${when})`,
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
 * The first line has both indexes and their difference; then comes one line for each part that is not 0, the largest
 * first. Amounts are rounded for print, so that printed parts may not add up to the last digit: the exact ones in the
 * difference do.
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
 * differenceText({ state: "not-comparable", why: [{ side: "after", unit: "so-a", reason: "late" }] }, "en");
 * // => 'They cannot be compared:\n- the second, so-a: its self-assessment came too late and was refused'
 * ```
 */
export function differenceText(difference: Difference, language: Language): string {
  const voice = voiceOf(language, "differenceText");
  const say = words[language];
  if (difference.state === "not-comparable") {
    const reasons = difference.why.map(({ side, unit, reason, units }) => {
      const why =
        reason === "several-units"
          ? say.severalUnits((units ?? []).join(", "))
          : voice.wording.unranked[reason];
      return `- ${say.sides[side]}, ${unit}: ${why}`;
    });
    return [say.notComparable, ...reasons].join("\n");
  }
  const { before, after, change, parts } = difference;
  const head = say.compared(
    sideText(voice, say, after),
    sideText(voice, say, before),
    changeWords(voice, say, change),
  );
  const lines = [...parts]
    .filter((part) => part.change.exact !== "0" || part.kind === "item")
    .sort((a, b) => compare(sizeOf(b.change), sizeOf(a.change)))
    .map((part) => `- ${part.kind === "item" ? itemText(voice, say, part) : lineText(voice, say, part)}`);
  return [head, ...(lines.length === 0 ? [say.nothing] : [say.sums, ...lines])].join("\n");
}

const sizeOf = ({ exact }: Amount) => {
  const value = readFraction(exact);
  return isNegative(value) ? negate(value) : value;
};

function sideText(voice: Voice, say: Words, { name, index, until }: ComparedUnit): string {
  const when = until === undefined ? "" : say.until(pointInProcess(voice, until));
  return `${voice.words(name)}${when} ${voice.percent(index.rounded)}`;
}

function pointInProcess({ wording, day }: Voice, until: string): string {
  const stages: Readonly<Record<string, string>> = wording.stages;
  return Object.hasOwn(stages, until) ? (stages[until] ?? until) : day(until);
}

function changeWords(voice: Voice, say: Words, change: string): string {
  const value = decimal(change);
  const size = voice.number(shortest(change.replace(/^-/, "")));
  return size === "0" ? say.same : isNegative(value) ? say.down(size) : say.up(size);
}

function itemText(
  voice: Voice,
  say: Words,
  { before, after, change, self, adjustment }: ItemDifference,
): string {
  const from = before.map((leaf) => leafPoints(voice, say, leaf));
  const to = after.map((leaf) => leafPoints(voice, say, leaf));
  const named = [...(after.length > 0 ? after : before)].map(({ number, title }) =>
    say.item(number, voice.words(title)),
  );
  const course =
    from.length === 0
      ? `${to.join(" + ")}, ${say.fresh}`
      : to.length === 0
        ? `${from.join(" + ")}, ${say.gone}`
        : `${from.join(" + ")} → ${to.join(" + ")}`;
  const parted =
    self === undefined || adjustment === undefined || adjustment.exact === "0"
      ? ""
      : ` (${say.split(changeText(voice, self), changeText(voice, adjustment))})`;
  return `${named.join(", ")}: ${course}: ${changeText(voice, change)}${parted}`;
}

const leafPoints = (voice: Voice, say: Words, { state, points, maxPoints }: ComparedLeaf): string =>
  state === "not-applicable" && maxPoints === "0"
    ? say.left
    : say.points(pointsText(voice, points), voice.number(maxPoints));

const lineText = (voice: Voice, say: Words, { kind, before, after, change }: LineDifference): string =>
  kind === "rounding"
    ? `${say.lines[kind]}: ${changeText(voice, change)}`
    : `${say.lines[kind]}: ${voice.amount(before)} → ${voice.amount(after)}: ${changeText(voice, change)}`;
