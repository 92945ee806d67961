/**
 * The head of a criteria file: its id, period, edition, decisions and status, and the citations that an official set
 * owes for every node, line, deadline and exemption (design 3.11, 3.15, 5).
 */

import type { Citation } from "../criteria-set.ts";
import type { Path, Report } from "../issue.ts";
import { type Names, refer } from "./criteria-names.ts";
import type { CriteriaFile } from "./criteria-schema.ts";
import type { Tree } from "./criteria-tree.ts";
import type { Draft } from "./draft.ts";

type File = NonNullable<Draft<CriteriaFile>>;

/** Checks what the head says of itself. */
export function checkHead(file: File, report: Report): void {
  checkPeriod(file, report);
  checkId(file, report);
  checkEdition(file, report);
  const to = file.period?.to;
  file.decisions?.forEach((decision, at) => {
    // Decisions are often dated late in the period that they govern; only one dated after it is odd (3.11).
    // A summary rests on the publication of the result, which always follows its period (3.15).
    if (to === undefined || decision?.date === undefined || decision.date <= to || file.status === "summary")
      return;
    report("decision-after-period", ["decisions", at, "date"], {
      found: decision.date,
      expected: to,
      number: decision.number ?? "",
    });
  });
  if (file.decisions?.length !== 0) return;
  if (file.status === "official") report("official-without-decision", ["decisions"]);
  if (file.status === "summary") report("summary-without-decision", ["decisions"]);
}

function checkPeriod(file: File, report: Report): void {
  const { from, to } = file.period ?? {};
  if (from !== undefined && to !== undefined && from > to)
    report("period-reversed", ["period", "to"], { found: to, from });
}

/** The id is the path of the file: issuer, level and period, which the file says again. */
function checkId(file: File, report: Report): void {
  const { id, level } = file;
  if (id === undefined) return;
  const parts = id.split("/");
  const [, idLevel, idPeriod] = parts;
  if (parts.length !== 3 || parts.includes("")) return report("set-id-form", ["id"], { found: id });
  if (level !== undefined && idLevel !== level)
    report("set-id-level-differs", ["id"], { found: idLevel ?? "", expected: level });
  const { from, to } = file.period ?? {};
  if (from === undefined || to === undefined || from > to) return;
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  const period = first === last ? first : `${first}-${last}`;
  if (idPeriod !== period)
    report("set-id-period-differs", ["id"], { found: idPeriod ?? "", expected: period });
}

function checkEdition(file: File, report: Report): void {
  const { edition, editionNote, framework } = file;
  if (edition !== undefined && edition > 1 && !("editionNote" in file))
    report("edition-note-missing", ["edition"], { found: edition });
  if (edition === 1 && "editionNote" in file) report("edition-note-on-first", ["editionNote"], {});
  const { to } = file.period ?? {};
  if (
    editionNote?.kind === "issued" &&
    editionNote.from !== undefined &&
    to !== undefined &&
    editionNote.from > to
  ) {
    report("edition-after-period", ["editionNote", "from"], { found: editionNote.from, expected: to });
  }
  if (file.isFramework === true && "framework" in file) report("framework-of-framework", ["framework"], {});
  if (framework?.set !== undefined && framework.set === file.id)
    report("framework-is-itself", ["framework", "set"], { found: framework.set });
}

/** Every citation names a listed decision; in an official set nothing goes without one. */
export function checkCitations(tree: Tree, file: File, decisions: Names, report: Report): void {
  let cited = false;
  const check = (
    holder: { readonly citation?: Draft<Citation> } | undefined,
    path: Path,
    what: { vi: string; en: string },
    item?: string,
  ): void => {
    if (holder === undefined) return;
    const { citation } = holder;
    cited ||= citation !== undefined;
    refer(
      citation?.decision,
      decisions,
      "unknown-decision",
      [...path, "citation", "decision"],
      report,
      {},
      { item },
    );
    if (file.status === "official" && !("citation" in holder)) {
      report("missing-citation", path, { whatVi: what.vi, whatEn: what.en }, { item });
    }
  };
  for (const { draft, path, number, whole } of tree.nodes) {
    if (whole) check(draft, path, { vi: `Mục ${number ?? ""}`, en: `Item ${number ?? ""}` }, number);
  }
  for (const side of ["bonus", "penalty"] as const) {
    file[side]?.lines?.forEach((line, at) => {
      check(
        line,
        [side, "lines", at],
        { vi: `Dòng ${line?.number ?? ""}`, en: `Line ${line?.number ?? ""}` },
        line?.number,
      );
    });
  }
  file.calendar?.forEach((deadline, at) => {
    check(deadline, ["calendar", at], {
      vi: `Thời hạn “${deadline?.title?.vi ?? ""}”`,
      en: `The deadline “${deadline?.title?.en ?? deadline?.title?.vi ?? ""}”`,
    });
  });
  file.exemptions?.forEach((exemption, at) => {
    check(exemption, ["exemptions", at], {
      vi: `Dòng miễn cho loại “${exemption?.kind ?? ""}”`,
      en: `The exemption of kind “${exemption?.kind ?? ""}”`,
    });
  });
  if (cited && file.decisions?.length === 0 && file.status === "illustrative") {
    report("citations-without-decisions", ["decisions"]);
  }
}
