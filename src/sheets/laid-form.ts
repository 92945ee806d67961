/**
 * The forms and the workbook of a round as people see them: what may be typed where, what is computed, what is shown
 * only so that totals are those of the annex. The rows are those of `selfAssessmentRows` and `roundSheets`.
 */
import type { CriteriaSet } from "../criteria-set.ts";
import { itemHistory } from "../explain/history.ts";
import { type Leaf, type Plan, planOf } from "../plan.ts";
import { readRound } from "../round/read.ts";
import type { Entry, Round, Tally, Unit } from "../round.ts";
import type { Figure } from "../rule.ts";
import { factsForm, ruleFormula } from "../rules/kinds.ts";
import { roundFormula } from "../rules/measure.ts";
import { viForm, viSheets } from "../words/vi.ts";
import { say } from "../words/words.ts";
import { columnLetters, decimalCell, guardedText, type PlainRow } from "./cell.ts";
import { isChoice } from "./filled-form.ts";
import {
  figureCode,
  formWords,
  headings,
  isAsked,
  proposedPoints,
  rowFigures,
  selfAssessmentRows,
} from "./form.ts";
import {
  type Kind,
  nameOfId,
  namesInRound,
  questionsShown,
  type ReadSheet,
  roundSheets,
  sheetColumnsOf,
  tableIds,
} from "./round-sheets.ts";

/** How a cell looks that is written for people. */
export interface CellLook {
  readonly bold?: boolean | undefined;
  /** True of what only a program reads. */
  readonly quiet?: boolean | undefined;
  readonly fill?: "title" | "input" | "muted" | "fixed" | undefined;
  /** False where somebody writes; it counts where the sheet is protected. */
  readonly locked?: boolean | undefined;
  readonly border?: boolean | undefined;
  readonly align?: "center" | "right" | undefined;
  /** A number format; `@`: what is typed stays as it is typed, such as 1.10 or 05/06/2026. */
  readonly format?: string | undefined;
  /** False where a text may run over the cells beside it. */
  readonly wrap?: boolean | undefined;
}

/** What may be typed into some cells. */
export interface CellRule {
  /** Addresses, with spaces between. */
  readonly range: string;
  readonly check:
    | { readonly list: string }
    | { readonly number: "whole" | "decimal"; readonly most?: number | undefined };
  /** What is said of anything else. */
  readonly error: string;
}

/** A sheet as people see it. */
export interface LaidSheet {
  readonly name: string;
  readonly rows: readonly PlainRow[];
  /** The widths of the columns, in digits. */
  readonly widths: readonly number[];
  /** Ranges of cells that are one. */
  readonly merges?: readonly string[] | undefined;
  /** The row that stands on every page, from 0. */
  readonly heading?: number | undefined;
  /** How many columns stay where they are while the rest is scrolled; absent: none. */
  readonly frozenColumns?: number | undefined;
  readonly look: (row: number, column: number) => CellLook;
  readonly rules: readonly CellRule[];
  /** Formulas by the address of their cell. */
  readonly formulas: ReadonlyMap<string, string>;
  /** True where only cells that are not locked can be changed. */
  readonly isProtected: boolean;
}

/** Where the columns of a form stand. */
const at = {
  code: 0,
  title: 1,
  max: 2,
  figures: 3,
  points: 4,
  evidence: 5,
  explanation: 6,
  how: 7,
  council: 8,
};
const formWidths = [17, 46, 8, 18, 9, 35, 27, 41];

/** What a row of a form is. */
type RowKind =
  | { readonly is: "head" | "heading" | "foot" | "node" | "shown" | "total" }
  | { readonly is: "leaf"; readonly leaf: Leaf }
  | { readonly is: "figure"; readonly leaf: Leaf; readonly figure: Figure };

/** A form with what each row is. */
interface FormRows {
  readonly title: string;
  readonly guide: string;
  readonly rows: readonly PlainRow[];
}

/** The form in which a unit scores itself, as it is printed and filled in. */
export function laidForm(
  set: CriteriaSet,
  { unit, round }: { readonly unit: Unit; readonly round: Pick<Round, "title"> },
): readonly LaidSheet[] {
  const plan = planOf(set, "laidForm");
  const rows = selfAssessmentRows(set, { unit, round });
  const total: PlainRow = [null, viForm.total, decimalCell(set.maxPoints), null, null, null, null];
  const isOwn = (leaf: Leaf): boolean => isAsked(plan, leaf, unit.kinds);
  return laid(plan, { title: viForm.title, guide: viForm.guide, rows: [...rows, total] }, isOwn);
}

/** The form in which a unit explains what the first appraisal returned or set otherwise; undefined where there is nothing. */
export function laidExplanation(
  set: CriteriaSet,
  round: Round,
  unit: Unit,
): readonly LaidSheet[] | undefined {
  const plan = planOf(set, "laidExplanation");
  const questioned = new Map<string, Entry>();
  for (const entry of round.ledger) {
    if (entry.unit !== unit.id || entry.kind === "explain") continue;
    if (entry.stage === "first" && entry.kind !== "accept" && !isGranted(round, entry))
      questioned.set(entry.item, entry);
    // What a later stage decided is explained no more.
    else questioned.delete(entry.item);
  }
  const isOwn = (leaf: Leaf): boolean => questioned.has(leaf.id) && isAsked(plan, leaf, unit.kinds);
  if (!plan.leaves.some(isOwn)) return undefined;
  const [set1 = [], round1 = [], unit1 = [], , heading = [], ...rest] = selfAssessmentRows(set, {
    unit,
    round,
  });
  const rows = rest.filter(([code]) => {
    const [id = ""] = String(code).split("#");
    const leaf = plan.leafOf.get(id);
    return leaf !== undefined && isOwn(leaf);
  });
  const told = rows.map((row): PlainRow => {
    const entry = questioned.get(String(row[at.code]));
    if (entry === undefined) return row;
    return [...row, guardedText(councilWords(set, round, entry))];
  });
  const names = heading.map((name) => (name === headings.points ? proposedPoints : name));
  const head = [set1, round1, unit1, [viForm.explained, null, null, null], [], [...names, viForm.council]];
  const { explanationTitle: title, explanationGuide: guide } = viForm;
  return laid(plan, { title, guide, rows: [...head, ...told] }, isOwn);
}

/** Tells whether the council granted what the unit claimed: that an item does not apply. */
const isGranted = (round: Round, { kind, unit, item }: Entry): boolean =>
  kind === "not-applicable" &&
  round.selfAssessments.some(
    (own) =>
      own.unit === unit &&
      own.answers.some((answer) => answer.item === item && answer.notApplicable !== undefined),
  );

/** What the council decided on an item, with the points that the unit claimed and those that stand. */
function councilWords(set: CriteriaSet, round: Round, { unit, item, kind, reason }: Entry): string {
  const { entries } = itemHistory(set, round, unit, item);
  const claimed = entries.findLast(({ claim }) => claim !== undefined)?.claim?.points?.rounded;
  const stands = entries.at(-1)?.after?.points?.rounded;
  return say(formWords, "form.decided", { kind: viSheets[kind], claimed, stands, reason });
}

function laid(
  plan: Plan,
  { title, guide, rows }: FormRows,
  isOwn: (leaf: Leaf) => boolean,
): readonly LaidSheet[] {
  const foot: readonly PlainRow[] = [[], [null, viForm.author, null, null, null, viForm.head]];
  const all: readonly PlainRow[] = [[title], ...rows.slice(0, 4), [guide], ...rows.slice(4), ...foot];
  const heading = all.findIndex(([first]) => first === headings.code);
  const guideRow = all.findIndex(([first]) => first === guide);
  const kinds = all.map((row, index): RowKind => {
    if (index < heading) return { is: "head" };
    if (index === heading) return { is: "heading" };
    if (index >= all.length - foot.length) return { is: "foot" };
    return kindOf(plan, row, isOwn);
  });
  const width = all[heading]?.length ?? 0;
  const lists = optionLists(kinds);
  const formulas = formulasOf(plan, { kinds, lists }, all);
  const isByHand = (row: number, column: number): boolean => {
    const kind = kinds[row];
    if (column !== at.how || kind?.is !== "leaf" || formulas.has(address(row, at.points))) return false;
    return rowFigures(kind.leaf.rule).length > 0;
  };
  const form: LaidSheet = {
    name: viForm.sheet,
    rows: all.map((row, index) =>
      index < heading || index >= all.length - foot.length
        ? row
        : [...row, ...Array(width - row.length).fill(null)].map((cell, column) =>
            isByHand(index, column) ? `${cell}. ${viForm.byHand}` : cell,
          ),
    ),
    widths: width > formWidths.length ? [...formWidths, 40] : formWidths,
    heading,
    merges: [`${address(guideRow, 0)}:${address(guideRow, width - 1)}`],
    formulas,
    rules: formRules({ kinds, lists }, formulas),
    isProtected: true,
    look: (row, column) =>
      formLook(kinds[row], {
        ...{ row, column, formulas },
        isDay: all[row]?.[0] === viForm.explained,
        isGuide: row === guideRow,
      }),
  };
  const long = [...lists].flatMap(([{ item }, { titles, column }]) =>
    column < 0 ? [] : [[item.number, ...titles]],
  );
  return long.length === 0 ? [form] : [form, listSheet(long)];
}

/** The options of a leaf, which stand in the list of its cell. */
interface OptionList {
  readonly titles: readonly string[];
  /** The formula of the list: the titles themselves, or where they stand. */
  readonly list: string;
  /** A title, as a formula names it. */
  readonly named: (index: number) => string;
  /** The column of the sheet of lists; negative where the titles stand in the rule of the cell itself. */
  readonly column: number;
}

/** How many signs a list may have that stands in the rule of a cell. */
const inlineLimit = 255;

const quotedText = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The lists of options, by leaf; a comma parts a list that stands in a rule, so that such titles stand in a sheet. */
function optionLists(kinds: readonly RowKind[]): ReadonlyMap<Leaf, OptionList> {
  const lists = new Map<Leaf, OptionList>();
  let columns = 0;
  for (const kind of kinds) {
    if (kind.is !== "leaf" || !isChoice(kind.leaf)) continue;
    const { rule, notApplicable } = kind.leaf;
    const options = factsForm(rule)?.choices?.map(({ title }) => title.vi) ?? [];
    const titles = notApplicable === undefined ? options : [...options, viSheets.claim];
    const inline = titles.join(",");
    if (inline.length <= inlineLimit && !titles.some((it) => /[,;"]/.test(it))) {
      const named = (index: number): string => quotedText(titles[index] ?? "");
      lists.set(kind.leaf, { titles, column: -1, list: quotedText(inline), named });
    } else {
      const letter = `'${viForm.lists}'!$${columnLetters(columns)}$`;
      const list = `${letter}2:$${columnLetters(columns)}$${titles.length + 1}`;
      lists.set(kind.leaf, { titles, column: columns, list, named: (index) => `${letter}${index + 2}` });
      columns += 1;
    }
  }
  return lists;
}

/** The sheet of lists, a column each, its heading first. */
function listSheet(lists: readonly (readonly string[])[]): LaidSheet {
  const height = lists.reduce((most, list) => (list.length > most ? list.length : most), 0);
  return {
    name: viForm.lists,
    rows: Array.from({ length: height }, (_, row) => lists.map((list) => list[row] ?? null)),
    widths: lists.map(() => 30),
    look: (row) => ({ border: true, bold: row === 0 }),
    rules: [],
    formulas: new Map(),
    isProtected: false,
  };
}

/** The rows of a form and the lists of their cells. */
interface FormParts {
  readonly kinds: readonly RowKind[];
  readonly lists: ReadonlyMap<Leaf, OptionList>;
}

function kindOf(plan: Plan, row: PlainRow, isOwn: (leaf: Leaf) => boolean): RowKind {
  const code = String(row[at.code] ?? "");
  const [id = "", key] = code.split("#");
  const leaf = plan.leafOf.get(id);
  if (code === "") return { is: "total" };
  if (leaf === undefined) return { is: "node" };
  if (!isOwn(leaf)) return { is: "shown" };
  const figure = rowFigures(leaf.rule).find((it) => it.key === key);
  return figure === undefined ? { is: "leaf", leaf } : { is: "figure", leaf, figure };
}

const address = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** The points that figures give, and the sums of criteria and domains. */
function formulasOf(
  plan: Plan,
  { kinds, lists }: FormParts,
  rows: readonly PlainRow[],
): ReadonlyMap<string, string> {
  const rowOf = new Map(rows.map(([code], index) => [String(code ?? ""), index]));
  const formulas = new Map<string, string>();
  const points = (row: number): string => address(row, at.points);
  kinds.forEach((kind, row) => {
    const formula =
      kind.is === "leaf"
        ? pointsFormula(plan, kind.leaf, lists.get(kind.leaf), (code) => rowOf.get(code))
        : undefined;
    if (formula !== undefined) formulas.set(points(row), formula);
  });
  if (!kinds.some(({ is }) => is === "total")) return formulas;
  const parts = (parent: number | undefined): readonly string[] => [
    ...plan.nodes.filter((node) => node.parent === parent).map(({ id }) => id),
    ...plan.leaves.filter(({ above }) => above.at(-1) === parent).map(({ id }) => id),
  ];
  const sumOf = (ids: readonly string[]): string =>
    `SUM(${ids
      .flatMap((id) => rowOf.get(id) ?? [])
      .map(points)
      .join(",")})`;
  for (const { id, index } of plan.nodes) {
    const row = rowOf.get(id);
    if (row !== undefined) formulas.set(points(row), sumOf(parts(index)));
  }
  const last = kinds.findIndex(({ is }) => is === "total");
  formulas.set(points(last), sumOf(parts(undefined)));
  return formulas;
}

/** The points that the figures of a leaf give, where a spreadsheet can say them as the set does. */
function pointsFormula(
  plan: Plan,
  leaf: Leaf,
  options: OptionList | undefined,
  rowOf: (code: string) => number | undefined,
): string | undefined {
  const figures = rowFigures(leaf.rule);
  const cell = (key: string): string => address(rowOf(figureCode(leaf.id, key)) ?? 0, at.figures);
  const formula = ruleFormula(leaf.rule, leaf.context, {
    cell,
    isMarked: (key) =>
      options === undefined
        ? `${cell(key)}="${viForm.yes}"`
        : `${address(rowOf(leaf.id) ?? 0, at.figures)}=${options.named(figures.findIndex((it) => it.key === key))}`,
  });
  const { items, places, mode } = plan.set.policies.rounding;
  if (formula === undefined || items !== true) return formula;
  const value = roundFormula(`ROUND(${formula},12)`, places, mode);
  return value && `IFERROR(${value},"")`;
}

/** Tells whether an officer writes in a cell. */
function isInput(kind: RowKind | undefined, column: number, isComputed: boolean): boolean {
  if (kind?.is === "figure") return column === at.figures;
  if (kind?.is !== "leaf") return false;
  if (column === at.figures) return kind.leaf.notApplicable !== undefined || isChoice(kind.leaf);
  if (column === at.points) return !isComputed;
  return column === at.evidence || column === at.explanation;
}

interface LookAt {
  readonly row: number;
  readonly column: number;
  readonly formulas: ReadonlyMap<string, string>;
  /** True where the day of an explanation is asked. */
  readonly isDay: boolean;
  /** True of the sentence that says how the form is filled in. */
  readonly isGuide: boolean;
}

function formLook(kind: RowKind | undefined, { row, column, formulas, isDay, isGuide }: LookAt): CellLook {
  const right = column === at.max || column === at.points ? ({ align: "right" } as const) : {};
  if (kind === undefined || kind.is === "head")
    return isDay && column === at.figures
      ? { fill: "input", locked: false, border: true, format: "@", wrap: false }
      : { bold: row === 0 || (column === 0 && !isGuide), wrap: row > 0 && column !== at.figures };
  if (kind.is === "foot") return { bold: true, wrap: false, locked: false };
  if (kind.is === "heading") return { bold: true, fill: "title", border: true, align: "center" };
  if (kind.is === "node" || kind.is === "total") return { bold: true, fill: "title", border: true, ...right };
  if (kind.is === "shown") return { fill: "muted", border: true, ...right };
  const isText = column === at.evidence || column === at.explanation;
  const aligned = column === at.figures ? ({ align: "center" } as const) : right;
  const isCode = kind.is === "figure" && column === at.code;
  if (!isInput(kind, column, formulas.has(address(row, column))))
    return { border: true, ...aligned, ...(isCode ? { quiet: true } : {}) };
  // What is typed there is a percentage, and shows as one.
  const isPercent = kind.is === "figure" && kind.figure.holds === "percent";
  const format = isText ? "@" : isPercent ? "0.0########%" : undefined;
  return { fill: "input", locked: false, border: true, ...(isText ? {} : aligned), format };
}

function formRules({ kinds, lists }: FormParts, formulas: ReadonlyMap<string, string>): readonly CellRule[] {
  const ranges = new Map<string, { readonly rule: Omit<CellRule, "range">; readonly cells: string[] }>();
  const add = (row: number, column: number, rule: Omit<CellRule, "range">): void => {
    const key = JSON.stringify(rule);
    const known = ranges.get(key) ?? { rule, cells: [] };
    ranges.set(key, known);
    known.cells.push(address(row, column));
  };
  const whole = { check: { number: "whole" }, error: viForm.checkCount } as const;
  const ofFigure: Readonly<Record<Figure["holds"], Omit<CellRule, "range"> | undefined>> = {
    "one-of": undefined,
    mark: { check: { list: `"${viForm.yes},${viForm.no}"` }, error: viForm.checkMark },
    count: whole,
    decimal: undefined,
    percent: { check: { number: "decimal" }, error: viForm.checkPercent },
  };
  kinds.forEach((kind, row) => {
    if (kind.is === "figure") {
      const rule = ofFigure[kind.figure.holds];
      if (rule !== undefined) add(row, at.figures, rule);
    }
    if (kind.is !== "leaf") return;
    const options = lists.get(kind.leaf);
    if (options !== undefined)
      add(row, at.figures, { check: { list: options.list }, error: viForm.checkOption });
    else if (isInput(kind, at.figures, false))
      add(row, at.figures, { check: { list: `"${viSheets.claim}"` }, error: viForm.checkClaim });
    const most = decimalCell(kind.leaf.item.maxPoints);
    if (isInput(kind, at.points, formulas.has(address(row, at.points))) && typeof most === "number")
      add(row, at.points, { check: { number: "decimal", most }, error: viForm.checkPoints });
  });
  return [...ranges.values()].map(({ rule, cells }) => ({ ...rule, range: cells.join(" ") }));
}

/** The kinds of cells that have a list, in the order of the sheet of lists. */
const listedKinds = ["group", "stage", "decision", "form", "question", "deadline", "item"] as const;

const kindsInOrder: readonly Kind[] = listedKinds;

const listHeadings: Readonly<Record<(typeof listedKinds)[number], string>> = {
  group: viSheets.group,
  stage: viSheets.stage,
  decision: viSheets.kind,
  form: viSheets.questionnaire,
  question: viSheets.question,
  deadline: viSheets.deadline,
  item: viSheets.item,
};

const columnWidths: Readonly<Partial<Record<Kind, number>>> = {
  unit: 28,
  outside: 28,
  facts: 34,
  evidence: 44,
  count: 10,
  decimal: 10,
  day: 13,
  stage: 14,
  stages: 20,
  list: 26,
};

/** How many rows of a sheet have lists. */
const lastListed = 5000;

/** The workbook of a round, with lists to choose from. */
export function laidRound(set: CriteriaSet, round: Round | undefined): readonly LaidSheet[] {
  const plan = planOf(set, "laidRound");
  const names = namesInRound(plan, { units: [], councils: [] });
  const lists = listedKinds.map((kind) => {
    const shown = [...names[kind].values()].map((id) => nameOfId(names[kind], id));
    return [...new Set(kind === "question" ? questionsShown(plan, names) : shown)];
  });
  const listRange = (kind: Kind): string | undefined => {
    const column = kindsInOrder.indexOf(kind);
    const letter = columnLetters(column < 0 ? 0 : column);
    if (column >= 0) return `'${viForm.lists}'!$${letter}$2:$${letter}$${(lists[column]?.length ?? 0) + 1}`;
    if (kind === "unit") return `'${viSheets.units}'!$B$2:$B$${lastListed}`;
    if (kind === "council") return `'${viSheets.councils}'!$B$2:$B$${lastListed}`;
    return kind === "role" ? `'${viSheets.councils}'!$E$2:$E$${lastListed}` : undefined;
  };
  const [frame, ...sheets] = roundSheets(set, round);
  const laidSheets = sheets.map(({ name, rows }, index): LaidSheet => {
    const table = tableIds[index] ?? "units";
    const columns = sheetColumnsOf(plan, table);
    return {
      name,
      rows,
      heading: 0,
      widths: columns.map(({ kind }) => columnWidths[kind] ?? 22),
      look: (row, column) =>
        row === 0
          ? { bold: true, fill: "title", border: true, align: "center" }
          : { border: true, ...(columns[column]?.kind === "count" ? {} : { format: "@" as const }) },
      rules: columns.flatMap(({ kind }, column) => {
        const list = listRange(kind);
        const letter = columnLetters(column);
        const range = `${letter}2:${letter}${lastListed}`;
        return list === undefined ? [] : [{ range, check: { list }, error: viForm.checkList }];
      }),
      formulas: new Map(),
      isProtected: false,
    };
  });
  const first: LaidSheet = {
    ...listSheet([]),
    name: frame?.name ?? viSheets.frame,
    rows: frame?.rows ?? [],
    widths: [26, 60],
    look: (_, column) => ({ border: true, bold: column === 0, format: "@" }),
  };
  const last = listSheet(listedKinds.map((kind, at) => [listHeadings[kind], ...(lists[at] ?? [])]));
  return [first, ...laidSheets, last];
}

/** The register stands in the order of the list that was given, as officials have it everywhere. */
export function inOrderOfList(
  sheets: readonly LaidSheet[],
  list: ReadSheet | undefined,
): readonly LaidSheet[] {
  const names = (list?.rows ?? []).flatMap((row) => row.map(String));
  const order = new Map(names.map((name, at) => [name, at]));
  const placeOf = ([, name]: PlainRow): number => order.get(String(name)) ?? 0;
  return sheets.map((sheet) => {
    const [heading = [], ...units] = sheet.rows;
    if (sheet.name !== viSheets.units) return sheet;
    return { ...sheet, rows: [heading, ...units.sort((one, other) => placeOf(one) - placeOf(other))] };
  });
}

/** Counts as the sheets that `gather` reads. */
export function laidCounts(set: CriteriaSet, units: readonly Unit[], counted: Tally) {
  const value = {
    format: 1,
    set: set.id,
    edition: set.edition,
    title: set.title,
    status: "real",
    units,
    tally: counted,
  };
  const sheets = laidRound(set, {
    ...readRound(set, JSON.parse(JSON.stringify({ ...value, tally: undefined }))),
    tally: counted,
  });
  return sheets
    .filter(({ name }) => name === viSheets.survey || name === viSheets.frame)
    .map((sheet) => (sheet.name === viSheets.survey ? { ...sheet, rules: [] } : sheet));
}
