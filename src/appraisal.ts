/**
 * The appraisal (thẩm định): replays the council's ledger over a self-assessment and says what stands for each leaf
 * and each bonus or penalty line: facts, points, not applicable, unanswered or pending (design 3.4, 3.5). It computes
 * no points; the score does, from what stands.
 */

import type { CriteriaSet, Decimal, EvidenceNeed, Facts } from "./criteria-set.ts";
import type { Issue } from "./issue.ts";
import { decimal, exactMean, exactText } from "./number.ts";
import { assertGiven, assertOptions, byCodeUnit, memo } from "./plain.ts";
import { type Leaf, type Plan, planOf } from "./plan.ts";
import { type Answer, absentUnits, type Entry, listsBy, type Round, type Stage, type Vote } from "./round.ts";
import { isDay } from "./shape.ts";

/** A point in the process: the self-assessment alone, the end of a stage, or the end of a day; inclusive. */
export type Until = "self" | Stage | `${number}-${number}-${number}`;

/** The reasons why a leaf is pending. */
export const pendingReasons = [
  "claim",
  "return",
  "silence",
  "appraiser",
  "draft",
  "survey",
  "statistic",
  "relative",
] as const;
/** Why a leaf is pending. */
export type PendingReason = (typeof pendingReasons)[number];
/** The reasons why a leaf is unanswered. */
export const unansweredReasons = ["no-answer", "no-evidence"] as const;
/** Why a leaf is unanswered. */
export type UnansweredReason = (typeof unansweredReasons)[number];
/** Who may decide that a leaf does not apply. */
export const notApplicableReasons = ["council", "register", "survey-not-held", "published"] as const;
/** Who decided that a leaf does not apply. */
export type NotApplicableReason = (typeof notApplicableReasons)[number];

/**
 * What stands for a leaf at a point in the process. Points are exact: a decimal, or where the mean of votes does not
 * terminate its fraction, `"25/3"`.
 */
export type Standing =
  | { readonly kind: "facts"; readonly facts: Facts }
  | { readonly kind: "points"; readonly points: Decimal }
  | { readonly kind: "not-applicable"; readonly reason: NotApplicableReason }
  | { readonly kind: "unanswered"; readonly reason: UnansweredReason }
  | { readonly kind: "pending"; readonly reason: PendingReason };

/** What a unit claims for a leaf: facts, points (in an explanation), or that it does not apply. */
export type Claim =
  | { readonly kind: "facts"; readonly facts: Facts }
  | { readonly kind: "points"; readonly points: Decimal }
  | { readonly kind: "not-applicable" };

/** One leaf of an appraisal. */
export interface AppraisedItem {
  /** The id of the leaf. */
  readonly item: string;
  /** What stands. */
  readonly standing: Standing;
  /** What the unit's self-assessment claims; absent where it gave no answer. */
  readonly claim?: Claim | undefined;
}

/** What the council decided on a bonus or penalty line. */
export interface AppraisedLine {
  /** The id of the line. */
  readonly item: string;
  /** The facts or points decided. */
  readonly standing:
    | { readonly kind: "facts"; readonly facts: Facts }
    | { readonly kind: "points"; readonly points: Decimal };
}

/** What stands for one unit after a replay of the ledger. */
export interface Appraisal {
  /** The id of the criteria set. */
  readonly set: string;
  /** Its edition. */
  readonly edition: number;
  /** The id of the unit. */
  readonly unit: string;
  /** The point in the process up to which the ledger was replayed; absent: all of it. */
  readonly until?: Until | undefined;
  /** The leaves of appraisal sources, in the order of the set. */
  readonly items: readonly AppraisedItem[];
  /** The lines on which the council decided, in the order of the set. */
  readonly lines: readonly AppraisedLine[];
  /** True where a form was judged while somebody types: what is still blank or faulty is pending, and no index comes of it. */
  readonly partial?: true | undefined;
  /** With `partial`: what is wrong; a path starts at the self-assessment, one that begins with a number at the ledger. */
  readonly issues?: readonly Issue[] | undefined;
}

/** What the replay has to know besides the two inputs. */
export interface AppraiseOptions {
  /** A stage or a day, inclusive; absent: the whole ledger. `"self"`: as self-assessed, before any appraisal. */
  readonly until?: Until | undefined;
  /** The kinds of the unit, for the set's register of exemptions; absent: none. */
  readonly kinds?: readonly string[] | undefined;
  /** True while somebody types: what was not read is judged, and blank and faulty leaves are pending. */
  readonly partial?: boolean | undefined;
}

/** Stages in their order. */
export const stages: readonly Stage[] = ["first", "second", "final", "correction"];

/** Tells whether a text is the name of a stage. */
const isStage = (text: string): text is Stage => stages.some((stage) => stage === text);

/** Throws RangeError for an `until` that is neither `"self"`, a stage nor an ISO day. */
export function assertUntil(until: string | undefined, caller: string): asserts until is Until | undefined {
  if (until === undefined || isUntil(until)) return;
  throw new RangeError(
    `${caller}: until must be "self", a stage (${stages.join(", ")}) or a real day like 2026-12-22, not ${JSON.stringify(until)}`,
  );
}

/** Tells whether a value is a point in the process: `"self"`, a stage or a day. */
export const isUntil = (value: unknown): value is Until =>
  value === "self" || (typeof value === "string" && (isStage(value) || isDay(value)));

/** True where an entry, or an act that closes a stage, belongs to the history up to the point. */
export function isWithin(event: Pick<Entry, "stage" | "date">, until: Until | undefined): boolean {
  if (until === undefined) return true;
  if (until === "self") return false;
  return isStage(until) ? byStage(event.stage, until) <= 0 : event.date <= until;
}

/** What a round says of who approved what. */
export type ApprovalIn = Pick<Round, "units" | "councils" | "acts">;

/** How far the process is followed. */
export interface ApprovalOptions {
  /** A stage or a day, inclusive; `"self"`: as self-assessed; absent: to the end. */
  readonly until?: Until | undefined;
}

/**
 * Tells whether the result of a unit is approved (đã phê duyệt): its council has closed the final stage by a given point.
 *
 * A unit without a council is not approved. One with `relative` leaves is not while any unit of its group is not, since
 * its points may still change with theirs. A `summary` set holds published totals, and nothing in it waits for approval.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param round The round as read, or its units, councils and acts.
 * @param unit The id of the unit.
 * @param options How far the process is followed.
 *
 * @returns True where it is approved; false for a unit that the round does not have.
 *
 * @throws TypeError if the set was not read by `readCriteriaSet`; RangeError if `until` is neither a stage nor a day.
 *
 * @example
 * ```ts
 * import { isApproved, readRound } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * import file from "par-index/examples/hoa-lam-departments-2026.json" with { type: "json" };
 * const set = criteriaSet("hoa-lam/department/2026");
 * const round = readRound(set, file);
 * isApproved(set, round, "hoa-lam-so-tai-chinh"); // => true
 * isApproved(set, round, "hoa-lam-so-tai-chinh", { until: "second" }); // => false
 * ```
 */
export function isApproved(
  set: CriteriaSet,
  round: ApprovalIn,
  unit: string,
  options: ApprovalOptions = {},
): boolean {
  const plan = planOf(set, "isApproved");
  assertOptions(options, ["until"], "isApproved");
  const { until } = options;
  assertGiven(
    round,
    ["units", "councils", "acts"],
    "isApproved: the round must be what readRound gives, or its units, councils and acts",
  );
  assertUntil(until, "isApproved");
  return approvedUnits(plan, round, until).has(unit);
}

/** The units whose results are approved. */
export function approvedUnits(plan: Plan, round: ApprovalIn, until: Until | undefined): ReadonlySet<string> {
  const known = approvals(round);
  const key = `${plan.set.id} ${plan.set.edition} ${until ?? ""}`;
  const units = known.get(key) ?? closedUnits(plan, round, until);
  known.set(key, units);
  return units;
}

/** The approved units of a round by set and point in the process; only what was read is frozen, and kept. */
const approvals = /* @__PURE__ */ memo(
  (_: ApprovalIn) => new Map<string, ReadonlySet<string>>(),
  Object.isFrozen,
);

function closedUnits(plan: Plan, round: ApprovalIn, until: Until | undefined): ReadonlySet<string> {
  const { councils, acts } = round;
  const absent = absentUnits(round.units, plan.set.period.to);
  const units = round.units.filter(({ id }) => !absent.has(id));
  if (plan.set.status === "summary") return new Set(units.map(({ id }) => id));
  const closed = new Set(
    acts.flatMap((act) => (act.stage === "final" && isWithin(act, until) ? act.council : [])),
  );
  const judged = new Set(councils.flatMap((council) => (closed.has(council.id) ? council.units : [])));
  const approved = units.filter(({ id }) => judged.has(id));
  const all = listsBy(units, ({ group }) => group);
  const there = listsBy(approved, ({ group }) => group);
  const isWhole = (group: string): boolean => all.get(group)?.length === there.get(group)?.length;
  const isAlone = (kinds: readonly string[]): boolean =>
    plan.relative.every(({ id }) => exemptions(plan, kinds).some((exempt) => exempt.has(id)));
  return new Set(approved.flatMap(({ id, group, kinds }) => (isWhole(group) || isAlone(kinds) ? id : [])));
}

/** Orders the entries on one item as they are replayed: stage, the unit's explanation after the council's entry, date. */
export const byReplay = (a: Entry, b: Entry): number =>
  byStage(a.stage, b.stage) ||
  Number(a.kind === "explain") - Number(b.kind === "explain") ||
  byCodeUnit(a.date, b.date) ||
  byCodeUnit(a.decision?.number ?? "", b.decision?.number ?? "");

/** Orders stages: below 0 where the first is the earlier one. */
export const byStage = (a: Stage, b: Stage): number => stages.indexOf(a) - stages.indexOf(b);

/** Entries in the order of their replay. */
export const inReplayOrder = (entries: readonly Entry[]): readonly Entry[] =>
  entries.length < 2 ? entries : [...entries].sort(byReplay);

/** What is known of one leaf while its entries are replayed. */
export interface Position {
  /** What stands once no return is open. */
  readonly value: Standing;
  /** The unit's latest claim. */
  readonly claim: Claim | undefined;
  /** True from a return until the council decides. */
  readonly returned: boolean;
  /** True once the council has accepted, adjusted or decided not applicable. */
  readonly decided: boolean;
}

/** Where a leaf stands before the council: by the register, the answer and its evidence. */
export function openingPosition(leaf: Leaf, answer: Answer | undefined, exempt: boolean): Position {
  const claim = claimOf(leaf, answer);
  return { value: openingValue(leaf, answer, claim, exempt), claim, returned: false, decided: exempt };
}

function openingValue(
  leaf: Leaf,
  answer: Answer | undefined,
  claim: Claim | undefined,
  exempt: boolean,
): Standing {
  if (exempt) return byRegister;
  if (!leaf.selfScored) return forAppraiser;
  if (answer === undefined || claim === undefined) return noAnswer;
  // A claim of not applicable gives its own reason; evidence is asked for what is to count.
  if (claim.kind === "not-applicable") return openClaim;
  return hasEvidence(leaf.evidence, answer) ? claim : noEvidence;
}

/** Whether an answer has the evidence that its leaf asks for. */
export const hasEvidence = (
  need: EvidenceNeed,
  { evidence, explanation }: Pick<Answer, "evidence" | "explanation">,
): boolean =>
  need === "none" || evidence.length > 0 || (need === "or-explanation" && explanation !== undefined);

/** Where a leaf stands after one more entry (design 3.5). */
export function nextPosition(leaf: Leaf, before: Position, entry: Entry): Position {
  switch (entry.kind) {
    case "explain": {
      const claim = claimOf(leaf, entry) ?? before.claim;
      return { ...before, claim };
    }
    case "return":
      return { ...before, returned: true };
    case "uphold":
      // An uphold decides an open return in favour of what stood before it; otherwise it changes nothing.
      return before.returned ? { ...before, returned: false } : before;
    case "accept":
      if (before.claim === undefined) return before;
      return {
        ...before,
        value: before.claim.kind === "not-applicable" ? byCouncil : before.claim,
        returned: false,
        decided: true,
      };
    case "not-applicable":
      return { ...before, value: byCouncil, returned: false, decided: true };
    case "adjust": {
      const value = claimOf(leaf, entry);
      if (value === undefined) return before;
      return {
        ...before,
        value: value.kind === "not-applicable" ? byCouncil : value,
        returned: false,
        decided: true,
      };
    }
  }
}

/** What a position means for the score, at a point in the process. */
export function standingOf(position: Position, plan: Plan, until: Until | undefined): Standing {
  return position.returned ? openReturn : decidedOrSilent(position.value, position.decided, plan, until);
}

function decidedOrSilent(value: Standing, decided: boolean, plan: Plan, until: Until | undefined): Standing {
  if (decided || until === "self" || plan.set.policies.silence === "accept") return value;
  return value.kind === "facts" ? silent : value;
}

/** One leaf of an appraisal source with all that its standing comes from. */
interface LeafCase {
  readonly leaf: Leaf;
  readonly answer: Answer | undefined;
  /** True where the register exempts the unit from it. */
  readonly exempt: boolean;
  /** Its entries up to the point in the process. */
  readonly history: readonly Entry[];
}

/** What stands for one leaf of an appraisal source. */
export function leafStanding(
  plan: Plan,
  { leaf, answer, exempt, history }: LeafCase,
  until: Until | undefined,
): Standing {
  // Most leaves were never touched by the council: what they open with is what stands, or waits.
  if (history.length === 0)
    return decidedOrSilent(openingValue(leaf, answer, claimOf(leaf, answer), exempt), exempt, plan, until);
  let position = openingPosition(leaf, answer, exempt);
  for (const entry of inReplayOrder(history)) position = nextPosition(leaf, position, entry);
  return standingOf(position, plan, until);
}

/** What stands for every leaf (undefined for leaves of survey and statistic sources) and every decided line. */
export function standingsOf(
  plan: Plan,
  answers: readonly Answer[],
  entries: readonly Entry[],
  { until, kinds }: AppraiseOptions,
): { readonly standings: readonly (Standing | undefined)[]; readonly lines: readonly AppraisedLine[] } {
  return standingsFrom(plan, answersByLeaf(plan, answers), entries, { until, kinds });
}

/** The same from answers that are already at the position of their leaf. */
export function standingsFrom(
  plan: Plan,
  byLeaf: readonly (Answer | undefined)[],
  entries: readonly Entry[],
  { until, kinds }: AppraiseOptions,
): { readonly standings: (Standing | undefined)[]; readonly lines: readonly AppraisedLine[] } {
  const byItem = entriesByItem(entries, until);
  const histories = byItem === undefined ? noHistories : historiesByLeaf(plan, byItem);
  const exemptIds = exemptions(plan, kinds);
  const standings: (Standing | undefined)[] = new Array(plan.leaves.length);
  for (const leaf of plan.leaves) {
    const exempt = exemptIds.some((ids) => ids.has(leaf.id));
    if (leaf.appraised) {
      const history = histories[leaf.index] ?? noEntries;
      standings[leaf.index] = leafStanding(
        plan,
        { leaf, answer: byLeaf[leaf.index], exempt, history },
        until,
      );
    } else if (exempt) standings[leaf.index] = byRegister;
  }
  return { standings, lines: byItem === undefined ? noLines : decidedLines(plan, byItem) };
}

type Histories = readonly (readonly Entry[] | undefined)[];
const noHistories: Histories = [];
const noEntries: readonly Entry[] = /* @__PURE__ */ Object.freeze([]);
const noLines: readonly AppraisedLine[] = /* @__PURE__ */ Object.freeze([]);

/** Entries at the position of their leaf: a unit has few of them, and many leaves. */
function historiesByLeaf(plan: Plan, byItem: ReadonlyMap<string, readonly Entry[]>): Histories {
  const histories: (readonly Entry[] | undefined)[] = new Array(plan.leaves.length).fill(undefined);
  for (const [item, entries] of byItem) {
    const leaf = plan.leafOf.get(item);
    if (leaf !== undefined) histories[leaf.index] = entries;
  }
  return histories;
}

function decidedLines(plan: Plan, byItem: ReadonlyMap<string, readonly Entry[]>): readonly AppraisedLine[] {
  const lines: AppraisedLine[] = [];
  for (const { id } of plan.lines) {
    let standing: AppraisedLine["standing"] | undefined;
    for (const entry of inReplayOrder(byItem.get(id) ?? [])) {
      if (entry.kind !== "adjust") continue;
      standing = decidedValue(entry) ?? standing;
    }
    if (standing !== undefined) lines.push({ item: id, standing });
  }
  return lines;
}

/** Answers at the position of their leaf. */
export function answersByLeaf(plan: Plan, answers: readonly Answer[]): readonly (Answer | undefined)[] {
  const byLeaf: (Answer | undefined)[] = new Array(plan.leaves.length);
  for (const answer of answers) {
    const leaf = plan.leafOf.get(answer.item);
    if (leaf !== undefined) byLeaf[leaf.index] = answer;
  }
  return byLeaf;
}

function entriesByItem(
  entries: readonly Entry[],
  until: Until | undefined,
): Map<string, Entry[]> | undefined {
  if (entries.length === 0) return undefined;
  const byItem = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (!isWithin(entry, until)) continue;
    const known = byItem.get(entry.item);
    if (known === undefined) byItem.set(entry.item, [entry]);
    else known.push(entry);
  }
  return byItem;
}

/** The ids of the leaves from which a unit is exempt, one set for each of its kinds. */
export const exemptions = (plan: Plan, kinds: readonly string[] = []): readonly ReadonlySet<string>[] =>
  kinds.flatMap((kind) => plan.exempt.get(kind) ?? []);

/** What an answer or an entry may say of its leaf. */
interface Claiming {
  /** Of an entry. */
  readonly kind?: Entry["kind"];
  readonly facts?: Facts | undefined;
  readonly points?: Decimal | undefined;
  readonly votes?: readonly Vote[] | undefined;
  readonly notApplicable?: { readonly reason: string } | undefined;
}

/** What an answer or an entry gives; 0 of 0 under a rule that says so is a claim of not applicable (design 2). */
export function claimOf(leaf: Leaf, given: Answer | Entry | undefined): Claim | undefined {
  if (given === undefined) return undefined;
  const { kind, notApplicable, facts }: Claiming = given;
  if (notApplicable !== undefined) return claimsNotApplicable;
  if (facts !== undefined) return isEmpty(leaf, facts) ? claimsNotApplicable : { kind: "facts", facts };
  // The points of an answer are the unit's own note beside its facts; only an entry decides or proposes points.
  const points = kind === undefined ? undefined : enteredPoints(given);
  return points === undefined ? undefined : { kind: "points", points };
}

/** The points that an entry gives: those that it writes, or the exact mean of its votes (design 3.5). */
const enteredPoints = ({ points, votes }: Claiming): string | undefined =>
  votes === undefined ? points : exactText(exactMean(votes.map((vote) => decimal(vote.points))));

const isEmpty = (leaf: Leaf, facts: Facts): boolean =>
  leaf.emptyIsClaim && "denominator" in facts && facts.denominator === 0;

/** The value that the council decides by an entry on a bonus or penalty line. */
export function decidedValue(entry: Claiming): AppraisedLine["standing"] | undefined {
  if (entry.facts !== undefined) return { kind: "facts", facts: entry.facts };
  const points = enteredPoints(entry);
  return points === undefined ? undefined : { kind: "points", points };
}

export const byRegister: Standing = /* @__PURE__ */ Object.freeze({
  kind: "not-applicable",
  reason: "register",
});
const byCouncil: Standing = /* @__PURE__ */ Object.freeze({ kind: "not-applicable", reason: "council" });
const noAnswer: Standing = /* @__PURE__ */ Object.freeze({ kind: "unanswered", reason: "no-answer" });
const noEvidence: Standing = /* @__PURE__ */ Object.freeze({ kind: "unanswered", reason: "no-evidence" });
const forAppraiser: Standing = /* @__PURE__ */ Object.freeze({ kind: "pending", reason: "appraiser" });
const openClaim: Standing = /* @__PURE__ */ Object.freeze({ kind: "pending", reason: "claim" });
const openReturn: Standing = /* @__PURE__ */ Object.freeze({ kind: "pending", reason: "return" });
const silent: Standing = /* @__PURE__ */ Object.freeze({ kind: "pending", reason: "silence" });
const claimsNotApplicable: Claim = /* @__PURE__ */ Object.freeze({ kind: "not-applicable" });
