// Criteria files: a good one passes without a word; each broken one gives just the issues that it was broken for.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { InvalidError } from "../../src/issue.ts";
import { assertCriteriaSet, isCriteriaSet } from "../../src/set/brand.ts";
import { checkCriteriaSet, readCriteriaSet } from "../../src/set/check.ts";
import { viIssues } from "../../src/words/vi.ts";
import { brokenFiles, brokenValue, changed, type Raw, smallSet, smallSets } from "../support/sets.ts";
import { emptySuggestion, inBoth } from "../support/words.ts";
import { growthOf } from "../support/work.ts";

const brief = (value: unknown) =>
  checkCriteriaSet(value).map(({ code, path, item, number }) => ({
    code,
    path: path.join("/"),
    ...(item === undefined ? {} : { item }),
    // Told in a broken file where it is another than the id.
    ...(number === undefined || number === item ? {} : { number }),
  }));

describe("C10: an index that joins totals", () => {
  /** One leaf of so many points, given on a step or with the decimals that are published. */
  const joins = (max: string, places: number, step?: string, on = "published") => {
    const raw: Raw = {
      format: 1,
      id: "hoa-lam/department/2026",
      edition: 1,
      status: "illustrative",
      title: { vi: "Bộ tiêu chí minh họa" },
      issuer: { vi: "Tỉnh Hoa Lâm" },
      level: "department",
      period: { from: "2026-01-01", to: "2026-12-31" },
      levels: [{ vi: "Tiêu chí" }],
      maxPoints: max,
      sources: [{ id: "a", kind: "appraisal", title: { vi: "Thẩm định" }, maxPoints: max }],
      groups: [{ id: "g", title: { vi: "Nhóm" } }],
      items: [
        {
          number: "1",
          title: { vi: "Tiêu chí một" },
          maxPoints: max,
          source: "a",
          rule: { kind: "direct", ...(step === undefined ? {} : { step }) },
        },
      ],
      policies: { rounding: { places, mode: "half-up", items: false } },
      ranking: { on },
    };
    return checkCriteriaSet(raw).flatMap(({ code, params }) =>
      code === "index-joins-totals" ? [params["expected"]] : [],
    );
  };

  it("is told where the totals that print apart share a place", () => {
    expect(joins("120", 1)).toEqual([2]);
    expect(joins("1000", 2)).toEqual([3]);
    expect(joins("120", 1, "0.1")).toEqual([2]);
    expect([
      joins("100", 1),
      joins("70", 2),
      joins("120", 1, "0.25"),
      joins("120", 1, undefined, "exact"),
    ]).toEqual([[], [], [], []]);
  });

  it("110.2 and 110.1 of 120 are 91.8 % both, and say so no longer at two decimals", () => {
    expect([joins("120", 1), joins("120", 2, "0.1")]).toEqual([[2], []]);
  });
});

describe("a good criteria file", () => {
  it.each(Object.entries(smallSets))("%s passes without an issue", (_, build) => {
    expect(brief(build())).toEqual([]);
  });

  it("is not changed by being checked or read", () => {
    const before = JSON.stringify(smallSet());
    const raw = smallSet();
    checkCriteriaSet(raw);
    readCriteriaSet(raw);
    expect(JSON.stringify(raw)).toBe(before);
  });

  it("reads the same whatever the order of its keys and of lists whose order means nothing", () => {
    const raw = smallSet();
    const survey = raw["survey"] as { respondents: unknown[]; scales: unknown[] };
    survey.respondents.reverse();
    const turned = Object.fromEntries(Object.entries(raw).reverse());
    expect(JSON.stringify(readCriteriaSet(turned))).toBe(JSON.stringify(readCriteriaSet(smallSet())));
  });

  it("reads back the same after being written", () => {
    for (const build of Object.values(smallSets)) {
      const set = readCriteriaSet(build());
      expect(JSON.stringify(readCriteriaSet(JSON.parse(JSON.stringify(set))))).toBe(JSON.stringify(set));
    }
  });

  it("has its defaults filled in, its decimals shortest and nothing left to change", () => {
    const silent = ["policies", "ranking", "bonus", "penalty", "calendar", "grades", "exemptions", "kinds"];
    const change = { "items/1/items/0/notApplicable": "zero", maxPoints: "20.00" };
    const set = readCriteriaSet(changed(smallSet(), change, silent));
    expect(set.maxPoints).toBe("20");
    expect(set.policies).toEqual({
      rounding: { places: 2, mode: "half-up", items: false },
      unanswered: "zero",
      silence: "accept",
      missing: "unranked",
      late: { kind: "flag" },
      openFindings: "warn",
      limits: { max: "100", min: "0" },
    });
    expect(set.ranking).toEqual({ on: "published", ties: "skip", tieBreakers: [] });
    expect([set.bonus, set.penalty, set.calendar]).toEqual([{ lines: [] }, { lines: [] }, []]);
    const [domain, procedures] = set.items;
    expect(domain?.items?.[0]?.items?.[0]).toMatchObject({
      id: "1.1.1",
      scoredBy: "unit",
      evidence: "required",
    });
    expect(procedures?.items?.map(({ notApplicable }) => notApplicable)).toEqual([
      "zero",
      undefined,
      undefined,
      undefined,
    ]);
    expect(procedures?.items?.[2]).toMatchObject({ scoredBy: "appraiser" });
    expect(procedures?.items?.[2]).not.toHaveProperty("evidence");
    expect("$schema" in set).toBe(false);
    expect(Object.isFrozen(domain?.items?.[0]?.items?.[0]?.rule)).toBe(true);
  });

  it("gives a leaf that writes `true` the common consequence", () => {
    expect(readCriteriaSet(smallSet()).items[1]?.items?.[0]?.notApplicable).toBe("rescale");
  });

  it("names items by their path where a number repeats in the tree", () => {
    const raw = changed(smallSet(), {
      "items/0/number": "I",
      "items/1/number": "II",
      "items/0/items/0/items/0/number": "1.1",
      "items/0/items/0/items/1/number": "1.2",
      "exemptions/0/items": ["ii/1"],
      "ranking/tieBreakers/1/id": "i/1",
      ...Object.fromEntries(
        [0, 1, 2, 3].flatMap((at) =>
          [0, 1].map((domain) => [`items/${domain}/items/${at}/number`, `${at + 1}`]),
        ),
      ),
      ...Object.fromEntries(
        [0, 1].flatMap((form) =>
          ["i/4", "ii/4"].map((id, at) => [`survey/questionnaires/${form}/questions/${at}/item`, id]),
        ),
      ),
    });
    expect(brief(raw)).toEqual([]);
    const set = readCriteriaSet(raw);
    expect(set.items[0]?.items?.map(({ id }) => id)).toEqual(["i/1", "i/2", "i/3", "i/4"]);
    expect(set.items[0]?.items?.[0]?.items?.map(({ id }) => id)).toEqual(["1.1", "1.2"]);
  });
});

describe("a set as read", () => {
  it("is told from any other object, a copy of it too", () => {
    const set = readCriteriaSet(smallSet());
    expect(isCriteriaSet(set)).toBe(true);
    expect(isCriteriaSet({ ...set })).toBe(false);
    expect(() => assertCriteriaSet({ ...set }, "score")).toThrow(
      /^score: the criteria set was not made by readCriteriaSet of this copy: it is a clone/,
    );
  });

  it("is not made of a file with an error; the exception has every issue", () => {
    const raw = changed(smallSet(), { maxPoints: "25", id: "hoa-lam" });
    const issues = checkCriteriaSet(raw);
    expect(issues.map(({ code }) => code)).toEqual(["set-id-form", "set-sum-differs"]);
    try {
      readCriteriaSet(raw);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(InvalidError);
      expect((error as InvalidError).issues).toEqual(issues);
    }
  });

  it("is made of a file with warnings alone", () => {
    expect(isCriteriaSet(readCriteriaSet(changed(smallSet(), {}, ["grades/2/below"])))).toBe(true);
  });
});

describe("a broken criteria file gives just its own issues", () => {
  it.each(brokenFiles)("%s", (_, file) => {
    expect(brief(brokenValue(file))).toEqual(file.expect);
  });

  it("B3, B4: shows how a text is written, and the three values of `empty` with what each means", () => {
    const wordsOf = (name: string) =>
      brokenFiles
        .filter(([of]) => of === name)
        .flatMap(([, file]) => checkCriteriaSet(brokenValue(file)).map(inBoth));
    const [text] = wordsOf("text-without-language.json");
    expect(text?.vi).toContain('{ "vi": "Cải cách thủ tục hành chính" }');
    const [empty] = wordsOf("missing-empty.json");
    expect(empty?.vi).toMatch(/^Mục 1\.1\.2: .*"full" \(.*"zero" \(.*"not-applicable" \(/);
  });

  it("there are at least 80 kinds of mistake", () => {
    const kinds = new Set(brokenFiles.flatMap(([, file]) => file.expect.map(({ code }) => code)));
    expect(kinds.size).toBeGreaterThanOrEqual(80);
    expect(brokenFiles.length).toBeGreaterThanOrEqual(120);
  });

  it("words each issue in both languages, with every fact filled in", () => {
    for (const [name, file] of brokenFiles) {
      for (const found of checkCriteriaSet(brokenValue(file))) {
        const { vi, en } = inBoth(found);
        // How a text is written by language is shown as it is written.
        const said = [name, vi, en].join(" ").replace(/\{ "vi": "[^"]*" \}/g, "");
        expect(said, found.code).not.toMatch(/[{}]|undefined|“”|\( /);
        expect(said, found.code).not.toMatch(emptySuggestion);
        expect(vi).not.toBe(en);
      }
    }
  });

  it("leaves no code of the criteria checks without its broken file", () => {
    const words = readFileSync(new URL("../../src/words/vi.ts", import.meta.url), "utf8");
    const section = (from: string, to: string): string => words.slice(words.indexOf(from), words.indexOf(to));
    // Frameworks are compared with another file, in head.test.ts.
    const sections =
      section("// Shape", "// Inspection plans") +
      section("// Rules: the rule of a leaf", "// Rules: the facts of an answer") +
      section("// Criteria sets: the head", "// Criteria sets: frameworks");
    const codes = [...sections.matchAll(/^ {2}"([a-z-]+)":/gm)].map((found) => found[1]);
    const planted = new Set(brokenFiles.flatMap(([, file]) => file.expect.map(({ code }) => code)));
    expect(codes.length).toBeGreaterThan(120);
    expect(codes.filter((code) => code === undefined || !planted.has(code))).toEqual([]);
    expect(Object.keys(viIssues)).toEqual(expect.arrayContaining([...planted]));
  });

  it("finds two independent mistakes in one pass, in the order of the file", () => {
    const files = Object.fromEntries(brokenFiles);
    const names = ["decimal-comma.json", "grade-gap.json", "set-id-level-differs.json"];
    const change = Object.assign({}, ...names.map((name) => files[name]?.change));
    expect(brief(changed(smallSet(), change)).map(({ code }) => code)).toEqual([
      "set-id-level-differs",
      "decimal-comma",
      "grade-gap",
    ]);
  });
});

describe("a value that is no file", () => {
  const cycle: Record<string, unknown> = { ...smallSet() };
  cycle["items"] = cycle;
  let deep: unknown = [];
  for (let i = 0; i < 10_000; i++) deep = [deep];
  it.each([
    ["nothing", undefined, "not-plain-data"],
    ["a text", "rules", "wrong-type"],
    ["the text of a file", "{}", "json-text"],
    ["a list", [], "wrong-type"],
    ["null", null, "wrong-type"],
    ["a function", () => 1, "not-plain-data"],
    ["a class instance", new Map(), "not-plain-data"],
    ["NaN for a maximum", { ...smallSet(), maxPoints: Number.NaN }, "number-not-finite"],
    ["a cycle", cycle, "value-in-cycle"],
    ["depth", { ...smallSet(), kinds: deep }, "nested-too-deep"],
    ["a megabyte title", { ...smallSet(), title: { vi: "x".repeat(1_000_000) } }, "text-too-long"],
    [
      "__proto__",
      JSON.parse(JSON.stringify(smallSet()).replace("{", '{"__proto__":{"a":1},')),
      "key-not-allowed",
    ],
    [
      "a getter",
      Object.defineProperty(smallSet(), "title", { get: () => expect.unreachable(), enumerable: true }),
      "not-plain-data",
    ],
  ])("%s gives one clear issue", (_, value, code) => {
    expect(checkCriteriaSet(value).map((it) => it.code)).toEqual([code]);
    expect(() => readCriteriaSet(value)).toThrow(InvalidError);
  });

  it("of rubbish gives a page of issues, the last of which says so", () => {
    const rubbish: Record<string, unknown> = smallSet();
    for (let at = 0; at < 20_000; at++) rubbish[`key-${at}`] = at;
    const codes = checkCriteriaSet(rubbish).map((it) => it.code);
    expect(codes.length).toBe(1001);
    expect(codes).toContain("too-many-issues");
  });
});

describe("the work of a check grows as the file does", () => {
  const list = <T>(size: number, make: (at: number) => T): readonly T[] =>
    Array.from({ length: size }, (_, at) => make(at));
  const title = (at: number) => ({ vi: `Tên ${at}` });
  const direct = { rule: { kind: "direct" }, source: "tham-dinh" };
  const leaf = (at: number, more: Raw = direct) => ({
    number: `1.${at + 1}`,
    title: title(at),
    maxPoints: "1",
    ...more,
  });
  const asked = { rule: { kind: "survey" }, source: "khao-sat" };
  const question = (at: number, item: string) => ({ id: `q${at}`, text: title(at), scale: "bon-muc", item });
  const group = (at: number) => ({ id: `g${at}`, title: title(at) });

  const cases: Readonly<Record<string, (size: number) => Raw>> = {
    "kinds and exemptions": (size) => ({
      kinds: list(size, (at) => ({ id: `k${at}`, title: title(at) })),
      exemptions: list(size, (at) => ({ kind: `k${at >> 1}`, items: ["2.1"] })),
    }),
    "exemptions of unknown kinds and items": (size) => ({
      kinds: list(size, (at) => ({ id: `k${at}`, title: title(at) })),
      exemptions: list(size, (at) => ({ kind: `x${at}`, items: [`9.${at}`] })),
    }),
    "leaves without sources": (size) => ({
      sources: list(size, (at) => ({ id: `s${at}`, kind: "appraisal", title: title(at), leaves: at })),
      "items/0/items": list(size, (at) =>
        leaf(at, at % 2 ? { rule: direct.rule } : { ...direct, source: `s${at}` }),
      ),
    }),
    "domains that do not sum": (size) => ({
      items: list(size, (at) => ({
        number: `${at + 1}`,
        title: title(at),
        maxPoints: "3",
        items: [{ ...leaf(0), number: `${at + 1}.1` }],
      })),
      "ranking/tieBreakers": list(size, (at) => ({ by: "item", id: `${size + at}.1` })),
    }),
    "levels and counts that differ": (size) => ({
      levels: list(size, title),
      "totals/counts": list(size, () => 7),
      "items/0/items": list(size, (at) => ({ ...leaf(at), rule: undefined, items: [leaf(0)] })),
    }),
    "groups of units that a questionnaire judges": (size) => ({
      groups: list(size, group),
      "items/0/items": list(size, (at) => leaf(at, asked)),
      "survey/questionnaires/0/judges": list(size, (at) => `g${at}`),
      "survey/questionnaires/0/questions": list(size, (at) => question(at, `1.${at + 1}`)),
      "survey/questionnaires/1/judges": ["g1"],
      "survey/questionnaires/1/questions": list(size, (at) => question(at, `1.${at + 1}`)),
    }),
    "groups of units that none judges": (size) => ({
      groups: list(size, group),
      "items/0/items": list(size, (at) => leaf(at, asked)),
      "survey/questionnaires/0/judges": ["g1"],
      "survey/questionnaires/0/questions": list(size, (at) => question(at, `1.${at + 1}`)),
      "survey/questionnaires/1/judges": ["g1"],
      "survey/questionnaires/1/questions": list(size, (at) => question(at, `1.${at + 1}`)),
    }),
    "questions about leaves of no survey": (size) => ({
      "items/0/items": list(size, (at) => leaf(at, at % 2 ? asked : direct)),
      "survey/questionnaires/0/questions": list(size, (at) => question(at, `1.${at + 1}`)),
    }),
    "questions about one leaf": (size) => ({
      groups: list(size, group),
      "survey/questionnaires/0/judges": list(size, (at) => `g${at}`),
      "survey/questionnaires/0/questions": list(size, (at) => question(at, "1.4")),
      "survey/questionnaires/1/judges": list(size, (at) => `g${at}`),
      "survey/questionnaires/1/questions": [question(0, "1.4"), question(1, "2.4")],
    }),
    "bonus lines": (size) => ({
      "bonus/lines": list(size, (at) => ({
        id: `b${at}`,
        number: `${at + 3}`,
        title: title(at),
        rule: { kind: "direct" },
        cap: "1",
      })),
    }),
  };

  it("with thousands of unknown names says each of them", () => {
    const many = changed(smallSet(), {
      "items/0/items": list(4000, (at) => leaf(at, asked)),
      "survey/questionnaires/0/questions": list(4000, (at) => question(at, `1.${at + 1}`)),
      "survey/questionnaires/1/questions": list(4000, (at) => question(at, `9.${at}`)),
    });
    const unknown = checkCriteriaSet(many).filter(({ code }) => code === "unknown-item");
    expect(unknown.length).toBe(4000);
  });

  it.each(Object.entries(cases))("%s", async (_, change) => {
    const growth = await growthOf([150, 600], (size) => {
      const raw = changed(smallSet(), change(size));
      return () => checkCriteriaSet(raw);
    });
    expect(growth).toBeLessThan(1.15);
  });
});
