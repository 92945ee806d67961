/**
 * A published table (bảng kết quả công bố): units with printed parts, totals, places, grades, a mean and counts, just
 * as somebody printed them. This file has its shape and what must hold between its head and the criteria set; whether
 * its figures can be true is for `auditTable`.
 */
import { z } from "zod";
import type { CriteriaSet, Decimal, Text } from "../criteria-set.ts";
import type { Report } from "../issue.ts";
import { decimal, type Exact, equals, exactText, sum } from "../number.ts";
import { type Limits, plainCopy } from "../plain.ts";
import type { Plan } from "../plan.ts";
import { readShape, shape, withoutEval } from "../shape.ts";

/** A column of printed points: an item or a source of the criteria set, or its bonus or penalty points. */
export interface TablePart {
  /** The id of the item or source of the set; `bonus` is added, `penalty` taken away. */
  readonly id: string;
  /** Its heading. */
  readonly title: Text;
  /** The maximum, in points, above 0. */
  readonly maxPoints: Decimal;
  /** Decimals to which this column was rounded, where they are not those of the table. */
  readonly places?: number | undefined;
}

/** One line of the table. */
export interface TableRow {
  /** The id of the unit. */
  readonly unit: string;
  /** Its name, as printed. */
  readonly name: string;
  /** The printed points, one for each part, in the order of the parts. */
  readonly parts: readonly Decimal[];
  /** The printed total: points, or the index in % where the line states an applicable maximum. */
  readonly total: Decimal;
  /** The applicable maximum of the unit, where it is not the whole: the total is then the sum ÷ this × 100. */
  readonly maxPoints?: Decimal | undefined;
  /** The printed place, from 1. */
  readonly place?: number | undefined;
  /** The printed grade: its id in the set, or its name. */
  readonly grade?: string | undefined;
}

/** How many units have a grade, as printed. */
export interface GradeCount {
  /** The grade: its id in the set, or its name. */
  readonly grade: string;
  /** How many units. */
  readonly units: number;
}

/** A published table, as printed. */
export interface PublishedTable {
  /** The id of the criteria set. */
  readonly set: string;
  /** Its edition. */
  readonly edition: number;
  /** The title of the table. */
  readonly title: Text;
  /** Where it was published. */
  readonly source: string;
  /** What a reader must know of the transcription. */
  readonly note?: Text | undefined;
  /** Decimals to which the figures were rounded; a figure with fewer digits left out its trailing zeros. */
  readonly places: number;
  /** The columns of points. */
  readonly parts: readonly TablePart[];
  /** The lines, in printed order. */
  readonly rows: readonly TableRow[];
  /** The printed mean of the totals. */
  readonly mean?: Decimal | undefined;
  /** The printed number of units. */
  readonly units?: number | undefined;
  /** The printed number of units with each grade. */
  readonly grades?: readonly GradeCount[] | undefined;
}

const tableLimits: Limits = { values: 1_000_000, text: 20_000 };

const tableSchema = /* @__PURE__ */ withoutEval((): z.ZodType<PublishedTable> => {
  // Printed figures keep their digits: 61.860 was rounded more finely than 61.86.
  const { id, text, words, positive, percent: printed } = shape;
  const places = z.int().min(0).max(9);
  return z.strictObject({
    set: id,
    edition: z.int().min(1),
    title: text,
    source: words,
    note: text.optional(),
    places,
    parts: z
      .array(z.strictObject({ id, title: text, maxPoints: positive, places: places.optional() }))
      .min(1),
    rows: z
      .array(
        z.strictObject({
          unit: id,
          name: words,
          parts: z.array(printed),
          total: printed,
          maxPoints: positive.optional(),
          place: z.int().min(1).optional(),
          grade: words.optional(),
        }),
      )
      .min(1),
    mean: printed.optional(),
    units: z.int().min(0).optional(),
    grades: z.array(z.strictObject({ grade: words, units: z.int().min(0) })).optional(),
  });
});

/** Reads a table; undefined after reporting what its shape has wrong, or where it is of another set. */
export function readTable(set: CriteriaSet, value: unknown, report: Report): PublishedTable | undefined {
  const plain = plainCopy(value, tableLimits, "normalise", report);
  if (report.issues.some(({ severity }) => severity === "error")) return undefined;
  const table = readShape(tableSchema, plain, [], report);
  if (table === undefined) return undefined;
  if (table.set === set.id && table.edition === set.edition) return table;
  report("table-of-other-set", [table.set === set.id ? "edition" : "set"], {
    found: `${table.set} (${table.edition})`,
    expected: `${set.id} (${set.edition})`,
  });
  return undefined;
}

/** The columns, checked. */
export interface Columns {
  /** The maximum of each, as the set declares it. */
  readonly maxima: readonly Exact[];
  /** True for each that is taken away from the total. */
  readonly taken: readonly boolean[];
  /** True where a total is the sum of the columns, so that it can be judged by them. */
  readonly whole: boolean;
}

/**
 * Checks the columns against the set: items or sources, which together make up its maximum; where the set has bonus or
 * penalty lines, columns `bonus` and `penalty` beside them.
 */
export function checkColumns(plan: Plan, table: PublishedTable, report: Report): Columns {
  const before = report.issues.length;
  const { set } = plan;
  const maxima = table.parts.map(({ id, maxPoints }, at): Exact => {
    const path = ["parts", at];
    const printed = decimal(maxPoints);
    if (table.parts.findIndex((other) => other.id === id) < at)
      report("table-part-twice", [...path, "id"], { found: id });
    const known = knownPart(plan, id);
    if (known === undefined)
      report("table-part-unknown", [...path, "id"], {
        found: id,
        expected: set.items.map((it) => it.id).join(", "),
      });
    const declared = decimal(known?.maxPoints ?? maxPoints);
    if (!equals(declared, printed))
      report("table-part-maximum-differs", [...path, "maxPoints"], {
        found: maxPoints,
        expected: exactText(declared),
      });
    return declared;
  });
  const taken = table.parts.map(({ id }) => id === "penalty");
  const total = sum(maxima.filter((_, at) => !isExtra(table.parts[at]?.id ?? "")));
  const complete = equals(total, plan.max);
  // A column that is misnamed is still a column of the sum.
  const headed = report.issues.length > before;
  if (!complete && !headed)
    report("table-parts-incomplete", ["parts"], { found: exactText(total), expected: set.maxPoints });
  // Lines that no column prints leave the totals open.
  const unprinted = (["bonus", "penalty"] as const).some(
    (id) => set[id].lines.length > 0 && !table.parts.some((part) => part.id === id),
  );
  return { maxima, taken, whole: (complete || headed) && !unprinted };
}

const isExtra = (id: string): boolean => id === "bonus" || id === "penalty";

/** What the set has under the id of a column; undefined where it has no such thing. */
export function knownPart(plan: Plan, id: string): { readonly maxPoints?: Decimal | undefined } | undefined {
  if (isExtra(id)) return {};
  return (plan.nodeOf.get(id) ?? plan.leafOf.get(id))?.item ?? plan.set.sources.find((it) => it.id === id);
}
