/** The pipeline flows one way: the list below holds every file and folder of src/, each importing only from above it. */
import { describe, expect, test } from "vitest";
import { type Import, importsOf, sourceFiles, sourceText } from "../support/imports.ts";

/**
 * Files of src/, folders (whose files may import each other) and, with a star, files of a folder that stand elsewhere
 * than the rest of it: what prints a set needs the words, and what reads one does not. In the order of the pipeline.
 */
const pipeline = [
  // The ground: numbers, issues, plain data.
  "version.ts",
  "number.ts",
  "words/",
  "issue.ts",
  "plain.ts",
  // Criteria set.
  "criteria-set.ts",
  "accept.ts",
  "shape.ts",
  "rule.ts",
  "rules/",
  "set/",
  "plan.ts",
  // Round: self-assessment, ledger, tallies.
  "round.ts",
  "calendar.ts",
  "appraisal.ts",
  "round/",
  // Survey, score, ranking.
  "survey/",
  "evaluation.ts",
  "units.ts",
  "score.ts",
  "ranking.ts",
  "movement.ts",
  "assess.ts",
  "outstanding.ts",
  "results.ts",
  "shown.ts",
  "fast/indexes.ts",
  // What is told of them.
  "explain/",
  "print/",
  "audit/",
  "fast/",
  "sheets/",
  "report/",
  "process/",
  // Entries: a name is re-exported by one of them alone.
  "index.ts",
  "criteria.ts",
  "audit.ts",
  "check.ts",
  "process.ts",
  "report.ts",
  "repl.ts",
  "workbook.ts",
  "office.ts",
  "bin.ts",
];

/** The entries of the package. */
const entries = ["index.ts", "criteria.ts", "audit.ts", "check.ts", "process.ts", "report.ts"];

/**
 * Imports of types that look down the list, each with its reason. A rule is a closed union of the kinds, each declared
 * in its own file, and a criteria set holds rules: these three name each other in types, and only there.
 */
const upward: readonly { readonly from: string; readonly to: string }[] = [
  { from: "rule.ts", to: "rules/" },
  { from: "criteria-set.ts", to: "rule.ts" },
];

const covers = (entry: string, file: string): boolean =>
  entry === file || (/[*/]$/.test(entry) && file.startsWith(entry.replace("*", "")));

/** Where a file stands in the list: at the entry that says most about it. */
function place(file: string): number {
  const [closest] = pipeline.filter((it) => covers(it, file)).sort((one, other) => other.length - one.length);
  return closest === undefined ? -1 : pipeline.indexOf(closest);
}

const isUpward = (file: string, to: string): boolean =>
  upward.some((it) => it.from === file && (it.to === to || (it.to.endsWith("/") && to.startsWith(it.to))));
const own = (file: string): readonly Import[] =>
  importsOf(file).filter((it) => it.own && it.from.endsWith(".ts"));

/** The files that can be reached from a file at run time, itself first. */
function reached(file: string): readonly string[] {
  const seen = new Set<string>([file]);
  for (const it of seen) {
    for (const { from, typeOnly } of own(it)) if (!typeOnly) seen.add(from);
  }
  return [...seen];
}

describe("the pipeline", () => {
  test("lists every file of src/, and nothing else", () => {
    expect(sourceFiles.filter((file) => place(file) < 0)).toEqual([]);
    expect(pipeline.filter((it) => !sourceFiles.some((file) => covers(it, file)))).toEqual([]);
  });

  test.each(sourceFiles)("%s imports only from above it", (file) => {
    const wrong = own(file).filter(({ from, typeOnly }) => {
      if (typeOnly && isUpward(file, from)) return false;
      return from.startsWith("..") || place(from) > place(file);
    });
    expect(wrong.map(({ from }) => from)).toEqual([]);
  });

  test("has no exception that nothing needs", () => {
    const needed = upward.filter(({ from, to }) =>
      own(from).some((it) => it.typeOnly && (to === it.from || it.from.startsWith(to))),
    );
    expect(needed).toEqual(upward);
  });

  test("has no cycle at run time, within a folder either", () => {
    const cyclic = sourceFiles.filter((file) =>
      own(file).some(({ from, typeOnly }) => !typeOnly && reached(from).includes(file)),
    );
    expect(cyclic).toEqual([]);
  });
});

describe("what a file may use", () => {
  test.each(entries)(
    "%s and all that it reaches import no module of Node, and of packages only these",
    (entry) => {
      const packages = reached(entry).flatMap((file) => importsOf(file).filter((it) => !it.own));
      const allowed = ["zod/mini", "decimal.js", "@noble/hashes/", "pure-rand/", "jsonc-parser"];
      const others = packages.filter(({ from }) => !allowed.some((it) => from === it || from.startsWith(it)));
      expect(others.map(({ from }) => from)).toEqual([]);
    },
  );

  test("zod is imported where data is read, and nowhere on the way of a score", () => {
    const readers = /^(?:accept|shape|rule|results)\.ts$|^(?:rules|set|round|sheets|audit|process)\//;
    const users = sourceFiles.filter((file) => importsOf(file).some(({ from }) => from === "zod/mini"));
    expect(users.filter((file) => !readers.test(file))).toEqual([]);
  });

  test("only number.ts knows how a number is represented", () => {
    const inside = /\b(?!it\b)\w+\.(?:n|d)\b(?!\s*\()/;
    const others = sourceFiles.filter((file) => file !== "number.ts" && inside.test(sourceText(file)));
    expect(others).toEqual([]);
    expect(inside.test(sourceText("number.ts"))).toBe(true);
  });

  test("decimal.js takes roots, in a file of its own, and stands on no score path", () => {
    const users = sourceFiles.filter((file) => importsOf(file).some(({ from }) => from === "decimal.js"));
    expect(users).toEqual(["audit/draws.ts"]);
  });
});
