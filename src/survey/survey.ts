/**
 * The survey (điều tra xã hội học): counts become the share and the points of each unit's survey leaves, exactly
 * (design 3.7). This file says which questionnaires judge which unit; `survey-share.ts` computes one leaf, and
 * `docs/readings.md` says what the order of its steps settles.
 */

import type { CriteriaSet } from "../criteria-set.ts";
import { byCodeUnit, deepFreeze } from "../plain.ts";
import type { FormCounts, SurveyNotHeld, Tally } from "../round.ts";
import { assertCriteriaSet } from "../set/brand.ts";
import { judgedGroups, type SurveyLeaf, surveyLeaves, surveyLeavesOf } from "./survey-plan.ts";
import { leafResult, notHeldResult, type SurveyItem } from "./survey-share.ts";

export type {
  SurveyGroup,
  SurveyItem,
  SurveyLeafGroup,
  SurveyQuestion,
  SurveyQuestionGroup,
  SurveyReason,
} from "./survey-share.ts";

/** The survey results of one unit. */
export interface SurveyUnit {
  /** The id of the unit. */
  readonly unit: string;
  /** Its survey leaves, in the order of the set. */
  readonly items: readonly SurveyItem[];
}

/** The survey results of a round: frozen plain data. */
export interface Survey {
  /** The units, in code-unit order of their ids. */
  readonly units: readonly SurveyUnit[];
}

/** What `mergeSurvey` is told beside the tally. */
export interface SurveyOptions {
  /**
   * The units and the group of each: says which questionnaires judge a unit, and adds units that nobody answered for.
   * Counts of a questionnaire that does not judge the unit's group are left aside; the round's check reports them.
   */
  readonly units?: readonly { readonly id: string; readonly group: string }[] | undefined;
  /** The groups for which no survey was held, as the round states. */
  readonly notHeld?: readonly SurveyNotHeld[] | undefined;
}

/**
 * Turns the counts of a survey into the share and the points of each unit's survey leaves.
 *
 * Share of a question in a respondent group: Σ count × percentage ÷ Σ valid count. The groups that are asked the same
 * question then combine: by weights, Σ w·share ÷ Σ w over the groups that are asked it, or as one pool of counts. The
 * leaf has the mean of its questions. Questions that feed one leaf are the same question where their ids are the same,
 * and where each group is asked just one on it. Nothing is rounded, and no order changes anything.
 *
 * A leaf is pending where one of its questions has no valid answer at all, and where a weighted group has none on a
 * question it is asked, unless the set redistributes its weight. A questionnaire with fewer valid forms than its
 * `leastForms` makes its leaves pending or 0 as declared; a weighted group with no form at all is an empty group
 * instead. What is pending stays pending whatever else would make the leaf 0. A stated "not held" stands before all
 * of this, counts or no counts.
 *
 * For a unit of the tally that `units` does not name the group is inferred: its questionnaires are those with counts
 * for it, and all that judge a group which every one of those judges.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param tally The counts; what the set does not know in them is left aside.
 * @param options The units with their groups, and the groups without a survey.
 *
 * @returns The results, frozen, of the units of the tally and of `options.units`; an empty tally and no units give none.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`, or the tally is none.
 *
 * @example
 * ```ts
 * import { emptyTally, mergeSurvey } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 *
 * const set = criteriaSet("hoa-lam/department/2026");
 * const survey = mergeSurvey(set, emptyTally, { units: [{ id: "so-a", group: "general" }] });
 * survey.units[0]?.items[0]?.state; // => 'pending'
 * survey.units[0]?.items[0]?.why; // => 'no-valid-answer'
 * ```
 */
export function mergeSurvey(set: CriteriaSet, tally: Tally, options: SurveyOptions = {}): Survey {
  assertCriteriaSet(set, "mergeSurvey");
  if (typeof tally !== "object" || tally === null || !Array.isArray(tally.counts)) {
    throw new TypeError("mergeSurvey: the tally is none");
  }
  const counts = new Map<string, Map<string, FormCounts>>();
  for (const it of tally.counts) {
    const forms = counts.get(it.unit) ?? new Map<string, FormCounts>();
    counts.set(it.unit, forms.set(it.questionnaire, it));
  }
  const groupOf = new Map(options.units?.map(({ id, group }) => [id, group]));
  const notHeld = new Set(options.notHeld?.map(({ group }) => group));
  const leavesOf = new Map<string, readonly SurveyLeaf[]>();
  const none: ReadonlyMap<string, FormCounts> = new Map();

  const units = [...new Set([...groupOf.keys(), ...counts.keys()])]
    .sort(byCodeUnit)
    .map((unit): SurveyUnit => {
      const forms = counts.get(unit) ?? none;
      const declared = groupOf.get(unit);
      const groups = declared === undefined ? judgedGroups(set, [...forms.keys()]) : [declared];
      const present = declared === undefined ? [...forms.keys()].sort(byCodeUnit) : [];
      const key = JSON.stringify([groups, present]);
      const leaves =
        leavesOf.get(key) ??
        (declared === undefined ? surveyLeaves(set, groups, present) : surveyLeavesOf(set, declared));
      leavesOf.set(key, leaves);
      const held = !(groups.length === 1 && notHeld.has(groups[0] as string));
      return {
        unit,
        items: leaves.map((leaf) => (held ? leafResult(set, leaf, forms) : notHeldResult(set, leaf))),
      };
    });
  return deepFreeze({ units });
}
