// Fills in the template of a spreadsheet from a self-assessment, as an officer would: the way back of what is tested.
import type { Answer, CriteriaSet, Evidence, SelfAssessment } from "par-index";
import { type RowCell, selfAssessmentRows } from "par-index/check";

/** A sheet that a test may change. */
export type Sheet = RowCell[][];

/** The template of a set, filled in. */
export function filledRows(set: CriteriaSet, { answers }: SelfAssessment): Sheet {
  const byItem = new Map(answers.map((answer) => [answer.item, answer]));
  return selfAssessmentRows(set).map((row, at) => {
    if (at === 0) return [...row];
    const [code, title, maximum] = row as [string, string, number];
    const [item = "", key] = code.split("#");
    const answer = byItem.get(item);
    if (answer === undefined) return [code, title, maximum, null, null, null, null];
    if (key !== undefined) return [code, title, maximum, figure(answer, key), null, null, null];
    const { facts, notApplicable } = answer;
    return [
      code,
      title,
      maximum,
      notApplicable === undefined ? null : "Không áp dụng",
      comma((facts !== undefined && "points" in facts ? facts.points : answer.points) ?? null),
      answer.evidence.length === 0 ? null : answer.evidence.map(line).join("\n"),
      notApplicable?.reason ?? answer.explanation ?? null,
    ];
  });
}

/** The row of a code. */
export const rowOf = (sheet: Sheet, code: string): RowCell[] =>
  sheet.find(([first]) => first === code) ?? expectRow(code);

function expectRow(code: string): never {
  throw new Error(`the template has no row ${code}`);
}

function figure({ facts }: Answer, key: string): RowCell {
  if (facts === undefined) return null;
  if ("choice" in facts) return facts.choice === key ? "x" : null;
  if ("parts" in facts) return facts.parts.includes(key) ? "x" : "không";
  if ("breaches" in facts) return facts.breaches.find(({ breach }) => breach === key)?.count ?? null;
  const value = (facts as Readonly<Record<string, string | number>>)[key] ?? null;
  return typeof value === "string" ? comma(value) : value;
}

const comma = (text: string | null): string | null => (text === null ? null : text.replace(".", ","));

const line = ({ number, issuer, date, title, section, page }: Evidence): string =>
  [
    number,
    issuer,
    date.split("-").reverse().join("/"),
    ...(title === undefined ? [] : [title]),
    ...(section === undefined ? [] : [`mục ${section}`]),
    ...(page === undefined ? [] : [`trang ${page}`]),
  ].join("; ");
