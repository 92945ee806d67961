/**
 * What a criteria file says beside its tree and its survey: limits, grades, ranking, calendar, exemptions, bonus and
 * penalty lines; and what it declares without any effect.
 */
import type { Decimal } from "../criteria-set.ts";
import type { Path, Report } from "../issue.ts";
import {
  compareExact,
  decimal,
  divide,
  type Exact,
  exactText,
  hundred,
  lastPlace,
  least,
  multiply,
  sum,
} from "../number.ts";
import { checkRule, lineRuleKinds, reachOf } from "../rules/kinds.ts";
import { contextOf } from "./leaves.ts";
import { type DraftFile, type Names, refer, type Tree } from "./tree.ts";

type DraftLimits = NonNullable<NonNullable<DraftFile["policies"]>["limits"]>;
type DraftGrades = NonNullable<DraftFile["grades"]>;

/** The lists that policies refer to. */
type Referred = Readonly<Record<"items" | "sources" | "kinds", Names>>;

/**
 * Checks the policies and all lists beside the tree but the survey. Where `sumsHold` is false, the row that would give a
 * setting its effect may be one that is missing.
 */
export function checkPolicies(
  tree: Tree,
  file: DraftFile,
  known: Referred & { readonly sumsHold: boolean },
  report: Report,
): void {
  checkLimits(file, report);
  checkGradeBands(file, report);
  checkRanking(file, known, report);
  if (tree.complete && known.sumsHold) checkTotalsApart(tree, file, report);
  checkCalendar(file, report);
  checkExemptions(tree, file, known, report);
  checkKinds(file, report);
  checkLines(tree, file, report);
  if (tree.complete && known.sumsHold) checkConsequence(tree, file, report);
}

function checkLimits(file: DraftFile, report: Report): void {
  const { limits, late } = file.policies ?? {};
  const { max, min } = limits ?? {};
  if (max !== undefined && min !== undefined && isAtLeast(min, max))
    report("limits-reversed", ["policies", "limits", "min"], { found: min, expected: `< ${max}` });
  if (late === undefined || late.kind === "flag") return;
  if (late.kind === "per-day" && late.cap !== undefined && !isAtLeast(late.cap, late.points)) {
    const facts = { found: late.cap, expected: `≥ ${late.points}` };
    report("late-cap-below-day", ["policies", "late", "cap"], facts);
  }
  const deadlines = file.calendar?.map((deadline) => deadline?.id);
  if (deadlines === undefined || deadlines.includes(undefined) || deadlines.includes("self-assessment"))
    return;
  report("late-without-deadline", ["policies", "late"], { found: late.kind });
}

const isAtLeast = (one: Decimal, other: Decimal): boolean => compareExact(decimal(one), decimal(other)) >= 0;

function checkRanking(file: DraftFile, { items, sources }: Referred, report: Report): void {
  const seen = new Set<string>();
  file.ranking?.tieBreakers?.forEach((breaker, at) => {
    if (breaker?.by === undefined || breaker.id === undefined) return;
    const path = ["ranking", "tieBreakers", at, "id"];
    refer(breaker.id, breaker.by === "item" ? items : sources, path, report);
    const key = `${breaker.by} ${breaker.id}`;
    if (seen.has(key)) report("tie-breaker-repeated", path, { found: breaker.id });
    seen.add(key);
  });
}

/**
 * Totals of more than 100 points that print apart may share a published index, and then a place. The council may give
 * any leaf as many decimals as are published, but for one with a step.
 */
function checkTotalsApart(
  { leaves }: Tree,
  { policies, ranking, maxPoints }: DraftFile,
  report: Report,
): void {
  const { places } = policies?.rounding ?? {};
  if (places === undefined || maxPoints === undefined || ranking?.on === "exact") return;
  const steps = leaves.map(({ draft: { rule } }) => (rule?.kind === "direct" ? rule.step : undefined));
  const known = steps.filter((step) => step !== undefined).map(decimal);
  const step = known.length < steps.length ? lastPlace(places) : known.reduce(least, decimal(maxPoints));
  const apart = divide(multiply(step, hundred), decimal(maxPoints));
  if (compareExact(apart, lastPlace(places)) >= 0) return;
  const expected = Array.from({ length: 30 }, (_, at) => at).find(
    (more) => compareExact(apart, lastPlace(more)) >= 0,
  );
  const facts = { places, step: exactText(step), max: maxPoints, expected: expected ?? places + 1 };
  report("index-joins-totals", ["policies", "rounding", "places"], facts);
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
    if (day === undefined || from === undefined || day >= from) return;
    const facts = { found: day, expected: `≥ ${from}`, title };
    report("deadline-before-period", [...path, before ? "before" : "by"], facts);
  });
}

function checkExemptions(tree: Tree, file: DraftFile, { items, kinds }: Referred, report: Report): void {
  const seen = new Set<string>();
  file.exemptions?.forEach((exemption, at) => {
    const path = ["exemptions", at];
    refer(exemption?.kind, kinds, [...path, "kind"], report);
    exemption?.items?.forEach((id, position) => {
      const place = [...path, "items", position];
      if (id === undefined || !refer(id, items, place, report)) return;
      const node = tree.byId.get(id);
      const about = { item: node };
      const key = `${exemption.kind} ${id}`;
      if (seen.has(key)) report("exemption-repeated", place, { found: id }, about);
      seen.add(key);
      if (node === undefined || !node.whole) return;
      if (!node.leaf) report("exemption-of-inner-node", place, { found: id }, about);
      else if (!("notApplicable" in node.draft)) report("exemption-not-allowed", place, { found: id }, about);
    });
  });
}

/** Kinds of unit that no exemption speaks of; one whose kind is misspelt or cannot be read may mean any of them. */
function checkKinds({ kinds, exemptions }: DraftFile, report: Report): void {
  const declared = new Set(kinds?.map((kind) => kind?.id));
  const used = new Set(exemptions?.map((exemption) => exemption?.kind));
  if (exemptions === undefined || used.has(undefined) || [...used].some((kind) => !declared.has(kind)))
    return;
  kinds?.forEach((kind, at) => {
    if (kind?.id !== undefined && !used.has(kind.id))
      report("kind-not-used", ["kinds", at, "id"], { found: kind.id });
  });
}

/** A common consequence that no leaf asks for. */
function checkConsequence(tree: Tree, file: DraftFile, report: Report): void {
  const found = file.policies?.notApplicable;
  const used = tree.leaves.some(
    ({ draft }) =>
      draft.notApplicable === true || ("notApplicable" in draft && draft.notApplicable === undefined),
  );
  if (found !== undefined && !used)
    report("consequence-without-use", ["policies", "notApplicable"], { found });
}

function checkLines(tree: Tree, file: DraftFile, report: Report): void {
  const ids = new Set<string>();
  const numbers = new Set<string>();
  for (const side of ["bonus", "penalty"] as const) {
    file[side]?.lines?.forEach((line, at) => {
      const path = [side, "lines", at];
      const { id, number } = line ?? {};
      if (id !== undefined) {
        if (tree.byId.has(id)) report("line-id-is-item-id", [...path, "id"], { found: id });
        else if (ids.has(id)) report("duplicate-id", [...path, "id"], { found: id });
        else if (number !== undefined && numbers.has(number))
          report("duplicate-number", [...path, "number"], { found: number });
        ids.add(id);
      }
      if (number !== undefined) numbers.add(number);
    });
    checkCaps(side, file, report);
  }
}

/** The rules and caps of the bonus or the penalty lines: no cap is above what stands beneath it can give. */
function checkCaps(side: "bonus" | "penalty", file: DraftFile, report: Report): void {
  const { lines, cap } = file[side] ?? {};
  const summed = "cap" in (file[side] ?? {});
  const context = contextOf(file, undefined);
  const reaches = lines?.map((line, at) => {
    const path = [side, "lines", at];
    const own = line?.cap;
    const rule = line?.rule;
    if (own !== undefined && cap !== undefined && !isAtLeast(cap, own))
      report("cap-above-sum-cap", [...path, "cap"], { found: own, expected: `≤ ${cap}` });
    if (line === undefined || rule === undefined) return reached(own, undefined, path, report);
    if (!lineRuleKinds().includes(rule.kind)) {
      const facts = { found: rule.kind, expected: lineRuleKinds().join(", ") };
      report("line-rule-not-allowed", [...path, "rule", "kind"], facts);
      return reached(own, undefined, path, report);
    }
    checkRule(rule, { leaf: context, path: [...path, "rule"], report, item: line });
    const most = reachOf(rule, context).max;
    if (most === undefined && !summed && !("cap" in line)) report("line-without-cap", path);
    return reached(own, most, path, report);
  });
  if (reaches === undefined || reaches.length === 0 || reaches.includes(undefined)) return;
  reached(cap, sum(reaches.flatMap((reach) => reach ?? [])), [side], report);
}

/** The most points under a cap, with what stands beneath it giving so many; undefined where nothing bounds them. */
function reached(
  cap: Decimal | undefined,
  most: Exact | undefined,
  path: Path,
  report: Report,
): Exact | undefined {
  if (cap === undefined) return most;
  const bound = decimal(cap);
  if (most === undefined) return bound;
  if (compareExact(bound, most) > 0)
    report("cap-not-reached", [...path, "cap"], { found: cap, expected: `≤ ${exactText(most)}` });
  return least(bound, most);
}

/**
 * Checks the grades: best first, each from its bound up to the next better one, and together covering every index that
 * the limits allow. Where the order is wrong, bounds are not compared.
 */
function checkGradeBands(file: DraftFile, report: Report): void {
  const { grades } = file;
  const { limits } = file.policies ?? {};
  if (grades === undefined) return;
  const bare = grades.findIndex((grade, at) => at > 0 && grade !== undefined && !("below" in grade));
  if (bare >= 0) report("grade-without-below", ["grades", bare], { title: gradeTitle(grades[bare]) });
  if (!areBestFirst(grades, report)) return;
  const max = limits?.max;
  const isTooHigh = (from: Decimal): boolean => max !== undefined && !isAtLeast(max, from);
  grades.forEach((grade, at) => {
    const { from, below } = grade ?? {};
    const better = grades[at - 1]?.from;
    const title = gradeTitle(grade);
    if (from !== undefined && isTooHigh(from))
      report("grade-above-limit", ["grades", at, "from"], { found: from, expected: `≤ ${max}`, title });
    // A bound above every index is the mistake, not the bound that should meet it.
    if (below === undefined || better === undefined || isTooHigh(better) || below === better) return;
    report("grade-gap", ["grades", at, "below"], { found: below, expected: better, title });
  });
  if (limits !== undefined) checkEnds(grades, limits, report);
}

const gradeTitle = (grade: DraftGrades[number]): string => grade?.title?.vi ?? grade?.id ?? "";

function areBestFirst(grades: DraftGrades, report: Report): boolean {
  let sound = true;
  grades.forEach((grade, at) => {
    if (grade === undefined) return;
    const title = gradeTitle(grade);
    const better = grades[at - 1]?.from;
    if (!("from" in grade) && at < grades.length - 1) {
      sound = false;
      report("grade-without-bound", ["grades", at], { title });
    }
    if (grade.from === undefined || better === undefined || !isAtLeast(grade.from, better)) return;
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
function checkEnds(grades: DraftGrades, { max, min }: DraftLimits, report: Report): void {
  const first = grades[0];
  const last = grades[grades.length - 1];
  if (first?.below !== undefined && (max === undefined || isAtLeast(max, first.below))) {
    const expected = max === undefined ? "∞" : `> ${max}`;
    const facts = { found: first.below, expected, title: first.title?.vi ?? "" };
    report("grades-do-not-cover", ["grades", 0, "below"], facts);
  }
  if (last?.from !== undefined && (min === undefined || !isAtLeast(min, last.from))) {
    const expected = min === undefined ? "−∞" : `≤ ${min}`;
    const facts = { found: last.from, expected, title: last.title?.vi ?? "" };
    report("grades-do-not-cover", ["grades", grades.length - 1, "from"], facts);
  }
}
