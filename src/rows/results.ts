/**
 * Results as rows for a spreadsheet: a ranking, and the score sheet of one unit, with the headings that officials use.
 * Decimals become numbers, which a spreadsheet can sort; they are those that are published, rounded once (design 3.2).
 */
import type { CriteriaSet, Decimal } from "../criteria-set.ts";
import { voiceOf } from "../explain/words/voice.ts";
import { deepFreeze } from "../plain.ts";
import { type Plan, planOf } from "../plan.ts";
import type { Bounds, Ranking, Score, ScoreLine } from "../result.ts";
import type { Unit } from "../round.ts";
import { decimalCell, type PlainRow, type RowCell } from "./cell.ts";

/**
 * Gives a ranking as rows: heading, the units best first, those without a place with the reason, and the mean.
 *
 * The columns are Hạng, Mã đơn vị, Đơn vị, Chỉ số (%), Xếp loại, Ghi chú; the last says what decided between equal
 * indexes, or why a unit has no place.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param ranking One of the rankings that `rank` or `assess` gave.
 * @param units The units with their names, as a round has them; absent: the ids stand for the names.
 *
 * @returns The rows, frozen; empty cells are `null`, places and indexes are numbers.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`.
 *
 * @example
 * ```ts
 * import { rankingRows } from "par-index/check";
 * import { criteriaSet } from "par-index/criteria";
 * const place = { place: 1, unit: "hoa-lam-so-y-te", index: "91.50", grade: "excellent", tied: false };
 * const ranking = { set: "hoa-lam/department/2026", edition: 1, group: "general", places: [place], unranked: [], complete: true, meanOf: 0 };
 * rankingRows(criteriaSet("hoa-lam/department/2026"), ranking)[1]; // => [ 1, 'hoa-lam-so-y-te', 'hoa-lam-so-y-te', 91.5, 'Xuất sắc', null ]
 * ```
 */
export function rankingRows(
  set: CriteriaSet,
  ranking: Ranking,
  units: readonly Pick<Unit, "id" | "name">[] = [],
): readonly PlainRow[] {
  const plan = planOf(set, "rankingRows");
  const reasons = voiceOf("vi", "rankingRows").wording.unranked;
  const names = new Map(units.map(({ id, name }) => [id, name.vi]));
  const grades = new Map(set.grades.map(({ id, title }) => [id, title.vi]));
  const rows: PlainRow[] = [["Hạng", "Mã đơn vị", "Đơn vị", "Chỉ số (%)", "Xếp loại", "Ghi chú"]];
  for (const { place, unit, index, grade, decidedBy } of ranking.places) {
    const note = decidedBy === undefined ? null : deciderText(plan, decidedBy);
    rows.push([
      place,
      unit,
      names.get(unit) ?? unit,
      decimalCell(index),
      grades.get(grade ?? "") ?? null,
      note,
    ]);
  }
  for (const { unit, reason, index } of ranking.unranked) {
    rows.push([
      null,
      unit,
      names.get(unit) ?? unit,
      cellOf(index),
      null,
      `Không xếp hạng: ${reasons[reason]}`,
    ]);
  }
  if (ranking.mean !== undefined) {
    rows.push([null, null, `Trung bình ${ranking.meanOf} đơn vị`, decimalCell(ranking.mean), null, null]);
  }
  return deepFreeze(rows);
}

type Decider = NonNullable<Ranking["places"][number]["decidedBy"]>;

function deciderText(plan: Plan, { by, id = "", value }: Decider): string {
  const { number } = voiceOf("vi", "rankingRows");
  if (by === "exact-index") return `Chỉ số chưa làm tròn: ${number(value)}`;
  const title =
    by === "item" ? itemOf(plan, id)?.number : plan.set.sources.find((source) => source.id === id)?.title.vi;
  return `Bằng Chỉ số, xét ${by === "item" ? "tiêu chí" : "nguồn điểm"} ${title ?? id}: ${number(value)}`;
}

/**
 * Gives the score of one unit as rows: heading, every item in the order of the set, the lines, and the result.
 *
 * The columns are Mã, Tên tiêu chí, Điểm tối đa, Điểm tự chấm, Điểm đạt, Chỉ số thành phần (%), Ghi chú. The maximum is
 * the applicable one; the note says why an item is not plainly scored, and the bounds of what is still open.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param score A score that `score` or `assess` gave for a unit of this set.
 *
 * @returns The rows, frozen; empty cells are `null`, points are numbers.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`; RangeError if the score is of another set or edition.
 *
 * @example
 * ```ts
 * import { assess } from "par-index";
 * import { scoreRows } from "par-index/check";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("moha/ministry/2023");
 * const unit = { id: "bo-tu-phap", name: { vi: "Bộ Tư pháp" }, group: set.groups[0].id };
 * const statistics = [["1", "61.86"], ["2", "28.10"]].map(([item, points]) => ({ unit: unit.id, item, facts: { points } }));
 * const round = { format: 1, set: set.id, edition: 1, title: { vi: "PAR INDEX 2023" }, status: "real", units: [unit], statistics };
 * scoreRows(set, assess(set, round).scores[0]).at(-1); // => [ null, 'Kết quả', 100, null, 89.96, 89.96, null ]
 * ```
 */
export function scoreRows(set: CriteriaSet, score: Score): readonly PlainRow[] {
  const plan = planOf(set, "scoreRows");
  if (score.set !== set.id || score.edition !== set.edition) {
    throw new RangeError(`scoreRows: the score is of ${score.set}, edition ${score.edition}`);
  }
  const { wording } = voiceOf("vi", "scoreRows");
  const rows: PlainRow[] = [
    ["Mã", "Tên tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Điểm đạt", "Chỉ số thành phần (%)", "Ghi chú"],
  ];
  for (const it of score.items) {
    const claimed = it.claimed === "not-applicable" ? "Không áp dụng" : cellOf(it.claimed);
    const state =
      it.state === "not-applicable" ? ["không áp dụng"] : it.state === "pending" ? ["chưa có điểm"] : [];
    const why = it.why === undefined ? [] : [wording.reasons[it.why]];
    const note = [...state, ...why, ...boundsText(it.bounds)].join(": ");
    const title = itemOf(plan, it.item)?.title.vi ?? it.item;
    rows.push([
      it.item,
      title,
      decimalCell(it.maxPoints),
      claimed,
      cellOf(it.points),
      cellOf(it.index),
      note || null,
    ]);
  }
  for (const line of score.lines) {
    rows.push([line.id, lineTitle(plan, line), null, null, decimalCell(line.points), null, null]);
  }
  const grade = set.grades.find(({ id }) => id === score.grade)?.title.vi;
  const note = grade ?? (boundsText(score.bounds).join("") || null);
  const sum = [
    decimalCell(score.maxPoints),
    cellOf(score.claimed),
    cellOf(score.points),
    cellOf(score.index),
  ];
  rows.push([null, "Kết quả", ...sum, note]);
  return deepFreeze(rows);
}

const cellOf = (text: Decimal | undefined): RowCell => (text === undefined ? null : decimalCell(text));

const itemOf = (plan: Plan, id: string) => (plan.leafOf.get(id) ?? plan.nodeOf.get(id))?.item;

function boundsText(bounds: Bounds | undefined): readonly string[] {
  if (bounds === undefined) return [];
  const { number } = voiceOf("vi", "scoreRows");
  return [`từ ${number(bounds.low)} đến ${number(bounds.high)}`];
}

function lineTitle(plan: Plan, { kind, id }: ScoreLine): string {
  const { phrases } = voiceOf("vi", "scoreRows").wording;
  if (kind === "conversion") {
    return `${phrases.conversion}: ${plan.set.sources.find((source) => source.id === id)?.title.vi ?? id}`;
  }
  if (kind === "late") return phrases.late;
  const title = plan.lineOf.get(id)?.line.title.vi;
  if (kind !== "cap") return title ?? id;
  if (title !== undefined) return `${phrases.cap}: ${title}`;
  const of = {
    bonus: phrases.capBonus,
    penalty: phrases.capPenalty,
    max: phrases.capMax,
    min: phrases.capMin,
  };
  return `${phrases.cap} ${of[id as keyof typeof of] ?? id}`;
}
