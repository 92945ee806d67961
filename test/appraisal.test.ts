import { describe, expect, test } from "vitest";
import {
  type AppraiseOptions,
  type ApprovalIn,
  type ApprovalOptions,
  hasEvidence,
  inReplayOrder,
  isApproved,
  isUntil,
  isWithin,
  standingsOf,
  type Until,
} from "../src/appraisal.ts";
import { type Assessment, assess } from "../src/assess.ts";
import type { CriteriaSet } from "../src/criteria-set.ts";
import { planOf } from "../src/plan.ts";
import { readLedger, readSelfAssessment } from "../src/round/read.ts";
import {
  type Act,
  type Answer,
  type Entry,
  markRead,
  type SelfAssessment,
  type Stage,
  type Unit,
} from "../src/round.ts";
import { score } from "../src/score.ts";
import { readCriteriaSet } from "../src/set/check.ts";
import { appraise as appraiseParts } from "../src/units.ts";
import { handSet } from "./support/hand-rounds.ts";
import { clone, law } from "./support/law.ts";
import { dayIn, leavesOf, type Raw } from "./support/random-round.ts";
import { readSet, set } from "./support/rounds.ts";
import { smallSummary } from "./support/sets.ts";

/** Appraises parts that a test made by hand, as if they had been read. */
const appraise = (
  of: typeof set,
  own: SelfAssessment,
  ledger: readonly Entry[],
  options: AppraiseOptions = {},
): ReturnType<typeof appraiseParts> => {
  markRead(of, [own, ...ledger]);
  return appraiseParts(of, own, ledger, options);
};

const summary = readCriteriaSet(smallSummary());
const proof = [{ number: "12/BC", issuer: "Sở A", date: "2026-12-01" }];

describe("laws over random rounds", () => {
  law("an uphold changes nothing but the history", ({ set, round }, result) => {
    const more = clone(round);
    const appraised = leavesOf(set.items).filter((it) => it.source === "a");
    const date = dayIn(set, "2027-01-10");
    for (const { id: unit } of round.units) {
      for (const { number: item } of appraised) {
        if (round.ledger.some((it: Raw) => it.unit === unit && it.item === item)) continue;
        more.ledger.push({ unit, item, stage: "second", by: "chu-tich", date, kind: "uphold" });
      }
    }
    const again = assess(readCriteriaSet(set), more);
    expect(again.scores).toEqual(result.scores);
  });

  law(
    "the claimed points of a node are those of its leaves, whatever the council decided",
    ({ set, round }, result) => {
      const untouched = assess(readCriteriaSet(set), { ...clone(round), ledger: [] });
      const claims = (it: Assessment) =>
        it.scores.map(({ unit, claimed, items }) => [unit, claimed, items.map((item) => item.claimed)]);
      expect(claims(untouched)).toEqual(claims(result));
    },
  );

  law(
    "as self-assessed is what the round without its ledger gives where silence accepts",
    ({ set, round }) => {
      const read = readCriteriaSet(set);
      const self = assess(read, round, { until: "self" }).scores.map(({ until: _, ...score }) => score);
      // Without acts nothing is approved, as before any appraisal.
      expect(self).toEqual(assess(read, { ...clone(round), ledger: [], acts: [] }).scores);
    },
    { policies: { silence: "accept" } },
  );
});

describe("the order of the ledger", () => {
  const inOrder = [
    at("first", "accept", "2027-01-09"),
    // The unit explains after the council's entry of that stage, whatever the day.
    at("first", "explain", "2027-01-02"),
    at("second", "uphold", "2027-01-03"),
    at("final", "uphold", "2027-01-01"),
    at("correction", "adjust", "2027-03-01", "9/QĐ"),
    at("correction", "adjust", "2027-03-02", "1/QĐ"),
    at("correction", "adjust", "2027-03-02", "2/QĐ"),
  ];

  test("is by stage, the explanation after the council's entry, then by day, then by decision", () => {
    expect(inReplayOrder([...inOrder].reverse())).toEqual(inOrder);
    for (let turn = 1; turn < inOrder.length; turn++)
      expect(inReplayOrder([...inOrder.slice(turn), ...inOrder.slice(0, turn)])).toEqual(inOrder);
  });

  test("that nothing tells apart is the one in which entries were given; a decision comes after none", () => {
    const [one, other] = ["return", "uphold"].map((kind) => at("first", kind as Entry["kind"], "2027-01-09"));
    const decided = at("first", "adjust", "2027-01-09", "1/QĐ");
    const given = [one, other, decided] as const;
    expect(inReplayOrder(given as Raw)).toEqual(given);
    expect(inReplayOrder([other, one] as Raw)).toEqual([other, one]);
    expect(inReplayOrder([decided, one] as Raw)).toEqual([one, decided]);
  });

  test("leaves the list that was given as it was", () => {
    const given = [...inOrder].reverse();
    inReplayOrder(given);
    expect(given).toEqual([...inOrder].reverse());
  });

  test("reaches to a stage or a day, both included, and not at all for the self-assessment", () => {
    const within = (until: Until | undefined): number =>
      inOrder.filter((entry) => isWithin(entry, until)).length;
    expect(
      [undefined, "self", "first", "second", "final", "correction", "2027-01-02", "2027-03-01"].map((until) =>
        within(until as Until | undefined),
      ),
    ).toEqual([7, 0, 2, 3, 4, 7, 2, 5]);
  });

  test("knows a point of the process from all else", () => {
    const points = ["self", "first", "second", "final", "correction", "2027-02-28"];
    expect(points.filter(isUntil)).toEqual(points);
    for (const other of ["2027-02-29", "third", "", 2027, null, undefined, ["self"]])
      expect(isUntil(other)).toBe(false);
  });

  test.each(["sel", "third", "2027-1-02", "x2027-01-02", "2027-01-02x", ""])(
    "does not reach to %j",
    (until) => {
      expect(() => appraise(set, self([]), [], { until: until as Until })).toThrow(
        new RangeError(
          `appraise: until must be "self", a stage (first, second, final, correction) or a real day like 2026-12-22, not ${JSON.stringify(until)}`,
        ),
      );
    },
  );
});

describe("evidence", () => {
  test.each([
    ["none", false, false, true],
    ["none", true, true, true],
    ["or-explanation", false, false, false],
    ["or-explanation", true, false, true],
    ["or-explanation", false, true, true],
    ["required", false, false, false],
    ["required", false, true, false],
    ["required", true, false, true],
  ] as const)("where %s is needed: document %s, explanation %s is %s", (need, document, reason, expected) => {
    const answer = { evidence: document ? proof : [], ...(reason ? { explanation: "Đã báo cáo" } : {}) };
    expect(hasEvidence(need, answer)).toBe(expected);
  });
});

describe("what stands for a leaf", () => {
  const facts = { choice: "cham" };
  const own = { kind: "facts", facts: { choice: "dung-han" } } as const;
  const claimed = [{ item: "1.1.1", facts: own.facts, evidence: proof }];
  const standing = (answers: readonly Answer[], ledger: readonly Entry[], options: AppraiseOptions = {}) =>
    appraise(set, self(answers), ledger, options).items.find(({ item }) => item === "1.1.1");
  const entry = (kind: Entry["kind"], stage: Stage, more: object = {}): Entry =>
    ({ ...at(stage, kind, "2027-01-10"), ...more }) as Entry;

  test.each([
    ["nothing is answered", [], [], { kind: "unanswered", reason: "no-answer" }],
    [
      "evidence is missing",
      [{ ...claimed[0], evidence: [] }],
      [],
      { kind: "unanswered", reason: "no-evidence" },
    ],
    [
      "points alone are written",
      [{ item: "1.1.1", points: "1", evidence: proof }],
      [],
      { kind: "unanswered", reason: "no-answer" },
    ],
    ["it is claimed", claimed, [], own],
    [
      "it is said not to apply",
      [{ item: "1.1.1", notApplicable: { reason: "Không có" }, evidence: [] }],
      [],
      { kind: "pending", reason: "claim" },
    ],
    [
      "that is accepted",
      [{ item: "1.1.1", notApplicable: { reason: "Không có" }, evidence: [] }],
      [entry("accept", "first")],
      { kind: "not-applicable", reason: "council" },
    ],
    ["it is returned", claimed, [entry("return", "first")], { kind: "pending", reason: "return" }],
    ["it is returned, then upheld", claimed, [entry("return", "first"), entry("uphold", "second")], own],
    ["it is returned, then accepted", claimed, [entry("return", "first"), entry("accept", "second")], own],
    [
      "nothing is claimed, and that is accepted",
      [],
      [entry("accept", "first")],
      { kind: "unanswered", reason: "no-answer" },
    ],
    [
      "a claim without evidence is accepted",
      [{ ...claimed[0], evidence: [] }],
      [entry("accept", "first")],
      own,
    ],
    ["an adjustment says nothing", claimed, [entry("adjust", "first")], own],
    ["it is adjusted to facts", claimed, [entry("adjust", "first", { facts })], { kind: "facts", facts }],
    [
      "it is adjusted to points",
      claimed,
      [entry("adjust", "first", { points: "0.5" })],
      { kind: "points", points: "0.5" },
    ],
    [
      "it is returned, then adjusted",
      claimed,
      [entry("return", "first"), entry("adjust", "second", { facts })],
      { kind: "facts", facts },
    ],
    [
      "it is decided not to apply",
      claimed,
      [entry("return", "first"), entry("not-applicable", "second")],
      { kind: "not-applicable", reason: "council" },
    ],
    ["the unit explains, and that alone", claimed, [entry("explain", "first", { points: "1" })], own],
    [
      "what it proposes is accepted",
      claimed,
      [entry("explain", "first", { points: "1" }), entry("accept", "second")],
      { kind: "points", points: "1" },
    ],
    [
      "it explains without proposing, and is accepted",
      claimed,
      [entry("adjust", "first", { facts }), entry("explain", "first"), entry("accept", "second")],
      own,
    ],
    [
      "an explanation leaves a return open",
      claimed,
      [entry("return", "first"), entry("explain", "first", { points: "1" })],
      { kind: "pending", reason: "return" },
    ],
    [
      "it is upheld after an adjustment",
      claimed,
      [entry("adjust", "first", { facts }), entry("uphold", "second")],
      { kind: "facts", facts },
    ],
  ] as const)("where %s", (_, answers, ledger, expected) => {
    expect(standing(answers as readonly Answer[], ledger)?.standing).toEqual(expected);
    expect(standing(answers as readonly Answer[], [...ledger].reverse())?.standing).toEqual(expected);
  });

  test("entries of other units are passed over, and those after the point in the process", () => {
    const ledger = [entry("adjust", "second", { facts })];
    expect(standing(claimed, [{ ...ledger[0], unit: "other" } as Entry])?.standing).toEqual(own);
    expect(standing(claimed, ledger, { until: "first" })?.standing).toEqual(own);
    expect(standing(claimed, ledger, { until: "second" })?.standing).toEqual({ kind: "facts", facts });
    expect(standing(claimed, ledger)?.claim).toEqual(own);
    expect(standing([], [])).not.toHaveProperty("claim");
  });

  test("where silence does not accept, a claim waits until the council decides; what is no claim does not", () => {
    const waits = readSet((raw) => {
      raw.policies.silence = "pending";
    });
    const first = (answers: readonly Answer[], ledger: readonly Entry[], until?: Until) =>
      appraise(waits, self(answers), ledger, { until }).items[0]?.standing;
    expect(first(claimed, [])).toEqual({ kind: "pending", reason: "silence" });
    expect(first(claimed, [], "self")).toEqual(own);
    expect(first([], [])).toEqual({ kind: "unanswered", reason: "no-answer" });
    expect(first(claimed, [entry("accept", "first")])).toEqual(own);
    expect(first(claimed, [entry("uphold", "first")])).toEqual({ kind: "pending", reason: "silence" });
    expect(first(claimed, [entry("adjust", "first", { facts })])).toEqual({ kind: "facts", facts });
    expect(first(claimed, [entry("adjust", "first", { points: "0" })])).toEqual({
      kind: "points",
      points: "0",
    });
  });

  test("a leaf of the appraiser waits for it; one that the register exempts does not apply", () => {
    const items = appraise(set, self([]), [], { kinds: ["khong-thu-tuc"] }).items;
    expect(items.map(({ item, standing }) => [item, standing.kind])).toEqual([
      ...["1.1.1", "1.1.2", "1.2", "1.3"].map((item) => [item, "unanswered"]),
      ["2.1", "not-applicable"],
      ["2.3", "pending"],
    ]);
    expect(items[4]?.standing).toEqual({ kind: "not-applicable", reason: "register" });
    expect(items[5]?.standing).toEqual({ kind: "pending", reason: "appraiser" });
    for (const kinds of [undefined, [], ["khac"]])
      expect(appraise(set, self([]), [], { kinds }).items[4]?.standing.kind).toBe("unanswered");
  });

  test("0 of 0 is a claim of not applicable where the rule says so, and counts elsewhere", () => {
    const none = { numerator: 0, denominator: 0 };
    const answers = ["1.1.2", "2.1"].map((item) => ({ item, facts: none, evidence: proof }));
    const items = appraise(set, self(answers), []).items;
    expect(items.find(({ item }) => item === "1.1.2")?.claim).toEqual({ kind: "facts", facts: none });
    expect(items.find(({ item }) => item === "2.1")?.claim).toEqual({ kind: "not-applicable" });
    expect(items.find(({ item }) => item === "2.1")?.standing).toEqual({ kind: "pending", reason: "claim" });
    const some = { numerator: 0, denominator: 2 };
    const [claimed] = appraise(set, self([{ item: "2.1", facts: some, evidence: proof }]), []).items.slice(
      -2,
    );
    expect(claimed?.claim).toEqual({ kind: "facts", facts: some });
  });

  test("adjusting to 0 of 0 decides that it does not apply, where the rule says so", () => {
    const adjusted = {
      ...entry("adjust", "first", { facts: { numerator: 0, denominator: 0 } }),
      item: "2.1",
    };
    const items = appraise(set, self([]), [adjusted as Entry]).items;
    expect(items.find(({ item }) => item === "2.1")?.standing).toEqual({
      kind: "not-applicable",
      reason: "council",
    });
  });

  test("what the register exempts from a survey or a statistic stands, all else of them is not the council's", () => {
    const exempting = readSet((raw) => {
      for (const item of raw.items[1].items) if (item.number !== "2.1") item.notApplicable = "rescale";
      raw.exemptions = [{ kind: "khong-thu-tuc", items: ["2.2", "2.4"] }];
    });
    const plan = planOf(exempting, "test");
    const standing = (kinds: readonly string[]) => {
      const { standings } = standingsOf(plan, [], [], { kinds });
      return ["1.4", "2.2", "2.4"].map((id) => standings[plan.leafOf.get(id)?.index ?? -1]);
    };
    const exempt = { kind: "not-applicable", reason: "register" };
    expect(standing(["khong-thu-tuc"])).toEqual([undefined, exempt, exempt]);
    expect(standing([])).toEqual([undefined, undefined, undefined]);
  });

  test("answers mean the same in any order, and those on unknown items nothing", () => {
    const answers = ["1.3", "1.2", "2.1", "1.1.1", "khac"].map(
      (item): Answer => ({ item, facts: { count: 1 }, evidence: proof }),
    );
    const forward = appraise(set, self([...answers].sort((a, b) => (a.item < b.item ? -1 : 1))), []);
    expect(appraise(set, self(answers), [])).toEqual(forward);
    expect(forward.items.filter(({ claim }) => claim !== undefined).map(({ item }) => item)).toEqual([
      ...["1.1.1", "1.2", "1.3", "2.1"],
    ]);
  });
});

describe("the points of an entry by vote", () => {
  test("are the exact mean, as a decimal or as a fraction", () => {
    const voted = (...points: readonly string[]) => {
      const votes = points.map((it, at) => ({ by: `uy-vien-${at}`, points: it }));
      const entry = { ...at("first", "adjust", "2027-01-10"), votes } as Entry;
      return appraise(set, self([]), [entry]).items[0]?.standing;
    };
    expect(voted("0.5", "1", "0")).toEqual({ kind: "points", points: "0.5" });
    expect(voted("1", "1", "0")).toEqual({ kind: "points", points: "2/3" });
    const line = {
      ...at("first", "adjust", "2027-01-10"),
      item: "phat-1",
      votes: [
        { by: "a", points: "1" },
        { by: "b", points: "2" },
      ],
    };
    expect(appraise(set, self([]), [line as Entry]).lines[0]?.standing).toEqual({
      kind: "points",
      points: "1.5",
    });
  });
});

describe("a result is approved", () => {
  const unit = (id: string, change: Partial<Unit> = {}): Unit => ({
    ...{ id, name: { vi: `Sở ${id}` }, group: "chung", kinds: [] },
    ...change,
  });
  const council = (id: string, ...units: readonly string[]) => ({
    id,
    title: { vi: "Hội đồng" },
    units,
    roles: [],
  });
  const act = (of: string, stage: Act["stage"], date: string) => ({
    council: of,
    stage,
    date,
    number: "1/QĐ",
  });
  const round = {
    units: [unit("a"), unit("b"), unit("c", { group: "dac-thu" }), unit("d")],
    councils: [council("x", "a", "c"), council("y", "b")],
    acts: [
      act("x", "second", "2027-01-30"),
      act("x", "final", "2027-02-10"),
      act("y", "second", "2027-01-30"),
    ],
  } as const;
  const approved = (of: CriteriaSet, given: ApprovalIn, options: ApprovalOptions = {}) =>
    given.units.map(({ id }) => id).filter((id) => isApproved(of, given, id, options));

  test("where its council closed the final stage, by the point that is asked", () => {
    expect(approved(set, round)).toEqual(["a", "c"]);
    const by = (until: Until) => approved(set, round, { until }).join("");
    expect((["self", "first", "second", "2027-02-09"] as const).map(by)).toEqual(["", "", "", ""]);
    expect((["final", "correction", "2027-02-10", "2027-12-31"] as const).map(by)).toEqual([
      "ac",
      "ac",
      "ac",
      "ac",
    ]);
    expect(isApproved(set, round, "nobody")).toBe(false);
  });

  test("and is remembered of a round as read, for each set and point apart", () => {
    const frozen = Object.freeze(round);
    for (const _ of [1, 2]) {
      expect(approved(set, frozen)).toEqual(["a", "c"]);
      expect(approved(set, frozen, { until: "second" })).toEqual([]);
      expect(approved(summary, frozen)).toEqual(["a", "b", "c", "d"]);
    }
  });

  test("of a summary set always, but for units without a part in the period", () => {
    const replaced = {
      ...round,
      units: [...round.units, unit("e", { replaces: [{ unit: "a", since: "2026-07-01" }] })],
    };
    expect(approved(summary, replaced)).toEqual(["b", "c", "d", "e"]);
    expect(approved(set, replaced)).toEqual(["c"]);
  });

  describe("with a relative leaf", () => {
    const contest = (change: Raw = {}): Raw =>
      handSet(
        [
          {
            maxPoints: "10",
            notApplicable: "rescale",
            rule: {
              ...{ kind: "relative", of: "count", what: { vi: "việc" }, withoutTarget: "best" },
              clauses: [
                { when: "below-target", percent: "50" },
                { when: "at-target", percent: "100" },
                { when: "leader", percent: "100" },
                { when: "between", percent: "50", upTo: "100" },
              ],
            },
          },
        ],
        "10",
        {
          groups: ["chung", "dac-thu"].map((id) => ({ id, title: { vi: id } })),
          kinds: ["nho", "khac"].map((id) => ({ id, title: { vi: id } })),
          exemptions: [{ kind: "nho", items: ["1.1"] }],
          ...change,
        },
      );
    const read = readCriteriaSet(contest());

    test("only where that of every unit of its group is", () => {
      expect(approved(read, round)).toEqual(["c"]);
      const whole = { ...round, councils: [council("x", "a", "b", "c", "d")] };
      expect(approved(read, whole)).toEqual(["a", "b", "c", "d"]);
    });

    test("of two it must be exempt from both", () => {
      const raw = contest();
      const [domain] = raw.items;
      domain.items = ["1.1", "1.2"].map((number) => ({ ...domain.items[0], number, maxPoints: "5" }));
      const one = { ...round, units: [unit("a", { kinds: ["nho"] }), unit("b")] };
      expect(approved(readCriteriaSet(raw), one)).toEqual([]);
      const both = { ...raw, exemptions: [{ kind: "nho", items: ["1.1", "1.2"] }] };
      expect(approved(readCriteriaSet(both), one)).toEqual(["a"]);
    });

    test("or where its unit is exempt from it", () => {
      const exempt = (...kinds: readonly string[]) => ({
        ...round,
        units: [unit("a", { kinds }), unit("b"), unit("d")],
      });
      expect(approved(read, exempt("nho"))).toEqual(["a"]);
      expect(approved(read, exempt("khac", "nho"))).toEqual(["a"]);
      expect(approved(read, exempt("khac"))).toEqual([]);
      expect(approved(readCriteriaSet(contest({ exemptions: [] })), exempt("nho"))).toEqual([]);
    });
  });

  test.each<[string, Raw[], ErrorConstructor, RegExp]>([
    ["without a set", [{}, round, "a"], TypeError, /^isApproved: /],
    [
      "without a round",
      [set, { units: [] }, "a"],
      TypeError,
      /^isApproved: the round must be what readRound gives, or its units, councils and acts/,
    ],
    ["with an unknown option", [set, round, "a", { before: "final" }], TypeError, /^isApproved: .*before/],
    [
      "by no point of the process",
      [set, round, "a", { until: "third" }],
      RangeError,
      /^isApproved: until must be "self", a stage/,
    ],
  ])("cannot be asked %s", (_, args, type, message) => {
    const call = () => Reflect.apply(isApproved, undefined, args);
    expect(call).toThrow(type);
    expect(call).toThrow(message);
  });
});

describe("what stands for a line", () => {
  const on = (item: string, more: object): Entry =>
    ({ ...at("first", "adjust", "2027-01-10"), item, ...more }) as Entry;

  test("is the last that the council decided, in the order of the set", () => {
    const ledger = [
      on("phat-1", { points: "1" }),
      on("thuong-1", { facts: { count: 2 }, stage: "second" }),
      on("thuong-1", { facts: { count: 1 } }),
      on("thuong-1", { kind: "uphold", stage: "final" }),
      on("thuong-1", { stage: "final", date: "2027-02-01" }),
      on("thuong-2", { kind: "accept" }),
      on("thuong-2", { kind: "explain", points: "1" }),
    ];
    expect(appraise(set, self([]), ledger).lines).toEqual([
      { item: "thuong-1", standing: { kind: "facts", facts: { count: 2 } } },
      { item: "phat-1", standing: { kind: "points", points: "1" } },
    ]);
    expect(appraise(set, self([]), ledger, { until: "first" }).lines[0]?.standing).toEqual({
      kind: "facts",
      facts: { count: 1 },
    });
  });
});

/** A self-assessment of one unit. */
function self(answers: readonly Answer[]): SelfAssessment {
  return { unit: "u", submitted: "2026-12-20", answers };
}

/** An entry on the first leaf. */
function at(stage: Stage, kind: Entry["kind"], date: string, decision?: string): Entry {
  const written = { unit: "u", item: "1.1.1", by: "chu-tich", evidence: [], findings: [] };
  return {
    ...{ ...written, kind, stage, date },
    ...(decision === undefined ? {} : { decision: { number: decision, date } }),
  } as Entry;
}

describe("A8: what nobody read", () => {
  const written: Raw = { unit: "a", answers: [{ item: "1.2", facts: { points: "60" }, evidence: proof }] };
  const entry: Raw = { ...at("first", "adjust", "2027-01-10"), item: "1.2", unit: "a", points: "60" };
  const unit = { id: "a", name: { vi: "Sở A" }, group: "g", kinds: [] };

  test("is a TypeError that names the reader", () => {
    expect(() => appraiseParts(set, written, [])).toThrow(TypeError);
    expect(() => appraiseParts(set, written, [])).toThrow(/readSelfAssessment or readRound/);
    expect(() => appraiseParts(set, { unit: "a", answers: [] }, [entry])).toThrow(/readLedger or readRound/);
    const appraisal = appraiseParts(set, { unit: "a", answers: [] }, []);
    const statistics: Raw = [{ unit: "a", item: "3.1", facts: { points: "60" } }];
    expect(() => score(set, { unit, appraisal, statistics })).toThrow(/readStatistics or readRound/);
    expect(() => appraiseParts(set, null as Raw, [])).toThrow(/as readSelfAssessment gives it/);
    expect(() => appraiseParts(set, clone(readSelfAssessment(set, soundForm())), [])).toThrow(TypeError);
  });

  test("counts where it was read, whoever's entries are beside it", () => {
    const read = readSelfAssessment(set, soundForm());
    const ledger = readLedger(set, [{ ...entry, kind: "uphold", points: undefined }]);
    const items = appraiseParts(set, read, [...ledger, { ...entry, unit: "b" }]).items;
    expect(items.find(({ item }) => item === "1.1.1")?.standing.kind).toBe("facts");
  });
});

const soundForm = (): Raw => ({
  unit: "a",
  answers: [{ item: "1.1.1", facts: { choice: "dung-han" }, evidence: proof }],
});

describe("while somebody types", () => {
  const unit = { id: "a", name: { vi: "Sở A" }, group: "g", kinds: [] };
  const typed = (answers: Raw, ledger: Raw = []) =>
    appraiseParts(set, { unit: "a", answers }, ledger, { partial: true });
  const whyOf = ({ items }: ReturnType<typeof typed>, id: string) =>
    items.find(({ item }) => item === id)?.standing;

  test("a blank form says what can still be reached, and gives no index", () => {
    const blank = typed([]);
    expect(whyOf(blank, "1.1.1")).toEqual({ kind: "pending", reason: "draft" });
    const now = score(set, { unit, appraisal: blank });
    expect(now.state).toBe("provisional");
    expect(now).not.toHaveProperty("index");
    const left = score(set, { unit, appraisal: appraiseParts(set, { unit: "a", answers: [] }, []) });
    expect(Number(now.bounds?.high)).toBeGreaterThan(Number(left.bounds?.high));
  });

  test("one bad answer leaves the others scored, with its issues beside it", () => {
    const bad = { item: "1.2", facts: { percent: "1,5" }, evidence: proof };
    const both = typed([...soundForm().answers, bad]);
    expect(whyOf(both, "1.1.1")?.kind).toBe("facts");
    expect(whyOf(both, "1.2")).toEqual({ kind: "pending", reason: "draft" });
    expect(both.issues?.filter(({ severity }) => severity === "error").map(({ item }) => item)).toEqual([
      "1.2",
    ]);
    expect(both.partial).toBe(true);
    expect(JSON.parse(JSON.stringify(both))).toEqual(both);
  });

  test("a faulty entry leaves its item open, and the head of the form spoils no answer", () => {
    const entry = { ...at("first", "adjust", "2027-01-10"), item: "1.1.1", unit: "a", points: "999" };
    const now = typed(soundForm().answers, [entry]);
    expect(whyOf(now, "1.1.1")).toEqual({ kind: "pending", reason: "draft" });
    const late = appraiseParts(set, { ...soundForm(), submitted: "hôm qua" }, [], { partial: true });
    expect(whyOf(late, "1.1.1")?.kind).toBe("facts");
    expect(late.issues?.some(({ code }) => code === "not-a-date")).toBe(true);
    expect(() => appraiseParts(set, {} as Raw, [], { partial: true })).toThrow(/must name its unit/);
  });
});
