/**
 * A round that was read, with some parts of it changed: a saved self-assessment, an entry of the council, a batch of the
 * survey. Only the units that the parts touch are judged again, by the functions that judge a whole round; all others
 * keep their parts and their issues. A law holds the result against reading the whole.
 */
import type { CriteriaSet } from "../criteria-set.ts";
import { hasErrors, type Issue, type Path } from "../issue.ts";
import { brand, byCodeUnit, deepFreeze, elementAt, isRecord, once, withoutAppKeys } from "../plain.ts";
import {
  type Act,
  absentUnits,
  indexUpdated,
  markRead,
  mergedCounts,
  mergedInvalid,
  type PartOfUnit,
  type PartsOfUnits,
  partsOfUnits,
  type Round,
  type RoundIndex,
  roundIndex,
  type Tally,
} from "../round.ts";
import { readTallyPart } from "./figures.ts";
import { checkCompared, checkGapsOfUnits, comparedBy, givesFacts, unreadParts } from "./gaps.ts";
import type { Readable, RoundPartsInput } from "./input.ts";
import {
  asRead,
  assertRound,
  checkRound,
  inActOrder,
  type JudgedRound,
  judgeRound,
  type ReadLists,
  readLists,
} from "./read.ts";
import {
  closeReading,
  openReading,
  partUnder,
  type Reading,
  readingWithin,
  readPart,
  textAt,
  valueUnder,
} from "./reading.ts";
import { type CouncilRegister, hasOneOf, type UnitRegister } from "./register.ts";
import { roundShape } from "./schema.ts";

/** What `updateRound` gives. */
export interface UpdatedRound {
  /** The new round, frozen; absent where something is wrong with the parts: the round that was given stands. */
  readonly round?: Round;
  /** All issues of the new round, warnings too; of what is wrong with the parts, errors. */
  readonly issues: readonly Issue[];
}

/**
 * Puts changed parts into a round that was read, and judges what depends on them.
 *
 * Self-assessments, statistics, targets, findings and extensions take the place of those with the same key, or stand at
 * the end of their list; `remove` takes some out first. Entries and acts are added, and so are the counts of a tally, each
 * batch once. What the round is made of (its head, units, councils, groups without a survey) is for reading anew.
 *
 * Value and issues are those of reading the whole, and everything that the parts do not touch is shared with the round
 * that was given, so that `assess` and `indexes` work it out once. The first call for a round reads it once more.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param round The round, as `readRound` or `updateRound` gave it; it stays as it is.
 * @param parts What changes; of each list only what is new or other. Nothing at all gives the round as it is.
 *
 * @returns The new round and its issues, frozen; an error in a part throws nothing. A path leads into the round that was
 * given, with the parts put in; of what is wrong with `parts` itself (an unknown key, nothing there to remove) into
 * `parts`.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`, or the round was not read with it.
 *
 * @example
 * ```ts
 * import { readRound, updateRound } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("hoa-lam/department/2026");
 * const units = [{ id: "hoa-lam/so-b", name: { vi: "Sở B" }, group: "general" }];
 * const title = { vi: "Đợt đánh giá minh họa" };
 * const round = readRound(set, { format: 1, set: set.id, edition: set.edition, title, status: "illustrative", units });
 * const saved = { unit: "hoa-lam/so-b", answers: [{ item: "1.1.2", facts: { numerator: 17, denominator: 20 } }] };
 * const updated = updateRound(set, round, { selfAssessments: [saved] });
 * updated.round?.selfAssessments.length; // => 1
 * const wrong = updateRound(set, round, { selfAssessments: [{ ...saved, unit: "hoa-lam/so-c" }] });
 * wrong.round; // => undefined
 * wrong.issues.filter(({ severity }) => severity === "error").map(({ code }) => code); // => [ 'unknown-unit' ]
 * ```
 */
export function updateRound(set: CriteriaSet, round: Round, parts: Readable<RoundPartsInput>): UpdatedRound {
  assertRound(set, round, "updateRound");
  const before = beforeUpdate(set, round);
  const asked = readAsked(openReading(set, parts, "updateRound"), before);
  const lists = placedLists(before, asked);
  const touched = touchedUnits(before, asked, lists);
  const slice = judgeSlice(before, asked, { lists, touched });
  const issues = Object.freeze([...asked.issues, ...mergedIssues(before, slice, lists)]);
  if (hasErrors(issues)) return Object.freeze({ issues });
  const made = spliced(before, asked, slice, lists);
  const judged = asRead(set, { ...before.judged, round: made.round, kept: made.kept, issues });
  indexUpdated(before.index, judged.round, { touched, parts: made.own });
  issuesAsRead.mark(
    judged.kept,
    once(() => issuesOfUpdated(before, judged, slice)),
  );
  return Object.freeze({ round: judged.kept, issues });
}

/** The lists whose parts are each about one unit. */
const listKeys = [
  "selfAssessments",
  "ledger",
  "counts",
  "statistics",
  "targets",
  "findings",
  "extensions",
] as const;
type ListKey = keyof PartOfUnit;

/** What is worked out for each of these lists. */
type OfLists<T> = Readonly<Record<ListKey, T>>;

const ofLists = <T>(make: (key: ListKey) => T): OfLists<T> => ({
  selfAssessments: make("selfAssessments"),
  ledger: make("ledger"),
  counts: make("counts"),
  statistics: make("statistics"),
  targets: make("targets"),
  findings: make("findings"),
  extensions: make("extensions"),
});

/** A part of one of these lists, as far as they are alike. */
type UnitPart = PartOfUnit[ListKey];

/** The key by which a part takes the place of another; undefined where it has none, and is added. */
function keyOfPart(list: ListKey, part: unknown): string | undefined {
  const texts = (...keys: readonly string[]): string | undefined => {
    const own = keys.map((key) => textAt(part, key));
    return own.every((text) => text !== undefined) ? own.join("\n") : undefined;
  };
  switch (list) {
    case "selfAssessments":
      return texts("unit");
    case "ledger":
      return undefined;
    case "counts":
      return texts("unit", "questionnaire");
    case "findings":
      return texts("id");
    case "extensions":
      return texts("unit", "deadline");
    default:
      return texts("unit", "item");
  }
}

/** The round before the update. */
interface RoundBefore {
  readonly set: CriteriaSet;
  readonly judged: JudgedRound;
  /** What stands in its lists, without keys of an app's own and with them. */
  readonly parts: PartsOfUnits;
  readonly kept: PartsOfUnits;
  readonly index: RoundIndex;
  /** Its issues, with the places of its parts as read. */
  readonly issues: () => readonly Issue[];
}

/** The issues of a round with their places in the round as read; of one that was updated they are known. */
const issuesAsRead = /* @__PURE__ */ brand<() => readonly Issue[]>();

function beforeUpdate(set: CriteriaSet, round: Round): RoundBefore {
  const judged = judgeRound(set, round);
  const { kept } = judged;
  const known = issuesAsRead.originOf(kept);
  const issues =
    known ?? once(() => (judged.issues.length === 0 ? judged.issues : checkRound(set, { ...kept })));
  if (known === undefined) issuesAsRead.mark(kept, issues);
  return { ...heldIn(set, judged), issues };
}

const heldIn = (set: CriteriaSet, judged: JudgedRound): Omit<RoundBefore, "issues"> => ({
  set,
  judged,
  parts: partsOfUnits(judged.round),
  kept: partsOfUnits(judged.kept),
  index: roundIndex(judged.round),
});

/** The parts as they were asked for. */
interface AskedParts {
  /** The plain copy of the parts. */
  readonly reading: Reading;
  /** What is wrong with the parts themselves. */
  readonly issues: readonly Issue[];
  /** What is put into each list, as it was written. */
  readonly fresh: OfLists<readonly unknown[]>;
  readonly acts: readonly unknown[];
  /** The keys of what is taken out. */
  readonly removed: OfLists<ReadonlySet<string>>;
  /** The tally with its batches and without its counts; undefined where no batch comes. */
  readonly tally: Pick<Tally, "batches" | "invalid"> | undefined;
}

/** What a round is made of, which parts cannot change. */
const fixedKeys: ReadonlySet<string> = /* @__PURE__ */ new Set(
  "$schema format set edition title status units councils surveyNotHeld".split(" "),
);

function readAsked(reading: Reading, before: Omit<RoundBefore, "issues">): AskedParts {
  const root = isRecord(reading.root) ? reading.root : {};
  const own = readingWithin(reading, reading.root, (path) => path);
  for (const { code, path, params } of reading.report.issues)
    if (!isInList(path)) own.report(code, path, params);
  const changeable = Object.entries(root).filter(([key]) => {
    if (!fixedKeys.has(key)) return true;
    own.report("part-for-reading-anew", [key], { found: key });
    return false;
  });
  const value = isRecord(reading.root) ? Object.fromEntries(changeable) : reading.root;
  readPart(own, roundShape.parts, { value, path: [] });
  const removed = removedKeys(own, before, root["remove"]);
  const listOf = (key: string): readonly unknown[] => {
    const list = root[key];
    return Array.isArray(list) ? list : [];
  };
  const batch = root["tally"] === undefined ? undefined : readBatch(own, before);
  const fresh = ofLists((list) => (list === "counts" ? (batch?.counts ?? []) : listOf(list)));
  return {
    reading,
    issues: closeReading(own),
    fresh,
    acts: listOf("acts"),
    removed,
    tally: batch,
  };
}

/** Tells whether a place is within a part of a list: what is wrong there is told with the list. */
const isInList = ([list, at]: Path): boolean =>
  typeof at === "number" && (list === "acts" || listKeys.some((key) => key === list));

function removedKeys(
  reading: Reading,
  { parts }: Pick<RoundBefore, "parts">,
  remove: unknown,
): OfLists<ReadonlySet<string>> {
  return ofLists((list) => {
    const given = valueUnder(remove, list);
    if (!Array.isArray(given)) return new Set();
    const keys = given.map((one: unknown) => {
      if (list !== "selfAssessments" && list !== "findings") return keyOfPart(list, one);
      return typeof one === "string" ? one : undefined;
    });
    const wanted = new Set(keys.flatMap((key) => key ?? []));
    const there = placesOfKeys(list, parts[list], wanted);
    keys.forEach((key, at) => {
      if (key !== undefined && !there.has(key))
        reading.report("part-not-there", ["remove", list, at], { found: key.split("\n") });
    });
    return wanted;
  });
}

/** Where the parts of some keys stand in a list. */
function placesOfKeys(
  list: ListKey,
  parts: readonly UnitPart[],
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  if (wanted.size === 0) return places;
  const units = new Set([...wanted].map((key) => key.split("\n")[0] ?? ""));
  for (const at of list === "findings" ? parts.keys() : placesOfUnits(parts, units)) {
    const key = keyOfPart(list, parts[at]);
    if (key !== undefined && wanted.has(key)) places.set(key, at);
  }
  return places;
}

/** Where the parts of some units stand in a list, which has them in the order of units. */
function placesOfUnits(parts: readonly UnitPart[], units: ReadonlySet<string>): readonly number[] {
  const places: number[] = [];
  for (const unit of [...units].sort(byCodeUnit)) {
    let [first, end] = [0, parts.length];
    while (first < end) {
      const middle = (first + end) >> 1;
      if (elementAt(parts, middle).unit < unit) first = middle + 1;
      else end = middle;
    }
    for (let at = first; parts[at]?.unit === unit; at++) places.push(at);
  }
  return places;
}

/** A batch as it is put into the round: its counts with those that they are added to. */
function readBatch(own: Reading, { judged, parts, index }: Omit<RoundBefore, "issues">): Tally | undefined {
  // The counts of the batch alone are too few or lack answers only until they are added.
  const reading = readingWithin(own, own.root, (path) => path);
  const part = partUnder({ value: own.root, path: [] }, "tally");
  const read = readTallyPart(reading, part, registerOf(reading, index));
  const errors = closeReading(reading).filter(({ severity }) => severity === "error");
  own.report.issues.push(...errors);
  if (read === undefined || errors.length > 0) return undefined;
  const { batches, invalid } = judged.round.tally;
  const isEmpty = read.counts.length === 0 && read.invalid.length === 0;
  if (read.batches.length === 0 && !isEmpty) own.report("batch-missing", ["tally", "batches"]);
  const keys = new Set(read.counts.map((one) => keyOfPart("counts", one) ?? ""));
  const places = placesOfKeys("counts", parts.counts, keys);
  const beside = [...places.values()].map((at) => elementAt(parts.counts, at));
  return {
    batches: [...batches, ...read.batches],
    counts: mergedCounts([...beside, ...read.counts], added),
    invalid: mergedInvalid([...invalid, ...read.invalid], added),
  };
}

// A sum that is no longer exact is no count, and is reported as such.
const added = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

const registerOf = (reading: Reading, { units, unitOf }: RoundIndex): UnitRegister => ({
  units,
  absent: absentUnits(units, reading.plan.set.period.to),
  circular: new Set(),
  byId: unitOf,
  lists: (unit) => unitOf.has(unit),
  has: hasOneOf(reading, unitOf),
  lost: [],
});

const councilsOf = ({ round, councils }: RoundIndex): CouncilRegister => ({
  councils: round.councils,
  ids: round.councils.map(({ id }) => id),
  lists: (id) => round.councils.some((council) => council.id === id),
  ofUnit: (unit) => councils.get(unit),
});

/** A list with its parts put in. */
interface PlacedList {
  /** Where the new parts stand: in the place of an old one, or at the end. */
  readonly places: readonly number[];
  /** What stands in the place of an old part, by its position before. */
  readonly replaced: ReadonlyMap<number, number>;
  /** The positions of the old parts that are taken out. */
  readonly removed: ReadonlySet<number>;
}

const placedLists = (
  { parts }: Pick<RoundBefore, "parts">,
  { fresh, removed }: AskedParts,
): OfLists<PlacedList> =>
  ofLists((list) => {
    const old = parts[list];
    const keys = fresh[list].map((part) => keyOfPart(list, part));
    const wanted = new Set([...removed[list], ...keys.flatMap((key) => key ?? [])]);
    const known = placesOfKeys(list, old, wanted);
    const out = new Set([...removed[list]].flatMap((key) => known.get(key) ?? []));
    const replaced = new Map<number, number>();
    let end = old.length - out.size;
    const places = keys.map((key, at) => {
      const place = known.get(key ?? "");
      // A second part of one key stands at the end, where reading finds it repeated.
      if (place === undefined || out.has(place) || replaced.has(place)) return end++;
      replaced.set(place, at);
      return place - countBelow(out, place);
    });
    return { places, replaced, removed: out };
  });

const countBelow = (positions: ReadonlySet<number>, place: number): number => {
  let count = 0;
  for (const at of positions) if (at < place) count += 1;
  return count;
};

/** The units that the parts touch: theirs, those of what they replace, and those of a council that closes a stage. */
function touchedUnits(
  { index, parts, judged }: RoundBefore,
  { fresh, acts }: AskedParts,
  lists: OfLists<PlacedList>,
): ReadonlySet<string> {
  const units = new Set<string>();
  const add = (unit: string | undefined): void => {
    if (unit !== undefined && index.unitOf.has(unit)) units.add(unit);
  };
  for (const list of listKeys) {
    const { replaced, removed } = lists[list];
    for (const at of [...replaced.keys(), ...removed]) add(parts[list][at]?.unit);
    for (const part of fresh[list]) add(textAt(part, "unit"));
  }
  for (const act of acts)
    for (const council of judged.round.councils)
      if (council.id === textAt(act, "council")) council.units.forEach(add);
  // A finding that an entry cites is held against it, whosesoever it is.
  const cited = new Set(
    fresh.ledger.flatMap((entry) => {
      const ids = valueUnder(entry, "findings");
      return Array.isArray(ids) ? ids : [];
    }),
  );
  if (cited.size > 0) for (const { id, unit } of parts.findings) if (cited.has(id)) add(unit);
  return units;
}

/** A part of a slice: where it stands in the whole, and which part of the round before it is, or which new one. */
interface SlicePart {
  readonly value: unknown;
  readonly place: number;
  readonly old: number | undefined;
  readonly fresh: number | undefined;
}

/** What was judged of some units of a round. */
interface JudgedSlice {
  readonly read: ReadLists;
  readonly parts: OfLists<readonly SlicePart[]>;
  readonly touched: ReadonlySet<string>;
  /** What was found, with places in the whole. */
  readonly issues: readonly Issue[];
  /** Codes of gaps that are no longer told of any unit: something was left out of which nobody can tell whose it is. */
  readonly silenced: ReadonlySet<string>;
}

/** What of a round is judged. */
interface UnitCut {
  readonly lists: OfLists<PlacedList>;
  readonly touched: ReadonlySet<string>;
}

/** Judges the parts of some units as if nothing else were there. */
function judgeSlice(
  before: Omit<RoundBefore, "issues">,
  asked: AskedParts,
  { lists, touched }: UnitCut,
): JudgedSlice {
  const { index, judged } = before;
  const { round } = judged;
  const parts = ofLists((list) => sliceOf(before.parts[list], asked.fresh[list], lists[list], touched));
  const values = (list: ListKey): readonly unknown[] => parts[list].map(({ value }) => value);
  const root = {
    units: round.units,
    councils: round.councils,
    selfAssessments: values("selfAssessments"),
    ledger: values("ledger"),
    acts: [...round.acts, ...asked.acts],
    tally: { ...(asked.tally ?? round.tally), counts: values("counts") },
    surveyNotHeld: round.surveyNotHeld,
    statistics: values("statistics"),
    targets: values("targets"),
    findings: values("findings"),
    extensions: values("extensions"),
  };
  const positions = ofLists((list) => new Map(parts[list].flatMap(freshPosition)));
  const acts = round.acts.length;
  const reading = readingWithin(asked.reading, root, ([list, at, ...rest]) => {
    if (list === undefined) return [];
    if (typeof at !== "number") return [list];
    if (list === "acts") return at < acts ? undefined : [list, at - acts, ...rest];
    const fresh = parts[asListKey(list) ?? "counts"][at]?.fresh;
    return list === "tally" || fresh === undefined ? undefined : [list, fresh, ...rest];
  });
  for (const one of asked.reading.report.issues) {
    const [list, at, ...rest] = one.path;
    if (!isInList(one.path) || typeof at !== "number" || list === undefined) continue;
    const place = list === "acts" ? acts + at : positions[asListKey(list) ?? "counts"].get(at);
    reading.report.issues.push(movedTo(one, [list, place ?? at, ...rest]));
  }
  const register = registerOf(reading, index);
  const lost = new Set<string>();
  const findingIds = wholeFindings(before, asked, lists.findings);
  const read = readLists(reading, { register, councils: councilsOf(index), lost, findingIds });
  const units = index.units.filter(({ id }) => touched.has(id));
  const { assessments } = read;
  checkGapsOfUnits(reading, { lists: { ...read.lists, units }, register, assessments, lost });
  const own = comparedBy(assessments, read.lists);
  checkCompared(
    reading,
    { register, lost },
    {
      answers: (unit) => (touched.has(unit) ? own.answers(unit) : index.assessments.get(unit)),
      isGiven: (unit, item) =>
        touched.has(unit)
          ? own.isGiven(unit, item)
          : index.entries.get(unit)?.some((entry) => entry.item === item && givesFacts(entry)) === true ||
            index.statistics.get(unit)?.some((one) => one.item === item) === true,
    },
  );
  const unread = unreadParts(reading, register);
  const silenced = new Set<string>();
  if (unread.get("statistics")?.has("")) silenced.add("statistic-missing");
  if (unread.get("tally")?.has("") || unread.has("surveyNotHeld")) silenced.add("counts-missing");
  const issues = closeReading(reading).map((one) => {
    const key = one.path[0] === "tally" && one.path[1] === "counts" ? "counts" : asListKey(one.path[0]);
    return key === undefined ? one : atPlace(one, key, (at) => elementAt(parts[key], at).place);
  });
  return { read, parts, touched, issues, silenced };
}

const freshPosition = ({ fresh }: SlicePart, at: number): readonly (readonly [number, number])[] =>
  fresh === undefined ? [] : [[fresh, at]];

const asListKey = (key: string | number | undefined): ListKey | undefined =>
  listKeys.find((list) => list === key && list !== "counts");

/** The parts of a list that are judged: those of the units, and the new ones. */
function sliceOf(
  old: readonly UnitPart[],
  fresh: readonly unknown[],
  { places, replaced, removed }: PlacedList,
  touched: ReadonlySet<string>,
): readonly SlicePart[] {
  const parts: SlicePart[] = [];
  let out = 0;
  for (const at of placesOfUnits(old, touched)) {
    const by = replaced.get(at);
    if (removed.has(at)) out += 1;
    else if (by !== undefined) parts.push({ value: fresh[by], place: at - out, old: undefined, fresh: by });
    else parts.push({ value: old[at], place: at - out, old: at, fresh: undefined });
  }
  const end = old.length - out;
  for (const [at, place] of places.entries())
    if (place >= end) parts.push({ value: fresh[at], place, old: undefined, fresh: at });
  return parts;
}

/** The ids of the findings of the whole, for the words about one that is not among them. */
function wholeFindings(
  { parts }: Pick<RoundBefore, "parts">,
  { fresh }: AskedParts,
  { places, removed }: PlacedList,
): readonly string[] {
  const ids = parts.findings.flatMap(({ id }, at) => (removed.has(at) ? [] : id));
  for (const [at, place] of places.entries()) ids[place] = textAt(fresh.findings[at], "id") ?? "";
  return ids;
}

/** The same issue at another place. */
const movedTo = (one: Issue, path: Path): Issue => Object.freeze({ ...one, path: Object.freeze(path) });

/** An issue with the position of its part told anew. */
function atPlace(one: Issue, list: ListKey, placeOf: (at: number) => number): Issue {
  const depth = list === "counts" ? 2 : 1;
  const at = one.path[depth];
  if (typeof at !== "number") return one;
  const place = placeOf(at);
  return place === at
    ? one
    : movedTo(one, [...one.path.slice(0, depth), place, ...one.path.slice(depth + 1)]);
}

/** The issues of the whole: those of what was judged, and those that stay, in the order of the file. */
function mergedIssues(before: RoundBefore, slice: JudgedSlice, lists: OfLists<PlacedList>): readonly Issue[] {
  return mergedInOrder(
    before.judged.round,
    staying(before, slice, (list, at) => at - countBelow(lists[list].removed, at)),
    slice.issues,
  );
}

/** The issues of the round before that are none of the units that were judged again. */
const staying = (
  { issues }: Pick<RoundBefore, "issues">,
  { touched, silenced }: Pick<JudgedSlice, "touched" | "silenced">,
  placeOf: (list: ListKey, at: number) => number,
): readonly Issue[] =>
  issues().flatMap((one) => {
    const { code, path, unit } = one;
    const [list] = path;
    if (code === "relative-alone" || list === "acts" || silenced.has(code)) return [];
    if (list === "units" || list === "councils") return one;
    if (unit !== undefined && touched.has(unit)) return [];
    const key = list === "tally" && path[1] === "counts" ? "counts" : asListKey(list);
    return key === undefined ? one : atPlace(one, key, (at) => placeOf(key, at));
  });

/** Two lists of issues that are each in the order of the file, as one. */
function mergedInOrder(round: Round, a: readonly Issue[], b: readonly Issue[]): readonly Issue[] {
  if (b.length === 0) return a;
  const ranks = new Map(Object.keys(round).map((key, at) => [key, at]));
  const rank = ({ path }: Issue): number => ranks.get(String(path[0])) ?? ranks.size;
  const order = (one: Issue, other: Issue): number =>
    rank(one) - rank(other) ||
    comparePaths(one.path, other.path) ||
    byCodeUnit(one.unit ?? "", other.unit ?? "");
  return mergedBy(a, b, (other, one) => order(other, one) < 0);
}

/** Two lists in one order as one; of `b` comes first what is before the next of `a`. */
function mergedBy<T>(
  a: readonly T[],
  b: readonly T[],
  isBefore: (other: T, one: T) => boolean,
): readonly T[] {
  const all: T[] = [];
  let next = 0;
  for (const one of a) {
    for (let other = b[next]; other !== undefined && isBefore(other, one); other = b[next]) {
      all.push(other);
      next += 1;
    }
    all.push(one);
  }
  return [...all, ...b.slice(next)];
}

/** Positions in their order, keys of a tally as it has them; what is about a whole list comes before its parts. */
function comparePaths(a: Path, b: Path): number {
  for (let depth = 1; depth < a.length && depth < b.length; depth++) {
    const [one, other] = [a[depth], b[depth]];
    if (typeof one === "number" && typeof other === "number" && one !== other) return one - other;
    if (typeof one === "string" && typeof other === "string" && one !== other) return byCodeUnit(one, other);
  }
  return a.length - b.length;
}

/** The issues of an updated round with their places in the round as read. */
function issuesOfUpdated(before: RoundBefore, judged: JudgedRound, slice: JudgedSlice): readonly Issue[] {
  if (judged.issues.length === 0) return judged.issues;
  const now = heldIn(before.set, judged);
  const asked = readAsked(openReading(before.set, {}, "updateRound"), now);
  const { touched } = slice;
  const { issues } = judgeSlice(now, asked, { lists: placedLists(now, asked), touched });
  // Parts of other units are the same objects, and stand where those that came or went left them.
  const places = ofLists((list) =>
    once(() => new Map(now.parts[list].map((part, at): [UnitPart | undefined, number] => [part, at]))),
  );
  const placeOf = (list: ListKey, at: number): number =>
    now.parts[list] === before.parts[list] ? at : (places[list]().get(before.parts[list][at]) ?? at);
  return Object.freeze(mergedInOrder(judged.round, staying(before, slice, placeOf), issues));
}

/** The round with its parts put in, in their order. */
interface Spliced {
  readonly round: Round;
  readonly kept: Round;
  /** The parts of the units that were touched. */
  readonly own: PartsOfUnits;
}

function spliced(
  before: RoundBefore,
  asked: AskedParts,
  { read, parts, touched }: JudgedSlice,
  placed: OfLists<PlacedList>,
): Spliced {
  const { judged } = before;
  const { aside, root } = asked.reading;
  const bare = <T>(value: T): T => (aside.size === 0 ? value : withoutAppKeys(value));
  const sources = ofLists((list) => oldPlaces(list, read, parts[list]));
  const judgedParts: PartsOfUnits = { ...read.lists, counts: read.lists.tally.counts };
  // What was there before stays the same object: only what is new was made here.
  const ownOf = (from: PartsOfUnits, own: <T>(value: T) => T): PartsOfUnits =>
    eachList((list) => judgedParts[list].map((part, at) => from[list][sources[list][at] ?? -1] ?? own(part)));
  const isOther = (list: ListKey): boolean => asked.fresh[list].length > 0 || placed[list].removed.size > 0;
  const { batches, invalid } = read.lists.tally;
  const tally = asked.tally === undefined ? {} : { batches, invalid };
  const known = new Set(judged.round.acts.map(keyOfAct));
  const acts = read.lists.acts.filter((act) => !known.has(keyOfAct(act)));
  const wholeOf = (round: Round, from: PartsOfUnits, own: PartsOfUnits): Round => {
    const { counts, ...lists } = eachList((list) =>
      isOther(list) ? mergedList(from[list], own[list], touched) : from[list],
    );
    return {
      ...round,
      ...lists,
      acts: acts.length === 0 ? round.acts : inActOrder([...round.acts, ...acts]),
      tally:
        asked.tally === undefined && !isOther("counts") ? round.tally : { ...round.tally, ...tally, counts },
    };
  };
  const own = ownOf(before.parts, bare);
  const ownKept = ownOf(before.kept, (value) => value);
  for (const of of [own, ownKept])
    for (const list of [of.selfAssessments, of.ledger, of.statistics]) markRead(before.set, list);
  const isPlain = judged.round === judged.kept && aside.size === 0;
  const head = isRecord(root) ? aside.get(root) : undefined;
  const kept = deepFreeze(wholeOf({ ...judged.kept, ...head }, before.kept, ownKept));
  const round = isPlain ? kept : deepFreeze(wholeOf(judged.round, before.parts, own));
  return { round, kept, own };
}

const keyOfAct = ({ council, stage }: Act): string => `${council}\n${stage}`;

/** Makes each of the lists. */
const eachList = (make: <K extends ListKey>(list: K) => readonly PartOfUnit[K][]): PartsOfUnits => ({
  selfAssessments: make("selfAssessments"),
  ledger: make("ledger"),
  counts: make("counts"),
  statistics: make("statistics"),
  targets: make("targets"),
  findings: make("findings"),
  extensions: make("extensions"),
});

/** Where each part that was judged stood in the round before; undefined for a new one. */
function oldPlaces(
  list: ListKey,
  { entries, lists }: ReadLists,
  parts: readonly SlicePart[],
): readonly (number | undefined)[] {
  if (list === "ledger") return entries.map(({ path }) => parts[Number(path[1])]?.old);
  const places = new Map(parts.map(({ value, old }) => [keyOfPart(list, value), old]));
  const judged = list === "counts" ? lists.tally.counts : lists[list];
  return judged.map((part) => places.get(keyOfPart(list, part)));
}

/** A list with other parts for the units that were touched; all are in the order of units. */
const mergedList = <T extends UnitPart>(
  old: readonly T[],
  own: readonly T[],
  touched: ReadonlySet<string>,
): readonly T[] =>
  mergedBy(
    old.filter(({ unit }) => !touched.has(unit)),
    own,
    (other, one) => other.unit < one.unit,
  );
