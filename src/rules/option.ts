/**
 * An entry of a printed list with its points: the option of a choice, the part of a checklist, the breach of a
 * deduction. The three kinds share its shape and the checks that need no more than the list (design 2).
 */
import { z } from "zod";
import type { Decimal, Text } from "../criteria-set.ts";
import type { Path, Report } from "../issue.ts";
import { compare, decimal, type Exact, exactText } from "../number.ts";
import type { RuleTerm } from "../rule.ts";
import { shape, withoutEval } from "../shape.ts";

/** An entry of a printed list, with the points that it gives or costs. */
export interface Option {
  /** The id that answers use, unique in the rule. */
  readonly id: string;
  /** The words that the decision prints. */
  readonly title: Text;
  /** The points that it gives; for a breach, those that one of them costs. */
  readonly points: Decimal;
}

/** The shapes of an entry that may give 0 points, and of one that may not. */
export const optionShape = /* @__PURE__ */ withoutEval(() => ({
  any: z.strictObject({ id: shape.id, title: shape.text, points: shape.nonNegative }),
  positive: z.strictObject({ id: shape.id, title: shape.text, points: shape.positive }),
}));

/** Reports ids and titles that repeat one above, and points above `most`; `path` is that of the list. */
export function checkOptions(
  options: readonly Option[],
  most: Exact | undefined,
  path: Path,
  report: Report,
  item: string,
): void {
  const ids = new Map<string, number>();
  const titles = new Map<string, number>();
  options.forEach((option, at) => {
    const sameId = ids.get(option.id);
    const sameTitle = titles.get(option.title.vi);
    if (sameId !== undefined) {
      report("option-id-repeated", [...path, at, "id"], { found: option.id, first: sameId + 1 }, { item });
    } else if (sameTitle !== undefined) {
      report(
        "option-title-repeated",
        [...path, at, "title"],
        { found: option.title.vi, first: sameTitle + 1 },
        { item },
      );
    }
    if (sameId === undefined) ids.set(option.id, at);
    if (sameTitle === undefined) titles.set(option.title.vi, at);
    if (most !== undefined && compare(decimal(option.points), most) > 0) {
      const facts = { found: option.points, expected: exactText(most), title: option.title.vi };
      report("option-above-maximum", [...path, at, "points"], facts, { item });
    }
  });
}

/** The entries by their ids, with exact points. */
export const pointsById = (options: readonly Option[]): ReadonlyMap<string, Exact> =>
  new Map(options.map(({ id, points }) => [id, decimal(points)]));

/** The entries by their ids, as a term that counts once. */
export const termsById = (options: readonly Option[]): ReadonlyMap<string, RuleTerm> =>
  new Map(options.map(({ id, points }) => [id, Object.freeze({ of: id, points })]));

/** The ids of the entries, for a reader who has to choose one. */
export const idsOf = (options: readonly Option[]): string => options.map(({ id }) => id).join(", ");
