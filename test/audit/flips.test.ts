/**
 * Single-byte flips: of those in a record every one is found and its place named; those in a criteria file or a round
 * are refused by the reader, change the digest, or leave the value that is read as it was. `test/soak/flips.ts` runs
 * 100,000 of them.
 */
import { readFileSync } from "node:fs";
import { criteriaSet } from "par-index/criteria";
import { expect, test } from "vitest";
import { seal } from "../../src/audit/record.ts";
import type { SealedRecord } from "../../src/audit/record-shape.ts";
import { readRound } from "../../src/round/read.ts";
import { countFlips, randomOf, recordFlipper, roundFlipper, setFlipper } from "../support/flips.ts";
import { smallRound, set as smallSet } from "../support/rounds.ts";
import { smallSet as rawSmallSet } from "../support/sets.ts";

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((a, b) => a + b, 0);

test.each([
  ["without the round", undefined],
  ["with the round", readRound(smallSet, smallRound())],
])("every flip in the record of a small set is found, and its place named: %s", (_, round) => {
  const record = seal(smallSet, smallRound(), { unit: "hoa-lam/so-a" });
  const flip = recordFlipper(record, smallSet, round);
  const random = randomOf(11);
  const counts = countFlips(1000, () => flip(random));
  expect(sum(counts)).toBe(1000);
  // What leaves the closed shape is refused at its place; the rest is named by the step that it belongs to.
  expect((counts["named"] ?? 0) + (counts["unreadable"] ?? 0)).toBeGreaterThan(250);
  expect(counts["named"]).toBeGreaterThan(20);
});

test("every flip in a shipped record is found, and its place named", () => {
  const record: SealedRecord = JSON.parse(
    readFileSync(
      new URL("../../docs/examples/records/hoa-lam-so-y-te-2026.public.json", import.meta.url),
      "utf8",
    ),
  );
  const set = criteriaSet("hoa-lam/department/2026");
  const flip = recordFlipper(record, set);
  const random = randomOf(12);
  expect(sum(countFlips(40, () => flip(random)))).toBe(40);
});

test("every flip in a criteria file is refused, changes its digest, or changes nothing", () => {
  const flip = setFlipper(rawSmallSet());
  const random = randomOf(13);
  const counts = countFlips(300, () => flip(random));
  expect(counts["refused"]).toBeGreaterThan(15);
  expect(counts["other-digest"]).toBeGreaterThan(15);
});

test("every flip in a round is refused, changes its digest, or changes nothing", () => {
  const flip = roundFlipper(smallSet, smallRound());
  const random = randomOf(14);
  const counts = countFlips(500, () => flip(random));
  expect(counts["refused"]).toBeGreaterThan(15);
  expect(counts["other-digest"]).toBeGreaterThan(15);
});
