/**
 * Single-byte flips: a byte of a text in UTF-8 is replaced by another at random, and what the reader and `verify` make
 * of it is judged. Seeded, so that a run can be repeated.
 */
import { canonicalBytes, canonicalText, roundDigest, setDigest } from "../../src/audit/digest.ts";
import type { SealedRecord } from "../../src/audit/record-shape.ts";
import { recordParts } from "../../src/audit/record-shape.ts";
import { verify } from "../../src/audit/verify.ts";
import type { CriteriaSet } from "../../src/criteria-set.ts";
import { InvalidError } from "../../src/issue.ts";
import { readRound } from "../../src/round/read.ts";
import type { Round } from "../../src/round.ts";
import { readCriteriaSet } from "../../src/set/check.ts";

/** Random integers from 0 to below n, by xorshift32. */
export function randomOf(seed: number): (n: number) => number {
  let state = seed >>> 0 || 1;
  return (n) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % n;
  };
}

/** What became of a flip. */
export type Outcome =
  | "no-utf8"
  | "no-json"
  | "unreadable"
  | "named"
  | "refused"
  | "other-digest"
  | "identical";

const decoder = new TextDecoder("utf-8", { fatal: true });

/** A value with one byte of its text replaced, or what stands in the way of parsing it. */
function flipped(
  bytes: Uint8Array,
  random: (n: number) => number,
): { readonly value: unknown } | "no-utf8" | "no-json" {
  const copy = bytes.slice();
  const at = random(copy.length);
  copy[at] = ((copy[at] as number) + 1 + random(255)) % 256;
  let text: string;
  try {
    text = decoder.decode(copy);
  } catch {
    return "no-utf8";
  }
  try {
    return { value: JSON.parse(text) };
  } catch {
    return "no-json";
  }
}

const escaped = (name: string): string => name.replaceAll(/[^\w ]/g, "\\$&");

/** What may be named for a change in each part of a unit's record. */
const stepsFor = (part: string): RegExp => {
  if (part === "steps.leaves") return /^leaf /;
  if (part === "steps.nodes") return /^(node |steps$)/;
  if (part === "steps.sources") return /^(source |steps$)/;
  const total = /^steps\.(total|low|high)$/.exec(part)?.[1];
  if (total !== undefined) return new RegExp(`^(line |${total}\\.|steps)`);
  if (part.startsWith("steps")) return /^(steps|leaf |node |source |line |total|low|high)/;
  return new RegExp(`^${escaped(part)}([. ]|$)`);
};

/** Flips one byte of a unit's record; throws where the change is not found, or not named where it stands. */
export function recordFlipper(
  record: SealedRecord,
  set: CriteriaSet,
  round?: Round,
): (random: (n: number) => number) => Outcome {
  const bytes = canonicalBytes(record);
  const own = textsOf({ ...record });
  return (random) => {
    const it = flipped(bytes, random);
    if (typeof it === "string") return it;
    const answer = verify(it.value, { set, round });
    const step = answer.firstDifference?.step;
    if (answer.digests === "unreadable" && step !== undefined) return "unreadable";
    if (answer.digests !== "differ" || step === undefined)
      throw new Error(`not found: ${canonicalText(it.value)}`);
    const names = namesFor(own, textsOf(it.value as Loose));
    if (!names.some((name) => name.test(step)))
      throw new Error(`${step} is named, where ${names.join(", ")} were to be`);
    return "named";
  };
}

type Loose = Readonly<Record<string, unknown>>;

/** The parts, digests and keys of a record, each as canonical text by its name. */
interface Texts {
  readonly parts: ReadonlyMap<string, string>;
  readonly digests: ReadonlyMap<string, string> | undefined;
  readonly keys: ReadonlyMap<string, string>;
}

const textOf = (value: unknown): string => canonicalText({ at: value });

function textsOf(record: Loose): Texts {
  const { digests } = record;
  const listed = typeof digests === "object" && digests !== null ? Object.entries(digests) : undefined;
  return {
    parts: new Map(recordParts(record).map(({ name, value }) => [name, textOf(value)])),
    digests: listed && new Map(listed.map(([name, value]) => [name, textOf(value)])),
    keys: new Map(Object.entries(record).map(([key, value]) => [key, key === "digest" ? textOf(value) : ""])),
  };
}

const none: ReadonlyMap<string, string> = new Map();

/** The names under which two maps differ. */
const differing = (
  a: ReadonlyMap<string, string> = none,
  b: ReadonlyMap<string, string> = none,
): readonly string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name));

/** What may be named for the difference of two records: a step of the part, the digest of a part, a key that is not known. */
function namesFor(own: Texts, other: Texts): readonly RegExp[] {
  const exactly = (name: string): RegExp => new RegExp(`^${escaped(name)}$`);
  return [
    ...differing(own.parts, other.parts).map(stepsFor),
    ...differing(own.digests, other.digests).map(exactly),
    ...differing(own.keys, other.keys).map(exactly),
  ];
}

/** Flips one byte of an input; throws where it is read as something else under the same digest, or with another error. */
function flipInput(
  bytes: Uint8Array,
  random: (n: number) => number,
  read: (value: unknown) => { value: unknown; digest: string },
  before: { value: string; digest: string },
): Outcome {
  const it = flipped(bytes, random);
  if (typeof it === "string") return it;
  try {
    const { value, digest } = read(it.value);
    if (digest !== before.digest) return "other-digest";
    if (canonicalText(value) !== before.value) throw new RangeError("another value under the same digest");
    return "identical";
  } catch (error) {
    if (error instanceof InvalidError) return "refused";
    throw error;
  }
}

/** Flips one byte of a criteria file. */
export function setFlipper(raw: unknown): (random: (n: number) => number) => Outcome {
  const read = (value: unknown) => {
    const set = readCriteriaSet(value);
    return { value: set, digest: setDigest(set) };
  };
  return flipperOf(raw, read);
}

/** Flips one byte of a round. */
export function roundFlipper(set: CriteriaSet, raw: unknown): (random: (n: number) => number) => Outcome {
  const read = (value: unknown) => {
    const round = readRound(set, value);
    return { value: round, digest: roundDigest(round) };
  };
  return flipperOf(raw, read);
}

function flipperOf(
  raw: unknown,
  read: (value: unknown) => { value: unknown; digest: string },
): (random: (n: number) => number) => Outcome {
  const bytes = new TextEncoder().encode(JSON.stringify(raw));
  const { value, digest } = read(raw);
  const before = { value: canonicalText(value), digest };
  return (random) => flipInput(bytes, random, read, before);
}

/** Runs so many flips and counts what became of them. */
export function countFlips(times: number, flip: () => Outcome): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (let i = 0; i < times; i++) {
    const outcome = flip();
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}
