/**
 * The long run of single-byte flips: `npx tsx test/soak/flips.ts [100000] [seed]`. So many in records, of which every one
 * must be found and its place named, and a fifth of that each in criteria files and rounds. Prints what became of them.
 */
import { readFileSync } from "node:fs";
import { seal } from "../../src/audit/record.ts";
import type { SealedRecord } from "../../src/audit/record-shape.ts";
import { criteriaSet } from "../../src/criteria.ts";
import { readRound } from "../../src/round/read.ts";
import {
  countFlips,
  type Outcome,
  randomOf,
  recordFlipper,
  roundFlipper,
  setFlipper,
} from "../support/flips.ts";
import { smallRound, set as smallSet } from "../support/rounds.ts";
import { smallSet as rawSmallSet } from "../support/sets.ts";

const flips = Number(process.argv[2] ?? 100_000);
const random = randomOf(Number(process.argv[3] ?? 20_260_101));
const departments = criteriaSet("hoa-lam/department/2026");
const parsed = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const shipped: SealedRecord = parsed("docs/examples/records/hoa-lam-so-y-te-2026.public.json");

const small = seal(smallSet, smallRound(), { unit: "hoa-lam/so-a" });
const smallRoundRead = readRound(smallSet, smallRound());

/** What is flipped, and how often for each hundred flips in records. */
const runs: readonly [string, number, (random: (n: number) => number) => Outcome][] = [
  ["the record of a small set", 50, recordFlipper(small, smallSet)],
  ["the same, verified with its round", 45, recordFlipper(small, smallSet, smallRoundRead)],
  ["a shipped record", 5, recordFlipper(shipped, departments)],
  ["a small criteria file", 19, setFlipper(rawSmallSet())],
  ["a shipped criteria file", 1, setFlipper(parsed("criteria/hoa-lam/department/2026.1.json"))],
  ["a small round", 20, roundFlipper(smallSet, smallRound())],
];

for (const [what, share, flip] of runs) {
  const times = Math.ceil((flips * share) / 100);
  const started = performance.now();
  const counts = countFlips(times, () => flip(random));
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${what}: ${times} flips, none unfound: ${JSON.stringify(counts)} (${seconds} s)`);
}
