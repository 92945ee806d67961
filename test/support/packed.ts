/**
 * The package as a user gets it: `npm pack` of what `npm run build` left in dist/, installed by npm into an empty
 * folder with the two run-time dependencies, from this checkout's node_modules and without a network.
 */
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of this checkout. */
export const checkout = fileURLToPath(new URL("../..", import.meta.url));

/** A folder in which the package is installed. */
export interface Installed {
  /** The folder. */
  readonly folder: string;
  /** The files of the package, as npm lists them. */
  readonly files: readonly string[];
  /** Its size in bytes, unpacked. */
  readonly size: number;
  /** Removes it. */
  readonly remove: () => void;
}

/** What a command wrote to its two outputs; a command that fails throws with both in the message. */
interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. */
export function run(
  program: string,
  parameters: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Output> {
  const env = { ...process.env, NODE_OPTIONS: "", ...options.env };
  return new Promise((resolve, reject) => {
    execFile(
      program,
      parameters,
      { cwd: options.cwd, env, maxBuffer: 100_000_000 },
      (error, stdout, stderr) => {
        if (error === null) resolve({ stdout, stderr });
        else reject(new Error(`${program} ${parameters.join(" ")}\n${stdout}\n${stderr}`, { cause: error }));
      },
    );
  });
}

/** Packs the package and installs it, with the consumers of test/package/ beside it. */
export async function installPacked(): Promise<Installed> {
  if (!existsSync(join(checkout, "dist/index.js"))) {
    throw new Error("dist/ is missing: run `npm run build` first; `npm test` does");
  }
  const folder = mkdtempSync(join(tmpdir(), "par-index-packed-"));
  const packed = await run(
    "npm",
    ["pack", "--json", "--ignore-scripts", "--loglevel=error", "--pack-destination", folder],
    {
      cwd: checkout,
    },
  );
  const [{ filename, files, unpackedSize }] = JSON.parse(packed.stdout) as [
    { filename: string; files: readonly { path: string }[]; unpackedSize: number },
  ];
  cpSync(join(checkout, "test/package/consumers"), folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true }));
  const dependencies = ["zod", "decimal.js"].map((name) => `file:${join(checkout, "node_modules", name)}`);
  await run(
    "npm",
    [
      "install",
      "--offline",
      "--install-links",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
      `file:${join(folder, filename)}`,
      ...dependencies,
    ],
    { cwd: folder },
  );
  return {
    folder,
    files: files.map(({ path }) => path),
    size: unpackedSize,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
