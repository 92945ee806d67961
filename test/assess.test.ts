/** The main job on rounds that lost something, or lack something: what cannot be told is said, and nothing is complete. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type ApprovalIn, isApproved, type Until } from "../src/appraisal.ts";
import { assess } from "../src/assess.ts";
import { criteriaSet } from "../src/criteria.ts";
import { explain } from "../src/explain/explanation.ts";
import { explanationText } from "../src/explain/explanation-text.ts";
import { indexes } from "../src/fast/indexes.ts";
import type { Issue } from "../src/issue.ts";
import type { Ranking } from "../src/ranking.ts";
import { checkRound, judgeRound, readRound } from "../src/round/read.ts";
import type { Score } from "../src/score.ts";
import { rankingRows, scoreRows } from "../src/sheets/tables.ts";
import {
  type Change,
  changedRound,
  completeRound,
  entry,
  places,
  type Raw,
  set,
  withoutSpecial,
} from "./support/rounds.ts";

const rankingOf = (round: Raw, group: string) => assess(set, round).rankings.find((it) => it.group === group);
const stateOfUnit = (round: Raw, unit: string) =>
  assess(set, round).scores.find((it) => it.unit === unit)?.state;

describe("nothing is complete that lost something", () => {
  test("the round that lost nothing is complete", () => {
    expect(rankingOf(completeRound(), "chung")).toMatchObject({ complete: true, places: [{}, {}] });
    expect(stateOfUnit(completeRound(), "hoa-lam/so-a")).toBe("complete");
  });

  test("A15: a unit whose own entry has an unknown key is listed apart with its error", () => {
    const round = completeRound((it: Raw) => {
      it.units[0].colour = "red";
    });
    const { rankings, issues } = assess(set, round);
    expect(places(issues)).toEqual(["unknown-key units.0.colour"]);
    expect(issues[0]?.unit).toBe("hoa-lam/so-a");
    expect(rankings[0]).toMatchObject({
      complete: false,
      places: [{ unit: "hoa-lam/so-b" }],
      unranked: [{ unit: "hoa-lam/so-a", reason: "error" }],
    });
    expect(indexes(set, round).units.map(({ unit, state }) => `${unit} ${state}`)).toEqual([
      "hoa-lam/ban-c no-self-assessment",
      "hoa-lam/so-a error",
      "hoa-lam/so-b complete",
    ]);
  });

  test.each<[string, (round: Raw) => void, [boolean, boolean]]>([
    [
      "whose group is none of the set: any group may miss it",
      (it) => (it.units[0].group = "khac"),
      [false, false],
    ],
    ["without an id: what is about it is nobody's", (it) => delete it.units[0].id, [false, false]],
    ["that is no object: any group may miss it", (it) => (it.units[0] = 7), [false, false]],
    ["of a kind that the set does not know", (it) => (it.units[0].kinds = ["khac"]), [false, true]],
  ])("a unit %s", (_, change, complete) => {
    const round = completeRound((it: Raw) => {
      change(it);
      withoutSpecial(it);
      it.units.pop();
      it.councils[0].units.pop();
    });
    expect(assess(set, round).rankings.map((it) => it.complete)).toEqual(complete);
    expect(rankingOf(round, "chung")?.places.map(({ unit }) => unit)).toEqual(["hoa-lam/so-b"]);
  });

  const zero = { kind: "adjust", item: "1.1.2", points: "0", reason: "Không có minh chứng" };
  test.each<[string, (round: Raw) => void]>([
    ["an entry for “aa”", (it) => it.ledger.push(entry({ ...zero, unit: "hoa-lam/so-aa" }))],
    ["an entry for “ a”", (it) => it.ledger.push(entry({ ...zero, unit: " hoa-lam/so-a" }))],
    ["an entry that names no unit", (it) => it.ledger.push(entry({ ...zero, unit: undefined }))],
    ["an entry that is none", (it) => it.ledger.push("hoa-lam/so-a")],
    ["a self-assessment of nobody", (it) => it.selfAssessments.push({ unit: "so-a", answers: [] })],
    ["a statistic of nobody", (it) => it.statistics.push({ ...it.statistics[0], unit: "so-a" })],
    ["counts of nobody", (it) => it.tally.counts.push({ ...it.tally.counts[0], unit: "so-a" })],
    ["a finding of nobody", (it) => it.findings.push({ ...it.findings[0], id: "kt-02", unit: "so-a" })],
    ["an extension of nobody", (it) => it.extensions.push({ ...it.extensions[0], unit: "so-a" })],
  ])("A14: %s: no unit and no ranking says complete", (_, change) => {
    const round = completeRound(change);
    const { scores, rankings, issues } = assess(set, round);
    expect(issues.some(({ severity }) => severity === "error")).toBe(true);
    expect(rankings.map(({ complete }) => complete)).toEqual([false, false]);
    expect(scores.map(({ state }) => state)).not.toContain("complete");
    // What could be read is scored and placed all the same.
    expect(rankings[0]?.places.length).toBe(2);
    expect(indexes(set, round).units.map(({ state }) => state)).not.toContain("complete");
  });

  test("A14: an entry on an item that nobody knows is an error of its unit alone", () => {
    const round = completeRound((it: Raw) => it.ledger.push(entry({ ...zero, item: "1.1.22" })));
    expect(rankingOf(round, "chung")).toMatchObject({
      complete: false,
      places: [{ unit: "hoa-lam/so-b" }],
      unranked: [{ unit: "hoa-lam/so-a", reason: "error" }],
    });
    expect(stateOfUnit(round, "hoa-lam/so-b")).toBe("complete");
  });

  test.each<[string, Change, string]>([
    ["a tally of null", { tally: null }, "wrong-type tally"],
    [
      "a space before an option's id",
      { "selfAssessments.1.answers.0.facts.choice": " dung-han" },
      "unknown-option selfAssessments.1.answers.0.facts.choice",
    ],
    [
      "a space after a part's id",
      { "selfAssessments.1.answers.2.facts.parts": ["dung-han "] },
      "unknown-part selfAssessments.1.answers.2.facts.parts.0",
    ],
  ])("%s is an error", (_, change, expected) => {
    const errors = checkRound(set, changedRound(change)).filter((it: Issue) => it.severity === "error");
    expect(places(errors)).toEqual([expected]);
  });
});

const published = criteriaSet("binh-duong/district/2017");
const publishedRound = JSON.parse(
  readFileSync(
    new URL("../docs/examples/published/binh-duong/district/2017.1.json", import.meta.url),
    "utf8",
  ),
);

describe("A10: what is not yet approved says so", () => {
  const approvedIn = (round: Raw, until?: Until) => {
    const { scores, rankings } = assess(set, round, { until });
    return [scores.map((it) => it.approved), rankings.map((it) => it.approved)];
  };

  test("scores and rankings are approved by the act that closes the final stage", () => {
    expect(approvedIn(completeRound()).flat()).not.toContain(false);
  });

  test("without acts nothing is", () => {
    const round = completeRound((it: Raw) => {
      it.acts = [];
    });
    expect(approvedIn(round).flat()).not.toContain(true);
    const [one] = assess(set, round).rankings;
    expect(rankingRows(set, one as Ranking).at(-1)).toContain("Chưa phê duyệt");
    expect(
      scoreRows(set, assess(set, round).scores[0] as Score)
        .at(-1)
        ?.at(-1),
    ).toContain("Chưa phê duyệt");
    const explanation = explain(set, round, "hoa-lam/so-a");
    expect(explanation.approved).toBe(false);
    expect(explanationText(explanation, "vi")).toContain("Kết quả chưa được phê duyệt.");
    expect(explanationText(explanation, "en")).toContain("The result is not yet approved.");
  });

  test("before the act it is not", () => {
    for (const until of ["self", "second", "2027-02-09"] as const)
      expect(approvedIn(completeRound(), until).flat()).not.toContain(true);
    expect(approvedIn(completeRound(), "2027-02-10").flat()).not.toContain(false);
  });

  test("nor is a unit without a council", () => {
    const round = completeRound((it: Raw) => {
      it.councils[0].units = it.councils[0].units.filter((id: string) => id !== "hoa-lam/so-b");
      it.ledger = it.ledger.filter(({ unit }: Raw) => unit !== "hoa-lam/so-b");
    });
    const of = judgeRound(set, round).round;
    expect(isApproved(set, of, "hoa-lam/so-b")).toBe(false);
    expect(isApproved(set, of, "hoa-lam/so-a")).toBe(true);
    expect(isApproved(set, of, "hoa-lam/nobody")).toBe(false);
    expect(assess(set, round).rankings[0]?.approved).toBe(false);
  });

  test("with a relative item, while one unit is not, none of its group is", () => {
    const text = readFileSync(
      new URL("../docs/examples/hoa-lam-departments-2026.json", import.meta.url),
      "utf8",
    );
    const round = readRound(criteriaSet("hoa-lam/department/2026"), JSON.parse(text));
    const [first] = round.units.filter(({ group }) => group === "general");
    const councils = round.councils.map((it) => ({
      ...it,
      units: it.units.filter((id) => id !== first?.id),
    }));
    const approved = (of: ApprovalIn) =>
      round.units.filter(({ id, group }) => group === "general" && isApproved(criteriaSet(round.set), of, id))
        .length;
    expect(approved(round)).toBeGreaterThan(5);
    expect(approved({ ...round, councils })).toBe(0);
  });

  test("a summary set waits for nothing", () => {
    const { scores, rankings } = assess(published, publishedRound);
    expect([...scores, ...rankings].every((it) => it.approved)).toBe(true);
    expect(scores.length).toBeGreaterThan(0);
  });

  test("the explanation says that a result is uncertain", () => {
    const round = completeRound((it: Raw) => {
      it.ledger.push(entry({ unit: "hoa-lam/nobody" }));
    });
    const explanation = explain(set, round, "hoa-lam/so-a");
    expect(explanation.uncertain).toBe(true);
    expect(explanationText(explanation, "vi")).toContain("Chưa chắc chắn");
  });
});
