/** A round of 22 forms made messy on purpose: each slip is said, and none of them is scored as if nothing were. */

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { criteriaSet } from "../../src/criteria.ts";
import { checkRound } from "../../src/round/read.ts";
import { clone } from "../support/law.ts";
import type { Raw } from "../support/random-round.ts";

const file: Raw = JSON.parse(
  readFileSync(new URL("../../docs/examples/hoa-lam-departments-2026.json", import.meta.url), "utf8"),
);
const set = criteriaSet(file.set);

/** The answer of a form whose facts have a key. */
const answerWith = (round: Raw, form: number, key: string): Raw =>
  round.selfAssessments[form].answers.find(({ facts }: Raw) => facts !== undefined && key in facts);

/** Slips as people make them, each with the code that says so. */
const slips: readonly (readonly [string, string, (round: Raw) => void])[] = [
  [
    "a comma in a count",
    "not-a-count",
    (it) => {
      answerWith(it, 0, "numerator").facts.numerator = "45,5";
    },
  ],
  [
    "a count in quotes",
    "not-a-count",
    (it) => {
      answerWith(it, 1, "numerator").facts.numerator = "45";
    },
  ],
  [
    "more done than there was",
    "numerator-above-denominator",
    (it) => {
      const { facts } = answerWith(it, 2, "numerator");
      facts.numerator = facts.denominator + 1;
    },
  ],
  [
    "an option with a space",
    "unknown-option",
    (it) => {
      const { facts } = answerWith(it, 3, "choice");
      facts.choice = ` ${facts.choice}`;
    },
  ],
  [
    "an item of another year",
    "unknown-item",
    (it) => {
      it.selfAssessments[4].answers[0].item = "99.1";
    },
  ],
  [
    "an answer twice",
    "answer-twice",
    (it) => {
      it.selfAssessments[5].answers.push(clone(it.selfAssessments[5].answers[0]));
    },
  ],
  [
    "an answer left out",
    "item-unanswered",
    (it) => {
      it.selfAssessments[6].answers.splice(0, 1);
    },
  ],
  [
    "a form without answers",
    "self-assessment-empty",
    (it) => {
      it.selfAssessments[7].answers = [];
    },
  ],
  [
    "a day that does not exist",
    "not-a-date",
    (it) => {
      it.selfAssessments[8].submitted = "2026-11-31";
    },
  ],
  [
    "no day of submission",
    "not-submitted",
    (it) => {
      delete it.selfAssessments[9].submitted;
    },
  ],
  [
    "a misspelt key",
    "misspelt-key",
    (it) => {
      const own = it.selfAssessments[10].answers[0];
      own.evidences = own.evidence;
      delete own.evidence;
    },
  ],
  [
    "another unit's id",
    "self-assessment-twice",
    (it) => {
      it.selfAssessments[11].unit = it.selfAssessments[12].unit;
    },
  ],
  [
    "a unit that the register lacks",
    "unknown-unit",
    (it) => {
      it.selfAssessments[13].unit = "hoa-lam-so-khong-co";
    },
  ],
  [
    "an entry for nobody",
    "name-in-place-of-id",
    (it) => {
      it.ledger[0].unit = ` ${it.ledger[0].unit}`;
    },
  ],
  [
    "an entry by a stranger",
    "unknown-role",
    (it) => {
      it.ledger[1].by = "nguoi-la";
    },
  ],
  [
    "a null in place of the tally",
    "wrong-type",
    (it) => {
      it.tally = null;
    },
  ],
  [
    "the counts of a unit left out",
    "counts-missing",
    (it) => {
      it.tally.counts.splice(0, 1);
    },
  ],
  [
    "a statistic left out",
    "statistic-missing",
    (it) => {
      it.statistics.splice(0, 1);
    },
  ],
  [
    "a statistic twice",
    "statistic-twice",
    (it) => {
      it.statistics.push(clone(it.statistics[1]));
    },
  ],
  [
    "two kinds of writing a sign",
    "text-normalised",
    (it) => {
      it.units[2].name.vi = it.units[2].name.vi.normalize("NFD");
    },
  ],
];

const before = new Set(checkRound(set, file).map((one) => JSON.stringify(one)));

describe("a messy round", () => {
  test.each(slips)("says it: %s", (_, code, make) => {
    const round = clone(file);
    make(round);
    const said = checkRound(set, round).filter((one) => !before.has(JSON.stringify(one)));
    expect(said.map((one) => one.code)).toContain(code);
  });

  test("says all of it at once, and scores nobody of whom something is wrong", () => {
    const round = clone(file);
    // Without the whole tally nobody could be scored.
    const all = slips.filter(([name]) => name !== "a null in place of the tally");
    for (const [, , make] of all) make(round);
    const { issues, scores, rankings } = assess(set, round);
    const codes = new Set(issues.map(({ code }) => code));
    expect(all.map(([, code]) => code).filter((code) => !codes.has(code as never))).toEqual([]);
    const wrong = new Set(issues.flatMap(({ severity, unit }) => (severity === "error" ? (unit ?? []) : [])));
    expect(wrong.size).toBeGreaterThan(8);
    expect(scores.filter(({ unit }) => wrong.has(unit))).toEqual([]);
    // An entry that belongs to nobody may be anybody's: no list says that it is complete.
    expect(rankings.map(({ complete }) => complete)).toEqual(rankings.map(() => false));
    expect(scores.filter(({ state }) => state === "complete")).toEqual([]);
  });
});
