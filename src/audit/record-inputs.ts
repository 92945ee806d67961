/**
 * The inputs of a record: the part of a round that the score of one unit rests on, itself a round, so that the same
 * reader reads it; free text in full, or as SHA-256 digests for publication. Also the reverse: the inputs of a group's
 * records put together to one round.
 */
import { byCodeUnit } from "../plain.ts";
import { roundIndex } from "../round/round-index.ts";
import type { Answer, Council, Entry, Evidence, Round, SelfAssessment } from "../round.ts";
import { textDigest } from "./digest.ts";

/** How free text stands in a record. */
export type Texts = "full" | "digest";

/** The part of a round that concerns one unit; the tally without its batches, the council with the roles that were used. */
export function inputsOf(round: Round, unit: string, texts: Texts): Round {
  const index = roundIndex(round);
  const self = index.unitOf.get(unit);
  const assessment = index.assessments.get(unit);
  const council = index.councils.get(unit);
  const ledger = index.entries.get(unit) ?? [];
  const part: Round = {
    format: round.format,
    set: round.set,
    edition: round.edition,
    title: round.title,
    status: round.status,
    units: self === undefined ? [] : [self],
    councils: council === undefined ? [] : [councilFor(council, unit, ledger)],
    selfAssessments: assessment === undefined ? [] : [assessment],
    ledger,
    acts: round.acts.filter((act) => act.council === council?.id),
    tally: { batches: [], counts: index.forms.get(unit) ?? [], invalid: [] },
    surveyNotHeld: round.surveyNotHeld.filter((it) => it.group === self?.group),
    statistics: index.statistics.get(unit) ?? [],
    targets: index.targets.get(unit) ?? [],
    findings: index.findings.get(unit) ?? [],
    extensions: round.extensions.filter((it) => it.unit === unit),
  };
  return texts === "full" ? part : withDigests(part);
}

const councilFor = (council: Council, unit: string, ledger: readonly Entry[]): Council => ({
  ...council,
  units: [unit],
  roles: council.roles.filter(({ id }) => ledger.some(({ by }) => by === id)),
});

/** A text in place of which its digest stands: still a text, so that the part is read as any round. */
const digested = (text: string): string => `sha256:${textDigest(text)}`;

/** Replaces the free text of some keys by digests. */
function hidden<T extends object>(value: T, keys: readonly (keyof T)[]): T {
  const copy = { ...value };
  for (const key of keys) {
    const text: unknown = value[key];
    if (typeof text === "string") Object.assign(copy, { [key]: digested(text) });
  }
  return copy;
}

const hiddenEvidence = (evidence: readonly Evidence[]): readonly Evidence[] =>
  evidence.map((it) => hidden(it, ["number", "issuer", "title", "section", "page"]));

const hiddenClaim = <T extends { readonly notApplicable?: { readonly reason: string } | undefined }>(
  it: T,
): T =>
  it.notApplicable === undefined ? it : { ...it, notApplicable: hidden(it.notApplicable, ["reason"]) };

const hiddenAnswer = (answer: Answer): Answer => ({
  ...hiddenClaim(hidden(answer, ["explanation"])),
  evidence: hiddenEvidence(answer.evidence),
});

function hiddenEntry(entry: Entry): Entry {
  const copy = { ...hidden(entry, ["reason"]), evidence: hiddenEvidence(entry.evidence) };
  return copy.kind === "explain" ? hiddenClaim(copy) : copy;
}

const hiddenAssessment = (it: SelfAssessment): SelfAssessment => ({
  ...it,
  ...(it.approved === undefined ? {} : { approved: hidden(it.approved, ["role"]) }),
  answers: it.answers.map(hiddenAnswer),
});

function withDigests(round: Round): Round {
  return {
    ...round,
    units: round.units.map((it) => hidden(it, ["exempt"])),
    councils: round.councils.map((it) => ({
      ...it,
      roles: it.roles.map((role) => ({ ...role, holders: role.holders.map(digested) })),
    })),
    selfAssessments: round.selfAssessments.map(hiddenAssessment),
    ledger: round.ledger.map(hiddenEntry),
    surveyNotHeld: round.surveyNotHeld.map((it) => hidden(it, ["reason"])),
    statistics: round.statistics.map((it) => hidden(it, ["reference"])),
    findings: round.findings.map((it) => hidden(it, ["what", "by"])),
    extensions: round.extensions.map((it) => hidden(it, ["reason"])),
  };
}

type Loose = Readonly<Record<string, unknown>>;

const listIn = (inputs: Loose, key: string): readonly unknown[] => {
  const list = inputs[key];
  return Array.isArray(list) ? list : [];
};

/** The inputs of several units, plain and not yet read, as one raw round: councils and statements that several repeat stand once. */
export function mergedInputs(all: readonly Loose[]): Loose {
  const joined = (key: string): readonly unknown[] => all.flatMap((inputs) => listIn(inputs, key));
  const once = (key: string): readonly unknown[] => distinct(joined(key));
  const [first = {}] = all;
  return {
    ...first,
    units: joined("units"),
    councils: mergedCouncils(joined("councils")),
    selfAssessments: joined("selfAssessments"),
    ledger: joined("ledger"),
    acts: once("acts"),
    tally: { batches: [], counts: all.flatMap(({ tally }) => listIn(looseOf(tally), "counts")), invalid: [] },
    surveyNotHeld: once("surveyNotHeld"),
    statistics: joined("statistics"),
    targets: joined("targets"),
    findings: joined("findings"),
    extensions: joined("extensions"),
  };
}

const looseOf = (value: unknown): Loose =>
  typeof value === "object" && value !== null ? (value as Loose) : {};

const distinct = (list: readonly unknown[]): readonly unknown[] => [
  ...new Map(list.map((it) => [JSON.stringify(it), it])).values(),
];

function mergedCouncils(councils: readonly unknown[]): readonly unknown[] {
  const byId = new Map<string, Loose[]>();
  for (const it of councils.map(looseOf)) {
    const id = String(it["id"]);
    byId.set(id, [...(byId.get(id) ?? []), it]);
  }
  return [...byId.keys()].sort(byCodeUnit).map((id) => {
    const same = byId.get(id) ?? [];
    return {
      ...same[0],
      units: same.flatMap((it) => listIn(it, "units")),
      roles: distinct(same.flatMap((it) => listIn(it, "roles"))),
    };
  });
}
