// Before each test file while mutants run: a law is tried on few cases, the first ones of the fixed seed.
import type { IRawProperty, Parameters } from "fast-check";
import { vi } from "vitest";

const most = Number(process.env["MUTATION_RUNS"] ?? 5);

vi.mock("fast-check", async (original) => {
  const all = await original<typeof import("fast-check")>();
  const assert = (property: IRawProperty<unknown>, parameters?: Parameters<unknown>) =>
    all.assert(property, { ...parameters, numRuns: Math.min(parameters?.numRuns ?? most, most) });
  return { ...all, assert, default: { ...all.default, assert } };
});
