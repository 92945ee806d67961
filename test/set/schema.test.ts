// The JSON Schema that editors use: generated from the reader's own schema, and never stricter than the checker.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { criteriaSetJsonSchema } from "../../src/set/schema.ts";
import { schemaText } from "../support/schema-text.ts";
import { brokenFiles, brokenValue, smallSets } from "../support/sets.ts";

const schema = criteriaSetJsonSchema();
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
formats.default(ajv);
const accepts = ajv.compile(schema as object);

/** The codes that tell of a wrong shape; an editor marks them while somebody types. */
const ofShape = [
  "missing-key",
  "unknown-key",
  "misspelt-key",
  "key-not-allowed",
  "wrong-type",
  "wrong-value",
  "not-a-decimal",
  "decimal-comma",
  "not-a-date",
  "not-an-id",
  "not-a-count",
  "empty-list",
];

describe("the JSON Schema of criteria files", () => {
  it("is the one that is published", async () => {
    await expect(schemaText(schema)).toMatchFileSnapshot("../../criteria/criteria-set.schema.json");
  });

  it.each(Object.entries(smallSets))("accepts %s", (_, build) => {
    expect([accepts(build()), accepts.errors]).toEqual([true, null]);
  });

  it.each([
    "hoa-lam/department/2026.1",
    "hoa-lam/commune/2026.1",
    "moha/ministry/2023.1",
    "moha/province/2012.1",
    "binh-duong/district/2017.1",
  ])("accepts the shipped set %s", (name) => {
    const file: unknown = JSON.parse(
      readFileSync(new URL(`../../criteria/${name}.json`, import.meta.url), "utf8"),
    );
    expect([accepts(file), accepts.errors]).toEqual([true, null]);
  });

  it.each(brokenFiles.filter(([, { expect: all }]) => all.some(({ code }) => ofShape.includes(code))))(
    "refuses %s",
    (_, file) => {
      expect(accepts(brokenValue(file))).toBe(false);
    },
  );

  it("describes its main fields in Vietnamese and English", () => {
    const described = JSON.stringify(schema).match(/"description":"[^"]+ — [^"]+"/g) ?? [];
    expect(described.length).toBeGreaterThan(25);
  });

  it("has none of the words that make validators refuse good files or mislead editors", () => {
    expect(JSON.stringify(schema)).not.toMatch(/readOnly|multipleOf|"not":\{\}/);
  });
});
