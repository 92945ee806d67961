/**
 * The files in criteria/: canonical text, path and content at one, frozen by digest, without any issue; and the sets that
 * are bundled are just those on disk.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { criteriaSet, criteriaSetIds } from "par-index/criteria";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { inspectionPlanIds } from "../src/process/inspection-plan.ts";
import { indexPlanIds } from "../src/process/plans.ts";
import { targetPlanIds } from "../src/process/targets.ts";
import { ruleShapes } from "../src/rules/kinds.ts";
import { checkCriteriaSet, readCriteriaSet } from "../src/set/check.ts";
import { criteriaFileSchema } from "../src/set/schema.ts";

const folder = new URL("../criteria/", import.meta.url).pathname;
const text = (path: string): string => readFileSync(join(folder, path), "utf8");
const parsed = (path: string): Record<string, unknown> => JSON.parse(text(path));

/** `<issuer>/<level>/<period>.<edition>.json`; schemas and digests stand beside the folders. */
const paths = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((path) => path.includes("/") && path.endsWith(".json"))
  .sort();
const isSet = (path: string): boolean => !/\/(index|inspection|targets)\//.test(path);
const setPaths = paths.filter(isSet);

describe.each(paths)("criteria/%s", (path) => {
  // A repeated key, a number written otherwise than it is read, or another layout would all differ here.
  test("is canonical text", () => {
    expect(`${JSON.stringify(JSON.parse(text(path)), null, 2)}\n`).toBe(text(path));
  });

  test("lies where its id and edition say", () => {
    const { id, edition } = parsed(path);
    expect(`${id}.${edition}.json`).toBe(path);
  });
});

describe("criteria/checksums.json", () => {
  const digests = Object.fromEntries(
    paths.map((path) => [path, createHash("sha256").update(text(path)).digest("hex")]),
  );

  // A published file is frozen (design 5): what was wrong in it is put right by a further edition with its note. A new
  // file brings its own line; the line of a file that is in a release never changes.
  test("has the digest of every file, and no other line", () => {
    expect(parsed("checksums.json")).toEqual(digests);
  });
});

describe.each(setPaths)("the set criteria/%s", (path) => {
  test("has no issue, not even a warning", () => {
    expect(checkCriteriaSet(parsed(path))).toEqual([]);
  });

  test("is bundled as it stands on disk", () => {
    const { id, edition } = parsed(path);
    expect(criteriaSet(id as string, { edition: edition as number })).toEqual(readCriteriaSet(parsed(path)));
  });
});

test("the bundled sets are those on disk, and the rest are bundled plans and targets", () => {
  const ids = (list: readonly string[]): readonly string[] => [
    ...new Set(list.map((path) => path.replace(/\.\d+\.json$/, ""))),
  ];
  expect(criteriaSetIds).toEqual(ids(setPaths));
  expect([...indexPlanIds, ...inspectionPlanIds, ...targetPlanIds].sort()).toEqual(
    ids(paths.filter((path) => !isSet(path))),
  );
});

describe("the departments' set of Hoa Lâm", () => {
  const set = criteriaSet("hoa-lam/department/2026");

  test("is of real size", () => {
    expect(set.totals).toEqual({ counts: [8, 37, 88], leaves: 92 });
    expect(set.sources.map(({ id, maxPoints }) => [id, maxPoints])).toEqual([
      ["appraisal", "60.5"],
      ["survey", "33"],
      ["statistic", "6.5"],
    ]);
  });

  test("shows, together with the communes' set, every kind of rule but those that no set needs yet", () => {
    const written = JSON.stringify([set, criteriaSet("hoa-lam/commune/2026")]);
    const unused = Object.keys(ruleShapes).filter((kind) => !written.includes(`"kind":"${kind}"`));
    expect(unused).toEqual(["stretched"]);
  });
});

test("sets of invented points say that they are illustrative, and belong to the fictional province", () => {
  for (const id of criteriaSetIds) {
    const { status } = criteriaSet(id);
    expect([id, status === "illustrative"]).toEqual([id, id.startsWith("hoa-lam/")]);
  }
});

describe("criteria/README.md", () => {
  const page = text("README.md");

  test("explains every key of the format", () => {
    const keys = new Set<string>();
    const collect = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      const { properties } = value as { properties?: Record<string, unknown> };
      for (const key of Object.keys(properties ?? {})) keys.add(key);
      for (const inner of Object.values(value)) collect(inner);
    };
    collect(z.toJSONSchema(criteriaFileSchema, { io: "input", unrepresentable: "any" }));
    expect(keys.size).toBeGreaterThan(80);
    expect(
      [...keys].filter(
        (key) =>
          !new RegExp(`\`${key.replace("$", "\\$")}\\b`).test(page) && !new RegExp(`"${key}"`).test(page),
      ),
    ).toEqual([]);
  });

  // Both pages tell the defaults, one to whoever writes a file, the other to whoever reads it elsewhere.
  test("tells the defaults of policies and ranking as they are, and so does docs/format.md", () => {
    const { policies: _, ranking: __, ...bare } = parsed("hoa-lam/commune/2026.1.json");
    // Leaves that may not apply take their consequence from the policies, which have no default for it.
    const { policies, ranking } = readCriteriaSet(
      JSON.parse(JSON.stringify(bare).replaceAll('"notApplicable":true', '"notApplicable":"rescale"')),
    );
    const format = readFileSync(new URL("../docs/format.md", import.meta.url), "utf8");
    const rowsOf = (of: string, key: string): readonly string[] =>
      of.split("\n").filter((line) => line.startsWith(`| \`${key}\` |`));
    const scalars = (value: unknown): readonly string[] =>
      typeof value === "object" && value !== null ? Object.values(value).flatMap(scalars) : [String(value)];
    const told = [...Object.entries(policies), ["ranking", ranking] as const].flatMap(([key, value]) =>
      scalars(value).flatMap((one) => {
        const near = new RegExp(
          `\\b${one}\\b(?:[^;.|]{0,12}|\\W{0,3}\\([^)|]*)default|default[^;.|]{0,20}\\b${one}\\b`,
        );
        const inFormat = rowsOf(format, key).map((row) => row.split("|").at(-2) ?? "");
        return [
          ...(rowsOf(page, key).some((row) => near.test(row)) ? [] : [`criteria/README.md: ${key}: ${one}`]),
          ...(inFormat.some((it) => new RegExp(`\\b${one}\\b`).test(it))
            ? []
            : [`docs/format.md: ${key}: ${one}`]),
        ];
      }),
    );
    expect(told).toEqual([]);
    expect(scalars(policies).length).toBeGreaterThan(9);
  });

  test("lists every file", () => {
    expect(paths.filter((path) => !page.includes(`](${path})`))).toEqual([]);
  });
});
