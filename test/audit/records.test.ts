/**
 * Every record that the project ships: it is what the library seals of the example rounds, its digests hold and its score
 * comes out again from the set that the package ships. Until the first release `npm run generate` seals them anew; from
 * then on a record that is there never changes, and a test that fails here says that an old result can no longer be had.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { criteriaSet } from "par-index/criteria";
import { expect, test } from "vitest";
import { recordJsonSchema } from "../../src/audit/closed-shape.ts";
import { type SealOptions, seal } from "../../src/audit/record.ts";
import type { SealedRecord } from "../../src/audit/record-shape.ts";
import { readRecord, verify } from "../../src/audit/verify.ts";
import { schemaText } from "../support/schema-text.ts";

const folder = new URL("../../docs/examples/records/", import.meta.url);
const text = (file: string): string => readFileSync(new URL(file, folder), "utf8");
const parsed = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));

type Sealing = readonly [
  string,
  string,
  { readonly unit: string } | { readonly group: string },
  SealOptions?,
];
const departments = "hoa-lam-departments-2026";
const sealings: readonly Sealing[] = [
  ["hoa-lam-departments-special-2026.public.json", departments, { group: "special" }, { texts: "digest" }],
  ["hoa-lam-so-ngoai-vu-2026.json", departments, { unit: "hoa-lam-so-ngoai-vu" }],
  ["hoa-lam-so-quy-hoach-kien-truc-2026.json", departments, { unit: "hoa-lam-so-quy-hoach-kien-truc" }],
  ["hoa-lam-so-y-te-2026.json", departments, { unit: "hoa-lam-so-y-te" }],
  ["hoa-lam-so-y-te-2026.public.json", departments, { unit: "hoa-lam-so-y-te" }, { texts: "digest" }],
  ["hoa-lam-so-y-te-2026.self.json", departments, { unit: "hoa-lam-so-y-te" }, { until: "self" }],
  ["hoa-lam-xa-hoa-trach-2026.json", "hoa-lam-communes-2026", { unit: "hoa-lam-xa-hoa-trach" }],
];
const files = sealings.map(([file]) => file);

/** A unit's record as a person reads it, a group's in one line. */
const written = (sealing: Sealing): string => {
  const record = sealed(sealing);
  return `${JSON.stringify(record, undefined, record.kind === "unit" ? 2 : 0)}\n`;
};

const sealed = ([, roundFile, target, options]: Sealing): SealedRecord => {
  const round = parsed(`../../docs/examples/${roundFile}.json`);
  const set = criteriaSet(round.set, { edition: round.edition });
  return "unit" in target ? seal(set, round, target, options) : seal(set, round, target, options);
};

test.each(sealings.map((it) => [it[0], it] as const))(
  "%s is what is sealed of its round",
  async (file, sealing) => {
    await expect(written(sealing)).toMatchFileSnapshot(`../../docs/examples/records/${file}`);
  },
);

test("the JSON Schema is that of the closed shape", async () => {
  const schema = schemaText(recordJsonSchema());
  await expect(schema).toMatchFileSnapshot("../../criteria/record.schema.json");
});

test("checksums.json has the digest of every record, and no other line", async () => {
  expect(readdirSync(folder).sort()).toEqual([...files, "checksums.json"].sort());
  const digests = sealings.map((sealing) => [
    sealing[0],
    createHash("sha256").update(written(sealing)).digest("hex"),
  ]);
  await expect(`${JSON.stringify(Object.fromEntries(digests), undefined, 2)}\n`).toMatchFileSnapshot(
    "../../docs/examples/records/checksums.json",
  );
});

test("there are records of units and of groups, with texts and with digests", () => {
  const kinds = files.map((file) => {
    const { kind, texts }: SealedRecord = JSON.parse(text(file));
    return `${kind} ${texts}`;
  });
  expect([...new Set(kinds)].sort()).toEqual(["group digest", "unit digest", "unit full"]);
});

test.each(files)("%s verifies", (file) => {
  const record = readRecord(text(file));
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
