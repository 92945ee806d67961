/** The packed package on Node: its files, as ECMAScript modules and as CommonJS, typed, in any time zone and locale. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { docstringExamples } from "../support/examples.ts";
import { sourceFiles } from "../support/imports.ts";
import { checkout, type Installed, installPacked, run } from "../support/packed.ts";

let installed: Installed;
let expected: string;
beforeAll(async () => {
  installed = await installPacked();
  expected = (await node(["esm.mjs"], { TZ: "UTC", LANG: "en_US.UTF-8", LC_ALL: "en_US.UTF-8" })).stdout;
});
afterAll(() => installed?.remove());

const node = (parameters: readonly string[], env: Record<string, string> = {}) =>
  run(process.execPath, parameters, { cwd: installed.folder, env });

describe("the packed package", () => {
  test("has what a user needs, and nothing of the workshop", () => {
    const has = (pattern: RegExp) => installed.files.some((file) => pattern.test(file));
    for (const wanted of [
      /^LICENSE$/,
      /^README\.md$/,
      /^dist\/index\.d\.cts$/,
      /^dist\/bundled-licences\.txt$/,
      /^src\/number\.ts$/,
      /^criteria\/moha\/ministry\/2023\.1\.json$/,
      /^docs\/glossary\.md$/,
      /^docs\/examples\/hoa-lam-departments-2026\.json$/,
    ]) {
      expect(has(wanted), String(wanted)).toBe(true);
    }
    for (const unwanted of [
      /^test\//,
      /^docs\/(site|pictures)\//,
      /\.(map|xlsx|png)$/,
      /^node_modules\//,
      /^\.ci\//,
      /\.config\.ts$/,
    ]) {
      expect(has(unwanted), String(unwanted)).toBe(false);
    }
  });

  test("takes at most 9 MB", () => {
    expect(installed.size).toBeLessThanOrEqual(9_000_000);
  });

  test("has every page and file that its README names", () => {
    const page = readFileSync(join(checkout, "README.md"), "utf8");
    // Pictures stay in the repository, where the page of the registry finds them.
    const links = [...page.matchAll(/(?<!!\[[^\]]*)\]\((?!https?:|#)([^)#]+)/g)].map(([, path = ""]) => path);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((path) => !installed.files.includes(path))).toEqual([]);
  });

  test("asks for two packages at run time and no more", () => {
    const packages = readdirSync(join(installed.folder, "node_modules")).filter((it) => !it.startsWith("."));
    expect(packages).toEqual(["decimal.js", "par-index", "zod"]);
  });

  test("gives the same bytes as ECMAScript modules and as CommonJS, without a warning", async () => {
    const common = await node(["common.cjs"]);
    const esm = await node(["esm.mjs"]);
    expect(expected.length).toBeGreaterThan(100_000);
    expect(common.stdout === expected).toBe(true);
    expect(esm.stderr.trim()).toBe(process.version);
    expect(common.stderr.trim()).toBe(process.version);
  });

  test("keeps the sets of its two copies apart, and takes the data of either", async () => {
    expect((await node(["mixed.mjs"])).stdout).toBe("TypeError hoa-lam/commune/2026 known");
  });

  test.each([
    { TZ: "Asia/Ho_Chi_Minh", LANG: "vi_VN.UTF-8", LC_ALL: "vi_VN.UTF-8" },
    { TZ: "Pacific/Kiritimati", LANG: "C", LC_ALL: "C" },
    { TZ: "America/Los_Angeles", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
  ])("gives the same bytes in $TZ under $LANG", async (env) => {
    expect((await node(["esm.mjs"], env)).stdout === expected).toBe(true);
  });

  test("needs no eval: it runs where Node refuses to make code from text", async () => {
    const strict = await node(["--disallow-code-generation-from-strings", "esm.mjs"]);
    expect(strict.stdout === expected).toBe(true);
  });
});

describe("an app with only the package", () => {
  const modules = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };

  test("runs every example of the documentation of names", async () => {
    const examples = sourceFiles.flatMap((file) => docstringExamples(`src/${file}`));
    expect(examples.length).toBeGreaterThan(90);
    const folder = join(installed.folder, "documented");
    mkdirSync(folder);
    const names = examples.map(({ code }, at) => {
      writeFileSync(join(folder, `${at}.mjs`), ts.transpile(code, modules));
      return `./${at}.mjs`;
    });
    const all = `${names.map((name) => `await import(${JSON.stringify(name)});`).join("\n")}\nconsole.log("all");`;
    writeFileSync(join(folder, "all.mjs"), all);
    expect((await node(["--no-warnings", join("documented", "all.mjs")])).stdout).toBe("all\n");
  });

  test("shows form, ranking and explanation in both languages", async () => {
    const program = readFileSync(join(installed.folder, "app.mts"), "utf8");
    const tree = ts.createSourceFile("app.mts", program, ts.ScriptTarget.ES2022, true);
    const isAsserted = (it: ts.Node): boolean =>
      (ts.isAsExpression(it) && it.type.getText() !== "const") ||
      ts.isNonNullExpression(it) ||
      it.kind === ts.SyntaxKind.AnyKeyword ||
      it.getChildren().some(isAsserted);
    expect(isAsserted(tree)).toBe(false);
    writeFileSync(join(installed.folder, "app.mjs"), ts.transpile(program, modules));
    await expect((await node(["app.mjs"])).stdout).toMatchFileSnapshot("app.txt");
  });
});

describe("a program in TypeScript", () => {
  const tsc = join(checkout, "node_modules/typescript/bin/tsc");
  const compile = (name: string, compilerOptions: object, files: readonly string[]) => {
    const config = join(installed.folder, `tsconfig.${name}.json`);
    // Without the types of Node or of a browser, and with the library's own declarations checked.
    const shared = { strict: true, noEmit: true, skipLibCheck: false, types: [], resolveJsonModule: true };
    const options = { ...shared, target: "ES2022", lib: ["ES2022"], ...compilerOptions };
    writeFileSync(config, JSON.stringify({ compilerOptions: options, files }));
    return run(process.execPath, [tsc, "-p", config], { cwd: installed.folder });
  };

  test.each([
    [
      "NodeNext",
      { module: "NodeNext", moduleResolution: "NodeNext" },
      ["typed.mts", "inputs.mts", "app.mts", "typed-common.cts"],
    ],
    [
      "node16",
      { module: "Node16", moduleResolution: "Node16" },
      // Which knows no `with { type: "json" }`.
      ["inputs.mts", "typed-common.cts"],
    ],
    ["bundler", { module: "ESNext", moduleResolution: "bundler" }, ["typed.mts", "inputs.mts", "app.mts"]],
    [
      "exactOptionalPropertyTypes",
      { module: "NodeNext", moduleResolution: "NodeNext", exactOptionalPropertyTypes: true },
      ["typed.mts", "inputs.mts", "app.mts"],
    ],
    // As older projects have it: entries of the package are found by its `typesVersions`.
    ["node10", { module: "ESNext", moduleResolution: "node10", moduleSuffixes: [""] }, ["older.ts"]],
  ])("compiles under %s", async (name, options, files) => {
    expect((await compile(name, options, files)).stdout).toBe("");
  });
});
