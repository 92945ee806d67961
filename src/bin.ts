#!/usr/bin/env node
/**
 * The command `par-index`: reads files, calls the library, prints what it says. Nothing is decided here. It ends with 0,
 * with 1 where data has errors, and with 2 where it was called wrongly.
 */
import { readFileSync } from "node:fs";
import { assess } from "./assess.ts";
import { isSound, verificationText } from "./audit/verification-text.ts";
import { verify } from "./audit/verify.ts";
import { missing, optionsOf, taken, unknown, unreadable, usage, WrongCall } from "./call.ts";
import { criteriaSet, criteriaSetIds } from "./criteria.ts";
import type { CriteriaSet } from "./criteria-set.ts";
import { explain } from "./explain/explanation.ts";
import { explanationText } from "./explain/explanation-text.ts";
import { voiceOf } from "./explain/words/voice.ts";
import { hasErrors, InvalidError, type Issue } from "./issue.ts";
import { planOf } from "./plan.ts";
import { diffCriteriaSets, diffText } from "./print/difference.ts";
import { issueListing } from "./print/listing.ts";
import { criteriaTable } from "./print/table.ts";
import { checkRound, judgeRound } from "./round/round-read.ts";
import type { Round, Unit } from "./round.ts";
import type { Language } from "./rule.ts";
import { wordsOf } from "./rules/words.ts";
import { checkFramework } from "./set/head.ts";
import { checkCriteriaText, parseCriteriaSet, readJsonText } from "./set/text.ts";
import { rankingRows, rowsText, scoreRows } from "./sheets/tables.ts";

type Verb = (given: readonly string[], language: Language) => number;

const verbs: Readonly<Record<string, Verb>> = {
  check: (given, language) => {
    const { names, options } = optionsOf(given, {
      "--table": "",
      "--framework": "FRAMEWORK",
      "--set": "SET",
    });
    const against = options["--set"] === undefined ? undefined : setOf(options["--set"], language);
    const framework =
      options["--framework"] === undefined ? undefined : setOf(options["--framework"], language);
    if ((options["--set"] && !against) || (options["--framework"] && !framework)) return 1;
    const results = taken(names, against === undefined ? ["FILE"] : ["ROUND"], Number.POSITIVE_INFINITY).map(
      (file) => {
        const text = textOf(file);
        const issues = against === undefined ? issuesOf(text, framework) : issuesOfRound(text, against);
        const isTable = options["--table"] !== undefined && against === undefined && !hasErrors(issues);
        list(issues, file, text, language, isTable ? process.stderr : process.stdout);
        if (isTable) print(criteriaTable(parseCriteriaSet(text), language));
        return hasErrors(issues) ? 1 : 0;
      },
    );
    return Math.max(...results);
  },
  score: (given, language) => {
    const [file = "", roundFile = "", id] = taken(given, ["SET", "ROUND"], 3);
    const set = setOf(file, language);
    const read = set === undefined ? undefined : roundOf(roundFile, set, language);
    if (set === undefined || read === undefined) return 1;
    const { units } = read.round;
    const unit = id === undefined ? undefined : unitOf(read.round, id);
    const { scores, rankings } = assess(set, read.round);
    const score = scores.find((it) => it.unit === id);
    const notes = [aboutOf(set, read.round, language)];
    const options = { language, rounding: set.policies.rounding };
    if (unit === undefined) {
      const tables = rankings.map((it) => {
        const group = set.groups.find((one) => one.id === it.group);
        const title = group === undefined ? it.group : wordsOf(group.title, language);
        return rowsText({ title, notes }, rankingRows(set, it, { units, scores, language }), options);
      });
      print(tables.join("\n\n"));
    } else if (score === undefined) print(explanationText(explain(set, read.round, unit.id), language));
    else {
      const title = `${wordsOf(unit.name, language)} (${unit.id})`;
      print(rowsText({ title, notes }, scoreRows(set, score, language), options));
    }
    if (read.warnings > 0) {
      const counted = { vi: `cảnh báo: ${read.warnings}; xem`, en: `warnings: ${read.warnings}; see` }[
        language
      ];
      process.stderr.write(`${roundFile}: ${counted}: par-index check --set ${file} ${roundFile}\n`);
    }
    return read.exit;
  },
  explain: (given, language) => {
    const [file = "", roundFile = "", unit = "", item] = taken(given, ["SET", "ROUND", "UNIT"], 4);
    const set = setOf(file, language);
    const read = set === undefined ? undefined : roundOf(roundFile, set, language);
    if (set === undefined || read === undefined) return 1;
    unitOf(read.round, unit);
    const explanation = known(
      () => explain(set, read.round, unit, item),
      () => unknown("item", item ?? "", partsOf(set)),
    );
    print(explanationText(explanation, language));
    return read.exit;
  },
  diff: (given, language) => {
    const [before, after] = taken(given, ["BEFORE", "AFTER"], 2).map((name) => setOf(name, language));
    if (before === undefined || after === undefined) return 1;
    print(diffText(diffCriteriaSets(before, after), language));
    return 0;
  },
  verify: (given, language) => {
    const [recordFile = "", setFile, roundFile] = taken(given, ["RECORD"], 3);
    const record = jsonOf(recordFile, language);
    const set = setFile === undefined ? undefined : setOf(setFile, language);
    const read = roundFile === undefined || set === undefined ? undefined : roundOf(roundFile, set, language);
    if (record === undefined || (setFile && !set) || (roundFile && !read)) return 1;
    const answer = verify(record, { set, round: read?.round });
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
    return known(
      () => criteriaSet(id, edition === undefined ? {} : { edition: Number(edition) }),
      () => unknown("set", name, criteriaSetIds),
    );
  const text = textOf(name, criteriaSetIds);
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
): { readonly round: Round; readonly exit: number; readonly warnings: number } | undefined {
  const text = textOf(file);
  const { value, issues } = readJsonText(text);
  const judged = value === undefined ? undefined : judgeRound(set, value);
  const all = [...issues, ...(judged?.issues ?? [])];
  if (hasErrors(all)) list(all, file, text, language, process.stderr, true);
  if (judged === undefined || judged.fatal) return undefined;
  const warnings = all.filter(({ severity }) => severity === "warning").length;
  return { round: judged.round, exit: hasErrors(all) ? 1 : 0, warnings };
}

function jsonOf(file: string, language: Language): unknown {
  const text = textOf(file);
  const { value, issues } = readJsonText(text);
  if (hasErrors(issues)) list(issues, file, text, language, process.stderr);
  return hasErrors(issues) ? undefined : value;
}

/** The text of a file; where it cannot be read, one of the ids may have been meant. */
function textOf(file: string, ids: readonly string[] = []): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw unreadable(file, (error as NodeJS.ErrnoException).code ?? "", ids);
  }
}

/** The unit of that id. Throws WrongCall where the round has none. */
function unitOf({ units }: Round, id: string): Unit {
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
  const data = status === "real" ? [] : [voiceOf(language, "score").say("illustrativeData", {})];
  return [wordsOf(title, language), ...data].join("; ");
}

/** What an item of a call may name. */
function partsOf(set: CriteriaSet): readonly string[] {
  const { nodeOf, leafOf, lineOf } = planOf(set, "explain");
  const sources = set.sources.map(({ id }) => id);
  return [...nodeOf.keys(), ...leafOf.keys(), ...lineOf.keys(), "grade", "place", ...sources];
}

/** What a call gives; where it has no such id, what was called wrongly. */
function known<T>(call: () => T, wrong: () => WrongCall): T {
  try {
    return call();
  } catch (error) {
    throw error instanceof RangeError ? wrong() : error;
  }
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
    if (verb === "") throw missing("COMMAND");
    const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (run === undefined) throw unknown("command", verb, Object.keys(verbs));
    return run(rest, language);
  } catch (error) {
    if (!(error instanceof WrongCall)) throw error;
    const help = error.needsUsage ? `\n${usage[language]}\n` : "";
    process.stderr.write(`par-index: ${error.words[language]}\n${help}`);
    return 2;
  }
}

// A reader like head may have seen enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

// Not process.exit: what was written must still reach a pipe.
process.exitCode = main(process.argv.slice(2));
