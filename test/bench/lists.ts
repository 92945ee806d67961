// How reading, auditing and telling grow with each list that can be long: a round, a set or a table is made with n and
// with 4n of one thing, and everything else held still.

import inspectionFile from "../../docs/examples/hoa-lam-inspection-plan-2026.json" with { type: "json" };
import targetsFile from "../../docs/examples/hoa-lam-targets-2026.json" with { type: "json" };
import { auditTable, gainsText, rankIntervals } from "../../src/audit.ts";
import { checkFramework } from "../../src/check.ts";
import type { CriteriaSet } from "../../src/criteria-set.ts";
import { checkCriteriaSet, checkRound, readCriteriaSet, readRound } from "../../src/index.ts";
import { checkInspections, checkTargets, readInspectionPlan, readTargetPlan } from "../../src/process.ts";
import { clause } from "../../src/words/words.ts";
import frameworkFile from "../support/small-framework.json" with { type: "json" };
import setFile from "../support/small-set.json" with { type: "json" };
import { benchRound, sets } from "./round.ts";

// biome-ignore lint/suspicious/noExplicitAny: raw JSON is made freely.
type Raw = any;

/** A list that can be long: what is made of n of its elements, and the call that is measured. */
export interface LongList {
  readonly name: string;
  /** A number of elements that takes some ten milliseconds. */
  readonly size: number;
  /** One that is enough to count work by. */
  readonly small: number;
  readonly make: (size: number) => () => unknown;
}

const many = <T>(size: number, one: (at: number) => T): T[] =>
  Array.from({ length: size }, (_, at) => one(at));

const smallSet = (): Raw => structuredClone(setFile);
const smallFramework = (): Raw => structuredClone(frameworkFile);

const withRound = (set: CriteriaSet, change: (round: Raw) => void): (() => unknown) => {
  const { statistics: _, targets: __, ...round }: Raw = benchRound(set, 20);
  round.selfAssessments.length = 1;
  round.tally.counts.length = 1;
  change(round);
  return () => checkRound(set, round);
};

const entry = (unit: string, change: Raw = {}): Raw => ({
  kind: "uphold",
  unit,
  item: "1.1.2",
  stage: "first",
  by: "to-cong-tac",
  date: "2027-01-12",
  ...change,
});

/** The small set with one list replaced. */
const smallWith = (change: (set: Raw) => void): (() => unknown) => {
  const raw: Raw = smallSet();
  change(raw);
  return () => checkCriteriaSet(raw);
};

/** The table of as many units, with as many columns, all totals alike or all apart. */
function tableOf(rows: number, columns: number, alike: boolean): () => unknown {
  const raw: Raw = smallFramework();
  const leaf = (number: string) => ({ number, title: { vi: `Mục ${number}` }, maxPoints: "1" });
  const items = many(columns, (at) => leaf(`${at + 1}`));
  const set = readCriteriaSet({
    ...raw,
    levels: [{ vi: "Lĩnh vực" }],
    items,
    maxPoints: `${columns}`,
    totals: undefined,
  });
  const parts = items.map(({ number, title, maxPoints }) => ({ id: number, title, maxPoints }));
  const table = {
    set: set.id,
    edition: set.edition,
    title: { vi: "Bảng" },
    source: "giả định",
    places: 4,
    parts,
    rows: many(rows, (at) => {
      const own = alike ? "0.5" : `0.${String(at % 10_000).padStart(4, "0")}`;
      return {
        unit: `u-${at}`,
        name: `Đơn vị ${at}`,
        parts: parts.map(() => own),
        total: alike ? `${columns / 2}` : `${(Number(own) * columns).toFixed(4)}`,
        place: alike ? at + 1 : rows - at,
      };
    }),
  };
  return () => auditTable(set, table);
}

const hostileIds = ["toString", "__proto__", "constructor", "hasOwnProperty"];

/** Every list, with a size that takes some ten milliseconds. */
export function longLists(): readonly LongList[] {
  return lists().map((list) => ({ ...list, small: list.small ?? 150 }));
}

function lists(): readonly (Omit<LongList, "small"> & { readonly small?: number })[] {
  const { unrounded: set } = sets();
  const unit = "don-vi-000003";
  return [
    {
      name: "entries of one item",
      size: 2000,
      make: (n) =>
        withRound(set, (round) => {
          round.ledger = many(n, () => entry(unit));
        }),
    },
    {
      name: "corrections of one item",
      size: 2000,
      make: (n) =>
        withRound(set, (round) => {
          round.ledger = many(n, (at) =>
            entry(unit, { stage: "correction", decision: { number: `${at}/QĐ`, date: "2027-01-12" } }),
          );
        }),
    },
    {
      name: "explanations of one item",
      size: 2000,
      make: (n) =>
        withRound(set, (round) => {
          round.ledger = many(n, () => entry(unit, { kind: "explain", by: "unit", reason: "x" }));
        }),
    },
    {
      name: "acceptances of one item",
      size: 2000,
      make: (n) =>
        withRound(set, (round) => {
          round.ledger = many(n, () => entry(unit, { kind: "accept", stage: "second" }));
        }),
    },
    {
      name: "roles, and entries by each",
      size: 500,
      make: (n) =>
        withRound(set, (round) => {
          round.councils[0].roles = many(n, (at) => ({
            id: `r-${at}`,
            title: { vi: "Vai" },
            decides: ["first"],
          }));
          round.ledger = many(n, (at) => entry(`don-vi-0000${10 + (at % 10)}`, { by: `r-${at}` }));
        }),
    },
    {
      name: "entries by unknown roles",
      size: 500,
      make: (n) =>
        withRound(set, (round) => {
          round.councils[0].roles = many(n, (at) => ({
            id: `r-${at}`,
            title: { vi: "Vai" },
            decides: ["first"],
          }));
          round.ledger = many(n, (at) => entry(`don-vi-0000${10 + (at % 10)}`, { by: `zzzzzzz-${at}` }));
        }),
    },
    {
      name: "entries on unknown items",
      size: 2000,
      make: (n) =>
        withRound(set, (round) => {
          round.ledger = many(n, (at) => entry(unit, { item: `zzzzzz-${at}` }));
        }),
    },
    {
      name: "acts of unknown stage, and units",
      size: 1000,
      make: (n) =>
        withRound(set, (round) => {
          const units = many(n, (at) => ({ id: `u-${at}`, name: { vi: "x" }, group: "general" }));
          round.units.push(...units);
          round.councils[0].units.push(...units.map(({ id }) => id));
          round.acts = many(n, () => ({ stage: "x", council: "hoi-dong", number: "1", date: "2027-01-12" }));
        }),
    },
    {
      name: "councils without id, and units",
      size: 1000,
      make: (n) =>
        withRound(set, (round) => {
          round.units.push(...many(n, (at) => ({ id: `u-${at}`, name: { vi: "x" }, group: "general" })));
          round.councils.push(...many(n, () => ({ title: { vi: "x" } })));
        }),
    },
    {
      name: "findings of one item",
      size: 2000,
      make: (n) =>
        withRound(set, (round) => {
          round.findings = many(n, (at) => ({
            id: `f-${at}`,
            unit,
            item: "1.1.2",
            what: "x",
            by: "y",
            date: "2026-05-05",
          }));
        }),
    },
    {
      name: "findings, and entries that cite them all",
      size: 200,
      make: (n) =>
        withRound(set, (round) => {
          round.findings = many(n, (at) => ({
            id: `f-${at}`,
            unit,
            item: "1.1.2",
            what: "x",
            by: "y",
            date: "2026-05-05",
          }));
          round.ledger = many(n, (at) => entry(unit, { findings: [`f-${at}`] }));
        }),
    },
    {
      name: "answers on one item",
      size: 2000,
      make: (n) =>
        withRound(set, (round) => {
          round.selfAssessments[0].answers = many(n, () => ({
            item: "1.1.2",
            facts: { numerator: 1, denominator: 2 },
          }));
        }),
    },
    {
      name: "evidence of one answer",
      size: 2000,
      make: (n) =>
        withRound(set, (round) => {
          round.selfAssessments[0].answers[0].evidence = many(n, (at) => ({
            number: `${at}`,
            issuer: "x",
            date: "2026-10-10",
          }));
        }),
    },
    {
      name: "kinds of one unit",
      size: 2000,
      make: (n) =>
        withRound(set, (round) => {
          round.units[0].kinds = many(n, (at) => `k-${at}`);
        }),
    },
    {
      name: "units of one unknown group",
      size: 2000,
      make: (n) =>
        withRound(set, (round) => {
          round.units.push(
            ...many(n, (at) => ({ id: `u-${at}`, name: { vi: "x" }, group: `zzzzzzz-${at}` })),
          );
        }),
    },
    {
      name: "batches",
      size: 5000,
      make: (n) =>
        withRound(set, (round) => {
          round.tally.batches = many(n, (at) => `b-${at}`);
        }),
    },
    {
      name: "options of one question",
      size: 2000,
      make: (n) =>
        withRound(set, (round) => {
          round.tally.counts[0].questions[0].options = many(n, (at) => ({ option: `o-${at}`, count: 1 }));
        }),
    },
    {
      name: "questions of one form",
      size: 2000,
      make: (n) =>
        withRound(set, (round) => {
          round.tally.counts[0].questions = many(n, (at) => ({ question: `q-${at}`, options: [] }));
        }),
    },
    {
      name: "holes in a list",
      size: 100_000,
      make: (n) =>
        withRound(set, (round) => {
          const holes: unknown[] = [];
          holes[n] = {};
          round.ledger = holes;
        }),
    },
    {
      name: "unknown keys of one entry",
      size: 2000,
      make: (n) =>
        withRound(set, (round) => {
          round.ledger = [{ ...entry(unit), ...Object.fromEntries(many(n, (at) => [`zz-${at}`, 1])) }];
        }),
    },
    {
      name: "ids that every object has",
      size: 2000,
      make: (n) =>
        withRound(set, (round) => {
          round.ledger = many(n, (at) =>
            entry(hostileIds[at % 4] ?? "", { item: hostileIds[at % 4], by: hostileIds[at % 4] }),
          );
        }),
    },
    {
      name: "siblings",
      size: 1000,
      make: (n) =>
        smallWith((raw) => {
          raw.items = many(n, (at) => ({ ...raw.items[1].items[0], number: `${at + 1}`, id: undefined }));
        }),
    },
    {
      name: "siblings of one number",
      size: 1000,
      make: (n) =>
        smallWith((raw) => {
          raw.items = many(n, () => ({ ...raw.items[1].items[0], number: "1" }));
        }),
    },
    {
      name: "options of one choice",
      size: 1000,
      make: (n) =>
        smallWith((raw) => {
          raw.items[0].items[0].items[0].rule.options = many(n, (at) => ({
            id: `o-${at}`,
            title: { vi: `Mức ${at}` },
            points: "0",
          }));
        }),
    },
    {
      name: "bands",
      size: 1000,
      make: (n) =>
        smallWith((raw) => {
          raw.items[0].items[0].items[0].rule = {
            kind: "bands",
            of: "number",
            what: { vi: "x" },
            better: "higher",
            bands: many(n, (at) => ({ from: `${n - at}`, below: `${n - at + 1}`, points: "0" })),
          };
        }),
    },
    {
      name: "examples",
      size: 1000,
      make: (n) =>
        smallWith((raw) => {
          raw.items[0].items[0].items[0].examples = many(n, () => ({
            facts: { choice: "dung-han" },
            points: "1",
          }));
        }),
    },
    {
      name: "exemptions",
      size: 1000,
      make: (n) =>
        smallWith((raw) => {
          raw.exemptions = many(n, () => ({ ...raw.exemptions[0] }));
        }),
    },
    {
      name: "tie-breakers",
      size: 1000,
      make: (n) =>
        smallWith((raw) => {
          raw.ranking = { tieBreakers: many(n, (at) => ({ by: "item", id: `${at}` })) };
        }),
    },
    {
      name: "grades",
      size: 1000,
      make: (n) =>
        smallWith((raw) => {
          raw.grades = many(n, (at) => ({ id: `g-${at}`, title: { vi: `Hạng ${at}` }, from: `${n - at}` }));
        }),
    },
    {
      name: "bonus lines",
      size: 1000,
      make: (n) =>
        smallWith((raw) => {
          raw.bonus.lines = many(n, (at) => ({ ...raw.bonus.lines[0], id: `t-${at}`, number: `${at + 1}` }));
        }),
    },
    {
      name: "frameworks",
      size: 500,
      make: (n) => {
        const items = many(n, (at) => ({
          number: `${at + 1}`,
          title: { vi: `Lĩnh vực ${at}` },
          maxPoints: "2",
        }));
        const set = readCriteriaSet({
          ...smallFramework(),
          levels: [{ vi: "Lĩnh vực" }],
          items,
          maxPoints: `${2 * n}`,
          totals: undefined,
        });
        const other = readCriteriaSet({
          ...smallFramework(),
          levels: [{ vi: "Lĩnh vực" }],
          items: items.map((it) => ({ ...it, title: { vi: `${it.title.vi}!` } })),
          maxPoints: `${2 * n}`,
          totals: undefined,
        });
        return () => checkFramework(other, set);
      },
    },
    { name: "auditTable: rows of different totals", size: 500, make: (n) => tableOf(n, 3, false) },
    { name: "auditTable: rows of one total", size: 500, make: (n) => tableOf(n, 3, true) },
    { name: "auditTable: columns", size: 500, make: (n) => tableOf(4, n, false) },
    {
      name: "rankIntervals: units",
      size: 100,
      make: (n) => {
        const round = readRound(set, benchRound(set, n));
        return () => rankIntervals(set, round, { runs: 5, seed: 1, vary: { weights: 20, surveys: true } });
      },
    },
    {
      name: "checkTargets: results that are none",
      size: 2000,
      make: (n) => {
        const targets = readTargetPlan(targetsFile);
        const junk = many(n, (at) => (at % 2 === 0 ? at : { target: `zzzzzz-${at}`, unit: "x" }));
        return () => checkTargets(targets, junk as Raw);
      },
    },
    {
      name: "checkInspections: visits that are none",
      size: 2000,
      make: (n) => {
        const inspections = readInspectionPlan(inspectionFile);
        const junk = many(n, (at) => (at % 2 === 0 ? at : { unit: `zzzzzz-${at}`, what: "x" }));
        return () => checkInspections(inspections, junk as Raw);
      },
    },
    {
      name: "stops at the end of a reason",
      size: 100_000,
      small: 4000,
      make: (n) => {
        const reason = `Đã đối chiếu${". ".repeat(n)}`;
        return () => clause(reason);
      },
    },
    {
      name: "gainsText: items",
      size: 1000,
      make: (n) => {
        const amount = { exact: "1", rounded: "1" };
        const losses = many(n, (at) => ({
          item: `${at}`,
          number: `${at}`,
          title: { vi: "x" },
          state: "scored",
          points: amount,
          maxPoints: "2",
          lost: amount,
          share: amount,
          gain: amount,
        }));
        const account: Raw = {
          state: "scored",
          set: "s",
          edition: 1,
          unit: "u",
          name: { vi: "U" },
          now: { count: 0, index: amount },
          lost: amount,
          lines: { exact: "0", rounded: "0" },
          losses,
          goal: { index: "9" },
          answer: {
            kind: "reachable",
            items: losses.map(({ item }) => item),
            result: { count: n, index: amount },
            proof: { state: "proven", short: { count: n - 1, index: amount } },
          },
        };
        return () => gainsText(account, "en");
      },
    },
  ];
}
