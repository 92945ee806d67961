/**
 * The score sheet (phiếu điểm) of one unit: each item with what was claimed and appraised, the lines, and the index step
 * by step, so that a calculator gives the printed figure. What it says comes from the explanation.
 */
import { gradeSentences, reachedOfLine } from "../explain/explanation-text.ts";
import { historySentences } from "../explain/history-text.ts";
import { type ExplanationWords, reachedOfStep } from "../explain/leaf-text.ts";
import type { Explanation, IndexSum, LeafStep, LineStep, NodeStep, Step, UnitStep } from "../explain/step.ts";
import { type Amount, toKeyIn } from "../score.ts";
import {
  capital,
  joined,
  type Message,
  message,
  numberIn,
  percentIn,
  type Sentence,
  said,
  say,
  textIn,
  type Words,
  withColon,
} from "../words/words.ts";
import { type Content, each, html, type Markup } from "./html.ts";

/** What the page needs of a table of words. */
export type ReportWords = ExplanationWords & Pick<Words, "report" | "movement">;

/** Who reads: the public sees no votes, no holders of roles and no reasons of the council. */
export type Audience = "public" | "council";

/** What a score sheet is made from. */
interface SheetInput {
  readonly explanation: Explanation;
  /** The place of the unit, or why it has none. */
  readonly place: Content;
  readonly audience: Audience;
  /** The stamp over results that nobody approved yet. */
  readonly stamp: Markup | undefined;
  /** True where it stands on a page of its own, whose head names set and round. */
  readonly alone: boolean;
}

/** The score sheet of one unit. */
export function scoreSheet(
  words: ReportWords,
  { explanation, place, audience, stamp, alone }: SheetInput,
): Markup {
  const { unit, set, round, step } = explanation;
  const name = textIn(words, unit.name);
  const id = `sheet-${unit.id}`;
  const about = alone
    ? undefined
    : html`<dt>${say(words, "report.set")}</dt><dd>${textIn(words, set.title)} (${set.id}, ${say(words, "report.edition", { edition: set.edition })})</dd>
<dt>${say(words, "report.round")}</dt><dd>${textIn(words, round.title)}</dd>
`;
  const head = html`<h2 id="${id}">${say(words, "report.sheet", { name })}</h2>${stamp}
<dl>${about}<dt>${say(words, "report.group")}</dt><dd>${textIn(words, unit.group)}</dd>
<dt>${say(words, "report.place")}</dt><dd>${place}</dd></dl>`;
  const body =
    step.kind === "unit"
      ? html`${itemTable(words, name, step, audience)}<div class="whole">${indexPart(words, step)}${signatures(words)}</div>`
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
    else if (part.kind === "line") rows.push(lineRow(words, part, audience));
    else {
      rows.push(nodeRow(words, part, depth));
      for (const below of part.steps) add(below, depth + 1, hasNode(part.steps));
    }
  };
  for (const part of step.steps) add(part, 0, hasNode(step.steps));
  const total = cells(words, { claimed: step.claimed, points: step.points, max: step.maxPoints });
  return html`<p class="note">${say(words, "report.decimals")}</p><div class="wide" tabindex="0" role="region" aria-label="${say(words, "report.items", { name })}"><table class="items"><caption><span>${say(words, "report.items", { name })}</span></caption>
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

const pointsOf = (words: ReportWords, points: Amount | undefined): string =>
  points === undefined ? dash : numberIn(words, toKeyIn(points, 6));

/** What is said in the last column, and in a row of its own beneath: what the council did. */
const sheetNote = (words: ReportWords, parts: readonly (string | undefined)[]): string =>
  joined(parts, words.style.semicolon);

const historyRow = (said: readonly Sentence[]): Content =>
  said.length === 0
    ? undefined
    : html`<tr class="after"><td></td><td colspan="5" class="note">${each(said, ({ label, text }, at) => html`${at === 0 ? undefined : html`<br>`}${label} ${text}`)}</td></tr>
`;

interface Bounded {
  readonly bounds?: { readonly low: Amount; readonly high: Amount } | undefined;
}

const openText = (words: ReportWords, { bounds }: Bounded): string | undefined =>
  bounds && say(words, "report.open", { low: bounds.low.rounded, high: bounds.high.rounded });

function nodeRow(words: ReportWords, node: NodeStep, depth: number): Markup {
  const { number, title, index, maxPoints, declaredMaxPoints: max } = node;
  const share = index === undefined ? undefined : say(words, "report.reached", { percent: index.rounded });
  const applicable = maxPoints === max ? undefined : say(words, "report.applicable", { max });
  const note = sheetNote(words, [share, openText(words, node), applicable]);
  return html`<tr class="${depth === 0 ? "domain" : "node"}"><td>${number}</td><th scope="row">${textIn(words, title)}</th>${cells(words, { ...node, max: maxPoints })}<td class="note">${note}</td></tr>
`;
}

function leafRow(words: ReportWords, leaf: LeafStep, audience: Audience, isBeside: boolean): Markup {
  const council = leaf.history.filter(
    ({ kind, change }) =>
      kind !== "self" && (kind !== "accept" || (change !== undefined && change.exact !== "0")),
  );
  const { state, index } = leaf;
  const share =
    isBeside && index !== undefined
      ? say(words, "explanation.componentIndex", { index: index.rounded })
      : undefined;
  const said = state === "scored" ? reachedOfStep(words, leaf) : say(words, `terms.state.${state}`);
  const reason =
    state !== "scored" && leaf.reason !== undefined ? say(words, `terms.reason.${leaf.reason}`) : undefined;
  const note = sheetNote(words, [said, reason, openText(words, leaf), share]);
  return html`<tr><td>${leaf.number}</td><th scope="row">${textIn(words, leaf.title)}</th>${cells(words, { ...leaf, max: leaf.maxPoints })}<td class="note">${note}</td></tr>
${audience === "public" ? undefined : historyRow(historySentences(words, leaf, council, 0))}`;
}

function lineRow(words: ReportWords, { line, points, state, working }: LineStep, audience: Audience): Markup {
  const isDecided = working.kind === "decided";
  const name = capital(say(words, `terms.line.${line}`));
  const value = points === undefined ? dash : numberIn(words, signed(points));
  const open = state === "pending" ? say(words, "terms.state.pending") : undefined;
  const note = sheetNote(words, [said(words, reachedOfLine(words, line, working)), open]);
  const told =
    isDecided && audience === "council"
      ? historyRow(historySentences(words, { ...working, line }, working.history, 0))
      : undefined;
  return html`<tr class="line"><td>${isDecided ? working.number : undefined}</td><th scope="row">${isDecided ? withColon(words, name, textIn(words, working.title)) : name}</th><td class="num"></td><td class="num"></td><td class="num">${value}</td><td class="note">${note}</td></tr>
${told}`;
}

const signed = (amount: Amount): string =>
  `${amount.exact.startsWith("-") || amount.exact === "0" ? "" : "+"}${toKeyIn(amount, 6)}`;

/** The index as the sum of its terms: each can be keyed into a calculator, and their sum rounds to what is printed. */
function indexPart(words: ReportWords, step: UnitStep): Markup {
  const { sum, bounds } = step.index;
  if (sum === undefined)
    return html`<h3>${say(words, "report.indexHead")}</h3><p>${bounds === undefined ? say(words, `terms.result.${step.state}`) : say(words, "report.provisional", { low: bounds.low.index.rounded, high: bounds.high.index.rounded })}</p>
<ul>${each(step.open, ({ number, title, reason }) => html`<li>${withColon(words, `${number} ${textIn(words, title)}`, say(words, `terms.reason.${reason}`))}</li>`)}</ul>`;
  const grade = step.grade.grade === undefined ? [] : gradeSentences(words, step.grade, 0);
  return html`<h3>${say(words, "report.indexHead")}</h3><ol class="steps">${each(sum.terms, (term) => html`<li>${termText(words, term)}</li>`)}
<li>${say(words, "report.sum", { sum: toKeyIn(sum.index, 6), index: sum.index.rounded })}</li></ol>
<p><strong>${say(words, "report.index", { index: sum.index.rounded })}</strong></p>${each(grade, ({ level, label, text }) => html`<p${level === 0 ? undefined : indented}>${label} ${text}</p>`)}
`;
}

const indented: Markup = { markup: ' class="under"' };

const termText = (words: ReportWords, term: IndexSum["terms"][number]): string =>
  say(words, "report.term", {
    of: term.kind === "points" ? message("report.points") : message(`terms.line.${term.kind}`),
    id: whose(term),
    // Ten decimals, so that six of the quotient are right.
    points: toKeyIn(term.points, 10),
    max: term.dividedBy,
    percent: toKeyIn(term.percent, 6),
  });

/** Which line of the decision a term is of; a limit of all bonus points says so, one of the index has nothing to say. */
function whose({ kind, id }: IndexSum["terms"][number]): string | Message | undefined {
  if (kind === "bonus" || kind === "penalty") return id;
  if (kind !== "cap" || id === "max" || id === "min") return undefined;
  return id === "bonus" || id === "penalty" ? message(`terms.line.${id}`) : id;
}

const signatures = (words: ReportWords): Markup =>
  html`<div class="signs"><p>${say(words, "report.signUnit")}</p><p>${say(words, "report.signCouncil")}</p></div>`;

/** A percentage, or a dash. */
export const percentOrDash = (words: ReportWords, text: string | undefined): string =>
  text === undefined ? dash : percentIn(words, text);
