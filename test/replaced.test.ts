/** A unit that another one of the register replaces has no part in the period; nor has one that comes only after it. */
import { describe, expect, test } from "vitest";
import { isApproved } from "../src/appraisal.ts";
import { assess } from "../src/assess.ts";
import { seal } from "../src/audit/record.ts";
import { verify } from "../src/audit/verify.ts";
import { explain } from "../src/explain/explanation.ts";
import { explanationText } from "../src/explain/explanation-text.ts";
import { indexes } from "../src/fast/indexes.ts";
import { outstanding } from "../src/outstanding.ts";
import { checkRound, readRound } from "../src/round/read.ts";
import { readRoundSheets } from "../src/sheets/round-reading.ts";
import { roundSheets } from "../src/sheets/round-sheets.ts";
import { comparedSet, completeRound, places, type Raw, set } from "./support/rounds.ts";

const soA = "hoa-lam/so-a";
const soB = "hoa-lam/so-b";
const soC = "hoa-lam/so-c";
const unitC: Raw = { id: soC, name: { vi: "Sở C" }, group: "chung" };

/** The small round in which so-b replaces so-a and so-c, of which so-c gave nothing at all. */
const merged = (since = "2026-07-01", change: (it: Raw) => void = () => {}): Raw =>
  completeRound((it: Raw) => {
    it.units.push(unitC);
    it.units[1].replaces = [soA, soC].map((unit) => ({ unit, since }));
    change(it);
  });
const rankingOf = (round: Raw) => assess(set, round).rankings[0];

describe("C7: units that another one replaces", () => {
  test.each(["2026-07-01", "2026-12-31", "2020-01-01"])("since %s stand apart, in no mean", (since) => {
    const { rankings, scores } = assess(set, merged(since));
    expect(rankings[0]).toMatchObject({
      complete: true,
      approved: true,
      places: [{ place: 1, unit: soB, tied: false }],
      unranked: [
        { unit: soA, reason: "replaced" },
        { unit: soC, reason: "replaced" },
      ],
      meanOf: 1,
    });
    expect(scores.map(({ unit }) => unit)).toEqual([soB]);
    const states = indexes(set, merged(since)).units.map(({ unit, state }) => `${unit} ${state}`);
    expect(states).toEqual(expect.arrayContaining([`${soA} replaced`, `${soC} replaced`, `${soB} complete`]));
  });

  test("nothing is missed of them, and they owe nothing", () => {
    const codes = (round: Raw) => places(checkRound(set, round));
    expect(codes(merged())).toEqual(codes(completeRound()));
    const owing = outstanding(set, merged()).units.map(({ unit }) => unit);
    expect(owing).not.toContain(soA);
    expect(owing).not.toContain(soC);
    // Of a unit that nobody replaces the same is missed.
    const alone = completeRound((it: Raw) => it.units.push(unitC));
    expect(codes(alone).length).toBeGreaterThan(codes(merged()).length);
    expect(outstanding(set, alone).units.map(({ unit }) => unit)).toContain(soC);
  });

  test("a form, a finding and too few answers of theirs are no gaps", () => {
    const change = (it: Raw): void => {
      it.selfAssessments[1].submitted = "2026-12-30";
      it.selfAssessments[1].answers.pop();
      it.findings.push({ ...it.findings[0], id: "kt-02", item: "1.2" });
      for (const counts of it.tally.counts)
        if (counts.unit === soA) Object.assign(counts, { forms: 1, questions: [] });
    };
    const warned = (round: Raw) => checkRound(set, round).filter(({ unit }) => unit === soA);
    expect(places(warned(merged("2026-07-01", change)))).toEqual([]);
    expect(warned(completeRound(change)).length).toBeGreaterThan(3);
  });

  test("what is not approved of them holds nobody up", () => {
    const alone = (it: Raw): void => {
      it.councils[0].units = [soB, "hoa-lam/ban-c"];
      it.ledger = it.ledger.filter(({ unit }: Raw) => unit !== soA);
    };
    expect(rankingOf(merged("2026-07-01", alone))?.approved).toBe(true);
    const round = readRound(set, merged("2026-07-01", alone));
    expect(isApproved(set, round, soA)).toBe(false);
    expect(isApproved(set, round, soB)).toBe(true);
  });

  test("a relative item of their group leaves them out", () => {
    const compared = comparedSet();
    const pointsOf = (round: Raw) =>
      assess(compared, round)
        .scores.find(({ unit }) => unit === soB)
        ?.items.find(({ item }) => item === "1.3")?.points;
    const ahead = (it: Raw): void => {
      it.selfAssessments[1].answers[3].facts.count = 9;
    };
    const together = completeRound(ahead);
    expect(Number(pointsOf(merged("2026-07-01", ahead)))).toBeGreaterThan(Number(pointsOf(together)));
  });

  test("a unit that replaces others only after the period is not there yet", () => {
    expect(rankingOf(merged("2027-01-01"))).toMatchObject({
      places: [{ unit: soA }],
      unranked: [
        { unit: soB, reason: "not-yet" },
        { unit: soC, reason: "no-self-assessment" },
      ],
      meanOf: 1,
    });
    // One that takes over a first unit within the period is there.
    const first = merged("2027-01-01", (it) => {
      it.units[1].replaces[1].since = "2026-07-01";
    });
    expect(
      rankingOf(first)
        ?.places.map(({ unit }) => unit)
        .sort(),
    ).toEqual([soA, soB]);
  });

  test("units that replace each other have an error, and no list is complete", () => {
    const circle = merged("2026-07-01", (it) => {
      it.units[0].replaces = [{ unit: soB, since: "2026-07-01" }];
    });
    expect(rankingOf(circle)).toMatchObject({
      complete: false,
      places: [],
      unranked: [
        { unit: soA, reason: "error" },
        { unit: soB, reason: "error" },
        { unit: soC, reason: "replaced" },
      ],
    });
  });

  test("the explanation says by whom, in both languages", () => {
    const told = explain(set, merged(), soA);
    expect(explanationText(told, "vi")).toContain(
      "không chấm điểm, đã có đơn vị khác thay thế, Sở B từ 01/07/2026",
    );
    expect(explanationText(told, "en")).toContain("not scored, another unit has replaced it, Sở B since");
  });

  test("a record of one holds who replaced it, and is verified with and without the round", () => {
    const round = readRound(set, merged());
    const one = JSON.parse(JSON.stringify(seal(set, round, { unit: soA })));
    expect(one.inputs.units.map(({ id }: Raw) => id)).toEqual([soA, soB]);
    expect(one.result).toMatchObject({ state: "unscored", reason: "replaced" });
    expect(one.place).toMatchObject({ reason: "replaced", ranked: 1, complete: true });
    const whole = JSON.parse(JSON.stringify(seal(set, round, { group: "chung" })));
    for (const record of [one, whole])
      for (const options of [{ set }, { set, round }])
        expect(verify(record, options)).toMatchObject({ digests: "hold", recomputation: "agrees" });
    // Without its successor it would be missing.
    one.inputs.units.pop();
    expect(verify(one, { set }).recomputation).toBe("differs");
  });

  test("the sheets of a round carry it", () => {
    const round = readRound(set, merged());
    const back = readRoundSheets(set, JSON.parse(JSON.stringify(roundSheets(set, round)))).round;
    expect(back?.units).toEqual(round.units);
  });
});
