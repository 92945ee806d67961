/**
 * The first difference between a record and what should stand in it, by the name of the step: `leaf 1.1.2`, `node 1.1`,
 * `line bonus 9.1.1`, `total.index`, `result.grade`, `inputs.ledger`.
 */
import type { Path } from "../issue.ts";
import { isRecord } from "../round/reading.ts";

/** A step that comes out differently. */
export interface StepDifference {
  /** The name of the step, or of the part of the record; in a group's record after the unit: `unit so-a: leaf 1.1.2`. */
  readonly step: string;
  /** What the record says, as text; `–` where it says nothing. */
  readonly found: string;
  /** What should stand there, as text; `–` for nothing. */
  readonly expected: string;
}

const nothing = "–";

/** A value in a few words: a text as it is, anything else as JSON, at most 120 characters. */
export function shortText(value: unknown): string {
  if (value === undefined) return nothing;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

/** Makes a difference. */
export const difference = (step: string, found: unknown, expected: unknown): StepDifference => ({
  step,
  found: shortText(found),
  expected: shortText(expected),
});

/** Compares one part of a record with what should stand there, in the order of the latter; undefined where they are equal. */
export function partDifference(part: string, found: unknown, expected: unknown): StepDifference | undefined {
  const path = firstPath(found, expected);
  if (path === undefined) return undefined;
  return difference(
    stepName([part, ...path], expected, found),
    valueAt(found, path),
    valueAt(expected, path),
  );
}

/** The path of the first value that differs, in the order of the expected value. */
function firstPath(found: unknown, expected: unknown): Path | undefined {
  if (found === expected) return undefined;
  if (Array.isArray(found) && Array.isArray(expected)) {
    for (let at = 0; at < expected.length || at < found.length; at++) {
      if (at >= found.length || at >= expected.length) return [at];
      const inner = firstPath(found[at], expected[at]);
      if (inner !== undefined) return [at, ...inner];
    }
    return undefined;
  }
  if (!isRecord(found) || !isRecord(expected)) return [];
  for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    const inner = firstPath(found[key], expected[key]);
    if (inner !== undefined) return [key, ...inner];
  }
  return undefined;
}

function valueAt(value: unknown, path: Path): unknown {
  let it = value;
  for (const step of path)
    it = typeof it === "object" && it !== null ? (it as Record<string | number, unknown>)[step] : undefined;
  return it;
}

/** The name of the step in which a path lies; the first step of the path is the part. */
function stepName([part, ...path]: Path, expected: unknown, found: unknown): string {
  const named = (depth: number, key: string): string => {
    const of = (root: unknown): unknown => valueAt(root, [...path.slice(0, depth), key]);
    return String(of(expected) ?? of(found) ?? path[depth - 1]);
  };
  if (part === "steps" && path.length > 1) {
    if (path[0] === "leaves") return `leaf ${named(2, "item")}`;
    if (path[0] === "nodes") return `node ${named(2, "item")}`;
    if (path[0] === "sources") return `source ${named(2, "source")}`;
    if (path[1] === "lines" && path.length > 2) return `line ${named(3, "kind")} ${named(3, "id")}`;
    return `${path[0]}.${path[1]}`;
  }
  if (part === "relative" && path.length > 0) return `relative ${named(1, "item")}`;
  if (part === "inputs" || part === "steps") return [part, ...path.slice(0, 1)].join(".");
  if (part === "ranking" && path[0] === "places" && path.length > 1) return `place of ${named(2, "unit")}`;
  return [part, ...path.slice(0, 1)].join(".");
}
