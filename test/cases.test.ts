/**
 * What decisions say, case by case. The numbers are written by hand in support/case-rounds.ts; the library and the verifier
 * in Python are both held against them.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { assess } from "../src/assess.ts";
import { roundDigest, setDigest } from "../src/audit/digest.ts";
import { seal } from "../src/audit/record.ts";
import { digestsOf } from "../src/audit/record-shape.ts";
import { verify } from "../src/audit/verify.ts";
import { checkRound, readRound } from "../src/round/read.ts";
import { checkCriteriaSet, readCriteriaSet } from "../src/set/check.ts";
import { type Case, caseRounds } from "./support/case-rounds.ts";
import { caseOf, listsOf } from "./support/conformance.ts";
import { clone } from "./support/law.ts";
import type { Raw } from "./support/random-round.ts";

const cases = caseRounds();
const named = (name: string): Case => cases.find((it) => it.name.startsWith(`case ${name}`)) as Case;
const record = ({ set, round }: Case, group = "g"): Raw =>
  clone(seal(readCriteriaSet(set), round, { group }));

/** What the verifier in Python says of a file of vectors. */
function python(content: Raw): { status: number | null; lines: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), "par-index-"));
  const file = join(folder, "vectors.json");
  writeFileSync(file, JSON.stringify({ format: 1, ...content }));
  const { status, stdout } = spawnSync("python3", ["test/verifier/verify.py", file], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  return { status, lines: stdout.trimEnd().split("\n") };
}

/** The case as a conformance vector, of the numbers that are written by hand. */
const written = ({ name, set, round, units, lists = [] }: Case): Raw => {
  const criteria = readCriteriaSet(set);
  const digests = { setDigest: setDigest(criteria), roundDigest: roundDigest(readRound(criteria, round)) };
  return { name, set, round, ...digests, units, lists };
};

describe.each(cases.map((it) => [it.name, it] as const))("%s", (_, it) => {
  test("in the library", () => {
    const { name, set, round, units, lists = [] } = it;
    expect(checkCriteriaSet(set).filter(({ severity }) => severity === "error")).toEqual([]);
    expect(checkRound(readCriteriaSet(set), round).filter(({ severity }) => severity === "error")).toEqual(
      [],
    );
    expect(clone(caseOf(name, set, round)).units).toEqual(units);
    expect(listsOf(set, round, lists).map(clone)).toEqual(lists);
  });
});

test("each of them in Python, and its sealed record with it", () => {
  const records = cases.map((it) => ({ name: it.name, record: record(it), valid: true }));
  const vectors = cases.map(written);
  const all = vectors.reduce((sum, { units, lists }) => sum + units.length + lists.length, records.length);
  expect(python({ cases: vectors, sets: cases.map(({ set }) => set), records })).toEqual({
    status: 0,
    lines: [`${all} of ${all} vectors agreed`],
  });
});

test("none of them in Python with another number", () => {
  const wrong = cases.map(written).map((it) => {
    const changed = clone(it);
    for (const unit of changed.units) if (unit.index !== undefined) unit.index = `${unit.index}1`;
    for (const list of changed.lists)
      for (const place of Object.values<Raw>(list.places ?? list.moves)) place.index = "1.00";
    changed.units = changed.units.filter(({ index }: Raw) => index !== undefined);
    return changed;
  });
  const { status, lines } = python({ cases: wrong });
  expect(status).toBe(1);
  expect(lines.at(-1)).toMatch(/^0 of \d+ vectors agreed$/);
});

describe("what of a case no vector says", () => {
  test("C2: the quota that is passed stands in the record of the group, which both compute again", () => {
    const { set, round, passedQuotas } = named("C2");
    expect(assess(readCriteriaSet(set), round).rankings[0]?.passedQuotas).toEqual(passedQuotas);
    const sealed = record(named("C2"));
    expect(sealed.ranking.passedQuotas).toEqual(passedQuotas);
    sealed.ranking.passedQuotas[0].edge = ["d"];
    const forged = { ...sealed, ...digestsOf(sealed) };
    const { lines } = python({ sets: [set], records: [{ name: "C2", record: forged }] });
    expect(lines[0]).toContain("record C2: ranking.passedQuotas[0].edge[0]: expected a, got d");
  });

  test("C5: what the member enters on another domain is an error, in a record too", () => {
    const { set, round } = named("C5");
    const beyond = clone(round);
    beyond.ledger[0].item = "1.1";
    const criteria = readCriteriaSet(set);
    expect(checkRound(criteria, beyond)).toMatchObject([
      { code: "role-beyond-scope", severity: "error", path: ["ledger", 0, "by"], unit: "a", item: "1.1" },
    ]);
    const sealed = clone(seal(criteria, round, { unit: "a" }));
    sealed.inputs.ledger[0].item = "1.1";
    const forged = { ...sealed, ...digestsOf(sealed) };
    expect(verify(forged, { set: criteria })).toMatchObject({
      conclusion: "wrong",
      firstDifference: { step: "inputs.ledger 1.1 final by", found: "role-beyond-scope" },
    });
    const { lines } = python({ sets: [set], records: [{ name: "C5", record: forged }] });
    expect(lines[0]).toBe("record C5: inputs.ledger[0].by: uy-vien has no right");
  });

  test("C7: the two that were replaced stand apart with that reason, in the record that Python verifies", () => {
    expect(record(named("C7")).ranking.unranked).toEqual([
      ...["cu1", "cu2"].map((unit) => ({ unit, reason: "replaced" })),
      { unit: "sau", reason: "not-yet" },
    ]);
  });

  test("C9: a record of one quarter is none of the other's criteria, here and in Python", () => {
    const [first, second] = [named("C9: criteria of 2026-q1"), named("C9: criteria of 2026-q2")];
    expect([first.set.id, second.set.id]).toEqual(["hoa-lam/office/2026-q1", "hoa-lam/office/2026-q2"]);
    const sealed = record(first);
    expect(verify(sealed, { set: readCriteriaSet(second.set) }).conclusion).toBe("set");
    const { lines } = python({ sets: [second.set], records: [{ name: "C9", record: sealed }] });
    expect(lines[0]).toBe("record C9: set: no criteria set of this id, edition and digest is here");
  });

  test("C10: the two totals at one place are a warning of the checker, and with two decimals are none", () => {
    const { set } = named("C10");
    const warnings = (of: Raw) =>
      checkCriteriaSet(of).flatMap(({ code, severity, path }) =>
        code === "index-joins-totals" ? [[severity, path.join(".")]] : [],
      );
    expect(warnings(set)).toEqual([["warning", "policies.rounding.places"]]);
    const finer = clone(set);
    finer.policies.rounding.places = 2;
    expect(warnings(finer)).toEqual([]);
  });
});
