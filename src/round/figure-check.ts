/**
 * What third parties bring to a round: statistics, targets of `relative` leaves, and findings of inspections
 * (design 3.5, 3.6, 3.12).
 */
import type { Path } from "../issue.ts";
import { byCodeUnit } from "../plain.ts";
import type { Leaf, Plan } from "../plan.ts";
import type { Act, Entry, Finding, Statistic, Target } from "../round.ts";
import { checkTarget } from "../rules/relative.ts";
import type { ReadLedger } from "./ledger-check.ts";
import {
  elements,
  hasErrorSince,
  leafAt,
  type Reading,
  readPart,
  readPartFacts,
  textAt,
  undamaged,
} from "./reading.ts";
import { roundShape, stageOrder } from "./round-schema.ts";

/** Tells whether the round has a unit; reports one that it has not. */
type HasUnit = (unit: string, path: Path) => boolean;

/** Orders parts by unit, then by the place of their item in the set. */
export function byUnitAndItem(
  plan: Plan,
): (
  a: { readonly unit: string; readonly item: string },
  b: { readonly unit: string; readonly item: string },
) => number {
  const place = (item: string): number =>
    plan.leafOf.get(item)?.index ?? plan.leaves.length + plan.lines.findIndex(({ id }) => id === item);
  return (a, b) => byCodeUnit(a.unit, b.unit) || place(a.item) - place(b.item);
}

/** Reads the statistics; without a round every unit is taken as known. */
export function readStatisticParts(
  reading: Reading,
  list: unknown,
  path: Path,
  hasUnit: HasUnit | undefined,
): readonly Statistic[] {
  const result: Statistic[] = [];
  const seen = new Set<string>();
  for (const part of elements(reading, list, path)) {
    const before = reading.report.issues.length;
    const written = readPart(reading, roundShape.statistic, part);
    if (written === undefined) continue;
    const { unit, item, reference } = written;
    const leaf = figureLeaf(reading, unit, item, part.path, hasUnit);
    if (leaf === undefined) continue;
    const subject = { item: leaf.number, unit };
    if (leaf.source.kind !== "statistic") {
      reading.report("not-a-statistic", [...part.path, "item"], { found: item }, subject);
      continue;
    }
    if (seen.has(`${unit}\n${item}`)) reading.report("statistic-twice", part.path, {}, subject);
    seen.add(`${unit}\n${item}`);
    const facts = readPartFacts(reading, leaf, { value: written.facts, path: [...part.path, "facts"] });
    if (facts === undefined || hasErrorSince(reading, before)) continue;
    result.push({ unit, item, facts, ...(reference === undefined ? {} : { reference }) });
  }
  return result.sort(byUnitAndItem(reading.plan));
}

/** Reads the targets of `relative` leaves. */
export function readTargets(
  reading: Reading,
  list: unknown,
  path: Path,
  hasUnit: HasUnit,
): readonly Target[] {
  const result: Target[] = [];
  const seen = new Set<string>();
  for (const part of elements(reading, list, path)) {
    const before = reading.report.issues.length;
    const written = readPart(reading, roundShape.target, part);
    if (written === undefined) continue;
    const { unit, item } = written;
    const leaf = figureLeaf(reading, unit, item, part.path, hasUnit);
    if (leaf === undefined) continue;
    const subject = { item: leaf.number, unit };
    if (leaf.rule.kind !== "relative") {
      reading.report("target-without-relative", [...part.path, "item"], { found: item }, subject);
      continue;
    }
    if (seen.has(`${unit}\n${item}`)) reading.report("target-twice", part.path, {}, subject);
    seen.add(`${unit}\n${item}`);
    const { rule } = leaf;
    const at = { leaf: leaf.context, path: [...part.path, "facts"], item: leaf.number };
    const facts = undamaged(reading, at.path, (report) =>
      checkTarget(rule, written.facts, { ...at, report }),
    );
    if (facts === undefined || hasErrorSince(reading, before)) continue;
    result.push({ unit, item, facts });
  }
  return result.sort(byUnitAndItem(reading.plan));
}

function figureLeaf(
  reading: Reading,
  unit: string,
  item: string,
  path: Path,
  hasUnit: HasUnit | undefined,
): Leaf | undefined {
  if (hasUnit?.(unit, [...path, "unit"]) === false) return undefined;
  return leafAt(reading, item, [...path, "item"], unit);
}

/** The findings as read, with their places; `unreadable` by id where a finding's own data is wrong. */
export interface ReadFindings {
  readonly findings: readonly Finding[];
  readonly byId: ReadonlyMap<string, Finding | "unreadable">;
  readonly pathOf: ReadonlyMap<string, Path>;
  readonly ofUnit: ReadonlyMap<string, readonly Finding[]>;
}

/** Reads the findings of inspections. */
export function readFindings(reading: Reading, list: unknown, path: Path, hasUnit: HasUnit): ReadFindings {
  const byId = new Map<string, Finding | "unreadable">();
  const pathOf = new Map<string, Path>();
  const ofUnit = new Map<string, Finding[]>();
  const findings: Finding[] = [];
  for (const part of elements(reading, list, path)) {
    const finding = readPart(reading, roundShape.finding, part);
    if (finding === undefined) {
      byId.set(textAt(part.value, "id") ?? "", "unreadable");
      continue;
    }
    const { id, unit, item, date, remedied } = finding;
    if (byId.has(id)) {
      reading.report("finding-twice", [...part.path, "id"], { found: id }, { unit });
      continue;
    }
    byId.set(id, "unreadable");
    const leaf = figureLeaf(reading, unit, item, part.path, hasUnit);
    if (leaf === undefined) continue;
    if (remedied !== undefined && remedied < date) {
      const facts = { found: remedied, expected: date };
      reading.report("finding-remedied-before-found", [...part.path, "remedied"], facts, {
        item: leaf.number,
        unit,
      });
      continue;
    }
    byId.set(id, finding);
    pathOf.set(id, part.path);
    findings.push(finding);
    appendTo(ofUnit, unit, finding);
  }
  const order = byUnitAndItem(reading.plan);
  findings.sort((a, b) => order(a, b) || byCodeUnit(a.id, b.id));
  return { findings, byId, pathOf, ofUnit };
}

/**
 * Every finding is addressed by an entry of the council that cites it (design 3.6). Where the set blocks closing, an
 * act that closes a stage while a finding of that day is not addressed by then is an error; otherwise a warning is left.
 */
export function checkAddressed(
  reading: Reading,
  { findings, pathOf, byId }: ReadFindings,
  { entries, unread }: ReadLedger,
  actsOf: (unit: string) => readonly Act[],
): void {
  const addressed = new Map<string, Entry[]>();
  // An entry that cites a wrong id, or cannot be read, has its own issue: the finding that it may mean is not missed.
  const unsure = new Set(unread);
  for (const { value: entry } of entries) {
    if (entry.kind === "explain") continue;
    for (const id of entry.findings) appendTo(addressed, id, entry);
    if (!entry.findings.every((id) => byId.has(id))) unsure.add(`${entry.unit}\n${entry.item}`);
  }
  const blocks = reading.plan.set.policies.openFindings === "block";
  for (const finding of findings) {
    const { id, unit, item, date } = finding;
    if (unsure.has(`${unit}\n${item}`)) continue;
    const citing = addressed.get(id) ?? [];
    const subject = { item: reading.plan.leafOf.get(item)?.number, unit };
    const path = pathOf.get(id) ?? [];
    const closed = actsOf(unit)
      .filter((act) => date <= act.date)
      .find((act) => !citing.some(({ stage }) => stageOrder[stage] <= stageOrder[act.stage]));
    if (blocks && closed !== undefined) {
      reading.report("finding-blocks-closing", path, { found: id, expected: closed.date }, subject);
    } else if (citing.length === 0) {
      reading.report("finding-unaddressed", path, { found: id }, subject);
    }
  }
}

function appendTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}
