/**
 * The linter of criteria files: what is valid and still likely to hide a slip, because the file does not repeat what
 * the annex repeats (issue of missing redundancy), or declares what can never have an effect. Warnings only.
 */

import type { Report } from "../issue.ts";
import type { CriteriaFile } from "./criteria-schema.ts";
import type { Tree } from "./criteria-tree.ts";
import type { Draft } from "./draft.ts";

type File = NonNullable<Draft<CriteriaFile>>;

/**
 * Reports missing redundancy and settings without effect. Where a row could not be read, or `sumsHold` is false, the row
 * that would give a setting its effect may be the one that is missing.
 */
export function lintCriteria(tree: Tree, file: File, sumsHold: boolean, report: Report): void {
  const settled = tree.complete && sumsHold;
  if (file.isFramework !== true) lintSources(tree, file, settled, report);
  lintRedundancy(tree, file, settled, report);
  lintEffect(tree, file, settled, report);
}

function lintSources(tree: Tree, file: File, settled: boolean, report: Report): void {
  const used = new Set(tree.leaves.map(({ draft }) => draft.source));
  const declared = new Set(file.sources?.map((source) => source?.id));
  // A source that no leaf uses may be what an unreadable or misspelt one meant.
  const sound = settled && !used.has(undefined) && [...used].every((id) => declared.has(id));
  file.sources?.forEach((source, at) => {
    if (source?.id === undefined) return;
    const path = ["sources", at];
    if (!used.has(source.id)) {
      // With a declared total the difference has been reported.
      if (sound && !("maxPoints" in source)) report("source-not-used", path, { found: source.id });
      return;
    }
    if (!("maxPoints" in source) || !("leaves" in source))
      report("source-without-totals", path, { source: source.title?.vi ?? source.id });
  });
}

function lintRedundancy(tree: Tree, file: File, settled: boolean, report: Report): void {
  const { totals, grades } = file;
  if (totals !== undefined && (!("counts" in totals) || !("leaves" in totals))) {
    const missing = (["counts", "leaves"] as const).filter((key) => !(key in totals));
    report("no-declared-totals", ["totals"], { found: missing.join(", ") });
  }
  // A published total needs no example, and survey points come from tallies alone.
  const exemplary = tree.leaves.filter(
    ({ draft }) => draft.rule !== undefined && !["direct", "survey", "relative"].includes(draft.rule.kind),
  );
  if (
    settled &&
    file.status !== "summary" &&
    exemplary.length > 0 &&
    !tree.leaves.some(({ draft }) => "examples" in draft)
  )
    report("no-examples", ["items"], {});
  const bare = grades?.findIndex((grade, at) => at > 0 && grade !== undefined && !("below" in grade)) ?? -1;
  if (bare >= 0) report("grade-without-below", ["grades", bare], { title: grades?.[bare]?.title?.vi ?? "" });
}

function lintEffect(tree: Tree, file: File, settled: boolean, report: Report): void {
  const { policies, kinds, exemptions } = file;
  const allowing = tree.leaves.some(
    ({ draft }) =>
      draft.notApplicable === true || ("notApplicable" in draft && draft.notApplicable === undefined),
  );
  if (policies?.notApplicable !== undefined && settled && !allowing) {
    report("consequence-without-use", ["policies", "notApplicable"], { found: policies.notApplicable });
  }
  const sound = exemptions?.every(
    (exemption) => exemption?.kind !== undefined && kinds?.some((kind) => kind?.id === exemption.kind),
  );
  kinds?.forEach((kind, at) => {
    if (
      kind?.id === undefined ||
      sound !== true ||
      exemptions?.some((exemption) => exemption?.kind === kind.id)
    )
      return;
    report("kind-not-used", ["kinds", at, "id"], { found: kind.id });
  });
}
