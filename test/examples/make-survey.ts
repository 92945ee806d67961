/** Invented survey counts for the fictional province: how often each option was chosen, from forms that were never filled in. */
import type { Questionnaire } from "../../src/criteria-set.ts";
import type { FormCounts } from "../../src/round.ts";
import type { Dice } from "./make-facts.ts";

const part = (n: number, percent: number): number => (n * percent - ((n * percent) % 100)) / 100;

/** The counts of one questionnaire for one unit; the better the unit, the more often the best option. */
export function drawForms(
  form: Questionnaire,
  unit: string,
  quality: number,
  forms: number,
  dice: Dice,
): FormCounts {
  const questions = form.questions.map(({ id }) => {
    const level = Math.min(97, Math.max(35, quality + dice.between(-7, 7)));
    const silent = dice.between(0, part(forms, 4));
    const e = dice.between(0, part(forms, 5));
    const rest = forms - silent - e;
    const a = part(rest, Math.min(88, Math.max(10, part(level, 135) - 48)));
    const b = part(rest - a, 72);
    const c = part(rest - a - b, 70);
    const counts = { a, b, c, d: rest - a - b - c, e };
    return {
      question: id,
      options: Object.entries(counts).flatMap(([option, count]) => (count === 0 ? [] : [{ option, count }])),
    };
  });
  const empty = dice.between(0, 3);
  return {
    unit,
    questionnaire: form.id,
    forms,
    invalid: empty === 0 ? [] : [{ code: "empty-form", count: empty }],
    questions,
  };
}

/** The same counts twice over, for another unit: every share is the same. */
export const doubledForms = (counts: FormCounts, unit: string): FormCounts => ({
  ...counts,
  unit,
  forms: 2 * counts.forms,
  questions: counts.questions.map(({ question, options }) => ({
    question,
    options: options.map(({ option, count }) => ({ option, count: 2 * count })),
  })),
});
