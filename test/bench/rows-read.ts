// The rows of reading: beside a bare copy and a hand-written reader, with something wrong in every unit, from the text
// to the ranking, in how little memory, and part by part.
import { execFileSync } from "node:child_process";
import type { CriteriaSet } from "../../src/criteria-set.ts";
import { assess, checkRound, indexes, readRound, updateRound } from "../../src/index.ts";
import type { Answer, Round } from "../../src/round.ts";
import { floorPlan } from "./floor.ts";
import { copied, floorRead } from "./floor-read.ts";
import { floorTree, treeScores } from "./floor-tree.ts";
import { heap, measure, short, timed } from "./measure.ts";
import { benchRound, sets } from "./round.ts";
import type { Row, Section } from "./rows.ts";

// biome-ignore lint/suspicious/noExplicitAny: raw JSON is changed freely.
type Raw = any;

/** Reading a round: beside its floors, with issues, and from the text to the ranking. */
export function readRows(): readonly Section[] {
  const { unrounded: set } = sets();
  const units = 1000;
  const text = JSON.stringify(benchRound(set, units));
  const parsed: unknown = JSON.parse(text);
  const read = floorRead(set);
  const tree = floorTree(floorPlan(set));
  if (JSON.stringify(read(parsed)) !== JSON.stringify(readRound(set, parsed)))
    throw new Error("bench: the floor of reading differs from the library");
  const faulty = withIssues(JSON.parse(text));
  const times = measure(
    [
      { name: "parse", units, run: () => JSON.parse(text) },
      { name: "copied", units, run: () => copied(parsed) },
      { name: "read", units, run: () => read(parsed) },
      { name: "readRound", units, run: () => readRound(set, parsed) },
      { name: "checkRound", units, run: () => checkRound(set, parsed) },
      { name: "faulty", units, run: () => checkRound(set, faulty) },
      { name: "tree", units, run: () => treeScores(tree, readOnce(set, parsed)) },
      { name: "ranked", units, run: () => assess(set, readRound(set, JSON.parse(text))) },
    ],
    5,
    1,
  );
  const of = (name: string): number => times.get(name) as number;
  const against = (what: string, own: number, floor: number, name: string, target?: number): Row => ({
    cells: [what, short(own), `${short(own / floor)} × ${name}`],
    ratio: own / floor,
    target,
  });
  const ranked = of("parse") + of("read") + of("tree");
  return [
    {
      title: `Reading ${units} units, ${short(text.length / 1e6)} MB of JSON: µs a unit`,
      head: ["", "µs", "ratio"],
      rows: [
        { cells: ["JSON.parse", short(of("parse"))] },
        { cells: ["floor: copied", short(of("copied"))] },
        against("floor: read", of("read"), of("copied"), "copied", 2),
        against("readRound", of("readRound"), of("read"), "read", 2.5),
        { cells: ["", "", `${short(of("readRound") / of("copied"))} × copied`] },
        against(
          "a warning in each unit, an error in each tenth",
          of("faulty"),
          of("checkRound"),
          "clean",
          1.5,
        ),
        against("text to ranking", of("ranked"), ranked, "(JSON.parse + read + tree)", 2),
      ],
    },
    {
      title: `What heap suffices to read ${heapUnits} units: MiB`,
      head: ["", "suffices"],
      rows: [heapRow()],
    },
  ];
}

/** One reading for the floor of scoring, which is not to be counted. */
let lastRead: Round | undefined;
function readOnce(set: CriteriaSet, parsed: unknown): Round {
  lastRead ??= readRound(set, parsed);
  return lastRead;
}

/** A text in each unit that is not in NFC, and in each tenth an answer that its rule does not know. */
function withIssues(round: Raw): Raw {
  round.selfAssessments.forEach(({ answers }: Raw, at: number) => {
    const [proven] = answers.filter(({ evidence }: Raw) => evidence !== undefined);
    proven.evidence[0].issuer = "Sở Nội vụ".normalize("NFD");
    if (at % 10 === 0) answers.find(({ facts }: Raw) => facts?.choice !== undefined).facts.choice = "zzz";
  });
  return round;
}

const heapUnits = 2000;

/** What a new process needs that holds the text and its value, and reads it. */
function heapRow(): Row {
  const text = JSON.stringify(benchRound(sets().unrounded, heapUnits));
  const alone = (mebibytes: number): ReadAlone | undefined => {
    try {
      const call = [`--max-old-space-size=${mebibytes}`, process.argv[1] as string, "--read-alone"];
      const said = execFileSync(process.execPath, call, { stdio: ["pipe", "pipe", "ignore"], input: text });
      return JSON.parse(said.toString()) as ReadAlone;
    } catch {
      return undefined;
    }
  };
  const held = alone(4000);
  if (held === undefined) throw new Error("bench: a process that reads alone has failed");
  // How many times the value there must be beside the text, to a tenth.
  let times = 30;
  while (times < 90 && alone(Math.ceil((times * held.value) / 10 + held.text)) === undefined) times += 1;
  const cells = [`the text (${short(held.text)}) and so many times the value (${short(held.value)})`];
  return { cells: [...cells, `${times / 10} × the value`], ratio: times / 10, target: 3 };
}

/** How many MiB a text and its value take. */
interface ReadAlone {
  readonly text: number;
  readonly value: number;
}

/** What the process of `heapRow` does. A text of which one sign is Vietnamese takes two bytes for each. */
export function readAlone(input: () => string): ReadAlone {
  const set = sets().unrounded;
  const empty = heap();
  const text = input();
  const before = heap();
  const parsed: unknown = JSON.parse(text);
  const value = heap() - before;
  readRound(set, parsed);
  return { text: before - empty, value };
}

/** A part saved in a large round, with the new ranking: against the score of one unit. */
export function updateRows(): readonly Section[] {
  const { unrounded: set } = sets();
  const count = 3321;
  const read = readRound(set, benchRound(set, count));
  const one = timed(() => assess(set, read), 2) / count;
  let round = updateRound(set, read, {}).round ?? read;
  assess(set, round);
  indexes(set, round);
  let turn = 0;
  const update = (parts: object): void => {
    const { round: next, issues } = updateRound(set, round, parts);
    if (next === undefined) throw new Error(`bench: ${issues[0]?.code}`);
    round = next;
  };
  const saved = (change: (answers: readonly Answer[]) => readonly object[]): void => {
    turn += 1;
    const own = round.selfAssessments[(turn * 37) % count];
    if (own !== undefined) update({ selfAssessments: [{ ...own, answers: change(own.answers) }] });
  };
  const form = (): void => saved((answers) => answers.filter(({ item }) => item !== "3.4.1"));
  const leader = (): void => {
    const facts = { count: 500 + turn };
    saved((answers) => answers.map((it) => (it.item === "1.5" ? { ...it, facts } : it)));
  };
  const decided = new Set(round.ledger.map(({ unit, item }) => `${unit} ${item}`));
  const free = round.units.filter(({ id }) => !decided.has(`${id} 1.1.2`));
  const entry = (): void => {
    turn += 1;
    const unit = free[turn]?.id;
    const who = { unit, item: "1.1.2", stage: "first", by: "to-cong-tac", date: "2027-01-12" };
    update({ ledger: [{ kind: "uphold", ...who }] });
  };
  const rows = (
    [
      ["a saved form, updateRound alone", undefined, form, undefined],
      ["a saved form, with indexes", 100, form, indexes],
      ["a saved form, with assess", 100, form, assess],
      ["an entry of the ledger, with indexes", 100, entry, indexes],
      ["an entry of the ledger, with assess", 100, entry, assess],
      ["a new leader of a relative item, with indexes", count, leader, indexes],
      ["a new leader of a relative item, with assess", count, leader, assess],
    ] as const
  ).map(([what, target, save, rank]): Row => {
    const run = (): void => {
      save();
      rank?.(set, round);
    };
    timed(run, 3);
    const time = timed(run, 9);
    const cells = [what, short(time), `${short(time / one)} × one score`];
    return target === undefined ? { cells } : { cells, ratio: time / one, target };
  });
  return [{ title: `A part saved among ${count} units: µs`, head: ["", "µs", "ratio"], rows }];
}
