import type { CriteriaSet } from "../criteria-set.ts";
import { type Issue, type IssueCode, report as newReport, type Path, type Report } from "../issue.ts";
import { assertList, assertOptions, isRecord } from "../plain.ts";
import { type Plan, planOf } from "../plan.ts";
import { judgeRound } from "../round/read.ts";
import type { Figure, Rule } from "../rule.ts";
import { isDay, nearest } from "../shape.ts";
import { viForm, viSheets } from "../words/vi.ts";
import type { Params } from "../words/words.ts";
import {
  type CellPlace,
  type Cells,
  cellDay,
  cellsOf,
  columnLimit,
  countFrom,
  decimalFrom,
  folded,
  isNumberCell,
  markFrom,
  percentFrom,
  placedIssue,
  type ReadCell,
  refusedCell,
  viNumber,
  writtenIn,
} from "./cell.ts";
import { figureNames } from "./filled-form.ts";
import { readEvidenceLine, rowFigures, writtenFacts } from "./form.ts";
import { sheetFormsOf } from "./forms.ts";
import {
  column,
  type Flat,
  factKeyOf,
  factName,
  flat,
  frameKeys,
  headingOf,
  idOfName,
  type Kind,
  type KnownNames,
  nameOfId,
  namesIn,
  namesInRound,
  type ReadSheet,
  type RoundReading,
  type SheetColumn,
  type SheetNames,
  sheetColumnsOf,
  sheetLabel,
  sheetListed,
  type TableId,
  tableIds,
} from "./round-sheets.ts";

/** How the rows of a sheet are read. */
interface TableReading {
  readonly report: Report;
  /** What is named on a sheet that is not there; true once something named it. */
  readonly lost: Map<Kind, boolean>;
  /** The rule of an item, by which its figures are read; absent where no column holds figures. */
  readonly ruleOf?: ((item: unknown) => Rule | undefined) | undefined;
}

/** One reading: where everything came from. */
interface SheetsReading extends TableReading {
  readonly plan: Plan;
  /** The cell of each part of the value that is judged, by its path. */
  readonly origins: Map<string, Path>;
}

/** A sheet by its name in small letters, and as issues name it. */
export interface OpenedTable {
  readonly key: string;
  readonly label: string;
  readonly cells: Cells;
}

/** A record as it was read, and where. */
export interface ReadRow {
  readonly parts: Record<string, unknown>;
  readonly place: (key: string) => Path;
}

/** What is read beside the sheets of a round. */
export interface RoundSheetsOptions {
  /** The forms that the units filled in, each with the unit that it names; absent: none. */
  readonly forms?: readonly ReadSheet[] | undefined;
}

/**
 * Reads a round from the sheets of its workbook and the filled-in forms of its units.
 *
 * Sheets are found by their names and columns by their headings, wherever they stand; names may stand for ids (units,
 * items by their numbers, roles, stages, decisions); days are read as officials type them. A sheet that is missing is
 * empty.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param sheets The sheets, as `roundSheets` gives them.
 * @param options The forms that the units filled in.
 *
 * @returns The round as `readRound` gives it, without the parts that have an error, and every issue with sheet and cell.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`, or rows are not lists of lists.
 *
 * @example
 * ```ts
 * import { readRoundSheets, roundSheets } from "par-index/check";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("hoa-lam/department/2026");
 * const sheets = roundSheets(set).map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }));
 * sheets[0].rows[2][1] = "PAR INDEX 2026";
 * sheets[1].rows.push(["so-y-te", "Sở Y tế", null, set.groups[0].title.vi]);
 * readRoundSheets(set, sheets).round?.units[0].name; // => { vi: 'Sở Y tế' }
 * ```
 */
export function readRoundSheets(
  set: CriteriaSet,
  sheets: readonly ReadSheet[],
  options: RoundSheetsOptions = {},
): RoundReading {
  const plan = planOf(set, "readRoundSheets");
  assertList(sheets, "readRoundSheets: the sheets must be a list of names with their rows");
  assertOptions(options, ["forms"], "readRoundSheets");
  const { forms = [] } = options;
  const opened = openedTables(sheets, "readRoundSheets");
  const found = (table: TableId | "frame"): readonly OpenedTable[] =>
    opened.filter(({ key }) => key === folded(viSheets[table]));
  const lost = lostKinds((table) => found(table).length > 0);
  const rule = (item: unknown): Rule | undefined => ruleOf(plan, item);
  const reading: SheetsReading = { plan, report: newReport(), origins: new Map(), lost, ruleOf: rule };
  const draft = { ...reading, report: newReport() };
  const unnamed = namesInRound(plan, { units: [], councils: [] });
  const listed = (table: "units" | "councils") =>
    found(table).flatMap((own) =>
      withIds(table, readSheetTable(draft, headedColumns(plan, table), own, unnamed)),
    );
  const names = namesInRound(plan, knownIn(listed("units"), listed("councils")));
  const rows = (table: TableId): readonly ReadRow[] =>
    withIds(
      table,
      found(table).flatMap((it) => readSheetTable(reading, headedColumns(plan, table), it, names)),
    );
  const { batches, invalid, ...frame } = sheetFrameOf(reading, found("frame"), names);
  const { tally, ...lists } = sheetListsOf(reading, rows);
  const counts = isRecord(tally) ? tally["counts"] : [];
  const value = { ...frame, ...lists, tally: { batches, counts, invalid } };
  const told = sheetFormsOf(set, value, { forms: lost.has("unit") ? [] : forms, names });
  if ((forms.length > 0 && lost.has("unit")) || lost.get("unit") === true)
    reading.report("sheet-missing", [viSheets.units], { expected: viSheets.units });
  if ([...lost].some(([kind, isNamed]) => isNamed && kind !== "unit"))
    reading.report("sheet-missing", [viSheets.councils], { expected: viSheets.councils });
  const ledger = [...sheetListed(lists["ledger"]), ...told.explanations];
  told.explanations.forEach(({ unit }, index) => {
    const label = told.labels.get(unit);
    const own = ["ledger", sheetListed(lists["ledger"]).length + index].join("\n");
    if (label !== undefined) reading.origins.set(own, [label]);
  });
  placeRegisters(reading, lists["units"], told.assessments);
  const judged = judgeRound(set, { ...value, ledger, selfAssessments: told.assessments });
  // A part that a cell could not give is missing for that reason, which is said already.
  const rowOf = ([sheet, row]: Path): string => `${sheet}\n${row}`;
  const errors = reading.report.issues.filter(({ severity }) => severity === "error");
  const cellOf = (path: Path): string => path.join("\n");
  const wrongCells = new Set(errors.map(({ path }) => cellOf(path)));
  const wrongRows = new Set(errors.map(({ path }) => rowOf(path)));
  const wrongColumns = new Set(
    errors
      .filter(({ code }) => code === "column-missing")
      .map(({ path, params }) => `${path[0]}\n${params["expected"]}`),
  );
  // What a form could not give can be accepted once its cell is mended.
  const unread = new Set(
    told.issues.flatMap(({ severity, unit, item }) => (severity === "error" ? `${unit}\n${item}` : [])),
  );
  const placed = judged.issues
    .filter(({ code, unit, item }) => code !== "nothing-to-accept" || !unread.has(`${unit}\n${item}`))
    .filter(({ path }) => path[0] !== "selfAssessments" || path[2] !== "answers")
    .flatMap((judgedIssue) => {
      const part = partOf(plan, judgedIssue.path);
      const path = originIn(reading.origins, judgedIssue.path);
      const isSaid =
        (path.length > 2 && wrongCells.has(cellOf(path))) ||
        (followOns.has(judgedIssue.code) &&
          (wrongRows.has(rowOf(path)) || wrongColumns.has(`${path[0]}\n${part?.heading}`)));
      if (isSaid || (part !== undefined && lost.has(part.kind) && followOns.has(judgedIssue.code))) return [];
      if (lost.has("council") && judgedIssue.code === "unit-without-council") return [];
      const params = {
        ...judgedIssue.params,
        ...saidOfPart(judgedIssue, part?.heading, { ledger, origins: reading.origins }),
      };
      return [placedIssue({ ...judgedIssue, params, path })];
    });
  const issues = Object.freeze([...reading.report.issues.map(placedIssue), ...told.issues, ...placed]);
  return Object.freeze(judged.fatal ? { issues } : { round: judged.round, issues });
}

/** The sheets by their names. */
export const openedTables = (sheets: readonly ReadSheet[], caller: string): readonly OpenedTable[] =>
  sheets.map(({ name, file, rows }) => ({
    key: folded(name),
    label: sheetLabel({ name, file }),
    cells: cellsOf(rows, caller),
  }));

const headedColumns = (plan: Plan, table: TableId): readonly SheetColumn[] =>
  sheetColumnsOf(plan, table).map((it) => ({ ...it, heading: headingOf(table, it) }));

/** What only says again that a cell of the row could not be read. */
export const followOns: ReadonlySet<IssueCode> = new Set([
  "missing-key",
  "entry-value-missing",
  "not-submitted",
]);

/** What the sheets of units and councils name, each kind that is lost with a sheet that is not there. */
function lostKinds(isThere: (table: TableId) => boolean): Map<Kind, boolean> {
  const councils: readonly Kind[] = isThere("councils") ? [] : ["council", "role", "roles", "votes"];
  const units: readonly Kind[] = isThere("units") ? [] : ["unit"];
  return new Map([...units, ...councils].map((kind) => [kind, false]));
}

/** The column that holds a part of the value that is judged, as its sheet shows it. */
function partOf(plan: Plan, path: Path): { readonly heading: string; readonly kind: Kind } | undefined {
  const steps = path.filter((step) => typeof step === "string");
  const [first = "", ...rest] = steps;
  const of: Readonly<Record<string, TableId>> = { tally: "survey", selfAssessments: "units" };
  const table = tableIds.find((id) => id === first) ?? of[first];
  const key = rest
    .map((step) => (step === "roles" ? "role" : step))
    .filter((step) => step !== "counts" && step !== "questions")
    .join(".");
  if (table === undefined) {
    const frame = frameKeys.find((it) => isPartOfKey(it, steps.join(".")));
    return frame && { heading: viSheets[`frame.${frame}`], kind: "text" };
  }
  const own = sheetColumnsOf(plan, table).find((it) => isPartOfKey(it.key, key));
  return own && { heading: headingOf(table, own), kind: own.kind };
}

const isPartOfKey = (key: string, of: string): boolean => key === of || key.startsWith(`${of}.`);

/** What words of an issue name as the sheet has it: the heading of a part that is missing, the row of the other entry. */
function saidOfPart(
  { code, path }: Issue,
  heading: string | undefined,
  { ledger, origins }: { readonly ledger: readonly unknown[]; readonly origins: ReadonlyMap<string, Path> },
): Params {
  if (code === "missing-key" && heading !== undefined) return { expected: heading };
  const [, at] = path;
  if (code !== "entry-twice" || typeof at !== "number") return {};
  const keyOf = (entry: unknown): string =>
    isRecord(entry) ? `${entry["unit"]}\n${entry["item"]}\n${entry["stage"]}` : "";
  const other = ledger.findIndex((entry, index) => index !== at && keyOf(entry) === keyOf(ledger[at]));
  const row = origins.get(`ledger\n${other}`)?.[1];
  return typeof row === "number" ? { row: row + 1 } : {};
}

/** What is wrong with a day of submission stands in the register. */
function placeRegisters(
  { origins }: SheetsReading,
  units: unknown,
  assessments: readonly Record<string, unknown>[],
): void {
  const ids = sheetListed(units).map((unit) => (isRecord(unit) ? unit["id"] : undefined));
  assessments.forEach(({ unit }, index) => {
    const row = ["units", ids.indexOf(unit)];
    for (const part of [[], ["submitted"], ["approved"], ["approved", "role"], ["approved", "date"]]) {
      const origin = origins.get([...row, ...part].join("\n")) ?? origins.get(row.join("\n"));
      if (origin !== undefined) origins.set(["selfAssessments", index, ...part].join("\n"), origin);
    }
  });
}

/** The cell from which a part came: of the part itself, else of what holds it. */
export function originIn(origins: ReadonlyMap<string, Path>, path: Path): Path {
  for (let length = path.length; length > 0; length--) {
    const origin = origins.get(path.slice(0, length).join("\n"));
    if (origin !== undefined) return origin;
  }
  return path;
}

/** The names in the first two sheets, which the others use. */
function knownIn(units: readonly ReadRow[], councils: readonly ReadRow[]): KnownNames {
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  return {
    units: units.map(({ parts }) => ({ id: text(parts["id"]), name: text(parts["name.vi"]) })),
    councils: councils.map(({ parts }) => ({
      id: text(parts["role.id"]),
      name: text(parts["role.title.vi"]),
      council: text(parts["id"]),
      title: text(parts["title.vi"]),
    })),
  };
}

/**
 * Rows of units and councils with the ids that nobody wrote: made of the names. A council of several roles is named once,
 * or in each of its rows.
 */
function withIds(table: TableId, rows: readonly ReadRow[]): readonly ReadRow[] {
  if (table !== "units" && table !== "councils") return rows;
  const taken = new Map<string, string>();
  const roles = new Map<string, string>();
  let above: Readonly<Record<string, unknown>> = {};
  return rows.map(({ parts, place }) => {
    const own = { ...parts };
    if (table === "councils" && own["id"] === undefined && own["title.vi"] === undefined)
      Object.assign(own, { id: above["id"], "title.vi": above["title.vi"] });
    const title = own[table === "units" ? "name.vi" : "title.vi"];
    // Rows of one council have its name again; two units of one name are two.
    if (typeof title === "string")
      own["id"] ??= idOfName(title, taken, table === "units" ? place("").join(" ") : title);
    const role = own["role.title.vi"];
    if (typeof role === "string") own["role.id"] ??= idOfName(role, roles, folded(role));
    above = own;
    return { parts: own, place };
  });
}

/** The first row with the first heading of the sheet, and the position of each column; an option may stand by its id. */
function headingRow(cells: Cells, columns: readonly SheetColumn[]) {
  const first = folded(columns[0]?.heading ?? "");
  for (let row = 0; row < cells.height; row++) {
    const texts = Array.from({ length: columnLimit }, (_, at) => folded(cells.at(row, at)));
    if (!texts.includes(first)) continue;
    const positions = columns.map(({ key, heading }) => {
      const byTitle = texts.indexOf(folded(heading));
      return [key, byTitle < 0 ? texts.indexOf(key.replace(/^option\./, "")) : byTitle] as const;
    });
    return { row, at: new Map(positions.filter(([, at]) => at >= 0)) };
  }
  return undefined;
}

/** Reads the rows of one sheet; a blank row is none. */
export function readSheetTable(
  { report, lost, ruleOf: ruleAt }: TableReading,
  columns: readonly SheetColumn[],
  { cells, label: sheet }: OpenedTable,
  names: SheetNames,
): readonly ReadRow[] {
  const [first = { ...column(""), heading: "" }] = columns;
  const header = headingRow(cells, columns);
  if (header === undefined) {
    if (cells.height > 0) report("rows-without-header", [sheet], { expected: first.heading });
    return [];
  }
  for (const { key, heading } of columns)
    if (!header.at.has(key)) report("column-missing", [sheet, header.row], { expected: heading });
  const rows: ReadRow[] = [];
  for (let row = header.row + 1; row < cells.height; row++) {
    const place = (key: string): Path => [sheet, row, header.at.get(key) ?? header.at.get(first.key) ?? 0];
    const parts: Record<string, unknown> = {};
    const facts: { cell: ReadCell } = { cell: null };
    for (const { key, kind, names: own, isOpen = own === undefined || own.size === 0 } of columns) {
      const cell = cells.at(row, header.at.get(key) ?? columnLimit);
      if (cell === null) continue;
      if (kind === "facts") {
        facts.cell = cell;
        continue;
      }
      if (lost.has(kind)) {
        lost.set(kind, true);
        continue;
      }
      const at = { path: place(key), subject: {} };
      const value = sheetValueIn(cell, kind, { names, own: { names: own ?? new Map(), isOpen }, at, report });
      if (value !== undefined) parts[key] = value;
    }
    if (facts.cell !== null) {
      const at = { path: place("facts"), subject: {} };
      Object.assign(parts, factsIn(sheetTextIn(facts.cell), ruleAt?.(parts["item"]), at, report));
    }
    if (Object.keys(parts).length > 0) rows.push({ parts, place });
  }
  return rows;
}

/** A text as it is meant: without the apostrophe that keeps a spreadsheet from running it. */
const sheetTextIn = (cell: ReadCell): string => {
  const text = isNumberCell(cell) ? viNumber(String(cell.number)).replace(/\./g, "") : writtenIn(cell);
  return /^'[=+\-−@]/.test(text) ? text.slice(1) : text;
};

interface CellQuestion {
  readonly names: SheetNames;
  /** The names of the column itself, and whether others may stand there. */
  readonly own: { readonly names: ReadonlyMap<string, string>; readonly isOpen: boolean };
  readonly at: CellPlace;
  readonly report: Report;
}

const sheetPartsOf = (text: string): readonly string[] =>
  text
    .split(/[;\n]/)
    .map((it) => it.trim())
    .filter((it) => it !== "");

/** What a cell says; undefined after an issue. */
function sheetValueIn(
  cell: ReadCell,
  kind: Exclude<Kind, "facts">,
  { names, own, at, report }: CellQuestion,
): unknown {
  if (kind === "days" && folded(cell) === folded(viSheets.noDay)) return [];
  if (kind === "days" && typeof cell === "string")
    return sheetPartsOf(cell).flatMap((it) => dayOfCell(it, at, report) ?? []);
  if (kind === "days") return [dayOfCell(cell, at, report)].filter((it) => it !== undefined);
  if (kind === "mark") return markFrom(cell, at, report);
  if (kind === "day") return dayOfCell(cell, at, report);
  if (refusedCell(cell, at, report)) return undefined;
  const text = sheetTextIn(cell);
  if (kind === "count") return countFrom(cell, at, report);
  if (kind === "decimal") return /^\d+\/\d+$/.test(text) ? text : decimalFrom(cell, at, report);
  if (kind === "list") return sheetPartsOf(text);
  if (kind === "stages" || kind === "roles" || kind === "scope")
    return sheetPartsOf(text)
      .flatMap((it) => (names[kind].has(folded(it)) ? [it] : it.split(",").map((part) => part.trim())))
      .map((it) => idOf(it, names[kind], at, report))
      .filter((it) => it !== undefined);
  if (kind === "votes")
    return sheetPartsOf(text).flatMap((written) => {
      const colon = written.lastIndexOf(":");
      const by = idOf(written.slice(0, Math.max(colon, 0)).trim(), names.role, at, report);
      const points = decimalFrom(written.slice(colon + 1).trim(), at, report);
      return by === undefined || points === undefined ? [] : { by, points };
    });
  if (kind === "evidence")
    return text.split("\n").flatMap((line) => {
      const read = readEvidenceLine(line);
      if (read.length === 0) report("evidence-unclear", at.path, { found: line });
      return read;
    });
  if (kind === "replaces")
    return sheetPartsOf(text).map((written) => {
      const [unit = "", since = ""] = written.split(":").map((part) => part.trim());
      return { unit: unitOutside(unit, names), since: cellDay(since) ?? since };
    });
  if (kind === "invalid") return invalidIn(text, names);
  if (kind === "outside") return unitOutside(text, names);
  if (kind === "text") return text;
  // 1.4 typed as a number is item 1.4, unless there is an item 1.40 too.
  const digits = isNumberCell(cell) ? text.replace(",", ".") : text;
  if (kind === "code") return digits;
  const ownId = (said: string): string | undefined =>
    own.isOpen && !own.names.has(folded(said)) ? said : idOf(said, own.names, at, report);
  if (kind === "named") return ownId(digits);
  if (kind === "allNamed") return sheetPartsOf(text).flatMap((it) => ownId(it) ?? []);
  const isUnsure = isNumberCell(cell) && names[kind].has(`${digits}0`);
  return idOf(isUnsure ? text : digits, names[kind], at, report);
}

/** A day of a cell; undefined after an issue. */
function dayOfCell(cell: ReadCell, { path }: CellPlace, report: Report): string | undefined {
  const day = cellDay(cell);
  if (day === undefined) report("cell-not-a-day", path, { found: writtenIn(cell) });
  else if (!isDay(day)) report("not-a-date", path, { found: day });
  return isDay(day) ? day : undefined;
}

/** Counts of what does not count, by reason: “phiếu trống: 1”. */
const invalidIn = (
  text: string,
  { fault }: Pick<SheetNames, "fault">,
): readonly { readonly code: string; readonly count: number }[] =>
  sheetPartsOf(text).map((written) => {
    const [reason = "", count = ""] = written.split(":").map((part) => part.trim());
    return { code: fault.get(folded(reason)) ?? reason, count: Number(count) };
  });

/** A unit that the register need not have: what a unit replaces or lies in. */
const unitOutside = (text: string, names: SheetNames): string =>
  names.unit.get(text) ?? names.unit.get(folded(text)) ?? text;

/** The id that a name stands for; an unknown one is an issue with the nearest. */
function idOf(
  text: string,
  names: ReadonlyMap<string, string>,
  { path }: CellPlace,
  report: Report,
): string | undefined {
  const id = names.get(text) ?? names.get(folded(text));
  if (id !== undefined) return id;
  const near = names.get(nearest(folded(text), [...names.keys()]) ?? "");
  const known = [...new Set(names.values())].slice(0, 8);
  const expected = (near === undefined ? known : [near])
    .map((it) => nameOfId(names, it))
    .filter((it) => it !== "");
  report("name-unknown", path, { found: text, expected });
  return undefined;
}

const ruleOf = (plan: Plan, item: unknown): Rule | undefined => {
  if (typeof item !== "string") return undefined;
  return plan.leafOf.get(item)?.rule ?? plan.lineOf.get(item)?.line.rule;
};

const cellReaders = {
  "one-of": markFrom,
  mark: markFrom,
  count: countFrom,
  decimal: decimalFrom,
  percent: percentFrom,
};

/** Facts that a cell writes as keys with values, as figures alone, or the claim that the leaf does not apply. */
function factsIn(text: string, rule: Rule | undefined, at: CellPlace, report: Report): Flat {
  if (folded(text).startsWith(folded(viSheets.claim)))
    return { notApplicable: { reason: text.slice(viSheets.claim.length).replace(/^[:\s]+/, "") } };
  const figures = rule === undefined ? [] : rowFigures(rule);
  if (rule !== undefined && figures.length > 0 && folded(text) === folded(viSheets.noPart))
    return { facts: { parts: [] } };
  const pairs = factPairs(text, figures);
  if (rule === undefined || figures.length === 0)
    return {
      facts: Object.fromEntries(pairs.map(([key = "", value = ""]) => [key, value.replace(",", ".")])),
    };
  const filled = new Map<string, boolean | number | string>();
  for (const [key = "", written = ""] of pairs) {
    const figure =
      figures.find((it) => it.key === key) ?? figures.find((it) => figureNames(it).includes(folded(key)));
    if (figure === undefined) {
      report("facts-unclear", at.path, { found: text, expected: factsExample(figures) });
      return {};
    }
    const value = cellReaders[figure.holds](written, at, report);
    if (value !== undefined) filled.set(figure.key, value);
  }
  return { facts: writtenFacts(rule, filled) };
}

/** What a cell gives, by key. A figure alone is that of a rule that asks for one, 18/20 two counts; a name alone is marked. */
function factPairs(text: string, figures: readonly Figure[]): readonly (readonly string[])[] {
  const [first, second, ...more] = figures;
  const fraction = text.split("/").map((part) => part.trim());
  if (first?.holds === "count" && second?.holds === "count" && more.length === 0 && fraction.length === 2)
    return [first, second].map(({ key }, index) => [key, fraction[index] ?? ""]);
  return sheetPartsOf(text).map((pair) => {
    const colon = pair.lastIndexOf(":");
    if (colon >= 0) return [factKeyOf(pair.slice(0, colon).trim()), pair.slice(colon + 1).trim()];
    if (first === undefined) return ["points", pair];
    const isFigure = /^\d[\d.,]*(?: ?%)?$/.test(pair);
    return isFigure && second === undefined ? [first.key, pair] : [pair, viForm.yes];
  });
}

/** How the figures of a rule are written: “tử số: …; mẫu số: …”, or the options to choose from. */
function factsExample(figures: readonly Figure[]): readonly string[] {
  const isMarked = figures.some(({ holds }) => holds === "one-of" || holds === "mark");
  const told = figures.slice(0, 8).map((it) => figureNames(it)[0] ?? it.key);
  if (isMarked) return told;
  return [figures.map(({ key }) => `${factName(key)}: …`).join("; ")];
}

/** The frame of the round. */
function sheetFrameOf(
  { report, origins }: SheetsReading,
  tables: readonly OpenedTable[],
  names: SheetNames,
): Record<string, unknown> {
  const said = new Map<string, { readonly text: string; readonly path: Path }>();
  const batches: string[] = [];
  const invalid = new Map<string, number>();
  for (const { cells, label } of tables)
    for (let row = 0; row < cells.height; row++) {
      const cell = cells.at(row, 1);
      const path = [label, row, 1];
      const key = folded(cells.at(row, 0));
      if (cell === null) continue;
      if (key === folded(viSheets["frame.batches"])) batches.push(...sheetPartsOf(sheetTextIn(cell)));
      if (key === folded(viSheets["frame.invalid"]))
        for (const { code, count } of invalidIn(sheetTextIn(cell), names))
          invalid.set(code, (invalid.get(code) ?? 0) + count);
      if (!said.has(key)) said.set(key, { text: sheetTextIn(cell), path });
    }
  const part = (key: (typeof frameKeys)[number]) => said.get(folded(viSheets[`frame.${key}`]));
  const text = (key: (typeof frameKeys)[number]): string | undefined => part(key)?.text;
  const status = namesIn([
    ["real", viSheets.real],
    ["illustrative", viSheets.illustrative],
  ]);
  const english = text("title.en");
  const given = part("status");
  const at = { path: given?.path ?? [viSheets.frame], subject: {} };
  for (const key of frameKeys) origins.set(key.replace(".", "\n"), part(key)?.path ?? [viSheets.frame]);
  return {
    format: 1,
    set: text("set"),
    edition: Number(text("edition")),
    title: { vi: text("title.vi"), ...(english === undefined ? {} : { en: english }) },
    status: given === undefined ? undefined : idOf(given.text, status, at, report),
    batches,
    invalid: [...invalid].map(([code, count]) => ({ code, count })),
  };
}

/** A record with its parts within each other: `{ "name.vi": … }` as `{ name: { vi: … } }`. */
export function nested(parts: Flat): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(parts)) {
    const [head = "", ...rest] = key.split(".");
    if (rest.length === 0) record[head] = value;
    else {
      const inner = isRecord(record[head]) ? record[head] : {};
      const path = rest.join(".");
      record[head] = { ...inner, ...nested({ ...flat(inner), [path]: value }) };
    }
  }
  return record;
}

/** The lists of the round from their rows; where each came from is kept. */
function sheetListsOf(
  { plan, origins }: SheetsReading,
  rows: (table: TableId) => readonly ReadRow[],
): Record<string, unknown> {
  const place = (path: Path, { place }: ReadRow, keys: readonly string[]): void => {
    origins.set(path.join("\n"), place(""));
    for (const key of keys) {
      const [head = "", ...more] = key.split(".");
      origins.set([...path, head, ...more].join("\n"), place(key));
      // A part that is missing as a whole stands where its first one should.
      const whole = [...path, head].join("\n");
      if (!origins.has(whole)) origins.set(whole, place(key));
    }
  };
  const plain = (table: TableId) =>
    rows(table).map((row, at) => {
      const keys = sheetColumnsOf(plan, table).map(({ key }) => key);
      place([table, at], row, keys);
      return nested(row.parts);
    });
  const members = new Map<unknown, unknown[]>();
  const units = plain("units").map(({ council, submitted, approved, ...unit }) => {
    if (council !== undefined) members.set(council, [...(members.get(council) ?? []), unit["id"]]);
    return { unit, own: { unit: unit["id"], submitted, approved } };
  });
  const councils = new Map<unknown, Record<string, unknown> & { roles: unknown[] }>();
  for (const row of rows("councils")) {
    const { role, ...council } = nested(row.parts);
    const { id } = council;
    const own = councils.get(id) ?? { ...council, units: members.get(id) ?? [], roles: [] };
    if (!councils.has(id)) place(["councils", councils.size], row, Object.keys(council));
    councils.set(id, own);
    if (!isRecord(role)) continue;
    const path = ["councils", [...councils.keys()].indexOf(id), "roles", own.roles.length];
    origins.set(path.join("\n"), row.place("role.title.vi"));
    for (const key of ["id", "title", "holders", "decides", "items"])
      origins.set([...path, key].join("\n"), row.place(key === "title" ? "role.title.vi" : `role.${key}`));
    own.roles.push({ decides: [], ...role });
  }
  const { counts, firsts } = sheetCountsOf(rows("survey"));
  firsts.forEach(({ row, asked }, at) => {
    place(["tally", "counts", at], row, ["unit", "questionnaire", "forms", "invalid"]);
    asked.forEach((one, index) => {
      origins.set(["tally", "counts", at, "questions", index].join("\n"), one.place("question"));
    });
  });
  return {
    units: units.map(({ unit }) => unit),
    councils: [...councils.values()],
    ledger: plain("ledger"),
    acts: plain("acts"),
    statistics: plain("statistics"),
    targets: plain("targets"),
    findings: plain("findings"),
    extensions: plain("extensions"),
    surveyNotHeld: plain("surveyNotHeld"),
    selfAssessments: units.map(({ own }) => own),
    tally: { counts },
  };
}

/** The survey counts, a record for each unit and questionnaire. */
function sheetCountsOf(rows: readonly ReadRow[]) {
  const counts = new Map<string, Record<string, unknown> & { questions: unknown[] }>();
  const firsts: { readonly row: ReadRow; readonly asked: ReadRow[] }[] = [];
  const places = new Map<string, ReadRow[]>();
  for (const row of rows) {
    const { unit, questionnaire, forms, invalid, question, option } = nested(row.parts);
    const key = `${String(unit)}\n${String(questionnaire)}`;
    const known = counts.get(key);
    const asked = places.get(key) ?? [];
    places.set(key, asked);
    if (known === undefined) firsts.push({ row, asked });
    const own = known ?? {
      unit,
      questionnaire,
      forms,
      ...(invalid === undefined ? {} : { invalid }),
      questions: [],
    };
    counts.set(key, own);
    const options = Object.entries(isRecord(option) ? option : {}).map(([id, count]) => ({
      option: id,
      count,
    }));
    if (question === undefined) continue;
    own.questions.push({ question, options });
    asked.push(row);
  }
  return { counts: [...counts.values()], firsts };
}
