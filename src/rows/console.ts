/**
 * Results as plain objects with short keys, one for each line that somebody wants to see: made for `console.table` in a
 * REPL, for CSV writers and for tests. Nothing is computed here; values are those of the result, as text.
 */
import type { Amount } from "../amount.ts";
import type { Difference, ItemDifference, LineDifference } from "../audit/difference.ts";
import type { Gains } from "../audit/gain.ts";
import type { TableAudit } from "../audit/table.ts";
import type { Explanation, Step } from "../explain/explanation-step.ts";
import type { Issue } from "../issue.ts";
import { deepFreeze } from "../plain.ts";
import type { Assessment, Bounds, Ranking, Score } from "../result.ts";

/** A result that `rows` can lay out. */
export type Tabular =
  | Assessment
  | Ranking
  | Score
  | Explanation
  | TableAudit
  | Difference
  | Gains
  | readonly Issue[];

/** One line of a result; a key without a value is left out. */
export type ResultRow = Readonly<Record<string, string | number | boolean>>;

type Loose = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Lays a result out as plain objects, one for each line: `console.table(rows(result))`.
 *
 * An assessment or ranking has one line for each unit, a score one for each item and line, an explanation one for each
 * step, an audited table, a comparison and gains one for each part, issues one each.
 *
 * @param result An `Assessment`, `Ranking`, `Score`, `Explanation`, `TableAudit`, `Difference`, `Gains`, or a list of issues.
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

function linesOf(result: Tabular): readonly Loose[] {
  if (typeof result !== "object" || result === null) throw new TypeError("rows: the value is no result");
  if (isIssues(result)) return result.map(issueLine);
  if ("scores" in result) return result.rankings.flatMap((it) => rankingLines(it, it.group));
  if ("unranked" in result && "places" in result) return rankingLines(result, undefined);
  if ("sources" in result && "items" in result) return scoreLines(result);
  if ("step" in result) return stepLines(result.step, 0);
  if ("places" in result && "rows" in result) return result.rows.map(({ ...row }) => row);
  if ("losses" in result) {
    return result.losses.map(({ number, state, lost, gain, held }) => ({
      item: number,
      state,
      lost: lost.rounded,
      gain: gain.rounded,
      held,
    }));
  }
  if ("parts" in result) return result.parts.map(partLine);
  if ("why" in result) return result.why.map(({ side, unit, reason }) => ({ side, unit, reason }));
  if ("reason" in result) return [{ unit: result.unit, reason: result.reason }];
  throw new TypeError("rows: the value is no result");
}

const isIssues = (result: Tabular): result is readonly Issue[] => Array.isArray(result);

const issueLine = ({ severity, code, unit, item, line, column, found, expected, en }: Issue): Loose => ({
  severity,
  code,
  unit,
  item,
  line,
  column,
  found,
  expected,
  words: en,
});

const rankingLines = ({ places, unranked }: Ranking, group: string | undefined): readonly Loose[] => [
  ...places.map(({ place, unit, index, grade, tied }) => ({
    group,
    place,
    unit,
    index,
    grade,
    tied: tied || undefined,
  })),
  ...unranked.map(({ unit, index, reason }) => ({ group, unit, index, reason })),
];

const boundsOf = (bounds: Bounds | undefined): Loose =>
  bounds === undefined ? {} : { low: bounds.low, high: bounds.high };

const scoreLines = (score: Score): readonly Loose[] => [
  ...score.items.map(({ item, state, why, points, fraction, maxPoints, claimed, index, bounds }) => ({
    item,
    state,
    why,
    claimed,
    points: fraction ?? points,
    max: maxPoints,
    index,
    ...boundsOf(bounds),
  })),
  ...score.lines.map(({ kind, id, points, fraction }) => ({
    item: `${kind}:${id}`,
    points: fraction ?? points,
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

/** A step and, indented by its level, the steps beneath it. */
function stepLines(step: Step, level: number): readonly Loose[] {
  const own = { level, kind: step.kind };
  const amount = (it: Amount | undefined): string | undefined => it?.exact;
  switch (step.kind) {
    case "unit":
      return [
        {
          ...own,
          state: step.state,
          points: amount(step.points),
          max: step.maxPoints,
          index: step.index.sum?.index.rounded,
        },
        ...step.steps.flatMap((it) => stepLines(it, level + 1)),
      ];
    case "node":
    case "source":
      return [
        { ...own, id: step.id, points: amount(step.points), max: step.maxPoints, index: step.index?.rounded },
        ...step.steps.flatMap((it) => stepLines(it, level + 1)),
      ];
    case "leaf":
      return [
        {
          ...own,
          id: step.id,
          state: step.state,
          why: step.why,
          points: amount(step.points),
          max: step.maxPoints,
        },
      ];
    case "line":
      return [{ ...own, id: `${step.line}:${step.id}`, points: amount(step.points) }];
    case "index":
      return [{ ...own, state: step.state, index: step.sum?.index.rounded }];
    case "grade":
      return [{ ...own, state: step.state, index: step.index, grade: step.grade?.id }];
    case "place":
      return [{ ...own, place: step.place?.place, of: step.of, index: step.place?.index, why: step.reason }];
    case "unscored":
      return [{ ...own, why: step.reason }];
  }
}

const partLine = (part: ItemDifference | LineDifference): Loose =>
  part.kind === "item"
    ? {
        kind: part.kind,
        before: part.before.map(({ number }) => number).join(", "),
        after: part.after.map(({ number }) => number).join(", "),
        change: part.change.exact,
      }
    : { kind: part.kind, before: part.before.exact, after: part.after.exact, change: part.change.exact };

function withoutGaps(line: Loose): ResultRow {
  const row: Record<string, string | number | boolean> = {};
  for (const [key, value] of Object.entries(line)) if (value !== undefined) row[key] = value;
  return row;
}
