/**
 * The files of the fictional province's rounds as texts, so that a test can hold the committed files equal to what the
 * generator draws. Printed for a person: what fits on one line stands on one line.
 */
import { readFileSync } from "node:fs";
import type { CriteriaSet } from "../../src/criteria-set.ts";
import { communesRound } from "./make-communes.ts";
import { departmentsRound } from "./make-departments.ts";
import { formerRound, formerSet } from "./make-former.ts";

const root = new URL("../../", import.meta.url);

const set = (path: string): CriteriaSet =>
  JSON.parse(readFileSync(new URL(`criteria/${path}.json`, root), "utf8")) as CriteriaSet;

/** Prints JSON so that a person can read it: what fits on one line stands on one line. */
function print(value: unknown, indent = ""): string {
  const line = compact(value);
  if (line.length + indent.length <= 160 || typeof value !== "object" || value === null) return line;
  const inner = `${indent} `;
  const parts = Array.isArray(value)
    ? value.map((it) => `${inner}${entry(it, inner)}`)
    : Object.entries(value).map(([key, it]) => `${inner}${JSON.stringify(key)}: ${print(it, inner)}`);
  return Array.isArray(value) ? `[\n${parts.join(",\n")}\n${indent}]` : `{\n${parts.join(",\n")}\n${indent}}`;
}

/** An answer, an entry, a unit: one a line, however long. */
const entry = (value: unknown, indent: string): string =>
  compact(value).length <= 1200 ? compact(value) : print(value, indent);

function compact(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(compact).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).filter(([, it]) => it !== undefined);
  return parts.length === 0
    ? "{}"
    : `{ ${parts.map(([key, it]) => `${JSON.stringify(key)}: ${compact(it)}`).join(", ")} }`;
}

const former = formerSet(set("hoa-lam/commune/2026.1"));
const rounds: readonly (readonly [file: string, round: object])[] = [
  ["hoa-lam-departments-2026", departmentsRound(set("hoa-lam/department/2026.1"))],
  ["hoa-lam-communes-2026", communesRound(set("hoa-lam/commune/2026.1"))],
  ["hoa-lam-communes-2024", formerRound(former)],
];

/** The path of each file from the root of the repository, with its text. */
export const roundFiles: readonly (readonly [path: string, text: string])[] = [
  ...rounds.map(([file, round]) => [`docs/examples/${file}.json`, `${print(round)}\n`] as const),
  // Laid out as the files in criteria/ are.
  ["docs/examples/hoa-lam-communes-2024.set.json", `${JSON.stringify(former, null, 2)}\n`],
];
