/**
 * Runs documented examples: TypeScript with lines that end in `// => value`. The value is what Node's inspect prints
 * for the expression, or for the constant that the line declares. Imports of the package's entries mean its source.
 */
import { inspect } from "node:util";
import { transformSync } from "esbuild";

const entries: Readonly<Record<string, () => Promise<Record<string, unknown>>>> = {
  "par-index": () => import("../../src/index.ts"),
  "par-index/audit": () => import("../../src/audit.ts"),
  "par-index/check": () => import("../../src/check.ts"),
  "par-index/criteria": () => import("../../src/criteria.ts"),
  "par-index/process": () => import("../../src/process.ts"),
};

/** One expression of an example with what it promises. */
export interface Promised {
  readonly line: number;
  readonly code: string;
  readonly expected: string;
  readonly actual: string;
}

/**
 * Splits code into statements; a statement ends with a line that ends in `;` or in a promise. A promise on a line of its
 * own is that of the statement before it.
 */
function statements(code: string): { line: number; text: string; expected?: string }[] {
  const result: { line: number; text: string; expected?: string }[] = [];
  let text = "";
  let start = 1;
  code.split("\n").forEach((raw, at) => {
    const promise = /^(.*?)\s*\/\/ => (.*)$/.exec(raw);
    const line = promise ? (promise[1] as string) : raw;
    const before = result.at(-1);
    if (
      promise &&
      line.trim() === "" &&
      text.trim() === "" &&
      before !== undefined &&
      before.expected === undefined
    ) {
      before.expected = (promise[2] as string).trim();
      return;
    }
    if (text.trim() === "") start = at + 1;
    text += `${line}\n`;
    if (promise) result.push({ line: start, text, expected: (promise[2] as string).trim() });
    else if (/;\s*(\/\/.*)?$/.test(line) && balanced(text)) result.push({ line: start, text });
    else return;
    text = "";
  });
  if (text.trim() !== "") result.push({ line: start, text });
  return result;
}

/** True where no bracket is open, so that a statement may end here. */
function balanced(text: string): boolean {
  let open = 0;
  for (const sign of text.replace(/(["'`])(?:\\.|(?!\1)[\s\S])*\1/g, "").replace(/\/\/.*$/gm, "")) {
    if ("([{".includes(sign)) open += 1;
    if (")]}".includes(sign)) open -= 1;
  }
  return open === 0;
}

/** Runs an example and gives each promised value beside the actual one. */
export async function runExample(
  code: string,
  scope: Readonly<Record<string, unknown>> = {},
): Promise<Promised[]> {
  const found: Promised[] = [];
  const show = (value: unknown): string =>
    inspect(value, {
      breakLength: Number.POSITIVE_INFINITY,
      depth: 6,
      compact: true,
      maxArrayLength: 200,
      maxStringLength: 4000,
    });
  const body = statements(code)
    .map(({ line, text, expected }) => {
      const module = text.replace(
        /^\s*import\s*(type\s*)?\{([^}]*)\}\s*from\s*"([^"]+)";/gm,
        (_, type: string | undefined, names: string, from: string) =>
          type === undefined
            ? `const {${names.replace(/\s+as\s+/g, ": ").replace(/\btype\s+\w+,?/g, "")}} = await __load("${from}");`
            : "",
      );
      if (expected === undefined) return module;
      const declared = /^\s*(?:const|let)\s+(\w+)\b/.exec(module);
      const note = (value: string): string =>
        `__note(${line}, ${JSON.stringify(text.trim())}, ${JSON.stringify(expected)}, ${value});`;
      return declared
        ? `${module}\n${note(declared[1] as string)}`
        : note(`(${module.trim().replace(/;$/, "")})`);
    })
    .join("\n");
  const names = Object.keys(scope);
  const source = transformSync(
    `async function __example(${["__load", "__note", ...names].join(", ")}) {\n${body}\n}`,
    { loader: "ts" },
  ).code;
  const load = async (name: string): Promise<unknown> => {
    const entry = entries[name];
    return entry ? entry() : import(name);
  };
  const note = (line: number, text: string, expected: string, value: unknown): void => {
    found.push({ line, code: text, expected, actual: show(value) });
  };
  // biome-ignore lint/security/noGlobalEval: the examples are this repository's own documentation.
  const example = globalThis.eval(`${source}; __example`) as (...args: unknown[]) => Promise<void>;
  await example(load, note, ...names.map((name) => scope[name]));
  return found;
}
