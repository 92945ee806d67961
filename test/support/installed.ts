/**
 * A folder in which the package is installed as a reader of a guide has it: bundled from the source, so that no build has
 * to be there before a test. What the built package itself is worth is tried in test/package/.
 */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";

const root = new URL("../..", import.meta.url).pathname;
const entries = ["index", "criteria", "audit", "check", "process", "report"];

/** How a command ended. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder with the package, and the spreadsheet libraries of the guide, in node_modules. */
interface Installed {
  readonly folder: string;
  /** Runs `node` with some words, in the folder or elsewhere. */
  readonly node: (words: readonly string[], cwd?: string) => Promise<Ended>;
  /** Runs the command `par-index`. */
  readonly bin: (words: readonly string[], cwd?: string) => Promise<Ended>;
  readonly remove: () => void;
}

export function install(): Installed {
  const folder = mkdtempSync(join(tmpdir(), "par-index-"));
  const home = join(folder, "node_modules", "par-index");
  mkdirSync(home, { recursive: true });
  buildSync({
    entryPoints: [...entries, "bin"].map((name) => join(root, `src/${name}.ts`)),
    outdir: home,
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    mainFields: ["module", "main"],
  });
  const exported = entries.map((name) => [name === "index" ? "." : `./${name}`, `./${name}.js`]);
  const manifest = { name: "par-index", type: "module", exports: Object.fromEntries(exported) };
  writeFileSync(join(home, "package.json"), JSON.stringify(manifest));
  for (const name of ["write-excel-file", "read-excel-file"]) {
    symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
  }
  const node = (words: readonly string[], cwd = folder): Promise<Ended> =>
    new Promise((resolve) => {
      execFile(process.execPath, words, { cwd }, (error, out, err) => {
        resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err });
      });
    });
  return {
    folder,
    node,
    bin: (words, cwd) => node([join(home, "bin.js"), ...words], cwd),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
