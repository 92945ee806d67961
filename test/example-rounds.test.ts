/**
 * The rounds in docs/examples: drawn by their generator to the byte, free of errors, with just the warnings that their
 * stories mean, and the published tables as they were printed.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { criteriaSet } from "par-index/criteria";
import { describe, expect, test } from "vitest";
import type { Until } from "../src/appraisal.ts";
import { assess } from "../src/assess.ts";
import { compare } from "../src/audit/compare.ts";
import { checkRound } from "../src/round/read.ts";
import type { Round } from "../src/round.ts";
import { readCriteriaSet } from "../src/set/check.ts";
import { replacedUnits as replacedWithin2026 } from "./examples/communes.ts";
import { leavesOf } from "./examples/make-facts.ts";
import { roundFiles } from "./examples/make-files.ts";

const root = new URL("../", import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, root), "utf8");
const parsed = <T>(path: string): T => JSON.parse(text(path)) as T;
const departments = parsed<Round>("docs/examples/hoa-lam-departments-2026.json");
const communes = parsed<Round>("docs/examples/hoa-lam-communes-2026.json");
const former = parsed<Round>("docs/examples/hoa-lam-communes-2024.json");

test.each(roundFiles)("%s is what its generator draws", async (path, drawn) => {
  await expect(drawn).toMatchFileSnapshot(fileURLToPath(new URL(path, root)));
});

describe("the departments' round", () => {
  const set = criteriaSet("hoa-lam/department/2026");
  const result = assess(set, departments);

  test("has no error, and no warning but those of its stories", () => {
    const issues = checkRound(set, departments);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(issues.map(({ code, unit }) => [code, unit])).toEqual([
      ["late-submission", "hoa-lam-so-van-hoa-the-thao"],
      ["late-submission", "hoa-lam-so-y-te"],
      ["item-unanswered", "hoa-lam-so-y-te"],
      ["full-claim-against-finding", "hoa-lam-so-y-te"],
      ["evidence-missing", "hoa-lam-so-y-te"],
      ["empty-counted-full", "hoa-lam-so-chuyen-doi-so"],
      ["forms-below-least", "hoa-lam-so-ngoai-vu"],
      ["finding-unaddressed", "hoa-lam-so-y-te"],
    ]);
  });

  test("lists apart, with the reason, what cannot be ranked", () => {
    expect(
      result.rankings.map(({ group, places, unranked }) => [
        group,
        places.length,
        unranked.map((it) => [it.unit, it.reason]),
      ]),
    ).toEqual([
      [
        "general",
        15,
        [
          ["hoa-lam-so-an-toan-thuc-pham", "exempt"],
          ["hoa-lam-so-ngoai-vu", "provisional"],
          ["hoa-lam-so-quy-hoach-kien-truc", "no-self-assessment"],
        ],
      ],
      ["special", 3, [["hoa-lam-ban-quan-ly-khu-cong-nghiep", "provisional"]]],
    ]);
  });

  test("has a tie of published indexes that the appraised points decide", () => {
    const decided = result.rankings[0]?.places.filter(({ decidedBy }) => decidedBy !== undefined);
    expect(decided?.map(({ unit, decidedBy }) => [unit, decidedBy?.by, decidedBy?.id])).toEqual([
      ["hoa-lam-so-giao-duc-va-dao-tao", "source", "appraisal"],
      ["hoa-lam-so-khoa-hoc-va-cong-nghe", "source", "appraisal"],
    ]);
  });

  test("has indexes spread as real ones are", () => {
    const indexes = result.rankings.flatMap(({ places }) => places.map(({ index }) => Number(index)));
    expect(Math.min(...indexes)).toBeGreaterThan(60);
    expect(Math.max(...indexes)).toBeLessThan(98);
  });
});

describe("the communes' round", () => {
  const set = criteriaSet("hoa-lam/commune/2026");
  const result = assess(set, communes);

  test("has no error, and no warning but those of its stories", () => {
    const issues = checkRound(set, communes);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(issues.map(({ code, unit }) => [code, unit])).toEqual([
      ["item-unanswered", "hoa-lam-xa-tan-khe"],
      ["late-submission", "hoa-lam-xa-vinh-dien"],
      ["late-submission", "hoa-lam-xa-thach-lam"],
      ["empty-counted-full", "hoa-lam-xa-thach-lam"],
      ["item-unanswered", "hoa-lam-phuong-dong-tien"],
      ["evidence-missing", "hoa-lam-phuong-dong-tien"],
    ]);
  });

  test("ranks a unit without a self-assessment on what others know of it, and one open return keeps a unit out", () => {
    const [communeGroup, , upland] = result.rankings;
    expect(communeGroup?.places.at(-1)?.unit).toBe("hoa-lam-xa-yen-lang");
    expect(upland?.unranked).toEqual([{ unit: "hoa-lam-xa-ta-leng", reason: "provisional" }]);
  });

  test("has a tie that shares a place, and the next place is not skipped", () => {
    const places = result.rankings[0]?.places.map(({ place }) => place) ?? [];
    const shared = places.find((place, at) => places[at + 1] === place);
    expect(shared).toBeDefined();
    expect(places).toContain((shared ?? 0) + 1);
  });

  test("divides by 70 where no survey was held", () => {
    const upland = communes.units.filter(({ group }) => group === "upland").map(({ id }) => id);
    const maxima = result.scores
      .filter(({ unit }) => upland.includes(unit))
      .map(({ maxPoints }) => maxPoints);
    expect(new Set(maxima)).toEqual(new Set(["70"]));
  });
});

describe("what the rounds show of the process", () => {
  const general = criteriaSet("hoa-lam/department/2026");
  const local = criteriaSet("hoa-lam/commune/2026");
  const ofDepartments = assess(general, departments).scores;
  const ofCommunes = assess(local, communes).scores;
  const entriesOn = (unit: string, item: string) =>
    departments.ledger.filter((it) => it.unit === unit && it.item === item).map(({ kind }) => kind);

  test("each council judges units of its own, and every unit has one", () => {
    for (const { councils, units } of [departments, communes, former]) {
      expect(councils.length).toBeGreaterThan(1);
      const judged = units.filter(({ id }) => replacedWithin2026.every((it) => it.id !== id));
      expect(councils.flatMap((it) => it.units).sort()).toEqual(judged.map(({ id }) => id).sort());
    }
  });

  test("one item goes from the self-score over return, explanation, second and final appraisal to a correction", () => {
    const [unit, item] = ["hoa-lam-so-cong-thuong", "7.2.2"] as const;
    expect(entriesOn(unit, item)).toEqual(["return", "explain", "accept", "uphold", "adjust"]);
    const at = (until: Until) =>
      assess(general, departments, { until })
        .scores.find((it) => it.unit === unit)
        ?.items.find((it) => it.item === item);
    const points = (["self", "first", "second", "final", "correction"] as const).map((until) => {
      const { state, points } = at(until) ?? {};
      return points ?? state;
    });
    // 1.5 × 1741/2560, 1.5 × 1812/2560 and 1.5 × 1997/2560.
    expect(points).toEqual(["1.0201171875", "pending", "1.06171875", "1.06171875", "1.1701171875"]);
  });

  test("all four consequences of “not applicable” are there", () => {
    const consequences = new Set<string>();
    for (const [set, scores] of [
      [general, ofDepartments],
      [local, ofCommunes],
    ] as const) {
      const declared = new Map(leavesOf(set.items).map((it) => [it.id, it.notApplicable]));
      for (const { items } of scores)
        for (const { item, state } of items)
          if (state === "not-applicable") consequences.add(declared.get(item) ?? "the survey's own");
    }
    expect([...consequences].sort()).toEqual([
      "full",
      "rescale",
      "rescale-source",
      "the survey's own",
      "zero",
    ]);
  });

  test("a late charge, an extension that spares another unit the same, and caps that bite are there", () => {
    const linesOf = (unit: string) =>
      ofDepartments
        .find((it) => it.unit === unit)
        ?.lines.map(({ kind, id, points }) => `${kind} ${id} ${points}`);
    expect(linesOf("hoa-lam-so-van-hoa-the-thao")).toEqual(["late late -0.3"]);
    // Sent on 27 December, six days after the deadline of all others.
    expect(linesOf("hoa-lam-so-du-lich")).toEqual([]);
    expect(linesOf("hoa-lam-so-tai-chinh")).toEqual([
      "bonus 9.1.1 2",
      "cap 9.1.1 -0.5",
      "bonus 9.1.2 1",
      "bonus 9.1.3 0.75",
      "cap bonus -0.25",
    ]);
  });

  test("an adjustment cites its finding, and too few forms leave a unit open", () => {
    const cited = departments.ledger.find(({ findings }) => findings?.includes("kt-03-2026"));
    expect(cited).toMatchObject({ kind: "adjust", unit: "hoa-lam-so-xay-dung", item: "3.4.1" });
    const short = ofDepartments.find(({ unit }) => unit === "hoa-lam-so-ngoai-vu");
    expect(new Set(short?.open.map(({ reason }) => reason))).toEqual(new Set(["survey"]));
  });
});

describe("what decisions say, as the province has it", () => {
  const result = assess(criteriaSet("hoa-lam/department/2026"), departments);
  const scoreOf = (unit: string) => result.scores.find((it) => it.unit === unit);

  test("C1: no plan, no points for its execution", () => {
    const score = scoreOf("hoa-lam-so-lao-dong-an-sinh");
    expect(score?.items.find(({ item }) => item === "1.1.2")).toMatchObject({
      points: "0",
      reason: "gated",
      gate: "1.1.1",
    });
  });

  test("C2: a commune reaches the best grade and misses a condition; a quota is passed", () => {
    const now = criteriaSet("hoa-lam/commune/2026");
    const { scores, rankings } = assess(now, communes);
    const score = scores.find(({ unit }) => unit === "hoa-lam-xa-minh-khuong");
    expect(score).toMatchObject({ index: "91.15", grade: "good", reaches: "excellent" });
    expect(rankings.find(({ group }) => group === "ward")?.passedQuotas).toMatchObject([
      { grade: "excellent", percent: "20", allowed: 1, count: 3 },
    ]);
  });

  test("A11: a bonus is the mean of the votes, and names who was absent", () => {
    const line = scoreOf("hoa-lam-so-tai-chinh")?.lines.find(({ id }) => id === "9.1.3");
    expect(line?.points).toBe("0.75");
  });

  test("C7: a commune replaced two, which stand apart", () => {
    const ranking = assess(criteriaSet("hoa-lam/commune/2026"), communes).rankings[0];
    expect(ranking).toMatchObject({
      complete: true,
      unranked: replacedWithin2026.map(({ id }) => ({ unit: id, reason: "replaced" })),
    });
  });
});

describe("the round of 2024, before the merger", () => {
  const now = criteriaSet("hoa-lam/commune/2026");
  const then = readCriteriaSet(parsed("docs/examples/hoa-lam-communes-2024.set.json"));
  const index = (unit: string) => assess(then, former).scores.find((it) => it.unit === unit)?.index;
  const follow = (before: string, after: string) =>
    compare({ set: then, round: former, unit: before }, { set: now, round: communes, unit: after });

  test("has a set and data without any issue, and is reproduced under its own set", () => {
    expect(checkRound(then, former)).toEqual([]);
    expect(index("hoa-lam-thi-tran-lam-giang")).toBe("84.12");
    expect(checkRound(now, former).map(({ code }) => code)).toEqual(["round-of-other-set"]);
  });

  test("its units are the former ones that units of 2026 replace", () => {
    const replaced = communes.units.flatMap(({ replaces = [] }) =>
      replaces.flatMap(({ unit, since }) => (since < "2026-01-01" ? unit : [])),
    );
    expect(former.units.map(({ id }) => id).sort()).toEqual([...replaced].sort());
  });

  test("one id follows a unit that replaced one other, and of two a reader has to name one", () => {
    const renamed = follow("hoa-lam-phuong-lam-giang", "hoa-lam-phuong-lam-giang");
    expect(renamed).toMatchObject({ state: "compared", before: { unit: "hoa-lam-thi-tran-lam-giang" } });
    expect(follow("hoa-lam-phuong-hoa-dong", "hoa-lam-phuong-hoa-dong")).toMatchObject({
      state: "not-comparable",
      reasons: [{ reason: "several-units" }],
    });
    for (const unit of ["hoa-lam-xa-hoa-dong-cu", "hoa-lam-thi-tran-hoa-lam"])
      expect(follow(unit, "hoa-lam-phuong-hoa-dong").state).toBe("compared");
  });
});

interface Table {
  readonly set: string;
  readonly edition: number;
  readonly parts: readonly { readonly id: string; readonly maxPoints: string }[];
  readonly rows: readonly {
    readonly unit: string;
    readonly parts: readonly string[];
    readonly total: string;
    readonly place: number;
  }[];
  readonly mean?: string;
  readonly units?: number;
}

describe.each([
  ["moha/ministry/2023", "84.38"],
  ["moha/province/2012", undefined],
  ["binh-duong/district/2017", "78.39"],
])("the published table %s", (id, mean) => {
  const set = criteriaSet(id);
  const round = parsed<Round>(`docs/examples/published/${id}.1.json`);
  const table = parsed<Table>(`docs/examples/published/${id}.1.table.json`);
  const ranking = assess(set, round).rankings[0];

  test("has no issue", () => expect(checkRound(set, round)).toEqual([]));

  test("gives the printed places and the printed mean", () => {
    expect(ranking?.places.map(({ unit, place }) => [unit, place])).toEqual(
      table.rows.map(({ unit, place }) => [unit, place]),
    );
    if (mean !== undefined) expect([ranking?.mean, table.mean]).toEqual([mean, mean]);
    expect(ranking?.meanOf).toBe(table.units);
  });

  test("has the same parts in the round and in the table", () => {
    const parts = table.rows.map(({ unit }) =>
      round.statistics
        .filter((it) => it.unit === unit)
        .map(({ facts }) => (facts as { points: string }).points),
    );
    expect(parts).toEqual(table.rows.map((row) => row.parts));
    expect(table.parts.map(({ id: item, maxPoints }) => [item, Number(maxPoints)])).toEqual(
      set.items.map((item) => [item.id, Number(item.maxPoints)]),
    );
  });

  test("gives the printed totals, but for the nine of the ministries that the rounding of the parts explains", () => {
    const off = ranking?.places.filter(
      ({ unit, index }) => index !== printed(table.rows.find((row) => row.unit === unit)?.total ?? ""),
    );
    expect(off?.length).toBe(id === "moha/ministry/2023" ? 9 : 0);
  });
});

/** A printed total with two decimals: one table prints "83.25" and "29" side by side. */
const printed = (total: string): string =>
  total.includes(".") ? total.padEnd(total.indexOf(".") + 3, "0") : `${total}.00`;
