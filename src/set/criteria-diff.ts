/**
 * What differs between two criteria sets: two editions, or the sets of two years (design 5). Items are matched by their
 * ids, or by what the later set says that it replaces; everything beside the tree is compared as the table prints it.
 */
import type { CriteriaSet, Item, Text } from "../criteria-set.ts";
import { voiceOf } from "../explain/words/voice.ts";
import { deepFreeze } from "../plain.ts";
import { planOf } from "../plan.ts";
import type { Language } from "../rule.ts";
import { fieldChanges, type ItemChange, named } from "./criteria-diff-item.ts";
import { annexParts } from "./table-annex.ts";
import { headParts } from "./table-head.ts";
import type { TablePart } from "./table-layout.ts";
import { printingOf } from "./table-printing.ts";
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

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

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
