// npm run bench                 the tables: scoring and its peers, reading, updating, sealing, a change, robustness, the page, size
// npm run bench -- --check      exits 1 where a figure is beyond twice its target
// npm run bench -- --reading    reading and updating alone
// npm run bench -- --growth     1,000 to 100,000 units, memory, a million answers (some minutes)

import { readFileSync } from "node:fs";
import { table } from "./measure.ts";
import { mainRows } from "./rows.ts";
import {
  changeRows,
  growthRows,
  pageRows,
  robustnessRows,
  sealRows,
  sizeRows,
  smallRows,
} from "./rows-other.ts";
import { readAlone, readRows, updateRows } from "./rows-read.ts";

const flags = new Set(process.argv.slice(2));
if (flags.has("--read-alone")) {
  console.log(JSON.stringify(readAlone(() => readFileSync(0, "utf8"))));
  process.exit();
}
const reading = [readRows, updateRows];
const sections = flags.has("--growth")
  ? [growthRows]
  : flags.has("--reading")
    ? reading
    : [mainRows, ...reading, sealRows, changeRows, smallRows, robustnessRows, pageRows, sizeRows];
let missed = 0;
for (const section of sections) {
  for (const { title, head, rows } of await section()) {
    console.log(`\n${title}\n`);
    const shown = rows.map(({ cells, ratio, target, more }) => {
      const given = ratio !== undefined && target !== undefined;
      if (!given) return [...cells, ...head.slice(cells.length).map(() => ""), "", ""];
      const met = more ? ratio >= target : ratio <= target;
      const twice = more ? ratio < target / 2 : ratio > target * 2;
      if (twice) missed += 1;
      const verdict = met ? "met" : twice ? "MISSED" : "missed";
      return [...cells, ...head.slice(cells.length).map(() => ""), `${more ? "≥" : "≤"} ${target}`, verdict];
    });
    console.log(table([[...head, "target", ""], ...shown]));
  }
}
if (missed > 0) console.log(`\n${missed} beyond twice the target`);
if (flags.has("--check") && missed > 0) process.exitCode = 1;
