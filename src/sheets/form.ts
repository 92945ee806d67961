/**
 * The form in which a unit scores itself, as rows of a spreadsheet: its columns, a row for each leaf and beneath it a row
 * for each figure that the rule of the leaf asks for, so that an officer fills in one cell for each and types no id; and
 * how documents stand in a cell. The headings are Vietnamese, as the annexes of the decisions print them.
 */

import type { CriteriaSet } from "../criteria-set.ts";
import type { Report } from "../issue.ts";
import { assertOptions, deepFreeze } from "../plain.ts";
import { gatesBefore, type Leaf, type Plan, planOf } from "../plan.ts";
import type { Evidence, Round, Unit } from "../round.ts";
import type { Figure, Filled, Rule } from "../rule.ts";
import { factsForm, ruleWording } from "../rules/kinds.ts";
import { gatesText, shippedRuleWords } from "../rules/words.ts";
import { writtenDay } from "../shape.ts";
import { viForm, viStyle } from "../words/vi.ts";
import { said, say } from "../words/words.ts";
import {
  type Cells,
  columnLimit,
  decimalCell,
  folded,
  guardedRow,
  type PlainRow,
  writtenIn,
} from "./cell.ts";

/** The columns that are read. */
const formColumns = ["code", "figures", "points", "evidence", "explanation"] as const;
export type FormColumn = (typeof formColumns)[number];

/** The headings of the columns that are read. */
export const headings: Readonly<Record<FormColumn, string>> = {
  code: viForm["column.code"],
  figures: viForm["column.figures"],
  points: viForm["column.points"],
  evidence: viForm["column.evidence"],
  explanation: viForm["column.explanation"],
};

/** In the form of an explanation the points are those that the unit proposes. */
export const proposedPoints = viForm["column.proposed"];

/** All headings of the template, in their order. */
const templateHeadings: readonly string[] = [
  headings.code,
  viForm["column.title"],
  viForm["column.maximum"],
  headings.figures,
  headings.points,
  headings.evidence,
  headings.explanation,
];

export const formWords = { style: viStyle, form: viForm };

/** What a form says of itself, above its heading row. */
const headLabels = {
  set: viForm.set,
  round: viForm.round,
  unit: viForm.unit,
  date: viForm.explained,
} as const;
type HeadPart = keyof typeof headLabels;

/** One thing that a form says of itself: the last cell of the row, and where it stands. */
interface HeadCell {
  readonly text: string;
  readonly path: readonly [number, number];
  /** The first cell after the label, where it is another one: the name beside the id. */
  readonly beside?: string | undefined;
}

/** Reads whose form it is, of which set and round; what it does not say is absent. */
export function headCells(
  cells: Cells,
  { row: end }: Pick<Header, "row">,
): Partial<Record<HeadPart, HeadCell>> {
  const head: Partial<Record<HeadPart, HeadCell>> = {};
  const parts: readonly HeadPart[] = ["set", "round", "unit", "date"];
  for (let row = 0; row < end; row++) {
    const texts = Array.from({ length: templateHeadings.length }, (_, column) =>
      folded(cells.at(row, column)),
    );
    const part = parts.find((it) => texts.includes(folded(headLabels[it])));
    const column = texts.findLastIndex((text) => text !== "");
    if (part === undefined || texts[column] === folded(headLabels[part])) continue;
    const first = texts.findIndex((text) => text !== "" && text !== folded(headLabels[part]));
    const beside = first < column ? writtenIn(cells.at(row, first)) : undefined;
    head[part] = { text: writtenIn(cells.at(row, column)), path: [row, column], beside };
  }
  return head;
}

/** The id and edition of a set, as a form names it. */
export const setMark = ({ id, edition }: Pick<CriteriaSet, "id" | "edition">): string => `${id}.${edition}`;

/** Where the heading row stands, and the position of each column. */
export interface Header {
  /** Position of the heading row, from 0. */
  readonly row: number;
  /** Position of each column, from 0. */
  readonly at: Readonly<Record<FormColumn, number>>;
  /** True where it is the form of an explanation. */
  readonly isExplanation: boolean;
}

/** Finds the heading row: the first one with a cell “Mã”. Other columns are passed over, and may stand anywhere. */
export function headerOf(cells: Cells, report: Report): Header | undefined {
  for (let row = 0; row < cells.height; row++) {
    const names = Array.from({ length: columnLimit }, (_, column) => folded(cells.at(row, column)));
    if (names.includes(folded(headings.code))) return headerAt(row, names, report);
  }
  report("rows-without-header", [], { expected: headings.code });
  return undefined;
}

/** The positions of the columns in the heading row; undefined where one is missing or stands there twice. */
function headerAt(row: number, names: readonly string[], report: Report): Header | undefined {
  const before = report.issues.length;
  names.forEach((name, column) => {
    const heading = formColumns.map((it) => headings[it]).find((it) => folded(it) === name);
    if (heading !== undefined && names.indexOf(name) < column)
      report("column-twice", [row, column], { found: heading });
  });
  const proposed = names.indexOf(folded(proposedPoints));
  const position = (column: FormColumn): number => {
    const found = column === "points" && proposed >= 0 ? proposed : names.indexOf(folded(headings[column]));
    if (found < 0) report("column-missing", [row], { expected: headings[column] });
    return found;
  };
  const at = {
    code: position("code"),
    figures: position("figures"),
    points: position("points"),
    evidence: position("evidence"),
    explanation: position("explanation"),
  };
  return report.issues.length > before ? undefined : { row, at, isExplanation: proposed >= 0 };
}

/** The code of a figure's row. No id has a `#`, so that no code of a figure is the id of an item. */
export const figureCode = (item: string, key: string): string => `${item}#${key}`;

/** The figures of a rule, in the order of their rows; none where the points themselves are the fact, or nobody answers. */
export const rowFigures = (rule: Rule): readonly Figure[] => factsForm(rule)?.figures() ?? [];

/** The facts that filled figures give, still to be judged by the rule. */
export const writtenFacts = (rule: Rule, filled: Filled): Readonly<Record<string, unknown>> =>
  factsForm(rule)?.filled?.(filled) ?? Object.fromEntries(filled);

/**
 * Reads one line: a document as the form asks for it, or one or several as officials name them, “Kế hoạch số
 * 12/KH-UBND ngày 20/01/2026 của UBND xã”. Nothing where number, issuer and day are not all there, or something is
 * said twice.
 */
export function readEvidenceLine(line: string): readonly Evidence[] {
  const parts = line.split(";").map((part) => part.trim());
  const listed = listedDocument(parts);
  if (listed !== undefined) return [listed];
  const named = parts.filter((it) => it !== "").map(namedDocument);
  const documents = named.filter((it) => it !== undefined);
  return documents.length === named.length ? documents : [];
}

function listedDocument([number = "", issuer = "", day = "", ...rest]: readonly string[]):
  | Evidence
  | undefined {
  const date = writtenDay(day);
  if (number === "" || issuer === "" || date === undefined) return undefined;
  let section: string | undefined;
  let page: string | undefined;
  let title: string | undefined;
  for (const part of rest.filter((it) => it !== "")) {
    const labelled = /^(mục|trang)\s+(.+)$/i.exec(part);
    const value = labelled?.[2] ?? part;
    const label = labelled?.[1]?.toLowerCase();
    if (label === "mục" && section === undefined) section = value;
    else if (label === "trang" && page === undefined) page = value;
    else if (label === undefined && title === undefined) title = value;
    else return undefined;
  }
  return {
    number,
    issuer,
    date,
    ...(title === undefined ? {} : { title }),
    ...(section === undefined ? {} : { section }),
    ...(page === undefined ? {} : { page }),
  };
}

const dayWords = String.raw`(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})`;
const numberThenDay = new RegExp(
  String.raw`^(?:(.+?) )?số:? (\S+?),? ngày ${dayWords},?(?: của)? ([^\d].*)$`,
  "iu",
);
const bodyThenDay = new RegExp(
  String.raw`^(?:(.+?) )?số:? (\S+?),? của (.+?),? ngày ${dayWords}(?: (.+))?$`,
  "iu",
);

/** A document in a sentence: its kind, number and day, who issued it, what it is about, section and page. */
function namedDocument(text: string): Evidence | undefined {
  const [, before = "", number = "", day = "", after = ""] = numberThenDay.exec(text) ?? [];
  const [, kind = before, code = number, body = after, at = day, about = ""] = bodyThenDay.exec(text) ?? [];
  const date = writtenDay(at);
  if (code === "" || date === undefined) return undefined;
  const [whole = "", ...rest] = `${body}${about === "" ? "" : ` ${about}`}`.split(
    /,? \(?(?=(?:mục|trang) )/iu,
  );
  const [issuer = "", ...subject] = whole.split(/,? (?=(?:về|v\/v|ban hành) )/iu);
  const title = [kind, ...subject].filter((it) => it !== "").join(" ");
  return listedDocument([code, issuer, date, title, ...rest.map((it) => it.replace(/\)$/, ""))]);
}

/** For whom a template is made. */
export interface TemplateOptions {
  /** The kinds of the unit: leaves from which the set's register exempts one of them are left out. */
  readonly kinds?: readonly string[] | undefined;
  /**
   * The unit: the form then names it, with set and round, above the heading row, which is checked when it is read; it
   * says how each leaf is scored; and it shows what is not the unit's to answer, so that its domains have the maxima of
   * the annex.
   */
  readonly unit?: Pick<Unit, "id" | "name" | "kinds"> | undefined;
  /** The round, which the form of a unit names. */
  readonly round?: Pick<Round, "title"> | undefined;
}

/**
 * Makes the template in which a unit scores itself, as rows of cells.
 *
 * The columns are Mã, Tên tiêu chí, Điểm tối đa, Số liệu, Điểm tự chấm, Tài liệu kiểm chứng, Giải trình. Beneath each
 * leaf stands one row for each figure that its rule asks for, with the code of the leaf, `#`, and the name of the
 * figure: a mark `x` in Số liệu for the option that holds and for each part that holds, a number for each count,
 * percentage or kind of breach. Of several options the one that holds may instead be named in Số liệu of the leaf's own
 * row, by its words or id; the form of one unit (`unit`) has only that cell, and no row for each option. A leaf whose rule takes points directly has no such row: its figure is Điểm tự chấm,
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
  assertOptions(options, ["kinds", "unit", "round"], "selfAssessmentRows");
  const { unit, round } = options;
  const kinds = options.kinds ?? unit?.kinds ?? [];
  const asked = new Set(plan.leaves.filter((leaf) => isAsked(plan, leaf, kinds)));
  const rows: PlainRow[] =
    unit === undefined ? [templateHeadings] : [...headRows(set, unit, round), formHeadings];
  const isShown = (leaf: Leaf): boolean => unit !== undefined || asked.has(leaf);
  for (const { node, leaf } of plan.order) {
    if (node !== undefined && plan.leaves.slice(node.first, node.end).some(isShown)) {
      rows.push(rowOf(node.id, node.item.title.vi, decimalCell(node.item.maxPoints)));
    }
    if (leaf === undefined || !isShown(leaf)) continue;
    const max = decimalCell(leaf.item.maxPoints);
    if (!asked.has(leaf)) {
      const source = leaf.selfScored ? undefined : leaf.source.title;
      const title = say(formWords, "form.notAsked", { title: leaf.item.title, source });
      rows.push(rowOf(leaf.id, title, max));
      continue;
    }
    const how = { rule: leaf.rule, maxPoints: leaf.item.maxPoints };
    const gates = gatesBefore(plan, leaf);
    const scored = ruleWording(shippedRuleWords.vi, how);
    const only = gates.length === 0 ? [] : [gatesText(shippedRuleWords.vi, gates)];
    const told = unit === undefined ? [] : [[scored, ...only].join(". ")];
    rows.push([...rowOf(leaf.id, leaf.item.title.vi, max), ...told]);
    for (const { key, label, holds } of rowFigures(leaf.rule))
      if (unit === undefined || holds !== "one-of")
        rows.push(rowOf(figureCode(leaf.id, key), said(shippedRuleWords.vi, label), null));
  }
  return deepFreeze(rows.map(guardedRow));
}

/** All headings of the form of one unit, in their order. */
const formHeadings: readonly string[] = [...templateHeadings, viForm.how];

function headRows(
  set: CriteriaSet,
  unit: Pick<Unit, "id" | "name">,
  round: Pick<Round, "title"> | undefined,
): readonly PlainRow[] {
  const row = (label: string, ...cells: readonly string[]): PlainRow => [
    label,
    cells[0] ?? null,
    cells[1] === undefined ? null : viForm.mark,
    cells[1] ?? null,
  ];
  return [
    row(headLabels.set, set.title.vi, setMark(set)),
    ...(round === undefined ? [] : [row(headLabels.round, round.title.vi)]),
    row(headLabels.unit, unit.name.vi, unit.id),
    [],
  ];
}

/** Tells whether the unit itself answers a leaf. */
export const isAsked = (plan: Plan, leaf: Leaf, kinds: readonly string[]): boolean =>
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
