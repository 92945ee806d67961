// The quick look at a shape accepts just what the full reading finds nothing wrong with, and gives the same value.
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import * as z from "zod/mini";
import { acceptorOf, notAccepted } from "../src/accept.ts";
import { planOf } from "../src/plan.ts";
import { roundShape } from "../src/round/schema.ts";
import { factsForm } from "../src/rules/kinds.ts";
import { criteriaFileSchema } from "../src/set/schema.ts";
import { shape } from "../src/shape.ts";
import { type Raw, set, smallRound } from "./support/rounds.ts";
import { smallSet } from "./support/sets.ts";

/** A schema with values that it accepts, from which broken ones are made. */
interface Sample {
  readonly schema: z.core.$ZodType;
  readonly sound: readonly Raw[];
}

const round: Raw = smallRound();
const answers = round.selfAssessments.flatMap((it: Raw) => it.answers);
const plan = planOf(set, "test");

const parts: Readonly<Record<string, Sample>> = {
  frame: { schema: roundShape.frame, sound: [round] },
  unit: { schema: roundShape.unit, sound: round.units },
  council: { schema: roundShape.council, sound: round.councils },
  selfAssessment: { schema: roundShape.selfAssessment, sound: round.selfAssessments },
  answer: { schema: roundShape.answer, sound: answers },
  entry: { schema: roundShape.entry, sound: round.ledger },
  act: { schema: roundShape.act, sound: round.acts },
  finding: { schema: roundShape.finding, sound: round.findings },
  statistic: { schema: roundShape.statistic, sound: round.statistics },
  tally: { schema: roundShape.tally, sound: [round.tally] },
  counts: { schema: roundShape.counts, sound: round.tally.counts },
  "a criteria file": { schema: criteriaFileSchema, sound: [smallSet()] },
  ...Object.fromEntries(
    plan.leaves.flatMap(({ id, rule }): [string, Sample][] => {
      const schema = factsForm(rule)?.schema;
      const sound = answers.filter((it: Raw) => it.item === id).map((it: Raw) => it.facts);
      return schema === undefined || sound.length === 0 ? [] : [[`facts of ${rule.kind}`, { schema, sound }]];
    }),
  ),
};

const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    "",
    " ",
    " a ",
    "1,5",
    "1.50",
    "007",
    "2026-02-30",
    "2026-02-28",
    "first",
    "accept",
    true,
  ),
  fc.constantFrom(
    -0,
    1.5,
    2 ** 53,
    Number.NaN,
    1e21,
    [],
    {},
    [undefined],
    undefined,
    "toString",
    "x".repeat(101),
  ),
  fc.jsonValue(),
);

/** One place of a value changed: another value, no key, one key more. */
function broken(value: Raw, draw: fc.GeneratorValue): Raw {
  const copy = structuredClone(value);
  let holder: Raw = copy;
  for (;;) {
    const keys = Object.keys(holder);
    // A plain copy has no list with names.
    const free = Array.isArray(holder) ? "0" : "zz";
    const key = keys.length === 0 ? free : draw(fc.constantFrom, ...keys);
    const inside = holder[key];
    const isDeeper = typeof inside === "object" && inside !== null && draw(fc.boolean);
    if (isDeeper) {
      holder = inside;
      continue;
    }
    const what = draw(fc.nat, 3);
    if (what === 0 && !Array.isArray(holder)) delete holder[key];
    else if (what === 1 && !Array.isArray(holder))
      holder[draw(fc.constantFrom, "zz", "x-own", "facts", "points")] = draw(() => strange);
    else holder[key] = draw(() => strange);
    return copy;
  }
}

const agrees = (schema: z.core.$ZodType, given: unknown): void => {
  // The acceptor freezes what it takes, and may give it back: it gets a copy.
  const value = structuredClone(given);
  const read = z.safeParse(schema, given);
  const accepted = acceptorOf(schema)(value);
  expect(accepted === notAccepted).toBe(!read.success);
  if (!read.success) return;
  expect(accepted).toStrictEqual(read.data);
  expect(JSON.stringify(accepted)).toBe(JSON.stringify(read.data));
};

describe("what is accepted is what the schema reads", () => {
  test.each(Object.entries(parts))("%s, sound and broken", (_, { schema, sound }) => {
    for (const value of sound) agrees(schema, value);
    fc.assert(
      fc.property(fc.gen(), fc.nat(), (draw, at) => agrees(schema, broken(sound[at % sound.length], draw))),
    );
    fc.assert(fc.property(strange, (value) => agrees(schema, value)));
  });

  test.each(Object.entries(shape))("%s", (_, schema) => {
    fc.assert(fc.property(strange, (value) => agrees(schema, value)));
    fc.assert(fc.property(fc.string(), (value) => agrees(schema, value)));
  });

  test.each([
    z.string().check(z.maxLength(3)),
    z.int().check(z.gte(1)),
    z.array(z.string()).check(z.minLength(1)),
    z.object({ a: z.string() }),
    z.strictObject({ a: z.string() }).check(z.refine(({ a }) => a !== "no")),
    z.union([z.string(), z.boolean()]),
    z.nullable(z.string()),
  ])("a schema that nobody here knows is asked itself: %#", (schema) => {
    fc.assert(fc.property(strange, (value) => agrees(schema, value)));
  });
});

test("zod is not asked for any value of a round without fault", () => {
  const shapes = Object.values(parts).filter(({ schema }) => schema !== criteriaFileSchema);
  const asked = Object.values(shape).map((own) => vi.spyOn(own._zod, "run"));
  for (const { schema, sound } of shapes) for (const value of sound) acceptorOf(schema)(value);
  expect(asked.flatMap(({ mock }) => mock.calls)).toEqual([]);
  for (const spy of asked) spy.mockRestore();
});
