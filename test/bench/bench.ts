// npm run bench                 the table
// npm run bench -- --check      exits 1 where a figure is beyond twice its target

import { table } from "./measure.ts";
import { mainRows } from "./rows.ts";

const flags = new Set(process.argv.slice(2));
let missed = 0;
for (const { title, head, rows } of await mainRows()) {
  console.log(`\n${title}\n`);
  const shown = rows.map(({ cells, ratio, target, more }) => {
    const met =
      target === undefined || ratio === undefined ? undefined : more ? ratio >= target : ratio <= target;
    const twice =
      target === undefined || ratio === undefined ? false : more ? ratio < target / 2 : ratio > target * 2;
    if (twice) missed += 1;
    const verdict = met === undefined ? "" : met ? "met" : twice ? "MISSED" : "missed";
    return [...cells, target === undefined ? "" : `${more ? "≥" : "≤"} ${target}`, verdict];
  });
  console.log(table([[...head, "target", ""], ...shown]));
}
if (missed > 0) console.log(`\n${missed} beyond twice the target`);
if (flags.has("--check") && missed > 0) process.exitCode = 1;
