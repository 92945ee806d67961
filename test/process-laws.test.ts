/** Laws of the council's process (design 3.5, 3.6) over random sets and rounds. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Assessment, assess } from "../src/assess.ts";
import { readCriteriaSet } from "../src/set/check.ts";
import { anySetAndRound, leavesOf, type Raw } from "./support/random-round.ts";

const runs = { numRuns: 100 };
const results = ({ scores, rankings }: Assessment) => ({ scores, rankings });
const stages = ["first", "second", "final"] as const;

/** Brings the entries of a random round into one stage, on a day of that stage. */
/** The decisions of the final stage, as if they had been taken at another one: one for each item. */
const inStage = (ledger: readonly Raw[], stage: (typeof stages)[number]): Raw[] =>
  ledger
    // Members who vote, or have a field of their own, have no right in other stages.
    .filter(({ stage: at, by, votes }) => at === "final" && by === "chu-tich" && votes === undefined)
    // What is accepted may have been proposed in an explanation, which belongs to the first stage alone.
    .map((entry) => ({
      ...entry,
      kind: entry.kind === "accept" ? "uphold" : entry.kind,
      stage,
      date: `2027-0${1 + stages.indexOf(stage)}-20`,
    }));

const closing = (stage: (typeof stages)[number]): Raw => ({
  stage,
  council: "hoi-dong",
  number: `${stage}/TB`,
  date: `2027-0${1 + stages.indexOf(stage)}-25`,
});

describe("laws of the process", () => {
  test("a closed stage's result never changes by what comes later", () => {
    fc.assert(
      fc.property(
        anySetAndRound(),
        anySetAndRound(),
        fc.constantFrom("first", "second"),
        ({ set, round }, other, stage) => {
          const read = readCriteriaSet(set);
          const closed = {
            ...round,
            ledger: inStage(round.ledger, stage),
            acts: stages.slice(0, stages.indexOf(stage) + 1).map(closing),
          };
          const before = results(assess(read, closed, { until: stage }));
          // Later entries: adjustments to points of leaves that the set has, in every later stage, and findings.
          const leaves = leavesOf(set.items).filter((it) => it.source === "a" && it.rule.kind === "choice");
          const later = stages.slice(stages.indexOf(stage) + 1).flatMap((next) =>
            leaves.flatMap(({ number, rule }) =>
              round.units.map(({ id }: Raw) => ({
                unit: id,
                item: number,
                stage: next,
                by: "chu-tich",
                date: `2027-0${1 + stages.indexOf(next)}-20`,
                reason: "Theo hồ sơ bổ sung",
                kind: "adjust",
                facts: { choice: rule.options[other.round.units.length % 3].id },
              })),
            ),
          );
          const after = assess(
            read,
            { ...closed, ledger: [...closed.ledger, ...later], acts: stages.map(closing) },
            { until: stage },
          );
          expect(after.issues.filter(({ severity }) => severity === "error")).toEqual([]);
          expect(results(after)).toEqual(before);
        },
      ),
      runs,
    );
  });

  test("replaying a ledger in any order of its input gives the same", () => {
    fc.assert(
      fc.property(anySetAndRound(), fc.infiniteStream(fc.nat()), ({ set, round }, numbers) => {
        const read = readCriteriaSet(set);
        const staged = [...inStage(round.ledger, "first"), ...inStage(round.ledger, "second")];
        const keys = staged.map(() => numbers.next().value as number);
        const shuffled = staged
          .map((entry, at) => ({ entry, key: keys[at] as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ entry }) => entry);
        expect(results(assess(read, { ...round, ledger: shuffled }))).toEqual(
          results(assess(read, { ...round, ledger: staged })),
        );
      }),
      runs,
    );
  });

  test("the end of a day gives what the entries up to that day give", () => {
    fc.assert(
      fc.property(anySetAndRound(), ({ set, round }) => {
        const read = readCriteriaSet(set);
        const staged = {
          ...round,
          ledger: [...inStage(round.ledger, "first"), ...inStage(round.ledger, "second")],
        };
        // A day has the acts of that day with it, a stage those of the stages up to it.
        const strip = (it: Assessment) => it.scores.map(({ until: _, approved: __, ...score }) => score);
        expect(strip(assess(read, staged, { until: "2027-01-31" }))).toEqual(
          strip(assess(read, staged, { until: "first" })),
        );
        expect(strip(assess(read, staged, { until: "2027-12-31" }))).toEqual(strip(assess(read, staged)));
      }),
      runs,
    );
  });
});
