// Builds dist/: the six entries as ESM and CommonJS with types for both, and the command as ESM alone.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { defineConfig, type Options } from "tsup";

const entries = [
  "src/index.ts",
  "src/criteria.ts",
  "src/audit.ts",
  "src/check.ts",
  "src/process.ts",
  "src/report.ts",
];

// Bundled: the first two are ESM only, which CommonJS cannot require on Node 20; the ESM build of the third has
// imports without extensions, which neither Node nor a browser resolves. The fourth is for the command alone.
const bundled = ["@noble/hashes", "pure-rand", "jsonc-parser", "fflate"];

const shared: Options = {
  platform: "neutral",
  target: "es2022",
  dts: { entry: entries },
  sourcemap: true,
  splitting: true,
  noExternal: bundled.map((name) => new RegExp(`^${name}(/|$)`)),
  external: [/^node:/],
  removeNodeProtocol: false,
  esbuildOptions(options, { format }) {
    options.mainFields = ["module", "main"];
    // Splitting keeps one copy of each class and cache for all CommonJS entries, but passes the code through sucrase,
    // which turns these into calls of helpers; esbuild writes them out in place.
    if (format === "cjs") {
      options.supported = {
        "nullish-coalescing": false,
        "optional-chain": false,
        "logical-assignment": false,
      };
    }
  },
};

export default defineConfig(() => {
  // Once, before both builds start: tsup's own `clean` would let either delete what the other wrote.
  rmSync("dist", { recursive: true, force: true });
  return [
    { ...shared, format: "esm", entry: entries, onSuccess: writeLicences },
    // Apart: its REPL holds whole entries by name, which beside them would keep bundlers from leaving anything out.
    { ...shared, format: "esm", entry: ["src/bin.ts"], splitting: false, dts: false, sourcemap: false },
    { ...shared, format: "cjs", entry: entries },
  ];
});

// The licences of what is bundled ask to travel with it.
async function writeLicences(): Promise<void> {
  const texts = bundled.map((name) => {
    const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
    const file = name === "jsonc-parser" ? "LICENSE.md" : "LICENSE";
    return `${name} ${version} (${license})\n\n${readFileSync(`node_modules/${name}/${file}`, "utf8").trim()}\n`;
  });
  writeFileSync("dist/bundled-licences.txt", texts.join("\n---\n\n"));
}
