/**
 * The conformance vectors for other implementers: sets and rounds with what must come out. Random ones are drawn with
 * a fixed seed; published tables and the fictional rounds stand beside them. Each unit of a case is one vector.
 */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { Until } from "../../src/appraisal.ts";
import { type Assessment, assess } from "../../src/assess.ts";
import { roundDigest, setDigest } from "../../src/audit/digest.ts";
import { compareRankings } from "../../src/movement.ts";
import { type RankedList, rank } from "../../src/ranking.ts";
import { readRound } from "../../src/round/read.ts";
import type { Score } from "../../src/score.ts";
import { readCriteriaSet } from "../../src/set/check.ts";
import { caseRounds } from "./case-rounds.ts";
import { handRound, handSet, vi } from "./hand-rounds.ts";
import { anySetAndRound, anySummaryAndRound, dayIn, type Raw } from "./random-round.ts";

export const read = (file: string): Raw =>
  JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8"));

/** The data files that every implementation must reproduce. */
export const files = [
  ["moha/ministry/2023", "docs/examples/published/moha/ministry/2023.1.json"],
  ["moha/province/2012", "docs/examples/published/moha/province/2012.1.json"],
  ["binh-duong/district/2017", "docs/examples/published/binh-duong/district/2017.1.json"],
  ["hoa-lam/department/2026", "docs/examples/hoa-lam-departments-2026.json"],
  ["hoa-lam/commune/2026", "docs/examples/hoa-lam-communes-2026.json"],
] as const;

/** Random cases of four units. */
export const randomRounds = (): readonly { readonly set: Raw; readonly round: Raw }[] =>
  fc.sample(anySetAndRound({ units: 4 }), { seed: 20261122, numRuns: 110 });

/** Random cases of published figures. */
export const randomSummaries = (): readonly { readonly set: Raw; readonly round: Raw }[] =>
  fc.sample(anySummaryAndRound(), { seed: 20261129, numRuns: 32 });

function unitVector(score: Score, result: Assessment): Raw {
  const place = result.rankings
    .flatMap(({ places }) => places)
    .find(({ unit }) => unit === score.unit)?.place;
  const leaves = score.items.filter(({ state }) => state !== undefined);
  return {
    unit: score.unit,
    state: score.state,
    index: score.index,
    low: score.bounds?.low,
    high: score.bounds?.high,
    points: score.points,
    maxPoints: score.maxPoints,
    grade: score.grade,
    reaches: score.reaches,
    place,
    leaves: Object.fromEntries(
      leaves.map(({ item, state, points, fraction, gate }) => [
        item,
        `${state}${points === undefined ? "" : ` ${fraction ?? points}`}${gate === undefined ? "" : ` gate ${gate}`}`,
      ]),
    ),
  };
}

export function caseOf(name: string, set: Raw, round: Raw, until?: Until): Raw {
  const criteria = readCriteriaSet(set);
  const result = assess(criteria, round, { until });
  const scored = new Map(result.scores.map((score) => [score.unit, score]));
  return {
    name,
    set,
    setDigest: setDigest(criteria),
    round,
    roundDigest: roundDigest(readRound(criteria, round)),
    until,
    units: round.units.map(({ id }: Raw) => {
      const score = scored.get(id);
      return score === undefined ? { unit: id, state: "unscored" } : unitVector(score, result);
    }),
  };
}

/** The lists of a case as the library gives them: by an item or a source, of a group or across groups, or against the ranking of an earlier round. */
export function listsOf(set: Raw, round: Raw, asked: readonly Raw[], until?: Until): Raw[] {
  const criteria = readCriteriaSet(set);
  const { scores, rankings } = assess(criteria, round, { until });
  const apart = rankings.flatMap(({ group, unranked }) => unranked.map((it) => ({ ...it, group })));
  // Units that an item or source may settle, whatever else of them is open.
  const unscored = apart.filter(
    ({ unit, reason }) => reason === "exempt" || scores.every((it) => it.unit !== unit),
  );
  return asked.map(({ group, across, by, before }): Raw => {
    const head = { group, across, by, before };
    if (before !== undefined) {
      const earlier = assess(criteria, before).rankings.filter((it) => it.group === group);
      const later = rankings.filter((it) => it.group === group);
      const [moved] = compareRankings(earlier, later, { units: readRound(criteria, round).units });
      const moves = (moved?.units ?? []).map((it) => [
        it.unit,
        {
          state: it.state,
          before: it.before?.place,
          after: it.after?.place,
          rose: it.rose,
          gained: it.gained,
          from: it.from,
          into: it.into,
        },
      ]);
      return { ...head, moves: Object.fromEntries(moves) };
    }
    const lists: readonly RankedList[] = rank(criteria, scores, { apart: unscored, by, across });
    const list = lists.find((it) => across === true || ("group" in it && it.group === group));
    const places = (list?.places ?? []).map(({ unit, place, index }) => [unit, { place, index }]);
    return { ...head, places: Object.fromEntries(places) };
  });
}

/** The lists that every random case has: by its first domain in its first group, by its last source across groups. */
const randomLists = ({ groups, items, sources }: Raw): Raw[] => [
  { group: groups[0].id, by: { item: items[0].id ?? items[0].number } },
  { across: true, by: { source: sources.at(-1).id } },
  { across: true },
];

/** Cases whose result can be worked out on paper. */
function handCases(): Raw[] {
  const ratio = { kind: "ratio", numerator: vi("đã làm"), denominator: vi("phải làm"), empty: "zero" };
  const direct = { kind: "direct", step: "0.01" };
  const half = handSet(
    [
      { maxPoints: "0.75", rule: ratio },
      { maxPoints: "99.25", rule: direct },
    ],
    "100",
  );
  const shrinking = handSet(
    [
      { maxPoints: "84", rule: direct },
      { maxPoints: "16", rule: direct, notApplicable: "rescale" },
    ],
    "100",
  );
  const alone = handSet([{ maxPoints: "100", rule: direct, notApplicable: "rescale" }], "100");
  const strict = { ...half, policies: { unanswered: "refused" } };
  const contest = handSet(
    [
      {
        maxPoints: "10",
        rule: {
          kind: "relative",
          of: "count",
          what: vi("việc"),
          clauses: [
            { when: "below-target", percent: "50" },
            { when: "at-target", percent: "50" },
            { when: "leader", percent: "100" },
            { when: "between", percent: "50", upTo: "100" },
          ],
          withoutTarget: "best",
        },
      },
    ],
    "10",
  );
  const options = ["10", "2"].map((points) => ({ id: `o${points}`, title: vi(points), points }));
  const fixed = handSet(
    [
      { maxPoints: "10", rule: { kind: "choice", options } },
      { maxPoints: "90", rule: direct },
    ],
    "100",
  );
  const by = { stage: "final", by: "chu-tich", date: "2027-01-10", reason: "Thiếu tài liệu" };
  const giveBack = { kind: "return", unit: "a", item: "1.1", ...by };
  const ends = { kind: "stretched", zeroAt: "60", fullAt: "100" };
  const line = handSet(
    [
      { maxPoints: "2", rule: { ...ratio, ...ends, of: "ratio" } },
      { maxPoints: "2", rule: { ...ends, of: "percent", what: vi("việc đã làm"), cap: true } },
      { maxPoints: "2", rule: { ...ends, of: "number", what: vi("số ngày"), zeroAt: "20", fullAt: "5" } },
    ],
    "6",
  );
  const [tie, tieOfSources] = tieSets();
  const targets = [
    ["a", 100],
    ["b", 80],
    ["f", 100],
  ].map(([unit, count]) => ({ unit, item: "1.1", facts: { count } }));
  return [
    caseOf(
      "0.75 × 17 ÷ 150 is 0.085 and prints 0.09",
      half,
      handRound(half, { a: [{ numerator: 17, denominator: 150 }, { points: "0" }] }),
    ),
    caseOf(
      "68.32 of 84 points are 81.33 %",
      shrinking,
      handRound(shrinking, { a: [{ points: "68.32" }, "na"] }),
    ),
    caseOf("nothing applies", alone, handRound(alone, { a: ["na"], b: [{ points: "50" }] })),
    caseOf(
      "an unanswered leaf is refused",
      strict,
      handRound(strict, {
        a: [null, { points: "90" }],
        b: [{ numerator: 1, denominator: 2 }, { points: "90" }],
      }),
    ),
    caseOf(
      "a contest: with and without a target (facts.md 2.F)",
      contest,
      handRound(
        contest,
        {
          a: [{ count: 120 }],
          b: [{ count: 80 }],
          c: [{ count: 150 }],
          d: [{ count: 100 }],
          e: [{ count: 75 }],
          f: [{ count: 110 }],
        },
        { targets },
      ),
    ),
    caseOf(
      "a return on an unanswered leaf whose floor is 2: from 0 on, not from 2 on",
      fixed,
      handRound(fixed, { a: [null, { points: "50" }] }, { ledger: [giveBack] }),
    ),
    caseOf(
      "60 % gives 0, 100 % gives 2, in a straight line: 80 % gives 1",
      line,
      handRound(line, {
        a: [{ numerator: 4, denominator: 5 }, { percent: "80.0" }, { value: "12.5" }],
        b: [{ numerator: 2, denominator: 3 }, { percent: "104.5" }, { value: "-1" }],
        c: [{ numerator: 0, denominator: 0 }, { percent: "60" }, { value: "20" }],
      }),
    ),
    caseOf("a tie-breaker of which nothing applies to a unit", tie, tieRound(tie)),
    caseOf(
      "a source that breaks ties, of which nothing applies to a unit",
      tieOfSources,
      tieRound(tieOfSources),
    ),
    asItWasSent(shrinking),
    ...(["skip", "dense"] as const).map((ties) => {
      const set = { ...half, ranking: { on: "published", ties, tieBreakers: [] } };
      const points = (text: string): Raw[] => [{ numerator: 0, denominator: 1 }, { points: text }];
      return caseOf(
        `a tie, ${ties}`,
        set,
        handRound(set, { d: points("70"), b: points("80"), c: points("80"), a: points("90") }),
      );
    }),
  ];
}

/** Two sets of two domains and two sources, whose ties are broken by the second domain, and by the second source, of which a unit may have nothing. */
export function tieSets(): readonly [Raw, Raw] {
  const leaf = { maxPoints: "50", rule: { kind: "direct", step: "0.01" }, source: "a", evidence: "none" };
  const domain = (number: string, more: Raw): Raw => ({
    ...{ number, title: vi(`Lĩnh vực ${number}`), maxPoints: "50" },
    items: [{ number: `${number}.1`, title: vi("Nội dung"), ...leaf, ...more }],
  });
  const plain = handSet([], "100");
  const set = (by: string, id: string): Raw => ({
    ...plain,
    sources: [...plain.sources, { id: "b", kind: "appraisal", title: vi("Thẩm định khác") }],
    items: [domain("1", {}), domain("2", { source: "b", notApplicable: "rescale" })],
    ranking: { on: "published", ties: "skip", tieBreakers: [{ by, id }] },
  });
  return [set("item", "2"), set("source", "b")];
}

/** Three units of the index 40.00 each: one with 0 points of what breaks ties, one to which nothing of it applies, one with 30. */
export function tieRound(set: Raw): Raw {
  const agreed = {
    kind: "accept",
    unit: "b",
    item: "2.1",
    stage: "final",
    by: "chu-tich",
    date: "2027-01-15",
  };
  const round = handRound(set, { a: [], b: [], c: [] }, { ledger: [agreed] });
  const claim = { item: "2.1", notApplicable: { reason: "Không phát sinh" } };
  const points = (item: string, points: string): Raw => ({ item, facts: { points } });
  const given = [
    [points("1.1", "40"), points("2.1", "0")],
    [points("1.1", "20"), claim],
    [points("1.1", "10"), points("2.1", "30")],
  ];
  for (const [at, it] of round.selfAssessments.entries()) it.answers = given[at];
  return round;
}

/** A set and a round whose layout says nothing: blanks, spaces, letters in two characters, long and bare decimals, lists in any order. */
function asItWasSent(plain: Raw): Raw {
  const [domain] = plain.items;
  const [first, second] = domain.items;
  const percent = { kind: "percent", of: vi("Mức độ"), zeroBelow: "40.0", fullFrom: 95 };
  const parts = ["p", "q"].map((id) => ({ id, title: vi(id), points: id === "p" ? 10 : "6.00" }));
  const set = {
    ...plain,
    $schema: "../criteria-set.schema.json",
    maxPoints: 100,
    title: vi("  Ca viết tay (minh họa)\u3000"),
    policies: { limits: {}, notApplicable: "full" },
    kinds: ["z", "a"].map((id) => ({ id, title: vi(id) })),
    exemptions: [{ kind: "z", items: ["1.2", "1.1"] }],
    items: [
      {
        ...domain,
        items: [
          { ...first, rule: percent, maxPoints: "84.00", evidence: "or-explanation", notApplicable: true },
          { ...second, rule: { kind: "checklist", parts }, maxPoints: 16.0, evidence: undefined },
        ],
      },
    ],
  };
  const document = (number: string) => ({ number, issuer: "Hội đồng", date: "2026-11-30" });
  const round = handRound(set, { b: [{ percent: "62.50" }, { parts: ["q", "p"] }], a: [null, null] });
  const [b, a] = round.selfAssessments;
  b.answers[0].explanation = " \u0110ie\u0302\u0300u tra\n";
  b.answers[1] = {
    ...b.answers[1],
    asks: { parts: ["p", "q"] },
    evidence: [document("9/BC"), document("10/BC")],
  };
  a.answers = [
    { item: "1.2", asks: {}, facts: { parts: null }, evidence: [] },
    { item: "1.1", facts: { percent: null } },
  ];
  return caseOf("a form as it was sent", set, {
    ...round,
    $schema: "../round.schema.json",
    units: round.units.reverse(),
  });
}

/** Cases that are named in full by their files; sets and rounds are in those files, and are repeated here. */
export function scoreVectors(): Raw {
  const published = files.map(([id, file]) => caseOf(id, read(`criteria/${id}.1.json`), read(file)));
  const [department, departmentRound] = files[3];
  const self = caseOf(
    `${department}, until self`,
    read(`criteria/${department}.1.json`),
    read(departmentRound),
    "self",
  );
  const random = randomRounds().map(({ set, round }, at) => {
    // Some of them as they stood on a day between the first appraisal and the corrections.
    const until = at % 4 > 0 ? undefined : (dayIn(set, at % 8 > 0 ? "2027-01-11" : "2027-01-20") as Until);
    const lists = listsOf(set, round, randomLists(set), until);
    return { ...caseOf(`random ${at + 1}`, set, round, until), lists };
  });
  const ofFigures = randomSummaries().map(({ set, round }, at) => caseOf(`figures ${at + 1}`, set, round));
  const fromPractice = caseRounds().map(({ name, set, round, lists = [] }) => ({
    ...caseOf(name, set, round),
    ...(lists.length === 0 ? {} : { lists: listsOf(set, round, lists) }),
  }));
  return { format: 1, cases: [...handCases(), ...fromPractice, ...published, self, ...random, ...ofFigures] };
}

/** One case a line: small enough to read, quick to compare. */
export function printed(value: Raw): string {
  const lists = Object.entries(value).map(([key, it]) =>
    Array.isArray(it)
      ? `${JSON.stringify(key)}:[\n${it.map((one) => JSON.stringify(one)).join(",\n")}\n]`
      : `${JSON.stringify(key)}:${JSON.stringify(it)}`,
  );
  return `{${lists.join(",\n")}}\n`;
}
