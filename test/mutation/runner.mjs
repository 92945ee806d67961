/**
 * Tries mutants within one process, so that each costs a few tenths of a second: the tests of the mutated files are put
 * into one script, with all of `src` that they import, and that script is run afresh for each mutant; of the tests run those
 * that reach the mutant, those first that were soonest done, to the first that fails. Of each law few cases are tried, the
 * first ones of the seed of all tests. What tests mean by `describe`, `test` and `expect` is what Vitest means.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Script } from "node:vm";
import { INSTRUMENTER_CONSTANTS } from "@stryker-mutator/api/core";
import { commonTokens, declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  ChaiStyleAssertions,
  chai,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from "@vitest/expect";
import { build } from "esbuild";
import fastCheck from "fast-check";

/** The tests of each mutated file; those of others reach it too, but what they hold is theirs. */
const testsOf = {
  "src/number.ts": ["number"],
  "src/appraisal.ts": ["appraisal"],
  "src/evaluation.ts": ["evaluation", "gates", "score"],
  "src/ranking.ts": ["ranking", "evaluation"],
  "src/audit/draws.ts": ["audit/draws"],
};

/** How many cases of each law are tried: many where one costs next to nothing. */
const runsOf = (test) => (test === "number" ? 30 : 3);

for (const plugin of [JestExtend, JestChaiExpect, ChaiStyleAssertions, JestAsymmetricMatchers])
  chai.use(plugin);
const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect);
Object.assign(expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);
globalThis[GLOBAL_EXPECT] = expect;
setState({ assertionCalls: 0 }, expect);

fastCheck.configureGlobal({ seed: 20_260_101 });
/** The test whose file is loaded, or of which a case runs. */
const current = { file: "" };
const fewRuns = {
  ...fastCheck,
  // A case that fails is not made smaller: nobody looks at it.
  assert: (property, given) => {
    const most = runsOf(current.file);
    const numRuns = Math.min(given?.numRuns ?? most, most);
    fastCheck.assert(property, { ...given, numRuns, endOnFailure: true });
  },
};

/** What tests import from Vitest; what they declare is added to a list. */
function declaring(tests) {
  const path = [];
  const test = (name, body) => {
    // A test that takes the time fails on a busy machine, whatever the mutant.
    if (String(body).includes("performance.now")) return;
    const full = [current.file, ...path, name].join(" > ");
    const same = tests.filter((it) => it.name === full).length;
    tests.push({ id: same === 0 ? full : `${full} (${same + 1})`, name: full, file: current.file, body });
  };
  const describe = (name, body) => {
    path.push(name);
    body();
    path.pop();
  };
  const each = (declare) => (cases) => (name, body) =>
    cases.forEach((given, at) => {
      const all = Array.isArray(given) ? given : [given];
      declare(`${name} [${at}]`, () => body(...all));
    });
  return {
    expect,
    describe: Object.assign(describe, { each: each(describe) }),
    test: Object.assign(test, { each: each(test) }),
    it: Object.assign(test, { each: each(test) }),
  };
}

class InProcess {
  static inject = [commonTokens.options];
  state = globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ?? {};
  times = new Map();

  constructor({ mutate }) {
    const files = Object.keys(testsOf).filter((file) => mutate.some((pattern) => pattern.startsWith(file)));
    this.names = [...new Set(files.flatMap((file) => testsOf[file]))];
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] = this.state;
    const { outputFiles } = await build({
      stdin: {
        contents: this.names
          .map((name) => `current.file = "${name}"; require("./test/${name}.test.ts");`)
          .join("\n"),
        resolveDir: process.cwd(),
      },
      ...{ bundle: true, write: false, format: "cjs", platform: "node", packages: "external" },
      plugins: [{ name: "files are found from where the test stands", setup: fromItsPlace }],
    });
    const require = createRequire(import.meta.url);
    const [{ text }] = outputFiles;
    const script = new Script(`(function (current, require, module, exports) {${text}\n})`);
    this.load = () => {
      const tests = [];
      const vitest = declaring(tests);
      const found = (id) => (id === "vitest" ? vitest : id === "fast-check" ? fewRuns : require(id));
      const module = { exports: {} };
      script.runInThisContext()(current, found, module, module.exports);
      return tests;
    };
  }

  async dryRun() {
    this.state.activeMutant = undefined;
    const tests = [];
    for (const test of this.load()) tests.push(await this.tried(test));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.state.mutantCoverage };
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit, sandboxFileName }) {
    Object.assign(this.state, { hitCount: 0, hitLimit, activeMutant: undefined });
    if (mutantActivation === "static") this.state.activeMutant = activeMutant.id;
    const wanted = testFilter && new Set(testFilter);
    const [, own] = Object.entries(testsOf).find(([file]) => sandboxFileName.endsWith(file));
    const time = ({ id }) => this.times.get(id) ?? 0;
    const tests = this.load()
      .filter(({ id, file }) => own.includes(file) && (wanted?.has(id) ?? true))
      .sort((a, b) => time(a) - time(b));
    this.state.activeMutant = activeMutant.id;
    const results = [];
    for (const test of tests) {
      const result = await this.tried(test);
      results.push(result);
      if (result.status === TestStatus.Failed) break;
    }
    this.state.activeMutant = undefined;
    const stopped = determineHitLimitReached(this.state.hitCount, hitLimit);
    return toMutantRunResult(stopped ?? { status: DryRunStatus.Complete, tests: results });
  }

  async tried({ id, name, file, body }) {
    current.file = file;
    const start = performance.now();
    const result = { id, name, status: TestStatus.Success };
    this.state.currentTestId = id;
    try {
      await body();
    } catch (error) {
      Object.assign(result, { status: TestStatus.Failed, failureMessage: String(error?.message ?? error) });
    }
    this.state.currentTestId = undefined;
    const timeSpentMs = performance.now() - start;
    if (this.state.activeMutant === undefined) this.times.set(id, timeSpentMs);
    return { ...result, timeSpentMs };
  }
}

const fromItsPlace = ({ onLoad }) =>
  onLoad({ filter: /[\\/]test[\\/].*\.ts$/ }, ({ path }) => ({
    contents: readFileSync(path, "utf8").replaceAll(
      "import.meta.url",
      JSON.stringify(pathToFileURL(path).href),
    ),
    loader: "ts",
  }));

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "in-process", InProcess)];
