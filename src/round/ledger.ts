/**
 * The council's ledger. Entry by entry: who may write it, on which item, with which decision, value and reason. Between
 * entries: one for each stage and item, stages in the order of their days, one explanation between first and second
 * appraisal, nothing after a closing act but corrections, and no act over an open return. An act (quyết định) closes one
 * stage for the units of one council.
 */
import { byReplay, byStage, stages } from "../appraisal.ts";
import type { Decimal, Facts } from "../criteria-set.ts";
import { exactText } from "../number.ts";
import { byCodeUnit, elementAt, memo } from "../plain.ts";
import type { Leaf, PlanLine } from "../plan.ts";
import { type Act, type Council, type Entry, listsBy, type SelfAssessment, type Stage } from "../round.ts";
import { checkPoints } from "../rules/direct.ts";
import { type Assessments, inEvidenceOrder } from "./answers.ts";
import { isAbout, type ReadFindings } from "./figures.ts";
import {
  checkListedOnce,
  elements,
  firstOf,
  hasErrorSince,
  itemKey,
  named,
  type Placed,
  type Reading,
  readPart,
  readPartFacts,
  repeats,
  targetOf,
  textAt,
  unknownName,
} from "./reading.ts";
import { type CouncilRegister, isWithinScope, rolesOf, type UnitRegister } from "./register.ts";
import { roundShape, type WrittenEntry } from "./schema.ts";

/** What of a round its ledger is held against; a ledger that is read alone has none of it. */
export interface BesideLedger {
  readonly register: UnitRegister;
  readonly councils: CouncilRegister;
  readonly findings: ReadFindings;
  readonly assessments: Assessments;
  readonly acts: ReadActs;
  /** The lists that were written but cannot be read. */
  readonly lost: ReadonlySet<string>;
}

/** Something on an item that the set has, at its place. */
interface OnTarget<T> extends Placed<T> {
  readonly target: Leaf | PlanLine;
}

/** An entry of the right shape, on an item that the set has. */
export interface PlacedEntry extends OnTarget<Entry> {
  /** True where the entry itself has an error, so that it is no part of the ledger as read. */
  readonly wrong: boolean;
}

/** A ledger as it was read, and what of it could not be read. */
interface ReadLedger {
  readonly entries: readonly PlacedEntry[];
  /** `unit` and item, joined by a line break, of entries whose shape is wrong. */
  readonly unread: ReadonlySet<string>;
}

/** Reads the entries of a ledger. */
export function readEntries(
  reading: Reading,
  list: Placed<unknown>,
  beside: BesideLedger | undefined,
): ReadLedger {
  const entries: PlacedEntry[] = [];
  const unread = new Set<string>();
  for (const part of elements(reading, list)) {
    const { path } = part;
    const before = reading.report.issues.length;
    const written = readPart(reading, roundShape.entry, part);
    if (written === undefined) {
      const [unit, item] = [textAt(part.value, "unit") ?? "", textAt(part.value, "item") ?? ""];
      unread.add(itemKey({ unit, item }));
      continue;
    }
    if (beside?.register.has(written.unit, [...path, "unit"]) === false) continue;
    const target = targetOf(reading, { value: written.item, path: [...path, "item"] });
    if (target === undefined) continue;
    const placed = { value: written, path, target };
    const value = readEntry(reading, placed, beside);
    checkAuthor(reading, placed, beside);
    checkCited(reading, placed, beside);
    entries.push({ value, path, target, wrong: hasErrorSince(reading, before) });
  }
  return { entries, unread };
}

/** Checks the decision of an entry and gives the entry with its facts read. */
function readEntry(reading: Reading, entry: OnTarget<WrittenEntry>, beside: BesideLedger | undefined): Entry {
  const { value: written, path } = entry;
  const { kind, stage, reason, decision } = written;
  checkKind(reading, entry);
  const changes = kind !== "accept" && kind !== "uphold";
  if (changes && reason === undefined && !reading.isDamaged([...path, "reason"]))
    reading.report("reason-missing", [...path, "reason"], { found: kind });
  const place = [...path, "decision"];
  if (stage === "correction" && decision === undefined && !reading.isDamaged(place))
    reading.report("correction-without-decision", place);
  if (stage !== "correction" && decision !== undefined)
    reading.report("decision-without-correction", place, { found: decision.number });
  const evidence = inEvidenceOrder(written.evidence);
  const findings = written.findings.length < 2 ? written.findings : [...written.findings].sort(byCodeUnit);
  const isInOrder = evidence === written.evidence && findings === written.findings;
  if (written.kind !== "adjust" && written.kind !== "explain")
    return isInOrder ? written : { ...written, evidence, findings };
  const value = readValue(reading, { ...entry, value: written });
  if (written.kind === "explain") {
    const { facts, points, ...rest } = written;
    return { ...rest, ...value, evidence, findings };
  }
  if (isInOrder && isAdjustedAsRead(written, value)) return written;
  const { facts, points, votes, absent, ...rest } = written;
  const voted = readVotes(reading, { ...entry, value: written }, beside);
  return { ...rest, ...value, ...voted, evidence, findings };
}

/** Tells whether an adjustment without votes has the very value that was read of it. */
const isAdjustedAsRead = (
  written: Adjustment,
  { facts, points }: ReadValue,
): written is Adjustment & Extract<Entry, { kind: "adjust" }> =>
  written.facts === facts &&
  written.points === points &&
  written.votes === undefined &&
  written.absent === undefined;

/** Which kinds of entry an item can have. */
function checkKind(reading: Reading, { value: entry, path, target }: OnTarget<WrittenEntry>): void {
  const { kind } = entry;
  const place = [...path, "kind"];
  if ("line" in target) {
    // The council alone decides a bonus or penalty: there is no claim to accept and nothing to give back.
    if (kind !== "adjust" && kind !== "uphold") reading.report("line-only-adjusted", place, { found: kind });
    return;
  }
  const given = kind === "adjust" || kind === "return" || kind === "explain" || kind === "accept";
  if (given && target.source.kind === "survey")
    return reading.report("survey-item-not-decided", place, { found: kind });
  if (given && target.source.kind === "statistic")
    return reading.report("statistic-not-decided", place, { found: kind });
  const isClaimed = kind === "explain" ? entry.notApplicable !== undefined : kind === "not-applicable";
  if (isClaimed && target.notApplicable === undefined) reading.report("not-applicable-not-allowed", place);
}

/** The value of an entry as read. */
interface ReadValue {
  readonly facts?: Facts;
  readonly points?: Decimal;
}

type EntryWithValue = Extract<WrittenEntry, { kind: "adjust" | "explain" }>;

const valueKeys = ["facts", "points", "votes", "absent", "notApplicable"] as const;

/** The value that an adjustment sets or an explanation proposes: facts or points, never both; votes are read apart. */
function readValue(reading: Reading, { value: written, path, target }: OnTarget<EntryWithValue>): ReadValue {
  const { facts, points } = written;
  const notApplicable = written.kind === "explain" ? written.notApplicable : undefined;
  const { votes, absent } = written.kind === "adjust" ? written : {};
  const values = { facts, points, votes, absent: votes === undefined ? absent : undefined, notApplicable };
  const given = valueKeys.filter((key) => values[key] !== undefined);
  if (given.length > 1) {
    reading.report("entry-value-twice", path, { found: given.join(", ") });
    return {};
  }
  if (!("line" in target) && target.source.kind !== "appraisal") return {};
  if (facts !== undefined) {
    const read = readPartFacts(reading, target, { value: facts, path: [...path, "facts"] });
    return read === undefined ? {} : { facts: read };
  }
  if (points !== undefined) {
    checkGivenPoints(reading, { value: points, path: [...path, "points"], target });
    return { points };
  }
  if (written.kind !== "adjust" || given.length > 0) return {};
  const lost = ["facts", "points", "votes", "absent"].some((key) => reading.isDamaged([...path, key]));
  if (!lost) reading.report("entry-value-missing", path);
  return {};
}

type Adjustment = Extract<WrittenEntry, { kind: "adjust" }>;

/** The votes of an adjustment, and who was absent, in the order of the roles' ids. */
function readVotes(
  reading: Reading,
  { value: written, path, target }: OnTarget<Adjustment>,
  beside: BesideLedger | undefined,
): Pick<Extract<Entry, { kind: "adjust" }>, "votes" | "absent"> {
  const { votes = [], absent = [] } = written;
  if (written.votes === undefined && written.absent === undefined) return {};
  const place = [...path, "votes"];
  if (votes.length === 0) {
    // Who is absent where a value is given too is said there.
    const isAlone = written.votes !== undefined || (written.facts ?? written.points) === undefined;
    if (isAlone && !reading.isDamaged(place)) reading.report("votes-missing", place);
    return {};
  }
  if (!("line" in target) && target.source.kind !== "appraisal") return {};
  if (target.rule.kind === "relative") reading.report("relative-by-points", place, { found: "votes" });
  else
    votes.forEach(({ points }, at) => {
      checkGivenPoints(reading, { value: points, path: [...place, at, "points"], target });
    });
  checkVoters(reading, { value: { ...written, votes, absent }, path, target }, beside);
  return {
    votes: [...votes].sort((a, b) => byCodeUnit(a.by, b.by)),
    ...(absent.length === 0 ? {} : { absent: [...absent].sort(byCodeUnit) }),
  };
}

/** Every role with the right to decide stands once: among those who vote, or among those who are absent. */
function checkVoters(
  reading: Reading,
  entry: OnTarget<Required<Pick<Adjustment, "votes" | "absent" | "unit" | "stage">>>,
  beside: BesideLedger | undefined,
): void {
  const { value, path, target } = entry;
  const { votes, absent, stage } = value;
  const place = [...path, "votes"];
  const voters: readonly Placed<string>[] = [
    ...(votes ?? []).map(({ by }, at) => ({ value: by, path: [...place, at, "by"] })),
    ...(absent ?? []).map((by, at) => ({ value: by, path: [...path, "absent", at] })),
  ];
  const isRepeated = repeats();
  const repeated = voters.filter(({ value: found }) => isRepeated(found));
  for (const { value: found, path: at } of repeated) reading.report("voter-twice", at, { found });
  const council = beside?.councils.ofUnit(value.unit);
  if (council === undefined || council === "unreadable") return;
  const seen = new Map(voters.map((it) => [it.value, it]));
  const known = [...seen.values()].map((it) => checkRole(reading, it, council, { stage, target }));
  // A role that is misspelt or stands twice may be the one that seems to be missing.
  if (repeated.length > 0 || !known.every(Boolean)) return;
  const missing: string[] = [];
  for (const [id, { stages: own, scope }] of rolesOf(council))
    if (own.has(stage) && !seen.has(id) && isWithinScope(reading.plan, scope, target)) missing.push(id);
  if (missing.length > 0) reading.report("vote-missing", place, { found: firstOf(missing) });
}

/** Points between floor and maximum, on the step; a relative leaf takes facts alone. */
function checkGivenPoints(reading: Reading, { value: points, path, target }: OnTarget<Decimal>): void {
  const { rule, context } = target;
  if (rule.kind === "relative") return reading.report("relative-by-points", path, { found: points });
  // Floors are 0 unless declared; `least` is the lesser of 0 and the declared floor.
  const floor = "line" in target ? "0" : exactText(target.least);
  checkPoints(rule, floor, points, { leaf: context, path, report: reading.report, item: named(target) });
}

/** Who made the entry, and whether the role may at this stage. */
function checkAuthor(
  reading: Reading,
  { value: { kind, by, stage, unit }, path, target }: OnTarget<WrittenEntry>,
  beside: BesideLedger | undefined,
): void {
  const place = [...path, "by"];
  if (by === "unit") {
    if (kind !== "explain") reading.report("entry-by-unit", place, { found: kind });
    else if (stage !== "first")
      reading.report("explanation-at-wrong-stage", [...path, "stage"], { found: stage });
    return;
  }
  if (kind === "explain") return reading.report("explanation-by-council", place, { found: by });
  if (beside === undefined) return;
  const council = beside.councils.ofUnit(unit);
  if (council === "unreadable") return;
  if (council === undefined) return reading.report("unit-without-council", place, { found: by });
  checkRole(reading, { value: by, path: place }, council, { stage, target });
}

/** Whether the council has a role that decides the item in that stage; reports what speaks against it. */
function checkRole(
  reading: Reading,
  { value: by, path }: Placed<string>,
  council: Council,
  { stage, target }: { readonly stage: Stage; readonly target: Leaf | PlanLine },
): boolean {
  const roles = rolesOf(council);
  const rights = roles.get(by);
  if (rights === undefined) {
    reading.report("unknown-role", path, unknownName(reading, by, roles.keys()));
  } else if (!rights.stages.has(stage)) {
    reading.report("role-without-right", path, { found: by, expected: stage });
  } else if (!isWithinScope(reading.plan, rights.scope, target)) {
    reading.report("role-beyond-scope", path, { found: by, expected: firstOf(rights.scope ?? []) });
  } else return true;
  return false;
}

/** The findings that the entry cites exist and are about its unit and item. */
function checkCited(
  reading: Reading,
  { value: entry, path }: OnTarget<WrittenEntry>,
  beside: BesideLedger | undefined,
): void {
  checkListedOnce(reading, entry.findings, [...path, "findings"]);
  if (beside === undefined || beside.lost.has("findings")) return;
  const { byId, ids } = beside.findings;
  entry.findings.forEach((id, at) => {
    const place = [...path, "findings", at];
    const finding = byId.get(id);
    if (finding === undefined) {
      reading.report("unknown-finding", place, unknownName(reading, id, ids));
    } else if (
      finding !== "unreadable" &&
      (finding.unit !== entry.unit || !isAbout(reading.plan, finding, entry.item))
    ) {
      const expected = [finding.unit, finding.item];
      reading.report("finding-of-other", place, { found: id, expected });
    }
  });
}

/** The acts as read, by council and stage, and the councils whose acts could not all be read. */
export interface ReadActs {
  readonly acts: readonly Act[];
  readonly byCouncil: ReadonlyMap<string, ReadonlyMap<Stage, Act>>;
  readonly unread: ReadonlySet<string>;
}

/** Reads the closing acts: one for each stage of a council, in the order of the stages. */
export function readActs(reading: Reading, list: Placed<unknown>, councils: CouncilRegister): ReadActs {
  const acts: Placed<Act>[] = [];
  const byCouncil = new Map<string, Map<Stage, Act>>();
  const unread = new Set<string>();
  for (const part of elements(reading, list)) {
    const { path } = part;
    const act = readPart(reading, roundShape.act, part);
    if (act === undefined) {
      unread.add(textAt(part.value, "council") ?? "");
      continue;
    }
    const { council, stage } = act;
    const known = byCouncil.get(council) ?? new Map<Stage, Act>();
    if (!councils.lists(council)) {
      reading.report("unknown-council", [...path, "council"], unknownName(reading, council, councils.ids));
    } else if (known.has(stage)) {
      reading.report("act-twice", [...path, "stage"], { found: stage, expected: council });
    } else {
      acts.push({ value: act, path });
      byCouncil.set(council, known.set(stage, act));
    }
  }
  for (const { value: act, path } of acts) {
    const own = [...(byCouncil.get(act.council)?.values() ?? [])];
    const earlier = latest(own.filter(({ stage }) => byStage(stage, act.stage) < 0));
    if (earlier !== undefined && earlier > act.date)
      reading.report("act-before-earlier-act", [...path, "date"], { found: act.date, expected: earlier });
  }
  return { acts: acts.map(({ value }) => value), byCouncil, unread };
}

/** The last day of some events; undefined where there is none. */
const latest = (events: readonly Pick<Act, "date">[]): string | undefined =>
  events
    .map(({ date }) => date)
    .sort(byCodeUnit)
    .at(-1);

const noActs: ReadonlyMap<Stage, Act> = new Map();

/** The acts of the council of a unit, by stage; undefined where one of them may be among those that could not be read. */
function actsOf(unit: string, { councils, acts, lost }: BesideLedger): ReadonlyMap<Stage, Act> | undefined {
  const council = councils.ofUnit(unit);
  if (lost.has("acts")) return undefined;
  if (council === undefined) return noActs;
  if (council === "unreadable" || acts.unread.has(council.id) || acts.unread.has("")) return undefined;
  return acts.byCouncil.get(council.id) ?? noActs;
}

/** Checks what must hold between the entries on each item of each unit. */
export function checkOrder(
  reading: Reading,
  { entries, unread }: ReadLedger,
  beside: BesideLedger | undefined,
): void {
  for (const [key, all] of listsBy(entries, ({ value }) => itemKey(value))) {
    const acts = beside === undefined ? undefined : actsOf(elementAt(all, 0).value.unit, beside);
    const council = all.filter(({ value }) => value.kind !== "explain");
    const explanations = all.filter(({ value }) => value.kind === "explain");
    checkHistory(reading, {
      council,
      explanations,
      days: daysByStage([...council.map(({ value }) => value), ...(acts?.values() ?? [])]),
      isProposed: explanations.some(({ value }) => proposes(value)),
      isComplete: !unread.has(key),
      acts,
      beside,
    });
  }
}

/** The entries on one item of one unit, and what they are held against. */
interface History {
  readonly council: readonly PlacedEntry[];
  readonly explanations: readonly PlacedEntry[];
  /** When something happened in each stage: entries of the council, and the act that closed it. */
  readonly days: ReadonlyMap<Stage, StageDays>;
  /** True where an explanation proposes another answer. */
  readonly isProposed: boolean;
  /** A history of which a part could not be read is not blamed for what may only be missing in it. */
  readonly isComplete: boolean;
  /** The acts of the unit's council; undefined where they could not all be read. */
  readonly acts: ReadonlyMap<Stage, Act> | undefined;
  readonly beside: BesideLedger | undefined;
}

/** Days of one stage: that of the entry that was written first, the first and the last. */
interface StageDays {
  readonly opened: string;
  readonly first: string;
  readonly last: string;
}

function daysByStage(events: readonly Pick<Entry, "stage" | "date">[]): ReadonlyMap<Stage, StageDays> {
  const days = new Map<Stage, StageDays>();
  for (const { stage, date } of events) {
    const { opened, first, last } = days.get(stage) ?? { opened: date, first: date, last: date };
    days.set(stage, { opened, first: date < first ? date : first, last: date > last ? date : last });
  }
  return days;
}

function checkHistory(reading: Reading, history: History): void {
  const { council, explanations } = history;
  checkOnce(reading, council);
  for (const entry of council) checkDay(reading, entry, history);
  explanations.forEach((entry, at) => {
    if (at > 0) reading.report("explanation-twice", entry.path);
    checkExplanation(reading, entry, history);
  });
  for (const entry of council) if (entry.value.kind === "accept") checkAccept(reading, entry, history);
  if (history.isComplete) checkReturns(reading, history);
}

/** Two entries of one stage on one item; corrections are told apart by their decisions. */
function checkOnce(reading: Reading, council: readonly PlacedEntry[]): void {
  const isRepeated = repeats();
  for (const { value, path } of council) {
    const { stage, decision } = value;
    if (isRepeated(`${stage}\n${decision?.number ?? ""}`))
      reading.report("entry-twice", path, { found: stage });
  }
}

/** An entry stands after everything of earlier stages, and before the act that closes its own. */
function checkDay(reading: Reading, entry: PlacedEntry, { days, acts, beside }: History): void {
  const { stage, date: found, unit } = entry.value;
  const place = [...entry.path, "date"];
  const own = beside?.assessments.get(unit);
  const submitted = own === "unreadable" ? undefined : own?.assessment.value.submitted;
  if (submitted !== undefined && found < submitted)
    reading.report("entry-before-submission", place, { found, expected: submitted });
  if (stage === "correction") {
    const closing = acts?.get("final")?.date;
    if (acts !== undefined && (closing === undefined || found < closing))
      reading.report("correction-before-closing", place, { found, expected: closing ?? "–" });
    return;
  }
  if (days.size < 2 && acts?.size === 0) return;
  const before = stages.filter((other) => byStage(other, stage) < 0);
  const earlier = before
    .flatMap((other) => days.get(other)?.last ?? [])
    .sort(byCodeUnit)
    .at(-1);
  if (earlier !== undefined && found < earlier)
    return reading.report("entry-before-earlier-stage", place, { found, expected: earlier });
  const closed = [...(acts?.values() ?? [])].find(
    (act) => byStage(act.stage, stage) >= 0 && act.date < found,
  );
  if (closed !== undefined) reading.report("entry-after-closing", place, { found, expected: closed.date });
}

/** The unit explains after the first appraisal (its entry, or the act that closed it) and before the second. */
function checkExplanation(reading: Reading, { value, path }: PlacedEntry, history: History): void {
  const { days, acts, isComplete } = history;
  const found = value.date;
  const place = [...path, "date"];
  const opened = days.get("first")?.opened;
  const known = opened !== undefined || (isComplete && acts !== undefined);
  if (known && (opened === undefined || found < opened))
    return reading.report("explanation-before-first", place, { found, expected: opened ?? "–" });
  const [ended] = stages
    .flatMap((stage) => (stage === "first" ? [] : (days.get(stage)?.first ?? [])))
    .sort(byCodeUnit);
  if (ended !== undefined && ended < found)
    reading.report("explanation-after-second", place, { found, expected: ended });
}

/** An acceptance needs a claim: the self-score, or at a later stage what the explanation proposes. */
function checkAccept(reading: Reading, entry: PlacedEntry, history: History): void {
  const { beside, isProposed, isComplete } = history;
  // Items that the unit does not score have their own issues or nothing that is claimed.
  if (entry.wrong || beside === undefined || !isComplete || "line" in entry.target) return;
  if (mayClaim(entry.value, beside)) return;
  if (entry.value.stage === "first" || !isProposed)
    reading.report("nothing-to-accept", [...entry.path, "kind"]);
}

/** Whether the self-assessment of the unit claims anything on the item, or nobody can tell. */
function mayClaim({ unit, item }: Entry, { assessments, lost }: BesideLedger): boolean {
  const own = assessments.get(unit);
  if (own === undefined) return lost.has("selfAssessments");
  if (own === "unreadable" || own.unread.has(item) || own.unread.has("")) return true;
  return answeredItems(own.assessment.value).has(item);
}

const answeredItems = /* @__PURE__ */ memo(
  ({ answers }: SelfAssessment): ReadonlySet<string> => new Set(answers.map(({ item }) => item)),
);

const proposes = (entry: Entry): boolean =>
  entry.kind === "explain" &&
  (entry.facts !== undefined || entry.points !== undefined || entry.notApplicable !== undefined);

/**
 * A return is decided at a later stage. The act that closes the first stage leaves it open, for the explanation comes
 * after it; the acts of later stages must not close over a return of an earlier one, nor the final act over any.
 */
function checkReturns(reading: Reading, { council, acts }: History): void {
  if (!council.some(({ value }) => value.kind === "return")) return;
  const replayed = [...council].sort((a, b) => byReplay(a.value, b.value));
  for (const stage of ["second", "final"] as const) {
    const act = acts?.get(stage);
    const last = replayed.filter(({ value }) => byStage(value.stage, stage) <= 0).at(-1);
    if (act === undefined || last?.value.kind !== "return") continue;
    if (last.value.stage === stage && stage !== "final") continue;
    return reading.report("closed-over-return", [...last.path, "kind"], {
      found: act.number,
      expected: act.date,
    });
  }
}

/**
 * Every finding is addressed by an entry of the council that cites it. Where the set blocks closing, an act that closes
 * a stage while a finding of that day is not addressed by then is an error; otherwise a warning is left.
 */
export function checkAddressed(
  reading: Reading,
  { entries, unread }: ReadLedger,
  beside: BesideLedger,
): void {
  const { findings, pathOf, byId } = beside.findings;
  const council = entries.filter(({ value }) => value.kind !== "explain").map(({ value }) => value);
  const citations = council.flatMap((entry) => entry.findings.map((id) => ({ id, stage: entry.stage })));
  const citing = listsBy(citations, ({ id }) => id);
  // An entry that cites a wrong id, or cannot be read, has its own issue: the finding that it may mean is not missed.
  const misciting = council.filter((entry) => !entry.findings.every((id) => byId.has(id)));
  const keys = new Set([...unread, ...misciting.map(itemKey)]);
  const unsure = listsBy([...keys], (key) => key.split("\n")[0] ?? "");
  const blocks = reading.plan.set.policies.openFindings === "block";
  for (const finding of findings) {
    const { id, unit, date } = finding;
    if (beside.register.absent.has(unit)) continue;
    if (unsure.get(unit)?.some((key) => isAbout(reading.plan, finding, key.split("\n")[1] ?? ""))) continue;
    const cited = citing.get(id) ?? [];
    const path = pathOf.get(id) ?? [];
    const closed = [...(actsOf(unit, beside)?.values() ?? [])]
      .filter((act) => date <= act.date)
      .find((act) => !cited.some(({ stage }) => byStage(stage, act.stage) <= 0));
    if (blocks && closed !== undefined) {
      reading.report("finding-blocks-closing", path, { found: id, expected: closed.date });
    } else if (cited.length === 0) reading.report("finding-unaddressed", path, { found: id });
  }
}
