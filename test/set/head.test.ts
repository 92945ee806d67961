// Frameworks: a higher body fixes items and maxima, and those who fill it divide the last items further.
import { describe, expect, it } from "vitest";
import { checkCriteriaSet, readCriteriaSet } from "../../src/set/check.ts";
import { checkFramework, editionOn, periodNamed } from "../../src/set/head.ts";
import { changed, type Raw, smallFramework, smallSet } from "../support/sets.ts";
import { growthOf } from "../support/work.ts";

describe("C9: the period of an id", () => {
  it.each([
    ["2026", "2026-01-01", "2026-12-31"],
    ["2025-2026", "2025-01-01", "2026-12-31"],
    ["2026-h1", "2026-01-01", "2026-06-30"],
    ["2026-h2", "2026-07-01", "2026-12-31"],
    ["2026-q1", "2026-01-01", "2026-03-31"],
    ["2026-q4", "2026-10-01", "2026-12-31"],
    ["2026-02", "2026-02-01", "2026-02-28"],
    ["2028-02", "2028-02-01", "2028-02-29"],
    ["2026-12", "2026-12-01", "2026-12-31"],
  ])("%s has its days", (name, from, to) => {
    expect(periodNamed(name)).toMatchObject({ from, to });
    const raw = changed(smallSet(), { id: `hoa-lam/department/${name}`, period: { from, to } });
    const found = checkCriteriaSet(raw).filter(({ path }) => path[0] === "id" || path[0] === "period");
    expect(found).toEqual([]);
  });

  it.each([
    "",
    "26",
    "2026-13",
    "2026-00",
    "2026-3",
    "2026-q0",
    "2026-h3",
    "2026-2026",
    "2026-2025",
    "q1-2026",
  ])("%j is none", (name) => expect(periodNamed(name)).toBeUndefined());

  it("criteria of two quarters are two sets, each with its editions", () => {
    const quarter = (name: string, from: string, to: string): Raw =>
      changed(smallSet(), {
        id: `hoa-lam/department/${name}`,
        period: { from, to },
      });
    const first = readCriteriaSet(quarter("2026-q1", "2026-01-01", "2026-03-31"));
    const note = { kind: "issued", from: "2026-05-01", changes: [{ vi: "Sửa mục 1.1" }] };
    const second = quarter("2026-q2", "2026-04-01", "2026-06-30");
    const editions = [second, { ...second, edition: 2, editionNote: note }].map(readCriteriaSet);
    expect([first.id, editions[0]?.id]).toEqual(["hoa-lam/department/2026-q1", "hoa-lam/department/2026-q2"]);
    expect(["2026-03-31", "2026-04-01", "2026-05-01"].map((on) => editionOn(editions, on)?.edition)).toEqual([
      undefined,
      1,
      2,
    ]);
  });
});

const framework = readCriteriaSet(smallFramework());

/** A set of a commune level that fills the framework: criterion 1.1 divided in two, the others scored as they are. */
function filled(): Raw {
  const raw = smallFramework();
  const direct = { source: "tham-dinh", rule: { kind: "direct", step: "0.5" } };
  const sub = (number: string, vi: string, maxPoints: string) => ({
    number,
    title: { vi },
    maxPoints,
    ...direct,
  });
  const change: Raw = {
    id: "hoa-lam-xa-an/commune/2026",
    isFramework: false,
    framework: { set: "hoa-lam/commune/2026", edition: 1 },
    "levels/2": { vi: "Tiêu chí thành phần" },
    totals: { counts: [2, 4, 2], leaves: 5 },
    sources: [
      { id: "tham-dinh", kind: "appraisal", title: { vi: "Điểm thẩm định" }, maxPoints: "20", leaves: 5 },
    ],
    "items/0/items/0/items": [
      sub("1.1.1", "Ban hành kế hoạch", "2"),
      sub("1.1.2", "Hoàn thành kế hoạch", "4"),
    ],
  };
  for (const path of ["items/0/items/1", "items/1/items/0", "items/1/items/1"]) {
    for (const [key, value] of Object.entries(direct)) change[`${path}/${key}`] = value;
  }
  return changed(raw, change);
}

const codes = (raw: Raw) =>
  checkFramework(readCriteriaSet(raw), framework).map(({ code, path, item }) => [code, path.join("/"), item]);

describe("a set that fills a framework", () => {
  it("passes when it has every item with its maximum and divides only the last ones", () => {
    expect(codes(filled())).toEqual([]);
  });

  it("may not shift points between the items that the framework fixes", () => {
    const raw = changed(filled(), {
      "items/0/items/0/maxPoints": "5",
      "items/0/items/0/items/1/maxPoints": "3",
      "items/0/items/1/maxPoints": "5",
    });
    expect(codes(raw)).toEqual([
      ["framework-maximum-differs", "items/0/items/0/maxPoints", "1.1"],
      ["framework-maximum-differs", "items/0/items/1/maxPoints", "1.2"],
    ]);
  });

  it("may not leave an item out, nor add one beside those that are fixed", () => {
    const raw = changed(filled(), { "items/1/items/1/number": "2.3" });
    expect(codes(raw)).toEqual([
      ["framework-item-missing", "items/1/items", undefined],
      ["framework-item-added", "items/1/items/1", "2.3"],
    ]);
  });

  it("is warned where a title differs", () => {
    const raw = changed(filled(), { "items/1/title/vi": "Thủ tục hành chính" });
    expect(codes(raw)).toEqual([["framework-title-differs", "items/1/title/vi", "2"]]);
  });

  it("names the framework and its edition", () => {
    expect(codes(changed(filled(), { "framework/edition": 2 }))).toEqual([
      ["framework-other", "framework", undefined],
    ]);
    expect(codes(changed(filled(), {}, ["framework"]))).toEqual([
      ["framework-other", "framework", undefined],
    ]);
  });

  it("is not proven by a set that is no framework", () => {
    const set = readCriteriaSet(smallSet());
    expect(checkFramework(set, set).map(({ code }) => code)).toEqual(["framework-not-one"]);
  });

  it("takes only sets that were read", () => {
    expect(() => checkFramework({ ...framework }, framework)).toThrow(TypeError);
    expect(() => checkFramework(framework, { ...framework })).toThrow(TypeError);
  });

  it("is compared with work that grows as the sets do", async () => {
    const growth = await growthOf([150, 600], (size) => {
      const items = Array.from({ length: size }, (_, at) => ({
        number: `${at + 1}`,
        title: { vi: `Lĩnh vực ${at}` },
        maxPoints: "2",
        items: [{ number: `${at + 1}.1`, title: { vi: "Tiêu chí" }, maxPoints: "2" }],
      }));
      const raw = (list: readonly unknown[]) =>
        changed(smallFramework(), { items: list, maxPoints: `${2 * list.length}` }, ["totals"]);
      const all = readCriteriaSet(raw(items));
      const half = readCriteriaSet(raw(items.slice(size / 2)));
      return () => checkFramework(half, all);
    });
    expect(growth).toBeLessThan(1.15);
  });
});
