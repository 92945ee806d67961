/**
 * Editions: which edition of a criteria set is in force on a day (design 5). An `issued` edition is in force from its
 * own date; a `corrected` one takes the place of its predecessor on every date, because the predecessor was wrong.
 */
import type { CriteriaSet, IsoDate } from "../criteria-set.ts";

/** What decides when an edition is in force. */
export type Dated = Pick<CriteriaSet, "edition" | "editionNote" | "period">;

/** An edition with the first day on which it is in force. */
export interface InForce<S> {
  /** The edition. */
  readonly set: S;
  /** The first day on which it is in force. */
  readonly from: IsoDate;
}

/**
 * The editions that are in force on some day, with their first days, in the order of their numbers. The first edition is
 * in force from the first day of its period; a corrected edition stands in the place of its predecessor, which is gone.
 */
export function editionsInForce<S extends Dated>(editions: readonly S[]): readonly InForce<S>[] {
  const standing: InForce<S>[] = [];
  for (const set of [...editions].sort((a, b) => a.edition - b.edition)) {
    const replaced = set.editionNote?.kind === "corrected" ? standing.pop() : undefined;
    standing.push({ set, from: replaced?.from ?? set.editionNote?.from ?? set.period.from });
  }
  return standing;
}

/** The edition in force on a day: of those that have begun the one with the highest number; undefined before the first. */
export const editionOn = <S extends Dated>(editions: readonly S[], on: IsoDate): S | undefined =>
  editionsInForce(editions).findLast(({ from }) => from <= on)?.set;
