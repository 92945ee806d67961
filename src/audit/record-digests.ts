/**
 * The first look at a record that is verified: which of its digests do not hold. Works on plain data whose shape nobody
 * has checked.
 */
import { isRecord } from "../round/reading.ts";
import { digestOf } from "./digest.ts";
import { treeRoot } from "./merkle.ts";
import { recordLeaf } from "./record.ts";
import { difference, type StepDifference, unfit } from "./record-difference.ts";
import { digestsOf, partsOf, strayKeys } from "./record-parts.ts";

/** A record as plain data. */
export type Plain = Readonly<Record<string, unknown>>;

/** Digests that differ: those of parts that are computed from, and those of parts whose values are compared, which says more. */
export interface DigestDifferences {
  readonly before: readonly StepDifference[];
  readonly after: readonly StepDifference[];
}

/**
 * The digests of a plain record that do not hold; of a group also those of its units' records, and its root. Besides
 * steps and results the parts that are named here are compared by value.
 */
export const recordDigests = (record: Plain, compared: readonly string[]): DigestDifferences =>
  record["kind"] === "group"
    ? groupDigests(record, [...computed, ...compared])
    : digestDifferences(record, "", [...computed, ...compared]);

const computed = ["steps", "result", "place", "ranking", "root"];

function digestDifferences(record: Plain, prefix: string, compared: readonly string[]): DigestDifferences {
  const before: StepDifference[] = [];
  const after: StepDifference[] = [];
  const stated = isRecord(record["digests"]) ? record["digests"] : {};
  const { digests } = digestsOf(record);
  for (const key of strayKeys(record)) before.push(difference(`${prefix}${key}`, record[key], undefined));
  for (const name of new Set([...partsOf(record).map((it) => it.name), ...Object.keys(stated)])) {
    if (stated[name] === digests[name]) continue;
    const found = { ...difference(`${prefix}${name}`, stated[name], digests[name]), from: "digest" } as const;
    if (compared.some((part) => name === part || name.startsWith(`${part}.`))) after.push(found);
    else before.push(found);
  }
  const whole = digestOf(stated);
  if (record["digest"] !== whole) after.push(difference(`${prefix}digest`, record["digest"], whole));
  return { before, after };
}

/** The digests of a group's record: its own, and those of each unit's record. */
function groupDigests(record: Plain, compared: readonly string[]): DigestDifferences {
  const own = digestDifferences(record, "", compared);
  const units = recordsIn(record).map((it) => digestDifferences(it, prefixOf(it), compared));
  const root = treeRoot(recordsIn(record).map(recordLeaf));
  const lost =
    Array.isArray(record["units"]) && record["units"].length === recordsIn(record).length
      ? []
      : [unfit("units", record["units"], "records of units")];
  return {
    before: [...own.before, ...lost, ...units.flatMap((it) => it.before)],
    after: [
      ...units.flatMap((it) => it.after),
      ...(record["root"] === root ? [] : [difference("root", record["root"], root)]),
      ...own.after,
    ],
  };
}

/** The records of units in the record of a group. */
export const recordsIn = (record: Plain): readonly Plain[] => {
  const units = record["units"];
  return Array.isArray(units) ? units.filter((it): it is Plain => isRecord(it) && it["kind"] === "unit") : [];
};

/** What stands before the steps of a unit in the record of a group. */
export const prefixOf = (record: Plain): string => `unit ${String(record["unit"])}: `;
