/**
 * The long runs one after the other, `npm run soak`: a million comparisons, then 100,000 flips in records; or fewer, with
 * `npm run soak -- 1000 100`. Ends with a line for each and one for all, and with 1 where a law was broken.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const [pairs = "1000000", flips = "100000"] = process.argv.slice(2);
const runs = [
  ["compare.ts", pairs],
  ["flips.ts", flips],
] as const;

const told = runs.map(([file, times]) => {
  const started = performance.now();
  const path = fileURLToPath(new URL(file, import.meta.url));
  const { status } = spawnSync(process.execPath, ["--import", "tsx", path, times], { stdio: "inherit" });
  const seconds = Math.round((performance.now() - started) / 1000);
  return { held: status === 0, line: `${file} ${times}: ${status === 0 ? "held" : "BROKEN"} (${seconds} s)` };
});
const held = told.filter((it) => it.held).length;
console.log(["", ...told.map(({ line }) => line), `soak: ${held} of ${runs.length} held`].join("\n"));
if (held < runs.length) process.exitCode = 1;
