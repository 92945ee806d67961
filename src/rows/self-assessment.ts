/**
 * Reading a filled-in template: the cells become a self-assessment as data writes it, which then goes through the same
 * door as every other (`readSelfAssessment`), so that it has one meaning. Issues name row and column (design 3.14).
 */
import type { CriteriaSet, IsoDate } from "../criteria-set.ts";
import { hasErrors, InvalidError, type Issue, report as newReport, type Path } from "../issue.ts";
import { planOf } from "../plan.ts";
import { checkSelfAssessment, readSelfAssessment } from "../round/round-read.ts";
import type { SelfAssessment } from "../round.ts";
import { answersOf, keyOf } from "./answers.ts";
import { cellsOf } from "./cell.ts";
import { headerOf } from "./columns.ts";

/** Whose self-assessment the rows are; rows do not say it. */
export interface RowsOptions {
  /** The id of the unit. */
  readonly unit: string;
  /** The day on which it was sent; absent while it is being written. */
  readonly submitted?: IsoDate | undefined;
  /** The head who approved it: the role, and the day. */
  readonly approved?: { readonly role: string; readonly date: IsoDate } | undefined;
}

/**
 * Reads the filled-in template of `selfAssessmentRows`, as any spreadsheet library gives its rows.
 *
 * Columns are found by their headings, wherever they stand; rows above the heading row, blank rows, title rows, also
 * merged ones, sums and signatures are passed over, stray spaces too. In text cells a comma is the decimal sign and a
 * point only groups thousands in counts (1.184); numbers are read at 15 significant digits, as the spreadsheet shows
 * them. Of a checklist with at least one mark, parts without one do not hold; leaves with nothing filled in are
 * unanswered.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param rows The rows, each a list of cells: texts, numbers, truth values; `null` or nothing where empty.
 * @param options Whose self-assessment it is.
 *
 * @returns The self-assessment, just as `readSelfAssessment` gives it.
 *
 * @throws InvalidError with every issue, if any of them is an error; the path of each is its row and column, from 0, and
 * its words name them as the spreadsheet does. TypeError if the set was not made by `readCriteriaSet`, or the rows are
 * not a list of lists.
 *
 * @example
 * ```ts
 * import { readSelfAssessmentRows, selfAssessmentRows } from "par-index/check";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("hoa-lam/department/2026");
 * const figures = new Map([["1.1.2#numerator", "1.184"], ["1.1.2#denominator", 1200]]);
 * const rows = selfAssessmentRows(set).map(([code, title, maximum, , ...rest]) => [code, title, maximum, figures.get(String(code)) ?? (code === "Mã" ? "Số liệu" : null), ...rest]);
 * readSelfAssessmentRows(set, rows, { unit: "hoa-lam-so-y-te" }).answers[0]?.facts; // => { numerator: 1184, denominator: 1200 }
 * ```
 */
export function readSelfAssessmentRows(
  set: CriteriaSet,
  rows: readonly (readonly unknown[])[],
  options: RowsOptions,
): SelfAssessment {
  const { written, issues } = judgeRows(set, rows, options, "readSelfAssessmentRows");
  if (hasErrors(issues)) throw new InvalidError("The rows cannot be read", issues);
  return readSelfAssessment(set, written);
}

/**
 * Checks a filled-in template and gives everything that is wrong with it, or worth a second look: as
 * `readSelfAssessmentRows` reads it, warnings too.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param rows The rows, each a list of cells.
 * @param options Whose self-assessment it is.
 *
 * @returns All issues, errors and warnings, by row and column.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`, or the rows are not a list of lists.
 *
 * @example
 * ```ts
 * import { checkSelfAssessmentRows } from "par-index/check";
 * import { criteriaSet } from "par-index/criteria";
 * const heading = ["Mã", "Số liệu", "Điểm tự chấm", "Tài liệu kiểm chứng", "Giải trình"];
 * const issues = checkSelfAssessmentRows(criteriaSet("hoa-lam/department/2026"), [heading, ["1.1.1#late", "?"]], { unit: "hoa-lam-so-y-te" });
 * issues[0]?.en; // => 'Row 2, column B: “?” is not a mark. Write x for yes; leave the cell empty, or write không, for no.'
 * ```
 */
export function checkSelfAssessmentRows(
  set: CriteriaSet,
  rows: readonly (readonly unknown[])[],
  options: RowsOptions,
): readonly Issue[] {
  return judgeRows(set, rows, options, "checkSelfAssessmentRows").issues;
}

function judgeRows(
  set: CriteriaSet,
  rows: unknown,
  { unit, submitted, approved }: RowsOptions,
  caller: string,
): { readonly written: unknown; readonly issues: readonly Issue[] } {
  const plan = planOf(set, caller);
  const report = newReport();
  const cells = cellsOf(rows, caller);
  const header = headerOf(cells, report);
  const origins = new Map<string, Path>();
  const answers = header === undefined ? [] : answersOf(plan, { cells, header, report, origins });
  const written = {
    unit,
    ...(submitted === undefined ? {} : { submitted }),
    ...(approved === undefined ? {} : { approved }),
    answers,
  };
  const judged = checkSelfAssessment(set, written).map((it) => ({ ...it, path: originOf(it.path, origins) }));
  const issues = [...report.issues, ...judged].map((it) => inSheet(it, unit)).sort(byCell);
  return { written, issues: Object.freeze(issues) };
}

/** The cell from which a part came: of the part itself, else of what holds it. What no cell says keeps its path. */
function originOf(path: Path, origins: ReadonlyMap<string, Path>): Path {
  for (let length = path.length; length > 0; length--) {
    const origin = origins.get(keyOf(path.slice(0, length)));
    if (origin !== undefined) return origin;
  }
  return path;
}

/** An issue with the row and column that a spreadsheet shows, before its words. */
function inSheet(it: Issue, unit: string): Issue {
  const [row, column] = it.path;
  const about = { ...it, unit };
  if (typeof row !== "number") return Object.freeze(about);
  const [vi, en] =
    typeof column === "number"
      ? [`Dòng ${row + 1}, cột ${letters(column)}`, `Row ${row + 1}, column ${letters(column)}`]
      : [`Dòng ${row + 1}`, `Row ${row + 1}`];
  return Object.freeze({ ...about, vi: `${vi}: ${it.vi}`, en: `${en}: ${it.en}` });
}

function letters(column: number): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const last = alphabet[column % 26] ?? "";
  return column < 26 ? last : `${letters((column - (column % 26)) / 26 - 1)}${last}`;
}

/** By row, then column; what no cell says comes first. */
function byCell(a: Issue, b: Issue): number {
  const [rowA, columnA] = a.path;
  const [rowB, columnB] = b.path;
  const place = (it: unknown): number => (typeof it === "number" ? it : -1);
  return place(rowA) - place(rowB) || place(columnA) - place(columnB);
}
