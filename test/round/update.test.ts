/** A round with parts changed is what reading the whole would give: its value, and its issues with their places. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import type { CriteriaSet } from "../../src/criteria-set.ts";
import { indexes } from "../../src/fast/indexes.ts";
import { hasErrors } from "../../src/issue.ts";
import { checkRound, readRound } from "../../src/round/read.ts";
import { updateRound } from "../../src/round/update.ts";
import type { Round } from "../../src/round.ts";
import { readCriteriaSet } from "../../src/set/check.ts";
import { mergeTallies } from "../../src/survey/tally.ts";
import { clone } from "../support/law.ts";
import { anySetAndRound, type Draw, type Raw } from "../support/random-round.ts";

const keysOf: Record<string, (part: Raw) => string> = {
  selfAssessments: (it) => JSON.stringify([it?.unit]),
  statistics: (it) => JSON.stringify([it?.unit, it?.item]),
  targets: (it) => JSON.stringify([it?.unit, it?.item]),
  findings: (it) => JSON.stringify([it?.id]),
  extensions: (it) => JSON.stringify([it?.unit, it?.deadline]),
};

/** A written key, as `remove` gives it, as a part. */
const asPart = (list: string, key: Raw): Raw =>
  list === "selfAssessments" ? { unit: key } : list === "findings" ? { id: key } : key;

/** The whole that the parts make, put together without the library: for a round that is read anew. */
function whole(round: Round, parts: Raw): Raw {
  const raw = clone(round);
  for (const [list, keyOf] of Object.entries(keysOf)) {
    const out = (parts.remove?.[list] ?? []).map((key: Raw) => keyOf(asPart(list, key)));
    raw[list] = raw[list].filter((it: Raw) => !out.includes(keyOf(it)));
    const seen = new Set<string>();
    const before = raw[list].length;
    for (const part of parts[list] ?? []) {
      const key = keyOf(part);
      const at = raw[list].slice(0, before).findIndex((it: Raw) => keyOf(it) === key);
      if (at < 0 || seen.has(key)) raw[list].push(part);
      else raw[list][at] = part;
      seen.add(key);
    }
  }
  for (const list of ["ledger", "acts"]) raw[list].push(...(parts[list] ?? []));
  if (parts.tally !== undefined) raw.tally = clone(mergedTally(round.tally, parts.tally));
  return clone(raw);
}

/** The counts of both, the merged ones where the old ones stood. */
function mergedTally(old: Raw, added: Raw): Raw {
  const full = { batches: [], counts: [], invalid: [], ...added };
  const merged: Raw = mergeTallies(old, full);
  const keyOf = (it: Raw): string => `${it.unit} ${it.questionnaire}`;
  const first = old.counts.map(keyOf);
  const place = (it: Raw): number => (first.indexOf(keyOf(it)) + 1 || first.length + 1) - 1;
  const counts = [...merged.counts].sort((a, b) => place(a) - place(b));
  return { batches: [...old.batches, ...full.batches], counts, invalid: merged.invalid };
}

/** Holds an update against reading the whole; gives what the update gave. */
function held(set: CriteriaSet, round: Round, parts: Raw): ReturnType<typeof updateRound> {
  const given = clone(parts);
  const updated = updateRound(set, round, parts);
  expect(parts).toEqual(given);
  const raw = whole(round, parts);
  const issues = checkRound(set, raw);
  expect(updated.issues).toEqual(issues);
  if (hasErrors(issues)) expect(updated.round).toBeUndefined();
  else expect(updated.round).toEqual(readRound(set, raw));
  return updated;
}

const pick = <T>(draw: Draw, list: readonly T[]): T => list[draw(list.length)] as T;
const some = <T>(draw: Draw, list: readonly T[], most: number): T[] =>
  list.length === 0 ? [] : Array.from({ length: draw(most + 1) }, () => pick(draw, list));

/** Parts drawn from those of another round of the same set, so that most of them fit. */
function drawnParts(draw: Draw, round: Round, other: Round): Raw {
  const raw: Raw = clone(other);
  const own: Raw = clone(round);
  const parts: Raw = {};
  for (const list of Object.keys(keysOf)) {
    if (draw(2) === 0) parts[list] = some(draw, raw[list], 2);
    if (draw(4) > 0) continue;
    const keys = some(draw, own[list] as Raw[], 2).map((it) =>
      list === "selfAssessments"
        ? it.unit
        : list === "findings"
          ? it.id
          : list === "extensions"
            ? { unit: it.unit, deadline: it.deadline }
            : { unit: it.unit, item: it.item },
    );
    parts.remove = {
      ...parts.remove,
      [list]: [...new Map(keys.map((it) => [JSON.stringify(it), it])).values()],
    };
  }
  if (draw(2) === 0) parts.ledger = some(draw, raw.ledger, 3);
  if (draw(6) === 0) parts.acts = some(draw, raw.acts, 1);
  if (draw(3) === 0) {
    const counts = new Map(
      some(draw, raw.tally.counts as Raw[], 2).map((it) => [`${it.unit} ${it.questionnaire}`, it]),
    );
    parts.tally = { batches: [`them-${draw(1000)}`], counts: [...counts.values()] };
  }
  return parts;
}

/** One thing broken somewhere in the parts: taken out, of another type, or another text. */
function broken(draw: Draw, parts: Raw): Raw {
  const copy = clone(parts);
  const places: { holder: Raw; key: string | number }[] = [];
  const walk = (value: Raw, depth: number): void => {
    if (typeof value !== "object" || value === null) return;
    for (const key of Object.keys(value)) {
      // The lists themselves, what is removed, and counts, which are merged before they are read, have tests of their own.
      if (depth === 0 && ["remove", "tally"].includes(key)) continue;
      if (depth > 1) places.push({ holder: value, key: Array.isArray(value) ? Number(key) : key });
      walk(value[key], depth + 1);
    }
  };
  walk(copy, 0);
  if (places.length === 0) return copy;
  const { holder, key } = pick(draw, places);
  switch (draw(6)) {
    case 0:
      if (!Array.isArray(holder)) delete holder[key];
      break;
    case 1:
      holder[key] = null;
      break;
    case 2:
      holder[key] = "không-có";
      break;
    case 3:
      holder[key] = "khong-co";
      break;
    case 4:
      holder[key] = { một: 1 };
      break;
    default:
      if (!Array.isArray(holder)) holder[`${key}x`] = 1;
  }
  return copy;
}

const drawn = fc.gen().map((g) => {
  const draw: Draw = (n) => g(fc.nat, { max: n - 1 });
  return draw;
});

/** A sound round of a drawn set; undefined where the draw has an error. */
function sound(set: CriteriaSet, raw: Raw): Round | undefined {
  const issues = checkRound(set, raw);
  return hasErrors(issues) ? undefined : readRound(set, clone(raw));
}

describe("parts put into a round", () => {
  test.each([false, true])("give what reading the whole gives (broken: %s)", (isBroken) => {
    let rounds = 0;
    let updates = 0;
    fc.assert(
      fc.property(anySetAndRound(), drawn, (raw, draw) => {
        const set = readCriteriaSet(raw.set);
        let round = sound(set, raw.round);
        if (round === undefined) return;
        rounds += 1;
        const other = round;
        for (let step = 0; step < 3; step++) {
          const parts = drawnParts(draw, round, other);
          const updated = held(set, round, isBroken ? broken(draw, parts) : parts);
          if (updated.round === undefined) continue;
          updates += 1;
          round = updated.round;
          // Issues lead into the whole that was put together, or into the round as read.
          const anew = { issues: updated.issues };
          expect(assess(set, round)).toEqual({ ...assess(set, clone(round)), ...anew });
          expect(indexes(set, round)).toEqual({ ...indexes(set, clone(round)), ...anew });
        }
      }),
      { numRuns: 70, endOnFailure: true },
    );
    expect(rounds).toBeGreaterThan(20);
    expect(updates).toBeGreaterThan(20);
  });
});
