#!/usr/bin/env node
/**
 * The command `par-index`: reads files, calls the library, prints what it says; how it is called, and what is said to
 * whoever called it wrongly. Nothing is decided here. It ends with 0, with 1 where data has errors, with 2 where it
 * was called wrongly, and `verify` with 3 where a record holds as far as it was checked.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { assess } from "./assess.ts";
import { compare } from "./audit/compare.ts";
import { changesOf, changesText, differenceText } from "./audit/difference-text.ts";
import { rankIntervals, rankIntervalsText } from "./audit/intervals.ts";
import { seal } from "./audit/record.ts";
import type { InclusionProof, SealedRecord } from "./audit/record-shape.ts";
import { auditTable } from "./audit/table.ts";
import { verificationText } from "./audit/verification-text.ts";
import { type Conclusion, verify } from "./audit/verify.ts";
import { criteriaSet, criteriaSetIds } from "./criteria.ts";
import type { CriteriaSet } from "./criteria-set.ts";
import { explain, explainableNames } from "./explain/explanation.ts";
import { explanationText } from "./explain/explanation-text.ts";
import { hasErrors, InvalidError, type Issue } from "./issue.ts";
import { compareRankings, movementText, type RankingMovement } from "./movement.ts";
import {
  atDesk,
  type Desk,
  filesOfRound,
  folderGathered,
  gatherRound,
  importSurvey,
  startRound,
} from "./office.ts";
import { outstanding, outstandingText } from "./outstanding.ts";
import { planOf } from "./plan.ts";
import { diffCriteriaSets, diffText } from "./print/difference.ts";
import { issueListing, type ListingOptions } from "./print/listing.ts";
import { criteriaTable } from "./print/table.ts";
import { startRepl } from "./repl.ts";
import { annexHtml, annexSheets } from "./report/annex.ts";
import { checkRound, judgeRound } from "./round/read.ts";
import type { Round, Unit } from "./round.ts";
import type { Language } from "./rule.ts";
import { checkFramework } from "./set/head.ts";
import { checkCriteriaText, parseCriteriaSet, readJsonText } from "./set/text.ts";
import { nearest } from "./shape.ts";
import { rankingRows, rowsText, scoreRows } from "./sheets/tables.ts";
import { enWords as en } from "./words/en.ts";
import { viWords as vi } from "./words/vi.ts";
import {
  laidOut,
  languages,
  type Message,
  message,
  onScreen,
  said,
  say,
  textIn,
  type Words,
} from "./words/words.ts";
import { type RecordsTask, resultWorkbook, writeRecords, writeReport } from "./workbook.ts";

const commandWords: Readonly<Record<Language, Words>> = { vi, en };

/**
 * How `verify` ends: 0 where the record holds, was held against set and round, and everything given was checked; 3 where
 * it holds as far as it was checked; else 1.
 */
const verifiedExit: Readonly<Partial<Record<Conclusion, number>>> = { right: 0, partly: 3 };

type Verb = (given: readonly string[], language: Language) => number;

const verbs: Readonly<Record<string, Verb>> = {
  check: (given, language) => {
    const { names, options } = optionsOf(given, {
      "--table": "",
      "--to": "FILE",
      "--framework": "FRAMEWORK",
      "--set": "SET",
    });
    const to = options["--to"];
    if (to !== undefined && !/\.(?:html|xlsx)$/i.test(to))
      throw new WrongCall(message("command.tableKind", { file: to }));
    const against = options["--set"] === undefined ? undefined : setOf(options["--set"], language);
    const framework =
      options["--framework"] === undefined ? undefined : setOf(options["--framework"], language);
    if ((options["--set"] && !against) || (options["--framework"] && !framework)) return 1;
    const files = wordsTaken(
      names,
      against === undefined ? ["FILE"] : ["ROUND"],
      to === undefined ? Number.POSITIVE_INFINITY : 1,
    );
    const results = files.map((file) => {
      const text = fileText(file);
      const issues = against === undefined ? issuesOf(text, framework) : issuesOfRound(text, against);
      const isTable = (options["--table"] ?? to) !== undefined && against === undefined && !hasErrors(issues);
      list(issues, { file, text, language }, isTable ? process.stderr : process.stdout);
      if (isTable) giveTable(parseCriteriaSet(text), to, language);
      return hasErrors(issues) ? 1 : 0;
    });
    return Math.max(...results);
  },
  score: (given, language) => {
    const [file = "", roundFile = "", id] = wordsTaken(given, ["SET", "ROUND"], 3);
    const set = setOf(file, language);
    const read = set === undefined ? undefined : roundOf(roundFile, set, language);
    if (set === undefined || read === undefined) return 1;
    const { units } = read.round;
    const unit = id === undefined ? undefined : roundUnit(read.round, id);
    const { scores, rankings } = assess(set, read.round);
    const score = scores.find((it) => it.unit === id);
    const notesOf = (result: Finality | undefined): readonly string[] => [
      aboutOf(set, read.round, language),
      ...finality(result, commandWords[language]),
    ];
    const options = { language, rounding: set.policies.rounding };
    if (unit === undefined) {
      const tables = rankings.map((ranking) => {
        const group = set.groups.find(({ id }) => id === ranking.group);
        const title = group === undefined ? ranking.group : textIn(commandWords[language], group.title);
        return rowsText(
          { title, notes: notesOf(ranking) },
          rankingRows(set, ranking, { units, scores, language }),
          options,
        );
      });
      print(tables.join("\n\n"));
    } else if (score === undefined) print(explanationText(explain(set, read.round, unit.id), language));
    else {
      const title = `${textIn(commandWords[language], unit.name)} (${unit.id})`;
      print(rowsText({ title, notes: notesOf(score) }, scoreRows(set, score, { language }), options));
      print(lastSentence(explanationText(explain(set, read.round, unit.id, "index"), language)));
    }
    if (read.warnings > 0) {
      const told = { set: file, round: roundFile, count: read.warnings };
      process.stderr.write(onScreen(`${say(commandWords[language], "command.warnings", told)}\n`));
    }
    return read.exit;
  },
  explain: (given, language) => {
    const [file = "", roundFile = "", unit = "", item] = wordsTaken(given, ["SET", "ROUND", "UNIT"], 4);
    const set = setOf(file, language);
    const read = set === undefined ? undefined : roundOf(roundFile, set, language);
    if (set === undefined || read === undefined) return 1;
    roundUnit(read.round, unit);
    const explanation = known(
      () => explain(set, read.round, unit, item),
      () => unknownItem(item ?? "", set),
    );
    print(explanationText(explanation, language));
    return read.exit;
  },
  report: (given, language) => {
    const { names, options } = optionsOf(given, {
      "--public": "",
      "--before": "BEFORE",
      "--before-set": "SET",
      "--to": "FOLDER",
    });
    const [file = "", roundFile = "", ...units] = wordsTaken(
      names,
      ["SET", "ROUND"],
      Number.POSITIVE_INFINITY,
    );
    const set = setOf(file, language);
    const read = set === undefined ? undefined : roundOf(roundFile, set, language);
    if (set === undefined || read === undefined || read.exit > 0) return 1;
    for (const unit of units) roundUnit(read.round, unit);
    const former = options["--before"];
    const formerSet = options["--before-set"] === undefined ? set : setOf(options["--before-set"], language);
    const before =
      former === undefined || formerSet === undefined ? undefined : roundOf(former, formerSet, language);
    if (formerSet === undefined || (former !== undefined && before === undefined)) return 1;
    const told = writeReport(set, read.round, {
      ...{
        language,
        words: commandWords[language],
        progress,
        units,
        folder: options["--to"] ?? join(dirname(roundFile), "ket-qua"),
      },
      before: before && assess(formerSet, before.round),
      audience: options["--public"] === undefined ? "council" : "public",
    });
    print(lines(told));
    return 0;
  },
  outstanding: (given, language) => {
    const [file = "", roundFile = ""] = wordsTaken(given, ["SET", "ROUND"], 2);
    const set = setOf(file, language);
    const read = set === undefined ? undefined : roundOf(roundFile, set, language);
    if (set === undefined || read === undefined) return 1;
    print(
      underItsRound(
        { set, round: read.round },
        language,
        outstandingText(outstanding(set, read.round), language),
      ),
    );
    return read.exit;
  },
  seal: (given, language) => {
    const { names, options } = optionsOf(given, { "--group": "GROUP", "--to": "FOLDER" });
    const { "--group": group, "--to": to } = options;
    if (to !== undefined && group === undefined) throw missing("GROUP");
    const parts: readonly CallPart[] = ["SET", "ROUND", ...(group === undefined ? ["UNIT" as const] : [])];
    const [file = "", roundFile = "", unit = ""] = wordsTaken(names, parts, parts.length);
    const set = setOf(file, language);
    const read = set === undefined ? undefined : roundOf(roundFile, set, language);
    if (set === undefined || read === undefined) return 1;
    const folder = to ?? join(dirname(roundFile), "ban-ghi");
    const words = commandWords[language];
    if (group !== undefined) return sealGroup(set, read.round, group, { words, progress, folder });
    const { id } = roundUnit(read.round, unit);
    // What is wrong is on the error stream already; it stops the record only of the unit that it is about.
    const record = sealedUnless(() => seal(set, read.round, { unit: id }));
    if (record === undefined) return 1;
    print(JSON.stringify(record, undefined, 2));
    return 0;
  },
  diff: (given, language) => {
    const [before, after] = wordsTaken(given, ["BEFORE", "AFTER"], 2).map((name) => setOf(name, language));
    if (before === undefined || after === undefined) return 1;
    print(diffText(diffCriteriaSets(before, after), language));
    return 0;
  },
  verify: (given, language) => {
    const { names, options } = optionsOf(given, {
      "--digest": "DIGEST",
      "--root": "DIGEST",
      "--proof": "PROOF",
    });
    const [recordFile = "", setFile, roundFile] = wordsTaken(names, ["RECORD"], 3);
    const record = jsonOf(recordFile, language);
    const set = setFile === undefined ? undefined : setOf(setFile, language);
    const read = roundFile === undefined || set === undefined ? undefined : roundOf(roundFile, set, language);
    const { "--digest": digest, "--root": root, "--proof": proofFile } = options;
    const proof = proofFile === undefined ? undefined : jsonOf(proofFile, language);
    if (record === undefined || (setFile && !set) || (roundFile && !read)) return 1;
    if (proofFile !== undefined && proof === undefined) return 1;
    const answer = known(
      () => verify(record, { set, round: read?.round, digest, root, proof: proof as InclusionProof }),
      () => new WrongCall(message("command.noDigest")),
    );
    print(lines(verificationText(answer, language)));
    return verifiedExit[answer.conclusion] ?? 1;
  },
  compare: (given, language) => {
    const { names, options } = optionsOf(given, {
      "--without": "DECISION",
      "--before": "BEFORE",
      "--before-set": "SET",
    });
    const { "--without": without, "--before": formerFile, "--before-set": formerName } = options;
    const isOfTwo = without === undefined && formerFile === undefined;
    const [file = "", roundFile = "", one, other] = wordsTaken(
      names,
      isOfTwo ? ["SET", "ROUND", "UNIT", "UNIT"] : ["SET", "ROUND"],
      isOfTwo ? 4 : 3,
    );
    const set = setOf(file, language);
    const read = set === undefined ? undefined : roundOf(roundFile, set, language);
    const formerSet = formerName === undefined ? set : setOf(formerName, language);
    if (set === undefined || formerSet === undefined || read === undefined) return 1;
    const former = formerFile === undefined ? read : roundOf(formerFile, formerSet, language);
    if (former === undefined) return 1;
    const before = { set: formerSet, round: withoutDecision(former.round, without) };
    const after = { set, round: read.round };
    const unit = one === undefined ? undefined : roundUnit(read.round, one).id;
    if (unit === undefined) print(underItsRound(after, language, movementTexts(before, after, language)));
    else {
      const asked = other === undefined ? unit : roundUnit(read.round, other).id;
      const difference = compare({ ...before, unit: asked }, { ...after, unit });
      print(
        underItsRound(
          { ...after, units: [asked, unit] },
          language,
          differenceText(difference, language, { most: 10 }),
        ),
      );
    }
    return Math.max(read.exit, former.exit);
  },
  changes: (given, language) => {
    const [file = "", roundFile = "", unit = ""] = wordsTaken(given, ["SET", "ROUND", "UNIT"], 3);
    const set = setOf(file, language);
    const read = set === undefined ? undefined : roundOf(roundFile, set, language);
    if (set === undefined || read === undefined) return 1;
    const changed = changesOf(set, read.round, roundUnit(read.round, unit).id);
    print(
      underItsRound(
        { set, round: read.round, units: [changed.unit] },
        language,
        changesText(changed, language),
      ),
    );
    return read.exit;
  },
  intervals: (given, language) => {
    const [file = "", roundFile = ""] = wordsTaken(given, ["SET", "ROUND"], 2);
    const set = setOf(file, language);
    const read = set === undefined ? undefined : roundOf(roundFile, set, language);
    if (set === undefined || read === undefined) return 1;
    const words = commandWords[language];
    const intervals = rankIntervals(set, read.round, {
      onProgress: (drawn, of) => progress(say(words, "command.drawn", { drawn, of })),
    });
    progress();
    print(underItsRound({ set, round: read.round }, language, rankIntervalsText(intervals, language)));
    return read.exit;
  },
  audit: (given, language) => {
    const [file = "", tableFile = ""] = wordsTaken(given, ["SET", "TABLE"], 2);
    const set = setOf(file, language);
    const table = set === undefined ? undefined : jsonOf(tableFile, language);
    if (set === undefined || table === undefined) return 1;
    const { issues } = auditTable(set, table);
    list(issues, { file: tableFile, text: fileText(tableFile), language }, process.stdout);
    return hasErrors(issues) ? 1 : 0;
  },
  start: (given, language) =>
    officeVerb(language, (desk) => {
      const [name = "", ...more] = wordsTaken(given, ["SET", "FOLDER"], 3);
      const [folder = "", list] = [...more].reverse();
      const set = setOf(name, language);
      if (set === undefined) return 1;
      const text = existsSync(name) ? fileText(name) : `${JSON.stringify(set, undefined, 2)}\n`;
      return startRound(desk, { set, text, folder, list });
    }),
  gather: (given, language) =>
    officeVerb(language, (desk) => {
      const [folder = ""] = wordsTaken(given, ["FOLDER"], 1);
      return gatherRound(desk, folder);
    }),
  import: (given, language) =>
    officeVerb(language, (desk) => {
      const [folder = "", ...files] = wordsTaken(given, ["FOLDER", "FILE"], Number.POSITIVE_INFINITY);
      return importSurvey(desk, folder, files);
    }),
  repl: (given, language) => {
    const [file, roundFile = ""] = wordsTaken(given, given.length === 1 ? ["SET", "ROUND"] : [], 2);
    if (file === undefined) {
      void startRepl(language);
      return 0;
    }
    const set = setOf(file, language);
    const read = set === undefined ? undefined : roundOf(roundFile, set, language);
    if (set === undefined || read === undefined) return 1;
    void startRepl(language, { set, round: read.round });
    return 0;
  },
};

/** A round with its set. */
interface Judged {
  readonly set: CriteriaSet;
  readonly round: Round;
}

/** A round without the corrections of a decision. Throws WrongCall where no correction names it. */
function withoutDecision(round: Round, number: string | undefined): Round {
  if (number === undefined) return round;
  const ledger = round.ledger.filter(({ decision }) => decision?.number !== number);
  if (ledger.length < round.ledger.length) return { ...round, ledger };
  const numbers = round.ledger.flatMap(({ decision }) => decision?.number ?? []);
  throw unknown("decision", number, [...new Set(numbers)]);
}

/** The rankings of two rounds side by side, group by group. */
function movementTexts(before: Judged, after: Judged, language: Language): string {
  const words = commandWords[language];
  const [old, now] = [before, after].map(({ set, round }) => assess(set, round).rankings);
  const units = [...before.round.units, ...after.round.units];
  const movements = compareRankings(old ?? [], now ?? [], { units: after.round.units });
  const groups = [...before.set.groups, ...after.set.groups];
  const titleOf = ({ group = "" }: RankingMovement): string =>
    textIn(words, groups.findLast(({ id }) => id === group)?.title ?? { vi: group });
  return movements.map((one) => `${titleOf(one)}\n${movementText(one, language, { units })}`).join("\n\n");
}

/** Prints the table of a set, or writes it as a page or a workbook. */
function giveTable(set: CriteriaSet, to: string | undefined, language: Language): void {
  if (to === undefined) {
    print(criteriaTable(set, language));
    return;
  }
  const isPage = to.toLowerCase().endsWith(".html");
  writeFileSync(to, isPage ? annexHtml(set, language) : resultWorkbook(annexSheets(set, language)));
  print(say(commandWords[language], "command.tableWritten", { file: to }));
}

/** Seals a group into a folder; what is wrong is on the error stream already. */
function sealGroup(set: CriteriaSet, round: Round, group: string, task: RecordsTask): number {
  const groups = set.groups.map(({ id }) => id);
  if (!groups.includes(group)) throw unknown("group", group, groups);
  const record = sealedUnless(() => seal(set, round, { group }));
  if (record !== undefined) print(lines(writeRecords(record, task)));
  return record === undefined ? 1 : 0;
}

/** A verb on the folder of a round. */
function officeVerb(language: Language, run: (desk: Desk) => number): number {
  const words = commandWords[language];
  const err = (text: string): boolean => process.stderr.write(`${text}\n`);
  return atDesk({ language, words, out: print, err }, run);
}

/** Every issue of a criteria file, and of how it fills a framework. */
function issuesOf(text: string, framework: CriteriaSet | undefined): readonly Issue[] {
  const issues = checkCriteriaText(text);
  if (framework === undefined || hasErrors(issues)) return issues;
  return [...issues, ...checkFramework(parseCriteriaSet(text), framework)];
}

function issuesOfRound(text: string, set: CriteriaSet): readonly Issue[] {
  const { value, issues } = readJsonText(text);
  return value === undefined ? issues : [...issues, ...checkRound(set, value)];
}

/** A set from a file, or one that is shipped, with its edition where that is named: `hoa-lam/department/2026.1`. */
function setOf(name: string, language: Language): CriteriaSet | undefined {
  const [, id = name, edition] = /^(.*)\.(\d+)$/.exec(name) ?? [];
  if (criteriaSetIds.includes(id))
    return known(
      () => criteriaSet(id, edition === undefined ? {} : { edition: Number(edition) }),
      () => unknown("set", name, criteriaSetIds),
    );
  const text = fileText(name, criteriaSetIds);
  try {
    return parseCriteriaSet(text);
  } catch (error) {
    if (!(error instanceof InvalidError)) throw error;
    list(error.issues, { file: name, text, language }, process.stderr);
    return undefined;
  }
}

/** A round, whose errors were listed; undefined where its frame cannot be used. */
function roundOf(
  file: string,
  set: CriteriaSet,
  language: Language,
): { readonly round: Round; readonly exit: number; readonly warnings: number } | undefined {
  const text = fileText(file);
  const { value, issues } = readJsonText(text);
  const judged = value === undefined ? undefined : judgeRound(set, value);
  const all = [...issues, ...(judged?.issues ?? [])];
  const folder = folderGathered(file);
  if (hasErrors(all) && folder !== undefined) {
    const count = all.filter(({ severity }) => severity === "error").length;
    const told = say(commandWords[language], "office.gatherAgain", { round: file, count, folder });
    process.stderr.write(onScreen(`${told}\n`));
  } else if (hasErrors(all)) list(all, { file, text, language, errorsOnly: true }, process.stderr);
  if (judged === undefined || judged.fatal) return undefined;
  const warnings = all.filter(({ severity }) => severity === "warning").length;
  return { round: judged.round, exit: hasErrors(all) ? 1 : 0, warnings };
}

function jsonOf(file: string, language: Language): unknown {
  const text = fileText(file);
  const { value, issues } = readJsonText(text);
  if (hasErrors(issues)) list(issues, { file, text, language }, process.stderr);
  return hasErrors(issues) ? undefined : value;
}

/** The text of a file; where it cannot be read, one of the ids may have been meant. */
function fileText(file: string, ids: readonly string[] = []): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw unreadableFile(file, error instanceof Error && "code" in error ? String(error.code) : "", ids);
  }
}

/** The unit of that id. Throws WrongCall where the round has none. */
function roundUnit({ units }: Round, id: string): Unit {
  const unit = units.find((it) => it.id === id);
  if (unit !== undefined) return unit;
  throw unknown(
    "unit",
    id,
    units.map((it) => it.id),
  );
}

/** By which set, and whether the data is real. */
function aboutOf({ title }: CriteriaSet, { status }: Round, language: Language): string {
  const data = status === "real" ? [] : [say(commandWords[language], "explanation.illustrativeData")];
  return [textIn(commandWords[language], title), ...data].join("; ");
}

/** What says how final a result is: of a ranking, whether units are missing from it too. */
interface Finality {
  readonly approved: boolean;
  readonly complete?: boolean;
}

const finality = (result: Finality | undefined, words: Words): readonly string[] => [
  ...(result?.approved === false ? [say(words, "command.notApproved")] : []),
  ...(result?.complete === false ? [say(words, "report.incomplete")] : []),
];

/** What is told of a round, or of some of its units, under whose it is and how final their results are. */
function underItsRound({ set, round, units }: Told, language: Language, text: string): string {
  const words = commandWords[language];
  const groups = new Set(
    round.units.flatMap(({ id, group }) => (units?.includes(id) === false ? [] : [group])),
  );
  const about = assess(set, round).rankings.filter(({ group }) => groups.has(group));
  const open = about.filter(({ approved }) => !approved);
  const notes = finality({ approved: open.length === 0 }, words);
  const titles = open.flatMap(({ group }) => set.groups.find(({ id }) => id === group)?.title ?? []);
  const whose =
    open.length < about.length ? ` (${titles.map((title) => textIn(words, title)).join(", ")})` : "";
  const sentences = [
    textIn(words, round.title),
    aboutOf(set, round, language),
    ...notes.map((note) => note.replace(/\.$/, whose)),
  ];
  return `${lines(sentences.map((part) => part.replace(/\.?$/, ".")).join(" "))}\n\n${text}`;
}

/** A round, and of which of its units something is told; absent: of all. */
interface Told extends Judged {
  readonly units?: readonly string[];
}

/** What a call gives; where it has no such id, what was called wrongly. */
function known<T>(call: () => T, wrong: () => WrongCall): T {
  try {
    return call();
  } catch (error) {
    throw error instanceof RangeError ? wrong() : error;
  }
}

const list = (
  issues: readonly Issue[],
  { language, ...options }: ListingOptions & { readonly language: Language },
  stream: NodeJS.WriteStream,
): boolean => stream.write(`${onScreen(issueListing(issues, language, options))}\n`);

/** Says on the error stream how far long work is, in one line that the next takes the place of; without words: that it ended. */
function progress(text?: string): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(text === undefined ? "\r\u001b[K" : `\r\u001b[K${onScreen(text)}`);
}

function sealedUnless<R extends SealedRecord>(make: () => R): R | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof InvalidError) return undefined;
    throw error;
  }
}

/** Sentences, each in lines of 100 columns. */
const lines = (text: string): string =>
  laidOut(
    text.split("\n").map((one) => ({ level: 0, text: one })),
    {},
  );

/** What an explanation says below its head. */
const lastSentence = (text: string): string => text.split(/\n(?! )/).at(-1) ?? "";

const print = (text: string): boolean => process.stdout.write(`${onScreen(text)}\n`);

/** The ways to call the command. */
const usageIn = (words: Words): string =>
  say(words, "command.usage", { sets: criteriaSetIds }).replace(/^\S.{100,}$/gmu, lines);

/** The parts of a call, as the usage names them. */
type CallPart =
  | "COMMAND"
  | "FILE"
  | "FRAMEWORK"
  | "SET"
  | "ROUND"
  | "UNIT"
  | "GROUP"
  | "RECORD"
  | "BEFORE"
  | "AFTER"
  | "FOLDER"
  | "DECISION"
  | "DIGEST"
  | "PROOF"
  | "TABLE";

/** What a name may be of. */
type AskedKind = "command" | "option" | "set" | "unit" | "group" | "decision";

/** Why a file cannot be read, by the code of the system. */
const whyUnreadable: Readonly<Record<string, Message>> = {
  ENOENT: message("command.unreadable.ENOENT"),
  EISDIR: message("command.unreadable.EISDIR"),
  EACCES: message("command.unreadable.EACCES"),
};

/** A wrong call, which whoever made it can put right. */
class WrongCall extends Error {
  readonly said: Message;
  /** True where the call is not of a form that the usage has. */
  readonly needsUsage: boolean;
  /** What could have been asked. */
  readonly askable: readonly string[];

  constructor(words: Message, needsUsage = false, askable: readonly string[] = []) {
    super(words.code);
    this.said = words;
    this.needsUsage = needsUsage;
    this.askable = askable;
  }
}

/** Parts of the call are missing. */
const missing = (...parts: readonly CallPart[]): WrongCall =>
  new WrongCall(
    message("command.missing", { parts: parts.map((part) => message(`command.part.${part}`)) }),
    true,
  );

/** A name that nothing has, with those that may have been meant. */
const unknown = (kind: AskedKind, name: string, known: readonly string[]): WrongCall =>
  new WrongCall(message(`command.unknown.${kind}`, { name, meant: perhapsMeant(name, known) }));

/** An item that the set does not have, with those that it has. */
function unknownItem(name: string, set: CriteriaSet): WrongCall {
  const names = explainableNames(planOf(set, "explain"), "item, line or source");
  const said = message("command.unknown.item", { name, meant: perhapsMeant(name, names) });
  return new WrongCall(said, false, names);
}

/** A file that cannot be read; where a name of something else could stand, with what may have been meant. */
const unreadableFile = (file: string, code: string, known: readonly string[]): WrongCall =>
  new WrongCall(
    message("command.unreadable", {
      file,
      reason: whyUnreadable[code] ?? code,
      meant: perhapsMeant(file, known),
    }),
  );

/** The names that end with what was typed, or else the one that is spelt most like it. */
function perhapsMeant(name: string, known: readonly string[]): Message | undefined {
  const ends = known.filter((it) => name.length > 2 && it.endsWith(name));
  const [first, second, third] = ends.length > 0 ? ends : [nearest(name, known)];
  return first === undefined ? undefined : message("command.meant", { first, second, third });
}

/** Parts options from the rest; those that `known` names a part for are followed by it. */
function optionsOf(
  given: readonly string[],
  known: Readonly<Record<string, CallPart | "">>,
): { readonly names: readonly string[]; readonly options: Readonly<Record<string, string>> } {
  const names: string[] = [];
  const options: Record<string, string> = {};
  for (let at = 0; at < given.length; at++) {
    const word = given[at] ?? "";
    const part = Object.hasOwn(known, word) ? known[word] : undefined;
    if (!word.startsWith("--")) names.push(word);
    else if (part === undefined) throw unknown("option", word, Object.keys(known));
    else if (part === "") options[word] = "";
    else {
      const value = given[++at];
      if (value === undefined) throw missing(part);
      options[word] = value;
    }
  }
  return { names, options };
}

/** The words of a call, which has these parts and at most so many. */
function wordsTaken(given: readonly string[], needed: readonly CallPart[], most: number): readonly string[] {
  const { names } = optionsOf(given, {});
  if (names.length < needed.length) throw missing(...needed.slice(names.length));
  const more = names[most];
  if (more !== undefined) throw new WrongCall(message("command.tooMuch", { more }), true);
  return names;
}

/** The verbs that take a set and a round; the folder of a gathered round stands for both. */
const takesRound: ReadonlySet<string> = new Set(
  "score explain report outstanding seal compare changes intervals repl".split(" "),
);

/** The words of a call, with the files of a round's folder in place of the folder. */
function filesNamed(given: readonly string[]): readonly string[] {
  return given.flatMap((word, at) => {
    const isFirst = !given.slice(0, at).some((it) => filesOfRound(it) !== undefined);
    const own = isFirst && !word.startsWith("--") ? filesOfRound(word) : undefined;
    if (own === undefined) return [word];
    if (!existsSync(own.round)) throw new WrongCall(message("command.notGathered", { folder: word }));
    return [own.set, own.round];
  });
}

/** How one verb is called: a page of its own, or its lines of the usage. */
function helpOf(verb: string, words: Words): string {
  if (verb === "start" || verb === "gather" || verb === "import") return say(words, `office.help-${verb}`);
  const calls = usageIn(words)
    .split(/^ {2}(?=par-index )/m)
    .filter((call) => call.startsWith(`par-index ${verb} `));
  return calls.map((call) => call.replace(/\n(?! ).*$/s, "").trimEnd()).join("\n");
}

function main(given: readonly string[]): number {
  const language = languages.findLast((code) => given.includes(`--${code}`)) ?? "vi";
  const [verb = "", ...rest] = given.filter((it) => !languages.some((code) => it === `--${code}`));
  try {
    if (verb === "--help" || verb === "help") {
      print(usageIn(commandWords[language]));
      return 0;
    }
    if (verb === "") throw missing("COMMAND");
    const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (run === undefined) throw unknown("command", verb, Object.keys(verbs));
    if (rest.includes("--help")) {
      print(helpOf(verb, commandWords[language]));
      return 0;
    }
    return run(takesRound.has(verb) ? filesNamed(rest) : rest, language);
  } catch (error) {
    if (!(error instanceof WrongCall)) throw error;
    const words = commandWords[language];
    const names = error.askable;
    const asked = names.length === 0 ? "" : `${lines(say(words, "command.askable", { names }))}\n`;
    const help = error.needsUsage ? `\n${usageIn(words)}\n` : asked;
    process.stderr.write(onScreen(`par-index: ${said(words, error.said)}\n${help}`));
    return 2;
  }
}

// A reader like head may have seen enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

// Not process.exit: what was written must still reach a pipe.
process.exitCode = main(process.argv.slice(2));
