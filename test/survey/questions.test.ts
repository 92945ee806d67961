/** Which questionnaires judge a unit, where the round says its group and where nobody does. */
import { describe, expect, test } from "vitest";
import type { SurveyOptions } from "../../src/survey/share.ts";
import { form, leafOf, type SurveySketch, surveySet } from "../support/survey-set.ts";

describe("which questionnaires judge a unit", () => {
  const sketch: SurveySketch = {
    groups: ["so", "huyen"],
    weights: { x: "1", y: "1", z: "1" },
    forms: [
      { id: "x-so", by: "x", judges: ["so"], asks: [["q1", "1.1"]] },
      { id: "y-so", by: "y", judges: ["so"], asks: [["q1", "1.1"]] },
      { id: "z-huyen", by: "z", judges: ["huyen"], asks: [["q1", "1.1"]] },
      { id: "x-chung", by: "x", judges: ["so", "huyen"], asks: [["q2", "1.2"]] },
    ],
  };
  const set = surveySet(sketch);
  const groupsOf = (responses: readonly unknown[], options?: SurveyOptions) =>
    leafOf(set, responses, options).groups.map(({ respondents }) => respondents);

  test("says the unit's group, where the round names the unit", () => {
    expect(groupsOf([], { units: [{ id: "so-a", group: "so" }] })).toEqual(["x", "y"]);
    expect(groupsOf([], { units: [{ id: "so-a", group: "huyen" }] })).toEqual(["z"]);
  });

  test("leaves counts aside that a questionnaire of another group has for the unit", () => {
    const stray = [
      form("so-a", "x-so", { q1: "a" }),
      form("so-a", "y-so", { q1: "a" }),
      form("so-a", "z-huyen", { q1: "d" }),
    ];
    expect(leafOf(set, stray, { units: [{ id: "so-a", group: "so" }] }).share).toBe("1");
  });

  test("is inferred from the tally for a unit that nobody names", () => {
    expect(groupsOf([form("so-a", "x-so", { q1: "a" })], {})).toEqual(["x", "y"]);
    expect(
      groupsOf([form("so-a", "z-huyen", { q1: "a" }), form("so-a", "x-chung", { q2: "a" })], {}),
    ).toEqual(["z"]);
    // Judged by all groups of both: nothing is known, so everybody is waited for.
    expect(groupsOf([form("so-a", "x-chung", { q2: "a" })], {})).toEqual(["x", "y", "z"]);
  });

  test("a group that the set does not have is judged by none", () => {
    expect(leafOf(set, [], { units: [{ id: "so-a", group: "xa" }] })).toMatchObject({
      state: "pending",
      reason: "no-question",
      questions: [],
    });
  });
});
