/** The workbook of results, recalculated by LibreOffice: every published figure is the library's. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { criteriaSet } from "../../src/criteria.ts";
import type { CriteriaSet } from "../../src/criteria-set.ts";
import { readCriteriaSet } from "../../src/index.ts";
import { elementAt } from "../../src/plain.ts";
import { annexSheets, type ResultSheet, resultSheets } from "../../src/report.ts";
import { hasOffice, recalculated } from "../support/recalculated.ts";
import type { Raw } from "../support/rounds.ts";

const read = (file: string): Raw => JSON.parse(readFileSync(`docs/examples/${file}.json`, "utf8"));
const departments = read("hoa-lam-departments-2026");

/** The set with other policies. */
function changed(change: (set: Raw) => void): CriteriaSet {
  // Without the examples of its rules, which hold under its own policies.
  const text = JSON.stringify(criteriaSet("hoa-lam/department/2026"), (key, value) =>
    key === "examples" ? undefined : value,
  );
  const set: Raw = JSON.parse(text);
  change(set);
  return readCriteriaSet(set);
}

const rounds: readonly (readonly [string, CriteriaSet, Raw])[] = [
  ["departments", criteriaSet("hoa-lam/department/2026"), departments],
  [
    "communes, dense places and conversions",
    criteriaSet("hoa-lam/commune/2026"),
    read("hoa-lam-communes-2026"),
  ],
  [
    "rounded down, ranked exactly, items rounded",
    changed(({ policies, ranking }) => {
      policies.rounding = { places: 1, mode: "down", items: true };
      Object.assign(ranking, { on: "exact", tieBreakers: [] });
    }),
    departments,
  ],
  [
    "rounded to even",
    changed(({ policies }) => {
      policies.rounding = { places: 3, mode: "half-even", items: false };
    }),
    departments,
  ],
  ["a year before", readCriteriaSet(read("hoa-lam-communes-2024.set")), read("hoa-lam-communes-2024")],
];

describe.runIf(hasOffice())("the workbook of results, recalculated", () => {
  let books: readonly (readonly (readonly string[][])[])[] = [];

  beforeAll(() => {
    const written = rounds.map(([, set, round]) => resultSheets(set, round));
    const all = recalculated(written.flat());
    const starts = written.map((_, at) => written.slice(0, at).flat().length);
    books = written.map((sheets, at) => all.slice(starts[at], (starts[at] ?? 0) + sheets.length));
  }, 240_000);

  test.each(rounds.map(([name], at) => [name, at] as const))(
    "%s: index, grade, place, and points of sources and domains are the library's",
    (_, at) => {
      const [, set, round] = elementAt(rounds, at);
      const shown = shownFigures(set, elementAt(books, at));
      const told = publishedFigures(set, round);
      expect([...told.keys()].filter((figure) => !shown.has(figure))).toEqual([]);
      for (const [figure, value] of told)
        expect(`${figure}: ${shown.get(figure)}`).toBe(`${figure}: ${value}`);
      expect(told.size).toBeGreaterThan(30);
    },
  );
});

const number = (text: string): string => (text === "" ? "" : String(Number(text)));

/** What the library publishes, by unit and what it is. */
function publishedFigures(set: CriteriaSet, round: Raw): ReadonlyMap<string, string> {
  const figures = new Map<string, string>();
  const { scores, rankings } = assess(set, round);
  const places = new Map(rankings.flatMap((it) => it.places).map(({ unit, place }) => [unit, place]));
  for (const { unit, index, grade, maxPoints, items, sources } of scores) {
    if (index === undefined) continue;
    figures.set(`${unit} index`, number(index));
    figures.set(`${unit} place`, String(places.get(unit) ?? ""));
    figures.set(`${unit} grade`, set.grades.find(({ id }) => id === grade)?.title.vi ?? "");
    figures.set(`${unit} maximum`, number(maxPoints));
    if (set.policies.rounding.mode !== "half-up") continue;
    for (const { id, number: printed } of set.items) {
      const points = items.find(({ item }) => item === id)?.points;
      if (points !== undefined) figures.set(`${unit} ${printed}`, number(points));
    }
    for (const { id, title } of set.sources) {
      const points = sources.find(({ source }) => source === id)?.points;
      if (points !== undefined) figures.set(`${unit} ${title.vi}`, number(points));
    }
  }
  return figures;
}

/** The same figures as the recalculated sheets show them. */
function shownFigures({ items, sources }: CriteriaSet, [, ...sheets]: readonly (readonly string[][])[]) {
  const figures = new Map<string, string>();
  for (const [, , numbers = [], titles = [], , ...rows] of sheets)
    for (const cells of rows) {
      const [place = "", unit, , index = "", grade = "", , , maximum = ""] = cells;
      const at = (heads: readonly string[], head: string): string => number(cells[heads.indexOf(head)] ?? "");
      figures.set(`${unit} index`, number(index)).set(`${unit} place`, number(place));
      figures.set(`${unit} grade`, grade).set(`${unit} maximum`, number(maximum));
      for (const item of items) figures.set(`${unit} ${item.number}`, at(numbers, item.number));
      for (const { title } of sources) figures.set(`${unit} ${title.vi}`, at(titles, title.vi));
    }
  return figures;
}

describe("sheets of results", () => {
  const cells = (sheets: readonly ResultSheet[]) => sheets.flatMap(({ rows }) => rows.flat());

  test("mark what no formula gives, and only that", () => {
    const [, general] = resultSheets(criteriaSet("hoa-lam/department/2026"), departments);
    const marked = (general?.rows ?? [])
      .slice(5)
      .flatMap(([place, id]) => (place?.look === "fixed" ? id?.value : []));
    // The two that a tie-breaker parts: 87.51 and 87.51.
    expect(marked).toEqual(["hoa-lam-so-khoa-hoc-va-cong-nghe"]);
  });

  test("hold no text of a stranger as a formula", () => {
    const messy = {
      ...departments,
      units: departments.units.map((unit: Raw) => ({ ...unit, name: { vi: "=1+1" } })),
    };
    const texts = cells(resultSheets(criteriaSet("hoa-lam/department/2026"), messy)).filter(
      ({ value }) => typeof value === "string",
    );
    expect(texts.filter(({ value }) => String(value).startsWith("="))).toEqual([]);
    expect(texts.filter(({ value }) => value === "'=1+1").length).toBe(departments.units.length);
  });

  test("have names that spreadsheets take", () => {
    const set = criteriaSet("hoa-lam/commune/2026");
    for (const sheet of [...resultSheets(set, read("hoa-lam-communes-2026")), ...annexSheets(set, "vi")])
      expect(sheet.name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
  });
});
