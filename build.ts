// Builds dist/: the six entries as ESM and CommonJS with types for both, and the command as ESM alone.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build, type Options } from "tsup";

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
  splitting: true,
  noExternal: bundled.map((name) => new RegExp(`^${name}(/|$)`)),
  external: [/^node:/],
  removeNodeProtocol: false,
  esbuildOptions(options, { format }) {
    options.mainFields = ["module", "main"];
    options.charset = "utf8";
    // Splitting keeps one copy of each class and cache for all CommonJS entries, but passes the code through sucrase,
    // which turns these into calls of helpers; esbuild writes them out in place.
    if (format === "cjs") {
      // Read by Node alone: whoever reads the code has the ECMAScript modules, and src/ beside them.
      options.minifyWhitespace = true;
      options.supported = {
        "nullish-coalescing": false,
        "optional-chain": false,
        "logical-assignment": false,
      };
    }
  },
};

// Once, before both builds start: tsup's own `clean` would let either delete what the other wrote.
rmSync("dist", { recursive: true, force: true });
await Promise.all([
  build({ ...shared, config: false, format: "esm", entry: [...entries, "src/bin.ts"] }),
  build({ ...shared, config: false, format: "cjs", entry: entries }),
]);
writeLicences();
plainTypes();

// The licences of what is bundled ask to travel with it.
function writeLicences(): void {
  const texts = bundled.map((name) => {
    const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
    const file = name === "jsonc-parser" ? "LICENSE.md" : "LICENSE";
    return `${name} ${version} (${license})\n\n${readFileSync(`node_modules/${name}/${file}`, "utf8").trim()}\n`;
  });
  writeFileSync("dist/bundled-licences.txt", texts.join("\n---\n\n"));
}

// A type says which texts there are; here in the project it says to the letter what they are, so that the names in them are
// checked where they are said. Whoever installs the package needs the first alone, at half the size.
function plainTypes(): void {
  const texts = /(?<=^declare const sections: \{\n)[\s\S]*?(?=^\};)/m;
  const changed = readdirSync("dist").filter((name) => {
    if (!/\.d\.c?ts$/.test(name)) return false;
    const types = readFileSync(`dist/${name}`, "utf8");
    const plain = types.replace(texts, (all) => all.replace(/: "(?:[^"\\]|\\.)*";$/gm, ": string;"));
    if (plain !== types) writeFileSync(`dist/${name}`, plain);
    return plain !== types;
  });
  if (changed.length !== 2) throw new Error(`the texts stand in the types of ${changed.join(", ")}`);
}
