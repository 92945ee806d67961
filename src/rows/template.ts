/**
 * The template of a self-assessment as plain rows, for any spreadsheet library (design 4): a heading row, a title row
 * for each inner node, a row for each leaf that the unit scores, and beneath it one row for each figure.
 */
import type { CriteriaSet } from "../criteria-set.ts";
import { deepFreeze } from "../plain.ts";
import { type Leaf, type Plan, planOf } from "../plan.ts";
import { decimalCell, type PlainRow } from "./cell.ts";
import { templateHeadings } from "./columns.ts";
import { figureCode, figuresOf } from "./figures.ts";

/** For whom a template is made. */
export interface TemplateOptions {
  /** The kinds of the unit: leaves from which the set's register exempts one of them are left out. */
  readonly kinds?: readonly string[] | undefined;
}

/**
 * Makes the template in which a unit scores itself, as rows of cells.
 *
 * The columns are Mã, Tên tiêu chí, Điểm tối đa, Số liệu, Điểm tự chấm, Tài liệu kiểm chứng, Giải trình. Beneath each
 * leaf stands one row for each figure that its rule asks for, with the code of the leaf, `#`, and the name of the
 * figure: a mark `x` in Số liệu for the option that holds and for each part that holds, a number for each count,
 * percentage or kind of breach. A leaf whose rule takes points directly has no such row: its figure is Điểm tự chấm,
 * which is optional everywhere else. A claim that a leaf does not apply is “Không áp dụng” in Số liệu of the leaf's own
 * row, with the reason in Giải trình. Evidence is one line for each document: number; issuer; day/month/year; and
 * where known `mục …`, `trang …` and a title. Leaves of surveys, statistics and of the appraiser have no row.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param options For whom the template is made.
 *
 * @returns The rows, the heading row first, frozen; empty cells are `null`, points are numbers.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`.
 *
 * @example
 * ```ts
 * import { selfAssessmentRows } from "par-index/check";
 * import { criteriaSet } from "par-index/criteria";
 * const rows = selfAssessmentRows(criteriaSet("hoa-lam/department/2026"));
 * rows[0]?.join(" | "); // => 'Mã | Tên tiêu chí | Điểm tối đa | Số liệu | Điểm tự chấm | Tài liệu kiểm chứng | Giải trình'
 * rows.map(([code]) => code).filter((code) => String(code).startsWith("1.1.2")); // => [ '1.1.2', '1.1.2#numerator', '1.1.2#denominator' ]
 * ```
 */
export function selfAssessmentRows(set: CriteriaSet, options: TemplateOptions = {}): readonly PlainRow[] {
  const plan = planOf(set, "selfAssessmentRows");
  const asked = new Set(plan.leaves.filter((leaf) => isAsked(plan, leaf, options.kinds ?? [])));
  const rows: PlainRow[] = [templateHeadings];
  for (const { node, leaf } of plan.order) {
    if (node !== undefined && plan.leaves.slice(node.first, node.end).some((it) => asked.has(it))) {
      rows.push(rowOf(node.id, node.item.title.vi, decimalCell(node.item.maxPoints)));
    }
    if (leaf === undefined || !asked.has(leaf)) continue;
    rows.push(rowOf(leaf.id, leaf.item.title.vi, decimalCell(leaf.item.maxPoints)));
    for (const { key, label } of figuresOf(leaf.rule))
      rows.push(rowOf(figureCode(leaf.id, key), label, null));
  }
  return deepFreeze(rows);
}

/** Tells whether the unit itself answers a leaf. */
const isAsked = (plan: Plan, leaf: Leaf, kinds: readonly string[]): boolean =>
  leaf.selfScored && !kinds.some((kind) => plan.exempt.get(kind)?.has(leaf.id));

const rowOf = (code: string, title: string, maximum: PlainRow[number]): PlainRow => [
  code,
  title,
  maximum,
  null,
  null,
  null,
  null,
];
