/**
 * The steps of the grade and of the place: what the published index is worth, and how the unit stands among the others
 * of its group (design 3.9, 3.10). The place is the only step for which other units are scored.
 */
import { assess } from "../assess.ts";
import type { Plan } from "../plan.ts";
import type { Place } from "../result.ts";
import type { ScoreHead } from "../score.ts";
import type { UnitScene } from "../unit-inputs.ts";
import { basisOf } from "./explanation-leaf.ts";
import type { GradeStep, Neighbour, PlaceStep } from "./explanation-step.ts";

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
  const { rankings } = assess(plan.set, round, { until: scene.until });
  const ranking = rankings.find(({ group }) => group === unit.group);
  const places = ranking?.places ?? [];
  const at = places.findIndex((it) => it.unit === unit.id);
  const place = places[at];
  const reason = ranking?.unranked.find((it) => it.unit === unit.id)?.reason;
  const base = {
    kind: "place",
    basis: basisOf(plan),
    of: places.length,
    unranked: ranking?.unranked.length ?? 0,
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
  return {
    ...base,
    place,
    ...deciderPart(plan, place),
    shared: places.filter((it) => it !== place && it.place === place.place).map(neighbour),
    ...(before === undefined ? {} : { before: neighbour(before) }),
    ...(after === undefined ? {} : { after: neighbour(after) }),
  };
}

function deciderPart(plan: Plan, { decidedBy }: Place): Pick<PlaceStep, "decider"> {
  const id = decidedBy?.id;
  if (id === undefined) return {};
  const source = plan.set.sources.find((it) => decidedBy?.by === "source" && it.id === id);
  if (source !== undefined) return { decider: { title: source.title } };
  const item = plan.leafOf.get(id)?.item ?? plan.nodeOf.get(id)?.item;
  return item === undefined ? {} : { decider: { number: item.number, title: item.title } };
}
