/**
 * The page of the example: a form that is scored while somebody types, the ranking, and why a score is what it is. What
 * is shown is in the address (`#view=form&unit=…`), so that it can be linked to and stays when the language is switched.
 */
import {
  appraise,
  type CriteriaSet,
  formatDecimal,
  type Issue,
  type Language,
  languages,
  leavesOf,
  type ResultNames,
  readCriteriaSet,
  score,
  wordsFor,
} from "par-index";
import { drawMarkdown, made, one } from "./dom.ts";
import { type DrawnQuestion, drawForm, issueLine, showQuestion } from "./form.ts";
import type { FormAnswer, RankingAnswer, Refusal } from "./server.ts";

const language: Language = languages.find((code) => code === document.documentElement.lang) ?? "vi";
const byId = (id: string): HTMLElement => one(document, `#${id}`, HTMLElement);
const unitList = one(document, "#unit", HTMLSelectElement);
const itemList = one(document, "#item", HTMLSelectElement);
const submitted = one(document, "#submitted", HTMLInputElement);

/** What the server answers; the type says what that address gives. */
async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const headers = { "accept-language": language, "content-type": "application/json" };
  const response = await fetch(path, { ...init, headers });
  if (!response.ok && response.status !== 422) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

const asked = (): URLSearchParams => new URLSearchParams(location.hash.slice(1));

/** The address of another view, of the same unit. */
function addressOf(change: Readonly<Record<string, string>>): string {
  const next = asked();
  for (const [key, value] of Object.entries(change)) next.set(key, value);
  return `#${next}`;
}

/** The form that is open. */
let open: { readonly answer: FormAnswer; readonly questions: readonly DrawnQuestion[] } | undefined;

async function showForm(set: CriteriaSet, names: ResultNames, unit: string): Promise<void> {
  const answer = await ask<FormAnswer>(`/api/form?unit=${encodeURIComponent(unit)}`);
  const changed = () => showScore(set, names);
  open = { answer, questions: drawForm(byId("questions"), answer.form, names, { language, changed }) };
  submitted.value = answer.form.submitted ?? "";
  showScore(set, names);
}

/** Scores the form as it is, and says what is wrong with it. */
function showScore(set: CriteriaSet, names: ResultNames): readonly Issue[] {
  if (open === undefined) return [];
  const { unit, form } = open.answer;
  const appraisal = appraise(set, form, [], { partial: true, kinds: unit.kinds });
  const { items, bounds, claimed, maxPoints, open: waiting } = score(set, { unit, appraisal });
  const { issues = [] } = appraisal;
  const scored = new Map(items.map((item) => [item.item, item]));
  for (const [at, question] of open.questions.entries()) {
    const own = issues.filter(({ path }) => path[0] === "answers" && path[1] === at);
    showQuestion(question, scored.get(question.item), own, language);
  }
  const general = issues.filter(({ path }) => path[0] !== "answers" || path.length < 2);
  byId("general").replaceChildren(...general.map((issue) => issueLine(issue, language)));
  const number = (text: string): string => formatDecimal(text, language);
  byId("bounds").textContent =
    bounds === undefined ? "" : `${number(bounds.low)} – ${number(bounds.high)} / ${number(maxPoints)}`;
  byId("claimed").textContent = claimed === undefined ? "" : number(claimed);
  const reasons = [...new Set(waiting.map(({ reason }) => reason))];
  byId("open").replaceChildren(
    ...reasons.map((reason) => {
      const numbers = waiting
        .filter((it) => it.reason === reason)
        .map(({ item }) => names.numbers[item] ?? item);
      return made("li", `${wordsFor(`reason.${reason}`, language)}: ${numbers.join(", ")}`);
    }),
  );
  byId("saved").hidden = true;
  byId("refused").hidden = true;
  return issues;
}

async function save(set: CriteriaSet, names: ResultNames): Promise<void> {
  const errors = showScore(set, names).filter(({ severity }) => severity === "error");
  if (open === undefined) return;
  if (errors.length > 0) {
    const field = document.querySelector("#form [aria-invalid=true], #form .issues .error");
    field?.closest("details")?.setAttribute("open", "");
    field?.scrollIntoView({ block: "center" });
    if (field instanceof HTMLInputElement) field.focus();
    return;
  }
  const body = JSON.stringify(open.answer.form, (key, value) => (key === "asks" ? undefined : value));
  const answer = await ask<RankingAnswer | Refusal>("/api/self-assessment", { method: "PUT", body });
  if ("issues" in answer) byId("refused").textContent = answer.text;
  byId("refused").hidden = !("issues" in answer);
  byId("saved").hidden = "issues" in answer;
}

async function showRankings(): Promise<void> {
  const { rankings } = await ask<RankingAnswer>("/api/ranking");
  const tables = rankings.map(({ title, rows: [heads = [], ...rows] }) => {
    const cell = (text: string, column: number): HTMLElement => {
      if (column !== 1) return made("td", text);
      const head = made("th", text);
      head.scope = "row";
      return head;
    };
    const headOf = (text: string): HTMLElement => {
      const head = made("th", text);
      head.scope = "col";
      return head;
    };
    const head = made("thead", made("tr", ...heads.map(headOf)));
    const body = made("tbody", ...rows.map((row) => made("tr", ...row.map(cell))));
    const wide = made("div", made("table", made("caption", title), head, body));
    wide.className = "wide";
    // What may be wider than a telephone is scrolled by the keys, too.
    wide.tabIndex = 0;
    wide.setAttribute("role", "region");
    wide.setAttribute("aria-label", title);
    return wide;
  });
  byId("rankings").replaceChildren(...tables);
}

async function showExplanation(unit: string, item: string): Promise<void> {
  const query = new URLSearchParams({ unit, item });
  const { markdown } = await ask<{ readonly markdown: string }>(`/api/explanation?${query}`);
  byId("explained").replaceChildren(...drawMarkdown(markdown));
}

async function show(set: CriteriaSet, names: ResultNames): Promise<void> {
  const view = asked().get("view") ?? "form";
  const unit = asked().get("unit") ?? unitList.value;
  const item = asked().get("item") ?? "";
  unitList.value = unit;
  itemList.value = item;
  for (const section of document.querySelectorAll("section"))
    section.hidden = section.dataset["view"] !== view;
  for (const link of document.querySelectorAll("a")) {
    const to = link.dataset["view"];
    if (to === undefined) continue;
    link.href = addressOf({ view: to });
    if (to === view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const other = one(document, "#switch", HTMLAnchorElement);
  other.hash = location.hash;
  byId("choose").hidden = view === "ranking";
  if (view === "form") await showForm(set, names, unit);
  if (view === "ranking") await showRankings();
  if (view === "explanation") await showExplanation(unit, item);
}

async function start(): Promise<void> {
  const [set, names] = await Promise.all([
    ask<object>("/api/set").then(readCriteriaSet),
    ask<ResultNames>("/api/names"),
  ]);
  const units = Object.entries(names.units).sort(([, a], [, b]) => a.localeCompare(b, language));
  unitList.append(...units.map(([id, name]) => new Option(name, id)));
  for (const { id } of [...leavesOf(set), ...set.bonus.lines, ...set.penalty.lines])
    itemList.append(new Option(`${names.numbers[id]} ${names.items[id] ?? names.lines[id]}`, id));
  unitList.addEventListener("change", () => {
    location.hash = addressOf({ unit: unitList.value });
  });
  itemList.addEventListener("change", () => {
    location.hash = addressOf({ item: itemList.value });
  });
  submitted.addEventListener("input", () => {
    if (open === undefined) return;
    if (submitted.value === "") delete open.answer.form.submitted;
    else open.answer.form.submitted = submitted.value;
    showScore(set, names);
  });
  one(document, "#form", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    save(set, names).catch(fail);
  });
  addEventListener("hashchange", () => show(set, names).catch(fail));
  await show(set, names);
}

function fail(error: unknown): void {
  byId("failure").hidden = false;
  console.error(error);
}

start().catch(fail);
