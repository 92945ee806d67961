/**
 * The grades of a published table against its totals and the set's bands (design 3.9), and the printed number of units
 * of each grade against the lines.
 */
import type { CriteriaSet, Decimal, Grade } from "../criteria-set.ts";
import type { Report } from "../issue.ts";
import { compare, type Exact, hundred, rounded } from "../number.ts";
import type { Plan } from "../plan.ts";
import { gradeOf } from "../score.ts";
import { intervalOf, printedRange } from "./printed-interval.ts";
import type { PublishedTable } from "./published-table.ts";
import type { Counting, RowRange } from "./table-places.ts";

/** Checks every printed grade and every printed number of a grade; lines that are missing may have any. */
export function checkGrades(
  plan: Plan,
  table: PublishedTable,
  ranges: readonly RowRange[],
  { missing, extra }: Counting,
  report: Report,
): void {
  const { set } = plan;
  const printsIndex = compare(plan.max, hundred) === 0;
  const known = set.grades.map(({ id }) => id).join(", ");
  const spans = table.rows.map((_, at) => gradesFrom(plan, table, ranges[at] as RowRange));
  const printed = table.rows.map(({ grade, total, unit }, at): string | undefined => {
    if (grade === undefined) return undefined;
    const path = ["rows", at, "grade"];
    const meant = gradeNamed(set, grade);
    if (meant === undefined) {
      report("table-grade-unknown", path, { found: grade, expected: known || "–" }, { unit });
      return undefined;
    }
    const span = spans[at] ?? [];
    if (printsIndex && !span.includes(meant.id))
      report("table-grade-wrong", path, { found: grade, expected: span.join(", "), total }, { unit });
    return meant.id;
  });
  for (const [at, { grade, units }] of (table.grades ?? []).entries()) {
    const meant = gradeNamed(set, grade);
    if (meant === undefined) {
      report("table-grade-unknown", ["grades", at, "grade"], { found: grade, expected: known || "–" });
      continue;
    }
    // Either what the lines print or what their totals give: a wrong grade of one line is said there and not again here.
    const asPrinted = printed.includes(undefined)
      ? undefined
      : printed.filter((id) => id === meant.id).length;
    const least = spans.filter((span) => span.length === 1 && span[0] === meant.id).length;
    const most = spans.filter((span) => span.includes(meant.id)).length;
    const within = (low: number, high: number): boolean => units >= low - extra && units <= high + missing;
    const fits =
      (asPrinted !== undefined && within(asPrinted, asPrinted)) || (printsIndex && within(least, most));
    if (fits || (asPrinted === undefined && !printsIndex)) continue;
    report("table-grade-count-differs", ["grades", at, "units"], {
      found: units,
      expected: asPrinted ?? least,
      grade,
    });
  }
}

const gradeNamed = (set: CriteriaSet, name: string): Grade | undefined =>
  set.grades.find(({ id, title }) => id === name || title.vi === name || title.en === name);

/** The ids of all grades from that of the least to that of the greatest total that a line may have, best first. */
function gradesFrom(plan: Plan, table: PublishedTable, { low, high }: RowRange): readonly string[] {
  const ids = plan.set.grades.map(({ id }) => id);
  const gradeAt = (index: Decimal): number => ids.indexOf(gradeOf(plan.set.grades, index) ?? "");
  const best = gradeAt(indexesOf(plan, table, high).most);
  const last = gradeAt(indexesOf(plan, table, low).least);
  return ids.filter((_, at) => at >= best && at <= last);
}

/** The published indexes behind a total of the table, which may print more digits than are published, or fewer. */
function indexesOf(
  plan: Plan,
  table: PublishedTable,
  value: Exact,
): { readonly least: Decimal; readonly most: Decimal } {
  if (table.places < plan.places)
    return printedRange(
      intervalOf(rounded(value, table.places, plan.mode), table.places, plan.mode),
      plan.places,
      plan.mode,
    );
  const index = rounded(value, plan.places, plan.mode);
  return { least: index, most: index };
}
