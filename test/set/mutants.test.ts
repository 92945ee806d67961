// Proof that the checker of criteria files catches mistakes: the shipped sets, each with one mistake. Every mistake that
// the structure shows gives an issue, and so do at least 98 % of the changes to values that the file itself repeats.
// What nothing in a file can know is counted too, by kind; docs/readings.md names those kinds.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCriteriaSet } from "../../src/set/check.ts";
import type { Json, Mutant, Share } from "../support/mutants.ts";
import { structuralMutants } from "../support/mutants-structure.ts";
import { coveredMutants, freeMutants } from "../support/mutants-values.ts";

const folder = new URL("../../criteria/", import.meta.url);
// Two sets that repeat all that a file may (totals, both bounds, an example of every case), and three of published totals.
const sets = [
  "binh-duong/district/2017.1.json",
  "hoa-lam/commune/2026.1.json",
  "hoa-lam/department/2026.1.json",
  "moha/ministry/2023.1.json",
  "moha/province/2012.1.json",
].map((path): readonly [string, Json] => [path, JSON.parse(readFileSync(new URL(path, folder), "utf8"))]);

/** At most this many of each kind in each set, drawn with the fixed seed; MUTANTS=all tries every one. */
const most = process.env["MUTANTS"] === "all" ? Number.POSITIVE_INFINITY : 12;
const { seed } = fc.readConfigureGlobal();

interface Tried {
  readonly set: string;
  readonly mutant: Mutant;
  readonly fate: "error" | "warning" | "missed";
  readonly issues: number;
}

const mutantsOf = (file: Json): readonly Mutant[] => {
  const told = [...structuralMutants(file), ...coveredMutants(file)];
  return [...told, ...freeMutants(file, new Set(told.map(({ at }) => at.join("/"))))];
};

function grouped<T>(list: readonly T[], keyOf: (it: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const it of list) {
    const group = groups.get(keyOf(it));
    if (group === undefined) groups.set(keyOf(it), [it]);
    else group.push(it);
  }
  return groups;
}

const drawn = (mutants: readonly Mutant[]): readonly Mutant[] =>
  [...grouped(mutants, ({ kind }) => kind).values()].flatMap((list) => {
    if (list.length <= most) return list;
    const draw = fc.shuffledSubarray([...list], { minLength: most, maxLength: most });
    return fc.sample(draw, seed === undefined ? 1 : { numRuns: 1, seed })[0] ?? [];
  });

function tryOut(set: string, mutant: Mutant): Tried {
  const issues = checkCriteriaSet(mutant.file());
  const error = issues.some(({ severity }) => severity === "error");
  const fate = error ? "error" : issues.length > 0 ? "warning" : "missed";
  return { set, mutant, fate, issues: issues.length };
}

const all = sets.map(([set, file]) => [set, mutantsOf(file)] as const);
const tried = all.flatMap(([set, mutants]) => drawn(mutants).map((mutant) => tryOut(set, mutant)));
const of = (share: Share): readonly Tried[] => tried.filter(({ mutant }) => mutant.share === share);
const missed = (share: Share): readonly string[] =>
  of(share)
    .filter(({ fate }) => fate === "missed")
    .map(({ set, mutant }) => `${set} ${mutant.kind}: ${mutant.at.join("/")}: ${mutant.how}`);
const kindsOf = (share: Share): readonly string[] =>
  [
    ...new Set(all.flatMap(([, mutants]) => mutants.filter((it) => it.share === share).map((it) => it.kind))),
  ].sort();

const titles = {
  structure: "shown by the structure",
  covered: "covered by values that the file repeats",
  free: "known to nothing in the file",
} as const;

function printed(): string {
  const lines: string[] = [];
  for (const share of ["structure", "covered", "free"] as const) {
    const line = (name: string, list: readonly Tried[]): string => {
      const count = (fate: Tried["fate"]): number => list.filter((it) => it.fate === fate).length;
      const figures = [list.length, count("error"), count("warning"), count("missed")];
      return `${name.padEnd(64)}${figures.map((it) => String(it).padStart(9)).join("")}`;
    };
    lines.push(`${titles[share].toUpperCase().padEnd(64)}    tried    error  warning   missed`);
    for (const kind of kindsOf(share)) {
      lines.push(
        line(
          `  ${kind}`,
          of(share).filter(({ mutant }) => mutant.kind === kind),
        ),
      );
    }
    lines.push(line("  together", of(share)));
  }
  const made = all.reduce((sum, [, mutants]) => sum + mutants.length, 0);
  const once = of("structure").filter(({ issues }) => issues === 1).length / of("structure").length;
  lines.push(
    `${tried.length} of ${made} mutants tried; ${(100 * once).toFixed(1)} % of the structural ones give just one issue`,
  );
  return lines.join("\n");
}

describe("mutants of the shipped criteria sets", () => {
  test("the figures", () => {
    console.log(printed());
    if (process.env["MUTANTS"] === "all")
      console.log([...missed("structure"), ...missed("covered")].join("\n"));
    expect(of("structure").length).toBeGreaterThan(800);
    expect(of("covered").length).toBeGreaterThan(250);
    expect(of("free").length).toBeGreaterThan(200);
  });

  test("an unchanged set gives no alarm", () => {
    expect(sets.flatMap(([, file]) => checkCriteriaSet(file))).toEqual([]);
  });

  test("every mistake that the structure shows gives an issue", () => {
    expect(missed("structure")).toEqual([]);
  });

  test("of changes to values that the file repeats, at least 98 % give an issue", () => {
    expect(
      1 - missed("covered").length / of("covered").length,
      missed("covered").join("\n"),
    ).toBeGreaterThanOrEqual(0.98);
  });

  test("every value of a file is in one of the three shares, and what nothing can know is named in the readings", () => {
    const readings = readFileSync(new URL("../../docs/readings.md", import.meta.url), "utf8");
    expect(kindsOf("free").filter((kind) => !readings.includes(kind))).toEqual([]);
  });

  test("no mutant changes the file that it is made of", () => {
    const again = JSON.parse(readFileSync(new URL(sets[0]?.[0] ?? "", folder), "utf8"));
    expect(sets[0]?.[1]).toEqual(again);
  });
});
