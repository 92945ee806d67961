// The JSON Schema of rounds: generated from the reader's own shapes, and never stricter than the reader.
import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { blankSelfAssessment } from "../../src/round/form.ts";
import { readRound } from "../../src/round/read.ts";
import { roundJsonSchema } from "../../src/round/schema.ts";
import { type Change, changedRound, set, smallRound } from "../support/rounds.ts";
import { schemaText } from "../support/schema-text.ts";

const schema = roundJsonSchema();
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
formats.default(ajv);
const accepts = ajv.compile(schema);

const examples = new URL("../../docs/examples/", import.meta.url);
const rounds = readdirSync(examples, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".json") && !name.includes("records/"))
  .map((name): [string, unknown] => [name, JSON.parse(readFileSync(new URL(name, examples), "utf8"))])
  .filter(([, file]) => typeof file === "object" && file !== null && "status" in file && "units" in file);

describe("the JSON Schema of rounds", () => {
  test("is the one that is published", async () => {
    await expect(schemaText(schema)).toMatchFileSnapshot("../../criteria/round.schema.json");
  });

  test("accepts the small round, as written, as read, and with a blank form", () => {
    const blank = { ...smallRound(), selfAssessments: [blankSelfAssessment(set, "hoa-lam/so-a")] };
    for (const round of [smallRound(), JSON.parse(JSON.stringify(readRound(set, smallRound()))), blank])
      expect([accepts(round), accepts.errors]).toEqual([true, null]);
  });

  test("accepts every round of the examples", () => {
    expect(rounds.length).toBeGreaterThanOrEqual(4);
    for (const [name, round] of rounds)
      expect([name, accepts(round), accepts.errors]).toEqual([name, true, null]);
  });

  test("accepts keys of an app's own, everywhere", () => {
    const round = smallRound();
    round["x-app"] = { saved: 3 };
    round.units[0]["x-row"] = 7;
    round.ledger[0]["x-row"] = null;
    expect([accepts(round), accepts.errors]).toEqual([true, null]);
  });

  test.each<[string, Change]>([
    ["no list of units", { units: undefined }],
    ["a misspelt key", { selfAssesments: [] }],
    ["a unit without a name", { "units.0.name": undefined }],
    ["a day that is none", { "selfAssessments.0.submitted": "12/12/2026" }],
    ["a comma in a decimal", { "selfAssessments.0.answers.0.points": "1,5" }],
    ["a count that is a text", { "selfAssessments.0.answers.0.facts": { numerator: "45", denominator: 50 } }],
    ["a fact of no kind", { "selfAssessments.0.answers.0.facts": { numer: 45 } }],
    ["an entry of no kind", { "ledger.0.kind": "approve" }],
    ["a stage that is none", { "ledger.0.stage": "third" }],
    ["a statistic without facts", { "statistics.0.facts": undefined }],
    ["an evidence without a day", { "selfAssessments.0.answers.0.evidence": [{ number: "1", issuer: "A" }] }],
    ["a count below 0", { "tally.counts.0.forms": -1 }],
  ])("refuses %s", (_, change) => {
    expect(accepts(JSON.parse(JSON.stringify(changedRound(change))))).toBe(false);
  });

  test("has none of the words that make validators refuse good files or mislead editors", () => {
    expect(JSON.stringify(schema)).not.toMatch(/readOnly|multipleOf|"not":\{\}/);
  });
});
