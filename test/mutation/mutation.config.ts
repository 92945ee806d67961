// The tests that mutants run against: those of the mutated files, each quick, with few runs of each law.
import { defineConfig } from "vitest/config";

/** Separated by spaces; one file is soonest tried against its own tests alone, which are then named in MUTATION_TESTS. */
const quick =
  "test/{number,amount,appraisal,evaluation,score,ranking,plan,units,survey}.test.ts test/audit/intervals.test.ts";

export default defineConfig({
  test: {
    include: (process.env["MUTATION_TESTS"] ?? quick).split(" "),
    setupFiles: ["test/setup.ts", "test/mutation/few-runs.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
