/** Members of the council who vote, and members who judge a field of their own. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { itemHistory } from "../../src/explain/history.ts";
import { historyText } from "../../src/explain/history-text.ts";
import { issueSentence } from "../../src/issue.ts";
import { reportHtml } from "../../src/report.ts";
import { checkRound, readRound } from "../../src/round/read.ts";
import { readCriteriaSet } from "../../src/set/check.ts";
import { anySetAndRound } from "../support/random-round.ts";
import { changedRound, entry, issuesAfter, places, type Raw, readSet, set } from "../support/rounds.ts";

const reason = "Các thành viên cho điểm độc lập";
const titles: Raw = { "to-cong-tac": "Tổ công tác", "chu-tich": "Chủ tịch Hội đồng", a: "Ủy viên A" };
const role = (id: string, more: Raw = {}): Raw => ({
  id,
  title: { vi: titles[id] ?? id },
  decides: ["first"],
  ...more,
});
const vote = (by: string, points: string): Raw => ({ by, points });
const three = [vote("chu-tich", "2"), vote("to-cong-tac", "2.5"), vote("a", "2.5")];
const ballot = (change: Raw = {}): Raw => entry({ kind: "adjust", reason, votes: three, ...change });

/** The small round with three roles that decide in the first stage, and just this entry. */
const withBallot =
  (one: Raw, roles: readonly Raw[] = [role("chu-tich"), role("to-cong-tac"), role("a")]) =>
  (round: Raw): void => {
    Object.assign(round.councils[0], { roles });
    Object.assign(round, { ledger: [one], acts: [], findings: [] });
  };
const issuesOf = (one: Raw, roles?: readonly Raw[], of = set): string[] =>
  places(issuesAfter(withBallot(one, roles), of));

const direct = readSet((raw: Raw) => {
  const leaf = raw.items[1].items[2];
  leaf.rule = { kind: "direct", step: "0.5" };
  delete leaf.examples;
});

describe("what votes must be", () => {
  test.each<[string, Raw, string[]]>([
    ["all vote", ballot(), []],
    ["one is absent", ballot({ votes: three.slice(1), absent: ["chu-tich"] }), []],
    ["nobody is absent", ballot({ absent: [] }), []],
    [
      "beyond the maximum and below the floor",
      ballot({ votes: [vote("chu-tich", "3.5"), vote("to-cong-tac", "-1"), vote("a", "2.5")] }),
      ["points-above-maximum ledger.0.votes.0.points", "points-below-floor ledger.0.votes.1.points"],
    ],
    [
      "finer than what is published",
      ballot({ votes: [vote("chu-tich", "2.125"), ...three.slice(1)] }),
      ["points-too-fine ledger.0.votes.0.points"],
    ],
    ["twice", ballot({ votes: [...three, vote("a", "1")] }), ["voter-twice ledger.0.votes.3.by"]],
    [
      "twice, in another's place",
      ballot({ votes: [...three.slice(0, 2), vote("chu-tich", "1")] }),
      ["voter-twice ledger.0.votes.2.by"],
    ],
    ["and is absent", ballot({ absent: ["a"] }), ["voter-twice ledger.0.absent.0"]],
    [
      "by a role without the right",
      ballot({ votes: [...three, vote("thu-ky", "1")] }),
      ["role-without-right ledger.0.votes.3.by"],
    ],
    [
      "by nobody whom the council has",
      ballot({ votes: [...three.slice(0, 2), vote("b", "1")] }),
      ["unknown-role ledger.0.votes.2.by"],
    ],
    ["an absent one whom it has not", ballot({ absent: ["b"] }), ["unknown-role ledger.0.absent.0"]],
    ["one is missing", ballot({ votes: three.slice(1) }), ["vote-missing ledger.0.votes"]],
    ["none votes", ballot({ votes: [], absent: ["a"] }), ["votes-missing ledger.0.votes"]],
    [
      "absentees alone",
      entry({ kind: "adjust", reason, absent: ["a", "chu-tich", "to-cong-tac"] }),
      ["votes-missing ledger.0.votes"],
    ],
    ["beside points", ballot({ points: "2" }), ["entry-value-twice ledger.0"]],
    [
      "absentees beside points",
      ballot({ votes: undefined, points: "2", absent: ["a"] }),
      ["entry-value-twice ledger.0"],
    ],
    ["beside facts", ballot({ facts: { numerator: 18, denominator: 20 } }), ["entry-value-twice ledger.0"]],
    ["on a survey leaf", ballot({ item: "1.4" }), ["survey-item-not-decided ledger.0.kind"]],
    ["on a statistic", ballot({ item: "2.2" }), ["statistic-not-decided ledger.0.kind"]],
    ["in an entry that decides nothing", entry({ votes: three }), ["unknown-key ledger.0.votes"]],
  ])("%s", (_, one, expected) =>
    expect(
      issuesOf(one, [role("chu-tich"), role("to-cong-tac"), role("a"), role("thu-ky", { decides: [] })]),
    ).toEqual(expected),
  );

  test("off the step of a leaf", () => {
    const off = ballot({
      item: "2.3",
      votes: [vote("chu-tich", "0.25"), vote("to-cong-tac", "1"), vote("a", "1")],
    });
    expect(issuesOf(off, undefined, direct)).toEqual(["points-off-step ledger.0.votes.0.points"]);
  });
});

describe("what stands after a vote", () => {
  const round = changedRound(withBallot(ballot({ votes: three.slice(0, 2), absent: ["a"] })));
  const history = itemHistory(set, round, "hoa-lam/so-a", "1.1.2");

  test("is the exact mean, on the step or not", () => {
    const all = changedRound(withBallot(ballot()));
    const last = itemHistory(set, all, "hoa-lam/so-a", "1.1.2").entries.at(-1);
    expect(last?.after?.standing).toEqual({ kind: "points", points: "7/3" });
    expect(history.entries.at(-1)?.after?.standing).toEqual({ kind: "points", points: "2.25" });
  });

  test("shows who voted how, and who was absent", () => {
    const last = history.entries.at(-1);
    expect(last?.votes?.map(({ by, points }) => [by.role, points])).toEqual([
      ["chu-tich", "2"],
      ["to-cong-tac", "2.5"],
    ]);
    expect(last?.absent?.map((it) => it.role)).toEqual(["a"]);
    expect(historyText(history, "vi").replace(/\s+/g, " ")).toContain(
      "phiếu chấm điểm của các thành viên: Chủ tịch Hội đồng 2 điểm; Tổ công tác 2,5 điểm; vắng mặt: Ủy viên A",
    );
    expect(historyText(history, "en").replace(/\s+/g, " ")).toContain("2.5; absent: Ủy viên A");
  });
});

/** Three items of 10 points by vote, the rest 70 of 70 (case A11). */
function caseA11(items: boolean): { set: Raw; round: Raw } {
  const leaf = (number: string, maxPoints: string): Raw => ({
    number,
    title: { vi: `Nội dung ${number}` },
    maxPoints,
    source: "a",
    scoredBy: "appraiser",
    rule: { kind: "direct", step: "0.5" },
  });
  const raw = {
    format: 1,
    id: "hoa-lam/department/2026",
    edition: 1,
    status: "illustrative",
    title: { vi: "Bộ tiêu chí minh họa" },
    issuer: { vi: "UBND tỉnh Hoa Lâm" },
    level: "department",
    period: { from: "2026-01-01", to: "2026-12-31" },
    levels: [{ vi: "Tiêu chí" }],
    maxPoints: "100",
    sources: [{ id: "a", kind: "appraisal", title: { vi: "Thẩm định" }, maxPoints: "100" }],
    groups: [{ id: "g", title: { vi: "Nhóm" } }],
    items: [leaf("1", "10"), leaf("2", "10"), leaf("3", "10"), leaf("4", "70")],
    policies: { rounding: { places: 2, mode: "half-up", items } },
    grades: [
      { id: "xuat-sac", title: { vi: "Xuất sắc" }, from: "95" },
      { id: "tot", title: { vi: "Tốt" } },
    ],
  };
  const base = { kind: "adjust", unit: "u", stage: "first", by: "a", date: "2027-01-10", reason };
  const votes = [vote("a", "8"), vote("b", "8.5"), vote("c", "8.5")];
  const round = {
    format: 1,
    set: raw.id,
    edition: 1,
    title: { vi: "Đợt minh họa" },
    status: "illustrative",
    units: [{ id: "u", name: { vi: "Sở A" }, group: "g" }],
    councils: [
      { id: "h", title: { vi: "Hội đồng" }, units: ["u"], roles: [role("a"), role("b"), role("c")] },
    ],
    ledger: [
      ...["1", "2", "3"].map((item) => ({ ...base, item, votes })),
      { ...base, item: "4", points: "70" },
    ],
  };
  return { set: raw, round };
}

test.each([
  [false, "95.00", "xuat-sac"],
  [true, "94.99", "tot"],
])("case A11: three times 25/3 and 70, items rounded: %s", (items, index, grade) => {
  const { set: raw, round } = caseA11(items);
  const [score] = assess(readCriteriaSet(raw), round).scores;
  expect([score?.index, score?.grade]).toEqual([index, grade]);
});

test("a page for the public shows no vote, one for the council each", () => {
  const { set: raw, round } = caseA11(false);
  const of = readCriteriaSet(raw);
  const shown = (audience: "public" | "council"): string => reportHtml(of, round, { audience });
  expect(shown("council")).toContain("phiếu chấm điểm của các thành viên");
  expect(shown("public")).not.toContain("phiếu chấm điểm của các thành viên");
});

describe("members who judge a field of their own", () => {
  const scoped = (items: readonly string[]): Raw[] => [role("chu-tich"), role("a", { items })];
  const two = (item: string): Raw =>
    ballot({ item, votes: [vote("chu-tich", "1"), vote("a", "1")], by: "chu-tich" });

  test.each<[string, Raw, readonly string[], string[]]>([
    ["an entry on a leaf of the node", entry({ by: "a" }), ["1.1"], []],
    ["an entry on the leaf itself", entry({ by: "a" }), ["2", "1.1.2"], []],
    ["an entry on another field", entry({ by: "a" }), ["2"], ["role-beyond-scope ledger.0.by"]],
    ["a vote in the field", two("1.1.2"), ["1"], []],
    ["a vote on another field", two("1.1.2"), ["2"], ["role-beyond-scope ledger.0.votes.1.by"]],
    [
      "no vote where none is to be given",
      ballot({ votes: [vote("chu-tich", "1")], by: "chu-tich" }),
      ["2"],
      [],
    ],
    ["a line", entry({ kind: "uphold", item: "thuong-1", by: "a" }), ["thuong-1"], []],
    ["a line beyond it", entry({ item: "thuong-1", by: "a" }), ["1"], ["role-beyond-scope ledger.0.by"]],
    ["a field that is none", entry({ by: "chu-tich" }), ["7"], ["unknown-item councils.0.roles.1.items.0"]],
    ["a field twice", entry({ by: "chu-tich" }), ["1", "1"], ["listed-twice councils.0.roles.1.items.1"]],
    ["no field", entry({ by: "chu-tich" }), [], ["empty-list councils.0.roles.1.items"]],
  ])("%s", (_, one, items, expected) => expect(issuesOf(one, scoped(items))).toEqual(expected));

  test("warns of what no role may decide in a stage", () => {
    const limited = [role("a", { items: ["1"] }), role("b", { items: ["2.1", "thuong-1"] })];
    const [issue] = issuesAfter(withBallot(entry({ by: "a" }), limited));
    expect(issue).toMatchObject({ code: "item-without-role", severity: "warning" });
    if (issue !== undefined)
      expect(issueSentence(issue, "vi")).toMatch(
        /^Ở bước “first”, không vai trò nào của Hội đồng được xem xét /,
      );
    expect(String(issue?.params["found"])).toContain("2.3");
    expect(String(issue?.params["found"])).not.toMatch(/1\.1|2\.1|2\.2|thuong-1\b/);
  });
});

describe("laws", () => {
  const met = { turned: 0, refused: 0 };
  test("the order of votes, and of who was absent, changes nothing", () =>
    fc.assert(
      fc.property(anySetAndRound({ units: 3 }), ({ set: raw, round }) => {
        const of = readCriteriaSet(raw);
        const turned = structuredClone(round);
        for (const it of turned.ledger) {
          if (it.votes?.length > 1) met.turned += 1;
          it.votes?.reverse();
          it.absent?.reverse();
        }
        expect(readRound(of, turned)).toEqual(readRound(of, round));
        expect(assess(of, turned)).toEqual(assess(of, round));
      }),
      { numRuns: 40 },
    ));

  test("what a role may not decide is the same whether its scope names a node or all leaves beneath", () =>
    fc.assert(
      fc.property(anySetAndRound({ units: 3 }), fc.nat({ max: 5 }), ({ set: raw, round }, at) => {
        const of = readCriteriaSet(raw);
        const nodesIn = (items: readonly Raw[]): Raw[] =>
          items.flatMap((it) => (it.items === undefined ? [] : [it, ...nodesIn(it.items)]));
        // A domain, or a node beneath one.
        const nodes = nodesIn(raw.items);
        const node = nodes[at % nodes.length];
        const under = (it: Raw): string[] => (it.items === undefined ? [it.number] : it.items.flatMap(under));
        const said = (items: readonly string[]): Raw[] => {
          const limited = structuredClone(round);
          limited.councils[0].roles[at % 2].items = items;
          return checkRound(of, limited).map(({ code, path }) => [code, path]);
        };
        // What stands elsewhere is refused, in the same places.
        const bySet = said([node.number]);
        met.refused += bySet.filter(([code]) => code === "role-beyond-scope").length;
        expect(bySet).toEqual(said(under(node)));
      }),
      { numRuns: 30 },
    ));

  test("each of them met votes, and entries that are refused", () => {
    expect(met.turned).toBeGreaterThan(10);
    expect(met.refused).toBeGreaterThan(10);
  });
});
