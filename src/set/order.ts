/**
 * Names, order and slips of the pen in a criteria file that has its right shape: numbers that repeat, stand under another
 * parent or out of sequence, ids and titles that repeat, the depth of the tree; then spaces that nobody sees, letters that
 * look like others, a citation of another item, weights that make no whole. Slips are warnings: the decision may print it so.
 */
import type { Path, Report } from "../issue.ts";
import { compareExact, decimal, exactText, hundred, integer, sum } from "../number.ts";
import { isId } from "../shape.ts";
import type { SumFindings } from "./sums.ts";
import { type DraftFile, isUnder, type Tree, type TreeNode } from "./tree.ts";

/** Checks names and order: duplicate numbers and ids, numbers out of sequence, titles that repeat, depth. */
export function checkNodes(tree: Tree, file: DraftFile, sums: SumFindings, report: Report): void {
  const levels = file.levels;
  const wrong = new Set(sums.offs.map(({ node }) => node));
  for (const siblings of [tree.roots, ...tree.nodes.map(({ children }) => children)]) {
    checkSiblings(siblings, report, sums, wrong.has(siblings[0]?.parent));
  }
  const first = new Map<string, TreeNode>();
  let deeper = false;
  for (const node of tree.nodes) {
    const { id, number, path, depth } = node;
    if (levels !== undefined && depth === levels.length && !deeper) {
      deeper = true;
      report("deeper-than-levels", path, { found: depth + 1, expected: levels.length });
    }
    if (id === undefined || node.doubled) continue;
    if (!("id" in node.draft) && !isId(id)) {
      report("number-not-an-id", [...path, "number"], { found: number ?? "" });
    }
    const before = first.get(id);
    if (before === undefined) first.set(id, node);
    else
      report("duplicate-item-id", [...path, "id" in node.draft ? "id" : "number"], {
        found: id,
        other: before.number ?? "",
      });
  }
  const deepest = tree.nodes.reduce((most, { depth }) => (depth > most ? depth : most), -1);
  if (levels !== undefined && tree.complete && levels.length > deepest + 1) {
    report("level-unused", ["levels", deepest + 1], { found: levels[deepest + 1]?.vi ?? "" });
  }
}

function checkSiblings(
  siblings: readonly TreeNode[],
  report: Report,
  sums: SumFindings,
  sumIsWrong: boolean,
): void {
  const titles = new Map<string, TreeNode>();
  let due: string | undefined;
  const doubled = siblings.some((node) => node.doubled && node.parent?.doubled !== true);
  siblings.forEach((node, at) => {
    const { number, path, parent, draft } = node;
    if (parent?.doubled === true || sums.misplaced.has(node)) return;
    if (node.doubled && number !== undefined) {
      report("duplicate-number", [...path, "number"], { found: number });
      return;
    }
    const title = draft.title?.vi?.toLowerCase();
    const twin = title === undefined ? undefined : titles.get(title);
    if (twin !== undefined)
      report("title-repeats", [...path, "title", "vi"], {
        found: draft.title?.vi ?? "",
        other: twin.number ?? "",
      });
    else if (title !== undefined) titles.set(title, node);
    if (number === undefined) return;
    if (parent?.number !== undefined && !isUnder(number, parent.number)) {
      const facts = { found: number, expected: `${parent.number}.…` };
      report("number-not-under-parent", [...path, "number"], facts);
      return;
    }
    // A row that is missing or doubled has been reported; the gap in the numbers only follows from it.
    if (doubled || sumIsWrong) return;
    const expected = at === 0 ? neighboursOf(number).first : neighboursOf(siblings[at - 1]?.number).next;
    // After a number that is out of sequence, both the one that follows it and the one that was due next are right.
    if (expected === undefined || [expected, due, neighboursOf(due).next].includes(number)) {
      // Of two rows that changed places one is said to be out of sequence; the second is the one that was due.
      due = number === due ? siblings[at - 1]?.number : number;
      return;
    }
    due = expected;
    report("number-out-of-sequence", [...path, "number"], { found: number, expected });
  });
}

/**
 * Checks the numbers of bonus and penalty lines: each follows the one above, or begins a list of its own, and is the
 * same as an id that is written as a number.
 */
export function checkLineOrder(tree: Tree, file: DraftFile, report: Report): void {
  let before: string | undefined;
  for (const side of ["bonus", "penalty"] as const) {
    const lines = file[side]?.lines ?? [];
    const numbers = lines.map((line) => line?.number);
    const sound = new Set(numbers).size === lines.length && !numbers.includes(undefined);
    lines.forEach((line, at) => {
      const { id, number } = line ?? {};
      if (number === undefined || !sound) return;
      const path = [side, "lines", at, "number"];
      const differs =
        id !== undefined && id !== number && isDigits(id) && isDigits(number) && !tree.byId.has(id);
      const own = differs ? id : number;
      const expected = neighboursOf(before).next;
      const first = at === 0 ? neighboursOf(own).first : expected;
      if (differs) report("line-id-differs", path, { found: number, expected: id });
      else if (own !== expected && first !== undefined && own !== first)
        report("number-out-of-sequence", path, { found: number, expected: expected ?? first });
      before = own;
    });
  }
}

const isDigits = (text: string): boolean => /^\d+(\.\d+)*$/.test(text);

/** What a list is counted in, beside digits: Roman numbers, and the letters of a Vietnamese list. */
const series: readonly (readonly string[])[] = [
  /* @__PURE__ */ "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI".split(" "),
  /* @__PURE__ */ "abcdđeghiklmnopqrstuvxy".split(""),
];

/** The number with which the list of a number begins, and the one that follows it; absent where that is not known. */
function neighboursOf(number = ""): { readonly first?: string; readonly next?: string } {
  const [, head = "", last = ""] = /^(.*?)(\d+|[^.\d]+)$/.exec(number) ?? [];
  if (/^\d{1,9}$/.test(last)) return { first: `${head}1`, next: `${head}${Number(last) + 1}` };
  const list = series.find((one) => one.includes(last));
  const next = list?.[list.indexOf(last) + 1];
  return {
    ...(list === undefined ? {} : { first: `${head}${list[0]}` }),
    ...(next === undefined ? {} : { next: `${head}${next}` }),
  };
}

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
