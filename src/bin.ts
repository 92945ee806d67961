#!/usr/bin/env node
/**
 * The command `par-index`: reads files, calls the library, prints what it says. Nothing is decided here. It ends with 0,
 * with 1 where data has errors, and with 2 where it was called wrongly.
 */
import { readFileSync } from "node:fs";
import { assess } from "./assess.ts";
import { isSound, verificationText } from "./audit/verification-text.ts";
import { verify } from "./audit/verify.ts";
import { criteriaSet, criteriaSetIds } from "./criteria.ts";
import type { CriteriaSet } from "./criteria-set.ts";
import { explain } from "./explain/explanation.ts";
import { explanationText } from "./explain/explanation-text.ts";
import { hasErrors, InvalidError, type Issue } from "./issue.ts";
import { checkRound, judgeRound } from "./round/round-read.ts";
import type { Round } from "./round.ts";
import { rankingRows, scoreRows } from "./rows/results.ts";
import { rowsText } from "./rows/text.ts";
import type { Language } from "./rule.ts";
import { wordsOf } from "./rules/words.ts";
import { diffCriteriaSets } from "./set/criteria-diff.ts";
import { diffText } from "./set/criteria-diff-text.ts";
import { criteriaTable } from "./set/criteria-table.ts";
import { checkCriteriaText, parseCriteriaSet } from "./set/criteria-text.ts";
import { checkFramework } from "./set/framework.ts";
import { issueListing } from "./set/issue-listing.ts";
import { readJsonText } from "./set/json-text.ts";

const ids = criteriaSetIds.join(", ");
const usage = {
  vi: `Cách dùng:
  par-index check TỆP…                    kiểm tra tệp bộ tiêu chí
  par-index check --table TỆP…            in bộ tiêu chí thành bảng để rà soát với phụ lục
  par-index check --framework KHUNG TỆP…  kiểm tra tệp có đúng với khung không
  par-index check --set BỘ ĐỢT…           kiểm tra tệp đợt đánh giá theo bộ tiêu chí
  par-index score BỘ ĐỢT [ĐƠN_VỊ]         chấm điểm, xếp hạng; hoặc bảng điểm của một đơn vị
  par-index explain BỘ ĐỢT ĐƠN_VỊ [MỤC]   diễn giải điểm của đơn vị, hoặc của một mục
  par-index diff TRƯỚC SAU                so sánh hai bộ tiêu chí
  par-index verify BẢN [BỘ] [ĐỢT]         kiểm chứng bản kết quả niêm phong
BỘ là tệp bộ tiêu chí, hoặc mã có sẵn: ${ids}.
Thêm --en để in bằng tiếng Anh.`,
  en: `Usage:
  par-index check FILE…                        check criteria files
  par-index check --table FILE…                print the set as the table to proof-read against the annex
  par-index check --framework FRAMEWORK FILE…  check that the file fills the framework
  par-index check --set SET ROUND…             check files of a round against the criteria set
  par-index score SET ROUND [UNIT]             score and rank; or the score sheet of one unit
  par-index explain SET ROUND UNIT [ITEM]      explain the score of a unit, or of one item
  par-index diff BEFORE AFTER                  compare two criteria sets
  par-index verify RECORD [SET] [ROUND]        verify a sealed record
SET is a criteria file, or the id of a shipped set: ${ids}.
Without --en the output is Vietnamese.`,
};

type Verb = (given: readonly string[], language: Language) => number;

const verbs: Readonly<Record<string, Verb>> = {
  check: (given, language) => {
    const { names, options } = optionsOf(given, { "--table": 0, "--framework": 1, "--set": 1 });
    const against = options["--set"] === undefined ? undefined : setOf(options["--set"], language);
    const framework =
      options["--framework"] === undefined ? undefined : setOf(options["--framework"], language);
    if ((options["--set"] && !against) || (options["--framework"] && !framework)) return 1;
    const results = taken(names, 1, Number.POSITIVE_INFINITY).map((file) => {
      const text = textOf(file);
      const issues = against === undefined ? issuesOf(text, framework) : issuesOfRound(text, against);
      const isTable = options["--table"] !== undefined && against === undefined && !hasErrors(issues);
      list(issues, file, text, language, isTable ? process.stderr : process.stdout);
      if (isTable) print(criteriaTable(parseCriteriaSet(text), language));
      return hasErrors(issues) ? 1 : 0;
    });
    return Math.max(...results);
  },
  score: (given, language) => {
    const [file = "", roundFile = "", unit] = taken(given, 2, 3);
    const set = setOf(file, language);
    const read = set === undefined ? undefined : roundOf(roundFile, set, language);
    if (set === undefined || read === undefined) return 1;
    const { scores, rankings } = assess(set, read.round);
    const score = scores.find((it) => it.unit === unit);
    if (score !== undefined) print(rowsText(score.unit, scoreRows(set, score, language), language));
    else if (unit !== undefined) print(explanationText(explain(set, read.round, unit), language));
    else {
      const { units } = read.round;
      const tables = rankings.map((it) => {
        const group = set.groups.find(({ id }) => id === it.group);
        const title = group === undefined ? it.group : wordsOf(group.title, language);
        return rowsText(title, rankingRows(set, it, { units, language }), language);
      });
      print(tables.join("\n\n"));
    }
    return read.exit;
  },
  explain: (given, language) => {
    const [file = "", roundFile = "", unit = "", item] = taken(given, 3, 4);
    const set = setOf(file, language);
    const read = set === undefined ? undefined : roundOf(roundFile, set, language);
    if (set === undefined || read === undefined) return 1;
    print(explanationText(explain(set, read.round, unit, item), language));
    return read.exit;
  },
  diff: (given, language) => {
    const [before, after] = taken(given, 2, 2).map((name) => setOf(name, language));
    if (before === undefined || after === undefined) return 1;
    print(diffText(diffCriteriaSets(before, after), language));
    return 0;
  },
  verify: (given, language) => {
    const [recordFile = "", setFile, roundFile] = taken(given, 1, 3);
    const record = jsonOf(recordFile, language);
    const set = setFile === undefined ? undefined : setOf(setFile, language);
    const round = roundFile === undefined ? undefined : jsonOf(roundFile, language);
    if (record === undefined || (setFile && !set) || (roundFile && round === undefined)) return 1;
    const answer = verify(record, { set, round });
    print(verificationText(answer, language));
    return isSound(answer) ? 0 : 1;
  },
};

/** Every issue of a criteria file, and of how it fills a framework. */
function issuesOf(text: string, framework: CriteriaSet | undefined): readonly Issue[] {
  const issues = checkCriteriaText(text);
  if (framework === undefined || hasErrors(issues)) return issues;
  return [...issues, ...checkFramework(framework, parseCriteriaSet(text))];
}

function issuesOfRound(text: string, set: CriteriaSet): readonly Issue[] {
  const { value, issues } = readJsonText(text);
  return value === undefined ? issues : [...issues, ...checkRound(set, value)];
}

/** A set from a file, or one that is shipped, with its edition where that is named: `hoa-lam/department/2026.1`. */
function setOf(name: string, language: Language): CriteriaSet | undefined {
  const [, id = name, edition] = /^(.*)\.(\d+)$/.exec(name) ?? [];
  if (criteriaSetIds.includes(id))
    return criteriaSet(id, edition === undefined ? {} : { edition: Number(edition) });
  const text = textOf(name);
  try {
    return parseCriteriaSet(text);
  } catch (error) {
    if (!(error instanceof InvalidError)) throw error;
    list(error.issues, name, text, language, process.stderr);
    return undefined;
  }
}

/** A round, whose errors were listed; undefined where its frame cannot be used. */
function roundOf(
  file: string,
  set: CriteriaSet,
  language: Language,
): { readonly round: Round; readonly exit: number } | undefined {
  const text = textOf(file);
  const { value, issues } = readJsonText(text);
  const judged = value === undefined ? undefined : judgeRound(set, value);
  const all = [...issues, ...(judged?.issues ?? [])];
  if (hasErrors(all)) list(all, file, text, language, process.stderr, true);
  if (judged === undefined || judged.fatal) return undefined;
  return { round: judged.round, exit: hasErrors(all) ? 1 : 0 };
}

function jsonOf(file: string, language: Language): unknown {
  const text = textOf(file);
  const { value, issues } = readJsonText(text);
  if (hasErrors(issues)) list(issues, file, text, language, process.stderr);
  return hasErrors(issues) ? undefined : value;
}

/** Throws RangeError where the file cannot be read: the caller named it wrongly. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new RangeError(error instanceof Error ? error.message : file);
  }
}

/** Parts options, each with none or one word after it, from the rest. Throws RangeError on an option that is not known. */
function optionsOf(
  given: readonly string[],
  known: Readonly<Record<string, 0 | 1>>,
): { readonly names: readonly string[]; readonly options: Readonly<Record<string, string>> } {
  const names: string[] = [];
  const options: Record<string, string> = {};
  for (let at = 0; at < given.length; at++) {
    const word = given[at] ?? "";
    if (!word.startsWith("--")) names.push(word);
    else if (!Object.hasOwn(known, word)) throw new RangeError(word);
    else options[word] = known[word] === 1 ? (given[++at] ?? "") : "";
  }
  return { names, options };
}

/** The names, of which there must be so many. Throws RangeError otherwise. */
function taken(given: readonly string[], least: number, most: number): readonly string[] {
  const option = given.find((it) => it.startsWith("--"));
  if (option !== undefined) throw new RangeError(option);
  if (given.length < least || given.length > most) throw new RangeError("");
  return given;
}

function list(
  issues: readonly Issue[],
  file: string,
  text: string,
  language: Language,
  stream: NodeJS.WriteStream,
  errorsOnly = false,
): void {
  stream.write(`${issueListing(issues, { file, text, language, errorsOnly })}\n`);
}

const print = (text: string): boolean => process.stdout.write(`${text}\n`);

function main(given: readonly string[]): number {
  const language: Language = given.includes("--en") ? "en" : "vi";
  const [verb = "", ...rest] = given.filter((it) => it !== "--en" && it !== "--vi");
  try {
    if (verb === "--help" || verb === "help") {
      print(usage[language]);
      return 0;
    }
    const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (run === undefined) throw new RangeError(verb);
    return run(rest, language);
  } catch (error) {
    // A file that is not there, an id that nothing has, too few words: whoever called can put it right.
    if (!(error instanceof RangeError)) throw error;
    process.stderr.write(
      `${error.message === "" ? "" : `par-index: ${error.message}\n\n`}${usage[language]}\n`,
    );
    return 2;
  }
}

// Not process.exit: what was written must still reach a pipe.
process.exitCode = main(process.argv.slice(2));
