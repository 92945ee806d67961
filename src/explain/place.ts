/**
 * The steps of the grade and of the place: what the published index is worth, and how the unit stands among the others
 * of its group. The place is the only step for which other units are scored.
 */
import { assess } from "../assess.ts";
import type { Plan } from "../plan.ts";
import { decidedBy, type Keyed, keysOf } from "../ranking.ts";
import type { Place, Score } from "../result.ts";
import type { ScoreHead } from "../score.ts";
import type { UnitScene } from "../unit-inputs.ts";
import { basisOf } from "./explanation-leaf.ts";
import type { Decider, GradeStep, Neighbour, PlaceStep } from "./explanation-step.ts";

/** The grade of a score. */
export function gradeStep(plan: Plan, { state, index, grade: id }: ScoreHead): GradeStep {
  const { grades } = plan.set;
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
        }),
  };
}

/** The place of a unit in its group; `round` is what the caller gave, so that a round as read is not judged again. */
export function placeStep(plan: Plan, round: unknown, scene: UnitScene): PlaceStep {
  const { unit } = scene.input;
  const { scores, rankings } = assess(plan.set, round, { until: scene.until });
  const ranking = rankings.find(({ group }) => group === unit.group);
  const places = ranking?.places ?? [];
  const unranked = ranking?.unranked ?? [];
  const at = places.findIndex((it) => it.unit === unit.id);
  const place = places[at];
  const reason = unranked.find((it) => it.unit === unit.id)?.reason;
  const exempted = unranked.filter((it) => it.reason === "exempt").length;
  const base = {
    kind: "place",
    basis: basisOf(plan),
    of: places.length,
    unranked: unranked.length - exempted,
    exempted,
    complete: ranking?.complete ?? false,
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
  const neighbour = (it: Place): Neighbour => ({
    place: it.place,
    unit: it.unit,
    name: names.get(it.unit) ?? { vi: it.unit },
    index: it.index,
  });
  const before = places.slice(0, at).findLast((it) => it.place !== place.place);
  const after = places.slice(at).find((it) => it.place !== place.place);
  const against = [places[at - 1], places[at + 1]].find(
    (it) => it?.index === place.index && it.place !== place.place,
  );
  return {
    ...base,
    place,
    ...(against === undefined
      ? {}
      : { decider: { ...deciderOf(plan, scores, place.unit, against.unit), against: neighbour(against) } }),
    shared: places.filter((it) => it !== place && it.place === place.place).map(neighbour),
    ...(before === undefined ? {} : { before: neighbour(before) }),
    ...(after === undefined ? {} : { after: neighbour(after) }),
  };
}

/** What told two units apart: its name, and the value of the second. */
function deciderOf(
  plan: Plan,
  scores: readonly Score[],
  unit: string,
  against: string,
): Omit<Decider, "against"> {
  const keys = (id: string): Keyed["keys"] =>
    keysOf(plan, scores.find((score) => score.unit === id) as Score);
  const { by, id, value } = decidedBy(plan, keys(against), keys(unit));
  if (id === undefined) return { value };
  if (by === "source") return { title: plan.set.sources.find((it) => it.id === id)?.title, value };
  const item = (plan.leafOf.get(id) ?? plan.nodeOf.get(id))?.item;
  return { number: item?.number, title: item?.title, value };
}
