/**
 * The steps of the grade and of the place: what the published index is worth, and how the unit stands among the others
 * of its group. The place is the only step for which other units are scored.
 */
import { assess } from "../assess.ts";
import type { Plan } from "../plan.ts";
import { decidedBy, type Keyed, keysOf, type Place, printedAlike } from "../ranking.ts";
import type { Score, ScoreHead } from "../score.ts";
import type { UnitScene } from "../units.ts";
import { basisOf } from "./leaf.ts";
import type { Decider, GradeStep, Neighbour, PlaceStep } from "./step.ts";

/** The grade of a score. */
export function explainGrade(plan: Plan, { state, index, grade: id }: ScoreHead): GradeStep {
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
export function explainPlace(plan: Plan, round: unknown, scene: UnitScene): PlaceStep {
  const { unit } = scene.input;
  const { scores, rankings } = assess(plan.set, round, { until: scene.until });
  const ranking = rankings.find(({ group }) => group === unit.group);
  const { places = [], unranked = [], complete = false } = ranking ?? {};
  const at = places.findIndex((other) => other.unit === unit.id);
  const place = places[at];
  const reason = unranked.find((other) => other.unit === unit.id)?.reason;
  const exempted = unranked.filter((other) => other.reason === "exempt").length;
  const base = {
    kind: "place",
    basis: basisOf(plan),
    of: places.length,
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
      : { decider: { ...deciderOf(plan, scores, [place, against]), against: neighbour(against) } }),
    shared: places.filter((other) => other !== place && other.place === place.place).map(neighbour),
    ...(before === undefined ? {} : { before: neighbour(before) }),
    ...(after === undefined ? {} : { after: neighbour(after) }),
  };
}

/** What told two units apart: its name, and the value of the second. */
function deciderOf(
  plan: Plan,
  scores: readonly Score[],
  [one, other]: readonly [Place, Place],
): Omit<Decider, "against"> {
  const keys = ({ unit }: Place): Keyed["keys"] =>
    scores.flatMap((score) => (score.unit === unit ? keysOf(plan, score) : []));
  const { by, id, value } = decidedBy(plan, keys(other), keys(one));
  if (id === undefined) return { value };
  if (by === "source") return { title: plan.set.sources.find((source) => source.id === id)?.title, value };
  const item = (plan.leafOf.get(id) ?? plan.nodeOf.get(id))?.item;
  return { number: item?.number, title: item?.title, value };
}
