/**
 * What differs between two criteria sets: two editions, or the sets of two years. Items are matched by their ids, or by
 * what the later set says that it replaces; everything beside the tree is compared as the table prints it. In words, a
 * line for each change, it is for the people who issue the next edition.
 */
import type { CriteriaSet, Item, Text } from "../criteria-set.ts";
import { assertGiven, deepFreeze } from "../plain.ts";
import { planOf } from "../plan.ts";
import type { Language } from "../rule.ts";
import { ruleWording } from "../rules/kinds.ts";
import { gatesText, shippedRuleWords } from "../rules/words.ts";
import { enChanges } from "../words/en.ts";
import { viChanges } from "../words/vi.ts";
import {
  laidOut,
  type Message,
  message,
  numberIn,
  type Sentence,
  said,
  say,
  tableOf,
  textIn,
  type Words,
} from "../words/words.ts";
import {
  annexParts,
  headParts,
  type PrintedPart,
  type Printing,
  type PrintWords,
  printingOf,
  shippedPrintWords,
} from "./table.ts";

/** What the difference of two sets needs of a table of words. */
export type DiffWords = Pick<Words, "style" | "named" | "rules" | "changes">;

const shippedChangeWords: Readonly<Record<Language, DiffWords>> = {
  vi: { ...shippedRuleWords.vi, changes: viChanges },
  en: { ...shippedRuleWords.en, changes: enChanges },
};

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
  | "requires"
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

/** A part of the table in both languages: its heading, and what its rows say. */
interface WordedPart {
  readonly heading: Text;
  readonly rows: ReadonlyMap<string, { readonly name: Text; readonly content: Text }>;
}

function partChanges(before: CriteriaSet, after: CriteriaSet): readonly PartChange[] {
  const earlier = wordedParts(before, after);
  const later = wordedParts(after, after);
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((part): readonly PartChange[] => {
    const [was, is] = [earlier.get(part), later.get(part)];
    const heading = (is ?? was)?.heading;
    if (heading === undefined) return [];
    const told = (name: Text, before?: Text, after?: Text): readonly PartChange[] => {
      if (isSame(before, after)) return [];
      const kind = before === undefined ? "added" : after === undefined ? "removed" : "changed";
      return [{ kind, part, heading, name, ...(before && { before }), ...(after && { after }) }];
    };
    // The heading of a questionnaire is its title.
    const renamed = was && is ? told(headingName, was.heading, is.heading) : [];
    const rows = [...new Set([...(is?.rows.keys() ?? []), ...(was?.rows.keys() ?? [])])].flatMap((key) => {
      const [rowBefore, rowAfter] = [was?.rows.get(key), is?.rows.get(key)];
      const name = (rowAfter ?? rowBefore)?.name;
      return name === undefined ? [] : told(name, rowBefore?.content, rowAfter?.content);
    });
    return [...renamed, ...rows];
  });
}

/** What is said of a change, in each language. */
type Worded = Readonly<Record<Language, string>>;

/** The parts beside the tree, each row with its words in each language. */
function wordedParts(set: CriteriaSet, namesOf: CriteriaSet): ReadonlyMap<string, WordedPart> {
  const printed = (words: PrintWords): readonly PrintedPart[] => {
    const printing = printingOf(set, words, { namesOf });
    return [...headParts(printing), ...annexParts(printing)];
  };
  const english = printed(shippedPrintWords.en);
  return new Map(
    printed(shippedPrintWords.vi).map((vi, at) => [vi.id, wordedPart({ vi, en: english[at] ?? vi })]),
  );
}

function wordedPart(parts: Readonly<Record<Language, PrintedPart>>): WordedPart {
  const { vi } = parts;
  const keys = vi.keys ?? 1;
  const worded = (of: (part: PrintedPart) => string): Worded => ({ vi: of(vi), en: of(parts.en) });
  const heading = worded(({ title }) => title);
  const rows = new Map<string, { name: Text; content: Text }>();
  const joined = (cells: readonly string[]): string => cells.join("; ").replace(/\n/g, "; ");
  vi.rows.forEach((cells, at) => {
    const row = ({ rows: own }: PrintedPart): readonly string[] => own[at] ?? cells;
    const key = joined(cells.slice(0, keys));
    rows.set(rows.has(key) ? `${key} ${at}` : key, {
      name: worded((part) => joined(row(part).slice(0, keys))),
      content: worded((part) => joined(row(part).slice(keys))),
    });
  });
  vi.notes?.forEach((note, at) => {
    rows.set(`note ${at}`, { name: heading, content: worded(({ notes }) => notes?.[at] ?? note) });
  });
  return { heading, rows };
}

/** The name of a heading that changed. */
const headingName: Worded = {
  vi: shippedPrintWords.vi.table["label.name"],
  en: shippedPrintWords.en.table["label.name"],
};

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** An item with the id of the one above it. */
interface PlacedItem {
  readonly item: Item;
  readonly parent: string | undefined;
}

/** How a set is printed in each language. */
type Printings = Readonly<Record<Language, Printing>>;

function itemChanges(before: CriteriaSet, after: CriteriaSet): readonly ItemChange[] {
  const earlier = placedItems(before);
  const later = placedItems(after);
  // Of one set, or of one period: `replaces` speaks of an earlier period (as in `compare`).
  const isEdition = before.id === after.id || isSame(before.period, after.period);
  const fields = itemFields.filter((field) => isEdition || field !== "replaces");
  const [wasPrinted, isPrinted] = [printingsOf(before), printingsOf(after)];
  const sources = sourcesOf(earlier, later, isEdition);
  const heirs = new Map<string, string[]>([...earlier.keys()].map((id) => [id, []]));
  for (const [id, ids] of sources) for (const one of ids) heirs.get(one)?.push(id);
  const told = new Set<string>();
  const changesOf = (id: string, { item, parent }: PlacedItem): readonly ItemChange[] => {
    const from = (sources.get(id) ?? []).flatMap((one) => earlier.get(one) ?? []);
    const [was, ...others] = from;
    if (was === undefined) return [{ kind: "item-added", after: diffItem(item) }];
    const merged = from.map((one) => diffItem(one.item));
    if (others.length > 0) return [{ kind: "item-merged", before: merged, after: diffItem(item) }];
    const [old, now] = [diffItem(was.item), diffItem(item)];
    const split = heirs.get(old.id) ?? [];
    if (split.length > 1) {
      if (told.has(old.id)) return [];
      told.add(old.id);
      const after = split.flatMap((one) => later.get(one)?.item ?? []).map(diffItem);
      return [{ kind: "item-split", before: old, after }];
    }
    const isMoved = (was.parent && (heirs.get(was.parent)?.[0] ?? was.parent)) !== parent;
    return [
      ...(now.number !== old.number || now.id !== old.id
        ? [{ kind: "item-renumbered", before: old, after: now } as const]
        : []),
      ...(isMoved
        ? [{ kind: "item-moved", before: old, after: now, from: was.parent, to: parent } as const]
        : []),
      ...fields.flatMap((field): readonly ItemChange[] => {
        if (isSame(was.item[field], item[field])) return [];
        const words = [fieldText(wasPrinted, was.item, field), fieldText(isPrinted, item, field)] as const;
        // A change that no words show, of an id in a rule, is shown as the file writes it.
        const raw = [was.item, item].map((one): Text => ({ vi: JSON.stringify(one[field]) ?? "–" }));
        const [before = words[0], after = words[1]] = isSame(...words) ? raw : words;
        return [{ kind: "item-changed", item: now, field, before, after }];
      }),
    ];
  };
  return [
    ...[...later].flatMap(([id, placed]) => changesOf(id, placed)),
    ...[...earlier].flatMap(([id, { item }]): readonly ItemChange[] =>
      heirs.get(id)?.length === 0 ? [{ kind: "item-removed", before: diffItem(item) }] : [],
    ),
  ];
}

/**
 * For each item of the later set the ids of those that it continues: what it replaces; beneath an item that replaces one
 * with the same rest of the number, the item of that number; else its own id. Editions of one set keep their ids, and
 * `replaces` speaks of the set before.
 */
function sourcesOf(
  earlier: ReadonlyMap<string, PlacedItem>,
  later: ReadonlyMap<string, PlacedItem>,
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

function placedItems(set: CriteriaSet): ReadonlyMap<string, PlacedItem> {
  const placed = new Map<string, PlacedItem>();
  const walk = (items: readonly Item[], parent: string | undefined): void => {
    for (const item of items) {
      placed.set(item.id, { item, parent });
      walk(item.items ?? [], item.id);
    }
  };
  walk(set.items, undefined);
  return placed;
}

/** An item as a difference names it. */
const diffItem = ({ id, number, title, maxPoints }: Item): DiffItem => ({ id, number, title, maxPoints });

const itemFields: readonly ItemField[] = [
  "title",
  "maxPoints",
  "source",
  "rule",
  "examples",
  "scoredBy",
  "evidence",
  "notApplicable",
  "citation",
  "requires",
  "replaces",
];

const printingsOf = (set: CriteriaSet): Printings => ({
  vi: printingOf(set, shippedPrintWords.vi),
  en: printingOf(set, shippedPrintWords.en),
});

/** A field of an item in words, in each language; `–` where there is none. */
const fieldText = ({ vi, en }: Printings, item: Item, field: ItemField): Worded => ({
  vi: fieldWords(vi, item, field) ?? "–",
  en: fieldWords(en, item, field) ?? "–",
});

function fieldWords(printing: Printing, item: Item, field: ItemField): string | undefined {
  const { words } = printing;
  const { rule, source, evidence, notApplicable, citation, examples } = item;
  switch (field) {
    case "title":
      return textIn(words, item.title);
    case "maxPoints":
      return numberIn(words, item.maxPoints);
    case "source":
      return source && said(words, printing.titleOf("sources", source));
    case "rule":
      return rule && ruleWording(words, { rule, maxPoints: item.maxPoints });
    case "examples":
      return examples && numberIn(words, String(examples.length));
    case "scoredBy":
      return item.scoredBy === "appraiser" ? say(words, "table.appraiser") : undefined;
    case "evidence":
      return evidence && say(words, `table.evidence.${evidence}`);
    case "notApplicable":
      return notApplicable && say(words, `terms.consequence.${notApplicable}`);
    case "citation":
      return citation && said(words, printing.cited(citation));
    case "requires":
      return item.requires && gatesText(words, item.requires);
    case "replaces":
      return item.replaces?.join(", ");
  }
}

/**
 * Words the difference of two criteria sets.
 *
 * @param diff What `diffCriteriaSets` gave.
 * @param language `"vi"` or `"en"`, or the words of another language; what the sets have only in Vietnamese stays Vietnamese.
 *
 * @returns The text, a heading and what changed, in lines of at most 100 columns, without a line break at its end. What was
 * and what is stand beneath each other where one line is too short for both.
 *
 * @throws RangeError if the language is not shipped.
 *
 * @example
 * ```ts
 * import { diffCriteriaSets, diffText } from "par-index/check";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("moha/ministry/2023");
 * diffText(diffCriteriaSets(set, set), "en"); // => 'Compared: moha/ministry/2023, edition 1 – edition 1\nThe two sets say the same'
 * ```
 */
export function diffText(diff: CriteriaDiff, language: Language | DiffWords): string {
  const words = tableOf(language, shippedChangeWords, "diffText");
  assertGiven(diff, ["parts", "items"], "diffText: the difference must be what diffCriteriaSets gives");
  const { before, after, parts, items } = diff;
  const [moved, others] = recited(words, items);
  const changes = [...parts.map(partChange), ...moved, ...others.map(itemChange)];
  const head = message("changes.head", {
    set: before.set,
    edition: before.edition,
    laterSet: after.set === before.set ? undefined : after.set,
    laterEdition: after.edition,
  });
  const told = changes.length === 0 ? [message("changes.none")] : changes;
  return laidOut(
    [head, ...told].flatMap((change) => sentencesOf(words, change)),
    {},
  );
}

/** What is no wider than this stands in one line. */
const oneLine = 99;

/** What has another content, when that is said. */
interface SaidChange {
  /** What changed. */
  readonly of: Message;
  readonly before: Text;
  readonly after: Text;
}

/** A change in one line; where that is too long, what was and what is stand beneath each other. */
function sentencesOf(words: DiffWords, change: Message | SaidChange): readonly Sentence[] {
  if ("code" in change) return [{ level: 0, text: said(words, change) }];
  const { of } = change;
  // What was translated alike is told apart by the language of the decision.
  const isAlike = textIn(words, change.before) === textIn(words, change.after);
  const [before, after] = isAlike ? [change.before.vi, change.after.vi] : [change.before, change.after];
  const text = say(words, "changes.changed", { of, before, after });
  if (text.length <= oneLine) return [{ level: 0, text }];
  return [
    { level: 0, text: say(words, "changes.changedHead", { of }) },
    { level: 1, text: say(words, "changes.was", { before }) },
    { level: 1, text: say(words, "changes.is", { after }) },
  ];
}

/** Of items that stand at the same place of another decision: the decisions, said once for all of them; and the rest. */
function recited(
  words: DiffWords,
  items: readonly ItemChange[],
): readonly [readonly Message[], readonly ItemChange[]] {
  const decisions = (change: ItemChange): readonly [string, string] | undefined => {
    if (change.kind !== "item-changed" || change.field !== "citation") return undefined;
    const [before = "", ...old] = textIn(words, change.before).split(", ");
    const [after = "", ...now] = textIn(words, change.after).split(", ");
    return before !== after && old.join() === now.join() ? [before, after] : undefined;
  };
  const counts = new Map<string, { readonly before: string; readonly after: string; count: number }>();
  const keyOf = (pair: readonly string[] | undefined): string => JSON.stringify(pair ?? []);
  for (const change of items) {
    const pair = decisions(change);
    if (pair === undefined) continue;
    const own = counts.get(keyOf(pair)) ?? { before: pair[0], after: pair[1], count: 0 };
    own.count += 1;
    counts.set(keyOf(pair), own);
  }
  const several = new Map([...counts].filter(([, { count }]) => count > 1));
  return [
    [...several.values()].map((own) => message("changes.recited", own)),
    items.filter((change) => !several.has(keyOf(decisions(change)))),
  ];
}

function partChange({ kind, heading, name, before = none, after = none }: PartChange): Message | SaidChange {
  if (kind === "changed") return { of: message("changes.part", { heading, name }), before, after };
  return kind === "added"
    ? message("changes.added", { heading, name, content: after })
    : message("changes.removed", { heading, name, content: before });
}

const none: Text = { vi: "–" };

const titled = ({ number, title }: DiffItem): Message => message("changes.title", { number, title });

/** An item with its points. */
const full = (item: DiffItem): Message =>
  message("changes.full", {
    item: titled(item),
    points: message("rules.points", { points: item.maxPoints }),
  });

function itemChange(change: ItemChange): Message | SaidChange {
  const top = message("changes.top");
  switch (change.kind) {
    case "item-added":
      return message("changes.itemAdded", { item: full(change.after) });
    case "item-removed":
      return message("changes.itemRemoved", { item: full(change.before) });
    case "item-moved": {
      const { from = top, to = top } = change;
      return message("changes.itemMoved", { item: titled(change.after), from, to });
    }
    case "item-renumbered":
      return message("changes.itemRenumbered", { number: change.before.number, item: titled(change.after) });
    case "item-split":
      return message("changes.itemSplit", { item: titled(change.before), items: change.after.map(full) });
    case "item-merged":
      return message("changes.itemMerged", { items: change.before.map(titled), item: full(change.after) });
    case "item-changed": {
      const { item, field, before, after } = change;
      const of = message("changes.item", { number: item.number, field: message(`changes.field.${field}`) });
      return { of, before, after };
    }
  }
}
