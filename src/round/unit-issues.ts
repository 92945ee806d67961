/**
 * Whom an issue concerns: the unit that it names, or all units that a council, an act, a survey or a tally touches, so
 * that a unit with an error in its data can stand apart while the others are scored (design 3.14).
 */
import { hasErrors, type Issue, type Path } from "../issue.ts";
import type { Round } from "../round.ts";
import { isRecord, textAt } from "./reading.ts";
import type { CouncilRegister, UnitRegister } from "./register-check.ts";

/** What of a round tells whom an issue concerns. */
export interface Parts {
  readonly lists: Pick<Round, "units" | "tally">;
  readonly register: UnitRegister;
  readonly councils: CouncilRegister;
}

/** The issues of every unit that has an error; an error of a council, an act or a whole tally concerns all units that it touches. */
export function issuesByUnit(
  issues: readonly Issue[],
  root: unknown,
  parts: Parts,
): ReadonlyMap<string, readonly Issue[]> {
  const all = new Map<string, Issue[]>();
  for (const it of issues) {
    for (const unit of it.unit !== undefined
      ? [it.unit]
      : it.severity === "error"
        ? touchedBy(it.path, root, parts)
        : []) {
      const own = all.get(unit);
      if (own === undefined) all.set(unit, [it]);
      else own.push(it);
    }
  }
  return new Map([...all].filter(([unit, own]) => hasErrors(own) && parts.register.lists(unit)));
}

function touchedBy(path: Path, root: unknown, { lists, councils }: Parts): readonly string[] {
  const ids = lists.units.map(({ id }) => id);
  switch (path[0]) {
    case "councils": {
      const named = listAt(elementAt(root, path), "units");
      return Array.isArray(named)
        ? named.map(String)
        : ids.filter((id) => councils.ofUnit(id) === "unreadable");
    }
    case "acts": {
      const council = textAt(elementAt(root, path), "council");
      return ids.filter((id) => {
        const own = councils.ofUnit(id);
        return own !== undefined && own !== "unreadable" && own.id === council;
      });
    }
    case "surveyNotHeld": {
      const group = textAt(elementAt(root, path), "group");
      return lists.units.filter((unit) => unit.group === group).map(({ id }) => id);
    }
    case "tally":
      return [...new Set(lists.tally.counts.map(({ unit }) => unit))];
    default:
      return [];
  }
}

function elementAt(root: unknown, [key, at]: Path): unknown {
  const list = typeof key === "string" ? listAt(root, key) : undefined;
  return Array.isArray(list) && typeof at === "number" ? list[at] : undefined;
}

const listAt = (holder: unknown, key: string): unknown => (isRecord(holder) ? holder[key] : undefined);
