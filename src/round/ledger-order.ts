/**
 * What must hold between the entries of a ledger (design 3.5): one entry for each stage and item, stages in the order
 * of their days, one explanation between first and second appraisal, nothing after a closing act but corrections, and
 * no act over an open return. An act (quyết định) closes one stage for the units of one council.
 */
import type { Path } from "../issue.ts";
import type { Act, Entry, Stage } from "../round.ts";
import type { PlacedEntry, ReadLedger } from "./ledger-check.ts";
import { elements, hint, numberOf, type Placed, type Reading, readPart, textAt } from "./reading.ts";
import type { CouncilRegister } from "./register-check.ts";
import { roundShape, stageOrder } from "./round-schema.ts";

/** What the order of a ledger is held against; absent parts are not checked. */
export interface OrderContext {
  /** The acts of the unit's council, by stage; `unreadable` where one of them may be among those that could not be read. */
  readonly actsOf: (unit: string) => ReadonlyMap<Stage, Act> | "unreadable";
  /** The day on which the unit's self-assessment was sent. */
  readonly submittedOf: (unit: string) => string | undefined;
  /** Whether the unit's self-assessment claims anything on an item; `unreadable` where nobody can tell. */
  readonly claims: (unit: string, item: string) => boolean | "unreadable";
}

/** The acts as read, by council and stage, and the councils whose acts could not all be read. */
export interface ReadActs {
  readonly acts: readonly Placed<Act>[];
  readonly byCouncil: ReadonlyMap<string, ReadonlyMap<Stage, Act>>;
  readonly unread: ReadonlySet<string>;
}

/** Reads the closing acts: one for each stage of a council, in the order of the stages. */
export function readActs(reading: Reading, list: unknown, path: Path, councils: CouncilRegister): ReadActs {
  const acts: Placed<Act>[] = [];
  const byCouncil = new Map<string, Map<Stage, Act>>();
  const unread = new Set<string>();
  for (const part of elements(reading, list, path)) {
    const act = readPart(reading, roundShape.act, part);
    if (act === undefined) {
      unread.add(textAt(part.value, "council") ?? "");
      continue;
    }
    const known = byCouncil.get(act.council) ?? new Map<Stage, Act>();
    if (!councils.lists(act.council)) {
      const expected = hint(reading, act.council, councils.ids);
      reading.report("unknown-council", [...part.path, "council"], { found: act.council, expected });
    } else if (known.has(act.stage)) {
      reading.report("act-twice", [...part.path, "stage"], { found: act.stage, expected: act.council });
    } else {
      acts.push({ value: act, path: part.path });
      byCouncil.set(act.council, known.set(act.stage, act));
    }
  }
  for (const { value: act, path: place } of acts) {
    const earlier = latest(
      [...(byCouncil.get(act.council)?.values() ?? [])].filter(
        (it) => stageOrder[it.stage] < stageOrder[act.stage],
      ),
    );
    if (earlier === undefined || earlier <= act.date) continue;
    reading.report("act-before-earlier-act", [...place, "date"], { found: act.date, expected: earlier });
  }
  return { acts, byCouncil, unread };
}

const latest = (dated: readonly { readonly date: string }[]): string | undefined =>
  dated.reduce<string | undefined>(
    (last, { date }) => (last === undefined || date > last ? date : last),
    undefined,
  );

/** Checks what must hold between the entries on each item of each unit. */
export function checkOrder(
  reading: Reading,
  { entries, unread }: ReadLedger,
  context: OrderContext | undefined,
): void {
  const histories = new Map<string, PlacedEntry[]>();
  for (const entry of entries) {
    const key = `${entry.value.unit}\n${entry.value.item}`;
    const known = histories.get(key);
    if (known === undefined) histories.set(key, [entry]);
    else known.push(entry);
  }
  for (const [key, history] of histories) {
    const { unit } = (history[0] as PlacedEntry).value;
    const found = context?.actsOf(unit) ?? "unreadable";
    // A history of which a part could not be read is not blamed for what may only be missing in it.
    const whole = !unread.has(key);
    checkHistory(reading, { history, whole, acts: found === "unreadable" ? undefined : found, context });
  }
}

interface History {
  readonly history: readonly PlacedEntry[];
  readonly whole: boolean;
  readonly acts: ReadonlyMap<Stage, Act> | undefined;
  readonly context: OrderContext | undefined;
}

function checkHistory(reading: Reading, it: History): void {
  const council = it.history.filter(({ value }) => value.kind !== "explain");
  const explanations = it.history.filter(({ value }) => value.kind === "explain");
  checkOnce(reading, council);
  for (const entry of council) checkDay(reading, entry, council, it);
  explanations.forEach((entry, at) => {
    if (at > 0) reading.report("explanation-twice", entry.path, {}, subjectOf(entry));
    checkExplanation(reading, entry, council, it);
  });
  for (const entry of council)
    if (entry.value.kind === "accept") checkAccept(reading, entry, explanations, it);
  if (it.whole) checkReturns(reading, council, it.acts);
}

const subjectOf = ({ value, target }: PlacedEntry) => ({ item: numberOf(target), unit: value.unit });

/** Two entries of one stage on one item; corrections are told apart by their decisions. */
function checkOnce(reading: Reading, council: readonly PlacedEntry[]): void {
  if (council.length < 2) return;
  const seen = new Set<string>();
  for (const entry of council) {
    const { stage, decision } = entry.value;
    const key = `${stage}\n${decision?.number ?? ""}`;
    if (seen.has(key)) reading.report("entry-twice", entry.path, { found: stage }, subjectOf(entry));
    seen.add(key);
  }
}

/** An entry stands after everything of earlier stages, and before the act that closes its own. */
function checkDay(
  reading: Reading,
  entry: PlacedEntry,
  council: readonly PlacedEntry[],
  { acts, context }: History,
): void {
  const { stage, date, unit } = entry.value;
  const order = stageOrder[stage];
  const place = [...entry.path, "date"];
  const submitted = context?.submittedOf(unit);
  if (submitted !== undefined && date < submitted) {
    reading.report("entry-before-submission", place, { found: date, expected: submitted }, subjectOf(entry));
  }
  const ended = [...(acts?.values() ?? [])];
  if (stage === "correction") {
    if (acts === undefined) return;
    const closing = acts.get("final");
    if (closing === undefined || date < closing.date) {
      reading.report(
        "correction-before-closing",
        place,
        { found: date, expected: closing?.date ?? "–" },
        subjectOf(entry),
      );
    }
    return;
  }
  const before = council.filter(({ value }) => stageOrder[value.stage] < order).map(({ value }) => value);
  const earlier = latest([...before, ...ended.filter((act) => stageOrder[act.stage] < order)]);
  if (earlier !== undefined && date < earlier) {
    return reading.report(
      "entry-before-earlier-stage",
      place,
      { found: date, expected: earlier },
      subjectOf(entry),
    );
  }
  const closed = ended.find((act) => stageOrder[act.stage] >= order && act.date < date);
  if (closed !== undefined) {
    reading.report("entry-after-closing", place, { found: date, expected: closed.date }, subjectOf(entry));
  }
}

/** The unit explains after the first appraisal (its entry, or the act that closed it) and before the second. */
function checkExplanation(
  reading: Reading,
  entry: PlacedEntry,
  council: readonly PlacedEntry[],
  it: History,
): void {
  const { date } = entry.value;
  const place = [...entry.path, "date"];
  const first = council.find(({ value }) => value.stage === "first")?.value.date;
  const opened = first ?? it.acts?.get("first")?.date;
  const known = opened !== undefined || (it.whole && it.acts !== undefined);
  if (known && (opened === undefined || date < opened)) {
    return reading.report(
      "explanation-before-first",
      place,
      { found: date, expected: opened ?? "–" },
      subjectOf(entry),
    );
  }
  const later = [...council.map(({ value }) => value), ...(it.acts?.values() ?? [])].filter(
    (one) => stageOrder[one.stage] > stageOrder.first && one.date < date,
  );
  const ended = later.reduce<string | undefined>(
    (least, one) => (least === undefined || one.date < least ? one.date : least),
    undefined,
  );
  if (ended !== undefined) {
    reading.report("explanation-after-second", place, { found: date, expected: ended }, subjectOf(entry));
  }
}

/** An acceptance needs a claim: the self-score, or at a later stage what the explanation proposes. */
function checkAccept(
  reading: Reading,
  entry: PlacedEntry,
  explanations: readonly PlacedEntry[],
  it: History,
): void {
  const { unit, item, stage } = entry.value;
  // Items that the unit does not score have their own issues or nothing that is claimed.
  if (entry.wrong || it.context === undefined || !it.whole) return;
  const claimed = "line" in entry.target ? true : it.context.claims(unit, item);
  if (claimed !== false) return;
  const proposed = stage !== "first" && explanations.some(({ value }) => proposes(value));
  if (!proposed) reading.report("nothing-to-accept", [...entry.path, "kind"], {}, subjectOf(entry));
}

const proposes = (entry: Entry): boolean =>
  entry.kind === "explain" &&
  (entry.facts !== undefined || entry.points !== undefined || entry.notApplicable !== undefined);

/**
 * A return is decided at a later stage. The act that closes the first stage leaves it open, for the explanation comes
 * after it; the acts of later stages must not close over a return of an earlier one, nor the final act over any.
 */
function checkReturns(
  reading: Reading,
  council: readonly PlacedEntry[],
  acts: ReadonlyMap<Stage, Act> | undefined,
): void {
  if (!council.some(({ value }) => value.kind === "return")) return;
  for (const stage of ["second", "final"] as const) {
    const act = acts?.get(stage);
    if (act === undefined) continue;
    const upTo = council.filter(({ value }) => stageOrder[value.stage] <= stageOrder[stage]);
    const last = upTo.reduce<PlacedEntry | undefined>(
      (found, one) =>
        found === undefined || stageOrder[one.value.stage] >= stageOrder[found.value.stage] ? one : found,
      undefined,
    );
    if (last?.value.kind !== "return" || (last.value.stage === stage && stage !== "final")) continue;
    const facts = { found: act.number, expected: act.date };
    return reading.report("closed-over-return", [...last.path, "kind"], facts, subjectOf(last));
  }
}
