/**
 * What a criteria file says beside its tree and its survey: limits, grades, ranking, calendar, exemptions, bonus and
 * penalty lines; and what is valid and still likely to hide a slip, because the file does not repeat what the annex
 * repeats, or declares what can never have an effect.
 */
import type { Report } from "../issue.ts";
import { compare, decimal, type Exact, exactText, least, sum } from "../number.ts";
import { checkRule, lineRuleKinds, reachOf } from "../rules/kinds.ts";
import { type DraftFile, type Names, refer, type Tree } from "./tree.ts";

type DraftLine = NonNullable<NonNullable<DraftFile["bonus"]>["lines"]>[number];

/** Checks the policies and all lists beside the tree but the survey. */
export function checkPolicies(
  tree: Tree,
  file: DraftFile,
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

function checkLimits(file: DraftFile, report: Report): void {
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

function checkRanking(file: DraftFile, items: Names, sources: Names, report: Report): void {
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

function checkCalendar(file: DraftFile, report: Report): void {
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

function checkExemptions(tree: Tree, file: DraftFile, items: Names, kinds: Names, report: Report): void {
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

function checkLines(tree: Tree, file: DraftFile, report: Report): void {
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
  file: DraftFile,
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
  if (!lineRuleKinds().includes(rule.kind)) {
    report(
      "line-rule-not-allowed",
      [...path, "rule", "kind"],
      { found: rule.kind, expected: lineRuleKinds().join(", ") },
      about,
    );
    return cap;
  }
  const { places = 2, mode = "half-up" } = file.policies?.rounding ?? {};
  const context = { max: undefined, places, mode };
  checkRule(rule, { leaf: context, path: [...path, "rule"], report, item: line.number ?? "" });
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

type Limits = NonNullable<NonNullable<DraftFile["policies"]>["limits"]>;
type Grades = NonNullable<DraftFile["grades"]>;

/** Checks the grades against each other and against the limits of the index. */
export function checkGrades(file: DraftFile, report: Report): void {
  const { grades } = file;
  const limits = file.policies?.limits;
  if (grades === undefined || !checkOrder(grades, report)) return;
  const most = limits?.max === undefined ? undefined : decimal(limits.max);
  grades.forEach((grade, at) => {
    const better = grades[at - 1];
    const title = grade?.title?.vi ?? grade?.id ?? "";
    const tooHigh = (from: string | undefined): boolean =>
      from !== undefined && most !== undefined && compare(decimal(from), most) > 0;
    if (grade?.from !== undefined && tooHigh(grade.from)) {
      report("grade-above-limit", ["grades", at, "from"], {
        found: grade.from,
        expected: `≤ ${limits?.max}`,
        title,
      });
    }
    // A bound above every index is the mistake, not the bound that should meet it.
    if (grade?.below === undefined || better?.from === undefined || tooHigh(better.from)) return;
    if (grade.below !== better.from) {
      report("grade-gap", ["grades", at, "below"], { found: grade.below, expected: better.from, title });
    }
  });
  if (limits !== undefined) checkCover(grades, limits, report);
}

function checkOrder(grades: Grades, report: Report): boolean {
  let sound = true;
  grades.forEach((grade, at) => {
    if (grade === undefined) return;
    const title = grade.title?.vi ?? grade.id ?? "";
    const better = grades[at - 1]?.from;
    if (!("from" in grade) && at < grades.length - 1) {
      sound = false;
      report("grade-without-bound", ["grades", at], { title });
    }
    if (grade.from === undefined || better === undefined || compare(decimal(grade.from), decimal(better)) < 0)
      return;
    sound = false;
    report("grade-out-of-order", ["grades", at, "from"], {
      found: grade.from,
      expected: `< ${better}`,
      title,
    });
  });
  return sound;
}

/** The best grade has no end below the upper limit, the last none above the lower one. */
function checkCover(grades: Grades, { max, min }: Limits, report: Report): void {
  const first = grades[0];
  const last = grades[grades.length - 1];
  if (first?.below !== undefined && (max === undefined || compare(decimal(first.below), decimal(max)) <= 0)) {
    const facts = {
      found: first.below,
      expected: max === undefined ? "∞" : `> ${max}`,
      title: first.title?.vi ?? "",
    };
    report("grades-do-not-cover", ["grades", 0, "below"], facts);
  }
  if (last?.from !== undefined && (min === undefined || compare(decimal(last.from), decimal(min)) > 0)) {
    const facts = {
      found: last.from,
      expected: min === undefined ? "−∞" : `≤ ${min}`,
      title: last.title?.vi ?? "",
    };
    report("grades-do-not-cover", ["grades", grades.length - 1, "from"], facts);
  }
}

/**
 * Reports missing redundancy and settings without effect. Where a row could not be read, or `sumsHold` is false, the row
 * that would give a setting its effect may be the one that is missing.
 */
export function lintCriteria(tree: Tree, file: DraftFile, sumsHold: boolean, report: Report): void {
  const settled = tree.complete && sumsHold;
  if (file.isFramework !== true) lintSources(tree, file, settled, report);
  lintRedundancy(tree, file, settled, report);
  lintEffect(tree, file, settled, report);
}

function lintSources(tree: Tree, file: DraftFile, settled: boolean, report: Report): void {
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

function lintRedundancy(tree: Tree, file: DraftFile, settled: boolean, report: Report): void {
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

function lintEffect(tree: Tree, file: DraftFile, settled: boolean, report: Report): void {
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
