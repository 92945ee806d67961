import { readFileSync } from "node:fs";
import { readRound } from "par-index";
import { type ReadSheet, readRoundSheets, roundSheets, selfAssessmentRows } from "par-index/check";
import { criteriaSet } from "par-index/criteria";
import { describe, expect, test } from "vitest";
import { filledRows } from "../support/filled-rows.ts";
import { viOf } from "../support/words.ts";

const load = (name: string, id: string) => {
  const file = readFileSync(new URL(`../../docs/examples/${name}.json`, import.meta.url), "utf8");
  return readRound(criteriaSet(id), JSON.parse(file));
};

/** The forms as units would send them: what stands above the heading row, then the filled rows. */
function formsOf(id: string, round: ReturnType<typeof load>): readonly ReadSheet[] {
  const set = criteriaSet(id);
  return round.selfAssessments.map((own) => {
    const unit = round.units.find((it) => it.id === own.unit);
    const head = selfAssessmentRows(set, { unit, round }).slice(0, 4);
    return { name: own.unit, rows: [...head, ...filledRows(set, own)] };
  });
}

describe("a round as sheets", () => {
  test.each([
    ["hoa-lam-departments-2026", "hoa-lam/department/2026"],
    ["hoa-lam-communes-2026", "hoa-lam/commune/2026"],
  ])("%s, written and read back with its forms, is the same round", (name, id) => {
    const round = load(name, id);
    const set = criteriaSet(id);
    const sheets = JSON.parse(JSON.stringify(roundSheets(set, round)));
    const back = readRoundSheets(set, sheets, { forms: formsOf(id, round) });
    expect(back.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(back.round).toEqual(round);
  });

  test("blank sheets have the headings alone", () => {
    for (const { rows } of roundSheets(criteriaSet("hoa-lam/commune/2026")).slice(1))
      expect(rows.length).toBe(1);
  });
});

describe("what officials write", () => {
  const id = "hoa-lam/department/2026";
  const set = criteriaSet(id);
  const round = load("hoa-lam-departments-2026", id);
  const read = (change: (cell: unknown, at: number) => unknown, sheet = "Ý kiến thẩm định") =>
    readRoundSheets(
      set,
      roundSheets(set, round).map(({ name, rows }) => ({
        name,
        rows: rows.map((row, at) => (name === sheet && at === 1 ? row.map(change) : row)),
      })),
      { forms: formsOf(id, round) },
    );

  test("an unknown unit is named with the nearest, in its cell", () => {
    const [first] = read((cell, at) => (at === 0 ? `${cell}x` : cell)).issues.filter(
      ({ code }) => code === "name-unknown",
    );
    expect(first?.path).toEqual(["Ý kiến thẩm định", 1, 0]);
    expect(viOf(first)).toMatch(/^Ô A2: /);
  });

  test("a day that is none", () => {
    const { issues } = read((cell, at) => (at === 4 ? "cuối năm" : cell));
    expect(issues.some(({ code, path }) => code === "cell-not-a-day" && path[2] === 4)).toBe(true);
  });

  test("keys of facts are words, and may stand as data writes them", () => {
    const facts = roundSheets(set, round).flatMap(({ name, rows }) =>
      name === "Ý kiến thẩm định" ? rows.flatMap((row) => String(row[6] ?? "")) : [],
    );
    expect(facts.some((text) => /^tử số: \d+; mẫu số: \d+$/.test(text))).toBe(true);
    const plain = readRoundSheets(
      set,
      roundSheets(set, round).map(({ name, rows }) => ({
        name,
        rows: rows.map((row) =>
          row.map((cell) =>
            typeof cell === "string"
              ? cell.replace("tử số:", "numerator:").replace("mẫu số:", "denominator:")
              : cell,
          ),
        ),
      })),
      { forms: formsOf(id, round) },
    );
    expect(plain.round).toEqual(round);
  });

  test("a day cell, and words in other letters", () => {
    const words = ["công nhận", "giữ nguyên", "điều chỉnh", "không áp dụng", "trả lại", "giải trình"];
    const upper = (cell: unknown) => (words.includes(String(cell)) ? String(cell).toUpperCase() : cell);
    expect(read(upper).round).toEqual(round);
  });
});
