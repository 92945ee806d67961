/** Verifying: any change of a record is found and its place named, and nothing that a record holds makes it throw. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { criteriaSet } from "par-index/criteria";
import { describe, expect, test } from "vitest";
import { digestOf, setDigest, treeRoot } from "../../src/audit/digest.ts";
import { proofOf, recordLeaf, seal } from "../../src/audit/record.ts";
import type { StepDifference } from "../../src/audit/record-check.ts";
import { digestsOf, type UnitRecord } from "../../src/audit/record-shape.ts";
import { verify } from "../../src/audit/verify.ts";
import { InvalidError } from "../../src/issue.ts";
import { readRound } from "../../src/round/read.ts";
import { readCriteriaSet } from "../../src/set/check.ts";
import type { Raw } from "../support/random-round.ts";
import { smallRound, set as smallSet } from "../support/rounds.ts";

const clone = <T>(value: T): Raw => JSON.parse(JSON.stringify(value));
const parsed = (path: string): Raw => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));

const departments = criteriaSet("hoa-lam/department/2026");
const departmentsRound = readRound(departments, parsed("../../docs/examples/hoa-lam-departments-2026.json"));
const health = "hoa-lam-so-y-te";

/** Puts digests again on a record that was changed, as somebody would who wants to hide the change. */
function resealed(record: Raw, change: (record: Raw) => void): Raw {
  const copy = clone(record);
  change(copy);
  return { ...copy, ...digestsOf(copy) };
}

describe("verify", () => {
  const set = smallSet;
  const round = smallRound();
  const record = seal(set, round, { unit: "hoa-lam/so-a" });

  test("says what it could not check", () => {
    expect(verify(record).unchecked).toEqual(["set", "round", "place"]);
    expect(verify(record, { set }).unchecked).toEqual(["round", "place"]);
    expect(verify(record, { set, round }).unchecked).toEqual([]);
    const group = seal(set, round, { group: "chung" });
    expect(verify(group).unchecked).toEqual(["set", "round", "place"]);
    expect(verify(group, { set }).unchecked).toEqual(["round"]);
    expect(verify(record, { set, round, proof: proofOf(group, "hoa-lam/so-a") }).unchecked).toEqual(["root"]);
    const relative = seal(departments, departmentsRound, { unit: health });
    expect(verify(relative, { set: departments }).unchecked).toEqual(["round", "group", "place"]);
  });

  const changes: [string, (record: Raw) => void, string][] = [
    [
      "another answer",
      (it) => {
        it.inputs.selfAssessments[0].answers[1].facts.numerator = 16;
      },
      "leaf 1.1.2",
    ],
    [
      "other points of a leaf",
      (it) => {
        it.steps.leaves[1].points = "2.5";
      },
      "leaf 1.1.2",
    ],
    [
      "another maximum of a leaf",
      (it) => {
        it.steps.leaves[0].maxPoints = "9";
      },
      "leaf 1.1.1",
    ],
    [
      "another sum of a node",
      (it) => {
        it.steps.nodes[1].points = "0";
      },
      "node 1.1",
    ],
    [
      "another bonus",
      (it) => {
        it.steps.low.lines[0].points = "1";
      },
      "line bonus thuong-1",
    ],
    [
      "another exact index",
      (it) => {
        it.steps.low.index = "99";
      },
      "low.index",
    ],
    [
      "another published bound",
      (it) => {
        it.result.bounds.high = "99.00";
      },
      "result.bounds.high",
    ],
    [
      "another policy",
      (it) => {
        it.declared.policies.rounding.places = 3;
      },
      "declared.policies.rounding.places",
    ],
    [
      "a council's entry that was taken out",
      (it) => {
        it.inputs.ledger.pop();
      },
      "line bonus thuong-1",
    ],
    [
      "a ledger that the set refuses",
      (it) => {
        it.inputs.ledger.splice(2, 1);
      },
      "inputs.ledger 2.1 first kind",
    ],
    [
      "inputs that the set refuses",
      (it) => {
        it.inputs.selfAssessments[0].answers[1].facts = { numerator: 21, denominator: 20 };
      },
      "inputs.selfAssessments 1.1.2 facts.numerator",
    ],
  ];
  test.each(changes)("names the step of a forged record: %s", (_, change, step) => {
    const forged = resealed(record, change);
    const answer = verify(forged, { set });
    expect(answer.digests).toBe("hold");
    expect([answer.recomputation, answer.firstDifference?.step]).toEqual(["differs", step]);
  });

  test.each(changes.filter(([, , step]) => /^(node|low|result)/.test(step)))(
    "finds without the set what contradicts itself: %s",
    (_, change, step) => {
      expect(verify(resealed(record, change))).toMatchObject({
        digests: "hold",
        sums: "differ",
        firstDifference: { step },
      });
    },
  );

  test("finds with the round that inputs or place are not its own", () => {
    const other = resealed(record, (it) => {
      it.inputs.ledger[0].reason = "Lý do khác";
    });
    expect(verify(other, { set })).toMatchObject({ digests: "hold", recomputation: "agrees" });
    expect(verify(other, { set, round }).firstDifference).toMatchObject({
      step: "inputs.ledger 2.1 first reason",
      found: "Lý do khác",
    });
    const higher = resealed(record, (it) => {
      it.place.place = 7;
    });
    expect(verify(higher).firstDifference).toMatchObject({ step: "place", pointer: "/place" });
    // Beside what is digested: the round may since have been corrected on another unit.
    expect(verify({ ...record, round: digestOf(1) }, { set, round })).toMatchObject({
      digests: "hold",
      round: "differs",
      conclusion: "right",
    });
    expect(verify({ ...record, library: "par-index 9.9.9" }, { set, round }).conclusion).toBe("right");
  });

  test("names the part whose digest does not hold", () => {
    for (const [change, part] of [
      [
        (it: Raw) => {
          it.set.edition = 2;
          it.inputs.edition = 2;
        },
        "head",
      ],
      [
        (it: Raw) => {
          it.inputs.ledger[0].reason = "Khác";
        },
        "inputs.ledger",
      ],
      [
        (it: Raw) => {
          it.inputs.title.vi = "Khác";
        },
        "inputs.head",
      ],
      [
        (it: Raw) => {
          it.digests.place = digestOf(1);
        },
        "place",
      ],
      [
        (it: Raw) => {
          it.digest = digestOf(1);
        },
        "digest",
      ],
    ] as const) {
      const copy = clone(record);
      change(copy);
      expect(verify(copy, { set })).toMatchObject({ digests: "differ", firstDifference: { step: part } });
    }
  });

  test("says that the set is another one, and computes all the same where only its text differs", () => {
    const other = criteriaSet("hoa-lam/commune/2026");
    expect(verify(record, { set: other })).toMatchObject({
      recomputation: "differs",
      firstDifference: { step: "set.id", expected: other.id },
    });
    const raw = parsed("../support/small-set.json");
    raw.title.vi = "Tên khác";
    const retitled = readCriteriaSet(raw);
    expect(verify(record, { set: retitled }).firstDifference).toEqual({
      step: "set.digest",
      found: setDigest(set),
      expected: setDigest(retitled),
      from: "set",
    });
  });

  test("throws for wrong calls only", () => {
    expect(() => verify(record, { round })).toThrow(TypeError);
    expect(() => verify(record, { set: clone(set) })).toThrow(TypeError);
    expect(() => verify(record, { set, round: { ...round, units: 1 } })).toThrow(InvalidError);
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(...Object.keys(record)), (value, key) => {
        for (const it of [
          value,
          { ...record, [key]: value },
          { format: 1, kind: "group", units: [value, { ...record, [key]: value }] },
          { format: 1, kind: "unit", [key]: value },
        ])
          for (const options of [{}, { set }])
            expect(verify(it, options).digests).toMatch(/hold|differ|unreadable/);
      }),
      { numRuns: 60 },
    );
    const loop: Raw = { format: 1, kind: "unit" };
    loop.self = loop;
    expect(verify(loop).digests).toBe("unreadable");
    expect(verify({ format: 1, kind: "unit", steps: 0.5 }).firstDifference?.step).toBe("record");
    expect(verify({ ...record, format: 2 }, { set }).firstDifference).toEqual({
      step: "format",
      found: "2",
      expected: "1",
      pointer: "/format",
    });
  });

  test("does not throw on group data that contradicts the unit's own", () => {
    const own = seal(departments, departmentsRound, { unit: health });
    const forged = (group: Raw): Raw => ({
      ...clone(own),
      relative: clone(own.relative).map((it: Raw) => ({ ...it, group })),
    });
    for (const group of [{ best: "0" }, { leader: "0" }, {}])
      expect(verify(forged(group), { set: departments }).recomputation).toBe("differs");
    for (const [group, key] of [
      [{ best: "x" }, "best"],
      [{ best: "1/0" }, "best"],
      [{ leader: 1 }, "leader"],
      [{ most: "1" }, "most"],
    ] as const)
      expect(verify(forged(group), { set: departments }).firstDifference?.pointer).toBe(
        `/relative/0/group/${key}`,
      );
  });
});

describe("verify with the round as it stands now", () => {
  const set = departments;
  const trade = "hoa-lam-so-cong-thuong";
  const isCorrection = (it: Raw): boolean => it.stage === "correction";
  const before = clone(departmentsRound);
  before.ledger = before.ledger.filter((it: Raw) => !isCorrection(it));
  const changed = (change: (round: Raw) => void): Raw => {
    const copy = clone(before);
    change(copy);
    return copy;
  };
  const unitIn = (round: Raw, unit: string): Raw => round.units.find((it: Raw) => it.id === unit);

  test.each([
    ["a correction", departmentsRound],
    ["another name", changed((it) => Object.assign(unitIn(it, trade).name, { vi: "Sở Công Thương mới" }))],
  ])("%s of another unit is told, and nothing sealed differs", (_, round) => {
    const record = seal(set, before, { unit: health });
    expect(verify(record, { set, round })).toEqual({
      record: expect.anything(),
      against: expect.anything(),
      conclusion: "right",
      digests: "hold",
      recomputation: "agrees",
      sums: "agree",
      round: "differs",
      unchecked: [],
    });
    const group = seal(set, before, { group: "special" });
    expect(verify(group, { set, round })).toMatchObject({ round: "differs", recomputation: "agrees" });
  });

  test("a correction of the unit itself is named", () => {
    const record = seal(set, before, { unit: trade });
    const answer = verify(record, { set, round: departmentsRound });
    expect(answer).toMatchObject({ digests: "hold", round: "differs", recomputation: "differs" });
    expect(answer.firstDifference).toEqual({
      step: "inputs.ledger 7.2.2 correction",
      found: "–",
      expected: "chair 2027-02-26",
      from: "round",
    });
    const later = clone(departmentsRound);
    later.ledger.find(isCorrection).facts.numerator += 1;
    expect(verify(seal(set, departmentsRound, { unit: trade }), { set, round: later })).toMatchObject({
      firstDifference: { step: "inputs.ledger 7.2.2 correction facts.numerator" },
    });
  });

  const answerOf = (record: Raw, item: string): Raw =>
    record.inputs.selfAssessments[0].answers.find((it: Raw) => it.item === item);
  const located: [string, (record: Raw) => void, Partial<StepDifference>][] = [
    [
      "a figure",
      (it) => {
        answerOf(it, "1.1.2").facts.numerator = 47;
      },
      { step: "inputs.selfAssessments 1.1.2 facts.numerator", found: "47", expected: "48" },
    ],
    [
      "an answer that was taken out",
      (it) => {
        it.inputs.selfAssessments[0].answers.splice(3, 1);
      },
      { step: "inputs.selfAssessments 1.3.1", found: "–" },
    ],
    [
      "a document",
      (it) => {
        answerOf(it, "1.4.1").evidence[0].page = "8";
      },
      { step: "inputs.selfAssessments 1.4.1 evidence 1 page", found: "8", expected: "7" },
    ],
    [
      "the day of the report",
      (it) => {
        it.inputs.selfAssessments[0].submitted = "2026-12-20";
      },
      { step: "inputs.selfAssessments.submitted", found: "2026-12-20", expected: "2026-12-30" },
    ],
    [
      "a reason of the council",
      (it) => {
        it.inputs.ledger[0].reason = "Lý do khác";
      },
      { step: "inputs.ledger 1.1.2 first reason", found: "Lý do khác" },
    ],
    [
      "the unit's own explanation",
      (it) => {
        it.inputs.ledger.find((entry: Raw) => entry.kind === "explain").reason = "Lý do khác";
      },
      { step: "inputs.ledger 1.4.1 explain reason", found: "Lý do khác" },
    ],
    [
      "an entry too many",
      (it) => {
        it.inputs.ledger.splice(1, 0, it.inputs.ledger[0]);
      },
      { step: "inputs.ledger 1.1.2 first 2", expected: "–" },
    ],
    [
      "a count of the survey",
      (it) => {
        it.inputs.tally.counts[0].questions[0].options[0].count += 1;
      },
      { step: "inputs.tally.counts citizens questions q1 options a count" },
    ],
    [
      "a role",
      (it) => {
        it.inputs.councils[0].roles[0].holders[0] = "Người khác";
      },
      { step: "inputs.councils general roles chair holders 1", found: "Người khác" },
    ],
    [
      "the title of the round",
      (it) => {
        it.inputs.title.vi = "Tên khác";
      },
      { step: "inputs.head title.vi", found: "Tên khác", expected: before.title.vi },
    ],
    [
      "what the group gave",
      (it) => {
        it.relative[0].group = { best: "1" };
      },
      { step: "relative 1.5", found: "1" },
    ],
  ];
  test.each(located)(
    "names the place in the inputs, whether or not digests were remade: %s",
    (_, change, step) => {
      const record = seal(set, before, { unit: health });
      const forged = clone(record);
      change(forged);
      for (const [it, digests] of [
        [forged, "differ"],
        [resealed(record, change), "hold"],
      ])
        expect(verify(it, { set, round: before })).toMatchObject({
          digests,
          round: "same",
          recomputation: "differs",
          firstDifference: step,
        });
    },
  );

  test("a round that would give the same score is not passed off as the one that was sealed", () => {
    const forged = resealed(seal(set, before, { unit: health }), (it) => {
      it.round = digestOf(1);
    });
    expect(verify(forged, { set, round: before })).toMatchObject({ digests: "hold", round: "differs" });
    expect(verify({ ...forged, format: 2 }, { set, round: before }).round).toBe("not-done");
  });
});

describe("inclusion", () => {
  const group = seal(departments, departmentsRound, { group: "special" });

  test("a record proves its place in the group, and no other record does", () => {
    const [first, second] = group.units as [UnitRecord, UnitRecord];
    const proof = proofOf(group, first.unit);
    expect(verify(first, { proof, root: group.root }).inclusion).toBe("holds");
    expect(verify(second, { proof, root: group.root })).toMatchObject({
      inclusion: "differs",
      firstDifference: { step: "proof.unit" },
    });
    expect(verify({ ...first, place: second.place }, { proof }).inclusion).toBe("differs");
    for (const wrong of [
      { ...proof, index: 1 },
      { ...proof, size: 2 },
      { ...proof, path: proof.path.slice(1) },
      { ...proof, path: [digestOf(0), ...proof.path.slice(1)] },
      { ...proof, root: digestOf(0) },
      { ...proof, index: 0.5 },
      { ...proof, group: "general" },
    ])
      expect(verify(first, { proof: wrong }).inclusion).toBe("differs");
    expect(verify(first, { proof, root: digestOf(0) })).toMatchObject({
      inclusion: "differs",
      firstDifference: { step: "root" },
    });
  });

  test("units stand by id, and a forged unit is named", () => {
    const ids = group.units.map(({ unit }) => unit);
    expect(ids).toEqual([...ids].sort());
    const forged = clone(group);
    forged.units[2].steps.leaves[0].points = "0";
    expect(verify(forged, { set: departments }).firstDifference?.step).toBe(`unit ${ids[2]}: leaf 1.1.1`);
    expect(verify(forged).digests).toBe("differ");
    const shorter = clone(group);
    shorter.units.pop();
    expect(verify(shorter, { set: departments })).toMatchObject({ digests: "differ" });
    expect(
      verify({ ...clone(group), ranking: { ...group.ranking, mean: "99.00" } }, { set: departments })
        .firstDifference,
    ).toMatchObject({ step: "ranking.mean", found: "99.00" });
  });

  test("inputs that the set refuses are named with their unit", () => {
    const forged = resealed(group, (it) => {
      it.units[1] = resealed(it.units[1], (own) => {
        own.inputs.selfAssessments[0].answers.at(-1).item = "9.9.9";
      });
      it.root = treeRoot(it.units.map(recordLeaf));
    });
    expect(verify(forged, { set: departments }).firstDifference).toMatchObject({
      step: `unit ${group.units[1]?.unit}: inputs.selfAssessments 9.9.9 item`,
      found: "unknown-item",
    });
  });

  test.each([
    ["round", digestOf(1), "round"],
    ["until", "self", "until"],
    ["texts", "digest", "texts"],
    ["set", { ...group.set, digest: digestOf(1) }, "set/digest"],
  ])("the records of a group's units are of the same %s as the group", (key, value, place) => {
    const forged = resealed(group, (it) => {
      it.units[1] = resealed(it.units[1], (own) => {
        own[key] = value;
      });
    });
    expect(verify(forged, { set: departments, round: departmentsRound })).toMatchObject({
      conclusion: "unreadable",
      firstDifference: { pointer: `/units/1/${place}` },
    });
  });

  test("one root serves full and public records, whichever version sealed them", () => {
    const [{ unit }] = group.units as [UnitRecord];
    const open = seal(departments, departmentsRound, { group: "special" }, { texts: "digest" });
    expect(open.root).toBe(group.root);
    const proof = proofOf(open, unit);
    for (const texts of ["full", "digest"] as const) {
      const own = seal(departments, departmentsRound, { unit }, { texts });
      const later = { ...own, library: "par-index 9.0.0", round: digestOf(1) };
      expect(verify(later, { proof, root: group.root }).inclusion).toBe("holds");
    }
  });

  test("no more is concluded than was checked", () => {
    const [first] = group.units as [UnitRecord];
    const options = { set: departments, round: departmentsRound };
    const proof = proofOf(group, first.unit);
    const [{ digest }, { root }] = [first, group];
    const answers = [
      verify(first),
      verify(first, { set: departments }),
      verify(first, options),
      verify(first, { ...options, digest }),
      verify(first, { ...options, digest: digestOf(1) }),
      verify(first, { ...options, proof }),
      verify(first, { ...options, root }),
      verify(first, { ...options, proof, root, digest }),
      verify(first, { ...options, proof, root: digestOf(1) }),
      verify(group, { ...options, root }),
      verify(group, { ...options, root: digestOf(1) }),
    ].map(({ conclusion, unchecked }) => [conclusion, ...unchecked].join(" "));
    expect(answers).toEqual([
      "partly set round group place",
      "partly round group place",
      "right",
      "right",
      "unpublished",
      "partly root",
      "partly proof",
      "right",
      "stranger",
      "right",
      "unpublished",
    ]);
    expect(verify(first, { ...options, proof }).inclusion).toBe("unproven");
    expect(verify(first, options).against).toEqual({
      record: first.digest,
      set: {
        id: departments.id,
        edition: 1,
        digest: setDigest(departments),
        builtIn: true,
      },
      round: first.round,
    });
    expect(() => verify(first, { digest: "abc" })).toThrow(RangeError);
    expect(() => verify(first, { root: digest.toUpperCase() })).toThrow(RangeError);
  });

  test("proofOf refuses wrong calls", () => {
    expect(() => proofOf(group, "hoa-lam-so-x")).toThrow(RangeError);
    expect(() => proofOf(group.units[0] as never, "hoa-lam-so-x")).toThrow(TypeError);
  });
});
