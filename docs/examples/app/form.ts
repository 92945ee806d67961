/**
 * The form of a unit: a field for everything that an item asks, written into the self-assessment as it is typed. What is
 * asked, and how it is scored, the library says.
 */
import {
  type BlankAnswer,
  type BlankSelfAssessment,
  type EvidenceInput,
  en,
  type FactsInput,
  formatDecimal,
  type Issue,
  type ItemScore,
  issueSentence,
  type Language,
  parseDecimal,
  type ResultNames,
  type Text,
  vi,
  wordsFor,
} from "par-index";
import { copyOf, made, one } from "./dom.ts";

/** A question as it stands on the page. */
export interface DrawnQuestion {
  readonly item: string;
  /** Its fields, by their place in the answer: `facts.numerator`. */
  readonly fields: ReadonlyMap<string, HTMLElement>;
  readonly points: HTMLElement;
  readonly issues: HTMLElement;
}

interface Drawing {
  readonly language: Language;
  /** Called when anything was typed. */
  readonly changed: () => void;
}

/** Draws the questions of a form under the headings of their domains. */
export function drawForm(
  place: HTMLElement,
  form: BlankSelfAssessment,
  names: ResultNames,
  drawing: Drawing,
): readonly DrawnQuestion[] {
  place.replaceChildren();
  let domain = "";
  return form.answers.map((answer) => {
    if (answer.asks.domain !== domain) {
      domain = answer.asks.domain;
      place.append(made("h2", `${names.numbers[domain]}. ${names.items[domain]}`));
    }
    return drawQuestion(place, answer, drawing);
  });
}

function drawQuestion(place: HTMLElement, answer: BlankAnswer, drawing: Drawing): DrawnQuestion {
  const { language, changed } = drawing;
  const { asks, item } = answer;
  const copy = copyOf("question");
  const said = (text: Text): string => text[language] ?? text.vi;
  const fields = new Map<string, HTMLElement>();
  const issues = one(copy, ".issues", HTMLUListElement);
  issues.id = `issues-${item}`;

  const bound = (key: string, input: HTMLInputElement, write: () => void): HTMLInputElement => {
    input.setAttribute("aria-describedby", issues.id);
    input.addEventListener("input", () => {
      write();
      changed();
    });
    fields.set(key, input);
    return input;
  };
  const number = (key: string, label: string, figure: Figure): HTMLElement => {
    const input = made("input");
    input.inputMode = "decimal";
    const value = figure.read();
    input.value = value === null || value === undefined ? "" : formatDecimal(String(value), language);
    const write = () => figure.write(input.value.trim() === "" ? null : typed(input.value, language));
    return made("label", label, bound(key, input, write));
  };
  const ticked = (type: "radio" | "checkbox", title: string, isTicked: boolean, write: () => void) => {
    const input = made("input");
    input.type = type;
    input.name = item;
    input.checked = isTicked;
    return { input, label: made("label", bound("facts", input, write), made("span", title)) };
  };

  const { facts } = answer;
  const choices = (asks.choices ?? []).map(({ id, title, points }) => ({
    id,
    title: `${said(title)} (${formatDecimal(points, language)})`,
  }));
  const drawn: HTMLElement[] = [];
  if (asks.kind === "choice") {
    for (const { id, title } of [{ id: null, title: wordsFor("state.unanswered", language) }, ...choices]) {
      const isTicked = (facts.choice ?? null) === id;
      const { label } = ticked("radio", title, isTicked, () => {
        facts.choice = id;
      });
      drawn.push(label);
    }
  } else if (asks.kind === "checklist") {
    const parts = new Set(facts.parts);
    // Nothing ticked is unanswered; that none holds is an answer.
    const none = ticked("checkbox", { vi, en }[language].rules.noPart, facts.parts?.length === 0, () => {
      if (none.input.checked) for (const { input } of boxes) input.checked = false;
      parts.clear();
      facts.parts = none.input.checked ? [] : null;
    });
    const boxes = choices.map(({ id, title }) => {
      const box = ticked("checkbox", title, parts.has(id), () => {
        if (box.input.checked) parts.add(id);
        else parts.delete(id);
        none.input.checked = false;
        facts.parts = parts.size === 0 ? null : [...parts];
      });
      return box;
    });
    drawn.push(...[...boxes, none].map(({ label }) => label));
  } else if (asks.kind === "deduction") {
    const counts = new Map(facts.breaches?.map(({ breach, count }) => [breach, count]));
    const write = (breach: string, count: number | null): void => {
      counts.set(breach, count);
      facts.breaches = choices.map(({ id }) => ({ breach: id, count: counts.get(id) ?? null }));
    };
    for (const [at, { id, title }] of choices.entries())
      drawn.push(
        number(`facts.breaches.${at}.count`, title, {
          read: () => counts.get(id),
          write: (value) => write(id, value === null ? null : Number(value)),
        }),
      );
  }
  for (const { key, label } of asks.figures ?? [])
    drawn.push(number(`facts.${key}`, said(label), figureOf(facts, key)));

  one(copy, "legend", HTMLLegendElement).append(
    `${asks.number} ${said(asks.title)} (${formatDecimal(asks.maxPoints, language)})`,
  );
  // The options of a choice stand below with their points; the rule would say them once more.
  const rules = [asks.kind === "choice" ? undefined : asks.rule, asks.requires];
  const sentences = rules.flatMap((rule) => (rule === undefined ? [] : `${said(rule)}.`));
  one(copy, ".rule", HTMLParagraphElement).append(sentences.join(" "));
  one(copy, ".facts", HTMLDivElement).append(...drawn);
  drawDocuments(one(copy, ".documents", HTMLDivElement), answer, bound);

  const explanation = one(copy, "[name=explanation]", HTMLInputElement);
  explanation.value = answer.explanation ?? "";
  bound("explanation", explanation, () => {
    if (explanation.value === "") delete answer.explanation;
    else answer.explanation = explanation.value;
  });
  const reason = one(copy, "[name=reason]", HTMLInputElement);
  reason.value = answer.notApplicable?.reason ?? "";
  one(copy, ".claim", HTMLLabelElement).hidden = !asks.mayBeNotApplicable;
  bound("notApplicable", reason, () => {
    if (reason.value === "") delete answer.notApplicable;
    else answer.notApplicable = { reason: reason.value };
  });

  const points = one(copy, ".points", HTMLParagraphElement);
  place.append(copy);
  return { item, fields, points, issues };
}

/** Where a figure stands in the facts. */
interface Figure {
  readonly read: () => string | number | null | undefined;
  readonly write: (value: string | number | null) => void;
}

function figureOf(facts: FactsInput, key: string): Figure {
  switch (key) {
    case "numerator":
    case "denominator":
    case "count":
      return {
        read: () => facts[key],
        write: (value) => {
          facts[key] = value === null ? null : Number(value);
        },
      };
    case "percent":
    case "value":
    case "points":
      return {
        read: () => facts[key],
        write: (value) => {
          facts[key] = value;
        },
      };
    default:
      throw new Error(`the form has no field for ${key}`);
  }
}

/** What was typed as data writes it; what is no number in the language is none for the library either. */
const typed = (text: string, language: Language): string | number =>
  parseDecimal(text, language) ?? Number.NaN;

/** The documents of an answer, with an empty row at the end for one more. */
function drawDocuments(
  place: HTMLElement,
  answer: BlankAnswer,
  bound: (key: string, input: HTMLInputElement, write: () => void) => void,
): void {
  const rows: EvidenceInput[] = [...answer.evidence, { number: "", issuer: "", date: "" }];
  const isEmpty = ({ number, issuer, date }: EvidenceInput): boolean => number + issuer + date === "";
  const draw = (row: EvidenceInput, at: number): void => {
    const copy = copyOf("document");
    for (const key of ["number", "issuer", "date"] satisfies (keyof EvidenceInput)[]) {
      const input = one(copy, `[name=${key}]`, HTMLInputElement);
      input.value = row[key];
      bound(`evidence.${at}.${key}`, input, () => {
        row[key] = input.value;
        answer.evidence = rows.filter((given) => !isEmpty(given));
        if (rows.every((given) => !isEmpty(given))) {
          const next = { number: "", issuer: "", date: "" };
          draw(next, rows.push(next) - 1);
        }
      });
    }
    place.append(copy);
  };
  for (const [at, row] of rows.entries()) draw(row, at);
}

/** Shows what a question gives so far, and what is wrong with its answer. */
export function showQuestion(
  { fields, points, issues }: DrawnQuestion,
  scored: ItemScore | undefined,
  found: readonly Issue[],
  language: Language,
): void {
  points.textContent = scored === undefined ? "" : pointsText(scored, language);
  for (const field of fields.values()) field.removeAttribute("aria-invalid");
  for (const { path, severity } of found) {
    // The path leads through `answers` and the place of the answer to the field, or to something in it.
    for (let end = path.length; end > 2; end -= 1) {
      const field = fields.get(path.slice(2, end).join("."));
      if (severity === "error") field?.setAttribute("aria-invalid", "true");
      if (field !== undefined) break;
    }
  }
  issues.replaceChildren(...found.map((issue) => issueLine(issue, language)));
}

/** An issue as a line of a list. */
export function issueLine(issue: Issue, language: Language): HTMLElement {
  const line = made(
    "li",
    `${wordsFor(`severity.${issue.severity}`, language)}: ${issueSentence(issue, language)}`,
  );
  line.className = issue.severity;
  return line;
}

function pointsText({ points, maxPoints, state, reason }: ItemScore, language: Language): string {
  const stands = state === undefined || state === "scored" ? "" : wordsFor(`state.${state}`, language);
  const because = reason === undefined ? "" : wordsFor(`reason.${reason}`, language);
  const given =
    points === undefined ? "" : `${formatDecimal(points, language)} / ${formatDecimal(maxPoints, language)}`;
  return [given, because || stands].filter((part) => part !== "").join(" · ");
}
