// An app that has only the package: a form, a ranking and an explanation, in both languages, without an assertion of a
// type and without a word of its own. Compiled under each resolution, and run.
import {
  assess,
  blankSelfAssessment,
  checkSelfAssessment,
  explain,
  explanationText,
  type FormQuestion,
  formatDecimal,
  InvalidError,
  issueSentence,
  issueText,
  type Language,
  leavesOf,
  namesOf,
  parseDecimal,
  readRound,
  readSelfAssessment,
  type SelfAssessmentInput,
  type Text,
  wordsFor,
} from "par-index";
import { criteriaSet } from "par-index/criteria";
import file from "par-index/examples/hoa-lam-departments-2026.json" with { type: "json" };

declare const console: { log(line: string): void };

const set = criteriaSet("hoa-lam/department/2026");
const unit = "hoa-lam-so-noi-vu";
const round = readRound(set, file);

const inLanguage = (text: Text, language: Language): string =>
  language === "vi" ? text.vi : (text.en ?? text.vi);

/** A question as the form shows it: number, title, rule, then a line for each field or choice. */
function field(asks: FormQuestion, language: Language): readonly string[] {
  const { number, title, maxPoints, rule, figures = [], choices = [] } = asks;
  return [
    `${number} ${inLanguage(title, language)} (${formatDecimal(maxPoints, language)})`,
    `  ${inLanguage(rule, language)}`,
    ...figures.map(({ key, label }) => `  [${key}] ${inLanguage(label, language)}`),
    ...choices.map(({ id, title: choice, points }) => {
      const worth = points === undefined ? "" : `: ${formatDecimal(points, language)}`;
      return `  (${id}) ${inLanguage(choice, language)}${worth}`;
    }),
  ];
}

/** What somebody typed, put into the form: figures with a comma, the first of the choices. */
function filled(typed: string): SelfAssessmentInput {
  const form = blankSelfAssessment(set, unit);
  for (const { item, asks, facts, evidence } of form.answers) {
    if (item !== "1.1.2" && item !== "1.1.1") continue;
    const [first] = asks.choices ?? [];
    if (first !== undefined) facts.choice = first.id;
    for (const { key, holds } of asks.figures ?? []) {
      const value = parseDecimal(typed, "vi");
      if (value === undefined) continue;
      if (key === "numerator" || key === "denominator" || key === "count") facts[key] = Number(value);
      else if (holds === "percent") facts.percent = value;
    }
    evidence.push({ number: "90/BC-SNV", issuer: "Sở Nội vụ", date: "2026-12-15" });
  }
  form.submitted = "2026-12-20";
  return form;
}

for (const language of ["vi", "en"] as const) {
  const form = blankSelfAssessment(set, unit);
  for (const { asks } of form.answers.slice(0, 2))
    for (const line of field(asks, language)) console.log(line);
  console.log(String(leavesOf(set).length));

  const names = namesOf(set, round, { language });
  const { rankings, scores, issues } = assess(set, round);
  for (const { group, places, unranked } of rankings) {
    console.log(names.groups[group] ?? group);
    for (const { place, unit: who, index } of places)
      console.log(`${place} ${names.units[who] ?? who} ${formatDecimal(index, language)}`);
    for (const { unit: who, reason } of unranked)
      console.log(`– ${names.units[who] ?? who}: ${wordsFor(`unranked.${reason}`, language)}`);
  }
  for (const { item, state, points } of scores[0]?.items.slice(0, 4) ?? []) {
    const stands = state === undefined ? "" : wordsFor(`state.${state}`, language);
    console.log(`${item}: ${points === undefined ? stands : formatDecimal(points, language)}`);
  }
  console.log(explanationText(explain(set, round, unit, { item: "1.1.2" }), language));
  console.log(String(issues.length > 0 && issueText(issues, language).length > 0));

  for (const issue of checkSelfAssessment(set, { ...filled("50"), submitted: "20/12/2026" }))
    if (issue.severity === "error") console.log(`${issue.path.join(".")}: ${issueSentence(issue, language)}`);
  try {
    readSelfAssessment(set, filled("−5"));
  } catch (error) {
    if (!(error instanceof InvalidError)) throw error;
    console.log(
      issueText(
        error.issues.filter(({ severity }) => severity === "error"),
        language,
      ),
    );
  }
}
