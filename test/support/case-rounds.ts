/**
 * The clauses of decisions that a spreadsheet used to hold, each as a set and a round that can be worked out on paper,
 * with what comes out: written by hand, so that neither implementation vouches for itself.
 */
import { handRound, handSet, vi } from "./hand-rounds.ts";
import type { Raw } from "./random-round.ts";

/** A case: of each unit what a vector says of it but for the digests, and the lists that its round gives. */
export interface Case {
  readonly name: string;
  readonly set: Raw;
  readonly round: Raw;
  readonly units: readonly Raw[];
  readonly lists?: readonly Raw[];
  /** What the record of the group says of the quotas of grades. */
  readonly passedQuotas?: readonly Raw[];
}

const direct = { kind: "direct", step: "0.01" };
const leaf = (maxPoints: string, more: Raw = {}): Raw => ({ maxPoints, rule: direct, ...more });
const points = (...texts: readonly string[]): Raw[] => texts.map((text) => ({ points: text }));
const decided = (unit: string, item: string, what: Raw): Raw => ({
  ...{ unit, item, stage: "final", by: "chu-tich", date: "2027-01-15", kind: "adjust" },
  ...{ reason: "Theo hồ sơ thẩm định", ...what },
});
const complete = (unit: string, index: string, place: number, leaves: Raw, more: Raw = {}): Raw => ({
  ...{ unit, state: "complete", index, points: index, maxPoints: "100", place, leaves, ...more },
});
/** Leaves by their numbers, each of these points. */
const scored = (...texts: readonly string[]): Raw =>
  Object.fromEntries(texts.map((text, at) => [`1.${at + 1}`, `scored ${text}`]));

/** Two domains of one leaf each, from two sources. */
function twoDomains(more: Raw = {}): Raw {
  const domain = (number: string, maxPoints: string, source: string): Raw => ({
    ...{ number, title: vi(`Lĩnh vực ${number}`), maxPoints },
    items: [
      { number: `${number}.1`, title: vi("Nội dung"), maxPoints, source, evidence: "none", rule: direct },
    ],
  });
  const plain = handSet([], "100");
  const sources = [...plain.sources, { id: "b", kind: "appraisal", title: vi("Thẩm định khác") }];
  return { ...plain, sources, items: [domain("1", "80", "a"), domain("2", "20", "b")], ...more };
}
/** A round of such a set: what each unit claims in the first and in the second domain. */
function ofDomains(
  set: Raw,
  answers: Readonly<Record<string, readonly [string, string]>>,
  more: Raw = {},
): Raw {
  const round = handRound(set, Object.fromEntries(Object.keys(answers).map((unit) => [unit, []])), more);
  for (const assessment of round.selfAssessments)
    assessment.answers = (answers[assessment.unit] ?? []).map((text, at) => ({
      item: `${at + 1}.1`,
      facts: { points: text },
    }));
  return round;
}
const inDomains = (first: string, second: string): Raw => ({
  "1.1": `scored ${first}`,
  "2.1": `scored ${second}`,
});

/** C1: no plan, no points for its execution. */
function gated(): Case {
  const plan = {
    options: [
      ["co", "10"],
      ["khong", "0"],
    ].map(([id, of]) => ({ id, title: vi(id ?? ""), points: of })),
  };
  const needsPlan = { requires: [{ item: "1.1", from: "100" }] };
  const set = handSet(
    [
      leaf("10", { rule: { kind: "choice", ...plan } }),
      leaf("20", needsPlan),
      leaf("40", needsPlan),
      leaf("30"),
    ],
    "100",
  );
  return {
    name: "case C1: without a plan its execution is not scored",
    set,
    round: handRound(set, {
      a: [{ choice: "co" }, ...points("15", "40", "30")],
      b: [{ choice: "khong" }, ...points("15", "40", "30")],
    }),
    units: [
      complete("a", "95.00", 1, scored("10", "15", "40", "30")),
      complete("b", "30.00", 2, {
        ...{ "1.1": "scored 0", "1.2": "scored 0 gate 1.1", "1.3": "scored 0 gate 1.1", "1.4": "scored 30" },
      }),
    ],
  };
}

/** C2: Xuất sắc from 90 with no domain below 70 and no discipline line, at most 20 % of the group. */
function graded(): Case {
  const rule = { kind: "direct", step: "0.1" };
  const set = twoDomains({
    penalty: { lines: [{ id: "ky-luat", number: "9", title: vi("Kỷ luật"), rule, cap: "5" }] },
    grades: [
      {
        ...{ id: "xuat-sac", title: vi("Xuất sắc"), from: "90", quota: { percent: "20" } },
        requires: [{ item: "1", from: "70" }, { item: "2", from: "70" }, { unused: "ky-luat" }],
      },
      { id: "tot", title: vi("Tốt") },
    ],
  });
  return {
    name: "case C2: the best grade asks for every domain and for no discipline line, and has a quota",
    set,
    round: ofDomains(
      set,
      { a: ["80", "14"], b: ["80", "13.99"], c: ["80", "20"], d: ["79", "19"], e: ["60", "20"] },
      { ledger: [decided("c", "ky-luat", { facts: { points: "1" } })] },
    ),
    units: [
      complete("a", "94.00", 3, inDomains("80", "14"), { grade: "xuat-sac" }),
      complete("b", "93.99", 4, inDomains("80", "13.99"), { grade: "tot", reaches: "xuat-sac" }),
      complete("c", "99.00", 1, inDomains("80", "20"), { grade: "tot", reaches: "xuat-sac" }),
      complete("d", "98.00", 2, inDomains("79", "19"), { grade: "xuat-sac" }),
      complete("e", "80.00", 5, inDomains("60", "20"), { grade: "tot" }),
    ],
    passedQuotas: [{ grade: "xuat-sac", percent: "20", allowed: 1, count: 2, edge: ["a"] }],
  };
}

/** C3: 60 % gives 0, 100 % gives 2, linear. */
function stretched(): Case {
  const rule = {
    ...{
      kind: "stretched",
      of: "ratio",
      numerator: vi("đã làm"),
      denominator: vi("phải làm"),
      empty: "zero",
    },
    ...{ zeroAt: "60", fullAt: "100" },
  };
  const set = handSet([leaf("2", { rule })], "2");
  const of = (unit: string, index: string, text: string, place: number): Raw =>
    complete(unit, index, place, scored(text), { points: `${text}.00`, maxPoints: "2" });
  return {
    name: "case C3: 60 % gives 0, 100 % gives 2, 80 % gives 1",
    set,
    round: handRound(set, {
      a: [{ numerator: 4, denominator: 5 }],
      b: [{ numerator: 3, denominator: 5 }],
      c: [{ numerator: 5, denominator: 5 }],
    }),
    units: [of("a", "50.00", "1", 2), of("b", "0.00", "0", 3), of("c", "100.00", "2", 1)],
  };
}

/** The council of C5, whose member judges domain 2 alone. */
const withMember = (round: Raw): Raw => {
  round.councils[0].roles.push({ id: "uy-vien", title: vi("Ủy viên"), decides: ["final"], items: ["2"] });
  return round;
};

/** C5: a member who judges domain 2 alone decides there; that on domain 1 is refused is no vector's to say. */
function fielded(): Case {
  const set = twoDomains();
  return {
    name: "case C5: a member judges a field of their own",
    set,
    round: withMember(
      ofDomains(set, { a: ["80", "20"] }, { ledger: [decided("a", "2.1", { by: "uy-vien", points: "15" })] }),
    ),
    units: [complete("a", "95.00", 1, inDomains("80", "15"))],
  };
}

const places = (...of: readonly (readonly [string, number, string])[]): Raw =>
  Object.fromEntries(of.map(([unit, place, index]) => [unit, { place, index }]));

/** C6: places by domain, by source and over all groups, and last year's places beside this year's. */
function listed(): Case {
  const set = twoDomains({ groups: ["g", "h"].map((id) => ({ id, title: vi(id) })) });
  const inGroups = (answers: Readonly<Record<string, readonly [string, string]>>): Raw => {
    const round = ofDomains(set, answers);
    for (const unit of round.units) if (unit.id > "b") unit.group = "h";
    return round;
  };
  return {
    name: "case C6: lists by domain, by source and across groups, and the places of last year",
    set,
    round: inGroups({ a: ["72", "10"], b: ["64", "19"], c: ["76", "16"], d: ["60", "19"] }),
    units: [
      complete("a", "82.00", 2, inDomains("72", "10")),
      complete("b", "83.00", 1, inDomains("64", "19")),
      complete("c", "92.00", 1, inDomains("76", "16")),
      complete("d", "79.00", 2, inDomains("60", "19")),
    ],
    lists: [
      { group: "g", by: { item: "1" }, places: places(["a", 1, "90.00"], ["b", 2, "80.00"]) },
      { group: "h", by: { item: "1" }, places: places(["c", 1, "95.00"], ["d", 2, "75.00"]) },
      { group: "g", by: { source: "b" }, places: places(["a", 2, "50.00"], ["b", 1, "95.00"]) },
      {
        ...{ across: true, by: { item: "2.1" } },
        places: places(["a", 4, "50.00"], ["b", 1, "95.00"], ["c", 3, "80.00"], ["d", 1, "95.00"]),
      },
      {
        across: true,
        places: places(["a", 3, "82.00"], ["b", 2, "83.00"], ["c", 1, "92.00"], ["d", 4, "79.00"]),
      },
      {
        ...{
          group: "g",
          before: inGroups({ a: ["70", "10"], c: ["70", "10"], b: ["60", "19"], ab: ["50", "10"] }),
        },
        moves: {
          b: { state: "both", before: 2, after: 1, rose: 1, gained: "4" },
          a: { state: "both", before: 1, after: 2, rose: -1, gained: "2" },
          ab: { state: "gone", before: 3 },
        },
      },
    ],
  };
}

/** C7: a commune that replaces two others, all three in the register. */
function replaced(): Case {
  const set = handSet([leaf("100")], "100");
  const round = handRound(set, {
    cu1: points("90"),
    cu2: points("95"),
    khac: points("70"),
    moi: points("80"),
    sau: points("60"),
  });
  round.units[3].replaces = ["cu1", "cu2"].map((unit) => ({ unit, since: "2026-07-01" }));
  round.units[4].replaces = [{ unit: "khac", since: "2027-02-01" }];
  // What has no part in the period has no approved result, though its council has closed the last stage.
  round.acts = [{ council: "hd", stage: "final", date: "2027-01-20", number: "1/KL-HĐ" }];
  return {
    name: "case C7: a unit that replaces two others, which stand apart",
    set,
    round,
    units: [
      { unit: "cu1", state: "unscored" },
      { unit: "cu2", state: "unscored" },
      complete("khac", "70.00", 2, scored("70")),
      complete("moi", "80.00", 1, scored("80")),
      { unit: "sau", state: "unscored" },
    ],
  };
}

/** Last year's list beside this year's: a commune in the place of one, one in the place of two, one divided into two. */
function followed(): Case {
  const set = handSet([leaf("100")], "100");
  const last = { cu1: "90", cu2: "85", cu3: "80", chia: "75", khac: "70", doi: "60" };
  const of = (all: Readonly<Record<string, string>>): Raw =>
    handRound(set, Object.fromEntries(Object.entries(all).map(([id, own]) => [id, points(own)])));
  const { doi: _, ...before } = last;
  const now = { ...last, doi: "92", gop: "88", dong: "86", tay: "50" };
  const round = of(now);
  const formers: Readonly<Record<string, readonly string[]>> = {
    doi: ["cu1"],
    gop: ["cu2", "cu3"],
    dong: ["chia"],
    tay: ["chia"],
  };
  for (const unit of round.units)
    if (formers[unit.id] !== undefined)
      unit.replaces = formers[unit.id]?.map((id) => ({ unit: id, since: "2026-07-01" }));
  return {
    name: "last year's places beside this year's, with units that replace others",
    set,
    round,
    units: round.units.map(({ id }: Raw) => {
      const place = ["doi", "gop", "dong", "khac", "tay"].indexOf(id) + 1;
      const own = now[id as "doi"];
      return place === 0 ? { unit: id, state: "unscored" } : complete(id, `${own}.00`, place, scored(own));
    }),
    lists: [
      {
        ...{ group: "g", before: of(before) },
        moves: {
          doi: { state: "both", before: 1, after: 1, rose: 0, gained: "2" },
          gop: { state: "new", after: 2, from: ["cu2", "cu3"] },
          dong: { state: "new", after: 3, from: ["chia"] },
          khac: { state: "both", before: 5, after: 4, rose: 1, gained: "0" },
          tay: { state: "new", after: 5, from: ["chia"] },
          cu2: { state: "gone", before: 2, into: ["gop"] },
          cu3: { state: "gone", before: 3, into: ["gop"] },
          chia: { state: "gone", before: 4, into: ["dong", "tay"] },
        },
      },
    ],
  };
}

/** C9: criteria of the first quarter and of the second, told apart by their ids. */
function quarter(period: string, from: string, to: string): Case {
  const plain = handSet([leaf("100")], "100");
  const set = { ...plain, id: `hoa-lam/office/${period}`, period: { from, to } };
  return {
    name: `case C9: criteria of ${period}`,
    set,
    round: handRound(set, { a: points("88.5") }),
    units: [complete("a", "88.50", 1, scored("88.5"))],
  };
}

/** C10: 110.2 and 110.1 points of 120 are both 91.8 % with one decimal: one place, of which the checker warns. */
function joined(): Case {
  const set = handSet([leaf("120", { rule: { kind: "direct", step: "0.1" } })], "120", {
    policies: { rounding: { places: 1, mode: "half-up" } },
  });
  const of = (unit: string, text: string): Raw =>
    complete(unit, "91.8", 1, scored(text), { points: text, maxPoints: "120" });
  return {
    name: "case C10: the index at one decimal joins two totals",
    set,
    round: handRound(set, { a: points("110.2"), b: points("110.1") }),
    units: [of("a", "110.2"), of("b", "110.1")],
  };
}

/** A11: three items of 10 points, each the mean of members' 8, 8.5, 8.5; the rest 70 of 70. One member was absent. */
function voted(): Case {
  const ten = leaf("10", { rule: { kind: "direct", step: "0.5" } });
  const set = handSet([ten, ten, ten, leaf("70")], "100", {
    grades: [
      { id: "xuat-sac", title: vi("Xuất sắc"), from: "95" },
      { id: "tot", title: vi("Tốt") },
    ],
  });
  const votes = [
    ["chu-tich", "8"],
    ["uy-vien-1", "8.5"],
    ["uy-vien-2", "8.5"],
  ].map(([by, of]) => ({ by, points: of }));
  const ballots = ["1.1", "1.2", "1.3"].map((item) => decided("a", item, { votes, absent: ["uy-vien-3"] }));
  const round = handRound(set, { a: points("10", "10", "10", "70") }, { ledger: ballots });
  for (const at of [1, 2, 3])
    round.councils[0].roles.push({ id: `uy-vien-${at}`, title: vi(`Ủy viên ${at}`), decides: ["final"] });
  return {
    name: "case A11: three means of 25/3 and 70 are 95.00",
    set,
    round,
    units: [complete("a", "95.00", 1, scored("25/3", "25/3", "25/3", "70"), { grade: "xuat-sac" })],
  };
}

/** Every case, each anew, so that a test may change it. */
export const caseRounds = (): readonly Case[] => [
  gated(),
  graded(),
  stretched(),
  fielded(),
  listed(),
  replaced(),
  followed(),
  quarter("2026-q1", "2026-01-01", "2026-03-31"),
  quarter("2026-q2", "2026-04-01", "2026-06-30"),
  joined(),
  voted(),
];
