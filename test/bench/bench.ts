// npm run bench                 the tables: scoring and its peers, sealing, a change, the readers, robustness, size
// npm run bench -- --check      exits 1 where a figure is beyond twice its target
// npm run bench -- --growth     1,000 to 100,000 units, memory, a million answers (some minutes)

import { table } from "./measure.ts";
import { mainRows } from "./rows.ts";
import {
  changeRows,
  growthRows,
  robustnessRows,
  sealRows,
  sizeRows,
  smallRows,
  updateRows,
} from "./rows-other.ts";

const flags = new Set(process.argv.slice(2));
const sections = flags.has("--growth")
  ? [growthRows]
  : [mainRows, sealRows, changeRows, updateRows, smallRows, robustnessRows, sizeRows];
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
