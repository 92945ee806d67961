/**
 * An entry of a printed list with its points: the option of a choice, the part of a checklist, the breach of a
 * deduction. The three kinds share its shape, the checks that need no more than the list, and its printed order.
 */
import * as z from "zod/mini";
import type { Decimal, Text } from "../criteria-set.ts";
import { compareExact, decimal, type Exact, exactText } from "../number.ts";
import { elementAt, memo } from "../plain.ts";
import { type At, placeBeneath, type RuleTerm, reportAt } from "../rule.ts";
import { built, shape } from "../shape.ts";

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
export const optionShape = /* @__PURE__ */ built(() => ({
  any: z.strictObject({ id: shape.id, title: shape.text, points: shape.nonNegative }),
  positive: z.strictObject({ id: shape.id, title: shape.text, points: shape.positive }),
}));

/** Reports ids and titles that repeat one above, and points above `most`; the place is that of the list. */
export function checkPrinted(options: readonly Option[], most: Exact | undefined, at: At): void {
  const ids = new Map<string, number>();
  const titles = new Map<string, number>();
  options.forEach(({ id, title, points }, index) => {
    const own = placeBeneath(at, index);
    const sameId = ids.get(id);
    const sameTitle = titles.get(title.vi);
    if (sameId !== undefined) {
      reportAt(own, "option-id-repeated", { found: id, first: sameId + 1 }, "id");
    } else if (sameTitle !== undefined) {
      reportAt(own, "option-title-repeated", { found: title.vi, first: sameTitle + 1 }, "title");
    }
    if (sameId === undefined) ids.set(id, index);
    if (sameTitle === undefined) titles.set(title.vi, index);
    if (most !== undefined && compareExact(decimal(points), most) > 0) {
      const facts = { found: points, expected: exactText(most), title: title.vi };
      reportAt(own, "option-above-maximum", facts, "points");
    }
  });
}

/** What may be wrong with the ids that an answer names. */
interface NamedIssues {
  readonly unknown: "unknown-part" | "unknown-breach";
  readonly repeated: "part-repeated" | "breach-repeated";
}

/** Reports ids that are not of the list, and those that repeat one above; `placeOf` gives the place of each. */
export function checkNamed(
  options: readonly Option[],
  named: readonly string[],
  codes: NamedIssues,
  placeOf: (index: number) => At,
): void {
  const known = placesInList(options);
  const seen = new Set<string>();
  named.forEach((id, index) => {
    if (!known.has(id)) reportAt(placeOf(index), codes.unknown, { found: id, expected: idsOf(options) });
    else if (seen.has(id)) reportAt(placeOf(index), codes.repeated, { found: id });
    seen.add(id);
  });
}

/** Where each entry stands; kept for the rules of a set as read. */
const placesInList = /* @__PURE__ */ memo(
  (options: readonly Option[]): ReadonlyMap<string, number> => new Map(options.map(({ id }, at) => [id, at])),
  Object.isFrozen,
);

/** What an answer lists, in the order in which the rule prints it: the very list where it stands so. */
export function inPrintedOrder<T>(
  options: readonly Option[],
  listed: readonly T[],
  idOf: (one: T) => string,
): readonly T[] {
  const places = placesInList(options);
  const placeOf = (one: T): number => places.get(idOf(one)) ?? 0;
  const isSorted = listed.every((one, at) => at === 0 || placeOf(elementAt(listed, at - 1)) <= placeOf(one));
  return isSorted ? listed : [...listed].sort((a, b) => placeOf(a) - placeOf(b));
}

/** The entries by their ids, with exact points. */
export const pointsById = (options: readonly Option[]): ReadonlyMap<string, Exact> =>
  new Map(options.map(({ id, points }) => [id, decimal(points)]));

/** The entries by their ids, as a term that counts once. */
export const termsById = (options: readonly Option[]): ReadonlyMap<string, RuleTerm> =>
  new Map(options.map(({ id, points }) => [id, Object.freeze({ of: id, points })]));

/** The ids of the entries, for a reader who has to choose one. */
export const idsOf = (options: readonly Option[]): string => options.map(({ id }) => id).join(", ");
