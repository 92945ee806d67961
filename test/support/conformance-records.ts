/**
 * The conformance vectors of records: sealed records, proofs of inclusion and one-line vectors, with the sets that they
 * were made under; and what is like them and must not verify.
 */
import { assess } from "../../src/assess.ts";
import { digestOf, treeRoot } from "../../src/audit/digest.ts";
import { proofOf, recordLeaf, type SealOptions, seal } from "../../src/audit/record.ts";
import type { GroupRecord, SealedRecord, UnitRecord } from "../../src/audit/record-shape.ts";
import { digestsOf } from "../../src/audit/record-shape.ts";
import { vectorOf } from "../../src/audit/vector.ts";
import { readRound } from "../../src/round/read.ts";
import { readCriteriaSet } from "../../src/set/check.ts";
import { caseRounds } from "./case-rounds.ts";
import { files, randomRounds, randomSummaries, read, tieRound, tieSets } from "./conformance.ts";
import { handRound, handSet } from "./hand-rounds.ts";
import type { Raw } from "./random-round.ts";

type Change = (record: Raw) => unknown;

/** Changes a record and puts all digests and the root on it again, as somebody would who wants to hide the change. */
function resealed(record: SealedRecord, change: Change): Raw {
  const copy = JSON.parse(JSON.stringify(record));
  change(copy);
  if (copy.kind === "unit") return { ...copy, ...digestsOf(copy) };
  copy.units = copy.units.map((unit: Raw) => ({ ...unit, ...digestsOf(unit) }));
  copy.root = treeRoot(copy.units.map(recordLeaf));
  return { ...copy, ...digestsOf(copy) };
}

const changedUnits: Readonly<Record<string, Change>> = {
  "a leaf changed": (it) => {
    it.steps.leaves[0].points = "0.001";
  },
  "the result changed": (it) => {
    it.result.claimed = "0.001";
  },
};

/** What only the set shows to be no ledger of a council. */
const changedLedgers: Readonly<Record<string, Change>> = {
  "a role without the right": (it) => {
    it.inputs.councils[0].roles.find(({ id }: Raw) => id === it.inputs.ledger[0].by).decides = [];
  },
  "an unknown role": (it) => {
    it.inputs.ledger[0].by = "x";
  },
  "an entry twice": (it) => it.inputs.ledger.splice(1, 0, it.inputs.ledger[0]),
  "an adjustment without its reason": (it) => {
    delete it.inputs.ledger.find(({ kind }: Raw) => kind === "adjust").reason;
  },
};

const changedGroups: Readonly<Record<string, Change>> = {
  "units in another order": (it) => it.units.reverse(),
  "a unit left out": (it) => it.units.pop(),
  "a unit twice": (it) => it.units.push(it.units[0]),
  "a unit of another round": (it) => {
    it.units[0].round = digestOf(0);
  },
  "a place changed": (it) => {
    it.units[0].place.place = 3;
  },
  "the mean changed": (it) => {
    it.ranking.mean = "99.00";
  },
  "a key more": (it) => {
    it.note = "";
  },
};

/**
 * What would hide a gate, a condition, a quota, a vote, who was absent, a field, a replacement: by the case whose record is
 * forged, each with the unit whose record it is (of the group where none is named), the place at which it must be refused,
 * and the change.
 */
const changedCases: Readonly<
  Record<string, readonly (readonly [string, string | undefined, string, Change])[]>
> = {
  "case C1": [
    ["the points behind the gate", "b", "/steps/leaves/1/points", (it) => (it.steps.leaves[1].points = "15")],
    ["another gate", "b", "/steps/leaves/1/gate", (it) => (it.steps.leaves[1].gate = "1.4")],
    ["no gate", "b", "/steps/leaves/1/gate", (it) => delete it.steps.leaves[1].gate],
    ["no reason of the gate", "b", "/steps/leaves/1/reason", (it) => delete it.steps.leaves[1].reason],
    ["a gate where none is", "b", "/steps/leaves/3/gate", (it) => (it.steps.leaves[3].gate = "1.1")],
    [
      "a closed gate where it is open",
      "a",
      "/steps/leaves/1/reason",
      (it) => (it.steps.leaves[1].reason = "gated"),
    ],
    [
      "the claim behind the gate",
      "b",
      "/steps/leaves/2/claimed",
      (it) => (it.steps.leaves[2].claimed = "40"),
    ],
    ["the plan itself", "b", "/steps/leaves/0/points", (it) => (it.steps.leaves[0].points = "10")],
    ["a node behind the gate", "b", "/steps/nodes/0/points", (it) => (it.steps.nodes[0].points = "45")],
  ],
  "case C2": [
    [
      "a condition left out",
      "b",
      "/declared/grades/0/requires",
      (it) => it.declared.grades[0].requires.pop(),
    ],
    [
      "a lower condition",
      "b",
      "/declared/grades/0/requires/1/from",
      (it) => (it.declared.grades[0].requires[1].from = "60"),
    ],
    ["no condition", "b", "/declared/grades/0/requires", (it) => delete it.declared.grades[0].requires],
    ["a better grade", "b", "/result/grade", (it) => (it.result.grade = "xuat-sac")],
    ["not what the index reaches", "b", "/result/reaches", (it) => delete it.result.reaches],
    [
      "what the index reaches where it has it",
      "a",
      "/result/reaches",
      (it) => (it.result.reaches = "xuat-sac"),
    ],
    ["no quota", undefined, "/ranking/passedQuotas", (it) => delete it.ranking.passedQuotas],
    [
      "a larger quota",
      undefined,
      "/ranking/passedQuotas/0/percent",
      (it) => (it.ranking.passedQuotas[0].percent = "40"),
    ],
    [
      "more allowed",
      undefined,
      "/ranking/passedQuotas/0/allowed",
      (it) => (it.ranking.passedQuotas[0].allowed = 2),
    ],
    [
      "fewer with the grade",
      undefined,
      "/ranking/passedQuotas/0/count",
      (it) => (it.ranking.passedQuotas[0].count = 1),
    ],
    [
      "another on the edge",
      undefined,
      "/ranking/passedQuotas/0/edge/0",
      (it) => (it.ranking.passedQuotas[0].edge = ["d"]),
    ],
    [
      "a better grade in the list",
      undefined,
      "/ranking/places/0/grade",
      (it) => (it.ranking.places[0].grade = "xuat-sac"),
    ],
  ],
  "case C5": [
    ["another field", "a", "/inputs/ledger/0/by", (it) => (it.inputs.councils[0].roles[0].items = ["1"])],
    ["an item beyond the field", "a", "/inputs/ledger/0/by", (it) => (it.inputs.ledger[0].item = "1.1")],
  ],
  "case C7": [
    ["another reason", undefined, "/units/0/inputs/units/1", (it) => (it.units[0].result.reason = "not-yet")],
    [
      "another reason apart",
      undefined,
      "/units/0/place/reason",
      (it) => (it.units[0].place.reason = "not-yet"),
    ],
    [
      "another reason in the list",
      undefined,
      "/ranking/unranked/1/reason",
      (it) => (it.ranking.unranked[1].reason = "exempt"),
    ],
    ["the mean of all", undefined, "/ranking/mean", (it) => (it.ranking.mean = "83.75")],
    ["one place too many", undefined, "/units/3/place/ranked", (it) => (it.units[3].place.ranked = 3)],
    ["no successor", "cu1", "/steps", (it) => it.inputs.units.pop()],
    [
      "a successor after the period",
      "cu1",
      "/inputs/units/1",
      (it) => {
        for (const of of it.inputs.units[1].replaces) of.since = "2027-01-01";
      },
    ],
  ],
  "case A11": [
    ["a better vote", "a", "/steps/leaves/0/points", (it) => (it.inputs.ledger[0].votes[0].points = "10")],
    ["a mean that was rounded", "a", "/steps/leaves/0/points", (it) => (it.steps.leaves[0].points = "8.33")],
    [
      "a vote above the maximum",
      "a",
      "/inputs/ledger/0/votes/0/points",
      (it) => (it.inputs.ledger[0].votes[0].points = "10.5"),
    ],
    [
      "a vote below the floor",
      "a",
      "/inputs/ledger/1/votes/2/points",
      (it) => (it.inputs.ledger[1].votes[2].points = "-1"),
    ],
    [
      "a vote off the step",
      "a",
      "/inputs/ledger/0/votes/1/points",
      (it) => (it.inputs.ledger[0].votes[1].points = "8.25"),
    ],
    [
      "a vote twice",
      "a",
      "/inputs/ledger/0/votes/1/by",
      (it) => (it.inputs.ledger[0].votes[1].by = "chu-tich"),
    ],
    ["a vote too few", "a", "/inputs/ledger/0/votes", (it) => it.inputs.ledger[0].votes.pop()],
    ["no vote", "a", "/inputs/ledger/0/votes", (it) => (it.inputs.ledger[0].votes = [])],
    ["a vote of nobody", "a", "/inputs/ledger/0/votes/2/by", (it) => (it.inputs.ledger[0].votes[2].by = "x")],
    [
      "votes in another order",
      "a",
      "/inputs/ledger/0/votes/0/by",
      (it) => it.inputs.ledger[0].votes.reverse(),
    ],
    ["points beside the votes", "a", "/inputs/ledger/0", (it) => (it.inputs.ledger[0].points = "9")],
    ["nobody absent", "a", "/inputs/ledger/0/votes", (it) => delete it.inputs.ledger[0].absent],
    [
      "one absent who voted",
      "a",
      "/inputs/ledger/0/absent/0",
      (it) => it.inputs.ledger[0].absent.unshift("uy-vien-1"),
    ],
    [
      "one absent who is nobody",
      "a",
      "/inputs/ledger/0/absent/1",
      (it) => it.inputs.ledger[0].absent.push("x"),
    ],
    ["an empty list of the absent", "a", "/inputs/ledger/0/votes", (it) => (it.inputs.ledger[0].absent = [])],
    [
      "one absent without that right",
      "a",
      "/inputs/ledger/0/absent/0",
      (it) => (it.inputs.councils[0].roles[3].decides = ["first"]),
    ],
    [
      "a voter without that right",
      "a",
      "/inputs/ledger/0/votes/1/by",
      (it) => (it.inputs.councils[0].roles[1].items = ["1.4"]),
    ],
  ],
};

/** The records of cases from practice, and the forgeries of them, whose digests hold. */
function caseRecords(): { readonly sets: readonly Raw[]; readonly records: readonly Raw[] } {
  const sets: Raw[] = [];
  const records: Raw[] = [];
  for (const { name, set, round } of caseRounds()) {
    const criteria = readCriteriaSet(set);
    sets.push(set);
    records.push({ name, record: seal(criteria, round, { group: "g" }), valid: true });
    for (const [what, unit, place, change] of changedCases[name.replace(/:.*/, "")] ?? []) {
      const record =
        unit === undefined ? seal(criteria, round, { group: "g" }) : seal(criteria, round, { unit });
      records.push({ name: `${name}, ${what}`, record: resealed(record, change), valid: false, place });
    }
  }
  return { sets, records };
}

const changed = (name: string, record: SealedRecord, changes: Readonly<Record<string, Change>>): Raw[] =>
  Object.entries(changes).map(([what, change]) => ({
    name: `${name}, ${what}`,
    record: resealed(record, change),
    valid: false,
  }));

/** Records whose root and digests are not those of what stands there. */
function forgedDigests(name: string, record: GroupRecord): Raw[] {
  const root = digestOf(0);
  const digests = { ...record.digests, note: digestOf(0) };
  const forged = {
    "another root": { root, ...digestsOf({ ...record, root }) },
    "another digest": { digest: digestOf(0) },
    "a digest of no part": { digests, digest: digestOf(digests) },
  };
  return Object.entries(forged).map(([what, change]) => ({
    name: `${name}, ${what}`,
    record: { ...record, ...change },
    valid: false,
  }));
}

/** Ids whose order by code unit is neither that of numbers nor that in which they stand here. */
const unitIds = ["phong_y-te", "phong-9", "phong/van-hoa", "phong-10", "phong.noi-vu", "phong-1", "phong"];

const smallSet = handSet([{ maxPoints: "10", rule: { kind: "direct", step: "0.01" } }], "10");

/** The record of a group of the first so many of these units. */
function groupOf(size: number): GroupRecord {
  const answers = unitIds.slice(0, size).map((id, at) => [id, [{ points: `${9 - (at % 3)}.5` }]]);
  const round = handRound(smallSet, Object.fromEntries(answers));
  return seal(readCriteriaSet(smallSet), round, { group: "g" });
}

/** Groups in which equal printed indexes have different places. */
function closeGroups(): Raw[] {
  const direct = { kind: "direct", step: "0.001" };
  const rankings = {
    "places by the exact index": { on: "exact", ties: "skip", tieBreakers: [] },
    "places by an item": { on: "published", ties: "dense", tieBreakers: [{ by: "item", id: "1.2" }] },
    "places by a source, exactly": {
      on: "published",
      ties: "skip",
      tieBreakers: [{ by: "source", id: "a", exact: true }],
    },
  };
  const absent = tieSets().map((set, at) => ({
    name: `places by ${at === 0 ? "an item" : "a source"} of which nothing applies to a unit`,
    set,
    record: seal(readCriteriaSet(set), tieRound(set), { group: "g" }),
  }));
  const close = Object.entries(rankings).map(([name, ranking]) => {
    const leaf = { maxPoints: "50", rule: direct };
    const set = handSet([leaf, leaf], "100", { ranking });
    const points = (first: string, second: string): Raw[] => [{ points: first }, { points: second }];
    const round = handRound(set, {
      a: points("40.001", "40"),
      b: points("39", "41.002"),
      c: points("38.999", "41.003"),
      d: points("38.998", "41.003"),
    });
    return { name, set, record: seal(readCriteriaSet(set), round, { group: "g" }) };
  });
  return [...close, ...absent];
}

/** What does not prove that a unit's record is in the group: another leaf, root, position, size or path. */
function wrongProofs(record: GroupRecord, at: number): Raw[] {
  const { units, root } = record;
  const [{ unit }, { unit: other }] = [units[at], units[(at + 1) % units.length]] as [UnitRecord, UnitRecord];
  const proof = proofOf(record, unit);
  const { index, size, path } = proof;
  const [first = "", ...rest] = path;
  const forged = digestOf("forged");
  const wrong: Readonly<Record<string, Raw>> = {
    "a wrong sibling": { proof: { path: [forged, ...rest] } },
    "a wrong last sibling": { proof: { path: [...path.slice(0, -1), forged] } },
    "a sibling in upper case": { proof: { path: [first.toUpperCase(), ...rest] } },
    "a sibling too few": { proof: { path: rest } },
    "a sibling too many": { proof: { path: [...path, forged] } },
    "siblings from the root down": { proof: { path: [...path].reverse() } },
    "a wrong position": { proof: { index: (index + 1) % size } },
    "a position behind the last leaf": { proof: { index: size } },
    "a position before the first leaf": { proof: { index: index - size } },
    "a position between two leaves": { proof: { index: index + 0.5 } },
    "a wrong size": { proof: { size: 2 * size } },
    "another root in the proof": { proof: { root: forged } },
    "another group in the proof": { proof: { group: "h" } },
    "another unit in the proof": { proof: { unit: other } },
    "another unit's leaf": { unit: other, proof: { unit: other } },
    "another root published": { root: forged },
    "another root in both": { root: forged, proof: { root: forged } },
  };
  const right = JSON.stringify({ unit, proof, root });
  return Object.entries(wrong)
    .map(([name, it]) => ({ name, it: { unit, root, ...it, proof: { ...proof, ...it.proof } } }))
    .filter(({ it: { unit, proof, root } }) => JSON.stringify({ unit, proof, root }) !== right)
    .map(({ name, it }) => ({ name: `${unit}, ${name}`, ...it, valid: false }));
}

/** The proofs of a group's units, those that must not hold, and one that does not say the size. */
function proofsOf(name: string, group: GroupRecord): Raw[] {
  const { root, units } = group;
  const right = units.map(({ unit }) => ({
    name: unit,
    unit,
    root,
    proof: proofOf(group, unit),
    valid: true,
  }));
  const ends = new Set([0, units.length - 1].filter((at) => at in units));
  // The first of three leaves has the path of the first of four: a proof is of the leaf, not of the size.
  const sized = right
    .slice(0, units.length === 3 ? 1 : 0)
    .map((it) => ({ ...it, name: `${it.name}, a size with the same path`, proof: { ...it.proof, size: 4 } }));
  const wrong = [...ends].flatMap((at) => wrongProofs(group, at));
  return [...right, ...sized, ...wrong].map((it) => ({ ...it, name: `${name}, ${it.name}`, record: name }));
}

/** How far, and with which texts, groups of random rounds are sealed. */
const sealings: readonly SealOptions[] = [
  {},
  { texts: "digest" },
  { until: "self" },
  { until: "final", texts: "digest" },
];

/** The marks of a vector that stand for a state, and the ends of those that stand for a share of 0. */
export const stateMarksOf = (vector: string): readonly string[] =>
  [...(vector.split(";")[5] ?? "").matchAll(/(?:^|,)(?:([a-z]{2})|0([lh]))(?=,|$)/g)].map(
    ([, state, share]) => state ?? share ?? "",
  );

/** Sealed records, proofs of inclusion, and one-line vectors with their index. */
export function recordVectors(): Raw {
  const sets: Raw[] = [smallSet];
  const records: Raw[] = [];
  const proofs: Raw[] = [];
  const vectors: Raw[] = [];
  for (const size of [0, 1, 2, 3, 5, 7]) {
    const [name, record] = [`a group of ${size}`, groupOf(size)];
    records.push({ name, record, valid: true }, ...(size === 3 ? changed(name, record, changedGroups) : []));
    proofs.push(...proofsOf(name, record));
    if (size === 3) records.push(...forgedDigests(name, record));
  }
  for (const { name, set, record } of closeGroups()) {
    sets.push(set);
    records.push({ name, record, valid: true });
  }
  for (const [id, file] of files) {
    const raw = read(`criteria/${id}.1.json`);
    sets.push(raw);
    const set = readCriteriaSet(raw);
    const round = readRound(set, read(file));
    const scores = assess(set, round).scores.filter(({ index }) => index !== undefined);
    for (const { unit } of scores.slice(0, 3)) {
      const record = seal(set, round, { unit });
      const forged = { ...record, result: { ...record.result, index: "50.00" } };
      records.push({ name: `${id} ${unit}`, record, valid: true });
      records.push({ name: `${id} ${unit}, index changed`, record: forged, valid: false });
      if (record.inputs.ledger.some(({ kind }) => kind === "adjust"))
        records.push(...changed(`${id} ${unit}`, record, changedLedgers));
    }
    for (const { unit, index } of scores)
      vectors.push({ name: `${id} ${unit}`, vector: vectorOf(set, round, unit), index });
  }
  for (const [at, { set: raw, round }] of randomRounds().slice(0, 12).entries()) {
    sets.push(raw);
    const set = readCriteriaSet(raw);
    const group = seal(set, round, { group: "g" }, sealings[at % sealings.length]);
    const name = `random ${at + 1}`;
    records.push({ name, record: group, valid: true });
    for (const unit of group.units.filter(({ steps }) => steps !== undefined).slice(0, 1)) {
      records.push({ name: `${name} ${unit.unit}`, record: unit, valid: true });
      records.push(...changed(`${name} ${unit.unit}`, unit, changedUnits));
    }
    for (const { unit, index } of assess(set, round).scores)
      vectors.push({ name: `${name} ${unit}`, vector: vectorOf(set, round, unit), index });
  }
  // Of further rounds one vector for each mark of a state, or of a share of 0, that none of these has.
  const marksSeen = new Set(vectors.flatMap(({ vector }) => stateMarksOf(vector)));
  for (const [at, { set: raw, round }] of randomRounds().entries()) {
    const set = readCriteriaSet(raw);
    for (const { unit, index } of assess(set, round).scores) {
      const vector = vectorOf(set, round, unit);
      if (stateMarksOf(vector).every((mark) => marksSeen.has(mark))) continue;
      for (const mark of stateMarksOf(vector)) marksSeen.add(mark);
      if (!sets.includes(raw)) sets.push(raw);
      vectors.push({ name: `random ${at + 1} ${unit}`, vector, index });
    }
  }
  for (const [at, { set: raw, round }] of randomSummaries().slice(0, 6).entries()) {
    sets.push(raw);
    const set = readCriteriaSet(raw);
    const name = `figures ${at + 1}`;
    records.push({ name, record: seal(set, round, { group: "g" }), valid: true });
    for (const { unit, index } of assess(set, round).scores)
      vectors.push({ name: `${name} ${unit}`, vector: vectorOf(set, round, unit), index });
  }
  const ofCases = caseRecords();
  return {
    ...{ format: 1, sets: [...sets, ...ofCases.sets], records: [...records, ...ofCases.records] },
    ...{ proofs, vectors },
  };
}
