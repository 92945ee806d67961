/**
 * Runs documented examples: TypeScript with statements that end in `// => value`, on their own line or on the next. The
 * value is what Node's inspect prints for the expression, or for the constant that is declared. Imports of the package's
 * entries mean its source.
 */
import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import ts from "typescript";

const entries: Readonly<Record<string, () => Promise<Record<string, unknown>>>> = {
  "par-index": () => import("../../src/index.ts"),
  "par-index/audit": () => import("../../src/audit.ts"),
  "par-index/check": () => import("../../src/check.ts"),
  "par-index/criteria": () => import("../../src/criteria.ts"),
  "par-index/process": () => import("../../src/process.ts"),
  "par-index/report": () => import("../../src/report.ts"),
};

/** One expression of an example with what it promises. */
interface Promised {
  readonly line: number;
  readonly code: string;
  readonly expected: string;
  readonly actual: string;
}

/** A piece of text that takes the place of what stands between two positions. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const promise = /^[ \t]*(?:\n[ \t]*)?\/\/ => (.*)/;

/** The statement without its promise, with a call that notes its value. */
function noting(statement: ts.Statement, file: ts.SourceFile): Edit | undefined {
  const expected = promise.exec(file.text.slice(statement.end))?.[1]?.trim();
  if (expected === undefined) return undefined;
  const text = statement.getText(file);
  const line = file.getLineAndCharacterOfPosition(statement.getStart(file)).line + 1;
  const note = (value: string): string =>
    `__note(${line}, ${JSON.stringify(text)}, ${JSON.stringify(expected)}, ${value});`;
  const place = { from: statement.getStart(file), to: statement.end };
  if (ts.isExpressionStatement(statement))
    return { ...place, text: note(`(${statement.expression.getText(file)})`) };
  const declared = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations[0]?.name
    : undefined;
  return declared && ts.isIdentifier(declared)
    ? { ...place, text: `${text}\n${note(declared.text)}` }
    : undefined;
}

/** An import as a constant; of types alone nothing is left. */
function loading(statement: ts.ImportDeclaration, file: ts.SourceFile): Edit {
  const clause = statement.importClause;
  const bindings = clause?.namedBindings;
  if (clause?.name !== undefined) {
    // A file of data.
    const data = `(await __load(${statement.moduleSpecifier.getText(file)})).default`;
    return {
      from: statement.getStart(file),
      to: statement.end,
      text: `const ${clause.name.text} = ${data};`,
    };
  }
  const names =
    bindings && ts.isNamedImports(bindings) && !clause?.isTypeOnly ? bindings.elements : undefined;
  const values = names?.filter((it) => !it.isTypeOnly).map((it) => it.getText(file).replace(" as ", ": "));
  const text = values?.length
    ? `const { ${values.join(", ")} } = await __load(${statement.moduleSpecifier.getText(file)});`
    : "";
  return { from: statement.getStart(file), to: statement.end, text };
}

/** The body of a function that runs the example. */
function instrumented(code: string): string {
  const file = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022, true);
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    const edit = ts.isImportDeclaration(node)
      ? loading(node, file)
      : ts.isExpressionStatement(node) || ts.isVariableStatement(node)
        ? noting(node, file)
        : undefined;
    if (edit !== undefined) edits.push(edit);
    else node.forEachChild(visit);
  };
  visit(file);
  const promises = code.match(/\/\/ => /g)?.length ?? 0;
  const noted = edits.filter(({ text }) => text.includes("__note(")).length;
  if (noted !== promises) throw new Error(`${promises - noted} promises follow no expression:\n${code}`);
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce((text, it) => text.slice(0, it.from) + it.text + text.slice(it.to), code);
}

/** Runs an example and gives each promised value beside the actual one. */
export async function runExample(code: string): Promise<Promised[]> {
  const found: Promised[] = [];
  const wide = {
    breakLength: Number.POSITIVE_INFINITY,
    compact: true,
    depth: 6,
    maxArrayLength: 200,
    maxStringLength: 4000,
  };
  const source = ts.transpile(`async function __example(__load, __note) {\n${instrumented(code)}\n}`, {
    target: ts.ScriptTarget.ES2022,
  });
  const load = async (name: string): Promise<unknown> => {
    const entry = entries[name];
    if (entry !== undefined) return entry();
    const data = /^par-index\/(examples|criteria)\/(.*\.json)$/.exec(name);
    if (data === null) return import(name);
    const folder = data[1] === "examples" ? "docs/examples" : "criteria";
    return {
      default: JSON.parse(readFileSync(new URL(`../../${folder}/${data[2]}`, import.meta.url), "utf8")),
    };
  };
  const note = (line: number, text: string, expected: string, value: unknown): void => {
    found.push({ line, code: text, expected, actual: inspect(value, wide) });
  };
  // biome-ignore lint/security/noGlobalEval: the examples are this repository's own documentation.
  const example = globalThis.eval(`${source}; __example`) as (...args: unknown[]) => Promise<void>;
  await example(load, note);
  return found;
}

/** A piece of code of the documentation, and where it stands. */
export interface Fence {
  readonly place: string;
  readonly code: string;
}

/** The examples in the comments of a file, named from the root of the checkout. */
export function docstringExamples(file: string): Fence[] {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
  return [...text.matchAll(/@example\s*\n((?:\s*\*.*\n)*?)\s*\*\s*```ts\n([\s\S]*?)\*\s*```/g)].map(
    (match) => ({
      place: `${file}:${text.slice(0, match.index).split("\n").length}`,
      code: (match[2] as string).replace(/^\s*\* ?/gm, ""),
    }),
  );
}
