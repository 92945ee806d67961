// The communes' round as the folder of spreadsheets that it would be: the workbook of the round, and forms as units sent them.
import { readFileSync } from "node:fs";
import { type Answer, type CriteriaSet, type Evidence, type Round, readRound, type Unit } from "par-index";
import type { PlainRow, RowCell } from "par-index/check";
import { criteriaSet } from "par-index/criteria";
import { planOf } from "../../src/plan.ts";
import type { Rule } from "../../src/rule.ts";
import type { LaidSheet } from "../../src/sheets/laid-form.ts";
import { laidExplanation, laidForm, laidRound } from "../../src/sheets/laid-form.ts";
import { workbookBytes } from "../../src/workbook.ts";

/** Where the folder stands. */
export const officeFolderPath = new URL("../../docs/examples/hoa-lam-communes-2026/", import.meta.url);

/** The files of the folder by their names in it. */
export function officeFolder(): readonly (readonly [name: string, bytes: Uint8Array])[] {
  const set = criteriaSet("hoa-lam/commune/2026");
  const text = readFileSync(new URL("../hoa-lam-communes-2026.json", officeFolderPath), "utf8");
  const criteria = new URL("../../../criteria/hoa-lam/commune/2026.1.json", officeFolderPath);
  return [
    ["bo-tieu-chi.json", readFileSync(criteria)],
    ...officeFiles(set, readRound(set, JSON.parse(text))).map(
      ({ file, sheets }) => [file, workbookBytes(sheets)] as const,
    ),
  ];
}

/** How a file of the folder is named, and its sheets. */
interface OfficeFile {
  readonly file: string;
  readonly sheets: readonly LaidSheet[];
}

/** The workbook and the forms of a round; explanations stand in their forms and not in the workbook. */
export function officeFiles(set: CriteriaSet, round: Round): readonly OfficeFile[] {
  const explained = round.ledger.filter(({ kind }) => kind === "explain");
  const ledger = round.ledger.filter(({ kind }) => kind !== "explain");
  const forms = round.selfAssessments.flatMap(({ unit, answers }) => {
    const own = round.units.find(({ id }) => id === unit);
    const forms = own === undefined ? undefined : laidForm(set, { unit: own, round });
    return forms === undefined
      ? []
      : [{ file: `phieu/${unit}.xlsx`, sheets: filledForm(set, forms, answers) }];
  });
  const explanations = round.units.flatMap((unit) => explanationOf(set, round, unit, explained));
  return [{ file: "dot.xlsx", sheets: laidRound(set, { ...round, ledger }) }, ...forms, ...explanations];
}

function explanationOf(
  set: CriteriaSet,
  round: Round,
  unit: Unit,
  explained: Round["ledger"],
): readonly OfficeFile[] {
  const entries = explained.filter((entry) => entry.unit === unit.id);
  // As it was made: when the first appraisal was over.
  const ledger = round.ledger.filter(({ stage }) => stage === "first");
  const form = entries.length === 0 ? undefined : laidExplanation(set, { ...round, ledger }, unit);
  if (form === undefined) return [];
  const answers = entries.flatMap((entry): readonly Answer[] =>
    entry.kind !== "explain"
      ? []
      : [
          {
            item: entry.item,
            facts: entry.facts,
            points: entry.points,
            evidence: entry.evidence,
            ...(entry.notApplicable === undefined
              ? { explanation: entry.reason }
              : { notApplicable: entry.notApplicable }),
          },
        ],
  );
  const [filled, ...lists] = filledForm(set, form, answers);
  if (filled === undefined) return [];
  const [first] = entries;
  const rows = filled.rows.map((row) =>
    row[0] === "Ngày giải trình" ? ["Ngày giải trình", null, null, vietnameseDay(first?.date ?? "")] : row,
  );
  return [{ file: `giai-trinh/${unit.id}.xlsx`, sheets: [{ ...filled, rows }, ...lists] }];
}

/** A form with its answers typed in. */
function filledForm(
  set: CriteriaSet,
  [form, ...lists]: readonly LaidSheet[],
  answers: readonly Answer[],
): readonly LaidSheet[] {
  if (form === undefined) return [];
  const { leafOf } = planOf(set, "filledForm");
  const byItem = new Map(answers.map((answer) => [answer.item, answer]));
  // Points that the unit stated stand where the form would compute them.
  const formulas = new Map(form.formulas);
  const rows = form.rows.map((row, at): PlainRow => {
    const [item = "", key] = String(row[0] ?? "").split("#");
    const answer = byItem.get(item);
    if (answer === undefined) return row;
    const [code = null, title = null, maximum = null] = row;
    if (key !== undefined) return [code, title, maximum, figure(answer, key), ...row.slice(4)];
    const { facts, notApplicable, points, evidence, explanation } = answer;
    const given = facts !== undefined && "points" in facts ? facts.points : points;
    if (given !== undefined) formulas.delete(`E${at + 1}`);
    return [
      code,
      title,
      maximum,
      notApplicable === undefined ? optionTitleOf(leafOf.get(item)?.rule, facts) : "Không áp dụng",
      given === undefined ? null : Number(given),
      evidence.length === 0 ? null : evidence.map(documentLine).join("\n"),
      notApplicable?.reason ?? explanation ?? null,
      ...row.slice(7),
    ];
  });
  return [{ ...form, rows, formulas }, ...lists];
}

/** The words of the option that holds, as they are chosen from the list of the item's own cell. */
function optionTitleOf(rule: Rule | undefined, facts: Answer["facts"]): RowCell {
  if (rule?.kind !== "choice" || facts === undefined || !("choice" in facts)) return null;
  return rule.options.find(({ id }) => id === facts.choice)?.title.vi ?? null;
}

function figure({ facts }: Answer, key: string): RowCell {
  if (facts === undefined) return null;
  if ("parts" in facts) return facts.parts.includes(key) ? "x" : "không";
  if ("breaches" in facts) return facts.breaches.find(({ breach }) => breach === key)?.count ?? null;
  const value = (facts as Readonly<Record<string, string | number>>)[key] ?? null;
  if (typeof value !== "string") return value;
  // A number where it keeps its digits; a percentage shows as it is typed.
  const number = Number(key === "percent" ? `${value}e-2` : value);
  return /\.\d*0$/.test(value) ? value.replace(".", ",") : number;
}

const vietnameseDay = (day: string): string => day.split("-").reverse().join("/");

const documentLine = ({ number, issuer, date, title, section, page }: Evidence): string =>
  [...[number, issuer, vietnameseDay(date), title], ...[section && `mục ${section}`, page && `trang ${page}`]]
    .filter((it) => it !== undefined)
    .join("; ");
