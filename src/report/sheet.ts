/**
 * The score sheet (phiếu điểm) of one unit: each item with what was claimed and appraised, the lines, and the index step
 * by step, so that a calculator gives the printed figure. What it says comes from the explanation.
 */
import { historySentences } from "../explain/history-text.ts";
import { type ExplanationWords, reachedOfStep } from "../explain/leaf-text.ts";
import type { Explanation, IndexSum, LeafStep, LineStep, NodeStep, Step, UnitStep } from "../explain/step.ts";
import { readFraction, rounded } from "../number.ts";
import { type Amount, shownAmount, signedAmount } from "../score.ts";
import { message, numberIn, percentIn, say, textIn, type Words } from "../words/words.ts";
import { type Content, each, html, type Markup } from "./html.ts";

/** What the page needs of a table of words. */
export type ReportWords = ExplanationWords & Pick<Words, "report" | "movement">;

/** Who reads: the public sees no votes, no holders of roles and no reasons of the council. */
export type Audience = "public" | "council";

/** What a score sheet is made from. */
export interface SheetInput {
  readonly explanation: Explanation;
  /** The place of the unit, or why it has none. */
  readonly place: Content;
  readonly audience: Audience;
  /** The stamp over results that nobody approved yet. */
  readonly stamp: Markup | undefined;
}

/** The score sheet of one unit. */
export function scoreSheet(words: ReportWords, { explanation, place, audience, stamp }: SheetInput): Markup {
  const { unit, set, round, step } = explanation;
  const name = textIn(words, unit.name);
  const id = `sheet-${unit.id}`;
  const head = html`<h2 id="${id}">${say(words, "report.sheet", { name })}</h2>${stamp}
<dl><dt>${say(words, "report.group")}</dt><dd>${textIn(words, unit.group)}</dd>
<dt>${say(words, "report.set")}</dt><dd>${textIn(words, set.title)} (${set.id}, ${say(words, "report.edition", { edition: set.edition })})</dd>
<dt>${say(words, "report.round")}</dt><dd>${textIn(words, round.title)}</dd>
<dt>${say(words, "report.place")}</dt><dd>${place}</dd></dl>`;
  const body =
    step.kind === "unit"
      ? html`${itemTable(words, name, step, audience)}${indexPart(words, step)}${signatures(words)}`
      : html`<p>${step.kind === "unscored" ? say(words, `terms.unranked.${step.reason}`) : undefined}</p>`;
  return html`<section class="sheet" aria-labelledby="${id}">${head}${body}</section>
`;
}

function itemTable(words: ReportWords, name: string, step: UnitStep, audience: Audience): Markup {
  const rows: Markup[] = [];
  // A leaf beside nodes shows its component index as they do.
  const hasNode = (steps: readonly Step[]): boolean => steps.some(({ kind }) => kind === "node");
  const add = (part: NodeStep | LeafStep | LineStep, depth: number, isBeside: boolean): void => {
    if (part.kind === "leaf") rows.push(leafRow(words, part, audience, isBeside));
    else if (part.kind === "line") rows.push(lineRow(words, part));
    else {
      rows.push(nodeRow(words, part, depth));
      for (const below of part.steps) add(below, depth + 1, hasNode(part.steps));
    }
  };
  for (const part of step.steps) add(part, 0, hasNode(step.steps));
  const total = cells(words, { claimed: step.claimed, points: step.points, max: step.maxPoints });
  return html`<div class="wide" tabindex="0" role="region" aria-label="${say(words, "report.items", { name })}"><table class="items"><caption>${say(words, "report.items", { name })}</caption>
<thead><tr><th scope="col">${say(words, "report.number")}</th><th scope="col" class="name">${say(words, "report.content")}</th><th scope="col" class="num">${say(words, "report.max")}</th><th scope="col" class="num">${say(words, "report.claimed")}</th><th scope="col" class="num">${say(words, "report.appraised")}</th><th scope="col">${say(words, "report.basis")}</th></tr></thead>
<tbody>${rows}<tr class="domain"><td></td><th scope="row">${say(words, "report.total")}</th>${total}<td></td></tr></tbody></table></div>
`;
}

interface RowAmounts {
  readonly max: string | undefined;
  readonly claimed?: Amount | "not-applicable" | undefined;
  readonly points?: Amount | undefined;
}

/** Maximum, claimed, appraised; what is not there is a dash, and no 0. */
const cells = (words: ReportWords, { max, claimed, points }: RowAmounts): Markup =>
  html`<td class="num">${max === undefined ? dash : numberIn(words, max)}</td><td class="num">${claimed === "not-applicable" ? say(words, "report.notApplicable") : pointsOf(words, claimed)}</td><td class="num">${pointsOf(words, points)}</td>`;

const dash = "–";

/** Points as a sheet shows them: with as many decimals as say them exactly, six at most. */
const pointsOf = (words: ReportWords, points: Amount | undefined): string =>
  points === undefined ? dash : numberIn(words, brief(points));

const brief = (amount: Amount): string =>
  /^-?\d+(\.\d{1,6})?$/.test(amount.exact) ? amount.exact : shownAmount(amount);

function nodeRow(words: ReportWords, node: NodeStep, depth: number): Markup {
  const { number, title, index, bounds, maxPoints, max } = node;
  const share = index === undefined ? undefined : say(words, "report.reached", { percent: index.rounded });
  const open =
    bounds === undefined
      ? undefined
      : say(words, "report.open", { low: bounds.low.rounded, high: bounds.high.rounded });
  const applicable = maxPoints === max ? undefined : say(words, "report.applicable", { max });
  return html`<tr class="${depth === 0 ? "domain" : "node"}"><td>${number}</td><th scope="row">${textIn(words, title)}</th>${cells(words, { ...node, max: maxPoints })}<td class="note">${[share, open, applicable].filter(Boolean).join("; ")}</td></tr>
`;
}

function leafRow(words: ReportWords, leaf: LeafStep, audience: Audience, isBeside: boolean): Markup {
  const council = leaf.history.filter(
    ({ kind, difference }) =>
      kind !== "self" && (kind !== "accept" || (difference !== undefined && difference.exact !== "0")),
  );
  const said = audience === "public" ? [] : historySentences(words, leaf, council, 0);
  const { state, bounds, index } = leaf;
  const share =
    isBeside && index !== undefined ? say(words, "report.reached", { percent: index.rounded }) : undefined;
  const open =
    bounds === undefined
      ? undefined
      : say(words, "report.open", { low: bounds.low.rounded, high: bounds.high.rounded });
  const why = state === "scored" ? reachedOfStep(words, leaf) : say(words, `terms.state.${state}`);
  const reason =
    state !== "scored" && leaf.why !== undefined ? say(words, `terms.reason.${leaf.why}`) : undefined;
  return html`<tr><td>${leaf.number}</td><th scope="row">${textIn(words, leaf.title)}</th>${cells(words, { ...leaf, max: leaf.maxPoints })}<td class="note">${[share, why, reason, open].filter(Boolean).join("; ")}${each(said, ({ label, text }) => html`<br>${label} ${text}`)}</td></tr>
`;
}

function lineRow(words: ReportWords, line: LineStep): Markup {
  const { points, working } = line;
  const name =
    working.kind === "decided"
      ? `${working.number} ${textIn(words, working.title)}`
      : say(words, "report.line", { line: message(`terms.line.${line.line}`), of: lineAbout(line) });
  const value = points === undefined ? dash : numberIn(words, signed(points));
  return html`<tr class="node"><td></td><th scope="row">${name}</th><td class="num"></td><td class="num"></td><td class="num">${value}</td><td class="note">${line.state === "pending" ? say(words, "terms.state.pending") : undefined}</td></tr>
`;
}

const signed = (amount: Amount): string =>
  /^-?\d+(\.\d{1,6})?$/.test(amount.exact) && !amount.exact.startsWith("-") && amount.exact !== "0"
    ? `+${amount.exact}`
    : /^-?\d+(\.\d{1,6})?$/.test(amount.exact)
      ? amount.exact
      : signedAmount(amount);

const lineAbout = ({ working }: LineStep) =>
  working.kind === "conversion" ? working.source : working.kind === "cap" ? working.title : undefined;

/** The index as the sum of its terms: each can be keyed into a calculator, and their sum rounds to what is printed. */
function indexPart(words: ReportWords, step: UnitStep): Markup {
  const { sum, bounds } = step.index;
  if (sum === undefined)
    return html`<h3>${say(words, "report.indexHead")}</h3><p>${bounds === undefined ? say(words, `terms.result.${step.state}`) : say(words, "report.provisional", { low: bounds.low.index.rounded, high: bounds.high.index.rounded })}</p>
<ul>${each(step.open, ({ number, title, why }) => html`<li>${number} ${textIn(words, title)}: ${say(words, `terms.reason.${why}`)}</li>`)}</ul>`;
  const grade = step.grade.grade;
  return html`<h3>${say(words, "report.indexHead")}</h3><ol class="steps">${each(sum.terms, (term) => html`<li>${termText(words, term)}</li>`)}
<li>${say(words, "report.sum", { sum: sixDecimals(sum.index), index: sum.index.rounded })}</li></ol>
<p><strong>${say(words, "report.index", { index: sum.index.rounded })}</strong>${grade === undefined ? undefined : ` · ${say(words, "report.gradeOf", { grade: grade.title })}`}</p>
`;
}

const termText = (
  words: ReportWords,
  { of, id, points, dividedBy, percent }: IndexSum["terms"][number],
): string =>
  say(words, "report.term", {
    of: of === "points" ? message("report.points") : message(`terms.line.${of}`),
    id: of === "points" ? undefined : id,
    points: longPoints(points),
    max: dividedBy,
    percent: sixDecimals(percent),
  });

/** Points to be keyed in: exact where they are short, else ten decimals, so that six of the quotient are right. */
const longPoints = (amount: Amount): string =>
  /^-?\d+(\.\d{1,10})?$/.test(amount.exact)
    ? amount.exact
    : rounded(readFraction(amount.exact), 10, "half-up");

const sixDecimals = (amount: Amount): string =>
  /^-?\d+(\.\d{1,6})?$/.test(amount.exact) ? amount.exact : rounded(readFraction(amount.exact), 6, "half-up");

const signatures = (words: ReportWords): Markup =>
  html`<div class="signs"><p>${say(words, "report.signUnit")}</p><p>${say(words, "report.signCouncil")}</p></div>`;

/** A percentage, or a dash. */
export const percentOrDash = (words: ReportWords, text: string | undefined): string =>
  text === undefined ? dash : percentIn(words, text);
