/**
 * The page of results: one self-contained HTML file for a screen and for A4, without a script and without a request.
 * Rankings with bars, domains by units as a heat map that figures say too, what changed, who has no place and why, and
 * score sheets. Nothing is computed here but places by domain, which `rank` gives.
 */

import type { Until } from "../appraisal.ts";
import { type Assessment, assess } from "../assess.ts";
import { roundDigest, setDigest } from "../audit/digest.ts";
import type { CriteriaSet } from "../criteria-set.ts";
import { explain } from "../explain/explanation.ts";
import { compareRankings, movementText, type RankingMovement, type UnitMovement } from "../movement.ts";
import { assertOptions } from "../plain.ts";
import { planOf } from "../plan.ts";
import { type PassedQuota, type Place, type Ranking, rank } from "../ranking.ts";
import type { Readable, RoundInput } from "../round/input.ts";
import { readRound } from "../round/read.ts";
import type { Round, Unit } from "../round.ts";
import type { Score } from "../score.ts";
import { assertCriteriaSet } from "../set/brand.ts";
import { enWords } from "../words/en.ts";
import { viWords } from "../words/vi.ts";
import {
  capital,
  type Language,
  message,
  numberIn,
  percentIn,
  say,
  tableOf,
  textIn,
} from "../words/words.ts";
import { type Content, each, html, type Markup, style } from "./html.ts";
import { type Audience, percentOrDash, type ReportWords, scoreSheet } from "./sheet.ts";
import { placeNote } from "./workbook.ts";

/** What the page shows, and to whom. */
export interface ReportOptions {
  /** A stage or a day, inclusive; `"self"`: as self-assessed; absent: to the end. */
  readonly until?: Until | undefined;
  /** An earlier assessment, of this round or of another year: what changed since is shown. */
  readonly before?: Pick<Assessment, "rankings"> | undefined;
  /** The ids of the units whose score sheets the page has; absent: all, where they are at most 100, else none. */
  readonly units?: readonly string[] | undefined;
  /** `"public"` leaves out votes, holders of roles and the council's reasons; absent: `"council"`, with all of it. */
  readonly audience?: Audience | undefined;
  /** `"vi"` or `"en"`, or the words of another language; absent: `"vi"`. */
  readonly language?: Language | ReportWords | undefined;
}

/** Above so many units a page has score sheets only where they are asked for. */
const mostSheets = 100;

/**
 * Makes the page of a round's results.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param round The round, as `readRound` gave it, or as parsed from JSON: then it is read first.
 * @param options How far the process is followed, what it is compared with, whose score sheets it has, for whom, and in
 * which language.
 *
 * @returns The HTML of one page, for a file of its own: nothing is loaded and no script runs.
 *
 * @throws TypeError if the set was not read by `readCriteriaSet`, or an option is unknown; RangeError if the round has no
 * such unit, or the language or the audience is none of these; InvalidError if the round has errors.
 *
 * @example
 * ```ts
 * import { readRound } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * import { reportHtml } from "par-index/report";
 * import file from "par-index/examples/hoa-lam-departments-2026.json" with { type: "json" };
 * const set = criteriaSet("hoa-lam/department/2026");
 * const round = readRound(set, file);
 * const page = reportHtml(set, round, { units: ["hoa-lam-so-tai-chinh"], audience: "public" });
 * page.startsWith("<!doctype html>"); // => true
 * ```
 */
export function reportHtml(
  set: CriteriaSet,
  round: Round | Readable<RoundInput>,
  options: ReportOptions = {},
): string {
  const page = pageOf(set, round, options, "reportHtml");
  const { words, assessment } = page;
  const ids =
    options.units ?? (page.round.units.length <= mostSheets ? page.round.units.map(({ id }) => id) : []);
  const content = html`${each(assessment.rankings, (ranking, at) => groupPart(page, ranking, at))}${each(ids, (id) => sheetOf(page, id))}`;
  return wholePage(
    page,
    textIn(words, page.round.title),
    html`${pageHead(page)}</header>
<main>${content}</main>`,
  );
}

/** A score sheet as a page of its own. */
interface SheetPage {
  /** The id of the unit. */
  readonly unit: string;
  readonly html: string;
}

/** The score sheets of a round one by one, each a page of its own: one assessment serves all. */
export function* sheetPages(
  set: CriteriaSet,
  round: Round,
  options: ReportOptions,
): Generator<SheetPage, void, undefined> {
  const page = pageOf(set, round, options, "sheetPages");
  const { words } = page;
  for (const unit of options.units ?? page.round.units.map(({ id }) => id)) {
    const title = `${say(words, "report.sheet", { name: nameOf(page, unit) })}, ${textIn(words, page.round.title)}`;
    const content = html`${pageHead(page)}</header>
<main>${sheetOf(page, unit, true)}</main>`;
    yield { unit, html: wholePage(page, title, content) };
  }
}

/** A page beneath the title of the round; the content closes the header. */
const wholePage = ({ words, round }: Page, title: string, content: Markup): string =>
  html`<!doctype html>
<html lang="${words.style.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${{ markup: style }}</style></head>
<body><header><h1>${textIn(words, round.title)}</h1>${content}
</body></html>
`.markup;

function pageOf(
  set: CriteriaSet,
  round: Round | Readable<RoundInput>,
  options: ReportOptions,
  caller: string,
): Page {
  assertCriteriaSet(set, caller);
  assertOptions(options, ["until", "before", "units", "audience", "language"], caller);
  const { until, before, audience = "council", language = "vi" } = options;
  if (audience !== "council" && audience !== "public")
    throw new RangeError(
      `${caller}: the audience must be "council" or "public", not ${JSON.stringify(audience)}`,
    );
  const words: ReportWords = tableOf<ReportWords>(language, { vi: viWords, en: enWords }, caller);
  const read = readRound(set, round);
  const names = new Map(read.units.map((unit) => [unit.id, unit]));
  for (const id of options.units ?? [])
    if (!names.has(id)) throw new RangeError(`${caller}: the round has no unit ${JSON.stringify(id)}`);
  const assessment = assess(set, read, { until });
  return {
    ...{ words, set, round: read, assessment, audience, names },
    scores: new Map(assessment.scores.map((score) => [score.unit, score])),
    places: placesTold(words, assessment),
    movements:
      before === undefined
        ? []
        : compareRankings(before.rankings, assessment.rankings, { units: read.units }),
  };
}

/** What every part of the page is made from. */
interface Page {
  readonly words: ReportWords;
  readonly set: CriteriaSet;
  readonly round: Round;
  readonly assessment: Assessment;
  readonly audience: Audience;
  readonly names: ReadonlyMap<string, Unit>;
  readonly scores: ReadonlyMap<string, Score>;
  readonly places: ReadonlyMap<string, string>;
  readonly movements: readonly RankingMovement[];
}

const nameOf = ({ words, names }: Page, id: string): string => {
  const unit = names.get(id);
  return unit === undefined ? id : textIn(words, unit.name);
};

function pageHead({ words, set, round, assessment }: Page): Markup {
  const cited = set.items[0]?.citation?.decision;
  const decision = set.decisions.find(({ id }) => id === cited) ?? set.decisions[0];
  const { until } = assessment;
  return html`<dl>
<dt>${say(words, "report.set")}</dt><dd>${textIn(words, set.title)} (${set.id}, ${say(words, "report.edition", { edition: set.edition })})</dd>
${decision && html`<dt>${say(words, "report.decision")}</dt><dd>${say(words, "report.document", { number: decision.number, date: decision.date, issuer: decision.issuer })}</dd>`}
<dt>${say(words, "report.until")}</dt><dd>${until === undefined ? say(words, "report.latest") : stageText(words, until)}</dd>
${round.status !== "illustrative" ? undefined : html`<dt>${say(words, "report.data")}</dt><dd><strong>${say(words, "report.illustrative")}</strong></dd>`}
<dt>${say(words, "report.digests")}</dt><dd><span class="digest">${say(words, "report.roundDigest", { digest: roundDigest(round) })}</span><br><span class="digest">${say(words, "report.setDigest", { digest: setDigest(set) })}</span><br><small>${say(words, "report.digestUse")}</small></dd>
</dl>
`;
}

const stageText = (words: ReportWords, until: Until): string =>
  until === "self" || until === "first" || until === "second" || until === "final" || until === "correction"
    ? capital(say(words, `terms.stage.${until}`))
    : say(words, "report.onDay", { day: until });

/** The results of one group. */
function groupPart(page: Page, ranking: Ranking, at: number): Content {
  const { words } = page;
  const id = `group-${at + 1}`;
  const title = groupTitle(page, ranking.group);
  const { places, unranked, mean, meanOf, complete } = ranking;
  const listedCount = places.length + unranked.length;
  if (places.length === 0 && unranked.length === 0) return undefined;
  const best = places[0]?.index;
  return html`<section class="group" aria-labelledby="${id}"><h2 id="${id}">${say(words, "report.groupHead", { group: title })}</h2>
${stampOf(page, ranking, listedCount)}
<p>${say(words, "report.summary", { ranked: places.length, mean, meanOf, best })}${complete ? undefined : html` <strong>${say(words, "report.incomplete")}</strong>`}</p>
${rankedTable(page, ranking)}
${apartList(page, ranking)}
${heatMap(page, ranking)}
${movementPart(page, ranking)}
</section>
`;
}

function groupTitle({ words, set }: Page, id: string): string {
  const group = set.groups.find((it) => it.id === id);
  return group === undefined ? id : textIn(words, group.title);
}

/** So many rows at least stand on a printed page. */
const rowsOfPage = 10;

/** The stamp over what nobody approved yet: once in words, and across each printed page of so many rows. */
function stampOf({ words }: Page, { approved }: Pick<Score, "approved">, rows: number): Markup | undefined {
  if (approved) return undefined;
  const text = say(words, "report.notApproved");
  const across = each(
    Array.from({ length: Math.ceil(rows / rowsOfPage) }),
    () => html`<i data-text="${text}"></i>`,
  );
  return html`<p class="stamp">${text}</p><div class="across" aria-hidden="true">${across}</div>`;
}

function rankedTable(page: Page, { places, mean, group, passedQuotas = [] }: Ranking): Markup {
  const { words, set, scores } = page;
  const hasGrades = set.grades.length > 0;
  const moved = new Map(
    (page.movements.find((it) => it.group === group)?.units ?? []).map((unit) => [unit.unit, unit]),
  );
  const sources = set.sources.length > 1 && set.sources.length <= 4 ? set.sources : [];
  const head = html`<tr><th scope="col" class="num">${say(words, "report.placeColumn")}</th><th scope="col" class="name">${say(words, "report.unit")}</th><th scope="col">${say(words, "report.indexColumn")}</th>${hasGrades ? html`<th scope="col">${say(words, "report.grade")}</th>` : undefined}${page.movements.length > 0 ? html`<th scope="col">${say(words, "report.change")}</th>` : undefined}${each(sources, ({ title }) => html`<th scope="col" class="num">${textIn(words, title)}</th>`)}</tr>`;
  const row = (place: Place): Markup => {
    const score = scores.get(place.unit);
    const points = new Map((score?.sources ?? []).map((it) => [it.source, it.points]));
    const grade = set.grades.find(({ id }) => id === place.grade);
    return html`<tr><td class="num">${place.place}</td><th scope="row" class="name">${nameOf(page, place.unit)}${noteOf(page, place)}</th><td class="bar">${percentIn(words, place.index)}${bar(place.index, mean)}</td>${hasGrades ? html`<td>${grade && textIn(words, grade.title)}</td>` : undefined}${page.movements.length > 0 ? html`<td>${changeShown(words, moved.get(place.unit))}</td>` : undefined}${each(sources, ({ id }) => html`<td class="num">${pointsOrDash(words, points.get(id))}</td>`)}</tr>
`;
  };
  const caption = say(words, "report.rankingCaption", { group: groupTitle(page, group), mean });
  return html`<div class="wide" tabindex="0" role="region" aria-label="${caption}"><table><caption><span>${caption}</span></caption><thead>${head}</thead><tbody>${each(places, row)}</tbody></table></div>${each(passedQuotas, (passed) => html`<p>${quotaText(page, passed)}</p>`)}`;
}

/** That a grade has more units than its quota allows, and which of them stand on the edge. */
function quotaText({ words, set, names }: Page, { grade, edge, ...numbers }: PassedQuota): string {
  const title = set.grades.find(({ id }) => id === grade)?.title ?? grade;
  return say(words, "report.passedQuota", {
    ...numbers,
    grade: title,
    edge: edge.map((unit) => names.get(unit)?.name ?? unit),
  });
}

const pointsOrDash = (words: ReportWords, text: string | undefined): string =>
  text === undefined ? "–" : numberIn(words, text);

/** What decided between units of the same printed index, who shares a place, and what kept a unit from a grade. */
function noteOf({ words, set, scores }: Page, place: Place): Content {
  const reached = set.grades.find(({ id }) => id === scores.get(place.unit)?.reaches);
  const withheld = reached && say(words, "report.withheld", { grade: reached.title });
  return [placeNote(words, set, place), withheld].map((note) => note && html`<br><small>${note}</small>`);
}

/** A bar as long as the percentage, with a mark at the mean; what lies outside 0 to 100 is drawn at the end. */
function bar(index: string, mean: string | undefined): Markup {
  return html`<div class="track" aria-hidden="true"><span class="fill" style="width:${widthAt(index)}%"></span>${mean === undefined ? undefined : html`<span class="mean" style="left:${widthAt(mean)}%"></span>`}</div>`;
}

const widthAt = (percent: string): string =>
  percent.startsWith("-") ? "0" : /^\d{3}/.test(percent) ? "100" : percent;

function changeShown(words: ReportWords, movement: UnitMovement | undefined): string {
  if (movement === undefined) return "";
  const { state, rose = 0, gained } = movement;
  if (state === "new") return say(words, "report.new");
  return say(words, "report.moved", {
    up: rose > 0 ? rose : undefined,
    down: rose < 0 ? -rose : undefined,
    same: rose === 0 ? "=" : undefined,
    gained:
      gained === undefined ? undefined : gained.startsWith("-") || gained === "0" ? gained : `+${gained}`,
  });
}

/** Units without a place, each with the reason, and with its bounds where something is open. */
function apartList(page: Page, { unranked }: Ranking): Content {
  const { words, scores } = page;
  if (unranked.length === 0) return undefined;
  return html`<h3>${say(words, "report.apart")}</h3><ul>${each(unranked, ({ unit, reason, index }) => {
    const bounds = scores.get(unit)?.bounds;
    return html`<li>${say(words, "report.apartUnit", { unit: nameOf(page, unit), reason: message(`terms.unranked.${reason}`), index, low: bounds?.low, high: bounds?.high ?? "" })}</li>`;
  })}</ul>`;
}

/** Domains by units: the component index and the place by it, with the mean and the best of each domain. */
function heatMap(page: Page, { places, unranked, group }: Ranking): Content {
  const { words, set, assessment } = page;
  const domains = set.items;
  const listed = [...places, ...unranked.filter(({ unit }) => page.scores.has(unit))];
  if (domains.length < 2 || listed.length === 0) return undefined;
  const inGroup = assessment.scores.filter((score) => score.group === group);
  const lists = domains.map(({ id }) =>
    rank(set, inGroup, { by: { item: id } }).find((it) => it.group === group),
  );
  const standings = lists.map(
    (list) => new Map((list?.places ?? []).map((place): [string, Place] => [place.unit, place])),
  );
  const caption = say(words, "report.heatCaption", { group: groupTitle(page, group) });
  const line = (name: string, indexes: readonly (string | undefined)[]): Markup =>
    html`<tr class="node"><th scope="row" class="name">${name}</th>${each(indexes, (index) => html`<td class="num">${percentOrDash(words, index)}</td>`)}</tr>
`;
  return html`<h3>${say(words, "report.heatHead")}</h3><ol class="note">${each(domains, ({ number, title }) => html`<li value="${/^\d+$/.test(number) ? number : undefined}">${textIn(words, title)}</li>`)}</ol>
<div class="wide" tabindex="0" role="region" aria-label="${caption}"><table><caption><span>${caption}</span></caption>
<thead><tr><th scope="col" class="name">${say(words, "report.unit")}</th>${each(domains, ({ number }) => html`<th scope="col" class="num">${say(words, "report.domain", { number })}</th>`)}</tr></thead>
<tbody>${line(
    say(words, "report.mean"),
    lists.map((list) => list?.mean),
  )}${line(
    say(words, "report.best"),
    lists.map((list) => list?.places[0]?.index),
  )}${each(listed, ({ unit }) => {
    return html`<tr><th scope="row" class="name">${nameOf(page, unit)}</th>${each(standings, (standing) => heatCell(words, standing.get(unit)))}</tr>
`;
  })}</tbody></table></div>`;
}

const heatCell = (words: ReportWords, place: Place | undefined): Markup =>
  place === undefined
    ? html`<td class="num">–</td>`
    : html`<td class="h h${shadeOf(place.index)}">${numberIn(words, place.index)}<br><small>${say(words, "report.atPlace", { place: place.place })}</small></td>`;

/** Ten shades by tens of the percentage: the text says the figure. */
const shadeOf = (percent: string): string =>
  percent.startsWith("-")
    ? "0"
    : /^\d{3}/.test(percent)
      ? "10"
      : /^\d\d/.test(percent)
        ? percent.charAt(0)
        : "0";

function movementPart({ words, movements, round }: Page, { group }: Ranking): Content {
  const movement = movements.find((it) => it.group === group);
  if (movement === undefined) return undefined;
  const [head, ...lines] = movementText(movement, words, { units: round.units }).split("\n");
  return html`<h3>${say(words, "report.changeHead")}</h3><p>${head}</p><ul>${each(lines, (text) => html`<li>${text}</li>`)}</ul>`;
}

function sheetOf(page: Page, id: string, alone = false): Markup {
  const { set, round, assessment, words, audience } = page;
  const explanation = explain(set, round, id, { until: assessment.until });
  const stamp = stampOf(page, explanation, planOf(set, "reportHtml").leaves.length);
  return scoreSheet(words, { explanation, place: page.places.get(id), audience, stamp, alone });
}

/** The place of each unit in words, or why it has none. */
function placesTold(words: ReportWords, { rankings }: Assessment): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { places, unranked } of rankings) {
    for (const { unit, place, tied } of places) {
      const of = places.length;
      found.set(unit, say(words, "report.placeOf", { place, of, tied: tied ? "=" : undefined }));
    }
    for (const { unit, reason } of unranked)
      found.set(unit, say(words, "report.noPlace", { reason: message(`terms.unranked.${reason}`) }));
  }
  return found;
}
