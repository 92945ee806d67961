/**
 * The long run of single-byte flips: `tsx test/soak/flips.ts [seed]`. 100,000 in records, of which every one must be
 * found and its place named, and 20,000 each in criteria files and rounds. Prints what became of them.
 */
import { readFileSync } from "node:fs";
import { seal } from "../../src/audit/record.ts";
import type { SealedRecord } from "../../src/audit/record-shape.ts";
import { criteriaSet } from "../../src/criteria.ts";
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

const random = randomOf(Number(process.argv[2] ?? 20260101));
const departments = criteriaSet("hoa-lam/department/2026");
const parsed = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const shipped: SealedRecord = parsed("docs/examples/records/hoa-lam-so-y-te-2026.public.json");

const runs: readonly [string, number, (random: (n: number) => number) => Outcome][] = [
  [
    "the record of a small set",
    95_000,
    recordFlipper(seal(smallSet, smallRound(), { unit: "hoa-lam/so-a" }), smallSet),
  ],
  ["a shipped record", 5_000, recordFlipper(shipped, departments)],
  ["a small criteria file", 19_000, setFlipper(rawSmallSet())],
  ["a shipped criteria file", 1_000, setFlipper(parsed("criteria/hoa-lam/department/2026.1.json"))],
  ["a small round", 20_000, roundFlipper(smallSet, smallRound())],
];

for (const [what, times, flip] of runs) {
  const started = performance.now();
  const counts = countFlips(times, () => flip(random));
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${what}: ${times} flips, none unfound: ${JSON.stringify(counts)} (${seconds} s)`);
}
