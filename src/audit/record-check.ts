/**
 * Where a record differs from what should stand in it: computed again from its own inputs or from the round, by the
 * stages that score a round, and, without the set, in the sums within it. Differences go in the order of the
 * computation, each by the name of its step: `leaf 1.1.2`, `node 1.1`, `line bonus 9.1.1`, `total.index`, `result.grade`,
 * `inputs.ledger 1.1.2 first reason`. Works on plain data whose shape nobody has checked.
 */
import type { CriteriaSet } from "../criteria-set.ts";
import {
  highEnd,
  inPercentOf,
  isLimitLine,
  keepsMaximum,
  lowEnd,
  type Sum,
  stateOf,
  sumOver,
  totalsOf,
  type Whole,
} from "../evaluation.ts";
import type { Path } from "../issue.ts";
import { decimal, type Exact, exactText, isZero, readFraction, rounded, sum } from "../number.ts";
import { byCodeUnit, isRecord } from "../plain.ts";
import type { Plan } from "../plan.ts";
import { judgeRound } from "../round/read.ts";
import type { Round } from "../round.ts";
import { type GradeFacts, gradesOf } from "../score.ts";
import type { RelativeInput } from "../units.ts";
import { setDigest } from "./digest.ts";
import { groupRecord, type Sealing, sumStep, totalStep, unitRecord } from "./record.ts";
import {
  type DeclaredPolicies,
  type GroupRecord,
  type Plain,
  type RecordResult,
  type RecordSteps,
  roundKeys,
  type SealedLeaf,
  type SealedRecord,
  type SealedSum,
  type UnitRecord,
} from "./record-shape.ts";

/** A step that comes out differently. */
export interface StepDifference {
  /**
   * The name of the step, or of the part of the record and the place in it: keys with points between them, and what
   * stands in a list by its name; in a group's record after the unit: `unit so-a: leaf 1.1.2`.
   */
  readonly step: string;
  /** What the record says, as text; `–` where it says nothing. */
  readonly found: string;
  /** What should stand there, as text; `–` for nothing. */
  readonly expected: string;
  /**
   * Where `expected` comes from, if not from the computation. `set`, `round`: from what was given, which may itself not
   * be what was sealed. `digest`: it is the digest of the part that stands there. `published`: from outside.
   */
  readonly from?: "set" | "round" | "digest" | "published" | undefined;
  /** Where the record is not of the closed shape: the place as a JSON Pointer (RFC 6901), `""` for the record itself. */
  readonly pointer?: string | undefined;
}

/** What stands for a value that is not there. */
export const noValue = "–";

/** A value in a few words: a text as it is, anything else as JSON, at most 120 characters. */
export function shortText(value: unknown): string {
  if (value === undefined) return noValue;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

/** Makes a difference. */
export const difference = (step: string, found: unknown, expected: unknown): StepDifference => ({
  step,
  found: shortText(found),
  expected: shortText(expected),
});

/** What should stand somewhere, where no single value is meant. */
type Wanted =
  | "the record as readRecord gives it from this text"
  | "plain data"
  | "an object"
  | "a whole number"
  | "unit or group"
  | "the record of a unit"
  | "what the format has there"
  | "a group of the set"
  | "a unit of the group in the round"
  | "inputs without error"
  | "what a group can have given"
  | "a proof of inclusion"
  | "position, size and a list of hashes"
  | "a path of the length for position and size";

/** Makes a difference from what is wanted. */
export const unfit = (step: string, found: unknown, wanted: Wanted): StepDifference =>
  difference(step, found, wanted);

/** Compares one part of a record with what should stand there, in the order of the latter; undefined where they are equal. */
function partDifference(part: string, found: unknown, expected: unknown): StepDifference | undefined {
  const first = divergence(part, rolesLast(found), rolesLast(expected));
  if (first === undefined) return undefined;
  const { path, found: own, expected: due } = first;
  const step = stepName(part, path);
  const isEntry = path.length === 2 && path[0]?.name === "ledger";
  return isEntry ? difference(step, entryName(own), entryName(due)) : difference(step, own, due);
}

/** The council of a record has the roles that its ledger names: an entry that is missing says more than its role. */
function rolesLast(value: unknown): unknown {
  if (!isRecord(value) || value["councils"] === undefined) return value;
  const { councils, ...rest } = value;
  return { ...rest, councils };
}

/** Who made an entry of the ledger, and when; an entry that does not say it stays as it is. */
function entryName(entry: unknown): unknown {
  const { by, date } = plainOf(entry);
  return typeof by === "string" && typeof date === "string" ? `${by} ${date}` : entry;
}

/** What a value holds by its keys; nothing where it is no object. */
const plainOf = (value: unknown): Plain => (isRecord(value) ? value : {});

/** The name of a place in a part of a record. */
export function partStep(part: string, content: unknown, path: Path): string {
  let list = part;
  let value = content;
  const steps = path.map((step): StepDown => {
    const isName = Array.isArray(value);
    value = Array.isArray(value) ? value[Number(step)] : plainOf(value)[step];
    const name = isName ? (nameIn(list, value) ?? `${Number(step) + 1}`) : String(step);
    list = name;
    return { name, isName };
  });
  return stepName(part, steps);
}

/** What is not of the closed shape: its place by name and by pointer, and what stands there. */
export function strangeness(record: Plain, path: Path): StepDifference {
  const at = (value: unknown, step: string | number): unknown =>
    Array.isArray(value)
      ? value[Number(step)]
      : Object.hasOwn(plainOf(value), step)
        ? plainOf(value)[step]
        : undefined;
  const [first = "", second, ...rest] = path;
  const unit = first === "units" && rest.length > 0 ? at(record["units"], Number(second)) : undefined;
  const [part = "", ...inner] = unit === undefined ? path : rest;
  const holder = unit === undefined ? record : plainOf(unit);
  const step = partStep(String(part), at(holder, part), inner);
  return {
    ...unfit(
      `${unit === undefined ? "" : prefixOf(holder)}${step}`,
      path.reduce(at, record),
      "what the format has there",
    ),
    pointer: pointerTo(path),
  };
}

/** A place as a JSON Pointer (RFC 6901). */
export const pointerTo = (path: Path): string =>
  path.map((one) => `/${String(one).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** A step down into a value: a key, or the name of an element of a list. */
interface StepDown {
  readonly name: string;
  readonly isName: boolean;
}

/** Where two values differ first, and what stands there. */
interface Divergence {
  readonly path: readonly StepDown[];
  readonly found: unknown;
  readonly expected: unknown;
}

function divergence(key: string, found: unknown, expected: unknown): Divergence | undefined {
  if (found === expected) return undefined;
  const [own, due] = [branches(key, found), branches(key, expected)];
  const isName = Array.isArray(expected);
  if (own === undefined || due === undefined || isName !== Array.isArray(found))
    return { path: [], found, expected };
  const [ownByName, dueByName] = [new Map(own), new Map(due)];
  for (const name of new Set([...dueByName.keys(), ...ownByName.keys()])) {
    const inner = divergence(name, ownByName.get(name), dueByName.get(name));
    if (inner !== undefined) return { ...inner, path: [{ name, isName }, ...inner.path] };
  }
  // Nothing is missing and nothing too much: at most the order of a list is another.
  const at = isName ? own.findIndex(([name], position) => name !== due[position]?.[0]) : -1;
  return at < 0 ? undefined : { path: [], found: own[at]?.[0], expected: due[at]?.[0] };
}

/** What a value holds, by key or name; undefined where it holds nothing. Elements of one name are told apart by number. */
function branches(key: string, value: unknown): readonly (readonly [string, unknown])[] | undefined {
  if (isRecord(value)) return Object.entries(value);
  if (!Array.isArray(value)) return undefined;
  const times = new Map<string, number>();
  return value.map((inner, at) => {
    const name = nameIn(key, inner);
    if (name === undefined) return [`${at + 1}`, inner];
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return [time === 1 ? name : `${name} ${time}`, inner];
  });
}

type Naming = (it: Plain) => readonly unknown[];

/** Named by the values of these keys. */
function by(...keys: readonly string[]): Naming {
  return (it) => keys.map((key) => it[key]);
}

/** What names the elements of a list, by the key of the list, so that one too many does not shift the others. */
const namings: ReadonlyMap<string, Naming> = new Map<string, Naming>([
  // A unit has one self-assessment.
  ["selfAssessments", () => []],
  ["answers", by("item")],
  // The unit explains at the stage of the council's own entry.
  ["ledger", ({ item, stage, kind }) => [item, kind === "explain" ? kind : stage]],
  ["statistics", by("item")],
  ["targets", by("item")],
  ["findings", by("id")],
  ["extensions", by("deadline")],
  ["acts", by("stage")],
  ["units", by("id")],
  ["replaces", by("unit")],
  ["councils", by("id")],
  ["roles", by("id")],
  ["surveyNotHeld", by("group")],
  ["counts", by("questionnaire")],
  ["questions", by("question")],
  ["options", by("option")],
  ["invalid", by("code")],
  ["breaches", by("breach")],
  ["relative", by("item")],
  ["leaves", by("item")],
  ["nodes", by("item")],
  ["sources", by("source")],
  ["lines", by("kind", "id")],
  ["grades", by("id")],
  ["places", by("unit")],
  ["unranked", by("unit")],
]);

/** The name of an element of a list; undefined where it goes by its position. */
function nameIn(list: string, element: unknown): string | undefined {
  const words = isRecord(element) ? namings.get(list)?.(element) : undefined;
  return words?.every((word) => typeof word === "string") ? words.join(" ") : undefined;
}

const stepKinds: ReadonlyMap<string, string> = new Map([
  ["leaves", "leaf"],
  ["nodes", "node"],
  ["sources", "source"],
]);

function stepName(part: string, path: readonly StepDown[]): string {
  const [first = "", second, third] = path.map(({ name }) => name);
  if (part === "steps" && second !== undefined) {
    const kind = stepKinds.get(first);
    if (kind !== undefined) return `${kind} ${second}`;
    return second === "lines" && third !== undefined ? `line ${third}` : `${first}.${second}`;
  }
  if (part === "relative" && path.length > 0) return `relative ${first}`;
  if (part === "ranking" && first === "places" && second !== undefined) return `place of ${second}`;
  const ofHead = part === "inputs" && roundKeys.some((key) => key === first);
  const start = ofHead ? { name: "inputs.head", isName: true } : { name: part, isName: false };
  // A self-assessment goes without its name, and its answers are nearly all that it has.
  const told = path.filter(({ name }) => name !== "" && name !== "answers");
  return [start, ...told]
    .map(({ name, isName }, at, all) =>
      at === 0 ? name : `${isName || all[at - 1]?.isName ? " " : "."}${name}`,
    )
    .join("");
}

/** Computes a record again, from the round where it is given, else from its own inputs; what comes out differently. */
export function recomputed(
  plan: Plan,
  record: SealedRecord,
  round: Round | undefined,
): readonly StepDifference[] {
  const { id, edition } = plan.set;
  const given = { id, edition, digest: setDigest(plan.set) };
  const [other] = (["id", "edition", "digest"] as const).flatMap((key): readonly StepDifference[] =>
    record.set[key] === given[key]
      ? []
      : [{ ...difference(`set.${key}`, record.set[key], given[key]), from: "set" }],
  );
  // Another text of the same edition is said, and computed with all the same.
  if (other !== undefined && other.step !== "set.digest") return [other];
  const { group, until, texts } = record;
  const frame = { plan, group, until, texts, digest: record.round };
  const found = !plan.set.groups.some((it) => it.id === group)
    ? [unfit("group", group, "a group of the set")]
    : round === undefined
      ? fromInputs(frame, record)
      : fromRound(frame, record, round).map(attributed);
  return other === undefined ? found : [other, ...found];
}

/** Inputs, what the group gave and places are the round's to say; everything else is computed from the same inputs. */
const attributed = (found: StepDifference): StepDifference =>
  /^(?:unit \S+: )?(?:inputs|relative|place|ranking|units$)/.test(found.step)
    ? { ...found, from: "round" }
    : found;

/** How a record was made, as its head says. */
type SealingFrame = Omit<Sealing, "round" | "known">;

/** Seals the round again and compares everything but the version of the library and the digest of the round. */
function fromRound(frame: SealingFrame, record: SealedRecord, round: Round): readonly StepDifference[] {
  const sealing: Sealing = { ...frame, round };
  if (record.kind === "group") return groupDifferences(record, groupRecord(sealing), ["inputs", "relative"]);
  const own = unitRecord(sealing, record.unit);
  if (own === undefined) return [unfit("unit", record.unit, "a unit of the group in the round")];
  return partDifferences(record, own, ["inputs", "relative", ...computedParts, "place"]);
}

/** Computes from the inputs of the record itself. */
function fromInputs(frame: SealingFrame, record: SealedRecord): readonly StepDifference[] {
  const isGroup = record.kind === "group";
  const records = isGroup ? record.units : [record];
  for (const own of isGroup ? record.units : []) {
    // The inputs of a unit are a round by themselves, and stand there as they are read.
    const { issues, round } = judgeRound(frame.plan.set, own.inputs);
    const isRead = !issues.some(({ severity }) => severity === "error");
    const found = isRead ? partDifference("inputs", own.inputs, round) : undefined;
    if (found !== undefined) return [{ ...found, step: `${prefixOf(own)}${found.step}` }];
  }
  // A group without units has no inputs either, and nothing to compute.
  const value =
    records.length === 0
      ? unitlessRound(frame.plan.set)
      : isGroup
        ? mergedInputs(records.map(({ inputs }) => plainOf(inputs)))
        : record.inputs;
  const { issues, round } = judgeRound(frame.plan.set, value);
  const fault = issues.find(({ severity }) => severity === "error");
  if (fault !== undefined) {
    const prefix = isGroup && fault.unit !== undefined ? prefixOf({ unit: fault.unit }) : "";
    return [unfit(`${prefix}${partStep("inputs", value, fault.path)}`, fault.code, "inputs without error")];
  }
  const known = isGroup ? undefined : knownGroups(record, round);
  // Whether others' acts are there, on which `relative` leaves wait, only the round tells.
  const isOthers = !isGroup && frame.plan.relative.length > 0 && !record.result.approved;
  // Texts stand as they stand: what was brought to digests is not brought to digests again.
  const sealing: Sealing = {
    ...frame,
    texts: "full",
    round,
    known,
    ...(isOthers ? { approved: false } : {}),
  };
  try {
    if (isGroup) return groupDifferences(record, groupRecord(sealing), ["relative"]);
    const own = unitRecord(sealing, record.unit);
    return own === undefined
      ? [difference("unit", record.unit, round.units.map(({ id }) => id).join(", "))]
      : partDifferences(record, own, ["inputs", ...computedParts]);
  } catch (error) {
    // What the group is said to have given may contradict the unit's own facts: better than the best, no such number.
    if (!(error instanceof RangeError)) throw error;
    return [unfit("relative", isGroup ? undefined : record.relative, "what a group can have given")];
  }
}

const unitlessRound = ({ id, edition, title }: CriteriaSet): Plain => ({
  format: 1,
  set: id,
  edition,
  title,
  status: "illustrative",
  units: [],
});

/** What the record says that the group gave, with the unit's own targets from its inputs. */
function knownGroups(
  { relative, unit }: UnitRecord,
  { targets }: Round,
): ReadonlyMap<string, readonly RelativeInput[]> {
  const inputs = relative.map(({ item, group }): RelativeInput => {
    const target = targets.find((it) => it.item === item)?.facts;
    return { item, ...(target === undefined ? {} : { target }), ...(group === undefined ? {} : { group }) };
  });
  return new Map([[unit, inputs]]);
}

/** What is computed of a unit from its inputs, in the order in which it is compared. */
const computedParts = ["declared", "steps", "result"] as const;

const partDifferences = (
  record: UnitRecord,
  expected: UnitRecord,
  parts: readonly (keyof UnitRecord)[],
): readonly StepDifference[] =>
  parts.flatMap((part) => partDifference(part, record[part], expected[part]) ?? []);

function groupDifferences(
  record: GroupRecord,
  expected: GroupRecord | undefined,
  before: readonly (keyof UnitRecord)[],
): readonly StepDifference[] {
  const units = expected?.units ?? [];
  const ids = record.units.map(({ unit }) => unit).join(", ");
  const due = units.map(({ unit }) => unit).join(", ");
  if (ids !== due) return [difference("units", ids, due)];
  return [
    ...record.units.flatMap((own, at) =>
      units
        .slice(at, at + 1)
        .flatMap((unit) => partDifferences(own, unit, [...before, ...computedParts, "place"]))
        .map((one) => ({ ...one, step: `${prefixOf(own)}${one.step}` })),
    ),
    ...[partDifference("ranking", record.ranking, expected?.ranking) ?? []].flat(),
  ];
}

/** What stands before the steps of a unit in the record of a group. */
export const prefixOf = ({ unit }: { readonly unit?: unknown }): string => `unit ${String(unit)}: `;

const listIn = (inputs: Plain, key: string): readonly unknown[] => {
  const list = inputs[key];
  return Array.isArray(list) ? list : [];
};

/** The inputs of several units, plain and not yet read, as one raw round: councils and statements that several repeat stand once. */
function mergedInputs(all: readonly Plain[]): Plain {
  const joined = (key: string): readonly unknown[] => all.flatMap((inputs) => listIn(inputs, key));
  const once = (key: string): readonly unknown[] => distinct(joined(key));
  const [first = {}] = all;
  return {
    ...first,
    // A unit that replaces others stands in their records too.
    units: once("units"),
    councils: mergedCouncils(joined("councils")),
    selfAssessments: joined("selfAssessments"),
    ledger: joined("ledger"),
    acts: once("acts"),
    tally: { batches: [], counts: all.flatMap(({ tally }) => listIn(plainOf(tally), "counts")), invalid: [] },
    surveyNotHeld: once("surveyNotHeld"),
    statistics: joined("statistics"),
    targets: joined("targets"),
    findings: joined("findings"),
    extensions: joined("extensions"),
  };
}

const distinct = (list: readonly unknown[]): readonly unknown[] => [
  ...new Map(list.map((it) => [JSON.stringify(it), it])).values(),
];

function mergedCouncils(councils: readonly unknown[]): readonly Plain[] {
  const byId = new Map<string, Plain[]>();
  for (const council of councils.map(plainOf)) {
    const id = String(council["id"]);
    const same = byId.get(id);
    if (same === undefined) byId.set(id, [council]);
    else same.push(council);
  }
  const sorted = [...byId].sort(([a], [b]) => byCodeUnit(a, b));
  return sorted.map(([, same]) => ({
    ...same[0],
    units: same.flatMap((it) => listIn(it, "units")),
    roles: distinct(same.flatMap((it) => listIn(it, "roles"))),
  }));
}

// The sums within a record, which need no criteria set: nodes and sources are the sums of their leaves, leaves and lines
// give the result, the index follows from them, and the published figures are the exact ones, rounded once.

/** The parts of a scored unit's record that its sums are checked by. */
interface SealedUnit {
  readonly steps: RecordSteps;
  readonly declared: DeclaredPolicies;
  readonly result: RecordResult;
}

/** The first sum of a record of the closed shape that does not hold; undefined where all do, or nothing is summed. */
export function sumDifference({ steps, declared, result }: UnitRecord): StepDifference | undefined {
  if (steps === undefined) return undefined;
  const leaves = steps.leaves.map(summandOf);
  for (const {
    item,
    leaves: [first, end],
    ...found
  } of steps.nodes) {
    const wrong = wrongSum(`node ${item}`, found, sumOver(leaves.slice(first, end)));
    if (wrong !== undefined) return wrong;
  }
  const sums: Sum[] = [];
  for (const { source, ...found } of steps.sources) {
    const own = sumOver(leaves.filter((_, at) => steps.leaves[at]?.source === source));
    const wrong = wrongSum(`source ${source}`, found, own);
    if (wrong !== undefined) return wrong;
    sums.push(own);
  }
  for (const key of ["total", "low", "high"] as const) {
    const wrong = wrongTotal(key, { steps, declared, result }, sums);
    if (wrong !== undefined) return wrong;
  }
  return wrongResult({ steps, declared, result });
}

/** A sealed leaf as sums take it. */
const summandOf = ({ state, consequence, points, floor, ceiling, maxPoints }: SealedLeaf) => ({
  max: readFraction(maxPoints),
  least: readFraction(floor ?? "0"),
  points: state === "pending" ? undefined : readFraction(points ?? "0"),
  counts: state !== "not-applicable" || keepsMaximum(consequence),
  consequence,
  ...(ceiling === undefined
    ? {}
    : { held: { low: readFraction(floor ?? "0"), high: readFraction(ceiling) } }),
});

function wrongSum(step: string, found: SealedSum, own: Sum): StepDifference | undefined {
  const due = sumStep(own);
  for (const key of ["points", "low", "high", "maxPoints"] as const)
    if (found[key] !== due[key]) return difference(step, found[key], due[key]);
  return undefined;
}

function wrongTotal(
  key: "total" | "low" | "high",
  { steps, declared }: SealedUnit,
  sources: readonly Sum[],
): StepDifference | undefined {
  const found = steps[key];
  if (found === undefined) return undefined;
  const lines = found.lines.map((line) => ({ ...line, points: readFraction(line.points) }));
  const { max, min } = declared.policies.limits;
  const whole: Whole = {
    max: decimal(declared.maxPoints),
    limits: {
      max: max === undefined ? undefined : decimal(max),
      min: min === undefined ? undefined : decimal(min),
    },
    sourceIds: steps.sources.map(({ source }) => source),
  };
  const beside = lines.filter((line) => line.kind !== "conversion" && !isLimitLine(line));
  const points = pointsOfLines(beside);
  const extra = { lines: beside, points, percent: inPercentOf(points, whole.max) };
  const due = totalsOf(whole, sources, sources.map(key === "high" ? highEnd : lowEnd), extra);
  for (const source of whole.sourceIds) {
    const isIts = ({ kind, id }: (typeof due.lines)[number]): boolean =>
      kind === "conversion" && id === source;
    const [own, its] = [lines, due.lines].map((all) => exactText(pointsOfLines(all.filter(isIts))));
    if (own !== its) return difference(`line conversion ${source}`, own, its);
  }
  const [stated, expected] = [
    { ...found, limit: exactText(pointsOfLines(lines.filter(isLimitLine))) },
    { ...totalStep(due), limit: exactText(pointsOfLines(due.lines.filter(isLimitLine))) },
  ];
  for (const part of ["leaves", "maxPoints", "limit", "points", "index"] as const)
    if (stated[part] !== expected[part]) return difference(`${key}.${part}`, stated[part], expected[part]);
  return undefined;
}

const pointsOfLines = (lines: readonly { readonly points: Exact }[]): Exact =>
  sum(lines.map(({ points }) => points));

/** The published figures are the exact ones, rounded once. */
function wrongResult({ steps, declared, result }: SealedUnit): StepDifference | undefined {
  const { places, mode } = declared.policies.rounding;
  const published = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : rounded(readFraction(text), places, mode);
  const { total, low, high } = steps;
  const refused = result.state === "refused";
  const pending = steps.leaves.some((leaf) => leaf.state === "pending");
  const exact = total?.index === undefined ? undefined : readFraction(total.index);
  const state = stateOf({ refused, pending, totals: { index: exact } });
  const index = refused ? undefined : published(total?.index);
  const bound = (end: typeof low): string | undefined =>
    state === "provisional" ? published(end?.index ?? "0") : undefined;
  const expected = {
    ...{ grade: undefined, reaches: undefined },
    state,
    index,
    points: index === undefined ? undefined : published(total?.points),
    ...(index === undefined ? {} : gradesOf(declared.grades, index, sealedFacts(steps, published))),
    "bounds.low": bound(low),
    "bounds.high": bound(high),
  };
  const { state: own, index: stated, points, grade, reaches, bounds } = result;
  const found = {
    ...{ state: own, index: stated, points, grade, reaches },
    "bounds.low": bounds?.low,
    "bounds.high": bounds?.high,
  };
  for (const key of ["state", "index", "points", "grade", "reaches", "bounds.low", "bounds.high"] as const)
    if (found[key] !== expected[key]) return difference(`result.${key}`, found[key], expected[key]);
  return undefined;
}

/** What conditions of grades ask, from sealed steps. */
function sealedFacts(
  { leaves, nodes, sources, total }: RecordSteps,
  published: (text: string | undefined) => string | undefined,
): GradeFacts {
  const indexOfSum = ({ points, maxPoints }: SealedSum): string | undefined => {
    const max = readFraction(maxPoints);
    if (points === undefined || isZero(max)) return undefined;
    return published(exactText(inPercentOf(readFraction(points), max)));
  };
  return {
    indexOf: (kind, id) => {
      if (kind === "source") return sources.filter(({ source }) => source === id).map(indexOfSum)[0];
      const node = nodes.find(({ item }) => item === id);
      const leaf = leaves.find(({ item }) => item === id);
      if (node !== undefined) return indexOfSum(node);
      return leaf === undefined ? undefined : indexOfSum(leaf);
    },
    takes: (line) =>
      total?.lines.some(
        ({ kind, id, points }) =>
          (kind === "penalty" || kind === "late") && id === line && !isZero(readFraction(points)),
      ) ?? false,
  };
}
