/**
 * Every record that the project ships, forever: its digests hold and its score comes out again from the set that the
 * package ships. A record is never made anew; a test that fails here says that an old result can no longer be had.
 */
import { readdirSync, readFileSync } from "node:fs";
import { criteriaSet } from "par-index/criteria";
import { expect, test } from "vitest";
import type { SealedRecord } from "../src/audit/record-shape.ts";
import { verify } from "../src/audit/verify.ts";

const folder = new URL("../docs/examples/records/", import.meta.url);
const files = readdirSync(folder).sort();

test("there are records of units and of groups, with texts and with digests", () => {
  const kinds = files.map((file) => {
    const { kind, texts }: SealedRecord = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
    return `${kind} ${texts}`;
  });
  expect([...new Set(kinds)].sort()).toEqual(["group digest", "unit digest", "unit full"]);
});

test.each(files)("%s verifies", (file) => {
  const record: SealedRecord = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
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
