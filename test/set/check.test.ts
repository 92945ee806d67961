// Criteria files: a good one passes without a word; each broken one gives just the issues that it was broken for.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { InvalidError } from "../../src/issue.ts";
import { issueWords } from "../../src/issue-words.ts";
import { assertCriteriaSet, isCriteriaSet } from "../../src/set/brand.ts";
import { checkCriteriaSet, readCriteriaSet } from "../../src/set/check.ts";
import { brokenFiles, brokenValue, changed, smallSet, smallSets } from "../support/sets.ts";

const brief = (value: unknown) =>
  checkCriteriaSet(value).map(({ code, path, item }) => ({
    code,
    path: path.join("/"),
    ...(item === undefined ? {} : { item }),
  }));

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
      new TypeError("score: the criteria set was not made by readCriteriaSet"),
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

  it("there are at least 80 kinds of mistake", () => {
    const kinds = new Set(brokenFiles.flatMap(([, file]) => file.expect.map(({ code }) => code)));
    expect(kinds.size).toBeGreaterThanOrEqual(80);
    expect(brokenFiles.length).toBeGreaterThanOrEqual(120);
  });

  it("words each issue in both languages, with every fact filled in", () => {
    for (const [name, file] of brokenFiles) {
      for (const { code, vi, en } of checkCriteriaSet(brokenValue(file))) {
        expect([name, vi, en].join(" "), code).not.toMatch(/[{}]|undefined|“”|\( /);
        expect(vi).not.toBe(en);
      }
    }
  });

  it("leaves no code of the criteria checks without its broken file", () => {
    const words = readFileSync(new URL("../../src/issue-words.ts", import.meta.url), "utf8");
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
    expect(Object.keys(issueWords)).toEqual(expect.arrayContaining([...planted]));
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
    ["a text", "{}", "wrong-type"],
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

  it("with thousands of questions, leaves and unknown names is judged in time that grows with its size", () => {
    const survey = {
      number: "1.1",
      title: { vi: "x" },
      maxPoints: "3",
      source: "khao-sat",
      rule: { kind: "survey" },
    };
    const question = { text: { vi: "x" }, scale: "bon-muc" };
    const numbers = Array.from({ length: 4000 }, (_, at) => at + 1);
    const large = changed(smallSet(), {
      "items/0/items": numbers.map((at) => ({ ...survey, number: `1.${at}`, title: { vi: `x${at}` } })),
      "survey/questionnaires/0/questions": numbers.map((at) => ({
        ...question,
        id: `q${at}`,
        item: `1.${at}`,
      })),
      "survey/questionnaires/1/questions": numbers.map((at) => ({
        ...question,
        id: `q${at}`,
        item: `9.${at}`,
      })),
    });
    const codes = checkCriteriaSet(large).map((it) => it.code);
    expect(codes.filter((code) => code === "unknown-item").length).toBe(4000);
  }, 20_000);
});
