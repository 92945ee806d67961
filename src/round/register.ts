/**
 * The register of a round: its units and councils, the extensions that units were granted, and the groups for which no
 * survey was held; and which units an issue touches.
 */
import { byStage } from "../appraisal.ts";
import { lastDayOf } from "../calendar.ts";
import { hasErrors, type Issue, type Path } from "../issue.ts";
import { byCodeUnit, isRecord } from "../plain.ts";
import {
  type Council,
  type Extension,
  listsBy,
  type Round,
  type SurveyNotHeld,
  type Unit,
} from "../round.ts";
import {
  checkListedOnce,
  elements,
  type Placed,
  type Reading,
  readPart,
  readSound,
  repeats,
  textAt,
  unknownName,
  valueUnder,
} from "./reading.ts";
import { roundShape } from "./schema.ts";

/** The units of a round. */
export interface UnitRegister {
  /** The units that can be placed in a group, whether or not something else is wrong with them. */
  readonly units: readonly Unit[];
  readonly byId: ReadonlyMap<string, Unit>;
  /** Tells whether a unit is listed, even one whose data is wrong. */
  readonly lists: (unit: string) => boolean;
  /** Tells whether the round has a unit, even one whose data is wrong; reports one that it has not. */
  readonly has: HasUnit;
}

/** Tells whether the round has the unit that is named at a place; reports one that it has not. */
export type HasUnit = (unit: string, path: Path) => boolean;

/** Reads the register of units. */
export function readUnits(reading: Reading, list: Placed<unknown>): UnitRegister {
  const { set } = reading.plan;
  const groups = set.groups.map(({ id }) => id);
  const kinds = set.kinds.map(({ id }) => id);
  const byId = new Map<string, Unit>();
  const known = new Set<string>();
  for (const part of elements(reading, list)) {
    const unit = readPart(reading, roundShape.unit, part);
    if (unit === undefined) {
      known.add(textAt(part.value, "id") ?? "");
      continue;
    }
    const { path } = part;
    if (known.has(unit.id)) {
      reading.report("unit-twice", [...path, "id"], { found: unit.id });
      continue;
    }
    known.add(unit.id);
    unit.kinds.forEach((kind, at) => {
      if (!kinds.includes(kind))
        reading.report("unknown-kind", [...path, "kinds", at], unknownName(reading, kind, kinds));
    });
    checkListedOnce(reading, unit.kinds, [...path, "kinds"]);
    checkReplaces(reading, unit, [...path, "replaces"]);
    if (groups.includes(unit.group)) byId.set(unit.id, inOrder(unit));
    else reading.report("unknown-group", [...path, "group"], unknownName(reading, unit.group, groups));
  }
  const units = [...byId.values()].sort((a, b) => byCodeUnit(a.id, b.id));
  const names = [...known];
  const has: HasUnit = (unit, place) => {
    // Without a list of units nobody can tell which are missing.
    if (known.has(unit) || !Array.isArray(list.value) || reading.isDamaged(list.path)) return true;
    reading.report("unknown-unit", place, unknownName(reading, unit, names), { unit });
    return false;
  };
  return { units, byId, lists: (unit) => known.has(unit), has };
}

function checkReplaces(reading: Reading, { id, replaces = [] }: Unit, path: Path): void {
  const units = replaces.map(({ unit }) => unit);
  checkListedOnce(reading, units, path);
  units.forEach((unit, at) => {
    if (unit === id) reading.report("unit-replaces-itself", [...path, at, "unit"], { found: id });
  });
}

const byUnitAndDay = (a: Replaced, b: Replaced): number =>
  byCodeUnit(a.unit, b.unit) || byCodeUnit(a.since, b.since);
type Replaced = NonNullable<Unit["replaces"]>[number];

const inOrder = (unit: Unit): Unit => ({
  ...unit,
  kinds: [...unit.kinds].sort(byCodeUnit),
  ...(unit.replaces === undefined ? {} : { replaces: [...unit.replaces].sort(byUnitAndDay) }),
});

/** The councils of a round, and the council of each unit. */
export interface CouncilRegister {
  readonly councils: readonly Council[];
  /** The ids of all councils, even of those whose data is wrong. */
  readonly ids: readonly string[];
  /** Tells whether a council is listed, even one whose data is wrong. */
  readonly lists: (council: string) => boolean;
  /** The council of a unit; `unreadable` where its own data is wrong. */
  readonly ofUnit: (unit: string) => Council | "unreadable" | undefined;
}

/** Councils of which nothing is known, so that nothing is held against them. */
export const lostCouncils: CouncilRegister = {
  councils: [],
  ids: [],
  lists: () => true,
  ofUnit: () => "unreadable",
};

/** Reads the councils; each unit has one at most. */
export function readCouncils(reading: Reading, list: Placed<unknown>, hasUnit: HasUnit): CouncilRegister {
  const byId = new Map<string, Council | "unreadable">();
  const ofUnit = new Map<string, string>();
  let everywhere = false;
  for (const part of elements(reading, list)) {
    const council = readPart(reading, roundShape.council, part);
    if (council === undefined) {
      const claimed = valueUnder(part.value, "units");
      const id = textAt(part.value, "id") ?? "";
      byId.set(id, "unreadable");
      if (Array.isArray(claimed)) for (const unit of claimed) ofUnit.set(String(unit), id);
      else everywhere = true;
      continue;
    }
    if (byId.has(council.id)) {
      reading.report("council-twice", [...part.path, "id"], { found: council.id });
      continue;
    }
    checkRoles(reading, council, [...part.path, "roles"]);
    council.units.forEach((unit, at) => {
      const place = [...part.path, "units", at];
      const other = ofUnit.get(unit);
      if (other === council.id) reading.report("listed-twice", place, { found: unit }, { unit });
      else if (other !== undefined) {
        reading.report("unit-with-two-councils", place, { found: unit, expected: other }, { unit });
      } else if (hasUnit(unit, place)) ofUnit.set(unit, council.id);
    });
    byId.set(council.id, canonical(council));
  }
  const councils = [...byId.values()]
    .filter((council) => council !== "unreadable")
    .sort((a, b) => byCodeUnit(a.id, b.id));
  return {
    councils,
    ids: [...byId.keys()],
    lists: (council) => byId.has(council),
    ofUnit: (unit) => byId.get(ofUnit.get(unit) ?? "") ?? (everywhere ? "unreadable" : undefined),
  };
}

function checkRoles(reading: Reading, { roles }: Council, path: Path): void {
  const ids = roles.map(({ id }) => id);
  checkListedOnce(reading, ids, path);
  roles.forEach(({ id, decides }, at) => {
    if (id === "unit") reading.report("role-reserved", [...path, at, "id"], { found: id });
    checkListedOnce(reading, decides, [...path, at, "decides"]);
  });
}

// Roles and their holders keep the order in which the decision names them.
const canonical = (council: Council): Council => ({
  ...council,
  units: [...council.units].sort(byCodeUnit),
  roles: council.roles.map((role) => ({ ...role, decides: [...role.decides].sort(byStage) })),
});

/** Reads the extensions that units were granted. */
export function readExtensions(
  reading: Reading,
  list: Placed<unknown>,
  hasUnit: HasUnit,
): readonly Extension[] {
  const { set } = reading.plan;
  const deadlines = set.calendar.map(({ id }) => id);
  const isRepeated = repeats();
  return readSound(reading, list, roundShape.extension, (extension, path) => {
    const { unit, deadline, by } = extension;
    if (!hasUnit(unit, [...path, "unit"])) return undefined;
    const last = lastDayOf(set, deadline);
    const isTwice = isRepeated(`${unit}\n${deadline}`);
    if (!deadlines.includes(deadline)) {
      reading.report("unknown-deadline", [...path, "deadline"], unknownName(reading, deadline, deadlines));
    } else if (isTwice) reading.report("extension-twice", path, { found: deadline });
    else if (last !== undefined && by <= last) {
      reading.report("extension-not-later", [...path, "by"], { found: by, expected: last });
    }
    return extension;
  }).sort(
    (a, b) => byCodeUnit(a.unit, b.unit) || deadlines.indexOf(a.deadline) - deadlines.indexOf(b.deadline),
  );
}

/** Reads the statements that no survey was held for a group; `surveyed` holds the groups that have counts. */
export function readNotHeld(
  reading: Reading,
  list: Placed<unknown>,
  surveyed: ReadonlySet<string | undefined>,
): readonly SurveyNotHeld[] {
  const groups = reading.plan.set.groups.map(({ id }) => id);
  const result = new Map<string, SurveyNotHeld>();
  for (const part of elements(reading, list)) {
    const stated = readPart(reading, roundShape.surveyNotHeld, part);
    if (stated === undefined) continue;
    const { group } = stated;
    const place = [...part.path, "group"];
    if (!groups.includes(group)) {
      reading.report("unknown-group", place, unknownName(reading, group, groups));
    } else if (result.has(group)) reading.report("listed-twice", place, { found: group });
    else {
      if (surveyed.has(group)) reading.report("survey-held-after-all", place, { found: group });
      result.set(group, stated);
    }
  }
  return [...result.values()].sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group));
}

/** What of a round tells which units an issue touches. */
export interface Touched {
  readonly lists: Pick<Round, "units" | "tally">;
  readonly register: UnitRegister;
  readonly councils: CouncilRegister;
}

/** The issues of every unit that has an error; an error of a council, an act or a whole tally concerns all units that it touches. */
export function issuesByUnit(
  issues: readonly Issue[],
  root: unknown,
  round: Touched,
): ReadonlyMap<string, readonly Issue[]> {
  const touching = issues.flatMap((issue) => {
    const { unit: named, severity } = issue;
    const touched = named === undefined && severity === "error" ? touchedBy(issue.path, root, round) : [];
    return (named === undefined ? touched : [named]).map((unit) => ({ unit, issue }));
  });
  const all = [...listsBy(touching, ({ unit }) => unit)].map(
    ([unit, own]) => [unit, own.map(({ issue }) => issue)] as const,
  );
  return new Map(all.filter(([unit, own]) => hasErrors(own) && round.register.lists(unit)));
}

function touchedBy([key, at]: Path, root: unknown, { lists, councils }: Touched): readonly string[] {
  const ids = lists.units.map(({ id }) => id);
  const list = valueUnder(root, String(key));
  const part: unknown = Array.isArray(list) ? list[Number(at)] : undefined;
  switch (key) {
    case "councils": {
      const named = valueUnder(part, "units");
      return Array.isArray(named)
        ? named.map(String)
        : ids.filter((id) => councils.ofUnit(id) === "unreadable");
    }
    case "acts": {
      const council = textAt(part, "council");
      return ids.filter((id) => {
        const own = councils.ofUnit(id);
        return isRecord(own) && own.id === council;
      });
    }
    case "surveyNotHeld": {
      const group = textAt(part, "group");
      return lists.units.filter((unit) => unit.group === group).map(({ id }) => id);
    }
    case "tally":
      return [...new Set(lists.tally.counts.map(({ unit }) => unit))];
    default:
      return [];
  }
}
