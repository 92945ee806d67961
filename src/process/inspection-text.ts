/**
 * Inspections and targets in words: the year as a report, its counts as rows of a table, the conclusion of one visit, and
 * targets against what was reached.
 */
import type { IsoDate, Text } from "../criteria-set.ts";
import { assertGiven, assertList, assertOptions } from "../plain.ts";
import type { Language } from "../rule.ts";
import { enInspection, enStyle, enTargets, enTerms } from "../words/en.ts";
import { viInspection, viStyle, viTargets, viTerms } from "../words/vi.ts";
import { clause, type Message, message, type Param, say, tableOf, type Words } from "../words/words.ts";
import type { InspectedUnit, SelfInspectionRow } from "./coverage.ts";
import { daysOverdue, type TracedFinding } from "./findings.ts";
import { assertInspectionPlan, type InspectionPlan } from "./inspection-plan.ts";
import type { InspectionReport, VisitCount, VisitCounts, VisitRow, VisitState } from "./inspections.ts";
import type { Shortfall, TargetReport, TargetRow } from "./targets.ts";
import {
  type FollowUp,
  firstDay,
  type InspectionVisit,
  isDropped,
  lastDay,
  teamsOfVisit,
  unitsOfVisit,
  type VisitFinding,
} from "./visits.ts";

/** What the words of inspections need of a table of words. */
export type InspectionWords = Pick<Words, "style" | "terms" | "inspection">;

const shippedInspectionWords: Readonly<Record<Language, InspectionWords>> = {
  vi: { style: viStyle, terms: viTerms, inspection: viInspection },
  en: { style: enStyle, terms: enTerms, inspection: enInspection },
};

const states: readonly VisitState[] = ["counted", "planned", "postponed", "cancelled", "refused"];
const dimensions: readonly (keyof VisitCounts)[] = ["quarter", "team", "mode", "unitKind"];

/** What is counted, in words: the plan's, those of the mode, the quarter, else its id. */
function keyName(dimension: keyof VisitCounts, { id, title }: VisitCount): Text | Message | string {
  if (title !== undefined) return title;
  const [year = "", quarter = ""] = id.split("-q");
  if (dimension === "quarter") return message("inspection.quarterOf", { quarter, year });
  return id === "direct" || id === "online" || id === "unannounced" ? message(`terms.mode.${id}`) : id;
}

/**
 * Gives the counted visits as rows of a table: what they are counted by, what is counted, and a column for each state.
 *
 * @param report What `checkInspections` gave.
 * @param language `"vi"`, `"en"` or a table of words.
 *
 * @returns The rows, the first of them the head, frozen; each has seven cells.
 *
 * @throws RangeError for a language that is not shipped.
 *
 * @example
 * ```ts
 * import { checkInspections, inspectionPlan, visitCountRows } from "par-index/process";
 * const report = checkInspections(inspectionPlan("hai-phong/inspection/2019"), []);
 * visitCountRows(report, "en")[1]; // => [ 'Team', 'Team 1', '0', '0', '0', '0', '0' ]
 * ```
 */
export function visitCountRows(
  report: InspectionReport,
  language: Language | InspectionWords,
): readonly (readonly string[])[] {
  const words = tableOf(language, shippedInspectionWords, "visitCountRows");
  assertGiven(report, ["counts"], "visitCountRows: the report must be what checkInspections gives");
  const told = (param: Param): string => say(words, "inspection.cell", { value: param });
  const head = [told(""), told(""), ...states.map((state) => say(words, `terms.visit.${state}`))];
  const rows = dimensions.flatMap((dimension) =>
    report.counts[dimension].map((count) => [
      say(words, `inspection.by.${dimension}`),
      told(keyName(dimension, count)),
      ...states.map((state) => String(count[state])),
    ]),
  );
  return Object.freeze([head, ...rows].map((row) => Object.freeze(row)));
}

/** How units are told. */
export interface NamedUnitsOptions {
  /** The units with their names, as the register or a round has them; one that is not among them is named by its id. */
  readonly units?: readonly Pick<InspectedUnit, "id" | "name">[] | undefined;
}

/** Names of units, and their lists in the order of the register. */
interface UnitNames {
  readonly of: (id: string) => Text | string;
  readonly list: (ids: readonly string[]) => Message;
}

/** How many units a list names at most; the others are counted. */
const listedUnits = 20;

function unitNamesOf(units: NamedUnitsOptions["units"] = [], caller: string): UnitNames {
  const rule = `${caller}: units must be a list of units with their ids`;
  assertList(units, rule);
  for (const unit of units) assertGiven(unit, ["id"], rule);
  const places = new Map(units.map(({ id, name }, at) => [id, { at, name }]));
  const of = (id: string): Text | string => places.get(id)?.name ?? id;
  const placeOf = (id: string): number => places.get(id)?.at ?? places.size;
  const list = (ids: readonly string[]): Message => {
    const inOrder = [...ids].sort((one, other) => placeOf(one) - placeOf(other));
    return message("inspection.list", {
      names: inOrder.slice(0, listedUnits).map(of),
      more: Math.max(0, ids.length - listedUnits) || undefined,
    });
  };
  return { of, list };
}

/**
 * Says a year of inspections in words: coverage, self-inspection, visits by quarter, team, mode and kind of unit,
 * conclusions, what is still to come with the days on which it falls due, and the findings that are open, on a day with
 * what is overdue. What is wrong is said by `issueText`.
 *
 * @param report What `checkInspections` gave.
 * @param language `"vi"`, `"en"` or a table of words.
 * @param options The register of units, for their names and order.
 *
 * @returns The text, several lines without a line break at the end.
 *
 * @throws RangeError for a language that is not shipped.
 *
 * @example
 * ```ts
 * import { checkInspections, inspectionPlan, inspectionText } from "par-index/process";
 * const report = checkInspections(inspectionPlan("dong-thap/inspection/2022"), []);
 * inspectionText(report, "en").split("\n")[1]; // => 'The 12 districts and cities: 0 of 12 inspected, 12 missing.'
 * ```
 */
export function inspectionText(
  report: InspectionReport,
  language: Language | InspectionWords,
  options: NamedUnitsOptions = {},
): string {
  const words = tableOf(language, shippedInspectionWords, "inspectionText");
  assertGiven(
    report,
    ["counts", "coverage"],
    "inspectionText: the report must be what checkInspections gives",
  );
  assertOptions(options, ["units"], "inspectionText");
  const named = unitNamesOf(options.units, "inspectionText");
  const { title, on, coverage, selfInspection, counts, visits, findings, idsChecked } = report;
  return [
    say(words, "inspection.head", { title, on }),
    ...coverage.map(({ title: what, required, covered, missing, open: left }) =>
      say(words, "inspection.coverage", {
        what,
        required,
        covered,
        missing: missing || undefined,
        left: left.length === 0 ? undefined : named.list(left),
      }),
    ),
    ...(idsChecked || coverage.length === 0 ? [] : [say(words, "inspection.unchecked")]),
    ...(selfInspection === undefined ? [] : [selfText(words, selfInspection, named)]),
    ...dimensions.flatMap((dimension) =>
      counts[dimension].map((count) => visitCountText(words, dimension, count)),
    ),
    ...conclusionLines(words, visits),
    ...visits
      .filter(({ state }) => state !== "counted" && state !== "refused")
      .map((row) => pendingText(words, row, named)),
    ...findingLines(words, findings, on, named),
  ].join("\n");
}

function selfText(
  words: InspectionWords,
  { units, missing = [] }: SelfInspectionRow,
  named: UnitNames,
): string {
  const left = missing.length === 0 ? undefined : named.list(missing);
  return say(words, "inspection.self", { done: units.length, missing: missing.length || undefined, left });
}

function visitCountText(words: InspectionWords, dimension: keyof VisitCounts, count: VisitCount): string {
  const parts = states.flatMap((state) =>
    count[state] === 0 ? [] : [message(`inspection.count.${state}`, { count: count[state] })],
  );
  const isUnnamedTeam = dimension === "team" && count.title === undefined;
  const name = isUnnamedTeam ? message("inspection.teamOf", { id: count.id }) : keyName(dimension, count);
  return say(words, `inspection.line.${dimension}`, {
    name,
    parts: parts.length === 0 ? message("inspection.count.none") : parts,
  });
}

/** How many of the visits made have their conclusion; nothing where the plan asks for none. */
function conclusionLines(words: InspectionWords, visits: readonly VisitRow[]): readonly string[] {
  const made = visits.filter(({ state }) => state === "counted" || state === "refused");
  const parts = (["issued", "late", "missing", "awaited"] as const).flatMap((state) => {
    const count = made.filter(({ conclusion }) => conclusion.state === state).length;
    return count === 0 ? [] : [message(`inspection.conclusion.${state}`, { count })];
  });
  return parts.length === 0 ? [] : [say(words, "inspection.conclusions", { parts })];
}

/** How many findings there are, then each that is open. */
function findingLines(
  words: InspectionWords,
  findings: readonly TracedFinding[],
  on: IsoDate | undefined,
  named: UnitNames,
): readonly string[] {
  if (findings.length === 0) return [];
  const open = findings
    .filter(({ remedied }) => remedied === undefined)
    .map((finding) => ({ ...finding, days: on === undefined ? undefined : daysOverdue(finding, on) }));
  const overdue = open.filter(({ days }) => days !== undefined).length || undefined;
  const counts = {
    all: findings.length,
    remedied: findings.length - open.length,
    open: open.length,
    overdue,
  };
  return [
    say(words, "inspection.findings", counts),
    ...open.map(({ finding, unit, item, what, self, remedy, due, days }) =>
      say(words, "inspection.open", {
        finding,
        unit: named.of(unit),
        item,
        what: clause(what),
        self: self ? finding : undefined,
        remedy,
        due,
        days,
      }),
    ),
  ];
}

/** A visit that is not made yet. */
function pendingText(
  words: InspectionWords,
  { visit, units, from, state, reason, notice, decision, conclusion }: VisitRow,
  named: UnitNames,
): string {
  const about = { visit, units: units.map(({ unit }) => named.of(unit)), from, reason };
  if (state === "cancelled" || state === "postponed") return say(words, `inspection.${state}`, about);
  return say(words, "inspection.planned", {
    ...about,
    notice: notice?.given === undefined ? notice?.due : undefined,
    decision: decision?.due,
    conclusion: conclusion.due,
  });
}

/** What a conclusion is written by. */
export interface ConclusionOptions extends NamedUnitsOptions {
  /** The plan, from `readInspectionPlan` or `inspectionPlan`. */
  readonly plan: InspectionPlan;
  /** All visits of the year: what the visit looked at again is told in the words of the visit that found it. */
  readonly visits?: readonly InspectionVisit[] | undefined;
}

/** What is left for the pen. */
const blank = "……";

/**
 * Writes the conclusion of one visit: number and day, plan, units, how and by whom, the result, each finding with what
 * must be put right by when, what became of earlier findings, and what the plan uses it for.
 *
 * @param visit The visit; number and day that it does not have are left for the pen. Of one that was cancelled or put
 *   off without a new day it says only that.
 * @param language `"vi"`, `"en"` or a table of words.
 * @param options The plan, the register of units, and the visits of the year.
 *
 * @returns The text, several lines without a line break at the end.
 *
 * @throws TypeError if the plan was not read, or `visits` is not a list.
 * @throws RangeError for a language that is not shipped.
 *
 * @example
 * ```ts
 * import { conclusionText, inspectionPlan } from "par-index/process";
 * const visit = { id: "1", unit: "so-1", mode: "direct", team: "doan-1", date: "2019-07-15", conclusion: { number: "01/KL", date: "2019-07-25" } } as const;
 * conclusionText(visit, "en", { plan: inspectionPlan("hai-phong/inspection/2019") }).split("\n")[0]; // => 'INSPECTION CONCLUSION No. 01/KL of 2019-07-25'
 * ```
 */
export function conclusionText(
  visit: InspectionVisit,
  language: Language | InspectionWords,
  options: ConclusionOptions,
): string {
  const words = tableOf(language, shippedInspectionWords, "conclusionText");
  assertOptions(options, ["plan", "units", "visits"], "conclusionText");
  const { plan, units, visits = [] } = options;
  assertInspectionPlan(plan, "conclusionText");
  assertList(visits, "conclusionText: visits must be a list");
  assertGiven(visit, ["unit"], "conclusionText: the visit must be one of those that checkInspections takes");
  const named = unitNamesOf(units, "conclusionText");
  const unitNames = unitsOfVisit(visit).map(({ unit }) => named.of(unit));
  const [from, to] = [firstDay(visit), lastDay(visit)];
  if (isDropped(visit)) {
    const { id, cancelled, postponed } = visit;
    const reason = cancelled?.reason ?? postponed?.reason;
    const state = cancelled === undefined ? "postponed" : "cancelled";
    return say(words, `inspection.${state}`, { visit: id, units: unitNames, from, reason });
  }
  const teamOf = (id: string): Text | string => plan.teams?.find((team) => team.id === id)?.title ?? id;
  const { conclusion, mode, places, reports, feedback, result, findings = [], follows = [] } = visit;
  const issuer = plan.conclusion?.issuer?.title;
  const documents = [...(reports ?? []), ...(feedback ?? [])].map(({ title, number }) =>
    message("inspection.document", { title, number }),
  );
  return [
    say(words, "inspection.conclusion", {
      number: conclusion?.number ?? blank,
      date: conclusion?.date,
      blank: conclusion === undefined ? blank : undefined,
    }),
    say(words, "inspection.ofPlan", { title: plan.title, issuer: plan.issuer }),
    say(words, "inspection.ofUnits", { units: unitNames, places }),
    say(words, "inspection.made", {
      mode: message(`terms.mode.${mode}`),
      from,
      to: to === from ? undefined : to,
      teams: teamsOfVisit(visit).map(teamOf),
    }),
    ...(documents.length === 0 ? [] : [say(words, "inspection.basis", { documents })]),
    ...(result === undefined ? [] : [say(words, "inspection.result", { result })]),
    say(
      words,
      `inspection.${findings.length > 0 ? "found" : follows.length > 0 ? "nothingMore" : "nothingFound"}`,
    ),
    ...findings.map((finding, at) => findingText(words, finding, at + 1, named)),
    ...followTexts(words, follows, visits),
    ...(plan.use === undefined ? [] : [say(words, "inspection.use", { use: plan.use })]),
    ...(issuer === undefined ? [] : [say(words, "inspection.signed", { issuer })]),
  ].join("\n");
}

const findingText = (
  words: InspectionWords,
  { id, unit, item, what, remedy, due, remedied }: VisitFinding,
  number: number,
  named: UnitNames,
): string =>
  say(words, "inspection.finding", {
    number,
    id,
    unit: unit === undefined ? undefined : named.of(unit),
    item,
    what: clause(what),
    remedy,
    due,
    remedied,
  });

function followTexts(
  words: InspectionWords,
  follows: readonly FollowUp[],
  visits: readonly InspectionVisit[],
): readonly string[] {
  const found = new Map(visits.flatMap(({ findings = [] }) => findings.map(({ id, what }) => [id, what])));
  return follows.map(({ finding, remedied, outcome }) =>
    say(words, remedied ? "inspection.seenRemedied" : "inspection.seenOpen", {
      finding,
      what: found.get(finding),
      outcome,
    }),
  );
}

/** What the words of targets need of a table of words. */
export type TargetWords = Pick<Words, "style" | "terms" | "targets">;

const shippedTargetWords: Readonly<Record<Language, TargetWords>> = {
  vi: { style: viStyle, terms: viTerms, targets: viTargets },
  en: { style: enStyle, terms: enTerms, targets: enTargets },
};

const outcomes = ["met", "missed", "open", "not-measurable"] as const;

/**
 * Says targets against what was reached: how many are met, then each target with what was reached, by how much it was
 * missed or why it cannot be judged. What is wrong with the results is said by `issueText`.
 *
 * @param report What `checkTargets` gave.
 * @param language `"vi"`, `"en"` or a table of words.
 * @param options The register of units.
 *
 * @returns The text, several lines without a line break at the end.
 *
 * @throws RangeError for a language that is not shipped.
 *
 * @example
 * ```ts
 * import { checkTargets, targetPlan, targetsText } from "par-index/process";
 * const report = checkTargets(targetPlan("ha-noi/targets/2023"), [{ target: "par-index", place: 9 }]);
 * targetsText(report, "en").split("\n")[1]; // => '5 targets: 1 missed, 4 not measurable.'
 * ```
 */
export function targetsText(
  report: TargetReport,
  language: Language | TargetWords,
  options: NamedUnitsOptions = {},
): string {
  const words = tableOf(language, shippedTargetWords, "targetsText");
  assertGiven(report, ["rows", "plan"], "targetsText: the report must be what checkTargets gives");
  assertOptions(options, ["units"], "targetsText");
  const { title, on, rows } = report;
  const named = unitNamesOf(options.units, "targetsText");
  const parts = outcomes.flatMap((state) => {
    const count = rows.filter((row) => row.state === state).length;
    return count === 0 ? [] : [message(`targets.sum.${state}`, { count })];
  });
  return [
    say(words, "targets.head", { title, on }),
    say(words, "targets.sum", { all: rows.length, parts }),
    ...rows.map((row) =>
      say(words, "targets.row", {
        title: row.title,
        unit: row.unit === undefined ? undefined : named.of(row.unit),
        state: message(`terms.target.${row.state}`),
        facts: targetFacts(row),
      }),
    ),
  ].join("\n");
}

function targetFacts({ kind, reached, missedBy, reason, due }: TargetRow): readonly Param[] {
  const { code, reason: own } = reason ?? {};
  return [
    // A share that does not terminate is told by how many it lacks: rounded, 53,999 of 54,000 would be 100 %.
    reached === undefined || reached.includes("/") ? [] : message(`targets.reached.${kind}`, { reached }),
    missedBy === undefined ? [] : missedParts(missedBy),
    due === undefined ? [] : message("targets.due", { due }),
    own ?? (code === undefined ? [] : message(`terms.unmeasured.${code}`)),
  ].flat();
}

function missedParts({ amount, in: counted, count, gaps = [] }: Shortfall): readonly Message[] {
  if (counted === "places") return [message("targets.places", { amount })];
  if (count !== undefined) return [message("targets.count", { count })];
  if (counted === "percentage-points") return [message("targets.points", { amount })];
  return gaps.map(({ due, lateDays }) => message("targets.gap", { due, days: lateDays }));
}
