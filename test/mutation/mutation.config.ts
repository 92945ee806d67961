// The tests that mutants run against: those of the mutated files, each quick, with few runs of each law.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "test/{number,amount,appraisal,evaluation,score,ranking,plan,units,survey}.test.ts",
      "test/audit/intervals.test.ts",
    ],
    setupFiles: ["test/setup.ts", "test/mutation/few-runs.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
