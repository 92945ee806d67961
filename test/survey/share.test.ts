// The survey stage: shares by hand, and each policy with what it does to the leaf.
import { describe, expect, test } from "vitest";
import { checkCriteriaSet } from "../../src/set/check.ts";
import { mergeSurvey } from "../../src/survey/share.ts";
import { emptyTally, tally } from "../../src/survey/tally.ts";
import {
  form,
  leafOf,
  rawSurveySet,
  type SurveySketch,
  surveySet,
  times,
  units,
} from "../support/survey-set.ts";

const one: SurveySketch = { forms: [{ id: "p", by: "can-bo", asks: [["q1", "1.1"]] }] };

describe("the share of a question in a group", () => {
  test("is Σ count × percentage ÷ Σ valid count, exactly", () => {
    const set = surveySet(one);
    const responses = ["a", "a", "b", "c", "d", "d", "d"].map((option) => form("so-a", "p", { q1: option }));
    // (2·100 + 60 + 20) ÷ 7 = 40 %: 280 of 700.
    expect(leafOf(set, responses)).toEqual({
      item: "1.1",
      state: "scored",
      share: "0.4",
      points: "0.8",
      questions: [
        {
          question: "q1",
          share: "0.4",
          groups: [{ respondents: "can-bo", question: "q1", valid: 7, noOpinion: 0, share: "0.4" }],
        },
      ],
      groups: [{ respondents: "can-bo", valid: 7, noOpinion: 0, share: "0.4", forms: 7 }],
    });
  });

  test("does not terminate where the fraction does not, and is never rounded", () => {
    const responses = [form("so-a", "p", { q1: "a" }), ...times(2, form("so-a", "p", { q1: "c" }))];
    expect(leafOf(surveySet({ ...one, maxPoints: { "1.1": "0.5" } }), responses)).toMatchObject({
      share: "7/15",
      points: "7/30",
    });
  });

  test("is left alone by answers without an opinion, which are counted apart", () => {
    const few = [form("so-a", "p", { q1: "b" })];
    const more = [...few, ...times(9, form("so-a", "p", { q1: "e" }))];
    expect(leafOf(surveySet(one), more).share).toBe(leafOf(surveySet(one), few).share);
    expect(leafOf(surveySet(one), more).groups[0]).toMatchObject({ valid: 1, noOpinion: 9, forms: 10 });
  });

  test("is exact where the counts of a group's forms pass 2^53 together", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const counted = (questionnaire: string, option: string, count: number) => ({
      unit: "so-a",
      questionnaire,
      forms: count,
      invalid: [],
      questions: [{ question: "q1", options: [{ option, count }] }],
    });
    const large = {
      batches: ["b"],
      counts: [counted("p", "a", most), counted("p2", "d", most - 1)],
      invalid: [],
    };
    const forms: SurveySketch["forms"] = [
      { id: "p", by: "can-bo", asks: [["q1", "1.1"]] },
      { id: "p2", by: "can-bo", asks: [["q1", "1.1"]] },
    ];
    // 2^53 − 1 of 2^54 − 3 answers; the sum is odd, and no double holds it.
    const share = `${most}/${2n ** 54n - 3n}`;
    for (const sketch of [{ forms }, { forms, weights: { "can-bo": "60" } }]) {
      const [unit] = mergeSurvey(surveySet(sketch), large, { units }).units;
      expect(unit?.items[0]?.share).toBe(share);
    }
    const groups: SurveySketch["forms"] = forms.map((it, at) => ({ ...it, by: at === 0 ? "can-bo" : "dan" }));
    expect(mergeSurvey(surveySet({ forms: groups }), large, { units }).units[0]?.items[0]?.share).toBe(share);
  });

  test("says how many answers and forms there were as near as a number can, also beyond 2^53", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const ids = ["p1", "p2", "p3", "p4"];
    const forms: SurveySketch["forms"] = ids.map((id) => ({
      id,
      by: "can-bo",
      asks: [
        ["q1", "1.1"],
        ["q2", "1.1"],
      ],
    }));
    const counts = ids.map((questionnaire, at) => {
      const count = at === 0 ? most : 1;
      const options = [
        { option: "a", count },
        { option: "e", count },
      ];
      const questions = ["q1", "q2"].map((question) => ({ question, options }));
      return { unit: "so-a", questionnaire, forms: count, invalid: [], questions };
    });
    const [unit] = mergeSurvey(
      surveySet({ forms }),
      { batches: ["b"], counts, invalid: [] },
      { units },
    ).units;
    // 2^53 + 2 of each; added as doubles, one after the other, they would stay at 2^53.
    const each = 2 ** 53 + 2;
    expect(unit?.items[0]?.questions[0]?.groups[0]).toMatchObject({ valid: each, noOpinion: each });
    expect(unit?.items[0]?.groups[0]).toMatchObject({ valid: 2 * each, noOpinion: 2 * each, forms: each });
  });

  test("is taken by the percentages of the scale that the question has", () => {
    const set = surveySet({ forms: [{ id: "p", by: "can-bo", asks: [["q1", "1.1", "co-khong"]] }] });
    expect(leafOf(set, [form("so-a", "p", { q1: "co" }), form("so-a", "p", { q1: "khong" })]).share).toBe(
      "0.5",
    );
  });
});

/** Two groups, the same question; group x answers a and c (60 %), group y answers d, d, d, a (25 %). */
const two = (over: Partial<SurveySketch> = {}): SurveySketch => ({
  forms: [
    { id: "px", by: "x", asks: [["q1", "1.1"]] },
    { id: "py", by: "y", asks: [["q1", "1.1"]] },
  ],
  weights: { x: "60", y: "40" },
  ...over,
});
const ofX = [form("so-a", "px", { q1: "a" }), form("so-a", "px", { q1: "c" })];
const ofY = [...times(3, form("so-a", "py", { q1: "d" })), form("so-a", "py", { q1: "a" })];

describe("groups", () => {
  test("combine by weights, Σ w·share ÷ Σ w, whatever the weights add up to", () => {
    // (60 × 0.6 + 40 × 0.25) ÷ 100 = 0.46
    expect(leafOf(surveySet(two()), [...ofX, ...ofY])).toMatchObject({ state: "scored", share: "0.46" });
    expect(leafOf(surveySet(two({ weights: { x: "1.5", y: "1" } })), [...ofX, ...ofY]).share).toBe("0.46");
    expect(leafOf(surveySet(two()), [...ofX, ...ofY]).groups.map(({ weight }) => weight)).toEqual([
      "60",
      "40",
    ]);
  });

  test("combine as one pool of counts where the set says so", () => {
    const { weights, ...pooled } = two();
    expect(weights).toBeDefined();
    // (100 + 20 + 100) ÷ 6 = 36 2/3 %
    expect(leafOf(surveySet(pooled), [...ofX, ...ofY])).toMatchObject({ state: "scored", share: "11/30" });
    expect(leafOf(surveySet(pooled), ofX)).toMatchObject({ state: "pending", reason: "below-least" });
  });

  test("combine question by question before the leaf takes the mean of its questions", () => {
    const asks = [
      ["q1", "1.1"],
      ["q2", "1.1"],
    ] as const;
    const forms = [
      { id: "px", by: "x", asks },
      { id: "py", by: "y", asks },
    ];
    const responses = [
      form("so-a", "px", { q1: "a", q2: "d" }),
      ...times(3, form("so-a", "py", { q1: "d" })),
      form("so-a", "py", { q2: "a" }),
    ];
    // Pooled: q1 100 of 400, q2 100 of 200: the mean of 1/4 and 1/2, not 200 of 600.
    expect(leafOf(surveySet({ forms }), responses).share).toBe("0.375");
    expect(leafOf(surveySet({ forms, weights: { x: "3", y: "1" } }), responses).share).toBe("0.5");
  });

  test("that are each asked one question on a leaf are asked the same one, whatever number it has on their forms", () => {
    const forms = [
      { id: "px", by: "x", asks: [["q6", "1.1"]] },
      { id: "py", by: "y", asks: [["q2", "1.1"]] },
    ] as const;
    const responses = [form("so-a", "px", { q6: "a" }), form("so-a", "py", { q2: "d" })];
    const leaf = leafOf(surveySet({ forms, weights: { x: "60", y: "40" } }), responses);
    expect(leaf.share).toBe("0.6");
    expect(leaf.questions.map((it) => [it.question, it.groups.map(({ question }) => question)])).toEqual([
      ["q6", ["q6", "q2"]],
    ]);
  });

  test("that are asked different questions stand for these alone: the leaf is the mean of its questions", () => {
    const forms = [
      {
        id: "px",
        by: "x",
        asks: [
          ["q1", "1.1"],
          ["q2", "1.1"],
        ],
      },
      { id: "py", by: "y", asks: [["q1", "1.1"]] },
    ] as const;
    const responses = [form("so-a", "px", { q1: "a", q2: "c" }), form("so-a", "py", { q1: "d" })];
    // q1: (60·1 + 40·0) ÷ 100; q2: only x is asked, so 0.2; mean 0.4.
    expect(leafOf(surveySet({ forms, weights: { x: "60", y: "40" } }), responses).share).toBe("0.4");
  });

  test("add up the counts of several questionnaires that go to the same group", () => {
    const forms = [
      { id: "truc-tiep", by: "x", asks: [["q1", "1.1"]] },
      { id: "truc-tuyen", by: "x", asks: [["q1", "1.1"]] },
    ] as const;
    const responses = [
      ...times(3, form("so-a", "truc-tiep", { q1: "a" })),
      form("so-a", "truc-tuyen", { q1: "d" }),
    ];
    expect(leafOf(surveySet({ forms, weights: { x: "1" } }), responses)).toMatchObject({
      share: "0.75",
      groups: [{ forms: 4, valid: 4 }],
    });
  });
});

describe("what is missing", () => {
  test("a weighted group without a valid answer makes the leaf wait", () => {
    expect(leafOf(surveySet(two()), ofX)).toMatchObject({ state: "pending", reason: "empty-group" });
    expect(leafOf(surveySet(two()), [...ofX, form("so-a", "py", { q1: "e" })])).toMatchObject({
      state: "pending",
      reason: "empty-group",
    });
    expect(leafOf(surveySet(two()), ofX)).not.toHaveProperty("share");
  });

  test("or its weight goes to the others, where the set redistributes", () => {
    const set = surveySet(two({ emptyGroup: "redistribute" }));
    expect(leafOf(set, ofX)).toMatchObject({ state: "scored", reason: "redistributed", share: "0.6" });
    expect(leafOf(set, ofY)).toMatchObject({ state: "scored", reason: "redistributed", share: "0.25" });
  });

  test("nobody's answer is neither 0 nor redistributed: the leaf waits under every policy", () => {
    const { weights, ...pooled } = two({ belowLeast: "zero" });
    expect(weights).toBeDefined();
    const sets = [two(), two({ emptyGroup: "redistribute", belowLeast: "zero" }), pooled];
    for (const sketch of sets) {
      expect(leafOf(surveySet(sketch), [])).toMatchObject({ state: "pending", reason: "no-valid-answer" });
      expect(leafOf(surveySet(sketch), [form("so-a", "px", { q1: "e" })])).toMatchObject({
        state: "pending",
        reason: "no-valid-answer",
      });
    }
  });

  test("a sample below the least makes the leaf wait, or 0, as the set declares", () => {
    const forms = [{ id: "p", by: "can-bo", least: 3, asks: [["q1", "1.1"]] }] as const;
    const answers = times(2, form("so-a", "p", { q1: "a" }));
    expect(leafOf(surveySet({ forms }), answers)).toMatchObject({
      state: "pending",
      reason: "below-least",
      short: ["p"],
    });
    const zero = surveySet({ forms, belowLeast: "zero" });
    expect(leafOf(zero, answers)).toMatchObject({
      state: "scored",
      reason: "below-least",
      share: "0",
      points: "0",
      short: ["p"],
    });
    expect(leafOf(zero, times(3, form("so-a", "p", { q1: "a" })))).toMatchObject({
      state: "scored",
      share: "1",
    });
  });

  test("the least counts valid forms, also those without an opinion, and no invalid ones", () => {
    const set = surveySet({ forms: [{ id: "p", by: "can-bo", least: 2, asks: [["q1", "1.1"]] }] });
    expect(leafOf(set, [form("so-a", "p", { q1: "a" }), form("so-a", "p", { q1: "z" })]).state).toBe(
      "pending",
    );
    expect(leafOf(set, [form("so-a", "p", { q1: "a" }), form("so-a", "p", { q1: "e" })]).state).toBe(
      "scored",
    );
  });

  test("one short group of two makes the leaf short, and what waits goes before what is 0", () => {
    const forms = [
      { id: "px", by: "x", least: 3, asks: [["q1", "1.1"]] },
      { id: "py", by: "y", asks: [["q1", "1.1"]] },
    ] as const;
    const weights = { x: "1", y: "1" };
    expect(leafOf(surveySet({ forms, weights, belowLeast: "zero" }), [...ofX, ...ofY])).toMatchObject({
      share: "0",
      short: ["px"],
    });
    expect(leafOf(surveySet({ forms, weights, belowLeast: "zero" }), ofX)).toMatchObject({
      state: "pending",
      reason: "empty-group",
    });
    const spread = surveySet({ forms, weights, belowLeast: "zero", emptyGroup: "redistribute" });
    expect(leafOf(spread, ofY)).toMatchObject({ state: "scored", reason: "redistributed", share: "0.25" });
  });
});

describe("no survey, as the round states it for a group", () => {
  const notHeld = [{ group: "don-vi", reason: "Năm 2026 không tổ chức điều tra xã hội học" }];
  const responses = [form("so-a", "p", { q1: "a" })];

  test.each([
    ["rescale", { state: "not-applicable" }],
    ["zero", { state: "scored", share: "0", points: "0" }],
    ["pending", { state: "pending" }],
  ] as const)("%s does as its name says, even where somebody counted forms", (policy, expected) => {
    const set = surveySet({ ...one, notHeld: policy });
    const plain = { item: "1.1", reason: "survey-not-held", questions: [], groups: [], ...expected };
    expect(leafOf(set, responses, { units, notHeld })).toEqual(plain);
    expect(leafOf(set, [], { units, notHeld })).toEqual(plain);
  });

  test("touches its own group only, and is never inferred from missing counts", () => {
    const set = surveySet({ ...one, groups: ["don-vi", "dac-thu"] });
    const options = { units: [...units, { id: "so-b", group: "dac-thu" }], notHeld };
    const survey = mergeSurvey(set, emptyTally, options);
    expect(survey.units.map((it) => it.items[0]?.reason)).toEqual(["survey-not-held", "no-valid-answer"]);
  });
});

describe("mergeSurvey", () => {
  test("lists units by id and leaves in the order of the set, frozen", () => {
    const set = surveySet({
      forms: [
        {
          id: "p",
          by: "can-bo",
          asks: [
            ["q2", "1.2"],
            ["q1", "1.1"],
          ],
        },
      ],
    });
    const survey = mergeSurvey(set, tally(set, [form("so-b", "p", { q1: "a" })], { batch: "b" }), { units });
    expect(survey.units.map(({ unit, items }) => [unit, items.map(({ item }) => item)])).toEqual([
      ["so-a", ["1.1", "1.2"]],
      ["so-b", ["1.1", "1.2"]],
    ]);
    expect(Object.isFrozen(survey.units[0]?.items[0]?.groups)).toBe(true);
    expect(JSON.parse(JSON.stringify(survey))).toEqual(survey);
    expect(mergeSurvey(set, emptyTally)).toEqual({ units: [] });
  });

  test("refuses a wrong call", () => {
    const set = surveySet(one);
    expect(() => mergeSurvey({ ...set }, emptyTally)).toThrow(TypeError);
    expect(() => mergeSurvey(rawSurveySet(one) as never, emptyTally)).toThrow(TypeError);
    expect(() => mergeSurvey(set, undefined as never)).toThrow(TypeError);
  });

  test("leaves aside what the set does not know in a tally", () => {
    const set = surveySet(one);
    const options = [
      { option: "a", count: 1 },
      { option: "zz", count: 5 },
    ];
    const counts = [
      {
        unit: "so-a",
        questionnaire: "p",
        forms: 6,
        invalid: [],
        questions: [
          { question: "q1", options },
          { question: "q7", options },
        ],
      },
      {
        unit: "so-a",
        questionnaire: "khac",
        forms: 6,
        invalid: [],
        questions: [{ question: "q1", options: [{ option: "d", count: 9 }] }],
      },
    ];
    expect(
      mergeSurvey(set, { batches: ["b"], counts, invalid: [] }, { units }).units[0]?.items[0],
    ).toMatchObject({ share: "1" });
  });
});

describe("a set whose groups are asked different questions on a leaf", () => {
  const issuesOf = (sketch: SurveySketch) =>
    checkCriteriaSet(rawSurveySet(sketch)).filter(({ code }) => code === "questions-not-shared");

  test("is warned of, since weights work only on what they share", () => {
    const forms = [
      {
        id: "px",
        by: "x",
        asks: [
          ["q1", "1.1"],
          ["q2", "1.1"],
          ["q3", "1.2"],
        ],
      },
      {
        id: "py",
        by: "y",
        asks: [
          ["q1", "1.1"],
          ["q9", "1.2"],
        ],
      },
    ] as const;
    const [issue, ...others] = issuesOf({ forms, weights: { x: "60", y: "40" } });
    expect(issue).toMatchObject({ severity: "warning", item: "1.1", params: { found: "x, y" } });
    expect(others).toEqual([]);
  });

  test("is not, where the groups judge different units, or share all their questions", () => {
    const forms = [
      {
        id: "px",
        by: "x",
        judges: ["so"],
        asks: [
          ["q1", "1.1"],
          ["q2", "1.1"],
        ],
      },
      { id: "py", by: "y", judges: ["huyen"], asks: [["q3", "1.1"]] },
    ] as const;
    expect(issuesOf({ forms, groups: ["so", "huyen"] })).toEqual([]);
    const shared = [
      {
        id: "px",
        by: "x",
        asks: [
          ["q1", "1.1"],
          ["q2", "1.1"],
        ],
      },
      {
        id: "py",
        by: "y",
        asks: [
          ["q2", "1.1"],
          ["q1", "1.1"],
        ],
      },
    ] as const;
    expect(issuesOf({ forms: shared })).toEqual([]);
  });
});
