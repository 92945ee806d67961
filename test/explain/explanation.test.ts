/** Why a score is what it is: the tree of steps by hand cases, and its laws on random sets and rounds. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { criteriaSet } from "par-index/criteria";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import type { CriteriaSet } from "../../src/criteria-set.ts";
import { type ExplainedPart, explain } from "../../src/explain/explanation.ts";
import { explanationText } from "../../src/explain/explanation-text.ts";
import type {
  CountedOption,
  Explanation,
  LeafStep,
  LineStep,
  NodeStep,
  PlaceStep,
  SourceStep,
  UnitStep,
} from "../../src/explain/step.ts";
import { InvalidError } from "../../src/issue.ts";
import type { RoundInput } from "../../src/round/input.ts";
import { readRound } from "../../src/round/read.ts";
import type { Rule, RuleStep } from "../../src/rule.ts";
import { readCriteriaSet } from "../../src/set/check.ts";
import { divided, type Fraction, minus, of, order, plus, print, text, times } from "../support/oracle.ts";
import { anySetAndRound } from "../support/random-round.ts";
import { entry, type Raw, readSet, set, smallRound } from "../support/rounds.ts";
import { smallSet } from "../support/sets.ts";
import { allSteps, leavesOf, total } from "../support/steps.ts";

const soA = "hoa-lam/so-a";

function changed(change: (round: Raw) => void = () => {}): Raw {
  const round = smallRound();
  change(round);
  return round;
}

const leafOf = (round: Raw, item: string, of: CriteriaSet = set, unit = soA): LeafStep =>
  explain(of, round, unit, item).step as LeafStep;
const lineOf = (round: Raw, line: string, of: CriteriaSet = set, unit = soA): LineStep =>
  explain(of, round, unit, { line }).step as LineStep;

describe("a leaf", () => {
  test("shows its facts, the case of its rule that applied, and exact points", () => {
    const step = leafOf(smallRound(), "1.1.2");
    expect(step).toMatchObject({
      kind: "leaf",
      number: "1.1.2",
      level: { vi: "Tiêu chí thành phần" },
      state: "scored",
      declaredMaxPoints: "3",
      maxPoints: "3",
      points: { exact: "2.55", rounded: "2.55" },
      claimed: { exact: "2.55" },
      given: {
        kind: "facts",
        facts: { numerator: 17, denominator: 20 },
        applied: { case: "proportional", share: "17/20" },
      },
      basis: { status: "illustrative", decision: { number: "01/QĐ-UBND" }, at: "Phụ lục I, mục 1.1.2" },
    });
  });

  test("shows the claim and what the council made of it, to the exact difference", () => {
    const step = leafOf(smallRound(), "2.1");
    expect(step.claimed).toEqual({ exact: "296/75", rounded: "3.95" });
    expect(step.points).toEqual({ exact: "59/15", rounded: "3.93" });
    expect(step.history.map(({ kind }) => kind)).toEqual(["self", "return", "explain", "accept"]);
    expect(step.history.at(-1)?.change).toEqual({ exact: "-1/75", rounded: "-0.01" });
  });

  test("names a finding that no entry addresses", () => {
    const open = changed((round) => {
      for (const it of round.ledger) it.findings = [];
    });
    expect(leafOf(open, "2.1").findings.map(({ id }) => id)).toEqual(["kt-01"]);
    expect(leafOf(smallRound(), "2.1").findings).toEqual([]);
  });

  test("without evidence is unanswered, gives 0 and keeps its claim in the history", () => {
    const round = changed((it) => {
      for (const own of it.selfAssessments)
        for (const answer of own.answers) if (answer.item === "1.3") answer.evidence = [];
    });
    const step = leafOf(round, "1.3");
    expect(step).toMatchObject({
      state: "unanswered",
      reason: "no-evidence",
      points: { exact: "0" },
      maxPoints: "1",
    });
    expect(step.history[0]).toMatchObject({ kind: "self", claim: { points: { exact: "0.5" } } });
    expect(step.given).toBeUndefined();
  });

  test("that waits has its bounds and no points", () => {
    const step = leafOf(smallRound(), "2.3");
    expect(step).toMatchObject({
      state: "pending",
      reason: "appraiser",
      bounds: { low: { exact: "0" }, high: { exact: "2" } },
    });
    expect(step.points).toBeUndefined();
  });

  test("of the survey shows each group's weight, valid answers, those without an opinion, and share", () => {
    const step = leafOf(smallRound(), "1.4");
    expect(step.given).toEqual({ kind: "share", share: "1" });
    expect(step.survey?.questions[0]?.groups).toMatchObject([
      {
        respondents: "dai-bieu",
        weight: "40",
        valid: 3,
        noOpinion: 2,
        share: "1",
        options: [
          { option: "rat-tot", title: { vi: "Rất tốt", en: "Very good" }, percent: "100", count: 3 },
          { option: "khong-y-kien", count: 2 },
        ],
      },
      { respondents: "lanh-dao-xa", weight: "60", valid: 3, noOpinion: 2, share: "1" },
    ]);
    expect(step.survey?.titles.groups.map(({ title }) => title.vi)).toContain("Lãnh đạo cấp xã");
  });

  test("of the survey adds the counts of two forms of a group, and keeps apart what their scales tell apart", () => {
    const forms = readSet((it) => {
      const { scales, questionnaires } = it.survey;
      const [first] = scales[0].options;
      scales.push({ id: "hai-muc", options: [{ ...first, percent: "90" }, scales[0].options[3]] });
      const [, own] = questionnaires;
      const asked = own.questions.map((question: Raw) => ({ ...question, scale: "hai-muc" }));
      questionnaires.push({ ...own, id: "phieu-xa-2" }, { ...own, id: "phieu-xa-3", questions: asked });
    });
    const round = changed((it) => {
      const own = it.tally.counts[1];
      for (const id of ["phieu-xa-2", "phieu-xa-3"])
        it.tally.counts.push({
          ...own,
          questionnaire: id,
          questions: [{ question: "q1", options: [{ option: "rat-tot", count: 5 }] }],
        });
    });
    const group = leafOf(round, "1.4", forms).survey?.questions[0]?.groups.at(-1);
    expect(group?.options.map(({ option, percent, count }) => [option, percent, count])).toEqual([
      ["rat-tot", "100", 8],
      ["khong-y-kien", undefined, 2],
      ["rat-tot", "90", 5],
    ]);
    // (8 × 100 + 5 × 90) ÷ 1300.
    expect(group?.share).toBe("25/26");
  });

  test("of a statistic says where the figure is from", () => {
    expect(leafOf(smallRound(), "2.2", set, "hoa-lam/so-b").reference).toBe("Công báo thống kê");
  });

  test("exempt by the register says so, with the kind of unit", () => {
    const round = changed((it) =>
      it.selfAssessments.push({ ...it.selfAssessments[0], unit: "hoa-lam/ban-c", answers: [] }),
    );
    const step = leafOf(round, "2.1", set, "hoa-lam/ban-c");
    expect(step).toMatchObject({
      state: "not-applicable",
      reason: "register",
      consequence: "rescale",
      maxPoints: "0",
    });
    expect(step.points).toBeUndefined();
    expect(step.history.at(-1)).toMatchObject({
      kind: "register",
      exemption: { kind: { vi: "Cơ quan không giải quyết thủ tục hành chính" } },
    });
  });

  test("shows its points before a set that rounds items rounded them", () => {
    const rounding = readSet((it) => {
      it.policies = { ...it.policies, rounding: { places: 1, items: true } };
      // Its example gives the points as they are without that.
      delete it.items[1].items[0].examples;
    });
    const step = leafOf(smallRound(), "2.1", rounding);
    expect(step.points?.exact).toBe("3.9");
    expect(step.unrounded?.exact).toBe("59/15");
    expect(leafOf(smallRound(), "1.3", rounding).unrounded).toBeUndefined();
  });
});

describe("a relative leaf", () => {
  const relativeSet = readSet((it) => {
    const leaf = it.items[0].items[2];
    leaf.rule = {
      kind: "relative",
      of: "count",
      what: { vi: "sáng kiến" },
      clauses: [
        { when: "below-target", percent: "50" },
        { when: "at-target", percent: "50" },
        { when: "leader", percent: "100" },
        { when: "between", percent: "50", upTo: "100" },
      ],
      withoutTarget: "best",
    };
    delete leaf.examples;
  });
  const round = changed((it) => {
    it.selfAssessments[1].answers[3].facts = { count: 3 };
    it.selfAssessments[0].answers[3].facts = { count: 4 };
  });

  test("shows the best of the group and the part of it that was reached", () => {
    expect(leafOf(round, "1.3", relativeSet)).toMatchObject({
      points: { exact: "0.75" },
      given: {
        kind: "relative",
        facts: { count: 3 },
        group: { best: "4" },
        applied: { case: "best", share: "0.75" },
      },
    });
  });

  test("shows its target and the leader", () => {
    const withTargets = { ...round, targets: [{ unit: soA, item: "1.3", facts: { count: 2 } }] };
    expect(leafOf(withTargets, "1.3", relativeSet).given).toMatchObject({
      target: { count: 2 },
      group: { leader: "1.5", best: "4" },
      applied: { case: "leader" },
    });
  });
});

describe("a line", () => {
  test("of the bonus shows the council's decision and its history", () => {
    const step = lineOf(smallRound(), "thuong-1");
    expect(step).toMatchObject({
      line: "bonus",
      points: { exact: "0.5" },
      working: { kind: "decided", given: { facts: { count: 1 } } },
    });
    expect(step.working.kind === "decided" && step.working.history).toHaveLength(1);
  });

  test("that caps another shows the value before it", () => {
    const round = changed((it) => {
      it.ledger.at(-1).facts = { count: 5 };
    });
    expect(lineOf(round, "thuong-1").points?.exact).toBe("2.5");
    expect(lineOf(round, "cap:thuong-1")).toMatchObject({
      line: "cap",
      points: { exact: "-1.5" },
      working: { of: "line", cap: "1", before: { exact: "2.5" } },
    });
    expect(lineOf(smallRound(), "cap:thuong-1")).toMatchObject({ points: { exact: "0" } });
  });

  test("of lateness shows the days, the deadline and the policy", () => {
    const late = readSet((it) => {
      it.policies = { ...it.policies, late: { kind: "per-day", points: "0.1", cap: "1" } };
    });
    const round = changed((it) => {
      for (const own of it.selfAssessments) own.submitted = "2026-12-24";
    });
    expect(lineOf(round, "late", late)).toMatchObject({
      points: { exact: "-0.3" },
      working: { kind: "late", days: 3, submitted: "2026-12-24", policy: { kind: "per-day" } },
    });
    const extended = lineOf(round, "late", late, "hoa-lam/so-b");
    expect(extended).toMatchObject({
      points: { exact: "0" },
      working: { days: 0, extension: { by: "2026-12-24" } },
    });
  });

  test("of a conversion shows what left the maximum of its source and what stayed", () => {
    const converting = readSet((it) => {
      it.policies = { ...it.policies, notApplicable: "rescale-source" };
    });
    const round = changed((it) => {
      it.ledger = [
        entry({ kind: "not-applicable", item: "2.1", reason: "Không phát sinh" }),
        entry({
          kind: "adjust",
          item: "2.3",
          facts: { numerator: 10, denominator: 10 },
          reason: "Theo hệ thống",
        }),
      ];
    });
    // 2.1 (4 of the source's 13 points) leaves; 1 + 2.55 + 2 + 0.5 + 2 = 8.05 points stand on 9.
    expect(lineOf(round, "conversion:tham-dinh", converting)).toMatchObject({
      points: { exact: text(of("161/45")) },
      working: { kind: "conversion", applicable: "9", left: "4", points: { exact: "8.05" } },
    });
  });
});

describe("the whole", () => {
  const complete = changed((it) => {
    it.ledger.push(
      entry({
        kind: "adjust",
        item: "2.3",
        facts: { numerator: 8, denominator: 10 },
        reason: "Theo hệ thống",
      }),
    );
  });
  const step = explain(set, complete, soA).step as UnitStep;

  test("of a unit is its domains and lines, the index with its terms, and the grade", () => {
    expect(step.state).toBe("complete");
    expect(step.steps.map((it) => (it.kind === "line" ? it.id : it.number))).toEqual(["1", "2", "thuong-1"]);
    expect(step.index.sum?.terms.map(({ kind: what, dividedBy }) => `${what} ÷ ${dividedBy}`)).toEqual([
      "points ÷ 20",
      "bonus ÷ 20",
    ]);
    expect(step.grade.grade?.title.vi).toBeDefined();
    expect(step.open).toEqual([]);
  });

  test("that is provisional has bounds, names what is open, and has neither index nor grade", () => {
    const open = explain(set, smallRound(), soA).step as UnitStep;
    expect(open.state).toBe("provisional");
    expect(open.points).toBeUndefined();
    expect(open.index.bounds).toBeDefined();
    expect(open.grade.grade).toBeUndefined();
    expect(open.open.map(({ number, reason }) => `${number} ${reason}`)).toEqual(["2.3 appraiser"]);
  });

  test("says of each node, source and line whether it is scored, open or not applicable", () => {
    const state = (part: ExplainedPart, round: Raw = smallRound()) =>
      (explain(set, round, soA, part).step as NodeStep | SourceStep | LineStep).state;
    expect([state("1"), state("2"), state({ source: "khao-sat" }), state("thuong-1")]).toEqual([
      "scored",
      "pending",
      "scored",
      "scored",
    ]);
    const none = changed((it) => {
      it.surveyNotHeld = [{ group: it.units[0].group, reason: "Không tổ chức" }];
      it.tally.counts = [];
    });
    const rescaling = readSet((it) => {
      it.survey.notHeld = "rescale";
    });
    const { step } = explain(rescaling, none, soA, { source: "khao-sat" });
    expect(step).toMatchObject({ state: "not-applicable", maxPoints: "0" });
  });

  test("followed to an earlier stage is what stood then", () => {
    const self = explain(set, smallRound(), soA, { item: "2.1", until: "self" });
    expect((self.step as LeafStep).points?.exact).toBe("296/75");
    expect((self.step as LeafStep).history).toHaveLength(1);
    const first = explain(set, smallRound(), soA, { item: "2.1", until: "first" }).step as LeafStep;
    expect(first).toMatchObject({ state: "pending", reason: "return" });
  });

  test("of a unit without a self-assessment says why there is no score, whatever is asked for", () => {
    for (const what of [undefined, "1.1", "place", { source: "tham-dinh" }] as (ExplainedPart | undefined)[])
      expect(explain(set, smallRound(), "hoa-lam/ban-c", what).step).toMatchObject({
        kind: "unscored",
        reason: "no-self-assessment",
      });
  });

  test("of a unit with an error in its data lists the issues", () => {
    const round = changed((it) => {
      it.selfAssessments[1].answers[0].facts = { choice: "khong-co" };
    });
    const found = explain(set, round, soA).step;
    expect(found).toMatchObject({ kind: "unscored", reason: "error" });
    expect(found.kind === "unscored" && found.issues.map(({ code }) => code)).toContain("unknown-option");
  });

  test("place names its neighbours, and the units that have none", () => {
    const both = changed((it) => {
      for (const unit of [soA, "hoa-lam/so-b"])
        it.ledger.push(
          entry({
            kind: "adjust",
            unit,
            item: "2.3",
            facts: { numerator: 8, denominator: 10 },
            reason: "Theo hệ thống",
          }),
        );
    });
    const { step: place } = explain(set, both, soA, "place") as { step: PlaceStep };
    expect(place).toMatchObject({ kind: "place", ranked: 2, complete: true, place: { place: 1, unit: soA } });
    expect(place.after).toMatchObject({ place: 2, name: { vi: "Sở B" } });
    expect(place.before).toBeUndefined();
  });

  test("place counts who should have one apart from who is exempt, and names the neighbour it was decided against", () => {
    const departments = criteriaSet("hoa-lam/department/2026");
    const round = readRound(
      departments,
      JSON.parse(readFileSync("docs/examples/hoa-lam-departments-2026.json", "utf8")),
    );
    const placeOf = (unit: string) => explain(departments, round, unit, "place").step as PlaceStep;
    const above = placeOf("hoa-lam-so-giao-duc-va-dao-tao");
    expect(above).toMatchObject({ ranked: 15, unranked: 2, exempted: 1, complete: false });
    expect(above.place?.decidedBy).toEqual({ by: "source", id: "appraisal", value: "56.06" });
    expect(above.decider).toMatchObject({
      title: { vi: "Điểm thẩm định" },
      against: { place: 5, unit: "hoa-lam-so-khoa-hoc-va-cong-nghe", index: "87.51" },
      value: "55.81",
    });
    expect(placeOf("hoa-lam-so-khoa-hoc-va-cong-nghe").decider).toMatchObject({
      against: { place: 4, unit: "hoa-lam-so-giao-duc-va-dao-tao" },
      value: "56.06",
    });
    expect(placeOf("hoa-lam-so-y-te").decider).toBeUndefined();
    expect(placeOf("hoa-lam-so-an-toan-thuc-pham")).toMatchObject({
      reason: "exempt",
      unranked: 2,
      exempted: 1,
    });
  });

  test("place of several alike: each against its own neighbour, by the same thing on both sides", () => {
    const leaf = (number: string, maxPoints: string): Raw => ({
      number,
      title: { vi: `Nội dung ${number}` },
      maxPoints,
      source: "so-lieu",
      rule: { kind: "direct", step: "0.001" },
    });
    const three = readSet((it) => {
      delete it.survey;
      it.items = [leaf("1", "40"), leaf("2", "30"), leaf("3", "30")];
      it.maxPoints = "100";
      it.totals = {};
      it.sources = [{ id: "so-lieu", kind: "statistic", title: { vi: "Số liệu" } }];
      it.exemptions = [];
      it.bonus = it.penalty = { lines: [] };
      it.ranking = {
        on: "exact",
        ties: "skip",
        tieBreakers: [
          { by: "item", id: "1" },
          { by: "item", id: "2" },
        ],
      };
    });
    const points: Readonly<Record<string, readonly string[]>> = {
      a: ["30", "20", "10.004"],
      b: ["30", "20", "10"],
      c: ["20", "25", "15"],
      d: ["20", "20", "20"],
    };
    const round: RoundInput = {
      format: 1,
      set: three.id,
      edition: three.edition,
      title: { vi: "Đợt minh họa" },
      status: "illustrative",
      units: Object.keys(points).map((id) => ({
        id,
        name: { vi: `Sở ${id.toUpperCase()}` },
        group: "chung",
      })),
      statistics: Object.entries(points).flatMap(([unit, values]) =>
        values.map((value, at) => ({ unit, item: `${at + 1}`, facts: { points: value } })),
      ),
    };
    const decided = Object.keys(points).map((unit) => {
      const { place, decider } = explain(three, round, unit, "place").step as PlaceStep;
      return [decider?.number, place?.decidedBy?.value, decider?.against.unit, decider?.value];
    });
    expect(decided).toEqual([
      [undefined, "60.004", "b", "60.000"],
      [undefined, "60.000", "a", "60.004"],
      ["1", "20.00", "b", "30.00"],
      ["2", "20.00", "c", "25.00"],
    ]);
    const words = (unit: string, language: "vi" | "en"): string =>
      explanationText(explain(three, round, unit, "place"), language, { markdown: true });
    expect(words("a", "vi")).toContain(
      "cùng Chỉ số công bố với Sở B, xếp trên do Chỉ số chưa làm tròn cao hơn: 60,004 % so với 60,000 %",
    );
    expect(words("c", "vi")).toContain(
      "cùng Chỉ số công bố với Sở B, xếp dưới do “1 Nội dung 1” thấp hơn: 20,00 so với 30,00",
    );
    expect(words("d", "en")).toContain(
      "same published index as Sở C, placed below it by “2 Nội dung 2”: 20.00 against 25.00",
    );
  });
});

describe("the format page", () => {
  const page = readFileSync("docs/format.md", "utf8");
  const section = page.slice(page.indexOf("\n## 11 Explanation\n"));
  const named = new Set([...section.matchAll(/[`"]([a-zA-Z-]+)[`"]/g)].map((match) => match[1]));
  const isSpecified = { key: (it: string) => named.has(it), code: (it: string) => page.includes(it) };
  /** What earlier sections specify. */
  const earlier = [
    "rule",
    "facts",
    "target",
    "findings",
    "evidence",
    "issues",
    "policy",
    "extension",
    "ranking",
  ];

  /** The keys of a value, and the words that are codes. */
  function* keysOf(value: unknown): Generator<readonly ["key" | "code", string]> {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) yield ["key", key];
      if (["kind", "case", "state", "line"].includes(key) && typeof inner === "string") yield ["code", inner];
      if (!earlier.includes(key)) yield* keysOf(inner);
    }
  }

  test("names every key, kind, state and case of the explanations of both example rounds", () => {
    const missing = new Set<string>();
    let read = 0;
    for (const [id, file] of [
      ["hoa-lam/department/2026", "hoa-lam-departments-2026"],
      ["hoa-lam/commune/2026", "hoa-lam-communes-2026"],
    ] as const) {
      const of = criteriaSet(id);
      const round = readRound(of, JSON.parse(readFileSync(`docs/examples/${file}.json`, "utf8")));
      const parts: readonly (ExplainedPart | undefined)[] = [
        undefined,
        "place",
        "grade",
        { line: "late" },
        { line: "cap:max" },
        { source: "survey" },
      ];
      for (const { id: unit } of round.units.slice(0, 12))
        for (const part of parts)
          for (const [what, name] of keysOf(explain(of, round, unit, part))) {
            read += 1;
            if (!isSpecified[what](name)) missing.add(name);
          }
    }
    expect(read).toBeGreaterThan(10_000);
    // Words and places are of earlier sections.
    expect([...missing].sort()).toEqual(["en", "tied", "vi"]);
  });
});

describe("what is asked for as plain text", () => {
  const same = (text: string, part: ExplainedPart): void =>
    expect(explain(set, smallRound(), soA, text)).toEqual(explain(set, smallRound(), soA, part));

  test("may be a line or a source, as tables of results name them", () => {
    for (const line of ["thuong-1", "phat-1", "late", "cap:bonus", "cap:thuong-1", "conversion:tham-dinh"])
      same(line, { line });
    same("khao-sat", { source: "khao-sat" });
  });

  test("is an item where one has that id, then a line, then a source", () => {
    const text = JSON.stringify(smallSet())
      .replaceAll('"khao-sat"', '"phat-1"')
      .replaceAll('"thong-ke"', '"1.1.1"')
      .replace('"number":"1"', '"number":"1","id":"late"');
    const named = readCriteriaSet(JSON.parse(text));
    const kind = (part: ExplainedPart) => explain(named, smallRound(), soA, part).step.kind;
    expect(["late", "phat-1", "1.1.1"].map(kind)).toEqual(["node", "line", "leaf"]);
    expect([{ line: "late" }, { source: "phat-1" }, { source: "1.1.1" }].map(kind)).toEqual([
      "line",
      "source",
      "source",
    ]);
  });

  test("is told by kind where it is nothing of these", () => {
    const asked = (part: ExplainedPart) => () => explain(set, smallRound(), soA, part);
    expect(asked("x")).toThrow('explain: the set has no item, line or source "x"');
    expect(asked("x")).toThrow(/; it has 1, .*1\.1\.1, .*index, grade, place, .*late, /);
    expect(asked({ line: "x" })).toThrow('explain: the set has no line "x"');
    expect(asked({ source: "x" })).toThrow('explain: the set has no source "x"');
  });
});

describe("a wrong call", () => {
  test("for a unit, item, source or line that is not there is a RangeError", () => {
    const round = readRound(set, smallRound());
    expect(() => explain(set, round, "so-x")).toThrow(RangeError);
    const wrong: ExplainedPart[] = [
      "9.9",
      { source: "x" },
      { line: "x" },
      { line: "cap:x" },
      { line: "conversion:x" },
    ];
    for (const what of wrong) expect(() => explain(set, round, soA, what)).toThrow(RangeError);
    expect(() => explain(set, round, soA, { until: "third" as "first" })).toThrow(RangeError);
  });

  test("with a set that was not read is a TypeError, with a round of another set an InvalidError", () => {
    expect(() => explain({ ...set }, smallRound(), soA)).toThrow(TypeError);
    expect(() => explain(set, { ...smallRound(), set: "hoa-lam/commune/2026" }, soA)).toThrow(InvalidError);
  });
});

/** The points of a case by hand: from what `applied` and the rule say and the maximum, and nothing else. */
function byHand(applied: RuleStep, rule: Rule, max: Fraction): Fraction {
  const [one, hundred] = [of("1"), of("100")];
  const share = of(applied.share ?? "0");
  const part = (percent: Fraction): Fraction => divided(times(max, percent), hundred);
  switch (applied.case) {
    case "capped":
    case "full":
    case "empty-full":
      return max;
    case "below-zero-threshold":
    case "empty-zero":
    case "best-zero":
    case "zero":
      return of("0");
    case "stretched": {
      if (rule.kind !== "stretched") throw new Error(`${rule.kind} is not stretched`);
      if (rule.of === "number") return times(max, share);
      const [zeroAt, fullAt] = [of(rule.zeroAt), of(rule.fullAt)];
      return times(max, divided(minus(times(share, hundred), zeroAt), minus(fullAt, zeroAt)));
    }
    case "floor":
      return of(applied.floor ?? "");
    case "below-target":
      return part(times(of(applied.percent ?? ""), share));
    case "at-target":
    case "leader":
      return part(of(applied.percent ?? ""));
    case "between": {
      const [from, upTo, leader] = [applied.percent, applied.upTo, applied.leader].map((it) => of(it ?? ""));
      const rise = divided(minus(share, one), minus(leader as Fraction, one));
      return part(plus(from as Fraction, times(minus(upTo as Fraction, from as Fraction), rise)));
    }
    default:
      return applied.terms === undefined ? times(max, share) : summed(applied);
  }
}

const isFrozenThroughout = (value: unknown): boolean =>
  typeof value !== "object" ||
  value === null ||
  (Object.isFrozen(value) && Object.values(value).every(isFrozenThroughout));

const summed = ({ terms = [] }: RuleStep): Fraction =>
  terms.reduce((sum, it) => plus(sum, times(of(it.points), of(it.count ?? 1))), of("0"));

/** The share of a question in a group by hand, from its counts. */
function shareByHand(options: readonly CountedOption[]): Fraction | undefined {
  const valued = options.filter(({ percent }) => percent !== undefined);
  const valid = valued.reduce((sum, { count }) => sum + count, 0);
  if (valid === 0) return undefined;
  const worth = valued.map((it) => times(of(it.percent ?? ""), of(it.count))).reduce(plus);
  return divided(worth, times(of(valid), of("100")));
}

/** Compares what a hand computes with what the explanation says; gives the cases that were met. */
function* checkedByHand(explanation: Explanation): Generator<string> {
  for (const step of allSteps(explanation.step)) {
    const given = step.kind === "line" && step.working.kind === "decided" ? step.working.given : undefined;
    if (step.kind === "line" && given?.kind === "facts") {
      const rounded = explanation.rounding.items;
      const points = of(step.points?.exact ?? "");
      const own = summed(given.applied);
      const expected = step.line === "penalty" ? minus(of("0"), own) : own;
      if (!rounded) expect(text(points)).toBe(text(expected));
      yield step.line;
    }
    if (step.kind !== "leaf") continue;
    for (const { question, groups } of step.survey?.questions ?? [])
      for (const { share, options, valid, noOpinion } of groups) {
        const own = shareByHand(options);
        expect(share && text(of(share)), question).toBe(own && text(own));
        expect(options.reduce((sum, { count }) => sum + count, 0)).toBe(valid + noOpinion);
        yield "options";
      }
    if (step.state !== "scored" || step.given === undefined || step.given.kind === "points") continue;
    const max = of(step.declaredMaxPoints);
    const points =
      step.given.kind === "share"
        ? times(max, of(step.given.share))
        : byHand(step.given.applied, step.rule, max);
    expect(text(of((step.unrounded ?? step.gate?.open ?? step.points)?.exact ?? "")), step.id).toBe(
      text(points),
    );
    if (step.given.kind === "share") continue;
    const { applied } = step.given;
    if (applied.terms !== undefined && applied.uncapped !== undefined) {
      expect(text(summed(applied))).toBe(text(of(applied.uncapped)));
      expect(order(of(applied.uncapped), points)).toBe(applied.case === "floor" ? -1 : 1);
    }
    yield applied.case;
  }
}

/** Explanations of every unit of a random round, with its assessment. */
const anyExplanations = fc
  .tuple(anySetAndRound({ units: 2 }), fc.constantFrom(undefined, "self", "first", "final"))
  .map(([raw, until]) => {
    const read = readCriteriaSet(raw.set);
    const options = { until: until as "self" | undefined };
    const explanations: Explanation[] = raw.round.units.map(({ id }: Raw) =>
      explain(read, raw.round, id, options),
    );
    return { read, round: raw.round, options, explanations, assessment: assess(read, raw.round, options) };
  });

const runs = { numRuns: 25 };

describe("by hand", () => {
  test.each([
    ["hoa-lam/department/2026", "hoa-lam-departments-2026", ["best", "below-target", "penalty"]],
    ["hoa-lam/commune/2026", "hoa-lam-communes-2026", ["penalty", "bonus"]],
  ] as const)("every point of the example round of %s comes out again", (id, file, also) => {
    const own = criteriaSet(id);
    const round = readRound(own, JSON.parse(readFileSync(`docs/examples/${file}.json`, "utf8")));
    const met = new Set(round.units.flatMap(({ id: unit }) => [...checkedByHand(explain(own, round, unit))]));
    for (const it of ["sum", "each", "deducted", "band", "proportional", "between", "options", ...also])
      expect(met).toContain(it);
  });

  test("every point of a random round comes out again", () => {
    fc.assert(
      fc.property(anyExplanations, ({ explanations }) => {
        for (const it of explanations) for (const _ of checkedByHand(it));
      }),
      { numRuns: 100 },
    );
  });
});

describe("laws", () => {
  test("the steps of a step sum exactly to what it explains, at both ends of its bounds", () => {
    fc.assert(
      fc.property(anyExplanations, ({ explanations }) => {
        for (const { step: root } of explanations)
          for (const step of allSteps(root)) {
            if (step.kind !== "unit" && step.kind !== "node") continue;
            for (const end of ["low", "high"] as const) {
              const own = step.bounds?.[end] ?? step.points;
              if (own !== undefined) expect(text(total(step.steps, end))).toBe(text(of(own.exact)));
            }
          }
      }),
      runs,
    );
  });

  test("leaves by source sum to leaves by domain", () => {
    fc.assert(
      fc.property(anyExplanations, ({ explanations }) => {
        for (const it of explanations) {
          if (it.step.kind !== "unit") continue;
          for (const end of ["low", "high"] as const)
            expect(text(total(it.step.sources, end))).toBe(text(total(leavesOf(it), end)));
        }
      }),
      runs,
    );
  });

  test("the terms of an index sum to it, and each is its points over its maximum", () => {
    fc.assert(
      fc.property(anyExplanations, ({ explanations, read }) => {
        const { places, mode } = read.policies.rounding;
        for (const { step } of explanations) {
          if (step.kind !== "unit") continue;
          const { sum, bounds } = step.index;
          for (const it of [sum, bounds?.low, bounds?.high]) {
            if (it === undefined) continue;
            let index = of("0");
            for (const { points, dividedBy, percent } of it.terms) {
              const share = times(divided(of(points.exact), of(dividedBy)), of("100"));
              expect(text(share)).toBe(text(of(percent.exact)));
              index = plus(index, share);
            }
            expect(text(of(it.index.exact))).toBe(text(index));
            expect(it.index.rounded.replace("-0.", "0.")).toBe(
              print(index, places, mode).replace("-0.", "0."),
            );
          }
        }
      }),
      runs,
    );
  });

  test("an explanation says what the score says", () => {
    fc.assert(
      fc.property(anyExplanations, ({ explanations, assessment }) => {
        for (const explanation of explanations) {
          const score = assessment.scores.find(({ unit }) => unit === explanation.unit.id);
          const { step } = explanation;
          if (step.kind !== "unit") {
            expect(score).toBeUndefined();
            continue;
          }
          expect(step.state).toBe(score?.state);
          expect(step.index.sum?.index.rounded).toBe(score?.index);
          expect(step.grade.grade?.id).toBe(score?.grade);
          expect(step.points?.rounded).toBe(score?.points);
          for (const leaf of leavesOf(explanation)) {
            const item = score?.items.find((it) => it.item === leaf.id);
            expect(leaf.points?.exact).toBe(item?.fraction ?? item?.points);
            expect([leaf.state, leaf.reason, leaf.maxPoints]).toEqual([
              item?.state,
              item?.reason,
              item?.maxPoints,
            ]);
          }
        }
      }),
      runs,
    );
  });

  test("a part explained alone is the same part of the whole", () => {
    fc.assert(
      fc.property(anyExplanations, ({ explanations, read, round, options }) => {
        for (const { step: root, unit } of explanations)
          for (const step of allSteps(root)) {
            if (step.kind === "leaf" || step.kind === "node")
              expect(explain(read, round, unit.id, { item: step.id, ...options }).step).toEqual(step);
            if (step.kind === "line") {
              const prefix = step.line === "conversion" || step.line === "cap" ? `${step.line}:` : "";
              expect(explain(read, round, unit.id, { line: `${prefix}${step.id}`, ...options }).step).toEqual(
                step,
              );
            }
          }
      }),
      { numRuns: 10 },
    );
  });

  test("every step cites a decision or says that the set is illustrative, and the whole is frozen JSON", () => {
    fc.assert(
      fc.property(anyExplanations, ({ explanations }) => {
        for (const explanation of explanations) {
          expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
          expect(isFrozenThroughout(explanation)).toBe(true);
          for (const { basis } of allSteps(explanation.step))
            expect(basis.status === "illustrative" || basis.decision !== undefined).toBe(true);
        }
      }),
      runs,
    );
  });

  test("the units of other groups change nothing", () => {
    fc.assert(
      fc.property(anySetAndRound({ units: 4 }), (raw) => {
        const read = readCriteriaSet(raw.set);
        const [first] = raw.round.units;
        const without = (list: Raw[] = []): Raw[] =>
          list.filter(({ unit }: Raw) =>
            raw.round.units.some((it: Raw) => it.id === unit && it.group === first.group),
          );
        const alone = {
          ...raw.round,
          units: raw.round.units.filter((it: Raw) => it.group === first.group),
          selfAssessments: without(raw.round.selfAssessments),
          ledger: without(raw.round.ledger),
          statistics: without(raw.round.statistics),
          targets: without(raw.round.targets),
          findings: without(raw.round.findings),
          extensions: without(raw.round.extensions),
          councils: raw.round.councils?.map((it: Raw) => ({
            ...it,
            units: it.units.filter((id: string) =>
              raw.round.units.some((u: Raw) => u.id === id && u.group === first.group),
            ),
          })),
          tally: raw.round.tally && { ...raw.round.tally, counts: without(raw.round.tally.counts) },
        };
        expect(explain(read, alone, first.id).step).toEqual(explain(read, raw.round, first.id).step);
      }),
      { numRuns: 20 },
    );
  });
});
