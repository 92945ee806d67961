/** The audit of published tables: nothing wrong with the real ones, exactly the planted slip in each copy. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { auditTable, type PublishedTable } from "par-index/audit";
import { criteriaSet } from "par-index/criteria";
import { describe, expect, test } from "vitest";
import { intervalOf, pointOf, printedRange, shared } from "../../src/audit/printed.ts";
import { fraction, integer, type RoundingMode, rounded, roundingModes } from "../../src/number.ts";
import { readCriteriaSet } from "../../src/set/check.ts";
import { inBoth } from "../support/words.ts";

const folder = new URL("../../docs/examples/published/", import.meta.url);
type Mutable<T> = { -readonly [K in keyof T]: T[K] extends object ? Mutable<T[K]> : T[K] };
/** A table as these tests change it: every line has its figures. */
type Table = Mutable<Omit<PublishedTable, "rows">> & {
  rows: (Mutable<Omit<PublishedTable["rows"][number], "parts">> & { parts: string[] })[];
};
const published = (id: string): Table =>
  JSON.parse(readFileSync(new URL(`${id}.1.table.json`, folder), "utf8"));

const ids = ["moha/ministry/2023", "moha/province/2012", "binh-duong/district/2017"];
const ministries = () => published("moha/ministry/2023");
const ministry = criteriaSet("moha/ministry/2023");

/** What an audit reports, short: code and path. */
const found = (table: unknown, set = ministry): readonly string[] =>
  auditTable(set, table).issues.map(({ code, path }) => `${code} ${path.join(".")}`);

describe("the published tables", () => {
  test.each(ids)("%s holds nothing that cannot be", (id) => {
    const audit = auditTable(criteriaSet(id), published(id));
    expect(audit.issues).toEqual([]);
    expect(audit.figures.length).toBe(published(id).rows.length);
    expect(audit.places.every(({ fits, best, worst }) => fits && best === worst)).toBe(true);
  });

  test("nine totals of the ministries differ by 0.01 from the sum of their parts, within rounding", () => {
    const apart = auditTable(ministry, ministries()).figures.filter(
      ({ consistent }) => consistent !== "exact",
    );
    expect(apart.map(({ consistent }) => consistent)).toEqual(new Array(9).fill("within-rounding"));
    expect(new Set(apart.map(({ difference }) => difference))).toEqual(new Set(["0.01", "-0.01"]));
    expect(apart[0]).toEqual({
      unit: "bo-tu-phap",
      figure: "total",
      printed: "89.95",
      computed: "89.96",
      difference: "-0.01",
      low: "89.95",
      lowIncluded: true,
      high: "89.97",
      highIncluded: false,
      least: "89.95",
      most: "89.97",
      consistent: "within-rounding",
    });
  });

  test("every total of the other two tables is just the sum of its parts", () => {
    for (const id of ids.slice(1))
      expect(
        auditTable(criteriaSet(id), published(id)).figures.every((row) => row.consistent === "exact"),
      ).toBe(true);
  });

  test("the printed means are those of the printed totals", () => {
    expect(auditTable(ministry, ministries()).means[0]).toMatchObject({
      printed: "84.38",
      ofPrinted: "84.38",
      consistent: "exact",
    });
    const districts = auditTable(criteriaSet(ids[2] as string), published(ids[2] as string));
    expect(districts.means[0]).toMatchObject({ printed: "78.39", consistent: "exact" });
  });
});

describe("one planted slip gives one issue, where it stands", () => {
  type Slip = (table: Table) => void;
  const row = (table: Table, at: number) => table.rows[at] as Table["rows"][number];
  const slips: readonly (readonly [string, Slip, string])[] = [
    [
      "a total with two digits exchanged",
      (it) => {
        row(it, 0).total = "89.59";
      },
      "table-total-impossible rows.0.total",
    ],
    [
      "a total one hundredth beyond what rounding allows",
      (it) => {
        row(it, 0).total = "89.94";
      },
      "table-total-impossible rows.0.total",
    ],
    [
      "a part with two digits exchanged",
      (it) => {
        row(it, 3).parts = ["65.60", "26.38"];
      },
      "table-total-impossible rows.3.total",
    ],
    [
      "a part above its maximum",
      (it) => {
        row(it, 3).parts = ["60.65", "62.38"];
      },
      "table-part-above-maximum rows.3.parts.1",
    ],
    [
      "a part one hundredth above its maximum",
      (it) => {
        row(it, 3).parts = ["55.53", "31.51"];
      },
      "table-part-above-maximum rows.3.parts.1",
    ],
    [
      "a part left out",
      (it) => {
        row(it, 5).parts = ["60.25"];
      },
      "table-parts-differ rows.5.parts",
    ],
    [
      "a place that nobody has",
      (it) => {
        row(it, 16).place = 18;
      },
      "table-place-wrong rows.16.place",
    ],
    [
      "a place shared without equal totals",
      (it) => {
        row(it, 4).place = 4;
      },
      "table-tie-false rows.4.place",
    ],
    [
      "a mean of other figures",
      (it) => {
        it.mean = "84.83";
      },
      "table-mean-impossible mean",
    ],
    [
      "a number of units that the lines do not give",
      (it) => {
        it.units = 18;
      },
      "table-count-differs units",
    ],
    [
      "a line left out",
      (it) => {
        it.rows.splice(7, 1);
      },
      "table-count-differs units",
    ],
    [
      "a line too many",
      (it) => {
        it.rows.push({ ...row(it, 16), unit: "bo-khac", name: "Bộ khác", total: "78.03", place: 17 });
      },
      "table-count-differs units",
    ],
    [
      "a line printed twice",
      (it) => {
        it.rows.splice(4, 0, structuredClone(row(it, 3)));
      },
      "table-unit-twice rows.4.unit",
    ],
    [
      "a line under the wrong unit",
      (it) => {
        row(it, 4).unit = "bo-noi-vu";
      },
      "table-unit-twice rows.4.unit",
    ],
    [
      "a maximum that is not the set's",
      (it) => {
        (it.parts[0] as { maxPoints: string }).maxPoints = "65.8";
      },
      "table-part-maximum-differs parts.0.maxPoints",
    ],
    [
      "a column that the set does not have",
      (it) => {
        (it.parts[1] as { id: string }).id = "3";
      },
      "table-part-unknown parts.1.id",
    ],
    [
      "a column twice",
      (it) => {
        (it.parts[1] as { id: string }).id = "1";
        (it.parts[1] as { maxPoints: string }).maxPoints = "68.5";
      },
      "table-part-twice parts.1.id",
    ],
    [
      "a column left out",
      (it) => {
        it.parts.pop();
        for (const one of it.rows) one.parts.pop();
      },
      "table-parts-incomplete parts",
    ],
    [
      "another set",
      (it) => {
        it.set = "moha/ministry/2022";
      },
      "table-of-other-set set",
    ],
    [
      "another edition",
      (it) => {
        it.edition = 2;
      },
      "table-of-other-set edition",
    ],
    [
      "grades that no bounds can part, of a set without grades",
      (it) => {
        for (const [at, grade] of ["Khá", "Tốt", "Khá"].entries()) row(it, at).grade = grade;
      },
      "table-grade-order rows.1.grade",
    ],
    [
      "a comma for the decimal point",
      (it) => {
        row(it, 2).total = "89,18";
      },
      "decimal-comma rows.2.total",
    ],
    [
      "a negative part",
      (it) => {
        row(it, 2).parts = ["-61.52", "27.66"];
      },
      "table-part-below-minimum rows.2.parts.0",
    ],
    [
      "a misspelt key",
      (it) => {
        (it as unknown as { meen: string }).meen = "84.38";
        it.mean = "84.38";
      },
      "unknown-key meen",
    ],
  ];

  test.each(slips)("%s", (_, plant, expected) => {
    const table = ministries();
    plant(table);
    expect(found(table)).toEqual([expected]);
  });

  /** What an audit finds in one of the three tables after a slip. */
  const foundIn = (id: string, plant: Slip) => {
    const table = published(id);
    plant(table);
    return found(table, criteriaSet(id));
  };
  const dropped =
    (...lines: readonly number[]): Slip =>
    (it) => {
      delete it.units;
      it.rows = it.rows.filter((_, at) => !lines.includes(at));
    };

  test.each(ids)(
    "%s: a mean one hundredth off, since the mean of a summary is that of printed totals",
    (id) => {
      // The provinces print none: (87.12 + … + 80.21) ÷ 19 = 82.1657….
      const mean = published(id).mean ?? "82.17";
      const off = (hundredths: number) =>
        rounded(fraction(Number(mean.replace(".", "")) + hundredths, 100), 2, "down");
      for (const [hundredths, issues] of [
        [0, []],
        [-1, ["table-mean-impossible mean"]],
        [1, ["table-mean-impossible mean"]],
      ] as const) {
        const plant: Slip = (it) => {
          it.mean = off(hundredths);
        };
        expect(foundIn(id, plant)).toEqual(issues);
      }
    },
  );

  test.each(ids)(
    "%s: a line left out where no number of units is printed shows as a gap in the places",
    (id) => {
      const last = published(id).rows.length - 1;
      for (let at = 0; at < last; at++)
        expect(foundIn(id, dropped(at))).toEqual([`table-place-missing rows.${at}.place`]);
      expect(foundIn(id, dropped(3, 4))).toEqual(["table-place-missing rows.3.place"]);
      expect(foundIn(id, dropped(0, 5))).toEqual([
        "table-place-missing rows.0.place",
        "table-place-missing rows.4.place",
      ]);
      expect(
        foundIn(id, (it) => {
          delete it.units;
          it.rows.splice(4, 0, structuredClone(row(it, 3)));
        }),
      ).toEqual(["table-unit-twice rows.4.unit"]);
      // The last place leaves no gap; only a mean can tell.
      expect(foundIn(id, dropped(last))).toEqual(published(id).mean ? ["table-mean-impossible mean"] : []);
    },
  );

  test.each(ids)("%s: columns under each other's heading", (id) => {
    const exchanged = ["table-parts-exchanged parts.0.id"];
    const heads = (it: Table) => it.parts as [Table["parts"][number], Table["parts"][number]];
    const byId: Slip = (it) => {
      const [one, two] = heads(it);
      [one.id, two.id] = [two.id, one.id];
    };
    const byHeading: Slip = (it) => {
      it.parts.reverse();
    };
    const byValues: Slip = (it) => {
      for (const { parts } of it.rows) parts.reverse();
    };
    for (const slip of [byId, byHeading, byValues]) expect(foundIn(id, slip)).toEqual(exchanged);
  });

  test("two places exchanged are wrong both", () => {
    const table = ministries();
    [row(table, 8).place, row(table, 9).place] = [10, 9];
    expect(found(table)).toEqual(["table-place-wrong rows.8.place", "table-place-wrong rows.9.place"]);
  });

  test("rubbish gives issues and no lines", () => {
    for (const rubbish of [undefined, null, 1, "x", [], {}, { rows: [] }]) {
      const audit = auditTable(ministry, rubbish);
      expect(audit.figures).toEqual([]);
      expect(audit.issues.length).toBeGreaterThan(0);
    }
  });

  test("a set that was not read is refused", () => {
    expect(() => auditTable({} as typeof ministry, ministries())).toThrow(TypeError);
  });
});

/** A set of two parts of 50 points with grades and a policy of ranking; ten units that tie twice. */
function small(changes: Record<string, unknown> = {}) {
  return readCriteriaSet({
    ...JSON.parse(JSON.stringify(plainSet)),
    ...changes,
  });
}
const plainSet = {
  format: 1,
  id: "hoa-lam/office/2026",
  edition: 1,
  status: "illustrative",
  title: { vi: "Bộ tiêu chí minh họa" },
  issuer: { vi: "Ủy ban nhân dân tỉnh Hoa Lâm" },
  level: "office",
  period: { from: "2026-01-01", to: "2026-12-31" },
  levels: [{ vi: "Phần" }],
  maxPoints: "100",
  sources: [{ id: "thong-ke", kind: "statistic", title: { vi: "Số liệu" } }],
  groups: [{ id: "chung", title: { vi: "Chung" } }],
  items: ["1", "2"].map((number) => ({
    number,
    title: { vi: `Phần ${number}` },
    maxPoints: "50",
    source: "thong-ke",
    rule: { kind: "direct" },
  })),
  grades: [
    { id: "tot", title: { vi: "Tốt" }, from: "80" },
    { id: "kha", title: { vi: "Khá" }, from: "65" },
    { id: "con-lai", title: { vi: "Còn lại" } },
  ],
};

function smallTable(totals: readonly number[], places: readonly number[]): Table {
  return {
    set: "hoa-lam/office/2026",
    edition: 1,
    title: { vi: "Bảng minh họa" },
    source: "minh họa",
    places: 2,
    parts: [
      { id: "1", title: { vi: "Phần 1" }, maxPoints: "50" },
      { id: "2", title: { vi: "Phần 2" }, maxPoints: "50" },
    ],
    rows: totals.map((total, at) => ({
      unit: `don-vi-${at}`,
      name: `Đơn vị ${at}`,
      parts: ["40.00", rounded(integer(total - 40), 2, "down")],
      total: rounded(integer(total), 2, "down"),
      place: places[at] as number,
    })),
  };
}

describe("ties, grades and policies", () => {
  const totals = [90, 85, 85, 80, 70, 70, 70, 60];
  const skipping = [1, 2, 2, 4, 5, 5, 5, 8];
  const dense = [1, 2, 2, 3, 4, 4, 4, 5];

  test("after a tie the next places are skipped, or not, as the set declares", () => {
    const denseSet = small({ ranking: { on: "published", ties: "dense" } });
    expect(found(smallTable(totals, skipping), small())).toEqual([]);
    expect(found(smallTable(totals, dense), denseSet)).toEqual([]);
    expect(found(smallTable(totals, dense), small()).length).toBe(5);
    expect(found(smallTable(totals, skipping), denseSet)).toEqual([
      "table-place-missing rows.3.place",
      "table-place-missing rows.7.place",
    ]);
  });

  test("a gap in the places that no tie explains is a line left out", () => {
    const gap = (all: readonly number[], places: readonly number[], at: number, changes = {}) =>
      found(
        smallTable(
          all.filter((_, line) => line !== at),
          places.filter((_, line) => line !== at),
        ),
        small(changes),
      );
    const skipped = totals.map((_, at) => gap(totals, skipping, at));
    expect(skipped).toEqual([
      ["table-place-missing rows.0.place"],
      ["table-place-missing rows.2.place"],
      ["table-place-missing rows.2.place"],
      ["table-place-missing rows.3.place"],
      ...new Array(3).fill(["table-place-missing rows.6.place"]),
      [],
    ]);
    // Without gaps after ties, a line left out of a tie does not show.
    const denser = totals.map((_, at) =>
      gap(totals, dense, at, { ranking: { on: "published", ties: "dense" } }),
    );
    expect(denser).toEqual([
      ["table-place-missing rows.0.place"],
      [],
      [],
      ["table-place-missing rows.3.place"],
      [],
      [],
      [],
      [],
    ]);
  });

  test("against a number of units that is that of the lines, a gap must explain more than one place", () => {
    const printing = (places: readonly number[]) => ({ ...smallTable([90, 85, 80, 75], places), units: 4 });
    expect(found(printing([1, 2, 3, 5]), small())).toEqual(["table-place-wrong rows.3.place"]);
    expect(found(printing([1, 3, 4, 5]), small())).toEqual(["table-place-missing rows.1.place"]);
    expect(auditTable(small(), printing([1, 3, 4, 5]))).toMatchObject({
      places: [{ fits: true }, { fits: true, best: 3, worst: 3 }, { fits: true }, { fits: true }],
      issues: [{ unit: "don-vi-1", params: { found: 3, expected: 2 } }],
    });
  });

  test("a line left out is missing from the mean and from the numbers of the grades too", () => {
    const table = smallTable([90, 80, 70], [1, 2, 4]);
    table.mean = "77.50";
    table.grades = [
      { grade: "tot", units: 2 },
      { grade: "kha", units: 2 },
    ];
    expect(found(table, small())).toEqual(["table-place-missing rows.2.place"]);
    table.grades = [
      { grade: "tot", units: 2 },
      { grade: "kha", units: 1 },
    ];
    table.units = 3;
    table.rows.pop();
    expect(found(table, small())).toEqual(["table-count-differs units"]);
  });

  test("equal totals on different places are a tie parted", () => {
    expect(found(smallTable(totals, [1, 2, 3, 4, 5, 5, 5, 8]), small())).toEqual([
      "table-tie-parted rows.2.place",
    ]);
  });

  test("where exact indexes rank, equal totals may be parted, but only on a run of places", () => {
    const exact = small({ ranking: { on: "exact", ties: "skip" } });
    for (const places of [
      skipping,
      [1, 2, 3, 4, 5, 6, 7, 8],
      [1, 3, 2, 4, 5, 5, 7, 8],
      [1, 2, 2, 4, 6, 5, 6, 8],
    ])
      expect(found(smallTable(totals, places), exact)).toEqual([]);
    expect(found(smallTable(totals, [1, 3, 3, 4, 5, 5, 5, 8]), exact)).toEqual([
      "table-place-wrong rows.1.place",
    ]);
    expect(found(smallTable(totals, [1, 2, 4, 4, 5, 5, 5, 8]), exact)).toEqual([
      "table-tie-false rows.2.place",
    ]);
  });

  test("a grade is judged by the total, its lower bound inclusive, by id or by name", () => {
    const table = smallTable([90, 80, 70], [1, 2, 3]);
    for (const [at, grade] of ["tot", "Tốt", "Khá"].entries())
      (table.rows[at] as { grade?: string }).grade = grade;
    table.grades = [
      { grade: "tot", units: 2 },
      { grade: "Khá", units: 1 },
      { grade: "con-lai", units: 0 },
    ];
    expect(found(table, small())).toEqual([]);
    (table.rows[1] as { grade?: string }).grade = "Khá";
    expect(found(table, small())).toEqual(["table-grade-wrong rows.1.grade"]);
    (table.rows[1] as { grade?: string }).grade = "tot";
    (table.grades[0] as { units: number }).units = 3;
    expect(found(table, small())).toEqual(["table-grade-count-differs grades.0.units"]);
  });

  test("a line with an applicable maximum of its own prints an index: 68.32 of 84 points are 81.33 %", () => {
    const table = smallTable([90], [1]);
    table.rows[0] = {
      unit: "a",
      name: "A",
      parts: ["40.00", "28.32"],
      total: "68.32",
      index: "81.33",
      maxPoints: "84",
      place: 1,
    };
    expect(auditTable(small(), table)).toMatchObject({
      issues: [],
      figures: [
        { figure: "total", consistent: "exact" },
        { figure: "index", consistent: "within-rounding", computed: "244/3" },
      ],
    });
    table.rows[0].index = "81.36";
    expect(found(table, small())).toEqual(["table-index-impossible rows.0.index"]);
  });

  test("where the set rounds each item, printed parts are exact and a total that differs is impossible", () => {
    const items = small({ policies: { rounding: { places: 2, mode: "half-up", items: true } } });
    const table = smallTable([80], [1]);
    table.rows[0] = { ...(table.rows[0] as Table["rows"][number]), total: "80.01" };
    expect(found(table, small())).toEqual([]);
    expect(found(table, items)).toEqual(["table-total-impossible rows.0.total"]);
  });
});

describe("what a table prints besides, or leaves out", () => {
  const lines = {
    bonus: {
      lines: [{ id: "thuong", number: "3", title: { vi: "Thưởng" }, rule: { kind: "direct" }, cap: "2" }],
    },
    penalty: {
      lines: [{ id: "phat", number: "4", title: { vi: "Phạt" }, rule: { kind: "direct" }, cap: "3" }],
    },
  };
  const part = (id: string, maxPoints: string) => ({ id, title: { vi: id }, maxPoints });

  test("bonus points are added, penalty points taken away", () => {
    const table = smallTable([80], [1]);
    table.parts.push(part("bonus", "2"), part("penalty", "3"));
    table.rows[0] = {
      unit: "a",
      name: "A",
      parts: ["40.00", "40.00", "1.50", "0.25"],
      total: "81.25",
      place: 1,
    };
    expect(auditTable(small(lines), table)).toMatchObject({
      issues: [],
      figures: [
        {
          computed: "81.25",
          low: "81.23",
          lowIncluded: false,
          high: "81.27",
          highIncluded: false,
          consistent: "exact",
        },
      ],
    });
    table.rows[0].total = "81.75";
    expect(found(table, small(lines))).toEqual(["table-total-impossible rows.0.total"]);
  });

  test("totals that unprinted bonus or penalty points enter are not judged by the parts", () => {
    const table = smallTable([80], [1]);
    table.rows[0] = { unit: "a", name: "A", parts: ["40.00", "40.00"], total: "81.25", place: 1 };
    expect(auditTable(small(lines), table)).toMatchObject({
      issues: [],
      figures: [{ consistent: "not-judged" }],
    });
    expect(found(table, small())).toEqual(["table-total-impossible rows.0.total"]);
  });

  test("a table of fewer decimals than are published decides neither ties nor what lies at a bound of a grade", () => {
    const table = smallTable([80, 80], [1, 2]);
    table.places = 1;
    for (const [at, row] of table.rows.entries()) {
      row.parts = ["40.0", "40.0"];
      row.total = "80.0";
      row.grade = ["tot", "kha"][at] as string;
    }
    // 80.04 and 79.96 both print as 80.0.
    expect(found(table, small())).toEqual([]);
    table.places = 2;
    expect(found(table, small())).toEqual([
      "table-tie-parted rows.1.place",
      "table-grade-wrong rows.1.grade",
    ]);
  });

  test("a table of more decimals is ranked and graded as published", () => {
    const table = smallTable([80, 80], [1, 1]);
    table.places = 3;
    for (const [at, row] of table.rows.entries()) {
      row.parts = ["40.000", ["39.996", "39.997"][at] as string];
      row.total = ["79.996", "79.997"][at] as string;
      row.grade = "tot";
    }
    expect(found(table, small())).toEqual([]);
  });

  test("a part of fewer decimals of its own leaves its total more room", () => {
    const table = smallTable([80], [1]);
    table.rows[0] = { unit: "a", name: "A", parts: ["40.0", "40.00"], total: "80.04", place: 1 };
    expect(found(table, small())).toEqual(["table-total-impossible rows.0.total"]);
    (table.parts[0] as { places?: number }).places = 1;
    expect(found(table, small())).toEqual([]);
  });

  test("a set of another whole than 100 points has its totals and their order judged, not grades or ties", () => {
    const two = small({
      maxPoints: "20",
      items: ["1", "2"].map((number) => ({
        number,
        title: { vi: `Phần ${number}` },
        maxPoints: "10",
        source: "thong-ke",
        rule: { kind: "direct" },
      })),
    });
    const table = smallTable([80, 80], [1, 2]);
    table.parts = [part("1", "10"), part("2", "10")];
    for (const row of table.rows) {
      row.parts = ["8.00", "8.00"];
      row.total = "16.00";
      row.grade = "tot";
    }
    expect(found(table, two)).toEqual([]);
    (table.rows[0] as { total: string }).total = "16.50";
    (table.rows[1] as { place: number }).place = 3;
    expect(found(table, two)).toEqual([
      "table-total-impossible rows.0.total",
      "table-place-missing rows.1.place",
    ]);
  });

  test("where exact points stand behind the totals, a mean may be any that their rounding allows", () => {
    const table = { ...smallTable([80, 70], [1, 2]), mean: "75.01" };
    expect(found(table, small())).toEqual(["table-mean-impossible mean"]);
    table.mean = "75.00";
    for (const row of table.rows) row.parts[0] = "39.99";
    expect(auditTable(small(), table)).toMatchObject({ issues: [], means: [{ low: "74.995", high: "75" }] });
  });

  test("columns are exchanged only where that, and nothing else, mends them", () => {
    const table = smallTable([80, 70], [1, 2]);
    const columns = (...maxima: readonly string[]) => {
      table.parts = maxima.map((maxPoints, at) => part(`${at + 1}`, maxPoints));
      return small({
        items: maxima.map((maxPoints, at) => ({
          number: `${at + 1}`,
          title: { vi: `Phần ${at + 1}` },
          maxPoints,
          source: "thong-ke",
          rule: { kind: "direct" },
        })),
      });
    };
    const points = (...lines: readonly string[][]) => {
      for (const [at, row] of table.rows.entries()) row.parts = lines[at] as string[];
    };
    const three = columns("60", "20", "20");
    points(["10", "50", "20"], ["10", "45", "15"]);
    expect(auditTable(three, table)).toMatchObject({
      issues: [{ code: "table-parts-exchanged", params: { found: "1", expected: "2" } }],
      figures: [{ consistent: "exact" }, { consistent: "exact" }],
    });
    points(["25", "50", "5"], ["10", "45", "15"]);
    expect(found(table, three)).toEqual([
      "table-part-above-maximum rows.0.parts.1",
      "table-part-above-maximum rows.1.parts.1",
    ]);
    // The third with the first or with the second: nobody can say.
    const another = columns("40", "40", "20");
    points(["20", "20", "40"], ["20", "20", "30"]);
    expect(found(table, another)).toEqual([
      "table-part-above-maximum rows.0.parts.2",
      "table-part-above-maximum rows.1.parts.2",
    ]);
    // One figure that is too great is a slip of its own.
    points(["20", "20", "40"], ["20", "30", "20"]);
    expect(found(table, another)).toEqual(["table-part-above-maximum rows.0.parts.2"]);
  });

  test("issues are worded in both languages, with the numbers of each", () => {
    const table = ministries();
    (table.rows[0] as { total: string }).total = "89.59";
    expect(auditTable(ministry, table).issues.map((it) => ({ ...it, ...inBoth(it) }))).toMatchObject([
      {
        unit: "bo-tu-phap",
        params: { found: "89.59", expected: "89.95 – 89.97" },
        vi: "bo-tu-phap: tổng điểm ghi 89,59, các phần cộng lại 89,96; do làm tròn chỉ có thể là 89,95 – 89,97. Kiểm tra lại tổng và các phần.",
        en: "bo-tu-phap: the total is printed as 89.59, the parts sum to 89.96; rounding allows only 89.95 – 89.97. Check the total and its parts.",
      },
    ]);
  });
});

describe("laws of printed intervals", () => {
  const mode = fc.constantFrom<RoundingMode>(...roundingModes);
  const value = fc.tuple(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: 1, max: 7000 }));

  test("a value lies in the interval of just the decimal that it is printed as", () => {
    fc.assert(
      fc.property(
        value,
        fc.integer({ min: 0, max: 3 }),
        mode,
        fc.integer({ min: -3, max: 3 }),
        ([n, d], places, how, steps) => {
          const exact = fraction(n, d);
          const text = rounded(exact, places, how);
          const near = rounded(fraction(Number(text.replace(".", "")) + steps, 10 ** places), places, how);
          expect(shared(intervalOf(near, places, how), pointOf(exact)) !== undefined).toBe(near === text);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test("what a sum of exact parts is printed as is always allowed by the printed parts, and the range is tight", () => {
    fc.assert(
      fc.property(value, mode, ([n, d], how) => {
        const it = intervalOf(rounded(fraction(n, d), 1, how), 1, how);
        const { least, most } = printedRange(it, 2, how);
        const text = Number(rounded(fraction(n, d), 2, how));
        expect(text).toBeGreaterThanOrEqual(Number(least));
        expect(text).toBeLessThanOrEqual(Number(most));
        for (const bound of [least, most]) expect(shared(intervalOf(bound, 2, how), it)).toBeDefined();
      }),
      { numRuns: 2000 },
    );
  });

  test("no table made from exact points by the set's own rounding is ever found wrong", () => {
    const unit = fc.tuple(fc.integer({ min: 0, max: 49_999 }), fc.integer({ min: 0, max: 49_999 }));
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 12 }), mode, (units, how) => {
        const set = small({ policies: { rounding: { places: 2, mode: how, items: false } } });
        const points = units.map(([a, b]) => ({
          a: fraction(a, 1000),
          b: fraction(b, 1000),
          both: fraction(a + b, 1000),
          thousandths: a + b,
        }));
        const print = (it: Parameters<typeof rounded>[0]) => rounded(it, 2, how);
        const totals = points.map(({ both }) => Number(print(both)));
        const table = {
          ...smallTable([], []),
          rows: points.map(({ a, b, both }, at) => ({
            unit: `u-${at}`,
            name: `U ${at}`,
            parts: [print(a), print(b)],
            total: print(both),
            place: 1 + totals.filter((other) => other > (totals[at] as number)).length,
          })),
          mean: print(
            fraction(
              points.reduce((so, { thousandths }) => so + thousandths, 0),
              1000 * points.length,
            ),
          ),
          units: points.length,
        };
        expect(found(table, set)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
