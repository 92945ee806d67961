import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Raw } from "./support/random-round.ts";

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

  it("verifies every record that the project ships", () => {
    const folder = "docs/examples/records";
    const records = readdirSync(folder)
      .filter((file) => file !== "checksums.json")
      .map((file) => join(folder, file));
    const sets = ["department", "commune"].map((level) => `criteria/hoa-lam/${level}/2026.1.json`);
    expect(verify(...sets, ...records)).toEqual({
      status: 0,
      errors: "",
      lines: [`${records.length} of ${records.length} vectors agreed`],
    });
  });

  /** The answer on a file of vectors with this content. */
  const verifyContent = (content: Raw) => {
    const folder = mkdtempSync(join(tmpdir(), "par-index-"));
    const file = join(folder, "vectors.json");
    writeFileSync(file, JSON.stringify(content));
    const { status, lines } = verify(file);
    rmSync(folder, { recursive: true });
    return { status, lines };
  };
  const read = (file: string): Raw => JSON.parse(readFileSync(`test/conformance/${file}`, "utf8"));

  it("names the unit and the item where a score is wrong, and fails", () => {
    const [first] = read("scores.json").cases;
    const [unit] = first.units;
    const [[item, given]] = Object.entries<string>(unit.leaves) as [[string, string]];
    const wrong = { ...unit, leaves: { ...unit.leaves, [item]: "scored 0.0851" } };
    expect(verifyContent({ format: 1, cases: [{ ...first, units: [wrong] }] })).toEqual({
      status: 1,
      lines: [
        `${first.name}, ${unit.unit}: leaves.${item}: expected scored 0.0851, got ${given}`,
        "0 of 1 vectors agreed",
      ],
    });
  });

  it("names the figure where a record is tampered with, and fails", () => {
    const [name, { sets, records }] = ["a group of 3", read("records.json")];
    const { record } = records.find((it: Raw) => it.name === name);
    const [first, ...others] = record.units;
    const forged = { ...first, result: { ...first.result, index: "99.00" } };
    const entry = { name, record: { ...record, units: [forged, ...others] }, valid: true };
    const { status, lines } = verifyContent({ format: 1, sets, records: [entry] });
    expect(status).toBe(1);
    const named = lines.map((line) => line.replace(/: expected .*/, ""));
    expect(named).toEqual([
      `record ${name}: unit ${first.unit}: digests.result`,
      `record ${name}: root`,
      `record ${name}: unit ${first.unit}: result.index`,
      "0 of 1 vectors agreed",
    ]);
  });

  it("names the proof that is tampered with, and fails", () => {
    const [name, { sets, records, proofs }] = ["a group of 5", read("records.json")];
    const [proof, ...others] = proofs.filter((it: Raw) => it.record === name && it.valid);
    const [first, ...rest] = proof.proof.path;
    const digit = first.startsWith("0") ? "1" : "0";
    const forged = { ...proof, proof: { ...proof.proof, path: [`${digit}${first.slice(1)}`, ...rest] } };
    const group = records.filter((it: Raw) => it.name === name);
    const { status, lines } = verifyContent({ format: 1, sets, records: group, proofs: [forged, ...others] });
    expect(status).toBe(1);
    const named = lines.map((line) => line.replace(/: expected [0-9a-f]{64}, got /, ": "));
    expect(named).toEqual([
      `proof ${proof.name}: proof.root: ${proof.root}`,
      `proof ${proof.name}: root: ${proof.root}`,
      `${others.length + 1} of ${others.length + 2} vectors agreed`,
    ]);
  });

  it("says so where what is said to be wrong verifies, and fails", () => {
    const { sets, records } = read("records.json");
    const { record } = records[0];
    expect(verifyContent({ format: 1, sets, records: [{ name: "sound", record, valid: false }] })).toEqual({
      status: 1,
      lines: ["record sound: should not verify, but does", "0 of 1 vectors agreed"],
    });
  });
});
