/**
 * What a criteria file says of itself: its id, period, edition, decisions and status, the citations that an official set
 * owes, the framework that it fills, and which edition is in force on a day.
 */

import type { Citation, CriteriaSet, IsoDate, Item } from "../criteria-set.ts";
import { type Issue, inFileOrder, report as newReport, type Path, type Report } from "../issue.ts";
import { isDay } from "../shape.ts";
import { type Message, message } from "../words/words.ts";
import { assertCriteriaSet } from "./brand.ts";
import { type Draft, type DraftFile, type Names, refer, type Tree } from "./tree.ts";

/** Checks what the head says of itself. */
export function checkHead(file: DraftFile, report: Report): void {
  const { from, to } = file.period ?? {};
  if (from !== undefined && to !== undefined && from > to)
    report("period-reversed", ["period", "to"], { found: to, from });
  checkId(file, report);
  checkEdition(file, report);
  file.decisions?.forEach((decision, at) => {
    const { date, number = "" } = decision ?? {};
    // Decisions are often dated late in the period that they govern; only one dated after it is odd. A summary rests on
    // the publication of the result, which always follows its period.
    if (to === undefined || date === undefined || date <= to || file.status === "summary") return;
    report("decision-after-period", ["decisions", at, "date"], { found: date, expected: to, number });
  });
  if (file.decisions?.length !== 0) return;
  if (file.status === "official") report("official-without-decision", ["decisions"]);
  if (file.status === "summary") report("summary-without-decision", ["decisions"]);
}

/** The id is the path of the file: issuer, level and period, which the file says again. */
function checkId(file: DraftFile, report: Report): void {
  const { id, level } = file;
  if (id === undefined) return;
  const parts = id.split("/");
  const [, idLevel, idPeriod] = parts;
  if (parts.length !== 3 || parts.includes("")) return report("set-id-form", ["id"], { found: id });
  if (level !== undefined && idLevel !== level)
    report("set-id-level-differs", ["id"], { found: idLevel ?? "", expected: level });
  const named = periodNamed(idPeriod ?? "");
  if (named === undefined) return report("set-id-period-form", ["id"], { found: idPeriod ?? "" });
  const { from, to } = file.period ?? {};
  if (from === undefined || to === undefined || from > to) return;
  if (named.isWithinYear) {
    if (from === named.from && to === named.to) return;
    const facts = { id: idPeriod ?? "", from: named.from, to: named.to, found: from, until: to };
    return report("period-days-differ", ["period"], facts);
  }
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  const period = first === last ? first : `${first}-${last}`;
  if (idPeriod !== period)
    report("set-id-period-differs", ["id"], { found: idPeriod ?? "", expected: period });
}

/** The days of a period that an id names. */
interface NamedPeriod {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** True for a half, a quarter and a month: their days are those of the calendar. */
  readonly isWithinYear: boolean;
}

/**
 * The days of `2026`, `2025-2026`, `2026-h1`, `2026-q1` or `2026-03`; undefined where the end of an id is none of these,
 * or a span that runs backwards.
 */
export function periodNamed(name: string): NamedPeriod | undefined {
  const [, year = "", until = year] = /^(\d{4})(?:-(\d{4}))?$/.exec(name) ?? [];
  if (year !== "")
    return until < year || name === `${year}-${year}`
      ? undefined
      : { from: `${year}-01-01`, to: `${until}-12-31`, isWithinYear: false };
  const [, of = "", part = ""] = /^(\d{4})-(h[12]|q[1-4]|0[1-9]|1[0-2])$/.exec(name) ?? [];
  if (of === "") return undefined;
  const months = part.startsWith("h") ? 6 : part.startsWith("q") ? 3 : 1;
  const last = months * Number(part.replace(/^[hq]/, ""));
  const month = (number: number): string => `${of}-${String(number).padStart(2, "0")}`;
  const end = ["31", "30", "29", "28"].find((day) => isDay(`${month(last)}-${day}`)) ?? "";
  return { from: `${month(last - months + 1)}-01`, to: `${month(last)}-${end}`, isWithinYear: true };
}

function checkEdition(file: DraftFile, report: Report): void {
  const { edition, editionNote, framework } = file;
  const { to } = file.period ?? {};
  if (edition !== undefined && edition > 1 && !("editionNote" in file))
    report("edition-note-missing", ["edition"], { found: edition });
  if (edition === 1 && "editionNote" in file) report("edition-note-on-first", ["editionNote"], {});
  const issued = editionNote?.kind === "issued" ? editionNote.from : undefined;
  if (issued !== undefined && to !== undefined && issued > to)
    report("edition-after-period", ["editionNote", "from"], { found: issued, expected: to });
  if (file.isFramework === true && "framework" in file) report("framework-of-framework", ["framework"], {});
  if (framework?.set !== undefined && framework.set === file.id)
    report("framework-is-itself", ["framework", "set"], { found: framework.set });
}

/** What may carry a citation, and how an issue calls it. */
interface Cited {
  readonly holder: { readonly citation?: Draft<Citation> } | undefined;
  readonly path: Path;
  readonly what: Message;
}

/** Every citation names a listed decision; in an official set nothing goes without one. */
export function checkCitations(tree: Tree, file: DraftFile, decisions: Names, report: Report): void {
  const sides = (["bonus", "penalty"] as const).flatMap((side) =>
    (file[side]?.lines ?? []).map((line, at) => ({ line, path: [side, "lines", at] })),
  );
  const holders: readonly Cited[] = [
    ...tree.nodes
      .filter(({ whole }) => whole)
      .map(({ draft, path, number = "" }) => ({
        holder: draft,
        path,
        what: message("named.cited.item", { number }),
      })),
    ...sides.map(({ line, path }) => ({
      holder: line,
      path,
      what: message("named.cited.line", { number: line?.number ?? "" }),
    })),
    ...(file.calendar ?? []).map((deadline, at) => ({
      holder: deadline,
      path: ["calendar", at],
      what: message("named.cited.deadline", {
        title:
          deadline?.title?.vi === undefined
            ? ""
            : { vi: deadline.title.vi, en: deadline.title.en ?? deadline.title.vi },
      }),
    })),
    ...(file.exemptions ?? []).map((exemption, at) => ({
      holder: exemption,
      path: ["exemptions", at],
      what: message("named.cited.exemption", { kind: exemption?.kind ?? "" }),
    })),
  ];
  for (const { holder, path, what } of holders) {
    refer(holder?.citation?.decision, decisions, [...path, "citation", "decision"], report);
    if (file.status === "official" && holder !== undefined && !("citation" in holder))
      report("missing-citation", path, { what });
  }
  const cited = holders.some(({ holder }) => holder?.citation !== undefined);
  if (cited && file.decisions?.length === 0 && file.status === "illustrative")
    report("citations-without-decisions", ["decisions"]);
}

/**
 * Checks that a set fills a framework.
 *
 * @param framework The framework, a set with `isFramework`.
 * @param set The set that fills it; its `framework` names the framework's id and edition.
 *
 * @returns The issues, with paths into the set, in its order; empty where the set fills the framework.
 *
 * @throws TypeError if one of them was not made by `readCriteriaSet`.
 *
 * @example
 * ```ts
 * import { checkFramework } from "par-index/check";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("hoa-lam/department/2026");
 * checkFramework(set, set).map(({ code }) => code); // => [ 'framework-not-one' ]
 * ```
 */
export function checkFramework(set: CriteriaSet, framework: CriteriaSet): readonly Issue[] {
  assertCriteriaSet(framework, "checkFramework");
  assertCriteriaSet(set, "checkFramework");
  const report = newReport();
  if (!framework.isFramework) {
    report("framework-not-one", [], { found: framework.id });
    return Object.freeze(report.issues);
  }
  const expected = `${framework.id}, ${framework.edition}`;
  const found = set.framework === undefined ? "–" : `${set.framework.set}, ${set.framework.edition}`;
  if (found !== expected) report("framework-other", ["framework"], { found, expected });
  checkItems(framework.items, set.items, ["items"], report);
  return inFileOrder(set, report.issues);
}

/** Items of one level, matched by their numbers; below the framework's leaves everything is free. */
function checkItems(fixed: readonly Item[], given: readonly Item[], path: Path, report: Report): void {
  const models = new Map(fixed.map((model) => [model.number, model]));
  const missing = new Map(models);
  for (const [at, item] of given.entries()) {
    const place = [...path, at];
    const about = { item };
    const model = models.get(item.number);
    missing.delete(item.number);
    if (model === undefined) {
      report("framework-item-added", place, { found: item.number }, about);
      continue;
    }
    if (item.maxPoints !== model.maxPoints) {
      const facts = { found: item.maxPoints, expected: model.maxPoints };
      report("framework-maximum-differs", [...place, "maxPoints"], facts, about);
    }
    if (item.title.vi !== model.title.vi) {
      const facts = { found: item.title.vi, expected: model.title.vi };
      report("framework-title-differs", [...place, "title", "vi"], facts, about);
    }
    if (model.items !== undefined) checkItems(model.items, item.items ?? [], [...place, "items"], report);
  }
  for (const { number, title } of missing.values())
    report("framework-item-missing", path, { expected: number, title: title.vi });
}

/** What decides when an edition is in force. */
type Dated = Pick<CriteriaSet, "edition" | "editionNote" | "period">;

/** An edition with the first day on which it is in force. */
interface InForce<S> {
  /** The edition. */
  readonly set: S;
  /** The first day on which it is in force. */
  readonly from: IsoDate;
}

/**
 * The editions that are in force on some day, with their first days, in the order of their numbers. The first edition is
 * in force from the first day of its period; a corrected edition stands in the place of its predecessor, which is gone.
 */
export function editionsInForce<S extends Dated>(editions: readonly S[]): readonly InForce<S>[] {
  const standing: InForce<S>[] = [];
  for (const set of [...editions].sort((a, b) => a.edition - b.edition)) {
    const replaced = set.editionNote?.kind === "corrected" ? standing.pop() : undefined;
    standing.push({ set, from: replaced?.from ?? set.editionNote?.from ?? set.period.from });
  }
  return standing;
}

/** The edition in force on a day: of those that have begun the one with the highest number; undefined before the first. */
export const editionOn = <S extends Dated>(editions: readonly S[], on: IsoDate): S | undefined =>
  editionsInForce(editions).findLast(({ from }) => from <= on)?.set;
