/**
 * Inspections and targets of a year as the sheets of a workbook, and back, on the mechanism of the sheets of a round: one
 * row a visit, a further unit, a finding, a look at an earlier finding, a document, a result. Teams, modes, reasons,
 * bodies, units and targets stand by their words; what is wrong is told by sheet and cell.
 */
import { type Issue, report as newReport, type Path, type Report } from "../issue.ts";
import { assertList, assertOptions, deepFreeze, isRecord } from "../plain.ts";
import { folded, guardedRow, placedIssue } from "../sheets/cell.ts";

import {
  followOns,
  nested,
  type OpenedTable,
  openedTables,
  originIn,
  type ReadRow,
  readSheetTable,
} from "../sheets/round-reading.ts";
import {
  type Column,
  cellFrom,
  column,
  type Flat,
  flat,
  headingOf,
  namesIn,
  noNames,
  type ReadSheet,
  sheetListed,
  type WrittenSheet,
} from "../sheets/round-sheets.ts";
import { viSheets, viTerms } from "../words/vi.ts";
import type { Params } from "../words/words.ts";
import type { InspectedUnit } from "./coverage.ts";
import { type InspectionPlan, inspectionModes } from "./inspection-plan.ts";
import { checkInspections } from "./inspections.ts";
import type { Named } from "./plans.ts";
import { checkTargets, readResults, type TargetPlan, type TargetResult } from "./targets.ts";
import { type InspectionVisit, readVisits } from "./visits.ts";

/** What a year is held against; each plan has its sheets. */
export interface YearPlans {
  /** The inspection plan, or its editions; absent: no sheets of visits. */
  readonly inspections?: InspectionPlan | readonly InspectionPlan[] | undefined;
  /** The targets; absent: no sheet of results. */
  readonly targets?: TargetPlan | undefined;
  /** The register of units, whose names stand in the sheets; absent: ids do. */
  readonly units?: readonly InspectedUnit[] | undefined;
}

/** What was written down in a year. */
export interface YearRecords {
  /** The visits; absent: none. */
  readonly visits?: readonly InspectionVisit[] | undefined;
  /** The results of targets; absent: a row for each target waits for its own. */
  readonly results?: readonly TargetResult[] | undefined;
}

/** What the sheets of a year give. */
export interface YearReading {
  /** The visits that could be read, in the order of their rows. */
  readonly visits: readonly InspectionVisit[];
  /** The results that could be read, in the order of their rows. */
  readonly results: readonly TargetResult[];
  /** All issues, those of `checkInspections` and `checkTargets` too; the path of each is as in `RoundReading`. */
  readonly issues: readonly Issue[];
}

/** The lists of a visit, each on a sheet of its own, with the key that it has in the visit. */
const listTables = { visitUnits: "furtherUnits", visitFindings: "findings", follows: "follows" } as const;
const documentParts = ["selfPlan", "feedback", "reports"] as const;

type YearTable = "visits" | keyof typeof listTables | "visitDocuments" | "results";
type YearColumns = Readonly<Record<YearTable, readonly Column[]>>;
const visitTables = ["visits", "visitUnits", "visitFindings", "follows", "visitDocuments"] as const;

/** The columns of each sheet, with the words that the plans and the register have for ids. */
function columnsOfYear(
  { inspections = [], targets, units = [] }: YearPlans,
  visits: readonly string[],
): YearColumns {
  const plans: readonly InspectionPlan[] = "window" in inspections ? [inspections] : inspections;
  const titled = (list: readonly (Named | undefined)[]) =>
    namesIn(list.flatMap((it) => (it === undefined ? [] : [[it.id, it.title.vi] as const])));
  const named = (key: string, names: ReadonlyMap<string, string>): Column => ({ key, kind: "named", names });
  const open = (key: string, names: ReadonlyMap<string, string>): Column => ({
    ...named(key, names),
    isOpen: true,
  });
  const several = (one: Column): Column => ({ ...one, kind: "allNamed" });
  const deciders = plans.flatMap(({ announced, unannounced }) => [announced, unannounced]);
  // Plans name some bodies; a visit may name others.
  const bodies = titled([
    ...deciders.flatMap((it) => [...(it?.proposes ?? []), it?.decides]),
    ...plans.flatMap(({ announced, conclusion }) => [...(announced?.noticeTo ?? []), conclusion?.issuer]),
  ]);
  const modes = inspectionModes.flatMap((mode) => {
    const words = viTerms[`mode.${mode}`];
    return [[mode, words] as const, [mode, words.split(",")[0] ?? words] as const];
  });
  // Units that are gone have no name in the register, and neither need places in which units lie.
  const known = units.flatMap(({ id, name, parent, replaces = [] }) => [
    [id, name?.vi ?? id] as const,
    ...[...(parent === undefined ? [] : [parent]), ...replaces.map(({ unit }) => unit)].map(
      (it) => [it, it] as const,
    ),
  ]);
  const unit = namesIn(known);
  const place = [
    named("unit", unit),
    open("unitKind", titled(plans.flatMap(({ unitKinds = [] }) => unitKinds))),
    open("parent", unit),
  ];
  const teams = titled(plans.flatMap(({ teams = [] }) => teams));
  const visit = named("visit", namesIn(visits.map((id) => [id, id])));
  const parts = namesIn(documentParts.map((part) => [part, viSheets[part]]));
  return {
    visits: [
      column("id", "code"),
      ...place,
      column("places", "list"),
      named("mode", namesIn(modes)),
      named("team", teams),
      several(named("jointTeams", teams)),
      column("self", "mark"),
      column("date", "day"),
      column("to", "day"),
      column("postponed.reason"),
      column("postponed.newDate", "day"),
      column("cancelled.reason"),
      column("noticed", "day"),
      several(open("noticeTo", bodies)),
      several(open("proposedBy", bodies)),
      open("decidedBy", bodies),
      named("reason", titled(plans.flatMap(({ unannounced }) => unannounced?.reasons ?? []))),
      column("result"),
      column("conclusion.number"),
      column("conclusion.date", "day"),
      open("conclusion.by", bodies),
    ],
    visitUnits: [visit, ...place],
    visitFindings: [
      visit,
      column("id", "code"),
      named("unit", unit),
      column("item", "code"),
      column("what"),
      column("remedy"),
      column("due", "day"),
      column("remedied", "day"),
      column("outcome"),
    ],
    follows: [visit, column("finding", "code"), column("remedied", "mark"), column("outcome")],
    visitDocuments: [
      visit,
      named("part", parts),
      column("title"),
      column("number"),
      column("by"),
      column("date", "day"),
    ],
    results: [
      named("target", titled(targets?.targets ?? [])),
      named("unit", unit),
      column("place", "count"),
      column("index", "decimal"),
      column("numerator", "count"),
      column("denominator", "count"),
      column("dates", "days"),
      column("notMeasured"),
    ],
  };
}

/** The sheets that plans ask for. */
const tablesOf = ({ inspections, targets }: YearPlans): readonly YearTable[] => [
  ...(inspections === undefined ? [] : visitTables),
  ...(targets === undefined ? [] : (["results"] as const)),
];

/** What a row of each sheet holds. */
function recordsOf(
  { targets }: YearPlans,
  { visits = [], results }: YearRecords,
): Readonly<Record<YearTable, readonly Flat[]>> {
  const within = (list: (visit: InspectionVisit) => readonly object[]): readonly Flat[] =>
    visits.flatMap((visit) => list(visit).map((it) => ({ visit: visit.id, ...it })));
  return {
    visits: visits.map((visit) => flat({ ...visit })),
    visitUnits: within(({ furtherUnits = [] }) => furtherUnits),
    visitFindings: within(({ findings = [] }) => findings),
    follows: within(({ follows = [] }) => follows),
    visitDocuments: within((visit) =>
      documentParts.flatMap((part) => {
        const given = visit[part] ?? [];
        return ("title" in given ? [given] : given).map((document) => ({ part, ...document }));
      }),
    ),
    results: (results ?? (targets?.targets ?? []).map(({ id }) => ({ target: id }))).map((it) => ({ ...it })),
  };
}

/**
 * Gives the sheets of a workbook for a year of inspections and targets: visits, the further units, findings, looks at
 * earlier findings and documents of each, and the results of targets; empty, or filled from what was written down. An
 * empty list in a visit is none.
 *
 * @param plans The plans that have sheets, and the register, whose names stand in place of ids.
 * @param records The visits and results; absent: blank sheets, with a row for each target.
 *
 * @returns The sheets, frozen, each with its heading row first.
 *
 * @throws TypeError if a list is none.
 *
 * @example
 * ```ts
 * import { inspectionPlan, processSheets } from "par-index/process";
 * const visit = { id: "kt-1", unit: "so-y-te", mode: "direct", date: "2022-03-01" } as const;
 * const [sheet] = processSheets({ inspections: inspectionPlan("dong-thap/inspection/2022") }, { visits: [visit] });
 * [sheet.name, sheet.rows[1][5], sheet.rows[1][9]]; // => [ 'Cuộc kiểm tra', 'trực tiếp', '01/03/2022' ]
 * ```
 */
export function processSheets(plans: YearPlans, records: YearRecords = {}): readonly WrittenSheet[] {
  assertOptions(plans, ["inspections", "targets", "units"], "processSheets");
  assertOptions(records, ["visits", "results"], "processSheets");
  const { visits = [], results = [] } = records;
  assertList(visits, "processSheets: the visits must be a list");
  assertList(results, "processSheets: the results must be a list");
  const columns = columnsOfYear(plans, []);
  const all = recordsOf(plans, records);
  return deepFreeze(
    tablesOf(plans).map((table) => {
      const heading = columns[table].map((it) => headingOf(table, it));
      const rows = all[table].map((record) =>
        columns[table].map((it) => cellFrom(record[it.key], it, noNames)),
      );
      return { name: viSheets[table], rows: [heading, ...rows].map(guardedRow) };
    }),
  );
}

/**
 * Reads a year of inspections and targets from the sheets of its workbook.
 *
 * Sheets are found by their names and columns by their headings, wherever they stand; units, teams, modes, reasons,
 * bodies and targets are given by their words or their ids, days as officials type them. A row of results in which
 * nothing but the target stands waits for its result. A sheet that is missing is empty.
 *
 * @param plans The plans whose sheets are read, and the register.
 * @param sheets The sheets, as `processSheets` gives them.
 *
 * @returns What could be read, and every issue with sheet and cell, those of `checkInspections` and `checkTargets` too.
 *
 * @throws TypeError if a plan was not read, or rows are not lists of lists.
 *
 * @example
 * ```ts
 * import { processSheets, readProcessSheets, targetPlan } from "par-index/process";
 * const plans = { targets: targetPlan("ha-noi/targets/2023") };
 * const [sheet] = processSheets(plans);
 * const rows = sheet.rows.map(([title, ...cells], row) => (row === 2 ? [title, null, null, 88.75] : [title, ...cells]));
 * readProcessSheets(plans, [{ name: sheet.name, rows }]).results; // => [ { target: 'sipas', index: '88.75' } ]
 * ```
 */
export function readProcessSheets(plans: YearPlans, sheets: readonly ReadSheet[]): YearReading {
  assertOptions(plans, ["inspections", "targets", "units"], "readProcessSheets");
  assertList(sheets, "readProcessSheets: the sheets must be a list of names with their rows");
  const { inspections, targets, units } = plans;
  const reading: YearCells = {
    opened: openedTables(sheets, "readProcessSheets"),
    report: newReport(),
    origins: new Map(),
  };
  const shape = newReport();
  const { read } = readVisits(inspections === undefined ? [] : visitValues(plans, reading), shape);
  const visits = read.map(({ visit }) => visit);
  const given =
    targets === undefined ? [] : readResults(targets, resultValues(plans, reading), shape, resultsAt);
  const results = given.map(({ result }) => result);
  const ofVisits = inspections === undefined ? [] : checkInspections(inspections, visits, { units }).issues;
  const ofResults = targets === undefined ? [] : checkTargets(targets, results, { units }).issues;
  const judged = [
    ...shape.issues,
    ...ofVisits.map((found) => listedAt(found, (at) => [read[at]?.at ?? at])),
    ...ofResults.map((found) => listedAt(found, (at) => [...resultsAt, given[at]?.at ?? at])),
  ];
  return deepFreeze({ visits, results, issues: placedIssues(reading, judged) });
}

/** Where the results stand among what is judged. */
const resultsAt: Path = ["results"];

/** One reading: the sheets, what is wrong with their cells, and the cell of each part by its path. */
interface YearCells {
  readonly opened: readonly OpenedTable[];
  readonly report: Report;
  readonly origins: Map<string, Path>;
}

/** An issue of a list without those that could not be read, at its place among all. */
function listedAt(found: Issue, placeOf: (at: number) => Path): Issue {
  const [at, ...beneath] = found.path;
  return typeof at === "number" ? { ...found, path: [...placeOf(at), ...beneath] } : found;
}

/** The rows of the sheets of one name. */
function rowsOf({ opened, report }: YearCells, table: YearTable, columns: YearColumns): readonly ReadRow[] {
  const headed = columns[table].map((it) => ({ ...it, heading: headingOf(table, it) }));
  return opened
    .filter(({ key }) => key === folded(viSheets[table]))
    .flatMap((it) => readSheetTable({ report, lost: new Map() }, headed, it, noNames));
}

/** The visits as data writes them, with what stands on the sheets of their lists. */
function visitValues(plans: YearPlans, reading: YearCells): readonly Flat[] {
  const rows = rowsOf(reading, "visits", columnsOfYear(plans, []));
  const ids = rows.map(({ parts }) => String(parts["id"]));
  const columns = columnsOfYear(plans, ids);
  const visits = rows.map((row, at) => {
    place(reading, [at], row, columns.visits);
    const { self, ...visit } = nested(row.parts);
    return self === true ? { ...visit, self } : visit;
  });
  const add = (at: number, key: string, value: unknown): number => {
    const visit: Record<string, unknown> = visits[at] ?? {};
    const listed = [...sheetListed(visit[key]), value];
    visit[key] = listed;
    return listed.length - 1;
  };
  for (const [table, key] of Object.entries(listTables)) {
    if (!isListTable(table)) continue;
    for (const row of rowsOf(reading, table, columns)) {
      const { visit, ...value } = row.parts;
      const at = visitOfRow(reading, row, ids);
      if (at >= 0) place(reading, [at, key, add(at, key, value)], row, columns[table]);
    }
  }
  for (const row of rowsOf(reading, "visitDocuments", columns)) {
    const { visit, part, ...value } = row.parts;
    const at = visitOfRow(reading, row, ids);
    const key = documentParts.find((it) => it === part);
    if (at < 0) continue;
    if (key === undefined) reportMissing(reading, row, "part");
    else if (key !== "selfPlan") place(reading, [at, key, add(at, key, value)], row, columns.visitDocuments);
    else if (isRecord(visits[at]) && key in visits[at])
      reading.report("row-code-twice", row.place("part"), {
        found: viSheets.selfPlan,
        first: rowOfPath(reading, [at, key]),
      });
    else {
      Object.assign(visits[at] ?? {}, { selfPlan: value });
      place(reading, [at, key], row, columns.visitDocuments);
    }
  }
  return visits;
}

const isListTable = (table: string): table is keyof typeof listTables => table in listTables;

/** The place of the visit that a row is about; -1 after an issue. */
function visitOfRow(reading: YearCells, row: ReadRow, ids: readonly string[]): number {
  const { visit } = row.parts;
  if (visit === undefined) reportMissing(reading, row, "visit");
  return visit === undefined ? -1 : ids.indexOf(String(visit));
}

/** What a row must say, unless its cell was told already. */
function reportMissing({ report }: YearCells, row: ReadRow, key: "visit" | "part"): void {
  const path = row.place(key);
  const isSaid = report.issues.some((one) => one.path.join("\n") === path.join("\n"));
  if (!isSaid) report("missing-key", path, { expected: viSheets[key] });
}

const rowOfPath = ({ origins }: YearCells, path: Path): number => Number(originIn(origins, path)[1]) + 1;

/** Keeps where a record and its parts came from. */
function place({ origins }: YearCells, path: Path, row: ReadRow, columns: readonly Column[]): void {
  origins.set(path.join("\n"), row.place(""));
  for (const { key } of columns) {
    const [head = "", ...more] = key.split(".");
    origins.set([...path, head, ...more].join("\n"), row.place(key));
    const whole = [...path, head].join("\n");
    if (!origins.has(whole)) origins.set(whole, row.place(key));
  }
}

/** The results as data writes them; a row that waits for its own is none, nor is one with a cell that says nothing. */
function resultValues(plans: YearPlans, reading: YearCells): readonly Flat[] {
  const columns = columnsOfYear(plans, []);
  const rows = rowsOf(reading, "results", columns);
  const wrong = new Set(reading.report.issues.map(({ path: [sheet, row] }) => `${sheet}\n${row}`));
  const given = rows.filter(({ parts, place: at }) => {
    const [sheet, row] = at("");
    return !wrong.has(`${sheet}\n${row}`) && Object.keys(parts).some((key) => key !== "target");
  });
  return given.map((row, at) => {
    place(reading, [...resultsAt, at], row, columns.results);
    return row.parts;
  });
}

/** What is wrong with the cells, then with what they say, each once, at its cell and by the headings of the columns. */
function placedIssues({ report, origins }: YearCells, judged: readonly Issue[]): readonly Issue[] {
  const cellAt = (path: Path): string => path.join("\n");
  const rowAt = (path: Path): string => cellAt(path.slice(0, 2));
  const wrongCells = new Set(report.issues.map(({ path }) => cellAt(path)));
  const wrongRows = new Set(report.issues.map(({ path }) => rowAt(path)));
  const told = new Set<string>();
  const placed = judged.flatMap((found) => {
    const path = originIn(origins, found.path);
    // What a cell could not give is missing for that reason, which is said already.
    if (wrongCells.has(cellAt(path)) || (followOns.has(found.code) && wrongRows.has(rowAt(path)))) return [];
    const key = JSON.stringify([found.code, path, found.params]);
    if (told.has(key)) return [];
    told.add(key);
    return [{ ...found, path, params: { ...found.params, ...headingsOf(found) } }];
  });
  return [...report.issues, ...placed].map(placedIssue);
}

/** What words of an issue name as the sheets have it. */
function headingsOf({ code, path, params }: Issue): Params {
  if (code === "missing-key") return { expected: headingAt(path) };
  if (code !== "unknown-key") return {};
  const beside = (key: string): string => headingAt([...path.slice(0, -1), key]) ?? key;
  return { found: headingAt(path), expected: String(params["expected"]).split(", ").map(beside) };
}

/** The heading of the column that holds a part. */
function headingAt(path: Path): string | undefined {
  const keys = path.filter((step) => typeof step === "string");
  const [first = "", ...rest] = keys;
  const isDocument = documentParts.some((it) => it === first) && rest.length > 0;
  const list = Object.entries(listTables).find(([, key]) => key === first && rest.length > 0)?.[0];
  const table = first === "results" ? "results" : isDocument ? "visitDocuments" : (list ?? "visits");
  const key = table === "visits" ? keys.join(".") : rest.join(".");
  return key === "" ? undefined : headingOf(table, { key });
}
