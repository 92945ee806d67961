/**
 * The conformance vectors for other implementers: sets and rounds with what must come out. Random ones are drawn with
 * a fixed seed; published tables and the fictional rounds stand beside them. Each unit of a case is one vector.
 */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { assess } from "../../src/assess.ts";
import { roundDigest, setDigest } from "../../src/audit/digest.ts";
import { seal } from "../../src/audit/record.ts";
import { vectorOf } from "../../src/audit/vector.ts";
import type { Assessment, Score } from "../../src/result.ts";
import { readRound } from "../../src/round/round-read.ts";
import { readCriteriaSet } from "../../src/set/criteria-check.ts";
import { anySetAndRound, type Raw } from "./random-round.ts";

const read = (file: string): Raw => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8"));

/** The data files that every implementation must reproduce. */
const files = [
  ["moha/ministry/2023", "docs/examples/published/moha/ministry/2023.1.json"],
  ["moha/province/2012", "docs/examples/published/moha/province/2012.1.json"],
  ["binh-duong/district/2017", "docs/examples/published/binh-duong/district/2017.1.json"],
  ["hoa-lam/department/2026", "docs/examples/hoa-lam-departments-2026.json"],
  ["hoa-lam/commune/2026", "docs/examples/hoa-lam-communes-2026.json"],
] as const;

/** How many random cases of four units are drawn. */
const randomCases = 110;

function unitVector(score: Score, result: Assessment): Raw {
  const place = result.rankings.flatMap(({ places }) => places).find(({ unit }) => unit === score.unit)?.place;
  const leaves = score.items.filter(({ state }) => state !== undefined);
  return {
    unit: score.unit,
    state: score.state,
    index: score.index,
    low: score.bounds?.low,
    high: score.bounds?.high,
    points: score.points,
    maxPoints: score.maxPoints,
    grade: score.grade,
    place,
    leaves: Object.fromEntries(
      leaves.map(({ item, state, points, fraction }) => [item, points === undefined ? state : `${state} ${fraction ?? points}`]),
    ),
  };
}

function caseOf(name: string, set: Raw, round: Raw, until?: "self" | "first" | "final"): Raw {
  const criteria = readCriteriaSet(set);
  const result = assess(criteria, round, { until });
  const scored = new Map(result.scores.map((score) => [score.unit, score]));
  return {
    name,
    set,
    setDigest: setDigest(criteria),
    round,
    roundDigest: roundDigest(readRound(criteria, round)),
    until,
    units: round.units.map(({ id }: Raw) => {
      const score = scored.get(id);
      return score === undefined ? { unit: id, state: "unscored" } : unitVector(score, result);
    }),
  };
}

/** Cases that are named in full by their files; sets and rounds are in those files, and are repeated here. */
export function scoreVectors(): Raw {
  const published = files.map(([id, file]) => caseOf(id, read(`criteria/${id}.1.json`), read(file)));
  const stages = (["self", "first", "final"] as const).map((until) =>
    caseOf(`hoa-lam/department/2026, until ${until}`, read("criteria/hoa-lam/department/2026.1.json"), read(files[3][1]), until),
  );
  const random = fc
    .sample(anySetAndRound({ units: 4 }), { seed: 20261122, numRuns: randomCases })
    .map(({ set, round }, at) => caseOf(`random ${at + 1}`, set, round));
  return { format: 1, cases: [...published, ...stages.slice(0, 1), ...random] };
}

/** Sealed records, whole and with one figure changed, and one-line vectors with their index. */
export function recordVectors(): Raw {
  const records: Raw[] = [];
  const vectors: Raw[] = [];
  for (const [id, file] of files) {
    const set = readCriteriaSet(read(`criteria/${id}.1.json`));
    const round = readRound(set, read(file));
    const scores = assess(set, round).scores.filter(({ index }) => index !== undefined);
    for (const { unit, index } of scores.slice(0, 3)) {
      const record = seal(set, round, { unit });
      records.push({ name: `${id} ${unit}`, record, valid: true });
      const digit = JSON.stringify(record).replace(`"${index}"`, `"${index === "50.00" ? "51.00" : "50.00"}"`);
      records.push({ name: `${id} ${unit}, index changed`, record: JSON.parse(digit), valid: false });
    }
    for (const { unit, index } of scores) vectors.push({ name: `${id} ${unit}`, set: id, vector: vectorOf(set, round, unit), index });
  }
  return { format: 1, records, vectors };
}

/** One case a line: small enough to read, quick to compare. */
export function printed(value: Raw): string {
  const lists = Object.entries(value).map(([key, it]) =>
    Array.isArray(it) ? `${JSON.stringify(key)}:[\n${it.map((one) => JSON.stringify(one)).join(",\n")}\n]` : `${JSON.stringify(key)}:${JSON.stringify(it)}`,
  );
  return `{${lists.join(",\n")}}\n`;
}
