/**
 * The year of a round in a folder of spreadsheets: the folder is made, read again and again, and survey answers are
 * brought in. What the files say is judged by `readRoundSheets`; here they are found, opened and written. A file that a
 * person may have written in is never written again.
 */
import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { StringDecoder } from "node:string_decoder";
import type { CriteriaSet } from "./criteria-set.ts";
import { InvalidError, type Issue, issueSentenceIn } from "./issue.ts";
import { type Outstanding, outstanding, outstandingText } from "./outstanding.ts";
import { isRecord } from "./plain.ts";
import { absentUnits, type Round, type Unit } from "./round.ts";
import type { Language } from "./rule.ts";
import { parseCriteriaSet } from "./set/text.ts";
import { nearest } from "./shape.ts";
import { cellsOf, folded, isNumberCell, type ReadCell, type RowCell, writtenIn } from "./sheets/cell.ts";
import { formSheets } from "./sheets/forms.ts";
import { inOrderOfList, laidCounts, laidExplanation, laidForm, laidRound } from "./sheets/laid-form.ts";
import { readRoundSheets } from "./sheets/round-reading.ts";
import {
  answerColumns,
  type FormOfColumns,
  idOfName,
  namesIn,
  notCounted,
  optionNames,
  questionnaireNames,
  type ReadSheet,
  sheetListed,
  tableIds,
  toldIssues,
  unitColumnIn,
  unitsSheet,
} from "./sheets/round-sheets.ts";
import { tally } from "./survey/tally.ts";
import { viSheets } from "./words/vi.ts";
import { type Message, message, onScreen, said, say, type Words } from "./words/words.ts";
import { csvRows, openWorkbook, workbookBytes } from "./workbook.ts";

/** Where something is said: results on `out`, progress and what went wrong on `err`. */
export interface Desk {
  readonly language: Language;
  readonly words: Words;
  readonly out: (text: string) => unknown;
  readonly err: (text: string) => unknown;
}

/** The files of a round, by their names in its folder. */
const paths = {
  set: "bo-tieu-chi.json",
  book: "dot.xlsx",
  forms: "phieu",
  explanations: "giai-trinh",
  survey: "khao-sat",
  notes: "ghi-chu",
  round: "round.json",
  standing: "tinh-hinh.txt",
  made: ".par-index.json",
} as const;

/** The criteria file and the gathered round of a folder; undefined where it is no folder of a round. */
export function filesOfRound(folder: string): { readonly set: string; readonly round: string } | undefined {
  const [set, round] = [join(folder, paths.set), join(folder, paths.round)];
  return existsSync(set) ? { set, round } : undefined;
}

/** The folder of which a file is the gathered round, as it was written by `gather`. */
export function folderGathered(file: string): string | undefined {
  const folder = dirname(file);
  const isGathered = basename(file) === paths.round && existsSync(file);
  return isGathered && madeIn(folder).get(paths.round) === fileDigest(readFileSync(file))
    ? folder
    : undefined;
}

/** A file that cannot be used; it is said, and the rest goes on. */
interface Refused {
  readonly file: string;
  readonly why: Message;
  /** True where nothing of the round is missed by it. */
  readonly isMinor?: boolean;
}

const tell = ({ words }: Desk, { file, why, isMinor = false }: Refused): string =>
  onScreen(`${file}: ${say(words, `listing.${isMinor ? "warning" : "error"}`)}: ${said(words, why)}`);

/** Words of issues as officials know what they are about: sheets and columns. */
const onSheets = ({ words, ...desk }: Desk): Desk => ({
  ...desk,
  words: { ...words, issues: { ...words.issues, ...words.onSheets } },
});

/** Runs a verb; what the system refuses is said in words. */
export function atDesk(desk: Desk, verb: (desk: Desk) => number): number {
  try {
    return verb(onSheets(desk));
  } catch (error) {
    if (error instanceof InvalidError) {
      for (const one of error.issues) desk.err(onScreen(placedLine(desk, one, paths.set)));
      return 1;
    }
    // What the system refuses has a code; a folder in the place of a file has no path.
    if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) throw error;
    const file = String("path" in error ? error.path : error.message);
    const why = message(error.code === "ENOENT" ? "office.notThere" : "office.refused", {
      code: String(error.code),
    });
    desk.err(tell(desk, { file, why }));
    return 1;
  }
}

const fileDigest = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** What this command wrote in a folder, by file: what is still so may be written again. */
function madeIn(folder: string): Map<string, string> {
  const path = join(folder, paths.made);
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    return new Map(
      isRecord(value) ? Object.entries(value).map(([file, digest]) => [file, String(digest)]) : [],
    );
  } catch {
    return new Map();
  }
}

/** Writes the files of a folder. */
interface Writer {
  /** Writes a file that is not there yet, or that is as it was last written; what a person changed is kept. */
  readonly write: (file: string, content: string | Uint8Array) => "written" | "same" | "kept";
  readonly end: () => void;
}

function writerOf(folder: string): Writer {
  const made = madeIn(folder);
  return {
    write: (file, content) => {
      const path = join(folder, file);
      const digest = fileDigest(content);
      if (existsSync(path)) {
        const there = fileDigest(readFileSync(path));
        if (there === digest) return "same";
        if (made.get(file) !== there) return "kept";
      } else mkdirSync(join(path, ".."), { recursive: true });
      writeFileSync(path, content);
      made.set(file, digest);
      return "written";
    },
    end: () => {
      const sorted = [...made].sort(([a], [b]) => (a < b ? -1 : 1));
      writeFileSync(
        join(folder, paths.made),
        `${JSON.stringify(Object.fromEntries(sorted), undefined, 1)}\n`,
      );
    },
  };
}

/** The name of a unit's file; an id may hold a stroke. */
const fileOf = (folder: string, unit: string, extension: string): string =>
  `${folder}/${unit.replaceAll("/", "_")}.${extension}`;

/** The sheets of a workbook or the one of a CSV file; or why it cannot be read. */
function sheetsOfFile(path: string, name: string): { readonly sheets: readonly ReadSheet[] } | Refused {
  const refused = (why: Message): Refused => ({ file: name, why });
  const kind = extname(path).toLowerCase();
  if (kind === ".csv") {
    const rows = [...csvRows(textPieces(path))];
    if (rows.some((row) => row.some(isBroken))) return refused(message("office.not-utf8"));
    return { sheets: [{ name: basename(path), file: name, rows }] };
  }
  const opened = openWorkbook(readFileSync(path));
  if ("fault" in opened) return refused(message(`office.${opened.fault}`));
  return { sheets: opened.sheets.map((sheet) => ({ ...sheet, file: name })) };
}

/** A sign that could not be read as UTF-8. */
const isBroken = (text: string): boolean => text.includes("\ufffd");

/** A text file piece by piece: UTF-8, or UTF-16 where its first bytes say so. */
function* textPieces(path: string): Generator<string> {
  const file = openSync(path, "r");
  try {
    const bytes = new Uint8Array(1 << 16);
    let decoder: StringDecoder | undefined;
    while (true) {
      const length = readSync(file, bytes, 0, bytes.length, null);
      decoder ??= new StringDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf16le" : "utf8");
      const text = length === 0 ? decoder.end() : decoder.write(bytes.subarray(0, length));
      if (text !== "") yield text;
      if (length === 0) return;
    }
  } finally {
    closeSync(file);
  }
}

const isRefused = (it: object): it is Refused => "why" in it;

/** The criteria set of a folder; undefined after what is wrong with it was said. */
function setIn(desk: Desk, folder: string): CriteriaSet | undefined {
  const path = join(folder, paths.set);
  if (existsSync(path)) return parseCriteriaSet(readFileSync(path, "utf8"));
  desk.err(onScreen(say(desk.words, "office.noFolder", { folder, file: paths.set })));
  return undefined;
}

/** The workbook of a round; undefined after it was said why not. */
function bookIn(desk: Desk, folder: string): readonly ReadSheet[] | undefined {
  const path = join(folder, paths.book);
  if (!existsSync(path)) {
    desk.err(onScreen(say(desk.words, "office.noFolder", { folder, file: paths.book })));
    return undefined;
  }
  const opened = sheetsOfFile(path, paths.book);
  if (isRefused(opened)) desk.err(tell(desk, opened));
  return isRefused(opened) ? undefined : opened.sheets;
}

/** What `start` is given. */
interface Start {
  readonly set: CriteriaSet;
  /** The text of the criteria file. */
  readonly text: string;
  readonly folder: string;
  /** The list of units. */
  readonly list?: string | undefined;
}

/** Makes the folder of a round, or what it still lacks. */
export function startRound(desk: Desk, { set, text, folder, list }: Start): number {
  const setFile = join(folder, paths.set);
  if (existsSync(setFile) && readFileSync(setFile, "utf8") !== text) {
    desk.err(onScreen(say(desk.words, "office.otherSet", { folder, file: paths.set })));
    return 1;
  }
  const bookFile = join(folder, paths.book);
  const known = existsSync(bookFile) ? bookIn(desk, folder) : [];
  if (known === undefined) return 1;
  const given = list === undefined ? undefined : sheetsOfFile(list, list);
  if (given !== undefined && isRefused(given)) {
    desk.err(tell(desk, given));
    return 1;
  }
  const isNew = known.length === 0;
  const frame: ReadSheet = {
    name: viSheets.frame,
    rows: [
      [viSheets["frame.set"], set.id],
      [viSheets["frame.edition"], set.edition],
      [viSheets["frame.title.vi"], set.title.vi],
      [viSheets["frame.status"], set.status === "illustrative" ? viSheets.illustrative : viSheets.real],
    ],
  };
  const units = given === undefined ? [] : [unitsSheet(set, given.sheets)];
  const { round, issues } = readRoundSheets(set, isNew ? [frame, ...units] : known);
  const wrong = issues.filter(
    // No form is read here, so that nobody knows yet what it claims.
    ({ severity, code }) =>
      severity === "error" && code !== "self-assessment-empty" && code !== "nothing-to-accept",
  );
  const about = isNew && list !== undefined ? list : paths.book;
  for (const one of wrong) desk.err(onScreen(placedLine(desk, one, about)));
  if (round === undefined || (isNew && wrong.length > 0)) return 1;
  mkdirSync(folder, { recursive: true });
  const writer = writerOf(folder);
  writer.write(paths.set, text);
  if (isNew) writer.write(paths.book, workbookBytes(inOrderOfList(laidRound(set, round), units[0])));
  let made = 0;
  const absent = absentUnits(round.units, set.period.to);
  for (const unit of round.units) {
    if (absent.has(unit.id)) continue;
    const file = fileOf(paths.forms, unit.id, "xlsx");
    const isThere = existsSync(join(folder, file));
    // A form that nobody wrote in follows the workbook: the name of the round may have been written since.
    writer.write(file, workbookBytes(laidForm(set, { unit, round })));
    if (isThere) continue;
    made += 1;
    sayProgress(desk, made, round.units.length, file);
  }
  writer.end();
  const told = { folder, book: paths.book, forms: paths.forms, count: round.units.length, made };
  desk.out(
    onScreen(say(desk.words, round.units.length === 0 ? "office.startedEmpty" : "office.started", told)),
  );
  return 0;
}

/** Long work says how far it is. */
function sayProgress({ err, words }: Desk, at: number, of: number, file: string): void {
  if (of > 20 && (at % 25 === 0 || at === of)) err(onScreen(say(words, "office.progress", { at, of, file })));
}

/** An issue with its file and sheet; the unit is said where no file is. */
function placedLine({ words }: Desk, issue: Issue, about: string): string {
  const [first] = issue.path;
  const isPlaced = issue.cell !== undefined || (typeof first === "string" && / › |\.\w+$/.test(first));
  const place =
    isPlaced && typeof first === "string" ? (first.includes(" › ") ? first : `${about} › ${first}`) : about;
  return `${place}: ${say(words, `listing.${issue.severity}`)}: ${issueSentenceIn(issue, words)}`;
}

/** The forms of a folder. */
function formsIn(desk: Desk, folder: string, part: string, refused: Refused[]): readonly ReadSheet[] {
  const path = join(folder, part);
  const names = existsSync(path) ? readdirSync(path).sort() : [];
  const forms: ReadSheet[] = [];
  names.forEach((name, index) => {
    const file = `${part}/${name}`;
    if (name.startsWith(".") || name === "Thumbs.db") return;
    // What Excel leaves beside a workbook that is open.
    if (name.startsWith("~$")) refused.push({ file, why: message("office.lock"), isMinor: true });
    else if (statSync(join(path, name)).isDirectory())
      refused.push({ file, why: message("office.subfolder", { folder: part }) });
    else if (!/\.(?:xlsx|xlsm|xls|xlsb|ods|csv)$/i.test(name))
      refused.push({ file, why: message("office.otherKind"), isMinor: true });
    else {
      const opened = sheetsOfFile(join(path, name), file);
      if (isRefused(opened)) refused.push(opened);
      else {
        const [form, ...more] = formSheets(opened.sheets);
        if (form === undefined) refused.push({ file, why: message("office.noForm") });
        else forms.push(form);
        const others = more.map((sheet) => sheet.name);
        if (form !== undefined && others.length > 0)
          refused.push({ file, why: message("office.moreForms", { name: form.name, others }) });
      }
    }
    sayProgress(desk, index + 1, names.length, file);
  });
  return forms;
}

/** Reads a folder, writes the round, and says what is wrong, what is open and what changed. */
export function gatherRound(desk: Desk, folder: string): number {
  const set = setIn(desk, folder);
  const book = set === undefined ? undefined : bookIn(desk, folder);
  if (set === undefined || book === undefined) return 1;
  const refused: Refused[] = [];
  const survey = surveyIn(folder, refused);
  const forms = [
    ...formsIn(desk, folder, paths.forms, refused),
    ...formsIn(desk, folder, paths.explanations, refused),
  ];
  const { round, issues: all } = readRoundSheets(set, [...book, ...survey], { forms });
  // A form as it was given out is not one that was received.
  const received = new Set(round?.selfAssessments.flatMap((own) => (own.answers.length > 0 ? own.unit : [])));
  // What is accepted before the form is there waits for it.
  const waits = ({ code, unit = "" }: Issue): boolean => code === "nothing-to-accept" && !received.has(unit);
  const waiting = round === undefined ? [] : all.filter(waits);
  const issues = all.filter((one) => !waiting.includes(one));
  const missing = Object.values(viSheets).filter(
    (name) =>
      neededSheets.has(name) &&
      !book.some((it) => folded(it.name) === folded(name)) &&
      !issues.some(({ code, params }) => code === "sheet-missing" && params["expected"] === name),
  );
  const told = toldIssues(set, round, issues);
  for (const name of missing)
    desk.out(tell(desk, { file: paths.book, why: message("office.noSheet", { name }) }));
  if (set.status === "illustrative" && round?.status === "real")
    refused.push({ file: paths.book, why: message("office.notReal"), isMinor: true });
  for (const one of refused) desk.out(tell(desk, one));
  for (const line of fewOfAKind(desk, told)) desk.out(onScreen(line));
  if (round === undefined) {
    desk.err(onScreen(say(desk.words, "office.noRound", {})));
    return 1;
  }
  const open = outstanding(set, round);
  const writer = writerOf(folder);
  const before = existsSync(join(folder, paths.round)) ? jsonIn(join(folder, paths.round)) : undefined;
  const kept: string[] = [];
  const write = (file: string, content: string | Uint8Array): void => {
    if (writer.write(file, content) === "kept") kept.push(file);
  };
  write(paths.round, `${JSON.stringify(round, undefined, 1)}\n`);
  const standing = outstandingText(open, desk.language);
  const lines = told.map((it) => placedLine(desk, it, paths.book));
  const rest = lines.length === 0 ? [] : ["", say(desk.words, "office.allIssues", {}), ...lines];
  write(paths.standing, `${[standing, ...rest].map(onScreen).join("\n")}\n`);
  for (const unit of round.units) {
    const own = told.filter((it) => it.unit === unit.id && isOfForm(it));
    write(fileOf(paths.notes, unit.id, "txt"), noteText(desk, unit, own, owedBy(desk, open, unit)));
  }
  const absent = absentUnits(round.units, set.period.to);
  const silent = round.units.filter(({ id }) => !received.has(id) && !absent.has(id));
  // What was refused under the name of a unit's form was sent, but cannot be read.
  const isUnread = ({ id }: Unit): boolean =>
    refused.some(({ file }) => file === fileOf(paths.forms, id, "xlsx"));
  for (const [code, units] of [
    ["office.noForms", silent.filter((it) => !isUnread(it))],
    ["office.unreadForms", silent.filter(isUnread)],
  ] as const)
    if (units.length > 0)
      desk.out(
        onScreen(say(desk.words, code, { count: units.length, names: units.map(({ name }) => name) })),
      );
  const accepted = new Set(waiting.map(({ unit }) => unit));
  const names = round.units.flatMap(({ id, name }) => (accepted.has(id) ? [name] : []));
  if (waiting.length > 0)
    desk.out(onScreen(say(desk.words, "office.waiting", { count: waiting.length, names })));
  const explained = explanationForms(set, round, writer);
  writer.end();
  desk.out(onScreen(standing));
  for (const line of changesSince(desk, before, round)) desk.out(onScreen(line));
  if (explained > 0)
    desk.out(
      onScreen(say(desk.words, "office.explanations", { count: explained, folder: paths.explanations })),
    );
  for (const file of kept) desk.out(onScreen(say(desk.words, "office.kept", { file })));
  const minor = refused.filter(({ isMinor }) => isMinor === true).length;
  const wrong = issues.filter(({ severity }) => severity === "error").length;
  const errors = wrong + refused.length - minor + missing.length;
  const warnings = issues.length - wrong + minor;
  const counts = { units: round.units.length, forms: received.size, errors, warnings };
  const isKept = kept.includes(paths.round);
  const files = { [isKept ? "kept" : "round"]: paths.round, notes: paths.notes, standing: paths.standing };
  desk.out(onScreen(say(desk.words, "office.gathered", { ...counts, ...files })));
  return errors > 0 || isKept ? 1 : 0;
}

/** How many warnings of one kind the screen has. */
const fewest = 3;

/** The lines of issues; of many warnings of one kind that stand in no cell, the first and how many there are. */
function fewOfAKind(desk: Desk, issues: readonly Issue[]): readonly string[] {
  const seen = new Map<string, number>();
  const lines = issues.flatMap((one) => {
    const isPlain =
      one.severity === "warning" && (one.cell === undefined || one.code === "form-of-other-round");
    const count = isPlain ? (seen.get(one.code) ?? 0) + 1 : 0;
    if (isPlain) seen.set(one.code, count);
    return count > fewest ? [] : [placedLine(desk, one, paths.book)];
  });
  const more = [...seen.values()].reduce((sum, count) => sum + Math.max(0, count - fewest), 0);
  return more === 0
    ? lines
    : [...lines, say(desk.words, "office.alike", { count: more, file: paths.standing })];
}

/** Tells what a unit can mend: what stands in a form of its own. */
const isOfForm = ({ path: [first] }: Issue): boolean =>
  typeof first === "string" && [paths.forms, paths.explanations].some((it) => first.startsWith(`${it}/`));

/** What the unit itself still owes, in words; what others owe is not its matter. */
function owedBy({ language }: Desk, open: Outstanding, { id }: Unit): string | undefined {
  const units = open.units.flatMap((own) => {
    const owed = own.owed.filter(({ by }) => by === "unit");
    return own.unit === id && owed.length > 0 ? [{ ...own, owed }] : [];
  });
  return units.length === 0 ? undefined : outstandingText({ ...open, units }, language);
}

/** The sheets without which a round is not whole, even where they are empty. */
const neededSheets: ReadonlySet<string> = new Set([
  viSheets.frame,
  viSheets.units,
  viSheets.councils,
  viSheets.ledger,
  viSheets.acts,
  viSheets.statistics,
]);

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

/** The survey counts that were brought in, of each file the sheets that hold them. */
function surveyIn(folder: string, refused: Refused[]): readonly ReadSheet[] {
  const path = join(folder, paths.survey);
  const names = existsSync(path)
    ? readdirSync(path)
        .filter((it) => /^[^~.].*\.xlsx$/i.test(it))
        .sort()
    : [];
  return names.flatMap((name) => {
    const opened = sheetsOfFile(join(path, name), `${paths.survey}/${name}`);
    if (isRefused(opened)) refused.push(opened);
    return isRefused(opened) ? [] : opened.sheets;
  });
}

/** What is sent back to a unit. */
function noteText(desk: Desk, unit: Unit, issues: readonly Issue[], standing: string | undefined): string {
  const { words } = desk;
  const head = say(words, "office.note", { name: unit.name });
  const lines = issues.map((it) => `- ${placedLine(desk, it, paths.book)}`);
  const none =
    lines.length === 0
      ? [say(words, "office.noteNone", {})]
      : [say(words, "office.noteIssues", {}), ...lines];
  const open = standing === undefined ? [] : ["", standing];
  return `${[head, "", ...none, ...open].map(onScreen).join("\n")}\n`;
}

/** The forms of explanation, once the first appraisal of a council is closed. */
function explanationForms(set: CriteriaSet, round: Round, writer: Writer): number {
  const closed = new Set(round.acts.filter(({ stage }) => stage === "first").map(({ council }) => council));
  const units = new Set(
    round.councils.filter(({ id }) => closed.has(id)).flatMap((council) => council.units),
  );
  let made = 0;
  for (const unit of round.units) {
    const form = units.has(unit.id) ? laidExplanation(set, round, unit) : undefined;
    if (
      form !== undefined &&
      writer.write(fileOf(paths.explanations, unit.id, "xlsx"), workbookBytes(form)) === "written"
    )
      made += 1;
  }
  return made;
}

/** What changed since the round was gathered before, by unit. */
function changesSince({ words }: Desk, before: unknown, round: Round): readonly string[] {
  if (!isRecord(before)) return [];
  const listOf = (list: string, unit: string): readonly Readonly<Record<string, unknown>>[] =>
    sheetListed(before[list])
      .filter(isRecord)
      .filter((it) => it["unit"] === unit);
  const lines = round.units.flatMap(({ id, name }) => {
    const [former] = listOf("selfAssessments", id);
    const own = round.selfAssessments.find(({ unit }) => unit === id);
    const was = new Map(
      sheetListed(former?.["answers"])
        .filter(isRecord)
        .map((it) => [String(it["item"]), JSON.stringify(it)]),
    );
    const is = new Map((own?.answers ?? []).map((it) => [it.item, JSON.stringify(it)]));
    const items = [...new Set([...was.keys(), ...is.keys()])].filter(
      (item) => was.get(item) !== is.get(item),
    );
    const entries = round.ledger.filter(({ unit }) => unit === id).length - listOf("ledger", id).length;
    const isFirst = former === undefined && own !== undefined;
    if (former !== undefined && own === undefined)
      return [say(words, "office.changed", { name, parts: [message("office.changed.lost")] })];
    if (!isFirst && items.length === 0 && entries === 0) return [];
    const parts = [
      isFirst ? message("office.changed.form", { count: is.size }) : undefined,
      isFirst || items.length === 0 ? undefined : message("office.changed.items", { items }),
      entries > 0 ? message("office.changed.more", { count: entries }) : undefined,
      entries < 0 ? message("office.changed.fewer", { count: -entries }) : undefined,
    ];
    return [say(words, "office.changed", { name, parts })];
  });
  const asWritten: unknown = JSON.parse(JSON.stringify(round));
  const sheets = comparedLists.filter(
    (list) =>
      isRecord(asWritten) &&
      JSON.stringify(before[list === "survey" ? "tally" : list]) !==
        JSON.stringify(asWritten[list === "survey" ? "tally" : list]),
  );
  const all =
    sheets.length === 0
      ? lines
      : [...lines, say(words, "office.changedSheets", { sheets: sheets.map((list) => viSheets[list]) })];
  return all.length === 0 ? [say(words, "office.unchanged", {})] : [say(words, "office.changes", {}), ...all];
}

/** The sheets whose contents are compared with those that were gathered before; answers and opinions are told by unit. */
const comparedLists = tableIds.filter((id) => id !== "ledger");

/** Brings survey answers or counts into a folder, a file each. */
export function importSurvey(desk: Desk, folder: string, given: readonly string[]): number {
  const set = setIn(desk, folder);
  const book = set === undefined ? undefined : bookIn(desk, folder);
  if (set === undefined || book === undefined) return 1;
  const { round } = readRoundSheets(set, book);
  const units = round?.units ?? [];
  const writer = writerOf(folder);
  const results = given.map((path) => importFile(desk, { set, units, folder, path, writer }));
  writer.end();
  return results.every((it) => it) ? 0 : 1;
}

interface Import {
  readonly set: CriteriaSet;
  readonly units: readonly Unit[];
  readonly folder: string;
  readonly path: string;
  readonly writer: Writer;
}

function importFile(desk: Desk, { set, units, folder, path, writer }: Import): boolean {
  const fault = (why: Message): false => {
    desk.err(tell(desk, { file: path, why }));
    return false;
  };
  if (!existsSync(path)) return fault(message("office.notThere"));
  const batch = idOfName(basename(path, extname(path)), new Map(), "");
  const target = `${paths.survey}/${batch}.xlsx`;
  if (existsSync(join(folder, target))) return fault(message("office.importedBefore", { target }));
  const isCsv = extname(path).toLowerCase() === ".csv";
  const opened = isCsv ? undefined : sheetsOfFile(path, path);
  if (opened !== undefined && isRefused(opened)) return fault(opened.why);
  const sheet = opened?.sheets.find(({ rows }) => rows.length > 0);
  const rows: Iterator<readonly unknown[]> = (sheet === undefined ? csvRows(textPieces(path)) : sheet.rows)[
    Symbol.iterator
  ]();
  const heading: readonly unknown[] = rows.next().value ?? [];
  const labels = heading.map((_, column) => folded(cellsOf([heading], "import").at(0, column)));
  if (labels.includes(folded(viSheets.question)) && labels.includes(folded(viSheets.questionnaire))) {
    const counted = [heading, ...rest(rows)];
    const cells = cellsOf(counted, "import");
    const plain = counted.map((row, at) => row.map((_, column) => writtenCell(cells.at(at, column))));
    const [laidSheet] = laidRound(set, undefined).filter(({ name }) => name === viSheets.survey);
    if (laidSheet !== undefined) writer.write(target, workbookBytes([{ ...laidSheet, rows: plain }]));
    desk.out(
      onScreen(say(desk.words, "office.importedCounts", { file: path, rows: counted.length - 1, target })),
    );
    return true;
  }
  const { forms, decided, formColumn, asked } = answerColumns(set, labels);
  const unitColumn = unitColumnIn(labels, asked);
  if (unitColumn < 0)
    return fault(message("office.noUnitColumn", { columns: labels.filter((it) => it !== "") }));
  const questionnaires = set.survey?.questionnaires ?? [];
  if (forms.length === 0)
    return fault(message("office.noQuestions", { forms: questionnaires.map(({ title }) => title) }));
  if (decided === undefined && formColumn < 0)
    return fault(message("office.formOpen", { forms: forms.map(({ title }) => title) }));
  const wrong: string[] = [];
  const names = namesIn(units.map(({ id, name }) => [id, name.vi]));
  const options = optionNames(set);
  const formNames = questionnaireNames(set);
  const used = new Set<FormOfColumns>();
  let read = 0;
  const responses = function* (): Generator<unknown> {
    for (const row of rest(rows)) {
      read += 1;
      if (read % 5000 === 0) desk.err(onScreen(say(desk.words, "office.rows", { file: path, rows: read })));
      const cells = cellsOf([row], "import");
      const text = (column: number): string => folded(cells.at(0, column));
      if (row.every((_, column) => text(column) === "")) continue;
      if (row.some((cell, column) => column >= heading.length && cell !== "" && cell !== null))
        wrong.push(
          say(desk.words, "office.longRow", { row: read + 1, found: row.length, expected: heading.length }),
        );
      const unit = names.get(text(unitColumn));
      const at = (column: number): { row: number; column: string } => ({
        row: read + 1,
        column: labels[column] ?? "",
      });
      if (unit === undefined) {
        const meant = names.get(nearest(text(unitColumn), [...names.keys()]) ?? "");
        const near = units.find(({ id }) => id === meant)?.name;
        wrong.push(
          say(desk.words, "office.unitUnknown", {
            ...at(unitColumn),
            found: writtenIn(cells.at(0, unitColumn)),
            near,
          }),
        );
      }
      const named = text(formColumn);
      const formId = named === "" ? decided?.id : formNames.get(named);
      const form = forms.find(({ id }) => id === formId);
      if (form !== undefined) used.add(form);
      if (formId === undefined) {
        const meant = formNames.get(nearest(named, [...formNames.keys()]) ?? "");
        const near = questionnaires.find(({ id }) => id === meant)?.title;
        const found = named === "" ? "–" : writtenIn(cells.at(0, formColumn));
        wrong.push(say(desk.words, "office.formUnknown", { ...at(formColumn), found, near }));
      }
      const answers = [...asked].flatMap((column) => {
        if (text(column) === "" || formId === undefined) return [];
        const { question, scale } = form?.columns.find((own) => own.column === column) ?? {};
        if (question === undefined || scale === undefined) {
          const title = questionnaires.find(({ id }) => id === formId)?.title;
          wrong.push(say(desk.words, "office.otherForm", { ...at(column), form: title ?? formId }));
          return [];
        }
        const option = options.get(scale)?.get(text(column));
        if (option === undefined)
          wrong.push(
            say(desk.words, "office.optionUnknown", { ...at(column), found: writtenIn(cells.at(0, column)) }),
          );
        return [{ question, option: option ?? text(column) }];
      });
      const questionnaire = formId ?? named;
      yield { unit: unit ?? writtenIn(cells.at(0, unitColumn)), questionnaire, answers };
    }
  };
  const counted = tally(set, responses(), { batch });
  const valid = counted.counts.reduce((total, { forms }) => total + forms, 0);
  const unused = labels.filter(
    (it, at) => it !== "" && at !== unitColumn && at !== formColumn && !asked.has(at),
  );
  if (unused.length > 0)
    desk.out(
      tell(desk, { file: path, why: message("office.unknownColumns", { columns: unused }), isMinor: true }),
    );
  for (const line of wrong.slice(0, 20)) desk.out(onScreen(`${path}: ${line}`));
  if (wrong.length > 20)
    desk.out(onScreen(say(desk.words, "office.moreWrong", { file: path, count: wrong.length - 20 })));
  const parts = notCounted(set, counted);
  if (parts.length > 0)
    desk.out(tell(desk, { file: path, why: message("office.invalid", { parts }), isMinor: true }));
  if (valid === 0) return fault(message("office.noValid"));
  writer.write(target, workbookBytes(laidCounts(set, units, counted)));
  desk.out(
    onScreen(
      say(desk.words, "office.imported", {
        ...{ file: path, rows: read, valid, target },
        form: [...used].map(({ title }) => title),
      }),
    ),
  );
  return wrong.length === 0;
}

const writtenCell = (cell: ReadCell): RowCell =>
  cell === null ? null : isNumberCell(cell) ? cell.number : writtenIn(cell);

function* rest(rows: Iterator<readonly unknown[]>): Generator<readonly unknown[]> {
  for (let next = rows.next(); next.done !== true; next = rows.next()) yield next.value;
}
