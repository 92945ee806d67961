// Mutants of the shipped sets: slips as a typist makes them, one at a time. What changes the structure is always caught,
// and by one issue; what changes a value that the file says twice nearly always; the rest, which no checker can know, is
// counted and printed. MUTANTS=all tries every mutant of the largest set, else every third one is tried.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkCriteriaSet } from "../src/set/criteria-check.ts";

interface Node {
  number: string;
  maxPoints: string;
  source?: string;
  items?: Node[];
}
interface File {
  readonly maxPoints: string;
  readonly sources: readonly { readonly id: string }[];
  readonly items: Node[];
}

const names = [
  "hoa-lam/department/2026.1",
  "hoa-lam/commune/2026.1",
  "moha/ministry/2023.1",
  "moha/province/2012.1",
  "binh-duong/district/2017.1",
];
const open = (name: string): File =>
  JSON.parse(readFileSync(new URL(`../criteria/${name}.json`, import.meta.url), "utf8"));
const stride = (name: string): number =>
  process.env["MUTANTS"] === "all" || !name.includes("department") ? 1 : 3;

/** A mutant: what is done to which row or value, and how to do and undo it. */
interface Mutant {
  readonly kind: string;
  readonly what: string;
  readonly mutate: () => void;
  readonly restore: () => void;
}

/** One more in the last digit: 9 becomes 8, so that the length stays. */
const bumped = (text: string): string =>
  `${text.slice(0, -1)}${text.endsWith("9") ? 8 : Number(text.slice(-1)) + 1}`;

function structural(file: File): Mutant[] {
  const lists: Node[][] = [];
  const walk = (list: Node[]): void => {
    lists.push(list);
    for (const node of list) if (node.items !== undefined) walk(node.items);
  };
  walk(file.items);
  const mutants: Mutant[] = [];
  lists.forEach((list, place) => {
    list.forEach((node, at) => {
      const add = (kind: string, mutate: () => void, restore: () => void) =>
        mutants.push({ kind, what: node.number, mutate, restore });
      const take = () => list.splice(at, 1);
      const putBack = () => list.splice(at, 0, node);
      const swap = () => list.splice(at, 2, list[at + 1] as Node, list[at] as Node);
      const { maxPoints, source } = node;
      add("row dropped", take, putBack);
      add("row doubled", putBack, take);
      if (at + 1 < list.length) add("rows exchanged", swap, swap);
      const other = lists[(place + 1) % lists.length];
      if (other !== undefined && other !== list && node.items === undefined) {
        add(
          "row moved",
          () => {
            take();
            other.push(node);
          },
          () => {
            other.pop();
            putBack();
          },
        );
      }
      add(
        "maximum changed",
        () => (node.maxPoints = bumped(maxPoints)),
        () => (node.maxPoints = maxPoints),
      );
      const wrong = file.sources.find(({ id }) => id !== source);
      if (source !== undefined && wrong !== undefined) {
        add(
          "source changed",
          () => (node.source = wrong.id),
          () => (node.source = source),
        );
      }
    });
  });
  return mutants;
}

/** Every number of the file, changed in its last digit; the kind is its place in the format. */
function values(file: File): Mutant[] {
  const mutants: Mutant[] = [];
  const walk = (holder: object, path: string): void => {
    for (const [key, value] of Object.entries(holder)) {
      const place = `${path}/${Array.isArray(holder) ? "*" : key}`;
      if (typeof value === "object" && value !== null) walk(value, place);
      const isNumber =
        typeof value === "string" && /^\d+(\.\d+)?$/.test(value) && !["number", "id"].includes(key);
      if (!isNumber && typeof value !== "number") continue;
      const other = typeof value === "number" ? value + 1 : bumped(value as string);
      mutants.push({
        kind: place.replace(/(\/items\/\*)+/, "/item"),
        what: String(value),
        mutate: () => Reflect.set(holder, key, other),
        restore: () => Reflect.set(holder, key, value),
      });
    }
  };
  walk(file, "");
  return mutants;
}

/** What the file says twice: declared totals and counts, sums, both bounds of bands and grades, points of examples. */
const covered =
  /^\/(maxPoints|totals\/.*|sources\/\*\/(maxPoints|leaves)|grades\/\*\/(from|below)|item\/(maxPoints|examples\/\*\/points|rule\/(most|parts\/\*\/points|bands\/\*\/(from|below|above))))$/;

function judge(
  mutants: readonly Mutant[],
  file: File,
): { readonly mutant: Mutant; readonly codes: string[] }[] {
  return mutants.map((mutant) => {
    mutant.mutate();
    const codes = checkCriteriaSet(file).map(({ code }) => code);
    mutant.restore();
    return { mutant, codes };
  });
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

describe("mutants of the shipped criteria sets", () => {
  it.each(names)("%s: every change of its structure is caught, by one issue", (name) => {
    const file = open(name);
    const before = JSON.stringify(file);
    const results = judge(
      structural(file).filter((_, at) => at % stride(name) === 0),
      file,
    );
    expect(JSON.stringify(file)).toBe(before);
    expect(
      results.filter(({ codes }) => codes.length === 0).map(({ mutant }) => `${mutant.kind} ${mutant.what}`),
    ).toEqual([]);
    const single = results.filter(({ codes }) => codes.length === 1).length;
    console.info(
      `${name}: ${results.length} structural mutants, all caught, ${percent(single, results.length)} by just one issue`,
    );
    expect(single / results.length).toBeGreaterThan(0.98);
  });

  it("of changes to values that a file says twice at least 98 % are caught; the rest is counted", () => {
    const tally = new Map<string, { all: number; caught: number }>();
    for (const name of names) {
      const file = open(name);
      const mutants = values(file).filter((_, at) => at % stride(name) === 0);
      for (const { mutant, codes } of judge(mutants, file)) {
        const row = tally.get(mutant.kind) ?? { all: 0, caught: 0 };
        tally.set(mutant.kind, { all: row.all + 1, caught: row.caught + (codes.length > 0 ? 1 : 0) });
      }
    }
    const rows = [...tally].sort(([a], [b]) => (a < b ? -1 : 1));
    const sum = (list: typeof rows, key: "all" | "caught") =>
      list.reduce((total, [, row]) => total + row[key], 0);
    const said = rows.filter(([kind]) => covered.test(kind));
    const rest = rows.filter(([kind]) => !covered.test(kind));
    console.info(
      [
        `values that the files say twice: ${sum(said, "caught")} of ${sum(said, "all")} changes caught (${percent(sum(said, "caught"), sum(said, "all"))})`,
        `other values: ${sum(rest, "caught")} of ${sum(rest, "all")} (${percent(sum(rest, "caught"), sum(rest, "all"))}); the table is there for these:`,
        ...rest.map(([kind, { all, caught }]) => `  ${kind}: ${caught} of ${all}`),
      ].join("\n"),
    );
    expect(sum(said, "all")).toBeGreaterThan(100);
    expect(sum(said, "caught") / sum(said, "all")).toBeGreaterThanOrEqual(0.98);
  });
});
