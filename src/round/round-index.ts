/**
 * A round by unit: everything that the round holds on a unit is found at once, however many units there are.
 */
import { byCodeUnit, memo } from "../plain.ts";
import type {
  Council,
  Entry,
  Finding,
  FormCounts,
  Round,
  SelfAssessment,
  Statistic,
  Target,
  Unit,
} from "../round.ts";

/** The parts of a round by unit. */
export interface RoundIndex {
  readonly round: Round;
  /** The units, in code-unit order of their ids. */
  readonly units: readonly Unit[];
  readonly unitOf: ReadonlyMap<string, Unit>;
  /** The units of each group, in code-unit order of their ids. */
  readonly groups: ReadonlyMap<string, readonly Unit[]>;
  readonly assessments: ReadonlyMap<string, SelfAssessment>;
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  readonly statistics: ReadonlyMap<string, readonly Statistic[]>;
  readonly targets: ReadonlyMap<string, readonly Target[]>;
  readonly forms: ReadonlyMap<string, readonly FormCounts[]>;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** The council that judges each unit. */
  readonly councils: ReadonlyMap<string, Council>;
  /** The groups for which no survey was held. */
  readonly notHeld: ReadonlySet<string>;
}

/** The index of a round as read. */
export const roundIndex = /* @__PURE__ */ memo((round: Round): RoundIndex => {
  const units = [...round.units].sort((a, b) => byCodeUnit(a.id, b.id));
  return {
    round,
    units,
    unitOf: new Map(units.map((it) => [it.id, it])),
    groups: listsBy(units, ({ group }) => group),
    assessments: new Map(round.selfAssessments.map((it) => [it.unit, it])),
    entries: listsBy(round.ledger, unitOf),
    statistics: listsBy(round.statistics, unitOf),
    targets: listsBy(round.targets, unitOf),
    forms: listsBy(round.tally.counts, unitOf),
    findings: listsBy(round.findings, unitOf),
    councils: new Map(round.councils.flatMap((it) => it.units.map((unit) => [unit, it] as const))),
    notHeld: new Set(round.surveyNotHeld.map(({ group }) => group)),
  };
});

const unitOf = ({ unit }: { readonly unit: string }): string => unit;

function listsBy<T>(list: readonly T[], keyOf: (it: T) => string): ReadonlyMap<string, readonly T[]> {
  const map = new Map<string, T[]>();
  for (const it of list) {
    const key = keyOf(it);
    const known = map.get(key);
    if (known === undefined) map.set(key, [it]);
    else known.push(it);
  }
  return map;
}
