/**
 * Every record that the project ships, forever: it is there as it was, byte for byte, its digests hold and its score
 * comes out again from the set that the package ships. A record is never made anew; a test that fails here says that an
 * old result can no longer be had.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { criteriaSet } from "par-index/criteria";
import { expect, test } from "vitest";
import type { SealedRecord } from "../../src/audit/record-shape.ts";
import { verify } from "../../src/audit/verify.ts";

const folder = new URL("../../docs/examples/records/", import.meta.url);
const text = (file: string): string => readFileSync(new URL(file, folder), "utf8");
const files = readdirSync(folder)
  .filter((file) => file !== "checksums.json")
  .sort();

// A new record brings its own line; a line that is there never changes and never goes.
test("checksums.json has the digest of every record, and no other line", () => {
  const digests = files.map((file) => [file, createHash("sha256").update(text(file)).digest("hex")]);
  expect(JSON.parse(text("checksums.json"))).toEqual(Object.fromEntries(digests));
});

test("there are records of units and of groups, with texts and with digests", () => {
  const kinds = files.map((file) => {
    const { kind, texts }: SealedRecord = JSON.parse(text(file));
    return `${kind} ${texts}`;
  });
  expect([...new Set(kinds)].sort()).toEqual(["group digest", "unit digest", "unit full"]);
});

test.each(files)("%s verifies", (file) => {
  const record: SealedRecord = JSON.parse(text(file));
  const set = criteriaSet(record.set.id, { edition: record.set.edition });
  const unscored = record.kind === "unit" && record.steps === undefined;
  const answer = verify(record, { set });
  expect(answer.firstDifference).toBeUndefined();
  expect(answer).toMatchObject({
    digests: "hold",
    recomputation: "agrees",
    sums: unscored ? "not-done" : "agree",
  });
});
