/**
 * Draws the round of the communes and wards of the fictional province Hoa Lâm: self-assessments, first and second
 * appraisal of every item, survey counts and statistics, around the stories of `communes.ts`.
 */
import type { CriteriaSet, Item } from "../../src/criteria-set.ts";
import type { Round } from "../../src/round.ts";
import { communes, councils, decrees, findings, replacedUnits } from "./communes.ts";
import { type Dice, diceOf, leavesOf, type Sizes, tenths } from "./make-facts.ts";
import { doubledForms, drawForms } from "./make-survey.ts";
import { type Drawing, drawUnit, twinOf, type UnitPlan, type UnitRecord } from "./make-unit.ts";

const days = { first: "2027-01-11", explained: "2027-01-20", second: "2027-02-02" };

/** How large the figures of each leaf are; tenths where they are decimals. */
export const sizes: Sizes = {
  "1.1": [16, 36],
  "1.4": [10, 30],
  "2.2": [600, 1000],
  "2.3": [2, 24],
  "3.2": [600, 5200],
  "3.3": [3, 40],
  "3.4": [3, 30],
  "3.5": [20, 260],
  "4.3": [28, 52],
  "4.4": [20, 60],
  "5.2": [3000, 42000],
  "5.3": [2000, 52000],
  "5.4": [2, 12],
  "6.1": [600, 5200],
  "6.2": [300, 2400],
  "6.3": [420, 1000],
  "6.4": [5, 22],
};

/** Draws the round. */
export function communesRound(set: CriteriaSet): object {
  const dice = diceOf(19760702);
  const leaves = leavesOf(set.items as readonly Item[]);
  const registered = (kind: string, leaf: string): boolean =>
    set.exemptions.some((it) => it.kind === kind && it.items.includes(leaf));
  const drawing: Drawing = { leaves, sizes, exempt: registered, everyItem: true, days };
  const plans = communes;
  const records = new Map(plans.map((plan) => [plan.unit.id, drawUnit(plan, drawing, dice)]));
  const counts = drawSurvey(set, plans, dice);
  const figures = plans.map((plan) => drawFigures(plan, records.get(plan.unit.id), dice));
  tie(plans, records, counts, figures);
  citeFinding(records, "hoa-lam-phuong-thong-nhat", "4.1", "ktx-05-2026");
  waive(records, "hoa-lam-xa-nam-khao", "3.5");
  const own = [...records.values()];
  return {
    format: 1,
    set: set.id,
    edition: 1,
    title: {
      vi: "Đợt đánh giá minh họa: các xã, phường tỉnh Hoa Lâm (giả định), năm 2026",
      en: "Illustrative round: communes and wards of the fictional province Hoa Lâm, 2026",
    },
    status: "illustrative",
    units: [...plans.map(({ unit }) => unit), ...replacedUnits],
    councils,
    selfAssessments: own.flatMap(({ selfAssessment }) => selfAssessment ?? []),
    ledger: [...own.flatMap(({ entries }) => entries), ...decrees],
    acts: [
      ...([1, 2] as const).flatMap((number) => [
        { stage: "first", council: `council-${number}`, number: `0${number}/TB-HĐTĐ`, date: "2027-01-15" },
        { stage: "second", council: `council-${number}`, number: `1${number}/TB-HĐTĐ`, date: "2027-02-05" },
        { stage: "final", council: `council-${number}`, number: `52${number}/QĐ-UBND`, date: "2027-02-22" },
      ]),
      { stage: "first", council: "council-3", number: "03/TB-HĐTĐ", date: "2027-01-15" },
    ],
    tally: {
      batches: ["2026-11-cadres", "2026-11-people"],
      counts: [...counts.values()],
      invalid: [{ code: "malformed-response", count: 3 }],
    },
    surveyNotHeld: [
      {
        group: "upland",
        reason:
          "Mưa lũ tháng 11/2026 chia cắt giao thông; Ủy ban nhân dân tỉnh quyết định không khảo sát ở các xã vùng cao.",
      },
    ],
    statistics: figures.map(({ unit, poverty }) => ({
      unit,
      item: "7.3",
      facts: { value: poverty },
      reference: "Báo cáo 288/BC-UBND về giảm nghèo năm 2026 (giả định)",
    })),
    targets: figures.flatMap(({ unit, target }) =>
      target === undefined ? [] : [{ unit, item: "5.3", facts: { count: target } }],
    ),
    findings,
    extensions: [],
  };
}

/** Survey counts by questionnaire and unit. */
type Counts = Map<string, Round["tally"]["counts"][number]>;

/** Counts of every questionnaire for every unit of which a survey was held. */
export function drawSurvey(set: CriteriaSet, plans: readonly UnitPlan[], dice: Dice): Counts {
  const counts: Counts = new Map();
  for (const form of set.survey?.questionnaires ?? []) {
    for (const { unit, quality } of plans) {
      if (unit.group === "upland") continue;
      const forms = form.id === "people" ? dice.between(70, 190) : dice.between(18, 34);
      counts.set(`${form.id} ${unit.id}`, drawForms(form, unit.id, quality - 2, forms, dice));
    }
  }
  return counts;
}

/** What others report of a unit. */
interface Figures {
  readonly unit: string;
  readonly poverty: string;
  readonly target: number | undefined;
}

/** The fall of the poverty rate, and a target of revenue somewhat below or above what was reached. */
export function drawFigures(
  { unit, quality }: UnitPlan,
  record: UnitRecord | undefined,
  dice: Dice,
): Figures {
  const poverty = tenths(Math.max(1, dice.between(2, 10) + (quality > 78 ? dice.between(3, 12) : 0)));
  const facts = record?.selfAssessment?.answers.find(({ item }) => item === "5.3")?.facts;
  if (facts === undefined || !("count" in facts)) return { unit: unit.id, poverty, target: undefined };
  const aim = facts.count * dice.between(82, 108);
  return { unit: unit.id, poverty, target: dice.chance(12) ? facts.count : (aim - (aim % 100)) / 100 };
}

/** Two communes that tie on everything, so that they share a place: the same shares of other counts. */
function tie(
  plans: readonly UnitPlan[],
  records: Map<string, UnitRecord>,
  counts: Counts,
  figures: Figures[],
): void {
  const [model, copy] = ["hoa-lam-xa-an-thuy", "hoa-lam-xa-dong-ha-lam"] as const;
  const plan = plans.find(({ unit }) => unit.id === copy) as UnitPlan;
  records.set(copy, twinOf(records.get(model) as UnitRecord, plan));
  for (const form of ["people", "cadres"]) {
    const known = counts.get(`${form} ${model}`);
    if (known !== undefined) counts.set(`${form} ${copy}`, doubledForms(known, copy));
  }
  const known = figures.find(({ unit }) => unit === model) as Figures;
  figures[figures.findIndex(({ unit }) => unit === copy)] = { ...known, unit: copy };
}

function citeFinding(records: Map<string, UnitRecord>, unit: string, item: string, finding: string): void {
  const record = records.get(unit) as UnitRecord;
  const last = record.entries.findLast((entry) => entry.item === item && entry.kind !== "explain");
  records.set(unit, {
    ...record,
    entries: record.entries.map((entry) => (entry === last ? { ...entry, findings: [finding] } : entry)),
  });
}

/** A claim that a leaf does not apply, which the working group grants; the set gives 0 for it. */
function waive(records: Map<string, UnitRecord>, unit: string, item: string): void {
  const { selfAssessment, entries } = records.get(unit) as UnitRecord;
  const reason = "Chưa được kết nối để tiếp nhận hồ sơ không phụ thuộc địa giới hành chính.";
  const granted = {
    kind: "not-applicable",
    unit,
    item,
    stage: "first",
    by: "working-group",
    date: days.first,
    reason: "Theo xác nhận của Trung tâm Phục vụ hành chính công tỉnh, xã chưa được kết nối.",
  } as UnitRecord["entries"][number];
  records.set(unit, {
    selfAssessment: selfAssessment && {
      ...selfAssessment,
      answers: selfAssessment.answers.map((answer) =>
        answer.item === item ? ({ item, notApplicable: { reason } } as typeof answer) : answer,
      ),
    },
    entries: [...entries.filter((entry) => entry.item !== item), granted],
  });
}
