/**
 * The register of a round: its units and councils, the extensions that units were granted, and the groups for which no
 * survey was held; and which units an issue touches.
 */
import { byStage, stages } from "../appraisal.ts";
import { lastDayOf } from "../calendar.ts";
import type { Issue, Path } from "../issue.ts";

import { byCodeUnit, dependencyCircles, memo, once } from "../plain.ts";

import type { Leaf, Plan, PlanLine } from "../plan.ts";
import {
  type Absence,
  absentUnits,
  type Council,
  type Extension,
  listsBy,
  type Round,
  type Stage,
  type SurveyNotHeld,
  type Unit,
} from "../round.ts";
import { nearest } from "../shape.ts";
import {
  checkListedOnce,
  checkScoped,
  elements,
  firstOf,
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
  /** The units whose own entry has an error, so that they are not among the units. */
  readonly lost: readonly LostUnit[];
  /** The units that have no part in the period: nothing is missed of them. */
  readonly absent: ReadonlyMap<string, Absence>;
  /** The units of which nobody can tell who replaces whom. */
  readonly circular: ReadonlySet<string>;
}

/** A unit whose own entry in the register has an error, as far as it can be read. */
export interface LostUnit {
  /** Its id; undefined where the entry names none. */
  readonly unit: string | undefined;
  /** The id of its group; undefined where the entry names none of the set. */
  readonly group: string | undefined;
}

/** Tells whether the round has the unit that is named at a place; reports one that it has not. */
export type HasUnit = (unit: string, path: Path) => boolean;

/** Tells of the units that a round is known to have. */
export const hasOneOf =
  (reading: Reading, known: ReadonlySet<string> | ReadonlyMap<string, unknown>): HasUnit =>
  (unit, place) => {
    if (known.has(unit)) return true;
    reading.report("unknown-unit", place, unknownName(reading, unit, known.keys()), { unit });
    return false;
  };

/** Reads the register of units. */
export function readUnits(reading: Reading, list: Placed<unknown>): UnitRegister {
  const { set } = reading.plan;
  const groups = new Set(set.groups.map(({ id }) => id));
  const kinds = new Set(set.kinds.map(({ id }) => id));
  const byId = new Map<string, Unit>();
  const pathOf = new Map<string, Path>();
  const known = new Set<string>();
  const unread: LostUnit[] = [];
  const lose = (id: string | undefined, group: string | undefined): void => {
    unread.push({ unit: id, group: group !== undefined && groups.has(group) ? group : undefined });
  };
  for (const part of elements(reading, list)) {
    const unit = readPart(reading, roundShape.unit, part);
    if (unit === undefined) {
      const id = textAt(part.value, "id");
      known.add(id ?? "");
      lose(id, textAt(part.value, "group"));
      continue;
    }
    const { path } = part;
    if (known.has(unit.id)) {
      reading.report("unit-twice", [...path, "id"], { found: unit.id });
      continue;
    }
    known.add(unit.id);
    unit.kinds.forEach((kind, at) => {
      if (!kinds.has(kind))
        reading.report("unknown-kind", [...path, "kinds", at], unknownName(reading, kind, kinds));
    });
    checkListedOnce(reading, unit.kinds, [...path, "kinds"]);
    checkReplaces(reading, unit, [...path, "replaces"]);
    pathOf.set(unit.id, path);
    if (groups.has(unit.group)) byId.set(unit.id, unit);
    else {
      reading.report("unknown-group", [...path, "group"], unknownName(reading, unit.group, groups));
      lose(unit.id, undefined);
    }
  }
  const circular = checkSuccession(reading, byId, pathOf);
  for (const [id, unit] of byId) byId.set(id, inOrder(unit, circular));
  const units = [...byId.values()].sort((a, b) => byCodeUnit(a.id, b.id));
  const absent = absentUnits(units, set.period.to);
  // Without a list of units nobody can tell which are missing.
  const isPartial = !Array.isArray(list.value) || reading.isDamaged(list.path);
  const has: HasUnit = isPartial ? () => true : hasOneOf(reading, known);
  // What the plain copy left out of the list may be a unit of any group.
  if (Array.isArray(list.value) && list.value.length > elements(reading, list).length)
    lose(undefined, undefined);
  const lost = unread.filter(({ unit }) => unit === undefined || !byId.has(unit));
  return { units, byId, lists: (unit) => known.has(unit), has, lost, absent, circular };
}

function checkReplaces(reading: Reading, { id, replaces = [] }: Unit, path: Path): void {
  const units = replaces.map(({ unit }) => unit);
  checkListedOnce(reading, units, path);
  units.forEach((unit, at) => {
    if (unit === id) reading.report("unit-replaces-itself", [...path, at, "unit"], { found: id });
  });
}

/**
 * Who replaces whom: gives the units that replace each other in a circle. A name that the register lacks is a unit of
 * former years; where the merger falls into the period, it may be a misspelt one of the register.
 */
function checkSuccession(
  reading: Reading,
  units: ReadonlyMap<string, Unit>,
  pathOf: ReadonlyMap<string, Path>,
): ReadonlySet<string> {
  const replacedBy = ({ replaces = [], id }: Unit): readonly string[] =>
    replaces.map(({ unit }) => unit).filter((unit) => unit !== id);
  const all = [...units.values()];
  const inOrderOfFile = [...units.keys()];
  const circles = dependencyCircles(inOrderOfFile, (id) => {
    const unit = units.get(id);
    return unit === undefined ? [] : replacedBy(unit);
  });
  for (const circle of circles) {
    const first = inOrderOfFile.find((id) => circle.includes(id)) ?? "";
    const at = units.get(first)?.replaces?.findIndex(({ unit }) => circle.includes(unit)) ?? 0;
    const path = [...(pathOf.get(first) ?? []), "replaces", at, "unit"];
    reading.report("units-replace-each-other", path, { units: [...circle].sort(byCodeUnit) });
  }
  const { period } = reading.plan.set;
  const replaced = new Set(all.flatMap(replacedBy));
  const staying = inOrderOfFile.filter((id) => !replaced.has(id));
  for (const unit of all)
    unit.replaces?.forEach(({ unit: former, since }, at) => {
      const isOfPeriod = period.from <= since && since <= period.to;
      if (!isOfPeriod || units.has(former) || reading.hints.left <= 0) return;
      reading.hints.left -= 1;
      const near = nearest(former, staying);
      if (near === undefined || near === unit.id) return;
      const path = [...(pathOf.get(unit.id) ?? []), "replaces", at, "unit"];
      reading.report("replaced-unit-unknown", path, { found: former, expected: near });
    });
  return new Set(circles.flat());
}

const byUnitAndDay = (a: Replaced, b: Replaced): number =>
  byCodeUnit(a.unit, b.unit) || byCodeUnit(a.since, b.since);
type Replaced = NonNullable<Unit["replaces"]>[number];

/** A unit as read, without what it says of itself, or of units that say the same of it: that has an error. */
function inOrder({ replaces, ...unit }: Unit, circular: ReadonlySet<string>): Unit {
  const isWrong = (former: string): boolean =>
    former === unit.id || (circular.has(unit.id) && circular.has(former));
  const sound = replaces?.filter(({ unit: former }) => !isWrong(former)).sort(byUnitAndDay);
  return {
    ...unit,
    kinds: [...unit.kinds].sort(byCodeUnit),
    ...(sound === undefined || sound.length === 0 ? {} : { replaces: sound }),
  };
}

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
      if (Array.isArray(claimed)) for (const unit of textsOf(claimed)) ofUnit.set(unit, id);
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

/** What a role may decide. */
interface RoleRights {
  readonly stages: ReadonlySet<Stage>;
  /** The leaves, nodes and lines that its scope names; undefined: all. */
  readonly scope: ReadonlySet<string> | undefined;
}

/** The roles of a council by their ids, the first of each, with what they may decide. */
export const rolesOf = /* @__PURE__ */ memo(({ roles }: Council): ReadonlyMap<string, RoleRights> => {
  const byId = new Map<string, RoleRights>();
  for (const { id, decides, items } of roles)
    if (!byId.has(id)) byId.set(id, { stages: new Set(decides), scope: items && new Set(items) });
  return byId;
});

/** Tells whether a scope holds a leaf or line: it names it, or a node above it. */
export const isWithinScope = (
  { nodes }: Plan,
  scope: RoleRights["scope"],
  target: Leaf | PlanLine,
): boolean =>
  scope === undefined ||
  scope.has(target.id) ||
  (!("line" in target) && target.above.some((at) => scope.has(nodes[at]?.id ?? "")));

function checkRoles(reading: Reading, { roles }: Council, path: Path): void {
  const ids = roles.map(({ id }) => id);
  checkListedOnce(reading, ids, path);
  roles.forEach(({ id, decides, items = [] }, at) => {
    if (id === "unit") reading.report("role-reserved", [...path, at, "id"], { found: id });
    checkListedOnce(reading, decides, [...path, at, "decides"]);
    const place = [...path, at, "items"];
    items.forEach((item, index) => {
      checkScoped(reading, { value: item, path: [...place, index] });
    });
    checkListedOnce(reading, items, place);
  });
  for (const stage of stages) checkCoverage(reading, roles, stage, path);
}

/** Warns of what no role may decide in a stage in which all roles with a right are limited to some items. */
function checkCoverage(reading: Reading, roles: Council["roles"], stage: Stage, path: Path): void {
  const deciding = roles.filter(({ decides }) => decides.includes(stage));
  const limited = deciding.flatMap(({ items }) => (items === undefined ? [] : [items]));
  if (limited.length === 0 || limited.length < deciding.length) return;
  const scope = new Set(limited.flat());
  const { plan } = reading;
  const decidable = [...plan.leaves.filter(({ appraised }) => appraised), ...plan.lines];
  const open = decidable.filter((target) => !isWithinScope(plan, scope, target));
  if (open.length === 0) return;
  const found = firstOf(open.map(({ id }) => id));
  reading.report("item-without-role", path, { found, stage });
}

// Roles and their holders keep the order in which the decision names them.
const canonical = (council: Council): Council => ({
  ...council,
  units: [...council.units].sort(byCodeUnit),
  roles: council.roles.map(({ items, ...role }) => ({
    ...role,
    decides: [...role.decides].sort(byStage),
    ...(items === undefined ? {} : { items: [...items].sort(byCodeUnit) }),
  })),
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

/** Whom the errors of a round concern. */
interface ConcernedUnits {
  /** The units with an error in their data. */
  readonly bad: ReadonlySet<string>;
  /** True where something with an error may be about any unit: nobody can tell whose it is. */
  readonly ownerless: boolean;
}

/**
 * The units with an error in their data; an error of a council, an act or a whole tally concerns all units that it
 * touches, one of which nobody can tell whose it is may be about any.
 */
export function concernedUnits(issues: readonly Issue[], root: unknown, round: Touched): ConcernedUnits {
  const { lists } = round.register;
  const bad = new Set<string>(round.register.circular);
  const touched = new Set<Touching>();
  const touching = touchingOf(round);
  let ownerless = false;
  for (const { unit, severity, path } of issues) {
    if (severity !== "error") continue;
    const units = unit === undefined ? touchedBy(path, root, touching) : [unit];
    // An entry of the register concerns the unit that it is about; whose group it would be in is known apart.
    if (path[0] !== "units" && (unit === undefined ? units.length === 0 : !lists(unit))) ownerless = true;
    // Many errors of one council touch the same units.
    if (touched.has(units)) continue;
    touched.add(units);
    for (const id of units) if (lists(id)) bad.add(id);
  }
  return { bad, ownerless };
}

/** Ids of units that something touches together. */
type Touching = readonly string[];

/** Which units belong together, worked out when it is asked for the first time. */
interface TouchedTogether {
  readonly unreadable: () => Touching;
  readonly ofCouncil: () => ReadonlyMap<string, Touching>;
  readonly ofGroup: () => ReadonlyMap<string, Touching>;
  readonly tallied: () => Touching;
}

function touchingOf({ lists, councils }: Touched): TouchedTogether {
  const ids = lists.units.map(({ id }) => id);
  const councilOf = (unit: string): string => {
    const own = councils.ofUnit(unit);
    return typeof own === "object" ? own.id : "";
  };
  return {
    unreadable: once(() => ids.filter((id) => councils.ofUnit(id) === "unreadable")),
    ofCouncil: once(() => listsBy(ids, councilOf)),
    ofGroup: once(
      () => new Map([...listsBy(lists.units, ({ group }) => group)].map(([id, own]) => [id, unitIds(own)])),
    ),
    tallied: once(() => [...new Set(lists.tally.counts.map(({ unit }) => unit))]),
  };
}

const unitIds = (units: readonly Unit[]): Touching => units.map(({ id }) => id);

const untouched: Touching = [];

/** The texts of a list; what is no text names nobody. */
const textsOf = /* @__PURE__ */ memo(
  (list: readonly unknown[]): Touching => list.flatMap((one) => (typeof one === "string" ? [one] : [])),
);

function touchedBy([key, at]: Path, root: unknown, together: TouchedTogether): Touching {
  const list = valueUnder(root, String(key));
  const part: unknown = Array.isArray(list) ? list[Number(at)] : undefined;
  switch (key) {
    case "councils": {
      const named = valueUnder(part, "units");
      return Array.isArray(named) ? textsOf(named) : together.unreadable();
    }
    case "acts":
      return together.ofCouncil().get(textAt(part, "council") ?? "") ?? untouched;
    case "surveyNotHeld":
      return together.ofGroup().get(textAt(part, "group") ?? "") ?? untouched;
    case "tally":
      return together.tallied();
    default:
      return untouched;
  }
}
