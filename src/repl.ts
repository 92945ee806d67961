/**
 * `par-index repl`: Node's REPL with every name of the library and a round as globals. Results are shown as short tables
 * of what `rows` gives for them, at most 100 columns wide; anything else as Node shows it. Columns and facts have the names
 * of the members, which somebody types next, in either language. Nothing is computed here: the result itself stays plain
 * data, and `JSON.stringify(result)` is all of it.
 */

import { readFileSync } from "node:fs";
import { start } from "node:repl";
import { inspect } from "node:util";
import type {
  CouncilChanges,
  Gains,
  RankIntervals,
  ResultRow,
  SealedRecord,
  TableAudit,
  Verification,
} from "./audit.ts";
import { changesText, rows, verificationText } from "./audit.ts";
import { type CriteriaDiff, diffText } from "./check.ts";
import { criteriaSet, criteriaSetIds } from "./criteria.ts";
import type { CriteriaSet, Text } from "./criteria-set.ts";
import type {
  Assessment,
  Bounds,
  Change,
  Difference,
  Explanation,
  Indexes,
  Issue,
  ItemHistory,
  Outstanding,
  Ranking,
  RankingMovement,
  RefusedChange,
  Round,
  Score,
  Step,
} from "./index.ts";
import { assess, InvalidError, issueText, movementText, outstandingText, readRound } from "./index.ts";
import type { Language } from "./rule.ts";
import { stepRows } from "./sheets/lines.ts";
import { enWords as en } from "./words/en.ts";
import { viWords as vi } from "./words/vi.ts";
import { languages, onScreen, say, textIn } from "./words/words.ts";

/** A round with its set. */
interface GivenRound {
  readonly set: CriteriaSet;
  readonly round: Round;
}

/** Opens the REPL, with the round that is given or else with the illustrative data that comes with the package. */
export async function startRepl(language: Language, given?: GivenRound): Promise<void> {
  // Asked for as they are wanted: held by name they would keep bundlers from leaving anything out of what they share.
  const entries = await Promise.all([
    import("./index.ts"),
    import("./audit.ts"),
    import("./check.ts"),
    import("./criteria.ts"),
    import("./process.ts"),
    import("./report.ts"),
  ]);
  const globals = given === undefined ? exampleGlobals() : globalsOf(given);
  const words = { vi, en }[language];
  const told =
    given === undefined
      ? say(words, "command.replExample")
      : say(words, "command.replNames", { names: Object.keys(globals) });
  process.stdout.write(`${onScreen(told)}\n`);
  const session = start({
    prompt: "> ",
    writer: (value) => {
      const set = spoken(session.context["language"]);
      const noted = set === undefined ? `${say(words, "command.replLanguage", { languages })}\n` : "";
      return `${noted}${show(value, set ?? language)}`;
    },
  });
  Object.assign(session.context, ...entries, { open: opened, language }, globals);
}

/** The language that somebody set, `language = "en"`. */
const spoken = (given: unknown): Language | undefined => languages.find((code) => code === given);

/** A data file of the folder in which somebody works. */
const opened = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

/** A data file that comes with the package. */
const shippedExample = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../docs/examples/${file}`, import.meta.url), "utf8"));

const globalsOf = ({ set, round }: GivenRound) => ({
  set,
  round,
  result: assess(set, round),
  unit: round.units[0]?.id,
});

function exampleGlobals() {
  const set = criteriaSet("hoa-lam/department/2026");
  const communeSet = criteriaSet("hoa-lam/commune/2026");
  return {
    ...globalsOf({ set, round: readRound(set, shippedExample("hoa-lam-departments-2026.json")) }),
    unit: "hoa-lam-so-y-te",
    record: shippedExample("records/hoa-lam-so-y-te-2026.json"),
    communeSet,
    communeRound: readRound(communeSet, shippedExample("hoa-lam-communes-2026.json")),
    publishedTable: shippedExample("published/moha/ministry/2023.1.table.json"),
  };
}

const plainly = (value: unknown): string => inspect(value, { colors: process.stdout.isTTY === true });

const issuesList = (issues: readonly Issue[], language: Language): string =>
  wrappedText(issueText(issues, language));

/** Parts one beneath the other, without those that are empty. */
const paragraphs = (...parts: readonly string[]): string => parts.filter((it) => it !== "").join("\n");

const openRange = (bounds: Bounds | undefined): string | undefined =>
  bounds === undefined ? undefined : `${bounds.low} – ${bounds.high}`;

interface TitledPart {
  readonly id?: string;
  readonly item?: string;
  readonly title?: Text | undefined;
}

const titlesOf = (list: readonly TitledPart[], language: Language): ReadonlyMap<string, string> =>
  new Map(
    list.map(({ id, item = id ?? "", title }) => [
      item,
      title === undefined ? "" : textIn({ vi, en }[language], title),
    ]),
  );

function rankingTable(ranking: Ranking): string {
  const { set, edition, group, mean, meanOf, complete } = ranking;
  const head = factLines(
    [set, `edition ${edition}`],
    ["group", group],
    ["mean", mean === undefined ? undefined : `${mean} of ${meanOf}`],
    ["", complete ? undefined : "incomplete"],
  );
  return paragraphs(head, rowsTable(rows(ranking), ["place", "unit", "index", "grade", "note"]));
}

const assessmentTables = ({ rankings, scores, issues }: Assessment): string =>
  [...rankings.map(rankingTable), `${scores.length} scores, ${issues.length} issues`].join("\n\n");

const indexesTable = (indexed: Indexes): string =>
  paragraphs(
    rowsTable(rows(indexed), ["group", "place", "unit", "index", "state"]),
    `${indexed.issues.length} issues`,
  );

/** The items of the first level, the sources and the lines: the whole is `score.items`. */
function scoreTable(score: Score, language: Language): string {
  const set = criteriaSetIds.includes(score.set)
    ? criteriaSet(score.set, { edition: score.edition })
    : undefined;
  const { items = [], sources = [], bonus, penalty } = set ?? {};
  const titled = [...items, ...sources, ...(bonus?.lines ?? []), ...(penalty?.lines ?? [])];
  const below = new Set<unknown>(set === undefined ? [] : score.items.map(({ item }) => item));
  for (const { id } of items) below.delete(id);
  return paragraphs(
    factLines(
      ["unit", score.unit],
      ["state", score.state],
      ["index", score.index ?? openRange(score.bounds)],
      ["grade", score.grade],
      ["points", score.points === undefined ? undefined : `${score.points} of ${score.maxPoints}`],
      ["claimed", score.claimed],
    ),
    rowsTable(
      rows(score).filter(({ item }) => item !== "result" && !below.has(item)),
      ["item", "title", "note", "claimed", "points", "maxPoints", "index"],
      titlesOf(titled, language),
    ),
    factLines(...score.open.map(({ item, reason }) => [`open: ${item}`, reason] as const)),
  );
}

const historyColumns = ["date", "stage", "kind", "by", "claimed", "state", "points", "change", "decision"];
const stepColumns = ["item", "title", "note", "claimed", "points", "maxPoints", "exact", "at"];

/** What stands beneath each kind of step. */
const columnsBeneath: Readonly<Record<Step["kind"], readonly string[]>> = {
  unit: stepColumns,
  node: stepColumns,
  source: stepColumns,
  leaf: historyColumns,
  line: historyColumns,
  index: ["item", "points", "maxPoints", "index", "exact"],
  grade: [],
  place: ["kind", "place", "unit", "index"],
  unscored: ["severity", "code", "item", "words"],
};

function stepTitle(step: Step): Text | undefined {
  if ("title" in step) return step.title;
  if (step.kind !== "line") return undefined;
  if (step.working.kind === "conversion") return step.working.source;
  return "title" in step.working ? step.working.title : undefined;
}

const explanationTable = ({ unit, step }: Explanation, language: Language): string =>
  stepTable(step, language, unit.id);

/** The step itself, then one line for each beneath it; for a leaf its history. In words: `explanationTable`. */
function stepTable(step: Step, language: Language, unit?: string): string {
  const [own = {}, ...beneath] = stepRows(step);
  const { level, kind, item = "", low, high, ...rest } = own;
  const title = stepTitle(step);
  const head = factLines(
    ["unit", unit],
    ["step", String(item).startsWith(String(kind)) ? item : `${kind} ${item}`],
    ["", title && textIn({ vi, en }[language], title)],
    ...Object.entries(rest),
    [kind === "index" ? "index" : "points", low === undefined ? undefined : `${low} – ${high}`],
  );
  const lines = beneath.filter((line) => line["level"] === 1);
  if (lines.length === 0) return head;
  const titled = "steps" in step ? step.steps.map((part) => ({ id: part.id, title: stepTitle(part) })) : [];
  return paragraphs(head, rowsTable(lines, columnsBeneath[step.kind], titlesOf(titled, language)));
}

const historyTable = (history: ItemHistory, language: Language): string =>
  paragraphs(
    factLines(
      ["unit", history.unit],
      ["item", history.item],
      ["", textIn({ vi, en }[language], history.title)],
    ),
    rowsTable(rows(history), historyColumns),
  );

/** The items that differ, the lines that do, and the two indexes. */
function differenceTable(difference: Difference, language: Language): string {
  const lines = rows(difference);
  if (difference.state === "not-comparable") return rowsTable(lines, ["side", "unit", "reason", "units"]);
  const { before, after, change, parts } = difference;
  const leaves = parts.flatMap((part) => (part.kind === "item" ? [...part.before, ...part.after] : []));
  const [first, second] = [
    textIn({ vi, en }[language], before.round),
    textIn({ vi, en }[language], after.round),
  ];
  const side = ({ unit, until }: typeof before, round: string): string =>
    [unit, until, first === second ? undefined : `(${round})`].filter(Boolean).join(" ");
  return paragraphs(
    factLines(["before", side(before, first)], ["after", side(after, second)], ["change", change]),
    rowsTable(
      lines.filter(({ kind, exact }) => kind === "item" || exact !== "0"),
      ["item", "title", "replaces", "before", "after", "change", "self", "adjustment"],
      titlesOf(leaves, language),
    ),
  );
}

function gainsTable(account: Gains, language: Language): string {
  if (account.state === "unscored") return factLines(["unit", account.unit], ["reason", account.reason]);
  const { unit, now, lost, lines, losses, goal, answer } = account;
  const { title, ...wanted } = goal;
  const told = rows(account);
  const { item, state, ...reached } = told.at(-1) ?? {};
  return paragraphs(
    factLines(
      ["unit", unit],
      ["index", now.index.rounded],
      ["grade", now.grade],
      ["place", now.place],
      ["lost", lost.rounded],
      ["lines", lines.rounded],
    ),
    factLines(["goal", Object.entries(wanted).flat().join(" ")], ["", state], ...Object.entries(reached), [
      "proof",
      answer.kind === "reachable" ? answer.proof.state : undefined,
    ]),
    rowsTable(
      told.slice(0, -1),
      ["item", "title", "points", "maxPoints", "lost", "share", "gain", "note"],
      titlesOf(losses, language),
    ),
  );
}

const changeTables = (change: Change | RefusedChange, language: Language): string =>
  change.state === "refused"
    ? issuesList(change.issues, language)
    : paragraphs(
        rowsTable(rows(change), ["unit", "state", "before", "after", "placeBefore", "placeAfter"]),
        differenceTable(change.difference, language),
        issuesList(change.issues, language),
      );

const auditColumns = [
  "unit",
  "kind",
  "item",
  "printed",
  "computed",
  "difference",
  "least",
  "most",
  "consistent",
];

const auditedTable = (audited: TableAudit, language: Language): string =>
  paragraphs(
    rowsTable(rows(audited), auditColumns),
    ...audited.means.map(({ group, printed, ofPrinted, consistent }) =>
      factLines(["mean", printed], ["group", group], ["of printed", ofPrinted], ["", consistent]),
    ),
    factLines(["apart", audited.apart.length === 0 ? undefined : audited.apart.join(", ")]),
    issuesList(audited.issues, language),
  );

function intervalsTable(intervals: RankIntervals): string {
  const { set, edition, runs, seed, vary } = intervals;
  const varied = Object.entries(vary).map(
    ([what, how]) => ["vary", how === true ? what : `${what} ${how}`] as const,
  );
  return paragraphs(
    factLines(["", set], ["edition", edition], ["runs", runs], ["seed", seed], ...varied),
    rowsTable(rows(intervals), ["group", "place", "unit", "best", "worst", "from", "to"]),
  );
}

/** What was sealed, for a group its units, and the digests. */
function recordTable(record: SealedRecord): string {
  const { kind, digest, root, ...own } = rows(record).at(-1) ?? {};
  const units = rows(record).slice(0, -1);
  return paragraphs(
    factLines(["sealed", kind], ...Object.entries(own)),
    units.length === 0 ? "" : rowsTable(units, ["place", "unit", "state", "index", "low", "high", "reason"]),
    factLines(["root", root]),
    factLines(["digest", digest]),
  );
}

type View = (value: unknown, language: Language) => string | undefined;

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Tells a result by the keys that it alone has. */
const has =
  <T>(...keys: readonly string[]) =>
  (value: unknown): value is T =>
    isObject(value) && keys.every((key) => Object.hasOwn(value, key));

/** Tells a result by its state. */
const is =
  <T>(...states: readonly unknown[]) =>
  (value: unknown): value is T =>
    isObject(value) && "state" in value && states.includes(value.state);

const view =
  <T>(fits: (value: unknown) => value is T, tell: (result: T, language: Language) => string): View =>
  (value, language) =>
    fits(value) ? tell(value, language) : undefined;

/** The one of two kinds that name their units, and what they owe. */
const isOutstanding = (value: unknown): value is Outstanding =>
  has<Outstanding>("format", "library", "units", "issues")(value) && value.units.every(has("name", "owed"));

/** What is shown as tables, and how it is told. */
const views: readonly View[] = [
  view(has<Assessment>("scores", "rankings"), assessmentTables),
  view(has<Ranking>("places", "unranked"), rankingTable),
  view(has<Score>("sources", "items", "lines", "open"), scoreTable),
  view(has<Explanation>("format", "rounding", "step"), explanationTable),
  view(has<Step>("kind", "basis"), (step, language) => stepTable(step, language)),
  view(has<ItemHistory>("item", "rule", "entries"), historyTable),
  view(is<Difference>("compared", "not-comparable"), differenceTable),
  view(has<Gains>("losses", "goal", "answer"), gainsTable),
  view(is<Gains>("unscored"), gainsTable),
  view(is<Change | RefusedChange>("changed", "refused"), changeTables),
  view(has<TableAudit>("figures", "places", "issues"), auditedTable),
  view(has<RankIntervals>("runs", "seed", "groups"), intervalsTable),
  view(has<SealedRecord>("texts", "digests", "digest"), recordTable),
  view(has<Verification>("against", "conclusion", "unchecked"), (told, language) =>
    wrappedText(verificationText(told, language)),
  ),
  view(has<CouncilChanges>("name", "changes", "net"), (told, language) =>
    wrappedText(changesText(told, language)),
  ),
  view(has<RankingMovement>("before", "after", "units"), (told, language) =>
    wrappedText(movementText(told, language)),
  ),
  view(has<CriteriaDiff>("before", "after", "parts", "items"), diffText),
  view(isOutstanding, (told, language) => wrappedText(outstandingText(told, language))),
  view(has<Indexes>("set", "units", "issues"), indexesTable),
];

const isIssue = has<Issue>("code", "severity", "path");

function viewed(value: unknown, language: Language): string | undefined {
  if (value instanceof InvalidError) return issuesList(value.issues, language);
  // What a call was given wrongly, and what to give; where it was thrown is of no use to who made the call.
  if (value instanceof TypeError || value instanceof RangeError)
    return wrappedText(`${value.name}: ${value.message}`);
  for (const tell of views) {
    const told = tell(value, language);
    if (told !== undefined) return told;
  }
  return undefined;
}

/** Shows one value; a list of results one beneath the other. */
export function show(value: unknown, language: Language): string {
  if (!Array.isArray(value) || value.length === 0) return viewed(value, language) ?? plainly(value);
  if (value.every(isIssue)) return issuesList(value, language);
  const told = value.map((each) => viewed(each, language));
  return told.includes(undefined) ? plainly(value) : onScreen(told.join("\n\n"));
}

/** The widest line. */
const widestLine = 100;

/** How many characters a text has. */
const lengthOf = (text: string): number => [...text].length;

/** Facts side by side, as many to a line as fit; those without a value are left out. */
function factLines(...pairs: readonly (readonly [string, unknown])[]): string {
  const lines: string[] = [];
  for (const [title, value] of pairs) {
    if (value === undefined) continue;
    const fact = `${title} ${value}`.trim();
    const longer = `${lines.at(-1)}   ${fact}`;
    if (lines.length > 0 && lengthOf(longer) <= widestLine) lines.splice(-1, 1, longer);
    else lines.push(lines.length === 0 ? fact : `    ${fact}`);
  }
  return lines.map(wrappedText).join("\n");
}

/** What some columns show in place of the member of that name. */
const inPlaceOf: Readonly<Record<string, (line: ResultRow) => unknown>> = {
  item: ({ item, kind }) => item ?? kind,
  place: ({ place }) => place ?? "–",
  points: ({ points, low, high }) => points ?? (low === undefined ? undefined : `${low} – ${high}`),
  note: ({ reason, held, decidedBy, lift, tied }) =>
    reason ?? held ?? decidedBy ?? (lift ? "to lift" : tied ? "tied" : undefined),
};

interface ReplColumn {
  readonly title: string;
  readonly cells: readonly string[];
  readonly isFigures: boolean;
}

/** The lines of `rows` as a table of these columns, without those that are empty; `names` has the titles of items. */
function rowsTable(
  lines: readonly ResultRow[],
  titles: readonly string[],
  names: ReadonlyMap<string, string> = new Map(),
): string {
  const cell = (line: ResultRow, title: string): unknown => {
    if (title !== "title") return inPlaceOf[title]?.(line) ?? Reflect.get(line, title);
    // Items that stand together have the title of the first.
    return names.get(String(line.item).replace(/ \+ .*/, ""));
  };
  const columns = titles
    .map((title): ReplColumn => {
      const cells = lines.map((line) => String(cell(line, title) ?? ""));
      const isFigures = title !== "item" && cells.every((text) => /^[-\d./ –]*$/.test(text));
      return { title, isFigures, cells: isFigures ? aligned(cells) : cells };
    })
    .filter(({ cells }) => cells.some((text) => /[^ –]/.test(text)));
  const longest = columns.map(({ title, cells }) => Math.max(...[title, ...cells].map(lengthOf)));
  const widths = narrowed(columns, longest);
  const rowOf = (texts: readonly string[]): readonly string[] => {
    const cells = texts.map((text, at) => cellLines(text, widths[at] ?? 0));
    const height = Math.max(...cells.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((cell, at) => padded(cell[line] ?? "", widths[at] ?? 0, columns[at]?.isFigures === true))
        .join("  ")
        .trimEnd(),
    );
  };
  return [
    ...rowOf(columns.map(({ title }) => title)),
    widths.map((width) => "─".repeat(width)).join("  "),
    ...lines.flatMap((_, line) => rowOf(columns.map(({ cells }) => cells[line] ?? ""))),
  ].join("\n");
}

/** The lines of a cell, each no wider than its column: broken between words, and within one that is wider. */
function cellLines(text: string, width: number): readonly string[] {
  // Blanks before and after figures hold their place.
  if (lengthOf(text) <= width) return [text];
  const pieces = text.split(" ").flatMap((word) => word.match(new RegExp(`.{1,${width}}`, "gsu")) ?? []);
  const lines: string[] = [];
  for (const piece of pieces) {
    const longer = `${lines.at(-1)} ${piece}`;
    if (lines.length > 0 && lengthOf(longer) <= width) lines.splice(-1, 1, longer);
    else lines.push(piece);
  }
  return lines;
}

/** A line of a cell brought to its width; figures stand at the right. */
function padded(text: string, width: number, isFigure: boolean): string {
  const space = " ".repeat(width - lengthOf(text));
  return isFigure ? space + text : text + space;
}

/** Decimals, with blanks after them so that their points stand beneath each other. */
function aligned(cells: readonly string[]): readonly string[] {
  if (!cells.every((text) => /^(-?\d+(\.\d+)?)?$/.test(text))) return cells;
  const tail = (text: string): number => lengthOf(text.replace(/^[^.]*/, ""));
  const longest = Math.max(...cells.map(tail));
  return cells.map((text) => text + " ".repeat(longest - tail(text)));
}

/** Takes from the widestLine columns of text until the line fits; isFigures stay whole. */
function narrowed(columns: readonly ReplColumn[], widths: readonly number[]): readonly number[] {
  const total = widths.reduce((sum, width) => sum + width + 2, -2);
  const most = Math.max(...widths.filter((_, at) => columns[at]?.isFigures === false));
  if (total <= widestLine || most <= 8) return widths;
  const first = widths.findIndex((width, at) => width === most && columns[at]?.isFigures === false);
  return narrowed(
    columns,
    widths.map((width, at) => (at === first ? width - 1 : width)),
  );
}

/** A text broken into lines that fit; what goes over is indented below its line. */
const wrappedText = (text: string): string => text.split("\n").flatMap(wrappedLines).join("\n");

function wrappedLines(line: string): readonly string[] {
  const indent = /^ */.exec(line)?.[0] ?? "";
  const lines: string[] = [];
  let current = indent;
  for (const word of line.trim().split(" ")) {
    const next = current.trim() === "" ? current + word : `${current} ${word}`;
    if (lengthOf(next) > widestLine && current.trim() !== "") {
      lines.push(current);
      current = `${indent}    ${word}`;
    } else current = next;
  }
  return [...lines, current];
}
