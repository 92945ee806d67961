// Rounds for the benchmark: fictional departments judged by the illustrative set of the fictional province Hoa Lâm, as
// many as wanted, the same from the same seed. Every unit has an index, so that totals and ranks can be compared.

import { criteriaSet } from "../../src/criteria.ts";
import type { CriteriaSet, Item } from "../../src/criteria-set.ts";
import { readCriteriaSet } from "../../src/index.ts";
import {
  type Dice,
  diceOf,
  factsOf,
  hundredths,
  type LeafFile,
  leavesOf,
  type Sizes,
} from "../examples/make-facts.ts";
import { drawForms } from "../examples/make-survey.ts";

/** The department set without its gate, which no floor and no engine has, and with each item rounded before any sum. */
export const sets = (): { readonly unrounded: CriteriaSet; readonly rounded: CriteriaSet } => {
  const shipped = criteriaSet("hoa-lam/department/2026");
  const unrounded = readCriteriaSet({ ...shipped, items: shipped.items.map(withoutGates) });
  const { policies } = unrounded;
  const items = { ...policies, rounding: { ...policies.rounding, items: true } };
  return { unrounded, rounded: readCriteriaSet({ ...unrounded, policies: items }) };
};

function withoutGates({ requires: _, ...item }: Item): Item {
  return item.items === undefined ? item : { ...item, items: item.items.map(withoutGates) };
}

/** How large the figures of a leaf are; tenths where they are decimals. */
const sizes: Sizes = {
  "1.1.2": [24, 60],
  "1.6.2": [80, 240],
  "3.3.3": [400, 1000],
  "3.4.1": [400, 9000],
  "3.4.3": [400, 9000],
  "4.2.2": [10, 90],
  "5.5": [600, 1000],
  "6.1.1": [4000, 90000],
  "6.3.3": [1, 6],
  "7.1.2": [1500, 7000],
  "7.2.2": [400, 9000],
  "7.2.3": [250, 900],
  "7.2.4": [550, 1000],
};

/** A round of `count` units as raw JSON; `from` numbers the first, for rounds that are made in batches. */
export function benchRound(set: CriteriaSet, count: number, from = 0): object {
  const dice = diceOf(20_260_722 + from);
  const leaves = leavesOf(set.items as readonly Item[]);
  const units = Array.from({ length: count }, (_, at) => ({
    id: `don-vi-${String(from + at).padStart(6, "0")}`,
    name: { vi: `Đơn vị giả định ${from + at}` },
    group: at % 10 === 0 ? "special" : "general",
    kinds: dice.chance(6) ? ["no-investment"] : [],
  }));
  const drawn = units.map((unit) => drawUnit(set, unit.id, unit.kinds, leaves, dice));
  return {
    format: 1,
    set: set.id,
    edition: set.edition,
    title: { vi: "Đợt đo tốc độ (minh họa)" },
    status: "illustrative",
    units,
    councils: [
      {
        id: "hoi-dong",
        title: { vi: "Hội đồng thẩm định" },
        units: units.map(({ id }) => id),
        roles: [{ id: "to-cong-tac", title: { vi: "Tổ công tác" }, holders: [], decides: ["first"] }],
      },
    ],
    selfAssessments: drawn.map(({ selfAssessment }) => selfAssessment),
    ledger: drawn.flatMap(({ ledger }) => ledger),
    acts: [],
    tally: { batches: ["dot-1"], counts: drawn.flatMap(({ counts }) => counts) },
    statistics: drawn.flatMap(({ statistics }) => statistics),
    targets: drawn.flatMap(({ targets }) => targets),
  };
}

function drawUnit(
  set: CriteriaSet,
  unit: string,
  kinds: readonly string[],
  leaves: readonly LeafFile[],
  dice: Dice,
) {
  const quality = dice.between(60, 95);
  const exempt = new Set(
    set.exemptions.filter(({ kind }) => kinds.includes(kind)).flatMap(({ items }) => items),
  );
  const evidence = [
    { number: `${dice.between(11, 480)}/BC-DV`, issuer: "Đơn vị giả định", date: "2026-11-20", page: "3" },
  ];
  const answers: object[] = [];
  const ledger: object[] = [];
  const entry = (item: string) => ({
    unit,
    item,
    stage: "first",
    by: "to-cong-tac",
    date: "2027-01-12",
    reason: "Đối chiếu hồ sơ",
  });
  for (const leaf of leaves) {
    if (leaf.source !== "appraisal" || exempt.has(leaf.number)) continue;
    const facts = factsOf(leaf, quality, sizes, dice);
    if (leaf.scoredBy === "appraiser") {
      ledger.push({ kind: "adjust", ...entry(leaf.number), facts });
      continue;
    }
    const claims = leaf.notApplicable !== undefined && dice.chance(2);
    answers.push(
      claims
        ? { item: leaf.number, notApplicable: { reason: "Không phát sinh trong năm" } }
        : { item: leaf.number, facts, evidence },
    );
    if (claims) ledger.push({ kind: "accept", ...entry(leaf.number) });
    else if (dice.chance(4))
      ledger.push({ kind: "adjust", ...entry(leaf.number), facts: factsOf(leaf, quality - 10, sizes, dice) });
  }
  const bonus = dice.chance(10)
    ? [{ kind: "adjust", ...entry("9.1.1"), facts: { count: dice.between(1, 4) } }]
    : [];
  const counts = (set.survey?.questionnaires ?? []).map((form) =>
    drawForms(form, unit, quality, dice.between(110, 420), dice),
  );
  const satisfied = hundredths(quality * 100 + dice.between(-500, 450));
  const statistics = [
    { unit, item: "8.2.1", facts: { percent: satisfied } },
    { unit, item: "8.2.2", facts: { count: dice.between(60, 700) } },
  ];
  const targets = [
    { unit, item: "8.2.2", facts: { count: dice.between(80, 600) } },
    ...(dice.chance(50) ? [{ unit, item: "1.5", facts: { count: dice.between(1, 6) } }] : []),
  ];
  return {
    selfAssessment: { unit, submitted: "2026-12-15", answers },
    ledger: [...ledger, ...bonus],
    counts,
    statistics,
    targets,
  };
}
