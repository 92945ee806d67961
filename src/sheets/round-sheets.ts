/**
 * A round as the sheets of a workbook, and back: the register, councils, the ledger, acts, survey counts, figures,
 * findings and extensions, one row each, with the words that officials use. Each column says which part of a record it
 * holds and how it is written, so that both directions have one table. Answers stand in the forms of the units.
 */
import { stages } from "../appraisal.ts";
import type { CriteriaSet, Questionnaire, Text } from "../criteria-set.ts";
import type { Issue } from "../issue.ts";
import { assertGiven, deepFreeze, isRecord } from "../plain.ts";
import { type Plan, planOf } from "../plan.ts";
import type { Round, Tally, Unit } from "../round.ts";
import { plainName } from "../shape.ts";
import type { ResponseFault } from "../survey/tally.ts";
import { viForm, viSheets, viStyle } from "../words/vi.ts";
import { type Param, say } from "../words/words.ts";
import {
  cellsOf,
  decimalCell,
  folded,
  guardedRow,
  type PlainRow,
  type RowCell,
  type SheetRows,
  writtenIn,
} from "./cell.ts";

/** A sheet that this library writes. */
export interface WrittenSheet {
  /** The name of the sheet. */
  readonly name: string;
  /** Its rows, the heading row first; empty cells are `null`. */
  readonly rows: readonly PlainRow[];
}

/** A sheet that is read. */
export interface ReadSheet {
  /** The file that it stands in, where issues are to name it. */
  readonly file?: string | undefined;
  /** The name of the sheet. */
  readonly name: string;
  /** Its rows, as any spreadsheet library gives them. */
  readonly rows: SheetRows;
}

/** A sheet as issues name it. */
export const sheetLabel = ({ name, file }: Pick<ReadSheet, "name" | "file">): string =>
  file === undefined ? name : `${file} › ${name}`;

/** What the sheets of a round give. */
export interface RoundReading {
  /** The round; absent where its frame cannot be used. */
  readonly round?: Round | undefined;
  /**
   * All issues; the path of each is the name of the sheet, with that of its file and ` › ` before it where the sheet says
   * one, then the row and the column, from 0.
   */
  readonly issues: readonly Issue[];
}

/** Of what a cell is the name, or how it is written. */
export type Kind =
  | "text"
  | "list"
  | "day"
  | "decimal"
  | "count"
  | "evidence"
  | "facts"
  | "replaces"
  | "votes"
  | "invalid"
  | "code"
  | "days"
  | "mark"
  | "named"
  | "allNamed"
  | NameKind;
type NameKind =
  | "outside"
  | "unit"
  | "group"
  | "item"
  | "stage"
  | "stages"
  | "role"
  | "roles"
  | "scope"
  | "council"
  | "decision"
  | "deadline"
  | "form"
  | "question"
  | "fault";

/** One column: which part of a record, what it holds, and what stands over it where the set says that. */
export interface Column {
  readonly key: string;
  readonly kind: Kind;
  readonly title?: string | undefined;
  /** The ids that `named` cells have words for; where there are none, a cell says the id itself. */
  readonly names?: ReadonlyMap<string, string> | undefined;
  /** True where a cell may say an id that has no words. */
  readonly isOpen?: true | undefined;
}

/** A column with what stands over it. */
export interface SheetColumn extends Column {
  readonly heading: string;
}

export const column = (key: string, kind: Kind = "text"): Column => ({ key, kind });

/** The sheets of lists, each with the list of the round that it holds. */
const tables = {
  units: [
    column("id"),
    column("name.vi"),
    column("name.en"),
    column("group", "group"),
    column("kinds", "list"),
    column("parent", "outside"),
    column("replaces", "replaces"),
    column("exempt"),
    column("council", "council"),
    column("submitted", "day"),
    column("approved.role"),
    column("approved.date", "day"),
  ],
  councils: [
    column("id"),
    column("title.vi"),
    column("title.en"),
    column("role.id"),
    column("role.title.vi"),
    column("role.title.en"),
    column("role.holders", "list"),
    column("role.decides", "stages"),
    column("role.items", "scope"),
  ],
  ledger: [
    column("unit", "unit"),
    column("item", "item"),
    column("stage", "stage"),
    column("by", "role"),
    column("date", "day"),
    column("kind", "decision"),
    column("facts", "facts"),
    column("points", "decimal"),
    column("votes", "votes"),
    column("absent", "roles"),
    column("reason"),
    column("evidence", "evidence"),
    column("findings", "list"),
    column("decision.number"),
    column("decision.date", "day"),
  ],
  acts: [column("stage", "stage"), column("council", "council"), column("number"), column("date", "day")],
  statistics: [column("unit", "unit"), column("item", "item"), column("facts", "facts"), column("reference")],
  targets: [column("unit", "unit"), column("item", "item"), column("facts", "facts")],
  findings: [
    column("id"),
    column("unit", "unit"),
    column("item", "item"),
    column("what"),
    column("by"),
    column("date", "day"),
    column("remedied", "day"),
  ],
  extensions: [column("unit", "unit"), column("deadline", "deadline"), column("by", "day"), column("reason")],
  surveyNotHeld: [column("group", "group"), column("reason")],
  survey: [
    column("unit", "unit"),
    column("questionnaire", "form"),
    column("forms", "count"),
    column("invalid", "invalid"),
    column("question", "question"),
  ],
} as const satisfies Readonly<Record<string, readonly Column[]>>;
export type TableId = keyof typeof tables;
export const tableIds: readonly TableId[] = [
  "units",
  "councils",
  "ledger",
  "acts",
  "statistics",
  "targets",
  "findings",
  "extensions",
  "surveyNotHeld",
  "survey",
];

/** What stands over a column. */
export const headingOf = (table: string, { key, title }: Pick<Column, "key" | "title">): string => {
  const headings: Readonly<Record<string, string>> = viSheets;
  return title ?? headings[`${table}.${key}`] ?? headings[key] ?? key;
};

/** A record as a row has it: parts by their keys, written with points between. */
export type Flat = Readonly<Record<string, unknown>>;

/** SheetNames that cells may use for ids, by kind; in small letters. */
export type SheetNames = Readonly<Record<NameKind, ReadonlyMap<string, string>>>;

export function namesInRound(plan: Plan, { units, councils }: KnownNames): SheetNames {
  const { set } = plan;
  const titled = (list: readonly { readonly id: string; readonly title: Text }[]) =>
    namesIn(list.map(({ id, title }) => [id, title.vi]));
  const stageNames = namesIn(stages.map((stage) => [stage, viSheets[stage]]));
  const kinds = ["accept", "uphold", "adjust", "not-applicable", "return", "explain"] as const;
  const unitNames = namesIn(units.map(({ id, name }) => [id, name]));
  const roleNames = namesIn([
    ["unit", viSheets.unitRole],
    ...councils.map(({ id, name }) => [id, name] as const),
  ]);
  const items = [
    ...plan.leaves.map(({ id, number }) => [id, number] as const),
    ...plan.lines.map(({ id, line }) => [id, line.number] as const),
  ];
  return {
    outside: unitNames,
    unit: unitNames,
    group: titled(set.groups),
    item: namesIn(items),
    scope: namesIn([...plan.nodes.map(({ id, item }) => [id, item.number] as const), ...items]),
    stage: stageNames,
    stages: stageNames,
    role: roleNames,
    roles: roleNames,
    council: namesIn(councils.map(({ council, title }) => [council, title])),
    decision: namesIn(kinds.map((kind) => [kind, viSheets[kind]])),
    deadline: titled(set.calendar),
    form: titled(set.survey?.questionnaires ?? []),
    question: namesIn(questionTexts(plan)),
    fault: namesIn(faults.map((fault) => [fault, viSheets[`fault.${fault}`]])),
  };
}

const noWords: ReadonlyMap<string, string> = new Map();

/** Where no round is: the columns have names of their own. */
export const noNames: SheetNames = {
  ...{
    outside: noWords,
    unit: noWords,
    group: noWords,
    item: noWords,
    scope: noWords,
    stage: noWords,
    stages: noWords,
  },
  ...{ role: noWords, roles: noWords, council: noWords, decision: noWords, deadline: noWords, form: noWords },
  ...{ question: noWords, fault: noWords },
};

/** The questions of all questionnaires; one id may stand for several. */
const questionTexts = ({ set }: Plan): readonly (readonly [string, string])[] =>
  (set.survey?.questionnaires ?? []).flatMap(({ questions }) =>
    questions.map(({ id, text }) => [id, text.vi] as const),
  );

/** A question by its text, where that is the text of no other. */
function questionShown({ set }: Plan, form: string, question: string, names: SheetNames): string {
  const asked = set.survey?.questionnaires.find(({ id }) => id === form)?.questions;
  const text = asked?.find(({ id }) => id === question)?.text.vi ?? question;
  return names.question.get(text) === question ? text : question;
}

/** All questions as cells name them. */
export const questionsShown = (plan: Plan, names: SheetNames): readonly string[] =>
  (plan.set.survey?.questionnaires ?? []).flatMap(({ id: form, questions }) =>
    questions.map(({ id }) => questionShown(plan, form, id, names)),
  );

/** Why forms and answers of a survey do not count: the codes of `responseFaults`. */
const faults = [
  "malformed-response",
  "unknown-questionnaire",
  "malformed-unit",
  "malformed-answer",
  "unknown-question",
  "unknown-option",
  "question-answered-twice",
  "empty-form",
  "key-not-read",
] as const satisfies readonly ResponseFault[];

/** Counts of what does not count, with the reason in words. */
const invalidShown = (
  list: readonly { readonly code: string; readonly count: number }[],
  { fault }: Pick<SheetNames, "fault">,
): readonly string[] => list.map(({ code, count }) => `${nameOfId(fault, code)}: ${count}`);

/** What the first two sheets name. */
export interface KnownNames {
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly councils: readonly {
    readonly id: string;
    readonly name: string;
    readonly council: string;
    readonly title: string;
  }[];
}

/** A name as an id: without marks, words joined. The same name for something else (`of`) gets a number. */
export function idOfName(name: string, taken: Map<string, string>, of: string): string {
  const plain = plainName(name).slice(0, 90) || "x";
  let id = plain;
  for (let count = 2; taken.has(id) && taken.get(id) !== of; count++) id = `${plain}-${count}`;
  taken.set(id, of);
  return id;
}

/** Ids by themselves and by names; a name of two ids is none. */
export function namesIn(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const ids = new Map<string, Set<string>>();
  for (const [id, name] of pairs) {
    const key = folded(name);
    ids.set(key, (ids.get(key) ?? new Set<string>()).add(id));
  }
  const names = new Map<string, string>();
  for (const [id, name] of pairs)
    if (ids.get(folded(name))?.size === 1) names.set(name, id).set(folded(name), id);
  for (const [id] of pairs) names.set(id, id);
  return names;
}

/**
 * Gives the sheets of a workbook that holds a round: its frame, units, councils, ledger, acts, figures, targets,
 * findings, extensions and survey counts; empty, or filled from a round. What units answer stands in their forms
 * (`selfAssessmentRows`). Keys of an app (`x-…`) have no cell.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param round The round, made by `readRound`; absent: blank sheets.
 *
 * @returns The sheets, frozen, the first one with the frame; a text that begins as a formula stands behind an apostrophe.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`.
 *
 * @example
 * ```ts
 * import { roundSheets } from "par-index/check";
 * import { criteriaSet } from "par-index/criteria";
 * roundSheets(criteriaSet("hoa-lam/department/2026")).map(({ name }) => name).slice(0, 4); // => [ 'Đợt', 'Đơn vị', 'Hội đồng', 'Ý kiến thẩm định' ]
 * ```
 */
export function roundSheets(set: CriteriaSet, round?: Round): readonly WrittenSheet[] {
  const plan = planOf(set, "roundSheets");
  if (round !== undefined)
    assertGiven(
      round,
      ["units", "councils", "ledger"],
      "roundSheets: the round must be what readRound gives",
    );
  const known: KnownNames = round === undefined ? { units: [], councils: [] } : knownOf(round);
  const names = namesInRound(plan, known);
  const sheets = tableIds.map((table): WrittenSheet => {
    const columns = sheetColumnsOf(plan, table);
    const heading = columns.map((it) => headingOf(table, it));
    const rows = (round === undefined ? [] : flatRecords(plan, round, table, names)).map((record) =>
      columns.map((it) => cellFrom(record[it.key], it, names)),
    );
    return { name: viSheets[table], rows: [heading, ...rows].map(guardedRow) };
  });
  return deepFreeze([frameSheet(set, round, names), ...sheets]);
}

const knownOf = ({ units, councils }: Round): KnownNames => ({
  units: units.map(({ id, name }) => ({ id, name: name.vi })),
  councils: councils.flatMap((council) => [
    ...council.roles.map(({ id, title }) => ({
      id,
      name: title.vi,
      council: council.id,
      title: council.title.vi,
    })),
  ]),
});

/** The survey has a column for each option of any scale, figures of a summary one for the unit's own maximum. */
export function sheetColumnsOf(plan: Plan, table: TableId): readonly Column[] {
  if (table === "statistics" && plan.set.status === "summary")
    return [...tables.statistics, column("maxPoints", "decimal")];
  if (table !== "survey") return tables[table];
  const options = (plan.set.survey?.scales ?? []).flatMap((scale) => scale.options);
  const titles = namesIn(options.map(({ id, title }) => [id, title.vi]));
  return [
    ...tables.survey,
    ...[...new Set(options.map(({ id }) => id))].map((id) => ({
      ...column(`option.${id}`, "count"),
      title: nameOfId(titles, id),
    })),
  ];
}

/** The cells of the frame: a label and what it says. */
export const frameKeys = ["set", "edition", "title.vi", "title.en", "status", "batches", "invalid"] as const;

function frameSheet(set: CriteriaSet, round: Round | undefined, names: SheetNames): WrittenSheet {
  const invalid = invalidShown(round?.tally.invalid ?? [], names).join("; ");
  const values: Readonly<Record<(typeof frameKeys)[number], RowCell>> = {
    set: set.id,
    edition: set.edition,
    "title.vi": round?.title.vi ?? null,
    "title.en": round?.title.en ?? null,
    status: round === undefined ? viSheets.real : viSheets[round.status],
    batches: round?.tally.batches.join("; ") || null,
    invalid: invalid || null,
  };
  const rows = frameKeys.map((key) => guardedRow([viSheets[`frame.${key}`], values[key]]));
  return { name: viSheets.frame, rows };
}

/** The records of one list, a row each. */
function flatRecords(plan: Plan, round: Round, table: TableId, names: SheetNames): readonly Flat[] {
  if (table === "units") return round.units.map((unit) => flat(sheetUnitRecord(round, unit)));
  if (table === "councils")
    return round.councils.flatMap(({ id, title, roles }) =>
      (roles.length === 0 ? [undefined] : roles).map((role) => flat({ id, title, role })),
    );
  if (table === "survey")
    return round.tally.counts.flatMap(({ questions, ...form }) =>
      (questions.length === 0 ? [undefined] : questions).map((counts, at) => ({
        ...flat({ ...form, invalid: at === 0 ? form.invalid : [] }),
        question: counts && questionShown(plan, form.questionnaire, counts.question, names),
        ...Object.fromEntries(
          (counts?.options ?? []).map(({ option, count }) => [`option.${option}`, count]),
        ),
      })),
    );
  return round[table].map((record) => flat({ ...record }));
}

function sheetUnitRecord(round: Round, unit: Unit): Flat {
  const own = round.selfAssessments.find((it) => it.unit === unit.id);
  const council = round.councils.find(({ units }) => units.includes(unit.id))?.id;
  return { ...unit, council, submitted: own?.submitted, approved: own?.approved };
}

/** Texts and small objects by their parts; a claim stands in the cell of the figures. */
export function flat(record: Flat): Flat {
  const parts: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record)) {
    if (key === "notApplicable" && isRecord(value)) parts["facts"] = { claim: value["reason"] };
    else if (isRecord(value) && key !== "facts")
      for (const [inner, part] of Object.entries(flat(value))) parts[`${key}.${inner}`] = part;
    else parts[key] = value;
  }
  return parts;
}

export const sheetListed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What stands in the cell of a part of a record. */
export function cellFrom(
  value: unknown,
  { kind, names: own = new Map<string, string>() }: Pick<Column, "kind" | "names">,
  names: SheetNames,
): RowCell {
  if (value === undefined) return null;
  const joined = sheetListed(value);
  if (kind === "named") return nameOfId(own, String(value));
  if (kind === "allNamed") return joined.map((it) => nameOfId(own, String(it))).join("; ") || null;
  if (kind === "mark") return value === true ? viForm.yes : viForm.no;
  if (kind === "days") return joined.map((it) => dayShown(String(it))).join("; ") || viSheets.noDay;
  if (kind === "count") return typeof value === "number" ? value : null;
  if (kind === "decimal")
    return typeof value === "string" ? (value.includes("/") ? value : decimalCell(value)) : null;
  if (kind === "day") return dayShown(String(value));
  if (kind === "list") return joined.join("\n") || null;
  if (kind === "stages" || kind === "roles" || kind === "scope")
    return joined.map((it) => nameOfId(names[kind], String(it))).join("; ") || null;
  if (kind === "votes") return joined.map((it) => voteShown(it, names)).join("; ") || null;
  if (kind === "evidence") return joined.map((it) => documentLine(it)).join("\n") || null;
  if (kind === "facts") return isRecord(value) ? factsShown(value) : null;
  if (kind === "replaces")
    return joined
      .map((it) => (isRecord(it) ? `${it["unit"]}: ${dayShown(String(it["since"]))}` : ""))
      .join("; ");
  if (kind === "invalid")
    return joined.flatMap((it) => (isInvalidCount(it) ? invalidShown([it], names) : [])).join("; ") || null;
  const isPlain = kind === "text" || kind === "code" || kind === "question";
  return isPlain ? String(value) : nameOfId(names[kind], String(value));
}

const isInvalidCount = (value: unknown): value is { readonly code: string; readonly count: number } =>
  isRecord(value) && typeof value["code"] === "string" && typeof value["count"] === "number";

/** The longest name of an id: its words where it has some. */
export function nameOfId(names: ReadonlyMap<string, string>, id: string): string {
  for (const [name, of] of names) if (of === id && name !== id) return name;
  return id;
}

/** A vote: “Chủ tịch Hội đồng: 0,75”. */
const voteShown = (vote: unknown, { role }: SheetNames): string =>
  isRecord(vote) ? `${nameOfId(role, String(vote["by"]))}: ${String(vote["points"]).replace(".", ",")}` : "";

const dayShown = (day: string): string => day.split("-").reverse().join("/");

const sheetWords = { style: viStyle, sheets: viSheets };

/** A document as the forms have it. */
function documentLine(of: unknown): string {
  if (!isRecord(of)) return "";
  const { number, issuer, date, title, section, page } = of;
  const cited = [
    section && say(sheetWords, "sheets.cited.section", { section: String(section) }),
    page && say(sheetWords, "sheets.cited.page", { page: String(page) }),
  ];
  return [number, issuer, dayShown(String(date)), title, ...cited]
    .filter((it) => it !== undefined)
    .join("; ");
}

/** An option or part that is marked. */
const marked = (name: unknown): string => say(sheetWords, "sheets.marked", { name: String(name) });

/** Facts as keys with values: “numerator: 17; denominator: 20”, “late: x”. */
function factsShown(facts: Flat): string {
  if (typeof facts["claim"] === "string") return `${viSheets.claim}: ${facts["claim"]}`;
  if (typeof facts["choice"] === "string") return marked(facts["choice"]);
  if (Array.isArray(facts["parts"]))
    return facts["parts"].length === 0 ? viSheets.noPart : facts["parts"].map(marked).join("; ");
  if (Array.isArray(facts["breaches"]))
    return facts["breaches"].map((it) => (isRecord(it) ? `${it["breach"]}: ${it["count"]}` : "")).join("; ");
  return Object.entries(facts)
    .map(([key, value]) => `${factName(key)}: ${typeof value === "string" ? value.replace(".", ",") : value}`)
    .join("; ");
}

/** The keys of facts as cells have them; ids of options, parts and breaches are the set's own. */
const factKeys = ["numerator", "denominator", "percent", "value", "count", "points"] as const;

export const factName = (key: string): string => {
  const known = factKeys.find((it) => it === key);
  return known === undefined ? key : viSheets[`fact.${known}`];
};

/** The key of facts that a cell names, by its word or as data writes it. */
export const factKeyOf = (name: string): string =>
  factKeys.find((it) => folded(viSheets[`fact.${it}`]) === folded(name)) ?? name;

/** A list of units as the sheet of the register: names alone are enough, ids are made of them. */
export function unitsSheet(set: CriteriaSet, sheets: readonly ReadSheet[]): ReadSheet {
  const [sheet] = sheets;
  const cells = cellsOf(sheet?.rows ?? [], "start");
  const named = [viSheets["name.vi"], "tên đơn vị", "đơn vị", "name"].map((it) => it.toLowerCase());
  const text = (row: number, column: number): string => folded(cells.at(row, column));
  const width = 30;
  const columns = Array.from({ length: width }, (_, column) => column);
  let heading = 0;
  while (heading < cells.height && !columns.some((it) => named.includes(text(heading, it)))) heading += 1;
  const hasHeading = heading < cells.height;
  const [only] = set.groups;
  const rows: unknown[][] = [];
  const ids = new Map<string, string>();
  const known = hasHeading ? columns.filter((it) => text(heading, it) !== "") : [0];
  const labels = known.map((column) => {
    if (!hasHeading || named.includes(text(heading, column))) return viSheets["name.vi"];
    const label = writtenIn(cells.at(heading, column));
    return /^mã( đơn vị)?$/i.test(label)
      ? viSheets.id
      : /^nhóm( đơn vị)?$/i.test(label)
        ? viSheets.group
        : label;
  });
  const columnsOf = sheetColumnsOf(planOf(set, "start"), "units").map((it) => headingOf("units", it));
  const needs = columnsOf.filter((it) => !labels.includes(it));
  for (let row = 0; row < cells.height; row++) {
    const isBeneath = hasHeading ? row > heading : true;
    const own = known.map((it) => cells.at(row, it));
    const name = own[labels.indexOf(viSheets["name.vi"])] ?? null;
    if (!isBeneath || name === null) {
      rows.push(row === heading && hasHeading ? [...labels, ...needs] : []);
      continue;
    }
    const id = idOfName(writtenIn(name), ids, String(row));
    const made: Readonly<Record<string, string | undefined>> = {
      [viSheets.id]: id,
      [viSheets.group]: set.groups.length === 1 ? only?.title.vi : undefined,
    };
    rows.push([
      ...own.map((cell) => (cell === null ? null : writtenIn(cell))),
      ...needs.map((it) => made[it] ?? null),
    ]);
  }
  return { name: viSheets.units, rows: hasHeading ? rows : [[...labels, ...needs], ...rows] };
}

/** What officials call the things of a round, by the ids that issues have. */
function namesOfRound(set: CriteriaSet, round: Round | undefined): ReadonlyMap<string, Param> {
  const titled = (list: readonly { readonly id: string; readonly title: Text }[]) =>
    list.map(({ id, title }) => [id, title] as const);
  const { units = [], councils = [] } = round ?? {};
  const { questionnaires = [], scales = [] } = set.survey ?? {};
  return new Map<string, Param>([
    ...partNames.map((id) => [id, viSheets[id]] as const),
    ...titled(set.groups),
    ...titled(set.calendar),
    ...titled(scales.flatMap(({ options }) => options)),
    ...questionnaires.flatMap(({ questions }) => questions.map(({ id, text }) => [id, text] as const)),
    ...titled(questionnaires),
    ...titled(councils.flatMap(({ roles }) => roles)),
    ...titled(councils),
    ...units.map(({ id, name }) => [id, name] as const),
  ]);
}

/** What the words of issues may name of a decision: its stage, its kind, and what it holds. */
const partNames = [
  ...(["first", "second", "final", "correction"] as const),
  ...(["accept", "uphold", "adjust", "not-applicable", "return", "explain"] as const),
  ...(["facts", "points", "votes"] as const),
] as const;

/** Issues as an official reads them: errors first, units and questionnaires by their names. */
export function toldIssues(
  set: CriteriaSet,
  round: Round | undefined,
  issues: readonly Issue[],
): readonly Issue[] {
  const names = namesOfRound(set, round);
  const named = (value: Param): Param => {
    if (typeof value !== "string") return Array.isArray(value) ? value.map((one) => named(one)) : value;
    const parts = value.split(", ");
    return parts.every((part) => names.has(part)) ? parts.map((part) => names.get(part)) : value;
  };
  const told = issues.map((one) => ({
    ...one,
    params: Object.fromEntries(
      Object.entries({ unit: one.unit, ...one.params }).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, named(value)]],
      ),
    ),
  }));
  return [
    ...told.filter(({ severity }) => severity === "error"),
    ...told.filter(({ severity }) => severity !== "error"),
  ];
}

/** What did not count, of all units and questionnaires together, with the reasons in words. */
export function notCounted(set: CriteriaSet, { counts, invalid }: Tally): readonly string[] {
  const sums = new Map<string, number>();
  for (const { code, count } of [...invalid, ...counts.flatMap((own) => own.invalid)])
    sums.set(code, (sums.get(code) ?? 0) + count);
  const names = namesInRound(planOf(set, "import"), { units: [], councils: [] });
  return invalidShown(
    [...sums].map(([code, count]) => ({ code, count })),
    names,
  );
}

/** The column that says the unit: by its heading, never one with a question. */
export function unitColumnIn(labels: readonly string[], asked: ReadonlySet<number>): number {
  const plain = labels.findIndex((it) => it === "đơn vị" || it === "mã đơn vị" || it === "tên đơn vị");
  return plain >= 0
    ? plain
    : labels.findIndex((it, column) => !asked.has(column) && it.includes("đơn vị") && !it.endsWith("?"));
}

/** A questionnaire with the columns of its questions. */
export interface FormOfColumns {
  readonly id: string;
  readonly title: Questionnaire["title"];
  readonly columns: readonly { readonly column: number; readonly question: string; readonly scale: string }[];
}

/**
 * Finds the questions of a file of answer sheets, as a form service writes them over its columns: the questionnaires of
 * which a column asks something; the one that is decided, to which all questions of the file belong, undefined where
 * several ask the same words; the column that names the questionnaire of each row, negative where there is none; and
 * the columns that ask a question.
 */
export function answerColumns({ survey }: CriteriaSet, labels: readonly string[]) {
  const forms = (survey?.questionnaires ?? []).flatMap(({ id, title, questions }) => {
    const columns = questions.flatMap(({ id: question, text, scale }) => {
      const asked = folded(text.vi);
      const column = labels.findIndex(
        (it) => it === question || (it !== "" && it.replace(/^(?:câu )?\d+[.):]\s*/, "") === asked),
      );
      return column < 0 ? [] : [{ column, question, scale }];
    });
    return columns.length === 0 ? [] : [{ id, title, columns }];
  });
  const all = new Set(forms.flatMap(({ columns }) => columns.map(({ column }) => column)));
  const whole = forms.filter(({ columns }) => columns.length === all.size);
  const decided = whole.length === 1 ? whole[0] : undefined;
  const formColumn = labels.findIndex((it) => /^(?:(?:mẫu|loại|tên) )?phiếu$/.test(it));
  return { forms, decided, formColumn, asked: all };
}

/** The questionnaires by id, by title, and by what stands before the colon of the title. */
export const questionnaireNames = ({ survey }: CriteriaSet): ReadonlyMap<string, string> =>
  namesIn(
    (survey?.questionnaires ?? []).flatMap(({ id, title: { vi } }) =>
      [vi, ...vi.split(":", 1)].map((name) => [id, name] as const),
    ),
  );

/** The options of each scale, by id and by words. */
export const optionNames = ({ survey }: CriteriaSet): ReadonlyMap<string, ReadonlyMap<string, string>> =>
  new Map(
    (survey?.scales ?? []).map(({ id, options }) => [id, namesIn(options.map((it) => [it.id, it.title.vi]))]),
  );
