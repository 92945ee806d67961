/**
 * The steps of the grade and of the place: what the published index is worth, and how the unit stands among the others
 * of its group. The place is the only step for which other units are looked at, and no more of them than their indexes.
 */
import type { Grade, GradeCondition } from "../criteria-set.ts";
import type { Evaluation } from "../evaluation.ts";
import { indexOfUnit } from "../fast/indexes.ts";
import type { Plan } from "../plan.ts";
import {
  type Contender,
  compareRanked,
  decidedBy,
  isPlannedApart,
  type Keyed,
  type Place,
  placesOf,
  printedAlike,
  type Unranked,
} from "../ranking.ts";
import type { Readable, RoundInput } from "../round/input.ts";
import { isWholeGroup, judgeRound } from "../round/read.ts";
import type { Round } from "../round.ts";
import { type CheckedCondition, checkedConditions, gradeFacts, type ScoreHead } from "../score.ts";
import { preparedRound, type UnitScene, unitStandings } from "../units.ts";
import { basisOf } from "./leaf.ts";
import type { AskedCondition, ConditionStep, Decider, GradeStep, Neighbour, PlaceStep } from "./step.ts";

/** The grade of a score. */
export function explainGrade(
  plan: Plan,
  evaluation: Evaluation,
  { state, index, grade: id, reaches }: ScoreHead,
): GradeStep {
  const { grades } = plan.set;
  const facts = gradeFacts(plan, evaluation);
  const conditionsOf = (of: Grade): readonly ConditionStep[] =>
    checkedConditions(of, facts).map((it) => conditionStep(plan, it));
  const first = grades.findIndex((of) => of.id === reaches);
  const at = grades.findIndex((grade) => grade.id === id);
  const grade = grades[at];
  const below = grades[at - 1]?.from;
  return {
    kind: "grade",
    basis: basisOf(plan),
    state,
    ...(index === undefined ? {} : { index }),
    ...(grade === undefined
      ? {}
      : {
          grade: {
            id: grade.id,
            title: grade.title,
            ...(grade.from === undefined ? {} : { from: grade.from }),
            ...(below === undefined ? {} : { below }),
          },
          ...(first < 0
            ? {}
            : {
                missed: grades
                  .slice(first, at)
                  .map((of) => ({ id: of.id, title: of.title, conditions: conditionsOf(of) })),
              }),
          ...(grade.requires === undefined ? {} : { conditions: conditionsOf(grade) }),
        }),
  };
}

const conditionStep = (plan: Plan, checked: CheckedCondition): ConditionStep => ({
  ...askedCondition(plan, checked),
  ...(checked.index === undefined ? {} : { index: checked.index }),
  holds: checked.holds,
});

/** What a condition of a grade asks, by the names of the set. */
export function askedCondition(plan: Plan, condition: GradeCondition): AskedCondition {
  const { item, source, unused, from, above } = condition;
  const bound = { ...(from === undefined ? {} : { from }), ...(above === undefined ? {} : { above }) };
  if (unused === "late") return { kind: "late" };
  if (source !== undefined) {
    const title = plan.set.sources.find(({ id }) => id === source)?.title;
    return { kind: "source", ...(title === undefined ? {} : { title }), ...bound };
  }
  const named =
    unused === undefined
      ? (plan.leafOf.get(item ?? "") ?? plan.nodeOf.get(item ?? ""))?.item
      : plan.lineOf.get(unused)?.line;
  const name = named === undefined ? {} : { number: named.number, title: named.title };
  return { kind: unused === undefined ? "item" : "line", ...name, ...bound };
}

/**
 * The place of a unit in its group, with its own grade; `round` is what the caller gave, so that a round as read is not
 * judged again.
 */
export function explainPlace(
  plan: Plan,
  round: Round | Readable<RoundInput>,
  scene: UnitScene,
  grade: string | undefined,
): PlaceStep {
  const { unit } = scene.input;
  const { contenders, unranked, isWhole } = placedGroup(plan, round, scene, grade);
  const places = placesOf(plan, contenders);
  const complete = isWhole && unranked.every(({ reason }) => isPlannedApart(reason));
  const at = places.findIndex((other) => other.unit === unit.id);
  const place = places[at];
  const reason = unranked.find((other) => other.unit === unit.id)?.reason;
  const exempted = unranked.filter((other) => other.reason === "exempt").length;
  const base = {
    kind: "place",
    basis: basisOf(plan),
    ranked: places.length,
    unranked: unranked.length - exempted,
    exempted,
    complete,
    ranking: plan.set.ranking,
  } as const;
  if (place === undefined)
    return {
      ...base,
      ...(reason === undefined ? {} : { reason }),
      ...(unit.exempt === undefined ? {} : { exempt: unit.exempt }),
      shared: [],
    };
  const names = new Map(scene.round.units.map(({ id, name }) => [id, name]));
  const neighbour = (other: Place): Neighbour => ({
    place: other.place,
    unit: other.unit,
    name: names.get(other.unit) ?? { vi: other.unit },
    index: other.index,
  });
  const before = places.slice(0, at).findLast((other) => other.place !== place.place);
  const after = places.slice(at).find((other) => other.place !== place.place);
  const against = places[printedAlike(places, at) ?? -1];
  return {
    ...base,
    place,
    ...(against === undefined
      ? {}
      : { decider: { ...deciderOf(plan, contenders, [place, against]), against: neighbour(against) } }),
    shared: places.filter((other) => other !== place && other.place === place.place).map(neighbour),
    ...(before === undefined ? {} : { before: neighbour(before) }),
    ...(after === undefined ? {} : { after: neighbour(after) }),
  };
}

/** The units of the group, best first, and those without a place, by their indexes alone: no other unit is scored. */
function placedGroup(
  plan: Plan,
  round: unknown,
  { input, until }: UnitScene,
  grade: string | undefined,
): {
  readonly contenders: readonly Contender[];
  readonly unranked: readonly Unranked[];
  readonly isWhole: boolean;
} {
  const judged = judgeRound(plan.set, round);
  const prepared = preparedRound(plan, judged, until);
  const contenders: Contender[] = [];
  const unranked: Unranked[] = [];
  for (const unit of prepared.index.groups.get(input.unit.group) ?? []) {
    if (prepared.absent.has(unit.id)) continue;
    const standings = unitStandings(prepared, unit);
    const { state, index, keys } = indexOfUnit(plan, standings);
    const own = unit.id === input.unit.id ? grade : undefined;
    if (index !== undefined && unit.exempt === undefined)
      contenders.push({ unit: unit.id, index, grade: own, keys });
    else {
      const open = state === "complete" || state === "uncertain" ? "error" : state;
      const reason = standings.unscored ?? (unit.exempt === undefined ? open : "exempt");
      unranked.push({ unit: unit.id, reason });
    }
  }
  const { group } = input.unit;
  for (const lost of judged.lostUnits)
    if (lost.unit !== undefined && lost.group === group) unranked.push({ unit: lost.unit, reason: "error" });
  return { contenders: contenders.sort(compareRanked), unranked, isWhole: isWholeGroup(judged, group) };
}

/** What told two units apart: its name, and the value of the second. */
function deciderOf(
  plan: Plan,
  contenders: readonly Contender[],
  [one, other]: readonly [Place, Place],
): Omit<Decider, "against"> {
  const keys = ({ unit }: Place): Keyed["keys"] => contenders.find((it) => it.unit === unit)?.keys ?? [];
  const { by, id, value } = decidedBy(plan, keys(other), keys(one));
  if (id === undefined) return { value };
  if (by === "source") return { title: plan.set.sources.find((source) => source.id === id)?.title, value };
  const item = (plan.leafOf.get(id) ?? plan.nodeOf.get(id))?.item;
  return { number: item?.number, title: item?.title, value };
}
