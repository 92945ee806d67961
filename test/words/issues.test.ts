/** The words of issues: each is a sentence, every code is used, every fact that words ask for is given. */
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { issue } from "../../src/issue.ts";
import { checkCriteriaSet } from "../../src/set/check.ts";
import { enIssues } from "../../src/words/en.ts";
import { viIssues } from "../../src/words/vi.ts";
import { message } from "../../src/words/words.ts";
import { sourceFiles, sourceTree } from "../support/imports.ts";
import { brokenFiles, brokenValue } from "../support/sets.ts";
import { namesIn } from "../support/wordless.ts";

const codes = Object.keys(viIssues) as (keyof typeof viIssues)[];
/** Every node of every file of src/ but the words themselves, with the file that it stands in. */
function* nodes(): Generator<readonly [node: ts.Node, file: string]> {
  for (const file of sourceFiles) {
    if (file.startsWith("words/")) continue;
    const stack: ts.Node[] = [sourceTree(file)];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      yield [node, file];
      node.forEachChild((child) => void stack.push(child));
    }
  }
}

describe("the words of an issue", () => {
  test.each(codes)("%s: each language is a sentence of its own, in NFC", (code) => {
    const [vi, en] = [viIssues[code], enIssues[code]];
    expect(vi.normalize("NFC")).toBe(vi);
    expect(vi).toMatch(/[\u00C0-\u1EF9]/u);
    // English words quote Vietnamese at most between quotation marks.
    expect(en.replace(/“[^”]*”/g, "")).not.toMatch(
      /[\u0102\u0103\u0110\u0111\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]/u,
    );
    for (const text of [vi, en]) expect(text).toMatch(/[.?)”]$/u);
  });
});

describe("the codes", () => {
  test("are kebab-case", () => {
    expect(codes.filter((code) => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
  });

  test("are all used in src/: no words for an issue that cannot come", () => {
    const written = new Set<string>();
    for (const [node] of nodes()) if (ts.isStringLiteralLike(node)) written.add(node.text);
    expect(codes.filter((code) => !written.has(code))).toEqual([]);
  });

  test("are given the facts that their words ask for", () => {
    const holes: string[] = [];
    let seen = 0;
    for (const [node, file] of nodes()) {
      if (!ts.isCallExpression(node)) continue;
      const at = node.arguments.findIndex((it) => ts.isStringLiteralLike(it) && it.text in viIssues);
      const first = node.arguments[at];
      if (first === undefined || !ts.isStringLiteralLike(first)) continue;
      // A code is followed by its path and its facts, or by its facts alone; facts from elsewhere are beyond this look.
      const facts = node.arguments.slice(at + 1, at + 3).find(ts.isObjectLiteralExpression);
      if (facts === undefined || facts.properties.some(ts.isSpreadAssignment)) continue;
      seen += 1;
      const given = facts.properties.map((property) => property.name?.getText() ?? "");
      const code = first.text as keyof typeof viIssues;
      const names = namesIn(viIssues[code] + enIssues[code]);
      // What is said only with its value may be left out.
      const free = new Set([
        "item",
        "unit",
        ...names.filter(({ mark }) => mark === "?").map((it) => it.name),
      ]);
      const missing = names.map(({ name }) => name).filter((it) => !given.includes(it) && !free.has(it));
      if (missing.length > 0) holes.push(`${file}: ${first.text} lacks ${missing.join(", ")}`);
    }
    expect(seen).toBeGreaterThan(100);
    expect(holes).toEqual([]);
  });
});

/** The parts of a value that can still be changed, or that JSON would lose. */
function loose(value: unknown, path: string): readonly string[] {
  if (value === undefined) return [`${path} is undefined`];
  if (typeof value !== "object" || value === null) return [];
  const own = Object.isFrozen(value) ? [] : [`${path} is not frozen`];
  return [...own, ...Object.entries(value).flatMap(([key, part]) => loose(part, `${path}.${key}`))];
}

describe("an issue is frozen plain data throughout", () => {
  test("whatever a criteria file has wrong", () => {
    const issues = brokenFiles.flatMap(([, file]) => checkCriteriaSet(brokenValue(file)));
    expect(issues.some(({ params }) => Object.values(params).some((it) => typeof it === "object"))).toBe(
      true,
    );
    expect(issues.flatMap((it) => loose(it, it.code))).toEqual([]);
  });

  test("whatever stands in what it names", () => {
    const words = { vi: "một", en: undefined };
    const params = {
      found: message("named.cell.column", { column: "x".repeat(200) }),
      expected: [message("named.type.array"), words, undefined],
      left: undefined,
    };
    const made = issue("wrong-type", [], params);
    expect(loose(made, "issue")).toEqual([]);
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
    expect(JSON.stringify(made)).not.toContain("x".repeat(121));
  });
});
