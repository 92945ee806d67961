/**
 * What differs between two criteria sets: two editions, or the sets of two years. Items are matched by their ids, or by
 * what the later set says that it replaces; everything beside the tree is compared as the table prints it. In words, a
 * line for each change, it is for the people who issue the next edition.
 */
import type { CriteriaSet, Item, Text } from "../criteria-set.ts";
import { type Voice, voiceOf } from "../explain/words/voice.ts";
import { deepFreeze } from "../plain.ts";
import { planOf } from "../plan.ts";
import type { Language } from "../rule.ts";
import { ruleText } from "../rules/kinds.ts";
import { pointsText } from "../rules/words.ts";
import { annexParts, citationText, headParts, printingOf, type TablePart } from "./table.ts";
import { tableWords } from "./table-words.ts";

/** A change beside the tree: of a row of the table that `criteriaTable` prints. */
export interface PartChange {
  /** The row is new, is gone, or has another content. */
  readonly kind: "added" | "removed" | "changed";
  /** The part: `set`, `decisions`, `sources`, `groups`, `survey`, `policies`, `grades`, `calendar` … */
  readonly part: string;
  /** The heading of the part. */
  readonly heading: Text;
  /** What the row is about. */
  readonly name: Text;
  /** The content before; absent where the row is new. */
  readonly before?: Text | undefined;
  /** The content after; absent where the row is gone. */
  readonly after?: Text | undefined;
}

/** What `diffCriteriaSets` gives. */
export interface CriteriaDiff {
  /** The earlier set. */
  readonly before: { readonly set: string; readonly edition: number };
  /** The later set. */
  readonly after: { readonly set: string; readonly edition: number };
  /** Changes beside the tree, in the order of the table. */
  readonly parts: readonly PartChange[];
  /** Changes of the tree, in the order of the later set; items that are gone come last. */
  readonly items: readonly ItemChange[];
}

/**
 * Compares two criteria sets: editions of one, or the sets of two years.
 *
 * An item of the later set is the same as one of the earlier set where it has the same id, or where it alone replaces
 * it; `replaces` also tells items that were split or merged. Items are listed as added or removed otherwise.
 *
 * @param before The earlier set, made by `readCriteriaSet`.
 * @param after The later set, made by `readCriteriaSet`.
 *
 * @returns The changes, frozen plain data; both lists are empty where the sets say the same.
 *
 * @throws TypeError if one of them was not made by `readCriteriaSet`.
 *
 * @example
 * ```ts
 * import { readCriteriaSet } from "par-index";
 * import { diffCriteriaSets } from "par-index/check";
 * import { criteriaSet } from "par-index/criteria";
 * const before = criteriaSet("moha/ministry/2023");
 * const after = readCriteriaSet({ ...before, policies: { ...before.policies, missing: "unanswered" } });
 * diffCriteriaSets(before, after).parts.map(({ name, after }) => [name.en, after?.en]); // => [ [ 'A unit without a self-assessment', 'its own items count as unanswered, and it is ranked' ] ]
 * ```
 */
export function diffCriteriaSets(before: CriteriaSet, after: CriteriaSet): CriteriaDiff {
  planOf(before, "diffCriteriaSets");
  planOf(after, "diffCriteriaSets");
  return deepFreeze({
    before: { set: before.id, edition: before.edition },
    after: { set: after.id, edition: after.edition },
    parts: partChanges(before, after),
    items: itemChanges(before, after),
  });
}

interface Row {
  readonly name: Text;
  readonly content: Text;
}
interface Part {
  readonly heading: Text;
  readonly rows: ReadonlyMap<string, Row>;
}

function partChanges(before: CriteriaSet, after: CriteriaSet): readonly PartChange[] {
  const earlier = partsOf(before, after);
  const later = partsOf(after, after);
  const changes: PartChange[] = [];
  for (const id of new Set([...later.keys(), ...earlier.keys()])) {
    const was = earlier.get(id);
    const is = later.get(id);
    const heading = is?.heading ?? was?.heading;
    if (heading === undefined) continue;
    // The heading of a questionnaire is its title.
    if (was !== undefined && is !== undefined && !isSame(was.heading, is.heading)) {
      changes.push({
        kind: "changed",
        part: id,
        heading,
        name: headingName,
        before: was.heading,
        after: is.heading,
      });
    }
    for (const key of new Set([...(is?.rows.keys() ?? []), ...(was?.rows.keys() ?? [])])) {
      const [rowBefore, rowAfter] = [was?.rows.get(key), is?.rows.get(key)];
      const name = (rowAfter ?? rowBefore)?.name;
      if (name === undefined || isSame(rowBefore?.content, rowAfter?.content)) continue;
      changes.push({
        kind: rowBefore === undefined ? "added" : rowAfter === undefined ? "removed" : "changed",
        part: id,
        heading,
        name,
        ...(rowBefore === undefined ? {} : { before: rowBefore.content }),
        ...(rowAfter === undefined ? {} : { after: rowAfter.content }),
      });
    }
  }
  return changes;
}

/** The parts beside the tree, each row with its words in both languages. */
function partsOf(set: CriteriaSet, namesOf: CriteriaSet): ReadonlyMap<string, Part> {
  const printed = (language: Language): readonly TablePart[] => {
    const printing = printingOf(set, voiceOf(language, "diffCriteriaSets"), { namesOf });
    return [...headParts(printing), ...annexParts(printing)];
  };
  const english = printed("en");
  return new Map(printed("vi").map((vi, at) => [vi.id, partOf(vi, english[at] ?? vi)]));
}

function partOf(vi: TablePart, en: TablePart): Part {
  const keys = vi.keys ?? 1;
  const rows = new Map<string, Row>();
  const joined = (cells: readonly string[]): string => cells.join("; ").replace(/\n/g, "; ");
  vi.rows.forEach((cells, at) => {
    const english = en.rows[at] ?? cells;
    const key = joined(cells.slice(0, keys));
    rows.set(rows.has(key) ? `${key} ${at}` : key, {
      name: { vi: key, en: joined(english.slice(0, keys)) },
      content: { vi: joined(cells.slice(keys)), en: joined(english.slice(keys)) },
    });
  });
  vi.notes?.forEach((note, at) => {
    rows.set(`note ${at}`, {
      name: { vi: vi.title, en: en.title },
      content: { vi: note, en: en.notes?.[at] ?? note },
    });
  });
  return { heading: { vi: vi.title, en: en.title }, rows };
}

/** The name of a heading that changed. */
const headingName: Text = { vi: tableWords.vi.labels.name, en: tableWords.en.labels.name };

interface Placed {
  readonly item: Item;
  readonly parent: string | undefined;
}

function itemChanges(before: CriteriaSet, after: CriteriaSet): readonly ItemChange[] {
  const earlier = placedItems(before);
  const later = placedItems(after);
  // Of one set, or of one period: `replaces` speaks of an earlier period (as in `compare`).
  const isEdition = before.id === after.id || isSame(before.period, after.period);
  const sources = sourcesOf(earlier, later, isEdition);
  const heirs = new Map<string, string[]>();
  for (const [id, ids] of sources) for (const one of ids) heirs.set(one, [...(heirs.get(one) ?? []), id]);
  const changes: ItemChange[] = [];
  const told = new Set<string>();
  for (const [id, { item, parent }] of later) {
    const from = sources.get(id) ?? [];
    const [first] = from;
    const was = first === undefined ? undefined : earlier.get(first);
    if (first === undefined || was === undefined) {
      changes.push({ kind: "item-added", after: named(item) });
    } else if (from.length > 1) {
      const merged = from.flatMap((one) => earlier.get(one)?.item ?? []).map(named);
      changes.push({ kind: "item-merged", before: merged, after: named(item) });
    } else if ((heirs.get(first)?.length ?? 0) > 1) {
      if (told.has(first)) continue;
      told.add(first);
      const split = (heirs.get(first) ?? []).flatMap((one) => later.get(one)?.item ?? []).map(named);
      changes.push({ kind: "item-split", before: named(was.item), after: split });
    } else {
      const [number, wasNumber] = [item.number, was.item.number];
      if (number !== wasNumber || item.id !== was.item.id) {
        changes.push({ kind: "item-renumbered", before: named(was.item), after: named(item) });
      }
      const expected = was.parent === undefined ? undefined : (heirs.get(was.parent)?.[0] ?? was.parent);
      if (expected !== parent) {
        changes.push({
          kind: "item-moved",
          before: named(was.item),
          after: named(item),
          from: was.parent,
          to: parent,
        });
      }
      changes.push(...fieldChanges(before, was.item, after, item, isEdition));
    }
  }
  for (const [id, { item }] of earlier) {
    if (!heirs.has(id)) changes.push({ kind: "item-removed", before: named(item) });
  }
  return changes;
}

/**
 * For each item of the later set the ids of those that it continues: what it replaces; beneath an item that replaces one
 * with the same rest of the number, the item of that number; else its own id. Editions of one set keep their ids, and
 * `replaces` speaks of the set before.
 */
function sourcesOf(
  earlier: ReadonlyMap<string, Placed>,
  later: ReadonlyMap<string, Placed>,
  isEdition: boolean,
): ReadonlyMap<string, readonly string[]> {
  const declared = new Map<string, readonly string[]>();
  for (const [id, { item, parent }] of later) {
    const own = (isEdition ? [] : (item.replaces ?? [])).filter((one) => earlier.has(one));
    const above = declared.get(parent ?? "") ?? [];
    const [only, ...others] = above;
    const inherited = only === undefined || others.length > 0 ? "" : `${only}${id.slice(parent?.length)}`;
    if (own.length > 0) declared.set(id, own);
    else if (id.startsWith(parent ?? "") && earlier.has(inherited)) declared.set(id, [inherited]);
  }
  const replaced = new Set([...declared.values()].flat());
  return new Map(
    [...later.keys()].map((id) => [
      id,
      declared.get(id) ?? (earlier.has(id) && !replaced.has(id) ? [id] : []),
    ]),
  );
}

function placedItems(set: CriteriaSet): ReadonlyMap<string, Placed> {
  const placed = new Map<string, Placed>();
  const walk = (items: readonly Item[], parent: string | undefined): void => {
    for (const item of items) {
      placed.set(item.id, { item, parent });
      walk(item.items ?? [], item.id);
    }
  };
  walk(set.items, undefined);
  return placed;
}

/** An item of one of the two sets. */
export interface DiffItem {
  /** Its id. */
  readonly id: string;
  /** The number that the decision prints. */
  readonly number: string;
  /** Its title. */
  readonly title: Text;
  /** Its maximum, in points. */
  readonly maxPoints: string;
}

/** What can change on an item that both sets have. */
export type ItemField =
  | "title"
  | "maxPoints"
  | "source"
  | "rule"
  | "examples"
  | "scoredBy"
  | "evidence"
  | "notApplicable"
  | "citation"
  | "replaces";

/** A change of the tree. */
export type ItemChange =
  /** Items that only the later set has, or only the earlier one. */
  | { readonly kind: "item-added"; readonly after: DiffItem }
  | { readonly kind: "item-removed"; readonly before: DiffItem }
  /** The item stands under another one; absent: at the top. */
  | {
      readonly kind: "item-moved";
      readonly before: DiffItem;
      readonly after: DiffItem;
      readonly from?: string | undefined;
      readonly to?: string | undefined;
    }
  /** The item has another number or id. */
  | { readonly kind: "item-renumbered"; readonly before: DiffItem; readonly after: DiffItem }
  /** Several items stand in the place of one, or one in the place of several. */
  | { readonly kind: "item-split"; readonly before: DiffItem; readonly after: readonly DiffItem[] }
  | { readonly kind: "item-merged"; readonly before: readonly DiffItem[]; readonly after: DiffItem }
  /** A field of the item changed; in words, `–` where there was or is none. */
  | {
      readonly kind: "item-changed";
      readonly item: DiffItem;
      readonly field: ItemField;
      readonly before: Text;
      readonly after: Text;
    };

/** An item as a difference names it. */
export const named = ({ id, number, title, maxPoints }: Item): DiffItem => ({ id, number, title, maxPoints });

/** The fields of an item that changed; `replaces` only between editions of one set. */
export function fieldChanges(
  before: CriteriaSet,
  was: Item,
  after: CriteriaSet,
  is: Item,
  isEdition: boolean,
): readonly ItemChange[] {
  const fields: readonly ItemField[] = [
    "title",
    "maxPoints",
    "source",
    "rule",
    "examples",
    "scoredBy",
    "evidence",
    "notApplicable",
    "citation",
    ...(isEdition ? (["replaces"] as const) : []),
  ];
  return fields.flatMap((field): readonly ItemChange[] => {
    if (isSame(was[field], is[field])) return [];
    const [from, to] = [fieldText(before, was, field), fieldText(after, is, field)];
    // A change that no words show, of an id in a rule, is shown as the file writes it.
    const isShown = !isSame(from, to);
    const raw = (item: Item): Text => ({ vi: JSON.stringify(item[field]) });
    const item = named(is);
    return [
      { kind: "item-changed", item, field, before: isShown ? from : raw(was), after: isShown ? to : raw(is) },
    ];
  });
}

/** A field of an item in words, in both languages. */
function fieldText(set: CriteriaSet, item: Item, field: ItemField): Text {
  const text = (language: Language): string | undefined => {
    const voice = voiceOf(language, "diffCriteriaSets");
    const words = tableWords[language];
    const { rule, source, evidence, notApplicable, citation, examples } = item;
    switch (field) {
      case "title":
        return voice.words(item.title);
      case "maxPoints":
        return voice.number(item.maxPoints);
      case "source":
        return set.sources.find(({ id }) => id === source)?.title[language] ?? source;
      case "rule":
        return rule && ruleText({ rule, max: item.maxPoints }, language);
      case "examples":
        return examples && voice.number(String(examples.length));
      case "scoredBy":
        return item.scoredBy === "appraiser" ? words.labels.appraiser : undefined;
      case "evidence":
        return evidence && words.evidence[evidence];
      case "notApplicable":
        return notApplicable && voice.wording.consequences[notApplicable];
      case "citation":
        return citation && citationText({ names: [set] }, citation);
      case "replaces":
        return item.replaces?.join(", ");
    }
  };
  return { vi: text("vi") ?? "–", en: text("en") ?? "–" };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

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
