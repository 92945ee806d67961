/**
 * Editions of a result (design 3.5): the final act of a council gives the first, each decision that orders corrections
 * after publication gives the next. A later edition never changes an earlier one: each says up to which day the round
 * is replayed to have it again.
 */

import type { IsoDate } from "../criteria-set.ts";
import { byCodeUnit, deepFreeze } from "../plain.ts";
import type { Round } from "../round.ts";

/** One edition of the result of a council's units. */
export interface ResultEdition {
  /** The id of the council. */
  readonly council: string;
  /** The edition, from 1. */
  readonly edition: number;
  /** `final`: the closing act. `correction`: a decision after it. */
  readonly kind: "final" | "correction";
  /** The number of the act or decision. */
  readonly number: string;
  /** The day of the act, or the last day of the entries that the decision orders. */
  readonly date: IsoDate;
  /** What `assess` takes as `until` to give this edition: `"final"`, or the day. */
  readonly until: "final" | IsoDate;
  /** The ids of the units that a correction touches; empty for the closing act. */
  readonly units: readonly string[];
}

/**
 * Lists the editions of a round's results, council by council.
 *
 * @param round The round, made by `readRound`.
 *
 * @returns The editions, by council id, then edition; none for a council that has not closed its final stage. Frozen.
 *
 * @example
 * ```ts
 * import { readFile } from "node:fs/promises";
 * import { readRound } from "par-index";
 * import { resultEditions } from "par-index/audit";
 * import { criteriaSet } from "par-index/criteria";
 * const file = JSON.parse(await readFile("docs/examples/hoa-lam-departments-2026.json", "utf8"));
 * const editions = resultEditions(readRound(criteriaSet("hoa-lam/department/2026"), file));
 * editions.map(({ council, edition, kind, number }) => `${council} ${edition}: ${kind} ${number}`); // => [ 'general 1: final 412/QĐ-UBND', 'general 2: correction 498/QĐ-UBND' ]
 * ```
 */
export function resultEditions(round: Round): readonly ResultEdition[] {
  const finals = round.acts.filter(({ stage }) => stage === "final");
  const councils = [...round.councils].sort((a, b) => byCodeUnit(a.id, b.id));
  return deepFreeze(
    councils.flatMap(({ id, units }): readonly ResultEdition[] => {
      const act = finals.find(({ council }) => council === id);
      if (act === undefined) return [];
      const first: ResultEdition = {
        council: id,
        edition: 1,
        kind: "final",
        number: act.number,
        date: act.date,
        until: "final",
        units: [],
      };
      return [first, ...corrections(round, id, new Set(units))];
    }),
  );
}

function corrections(round: Round, council: string, judged: ReadonlySet<string>): readonly ResultEdition[] {
  const byDecision = new Map<string, { number: string; date: IsoDate; units: Set<string> }>();
  for (const { stage, unit, decision, date } of round.ledger) {
    if (stage !== "correction" || decision === undefined || !judged.has(unit)) continue;
    const known = byDecision.get(decision.number) ?? { number: decision.number, date, units: new Set() };
    known.units.add(unit);
    byDecision.set(decision.number, { ...known, date: known.date < date ? date : known.date });
  }
  return [...byDecision.values()]
    .sort((a, b) => byCodeUnit(a.date, b.date) || byCodeUnit(a.number, b.number))
    .map(({ number, date, units }, at) => ({
      council,
      edition: at + 2,
      kind: "correction",
      number,
      date,
      until: date,
      units: [...units].sort(byCodeUnit),
    }));
}
