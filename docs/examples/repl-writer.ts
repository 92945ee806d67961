/**
 * How the REPL of `npm run repl` shows results: as short tables of what `rows` gives for them, anything else as Node shows
 * it. It only lays out what the result holds; the result itself stays plain data.
 */
import { inspect } from "node:util";
import {
  type Assessment,
  type Bounds,
  type Change,
  type Explanation,
  type Indexes,
  type Issue,
  type ItemHistory,
  issueText,
  type Ranking,
  type RefusedChange,
  type Score,
  type Step,
  type Text,
} from "par-index";
import {
  type Difference,
  type Gains,
  type RankIntervals,
  rows,
  type SealedRecord,
  type TableAudit,
} from "par-index/audit";
import { criteriaSet, criteriaSetIds } from "par-index/criteria";
import { name, wrapped } from "./print.ts";
import { facts, tableOf } from "./repl-table.ts";

const plainly = (value: unknown): string => inspect(value, { colors: process.stdout.isTTY === true });

const issuesText = (issues: readonly Issue[]): string => wrapped(issueText(issues, "vi"));

/** Parts one beneath the other, without those that are empty. */
const stacked = (...parts: readonly string[]): string => parts.filter((it) => it !== "").join("\n");

const between = (bounds: Bounds | undefined): string | undefined =>
  bounds === undefined ? undefined : `${bounds.low} – ${bounds.high}`;

interface Named {
  readonly id?: string;
  readonly item?: string;
  readonly title?: Text | undefined;
}

const titlesOf = (list: readonly Named[]): ReadonlyMap<string, string> =>
  new Map(list.map(({ id, item = id ?? "", title }) => [item, name(title)]));

function rankingText(ranking: Ranking): string {
  const { set, edition, group, mean, meanOf, complete } = ranking;
  const head = facts(
    [set, `edition ${edition}`],
    ["group", group],
    ["mean", mean === undefined ? undefined : `${mean} of ${meanOf}`],
    ["", complete ? undefined : "incomplete"],
  );
  return stacked(head, tableOf(rows(ranking), ["place", "unit", "index", "grade", "note"]));
}

const assessmentText = ({ rankings, scores, issues }: Assessment): string =>
  [...rankings.map(rankingText), `${scores.length} scores, ${issues.length} issues`].join("\n\n");

const indexesText = (it: Indexes): string =>
  stacked(tableOf(rows(it), ["group", "place", "unit", "index", "state"]), `${it.issues.length} issues`);

/** The items of the first level, the sources and the lines: the whole is `score.items`. */
function scoreText(score: Score): string {
  const set = criteriaSetIds.includes(score.set)
    ? criteriaSet(score.set, { edition: score.edition })
    : undefined;
  const { items = [], sources = [], bonus, penalty } = set ?? {};
  const titles = titlesOf([...items, ...sources, ...(bonus?.lines ?? []), ...(penalty?.lines ?? [])]);
  const below = new Set<unknown>(set === undefined ? [] : score.items.map(({ item }) => item));
  for (const { id } of items) below.delete(id);
  return stacked(
    facts(
      ["unit", score.unit],
      ["state", score.state],
      ["index", score.index ?? between(score.bounds)],
      ["grade", score.grade],
      ["points", score.points === undefined ? undefined : `${score.points} of ${score.maxPoints}`],
      ["claimed", score.claimed],
    ),
    tableOf(
      rows(score).filter(({ item }) => item !== "result" && !below.has(item)),
      ["item", "title", "note", "claimed", "points", "max", "index"],
      titles,
    ),
    facts(...score.open.map(({ item, why }) => [`open: ${item}`, why] as const)),
  );
}

const historyColumns = ["date", "stage", "kind", "by", "claimed", "state", "points", "change", "decision"];
const stepColumns = ["item", "title", "note", "claimed", "points", "max", "exact", "at"];

/** What stands beneath each kind of step. */
const columnsOf: Readonly<Record<Step["kind"], readonly string[]>> = {
  unit: stepColumns,
  node: stepColumns,
  source: stepColumns,
  leaf: historyColumns,
  line: historyColumns,
  index: ["item", "points", "max", "index", "exact"],
  grade: [],
  place: ["kind", "place", "unit", "index"],
  unscored: ["severity", "code", "item", "words"],
};

function titleOf(step: Step): Text | undefined {
  if ("title" in step) return step.title;
  if (step.kind !== "line") return undefined;
  if (step.working.kind === "conversion") return step.working.source;
  return "title" in step.working ? step.working.title : undefined;
}

const explanationText = ({ unit, step }: Explanation): string => stepText(step, unit.id);

/** The step itself, then one line for each beneath it; for a leaf its history. In words: `explanationText`. */
function stepText(step: Step, unit?: string): string {
  const [own = {}, ...beneath] = rows({ step } as Explanation);
  const { level, kind, item = "", low, high, ...rest } = own;
  const head = facts(
    ["unit", unit],
    ["step", String(item).startsWith(String(kind)) ? item : `${kind} ${item}`],
    ["", titleOf(step) && name(titleOf(step))],
    ...Object.entries(rest),
    ["between", low === undefined ? undefined : `${low} and ${high}`],
  );
  const lines = beneath.filter((line) => line["level"] === 1);
  const titled = "steps" in step ? step.steps.map((it) => ({ id: it.id, title: titleOf(it) })) : [];
  return lines.length === 0 ? head : stacked(head, tableOf(lines, columnsOf[step.kind], titlesOf(titled)));
}

const historyText = (history: ItemHistory): string =>
  stacked(
    facts(["unit", history.unit], ["item", history.item], ["", name(history.title)]),
    tableOf(rows(history), historyColumns),
  );

/** The items that differ, the lines that do, and the two indexes. */
function differenceText(difference: Difference): string {
  const lines = rows(difference);
  if (difference.state === "not-comparable") return tableOf(lines, ["side", "unit", "reason", "units"]);
  const { before, after, change, parts } = difference;
  const leaves = parts.flatMap((part) => (part.kind === "item" ? [...part.before, ...part.after] : []));
  const [first, second] = [name(before.round), name(after.round)];
  const side = ({ unit, until }: typeof before, round: string): string =>
    [unit, until, first === second ? undefined : `(${round})`].filter(Boolean).join(" ");
  return stacked(
    facts(["before", side(before, first)], ["after", side(after, second)], ["change", change]),
    tableOf(
      lines.filter(({ kind, exact }) => kind === "item" || exact !== "0"),
      ["item", "title", "replaces", "before", "after", "change", "self", "adjustment"],
      titlesOf(leaves),
    ),
  );
}

function gainsText(account: Gains): string {
  if (account.state === "not-scored") return facts(["unit", account.unit], ["reason", account.reason]);
  const { unit, now, lost, lines, losses, goal, answer } = account;
  const { title, ...wanted } = goal;
  const shown = rows(account);
  const { item, state, ...reached } = shown.at(-1) ?? {};
  return stacked(
    facts(
      ["unit", unit],
      ["index", now.index.rounded],
      ["grade", now.grade],
      ["place", now.place],
      ["lost", lost.rounded],
      ["lines", lines.rounded],
    ),
    facts(["goal", Object.entries(wanted).flat().join(" ")], ["", state], ...Object.entries(reached), [
      "proof",
      answer.kind === "reachable" ? answer.proof.state : undefined,
    ]),
    tableOf(
      shown.slice(0, -1),
      ["item", "title", "points", "max", "lost", "share", "gain", "note"],
      titlesOf(losses),
    ),
  );
}

const changeText = (it: Change | RefusedChange): string =>
  it.state === "refused"
    ? issuesText(it.issues)
    : stacked(
        tableOf(rows(it), ["unit", "state", "before", "after", "placeBefore", "placeAfter"]),
        differenceText(it.difference),
        issuesText(it.issues),
      );

const auditText = (audit: TableAudit): string =>
  stacked(
    tableOf(rows(audit), ["unit", "total", "sum", "difference", "leastTotal", "mostTotal", "consistent"]),
    facts(["mean", audit.mean?.printed], ["of totals", audit.mean?.ofTotals], ["", audit.mean?.consistent]),
    issuesText(audit.issues),
  );

const intervalsText = (it: RankIntervals): string =>
  stacked(
    facts(
      ["", it.set],
      ["edition", it.edition],
      ["runs", it.runs],
      ["seed", it.seed],
      ...Object.entries(it.vary).map(
        ([what, how]) => ["vary", how === true ? what : `${what} ${how}`] as const,
      ),
    ),
    tableOf(rows(it), ["group", "place", "unit", "best", "worst", "from", "to"]),
  );

/** What was sealed, for a group its units, and the digests. */
function recordText(record: SealedRecord): string {
  const { kind, digest, root, ...own } = rows(record).at(-1) ?? {};
  const units = rows(record).slice(0, -1);
  return stacked(
    facts(["sealed", kind], ...Object.entries(own)),
    units.length === 0 ? "" : tableOf(units, ["place", "unit", "state", "index", "low", "high", "why"]),
    facts(["root", root]),
    facts(["digest", digest]),
  );
}

type Keys = Readonly<Record<string, unknown>>;

const has =
  (...keys: readonly string[]) =>
  (it: Keys): boolean =>
    keys.every((key) => Object.hasOwn(it, key));
const is =
  (...states: readonly unknown[]) =>
  (it: Keys): boolean =>
    states.includes(it["state"]);

/** What is shown as tables, and how it is told. */
const views: readonly (readonly [(it: Keys) => boolean, (it: never) => string])[] = [
  [has("scores", "rankings"), assessmentText],
  [has("places", "unranked"), rankingText],
  [has("sources", "items", "lines", "open"), scoreText],
  [has("format", "rounding", "step"), explanationText],
  [has("kind", "basis"), stepText],
  [has("item", "rule", "entries"), historyText],
  [is("compared", "not-comparable"), differenceText],
  [has("losses", "goal", "answer"), gainsText],
  [is("not-scored"), gainsText],
  [is("changed", "refused"), changeText],
  [has("rows", "places", "issues"), auditText],
  [has("runs", "seed", "groups"), intervalsText],
  [has("texts", "digests", "digest"), recordText],
  [has("set", "units", "issues"), indexesText],
];

const isObject = (value: unknown): value is Keys => typeof value === "object" && value !== null;
const isIssue = (value: unknown): value is Issue => isObject(value) && has("code", "vi", "en")(value);
const viewOf = (value: unknown) => (isObject(value) ? views.find(([fits]) => fits(value))?.[1] : undefined);

/** Shows one value; a list of results one beneath the other. */
export function show(value: unknown): string {
  const isList = Array.isArray(value) && value.length > 0;
  if (isList && value.every(isIssue)) return issuesText(value);
  if (isList && value.every((it) => viewOf(it) !== undefined)) return value.map(show).join("\n\n");
  return viewOf(value)?.(value as never) ?? plainly(value);
}
