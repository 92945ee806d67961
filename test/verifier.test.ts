import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

// A second implementation, in Python, written from docs/format.md alone: it knows nothing of src/.
const verify = (...files: readonly string[]) => {
  const run = spawnSync("python3", ["test/verifier/verify.py", ...files], { encoding: "utf8" });
  return { status: run.status, errors: run.stderr, lines: run.stdout.trimEnd().split("\n") };
};

describe("the stranger's verifier", () => {
  it("agrees on every conformance vector", () => {
    const { status, errors, lines } = verify();
    const [, agreed, all] = /^(\d+) of (\d+) vectors agreed$/.exec(lines.at(-1) ?? "") ?? [];
    expect({ status, errors, disagreements: lines.slice(0, -1) }).toEqual({
      status: 0,
      errors: "",
      disagreements: [],
    });
    expect(agreed).toBe(all);
    expect(Number(all)).toBeGreaterThanOrEqual(500);
  }, 120_000);

  it("names the unit and the item where a vector is wrong, and fails", () => {
    const { format, cases } = JSON.parse(readFileSync("test/conformance/scores.json", "utf8"));
    const [first] = cases;
    const [unit] = first.units;
    const [item] = Object.keys(unit.leaves);
    const wrong = {
      ...first,
      units: [{ ...unit, leaves: { ...unit.leaves, [String(item)]: "scored 0.0851" } }],
    };
    const folder = mkdtempSync(join(tmpdir(), "par-index-"));
    const file = join(folder, "scores.json");
    writeFileSync(file, JSON.stringify({ format, cases: [wrong] }));
    const { status, lines } = verify(file);
    rmSync(folder, { recursive: true });
    expect(status).toBe(1);
    expect(lines).toEqual([
      `${first.name}, ${unit.unit}: item ${item}: expected scored 0.0851, got ${unit.leaves[String(item)]}`,
      "0 of 1 vectors agreed",
    ]);
  }, 60_000);
});
