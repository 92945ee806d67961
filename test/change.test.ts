/** One answer changed: the same as assessing the changed round, and nothing of what was given changes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Assessment } from "../src/assess.ts";
import {
  assess,
  type Change,
  change,
  checkRound,
  indexes,
  readCriteriaSet,
  readRound,
} from "../src/index.ts";
import { hasErrors } from "../src/issue.ts";
import { type Fraction, minus, num, same, total } from "./support/oracle-score.ts";
import { anySetAndRound, leavesOf, type Raw, randomFacts } from "./support/random-round.ts";
import { set, smallRound } from "./support/rounds.ts";

const clone = (value: Raw): Raw => JSON.parse(JSON.stringify(value));

/** State, index and place of every unit. */
function standing({ scores, rankings }: Assessment): Map<string, unknown> {
  const places = new Map(
    rankings.flatMap((it) => it.places.map(({ unit, place }) => [unit, place] as const)),
  );
  const all = new Map<string, unknown>(
    rankings.flatMap(({ unranked }) =>
      unranked.map(({ unit, reason }) => [unit, { state: reason }] as const),
    ),
  );
  for (const { unit, state, index } of scores) {
    const place = places.get(unit);
    all.set(unit, {
      state,
      ...(index === undefined ? {} : { index }),
      ...(place === undefined ? {} : { place }),
    });
  }
  return all;
}

/** The raw round with the answer of one unit on one item replaced. */
function withAnswer(round: Raw, unit: string, item: string, answer: Raw): Raw {
  const changed = clone(round);
  const own = changed.selfAssessments.find((it: Raw) => it.unit === unit);
  if (own === undefined) changed.selfAssessments.push({ unit, answers: [{ ...answer, item }] });
  else own.answers = [...own.answers.filter((it: Raw) => it.item !== item), { ...answer, item }];
  return changed;
}

const proof = [{ number: "12/BC", issuer: "Đơn vị", date: "2026-11-30" }];

/** A set with a round of it, one of its self-scored leaves, a unit and facts that its rule can judge. */
const anyChange = fc
  .tuple(anySetAndRound({ units: 5 }), fc.nat(), fc.nat(), fc.infiniteStream(fc.nat()))
  .map(([raw, unit, leaf, numbers]) => {
    const own = leavesOf(raw.set.items).filter((it) => it.source === "a" && it.scoredBy !== "appraiser");
    const chosen = own[leaf % Math.max(own.length, 1)];
    const draw = (n: number): number => (numbers.next().value as number) % n;
    const facts =
      chosen === undefined ? undefined : randomFacts(draw, chosen.rule, Number(chosen.maxPoints) * 4);
    return {
      raw,
      unit: `u${unit % 5}`,
      item: chosen?.number as string | undefined,
      answer: { facts, evidence: proof },
    };
  })
  .filter(({ item }) => item !== undefined);

describe("change", () => {
  for (const [name, results] of [
    ["assess", assess],
    ["indexes", indexes],
  ] as const) {
    test(`says what ${name} would say of the changed round`, () => {
      fc.assert(
        fc.property(anyChange, ({ raw, unit, item, answer }) => {
          const set = readCriteriaSet(raw.set);
          const round = readRound(set, raw.round);
          const result = change(set, round, results(set, round), { unit, item: item as string, answer });
          const before = standing(assess(set, round));
          const after = standing(assess(set, withAnswer(raw.round, unit, item as string, answer)));
          const wrong = hasErrors(checkRound(set, withAnswer(raw.round, unit, item as string, answer)));
          expect(result.state).toBe(wrong ? "refused" : "changed");
          if (wrong) return;
          const { before: then, after: now, changed } = result as Change;
          expect([then, now]).toEqual([before.get(unit), after.get(unit)]);
          const expected = [...after]
            .filter(([id, it]) => JSON.stringify(it) !== JSON.stringify(before.get(id)))
            .map(([id, it]) => ({ unit: id, before: before.get(id), after: it }))
            .sort((a, b) => (a.unit < b.unit ? -1 : 1));
          expect(changed).toEqual(expected);
        }),
        { numRuns: 40 },
      );
    });
  }

  test("its parts sum to the difference of the two indexes", () => {
    fc.assert(
      fc.property(anyChange, ({ raw, unit, item, answer }) => {
        const set = readCriteriaSet(raw.set);
        const round = readRound(set, raw.round);
        const result = change(set, round, assess(set, round), {
          unit,
          item: item as string,
          answer,
        }) as Change;
        if (result.difference?.state === undefined) return;
        if (result.difference.state === "not-comparable") {
          expect(result.before.index === undefined || result.after.index === undefined).toBe(true);
          return;
        }
        expect(result.difference.before.index.rounded).toBe(result.before.index);
        expect(result.difference.after.index.rounded).toBe(result.after.index);
        const parts = result.difference.parts.map((part) => num(part.change.exact));
        const indexes = [result.after.index, result.before.index].map((index) => num(index ?? "0"));
        expect(same(total(parts), minus(indexes[0] as Fraction, indexes[1] as Fraction))).toBe(true);
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  const round = readRound(set, smallRound());
  const results = assess(set, round);
  const item = "1.1.1";
  const [first, second] = ["dung-han", "cham"];

  test("a second change starts from the results again, not from the first change", () => {
    const answer = (choice: string) => ({ facts: { choice }, evidence: proof });
    const once = change(set, round, results, { unit: "hoa-lam/so-b", item, answer: answer(second) });
    change(set, round, results, { unit: "hoa-lam/so-b", item, answer: answer(first) });
    expect(change(set, round, results, { unit: "hoa-lam/so-b", item, answer: answer(second) })).toEqual(once);
  });

  test("a wrong answer gives its issues, and nothing is computed with it", () => {
    const result = change(set, round, results, {
      unit: "hoa-lam/so-b",
      item,
      answer: { facts: { choice: "no-such" }, evidence: proof },
    });
    expect(result.state).toBe("refused");
    expect(result.issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([
      "unknown-option facts.choice",
    ]);
  });

  test.each([
    ["an unknown item", "9.9.9", { facts: { choice: "a" } }, "unknown-item"],
    ["no object", item, "1.5", "wrong-type"],
  ])("%s is an issue", (_, item, answer, code) => {
    const result = change(set, round, results, { unit: "hoa-lam/so-b", item, answer });
    expect(result.issues.map((it) => it.code)).toContain(code);
    expect(result.state).toBe("refused");
  });

  test("null takes the answer back", () => {
    const result = change(set, round, results, { unit: "hoa-lam/so-a", item, answer: null }) as Change;
    const raw = clone(smallRound());
    const own = raw.selfAssessments.find((it: Raw) => it.unit === "hoa-lam/so-a");
    own.answers = own.answers.filter((it: Raw) => it.item !== item);
    expect(result.after).toEqual(standing(assess(set, raw)).get("hoa-lam/so-a"));
  });

  test("wrong calls throw", () => {
    const asked = { unit: "hoa-lam/so-b", item, answer: {} };
    expect(() => change(set, clone(round), results, asked)).toThrow(TypeError);
    expect(() => change(set, round, clone(results), asked)).toThrow(TypeError);
    expect(() => change(set, readRound(set, smallRound()), results, asked)).toThrow(RangeError);
    expect(() => change(set, round, results, { ...asked, unit: "hoa-lam/so-z" })).toThrow(RangeError);
  });
});
