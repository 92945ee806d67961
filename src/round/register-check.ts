/**
 * The register of a round: its units and councils, the extensions that units were granted, and the groups for which no
 * survey was held (design 2, 3.5, 3.7, 3.11).
 */
import { lastDayOf } from "../calendar.ts";
import type { Path } from "../issue.ts";
import { byCodeUnit } from "../plain.ts";
import type { Council, Extension, SurveyNotHeld, Unit } from "../round.ts";
import {
  checkListedOnce,
  elements,
  hasErrorSince,
  hint,
  isRecord,
  type Reading,
  readPart,
  textAt,
} from "./reading.ts";
import { roundShape, stageOrder } from "./round-schema.ts";

/** The units of a round. */
export interface UnitRegister {
  /** The units that can be placed in a group, whether or not something else is wrong with them. */
  readonly units: readonly Unit[];
  readonly byId: ReadonlyMap<string, Unit>;
  /** Tells whether a unit is listed, even one whose data is wrong. */
  readonly lists: (unit: string) => boolean;
  /** Tells whether the round has a unit, even one whose data is wrong; reports one that it has not. */
  readonly has: (unit: string, path: Path) => boolean;
}

/** Reads the register of units. */
export function readUnits(reading: Reading, list: unknown, path: Path): UnitRegister {
  const { set } = reading.plan;
  const groups = set.groups.map(({ id }) => id);
  const kinds = set.kinds.map(({ id }) => id);
  const byId = new Map<string, Unit>();
  const known = new Set<string>();
  for (const part of elements(reading, list, path)) {
    const unit = readPart(reading, roundShape.unit, part);
    if (unit === undefined) {
      known.add(textAt(part.value, "id") ?? "");
      continue;
    }
    const subject = { unit: unit.id };
    if (known.has(unit.id)) {
      reading.report("unit-twice", [...part.path, "id"], { found: unit.id }, subject);
      continue;
    }
    known.add(unit.id);
    unit.kinds.forEach((kind, at) => {
      if (kinds.includes(kind)) return;
      reading.report(
        "unknown-kind",
        [...part.path, "kinds", at],
        { found: kind, expected: hint(reading, kind, kinds) },
        subject,
      );
    });
    checkListedOnce(reading, unit.kinds, [...part.path, "kinds"], unit.id);
    checkReplaces(reading, unit, [...part.path, "replaces"]);
    if (groups.includes(unit.group)) byId.set(unit.id, inOrder(unit));
    else {
      const facts = { found: unit.group, expected: hint(reading, unit.group, groups) };
      reading.report("unknown-group", [...part.path, "group"], facts, subject);
    }
  }
  const units = [...byId.values()].sort((a, b) => byCodeUnit(a.id, b.id));
  const names = [...known];
  const has = (unit: string, place: Path): boolean => {
    // Without a list of units nobody can tell which are missing.
    if (known.has(unit) || !Array.isArray(list) || reading.isDamaged(path)) return true;
    reading.report("unknown-unit", place, { found: unit, expected: hint(reading, unit, names) }, { unit });
    return false;
  };
  return { units, byId, lists: (unit) => known.has(unit), has };
}

function checkReplaces(reading: Reading, { id, replaces }: Unit, path: Path): void {
  if (replaces === undefined) return;
  checkListedOnce(
    reading,
    replaces.map(({ unit }) => unit),
    path,
    id,
  );
  replaces.forEach(({ unit }, at) => {
    if (unit === id)
      reading.report("unit-replaces-itself", [...path, at, "unit"], { found: id }, { unit: id });
  });
}

const inOrder = (unit: Unit): Unit => ({
  ...unit,
  kinds: [...unit.kinds].sort(byCodeUnit),
  ...(unit.replaces === undefined
    ? {}
    : {
        replaces: [...unit.replaces].sort(
          (a, b) => byCodeUnit(a.unit, b.unit) || byCodeUnit(a.since, b.since),
        ),
      }),
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
export function readCouncils(
  reading: Reading,
  list: unknown,
  path: Path,
  units: UnitRegister,
): CouncilRegister {
  const byId = new Map<string, Council | "unreadable">();
  const ofUnit = new Map<string, string>();
  let everywhere = false;
  for (const part of elements(reading, list, path)) {
    const council = readPart(reading, roundShape.council, part);
    if (council === undefined) {
      const claimed = isRecord(part.value) ? part.value["units"] : undefined;
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
      } else if (units.has(unit, place)) ofUnit.set(unit, council.id);
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
  checkListedOnce(
    reading,
    roles.map(({ id }) => id),
    path,
  );
  roles.forEach(({ id, decides }, at) => {
    if (id === "unit") reading.report("role-reserved", [...path, at, "id"], { found: id });
    checkListedOnce(reading, decides, [...path, at, "decides"]);
  });
}

// Roles and their holders keep the order in which the decision names them.
const canonical = (council: Council): Council => ({
  ...council,
  units: [...council.units].sort(byCodeUnit),
  roles: council.roles.map((role) => ({
    ...role,
    decides: [...role.decides].sort((a, b) => stageOrder[a] - stageOrder[b]),
  })),
});

/** Reads the extensions that units were granted. */
export function readExtensions(
  reading: Reading,
  list: unknown,
  path: Path,
  units: UnitRegister,
): readonly Extension[] {
  const { set } = reading.plan;
  const deadlines = set.calendar.map(({ id }) => id);
  const result: Extension[] = [];
  const seen = new Set<string>();
  for (const part of elements(reading, list, path)) {
    const before = reading.report.issues.length;
    const extension = readPart(reading, roundShape.extension, part);
    if (extension === undefined) continue;
    const { unit, deadline, by } = extension;
    if (!units.has(unit, [...part.path, "unit"])) continue;
    const last = lastDayOf(set, deadline);
    if (!deadlines.includes(deadline)) {
      const facts = { found: deadline, expected: hint(reading, deadline, deadlines) };
      reading.report("unknown-deadline", [...part.path, "deadline"], facts, { unit });
    } else if (seen.has(`${unit}\n${deadline}`)) {
      reading.report("extension-twice", part.path, { found: deadline }, { unit });
    } else if (last !== undefined && by <= last) {
      reading.report("extension-not-later", [...part.path, "by"], { found: by, expected: last }, { unit });
    }
    seen.add(`${unit}\n${deadline}`);
    if (!hasErrorSince(reading, before)) result.push(extension);
  }
  return result.sort(
    (a, b) => byCodeUnit(a.unit, b.unit) || deadlines.indexOf(a.deadline) - deadlines.indexOf(b.deadline),
  );
}

/** Reads the statements that no survey was held for a group; `surveyed` tells whether a group has counts. */
export function readNotHeld(
  reading: Reading,
  list: unknown,
  path: Path,
  surveyed: (group: string) => boolean,
): readonly SurveyNotHeld[] {
  const groups = reading.plan.set.groups.map(({ id }) => id);
  const result: SurveyNotHeld[] = [];
  for (const part of elements(reading, list, path)) {
    const read = readPart(reading, roundShape.surveyNotHeld, part);
    if (read === undefined) continue;
    const { group } = read;
    const place = [...part.path, "group"];
    if (!groups.includes(group)) {
      reading.report("unknown-group", place, { found: group, expected: hint(reading, group, groups) });
    } else if (result.some((it) => it.group === group)) {
      reading.report("listed-twice", place, { found: group });
    } else {
      if (surveyed(group)) reading.report("survey-held-after-all", place, { found: group });
      result.push(read);
    }
  }
  return result.sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group));
}
