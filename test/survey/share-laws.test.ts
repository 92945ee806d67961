// Laws of the survey, against an oracle that works on the forms themselves, in fractions of its own.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeSurvey, type Survey } from "../../src/survey/share.ts";
import { emptyTally, mergeTallies, tally } from "../../src/survey/tally.ts";
import { form, type SurveySketch, surveySet } from "../support/survey-set.ts";

const percentOf: Readonly<Record<string, bigint>> = { a: 100n, b: 60n, c: 20n, d: 0n };

interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/** Reads what the library prints for an exact value: a decimal or a fraction. */
function fractionOf(text: string): Fraction {
  const [top = "", bottom = "1"] = text.split("/");
  const [whole = "", places = ""] = top.split(".");
  return { n: BigInt(whole + places), d: BigInt(bottom) * 10n ** BigInt(places.length) };
}

const same = (a: Fraction, b: Fraction): boolean => a.n * b.d === b.n * a.d;
const atMost = (a: Fraction, b: Fraction): boolean => a.n * b.d <= b.n * a.d;
const plus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });

type Form = ReturnType<typeof form>;

/** Three groups; x and y share both questions of leaf 1.1, each of the three is asked one on leaf 1.2. */
const sketch = (
  weights: readonly [number, number, number] | undefined,
  over: Partial<SurveySketch> = {},
): SurveySketch => ({
  forms: [
    {
      id: "px",
      by: "x",
      asks: [
        ["q1", "1.1"],
        ["q2", "1.1"],
        ["q3", "1.2"],
      ],
    },
    {
      id: "py",
      by: "y",
      asks: [
        ["q2", "1.1"],
        ["q1", "1.1"],
        ["q4", "1.2"],
      ],
    },
    { id: "pz", by: "z", asks: [["q1", "1.2"]] },
  ],
  ...(weights === undefined
    ? {}
    : { weights: { x: String(weights[0]), y: String(weights[1]), z: String(weights[2]) } }),
  emptyGroup: "redistribute",
  ...over,
});
const asked: Readonly<
  Record<string, readonly (readonly (readonly [questionnaire: string, question: string])[])[]>
> = {
  "1.1": [
    [
      ["px", "q1"],
      ["py", "q1"],
    ],
    [
      ["px", "q2"],
      ["py", "q2"],
    ],
  ],
  "1.2": [
    [
      ["px", "q3"],
      ["py", "q4"],
      ["pz", "q1"],
    ],
  ],
};

/** The share of a leaf straight from the forms, one expression for each sentence of the design; undefined where nobody answered. */
function oracle(
  forms: readonly Form[],
  unit: string,
  leaf: string,
  weightOf: ((form: string) => bigint) | undefined,
): Fraction | undefined {
  const questions = (asked[leaf] ?? []).map((groups): Fraction | undefined => {
    const sums = groups.map(([questionnaire, question]) => {
      const chosen = forms
        .filter((it) => it.unit === unit && it.questionnaire === questionnaire)
        .flatMap((it) => it.answers.filter((answer) => answer.question === question))
        .flatMap(({ option }) => percentOf[option] ?? []);
      return { questionnaire, percent: chosen.reduce((so, it) => so + it, 0n), valid: BigInt(chosen.length) };
    });
    const present = sums.filter(({ valid }) => valid > 0n);
    if (present.length === 0) return undefined;
    if (weightOf === undefined) {
      return {
        n: present.reduce((so, it) => so + it.percent, 0n),
        d: 100n * present.reduce((so, it) => so + it.valid, 0n),
      };
    }
    const weighted = present
      .map((it): Fraction => ({ n: weightOf(it.questionnaire) * it.percent, d: 100n * it.valid }))
      .reduce(plus);
    return { n: weighted.n, d: weighted.d * present.reduce((so, it) => so + weightOf(it.questionnaire), 0n) };
  });
  if (questions.some((it) => it === undefined)) return undefined;
  const sum = (questions as Fraction[]).reduce(plus);
  return { n: sum.n, d: sum.d * BigInt(questions.length) };
}

const option = fc.constantFrom("a", "b", "c", "d", "e");
const unit = fc.constantFrom("so-a", "so-b");
const anyForm: fc.Arbitrary<Form> = fc.oneof(
  fc
    .tuple(unit, fc.dictionary(fc.constantFrom("q1", "q2", "q3"), option))
    .map(([of, answers]) => form(of, "px", answers)),
  fc
    .tuple(unit, fc.dictionary(fc.constantFrom("q1", "q2", "q4"), option))
    .map(([of, answers]) => form(of, "py", answers)),
  fc
    .tuple(unit, fc.dictionary(fc.constantFrom("q1"), option))
    .map(([of, answers]) => form(of, "pz", answers)),
);
const forms = fc.array(anyForm, { minLength: 0, maxLength: 60 });
const weights = fc.tuple(
  fc.integer({ min: 1, max: 97 }),
  fc.integer({ min: 1, max: 97 }),
  fc.integer({ min: 1, max: 97 }),
);
const units = ["so-a", "so-b"].map((id) => ({ id, group: "don-vi" }));

const surveyOf = (of: SurveySketch, list: readonly unknown[]): Survey => {
  const set = surveySet(of);
  return mergeSurvey(set, tally(set, list, { batch: "b" }), { units });
};
const items = (survey: Survey) =>
  survey.units.flatMap(({ unit: of, items: list }) => list.map((it) => ({ unit: of, ...it })));

describe("laws of the survey", () => {
  test("weighted shares are those of the oracle, to the last digit", () => {
    fc.assert(
      fc.property(forms, weights, (list, w) => {
        const weightOf = (questionnaire: string): bigint =>
          BigInt(w["xyz".indexOf(questionnaire.slice(1)) as 0 | 1 | 2]);
        for (const it of items(surveyOf(sketch(w), list))) {
          const expected = oracle(list, it.unit, it.item, weightOf);
          if (expected === undefined) expect(it.state).toBe("pending");
          else expect(it.share !== undefined && same(fractionOf(it.share), expected)).toBe(true);
        }
      }),
    );
  });

  test("pooled shares are those of the oracle, to the last digit", () => {
    fc.assert(
      fc.property(forms, (list) => {
        // One form of each questionnaire, so that no sample is below the least.
        const opinions = ["so-a", "so-b"].flatMap((of) => [
          form(of, "px", { q1: "e" }),
          form(of, "py", { q1: "e" }),
          form(of, "pz", { q1: "e" }),
        ]);
        const all = [...opinions, ...list];
        for (const it of items(surveyOf(sketch(undefined), all))) {
          const expected = oracle(all, it.unit, it.item, undefined);
          if (expected === undefined) expect(it.state).toBe("pending");
          else expect(it.share !== undefined && same(fractionOf(it.share), expected)).toBe(true);
        }
      }),
    );
  });

  test("a share lies within 0 and 1, and the points are the maximum × the share", () => {
    fc.assert(
      fc.property(forms, weights, (list, w) => {
        for (const { share, points } of items(surveyOf(sketch(w), list))) {
          if (share === undefined || points === undefined) {
            expect([share, points]).toEqual([undefined, undefined]);
            continue;
          }
          const exact = fractionOf(share);
          expect(exact.n >= 0n && atMost(exact, { n: 1n, d: 1n })).toBe(true);
          expect(same(fractionOf(points), { n: 2n * exact.n, d: exact.d })).toBe(true);
        }
      }),
    );
  });

  test("tallies of disjoint batches, in any split and order, give the same survey", () => {
    fc.assert(
      fc.property(
        forms,
        weights,
        fc.array(fc.nat(3), { maxLength: 60 }),
        fc.boolean(),
        (list, w, batchOf, reverse) => {
          const set = surveySet(sketch(w));
          const parts = [0, 1, 2, 3].map((at) =>
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
          expect(mergeSurvey(set, merged, { units })).toEqual(surveyOf(sketch(w), list));
        },
      ),
    );
  });

  test("answers without an opinion and answers that are not valid change no share", () => {
    fc.assert(
      fc.property(
        forms,
        weights,
        fc.array(fc.tuple(unit, fc.constantFrom("e", "z")), { maxLength: 20 }),
        (list, w, noise) => {
          const added = noise.map(([of, chosen]) => form(of, "px", { q1: chosen, q2: chosen, q9: "a" }));
          const shares = (of: Survey) => items(of).map(({ unit: at, item, share }) => [at, item, share]);
          expect(shares(surveyOf(sketch(w), [...list, ...added]))).toEqual(shares(surveyOf(sketch(w), list)));
        },
      ),
    );
  });

  test("the order of questionnaires, questions and respondent groups in the set changes no share", () => {
    fc.assert(
      fc.property(forms, weights, (list, w) => {
        const plain = sketch(w);
        const turned = {
          ...plain,
          forms: [...plain.forms].reverse().map((it) => ({ ...it, asks: [...it.asks].reverse() })),
        };
        const shares = (of: Survey) =>
          items(of).map(({ unit: at, item, state, share, points }) => [at, item, state, share, points]);
        expect(shares(surveyOf(turned, list))).toEqual(shares(surveyOf(plain, list)));
      }),
    );
  });

  test("one unit's answers change nothing for another", () => {
    fc.assert(
      fc.property(forms, weights, (list, w) => {
        const own = list.filter((it) => it.unit === "so-a");
        expect(surveyOf(sketch(w), list).units[0]).toEqual(surveyOf(sketch(w), own).units[0]);
      }),
    );
  });

  test("a better answer never lowers a share", () => {
    fc.assert(
      fc.property(fc.array(anyForm, { minLength: 1, maxLength: 40 }), weights, fc.nat(), (list, w, pick) => {
        const at = pick % list.length;
        const better = list.map((it, i) =>
          i === at
            ? {
                ...it,
                answers: it.answers.map((answer) =>
                  answer.option === "e" ? answer : { ...answer, option: "a" },
                ),
              }
            : it,
        );
        const before = items(surveyOf(sketch(w), list));
        const after = items(surveyOf(sketch(w), better));
        expect(after.map(({ state }) => state)).toEqual(before.map(({ state }) => state));
        const pairs = before.flatMap(({ share }, i) =>
          share === undefined ? [] : [[share, after[i]?.share ?? ""] as const],
        );
        for (const [was, now] of pairs) expect(atMost(fractionOf(was), fractionOf(now))).toBe(true);
      }),
    );
  });
});
