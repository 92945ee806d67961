/**
 * The criteria sets that the package ships, bundled, so that no file is read at run time (entry `par-index/criteria`).
 * Each is read through `readCriteriaSet` when it is first asked for and kept; asked for by a day, the edition in force on
 * that day is given. An app that needs one set alone imports its file and reads it, and bundles no other:
 *
 * ```ts
 * import file from "par-index/criteria/moha/ministry/2023.1.json" with { type: "json" };
 * const set = readCriteriaSet(file);
 * ```
 *
 * @module par-index/criteria
 */
import binhDuongDistrict2017 from "../criteria/binh-duong/district/2017.1.json" with { type: "json" };
import hoaLamCommune2026 from "../criteria/hoa-lam/commune/2026.1.json" with { type: "json" };
import hoaLamDepartment2026 from "../criteria/hoa-lam/department/2026.1.json" with { type: "json" };
import mohaMinistry2023 from "../criteria/moha/ministry/2023.1.json" with { type: "json" };
import mohaProvince2012 from "../criteria/moha/province/2012.1.json" with { type: "json" };
import type { CriteriaSet, IsoDate } from "./criteria-set.ts";
import { assertOptions, byCodeUnit, memo } from "./plain.ts";
import { markBuiltIn } from "./set/brand.ts";
import { readCriteriaSet } from "./set/check.ts";
import { editionOn, editionsInForce } from "./set/head.ts";
import { isDay, nearest } from "./shape.ts";

/** A file that the package ships. */
interface ShippedFile {
  readonly id: string;
  readonly edition: number;
}

/** Every edition that the package ships; a test of the repository (`test/criteria-files.test.ts`) holds the list equal to the files. */
const files: readonly ShippedFile[] = [
  binhDuongDistrict2017,
  hoaLamCommune2026,
  hoaLamDepartment2026,
  mohaMinistry2023,
  mohaProvince2012,
];

/** The set of a file, read once. */
const readOnce = /* @__PURE__ */ memo((file: ShippedFile): CriteriaSet => markBuiltIn(readCriteriaSet(file)));

/** The ids of the criteria sets that the package ships, in code-unit order. */
export const criteriaSetIds: readonly string[] = Object.freeze(
  [...new Set(files.map(({ id }) => id))].sort(byCodeUnit),
);

/** Which edition of a criteria set is wanted; without either member, the latest. */
export interface CriteriaSetOptions {
  /** A day: the edition in force on it. */
  readonly on?: IsoDate | undefined;
  /** The number of an edition, from 1; what a round or a record names. */
  readonly edition?: number | undefined;
}

/**
 * Gives a criteria set that the package ships.
 *
 * An edition that was `issued` is in force from its own date; one that was `corrected` replaces its predecessor on every
 * date, which is then only to be had by its number. The first edition is in force from the first day of its period, and
 * no edition ever ends: on a later day the latest is given.
 *
 * @param id One of `criteriaSetIds`.
 * @param options The day, or the number of the edition; not both.
 *
 * @returns The set, read and frozen; the same object for every call that gives the same edition.
 *
 * @throws RangeError if the package ships no set of that id, no such edition, or none that is in force on that day, or
 * if `on` is not a calendar day; TypeError if both a day and an edition are given.
 *
 * @example
 * ```ts
 * import { criteriaSet, criteriaSetIds } from "par-index/criteria";
 * criteriaSetIds.includes("moha/ministry/2023"); // => true
 * criteriaSet("moha/ministry/2023").items.map(({ maxPoints }) => maxPoints); // => [ '68.5', '31.5' ]
 * criteriaSet("hoa-lam/department/2026", { on: "2026-12-31" }).edition; // => 1
 * ```
 */
export function criteriaSet(id: string, options: CriteriaSetOptions = {}): CriteriaSet {
  assertOptions(options, ["on", "edition"], "criteriaSet");
  const { on, edition } = options;
  if (on !== undefined && edition !== undefined) {
    throw new TypeError("criteriaSet: give a day or the number of an edition, not both");
  }
  const editions = files.filter((file) => file.id === id);
  if (editions.length === 0) throw new RangeError(`criteriaSet: no set ${JSON.stringify(id)}${meantId(id)}`);
  if (edition !== undefined) return numbered(id, editions, edition);
  const read = editions.map(readOnce);
  if (on === undefined) return editionsInForce(read).at(-1)?.set ?? numbered(id, editions, 1);
  if (!isDay(on)) {
    throw new RangeError(`criteriaSet: on must be a day like 2026-12-22, not ${JSON.stringify(on)}`);
  }
  const found = editionOn(read, on);
  if (found !== undefined) return found;
  const first = editionsInForce(read)[0]?.from;
  throw new RangeError(`criteriaSet: ${id} is not in force on ${on}, but from ${first} on`);
}

function numbered(id: string, editions: readonly ShippedFile[], edition: number): CriteriaSet {
  const file = editions.find((it) => it.edition === edition);
  if (file !== undefined) return readOnce(file);
  const known = editions.map((it) => it.edition).join(", ");
  throw new RangeError(`criteriaSet: ${id} has no edition ${edition}; there are: ${known}`);
}

function meantId(id: string): string {
  const near = nearest(String(id), criteriaSetIds);
  return near === undefined ? `; there are: ${criteriaSetIds.join(", ")}` : `; perhaps ${near}`;
}
