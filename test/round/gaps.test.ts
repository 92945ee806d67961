/** What nobody gave: each gap is one warning, in the check of a round, at its reading and in what is assessed from it. */
import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import type { Issue } from "../../src/issue.ts";
import { checkRound, checkSelfAssessment, readRound } from "../../src/round/read.ts";
import {
  type Change,
  changedRound,
  comparedSet,
  entry,
  places,
  type Raw,
  readSet,
  set,
  withoutSpecial,
} from "../support/rounds.ts";

const compared = comparedSet();
const special = readSet((raw: Raw) => {
  raw.survey.questionnaires.push({ ...raw.survey.questionnaires[1], id: "phieu-xa-2", judges: ["dac-thu"] });
  raw.survey.questionnaires[1].judges = ["chung"];
  raw.survey.questionnaires[0].judges = ["chung"];
  raw.survey.questionnaires.push({ ...raw.survey.questionnaires[0], id: "phieu-db-2", judges: ["dac-thu"] });
});
const cleared = (it: Raw): void => {
  withoutSpecial(it).units.pop();
  it.councils[0].units.pop();
};

describe("a gap in a round is a warning, in assess again", () => {
  test.each<[string, Change, string[]]>([
    [
      "an empty form: one warning",
      { "selfAssessments.0.answers": [] },
      ["self-assessment-empty selfAssessments.0.answers"],
    ],
    [
      "an item without an answer",
      (it) => it.selfAssessments[0].answers.splice(1, 2),
      ["item-unanswered selfAssessments.0.answers", "item-unanswered selfAssessments.0.answers"],
    ],
    [
      "an item that the council decided is no gap",
      (it) => {
        it.selfAssessments[0].answers.splice(1, 1);
        it.ledger.push(entry({ kind: "adjust", unit: "hoa-lam/so-b", points: "0", reason: "Không báo cáo" }));
      },
      [],
    ],
    ["no statistic for one unit", (it) => it.statistics.pop(), ["statistic-missing statistics"]],
    ["no counts of one questionnaire", (it) => it.tally.counts.pop(), ["counts-missing tally.counts"]],
    [
      "no tally at all",
      (it) => delete it.tally,
      Array.from({ length: 6 }, () => "counts-missing tally.counts"),
    ],
    [
      "no counts of one question",
      (it) => it.tally.counts[5].questions.pop(),
      ["question-without-answers tally.counts.5.questions"],
    ],
    [
      "a question with counts of 0",
      { "tally.counts.5.questions.1.options.0.count": 0 },
      ["question-without-answers tally.counts.5.questions"],
    ],
    [
      "too few forms",
      (it) => {
        const counts = it.tally.counts[5];
        counts.forms = 4;
        counts.questions[0].options.pop();
      },
      ["forms-below-least tally.counts.5.forms"],
    ],
  ])("%s", (_, change, expected) => {
    const raw = changedRound(change);
    const issues = checkRound(set, raw);
    expect(places(issues)).toEqual(expected);
    expect(issues.every(({ severity, unit }) => severity === "warning" && unit !== undefined)).toBe(true);
    // Read before, the same is said of where things then stand.
    const told = (all: readonly Issue[]): readonly string[] =>
      all.map(({ code, unit, item }) => `${code} ${unit} ${item}`).sort();
    expect(told(assess(set, readRound(set, raw)).issues)).toEqual(told(issues));
  });

  test("a questionnaire that judges none of the round's units", () => {
    const issues = checkRound(special, changedRound(cleared));
    expect(places(issues)).toEqual([
      "questionnaire-judges-nobody units",
      "questionnaire-judges-nobody units",
    ]);
    expect(issues.map(({ params }) => params["questionnaire"])).toEqual(["phieu-xa-2", "phieu-db-2"]);
  });

  test("what could not be read is not missed besides", () => {
    const broken = changedRound({
      "statistics.2.facts": undefined,
      "tally.counts.5.forms": "năm",
      "selfAssessments.0.answers.1.facts": 7,
    });
    expect(places(checkRound(set, broken))).toEqual([
      "wrong-type selfAssessments.0.answers.1.facts",
      "not-a-count tally.counts.5.forms",
      "missing-key statistics.2.facts",
    ]);
  });
});

test("a self-assessment read alone says what it lacks once it is sent, not while it is written", () => {
  const { answers } = changedRound({}).selfAssessments[0];
  const form = { unit: "hoa-lam/so-b", answers: answers.slice(1) };
  expect(checkSelfAssessment(set, form)).toEqual([]);
  expect(places(checkSelfAssessment(set, { ...form, submitted: "2026-12-20" }))).toEqual([
    "item-unanswered answers",
  ]);
  expect(places(checkSelfAssessment(set, { ...form, submitted: "2026-12-20", answers: [] }))).toEqual([
    "self-assessment-empty answers",
  ]);
});

describe("A7: a unit that alone of its group takes part in a comparison", () => {
  const alone = (change: (it: Raw) => void) => {
    const raw = changedRound(change);
    return checkRound(compared, raw).filter(({ code }) => code === "relative-alone");
  };
  const without = (unit: string) => (it: Raw) => {
    for (const form of it.selfAssessments)
      if (form.unit === unit) form.answers = form.answers.filter(({ item }: Raw) => item !== "1.3");
  };

  test("is a warning, in assess again", () => {
    const [issue, ...others] = alone(without("hoa-lam/so-b"));
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ severity: "warning", unit: "hoa-lam/so-a", params: { group: "chung" } });
    const { issues } = assess(compared, changedRound(without("hoa-lam/so-b")));
    expect(issues.filter(({ code }) => code === "relative-alone")).toHaveLength(1);
  });

  test("is none where two or none take part, or the council gives the other facts", () => {
    expect(alone(() => {})).toEqual([]);
    expect(
      alone((it) => {
        for (const unit of ["hoa-lam/so-a", "hoa-lam/so-b"]) without(unit)(it);
      }),
    ).toEqual([]);
    const decided = (it: Raw): void => {
      without("hoa-lam/so-b")(it);
      const reason = "Hội đồng xác minh";
      it.ledger.push(
        entry({ kind: "adjust", unit: "hoa-lam/so-b", item: "1.3", facts: { count: 2 }, reason }),
      );
    };
    expect(alone(decided)).toEqual([]);
  });
});
