// The rows of the benchmark's tables: what is measured, against what, with which target.
import type { CriteriaSet } from "../../src/criteria-set.ts";
import { assess, explain, indexes, readRound } from "../../src/index.ts";
import { peers, scopesOf, spreadsheet } from "./engines.ts";
import { type FloorPlan, floorPlan } from "./floor.ts";
import { bareIndexes } from "./floor-bare.ts";
import { floorTree, treeScores } from "./floor-tree.ts";
import { measure, short } from "./measure.ts";
import { benchRound, sets } from "./round.ts";

/** One line of a table; `more` says that a higher ratio is better. */
export interface Row {
  readonly cells: readonly string[];
  readonly ratio?: number | undefined;
  readonly target?: number | undefined;
  readonly more?: boolean;
}

export interface Section {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly Row[];
}

const units = 300;
const rounds = 7;
const least = 200_000;

/** The two variants of the set with a round each, read in once. */
function variants() {
  const { unrounded, rounded } = sets();
  return [variant("unrounded", unrounded, units), variant("rounding.items", rounded, units)] as const;
}

function variant(name: string, set: CriteriaSet, count: number) {
  const round = readRound(set, benchRound(set, count));
  const plan = floorPlan(set);
  return { name, set, round, plan, tree: floorTree(plan) };
}

type Variant = ReturnType<typeof variant>;

/** Scores, indexes and their peers, for each variant. */
export function mainRows(): readonly Section[] {
  return variants().map(mainSection);
}

function mainSection({ name, set, round, plan, tree }: Variant): Section {
  const exact = assess(set, round);
  const engines = peers(plan);
  const sheet = spreadsheet(plan);
  const numbers = scopesOf(plan, round);
  const few = numbers.slice(0, 60);
  const ready = (name: string): string => `${name}, numbers ready`;
  const times = measure(
    [
      { name: "bare", units, run: () => bareIndexes(plan, round) },
      { name: "tree", units, run: () => treeScores(tree, round) },
      { name: "indexes", units, run: () => indexes(set, round) },
      { name: "assess", units, run: () => assess(set, round) },
      { name: "explain", units, run: () => explainEach(set, round) },
      ...engines.map((it) => ({ name: it.name, units, run: () => it.run(scopesOf(plan, round)) })),
      ...engines.map((it) => ({ name: ready(it.name), units, run: () => it.run(numbers) })),
      { name: sheet.name, units: few.length, run: () => sheet.run(few) },
    ],
    rounds,
    least,
  );
  const of = (it: string): number => times.get(it) as number;
  const fastest = Math.min(...engines.slice(1).map((it) => of(it.name)));
  const rowed = set.policies.rounding.items;
  const against = (task: string, floor: string, target?: number, label = task): Row => ({
    cells: [label, short(of(task)), `${short(of(task) / of(floor))} × ${floor}`, ""],
    ratio: of(task) / of(floor),
    target,
  });
  const rows: Row[] = [
    { cells: ["floor: bare", short(of("bare")), "", wrongOf(exact, indexTexts(plan, round))] },
    { cells: ["floor: tree", short(of("tree")), "", treeWrong(exact, tree, round)] },
    ...engines.flatMap((it): Row[] => [
      {
        cells: [
          it.name,
          short(of(it.name)),
          `${short(of(it.name) / of("indexes"))} × indexes`,
          wrongOf(exact, it.run(numbers)),
        ],
      },
      // What it takes of that by itself, where somebody has put the round's figures into flat variables before.
      { cells: ["  its numbers ready", short(of(ready(it.name))), "", ""] },
    ]),
    {
      cells: [
        sheet.name,
        short(of(sheet.name)),
        `${short(of(sheet.name) / of("indexes"))} × indexes`,
        wrongOf(exact, sheet.run(scopesOf(plan, round))),
      ],
    },
    against("indexes", "bare", rowed ? 3 : 5),
    {
      cells: ["", "", `${short(fastest / of("indexes"))} × faster than the fastest engine`, ""],
      ratio: fastest / of("indexes"),
      target: rowed ? 5 : 3,
      more: true,
    },
    against("assess", "tree", 1.5, "assess: score and rank"),
    against("explain", "tree", 3, "score and explain, one by one"),
  ];
  return {
    title: `${units} units, ${plan.leaves.length} items, ${name}: µs a unit`,
    head: ["", "µs", "ratio", "wrong totals/indexes/ranks"],
    rows,
  };
}

/** Somebody who asks why reads one explanation at a time: each is dropped before the next. */
function explainEach(set: CriteriaSet, round: Variant["round"]): unknown {
  let last: unknown;
  for (const { id } of round.units) last = explain(set, round, id);
  return last;
}

const indexTexts = (plan: FloorPlan, round: Variant["round"]) =>
  [...bareIndexes(plan, round)].map((it) => ({ total: undefined, index: (it / 100).toFixed(2) }));

/** How many totals (sums of the leaves), indexes and places by index alone differ from the exact ones. */
function wrongOf(
  exact: ReturnType<typeof assess>,
  own: readonly { readonly total: string | undefined; readonly index: string }[],
): string {
  const { scores } = exact;
  const totals = scores.map((score) => exactTotal(score));
  const places = placesBy(scores.map(({ index }) => Number(index)));
  const ownPlaces = placesBy(own.map(({ index }) => Number(index)));
  const count = (differs: (at: number) => boolean): number => scores.filter((_, at) => differs(at)).length;
  const wrongTotals = own[0]?.total === undefined ? "–" : count((at) => own[at]?.total !== totals[at]);
  return `${wrongTotals} / ${count((at) => own[at]?.index !== scores[at]?.index)} / ${count((at) => ownPlaces[at] !== places[at])}`;
}

const placesBy = (values: readonly number[]): readonly number[] =>
  values.map((own) => 1 + values.filter((it) => it > own).length);

/** The sum of the leaves alone, rounded: the points of the result less its lines. */
function exactTotal(score: ReturnType<typeof assess>["scores"][number]): string {
  const lines = score.lines.reduce((sum, { points }) => sum + Math.round(Number(points) * 100), 0);
  return ((Math.round(Number(score.points) * 100) - lines) / 100).toFixed(2);
}

function treeWrong(exact: ReturnType<typeof assess>, tree: Variant["tree"], round: Variant["round"]): string {
  const own = treeScores(tree, round);
  const wrong = exact.scores.filter((score, at) => JSON.stringify(score) !== JSON.stringify(own[at])).length;
  if (wrong > 0) throw new Error(`bench: the tree floor differs from the library in ${wrong} scores`);
  return "0 / 0 / 0";
}
