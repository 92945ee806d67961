/**
 * Transcripts of a REPL in a page of Markdown: fences of `console` whose lines after a prompt are typed into the REPL
 * that the line `$ …` before them starts. A replay gives the page again with what is answered today.
 */
import { spawn } from "node:child_process";
import { checkout } from "./packed.ts";

/** A program that answers lines. */
interface Session {
  /** What it says before its first prompt. */
  readonly greeting: string;
  /** Types a line and gives the answer, up to the next prompt. */
  readonly type: (line: string) => Promise<string>;
  /** Ends it. */
  readonly end: () => void;
}

/** What the commands of a transcript start; the greeting of Node itself names its version and is not compared. */
const commands: Readonly<
  Record<string, { readonly parameters: readonly string[]; readonly greets: boolean }>
> = {
  "$ node": { parameters: ["-i"], greets: false },
  "$ npx par-index repl": { parameters: ["--import", "tsx", "src/bin.ts", "repl"], greets: true },
  "$ npx par-index repl --en": {
    parameters: ["--import", "tsx", "src/bin.ts", "repl", "--en"],
    greets: true,
  },
};

const prompt = "> ";

async function open(command: string): Promise<Session> {
  const known = commands[command];
  if (known === undefined)
    throw new Error(`a transcript starts with one of ${Object.keys(commands).join(", ")}`);
  const child = spawn(process.execPath, known.parameters, {
    cwd: checkout,
    env: { ...process.env, NODE_OPTIONS: "", NODE_REPL_HISTORY: "", NO_COLOR: "1", FORCE_COLOR: undefined },
  });
  let said = "";
  let heard = (): void => {};
  let failed = (_: Error): void => {};
  const listen = (chunk: string): void => {
    said += chunk;
    heard();
  };
  child.stdout.setEncoding("utf8").on("data", listen);
  child.stderr.setEncoding("utf8").on("data", listen);
  child.once("exit", (code) => failed(new Error(`${command} ended with ${code}: ${said}`)));
  const answer = (): Promise<string> =>
    new Promise((resolve, reject) => {
      heard = () => {
        if (said !== prompt && !said.endsWith(`\n${prompt}`)) return;
        resolve(said.slice(0, -prompt.length).trimEnd());
        said = "";
      };
      failed = reject;
      heard();
    });
  const greeting = await answer();
  return {
    greeting: known.greets ? greeting : "",
    type: (line) => {
      child.stdin.write(`${line}\n`);
      return answer();
    },
    end: () => {
      child.removeAllListeners("exit");
      child.stdin.end();
      child.kill();
    },
  };
}

/** Types what a page types, in its order, and gives the page with the answers of today. */
export async function replayed(page: string): Promise<string> {
  const parts = page.split(/^(```console\n[\s\S]*?^```)$/m);
  let session: Session | undefined;
  for (const [at, part] of parts.entries()) {
    if (!part.startsWith("```console\n")) continue;
    const lines = part.split("\n").filter((line) => line.startsWith("$ ") || line.startsWith(prompt));
    const told: string[] = [];
    for (const line of lines) {
      told.push(line);
      if (line.startsWith("$ ")) {
        session?.end();
        session = await open(line);
        told.push(session.greeting);
      } else {
        if (session === undefined) throw new Error("a transcript starts with a line `$ node`");
        told.push(await session.type(line.slice(prompt.length)));
      }
    }
    parts[at] = ["```console", ...told.filter((it) => it !== ""), "```"].join("\n");
  }
  session?.end();
  return parts.join("");
}
