import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (file: string) => fileURLToPath(new URL(`./src/${file}.ts`, import.meta.url));

export default defineConfig({
  resolve: {
    // The package's own name means its source, as in tsconfig's `paths`; test/package/ tries what is built.
    alias: [
      { find: /^par-index$/, replacement: source("index") },
      { find: /^par-index\/(criteria|audit|check|process|report)$/, replacement: source("$1") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    // Vitest leaves one core alone; on two cores that is half of them.
    maxWorkers: "100%",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    coverage: { include: ["src/**/*.ts"], exclude: ["src/bin.ts"] },
  },
});
