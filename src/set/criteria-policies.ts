/**
 * Policies of a criteria file and what they refer to: limits, ranking, calendar, exemptions, bonus and penalty
 * lines (design 3.4, 3.8 to 3.11).
 */

import type { Report } from "../issue.ts";
import { compare, decimal, type Exact, exactText, least, sum } from "../number.ts";
import { checkRule, lineRuleKinds } from "../rule-shapes.ts";
import { reachOf } from "../rules.ts";
import { checkGrades } from "./criteria-grades.ts";
import { type Names, refer } from "./criteria-names.ts";
import type { CriteriaFile } from "./criteria-schema.ts";
import type { Tree } from "./criteria-tree.ts";
import type { Draft } from "./draft.ts";

type File = NonNullable<Draft<CriteriaFile>>;
type DraftLine = NonNullable<NonNullable<File["bonus"]>["lines"]>[number];

/** Checks the policies and all lists beside the tree but the survey. */
export function checkPolicies(
  tree: Tree,
  file: File,
  names: Readonly<Record<"items" | "sources" | "kinds", Names>>,
  report: Report,
): void {
  const { items, sources, kinds } = names;
  checkLimits(file, report);
  checkGrades(file, report);
  checkRanking(file, items, sources, report);
  checkCalendar(file, report);
  checkExemptions(tree, file, items, kinds, report);
  checkLines(tree, file, report);
}

function checkLimits(file: File, report: Report): void {
  const { max, min } = file.policies?.limits ?? {};
  if (max !== undefined && min !== undefined && compare(decimal(min), decimal(max)) >= 0) {
    report("limits-reversed", ["policies", "limits", "min"], { found: min, expected: `< ${max}` });
  }
  const late = file.policies?.late;
  if (
    late?.kind === "per-day" &&
    late.cap !== undefined &&
    compare(decimal(late.cap), decimal(late.points)) < 0
  ) {
    report("late-cap-below-day", ["policies", "late", "cap"], {
      found: late.cap,
      expected: `≥ ${late.points}`,
    });
  }
  const deadlines = file.calendar?.map((deadline) => deadline?.id);
  if (late === undefined || late.kind === "flag" || deadlines === undefined || deadlines.includes(undefined))
    return;
  if (!deadlines.includes("self-assessment"))
    report("late-without-deadline", ["policies", "late"], { found: late.kind });
}

function checkRanking(file: File, items: Names, sources: Names, report: Report): void {
  const seen = new Set<string>();
  file.ranking?.tieBreakers?.forEach((breaker, at) => {
    if (breaker?.by === undefined || breaker.id === undefined) return;
    const path = ["ranking", "tieBreakers", at, "id"];
    if (breaker.by === "item") refer(breaker.id, items, "unknown-item", path, report);
    else refer(breaker.id, sources, "unknown-source", path, report);
    const key = `${breaker.by} ${breaker.id}`;
    if (seen.has(key)) report("tie-breaker-repeated", path, { found: breaker.id });
    seen.add(key);
  });
}

function checkCalendar(file: File, report: Report): void {
  const from = file.period?.from;
  file.calendar?.forEach((deadline, at) => {
    if (deadline === undefined) return;
    const path = ["calendar", at];
    const title = deadline.title?.vi ?? deadline.id ?? "";
    const [before, by] = ["before" in deadline, "by" in deadline];
    if (before && by) report("deadline-twice", [...path, "by"], { title });
    if (!before && !by) report("deadline-without-day", path, { title });
    const day = deadline.before ?? deadline.by;
    if (day !== undefined && from !== undefined && day < from) {
      report("deadline-before-period", [...path, before ? "before" : "by"], {
        found: day,
        expected: `≥ ${from}`,
        title,
      });
    }
  });
}

function checkExemptions(tree: Tree, file: File, items: Names, kinds: Names, report: Report): void {
  const seen = new Set<string>();
  file.exemptions?.forEach((exemption, at) => {
    const path = ["exemptions", at];
    refer(exemption?.kind, kinds, "unknown-kind", [...path, "kind"], report);
    exemption?.items?.forEach((id, position) => {
      const place = [...path, "items", position];
      if (id === undefined || !refer(id, items, "unknown-item", place, report)) return;
      const node = tree.byId.get(id);
      const about = { item: node?.number };
      const key = `${exemption.kind} ${id}`;
      if (seen.has(key)) report("exemption-repeated", place, { found: id }, about);
      seen.add(key);
      if (node === undefined || !node.whole) return;
      if (!node.leaf) report("exemption-of-inner-node", place, { found: id }, about);
      else if (!("notApplicable" in node.draft)) report("exemption-not-allowed", place, { found: id }, about);
    });
  });
}

function checkLines(tree: Tree, file: File, report: Report): void {
  const ids = new Set<string>();
  const numbers = new Set<string>();
  for (const side of ["bonus", "penalty"] as const) {
    const lines = file[side];
    const cap = lines?.cap === undefined ? undefined : decimal(lines.cap);
    const reaches: (Exact | undefined)[] = [];
    lines?.lines?.forEach((line, at) => {
      const path = [side, "lines", at];
      const about = { item: line?.number };
      if (line?.id !== undefined) {
        if (tree.byId.has(line.id)) report("line-id-is-item-id", [...path, "id"], { found: line.id }, about);
        else if (ids.has(line.id)) report("duplicate-id", [...path, "id"], { found: line.id }, about);
        else if (line.number !== undefined && numbers.has(line.number))
          report("duplicate-number", [...path, "number"], { found: line.number }, about);
        ids.add(line.id);
      }
      if (line?.number !== undefined) numbers.add(line.number);
      reaches.push(checkLine(line, file, [...path], cap, "cap" in (lines ?? {}), report));
    });
    if (cap === undefined || reaches.length === 0 || reaches.some((it) => it === undefined)) continue;
    const most = sum(reaches.flatMap((it) => it ?? []));
    if (compare(cap, most) > 0)
      report("cap-not-reached", [side, "cap"], { found: exactText(cap), expected: `≤ ${exactText(most)}` });
  }
}

/** Checks one line; gives the most points that it can give, undefined where nothing bounds it or it cannot be read. */
function checkLine(
  line: DraftLine,
  file: File,
  path: (string | number)[],
  sumCap: Exact | undefined,
  summed: boolean,
  report: Report,
): Exact | undefined {
  const rule = line?.rule;
  const cap = line?.cap === undefined ? undefined : decimal(line.cap);
  const about = { item: line?.number };
  if (cap !== undefined && sumCap !== undefined && compare(cap, sumCap) > 0) {
    report(
      "cap-above-sum-cap",
      [...path, "cap"],
      { found: line?.cap ?? "", expected: `≤ ${exactText(sumCap)}` },
      about,
    );
  }
  if (rule === undefined || line === undefined) return cap;
  if (!lineRuleKinds.some((kind) => kind === rule.kind)) {
    report(
      "line-rule-not-allowed",
      [...path, "rule", "kind"],
      { found: rule.kind, expected: lineRuleKinds.join(", ") },
      about,
    );
    return cap;
  }
  const { places = 2, mode = "half-up" } = file.policies?.rounding ?? {};
  const context = { max: undefined, places, mode };
  checkRule(rule, context, [...path, "rule"], report, line.number ?? "");
  const most = reachOf(rule, context).max;
  if (most === undefined) {
    if (!("cap" in line) && !summed) report("line-without-cap", path, {}, about);
    return cap;
  }
  if (cap !== undefined && compare(cap, most) > 0) {
    report(
      "cap-not-reached",
      [...path, "cap"],
      { found: line.cap ?? "", expected: `≤ ${exactText(most)}` },
      about,
    );
  }
  return cap === undefined ? most : least(cap, most);
}
