/**
 * Names of a criteria file: ids that are declared in a list and used elsewhere. A name that is not found is reported
 * with the nearest one that is; where the list itself could not be read in full, nothing is said.
 */
import type { IssueCode, IssueFacts, Path, Report, Subject } from "../issue.ts";
import { nearest } from "../shape.ts";

/** The ids of one list. */
export interface Names {
  readonly ids: ReadonlySet<string>;
  /** False where an entry of the list could not be read: an id that is not found may be its id. */
  readonly complete: boolean;
  /** Tells of a name that is not found whether that follows from something else that was reported. */
  readonly excused?: (name: string) => boolean;
}

interface Named {
  readonly id?: string | undefined;
  readonly title?: { readonly vi?: string | undefined } | undefined;
}

/** Collects the ids of a list and reports those that repeat one above, and titles that do. */
export function namesOf(list: readonly (Named | undefined)[] | undefined, path: Path, report: Report): Names {
  const ids = new Set<string>();
  const titles = new Set<string>();
  let complete = list !== undefined;
  list?.forEach((entry, at) => {
    const id = entry?.id;
    const title = entry?.title?.vi?.toLowerCase();
    if (id === undefined) complete = false;
    else if (ids.has(id)) {
      // One of the two was meant to be another id, which somebody may refer to.
      complete = false;
      report("duplicate-id", [...path, at, "id"], { found: id });
    } else if (title !== undefined && titles.has(title))
      report("title-repeats-in-list", [...path, at, "title", "vi"], { found: entry?.title?.vi ?? "" });
    if (id !== undefined) ids.add(id);
    if (title !== undefined) titles.add(title);
  });
  return { ids, complete };
}

/** Reports a name that is not one of those known; gives true where it is known. */
export function refer(
  name: string | undefined,
  names: Names,
  code: IssueCode,
  path: Path,
  report: Report,
  facts: IssueFacts = {},
  subject: Subject = {},
): boolean {
  if (name === undefined) return false;
  if (names.ids.has(name)) return true;
  if (names.complete && names.excused?.(name) !== true)
    report(code, path, { found: name, expected: suggestion(name, names, report), ...facts }, subject);
  return false;
}

/** Names are compared with so many others in one file, so that a file of rubbish is answered at once. */
const comparisons = 200_000;

/** The nearest known name, or the first few. */
function suggestion(name: string, { ids }: Names, report: Report): string {
  const all = [...ids];
  const near = ids.size * report.issues.length < comparisons ? nearest(name, all) : undefined;
  if (near !== undefined) return near;
  return all.length === 0 ? "–" : `${all.slice(0, 8).join(", ")}${all.length > 8 ? ", …" : ""}`;
}
