/**
 * How the REPL of `npm run repl` shows results: an assessment, a ranking, a score, an explanation and a list of issues as
 * short tables, anything else as Node shows it. It only lays out what the result holds; the result itself stays plain data.
 */
import { inspect } from "node:util";
import {
  type Assessment,
  type Explanation,
  type Issue,
  issueText,
  type Ranking,
  type Score,
} from "par-index";
import { criteriaSet } from "par-index/criteria";
import { type Column, name, table } from "./print.ts";

const plainly = (value: unknown): string => inspect(value, { colors: process.stdout.isTTY === true });

/** Makes a table whose columns are as wide as what is in them, at most 44 characters; empty columns are left out. */
function fitted(
  titles: readonly string[],
  lines: readonly (readonly (string | number | undefined)[])[],
): string {
  const texts = lines.map((line) => titles.map((_, at) => String(line[at] ?? "")));
  const used = titles.map((_, at) => at).filter((at) => texts.some((line) => line[at] !== ""));
  const columns = used.map((at): Column => {
    const cells = texts.map((line) => line[at] ?? "");
    const width = Math.min(44, Math.max(...[titles[at] ?? "", ...cells].map((text) => [...text].length)));
    return { title: titles[at] ?? "", width, figures: cells.every((text) => /^[-+\d./ –]*$/.test(text)) };
  });
  return table(
    columns,
    texts.map((line) => used.map((at) => line[at] ?? "")),
  );
}

const facts = (pairs: readonly (readonly [string, string | number | undefined])[]): string =>
  pairs.flatMap(([title, value]) => (value === undefined ? [] : [`${title} ${value}`])).join("   ");

const lineTitle = (kind: string, id: string): string => (kind === id ? kind : `${kind} ${id}`);

const bounds = (it: { readonly low: string; readonly high: string } | undefined): string | undefined =>
  it === undefined ? undefined : `${it.low} – ${it.high}`;

function rankingText({ set, edition, group, places, unranked, mean, meanOf, complete }: Ranking): string {
  const head = facts([
    [`${set} edition ${edition}   group`, group],
    ["mean", mean === undefined ? undefined : `${mean} of ${meanOf}`],
    ["", complete ? undefined : "incomplete"],
  ]);
  const apart = unranked.map(({ unit, index, reason }) => ["–", unit, index, "", reason]);
  const listed = places.map(({ place, unit, index, grade, tied, decidedBy }) => [
    place,
    unit,
    index,
    grade,
    decidedBy === undefined
      ? tied
        ? "tied"
        : ""
      : `${decidedBy.by} ${decidedBy.id ?? ""} ${decidedBy.value}`.replace("  ", " "),
  ]);
  return `${head}\n${fitted(["place", "unit", "index", "grade", "note"], [...listed, ...apart])}`;
}

function assessmentText({ rankings, scores, issues }: Assessment): string {
  const tail = `${scores.length} scores, ${issues.length} issues`;
  return [...rankings.map(rankingText), tail].join("\n\n");
}

/** The nodes of the first level and what is not plainly scored: the whole is `score.items`. */
function scoreText(score: Score): string {
  const set = criteriaSet(score.set, { edition: score.edition });
  const title = new Map(set.items.map((it) => [it.id, name(it.title)]));
  const head = facts([
    ["unit", score.unit],
    ["state", score.state],
    ["index", score.index ?? bounds(score.bounds)],
    ["grade", score.grade],
    ["points", score.points === undefined ? undefined : `${score.points} of ${score.maxPoints}`],
    ["claimed", score.claimed],
  ]);
  const items = score.items
    .filter(({ item }) => title.has(item))
    .map(({ item, points, maxPoints, index, claimed, bounds: open }) => [
      item,
      title.get(item),
      claimed,
      points ?? bounds(open),
      maxPoints,
      index,
    ]);
  const sources = score.sources.map(({ source, points, maxPoints, index, bounds: open }) => [
    source,
    name(set.sources.find(({ id }) => id === source)?.title),
    "",
    points ?? bounds(open),
    maxPoints,
    index,
  ]);
  const lines = score.lines.map(({ kind, id, points }) => [lineTitle(kind, id), "", "", points]);
  const open = score.open.map(({ item, why }) => `${item} ${why}`).join(", ");
  const body = fitted(
    ["item", "title", "claimed", "points", "max", "index"],
    [...items, ...sources, ...lines],
  );
  return `${head}\n${body}${open === "" ? "" : `\nopen: ${open}`}`;
}

/** An exact value, where it is short enough for a line. */
const short = (exact: string | undefined): string => (exact === undefined || exact.length > 24 ? "" : exact);

/** One line for each step beneath what is explained; for a leaf its history. In words: `explanationText`. */
function explanationTable({ unit, step }: Explanation): string {
  const head = `unit ${unit.id}   step ${step.kind}${"id" in step ? ` ${step.id}` : ""}`;
  switch (step.kind) {
    case "unit":
    case "node":
    case "source": {
      const lines = step.steps.map((it) =>
        it.kind === "line"
          ? [lineTitle(it.line, it.id), "", it.points?.rounded, "", short(it.points?.exact), it.basis.at]
          : [
              it.number,
              name(it.title),
              it.points?.rounded ?? bounds(it.bounds && roundedBounds(it.bounds)),
              it.maxPoints,
              short(it.points?.exact),
              it.basis.at,
            ],
      );
      const total = ["result", "", step.points?.rounded, step.maxPoints, short(step.points?.exact)];
      return `${head}\n${fitted(["item", "title", "points", "max", "exact", "at"], [...lines, total])}`;
    }
    case "leaf": {
      const about = facts([
        ["state", step.state],
        ["points", step.points?.rounded],
        ["exact", step.points?.exact],
        ["max", step.maxPoints],
        ["at", step.basis.at],
      ]);
      const history = step.history.map(({ date, stage, kind, by, after, decision }) => [
        date,
        stage ?? "self",
        kind,
        by?.role,
        after?.points?.rounded ?? "pending",
        decision?.number,
      ]);
      return `${head}   ${name(step.title)}\n${about}\n${fitted(["date", "stage", "kind", "by", "points", "decision"], history)}`;
    }
    case "place":
      return `${head}\n${facts([
        ["place", step.place?.place],
        ["of", step.of],
        ["index", step.place?.index],
        ["why none", step.reason],
      ])}`;
    default:
      return `${head}\n${plainly(step)}`;
  }
}

const roundedBounds = (it: {
  readonly low: { readonly rounded: string };
  readonly high: { readonly rounded: string };
}): { readonly low: string; readonly high: string } => ({ low: it.low.rounded, high: it.high.rounded });

const has = (value: object, ...keys: readonly string[]): boolean =>
  keys.every((key) => Object.hasOwn(value, key));

const isIssues = (value: unknown): value is readonly Issue[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((it) => typeof it === "object" && has(it, "code", "vi", "en"));

/** Shows one value. */
export function show(value: unknown): string {
  if (isIssues(value)) return issueText(value, "vi");
  if (typeof value !== "object" || value === null) return plainly(value);
  if (has(value, "scores", "rankings")) return assessmentText(value as Assessment);
  if (has(value, "places", "unranked")) return rankingText(value as Ranking);
  if (has(value, "sources", "items", "lines", "open")) return scoreText(value as Score);
  if (has(value, "format", "rounding", "step")) return explanationTable(value as Explanation);
  return plainly(value);
}
