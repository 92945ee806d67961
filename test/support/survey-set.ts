/**
 * Builds small illustrative sets of survey leaves alone, one policy each, for the tests of tally and survey. The
 * options are A 100 %, B 60 %, C 20 %, D 0 % and E without a percentage, as in a real form.
 */

import type { CriteriaSet } from "../../src/criteria-set.ts";
import { readCriteriaSet } from "../../src/set/check.ts";
import { mergeSurvey, type SurveyItem, type SurveyOptions } from "../../src/survey/share.ts";
import { tally } from "../../src/survey/tally.ts";

/** A form as a test writes it: who answers, whom it judges, the least number of forms, and question → leaf. */
export interface FormSketch {
  readonly id: string;
  readonly by: string;
  readonly judges?: readonly string[];
  readonly least?: number;
  /** `["q1", "1.1"]`: question q1 feeds leaf 1.1; the third place names another scale. */
  readonly asks: readonly (readonly [question: string, item: string, scale?: string])[];
}

/** What a test wants otherwise than by default. */
export interface SurveySketch {
  readonly forms: readonly FormSketch[];
  /** Respondent group → weight; without weights the groups are pooled. */
  readonly weights?: Readonly<Record<string, string>>;
  readonly emptyGroup?: "pending" | "redistribute";
  readonly belowLeast?: "pending" | "zero";
  readonly notHeld?: "rescale" | "zero" | "pending";
  /** Unit groups; by default `don-vi` alone. */
  readonly groups?: readonly string[];
  /** Maximum of each survey leaf; by default 2. */
  readonly maxPoints?: Readonly<Record<string, string>>;
}

const words = (vi: string) => ({ vi });

const abcde = [
  { id: "a", title: words("Rất tốt"), percent: "100" },
  { id: "b", title: words("Tốt"), percent: "60" },
  { id: "c", title: words("Trung bình"), percent: "20" },
  { id: "d", title: words("Kém"), percent: "0" },
  { id: "e", title: words("Không có ý kiến") },
];

const yesNo = [
  { id: "co", title: words("Có"), percent: "100" },
  { id: "khong", title: words("Không"), percent: "0" },
];

/** The set of a sketch as raw data. */
export function rawSurveySet(sketch: SurveySketch) {
  const groups = sketch.groups ?? ["don-vi"];
  const asked = sketch.forms.flatMap(({ asks }) => asks);
  const leaves = [...new Set(asked.map(([, item]) => item))].sort();
  const max = (item: string): string => sketch.maxPoints?.[item] ?? "2";
  const total = String(leaves.reduce((so, item) => so + Number(max(item)), 0));
  const respondents = [...new Set(sketch.forms.map(({ by }) => by))].sort();
  const used = new Set(asked.map(([, , scale]) => scale ?? "muc-do"));
  return {
    format: 1,
    id: "hoa-lam/department/2026",
    edition: 1,
    status: "illustrative",
    title: words("Bộ tiêu chí khảo sát minh họa, tỉnh Hoa Lâm"),
    issuer: words("Ủy ban nhân dân tỉnh Hoa Lâm"),
    level: "department",
    period: { from: "2026-01-01", to: "2026-12-31" },
    decisions: [],
    levels: [words("Lĩnh vực"), words("Tiêu chí")],
    maxPoints: total,
    sources: [{ id: "khao-sat", kind: "survey", title: words("Điều tra xã hội học") }],
    groups: groups.map((id) => ({ id, title: words(`Nhóm ${id}`) })),
    items: [
      {
        number: "1",
        title: words("Khảo sát"),
        maxPoints: total,
        items: leaves.map((number) => ({
          number,
          title: words(`Mục khảo sát ${number}`),
          maxPoints: max(number),
          source: "khao-sat",
          rule: { kind: "survey" },
        })),
      },
    ],
    survey: {
      respondents: respondents.map((id) => ({
        id,
        title: words(`Nhóm ${id}`),
        ...(sketch.weights === undefined ? {} : { weight: sketch.weights[id] ?? "1" }),
      })),
      combine: sketch.weights === undefined ? "pooled" : "weights",
      emptyGroup: sketch.emptyGroup ?? "pending",
      belowLeast: sketch.belowLeast ?? "pending",
      notHeld: sketch.notHeld ?? "rescale",
      scales: [
        { id: "muc-do", options: abcde },
        { id: "co-khong", options: yesNo },
      ].filter(({ id }) => used.has(id)),
      questionnaires: sketch.forms.map((form) => ({
        id: form.id,
        title: words(`Phiếu ${form.id}`),
        respondents: form.by,
        judges: form.judges ?? groups,
        leastForms: form.least ?? 1,
        questions: form.asks.map(([id, item, scale]) => ({
          id,
          text: words(`Câu hỏi ${id} về mục ${item}`),
          scale: scale ?? "muc-do",
          item,
        })),
      })),
    },
  };
}

/** The set of a sketch, read. */
export const surveySet = (sketch: SurveySketch): CriteriaSet => readCriteriaSet(rawSurveySet(sketch));

/** A filled-in form, its answers as question → option. */
export const form = (unit: string, questionnaire: string, answers: Readonly<Record<string, string>>) => ({
  unit,
  questionnaire,
  answers: Object.entries(answers).map(([question, option]) => ({ question, option })),
});

/** The same form so many times. */
export const times = <T>(count: number, value: T): readonly T[] => Array.from({ length: count }, () => value);

/** The unit of most tests, in a group that all forms judge unless they say otherwise. */
export const units = [{ id: "so-a", group: "don-vi" }];

/** The first leaf of unit so-a, as some responses leave it. */
export function leafOf(
  set: CriteriaSet,
  responses: readonly unknown[],
  options: SurveyOptions = { units },
): SurveyItem {
  const survey = mergeSurvey(set, tally(set, responses, { batch: "b" }), options);
  return survey.units.find(({ unit }) => unit === "so-a")?.items[0] as SurveyItem;
}
