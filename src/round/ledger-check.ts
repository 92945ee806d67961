/**
 * The council's ledger, entry by entry (design 3.5): who may write it, on which item, with which decision, value and
 * reason. What must hold between entries (order, stages, closing acts) stands in `ledger-order.ts`.
 */
import type { Decimal, Facts } from "../criteria-set.ts";
import type { Path } from "../issue.ts";
import { exactText } from "../number.ts";
import { byCodeUnit } from "../plain.ts";
import type { Leaf, PlanLine } from "../plan.ts";
import type { Council, Entry, Finding } from "../round.ts";
import { checkPoints } from "../rules/direct.ts";
import { inEvidenceOrder } from "./answer-check.ts";
import {
  checkListedOnce,
  elements,
  hasErrorSince,
  hint,
  numberOf,
  type Placed,
  type Reading,
  readPart,
  readPartFacts,
  targetOf,
  textAt,
} from "./reading.ts";
import { roundShape, type WrittenEntry } from "./round-schema.ts";

/** What a round knows that an entry is held against; a ledger that is read alone has none of it. */
export interface LedgerContext {
  /** Tells whether the round has a unit; reports one that it has not. */
  readonly hasUnit: (unit: string, path: Path) => boolean;
  /** The council of a unit; `unreadable` where the council's own data is wrong. */
  readonly councilOf: (unit: string) => Council | "unreadable" | undefined;
  /** The finding of an id; `unreadable` where its own data is wrong. */
  readonly findingOf: (id: string) => Finding | "unreadable" | undefined;
  /** The ids of all findings. */
  readonly findingIds: readonly string[];
}

/** An entry of the right shape, on an item that the set has. */
export interface PlacedEntry extends Placed<Entry> {
  readonly target: Leaf | PlanLine;
  /** True where the entry itself has an error, so that it is no part of the ledger as read. */
  readonly wrong: boolean;
}

/** A ledger as it was read, and what of it could not be read. */
export interface ReadLedger {
  readonly entries: readonly PlacedEntry[];
  /** `unit` and item, joined by a line break, of entries whose shape is wrong. */
  readonly unread: ReadonlySet<string>;
}

/** Reads the entries of a ledger; the context is absent where the ledger is read without its round. */
export function readEntries(
  reading: Reading,
  list: unknown,
  path: Path,
  context: LedgerContext | undefined,
): ReadLedger {
  const entries: PlacedEntry[] = [];
  const unread = new Set<string>();
  for (const part of elements(reading, list, path)) {
    const before = reading.report.issues.length;
    const written = readPart(reading, roundShape.entry, part);
    if (written === undefined) {
      unread.add(`${textAt(part.value, "unit") ?? ""}\n${textAt(part.value, "item") ?? ""}`);
      continue;
    }
    if (context?.hasUnit(written.unit, [...part.path, "unit"]) === false) continue;
    const target = targetOf(reading, written.item, [...part.path, "item"], written.unit);
    if (target === undefined) continue;
    const value = readEntry(reading, written, target, part.path);
    checkAuthor(reading, written, target, part.path, context);
    checkFindings(reading, written, target, part.path, context);
    entries.push({ value, path: part.path, target, wrong: hasErrorSince(reading, before) });
  }
  return { entries, unread };
}

/** Checks the decision of an entry and gives the entry with its facts read. */
function readEntry(reading: Reading, written: WrittenEntry, target: Leaf | PlanLine, path: Path): Entry {
  const subject = { item: numberOf(target), unit: written.unit };
  checkKind(reading, written, target, path);
  const changes = written.kind !== "accept" && written.kind !== "uphold";
  if (changes && written.reason === undefined && !reading.isDamaged([...path, "reason"])) {
    reading.report("reason-missing", [...path, "reason"], { found: written.kind }, subject);
  }
  if (
    written.stage === "correction" &&
    written.decision === undefined &&
    !reading.isDamaged([...path, "decision"])
  ) {
    reading.report("correction-without-decision", [...path, "decision"], {}, subject);
  }
  if (written.stage !== "correction" && written.decision !== undefined) {
    reading.report(
      "decision-without-correction",
      [...path, "decision"],
      { found: written.decision.number },
      subject,
    );
  }
  const { unit, item, stage, by, date, reason, decision } = written;
  const base = {
    unit,
    item,
    stage,
    by,
    date,
    ...(reason === undefined ? {} : { reason }),
    evidence: inEvidenceOrder(written.evidence),
    findings: [...written.findings].sort(byCodeUnit),
    ...(decision === undefined ? {} : { decision }),
  };
  if (written.kind !== "adjust" && written.kind !== "explain") return { ...base, kind: written.kind };
  const value = readValue(reading, written, target, path);
  if (written.kind === "adjust") return { ...base, kind: "adjust", ...value };
  const { notApplicable } = written;
  return { ...base, kind: "explain", ...value, ...(notApplicable === undefined ? {} : { notApplicable }) };
}

/** Which kinds of entry an item can have. */
function checkKind(
  reading: Reading,
  { kind, unit, ...entry }: WrittenEntry,
  target: Leaf | PlanLine,
  path: Path,
): void {
  const subject = { item: numberOf(target), unit };
  const at = [...path, "kind"];
  if ("line" in target) {
    // Design 3.8: the council alone decides a line; there is no claim to accept and nothing to give back.
    if (kind !== "adjust" && kind !== "uphold")
      reading.report("line-only-adjusted", at, { found: kind }, subject);
    return;
  }
  const given = kind === "adjust" || kind === "return" || kind === "explain" || kind === "accept";
  if (given && target.source.kind === "survey")
    return reading.report("survey-item-not-decided", at, { found: kind }, subject);
  if (given && target.source.kind === "statistic")
    return reading.report("statistic-not-decided", at, { found: kind }, subject);
  const claimed =
    kind === "not-applicable" ||
    (kind === "explain" && "notApplicable" in entry && entry.notApplicable !== undefined);
  if (claimed && target.notApplicable === undefined)
    reading.report("not-applicable-not-allowed", at, {}, subject);
}

type Valued = Extract<WrittenEntry, { kind: "adjust" | "explain" }>;

/** The value that an adjustment sets or an explanation proposes: facts or points, never both. */
function readValue(
  reading: Reading,
  written: Valued,
  target: Leaf | PlanLine,
  path: Path,
): { readonly facts?: Facts; readonly points?: Decimal } {
  const subject = { item: numberOf(target), unit: written.unit };
  const { facts, points } = written;
  const notApplicable = written.kind === "explain" ? written.notApplicable : undefined;
  const given = Object.entries({ facts, points, notApplicable }).filter(([, value]) => value !== undefined);
  if (given.length > 1) {
    reading.report("entry-value-twice", path, { found: given.map(([key]) => key).join(", ") }, subject);
    return {};
  }
  if (!("line" in target) && target.source.kind !== "appraisal") return {};
  if (facts !== undefined) {
    const read = readPartFacts(reading, target, { value: facts, path: [...path, "facts"] });
    return read === undefined ? {} : { facts: read };
  }
  if (points !== undefined) {
    checkGivenPoints(reading, target, points, [...path, "points"], written.unit);
    return { points };
  }
  const lost = reading.isDamaged([...path, "facts"]) || reading.isDamaged([...path, "points"]);
  if (written.kind === "adjust" && !lost) reading.report("entry-value-missing", path, {}, subject);
  return {};
}

/** Points between floor and maximum, on the step; a relative leaf takes facts alone (design 3.5). */
function checkGivenPoints(
  reading: Reading,
  target: Leaf | PlanLine,
  points: Decimal,
  path: Path,
  unit: string,
): void {
  const { rule, context } = target;
  if (rule.kind === "relative") {
    return reading.report("relative-by-points", path, { found: points }, { item: numberOf(target), unit });
  }
  // Floors are 0 unless declared; `least` is the lesser of 0 and the declared floor.
  const floor = "line" in target ? "0" : exactText(target.least);
  checkPoints(rule, floor, points, { leaf: context, path, report: reading.report, item: numberOf(target) });
}

/** Who made the entry, and whether the role may at this stage. */
function checkAuthor(
  reading: Reading,
  { kind, by, stage, unit }: WrittenEntry,
  target: Leaf | PlanLine,
  path: Path,
  context: LedgerContext | undefined,
): void {
  const subject = { item: numberOf(target), unit };
  const at = [...path, "by"];
  if (by === "unit") {
    if (kind !== "explain") return reading.report("entry-by-unit", at, { found: kind }, subject);
    if (stage !== "first")
      reading.report("explanation-at-wrong-stage", [...path, "stage"], { found: stage }, subject);
    return;
  }
  if (kind === "explain") return reading.report("explanation-by-council", at, { found: by }, subject);
  if (context === undefined) return;
  const council = context.councilOf(unit);
  if (council === "unreadable") return;
  if (council === undefined) return reading.report("unit-without-council", at, { found: by }, subject);
  const role = council.roles.find(({ id }) => id === by);
  if (role === undefined) {
    const expected = hint(
      reading,
      by,
      council.roles.map(({ id }) => id),
    );
    return reading.report("unknown-role", at, { found: by, expected }, subject);
  }
  if (!role.decides.includes(stage))
    reading.report("role-without-right", at, { found: by, expected: stage }, subject);
}

/** The findings that the entry cites exist and are about its unit and item. */
function checkFindings(
  reading: Reading,
  { findings, unit, item }: WrittenEntry,
  target: Leaf | PlanLine,
  path: Path,
  context: LedgerContext | undefined,
): void {
  if (findings.length === 0) return;
  const subject = { item: numberOf(target), unit };
  checkListedOnce(reading, findings, [...path, "findings"], unit);
  if (context === undefined) return;
  findings.forEach((id, at) => {
    const place = [...path, "findings", at];
    const finding = context.findingOf(id);
    if (finding === undefined) {
      reading.report(
        "unknown-finding",
        place,
        { found: id, expected: hint(reading, id, context.findingIds) },
        subject,
      );
    } else if (finding !== "unreadable" && (finding.unit !== unit || finding.item !== item)) {
      reading.report(
        "finding-of-other",
        place,
        { found: id, expected: `${finding.unit}, ${finding.item}` },
        subject,
      );
    }
  });
}
