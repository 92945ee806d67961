/**
 * Draws what went before the merger: the criteria of 2024, which gave other points to two items, and the round of the
 * seven communes and townships that were merged or raised to wards on 1 July 2025, judged by the councils of their
 * districts. All of it is invented.
 */
import type { CriteriaSet, Item } from "../../src/criteria-set.ts";
import type { Council } from "../../src/round.ts";
import { drawFigures, drawSurvey, sizes } from "./make-communes.ts";
import { diceOf, leavesOf } from "./make-facts.ts";
import { type Drawing, drawUnit, type UnitPlan } from "./make-unit.ts";

const days = { first: "2027-01-09", explained: "2027-01-17", second: "2027-01-28" };

type Row = readonly [id: string, vi: string, en: string, group: string, district: string, quality: number];
const rows: readonly Row[] = [
  ["xa-hoa-dong-cu", "Xã Hoa Đông (cũ)", "former Hoa Dong commune", "commune", "hoa-lam", 84],
  ["thi-tran-hoa-lam", "Thị trấn Hoa Lâm", "Hoa Lam township", "ward", "hoa-lam", 90],
  ["xa-suoi-vang-cu", "Xã Suối Vàng (cũ)", "former Suoi Vang commune", "commune", "hoa-lam", 85],
  ["xa-khe-bac", "Xã Khe Bạc", "Khe Bac commune", "commune", "hoa-lam", 76],
  ["thi-tran-lam-giang", "Thị trấn Lâm Giang", "Lam Giang township", "ward", "hoa-lam", 83],
  ["xa-pu-sao-cu", "Xã Pu Sao (cũ)", "former Pu Sao commune", "upland", "muong-lam", 62],
  ["xa-nam-ty", "Xã Nậm Ty", "Nam Ty commune", "upland", "muong-lam", 66],
];
const districts: readonly (readonly [id: string, vi: string, en: string])[] = [
  ["hoa-lam", "huyện Hoa Lâm", "Hoa Lam district"],
  ["muong-lam", "huyện Mường Lâm", "Muong Lam district"],
];

const plans: readonly UnitPlan[] = rows.map(([id, vi, en, group, district, quality]) => ({
  unit: { id: `hoa-lam-${id}`, name: { vi, en }, group, kinds: [], parent: `hoa-lam-huyen-${district}` },
  sign: "UBND",
  head: "Chủ tịch Ủy ban nhân dân",
  quality,
  submitted: "2026-12-10",
  stories: {},
}));

/** The criteria of 2024: those of 2026 with other points for two items of domain 6. */
export function formerSet(set: CriteriaSet): CriteriaSet {
  const points: Readonly<Record<string, string>> = { "6.1": "3", "6.4": "3" };
  const change = (item: Item): Item => {
    if (item.items !== undefined) return { ...item, items: item.items.map(change) };
    const maxPoints = points[item.number];
    if (maxPoints === undefined) return item;
    const { examples: _, ...rest } = item;
    return { ...rest, maxPoints };
  };
  const written = {
    ...set,
    $schema: "../../criteria/criteria-set.schema.json",
    items: set.items.map(change),
  };
  const text = JSON.stringify(written)
    .replaceAll("2215", "1980")
    .replaceAll("xã, phường", "xã, phường, thị trấn");
  return JSON.parse(inFormerYear(text)) as CriteriaSet;
}

/** What was drawn for 2026 and early 2027 is dated two years before. */
const inFormerYear = (text: string): string => text.replaceAll("2026", "2024").replaceAll("2027", "2025");

/** Draws the round. */
export function formerRound(set: CriteriaSet): object {
  const dice = diceOf(20240701);
  const leaves = leavesOf(set.items);
  const drawing: Drawing = { leaves, sizes, exempt: () => false, everyItem: true, days };
  const records = plans.map((plan) => drawUnit(plan, drawing, dice));
  const counts = drawSurvey(set, plans, dice);
  const figures = plans.map((plan, at) => drawFigures(plan, records[at], dice));
  const round = {
    format: 1,
    set: set.id,
    edition: 1,
    title: {
      vi: "Đợt đánh giá minh họa: các xã, thị trấn trước sắp xếp của tỉnh Hoa Lâm (giả định), năm 2026",
      en: "Illustrative round: communes and townships of the fictional province Hoa Lâm before the merger, 2026",
    },
    status: "illustrative",
    units: plans.map(({ unit }) => unit),
    councils: districts.map(council),
    selfAssessments: records.flatMap(({ selfAssessment }) => selfAssessment ?? []),
    ledger: records.flatMap(({ entries }) => entries),
    acts: districts.flatMap(([id], at) => [
      { stage: "first", council: id, number: `0${at + 1}/TB-HĐTĐ`, date: "2027-01-12" },
      { stage: "second", council: id, number: `1${at + 1}/TB-HĐTĐ`, date: "2027-01-30" },
      { stage: "final", council: id, number: `8${at + 1}/QĐ-UBND`, date: "2027-02-14" },
    ]),
    tally: { batches: ["2026-11"], counts: [...counts.values()], invalid: [] },
    surveyNotHeld: [{ group: "upland", reason: "Hai xã vùng cao không tổ chức khảo sát năm 2026." }],
    statistics: figures.map(({ unit, poverty }) => ({
      unit,
      item: "7.3",
      facts: { value: poverty },
      reference: "Báo cáo 291/BC-UBND về giảm nghèo năm 2026 (giả định)",
    })),
    targets: figures.flatMap(({ unit, target }) =>
      target === undefined ? [] : [{ unit, item: "5.3", facts: { count: target } }],
    ),
    findings: [],
    extensions: [],
  };
  return JSON.parse(inFormerYear(JSON.stringify(round))) as object;
}

const council = ([id, vi, en]: (typeof districts)[number]): Council => ({
  id,
  title: { vi: `Hội đồng thẩm định ${vi}`, en: `Appraisal council of ${en}` },
  units: rows.filter((row) => row[4] === id).map(([unit]) => `hoa-lam-${unit}`),
  roles: [
    {
      id: "chair",
      title: { vi: "Chủ tịch Hội đồng", en: "Chair of the council" },
      holders: [`Chủ tịch Ủy ban nhân dân ${vi}`],
      decides: ["final", "correction"],
    },
    {
      id: "deputy",
      title: { vi: "Phó Chủ tịch Hội đồng", en: "Deputy chair" },
      holders: [`Trưởng phòng Nội vụ ${vi}`],
      decides: ["second", "final"],
    },
    {
      id: "working-group",
      title: { vi: "Tổ công tác", en: "Working group" },
      holders: [`Phòng Nội vụ ${vi}`],
      decides: ["first"],
    },
  ],
});
