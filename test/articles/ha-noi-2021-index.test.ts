/**
 * "Hà Nội triển khai xác định chỉ số cải cách hành chính năm 2021", TTTĐ, 28/09/2021 (Kế hoạch 216/KH-UBND): the
 * self-assessment reaches Sở Nội vụ before 22/12/2021, the survey plan is submitted before 15/10/2021, the survey is
 * reported in January 2022; a council recognises each self-score or adjusts it; the survey asks one question for each
 * surveyed criterion. Calendar and council are the article's; the items, points, units and answers are illustrative.
 */
import { assess, type CriteriaSet, checkCriteriaSet, readCriteriaSet, readRound } from "par-index";
import { describe, expect, test } from "vitest";

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
  calendar: [
    { id: "survey-plan", title: words("Trình ban hành Kế hoạch điều tra xã hội học"), before: "2021-10-15" },
    { id: "unit-plan", title: words("Xây dựng kế hoạch của cơ quan, đơn vị"), by: "2021-10-31" },
    { id: "self-assessment", title: words("Gửi báo cáo tự đánh giá về Sở Nội vụ"), before: "2021-12-22" },
    { id: "survey-report", title: words("Báo cáo kết quả điều tra xã hội học"), by: "2022-01-31" },
  ],
};
const readWith = (changes: object): CriteriaSet => readCriteriaSet({ ...file, ...changes });
const set = readWith({});

const council = {
  id: "hoi-dong-tham-dinh",
  title: words("Hội đồng thẩm định, đánh giá xác định Chỉ số CCHC"),
  units: ["don-vi-1", "don-vi-2"],
  roles: [
    {
      id: "chu-tich",
      title: words("Chủ tịch Hội đồng"),
      holders: ["Chủ tịch UBND Thành phố"],
      decides: ["final", "correction"],
    },
    {
      id: "pho-chu-tich",
      title: words("Phó Chủ tịch Hội đồng"),
      holders: ["Giám đốc Sở Nội vụ"],
      decides: ["first", "final"],
    },
    {
      id: "thanh-vien",
      title: words("Thành viên Hội đồng"),
      holders: [
        "Văn phòng UBND Thành phố",
        "Sở Tư pháp",
        "Sở Kế hoạch và Đầu tư",
        "Sở Tài chính",
        "Sở Khoa học và Công nghệ",
        "Sở Thông tin và Truyền thông",
        "Thanh tra Thành phố",
        "Viện Nghiên cứu phát triển kinh tế - xã hội Hà Nội",
      ],
      decides: ["first"],
    },
    {
      id: "to-cong-tac",
      title: words("Tổ công tác giúp việc Hội đồng"),
      holders: ["Lãnh đạo Sở Nội vụ (Tổ trưởng)", "Trưởng phòng Cải cách hành chính, Sở Nội vụ (Tổ phó)"],
      decides: [],
    },
    {
      id: "thu-ky",
      title: words("Thư ký"),
      holders: ["Phó Trưởng phòng Cải cách hành chính, Sở Nội vụ"],
      decides: [],
    },
  ],
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
const entry = (unit: string, item: string, kind: string, rest: object = {}) => ({
  unit,
  item,
  stage: "first",
  by: "thanh-vien",
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
};
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
      open: [{ item: "1", why: "silence" }],
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
      { code: "late-submission", severity: "warning", unit: "don-vi-1", expected: "2021-12-21" },
    ]);
    expect(issues[0]?.en).toContain("1 days late");
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

  test("the other days of the plan are data too", () => {
    expect(set.calendar.map(({ id, before, by }) => [id, before ?? by])).toEqual([
      ["survey-plan", "2021-10-15"],
      ["unit-plan", "2021-10-31"],
      ["self-assessment", "2021-12-22"],
      ["survey-report", "2022-01-31"],
    ]);
  });
});

describe("Hà Nội 2021: the council", () => {
  test("chair, deputy, eight members, a working group and its secretary are read as data", () => {
    const holders = readRound(set, round).councils[0]?.roles.map(({ id, holders: names }) => [
      id,
      names.length,
    ]);
    expect(holders).toEqual([
      ["chu-tich", 1],
      ["pho-chu-tich", 1],
      ["thanh-vien", 8],
      ["to-cong-tac", 2],
      ["thu-ky", 1],
    ]);
  });

  test("the working group helps the council and decides nothing", () => {
    const ledger = [{ ...entry("don-vi-1", "1", "accept"), by: "to-cong-tac" }, ...round.ledger.slice(1)];
    expect(codes({ ledger })).toContain("role-without-right");
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
