// The six forms of Yên Bái: who answers × whom they judge, as observed in a real scoring system there. The province, its
// units, the questions, the weights and every count here are invented for the fictional province of Hoa Lâm.
import { describe, expect, test } from "vitest";
import { exactText } from "../../src/number.ts";
import { planOf } from "../../src/plan.ts";
import { readCriteriaSet } from "../../src/set/check.ts";
import { mergeSurvey } from "../../src/survey/share.ts";
import { emptyTally, mergeTallies, tally } from "../../src/survey/tally.ts";
import { form, rawSurveySet, surveySet, times } from "../support/survey-set.ts";

const chiDao = "1.1";
const thaiDo = "1.2";

const set = surveySet({
  groups: ["so", "huyen"],
  weights: {
    "hdnd-mttq": "30",
    "truong-phong-so": "30",
    "lanh-dao-huyen": "40",
    "chanh-van-phong-huyen": "30",
    "lanh-dao-xa": "40",
  },
  maxPoints: { [chiDao]: "6", [thaiDo]: "4" },
  forms: [
    // People's council members and the Fatherland Front judge districts, and departments.
    {
      id: "phieu-1",
      by: "hdnd-mttq",
      judges: ["huyen"],
      least: 2,
      asks: [
        ["chi-dao", chiDao],
        ["thai-do", thaiDo],
      ],
    },
    {
      id: "phieu-2",
      by: "hdnd-mttq",
      judges: ["so"],
      least: 2,
      asks: [
        ["chi-dao", chiDao],
        ["thai-do", thaiDo],
      ],
    },
    // Heads of departments judge districts.
    { id: "phieu-3", by: "truong-phong-so", judges: ["huyen"], least: 2, asks: [["chi-dao", chiDao]] },
    // District leaders judge departments.
    {
      id: "phieu-4",
      by: "lanh-dao-huyen",
      judges: ["so"],
      least: 2,
      asks: [
        ["chi-dao", chiDao],
        ["thai-do", thaiDo],
      ],
    },
    // Heads of district offices judge the agency above.
    { id: "phieu-5", by: "chanh-van-phong-huyen", judges: ["so"], least: 2, asks: [["chi-dao", chiDao]] },
    // Commune leaders judge districts.
    {
      id: "phieu-6",
      by: "lanh-dao-xa",
      judges: ["huyen"],
      least: 2,
      asks: [
        ["chi-dao", chiDao],
        ["thai-do", thaiDo],
      ],
    },
  ],
});

const units = [
  { id: "huyen-suoi-da", group: "huyen" },
  { id: "so-hoa-lam", group: "so" },
];

// On paper and online: two batches that are counted apart and merged.
const paper = tally(
  set,
  [
    ...times(2, form("so-hoa-lam", "phieu-2", { "chi-dao": "a", "thai-do": "b" })),
    form("so-hoa-lam", "phieu-2", { "chi-dao": "c", "thai-do": "e" }),
    ...times(4, form("so-hoa-lam", "phieu-4", { "chi-dao": "b", "thai-do": "a" })),
    ...times(3, form("huyen-suoi-da", "phieu-1", { "chi-dao": "b", "thai-do": "b" })),
    ...times(2, form("huyen-suoi-da", "phieu-6", { "chi-dao": "a", "thai-do": "c" })),
    form("huyen-suoi-da", "phieu-6", { "thai-do": "c" }),
  ],
  { batch: "phieu-giay" },
);
const online = tally(
  set,
  [
    form("so-hoa-lam", "phieu-4", { "chi-dao": "d", "thai-do": "e" }),
    ...times(2, form("so-hoa-lam", "phieu-5", { "chi-dao": "a" })),
    ...times(2, form("huyen-suoi-da", "phieu-3", { "chi-dao": "c" })),
    form("huyen-suoi-da", "phieu-3", { "chi-dao": "f" }),
    form("huyen-suoi-da", "phieu-7", { "chi-dao": "a" }),
  ],
  { batch: "truc-tuyen" },
);
const counted = mergeTallies(paper, online);
const survey = mergeSurvey(set, counted, { units });

describe("the six forms of Yên Bái", () => {
  test("each unit meets just the forms that judge its group", () => {
    const asked = survey.units.map(({ unit, items }) => [
      unit,
      items.map(({ groups }) => groups.map(({ respondents }) => respondents)),
    ]);
    expect(asked).toEqual([
      [
        "huyen-suoi-da",
        [
          ["hdnd-mttq", "lanh-dao-xa", "truong-phong-so"],
          ["hdnd-mttq", "lanh-dao-xa"],
        ],
      ],
      [
        "so-hoa-lam",
        [
          ["chanh-van-phong-huyen", "hdnd-mttq", "lanh-dao-huyen"],
          ["hdnd-mttq", "lanh-dao-huyen"],
        ],
      ],
    ]);
  });

  test("the department's share on direction: three groups by their weights", () => {
    const [direction] = survey.units[1]?.items ?? [];
    expect(direction?.questions[0]?.groups).toEqual([
      {
        respondents: "chanh-van-phong-huyen",
        question: "chi-dao",
        valid: 2,
        noOpinion: 0,
        share: "1",
        weight: "30",
      },
      // (2·100 + 20) ÷ 3
      { respondents: "hdnd-mttq", question: "chi-dao", valid: 3, noOpinion: 0, share: "11/15", weight: "30" },
      // (4·60 + 0) ÷ 5
      {
        respondents: "lanh-dao-huyen",
        question: "chi-dao",
        valid: 5,
        noOpinion: 0,
        share: "0.48",
        weight: "40",
      },
    ]);
    // (30·1 + 30·11/15 + 40·0.48) ÷ 100 = (30 + 22 + 19.2) ÷ 100
    expect(direction).toMatchObject({ state: "scored", share: "0.712", points: "4.272" });
  });

  test("option E stands beside the share and not in it", () => {
    const attitude = survey.units[1]?.items[1];
    expect(
      attitude?.questions[0]?.groups.map(({ valid, noOpinion, share }) => [valid, noOpinion, share]),
    ).toEqual([
      [2, 1, "0.6"],
      [4, 1, "1"],
    ]);
    // (30·0.6 + 40·1) ÷ 70: the group that is not asked has no part in it.
    expect(attitude).toMatchObject({ share: "29/35", points: "116/35" });
  });

  test("the district's share: partial forms count where they answer, invalid ones are told by code", () => {
    // Council 0.6 (30), commune leaders 1 from the two who answered (40), heads of departments 0.2 (30).
    expect(survey.units[0]?.items[0]).toMatchObject({ state: "scored", share: "0.64" });
    expect(survey.units[0]?.items[0]?.groups.map(({ forms, valid }) => [forms, valid])).toEqual([
      [3, 3],
      [3, 2],
      [2, 2],
    ]);
    expect(counted.invalid).toEqual([{ code: "unknown-questionnaire", count: 1 }]);
    expect(counted.counts.find(({ questionnaire }) => questionnaire === "phieu-3")?.invalid).toEqual([
      { code: "empty-form", count: 1 },
      { code: "unknown-option", count: 1 },
    ]);
  });

  test("without the round's register the same groups are found from the forms themselves", () => {
    expect(mergeSurvey(set, counted)).toEqual(survey);
  });

  test("on paper alone the department waits for the heads of district offices", () => {
    const department = mergeSurvey(set, mergeTallies(paper, emptyTally), { units }).units[1];
    expect(department?.items.map(({ state, reason }) => [state, reason])).toEqual([
      ["pending", "empty-group"],
      ["scored", undefined],
    ]);
  });
});

describe("SIPAS in a province's 100 points", () => {
  test("as a statistic: the percentage that the ministry prints, on the leaf's points", () => {
    const raw = rawSurveySet({
      forms: [{ id: "p", by: "x", asks: [["q1", "1.1"]] }],
      maxPoints: { "1.1": "10" },
    });
    const { survey: _, ...rest } = raw;
    const [domain] = raw.items;
    const rule = { kind: "percent", of: { vi: "người dân hài lòng (SIPAS)" } };
    const sipas = readCriteriaSet({
      ...rest,
      sources: [{ id: "sipas", kind: "statistic", title: { vi: "SIPAS" } }],
      items: [{ ...domain, items: domain?.items.map((it) => ({ ...it, source: "sipas", rule })) }],
    });
    const given = planOf(sipas, "test").leafOf.get("1.1")?.compiled({ percent: "85.70" });
    expect(given?.kind === "points" ? exactText(given.points) : given).toBe("8.57");
    expect(
      mergeSurvey(sipas, emptyTally, { units: [{ id: "tinh-hoa-lam", group: "don-vi" }] }).units,
    ).toEqual([{ unit: "tinh-hoa-lam", items: [] }]);
  });

  test("as a survey: citizens answer, satisfied or not, and the share is taken from their own counts", () => {
    const citizens = surveySet({
      forms: [{ id: "sipas", by: "nguoi-dan", least: 385, asks: [["hai-long", "1.1", "co-khong"]] }],
      maxPoints: { "1.1": "10" },
    });
    const responses = [
      ...times(857, form("tinh-hoa-lam", "sipas", { "hai-long": "co" })),
      ...times(143, form("tinh-hoa-lam", "sipas", { "hai-long": "khong" })),
    ];
    const [unit] = mergeSurvey(citizens, tally(citizens, responses, { batch: "2026" })).units;
    expect(unit?.items[0]).toMatchObject({ state: "scored", share: "0.857", points: "8.57" });
    const few = mergeSurvey(citizens, tally(citizens, responses.slice(0, 384), { batch: "2026" })).units[0];
    expect(few?.items[0]).toMatchObject({ state: "pending", reason: "below-least", short: ["sipas"] });
  });
});
