import { readFileSync } from "node:fs";
import { assess, type ItemScore, readRound } from "par-index";
import { rankingRows, scoreRows } from "par-index/check";
import { criteriaSet } from "par-index/criteria";
import { describe, expect, test } from "vitest";

const set = criteriaSet("hoa-lam/department/2026");
const load = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../docs/examples/${file}`, import.meta.url), "utf8"));
const round = readRound(set, load("hoa-lam-departments-2026.json"));
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

  test("gives the bounds of a unit whose index is open, where the scores are given", () => {
    const { scores } = assessment;
    const open = scores.find(({ group, state }) => group === ranking.group && state === "provisional");
    const note = rankingRows(set, ranking, { scores }).find(([, id]) => id === open?.unit)?.[5];
    expect(note).toMatch(/^Không xếp hạng: còn mục chưa có điểm; Chỉ số từ \d+,\d+ % đến \d+,\d+ %$/);
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
    const plain = complete.items.find(({ state, reason }) => state === "scored" && reason === undefined);
    expect(at((it) => it === plain)?.slice(4)).toEqual([Number(plain?.points), Number(plain?.index), null]);
    const open = complete.items.find(({ state }) => state === "unanswered" || state === "not-applicable");
    if (open !== undefined) expect(at((it) => it === open)?.[6]).toMatch(/\p{L}/u);
  });

  test("shows the bounds of a provisional score", () => {
    if (provisional === undefined) throw new Error("the round has no provisional score");
    expect(scoreRows(set, provisional).at(-1)?.[6]).toMatch(
      /^Chỉ số từ \d+,\d+ % đến \d+,\d+ %; Chưa phê duyệt$/,
    );
  });

  test("speaks English where asked", () => {
    expect(scoreRows(set, complete, { language: "en" }).at(-1)?.[1]).toBe("Result");
    expect(scoreRows(set, complete, { language: "en" })[1]?.[1]).toBe(set.items[0]?.title.en);
    expect(rankingRows(set, ranking, { language: "en" })[0]?.[0]).toBe("Place");
  });

  test("is refused for a score of another set", () => {
    expect(() => scoreRows(criteriaSet("hoa-lam/commune/2026"), complete)).toThrow(RangeError);
  });
});
