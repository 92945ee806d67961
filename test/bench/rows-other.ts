// The rows beside scoring: sealing, one changed answer, the readers, the robustness of a ranking, growth, size.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "@noble/hashes/sha2.js";
import { recordParts } from "../../src/audit/record-shape.ts";
import { canonicalText, rankIntervals, seal } from "../../src/audit.ts";
import type { CriteriaSet } from "../../src/criteria-set.ts";
import {
  assess,
  change,
  checkCriteriaSet,
  indexes,
  readRound,
  readSelfAssessment,
  tally,
} from "../../src/index.ts";
import { reportHtml } from "../../src/report.ts";
import { bundle, scorePath } from "../support/bundle.ts";
import { checkout } from "../support/packed.ts";
import { type FloorPlan, floorPlan } from "./floor.ts";
import { bareIndexes } from "./floor-bare.ts";
import { type FloorTree, floorTree, treeScores } from "./floor-tree.ts";
import { longLists } from "./lists.ts";
import { cpu, heap, measure, median, short, timed } from "./measure.ts";
import { benchRound, sets } from "./round.ts";
import type { Row, Section } from "./rows.ts";

/** Sealing beside the bytes alone: the tree floor, and every part of every record written and hashed once. */
export function sealRows(): readonly Section[] {
  const { unrounded, rounded } = sets();
  const rows = [unrounded, rounded].map((set): Row => {
    const name = set.policies.rounding.items ? "rounding.items" : "unrounded";
    const round = readRound(set, benchRound(set, 60));
    const tree = floorTree(floorPlan(set));
    const parts = sealedParts(set, round);
    const times = measure(
      [
        { name: "sealed", units: 60, run: () => sealedFloor(tree, round, parts) },
        { name: "seal", units: 60, run: () => set.groups.map(({ id }) => seal(set, round, { group: id })) },
      ],
      5,
      200_000,
    );
    const [floor, own] = [times.get("sealed") as number, times.get("seal") as number];
    return {
      cells: [`seal, ${name}`, short(own), `${short(own / floor)} × sealed (${short(floor)})`],
      ratio: own / floor,
      target: 1.5,
    };
  });
  return [{ title: "Sealing both groups of 60 units: µs a unit", head: ["", "µs", "ratio"], rows }];
}

/** What is hashed for each record: its parts, the list of their digests, and the whole for the tree of the group. */
function sealedParts(set: CriteriaSet, round: ReturnType<typeof readRound>): readonly unknown[] {
  return set.groups.flatMap(({ id }) => {
    const record = seal(set, round, { group: id });
    const inOrder = (value: unknown): unknown => JSON.parse(canonicalText(value));
    return record.units.flatMap((unit) =>
      [...recordParts({ ...unit }).map(({ value }) => value), unit.digests, unit].map(inOrder),
    );
  });
}

function sealedFloor(
  tree: FloorTree,
  round: ReturnType<typeof readRound>,
  parts: readonly unknown[],
): number {
  treeScores(tree, round);
  const encoder = new TextEncoder();
  let sum = 0;
  for (const part of parts) sum += sha256(encoder.encode(JSON.stringify(part)))[0] as number;
  return sum;
}

/** One changed answer in a round of 3,321 units. */
export function changeRows(): readonly Section[] {
  const { unrounded: set } = sets();
  const count = 3321;
  const round = readRound(set, benchRound(set, count));
  const results = assess(set, round);
  const one = timed(() => assess(set, round), 3) / count;
  const evidence = [{ number: "12/BC-DV", issuer: "Đơn vị giả định", date: "2026-11-20" }];
  const ask = (unit: number, item: string, facts: object) => () =>
    change(set, round, results, { unit: round.units[unit]?.id ?? "", item, answer: { facts, evidence } });
  const first = timed(ask(5, "1.1.2", { numerator: 1, denominator: 2 }), 1);
  let turn = 0;
  const rows: Row[] = [
    { cells: ["one unit's score (assess)", short(one), ""] },
    { cells: ["the first change after a result", short(first), `${short(first / one)} × one score`] },
  ];
  const ordinary = timed(() => ask(7 + turn++, "3.4.1", { numerator: 950 + turn, denominator: 1000 })(), 40);
  rows.push({
    cells: ["change: an ordinary leaf", short(ordinary), `${short(ordinary / one)} × one score`],
    ratio: ordinary / one,
    target: 50,
  });
  // The first few add up each unit's own leaves, once for a result; the following find these sums.
  const lead = () => ask(7 + turn++, "1.5", { count: 500 + turn })();
  const firstLead = timed(lead, 1);
  timed(lead, 15);
  const leader = timed(lead, 15);
  rows.push({
    cells: [
      "the first change of a relative leaf's leader",
      short(firstLead),
      `${short(firstLead / one)} × one score`,
    ],
  });
  rows.push({
    cells: [
      "change: a new leader of a relative leaf, 2,988 new indexes",
      short(leader),
      `${short(leader / one)} × one score`,
    ],
    ratio: leader / one,
    target: 50,
  });
  return [{ title: `One answer changed among ${count} units: µs`, head: ["", "µs", "ratio"], rows }];
}

/** The page of results of all communes of a country, without score sheets: processor time and size. */
export function pageRows(): readonly Section[] {
  const { unrounded: set } = sets();
  const count = 3321;
  const round = readRound(set, benchRound(set, count));
  let bytes = 0;
  const spent = timed(() => {
    bytes = Buffer.byteLength(reportHtml(set, round, { units: [] }));
  }, 3);
  const [seconds, megabytes] = [spent / 1_000_000, bytes / 1_000_000];
  const rows: Row[] = [
    { cells: ["made in seconds", short(seconds)], ratio: seconds, target: 10 },
    { cells: ["megabytes", short(megabytes)], ratio: megabytes, target: 5 },
  ];
  return [{ title: `The page of results of ${count} units`, head: ["", ""], rows }];
}

/** The readers: a set, a self-assessment, survey answers. */
export function smallRows(): readonly Section[] {
  const { unrounded: set } = sets();
  const file = JSON.parse(JSON.stringify(set));
  const { selfAssessments } = benchRound(set, 20) as { selfAssessments: readonly object[] };
  const answers = 100_000;
  const times = measure(
    [
      { name: "check the department set", units: 1, run: () => checkCriteriaSet(file) },
      {
        name: "read a self-assessment",
        units: selfAssessments.length,
        run: () => selfAssessments.map((it) => readSelfAssessment(set, it)),
      },
      {
        name: "tally an answer",
        units: answers,
        run: () => tally(set, responses(set, answers), { batch: "dot-1" }),
      },
    ],
    5,
    200_000,
  );
  const rows = [...times].map(([name, each]): Row => ({ cells: [name, short(each)] }));
  return [{ title: "Reading and counting: µs", head: ["", "µs"], rows }];
}

function* responses(set: CriteriaSet, answers: number): Iterable<object> {
  const form = set.survey?.questionnaires[0];
  const questions = form?.questions ?? [];
  for (let made = 0, at = 0; made < answers; made += questions.length, at++)
    yield {
      unit: `don-vi-${at % 34}`,
      questionnaire: form?.id,
      answers: questions.map(({ id }, q) => ({ question: id, option: "abcde"[(at + q) % 5] })),
    };
}

/** 10,000 rounds drawn over 34 units, weights and surveys together. */
export function robustnessRows(): readonly Section[] {
  const { unrounded: set } = sets();
  const round = readRound(set, benchRound(set, 34));
  const plan = floorPlan(set);
  const bare = measure([{ name: "bare", units: 34, run: () => bareIndexes(plan, round) }], 5, 200_000).get(
    "bare",
  ) as number;
  const runs = 10_000;
  const spent = timed(
    () => rankIntervals(set, round, { runs, seed: 2026, vary: { weights: 20, surveys: true } }),
    3,
  );
  const each = spent / runs / 34;
  const rows: Row[] = [
    {
      cells: ["a unit in one drawn round", short(each), `${short(each / bare)} × bare (${short(bare)})`],
      ratio: each / bare,
      target: 3,
    },
  ];
  return [
    {
      title: "rankIntervals: 10,000 runs over 34 units, weights and surveys: µs",
      head: ["", "µs", "ratio"],
      rows,
    },
  ];
}

/** Sizes of the entries and of what an app takes that bundles only what it calls; import time beside zod's. */
export async function sizeRows(): Promise<readonly Section[]> {
  const calls: readonly (readonly [string, string])[] = [
    ["assess alone", 'export { assess } from "./src/index.ts"'],
    ["entry par-index", 'export * from "./src/index.ts"'],
    ["entry par-index/criteria", 'export * from "./src/criteria.ts"'],
    ["entry par-index/audit", 'export * from "./src/audit.ts"'],
    ["entry par-index/check", 'export * from "./src/check.ts"'],
    ["entry par-index/process", 'export * from "./src/process.ts"'],
  ];
  // Whole, as its test bundles it: it reaches neither zod nor decimal.js.
  const path = (await bundle(scorePath("src/index.ts"))).gzipped / 1000;
  const rows: Row[] = [
    { cells: ["score path: mergeSurvey, score, rank", short(path)], ratio: path, target: 16 },
  ];
  for (const [name, code] of calls) {
    const size = (await bundle(code, packages)).gzipped / 1000;
    rows.push({ cells: [name, short(size)], ratio: size });
  }
  return [
    { title: "Size, minified and gzipped, zod and decimal.js external: kB", head: ["", "kB"], rows },
    {
      title: "Import in a new process: ms, medians of 9",
      head: ["", "ms", "ratio"],
      rows: await importRows(),
    },
  ];
}

const packages = ["zod", "decimal.js"];

async function importRows(): Promise<readonly Row[]> {
  // Beside the sources, so that zod is found as a user's app finds it.
  const folder = mkdtempSync(join(checkout, "node_modules", ".bench-"));
  try {
    const file = join(folder, "index.mjs");
    writeFileSync(file, (await bundle('export * from "./src/index.ts"', packages)).code);
    const time = (what: string): number => {
      const code = `const from = performance.now(); await import(${JSON.stringify(what)}); console.log(performance.now() - from);`;
      return median(
        Array.from({ length: 9 }, () =>
          Number(
            execFileSync(process.execPath, ["--input-type=module", "-e", code], {
              cwd: folder,
              encoding: "utf8",
            }),
          ),
        ),
      );
    };
    const [zod, own] = [time("zod"), time(file)];
    return [
      { cells: ["zod", short(zod), ""] },
      {
        cells: ["par-index, bundled, with zod", short(own), `${short(own / zod)} × zod`],
        ratio: own / zod,
        target: 1.5,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** 1,000 to 100,000 units in batches that are dropped; memory of 10,000 units in one round; a million answers. */
export function growthRows(): readonly Section[] {
  const { unrounded: set } = sets();
  const plan = floorPlan(set);
  return [batches(set), kept(set), million(set), oneRound(set, plan), everyList()];
}

function batches(set: CriteriaSet): Section {
  const counts = [1000, 3000, 10_000, 30_000, 100_000];
  const points: (readonly [number, number])[] = [];
  let done = 0;
  let spent = 0;
  for (const count of counts) {
    for (; done < count; done += 1000) {
      const round = readRound(set, benchRound(set, 1000, done));
      if (done === 0) for (let i = 0; i < 5; i++) indexes(set, round);
      spent += timed(() => indexes(set, round), 1);
    }
    points.push([count, spent]);
  }
  const exponent = slope(points);
  const rows = points.map(([count, all]): Row => ({ cells: [`${count} units`, short(all / count), ""] }));
  rows.push({ cells: ["fitted exponent", "", short(exponent)], ratio: exponent, target: 1.1 });
  return {
    title: "indexes, in batches of 1,000 units that are dropped: µs a unit",
    head: ["", "µs", ""],
    rows,
  };
}

/** The slope of the straight line through the logarithms. */
function slope(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (at: 0 | 1): number => logs.reduce((sum, it) => sum + it[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  return (
    logs.reduce((sum, it) => sum + (it[0] - x) * (it[1] - y), 0) /
    logs.reduce((sum, it) => sum + (it[0] - x) ** 2, 0)
  );
}

function kept(set: CriteriaSet): Section {
  const round = readRound(set, benchRound(set, 10_000));
  const before = heap();
  const result = indexes(set, round);
  const after = heap() - before;
  const rows: Row[] = [
    {
      cells: [`indexes and places of ${result.units.length} units`, short(after)],
      ratio: after,
      target: 100,
    },
  ];
  return { title: "Memory held beyond the inputs: MiB", head: ["", "MiB"], rows };
}

function million(set: CriteriaSet): Section {
  const rows = [10_000, 100_000, 1_000_000].map((answers): Row => {
    const before = heap();
    const from = cpu();
    const result = tally(set, responses(set, answers), { batch: "dot-1" });
    const each = (cpu() - from) / answers;
    const held = heap() - before;
    return {
      cells: [
        `${answers} answers, ${result.counts.length} units`,
        short(each),
        held < 0.1 ? "< 0.1" : short(held),
      ],
    };
  });
  return { title: "A tally: µs an answer, and memory held afterwards", head: ["", "µs", "MiB"], rows };
}

/** One round that grows: what batches cannot show is whether a single round stays linear. */
function oneRound(set: CriteriaSet, plan: FloorPlan): Section {
  const rows = [1000, 3000, 9000].map((count): Row => {
    const round = readRound(set, benchRound(set, count));
    const own = timed(() => indexes(set, round), 3) / count;
    const bare = timed(() => bareIndexes(plan, round), 3) / count;
    return { cells: [`${count} units`, short(own), `${short(own / bare)} × bare`] };
  });
  return { title: "indexes of one round: µs a unit", head: ["", "µs", ""], rows };
}

/** Every list that can be long: the time of n and of 4n of its elements, and the exponent between them. */
function everyList(): Section {
  const rows = longLists().map(({ name, size, make }): Row => {
    const times = [size, 4 * size].map((count) => {
      const run = make(count);
      run();
      return timed(run, 3);
    });
    const [few = 1, many = 1] = times;
    const exponent = Math.log(many / few) / Math.log(4);
    return {
      cells: [`${size} to ${4 * size} ${name}`, short(few), short(many), short(exponent)],
      ratio: exponent,
      target: 1.1,
    };
  });
  return { title: "Each list that can be long: µs", head: ["", "µs", "µs", "exponent"], rows };
}
