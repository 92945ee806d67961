// Frameworks: a higher body fixes items and maxima, and those who fill it divide the last items further.
import { describe, expect, it } from "vitest";
import { readCriteriaSet } from "../../src/set/check.ts";
import { checkFramework } from "../../src/set/head.ts";
import { changed, type Raw, smallFramework, smallSet } from "../support/sets.ts";
import { growthOf } from "../support/work.ts";

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
