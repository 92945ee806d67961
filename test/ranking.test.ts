/** The ranking: places, ties and what decides them, each case worked out on paper. */
import { describe, expect, test } from "vitest";
import { assess } from "../src/assess.ts";
import { seal } from "../src/audit/record.ts";
import { verify } from "../src/audit/verify.ts";
import { readCriteriaSet } from "../src/set/check.ts";
import { tieRound, tieSets } from "./support/conformance.ts";

describe("a tie-breaker of which nothing applies to a unit puts that unit last", () => {
  test.each(tieSets().map((raw) => [raw.ranking.tieBreakers[0].by, raw]))("on one %s", (by, raw) => {
    const set = readCriteriaSet(raw);
    const round = tieRound(raw);
    const [ranking] = assess(set, round).rankings;
    const id = raw.ranking.tieBreakers[0].id;
    expect(ranking?.places).toEqual([
      { place: 1, unit: "c", index: "40.00", tied: false, decidedBy: { by, id, value: "30.00" } },
      { place: 2, unit: "a", index: "40.00", tied: false, decidedBy: { by, id, value: "0.00" } },
      { place: 3, unit: "b", index: "40.00", tied: false, decidedBy: { by, id, value: "" } },
    ]);
    const record = seal(set, round, { group: "g" });
    expect(verify(record, { set, round })).toMatchObject({ digests: "hold", recomputation: "agrees" });
  });
});
