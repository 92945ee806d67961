/** What an app's bundler makes of the library: minified, with what the app does not call left out. */
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { checkout } from "./packed.ts";

/** A bundle. */
interface Bundle {
  readonly code: Uint8Array;
  /** Its size as servers send it, in bytes. */
  readonly gzipped: number;
  /** The files of which something is left in it, as paths from the checkout. */
  readonly files: readonly string[];
}

/** Bundles a module that stands at the root of the checkout; imports of `external` packages are left as they are. */
export async function bundle(contents: string, external: readonly string[] = []): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: checkout, loader: "ts" },
    absWorkingDir: checkout,
    bundle: true,
    minify: true,
    format: "esm",
    // As Vite, Rollup and webpack keep them; esbuild by itself writes signs beyond ASCII by their numbers.
    charset: "utf8",
    external: [...external],
    write: false,
    metafile: true,
    logLevel: "error",
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  const files = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).filter((file) => inputs[file]?.bytesInOutput !== 0),
  );
  return { code, gzipped: gzipSync(code, { level: 9 }).length, files };
}

/** A module of the stage functions alone, from an entry of the checkout: the score path of `docs/readings.md`. */
export const scorePath = (entry: string): string => `export { mergeSurvey, rank, score } from "./${entry}"`;
