import { criteriaTable } from "par-index/check";
import { criteriaSet, criteriaSetIds } from "par-index/criteria";
import { describe, expect, test } from "vitest";
import { readCriteriaSet } from "../../src/set/check.ts";
import { smallFramework } from "../support/sets.ts";

/** Every Vietnamese text, and every figure, that a set holds. */
function contentOf(value: unknown): { readonly texts: string[]; readonly figures: string[] } {
  const found = { texts: [] as string[], figures: [] as string[] };
  const walk = (it: unknown, key: string): void => {
    if (typeof it === "string" && key === "vi") found.texts.push(it);
    else if (
      typeof it === "string" &&
      /^(points|maxPoints|percent|weight|cap|from|upTo|below|above|each|zeroBelow|fullFrom|step|floor)$/.test(
        key,
      ) &&
      /^\d/.test(it)
    ) {
      if (!/^\d{4}-/.test(it)) found.figures.push(it.replace(".", ","));
    } else if (typeof it === "object" && it !== null)
      for (const [name, inner] of Object.entries(it)) walk(inner, Array.isArray(it) ? key : name);
  };
  walk(value, "");
  return found;
}

/** A table without its layout: wrapped lines and columns joined again cannot be told apart, so words are compared. */
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(text.split(/[\s|()<>\\;:.,/"“”–→?]+/).filter((it) => it !== ""));

describe.each(criteriaSetIds)("the table of %s", (id) => {
  const set = criteriaSet(id);

  test("fits 100 columns", () => {
    for (const language of ["vi", "en"] as const) {
      for (const line of criteriaTable(set, language).split("\n"))
        expect(line.length, line).toBeLessThanOrEqual(100);
    }
  });

  test("has every word and figure of the set, so that nothing escapes who proof-reads it", () => {
    const table = criteriaTable(set, "vi", { markdown: true });
    const words = wordsOf(table);
    const { texts, figures } = contentOf(set);
    const missing = texts
      .flatMap((text) => [...wordsOf(text)])
      .filter((word) => !words.has(word) && !words.has(word.charAt(0).toLowerCase() + word.slice(1)));
    expect([...new Set(missing)]).toEqual([]);
    expect(figures.filter((figure) => !table.includes(figure))).toEqual([]);
  });

  test("has one row for each item, with its maximum", () => {
    const rows = criteriaTable(set, "vi", { markdown: true })
      .split("\n")
      .map((line) => line.split(" | "));
    const walk = (items: typeof set.items): void => {
      for (const { number, maxPoints, title, items: children } of items) {
        const row = rows.find(
          ([first, second]) => first === `| ${number}` && second?.startsWith(title.vi.slice(0, 20)),
        );
        expect(row?.[2], number).toBe(maxPoints.replace(".", ","));
        walk(children ?? []);
      }
    };
    walk(set.items);
  });
});

test("a framework is printed without rules, and says that it is one", () => {
  const table = criteriaTable(readCriteriaSet(smallFramework()), "en");
  expect(table).toContain("A framework, without rules yet");
});

test("English titles stand beneath the Vietnamese ones where asked for", () => {
  const set = criteriaSet("hoa-lam/department/2026");
  const both = criteriaTable(set, "vi", { english: true });
  const title = set.items[0]?.title.en?.slice(0, 20) ?? "";
  expect(both).toContain(title);
  expect(criteriaTable(set, "vi")).not.toContain(title);
});

test("a language without words, and a set that was not read, are wrong calls", () => {
  const set = criteriaSet("hoa-lam/department/2026");
  expect(() => criteriaTable(set, "xx" as never)).toThrow(RangeError);
  expect(() => criteriaTable({ ...set }, "vi")).toThrow(TypeError);
});
