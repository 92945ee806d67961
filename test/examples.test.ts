/** Every documented example is run: each `@example` of `src/`, each TypeScript fence of the README and of `docs/`. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runExample } from "./support/examples.ts";

const root = new URL("..", import.meta.url).pathname;

function files(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((it) => it.isFile() && it.name.endsWith(ending) && !it.parentPath.includes("/docs/site"))
    .map((it) => join(it.parentPath, it.name).slice(root.length))
    .sort();
}

interface Fence {
  readonly place: string;
  readonly code: string;
}

function docstringExamples(file: string): Fence[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/@example\s*\n((?:\s*\*.*\n)*?)\s*\*\s*```ts\n([\s\S]*?)\*\s*```/g)].map(
    (match) => ({
      place: `${file}:${text.slice(0, match.index).split("\n").length}`,
      code: (match[2] as string).replace(/^\s*\* ?/gm, ""),
    }),
  );
}

/** The fences of a page; `ts nocheck` is for shapes that are not run. */
const fencesOf = (file: string): readonly string[] =>
  [...readFileSync(join(root, file), "utf8").matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(
    (match) => match[1] as string,
  );

/** Fences of one page are run as one program, top to bottom, as a reader would. */
function pageExamples(file: string): Fence[] {
  const fences = fencesOf(file);
  return fences.length === 0 ? [] : [{ place: file, code: withoutRepeatedImports(fences.join("\n")) }];
}

/** Each fence may repeat the imports that it needs; a name is imported once. */
function withoutRepeatedImports(code: string): string {
  const known = new Set<string>();
  return code.replace(/^import \{([^}]*)\} from "([^"]+)";$/gm, (_, names: string, from: string) => {
    const fresh = names
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "" && !known.has(name));
    for (const name of fresh) known.add(name);
    return fresh.length === 0 ? "" : `import { ${fresh.join(", ")} } from "${from}";`;
  });
}

const examples = [
  ...files("src", ".ts").flatMap(docstringExamples),
  // Each of the README is copied alone.
  ...fencesOf("README.md").map((code, at): Fence => ({ place: `README.md, ${at + 1}`, code })),
  ...files("docs", ".md").flatMap(pageExamples),
];

describe("documented examples", () => {
  test("there are examples to run", () => expect(examples.length).toBeGreaterThan(10));

  test.each(examples.map((it) => [it.place, it.code] as const))(
    "%s gives what it promises",
    async (_, code) => {
      const promises = await runExample(code);
      expect(promises.length, "promises of the example").toBeGreaterThan(0);
      for (const { actual, expected, code: line } of promises)
        expect(`${line} => ${actual}`).toBe(`${line} => ${expected}`);
    },
  );
});

describe("npm run example", () => {
  test("fits on three screens of 100 columns, and writes the files that it names", () => {
    const folder = join(root, "reports/example");
    rmSync(folder, { recursive: true, force: true });
    const printed = execFileSync("npx", ["tsx", "docs/examples/example.ts"], { cwd: root, encoding: "utf8" });
    const lines = printed.trimEnd().split("\n");
    expect(lines.length).toBeLessThan(110);
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    const named = printed.match(/reports\/example\/\S+/g) ?? [];
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  }, 60_000);
});
