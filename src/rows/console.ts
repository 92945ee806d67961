/**
 * Results as plain objects with short keys, one for each line that somebody wants to see: made for `console.table` in a
 * REPL, for CSV writers and for tests. Nothing is computed here; values are those of the result, as text.
 */
import type {
  ComparedIndexes,
  ComparedLeaf,
  Difference,
  ItemDifference,
  LineDifference,
} from "../audit/difference.ts";
import type { Gains, GainsAnswer, ScoredGains } from "../audit/gain.ts";
import type { GroupIntervals, RankIntervals } from "../audit/intervals.ts";
import type { SealedRecord, UnitRecord } from "../audit/record-shape.ts";
import type { TableAudit } from "../audit/table.ts";
import type { Change, RefusedChange } from "../change.ts";
import type { ItemHistory } from "../explain/history.ts";
import type { Explanation } from "../explain/step.ts";
import type { Indexes } from "../indexes.ts";
import type { Issue } from "../issue.ts";
import { deepFreeze } from "../plain.ts";
import type { Assessment, Bounds, Ranking, Score } from "../result.ts";
import { deciderText, exactPart, issueLine, type Line } from "./line.ts";
import { explanationLines, historyLines, lineName } from "./step-lines.ts";

/** A result that `rows` can lay out. */
export type Tabular =
  | Assessment
  | Indexes
  | Ranking
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

/** One line of a result; a key without a value is left out. */
export type ResultRow = Readonly<Record<string, string | number | boolean>>;

/**
 * Lays a result out as plain objects, one for each line: `console.table(rows(result))`.
 *
 * An assessment, ranking or indexes have one line for each unit, a score one for each item, source and line, an
 * explanation one for each step and beneath a single one what it comes from (its history, the terms of the index, the
 * neighbours of the place), a history one for each entry, an audited table, a comparison and gains one for each part,
 * a change one for each unit that it moves, rank intervals and the record of a group one for each unit, issues one each.
 * The result itself comes last. Points and percentages are
 * those that are printed; `exact` stands beside them where it has at most 20 digits, `low` and `high` where something is
 * open. What `item` names is what `explain` takes.
 *
 * @param result An `Assessment`, `Indexes`, `Ranking`, `Score`, `Explanation`, `ItemHistory`, `TableAudit`,
 * `Difference`, `Gains`, `RankIntervals`, `SealedRecord`, what `change` gave, or a list of issues.
 *
 * @returns The lines, frozen; decimals are text, as in the result.
 *
 * @throws TypeError if the value is none of these results.
 *
 * @example
 * ```ts
 * import { assess } from "par-index";
 * import { rows } from "par-index/audit";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("moha/ministry/2023");
 * const unit = { id: "bo-tu-phap", name: { vi: "Bộ Tư pháp" }, group: set.groups[0].id };
 * const statistics = [["1", "61.86"], ["2", "28.10"]].map(([item, points]) => ({ unit: unit.id, item, facts: { points } }));
 * const round = { format: 1, set: set.id, edition: 1, title: { vi: "PAR INDEX 2023" }, status: "real", units: [unit], statistics };
 * rows(assess(set, round)); // => [ { group: 'ministry', place: 1, unit: 'bo-tu-phap', index: '89.96' } ]
 * ```
 */
export function rows(result: Tabular): readonly ResultRow[] {
  return deepFreeze(linesOf(result).map(withoutGaps));
}

function linesOf(result: Tabular): readonly Line[] {
  if (typeof result !== "object" || result === null) throw notLaidOut();
  if (isIssues(result)) return result.map(issueLine);
  if ("scores" in result) return result.rankings.flatMap((it) => rankingLines(it, it.group));
  if ("unranked" in result && "places" in result) return rankingLines(result, undefined);
  if ("sources" in result && "items" in result) return scoreLines(result);
  if ("step" in result) return explanationLines(result.step);
  if ("entries" in result) return historyLines(result.entries);
  if ("places" in result && "rows" in result) return result.rows.map(({ ...row }) => row);
  if ("changed" in result) return result.changed.map(movedLine);
  if ("groups" in result) return result.groups.flatMap(intervalLines);
  if ("digests" in result && "kind" in result) return recordLines(result);
  if ("units" in result) return result.units.map(({ ...unit }) => unit);
  if ("losses" in result) return gainsLines(result);
  if ("parts" in result) return differenceLines(result);
  if ("why" in result)
    return result.why.map(({ side, unit, reason, units }) => {
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

const isIssues = (result: Tabular): result is readonly Issue[] => Array.isArray(result);

const rankingLines = ({ places, unranked }: Ranking, group: string | undefined): readonly Line[] => [
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

const boundsOf = (bounds: Bounds | undefined): Line =>
  bounds === undefined ? {} : { low: bounds.low, high: bounds.high };

const fractionOf = (fraction: string | undefined): Line =>
  exactPart(fraction === undefined ? undefined : { exact: fraction });

const scoreLines = (score: Score): readonly Line[] => [
  ...score.items.map(({ item, state, why, points, fraction, maxPoints, claimed, index, bounds }) => ({
    item,
    state,
    why,
    claimed,
    points,
    ...fractionOf(fraction),
    max: maxPoints,
    index,
    ...boundsOf(bounds),
  })),
  ...score.sources.map(({ source, points, fraction, maxPoints, index, bounds }) => ({
    item: source,
    points,
    ...fractionOf(fraction),
    max: maxPoints,
    index,
    ...boundsOf(bounds),
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
    max: score.maxPoints,
    index: score.index,
    grade: score.grade,
    ...boundsOf(score.bounds),
  },
];

const movedLine = ({ unit, before, after }: Change["changed"][number]): Line => ({
  unit,
  state: after.state,
  before: before.index,
  after: after.index,
  placeBefore: before.place,
  placeAfter: after.place,
});

const intervalLines = ({ group, units }: GroupIntervals): readonly Line[] =>
  units.map(({ unit, place, best, worst, interval }) => ({ group, place, unit, best, worst, ...interval }));

const recordLines = (record: SealedRecord): readonly Line[] => {
  const { kind, group, until, digest } = record;
  const head = { group, set: record.set.id, edition: record.set.edition, until };
  if (record.kind === "unit")
    return [{ kind, unit: record.unit, ...head, ...sealedLine(record), of: record.place.of, digest }];
  const units = record.units.map((it) => ({ unit: it.unit, ...sealedLine(it) }));
  return [...units, { kind, ...head, mean: record.ranking.mean, digest, root: record.root }];
};

const sealedLine = ({ result, place }: UnitRecord): Line => ({
  state: result.state,
  index: result.index,
  ...boundsOf(result.bounds),
  place: place.place,
  why: place.unranked,
});

const gainsLines = ({ losses, answer }: ScoredGains): readonly Line[] => {
  const lifted = answer.kind === "reachable" ? answer.items : [];
  return [
    ...losses.map(({ item, state, points, maxPoints, lost, share, gain, held }) => ({
      item,
      state,
      points: points.rounded,
      max: maxPoints,
      lost: lost.rounded,
      share: share.rounded,
      gain: gain.rounded,
      held,
      lift: lifted.includes(item) || undefined,
    })),
    { item: "goal", state: answer.kind, ...goalPart(answer) },
  ];
};

function goalPart(answer: GainsAnswer): Line {
  if (answer.kind === "unranked") return { reason: answer.reason };
  const { count, index, grade, place } = answer.result;
  return { count, index: index.rounded, grade, place };
}

const differenceLines = ({ before, after, change, parts }: ComparedIndexes): readonly Line[] => [
  ...parts.map(partLine),
  { kind: "index", before: before.index.rounded, after: after.index.rounded, change },
];

function partLine(part: ItemDifference | LineDifference): Line {
  const change = { change: part.change.rounded, ...exactPart(part.change) };
  if (part.kind !== "item")
    return { kind: part.kind, before: part.before.rounded, after: part.after.rounded, ...change };
  const [before, after] = [namesOf(part.before), namesOf(part.after)];
  return {
    kind: part.kind,
    item: after ?? before,
    replaces: after === undefined || before === after ? undefined : before,
    before: pointsOf(part.before),
    after: pointsOf(part.after),
    ...change,
    self: part.self?.rounded,
    adjustment: part.adjustment?.rounded,
  };
}

/** Several leaves of one side stand together. */
const together = (texts: readonly string[]): string | undefined =>
  texts.length === 0 ? undefined : texts.join(" + ");
const namesOf = (leaves: readonly ComparedLeaf[]): string | undefined =>
  together(leaves.map(({ item }) => item));
const pointsOf = (leaves: readonly ComparedLeaf[]): string | undefined =>
  together(leaves.map(({ points }) => points.rounded));

function withoutGaps(line: Line): ResultRow {
  const row: Record<string, string | number | boolean> = {};
  for (const [key, value] of Object.entries(line)) if (value !== undefined) row[key] = value;
  return row;
}
