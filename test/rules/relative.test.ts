import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Facts } from "../../src/criteria-set.ts";
import { report } from "../../src/issue.ts";
import { exactText, rounded } from "../../src/number.ts";
import { compileRule, ruleStep, ruleWording, stepText, workingText } from "../../src/rules/kinds.ts";
import {
  checkTarget,
  type RelativeClause,
  type RelativeCount,
  type RelativeMember,
  type RelativeRatio,
  relativeGroup,
  relativePoints,
  relativeStep,
} from "../../src/rules/relative.ts";
import { en } from "../../src/words/en.ts";
import { vi } from "../../src/words/vi.ts";
import * as oracle from "../support/oracle.ts";
import { brief, issuesOfFacts, issuesOfRule, leaf } from "../support/rules.ts";

// facts.md 2.F: a contest of units, with targets and without.
const clauses: readonly RelativeClause[] = [
  { when: "below-target", percent: "50" },
  { when: "at-target", percent: "50" },
  { when: "leader", percent: "100" },
  { when: "between", percent: "50", upTo: "100" },
];
const rule: RelativeCount = {
  kind: "relative",
  of: "count",
  what: { vi: "vụ việc được giải quyết" },
  clauses,
  withoutTarget: "best",
};
const shares: RelativeRatio = {
  kind: "relative",
  of: "ratio",
  numerator: { vi: "hồ sơ trực tuyến" },
  denominator: { vi: "hồ sơ" },
  clauses,
  withoutTarget: "best",
};
const count = (it: number): Facts => ({ count: it });
const unit = (actual: number, target?: number): RelativeMember => ({
  facts: count(actual),
  ...(target === undefined ? {} : { target: count(target) }),
});
const pointsOf = (
  members: readonly RelativeMember[],
  at: number,
  own: RelativeCount | RelativeRatio = rule,
): string => {
  const member = members[at] as RelativeMember;
  return exactText(relativePoints(own, leaf("10"), member, relativeGroup(own, members)));
};

describe("facts.md 2.F, maximum 10", () => {
  test("target 100, result 120, leader: 10; target 80, result 80: 5", () => {
    const members = [unit(120, 100), unit(80, 80)];
    expect([pointsOf(members, 0), pointsOf(members, 1)]).toEqual(["10", "5"]);
  });

  test("no target, results 150, 100, 75: 10, 6.67, 5.0", () => {
    const members = [unit(150), unit(100), unit(75)];
    expect(members.map((_, at) => pointsOf(members, at))).toEqual(["10", "20/3", "5"]);
    const points = relativePoints(rule, leaf("10"), { facts: count(100) }, relativeGroup(rule, members));
    expect(rounded(points, 2, "half-up")).toBe("6.67");
  });

  test("below target: half the maximum × A ÷ T", () => {
    expect(pointsOf([unit(120, 100), unit(30, 40)], 1)).toBe("3.75");
  });

  test("above target, behind the leader: from half up to the maximum, by the excess against the leader's", () => {
    // A/T is 1.1, the leader's 1.2: half of the way.
    expect(pointsOf([unit(120, 100), unit(110, 100)], 1)).toBe("7.5");
  });
});

describe("article 3.12", () => {
  test("co-leaders are all leaders", () => {
    const members = [unit(120, 100), unit(12, 10), unit(50, 50)];
    expect(members.map((_, at) => pointsOf(members, at))).toEqual(["10", "10", "5"]);
  });

  test("the first clause that fits prevails: a leader below or at its target is no leader", () => {
    expect(pointsOf([unit(90, 100), unit(40, 100)], 0)).toBe("4.5");
    expect(pointsOf([unit(100, 100), unit(40, 100)], 0)).toBe("5");
    const first: RelativeCount = {
      ...rule,
      clauses: [clauses[2], ...clauses.filter((_, at) => at !== 2)] as RelativeClause[],
    };
    expect(pointsOf([unit(90, 100), unit(40, 100)], 0, first)).toBe("10");
  });

  test("units with a target and units without are compared apart", () => {
    const members = [unit(120, 100), unit(1000), unit(500)];
    expect(members.map((_, at) => pointsOf(members, at))).toEqual(["10", "10", "5"]);
    expect(relativeGroup(rule, members)).toEqual({ leader: "1.2", best: "1000" });
  });

  test("best 0 gives 0, with a target and without", () => {
    expect(pointsOf([unit(0), unit(0)], 0)).toBe("0");
    expect(pointsOf([unit(0, 5), unit(0, 7)], 0)).toBe("0");
  });

  test("ratios of counts are compared as ratios", () => {
    const members: RelativeMember[] = [
      { facts: { numerator: 9, denominator: 10 } },
      { facts: { numerator: 30, denominator: 100 } },
      { facts: { numerator: 1, denominator: 2 }, target: { numerator: 4, denominator: 5 } },
    ];
    expect(members.map((_, at) => pointsOf(members, at, shares))).toEqual(["10", "10/3", "3.125"]);
  });

  test("a group without members has neither leader nor best, and gives no points", () => {
    expect(relativeGroup(rule, [])).toEqual({});
    expect(() => relativePoints(rule, leaf("10"), { facts: count(1) }, {})).toThrow(RangeError);
    expect(() => relativePoints(rule, leaf("10"), { facts: count(9) }, { best: "8" })).toThrow(RangeError);
  });

  test("one unit alone has no points from its facts", () => {
    expect(compileRule(rule, leaf("10"))(count(3))).toEqual({ kind: "in-group" });
    expect(() => ruleStep({ rule, context: leaf("10") }, count(3))).toThrow(TypeError);
  });
});

const groups = fc.array(
  fc.record({ actual: fc.nat(60), target: fc.option(fc.integer({ min: 1, max: 40 })) }),
  { minLength: 1, maxLength: 8 },
);
const asMembers = (group: readonly { actual: number; target: number | null }[]) =>
  group.map(({ actual, target }) => unit(actual, target ?? undefined));

/** facts.md 2.F in fractions, word for word. */
function expected(group: readonly { actual: number; target: number | null }[], at: number): oracle.Fraction {
  const { actual, target } = group[at] as { actual: number; target: number | null };
  const [ten, five] = [oracle.of("10"), oracle.of("5")];
  const most = (list: oracle.Fraction[]) => list.reduce((a, b) => (oracle.order(a, b) < 0 ? b : a));
  if (target === null) {
    const best = most(group.filter((it) => it.target === null).map((it) => oracle.of(it.actual)));
    return best.n === 0n ? best : oracle.divided(oracle.times(ten, oracle.of(actual)), best);
  }
  const reached = oracle.over(BigInt(actual), BigInt(target));
  if (actual < target) return oracle.times(five, reached);
  if (actual === target) return five;
  const leader = most(
    group.flatMap((it) => (it.target === null ? [] : [oracle.over(BigInt(it.actual), BigInt(it.target))])),
  );
  if (oracle.order(reached, leader) === 0) return ten;
  const one = oracle.of("1");
  return oracle.plus(
    five,
    oracle.times(five, oracle.divided(oracle.minus(reached, one), oracle.minus(leader, one))),
  );
}

describe("laws", () => {
  test("the points are those of the definition in fractions, and lie in [0, max]", () => {
    fc.assert(
      fc.property(groups, (group) => {
        group.forEach((_, at) => {
          const points = oracle.of(pointsOf(asMembers(group), at));
          expect(oracle.text(points)).toBe(oracle.text(expected(group, at)));
          expect(oracle.order(points, oracle.of("0"))).toBeGreaterThanOrEqual(0);
          expect(oracle.order(points, oracle.of("10"))).toBeLessThanOrEqual(0);
        });
      }),
      { numRuns: 500 },
    );
  });

  test("the order of the units changes nothing", () => {
    fc.assert(
      fc.property(groups, (group) => {
        const members = asMembers(group);
        expect(relativeGroup(rule, [...members].reverse())).toEqual(relativeGroup(rule, members));
      }),
    );
  });

  test("a better result never lowers the unit's own points", () => {
    fc.assert(
      fc.property(groups, fc.nat(7), (group, pick) => {
        const at = pick % group.length;
        const better = group.map((it, i) => (i === at ? { ...it, actual: it.actual + 1 } : it));
        const [before, after] = [group, better].map((it) => oracle.of(pointsOf(asMembers(it), at)));
        expect(oracle.order(after as oracle.Fraction, before as oracle.Fraction)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a rule is refused", () => {
  const without = (when: string) => ({ ...rule, clauses: clauses.filter((it) => it.when !== when) });
  const changed = (at: number, change: object) => ({
    ...rule,
    clauses: clauses.map((it, i) => (i === at ? { ...it, ...change } : it)),
  });

  test.each([
    ["a case without a clause", without("at-target"), ["missing-clause rule.clauses"]],
    [
      "a case with two",
      { ...rule, clauses: [...clauses, clauses[0]] },
      ["clause-repeated rule.clauses.4.when"],
    ],
    [
      "a leader after the clause that takes it",
      { ...rule, clauses: [clauses[0], clauses[1], clauses[3], clauses[2]] },
      ["clause-unreachable rule.clauses.3.when"],
    ],
    [
      "a percentage above 100",
      changed(2, { percent: "110" }),
      ["threshold-above-hundred rule.clauses.2.percent"],
    ],
    [
      "a leader with less than those behind",
      changed(2, { percent: "90" }),
      ["better-result-lowers-points rule.clauses.2"],
    ],
    [
      "a target met with less than one missed",
      changed(1, { percent: "40" }),
      ["better-result-lowers-points rule.clauses.1"],
    ],
    [
      "a maximum that nobody with a target reaches",
      {
        ...rule,
        clauses: [
          ...clauses.slice(0, 2),
          { when: "leader", percent: "90" },
          { when: "between", percent: "50", upTo: "90" },
        ],
      },
      ["maximum-unreachable rule.clauses"],
    ],
    ["an upper end where none belongs", changed(0, { upTo: "60" }), ["unknown-key rule.clauses.0.upTo"]],
    [
      "no upper end where one belongs",
      { ...rule, clauses: [...clauses.slice(0, 3), { when: "between", percent: "50" }] },
      ["missing-key rule.clauses.3.upTo"],
    ],
    ["nothing", rule, []],
    ["nothing, of ratios", shares, []],
    ["nothing: without a leader's clause `between` takes the leader too", without("leader"), []],
  ])("for %s", (_, broken, issues) => {
    expect(brief(issuesOfRule(broken, "10"))).toEqual(issues);
  });
});

describe("facts and targets are refused", () => {
  test.each([
    ["a ratio over 0", shares, { numerator: 0, denominator: 0 }, ["denominator-zero facts.denominator"]],
    [
      "a numerator above the denominator",
      shares,
      { numerator: 3, denominator: 2 },
      ["numerator-above-denominator facts.numerator"],
    ],
    ["a count where a ratio is asked for", shares, { count: 3 }, ["answer-of-wrong-kind facts"]],
    ["points", rule, { points: "10" }, ["answer-of-wrong-kind facts"]],
    ["nothing, a count of 0", rule, { count: 0 }, []],
  ])("facts: for %s", (_, own, facts, issues) => {
    expect(brief(issuesOfFacts(own, "10", facts))).toEqual(issues);
  });

  test.each([
    ["0", rule, { count: 0 }, ["target-zero target"]],
    ["0 of something", shares, { numerator: 0, denominator: 5 }, ["target-zero target"]],
    ["over 0", shares, { numerator: 0, denominator: 0 }, ["denominator-zero target.denominator"]],
    ["of another shape", shares, { count: 3 }, ["answer-of-wrong-kind target"]],
    ["negative", rule, { count: -3 }, ["not-a-count target.count"]],
    ["sound", rule, { count: 3 }, []],
  ])("a target is %s", (_, own, value, issues) => {
    const found = report();
    const read = checkTarget(own, value, {
      leaf: leaf("10"),
      path: ["target"],
      report: found,
      item: { id: "1.1", number: "1.1" },
    });
    expect(brief(found.issues)).toEqual(issues);
    expect(read).toEqual(issues.length === 0 ? value : undefined);
  });
});

test("the arithmetic of each clause", () => {
  const working = (actual: number, target: number | undefined, ...members: RelativeMember[]) => {
    const asked = target === undefined ? undefined : count(target);
    const group = relativeGroup(rule, [...members, { facts: count(actual), target: asked }]);
    return workingText(
      vi,
      { rule, maxPoints: "10" },
      relativeStep(rule, { facts: count(actual), target: asked }, group),
    );
  };
  expect(working(90, 100, unit(120, 100))).toBe("10 × 50 % × 0,9 = 4,5");
  expect(working(100, 100, unit(120, 100))).toBe("10 × 50 % = 5");
  expect(working(120, 100)).toBe("10 × 100 % = 10");
  expect(working(110, 100, unit(120, 100))).toBe(
    "10 × (50 % + (100 % − 50 %) × (1,1 − 1) ÷ (1,2 − 1)) = 7,5",
  );
  expect(working(2, undefined, unit(3))).toBe("10 × 2/3 = 20/3");
  expect(working(0, undefined)).toBeUndefined();
});

test("words", () => {
  const group = relativeGroup(rule, [unit(120, 100), unit(110, 100)]);
  const step = relativeStep(rule, { facts: count(110), target: count(100) }, group);
  expect(step).toEqual({
    case: "between",
    at: 3,
    share: "1.1",
    percent: "50",
    upTo: "100",
    leader: "1.2",
  });
  expect(stepText(vi, { rule }, step)).toBe(
    "đạt 110 % chỉ tiêu, vượt chỉ tiêu: từ 50 % đến 100 % điểm tối đa, theo mức vượt so với đơn vị có kết quả cao nhất",
  );
  expect(stepText(en, { rule }, { case: "best", share: "2/3" })).toBe("66.67% of the best unit");
  expect(stepText(vi, { rule }, { case: "best-zero", share: "0" })).toBe(
    "kết quả cao nhất nhóm là 0: 0 điểm",
  );
  expect(ruleWording(en, { rule, maxPoints: "10" })).toMatch(
    /^Compared within the group by .*; below target: 50% of the maximum times/,
  );
});
