/**
 * A guide whose commands are run: each line `$ …` of a `console` block is executed in a folder made for the page, and
 * what it prints today takes the place of what the page says. A line `…` stands for lines that the page leaves out. Blocks
 * of `js` show the scripts that the page runs, in the order in which it runs them.
 */
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { checkout } from "./packed.ts";

/** The files that the guides work with. */
export const guideFolder = join(checkout, "docs/examples/guide");

const scripts = ["make-form.mjs", "read-form.mjs"] as const;

/** The command and the scripts, bundled from the source, and folders in which to run them. */
interface Workshop {
  /** Makes a folder as the reader has it, with the files of the guide. */
  readonly folder: () => string;
  /** Gives the page with what its commands print in that folder today. */
  readonly replayed: (page: string, folder: string) => Promise<string>;
  /** Runs one line. */
  readonly typed: (line: string, folder: string) => Promise<string>;
  /** Removes everything. */
  readonly remove: () => void;
}

/** Opens a workshop. */
export function openWorkshop(): Workshop {
  const home = mkdtempSync(join(tmpdir(), "par-index-guide-"));
  const programs = join(home, "programs");
  mkdirSync(programs);
  symlinkSync(join(checkout, "node_modules"), join(home, "node_modules"));
  const entries = [join(checkout, "src/bin.ts"), ...scripts.map((name) => join(guideFolder, name))];
  buildSync({
    entryPoints: entries.map((path) => ({ in: path, out: path.replace(/^.*\/|\.\w+$/g, "") })),
    outdir: programs,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    mainFields: ["module", "main"],
    alias: { "par-index/check": join(checkout, "src/check.ts") },
    external: ["write-excel-file", "read-excel-file"],
  });
  let folders = 0;
  const typed = (line: string, folder: string): Promise<string> => {
    const [program = "", name = "", ...rest] = words(line);
    const file =
      program === "npx" && name === "par-index" ? "bin.mjs" : program === "node" ? name : undefined;
    if (file === undefined) throw new Error(`a guide types npx par-index or node, not ${line}`);
    return new Promise((resolve) => {
      execFile(process.execPath, [join(programs, file), ...rest], { cwd: folder }, (_, out, err) => {
        resolve(`${out}${err}`.trimEnd());
      });
    });
  };
  return {
    folder: () => {
      folders += 1;
      const folder = join(home, `reader-${folders}`);
      cpSync(guideFolder, folder, { recursive: true });
      cpSync(join(folder, "round-start.json"), join(folder, "my-round.json"));
      cpSync(join(folder, "2026.1.json"), join(folder, "my-set.json"));
      return folder;
    },
    replayed: async (page, folder) => {
      const parts = page.split(/^(```(?:console|js)\n[\s\S]*?^```)$/m);
      let script = 0;
      for (const [at, part] of parts.entries()) {
        if (part.startsWith("```js\n")) {
          const text = readFileSync(join(guideFolder, scripts[script++] ?? ""), "utf8");
          parts[at] = `\`\`\`js\n${text.trimEnd()}\n\`\`\``;
        }
        if (!part.startsWith("```console\n")) continue;
        const told: string[] = [];
        for (const { line, said } of commandsOf(part)) {
          const answer = await typed(line.slice(2), folder);
          told.push(line, isExcerpt(said, answer) ? said : answer);
        }
        parts[at] = ["```console", ...told, "```"].join("\n");
      }
      return parts.join("");
    },
    typed,
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** The words of a command; quotation marks hold one together. */
const words = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");

function commandsOf(block: string): readonly { readonly line: string; readonly said: string }[] {
  const body = block.split("\n").slice(1, -1).join("\n");
  return body
    .split(/^(?=\$ )/m)
    .map((it) => {
      const [line = "", ...said] = it.trimEnd().split("\n");
      return { line, said: said.join("\n") };
    })
    .filter(({ line }) => line.startsWith("$ "));
}

/** Whether what a page says are whole lines of the answer, in its order, with `…` for the others. */
function isExcerpt(said: string, answer: string): boolean {
  const pieces = said.split(/^…$/m);
  if (pieces.length === 1) return false;
  let from = 0;
  const text = `\n${answer}\n`;
  return pieces.every((piece) => {
    const wanted = piece.trim() === "" ? "\n" : `\n${piece.replace(/^\n|\n$/g, "")}\n`;
    const at = text.indexOf(wanted, from);
    from = at + wanted.length - 1;
    return at >= 0;
  });
}
