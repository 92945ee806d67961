/**
 * Columns of a published table that stand under each other's heading: one slip, which would else be said in every line
 * whose figure is too great for the other's maximum.
 */
import type { Decimal } from "../criteria-set.ts";
import type { Report } from "../issue.ts";
import { compare, decimal, type Exact, equals } from "../number.ts";
import type { Plan } from "../plan.ts";
import { knownPart, type PublishedTable } from "./published-table.ts";

/** A column whose maximum the set declares. */
interface Headed {
  readonly at: number;
  readonly id: string;
  readonly declared: Decimal;
  readonly max: Exact;
  readonly printed: Exact;
  readonly figures: readonly Exact[];
}

/** The table as it is meant: two columns exchanged and reported, where just one pair is such that this mends it. */
export function withColumnsMended(plan: Plan, table: PublishedTable, report: Report): PublishedTable {
  const headed = table.parts.flatMap(({ id, maxPoints }, at): readonly Headed[] => {
    const declared = knownPart(plan, id)?.maxPoints;
    if (declared === undefined) return [];
    const figures = table.rows.flatMap(({ parts }) => parts[at] ?? []).map(decimal);
    return [{ at, id, declared, max: decimal(declared), printed: decimal(maxPoints), figures }];
  });
  const pairs = headed.flatMap((one, at) => headed.slice(at + 1).map((two) => [one, two] as const));
  const [pair, another] = pairs.filter(([one, two]) => areExchanged(one, two));
  if (pair === undefined || another !== undefined) return table;
  const [one, two] = pair;
  report("table-parts-exchanged", ["parts", one.at, "id"], { found: one.id, expected: two.id });
  const parts = [...table.parts];
  for (const [{ at }, { id, declared: maxPoints }] of [pair, [two, one]] as const)
    parts[at] = { ...(table.parts[at] as PublishedTable["parts"][number]), id, maxPoints };
  return { ...table, parts };
}

/** More than one thing speaks against two columns as they stand, and nothing against them exchanged. */
function areExchanged(one: Headed, two: Headed): boolean {
  const faultsOf = (it: Headed): number => above(it, it.max) + (equals(it.printed, it.max) ? 0 : 1);
  if (faultsOf(one) + faultsOf(two) < 2) return false;
  // The printed maxima stayed with the figures, or went with the headings.
  const stayed = equals(one.printed, two.max) && equals(two.printed, one.max);
  const went = equals(one.printed, one.max) && equals(two.printed, two.max);
  return (stayed || went) && above(one, two.max) + above(two, one.max) === 0;
}

const above = ({ figures }: Headed, max: Exact): number =>
  figures.filter((figure) => compare(figure, max) > 0).length;
