/** Results that went through JSON: read strictly, and as good as those that were just made. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { assess } from "../src/assess.ts";
import { criteriaSet } from "../src/criteria.ts";
import { change } from "../src/fast/change.ts";
import { indexes } from "../src/fast/indexes.ts";
import { InvalidError } from "../src/issue.ts";
import { compareRankings } from "../src/movement.ts";
import { rank } from "../src/ranking.ts";
import { checkAssessment, readAssessment } from "../src/results.ts";
import { readRound } from "../src/round/read.ts";
import { rows } from "../src/sheets/lines.ts";
import { library } from "../src/version.ts";
import { law } from "./support/law.ts";
import type { Raw } from "./support/rounds.ts";

const cases = [
  ["hoa-lam/department/2026", "hoa-lam-departments-2026.json"],
  ["hoa-lam/commune/2026", "hoa-lam-communes-2026.json"],
  ["moha/ministry/2023", "published/moha/ministry/2023.1.json"],
] as const;
const set = criteriaSet("hoa-lam/department/2026");
const raw = (file: string) =>
  JSON.parse(readFileSync(new URL(`../docs/examples/${file}`, import.meta.url), "utf8"));
const round = readRound(set, raw(cases[0][1]));
const stored = (): Raw => JSON.parse(JSON.stringify(assess(set, round)));

test.each(cases)("what assess gives for %s reads back equal, at every stage", (id, file) => {
  const own = criteriaSet(id);
  for (const until of [undefined, "self", "first", "2027-01-15"] as const) {
    const made = assess(own, raw(file), { until });
    const read = readAssessment(JSON.parse(JSON.stringify(made)));
    expect(read).toEqual(made);
    expect(Object.isFrozen(read.scores[0]?.items)).toBe(true);
  }
});

test("assessments, rankings and indexes say their format and what made them", () => {
  const { rankings } = assess(set, round);
  for (const it of [assess(set, round), ...rankings, indexes(set, round)])
    expect(it).toMatchObject({ format: 1, library });
});

describe("reading is strict", () => {
  test.each([
    ["another format", (it: Raw) => Object.assign(it, { format: 2 }), "wrong-value format"],
    ["an unknown key", (it: Raw) => Object.assign(it.scores[0], { extra: 1 }), "unknown-key scores.0.extra"],
    [
      "a number for a decimal",
      (it: Raw) => Object.assign(it.rankings[0].places[0], { index: 96.09 }),
      "not-a-decimal rankings.0.places.0.index",
    ],
    [
      "a score of another set",
      (it: Raw) => Object.assign(it.scores[1], { set: "a/b/2026" }),
      "wrong-value scores.1.set",
    ],
    ["one unit twice", (it: Raw) => it.scores.push(it.scores[0]), "unit-twice scores.21.unit"],
    [
      "an issue that is none",
      (it: Raw) => Object.assign(it.issues[0], { severity: "bad" }),
      "wrong-value issues.0",
    ],
  ])("%s is an issue", (_, spoil, expected) => {
    const spoilt = stored();
    spoil(spoilt);
    const issues = checkAssessment(spoilt);
    expect(issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([expected]);
    expect(() => readAssessment(spoilt)).toThrow(InvalidError);
  });

  test("a state that its figures contradict is an issue, and all are said at once", () => {
    const spoilt = stored();
    const at = spoilt.scores.findIndex((it: Raw) => it.state === "complete");
    const open = spoilt.scores.findIndex((it: Raw) => it.state === "provisional");
    delete spoilt.scores[at].index;
    Object.assign(spoilt.scores[open], { index: "50.00" });
    expect(
      checkAssessment(spoilt)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(["missing-key", "unknown-key"]);
  });

  test.each([[null], ["{}"], [[]], [new Date(0)], [{ scores: [{}] }]])(
    "%j gives issues and throws nothing else",
    (value) => {
      expect(checkAssessment(value).length).toBeGreaterThan(0);
      expect(() => readAssessment(value)).toThrow(InvalidError);
    },
  );
});

describe("a stored assessment serves change", () => {
  const unit = "hoa-lam-so-cong-thuong";
  const answer = {
    facts: { choice: "none" },
    evidence: [{ number: "12/KH-SCT", issuer: "Sở Công Thương", date: "2026-01-15" }],
  };

  test("as the one that was just made does", () => {
    const read = readAssessment(stored());
    const expected = change(set, round, assess(set, round), { unit, item: "1.1.1", answer });
    expect(change(set, round, read, { unit, item: "1.1.1", answer })).toEqual(expected);
    expect(expected.state).toBe("changed");
  });

  test("and whatever else takes results", () => {
    const read = readAssessment(stored());
    const made = assess(set, round);
    const earlier = assess(set, round, { until: "first" });
    const earlierRead = readAssessment(JSON.parse(JSON.stringify(earlier)));
    expect(rank(set, read.scores)).toEqual(rank(set, made.scores));
    const moved = compareRankings(earlier.rankings, made.rankings);
    expect(moved.some(({ units }) => units.some(({ gained = "0" }) => gained !== "0"))).toBe(true);
    expect(compareRankings(earlierRead.rankings, read.rankings)).toEqual(moved);
    expect(rows(read)).toEqual(rows(made));
    expect(rows(made).length).toBeGreaterThan(0);
  });

  test("but not where the round gives other figures, nor unread", () => {
    const forged = stored();
    forged.scores.find((it: Raw) => it.unit === unit).index = "99.00";
    const ask = { unit, item: "1.1.1", answer };
    expect(() => change(set, round, readAssessment(forged), ask)).toThrow(
      new RangeError("change: the results are of another round"),
    );
    expect(() => change(set, round, stored(), ask)).toThrow(TypeError);
  });
});

law("what assess gives for a random round reads back equal, whatever the set uses", (_, made) => {
  expect(readAssessment(JSON.parse(JSON.stringify(made)))).toEqual(made);
});
