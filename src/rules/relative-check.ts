/**
 * The checks of the clauses of a `relative` rule (design 3.12): each at most once, every result covered, none that a
 * clause before it leaves without a case, percentages within 0 to 100, and no better result with fewer points.
 */
import type { Path, Report } from "../issue.ts";
import { compare, decimal, type Exact, exactText, greatest, hundred, zero } from "../number.ts";
import type { RelativeClause } from "./relative.ts";

/** Reports everything that is wrong with the clauses; `path` is that of the list. */
export function checkClauses(
  clauses: readonly RelativeClause[],
  path: Path,
  report: Report,
  item: string,
): void {
  const before = report.issues.length;
  const seen = new Set<string>();
  clauses.forEach((clause, at) => {
    const place = [...path, at];
    if (seen.has(clause.when)) {
      report("clause-repeated", [...place, "when"], { found: clause.when }, { item });
    } else if (clause.when === "leader" && seen.has("between")) {
      // A leader is below, at or above the target; `between` takes all those above.
      report(
        "clause-unreachable",
        [...place, "when"],
        { found: clause.when, expected: "leader, between" },
        { item },
      );
    }
    seen.add(clause.when);
    for (const [key, value] of Object.entries(clause)) {
      if (key === "when" || compare(decimal(value), hundred) <= 0) continue;
      report("threshold-above-hundred", [...place, key], { found: value, expected: "100" }, { item });
    }
  });
  for (const when of ["below-target", "at-target", "between"]) {
    if (!seen.has(when)) report("missing-clause", path, { expected: when }, { item });
  }
  if (report.issues.length > before) return;
  checkRising(clauses, path, report, item);
}

/** From below the target to the leader each end is at least the one before it, and the last is the whole maximum. */
function checkRising(clauses: readonly RelativeClause[], path: Path, report: Report, item: string): void {
  const ladder = (["below-target", "at-target", "between", "leader"] as const).flatMap((when) => {
    const at = clauses.findIndex((clause) => clause.when === when);
    const clause = clauses[at];
    if (clause === undefined) return [];
    const low = { at, percent: decimal(clause.percent) };
    return clause.when === "between" ? [low, { at, percent: decimal(clause.upTo) }] : [low];
  });
  let reached: Exact = zero;
  for (const { at, percent } of ladder) {
    if (compare(percent, reached) < 0) {
      const facts = { found: exactText(percent), expected: exactText(reached) };
      report("better-result-lowers-points", [...path, at], facts, { item });
    }
    reached = greatest(reached, percent);
  }
  if (compare(reached, hundred) < 0) {
    report("maximum-unreachable", path, { found: `${exactText(reached)} %`, expected: "100 %" }, { item });
  }
}
