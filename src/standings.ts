/**
 * Where the leaves of survey, statistic and `relative` rules stand: survey shares, third parties' figures and the
 * group's part are put beside what stands after the appraisal (design 3.4, 3.7, 3.12). A leaf that already stands, by the
 * register of exemptions, stays as it is.
 */
import type { Facts } from "./criteria-set.ts";
import type { LeafStanding } from "./evaluation.ts";
import { type Exact, readFraction } from "./number.ts";
import type { Leaf, Plan } from "./plan.ts";
import type { Statistic } from "./round.ts";
import { type RelativeGroup, type RelativeRule, relativePoints } from "./rules/relative.ts";
import type { Survey, SurveyItem, SurveyReason } from "./survey/survey.ts";

/** What the group gives to a `relative` leaf of one unit. */
export interface RelativeInput {
  /** The id of the leaf. */
  readonly item: string;
  /** The unit's own target; absent where it has none. */
  readonly target?: Facts | undefined;
  /** What the group's facts come to; absent while a unit of the group is pending on the leaf. */
  readonly group?: RelativeGroup | undefined;
}

/** The claim of each leaf: facts, `not-applicable`, or nothing. */
export type Claims = (Facts | "not-applicable" | "points" | undefined)[];

/** Puts a unit's survey results where its survey leaves stand. */
export function surveyStandings(
  plan: Plan,
  unit: string,
  survey: Survey | undefined,
  standings: (LeafStanding | undefined)[],
): void {
  const found = survey?.units.find((it) => it.unit === unit);
  for (const { item, state, share, why } of found?.items ?? []) {
    const leaf = plan.leafOf.get(item);
    if (leaf === undefined || standings[leaf.index] !== undefined) continue;
    standings[leaf.index] = shareStanding(state, why, share === undefined ? undefined : readFraction(share));
  }
}

/** Where a leaf stands by its survey result. */
export function shareStanding(
  state: SurveyItem["state"],
  why: SurveyReason | undefined,
  share: Exact | undefined,
): LeafStanding {
  if (state === "not-applicable") return surveyNotHeld;
  if (state !== "scored" || share === undefined) return surveyOpen;
  // A share of 0 that a policy gave says which; a redistributed weight is a share like any other.
  return why === "below-least" || why === "survey-not-held"
    ? { kind: "share", share, why }
    : { kind: "share", share };
}

const surveyNotHeld: LeafStanding = Object.freeze({ kind: "not-applicable", why: "survey-not-held" });
const surveyOpen: LeafStanding = Object.freeze({ kind: "pending", why: "survey" });

/** Puts a unit's statistics where its statistic leaves stand. */
export function statisticStandings(
  plan: Plan,
  unit: string,
  statistics: readonly Statistic[],
  standings: (LeafStanding | undefined)[],
): void {
  for (const { unit: of, item, facts } of statistics) {
    const leaf = of === unit ? plan.leafOf.get(item) : undefined;
    if (leaf !== undefined && standings[leaf.index] === undefined)
      standings[leaf.index] = { kind: "facts", facts };
  }
}

/** Replaces the facts of relative leaves by the points that they give within the group (design 3.12). */
export function relativeStandings(
  plan: Plan,
  relative: readonly RelativeInput[],
  standings: (LeafStanding | undefined)[],
): void {
  for (const leaf of plan.relative) {
    const given = relative.find(({ item }) => item === leaf.id);
    standings[leaf.index] = withinGroup(leaf, standings[leaf.index], given?.target, given?.group);
  }
}

/** Where a relative leaf stands within its group: its facts become points; what is not facts stays as it is. */
export function withinGroup(
  leaf: Leaf,
  standing: LeafStanding | undefined,
  target: Facts | undefined,
  group: RelativeGroup | undefined,
): LeafStanding | undefined {
  if (standing?.kind !== "facts") return standing;
  if (group === undefined) return groupOpen;
  const { facts } = standing;
  const points = relativePoints(leaf.rule as RelativeRule, leaf.context, { facts, target }, group);
  return { kind: "exact", points, within: facts };
}

const groupOpen: LeafStanding = Object.freeze({ kind: "pending", why: "relative" });
