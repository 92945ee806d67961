/**
 * Results as plain objects with short keys, one for each line that somebody wants to see: made for `console.table` in a
 * REPL, for CSV writers and for tests. Nothing is computed here; values are those of the result, as text. A step of an
 * explanation is indented by its level, and beneath one that is explained by itself stands what it comes from.
 */

import type { Assessment } from "../assess.ts";
import type {
  ComparedIndexes,
  ComparedLeaf,
  Difference,
  ItemDifference,
  LineDifference,
} from "../audit/compare.ts";
import type { Gains, GainsAnswer, ScoredGains } from "../audit/gains.ts";
import type { GroupIntervals, RankIntervals } from "../audit/intervals.ts";
import type { AuditedFigure } from "../audit/printed.ts";
import type { SealedRecord, UnitRecord } from "../audit/record-shape.ts";
import type { TableAudit } from "../audit/table.ts";
import type { HistoryEntry, ItemHistory } from "../explain/history.ts";
import type { Explanation, IndexStep, LineWorking, PlaceStep, Step } from "../explain/step.ts";
import type { Change, RefusedChange } from "../fast/change.ts";
import type { Indexes } from "../fast/indexes.ts";
import type { Issue } from "../issue.ts";
import { issueSentence } from "../issue.ts";
import type { RankingMovement } from "../movement.ts";
import { deepFreeze } from "../plain.ts";
import type { Place, Ranking } from "../ranking.ts";
import {
  type Amount,
  type AmountBounds,
  type Bounds,
  type Score,
  type ScoreLine,
  shownDigits,
} from "../score.ts";
import { en } from "../words/en.ts";
import { said } from "../words/words.ts";
import { guardedText } from "./cell.ts";

/** One line; a key without a value is a gap. */
type GappedRow = { readonly [C in RowColumn]?: ResultRow[C] | undefined };

/** An exact value where it is short enough to be read; a longer one widens every table. */
const exactPart = (amount: Pick<Amount, "exact"> | undefined): GappedRow => {
  const digits = amount?.exact.replace(/\D/g, "").length ?? 0;
  return amount === undefined || digits > shownDigits ? {} : { exact: amount.exact };
};

/** What decided a place: the kind of tie-breaker, its id, the value. */
const deciderText = (decider: Place["decidedBy"]): string | undefined =>
  decider && spaced(decider.by, decider.id, decider.value);

/** Words side by side; one that is missing or empty is left out. */
const spaced = (...words: readonly (string | undefined)[]): string => words.filter(Boolean).join(" ");

/** An issue as a line. */
const issueLine = (issue: Issue): GappedRow => {
  const { severity, code, unit, item, line, column, params } = issue;
  const [found, expected] = [params["found"], params["expected"]].map((param) =>
    param === undefined ? undefined : said(en, param),
  );
  return { severity, code, unit, item, line, column, found, expected, words: issueSentence(issue, "en") };
};

/** The lines of a step, which need not be that of a whole explanation. */
export const stepRows = (step: Step): readonly ResultRow[] =>
  deepFreeze(explanationLines(step).map(withoutGaps));

/** The lines of a step that is explained by itself. */
function explanationLines(step: Step): readonly GappedRow[] {
  const [first = {}, ...beneath] = stepLines(step, 0);
  const working = step.kind === "line" ? workingPart(step.working) : {};
  return [{ ...first, ...working }, ...beneath, ...originLines(step).map((it) => ({ level: 1, ...it }))];
}

/** What a history says of each entry: who, when, and what stood after it. */
const historyLines = (entries: readonly HistoryEntry[], line?: ScoreLine["kind"]): readonly GappedRow[] =>
  entries.map(({ kind, date, stage, by, decision, claim, after, change }) => ({
    kind,
    date,
    stage,
    by: by?.role,
    decision: decision?.number,
    claimed: claim?.value.kind === "not-applicable" ? claim.value.kind : claim?.points?.rounded,
    state: after === undefined ? undefined : standingState(after.standing.kind),
    points: signedOf(line, after?.points?.rounded),
    change: signedOf(line, change?.rounded),
  }));

/** What a penalty takes away is negative, as in the score. */
const signedOf = (line: ScoreLine["kind"] | undefined, text: string | undefined): string | undefined =>
  line !== "penalty" || text === undefined || /^[0.]*$/.test(text)
    ? text
    : text.startsWith("-")
      ? text.slice(1)
      : `-${text}`;

const standingState = (kind: NonNullable<HistoryEntry["after"]>["standing"]["kind"]): string =>
  kind === "facts" || kind === "points" ? "scored" : kind;

const figureLine = (figure: AuditedFigure): GappedRow => {
  const { unit, figure: kind, item, printed, computed, difference, least, most, consistent } = figure;
  return { unit, kind, item, printed, computed, difference, least, most, consistent };
};

/** How `explain` is asked for a line. */
const lineName = ({ kind, id }: Pick<ScoreLine, "kind" | "id">): string =>
  kind === "conversion" || kind === "cap" ? `${kind}:${id}` : id;

function stepLines(step: Step, level: number): readonly GappedRow[] {
  const own = { level, kind: step.kind };
  const { at } = step.basis;
  switch (step.kind) {
    case "unit": {
      const { state, points, bounds, maxPoints, claimed, index } = step;
      const sum = { ...amountPart(points, bounds), maxPoints, index: index.sum?.index.rounded };
      return [{ ...own, state, claimed: claimed?.rounded, ...sum, at }, ...below(step.steps, level)];
    }
    case "node":
    case "source": {
      const { id, points, bounds, maxPoints, claimed, index } = step;
      const sum = { ...amountPart(points, bounds), maxPoints, index: index?.rounded };
      return [{ ...own, item: id, claimed: claimed?.rounded, ...sum, at }, ...below(step.steps, level)];
    }
    case "leaf": {
      const { id, state, reason, points, bounds, maxPoints, index } = step;
      const claimed = step.claimed === "not-applicable" ? step.claimed : step.claimed?.rounded;
      const sum = { ...amountPart(points, bounds), maxPoints, index: index?.rounded };
      return [{ ...own, item: id, state, reason, claimed, ...sum, at }];
    }
    case "line": {
      const { line: kind, id, points, bounds } = step;
      return [{ level, kind, item: lineName({ kind, id }), ...amountPart(points, bounds), at }];
    }
    case "index": {
      const { state, sum, bounds } = step;
      const [low, high] = [bounds?.low.index.rounded, bounds?.high.index.rounded];
      return [{ ...own, state, index: sum?.index.rounded, ...exactPart(sum?.index), low, high, at }];
    }
    case "grade": {
      const { id: grade, from, below: beneath } = step.grade ?? {};
      return [{ ...own, state: step.state, index: step.index, grade, from, below: beneath, at }];
    }
    case "place": {
      const { place, ranked, unranked, exempted, decider, reason } = step;
      const counts = { place: place?.place, ranked, unranked, exempted };
      const decidedBy = deciderText(place?.decidedBy);
      const against = decider && spaced(decider.against.unit, decider.value);
      return [{ ...own, ...counts, index: place?.index, decidedBy, against, reason, at }];
    }
    case "unscored":
      return [{ ...own, reason: step.reason, days: step.lateDays, at }];
  }
}

const below = (steps: readonly Step[], level: number): readonly GappedRow[] =>
  steps.flatMap((it) => stepLines(it, level + 1));

/** What a step comes from that is no step itself: a history, the terms of an index, the neighbours of a place, issues. */
function originLines(step: Step): readonly GappedRow[] {
  switch (step.kind) {
    case "leaf":
      return historyLines(step.history);
    case "line":
      return step.working.kind === "decided" ? historyLines(step.working.history, step.line) : [];
    case "index":
      return termLines(step);
    case "place":
      return neighbourLines(step);
    case "unscored":
      return step.issues.map(issueLine);
    default:
      return [];
  }
}

const termLines = ({ sum }: IndexStep): readonly GappedRow[] =>
  (sum?.terms ?? []).map(({ kind, id, points, dividedBy, percent }) => ({
    kind,
    item: id,
    ...amountPart(points),
    maxPoints: dividedBy,
    index: percent.rounded,
  }));

const neighbourLines = ({ before, shared, after }: PlaceStep): readonly GappedRow[] =>
  ([["before", before], ...shared.map((it) => ["shared", it] as const), ["after", after]] as const).flatMap(
    ([kind, it]) => (it === undefined ? [] : [{ kind, place: it.place, unit: it.unit, index: it.index }]),
  );

/** What the working of a line adds to it. */
function workingPart(working: LineWorking): GappedRow {
  switch (working.kind) {
    case "conversion": {
      const { points, left, applicable } = working;
      return { base: points?.rounded, left, applicable };
    }
    case "decided":
      return { cap: working.cap };
    case "late": {
      const { policy, days, submitted, deadline, extension } = working;
      const due = { before: deadline?.before, by: deadline?.by, extended: extension?.by };
      const charge = "points" in policy ? policy.points : undefined;
      return { days, submitted, ...due, charge, cap: "cap" in policy ? policy.cap : undefined };
    }
    case "cap":
      return { cap: working.cap, uncapped: working.before?.rounded };
  }
}

/** An amount, or the bounds of what is still open. */
const amountPart = (points: Amount | undefined, bounds?: AmountBounds | undefined): GappedRow => ({
  points: points?.rounded,
  ...exactPart(points),
  low: bounds?.low.rounded,
  high: bounds?.high.rounded,
});

/** A result that `rows` can lay out. */
export type Tabular =
  | Assessment
  | Indexes
  | Ranking
  | readonly RankingMovement[]
  | Score
  | Explanation
  | ItemHistory
  | TableAudit
  | Difference
  | Gains
  | Change
  | RefusedChange
  | RankIntervals
  | SealedRecord
  | readonly Issue[];

/** A column that a line of some result has. */
export type RowColumn = keyof ResultRow;

/**
 * One line of a result by its columns: each kind of result has those that `rows` tells, and a column without a value is left
 * out. Decimals are texts, as in the result.
 */
export interface ResultRow {
  /** Place in a ranking. */
  readonly place?: number;
  /** Id of a unit. */
  readonly unit?: string;
  /** Id of a group. */
  readonly group?: string;
  /** What `explain` takes: an item, line or source; `"result"`, `"goal"`. */
  readonly item?: string;
  /** Kind of a step, entry, part of a difference, or record. */
  readonly kind?: string;
  /** Depth of a step beneath the one that is explained. */
  readonly level?: number;
  /** State of an item, unit, movement or goal. */
  readonly state?: string;
  /** Reason of a state, or why a unit has no place or cannot be compared. */
  readonly reason?: string;
  /** Published index, in %. */
  readonly index?: string;
  /** Id of the grade. */
  readonly grade?: string;
  /** True where the place is shared. */
  readonly tied?: boolean;
  /** False where the result is not approved yet: of a ranking, where that of any of its units is not. */
  readonly approved?: boolean;
  /** What decided between equal indexes. */
  readonly decidedBy?: string;
  /** The unit that it was decided against, with its value. */
  readonly against?: string;
  /** Published points. */
  readonly points?: string;
  /** The exact value beside it. */
  readonly exact?: string;
  /** Points as claimed. */
  readonly claimed?: string;
  /** Applicable maximum. */
  readonly maxPoints?: string;
  /** Lower bound of what is open. */
  readonly low?: string;
  /** Upper bound of what is open. */
  readonly high?: string;
  /** Citation. */
  readonly at?: string;
  /** Lower bound of a grade; best place of the middle 90 %. */
  readonly from?: string | number;
  /** Worst place of the middle 90 %. */
  readonly to?: number;
  /** Upper bound of a grade. */
  readonly below?: string;
  /** How many units have a place. */
  readonly ranked?: number;
  /** How many have none. */
  readonly unranked?: number;
  /** How many are exempt. */
  readonly exempted?: number;
  /** Days late. */
  readonly days?: number;
  /** Day of the self-assessment. */
  readonly submitted?: string;
  /** What stood before; the day before which it was due. */
  readonly before?: string | number;
  /** What stands after. */
  readonly after?: string | number;
  /** Role of who decided; the day by which it was due. */
  readonly by?: string;
  /** The day to which it was extended. */
  readonly extended?: string;
  /** Points charged. */
  readonly charge?: string;
  /** The cap. */
  readonly cap?: string;
  /** What stood before the cap. */
  readonly uncapped?: string;
  /** Points from which a conversion starts. */
  readonly base?: string;
  /** Maximum that remains. */
  readonly left?: string;
  /** Maximum that applies. */
  readonly applicable?: string;
  /** Day of an entry. */
  readonly date?: string;
  /** Stage of an entry. */
  readonly stage?: string;
  /** Number of a decision. */
  readonly decision?: string;
  /** What an entry or part changed. */
  readonly change?: string;
  /** Of a unit that stands in the place of others: their ids in the earlier list. */
  readonly former?: string;
  /** Of a unit that is gone: the ids of those that stand in its place. */
  readonly successor?: string;
  /** Places gained; negative where lost. */
  readonly rose?: number;
  /** Index of the earlier list. */
  readonly indexBefore?: string;
  /** Index of the later list. */
  readonly indexAfter?: string;
  /** What the index gained. */
  readonly gained?: string;
  /** Place before the change. */
  readonly placeBefore?: number;
  /** Place after the change. */
  readonly placeAfter?: number;
  /** Best place of any draw. */
  readonly best?: number;
  /** Worst place of any draw. */
  readonly worst?: number;
  /** Id of the set of a record. */
  readonly set?: string;
  /** Its edition. */
  readonly edition?: number;
  /** How far a record follows the process. */
  readonly until?: string;
  /** Mean of a group. */
  readonly mean?: string;
  /** Digest of a record. */
  readonly digest?: string;
  /** Root of the records of a group. */
  readonly root?: string;
  /** Points lost. */
  readonly lost?: string;
  /** Share of all points lost, in %. */
  readonly share?: string;
  /** What its maximum would add to the index. */
  readonly gain?: string;
  /** Why an item cannot be lifted. */
  readonly held?: string;
  /** True where the answer lifts the item. */
  readonly lift?: boolean;
  /** How many items are lifted. */
  readonly count?: number;
  /** The item of the earlier set. */
  readonly replaces?: string;
  /** Part of a change by the self-scores. */
  readonly self?: string;
  /** Part of a change by the council. */
  readonly adjustment?: string;
  /** Side of a comparison. */
  readonly side?: string;
  /** Ids of units. */
  readonly units?: string;
  /** A figure of a published table. */
  readonly printed?: string;
  /** What the other figures of its line come to. */
  readonly computed?: string;
  /** The printed figure less that. */
  readonly difference?: string;
  /** The least that fits the other figures. */
  readonly least?: string;
  /** The greatest that fits the other figures. */
  readonly most?: string;
  /** How the figure stands to the others. */
  readonly consistent?: string;
  /** `error` or `warning`. */
  readonly severity?: string;
  /** Code of an issue. */
  readonly code?: string;
  /** Line of a text. */
  readonly line?: number;
  /** Column of a text. */
  readonly column?: number;
  /** What was found. */
  readonly found?: string;
  /** What was expected. */
  readonly expected?: string;
  /** The words of an issue, in English. */
  readonly words?: string;
}

/**
 * Lays a result out as plain objects, one for each line: `console.table(rows(result))`.
 *
 * An assessment, ranking or indexes have one line for each unit, a score one for each item, source and line, an
 * explanation one for each step and beneath a single one what it comes from (its history, the terms of the index, the
 * neighbours of the place), a history one for each entry, an audited table, a comparison and gains one for each part,
 * a comparison of rankings one for each unit, a change one for each unit that it moves, rank intervals and the record of a group one for each unit, issues one each.
 * The result itself comes last. `approved: false` stands where a result is not approved yet. Points and percentages are
 * those that are printed; `exact` stands beside them where it has at most 20 digits, `low` and `high` where something is
 * open. What `item` names is what `explain` takes.
 *
 * @param result An `Assessment`, `Indexes`, `Ranking`, what `compareRankings` gave, a `Score`, `Explanation`, `ItemHistory`, `TableAudit`,
 * `Difference`, `Gains`, `RankIntervals`, `SealedRecord`, what `change` gave, or a list of issues.
 *
 * @returns The lines, frozen; decimals are text, as in the result.
 *
 * @throws TypeError if the value is none of these results.
 *
 * @example
 * ```ts
 * import { assess, type RoundInput } from "par-index";
 * import { rows } from "par-index/audit";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("moha/ministry/2023");
 * const unit = { id: "bo-tu-phap", name: { vi: "Bộ Tư pháp" }, group: set.groups[0].id };
 * const statistics = [["1", "61.86"], ["2", "28.10"]].map(([item, points]) => ({ unit: unit.id, item, facts: { points } }));
 * const round: RoundInput = { format: 1, set: set.id, edition: 1, title: { vi: "PAR INDEX 2023" }, status: "real", units: [unit], statistics };
 * rows(assess(set, round)); // => [ { group: 'ministry', place: 1, unit: 'bo-tu-phap', index: '89.96' } ]
 * ```
 */
export function rows(result: Tabular): readonly ResultRow[] {
  return deepFreeze(linesOf(result).map(withoutGaps));
}

function linesOf(result: Tabular): readonly GappedRow[] {
  if (typeof result !== "object" || result === null) throw notLaidOut();
  if (isMovements(result)) return result.flatMap(movementLines);
  if (isIssues(result)) return result.map(issueLine);
  if ("scores" in result) return assessmentLines(result);
  if ("unranked" in result && "places" in result)
    return [...rankingLines(result, undefined), ...(result.approved ? [] : [approvedPart(result)])];
  if ("sources" in result && "items" in result) return scoreLines(result);
  if ("step" in result) return explanationLines(result.step);
  if ("entries" in result) return historyLines(result.entries, result.line);
  if ("figures" in result) return result.figures.map(figureLine);
  if ("changed" in result) return result.changed.map(movedLine);
  if ("groups" in result) return result.groups.flatMap(intervalLines);
  if ("digests" in result && "kind" in result) return sealedLines(result);
  if ("units" in result) return result.units.map(({ ...unit }) => unit);
  if ("losses" in result) return gainsLines(result);
  if ("parts" in result) return differenceLines(result);
  if ("reasons" in result)
    return result.reasons.map(({ side, unit, reason, units }) => {
      return { side, unit, reason, units: units?.map((it) => it.unit).join(", ") };
    });
  if ("reason" in result) return [{ unit: result.unit, reason: result.reason }];
  if ("issues" in result) return result.issues.map(issueLine);
  throw notLaidOut();
}

const notLaidOut = (): TypeError =>
  new TypeError(
    "rows: the value is no result that it lays out; for a verification there is verificationText",
  );

const isMovements = (result: Tabular): result is readonly RankingMovement[] =>
  Array.isArray(result) && result.length > 0 && result.every((it) => "units" in it);

const movementLines = ({ group, units }: RankingMovement): readonly GappedRow[] =>
  units.map(({ unit, state, before, after, rose, gained, from = [], into = [] }) => ({
    group,
    unit,
    state,
    former: before === undefined || before.unit === unit ? from.join(" ") || undefined : before.unit,
    successor: into.join(" ") || undefined,
    before: before?.place ?? before?.reason,
    after: after?.place ?? after?.reason,
    rose,
    indexBefore: before?.index,
    indexAfter: after?.index,
    gained,
  }));

const isIssues = (result: Tabular): result is readonly Issue[] => Array.isArray(result);

function assessmentLines({ scores, rankings }: Assessment): readonly GappedRow[] {
  const scoreOf = new Map(scores.map((it) => [it.unit, it]));
  return rankings
    .flatMap((it) => rankingLines(it, it.group))
    .map((line) => ({ ...line, ...approvedPart(scoreOf.get(`${line.unit}`)) }));
}

const approvedPart = (result: { readonly approved: boolean } | undefined): GappedRow =>
  result?.approved === false ? { approved: false } : {};

const rankingLines = ({ places, unranked }: Ranking, group: string | undefined): readonly GappedRow[] => [
  ...places.map(({ place, unit, index, grade, tied, decidedBy }) => ({
    group,
    place,
    unit,
    index,
    grade,
    tied: tied || undefined,
    decidedBy: deciderText(decidedBy),
  })),
  ...unranked.map(({ unit, index, reason }) => ({ group, unit, index, reason })),
];

const boundsPart = (bounds: Bounds | undefined): GappedRow =>
  bounds === undefined ? {} : { low: bounds.low, high: bounds.high };

const fractionOf = (fraction: string | undefined): GappedRow =>
  exactPart(fraction === undefined ? undefined : { exact: fraction });

const scoreLines = (score: Score): readonly GappedRow[] => [
  ...score.items.map(({ item, state, reason, points, fraction, maxPoints, claimed, index, bounds }) => ({
    item,
    state,
    reason,
    claimed,
    points,
    ...fractionOf(fraction),
    maxPoints,
    index,
    ...boundsPart(bounds),
  })),
  ...score.sources.map(({ source, points, fraction, maxPoints, index, bounds }) => ({
    item: source,
    points,
    ...fractionOf(fraction),
    maxPoints,
    index,
    ...boundsPart(bounds),
  })),
  ...score.lines.map((line) => ({
    item: lineName(line),
    points: line.points,
    ...fractionOf(line.fraction),
  })),
  {
    item: "result",
    state: score.state,
    claimed: score.claimed,
    points: score.points,
    maxPoints: score.maxPoints,
    index: score.index,
    grade: score.grade,
    ...approvedPart(score),
    ...boundsPart(score.bounds),
  },
];

const movedLine = ({ unit, before, after }: Change["changed"][number]): GappedRow => ({
  unit,
  state: after.state,
  before: before.index,
  after: after.index,
  placeBefore: before.place,
  placeAfter: after.place,
});

const intervalLines = ({ group, units }: GroupIntervals): readonly GappedRow[] =>
  units.map(({ unit, place, best, worst, interval }) => ({ group, place, unit, best, worst, ...interval }));

const sealedLines = (record: SealedRecord): readonly GappedRow[] => {
  const { kind, group, until, digest } = record;
  const head = { group, set: record.set.id, edition: record.set.edition, until };
  if (record.kind === "unit")
    return [{ kind, unit: record.unit, ...head, ...sealedLine(record), ranked: record.place.ranked, digest }];
  const units = record.units.map((it) => ({ unit: it.unit, ...sealedLine(it) }));
  const { mean } = record.ranking;
  return [...units, { kind, ...head, mean, ...approvedPart(record.ranking), digest, root: record.root }];
};

const sealedLine = ({ result, place }: UnitRecord): GappedRow => ({
  state: result.state,
  index: result.index,
  ...approvedPart(result),
  ...boundsPart(result.bounds),
  place: place.place,
  reason: place.reason,
});

const gainsLines = ({ losses, answer }: ScoredGains): readonly GappedRow[] => {
  const lifted = answer.kind === "reachable" ? answer.items : [];
  return [
    ...losses.map(({ item, state, points, maxPoints, lost, share, gain, held }) => ({
      item,
      state,
      points: points.rounded,
      maxPoints,
      lost: lost.rounded,
      share: share.rounded,
      gain: gain.rounded,
      held,
      lift: lifted.includes(item) || undefined,
    })),
    { item: "goal", state: answer.kind, ...goalPart(answer) },
  ];
};

function goalPart(answer: GainsAnswer): GappedRow {
  if (answer.kind === "unranked") return { reason: answer.reason };
  const { count, index, grade, place } = answer.result;
  return { count, index: index.rounded, grade, place };
}

const differenceLines = ({ before, after, change, parts }: ComparedIndexes): readonly GappedRow[] => [
  ...parts.map(differenceLine),
  { kind: "index", before: before.index.rounded, after: after.index.rounded, change },
];

function differenceLine(part: ItemDifference | LineDifference): GappedRow {
  const change = { change: part.change.rounded, ...exactPart(part.change) };
  if (part.kind !== "item")
    return { kind: part.kind, before: part.before.rounded, after: part.after.rounded, ...change };
  const [before, after] = [leafNames(part.before), leafNames(part.after)];
  return {
    kind: part.kind,
    item: after ?? before,
    replaces: after === undefined || before === after ? undefined : before,
    before: comparedPoints(part.before),
    after: comparedPoints(part.after),
    ...change,
    self: part.self?.rounded,
    adjustment: part.adjustment?.rounded,
  };
}

/** Several leaves of one side stand sideBySide. */
const sideBySide = (texts: readonly string[]): string | undefined =>
  texts.length === 0 ? undefined : texts.join(" + ");
const leafNames = (leaves: readonly ComparedLeaf[]): string | undefined =>
  sideBySide(leaves.map(({ item }) => item));
const comparedPoints = (leaves: readonly ComparedLeaf[]): string | undefined =>
  sideBySide(leaves.map(({ points }) => points.rounded));

/** A line without the columns that have no value; a text that a spreadsheet would run is guarded. */
function withoutGaps(line: GappedRow): ResultRow {
  const row = Object.entries(line).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, typeof value === "string" ? guardedText(value) : value]],
  );
  return Object.fromEntries(row);
}
