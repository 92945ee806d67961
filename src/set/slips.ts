/**
 * Slips of the pen in a criteria file that has its right shape: spaces that nobody sees, letters that look like others,
 * a citation of another item, weights that make no whole. All are warnings: the decision may print it so.
 */
import type { Path, Report } from "../issue.ts";
import { compareExact, decimal, exactText, hundred, integer, sum } from "../number.ts";
import type { DraftFile, Tree } from "./tree.ts";

/** Spaces at the ends, doubled, non-breaking or of zero width. */
const oddSpaces = /^ | $| {2}|[\u00a0\u00ad\u2000-\u200d\u202f\u2060\ufeff]/;
/** Letters of other alphabets that look like Đ and đ. */
const lookAlikes = /[\u00d0\u00f0\u0189]/;

/** Says which texts of a file hold spaces that nobody sees, or letters that look like others. */
export function checkTexts(copy: unknown, report: Report): void {
  const stack: { readonly value: unknown; readonly path: Path }[] = [{ value: copy, path: [] }];
  for (let part = stack.pop(); part !== undefined; part = stack.pop()) {
    const { value, path } = part;
    if (typeof value === "string" && value.trim() !== "") {
      if (oddSpaces.test(value)) report("text-odd-space", path, { found: shownSpaces(value) });
      const found = lookAlikes.exec(value)?.[0];
      if (found !== undefined)
        report("text-look-alike", path, { found, expected: found === "ð" ? "đ" : "Đ", text: value });
    } else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value))
        stack.push({ value: inner, path: [...path, Array.isArray(value) ? Number(key) : key] });
    }
  }
}

/** A text with its odd spaces as signs that can be seen. */
const shownSpaces = (text: string): string =>
  text
    .replace(/[\u00a0\u202f]/g, "⍽")
    .replace(/[\u00ad\u2000-\u200d\u2060\ufeff]/g, "·")
    .replace(/^ +| +$| {2,}/g, (spaces) => "␣".repeat(spaces.length));

/** The numbers of items that a citation names. */
const citedNumbers = /mục\s+(\d+(?:\.\d+)*)/giu;

/** Says which items cite another item of the set, neither themselves nor one above or below. */
export function checkCitedItems(tree: Tree, report: Report): void {
  const numbers = new Set(tree.nodes.map(({ number }) => number));
  // Where numbers repeat in the tree, a number alone names no item.
  if (numbers.size < tree.nodes.length) return;
  for (const { draft, path, number } of tree.nodes) {
    const at = draft.citation?.at;
    if (at === undefined || number === undefined) continue;
    const cited = [...at.matchAll(citedNumbers)].flatMap(([, of = ""]) => (numbers.has(of) ? of : []));
    const [found] = cited;
    if (found === undefined || cited.some((of) => isAlong(of, number))) continue;
    report("citation-of-other-item", [...path, "citation", "at"], { found, expected: number });
  }
}

/** Whether one number is the other, or above or below it. */
const isAlong = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

/** Says that the weights of the respondent groups make neither 100 nor 1. */
export function checkWeightSum({ survey }: DraftFile, report: Report): void {
  if (survey?.combine !== "weights" || survey.respondents === undefined) return;
  const asked = new Set(survey.questionnaires?.map((form) => form?.respondents));
  const weights = survey.respondents.flatMap((group) => (asked.has(group?.id) ? [group?.weight] : []));
  const given = weights.filter((weight) => weight !== undefined);
  if (given.length < weights.length || given.length < 2) return;
  const all = sum(given.map(decimal));
  if (compareExact(all, hundred) === 0 || compareExact(all, integer(1)) === 0) return;
  report("weights-not-whole", ["survey", "respondents"], { found: exactText(all), expected: "100" });
}
