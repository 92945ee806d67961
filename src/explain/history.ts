/**
 * The history of one leaf or line: from the self-score to what stands, entry by entry, who, when, why, on which
 * evidence and finding, and what it changed. It replays the ledger through the same steps as the
 * appraisal, and keeps what the appraisal passes over.
 */

import {
  type Claim,
  claimOf,
  decidedValue,
  inReplayOrder,
  isWithin,
  nextPosition,
  openingPosition,
  type Position,
  type Standing,
  standingOf,
  type Until,
} from "../appraisal.ts";
import type { CriteriaSet, Decimal, Facts, IsoDate, Text } from "../criteria-set.ts";
import { evaluate, type HeldLeaf, leafResult, linePoints } from "../evaluation.ts";
import { type Exact, exactText, subtract, zero } from "../number.ts";
import { assertOptions, deepFreeze, type Mutable } from "../plain.ts";
import { type Leaf, type Plan, type PlanLine, planOf } from "../plan.ts";
import type { Readable, RoundInput } from "../round/input.ts";
import type { Act, Answer, Council, Entry, Evidence, Finding, Round, Stage } from "../round.ts";
import type { Rule } from "../rule.ts";
import { type Amount, amountOf, amountsOf } from "../score.ts";
import { singleUnit, type UnitScene } from "../units.ts";

/** A leaf or line, and how far the process is followed. */
export interface HistoryOf {
  /** The id of the leaf or line. */
  readonly item: string;
  /** A stage or a day, inclusive; `"self"`: as self-assessed; absent: to the end. */
  readonly until?: Until | undefined;
}

/** A value in a history. */
export interface HistoryValue {
  /** What stood. */
  readonly standing: Standing;
  /** Its points; absent where it is pending, has left the maximum, or depends on the group. */
  readonly points?: Amount | undefined;
}

/** Who made an entry. */
export interface HistoryActor {
  /** The role, as the entry names it; `"unit"` for the unit itself. */
  readonly role: string;
  /** The name of the role. */
  readonly title?: Text | undefined;
  /** The name of the council. */
  readonly council?: Text | undefined;
  /** Who holds the role. */
  readonly holders?: readonly string[] | undefined;
}

/** The vote of one member of the council. */
export interface HistoryVote {
  /** Who voted. */
  readonly by: HistoryActor;
  /** The points. */
  readonly points: Decimal;
}

/** One event in the history of a leaf or line. */
export interface HistoryEntry {
  /** `self`: the self-assessment. `register`: an exemption of the set's own register. Else the kind of ledger entry. */
  readonly kind: "self" | "register" | Entry["kind"];
  /** The stage of a ledger entry. */
  readonly stage?: Stage | undefined;
  /** Who made a ledger entry. */
  readonly by?: HistoryActor | undefined;
  /** The day; of a self-assessment the day on which it was sent. */
  readonly date?: IsoDate | undefined;
  /** Who approved the self-assessment, and when. */
  readonly approved?: { readonly role: string; readonly date: IsoDate } | undefined;
  /** On a correction: the decision that orders it. */
  readonly decision?: { readonly number: string; readonly date: IsoDate } | undefined;
  /** On an exemption: the kind of unit that is exempt, and where that is written. */
  readonly exemption?: { readonly kind: Text; readonly at?: string | undefined } | undefined;
  /** The reason; of a self-assessment the explanation in place of evidence, or the reason of its claim. */
  readonly reason?: string | undefined;
  /** What each member gave where members voted, in the order of the ids of their roles. */
  readonly votes?: readonly HistoryVote[] | undefined;
  /** The members who were absent when the others voted. */
  readonly absent?: readonly HistoryActor[] | undefined;
  /** The evidence. */
  readonly evidence: readonly Evidence[];
  /** The findings that it addresses, whole. */
  readonly findings: readonly Finding[];
  /** What the unit claims or proposes by it; with the counts where 0 of 0 is the claim that nothing applies. */
  readonly claim?:
    | { readonly value: Claim; readonly points?: Amount | undefined; readonly facts?: Facts | undefined }
    | undefined;
  /** What stood before it; absent where nothing did. */
  readonly before?: HistoryValue | undefined;
  /** What stood after it; absent on a line that is still undecided. */
  readonly after?: HistoryValue | undefined;
  /** By how much it changed the points; a return changes nothing. Absent where either side has noneAtAll. */
  readonly change?: Amount | undefined;
}

/** A gate that holds a leaf back: an item that must reach a bound so that the leaf is scored. */
export interface GateStep {
  /** The item that the gate asks. */
  readonly item: { readonly id: string; readonly number: string; readonly title: Text };
  /** True where the item does not reach the bound; false where that is still open. */
  readonly closed: boolean;
  /** It must have this much of its applicable maximum or more, in percent. */
  readonly from?: Decimal | undefined;
  /** It must have more than this, in percent. */
  readonly above?: Decimal | undefined;
  /** The points that the leaf would have if it were scored; absent where it is pending for another reason too. */
  readonly open?: Amount | undefined;
}

/** The history of one leaf or line of one unit. */
export interface ItemHistory {
  /** The id of the criteria set. */
  readonly set: string;
  /** Its edition. */
  readonly edition: number;
  /** The id of the unit. */
  readonly unit: string;
  /** Its name. */
  readonly name: Text;
  /** The id of the leaf or line. */
  readonly item: string;
  /** The number that the decision prints. */
  readonly number: string;
  /** Its title. */
  readonly title: Text;
  /** Of a leaf: its maximum. */
  readonly maxPoints?: Decimal | undefined;
  /** Of a line: whether it gives points or takes them away; its points say how many. */
  readonly line?: "bonus" | "penalty" | undefined;
  /** Its rule, in whose facts its values are. */
  readonly rule: Rule;
  /** The point in the process; absent: to the end. */
  readonly until?: Until | undefined;
  /** What happened, in its order. */
  readonly entries: readonly HistoryEntry[];
  /** The gate that holds the leaf back, so that what stands does not count or is still open; absent where none does. */
  readonly gate?: GateStep | undefined;
  /** The acts that closed the stages of the unit's council, up to that point. */
  readonly acts: readonly Act[];
}

/**
 * Tells the history of one leaf, or of one bonus or penalty line, of one unit.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param round The round, as `readRound` gave it, or as parsed from JSON: then it is judged first.
 * @param unit The id of the unit.
 * @param what The id of the leaf or line; or that with how far the process is followed.
 *
 * @returns The history, frozen; a survey or statistic leaf has no entries unless the register exempts the unit.
 *
 * @throws TypeError if the set was not read by `readCriteriaSet`; RangeError if the round has no such unit, the set no
 * such leaf or line, or `until` is neither a stage nor a day; InvalidError if the frame of the round cannot be used.
 *
 * @example
 * ```ts
 * import { itemHistory, type RoundInput } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("hoa-lam/department/2026");
 * const unit = "hoa-lam/so-b";
 * const evidence = [{ number: "90/BC-SB", issuer: "Sở B", date: "2026-12-15" }];
 * const answers = [{ item: "1.1.2", facts: { numerator: 45, denominator: 50 }, evidence }];
 * const round: RoundInput = {
 *   format: 1,
 *   set: set.id,
 *   edition: set.edition,
 *   title: { vi: "Đợt đánh giá minh họa" },
 *   status: "illustrative",
 *   units: [{ id: unit, name: { vi: "Sở B" }, group: "general" }],
 *   selfAssessments: [{ unit, submitted: "2026-12-20", answers }],
 * };
 * itemHistory(set, round, unit, "1.1.2").entries.map(({ kind, date }) => `${date} ${kind}`); // => [ '2026-12-20 self' ]
 * ```
 */
export function itemHistory(
  set: CriteriaSet,
  round: Round | Readable<RoundInput>,
  unit: string,
  what: string | HistoryOf,
): ItemHistory {
  const plan = planOf(set, "itemHistory");
  if (typeof what !== "string") assertOptions(what, ["item", "until"], "itemHistory");
  const { item, until } = typeof what === "string" ? { item: what, until: undefined } : what;
  const leaf = plan.leafOf.get(item);
  const line = leaf === undefined ? plan.lineOf.get(item) : undefined;
  const about = leaf?.item ?? line?.line;
  const rule = leaf?.rule ?? line?.rule;
  if (about === undefined || rule === undefined)
    throw new RangeError(`itemHistory: the set has no leaf or line ${JSON.stringify(item)}`);
  const scene = singleUnit(plan, round, { unit, until, caller: "itemHistory" });
  const entries =
    leaf !== undefined
      ? leafHistory(scene, { plan, leaf, show: amountsOf(plan) })
      : line === undefined
        ? noneAtAll
        : lineHistory(plan, scene, line);
  const held =
    leaf === undefined || plan.gates.length === 0
      ? undefined
      : evaluate(plan, scene.input).leaves[leaf.index]?.held;
  return deepFreeze({
    set: set.id,
    edition: set.edition,
    unit,
    name: scene.input.unit.name,
    item,
    number: about.number,
    title: about.title,
    ...(leaf === undefined ? {} : { maxPoints: leaf.item.maxPoints }),
    ...(line === undefined ? {} : { line: line.kind }),
    rule,
    ...(until === undefined ? {} : { until: until }),
    entries,
    ...(held === undefined ? {} : { gate: gateStep(plan, held) }),
    acts: scene.round.acts.filter((act) => act.council === scene.council?.id && isWithin(act, until)),
  });
}

/** The gate that holds a leaf back. */
export function gateStep(plan: Plan, { gate, closed, open }: HeldLeaf): GateStep {
  const asked = plan.leafOf.get(gate.item) ?? plan.nodeOf.get(gate.item);
  const { id, number, title } = asked?.item ?? { id: gate.item, number: gate.item, title: { vi: gate.item } };
  const bound = exactText(gate.bound);
  return deepFreeze({
    ...{ item: { id, number, title }, closed },
    ...(gate.strict ? { above: bound } : { from: bound }),
    ...(open === undefined ? {} : { open: amountOf(plan, open) }),
  });
}

/** The history of a leaf; empty where the unit says nothing and no entry can be made. */
export function leafHistory(scene: UnitScene, print: LeafPrinter): readonly HistoryEntry[] {
  const { plan, leaf } = print;
  const { answers, entries } = scene.input;
  const answer = answers[leaf.index];
  let position = openingPosition(leaf, answer, false);
  const self = leaf.selfScored ? Object.freeze([selfEntry(print, scene, answer, position)]) : noneAtAll;
  const exemption = exemptionOf(plan, scene, leaf);
  const own =
    leaf.appraised && entries.length > 0 ? entries.filter(({ item }) => item === leaf.id) : noneAtAll;
  // Most leaves have the self-assessment and no more.
  if (exemption === undefined && own.length === 0) return self;
  const history: HistoryEntry[] = [...self];
  if (exemption !== undefined) {
    const before = leaf.selfScored ? { before: shownAt(print, position) } : {};
    position = openingPosition(leaf, answer, true);
    history.push(
      deepFreeze({
        kind: "register",
        exemption,
        evidence: noneAtAll,
        findings: noneAtAll,
        ...before,
        after: shownAt(print, position),
      }),
    );
  }
  for (const entry of inReplayOrder(own)) {
    if (!isWithin(entry, scene.until)) continue;
    const next = nextPosition(leaf, position, entry);
    const proposed = entry.kind === "explain" ? entry : undefined;
    const claim = claimOf(leaf, proposed);
    history.push(
      deepFreeze({
        ...entryPart(scene, entry),
        ...(claim === undefined ? {} : { claim: claimPart(print, claim, proposed) }),
        before: shownAt(print, position),
        after: shownAt(print, next),
        ...changePart(plan, standingPoints(print, position.value), standingPoints(print, next.value)),
      }),
    );
    position = next;
  }
  return Object.freeze(history);
}

/** The history of a bonus or penalty line: the council's decisions on it. */
export function lineHistory(plan: Plan, scene: UnitScene, line: PlanLine): readonly HistoryEntry[] {
  const history: HistoryEntry[] = [];
  let before: HistoryValue | undefined;
  let points: Exact = zero;
  for (const entry of inReplayOrder(scene.input.entries.filter(({ item }) => item === line.id))) {
    if (!isWithin(entry, scene.until)) continue;
    const standing = entry.kind === "adjust" ? decidedValue(entry) : undefined;
    const next = standing === undefined ? points : linePoints(plan, line, standing);
    const after = standing === undefined ? before : { standing, points: amountOf(plan, next) };
    history.push({
      ...entryPart(scene, entry),
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      ...changePart(plan, points, next),
    });
    before = after;
    points = next;
  }
  return history;
}

/** By what the values of one leaf are shown. */
interface LeafPrinter {
  readonly plan: Plan;
  readonly leaf: Leaf;
  readonly show: (value: Exact) => Amount;
  /** Facts whose points are known: mostly those of the self-assessment are what stands. */
  readonly known?: { readonly facts: Facts; readonly points: Exact } | undefined;
}

function selfEntry(
  print: LeafPrinter,
  { input }: UnitScene,
  answer: Answer | undefined,
  position: Position,
): HistoryEntry {
  const { submitted, approved } = input.selfAssessment ?? {};
  const reason = answer?.notApplicable?.reason ?? answer?.explanation;
  const { claim, value } = position;
  const after = shownAt(print, position);
  const entry: Mutable<HistoryEntry> = {
    kind: "self",
    evidence: answer?.evidence ?? noneAtAll,
    findings: noneAtAll,
    after,
  };
  if (submitted !== undefined) entry.date = submitted;
  if (approved !== undefined) entry.approved = approved;
  if (reason !== undefined) entry.reason = reason;
  // A claim that stands as it was made has the points of what stands.
  if (claim !== undefined)
    entry.claim = claim === value ? claimOfPoints(claim, after.points) : claimPart(print, claim, answer);
  return Object.freeze(entry);
}

/** A list without anything in it, one for all. */
export const noneAtAll: readonly never[] = Object.freeze([]);

/** What an entry says of itself. */
function entryPart({ council, findings }: UnitScene, entry: Entry): Omit<HistoryEntry, "before" | "after"> {
  const { kind, stage, date, decision } = entry;
  const claimed = entry.kind === "explain" ? entry.notApplicable?.reason : undefined;
  const reason = entry.reason ?? claimed;
  const { votes, absent = [] } = entry.kind === "adjust" ? entry : {};
  return {
    kind,
    stage,
    by: actorOf(council, entry.by),
    date,
    ...(decision === undefined ? {} : { decision }),
    ...(reason === undefined ? {} : { reason }),
    ...(votes && { votes: votes.map(({ by, points }) => ({ by: actorOf(council, by), points })) }),
    ...(absent.length === 0 ? {} : { absent: absent.map((by) => actorOf(council, by)) }),
    evidence: entry.evidence,
    findings: entry.findings.flatMap((id) => findings.find((it) => it.id === id) ?? []),
  };
}

/** A role by its id, with what the council says of it. */
function actorOf(council: Council | undefined, id: string): HistoryActor {
  const role = council?.roles.find((it) => it.id === id);
  if (role === undefined || council === undefined) return { role: id };
  return { role: id, title: role.title, holders: role.holders, council: council.title };
}

function exemptionOf(plan: Plan, { input }: UnitScene, leaf: Leaf): HistoryEntry["exemption"] {
  if (input.unit.kinds.length === 0) return undefined;
  const { exemptions, kinds } = plan.set;
  const found = exemptions.find(
    ({ kind, items }) => input.unit.kinds.includes(kind) && items.includes(leaf.id),
  );
  const kind = kinds.find(({ id }) => id === found?.kind);
  if (found === undefined || kind === undefined) return undefined;
  return { kind: kind.title, ...(found.citation === undefined ? {} : { at: found.citation.at }) };
}

/** What stands at a position, whatever the set says of the council's silence: that is no event. */
function shownAt(print: LeafPrinter, position: Position): HistoryValue {
  const standing = Object.freeze(standingOf(position, print.plan, "self"));
  const points = standingPoints(print, standing);
  return Object.freeze(points === undefined ? { standing } : { standing, points: print.show(points) });
}

const standingPoints = ({ plan, leaf, known }: LeafPrinter, standing: Standing): Exact | undefined =>
  standing.kind === "facts" && standing.facts === known?.facts
    ? known.points
    : leafResult(plan, leaf, standing).points;

function claimPart(
  print: LeafPrinter,
  value: Claim,
  given: Pick<Answer, "facts" | "notApplicable"> | undefined,
): NonNullable<HistoryEntry["claim"]> {
  if (value.kind !== "not-applicable") {
    const points = standingPoints(print, value);
    return claimOfPoints(value, points === undefined ? undefined : print.show(points));
  }
  const facts = given?.notApplicable === undefined ? given?.facts : undefined;
  return Object.freeze(facts === undefined ? { value } : { value, facts });
}

function claimOfPoints(value: Claim, points: Amount | undefined): NonNullable<HistoryEntry["claim"]> {
  Object.freeze(value);
  return Object.freeze(points === undefined ? { value } : { value, points });
}

function changePart(plan: Plan, before: Exact | undefined, after: Exact | undefined): { change?: Amount } {
  if (before === undefined || after === undefined) return {};
  return { change: amountOf(plan, subtract(after, before)) };
}
