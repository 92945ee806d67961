/**
 * What can be read of a criteria file, also where its shape is wrong somewhere, so that one pass finds all mistakes and
 * none that only follows from another: drafts, the tree of its nodes, and the names that its lists declare.
 */
import * as z from "zod/mini";
import type { LatePolicy, Text } from "../criteria-set.ts";
import type { IssueCode, Path, Report } from "../issue.ts";
import { decimal, type Exact } from "../number.ts";
import type { Rule } from "../rule.ts";
import { definitionOf, nearest } from "../shape.ts";
import type { CriteriaFile, ItemFile } from "./schema.ts";

/** A value of which any part may be unreadable. A key that is there with `undefined` was written, but cannot be read. */
export type Draft<T> = T extends string | number | boolean | undefined | Rule | LatePolicy
  ? T | undefined
  : T extends readonly (infer E)[]
    ? readonly Draft<E>[] | undefined
    : T extends object
      ? { readonly [K in keyof T]?: Draft<T[K]> } | undefined
      : T | undefined;

/**
 * Reads as much of a value as has its shape: objects key by key, lists element by element, anything else whole.
 * The value is a plain copy, so its depth is bounded.
 */
export function draftOf<T>(schema: z.core.$ZodType<T>, value: unknown): Draft<T> {
  return draftPart(schema, value) as Draft<T>;
}

function draftPart(schema: z.core.$ZodType, value: unknown): unknown {
  const whole = z.safeParse(schema, value);
  if (whole.success) return whole.data;
  const definition = definitionOf(schema);
  if (definition.getter !== undefined) return draftPart(definition.getter(), value);
  if (definition.innerType !== undefined) return draftPart(definition.innerType, value);
  if (definition.element !== undefined) {
    const { element } = definition;
    return Array.isArray(value) && value.length > 0 ? value.map((one) => draftPart(element, one)) : undefined;
  }
  if (definition.shape === undefined || typeof value !== "object" || value === null || Array.isArray(value))
    return undefined;
  const result: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(definition.shape)) {
    const part = draftPart(field, Reflect.get(value, key));
    if (part !== undefined || Object.hasOwn(value, key)) result[key] = part;
  }
  return result;
}

/** A criteria file as far as it could be read. */
export type DraftFile = NonNullable<Draft<CriteriaFile>>;

/** A node as far as it could be read. */
export interface TreeNode {
  readonly draft: NonNullable<Draft<ItemFile>>;
  readonly path: Path;
  readonly depth: number;
  readonly parent: TreeNode | undefined;
  readonly children: readonly TreeNode[];
  /** False where the node, or its list of children, could not be read: nothing is said of what is missing in it. */
  readonly whole: boolean;
  readonly leaf: boolean;
  readonly number: string | undefined;
  readonly max: Exact | undefined;
  /** The id, given or made; undefined where it cannot be known. */
  readonly id: string | undefined;
  /** True where a sibling above has the same number: what is below it was said already. */
  readonly doubled: boolean;
}

/** The tree, and what can be asked of it. */
export interface Tree {
  readonly roots: readonly TreeNode[];
  /** All nodes in the order of the file. */
  readonly nodes: readonly TreeNode[];
  readonly leaves: readonly TreeNode[];
  readonly byId: ReadonlyMap<string, TreeNode>;
  /** False where a node could not be read, so that a name that is not found may be its name. */
  readonly complete: boolean;
}

type Growing = { -readonly [K in keyof TreeNode]: TreeNode[K] } & { children: Growing[] };

/** Builds the tree of a draft; the depth of a plain copy is bounded, so recursion is safe. */
export function treeOf(file: DraftFile): Tree {
  const nodes: Growing[] = [];
  const grow = (list: Draft<readonly ItemFile[]>, path: Path, parent: Growing | undefined): Growing[] => {
    const numbers = new Set<string>();
    return (list ?? []).map((item, at) => {
      const draft = item ?? {};
      const number = draft.number;
      const node: Growing = {
        draft,
        path: [...path, at],
        depth: parent === undefined ? 0 : parent.depth + 1,
        parent,
        children: [],
        whole: item !== undefined && !("items" in draft && draft.items === undefined),
        leaf: item !== undefined && !("items" in draft),
        number,
        max: draft.maxPoints === undefined ? undefined : decimal(draft.maxPoints),
        id: undefined,
        doubled: parent?.doubled === true || (number !== undefined && numbers.has(number)),
      };
      if (number !== undefined) numbers.add(number);
      nodes.push(node);
      node.children = grow(draft.items, [...node.path, "items"], node);
      return node;
    });
  };
  const roots = grow(file.items, ["items"], undefined);
  nameNodes(nodes);
  const byId = new Map<string, TreeNode>();
  for (const node of nodes) if (node.id !== undefined && !byId.has(node.id)) byId.set(node.id, node);
  return {
    roots,
    nodes,
    leaves: nodes.filter(({ leaf }) => leaf),
    byId,
    complete:
      file.items !== undefined &&
      nodes.every(({ whole, id, doubled }) => whole && id !== undefined && !doubled),
  };
}

/** An id is the one given, or the number where it is unique in the set, or the path of numbers. */
function nameNodes(nodes: readonly Growing[]): void {
  const times = new Map<string, number>();
  // A doubled row leaves its first twin the number as id.
  for (const { number, doubled } of nodes) {
    if (doubled) continue;
    const plain = number?.toLowerCase() ?? "";
    times.set(plain, (times.get(plain) ?? 0) + 1);
  }
  const pathOf = (node: TreeNode): string | undefined => {
    if (node.number === undefined) return undefined;
    if (node.parent === undefined) return node.number.toLowerCase();
    const above = pathOf(node.parent);
    return above === undefined ? undefined : `${above}/${node.number.toLowerCase()}`;
  };
  for (const node of nodes) {
    const { draft, number } = node;
    if ("id" in draft) node.id = draft.id;
    else if (number !== undefined)
      node.id = times.get(number.toLowerCase()) === 1 ? number.toLowerCase() : pathOf(node);
  }
}

/** A number with points repeats its parent's; a bare one ("1" under "I", "a" under "1.2") stands for itself. */
export function isUnder(number: string, parent: string): boolean {
  const point = number.lastIndexOf(".");
  if (point < 0 || !/^[\d.]+$/.test(number) || !/^[\d.]+$/.test(parent)) return true;
  return number.slice(0, point) === parent;
}

/** The ids of one list. */
export interface Ids {
  readonly ids: ReadonlySet<string>;
  /** False where an entry of the list could not be read: an id that is not found may be its id. */
  readonly complete: boolean;
}

/** The ids of a list that others refer to. */
export interface Names extends Ids {
  /** The code of an issue about a name that is none of them. */
  readonly unknown: IssueCode;
  /** Tells of a name that is not found whether that follows from something else that was reported. */
  readonly excused?: (name: string) => boolean;
}

/** What names an entry of a list. */
interface ListEntry {
  readonly id?: string | undefined;
  readonly title?: Draft<Text>;
}

/** Collects the ids of a list and reports those that repeat one above, and titles that do. */
export function declaredIds(
  list: readonly (ListEntry | undefined)[] | undefined,
  path: Path,
  report: Report,
): Ids {
  const ids = new Set<string>();
  const titles = new Set<string>();
  let complete = list !== undefined;
  list?.forEach((entry, at) => {
    const { id, title } = entry ?? {};
    const words = title?.vi?.toLowerCase();
    if (id === undefined) complete = false;
    else if (ids.has(id)) {
      // One of the two was meant to be another id, which somebody may refer to.
      complete = false;
      report("duplicate-id", [...path, at, "id"], { found: id });
    } else if (words !== undefined && titles.has(words))
      report("title-repeats-in-list", [...path, at, "title", "vi"], { found: title?.vi ?? "" });
    if (id !== undefined) ids.add(id);
    if (words !== undefined) titles.add(words);
  });
  return { ids, complete };
}

/** Reports a name that is not one of those known; gives true where it is known. */
export function refer(name: string | undefined, names: Names, path: Path, report: Report): boolean {
  if (name === undefined) return false;
  if (names.ids.has(name)) return true;
  if (names.complete && names.excused?.(name) !== true)
    report(names.unknown, path, { found: name, expected: nearestNames(name, names, report) });
  return false;
}

/** Names are compared with so many others in one file, so that a file of rubbish is answered at once. */
const comparisons = 200_000;

/** The nearest known name, or the first few; nothing where none is known. */
function nearestNames(name: string, { ids }: Ids, report: Report): string | undefined {
  const near = ids.size * report.issues.length < comparisons ? nearest(name, [...ids]) : undefined;
  if (near !== undefined) return near;
  const first: string[] = [];
  for (const id of ids) if (first.push(first.length < 8 ? id : "…") > 8) break;
  return first.join(", ") || undefined;
}
