// The tally: what is counted, what is counted apart, and that merging is a sum.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Tally } from "../../src/round.ts";
import { emptyTally, mergeTallies, tally, tallyAsync } from "../../src/survey/tally.ts";
import { form, rawSurveySet, surveySet, times } from "../support/survey-set.ts";

const set = surveySet({
  forms: [
    {
      id: "can-bo",
      by: "can-bo",
      asks: [
        ["q1", "1.1"],
        ["q2", "1.2"],
      ],
    },
    { id: "nguoi-dan", by: "nguoi-dan", asks: [["q1", "1.1"]] },
  ],
});
const batch = { batch: "dot-1" };
const counted = (...responses: readonly unknown[]): Tally => tally(set, responses, batch);

describe("tally", () => {
  test("counts options by unit, questionnaire and question, in the order of their ids", () => {
    const responses = [
      form("xa-b", "nguoi-dan", { q1: "d" }),
      form("xa-a", "nguoi-dan", { q1: "b" }),
      form("xa-a", "can-bo", { q2: "a", q1: "c" }),
      form("xa-a", "can-bo", { q1: "a", q2: "a" }),
    ];
    expect(counted(...responses)).toEqual({
      batches: ["dot-1"],
      counts: [
        {
          unit: "xa-a",
          questionnaire: "can-bo",
          forms: 2,
          invalid: [],
          questions: [
            {
              question: "q1",
              options: [
                { option: "a", count: 1 },
                { option: "c", count: 1 },
              ],
            },
            { question: "q2", options: [{ option: "a", count: 2 }] },
          ],
        },
        {
          unit: "xa-a",
          questionnaire: "nguoi-dan",
          forms: 1,
          invalid: [],
          questions: [{ question: "q1", options: [{ option: "b", count: 1 }] }],
        },
        {
          unit: "xa-b",
          questionnaire: "nguoi-dan",
          forms: 1,
          invalid: [],
          questions: [{ question: "q1", options: [{ option: "d", count: 1 }] }],
        },
      ],
      invalid: [],
    });
  });

  test("takes a form that leaves questions out, and one that only says no opinion, as valid", () => {
    const [cell] = counted(form("xa-a", "can-bo", { q2: "b" }), form("xa-a", "can-bo", { q1: "e" })).counts;
    expect(cell).toMatchObject({ forms: 2, invalid: [] });
    expect(cell?.questions.map(({ question }) => question)).toEqual(["q1", "q2"]);
  });

  test.each([
    ["malformed-response", "a text"],
    ["malformed-response", null],
    ["malformed-response", undefined],
    ["malformed-response", {}],
    ["malformed-response", { unit: 7, questionnaire: "can-bo", answers: [] }],
    ["malformed-response", { unit: "xa-a", questionnaire: "can-bo", answers: "q1" }],
    ["malformed-response", { unit: "xa-a", questionnaire: "can-bo", answers: new Array(4_000_000_000) }],
    ["malformed-response", { unit: "xa-a", questionnaire: 1, answers: [] }],
    [
      "malformed-response",
      {
        unit: "xa-a",
        questionnaire: "can-bo",
        get answers(): never {
          throw new Error("no");
        },
      },
    ],
    ["unknown-questionnaire", { unit: "xa-a", questionnaire: "doanh-nghiep", answers: [] }],
    ["unknown-questionnaire", { unit: "xa-a", questionnaire: "__proto__", answers: [] }],
    ["malformed-unit", { unit: "Xã A", questionnaire: "can-bo", answers: [] }],
    ["malformed-unit", { unit: "x".repeat(101), questionnaire: "can-bo", answers: [] }],
  ])("counts a form as %s that belongs to no unit and questionnaire", (code, response) => {
    expect(counted(response)).toEqual({ batches: ["dot-1"], counts: [], invalid: [{ code, count: 1 }] });
  });

  test.each([
    ["unknown-question", [{ question: "q9", option: "a" }]],
    ["unknown-question", [{ question: "constructor", option: "a" }]],
    ["unknown-option", [{ question: "q1", option: "A" }]],
    ["malformed-answer", [{ question: "q1" }]],
    ["malformed-answer", [{ question: "q1", option: 1 }]],
    ["malformed-answer", [["q1", "a"]]],
    ["malformed-answer", [undefined]],
    [
      "question-answered-twice",
      [
        { question: "q1", option: "a" },
        { question: "q1", option: "a" },
      ],
    ],
    [
      "question-answered-twice",
      [
        { question: "q1", option: "zz" },
        { question: "q1", option: "a" },
        { question: "q1", option: "b" },
      ],
    ],
  ])("counts %s apart and keeps the rest of the form", (code, wrong) => {
    const answers = [...wrong, { question: "q2", option: "a" }];
    const [cell] = counted({ unit: "xa-a", questionnaire: "can-bo", answers }).counts;
    expect(cell).toMatchObject({
      forms: 1,
      invalid: [{ code, count: 1 }],
      questions: [{ question: "q2", options: [{ option: "a", count: 1 }] }],
    });
  });

  test("counts a form without any valid answer as empty, beside what is wrong with its answers", () => {
    const [cell] = counted(form("xa-a", "can-bo", {}), form("xa-a", "can-bo", { q1: "z" })).counts;
    expect(cell).toMatchObject({
      forms: 0,
      questions: [],
      invalid: [
        { code: "empty-form", count: 2 },
        { code: "unknown-option", count: 1 },
      ],
    });
  });

  test("leaves no trace of a form that throws half-way", () => {
    const answers = [
      { question: "q1", option: "a" },
      {
        question: "q2",
        get option(): string {
          throw new Error("no");
        },
      },
    ];
    const result = counted(form("xa-a", "can-bo", { q1: "b" }), {
      unit: "xa-a",
      questionnaire: "can-bo",
      answers,
    });
    expect(result.counts[0]?.questions).toEqual([{ question: "q1", options: [{ option: "b", count: 1 }] }]);
    expect(result.invalid).toEqual([{ code: "malformed-response", count: 1 }]);
  });

  test("gives a frozen value, and no responses give the batch alone", () => {
    const result = counted(form("xa-a", "can-bo", { q1: "a" }));
    expect(Object.isFrozen(result) && Object.isFrozen(result.counts[0]?.questions[0]?.options[0])).toBe(true);
    expect(counted()).toEqual({ batches: ["dot-1"], counts: [], invalid: [] });
  });

  test("refuses a wrong call: a set that was not read, no batch, a batch that cannot be an id, no list", async () => {
    const raw = rawSurveySet({ forms: [{ id: "f", by: "g", asks: [["q1", "1.1"]] }] });
    const copy = { ...set };
    expect(() => tally(copy, [], batch)).toThrow(TypeError);
    expect(() => tally(raw as never, [], batch)).toThrow(TypeError);
    expect(() => tally(set, [], {} as never)).toThrow(TypeError);
    expect(() => tally(set, [], undefined as never)).toThrow(TypeError);
    expect(() => tally(set, [], { batch: "Đợt 1" })).toThrow(RangeError);
    expect(() => tally(set, 7 as never, batch)).toThrow(TypeError);
    await expect(tallyAsync(set, 7 as never, batch)).rejects.toThrow(TypeError);
  });

  test("gives the same from an async iterable, one response at a time", async () => {
    const responses = [form("xa-a", "can-bo", { q1: "a" }), form("xa-b", "nguoi-dan", { q1: "e" }), 3];
    let open = 0;
    async function* stream() {
      for (const response of responses) {
        open += 1;
        yield response;
        open -= 1;
      }
    }
    expect(await tallyAsync(set, stream(), batch)).toEqual(tally(set, responses, batch));
    expect(await tallyAsync(set, responses, batch)).toEqual(tally(set, responses, batch));
    expect(open).toBe(0);
  });
});

/** Forms as strangers send them: most of them well, some not. */
const response = fc.record({
  unit: fc.constantFrom("xa-a", "xa-b", "Xã C"),
  questionnaire: fc.constantFrom("can-bo", "nguoi-dan", "khac"),
  answers: fc.array(
    fc.record({
      question: fc.constantFrom("q1", "q2", "q3"),
      option: fc.constantFrom("a", "b", "c", "e", "z"),
    }),
    { maxLength: 4 },
  ),
});
const responses = fc.array(
  fc.oneof({ weight: 9, arbitrary: response as fc.Arbitrary<unknown> }, fc.anything()),
  { maxLength: 40 },
);
const withoutBatches = ({ counts, invalid }: Tally) => ({ counts, invalid });

describe("laws of the tally", () => {
  test("any order of the responses and of their answers gives the same tally", () => {
    fc.assert(
      fc.property(fc.array(response, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (list, keys) => {
        const shuffled = list
          .map((it) => ({ key: keys.next().value, it: { ...it, answers: [...it.answers].reverse() } }))
          .sort((a, b) => a.key - b.key)
          .map(({ it }) => it);
        expect(counted(...shuffled)).toEqual(counted(...list));
      }),
    );
  });

  test("any split into batches, merged in any order, counts as the whole", () => {
    fc.assert(
      fc.property(
        responses,
        fc.array(fc.nat(4), { maxLength: 40 }),
        fc.boolean(),
        (list, batchOf, reverse) => {
          const parts = [0, 1, 2, 3, 4].map((at) =>
            tally(
              set,
              list.filter((_, i) => (batchOf[i] ?? 0) === at),
              { batch: `b${at}` },
            ),
          );
          const merged = (reverse ? parts.reverse() : parts).reduce(
            (all, one) => mergeTallies(all, one),
            emptyTally,
          );
          expect(withoutBatches(merged)).toEqual(withoutBatches(counted(...list)));
          expect(merged.batches).toEqual(["b0", "b1", "b2", "b3", "b4"]);
        },
      ),
    );
  });

  test("merging is associative and commutative, and the empty tally changes nothing", () => {
    fc.assert(
      fc.property(responses, responses, responses, (x, y, z) => {
        const [a, b, c] = [
          tally(set, x, { batch: "a" }),
          tally(set, y, { batch: "b" }),
          tally(set, z, { batch: "c" }),
        ] as const;
        expect(mergeTallies(mergeTallies(a, b), c)).toEqual(mergeTallies(a, mergeTallies(b, c)));
        expect(mergeTallies(a, b)).toEqual(mergeTallies(b, a));
        expect(mergeTallies(a, emptyTally)).toEqual(a);
        expect(mergeTallies(emptyTally, a)).toEqual(a);
      }),
    );
  });

  test("every form is counted just once: as valid, as empty, or as belonging nowhere", () => {
    fc.assert(
      fc.property(responses, (list) => {
        const { counts, invalid } = counted(...list);
        const empty = counts.flatMap((it) => it.invalid).filter(({ code }) => code === "empty-form");
        const all = [
          ...counts.map(({ forms }) => forms),
          ...[...empty, ...invalid].map(({ count }) => count),
        ];
        expect(all.reduce((so, count) => so + count, 0)).toBe(list.length);
      }),
    );
  });
});

describe("mergeTallies", () => {
  test("refuses a batch that is in both, and a count beyond what is exact", () => {
    const a = counted(form("xa-a", "can-bo", { q1: "a" }));
    expect(() => mergeTallies(a, a)).toThrow(RangeError);
    const huge = {
      batches: ["x"],
      counts: [],
      invalid: [{ code: "malformed-response", count: Number.MAX_SAFE_INTEGER }],
    };
    const one = { batches: ["y"], counts: [], invalid: [{ code: "malformed-response", count: 1 }] };
    expect(() => mergeTallies(huge, one)).toThrow(RangeError);
    expect(() => mergeTallies(a, undefined as never)).toThrow(TypeError);
    expect(() => mergeTallies({ batches: [] } as never, a)).toThrow(TypeError);
  });

  test("changes and freezes neither argument", () => {
    const a = {
      batches: ["x"],
      counts: [{ unit: "xa-a", questionnaire: "can-bo", forms: 1, invalid: [], questions: [] }],
      invalid: [],
    };
    const before = structuredClone(a);
    mergeTallies(a, counted(...times(3, form("xa-a", "can-bo", { q1: "a" }))));
    expect(a).toEqual(before);
    expect(Object.isFrozen(a.counts[0])).toBe(false);
  });
});

test("a weight, or who answered, is told not to be read: the form counts once", () => {
  const one = form("xa-a", "can-bo", { q1: "a", q2: "a" });
  expect(counted({ ...one, weight: 3 }, { ...one, respondent: "a" }, one).counts[0]).toMatchObject({
    forms: 3,
    invalid: [{ code: "key-not-read", count: 2 }],
  });
});
