/**
 * "Hà Nội triển khai xác định chỉ số cải cách hành chính năm 2021", TTTĐ, 28/09/2021 (Kế hoạch 216/KH-UBND): the
 * self-assessment reaches Sở Nội vụ before 22/12/2021, the survey plan is submitted before 15/10/2021, the survey is
 * reported in January 2022; a council recognises each self-score or adjusts it; the survey asks one question for each
 * surveyed criterion. Calendar and council are the shipped file's, taken from the article; the items, points, units and answers are illustrative.
 */

import {
  assess,
  type CouncilInput,
  type CriteriaSet,
  checkCriteriaSet,
  type EntryInput,
  InvalidError,
  type RoundInput,
  readCriteriaSet,
  readRound,
  type Stage,
} from "par-index";
import { checkIndexPlan, indexPlan, readIndexPlan } from "par-index/process";
import { describe, expect, test } from "vitest";
import { enOf } from "../support/words.ts";

const plan = indexPlan("ha-noi/index/2021");

const words = (vi: string) => ({ vi });
const choice = {
  kind: "choice",
  options: [
    { id: "co", title: words("Có"), points: "4" },
    { id: "khong", title: words("Không"), points: "0" },
  ],
};
const leaf = (number: string, maxPoints: string, rest: object) => ({
  number,
  title: words(`Tiêu chí ${number}`),
  maxPoints,
  ...rest,
});

const file = {
  format: 1,
  id: "hoa-lam/department/2021",
  edition: 1,
  status: "illustrative",
  title: words("Bộ tiêu chí minh họa theo quy trình của Hà Nội năm 2021"),
  issuer: words("UBND tỉnh Hoa Lâm"),
  level: "department",
  period: { from: "2021-01-01", to: "2021-12-31" },
  decisions: [],
  levels: [words("Tiêu chí")],
  maxPoints: "10",
  totals: { leaves: 3 },
  sources: [
    {
      id: "tham-dinh",
      kind: "appraisal",
      title: words("Đánh giá của Hội đồng thẩm định"),
      maxPoints: "7",
      leaves: 2,
    },
    {
      id: "dieu-tra",
      kind: "survey",
      title: words("Đánh giá qua điều tra xã hội học"),
      maxPoints: "3",
      leaves: 1,
    },
  ],
  groups: [{ id: "so", title: words("Sở, cơ quan tương đương sở") }],
  items: [
    leaf("1", "4", { source: "tham-dinh", evidence: "none", rule: choice }),
    leaf("2", "3", {
      source: "tham-dinh",
      evidence: "none",
      rule: {
        kind: "ratio",
        numerator: words("nhiệm vụ hoàn thành"),
        denominator: words("nhiệm vụ được giao"),
        empty: "full",
      },
    }),
    leaf("3", "3", { source: "dieu-tra", rule: { kind: "survey" } }),
  ],
  survey: {
    respondents: [{ id: "nguoi-dan", title: words("Người dân, tổ chức") }],
    combine: "pooled",
    emptyGroup: "pending",
    belowLeast: "pending",
    notHeld: "pending",
    scales: [
      {
        id: "hai-muc",
        options: [
          { id: "tot", title: words("Tốt"), percent: "100" },
          { id: "kem", title: words("Kém"), percent: "0" },
        ],
      },
    ],
    questionnaires: [
      {
        id: "phieu",
        title: words("Phiếu điều tra"),
        respondents: "nguoi-dan",
        judges: ["so"],
        leastForms: 1,
        questions: [{ id: "c3", text: words("Ông/bà đánh giá thế nào?"), scale: "hai-muc", item: "3" }],
      },
    ],
  },
  policies: { silence: "pending", late: { kind: "flag" } },
  ranking: { on: "published", ties: "skip", tieBreakers: [] },
  calendar: plan.calendar,
};
const readWith = (changes: object): CriteriaSet => readCriteriaSet({ ...file, ...changes });
const set = readWith({});

// The article names who sits on the council, not who decides when: the round gives the rights.
const rights: Readonly<Record<string, Stage[]>> = {
  chair: ["final", "correction"],
  deputy: ["first", "final"],
  member: ["first"],
};
const council: CouncilInput = {
  id: "hoi-dong-tham-dinh",
  title: plan.council?.title ?? words(""),
  units: ["don-vi-1", "don-vi-2"],
  roles: (plan.council?.roles ?? []).map(({ within: _, ...role }) => ({
    ...role,
    holders: [...role.holders],
    decides: rights[role.id] ?? [],
  })),
};

const selfAssessment = (unit: string, submitted: string) => ({
  unit,
  submitted,
  answers: [
    { item: "1", facts: { choice: "co" } },
    { item: "2", facts: { numerator: 30, denominator: 30 } },
  ],
});
const counts = (unit: string) => ({
  unit,
  questionnaire: "phieu",
  forms: 4,
  invalid: [],
  questions: [
    {
      question: "c3",
      options: [
        { option: "tot", count: 3 },
        { option: "kem", count: 1 },
      ],
    },
  ],
});
const entry = (
  unit: string,
  item: string,
  kind: "accept" | "adjust" | "uphold",
  rest: Pick<EntryInput & { kind: "adjust" }, "facts" | "reason"> = {},
): EntryInput => ({
  unit,
  item,
  stage: "first",
  by: "member",
  date: "2022-01-10",
  kind,
  ...rest,
});

const round = {
  format: 1,
  set: set.id,
  edition: 1,
  title: words("Đợt đánh giá minh họa năm 2021"),
  status: "illustrative",
  units: ["don-vi-1", "don-vi-2"].map((id) => ({ id, name: words(id), group: "so" })),
  councils: [council],
  selfAssessments: [selfAssessment("don-vi-1", "2021-12-21"), selfAssessment("don-vi-2", "2021-12-20")],
  ledger: [
    entry("don-vi-1", "1", "accept"),
    entry("don-vi-1", "2", "accept"),
    entry("don-vi-2", "1", "accept"),
    entry("don-vi-2", "2", "adjust", {
      facts: { numerator: 27, denominator: 30 },
      reason: "3 nhiệm vụ chưa hoàn thành",
    }),
  ],
  tally: { batches: ["dot-1"], counts: [counts("don-vi-1"), counts("don-vi-2")] },
} satisfies RoundInput;
const codes = (changes: object, by = set): string[] =>
  assess(by, { ...round, ...changes }).issues.map(({ code }) => code);
const sent = (date: string) => ({
  selfAssessments: [selfAssessment("don-vi-1", date), selfAssessment("don-vi-2", "2021-12-20")],
});
const indexOf = (changes: object, by = set) => {
  const { scores } = assess(by, { ...round, ...changes });
  return scores.find(({ unit }) => unit === "don-vi-1")?.index;
};

describe("Hà Nội 2021: the index", () => {
  test("council and survey together make it: a recognised self-score, an adjusted one, a share of the forms", () => {
    const { scores, rankings, issues } = assess(set, round);
    expect(issues).toEqual([]);
    // 4 + 3 + 3 × 3/4 = 9.25 of 10; adjusted to 27 of 30: 4 + 2.7 + 2.25 = 8.95.
    expect(scores.map(({ unit, claimed, index }) => [unit, claimed, index])).toEqual([
      ["don-vi-1", "7.00", "92.50"],
      ["don-vi-2", "7.00", "89.50"],
    ]);
    expect(rankings[0]?.places.map(({ place, unit }) => [place, unit])).toEqual([
      [1, "don-vi-1"],
      [2, "don-vi-2"],
    ]);
  });

  test("until the council has recognised or adjusted a self-score, it is open", () => {
    const { scores } = assess(set, { ...round, ledger: round.ledger.slice(1) });
    expect(scores[0]).toMatchObject({
      unit: "don-vi-1",
      state: "provisional",
      open: [{ item: "1", reason: "silence" }],
    });
    expect(scores[0]?.index).toBeUndefined();
  });

  test("an adjustment needs its reason", () => {
    const ledger = [
      ...round.ledger.slice(0, 3),
      entry("don-vi-2", "2", "adjust", { facts: { numerator: 27, denominator: 30 } }),
    ];
    expect(codes({ ledger })).toContain("reason-missing");
  });
});

describe("Hà Nội 2021: the calendar", () => {
  test("before 22/12/2021: the 21st is on time, the 22nd is one day late", () => {
    expect(codes(sent("2021-12-21"))).toEqual([]);
    const { issues } = assess(set, { ...round, ...sent("2021-12-22") });
    expect(issues).toMatchObject([
      { code: "late-submission", severity: "warning", unit: "don-vi-1", params: { expected: "2021-12-21" } },
    ]);
    expect(enOf(issues[0])).toContain("1 days late");
  });

  test("what lateness costs is the set's to say: nothing, points for each day, or the whole report", () => {
    const late = sent("2021-12-24");
    expect(indexOf(late)).toBe("92.50");
    expect(
      indexOf(late, readWith({ policies: { ...file.policies, late: { kind: "per-day", points: "0.1" } } })),
    ).toBe("89.50");
    const refusing = readWith({ policies: { ...file.policies, late: { kind: "refuse" } } });
    const { rankings } = assess(refusing, { ...round, ...late });
    expect(rankings[0]?.unranked).toMatchObject([{ unit: "don-vi-1", reason: "late" }]);
  });

  test("an extension moves the day of its own unit", () => {
    const extensions = [
      { unit: "don-vi-1", deadline: "self-assessment", by: "2021-12-24", reason: "Thiên tai" },
    ];
    expect(codes({ ...sent("2021-12-24"), extensions })).toEqual([]);
    expect(codes({ ...sent("2021-12-25"), extensions })).toEqual(["late-submission"]);
  });

  test("the other days of the plan are data too, in the file and in a set that takes them", () => {
    expect(set.calendar).toEqual(plan.calendar);
    expect(plan.calendar.map(({ id, before, by }) => [id, before ?? by])).toEqual([
      ["survey-plan", "2021-10-15"],
      ["unit-plan", "2021-10-31"],
      ["guidance", "2021-10-31"],
      ["survey-monitoring-plan", "2021-10-31"],
      ["self-assessment", "2021-12-22"],
      ["survey-result", "2022-01-31"],
    ]);
  });
});

describe("Hà Nội 2021: the plan's file", () => {
  test("is what the article reports, and says so", () => {
    expect(plan.status).toBe("reported");
    expect(plan.source).toMatchObject({ date: "2021-09-28" });
  });
  test.each<[string, object, string[]]>([
    ["an id that is not the path", { id: "ha-noi/2021" }, ["plan-id-form id"]],
    [
      "a period that runs backwards",
      { period: { from: "2021-12-31", to: "2021-01-01" } },
      ["plan-window-reversed period.to"],
    ],
    [
      "a deadline twice",
      { duties: undefined, calendar: [plan.calendar[0], plan.calendar[0]] },
      ["plan-duplicate calendar.1.id"],
    ],
    [
      "a deadline with two days",
      { duties: undefined, calendar: [{ ...plan.calendar[0], by: "2021-10-14" }] },
      ["deadline-twice calendar.0.by"],
    ],
    [
      "a deadline without a day",
      { duties: undefined, calendar: [{ id: "x", title: words("X") }] },
      ["deadline-without-day calendar.0"],
    ],
    [
      "a role twice",
      { council: { ...plan.council, roles: [plan.council?.roles[0], plan.council?.roles[0]] } },
      ["plan-duplicate council.roles.1.id"],
    ],
    ["a misspelt key", { council: { ...plan.council, rolles: [] } }, ["unknown-key council.rolles"]],
  ])("%s is one issue", (_, change, expected) => {
    expect(
      checkIndexPlan({ ...plan, ...change }).map(({ code, path }) => `${code} ${path.join(".")}`),
    ).toEqual(expected);
    expect(() => readIndexPlan({ ...plan, ...change })).toThrow(InvalidError);
  });
  test("a plan that is not shipped is a RangeError", () => {
    expect(() => indexPlan("ha-noi/index/2022")).toThrow(RangeError);
  });
});

describe("Hà Nội 2021: the council", () => {
  test("chair, deputy, eight members, a working group and its secretary are read as data", () => {
    const holders = readRound(set, round).councils[0]?.roles.map(({ id, holders: names }) => [
      id,
      names.length,
    ]);
    expect(holders).toEqual([
      ["chair", 1],
      ["deputy", 1],
      ["member", 8],
      ["working-group", 3],
      ["secretary", 1],
    ]);
    expect(plan.council?.roles[0]?.holders).toEqual(["Chủ tịch UBND Thành phố"]);
    expect(plan.council?.roles[1]?.holders).toEqual(["Giám đốc Sở Nội vụ"]);
  });

  test("the working group helps the council and decides nothing", () => {
    const ledger = [{ ...entry("don-vi-1", "1", "accept"), by: "working-group" }, ...round.ledger.slice(1)];
    expect(codes({ ledger })).toContain("role-without-right");
  });

  test("the chair and the deputy recognise or adjust; the secretary decides nothing", () => {
    const by = (role: string, stage: string) =>
      codes({ ledger: [...round.ledger, { ...entry("don-vi-1", "1", "uphold"), by: role, stage }] });
    expect(by("chair", "final")).toEqual([]);
    expect(by("deputy", "final")).toEqual([]);
    expect(by("secretary", "final")).toEqual(["role-without-right"]);
  });

  test("a self-assessment is approved by the head of the unit, and a day of approval after it was sent is asked about", () => {
    const [own, other] = round.selfAssessments;
    const approved = (date: string) => [{ ...own, approved: { role: "Giám đốc Sở", date } }, other];
    expect(codes({ selfAssessments: approved("2021-12-21") })).toEqual([]);
    expect(codes({ selfAssessments: approved("2021-12-23") })).toEqual(["approved-after-submission"]);
  });

  test("who is not in the council decides nothing either", () => {
    const ledger = [{ ...entry("don-vi-1", "1", "accept"), by: "nguoi-ngoai" }, ...round.ledger.slice(1)];
    expect(codes({ ledger })).toContain("unknown-role");
  });
});

describe("Hà Nội 2021: the survey", () => {
  const [questionnaire] = file.survey.questionnaires;
  const asking = (questions: readonly object[]) =>
    checkCriteriaSet({
      ...file,
      survey: { ...file.survey, questionnaires: [{ ...questionnaire, questions }] },
    }).map(({ code }) => code);

  test("its questions are those of the surveyed criteria, one for one", () => {
    const [question] = questionnaire?.questions ?? [];
    expect(asking([question ?? {}])).not.toContain("question-without-survey-leaf");
    expect(asking([{ ...question, item: "1" }])).toContain("question-without-survey-leaf");
    expect(checkCriteriaSet(file).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("a unit does not score itself on a surveyed criterion", () => {
    const own = selfAssessment("don-vi-1", "2021-12-21");
    const selfAssessments = [
      { ...own, answers: [...own.answers, { item: "3", facts: { points: "3" } }] },
      selfAssessment("don-vi-2", "2021-12-20"),
    ];
    expect(codes({ selfAssessments })).toContain("answer-on-survey-item");
  });
});
