/**
 * The main job in one call: a criteria set and a round give every score, every ranking and every issue. Data never
 * makes it throw; a unit with an error in its data is listed apart and the others are scored.
 */
import { approvedUnits, assertUntil, isWithin, type Until } from "./appraisal.ts";
import type { CriteriaSet } from "./criteria-set.ts";
import { type Evaluation, evaluate } from "./evaluation.ts";
import { type Issue, issue } from "./issue.ts";
import { compareExact, exactText } from "./number.ts";
import { assertOptions, deepFreeze, memoWhile } from "./plain.ts";
import { type Plan, planOf } from "./plan.ts";
import { type Apart, evaluatedKeys, type Ranking, rankScored, type ScoredUnit } from "./ranking.ts";
import type { Readable, RoundInput } from "./round/input.ts";
import { isWholeGroup, type JudgedRound, judgeRound } from "./round/read.ts";
import type { Entry, Round, Unit, UnitToken } from "./round.ts";
import { type Score, scoreOf } from "./score.ts";
import {
  areSameGroups,
  groupsOf,
  type PreparedRound,
  preparedRound,
  resultsMade,
  type UnitInput,
  unitInput,
} from "./units.ts";
import { madeBy } from "./version.ts";

/** What `assess` gives. */
export interface Assessment {
  /** The format of results: 1. */
  readonly format: 1;
  /** Name and version of the library that made it. */
  readonly library: string;
  /** The id of the criteria set. */
  readonly set: string;
  /** Its edition. */
  readonly edition: number;
  /** The point in the process; absent: after everything. */
  readonly until?: Until | undefined;
  /** The decision whose corrections were left out. */
  readonly without?: string | undefined;
  /** The scores, by unit id. */
  readonly scores: readonly Score[];
  /** One ranking for each group of the set, in its order. */
  readonly rankings: readonly Ranking[];
  /**
   * Everything that is wrong with the round's data, or worth a look, in the order of the file; then, by unit, each
   * decision of the council that a closed gate keeps from counting.
   */
  readonly issues: readonly Issue[];
}

/** How far the process is followed. */
export interface AssessOptions {
  /** A stage or a day, inclusive; `"self"`: as self-assessed; absent: to the end. */
  readonly until?: Until | undefined;
  /** The number of a decision whose corrections are left out; the rest of the ledger is replayed as it is. */
  readonly without?: string | undefined;
}

/**
 * Scores and ranks every unit of a round.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param round The round, as `readRound` gave it, or as parsed from JSON: then it is judged first.
 * @param options How far the process is followed, and which correction is left out.
 *
 * @returns Scores by unit id, one ranking for each group, and all issues, frozen. A round whose frame cannot be used
 * (another set, no list of units) gives its issues alone.
 *
 * @throws TypeError if the set was not read by `readCriteriaSet`; RangeError if `until` is neither a stage nor a
 * day, or no correction of the ledger names the decision `without`.
 *
 * @example
 * ```ts
 * import { assess, readRound } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * import file from "par-index/examples/published/binh-duong/district/2017.1.json" with { type: "json" };
 * const set = criteriaSet("binh-duong/district/2017");
 * const round = readRound(set, file);
 * assess(set, round).rankings[0]?.places[0]; // => { place: 1, unit: 'thu-dau-mot', index: '84.58', tied: false }
 * ```
 */
export function assess(
  set: CriteriaSet,
  round: Round | Readable<RoundInput>,
  options: AssessOptions = {},
): Assessment {
  const plan = planOf(set, "assess");
  assertOptions(options, ["until", "without"], "assess");
  const { until, without } = options;
  assertUntil(until, "assess");
  const judged = withoutCorrections(judgeRound(set, round), without);
  const { issues } = judged;
  const head = {
    ...madeBy,
    ...{ set: set.id, edition: set.edition },
    ...(until === undefined ? {} : { until }),
    ...(without === undefined ? {} : { without }),
  };
  if (judged.fatal) return deepFreeze({ ...head, scores: [], rankings: [], issues });
  const prepared = preparedRound(plan, judged, until);
  const approvedIn = approvedUnits(plan, judged.round, until);
  const scored: ScoredUnit[] = [];
  const unplaced: Apart[] = [];
  const behind: Issue[] = [];
  for (const unit of prepared.index.units) {
    const made = assessedUnit(prepared, unit, approvedIn.has(unit.id));
    behind.push(...made.behind);
    if (made.scored !== undefined) scored.push(made.scored);
    if (made.apart !== undefined) unplaced.push(made.apart);
  }
  for (const { unit, group } of judged.lostUnits)
    if (unit !== undefined && group !== undefined) unplaced.push({ unit, group, reason: "error" });
  const scores = scored.map(({ score }) => score);
  const result = deepFreeze({
    ...head,
    scores,
    rankings: rankScored(plan, scored, unplaced, (group) => isWholeGroup(judged, group)),
    issues: behind.length === 0 ? issues : [...issues, ...behind],
  });
  return resultsMade.mark(result, prepared);
}

/** What becomes of one unit, and what beside its own data that hangs on. */
interface AssessedUnit {
  readonly scored: ScoredUnit | undefined;
  readonly apart: Apart | undefined;
  /** The decisions that closed gates keep from counting. */
  readonly behind: readonly Issue[];
  readonly approved: boolean;
  readonly groups: ReturnType<typeof groupsOf>;
}

/** The units of updated rounds, from one round to the next. */
const assessedBefore = /* @__PURE__ */ memoWhile<UnitToken, Until | undefined, AssessedUnit>();

function assessedUnit(prepared: PreparedRound, unit: Unit, approved: boolean): AssessedUnit {
  const token = prepared.index.tokens?.get(unit.id);
  const groups = token === undefined ? [] : groupsOf(prepared, unit);
  return assessedBefore(token, prepared.until, {
    holds: (made) => made.approved === approved && areSameGroups(made.groups, groups),
    make: () => ({ ...assessUnit(prepared, unit, approved), approved, groups }),
  });
}

function assessUnit(
  prepared: PreparedRound,
  unit: Unit,
  approved: boolean,
): Pick<AssessedUnit, "scored" | "apart" | "behind"> {
  const { plan, until } = prepared;
  const input = unitInput(prepared, unit);
  const reason = input.unscored ?? (unit.exempt === undefined ? undefined : "exempt");
  // Who has no part in the period says nothing of what is approved.
  const said = prepared.absent.has(unit.id) ? {} : { approved };
  const apart = reason === undefined ? undefined : { unit: unit.id, group: unit.group, reason, ...said };
  if (input.unscored !== undefined) return { scored: undefined, apart, behind: [] };
  const evaluation = evaluate(plan, input);
  const { totals, leaves } = evaluation;
  const behind = decisionsBehindGates(plan, input, leaves, until);
  const score = scoreOf(plan, { ...input, approved }, evaluation, until);
  const { index } = totals;
  const keys = score.index === undefined ? [] : evaluatedKeys(plan, evaluation);
  return { scored: { score, by: index === undefined ? undefined : { index, keys } }, apart, behind };
}

/** Each value that the council gave a leaf, and that a closed gate keeps from counting. */
function decisionsBehindGates(
  plan: Plan,
  { unit: { id: unit }, entries }: UnitInput,
  results: Evaluation["leaves"],
  until: Until | undefined,
): readonly Issue[] {
  if (plan.gates.length === 0) return [];
  const decided = new Set(
    entries.filter((it) => givesValue.has(it.kind) && isWithin(it, until)).map(({ item }) => item),
  );
  return plan.leaves.flatMap((leaf): readonly Issue[] => {
    const held = results[leaf.index]?.held;
    if (held?.closed !== true || held.open === undefined || !decided.has(leaf.id)) return [];
    if (compareExact(held.open, held.high) <= 0) return [];
    const { item, bound, strict } = held.gate;
    const asked = (plan.leafOf.get(item) ?? plan.nodeOf.get(item))?.item.number ?? item;
    const facts = { gate: asked, [strict ? "above" : "from"]: exactText(bound) };
    return [issue("decision-behind-gate", ["ledger"], facts, { unit, item: leaf.item })];
  });
}

const givesValue: ReadonlySet<Entry["kind"]> = new Set(["accept", "adjust"]);

/** A round without the corrections that one decision ordered: what stood before it, with whatever else was decided. */
function withoutCorrections(judged: JudgedRound, without: string | undefined): JudgedRound {
  if (without === undefined || judged.fatal) return judged;
  const { round } = judged;
  const ledger = round.ledger.filter(({ decision }) => decision?.number !== without);
  if (ledger.length === round.ledger.length)
    throw new RangeError(`assess: no correction of the ledger names the decision ${JSON.stringify(without)}`);
  return { ...judged, round: { ...round, ledger } };
}
