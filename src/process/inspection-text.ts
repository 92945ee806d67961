/** Inspections in words: the year as a report, its counts as rows of a table, and the conclusion of one visit. */
import type { Text } from "../criteria-set.ts";
import { assertGiven, assertOptions } from "../plain.ts";
import type { Language } from "../rule.ts";
import { enInspection, enStyle, enTerms } from "../words/en.ts";
import { viInspection, viStyle, viTerms } from "../words/vi.ts";
import { type Message, message, type Param, say, tableOf, type Words } from "../words/words.ts";
import type { InspectedUnit } from "./coverage.ts";
import { assertInspectionPlan, type InspectionPlan } from "./inspection-plan.ts";
import type { InspectionReport, VisitCount, VisitCounts, VisitRow, VisitState } from "./inspections.ts";
import {
  firstDay,
  type InspectionVisit,
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

/**
 * Says a year of inspections in words: coverage, visits by quarter, team, mode and kind of unit, what is still to come
 * with the days on which it falls due, and the findings that are open. What is wrong is said by `issueText`.
 *
 * @param report What `checkInspections` gave.
 * @param language `"vi"`, `"en"` or a table of words.
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
export function inspectionText(report: InspectionReport, language: Language | InspectionWords): string {
  const words = tableOf(language, shippedInspectionWords, "inspectionText");
  assertGiven(
    report,
    ["counts", "coverage"],
    "inspectionText: the report must be what checkInspections gives",
  );
  const { title, on, coverage, counts, visits, findings, idsChecked } = report;
  const lines = dimensions.flatMap((dimension) =>
    counts[dimension].map((count) => {
      const parts = states.flatMap((state) =>
        count[state] === 0 ? [] : [message(`inspection.count.${state}`, { count: count[state] })],
      );
      const name = keyName(dimension, count);
      return say(words, "inspection.counts", { by: message(`inspection.by.${dimension}`), name, parts });
    }),
  );
  const open = findings.filter(({ remedied }) => remedied === undefined);
  return [
    say(words, "inspection.head", { title, on }),
    ...coverage.map(({ title: what, required, covered, missing, open: left }) =>
      say(words, "inspection.coverage", {
        what,
        required,
        covered,
        missing: missing || undefined,
        left: left.slice(0, 20),
      }),
    ),
    ...(idsChecked || coverage.length === 0 ? [] : [say(words, "inspection.unchecked")]),
    ...lines,
    ...visits
      .filter(({ state }) => state !== "counted" && state !== "refused")
      .map((row) => pendingText(words, row)),
    ...open.map(({ finding, unit, item, what, remedy, due }) =>
      say(words, "inspection.open", { finding, unit, item, what, remedy, due }),
    ),
  ].join("\n");
}

/** A visit that is not made yet. */
function pendingText(
  words: InspectionWords,
  { visit, units, from, state, why, notice, decision, conclusion }: VisitRow,
): string {
  const named = { visit, units: units.map(({ unit }) => unit), from, why };
  if (state === "cancelled" || state === "postponed") return say(words, `inspection.${state}`, named);
  return say(words, "inspection.planned", {
    ...named,
    notice: notice?.given === undefined ? notice?.due : undefined,
    decision: decision?.due,
    conclusion: conclusion.due,
  });
}

/** What a conclusion is written by. */
export interface ConclusionOptions {
  /** The plan, from `readInspectionPlan` or `inspectionPlan`. */
  readonly plan: InspectionPlan;
  /** The register of units, for their names. */
  readonly units?: readonly InspectedUnit[] | undefined;
}

/**
 * Writes the conclusion of one visit: number and day, plan, units, how and by whom, the result, each finding with what
 * must be put right by when, what became of earlier findings, and what the plan uses it for.
 *
 * @param visit The visit; a place that it does not fill is left for the pen.
 * @param language `"vi"`, `"en"` or a table of words.
 * @param options The plan, and the register of units.
 *
 * @returns The text, several lines without a line break at the end.
 *
 * @throws TypeError if the plan was not read.
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
  assertOptions(options, ["plan", "units"], "conclusionText");
  const { plan, units = [] } = options;
  assertInspectionPlan(plan, "conclusionText");
  assertGiven(visit, ["unit"], "conclusionText: the visit must be one of those that checkInspections takes");
  const nameOf = (id: string): Text | string => units.find((unit) => unit.id === id)?.name ?? id;
  const teamOf = (id: string): Text | string => plan.teams?.find((team) => team.id === id)?.title ?? id;
  const { conclusion, mode, places, reports, feedback, result, findings = [], follows = [] } = visit;
  const [from, to] = [firstDay(visit), lastDay(visit)];
  const documents = [...(reports ?? []), ...(feedback ?? [])].map(({ title, number }) =>
    message("inspection.document", { title, number }),
  );
  return [
    say(words, "inspection.conclusion", { number: conclusion?.number, date: conclusion?.date }),
    say(words, "inspection.ofPlan", { title: plan.title, issuer: plan.issuer }),
    say(words, "inspection.ofUnits", { units: unitsOfVisit(visit).map(({ unit }) => nameOf(unit)), places }),
    say(words, "inspection.made", {
      mode: message(`terms.mode.${mode}`),
      from,
      to: to === from ? undefined : to,
      teams: teamsOfVisit(visit).map(teamOf),
    }),
    ...(documents.length === 0 ? [] : [say(words, "inspection.basis", { documents })]),
    ...(result === undefined ? [] : [say(words, "inspection.result", { result })]),
    ...(findings.length === 0 ? [say(words, "inspection.nothingFound")] : [say(words, "inspection.found")]),
    ...findings.map((finding, at) => findingText(words, finding, at + 1)),
    ...follows.map(({ finding, remedied, outcome }) =>
      say(words, remedied ? "inspection.seenRemedied" : "inspection.seenOpen", { finding, outcome }),
    ),
    ...(plan.use === undefined ? [] : [say(words, "inspection.use", { use: plan.use })]),
    say(words, "inspection.signed", { issuer: plan.conclusion?.issuer?.title }),
  ].join("\n");
}

const findingText = (
  words: InspectionWords,
  { id, unit, item, what, remedy, due, remedied }: VisitFinding,
  number: number,
): string => say(words, "inspection.finding", { number, id, unit, item, what, remedy, due, remedied });
