/** Grades that ask for more than an index, and that only so many units should have (design 3.9). */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../src/assess.ts";
import { setDigest } from "../src/audit/digest.ts";
import { gains } from "../src/audit/gains.ts";
import { criteriaTable } from "../src/check.ts";
import { criteriaSet } from "../src/criteria.ts";
import { explain } from "../src/explain/explanation.ts";
import { explanationText } from "../src/explain/explanation-text.ts";
import { reportHtml } from "../src/report.ts";
import { checkCriteriaSet, readCriteriaSet } from "../src/set/check.ts";
import { handRound, handSet } from "./support/hand-rounds.ts";
import { clone } from "./support/law.ts";
import { anySetAndRound, type Raw } from "./support/random-round.ts";

const leaf = (maxPoints: string): Raw => ({ maxPoints, rule: { kind: "direct", step: "0.01" } });
const points = (text: string): Raw => ({ points: text });

/** Case C2: Xuất sắc from 90 with neither item below 70, no discipline line, and at most 20 % of the group. */
const raw = handSet([leaf("80"), leaf("20")], "100", {
  penalty: {
    lines: [
      {
        id: "ky-luat",
        number: "9",
        title: { vi: "Kỷ luật" },
        rule: { kind: "direct", step: "0.1" },
        cap: "5",
      },
    ],
  },
  grades: [
    {
      id: "xuat-sac",
      title: { vi: "Xuất sắc" },
      from: "90",
      requires: [
        { unused: "ky-luat" },
        { item: "1.2", from: "70" },
        { item: "1.1", above: "50" },
        { source: "a", from: "90" },
        { unused: "late" },
      ],
      quota: { percent: "20" },
    },
    { id: "tot", title: { vi: "Tốt" }, from: "80", requires: [{ item: "1.2", from: "60" }] },
    { id: "kha", title: { vi: "Khá" } },
  ],
});
const set = readCriteriaSet(raw);
const discipline = {
  ...{ unit: "c", item: "ky-luat", kind: "adjust", facts: points("1"), reason: "Theo quyết định" },
  ...{ stage: "final", by: "chu-tich", date: "2027-01-15" },
};
const round = handRound(
  raw,
  {
    a: [points("80"), points("14")],
    b: [points("80"), points("13.99")],
    c: [points("80"), points("20")],
    d: [points("80"), points("11.9")],
    e: [points("80"), points("15")],
    f: [points("60"), points("15")],
  },
  { ledger: [discipline] },
);
const assessment = assess(set, round);
const graded = new Map(assessment.scores.map(({ unit, grade, reaches }) => [unit, [grade, reaches]]));

describe("a grade with conditions (case C2)", () => {
  test.each([
    ["a", "all hold, one just so", ["xuat-sac", undefined]],
    ["b", "the item is a hundredth below", ["tot", "xuat-sac"]],
    ["c", "the line takes points", ["tot", "xuat-sac"]],
    ["d", "those of the next grade fail too", ["kha", "xuat-sac"]],
    ["f", "the index does not reach it", ["kha", undefined]],
  ])("%s: %s", (unit, _, expected) => expect(graded.get(unit)).toEqual(expected));

  test("the explanation names each with its value", () => {
    const text = explanationText(explain(set, round, "b", "grade"), "vi").replace(/\s+/g, " ");
    expect(text).toContain("Xếp loại: Tốt (93,99 %). Chỉ số đạt loại “Xuất sắc” nhưng chưa đủ điều kiện");
    expect(text).toContain("mục 1.2 (Nội dung 2) từ 70 % trở lên, đơn vị có 69,95 % – chưa đạt");
    expect(text).toContain("không bị trừ điểm ở mục 9 (Kỷ luật) – đạt");
    expect(text).toContain("không bị trừ điểm nộp chậm – đạt");
    expect(text).toContain("mục 1.2 (Nội dung 2) từ 60 % trở lên, đơn vị có 69,95 % – đạt");
  });

  test("gains to the grade respect its conditions", () => {
    const answerOf = (unit: string): Raw => (gains(set, round, unit, { grade: "xuat-sac" }) as Raw).answer;
    expect(answerOf("b")).toMatchObject({ kind: "reachable", items: ["1.2"], result: { grade: "xuat-sac" } });
    expect(answerOf("c")).toMatchObject({ kind: "unreachable", result: { grade: "tot" } });
  });
});

test("a quota that is passed is told, with the units on its edge, and lowers nothing", () => {
  // Six are ranked: 20 % of them is one, rounded down; a and e have the grade.
  expect(assessment.rankings[0]?.passedQuotas).toEqual([
    { grade: "xuat-sac", percent: "20", allowed: 1, count: 2, edge: ["a"] },
  ]);
  expect(reportHtml(set, round)).toContain(
    "Loại “Xuất sắc”: 2 đơn vị, nhiều hơn tỷ lệ tối đa 20\u00a0% (1 đơn vị)",
  );
});

test("the table of the set says conditions and quota", () => {
  const text = JSON.stringify(criteriaTable(set, "vi"));
  expect(text).toContain("Điều kiện: mục 1.2 (Nội dung 2) từ 70 % trở lên");
  expect(text).toContain("Không quá 20 % số đơn vị được xếp hạng của nhóm");
});

let lowered = 0;
test("law: conditions change nothing but grades, and never raise one", () =>
  fc.assert(
    fc.property(anySetAndRound(), ({ set: drawn, round: given }) => {
      const bare = clone(drawn);
      for (const grade of bare.grades) delete grade.requires;
      const without = (it: Raw): Raw => ({
        ...it,
        scores: it.scores.map(({ grade: _, reaches: __, ...rest }: Raw) => rest),
        rankings: it.rankings.map(({ passedQuotas: _, ...ranking }: Raw) => ({
          ...ranking,
          places: ranking.places.map(({ grade: __, ...place }: Raw) => place),
        })),
      });
      const [free, held] = [bare, drawn].map((of) => clone(assess(readCriteriaSet(of), given)));
      expect(without(held)).toEqual(without(free));
      const order = drawn.grades.map(({ id }: Raw) => id);
      held.scores.forEach(({ grade, reaches }: Raw, at: number) => {
        if (reaches !== undefined) lowered += 1;
        expect(reaches ?? grade).toBe(free.scores[at].grade);
        expect(order.indexOf(grade)).toBeGreaterThanOrEqual(order.indexOf(free.scores[at].grade));
      });
    }),
    { numRuns: 150 },
  ));
test("there were grades that a condition lowered", () => expect(lowered).toBeGreaterThan(10));

describe("a condition that no unit with the grade's index can fail", () => {
  const warned = (bound: Raw, more: Raw = {}, leaves = [leaf("80"), leaf("20")]): readonly string[] => {
    const grades = [
      { id: "tot", title: { vi: "Tốt" }, from: "90", requires: [bound] },
      { id: "kha", title: { vi: "Khá" } },
    ];
    const issues = checkCriteriaSet(handSet(leaves, "100", { grades, ...more }));
    return issues.filter(({ code }) => code === "condition-without-effect").map(({ path }) => path.join("."));
  };
  const bonus = {
    bonus: {
      cap: "5",
      lines: [
        { id: "t", number: "8", title: { vi: "Thưởng" }, rule: { kind: "direct", step: "0.1" }, cap: "5" },
      ],
    },
  };

  test("is a warning: 89 less the 20 of the rest are 69 of 80, which is 86.25 %", () => {
    expect(warned({ item: "1.1", from: "86.25" })).toEqual(["grades.0.requires.0"]);
    expect(warned({ item: "1.1", from: "86.26" })).toEqual([]);
    expect(warned({ item: "1.1", above: "86.25" })).toEqual([]);
    expect(warned({ item: "1.2", from: "50" })).toEqual([]);
  });

  test("is none where the bonus, a lifted index or a smaller maximum may make up for it", () => {
    expect(warned({ item: "1.1", from: "86" }, bonus)).toEqual([]);
    expect(warned({ item: "1.1", from: "80" }, bonus)).toEqual(["grades.0.requires.0"]);
    expect(warned({ item: "1.1", from: "50" }, { policies: { limits: { max: "100", min: "95" } } })).toEqual(
      [],
    );
    const gone = [leaf("80"), { ...leaf("20"), notApplicable: "rescale" }];
    expect(warned({ item: "1.1", from: "50" }, {}, gone)).toEqual([]);
  });
});

test.each([
  ["binh-duong/district/2017", "e0b15a747457a90427e6007a007260436c9e94366558d2fc96aa80ebdd4da883"],
  ["moha/ministry/2023", "17516fa0e7cc2f4e16ccb6a1e54458420a0dba3584088fbb37a8ff5f66bcf751"],
  ["moha/province/2012", "123ea8a888266c4028f1066727382b4384e73fa5b14c721e4f3ad2ce844ebe8b"],
])(
  "%s, which uses neither gates nor conditions nor quotas, has the digest that it had before them",
  (id, digest) => {
    expect(setDigest(criteriaSet(id))).toBe(digest);
  },
);
