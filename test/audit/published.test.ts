/** Published tables as they come: the cases of practice, one example file for each real table, and the law of true tables. */

import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { auditTable } from "par-index/audit";
import { criteriaSet } from "par-index/criteria";
import { describe, expect, test } from "vitest";
import { tableJsonSchema } from "../../src/audit/published-table.ts";
import {
  type Exact,
  fraction,
  least,
  type RoundingMode,
  rounded,
  roundingModes,
  sum,
} from "../../src/number.ts";
import { readCriteriaSet } from "../../src/set/check.ts";
import { schemaText } from "../support/schema-text.ts";
import { inBoth } from "../support/words.ts";

const folder = new URL("../../docs/examples/published/", import.meta.url);
const opened = (name: string) => JSON.parse(readFileSync(new URL(name, folder), "utf8"));
const tables = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".table.json"))
  .map((name) => name.slice(0, -".1.table.json".length))
  .sort();
const setOf = (name: string) =>
  ["moha", "binh-duong"].some((issuer) => name.startsWith(issuer))
    ? criteriaSet(name)
    : readCriteriaSet(opened(`${name}.1.set.json`));
const audited = (name: string) => auditTable(setOf(name), opened(`${name}.1.table.json`));
const countOf = (name: string) => (consistent: string) =>
  audited(name).figures.filter((one) => one.consistent === consistent).length;

type Loose = Record<string, unknown>;

/** A set of some parts, with what a test changes. */
function small(maxima: readonly string[], changes: Loose = {}) {
  return readCriteriaSet({
    format: 1,
    id: "hoa-lam/office/2026",
    edition: 1,
    status: "illustrative",
    title: { vi: "Bộ tiêu chí minh họa" },
    issuer: { vi: "Ủy ban nhân dân tỉnh Hòa Lâm" },
    level: "office",
    period: { from: "2026-01-01", to: "2026-12-31" },
    levels: [{ vi: "Lĩnh vực" }],
    maxPoints: rounded(sum(maxima.map((max) => fraction(Number(max) * 100, 100))), 2, "half-up"),
    sources: [{ id: "thong-ke", kind: "statistic", title: { vi: "Số liệu" } }],
    groups: [
      { id: "so", title: { vi: "Sở" } },
      { id: "xa", title: { vi: "Xã" } },
    ],
    items: maxima.map((maxPoints, at) => ({
      number: `${at + 1}`,
      title: { vi: `Phần ${at + 1}` },
      maxPoints,
      source: "thong-ke",
      rule: { kind: "direct" },
    })),
    ...changes,
  });
}

const grades = [
  { id: "tot", title: { vi: "Tốt" }, from: "80" },
  { id: "kha", title: { vi: "Khá" }, from: "65" },
  { id: "con-lai", title: { vi: "Còn lại" } },
];

const head: Loose = {
  set: "hoa-lam/office/2026",
  edition: 1,
  title: { vi: "Bảng minh họa" },
  source: "minh họa",
  places: 2,
  parts: [],
};
const line = (unit: string, more: Loose): Loose => ({ unit, name: `Đơn vị ${unit}`, ...more });
const table = (rows: readonly Loose[], more: Loose = {}): Loose => ({ ...head, rows, ...more });
const part = (id: string, more: Loose = {}): Loose => ({ id, title: { vi: `Cột ${id}` }, ...more });

/** What an audit reports, short: code and path. */
const found = (set: Parameters<typeof auditTable>[0], given: unknown): readonly string[] =>
  auditTable(set, given).issues.map(({ code, path }) => `${code} ${path.join(".")}`);

describe("the example files of real tables", () => {
  test("there is one for each of the eight tables", () => {
    expect(tables).toEqual([
      "bac-kan/unit/2018",
      "binh-duong/district/2017",
      "dti/province/2022",
      "moha/ministry/2023",
      "moha/province/2012",
      "papi/province/2019",
      "papi/province/2020",
      "papi/province/2023",
    ]);
  });

  test.each(tables)("%s holds nothing that cannot be", (name) => {
    expect(audited(name).issues).toEqual([]);
  });

  test("their shape is that of the JSON Schema, which is generated", async () => {
    const schema = tableJsonSchema();
    await expect(schemaText(schema)).toMatchFileSnapshot("../../criteria/published-table.schema.json");
    const accepts = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
    for (const name of tables)
      expect([name, accepts(opened(`${name}.1.table.json`)), accepts.errors]).toEqual([name, true, null]);
    expect(accepts(table([line("a", { total: "1,5" })]))).toBe(false);
  });

  test("D8: of the dimensions of 2019, 15 totals are exact and 9 within rounding; of 2023, 12 and 6", () => {
    expect(["exact", "within-rounding"].map(countOf("papi/province/2019"))).toEqual([15, 9]);
    expect(["exact", "within-rounding"].map(countOf("papi/province/2023"))).toEqual([12, 6]);
  });

  test("a newspaper's 48.811 is just the sum of the eight figures of 2020, the other's 48.88 is impossible", () => {
    const printed = opened("papi/province/2020.1.table.json");
    const set = setOf("papi/province/2020");
    expect(auditTable(set, printed).figures).toMatchObject([{ consistent: "exact" }]);
    printed.rows[0].total = "48.88";
    expect(found(set, printed)).toEqual(["table-total-impossible rows.0.total"]);
  });

  test("D7: four of five totals of weighted values of 0 to 1 come out just so, one is within rounding", () => {
    const { figures } = audited("dti/province/2022");
    const within = figures.filter(({ consistent }) => consistent === "within-rounding");
    expect([figures.length, within.length]).toEqual([5, 5]);
    const near = figures.filter(({ difference = "" }) => Math.abs(Number(difference)) <= 0.00005);
    expect(near.length).toBe(4);
  });

  test("bounds of grades that the article leaves open are those that part them: any in (81.99; 86.70]", () => {
    const printed = opened("bac-kan/unit/2018.1.table.json");
    const set = setOf("bac-kan/unit/2018");
    printed.rows[2].grade = "khá";
    expect(found(set, printed)).toEqual([]);
    printed.rows[0].grade = "khá";
    expect(found(set, printed)).not.toEqual([]);
  });
});

describe("cases of practice", () => {
  test("D1: the first lines of 63, and one line with place 29, are excerpts without fault", () => {
    const file = opened("moha/ministry/2023.1.table.json");
    const set = criteriaSet("moha/ministry/2023");
    const { mean: _, ...rest } = file;
    const first = { ...rest, rows: file.rows.slice(0, 10), units: 63, excerpt: true };
    expect(found(set, first)).toEqual([]);
    const one = { ...rest, rows: [{ ...file.rows[4], place: 29 }], units: 63, excerpt: true };
    expect(found(set, one)).toEqual([]);
    one.rows[0].place = 64;
    expect(found(set, one)).toEqual(["table-place-wrong rows.0.place"]);
    // What an excerpt shows must still agree: a lower total at a better place.
    const turned = [
      file.rows[0],
      { ...file.rows[1], place: 9 },
      { ...file.rows[2], place: 7 },
      file.rows[10],
    ];
    const { units: __, ...open } = rest;
    expect(found(set, { ...open, rows: turned, excerpt: true })).toHaveLength(1);
    expect(auditTable(set, { ...open, rows: [file.rows[3]], excerpt: true }).places).toEqual([
      { unit: "bo-noi-vu", place: 4, best: 1, fits: true },
    ]);
    expect(found(set, { ...first, excerpt: false })).toEqual(["table-count-differs units"]);
  });

  test("D2: ties and grades are judged by the index whatever the whole", () => {
    const set = small(["35", "35"], { grades });
    const rows = [
      line("a", { index: "87.80", place: 1, grade: "Tốt" }),
      line("b", { index: "87.80", place: 2, grade: "Khá" }),
    ];
    expect(found(set, table(rows))).toEqual([
      "table-tie-parted rows.1.place",
      "table-grade-wrong rows.1.grade",
    ]);
    // Of 70 points 61.46 are 87.80 %; as a total 87.80 cannot be.
    const points = rows.map((row) => ({ ...row, index: undefined, total: "61.46" }));
    const printed = points.map((row) => JSON.parse(JSON.stringify(row)));
    // 61.46 of 70 are 87.79 to 87.81 %: the two may have different indexes, but both are of the first grade.
    expect(found(set, table(printed))).toEqual(["table-grade-wrong rows.1.grade"]);
    expect(found(set, table([line("a", { total: "87.80" })]))).toEqual([
      "table-total-above-maximum rows.0.total",
    ]);
  });

  test("D3: numbers of grades that do not sum, and their percentages", () => {
    const four = [...grades.slice(0, 2), { id: "tb", title: { vi: "Trung bình" }, from: "50" }, grades[2]];
    const set = small(["50", "50"], { grades: four });
    const counts = (...units: readonly number[]) =>
      units.map((own, at) => ({ grade: four[at]?.id, units: own }));
    const rows = [line("a", { index: "90.00", grade: "tot" })];
    const of = (given: readonly Loose[]) =>
      found(set, table(rows, { excerpt: true, units: 63, grades: given }));
    expect(of(counts(9, 37, 15, 3))).toEqual(["table-grades-sum grades"]);
    expect(of(counts(9, 37, 14, 3))).toEqual([]);
    const shares = counts(9, 37, 14, 3).map((count, at) => ({
      ...count,
      percent: ["14.29", "58.7", "22.2", "4.8"][at],
    }));
    expect(of(shares)).toEqual([]);
    (shares[1] as Loose)["percent"] = "57.8";
    expect(of(shares)).toEqual(["table-grade-percent-wrong grades.1.percent"]);
  });

  test("D4: lines without figures, and lines that cannot be read, leave the others to be judged", () => {
    const set = small(["50", "50"]);
    const rows = [
      line("a", { total: "90.00", place: 1 }),
      line("b", { remark: "không xếp hạng" }),
      line("c", { total: "–", place: 2 }),
      line("d", { total: "80.00", place: 1 }),
    ];
    const audit = auditTable(set, table(rows));
    expect(audit.apart).toEqual(["b"]);
    expect(audit.issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([
      "not-a-decimal rows.2.total",
      "table-tie-false rows.3.place",
    ]);
    expect(found(set, table([rows[0] as Loose, rows[1] as Loose], { units: 1 }))).toEqual([]);
    expect(found(set, table([rows[0] as Loose, rows[1] as Loose], { units: 2 }))).toEqual([]);
  });

  const tree = {
    levels: [{ vi: "Lĩnh vực" }, { vi: "Tiêu chí" }],
    items: [
      {
        number: "1",
        title: { vi: "Lĩnh vực 1" },
        maxPoints: "60",
        items: ["1.1", "1.2"].map((number) => ({
          number,
          title: { vi: `Tiêu chí ${number}` },
          maxPoints: "30",
          source: "thong-ke",
          rule: { kind: "direct" },
        })),
      },
      {
        number: "2",
        title: { vi: "Lĩnh vực 2" },
        maxPoints: "40",
        source: "thong-ke",
        rule: { kind: "direct" },
      },
    ],
  };

  test("D5: columns of several kinds are judged together", () => {
    const set = small(["60", "40"], tree);
    const parts = [
      { title: { vi: "Tự chấm" }, kind: "claimed", maxPoints: "100" },
      part("1", { kind: "claimed" }),
      part("1"),
      part("1.1"),
      part("1.2"),
      part("1", { scale: "100" }),
      part("1", { kind: "place" }),
      part("2"),
      { title: { vi: "Năm trước" }, kind: "other" },
    ];
    const rows = [
      line("a", {
        parts: ["98.00", "60.00", "55.00", "27.50", "27.50", "91.67", "1", "35.00", "88.10"],
        total: "90.00",
        index: "90.00",
        place: 1,
      }),
      line("b", {
        parts: ["90.00", "50.00", "45.00", "20.00", "25.00", "75.00", "2", "35.00", null],
        total: "80.00",
        index: "80.00",
        place: 2,
      }),
    ];
    const planted = (row: number, column: number, text: string) => {
      const copy = structuredClone(rows) as { parts: (string | null)[] }[];
      (copy[row] as { parts: (string | null)[] }).parts[column] = text;
      return found(set, table(copy as Loose[], { parts }));
    };
    expect(found(set, table(rows, { parts }))).toEqual([]);
    expect(planted(0, 3, "26.50")).toEqual(["table-subtotal-impossible rows.0.parts.2"]);
    expect(planted(0, 5, "92.67")).toEqual(["table-figures-differ rows.0.parts.5"]);
    expect(planted(0, 7, "34.00")).toEqual(["table-total-impossible rows.0.total"]);
    expect(planted(1, 6, "1")).toEqual(["table-tie-false rows.1.parts.6"]);
    expect(planted(0, 1, "60.01")).toEqual(["table-part-above-maximum rows.0.parts.1"]);
    const audit = auditTable(set, table(rows, { parts }));
    expect(audit.places.filter(({ by }) => by === "1")).toMatchObject([{ place: 1 }, { place: 2 }]);
    expect(audit.figures.filter(({ unit }) => unit === "a").map(({ figure }) => figure)).toEqual([
      "item",
      "total",
      "index",
    ]);
  });

  test("D6: the groups of one table are ranked, counted and averaged apart", () => {
    const set = small(["50", "50"], { grades });
    const rows = [
      line("a", { group: "so", total: "90.00", place: 1, grade: "tot" }),
      line("b", { group: "so", total: "70.00", place: 2, grade: "kha" }),
      line("c", { group: "xa", total: "60.00", place: 1, grade: "con-lai" }),
    ];
    const groups = [
      { id: "so", units: 2, mean: "80.00", grades: [{ grade: "tot", units: 1 }] },
      { id: "xa", units: 1, mean: "60.00" },
    ];
    expect(found(set, table(rows, { groups, units: 3, mean: "73.33" }))).toEqual([]);
    const wrong = [
      { ...groups[0], mean: "81.00" },
      { ...groups[1], id: "phuong" },
    ];
    expect(found(set, table(rows, { groups: wrong }))).toEqual([
      "table-mean-impossible groups.0.mean",
      "unknown-group groups.1.id",
      "table-count-differs groups.1.units",
    ]);
    expect(found(set, table(rows))).toEqual([]);
  });

  test("D9: a unit with an applicable maximum of its own, and a unit of which no survey was held", () => {
    const set = small(["68.5", "31.5"], { grades });
    const parts = [part("1"), part("2")];
    // Of 64.5 and 31.5 points; and without the survey, of 68.5.
    const rows = [
      line("a", { parts: ["60.00", "28.00"], total: "88.00", maxPoints: "96", index: "91.67", place: 1 }),
      line("b", { parts: ["60.00", null], total: "60.00", maxPoints: "68.5", index: "87.59", place: 2 }),
    ];
    expect(found(set, table(rows, { parts }))).toEqual([]);
    (rows[0] as Loose)["index"] = "91.76";
    expect(found(set, table(rows, { parts }))).toEqual(["table-index-impossible rows.0.index"]);
    expect(auditTable(set, table(rows, { parts })).issues.map((it) => inBoth(it).vi)).toEqual([
      "a: chỉ số ghi 91,76; tính từ điểm được 91,6667, do làm tròn chỉ có thể là 91,66 – 91,67. Kiểm tra lại chỉ số, điểm và điểm tối đa áp dụng.",
    ]);
  });

  test("D10: a full part of 12.25 prints 12.3, under half-even 12.35 prints 12.4: nothing is wrong", () => {
    const of = (max: string, mode: string, printed: string) => {
      const rest = rounded(fraction(10000 - Number(max) * 100, 100), 2, "half-up");
      const policies = { rounding: { places: 2, mode, items: false } };
      const rows = [line("a", { parts: [printed, "0"] })];
      return found(
        small([max, rest], { policies }),
        table(rows, { parts: [part("1"), part("2")], places: 1 }),
      );
    };
    expect(of("12.25", "half-up", "12.3")).toEqual([]);
    expect(of("12.35", "half-even", "12.4")).toEqual([]);
    expect(of("12.25", "half-even", "12.3")).toEqual(["table-part-above-maximum rows.0.parts.0"]);
    expect(of("12.25", "half-up", "12.4")).toEqual(["table-part-above-maximum rows.0.parts.0"]);
  });

  test("D11: under exact dense ranking unequal totals that share a place are found", () => {
    const set = small(["50", "50"], { ranking: { on: "exact", ties: "dense" } });
    const of = (places: readonly number[], totals: readonly string[]) =>
      found(set, table(totals.map((total, at) => line(`u-${at}`, { total, place: places[at] }))));
    expect(of([1, 2, 2], ["45.00", "41.03", "40.21"])).toEqual(["table-tie-false rows.2.place"]);
    expect(of([1, 2, 2], ["41.03", "41.03", "40.21"])).toEqual(["table-tie-false rows.2.place"]);
    expect(of([1, 2, 3], ["41.03", "41.03", "40.21"])).toEqual([]);
    expect(of([1, 1, 2], ["41.03", "41.03", "40.21"])).toEqual([]);
    expect(of([1, 2, 4], ["41.03", "41.03", "40.21"])).not.toEqual([]);
  });

  test("places by points are judged by points where the table says so", () => {
    const set = small(["60", "60"]);
    const rows = [
      line("a", { total: "110.20", index: "91.83", place: 1 }),
      line("b", { total: "96.00", maxPoints: "100", index: "96.00", place: 2 }),
    ];
    expect(found(set, table(rows, { rankedBy: "points" }))).toEqual([]);
    expect(found(set, table(rows))).toHaveLength(2);
  });
});

describe("grades", () => {
  const conditional = [
    {
      id: "xs",
      title: { vi: "Xuất sắc" },
      from: "90",
      requires: [{ item: "1", from: "70" }],
      quota: { percent: "50" },
    },
    { id: "tot", title: { vi: "Tốt" }, from: "80" },
    { id: "con-lai", title: { vi: "Còn lại" } },
  ];
  const set = small(["20", "80"], { grades: conditional });
  const parts = [part("1"), part("2")];
  const of = (one: readonly string[], grade: string, total: string) =>
    found(set, table([line("a", { parts: one, total, grade })], { parts, excerpt: true, units: 9 }));

  test("are judged by their conditions as far as the table shows what these ask", () => {
    expect(of(["13.00", "80.00"], "xs", "93.00")).toEqual(["table-grade-wrong rows.0.grade"]);
    expect(of(["13.00", "80.00"], "tot", "93.00")).toEqual([]);
    expect(of(["14.00", "80.00"], "xs", "94.00")).toEqual([]);
    const bare = (grade: string) =>
      found(set, table([line("a", { total: "94.00", grade })], { excerpt: true }));
    expect([bare("xs"), bare("tot"), bare("con-lai")]).toEqual([[], [], ["table-grade-wrong rows.0.grade"]]);
  });

  test("more units of a grade than its quota allows are a warning, of a list that is whole", () => {
    const rows = ["95.00", "94.00", "60.00"].map((total, at) =>
      line(`u-${at}`, { total, place: at + 1, grade: at < 2 ? "xs" : "con-lai" }),
    );
    expect(auditTable(set, table(rows)).issues).toMatchObject([
      { code: "table-quota-passed", severity: "warning", params: { found: 2, expected: 1 } },
    ]);
    // The council may have kept it from one of the two.
    (rows[1] as Loose)["grade"] = "tot";
    expect(found(set, table(rows))).toEqual([]);
    expect(found(set, table(rows, { excerpt: true }))).toEqual([]);
  });
});

describe("the law", () => {
  const wholes = [
    ["50", "50"],
    ["12.25", "57.75"],
    ["60", "60"],
  ] as const;
  const policy = fc.record({
    mode: fc.constantFrom<RoundingMode>(...roundingModes),
    setPlaces: fc.integer({ min: 0, max: 3 }),
    tablePlaces: fc.integer({ min: 0, max: 4 }),
    on: fc.constantFrom("published", "exact"),
    ties: fc.constantFrom("skip", "dense"),
    whole: fc.constantFrom<readonly [string, string]>(...wholes),
    status: fc.constantFrom("summary", "illustrative"),
    print: fc.record({ total: fc.boolean(), index: fc.boolean(), parts: fc.boolean(), scaled: fc.boolean() }),
    kept: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    excerpt: fc.boolean(),
    items: fc.boolean(),
  });
  // Few different values, so that many tie.
  const share = fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.constantFrom(0, 500, 1000, 333));
  const units = fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 12 });

  test("no table printed from exact values is ever accused, in any mode, places and policy", () => {
    fc.assert(
      fc.property(policy, units, (given, shares) => {
        const { mode, setPlaces, tablePlaces, on, ties, whole, print } = given;
        const [one, two] = whole;
        const max = Number(one) + Number(two);
        const set = small(whole, {
          grades,
          status: given.status,
          ranking: { on, ties },
          policies: { rounding: { places: setPlaces, mode, items: given.items } },
        });
        const shown = (value: Exact) => rounded(value, tablePlaces, mode);
        const item = (thousandths: number, of: string): Exact => {
          const exact = fraction(thousandths * Number(of) * 100, 100_000);
          return given.items ? asExact(rounded(exact, setPlaces, mode)) : exact;
        };
        const exact = shares.map(([a, b]) => {
          const points = [item(a, one), item(b, two)] as const;
          // Rounded items may pass the whole, the index may not.
          const total = least(sum(points), fraction(max * 100, 100));
          const index = over(total, max);
          return { points, total, index, published: rounded(index, setPlaces, mode) };
        });
        const keys = exact.map(({ index, published }) =>
          on === "exact" ? Number(index.n) / Number(index.d) : Number(published),
        );
        const placeOf = (key: number) => {
          const above = keys.filter((other) => other > key);
          return 1 + (ties === "dense" ? new Set(above).size : above.length);
        };
        const gradeOf = (index: string) =>
          Number(index) >= 80 ? "tot" : Number(index) >= 65 ? "kha" : "con-lai";
        const rows = exact.map(({ points, total, index, published }, at) =>
          line(`u-${at}`, {
            ...(print.parts
              ? {
                  parts: points.flatMap((value, which) => [
                    shown(value),
                    ...(print.scaled ? [shown(over(value, Number(whole[which])))] : []),
                  ]),
                }
              : {}),
            ...(print.total ? { total: shown(total) } : {}),
            ...(print.index ? { index: shown(index) } : {}),
            place: placeOf(keys[at] as number),
            grade: gradeOf(published),
          }),
        );
        const columns = ["1", "2"].flatMap((id) => [
          part(id),
          ...(print.scaled ? [part(id, { scale: "100" })] : []),
        ]);
        const parts = print.parts ? columns : [];
        const counted = ["tot", "kha", "con-lai"].map((grade) => ({
          grade,
          units: rows.filter((row) => row["grade"] === grade).length,
        }));
        const kept = given.excerpt ? rows.filter((_, at) => given.kept[at]) : rows;
        if (kept.length === 0) return;
        const more = given.excerpt ? { excerpt: true } : {};
        expect(
          found(
            set,
            table(kept, { ...more, parts, places: tablePlaces, units: rows.length, grades: counted }),
          ),
        ).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  const over = (value: Exact, max: number): Exact => {
    const [n, d] = [BigInt(value.n) * 10_000n, BigInt(value.d) * BigInt(Math.round(max * 100))];
    return { n, d };
  };
  const asExact = (text: string): Exact => fraction(Math.round(Number(text) * 1000), 1000);
});
