/**
 * Draws the round of the departments of the fictional province Hoa Lâm: self-assessments, first and second appraisal,
 * survey counts and statistics, around the stories of `departments.ts` and `departments-council.ts`.
 */
import type { CriteriaSet, Item } from "../../src/criteria-set.ts";
import type { Round } from "../../src/round.ts";
import { departments } from "./departments.ts";
import { councils, decrees, findings } from "./departments-council.ts";
import { type Dice, diceOf, hundredths, leavesOf, type Sizes } from "./make-facts.ts";
import { doubledForms, drawForms } from "./make-survey.ts";
import { type Drawing, drawUnit, twinOf, type UnitPlan, type UnitRecord } from "./make-unit.ts";

const days = { first: "2027-01-12", explained: "2027-01-22", second: "2027-02-03" };

/** How large the figures of each leaf are; tenths where they are decimals. */
const sizes: Sizes = {
  "1.1.2": [24, 60],
  "1.3.1": [6, 14],
  "1.5": [1, 9],
  "1.6.2": [80, 240],
  "2.1.1": [3, 9],
  "2.3.1": [12, 45],
  "3.1.2": [2, 6],
  "3.2.1": [20, 70],
  "3.3.1": [40, 130],
  "3.3.3": [400, 1000],
  "3.4.1": [400, 9000],
  "3.4.3": [400, 9000],
  "3.5.1": [4, 60],
  "4.2.2": [10, 90],
  "5.1.2": [45, 190],
  "5.4.1": [60, 260],
  "5.5": [600, 1000],
  "6.1.1": [4000, 90000],
  "6.3.2": [4, 16],
  "6.3.3": [1, 6],
  "7.1.2": [1500, 7000],
  "7.1.3": [2, 6],
  "7.2.1": [20, 110],
  "7.2.2": [400, 9000],
  "7.2.3": [250, 900],
  "7.2.4": [550, 1000],
  "7.3.3": [12, 60],
};

/** Draws the round. */
export function departmentsRound(set: CriteriaSet): object {
  const dice = diceOf(20260722);
  const leaves = leavesOf(set.items as readonly Item[]);
  const registered = (kind: string, leaf: string): boolean =>
    set.exemptions.some((it) => it.kind === kind && it.items.includes(leaf));
  const drawing: Drawing = { leaves, sizes, exempt: registered, everyItem: false, days };
  const plans = departments;
  const records = new Map(plans.map((plan) => [plan.unit.id, drawUnit(plan, drawing, dice)]));
  const counts = drawSurvey(set, plans, dice);
  const statistics = plans.flatMap((plan) => drawStatistics(plan, registered, dice));
  tie(plans, records, counts, statistics);
  const own = [...records.values()];
  return {
    format: 1,
    set: set.id,
    edition: 1,
    title: {
      vi: "Đợt đánh giá minh họa: các sở, cơ quan ngang sở tỉnh Hoa Lâm (giả định), năm 2026",
      en: "Illustrative round: departments of the fictional province Hoa Lâm, 2026",
    },
    status: "illustrative",
    units: plans.map(({ unit }) => unit),
    councils,
    selfAssessments: own.flatMap(({ selfAssessment }) => selfAssessment ?? []),
    ledger: [...own.flatMap(({ entries }) => entries), ...decrees],
    acts: [
      { stage: "first", council: "general", number: "15/TB-HĐTĐ", date: "2027-01-18" },
      { stage: "second", council: "general", number: "21/TB-HĐTĐ", date: "2027-02-05" },
      { stage: "final", council: "general", number: "412/QĐ-UBND", date: "2027-02-15" },
      { stage: "first", council: "special", number: "16/TB-HĐTĐ", date: "2027-01-18" },
    ],
    tally: {
      batches: ["2026-11-leaders", "2026-12-citizens"],
      counts: [...counts.values()],
      invalid: [{ code: "unknown-questionnaire", count: 2 }],
    },
    statistics: statistics.map(({ target: _, ...it }) => it),
    targets: statistics.flatMap(({ unit, item, target }) =>
      target === undefined ? [] : [{ unit, item, facts: { count: target } }],
    ),
    findings,
    extensions: [
      {
        unit: "hoa-lam-so-du-lich",
        deadline: "self-assessment",
        by: "2026-12-28",
        reason: "Phục vụ Tuần lễ Du lịch tỉnh theo phân công của Chủ tịch Ủy ban nhân dân tỉnh.",
      },
    ],
  };
}

type Counts = Map<string, Round["tally"]["counts"][number]>;

function drawSurvey(set: CriteriaSet, plans: readonly UnitPlan[], dice: Dice): Counts {
  const counts: Counts = new Map();
  for (const form of set.survey?.questionnaires ?? []) {
    for (const { unit, quality } of plans) {
      const many = form.id === "leaders" ? dice.between(74, 132) : dice.between(140, 420);
      // Few people have business there: fewer forms than the set asks for.
      const forms = form.id === "citizens" && unit.id === "hoa-lam-so-ngoai-vu" ? 87 : many;
      counts.set(`${form.id} ${unit.id}`, drawForms(form, unit.id, quality - 3, forms, dice));
    }
  }
  return counts;
}

interface Figure {
  readonly unit: string;
  readonly item: string;
  readonly facts: object;
  readonly reference: string;
  readonly target?: number;
}

function drawStatistics(
  { unit, quality }: UnitPlan,
  exempt: (kind: string, leaf: string) => boolean,
  dice: Dice,
): readonly Figure[] {
  const satisfied = hundredths(Math.min(9650, quality * 100 + dice.between(-500, 500)));
  const target = dice.between(8, 60) * 10;
  const done = target * (dice.chance(20) ? 100 : dice.between(quality, 128));
  const sipas = {
    unit: unit.id,
    item: "8.2.1",
    facts: { percent: satisfied },
    reference: "Báo cáo 12/BC-SNV về Chỉ số hài lòng năm 2026 (giả định)",
  };
  const economy = {
    unit: unit.id,
    item: "8.2.2",
    facts: { count: (done - (done % 100)) / 100 },
    target,
    reference: "Báo cáo 305/BC-UBND về kinh tế - xã hội năm 2026 (giả định)",
  };
  return [...(unit.kinds.some((kind) => exempt(kind, "8.2.1")) ? [] : [sipas]), economy];
}

/**
 * Two departments with the same published index, so that the tie-breaker decides: the second has the answers of the
 * first but one, which costs it 0.25 of the appraised points, and a satisfaction index higher by as much.
 */
function tie(
  plans: readonly UnitPlan[],
  records: Map<string, UnitRecord>,
  counts: Counts,
  statistics: Figure[],
): void {
  const [model, copy] = ["hoa-lam-so-giao-duc-va-dao-tao", "hoa-lam-so-khoa-hoc-va-cong-nghe"] as const;
  const plan = plans.find(({ unit }) => unit.id === copy) as UnitPlan;
  const twin = twinOf(records.get(model) as UnitRecord, plan);
  const leaders = { parts: ["leaders", "staff"] };
  const withTraining = (record: UnitRecord, facts: { parts: readonly string[] }): UnitRecord => ({
    entries: record.entries.filter(({ item }) => item !== "5.4.2"),
    selfAssessment: record.selfAssessment && {
      ...record.selfAssessment,
      answers: record.selfAssessment.answers.map((answer) =>
        answer.item === "5.4.2" ? { ...answer, facts } : answer,
      ),
    },
  });
  records.set(model, withTraining(records.get(model) as UnitRecord, leaders));
  records.set(copy, withTraining(twin, { parts: ["staff"] }));
  for (const form of ["leaders", "citizens"]) {
    const known = counts.get(`${form} ${model}`);
    if (known !== undefined) counts.set(`${form} ${copy}`, doubledForms(known, copy));
  }
  const replace = (item: string, change: (figure: Figure) => Figure): void => {
    const from = statistics.find((it) => it.unit === model && it.item === item) as Figure;
    statistics[statistics.findIndex((it) => it.unit === copy && it.item === item)] = {
      ...change(from),
      unit: copy,
    };
  };
  replace("8.2.1", (it) => {
    const model = statistics.indexOf(it);
    statistics[model] = { ...it, facts: { percent: "84.10" } };
    return { ...it, facts: { percent: "91.24" } };
  });
  replace("8.2.2", (it) => it);
}
