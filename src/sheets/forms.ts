/**
 * The forms of a round together: which sheet of a file is a form, whose it is, which of several forms of one unit is
 * read, and what all of them say, as self-assessments and as explanations in the ledger. What one form says is read in
 * `filled-form.ts`.
 */
import type { CriteriaSet } from "../criteria-set.ts";
import { hasErrors, type Issue, report as newReport } from "../issue.ts";
import { isRecord } from "../plain.ts";
import { nearest, writtenDay } from "../shape.ts";
import { viForm } from "../words/vi.ts";
import { cellsOf, folded, placedIssue } from "./cell.ts";
import { judgeRows } from "./filled-form.ts";
import { headCells, headerOf } from "./form.ts";
import {
  type Flat,
  nameOfId,
  type ReadSheet,
  type SheetNames,
  sheetLabel,
  sheetListed,
} from "./round-sheets.ts";

/** The sheets with the heading row of a form; where none has it whole, those with one that lacks a column. */
export function formSheets(sheets: readonly ReadSheet[]): readonly ReadSheet[] {
  const read = sheets.map((sheet) => {
    const report = newReport();
    const isWhole = headerOf(cellsOf(sheet.rows, "gather"), report) !== undefined;
    return { sheet, isWhole, isNone: report.issues.some(({ code }) => code === "rows-without-header") };
  });
  const whole = read.filter(({ isWhole }) => isWhole);
  return (whole.length > 0 ? whole : read.filter(({ isNone }) => !isNone)).map(({ sheet }) => sheet);
}

/** What forms say. */
interface FormsReading {
  readonly assessments: readonly Record<string, unknown>[];
  /** The explanations, as entries of the ledger. */
  readonly explanations: readonly Flat[];
  /** The form of explanation of each unit, as issues name it. */
  readonly labels: ReadonlyMap<unknown, string>;
  readonly issues: readonly Issue[];
}

/** A form whose unit is known. */
interface OpenedForm {
  readonly form: ReadSheet;
  readonly label: string;
  readonly head: ReturnType<typeof headCells>;
  readonly unit: string;
  readonly isExplanation: boolean;
}

/** A form with its unit; undefined after what is wrong with its head was said. */
function openedForm(form: ReadSheet, names: SheetNames, issues: Issue[]): OpenedForm | undefined {
  const label = sheetLabel(form);
  const report = newReport();
  const cells = cellsOf(form.rows, "readRoundSheets");
  const header = headerOf(cells, report);
  const head = header === undefined ? {} : headCells(cells, header);
  const said = head.unit?.text;
  const unit = said === undefined ? undefined : names.unit.get(folded(said));
  const { beside } = head.unit ?? {};
  const named = beside === undefined ? undefined : names.unit.get(folded(beside));
  const path = head.unit?.path ?? [];
  if (header !== undefined && unit === undefined) {
    const near =
      said === undefined ? undefined : names.unit.get(nearest(folded(said), [...names.unit.keys()]) ?? "");
    report("form-unit-unknown", path, { found: said, expected: near && nameOfId(names.unit, near) });
  } else if (named !== undefined && unit !== undefined && named !== unit)
    report("form-names-two-units", path, { found: beside, expected: nameOfId(names.unit, unit) });
  issues.push(...report.issues.map((it) => placedIssue({ ...it, path: [label, ...it.path] })));
  if (header === undefined || unit === undefined || report.issues.length > 0) return undefined;
  return { form, label, head, unit, isExplanation: header.isExplanation };
}

/** Tells a form as it was given out from one that somebody wrote in. */
function isAsGivenOut(set: CriteriaSet, { form, unit }: OpenedForm): boolean {
  const { written, issues } = judgeRows(set, form.rows, { unit }, "readRoundSheets");
  return !hasErrors(issues) && isRecord(written) && sheetListed(written["answers"]).length === 0;
}

/**
 * One form of each unit. Of several one that nobody wrote in is none; of others the one is read whose file has the name
 * that was given to it, else none.
 */
function chosenForms(
  set: CriteriaSet,
  forms: readonly ReadSheet[],
  names: SheetNames,
  issues: Issue[],
): readonly OpenedForm[] {
  // The sheet of lists that a form brings along is no form.
  const all = forms
    .filter(({ name }) => folded(name) !== folded(viForm.lists))
    .flatMap((form) => openedForm(form, names, issues) ?? []);
  const keyOf = ({ unit, isExplanation }: OpenedForm): string => `${isExplanation} ${unit}`;
  const isNamedSo = ({ form: { file = "" }, unit }: OpenedForm): boolean =>
    file.slice(file.lastIndexOf("/") + 1).replace(/\.\w+$/, "") === unit.replaceAll("/", "_");
  const rivalsOf = (list: readonly OpenedForm[]): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const one of list) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
    return counts;
  };
  const counts = rivalsOf(all);
  const written = all.filter((one) => (counts.get(keyOf(one)) ?? 0) < 2 || !isAsGivenOut(set, one));
  const filled = rivalsOf(written);
  const opened = all.filter((one) => written.includes(one) || !filled.has(keyOf(one)));
  const byKey = new Map<string, OpenedForm[]>();
  for (const one of opened) byKey.set(keyOf(one), [...(byKey.get(keyOf(one)) ?? []), one]);
  return opened.filter((one) => {
    const rivals = (byKey.get(keyOf(one)) ?? []).filter((other) => other !== one);
    if (rivals.length === 0) return true;
    const taken = [one, ...rivals].filter(isNamedSo);
    const isTaken = taken.length === 1 && taken[0] === one;
    if (isTaken) return true;
    const report = newReport();
    const place = [one.label, ...(one.head.unit?.path ?? [])];
    const facts = {
      found: nameOfId(names.unit, one.unit),
      expected: rivals.map(({ label }) => label),
      taken: taken.length === 1 ? taken[0]?.label : undefined,
    };
    report("form-twice", place, facts, { unit: one.unit });
    issues.push(...report.issues.map(placedIssue));
    return false;
  });
}

/** The self-assessments: what the forms say, with the days of the register; and the explanations. */
export function sheetFormsOf(
  set: CriteriaSet,
  value: Record<string, unknown>,
  { forms, names }: { readonly forms: readonly ReadSheet[]; readonly names: SheetNames },
): FormsReading {
  const issues: Issue[] = [];
  const answers = new Map<unknown, unknown>();
  const labels = new Map<unknown, string>();
  const explanations: Flat[] = [];
  const { title } = value;
  const round =
    isRecord(title) && typeof title["vi"] === "string" ? { title: { vi: title["vi"] } } : undefined;
  for (const { form, label, head, unit, isExplanation } of chosenForms(set, forms, names, issues)) {
    const known = [...names.unit]
      .filter(([, id]) => id === unit)
      .map(([name]) => ({ id: unit, name: { vi: name } }));
    const options = { unit, ...(round === undefined ? {} : { round: { ...round, units: known } }) };
    const { written, issues: own } = judgeRows(set, form.rows, options, "readRoundSheets");
    const given = isRecord(written) ? sheetListed(written["answers"]) : [];
    const seen = isExplanation ? own.filter(({ cell }) => cell !== undefined) : own;
    issues.push(...seen.map((it) => Object.freeze({ ...it, path: Object.freeze([label, ...it.path]) })));
    if (!isExplanation) answers.set(unit, given);
    else {
      labels.set(unit, label);
      const date = writtenDay(head.date?.text ?? "");
      if (date !== undefined)
        explanations.push(...given.filter(isRecord).map((it) => explanationOf(it, unit, date)));
      else if (given.length > 0) {
        const missing = newReport();
        missing("explanation-day-missing", [label], { found: head.date?.text }, { unit });
        issues.push(...missing.issues);
      }
    }
  }
  const registers = sheetListed(value["selfAssessments"]).filter(isRecord);
  const assessments = registers
    .filter(({ unit }) => answers.has(unit))
    .map((own) => ({ ...own, answers: answers.get(own["unit"]) }));
  return { assessments, explanations, labels, issues };
}

/** An answer on the form of an explanation, as an entry of the ledger: figures where there are some, else points. */
function explanationOf(answer: Flat, unit: string, date: string): Flat {
  const { item, facts, notApplicable, points, evidence, explanation } = answer;
  const claim = isRecord(notApplicable) ? notApplicable["reason"] : undefined;
  const isPoints = isRecord(facts) && "points" in facts;
  return {
    ...{ unit, item, stage: "first", by: "unit", date, kind: "explain" },
    ...(facts === undefined || isPoints ? {} : { facts }),
    ...(isPoints ? { points: facts["points"] } : {}),
    ...(facts === undefined && points !== undefined ? { points } : {}),
    ...(notApplicable === undefined ? {} : { notApplicable }),
    ...(evidence === undefined ? {} : { evidence }),
    ...((explanation ?? claim) === undefined ? {} : { reason: explanation ?? claim }),
  };
}
