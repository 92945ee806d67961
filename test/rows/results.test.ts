import { readFileSync } from "node:fs";
import { assess, explain, type ItemScore, readRound } from "par-index";
import { auditTable, compare, gains, rows } from "par-index/audit";
import { rankingRows, scoreRows } from "par-index/check";
import { criteriaSet } from "par-index/criteria";
import { describe, expect, test } from "vitest";

const set = criteriaSet("hoa-lam/department/2026");
const file = readFileSync(
  new URL("../../docs/examples/hoa-lam-departments-2026.json", import.meta.url),
  "utf8",
);
const round = readRound(set, JSON.parse(file));
const assessment = assess(set, round);
const [ranking] = assessment.rankings;
const complete = assessment.scores.find(({ state }) => state === "complete");
const provisional = assessment.scores.find(({ state }) => state === "provisional");
if (ranking === undefined || complete === undefined) throw new Error("the round has no result");

describe("a ranking as rows", () => {
  const sheet = rankingRows(set, ranking, { units: round.units });

  test("has every unit once, best first, with place, name, index and grade", () => {
    const [first] = ranking.places;
    const name = round.units.find(({ id }) => id === first?.unit)?.name.vi;
    const grade = set.grades.find(({ id }) => id === first?.grade)?.title.vi;
    expect(sheet[1]?.slice(0, 5)).toEqual([1, first?.unit, name, Number(first?.index), grade]);
    const listed = sheet.slice(1).flatMap(([, unit]) => unit ?? []);
    expect(listed).toEqual([...ranking.places, ...ranking.unranked].map(({ unit }) => unit));
  });

  test("says why a unit has no place, and what decided between equal indexes", () => {
    expect(ranking.unranked.length).toBeGreaterThan(0);
    for (const { unit } of ranking.unranked) {
      const row = sheet.find(([, id]) => id === unit);
      expect([row?.[0], String(row?.[5]).slice(0, 16)]).toEqual([null, "Không xếp hạng: "]);
    }
    const decided = ranking.places.filter(({ decidedBy }) => decidedBy !== undefined);
    expect(sheet.slice(1, 1 + ranking.places.length).filter((row) => row[5] !== null).length).toBe(
      decided.length,
    );
  });

  test("ends with the mean and the number of units that it is of", () => {
    expect(sheet.at(-1)?.slice(2, 4)).toEqual([
      `Trung bình của các đơn vị (${ranking.meanOf})`,
      Number(ranking.mean),
    ]);
  });

  test("names units by their ids where no names are given", () => {
    expect(rankingRows(set, ranking)[1]?.[2]).toBe(ranking.places[0]?.unit);
  });
});

describe("a score as rows", () => {
  test("has every item in the order of the set, every line and the result", () => {
    const sheet = scoreRows(set, complete);
    expect(sheet.length).toBe(1 + complete.items.length + complete.lines.length + 1);
    expect(sheet.slice(1, 1 + complete.items.length).map(([code]) => code)).toEqual(
      complete.items.map(({ item }) => item),
    );
    expect(sheet.at(-1)).toContain(Number(complete.index));
  });

  test("has points as numbers, and a note on what is not plainly scored", () => {
    const sheet = scoreRows(set, complete);
    const at = (match: (it: ItemScore) => boolean) => sheet[1 + complete.items.findIndex(match)];
    const plain = complete.items.find(({ state, why }) => state === "scored" && why === undefined);
    expect(at((it) => it === plain)?.slice(4)).toEqual([Number(plain?.points), null, null]);
    const open = complete.items.find(({ state }) => state === "unanswered" || state === "not-applicable");
    if (open !== undefined) expect(at((it) => it === open)?.[6]).toMatch(/\p{L}/u);
  });

  test("shows the bounds of a provisional score", () => {
    if (provisional === undefined) throw new Error("the round has no provisional score");
    expect(scoreRows(set, provisional).at(-1)?.[6]).toMatch(/^từ \d+,\d+ đến \d+,\d+$/);
  });

  test("speaks English where asked", () => {
    expect(scoreRows(set, complete, "en").at(-1)?.[1]).toBe("Result");
    expect(scoreRows(set, complete, "en")[1]?.[1]).toBe(set.items[0]?.title.en);
    expect(rankingRows(set, ranking, { language: "en" })[0]?.[0]).toBe("Place");
  });

  test("is refused for a score of another set", () => {
    expect(() => scoreRows(criteriaSet("hoa-lam/commune/2026"), complete)).toThrow(RangeError);
  });
});

describe("rows for a REPL", () => {
  const flat = (value: unknown): boolean =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((row) =>
      Object.values(row).every((it) => ["string", "number", "boolean"].includes(typeof it)),
    );

  test("of an assessment: one for each unit", () => {
    expect(rows(assessment).length).toBe(
      assessment.rankings.reduce((n, it) => n + it.places.length + it.unranked.length, 0),
    );
    expect(rows(assessment)[0]).toMatchObject({
      group: ranking.group,
      place: 1,
      unit: ranking.places[0]?.unit,
    });
    expect(rows(ranking)[0]).not.toHaveProperty("group");
  });

  test("of a score: the exact points of each item, then the result", () => {
    const fraction = complete.items.find((it) => it.fraction !== undefined && it.state === "scored");
    expect(rows(complete).find(({ item }) => item === fraction?.item)).toMatchObject({
      points: fraction?.fraction,
    });
    expect(rows(complete).at(-1)).toMatchObject({
      item: "result",
      index: complete.index,
      grade: complete.grade,
    });
  });

  test("of an explanation: one for each step, with its level", () => {
    const lines = rows(explain(set, round, complete.unit));
    expect(lines[0]).toMatchObject({ level: 0, kind: "unit", index: complete.index });
    expect(lines.filter(({ kind }) => kind === "leaf").length).toBe(
      complete.items.filter(({ state }) => state).length,
    );
    for (const part of ["grade", "place", set.items[0]?.id, { source: "survey" }])
      expect(flat(rows(explain(set, round, complete.unit, part)))).toBe(true);
  });

  test("of a comparison, of gains, of a table and of issues", () => {
    const [first, second] = ranking.places.map(({ unit }) => unit);
    if (first === undefined || second === undefined) throw new Error("the ranking is too short");
    const difference = compare({ set, round, unit: second }, { set, round, unit: first });
    expect(flat(rows(difference))).toBe(true);
    expect(flat(rows(gains(set, round, second, { index: "100" })))).toBe(true);
    const ministry = criteriaSet("moha/ministry/2023");
    const table = JSON.parse(
      readFileSync(
        new URL("../../docs/examples/published/moha/ministry/2023.1.table.json", import.meta.url),
        "utf8",
      ),
    );
    const audit = auditTable(ministry, table);
    expect(rows(audit).length).toBe(audit.rows.length);
    expect(flat(rows(auditTable(ministry, {}).issues))).toBe(true);
  });

  test("of anything else are a wrong call", () => {
    expect(() => rows({} as never)).toThrow(TypeError);
    expect(() => rows(null as never)).toThrow(TypeError);
  });
});
