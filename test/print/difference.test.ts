import { type CriteriaSet, readCriteriaSet } from "par-index";
import { diffCriteriaSets, diffText, type ItemChange } from "par-index/check";
import { criteriaSet } from "par-index/criteria";
import { describe, expect, test } from "vitest";
import { smallSet } from "../support/sets.ts";

/** A change of a raw set: values by their place ("items.0.title.vi"), or its whole text. */
type Change = Readonly<Record<string, unknown>> | ((text: string) => string);

function put(holder: unknown, path: readonly string[], value: unknown): void {
  const [step = "", ...rest] = path;
  const record = holder as Record<string, unknown>;
  if (rest.length === 0) record[step] = value;
  else put(record[step], rest, value);
}

function changed(...changes: readonly Change[]): CriteriaSet {
  let raw: unknown = smallSet();
  for (const change of changes) {
    if (typeof change === "function") raw = JSON.parse(change(JSON.stringify(raw)));
    else for (const [place, value] of Object.entries(change)) put(raw, place.split("."), value);
  }
  return readCriteriaSet(raw);
}

const base = changed();
/** The next year's set: another id and period, so that `replaces` speaks of the first. */
const nextYear = (...changes: readonly Change[]): CriteriaSet =>
  changed(
    { id: "hoa-lam/department/2027" },
    (text) => text.replace(/"2026-(\d\d-\d\d)"/g, '"2027-$1"'),
    ...changes,
  );
/** Gives an item another number wherever the file names it; points and counts stay. */
const renumbered =
  (from: string, to: string) =>
  (text: string): string =>
    text
      .replaceAll(`"number":"${from}"`, `"number":"${to}"`)
      .replaceAll(`"item":"${from}"`, `"item":"${to}"`)
      .replaceAll(`["${from}"]`, `["${to}"]`);
const diff = (after: CriteriaSet) => diffCriteriaSets(base, after);
const lines = (after: CriteriaSet): readonly string[] => diffText(diff(after), "vi").split("\n").slice(1);
const kinds = (after: CriteriaSet): readonly string[] => diff(after).items.map(({ kind }) => kind);

test("a set and itself say the same, in words too", () => {
  for (const set of [base, criteriaSet("hoa-lam/commune/2026")]) {
    expect(diffCriteriaSets(set, set)).toMatchObject({ parts: [], items: [] });
    expect(diffText(diffCriteriaSets(set, set), "vi")).toMatch(/\nHai bộ tiêu chí không khác nhau$/);
  }
});

describe("a change of an item is told with what it was and what it is", () => {
  const leaf = "items.0.items.0.items.0";
  const fieldOf = (after: CriteriaSet): Extract<ItemChange, { kind: "item-changed" }> => {
    const [first, ...others] = diff(after).items;
    expect(others).toEqual([]);
    if (first?.kind !== "item-changed") throw new Error("no item changed");
    return first;
  };

  test("its title", () => {
    const after = changed({ [`${leaf}.title.vi`]: "Ban hành kế hoạch đúng hạn" });
    expect(lines(after)).toEqual(["Tiêu chí 1.1.1, tên: Ban hành kế hoạch → Ban hành kế hoạch đúng hạn"]);
  });

  test("its evidence, and its maximum", () => {
    expect(lines(changed({ [`${leaf}.evidence`]: "none" }))).toEqual([
      "Tiêu chí 1.1.1, tài liệu kiểm chứng: bắt buộc → không cần",
    ]);
    const bigger = changed({
      "items.0.items.0.items.1.maxPoints": "2.5",
      "items.0.items.0.items.0.maxPoints": "1.5",
      "items.0.items.0.items.0.rule.options.0.points": "1.5",
      "items.0.items.0.items.1.examples.0.points": "2.125",
    });
    expect(lines(bigger)).toContain("Tiêu chí 1.1.2, điểm tối đa: 3 → 2,5");
  });

  test("an option's points, in the words of the rule", () => {
    const change = fieldOf(changed({ [`${leaf}.rule.options.2.points`]: "0.25" }));
    expect(change).toMatchObject({ field: "rule", item: { number: "1.1.1" } });
    expect([change.before.vi, change.after.vi].map((text) => text.includes("0,25 điểm"))).toEqual([
      false,
      true,
    ]);
  });

  test("an option's id, which no words show, as the file writes it", () => {
    expect(fieldOf(changed({ [`${leaf}.rule.options.2.id`]: "doi-ten" })).after.vi).toContain("doi-ten");
  });
});

describe("the sets of two years", () => {
  test("tell an item that was renumbered from one that was added and one that was removed", () => {
    const told = nextYear(renumbered("1.3", "1.9"), { "items.0.items.2.replaces": ["1.3"] });
    expect(kinds(told)).toEqual(["item-renumbered"]);
    expect(lines(told).at(-1)).toBe("Đổi số: 1.3 thành 1.9 “Sáng kiến cải cách hành chính”");
    expect(kinds(nextYear(renumbered("1.3", "1.9")))).toEqual(["item-added", "item-removed"]);
  });

  test("tell the period and the id beside the tree", () => {
    const names = diff(nextYear()).parts.map(({ part, name }) => `${part}: ${name.en}`);
    expect(names).toEqual(expect.arrayContaining(["set: Id", "set: Period"]));
    expect(diffText(diff(nextYear()), "en")).toMatch(
      /^Compared: hoa-lam\/department\/2026, edition 1 – hoa-lam\/department\/2027, edition 1\n/,
    );
  });

  test("tell items that were merged, split and moved", () => {
    expect(kinds(nextYear({ "items.0.items.1.replaces": ["1.2", "1.3"] }))).toContain("item-merged");
    const split = nextYear({ "items.0.items.1.replaces": ["1.2"], "items.0.items.2.replaces": ["1.2"] });
    expect(kinds(split).filter((kind) => kind === "item-split")).toEqual(["item-split"]);
    const moved = nextYear({ "items.1.items.0.replaces": ["1.2"] });
    expect(diff(moved).items.find(({ kind }) => kind === "item-moved")).toMatchObject({ from: "1", to: "2" });
    for (const line of lines(moved)) expect(line).toMatch(/^(?:\p{Lu}\p{Ll}+| {2}(?:trước|sau): | {6}\S)/u);
  });

  test("follow a renumbered domain to what stands below it", () => {
    const below = ["2", "2.1", "2.2", "2.3", "2.4"].map((number) =>
      renumbered(number, number.replace(/^2/, "3")),
    );
    const told = kinds(nextYear(...below, { "items.1.replaces": ["2"] }));
    expect(told).toEqual(Array.from({ length: 5 }, () => "item-renumbered"));
  });

  test("of one id are editions: what they replace is a set before both", () => {
    const edition = changed({ "items.0.items.1.replaces": ["1.3"] });
    expect(lines(edition)).toEqual(["Tiêu chí 1.2, thay cho: – → 1.3"]);
  });
});

describe("whatever else a file says is told once when it changes", () => {
  test.each([
    ["set", "title.vi", "Tên khác"],
    ["decisions", "decisions.0.number", "02/QĐ-UBND"],
    ["sources", "sources.0.title.vi", "Thẩm định"],
    ["groups", "groups.0.title.vi", "Nhóm khác"],
    ["groups", "kinds.0.title.vi", "Loại khác"],
    ["policies", "policies.rounding", { places: 2, mode: "half-even", items: true }],
    ["policies", "policies.silence", "pending"],
    ["policies", "ranking.ties", "dense"],
    ["grades", "grades.0.title.vi", "Rất tốt"],
    ["calendar", "calendar.0.title.vi", "Gửi báo cáo"],
    ["bonus", "bonus.lines.0.title.vi", "Mô hình"],
    ["survey", "survey.notHeld", "pending"],
    ["respondents", "survey.respondents.0.title.vi", "Nhóm A"],
    ["scales", "survey.scales.0.options.0.title.vi", "A"],
    ["exemptions", "exemptions.0.citation", { decision: "qd-01", at: "mục khác" }],
  ])("in %s: %s", (part, place, value) => {
    const found = diff(changed({ [place]: value }));
    expect(found.parts.map((it) => [it.part, it.kind])).toEqual([[part, "changed"]]);
    expect(found.items).toEqual([]);
  });

  test("rows that are new or gone", () => {
    const more = changed({ "calendar.1": { id: "report", title: { vi: "Báo cáo" }, by: "2026-12-31" } });
    expect(diffCriteriaSets(base, more).parts).toMatchObject([
      { kind: "added", part: "calendar", name: { vi: "report" } },
    ]);
    expect(diffCriteriaSets(more, base).parts).toMatchObject([{ kind: "removed", part: "calendar" }]);
  });
});

test("every word of a file, in either language, is told when it changes", () => {
  const texts: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if ((key === "vi" || key === "en") && typeof inner === "string") texts.push(`${path}${key}`);
      walk(inner, `${path}${key}.`);
    }
  };
  walk(smallSet(), "");
  expect(texts.length).toBeGreaterThan(100);
  const untold = texts.filter((place) => {
    const { parts, items } = diff(changed({ [place]: "Nội dung khác hẳn" }));
    return parts.length + items.length !== 1;
  });
  expect(untold).toEqual([]);
});

test("a set that was not read is a wrong call", () => {
  expect(() => diffCriteriaSets(base, { ...base })).toThrow(TypeError);
  expect(() => diffText(diffCriteriaSets(base, base), "xx" as never)).toThrow(RangeError);
});
