/**
 * What must hold between the parts of a round (design 2, 3.4 to 3.14): every part is read for itself, held against the
 * register and the set, and left out where it has an error, so that the other units can still be scored. The lists of
 * the round as read are in the order of the set, then of ids.
 */
import { byReplay, byStage } from "../appraisal.ts";
import type { CriteriaSet } from "../criteria-set.ts";
import type { Issue } from "../issue.ts";
import { byCodeUnit, deepFreeze } from "../plain.ts";
import type { Act, Entry, Round, Stage, Tally } from "../round.ts";
import { type Assessments, checkSubmissions, readAssessments } from "./assessment-check.ts";
import {
  byUnitAndItem,
  checkAddressed,
  type ReadFindings,
  readFindings,
  readStatisticParts,
  readTargets,
} from "./figure-check.ts";
import { readEntries } from "./ledger-check.ts";
import { checkOrder, type ReadActs, readActs } from "./ledger-order.ts";
import { closeReading, isRecord, openReading, type Reading, readPart } from "./reading.ts";
import {
  type CouncilRegister,
  lostCouncils,
  readCouncils,
  readExtensions,
  readNotHeld,
  readUnits,
  type UnitRegister,
} from "./register-check.ts";
import { roundLists, roundShape } from "./round-schema.ts";
import { readTallyPart } from "./tally-check.ts";
import { issuesByUnit } from "./unit-issues.ts";

/** What was made of a round: what can be used of it, and everything that is wrong. */
export interface JudgedRound {
  /** The round without the parts that have an error; where the frame cannot be used, a round without units. */
  readonly round: Round;
  /** Every issue, warnings too, in the order of the file. */
  readonly issues: readonly Issue[];
  /** For each unit with an error in its data: all issues that are about it. */
  readonly unitIssues: ReadonlyMap<string, readonly Issue[]>;
  /** True where nothing can be scored: another set or edition, no list of units, a part of the frame that cannot be read. */
  readonly fatal: boolean;
}

/** Judges a raw round against its set. */
export function judge(set: CriteriaSet, value: unknown, caller: string): JudgedRound {
  const reading = openReading(set, value, caller);
  const { root } = reading;
  const frame = readPart(reading, roundShape.frame, { value: root, path: [] });
  const usable = isRecord(root) && isOfSet(reading, root, set);
  const parts = usable ? readParts(reading, root) : undefined;
  const fatal = frame === undefined || parts === undefined || parts.lost || reading.brokenOff;
  const issues = closeReading(reading);
  const round =
    frame === undefined || parts === undefined ? emptyRound(set) : { ...headOf(frame), ...parts.lists };
  const unitIssues =
    parts === undefined ? new Map<string, readonly Issue[]>() : issuesByUnit(issues, root, parts);
  return { round: deepFreeze(round), issues, unitIssues, fatal: fatal || isBroken(issues) };
}

const listAt = (root: unknown, key: string): unknown => (isRecord(root) ? root[key] : undefined);

/** An error of the frame itself: at its root, or at one of its keys. */
const isBroken = (issues: readonly Issue[]): boolean =>
  issues.some(({ severity, path }) => severity === "error" && path.length <= 1);

/** A round of another set or edition is not read further: every item would be unknown. */
function isOfSet(reading: Reading, root: Readonly<Record<string, unknown>>, set: CriteriaSet): boolean {
  const { set: id, edition } = root;
  const other = typeof id === "string" && id !== set.id;
  if (other) reading.report("round-of-other-set", ["set"], { found: id, expected: set.id });
  const otherEdition = !other && typeof edition === "number" && edition !== set.edition;
  if (otherEdition)
    reading.report("round-of-other-edition", ["edition"], { found: edition, expected: set.edition });
  return !other && !otherEdition;
}

type Frame = NonNullable<ReturnType<typeof roundShape.frame.parse>>;
type Head = Pick<Round, "format" | "set" | "edition" | "title" | "status">;

const headOf = ({ format, set, edition, title, status }: Frame): Head => ({
  format,
  set,
  edition,
  title,
  status,
});

const emptyRound = (set: CriteriaSet): Round => ({
  format: 1,
  set: set.id,
  edition: set.edition,
  title: set.title,
  status: "illustrative",
  units: [],
  councils: [],
  selfAssessments: [],
  ledger: [],
  acts: [],
  tally: { batches: [], counts: [], invalid: [] },
  surveyNotHeld: [],
  statistics: [],
  targets: [],
  findings: [],
  extensions: [],
});

interface Parts {
  readonly lists: Omit<Round, keyof Head>;
  readonly register: UnitRegister;
  readonly councils: CouncilRegister;
  /** True where a whole list or the tally cannot be read: without it nobody is scored. */
  readonly lost: boolean;
}

/**
 * Lists that were written but cannot be read: left out by the plain copy, no lists, or under a key that is no key of a
 * round. What they hold is not missed in the other parts.
 */
function lostLists(reading: Reading, root: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const stray = Object.keys(root).some((key) => !Object.hasOwn(roundShape.frame.shape, key));
  const lost = roundLists.filter(
    (key) => !Array.isArray(root[key]) && (stray || root[key] !== undefined || reading.isDamaged([key])),
  );
  return new Set(lost);
}

function readParts(reading: Reading, root: Readonly<Record<string, unknown>>): Parts {
  const lost = lostLists(reading, root);
  const register = readUnits(reading, root["units"], ["units"]);
  const hasUnit = register.has;
  const councils = lost.has("councils")
    ? lostCouncils
    : readCouncils(reading, root["councils"], ["councils"], register);
  const findings = readFindings(reading, root["findings"], ["findings"], hasUnit);
  const extensions = readExtensions(reading, root["extensions"], ["extensions"], register);
  const assessments = readAssessments(reading, root["selfAssessments"], register, findings);
  if (!lost.has("extensions")) checkSubmissions(reading, assessments, extensions);
  const acts = readActs(reading, root["acts"], ["acts"], councils);
  const ledger = readLedgerParts(reading, root["ledger"], {
    register,
    councils,
    findings,
    assessments,
    acts,
    lost,
  });
  const tally = readTallies(reading, root["tally"], register);
  const surveyed = new Set(tally?.counts.map(({ unit }) => register.byId.get(unit)?.group));
  const lists = {
    units: register.units,
    councils: councils.councils,
    selfAssessments: [...assessments.values()]
      .flatMap((it) => (it === "unreadable" ? [] : [it.assessment.value]))
      .sort((a, b) => byCodeUnit(a.unit, b.unit)),
    ledger,
    acts: acts.acts
      .map(({ value }) => value)
      .sort((a, b) => byCodeUnit(a.council, b.council) || byStage(a.stage, b.stage)),
    tally: tally ?? { batches: [], counts: [], invalid: [] },
    surveyNotHeld: readNotHeld(reading, root["surveyNotHeld"], ["surveyNotHeld"], (group) =>
      surveyed.has(group),
    ),
    statistics: readStatisticParts(reading, root["statistics"], ["statistics"], hasUnit),
    targets: readTargets(reading, root["targets"], ["targets"], hasUnit),
    findings: findings.findings,
    extensions,
  };
  return { lists, register, councils, lost: lost.size > 0 || tally === undefined };
}

interface LedgerParts {
  readonly register: UnitRegister;
  readonly councils: CouncilRegister;
  readonly findings: ReadFindings;
  readonly assessments: Assessments;
  readonly acts: ReadActs;
  readonly lost: ReadonlySet<string>;
}

function readLedgerParts(reading: Reading, list: unknown, it: LedgerParts): readonly Entry[] {
  const { register, councils, findings, assessments, acts, lost } = it;
  const read = readEntries(reading, list, ["ledger"], {
    hasUnit: register.has,
    councilOf: councils.ofUnit,
    findingOf: (id) => (lost.has("findings") ? "unreadable" : findings.byId.get(id)),
    findingIds: [...findings.byId.keys()],
  });
  const claimed = new Map<string, ReadonlySet<string>>();
  const actsOf = (unit: string): ReadonlyMap<Stage, Act> | "unreadable" => {
    const council = councils.ofUnit(unit);
    if (lost.has("acts")) return "unreadable";
    if (council === undefined) return noActs;
    if (council === "unreadable" || acts.unread.has(council.id) || acts.unread.has("")) return "unreadable";
    return acts.byCouncil.get(council.id) ?? noActs;
  };
  checkOrder(reading, read, {
    actsOf,
    submittedOf: (unit) => {
      const own = assessments.get(unit);
      return own === "unreadable" ? undefined : own?.assessment.value.submitted;
    },
    claims: (unit, item) => {
      const own = assessments.get(unit);
      if (own === undefined) return lost.has("selfAssessments") ? "unreadable" : false;
      if (own === "unreadable" || own.unread.has(item) || own.unread.has("")) return "unreadable";
      const items = claimed.get(unit) ?? new Set(own.assessment.value.answers.map((answer) => answer.item));
      claimed.set(unit, items);
      return items.has(item);
    },
  });
  const entries = read.entries.filter(({ wrong }) => !wrong).map(({ value }) => value);
  if (lost.has("ledger")) return [];
  checkAddressed(reading, findings, read, (unit) => {
    const own = actsOf(unit);
    return own === "unreadable" ? [] : [...own.values()];
  });
  return entries.sort(inLedgerOrder(reading));
}

const noActs: ReadonlyMap<Stage, Act> = new Map();

/** The order of a ledger as read: unit, item, and on one item as it is replayed. */
export function inLedgerOrder(reading: Reading): (a: Entry, b: Entry) => number {
  const place = byUnitAndItem(reading.plan);
  return (a, b) => place(a, b) || byReplay(a, b);
}

function readTallies(reading: Reading, value: unknown, register: UnitRegister): Tally | undefined {
  const isLost = (key: string): boolean =>
    reading.isDamaged(["tally", key]) && !Array.isArray(listAt(value, key));
  if (reading.isDamaged(["tally"]) && value === undefined) return undefined;
  const context = { hasUnit: register.has, unitOf: (unit: string) => register.byId.get(unit) };
  const tally = readTallyPart(reading, { value: value ?? {}, path: ["tally"] }, context);
  return ["batches", "counts", "invalid"].some(isLost) ? undefined : tally;
}
