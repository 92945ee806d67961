/**
 * What differs between two criteria sets in words, a line for each change: for the people who issue the next edition.
 */
import type { Text } from "../criteria-set.ts";
import { type Voice, voiceOf } from "../explain/words/voice.ts";
import type { Language } from "../rule.ts";
import { pointsText } from "../rules/words.ts";
import type { CriteriaDiff, PartChange } from "./criteria-diff.ts";
import type { DiffItem, ItemChange, ItemField } from "./criteria-diff-item.ts";

interface DiffWords {
  readonly head: string;
  readonly edition: string;
  readonly none: string;
  readonly item: string;
  readonly added: string;
  readonly removed: string;
  readonly moved: string;
  readonly from: string;
  readonly to: string;
  readonly top: string;
  readonly renumbered: string;
  readonly split: string;
  readonly merged: string;
  readonly becomes: string;
  readonly fields: Readonly<Record<ItemField, string>>;
}

const diffWords: Readonly<Record<Language, DiffWords>> = {
  vi: {
    head: "So sánh",
    edition: "lần ban hành",
    none: "Hai bộ tiêu chí không khác nhau",
    item: "Tiêu chí",
    added: "Thêm",
    removed: "Bỏ",
    moved: "Chuyển",
    from: "từ",
    to: "sang",
    top: "cấp cao nhất",
    renumbered: "Đổi số",
    split: "Tách",
    merged: "Gộp",
    becomes: "thành",
    fields: {
      title: "tên",
      maxPoints: "điểm tối đa",
      source: "nguồn điểm",
      rule: "cách chấm",
      examples: "ví dụ",
      scoredBy: "người chấm",
      evidence: "tài liệu kiểm chứng",
      notApplicable: "khi không áp dụng",
      citation: "căn cứ",
      replaces: "thay cho",
    },
  },
  en: {
    head: "Compared",
    edition: "edition",
    none: "The two sets say the same",
    item: "Item",
    added: "Added",
    removed: "Removed",
    moved: "Moved",
    from: "from",
    to: "to",
    top: "the top",
    renumbered: "Renumbered",
    split: "Split",
    merged: "Merged",
    becomes: "into",
    fields: {
      title: "title",
      maxPoints: "maximum",
      source: "source of points",
      rule: "rule",
      examples: "examples",
      scoredBy: "who scores it",
      evidence: "evidence",
      notApplicable: "where it does not apply",
      citation: "basis",
      replaces: "replaces",
    },
  },
};

/**
 * Words the difference of two criteria sets.
 *
 * @param diff What `diffCriteriaSets` gave.
 * @param language `"vi"` or `"en"`; what the sets have only in Vietnamese stays Vietnamese.
 *
 * @returns The text, a heading and a line for each change, without a line break at its end.
 *
 * @throws RangeError if the language is none of those.
 *
 * @example
 * ```ts
 * import { diffCriteriaSets, diffText } from "par-index/check";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("moha/ministry/2023");
 * diffText(diffCriteriaSets(set, set), "en"); // => 'Compared: moha/ministry/2023, edition 1 – edition 1\nThe two sets say the same'
 * ```
 */
export function diffText({ before, after, parts, items }: CriteriaDiff, language: Language): string {
  const voice = voiceOf(language, "diffText");
  const words = diffWords[language];
  const later = after.set === before.set ? "" : `${after.set}, `;
  const head = `${words.head}: ${before.set}, ${words.edition} ${before.edition} – ${later}${words.edition} ${after.edition}`;
  const lines = [
    ...parts.map((it) => partLine(it, voice, words)),
    ...items.map((it) => itemLine(it, voice, words)),
  ];
  return [head, ...(lines.length === 0 ? [words.none] : lines)].join("\n");
}

function partLine(
  { kind, heading, name, before, after }: PartChange,
  voice: Voice,
  words: DiffWords,
): string {
  const about = `${voice.words(heading)}, ${voice.words(name)}`;
  const text = (it: Text | undefined): string => (it === undefined ? "–" : voice.words(it));
  if (kind === "changed") return `${about}: ${text(before)} → ${text(after)}`;
  return `${kind === "added" ? words.added : words.removed}: ${about}: ${text(kind === "added" ? after : before)}`;
}

function itemLine(change: ItemChange, voice: Voice, words: DiffWords): string {
  const title = ({ number, title }: DiffItem): string => `${number} “${voice.words(title)}”`;
  const full = (it: DiffItem): string => `${title(it)}, ${pointsText(it.maxPoints, voice.language)}`;
  switch (change.kind) {
    case "item-added":
      return `${words.added}: ${full(change.after)}`;
    case "item-removed":
      return `${words.removed}: ${full(change.before)}`;
    case "item-moved":
      return `${words.moved}: ${title(change.after)} ${words.from} ${change.from ?? words.top} ${words.to} ${change.to ?? words.top}`;
    case "item-renumbered":
      return `${words.renumbered}: ${change.before.number} ${words.becomes} ${title(change.after)}`;
    case "item-split":
      return `${words.split}: ${title(change.before)} ${words.becomes} ${change.after.map(full).join("; ")}`;
    case "item-merged":
      return `${words.merged}: ${change.before.map(title).join("; ")} ${words.becomes} ${full(change.after)}`;
    case "item-changed": {
      const [before, after] = [voice.words(change.before), voice.words(change.after)];
      return `${words.item} ${change.item.number}, ${words.fields[change.field]}: ${before} → ${after}`;
    }
  }
}
